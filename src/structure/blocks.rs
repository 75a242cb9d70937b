//! Blocks: the lines that belong together, each one of prose a home for sentences.

use super::layout::{Layout, Role};
use super::{Block, BlockKind, numbering};
use crate::analyze::Source;
use crate::span::Span;
use crate::text::walk;

/// All blocks in order, and of each the indices of its first and last line.
pub(super) fn find(source: &Source, layout: &Layout) -> (Vec<Block>, Vec<(u32, u32)>) {
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
            Role::Furniture => BlockKind::Furniture,
            Role::Toc => BlockKind::Contents,
        };
        let span = Span { start: source.lines[index].start, end: source.lines[index].end };
        match (blocks.last_mut(), lines.last_mut()) {
            (Some(last), Some((_, above)))
                if joins(source, layout, last.kind, *above as usize, index, kind) =>
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
    let text = layout.rows[index].text(source);
    match (last, kind) {
        (BlockKind::Heading, BlockKind::Heading) => false,
        (BlockKind::Paragraph | BlockKind::ListItem, BlockKind::Paragraph) if adjacent => {
            !starts_point(text) && !deliberate(source, layout, above, index)
        }
        // A blank inside a sentence: a page ended there.
        (BlockKind::Paragraph, BlockKind::Paragraph) => {
            let before = layout.rows[above].text(source);
            let gap = index - above <= 3;
            gap && text.starts_with(char::is_lowercase)
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
    numbering::read(text).is_some_and(|n| n.closed && n.width < text.len())
        || text.starts_with("att ")
        || text.starts_with("Att ")
        || text.starts_with("dels ")
}

/// The line above ended on purpose: its sentence is over and the next word had room on it.
fn deliberate(source: &Source, layout: &Layout, above: usize, index: usize) -> bool {
    let (line, next) = (layout.rows[above].text(source), layout.rows[index].text(source));
    let first_word = next.split_whitespace().next().map_or(0, |w| w.chars().count());
    line.ends_with(['.', '!', '?', ':', ';'])
        && next.starts_with(|c: char| !c.is_lowercase())
        && walk::is_shorter(line, 59usize.saturating_sub(first_word))
}
