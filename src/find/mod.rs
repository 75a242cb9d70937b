//! Patterns of a user's own, found in texts and told where they stand.
//!
//! ```
//! use klubba::find::{Finder, Patterns, Within};
//!
//! let text = "§ 4 Budget\n\nAnna Holm (S) yrkar bifall.\n\nKommunstyrelsen beslutar att anta\nbudgeten för 2025.\n";
//! let doc = klubba::analyze(text);
//! let patterns = Patterns::builder().pattern("budget", r"anta budgeten för (?<year>\d{4})").build()?;
//! let hits = Finder::new(patterns).within(Within::Decisions).find(text, &doc).matches;
//! assert_eq!(hits[0].span.of(text), "anta\nbudgeten för 2025");
//! let (name, year) = &hits[0].groups[0];
//! assert_eq!((&**name, year.of(text)), ("year", "2025"));
//! let around = doc.nesting().of(hits[0].span);
//! assert_eq!(around.decision.map(|i| doc.decisions[i as usize].kind.as_str()), Some("adopt"));
//! # Ok::<(), klubba::Error>(())
//! ```
//!
//! The patterns are those of the crate [`regex`](https://docs.rs/regex#syntax), whose time is linear in the text, with
//! three differences: a blank fits any white space, line breaks with it (write `[ ]` or `\x20` for a blank alone); `^`
//! and `$` fit at each line; a pattern that has no greatest length ends with its paragraph, or some thousand letters
//! on. Letters that a PDF gives in pieces (*a* with a ring behind it, soft hyphens) are read as what they are.

mod finder;
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command passes documents by"))]
mod needles;
pub(crate) mod own;
mod patterns;
mod search;
mod spaced;

pub use finder::{Finder, Hits, Within};
pub use patterns::{Patterns, PatternsBuilder};
