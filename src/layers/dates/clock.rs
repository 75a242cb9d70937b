//! Clock times, with a day behind them or alone: *kl. 09.00–12.30*, *klockan 9 den 14 februari*, *13:00*.

use super::model::{Found, Place, Taken, Toward};
use super::reader::{Number, Reader};
use super::term::Term;
use super::times::{self, Times};
use super::value::{Clock, Point, Unit, Value};
use super::weekdays::WEEKDAY;
use super::{days, look_alikes, numeric};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{AFTER_TIME, DEFINITE_DAY, EVENINGS, HOUR_END, LEADS_TIME, WEEKDAY_JOINTS};
use crate::lexicon::sets::function_words::{DEN_WORD, FRAN_WORD, OCH_WORD};
use crate::text::walk;

rule! {
    /// A clock time, on the document's day or on the day last named in its sentence.
    pub(super) CLOCK = "date.clock";
    finds "Mötet öppnas ⟦kl. 13.00⟧." = "2024-03-14T13:00";
    finds "Fika serveras ⟦klockan halv tre⟧." = "2024-03-14T02:30";
    finds "Programmet pågår ⟦kl. 9–11.30⟧." = "2024-03-14T09:00/2024-03-14T11:30";
    passes "Spritdrycker må ej utskänkas före klockan 16.";
    passes "Affären är öppen kl. 9–18 på vardagar.";
    passes "Fastigheten Hult 1:15 styckas.";
}

/// At *kl.* or *klockan*.
pub(super) fn from_word(r: &Reader, cue: Place) -> Option<Taken> {
    let times = times::after_word(r, cue.end)?;
    // *KL 5 kap. 3 §*: kommunallagen.
    if matches!(r.term(r.gap(times.end)), Some((Term::Reference, _))) {
        return Some(Taken::Passed(times.end));
    }
    // *kl. 9 den 14 februari*, *kl. 9 på torsdag*.
    if let Some(found) = with_day_behind(r, cue.start, times) {
        return Some(Taken::One(found));
    }
    Some(alone(r, cue.start, times))
}

/// The time as a date of its own, unless it stands in a rule or recurs.
#[track_caller]
fn alone(r: &Reader, start: usize, times: Times) -> Taken {
    if look_alikes::in_rule(r, start, times.end)
        || look_alikes::in_opening_hours(r, start)
        || look_alikes::is_habit(r, start, times.end)
    {
        return Taken::Passed(times.end);
    }
    Taken::One(Found::new(Place::new(start, times.end), times.on(Unit::Clock), &CLOCK))
}

/// A day right behind the times, with which they are one expression.
fn with_day_behind(r: &Reader, start: usize, times: Times) -> Option<Found> {
    let mut at = r.gap(times.end);
    // *kl. 13–15.30, måndagen den 26 mars*
    if r.byte(at) == b',' && r.one_line(times.end, r.gap(at + 1)) {
        at = r.gap(at + 1);
    }
    let (weekday, number) = days::weekday_at(r, at).unwrap_or((0, at));
    let number = r.phrase(number, DEN_WORD).map_or(number, |end| r.gap(end));
    let day =
        days::from_number(r, number, number).or_else(|| numeric::from_number(r, number).map(Taken::One));
    let Some(day) = day else { return on_weekday(r, start, times, at) };
    match day {
        Taken::One(found @ Found { value: Value::At(Point { unit, .. }), .. }) if found.is_plain_day() => {
            let weekdays = (weekday, found.weekdays.1);
            Some(Found { start, value: times.on(unit), weekdays, ..found })
        }
        _ => None,
    }
}

/// *till 09.00 torsdag*: a weekday alone behind one time, which no other weekday is joined to.
fn on_weekday(r: &Reader, start: usize, times: Times, at: usize) -> Option<Found> {
    let (Term::Weekday(weekday), end) = r.term(at)? else { return None };
    let next = r.gap(end);
    let definite = r.word(at).ends_with(DEFINITE_DAY);
    let joined = WEEKDAY_JOINTS.contains(&r.word(next))
        || r.dash(end).is_some()
        || r.byte(end) == b','
        // *kl. 18 torsdag kl. 9*: its own time follows.
        || r.byte(next).is_ascii_digit()
        || matches!(r.term(next), Some((Term::Clock, _)));
    if times.to.is_some()
        || joined
        || definite
        || !r.one_line(times.end, at)
        || look_alikes::is_habit(r, start, end)
    {
        return None;
    }
    Some(
        Found::new(Place::new(start, end), times.on(Unit::Weekday(weekday)), &WEEKDAY).toward(Toward::Future),
    )
}

/// *11-tiden*: about that hour.
fn around_hour(r: &Reader, hour: Number) -> Option<Taken> {
    let end = r.phrase(hour.end + 1, HOUR_END).filter(|_| r.byte(hour.end) == b'-' && hour.value < 25)?;
    // *torsdagskvällar från 19-tiden*
    let (lead, at) = r.word_before(hour.start);
    let (before, start) = r.word_before(at);
    let each = before.ends_with(EVENINGS) || matches!(r.term(start), Some((Term::Habit, _)));
    if each && !lead.is_empty() {
        return Some(Taken::Passed(end));
    }
    let from = Clock::at(hour.value as u8, 0);
    let times = Times { from, to: None, end };
    let found = with_day_behind(r, hour.start, times);
    Some(found.map_or_else(|| alone(r, hour.start, times), Taken::One))
}

/// *samling ca 9.15*, *vid 18.30*: led in by a word and no count of anything.
fn led(r: &Reader, number: Number) -> Option<Times> {
    let (before, _) = r.word_before_mark(number.start);
    let times = if LEADS_TIME.has(before) { times::dotted(r, number.start)? } else { return None };
    if times.to.is_some() {
        return None;
    }
    let next = r.gap(times.end);
    let free = match r.char(next) {
        Some(c) if c.is_alphabetic() => {
            c.is_uppercase() || AFTER_TIME.has(r.word(next)) || !r.one_line(times.end, next)
        }
        Some(c) => matches!(c, '.' | ',' | ';' | ')' | '!' | '\n' | '\r'),
        None => true,
    };
    (free && times.from.minute % 5 == 0).then_some(times)
}

/// At a number without *kl.* that nothing is glued to: `12:05`, or `09.30–10.15`.
pub(super) fn from_number(r: &Reader, number: Number) -> Option<Taken> {
    if number.digits > 2 || !matches!(r.byte(number.end), b':' | b'.' | b'-') {
        return None;
    }
    if r.byte(number.end) == b'-' {
        return around_hour(r, number);
    }
    if let Some(times) = led(r, number) {
        let found = with_day_behind(r, number.start, times);
        return Some(found.map_or_else(|| alone(r, number.start, times), Taken::One));
    }
    let times = times::alone(r, number.start)?;
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
    // *fika från 9:30*
    let led = || number.value >= 6 && (LEADS_TIME.has(word) || walk::same_word(word, FRAN_WORD));
    // *Publicerad 17:09, 22 februari 2021*
    let dated = || with_day_behind(r, number.start, times).is_some();
    if (colon && name && !dated()) || (number.digits == 1 && times.to.is_none() && !known && !opens && !led())
    {
        return None;
    }
    let falls = times.to.is_some_and(|to| (to.hour, to.minute) <= (times.from.hour, times.from.minute));
    // (*17:37 Plats: Rum 4* begins another field.)
    let unit = || !colon || !r.char(r.gap(times.end)).is_some_and(char::is_uppercase);
    if look_alikes::is_quantity(r, times.end) && unit()
        || look_alikes::is_reference(r, number.start)
        || colon && follows_reference(r, number.start)
        || (!colon && falls)
    {
        return None;
    }
    match alone(r, number.start, times) {
        // *Onsdag 12:15 23/09* is read from its weekday; *12:15 den 3 maj* is one expression too.
        Taken::One(found) => Some(Taken::One(with_day_behind(r, number.start, times).unwrap_or(found))),
        passed => Some(passed),
    }
}

/// *cirkulär 07:17, 07:18 och 08:14*: whether only numbers of its kind stand between a word for what is numbered and `at`.
fn follows_reference(r: &Reader, at: usize) -> bool {
    let near =
        r.text.get(at.saturating_sub(120)..at).or_else(|| r.text.get(r.line_start(at)..at)).unwrap_or("");
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | ' ');
    let mut head = near.trim_end_matches(numbers);
    if let Some(before) = head.strip_suffix(OCH_WORD).filter(|before| before.ends_with(' ')) {
        head = before.trim_end_matches(numbers);
    }
    let end = at - (near.len() - head.len());
    let start = walk::word_start(r.text, end);
    let list = near.get(head.len()..).is_some_and(|list| list.contains(','));
    list && start < end && matches!(r.term(start), Some((Term::Reference, _)))
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
