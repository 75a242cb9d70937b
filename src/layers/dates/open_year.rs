//! The year behind an expression: *2022*, *år 2022*, *-22*, *i år*, *förra året*, *av 2023*.

use super::look_alikes;
use super::model::{Found, Place, Toward};
use super::reader::{Number, Reader};
use super::term::{Form, Relation, Term};
use super::value::{Grain, Value};
use crate::document::Rule;
use crate::lexicon::sets::dates::{SAME_YEAR, YEAR_LEADS};
use crate::text::walk;

/// A year behind a day, month or season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Of(i16),
    /// *i år* 0, *förra året* −1.
    Shifted(i16),
    /// *samma år*.
    Same,
}

impl Year {
    pub fn number(year: Option<Year>) -> Option<i16> {
        match year {
            Some(Year::Of(y)) => Some(y),
            _ => None,
        }
    }

    pub fn toward(year: Option<Year>) -> Toward {
        match year {
            Some(Year::Shifted(by)) => Toward::Years(by),
            Some(Year::Same) => Toward::Same,
            _ => Toward::Nearest,
        }
    }
}

/// A unit that takes its year from the words behind it, also *av 2023*.
#[track_caller]
pub(super) fn with_year_behind(
    r: &Reader,
    place: Place,
    rule: &'static Rule,
    of: impl Fn(Option<i16>) -> Value,
) -> Found {
    let (year, end) = year_behind(r, place.end).map_or((None, place.end), |(year, end)| (Some(year), end));
    Found::new(place.to(end), of(Year::number(year)), rule).toward(Year::toward(year))
}

/// A year behind a period, also *av 2023*, *under 2023*.
pub(super) fn year_behind(r: &Reader, end: usize) -> Option<(Year, usize)> {
    year_after(r, end).or_else(|| {
        let at = r.gap(end);
        let past = YEAR_LEADS.iter().find_map(|lead| r.phrase(at, lead))?;
        year_after(r, past).filter(|&(year, _)| matches!(year, Year::Of(_)))
    })
}

/// The year behind an expression that ends at `end`: *2022*, *år 2022*, *-22*, *i år*, *förra året*.
pub(super) fn year_after(r: &Reader, end: usize) -> Option<(Year, usize)> {
    let at = r.gap(end);
    // *3 maj2023*: a blank got lost.
    let glued = || walk::char_before(r.text, end).is_some_and(char::is_alphabetic);
    if r.byte(at).is_ascii_digit() && (at > end || glued()) {
        return bare_year(r, r.number(at)?).map(|(year, end)| (Year::Of(year), end));
    }
    if let Some(mark @ ('-' | '–' | '’' | '\'' | '´')) = r.char(at) {
        return marked_year(r, end, at, mark);
    }
    let mut at = at;
    if r.byte(at) == b',' {
        at = r.gap(at + 1);
    }
    if at == end {
        return None;
    }
    if let Some(i) = r.phrase(at, "i") {
        return match r.term(r.gap(i))? {
            (Term::Noun(Grain::Year, Form::Singular), end) => Some((Year::Shifted(0), end)),
            (Term::AfterI(Grain::Year, by), end) => Some((Year::Shifted(by), end)),
            _ => None,
        };
    }
    if let Some(past) = r.phrase(at, SAME_YEAR) {
        return Some((Year::Same, past));
    }
    match r.term(at) {
        Some((Term::Noun(Grain::Year, Form::Singular), past)) => at = r.gap(past),
        Some((Term::Near(Grain::Year, by), past)) => return Some((Year::Shifted(by), past)),
        // (*kommande år* may be many.)
        Some((Term::Relation(relation), past)) if relation != Relation::Coming => {
            return match r.term(r.gap(past))? {
                (Term::Noun(Grain::Year, Form::Singular | Form::Definite), end) => {
                    Some((Year::Shifted(relation.shift()), end))
                }
                _ => None,
            };
        }
        _ => {}
    }
    bare_year(r, r.number(at)?).map(|(year, end)| (Year::Of(year), end))
}

/// *-22*, *’22*, *-2022*: glued, or with a blank before the mark at `at`.
fn marked_year(r: &Reader, end: usize, at: usize, mark: char) -> Option<(Year, usize)> {
    let n = r.number(at + mark.len_utf8())?;
    let glued = r.char(n.end).is_some_and(char::is_alphanumeric)
        || (matches!(r.byte(n.end), b':' | b'.' | b'-' | b'/') && r.byte(n.end + 1).is_ascii_digit());
    // *3 maj–12 juni* is a range: no month may follow.
    let day = matches!(r.term(r.gap(n.end)), Some((Term::Month(_) | Term::ShortMonth(_), _)));
    match n.digits {
        2 if !glued && !day => Some((Year::Of(short_year(n.value)), n.end)),
        4 if !glued && matches!(mark, '-' | '–') && at == end => Some((Year::Of(n.value as i16), n.end)),
        _ => None,
    }
}

/// Two figures as a year: the hundred years up to 2049.
pub(super) fn short_year(value: u32) -> i16 {
    let value = value as i16 % 100;
    if value < 50 { 2000 + value } else { 1900 + value }
}

/// A year behind a month: four figures, not the start of a time, a decimal number or a case number.
fn bare_year(r: &Reader, n: Number) -> Option<(i16, usize)> {
    // *31 december 20252*: the mark of a note sticks to the year.
    if n.digits == 5 && (19_000..21_000).contains(&n.value) && walk::char_before(r.text, n.start) == Some(' ')
    {
        return Some(((n.value / 10) as i16, n.end - 1)).filter(|_| !look_alikes::is_quantity(r, n.end));
    }
    // A year that cannot be is no other year.
    if n.digits != 4 || n.value < 1000 || n.value >= 2200 && look_alikes::is_quantity(r, n.end) {
        return None;
    }
    let after = r.char(n.end);
    // *mötet 22 augusti 2012-09-06*: a day of its own.
    let day = || r.number(n.end + 1).is_some_and(|m| m.digits == 2 && r.byte(m.end) == b'-');
    let glued = after.is_some_and(char::is_alphanumeric)
        || (matches!(r.byte(n.end), b':' | b'.' | b',') && r.byte(n.end + 1).is_ascii_digit())
        || r.byte(n.end) == b'-' && day();
    (!glued).then_some((n.value as i16, n.end))
}
