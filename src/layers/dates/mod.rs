//! Dates: expressions that put something on the calendar, and the document's own date.
//!
//! One walk over the cues of the calendar, left to right: at each cue the grammars that can begin or turn
//! there are tried, and what they take is passed over. What was found is then joined (ranges, shared years),
//! the document's own date is told from it, and open dates are resolved against that.

mod ages;
mod calendar;
mod clock;
mod days;
mod document_date;
mod feast_words;
mod labels;
mod long_periods;
mod look_alikes;
mod model;
mod modifiers;
mod months;
mod numeric;
mod open_year;
mod parts;
mod past;
mod ranges;
mod reader;
mod relative;
mod resolve;
mod seasons;
mod sections;
mod semesters;
mod tense;
mod term;
mod this_month;
mod times;
mod value;
mod weekdays;
mod weeks;
mod years;

use crate::document::{Date, DocumentKind, HeadingKind, Rule, Span};
use crate::layers::structure::Structure;
use crate::lexicon::Classes;
use crate::lexicon::sets::dates::{AT_PLACE, DURING, NO_PLACES, YEAR_TITLE};
use crate::lexicon::sets::function_words::OCH_OR_SAMT;
use crate::scan::{Cue, CuesOf, Source};
use crate::text::walk;
use jiff::civil;
use model::{Found, Place, Taken};
use reader::{Number, Reader};
use resolve::Anchor;
use sections::DayAbove;
use term::Term;
use value::{Grain, Point, Unit, Value};

/// The rules of this layer, each declared beside its grammar. Values follow ISO 8601-1 and, where that cannot say it,
/// ISO 8601-2 (EDTF).
pub(crate) static RULES: &[&Rule] = &[
    &days::DAY,
    &days::DAYS,
    &this_month::DAY_OF_THIS_MONTH,
    &numeric::DAY_IN_FIGURES,
    &weekdays::WEEKDAY,
    &months::MONTH,
    &years::YEAR,
    &ages::DECADE,
    &seasons::SEASON,
    &parts::PART_OF_YEAR,
    &weeks::WEEK,
    &semesters::SEMESTER,
    &long_periods::LONG_PERIOD,
    &feast_words::FEAST,
    &clock::CLOCK,
    &relative::RELATIVE,
    &relative::SAME,
    &ranges::RANGE,
];

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
    if !own_only {
        tense::steer(&reader, &mut found);
    }
    let own = document_date::find(&reader, source, structure, &found);
    let date = own.value.or(given.map(|date| Value::unit(value::day(date))));
    if own_only {
        found.clear();
    }
    let days = if own.sittings.is_empty() { sections::find(&reader, structure, &found) } else { Vec::new() };
    let dates = resolved(source, structure, &found, date, &own.sittings, &days);
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
        if source.deadline.has_passed_at(index) {
            break;
        }
        if start < done {
            continue;
        }
        let term = reader.meaning(cue);
        if term.is_some_and(Term::is_sign) {
            continue;
        }
        reader.stand_at(first + index, done);
        let taken = match term {
            Some(term) => at_word(reader, Place::new(start, cue.end()), term),
            None => at_number(reader, cue),
        };
        let Some(mut taken) = taken else { continue };
        done = taken.end().max(done);
        let Some(first) = taken.all().first() else { continue };
        if lies_in_path(reader, Place::new(first.start, done)) {
            continue;
        }
        for found in taken.all_mut() {
            found.cue = start;
        }
        out.extend_from_slice(taken.all());
        reader.last = out.last().copied();
    }
}

/// Whether what is glued to something is a piece of a path (*…-den-25-januari-2025/*).
fn lies_in_path(r: &Reader, Place { start, end }: Place) -> bool {
    let glued =
        |at: Option<usize>| at.is_some_and(|at| matches!(r.byte(at), b'-' | b'/' | b'_' | b'=' | b'.'));
    (glued(start.checked_sub(1)) || glued(Some(end))) && look_alikes::in_path(r, start, end)
}

/// The grammars that begin at a number.
fn at_number(r: &Reader, cue: Cue) -> Option<Taken> {
    // Most numbers of a text are no date: they are thrown out before any grammar looks at them.
    if !matches!(cue.len, 1 | 2 | 4 | 6 | 8) {
        return None;
    }
    let start = cue.start as usize;
    let number = r.number(start)?;
    // *den 24:e*
    let ordinal = || r.byte(number.end) == b':' && matches!(r.byte(number.end + 1), b'e' | b'a');
    let may_be = number.digits > 2 || r.may_be_day(number) && (ordinal() || r.has_company(number));
    let glued = || look_alikes::is_glued_year(r, number) || look_alikes::is_glued_day(r, number);
    if !may_be || !look_alikes::free_left(r, start) && !glued() {
        return None;
    }
    if number.digits <= 2 {
        let den = r.with_den(start);
        let day = days::from_number(r, den, start).or_else(|| this_month::from_number(r, den, start));
        // The other grammars want a mark behind so few figures.
        if day.is_some() || !matches!(r.byte(r.gap(number.end)), b'/' | b'.' | b':' | b'-' | 0x80..) {
            return day;
        }
    }
    at_figures(r, number)
}

/// The grammars that begin at a number with a mark behind it, or one of four figures and more.
fn at_figures(r: &Reader, number: Number) -> Option<Taken> {
    let day = numeric::from_free(r, number).map(Taken::One);
    day.or_else(|| clock::from_number(r, number))
        .or_else(|| ages::from_number(r, number).map(Taken::One))
        .or_else(|| years::from_number(r, number).map(Taken::One))
}

/// The grammars that turn at a word of the calendar.
fn at_word(r: &Reader, cue: Place, term: Term) -> Option<Taken> {
    let past = |unit, rule| past::past(r, cue, unit, rule);
    let one = match term {
        Term::Month(_) | Term::ShortMonth(_) => return months::from_month(r, cue),
        Term::JulyOrChristmas => feast_words::from_christmas(r, cue),
        Term::Weekday(day) => return weekdays::from_weekday(r, cue, day, false),
        Term::ShortWeekday(day) => return weekdays::from_weekday(r, cue, day, true),
        Term::PastWeekday(day) => past(Unit::Weekday(day), &weekdays::WEEKDAY),
        Term::Season(part) => seasons::from_season(r, cue, part),
        Term::BareSeason(part) => {
            semesters::from_halved(r, cue, part).or_else(|| seasons::from_bare_season(r, cue, part))
        }
        Term::PastSeason(part) => past(Unit::Part { year: None, part }, &seasons::SEASON),
        Term::Ordinal(nth) => {
            return weekdays::from_nth(r, cue, nth).or_else(|| days::from_ordinal(r, cue));
        }
        Term::Final => {
            return weekdays::from_nth(r, cue, 0).or_else(|| days::from_final(r, cue).map(Taken::One));
        }
        Term::Noun(grain, form) => {
            let noun = relative::from_noun(r, cue, grain, form);
            let week = || if grain == Grain::Week { weeks::from_week(r, cue, false) } else { None };
            return noun.or_else(week);
        }
        Term::WeekLetter => return weeks::from_week(r, cue, true),
        Term::Part(grain) => return parts::from_part(r, cue, grain),
        Term::PartLetter(grain) => parts::from_letter(r, cue, grain),
        Term::Semester(half) => semesters::from_semester(r, cue, half),
        Term::SchoolYear
        | Term::BudgetYear
        | Term::BusinessYear
        | Term::Mandate
        | Term::TurnOfYear
        | Term::TurnOfHalf
        | Term::CalendarYear => return long_periods::from_long(r, cue, term),
        Term::YearOf => relative::from_year_of(r, cue),
        Term::SeasonOf(part) => seasons::from_season_of(r, cue, part),
        Term::Evening(day) => weekdays::from_evening(r, cue, day),
        Term::WeekdayOf(day) => weekdays::from_genitive(r, cue, day),
        Term::TurnOfMonth => long_periods::from_turn_of_month(r, cue),
        Term::Near(grain, by) => relative::from_near(r, cue, grain, by),
        Term::AfterI(grain, by) => relative::from_after_i(r, cue, grain, by),
        Term::Relation(relation) => relative::from_relation(r, cue, relation),
        Term::Clock => return clock::from_word(r, cue),
        Term::Decade(decade) => Some(ages::age(cue, Unit::Decade(decade))),
        Term::Century(century) => Some(ages::age(cue, Unit::Century(century))),
        Term::Feast(feast) => return feast_words::from_feast(r, cue, feast),
        Term::PastFeast(feast) => past(Unit::Feast { feast, year: None }, &feast_words::FEAST),
        Term::Advent => feast_words::from_advent(r, cue),
        Term::AllSaints => feast_words::from_all_saints(r, cue),
        Term::DayOf(month) => feast_words::from_day_of(r, cue, month),
        Term::Dennes | Term::Measure | Term::Reference | Term::Name | Term::Field | Term::Habit => None,
    };
    one.map(Taken::One)
}

/// Whether a list joins what ends at `end` and what begins at `start`: a comma, *och*, or a line for each.
fn is_listed(text: &str, end: usize, start: usize) -> bool {
    let between = text.get(end..start).unwrap_or("");
    let joint = between.trim_matches([' ', ',']);
    between.len() < 8 && (joint.is_empty() || OCH_OR_SAMT.contains(&joint) || joint.contains('\n'))
        || between.len() < 60 && between.matches('\n').count() == 1
}

/// Whether a line or a list that begins at `start` stands under, or behind a colon after, what ends at `end`.
fn is_headed(text: &str, end: usize, start: usize) -> bool {
    let Some(between) = text.get(end..start).filter(|between| between.len() < 80) else { return false };
    let lines = between.matches('\n').count();
    let opens = between.rsplit('\n').next().unwrap_or("").trim_matches([' ', '-', '•', '*', '\t']);
    let heads = between.split('\n').next().unwrap_or("").trim();
    // *Kåren bildades 1971.*
    if heads == "." {
        return false;
    }
    let heads = heads.trim_end_matches([':', '*', '.']);
    (lines == 1 || lines == 2) && opens.is_empty() && heads.len() < 60
        || lines == 0 && (matches!(between.trim(), ":" | ",") || OCH_OR_SAMT.contains(&between.trim()))
}

/// *kl. 9 på Arlanda den 11 april*: whether a place alone stands between a clock time that ends at `end` and a day.
fn is_behind_place(text: &str, end: usize, next: &Found) -> bool {
    if !next.is_plain_day() || next.start.saturating_sub(end) > 40 {
        return false;
    }
    let mut words = text.get(end..next.start).unwrap_or("").split(' ').filter(|word| !word.is_empty());
    words.next().is_some_and(|word| AT_PLACE.contains(&word))
        && words.clone().count() < 4
        && words.all(|word| word.chars().all(char::is_alphabetic) && !NO_PLACES.contains(&word))
}

/// The years that the dates name, each once; none where they are many, of which several fit any weekday.
fn few_years(found: &[Found]) -> Vec<i16> {
    const MANY: usize = 12;
    let mut years = Vec::with_capacity(MANY);
    for year in found.iter().filter_map(|one| one.value.year()) {
        if years.contains(&year) {
            continue;
        }
        if years.len() == MANY {
            return Vec::new();
        }
        years.push(year);
    }
    years
}

/// *1949*, *År 1949*: a heading that is nothing but a year, as histories have them.
fn year_alone(title: &str) -> Option<i16> {
    let digits = title.trim_start_matches(YEAR_TITLE).trim_matches([':', '.', ' ']);
    let year = digits.parse().ok().filter(|year| (1500..2200).contains(year))?;
    (digits.len() == 4).then_some(year)
}

/// *Bydialoger 2018*, *Program för våren 2018*: the only year that the text names, where its first line or its title has it.
fn year_of_title(source: &Source, structure: &Structure, found: &[Found], years: &[i16]) -> Option<i16> {
    let &[year] = years else { return None };
    let top = if source.lines.first()?.is_blank() { source.lines.next_text(0)? } else { 0 };
    let first = source.lines.get(top)?;
    let sentence = first.text(source.text).trim_end().ends_with(['.', '!', '?', ':', ',']);
    let line = Some(Span { start: first.start, end: first.end })
        .filter(|line| !sentence && line.len() < LONGEST_TITLE);
    let title = structure.headings.first().filter(|h| h.kind == HeadingKind::Title).map(|h| h.span);
    let of_year = |one: &Found| match one.value {
        Value::At(Point { unit: Unit::Year(own) | Unit::Part { year: Some(own), .. }, .. }) => own == year,
        _ => false,
    };
    let named = |span: Span| {
        let within = |one: &Found| one.end as u32 <= span.end && one.start as u32 >= span.start;
        found.iter().take(2).any(|one| of_year(one) && within(one))
    };
    (line.is_some_and(named) || title.is_some_and(named)).then_some(year)
}

/// A title is no longer, in bytes.
const LONGEST_TITLE: usize = 120;

/// How far behind a year what has none is told from it, in bytes.
const NEAR_YEAR: usize = 300;

/// The year that each heading names, where they name several.
fn years_of_headings(structure: &Structure, found: &[Found]) -> Vec<Option<i16>> {
    let (mut at, mut last, mut several) = (0, None, false);
    let years = Vec::from_iter(structure.headings.iter().map(|h| {
        let (start, end) = (h.span.start as usize, h.span.end as usize);
        while found.get(at).is_some_and(|one| one.start < start) {
            at += 1;
        }
        let inside = found[at..].iter().take_while(|one| one.end <= end);
        let mut years = inside.filter_map(|one| match one.value {
            Value::At(Point { unit: Unit::Year(year), .. }) => Some(year),
            value => value.year(),
        });
        let year = years.next().filter(|year| years.all(|other| other == *year));
        if year.is_some() {
            several |= last.is_some() && last != year;
            last = year;
        }
        year
    }));
    if several { years } else { Vec::new() }
}

/// The dates with their values, in order.
fn resolved(
    source: &Source,
    structure: &Structure,
    found: &[Found],
    document: Option<Value>,
    sittings: &[(usize, civil::Date)],
    days: &[DayAbove],
) -> Vec<Date> {
    let mut dates = Vec::with_capacity(found.len());
    let mut anchor = Anchor {
        document,
        section: None,
        named: None,
        heading: None,
        month: None,
        listed: None,
        sentence: None,
        tells: matches!(structure.kind, DocumentKind::News | DocumentKind::Blog),
    };
    // What a document of no day of its own tells of several years stands under these.
    let dated = document.is_some_and(Value::is_day);
    let years = if dated { Vec::new() } else { years_of_headings(structure, found) };
    // Where no day tells the year, the years named and a weekday may.
    let named_years = document.is_none().then(|| few_years(found));
    let title_year = named_years.as_deref().and_then(|years| year_of_title(source, structure, found, years));
    let mut section_year: Option<(i16, u8)> = None;
    let announces = matches!(structure.kind, DocumentKind::News | DocumentKind::Agenda | DocumentKind::Blog);
    // Index of the first heading after the date.
    let mut heading = 0;
    // The last day named, and the index of a date in whose sentence it stands.
    let mut spoken: Option<(usize, civil::Date)> = None;
    let mut listed: Option<(usize, civil::Date)> = None;
    let mut year_above: Option<(usize, i16)> = None;
    let mut period_year: Option<(usize, i16)> = None;
    let mut year_headed: Option<i16> = None;
    let mut last_year: Option<(usize, i16)> = None;
    let mut sittings = sittings.iter().copied().peekable();
    // What the text speaks from where no section has a day of its own, and the day of the section with its level.
    let mut from = document;
    let mut above: Option<(Value, u8)> = None;
    let mut days = days.iter().copied().peekable();
    for (index, one) in found.iter().enumerate() {
        while let Some((_, day)) = sittings.next_if(|&(at, _)| at <= one.start) {
            from = Some(Value::unit(value::day(day)));
        }
        while structure.headings.get(heading).is_some_and(|h| h.span.start as usize <= one.start) {
            year_headed = structure.headings.get(heading).and_then(|h| year_alone(&h.title));
            if let (Some(h), Some(year)) = (structure.headings.get(heading), years.get(heading)) {
                let below = section_year.filter(|&(_, level)| h.level > level);
                section_year = year.map(|year| (year, h.level)).or(below);
                from = section_year.map(|(year, _)| Value::unit(Unit::Year(year))).or(document);
            }
            let level = structure.headings.get(heading).map_or(0, |h| h.level);
            above = above.filter(|&(_, held)| held < level);
            heading += 1;
            (anchor.section, anchor.named) = (None, None);
        }
        let heads = days.next_if(|day| day.index == index);
        if heads.is_some() {
            above = None;
        }
        anchor.document = above.map(|(day, _)| day).or(from);
        if one.is_clock() {
            // A time that opens its line is the document's own (*13.30 Information*).
            let opens =
                |at: usize| source.lines.get(source.lines.index(at)).is_some_and(|l| l.start as usize == at);
            let own = one.rule.is(&clock::CLOCK) && opens(one.start);
            // News and calls go on about the day that they named: *Städdag söndag 24 april. Vi ses kl 10.*
            let goes_on = |before: &Found, after: &Found| {
                let between = source.text.get(before.end..after.start).unwrap_or("");
                announces && between.len() < 160 && !between.contains("\n\n") && between.contains(". ")
            };
            let together = |pair: &[Found]| match pair {
                [before, after] => {
                    structure.is_one_sentence(source.text, before.start, after.start)
                        || goes_on(before, after)
                }
                _ => false,
            };
            let near = |from: usize| !own && found[from..=index].windows(2).all(together);
            spoken = spoken.filter(|&(from, _)| near(from)).map(|(_, day)| (index, day));
            anchor.sentence = spoken.map(|(_, day)| day);
            if !own && anchor.sentence.is_none() {
                let next = found.get(index + 1).filter(|next| is_behind_place(source.text, one.end, next));
                let day = next.and_then(|next| resolve::resolve(next, &anchor));
                anchor.sentence = day.and_then(|(value, _)| value.day());
            }
        }
        anchor.listed = listed.filter(|&(end, _)| is_listed(source.text, end, one.start)).map(|(_, day)| day);
        // *Sammanträdesdagar 2019⏎8 maj⏎30 augusti*
        anchor.heading =
            year_above.filter(|&(end, _)| is_headed(source.text, end, one.start)).map(|(_, year)| year);
        // *Verksamhetsåret 2019 har räkningar för mars till juni*
        anchor.heading = anchor.heading.or_else(|| {
            let period = |&(end, _): &(usize, i16)| structure.is_one_sentence(source.text, end, one.start);
            period_year.filter(period).map(|(_, year)| year).or(year_headed)
        });
        // *1948 såldes båten. I december kom en ny.*
        let near = |&(end, _): &(usize, i16)| one.start >= end && one.start - end < NEAR_YEAR;
        if document.is_none() && section_year.is_none() && anchor.section.is_none() {
            let same = |&(end, _): &(usize, i16)| structure.block_at(end) == structure.block_at(one.start);
            anchor.heading = anchor.heading.or(last_year.filter(near).filter(same).map(|(_, year)| year));
        }
        if let Some(years) = named_years.as_deref().filter(|_| anchor.section.is_none()) {
            anchor.heading = resolve::year_of_weekday(one, years).or(anchor.heading);
        }
        anchor.heading = anchor.heading.or(title_year.filter(|_| anchor.section.is_none()));
        // *veckorna 18–20 kl. 9*: on no one day.
        let in_weeks = one.is_clock() && anchor.sentence.is_none() && {
            let before = index.checked_sub(1).and_then(|before| found.get(before));
            let same = |before: &&Found| structure.is_one_sentence(source.text, before.start, one.start);
            before.filter(same).is_some_and(Found::is_of_weeks)
        };
        if structure.kind == DocumentKind::Policy && tense::is_next_year(one) {
            continue;
        }
        // A day without a year in a rule comes every year.
        let recurs = in_weeks || structure.kind == DocumentKind::Policy && tense::may_recur(one);
        let none = Anchor { document: None, section: None, listed: None, ..anchor };
        let Some((value, against)) = resolve::resolve(one, if recurs { &none } else { &anchor }) else {
            continue;
        };
        // *4–29 februari 2022*, *v. 53–7* of a year with 52 weeks: one end is no day, or it comes before the first.
        let (first, last) = value.ends();
        if first.is_some() != last.is_some() || first > last {
            continue;
        }
        // *har under 2019 mötts den 3 mars, 4 april …*
        let during = || {
            let before = walk::previous_word(source.text, one.start).and_then(|(a, b)| source.text.get(a..b));
            before == Some(DURING)
        };
        if let Value::At(Point { unit: Unit::Year(year), .. }) = value
            && (one.rule.is(&long_periods::LONG_PERIOD) || during())
        {
            period_year = Some((one.end, year));
        }
        let open = against.is_some() && matches!(one.value, Value::At(Point { unit: Unit::Day { .. }, .. }));
        if anchor.heading.is_some() && open {
            year_above = year_above.map(|(_, year)| (one.end, year));
        } else if let Value::At(Point { unit: Unit::Year(year), .. }) = value {
            year_above = Some((one.end, year));
        }
        if let Value::At(Point { unit: Unit::Year(year), .. }) = value {
            last_year = Some((one.end, year));
        }
        if let Some(DayAbove { level, .. }) = heads {
            let unit = match value {
                Value::At(point) | Value::Span(point, _) => Some(point.unit),
                _ => None,
            };
            above = unit.map(|unit| (Value::unit(unit), level));
        }
        listed = value.first().filter(|_| open && value.is_day()).map(|day| (one.end, day));
        if let Value::At(Point { unit: Unit::Day { year: None, month, .. }, .. }) = value {
            anchor.month = Some(month);
        }
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
            cue: one.cue as u32,
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
