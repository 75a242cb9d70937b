//! Weekdays, with a date behind them or alone: *fredagen den 23 september*, *fre 23/9*, *på torsdag*.

use super::days::{from_number, of_this_month, weekday_at};
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Point, Unit, Value};
use super::{clock, look_alikes, numeric, rules};

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
    if let Some(end) = two_weekdays(r, start, end, weekday, out) {
        return Some(end);
    }
    let day = from_number(r, start, at, out)
        .or_else(|| numeric::cued(r, start, at, out))
        .or_else(|| of_this_month(r, start, at, out));
    if let Some(end) = day {
        name_first(out, mark, start, weekday);
        return Some(end);
    }
    out.truncate(mark);
    // A time between: *onsdag 12:15 23/09*.
    let times = clock::belonging(r, end);
    // *måndag–torsdag kl. 8–16* is every week.
    if let Some(times) = times.filter(|_| look_alikes::ends_weekdays(r, start)) {
        return Some(times.end);
    }
    if short {
        return None;
    }
    if let Some(times) = times
        && let Some(past) = numeric::cued(r, start, r.gap(times.end), out)
    {
        if let Some(Found { value: value @ Value::At(Point { clock: None, .. }), .. }) = out.last_mut()
            && let Value::At(point) = *value
        {
            *value = times.on(point.unit);
        }
        name_first(out, mark, start, weekday);
        return Some(past);
    }
    let (prefix, prefix_start) = r.word_before(start);
    let ending = r.text.get(..end).and_then(|text| text.as_bytes().last_chunk::<2>());
    let definite = ending.is_some_and(|ending| ending.eq_ignore_ascii_case(b"en"));
    let (from, toward) = match r.term(prefix_start) {
        _ if Reader::is_one(prefix, &["på"]) && !definite => (prefix_start, Toward::Future),
        Some((Term::Next | Term::Coming, _)) => (prefix_start, Toward::Next),
        Some((Term::Last, _)) => (prefix_start, Toward::Last),
        // With a time it is one day; without one it may be any.
        _ if times.is_some() && !look_alikes::is_habit(r, start, end) => (start, Toward::Nearest),
        _ => return None,
    };
    let unit = Unit::Weekday(weekday);
    let (value, end) = times.map_or((Value::unit(unit), end), |t| (t.on(unit), t.end));
    out.push(Found::new(from, end, value, &rules::WEEKDAY).toward(toward));
    Some(end)
}

/// Tells the date that begins at `start` its weekday.
fn name_first(out: &mut [Found], mark: usize, start: usize, weekday: u8) {
    if let Some(found) = out.get_mut(mark).filter(|found| found.start == start) {
        found.weekdays.0 = weekday;
    }
}

/// *lördag–söndag 3–4 maj 2025*, *lördagen och söndagen den 3 och 4 maj*: two weekdays before two days.
fn two_weekdays(r: &Reader, start: usize, end: usize, first: u8, out: &mut Vec<Found>) -> Option<usize> {
    let end = if r.byte(end) == b'.' { end + 1 } else { end };
    let words = ["och", "till", "samt"];
    let next = r.dash(end).or_else(|| {
        let at = r.gap(end);
        words.iter().find_map(|word| r.phrase(at, word)).map(|end| r.gap(end))
    })?;
    let (second, at) = weekday_at(r, next)?;
    let at = if r.byte(at) == b',' { r.gap(at + 1) } else { at };
    let number = r.phrase(at, "den").map_or(at, |end| r.gap(end));
    let mark = out.len();
    let end = from_number(r, start, number, out).or_else(|| numeric::cued(r, start, number, out));
    match out.get_mut(mark..) {
        Some([Found { value: Value::Span(..), weekdays, .. }]) => *weekdays = (first, second),
        Some([a, b]) if a.weekdays.0 == 0 && b.weekdays.0 == 0 => {
            (a.weekdays.0, b.weekdays.0) = (first, second);
        }
        // *lördag och söndag 4 maj*: the first weekday is of another day.
        _ => {
            out.truncate(mark);
            return None;
        }
    }
    end
}
