//! The words of one sentence, with what each is to a decision.

use super::verbs::{self, Form, Verb};
use crate::analyze::Source;
use crate::cues::Classes;
use crate::people::Cast;
use crate::span::Span;
use crate::text::walk;

/// One word: letters, digits, and the marks inside them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: Span,
    /// The strongest mark between the word before and this one: `.;:,("–` or a blank.
    pub gap: char,
    pub verb: Option<Verb>,
    /// A word for who decides.
    pub body: bool,
    /// Part of a person's name.
    pub person: bool,
}

/// A sentence as words. One is filled again and again.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub span: Span,
    pub words: Vec<Word>,
}

/// Sentences are read to this length; what comes after it belongs to the span unread.
const LONGEST: usize = 4000;

impl<'a> Sentence<'a> {
    pub fn empty(text: &'a str) -> Sentence<'a> {
        Sentence { text, span: Span::default(), words: Vec::new() }
    }

    /// Reads the words of `span`.
    pub fn fill(&mut self, source: &Source, cast: &Cast, span: Span) {
        self.span = span;
        self.words.clear();
        let cues = source.cues.within(span);
        let people = cast.within(span);
        let (mut cue, mut person) = (0, 0);
        let end = (span.end as usize).min(span.start as usize + LONGEST);
        let (mut at, mut gap) = (span.start as usize, ' ');
        while at < end {
            let (width, mark) = letter(self.text, at);
            if let Some(mark) = mark {
                gap = stronger(gap, mark);
                at += width;
                continue;
            }
            let start = at;
            let stop = word_end(self.text, at + width);
            at = stop;
            let span = Span::new(start, stop);
            while cues.get(cue).is_some_and(|c| (c.start as usize) < start) {
                cue += 1;
            }
            while people.get(person).is_some_and(|(m, _)| m.end as usize <= start) {
                person += 1;
            }
            let found = cues.get(cue).filter(|c| c.start as usize == start && c.end() == stop);
            // *Krokoms kommun, Göteborgs Stad*
            let owned = gap == ' '
                && matches!(span.of(self.text), "kommun" | "Kommun" | "stad" | "Stad")
                && self.words.last().is_some_and(|w| walk::is_capitalised(w.span.of(self.text)));
            self.words.push(Word {
                span,
                gap,
                verb: found.and_then(|&c| verbs::of(source, c)),
                body: owned || found.is_some_and(|c| c.has(Classes::BODY)),
                person: people.get(person).is_some_and(|(m, _)| m.overlaps(span)),
            });
            gap = ' ';
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |w| w.span.of(self.text))
    }

    /// The word at `at` is one of `words` (in lower case).
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let found = self.word(at);
        words.iter().any(|w| walk::same_word(found, w))
    }

    pub fn gap(&self, at: usize) -> char {
        self.words.get(at).map_or('.', |w| w.gap)
    }

    pub fn form(&self, at: usize) -> Option<Form> {
        self.words.get(at)?.verb.map(|v| v.form)
    }

    /// The words of `phrase` stand from `at` on.
    pub fn phrase_at(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(i, word)| walk::same_word(self.word(at + i), word))
    }

    /// Where `phrase` begins, at `at` or up to `reach` words later and in the same clause or list.
    pub fn phrase_within(&self, at: usize, reach: usize, phrase: &str) -> Option<usize> {
        (at..(at + reach).min(self.len())).find(|&i| self.phrase_at(i, phrase))
    }

    /// From the start of the word `from` to the end of the word `to`.
    pub fn between(&self, from: usize, to: usize) -> Span {
        match (self.words.get(from), self.words.get(to)) {
            (Some(a), Some(b)) if a.span.start < b.span.end => Span { start: a.span.start, end: b.span.end },
            (Some(a), _) => a.span,
            _ => Span { start: self.span.start, end: self.span.start },
        }
    }

    pub fn starts_with(&self, words: &[&str]) -> bool {
        self.is(0, words)
    }
}

/// Width of the character at `at`, and the mark that it is if it is no letter or digit. The text's end is a
/// mark, too.
fn letter(text: &str, at: usize) -> (usize, Option<char>) {
    match text.as_bytes().get(at) {
        Some(b) if b.is_ascii_alphanumeric() => (1, None),
        Some(b) if b.is_ascii() => (1, Some(*b as char)),
        Some(b) if walk::is_latin(*b, text.as_bytes().get(at + 1)) => (2, None),
        Some(_) => {
            let c = walk::char_at(text, at).unwrap_or(' ');
            (c.len_utf8(), (!c.is_alphanumeric()).then_some(c))
        }
        None => (1, Some('.')),
    }
}

/// End of the run of letters and digits that goes on at `at`.
fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(at) {
        if b.is_ascii_alphanumeric() {
            at += 1;
        } else if b.is_ascii() {
            break;
        } else if let (width, None) = letter(text, at) {
            at += width;
        } else {
            break;
        }
    }
    at
}

/// Of two marks, the one that parts more.
fn stronger(a: char, b: char) -> char {
    let rank = |c: char| match c {
        '.' | '!' | '?' => 7,
        ';' => 6,
        ':' => 5,
        ',' => 4,
        '–' | '—' => 3,
        '"' | '”' | '“' | '»' => 3,
        '(' | ')' => 2,
        '-' | '/' => 1,
        _ => 0,
    };
    if rank(b) > rank(a) { b } else { a }
}
