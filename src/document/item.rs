//! Items of the agenda.

use super::span::Span;

/// An item of the agenda: the course of one matter. Numbers of decisions are indices into
/// [`crate::Document::decisions`], in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// From its heading to the next heading of its level or above.
    pub span: Span,
    /// Index of its heading in [`crate::Document::headings`].
    pub heading: u32,
    /// The case number in its heading.
    pub case: Option<String>,
    /// What bodies and officers propose.
    pub proposals: Vec<u32>,
    /// What members move.
    pub motions: Vec<u32>,
    /// Decisions with the figures of a vote.
    pub votes: Vec<u32>,
    /// What is settled here; not what the text tells of as decided elsewhere or before.
    pub decisions: Vec<u32>,
    /// Who dissents.
    pub reservations: Vec<u32>,
    /// Who speaks: indices into [`crate::Document::people`].
    pub speakers: Vec<u32>,
    /// The places in the law that it names, as written.
    pub law: Vec<String>,
}
