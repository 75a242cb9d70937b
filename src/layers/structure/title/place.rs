//! The title among the headings.

use super::{Title, has_series_number, line};
use crate::layers::structure::headings::Found;
use crate::layers::structure::layout::{Layout, Role};
use crate::layers::structure::numbering::Sort;
use crate::layers::structure::rules;
use crate::scan::Source;
use crate::text::walk;

/// Makes the title the first heading, and tells whether it is one. What was found above it is letterhead.
pub(in crate::layers::structure) fn place(
    source: &Source,
    layout: &mut Layout,
    found: &mut Vec<Found>,
    title: Option<&Title>,
) -> bool {
    let Some((rows, span)) = title.and_then(|title| title.heading) else { return false };
    // The title of the first paragraph, which stands below its number.
    let paragraph = |f: &Found| {
        f.span.start < span.start
            && f.span.end >= span.end
            && f.number.as_ref().is_some_and(|(number, _)| number.sort == Sort::Paragraph)
    };
    if found.iter().any(paragraph) {
        return false;
    }
    let keeps = found.iter().position(|f| f.span == span);
    // What is marked up as the title's first line tells its level.
    let inside = found.iter().filter(|f| f.span.start < span.end && f.span.end > span.start);
    let marked = inside.filter_map(|f| f.marked).min();
    let mut kept = keeps.map(|at| found.swap_remove(at));
    found.sort_by_key(|f| f.span.start);
    found.retain(|f| {
        let below = f.span.start >= span.end;
        if !below {
            for row in f.rows.0..=f.rows.1 {
                if let Some(row) = layout.rows.get_mut(row).filter(|row| row.role == Role::Heading) {
                    row.role = Role::Text;
                }
            }
        }
        below
    });
    for row in layout.rows.get_mut(rows.0..=rows.1).into_iter().flatten() {
        if matches!(row.role, Role::Text | Role::Bold | Role::Item | Role::Row) {
            row.role = Role::Heading;
        }
    }
    let mut heading = kept.take().unwrap_or_else(|| Found {
        span,
        number: None,
        title: String::new(),
        case: None,
        label: None,
        marked,
        large: None,
        nested: false,
        rule: rules::TITLE.here(),
        rows,
    });
    heading.number = None;
    heading.label = None;
    heading.title = title.map_or_else(|| walk::one_line(span.of(source.text)), |title| title.text.clone());
    found.insert(0, heading);
    drop_head(source, layout, found);
    true
}

/// Drops what was found right below the title of the head that goes on there: *Interpellation 2015/16:41 av Anna Holm (M)*, *Till
/// riksdagen*, *Dir. 1994:103*.
fn drop_head(source: &Source, layout: &mut Layout, found: &mut Vec<Found>) {
    let mut last = found.first().map_or(0, |title| title.rows.1);
    let goes_on = |f: &Found, last: usize| {
        let near = layout.rows[last + 1..f.rows.0].iter().all(|row| row.is_blank());
        let numbered = f.number.is_some() && !has_series_number(f.span.of(source.text));
        let plain = !numbered && f.label.is_none() && f.marked.is_none() && f.large.is_none();
        near && plain && line::is_of_head(source, f.span)
    };
    let mut count = 0;
    while let Some(f) = found.get(1 + count).filter(|f| f.rows.0 > last && goes_on(f, last)) {
        last = f.rows.1;
        count += 1;
    }
    for f in found.drain(1..1 + count) {
        for row in layout.rows[f.rows.0..=f.rows.1].iter_mut().filter(|row| row.role == Role::Heading) {
            row.role = Role::Text;
        }
    }
}
