//! Clock times: *kl. 09.00–12.30*, *klockan 9*, *13:00*, *kl. 4,35 e. m.*

use super::reader::{Found, Number, Reader};
use super::term::Term;
use super::value::{Clock, Point, Unit, Value};
use super::{days, look_alikes, numeric, rules};
use crate::text::walk;

/// A time or a range of times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    pub from: Clock,
    pub to: Option<Clock>,
    pub end: usize,
}

impl Times {
    /// The day `unit` at these times.
    pub fn on(self, unit: Unit) -> Value {
        let at = |clock| Point { unit, clock: Some(clock) };
        match self.to {
            Some(to) => Value::Span(at(self.from), at(to)),
            None => Value::At(at(self.from)),
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

/// A time after *kl.* or *klockan*, whose cue ends at `end`.
pub(super) fn after_word(r: &Reader, end: usize) -> Option<Times> {
    let mut at = end;
    if matches!(r.byte(at), b'.' | b':') {
        at += 1;
    }
    at = r.gap(at);
    for word in ["ca", "cirka", "omkring"] {
        if let Some(past) = r.phrase(at, word) {
            at = r.gap(if r.byte(past) == b'.' { past + 1 } else { past });
        }
    }
    times(r, at, Style::Cued)
}

/// A time that stands alone.
fn alone(r: &Reader, at: usize) -> Option<Times> {
    times(r, at, Style::Colon).or_else(|| times(r, at, Style::Dot).filter(|t| t.to.is_some()))
}

fn times(r: &Reader, at: usize, style: Style) -> Option<Times> {
    let (mut from, mut end) = time(r, at, style)?;
    let mut to = None;
    let mut next = r.dash(end);
    if next.is_none() {
        let word = r.gap(end);
        let between = || {
            let (word, start) = r.word_before(at);
            Reader::is_one(word, &["mellan"]) || Reader::is_one(r.word_before(start).0, &["mellan"])
        };
        next =
            r.phrase(word, "till").or_else(|| r.phrase(word, "och").filter(|_| between())).map(|e| r.gap(e));
    }
    if let Some(mut next) = next {
        if let Some((Term::Clock, past)) = r.term(next) {
            next = r.gap(if r.byte(past) == b'.' { past + 1 } else { past });
        }
        for word in ["ca", "cirka"] {
            if let Some(past) = r.phrase(next, word) {
                next = r.gap(if r.byte(past) == b'.' { past + 1 } else { past });
            }
        }
        if let Some((clock, past)) = time(r, next, style) {
            to = Some(clock);
            end = past;
        }
    }
    if let Some((pm, past)) = half_of_day(r, end) {
        if pm {
            from = from.afternoon();
            to = to.map(Clock::afternoon);
        }
        end = past;
    }
    Some(Times { from, to, end })
}

fn time(r: &Reader, at: usize, style: Style) -> Option<(Clock, usize)> {
    let Some(n) = r.number(at) else {
        return if style == Style::Cued { spoken(r, at) } else { None };
    };
    if n.digits == 4 && style == Style::Cued {
        let clock = Clock { hour: (n.value / 100) as u8, minute: (n.value % 100) as u8 };
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
        let clock = Clock { hour: n.value as u8, minute: minutes.value as u8 };
        let mut end = minutes.end;
        // Seconds.
        if r.byte(end) == b':' && r.number(end + 1).is_some_and(|s| s.digits == 2 && s.value < 60) {
            end += 3;
        }
        return ends(r, end).then_some((clock, end));
    }
    let whole = style == Style::Cued && ends(r, n.end);
    whole.then_some((Clock { hour: n.value as u8, minute: 0 }, n.end))
}

/// *åtta*, *halv nio* after *klockan*.
fn spoken(r: &Reader, at: usize) -> Option<(Clock, usize)> {
    const HOURS: &[&str] =
        &["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    let half = r.phrase(at, "halv").map(|end| r.gap(end));
    let word = r.word(half.unwrap_or(at));
    let hour = HOURS.iter().position(|hour| walk::same_word(word, hour))? as u8 + 1;
    let clock = match half {
        Some(_) => Clock { hour: if hour == 1 { 12 } else { hour - 1 }, minute: 30 },
        None => Clock { hour, minute: 0 },
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

/// *fm., f.m., f. m.* (false) or *em.* (true) after a time.
fn half_of_day(r: &Reader, end: usize) -> Option<(bool, usize)> {
    let at = r.gap(end);
    // *på eftermiddagen*, *förmiddagen*
    let word_at = r.phrase(at, "på").map_or(at, |end| r.gap(end));
    let word = r.word(word_at);
    for (name, pm) in
        [("eftermiddagen", true), ("kvällen", true), ("förmiddagen", false), ("morgonen", false)]
    {
        if walk::same_word(word, name) {
            return Some((pm, word_at + word.len()));
        }
    }
    let pm = match r.byte(at) {
        b'e' | b'E' => true,
        b'f' | b'F' => false,
        _ => return None,
    };
    match r.byte(at + 1) {
        b'm' | b'M' if !r.char(at + 2).is_some_and(char::is_alphanumeric) => Some((pm, at + 2)),
        b'.' => {
            let m = r.gap(at + 2);
            (r.byte(m) == b'm' && r.byte(m + 1) == b'.').then_some((pm, m + 2))
        }
        _ => None,
    }
}

/// The times that belong to a day whose expression ends at `end`: *…, kl. 9*, *… 12:15*, *…T09:00*.
pub(super) fn belonging(r: &Reader, end: usize) -> Option<Times> {
    if r.byte(end) == b'T' {
        return times(r, end + 1, Style::Colon);
    }
    let mut at = r.gap(end);
    let comma = r.byte(at) == b',';
    if comma {
        at = r.gap(at + 1);
    }
    if at == end {
        return None;
    }
    if let Some((Term::Clock, past)) = r.term(at) {
        return after_word(r, past);
    }
    if !r.one_line(end, at) || !r.byte(at).is_ascii_digit() {
        return None;
    }
    let times = alone(r, at).or_else(|| times(r, at, Style::Dot))?;
    (!look_alikes::is_quantity(r, times.end)).then_some(times)
}

/// At *kl.* or *klockan*.
pub(super) fn from_word(r: &Reader, start: usize, end: usize, out: &mut Vec<Found>) -> Option<usize> {
    let times = after_word(r, end)?;
    // *kl. 9 den 14 februari*, *kl. 9 på torsdag*.
    let next = r.gap(times.end);
    if let Some(end) = day_after(r, start, next, times, out) {
        return Some(end);
    }
    if look_alikes::in_rule(r, start, times.end) || look_alikes::is_habit(r, start, times.end) {
        return Some(times.end);
    }
    out.push(Found::new(start, times.end, times.on(Unit::Clock), &rules::CLOCK));
    Some(times.end)
}

/// A day right after the times, with which they are one expression.
fn day_after(r: &Reader, start: usize, at: usize, times: Times, out: &mut Vec<Found>) -> Option<usize> {
    let (weekday, number) = days::weekday_at(r, at).unwrap_or((0, at));
    let number = r.phrase(number, "den").map_or(number, |end| r.gap(end));
    let mark = out.len();
    let end = days::from_number(r, number, number, out).or_else(|| numeric::from_number(r, number, out))?;
    match out.get_mut(mark..) {
        Some([one]) => match one.value {
            Value::At(Point { unit: unit @ Unit::Day { .. }, clock: None }) => {
                one.start = start;
                one.value = times.on(unit);
                one.weekdays.0 = weekday;
                Some(end)
            }
            _ => {
                out.truncate(mark);
                None
            }
        },
        _ => {
            out.truncate(mark);
            None
        }
    }
}

/// At a number without *kl.* that nothing is glued to: `12:05`, or `09.30–10.15`.
pub(super) fn from_number(r: &Reader, number: Number, out: &mut Vec<Found>) -> Option<usize> {
    if number.digits > 2 || !matches!(r.byte(number.end), b':' | b'.') {
        return None;
    }
    let times = alone(r, number.start)?;
    let (word, word_start) = r.word_before(number.start);
    let known = matches!(
        r.term(word_start),
        Some((Term::Field | Term::Clock | Term::Weekday(_) | Term::ShortWeekday(_), _))
    );
    // A property (*Hult 1:15*), a bill, a verse.
    let colon = r.byte(number.end) == b':';
    let name = walk::is_capitalised(word) && !known && times.to.is_none() && !told(r, word_start);
    // *8:56* with one figure stands at a line's start.
    let opens = r.line_start(number.start) == number.start && number.value >= 6;
    if (colon && name) || (number.digits == 1 && times.to.is_none() && !known && !opens) {
        return None;
    }
    if look_alikes::is_quantity(r, times.end)
        || look_alikes::is_reference(r, number.start)
        || (!colon && times.to.is_some_and(|to| (to.hour, to.minute) <= (times.from.hour, times.from.minute)))
    {
        return None;
    }
    if look_alikes::in_rule(r, number.start, times.end) || look_alikes::is_habit(r, number.start, times.end) {
        return Some(times.end);
    }
    // *Onsdag 12:15 23/09* is read from its weekday; *12:15 den 3 maj* is one expression too.
    if let Some(end) = day_after(r, number.start, r.gap(times.end), times, out) {
        return Some(end);
    }
    out.push(Found::new(number.start, times.end, times.on(Unit::Clock), &rules::CLOCK));
    Some(times.end)
}

/// Whether a word of the five before tells of an opening or closing (*Mötet öppnades av Anna Holm 17:38*).
fn told(r: &Reader, mut at: usize) -> bool {
    for _ in 0..5 {
        let (word, before) = r.word_before(at);
        if word.is_empty() {
            return false;
        }
        if matches!(r.term(before), Some((Term::Field, _))) {
            return true;
        }
        at = before;
    }
    false
}
