//! Words beside a place, one after another: what may stand between them is said once, not walked by hand.

use super::walk;
use crate::document::Span;
use crate::words::WordSet;

/// The words after a place, over white space and `over`, no further than `within`.
#[derive(Clone)]
pub(crate) struct WordsAfter<'t> {
    text: &'t str,
    at: usize,
    within: Span,
    over: &'static [char],
}

/// The words before a place, nearest first.
#[derive(Clone)]
pub(crate) struct WordsBefore<'t>(WordsAfter<'t>);

pub(crate) fn after(text: &str, at: usize, within: Span) -> WordsAfter<'_> {
    WordsAfter { text, at, within, over: &[] }
}

pub(crate) fn before(text: &str, at: usize, within: Span) -> WordsBefore<'_> {
    WordsBefore(after(text, at, within))
}

impl WordsAfter<'_> {
    pub fn over(self, over: &'static [char]) -> Self {
        WordsAfter { over, ..self }
    }
}

impl WordsBefore<'_> {
    pub fn over(self, over: &'static [char]) -> Self {
        WordsBefore(self.0.over(over))
    }
}

impl<'t> Iterator for WordsAfter<'t> {
    type Item = &'t str;
    fn next(&mut self) -> Option<&'t str> {
        let mut start = walk::skip_space(self.text, self.at);
        while let Some(c) = walk::char_at(self.text, start).filter(|c| self.over.contains(c)) {
            start = walk::skip_space(self.text, start + c.len_utf8());
        }
        self.at = walk::word_end(self.text, start);
        (start < self.at && self.at <= self.within.end as usize).then(|| &self.text[start..self.at])
    }
}

impl<'t> Iterator for WordsBefore<'t> {
    type Item = &'t str;
    fn next(&mut self) -> Option<&'t str> {
        let WordsAfter { text, at, within, over } = &mut self.0;
        let mut end = walk::skip_space_back(text, *at);
        while let Some(c) = walk::char_before(text, end).filter(|c| over.contains(c)) {
            end = walk::skip_space_back(text, end - c.len_utf8());
        }
        *at = walk::word_start(text, end);
        (within.start as usize <= *at && *at < end).then(|| &text[*at..end])
    }
}

/// What every run of words can do.
pub(crate) trait Run<'t>: Iterator<Item = &'t str> + Clone {
    /// From where a word stands that is none of `set`: past at most `most` of them.
    fn past(mut self, set: &WordSet, most: usize) -> Self {
        for _ in 0..most {
            let mut next = self.clone();
            if !next.next().is_some_and(|word| set.has(word)) {
                break;
            }
            self = next;
        }
        self
    }
}

impl<'t, I: Iterator<Item = &'t str> + Clone> Run<'t> for I {}
