//! Weeks and semesters: *vecka 34*, *v. 34–36 2022*, *vårterminen 2023*, *HT22*.

use super::days::{short_year, year_after};
use super::periods::{push, small_numbers};
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Unit, Value};
use super::{look_alikes, rules};
use crate::document::rule::rule;
use crate::text::walk;

rule! {
    /// a week by its number (ISO 8601)
    pub(super) WEEK = "date.week";
    finds "Kontoret är stängt ⟦vecka 29⟧." = "2024-W29";
    passes "Hon arbetar varannan vecka.";
}

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
    if let Some((week, year, past)) = slashed(r, at) {
        let unit = Unit::Week { year: Some(year), week };
        out.push(Found::new(start, past, Value::unit(unit), &WEEK));
        return Some(past);
    }
    let (from, mut to, mut past) = small_numbers(r, at, 53)?;
    // *v. 52–2* runs over the turn of the year.
    if to.is_none()
        && from >= 40
        && let Some((next, None, end)) = r.dash(past).and_then(|next| small_numbers(r, next, 13))
    {
        (to, past) = (Some(next), end);
    }
    if look_alikes::is_quantity(r, past) {
        return None;
    }
    let value = move |year| {
        let unit = |year, week| Unit::Week { year, week };
        to.map_or(Value::unit(unit(year, from)), |to| {
            Value::span(unit(year.map(|y: i16| y - i16::from(to < from)), from), unit(year, to))
        })
    };
    let end = push(r, start, past, &WEEK, value, out)?;
    // *vecka 34 och 36*, *v. 34, 35 och 36*
    Some(more_weeks(r, end, out))
}

/// *34/2022*.
fn slashed(r: &Reader, at: usize) -> Option<(u8, i16, usize)> {
    let week = r.number(at).filter(|n| n.digits <= 2 && (1..=53).contains(&n.value))?;
    let year = r.number(week.end + 1).filter(|n| n.digits == 4 && (1900..2100).contains(&n.value))?;
    let fits = r.byte(week.end) == b'/' && look_alikes::free_right(r, year.end);
    fits.then_some((week.value as u8, year.value as i16, year.end))
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
        if look_alikes::is_quantity(r, past) || (comma && !and) || (!noun.is_empty() && noun.ends_with("or"))
        {
            return end;
        }
        let start =
            past - r.text.get(..past).map_or(0, |t| t.bytes().rev().take_while(u8::is_ascii_digit).count());
        let Some(done) = push(r, start, past, &WEEK, |year| Value::unit(Unit::Week { year, week }), out)
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
        let year = if n.digits == 2 { short_year(n.value) } else { n.value as i16 };
        // *VT23–HT24*, *ht 2023/vt 2024*
        let next = r.dash(n.end).or_else(|| (r.byte(n.end) == b'/').then_some(n.end + 1));
        let next = next.and_then(|next| match r.term(next)? {
            (Term::Semester(half @ 1..), end) if end - next <= 2 => Some((next, half, end)),
            _ => None,
        });
        if let Some((at, to, end)) = next.filter(|_| r.byte(n.end) != b'/')
            && let Some(m) = r.number(r.gap(end)).filter(|m| m.digits == n.digits)
            && (1900..2100).contains(&year)
            && look_alikes::free_left(r, start)
            && look_alikes::free_right(r, m.end)
            && at > n.end
        {
            let last = if m.digits == 2 { short_year(m.value) } else { m.value as i16 };
            let unit = |year, month| Unit::Month { year: Some(year), month };
            if last > year || (last == year && to > half) {
                let from = unit(year, if half == 1 { 1 } else { 7 });
                let value = Value::span(from, unit(last, if to == 1 { 6 } else { 12 }));
                out.push(Found::new(start, m.end, value, &rules::SEMESTER));
                return Some(m.end);
            }
        }
        if !(look_alikes::free_right(r, n.end) || next.is_some())
            || !(look_alikes::free_left(r, start) || (r.floor + 1 == start && r.byte(r.floor) == b'/'))
            || (n.digits == 2 && n.value < 10 && at != end && r.byte(end) != b'-')
        {
            return None;
        }
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
