//! What may be said of a sentence that may decide.

use super::super::context::Context;
use super::super::verbs::{Act, Form};
use super::super::words::Sentence;
use crate::document::DocumentKind;
use crate::lexicon::sets::decisions::{MODALS, SUBORDINATORS};
use crate::lexicon::sets::function_words::{ATT, SOM};
use crate::words::lower::Lower;

/// Where a word is a feature, or what sort of feature it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// A word of the sentence.
    Word,
    /// Its first word.
    First,
    /// The end of a long word.
    End,
    /// The word before a deciding word, and the one behind it.
    Before,
    Behind,
    /// A word of the heading above.
    Heading,
    /// What a deciding word does, and its form.
    Deed,
    /// Anything else.
    Shape,
}

impl Zone {
    pub const ALL: [Zone; 8] = [
        Zone::Word,
        Zone::First,
        Zone::End,
        Zone::Before,
        Zone::Behind,
        Zone::Heading,
        Zone::Deed,
        Zone::Shape,
    ];

    /// As the file of weights names it.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Word => "w",
            Zone::First => "first",
            Zone::End => "end",
            Zone::Before => "before",
            Zone::Behind => "behind",
            Zone::Heading => "heading",
            Zone::Deed => "deed",
            Zone::Shape => "shape",
        }
    }
}

/// So many words of a sentence are looked at, and of a heading.
const WORDS: usize = 60;
const HEADING_WORDS: usize = 8;
/// The end of a word that is longer.
const END: usize = 4;
/// Longer words are no features.
const LONGEST: usize = 40;

/// A sentence and where it stands.
pub(super) struct Seen<'a> {
    pub sentence: &'a Sentence<'a>,
    pub context: Context,
    pub kind: DocumentKind,
    pub heading: Option<&'a str>,
}

impl Seen<'_> {
    /// Tells each feature.
    pub fn each(&self, tell: &mut impl FnMut(Zone, &[u8])) {
        let s = self.sentence;
        tell(Zone::Shape, self.kind.as_str().as_bytes());
        for (i, word) in s.words.iter().enumerate().take(WORDS) {
            let Some(lower) = lower(s.word(i)) else { continue };
            let lower = lower.bytes();
            tell(Zone::Word, lower);
            if i == 0 {
                tell(Zone::First, lower);
            }
            if let Some(end) = end(lower) {
                tell(Zone::End, end);
            }
            if let Some(verb) = word.verb {
                let beside = |at: usize| s.words.get(at).and_then(|_| self::lower(s.word(at)));
                if let Some(before) = i.checked_sub(1).and_then(beside) {
                    tell(Zone::Before, before.bytes());
                }
                if let Some(behind) = beside(i + 1) {
                    tell(Zone::Behind, behind.bytes());
                }
                let act = match verb.act {
                    Act::Kind(kind) => kind.as_str(),
                    Act::Decide => "decide",
                    Act::Phrase(lemma) => lemma,
                };
                tell(Zone::Deed, act.as_bytes());
                tell(Zone::Deed, form(verb.form).as_bytes());
                if verb.phrase_at(s, i).is_some() {
                    tell(Zone::Deed, b"phrase");
                }
            }
        }
        self.shape(&mut |name| tell(Zone::Shape, name.as_bytes()));
        self.clause(&mut |name| tell(Zone::Shape, name.as_bytes()));
        let heading = self.heading.unwrap_or("");
        for word in
            heading.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(HEADING_WORDS)
        {
            if let Some(lower) = lower(word) {
                tell(Zone::Heading, lower.bytes());
            }
        }
    }

    /// How it looks, and who stands where.
    fn shape(&self, tell: &mut impl FnMut(&'static str)) {
        let s = self.sentence;
        let text = s.span.of(s.text);
        tell(match s.len() {
            0..4 => "words<4",
            4..8 => "words<8",
            8..14 => "words<14",
            14..24 => "words<24",
            24..40 => "words<40",
            _ => "words>40",
        });
        tell(match text.chars().next().unwrap_or(' ') {
            c if c.is_uppercase() => "begins: capital",
            c if c.is_lowercase() => "begins: small",
            c if c.is_numeric() => "begins: digit",
            '-' | '–' | '—' | '•' | '*' => "begins: dash",
            '"' | '”' | '“' | '»' => "begins: quote",
            _ => "begins: other",
        });
        tell(match text.chars().next_back().unwrap_or(' ') {
            '.' => "ends: stop",
            ':' => "ends: colon",
            '?' => "ends: question",
            '!' => "ends: call",
            ',' => "ends: comma",
            c if c.is_alphabetic() => "ends: letter",
            c if c.is_numeric() => "ends: digit",
            _ => "ends: other",
        });
        if let Some(label) = self.context.label_name() {
            tell(label);
        }
        let Some(verb) = s.words.iter().position(|w| w.verb.is_some_and(|v| v.form != Form::Infinitive))
        else {
            return tell("no finite deed");
        };
        let (before, behind) = s.words.split_at(verb);
        let near = &behind[..behind.len().min(10)];
        let told = [
            (before.iter().any(|w| w.body), "body before"),
            (near.iter().any(|w| w.body), "body behind"),
            (before.iter().any(|w| w.person), "person before"),
            (near.iter().any(|w| w.person), "person behind"),
            (before.iter().skip(1).any(|w| w.gap == ','), "comma before"),
        ];
        told.into_iter().filter(|(holds, _)| *holds).for_each(|(_, name)| tell(name));
        tell(match verb {
            0 => "verb first",
            1 => "verb second",
            2..4 => "verb early",
            4..9 => "verb within",
            _ => "verb late",
        });
    }

    /// The clause of the word that decides: who or what stands before it, and whether it depends on another.
    fn clause(&self, tell: &mut impl FnMut(&'static str)) {
        let s = self.sentence;
        let Some((at, _)) = super::word(s) else { return };
        let Some(verb) = s.words[at].verb else { return };
        tell(match verb.form {
            Form::Infinitive => "deed: infinitive",
            Form::Noun => "deed: noun",
            Form::Participle | Form::Supine | Form::PassiveSupine => "deed: done",
            Form::Past | Form::PassivePast => "deed: past",
            Form::Present | Form::Passive => "deed: present",
        });
        let from = (1..=at).rev().find(|&i| matches!(s.gap(i), ',' | ';' | ':')).unwrap_or(0);
        if (from..at).any(|i| s.is_of(i, &SUBORDINATORS)) {
            tell(if (from..at).any(|i| s.is(i, SOM)) { "deed: behind som" } else { "deed: depends" });
        }
        if (from..at).any(|i| s.is_of(i, &MODALS)) {
            tell("deed: behind a modal");
        }
        if at > 0 && s.is(at - 1, ATT) {
            tell("deed: behind att");
        }
        let before = &s.words[from..at];
        tell(match (before.iter().any(|w| w.body), before.iter().any(|w| w.person)) {
            (true, _) => "deed: of a body",
            (_, true) => "deed: of a person",
            _ if from == at => "deed: opens",
            _ => "deed: of something",
        });
        if before.iter().any(|w| w.span.of(s.text).ends_with("et")) && before.len() < 3 {
            tell("deed: of a thing");
        }
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Infinitive => "infinitive",
        Form::Present => "present",
        Form::Past => "past",
        Form::Supine => "supine",
        Form::Passive => "passive",
        Form::PassivePast => "passive-past",
        Form::PassiveSupine => "passive-supine",
        Form::Participle => "participle",
        Form::Noun => "noun",
    }
}

/// A word as a feature: in lower case, figures as one.
fn lower(word: &str) -> Option<Lower<LONGEST>> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Lower::of(b"0");
    }
    Lower::of(word.as_bytes())
}

/// The last letters of a word that has more.
fn end(word: &[u8]) -> Option<&[u8]> {
    (word.len() > END + 1).then(|| &word[word.len() - END..])
}
