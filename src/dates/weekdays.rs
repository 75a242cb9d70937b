//! Weekdays, with a date behind them or alone: *fredagen den 23 september*, *fre 23/9*, *på torsdag*.

use super::days::{from_number, of_this_month};
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Point, Unit, Value};
use super::{clock, numeric, rules, traps};

/// At a weekday: *fredagen den 23 september*, *fre 23/9*, *onsdag 12:15 23/09*, *på torsdag*.
pub(super) fn from_weekday(
    r: &Reader,
    start: usize,
    end: usize,
    weekday: u8,
    short: bool,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let mut at = end;
    if short && r.byte(at) == b'.' {
        at += 1;
    }
    at = r.gap(at);
    if matches!(r.byte(at), b',' | b'|' | b':') {
        at = r.gap(at + 1);
    }
    at = r.phrase(at, "den").map_or(at, |end| r.gap(end));
    if r.phrase(at, "d").is_some() && r.byte(at + 1) == b'.' {
        at = r.gap(at + 2);
    }
    let mark = out.len();
    let day = from_number(r, start, at, out)
        .or_else(|| numeric::cued(r, start, at, out))
        .or_else(|| of_this_month(r, start, at, out));
    if let Some(end) = day {
        return Some(end);
    }
    out.truncate(mark);
    if short {
        return None;
    }
    // A time between: *onsdag 12:15 23/09*.
    let times = clock::belonging(r, end);
    if let Some(times) = times
        && let Some(past) = numeric::cued(r, start, r.gap(times.end), out)
    {
        if let Some(Found { value: value @ Value::At(Point { clock: None, .. }), .. }) = out.last_mut()
            && let Value::At(point) = *value
        {
            *value = times.on(point.unit);
        }
        return Some(past);
    }
    let (prefix, prefix_start) = r.word_before(start);
    let definite = r.text.get(start..end).is_some_and(|w| w.to_lowercase().ends_with("en"));
    let (from, toward) = match r.term(prefix_start) {
        _ if Reader::is_one(prefix, &["på"]) && !definite => (prefix_start, Toward::Future),
        Some((Term::Next | Term::Coming, _)) => (prefix_start, Toward::Next),
        Some((Term::Last, _)) => (prefix_start, Toward::Last),
        // With a time it is one day; without one it may be any.
        _ if times.is_some() && !traps::is_habit(r, start, end) => (start, Toward::Nearest),
        _ => return None,
    };
    let unit = Unit::Weekday(weekday);
    let (value, end) = times.map_or((Value::unit(unit), end), |t| (t.on(unit), t.end));
    out.push(Found::new(from, end, value, &rules::WEEKDAY).toward(toward));
    Some(end)
}
