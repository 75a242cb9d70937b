//! Seasons: *våren 2022*, *i höst*, *i somras*, *förra vintern*, *vintern 2021/22*.

use super::days::{Year, year_after};
use super::periods::push;
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Unit, Value};
use super::{look_alikes, rules, years};

/// At *våren*, *hösten*: with a year, or led in by a preposition.
pub(super) fn from_season(
    r: &Reader,
    start: usize,
    end: usize,
    part: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    if let Some(end) = winter(r, start, end, part, out) {
        return Some(end);
    }
    let year = year_after(r, end);
    let (before, before_start) = r.word_before(start);
    let relation = r.term(before_start).filter(|_| before_start < start);
    let unit = |year| Unit::Part { year, part };
    if let (Some((word @ (Term::Next | Term::Last | Term::This | Term::Coming), _)), None) = (relation, year)
    {
        let toward = match word {
            Term::Last => Toward::Last,
            Term::This => Toward::Future,
            _ => Toward::Next,
        };
        out.push(Found::new(before_start, end, Value::unit(unit(None)), &rules::SEASON).toward(toward));
        return Some(end);
    }
    const LEADS: &[&str] = &[
        "under", "till", "i", "inför", "från", "sedan", "efter", "före", "innan", "denna", "av", "ur",
        "över", "genom",
    ];
    // *våren och sommaren*: the second goes with the first.
    let joined = Reader::is_one(before, &["och", "samt", "eller", "respektive"])
        && out.last().is_some_and(|f| f.rule.code == rules::SEASON.code && start - f.end < 16);
    let definite = Reader::is_one(before, LEADS) || joined || ahead_joined(r, end);
    if year.is_none() && (!definite || look_alikes::is_habit(r, start, end)) {
        return None;
    }
    push(r, start, end, &rules::SEASON, |year| Value::unit(unit(year)), out)
}

/// Whether *och hösten 2023* or a dash and a season follow.
fn ahead_joined(r: &Reader, end: usize) -> bool {
    let at = r.gap(end);
    let next = r.phrase(at, "och").or_else(|| r.phrase(at, "till")).map(|e| r.gap(e)).or_else(|| r.dash(end));
    next.and_then(|next| r.term(next))
        .is_some_and(|(term, _)| matches!(term, Term::Season(_) | Term::BareSeason(_)))
}

/// *vintern 2021/22*: the winter that begins in 2021.
fn winter(r: &Reader, start: usize, end: usize, part: u8, out: &mut Vec<Found>) -> Option<usize> {
    let years = years::years(r, r.gap(end)).filter(|y| part == 24 && y.to == Some(y.from + 1))?;
    let unit = Unit::Part { year: Some(years.from), part };
    out.push(Found::new(start, years.end, Value::unit(unit), &rules::SEASON));
    Some(years.end)
}

/// At *höst*: *i höst*, *höst 2022*, *nästa höst*.
pub(super) fn from_bare_season(
    r: &Reader,
    start: usize,
    end: usize,
    part: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    // *vår- och höstterminen*
    if r.byte(end) == b'-'
        && let Some(and) = r.phrase(r.gap(end + 1), "och")
        && let Some((Term::Semester(1..), _)) = r.term(r.gap(and))
        && matches!(part, 21 | 23)
    {
        let unit = |month| Unit::Month { year: None, month };
        let value = if part == 21 { Value::span(unit(1), unit(6)) } else { Value::span(unit(7), unit(12)) };
        out.push(Found::new(start, end, value, &rules::SEMESTER));
        return Some(end);
    }
    let (before, before_start) = r.word_before(start);
    let value = Value::unit(Unit::Part { year: None, part });
    let relation = r.term(before_start).filter(|_| before_start < start).map(|(term, _)| term);
    let toward = match relation {
        Some(Term::Next | Term::Coming) => Toward::Next,
        Some(Term::Last) => Toward::Last,
        Some(Term::This) => Toward::Nearest,
        _ if Reader::is_one(before, &["denna"]) => Toward::Nearest,
        _ if Reader::is_one(before, &["i"]) => {
            // *i vår kommun* is ours; *i vår* ends its phrase or has a verb behind it.
            if part == 21 && !ends_phrase(r, end) {
                return None;
            }
            if let Some((Year::Of(_), _)) = year_after(r, end) {
                return push(
                    r,
                    start,
                    end,
                    &rules::SEASON,
                    |year| Value::unit(Unit::Part { year, part }),
                    out,
                );
            }
            Toward::Future
        }
        _ => {
            if let Some(end) = winter(r, start, end, part, out) {
                return Some(end);
            }
            year_after(r, end).filter(|&(year, _)| matches!(year, Year::Of(_)))?;
            return push(r, start, end, &rules::SEASON, |year| Value::unit(Unit::Part { year, part }), out);
        }
    };
    out.push(Found::new(before_start, end, value, &rules::SEASON).toward(toward));
    Some(end)
}

fn ends_phrase(r: &Reader, end: usize) -> bool {
    const VERBS: &[&str] = &[
        "ska",
        "skall",
        "kommer",
        "är",
        "blir",
        "har",
        "får",
        "genomförs",
        "planeras",
        "hålls",
        "startar",
        "inleds",
        "börjar",
        "när",
        "då",
        "för",
        "som",
        "med",
        "på",
        "till",
        "inför",
        "men",
    ];
    let word = r.word(r.gap(end));
    match r.char(r.gap(end)) {
        None | Some('.' | ',' | ';' | '!' | '?' | ')' | ':' | '"' | '”' | '\n') => true,
        _ => Reader::is_one(word, VERBS),
    }
}

/// At *våras*: *i våras*, *i somras 2022*.
pub(super) fn from_past_season(
    r: &Reader,
    start: usize,
    end: usize,
    part: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    if !Reader::is_one(before, &["i"]) {
        return None;
    }
    let value = Value::unit(Unit::Part { year: None, part });
    out.push(Found::new(before_start, end, value, &rules::SEASON).toward(Toward::Past));
    Some(end)
}
