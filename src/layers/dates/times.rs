//! How clock times are written: *09.00–12.30*, *9*, *halv nio*, *4,35 e. m.*

use super::calendar::month_length;
use super::look_alikes;
use super::model::Found;
use super::reader::{Reader, numeral};
use super::term::Term;
use super::value::{Clock, Point, Unit, Value};
use crate::lexicon::sets::dates::{ABOUT_END, ABOUT_HOUR, AFTERNOON, DEFINITE_DAY, FORENOON};
use crate::lexicon::sets::function_words::{MELLAN_WORD, OCH_WORD, PA_WORD, TILL_WORD, VAR_WORD};
use crate::text::walk;

/// What begins from this hour on and ends before that one goes over midnight.
const EVENING: u8 = 17;
const NIGHT: u8 = 5;

/// The day after a day.
fn day_after(unit: Unit) -> Unit {
    let Unit::Day { year, month, day } = unit else { return unit };
    // Most years have no 29 February.
    let length = if year.is_none() && month == 2 { 28 } else { month_length(year, month) };
    match (day < length, month) {
        (true, _) => Unit::Day { year, month, day: day + 1 },
        (false, 12) => Unit::Day { year: year.map(|year| year + 1), month: 1, day: 1 },
        (false, _) => Unit::Day { year, month: month + 1, day: 1 },
    }
}

/// A time or a range of times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    pub from: Clock,
    pub to: Option<Clock>,
    pub end: usize,
}

impl Times {
    /// The day `unit` at these times: over midnight it ends on the day after (*16 december kl. 20–01*).
    pub fn on(self, unit: Unit) -> Value {
        let at = |unit, clock| Point { unit, clock: Some(clock) };
        let over = |to: Clock| self.from.hour >= EVENING && to.hour <= NIGHT;
        match self.to {
            Some(to) => {
                Value::Span(at(unit, self.from), at(if over(to) { day_after(unit) } else { unit }, to))
            }
            None => Value::At(at(unit, self.from)),
        }
    }
}

/// What a time is written like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// After *klockan*: *9*, *9.30*, *0930*.
    Cued,
    /// Alone: *09:30*.
    Colon,
    /// Alone and only in a range: *09.30–10.15*.
    Dot,
}

/// A day with the clock times that follow it.
pub(super) fn with_times(r: &Reader, found: Found) -> Found {
    // *3–5 maj 2023 kl. 9–16*
    if let Value::Span(from @ Point { clock: None, .. }, to @ Point { clock: None, .. }) = found.value
        && let Some(Times { from: first, to: Some(last), end }) = belonging(r, found.end)
    {
        let value = Value::Span(Point { clock: Some(first), ..from }, Point { clock: Some(last), ..to });
        return Found { value, end, ..found };
    }
    let Value::At(Point { unit, clock: None }) = found.value else { return found };
    match belonging(r, found.end) {
        Some(times) => Found { value: times.on(unit), end: times.end, ..found },
        None => found,
    }
}

/// The times that belong to a day whose expression ends at `end`: *…, kl. 9*, *… 12:15*, *…T09:00*.
pub(super) fn belonging(r: &Reader, end: usize) -> Option<Times> {
    if r.byte(end) == b'T' {
        return stamp(r, end + 1).or_else(|| times(r, end + 1, Style::Colon));
    }
    let at = r.past(r.gap(end), b',');
    if at == end {
        return None;
    }
    // *den 9 juni mellan kl. 11 och 13*
    let at = r
        .phrase(at, MELLAN_WORD)
        .map(|end| r.gap(end))
        .filter(|&at| matches!(r.term(at), Some((Term::Clock, _))))
        .unwrap_or(at);
    if let Some((Term::Clock, past)) = r.term(at) {
        // *Klockan: 19.00* is a field of its own.
        return if r.byte(past) == b':' { None } else { after_word(r, past) };
    }
    if !r.one_line(end, at) || !r.byte(at).is_ascii_digit() {
        return None;
    }
    // *20:49:00 Z*
    if let Some(stamp) = stamp(r, at).filter(|stamp| stamp.from.zone.is_some()) {
        return Some(stamp);
    }
    let times = alone(r, at).or_else(|| times(r, at, Style::Dot))?;
    (!look_alikes::is_quantity(r, times.end)).then_some(times)
}

/// *17:06:44.264Z*, *12:00:00+02:00*: a time to the second behind a `T`, as machines write it.
fn stamp(r: &Reader, at: usize) -> Option<Times> {
    let two = |at: usize, most: u32| {
        let n = r.number(at).filter(|n| n.digits == 2 && n.value < most)?;
        Some((n.value as u8, n.end))
    };
    let next = |end: usize| (r.byte(end) == b':').then_some(end + 1);
    let (hour, end) = two(at, 24)?;
    let (minute, end) = two(next(end)?, 60)?;
    let (second, mut end) = two(next(end)?, 60)?;
    if let Some(fraction) = r.number(end + 1).filter(|_| r.byte(end) == b'.') {
        end = fraction.end;
    }
    let mark = end + usize::from(r.byte(end) == b' ');
    let zone = zone(r, mark);
    if let Some((_, past)) = zone {
        end = past;
    }
    let zone = zone.map(|(by, _)| by);
    let from = Clock { hour, minute, second: Some(second), zone };
    ends(r, end).then_some(Times { from, to: None, end })
}

/// *Z*, *+02:00*, *+0100* at `at`: minutes from UTC.
fn zone(r: &Reader, at: usize) -> Option<(i16, usize)> {
    let free = |end: usize| !r.char(end).is_some_and(char::is_alphanumeric);
    let sign = match r.byte(at) {
        b'Z' => return free(at + 1).then_some((0, at + 1)),
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let n = r.number(at + 1)?;
    let (hours, minutes, end) = match n.digits {
        4 => (n.value / 100, n.value % 100, n.end),
        2 => {
            let m = r.number(n.end + 1).filter(|m| r.byte(n.end) == b':' && m.digits == 2)?;
            (n.value, m.value, m.end)
        }
        _ => return None,
    };
    (hours < 15 && minutes < 60 && free(end)).then(|| (sign * (60 * hours + minutes) as i16, end))
}

/// A time after *kl.* or *klockan*, whose cue ends at `end`.
pub(super) fn after_word(r: &Reader, end: usize) -> Option<Times> {
    // *Klockan var 19.05*
    let end = r.phrase(r.gap(end), VAR_WORD).unwrap_or(end);
    let mark = usize::from(matches!(r.byte(end), b'.' | b':'));
    let at = about(r, r.gap(end + mark), ABOUT_HOUR);
    // *klockan 2013-02-28*: a day, before whose time it stands.
    let day = r.number(at).is_some_and(|year| {
        let month = r.number(year.end + 1);
        year.digits == 4
            && r.byte(year.end) == b'-'
            && month.is_some_and(|month| month.digits == 2 && r.byte(month.end) == b'-')
    });
    if day { None } else { times(r, at, Style::Cued) }
}

/// A time that stands alone.
pub(super) fn alone(r: &Reader, at: usize) -> Option<Times> {
    times(r, at, Style::Colon).or_else(|| times(r, at, Style::Dot).filter(|t| t.to.is_some()))
}

/// A time with a full stop before its minutes that stands alone: *9.15*.
pub(super) fn dotted(r: &Reader, at: usize) -> Option<Times> {
    times(r, at, Style::Dot)
}

/// Past *ca.* and its like.
fn about(r: &Reader, at: usize, words: &[&str]) -> usize {
    words.iter().find_map(|word| r.phrase(at, word)).map_or(at, |past| r.gap(r.past_stop(past)))
}

fn times(r: &Reader, at: usize, style: Style) -> Option<Times> {
    let (mut from, mut end) = time(r, at, style)?;
    let mut to = None;
    if let Some(mut next) = r.dash(end).or_else(|| until(r, at, end)).or_else(|| in_columns(r, end, style)) {
        if let Some((Term::Clock, past)) = r.term(next) {
            next = r.gap(r.past_stop(past));
        }
        if let Some((clock, past)) = time(r, about(r, next, ABOUT_END), style) {
            (to, end) = (Some(clock), past);
        }
    }
    if let Some((pm, past)) = half_of_day(r, end) {
        if pm {
            (from, to) = (from.afternoon(), to.map(Clock::afternoon));
        }
        end = past;
    }
    Some(Times { from, to, end })
}

/// *Kl. 13:00 16:00*, *kl. 18.30 20.15.*: the dash got lost.
fn in_columns(r: &Reader, end: usize, style: Style) -> Option<usize> {
    let next = end + 1;
    let colon = |at: usize| r.number(at).is_some_and(|n| n.digits == 2 && r.byte(n.end) == b':');
    if style == Style::Cued && r.byte(end) == b' ' && r.byte(end.saturating_sub(3)) == b'.' {
        return is_later(r, end.saturating_sub(5), next).then_some(next);
    }
    // (*Tid: 17:37 22:07*)
    let label = || r.word_before_mark(end.saturating_sub(5)).1;
    let called = || style == Style::Colon && matches!(r.term(label()), Some((Term::Field, _)));
    (r.byte(end) == b' ' && colon(next) && colon(end.saturating_sub(5)) && (style == Style::Cued || called()))
        .then_some(next)
}

/// Whether at `next` stands a time of the same day as the one at `at`, and a later one, of which nothing is counted.
fn is_later(r: &Reader, at: usize, next: usize) -> bool {
    let Some(((from, _), (to, end))) = time(r, at, Style::Dot).zip(time(r, next, Style::Dot)) else {
        return false;
    };
    let digits = r.number(next).is_some_and(|n| n.digits == 2);
    digits && (to.hour, to.minute) > (from.hour, from.minute) && !look_alikes::is_quantity(r, end)
}

/// Past *till* behind the time at `at`, or past *och* where *mellan* stands before it.
fn until(r: &Reader, at: usize, end: usize) -> Option<usize> {
    let between = || {
        let (word, start) = r.word_before_mark(at);
        walk::same_word(word, MELLAN_WORD) || walk::same_word(r.word_before(start).0, MELLAN_WORD)
    };
    let word = r.gap(end);
    r.phrase(word, TILL_WORD).or_else(|| r.phrase(word, OCH_WORD).filter(|_| between())).map(|end| r.gap(end))
}

fn time(r: &Reader, at: usize, style: Style) -> Option<(Clock, usize)> {
    let Some(n) = r.number(at) else {
        return if style == Style::Cued { spoken(r, at) } else { None };
    };
    if n.digits == 4 && style == Style::Cued {
        let clock = Clock::at((n.value / 100) as u8, (n.value % 100) as u8);
        return (n.value < 2400 && clock.minute < 60 && ends(r, n.end)).then_some((clock, n.end));
    }
    if n.digits > 2 || n.value > 24 {
        return None;
    }
    let mark = r.byte(n.end);
    let minutes = r.number(n.end + 1).filter(|m| m.digits == 2 && m.value < 60);
    let fits = match style {
        Style::Cued => matches!(mark, b':' | b'.' | b','),
        Style::Colon => mark == b':',
        Style::Dot => mark == b'.' && (n.digits == 2 || n.value >= 6),
    };
    if let Some(minutes) = minutes.filter(|_| fits) {
        let clock = Clock::at(n.value as u8, minutes.value as u8);
        let mut end = minutes.end;
        // Seconds.
        if r.byte(end) == b':' && r.number(end + 1).is_some_and(|s| s.digits == 2 && s.value < 60) {
            end += 3;
        }
        return ends(r, end).then_some((clock, end));
    }
    let whole = style == Style::Cued && ends(r, n.end);
    whole.then_some((Clock::at(n.value as u8, 0), n.end))
}

/// *åtta*, *halv nio* after *klockan*.
fn spoken(r: &Reader, at: usize) -> Option<(Clock, usize)> {
    let half = r.phrase(at, "halv").map(|end| r.gap(end));
    let word = r.word(half.unwrap_or(at));
    let hour = numeral(word).filter(|_| !walk::same_word(word, DEFINITE_DAY))?;
    let clock = match half {
        Some(_) => Clock::at(if hour == 1 { 12 } else { hour - 1 }, 30),
        None => Clock::at(hour, 0),
    };
    Some((clock, half.unwrap_or(at) + word.len()))
}

/// Whether a time may end here.
fn ends(r: &Reader, end: usize) -> bool {
    match r.char(end) {
        Some(c) if c.is_alphanumeric() => false,
        Some('.' | ',' | ':') => !r.byte(end + 1).is_ascii_digit(),
        Some('%' | '/' | '°') => false,
        _ => true,
    }
}

/// *fm., f.m., f. m., på förmiddagen* (false) or *em.* (true) after a time.
fn half_of_day(r: &Reader, end: usize) -> Option<(bool, usize)> {
    let at = r.gap(end);
    let pm = match r.byte(at) {
        b'e' | b'E' => true,
        b'f' | b'F' => false,
        b'p' | b'P' | b'k' | b'K' | b'm' | b'M' => return part_of_day(r, at),
        _ => return None,
    };
    match r.byte(at + 1) {
        b'm' | b'M' if !r.char(at + 2).is_some_and(char::is_alphanumeric) => Some((pm, at + 2)),
        b'.' => {
            let m = r.gap(at + 2);
            (r.byte(m) == b'm' && r.byte(m + 1) == b'.').then_some((pm, m + 2))
        }
        _ => part_of_day(r, at),
    }
}

/// *på eftermiddagen*, *förmiddagen*.
fn part_of_day(r: &Reader, at: usize) -> Option<(bool, usize)> {
    let at = r.phrase(at, PA_WORD).map_or(at, |end| r.gap(end));
    let word = r.word(at);
    let after_noon = AFTERNOON.has(word);
    (after_noon || FORENOON.has(word)).then_some((after_noon, at + word.len()))
}
