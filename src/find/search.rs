//! One pattern in one text.

use crate::document::{Match, Span};
use memchr::memchr_iter;
use regex::{Match as Fits, Regex};
use std::ops::Range;
use std::sync::Arc;

/// What has no greatest length is read so far, in bytes, beyond the place where it is first known to fit: each hit of a
/// pattern like `[^.]*x|y` would otherwise read to the end of the text.
const REACH: usize = 4 << 10;

/// A pattern, made.
#[derive(Debug)]
pub(super) struct Search {
    name: Arc<str>,
    regex: Regex,
    /// The same for whole words: exact, and slow where there are other letters than those of ASCII. The first one
    /// tells where it has to look.
    exact: Option<Regex>,
    longest: Option<usize>,
    /// Whether it asks what stands behind it.
    looks_on: bool,
    /// Its named groups, with their numbers.
    groups: Vec<(usize, Arc<str>)>,
}

impl Search {
    pub fn new(
        name: &str,
        regex: Regex,
        exact: Option<Regex>,
        longest: Option<usize>,
        looks_on: bool,
    ) -> Search {
        let named = regex.capture_names().enumerate();
        let groups = named.filter_map(|(number, name)| Some((number, Arc::from(name?)))).collect();
        Search { name: Arc::from(name), regex, exact, longest, looks_on, groups }
    }

    pub fn groups(&self) -> impl Iterator<Item = &Arc<str>> {
        self.groups.iter().map(|(_, name)| name)
    }

    /// Whether it may fit in some part of the text.
    pub fn may_fit(&self, text: &str) -> bool {
        // The end of a part is an end to it.
        self.looks_on || self.regex.is_match(text)
    }

    /// Gives each hit in a range of the text that is not empty, until `hit` says no; whether it never did.
    pub fn each(&self, text: &str, range: Range<usize>, mut hit: impl FnMut(Match) -> bool) -> bool {
        let text = text.get(..range.end).unwrap_or(text);
        // How far a hit may reach.
        let (mut at, mut limit) = (range.start, if self.longest.is_some() { text.len() } else { 0 });
        while at <= text.len() {
            if self.longest.is_none() {
                let Some(known) = self.regex.shortest_match_at(text, at) else { break };
                if known >= limit {
                    limit = reach(text, known);
                }
            }
            let part = text.get(..limit).unwrap_or(text);
            let Some(found) = self.regex.find_at(part, at) else { break };
            let (found, regex, part) = match &self.exact {
                Some(exact) if !is_alone(text, found) => {
                    let limit = limit.min(reach(text, found.end()));
                    let part = text.get(..limit).unwrap_or(text);
                    // Where the part was cut, no word needs to end.
                    match exact
                        .find_at(part, found.start())
                        .filter(|found| is_alone(text, *found) || found.end() < limit)
                    {
                        Some(found) => (found, exact, part),
                        None => {
                            // What begins before the limit and goes on behind it is looked for from there.
                            let back = limit.saturating_sub(self.longest.unwrap_or(REACH / 4).min(REACH / 4));
                            at = next(text, found.start()).max(if limit < text.len() {
                                boundary(text, back)
                            } else {
                                limit + 1
                            });
                            continue;
                        }
                    }
                }
                _ => (found, &self.regex, part),
            };
            if found.is_empty() {
                at = next(text, found.end());
                continue;
            }
            let groups = if self.groups.is_empty() { Vec::new() } else { self.captured(regex, part, found) };
            let span = Span::new(found.start(), found.end());
            if !hit(Match { span, pattern: Arc::clone(&self.name), groups }) {
                return false;
            }
            at = found.end();
        }
        true
    }

    fn captured(&self, regex: &Regex, part: &str, found: Fits) -> Vec<(Arc<str>, Span)> {
        let Some(captures) = regex.captures_at(part, found.start()) else { return Vec::new() };
        let of = |(number, name): &(usize, Arc<str>)| {
            let group = captures.get(*number)?;
            Some((Arc::clone(name), Span::new(group.start(), group.end())))
        };
        self.groups.iter().filter_map(of).collect()
    }
}

/// The end of the paragraph that `from` stands in, or a place some way on.
fn reach(text: &str, from: usize) -> usize {
    let most = from.saturating_add(REACH).min(text.len());
    let bytes = text.as_bytes().get(from..most).unwrap_or_default();
    let blank = |at: &usize| {
        let line = bytes.get(at + 1..).unwrap_or_default();
        let white = line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\r'));
        white.is_some_and(|white| line.get(white) == Some(&b'\n'))
    };
    match memchr_iter(b'\n', bytes).find(blank) {
        Some(at) => from + at,
        None => boundary(text, most),
    }
}

/// Whether no letter, digit or underscore stands beside it.
fn is_alone(text: &str, found: Fits) -> bool {
    let before = text.get(..found.start()).and_then(|before| before.chars().next_back());
    let after = text.get(found.end()..).and_then(|after| after.chars().next());
    !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
}

/// Roughly what the exact pattern asks: where it says yes wrongly, that one decides.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || !(c.is_ascii() || c.is_whitespace() || is_mark_of_prose(c))
}

fn is_mark_of_prose(c: char) -> bool {
    matches!(c, '§' | '\u{2010}'..='\u{201F}' | '…' | '«' | '»' | '·' | '•' | '´' | '¨' | '°')
}

fn next(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

/// The last boundary between characters that is not behind `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
