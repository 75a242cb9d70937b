//! Days in figures: *2023-02-14*, *14/2 2023*, *14.2.2023*, *20230214*, *22-03-21*; and *2023-02*.

use super::calendar::month_length;
use super::model::{Found, Place};
use super::open_year::{Year, short_year, year_after};
use super::reader::{Number, Reader};
use super::term::Term;
use super::times::{belonging, with_times};
use super::value::{Point, Unit, Value};
use super::{days, labels, look_alikes, months};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{
    BOUNDS_SLASHED, CALLS_BODY, CALLS_COMPACT, CALLS_MEETING, CALLS_MONTH, CALLS_SLASHED, LEADS_SLASHED,
    SLASHED_JOINTS,
};
use crate::lexicon::sets::function_words::FRAN_WORD;
use crate::text::walk;

rule! {
    /// A day in figures: year first (ISO 8601), or day first with a slash or full stops.
    pub(super) DAY_IN_FIGURES = "date.day-in-figures";
    finds "Skrivelsen är daterad ⟦2023-02-14⟧." = "2023-02-14";
    finds "Vi ses ⟦fre 12/4⟧ i lokalen." = "2024-04-12";
    finds "Protokoll från ⟦14.2.2023⟧ lades fram." = "2023-02-14";
    finds "Datum: ⟦20230214⟧" = "2023-02-14";
    passes "Ärendet har nummer KS 2023-02-144, och 2/3 röstade ja.";
    passes "Version 14.2.2 av programmet.";
}

/// At a number: year first, or day first with a year.
pub(super) fn from_number(r: &Reader, at: usize) -> Option<Found> {
    from_free(r, r.number(at).filter(|_| look_alikes::free_left(r, at))?)
}

/// The same for a number that nothing is glued to ([`look_alikes::free_left`]).
pub(super) fn from_free(r: &Reader, n: Number) -> Option<Found> {
    match n.digits {
        4 => year_first(r, n),
        1 | 2 => {
            let called = || r.with_den(n.start) < n.start || r.is_called(n.start);
            day_first(r, n)
                .or_else(|| short_iso(r, n))
                .or_else(|| days_of_month(r, n.start, n, called))
                .or_else(|| month_and_year(r, n))
                .or_else(|| of_meeting(r, n))
        }
        6 | 8 => compact(r, n),
        _ => None,
    }
}

/// A day in figures where a weekday or *den* calls for one: *fre 23/9*.
pub(super) fn cued(r: &Reader, start: usize, at: usize) -> Option<Found> {
    let n = r.number(at)?;
    let found = if n.digits == 4 {
        year_first(r, n)
    } else {
        slashed(r, n, true).or_else(|| days_of_month(r, start, n, || true)).or_else(|| dotted(r, n))
    };
    found.map(|found| Found { start, ..found })
}

/// The day, if there is one, with the clock times behind it.
#[track_caller]
fn day(r: &Reader, place: Place, (year, month, day): (Option<i16>, u32, u32)) -> Option<Found> {
    if !(1..=12).contains(&month) || day == 0 || day > 31 || day as u8 > month_length(year, month as u8) {
        return None;
    }
    let value = Value::unit(Unit::Day { year, month: month as u8, day: day as u8 });
    Some(with_times(r, Found::new(place, value, &DAY_IN_FIGURES)))
}

fn dash_width(r: &Reader, at: usize) -> usize {
    match r.char(at) {
        Some(c @ ('-' | '–' | '—' | '‑' | '−')) => c.len_utf8(),
        _ => 0,
    }
}

/// A figure's right edge: no digit or letter, no dash or colon with another figure.
fn ends(r: &Reader, end: usize) -> bool {
    match r.char(end) {
        // 2022-11-24T09:00
        Some('T') if r.byte(end + 1).is_ascii_digit() => true,
        // *2009-03-16Närvarande*: a blank got lost.
        Some(c) if c.is_uppercase() => r.char(end + c.len_utf8()).is_some_and(char::is_lowercase),
        Some(c) if c.is_alphanumeric() => false,
        Some('_') => look_alikes::is_marked_right(r, end),
        Some('-') => r.number(end + 1).is_none_or(|n| n.digits >= 4),
        Some('.') => !r.byte(end + 1).is_ascii_alphanumeric(),
        Some(':' | '/') => {
            !r.byte(end + 1).is_ascii_digit() || r.number(end + 1).is_some_and(|n| n.digits == 4)
        }
        _ => true,
    }
}

/// *2023-02-14*, *2022–09–23*, *2023.02.14*, *2023/02/14*, *2023-2-14*, *2023-02*.
fn year_first(r: &Reader, year: Number) -> Option<Found> {
    if !(1500..2200).contains(&year.value) {
        return None;
    }
    let mark = r.byte(year.end);
    let width = |at: usize| match mark {
        b'.' | b'/' => usize::from(r.byte(at) == mark),
        _ => dash_width(r, at),
    };
    let first = width(year.end);
    if first == 0 {
        return if mark == b' ' { spaced(r, year) } else { None };
    }
    // *2011-⏎12-02*
    let broken = |at: usize| if mark == b'-' && matches!(r.byte(at), b'\n' | b'\r') { r.gap(at) } else { at };
    let month = r.number(broken(year.end + first)).filter(|m| m.digits <= 2)?;
    let y = Some(year.value as i16);
    let again = width(month.end);
    // *2019-2-22*; *KS 2019-2-22* is a case.
    let is_case = || {
        let (before, _) = r.word_before_mark(year.start);
        mark != b'-'
            || before.len() > 1 && walk::is_all_caps(before)
            || look_alikes::is_reference(r, year.start)
    };
    if month.digits == 1 && (again == 0 || is_case()) {
        return None;
    }
    if again > 0 {
        let n = r.number(broken(month.end + again)).filter(|d| d.digits <= 2)?;
        // Who writes *2* for February writes no *06*.
        if month.digits == 1 && n.digits == 2 && n.value < 10 {
            return None;
        }
        if let Some(range) = days_from(r, year, month, n) {
            return Some(range);
        }
        let fits = ends(r, n.end) && !look_alikes::in_path(r, year.start, n.end);
        let place = Place::new(year.start, n.end);
        return fits.then(|| day(r, place, (y, month.value, n.value)))?;
    }
    // *2023-02*; *2023–24* is a range of years and read elsewhere.
    let plain = mark == b'-' && (1..=12).contains(&month.value) && ends(r, month.end);
    if !plain || look_alikes::is_reference(r, year.start) || look_alikes::in_path(r, year.start, month.end) {
        return None;
    }
    Some(months::in_figures(Place::new(year.start, month.end), year.value as i16, month.value as u8))
}

/// *2023-05-03–05*, *2023-05-03, -05*, *2023-05-03 – 06-07*: to another day of the year.
fn days_from(r: &Reader, year: Number, month: Number, first: Number) -> Option<Found> {
    let next = match r.dash(first.end) {
        Some(next) => next,
        None => return days_over_comma(r, year, month, first),
    };
    let second = r.number(next).filter(|n| n.digits == 2)?;
    let (to_month, last) =
        match r.number(second.end + 1).filter(|n| n.digits == 2 && r.byte(second.end) == b'-') {
            Some(last) => (second, last),
            None if next - first.end <= 3 => (month, second),
            None => return None,
        };
    let rises = (to_month.value, last.value) > (month.value, first.value);
    let y = Some(year.value as i16);
    let fits = rises && ends(r, last.end) && !look_alikes::in_path(r, year.start, last.end);
    if !fits || look_alikes::is_reference(r, year.start) {
        return None;
    }
    days_between(r, year.start, last.end, (y, month.value, first.value), (y, to_month.value, last.value))
}

/// *2023-05-03, -05*: the dash says that the year and the month are left out. *-05 grader* is no day.
fn days_over_comma(r: &Reader, year: Number, month: Number, first: Number) -> Option<Found> {
    if r.byte(first.end) != b',' {
        return None;
    }
    let dash = r.gap(first.end + 1);
    let width = dash_width(r, dash);
    let last = r.number(dash + width).filter(|n| n.digits == 2 && width > 0)?;
    let fits = last.value > first.value
        && ends(r, last.end)
        && r.one_line(first.end, dash)
        && !look_alikes::is_quantity(r, last.end)
        && !look_alikes::is_reference(r, year.start);
    let day = |n: Number| (Some(year.value as i16), month.value, n.value);
    if fits { days_between(r, year.start, last.end, day(first), day(last)) } else { None }
}

/// A range of two days that there are.
fn days_between(
    r: &Reader,
    start: usize,
    end: usize,
    from: (Option<i16>, u32, u32),
    to: (Option<i16>, u32, u32),
) -> Option<Found> {
    let unit = |day: (Option<i16>, u32, u32)| match self::day(r, Place::new(start, end), day)?.value {
        Value::At(point) | Value::Span(point, _) => Some(point.unit),
        _ => None,
    };
    Some(with_times(r, days::days(Place::new(start, end), unit(from)?, unit(to)?)))
}

/// *Möte 2023 05 03*: parted by blanks, where a word calls for a date.
fn spaced(r: &Reader, year: Number) -> Option<Found> {
    if !calls_compact(r, year.start) {
        return None;
    }
    let month = r.number(year.end + 1).filter(|m| m.digits == 2 && r.byte(m.end) == b' ')?;
    let n = r.number(month.end + 1).filter(|d| d.digits == 2 && ends(r, d.end))?;
    day(r, Place::new(year.start, n.end), (Some(year.value as i16), month.value, n.value))
}

/// *Ekonomirapport 10/2021*, *01/2020–12/2020*: a month, where a word calls for one or two are joined.
fn month_and_year(r: &Reader, month: Number) -> Option<Found> {
    if r.byte(month.end) != b'/' || !(1..=12).contains(&month.value) {
        return None;
    }
    let year = r.number(month.end + 1).filter(|n| n.digits == 4 && (1950..2050).contains(&n.value))?;
    let another = |at: usize| {
        r.number(at).filter(|m| m.digits <= 2 && r.byte(m.end) == b'/').is_some_and(|m| {
            (1..=12).contains(&m.value) && r.number(m.end + 1).is_some_and(|n| n.digits == 4)
        })
    };
    let joined = || {
        r.dash(year.end).is_some_and(another)
            || r.last
                .is_some_and(|last| last.rule.is(&months::MONTH) && r.dash(last.end) == Some(month.start))
    };
    let free = look_alikes::free_right(r, year.end) || r.dash(year.end).is_some();
    let called = CALLS_MONTH.has(r.word_before(month.start).0) || joined();
    if !called
        || !free
        || look_alikes::is_reference(r, month.start)
        || look_alikes::in_path(r, month.start, year.end)
    {
        return None;
    }
    Some(months::in_figures(Place::new(month.start, year.end), year.value as i16, month.value as u8))
}

/// *Fullmäktiges sammanträde 13.12.*, as Finland writes days, behind the name of a meeting.
fn of_meeting(r: &Reader, first: Number) -> Option<Found> {
    let (before, start) = r.word_before(first.start);
    let called = || is_of_meeting(before) && r.one_line(start, first.start);
    (r.byte(first.end) == b'.' && called()).then(|| dotted(r, first))?
}

/// Whether a word names a meeting or its record (*telefonmöte, minnesanteckningar*).
pub(super) fn is_of_meeting(word: &str) -> bool {
    let word = walk::head(word, 60).to_lowercase();
    CALLS_MEETING.iter().any(|ending| word.ends_with(ending))
}

/// *3.5–7.6.2023*, *3.–7.6.2023*, as Finland writes ranges.
fn dotted_range(r: &Reader, first: Number) -> Option<Found> {
    let month = r.number(first.end + 1).filter(|m| m.digits <= 2);
    let mut end = month.map_or(first.end + 1, |month| month.end);
    if month.is_some() && r.byte(end) == b'.' {
        end += 1;
    }
    let second = r.number(r.dash(end)?).filter(|n| n.digits <= 2 && r.byte(n.end) == b'.')?;
    let to = r.number(second.end + 1).filter(|m| m.digits <= 2 && r.byte(m.end) == b'.')?;
    let year = r.number(to.end + 1).filter(|y| y.digits == 4 && (1800..2200).contains(&y.value))?;
    let from = month.unwrap_or(to);
    if !ends(r, year.end) || look_alikes::is_reference(r, first.start) {
        return None;
    }
    let last = year.value as i16;
    let turned = (from.value, first.value) > (to.value, second.value);
    let opens = last - i16::from(turned);
    let start = r.with_den(first.start);
    days_between(
        r,
        start,
        year.end,
        (Some(opens), from.value, first.value),
        (Some(last), to.value, second.value),
    )
}

/// *14.2.2023*, *14/2 2023*, *14/2-23*, *08/10/2021*, *23/9*.
fn day_first(r: &Reader, first: Number) -> Option<Found> {
    if r.byte(first.end) == b'/' {
        return slashed(r, first, false);
    }
    if r.byte(first.end) == b'-' {
        return dashed(r, first);
    }
    if r.byte(first.end) != b'.' {
        return None;
    }
    if let Some(range) = dotted_range(r, first) {
        return Some(range);
    }
    let month = r.number(first.end + 1).filter(|m| m.digits <= 2)?;
    let year = r.number(month.end + 1).filter(|_| r.byte(month.end) == b'.')?;
    // *14.02.23* only in a form: it may be a version.
    let number = match year.digits {
        4 => year.value as i16,
        2 if month.digits == 2 && r.is_called(first.start) => short_year(year.value),
        _ => return None,
    };
    let fits = (1800..2200).contains(&number)
        && ends(r, year.end)
        && !look_alikes::in_path(r, first.start, year.end);
    if !fits || look_alikes::is_reference(r, first.start) {
        return None;
    }
    let place = Place::new(r.with_den(first.start), year.end);
    day(r, place, (Some(number), month.value, first.value))
}

/// *17-03-2007*: day, month and year between hyphens.
fn dashed(r: &Reader, first: Number) -> Option<Found> {
    let month = r.number(first.end + 1).filter(|m| m.digits == 2 && r.byte(m.end) == b'-')?;
    let year = r.number(month.end + 1).filter(|y| y.digits == 4 && (1900..2100).contains(&y.value))?;
    let fits = first.digits == 2 && ends(r, year.end) && !look_alikes::in_path(r, first.start, year.end);
    if !fits || look_alikes::is_reference(r, first.start) {
        return None;
    }
    let place = Place::new(r.with_den(first.start), year.end);
    day(r, place, (Some(year.value as i16), month.value, first.value))
}

/// *torsdag 6.11. kl. 18*, as Finland writes days: a full stop or a clock time behind it tells it from a time, or minutes
/// that nobody names.
fn dotted(r: &Reader, first: Number) -> Option<Found> {
    let month = r.number(first.end + 1).filter(|m| r.byte(first.end) == b'.' && m.digits <= 2)?;
    let stop = r.byte(month.end) == b'.' && !r.byte(month.end + 1).is_ascii_alphanumeric();
    let end = month.end + usize::from(stop);
    if !ends(r, end) && !stop || r.dash(month.end).is_some() {
        return None;
    }
    let timed = matches!(r.term(r.past(r.gap(end), b',')), Some((Term::Clock, _)));
    // At the end of a sentence a full stop tells nothing.
    let goes_on = stop && r.char(r.gap(end)).is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let odd = month.digits == 1 || month.value % 5 != 0;
    (timed || goes_on || odd)
        .then(|| day(r, Place::new(first.start, end), (None, month.value, first.value)))?
}

/// *fr.o.m. 1/4*, *från 1/4*: a time begins or ends there; not *från 1/4 av dem*.
fn bounds(r: &Reader, start: usize, end: usize) -> bool {
    let before = r.text.get(..start).unwrap_or("").trim_end();
    let word = &before[walk::word_start(before, before.len())..];
    let after = r.text.get(end..).unwrap_or("");
    BOUNDS_SLASHED.iter().any(|edge| before.ends_with(edge))
        || walk::same_word(word, FRAN_WORD)
            && (after.is_empty() || after.starts_with(['.', ',', ')', ';', '\n', '\r']))
}

/// A day and a month with a slash. Without a year, and no weekday before (`cued`), something else must
/// tell it from a fraction: *den*, a preposition of time, a clock time, or a day above 12.
fn slashed(r: &Reader, first: Number, cued: bool) -> Option<Found> {
    if r.byte(first.end) != b'/' || first.digits > 2 || !(1..=31).contains(&first.value) {
        return None;
    }
    let month = r.number(first.end + 1).filter(|m| m.digits <= 2 && (1..=12).contains(&m.value))?;
    if look_alikes::is_reference(r, first.start) || look_alikes::in_path(r, first.start, month.end) {
        return None;
    }
    // 14/2/2023, 14/2-23, 14/2 2023, 14/2 -23
    let (year, end) = if r.byte(month.end) == b'/' {
        let n = r.number(month.end + 1).filter(|n| n.digits == 4 || n.digits == 2)?;
        (Some(Year::Of(if n.digits == 2 { short_year(n.value) } else { n.value as i16 })), n.end)
    } else {
        // *14/2-16/2* is a range.
        let year = year_after(r, month.end).filter(|&(_, past)| r.byte(past) != b'/');
        year.map_or((None, month.end), |(year, past)| (Some(year), past))
    };
    if r.char(end).is_some_and(|c| c.is_alphanumeric() || c == '%')
        || r.byte(end) == b'_' && !look_alikes::is_marked_right(r, end)
        || matches!(r.byte(end), b':' | b'.' | b',') && r.byte(end + 1).is_ascii_digit()
    {
        return None;
    }
    let start = r.with_den(first.start);
    let (before, _) = r.word_before_mark(first.start);
    let called = || {
        start < first.start
            || opens_range(r, end)
            || belonging(r, end).is_some()
            || CALLS_SLASHED.has(before)
            || bounds(r, start, end)
            || first.value > month.value && LEADS_SLASHED.has(before)
            || r.is_called(first.start)
            || goes_on(r, first.start)
            || is_heading(r, first.start, end)
            || opens_list(r, end)
    };
    let plausible = || {
        first.value > 12
            && (first.value, month.value) != (24, 7)
            && !walk::is_all_caps(before)
            && !look_alikes::is_quantity(r, end)
    };
    if !(cued || year.is_some() || plausible() || called()) {
        return None;
    }
    let found = day(r, Place::new(start, end), (Year::number(year), month.value, first.value))?;
    Some(found.toward(Year::toward(year)))
}

/// *## 5/2*: whether a heading of Markdown is nothing else.
fn is_heading(r: &Reader, start: usize, end: usize) -> bool {
    let marks = r.text.get(r.line_start(start)..start).unwrap_or("");
    let closes = r.gap(end) > end && !r.one_line(end, r.gap(end)) || matches!(r.byte(end), 0 | b'\n' | b'\r');
    closes && marks.starts_with('#') && marks.trim_matches(['#', ' ']).is_empty()
}

/// Whether a dash, *och* or *till* and another day with a slash follow.
fn opens_range(r: &Reader, end: usize) -> bool {
    let at = r.gap(end);
    r.dash(end).and_then(|next| r.number(next)).is_some_and(|n| r.byte(n.end) == b'/')
        || r.past_any(at, SLASHED_JOINTS)
            .is_some_and(|next| r.number(next).is_some_and(|n| n.digits <= 2 && r.byte(n.end) == b'/'))
}

/// Whether more days in figures follow over commas, one of them above 12: *12/3, 9/4 och 14/5*.
fn opens_list(r: &Reader, end: usize) -> bool {
    let mut end = end;
    for _ in 0..8 {
        let Some((at, _)) = r.list_joint(end).filter(|&(at, _)| r.one_line(end, at)) else { return false };
        let Some(n) = r.number(at).filter(|n| n.digits <= 2 && r.byte(n.end) == b'/' && n.value <= 31) else {
            return false;
        };
        let Some(month) = r.number(n.end + 1).filter(|m| m.digits <= 2 && (1..=12).contains(&m.value)) else {
            return false;
        };
        if n.value > 12 && (n.value, month.value) != (24, 7) {
            return true;
        }
        end = month.end;
    }
    false
}

/// Whether another day in figures stands shortly before, over a dash, *och* or a comma.
fn goes_on(r: &Reader, at: usize) -> bool {
    r.last.is_some_and(|last| {
        last.rule.is(&DAY_IN_FIGURES)
            && at - last.end < 8
            && r.text.get(last.end..at).is_some_and(|t| t.contains(['-', '–', 'o', ',']))
    })
}

/// *3–4/5 2024*: days of one month.
fn days_of_month(r: &Reader, start: usize, first: Number, cued: impl Fn() -> bool) -> Option<Found> {
    let next = r.dash(first.end).filter(|next| next - first.end <= 4)?;
    let second = r.number(next).filter(|n| n.digits <= 2 && n.value > first.value && first.value > 0)?;
    if first.digits > 2 || look_alikes::is_reference(r, first.start) {
        return None;
    }
    // (*3–4/5 kl. 9* may be any of them.)
    let last = slashed(r, second, cued()).filter(Found::is_plain_day)?;
    let Value::At(Point { unit: to @ Unit::Day { year, month, .. }, .. }) = last.value else { return None };
    let from = Unit::Day { year, month, day: first.value as u8 };
    let found = days::days(Place::new(r.with_den(start), last.end), from, to);
    Some(found.toward(last.toward))
}

/// *22-03-21*.
fn short_iso(r: &Reader, year: Number) -> Option<Found> {
    if year.digits != 2 || r.byte(year.end) != b'-' {
        return None;
    }
    let month = r.number(year.end + 1).filter(|m| m.digits == 2 && r.byte(m.end) == b'-')?;
    let n = r.number(month.end + 1).filter(|d| d.digits == 2)?;
    let fits = ends(r, n.end) && !r.byte(r.gap(n.end)).is_ascii_digit() && !matches!(year.value, 50..=69);
    if !fits || look_alikes::is_reference(r, year.start) || look_alikes::in_path(r, year.start, n.end) {
        return None;
    }
    day(r, Place::new(year.start, n.end), (Some(short_year(year.value)), month.value, n.value))
}

/// Whether a field, a weekday, a word of adopting or the name of a meeting calls for a day in nothing but figures.
fn calls_compact(r: &Reader, at: usize) -> bool {
    let (before, _) = r.word_before_mark(at);
    r.is_called(at) || CALLS_COMPACT.has(before) || is_of_meeting(before) || is_behind_label(r, at)
}

/// *Datum - 230421*, *- **Datum** – 230421*: whether the label of a date alone stands before `at` on its line, parted by a dash.
fn is_behind_label(r: &Reader, at: usize) -> bool {
    let blank = [' ', '\u{a0}'];
    let marked = |before: &str| before.trim_end_matches(blank).ends_with(['-', '–', '—', ':', '*', '_', '|']);
    if !r.text.get(..at).is_some_and(marked) {
        return false;
    }
    let line = r.text.get(r.line_start(at)..at).unwrap_or("");
    let label = line.trim_end_matches(['-', '–', '—', ':', '*', '_', '|', ' ', '\u{a0}']);
    let label = label.trim_start_matches(['-', '•', '+', '#', '*', '_', '|', ' ']);
    labels::ends_in_day(label) && label.chars().all(char::is_alphabetic)
}

/// *Protokoll för Norra vägens styrelse 140504*, *Regionstyrelsen 150331 | Partiet*, *150526 Styrelsemöte*: the number
/// closes a line that a meeting, its record or a body opens, or opens one.
fn stands_in_title(r: &Reader, n: Number) -> bool {
    let start = r.line_start(n.start);
    let line = r.text.get(start..n.start).unwrap_or("");
    let is_body = |word: &str| {
        let word = walk::head(word, 60).to_lowercase();
        CALLS_BODY.iter().any(|ending| word.ends_with(ending))
    };
    let behind = r.gap(n.end);
    if start == n.start {
        return behind > n.end && r.one_line(n.end, behind) && is_of_meeting(r.word(behind));
    }
    let ends = matches!(r.byte(n.end), 0 | b'\n' | b'\r') || r.byte(behind) == b'|';
    let plain = line.len() < 90 && !line.contains(|c: char| c.is_ascii_digit());
    ends && plain && line.split(' ').take(4).any(|word| is_of_meeting(word) || is_body(word))
}

/// *20230214* and *230214*, where a word calls for a date.
fn compact(r: &Reader, n: Number) -> Option<Found> {
    let called = calls_compact(r, n.start) || !look_alikes::is_reference(r, n.start) && stands_in_title(r, n);
    let free = look_alikes::free_right(r, n.end) && !look_alikes::in_path(r, n.start, n.end);
    if !called || !free || look_alikes::is_quantity(r, n.end) {
        return None;
    }
    let (year, rest) = (n.value / 10_000, n.value % 10_000);
    let year = if n.digits == 8 { year as i16 } else { short_year(year) };
    if !(1800..2100).contains(&year) {
        return None;
    }
    day(r, Place::new(r.with_den(n.start), n.end), (Some(year), rest / 100, rest % 100))
}
