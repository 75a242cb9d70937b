//! Structure: lines into blocks, headings, contents and page furniture, and what sort of text it is.

mod alone;
mod blocks;
pub(crate) mod case;
mod contents;
pub(crate) mod flat;
mod furniture;
mod headings;
mod identity;
mod kind;
pub(crate) mod labels;
mod layout;
mod levels;
mod looks;
mod marked;
mod numbering;
mod pages;
mod parts;
mod places;
mod records;
mod recurring;
pub(crate) mod rules;
mod runs;
mod sift;

pub(crate) use crate::document::BlockKind;
pub(crate) use identity::nominative;
pub(crate) use parts::shown;

use crate::analyze::Source;
use crate::document::{DocumentKind, Heading, Page, Place, TocEntry};
use crate::span::Span;
use crate::text::sentences::{self, Sentences};
use labels::Label;

/// What the layers after this one know of a text's build.
#[derive(Debug)]
pub(crate) struct Structure {
    pub headings: Vec<Heading>,
    /// What each heading is as a label, if it is one.
    pub labels: Vec<Option<Label>>,
    pub toc: Vec<TocEntry>,
    /// Every line that is not blank belongs to one block; in order, never overlapping.
    pub blocks: Vec<Block>,
    /// Indices of the first and last line of each block.
    pub block_lines: Vec<(u32, u32)>,
    /// The sentences of the blocks that hold prose; none if nobody asked for them.
    pub sentences: Sentences,
    /// What recurs on every page.
    pub furniture: Vec<Span>,
    pub kind: DocumentKind,
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
    /// Index of the last heading that starts at or before byte `at`.
    pub fn heading_at(&self, at: usize) -> Option<usize> {
        self.headings.partition_point(|h| h.span.start as usize <= at).checked_sub(1)
    }

    /// Where the part that a heading names ends: at the next heading of its level or above, or at the
    /// text's end.
    pub fn section_end(&self, heading: usize, text: &str) -> usize {
        let level = self.headings[heading].level;
        let next = self.headings[heading + 1..].iter().find(|h| h.level <= level);
        next.map_or(text.len(), |h| h.span.start as usize)
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

/// Reads the structure of a text, its sentences only if they are wanted.
pub(crate) fn find(source: &Source, with_sentences: bool) -> Structure {
    let mut layout = layout::read(source);
    let debate = kind::is_debate(source, &layout);
    let named = if debate { Vec::new() } else { furniture::named_protocol(source.text) };
    let record = debate || kind::is_record(source, &named);
    let marks = furniture::mark(source, &mut layout, record, &named);
    let mut toc = contents::find(source, &mut layout);
    let found = headings::find(source, &mut layout, &toc, record);
    let has_title = identity::has_title(source, &layout, &found);
    let kind = if record { DocumentKind::Record } else { kind::find(source, &layout, &found, has_title) };
    let body = identity::body(source, &layout, &found, has_title);
    let place = places::find(source, &layout, found.first().filter(|_| has_title).map(|f| f.span), kind);
    let labels = Vec::from_iter(found.iter().map(|f| f.label));
    let headings = levels::settle(found, has_title, kind);
    contents::link(source.labels, &mut toc, &headings);
    let title = headings.first().filter(|_| has_title).map(|h| h.title.clone());
    let title = title.or_else(|| identity::title_in_header(source, &layout));
    let (mut blocks, block_lines) = blocks::find(source, &layout);
    parts::mark(source.text, &headings, &labels, &mut blocks);
    let prose = |b: &&Block| with_sentences && b.holds_prose();
    let sentences = Sentences::of(source.text, blocks.iter().filter(prose).map(|b| b.span));
    let furniture = blocks.iter().filter(|b| b.kind == BlockKind::Furniture).map(|b| b.span).collect();
    let pages = pages::find(source, &layout, &marks);
    Structure {
        headings,
        labels,
        toc,
        blocks,
        block_lines,
        sentences,
        furniture,
        kind,
        title,
        body,
        place,
        pages,
    }
}
