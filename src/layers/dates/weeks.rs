//! Weeks: *vecka 34*, *v. 34–36 2022*, *v. 34/2022*, *vecka 34 och 36*.

use super::model::{Found, Place, Taken};
use super::open_year::with_year_behind;
use super::parts::small_numbers;
use super::reader::Reader;
use super::term::Term;
use super::value::{Point, Unit, Value};
use super::{look_alikes, weekdays};
use crate::document::rule::rule;
use crate::lexicon::sets::function_words::OCH_WORD;
use crate::text::walk;

rule! {
    /// A week by its number (ISO 8601).
    pub(super) WEEK = "date.week";
    finds "Kontoret är stängt ⟦vecka 29⟧." = "2024-W29";
    finds "Vi ses ⟦v. 34–36 2022⟧ på kansliet." = "2022-W34/2022-W36";
    finds "Lämna svar under ⟦v 14/2024⟧, tack." = "2024-W14";
    passes "Hon arbetar varannan vecka.";
    passes "Hon arbetar 3 veckor av 52.";
}

/// At *vecka* or *v*: *vecka 34*, *v. 34–36 2022*, *v.34*.
pub(super) fn from_week(r: &Reader, cue: Place, letter: bool) -> Option<Taken> {
    if letter && !stands_free(r, cue.start) {
        return None;
    }
    let at = r.gap(r.past_stop(cue.end));
    if let Some((unit, past)) = slashed(r, at) {
        return Some(Taken::One(Found::new(cue.to(past), Value::unit(unit), &WEEK)));
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
    let value = |year| {
        let unit = |year, week| Unit::Week { year, week };
        to.map_or(Value::unit(unit(year, from)), |to| {
            Value::span(unit(year.map(|y: i16| y - i16::from(to < from)), from), unit(year, to))
        })
    };
    if to.is_none()
        && let Some(found) = with_day(r, cue, past)
    {
        return Some(found.into());
    }
    // *vecka 34 och 36*, *v. 34, 35 och 36*
    Some(Taken::list(with_year_behind(r, cue.to(past), &WEEK, value), |last| next_week(r, last.end)))
}

/// *vecka 24, lördagen den 14 juni*: a day of the week behind it, which says the same.
fn with_day(r: &Reader, cue: Place, end: usize) -> Option<Found> {
    let at = r.gap(end);
    let at = r.past(at, b',');
    if at == end || !r.one_line(end, at) {
        return None;
    }
    let (Term::Weekday(day), past) = r.term(at)? else { return None };
    match weekdays::from_weekday(r, Place::new(at, past), day, false)? {
        Taken::One(found @ Found { value: Value::At(Point { unit: Unit::Day { .. }, .. }), .. }) => {
            Some(Found { start: cue.start, ..found })
        }
        _ => None,
    }
}

/// Whether the letter of *v. 34* is no letter of something else.
fn stands_free(r: &Reader, start: usize) -> bool {
    let before = walk::char_before(r.text, start);
    let glued = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '|' | '-' | '–' | '/'));
    !glued && (r.byte(start) == b'v' || r.line_start(start) == start)
}

/// *34/2022*.
fn slashed(r: &Reader, at: usize) -> Option<(Unit, usize)> {
    let week = r.number(at).filter(|n| n.digits <= 2 && (1..=53).contains(&n.value))?;
    let year = r.number(week.end + 1).filter(|n| n.digits == 4 && (1900..2100).contains(&n.value))?;
    let fits = r.byte(week.end) == b'/' && look_alikes::free_right(r, year.end);
    let unit = Unit::Week { year: Some(year.value as i16), week: week.value as u8 };
    fits.then_some((unit, year.end))
}

/// The next week of the same list.
fn next_week(r: &Reader, end: usize) -> Option<Found> {
    let (at, comma) = r.list_joint(end)?;
    let (week, None, past) = small_numbers(r, at, 53)? else { return None };
    let next = r.gap(past);
    let goes_on = r.phrase(next, OCH_WORD).is_some() || r.byte(next) == b',';
    if look_alikes::is_quantity(r, past) || (comma && !goes_on) || r.word(next).ends_with("or") {
        return None;
    }
    let value = |year| Value::unit(Unit::Week { year, week });
    Some(with_year_behind(r, Place::new(at, past), &WEEK, value))
}
