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
//! - `json`: klubba/1, a document as JSON (`output::json`)
//! - `decode`: bytes of unknown encoding to text (`decode`, `extract`)
//! - `html`, `office`, `pdf`: readers for `extract`
//! - `archive`: folders and archives in, documents out, in parallel and in order (`Archive`)
//! - `arrow`, `parquet`: what was found as tables (`output::tables`)
//! - `cli`: the command `klubba`; `python`: the Python module. Both set the allocator of the whole program, which a
//!   library should not: they are not for others to turn on.

#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[cfg(feature = "allocator")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod analyze;
#[cfg(feature = "archive")]
mod archive;
mod attendance;
#[cfg(feature = "cli")]
pub mod cli;
mod cues;
mod dates;
mod decisions;
mod document;
mod error;
#[cfg(feature = "decode")]
pub mod extract;
mod items;
mod lexicon;
mod marks;
#[cfg(feature = "cli")]
mod options;
pub mod output;
mod people;
#[cfg(feature = "archive")]
mod pipeline;
#[cfg(feature = "python")]
mod python;
pub mod rules;
mod sections;
mod span;
mod speeches;
mod structure;
mod terms;
mod text;

pub use analyze::{Analyzer, AnalyzerBuilder, Layers, analyze};
#[cfg(feature = "archive")]
pub use archive::Archive;
pub use document::{
    Ballot, Block, BlockKind, Date, Decision, DecisionKind, Document, DocumentKind, Function, Heading,
    HeadingKind, Item, Modifier, Page, Person, Place, Speech, SpeechMode, TocEntry, Vote, Votes,
};
pub use error::{Error, ErrorKind};
pub use jiff::civil;
pub use marks::{Mark, Marks};
pub use output::timex3::{Timex3, Timex3Kind};
#[cfg(feature = "archive")]
pub use pipeline::{Analyzed, Failure, Run, Stage};
pub use rules::Rule;
pub use sections::Section;
pub use span::Span;
pub use terms::{TermKind, Terms};
pub use text::CodePoints;
#[cfg(feature = "decode")]
pub use text::decode::{Decoded, decode};

/// How many cues a text has: the scan alone, for the benches.
#[cfg(feature = "bench")]
#[doc(hidden)]
pub fn count_cues(text: &str) -> usize {
    cues::scan(text, lexicon::Lexicon::get(), false).len()
}
