//! The date that a document speaks from: the meeting's day, else its own dated line.
//!
//! Each date in a telling place gives a claim; the strongest wins, and of equal ones the first. In a record
//! of several sittings the line of each (*Fredagen den 21 maj 1954 fm.*) sets the date for what follows.

use super::labels::{
    adopts, begins_with_weekday, ends_in_day, ends_sitting, is_given, is_given_behind, is_of_another,
    is_place, is_posting, is_time_label, is_update, labelled, names_meeting, names_period, names_speech,
};
use super::ranges::with_year;
use super::reader::{Found, Reader};
use super::resolve::conflicts;
use super::value::{Point, Unit, Value, day};
use crate::document::{DocumentKind, HeadingKind, Span};
use crate::layers::structure::Structure;
use crate::lexicon::sets::dates::{
    ADJUSTED, APPEALED, APPLIES, AT, CALLED, CASE_NUMBER, DAY_LABEL, DAY_LEAD, DAY_PIECE, DEBATES,
    GOVERNMENT_MEETING, HELD_AT, ISSUES, JUDGED, JUDGES, LEADS, LEADS_OTHER, MET, MET_AT, NUMBER, OWN_LABELS,
    RECEIVED, SETTLED, TIME_STARTS, TITLE_BOOKS, ZONES,
};
use crate::lexicon::sets::titles::{BODIES, COVERS, DOCUMENTS, LETTERS, MEETINGS, MET_ENDS, SERIES};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::search::seek;
use crate::text::walk::{self, starts_with_word};
use crate::words::lower::has_in_any_case;
use jiff::civil;
use std::cell::OnceCell;

/// The document's own date, and the days of its sittings with the places where they begin.
#[derive(Debug, Default)]
pub(super) struct OwnDate {
    pub value: Option<Value>,
    pub sittings: Vec<(usize, civil::Date)>,
}

/// Where a date stands, from the strongest claim to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// *Sammanträdesdatum: …*, *Sammanträde tisdagen den …*.
    Meeting,
    /// `date:` in front matter.
    FrontMatter,
    /// *Datum: …*.
    Label,
    /// In the title: *Sammanfattning 23-05-09*.
    Title,
    /// A line of the opening that names a meeting or its record, or holds the date alone.
    Opening,
    /// A line of its own that begins with the weekday.
    Sitting,
    /// *Tid: …*, *Plats och tid …*.
    Time,
    /// `date:` in the front matter of a meeting's text: the day on which it was posted, if no other is told.
    Posted,
    /// *Stockholm den 3 maj 2022*, at the beginning or the end.
    Dateline,
    /// News say when that was held of which they tell: *Kommunfullmäktige sammanträdde den 3 maj 2022*.
    Told,
    /// The first sentences of a speech say when it is held.
    Speech,
    /// *Antagen av fullmäktige den …* at the head of a policy.
    Adopted,
    /// Beside a page's number: *Dnr 2021/87  1 (84)  14 februari 2022*.
    Header,
    /// *Senast uppdaterad: …*
    Updated,
    /// A title that names its period: *Tertial 1 2023*, *Höstmöte 2016*.
    Period,
}

/// So many labels stand in a column above their values.
const COLUMN: usize = 6;
/// How many lines with text the opening has.
const OPENING: usize = 14;
/// How many lines before the end a dateline may stand.
const CLOSING: usize = 30;

/// So much before a date on its line may tell whose it is, in bytes.
const LABEL: usize = 160;
/// A line longer than this is no day of a list.
const LISTED: usize = 70;
/// A line longer than this holds a page.
const FLAT: usize = 200;
/// So much of news is read for when that was held of which they tell, in bytes.
const TOLD: usize = 500;
/// So much of a flattened text is its head, in bytes.
const HEAD: usize = 700;

struct Places<'s> {
    r: &'s Reader<'s>,
    kind: DocumentKind,
    /// Where the title stands, if it is a heading.
    title: Option<Span>,
    source: &'s Source<'s>,
    /// What a host calls the file that it shows.
    host_name: Option<Span>,
    /// Where the text begins, below what a site prints above it.
    begin: usize,
    /// Where the opening ends.
    opening: usize,
    closing: usize,
    /// Whether the title names a speech; asked for few dates.
    speech: OnceCell<bool>,
    /// The year in the header of a record; asked for dates without a year.
    header_year: OnceCell<Option<HeaderYear>>,
    found: &'s [Found],
}

/// A year told by a record's header.
#[derive(Clone, Copy, Debug)]
enum HeaderYear {
    Of(i16),
    /// *1989/90*: the autumn of the first, the spring of the next.
    Session(i16),
}

/// What stands round a date on its line.
#[derive(Clone, Copy)]
struct Words<'s> {
    before: &'s str,
    /// What stands before it without marks, or the line above.
    label: &'s str,
    after: &'s str,
    /// No word stands before it on its line.
    bare: bool,
}

pub(super) fn find(r: &Reader, source: &Source, structure: &Structure, found: &[Found]) -> OwnDate {
    let places = Places::of(r, source, structure, found);
    let mut best: Option<(Claim, Value)> = None;
    // The strongest day that tells no year.
    let mut yearless: Option<(Claim, &Found)> = None;
    let mut lines = Vec::new();
    let mut line = 0;
    for (index, one) in found.iter().enumerate() {
        line = seek(&source.lines, line, |line| line.start as usize <= one.start);
        let held = best.map(|(claim, _)| claim);
        let Some(claim) = places.claim(one, line.saturating_sub(1), held) else { continue };
        // A year named shortly before, in the same opening: *höstmöte 2009, torsdagen den 3 december*.
        let before = found[..=index].iter().rev().take_while(|f| f.end + 60 > one.start);
        let before = before.filter(|f| !ends_sentence(source.text, f.end));
        let named = before.filter_map(|f| Some((f.end, years_of(f.value)?))).next();
        let near = named.filter(|&(end, _)| one.start >= end).map(|(_, year)| year);
        // A meeting's day without a year waits for the other dates; records have theirs in the header.
        let waits = (claim <= Claim::Time || claim == Claim::Told)
            && lacks_year(one.value)
            && near.is_none()
            && structure.kind != DocumentKind::Record;
        if waits && claim != Claim::Sitting {
            if yearless.is_none_or(|(c, _)| claim < c) {
                yearless = Some((claim, one));
            }
            continue;
        }
        let Some(value) = places.full(one, near) else { continue };
        // A guessed year in which the weekday does not fit makes no sitting: it may be next year's calendar.
        let guessed = one.value.first().is_none() && conflicts(one.weekdays, value);
        if claim == Claim::Sitting
            && !guessed
            && let Some(day) = value.first()
        {
            lines.push((one.start, day));
        }
        // Of the days on which rules were adopted and changed the last counts.
        let changed = claim == Claim::Adopted
            && structure.kind == DocumentKind::Policy
            && best.is_some_and(|(held, day)| held == claim && day.first() < value.first());
        if beats(claim, held) || changed {
            best = Some((claim, value));
        }
    }
    if let Some((claim, one)) = yearless
        && beats(claim, best.map(|(held, _)| held))
        && let Some(value) = match best {
            Some((_, other)) => with_year_of(one, other, structure.kind)
                .filter(|value| claim != Claim::Told || is_soon_before(*value, other)),
            None if claim == Claim::Told => None,
            None if places.days().next().is_some() => places.in_only_year(one),
            // News name years long past: *sedan 2005*.
            None if matches!(
                structure.kind,
                DocumentKind::News | DocumentKind::Blog | DocumentKind::Other
            ) =>
            {
                places.year_of_title().and_then(|year| places.full(one, Some(year)))
            }
            None => places.full(one, None),
        }
    {
        best = Some((claim, value));
    }
    let value = best.map(|(_, value)| value.without_clock());
    let record = structure.kind == DocumentKind::Record
        || best.is_some_and(|(claim, _)| claim == Claim::Sitting)
        || lines.len() > 2;
    // The body's lines repeat those of the contents; a day far from the document's own is a quoted one.
    let own = value.and_then(Value::first);
    lines.retain(|&(_, day)| {
        record && own.and_then(|own| own.until(day).ok()).is_some_and(|span| span.get_days().abs() < 90)
    });
    OwnDate { value, sittings: lines }
}

/// Whether a sentence ends right behind a date.
fn ends_sentence(text: &str, end: usize) -> bool {
    text.get(end..)
        .and_then(|rest| rest.strip_prefix('.'))
        .is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// Whether a value is a day of no year.
fn lacks_year(value: Value) -> bool {
    matches!(value, Value::At(Point { unit: Unit::Day { year: None, .. }, .. }))
}

/// A day without a year, in the year of another date of the document: a call's day lies after the day of the call, others
/// lie near it.
fn with_year_of(one: &Found, other: Value, kind: DocumentKind) -> Option<Value> {
    let Value::At(point) = one.value else { return None };
    let year = years_of(other)?;
    let of = |year: i16| Value::At(Point { unit: with_year(point.unit, year), ..point });
    let agrees = |value: &Value| value.first().is_some() && !conflicts(one.weekdays, *value);
    let other = other.first().filter(|_| other.is_day());
    let distance = |value: &Value| -> Option<i32> {
        let days = other?.until(value.first()?).ok()?.get_days();
        Some(if kind == DocumentKind::Agenda && days < 0 { 400 - days } else { days.abs() })
    };
    let years = [year, year + 1, year - 1];
    let years = years.iter().take(if other.is_some() { 3 } else { 1 });
    years.map(|&year| of(year)).filter(agrees).min_by_key(|value| distance(value).unwrap_or(0))
}

/// Whether a day lies in the year of another date, or two months before it at most: *Senast uppdaterad* comes after the meeting.
fn is_soon_before(day: Value, other: Value) -> bool {
    let days = day.first().zip(other.first()).and_then(|(a, b)| a.until(b).ok());
    !other.is_day() || days.is_some_and(|span| (0..=60).contains(&span.get_days()))
}

/// *meddelade den 4 maj 2016 följande dom*: a court's day.
fn is_judged(before: &str, after: &str) -> bool {
    let before = before.trim_end().trim_end_matches("den").trim_end();
    let last = before.rsplit(' ').next().unwrap_or("");
    let next = after.split_whitespace().next().unwrap_or("");
    JUDGES.contains(&last) && JUDGED.contains(&next)
}

/// *U2021/01271*, *Dnr KS 2014/12*: the number under which a matter is kept, and no more.
fn is_matter_number(text: &str) -> bool {
    let short = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() <= 4;
    text.starts_with(char::is_uppercase)
        && text.contains(['/', '-', ':'])
        && text.split_whitespace().all(short)
        && text.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// *Lindens förbunds årsmöte tisdag*: whether a short head before a day ends with a meeting's word.
fn ends_with_meeting(before: &str) -> bool {
    let before = before.trim();
    let word = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    let owned = before.split_whitespace().rev().nth(1).is_some_and(|owner| owner.ends_with('s'));
    before.len() < 70
        && before.starts_with(char::is_uppercase)
        && owned
        && MEETINGS.iter().any(|end| end.len() >= 6 && word.ends_with(end))
}

/// Whether a page's mark stands in a text: *1 (84)*.
fn is_paged(text: &str) -> bool {
    text.match_indices('(').any(|(at, _)| {
        let inside = text[at + 1..].split(')').next().unwrap_or("");
        matches!(inside.len(), 1..=3)
            && inside.bytes().all(|b| b.is_ascii_digit())
            && text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a word in small letters is that of a body or of a meeting, or ends with one.
fn names_body(lower: &str) -> bool {
    let lower = lower.trim_end_matches('s');
    BODIES.iter().chain(MEETINGS).any(|body| {
        let body = body.trim_end_matches('s');
        lower == body || body.len() >= 5 && lower.ends_with(body)
    })
}

/// What follows a day, without the word before its hour: *10 april, 2022 at 22:04*.
fn past_at(after: &str) -> &str {
    let after = after.trim_start();
    let hour = AT.iter().find_map(|at| after.strip_prefix(at)).filter(|rest| rest.starts_with(' '));
    hour.map_or(after, str::trim_start)
}

/// *14:24*, glued to what follows or not.
fn is_clock(text: &str) -> bool {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    digit(0) && digit(1) && matches!(text.as_bytes().get(2), Some(b':' | b'.')) && digit(3) && digit(4)
}

/// Whether a claim is stronger than the one held so far.
fn beats(claim: Claim, held: Option<Claim>) -> bool {
    held.is_none_or(|held| claim < held)
}

/// From *antagen* or the like on: *Årsredovisning 2007 Antagen av fullmäktige den …*.
fn last_words(label: &str) -> &str {
    let begins = |(at, _): &(usize, char)| {
        label[..*at].ends_with([' ', '(', '*']) && label.get(*at..).is_some_and(adopts)
    };
    label.char_indices().rev().take(70).filter(begins).last().map_or("", |(at, _)| &label[at..])
}

/// Whether four figures that may be a year stand in a label: the day that it labels.
fn names_year(label: &str) -> bool {
    label
        .split(|c: char| !c.is_ascii_digit())
        .any(|figures| figures.len() == 4 && figures.starts_with(['1', '2']))
}

/// Whether a range is a year's first to its last day.
fn is_whole_year(value: Value) -> bool {
    let ends = value.first().zip(value.last());
    ends.is_some_and(|(a, b)| {
        a.year() == b.year() && (a.month(), a.day()) == (1, 1) && (b.month(), b.day()) == (12, 31)
    })
}

fn years_of(value: Value) -> Option<i16> {
    match value {
        Value::At(Point { unit: Unit::Year(year), .. }) => Some(year),
        _ => value.year(),
    }
}

impl<'s> Places<'s> {
    fn of(
        r: &'s Reader<'s>,
        source: &'s Source<'s>,
        structure: &Structure,
        found: &'s [Found],
    ) -> Places<'s> {
        let title = structure.headings.first().filter(|h| h.kind == HeadingKind::Title).map(|h| h.span);
        let kind = structure.kind;
        let (host_name, begin) = (structure.host_name, structure.begin);
        let below = |line: &&Line| !line.is_blank() && line.start as usize >= begin;
        let mut with_text = source.lines.iter().filter(below);
        let opening = with_text.nth(OPENING).map_or(r.text.len(), |line| line.start as usize);
        let closing = source
            .lines
            .iter()
            .rev()
            .filter(|line| !line.is_blank())
            .nth(CLOSING)
            .map_or(0, |l| l.start as usize);
        let (speech, header_year) = (OnceCell::new(), OnceCell::new());
        Places { r, kind, title, source, host_name, begin, opening, closing, speech, header_year, found }
    }

    /// Whether the title names a speech.
    fn is_speech(&self) -> bool {
        *self.speech.get_or_init(|| {
            let title = self.source.lines.iter().find(|line| !line.is_blank());
            title.is_some_and(|line| line.len() < 200 && names_speech(line.text(self.r.text)))
        })
    }

    /// Whether the document has a number of a session: *1994/95:4*.
    fn is_of_session(&self) -> bool {
        matches!(self.header_year.get_or_init(|| self.header()), Some(HeaderYear::Session(_)))
    }

    /// The year of a record's header: *RIKSDAGENS PROTOKOLL. 1920*, *Riksdagens protokoll 1989/90:11*.
    fn header(&self) -> Option<HeaderYear> {
        let from = self.source.cues.from(0);
        for cue in
            self.source.cues.iter().skip(from).take_while(|c| (c.start as usize) < self.opening.min(600))
        {
            let Some(n) = self
                .r
                .number(cue.start as usize)
                .filter(|n| n.digits == 4 && (1500..2100).contains(&n.value))
            else {
                continue;
            };
            let next = self
                .r
                .number(n.end + 1)
                .filter(|m| self.r.byte(n.end) == b'/' && m.digits == 2 && m.value == (n.value + 1) % 100);
            if next.is_some_and(|m| self.r.byte(m.end) == b':') {
                return Some(HeaderYear::Session(n.value as i16));
            }
        }
        let head = self.opening.min(600);
        // *Kåren bildades 1971.* tells of long ago, but in the record of a meeting.
        let meets = matches!(
            self.kind,
            DocumentKind::Minutes | DocumentKind::Record | DocumentKind::Agenda | DocumentKind::Notes
        );
        let years = self.found.iter().take_while(|f| f.start < head);
        let mut years = years.filter(|f| meets || !ends_sentence(self.source.text, f.end));
        years.find_map(|f| years_of(f.value)).map(HeaderYear::Of)
    }

    /// The only year in the title.
    fn year_of_title(&self) -> Option<i16> {
        self.found.iter().filter(|f| self.is_in_heading(f)).find_map(|f| years_of(f.value))
    }

    /// The value with a year.
    fn full(&self, one: &Found, near: Option<i16>) -> Option<Value> {
        let complete = |p: Point| {
            let year = match p.unit {
                Unit::Day { year: None, month, .. } | Unit::Month { year: None, month } => {
                    let header = || match (*self.header_year.get_or_init(|| self.header()))? {
                        HeaderYear::Of(year) => Some(year),
                        HeaderYear::Session(year) => {
                            let of = |year| Value::At(Point { unit: with_year(p.unit, year), ..p });
                            let usual = if month >= 8 { year } else { year + 1 };
                            // The session goes on in August.
                            let other = 2 * year + 1 - usual;
                            let other =
                                conflicts(one.weekdays, of(usual)) && !conflicts(one.weekdays, of(other));
                            Some(if other { 2 * year + 1 - usual } else { usual })
                        }
                    };
                    near.or_else(header)?
                }
                Unit::Day { .. }
                | Unit::Month { .. }
                | Unit::Part { year: Some(_), .. }
                | Unit::Year(_)
                | Unit::Week { year: Some(_), .. } => {
                    return Some(p);
                }
                _ => return None,
            };
            Some(Point { unit: with_year(p.unit, year), ..p })
        };
        let value = match one.value {
            Value::At(p) => Value::At(complete(p)?),
            Value::Span(a, b) => Value::Span(complete(a)?, complete(b)?),
            _ => return None,
        };
        // Of several days the first: the meeting's.
        match value {
            // The first day of a year to its last.
            Value::Span(..) if is_whole_year(value) => value.year().map(|year| Value::unit(Unit::Year(year))),
            Value::Span(a, b) if a.unit != b.unit && matches!(a.unit, Unit::Day { .. }) => {
                value.first().map(|d| Value::unit(day(d)))
            }
            _ => Some(value),
        }
    }

    /// The days with a year.
    fn days(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|f| f.value.first().is_some() && f.value.is_day())
    }

    /// A day without a year, where all other days of the text are of one.
    fn in_only_year(&self, one: &Found) -> Option<Value> {
        let mut days = self.days();
        let first = days.next()?;
        let year = years_of(first.value)?;
        let same = days.all(|f| years_of(f.value) == Some(year));
        same.then(|| with_year_of(one, first.value, self.kind))?
    }

    /// What speaks for a date being the document's own; it stands in the line with this index. Claims that do not beat
    /// the one held are not looked for, but sittings are.
    fn claim(&self, one: &Found, line_index: usize, held: Option<Claim>) -> Option<Claim> {
        let (Value::At(Point { unit, .. }) | Value::Span(Point { unit, .. }, _)) = one.value else {
            return None;
        };
        let line = *self.source.lines.get(line_index)?;
        if !matches!(unit, Unit::Day { .. }) {
            let told = || {
                self.is_posted_year(one, unit, line)
                    || self.ends_host_name(one, unit)
                    || self.is_on_cover(one, unit, line)
                    || self.is_of_issue(one, unit, line)
                    || matches!(unit, Unit::Year(_) | Unit::Month { year: Some(_), .. })
                        && self.is_year_told(one, line)
            };
            if beats(Claim::Period, held) && matches!(one.value, Value::At(_)) && told() {
                return Some(Claim::Period);
            }
            let period = beats(Claim::Period, held) && self.is_period(one, unit, line_index, line);
            return period.then_some(Claim::Period);
        }
        if beats(Claim::Title, held) && (self.is_in_title(one) || self.is_in_host_name(one)) {
            return Some(Claim::Title);
        }
        if (line.len() > FLAT || one.start > line.start as usize + LABEL)
            && let Some(claim) =
                self.in_flat(one, line).filter(|&claim| beats(claim, held) || claim == Claim::Adopted)
        {
            return Some(claim);
        }
        // A broken line tells nothing, and a long one is no label.
        let before = self.r.text.get(line.start as usize..one.start).filter(|t| t.len() <= LABEL)?;
        let label = before.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, ':' | '=' | '"' | '\'' | '*' | '#' | '|' | '-' | '–' | '.' | '_' | '\\' | '?')
        });
        let after = self.r.text.get(one.end..line.end as usize).unwrap_or("");
        let bare = label.is_empty();
        let sitting = bare && begins_with_weekday(self.r, one) && ends_sitting(after);
        if !sitting && !beats(Claim::Meeting, held) {
            return None;
        }
        // The label of a date that fills its line may stand on the line above.
        let label = if bare { self.label_above(line_index) } else { label };
        // What is longer is no label; far from the opening only *Sammanträdesdatum* and its like count, in a page's header.
        let early = one.start < self.opening || one.start < self.begin + 3000;
        // *Inkom den 10 oktober* below the number of an interpellation.
        let received = starts_with_word(label, RECEIVED) && label.len() < 10;
        if received && self.is_of_session() && one.start < self.begin + HEAD && beats(Claim::Dateline, held) {
            return Some(Claim::Dateline);
        }
        let updated = is_update(label) && !self.is_of_meeting();
        // *Plats och tid Bygdegården, samt på distans, måndagen den 3 maj*
        let placed = !bare
            && label.len() > 80
            && TIME_STARTS.iter().take(2).any(|start| starts_with_word(label, start));
        if placed && early && beats(Claim::Time, held) {
            return Some(Claim::Time);
        }
        let is_label = label.len() <= if bare { 40 } else { 80 }
            && (early || ends_in_day(label) || updated && one.start >= self.closing)
            && (bare || !self.is_broken(before, line_index));
        let words = Words { before, label, after, bare };
        let claim = match is_label.then(|| labelled(label, bare, early)).flatten() {
            None if sitting => Claim::Sitting,
            None => self.placed(one, line_index, words, held)?,
            Some(_) if updated => Claim::Updated,
            Some(Claim::FrontMatter) if self.is_of_meeting() => Claim::Posted,
            // A field of what is joined to the document, or of a later page.
            Some(Claim::Label) if one.start >= self.opening => Claim::Dateline,
            Some(claim) => claim,
        };
        let changed = || matches!(claim, Claim::Adopted | Claim::Header) && self.kind == DocumentKind::Policy;
        (!is_label || !is_of_another(label) || changed() || updated).then_some(claim)
    }

    /// Whether a day stands in what a host calls the file.
    fn is_in_host_name(&self, one: &Found) -> bool {
        one.value.first().is_some()
            && self
                .host_name
                .is_some_and(|name| one.start >= name.start as usize && one.end <= name.end as usize)
    }

    /// Whether a line of the opening is a paper's number and its month: *Nr 1 - april 2016*.
    fn is_of_issue(&self, one: &Found, unit: Unit, line: Line) -> bool {
        let rest = || line.text(self.r.text).trim_end().get(one.end - line.start as usize..);
        matches!(unit, Unit::Month { year: Some(_), .. })
            && one.start < self.opening
            && rest().is_some_and(str::is_empty)
            && self.r.text.get(line.start as usize..one.start).is_some_and(|before| {
                let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                words.next().is_some_and(|word| word.eq_ignore_ascii_case(NUMBER))
                    && words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
                    && words.next().is_none()
            })
    }

    /// Whether what a host calls the file ends with a month: *Granskning av hamnen Oktober 2014*.
    fn ends_host_name(&self, one: &Found, unit: Unit) -> bool {
        matches!(unit, Unit::Month { year: Some(_), .. })
            && self
                .host_name
                .is_some_and(|name| one.start > name.start as usize && one.end == name.end as usize)
    }

    /// Whether the words before a date go on with a sentence of the line above: *… har vid⏎sammanträde den 9 april 2024 föreslagit*.
    fn is_broken(&self, before: &str, line_index: usize) -> bool {
        let above = line_index.checked_sub(1).and_then(|at| self.source.lines.get(at));
        before.starts_with(char::is_lowercase)
            && !before.trim_end_matches([' ', '"', '\'']).ends_with([':', '='])
            && above.is_some_and(|line| {
                line.len() > 55 && !line.text(self.r.text).ends_with(['.', ':', '!', '?'])
            })
    }

    /// Whether a call's sentence begins with a day and names the meeting behind it: *Lördagen den 22 maj håller vi årsmöte*.
    fn announces(&self, words: Words) -> bool {
        let Words { before, after, .. } = words;
        let sentence = walk::head(after, 200).split(". ").next().unwrap_or("");
        let named = |word: &str| {
            let lower = word.to_lowercase();
            MEETINGS.iter().any(|meeting| lower == *meeting || meeting.len() >= 5 && lower.ends_with(meeting))
        };
        let before = before.trim_end();
        self.kind == DocumentKind::Agenda
            && (before.is_empty() || before.ends_with(['.', '!']))
            && sentence.split(|c: char| !c.is_alphanumeric()).take(20).any(named)
    }

    /// *Motion 2025-1*: the year of a number.
    fn is_numbered(&self, one: &Found) -> bool {
        self.r.byte(one.end) == b'-' && self.r.byte(one.end + 1).is_ascii_digit()
    }

    /// Whether the document is of a meeting.
    fn is_of_meeting(&self) -> bool {
        matches!(self.kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda)
    }

    /// The line with text above a line, no further than one blank away.
    fn label_above(&self, line_index: usize) -> &'s str {
        let lines = &self.source.lines;
        let mut above = lines.previous_text(line_index).filter(|above| line_index - above <= 2);
        // *Datum⏎Diarienummer⏎2022-03-09⏎1184-2022*: labels, then what they label.
        let label = |index: usize| {
            let text = lines.get(index).map_or("", |line| line.text(self.r.text));
            text.len() < 24 && !text.contains(' ') && text.chars().all(|c| c.is_alphabetic() || c == ':')
        };
        let run =
            std::iter::successors(above, |at| at.checked_sub(1)).take(COLUMN).take_while(|&at| label(at));
        let day = |at: &usize| {
            lines.get(*at).is_some_and(|line| has_in_any_case(line.text(self.r.text), DAY_PIECE))
        };
        above = run.skip(1).filter(day).last().or(above);
        above.and_then(|above| lines.get(above)).map_or("", |line| line.text(self.r.text))
    }

    /// What speaks for a day without a label: where it stands, and the words beside it.
    fn placed(&self, one: &Found, line_index: usize, words: Words<'s>, held: Option<Claim>) -> Option<Claim> {
        let Words { before, label, after, bare } = words;
        // *Medlemsbrev 5, 2018-09-02*: the number and its day.
        let issued = || {
            one.start < self.opening
                && self.source.lines.get(line_index).is_some_and(|line| line.len() < 70)
                && (after.trim().is_empty() || ZONES.contains(&after.trim()))
                && one.value.first().is_some()
                && ISSUES.iter().any(|issue| has_in_any_case(label, issue))
        };
        // *2022-05-13 14:24 Pressmeddelande*: the stamp at the head of news.
        let stamped = || {
            bare && one.start < self.begin + 400
                && matches!(self.kind, DocumentKind::News | DocumentKind::Blog)
                && (one.value != one.value.without_clock() || is_clock(past_at(after)))
                && one.value.without_clock().is_day()
                && !after.trim_start().starts_with(['–', '-', ','])
                && one.weekdays.0 == 0
        };
        // *Nyhet 2014-03-05*, *Remissyttrande: 5 maj 2014*, *Beslut 2012-05-04 (dnr 12)*: which paper it is, and its day.
        let named = || {
            let rest = after.trim();
            one.start < self.opening
                && one.value.first().is_some()
                && !self.is_of_meeting()
                && label.len() < 30
                && !bare
                && (rest.is_empty() || rest.starts_with('(') && rest.len() < 60)
                && SERIES.contains(&label.to_lowercase().as_str())
        };
        if beats(Claim::Label, held) && (issued() || stamped() || named()) {
            return Some(Claim::Label);
        }
        if !beats(Claim::Opening, held) {
            return None;
        }
        let open = one.start < self.opening;
        let above = line_index.checked_sub(1).and_then(|i| self.source.lines.get(i));
        // *Plats och tid* above *Rådssalen, den 3 maj*.
        if !bare && open && above.is_some_and(|l| l.len() < 40 && is_time_label(l.text(self.r.text))) {
            return Some(Claim::Time);
        }
        if open {
            let rest = after.trim().trim_end_matches(['*', '\\']);
            // *2021-02-24 U2021/01271*
            let numbers = rest.len() < 30
                && rest.bytes().any(|b| b.is_ascii_digit())
                && (!rest.contains(char::is_alphabetic) || is_matter_number(rest))
                || rest.starts_with("kl") && rest.len() < 30
                // *2012-05-28 Diarienr 514-2012 …*
                || rest.len() < 120 && LETTERS.iter().any(|field| starts_with_word(rest, field));
            // A date that a broken sentence happens to begin a line with is not alone.
            let alone = bare
                && above.is_none_or(|line| line.len() < 50)
                && (matches!(rest, "" | "." | ":")
                    || numbers
                    || rest.starts_with(',') && rest.len() < if self.is_of_meeting() { 60 } else { 30 }
                    || rest.starts_with(['•', '|', '·'])
                        && rest.len() < 60
                        && self.kind != DocumentKind::Agenda)
                && !self.is_listed(one, line_index);
            let alone = alone
                || before.trim() == "**" && after.trim_end_matches('\\').ends_with("**")
                || self.is_held_below_title(one, words, line_index);
            // *2016-05-04* above *Tid: 2016-05-18*: a call goes out on another day than that of the meeting.
            if alone && self.kind == DocumentKind::Agenda && one.weekdays.0 == 0 && rest.is_empty() {
                return beats(Claim::Posted, held).then_some(Claim::Posted);
            }
            // *18 maj 2021⏎⏎Nämnden sammanträder den 19 maj*: when news were posted.
            let posts = matches!(self.kind, DocumentKind::News | DocumentKind::Blog)
                && one.start < self.begin + 200
                && one.weekdays.0 == 0
                && one.value.first().is_some();
            if alone && posts && beats(Claim::Label, held) {
                return Some(Claim::Label);
            }
            // *1982/83:75-80 4—11 februari 1983*, *Nr 58-60 16-17 april 1975*: the head of a record.
            let days = matches!(one.value, Value::Span(a, b) if a.unit != b.unit);
            let numbered = || {
                label.contains(|c: char| c.is_ascii_digit())
                    && label.trim_start_matches(NUMBER).chars().all(|c| !c.is_alphabetic())
            };
            let line = self.source.lines.get(line_index).map_or(0, |line| line.len());
            // *Kommunala rådet 10 april 2014 1 (10) Plats och tid …*
            let of_body = || {
                let word = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
                self.is_of_meeting()
                    && one.value.first().is_some()
                    && before.starts_with(char::is_uppercase)
                    && is_paged(walk::head(after, 12))
                    && BODIES.iter().any(|body| body.len() >= 5 && word.ends_with(body))
            };
            if alone
                || of_body()
                || (days && numbered())
                || self.announces(words)
                || self.kind == DocumentKind::Statement
                    && label.trim_end_matches(" den").ends_with(GOVERNMENT_MEETING)
                || self.is_of_meeting() && ends_with_meeting(self.sentence_before(one))
                || self.may_tell_of_own(one) && names_meeting(self.sentence_before(one), self.told_in(line))
            {
                return Some(Claim::Opening);
            }
        }
        if !beats(Claim::Dateline, held) && held != Some(Claim::Adopted) {
            return None;
        }
        if self.tells_of_meeting(one, words) {
            return Some(Claim::Told);
        }
        if open && one.value.first().is_some() {
            // *Antagen den 18 maj 2020 och giltig till den 31 december 2023*: the first day alone.
            if [label.trim_start_matches('('), last_words(label)].iter().any(|l| adopts(l) && !names_year(l))
            {
                return Some(Claim::Adopted);
            }
            if self.is_speech() {
                return Some(Claim::Speech);
            }
        }
        if one.value.first().is_some() {
            if is_judged(before, after)
                || is_given(before)
                || open && is_given_behind(after)
                || self.is_posted(one, words)
            {
                return Some(Claim::Dateline);
            }
            // *Gäller från 1 januari 2024*, where nothing tells when it was adopted.
            let applies = || {
                open && self.kind == DocumentKind::Policy
                    && APPLIES.iter().any(|word| starts_with_word(label, word))
            };
            if self.is_beside_page(words) || applies() {
                return Some(Claim::Header);
            }
        }
        // Below the words and who signs them.
        let alone_last = || {
            bare && one.start >= self.closing
                && after.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == '\\').is_empty()
                && above.is_none_or(|line| line.len() < 60)
                && !matches!(self.kind, DocumentKind::Minutes | DocumentKind::Record | DocumentKind::Other)
                && one.value.first().is_some()
                && !self.is_listed(one, line_index)
        };
        if alone_last() {
            return Some(Claim::Dateline);
        }
        // A foreword is signed before the text begins.
        let signed = matches!(self.kind, DocumentKind::Report | DocumentKind::Statement);
        let edge = open || signed || one.start >= self.closing;
        let ends = || after.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == '\\').is_empty();
        // *Rektor 2011-05-05, dnr 31-1239*: who decided, when, and under which number.
        let numbered = || {
            open && after
                .trim_start_matches([',', ' ', '('])
                .get(..3)
                .is_some_and(|d| d.eq_ignore_ascii_case(CASE_NUMBER))
        };
        (edge && (ends() || numbered()) && is_place(before)).then_some(Claim::Dateline)
    }

    /// *Protokoll från årsmötet 2016⏎⏎Den 3 maj 2016 vid kvarnen*: the day and the place of a meeting, right below its title.
    fn is_held_below_title(&self, one: &Found, words: Words, line_index: usize) -> bool {
        let above = self.source.lines.previous_text(line_index).and_then(|at| self.source.lines.get(at));
        let titled = |line: &Line| self.title.is_some_and(|title| line.end == title.end);
        let place = words.after.trim_start_matches([',', ' ']).split(' ').next().unwrap_or("");
        self.is_of_meeting()
            && one.value.first().is_some()
            && (words.bare || words.label.eq_ignore_ascii_case(DAY_LEAD))
            && words.after.len() < 60
            && HELD_AT.has(place)
            && above.is_some_and(titled)
    }

    /// How long the line is in which a meeting is named: calls name theirs in running text.
    fn told_in(&self, line: usize) -> usize {
        if self.kind == DocumentKind::Agenda { 0 } else { line }
    }

    /// The first whole day, between the headline and the words: *Ny skola 21 augusti 2026 Kommunen bygger …*.
    fn is_posted(&self, one: &Found, words: Words) -> bool {
        let first = || {
            let whole = |f: &&Found| f.value.first().is_some() && f.value.is_day();
            self.found.iter().find(whole).is_some_and(|f| f.start == one.start)
        };
        let last = words.before.trim_end().rsplit(' ').next().unwrap_or("");
        // Rules tell on which day they were adopted.
        self.kind != DocumentKind::Policy
            && one.start < 400
            && one.weekdays.0 == 0
            && self.r.text.as_bytes().get(one.start).is_some_and(u8::is_ascii_digit)
            && !LEADS.contains(&last.to_lowercase().as_str())
            && words
                .after
                .trim_start_matches([' ', '|', '·', '-', '–', '.'])
                .chars()
                .next()
                .is_none_or(char::is_uppercase)
            && first()
    }

    /// Whether the words beside a day near the beginning of news tell that a body met, or settled something, on it: *Den 16 juni 2018
    /// hölls förbundets stämma*.
    fn tells_of_meeting(&self, one: &Found, words: Words<'s>) -> bool {
        let news = matches!(self.kind, DocumentKind::News | DocumentKind::Notes);
        // *årsskiftet* is no day of a meeting.
        let begins = self.r.byte(one.start);
        let is_day = begins.is_ascii_digit()
            || begins.eq_ignore_ascii_case(&b'd')
            || begins_with_weekday(self.r, one)
            || one.weekdays.0 > 0;
        if !news || !is_day || one.start >= self.begin + TOLD {
            return false;
        }
        let before = words.before.rsplit(". ").next().unwrap_or("");
        let after = walk::head(words.after, 200).split(". ").next().unwrap_or("");
        let last = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
        let bare = |word: &'s str| word.trim_matches(|c: char| !c.is_alphanumeric());
        let near = before.split_whitespace().rev().take(4).chain(after.split_whitespace().take(4));
        let sentence = || before.split_whitespace().chain(after.split_whitespace()).map(bare);
        // *besluten som togs under sammanträdet den 3 maj 2018*
        let met = || {
            let mut words = before.trim_end().trim_end_matches(" den").rsplit(' ');
            let (meeting, lead) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let meeting = meeting.to_lowercase();
            one.value.first().is_some()
                && MET_AT.has(lead)
                && MET_ENDS.iter().any(|end| meeting.ends_with(end) || meeting == "sammanträdet")
        };
        if self.kind == DocumentKind::News && met() {
            return true;
        }
        !LEADS_OTHER.contains(&last.as_str())
            && near.map(bare).any(|word| MET.has(word))
            && sentence().any(|word| names_body(&word.to_lowercase()))
    }

    /// Whether a page's number or the document's stands beside a date: *Version: 1.0  1 (84)  14 februari 2022*.
    fn is_beside_page(&self, words: Words) -> bool {
        let Words { before, after, .. } = words;
        if before.len() + after.len() > 90 || before.len() + after.len() < 4 {
            return false;
        }
        matches!(self.kind, DocumentKind::Report | DocumentKind::Policy | DocumentKind::Statement)
            && (is_paged(before) || is_paged(after))
    }

    fn is_in_heading(&self, one: &Found) -> bool {
        self.title.is_some_and(|t| one.start >= t.start as usize && one.end <= t.end as usize)
    }

    /// Whether a day in the title is the document's.
    fn is_in_title(&self, one: &Found) -> bool {
        // *Utredningen har fått tid till 1 november*
        let other = || {
            let at = self.title.map_or(0, |t| one.start.saturating_sub(t.start as usize));
            let title = self.title.map_or("", |t| t.of(self.r.text));
            let last = title.get(..at).and_then(|before| before.split_whitespace().next_back());
            last.is_some_and(|last| LEADS_OTHER.contains(&last.to_lowercase().as_str()))
                && !self.is_of_meeting()
        };
        self.is_in_heading(one) && !other()
    }

    /// Whether a meeting named before a date can be the one that the document is of. Records name those that they report from, and
    /// reports those of their year.
    fn may_tell_of_own(&self, one: &Found) -> bool {
        match self.kind {
            DocumentKind::Record => {
                self.is_in_title(one) || one.start < self.begin + 400 && self.is_of_debate(one)
            }
            DocumentKind::Report => one.start < self.begin + 200,
            // News tell of meetings that others hold.
            DocumentKind::News | DocumentKind::Blog => one.start < self.begin + 600,
            // A numbered line is a matter: *53 Fullmäktiges protokoll 28.3.2018*.
            _ => {
                let line = self.source.lines.get(self.source.lines.index(one.start));
                line.is_none_or(|line| {
                    !line.text(self.r.text).starts_with(|c: char| c.is_ascii_digit() || c == '§')
                })
            }
        }
    }

    /// *Debatt om förslag 6 april 2022*: a short line that names the debate and its day.
    fn is_of_debate(&self, one: &Found) -> bool {
        let line = self.source.lines.get(self.source.lines.index(one.start));
        line.is_some_and(|line| {
            line.end as usize == one.end
                && DEBATES.iter().any(|debate| starts_with_word(line.text(self.r.text), debate))
        })
    }

    /// Whether a day stands in a list of days, one a line: *Sammanträdesdagar⏎4 maj⏎27 augusti*.
    fn is_listed(&self, one: &Found, line_index: usize) -> bool {
        let lines = &self.source.lines;
        let near = [lines.next_text(line_index + 1), lines.previous_text(line_index)];
        let is_day = |f: &Found| matches!(f.value, Value::At(Point { unit: Unit::Day { .. }, .. }));
        near.into_iter().flatten().filter_map(|i| lines.get(i)).filter(|line| line.len() < LISTED).any(
            |line| {
                let same = |f: &Found| f.value == one.value;
                self.found.iter().any(|f| f.start == line.start as usize && is_day(f) && !same(f))
            },
        )
    }

    /// *Sammanträde 2012* at the head of a flattened page, *stadgar antagna vid årsmötet 2014* in the opening.
    fn is_year_told(&self, one: &Found, line: Line) -> bool {
        let Some(before) = self.r.text.get(line.start as usize..one.start).filter(|b| b.len() < 120) else {
            return false;
        };
        let meeting = || {
            let word = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
            let page = before.starts_with(|c: char| c.is_ascii_digit());
            (line.len() > FLAT || page) && MEETINGS.contains(&word.as_str())
        };
        one.start < self.opening
            && one.start < self.begin + HEAD
            && (meeting() || SETTLED.has(before.trim()) || adopts(before) || adopts(last_words(before)))
    }

    /// *Publicerad 2019*.
    fn is_posted_year(&self, one: &Found, unit: Unit, line: Line) -> bool {
        let before = self.r.text.get(line.start as usize..one.start).unwrap_or("");
        let label = before.trim_end_matches([' ', ':']).rsplit([' ', '>', '*', '_']).next().unwrap_or("");
        matches!(unit, Unit::Year(_) | Unit::Month { year: Some(_), .. })
            && one.start < self.opening
            && before.len() < 40
            && is_posting(label)
    }

    /// *Anna Holm Per Lindholm Mars 2017*: a month at the end of a line of a cover, with nothing but names before it.
    fn is_on_cover(&self, one: &Found, unit: Unit, line: Line) -> bool {
        let month = matches!(unit, Unit::Month { year: Some(_), .. });
        let Some(before) = self.r.text.get(line.start as usize..one.start) else { return false };
        // Of a whole page's line the last words only.
        let names = if before.len() < 80 { usize::MAX } else { 4 };
        // *Stockholm 2003*
        let year = matches!(unit, Unit::Year(_))
            && matches!(self.kind, DocumentKind::Report | DocumentKind::Statement)
            && one.start < self.opening
            && one.end == line.end as usize
            && line.len() < 30
            && is_place(before)
            && !before.trim().contains(' ')
            && one.start > self.begin + 40
            && ![DOCUMENTS, SERIES]
                .iter()
                .any(|papers| papers.contains(&before.trim().to_lowercase().as_str()));
        if year {
            return true;
        }
        month
            && one.start < self.opening
            && one.end == line.end as usize
            && before.len() < 240
            && (before.split_whitespace().rev().take(names).all(|word| word.starts_with(char::is_uppercase))
                && self.r.char(one.start).is_some_and(char::is_uppercase)
                || is_place(before) && before.trim_end().ends_with(" i"))
    }

    /// What speaks for a day in a line that holds a whole page: the words right before it at the page's head, or a place at its end.
    fn in_flat(&self, one: &Found, line: Line) -> Option<Claim> {
        let whole = self.r.text.get(line.start as usize..one.start)?;
        let from = whole.len().saturating_sub(140);
        let from = (from..=whole.len()).find(|&i| whole.is_char_boundary(i))?;
        let before = whole.get(from..)?;
        let ends = [". ", "! ", "? "].iter().filter_map(|end| before.rfind(end)).max();
        let sentence = ends.map_or(before, |at| &before[at + 2..]);
        let after = self.r.text.get(one.end..line.end as usize)?.trim_start();
        if one.value.first().is_some() && is_given(sentence) && one.start < self.begin + HEAD {
            return Some(Claim::Label);
        }
        if one.start < self.begin + HEAD {
            let bare = sentence.trim_matches(|c: char| !c.is_alphabetic());
            if bare.is_empty() && sentence.len() == whole.len() && !after.starts_with(char::is_lowercase) {
                return Some(Claim::Opening);
            }
            let lower = sentence.to_lowercase();
            let words = Vec::from_iter(lower.split_whitespace());
            let near = |n: usize, list: &[&str]| {
                words
                    .iter()
                    .rev()
                    .take(n)
                    .any(|w| list.contains(&w.trim_matches(|c: char| !c.is_alphabetic())))
            };
            if near(3, OWN_LABELS) {
                return Some(Claim::Meeting);
            }
            // *Handläggare Datum Diarienummer Anna Holm 2015-05-26*, *BESLUT 2012-05-28 Diarienr …*
            let columns = || near(5, DAY_LABEL) && words.len() < 16 && one.value.first().is_some();
            let capital = || sentence.split_whitespace().next_back().is_some_and(walk::is_all_caps);
            let paper =
                || words.len() < 4 && words.last().is_some_and(|word| SERIES.contains(word)) && capital();
            if !self.is_of_meeting() && sentence.len() == whole.len() && (columns() || paper()) {
                return Some(Claim::Label);
            }
            // *Styrelsen kallas till sammanträde måndag 20 april*
            if near(5, CALLED) && near(2, MEETINGS) {
                return Some(Claim::Opening);
            }
            // *Beslut vid regeringssammanträde den 3 maj 2007*
            let of_government = || words.iter().rev().take(2).any(|word| word.ends_with(GOVERNMENT_MEETING));
            if self.kind == DocumentKind::Statement && of_government() {
                return Some(Claim::Opening);
            }
            // *Överklagat avgörande: Kammarrättens dom den 3 maj 2016*
            let appealed = lower.contains(APPEALED);
            // *1 Protokoll fört vid föreningens stämma nummer tre måndagen den 3 maj 2021*
            if self.is_of_meeting() && one.value.first().is_some() && names_meeting(sentence, usize::MAX) {
                return Some(Claim::Opening);
            }
            // *Dag tisdagen den 12 juni*
            if words.last().is_some_and(|word| is_time_label(word)) {
                return Some(Claim::Time);
            }
            if near(3, DOCUMENTS) && !appealed || near(2, MEETINGS) && words.len() < 8 {
                return Some(Claim::Opening);
            }
            let placed = COVERS.iter().take(2).filter_map(|cover| lower.rfind(cover)).max();
            if placed.is_some_and(|at| lower.len() - at < 110 && !lower[at..].contains(ADJUSTED)) {
                return Some(Claim::Time);
            }
            if adopts(last_words(sentence)) {
                return Some(Claim::Adopted);
            }
        }
        // *… till riksdagen. Stockholm den 28 oktober 2021 Anna Holm*
        let handed = || {
            self.kind == DocumentKind::Statement
                && whole.len() < 2000
                && before[..before.len() - sentence.len()].trim_end().ends_with("till riksdagen.")
        };
        let small =
            || after.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() < 4;
        let left = self.r.text.len() - one.end;
        let closes = left < 160 || after.is_empty() || left < 300 && small() || handed();
        let signed = || {
            after
                .trim_start_matches('.')
                .split_whitespace()
                .take(2)
                .all(|word| word.starts_with(char::is_uppercase))
        };
        (closes && signed() && is_place(sentence.trim_end_matches("den ").trim_end_matches("den")))
            .then_some(Claim::Dateline)
    }

    /// The words of the sentence before a date, at most 160 bytes, lines joined.
    fn sentence_before(&self, one: &Found) -> &'s str {
        let from = one.start.saturating_sub(160);
        let from = (from..=one.start).find(|&i| self.r.text.is_char_boundary(i)).unwrap_or(one.start);
        let text = self.r.text.get(from..one.start).unwrap_or("");
        let parts = |at: &usize| matches!(text.as_bytes().get(*at..at + 2), Some(b"\n\n" | b". "));
        let cut = memchr::memrchr2_iter(b'\n', b'.', text.as_bytes()).find(parts).map_or(0, |at| at + 2);
        text.get(cut..).unwrap_or("")
    }

    /// Whether the date is a period, and its line the title of what is held or told in it.
    fn is_period(&self, one: &Found, unit: Unit, line_index: usize, line: Line) -> bool {
        let known = matches!(
            unit,
            Unit::Year(_)
                | Unit::Part { year: Some(_), .. }
                | Unit::Month { year: Some(_), .. }
                | Unit::Week { year: Some(_), .. }
        );
        let open = one.start < self.opening;
        let told = matches!(self.kind, DocumentKind::News | DocumentKind::Blog | DocumentKind::Other);
        let edge = || open || !told && (one.start >= self.closing || self.r.text.len() < 20_000);
        let text = line.text(self.r.text);
        let first = || {
            open && (text.starts_with(['\\', '#'])
                || line_index <= self.source.lines.next_text(0).unwrap_or(0) + 3)
        };
        known
            && !matches!(one.value, Value::Span(..))
            && line.len() < 120
            && edge()
            // A longer one further down is a broken sentence.
            && (open || line.len() < 70)
            && (!text.ends_with('.') || self.is_in_heading(one))
            && !text.ends_with(':')
            && !text.starts_with('§')
            && !(self.kind == DocumentKind::Statement && self.is_numbered(one))
            && !TITLE_BOOKS.iter().any(|books| has_in_any_case(text, books))
            && (names_period(text, first()) || open && self.is_of_meeting() && line.len() == 4)
    }
}
