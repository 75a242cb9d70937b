//! Reported speech: sentences whose subject is named and whose verb is one of speaking.

use super::rules;
use super::subject::{self, Verb};
use crate::analyze::Source;
use crate::cues::Classes;
use crate::document::{Speech, SpeechMode};
use crate::people::Cast;
use crate::span::Span;
use crate::structure::Structure;
use crate::text::walk;

/// All reported sentences that begin outside `taken`, which is sorted.
pub(super) fn find(source: &Source, structure: &Structure, cast: &Cast, taken: &[Span]) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    for cue in source.cues.of(Classes::SAYS) {
        let Some(sentence) = structure.sentences.at(cue.start as usize) else { continue };
        if is_taken(taken, cue.span()) || in_intro(cast, cue.span()) {
            continue;
        }
        let verb = Verb::of(source, cue);
        let quoted = || {
            let before = walk::skip_space_back(source.text, cue.start as usize);
            matches!(walk::char_before(source.text, before), Some(',' | '”' | '"' | '»' | '?' | '!'))
        };
        if !verb.speaks(source) || verb.needs_quotation() && !quoted() {
            continue;
        }
        let Some(subject) = subject::of(source, cast, sentence, verb) else { continue };
        if handles_vote(source, sentence, verb, subject.bare_chair) || is_business(source, sentence, verb) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.span == sentence => {
                for person in subject.people {
                    if !last.speakers.contains(&person) {
                        last.speakers.push(person);
                    }
                }
            }
            _ => found.push(Speech {
                span: sentence,
                mode: SpeechMode::Reported,
                verb: Some(verb.lemma),
                speakers: subject.people,
                rule: if subject.bare_chair { &rules::CHAIR } else { &rules::REPORTED },
            }),
        }
    }
    found
}

fn is_taken(taken: &[Span], cue: Span) -> bool {
    let i = taken.partition_point(|t| t.start <= cue.start);
    i.checked_sub(1).and_then(|i| taken.get(i)).is_some_and(|t| t.end > cue.start)
}

fn in_intro(cast: &Cast, cue: Span) -> bool {
    let i = cast.intros.partition_point(|t| t.line.start <= cue.start);
    i.checked_sub(1).and_then(|i| cast.intros.get(i)).is_some_and(|t| t.line.end > cue.start)
}

/// Members who join a speech, ask for the floor or for a vote: the chamber's business.
fn is_business(source: &Source, sentence: Span, verb: Verb) -> bool {
    let text = sentence.of(source.text);
    let next = walk::next_word(source.text, verb.cue.end());
    let object = next.and_then(|(s, e)| source.text.get(s..e)).unwrap_or("");
    let later = text.get((verb.cue.end()).saturating_sub(sentence.start as usize)..).unwrap_or("");
    match verb.lemma {
        "instämma" => {
            ["I detta", "Häri", "Häruti", "I herr", "I fru"].iter().any(|w| text.starts_with(w))
                || later.contains("häri")
                || later.contains("häruti")
        }
        "begära" => {
            let early: String = later.chars().take(40).collect();
            ["votering", "rösträkning", "ordet", "omröstning"].iter().any(|w| early.contains(w))
                || matches!(object, "ordet" | "votering")
        }
        "be" => object == "om" && later.contains("om ordet"),
        "presentera" => object == "sig",
        _ => false,
    }
}

/// The chair's handling of a vote is a decision, no speech.
fn handles_vote(source: &Source, sentence: Span, verb: Verb, bare_chair: bool) -> bool {
    let text = sentence.of(source.text);
    let words = ["proposition", "finner att", "prövar", "votering", "omröstning", "acklamation"];
    let chairs = bare_chair || text.starts_with("Ordförande");
    chairs
        && (matches!(verb.lemma, "föreslå" | "konstatera" | "fråga" | "ställa" | "förklara")
            && (words.iter().any(|w| text.contains(w)) || text.contains("beslut"))
            || words[1..3].iter().any(|w| text.contains(w)))
        || walk::phrase(source.text, sentence.start as usize, "ordföranden ställer").is_some()
}
