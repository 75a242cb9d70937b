//! Reported speech: sentences whose subject is named and whose verb is one of speaking.

use super::rules;
use super::subject;
use super::verb::Verb;
use crate::document::{Span, Speech, SpeechMode};
use crate::layers::people::{Cast, Intro};
use crate::layers::structure::Structure;
use crate::lexicon::Classes;
use crate::scan::Source;
use crate::text::walk;

/// So much of a sentence is looked through for words that tell business, in bytes: a sentence may have any number of
/// verbs.
const LOOKED: usize = 2000;

/// All reported sentences that begin outside `taken`, which is sorted.
pub(super) fn find(
    source: &Source,
    structure: &Structure,
    cast: &Cast,
    intros: &[Intro],
    taken: &[Span],
) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    // Cues, sentences, mentions, quotations and introductions all stand in order: they are walked side by side.
    let mut sentences = structure.sentences.iter().peekable();
    let (mut named, mut quoted_before, mut introduced) = (0, 0, 0);
    for cue in source.cues.of(Classes::SAYS) {
        while sentences.next_if(|s| s.end <= cue.start).is_some() {}
        let Some(&sentence) = sentences.peek().copied().filter(|s| s.start <= cue.start) else { continue };
        while cast.mentions.get(named).is_some_and(|(m, _)| m.start < sentence.start) {
            named += 1;
        }
        // Nobody is named here: the common case.
        if cast.chair.is_none() && cast.mentions.get(named).is_none_or(|(m, _)| m.start >= sentence.end) {
            continue;
        }
        while taken.get(quoted_before).is_some_and(|t| t.start <= cue.start) {
            quoted_before += 1;
        }
        while intros.get(introduced).is_some_and(|t| t.line.start <= cue.start) {
            introduced += 1;
        }
        let is_taken = quoted_before > 0 && taken[quoted_before - 1].end > cue.start;
        let in_intro = introduced > 0 && intros[introduced - 1].line.end > cue.start;
        if is_taken || in_intro {
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
        let Some(subject) = subject::of(source, cast, sentence, verb, named) else { continue };
        if handles_vote(source, sentence, verb, subject.bare_chair) || is_business(source, sentence, verb) {
            continue;
        }
        let sentence = without_label(source, sentence, cast);
        match found.last_mut() {
            Some(last) if last.span == sentence => {
                for person in subject.people {
                    if !last.speakers.contains(&person) {
                        last.speakers.push(person);
                    }
                }
            }
            _ => found.push(Speech {
                cue: sentence.start,
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

/// The sentence without a short line that stands before it unpunctuated: *Fråga 2 ⏎ Anna Holm frågar*.
fn without_label(source: &Source, sentence: Span, cast: &Cast) -> Span {
    let Some((name, _)) = cast.within(sentence).first() else { return sentence };
    let Some(line) = source.lines.get(source.lines.index(name.start as usize)) else { return sentence };
    let label = source.text.get(sentence.start as usize..line.start as usize).unwrap_or("").trim();
    let short =
        !label.is_empty() && label.len() < 30 && !label.contains('\n') && !label.ends_with([',', '-', ':']);
    if short && name.start == line.start && label.starts_with(char::is_uppercase) {
        return Span { start: line.start, ..sentence };
    }
    sentence
}

/// Members who join a speech, ask for the floor or for a vote: the chamber's business.
fn is_business(source: &Source, sentence: Span, verb: Verb) -> bool {
    let text = sentence.of(source.text);
    let next = walk::next_word(source.text, verb.cue.end());
    let object = next.and_then(|(s, e)| source.text.get(s..e)).unwrap_or("");
    let later = text.get((verb.cue.end()).saturating_sub(sentence.start as usize)..).unwrap_or("");
    let later = walk::head(later, LOOKED);
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
        "tacka" => matches!(object, "ja" | "nej"),
        "skriva" => ["under ett", "under avtal", "på ett avtal"].iter().any(|w| later.contains(w)),
        _ => false,
    }
}

/// The chair's handling of a vote is a decision, no speech.
fn handles_vote(source: &Source, sentence: Span, verb: Verb, bare_chair: bool) -> bool {
    let text = walk::head(sentence.of(source.text), LOOKED);
    let words = ["proposition", "finner att", "prövar", "votering", "omröstning", "acklamation"];
    let chairs = bare_chair || text.starts_with("Ordförande");
    chairs
        && (matches!(verb.lemma, "föreslå" | "konstatera" | "fråga" | "ställa" | "förklara")
            && (words.iter().any(|w| text.contains(w)) || text.contains("beslut"))
            || words[1..3].iter().any(|w| text.contains(w)))
        || walk::phrase(source.text, sentence.start as usize, "ordföranden ställer").is_some()
}
