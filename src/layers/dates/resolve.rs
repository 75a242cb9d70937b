//! From what was read to days: relative dates and dates without a year against the document's date.

use super::calendar::{add_days, month_length};
use super::model::{Found, Toward};
use super::ranges::with_year;
use super::value::{ANY_MONTH, Grain, Point, SAME_MONTH, Unit, Value, codes, day, feast_in, yearless};
use jiff::civil;

/// What open dates are resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The date that the document, or its sitting, speaks from.
    pub document: Option<Value>,
    /// The last full date before in the same section, as the text has it.
    pub section: Option<civil::Date>,
    /// The last day or year named before, for *samma dag*.
    pub named: Option<Value>,
    /// The year that heads the list in which the date stands.
    pub heading: Option<i16>,
    /// The month last named, where no year is known.
    pub month: Option<u8>,
    /// The day right before in a list, which has no year of its own either.
    pub listed: Option<civil::Date>,
    /// The last day named before in the same sentence, for clock times.
    pub sentence: Option<civil::Date>,
    /// Whether the text tells news, in which *årets* is of now.
    pub tells: bool,
}

impl Anchor {
    /// The day that nearness is measured from.
    fn day(&self) -> Option<civil::Date> {
        self.document.and_then(Value::last).or(self.section)
    }
}

/// The value with its year and day, and what it was resolved against; `None` for a date that cannot be
/// told (*samma dag* with no day before).
pub(super) fn resolve(found: &Found, anchor: &Anchor) -> Option<(Value, Option<Value>)> {
    match found.value {
        Value::At(Point { unit: Unit::Clock, clock }) => {
            Some(clock_value(anchor, |unit| Value::At(Point { unit, clock })))
        }
        Value::Span(Point { unit: Unit::Clock, clock: a }, Point { clock: b, .. }) => {
            Some(clock_value(anchor, |unit| Value::Span(Point { unit, clock: a }, Point { unit, clock: b })))
        }
        Value::At(p) => Some(match at(p, found, anchor)? {
            // *måndag vecka 26*
            (Value::At(Point { unit: Unit::Week { year: Some(year), week }, clock }), against)
                if found.weekdays.0 > 0 =>
            {
                let unit = day_of_week(year, week, found.weekdays.0)?;
                (Value::At(Point { unit, clock }), against)
            }
            done => done,
        }),
        Value::Span(a, b) if a.unit == b.unit => {
            // One day, two times.
            let (value, against) = at(Point::of(a.unit), found, anchor)?;
            let value = match value {
                Value::At(p) => Value::Span(Point { clock: a.clock, ..p }, Point { clock: b.clock, ..p }),
                other => other,
            };
            Some((value, against))
        }
        Value::Span(a, b) => Some(range(a, b, found, anchor)),
        done => Some((done, None)),
    }
}

fn clock_value(anchor: &Anchor, of: impl Fn(Unit) -> Value) -> (Value, Option<Value>) {
    // (The day above a section may have no year.)
    let own = anchor.document.and_then(|value| match value {
        Value::At(Point { unit: unit @ Unit::Day { .. }, .. }) => Some(unit),
        _ => None,
    });
    match anchor.sentence.map(day).or(own) {
        Some(unit) => (of(unit), Some(Value::unit(unit))),
        None => (of(Unit::Clock), None),
    }
}

fn at(p: Point, found: &Found, anchor: &Anchor) -> Option<(Value, Option<Value>)> {
    let timed = |unit| Value::At(Point { unit, clock: p.clock });
    Some(match p.unit {
        Unit::Day { year: None, .. }
        | Unit::Month { year: None, .. }
        | Unit::Part { year: None, .. }
        | Unit::Week { year: None, .. } => {
            match year_for(&|year| Value::unit(with_year(p.unit, year)), found, anchor) {
                Some((year, against)) => (timed(with_year(p.unit, year)), Some(against)),
                // *i våras*, *i sommar* of no known year.
                None if matches!(p.unit, Unit::Part { .. }) && found.toward == Toward::Past => {
                    (Value::Past, None)
                }
                None if matches!(p.unit, Unit::Part { .. }) && found.toward == Toward::Future => {
                    (Value::Future, None)
                }
                None => (timed(p.unit), None),
            }
        }
        Unit::Feast { feast, year: Some(year) } => (clocked(feast_in(feast, year)?, p), None),
        Unit::Feast { feast, year: None } => {
            let fits = |year| feast_in(feast, year).unwrap_or(Value::unit(Unit::Year(year)));
            match year_for(&fits, found, anchor) {
                Some((year, against)) => (clocked(feast_in(feast, year)?, p), Some(against)),
                None => (yearless(feast), None),
            }
        }
        Unit::Shift(grain, by) => match shifted(grain, by, anchor.document) {
            Some(value) => (clocked(value, p), anchor.document),
            // *årets stämma* of no known year.
            None if (grain, by) == (Grain::Business, 0) && !anchor.tells => return None,
            None => (told(by), None),
        },
        // *På tisdagen beslutade nämnden* tells news; in a tale it is any Tuesday.
        Unit::Weekday(_) if found.toward == Toward::Told && !anchor.tells => return None,
        Unit::Weekday(weekday) => {
            match anchor.document.and_then(Value::day).and_then(|d| near_weekday(d, weekday, found.toward)) {
                Some(date) => (timed(day(date)), anchor.document),
                None => (told(weekday_lies(found.toward, p.clock.is_some())), None),
            }
        }
        Unit::DayOfMonth { day: number, months: ANY_MONTH } => {
            let today = anchor.document.and_then(Value::last)?;
            let days = [0, -1, 1].into_iter().filter_map(|by| {
                let first = month_away(today, by)?;
                civil::Date::new(first.year(), first.month(), number as i8).ok()
            });
            let wrong = |date: &civil::Date| match found.toward {
                Toward::Ahead => *date < today,
                Toward::Behind => *date > today,
                _ => false,
            };
            let away = |date: &civil::Date| (day_number(*date) - day_number(today)).abs();
            let date = days.filter(|date| !wrong(date)).min_by_key(away)?;
            (timed(day(date)), anchor.document)
        }
        Unit::DayOfMonth { day: number, months: SAME_MONTH } => {
            let named = anchor.named.filter(|value| month_exact(*value).is_some());
            let year = named.and_then(Value::year);
            let month = named.and_then(Value::first).map(|day| day.month() as u8).or(anchor.month)?;
            let unit = Unit::Day { year, month, day: number };
            if number > month_length(year, month) {
                return None;
            }
            (timed(unit), named.map(Value::without_clock))
        }
        Unit::DayOfMonth { day: number, months } => {
            match anchor.document.and_then(Value::last).and_then(|d| month_away(d, months)) {
                Some(first) => {
                    let unit =
                        Unit::Day { year: Some(first.year()), month: first.month() as u8, day: number };
                    (Value::unit(unit).day().map(|_| timed(unit))?, anchor.document)
                }
                // Of a record that tells no year.
                None => match anchor.month {
                    Some(month) => {
                        let month = (i16::from(month) - 1 + months).rem_euclid(12) as u8 + 1;
                        (timed(Unit::Day { year: None, month, day: number }), None)
                    }
                    None => (told(months - 1), None),
                },
            }
        }
        Unit::Same(Grain::Day) => {
            let named = anchor.named.and_then(Value::day)?;
            (timed(day(named)), Some(Value::unit(day(named))))
        }
        Unit::Same(_) => {
            let year = anchor.named.and_then(Value::year)?;
            (Value::unit(Unit::Year(year)), anchor.named.map(Value::without_clock))
        }
        _ => (Value::At(p), None),
    })
}

/// A weekday (1 is Monday) of a week.
fn day_of_week(year: i16, week: u8, weekday: u8) -> Option<Unit> {
    let (monday, _) = super::value::days(Unit::Week { year: Some(year), week })?;
    Some(day(add_days(monday, i64::from(weekday) - 1)?))
}

/// Where a weekday of no known week lies: *denna söndag* is now, *söndag kl. 9* to come.
fn weekday_lies(toward: Toward, timed: bool) -> i16 {
    match toward {
        Toward::Past | Toward::Last | Toward::Behind | Toward::Told => -1,
        Toward::Nearest if !timed => 0,
        _ => 1,
    }
}

/// A value that lies so many grains away where no date is known.
fn told(by: i16) -> Value {
    match by {
        0 => Value::Present,
        ..0 => Value::Past,
        _ => Value::Future,
    }
}

fn clocked(value: Value, p: Point) -> Value {
    match value {
        Value::At(found) => Value::At(Point { clock: p.clock, ..found }),
        other => other,
    }
}

/// Both ends of a range: the year of the last one first, and the first one no later.
fn range(a: Point, b: Point, found: &Found, anchor: &Anchor) -> (Value, Option<Value>) {
    let open = |unit| {
        matches!(
            unit,
            Unit::Day { year: None, .. }
                | Unit::Month { year: None, .. }
                | Unit::Part { year: None, .. }
                | Unit::Week { year: None, .. }
        )
    };
    if !open(b.unit) || !open(a.unit) {
        let resolved = |p: Point| match at(p, found, anchor) {
            Some((Value::At(point), _)) => point,
            _ => p,
        };
        let value = Value::Span(resolved(a), resolved(b));
        return (value, if value == Value::Span(a, b) { None } else { anchor.document });
    }
    let fits = |year: i16| {
        let to = Value::unit(with_year(b.unit, year));
        let from = Value::unit(with_year(a.unit, year));
        let wraps = from.first() > to.last();
        Value::Span(
            Point { unit: with_year(a.unit, if wraps { year - 1 } else { year }), ..a },
            Point { unit: with_year(b.unit, year), ..b },
        )
    };
    match year_for(&fits, found, anchor) {
        Some((year, against)) => (fits(year), Some(against)),
        None => (Value::Span(a, b), None),
    }
}

/// So many days a date may lie back where its verb tells of what will be, and ahead where it tells of what was: *den 1 juli,
/// som var tänkt att …*.
const NEAR: i64 = 60;
const NEAR_AHEAD: i64 = 75;

/// The year that puts a date nearest the anchor, or on the side that its words tell; before
/// all one in which its weekday fits.
fn year_for(fits: &dyn Fn(i16) -> Value, found: &Found, anchor: &Anchor) -> Option<(i16, Value)> {
    let toward = found.toward;
    if toward == Toward::Same {
        let named = anchor.named?;
        return Some((named.year()?, named.without_clock()));
    }
    if toward == Toward::Open {
        return None;
    }
    // Most years have no 29 February.
    let has_days = |year: &i16| matches!(fits(*year).ends(), (Some(_), Some(_)));
    let heading = anchor.heading.filter(|_| toward != Toward::Next && toward != Toward::Last);
    if let Some(year) = heading.filter(has_days) {
        return Some((year, Value::unit(Unit::Year(year))));
    }
    let against =
        anchor.document.map(Value::without_clock).or_else(|| anchor.section.map(|d| Value::unit(day(d))))?;
    if let Toward::Years(by) = toward {
        let year = anchor.document.and_then(Value::last)?.year();
        return year.checked_add(by).filter(has_days).map(|year| (year, against));
    }
    let today = anchor.day()?;
    // A document that speaks from a period: what falls into it is meant.
    let period =
        anchor.document.and_then(|d| Some((d.first()?, d.last()?))).filter(|(first, last)| first != last);
    let named = found.weekdays != (0, 0);
    let mut best: Option<(i64, i16)> = None;
    for year in [today.year(), today.year() - 1, today.year() + 1] {
        let value = fits(year);
        let (Some(first), Some(last)) = value.ends() else { continue };
        let after = day_number(first) - day_number(today);
        let before = day_number(today) - day_number(last);
        let mut distance = after.max(before).max(0);
        if period.is_some_and(|(from, to)| first <= to && from <= last) {
            distance = 0;
        }
        let wrong = match toward {
            // In the season's first month it is last year's: *i våras* in March.
            Toward::Past => {
                after >= 0
                    || before < 0
                        && -after < 31
                        && matches!(value, Value::At(Point { unit: Unit::Part { .. }, .. }))
            }
            Toward::Last => before <= 0,
            Toward::Future => before > 0,
            Toward::Next => after <= 0,
            Toward::Ahead => before > NEAR,
            // (A report of a year is written after it.)
            Toward::Behind => after > NEAR_AHEAD && period.is_none(),
            _ => false,
        };
        if wrong {
            distance += 100_000;
        }
        // What lies most of a year back is told with its year: a weekday that fits only there is a slip.
        if named && (before > 300 || conflicts(found.weekdays, value)) {
            distance += 50_000;
        }
        // *20 april och 12 oktober*: a list runs on within its year, or over the new year.
        let runs_on = anchor.listed.zip(value.first()).is_some_and(|(before, first)| {
            let turns = before.month() >= 9 && first.month() <= 4;
            let later = (first.month(), first.day()) > (before.month(), before.day());
            (later || turns) && first.year() != before.year() + i16::from(turns && !later)
        });
        if runs_on && toward == Toward::Nearest {
            distance += 200_000;
        }
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, year));
        }
    }
    best.map(|(_, year)| (year, against))
}

/// Whether the first or last day is not the weekday (1 is Monday, 0 is none) that the text names with it.
pub(super) fn conflicts((from, to): (u8, u8), value: Value) -> bool {
    // Sweden kept the Julian calendar until then: its weekdays fall otherwise.
    const GREGORIAN: civil::Date = civil::date(1753, 3, 1);
    let differs = |named: u8, day: Option<civil::Date>| {
        named != 0 && day.is_some_and(|d| d >= GREGORIAN && d.weekday().to_monday_one_offset() != named as i8)
    };
    differs(from, value.first()) || differs(to, value.last())
}

/// The one of these years, or of those after them, in which a day without a year has the weekday that is named with it:
/// *verksamhetsåret 2021 … årsmötet lördagen den 26 mars*. The 29th of February needs no weekday.
pub(super) fn year_of_weekday(found: &Found, years: &[i16]) -> Option<i16> {
    let Value::At(Point { unit: unit @ Unit::Day { year: None, .. }, .. }) = found.value else { return None };
    let leap = matches!(unit, Unit::Day { month: 2, day: 29, .. });
    if found.weekdays.0 == 0 && !leap || found.toward == Toward::Open {
        return None;
    }
    let fits = |year: &i16| {
        let value = Value::unit(with_year(unit, *year));
        value.first().is_some() && !conflicts(found.weekdays, value)
    };
    let mut fitting = years.iter().flat_map(|year| [*year, *year + 1]).filter(fits);
    let year = fitting.next()?;
    fitting.all(|other| other == year).then_some(year)
}

/// Days since a fixed day.
fn day_number(date: civil::Date) -> i64 {
    let year = i64::from(date.year());
    year * 365 + year / 4 - year / 100 + year / 400 + i64::from(date.day_of_year())
        - i64::from(date.in_leap_year())
}

/// `by` grains from the document's date, as exact as the grain.
fn shifted(grain: Grain, by: i16, document: Option<Value>) -> Option<Value> {
    let document = document?;
    if grain == Grain::Day && by == 0 {
        return Some(document.without_clock());
    }
    let last = document.last()?;
    match grain {
        Grain::Day => Some(Value::unit(day(add_days(document.day()?, by.into())?))),
        Grain::Week => {
            let week = add_days(document.day()?, i64::from(by) * 7)?.iso_week_date();
            Some(Value::unit(Unit::Week { year: Some(week.year()), week: week.week() as u8 }))
        }
        Grain::Month => {
            let first = month_away(month_exact(document)?, by)?;
            Some(Value::unit(Unit::Month { year: Some(first.year()), month: first.month() as u8 }))
        }
        Grain::Quarter | Grain::Tertial | Grain::Half => {
            let (base, count) = codes(grain);
            let now = month_exact(document)?;
            let months = 12 / i16::from(count);
            let index = now
                .year()
                .checked_mul(i16::from(count))?
                .checked_add((i16::from(now.month()) - 1) / months)?
                .checked_add(by)?;
            let part = base + index.rem_euclid(i16::from(count)) as u8;
            Some(Value::unit(Unit::Part { year: Some(index.div_euclid(count.into())), part }))
        }
        Grain::Year => {
            let year = document.year().unwrap_or(last.year()).checked_add(by)?;
            Some(Value::unit(Unit::Year(year)))
        }
        // Annual meetings in the first half of a year close the year before and open this one.
        Grain::Business => {
            let opens = last.month() <= 6;
            let year = match by {
                0 => document.year().unwrap_or(last.year()),
                1 => last.year() + i16::from(!opens),
                _ => last.year() - i16::from(opens),
            };
            Some(Value::unit(Unit::Year(year)))
        }
        // Since 1994 every four years, from the election's year.
        Grain::Mandate => {
            let day = document.day()?;
            let turned = i16::from((day.month(), day.day()) >= (10, 15));
            let from = 2022 + ((day.year() + turned - 2023).div_euclid(4) + by) * 4;
            Some(Value::span(Unit::Year(from), Unit::Year(from + 4)))
        }
    }
}

/// The last day of a document that speaks from one month or less.
fn month_exact(document: Value) -> Option<civil::Date> {
    let (first, last) = (document.first()?, document.last()?);
    let near = (first.year(), first.month()) == (last.year(), last.month());
    near.then_some(last)
}

/// The first day of the month so many months away.
fn month_away(date: civil::Date, months: i16) -> Option<civil::Date> {
    let index = date.year().checked_mul(12)?.checked_add(i16::from(date.month()) - 1)?.checked_add(months)?;
    civil::Date::new(index.div_euclid(12), index.rem_euclid(12) as i8 + 1, 1).ok()
}

fn near_weekday(date: civil::Date, weekday: u8, toward: Toward) -> Option<civil::Date> {
    let ahead = (weekday as i8 - date.weekday().to_monday_one_offset()).rem_euclid(7);
    let days = match toward {
        Toward::Past | Toward::Last if ahead == 0 => -7,
        Toward::Past | Toward::Last => i64::from(ahead) - 7,
        Toward::Behind | Toward::Told if ahead > 0 => i64::from(ahead) - 7,
        Toward::Future | Toward::Next if ahead == 0 => 7,
        Toward::Future | Toward::Next => ahead.into(),
        _ if ahead > 3 => i64::from(ahead) - 7,
        _ => ahead.into(),
    };
    add_days(date, days)
}
