//! What a date expression names: stretches of the calendar, and their text in ISO 8601-1 and 8601-2.

use super::calendar::{Feast, add_days};
use jiff::civil;
use std::fmt::Write;

/// A stretch of the calendar. Where `year` is `None` the text leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// No day of its own: a clock time alone.
    Clock,
    Day {
        year: Option<i16>,
        month: u8,
        day: u8,
    },
    Month {
        year: Option<i16>,
        month: u8,
    },
    /// A season (21–24), quarter (33–36), tertial (37–39) or half (40, 41): the codes of ISO 8601-2.
    Part {
        year: Option<i16>,
        part: u8,
    },
    Week {
        year: Option<i16>,
        week: u8,
    },
    Year(i16),
    /// 199 is the 1990s.
    Decade(i16),
    /// 19 is the 1900s.
    Century(i16),
    /// So many grains from the document's date.
    Shift(Grain, i16),
    /// A weekday (1 is Monday) near the document's date.
    Weekday(u8),
    /// A day of the document's month, or of one so many months away (*den 3 innevarande*); of the nearest month
    /// (*den 24:e*) if that is [`ANY_MONTH`]; of the month last named if it is [`SAME_MONTH`].
    DayOfMonth {
        day: u8,
        months: i16,
    },
    Feast {
        feast: Feast,
        year: Option<i16>,
    },
    /// The day or year last named (*samma dag*).
    Same(Grain),
}

/// Stands for the month that puts a day nearest.
pub(crate) const ANY_MONTH: i16 = i16::MAX;
/// Stands for the month last named.
pub(crate) const SAME_MONTH: i16 = i16::MIN;

/// How coarse a step in time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Tertial,
    Half,
    Year,
    /// The year of an association, seen from its annual meeting.
    Business,
    Mandate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u8,
    pub minute: u8,
    /// Where a machine wrote it: *T17:06:44*.
    pub second: Option<u8>,
    /// Minutes from UTC, where they stand behind it: *Z*, *+0100*.
    pub zone: Option<i16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub unit: Unit,
    pub clock: Option<Clock>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    At(Point),
    Span(Point, Point),
    Past,
    Present,
    Future,
}

impl Clock {
    pub fn at(hour: u8, minute: u8) -> Clock {
        Clock { hour, minute, second: None, zone: None }
    }

    /// The same time after noon.
    pub fn afternoon(self) -> Clock {
        if self.hour < 12 { Clock { hour: self.hour + 12, ..self } } else { self }
    }
}

impl Point {
    pub fn of(unit: Unit) -> Point {
        Point { unit, clock: None }
    }
}

impl Value {
    pub fn unit(unit: Unit) -> Value {
        Value::At(Point::of(unit))
    }

    pub fn span(from: Unit, to: Unit) -> Value {
        Value::Span(Point::of(from), Point::of(to))
    }

    /// Its first day, where its year is known.
    pub fn first(self) -> Option<civil::Date> {
        match self {
            Value::At(p) | Value::Span(p, _) => days(p.unit).map(|(first, _)| first),
            _ => None,
        }
    }

    /// Its last day, where its year is known.
    pub fn last(self) -> Option<civil::Date> {
        match self {
            Value::At(p) | Value::Span(_, p) => days(p.unit).map(|(_, last)| last),
            _ => None,
        }
    }

    /// Its first and its last day, where their years are known.
    pub fn ends(self) -> (Option<civil::Date>, Option<civil::Date>) {
        match self {
            Value::At(p) => days(p.unit).unzip(),
            _ => (self.first(), self.last()),
        }
    }

    /// Whether it is a single day of a known year.
    pub fn is_day(self) -> bool {
        matches!(self, Value::At(Point { unit: Unit::Day { year: Some(_), .. }, .. }))
    }

    /// The single day that it names.
    pub fn day(self) -> Option<civil::Date> {
        if self.is_day() { self.first() } else { None }
    }

    /// The year that the whole of it lies in.
    pub fn year(self) -> Option<i16> {
        let (Some(first), Some(last)) = self.ends() else { return None };
        (first.year() == last.year()).then_some(first.year())
    }

    /// Its day without clock times.
    pub fn without_clock(self) -> Value {
        match self {
            Value::At(p) => Value::unit(p.unit),
            Value::Span(a, b) if a.unit == b.unit => Value::unit(a.unit),
            Value::Span(a, b) => Value::span(a.unit, b.unit),
            other => other,
        }
    }
}

impl Value {
    /// The value as text, in one allocation.
    pub fn written(self) -> String {
        let mut text = String::with_capacity(16);
        match self {
            Value::At(point) => point.write(&mut text),
            Value::Span(from, to) => {
                from.write(&mut text);
                text.push('/');
                to.write(&mut text);
            }
            Value::Past => text.push_str("past"),
            Value::Present => text.push_str("present"),
            Value::Future => text.push_str("future"),
        }
        text
    }
}

impl Point {
    /// Every date is written: two digits at a time cost less than the formatting of numbers.
    fn write(self, out: &mut String) {
        match self.unit {
            Unit::Day { year, month, day } => {
                write_year(out, year);
                out.push('-');
                out.push_str(two(month));
                out.push('-');
                out.push_str(two(day));
            }
            Unit::Month { year, month: part } | Unit::Part { year, part } => {
                write_year(out, year);
                out.push('-');
                out.push_str(two(part));
            }
            Unit::Week { year, week } => {
                write_year(out, year);
                out.push_str("-W");
                out.push_str(two(week));
            }
            Unit::Year(year) => write_year(out, Some(year)),
            Unit::Decade(decade) => {
                let _ = write!(out, "{decade:03}X");
            }
            Unit::Century(century) => {
                let _ = write!(out, "{century:02}XX");
            }
            // The others do not outlive resolving.
            _ => {}
        }
        if let Some(Clock { hour, minute, second, zone }) = self.clock {
            out.push('T');
            out.push_str(two(hour));
            out.push(':');
            out.push_str(two(minute));
            if let Some(second) = second {
                out.push(':');
                out.push_str(two(second));
            }
            match zone {
                Some(0) => out.push('Z'),
                Some(by) => {
                    let away = by.unsigned_abs();
                    out.push(if by < 0 { '-' } else { '+' });
                    out.push_str(two((away / 60) as u8));
                    out.push(':');
                    out.push_str(two((away % 60) as u8));
                }
                None => {}
            }
        }
    }
}

// (Writing into a string cannot fail.)
fn write_year(out: &mut String, year: Option<i16>) {
    match year {
        Some(year @ 0..=9999) => {
            out.push_str(two((year / 100) as u8));
            out.push_str(two((year % 100) as u8));
        }
        Some(year) => {
            let _ = write!(out, "{year:04}");
        }
        None => out.push_str("XXXX"),
    }
}

/// 0 to 99 in two digits.
fn two(number: u8) -> &'static str {
    const DIGITS: &str = "0001020304050607080910111213141516171819\
                          2021222324252627282930313233343536373839\
                          4041424344454647484950515253545556575859\
                          6061626364656667686970717273747576777879\
                          8081828384858687888990919293949596979899";
    DIGITS.get(usize::from(number) * 2..usize::from(number) * 2 + 2).unwrap_or("99")
}

/// First and last day of a stretch, where its year is known.
pub(crate) fn days(unit: Unit) -> Option<(civil::Date, civil::Date)> {
    let months = |from: (i16, u8), to: (i16, u8)| {
        let first = civil::Date::new(from.0, from.1 as i8, 1).ok()?;
        let last = civil::Date::new(to.0, to.1 as i8, 1).ok()?.last_of_month();
        Some((first, last))
    };
    match unit {
        Unit::Day { year, month, day } => {
            let date = civil::Date::new(year?, month as i8, day as i8).ok()?;
            Some((date, date))
        }
        Unit::Month { year, month } => months((year?, month), (year?, month)),
        Unit::Part { year, part } => {
            let year = year?;
            let (from, to) = match part {
                24 => return months((year, 12), (year + 1, 2)),
                21..=23 => ((part - 21) * 3 + 3, (part - 21) * 3 + 5),
                33..=36 => ((part - 33) * 3 + 1, (part - 33) * 3 + 3),
                37..=39 => ((part - 37) * 4 + 1, (part - 37) * 4 + 4),
                40 => (1, 6),
                _ => (7, 12),
            };
            months((year, from), (year, to))
        }
        Unit::Week { year, week } => {
            let monday = civil::ISOWeekDate::new(year?, week as i8, civil::Weekday::Monday).ok()?.date();
            Some((monday, add_days(monday, 6)?))
        }
        Unit::Year(year) => months((year, 1), (year, 12)),
        Unit::Decade(decade) => months((decade * 10, 1), (decade * 10 + 9, 12)),
        Unit::Century(century) => months((century * 100, 1), (century * 100 + 99, 12)),
        _ => None,
    }
}

/// A day as a unit.
pub(crate) fn day(date: civil::Date) -> Unit {
    Unit::Day { year: Some(date.year()), month: date.month() as u8, day: date.day() as u8 }
}

/// Codes of ISO 8601-2: the first of the grain, and how many there are.
pub(crate) fn codes(grain: Grain) -> (u8, u8) {
    match grain {
        Grain::Quarter => (33, 4),
        Grain::Tertial => (37, 3),
        _ => (40, 2),
    }
}

/// What can be said of a feast without a year: its day, or the season or month that it moves in.
pub(crate) fn yearless(feast: Feast) -> Value {
    let on = |month, day| Unit::Day { year: None, month, day };
    match feast {
        Feast::Fixed(month, day) => Value::unit(on(month, day)),
        Feast::NewYear => Value::span(on(12, 31), on(1, 1)),
        Feast::TurnOfHalf => Value::span(on(6, 30), on(7, 1)),
        Feast::Christmas => Value::span(on(12, 24), on(12, 26)),
        Feast::MidsummerEve | Feast::MidsummerDay | Feast::Midsummer => {
            Value::unit(Unit::Month { year: None, month: 6 })
        }
        Feast::MothersDay => Value::unit(Unit::Month { year: None, month: 5 }),
        Feast::FathersDay => Value::unit(Unit::Month { year: None, month: 11 }),
        Feast::AllSaints | Feast::AllSaintsEve | Feast::AllSaintsWeekend | Feast::Advent(1) => {
            Value::unit(Unit::Part { year: None, part: 23 })
        }
        Feast::Advent(0) => Value::unit(Unit::Month { year: None, month: 11 }),
        Feast::Advent(_) => Value::unit(Unit::Month { year: None, month: 12 }),
        Feast::Nth { month, .. } => Value::unit(Unit::Month { year: None, month }),
        Feast::Easter(_) | Feast::EasterWeekend | Feast::EasterWeek | Feast::WhitsunWeekend => {
            Value::unit(Unit::Part { year: None, part: 21 })
        }
    }
}

/// A feast in `year`.
pub(crate) fn feast_in(feast: Feast, year: i16) -> Option<Value> {
    let (first, last) = feast.days(year)?;
    Some(if first == last { Value::unit(day(first)) } else { Value::span(day(first), day(last)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_values_and_their_days() {
        let winter = Value::unit(Unit::Part { year: Some(2023), part: 24 });
        assert_eq!(winter.written(), "2023-24");
        assert_eq!(winter.last(), civil::Date::new(2024, 2, 29).ok());
        let second = Value::unit(Unit::Part { year: Some(2023), part: 38 });
        assert_eq!(second.first(), civil::Date::new(2023, 5, 1).ok());
        let days = Value::span(
            Unit::Day { year: None, month: 12, day: 14 },
            Unit::Day { year: None, month: 12, day: 15 },
        );
        assert_eq!(days.written(), "XXXX-12-14/XXXX-12-15");
        assert_eq!(days.first(), None);
        let time = Point { unit: Unit::Clock, clock: Some(Clock::at(9, 5)) };
        assert_eq!(Value::At(time).written(), "T09:05");
        assert_eq!(Value::unit(Unit::Decade(199)).written(), "199X");
    }
}
