//! Verbs of speaking, informing and moving, as `lexicon/data/says.txt` describes them.

use super::subject_gap;
use crate::document::Span;
use crate::lexicon::sets::function_words::ATT_WORD;
use crate::lexicon::sets::lemmas;
use crate::lexicon::sets::speeches::{
    BESIDE_QUOTES, FINITE_ENDS, NO_SUPINE_END, NO_SUPINES, PASSIVE, QUOTED_ONLY,
};
use crate::lexicon::{Lexicon, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;
use crate::words::lower::has_in_any_case;
use crate::words::table::Words;
use std::sync::LazyLock;

/// A verb of speaking, as `lexicon/data/says.txt` describes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub cue: Cue,
    pub lemma: &'static str,
    /// Takes a person as its object.
    pub takes_person: bool,
    /// What it needs may stand far from it.
    reaches_far: bool,
    /// One of these must follow.
    with: &'static Wants,
    /// None of these may follow.
    without: &'static Wants,
}

/// Words of which a verb needs one after it.
#[derive(Debug, Default)]
pub(super) struct Wants {
    words: Vec<Want>,
    /// Their first letters as bits: most words have another.
    letters: u32,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
struct Want {
    word: &'static str,
    part: Part,
}

/// Which part of the words that fit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Beginning,
    /// It stands somewhere in them.
    Anywhere,
    /// All of one that stands right behind the verb.
    Next,
}

/// What `lexicon/data/says.txt` says of a verb.
#[derive(Debug)]
struct Entry {
    lemma: &'static str,
    takes_person: bool,
    reaches_far: bool,
    with: Wants,
    without: Wants,
}

/// By the index of the lexicon's value.
static VERBS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let want = |word: &'static str| match (word.strip_prefix('*'), word.strip_suffix('*')) {
        _ if word.starts_with('+') => Want { word: &word[1..], part: Part::Next },
        (Some(word), _) => Want { word, part: Part::Anywhere },
        (_, Some(word)) => Want { word, part: Part::Beginning },
        _ => Want { word, part: Part::Whole },
    };
    let read = |value: &&'static str| {
        let (head, with) = value.split_once(':').unwrap_or((value, ""));
        let (lemma, marks) = head.split_once(' ').unwrap_or((head, ""));
        let words = || with.split_whitespace();
        Entry {
            lemma: lemma.trim(),
            takes_person: marks.contains('!'),
            reaches_far: marks.contains('~'),
            with: Wants::of(words().filter(|word| !word.starts_with('-')).map(want).collect()),
            without: Wants::of(words().filter_map(|word| word.strip_prefix('-')).map(want).collect()),
        }
    };
    Lexicon::get().values().iter().map(read).collect()
});

/// Passive forms whose agent speaks: the lemma, and what must stand before the form.
static PASSIVES: LazyLock<Words<(&'static str, &'static Wants)>> = LazyLock::new(|| {
    let entry = |row: &&'static str| {
        let (form, lemma) = row.split_once(':')?;
        let with = VERBS.iter().find(|entry| entry.lemma == lemma).map_or(&NOTHING, |entry| &entry.with);
        Some((form, (lemma, with)))
    };
    Words::of(PASSIVE.iter().filter_map(entry).collect(), |_, _| ())
});

/// The lemma of a passive form, and what it needs before it.
pub(super) fn passive(word: &str) -> Option<(&'static str, &'static Wants)> {
    word.ends_with(['s', 't']).then(|| PASSIVES.get_in_any_case(word).copied())?
}

/// What the verbs of one's own terms need.
static NOTHING: Wants = Wants { words: Vec::new(), letters: 0 };

impl Wants {
    fn of(words: Vec<Want>) -> Wants {
        let anywhere = words.iter().any(|want| want.part == Part::Anywhere);
        let begin = words.iter().fold(0, |letters, want| letters | letter(want.word));
        Wants { words, letters: if anywhere { u32::MAX } else { begin } }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn have(&self, word: &str) -> bool {
        self.letters & letter(word) != 0 && self.words.iter().any(|want| want.fits(word))
    }

    /// Whether `word`, which stands right behind the verb, is one that must stand there.
    fn have_next(&self, word: &str) -> bool {
        self.letters & letter(word) != 0
            && self.words.iter().any(|want| want.part == Part::Next && walk::same_word(word, want.word))
    }
}

/// Whether the full stop at `end` ends a sentence: not behind an initial or a name cut short, nor before a small letter.
fn ends_sentence(verb: Verb, text: &str, start: usize, end: usize) -> bool {
    let initial = end - start == 1 || end - start < 4 && verb.reaches_far;
    let rest = text.get(end + 1..).unwrap_or("");
    let small = end - start < 4 && rest.strip_prefix(' ').unwrap_or(rest).starts_with(char::is_lowercase);
    !(initial || small)
}

/// Past blanks, commas, figures, quotation marks and what stands in brackets.
fn past_marks(text: &str, at: usize) -> usize {
    let mut at = walk::skip_space(text, at);
    while let Some(c) = walk::char_at(text, at) {
        // (A figure that begins its line numbers what follows.)
        let numbers = |at: usize| text[..at].trim_end_matches([' ', '\u{a0}']).ends_with('\n');
        at = match c {
            '0'..='9' if numbers(at) => return at,
            ',' | '-' | '/' | '&' | '”' | '“' | '"' | '’' | '%' | '0'..='9' => at + c.len_utf8(),
            '(' => match text.as_bytes()[at..].iter().take(LONGEST_BRACKET).position(|b| *b == b')') {
                Some(close) => at + close + 1,
                None => return at,
            },
            c if c.is_whitespace() => walk::skip_space(text, at),
            _ => return at,
        };
    }
    at
}

/// What stands in brackets between a verb and what it needs is no longer, in bytes.
const LONGEST_BRACKET: usize = 60;

/// The first byte of a word as one of 32 bits, the same whatever the letter's case.
fn letter(word: &str) -> u32 {
    word.bytes().next().map_or(0, |b| 1 << (b % 32))
}

impl Want {
    /// Whether `word` is it, begins with it or has it in itself.
    fn fits(self, word: &str) -> bool {
        match self.part {
            Part::Whole => walk::same_word(word, self.word),
            Part::Beginning => walk::starts_with_word(word, self.word),
            Part::Anywhere => word.len() >= self.word.len() && has_in_any_case(word, self.word),
            Part::Next => false,
        }
    }
}

impl Verb {
    pub fn of(source: &Source, cue: Cue) -> Verb {
        let index = source.lexicon.value_index(Slot::Says, cue.word);
        match VERBS.get(index) {
            Some(entry) => Verb {
                cue,
                lemma: entry.lemma,
                takes_person: entry.takes_person,
                reaches_far: entry.reaches_far,
                with: &entry.with,
                without: &entry.without,
            },
            // One of the caller's own terms.
            None => {
                let lemma = source.lexicon.value(Slot::Says, cue.word);
                Verb {
                    cue,
                    lemma,
                    takes_person: false,
                    reaches_far: false,
                    with: &NOTHING,
                    without: &NOTHING,
                }
            }
        }
    }

    /// Whether the words that it needs follow soon.
    pub fn speaks(self, source: &Source) -> bool {
        let text = source.text;
        if !self.without.is_empty() && self.is_deed(text) {
            return false;
        }
        if self.with.is_empty() {
            return true;
        }
        // *…, där Anna Holm talade.*
        if self.lemma == lemmas::SPEAK {
            return text.get(self.cue.end()..).is_some_and(|rest| rest.starts_with('.'))
                || self.has_what_it_needs(text);
        }
        self.has_what_it_needs(text)
    }

    /// *trycker på knappen, framförde en visa*: what follows at once, in its own clause, makes it a deed.
    fn is_deed(self, text: &str) -> bool {
        let rest = walk::head(text.get(self.cue.end()..).unwrap_or(""), LONGEST_BRACKET);
        let rest = rest.split(['.', ',', ':', ';', '!', '?']).next().unwrap_or("");
        let mut words = rest.split_whitespace().take(5).take_while(|word| *word != ATT_WORD);
        words.clone().next().is_some_and(|word| self.without.have_next(word))
            || words.any(|word| self.without.have(word))
    }

    /// *Rapport från bygget lämnade Anna Holm*: what it needs opens the sentence, before it.
    pub fn is_fronted(self, text: &str, sentence: Span) -> bool {
        let Some(lead) = text.get(sentence.start as usize..self.cue.start as usize) else { return false };
        let opens = |word: &str| {
            subject_gap::is(word, subject_gap::OPENER.or(subject_gap::ADVERB).or(subject_gap::PRONOUN))
        };
        let mut words = walk::head(lead, 2 * LONGEST_BRACKET).split_whitespace();
        lead.len() < 2 * LONGEST_BRACKET
            && !lead.contains(['.', ',', ':', ';'])
            && !words.clone().next().is_none_or(opens)
            && words.any(|word| word.len() > 4 && self.with.have(word))
    }

    /// *Lova Torstensson*: an infinitive with a capital is a name, or the first word of an order.
    pub fn is_name(self, text: &str) -> bool {
        walk::is_capitalised(self.cue.span().of(text))
            && self.cue.span().of(text).to_lowercase() == self.lemma
    }

    fn has_what_it_needs(self, text: &str) -> bool {
        let mut at = past_marks(text, self.cue.end());
        let mut next = true;
        for _ in 0..if self.reaches_far { 32 } else { 9 } {
            let Some((start, end)) = walk::next_word(text, at) else { return false };
            let word = text.get(start..end).unwrap_or("");
            if self.with.have(word) || next && self.with.have_next(word) {
                return true;
            }
            // *håller inte med*
            next = next && subject_gap::is(word, subject_gap::ADVERB);
            let stops = walk::char_at(text, end) == Some('.') && ends_sentence(self, text, start, end);
            at = if stops { end } else { past_marks(text, end + usize::from(text[end..].starts_with('.'))) };
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
        let finite = FINITE_ENDS.iter().any(|end| word.ends_with(end));
        word == self.lemma && !finite
    }

    pub fn is_supine(self, text: &str) -> bool {
        let word = self.cue.span().of(text);
        word.ends_with('t') && !NO_SUPINES.contains(&word) && !word.ends_with(NO_SUPINE_END)
    }
}
