//! Days of the document's month or the one beside it: *den 3 innevarande*, *den 28 nästlidna*, *den 9 dennes*.

use super::days::day_number;
use super::model::{Found, Place, Taken};
use super::reader::Reader;
use super::term::{Form, Relation, Term};
use super::times::with_times;
use super::value::{ANY_MONTH, Grain, Point, SAME_MONTH, Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{
    AFTER_ORDINAL_DAY, PAST_BESIDE_DAY, PRESENT_PARTICIPLE, SAME_ONE, UNTIL_DAY,
};
use crate::lexicon::sets::function_words::{DEN_WORD, DENNA_WORD};

rule! {
    /// A day of the document's month in the old style (*innevarande, dennes*), or of the month beside it.
    pub(super) DAY_OF_THIS_MONTH = "date.day-of-this-month";
    finds "Protokollet för ⟦den 3 innevarande⟧ justerades." = "2024-03-03";
    finds "Brevet kom ⟦den 28 nästlidna⟧ med posten." = "2024-02-28";
    finds "Vi svarade ⟦den 8 i denna månad⟧." = "2024-03-08";
    finds "Vi ses ⟦den 24:e kl. 19⟧ hos Eva." = "2024-03-24T19:00";
    passes "Den 24:e gången blev det rätt.";
    passes "Den 3 i ordningen var sen.";
}

/// Days from the number at `at`, behind the *den* that begins at `start`: *den 3 innevarande*, *den 12 och 14 i denna månad*.
pub(super) fn from_number(r: &Reader, start: usize, at: usize) -> Option<Taken> {
    if start == at {
        return None;
    }
    match last_day(r, start, at) {
        Some(found) => Some(Taken::One(found)),
        None => listed(r, start, at),
    }
}

/// The days of *den 12 och 14 i denna månad*.
fn listed(r: &Reader, start: usize, at: usize) -> Option<Taken> {
    let mut items = [(Place::new(0, 0), 0); 4];
    let (mut from, mut number) = (start, at);
    for count in 0..items.len() {
        let (day, end) = day_number(r, number)?;
        if let Some(
            last @ Found { value: Value::At(Point { unit: Unit::DayOfMonth { months, .. }, .. }), .. },
        ) = last_day(r, from, number).filter(|_| count > 0)
        {
            let of = |&(place, day): &(Place, u8)| {
                Found::new(place, Value::unit(Unit::DayOfMonth { day, months }), &DAY_OF_THIS_MONTH)
            };
            let all = items.get(..count)?.iter().map(of).chain([last]);
            return Some(Taken::Several(all.collect()));
        }
        *items.get_mut(count)? = (Place::new(from, end), day);
        let at = r.gap(end);
        let next = r.list_joint(end).map(|(next, _)| next).or_else(|| r.past_any(at, UNTIL_DAY))?;
        (from, number) = (next, r.phrase(next, DEN_WORD).map_or(next, |end| r.gap(end)));
    }
    None
}

/// A day of this month, behind which its month stands.
fn last_day(r: &Reader, start: usize, at: usize) -> Option<Found> {
    let (day, end) = day_number(r, at)?;
    let next = r.gap(end);
    if let Some(found) = of_any_month(r, start, at, end, day) {
        return Some(found);
    }
    // *den 8 i denna månad*, *den 29 i förra månaden*
    let at = r.phrase(next, "i").or_else(|| r.phrase(next, "uti")).map_or(next, |end| r.gap(end));
    let month = |past: usize| match r.term(r.gap(past)) {
        Some((Term::Noun(Grain::Month, Form::Singular | Form::Definite), past)) => Some(past),
        _ => None,
    };
    let (months, past) = match r.term(at) {
        Some((Term::Relation(Relation::This) | Term::Dennes, past)) => (0, r.past_stop(past)),
        Some((Term::Relation(Relation::Last), past)) => (-1, r.past_stop(past)),
        Some((Term::Relation(Relation::Next), past)) => (1, month(past).map(|_| past)?),
        // *den 1 i samma månad*
        _ if SAME_ONE.has(r.word(at)) => {
            let past = at + r.word(at).len();
            (SAME_MONTH, month(past).map(|_| past)?)
        }
        _ => (0, r.phrase(at, DENNA_WORD).filter(|&past| month(past).is_some())?),
    };
    // den 11 innevarande månad
    let end = match month(past) {
        Some(end) => end,
        None if at > next => return None,
        None => past,
    };
    let value = Value::unit(Unit::DayOfMonth { day, months });
    Some(with_times(r, Found::new(Place::new(start, end), value, &DAY_OF_THIS_MONTH)))
}

/// *den 24:e*, where no noun follows: of the month that puts it nearest.
fn of_any_month(r: &Reader, start: usize, at: usize, end: usize, day: u8) -> Option<Found> {
    let ordinal = r.byte(at).is_ascii_digit() && r.text.get(at..end)?.contains(':');
    let next = r.gap(end);
    let word = r.word(next);
    let closes = matches!(r.char(end), None | Some('.' | ',' | ';' | ')' | '!' | '?' | '\n'))
        || matches!(r.term(next), Some((Term::Clock, _)))
        || AFTER_ORDINAL_DAY.has(word)
        || word.len() > 4
            && PAST_BESIDE_DAY.iter().any(|end| word.ends_with(end))
            && !word.ends_with(PRESENT_PARTICIPLE);
    let joined = r.char(end) == Some(',') && r.byte(r.gap(end + 1)).is_ascii_digit();
    (ordinal && closes && !joined).then(|| {
        let value = Value::unit(Unit::DayOfMonth { day, months: ANY_MONTH });
        with_times(r, Found::new(Place::new(start, end), value, &DAY_OF_THIS_MONTH))
    })
}
