//! klubba/1: a document as one JSON object, offsets in Unicode code points.

mod records;

pub use super::Origin;
use crate::document::{Document, Evidence, Place};
use records::{
    Context, DateJson, DecisionJson, HeadingJson, ItemJson, MatchJson, PageJson, PersonJson, Records,
    SpeechJson, TocJson,
};
use serde::Serialize;

/// The name of the format, in the key `schema`.
pub const SCHEMA: &str = "klubba/1";

#[derive(Serialize)]
struct DocumentJson<'a> {
    schema: &'static str,
    source: Option<&'a str>,
    kind: &'static str,
    kind_score: u8,
    kind_evidence: Vec<EvidenceJson<'a>>,
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
    headings: Records<'a, HeadingJson<'a>>,
    toc: Records<'a, TocJson<'a>>,
    people: Records<'a, PersonJson<'a>>,
    speeches: Records<'a, SpeechJson<'a>>,
    decisions: Records<'a, DecisionJson<'a>>,
    dates: Records<'a, DateJson<'a>>,
    #[serde(skip_serializing_if = "Records::is_empty")]
    items: Records<'a, ItemJson<'a>>,
    #[serde(skip_serializing_if = "Records::is_empty")]
    matches: Records<'a, MatchJson<'a>>,
    #[serde(skip_serializing_if = "Records::is_empty")]
    pages: Records<'a, PageJson>,
}

/// Evidence for the kind: what was seen, and how much it said.
#[derive(Serialize)]
struct EvidenceJson<'a>(&'a str, f64);

impl EvidenceJson<'_> {
    fn of(evidence: &Evidence) -> EvidenceJson<'_> {
        EvidenceJson(&evidence.feature, evidence.weight)
    }
}

#[derive(Serialize)]
struct PlaceJson {
    name: &'static str,
    code: &'static str,
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
    serde_json::to_writer(out, &json(&Context::new(document, text), origin)).map_err(std::io::Error::from)
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
    serde_json::to_writer_pretty(out, &json(&Context::new(document, text), origin))
        .map_err(std::io::Error::from)
}

/// `document`, which was found in `text`, as one JSON object.
pub fn to_string(document: &Document, text: &str, origin: Origin) -> String {
    let mut out = Vec::new();
    // Writing to memory does not fail, and JSON is UTF-8.
    let _ = write(&mut out, document, text, origin);
    String::from_utf8(out).unwrap_or_default()
}

fn json<'a>(context: &'a Context<'a>, origin: Origin<'a>) -> DocumentJson<'a> {
    let document = context.document;
    DocumentJson {
        schema: SCHEMA,
        source: origin.source,
        kind: document.kind.as_str(),
        kind_score: document.kind_score,
        kind_evidence: document.kind_evidence.iter().map(EvidenceJson::of).collect(),
        title: document.title.as_deref(),
        date: document.date.as_deref(),
        body: document.body.as_deref(),
        place: document.place.map(|Place { name, code }| PlaceJson { name, code }),
        id: origin.id,
        format: origin.format.filter(|&format| format != "text"),
        encoding: origin.encoding,
        notes: origin.notes,
        headings: Records::new(&document.headings, context),
        toc: Records::new(&document.toc, context),
        people: Records::new(&document.people, context),
        speeches: Records::new(&document.speeches, context),
        decisions: Records::new(&document.decisions, context),
        dates: Records::new(&document.dates, context),
        items: Records::new(&document.items, context),
        matches: Records::new(&document.matches, context),
        pages: Records::new(&document.pages, context),
    }
}
