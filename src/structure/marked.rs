//! What the file itself says of its lines: styled headings, large type, rows of tables.

use super::layout::{Layout, Role};
use crate::analyze::Source;
use crate::marks::Mark;

/// Type that is larger or bolder than the text's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Large {
    /// 1 for the largest.
    pub rank: u8,
    /// The last row of what is set so.
    pub last: usize,
}

/// Gives marked lines their roles. A style is the writer's word; large type is only a hint, which the layout keeps.
pub(super) fn apply(source: &Source, layout: &mut Layout) {
    for &(span, mark) in &source.marks {
        let first = source.lines.index(span.start as usize);
        let last = source.lines.index(span.end.saturating_sub(1) as usize);
        let rows = layout.rows.get(first..=last).unwrap_or(&[]);
        if rows.is_empty() || rows.iter().any(|row| row.is_blank()) {
            continue;
        }
        match mark {
            Mark::Heading(level) => {
                for index in first..=last {
                    let row = &mut layout.rows[index];
                    layout.marked += usize::from(!matches!(row.role, Role::Marked(_)) && index == first);
                    row.role = Role::Marked(level.max(1));
                    (row.span.start, row.span.end) = (source.lines[index].start, source.lines[index].end);
                }
                layout.last.insert(first, last);
            }
            Mark::Large(rank) => {
                layout.large.insert(first, Large { rank, last });
            }
            Mark::Row => {
                for row in &mut layout.rows[first..=last] {
                    if matches!(row.role, Role::Text | Role::Item | Role::Bold) {
                        row.role = Role::Row;
                    }
                }
            }
        }
    }
}
