//! Bytes of a file to text, by what the bytes are and never by a name.
//!
//! A reader gives the text with page breaks as form feeds, what it assumed, what it lost, and what the file knows of
//! its lines ([`Marks`]), which [`crate::Analyzer::analyze_marked`] puts to use.

#[cfg(feature = "html")]
mod html;
mod limits;
#[cfg(feature = "mail")]
pub(crate) mod mail;
#[cfg(feature = "mail")]
mod msg;
#[cfg(feature = "office")]
pub(crate) mod office;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(any(feature = "html", feature = "office", feature = "pdf"))]
mod raised;
mod sniff;
#[cfg(any(feature = "html", feature = "office"))]
mod table;
#[cfg(any(feature = "html", feature = "mail", feature = "office"))]
mod writer;
#[cfg(feature = "office")]
mod xml;

pub use limits::{ExtractLimits, Ocr};
#[cfg(all(feature = "archive", feature = "pdf"))]
pub(crate) use pdf::attachments as pdf_attachments;
#[cfg(feature = "ocr")]
pub(crate) use pdf::ocr_missing;
pub use sniff::FileFormat;

use crate::document::{Error, ErrorKind, Marks};
use crate::text::decode;

/// What a reader made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// The text; pages are parted by form feeds where the file tells of pages.
    pub text: String,
    /// What the file is.
    pub format: FileFormat,
    /// The encoding that its bytes were read as, where the format leaves that open.
    pub encoding: Option<&'static str>,
    /// Whether the encoding was guessed: nothing in the file says it.
    pub guessed: bool,
    /// What was lost, left out or repaired, a sentence each, for people.
    pub notes: Vec<String>,
    /// What the file knows of its lines.
    pub marks: Marks,
    /// Which pages were read by OCR.
    pub ocr: Recognized,
}

/// A file that a document carries.
#[cfg(any(feature = "mail", feature = "pdf"))]
#[cfg_attr(not(feature = "archive"), allow(dead_code, reason = "only archives give documents in documents"))]
pub(crate) struct Attachment {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Pages that were read by OCR ([`ExtractLimits::ocr`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognized {
    /// Their numbers, from 1.
    pub pages: Vec<u32>,
    /// How certain the words of each are, in per cent.
    pub confidence: Vec<u32>,
}

/// Reads a file's bytes as text, whatever format of [`FileFormat`] they are in.
///
/// # Errors
/// [`ErrorKind::Decode`] for bytes that are no text and no document that klubba reads, and the kinds that tell why a
/// document gives none: [`ErrorKind::Encrypted`], [`ErrorKind::Damaged`], [`ErrorKind::NoText`],
/// [`ErrorKind::TooLarge`] where `limits` are reached, [`ErrorKind::Timeout`] where its time is.
pub fn extract(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    limits.check_time()?;
    let extracted = match FileFormat::of(&bytes) {
        Some(FileFormat::Text) => text(bytes)?,
        Some(FileFormat::Doc) | None if is_locked(&bytes) => {
            return Err(Error::new(ErrorKind::Encrypted, "the document is protected by a password"));
        }
        None => {
            #[cfg(feature = "office")]
            if let Some(what) = office::foreign(&bytes) {
                return Err(Error::new(ErrorKind::Unsupported, format!("this is {what}, which is not read")));
            }
            text(bytes)?
        }
        #[cfg(feature = "html")]
        Some(FileFormat::Html) => html::read(bytes, limits)?,
        #[cfg(feature = "office")]
        Some(format @ (FileFormat::Docx | FileFormat::Odt)) => office::read(&bytes, format, limits)?,
        #[cfg(feature = "office")]
        Some(FileFormat::Doc) => office::doc::read(&bytes, limits)?,
        #[cfg(feature = "office")]
        Some(FileFormat::Rtf) => office::rtf::read(&bytes, limits)?,
        #[cfg(feature = "mail")]
        Some(FileFormat::Mail) => mail::read(&bytes, limits)?,
        #[cfg(feature = "office")]
        Some(FileFormat::Xml) => xml::read(bytes, limits)?,
        #[cfg(feature = "pdf")]
        Some(FileFormat::Pdf) => pdf::read(bytes, limits)?,
        #[cfg(not(all(feature = "html", feature = "mail", feature = "office", feature = "pdf")))]
        Some(other) => {
            return Err(Error::new(
                ErrorKind::Decode,
                format!("this is {other}: klubba was built without its reader"),
            ));
        }
    };
    Ok(extracted)
}

fn text(bytes: Vec<u8>) -> Result<Extracted, Error> {
    let decoded = decode::decode(bytes)?;
    Ok(Extracted {
        text: decoded.text,
        format: FileFormat::Text,
        encoding: Some(decoded.encoding),
        guessed: decoded.guessed,
        notes: decoded.notes,
        marks: Marks::new(),
        ocr: Recognized::default(),
    })
}

/// Whether the bytes are read as text, and as the UTF-8 that they are.
#[cfg(feature = "cli")]
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    FileFormat::of(bytes) == Some(FileFormat::Text) && decode::is_utf8(bytes)
}

/// What Office encrypts it wraps in the container of its old formats.
fn is_locked(bytes: &[u8]) -> bool {
    sniff::is_container(bytes) && sniff::names(bytes, "EncryptedPackage")
}
