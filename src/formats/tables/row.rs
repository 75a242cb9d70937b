//! What columns are read from: a finding, with the document and the text around it.

use crate::document::{
    Decision, Document, Function, Heading, Item, Nesting, Person, Span, Speech, Surroundings,
};
use crate::formats::Origin;
use crate::text::{CodePoints, beside};
use jiff::civil;
use std::sync::OnceLock;

/// So many letters stand on either side of what a pattern fits.
const CONTEXT: usize = 80;

/// A document to be put into tables.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Its number, which joins the tables.
    pub doc_id: i64,
    /// Where it comes from.
    pub origin: Origin<'a>,
    /// The text that was analysed.
    pub text: &'a str,
    /// Whether the text itself shall be in the table of documents.
    pub keep_text: bool,
    /// What was found in it.
    pub document: &'a Document,
}

/// A document of which there is nothing, for the table of errors.
#[derive(Clone, Copy, Debug)]
pub struct Failed<'a> {
    /// Its number in the input.
    pub doc_id: i64,
    /// Where it comes from.
    pub source: &'a str,
    /// What the id column says.
    pub id: Option<&'a str>,
    /// Where it failed (`read`, `extract`, `analyze`).
    pub stage: &'a str,
    /// Why: [`ErrorKind::as_str`](crate::ErrorKind::as_str).
    pub kind: &'a str,
    /// Why, for people.
    pub message: &'a str,
}

/// A document whose code points were counted.
#[derive(Debug)]
pub(super) struct Counted<'a> {
    pub found: Found<'a>,
    points: CodePoints<'a>,
    /// In order.
    speakers: Vec<u32>,
    /// Made when a row asks what it stands in.
    nesting: OnceLock<Nesting>,
    sections: OnceLock<Vec<Span>>,
}

impl<'a> Counted<'a> {
    pub fn new(found: Found<'a>) -> Counted<'a> {
        Counted {
            points: CodePoints::new(found.text),
            speakers: found.document.speakers(),
            nesting: OnceLock::new(),
            sections: OnceLock::new(),
            found,
        }
    }
}

/// A finding of a document.
#[derive(Debug)]
pub(super) struct Row<'a, T> {
    pub of: &'a Counted<'a>,
    pub index: usize,
    pub it: &'a T,
}

impl<'a, T> Row<'a, T> {
    /// One for each of a document's findings.
    pub fn each(of: &'a Counted<'a>, all: &'a [T]) -> impl Iterator<Item = Row<'a, T>> {
        all.iter().enumerate().map(move |(index, it)| Row { of, index, it })
    }

    pub fn doc_id(&self) -> i64 {
        self.of.found.doc_id
    }

    pub fn index(&self) -> i64 {
        self.index as i64
    }

    /// What the person of this row is to the meeting or the text.
    pub fn functions(&self, person: &Person) -> Vec<&'static str> {
        let speaks = self.of.speakers.binary_search(&(self.index as u32)).is_ok();
        person.functions_of(speaks).into_iter().map(Function::as_str).collect()
    }

    /// The names of these people.
    pub fn people(&self, people: &[u32]) -> Vec<&'a str> {
        let all = &self.document().people;
        people
            .iter()
            .filter_map(|&index| all.get(index as usize))
            .map(|person| person.name.as_str())
            .collect()
    }

    /// What a stretch of the text stands in.
    pub fn around(&self, span: Span) -> Surroundings {
        self.of.nesting.get_or_init(|| self.document().nesting()).of(span)
    }

    pub fn heading_around(&self, span: Span) -> Option<&'a Heading> {
        self.document().headings.get(self.around(span).heading? as usize)
    }

    pub fn speech_around(&self, span: Span) -> Option<&'a Speech> {
        self.document().speeches.get(self.around(span).speech? as usize)
    }

    pub fn decision_around(&self, span: Span) -> Option<&'a Decision> {
        self.document().decisions.get(self.around(span).decision? as usize)
    }

    /// How many words a stretch of the text has.
    #[cfg(feature = "counts")]
    pub fn words(&self, span: Span) -> Option<i64> {
        i64::try_from(self.document().count_words(self.text(), span)).ok()
    }

    #[cfg(not(feature = "counts"))]
    pub fn words(&self, _: Span) -> Option<i64> {
        None
    }

    /// The section of the heading with this row's number.
    pub fn section(&self) -> Option<Span> {
        let sections = || self.document().sections().iter().map(|section| section.span).collect();
        self.of.sections.get_or_init(sections).get(self.index).copied()
    }

    /// The words before and after, on a line.
    pub fn before(&self, span: Span) -> Option<String> {
        Some(beside::before(self.text(), span, CONTEXT))
    }

    pub fn after(&self, span: Span) -> Option<String> {
        Some(beside::after(self.text(), span, CONTEXT))
    }

    pub fn heading_of(&self, item: &Item) -> Option<&'a Heading> {
        self.document().headings.get(item.heading as usize)
    }

    pub fn origin(&self) -> Origin<'a> {
        self.of.found.origin
    }

    pub fn document(&self) -> &'a Document {
        self.of.found.document
    }

    pub fn text(&self) -> &'a str {
        self.of.found.text
    }

    pub fn kept_text(&self) -> Option<&'a str> {
        self.of.found.keep_text.then_some(self.of.found.text)
    }

    /// A byte of the text in code points; the text's end for one beyond it.
    pub fn at(&self, byte: u32) -> i64 {
        i64::from(self.of.points.at(byte as usize))
    }

    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text())
    }

    pub fn placed(&self, span: Span) -> (i64, i64, &'a str) {
        (self.at(span.start), self.at(span.end), self.slice(span))
    }

    pub fn page(&self, span: Span) -> Option<i64> {
        self.document().page_at(span.start as usize).map(i64::from)
    }
}

/// The first day of a date of this document.
pub(super) fn day_of(document: &Document, date: &str) -> Option<civil::Date> {
    if let Some(day) = date.get(..10)
        && let Ok(day) = day.parse()
    {
        return Some(day);
    }
    // One that stands in the text has been worked out; else a month or a year can be told here.
    let known = document.dates.iter().find(|known| known.value == date).and_then(|known| known.first);
    known.or_else(|| {
        let year = date.get(..4)?.parse().ok()?;
        let month = match date.get(4..)? {
            "" => 1,
            rest => rest.strip_prefix('-')?.parse().ok()?,
        };
        civil::Date::new(year, month, 1).ok()
    })
}
