//! Clock times, with a day behind them or alone: *kl. 09.00–12.30*, *klockan 9 den 14 februari*, *13:00*.

use super::model::{Found, Place, Taken};
use super::reader::{Number, Reader};
use super::term::Term;
use super::times::{self, Times};
use super::value::{Point, Unit, Value};
use super::{days, look_alikes, numeric};
use crate::document::rule::rule;
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
fn alone(r: &Reader, start: usize, times: Times) -> Taken {
    if look_alikes::in_rule(r, start, times.end) || look_alikes::is_habit(r, start, times.end) {
        return Taken::Passed(times.end);
    }
    Taken::One(Found::new(Place::new(start, times.end), times.on(Unit::Clock), &CLOCK))
}

/// A day right behind the times, with which they are one expression.
fn with_day_behind(r: &Reader, start: usize, times: Times) -> Option<Found> {
    let at = r.gap(times.end);
    let (weekday, number) = days::weekday_at(r, at).unwrap_or((0, at));
    let number = r.phrase(number, "den").map_or(number, |end| r.gap(end));
    let day =
        days::from_number(r, number, number).or_else(|| numeric::from_number(r, number).map(Taken::One));
    match day? {
        Taken::One(found @ Found { value: Value::At(Point { unit, .. }), .. }) if found.is_plain_day() => {
            let weekdays = (weekday, found.weekdays.1);
            Some(Found { start, value: times.on(unit), weekdays, ..found })
        }
        _ => None,
    }
}

/// At a number without *kl.* that nothing is glued to: `12:05`, or `09.30–10.15`.
pub(super) fn from_number(r: &Reader, number: Number) -> Option<Taken> {
    if number.digits > 2 || !matches!(r.byte(number.end), b':' | b'.') {
        return None;
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
    if (colon && name) || (number.digits == 1 && times.to.is_none() && !known && !opens) {
        return None;
    }
    let falls = times.to.is_some_and(|to| (to.hour, to.minute) <= (times.from.hour, times.from.minute));
    if look_alikes::is_quantity(r, times.end)
        || look_alikes::is_reference(r, number.start)
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
