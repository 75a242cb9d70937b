//! Days by their month's name: *den 23 september 2022*, *14–15 december*, *den 25 och den 26 nästlidna
//! maj*, *fredagen den 3:e mars*; and months: *november 2015*, *maj*.

use super::reader::{Found, Number, Reader, Toward};
use super::term::{Form, Term};
use super::value::{Grain, Point, Unit, Value, month_length};
use super::{clock, rules};

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

/// The year behind an expression that ends at `end`: *2022*, *år 2022*, *-22*, *i år*, *förra året*.
pub(super) fn year_after(r: &Reader, end: usize) -> Option<(Year, usize)> {
    // -22, ’22, -2022: glued, or with a blank before the dash.
    let at = r.gap(end);
    if at > end && r.byte(at).is_ascii_digit() {
        return bare_year(r, r.number(at)?).map(|(year, end)| (Year::Of(year), end));
    }
    if let Some(c @ ('-' | '–' | '’' | '\'' | '´')) = r.char(at) {
        let n = r.number(at + c.len_utf8())?;
        let dash = matches!(c, '-' | '–');
        let glued = r.char(n.end).is_some_and(char::is_alphanumeric)
            || (matches!(r.byte(n.end), b':' | b'.' | b'-' | b'/') && r.byte(n.end + 1).is_ascii_digit());
        let free = !glued;
        // *3 maj–12 juni* is a range: no month may follow.
        let day = matches!(r.term(r.gap(n.end)), Some((Term::Month(_) | Term::ShortMonth(_), _)));
        return match n.digits {
            2 if free && !day => Some((Year::Of(short_year(n.value)), n.end)),
            4 if free && dash && at == end => Some((Year::Of(n.value as i16), n.end)),
            _ => None,
        };
    }
    let mut at = at;
    if r.byte(at) == b',' {
        at = r.gap(at + 1);
    }
    if at == end {
        return None;
    }
    if let Some(i) = r.phrase(at, "i") {
        let year = r.gap(i);
        return match r.term(year)? {
            (Term::Noun(Grain::Year, Form::Singular), end) => Some((Year::Shifted(0), end)),
            (Term::AfterI(Grain::Year, by), end) => Some((Year::Shifted(by), end)),
            _ => None,
        };
    }
    if let Some(past) = r.phrase(at, "samma år") {
        return Some((Year::Same, past));
    }
    match r.term(at) {
        Some((Term::Noun(Grain::Year, Form::Singular), past)) => at = r.gap(past),
        Some((Term::Near(Grain::Year, by), past)) => return Some((Year::Shifted(by), past)),
        Some((word @ (Term::Next | Term::Last | Term::This), past)) => {
            let (Term::Noun(Grain::Year, Form::Singular | Form::Definite), end) = r.term(r.gap(past))? else {
                return None;
            };
            return Some((Year::Shifted(shift_of(word)), end));
        }
        _ => {}
    }
    let n = r.number(at)?;
    bare_year(r, n).map(|(year, end)| (Year::Of(year), end))
}

pub(super) fn shift_of(word: Term) -> i16 {
    match word {
        Term::Next | Term::Coming => 1,
        Term::Last => -1,
        _ => 0,
    }
}

/// Two figures as a year: the hundred years up to 2049.
pub(super) fn short_year(value: u32) -> i16 {
    let value = value as i16 % 100;
    if value < 50 { 2000 + value } else { 1900 + value }
}

/// A year behind a month: four figures, not the start of a time, a decimal number or a case number.
fn bare_year(r: &Reader, n: Number) -> Option<(i16, usize)> {
    if n.digits != 4 || !(1000..2200).contains(&n.value) {
        return None;
    }
    let after = r.char(n.end);
    let glued = after.is_some_and(char::is_alphanumeric)
        || (matches!(r.byte(n.end), b':' | b'.' | b',') && r.byte(n.end + 1).is_ascii_digit());
    (!glued).then_some((n.value as i16, n.end))
}

/// A month's name at `at`, over its full stop where it is short; `loose` takes short names too.
pub(super) fn month(r: &Reader, at: usize, loose: bool) -> Option<(u8, usize)> {
    month_of(r, r.term(at)?, loose)
}

/// The same of a word that is known.
fn month_of(r: &Reader, (term, end): (Term, usize), loose: bool) -> Option<(u8, usize)> {
    if r.byte(end) == b':' && r.char(end + 1).is_some_and(char::is_alphabetic) {
        return None; // Kungl. Maj:ts
    }
    match term {
        Term::Month(m) => Some((m, end)),
        Term::ShortMonth(m) if loose => Some((m, if r.byte(end) == b'.' { end + 1 } else { end })),
        Term::JulyOrChristmas if loose => Some((7, if r.byte(end) == b'.' { end + 1 } else { end })),
        _ => None,
    }
}

/// How the days of a list are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Range,
    List,
    Comma,
}

#[derive(Clone, Copy)]
struct Item {
    start: usize,
    end: usize,
    day: u8,
    /// 0 where none is named.
    weekday: u8,
    joint: Joint,
}

/// A day of a month in figures (*3*, *3:e*, *3.*) or in words (*tredje*).
fn day_number(r: &Reader, at: usize) -> Option<(u8, usize)> {
    if !r.byte(at).is_ascii_digit() {
        return match r.term(at)? {
            (Term::Ordinal(day), end) => Some((day, end)),
            _ => None,
        };
    }
    let n = r.number(at)?;
    if n.digits > 2 || !(1..=31).contains(&n.value) {
        return None;
    }
    let mut end = n.end;
    // 3:e, 1:a, 3:dje, 8de, 1ste
    let tail = end + usize::from(r.byte(end) == b':');
    let ending = if r.byte(tail).is_ascii_alphabetic() { r.word(tail) } else { "" };
    if ["e", "a", "de", "te", "dje", "nde", "ste", "sta"].contains(&ending) {
        end = tail + ending.len();
    } else if r.byte(end) == b'.' && matches!(r.byte(end + 1), b' ') {
        end += 1; // den 3. maj
    }
    Some((n.value as u8, end))
}

/// A weekday at `at`, and where what follows it begins.
pub(super) fn weekday_at(r: &Reader, at: usize) -> Option<(u8, usize)> {
    match r.term(at)? {
        (Term::Weekday(day), end) => Some((day, r.gap(end))),
        (Term::ShortWeekday(day), end) => Some((day, r.gap(if r.byte(end) == b'.' { end + 1 } else { end }))),
        _ => None,
    }
}

/// What joins two days of a list.
fn joint(r: &Reader, end: usize) -> Option<(Joint, usize)> {
    if let Some(next) = r.dash(end) {
        return Some((Joint::Range, next));
    }
    let at = r.gap(end);
    if r.byte(at) == b',' {
        return Some((Joint::Comma, r.gap(at + 1)));
    }
    if !matches!(r.byte(at).to_ascii_lowercase(), b't' | b'o' | b's' | b'e' | b'r') {
        return None;
    }
    for (word, joint) in [
        ("t.o.m.", Joint::Range),
        ("till och med", Joint::Range),
        ("till", Joint::Range),
        ("och", Joint::List),
        ("samt", Joint::List),
        ("eller", Joint::List),
        ("respektive", Joint::List),
    ] {
        if let Some(end) = r.phrase(at, word) {
            return Some((joint, r.gap(end)));
        }
    }
    None
}

/// Days of one month from the number at `at`; the expression begins at `start` (*den*, a weekday).
pub(super) fn from_number(r: &Reader, start: usize, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    let mut items = [Item { start: 0, end: 0, day: 0, weekday: 0, joint: Joint::List }; 8];
    let mut count = 0;
    let (mut item_start, mut number, mut weekday) = (start, at, 0);
    let (month, month_end, toward) = loop {
        let (day, end) = day_number(r, number)?;
        let item = items.get_mut(count)?;
        *item = Item { start: item_start, end, day, weekday, joint: Joint::List };
        count += 1;
        if let Some(found) = month_behind(r, end) {
            break found;
        }
        let (joint, next) = joint(r, end)?;
        item.joint = joint;
        item_start = next;
        // *fredagen den 3 och lördagen den 4 maj*
        (weekday, number) = weekday_at(r, next).unwrap_or((0, next));
        number = r.phrase(number, "den").map_or(number, |end| r.gap(end));
        if number == end {
            return None;
        }
    };
    let year = year_after(r, month_end);
    let end = year.map_or(month_end, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    let toward = if year.is_some() { Year::toward(year) } else { toward };
    let number = Year::number(year);
    let items = items.get(..count)?;
    if items.iter().any(|item| item.day > month_length(number, month)) {
        return None;
    }
    // A chain of commas alone is no list of days: *§ 2, 3 maj*.
    let joints = items.get(..count - 1).unwrap_or(&[]);
    let listed = start < at || joints.iter().any(|item| item.joint == Joint::List);
    let comma = joints.iter().rposition(|item| item.joint == Joint::Comma);
    let first = comma.filter(|_| !listed).map_or(0, |i| i + 1);
    let unit = |day| Unit::Day { year: number, month, day };
    let mut i = first;
    while let Some(item) = items.get(i) {
        let last = |index: usize, item_end: usize| if index + 1 == count { end } else { item_end };
        match items.get(i + 1).filter(|_| item.joint == Joint::Range && i + 1 < count) {
            Some(next) if item.day < next.day => {
                let value = Value::span(unit(item.day), unit(next.day));
                let found = Found::new(item.start, last(i + 1, next.end), value, &rules::DAYS);
                out.push(found.toward(toward).on((item.weekday, next.weekday)));
                i += 2;
            }
            Some(_) => i += 1, // *nr 30–3 maj*: the second alone
            None => {
                let value = Value::unit(unit(item.day));
                let found = Found::new(item.start, last(i, item.end), value, &rules::DAY);
                out.push(found.toward(toward).on((item.weekday, 0)));
                i += 1;
            }
        }
    }
    Some(with_times(r, end, out))
}

/// The month behind a day, with *nästlidna*, *innevarande* before it, or those alone.
fn month_behind(r: &Reader, end: usize) -> Option<(u8, usize, Toward)> {
    let at = r.gap(end);
    if at == end && r.byte(end.saturating_sub(1)) != b'.' {
        return None;
    }
    match r.term(at)? {
        (word @ (Term::Last | Term::This | Term::Next | Term::Coming), past) => {
            let (month, end) = month(r, r.gap(past_stop(r, past)), false)?;
            let toward = match word {
                Term::Last => Toward::Last,
                Term::This => Toward::Nearest,
                _ => Toward::Next,
            };
            Some((month, end, toward))
        }
        term => {
            let (month, end) = month_of(r, term, true)?;
            // maj månad
            if let Some((Term::Noun(Grain::Month, Form::Singular), past)) = r.term(r.gap(end)) {
                return Some((month, past, Toward::Nearest));
            }
            Some((month, end, Toward::Nearest))
        }
    }
}

/// Past the full stop of *nästl.*, *innev.*
fn past_stop(r: &Reader, end: usize) -> usize {
    if r.byte(end) == b'.' { end + 1 } else { end }
}

/// *den 3 innevarande*, *den 28 nästlidna*, *den 9 dennes*: a day of the document's month or the one before.
pub(super) fn of_this_month(r: &Reader, start: usize, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    if start == at {
        return None;
    }
    let (day, end) = day_number(r, at)?;
    let next = r.gap(end);
    // *den 8 i denna månad*, *den 29 i förra månaden*
    let at = r.phrase(next, "i").map_or(next, |end| r.gap(end));
    let month = |past: usize| match r.term(r.gap(past)) {
        Some((Term::Noun(Grain::Month, Form::Singular | Form::Definite), past)) => Some(past),
        _ => None,
    };
    let (months, past) = match r.term(at) {
        Some((Term::This | Term::Dennes, past)) => (0, past_stop(r, past)),
        Some((Term::Last, past)) => (-1, past_stop(r, past)),
        Some((Term::Next, past)) => (1, month(past).map(|_| past)?),
        _ => (0, r.phrase(at, "denna").filter(|&past| month(past).is_some())?),
    };
    // den 11 innevarande månad
    let end = match month(past) {
        Some(end) => end,
        None if at > next => return None,
        None => past,
    };
    let value = Value::unit(Unit::DayOfMonth { day, months });
    out.push(Found::new(start, end, value, &rules::DAY_OF_THIS_MONTH));
    Some(with_times(r, end, out))
}

/// Gives the last day found the clock times that belong to it; the end of the expression.
pub(super) fn with_times(r: &Reader, end: usize, out: &mut [Found]) -> usize {
    let Some(last) = out.last_mut() else { return end };
    let Value::At(Point { unit, clock: None }) = last.value else { return end };
    let Some(times) = clock::belonging(r, end) else { return end };
    last.value = times.on(unit);
    last.end = times.end;
    times.end
}

/// At an ordinal or *sista*: *den tredje mars 2020*, *första maj*, *sista maj*, *sista dagen i maj*.
pub(super) fn from_ordinal(
    r: &Reader,
    start: usize,
    end: usize,
    term: Term,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let den = r.with_den(start);
    match term {
        Term::Ordinal(day) => {
            let first_of_may = day == 1 && matches!(month(r, r.gap(end), false), Some((5, _)));
            if den == start && !first_of_may {
                return None;
            }
            from_number(r, den, start, out)
        }
        _ => {
            let mut at = r.gap(end);
            if let Some(past) = r.phrase(at, "dagen i").or_else(|| r.phrase(at, "dag i")) {
                at = r.gap(past);
            }
            let (month, month_end) = month(r, at, false)?;
            let year = year_after(r, month_end);
            // *sista mars* is its last day where something calls for a day: *senast sista mars*.
            let led = || {
                let words = ["senast", "per", "till", "före", "med", "innan"];
                Reader::is_one(r.word_before(start).0, &words)
            };
            if den == start && at == r.gap(end) && year.is_none() && !led() {
                return None;
            }
            let end = year.map_or(month_end, |(_, end)| end);
            let year = year.map(|(year, _)| year);
            let number = Year::number(year);
            let day = if month == 2 && number.is_none() { 28 } else { month_length(number, month) };
            let value = Value::unit(Unit::Day { year: number, month, day });
            out.push(Found::new(den, end, value, &rules::DAY).toward(Year::toward(year)));
            Some(end)
        }
    }
}
