//! Semesters: *vårterminen 2023*, *nästa hösttermin*, *VT23*, *HT 2022–VT 2023*, *vår- och höstterminen*.

use super::look_alikes;
use super::model::{Found, Place, Toward};
use super::open_year::{short_year, with_year_behind, year_after};
use super::reader::Reader;
use super::term::{Relation, Term};
use super::value::{Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::DEFINITE_DAYS;
use crate::lexicon::sets::function_words::OCH_WORD;

rule! {
    /// A semester: the first runs from January to June, the second from July to December.
    pub(super) SEMESTER = "date.semester";
    finds "Kursen ges ⟦höstterminen 2023⟧." = "2023-07/2023-12";
    finds "Eleverna börjar ⟦VT24⟧ i skolan." = "2024-01/2024-06";
    finds "Kursen ges ⟦nästa vårtermin⟧ igen." = "2025-01/2025-06";
    passes "HTM1 är höstens möte.";
    passes "Varje termin möts vi.";
}

/// The months of a semester.
fn months(half: u8, year: Option<i16>) -> Value {
    let unit = |month| Unit::Month { year, month };
    if half == 1 { Value::span(unit(1), unit(6)) } else { Value::span(unit(7), unit(12)) }
}

/// At *vårterminen* (1), *hösttermin* (2): *vårterminen 2023*, *VT23*, *HT 2022*.
pub(super) fn from_semester(r: &Reader, cue: Place, half: u8) -> Option<Found> {
    if half == 0 {
        return None;
    }
    if cue.end - cue.start <= 2 {
        return from_short(r, cue, half);
    }
    let (term, before) = r.term_before(cue.start).unzip();
    let toward = match term {
        Some(Term::Relation(Relation::Next | Relation::Coming)) => Some(Toward::Next),
        Some(Term::Relation(Relation::Last)) => Some(Toward::Last),
        Some(Term::Habit) => return None,
        _ => None,
    };
    if let (Some(toward), Some(before)) = (toward, before) {
        return Some(Found::new(cue.from(before), months(half, None), &SEMESTER).toward(toward));
    }
    let definite =
        r.text.get(cue.start..cue.end).is_some_and(|w| DEFINITE_DAYS.iter().any(|end| w.ends_with(end)));
    if year_after(r, cue.end).is_none() && !definite {
        return None;
    }
    Some(with_year_behind(r, cue, &SEMESTER, |year| months(half, year)))
}

/// *VT23*, *HT-22*, *ht 2022*.
fn from_short(r: &Reader, cue: Place, half: u8) -> Option<Found> {
    let Place { start, end } = cue;
    let at = match r.char(end) {
        Some('-' | '.') => end + 1,
        _ => r.gap(end),
    };
    let n = r.number(at).filter(|n| n.digits == 2 || n.digits == 4)?;
    let year = |value| if n.digits == 2 { short_year(value) } else { value as i16 };
    let from = year(n.value);
    // *VT23–HT24*, *ht 2023/vt 2024*
    let next = r.dash(n.end).or_else(|| (r.byte(n.end) == b'/').then_some(n.end + 1));
    let next = next.and_then(|next| match r.term(next)? {
        (Term::Semester(half @ 1..), end) if end - next <= 2 => Some((next, half, end)),
        _ => None,
    });
    if let Some((at, to, end)) = next.filter(|_| r.byte(n.end) != b'/')
        && let Some(m) = r.number(r.gap(end)).filter(|m| m.digits == n.digits)
        && (1900..2100).contains(&from)
        && look_alikes::free_left(r, start)
        && look_alikes::free_right(r, m.end)
        && at > n.end
    {
        let last = year(m.value);
        if last > from || (last == from && to > half) {
            let unit = |year, month| Unit::Month { year: Some(year), month };
            let first = unit(from, if half == 1 { 1 } else { 7 });
            let value = Value::span(first, unit(last, if to == 1 { 6 } else { 12 }));
            return Some(Found::new(cue.to(m.end), value, &SEMESTER));
        }
    }
    if !(look_alikes::free_right(r, n.end) || next.is_some())
        || !(look_alikes::free_left(r, start) || (r.floor + 1 == start && r.byte(r.floor) == b'/'))
        || (n.digits == 2 && n.value < 10 && at != end && r.byte(end) != b'-')
        || !(1900..2100).contains(&from)
    {
        return None;
    }
    Some(Found::new(cue.to(n.end), months(half, Some(from)), &SEMESTER))
}

/// At the first word of *vår- och höstterminen*.
pub(super) fn from_halved(r: &Reader, cue: Place, season: u8) -> Option<Found> {
    if r.byte(cue.end) != b'-' || !matches!(season, 21 | 23) {
        return None;
    }
    let and = r.phrase(r.gap(cue.end + 1), OCH_WORD)?;
    let (Term::Semester(1..), _) = r.term(r.gap(and))? else { return None };
    Some(Found::new(cue, months(if season == 21 { 1 } else { 2 }, None), &SEMESTER))
}
