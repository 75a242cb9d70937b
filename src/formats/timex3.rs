//! TIMEX3 (TimeML 1.2.1, ISO 24617-1): what a date is called in corpora annotated for time.
//!
//! ISO 8601-2 and TIMEX3 name most stretches of the calendar alike; the table of those that differ is
//! [`named`]. What TIMEX3 has no name for (a range, a tertial, a school year) is, as its guidelines have it, a
//! `DURATION` that is tied to the calendar at its two ends.

use crate::document::{Date, Modifier};
use jiff::civil::{self, ISOWeekDate, Weekday};

/// The type of a TIMEX3. (Sets, *varje måndag*, are no findings of klubba.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timex3Kind {
    /// `DATE`: a day or something coarser.
    Date,
    /// `TIME`: finer than a day.
    Time,
    /// `DURATION`: here always a stretch between two known ends.
    Duration,
}

impl Timex3Kind {
    /// As TimeML writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Timex3Kind::Date => "DATE",
            Timex3Kind::Time => "TIME",
            Timex3Kind::Duration => "DURATION",
        }
    }
}

/// A date in the terms of TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Timex3 {
    /// The attribute `type`.
    pub kind: Timex3Kind,
    /// The attribute `value`: `2022-09-23`, `2022-SP`, `2023-Q2`, `2023-H1`, `2022-W34`, `199`, `XXXX-07-22`,
    /// `2023-02-14T09:00`, `XXXX-XX-XXT13:00`, `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`; of a stretch its length
    /// (`P2D`, `P4M`, `PT3H30M`, and `PXD` where the text leaves it open).
    pub value: String,
    /// The attribute `mod`: `BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, START, MID, END` or `APPROX`.
    pub modifier: Option<&'static str>,
    /// The values of a stretch's first and last part; its `beginPoint` and `endPoint` name TIMEX3s with these.
    pub ends: Option<(String, String)>,
}

impl Date {
    /// The date in the terms of TIMEX3.
    ///
    /// ```
    /// let doc = klubba::analyze("Det sker våren 2023.");
    /// assert_eq!(doc.dates[0].timex3().value, "2023-SP");
    /// ```
    pub fn timex3(&self) -> Timex3 {
        Timex3::of(&self.value, self.modifier)
    }
}

impl Timex3 {
    /// Of a value of klubba/1.
    pub(crate) fn of(value: &str, modifier: Option<Modifier>) -> Timex3 {
        let modifier = modifier.map(|modifier| match modifier {
            Modifier::From => "ON_OR_AFTER",
            Modifier::Until | Modifier::By => "ON_OR_BEFORE",
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
        });
        let (from, to) = value.split_once('/').unwrap_or((value, value));
        match named(value) {
            Some(name) if from == to => {
                let kind = if name.contains('T') && name.contains(':') {
                    Timex3Kind::Time
                } else {
                    Timex3Kind::Date
                };
                Timex3 { kind, value: name, modifier, ends: None }
            }
            _ => {
                // A tertial's ends are months.
                let first = named(from).unwrap_or_else(|| month_of(from, |(first, _)| first));
                let last = named(to).unwrap_or_else(|| month_of(to, |(_, last)| last));
                Timex3 {
                    kind: Timex3Kind::Duration,
                    value: length(from, to),
                    modifier,
                    ends: Some((first, last)),
                }
            }
        }
    }
}

/// The name in TIMEX3 of a value that is no range; `None` for a tertial, which has none.
fn named(value: &str) -> Option<String> {
    match value {
        "present" => return Some("PRESENT_REF".into()),
        "past" => return Some("PAST_REF".into()),
        "future" => return Some("FUTURE_REF".into()),
        _ => {}
    }
    if value.starts_with('T') {
        return Some(format!("XXXX-XX-XX{value}"));
    }
    // 199X, 19XX: the shorter year is the longer stretch.
    if !value.contains('-') && value.ends_with('X') {
        return Some(value.trim_end_matches('X').to_string());
    }
    let Some((year, part)) = year_and(value) else { return Some(value.to_string()) };
    let name = match part {
        ..=12 => return Some(value.to_string()),
        21 => "SP",
        22 => "SU",
        23 => "FA",
        24 => "WI",
        33 => "Q1",
        34 => "Q2",
        35 => "Q3",
        36 => "Q4",
        40 => "H1",
        41 => "H2",
        _ => return None,
    };
    Some(format!("{year}-{name}"))
}

/// `2023-37` as its year and the number behind it.
fn year_and(value: &str) -> Option<(&str, i32)> {
    let (year, part) = value.split_once('-').filter(|(year, part)| year.len() == 4 && part.len() == 2)?;
    Some((year, part.parse().ok()?))
}

/// First and last month of a month or part of a year; winter runs into the next.
fn months(part: i32) -> (i32, i32) {
    match part {
        21..=24 => ((part - 20) * 3, (part - 20) * 3 + 2),
        33..=36 => ((part - 33) * 3 + 1, (part - 33) * 3 + 3),
        37..=39 => ((part - 37) * 4 + 1, (part - 37) * 4 + 4),
        40..=41 => ((part - 40) * 6 + 1, (part - 40) * 6 + 6),
        month => (month, month),
    }
}

fn month_of(value: &str, end: impl Fn((i32, i32)) -> i32) -> String {
    year_and(value)
        .map_or_else(|| value.to_string(), |(year, part)| format!("{year}-{:02}", end(months(part))))
}

/// How long it is from the beginning of one value to the end of the other.
fn length(from: &str, to: &str) -> String {
    let told =
        |count: Option<i32>, unit| count.map_or_else(|| format!("PX{unit}"), |n| format!("P{n}{unit}"));
    if let (Some((day, begin)), Some((other, end))) = (clock(from), clock(to)) {
        return clock_length(day, other, end - begin);
    }
    if let (Some((a, begin)), Some((b, end))) = (year_and(from), year_and(to)) {
        let between = years_between(a, b).map(|years| years * 12 + months(end).1 - months(begin).0 + 1);
        // Without years the end is the next one behind the beginning.
        let open = a == b && a == "XXXX";
        return told(between.map(|n| if open && n < 1 { n + 12 } else { n }), 'M');
    }
    if let (Some((a, begin)), Some((b, end))) = (week(from), week(to)) {
        let days = |(year, week): (&str, i8)| {
            ISOWeekDate::new(year.parse().ok()?, week, Weekday::Monday).ok().map(ISOWeekDate::date)
        };
        let between = match (days((a, begin)), days((b, end))) {
            (Some(first), Some(last)) => days_between(first, last).map(|days| days / 7 + 1),
            _ => (a == b && begin <= end).then(|| i32::from(end - begin) + 1),
        };
        return told(between, 'W');
    }
    if let (Some(begin), Some(end)) = (year(from, '0'), year(to, '9')) {
        return told(Some(end - begin + 1), 'Y');
    }
    told(day_count(from, to), 'D')
}

/// A year, decade or century with its open figures filled in.
fn year(value: &str, open: char) -> Option<i32> {
    value.replace('X', open.encode_utf8(&mut [0; 4])).parse().ok().filter(|_| value.len() == 4)
}

fn years_between(a: &str, b: &str) -> Option<i32> {
    if a == b {
        return Some(0);
    }
    Some(b.parse::<i32>().ok()? - a.parse::<i32>().ok()?)
}

fn week(value: &str) -> Option<(&str, i8)> {
    let (year, week) = value.split_once("-W")?;
    Some((year, week.parse().ok()?))
}

fn days_between(first: civil::Date, last: civil::Date) -> Option<i32> {
    first.until(last).ok().map(|span| span.get_days())
}

/// The days from one to the other, both counted.
fn day_count(from: &str, to: &str) -> Option<i32> {
    let count = |from: &str, to: &str| Some(days_between(from.parse().ok()?, to.parse().ok()?)? + 1);
    let (Some(a), Some(b)) = (from.strip_prefix("XXXX"), to.strip_prefix("XXXX")) else {
        return count(from, to);
    };
    // Without years as many as in a common year and in a leap year, if that is the same.
    let within = |year: i32| count(&format!("{year}{a}"), &format!("{}{b}", year + i32::from(a > b)));
    within(2001).filter(|&n| Some(n) == within(2004) && Some(n) == within(2003))
}

/// The day of a time and its minute.
fn clock(value: &str) -> Option<(&str, i32)> {
    let (day, time) = value.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    Some((day, hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?))
}

fn clock_length(day: &str, other: &str, minutes: i32) -> String {
    let days = if day == other { Some(0) } else { day_count(day, other).map(|days| days - 1) };
    let Some(days) = days else { return "PTXH".into() };
    let minutes = minutes + days * 24 * 60;
    // *kl. 22–02* ends on the next day.
    let minutes = if minutes < 0 { minutes + 24 * 60 } else { minutes };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("PT{minutes}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_timex3_can_name() {
        let rows = [
            ("2022-09-23", "DATE", "2022-09-23"),
            ("2022-09", "DATE", "2022-09"),
            ("2022", "DATE", "2022"),
            ("199X", "DATE", "199"),
            ("19XX", "DATE", "19"),
            ("XXXX-07-22", "DATE", "XXXX-07-22"),
            ("XXXX-07", "DATE", "XXXX-07"),
            ("XXXX-23", "DATE", "XXXX-FA"),
            ("2022-21", "DATE", "2022-SP"),
            ("2022-22", "DATE", "2022-SU"),
            ("2022-23", "DATE", "2022-FA"),
            ("2022-24", "DATE", "2022-WI"),
            ("2023-33", "DATE", "2023-Q1"),
            ("2023-36", "DATE", "2023-Q4"),
            ("2023-40", "DATE", "2023-H1"),
            ("2023-41", "DATE", "2023-H2"),
            ("2022-W34", "DATE", "2022-W34"),
            ("2023-02-14T09:00", "TIME", "2023-02-14T09:00"),
            ("T13:00", "TIME", "XXXX-XX-XXT13:00"),
            ("present", "DATE", "PRESENT_REF"),
            ("past", "DATE", "PAST_REF"),
            ("future", "DATE", "FUTURE_REF"),
        ];
        for (value, kind, name) in rows {
            let timex = Timex3::of(value, None);
            assert_eq!(
                (timex.kind.as_str(), timex.value.as_str(), timex.ends),
                (kind, name, None),
                "{value}"
            );
        }
    }

    #[test]
    fn ties_stretches_to_their_ends() {
        let rows = [
            ("2023-12-14/2023-12-15", "P2D", "2023-12-14", "2023-12-15"),
            ("2021-12-31/2022-01-01", "P2D", "2021-12-31", "2022-01-01"),
            ("XXXX-12-14/XXXX-12-15", "P2D", "XXXX-12-14", "XXXX-12-15"),
            ("XXXX-12-31/XXXX-01-01", "P2D", "XXXX-12-31", "XXXX-01-01"),
            ("XXXX-02-20/XXXX-03-02", "PXD", "XXXX-02-20", "XXXX-03-02"),
            ("XXXX-12-30/XXXX-03-02", "PXD", "XXXX-12-30", "XXXX-03-02"),
            ("2023-37", "P4M", "2023-01", "2023-04"),
            ("XXXX-39", "P4M", "XXXX-09", "XXXX-12"),
            ("2023-37/2023-38", "P8M", "2023-01", "2023-08"),
            ("2022-08/2023-06", "P11M", "2022-08", "2023-06"),
            ("XXXX-11/XXXX-02", "P4M", "XXXX-11", "XXXX-02"),
            ("2022-33/2022-35", "P9M", "2022-Q1", "2022-Q3"),
            ("2017-22/2018-23", "P18M", "2017-SU", "2018-FA"),
            ("2022-24/2023-21", "P6M", "2022-WI", "2023-SP"),
            ("2019/2022", "P4Y", "2019", "2022"),
            ("197X/198X", "P20Y", "197", "198"),
            ("2022-W28/2022-W31", "P4W", "2022-W28", "2022-W31"),
            ("2020-W52/2021-W01", "P3W", "2020-W52", "2021-W01"),
            ("XXXX-W28/XXXX-W31", "P4W", "XXXX-W28", "XXXX-W31"),
            ("2023-02-14T09:00/2023-02-14T12:30", "PT3H30M", "2023-02-14T09:00", "2023-02-14T12:30"),
            ("2023-02-14T22:00/2023-02-14T02:00", "PT4H", "2023-02-14T22:00", "2023-02-14T02:00"),
            ("T09:00/T09:45", "PT45M", "XXXX-XX-XXT09:00", "XXXX-XX-XXT09:45"),
            ("2023-02-14T09:00/2023-02-16T10:00", "PT49H", "2023-02-14T09:00", "2023-02-16T10:00"),
        ];
        for (value, length, first, last) in rows {
            let timex = Timex3::of(value, None);
            assert_eq!((timex.kind.as_str(), timex.value.as_str()), ("DURATION", length), "{value}");
            assert_eq!(timex.ends, Some((first.into(), last.into())), "{value}");
        }
    }

    #[test]
    fn whatever_stands_in_a_value_does_no_harm() {
        for value in
            ["", "/", "X", "T", "T:", "-", "2022-99", "2022-99/x", "--/W", "é-Wé/é", "9999-12/0000-01"]
        {
            let _ = Timex3::of(value, Some(Modifier::By));
        }
    }
}
