//! Parts of a year: seasons, quarters, tertials, halves, weeks, semesters, school and budget years,
//! terms of office, the turn of the year, feasts.

use super::days::{self, Year, short_year, year_after};
use super::feasts::Feast;
use super::reader::{Found, Reader, Toward};
use super::term::Term;
use super::value::{Grain, Unit, Value, month_length};
use super::{feast_words, look_alikes, relative, rules, years};
use crate::document::Rule;
use crate::text::walk;

/// Pushes a unit that takes its year from the words behind it.
pub(super) fn push(
    r: &Reader,
    start: usize,
    end: usize,
    rule: &'static Rule,
    of: impl Fn(Option<i16>) -> Value,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let year = year_behind(r, end);
    let end = year.map_or(end, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    out.push(Found::new(start, end, of(Year::number(year)), rule).toward(Year::toward(year)));
    Some(end)
}

/// A year behind a period, also *av 2023*, *under 2023*.
pub(super) fn year_behind(r: &Reader, end: usize) -> Option<(Year, usize)> {
    year_after(r, end).or_else(|| {
        let at = r.gap(end);
        let past = r.phrase(at, "av").or_else(|| r.phrase(at, "under"))?;
        year_after(r, past).filter(|&(year, _)| matches!(year, Year::Of(_)))
    })
}

/// Codes of ISO 8601-2: the first of the grain, and how many there are.
pub(super) fn codes(grain: Grain) -> (u8, u8) {
    match grain {
        Grain::Quarter => (33, 4),
        Grain::Tertial => (37, 3),
        _ => (40, 2),
    }
}

fn part_value(grain: Grain, from: u8, to: Option<u8>) -> impl Fn(Option<i16>) -> Value {
    let base = codes(grain).0 - 1;
    move |year| {
        let unit = |n: u8| Unit::Part { year, part: base + n };
        match to {
            Some(to) => Value::span(unit(from), unit(to)),
            None => Value::unit(unit(from)),
        }
    }
}

/// At *kvartal*, *tertial*, *halvår*: *kvartal 2 2023*, *nästa kvartal*, *andra tertialet*.
pub(super) fn from_part(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let most = codes(grain).1;
    let rule = &rules::PART_OF_YEAR;
    let mut at = end;
    if r.byte(at) == b'.' {
        at += 1;
    }
    at = r.gap(at);
    // *första hälften av 2023*; without a year the half of anything.
    let fraction = Reader::is_one(r.word(start), &["hälften", "halvan"]);
    if fraction && year_behind(r, end).is_none() {
        return None;
    }
    if let Some((from, to, past)) = small_numbers(r, at, most).filter(|_| !fraction) {
        let end = push(r, start, past, rule, part_value(grain, from, to), out)?;
        return Some(more_parts(r, end, grain, out));
    }
    let (_, before_start) = r.word_before(start);
    match r.term(before_start).filter(|_| before_start < start) {
        // *var fjärde kvartal*
        Some((Term::Ordinal(_), _)) if Reader::is_one(r.word_before(before_start).0, &["var", "vart"]) => {
            None
        }
        // *första halvåret av ordförandeskapet* is no half of a year.
        Some((Term::Ordinal(_), _))
            if year_behind(r, end).is_none() && r.phrase(r.gap(end), "av").is_some() =>
        {
            None
        }
        Some((Term::Ordinal(n), ordinal_end)) if n <= most && ordinal_end < start => {
            ordinals_before(r, before_start, grain, n, out);
            push(r, before_start, end, rule, part_value(grain, n, None), out)
        }
        Some((Term::Final, _)) => push(r, before_start, end, rule, part_value(grain, most, None), out),
        // *förra hälften* is the first one.
        Some((word @ (Term::Next | Term::Last | Term::This | Term::Coming), _)) if !fraction => {
            let value = Value::unit(Unit::Shift(grain, days::shift_of(word)));
            out.push(Found::new(before_start, end, value, &rules::RELATIVE));
            Some(end)
        }
        _ => {
            // om ett halvår
            if let Some(end) = relative::from_count(r, start, end, grain, out) {
                return Some(end);
            }
            // 1:a kvartalet, 2:a halvåret, 2 kvartalet
            let gap = r.gap_back(start);
            let (suffix, suffix_start) = (r.text.get(gap.saturating_sub(2)..gap), gap.saturating_sub(3));
            if !matches!(suffix, Some(":a" | ":e")) || suffix_start < r.floor {
                return None;
            }
            let n = r.number(suffix_start).filter(|n| (1..=u32::from(most)).contains(&n.value))?;
            if !look_alikes::free_left(r, n.start) {
                return None;
            }
            push(r, n.start, end, rule, part_value(grain, n.value as u8, None), out)
        }
    }
}

/// Further numbers of a list: *kvartal 1, 2 och 3 2023*.
fn more_parts(r: &Reader, mut end: usize, grain: Grain, out: &mut Vec<Found>) -> usize {
    for _ in 1..codes(grain).1 {
        let at = r.gap(end);
        let comma = r.byte(at) == b',';
        let next = if comma { Some(at + 1) } else { r.phrase(at, "och").or_else(|| r.phrase(at, "samt")) };
        let number = next.map(|next| r.gap(next)).and_then(|next| r.number(next));
        let Some(n) = number.filter(|n| n.digits == 1 && (1..=u32::from(codes(grain).1)).contains(&n.value))
        else {
            return end;
        };
        let and = r.phrase(r.gap(n.end), "och").is_some() || r.byte(r.gap(n.end)) == b',';
        let noun = r.word(r.gap(n.end));
        if !look_alikes::free_right(r, n.end)
            || look_alikes::is_quantity(r, n.end)
            || (comma && !and)
            || noun.ends_with("or")
            || noun.ends_with("ar")
        {
            return end;
        }
        let value = part_value(grain, n.value as u8, None);
        let Some(done) = push(r, n.start, n.end, &rules::PART_OF_YEAR, value, out) else { return end };
        end = done;
    }
    end
}

/// Pushes the ordinals that stand before the last of a list: *andra och tredje kvartalet*.
fn ordinals_before(r: &Reader, at: usize, grain: Grain, below: u8, out: &mut Vec<Found>) {
    let (word, word_start) = r.word_before(at);
    if !Reader::is_one(word, &["och", "eller", "till", "samt"]) {
        return;
    }
    let (_, start) = r.word_before(word_start);
    if let Some((Term::Ordinal(n), end)) = r.term(start).filter(|_| start < word_start)
        && n < below
    {
        let value = part_value(grain, n, None)(None);
        out.push(Found::new(start, end, value, &rules::PART_OF_YEAR));
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
        let n = ["ett", "två", "tre", "fyra"].iter().position(|w| walk::same_word(word, w))? + 1;
        (most < 5 && n <= usize::from(most)).then_some((n as u8, at + word.len()))
    })?;
    let next = r.dash(end).or_else(|| r.phrase(r.gap(end), "till").map(|e| r.gap(e)));
    if let Some((to, past)) = next.and_then(one).filter(|&(to, _)| to > from) {
        return Some((from, Some(to), past));
    }
    Some((from, None, end))
}

/// At the letter of *Q2 2023*, *T1 2023*, *H1 2023*: only a quarter may lack its year.
pub(super) fn from_part_letter(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    out: &mut Vec<Found>,
) -> Option<usize> {
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
    let year = year_after(r, past);
    let (before, _) = r.word_before_mark(start);
    let told = Reader::is_one(
        before,
        &[
            "per",
            "efter",
            "uppföljning",
            "delårsrapport",
            "prognos",
            "utfall",
            "under",
            "uppföljningsrapport",
        ],
    );
    // *T1, T2 och T3 2023*
    let at = r.gap(past);
    let next = if r.byte(at) == b',' { Some(at + 1) } else { r.phrase(at, "och") };
    let listed = next.is_some_and(|next| matches!(r.term(r.gap(next)), Some((Term::PartLetter(g), end)) if g == grain && r.number(end).is_some()));
    if year.is_none() && grain != Grain::Quarter && !told && !listed {
        return None;
    }
    push(r, start, past, &rules::PART_OF_YEAR, part_value(grain, n.value as u8, to), out)
}

/// At *läsåret*, *budgetåret*, *mandatperioden*, *årsskiftet*, *kalenderåret*.
pub(super) fn from_long(
    r: &Reader,
    start: usize,
    end: usize,
    term: Term,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let at = r.gap(end);
    let years = years::years(r, at).or_else(|| short_years(r, at)).filter(|_| at > end);
    let month = |year: i16, month| Unit::Month { year: Some(year), month };
    let day = |year: i16, month, day| Unit::Day { year: Some(year), month, day };
    let rule = &rules::LONG_PERIOD;
    let mut add = |end, value| {
        out.push(Found::new(start, end, value, rule));
        Some(end)
    };
    let pair = years.and_then(|y| Some((y, y.to?)));
    match (term, years, pair) {
        (Term::SchoolYear | Term::BudgetYear, _, Some((y, to))) if to == y.from + 1 => {
            let opens = if term == Term::SchoolYear { 8 } else { 7 };
            let value = |y: &years::Years| Value::span(month(y.from, opens), month(y.from + 1, 6));
            let mut end = add(y.end, value(&y))?;
            // *läsåren 2022/23 och 2023/24*
            for _ in 0..8 {
                let at = r.gap(end);
                let next = if r.byte(at) == b',' { Some(at + 1) } else { r.phrase(at, "och") };
                let next = next.map(|next| r.gap(next));
                let pair = next.and_then(|next| years::years(r, next).or_else(|| short_years(r, next)));
                let (Some(next), Some(y)) = (next, pair.filter(|y| y.to == Some(y.from + 1))) else { break };
                out.push(Found::new(next, y.end, value(&y), rule));
                end = y.end;
            }
            Some(end)
        }
        (Term::SchoolYear, None, _) => {
            let (_, before_start) = r.word_before(start);
            let toward = match r.term(before_start).filter(|_| before_start < start)?.0 {
                Term::Next | Term::Coming => Toward::Next,
                Term::Last => Toward::Last,
                Term::This => Toward::Nearest,
                _ => return None,
            };
            let unit = |month| Unit::Month { year: None, month };
            out.push(Found::new(before_start, end, Value::span(unit(8), unit(6)), rule).toward(toward));
            Some(end)
        }
        (Term::TurnOfYear, _, Some((y, to))) if to == y.from + 1 => {
            add(y.end, Value::span(day(y.from, 12, 31), day(to, 1, 1)))
        }
        (Term::TurnOfYear | Term::TurnOfHalf, None, _) => {
            let feast = if term == Term::TurnOfYear { Feast::NewYear } else { Feast::TurnOfHalf };
            feast_words::from_feast(r, start, end, feast, out)
        }
        (Term::TurnOfYear, Some(y), None) => {
            add(y.end, Value::span(day(y.from, 12, 31), day(y.from + 1, 1, 1)))
        }
        (Term::TurnOfHalf, Some(y), None) => add(y.end, Value::span(day(y.from, 6, 30), day(y.from, 7, 1))),
        (Term::SchoolYear, Some(y), None) => add(y.end, Value::span(month(y.from, 8), month(y.from + 1, 6))),
        (Term::SchoolYear | Term::BudgetYear | Term::Mandate | Term::CalendarYear, Some(y), _) => {
            add(y.end, y.value())
        }
        _ => None,
    }
}

/// At *månadsskiftet*: *månadsskiftet mars/april 2024*, the last day of one month and the first of the next.
pub(super) fn from_turn_of_month(
    r: &Reader,
    start: usize,
    end: usize,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (from, past) = days::month(r, r.gap(end), true)?;
    let at = if r.byte(past) == b'/' { Some(past + 1) } else { r.dash(past) };
    let at = at.or_else(|| r.phrase(r.gap(past), "och").map(|end| r.gap(end)))?;
    let (to, past) = days::month(r, at, true)?;
    if to != from % 12 + 1 {
        return None;
    }
    let value = |year: Option<i16>| {
        let before = year.map(|year| year - i16::from(to == 1));
        let last = if from == 2 && year.is_none() { 28 } else { month_length(before, from) };
        Value::span(Unit::Day { year: before, month: from, day: last }, Unit::Day { year, month: to, day: 1 })
    };
    push(r, start, past, &rules::LONG_PERIOD, value, out)
}

/// *22/23*, *22-26*.
fn short_years(r: &Reader, at: usize) -> Option<years::Years> {
    let n = r.number(at).filter(|n| n.digits == 2)?;
    let next = if r.byte(n.end) == b'/' { n.end + 1 } else { r.dash(n.end)? };
    let m =
        r.number(next).filter(|m| m.digits == 2 && m.value > n.value && look_alikes::free_right(r, m.end))?;
    Some(years::Years { from: short_year(n.value), to: Some(short_year(m.value)), end: m.end })
}
