//! What turned out to be no heading once all are seen: chains of captions, cells of tables, cover pages.

use super::contents;
use super::headings::Found;
use super::layout::{Layout, Role};
use super::line_tests::{is_record_heading, is_sentence};
use super::numbering::Sort;
use super::rules;
use crate::lexicon::labels::Label;
use crate::scan::Source;

/// Four or more lines alone in a row are a list of names, captions or menu entries, not headings.
pub(super) fn drop_chains(layout: &mut Layout, found: &mut Vec<Found>, record: bool) {
    let mut keep = vec![true; found.len()];
    let mut start = 0;
    while start < found.len() {
        let mut end = start;
        // The lists of what a record holds are headings all the same: days, numbers of committees' reports.
        let single = |f: &Found| f.rule.is(&rules::ALONE) && !(record && is_record_heading(&f.title));
        while single(&found[end])
            && end + 1 < found.len()
            && single(&found[end + 1])
            && layout.next(found[end].rows.1) == Some(found[end + 1].rows.0)
        {
            end += 1;
        }
        if end - start >= 3 {
            keep[start..=end].fill(false);
        }
        start = end + 1;
    }
    let mut keep = keep.into_iter();
    retain(layout, found, |_| keep.next().unwrap_or(true));
}

/// The cells of a table whose lines were lost (*Ledamot*, *Nej* in a list of votes) recur above short lines.
pub(super) fn drop_cells(source: &Source, layout: &mut Layout, found: &mut Vec<Found>) {
    let loose = |f: &Found| {
        f.label.is_none()
            && f.marked.is_none()
            && f.large.is_none()
            && f.number.is_none()
            && f.title.len() < 40
    };
    let above_short = |f: &&Found| {
        let below = layout.next(f.rows.1).map_or("", |i| layout.rows[i].text(source));
        below.len() < 40 && !is_sentence(below)
    };
    let loose_ones = found.iter().filter(|f| loose(f)).filter(above_short);
    let mut titles = Vec::from_iter(loose_ones.map(|f| f.title.as_str()));
    titles.sort_unstable();
    let same = titles.chunk_by(|a, b| a == b).filter(|same| same.len() >= 4);
    let cells = Vec::from_iter(same.map(|same| same[0].to_string()));
    if !cells.is_empty() {
        retain(layout, found, |f| !(loose(f) && cells.binary_search(&f.title).is_ok()));
    }
}

/// On the cover pages of minutes, before the first paragraph, stand fields and names, not headings.
pub(super) fn drop_cover(layout: &mut Layout, found: &mut Vec<Found>) {
    let is_paragraph = |f: &Found| f.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph);
    let paged = layout.rows.iter().any(|row| row.role == Role::Furniture);
    let Some(first) = found.iter().position(is_paragraph).filter(|_| paged) else { return };
    let mut index = 0;
    retain(layout, found, |f| {
        index += 1;
        let loose = f.marked.is_none() && f.number.is_none() && !contents::is_name(&f.title);
        let cover = matches!(f.label, None | Some(Label::Attendance | Label::Field));
        !(index <= first && loose && cover && !f.rule.is(&rules::TITLE))
    });
}

/// Keeps the headings that `keep` says; the rows of the others are text again.
fn retain(layout: &mut Layout, found: &mut Vec<Found>, mut keep: impl FnMut(&Found) -> bool) {
    found.retain(|f| {
        let stays = keep(f);
        if !stays {
            let rows = layout.rows[f.rows.0..=f.rows.1].iter_mut();
            rows.filter(|row| row.role == Role::Heading).for_each(|row| row.role = Role::Text);
        }
        stays
    });
}
