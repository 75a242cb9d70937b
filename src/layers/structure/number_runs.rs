//! Numbers that run on through the text.

use super::headings::LONG;
use super::layout::{Layout, Role};
use super::line_tests::is_date_line;
use super::numbering::{self, Number, Sort};
use crate::scan::Source;

/// What numbers of one run have in common: their sort, whether they stand bare, whether they are closed.
type Form = (Sort, bool, bool);

/// Runs inside runs that are kept open at once.
const OPEN_RUNS: usize = 6;

/// Runs of numbers that go up by one, with text between them: what tells headings from list points.
pub(super) struct Runs {
    /// The rows of text that begin with a number.
    pub numbers: Vec<(usize, Number)>,
    /// Rows whose number is part of a run with text between its members.
    members: Vec<usize>,
    /// Rows that begin with a number of depth one.
    numbered: Vec<usize>,
}

impl Runs {
    pub(super) fn of(source: &Source, layout: &Layout) -> Runs {
        let mut numbers = Vec::new();
        let mut candidates: Vec<(usize, Number, bool)> = Vec::new();
        for (index, row) in layout.rows.iter().enumerate() {
            if row.role != Role::Text || row.span.len() > LONG || !numbering::may_begin(row.bytes(source)) {
                continue;
            }
            let text = row.text(source);
            let Some(number) = numbering::of_line(text) else { continue };
            numbers.push((index, number));
            if number.sort != Sort::Paragraph && !is_date_line(text) {
                candidates.push((index, number, number.width >= text.len()));
            }
        }
        let mut runs = Runs { numbers, members: Vec::new(), numbered: Vec::new() };
        // The open runs of each sort and form: their last row and number, newest last.
        let mut open: Vec<(Form, Vec<(usize, u32)>)> = Vec::new();
        for &(index, number, bare) in &candidates {
            runs.numbered.push(index);
            let form = (number.sort, bare, number.closed);
            let spaced = |from: usize| {
                (from + 1..index).any(|i| {
                    matches!(layout.rows[i].role, Role::Text | Role::Item | Role::Row)
                        && candidates.binary_search_by_key(&i, |c| c.0).is_err()
                })
            };
            let slot = open.iter().position(|(f, _)| *f == form).unwrap_or_else(|| {
                open.push((form, Vec::new()));
                open.len() - 1
            });
            let same = &mut open[slot].1;
            match same.iter().rposition(|(_, value)| value + 1 == number.value) {
                Some(at) => {
                    if spaced(same[at].0) {
                        runs.members.push(same[at].0);
                        runs.members.push(index);
                    }
                    // What was opened inside this run is over.
                    same.truncate(at);
                }
                None if same.len() >= OPEN_RUNS => drop(same.remove(0)),
                None => {}
            }
            same.push((index, number.value));
        }
        runs.members.sort_unstable();
        runs.members.dedup();
        runs
    }

    pub(super) fn holds(&self, row: usize) -> bool {
        self.members.binary_search(&row).is_ok()
    }

    /// Whether `next` is the next point of the same list.
    pub(super) fn follows(&self, row: usize, next: usize) -> bool {
        next > row && self.numbered.binary_search(&next).is_ok() && !self.holds(next)
    }
}
