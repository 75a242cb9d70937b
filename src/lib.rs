//! klubba turns Swedish administrative texts into data: headings, speakers, decisions and dates.
//!
//! ```
//! let text = "Protokoll 14 mars 2024\n\n§ 1 Val av justerare\n\nBeslut\n\nStyrelsen beslutar att \
//!             utse Anna Holm (S) till justerare.\n";
//! let doc = klubba::analyze(text);
//! for decision in &doc.decisions {
//!     println!("{}: {}", decision.kind, decision.span.of(text));
//! }
//! ```
//!
//! Spans are UTF-8 bytes of the caller's text ([`Span`]); [`CodePoints`] translates them. Every finding
//! names its [`Rule`].
//!
//! # Features
//!
//! None is on by default: what there is then depends on `foldhash`, `jiff`, `memchr` and `wide` only.
//!
//! - `json`: klubba/1, a document as JSON (`formats::json`)
//! - `decode`: bytes of unknown encoding to text (`decode`, `extract`)
//! - `html`, `office`, `pdf`: readers for `extract`
//! - `archive`: folders and archives in, documents out, in parallel and in order (`Archive`)
//! - `counts`: words counted by Unicode's rules (`Document::count_words`)
//! - `find`: patterns of a user's own, found and told where they stand (`find`)
//! - `arrow`, `parquet`: what was found as tables (`formats::tables`)
//! - `link`: people, matters and bodies across the documents of a run (`link`)
//! - `cli`: the command `klubba`; `python`: the Python module. Both set the allocator of the whole program, which a
//!   library should not: they are not for others to turn on.

#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[cfg(feature = "allocator")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod analyzer;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "archive")]
mod corpus;
mod document;
#[cfg(feature = "decode")]
pub mod extract;
#[cfg(feature = "find")]
pub mod find;
pub mod formats;
#[cfg(feature = "arrow")]
mod keys;
mod layers;
mod lexicon;
#[cfg(feature = "link")]
pub mod link;
#[cfg(feature = "python")]
mod python;
pub mod rules;
mod scan;
mod text;
mod words;

pub use analyzer::{Analyzer, AnalyzerBuilder, Layers, analyze};
#[cfg(feature = "archive")]
pub use corpus::archive::Archive;
#[cfg(feature = "archive")]
pub use corpus::run::{Analyzed, Failure, Run, Stage};
pub use document::{
    Ballot, Block, BlockKind, Charge, Date, Decision, DecisionKind, Document, DocumentKind, Error, ErrorKind,
    Evidence, Example, Function, Heading, HeadingKind, Item, Mark, Marks, Match, Modifier, Nesting, Page,
    Person, Place, Rule, Section, Span, Speech, SpeechMode, Surroundings, TocEntry, Vote, Votes,
};
pub use formats::timex3::{Timex3, Timex3Kind};
pub use jiff::civil;
pub use lexicon::terms::{TermKind, Terms};
pub use text::CodePoints;
#[cfg(feature = "decode")]
pub use text::decode::{Decoded, decode};

/// The names of the features by which the kind of a text is told, for `tools/train_kind.py` alone.
#[doc(hidden)]
pub fn kind_features(text: &str) -> Vec<String> {
    let view = text::View::of(text);
    let words = lexicon::terms::Vocabulary::shipped();
    layers::structure::kind_features(&scan::Source::new(
        view.text(),
        Vec::new(),
        true,
        words,
        Default::default(),
    ))
}

/// How many cues a text has: the scan alone, for the benches.
#[cfg(feature = "bench")]
#[doc(hidden)]
pub fn count_cues(text: &str) -> usize {
    scan::scan(text, lexicon::Lexicon::get(), false).len()
}

/// The features of the sentences that hold a deciding word, for `tools/weigh_decisions.py`: a line for each.
#[cfg(feature = "weigh")]
#[doc(hidden)]
pub fn weigh_decisions(text: &str) -> String {
    analyze(text);
    originally(&text::View::of(text), &layers::decisions::printed())
}

/// Rows that begin with a start and an end in a view, as the text has them.
#[cfg(feature = "weigh")]
fn originally(view: &text::View, rows: &str) -> String {
    let row = |row: &str| {
        let mut columns = row.splitn(3, '\t');
        let mut bound = || columns.next().and_then(|column| column.parse::<u32>().ok());
        let (start, end) = (bound()?, bound()?);
        let span = view.original(Span { start, end });
        Some(format!("{}\t{}\t{}\n", span.start, span.end, columns.next().unwrap_or("")))
    };
    rows.lines().filter_map(row).collect()
}

/// The features of the lines that may be headings, or of the parts of long lines, for `tools/weigh.py`: groups, and a line
/// for each candidate.
#[cfg(feature = "weigh")]
#[doc(hidden)]
pub fn weigh(text: &str, flat: bool) -> (String, String) {
    let words = lexicon::terms::Vocabulary::shipped();
    if flat {
        return scan::flat::weigh(words, text);
    }
    let view = text::View::of(text);
    let source = scan::Source::new(view.text(), Vec::new(), true, words, Default::default());
    let (groups, rows) = layers::structure::weigh(&source);
    (groups, originally(&view, &rows))
}
