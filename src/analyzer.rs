//! The road a text travels, from `&str` to [`Document`].

use crate::document::{Deadline, Document, DocumentKind, Error, ErrorKind, Marks};
#[cfg(feature = "find")]
use crate::find::Patterns;
#[cfg(feature = "find")]
use crate::find::own;
use crate::layers::people::Cast;
use crate::layers::structure::{self, Structure};
use crate::layers::{attendance, dates, decisions, items, people, speeches};
use crate::lexicon::terms::{Terms, Vocabulary};
use crate::scan::Source;
use crate::text::View;
use jiff::civil;
use std::sync::Arc;
use std::time::Duration;

/// A set of layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers(u8);

impl Layers {
    /// Headings and the table of contents.
    pub const HEADINGS: Layers = Layers(1);
    /// Dates.
    pub const DATES: Layers = Layers(1 << 1);
    /// People.
    pub const PEOPLE: Layers = Layers(1 << 2);
    /// Speeches.
    pub const SPEECHES: Layers = Layers(1 << 3);
    /// Decisions.
    pub const DECISIONS: Layers = Layers(1 << 4);
    /// All layers.
    pub const ALL: Layers = Layers(0b1_1111);

    /// Those that read names, roles and verbs.
    const OF_PEOPLE: Layers = Layers::PEOPLE.and(Layers::SPEECHES).and(Layers::DECISIONS);

    /// The layer of this name: `headings`, `dates`, `people`, `speeches`, `decisions` or `all`.
    pub fn from_name(name: &str) -> Option<Layers> {
        Some(match name {
            "headings" => Layers::HEADINGS,
            "dates" => Layers::DATES,
            "people" => Layers::PEOPLE,
            "speeches" => Layers::SPEECHES,
            "decisions" => Layers::DECISIONS,
            "all" => Layers::ALL,
            _ => return None,
        })
    }

    /// These and those.
    pub const fn and(self, more: Layers) -> Layers {
        Layers(self.0 | more.0)
    }

    /// Whether any of `layers` is in this set.
    pub const fn has(self, layers: Layers) -> bool {
        self.0 & layers.0 != 0
    }
}

/// Finds headings, speakers, decisions and dates. Cheap to make and to clone; one serves many threads.
#[derive(Clone, Debug)]
pub struct Analyzer {
    date: Option<civil::Date>,
    kind: Option<DocumentKind>,
    layers: Layers,
    timeout: Option<Duration>,
    /// With own terms; `None` for the words that the crate ships with.
    words: Option<Arc<Vocabulary>>,
    #[cfg(feature = "find")]
    patterns: Patterns,
}

impl Default for Analyzer {
    fn default() -> Analyzer {
        Analyzer {
            date: None,
            kind: None,
            layers: Layers::ALL,
            timeout: None,
            words: None,
            #[cfg(feature = "find")]
            patterns: Patterns::default(),
        }
    }
}

/// Makes an [`Analyzer`]: see [`Analyzer::builder`].
#[derive(Clone, Debug, Default)]
pub struct AnalyzerBuilder(Analyzer);

impl AnalyzerBuilder {
    /// The document's date where the text gives none; relative dates are resolved against it.
    pub fn date(mut self, date: civil::Date) -> AnalyzerBuilder {
        self.0.date = Some(date);
        self
    }

    /// The document's kind where the caller knows it, instead of what its text tells.
    ///
    /// ```
    /// use klubba::{Analyzer, DocumentKind};
    /// let analyzer = Analyzer::builder().kind(DocumentKind::Notes).build();
    /// assert_eq!(analyzer.analyze("Vi sågs i går.").kind, DocumentKind::Notes);
    /// ```
    pub fn kind(mut self, kind: DocumentKind) -> AnalyzerBuilder {
        self.0.kind = Some(kind);
        self
    }

    /// The layers wanted; the others stay empty. All, if nothing is said.
    pub fn layers(mut self, layers: Layers) -> AnalyzerBuilder {
        self.0.layers = layers;
        self
    }

    /// How long the analysis of one text may take, in wall time; without it there is no limit. [`Analyzer::try_analyze`] and
    /// [`Analyzer::analyze_marked`] then give an error of [`ErrorKind::Timeout`], and [`Analyzer::analyze`] a document
    /// without a finding. The clock is looked at between the steps and in their longest loops, so that a text may take
    /// a little longer.
    ///
    /// ```
    /// use klubba::{Analyzer, ErrorKind};
    /// use std::time::Duration;
    /// let hurried = Analyzer::builder().timeout(Duration::ZERO).build();
    /// assert_eq!(hurried.try_analyze("Mötet hölls igår.").unwrap_err().kind(), ErrorKind::Timeout);
    /// ```
    pub fn timeout(mut self, limit: Duration) -> AnalyzerBuilder {
        self.0.timeout = Some(limit);
        self
    }

    /// Words of a field's own, added to klubba's lexicon or taken out of it: see [`Terms`]. The lexicon is made here,
    /// in a few milliseconds; clones of the analyzer share it.
    pub fn terms(mut self, terms: &Terms) -> AnalyzerBuilder {
        self.0.words = Some(Arc::new(Vocabulary::with(terms)));
        self
    }

    /// Patterns of a user's own, found in the same run: [`Document::matches`]. What one called `heading` fits makes its
    /// line a heading; what one called `case` fits is a case number of the heading, item or decision that it stands in,
    /// where klubba found none.
    ///
    /// ```
    /// # #[cfg(feature = "find")] {
    /// use klubba::{Analyzer, find::Patterns};
    /// let patterns = Patterns::builder().pattern("amount", r"[0-9 ]+ kronor").build()?;
    /// let doc = Analyzer::builder().patterns(&patterns).build().analyze("Det kostar 400 kronor.");
    /// assert_eq!(&*doc.matches[0].pattern, "amount");
    /// # }
    /// # Ok::<(), klubba::Error>(())
    /// ```
    #[cfg(feature = "find")]
    pub fn patterns(mut self, patterns: &Patterns) -> AnalyzerBuilder {
        self.0.patterns = patterns.clone();
        self
    }

    /// The analyzer.
    pub fn build(self) -> Analyzer {
        self.0
    }
}

impl Analyzer {
    /// An analyzer to be adjusted.
    ///
    /// ```
    /// use klubba::{Analyzer, Layers, civil};
    /// let analyzer = Analyzer::builder().date(civil::date(2024, 3, 14)).layers(Layers::DATES).build();
    /// assert_eq!(analyzer.analyze("Mötet hölls igår.").dates[0].value, "2024-03-13");
    /// ```
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// Analyses a text. Never fails: whatever the text, the answer is what could be found in it.
    ///
    /// A text of 4 GiB or more cannot be addressed and comes back without a finding, and so does one that takes longer than
    /// the [`AnalyzerBuilder::timeout`]; use [`Analyzer::try_analyze`] where such texts may occur.
    pub fn analyze(&self, text: &str) -> Document {
        self.try_analyze(text).unwrap_or_else(|_| Document::empty())
    }

    /// Analyses a text.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] for a text of 4 GiB or more, [`ErrorKind::Timeout`] where it takes longer than the
    /// [`AnalyzerBuilder::timeout`].
    pub fn try_analyze(&self, text: &str) -> Result<Document, Error> {
        self.analyze_marked(text, &Marks::default())
    }

    /// Analyses a text with what its file knows of its lines: styled headings with their levels, large type, tables.
    ///
    /// ```
    /// use klubba::{Analyzer, Mark, Marks, Span};
    /// let text = "Bakgrund\n\nFrågan har utretts.\n\nI korthet\n\nDen är löst.\n";
    /// let mut marks = Marks::new();
    /// marks.push(Span { start: 0, end: 8 }, Mark::Heading(1));
    /// marks.push(Span { start: 32, end: 41 }, Mark::Heading(2));
    /// let doc = Analyzer::default().analyze_marked(text, &marks).unwrap();
    /// assert_eq!(doc.headings[1].title, "I korthet");
    /// assert_eq!(doc.headings[1].level, doc.headings[0].level + 1);
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] for a text of 4 GiB or more, [`ErrorKind::Timeout`] where it takes longer than the
    /// [`AnalyzerBuilder::timeout`].
    pub fn analyze_marked(&self, text: &str, marks: &Marks) -> Result<Document, Error> {
        self.analyze_within(text, marks, self.timeout)
    }

    /// The same with the time limit of a run.
    pub(crate) fn analyze_within(
        &self,
        text: &str,
        marks: &Marks,
        limit: Option<Duration>,
    ) -> Result<Document, Error> {
        let deadline = Deadline::within(limit);
        // The view of a text is never longer than the text.
        if text.len() >= u32::MAX as usize {
            return Err(Error::new(
                ErrorKind::TooLarge,
                format!("the text has {} bytes; klubba reads texts below 4 GiB: split it", text.len()),
            ));
        }
        let view = View::of(text);
        #[cfg_attr(not(feature = "find"), allow(unused_mut))]
        let mut marks = Vec::from_iter(marks.iter().map(|(span, mark)| (view.seen(span), mark)));
        #[cfg(feature = "find")]
        let matches = self.patterns.all(view.text());
        #[cfg(feature = "find")]
        own::mark_headings(view.text(), &matches, &mut marks);
        deadline.check()?;
        let frame_only = !self.layers.has(Layers::OF_PEOPLE);
        let mut document = self.read(Source::new(view.text(), marks, frame_only, self.words(), deadline))?;
        #[cfg(feature = "find")]
        own::add(&mut document, view.text(), matches);
        if !view.is_plain() {
            document.map_spans(|span| view.original(span));
        }
        Ok(document)
    }

    /// Whether it finds patterns of a user's own.
    #[cfg(feature = "cli")]
    pub(crate) fn has_patterns(&self) -> bool {
        !self.patterns.is_empty()
    }

    fn words(&self) -> &Vocabulary {
        self.words.as_deref().unwrap_or_else(|| Vocabulary::shipped())
    }

    /// Layer by layer; each sees those before it. What no later layer reads is dropped at once: of a long text lines,
    /// cues and sentences are larger than the text.
    fn read(&self, source: Source) -> Result<Document, Error> {
        let want = |layers| self.layers.has(layers);
        let told = want(Layers::SPEECHES.and(Layers::DECISIONS));
        let dated = want(Layers::DATES.and(Layers::DECISIONS));
        let (text, deadline) = (source.text, source.deadline);
        deadline.check()?;

        let (structure, block_lines) = structure::find(&source, self.kind, told);
        deadline.check()?;
        let (dates, date) = dates::find(&source, &structure, self.date, !dated);
        deadline.check()?;
        let (mut cast, intros) =
            if want(Layers::OF_PEOPLE) { people::find(&source, &structure) } else { Default::default() };
        deadline.check()?;
        attendance::mark(&source, &structure, &mut cast);
        let speeches = kept(told, || {
            let context = speeches::Context::new(&source, &structure, &block_lines, &cast, &intros);
            speeches::find(&context)
        });
        deadline.check()?;
        let Source { cued, lines, .. } = source;
        drop((lines, block_lines, intros));

        let mut decisions =
            kept(want(Layers::DECISIONS), || decisions::find(&cued, &structure, &dates, &cast, &speeches));
        deadline.check()?;
        let Structure {
            headings,
            toc,
            kind,
            told,
            title,
            body,
            place,
            furniture,
            pages,
            blocks,
            sentences,
            ..
        } = structure;
        let Cast { people, mentions, .. } = cast;
        drop((cued, sentences, mentions));

        // Also marks the decisions that an item repeats.
        let items = kept(want(Layers::DECISIONS), || items::find(text, &headings, &mut decisions, &speeches));
        deadline.check()?;
        let outlined = want(Layers::HEADINGS);
        Ok(Document {
            kind,
            kind_score: told.score,
            kind_evidence: told.evidence,
            title,
            date,
            body,
            place,
            headings: kept(outlined, || headings),
            toc: kept(outlined, || toc),
            people,
            speeches: kept(want(Layers::SPEECHES), || speeches),
            decisions,
            items: kept(outlined, || items),
            dates: kept(want(Layers::DATES), || dates),
            matches: Vec::new(),
            furniture,
            blocks: structure::shown(blocks),
            pages,
        })
    }
}

/// What `find` finds, if it is wanted.
fn kept<T>(wanted: bool, find: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if wanted { find() } else { Vec::new() }
}

/// Analyses a text with all layers.
///
/// ```
/// let text = "§ 4 Budget 2025\n\nBeslut\n\nKommunstyrelsen beslutar att anta budgeten.\n";
/// let doc = klubba::analyze(text);
/// assert_eq!(doc.headings[0].number.as_deref(), Some("§ 4"));
/// assert_eq!(doc.decisions[0].body.as_deref(), Some("Kommunstyrelsen"));
/// ```
pub fn analyze(text: &str) -> Document {
    Analyzer::default().analyze(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_loops_end_when_the_time_is_up() {
        let text = "Den 14 mars 2024 beslutade Kommunstyrelsen att Anna Holm (S) väljs. ".repeat(50);
        let found = |limit| {
            let source =
                Source::new(&text, Vec::new(), false, Vocabulary::shipped(), Deadline::within(limit));
            let (structure, _) = structure::find(&source, None, true);
            let (dates, _) = dates::find(&source, &structure, None, false);
            let (cast, _) = people::find(&source, &structure);
            let decisions = decisions::find(&source.cued, &structure, &dates, &cast, &[]);
            [dates.len(), cast.people.len(), decisions.len()]
        };
        assert!(found(None).iter().all(|&found| found > 0), "{:?}", found(None));
        assert_eq!(found(Some(Duration::ZERO)), [0; 3]);
    }
}
