//! Days of the document's month or the one beside it: *den 3 innevarande*, *den 28 nästlidna*, *den 9 dennes*.

use super::days::day_number;
use super::model::{Found, Place};
use super::reader::Reader;
use super::term::{Form, Relation, Term};
use super::times::with_times;
use super::value::{Grain, Unit, Value};
use crate::document::rule::rule;

rule! {
    /// A day of the document's month in the old style (*innevarande, dennes*), or of the month beside it.
    pub(super) DAY_OF_THIS_MONTH = "date.day-of-this-month";
    finds "Protokollet för ⟦den 3 innevarande⟧ justerades." = "2024-03-03";
    finds "Brevet kom ⟦den 28 nästlidna⟧ med posten." = "2024-02-28";
    finds "Vi svarade ⟦den 8 i denna månad⟧." = "2024-03-08";
    passes "Den 3 i ordningen var sen.";
}

pub(super) fn from_number(r: &Reader, start: usize, at: usize) -> Option<Found> {
    if start == at {
        return None;
    }
    let (day, end) = day_number(r, at)?;
    let next = r.gap(end);
    // *den 8 i denna månad*, *den 29 i förra månaden*
    let at = r.phrase(next, "i").map_or(next, |end| r.gap(end));
    let month = |past: usize| match r.term(r.gap(past)) {
        Some((Term::Noun(Grain::Month, Form::Singular | Form::Definite), past)) => Some(past),
        _ => None,
    };
    let (months, past) = match r.term(at) {
        Some((Term::Relation(Relation::This) | Term::Dennes, past)) => (0, r.past_stop(past)),
        Some((Term::Relation(Relation::Last), past)) => (-1, r.past_stop(past)),
        Some((Term::Relation(Relation::Next), past)) => (1, month(past).map(|_| past)?),
        _ => (0, r.phrase(at, "denna").filter(|&past| month(past).is_some())?),
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
