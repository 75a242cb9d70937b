//! From paths to documents: folders, files, and what is packed in them.

use super::names::{hidden, is_pattern, member, shown};
use super::rows::Form;
use super::sniff::{HEAD, Kind};
use super::stream::{Peek, unreadable, whole};
use super::windows::Windows;
use super::{Content, Entry, Settings, office, results, rows, tarball, zipped};
use crate::document::{Error, ErrorKind};
#[cfg(any(feature = "mail", feature = "pdf"))]
use crate::extract::{Attachment, ExtractLimits};
use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Goes on, or ends because nobody listens any more.
pub(crate) type Flow = ControlFlow<()>;

/// How many bytes of the files that were named have been read.
pub(crate) type Progress = Arc<AtomicU64>;

/// An archive, one in it, and no more.
const NESTED: u8 = 2;
/// `a.txt.gz.zst` is nothing anybody makes.
const PACKED: u8 = 2;
/// What unpacking xz may hold, in KiB: as much as its strongest usual setting needs.
const XZ_MEMORY: u32 = 80 << 10;
/// Archives inside archives are held in memory up to here, and in a temporary file (without a name) beyond it.
const IN_MEMORY: u64 = 8 << 20;
/// And may not have more bytes than this.
const INNER_ARCHIVE: u64 = 4 << 30;

/// Walks through everything there is, in an order that depends on nothing else.
pub(crate) struct Walk<'a> {
    pub settings: &'a Settings,
    /// So many documents are passed by first, unread.
    pub skip: u64,
    pub progress: Progress,
    pub emit: &'a mut dyn FnMut(Entry) -> Flow,
}

/// Something that may be a document or hold some.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub source: String,
    pub notes: Vec<String>,
    /// How many bytes it is said to have.
    pub size: Option<u64>,
    /// In how many archives it lies.
    pub depth: u8,
    /// How many layers of compression were taken off.
    pub packed: u8,
}

impl Named {
    fn file(source: String, size: Option<u64>) -> Named {
        Named { source, notes: Vec::new(), size, depth: 0, packed: 0 }
    }

    /// A member of this archive; `None` for one that is hidden.
    pub fn member(&self, name: &str, size: Option<u64>) -> Option<Named> {
        let (source, notes) = member(&self.source, name);
        (!hidden(name)).then(|| Named { source, notes, size, depth: self.depth + 1, packed: 0 })
    }
}

impl Walk<'_> {
    /// What a path leads to.
    pub fn path(&mut self, path: &Path) -> Flow {
        if path.as_os_str() == "-" {
            return self.stream(Named::file("-".to_string(), None), io::stdin());
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => self.folder(path),
            // A pipe that somebody names is read; one that lies in a folder is not.
            Ok(meta) => self.file(path, meta.is_file().then_some(meta.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_pattern(path) => self.pattern(path),
            Err(error) => self.fail(shown(path), unreadable(&error)),
        }
    }

    fn pattern(&mut self, path: &Path) -> Flow {
        let pattern = shown(path);
        let found = match glob::glob(&pattern) {
            Ok(found) => found,
            Err(error) => {
                let message = format!("is no file, and no pattern: {}", error.msg);
                return self.fail(pattern, Error::new(ErrorKind::Read, message));
            }
        };
        let mut some = false;
        for path in found {
            some = true;
            match path {
                Ok(path) => self.path(&path)?,
                Err(error) => self.fail(shown(error.path()), unreadable(error.error()))?,
            }
        }
        if !some {
            self.fail(pattern, Error::new(ErrorKind::Read, "nothing fits this pattern"))?;
        }
        Flow::Continue(())
    }

    fn folder(&mut self, path: &Path) -> Flow {
        let visible = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
        };
        // A folder may come from a stranger: its links shall not lead to what is not in it.
        let root = fs::canonicalize(path);
        let leads_out = |entry: &walkdir::DirEntry| {
            let inside = |root| fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(root));
            entry.depth() > 0 && entry.path_is_symlink() && !root.as_ref().is_ok_and(inside)
        };
        let results = self.settings.results.as_ref().and_then(|results| fs::canonicalize(results).ok());
        let is_result = |entry: &walkdir::DirEntry| {
            let named = |results: &PathBuf| results.file_name() == Some(entry.file_name());
            let same = |results: &PathBuf| fs::canonicalize(entry.path()).is_ok_and(|own| own == *results);
            entry.depth() > 0 && results.as_ref().is_some_and(|results| named(results) && same(results))
        };
        let tree = walkdir::WalkDir::new(path).follow_links(true).sort_by_file_name();
        let mut tree = tree.into_iter().filter_entry(|entry| visible(entry) && !is_result(entry));
        while let Some(entry) = tree.next() {
            match entry {
                Ok(entry) if leads_out(&entry) => {
                    if entry.file_type().is_dir() {
                        tree.skip_current_dir();
                    }
                    let message = "is a link that leads out of the folder: name it, or what it leads to, to have it read";
                    self.fail(shown(entry.path()), Error::new(ErrorKind::Read, message))?;
                }
                Ok(entry) if entry.file_type().is_dir() => {
                    // What an earlier run wrote beside its documents would be told file by file; who asks for names of
                    // another kind does not ask for it.
                    if let Err(error) = results::refuse_folder(entry.path(), self.settings) {
                        tree.skip_current_dir();
                        if entry.depth() == 0 || self.settings.include.is_empty() {
                            self.fail(shown(entry.path()), error)?;
                        }
                    }
                }
                Ok(entry) if entry.file_type().is_file() => {
                    let size = entry.metadata().ok().map(|meta| meta.len());
                    self.file(entry.path(), size)?;
                }
                Ok(entry) => {
                    let error = Error::new(ErrorKind::Read, "is a pipe, a socket or a device, not a file");
                    self.fail(shown(entry.path()), error)?;
                }
                Err(error) => {
                    let name = shown(error.path().unwrap_or(path));
                    let what = if error.loop_ancestor().is_some() {
                        Error::new(ErrorKind::Read, "is a link to a folder that it lies in")
                    } else {
                        match error.io_error() {
                            Some(error) => unreadable(error),
                            None => Error::new(ErrorKind::Read, error.to_string()),
                        }
                    };
                    self.fail(name, what)?;
                }
            }
        }
        Flow::Continue(())
    }

    fn file(&mut self, path: &Path, size: Option<u64>) -> Flow {
        let named = Named::file(shown(path), size);
        let file = match File::open(path).and_then(Peek::new) {
            Ok(file) => file,
            Err(error) => return self.fail(named.source, unreadable(&error)),
        };
        let kind = Kind::of(file.head());
        // What is read from its end has to be a file.
        if size.is_some() && matches!(kind, Kind::Zip | Kind::Parquet) {
            return match file.rewound() {
                Ok(file) if kind == Kind::Zip => self.zip(named, file),
                #[cfg(feature = "parquet")]
                Ok(file) => super::parquet::rows(self, &named, file),
                #[cfg(not(feature = "parquet"))]
                Ok(file) => self.stream(named, file),
                Err(error) => self.fail(named.source, unreadable(&error)),
            };
        }
        let counted = Counted { file, read: Arc::clone(&self.progress) };
        self.stream(named, counted)
    }

    /// What comes out of a reader: unpacked if it is packed, opened if it is an archive or a table.
    pub(super) fn stream(&mut self, named: Named, input: impl Read) -> Flow {
        let input = match Peek::new(input) {
            Ok(input) => input,
            Err(error) => return self.fail(named.source, unreadable(&error)),
        };
        let kind = Kind::of(input.head());
        if matches!(kind, Kind::Gzip | Kind::Zstd | Kind::Bzip2 | Kind::Xz) && named.packed == PACKED {
            let message = "is packed more than twice, which is not undone";
            return self.fail(named.source, Error::new(ErrorKind::Unsupported, message));
        }
        let unpacked = Named { size: None, packed: named.packed + 1, ..named.clone() };
        // Boxed, so that what is packed twice is no type of its own.
        match kind {
            Kind::Gzip => {
                let input: Box<dyn Read> = Box::new(flate2::read::MultiGzDecoder::new(input));
                self.stream(unpacked, input)
            }
            Kind::Zstd => match zstd::Decoder::new(input) {
                Ok(input) => self.stream(unpacked, Box::new(input) as Box<dyn Read>),
                Err(error) => self.fail(named.source, unreadable(&error)),
            },
            Kind::Bzip2 => {
                let input: Box<dyn Read> = Box::new(bzip2::read::MultiBzDecoder::new(input));
                self.stream(unpacked, input)
            }
            Kind::Xz => {
                let reader = lzma_rust2::XzReader::new_mem_limit(input, true, XZ_MEMORY);
                self.stream(unpacked, Box::new(reader) as Box<dyn Read>)
            }
            Kind::Unopened(what) => {
                let message =
                    format!("is an archive of the kind {what}, which is not opened: unpack it first");
                self.fail(named.source, Error::new(ErrorKind::Unsupported, message))
            }
            Kind::Tar => match self.opened(&named) {
                Ok(()) => tarball::members(self, &named, input),
                Err(error) => self.fail(named.source, error),
            },
            Kind::Zip | Kind::Parquet => self.seekable(named, kind, input),
            Kind::JsonLines => rows::rows(self, &named, input, Form::Lines),
            // A file of JSON among documents need not be a table: the patterns tell.
            Kind::Json if !self.wanted(&named.source) => Flow::Continue(()),
            Kind::Json => rows::rows(self, &named, input, Form::Objects),
            #[cfg(feature = "mail")]
            Kind::Mail => self.carrier(named, input, crate::extract::mail::attachments),
            #[cfg(feature = "pdf")]
            Kind::Pdf if !self.wanted(&named.source) => Flow::Continue(()),
            #[cfg(feature = "pdf")]
            Kind::Pdf => self.carrier(named, input, crate::extract::pdf_attachments),
            Kind::Document => self.document(named, input),
        }
    }

    /// Counts a document that nobody wants, by its bytes; whether it is one.
    pub(super) fn pass_by(&mut self, bytes: &[u8]) -> Option<Flow> {
        let document = || Kind::of(bytes.get(..HEAD).unwrap_or(bytes)) == Kind::Document;
        // Patterns ask for its name.
        let unwanted = self.settings.include.is_empty() && self.settings.passes_by(bytes) && document();
        unwanted.then(|| self.give(String::new(), None, Vec::new(), || Ok(Content::Unwanted)))
    }

    /// What is there whole: a document, or something to be opened.
    pub(super) fn whole(&mut self, named: Named, bytes: Vec<u8>) -> Flow {
        if Kind::of(bytes.get(..HEAD).unwrap_or(&bytes)) != Kind::Document {
            return self.stream(named, Box::new(io::Cursor::new(bytes)) as Box<dyn Read>);
        }
        if !self.wanted(&named.source) {
            return Flow::Continue(());
        }
        self.give(named.source, None, named.notes, || Ok(Content::Bytes(bytes)))
    }

    /// A document, read whole.
    fn document(&mut self, named: Named, input: impl Read) -> Flow {
        if !self.wanted(&named.source) {
            return Flow::Continue(());
        }
        let limit = self.settings.max_size;
        let Named { source, notes, size, .. } = named;
        let settings = self.settings;
        self.give(source, None, notes, || {
            let bytes = whole(input, size, limit)?;
            Ok(if settings.passes_by(&bytes) { Content::Unwanted } else { Content::Bytes(bytes) })
        })
    }

    /// A message or a PDF is a document, and so is each file that it carries.
    #[cfg(any(feature = "mail", feature = "pdf"))]
    fn carrier(
        &mut self,
        named: Named,
        input: impl Read,
        attachments: fn(&[u8], &ExtractLimits) -> Vec<Attachment>,
    ) -> Flow {
        let bytes = match whole(input, named.size, self.settings.max_size) {
            Ok(bytes) => bytes,
            Err(error) => return self.fail(named.source, error),
        };
        let mut limits = ExtractLimits::default();
        limits.unpacked = limits.unpacked.min(self.settings.max_size);
        let carried = if self.opened(&named).is_ok() { attachments(&bytes, &limits) } else { Vec::new() };
        if self.wanted(&named.source) {
            let Named { source, notes, .. } = named.clone();
            self.give(source, None, notes, || Ok(Content::Bytes(bytes)))?;
        }
        for file in carried {
            if let Some(member) = named.member(&file.name, Some(file.bytes.len() as u64)) {
                let input: Box<dyn Read> = Box::new(io::Cursor::new(file.bytes));
                self.stream(member, input)?;
            }
        }
        Flow::Continue(())
    }

    /// Archives that are read from their end lie in memory, or in a temporary file.
    fn seekable(&mut self, named: Named, kind: Kind, input: impl Read) -> Flow {
        let mut spool = tempfile::spooled_tempfile(IN_MEMORY as usize);
        let copied = io::copy(&mut input.take(INNER_ARCHIVE + 1), &mut spool).and_then(|bytes| {
            spool.rewind()?;
            Ok(bytes)
        });
        match copied {
            Ok(bytes) if bytes > INNER_ARCHIVE => {
                let message = "has more than 4 GiB, the limit for an archive inside an archive";
                self.fail(named.source, Error::new(ErrorKind::TooLarge, message))
            }
            Ok(_) if kind == Kind::Zip => self.zip(named, spool),
            #[cfg(feature = "parquet")]
            Ok(_) => match spool.into_file() {
                Ok(file) => super::parquet::rows(self, &named, file),
                Err(error) => self.fail(named.source, unreadable(&error)),
            },
            #[cfg(not(feature = "parquet"))]
            Ok(_) => self.document(named, spool),
            Err(error) => self.fail(named.source, unreadable(&error)),
        }
    }

    fn zip(&mut self, named: Named, input: impl Read + Seek) -> Flow {
        let mut input = match Windows::new(input) {
            Ok(input) => input,
            Err(error) => return self.fail(named.source, unreadable(&error)),
        };
        let document = office::is_document(&mut input);
        if let Err(error) = input.rewind() {
            return self.fail(named.source, unreadable(&error));
        }
        match self.opened(&named) {
            _ if document => {
                self.count(named.size.unwrap_or(0));
                self.document(named, input)
            }
            Ok(()) => zipped::members(self, &named, input),
            Err(error) => self.fail(named.source, error),
        }
    }

    fn opened(&self, named: &Named) -> Result<(), Error> {
        if named.depth < NESTED {
            return Ok(());
        }
        let message = "is an archive in an archive in an archive, which is not opened";
        Err(Error::new(ErrorKind::Unsupported, message))
    }

    /// Whether a document fits one of the patterns.
    fn wanted(&self, source: &str) -> bool {
        let options = glob::MatchOptions {
            case_sensitive: false,
            require_literal_separator: true,
            ..Default::default()
        };
        let name = source.rsplit('/').next().unwrap_or(source);
        let fits = |pattern: &glob::Pattern| {
            pattern.matches_with(if pattern.as_str().contains('/') { source } else { name }, options)
        };
        self.settings.include.is_empty() || self.settings.include.iter().any(fits)
    }

    /// Gives away one document; `read` is asked only if it is not passed by.
    pub fn give(
        &mut self,
        source: String,
        id: Option<String>,
        notes: Vec<String>,
        read: impl FnOnce() -> Result<Content, Error>,
    ) -> Flow {
        let content = if self.skip > 0 {
            self.skip -= 1;
            Ok(Content::Passed)
        } else {
            read()
        };
        (self.emit)(Entry { source, id, notes, content })
    }

    pub fn fail(&mut self, source: String, error: Error) -> Flow {
        self.give(source, None, Vec::new(), || Err(error))
    }

    /// Bytes read that no [`Counted`] counts.
    pub fn count(&self, bytes: u64) {
        self.progress.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// A file that counts what is read of it.
struct Counted {
    file: Peek<File>,
    read: Progress,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.file.read(into)?;
        self.read.fetch_add(bytes as u64, Ordering::Relaxed);
        Ok(bytes)
    }
}
