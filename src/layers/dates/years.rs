//! Years: *2022*, *år 2000*, *2019–2022*, *2018 års*, *åren 2019 och 2020*.

use super::days;
use super::look_alikes;
use super::model::{Found, Place};
use super::open_year::year_after;
use super::reader::{Number, Reader};
use super::term::{Form, Term};
use super::value::{Grain, Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{
    BEFORE_COUNTS, COUNTED, COUNTED_ENDINGS, LEADS_YEAR, NO_PLURALS, YEAR_RANGE_WORDS,
};

rule! {
    /// A year or a range of years.
    pub(super) YEAR = "date.year";
    finds "Avtalet gäller ⟦2019–2022⟧." = "2019/2022";
    finds "Föreningen bildades ⟦år 1924⟧ i byn." = "1924";
    finds "Vi antog ⟦2018 års⟧ plan." = "2018";
    passes "Se SFS 2017:725, dnr KS 2022/123 och Agenda 2030. Det kostar 2022 kronor.";
    passes "Det kom 1950 nya handlingar.";
}

/// Years and the place where they end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    pub from: i16,
    pub to: Option<i16>,
    pub end: usize,
}

impl Years {
    pub fn value(self) -> Value {
        match self.to {
            Some(to) => Value::span(Unit::Year(self.from), Unit::Year(to)),
            None => Value::unit(Unit::Year(self.from)),
        }
    }
}

/// A year or a range of years (*2019–2022*, *2019–22*, *2022/23*, *2022 till 2024*) at `at`.
pub(super) fn years(r: &Reader, at: usize) -> Option<Years> {
    let n = r.number(at)?;
    if n.digits != 4 || !(1000..2200).contains(&n.value) {
        return None;
    }
    let from = n.value as i16;
    let single = Years { from, to: None, end: n.end };
    let range = |next: usize, short: bool| {
        let m = r.number(next)?;
        let to = match m.digits {
            4 => m.value as i16,
            2 if short => {
                from / 100 * 100 + m.value as i16 + if (m.value as i16) < from % 100 { 100 } else { 0 }
            }
            _ => return None,
        };
        let fits = to > from && to - from <= 150 && free_end(r, m.end) && (m.digits == 4 || to - from < 30);
        fits.then_some(Years { from, to: Some(to), end: m.end })
    };
    // *2022/ 2023*, *2022 /2023*
    if let Some(to) = loose_pair(r, n) {
        return Some(Years { from, to: Some(to.value as i16), end: to.end });
    }
    if r.byte(n.end) == b'/' {
        // 2022/23, 2022/2023: the next year, and no case number (2022/23:1).
        // *1981/82-1990/91*
        let last = |end: usize| {
            let next = r.dash(end).filter(|next| next - end <= 5)?;
            let to =
                r.number(next).filter(|m| m.digits == 4 && m.value > n.value && r.byte(m.end) == b'/')?;
            Some((to, pair_end(r, to).filter(|&end| free_end(r, end))?))
        };
        if let Some((to, end)) = pair_end(r, n).and_then(last) {
            return Some(Years { from, to: Some(to.value as i16 + 1), end });
        }
        // *ordförande 2011/2013*
        let long = |y: &Years| y.to.is_some_and(|to| to - from < 4) && y.end == n.end + 5;
        return range(n.end + 1, true).filter(|y| y.to == Some(from + 1) || long(y));
    }
    if let Some(next) = r.dash(n.end) {
        let tight = next - n.end <= 3;
        if let Some(years) = range(next, tight) {
            return Some(years);
        }
    }
    let at = r.gap(n.end);
    if let Some(end) = YEAR_RANGE_WORDS.iter().find_map(|until| r.phrase(at, until)) {
        let next = if r.byte(end) == b'.' { end + 1 } else { end };
        if let Some(years) = range(r.gap(next), false) {
            return Some(years);
        }
    }
    free_end(r, n.end).then_some(single)
}

/// The second year of *2022/ 2023*, which follows the first, `n`; blanks stand beside the slash.
fn loose_pair(r: &Reader, n: Number) -> Option<Number> {
    let slash = n.end + usize::from(r.byte(n.end) == b' ');
    if r.byte(slash) != b'/' {
        return None;
    }
    let next = slash + 1 + usize::from(r.byte(slash + 1) == b' ');
    let loose = slash > n.end || next > slash + 1;
    r.number(next).filter(|m| loose && m.digits == 4 && m.value == n.value + 1 && free_end(r, m.end))
}

/// The end of *1981/82*, *1981/1982*, whose first year is `n`.
fn pair_end(r: &Reader, n: Number) -> Option<usize> {
    let m = r.number(n.end + 1).filter(|m| r.byte(n.end) == b'/' && matches!(m.digits, 2 | 4))?;
    let follows = if m.digits == 4 { m.value == n.value + 1 } else { m.value == (n.value + 1) % 100 };
    follows.then_some(m.end)
}

/// Whether a year may end here: a hyphen may begin a range that is open (*2022-*) but no word or case number.
fn free_end(r: &Reader, end: usize) -> bool {
    let Some(after) = r.char(end) else { return true };
    let outer = r.char(end + after.len_utf8());
    match after {
        c if c.is_alphanumeric() => false,
        '_' => look_alikes::is_marked_right(r, end),
        '%' | '‰' | '°' | '=' => false,
        ':' => !outer.is_some_and(|c| c.is_alphanumeric() || c == '-'),
        ',' => !outer.is_some_and(|c| c.is_ascii_digit()),
        // *2033.Vid*: a sentence glued on begins with a capital, a file's suffix does not.
        '.' => {
            let then = r.char(end + 1 + outer.map_or(0, char::len_utf8));
            let glued = outer.is_some_and(char::is_uppercase) && then.is_some_and(char::is_lowercase);
            // *2020.1 Hygienen*: the mark of a note.
            let note = outer.is_some_and(|c| c.is_ascii_digit())
                && then.is_some_and(char::is_whitespace)
                && r.char(r.gap(end + 2)).is_some_and(char::is_uppercase);
            glued || note || !outer.is_some_and(char::is_alphanumeric)
        }
        '/' => !outer.is_some_and(char::is_alphanumeric),
        '-' if matches!(r.term(end + 1), Some((Term::Noun(Grain::Year, Form::Genitive), _))) => true,
        '-' | '–' | '‑' => !outer.is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// At a number that nothing is glued to: a year.
pub(super) fn from_number(r: &Reader, n: Number) -> Option<Found> {
    if n.digits != 4 {
        return None;
    }
    let years = years(r, n.start)?;
    let is_date = is_date(r, n, years);
    // *2022 i juni*
    if is_date
        && years.to.is_none()
        && let Some(at) = r.phrase(r.gap(years.end), "i").map(|end| r.gap(end))
        && let Some((month, end)) = days::month(r, at, false)
        && year_after(r, end).is_none()
    {
        let unit = Unit::Month { year: Some(years.from), month };
        return Some(Found::new(Place::new(n.start, end), Value::unit(unit), &YEAR));
    }
    is_date.then(|| found(r, n.start, years))
}

/// At *år* or *åren*: *år 2024*, *åren 2019–2022*, *åren 2019, 2020 och 2021*.
pub(super) fn from_word(r: &Reader, cue: Place) -> Option<Found> {
    let at = r.gap(cue.end);
    let years = years(r, at).filter(|_| at > cue.end)?;
    Some(found(r, cue.start, years))
}

/// Years with *års* behind them.
#[track_caller]
fn found(r: &Reader, start: usize, years: Years) -> Found {
    // *2022 års*, *2022-års*
    let at = if r.byte(years.end) == b'-' { years.end + 1 } else { r.gap(years.end) };
    let end = match r.term(at) {
        Some((Term::Noun(Grain::Year, Form::Genitive), past)) => past,
        _ => years.end,
    };
    Found::new(Place::new(start, end), years.value(), &YEAR)
}

/// Whether four figures that could be a year are one.
fn is_date(r: &Reader, n: Number, years: Years) -> bool {
    let end = years.end;
    let next = r.gap(end);
    let after_mark = if matches!(r.byte(end), b'-' | b'.') { r.gap(end + 1) } else { next };
    if matches!(r.term(next), Some((Term::Noun(Grain::Year, Form::Genitive), _)))
        || r.byte(end) == b'-'
            && matches!(r.term(end + 1), Some((Term::Noun(Grain::Year, Form::Genitive), _)))
    {
        return true;
    }
    // *Riksdagens protokoll 1994/95. Nr 3*
    if r.byte(end) == b'.'
        && years.to.is_some()
        && matches!(r.term(after_mark), Some((Term::Reference, past)) if r.byte(r.gap(past)).is_ascii_digit())
    {
        return false;
    }
    if look_alikes::is_quantity(r, end)
        || look_alikes::is_reference(r, n.start)
        || look_alikes::is_name(r, n.start)
        || look_alikes::in_path(r, n.start, end)
        || matches!(r.term(next), Some((Term::Reference, past)) if r.byte(r.gap(past)).is_ascii_digit() || r.byte(r.gap(past + 1)).is_ascii_digit())
    {
        return false;
    }
    // *nr 149 och 1954*, *§§ 1950 och 1952* are caught by their first number.
    let (before, _) = r.word_before(n.start);
    let led = LEADS_YEAR.has(before);
    if years.to.is_some() && (1500..2150).contains(&years.from) {
        return led || !look_alikes::in_figures(r, Number { end, ..n });
    }
    if led {
        // *i 1100 scoutkårer*, *till 2000 hushåll*: a round number before what it counts.
        let counted = years.from % 100 == 0
            && BEFORE_COUNTS.has(before)
            && r.word(next).starts_with(char::is_lowercase);
        return (1000..2150).contains(&years.from) && !counted;
    }
    if !(1850..2070).contains(&years.from) || look_alikes::in_figures(r, n) || counts(r, next) {
        return false;
    }
    // 1900 and 2000 are as often round numbers as years: no word may follow.
    years.from % 100 != 0 || r.word(next).is_empty()
}

/// Whether the words at `at` are counted: an adjective or noun in the plural (*2010 nya platser*).
fn counts(r: &Reader, at: usize) -> bool {
    let word = r.word(at);
    if !word.chars().all(char::is_lowercase) {
        return false;
    }
    COUNTED.has(word)
        || (NO_PLURALS.iter().all(|e| !word.ends_with(e))
            && COUNTED_ENDINGS.iter().any(|e| word.ends_with(e)))
}
