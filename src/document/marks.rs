//! What a file knows of its lines beyond their words: which are headings, and how deep; which are rows of tables.

use super::span::Span;

/// What a file says of a part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mark {
    /// A heading of this level, 1 for the outermost.
    Heading(u8),
    /// Set larger or bolder than the text, and so probably a heading; 1 for the largest.
    Large(u8),
    /// A row of a table.
    Row,
}

/// The marks of a text, in order. A reader makes them (`extract`, with the feature `decode`);
/// [`crate::Analyzer::analyze_marked`] takes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<(Span, Mark)>);

impl Marks {
    /// No marks yet.
    pub fn new() -> Marks {
        Marks::default()
    }

    /// Adds a mark. Spans count bytes of the text, and come in order; one that begins before the last is dropped.
    pub fn push(&mut self, span: Span, mark: Mark) {
        if !span.is_empty() && self.0.last().is_none_or(|(last, _)| last.end <= span.start) {
            self.0.push((span, mark));
        }
    }

    /// Puts every heading one level deeper.
    #[cfg(any(feature = "html", feature = "office"))]
    pub(crate) fn deepen(&mut self) {
        for (_, mark) in &mut self.0 {
            if let Mark::Heading(level) = mark {
                *level = level.saturating_add(1);
            }
        }
    }

    /// Keeps styled headings and tables alone.
    #[cfg(any(feature = "html", feature = "office"))]
    pub(crate) fn drop_large(&mut self) {
        self.0.retain(|(_, mark)| !matches!(mark, Mark::Large(_)));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each mark with the bytes it stands on, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Span, Mark)> + '_ {
        self.0.iter().copied()
    }
}
