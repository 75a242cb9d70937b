//! Office documents: a zip of XML parts (DOCX, ODT), the files of older Word, and RTF.

mod body;
pub(super) mod doc;
mod docx;
mod numbering;
pub(super) mod odt;
mod odt_styles;
mod package;
pub(super) mod rtf;
mod styles;
pub(super) mod symbols;
pub(super) mod xml;

use super::limits::ExtractLimits;
use super::{Extracted, FileFormat, Recognized};
use crate::document::{Error, ErrorKind, Marks};
use package::Package;
use std::io::{Cursor, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// Which document a zip holds; `None` if it is an archive of files.
pub(crate) fn document_in<R: Read + Seek>(zip: &ZipArchive<R>) -> Option<FileFormat> {
    let has = |name: &str| zip.index_for_name(name).is_some();
    // Nor does case tell names apart.
    let types = || zip.file_names().flatten().any(|name| package::plain_name(&name) == "[content_types].xml");
    // Its main part is mostly, not always, word/document.xml.
    if types() && other(zip).is_none() {
        Some(FileFormat::Docx)
    } else if has("content.xml") && (has("mimetype") || has("META-INF/manifest.xml")) {
        Some(FileFormat::Odt)
    } else {
        None
    }
}

/// Folders that tell what a package is, if it is no text.
const OTHERS: [(&str, &str); 4] = [
    ("xl/", "a workbook of Excel (XLSX)"),
    ("ppt/", "a presentation of PowerPoint (PPTX)"),
    ("visio/", "a drawing of Visio (VSDX)"),
    ("OEBPS/", "a book (EPUB)"),
];

/// What a zip is that is neither an archive of files nor a document that is read.
fn other<R: Read + Seek>(zip: &ZipArchive<R>) -> Option<&'static str> {
    let package =
        zip.index_for_name("[Content_Types].xml").is_some() || zip.index_for_name("mimetype").is_some();
    let within = |folder: &str| zip.file_names().flatten().any(|name| name.starts_with(folder));
    OTHERS.into_iter().find(|(folder, _)| package && within(folder)).map(|(_, what)| what)
}

/// What the bytes are, if they are a package that holds no text document.
pub(super) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    is_zip.then(|| ZipArchive::new(Cursor::new(bytes)).ok()).flatten().and_then(|zip| other(&zip))
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

pub(super) fn finish(
    text: String,
    marks: Marks,
    notes: Vec<String>,
    format: FileFormat,
) -> Result<Extracted, Error> {
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the document holds no text"));
    }
    Ok(Extracted { text, format, encoding: None, guessed: false, notes, marks, ocr: Recognized::default() })
}

/// Whether a line of a page's head or foot is more than the page's number: words, or a date in figures.
fn says_something(line: &str) -> bool {
    line.contains(char::is_alphabetic) || line.bytes().filter(u8::is_ascii_digit).count() >= DATE
}

/// A date in figures has so many at least: *14.3.23*.
const DATE: usize = 5;

fn broken(error: &ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(what) if what.contains("assword") => encrypted(),
        error => Error::new(ErrorKind::Damaged, format!("the document is damaged or cut off: {error}")),
    }
}

fn encrypted() -> Error {
    Error::new(ErrorKind::Encrypted, "the document is protected by a password")
}
