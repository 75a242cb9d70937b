//! Blocks: the lines that belong together, each one of prose a home for sentences.

use super::Block;
use super::headings::first_word;
use super::layout::{Layout, Role};
use super::numbering::{self, Number, Sort};
use crate::document::{BlockKind, Span};
use crate::lexicon::sets::pages::POINTS;
use crate::scan::Source;
use crate::text::walk;

/// All blocks in order, and of each the indices of its first and last line.
///
/// `rests` are the rows on which text follows behind a heading, with the place where it begins.
pub(super) fn find(
    source: &Source,
    layout: &Layout,
    rests: &[(usize, u32)],
) -> (Vec<Block>, Vec<(u32, u32)>) {
    let mut rests = rests.iter().peekable();
    let unbroken = is_unbroken(layout);
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<(u32, u32)> = Vec::new();
    for (index, row) in layout.rows.iter().enumerate() {
        let kind = match row.role {
            Role::Blank => continue,
            Role::Heading | Role::Marked(_) => BlockKind::Heading,
            Role::Text | Role::Bold => BlockKind::Paragraph,
            Role::Item => BlockKind::ListItem,
            Role::Row => BlockKind::TableRow,
            Role::Markup => BlockKind::Markup,
            Role::Furniture | Role::Frame => BlockKind::Furniture,
            Role::Toc => BlockKind::Contents,
        };
        let mut span = Span { start: source.lines[index].start, end: source.lines[index].end };
        let mut kind = kind;
        while rests.next_if(|(row, _)| *row < index).is_some() {}
        if let Some(&(_, rest)) =
            rests.next_if(|(row, at)| *row == index && span.start < *at && *at < span.end)
        {
            let end = source
                .text
                .get(span.start as usize..rest as usize)
                .map_or(rest, |head| span.start + head.trim_end().len() as u32);
            let head = Span { start: span.start, end };
            blocks.push(Block { span: head, kind, shown: kind });
            lines.push((index as u32, index as u32));
            span.start = rest;
            kind = BlockKind::Paragraph;
        }
        match (blocks.last_mut(), lines.last_mut()) {
            (Some(last), Some((_, above)))
                if joins(source, layout, last.kind, *above as usize, index, kind)
                    && !(unbroken && begins_anew(layout, *above as usize, index)) =>
            {
                last.span.end = span.end;
                *above = index as u32;
            }
            _ => {
                blocks.push(Block { span, kind, shown: kind });
                lines.push((index as u32, index as u32));
            }
        }
    }
    (blocks, lines)
}

/// Wider lines are whole paragraphs: no page or letter has lines of such a width, in bytes.
const WIDEST: u32 = 170;

/// Whether a line is a paragraph, as on pages of the web: of the lines of text many are wider than any that was
/// broken.
fn is_unbroken(layout: &Layout) -> bool {
    let written = || layout.rows.iter().filter(|row| matches!(row.role, Role::Text | Role::Item));
    let wide = written().filter(|row| row.span.len() > WIDEST as usize).count();
    wide > 1 && 8 * wide >= written().count()
}

/// Whether a line of such a text begins a paragraph: the one above does not break off inside of a sentence.
fn begins_anew(layout: &Layout, above: usize, index: usize) -> bool {
    let (above, row) = (layout.rows[above], layout.rows[index]);
    !row.first.is_ascii_lowercase() && !matches!(above.last, b',' | b'-' | b'(')
}

/// Whether the row goes on with the block before it, which ends with the row `above`.
fn joins(
    source: &Source,
    layout: &Layout,
    last: BlockKind,
    above: usize,
    index: usize,
    kind: BlockKind,
) -> bool {
    let adjacent = above + 1 == index;
    let row = layout.rows[index];
    match (last, kind) {
        (BlockKind::Heading, BlockKind::Heading) => false,
        (BlockKind::Paragraph | BlockKind::ListItem, BlockKind::Paragraph) if adjacent => {
            // *… varannan tisdag 20:00 -⏎21:00 med start i maj*
            let ranges = || [" -", " –"].iter().any(|dash| layout.rows[above].text(source).ends_with(dash));
            let goes_on = row.first.is_ascii_digit() && ranges();
            (goes_on || !starts_point(row.text(source))) && !deliberate(source, layout, above, index)
        }
        // A blank inside a sentence: a page ended there.
        (BlockKind::Paragraph, BlockKind::Paragraph) => {
            let before = layout.rows[above];
            let small = |b: u8| b.is_ascii_lowercase() || !b.is_ascii();
            if index - above > 3 || !small(row.first) || !(small(before.last) || before.last == b',') {
                return false;
            }
            let (before, text) = (before.text(source), row.text(source));
            text.starts_with(char::is_lowercase)
                && before.ends_with(|c: char| c.is_lowercase() || c == ',')
                && !walk::is_shorter(before, 41)
                && !starts_point(text)
        }
        (BlockKind::Markup | BlockKind::Furniture, same) => same == last && adjacent,
        _ => false,
    }
}

/// A point of a list: `1. …`, `a) …`, `att …` on a line of its own.
fn starts_point(text: &str) -> bool {
    numbering::read(text).is_some_and(|n| n.closed && n.width < text.len() && !is_place_in_law(text, n))
        || POINTS.iter().any(|opens| text.starts_with(opens))
        || is_settling_label(text)
}

/// *17 kap. miljöbalken*, *5 kap. 2 § kommunallagen*: a place in a law, to which the line above leads.
fn is_place_in_law(text: &str, number: Number) -> bool {
    let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
    number.sort == Sort::Part && text.get(number.width..).is_some_and(|rest| rest.starts_with(goes_on))
}

/// *Beslut: …*, *Styrelsens förslag: …*: what follows the label is another matter than the line above.
fn is_settling_label(text: &str) -> bool {
    let head = text.as_bytes().get(..text.len().min(45)).unwrap_or_default();
    let Some(colon) = memchr::memchr(b':', head) else { return false };
    let label = head.get(..colon).unwrap_or_default();
    label.first().is_some_and(u8::is_ascii_uppercase)
        && [&b"eslut"[..], b"rslag", b"ESLUT"].iter().any(|end| label.ends_with(end))
}

/// The line above ended on purpose: its sentence is over and the next word had room on it.
fn deliberate(source: &Source, layout: &Layout, above: usize, index: usize) -> bool {
    let (row, below) = (layout.rows[above], layout.rows[index]);
    if !matches!(row.last, b'.' | b'!' | b'?' | b':' | b';') || below.first.is_ascii_lowercase() {
        return false;
    }
    let (line, next) = (row.text(source), below.text(source));
    next.starts_with(|c: char| !c.is_lowercase())
        && walk::is_shorter(line, 59usize.saturating_sub(first_word(next)))
}
