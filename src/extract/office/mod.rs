//! Office documents: a zip of XML parts (DOCX, ODT), and RTF.

mod body;
mod docx;
mod numbering;
mod odt;
mod odt_styles;
pub(super) mod rtf;
mod styles;
mod xml;

use super::limits::ExtractLimits;
use super::{Extracted, FileFormat};
use crate::document::{Error, ErrorKind, Marks};
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// Which document a zip holds; `None` if it is an archive of files.
pub(crate) fn document_in<R: Read + Seek>(zip: &ZipArchive<R>) -> Option<FileFormat> {
    let has = |name: &str| zip.index_for_name(name).is_some();
    if has("[Content_Types].xml") && has("word/document.xml") {
        Some(FileFormat::Docx)
    } else if has("content.xml") && (has("mimetype") || has("META-INF/manifest.xml")) {
        Some(FileFormat::Odt)
    } else {
        None
    }
}

/// The office document that the bytes are; `None` where they are none, or a zip that cannot be opened.
pub(super) fn format(bytes: &[u8]) -> Option<FileFormat> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(zip) => document_in(&zip),
        // Cut off, its list of parts is lost; the names of the first parts still stand before them.
        Err(_) => {
            let head = &bytes[..bytes.len().min(4096)];
            let has = |name: &[u8]| memchr::memmem::find(head, name).is_some();
            if has(b"[Content_Types].xml") || has(b"word/") {
                Some(FileFormat::Docx)
            } else if has(b"application/vnd.oasis.opendocument.text") {
                Some(FileFormat::Odt)
            } else {
                None
            }
        }
    }
}

pub(super) fn read(bytes: &[u8], format: FileFormat, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let mut package = Package::open(bytes, limits)?;
    let (text, marks, notes) = match format {
        FileFormat::Docx => docx::read(&mut package)?,
        _ => odt::read(&mut package)?,
    };
    finish(text, marks, notes, format)
}

fn finish(text: String, marks: Marks, notes: Vec<String>, format: FileFormat) -> Result<Extracted, Error> {
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the document holds no text"));
    }
    Ok(Extracted { text, format, encoding: None, guessed: false, notes, marks })
}

/// The parts of a document, with a count of what was unpacked.
struct Package<'b, 'l> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    limits: &'l ExtractLimits,
    left: Cell<u64>,
}

impl<'b, 'l> Package<'b, 'l> {
    fn open(bytes: &'b [u8], limits: &'l ExtractLimits) -> Result<Package<'b, 'l>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Ok(Package { zip, limits, left: Cell::new(limits.unpacked) })
    }

    /// Hands each piece of a part's XML to `take`. Says whether there is such a part.
    fn walk(&mut self, part: &str, take: impl FnMut(xml::Piece) -> Result<(), Error>) -> Result<bool, Error> {
        let file = match self.zip.by_name(part) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(false),
            Err(error) => return Err(broken(&error)),
        };
        let reader = BufReader::new(Bounded { inner: file, left: &self.left });
        xml::walk(reader, part, self.limits, take)?;
        Ok(true)
    }
}

/// Unpacks no more than it may.
struct Bounded<'c, R> {
    inner: R,
    left: &'c Cell<u64>,
}

/// What [`Bounded`] says at its end; known again by [`xml::walk`].
const BOMB: &str = "unpacks to more than the limit";

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(count as u64).ok_or_else(|| io::Error::other(BOMB))?;
        self.left.set(left);
        Ok(count)
    }
}

fn broken(error: &ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(what) if what.contains("assword") => encrypted(),
        error => Error::new(ErrorKind::Damaged, format!("the document is damaged or cut off: {error}")),
    }
}

fn encrypted() -> Error {
    Error::new(ErrorKind::Encrypted, "the document is protected by a password")
}
