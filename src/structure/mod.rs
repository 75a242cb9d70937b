//! Structure: lines into blocks, headings, contents and page furniture, and what sort of text it is.

pub(crate) mod rules;

use crate::analyze::Source;
use crate::document::{DocumentKind, Heading, HeadingKind, TocEntry};
use crate::span::Span;
use crate::text::sentences::Sentences;

/// What the layers after this one know of a text's build.
#[derive(Debug)]
pub(crate) struct Structure {
    pub headings: Vec<Heading>,
    pub toc: Vec<TocEntry>,
    /// Every line that is not blank belongs to one block; in order, never overlapping.
    pub blocks: Vec<Block>,
    /// The sentences of the blocks that hold prose.
    pub sentences: Sentences,
    /// What recurs on every page.
    pub furniture: Vec<Span>,
    pub kind: DocumentKind,
    pub title: Option<String>,
    pub body: Option<String>,
}

/// Lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub span: Span,
    pub kind: BlockKind,
    /// Indices of its first and last line.
    pub lines: (u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Heading,
    /// Running text.
    Paragraph,
    /// One point of a list, with the lines that continue it.
    Item,
    /// A line of a table.
    Row,
    Toc,
    Furniture,
    /// Markup that is no text: comments, front matter, commands.
    Markup,
}

impl Structure {
    /// Index of the last heading that starts at or before byte `at`.
    pub fn heading_at(&self, at: usize) -> Option<usize> {
        self.headings.partition_point(|h| h.span.start as usize <= at).checked_sub(1)
    }

    /// Index of the nearest heading of `kind` that `at` stands under.
    pub fn under(&self, at: usize, kind: HeadingKind) -> Option<usize> {
        let mut index = self.heading_at(at)?;
        let mut level = u8::MAX;
        loop {
            let heading = &self.headings[index];
            if heading.level < level {
                if heading.kind == kind {
                    return Some(index);
                }
                level = heading.level;
            }
            index = index.checked_sub(1)?;
        }
    }

    /// Where the part that a heading names ends: at the next heading of its level or above, or at the
    /// text's end.
    pub fn section_end(&self, heading: usize, text: &str) -> usize {
        let level = self.headings[heading].level;
        let next = self.headings[heading + 1..].iter().find(|h| h.level <= level);
        next.map_or(text.len(), |h| h.span.start as usize)
    }

    /// Index of the block that holds byte `at`.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let i = self.blocks.partition_point(|b| b.span.start as usize <= at).checked_sub(1)?;
        (at < self.blocks[i].span.end as usize).then_some(i)
    }
}

/// Reads the structure of a text.
pub(crate) fn find(source: &Source) -> Structure {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < source.lines.len() {
        if source.lines[at].is_blank() {
            at += 1;
            continue;
        }
        let first = at;
        while at + 1 < source.lines.len() && !source.lines[at + 1].is_blank() {
            at += 1;
        }
        let span = Span { start: source.lines[first].start, end: source.lines[at].end };
        blocks.push(Block { span, kind: BlockKind::Paragraph, lines: (first as u32, at as u32) });
        at += 1;
    }
    let sentences = Sentences::of(source.text, blocks.iter().map(|b| b.span));
    Structure {
        headings: Vec::new(),
        toc: Vec::new(),
        blocks,
        sentences,
        furniture: Vec::new(),
        kind: DocumentKind::Other,
        title: None,
        body: None,
    }
}
