//! Which lines a heading may take that begins at a line: the candidates.

use super::super::headings::Found;
use super::super::layout::{Layout, Role};
use super::super::numbering::{Number, Sort};
use super::features::Extent;
use super::page::{LONGEST, Lines};
use crate::document::Span;
use crate::lexicon::sets::structure::VERBS;
use crate::scan::Source;
use crate::text::walk;

/// Lines that may be a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub extent: Extent,
    pub span: Span,
    /// Index of its first and last line.
    pub first: usize,
    pub last: usize,
    /// What a rule found here, by its index.
    pub rule: Option<usize>,
}

/// What stands so often is no heading unless a rule says so.
const OFTEN: u8 = 20;
/// A second line of a title is no longer, in bytes.
const SECOND: usize = 200;

/// Adds the candidates that begin at the line `at` to `all`. `found` is what a rule found there.
pub(super) fn at_line(
    source: &Source,
    layout: &Layout,
    lines: &Lines,
    at: usize,
    found: Option<(usize, &Found)>,
    all: &mut Vec<Candidate>,
) {
    let line = lines.all[at];
    let role = layout.rows[line.row as usize].role;
    let rule = found.map(|(index, _)| index);
    let begin = all.len();
    let text = line.span.of(source.text);
    if let Some((_, found)) = found {
        let last = lines.of_row.get(found.rows.1).map_or(at, |&l| (l as usize).max(at));
        all.push(Candidate { extent: Extent::Rule, span: found.span, first: at, last, rule });
    }
    if !matches!(role, Role::Text | Role::Bold | Role::Marked(_) | Role::Item | Role::Row | Role::Heading)
        || text.len() > LONGEST
        || text.starts_with('|')
        || found.is_none() && line.repeated >= OFTEN
        // Who marks headings up marks all of them, but for numbers and known labels, which the rules find.
        || found.is_none() && layout.marked > 1 && !matches!(role, Role::Marked(_) | Role::Bold)
        || found.is_none()
            && !may_begin(text, line.number.is_some())
            && !(text.starts_with(char::is_lowercase) && stands_alone(layout, line.row as usize))
    {
        return;
    }
    // The points of a list follow each other at once; so do those of an agenda, with nothing beneath.
    let apart = |from: usize, to: usize| to > from + 1;
    let tight = line.from.is_some_and(|from| !apart(from as usize, at))
        && line.to.is_none_or(|to| !apart(at, to as usize))
        || line.from.is_none() && line.to.is_some_and(|to| !apart(at, to as usize));
    if found.is_none() && tight {
        return;
    }
    let mut add = |extent: Extent, span: Span, last: usize| {
        let known = all[begin..].iter().any(|c| c.span == span);
        if !known && (span.end - span.start) as usize <= LONGEST {
            all.push(Candidate { extent, span, first: at, last, rule });
        }
    };
    add(Extent::Line, line.span, at);
    if let Some(number) = line.number {
        if let Some((end, last)) = run_in(source, lines, at, number) {
            add(Extent::RunIn, Span { start: line.span.start, end }, last);
        }
        if number.sort == Sort::Paragraph && number.width < text.len() {
            let mark = text.as_bytes().get(number.written).is_some_and(|b| *b == b'.');
            let end = line.span.start + number.written as u32 + u32::from(mark);
            add(Extent::Number, Span { start: line.span.start, end }, at);
        }
    }
    // Titles go on below.
    let (mut last, mut bare) = (at, line.number.is_some_and(|n| n.width >= text.len()));
    for extent in [Extent::Two, Extent::Three] {
        let Some(next) = lines.all.get(last + 1) else { break };
        let row = layout.rows[next.row as usize];
        let gap = lines.real_gap(last + 1);
        let below = next.span.of(source.text);
        let fits = matches!(row.role, Role::Text | Role::Heading | Role::Item | Role::Row | Role::Bold)
            && (gap == 0 || bare && gap == 1)
            && below.len() <= SECOND
            && next.row <= lines.all[last].row + 3;
        if !fits {
            break;
        }
        let numbered = next.number.is_some_and(|n| n.sort == Sort::Paragraph && n.width >= below.len());
        let span = Span { start: line.span.start, end: next.span.end };
        if numbered && extent == Extent::Two && line.number.is_none() {
            add(Extent::Before, span, last + 1);
            break;
        }
        if next.number.is_some_and(|n| n.closed || n.sort == Sort::Paragraph) {
            break;
        }
        add(extent, span, last + 1);
        last += 1;
        bare = false;
    }
}

/// Whether a heading may begin so: most lines of prose begin with a small letter.
fn may_begin(text: &str, numbered: bool) -> bool {
    numbered
        || text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '”' | '"' | '§' | '»' | '\'' | '[' | '(')
        })
}

/// Whether blanks stand on both sides.
fn stands_alone(layout: &Layout, row: usize) -> bool {
    let blank = |row: Option<usize>| {
        row.and_then(|row| layout.rows.get(row)).is_none_or(|row| row.role == Role::Blank)
    };
    blank(row.checked_sub(1)) && blank(Some(row + 1))
}

/// Where the title ends that text follows on the same line: `§ 1. Stämmans öppnande. Årsstämman öppnades …`.
fn run_in(source: &Source, lines: &Lines, at: usize, number: Number) -> Option<(u32, usize)> {
    let line = lines.all[at];
    let text = line.span.of(source.text);
    let from = line.span.start as usize + number.width;
    if let Some(end) = before_verb(source.text.get(from..line.span.end as usize)?) {
        return Some(((from + end) as u32, at));
    }
    if let Some(stop) = title_stop(source.text.get(from..line.span.end as usize)?, true) {
        return Some(((from + stop) as u32, at));
    }
    let next =
        lines.all.get(at + 1).filter(|next| next.gap == 0 && text.len() > 50 && next.number.is_none())?;
    let below = next.span.of(source.text);
    let stop = title_stop(below, false)?;
    Some((next.span.start + stop as u32, at + 1))
}

/// Where a title ends before a sentence that begins with its verb: `Godkännande av dagordning Godkänns.`
fn before_verb(text: &str) -> Option<usize> {
    let text = text.strip_suffix('.')?;
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).filter(|at| *at < 120);
    starts.skip(1).find_map(|at| {
        let word = &text[at..walk::word_end(text, at)];
        let before = text[..at].trim_end();
        let opens = walk::is_capitalised(word) && VERBS.has(word) && !before.ends_with(['.', ',', ':']);
        opens.then_some(before.len())
    })
}

/// The end of the sentence that `text` begins with, if it is short and another follows (or, of a `whole` line, prose).
fn title_stop(text: &str, whole: bool) -> Option<usize> {
    let mut stops = memchr::memchr_iter(b'.', text.as_bytes()).take_while(|&at| at < 140);
    stops.find_map(|at| {
        let word = &text[walk::word_start(text, at)..at];
        let rest = text.get(at + 1..)?;
        let opens = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let year = text.as_bytes()[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count() == 4;
        let long = word.chars().count() >= 3 || year;
        (opens && long && (!whole || at >= 4)).then_some(at + 1)
    })
}
