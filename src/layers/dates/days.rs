//! Days by their month's name: *den 23 september 2022*, *14–15 december*, *den 25 och den 26 nästlidna
//! maj*, *fredagen den 3:e mars*, *sista maj*.

use super::calendar::month_length;
use super::model::{Found, Place, Taken, Toward};
use super::open_year::{Year, year_after};
use super::reader::Reader;
use super::term::{Form, Term};
use super::times::with_times;
use super::value::{Grain, Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{ANDS, CALLS_LAST_DAY, DAY_OF, NUMBER_WORDS, ORDINAL_ENDING, RANGE_WORDS};
use crate::lexicon::sets::function_words::DEN_WORD;
use crate::text::walk;

rule! {
    /// A day of a month by the month's name, with or without its year.
    pub(super) DAY = "date.day";
    finds "Styrelsen möts ⟦den 23 september 2022⟧ i Mariestad." = "2022-09-23";
    finds "Vi möttes ⟦fredagen den 1:a mars⟧ och skrev." = "2024-03-01";
    finds "Svar lämnas senast ⟦sista april⟧." = "2024-04-30";
    finds "Mötet hålls ⟦den 4 april kl. 18.30⟧." = "2024-04-04T18:30";
    passes "Per Mars 23 sidor om Maj:s resa.";
    passes "Se § 3, maj månads handlingar följer.";
}
rule! {
    /// A range of days within one month.
    pub(super) DAYS = "date.days";
    finds "Stormötet hålls ⟦14–15 december⟧." = "2023-12-14/2023-12-15";
    finds "Kursen ges ⟦den 3 till 5 juni 2024⟧." = "2024-06-03/2024-06-05";
    finds "Läger ordnas ⟦3–4/8 2024⟧ vid sjön." = "2024-08-03/2024-08-04";
    passes "Se sidorna 14–15 i bilagan.";
}

/// A range of days of one month, in figures or by its name.
pub(super) fn days(place: Place, from: Unit, to: Unit) -> Found {
    Found::new(place, Value::span(from, to), &DAYS)
}

/// A month's name at `at`, over its full stop where it is short; `loose` takes short names too.
pub(super) fn month(r: &Reader, at: usize, loose: bool) -> Option<(u8, usize)> {
    month_of(r, r.term(at)?, loose)
}

/// The same of a word that is known.
fn month_of(r: &Reader, (term, end): (Term, usize), loose: bool) -> Option<(u8, usize)> {
    if r.byte(end) == b':' && r.char(end + 1).is_some_and(char::is_alphabetic) {
        return None; // Kungl. Maj:ts
    }
    match term {
        Term::Month(month) => Some((month, end)),
        Term::ShortMonth(month) if loose => Some((month, r.past_stop(end))),
        Term::JulyOrChristmas if loose => Some((7, r.past_stop(end))),
        _ => None,
    }
}

/// How the days of a list are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Range,
    List,
    Comma,
}

#[derive(Clone, Copy)]
struct Item {
    place: Place,
    day: u8,
    /// 0 where none is named.
    weekday: u8,
    joint: Joint,
}

/// A day of a month in figures (*3*, *3:e*, *3.*) or in words (*tredje*).
pub(super) fn day_number(r: &Reader, at: usize) -> Option<(u8, usize)> {
    if !r.byte(at).is_ascii_digit() {
        return match r.term(at)? {
            (Term::Ordinal(day), end) => Some((day, end)),
            _ => None,
        };
    }
    let n = r.number(at)?;
    if n.digits > 2 || !(1..=31).contains(&n.value) {
        return None;
    }
    let mut end = n.end;
    // 3:e, 1:a, 3:dje, 8de, 1ste
    let tail = end + usize::from(r.byte(end) == b':');
    let ending = if r.byte(tail).is_ascii_alphabetic() { r.word(tail) } else { "" };
    if ORDINAL_ENDING.has(ending) {
        end = tail + ending.len();
    } else if r.byte(end) == b'.' && matches!(r.byte(end + 1), b' ') {
        end += 1; // den 3. maj
    }
    Some((n.value as u8, end))
}

/// A weekday at `at`, and where what follows it begins.
pub(super) fn weekday_at(r: &Reader, at: usize) -> Option<(u8, usize)> {
    match r.term(at)? {
        (Term::Weekday(day), end) => Some((day, r.gap(end))),
        (Term::ShortWeekday(day), end) => Some((day, r.gap(r.past_stop(end)))),
        _ => None,
    }
}

/// What joins two days of a list.
fn joint(r: &Reader, end: usize) -> Option<(Joint, usize)> {
    if let Some(next) = r.dash(end) {
        return Some((Joint::Range, next));
    }
    let at = r.gap(end);
    if r.byte(at) == b',' {
        return Some((Joint::Comma, r.gap(at + 1)));
    }
    if !matches!(r.byte(at).to_ascii_lowercase(), b't' | b'o' | b's' | b'e' | b'r') {
        return None;
    }
    let range = r.past_any(at, RANGE_WORDS).map(|next| (Joint::Range, next));
    range.or_else(|| r.past_any(at, ANDS).map(|next| (Joint::List, next)))
}

/// Days of one month from the number at `at`; the expression begins at `start` (*den*, a weekday).
pub(super) fn from_number(r: &Reader, start: usize, at: usize) -> Option<Taken> {
    let mut items = [Item { place: Place::new(0, 0), day: 0, weekday: 0, joint: Joint::List }; 8];
    let mut count = 0;
    let (mut item_start, mut number, mut weekday) = (start, at, 0);
    // *nr 3 – den 15 juni*: where *den* stands behind a dash alone, the date begins there.
    let mut called = 0;
    let (month, month_end, toward) = loop {
        let (day, end) = day_number(r, number)?;
        let item = items.get_mut(count)?;
        *item = Item { place: Place::new(item_start, end), day, weekday, joint: Joint::List };
        count += 1;
        if let Some(found) = month_behind(r, end) {
            break found;
        }
        let (joint, next) = joint(r, end)?;
        item.joint = joint;
        item_start = next;
        // *fredagen den 3 och lördagen den 4 maj*
        (weekday, number) = weekday_at(r, next).unwrap_or((0, next));
        if let Some(end) = r.phrase(number, DEN_WORD) {
            number = r.gap(end);
            if joint == Joint::Range && start == at && called == 0 {
                called = count;
            }
        }
        if number == end {
            return None;
        }
    };
    let (year, end) = year_after(r, month_end).map_or((None, month_end), |(year, end)| (Some(year), end));
    let toward = if year.is_some() { Year::toward(year) } else { toward };
    let number = Year::number(year);
    // *Nr 2 November 2009*: the figure is of the issue.
    if count == 1 && start == at && is_of_issue(r, at) {
        return None;
    }
    let items = items.get_mut(..count)?;
    if items.iter().any(|item| item.day > month_length(number, month)) {
        return None;
    }
    items.last_mut()?.place.end = end;
    // A chain of commas alone is no list of days: *§ 2, 3 maj*.
    let joints = items.get(..count - 1).unwrap_or(&[]);
    let listed = start < at || joints.iter().any(|item| item.joint == Joint::List);
    let comma = joints.iter().rposition(|item| item.joint == Joint::Comma);
    let first = comma.filter(|_| !listed).map_or(0, |i| i + 1).max(called);
    let unit = |day| Unit::Day { year: number, month, day };
    listed_days(items.get(first..)?, unit, toward).map(|taken| timed(r, taken))
}

/// Whether the number at `at` is that of an issue or a meeting: *Nr 2*, *nr. 3*.
fn is_of_issue(r: &Reader, at: usize) -> bool {
    let end = r.gap_back(at);
    let end = end - usize::from(end > r.floor && r.byte(end - 1) == b'.');
    let start = walk::word_start(r.text, end);
    r.one_line(start, at) && r.text.get(start..end).is_some_and(|word| NUMBER_WORDS.has(word))
}

/// The days and ranges of days of a list.
#[track_caller]
fn listed_days(mut items: &[Item], unit: impl Fn(u8) -> Unit, toward: Toward) -> Option<Taken> {
    let mut taken = None;
    while let [item, rest @ ..] = items {
        items = rest;
        let found = match rest {
            [next, rest @ ..] if item.joint == Joint::Range && item.day < next.day => {
                items = rest;
                days(item.place.to(next.place.end), unit(item.day), unit(next.day))
                    .on((item.weekday, next.weekday))
            }
            [_, ..] if item.joint == Joint::Range => continue, // *nr 30–3 maj*: the second alone
            _ => Found::new(item.place, Value::unit(unit(item.day)), &DAY).on((item.weekday, 0)),
        };
        taken = Some(Taken::with(taken, found.toward(toward)));
    }
    taken
}

/// The last day with the clock times behind it.
fn timed(r: &Reader, mut taken: Taken) -> Taken {
    if let Some(last) = taken.all_mut().last_mut() {
        *last = with_times(r, *last);
    }
    taken
}

/// The month behind a day, with *nästlidna*, *innevarande* before it, or those alone.
fn month_behind(r: &Reader, end: usize) -> Option<(u8, usize, Toward)> {
    let at = r.gap(end);
    // (*3maj*: a blank got lost.)
    let glued = || r.byte(end).is_ascii_lowercase() && matches!(r.term(end), Some((Term::Month(_), _)));
    if at == end && r.byte(end.saturating_sub(1)) != b'.' && !glued() {
        return None;
    }
    match r.term(at)? {
        (Term::Relation(relation), past) => {
            let (month, end) = month(r, r.gap(r.past_stop(past)), false)?;
            Some((month, end, relation.toward()))
        }
        term => {
            let (month, end) = month_of(r, term, true)?;
            // maj månad
            if let Some((Term::Noun(Grain::Month, Form::Singular), past)) = r.term(r.gap(end)) {
                return Some((month, past, Toward::Nearest));
            }
            Some((month, end, Toward::Nearest))
        }
    }
}

/// At an ordinal: *den tredje mars 2020*, *första januari*.
pub(super) fn from_ordinal(r: &Reader, cue: Place) -> Option<Taken> {
    let den = r.with_den(cue.start);
    let bare = || month(r, r.gap(cue.end), false).is_some();
    if den == cue.start && !bare() { None } else { from_number(r, den, cue.start) }
}

/// At *sista*: *sista maj*, *sista dagen i maj*.
pub(super) fn from_final(r: &Reader, cue: Place) -> Option<Found> {
    let den = r.with_den(cue.start);
    let next = r.gap(cue.end);
    let at = r.past_any(next, DAY_OF).unwrap_or(next);
    let (month, month_end) = month(r, at, false)?;
    let year = year_after(r, month_end);
    // *sista mars* is its last day where something calls for a day: *senast sista mars*.
    let bare = den == cue.start && at == next && year.is_none();
    if bare && !CALLS_LAST_DAY.has(r.word_before(cue.start).0) {
        return None;
    }
    let (year, end) = year.map_or((None, month_end), |(year, end)| (Some(year), end));
    let number = Year::number(year);
    let day = if month == 2 && number.is_none() { 28 } else { month_length(number, month) };
    let value = Value::unit(Unit::Day { year: number, month, day });
    Some(Found::new(Place::new(den, end), value, &DAY).toward(Year::toward(year)))
}
