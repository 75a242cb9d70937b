//! What the sentence round a date without its year tells: whether it lies ahead or behind, or comes every year.

use super::calendar::Feast;
use super::model::{Found, Place, Toward};
use super::reader::Reader;
use super::value::{ANY_MONTH, Grain, Point, Unit, Value};
use crate::lexicon::sets::dates::{AHEAD, BEHIND, DONE, HABITS, PAST_VERBS, RECURRING, RULED};
use crate::lexicon::sets::function_words::TILL_WORD;
use crate::lexicon::sets::speeches::PAST_ENDS;
use crate::text::walk;

/// How far a sentence is read before and after a date, in bytes.
const BEFORE: usize = 160;
const AFTER: usize = 60;

/// Tells dates without a year by the verbs of their sentence which way they lie, and drops those that recur.
pub(super) fn steer(r: &Reader, found: &mut Vec<Found>) {
    found.retain_mut(|one| {
        // *Renoverat taket under sommaren*, in a report of what was done.
        if is_season(one) {
            let before = before(r, one.start);
            if one.toward == Toward::Nearest
                && words(before).any(is_done)
                && !words(before).any(|w| AHEAD.has(w))
            {
                one.toward = Toward::Behind;
            }
            // *Vi väntar till hösten.*
            let until =
                before.trim_end().rsplit(' ').next().is_some_and(|word| walk::same_word(word, TILL_WORD));
            let past = |word: &str| word.len() > 3 && PAST_ENDS.iter().any(|end| word.ends_with(end));
            if one.toward == Toward::Nearest && until && !words(before).any(|w| is_done(w) || past(w)) {
                one.toward = Toward::Future;
            }
            return true;
        }
        // *ska varje år anta en budget för det kommande året*
        if is_next_year(one) {
            let before = before(r, one.start);
            return !HABITS.iter().any(|phrase| before.contains(phrase));
        }
        if !is_open(one) {
            return true;
        }
        let (before, after) = (before(r, one.start), after(r, one.end));
        let each = HABITS.iter().any(|phrase| after.trim_start().starts_with(phrase));
        if each || RECURRING.iter().any(|phrase| before.contains(phrase)) {
            return false;
        }
        if RULED.iter().any(|phrase| after.trim_start().starts_with(phrase)) {
            one.toward = Toward::Open;
        }
        if one.toward == Toward::Nearest {
            let any =
                |set: &crate::words::WordSet| words(before).chain(words(after)).any(|word| set.has(word));
            one.toward = match (any(&AHEAD), any(&BEHIND)) {
                (true, false) => Toward::Ahead,
                (false, true) => Toward::Behind,
                _ => Toward::Nearest,
            };
        }
        true
    });
}

/// Which way what a sentence tells lies: `Behind` where a verb of it tells what was, `Ahead` where one tells what will be.
pub(super) fn of_sentence(r: &Reader, place: Place) -> Toward {
    let (before, after) = (before(r, place.start), after(r, place.end));
    let mut toward = Toward::Nearest;
    for word in words(before).chain(words(after)) {
        if AHEAD.has(word) {
            return Toward::Ahead;
        }
        if BEHIND.has(word) || word.len() > 4 && PAST_VERBS.iter().any(|end| word.ends_with(end)) {
            toward = Toward::Behind;
        }
    }
    toward
}

/// Whether it is a day or month of no year, and nothing tells which one is meant.
pub(super) fn may_recur(one: &Found) -> bool {
    let of_month = matches!(one.value, Value::At(Point { unit: Unit::DayOfMonth { .. }, .. }));
    is_open(one) && !of_month && matches!(one.toward, Toward::Nearest | Toward::Ahead)
}

/// Whether it is *det kommande året*, which in a rule is any year's next.
pub(super) fn is_next_year(one: &Found) -> bool {
    one.toward == Toward::Next
        && matches!(one.value, Value::At(Point { unit: Unit::Shift(Grain::Business, 1), .. }))
}

/// Whether it is a day or month whose year the text leaves open.
fn is_open(one: &Found) -> bool {
    let (Value::At(Point { unit, .. }) | Value::Span(_, Point { unit, .. })) = one.value else {
        return false;
    };
    let any = matches!(
        unit,
        Unit::DayOfMonth { months: ANY_MONTH, .. } | Unit::Feast { feast: Feast::Nth { .. }, year: None }
    );
    any || matches!(unit, Unit::Day { year: None, .. } | Unit::Month { year: None, .. })
}

/// Whether it is a season of no year.
fn is_season(one: &Found) -> bool {
    matches!(one.value, Value::At(Point { unit: Unit::Part { year: None, part: 21..=24 }, .. }))
}

/// Whether a word tells by its form what was done: *genomförts, renoverat, målades*.
fn is_done(word: &str) -> bool {
    word.len() > 5 && DONE.iter().any(|ending| word.ends_with(ending)) || BEHIND.has(word)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    walk::letters(text)
}

/// What stands before `at` in its sentence.
fn before<'t>(r: &Reader<'t>, at: usize) -> &'t str {
    let mut from = at.saturating_sub(BEFORE);
    while !r.text.is_char_boundary(from) {
        from += 1;
    }
    let near = r.text.get(from..at).unwrap_or("");
    let start = (0..near.len()).rev().find_map(|at| Some(at + sentence_end(&near.as_bytes()[at..])?));
    let start = start.unwrap_or(0);
    near.get(start..).unwrap_or("")
}

/// What stands after `at` in its sentence.
fn after<'t>(r: &Reader<'t>, at: usize) -> &'t str {
    let near = walk::head(r.text.get(at..).unwrap_or(""), AFTER);
    let end = (0..near.len()).find(|&at| sentence_end(&near.as_bytes()[at..]).is_some());
    near.get(..end.unwrap_or(near.len())).unwrap_or("")
}

/// How long the end of a sentence or point is that a text begins with.
fn sentence_end(text: &[u8]) -> Option<usize> {
    match text {
        [b'.', b' ' | b'\n', ..] | [b'!' | b'?', b' ', ..] | [b'\n', b'\n', ..] => Some(2),
        [b'\n', b'-', b' ', ..] => Some(3),
        [b'\n', 0xE2, 0x80, 0xA2, b' ', ..] => Some(5),
        _ => None,
    }
}
