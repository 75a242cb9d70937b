//! Long periods: *läsåret 2022/23*, *budgetåret 2023*, *mandatperioden 2022–2026*, *årsskiftet*, *månadsskiftet*.

use super::calendar::{Feast, month_length};
use super::days::month;
use super::model::{Found, Place, Taken};
use super::open_year::{short_year, with_year_behind};
use super::reader::Reader;
use super::term::Term;
use super::value::{Grain, Unit, Value};
use super::years::{self, Years};
use super::{feast_words, look_alikes, relative, semesters};
use crate::document::rule::rule;
use crate::lexicon::sets::function_words::OCH;

rule! {
    /// A school year, budget year or term of office, or the turn of a year or month.
    pub(super) LONG_PERIOD = "date.long-period";
    finds "Det gäller ⟦läsåret 2022/23⟧." = "2022-08/2023-06";
    finds "Planen för ⟦mandatperioden 2022–2026⟧ antogs." = "2022/2026";
    finds "Berättelsen för ⟦verksamhetsåret 2022/2023⟧ lästes." = "2022/2023";
    finds "Avgiften för ⟦kommande verksamhetsår⟧ är oförändrad." = "2024";
    finds "Lokalen tömdes vid ⟦årsskiftet 2021/22⟧ helt." = "2021-12-31/2022-01-01";
    finds "Flytt sker ⟦månadsskiftet mars/april⟧." = "2024-03-31/2024-04-01";
    passes "Under läsåret hålls fyra möten.";
}

/// At *läsåret*, *budgetåret*, *mandatperioden*, *årsskiftet*, *kalenderåret*.
pub(super) fn from_long(r: &Reader, cue: Place, term: Term) -> Option<Taken> {
    let at = r.gap(cue.end);
    let Some(years) = years_at(r, at).filter(|_| at > cue.end) else {
        return of_semester(r, cue, term, at).or_else(|| without_years(r, cue, term));
    };
    let day = |year: i16, month, day| Unit::Day { year: Some(year), month, day };
    let follows = years.to == Some(years.from + 1);
    let value = match (term, years.to) {
        (Term::SchoolYear | Term::BudgetYear, Some(_)) if follows => {
            let opens = if term == Term::SchoolYear { 8 } else { 7 };
            let first = Found::new(cue.to(years.end), over_new_year(years, opens), &LONG_PERIOD);
            return Some(Taken::list(first, |last| next_pair(r, last.end, opens)));
        }
        (Term::TurnOfYear, to) if to.is_none() || follows => {
            Value::span(day(years.from, 12, 31), day(years.from + 1, 1, 1))
        }
        (Term::TurnOfHalf, None) => Value::span(day(years.from, 6, 30), day(years.from, 7, 1)),
        (Term::SchoolYear, None) => over_new_year(years, 8),
        (
            Term::SchoolYear | Term::BudgetYear | Term::BusinessYear | Term::Mandate | Term::CalendarYear,
            _,
        ) => years.value(),
        _ => return None,
    };
    Some(Taken::One(Found::new(cue.to(years.end), value, &LONG_PERIOD)))
}

/// *verksamhetsår HT2010 till VT2012*: the semesters that a year is told by stand at `at`.
fn of_semester(r: &Reader, cue: Place, term: Term, at: usize) -> Option<Taken> {
    let (Term::Semester(half), end) = r.term(at)? else { return None };
    let of_year = matches!(term, Term::SchoolYear | Term::BudgetYear | Term::BusinessYear);
    let found = semesters::from_semester(r, Place::new(at, end), half).filter(|_| of_year)?;
    Some(Taken::One(Found { start: cue.start, ..found }))
}

/// *förra läsåret*, *årsskiftet*.
fn without_years(r: &Reader, cue: Place, term: Term) -> Option<Taken> {
    match term {
        Term::SchoolYear => {
            let (relation, from) = r.relation(cue.start)?;
            let unit = |month| Unit::Month { year: None, month };
            let found = Found::new(cue.from(from), Value::span(unit(8), unit(6)), &LONG_PERIOD);
            Some(Taken::One(found.toward(relation.toward())))
        }
        Term::BusinessYear => {
            let (by, from) = match r.relation(cue.start) {
                Some((relation, from)) => (relation.shift(), from),
                // *det gångna verksamhetsåret*
                None => (-1, relative::after_past_word(r, cue.start)?),
            };
            let value = Value::unit(Unit::Shift(Grain::Business, by));
            Some(Taken::One(Found::new(cue.from(from), value, &LONG_PERIOD)))
        }
        Term::TurnOfYear => feast_words::from_feast(r, cue, Feast::NewYear),
        Term::TurnOfHalf => feast_words::from_feast(r, cue, Feast::TurnOfHalf),
        _ => None,
    }
}

/// The months of a year that begins in one and ends in the next.
fn over_new_year(years: Years, opens: u8) -> Value {
    let month = |year: i16, month| Unit::Month { year: Some(year), month };
    Value::span(month(years.from, opens), month(years.from + 1, 6))
}

/// The next of *läsåren 2022/23 och 2023/24*.
fn next_pair(r: &Reader, end: usize, opens: u8) -> Option<Found> {
    let at = r.gap(end);
    let next = if r.byte(at) == b',' { r.gap(at + 1) } else { r.past_any(at, OCH)? };
    let years = years_at(r, next).filter(|y| y.to == Some(y.from + 1))?;
    Some(Found::new(Place::new(next, years.end), over_new_year(years, opens), &LONG_PERIOD))
}

/// Years, of two figures too where they make a pair: *22/23*, *22-26*.
fn years_at(r: &Reader, at: usize) -> Option<Years> {
    years::years(r, at).or_else(|| {
        let n = r.number(at).filter(|n| n.digits == 2)?;
        let next = if r.byte(n.end) == b'/' { n.end + 1 } else { r.dash(n.end)? };
        let m = r.number(next).filter(|m| m.digits == 2 && m.value > n.value)?;
        let (from, to) = (short_year(n.value), short_year(m.value));
        let years = Years { from, to: Some(to), end: m.end };
        // *19/95*: of two centuries.
        (from < to && look_alikes::free_right(r, m.end)).then_some(years)
    })
}

/// At *månadsskiftet*: *månadsskiftet mars/april 2024*, the last day of one month and the first of the next.
pub(super) fn from_turn_of_month(r: &Reader, cue: Place) -> Option<Found> {
    let (from, past) = month(r, r.gap(cue.end), true)?;
    let at = if r.byte(past) == b'/' { Some(past + 1) } else { r.dash(past) };
    let at = at.or_else(|| r.past_any(r.gap(past), OCH))?;
    let (to, past) = month(r, at, true)?;
    if to != from % 12 + 1 {
        return None;
    }
    let value = |year: Option<i16>| {
        let before = year.map(|year| year - i16::from(to == 1));
        let last = if from == 2 && year.is_none() { 28 } else { month_length(before, from) };
        Value::span(Unit::Day { year: before, month: from, day: last }, Unit::Day { year, month: to, day: 1 })
    };
    Some(with_year_behind(r, cue.to(past), &LONG_PERIOD, value))
}
