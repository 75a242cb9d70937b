//! Folders, archives and tables of texts as one stream of named documents.
//!
//! Nothing is unpacked to disk under a name that an archive gives, and nothing is held whole but the document at
//! hand: what cannot be read is an [`Entry`] with its error, and the rest goes on.

mod names;
mod objects;
mod office;
#[cfg(feature = "parquet")]
mod parquet;
mod results;
mod rows;
mod sniff;
mod stream;
mod tarball;
mod walk;
mod windows;
mod zipped;

pub(crate) use names::folded;
#[cfg(feature = "cli")]
pub(crate) use names::leads_nowhere;
pub(crate) use results::Wording;
#[cfg(feature = "python")]
pub(crate) use results::refuse as refuse_results;
#[cfg(feature = "cli")]
pub(crate) use sniff::not_one;
#[cfg(feature = "python")]
pub(crate) use stream::{too_large, unreadable};
pub(crate) use walk::{Flow, Progress, Walk};

use crate::document::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Files, folders and archives to be analysed: see [`Archive::open`].
pub struct Archive {
    pub(crate) paths: Box<dyn Iterator<Item = PathBuf> + Send>,
    pub(crate) settings: Settings,
}

/// What is taken, and how much of it.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub text_column: Option<String>,
    pub id_column: Option<String>,
    pub include: Vec<glob::Pattern>,
    pub max_size: u64,
    pub timeout: Option<Duration>,
    pub threads: usize,
    pub ocr: bool,
    pub unwanted: Option<Unwanted>,
    /// Where the results are written: no input, though it lies in a folder that is read.
    pub results: Option<PathBuf>,
    /// In whose words messages speak of options.
    pub wording: Wording,
}

/// Tells by its bytes that nobody wants a document: it is counted, and not read.
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command passes documents by"))]
#[derive(Clone)]
pub(crate) struct Unwanted(pub Arc<Tells>);

type Tells = dyn Fn(&[u8]) -> bool + Send + Sync;

impl std::fmt::Debug for Unwanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Unwanted")
    }
}

impl Settings {
    /// Whether nobody wants a document of these bytes.
    fn passes_by(&self, bytes: &[u8]) -> bool {
        self.unwanted.as_ref().is_some_and(|unwanted| unwanted.0(bytes))
    }
}

/// One document, or why there is none.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Where it comes from: `a.zip!/2019/x.pdf`.
    pub source: String,
    /// What the id column says.
    pub id: Option<String>,
    /// What is strange about its name.
    pub notes: Vec<String>,
    pub content: Result<Content, Error>,
}

#[derive(Debug)]
pub(crate) enum Content {
    /// A file, to be read by what it is.
    Bytes(Vec<u8>),
    /// A text out of a table.
    Text(String),
    /// One that was to be passed by.
    Passed,
    /// One that nobody wants.
    Unwanted,
}

/// Bytes that one document may have, if nothing else is said.
pub(crate) const MAX_SIZE: u64 = 100 << 20;

impl Archive {
    /// Opens a file, a folder or an archive.
    ///
    /// What a file is, its content says: a folder (all that is in it, sorted by name; what begins with a dot is
    /// passed by), a zip or tar archive (also one that lies in another), either and any file packed with gzip or
    /// Zstandard, a table of texts (JSON Lines, and with the feature `parquet` Parquet: see
    /// [`Archive::text_column`]), else a document. A path with `*`, `?` or `[` that names no file is a pattern.
    ///
    /// ```
    /// # #[cfg(feature = "archive")] {
    /// use klubba::{Analyzer, Archive};
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path();
    /// std::fs::write(path.join("a.txt"), "Kommunstyrelsen beslutar att anta budgeten.")?;
    /// std::fs::write(path.join("b.txt"), [0x81, 0, 1, 2])?;
    /// for result in Archive::open(path)?.run(&Analyzer::default()) {
    ///     match result {
    ///         Ok(found) => println!("{}: {} decisions", found.source, found.document.decisions.len()),
    ///         Err(failure) => eprintln!("{failure}"), // …/b.txt: this is binary data, not text
    ///     }
    /// }
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Read`] if there is nothing at the path. What fails later is an item of the run.
    pub fn open(path: impl AsRef<Path>) -> Result<Archive, Error> {
        let path = path.as_ref();
        if !names::is_pattern(path) {
            std::fs::metadata(path).map_err(|error| stream::unreadable(&error).of(names::shown(path)))?;
        }
        Ok(Archive::list([path.to_path_buf()]))
    }

    /// Several paths, one after the other; the list is read as the run goes on. A path that leads nowhere is an
    /// error of its own in the run.
    pub fn list<P>(paths: P) -> Archive
    where
        P: IntoIterator<Item = PathBuf>,
        P::IntoIter: Send + 'static,
    {
        let settings = Settings {
            text_column: None,
            id_column: None,
            include: Vec::new(),
            max_size: MAX_SIZE,
            timeout: None,
            threads: 0,
            ocr: false,
            unwanted: None,
            results: None,
            wording: Wording::default(),
        };
        Archive { paths: Box::new(paths.into_iter()), settings }
    }

    /// The column of a table (JSON Lines, Parquet) that holds the texts; `text`, if nothing is said.
    pub fn text_column(mut self, name: impl Into<String>) -> Archive {
        self.settings.text_column = Some(name.into());
        self
    }

    /// The column of a table that names its rows: their [`Analyzed::id`](crate::Analyzed::id), and the end of
    /// their source. Without it the source ends in the row's number, from 1.
    pub fn id_column(mut self, name: impl Into<String>) -> Archive {
        self.settings.id_column = Some(name.into());
        self
    }

    /// Only documents whose file name (or, if the pattern has a `/`, whose source) fits this pattern or another
    /// one given: `*.pdf`, `**/2019/*`. Case does not count. Archives and tables are opened whatever their name.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for what is no pattern.
    pub fn include(mut self, pattern: &str) -> Result<Archive, Error> {
        let pattern = glob::Pattern::new(pattern).map_err(|error| {
            Error::new(ErrorKind::Usage, format!("{pattern:?} is no pattern: {}", error.msg))
        })?;
        self.settings.include.push(pattern);
        Ok(self)
    }

    /// Bytes that one document may have, unpacked: 100 MiB, if nothing is said. A larger one is an error.
    pub fn max_size(mut self, bytes: u64) -> Archive {
        self.settings.max_size = bytes;
        self
    }

    /// How long the reading of one document's format (PDF, DOCX, HTML …) may take before it is given up, and how long the
    /// analysis of its text. Readers look at the clock between pages and paragraphs, the analysis between its steps and
    /// in its long loops. Without it there is no limit.
    pub fn timeout(mut self, limit: Duration) -> Archive {
        self.settings.timeout = Some(limit);
        self
    }

    /// Reads pages of a PDF that are images by OCR, with the program `tesseract`; needs the feature `ocr`. No more
    /// pages are read at once than the run has threads, and each has a minute, which the time limit does not count.
    pub fn ocr(mut self, on: bool) -> Archive {
        self.settings.ocr = on;
        self
    }

    /// Threads that read formats and analyse: as many as there are cores, if nothing is said or 0. One more
    /// thread unpacks. Results and their order do not depend on it.
    pub fn threads(mut self, count: usize) -> Archive {
        self.settings.threads = count;
        self
    }
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").field("settings", &self.settings).finish_non_exhaustive()
    }
}
