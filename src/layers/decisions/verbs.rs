//! What the words of `lexicon/data/settles.txt` do.

use super::context::Context;
use super::phrases::{self, Phrase};
use crate::document::{DecisionKind, DocumentKind};
use crate::lexicon::sets::lemmas;
use crate::lexicon::{Classes, Lexicon, Slot};
use crate::scan::{Cue, CuedText};
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

impl Act {
    /// Whether the subject is the one charged: *får i uppdrag, åtar sig, i uppdraget ingår*.
    pub fn charges_subject(self) -> bool {
        self.is_of(lemmas::CHARGED) || self.tells_charge()
    }

    /// Whether it settles in phrases of one of these lemmas.
    #[inline]
    fn is_of(self, lemmas: &[&str]) -> bool {
        matches!(self, Act::Phrase(lemma) if lemmas.contains(&lemma))
    }

    /// *I uppdraget ingår att …*
    pub fn tells_charge(self) -> bool {
        self.is_of(lemmas::HOLDS_CHARGE)
    }
}

/// How sure a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Sure,
    /// With a body for subject.
    Body,
    /// With a body for subject, and only where a meeting is told of.
    Meeting,
    /// With a matter for subject, what was to be settled: *frågan parkeras*.
    Matter,
    /// In what an authority or a court writes of a matter.
    Open,
    /// With a body for subject in any text, also in rules: *Naturvårdsverket föreskriver följande*.
    Any,
    /// Only under a heading like *Beslut*.
    Label,
}

impl Weight {
    /// As the data files name it; a word of phrases has the weight of its phrase.
    pub fn from_name(name: &str) -> Option<Weight> {
        Some(match name {
            "sure" | "phrase" => Weight::Sure,
            "body" => Weight::Body,
            "meeting" => Weight::Meeting,
            "matter" => Weight::Matter,
            "open" => Weight::Open,
            "any" => Weight::Any,
            "label" => Weight::Label,
            _ => return None,
        })
    }
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

impl Form {
    /// It tells of what was done.
    pub fn is_told(self) -> bool {
        !matches!(self, Form::Present | Form::Passive | Form::Infinitive | Form::Noun)
    }

    pub fn is_active(self) -> bool {
        matches!(self, Form::Present | Form::Past | Form::Supine)
    }

    /// A passive that is finite, or has its auxiliary.
    pub fn is_passive(self) -> bool {
        matches!(self, Form::Passive | Form::PassivePast | Form::PassiveSupine)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub act: Act,
    pub weight: Weight,
    pub form: Form,
    /// The phrases that it can stand in.
    pub phrases: &'static [Phrase],
}

impl Verb {
    /// The kinds and weights that [`super::heads`] may read out of it; no kind is any.
    pub fn readings(&self) -> impl Iterator<Item = (Option<DecisionKind>, Weight)> {
        self.own().into_iter().chain(self.phrases.iter().map(|p| (Some(p.kind), p.weight)))
    }

    /// What it can mean without one of its phrases.
    pub fn own(&self) -> Option<(Option<DecisionKind>, Weight)> {
        match self.act {
            // *överlämnar propositionen* proposes, *utser styrelsen att planera* assigns.
            Act::Kind(DecisionKind::Refer | DecisionKind::Elect) => Some((None, self.weight)),
            Act::Kind(kind) => Some((Some(kind), self.weight)),
            Act::Decide => Some((None, self.weight)),
            Act::Phrase(lemmas::REACH) => Some((Some(DecisionKind::Adopt), Weight::Body)),
            Act::Phrase(lemmas::TAKE) => Some((Some(DecisionKind::Adopt), Weight::Body)),
            Act::Phrase(lemmas::ASK) => Some((Some(DecisionKind::Assign), Weight::Body)),
            // A fee stays, or someone in a post.
            Act::Phrase("stay") => Some((None, Weight::Sure)),
            Act::Phrase(lemmas::AGREED | lemmas::UNANIMOUS) => Some((None, Weight::Sure)),
            Act::Phrase(lemmas::COME) => Some((None, Weight::Meeting)),
            Act::Phrase(lemmas::CONDUCT) if self.form.is_passive() => {
                Some((Some(DecisionKind::Elect), Weight::Sure))
            }
            Act::Phrase(lemmas::WIN | lemmas::GO) => Some((Some(DecisionKind::Adopt), Weight::Matter)),
            Act::Phrase(lemmas::PRESCRIBE) => Some((Some(DecisionKind::Adopt), Weight::Any)),
            Act::Phrase(lemmas::BECOME) => Some((Some(DecisionKind::Elect), Weight::Meeting)),
            Act::Phrase(lemmas::CLOSE) => Some((Some(DecisionKind::Adopt), Weight::Open)),
            Act::Phrase(lemmas::PAY) => Some((Some(DecisionKind::Adopt), Weight::Meeting)),
            Act::Phrase(lemmas::LEAVE_WITH | lemmas::GIVE | lemmas::NOTIFY) if self.form.is_passive() => {
                Some((None, Weight::Body))
            }
            Act::Phrase(lemmas::TAKE_PART) => Some((Some(DecisionKind::Reserve), Weight::Sure)),
            Act::Phrase(lemmas::RECORD) => Some((Some(DecisionKind::Note), Weight::Body)),
            act if act.tells_charge() => Some((Some(DecisionKind::Assign), Weight::Sure)),
            Act::Phrase(_) => None,
        }
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
    let weight = Weight::from_name(parts.next()?)?;
    let form = match parts.next()? {
        "infinitive" => Form::Infinitive,
        "present" => Form::Present,
        "past" => Form::Past,
        "supine" => Form::Supine,
        "passive" => Form::Passive,
        "passive-past" => Form::PassivePast,
        "passive-supine" => Form::PassiveSupine,
        "participle" => Form::Participle,
        "noun" => Form::Noun,
        _ => return None,
    };
    let act = match DecisionKind::from_name(act) {
        Some(kind) => Act::Kind(kind),
        None if act == "decide" => Act::Decide,
        None => Act::Phrase(act),
    };
    let phrases = if let Act::Phrase(lemma) = act { phrases::of(lemma) } else { &[] };
    Some(Verb { act, weight, form, phrases })
}

/// Whether a word may settle something in `sentence`: cheap to ask before the sentence is read word by word.
/// `true` promises nothing.
pub(super) fn may_settle(verb: &Verb, sentence: &str, context: Context) -> bool {
    may_stand(verb, context) && has_phrase(verb, sentence)
}

/// The same by the verb alone.
pub(super) fn may_stand(verb: &Verb, context: Context) -> bool {
    // A debate speaks of deciding all the time: only what was done, moved or reserved can count.
    let moved = matches!(verb.act, Act::Kind(DecisionKind::Move | DecisionKind::Reserve));
    let put = verb.form == Form::Infinitive && verb.act == Act::Kind(DecisionKind::Propose);
    let undone = matches!(verb.form, Form::Infinitive | Form::Present) && !moved && !put;
    if context.is_record() && (verb.weight == Weight::Label || undone) {
        return false;
    }
    verb.act != Act::Phrase("duty") || !context.is_record() && context.kind != DocumentKind::Policy
}

/// Whether words that its phrases need follow in the sentence.
fn has_phrase(verb: &Verb, sentence: &str) -> bool {
    match verb.act {
        // Without a phrase it is a note, too.
        Act::Phrase(
            "duty"
            | lemmas::RECORD
            | lemmas::TAKE_PART
            | "stay"
            | lemmas::CLOSE
            | lemmas::BECOME
            | lemmas::PRESCRIBE,
        ) => true,
        Act::Phrase(lemmas::LEAVE_WITH | lemmas::GIVE | lemmas::NOTIFY) if verb.form.is_passive() => true,
        // *Beslut togs om …*: the noun stands before it.
        Act::Phrase(lemmas::TAKE | lemmas::CONDUCT) if verb.form.is_passive() => true,
        Act::Phrase(lemmas::WIN | lemmas::GO) => true,
        Act::Phrase(lemma) => phrases::may_stand(lemma, sentence),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lemmas that code or the scan knows, and no phrase.
    const ALONE: [&str; 5] = ["duty", "stay", "votes", "proposition", "report"];

    /// A kind, a weight or a form that is misspelt would make a word that is found nowhere, or everywhere.
    #[test]
    fn every_value_of_the_file_is_read() {
        let file = include_str!("../../lexicon/data/settles.txt");
        let lemmas = include_str!("../../lexicon/data/lemmas.txt");
        for (at, line) in (1..).zip(file.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("lexicon/data/settles.txt:{at}");
            let (value, forms) = line.split_once('\t').unwrap_or_else(|| panic!("{place}: no tab: {line}"));
            let verb = read(value).unwrap_or_else(|| {
                panic!(
                    "{place}: a kind (or lemma), a weight or a form that is misspelt in {value:?}; those there are stand in the \
                     other lines and in the head of the file"
                )
            });
            assert!(!forms.trim().is_empty(), "{place}: no form: {line}");
            if let Act::Phrase(lemma) = verb.act {
                let known =
                    !verb.phrases.is_empty() || lemmas.split(['\t', ' ', '\n']).any(|one| one == lemma);
                assert!(
                    known || ALONE.contains(&lemma),
                    "{place}: neither a kind nor a lemma with a phrase: {line}"
                );
            }
        }
    }
}
