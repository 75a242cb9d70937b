//! Who is named in a text: what this layer leaves to those after it.

use crate::document::{Person, Span};

/// The people of a text.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// In order of first mention.
    pub people: Vec<Person>,
    /// Every mention with the index of its person; in order of the text, never overlapping.
    pub mentions: Vec<(Span, u32)>,
    /// Who a bare *ordföranden* is, where that can only be one.
    pub chair: Option<u32>,
}

impl Cast {
    /// The mentions that start in `span`.
    pub fn within(&self, span: Span) -> &[(Span, u32)] {
        let from = self.mentions.partition_point(|(m, _)| m.start < span.start);
        let to = self.mentions.partition_point(|(m, _)| m.start < span.end);
        &self.mentions[from..to.max(from)]
    }
}

/// A line that introduces a speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Intro {
    /// The whole line.
    pub line: Span,
    /// The speaker's name in it.
    pub name: Span,
}
