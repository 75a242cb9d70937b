//! What the layers share of one text.

use super::{Cues, flat, scan};
use crate::document::{Deadline, Mark, Span};
use crate::lexicon::Lexicon;
use crate::lexicon::labels::Labels;
use crate::lexicon::terms::Vocabulary;
use crate::text::lines::Lines;
use std::ops::Deref;

/// A text with its cues and the words that they were found by.
#[derive(Debug)]
pub(crate) struct CuedText<'t> {
    pub text: &'t str,
    pub cues: Cues,
    pub lexicon: &'t Lexicon,
    pub labels: &'t Labels,
    /// When the analysis gives up; long loops look at it.
    pub deadline: Deadline,
}

/// The same with its lines, which the layers up to the speeches read.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    pub cued: CuedText<'t>,
    pub lines: Lines,
    /// Where rows begin that were cut out of longer lines as headings.
    pub cut: Vec<u32>,
    /// What the file says of its lines, in order.
    pub marks: Vec<(Span, Mark)>,
}

impl<'t> Source<'t> {
    /// Cuts the text into lines and scans it: for all layers, or with `frame_only` for structure and dates alone.
    pub fn new(
        text: &'t str,
        marks: Vec<(Span, Mark)>,
        frame_only: bool,
        words: &'t Vocabulary,
        deadline: Deadline,
    ) -> Source<'t> {
        let Vocabulary { lexicon, labels } = words;
        let (lines, cut) = flat::cut(words, text, Lines::of(text));
        let cues = scan(text, lexicon, frame_only);
        Source { cued: CuedText { text, cues, lexicon, labels, deadline }, lines, cut, marks }
    }
}

impl<'t> Deref for Source<'t> {
    type Target = CuedText<'t>;

    fn deref(&self) -> &CuedText<'t> {
        &self.cued
    }
}
