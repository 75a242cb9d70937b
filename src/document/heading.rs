//! Headings and the lines of a table of contents.

use super::named::named;
use super::rule::Fired;
use super::span::Span;

named! {
    /// What a heading names.
    HeadingKind {
        /// The document's title.
        Title = "title",
        /// An agenda item or paragraph of minutes (*§ 45 Budget 2023*).
        Item = "item",
        /// Any other part.
        Section = "section",
        /// A recurring name for a portion inside an item or section (*Beslut, Kommentar, Yrkanden*).
        Label = "label",
    }
}

/// A whole line, or the lines of one broken title, that names the part that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Where it stands, without markup and outer white space.
    pub span: Span,
    /// Its numbering as written (`1.2.3`, `§ 45`, `a)`).
    pub number: Option<String>,
    /// The rest, on one line.
    pub title: String,
    /// 1 is the document's title; each level below is one deeper.
    pub level: u8,
    /// What it names.
    pub kind: HeadingKind,
    /// The case number that stands in it (`BN-2024-00105`).
    pub case: Option<String>,
    /// Where the cue stands that led to it (a word, a number, the beginning of a line), in bytes.
    pub cue: u32,
    /// Why it is one.
    pub rule: Fired,
}

/// An entry of a table of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct TocEntry {
    /// Its line or lines.
    pub span: Span,
    /// Its numbering as written.
    pub number: Option<String>,
    /// Its title, without leaders and page.
    pub title: String,
    /// The page it names.
    pub page: Option<u32>,
    /// Index of the heading that it points to.
    pub heading: Option<u32>,
    /// Why it is one.
    pub rule: Fired,
}
