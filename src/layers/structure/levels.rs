//! Levels and kinds of the headings, consistent through the document.

use super::contents;
use super::headings::Found;
use super::numbering::Sort;
use super::rules;
use crate::document::{DocumentKind, Heading, HeadingKind};
use crate::lexicon::labels::Label;

/// Turns what was found into headings. `title` tells whether the first heading is the document's title.
pub(super) fn settle(found: Vec<Found>, title: bool, kind: DocumentKind) -> Vec<Heading> {
    let meeting = matches!(kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda);
    // Where paragraphs are numbered, they alone are the items.
    let paragraphs = found.iter().filter(|f| is_paragraph(f)).count();
    // Markup levels are shifted so that the title is 1, or 2 begins where there is none.
    let top = found.iter().filter_map(|f| f.marked).min().unwrap_or(1);
    let shift = if title && found.first().is_some_and(|f| f.marked == Some(top)) { 1 } else { 2 };
    // Sizes of type tell levels as markup does, but numbers rule over them.
    let mut sizes = Vec::from_iter(found.iter().skip(usize::from(title)).filter_map(|f| f.large));
    sizes.sort_unstable();
    sizes.dedup();
    let mut headings: Vec<Heading> = Vec::with_capacity(found.len());
    // Level of the last heading that is no label, and of the last number of each depth.
    let mut outer = if paragraphs > 0 && !title { 2 } else { 1 };
    for (index, found) in found.into_iter().enumerate() {
        let is_title = title && index == 0;
        let contents = found.number.is_none() && contents::is_name(&found.title);
        let kind = if is_title {
            HeadingKind::Title
        } else if is_paragraph(&found) {
            if kind == DocumentKind::Policy { HeadingKind::Section } else { HeadingKind::Item }
        } else if found.label.is_some()
            && found.number.is_none()
            && (meeting || (found.marked.is_none() && found.large.is_none()))
        {
            HeadingKind::Label
        } else if found.nested {
            HeadingKind::Section
        } else if meeting && paragraphs < 2 && !contents && !is_calendar(&found.title) {
            HeadingKind::Item
        } else {
            HeadingKind::Section
        };
        let level = if is_title {
            1
        } else if let Some(marked) = found.marked {
            marked - top + shift
        } else if kind == HeadingKind::Label {
            // Signatures and attendance belong to the document.
            if found.label == Some(Label::Attendance) { 2 } else { outer + 1 }
        } else {
            match &found.number {
                Some((n, _)) => n.depth + 1 + u8::from(matches!(n.sort, Sort::Letter)),
                None => {
                    if let Some(at) = found.large.and_then(|rank| sizes.iter().position(|&size| size == rank))
                    {
                        at.min(6) as u8 + 2
                    } else if found.nested {
                        outer.max(2) + 1
                    } else {
                        2
                    }
                }
            }
        };
        if kind != HeadingKind::Label && !found.nested {
            outer = level;
        }
        let Found { span, number, title, case, mut rule, .. } = found;
        if is_title && !std::ptr::eq(rule, &rules::MARKUP) && !std::ptr::eq(rule, &rules::MATTER) {
            rule = &rules::TITLE;
        }
        headings.push(Heading {
            cue: span.start,
            span,
            number: number.map(|(_, text)| text),
            title,
            level,
            kind,
            case,
            rule,
        });
    }
    headings
}

fn is_paragraph(found: &Found) -> bool {
    found.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)
}

/// A heading that is only a day.
fn is_calendar(title: &str) -> bool {
    title.starts_with(|c: char| c.is_ascii_digit())
        && title.split_whitespace().count() <= 3
        && title.len() < 24
}
