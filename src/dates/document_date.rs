//! The date that a document speaks from: the meeting's day, else its own dated line.
//!
//! Each date in a telling place gives a claim; the strongest wins, and of equal ones the first. In a record
//! of several sittings the line of each (*Fredagen den 21 maj 1954 fm.*) sets the date for what follows.

use super::joins::with_year;
use super::labels::{
    adopts, ends_sitting, is_place, is_time_label, labelled, names_meeting, names_speech, starts_with_weekday,
};
use super::reader::{Found, Reader};
use super::resolve::conflicts;
use super::value::{Point, Unit, Value, day};
use crate::analyze::Source;
use crate::document::DocumentKind;
use crate::structure::Structure;
use crate::text::seek::seek;
use jiff::civil;

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
    /// A line of the opening that names a meeting or its record, or holds the date alone.
    Opening,
    /// A line of its own that begins with the weekday.
    Sitting,
    /// *Tid: …*, *Plats och tid …*.
    Time,
    /// *Stockholm den 3 maj 2022*, at the beginning or the end.
    Dateline,
    /// The first sentences of a speech say when it is held.
    Speech,
    /// *Antagen av fullmäktige den …* at the head of a policy.
    Adopted,
    /// A title that names its period: *Tertial 1 2023*, *Höstmöte 2016*.
    Period,
}

/// How many lines with text the opening has.
const OPENING: usize = 14;
/// How many lines before the end a dateline may stand.
const CLOSING: usize = 30;

struct Places<'s> {
    r: &'s Reader<'s>,
    source: &'s Source<'s>,
    /// Where the opening ends.
    opening: usize,
    closing: usize,
    /// Whether the title names a speech.
    speech: bool,
    /// The year in the header of a record.
    header_year: Option<HeaderYear>,
}

/// A year told by a record's header.
#[derive(Clone, Copy, Debug)]
enum HeaderYear {
    Of(i16),
    /// *1989/90*: the autumn of the first, the spring of the next.
    Session(i16),
}

pub(super) fn find(r: &Reader, source: &Source, structure: &Structure, found: &[Found]) -> OwnDate {
    let places = Places::of(r, source, found);
    let mut best: Option<(Claim, Value)> = None;
    let mut lines = Vec::new();
    let mut line = 0;
    for (index, one) in found.iter().enumerate() {
        line = seek(&source.lines, line, |line| line.start as usize <= one.start);
        let claim = places.claim(one, line.saturating_sub(1));
        let Some(claim) = claim else { continue };
        // A year named shortly before, in the same opening: *höstmöte 2009, torsdagen den 3 december*.
        let before = found[..=index].iter().rev().take_while(|f| f.end + 60 > one.start);
        let named = before.filter_map(|f| Some((f.end, years_of(f.value)?))).next();
        let near = named.filter(|&(end, _)| one.start >= end).map(|(_, year)| year);
        let Some(value) = places.full(one, near) else { continue };
        // A guessed year in which the weekday does not fit makes no sitting: it may be next year's calendar.
        let guessed = one.value.first().is_none() && conflicts(one.weekdays, value);
        if claim == Claim::Sitting
            && !guessed
            && let Some(day) = value.first()
        {
            lines.push((one.start, day));
        }
        if best.is_none_or(|(held, _)| claim < held) {
            best = Some((claim, value));
        }
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

fn years_of(value: Value) -> Option<i16> {
    match value {
        Value::At(Point { unit: Unit::Year(year), .. }) => Some(year),
        _ => value.year(),
    }
}

impl<'s> Places<'s> {
    fn of(r: &'s Reader<'s>, source: &'s Source<'s>, found: &[Found]) -> Places<'s> {
        let with_text = || source.lines.iter().filter(|line| !line.is_blank());
        let opening = with_text().nth(OPENING).map_or(r.text.len(), |line| line.start as usize);
        let closing = source
            .lines
            .iter()
            .rev()
            .filter(|line| !line.is_blank())
            .nth(CLOSING)
            .map_or(0, |l| l.start as usize);
        let title = with_text().next().map_or("", |line| line.text(r.text));
        let speech = title.len() < 200 && names_speech(title);
        let mut places = Places { r, source, opening, closing, speech, header_year: None };
        places.header_year = places.header(found);
        places
    }

    /// The year of a record's header: *RIKSDAGENS PROTOKOLL. 1920*, *Riksdagens protokoll 1989/90:11*.
    fn header(&self, found: &[Found]) -> Option<HeaderYear> {
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
        found.iter().take_while(|f| f.start < head).find_map(|f| years_of(f.value)).map(HeaderYear::Of)
    }

    /// The value with a year.
    fn full(&self, one: &Found, near: Option<i16>) -> Option<Value> {
        let complete = |p: Point| {
            let year = match p.unit {
                Unit::Day { year: None, month, .. } | Unit::Month { year: None, month } => {
                    near.or(match self.header_year? {
                        HeaderYear::Of(year) => Some(year),
                        HeaderYear::Session(year) => Some(if month >= 8 { year } else { year + 1 }),
                    })?
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
            Value::Span(a, b) if a.unit != b.unit && matches!(a.unit, Unit::Day { .. }) => {
                value.first().map(|d| Value::unit(day(d)))
            }
            _ => Some(value),
        }
    }

    /// What speaks for a date being the document's own; it stands in the line with this index.
    fn claim(&self, one: &Found, line_index: usize) -> Option<Claim> {
        let (Value::At(Point { unit, .. }) | Value::Span(Point { unit, .. }, _)) = one.value else {
            return None;
        };
        let open = one.start < self.opening;
        let line = *self.source.lines.get(line_index)?;
        // A broken line tells nothing, and a long one is no label.
        let before = self.r.text.get(line.start as usize..one.start).filter(|t| t.len() <= 160);
        if !matches!(unit, Unit::Day { .. }) {
            let edge = open || one.start >= self.closing || self.r.text.len() < 20_000;
            return (edge && line.len() < 120)
                .then(|| self.period(one, unit, line.text(self.r.text), open))?;
        }
        let before = before?;
        let label = before.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '*' | '#' | '|' | '-' | '–' | '.' | '_' | '\\')
        });
        let after = self.r.text.get(one.end..line.end as usize).unwrap_or("");
        let bare = label.is_empty();
        // The label of a date that fills its line may stand on the line above.
        let above = || {
            let index = self.source.lines.previous_text(line_index)?;
            (line_index - index <= 2).then(|| self.source.lines.get(index).map(|l| l.text(self.r.text)))?
        };
        let label = if bare { above().unwrap_or("") } else { label };
        if let Some(claim) =
            labelled(label, bare, open || one.start < 3000).filter(|_| !bare || label.len() <= 40)
        {
            return claim;
        }
        // *Plats och tid* above *Rådssalen, den 3 maj*.
        if !bare && open {
            let index = line_index.checked_sub(1).and_then(|i| self.source.lines.get(i));
            if index.is_some_and(|l| l.len() < 40 && is_time_label(l.text(self.r.text))) {
                return Some(Claim::Time);
            }
        }
        if bare && starts_with_weekday(self.r, one) && ends_sitting(after) {
            return Some(Claim::Sitting);
        }
        if open {
            let rest = after.trim();
            // A date that a broken sentence happens to begin a line with is not alone.
            let above =
                line_index.checked_sub(1).and_then(|i| self.source.lines.get(i)).map_or(0, |l| l.len());
            let alone = bare
                && above < 50
                && (matches!(rest, "" | ".") || rest == "\\\\" || rest.starts_with(',') && rest.len() < 30);
            // *1982/83:75-80 4—11 februari 1983*, *Nr 58-60 16-17 april 1975*: the head of a record.
            let days = matches!(one.value, Value::Span(a, b) if a.unit != b.unit);
            let numbered = label.contains(|c: char| c.is_ascii_digit())
                && label.trim_start_matches("Nr").chars().all(|c| !c.is_alphabetic());
            if alone || (days && numbered) || names_meeting(self.sentence_before(one), line.len()) {
                return Some(Claim::Opening);
            }
            if adopts(label) && one.value.first().is_some() {
                return Some(Claim::Adopted);
            }
            if self.speech && one.value.first().is_some() {
                return Some(Claim::Speech);
            }
        }
        let edge = open || one.start >= self.closing;
        let ends = || after.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == '\\').is_empty();
        (edge && ends() && is_place(before)).then_some(Claim::Dateline)
    }

    /// The words of the sentence before a date, at most 160 bytes, lines joined.
    fn sentence_before(&self, one: &Found) -> &'s str {
        let from = one.start.saturating_sub(160);
        let from = (from..=one.start).find(|&i| self.r.text.is_char_boundary(i)).unwrap_or(one.start);
        let text = self.r.text.get(from..one.start).unwrap_or("");
        let cut = text.rfind("\n\n").map_or(0, |i| i + 2);
        let text = text.get(cut..).unwrap_or("");
        let cut = text.rfind(". ").map_or(0, |i| i + 2);
        text.get(cut..).unwrap_or("")
    }

    fn period(&self, one: &Found, unit: Unit, line: &str, open: bool) -> Option<Claim> {
        let known = matches!(
            unit,
            Unit::Year(_)
                | Unit::Part { year: Some(_), .. }
                | Unit::Month { year: Some(_), .. }
                | Unit::Week { year: Some(_), .. }
        );
        if !known || matches!(one.value, Value::Span(..)) || line.len() > 120 || line.ends_with('.') {
            return None;
        }
        let line = line.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|w| line.contains(w));
        let meeting = has(&["stämma", "årsmöte", "höstmöte", "vårmöte", "styrelsemöte"]);
        let report = has(&[
            "rapport",
            "årsredovisning",
            "bokslut",
            "uppföljning",
            "tertial",
            "redogörelse",
            "berättelse",
            "protokoll",
            "policy",
            "brev",
        ]);
        let first = open
            && (line.starts_with(['\\', '#'])
                || self.source.lines.index(one.start) <= self.source.lines.next_text(0).unwrap_or(0) + 3);
        (meeting || (first && report)).then_some(Claim::Period)
    }
}
