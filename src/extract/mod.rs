//! Bytes of a file to text, by what the bytes are and never by a name.
//!
//! A reader gives the text with page breaks as form feeds, what it assumed, what it lost, and what the file knows of
//! its lines ([`Marks`]), which [`crate::Analyzer::analyze_marked`] puts to use.

#[cfg(feature = "html")]
mod html;
mod limits;
mod sniff;
#[cfg(feature = "html")]
mod writer;

pub use limits::ExtractLimits;
pub use sniff::FileFormat;

use crate::error::{Error, ErrorKind};
use crate::marks::Marks;
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
}

/// Reads a file's bytes as text, whatever format of [`FileFormat`] they are in.
///
/// # Errors
/// [`ErrorKind::Decode`] for bytes that are no text and no document that klubba reads, and the kinds that tell why a
/// document gives none: [`ErrorKind::Encrypted`], [`ErrorKind::Damaged`], [`ErrorKind::NoText`],
/// [`ErrorKind::TooLarge`] where `limits` are reached, [`ErrorKind::Timeout`] where its time is.
pub fn extract(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let extracted = match FileFormat::of(&bytes) {
        Some(FileFormat::Text) | None => text(bytes)?,
        #[cfg(feature = "html")]
        Some(FileFormat::Html) => html::read(bytes, limits)?,
        Some(other) => {
            return Err(Error::new(ErrorKind::Decode, format!("this is {other}, which is not read yet")));
        }
    };
    limits.check_text(extracted.text.len())?;
    Ok(extracted)
}

fn text(bytes: Vec<u8>) -> Result<Extracted, Error> {
    let decoded = decode::decode(bytes)?;
    Ok(Extracted {
        text: decoded.text,
        format: FileFormat::Text,
        encoding: Some(decoded.encoding),
        guessed: decoded.guessed,
        notes: Vec::new(),
        marks: Marks::new(),
    })
}
