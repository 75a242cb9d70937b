//! Feasts as they are named: *juldagen 2021*, *annandag påsk*, *till jul*, *första advent*, *i julas*.

use super::feasts::Feast;
use super::periods::push;
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Unit, Value};
use super::{days, look_alikes, rules};
use crate::text::walk;

/// At a feast: *juldagen 2021*, *annandag påsk*, *till påsk*.
pub(super) fn from_feast(
    r: &Reader,
    start: usize,
    end: usize,
    feast: Feast,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (mut from, mut feast, mut end) = (start, feast, end);
    let (before, before_start) = r.word_before(start);
    match feast {
        // annandag jul, påsk, pingst
        Feast::Fixed(12, 26) => {
            let next = r.gap(end);
            match r.term(next) {
                Some((Term::Feast(Feast::EasterWeekend), past)) => (feast, end) = (Feast::Easter(1), past),
                Some((Term::Feast(Feast::WhitsunWeekend), past)) => (feast, end) = (Feast::Easter(50), past),
                Some((Term::JulyOrChristmas, past)) => end = past,
                _ => return None,
            }
        }
        Feast::Fixed(1, 6 | 13) => {
            if let Some(past) = r.phrase(r.gap(end), "jul").or_else(|| r.phrase(r.gap(end), "knut")) {
                end = past;
            } else if !r.text.get(start..end).is_some_and(|w| w.ends_with("en")) {
                return None;
            }
        }
        // *i påsk* is whole, like *i sommar*.
        Feast::EasterWeekend | Feast::Midsummer | Feast::WhitsunWeekend
            if walk::same_word(before, "i") && matches!(r.word(start), "påsk" | "midsommar" | "pingst") =>
        {
            from = before_start;
        }
        Feast::Easter(39) if walk::same_word(before, "kristi") => from = before_start,
        Feast::Easter(39) if walk::same_word(r.word(start), "himmelsfärd") => return None,
        // Names of women too.
        Feast::Fixed(4, 30) | Feast::Fixed(12, 13)
            if matches!(r.word(start), "Valborg" | "Lucia" | "VALBORG" | "LUCIA") =>
        {
            return None;
        }
        _ => {}
    }
    if matches!(r.term(before_start), Some((Term::Habit, _))) && before_start < start {
        return Some(end);
    }
    let end = push(r, from, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast, year }), out)?;
    // *julafton kl. 15*: those of several days have no time.
    let single = feast.days(2000).is_some_and(|(first, last)| first == last);
    Some(if single { days::with_times(r, end, out) } else { end })
}

/// At the *jul* of *till jul* and *i jul*.
pub(super) fn from_christmas(r: &Reader, start: usize, end: usize, out: &mut Vec<Found>) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    let leads = ["till", "i", "nära", "före", "efter", "innan", "över", "inför", "kring", "under", "runt"];
    if walk::is_capitalised(r.word(start)) || !Reader::is_one(before, &leads) {
        return None;
    }
    let from = if walk::same_word(before, "i") { before_start } else { start };
    push(r, from, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast: Feast::Christmas, year }), out)
}

/// At *advent* with its number before it; at the middle of *alla helgons dag*.
pub(super) fn from_named_day(
    r: &Reader,
    start: usize,
    end: usize,
    term: Term,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (mut before, mut before_start) = r.word_before(start);
    if term == Term::Advent {
        if let Some((n, from)) = figure_before(r, start) {
            let value = |year| Value::unit(Unit::Feast { feast: Feast::Advent(n), year });
            return push(r, from, end, &rules::FEAST, value, out);
        }
        // *första söndagen i advent*
        let (sunday, at) = r.word_before(before_start);
        if walk::same_word(before, "i") && Reader::is_one(sunday, &["söndagen", "söndag"]) {
            (before, before_start) = r.word_before(at);
        }
    }
    let (end, feast) = match (term, r.term(before_start).filter(|_| before_start < start)) {
        (Term::Advent, Some((Term::Ordinal(n), _))) if n <= 4 => (end, Feast::Advent(n)),
        (Term::DayOf(month), _) => {
            // *hans fars dag*
            let owners = ["min", "din", "sin", "vår", "er", "hans", "hennes", "deras", "dess"];
            if Reader::is_one(before, &owners) {
                return None;
            }
            let feast = if month == 5 { Feast::MothersDay } else { Feast::FathersDay };
            let end = r.phrase(r.gap(end), "dag")?;
            return push(r, start, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast, year }), out);
        }
        (Term::AllSaints, _) if walk::same_word(before, "alla") => {
            let next = r.gap(end);
            (r.phrase(next, "dag").or_else(|| r.phrase(next, "helg"))?, Feast::AllSaints)
        }
        _ => return None,
    };
    push(r, before_start, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast, year }), out)
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

/// At *(i) julas*.
pub(super) fn from_past_feast(
    r: &Reader,
    start: usize,
    end: usize,
    feast: Feast,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    if !Reader::is_one(before, &["i"]) {
        return None;
    }
    let value = Value::unit(Unit::Feast { feast, year: None });
    out.push(Found::new(before_start, end, value, &rules::FEAST).toward(Toward::Past));
    Some(end)
}
