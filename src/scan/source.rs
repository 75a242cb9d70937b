//! What the layers share of one text.

use super::{Cues, flat, scan};
use crate::document::{Mark, Span};
use crate::lexicon::Lexicon;
use crate::lexicon::labels::Labels;
use crate::lexicon::terms::Vocabulary;
use crate::text::lines::Lines;

/// A text with what every layer reads from it.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    pub text: &'t str,
    pub lines: Lines,
    pub cues: Cues,
    /// What the file says of its lines, in order.
    pub marks: Vec<(Span, Mark)>,
    pub lexicon: &'t Lexicon,
    pub labels: &'t Labels,
}

impl<'t> Source<'t> {
    /// Cuts the text into lines and scans it: for all layers, or with `frame_only` for structure and dates alone.
    pub fn new(
        text: &'t str,
        marks: Vec<(Span, Mark)>,
        frame_only: bool,
        words: &'t Vocabulary,
    ) -> Source<'t> {
        let Vocabulary { lexicon, labels } = words;
        let lines = flat::cut(labels, text, Lines::of(text));
        let cues = scan(text, lexicon, frame_only);
        Source { text, lines, cues, marks, lexicon, labels }
    }
}
