//! The words of one sentence, with what each is to a decision.

use super::verbs::{self, Form, Verb};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::decisions::{
    MUNICIPAL, NO_OWNERS, OWNED_BODIES, OWNER_ENDS, PERSONS_TITLE, REGION,
};
use crate::scan::{Cue, CuedText};
use crate::text::runs::Runs;
use crate::text::walk;
use crate::words::WordSet;
use std::cell::OnceCell;

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
    /// A given name, which need not be a person's here.
    pub given: bool,
}

/// A sentence as words. One is filled again and again.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub span: Span,
    pub words: Vec<Word>,
    /// The length of its longest line, found once.
    longest: OnceCell<usize>,
}

/// Sentences are read to this length; what comes after it belongs to the span unread.
const LONGEST: usize = 4000;

impl<'a> Sentence<'a> {
    pub fn empty(text: &'a str) -> Sentence<'a> {
        Sentence { text, span: Span::default(), words: Vec::new(), longest: OnceCell::new() }
    }

    /// Reads the words of `span`, given the cues and the mentions of people that start in it.
    pub fn fill(&mut self, source: &CuedText, cues: &[Cue], people: &[(Span, u32)], span: Span) {
        self.span = span;
        self.longest.take();
        self.split();
        let mut at = 0;
        for &cue in cues.iter().filter(|cue| cue.has(Classes::SETTLES.or(Classes::BODY).or(Classes::GIVEN))) {
            at += self.words[at..].partition_point(|word| word.span.start < cue.start);
            if let Some(word) = self.words.get_mut(at).filter(|word| word.span == cue.span()) {
                word.verb = verbs::of(source, cue);
                word.body |= cue.has(Classes::BODY);
                word.given = cue.has(Classes::GIVEN);
            }
        }
        for (mention, _) in people {
            let from = self.words.partition_point(|word| word.span.end <= mention.start);
            let named = self.words[from..].iter_mut().take_while(|word| word.span.start < mention.end);
            named.for_each(|word| word.person = true);
            // *hyresrådet Anna Holm*: her title.
            if let Some(title) = from.checked_sub(1).and_then(|before| self.words.get_mut(before))
                && title.body
                && walk::ends_with_word(title.span.of(self.text), PERSONS_TITLE)
                && self.text.get(title.span.end as usize..mention.start as usize) == Some(" ")
            {
                title.body = false;
            }
        }
    }

    /// Finds the words, and the marks between them.
    fn split(&mut self) {
        let (text, bytes, words) = (self.text, self.text.as_bytes(), &mut self.words);
        words.clear();
        // Few words are shorter, with the blank behind them.
        words.reserve(self.span.len().min(LONGEST) / 5);
        let mut before = self.span.start as usize;
        let end = (self.span.end as usize).min(before + LONGEST);
        for (start, end) in Runs::new(text, before, end) {
            let gap = gap(text, before, start);
            let end = without_note(bytes, start, end);
            let span = Span { start: start as u32, end: end as u32 };
            // *Krokoms kommun, Göteborgs Stad*
            let owned = gap == ' '
                && matches!(end - start, 4 | 6)
                && words.last().is_some_and(|w| walk::is_capitalised(w.span.of(text)))
                && MUNICIPAL.iter().any(|noun| noun.as_bytes() == &bytes[start..end]);
            // *Region Skåne*
            if gap == ' '
                && walk::is_capitalised(&text[start..end])
                && let Some(region) = words.last_mut().filter(|w| w.span.of(text) == REGION)
            {
                region.body = true;
            }
            // *Lindens styrelse*
            let whose = || words.last().is_some_and(|w| owns(w.span.of(text)));
            let owned = owned || gap == ' ' && is_owned(&text[start..end]) && whose();
            words.push(Word {
                span,
                first: bytes[start],
                gap,
                verb: None,
                body: owned,
                person: false,
                given: false,
            });
            before = end;
        }
    }

    /// The length of its longest line in bytes; its own where it has one line only.
    pub fn longest_line(&self) -> usize {
        *self.longest.get_or_init(|| {
            let lines = walk::head(self.span.of(self.text), LONGEST);
            if !lines.contains('\n') {
                return self.span.len();
            }
            lines.lines().map(|line| line.trim().len()).max().unwrap_or(0)
        })
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
    pub fn is_of(&self, at: usize, words: &WordSet) -> bool {
        self.words.get(at).is_some_and(|word| words.has(word.span.of(self.text)))
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

    /// The first letters of the `reach` words from `at` on.
    pub fn firsts(&self, at: usize, reach: usize) -> Firsts {
        let words = self.words.get(at..(at + reach).min(self.len())).unwrap_or_default();
        Firsts(words.iter().fold(0, |firsts, word| firsts | bit_of(word.first)))
    }

    /// Where `phrase` begins, at `at` or up to `reach` words later and in the same clause or list.
    pub fn phrase_within(&self, at: usize, reach: usize, phrase: &str) -> Option<usize> {
        let first = phrase.as_bytes().first().map(|b| b | 0x20);
        (at..(at + reach).min(self.len()))
            .find(|&i| Some(self.words[i].first | 0x20) == first && self.phrase_at(i, phrase))
    }

    /// Where one of `words` stands, at `at` or up to `reach` words later.
    pub fn find_within(&self, at: usize, reach: usize, words: &[&str]) -> Option<usize> {
        (at..(at + reach).min(self.len())).find(|&i| self.is(i, words))
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

/// A word behind which a note's figure is told from a number is no shorter, in bytes.
const NOTED: usize = 6;

/// Where a word ends behind which a note's figure stands at once: *föreskriver1 följande*.
#[inline]
fn without_note(bytes: &[u8], start: usize, end: usize) -> usize {
    // Most words are shorter, and nearly all end with a letter.
    if end - start <= NOTED || !bytes[end - 1].is_ascii_digit() {
        return end;
    }
    let word = &bytes[start..end];
    let letters = word.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |last| last + 1);
    let noted = letters >= NOTED
        && word.len() - letters <= 2
        && word[letters - 2..letters].iter().all(u8::is_ascii_lowercase);
    if noted { start + letters } else { end }
}

/// The first letters of some words.
pub(super) struct Firsts(u64);

impl Firsts {
    /// Whether a phrase (in lower case) may begin with one of the words.
    pub fn may_begin(&self, phrase: &str) -> bool {
        phrase.as_bytes().first().is_some_and(|&first| self.0 & bit_of(first) != 0)
    }
}

/// The bit of a letter, whatever its case.
const fn bit_of(letter: u8) -> u64 {
    1 << ((letter | 0x20) % 64)
}

/// *Styrelse, kongress*: a body where somebody's.
pub(super) fn is_owned(word: &str) -> bool {
    word.len() > 4 && word.starts_with(|c: char| c.is_lowercase()) && OWNED_BODIES.has(word)
}

/// *Lindens, byarnas*: whether a body may be somebody's who is called so.
pub(super) fn owns(word: &str) -> bool {
    let named = walk::is_capitalised(word) || OWNER_ENDS.iter().any(|end| word.ends_with(end));
    word.len() > 3 && word.ends_with('s') && named && !NO_OWNERS.has(word)
}

/// The mark between two words that parts them most; a blank if none does.
#[inline]
fn gap(text: &str, from: usize, to: usize) -> char {
    // Most often there is one blank.
    if to == from + 1 && text.as_bytes()[from] == b' ' {
        return ' ';
    }
    let (mut gap, mut parted) = (' ', 0);
    for mark in text.get(from..to).unwrap_or("").chars() {
        if rank(mark) > parted {
            (gap, parted) = (mark, rank(mark));
        }
    }
    gap
}

/// How much a mark parts what stands on its sides.
fn rank(mark: char) -> u8 {
    match mark {
        '.' | '!' | '?' => 7,
        ';' | '•' | '●' | '▪' => 6,
        ':' => 5,
        ',' => 4,
        '–' | '—' => 3,
        '"' | '”' | '“' | '»' => 3,
        '(' | ')' => 2,
        '-' | '/' | '&' => 1,
        _ => 0,
    }
}
