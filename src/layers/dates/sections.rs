//! Days that head a section: in a journal, a log or the notes of several meetings, *imorgon* and *kl. 13* are told from the
//! day above them (*## 25/2*, *## Arbetsmöte 05/04/21*, *Tisdag den 26/2*).

use super::model::Found;
use super::numeric;
use super::reader::Reader;
use super::term::Term;
use super::value::{Point, Unit, Value};
use crate::layers::structure::Structure;

/// The day of a section: the index of its date, and the level of its heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayAbove {
    pub index: usize,
    pub level: u8,
}

/// A line without a heading's marks ends with the next heading of any level.
const BARE: u8 = u8::MAX;
/// Marks that may stand round a day on its line.
const MARKS: [char; 10] = ['#', '*', '_', ' ', '\t', '-', '–', ':', '.', ','];
/// So many words may stand before a day in its heading.
const WORDS: usize = 3;

/// The days that head sections, in order; none where no level has two of them.
pub(super) fn find(r: &Reader, structure: &Structure, found: &[Found]) -> Vec<DayAbove> {
    let mut days = Vec::new();
    let mut headings = structure.headings.iter().peekable();
    for (index, one) in found.iter().enumerate() {
        if day(one).is_none() {
            continue;
        }
        while headings.next_if(|h| (h.span.end as usize) <= one.start).is_some() {}
        let heading = headings.peek().filter(|h| (h.span.start as usize) <= one.start);
        let level = match heading {
            Some(h) => is_day(r, one, h.span.start as usize, h.span.end as usize).then_some(h.level),
            None => is_line(r, one).then_some(BARE),
        };
        days.extend(level.map(|level| DayAbove { index, level }));
    }
    keep_lines(r, found, &mut days);
    let several = |level: u8| {
        let mut own = days.iter().filter(|day| day.level == level).filter_map(|at| day(found.get(at.index)?));
        let first = own.next();
        own.any(|other| Some(other) != first)
    };
    // (Headings have few levels.)
    let mut levels = [false; 256];
    for level in (0..=12).chain([BARE]) {
        levels[usize::from(level)] = several(level);
    }
    days.retain(|day| levels[usize::from(day.level)]);
    days
}

/// Year, month and day of a single day.
fn day(one: &Found) -> Option<(Option<i16>, u8, u8)> {
    match one.value {
        Value::At(Point { unit: Unit::Day { year, month, day }, .. }) => Some((year, month, day)),
        Value::Span(Point { unit: Unit::Day { year, month, day }, clock: Some(_) }, _) => {
            Some((year, month, day))
        }
        _ => None,
    }
}

/// Whether the heading from `start` to `end` is the day, or a meeting and its day; not *Nästa möte 12/5*.
fn is_day(r: &Reader, one: &Found, start: usize, end: usize) -> bool {
    let piece = |from, to| r.text.get(from..to).unwrap_or("").trim_matches(MARKS);
    let before = piece(start, one.start).trim_end_matches(['(', ' ']);
    if !piece(one.end, end).trim_matches(')').is_empty() {
        return false;
    }
    let mut words = before.split_whitespace();
    let mut at = start;
    let told = words.clone().count() <= WORDS
        && words.all(|word| {
            at = r.text.get(at..).and_then(|rest| rest.find(word)).map_or(at, |by| at + by);
            !matches!(r.term(at), Some((Term::Relation(_), _))) && word.chars().all(char::is_alphanumeric)
        });
    let named = || before.split_whitespace().any(numeric::is_of_meeting);
    told && (before.is_empty() || named())
}

/// Whether the day is all of its line, and opens a paragraph.
fn is_line(r: &Reader, one: &Found) -> bool {
    let after = r.text.get(one.end..).unwrap_or("").trim_start_matches(MARKS);
    if !(after.is_empty() || after.starts_with(['\n', '\r'])) {
        return false;
    }
    let start = r.line_start(one.start);
    let above = r.text.get(..start).unwrap_or("").trim_end_matches([' ', '\t', '\r']);
    let opens = above.is_empty() || above.strip_suffix('\n').is_some_and(ends_blank);
    opens && r.text.get(start..one.start).is_some_and(|t| t.trim_matches(MARKS).is_empty())
}

/// Whether a text is empty or ends with a line break.
fn ends_blank(above: &str) -> bool {
    let above = above.trim_end_matches([' ', '\t', '\r']);
    above.is_empty() || above.ends_with('\n')
}

/// Drops the lines of a list of days, and all of them where they do not follow each other through time: a page's head says
/// the same day on each page.
fn keep_lines(r: &Reader, found: &[Found], days: &mut Vec<DayAbove>) {
    let bare =
        Vec::from_iter(days.iter().filter(|day| day.level == BARE).filter_map(|at| found.get(at.index)));
    let rise = bare.windows(2).all(|pair| matches!(pair, [a, b] if day(a) < day(b)));
    let fall = bare.windows(2).all(|pair| matches!(pair, [a, b] if day(a) > day(b)));
    let listed = Vec::from_iter(bare.windows(2).map(|pair| match pair {
        [a, b] => r.text.get(a.end..b.start).is_some_and(|t| t.trim_matches(MARKS).trim().is_empty()),
        _ => false,
    }));
    let mut line = 0;
    days.retain(|day| {
        if day.level != BARE {
            return true;
        }
        let before = line > 0 && listed.get(line - 1).copied().unwrap_or(false);
        let after = listed.get(line).copied().unwrap_or(false);
        line += 1;
        (rise || fall) && !before && !after
    });
}
