//! Weeks and semesters: *vecka 34*, *v. 34–36 2022*, *vårterminen 2023*, *HT22*.

use super::days::{short_year, year_after};
use super::periods::{push, small_numbers};
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Unit, Value};
use super::{rules, traps};
use crate::text::walk;

/// At *vecka* or *v*: *vecka 34*, *v. 34–36 2022*, *v.34*.
pub(super) fn from_week(
    r: &Reader,
    start: usize,
    end: usize,
    letter: bool,
    out: &mut Vec<Found>,
) -> Option<usize> {
    if letter
        && (r.byte(start) != b'v' && r.line_start(start) != start
            || walk::char_before(r.text, start)
                .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '|' | '-' | '–' | '/')))
    {
        return None;
    }
    let mut at = end;
    if r.byte(at) == b'.' {
        at += 1;
    }
    at = r.gap(at);
    let (from, to, past) = small_numbers(r, at, 53)?;
    if traps::is_quantity(r, past) {
        return None;
    }
    let value = move |year| {
        let unit = |week| Unit::Week { year, week };
        to.map_or(Value::unit(unit(from)), |to| Value::span(unit(from), unit(to)))
    };
    let end = push(r, start, past, &rules::WEEK, value, out)?;
    // *vecka 34 och 36*, *v. 34, 35 och 36*
    Some(more_weeks(r, end, out))
}

/// Further weeks of the same list.
fn more_weeks(r: &Reader, mut end: usize, out: &mut Vec<Found>) -> usize {
    for _ in 0..8 {
        let at = r.gap(end);
        let comma = r.byte(at) == b',';
        let next = if comma {
            Some(r.gap(at + 1))
        } else {
            r.phrase(at, "och").or_else(|| r.phrase(at, "samt")).map(|e| r.gap(e))
        };
        let Some((week, None, past)) = next.and_then(|next| small_numbers(r, next, 53)) else { return end };
        let and = r.phrase(r.gap(past), "och").is_some() || r.byte(r.gap(past)) == b',';
        let noun = r.word(r.gap(past));
        if traps::is_quantity(r, past) || (comma && !and) || (!noun.is_empty() && noun.ends_with("or")) {
            return end;
        }
        let start =
            past - r.text.get(..past).map_or(0, |t| t.bytes().rev().take_while(u8::is_ascii_digit).count());
        let Some(done) =
            push(r, start, past, &rules::WEEK, |year| Value::unit(Unit::Week { year, week }), out)
        else {
            return end;
        };
        end = done;
    }
    end
}

/// At *vårterminen* (1), *hösttermin* (2): *vårterminen 2023*, *VT23*, *HT 2022*.
pub(super) fn from_semester(
    r: &Reader,
    start: usize,
    end: usize,
    half: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let short = end - start <= 2;
    let value = |year: Option<i16>| {
        let unit = |month| Unit::Month { year, month };
        if half == 1 { Value::span(unit(1), unit(6)) } else { Value::span(unit(7), unit(12)) }
    };
    if half == 0 {
        return None;
    }
    if short {
        // VT23, HT-22, ht 2022
        let at = match r.char(end) {
            Some('-' | '.') => end + 1,
            _ => r.gap(end),
        };
        let n = r.number(at).filter(|n| n.digits == 2 || n.digits == 4)?;
        if !traps::free_right(r, n.end)
            || !traps::free_left(r, start)
            || (n.digits == 2 && n.value < 10 && at != end && r.byte(end) != b'-')
        {
            return None;
        }
        let year = if n.digits == 2 { short_year(n.value) } else { n.value as i16 };
        if !(1900..2100).contains(&year) {
            return None;
        }
        out.push(Found::new(start, n.end, value(Some(year)), &rules::SEMESTER));
        return Some(n.end);
    }
    let (_, before_start) = r.word_before(start);
    let toward = match r.term(before_start).filter(|_| before_start < start) {
        Some((Term::Next | Term::Coming, _)) => Some(Toward::Next),
        Some((Term::Last, _)) => Some(Toward::Last),
        Some((Term::Habit, _)) => return None,
        _ => None,
    };
    if let Some(toward) = toward {
        out.push(Found::new(before_start, end, value(None), &rules::SEMESTER).toward(toward));
        return Some(end);
    }
    let definite = r.text.get(start..end).is_some_and(|w| w.ends_with("en") || w.ends_with("EN"));
    if year_after(r, end).is_none() && !definite {
        return None;
    }
    push(r, start, end, &rules::SEMESTER, value, out)
}
