//! Speeches.

use super::named::named;
use super::rule::Fired;
use super::span::Span;

named! {
    /// How words are attributed to their speakers.
    SpeechMode {
        /// A verbatim record's speech, under its speaker's line.
        Turn = "turn",
        /// A quotation, by dash or quotation marks.
        Direct = "direct",
        /// A sentence whose subject speaks, informs or moves.
        Reported = "reported",
        /// The body under a heading whose presenter is named.
        Presentation = "presentation",
    }
}

/// Words that the text attributes to one or more people.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The words.
    pub span: Span,
    /// How they are attributed.
    pub mode: SpeechMode,
    /// The reporting verb's lemma.
    pub verb: Option<&'static str>,
    /// Indices into [`crate::Document::people`].
    pub speakers: Vec<u32>,
    /// Where the cue stands that led to it (a word, a number, the beginning of a line), in bytes.
    pub cue: u32,
    /// Why it is one.
    pub rule: Fired,
}
