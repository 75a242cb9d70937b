//! Which hits are wanted: those in some parts of a document, said by some people, of some time.

use super::patterns::{Patterns, back};
use crate::document::{DecisionKind, Document, DocumentKind, Error, ErrorKind, Match, Nesting, Span};
use crate::text::View;
use jiff::civil;

/// So many hits of a document are kept.
pub(super) const MOST: usize = 1_000_000;

/// The parts of a document in which hits are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// Anywhere.
    #[default]
    Documents,
    /// In headings.
    Headings,
    /// In items of the agenda.
    Items,
    /// In what somebody says.
    Speeches,
    /// In decisions.
    Decisions,
}

impl Within {
    /// All of them.
    pub const ALL: &'static [Within] =
        &[Within::Documents, Within::Headings, Within::Items, Within::Speeches, Within::Decisions];

    /// Its name: `documents`, `headings`, `items`, `speeches` or `decisions`.
    pub fn as_str(self) -> &'static str {
        match self {
            Within::Documents => "documents",
            Within::Headings => "headings",
            Within::Items => "items",
            Within::Speeches => "speeches",
            Within::Decisions => "decisions",
        }
    }

    /// The one with this name.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] if none has it.
    pub fn from_name(name: &str) -> Result<Within, Error> {
        Within::ALL.iter().copied().find(|within| within.as_str() == name).ok_or_else(|| {
            let all = Vec::from_iter(Within::ALL.iter().map(|within| within.as_str())).join(", ");
            Error::new(ErrorKind::Usage, format!("no part of a document is called {name:?}; there are {all}"))
        })
    }
}

/// Finds patterns where they are wanted. Cheap to clone; one serves many threads.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    patterns: Patterns,
    within: Within,
    documents: Vec<DocumentKind>,
    decisions: Vec<DecisionKind>,
    body: Option<String>,
    speaker: Option<String>,
    since: Option<civil::Date>,
    until: Option<civil::Date>,
}

/// What was found in a document.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Hits {
    /// In the order of the text.
    pub matches: Vec<Match>,
    /// Whether there are more than the million that are kept.
    pub more: bool,
}

impl Finder {
    /// Finds the patterns anywhere.
    pub fn new(patterns: Patterns) -> Finder {
        Finder { patterns, ..Finder::default() }
    }

    /// Only hits that lie wholly in such parts.
    pub fn within(mut self, within: Within) -> Finder {
        self.within = within;
        self
    }

    /// Only hits in documents of this kind (`minutes` …) or, if it is one of decisions (`adopt` …), in such decisions.
    /// May be said again: one of them is enough.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] if neither has that name.
    pub fn kind(mut self, name: &str) -> Result<Finder, Error> {
        if let Some(kind) = DocumentKind::from_name(name) {
            self.documents.push(kind);
        } else if let Some(kind) = DecisionKind::from_name(name) {
            self.decisions.push(kind);
        } else {
            let documents = DocumentKind::ALL.iter().map(|kind| kind.as_str());
            let all = Vec::from_iter(documents.chain(DecisionKind::ALL.iter().map(|kind| kind.as_str())))
                .join(", ");
            return Err(Error::new(
                ErrorKind::Usage,
                format!("no document and no decision is of the kind {name:?}; there are {all}"),
            ));
        }
        Ok(self)
    }

    /// Only hits in decisions of a body whose name holds these words, in any case; outside of decisions, in documents of
    /// one.
    pub fn body(mut self, words: &str) -> Finder {
        self.body = Some(words.to_lowercase());
        self
    }

    /// Only hits in speeches of someone whose name holds these words, in any case.
    pub fn speaker(mut self, words: &str) -> Finder {
        self.speaker = Some(words.to_lowercase());
        self
    }

    /// Only documents of this day or later. One that tells only its month or year is compared by that, and one without a
    /// date is left out.
    pub fn since(mut self, day: civil::Date) -> Finder {
        self.since = Some(day);
        self
    }

    /// Only documents of this day or before.
    pub fn until(mut self, day: civil::Date) -> Finder {
        self.until = Some(day);
        self
    }

    /// The patterns.
    pub fn patterns(&self) -> &Patterns {
        &self.patterns
    }

    /// Whether what is wanted can only be told of an analysed text.
    pub fn needs_analysis(&self) -> bool {
        let Finder { patterns: _, within, documents, decisions, body, speaker, since, until } = self;
        *within != Within::Documents
            || !(documents.is_empty() && decisions.is_empty())
            || body.is_some()
            || speaker.is_some()
            || since.is_some()
            || until.is_some()
    }

    /// Whether there is surely no hit in a text of UTF-8 that has these bytes, whatever part is wanted: cheap, and asked
    /// before anything is read.
    #[cfg(feature = "cli")]
    pub(crate) fn miss(&self, bytes: &[u8]) -> bool {
        self.patterns.miss(bytes)
    }

    /// Whether there may be a hit in a text: never no where there is one. What it says no to needs no analysis.
    pub fn may_fit(&self, text: &str) -> bool {
        self.patterns.may_fit(View::of(text).text())
    }

    /// Finds the patterns in a text, wherever they stand.
    pub fn find_anywhere(&self, text: &str) -> Hits {
        let view = View::of(text);
        let mut hits = Hits::default();
        hits.more = self.patterns.within(view.text(), &[whole(&view)], MOST, &mut hits.matches);
        back(&view, &mut hits.matches);
        hits
    }

    /// Finds the patterns in a text with what was found in it, where they are wanted.
    pub fn find(&self, text: &str, document: &Document) -> Hits {
        let mut hits = Hits::default();
        if !self.is_of_time(document)
            || !(self.documents.is_empty() || self.documents.contains(&document.kind))
        {
            return hits;
        }
        let view = View::of(text);
        let ranges = match self.within {
            Within::Documents => vec![whole(&view)],
            Within::Headings => ranges(&view, document.headings.iter().map(|heading| heading.span)),
            Within::Items => ranges(&view, document.items.iter().map(|item| item.span)),
            Within::Speeches => ranges(&view, document.speeches.iter().map(|speech| speech.span)),
            Within::Decisions => ranges(&view, document.decisions.iter().map(|decision| decision.span)),
        };
        hits.more = self.patterns.within(view.text(), &ranges, MOST, &mut hits.matches);
        back(&view, &mut hits.matches);
        if !self.decisions.is_empty() || self.body.is_some() || self.speaker.is_some() {
            let nesting = document.nesting();
            hits.matches.retain(|hit| self.wants(document, &nesting, hit.span));
        }
        hits
    }

    /// Whether kind and body of the decision, and the speakers, are as they are wanted.
    fn wants(&self, document: &Document, nesting: &Nesting, span: Span) -> bool {
        let around = nesting.of(span);
        let decision = around.decision.and_then(|index| document.decisions.get(index as usize));
        if !self.decisions.is_empty()
            && !decision.is_some_and(|decision| self.decisions.contains(&decision.kind))
        {
            return false;
        }
        if let Some(words) = &self.body {
            let body = decision.and_then(|decision| decision.body.as_ref()).or(document.body.as_ref());
            if !body.is_some_and(|body| body.to_lowercase().contains(words)) {
                return false;
            }
        }
        let Some(words) = &self.speaker else { return true };
        let speech = around.speech.and_then(|index| document.speeches.get(index as usize));
        let speakers = speech.into_iter().flat_map(|speech| &speech.speakers);
        let mut people = speakers.filter_map(|&index| document.people.get(index as usize));
        people.any(|person| person.name.to_lowercase().contains(words))
    }

    fn is_of_time(&self, document: &Document) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let Some(date) = document.date.as_deref() else { return false };
        // As exact as it is: a day, a month, or of anything else its year.
        let plain = |length: &usize| {
            date.get(..*length).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
                && date.get(*length..).is_none_or(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let Some(length) = [10, 7, 4].into_iter().find(plain) else { return false };
        let own = date.get(..length);
        let part = |day: civil::Date| day.to_string().get(..length).map(str::to_string);
        self.since.is_none_or(|day| own >= part(day).as_deref())
            && self.until.is_none_or(|day| own <= part(day).as_deref())
    }
}

fn whole(view: &View) -> Span {
    Span::new(0, view.text().len())
}

/// Spans as those of a view, without what lies in one before: nothing is searched twice.
fn ranges(view: &View, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut ranges: Vec<Span> = Vec::new();
    for span in spans.map(|span| view.seen(span)) {
        match ranges.last() {
            Some(last) if span.end <= last.end => {}
            Some(last) if span.start < last.end => ranges.push(Span { start: last.end, end: span.end }),
            _ => ranges.push(span),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Kommunstyrelsen\n\nProtokoll 2024-03-14\n\n§ 4 Budget\n\nAnna Holm (S) säger att budgeten är \
                        stram.\n\nKommunstyrelsen beslutar att anta budgeten för 2025.\n\n§ 5 Skolan\n\nKommunstyrelsen \
                        beslutar att avslå budgeten för skolan.\n";

    fn found(finder: Finder) -> usize {
        finder.find(TEXT, &crate::analyze(TEXT)).matches.len()
    }

    fn budget() -> Finder {
        Finder::new(Patterns::builder().pattern("budget", "budget").folded(true).build().unwrap())
    }

    #[test]
    fn parts_kinds_bodies_and_speakers() {
        assert_eq!(found(budget()), 4);
        assert_eq!(found(budget().within(Within::Headings)), 1);
        assert_eq!(found(budget().within(Within::Decisions)), 2);
        assert_eq!(found(budget().within(Within::Speeches)), 1);
        assert_eq!(found(budget().kind("reject").unwrap()), 1);
        assert_eq!(found(budget().kind("minutes").unwrap()), 4);
        assert_eq!(found(budget().kind("news").unwrap()), 0);
        assert_eq!(found(budget().body("kommunstyr")), 4);
        assert_eq!(found(budget().body("nämnd")), 0);
        assert_eq!(found(budget().speaker("holm")), 1);
        assert!(Finder::default().kind("budget").is_err() && Within::from_name("budget").is_err());
    }

    #[test]
    fn days() {
        let day = |month| civil::date(2024, month, 14);
        assert_eq!(found(budget().since(day(3)).until(day(3))), 4);
        assert_eq!(found(budget().since(day(4))), 0);
        assert_eq!(found(budget().until(day(2))), 0);
        let of = |date: &str, finder: &Finder| {
            finder.is_of_time(&Document { date: Some(date.to_string()), ..Document::empty() })
        };
        let march = budget().since(day(3)).until(day(3));
        assert!(
            ["2024", "2024-03", "2024-03-14", "2024-W05", "2024-21"]
                .iter()
                .all(|date| of(date, &march) || *date == "2024-21")
        );
        assert!(!["2023", "2024-04", "2024-03-15", "2025-W05", ""].iter().any(|date| of(date, &march)));
    }
}
