//! Days in figures: *2023-02-14*, *14/2 2023*, *14.2.2023*, *20230214*, *22-03-21*; and *2023-02*.

use super::days::{self, Year, short_year};
use super::reader::{Found, Number, Reader};
use super::term::Term;
use super::value::{Point, Unit, Value, month_length};
use super::{clock, look_alikes, rules};

/// At a number: year first, or day first with a year.
pub(super) fn from_number(r: &Reader, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    let n = r.number(at).filter(|_| look_alikes::free_left(r, at))?;
    from_free(r, n, out)
}

/// The same for a number that nothing is glued to ([`look_alikes::free_left`]).
pub(super) fn from_free(r: &Reader, n: Number, out: &mut Vec<Found>) -> Option<usize> {
    match n.digits {
        4 => year_first(r, n, out),
        1 | 2 => {
            let called = || r.with_den(n.start) < n.start || in_form(r, n.start);
            day_first(r, n, out)
                .or_else(|| short_iso(r, n, out))
                .or_else(|| days_of_month(r, n.start, n, called, out))
        }
        6 | 8 => compact(r, n, out),
        _ => None,
    }
}

/// A day in figures where a weekday or *den* calls for one: *fre 23/9*.
pub(super) fn cued(r: &Reader, start: usize, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    let n = r.number(at)?;
    let mark = out.len();
    let end = if n.digits == 4 {
        year_first(r, n, out)
    } else {
        slashed(r, n, true, out).or_else(|| days_of_month(r, start, n, || true, out))
    }?;
    if let Some(found) = out.get_mut(mark) {
        found.start = start;
    }
    Some(end)
}

/// Pushes a day, if it is one.
fn push_day(
    r: &Reader,
    start: usize,
    end: usize,
    (year, month, day): (Option<i16>, u32, u32),
    out: &mut Vec<Found>,
) -> Option<usize> {
    if !(1..=12).contains(&month) || day == 0 || day > 31 || day as u8 > month_length(year, month as u8) {
        return None;
    }
    let unit = Unit::Day { year, month: month as u8, day: day as u8 };
    out.push(Found::new(start, end, Value::unit(unit), &rules::DAY_IN_FIGURES));
    Some(days::with_times(r, end, out))
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
        Some('T') => r.byte(end + 1).is_ascii_digit(),
        Some(c) if c.is_alphanumeric() || c == '_' => false,
        Some('-') => r.number(end + 1).is_none_or(|n| n.digits >= 4),
        Some('.') => !r.byte(end + 1).is_ascii_alphanumeric(),
        Some(':' | '/') => {
            !r.byte(end + 1).is_ascii_digit() || r.number(end + 1).is_some_and(|n| n.digits == 4)
        }
        _ => true,
    }
}

/// *2023-02-14*, *2022–09–23*, *2023.02.14*, *2023/02/14*, *2023-02*.
fn year_first(r: &Reader, year: Number, out: &mut Vec<Found>) -> Option<usize> {
    if !(1500..2200).contains(&year.value) {
        return None;
    }
    let mark = r.byte(year.end);
    let width = match mark {
        b'.' | b'/' => 1,
        _ => dash_width(r, year.end),
    };
    if width == 0 {
        return None;
    }
    // A line may break behind a hyphen in narrow columns.
    let month = r.number(year.end + width).filter(|m| m.digits == 2)?;
    let again = match mark {
        b'.' | b'/' => usize::from(r.byte(month.end) == mark),
        _ => dash_width(r, month.end),
    };
    let y = Some(year.value as i16);
    if again > 0 {
        if let Some(day) = r.number(month.end + again).filter(|d| d.digits <= 2) {
            if !ends(r, day.end) || look_alikes::in_path(r, year.start, day.end) {
                return None;
            }
            return push_day(r, year.start, day.end, (y, month.value, day.value), out);
        }
        return None;
    }
    // *2023-02*; *2023–24* is a range of years and read elsewhere.
    let plain = mark == b'-' && (1..=12).contains(&month.value) && ends(r, month.end);
    if !plain || look_alikes::is_reference(r, year.start) || look_alikes::in_path(r, year.start, month.end) {
        return None;
    }
    let unit = Unit::Month { year: y, month: month.value as u8 };
    out.push(Found::new(year.start, month.end, Value::unit(unit), &rules::MONTH));
    Some(month.end)
}

/// *14.2.2023*, *14/2 2023*, *14/2-23*, *08/10/2021*, *23/9*.
fn day_first(r: &Reader, day: Number, out: &mut Vec<Found>) -> Option<usize> {
    if r.byte(day.end) == b'/' {
        return slashed(r, day, false, out);
    }
    if r.byte(day.end) != b'.' {
        return None;
    }
    let month = r.number(day.end + 1).filter(|m| m.digits <= 2)?;
    let year = r.number(month.end + 1).filter(|_| r.byte(month.end) == b'.')?;
    // *14.02.23* only in a form: it may be a version.
    let number = match year.digits {
        4 => year.value as i16,
        2 if month.digits == 2 && in_form(r, day.start) => short_year(year.value),
        _ => return None,
    };
    let fits =
        (1800..2200).contains(&number) && ends(r, year.end) && !look_alikes::in_path(r, day.start, year.end);
    if !fits || look_alikes::is_reference(r, day.start) {
        return None;
    }
    let start = r.with_den(day.start);
    push_day(r, start, year.end, (Some(number), month.value, day.value), out)
}

/// Whether a field or weekday calls for a date.
fn in_form(r: &Reader, at: usize) -> bool {
    let (_, before) = r.word_before_mark(at);
    matches!(r.term(before), Some((Term::Field | Term::Weekday(_) | Term::ShortWeekday(_), _)))
}

/// A day and a month with a slash. Without a year, and no weekday before (`cued`), something else must
/// tell it from a fraction: *den*, a preposition of time, a clock time, or a day above 12.
fn slashed(r: &Reader, day: Number, cued: bool, out: &mut Vec<Found>) -> Option<usize> {
    if r.byte(day.end) != b'/' || day.digits > 2 || !(1..=31).contains(&day.value) {
        return None;
    }
    let month = r.number(day.end + 1).filter(|m| m.digits <= 2 && (1..=12).contains(&m.value))?;
    if look_alikes::is_reference(r, day.start) || look_alikes::in_path(r, day.start, month.end) {
        return None;
    }
    let start = r.with_den(day.start);
    // 14/2/2023, 14/2-23, 14/2 2023, 14/2 -23
    let mut year = None;
    let mut end = month.end;
    if r.byte(end) == b'/' {
        let n = r.number(end + 1).filter(|n| n.digits == 4 || n.digits == 2)?;
        year = Some(Year::Of(if n.digits == 2 { short_year(n.value) } else { n.value as i16 }));
        end = n.end;
    } else if let Some((y, past)) = days::year_after(r, end) {
        // *14/2-16/2* is a range.
        if r.byte(past) != b'/' {
            (year, end) = (Some(y), past);
        }
    }
    if r.char(end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '_'))
        || matches!(r.byte(end), b':' | b'.' | b',') && r.byte(end + 1).is_ascii_digit()
    {
        return None;
    }
    let range = r.dash(end).and_then(|next| r.number(next)).is_some_and(|n| r.byte(n.end) == b'/')
        || r.phrase(r.gap(end), "och")
            .or_else(|| r.phrase(r.gap(end), "till och med"))
            .or_else(|| r.phrase(r.gap(end), "till"))
            .or_else(|| r.phrase(r.gap(end), "t.o.m."))
            .or_else(|| r.phrase(r.gap(end), "tom"))
            .is_some_and(|e| r.number(r.gap(e)).is_some_and(|n| n.digits <= 2 && r.byte(n.end) == b'/'));
    let (before, before_start) = r.word_before_mark(day.start);
    let called = start < day.start
        || range
        || clock::belonging(r, end).is_some()
        || Reader::is_one(before, &["senast", "innan", "inför", "under", "efter", "daterad", "daterat"])
        || matches!(r.term(before_start), Some((Term::Field | Term::Weekday(_) | Term::ShortWeekday(_), _)))
        || out.last().is_some_and(|f| {
            f.rule.code == rules::DAY_IN_FIGURES.code
                && day.start - f.end < 8
                && r.text.get(f.end..day.start).is_some_and(|t| t.contains(['-', '–', 'o', ',']))
        });
    let plausible = day.value > 12
        && (day.value, month.value) != (24, 7)
        && !crate::text::walk::is_all_caps(before)
        && !look_alikes::is_quantity(r, end);
    if !(cued || year.is_some() || called || plausible) {
        return None;
    }
    let number = Year::number(year);
    let mark = out.len();
    let end = push_day(r, start, end, (number, month.value, day.value), out)?;
    if let Some(found) = out.get_mut(mark) {
        found.toward = Year::toward(year);
    }
    Some(end)
}

/// *3–4/5 2024*: days of one month.
fn days_of_month(
    r: &Reader,
    start: usize,
    first: Number,
    cued: impl Fn() -> bool,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let next = r.dash(first.end).filter(|next| next - first.end <= 4)?;
    let second = r.number(next).filter(|n| n.digits <= 2 && n.value > first.value && first.value > 0)?;
    if first.digits > 2 || look_alikes::is_reference(r, first.start) {
        return None;
    }
    let mark = out.len();
    let end = slashed(r, second, cued(), out)?;
    let found = out.get_mut(mark)?;
    let Value::At(to @ Point { unit: Unit::Day { year, month, .. }, clock: None }) = found.value else {
        // *3–4/5 kl. 9* may be any of them.
        out.truncate(mark);
        return None;
    };
    let from = Point::of(Unit::Day { year, month, day: first.value as u8 });
    found.start = r.with_den(start);
    found.value = Value::Span(from, to);
    found.rule = &rules::DAYS;
    Some(end)
}

/// *22-03-21*.
fn short_iso(r: &Reader, year: Number, out: &mut Vec<Found>) -> Option<usize> {
    if year.digits != 2 || r.byte(year.end) != b'-' {
        return None;
    }
    let month = r.number(year.end + 1).filter(|m| m.digits == 2 && r.byte(m.end) == b'-')?;
    let day = r.number(month.end + 1).filter(|d| d.digits == 2)?;
    let fits = ends(r, day.end) && !r.byte(r.gap(day.end)).is_ascii_digit() && !matches!(year.value, 50..=69);
    if !fits || look_alikes::is_reference(r, year.start) || look_alikes::in_path(r, year.start, day.end) {
        return None;
    }
    push_day(r, year.start, day.end, (Some(short_year(year.value)), month.value, day.value), out)
}

/// *20230214* and *230214*, where a word calls for a date.
fn compact(r: &Reader, n: Number, out: &mut Vec<Found>) -> Option<usize> {
    let (before, before_start) = r.word_before_mark(n.start);
    let called = matches!(r.term(before_start), Some((Term::Field | Term::Weekday(_), _)))
        || Reader::is_one(
            before,
            &["den", "daterad", "möte", "protokoll", "mötet", "styrelsemöte", "årsmöte"],
        );
    let free = look_alikes::free_right(r, n.end) && !look_alikes::in_path(r, n.start, n.end);
    if !called || !free || look_alikes::is_quantity(r, n.end) {
        return None;
    }
    let (year, rest) = (n.value / 10_000, n.value % 10_000);
    let year = if n.digits == 8 { year as i16 } else { short_year(year) };
    if !(1800..2100).contains(&year) {
        return None;
    }
    push_day(r, r.with_den(n.start), n.end, (Some(year), rest / 100, rest % 100), out)
}
