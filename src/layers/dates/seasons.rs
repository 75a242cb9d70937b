//! Seasons: *våren 2022*, *i höst*, *förra vintern*, *vintern 2021/22*.

use super::model::{Found, Place, Toward};
use super::open_year::{Year, with_year_behind, year_after};
use super::reader::Reader;
use super::term::{Relation, Term};
use super::value::{Unit, Value};
use super::{look_alikes, years};
use crate::document::rule::{here, rule};
use crate::lexicon::sets::dates::{AFTER_SEASON, AND, LEADS_SEASON, SEASON_JOINTS};
use crate::lexicon::sets::function_words::{DEN_WORD, DENNA_WORD, HAR_WORD, IN_WORD};
use crate::text::walk;

rule! {
    /// A season, with its year, with *nästa* or *förra*, or led in by a preposition.
    pub(super) SEASON = "date.season";
    finds "Böterna utfärdades under ⟦sommaren 2021⟧." = "2021-22";
    finds "Vi ses ⟦i höst⟧ igen." = "2024-23";
    finds "Det brann ⟦förra vintern⟧ i byn." = "2023-24";
    finds "Vi planerar ⟦höstens⟧ stämma." = "2024-23";
    finds "Isen låg ⟦vintern 2021/22⟧ kvar." = "2021-24";
    passes "I vår kommun är våren vacker.";
    passes "Vi träffas på våren varje år.";
}

/// At *våren*, *hösten*: with a year, or led in by a preposition.
pub(super) fn from_season(r: &Reader, cue: Place, part: u8) -> Option<Found> {
    if let Some(found) = winter(r, cue, part) {
        return Some(found);
    }
    let Place { start, end } = cue;
    if year_after(r, end).is_some() {
        return Some(of_year_behind(r, cue, part));
    }
    if let Some((relation, from)) = r.relation(start) {
        let toward = if relation == Relation::This { Toward::Future } else { relation.toward() };
        return Some(Found::new(cue.from(from), season(part), &SEASON).toward(toward));
    }
    let (before, before_start) = r.word_before(start);
    // *den här våren*
    let (den, from) = r.word_before(before_start);
    if walk::same_word(before, HAR_WORD) && walk::same_word(den, DEN_WORD) {
        return Some(Found::new(cue.from(from), season(part), &SEASON));
    }
    // *våren och sommaren*: the second goes with the first.
    let joined = || {
        let last = r.last.filter(|last| last.rule.is(&SEASON));
        AND.has(before) && last.is_some_and(|last| start - last.end < 16)
    };
    let led = None
        .or_else(|| LEADS_SEASON.has(before).then_some(here()))
        .or_else(|| joined().then_some(here()))
        .or_else(|| is_joined_ahead(r, end).then_some(here()))?;
    let found = of_year_behind(r, cue, part);
    (!look_alikes::is_habit(r, start, end)).then_some(Found { rule: found.rule.at(led), ..found })
}

fn season(part: u8) -> Value {
    Value::unit(Unit::Part { year: None, part })
}

/// Of the year behind it, if one is named there.
#[track_caller]
fn of_year_behind(r: &Reader, place: Place, part: u8) -> Found {
    with_year_behind(r, place, &SEASON, |year| Value::unit(Unit::Part { year, part }))
}

/// Whether *och hösten 2023* or a dash and a season follow.
fn is_joined_ahead(r: &Reader, end: usize) -> bool {
    let next = r.past_any(r.gap(end), SEASON_JOINTS).or_else(|| r.dash(end));
    next.and_then(|next| r.term(next))
        .is_some_and(|(term, _)| matches!(term, Term::Season(_) | Term::BareSeason(_)))
}

/// *vintern 2021/22*: the winter that begins in 2021.
fn winter(r: &Reader, cue: Place, part: u8) -> Option<Found> {
    let years = years::years(r, r.gap(cue.end)).filter(|y| part == 24 && y.to == Some(y.from + 1))?;
    let unit = Unit::Part { year: Some(years.from), part };
    Some(Found::new(cue.to(years.end), Value::unit(unit), &SEASON))
}

/// At *vårens*, *höstens*, before what it is the season of: *vårens stämma*.
pub(super) fn from_season_of(r: &Reader, cue: Place, part: u8) -> Option<Found> {
    let next = r.gap(cue.end);
    let owned = next > cue.end && r.char(next).is_some_and(char::is_alphabetic);
    (owned && !look_alikes::is_habit(r, cue.start, cue.end)).then(|| {
        // In spring *höstens val* is to come.
        let toward = if part == 23 { Toward::Ahead } else { Toward::Nearest };
        Found::new(cue, season(part), &SEASON).toward(toward)
    })
}

/// At *höst*: *i höst*, *höst 2022*, *nästa höst*.
pub(super) fn from_bare_season(r: &Reader, cue: Place, part: u8) -> Option<Found> {
    let Place { start, end } = cue;
    let with_number = || matches!(year_after(r, end), Some((Year::Of(_), _)));
    let (before, before_start) = r.word_before(start);
    let (from, toward) = if let Some((relation, from)) = r.relation(start) {
        (from, relation.toward())
    } else if walk::same_word(before, DENNA_WORD) {
        (before_start, Toward::Nearest)
    } else if walk::same_word(before, IN_WORD) {
        // *i vår kommun* is ours; *i vår* ends its phrase or has a verb behind it.
        if part == 21 && !ends_phrase(r, end) {
            return None;
        }
        if with_number() {
            return Some(of_year_behind(r, cue, part));
        }
        (before_start, Toward::Future)
    } else {
        return winter(r, cue, part).or_else(|| with_number().then(|| of_year_behind(r, cue, part)));
    };
    Some(Found::new(cue.from(from), season(part), &SEASON).toward(toward))
}

fn ends_phrase(r: &Reader, end: usize) -> bool {
    let next = r.gap(end);
    match r.char(next) {
        None | Some('.' | ',' | ';' | '!' | '?' | ')' | ':' | '"' | '”' | '\n') => true,
        _ => AFTER_SEASON.has(r.word(next)),
    }
}
