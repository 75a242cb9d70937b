//! Weekdays, with a date behind them or alone: *fredagen den 23 september*, *fre 23/9*, *på torsdag*.

use super::calendar::Feast;
use super::days::{from_number, month, weekday_at};
use super::model::{Found, Place, Taken, Toward};
use super::open_year::with_year_behind;
use super::reader::Reader;
use super::term::{Form, Term};
use super::times::{belonging, with_times};
use super::value::{Grain, Point, Unit, Value};
use super::{look_alikes, months, numeric, tense, this_month, weeks};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{AT_EVENING, DEFINITE_DAY, LEADS_WEEKDAY, TWO_WEEKDAYS};
use crate::lexicon::sets::function_words::{DEN_WORD, DENNA_WORD, IN_WORD, PA_WORD};
use crate::text::walk;

rule! {
    /// A weekday near the document's date, led in by *på*, *nästa* or their like, or followed by a clock time.
    pub(super) WEEKDAY = "date.weekday";
    finds "Vi ses ⟦på torsdag⟧." = "2024-03-21";
    finds "Vi ses ⟦nästa måndag⟧ hos oss." = "2024-03-18";
    finds "Skolan börjar ⟦måndag vecka 26⟧." = "2024-06-24";
    finds "Mötet på ⟦tisdagskvällen⟧ blev långt." = "2024-03-12";
    finds "Nästa träff är ⟦tisdag kl. 18⟧." = "2024-03-12T18:00";
    finds "Mässan är ⟦andra lördagen i maj⟧ i hallen." = "2024-05-11";
    finds "Alla kom till ⟦måndagens⟧ möte." = "2024-03-11";
    passes "Vi ses på torsdagar.";
    passes "Kansliet har öppet måndag–torsdag kl. 8–16.";
}

/// At a weekday: *fredagen den 23 september*, *fre 23/9*, *onsdag 12:15 23/09*, *på torsdag*.
pub(super) fn from_weekday(r: &Reader, cue: Place, weekday: u8, short: bool) -> Option<Taken> {
    let Place { start, end } = cue;
    if let Some(taken) = two_weekdays(r, cue, weekday) {
        return Some(taken);
    }
    let at = behind(r, end, short);
    let day = from_number(r, start, at)
        .or_else(|| numeric::cued(r, start, at).map(Taken::One))
        .or_else(|| this_month::from_number(r, start, at));
    if let Some(taken) = day {
        return Some(name_first(taken, start, weekday));
    }
    // *måndag vecka 26*
    if let Some(found) = of_week(r, cue, weekday) {
        return Some(Taken::One(found));
    }
    if let Some(found) = months::month_first(r, start, at) {
        return Some(name_first(Taken::One(found), start, weekday));
    }
    // A time between: *onsdag 12:15 23/09*.
    let times = belonging(r, end);
    // *måndag–torsdag kl. 8–16* is every week.
    let hours = || look_alikes::ends_weekdays(r, start) || look_alikes::in_opening_hours(r, start);
    if let Some(times) = times.filter(|_| hours()) {
        return Some(Taken::Passed(times.end));
    }
    if short {
        return None;
    }
    if let Some(times) = times
        && let Some(mut found) = numeric::cued(r, start, r.gap(times.end))
    {
        if let Value::At(Point { unit, clock: None }) = found.value {
            found.value = times.on(unit);
        }
        return Some(name_first(Taken::One(found), start, weekday));
    }
    let (prefix, prefix_start) = r.word_before(start);
    let ending = r.text.get(..end).and_then(|text| text.as_bytes().last_chunk::<2>());
    let definite = ending.is_some_and(|ending| ending.eq_ignore_ascii_case(DEFINITE_DAY.as_bytes()));
    let (from, toward) = match r.relation(start) {
        _ if !definite && walk::same_word(prefix, PA_WORD) => (prefix_start, Toward::Future),
        _ if definite && LEADS_WEEKDAY.has(prefix) => match tense::of_sentence(r, cue) {
            Toward::Behind => (start, Toward::Told),
            Toward::Ahead => (start, Toward::Ahead),
            _ => return None,
        },
        _ if !definite && walk::same_word(prefix, DENNA_WORD) => (prefix_start, Toward::Nearest),
        Some((relation, from)) if relation.shift() != 0 => (from, relation.toward()),
        // With a time it is one day; without one it may be any.
        _ if times.is_some() && !look_alikes::is_habit(r, start, end) => (start, Toward::Nearest),
        _ => return None,
    };
    let unit = Unit::Weekday(weekday);
    let (value, end) = times.map_or((Value::unit(unit), end), |t| (t.on(unit), t.end));
    Some(Taken::One(Found::new(Place::new(from, end), value, &WEEKDAY).toward(toward)))
}

/// A weekday of a numbered week.
fn of_week(r: &Reader, cue: Place, weekday: u8) -> Option<Found> {
    let at = r.gap(r.phrase(r.gap(cue.end), IN_WORD).unwrap_or(cue.end));
    let (term, end) = r.term(at)?;
    let letter = match term {
        Term::WeekLetter => true,
        Term::Noun(Grain::Week, Form::Singular) => false,
        _ => return None,
    };
    match weeks::from_week(r, Place::new(at, end), letter)? {
        Taken::One(found @ Found { value: Value::At(_), .. }) => {
            Some(Found { start: cue.start, weekdays: (weekday, 0), rule: WEEKDAY.here(), ..found })
        }
        _ => None,
    }
}

/// At *måndagskvällen*, *onsdagskvällens*, behind *på* or *under*, or with its week.
pub(super) fn from_evening(r: &Reader, cue: Place, weekday: u8) -> Option<Found> {
    if let Some(found) = of_week(r, cue, weekday) {
        return Some(found);
    }
    let led = AT_EVENING.has(r.word_before(cue.start).0) && !look_alikes::is_habit(r, cue.start, cue.end);
    let value = Value::unit(Unit::Weekday(weekday));
    led.then(|| Found::new(cue, value, &WEEKDAY).toward(Toward::Behind))
}

/// At *måndagens*, *måndagskvällens*: of the day just gone, or to come where the sentence says so. *Första söndagens* is of a
/// season, and *söndagens evangelium* of every year.
pub(super) fn from_genitive(r: &Reader, cue: Place, weekday: u8) -> Option<Found> {
    if let Some(found) = of_week(r, cue, weekday) {
        return Some(found);
    }
    let (_, before_start) = r.word_before(cue.start);
    let counted = matches!(r.term(before_start), Some((Term::Ordinal(_) | Term::Final, _)));
    let next = r.gap(cue.end);
    let owned = next > cue.end && r.char(next).is_some_and(char::is_alphabetic);
    if counted || !owned || look_alikes::is_habit(r, cue.start, cue.end) {
        return None;
    }
    let (from, toward) = match r.relation(cue.start) {
        Some((relation, from)) if relation.shift() != 0 => (from, relation.toward()),
        _ => match tense::of_sentence(r, cue) {
            Toward::Nearest => (cue.start, Toward::Behind),
            toward => (cue.start, toward),
        },
    };
    Some(Found::new(cue.from(from), Value::unit(Unit::Weekday(weekday)), &WEEKDAY).toward(toward))
}

/// At the ordinal, or *sista*, of *första lördagen i mars*; not *sista torsdagen i varje månad*.
pub(super) fn from_nth(r: &Reader, cue: Place, nth: u8) -> Option<Taken> {
    let (Term::Weekday(weekday), end) = r.term(r.gap(cue.end)).filter(|_| nth <= 5)? else { return None };
    let (month, end) = month(r, r.gap(r.phrase(r.gap(end), IN_WORD)?), false)?;
    // (*maj månad*)
    let end = match r.term(r.gap(end)) {
        Some((Term::Noun(Grain::Month, Form::Singular), past)) => past,
        _ => end,
    };
    let start = r.with_den(cue.start);
    if look_alikes::is_habit(r, start, end) {
        return Some(Taken::Passed(end));
    }
    let feast = Feast::Nth { nth, weekday, month };
    let of = |year| Value::unit(Unit::Feast { feast, year });
    Some(Taken::One(with_times(r, with_year_behind(r, Place::new(start, end), &WEEKDAY, of))))
}

/// Where the day behind a weekday begins, past a mark and *den*.
fn behind(r: &Reader, end: usize, short: bool) -> usize {
    let mut at = r.gap(if short { r.past_stop(end) } else { end });
    if matches!(r.byte(at), b',' | b'|' | b':') {
        at = r.gap(at + 1);
    }
    at = r.phrase(at, DEN_WORD).map_or(at, |end| r.gap(end));
    if r.phrase(at, "d").is_some() && r.byte(at + 1) == b'.' {
        at = r.gap(at + 2);
    }
    at
}

/// Tells the date that begins at `start` its weekday.
fn name_first(mut taken: Taken, start: usize, weekday: u8) -> Taken {
    if let Some(found) = taken.all_mut().first_mut().filter(|found| found.start == start) {
        found.weekdays.0 = weekday;
    }
    taken
}

/// *lördag–söndag 3–4 maj 2025*, *lördagen och söndagen den 3 och 4 maj*: two weekdays before two days.
fn two_weekdays(r: &Reader, cue: Place, first: u8) -> Option<Taken> {
    let end = r.past_stop(cue.end);
    let next = r.dash(end).or_else(|| r.past_any(r.gap(end), TWO_WEEKDAYS))?;
    let (second, at) = weekday_at(r, next)?;
    let at = r.past(at, b',');
    let number = r.phrase(at, DEN_WORD).map_or(at, |end| r.gap(end));
    let mut taken =
        from_number(r, cue.start, number).or_else(|| numeric::cued(r, cue.start, number).map(Taken::One))?;
    match taken.all_mut() {
        [Found { value: Value::Span(..), weekdays, .. }] => *weekdays = (first, second),
        [a, b] if a.weekdays.0 == 0 && b.weekdays.0 == 0 => (a.weekdays.0, b.weekdays.0) = (first, second),
        // *lördag och söndag 4 maj*: the first weekday is of another day.
        _ => return None,
    }
    Some(taken)
}
