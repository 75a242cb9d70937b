//! Feasts as they are named: *juldagen 2021*, *annandag påsk*, *till jul*, *första advent*, *mors dag*.

use super::calendar::Feast;
use super::look_alikes;
use super::model::{Found, Place, Taken};
use super::open_year::with_year_behind;
use super::reader::Reader;
use super::term::Term;
use super::times::with_times;
use super::value::{Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{
    ALL_SAINTS, ASCENSION, DEFINITE_DAY, FEAST_NAMES, LEADS_CHRISTMAS, OF_CHRIST, OWNERS, SUNDAYS,
    TWELFTH_NIGHT, WHOLE_FEASTS,
};
use crate::lexicon::sets::function_words::IN_WORD;
use crate::text::walk;

rule! {
    /// A feast of the Swedish calendar or its evening (lagen 1989:253 om allmänna helgdagar).
    pub(super) FEAST = "date.feast";
    finds "Badet är stängt ⟦midsommarafton⟧." = "2024-06-21";
    finds "Vi ses ⟦annandag påsk⟧ vid kyrkan." = "2024-04-01";
    finds "Stugan tänds ⟦första advent 2023⟧, som vanligt." = "2023-12-03";
    finds "Vi firar ⟦mors dag⟧ i parken." = "2024-05-26";
    passes "Varje midsommarafton dansar vi.";
    passes "Valborg Holm tog till orda.";
}

#[track_caller]
fn of_year_behind(r: &Reader, place: Place, feast: Feast) -> Found {
    with_year_behind(r, place, &FEAST, |year| Value::unit(Unit::Feast { feast, year }))
}

/// At a feast: *juldagen 2021*, *annandag påsk*, *till påsk*.
pub(super) fn from_feast(r: &Reader, cue: Place, feast: Feast) -> Option<Taken> {
    let (place, feast) = whole(r, cue, feast)?;
    if matches!(r.term_before(cue.start), Some((Term::Habit, _))) {
        return Some(Taken::Passed(place.end));
    }
    let found = of_year_behind(r, place, feast);
    // *julafton kl. 15*: those of several days have no time.
    let single = feast.days(2000).is_some_and(|(first, last)| first == last);
    Some(Taken::One(if single { with_times(r, found) } else { found }))
}

/// The whole name of a feast, and which one it is.
fn whole(r: &Reader, cue: Place, feast: Feast) -> Option<(Place, Feast)> {
    let Place { start, end } = cue;
    let (before, before_start) = r.word_before(start);
    let word = r.word(start);
    Some(match feast {
        // annandag jul, påsk, pingst
        Feast::Fixed(12, 26) => match r.term(r.gap(end))? {
            (Term::Feast(Feast::EasterWeekend), past) => (cue.to(past), Feast::Easter(1)),
            (Term::Feast(Feast::WhitsunWeekend), past) => (cue.to(past), Feast::Easter(50)),
            (Term::JulyOrChristmas, past) => (cue.to(past), feast),
            _ => return None,
        },
        Feast::Fixed(1, 6 | 13) => match TWELFTH_NIGHT.iter().find_map(|name| r.phrase(r.gap(end), name)) {
            Some(past) => (cue.to(past), feast),
            None if r.text.get(start..end).is_some_and(|w| w.ends_with(DEFINITE_DAY)) => (cue, feast),
            None => return None,
        },
        // *i påsk* is whole, like *i sommar*.
        Feast::EasterWeekend | Feast::Midsummer | Feast::WhitsunWeekend
            if walk::same_word(before, IN_WORD) && WHOLE_FEASTS.contains(&word) =>
        {
            (cue.from(before_start), feast)
        }
        Feast::Easter(39) if walk::same_word(before, OF_CHRIST) => (cue.from(before_start), feast),
        Feast::Easter(39) if walk::same_word(word, ASCENSION) => return None,
        // Names of women too.
        Feast::Fixed(4, 30) | Feast::Fixed(12, 13)
            if walk::is_capitalised(word) && FEAST_NAMES.iter().any(|name| walk::same_word(word, name)) =>
        {
            return None;
        }
        _ => (cue, feast),
    })
}

/// At the *jul* of *till jul* and *i jul*.
pub(super) fn from_christmas(r: &Reader, cue: Place) -> Option<Found> {
    let (before, before_start) = r.word_before(cue.start);
    if walk::is_capitalised(r.word(cue.start)) || !LEADS_CHRISTMAS.has(before) {
        return None;
    }
    let place = if walk::same_word(before, IN_WORD) { cue.from(before_start) } else { cue };
    Some(of_year_behind(r, place, Feast::Christmas))
}

/// At *advent* with its number before it.
pub(super) fn from_advent(r: &Reader, cue: Place) -> Option<Found> {
    if let Some((n, from)) = figure_before(r, cue.start) {
        return Some(of_year_behind(r, cue.from(from), Feast::Advent(n)));
    }
    // *första söndagen i advent*
    let sunday = r.i_before(cue.start).map(|i| r.word_before(i));
    let sunday = sunday.filter(|(word, _)| SUNDAYS.iter().any(|day| walk::same_word(word, day)));
    match r.term_before(sunday.map_or(cue.start, |(_, start)| start))? {
        (Term::Ordinal(n), from) if n <= 4 => Some(of_year_behind(r, cue.from(from), Feast::Advent(n))),
        _ => None,
    }
}

/// At *mors*, *fars* before *dag*: the month tells which.
pub(super) fn from_day_of(r: &Reader, cue: Place, month: u8) -> Option<Found> {
    // *hans fars dag*
    if OWNERS.has(r.word_before(cue.start).0) {
        return None;
    }
    let feast = if month == 5 { Feast::MothersDay } else { Feast::FathersDay };
    Some(of_year_behind(r, cue.to(r.phrase(r.gap(cue.end), "dag")?), feast))
}

/// At the middle of *alla helgons dag*.
pub(super) fn from_all_saints(r: &Reader, cue: Place) -> Option<Found> {
    let (before, from) = r.word_before(cue.start);
    if !walk::same_word(before, ALL_SAINTS) {
        return None;
    }
    let next = r.gap(cue.end);
    let end = r.phrase(next, "dag").or_else(|| r.phrase(next, "helg"))?;
    Some(of_year_behind(r, Place::new(from, end), Feast::AllSaints))
}

/// *1*, *1:a*, *4:e* before *advent*, and where it begins.
fn figure_before(r: &Reader, at: usize) -> Option<(u8, usize)> {
    let end = r.gap_back(at);
    let head = r.text.get(r.floor..end)?;
    let digits = head.strip_suffix(":a").or_else(|| head.strip_suffix(":e")).unwrap_or(head);
    let start = r.floor + digits.len().checked_sub(1)?;
    let n = r.number(start).filter(|n| n.digits == 1 && (1..=4).contains(&n.value) && end < at)?;
    (look_alikes::free_left(r, start) && !look_alikes::is_reference(r, start))
        .then_some((n.value as u8, start))
}
