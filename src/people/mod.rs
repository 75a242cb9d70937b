//! People: who is named, once each, with roles, party and mentions.

pub(crate) mod rules;

use crate::analyze::Source;
use crate::document::Person;
use crate::span::Span;
use crate::structure::Structure;

/// The people of a text.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// In order of first mention.
    pub people: Vec<Person>,
    /// Every mention with the index of its person; in order of the text, never overlapping.
    pub mentions: Vec<(Span, u32)>,
}

impl Cast {
    /// The mentions that start in `span`.
    pub fn within(&self, span: Span) -> &[(Span, u32)] {
        let from = self.mentions.partition_point(|(m, _)| m.start < span.start);
        let to = self.mentions.partition_point(|(m, _)| m.start < span.end);
        &self.mentions[from..to.max(from)]
    }
}

/// Everyone named in a text.
pub(crate) fn find(_source: &Source, _structure: &Structure) -> Cast {
    Cast::default()
}
