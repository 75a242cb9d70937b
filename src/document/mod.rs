//! What an analysis finds: plain data, in the order of the text. This room imports nothing of the others.

mod block;
#[cfg(feature = "counts")]
mod counts;
mod date;
mod deadline;
mod decision;
mod error;
mod evidence;
mod heading;
mod item;
mod marks;
mod matched;
mod named;
mod nesting;
mod person;
pub(crate) mod rule;
pub(crate) mod sections;
mod span;
mod speech;

pub use block::{Block, BlockKind, Page};
pub use date::{Date, Modifier};
pub(crate) use deadline::Deadline;
pub use decision::{Ballot, Charge, Decision, DecisionKind, Vote, Votes};
pub use error::{Error, ErrorKind};
pub use evidence::Evidence;
pub use heading::{Heading, HeadingKind, TocEntry};
pub use item::Item;
pub use marks::{Mark, Marks};
pub use matched::Match;
pub use nesting::{Nesting, Surroundings};
pub use person::{Function, Person};
pub use rule::{Example, Fired, Rule};
pub use sections::Section;
pub use span::Span;
pub use speech::{Speech, SpeechMode};

use named::named;

named! {
    /// What sort of text a document is.
    DocumentKind {
        /// *Protokoll*: formal, adjusted minutes with paragraphs and decisions.
        Minutes = "minutes",
        /// *Minnesanteckningar*: informal record of a meeting.
        Notes = "notes",
        /// *Kallelse, föredragningslista*: called before the meeting.
        Agenda = "agenda",
        /// *Ordagrant protokoll, anförande, tal*: what was said, word for word.
        Record = "record",
        /// *Rapport, redovisning, utredning*: sections of prose.
        Report = "report",
        /// *Policy, riktlinje, reglemente, stadga, plan*: rules or plans.
        Policy = "policy",
        /// *Tjänsteskrivelse, yttrande, motion, uppdrag*: one matter argued or ordered.
        Statement = "statement",
        /// *Nyhet, pressmeddelande*: news from a public body.
        News = "news",
        /// *Blogg, krönika, insändare*: personal text.
        Blog = "blog",
        /// None of these.
        Other = "other",
    }
}

/// All that was found in one text. Spans point into that text, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What sort of text it is.
    pub kind: DocumentKind,
    /// How sure the kind is, 0 to 100: the share that the evidence gives it among all kinds. Of `Other`, what the likeliest kind had
    /// where it was too little.
    pub kind_score: u8,
    /// What spoke most for the kind, the strongest first.
    pub kind_evidence: Vec<Evidence>,
    /// The document's own title.
    pub title: Option<String>,
    /// The date it speaks from, ISO 8601, as exact as the text allows.
    pub date: Option<String>,
    /// The body it belongs to (*Kommunstyrelsen*), where it tells.
    pub body: Option<String>,
    /// The municipality or region it belongs to, where its title, page headers or first lines name one.
    pub place: Option<Place>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Lines of the table of contents, in order.
    pub toc: Vec<TocEntry>,
    /// Every natural person named, in order of first mention.
    pub people: Vec<Person>,
    /// Words attributed to people, in order.
    pub speeches: Vec<Speech>,
    /// Decisions in order.
    pub decisions: Vec<Decision>,
    /// The items of the agenda in order, each with the course of its matter. Empty unless headings and decisions
    /// are both wanted.
    pub items: Vec<Item>,
    /// Dates in order.
    pub dates: Vec<Date>,
    /// What the analyzer's own patterns fit, in order (`Analyzer::builder().patterns(…)`, feature `find`).
    pub matches: Vec<Match>,
    /// What recurs on every page: headers, footers, page marks; in order.
    pub furniture: Vec<Span>,
    /// The whole text in order: each line with something to see belongs to one block, and none to two.
    pub blocks: Vec<Block>,
    /// Where each page begins, in order; empty if the text does not tell.
    pub pages: Vec<Page>,
}

/// A municipality or a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its name in SCB's list (*Kungsbacka kommun*; *Göteborgs kommun* for *Göteborgs Stad*), or the region's
    /// own (*Region Skåne*).
    pub name: &'static str,
    /// SCB's code: four digits for a municipality, two for a region (those of its county).
    pub code: &'static str,
}

impl Document {
    /// A document in which nothing was found.
    pub(crate) fn empty() -> Document {
        Document {
            kind: DocumentKind::Other,
            kind_score: 0,
            kind_evidence: Vec::new(),
            title: None,
            date: None,
            body: None,
            place: None,
            headings: Vec::new(),
            toc: Vec::new(),
            people: Vec::new(),
            speeches: Vec::new(),
            decisions: Vec::new(),
            items: Vec::new(),
            dates: Vec::new(),
            matches: Vec::new(),
            furniture: Vec::new(),
            blocks: Vec::new(),
            pages: Vec::new(),
        }
    }

    /// The people with at least one speech, as indices into [`Document::people`], in order.
    pub fn speakers(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.speeches.iter().flat_map(|s| s.speakers.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What the person with this index in [`Document::people`] is to the meeting or the text: the functions that
    /// lists give, [`Function::Speaker`] for one with a speech, [`Function::Mentioned`] for one with none of them.
    pub fn functions(&self, person: u32) -> Vec<Function> {
        let speaks = self.speeches.iter().any(|s| s.speakers.contains(&person));
        self.people.get(person as usize).map_or_else(Vec::new, |p| p.functions_of(speaks))
    }

    /// Number of the page that holds byte `offset`; `None` if the text does not tell its pages.
    ///
    /// ```
    /// let doc = klubba::analyze("Första sidan.\n\u{c}Andra sidan.\n");
    /// assert_eq!((doc.page_at(0), doc.page_at(20)), (Some(1), Some(2)));
    /// ```
    pub fn page_at(&self, offset: usize) -> Option<u32> {
        let before = self.pages.partition_point(|page| page.start as usize <= offset);
        self.pages.get(before.checked_sub(1)?).map(|page| page.number)
    }

    /// Puts every span through `map`: from the text that was analysed to the caller's.
    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        let at = |cue: u32| map(Span { start: cue, end: cue }).start;
        self.headings.iter_mut().for_each(|x| (x.span, x.cue) = (map(x.span), at(x.cue)));
        self.toc.iter_mut().for_each(|x| x.span = map(x.span));
        self.people.iter_mut().for_each(|x| x.cue = at(x.cue));
        self.people.iter_mut().flat_map(|x| &mut x.mentions).for_each(|s| *s = map(*s));
        self.speeches.iter_mut().for_each(|x| (x.span, x.cue) = (map(x.span), at(x.cue)));
        self.dates.iter_mut().for_each(|x| (x.span, x.cue) = (map(x.span), at(x.cue)));
        for found in &mut self.matches {
            found.span = map(found.span);
            found.groups.iter_mut().for_each(|(_, span)| *span = map(*span));
        }
        self.furniture.iter_mut().for_each(|s| *s = map(*s));
        self.blocks.iter_mut().for_each(|x| x.span = map(x.span));
        // The first page begins with the text, whatever was left out there.
        let pages = self.pages.iter_mut().filter(|x| x.start > 0);
        pages.for_each(|x| x.start = at(x.start));
        self.items.iter_mut().for_each(|x| x.span = map(x.span));
        for decision in &mut self.decisions {
            (decision.span, decision.cue) = (map(decision.span), at(decision.cue));
            decision.items.iter_mut().for_each(|s| *s = map(*s));
        }
    }
}
