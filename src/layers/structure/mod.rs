//! Structure: lines into blocks, headings, contents and page furniture, and what sort of text it is.

mod blocks;
pub(crate) mod case;
mod contents;
mod furniture;
mod headings;
mod identity;
mod kind;
mod layout;
mod levels;
mod line_tests;
mod marked;
mod model;
mod number_runs;
mod numbering;
mod pages;
mod parts;
mod places;
mod prefilter;
mod records;
mod recurring;
pub(crate) mod rules;
mod standalone;

pub(crate) use identity::nominative;
pub(crate) use model::{Block, BlockLines, Structure, heading_at, section_end};
pub(crate) use parts::shown;

use crate::document::BlockKind;
use crate::scan::Source;
use crate::text::sentences::Sentences;

/// The names of the features by which the kind of a text is told.
pub(crate) fn kind_features(source: &Source) -> Vec<String> {
    kind::features(source, &layout::read(source))
}

/// Reads the structure of a text, its sentences only if they are wanted.
pub(crate) fn find(source: &Source, with_sentences: bool) -> (Structure, BlockLines) {
    let mut layout = layout::read(source);
    let debate = kind::is_debate(source, &layout);
    let named = if debate { Vec::new() } else { furniture::named_protocol(source.text) };
    let record = debate || kind::is_record(source, &named);
    let marks = furniture::mark(source, &mut layout, record, &named);
    let mut toc = contents::find(source, &mut layout);
    let found = headings::find(source, &mut layout, &toc, record);
    let has_title = identity::has_title(source, &layout, &found);
    let told = kind::find(source, &layout, &found, has_title, record);
    let kind = told.kind;
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
    let structure = Structure {
        headings,
        labels,
        toc,
        blocks,
        sentences,
        furniture,
        kind,
        told,
        title,
        body,
        place,
        pages,
    };
    (structure, block_lines)
}
