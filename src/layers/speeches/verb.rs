//! Verbs of speaking, informing and moving, as `lexicon/data/says.txt` describes them.

use crate::lexicon::sets::speeches::{BESIDE_QUOTES, QUOTED_ONLY};
use crate::lexicon::{Lexicon, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;
use std::sync::LazyLock;

/// A verb of speaking, as `lexicon/data/says.txt` describes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub cue: Cue,
    pub lemma: &'static str,
    /// Takes a person as its object.
    pub takes_person: bool,
    /// One of these must follow.
    with: &'static Wants,
}

/// Words of which a verb needs one after it.
#[derive(Debug, Default)]
struct Wants {
    words: Vec<Want>,
    /// Their first letters as bits: most words have another.
    letters: u32,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
struct Want {
    word: &'static str,
    /// The word is only the beginning of those that fit.
    stem: bool,
}

/// Lemma, whether it takes a person, and what must follow: by the index of the lexicon's value.
static VERBS: LazyLock<Vec<(&'static str, bool, Wants)>> = LazyLock::new(|| {
    let want = |word: &'static str| match word.strip_suffix('*') {
        Some(word) => Want { word, stem: true },
        None => Want { word, stem: false },
    };
    let read = |value: &&'static str| {
        let (head, with) = value.split_once(':').unwrap_or((value, ""));
        let (lemma, mark) = head.split_once(' ').unwrap_or((head, ""));
        (lemma.trim(), mark.contains('!'), Wants::of(with.split_whitespace().map(want).collect()))
    };
    Lexicon::get().values().iter().map(read).collect()
});

/// What the verbs of one's own terms need.
static NOTHING: Wants = Wants { words: Vec::new(), letters: 0 };

impl Wants {
    fn of(words: Vec<Want>) -> Wants {
        let letters = words.iter().fold(0, |letters, want| letters | letter(want.word));
        Wants { words, letters }
    }

    fn have(&self, word: &str) -> bool {
        self.letters & letter(word) != 0 && self.words.iter().any(|want| want.fits(word))
    }
}

/// The first byte of a word as one of 32 bits, the same whatever the letter's case.
fn letter(word: &str) -> u32 {
    word.bytes().next().map_or(0, |b| 1 << (b % 32))
}

impl Want {
    /// Whether `word` is it, or begins with it.
    fn fits(self, word: &str) -> bool {
        if self.stem { walk::starts_with_word(word, self.word) } else { walk::same_word(word, self.word) }
    }
}

impl Verb {
    pub fn of(source: &Source, cue: Cue) -> Verb {
        let index = source.lexicon.value_index(Slot::Says, cue.word);
        let own = || source.lexicon.value(Slot::Says, cue.word);
        let (lemma, takes_person, with) = VERBS
            .get(index)
            .map_or_else(|| (own(), false, &NOTHING), |(lemma, takes, with)| (*lemma, *takes, with));
        Verb { cue, lemma, takes_person, with }
    }

    /// Whether the words that it needs follow soon.
    pub fn speaks(self, source: &Source) -> bool {
        if self.with.words.is_empty() {
            return true;
        }
        let text = source.text;
        let mut at = self.cue.end();
        for _ in 0..9 {
            let Some((start, end)) = walk::next_word(text, at) else { return false };
            let word = text.get(start..end).unwrap_or("");
            if self.with.have(word) {
                return true;
            }
            at = end;
            // Past the party of a subject in between, and commas.
            let open = walk::skip_space(text, at);
            if text.as_bytes().get(open) == Some(&b'(') {
                let close = text.as_bytes()[open..].iter().take(8).position(|b| *b == b')');
                at = open + close.map_or(0, |n| n + 1);
            }
        }
        false
    }

    /// Whether it can stand beside a quotation: light verbs (*göra, ta*) only with what they need.
    pub fn quotes(self, source: &Source) -> bool {
        BESIDE_QUOTES.has(self.lemma) || self.speaks(source)
    }

    /// Speaks only beside a quotation: *…, fortsätter Anna Holm*.
    pub fn needs_quotation(self) -> bool {
        QUOTED_ONLY.has(self.lemma)
    }

    pub fn is_infinitive(self, text: &str) -> bool {
        let word = self.cue.span().of(text);
        // An own verb of which one form alone was given (*påtalade*) is called by it.
        let finite = ["s", "r", "de", "te", "t"].iter().any(|end| word.ends_with(end));
        word == self.lemma && !finite
    }

    pub fn is_supine(self, text: &str) -> bool {
        let word = self.cue.span().of(text);
        (word.ends_with('t') || word.ends_with("tt"))
            && !matches!(word, "lät" | "höll" | "bjöd")
            && !word.ends_with("st")
    }
}
