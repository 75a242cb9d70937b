//! What leaves the library: JSON in the form of klubba/1, Arrow tables, HTML, TEI, TimeML, annotations.

#[cfg(feature = "json")]
pub mod annotations;
#[cfg(any(feature = "cli", feature = "link", feature = "sqlite"))]
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod cells;
#[cfg(any(feature = "cli", feature = "link"))]
pub(crate) mod csv;
pub mod html;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;
#[cfg(feature = "arrow")]
pub mod tables;
pub mod tei;
pub(crate) mod timeml;
pub(crate) mod timex3;

/// What a document came from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// The path or name as the user gave it.
    pub source: Option<&'a str>,
    /// What the row of a table that it comes from is called there.
    pub id: Option<&'a str>,
    /// What kind of file it was (`pdf`).
    pub format: Option<&'a str>,
    /// The encoding that the bytes were read as; `None` if the text came decoded.
    pub encoding: Option<&'a str>,
    /// Whether the encoding was guessed.
    pub guessed: bool,
    /// What was lost, left out or repaired in reading it.
    pub notes: &'a [String],
    /// Which of its pages were read by OCR, from 1, and how certain their words are, in per cent.
    pub ocr_pages: &'a [u32],
    /// As many as [`Origin::ocr_pages`].
    pub ocr_confidence: &'a [u32],
    /// How many bytes the file had.
    pub bytes: Option<u64>,
}
