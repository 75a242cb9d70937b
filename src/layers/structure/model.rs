//! What this layer leaves to those after it.

use super::kind::Told;
use crate::document::{BlockKind, DocumentKind, Heading, Page, Place, Span, TocEntry};
use crate::lexicon::labels::Label;
use crate::text::sentences::{self, Sentences};

/// What the layers after this one know of a text's build.
#[derive(Debug)]
pub(crate) struct Structure {
    pub headings: Vec<Heading>,
    /// What each heading is as a label, if it is one.
    pub labels: Vec<Option<Label>>,
    pub toc: Vec<TocEntry>,
    /// Every line that is not blank belongs to one block; in order, never overlapping.
    pub blocks: Vec<Block>,
    /// The sentences of the blocks that hold prose; none if nobody asked for them.
    pub sentences: Sentences,
    /// What recurs on every page.
    pub furniture: Vec<Span>,
    /// What a host calls the file that it shows.
    pub host_name: Option<Span>,
    /// Where the text begins below what a site prints above it.
    pub begin: usize,
    pub kind: DocumentKind,
    /// How sure the kind is, and what spoke for it.
    pub told: Told,
    pub title: Option<String>,
    pub body: Option<String>,
    pub place: Option<Place>,
    pub pages: Vec<Page>,
}

/// Lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub span: Span,
    pub kind: BlockKind,
    /// What the caller is told that it is: among the kinds are some that no layer needs.
    pub shown: BlockKind,
}

impl Block {
    pub fn holds_prose(self) -> bool {
        matches!(self.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow)
    }
}

impl Structure {
    /// See [`heading_at`].
    pub fn heading_at(&self, at: usize) -> Option<usize> {
        heading_at(&self.headings, at)
    }

    /// See [`section_end`].
    pub fn section_end(&self, heading: usize, text: &str) -> usize {
        section_end(&self.headings, heading, text)
    }

    /// Whether the two places, of which `from` comes first, lie in one sentence.
    pub fn is_one_sentence(&self, text: &str, from: usize, to: usize) -> bool {
        let together = || {
            let block = self.block_at(from).map(|i| self.blocks[i]);
            block.is_some_and(|b| b.holds_prose() && to < b.span.end as usize)
        };
        to - from <= sentences::LONG && together() && !sentences::parted(text, from, to)
    }

    /// Index of the block that holds byte `at`.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let i = self.blocks.partition_point(|b| b.span.start as usize <= at).checked_sub(1)?;
        (at < self.blocks[i].span.end as usize).then_some(i)
    }
}

/// Indices of the first and last line of each block.
pub(crate) type BlockLines = Vec<(u32, u32)>;

/// Index of the last heading that starts at or before byte `at`.
pub(crate) fn heading_at(headings: &[Heading], at: usize) -> Option<usize> {
    headings.partition_point(|h| h.span.start as usize <= at).checked_sub(1)
}

/// Where the part that a heading names ends: at the next heading of its level or above, or at the text's end.
pub(crate) fn section_end(headings: &[Heading], heading: usize, text: &str) -> usize {
    let level = headings[heading].level;
    let next = headings[heading + 1..].iter().find(|h| h.level <= level);
    next.map_or(text.len(), |h| h.span.start as usize)
}
