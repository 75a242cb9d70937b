//! Parts of a year: *kvartal 2 2023*, *första tertialet*, *andra halvåret*, *Q2 2023*, *T1, T2 och T3 2023*.

use super::model::{Found, Place, Taken};
use super::open_year::{with_year_behind, year_after, year_behind};
use super::reader::{Reader, numeral};
use super::term::Term;
use super::value::{Grain, Unit, Value, codes};
use super::{look_alikes, relative};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{AND_TO, DEFINITE_DAY, EACH_ONE, HALVES, LEADS_PART, PLURAL_ENDS};
use crate::lexicon::sets::function_words::{AV_WORD, OCH, OCH_WORD, TILL};
use crate::text::walk;

rule! {
    /// A quarter, tertial or half of a year, by its number or its letter (ISO 8601-2).
    pub(super) PART_OF_YEAR = "date.part-of-year";
    finds "Utfallet för ⟦första tertialet 2023⟧ är gott." = "2023-37";
    finds "Budgeten för ⟦kvartal 2⟧ höll." = "2024-34";
    finds "Se rapporten för ⟦Q1–Q3 2023⟧, tack." = "2023-33/2023-35";
    finds "Det blir klart ⟦första hälften av 2025⟧." = "2025-40";
    passes "Var fjärde kvartal skrivs en rapport.";
    passes "Första halvåret av ordförandeskapet gick bra.";
}

fn value(grain: Grain, from: u8, to: Option<u8>) -> impl Fn(Option<i16>) -> Value {
    let base = codes(grain).0 - 1;
    move |year| {
        let unit = |n: u8| Unit::Part { year, part: base + n };
        match to {
            Some(to) => Value::span(unit(from), unit(to)),
            None => Value::unit(unit(from)),
        }
    }
}

#[track_caller]
fn found(r: &Reader, place: Place, grain: Grain, (from, to): (u8, Option<u8>)) -> Found {
    with_year_behind(r, place, &PART_OF_YEAR, value(grain, from, to))
}

/// At *kvartal*, *tertial*, *halvår*: *kvartal 2 2023*, *nästa kvartal*, *andra tertialet*.
pub(super) fn from_part(r: &Reader, cue: Place, grain: Grain) -> Option<Taken> {
    let Place { start, end } = cue;
    let most = codes(grain).1;
    // *första hälften av 2023*; without a year the half of anything.
    let word = r.word(start);
    let fraction = HALVES.iter().any(|half| walk::same_word(word, half));
    if fraction && year_behind(r, end).is_none() {
        return None;
    }
    let at = r.gap(r.past_stop(end));
    if let Some((from, to, past)) = small_numbers(r, at, most).filter(|_| !fraction) {
        let first = found(r, cue.to(past), grain, (from, to));
        return Some(Taken::list(first, |last| next_part(r, last.end, grain)));
    }
    match r.term_before(start) {
        // *var fjärde kvartal*; *första halvåret av ordförandeskapet* is no half of a year.
        Some((Term::Ordinal(_), from)) if recurs(r, from) || is_of_another(r, end) => None,
        Some((Term::Ordinal(n), from)) if n <= most => {
            let last = found(r, cue.from(from), grain, (n, None));
            Some(Taken::with(ordinal_before(r, from, grain, n).map(Taken::One), last))
        }
        Some((Term::Final, from)) => Some(found(r, cue.from(from), grain, (most, None)).into()),
        // *förra hälften* is the first one.
        Some((Term::Relation(relation), from)) if !fraction => {
            Some(relative::shifted(cue.from(from), grain, relation.shift()).into())
        }
        // om ett halvår
        _ => relative::from_count(r, cue, grain).or_else(|| with_figure(r, cue, grain)).map(Taken::One),
    }
}

fn recurs(r: &Reader, at: usize) -> bool {
    let (word, _) = r.word_before(at);
    EACH_ONE.iter().any(|each| walk::same_word(word, each))
}

/// Whether *av* and no year follow.
fn is_of_another(r: &Reader, end: usize) -> bool {
    r.phrase(r.gap(end), AV_WORD).is_some() && year_behind(r, end).is_none()
}

/// *1:a kvartalet, 2:a halvåret*.
fn with_figure(r: &Reader, cue: Place, grain: Grain) -> Option<Found> {
    let gap = r.gap_back(cue.start);
    let (suffix, start) = (r.text.get(gap.saturating_sub(2)..gap), gap.saturating_sub(3));
    if !matches!(suffix, Some(":a" | ":e")) || start < r.floor {
        return None;
    }
    let n = r.number(start).filter(|n| (1..=u32::from(codes(grain).1)).contains(&n.value))?;
    look_alikes::free_left(r, start).then(|| found(r, cue.from(start), grain, (n.value as u8, None)))
}

/// The next number of a list: *kvartal 1, 2 och 3 2023*.
fn next_part(r: &Reader, end: usize, grain: Grain) -> Option<Found> {
    let (at, comma) = r.list_joint(end)?;
    let n = r.number(at).filter(|n| n.digits == 1 && (1..=u32::from(codes(grain).1)).contains(&n.value))?;
    let next = r.gap(n.end);
    let goes_on = r.phrase(next, OCH_WORD).is_some() || r.byte(next) == b',';
    let noun = r.word(next);
    if !look_alikes::free_right(r, n.end)
        || look_alikes::is_quantity(r, n.end)
        || (comma && !goes_on)
        || PLURAL_ENDS.iter().any(|end| noun.ends_with(end))
    {
        return None;
    }
    Some(found(r, Place::new(n.start, n.end), grain, (n.value as u8, None)))
}

/// The ordinal that stands before the last of a list: *andra och tredje kvartalet*.
fn ordinal_before(r: &Reader, at: usize, grain: Grain, below: u8) -> Option<Found> {
    let (word, word_start) = r.word_before(at);
    if !AND_TO.has(word) {
        return None;
    }
    let (_, start) = r.word_before(word_start);
    match r.term(start).filter(|_| start < word_start)? {
        (Term::Ordinal(n), end) if n < below => {
            Some(Found::new(Place::new(start, end), value(grain, n, None)(None), &PART_OF_YEAR))
        }
        _ => None,
    }
}

/// *2*, *1–3* or *1 till 3*, none above `most`.
pub(super) fn small_numbers(r: &Reader, at: usize, most: u8) -> Option<(u8, Option<u8>, usize)> {
    let one = |at| {
        let n = r.number(at).filter(|n| n.digits <= 2 && (1..=u32::from(most)).contains(&n.value))?;
        let glued = matches!(r.byte(n.end), b':' | b'.' | b'/' | b',') && r.byte(n.end + 1).is_ascii_digit()
            || r.char(n.end).is_some_and(|c| c.is_alphanumeric() || c == '%');
        (!glued).then_some((n.value as u8, n.end))
    };
    let (from, end) = one(at).or_else(|| {
        // kvartal tre
        let word = r.word(at);
        let n = numeral(word).filter(|&n| most < 5 && n <= most && !walk::same_word(word, DEFINITE_DAY))?;
        Some((n, at + word.len()))
    })?;
    let next = r.dash(end).or_else(|| r.past_any(r.gap(end), TILL));
    if let Some((to, past)) = next.and_then(one).filter(|&(to, _)| to > from) {
        return Some((from, Some(to), past));
    }
    Some((from, None, end))
}

/// At the letter of *Q2 2023*, *T1 2023*, *H1 2023*: only a quarter may lack its year.
pub(super) fn from_letter(r: &Reader, cue: Place, grain: Grain) -> Option<Found> {
    let Place { start, end } = cue;
    let n = r.number(end).filter(|n| n.digits == 1 && (1..=u32::from(codes(grain).1)).contains(&n.value))?;
    if walk::char_before(r.text, start).is_some_and(|c| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let mut to = None;
    let mut past = n.end;
    // Q1–Q3
    if let Some((Term::PartLetter(_), letter)) = r.dash(n.end).and_then(|next| r.term(next))
        && let Some(m) = r.number(letter).filter(|m| m.digits == 1 && m.value > n.value)
    {
        (to, past) = (Some(m.value as u8), m.end);
    }
    if !look_alikes::free_right(r, past) && r.byte(past) != b'-' {
        return None;
    }
    let named = || {
        let (before, _) = r.word_before_mark(start);
        year_after(r, past).is_some() || LEADS_PART.has(before) || is_listed(r, past, grain)
    };
    if grain != Grain::Quarter && !named() {
        return None;
    }
    Some(found(r, cue.to(past), grain, (n.value as u8, to)))
}

/// Whether the next of *T1, T2 och T3 2023* follows.
fn is_listed(r: &Reader, end: usize, grain: Grain) -> bool {
    let at = r.gap(end);
    let next = if r.byte(at) == b',' { Some(r.gap(at + 1)) } else { r.past_any(at, OCH) };
    let term = next.and_then(|next| r.term(next));
    term.is_some_and(|(term, end)| term == Term::PartLetter(grain) && r.number(end).is_some())
}
