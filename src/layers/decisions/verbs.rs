//! What the words of `lexicon/data/settles.txt` do, and the phrases that some of them need.

use super::context::Context;
use super::words::Sentence;
use crate::document::{DecisionKind, DocumentKind};
use crate::lexicon::{Classes, Lexicon, Slot};
use crate::scan::{Cue, CuedText};
use memchr::memmem::Finder;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Kind(DecisionKind),
    /// *Beslutar*: the kind follows from what is decided.
    Decide,
    /// Settles only in a phrase, named by its lemma.
    Phrase(&'static str),
}

/// How sure a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Sure,
    /// With a body for subject.
    Body,
    /// Only under a heading like *Beslut*.
    Label,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Infinitive,
    Present,
    Past,
    Supine,
    /// The s-form, present or infinitive.
    Passive,
    PassivePast,
    PassiveSupine,
    Participle,
    Noun,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub act: Act,
    pub weight: Weight,
    pub form: Form,
    /// The phrases that it can stand in.
    phrases: &'static [Phrase],
}

impl Verb {
    /// Whether it is a word of phrases, of those here or of those that [`super::heads`] reads by itself.
    pub fn may_stand_in_phrase(&self) -> bool {
        !self.phrases.is_empty() || self.is_read_elsewhere()
    }

    /// Whether one of its phrases may be of this kind.
    pub fn phrases_may_be(&self, kind: DecisionKind) -> bool {
        self.phrases.iter().any(|p| p.kind == kind)
            || (self.is_read_elsewhere() && matches!(kind, Adopt | Assign | Note))
    }

    fn is_read_elsewhere(&self) -> bool {
        matches!(self.act, Act::Phrase("anteckna" | "fatta" | "be" | "ingå" | "innefatta" | "omfatta"))
    }

    /// The phrase that it stands in as the word `at`.
    pub fn phrase_at(&self, sentence: &Sentence, at: usize) -> Option<&'static Phrase> {
        let reach = self.phrases.iter().map(|p| p.reach).max()?;
        // Most begin as no word does that follows.
        let firsts = sentence.firsts(at + 1, reach);
        self.phrases.iter().find(|p| {
            let mut words = p.words.split('|').filter(|words| firsts.may_begin(words));
            words.any(|words| sentence.phrase_within(at + 1, p.reach, words).is_some())
        })
    }
}

/// The verbs of the lexicon, each by the index of its value.
static VERBS: LazyLock<Vec<Option<Verb>>> =
    LazyLock::new(|| Lexicon::get().values().iter().map(|value| read(value)).collect());

/// The word that a cue is, if it can settle.
pub(super) fn of(source: &CuedText, cue: Cue) -> Option<&'static Verb> {
    if !cue.has(Classes::SETTLES) {
        return None;
    }
    VERBS.get(source.lexicon.value_index(Slot::Settles, cue.word))?.as_ref()
}

/// A value of `settles.txt`.
fn read(value: &'static str) -> Option<Verb> {
    let mut parts = value.split(' ');
    let act = parts.next()?;
    let weight = match parts.next()? {
        "body" => Weight::Body,
        "label" => Weight::Label,
        _ => Weight::Sure,
    };
    let form = match parts.next()? {
        "infinitive" => Form::Infinitive,
        "present" => Form::Present,
        "past" => Form::Past,
        "supine" => Form::Supine,
        "passive" => Form::Passive,
        "passive-past" => Form::PassivePast,
        "passive-supine" => Form::PassiveSupine,
        "participle" => Form::Participle,
        _ => Form::Noun,
    };
    let act = match DecisionKind::from_name(act) {
        Some(kind) => Act::Kind(kind),
        None if act == "decide" => Act::Decide,
        None => Act::Phrase(act),
    };
    let phrases = match act {
        Act::Phrase(lemma) => PHRASES.chunk_by(|a, b| a.lemma == b.lemma).find(|p| p[0].lemma == lemma),
        _ => None,
    };
    Some(Verb { act, weight, form, phrases: phrases.unwrap_or_default() })
}

/// A phrase that makes a word settle.
#[derive(Debug)]
pub(super) struct Phrase {
    lemma: &'static str,
    /// Any of these, parted by `|`, somewhere in the `reach` words after the word.
    words: &'static str,
    reach: usize,
    pub kind: DecisionKind,
    pub weight: Weight,
}

const fn phrase(
    lemma: &'static str,
    words: &'static str,
    reach: usize,
    kind: DecisionKind,
    weight: Weight,
) -> Phrase {
    Phrase { lemma, words, reach, kind, weight }
}

use DecisionKind::{Adopt, Assign, Elect, Note, Postpone, Propose, Refer, Reject, Reserve};
use Weight::{Body, Label, Sure};

/// All phrases, those of one word side by side: the first of them that fits counts.
static PHRASES: &[Phrase] = &[
    phrase("lägga", "till handlingarna|ad acta", 30, Note, Sure),
    phrase("lägga", "på bordet", 8, Postpone, Sure),
    phrase("lägga", "fram", 3, Propose, Body),
    phrase("ta", "till handlingarna|till protokollet", 12, Note, Sure),
    phrase("ta", "upp igen|upp på nytt|upp till ny behandling", 3, Postpone, Label),
    phrase("ta", "del av", 1, Note, Body),
    phrase("ge", "i uppdrag|uppdrag", 20, Assign, Sure),
    phrase("ge", "uppdraget att", 8, Assign, Sure),
    phrase("ge", "ansvarsfrihet|bifall", 6, Adopt, Body),
    phrase("få", "anstå", 3, Postpone, Label),
    phrase("få", "i uppdrag", 10, Assign, Sure),
    phrase("få", "uppdraget|uppdrag", 2, Assign, Sure),
    phrase("ställa", "sig bakom", 4, Adopt, Sure),
    phrase("skjuta", "upp", 6, Postpone, Body),
    phrase("skjuta", "till", 3, Adopt, Body),
    phrase(
        "delta",
        "inte i beslut|inte i beslutet|ej i beslut|ej i beslutet|inte i ärendet|ej i ärendet|inte i handläggningen|ej i handläggningen|inte i avgörandet|icke i beslutet|inte i detta beslut|inte i omröstningen",
        4,
        Reserve,
        Sure,
    ),
    phrase("avstå", "från att delta|från att deltaga|från deltagande", 3, Reserve, Sure),
    phrase("anteckna", "som yttrande|till protokollet", 12, Reserve, Sure),
    phrase("lämna", "utan bifall", 20, Reject, Sure),
    phrase("lämna", "utan erinran|utan åtgärd|utan vidare åtgärd", 20, Adopt, Sure),
    phrase("lämna", "till handlingarna", 20, Note, Sure),
    phrase("lämna", "protokollsanteckning|en protokollsanteckning|särskilt yttrande", 8, Reserve, Sure),
    phrase("lämna", "över", 4, Refer, Body),
    phrase("lämna", "förslag|förslag på|betänkande|remissvar|proposition", 3, Propose, Body),
    phrase("anmäla", "jäv", 3, Note, Sure),
    phrase("anmäla", "avvikande mening|reservation", 4, Reserve, Sure),
    phrase("förklara", "fullgjort|fullgjord|fullgjorda", 25, Note, Sure),
    phrase("förklara", "med avslag", 25, Reject, Sure),
    phrase("förklara", "besvarad|besvarat|besvarade|justerad|justerat|avslutad|avslutat", 25, Adopt, Label),
    phrase("förklara", "vald|valda|vara vald", 12, Elect, Sure),
    phrase("besvara", "med avslag", 20, Reject, Body),
    phrase("besvara", "med|härmed|i enlighet|enligt|genom", 6, Adopt, Body),
    phrase("anse", "besvarad med avslag|besvarat med avslag", 12, Reject, Sure),
    phrase("anse", "besvarad|besvarat|besvarade|fullgjord|fullgjort|avslutad|avslutat", 12, Adopt, Sure),
    phrase("hänvisa", "utskottet|utskott", 8, Refer, Body),
    phrase("skicka", "på remiss|på en remiss|vidare till", 6, Refer, Body),
    phrase("åta", "sig", 4, Assign, Sure),
    phrase("ansvara", "för att", 1, Assign, Sure),
    phrase("förrätta", "val", 6, Elect, Sure),
];

/// The words without which no phrase of a lemma stands: one for each alternative.
static NEEDED: LazyLock<HashMap<&'static str, Vec<Finder<'static>>>> = LazyLock::new(|| {
    let mut needed: HashMap<&str, Vec<Finder>> = HashMap::new();
    for phrase in PHRASES {
        let finders = needed.entry(phrase.lemma).or_default();
        let words = phrase.words.split('|').filter_map(|words| words.split(' ').max_by_key(|w| w.len()));
        for word in words {
            if !finders.iter().any(|f| f.needle() == word.as_bytes()) {
                finders.push(Finder::new(word));
            }
        }
    }
    needed
});

/// Lemmas whose phrases [`super::heads`] and [`super::chair`] read by themselves.
const READ_ELSEWHERE: &[&str] = &["anteckna"];

/// Whether a word may settle something in `sentence`: cheap to ask before the sentence is read word by word.
/// `true` promises nothing.
pub(super) fn may_settle(verb: &Verb, sentence: &str, context: Context) -> bool {
    may_stand(verb, context) && has_phrase(verb, sentence)
}

/// The same by the verb alone.
pub(super) fn may_stand(verb: &Verb, context: Context) -> bool {
    // A debate speaks of deciding all the time: only what was done, moved or reserved can count.
    let moved = matches!(verb.act, Act::Kind(DecisionKind::Move | DecisionKind::Reserve));
    let undone = matches!(verb.form, Form::Infinitive | Form::Present) && !moved;
    if context.is_record() && (verb.weight == Weight::Label || undone) {
        return false;
    }
    verb.act != Act::Phrase("duty") || !context.is_record() && context.kind != DocumentKind::Policy
}

/// Whether words that its phrases need follow in the sentence.
fn has_phrase(verb: &Verb, sentence: &str) -> bool {
    match verb.act {
        Act::Phrase("duty") => true,
        Act::Phrase(lemma) if !READ_ELSEWHERE.contains(&lemma) => {
            let Some(finders) = NEEDED.get(lemma) else { return true };
            finders.iter().any(|f| f.find(sentence.as_bytes()).is_some())
        }
        _ => true,
    }
}
