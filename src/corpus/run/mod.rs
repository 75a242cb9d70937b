//! The run: one thread reads, a pool reads formats and analyses, and results come out in the order of the input.
//!
//! Documents travel in batches. What is in a batch depends on the documents alone, never on threads or time, so that
//! results cut at the ends of batches are the same in every run. Batches wait for one another by a queue of slots in
//! the order of the input, and the reader waits where too many bytes are under way: that bounds the memory.

mod ordered;

pub(crate) use ordered::{Batch, Ordered, Plan};

use crate::analyzer::Analyzer;
use crate::corpus::archive::{Archive, Content, Entry, Settings};
use crate::document::{Document, Error, ErrorKind, Marks};
use crate::extract::{ExtractLimits, Extracted, FileFormat, Ocr, Recognized, extract};
#[cfg(feature = "cli")]
use crate::formats::{Origin, tables::Failed};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// A file of some bytes gives no more than so many times as much text, and a bit: a batch of small ones that give a
/// hundred megabytes each would fill the memory.
const EXPANDS: u64 = 64;
const SHORT: u64 = 256 << 10;

/// A document of an archive with what was found in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Analyzed {
    /// Where it comes from: a path, and behind each `!/` a place inside (`a.zip!/2019/x.pdf`, `b.jsonl!/17`).
    pub source: String,
    /// What the id column says (see [`Archive::id_column`]).
    pub id: Option<String>,
    /// What kind of file it was.
    pub format: FileFormat,
    /// The encoding that its bytes were read as, where the format leaves that open.
    pub encoding: Option<&'static str>,
    /// Whether the encoding was guessed.
    pub guessed: bool,
    /// What was lost, left out or repaired in reading it, a sentence each.
    pub notes: Vec<String>,
    /// Which of its pages were read by OCR (see [`Archive::ocr`]).
    pub ocr: Recognized,
    /// How many bytes the file had, unpacked.
    pub bytes: u64,
    /// The text, which the document's spans point into.
    pub text: String,
    /// What was found.
    pub document: Document,
}

/// Where a document failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Finding, opening and unpacking it.
    Read,
    /// Reading its format.
    Extract,
    /// Analysing its text.
    Analyze,
}

impl Stage {
    /// Its name in tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Extract => "extract",
            Stage::Analyze => "analyze",
        }
    }
}

/// Why there is nothing of a document, or of an archive from some place on.
#[derive(Debug)]
#[non_exhaustive]
pub struct Failure {
    /// Where it comes from.
    pub source: String,
    /// What the id column says.
    pub id: Option<String>,
    /// Where it failed.
    pub stage: Stage,
    /// What went wrong.
    pub error: Error,
}

#[cfg(feature = "cli")]
impl Analyzed {
    /// What its tables and JSON say of where it comes from.
    pub(crate) fn origin(&self) -> Origin<'_> {
        Origin {
            source: Some(&self.source),
            id: self.id.as_deref(),
            format: Some(self.format.as_str()),
            encoding: self.encoding,
            guessed: self.guessed,
            notes: &self.notes,
            ocr_pages: &self.ocr.pages,
            ocr_confidence: &self.ocr.confidence,
            bytes: Some(self.bytes),
        }
    }
}

#[cfg(feature = "cli")]
impl Failure {
    /// Its row of the table of errors.
    pub(crate) fn row(&self, doc_id: i64) -> Failed<'_> {
        Failed {
            doc_id,
            source: &self.source,
            id: self.id.as_deref(),
            stage: self.stage.as_str(),
            kind: self.error.kind().as_str(),
            message: self.error.message(),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.source, self.error.message())
    }
}

impl std::error::Error for Failure {}

/// The results of a run, in the order of the input: see [`Archive::run`].
#[derive(Debug)]
pub struct Run {
    batches: Result<Ordered<Vec<Result<Analyzed, Failure>>>, Option<Error>>,
    ready: std::vec::IntoIter<Result<Analyzed, Failure>>,
}

impl Archive {
    /// Reads and analyses everything, as the iterator is asked. What is under way beyond that is bounded by some
    /// megabytes for each thread, and the largest document. Dropping the iterator ends the run.
    pub fn run(self, analyzer: &Analyzer) -> Run {
        let (analyzer, settings) = (analyzer.clone(), self.settings.clone());
        let work = move |batch: Batch| {
            Vec::from_iter(batch.entries.into_iter().map(|entry| one(&analyzer, &settings, entry)))
        };
        let batches = Ordered::start(self, Plan::default(), work).map_err(Some);
        Run { batches, ready: Vec::new().into_iter() }
    }
}

impl Iterator for Run {
    type Item = Result<Analyzed, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(result) = self.ready.next() {
                return Some(result);
            }
            let error = match &mut self.batches {
                Ok(batches) => match batches.next()? {
                    Ok(batch) => {
                        self.ready = batch.into_iter();
                        continue;
                    }
                    Err(error) => error,
                },
                Err(error) => error.take()?,
            };
            return Some(Err(Failure { source: "the run".to_string(), id: None, stage: Stage::Read, error }));
        }
    }
}

/// What becomes of one document. No document should make a reader or a layer panic; if one does, that document is
/// lost and not the run.
pub(crate) fn one(analyzer: &Analyzer, settings: &Settings, entry: Entry) -> Result<Analyzed, Failure> {
    analyzed(analyzer, settings, read(settings, entry)?)
}

/// A document whose format was read.
pub(crate) struct Readable {
    pub source: String,
    pub id: Option<String>,
    pub format: FileFormat,
    pub encoding: Option<&'static str>,
    pub guessed: bool,
    pub notes: Vec<String>,
    pub bytes: u64,
    pub text: String,
    pub marks: Marks,
    /// Which of its pages were read by OCR.
    pub ocr: Recognized,
}

/// Reads the format of one document.
pub(crate) fn read(settings: &Settings, entry: Entry) -> Result<Readable, Failure> {
    let Entry { source, id, mut notes, content } = entry;
    let failed = |source, id, stage, error| Err(Failure { source, id, stage, error });
    let bytes = size(&content);
    let read = match content {
        Err(error) => return failed(source, id, Stage::Read, error),
        Ok(Content::Bytes(content)) => {
            let until = settings.timeout.and_then(|limit| Instant::now().checked_add(limit));
            let text = settings.max_size.min(bytes.saturating_mul(EXPANDS).saturating_add(SHORT)) as usize;
            let mut limits = ExtractLimits { text, until, ..ExtractLimits::default() };
            if settings.ocr {
                limits.ocr = Some(Ocr { threads: settings.threads, ..Ocr::default() });
            }
            guarded(|| extract(content, &limits))
        }
        Ok(Content::Text(text)) => Ok(Extracted {
            text,
            format: FileFormat::Text,
            encoding: None,
            guessed: false,
            notes: Vec::new(),
            marks: Marks::new(),
            ocr: Recognized::default(),
        }),
        Ok(Content::Passed | Content::Unwanted) => {
            Err(Error::new(ErrorKind::Bug, "was passed by and then asked for"))
        }
    };
    let Extracted { text, format, encoding, guessed, notes: more, marks, ocr } = match read {
        Ok(read) => read,
        Err(error) => return failed(source, id, Stage::Extract, error),
    };
    notes.extend(more);
    Ok(Readable { source, id, format, encoding, guessed, notes, ocr, bytes, text, marks })
}

impl Readable {
    /// With what was found in it.
    pub(crate) fn with(self, document: Document) -> Analyzed {
        let Readable { source, id, format, encoding, guessed, notes, bytes, text, marks: _, ocr } = self;
        Analyzed { source, id, format, encoding, guessed, notes, ocr, bytes, text, document }
    }
}

/// Analyses a document that was read.
pub(crate) fn analyzed(
    analyzer: &Analyzer,
    settings: &Settings,
    read: Readable,
) -> Result<Analyzed, Failure> {
    match guarded(|| analyzer.analyze_within(&read.text, &read.marks, settings.timeout)) {
        Ok(document) => Ok(read.with(document)),
        Err(error) => Err(Failure { source: read.source, id: read.id, stage: Stage::Analyze, error }),
    }
}

fn size(content: &Result<Content, Error>) -> u64 {
    match content {
        Ok(Content::Bytes(bytes)) => bytes.len() as u64,
        Ok(Content::Text(text)) => text.len() as u64,
        _ => 0,
    }
}

fn guarded<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let told = panic.downcast_ref::<String>().map(String::as_str);
        let told = told.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason told");
        Err(Error::new(ErrorKind::Bug, format!("klubba failed on this document ({told}); please report it")))
    })
}
