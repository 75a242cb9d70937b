//! What neighbours share: ranges (*30 november–2 december 2022*, *mellan den 1 mars och den 15 april*) and a
//! year that stands only behind the last of a list (*våren och hösten 2023*).

use super::model::{Found, Toward};
use super::reader::Reader;
use super::value::{Point, Unit, Value};
use crate::document::Modifier;
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{AND, EACH_OWN, LIST_UNTIL, MORE_LED};
use crate::lexicon::sets::function_words::{MED_WORD, MELLAN_WORD, OCH_WORD, TILL_WORD};
use crate::text::walk::same_word;

rule! {
    /// Two dates of one kind joined by a dash, by *till*, or by *mellan … och*.
    pub(super) RANGE = "date.range";
    finds "Protokoll från ⟦30 november–2 december 2022⟧." = "2022-11-30/2022-12-02";
    finds "Badet har öppet ⟦1 juni till 15 augusti⟧." = "2024-06-01/2024-08-15";
    finds "Bygget pågick mellan ⟦2019 och 2022⟧." = "2019/2022";
    passes "Från den 1 maj 2023 och under 2024.";
}

/// How two neighbours are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A dash, or *till* without a *från* before.
    Range,
    /// A comma, *och*, or *till* after *från*: two dates that may share a year.
    List,
}

/// Joins the neighbours in `found`, which is in order.
pub(super) fn join(r: &Reader, found: &mut Vec<Found>) {
    let mut kept = 0usize;
    for i in 0..found.len() {
        let Some(&next) = found.get(i) else { break };
        let merged = kept
            .checked_sub(1)
            .and_then(|k| found.get(k).copied())
            .and_then(|before| merge(r, &before, &next));
        match merged {
            Some(range) => {
                if let Some(slot) = found.get_mut(kept - 1) {
                    *slot = range;
                }
            }
            None => {
                if let Some(slot) = found.get_mut(kept) {
                    *slot = next;
                }
                kept += 1;
            }
        }
    }
    found.truncate(kept);
    // From the right: the year of the last reaches those before it.
    for i in (1..found.len()).rev() {
        let Some(after) = found.get(i).copied() else { continue };
        let Some(before) = found.get_mut(i - 1) else { continue };
        let to = before.modifier == Some(Modifier::From) && after.modifier.is_none();
        let till = to && r.text.get(before.end..after.start).is_some_and(|t| t.trim() == TILL_WORD);
        if open(before)
            && before.toward == Toward::Nearest
            && joint(r, before, &after).is_some()
            && let Value::At(Point { unit, .. }) | Value::Span(Point { unit, .. }, _) = after.value
        {
            if let Some(year) = year_of(unit) {
                spread(before, year, unit);
            } else if after.toward != Toward::Nearest && same_kind_units(before, &after) {
                before.toward = after.toward;
            }
        }
        // *från den 1 mars till den 30 april*
        if let Some(after) = found.get_mut(i).filter(|_| till) {
            after.modifier = Some(Modifier::Until);
        }
    }
}

/// Whether a found date lacks its year.
fn open(found: &Found) -> bool {
    match found.value {
        Value::At(p) | Value::Span(_, p) => {
            !matches!(p.unit, Unit::Clock) && year_of(p.unit).is_none() && kind(p.unit).is_some()
        }
        _ => false,
    }
}

fn same_kind_units(a: &Found, b: &Found) -> bool {
    let unit = |f: &Found| match f.value {
        Value::At(p) | Value::Span(_, p) => kind(p.unit),
        _ => None,
    };
    unit(a) == unit(b)
}

/// The year of a unit that can lack one.
fn year_of(unit: Unit) -> Option<i16> {
    match unit {
        Unit::Day { year, .. }
        | Unit::Month { year, .. }
        | Unit::Part { year, .. }
        | Unit::Week { year, .. } => year,
        Unit::Feast { year, .. } => year,
        _ => None,
    }
}

/// Units of one kind can be joined.
fn kind(unit: Unit) -> Option<u8> {
    Some(match unit {
        Unit::Day { .. } => 0,
        Unit::Month { .. } => 1,
        Unit::Part { part, .. } => 2 + part / 10 + u8::from(part > 36) + u8::from(part > 39),
        Unit::Week { .. } => 12,
        Unit::Feast { .. } => 0,
        _ => return None,
    })
}

/// Order within a year.
fn place(unit: Unit) -> (u8, u8) {
    match unit {
        Unit::Day { month, day, .. } => (month, day),
        Unit::Month { month, .. } => (month, 0),
        Unit::Part { part, .. } => (part, 0),
        Unit::Week { week, .. } => (week, 0),
        _ => (0, 0),
    }
}

pub(super) fn with_year(unit: Unit, year: i16) -> Unit {
    let year = Some(year);
    match unit {
        Unit::Day { month, day, .. } => Unit::Day { year, month, day },
        Unit::Month { month, .. } => Unit::Month { year, month },
        Unit::Part { part, .. } => Unit::Part { year, part },
        Unit::Week { week, .. } => Unit::Week { year, week },
        Unit::Feast { feast, .. } => Unit::Feast { feast, year },
        other => other,
    }
}

/// Gives a date the year of its right neighbour, or the year before where it comes later in the year.
fn spread(before: &mut Found, year: i16, after: Unit) {
    let set = |p: Point| {
        let late = place(p.unit) > place(after) && kind(p.unit) == kind(after);
        Point { unit: with_year(p.unit, if late { year - 1 } else { year }), ..p }
    };
    let value = match before.value {
        Value::At(p) => Value::At(set(p)),
        Value::Span(a, b) => {
            let b = set(b);
            // *november–februari* begins in the year before.
            let wraps = i16::from(place(a.unit) > place(b.unit) && kind(a.unit) == kind(b.unit));
            let from = year_of(b.unit).map_or(a.unit, |year| with_year(a.unit, year - wraps));
            Value::Span(Point { unit: from, ..a }, b)
        }
        other => other,
    };
    // *29 februari och 2 mars 2022*: no such day.
    if value.first().is_some() {
        before.value = value;
    }
}

/// How two neighbours are joined, if they are of one kind and nothing else stands between.
fn joint(r: &Reader, before: &Found, after: &Found) -> Option<Joint> {
    let between = r.text.get(before.end..after.start).filter(|t| t.len() <= 40)?;
    let unit = |value: Value| match value {
        Value::At(p) | Value::Span(_, p) => Some(p.unit),
        _ => None,
    };
    if kind(unit(before.value)?)? != kind(unit(after.value)?)? {
        return None;
    }
    // The first letters of all words that join.
    let first = between.trim_start().bytes().next();
    if !matches!(first, Some(b't' | b'o' | b's' | b'e' | b'r' | b',' | b'/' | b'-' | 0xE2))
        || between.matches('\n').count() > 1
    {
        return None;
    }
    // *vår- och höstterminen*
    let between = between.strip_prefix("- ").filter(|rest| rest.starts_with(['o', 'e'])).unwrap_or(between);
    let mut words = between.split_whitespace();
    let first = words.next()?;
    // *till och med*; *och under*, *samt i*; *, och*.
    let second = words.next();
    let third = words.next();
    if let Some(second) = second {
        let until =
            first == TILL_WORD && second == OCH_WORD && third == Some(MED_WORD) && words.next().is_none();
        let more = third.is_none()
            && (AND.has(first) && first != EACH_OWN && MORE_LED.has(second)
                || first == "," && second == OCH_WORD);
        return (until || more).then_some(Joint::List);
    }
    match first {
        "-" | "–" | "—" | "--" | "−" | "‒" => Some(Joint::Range),
        TILL_WORD if before.modifier != Some(Modifier::From) => Some(Joint::Range),
        OCH_WORD if same_word(r.word_before(before.start).0, MELLAN_WORD) => Some(Joint::Range),
        // *mars/april*
        "/" if matches!(after.value, Value::At(Point { unit: Unit::Month { .. }, .. })) => Some(Joint::Range),
        "," | "/" => Some(Joint::List),
        _ if LIST_UNTIL.contains(&first) => Some(Joint::List),
        _ => AND.has(first).then_some(Joint::List),
    }
}

/// The two as one range.
fn merge(r: &Reader, before: &Found, after: &Found) -> Option<Found> {
    let semester = |found: &Found| found.rule.is(&super::semesters::SEMESTER);
    let (start, end, clock) = match (before.value, after.value) {
        // *HT 2010 till VT 2012*
        (Value::Span(a, _), Value::Span(_, b))
            if semester(before)
                && semester(after)
                && year_of(a.unit) < year_of(b.unit)
                && joint(r, before, after) == Some(Joint::Range) =>
        {
            return Some(Found { end: after.end, value: Value::Span(a, b), rule: RANGE.here(), ..*before });
        }
        (Value::At(a), Value::At(b)) => (a, b, a.clock.is_some() != b.clock.is_some()),
        _ => return years(r, before, after),
    };
    if clock || !matches!(kind(start.unit), Some(0..=12)) {
        return years(r, before, after);
    }
    if joint(r, before, after)? != Joint::Range {
        return None;
    }
    let mut from = start;
    if let (None, Some(year)) = (year_of(start.unit), year_of(end.unit)) {
        let late = place(start.unit) > place(end.unit);
        from.unit = with_year(start.unit, if late { year - 1 } else { year });
    }
    // *december 2022–januari*: the second takes the year of the first.
    let mut to = end;
    if let (Some(year), None) = (year_of(start.unit), year_of(end.unit)) {
        let wraps = place(start.unit) > place(end.unit);
        to.unit = with_year(end.unit, if wraps { year + 1 } else { year });
    }
    let value = Value::Span(from, to);
    match (value.first(), value.last()) {
        (Some(first), Some(last)) if first > last => return None,
        // *29 februari–2 mars 2022*: no such day.
        (Some(_), None) | (None, Some(_)) => return None,
        _ => {}
    }
    let toward = if before.toward == Toward::Nearest { after.toward } else { before.toward };
    Some(Found {
        start: before.start,
        cue: before.cue,
        end: after.end,
        value,
        toward,
        modifier: before.modifier,
        weekdays: (before.weekdays.0, after.weekdays.0),
        rule: RANGE.here(),
    })
}

/// *mellan 2019 och 2022*.
fn years(r: &Reader, before: &Found, after: &Found) -> Option<Found> {
    let (
        Value::At(a @ Point { unit: Unit::Year(from), .. }),
        Value::At(b @ Point { unit: Unit::Year(to), .. }),
    ) = (before.value, after.value)
    else {
        return None;
    };
    let (word, _) = r.word_before(before.start);
    let between = r.text.get(before.end..after.start)?.trim();
    (same_word(word, MELLAN_WORD) && between == OCH_WORD && from < to).then_some(Found {
        end: after.end,
        value: Value::Span(a, b),
        rule: RANGE.here(),
        ..*before
    })
}
