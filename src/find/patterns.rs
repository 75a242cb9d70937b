//! Patterns: named, checked, and made into what searches.

use super::needles::Needles;
use super::search::Search;
use super::spaced;
use crate::document::{Error, ErrorKind, Match, Span};
use crate::text::View;
use crate::text::graphemes::{first, last, width};
use regex::RegexBuilder;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, Look};
use std::sync::Arc;

/// So many patterns may be asked for at once.
const MOST: usize = 500;
/// Bytes that one may be long.
const LONGEST: usize = 16 << 10;
/// Bytes that all may take when they are made into what searches, and those of one at most.
const ALL: usize = 256 << 20;
const ONE: usize = 10 << 20;
/// Bytes that what all remember while they search may take on each thread, and those of one at most.
const MEMORY: usize = 64 << 20;
/// What a pattern's counts may multiply to: the compiler's time grows with it.
const GROWTH: u64 = 100_000;

/// Named patterns, ready to search. Cheap to clone; one serves many threads.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    all: Arc<[Search]>,
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the command passes documents by"))]
    needles: Option<Needles>,
}

/// Makes [`Patterns`]: see [`Patterns::builder`].
#[derive(Clone, Debug, Default)]
pub struct PatternsBuilder {
    given: Vec<(String, String)>,
    words: bool,
    folded: bool,
}

impl PatternsBuilder {
    /// Adds a pattern. Several may have one name.
    pub fn pattern(mut self, name: impl Into<String>, pattern: impl Into<String>) -> PatternsBuilder {
        self.given.push((name.into(), pattern.into()));
        self
    }

    /// Whether a hit must be whole words: no letter, digit or underscore stands beside it. Letters are those of all
    /// writing, å, ä and ö with them.
    pub fn words(mut self, words: bool) -> PatternsBuilder {
        self.words = words;
        self
    }

    /// Whether the case of letters does not matter.
    pub fn folded(mut self, folded: bool) -> PatternsBuilder {
        self.folded = folded;
        self
    }

    /// The patterns.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for what is no pattern, with the place under it; for one that grows too large, that fits
    /// nothing but the empty text, or if there are more than 500.
    ///
    /// ```
    /// use klubba::find::Patterns;
    /// let error = Patterns::builder().pattern("amount", r"(\d+ kronor").build().unwrap_err();
    /// assert_eq!(error.to_string(), "the pattern \"amount\": unclosed group\n  (\\d+ kronor\n  ^");
    /// ```
    pub fn build(self) -> Result<Patterns, Error> {
        let usage = |message: String| Error::new(ErrorKind::Usage, message);
        if self.given.len() > MOST {
            return Err(usage(format!(
                "there are {} patterns; {MOST} may be asked for at once",
                self.given.len()
            )));
        }
        let count = self.given.len().max(1);
        let made = self.given.iter().map(|(name, pattern)| {
            self.search(name, pattern, count).map_err(|message| {
                if name == pattern {
                    usage(format!("the pattern: {message}"))
                } else {
                    usage(format!("the pattern {name:?}: {message}"))
                }
            })
        });
        let (all, read): (Vec<Search>, Vec<Hir>) = made.collect::<Result<_, _>>()?;
        Ok(Patterns { all: all.into(), needles: Needles::of(&read) })
    }

    fn search(&self, name: &str, pattern: &str, count: usize) -> Result<(Search, Hir), String> {
        if pattern.len() > LONGEST {
            return Err(format!("it has {} bytes; {LONGEST} is the most", pattern.len()));
        }
        let written = spaced::spaced(pattern)
            .map_err(|error| pointed(pattern, error.span(), &error.kind().to_string()))?;
        let mut parser = ParserBuilder::new();
        parser.nest_limit(200).multi_line(true).case_insensitive(self.folded);
        // Of the pattern as it was given, since the place of an error is in it.
        parser.build().parse(pattern).map_err(|error| match &error {
            regex_syntax::Error::Parse(error) => pointed(pattern, error.span(), &error.kind().to_string()),
            regex_syntax::Error::Translate(error) => {
                pointed(pattern, error.span(), &error.kind().to_string())
            }
            other => other.to_string(),
        })?;
        let large = || {
            format!(
                "it grows too large\n  {}\n  write smaller counts between {{ and }}, or fewer",
                shown(pattern)
            )
        };
        if spaced::growth(pattern) > GROWTH {
            return Err(large());
        }
        let read = parser.build().parse(&written).map_err(|error| error.to_string())?;
        if read.properties().maximum_len() == Some(0) {
            return Err(format!("it fits nothing but the empty text\n  {}", shown(pattern)));
        }
        let make = |pattern: &str| {
            let made = RegexBuilder::new(pattern)
                .multi_line(true)
                .case_insensitive(self.folded)
                .nest_limit(250)
                .size_limit((ALL / count).min(ONE))
                .dfa_size_limit((MEMORY / count).min(2 << 20))
                .build();
            made.map_err(|error| match error {
                regex::Error::CompiledTooBig(_) => large(),
                other => other.to_string(),
            })
        };
        let exact =
            self.words.then(|| make(&format!(r"\b{{start-half}}(?:{written})\b{{end-half}}"))).transpose()?;
        let looks = read.properties().look_set();
        let ends = [Look::End, Look::EndLF, Look::EndCRLF, Look::WordUnicode, Look::WordAscii]
            .iter()
            .any(|&look| looks.contains(look))
            || looks.contains_word();
        let search = Search::new(name, make(&written)?, exact, read.properties().maximum_len(), ends);
        Ok((search, read))
    }
}

impl Patterns {
    /// Patterns to be named and adjusted.
    pub fn builder() -> PatternsBuilder {
        PatternsBuilder::default()
    }

    /// Patterns that are called what they are.
    ///
    /// # Errors
    /// Those of [`PatternsBuilder::build`].
    pub fn new<P: Into<String>>(patterns: impl IntoIterator<Item = P>) -> Result<Patterns, Error> {
        let named = patterns
            .into_iter()
            .map(Into::into)
            .fold(Patterns::builder(), |all, pattern: String| all.pattern(pattern.clone(), pattern));
        named.build()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The names of all named groups, each once, in the order of the patterns.
    pub fn groups(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = Vec::new();
        for name in self.all.iter().flat_map(Search::groups) {
            if !names.contains(name) {
                names.push(Arc::clone(name));
            }
        }
        names
    }

    /// What fits in a text, in order; of several that begin together, the shortest first.
    ///
    /// ```
    /// use klubba::find::Patterns;
    /// let patterns = Patterns::builder().pattern("body", "råd|nämnd").words(true).build()?;
    /// let text = "Ett råd och rådet, en nämnd.";
    /// let found = Vec::from_iter(patterns.find(text).iter().map(|m| m.span.of(text).to_string()));
    /// assert_eq!(found, ["råd", "nämnd"]);
    /// # Ok::<(), klubba::Error>(())
    /// ```
    pub fn find(&self, text: &str) -> Vec<Match> {
        let view = View::of(text);
        let mut found = Vec::new();
        self.within(view.text(), &[Span::new(0, view.text().len())], usize::MAX, &mut found);
        back(&view, &mut found);
        found
    }

    /// What fits in a whole text.
    pub(crate) fn all(&self, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        if !self.is_empty() {
            self.within(text, &[Span::new(0, text.len())], super::finder::MOST, &mut found);
        }
        found
    }

    /// Adds what fits in these ranges of a text, in order, until there are `most`; whether there were more.
    pub(crate) fn within(&self, text: &str, ranges: &[Span], most: usize, found: &mut Vec<Match>) -> bool {
        let mut more = false;
        for search in self.all.iter() {
            // Each may give so many: which of them come first in the text is known only then.
            let full = found.len().saturating_add(most);
            for range in ranges {
                more |= !search.each(text, range.range(), |hit| {
                    found.push(hit);
                    found.len() < full
                });
            }
        }
        if self.all.len() > 1 {
            found.sort_by_key(|hit| hit.span);
            more |= found.len() > most;
            found.truncate(most);
        }
        more
    }

    /// Whether none of them fits anywhere in a text of UTF-8 that has these bytes: never yes where one does.
    #[cfg(feature = "cli")]
    pub(crate) fn miss(&self, bytes: &[u8]) -> bool {
        self.needles.as_ref().is_some_and(|needles| needles.miss(bytes))
    }

    /// Whether any of them may fit in some part of the text: never no where one does.
    pub(crate) fn may_fit(&self, text: &str) -> bool {
        self.all.iter().any(|search| search.may_fit(text))
    }
}

/// Brings matches of a view back to the caller's text.
pub(super) fn back(view: &View, found: &mut [Match]) {
    if view.is_plain() {
        return;
    }
    for hit in found {
        hit.span = view.original(hit.span);
        hit.groups.iter_mut().for_each(|(_, span): &mut (Arc<str>, Span)| *span = view.original(*span));
    }
}

/// What is wrong, with the line of the pattern and a mark under the place.
fn pointed(pattern: &str, span: &regex_syntax::ast::Span, message: &str) -> String {
    let at = span.start.offset.min(pattern.len());
    let line_start = pattern.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = pattern.get(line_start..).unwrap_or_default().lines().next().unwrap_or_default();
    let before = pattern.get(line_start..at).unwrap_or_default();
    // Of a long line the part around the place.
    let near = last(before, 60);
    let part = line.get(before.len() - near.len()..).unwrap_or_default();
    let part: String = first(part, 100).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let end = span.end.offset.clamp(at, line_start + line.len()).max(at);
    let wide = pattern.get(at..end).map_or(1, width).clamp(1, 100);
    format!("{message}\n  {part}\n  {:skip$}{}", "", "^".repeat(wide), skip = width(near))
}

/// The beginning of a pattern, on a line.
fn shown(pattern: &str) -> String {
    first(pattern, 100).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(pattern: &str) -> String {
        Patterns::new([pattern]).unwrap_err().to_string()
    }

    #[test]
    fn a_mark_stands_under_the_place() {
        assert_eq!(wrong("råd[a-"), "the pattern: unclosed character class\n  råd[a-\n     ^");
        assert_eq!(wrong(r"ö\p{Qq}x"), "the pattern: Unicode property not found\n  ö\\p{Qq}x\n   ^^^^^^");
        assert_eq!(
            wrong("a\n*é{3,2}"),
            "the pattern: invalid repetition count range, the start must be <= the end\n  *é{3,2}\n    ^^^^^"
        );
        assert_eq!(wrong("a\u{30a}(b"), "the pattern: unclosed group\n  a\u{30a}(b\n   ^");
        assert!(wrong(&format!("{}(", "å".repeat(300))).ends_with(&format!("{}^", " ".repeat(62))));
    }

    #[test]
    fn patterns_that_grow_are_refused() {
        for pattern in ["a{1000}{1000}", "(?:å{500}){500}", r"(?:\w{999}){99}", "((a{100}){100}){100}"] {
            assert!(wrong(pattern).contains("grows too large"), "{pattern}");
        }
        let deep = format!("{}a{}", "(".repeat(300), ")".repeat(300));
        assert!(wrong(&deep).contains("nest"), "{}", wrong(&deep));
        assert!(wrong(&"a".repeat(LONGEST + 1)).contains("bytes"));
        assert!(wrong("^").contains("empty"));
        assert!(Patterns::new(vec!["a"; MOST + 1]).is_err());
    }
}
