//! Dates: expressions that put something on the calendar, and the document's own date.
//!
//! One walk over the cues of the calendar, left to right: at each cue the grammars that can begin or turn
//! there are tried, and what they take is passed over. What was found is then joined (ranges, shared years),
//! the document's own date is told from it, and open dates are resolved against that.

mod clock;
mod days;
mod document_date;
mod feast_words;
mod feasts;
mod labels;
mod look_alikes;
mod modifiers;
mod months;
mod numeric;
mod periods;
mod ranges;
mod reader;
mod relative;
mod resolve;
pub(crate) mod rules;
mod seasons;
mod term;
mod value;
mod weekdays;
mod weeks;
mod years;

use crate::document::{Date, Rule, Span};
use crate::layers::structure::Structure;
use crate::lexicon::Classes;
use crate::scan::{Cue, CuesOf, Source};
use jiff::civil;
use reader::{Found, Reader};
use resolve::Anchor;
use term::Term;
use value::Value;

/// The rules of this layer that lie beside their grammars.
pub(crate) static RULES: &[&Rule] = &[&weeks::WEEK];

/// All dates of a text, resolved, and the date that it speaks from (ISO 8601).
///
/// `given` is the document's date where the text gives none. If only that is wanted, as `own_only` says, the
/// others are not resolved.
pub(crate) fn find(
    source: &Source,
    structure: &Structure,
    given: Option<civil::Date>,
    own_only: bool,
) -> (Vec<Date>, Option<String>) {
    let mut reader = Reader::new(source);
    let mut found = Vec::new();
    let len = source.text.len();
    if own_only && len > 2 * OWN_WITHIN {
        walk(&mut reader, source, Span::new(0, OWN_WITHIN), &mut found);
        walk(&mut reader, source, Span::new(len - OWN_WITHIN, len), &mut found);
    } else {
        walk(&mut reader, source, Span::new(0, len), &mut found);
    }
    reader.floor = 0;
    if !own_only {
        for one in &mut found {
            one.modifier = modifiers::around(&reader, one.start, one.end);
        }
    }
    ranges::join(&reader, &mut found);
    let own = document_date::find(&reader, source, structure, &found);
    let date = own.value.or(given.map(|date| Value::unit(value::day(date))));
    if own_only {
        found.clear();
    }
    let dates = resolved(source, structure, &found, date, &own.sittings);
    (dates, date.map(|date| date.without_clock().written()))
}

/// How far from its beginning and its end a text tells its own date, in bytes: titles, cover pages, page headers
/// and signatures.
const OWN_WITHIN: usize = 12_000;

/// The walk over the cues of a part of the text.
fn walk(reader: &mut Reader, source: &Source, part: Span, out: &mut Vec<Found>) {
    let mut done = 0;
    let calendar = Classes::DATE.or(Classes::NUMBER);
    let first = source.cues.from(part.start as usize);
    let mut cues = CuesOf::among(source.cues.within(part), calendar);
    while let Some((index, cue)) = cues.next_indexed() {
        let start = cue.start as usize;
        if start < done {
            continue;
        }
        let term = reader.meaning(cue);
        if term.is_some_and(Term::is_sign) {
            continue;
        }
        reader.stand_at(first + index, done);
        let mark = out.len();
        let end = match term {
            Some(term) => at_word(reader, start, cue.end(), term, out),
            None => at_number(reader, cue, out),
        };
        done = end.unwrap_or(done).max(done);
        // What is glued to something may be a piece of a path (*…-den-25-januari-2025/*).
        let glued = |at: Option<u8>| matches!(at, Some(b'-' | b'/' | b'_' | b'=' | b'.'));
        let bytes = source.text.as_bytes();
        if out.get(mark).is_some_and(|f| {
            let before = f.start.checked_sub(1).and_then(|at| bytes.get(at).copied());
            (glued(before) || glued(bytes.get(done).copied())) && look_alikes::in_path(reader, f.start, done)
        }) {
            out.truncate(mark);
        }
    }
}

/// The grammars that begin at a number.
fn at_number(r: &Reader, cue: Cue, out: &mut Vec<Found>) -> Option<usize> {
    // Most numbers of a text are no date: they are thrown out before any grammar looks at them.
    if !matches!(cue.len, 1 | 2 | 4 | 6 | 8) {
        return None;
    }
    let start = cue.start as usize;
    let number = r.number(start)?;
    let may_be = number.digits > 2 || r.may_be_day(number) && r.has_company(number);
    if !may_be || !look_alikes::free_left(r, start) {
        return None;
    }
    if number.digits <= 2 {
        let den = r.with_den(start);
        let end = days::from_number(r, den, start, out).or_else(|| days::of_this_month(r, den, start, out));
        // The other grammars want a mark behind so few figures.
        let mark = r.byte(r.gap(number.end));
        if end.is_some() || !matches!(mark, b'/' | b'.' | b':' | b'-' | 0x80..) {
            return end;
        }
    }
    numeric::from_free(r, number, out)
        .or_else(|| clock::from_number(r, number, out))
        .or_else(|| years::from_number(r, number, out))
}

/// The grammars that begin or turn at a word of the calendar.
fn at_word(r: &Reader, start: usize, end: usize, term: Term, out: &mut Vec<Found>) -> Option<usize> {
    match term {
        Term::Month(_) | Term::ShortMonth(_) => months::from_month(r, start, out),
        Term::JulyOrChristmas => feast_words::from_christmas(r, start, end, out),
        Term::Weekday(day) => weekdays::from_weekday(r, start, end, day, false, out),
        Term::ShortWeekday(day) => weekdays::from_weekday(r, start, end, day, true, out),
        Term::PastWeekday(day) => relative::from_past_weekday(r, start, end, day, out),
        Term::Season(part) => seasons::from_season(r, start, end, part, out),
        Term::BareSeason(part) => seasons::from_bare_season(r, start, end, part, out),
        Term::PastSeason(part) => seasons::from_past_season(r, start, end, part, out),
        Term::Ordinal(_) | Term::Final => days::from_ordinal(r, start, end, term, out),
        Term::Noun(grain, form) => relative::from_noun(r, start, end, grain, form, out).or_else(|| {
            if grain == value::Grain::Week { weeks::from_week(r, start, end, false, out) } else { None }
        }),
        Term::WeekLetter => weeks::from_week(r, start, end, true, out),
        Term::Part(grain) => periods::from_part(r, start, end, grain, out),
        Term::PartLetter(grain) => periods::from_part_letter(r, start, end, grain, out),
        Term::Semester(half) => weeks::from_semester(r, start, end, half, out),
        Term::SchoolYear
        | Term::BudgetYear
        | Term::Mandate
        | Term::TurnOfYear
        | Term::TurnOfHalf
        | Term::CalendarYear => periods::from_long(r, start, end, term, out),
        Term::TurnOfMonth => periods::from_turn_of_month(r, start, end, out),
        Term::Near(grain, by) => relative::from_near(r, start, end, grain, by, out),
        Term::AfterI(grain, by) => relative::from_after_i(r, start, end, grain, by, out),
        Term::Next | Term::Last | Term::This | Term::Coming => {
            relative::from_relation(r, start, end, term, out)
        }
        Term::Clock => clock::from_word(r, start, end, out),
        Term::Decade(decade) => age(start, end, value::Unit::Decade(decade), out),
        Term::Century(century) => age(start, end, value::Unit::Century(century), out),
        Term::Feast(feast) => feast_words::from_feast(r, start, end, feast, out),
        Term::PastFeast(feast) => feast_words::from_past_feast(r, start, end, feast, out),
        Term::Advent | Term::AllSaints | Term::DayOf(_) => {
            feast_words::from_named_day(r, start, end, term, out)
        }
        Term::Dennes | Term::Measure | Term::Reference | Term::Name | Term::Field | Term::Habit => None,
    }
}

/// *nittiotalet*.
fn age(start: usize, end: usize, unit: value::Unit, out: &mut Vec<Found>) -> Option<usize> {
    out.push(Found::new(start, end, Value::unit(unit), &rules::DECADE));
    Some(end)
}

/// The dates with their values, in order.
fn resolved(
    source: &Source,
    structure: &Structure,
    found: &[Found],
    document: Option<Value>,
    sittings: &[(usize, civil::Date)],
) -> Vec<Date> {
    let mut dates = Vec::with_capacity(found.len());
    let mut anchor = Anchor { document, section: None, named: None, sentence: None };
    // Index of the first heading after the date.
    let mut heading = 0;
    // The last day named, and the index of a date in whose sentence it stands.
    let mut spoken: Option<(usize, civil::Date)> = None;
    let mut sittings = sittings.iter().copied().peekable();
    for (index, one) in found.iter().enumerate() {
        while let Some((_, day)) = sittings.next_if(|&(at, _)| at <= one.start) {
            anchor.document = Some(Value::unit(value::day(day)));
        }
        while structure.headings.get(heading).is_some_and(|h| h.span.start as usize <= one.start) {
            heading += 1;
            (anchor.section, anchor.named) = (None, None);
        }
        if one.is_clock() {
            // A time that opens its line is the document's own (*13.30 Information*).
            let opens =
                |at: usize| source.lines.get(source.lines.index(at)).is_some_and(|l| l.start as usize == at);
            let own = std::ptr::eq(one.rule, &rules::CLOCK) && opens(one.start);
            let together = |pair: &[Found]| match pair {
                [before, after] => structure.is_one_sentence(source.text, before.start, after.start),
                _ => false,
            };
            let near = |from: usize| !own && found[from..=index].windows(2).all(together);
            spoken = spoken.filter(|&(from, _)| near(from)).map(|(_, day)| (index, day));
            anchor.sentence = spoken.map(|(_, day)| day);
        }
        let Some((value, against)) = resolve::resolve(one, &anchor) else { continue };
        let (first, last) = value.ends();
        if first.is_some() {
            anchor.named = Some(value);
        }
        if let Some(day) = first.filter(|_| value.is_day()) {
            spoken = Some((index, day));
            // What was itself resolved is no anchor for the next.
            if against.is_none() {
                anchor.section = Some(day);
            }
        }
        dates.push(Date {
            cue: one.start as u32,
            span: Span::new(one.start, one.end),
            value: value.written(),
            first,
            last,
            modifier: one.modifier,
            anchor: against.map(|a| a.without_clock().written()),
            conflict: one.weekdays != (0, 0) && resolve::conflicts(one.weekdays, value),
            rule: one.rule,
        });
    }
    debug_assert!(source.text.len() >= dates.last().map_or(0, |d| d.span.end as usize));
    dates
}
