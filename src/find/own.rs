//! What the analysis makes of patterns of a user's own: their matches, and of those called `heading` and `case` more.

use crate::document::{Document, Mark, Match, Span};

/// Marks the lines in which a pattern called `heading` fits, below the document's title.
pub(crate) fn mark_headings(text: &str, matches: &[Match], marks: &mut Vec<(Span, Mark)>) {
    let before = marks.len();
    let mut last = 0;
    for hit in matches.iter().filter(|hit| &*hit.pattern == "heading") {
        let range = hit.span.range();
        let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end =
            text.get(range.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| range.end + at);
        let line = text.get(start..end).unwrap_or_default();
        let (start, end) = (start + line.len() - line.trim_start().len(), start + line.trim_end().len());
        if start >= last && start < end {
            marks.push((Span::new(start, end), Mark::Heading(2)));
            last = end;
        }
    }
    if marks.len() > before {
        marks.sort_by_key(|(span, _)| span.start);
    }
}

/// Gives the matches to the document, and to headings, items and decisions without a case number what a pattern called
/// `case` fits in them.
pub(crate) fn add(document: &mut Document, text: &str, matches: Vec<Match>) {
    if matches.iter().any(|hit| &*hit.pattern == "case") {
        let nesting = document.nesting();
        for hit in matches.iter().filter(|hit| &*hit.pattern == "case") {
            let (around, words) = (nesting.of(hit.span), hit.span.of(text));
            let give = |case: &mut Option<String>| {
                case.get_or_insert_with(|| words.to_string());
            };
            if let Some(decision) =
                around.decision.and_then(|index| document.decisions.get_mut(index as usize))
            {
                give(&mut decision.case);
            }
            let heading = around.heading.and_then(|index| document.headings.get_mut(index as usize));
            let Some(heading) = heading.filter(|heading| heading.span.contains(hit.span)) else { continue };
            give(&mut heading.case);
            let Some(item) = around.item.and_then(|index| document.items.get_mut(index as usize)) else {
                continue;
            };
            if item.heading == around.heading.unwrap_or(u32::MAX) {
                give(&mut item.case);
                for &index in item
                    .proposals
                    .iter()
                    .chain(&item.motions)
                    .chain(&item.decisions)
                    .chain(&item.reservations)
                {
                    if let Some(decision) = document.decisions.get_mut(index as usize) {
                        give(&mut decision.case);
                    }
                }
            }
        }
    }
    document.matches = matches;
}
