//! The date that a document speaks from: the meeting's day, else its own dated line.
//!
//! Each date in a telling place gives a claim; the strongest wins, and of equal ones the first. In a record
//! of several sittings the line of each (*Fredagen den 21 maj 1954 fm.*) sets the date for what follows.

use super::joins::with_year;
use super::reader::{Found, Reader};
use super::value::{Point, Unit, Value, day};
use crate::analyze::Source;
use crate::document::DocumentKind;
use crate::structure::Structure;
use jiff::civil;

/// The document's own date, and the days of its sittings with the places where they begin.
#[derive(Debug, Default)]
pub(super) struct OwnDate {
    pub value: Option<Value>,
    pub sittings: Vec<(usize, civil::Date)>,
}

/// Where a date stands, from the strongest claim to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
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
    let mut last_year = None;
    for one in found {
        let claim = places.claim(one);
        if let Some(year) = years_of(one.value) {
            last_year = Some((one.end, year));
        }
        let Some(claim) = claim else { continue };
        // A year named shortly before, in the same opening: *höstmöte 2009, torsdagen den 3 december*.
        let near = last_year
            .filter(|&(end, _)| one.start.saturating_sub(end) < 200 && one.start >= end)
            .map(|(_, y)| y);
        let Some(value) = places.full(one, near) else { continue };
        if claim == Claim::Sitting {
            if let Some(day) = value.first() {
                lines.push((one.start, day));
            }
        }
        if best.is_none_or(|(held, _)| claim < held) {
            best = Some((claim, value));
        }
    }
    let value = best.map(|(_, value)| value.without_clock());
    let record =
        structure.kind == DocumentKind::Record || best.is_some_and(|(claim, _)| claim == Claim::Sitting);
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
        let mut places = Places { r, source, opening, closing, header_year: None };
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
                Unit::Day { .. } | Unit::Month { .. } | Unit::Part { year: Some(_), .. } | Unit::Year(_) => {
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

    /// What speaks for a date being the document's own.
    fn claim(&self, one: &Found) -> Option<Claim> {
        let (Value::At(Point { unit, .. }) | Value::Span(Point { unit, .. }, _)) = one.value else {
            return None;
        };
        let open = one.start < self.opening;
        let line_index = self.source.lines.index(one.start);
        let line = *self.source.lines.get(line_index)?;
        // A broken line tells nothing, and a long one is no label.
        let before = self.r.text.get(line.start as usize..one.start).filter(|t| t.len() <= 160);
        if !matches!(unit, Unit::Day { .. }) {
            return (open || line.len() < 80)
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
        if let Some(claim) = labelled(label, bare, open || one.start < 3000) {
            return claim;
        }
        if bare && starts_with_weekday(self.r, one) && ends_sitting(after) {
            return Some(Claim::Sitting);
        }
        if open {
            let rest = after.trim();
            let alone = bare
                && (rest.is_empty()
                    || rest == "\\\\"
                    || rest.starts_with([',', '.', ' ']) && rest.len() < 30);
            let capital = label.chars().next().is_some_and(char::is_uppercase);
            if alone || names_meeting(self.sentence_before(one)) {
                return Some(Claim::Opening);
            }
            if capital && names_speech(line.text(self.r.text)) {
                return Some(Claim::Speech);
            }
        }
        let edge = open || one.start >= self.closing;
        let ends = after.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == '\\').is_empty();
        (edge && ends && is_place(before)).then_some(Claim::Dateline)
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
            Unit::Year(_) | Unit::Part { year: Some(_), .. } | Unit::Month { year: Some(_), .. }
        );
        if !known || matches!(one.value, Value::Span(..)) || line.len() > 120 {
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
        ]);
        let first =
            open && self.source.lines.index(one.start) <= self.source.lines.next_text(0).unwrap_or(0) + 12;
        (meeting || (first && report)).then_some(Claim::Period)
    }
}

/// What the words before a date on its line, or on the line above, say of it: `Some(None)` if that it is not
/// the document's own.
fn labelled(label: &str, bare: bool, early: bool) -> Option<Option<Claim>> {
    if label.len() > 80 {
        return None;
    }
    let label = label.to_lowercase();
    let label = label.trim_end_matches([':', '*', ' ', '|']);
    const OTHERS: &[&str] = &[
        "justering",
        "justerad",
        "anslag",
        "upprättad",
        "inkom",
        "expedi",
        "senast",
        "tas ned",
        "nedtag",
        "sätts upp",
        "diarie",
        "nästa",
        "beslutad",
        "antagen",
        "fastställd",
        "gäller",
        "reviderad",
        "utskrift",
        "kallelse utsänd",
        "föregående",
    ];
    if OTHERS.iter().any(|other| label.contains(other)) {
        return Some(None);
    }
    let last = label.rsplit([' ', '\t', '|']).next().unwrap_or("");
    if matches!(last, "sammanträdesdatum" | "sammanträdesdag" | "mötesdatum" | "mötesdag") {
        return Some(Some(Claim::Meeting));
    }
    if matches!(label, "sammanträde" | "sammanträde den" | "möte den" | "sammanträdet den") && early && !bare
    {
        return Some(Some(Claim::Meeting));
    }
    if matches!(last, "date") && early && label.len() < 12 {
        return Some(Some(Claim::FrontMatter));
    }
    if label == "datum" || (last == "datum" && early) {
        return Some(Some(Claim::Label));
    }
    if early
        && matches!(
            label,
            "tid"
                | "plats och tid"
                | "tid och plats"
                | "plats, tid"
                | "tid, plats"
                | "när"
                | "tid & plats"
                | "dag"
                | "dag och tid"
        )
    {
        return Some(Some(Claim::Time));
    }
    None
}

fn starts_with_weekday(r: &Reader, one: &Found) -> bool {
    matches!(
        r.text
            .get(one.start..)
            .and_then(|t| t.split([' ', '\u{a0}', '\n']).next())
            .map(str::to_lowercase)
            .as_deref(),
        Some("måndagen" | "tisdagen" | "onsdagen" | "torsdagen" | "fredagen" | "lördagen" | "söndagen")
    )
}

/// Whether what follows a sitting's date on its line is nothing, *fm.*, *kl. 11*, *Sid.*, or a document's number.
fn ends_sitting(after: &str) -> bool {
    let after = after.trim_start_matches(['.', ' ', ',']);
    let after = after.trim_end();
    after.is_empty()
        || (after.len() <= 40
            && ["fm", "em", "f. m", "e. m", "f.m", "e.m", "Kl", "kl", "KL", "Sid", "Protokoll", "Nr", "("]
                .iter()
                .any(|w| after.starts_with(w)))
}

/// Whether a sentence names a meeting or the record of one before its date.
fn names_meeting(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "protokoll",
        "möte",
        "sammanträde",
        "stämma",
        "anteckningar",
        "kallelse",
        "kallas",
        "dagordning",
        "föredragningslista",
        "sammankomst",
        "överläggning",
        "mote",
    ];
    const OTHERS: &[&str] =
        &["nästa", "justera", "föregående", "anslag", "senast", "beslutade", "antagen", "bordl"];
    let before = before.to_lowercase();
    WORDS.iter().any(|w| before.contains(w)) && !OTHERS.iter().any(|w| before.contains(w))
}

fn names_speech(line: &str) -> bool {
    let line = line.to_lowercase();
    ["anförande", "tal av", "tal vid", "inledningstal", "invigning", "talade"]
        .iter()
        .any(|w| line.contains(w))
}

/// Whether the words before a date are a place and no more: *Stockholm*, *Stockholm i*, *Lund --*.
fn is_place(before: &str) -> bool {
    let before = before.trim().trim_end_matches([',', '-', '–', ' ']);
    let mut words = 0;
    for word in before.split_whitespace() {
        words += 1;
        if words > 2
            || !word.chars().next().is_some_and(char::is_uppercase)
            || !word.chars().all(char::is_alphabetic)
        {
            return false;
        }
    }
    words > 0
}
