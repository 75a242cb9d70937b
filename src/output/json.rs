//! klubba/1: a document as one JSON object, offsets in Unicode code points.

pub use super::Origin;
use crate::document::{Document, Function, Person, Place, Votes};
use crate::span::Span;
use crate::text::CodePoints;
use serde::Serialize;

/// The name of the format, in the key `schema`.
pub const SCHEMA: &str = "klubba/1";

#[derive(Serialize)]
struct DocumentJson<'a> {
    schema: &'static str,
    source: Option<&'a str>,
    kind: &'static str,
    title: Option<&'a str>,
    date: Option<&'a str>,
    body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    headings: Vec<HeadingJson<'a>>,
    toc: Vec<TocJson<'a>>,
    people: Vec<PersonJson<'a>>,
    speeches: Vec<SpeechJson<'a>>,
    decisions: Vec<DecisionJson<'a>>,
    dates: Vec<DateJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pages: Vec<PageJson>,
}

#[derive(Serialize)]
struct PlaceJson {
    name: &'static str,
    code: &'static str,
}

#[derive(Serialize)]
struct PageJson {
    start: u32,
    number: u32,
}

#[derive(Serialize)]
struct HeadingJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    number: Option<&'a str>,
    title: &'a str,
    level: u8,
    kind: &'static str,
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

#[derive(Serialize)]
struct TocJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    number: Option<&'a str>,
    title: &'a str,
    page: Option<u32>,
    heading: Option<u32>,
    rule: &'static str,
}

#[derive(Serialize)]
struct MentionJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct PersonJson<'a> {
    name: &'a str,
    roles: &'a [String],
    party: Option<&'a str>,
    functions: Vec<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attended: &'a [(u32, u32)],
    mentions: Vec<MentionJson<'a>>,
    rule: &'static str,
}

#[derive(Serialize)]
struct SpeechJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    mode: &'static str,
    verb: Option<&'static str>,
    speakers: &'a [u32],
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

#[derive(Serialize)]
struct VotesJson {
    yes: u32,
    no: u32,
    abstain: Option<u32>,
}

#[derive(Serialize)]
struct BallotJson {
    person: u32,
    vote: &'static str,
}

#[derive(Serialize)]
struct DecisionJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: &'static str,
    body: Option<&'a str>,
    reported: bool,
    items: Vec<MentionJson<'a>>,
    deadline: Option<&'a str>,
    assignee: Option<&'a str>,
    case: Option<&'a str>,
    votes: Option<VotesJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ballots: Vec<BallotJson>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    by: &'a [u32],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    law: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    immediate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    start: u32,
    end: u32,
    heading: u32,
    case: Option<&'a str>,
    proposals: &'a [u32],
    motions: &'a [u32],
    votes: &'a [u32],
    decisions: &'a [u32],
    reservations: &'a [u32],
    speakers: &'a [u32],
    law: &'a [String],
}

#[derive(Serialize)]
struct DateJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: &'a str,
    first: Option<String>,
    last: Option<String>,
    modifier: Option<&'static str>,
    anchor: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    conflict: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

/// Writes `document`, which was found in `text`, as one JSON object without line breaks.
///
/// # Errors
/// Those of the writer.
pub fn write(
    out: impl std::io::Write,
    document: &Document,
    text: &str,
    origin: Origin,
) -> std::io::Result<()> {
    serde_json::to_writer(out, &json(document, text, origin)).map_err(std::io::Error::from)
}

/// The same, indented, for people to read.
///
/// # Errors
/// Those of the writer.
pub fn write_pretty(
    out: impl std::io::Write,
    document: &Document,
    text: &str,
    origin: Origin,
) -> std::io::Result<()> {
    serde_json::to_writer_pretty(out, &json(document, text, origin)).map_err(std::io::Error::from)
}

/// `document`, which was found in `text`, as one JSON object.
pub fn to_string(document: &Document, text: &str, origin: Origin) -> String {
    let mut out = Vec::new();
    // Writing to memory does not fail, and JSON is UTF-8.
    let _ = write(&mut out, document, text, origin);
    String::from_utf8(out).unwrap_or_default()
}

fn json<'a>(document: &'a Document, text: &'a str, origin: Origin<'a>) -> DocumentJson<'a> {
    let points = CodePoints::new(text);
    let mention = |span: Span| {
        let (start, end) = points.span(span);
        MentionJson { start, end, text: span.of(text) }
    };
    let speakers = document.speakers();
    let functions = |p: &Person, speaks| p.functions_of(speaks).into_iter().map(Function::as_str).collect();
    DocumentJson {
        schema: SCHEMA,
        source: origin.source,
        kind: document.kind.as_str(),
        title: document.title.as_deref(),
        date: document.date.as_deref(),
        body: document.body.as_deref(),
        place: document.place.map(|Place { name, code }| PlaceJson { name, code }),
        id: origin.id,
        format: origin.format.filter(|&format| format != "text"),
        encoding: origin.encoding,
        notes: origin.notes,
        headings: Vec::from_iter(document.headings.iter().map(|h| {
            let MentionJson { start, end, text } = mention(h.span);
            HeadingJson {
                start,
                end,
                text,
                number: h.number.as_deref(),
                title: &h.title,
                level: h.level,
                kind: h.kind.as_str(),
                case: h.case.as_deref(),
                page: document.page_at(h.span.start as usize),
                rule: h.rule.code,
            }
        })),
        toc: Vec::from_iter(document.toc.iter().map(|t| {
            let MentionJson { start, end, text } = mention(t.span);
            TocJson {
                start,
                end,
                text,
                number: t.number.as_deref(),
                title: &t.title,
                page: t.page,
                heading: t.heading,
                rule: t.rule.code,
            }
        })),
        people: Vec::from_iter(document.people.iter().zip(0..).map(|(p, index)| PersonJson {
            name: &p.name,
            roles: &p.roles,
            party: p.party.as_deref(),
            functions: functions(p, speakers.binary_search(&index).is_ok()),
            attended: &p.attended,
            mentions: p.mentions.iter().map(|&s| mention(s)).collect(),
            rule: p.rule.code,
        })),
        speeches: Vec::from_iter(document.speeches.iter().map(|s| {
            let MentionJson { start, end, text } = mention(s.span);
            SpeechJson {
                start,
                end,
                text,
                mode: s.mode.as_str(),
                verb: s.verb,
                speakers: &s.speakers,
                page: document.page_at(s.span.start as usize),
                rule: s.rule.code,
            }
        })),
        decisions: Vec::from_iter(document.decisions.iter().map(|d| {
            let MentionJson { start, end, text } = mention(d.span);
            DecisionJson {
                start,
                end,
                text,
                kind: d.kind.as_str(),
                body: d.body.as_deref(),
                reported: d.reported,
                items: d.items.iter().map(|&s| mention(s)).collect(),
                deadline: d.deadline.as_deref(),
                assignee: d.assignee.as_deref(),
                case: d.case.as_deref(),
                votes: d.votes.map(|Votes { yes, no, abstain }| VotesJson { yes, no, abstain }),
                ballots: d
                    .ballots
                    .iter()
                    .map(|b| BallotJson { person: b.person, vote: b.vote.as_str() })
                    .collect(),
                by: &d.by,
                law: &d.law,
                same_as: d.same_as,
                immediate: d.immediate,
                page: document.page_at(d.span.start as usize),
                rule: d.rule.code,
            }
        })),
        dates: Vec::from_iter(document.dates.iter().map(|d| {
            let MentionJson { start, end, text } = mention(d.span);
            DateJson {
                start,
                end,
                text,
                value: &d.value,
                first: d.first.map(|day| day.to_string()),
                last: d.last.map(|day| day.to_string()),
                modifier: d.modifier.map(|m| m.as_str()),
                anchor: d.anchor.as_deref(),
                conflict: d.conflict,
                page: document.page_at(d.span.start as usize),
                rule: d.rule.code,
            }
        })),
        items: Vec::from_iter(document.items.iter().map(|item| {
            let (start, end) = points.span(item.span);
            ItemJson {
                start,
                end,
                heading: item.heading,
                case: item.case.as_deref(),
                proposals: &item.proposals,
                motions: &item.motions,
                votes: &item.votes,
                decisions: &item.decisions,
                reservations: &item.reservations,
                speakers: &item.speakers,
                law: &item.law,
            }
        })),
        pages: Vec::from_iter(
            document
                .pages
                .iter()
                .map(|page| PageJson { start: points.at(page.start as usize), number: page.number }),
        ),
    }
}
