//! Structure: lines into blocks, headings, contents and page furniture, and what sort of text it is.

mod blocks;
pub(crate) mod case;
mod contents;
mod frame;
mod furniture;
mod headings;
mod identity;
mod judge;
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
mod title;

pub(crate) use identity::{halved, nominative};
pub(crate) use model::{Block, BlockLines, Structure, heading_at, section_end};
pub(crate) use parts::shown;

use crate::document::{BlockKind, DocumentKind, Heading, Span, TocEntry};
use crate::scan::Source;
use crate::text::sentences::Sentences;

/// The part of a block that holds prose: all of a paragraph; of a heading's line what follows the heading, as in a run-in
/// paragraph of which only the number is one.
fn prose_of(text: &str, headings: &[Heading], block: &Block) -> Option<Span> {
    if block.kind != BlockKind::Heading {
        return block.holds_prose().then_some(block.span);
    }
    let heading = &headings[model::heading_at(headings, block.span.end as usize - 1)?];
    let rest = Span { start: heading.span.end, end: block.span.end };
    if heading.span.start < block.span.start || rest.start >= rest.end {
        return None;
    }
    let words = rest.of(text);
    let skipped =
        words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || c == '.' || c == ':').len();
    let prose = Span { start: rest.start + skipped as u32, ..rest };
    (prose.len() > 8).then_some(prose)
}

/// A text whose lines have their first roles, and the headings that rules find in it.
struct Opened {
    layout: layout::Layout,
    /// Whether it is a record of a debate.
    record: bool,
    /// The rows of page marks.
    marks: Vec<usize>,
    toc: Vec<TocEntry>,
    found: Vec<headings::Found>,
}

/// The steps that everything else builds on: lines, furniture, contents, headings by rule.
fn open(source: &Source) -> Opened {
    let mut layout = layout::read(source);
    let debate = kind::is_debate(source, &layout);
    let named = if debate { Vec::new() } else { furniture::named_protocol(source.text) };
    let record = debate || kind::is_record(source, &named);
    let marks = furniture::mark(source, &mut layout, record, &named);
    let toc = contents::find(source, &mut layout);
    let found = headings::find(source, &mut layout, &toc, record);
    Opened { layout, record, marks, toc, found }
}

/// The names of the features by which the kind of a text is told.
pub(crate) fn kind_features(source: &Source) -> Vec<String> {
    let Opened { mut layout, record, toc, found, .. } = open(source);
    let mut found = judge::settle(source, &mut layout, &toc, found, record);
    let title = title::find(source, &layout, &found);
    title::place(source, &mut layout, &mut found, title.as_ref());
    let title = title.as_ref().map(|title| title.text.as_str());
    kind::features(source, &layout, kind::Known { title, found: &found, record })
}

/// Reads the structure of a text, its sentences only if they are wanted; `known` is its kind where the caller knows it.
pub(crate) fn find(
    source: &Source,
    known: Option<DocumentKind>,
    with_sentences: bool,
) -> (Structure, BlockLines) {
    let Opened { mut layout, record, marks, mut toc, found } = open(source);
    let mut found = judge::settle(source, &mut layout, &toc, found, record);
    headings::take_cases(source, &layout, &mut found);
    let title = title::find(source, &layout, &found);
    let has_title = title::place(source, &mut layout, &mut found, title.as_ref());
    let name = title.as_ref().map(|title| title.text.as_str());
    let told = kind::find(source, &layout, kind::Known { title: name, found: &found, record }, has_title);
    let told = told.known(known);
    let kind = told.kind;
    let body = identity::body(source, &layout, &found, has_title);
    let place = places::find(source, &layout, found.first().filter(|_| has_title).map(|f| f.span), kind);
    let labels = Vec::from_iter(found.iter().map(|f| f.label));
    let rests = Vec::from_iter(found.iter().filter_map(|f| judge::rest(source, &layout, f)));
    let headings = levels::settle(&layout, found, has_title, kind);
    contents::link(source.labels, &mut toc, &headings);
    let title = title.map(|title| title.text);
    let (mut blocks, block_lines) = blocks::find(source, &layout, &rests);
    parts::mark(source.text, &headings, &labels, &mut blocks);
    let prose = |b: &Block| with_sentences.then(|| prose_of(source.text, &headings, b))?;
    let sentences = Sentences::of(source.text, blocks.iter().filter_map(prose));
    let furniture = blocks.iter().filter(|b| b.kind == BlockKind::Furniture).map(|b| b.span).collect();
    let pages = pages::find(source, &layout, &marks);
    let begin = layout.rows.get(layout.frame.end).map_or(0, |row| row.span.start as usize);
    let structure = Structure {
        headings,
        labels,
        toc,
        blocks,
        sentences,
        furniture,
        host_name: layout.frame.name,
        begin,
        kind,
        told,
        title,
        body,
        place,
        pages,
    };
    (structure, block_lines)
}

/// The features of each candidate for a heading, one a line, below a line for each group: for `tools/weigh.py`.
#[cfg(feature = "weigh")]
pub(crate) fn weigh(source: &Source) -> (String, String) {
    let Opened { layout, record, toc, found, .. } = open(source);
    (judge::print_groups(), judge::print(source, &layout, &toc, &found, record))
}
