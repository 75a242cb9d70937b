//! What the file itself says of its lines: styled headings, large type, rows of tables.

use super::headings::{Finder, Found, TITLE};
use super::layout::{Layout, Role};
use super::line_tests::{is_date_line, is_field, is_name_line, is_sentence};
use super::rules;
use crate::document::{Mark, Span};
use crate::scan::Source;

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
                    let line = source.lines[index];
                    row.set(source.text, Span { start: line.start, end: line.end });
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

impl Finder<'_, '_> {
    /// A line in large type that no rule took, where it does not read like text or a name.
    pub(super) fn large(&self, layout: &Layout, index: usize, found: &[Found]) -> Option<Found> {
        let large = layout.large.get(&index).filter(|_| !self.record)?;
        let rows = layout.rows.get(index..=large.last)?;
        let span = layout.span(index, large.last);
        let text = span.of(self.source.text);
        let reads = rows.iter().all(|row| row.role == Role::Text)
            && text.contains(char::is_alphabetic)
            && span.len() <= TITLE
            && !(is_sentence(text) || is_field(text) || is_name_line(self.source, span));
        // Under the title stand whose paper it is and its date, however large.
        let below = layout.next(large.last).map_or("", |below| layout.rows[below].text(self.source));
        let cover = found.len() <= 1 && (is_date_line(below) || is_field(below));
        (reads && !cover)
            .then(|| Found { rows: (index, large.last), ..self.numbered_or_plain(span, &rules::BOLD, index) })
    }

    /// A heading with the rank of its type, and whole where its type goes on over more lines.
    pub(super) fn enlarged(&self, layout: &Layout, heading: Found) -> Found {
        let first = heading.rows.0;
        let Some(large) = layout.large.get(&first) else { return heading };
        let goes_on = large.last > heading.rows.1
            && heading.case.is_none()
            && layout.rows[first..=large.last].iter().all(|row| row.role == Role::Text);
        let heading = if goes_on {
            let whole = self.numbered_or_plain(layout.span(first, large.last), &rules::BOLD, first);
            Found { rows: (first, large.last), number: heading.number, rule: heading.rule, ..whole }
        } else {
            heading
        };
        Found { large: Some(large.rank), ..heading }
    }
}
