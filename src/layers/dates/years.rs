//! Years: *2022*, *år 2000*, *2019–2022*, *2018 års*, *åren 2019 och 2020*; decades and centuries.

use super::reader::{Found, Number, Reader};
use super::term::{Form, Term};
use super::value::{Grain, Unit, Value};
use super::{look_alikes, rules};

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
    if r.byte(n.end) == b'/' {
        // 2022/23, 2022/2023: the next year, and no case number (2022/23:1).
        return range(n.end + 1, true).filter(|y| y.to == Some(from + 1));
    }
    if let Some(next) = r.dash(n.end) {
        let tight = next - n.end <= 3;
        if let Some(years) = range(next, tight) {
            return Some(years);
        }
    }
    let at = r.gap(n.end);
    if let Some(end) =
        r.phrase(at, "till och med").or_else(|| r.phrase(at, "till")).or_else(|| r.phrase(at, "t.o.m"))
    {
        let next = if r.byte(end) == b'.' { end + 1 } else { end };
        if let Some(years) = range(r.gap(next), false) {
            return Some(years);
        }
    }
    free_end(r, n.end).then_some(single)
}

/// Whether a year may end here: a hyphen may begin a range that is open (*2022-*) but no word or case number.
fn free_end(r: &Reader, end: usize) -> bool {
    let Some(after) = r.char(end) else { return true };
    let outer = r.char(end + after.len_utf8());
    match after {
        c if c.is_alphanumeric() => false,
        '_' | '%' | '‰' | '°' | '=' => false,
        ':' => !outer.is_some_and(|c| c.is_alphanumeric() || c == '-'),
        ',' => !outer.is_some_and(|c| c.is_ascii_digit()),
        // *2033.Vid*: a sentence glued on begins with a capital, a file's suffix does not.
        '.' => {
            let then = r.char(end + 1 + outer.map_or(0, char::len_utf8));
            let glued = outer.is_some_and(char::is_uppercase) && then.is_some_and(char::is_lowercase);
            glued || !outer.is_some_and(char::is_alphanumeric)
        }
        '/' => !outer.is_some_and(char::is_alphanumeric),
        '-' | '–' | '‑' => !outer.is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// At a number that nothing is glued to: a year, a decade, a century.
pub(super) fn from_number(r: &Reader, n: Number, out: &mut Vec<Found>) -> Option<usize> {
    if let Some(end) = age(r, n, out) {
        return Some(end);
    }
    if n.digits != 4 {
        return None;
    }
    let years = years(r, n.start)?;
    if !is_date(r, n, years) {
        return None;
    }
    push(r, n.start, years, out)
}

/// Pushes years, with *års* behind them.
pub(super) fn push(r: &Reader, start: usize, years: Years, out: &mut Vec<Found>) -> Option<usize> {
    let mut end = years.end;
    if let Some((Term::Noun(Grain::Year, Form::Genitive), past)) = r.term(r.gap(end)) {
        end = past;
    }
    out.push(Found::new(start, end, years.value(), &rules::YEAR));
    Some(end)
}

/// Whether four figures that could be a year are one.
fn is_date(r: &Reader, n: Number, years: Years) -> bool {
    let end = years.end;
    let next = r.gap(end);
    if matches!(r.term(next), Some((Term::Noun(Grain::Year, Form::Genitive), _))) {
        return true;
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
    let led = leads(before);
    if years.to.is_some() && (1500..2150).contains(&years.from) {
        return led || !look_alikes::in_figures(r, Number { end, ..n });
    }
    if led {
        return (1000..2150).contains(&years.from);
    }
    if !(1850..2070).contains(&years.from) || look_alikes::in_figures(r, n) || counts(r, next) {
        return false;
    }
    // 1900 and 2000 are as often round numbers as years: no word may follow.
    years.from % 100 != 0 || r.word(next).is_empty()
}

/// Words that lead a year in.
fn leads(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "år",
        "under",
        "sedan",
        "från",
        "till",
        "i",
        "mellan",
        "före",
        "efter",
        "innan",
        "inför",
        "hösten",
        "våren",
        "per",
        "sommaren",
        "vintern",
        "omkring",
        "kring",
        "runt",
        "redan",
        "februari",
        "december",
        "tidigt",
        "sent",
        "genomförde",
        "för",
        "valet",
        "budget",
        "budgeten",
        "alltsedan",
        "fram",
        "om",
    ];
    Reader::is_one(word, WORDS)
}

/// Whether the words at `at` are counted: an adjective or noun in the plural (*2010 nya platser*).
fn counts(r: &Reader, at: usize) -> bool {
    let word = r.word(at);
    if !word.chars().all(char::is_lowercase) {
        return false;
    }
    ["nya", "olika", "stycken", "fler", "nyanlända"].contains(&word)
        || (["arna", "erna"].iter().all(|e| !word.ends_with(e))
            && ["ningar", "heter", "ioner", "ärenden", "handlingar", "invånare", "boende"]
                .iter()
                .any(|e| word.ends_with(e)))
}

/// *1990-talet*, *1900-talet*, *på 80-talet*, *början av 90-talet*.
fn age(r: &Reader, n: Number, out: &mut Vec<Found>) -> Option<usize> {
    if !matches!(n.digits, 2 | 4) {
        return None;
    }
    let dash = match r.char(n.end) {
        Some(c @ ('-' | '–' | '‑')) => c.len_utf8(),
        _ => return None,
    };
    // The hyphen may stand at a line's end.
    let tail = r.gap(n.end + dash);
    let word = r.word(tail);
    let mut end = tail + word.len();
    if !Reader::is_one(word, &["talet", "tal", "talets", "talen"]) {
        // *1970- och 1980-talet*
        let and = r.gap(n.end + dash);
        let next = r.phrase(and, "och").or_else(|| r.phrase(and, "eller")).map(|e| r.gap(e))?;
        let second = r.number(next)?;
        let tail = r.word(second.end + 1);
        // *1960- och 70-talen*
        if second.digits > n.digits
            || r.byte(second.end) != b'-'
            || !Reader::is_one(tail, &["talet", "tal", "talets", "talen"])
        {
            return None;
        }
        end = n.end;
    }
    let unit = if n.digits == 4 {
        match (n.value % 10, n.value % 100) {
            (0, 0) => Unit::Century((n.value / 100) as i16),
            (0, _) => Unit::Decade((n.value / 10) as i16),
            _ => return None,
        }
    } else {
        // *ett 70-tal personer*, *drygt 70-talet*: only behind a preposition of time.
        let (before, _) = r.word_before(n.start);
        let led = Reader::is_one(
            before,
            &["på", "under", "från", "till", "i", "sedan", "av", "och", "tidigt", "sent"],
        );
        if !n.value.is_multiple_of(10) || !led || Reader::is_one(word, &["tal"]) {
            return None;
        }
        let century = if n.value <= 20 { 200 } else { 190 };
        Unit::Decade(century + (n.value / 10) as i16)
    };
    out.push(Found::new(n.start, end, Value::unit(unit), &rules::DECADE));
    Some(end)
}

/// At *år* or *åren*: *år 2024*, *åren 2019–2022*, *åren 2019, 2020 och 2021*.
pub(super) fn from_word(r: &Reader, start: usize, end: usize, out: &mut Vec<Found>) -> Option<usize> {
    let at = r.gap(end);
    let years = years(r, at).filter(|_| at > end)?;
    push(r, start, years, out)
}
