//! The words of one sentence, with what each is to a decision.

use super::verbs::{self, Form, Verb};
use crate::analyze::Source;
use crate::cues::{Classes, Cue};
use crate::span::Span;
use crate::text::runs::run_end;
use crate::text::walk;

/// One word: letters, digits, and the marks inside them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: Span,
    /// Its first byte.
    first: u8,
    /// The strongest mark between the word before and this one: `.;:,("–` or a blank.
    pub gap: char,
    pub verb: Option<&'static Verb>,
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

    /// Reads the words of `span`, given the cues and the mentions of people that start in it.
    pub fn fill(&mut self, source: &Source, mut cues: &[Cue], mut people: &[(Span, u32)], span: Span) {
        self.span = span;
        let (text, bytes) = (self.text, self.text.as_bytes());
        let words = &mut self.words;
        words.clear();
        let end = (span.end as usize).min(span.start as usize + LONGEST);
        let (mut at, mut gap, mut parted) = (span.start as usize, ' ', 0);
        while at < end {
            let Some(&b) = bytes.get(at) else { break };
            let start = at;
            match RANKS[b as usize] {
                LETTER => at += 1,
                BEYOND => {
                    let (width, mark) = letter(text, at);
                    at += width;
                    if let Some(mark) = mark {
                        if rank(mark) > parted {
                            (gap, parted) = (mark, rank(mark));
                        }
                        continue;
                    }
                }
                rank => {
                    if rank > parted {
                        (gap, parted) = (b as char, rank);
                    }
                    at += 1;
                    continue;
                }
            }
            at = run_end(text, at);
            let word = Span::new(start, at);
            while let [cue, rest @ ..] = cues
                && (cue.start as usize) < start
            {
                cues = rest;
            }
            while let [(mention, _), rest @ ..] = people
                && mention.end as usize <= start
            {
                people = rest;
            }
            let found = cues.first().filter(|c| c.start as usize == start && c.end() == at);
            // *Krokoms kommun, Göteborgs Stad*
            let owned = gap == ' '
                && matches!(&bytes[start..at], b"kommun" | b"Kommun" | b"stad" | b"Stad")
                && words.last().is_some_and(|w| walk::is_capitalised(w.span.of(text)));
            words.push(Word {
                span: word,
                first: b,
                gap,
                verb: found.and_then(|&c| verbs::of(source, c)),
                body: owned || found.is_some_and(|c| c.has(Classes::BODY)),
                person: people.first().is_some_and(|(m, _)| m.overlaps(word)),
            });
            (gap, parted) = (' ', 0);
        }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |w| w.span.of(self.text))
    }

    /// The word at `at` is one of `words` (in lower case), a few; for many there is [`Sentence::is_of`].
    #[inline(always)]
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let Some(found) = self.words.get(at) else { return false };
        // Nearly all are told apart by their lengths and first letters.
        let (len, first) = (found.span.len(), found.first | 0x20);
        words.iter().any(|w| {
            w.len() == len
                && w.as_bytes().first().is_some_and(|b| b | 0x20 == first)
                && walk::same_word(found.span.of(self.text), w)
        })
    }

    /// The word at `at` is one of `words`.
    pub fn is_of(&self, at: usize, words: &Words) -> bool {
        self.words.get(at).is_some_and(|word| words.may_have(word)) && self.is(at, words.words)
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
        let first = phrase.as_bytes().first().map(|b| b | 0x20);
        (at..(at + reach).min(self.len()))
            .find(|&i| Some(self.words[i].first | 0x20) == first && self.phrase_at(i, phrase))
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

/// Many words (in lower case) to compare with: most that are none of them are told by their length or first letter.
pub(super) struct Words {
    words: &'static [&'static str],
    /// Bits of their lengths, and of their first bytes.
    lengths: u64,
    firsts: u64,
}

impl Words {
    pub const fn of(words: &'static [&'static str]) -> Words {
        let (mut lengths, mut firsts, mut i) = (0, 0, 0);
        while i < words.len() {
            let word = words[i].as_bytes();
            lengths |= 1 << (word.len() % 64);
            firsts |= 1 << ((word[0] | 0x20) % 64);
            i += 1;
        }
        Words { words, lengths, firsts }
    }

    fn may_have(&self, word: &Word) -> bool {
        self.lengths >> (word.span.len() % 64) & self.firsts >> ((word.first | 0x20) % 64) & 1 == 1
    }
}

/// In [`RANKS`]: a letter or digit.
const LETTER: u8 = 0xFF;
/// In [`RANKS`]: part of a character beyond ASCII.
const BEYOND: u8 = 0xFE;

/// What each byte is in a sentence: a letter, or a mark and how much it parts.
static RANKS: [u8; 256] = {
    let mut ranks = [BEYOND; 256];
    let mut b = 0;
    while b < 128 {
        ranks[b] = if (b as u8).is_ascii_alphanumeric() { LETTER } else { rank(b as u8 as char) };
        b += 1;
    }
    ranks
};

/// How much a mark parts what stands on its sides.
const fn rank(mark: char) -> u8 {
    match mark {
        '.' | '!' | '?' => 7,
        ';' => 6,
        ':' => 5,
        ',' => 4,
        '–' | '—' => 3,
        '"' | '”' | '“' | '»' => 3,
        '(' | ')' => 2,
        '-' | '/' => 1,
        _ => 0,
    }
}

/// Width of the character at `at`, which is beyond ASCII, and the mark that it is if it is no letter or digit.
fn letter(text: &str, at: usize) -> (usize, Option<char>) {
    if text.as_bytes().get(at).is_some_and(|&b| walk::is_latin(b, text.as_bytes().get(at + 1))) {
        return (2, None);
    }
    let c = walk::char_at(text, at).unwrap_or(' ');
    (c.len_utf8(), (!c.is_alphanumeric()).then_some(c))
}
