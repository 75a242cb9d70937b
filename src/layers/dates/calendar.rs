//! The Gregorian calendar: the length of its months, and the feasts of the Swedish one, evenings included, with the
//! days that they fall on.
//!
//! Lagen (1989:253) om allmänna helgdagar. In 1953 Midsummer (the 24th of June) and All Saints' (the first
//! Sunday of November) moved to Saturdays.

use jiff::civil;

/// A feast or its evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// The same day every year.
    Fixed(u8, u8),
    /// Days after Easter Sunday.
    Easter(i16),
    /// Long Friday to Easter Monday.
    EasterWeekend,
    EasterWeek,
    WhitsunWeekend,
    MidsummerEve,
    MidsummerDay,
    Midsummer,
    AllSaints,
    AllSaintsEve,
    /// All Saints' and the eve before it.
    AllSaintsWeekend,
    /// The last Sunday of May.
    MothersDay,
    /// The second Sunday of November, since 1979.
    FathersDay,
    /// Sunday of Advent, 1–4; 0 is the one before.
    Advent(u8),
    Christmas,
    NewYear,
    /// The last day of June and the first of July.
    TurnOfHalf,
    /// The nth weekday (1 is Monday) of a month; the 0th is the last. No feast, but it moves as they do.
    Nth {
        nth: u8,
        weekday: u8,
        month: u8,
    },
}

impl Feast {
    /// The feast with this name in the lexicon.
    pub fn from_name(name: &str) -> Option<Feast> {
        Some(match name {
            "new-year" => Feast::NewYear,
            "new-years-eve" => Feast::Fixed(12, 31),
            "new-years-day" => Feast::Fixed(1, 1),
            "epiphany-eve" => Feast::Fixed(1, 5),
            "epiphany" => Feast::Fixed(1, 6),
            "knut" => Feast::Fixed(1, 13),
            "shrove-tuesday" => Feast::Easter(-47),
            "ash-wednesday" => Feast::Easter(-46),
            "palm-sunday" => Feast::Easter(-7),
            "holy-wednesday" => Feast::Easter(-4),
            "all-saints-eve" => Feast::AllSaintsEve,
            "all-saints-weekend" => Feast::AllSaintsWeekend,

            "maundy-thursday" => Feast::Easter(-3),
            "good-friday" => Feast::Easter(-2),
            "easter-eve" => Feast::Easter(-1),
            "easter-day" => Feast::Easter(0),
            "easter" => Feast::EasterWeekend,
            "easter-week" => Feast::EasterWeek,
            "walpurgis" => Feast::Fixed(4, 30),
            "ascension" => Feast::Easter(39),
            "whitsun-eve" => Feast::Easter(48),
            "whitsun" => Feast::Easter(49),
            "whitsun-weekend" => Feast::WhitsunWeekend,
            "national-day" => Feast::Fixed(6, 6),
            "midsummer-eve" => Feast::MidsummerEve,
            "midsummer-day" => Feast::MidsummerDay,
            "midsummer" => Feast::Midsummer,
            "martinmas-eve" => Feast::Fixed(11, 10),
            "judgement-sunday" => Feast::Advent(0),
            "lucia" => Feast::Fixed(12, 13),
            "christmas-eve" => Feast::Fixed(12, 24),
            "christmas-day" => Feast::Fixed(12, 25),
            "boxing-day" => Feast::Fixed(12, 26),
            "christmas" => Feast::Christmas,
            _ => return None,
        })
    }

    /// Its day or days in `year`; the New Year and its like are those that the year ends with.
    pub fn days(self, year: i16) -> Option<(civil::Date, civil::Date)> {
        let on = |month: i8, day: i8| civil::Date::new(year, month, day).ok();
        let single = |date: Option<civil::Date>| date.map(|d| (d, d));
        let easter = |offset: i64| easter_sunday(year).and_then(|e| add_days(e, offset));
        match self {
            Feast::Fixed(month, day) => single(on(month as i8, day as i8)),
            Feast::Easter(offset) => single(easter(offset.into())),
            Feast::EasterWeekend => Some((easter(-2)?, easter(1)?)),
            Feast::EasterWeek => Some((easter(-6)?, easter(0)?)),
            Feast::WhitsunWeekend => Some((easter(48)?, easter(49)?)),
            Feast::MidsummerDay if year < 1953 => single(on(6, 24)),
            Feast::MidsummerDay => single(on_or_after(on(6, 20)?, 6)),
            Feast::MidsummerEve => single(add_days(Feast::MidsummerDay.days(year)?.0, -1)),
            Feast::Midsummer => Some((Feast::MidsummerEve.days(year)?.0, Feast::MidsummerDay.days(year)?.0)),
            Feast::AllSaints if year < 1953 => single(on_or_after(on(11, 1)?, 7)),
            Feast::AllSaints => single(on_or_after(on(10, 31)?, 6)),
            Feast::AllSaintsEve => single(add_days(Feast::AllSaints.days(year)?.0, -1)),
            Feast::AllSaintsWeekend => {
                Some((Feast::AllSaintsEve.days(year)?.0, Feast::AllSaints.days(year)?.0))
            }
            Feast::MothersDay => single(on_or_after(on(5, 25)?, 7)),
            Feast::FathersDay => single(on_or_after(on(11, 8)?, 7)),
            Feast::Advent(n) => {
                let first = on_or_after(on(11, 27)?, 7)?;
                single(add_days(first, (i64::from(n.min(4)) - 1) * 7))
            }
            Feast::Christmas => Some((on(12, 24)?, on(12, 26)?)),
            Feast::NewYear => Some((on(12, 31)?, civil::Date::new(year.checked_add(1)?, 1, 1).ok()?)),
            Feast::TurnOfHalf => Some((on(6, 30)?, on(7, 1)?)),
            Feast::Nth { nth, weekday, month } => {
                let first = match nth {
                    0 => month_length(Some(year), month).checked_sub(6)?,
                    _ => (nth - 1) * 7 + 1,
                };
                let day = on_or_after(on(month as i8, first as i8)?, weekday as i8)?;
                single(Some(day).filter(|day| day.month() == month as i8))
            }
        }
    }
}

/// The first such weekday (1 is Monday) on or after `from`.
fn on_or_after(from: civil::Date, weekday: i8) -> Option<civil::Date> {
    let ahead = (weekday - from.weekday().to_monday_one_offset()).rem_euclid(7);
    add_days(from, ahead.into())
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
fn easter_sunday(year: i16) -> Option<civil::Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    civil::Date::new(year, month as i8, day as i8).ok()
}

/// Number of days in a month; 29 for a February without a year.
pub(crate) fn month_length(year: Option<i16>, month: u8) -> u8 {
    let year = year.unwrap_or(2000);
    civil::Date::new(year, month as i8, 1).map_or(0, |first| first.days_in_month() as u8)
}

/// `date` and so many days; `None` beyond the calendar.
pub(crate) fn add_days(date: civil::Date, days: i64) -> Option<civil::Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_on_the_days_of_the_almanac() {
        let first = |feast: Feast, year| feast.days(year).map(|(d, _)| d.to_string()).unwrap();
        for (year, easter) in
            [(2019, "04-21"), (2022, "04-17"), (2023, "04-09"), (2024, "03-31"), (2025, "04-20")]
        {
            assert_eq!(first(Feast::Easter(0), year), format!("{year}-{easter}"));
        }
        assert_eq!(first(Feast::Easter(39), 2024), "2024-05-09");
        assert_eq!(first(Feast::MidsummerEve, 2022), "2022-06-24");
        assert_eq!(first(Feast::MidsummerDay, 2020), "2020-06-20");
        assert_eq!(first(Feast::AllSaints, 2021), "2021-11-06");
        assert_eq!(first(Feast::MidsummerEve, 1952), "1952-06-23");
        assert_eq!(first(Feast::MidsummerDay, 1953), "1953-06-20");
        assert_eq!(first(Feast::AllSaints, 1952), "1952-11-02");
        assert_eq!(first(Feast::AllSaints, 1953), "1953-10-31");
        assert_eq!(first(Feast::MothersDay, 2024), "2024-05-26");
        assert_eq!(first(Feast::FathersDay, 2024), "2024-11-10");
        assert_eq!(first(Feast::Advent(1), 2022), "2022-11-27");
        assert_eq!(first(Feast::Nth { nth: 1, weekday: 6, month: 3 }, 2002), "2002-03-02");
        assert_eq!(first(Feast::Nth { nth: 0, weekday: 4, month: 2 }, 2024), "2024-02-29");
        assert_eq!(Feast::Nth { nth: 5, weekday: 1, month: 2 }.days(2023), None);
        assert_eq!(first(Feast::Advent(4), 2023), "2023-12-24");
    }
}
