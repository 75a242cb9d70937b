//! Parts of a year: seasons, quarters, tertials, halves, weeks, semesters, school and budget years,
//! terms of office, the turn of the year, feasts.

use super::days::{self, Year, short_year, year_after};
use super::feasts::Feast;
use super::reader::{Found, Reader, Toward};
use super::term::{Form, Term};
use super::value::{Grain, Unit, Value};
use super::{rules, traps, years};
use crate::rules::Rule;
use crate::text::walk;

/// Pushes a unit that takes its year from the words behind it.
fn push(
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
fn year_behind(r: &Reader, end: usize) -> Option<(Year, usize)> {
    year_after(r, end).or_else(|| {
        let at = r.gap(end);
        let past = r.phrase(at, "av").or_else(|| r.phrase(at, "under"))?;
        year_after(r, past).filter(|&(year, _)| matches!(year, Year::Of(_)))
    })
}

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
            Term::Last => Toward::Past,
            _ => Toward::Future,
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
    if year.is_none() && (!definite || traps::is_habit(r, start, end)) {
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
    let (before, before_start) = r.word_before(start);
    let value = Value::unit(Unit::Part { year: None, part });
    let relation = r.term(before_start).filter(|_| before_start < start).map(|(term, _)| term);
    let toward = match relation {
        Some(Term::Next | Term::Coming) => Toward::Future,
        Some(Term::Last) => Toward::Past,
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
    if let Some((from, to, past)) = small_numbers(r, at, most) {
        return push(r, start, past, rule, part_value(grain, from, to), out);
    }
    let (_, before_start) = r.word_before(start);
    match r.term(before_start).filter(|_| before_start < start) {
        Some((Term::Ordinal(n), ordinal_end)) if n <= most && ordinal_end < start => {
            push(r, before_start, end, rule, part_value(grain, n, None), out)
        }
        Some((Term::Final, _)) => push(r, before_start, end, rule, part_value(grain, most, None), out),
        Some((word @ (Term::Next | Term::Last | Term::This | Term::Coming), _)) => {
            let value = Value::unit(Unit::Shift(grain, days::shift_of(word)));
            out.push(Found::new(before_start, end, value, &rules::RELATIVE));
            Some(end)
        }
        _ => {
            // 1:a kvartalet, 2:a halvåret, 2 kvartalet
            let gap = r.gap_back(start);
            let (suffix, suffix_start) = (r.text.get(gap.saturating_sub(2)..gap), gap.saturating_sub(3));
            if !matches!(suffix, Some(":a" | ":e")) || suffix_start < r.floor {
                return None;
            }
            let n = r.number(suffix_start).filter(|n| (1..=u32::from(most)).contains(&n.value))?;
            if !traps::free_left(r, n.start) {
                return None;
            }
            push(r, n.start, end, rule, part_value(grain, n.value as u8, None), out)
        }
    }
}

/// *2*, *1–3* or *1 till 3*, none above `most`.
fn small_numbers(r: &Reader, at: usize, most: u8) -> Option<(u8, Option<u8>, usize)> {
    let one = |at| {
        let n = r.number(at).filter(|n| n.digits <= 2 && (1..=u32::from(most)).contains(&n.value))?;
        let glued = matches!(r.byte(n.end), b':' | b'.' | b'/' | b',') && r.byte(n.end + 1).is_ascii_digit()
            || r.char(n.end).is_some_and(|c| c.is_alphanumeric() || c == '%');
        (!glued).then_some((n.value as u8, n.end))
    };
    let (from, end) = one(at)?;
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
    if walk::char_before(r.text, start).is_some_and(|c| c.is_alphanumeric() || c == '-')
        || !traps::free_right(r, n.end) && r.byte(n.end) != b'-'
    {
        return None;
    }
    let mut to = None;
    let mut past = n.end;
    if let Some(next) = r.dash(n.end) {
        // Q1–Q3
        if let Some((Term::PartLetter(_), letter)) = r.term(next) {
            if let Some(m) = r.number(letter).filter(|m| m.digits == 1 && m.value > n.value) {
                (to, past) = (Some(m.value as u8), m.end);
            }
        }
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
    if year.is_none() && grain != Grain::Quarter && !told {
        return None;
    }
    push(r, start, past, &rules::PART_OF_YEAR, part_value(grain, n.value as u8, to), out)
}

/// At *vecka* or *v*: *vecka 34*, *v. 34–36 2022*, *v.34*.
pub(super) fn from_week(
    r: &Reader,
    start: usize,
    end: usize,
    letter: bool,
    out: &mut Vec<Found>,
) -> Option<usize> {
    if letter
        && (r.byte(start) != b'v' && r.line_start(start) != start
            || walk::char_before(r.text, start)
                .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '|' | '-' | '–' | '/')))
    {
        return None;
    }
    let mut at = end;
    if r.byte(at) == b'.' {
        at += 1;
    }
    at = r.gap(at);
    let (from, to, past) = small_numbers(r, at, 53)?;
    if traps::is_quantity(r, past) || traps::is_habit(r, start, past) {
        return None;
    }
    let value = move |year| {
        let unit = |week| Unit::Week { year, week };
        to.map_or(Value::unit(unit(from)), |to| Value::span(unit(from), unit(to)))
    };
    let end = push(r, start, past, &rules::WEEK, value, out)?;
    // *vecka 34 och 36*, *v. 34, 35 och 36*
    Some(more_weeks(r, end, out))
}

/// Further weeks of the same list.
fn more_weeks(r: &Reader, mut end: usize, out: &mut Vec<Found>) -> usize {
    for _ in 0..8 {
        let at = r.gap(end);
        let comma = r.byte(at) == b',';
        let next = if comma {
            Some(r.gap(at + 1))
        } else {
            r.phrase(at, "och").or_else(|| r.phrase(at, "samt")).map(|e| r.gap(e))
        };
        let Some((week, None, past)) = next.and_then(|next| small_numbers(r, next, 53)) else { return end };
        let and = r.phrase(r.gap(past), "och").is_some() || r.byte(r.gap(past)) == b',';
        let noun = r.word(r.gap(past));
        if traps::is_quantity(r, past) || (comma && !and) || (!noun.is_empty() && noun.ends_with("or")) {
            return end;
        }
        let start =
            past - r.text.get(..past).map_or(0, |t| t.bytes().rev().take_while(u8::is_ascii_digit).count());
        let Some(done) =
            push(r, start, past, &rules::WEEK, |year| Value::unit(Unit::Week { year, week }), out)
        else {
            return end;
        };
        end = done;
    }
    end
}

/// At *vårterminen* (1), *hösttermin* (2): *vårterminen 2023*, *VT23*, *HT 2022*.
pub(super) fn from_semester(
    r: &Reader,
    start: usize,
    end: usize,
    half: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let short = end - start <= 2;
    let value = |year: Option<i16>| {
        let unit = |month| Unit::Month { year, month };
        if half == 1 { Value::span(unit(1), unit(6)) } else { Value::span(unit(7), unit(12)) }
    };
    if half == 0 {
        return None;
    }
    if short {
        // VT23, HT-22, ht 2022
        let at = match r.char(end) {
            Some('-' | '.') => end + 1,
            _ => r.gap(end),
        };
        let n = r.number(at).filter(|n| n.digits == 2 || n.digits == 4)?;
        if !traps::free_right(r, n.end)
            || !traps::free_left(r, start)
            || (n.digits == 2 && n.value < 10 && at != end && r.byte(end) != b'-')
        {
            return None;
        }
        let year = if n.digits == 2 { short_year(n.value) } else { n.value as i16 };
        if !(1900..2100).contains(&year) {
            return None;
        }
        out.push(Found::new(start, n.end, value(Some(year)), &rules::SEMESTER));
        return Some(n.end);
    }
    let (_, before_start) = r.word_before(start);
    let toward = match r.term(before_start).filter(|_| before_start < start) {
        Some((Term::Next | Term::Coming, _)) => Some(Toward::Future),
        Some((Term::Last, _)) => Some(Toward::Past),
        Some((Term::Habit, _)) => return None,
        _ => None,
    };
    if let Some(toward) = toward {
        out.push(Found::new(before_start, end, value(None), &rules::SEMESTER).toward(toward));
        return Some(end);
    }
    let definite = r.text.get(start..end).is_some_and(|w| w.ends_with("en") || w.ends_with("EN"));
    if year_after(r, end).is_none() && !definite {
        return None;
    }
    push(r, start, end, &rules::SEMESTER, value, out)
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
        (Term::SchoolYear, _, Some((y, to))) if to == y.from + 1 => {
            add(y.end, Value::span(month(y.from, 8), month(to, 6)))
        }
        (Term::BudgetYear, _, Some((y, to))) if to == y.from + 1 => {
            add(y.end, Value::span(month(y.from, 7), month(to, 6)))
        }
        (Term::TurnOfYear, _, Some((y, to))) if to == y.from + 1 => {
            add(y.end, Value::span(day(y.from, 12, 31), day(to, 1, 1)))
        }
        (Term::TurnOfYear | Term::TurnOfHalf, None, _) => {
            let feast = if term == Term::TurnOfYear { Feast::NewYear } else { Feast::TurnOfHalf };
            from_feast(r, start, end, feast, out)
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

/// *22/23*, *22-26*.
fn short_years(r: &Reader, at: usize) -> Option<years::Years> {
    let n = r.number(at).filter(|n| n.digits == 2)?;
    let next = if r.byte(n.end) == b'/' { n.end + 1 } else { r.dash(n.end)? };
    let m = r.number(next).filter(|m| m.digits == 2 && m.value > n.value && traps::free_right(r, m.end))?;
    Some(years::Years { from: short_year(n.value), to: Some(short_year(m.value)), end: m.end })
}

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
            }
        }
        Feast::Easter(39) if walk::same_word(before, "kristi") => from = before_start,
        _ => {}
    }
    if matches!(r.term(before_start), Some((Term::Habit, _))) && before_start < start {
        return Some(end);
    }
    push(r, from, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast, year }), out)
}

/// At the *jul* of *till jul* and *i jul*.
pub(super) fn from_christmas(r: &Reader, start: usize, end: usize, out: &mut Vec<Found>) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    let leads = ["till", "i", "före", "efter", "innan", "över", "inför", "kring", "under", "runt"];
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
    let (before, before_start) = r.word_before(start);
    let (end, feast) = match (term, r.term(before_start).filter(|_| before_start < start)) {
        (Term::Advent, Some((Term::Ordinal(n), _))) if n <= 4 => (end, Feast::Advent(n)),
        (Term::AllSaints, _) if walk::same_word(before, "alla") => {
            let next = r.gap(end);
            (r.phrase(next, "dag").or_else(|| r.phrase(next, "helg"))?, Feast::AllSaints)
        }
        _ => return None,
    };
    push(r, before_start, end, &rules::FEAST, |year| Value::unit(Unit::Feast { feast, year }), out)
}

/// Whether a noun form can stand behind *nästa*, *förra*.
pub(super) fn follows_relation(form: Form) -> bool {
    matches!(form, Form::Singular | Form::Definite | Form::Genitive)
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
