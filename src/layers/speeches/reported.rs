//! Reported speech: sentences whose subject is named and whose verb is one of speaking.

use super::context::Context;
use super::subject::{self, is_joined};
use super::subject_gap::{SMALL, is};
use super::verb::Verb;
use crate::document::rule::rule;
use crate::document::{DocumentKind, Span, Speech, SpeechMode};
use crate::lexicon::Classes;
use crate::lexicon::sets::speeches::*;
use crate::scan::Source;
use crate::text::walk;

rule! {
    /// A sentence with a clause whose subject is a named person and whose verb is one of speaking (Svenska Akademiens
    /// grammatik, anföringssatser).
    pub(super) REPORTED = "speech.reported";
    finds "Mötet började nio. ⟦Anna Holm berättar om bygget.⟧" = "reported";
    finds "⟦Vidare yrkar Anna Holm (S) avslag.⟧" = "reported";
    finds "⟦Per Berg och Anna Holm informerar om läget.⟧" = "reported";
    passes "Mötet började nio. Vi berättar om Anna Holm.";
    passes "Vi informerar Anna Holm om bygget.";
}

rule! {
    /// The same of a bare ordföranden, where one person is named so.
    pub(super) CHAIR = "speech.chair";
    finds "Ordförande Anna Holm kom. ⟦Ordföranden informerar om bygget.⟧" = "reported";
    passes "Ordföranden informerar om bygget.";
    passes "Ordförande Anna Holm kom. Ordföranden prövar om bifall kan ges och finner att så sker.";
}

/// So much of a sentence is looked through for words that tell business, in bytes: a sentence may have any number of
/// verbs.
const LOOKED: usize = 2000;

/// All reported sentences that begin outside `taken`, which is sorted.
pub(super) fn find(c: &Context, taken: &[Span]) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    // Cues, sentences, mentions, quotations and introductions all stand in order: they are walked side by side.
    let mut sentences = c.structure.sentences.iter().peekable();
    let (mut named, mut quoted_before, mut introduced) = (0, 0, 0);
    for cue in c.source.cues.of(Classes::SAYS) {
        while sentences.next_if(|s| s.end <= cue.start).is_some() {}
        let Some(&sentence) = sentences.peek().copied().filter(|s| s.start <= cue.start) else { continue };
        while c.cast.mentions.get(named).is_some_and(|(m, _)| m.start < sentence.start) {
            named += 1;
        }
        // Nobody is named here, nor meant by a title or a pronoun: the common case.
        let nobody = c.cast.mentions.get(named).is_none_or(|(m, _)| m.start >= sentence.end);
        if nobody && !may_be_meant(c.source.text, cue.start as usize, cue.end()) {
            continue;
        }
        while taken.get(quoted_before).is_some_and(|t| t.start <= cue.start) {
            quoted_before += 1;
        }
        while c.intros.get(introduced).is_some_and(|t| t.line.start <= cue.start) {
            introduced += 1;
        }
        let is_taken = quoted_before > 0 && taken[quoted_before - 1].end > cue.start;
        let in_intro = introduced > 0 && c.intros[introduced - 1].line.end > cue.start;
        if is_taken || in_intro {
            continue;
        }
        let verb = Verb::of(c.source, cue);
        let quoted = || {
            let before = walk::skip_space_back(c.source.text, cue.start as usize);
            matches!(walk::char_before(c.source.text, before), Some(',' | '”' | '"' | '»' | '?' | '!'))
        };
        if !verb.speaks(c.source) || verb.needs_quotation() && !quoted() {
            continue;
        }
        let Some(subject) = subject::of(c, sentence, verb, named) else { continue };
        if handles_vote(c.source, sentence, verb, subject.bare_chair)
            || is_business(c, sentence, verb)
            || is_heading(c, sentence, verb)
        {
            continue;
        }
        let whole = sentence;
        let sentence = without_label(c, sentence);
        match found.last_mut() {
            Some(last) if last.span == sentence => {
                if !is_joined(c, whole, subject.start) {
                    continue;
                }
                for person in subject.people {
                    if !last.speakers.contains(&person) {
                        last.speakers.push(person);
                    }
                }
            }
            _ => found.push(Speech {
                cue: cue.start,
                span: sentence,
                mode: SpeechMode::Reported,
                verb: Some(verb.lemma),
                speakers: subject.people,
                rule: if subject.bare_chair { &CHAIR } else { &REPORTED },
            }),
        }
    }
    found
}

/// Whether a word beside the verb may mean somebody without a name: by its last letters.
fn may_be_meant(text: &str, start: usize, end: usize) -> bool {
    let may = |word: Option<(usize, usize)>| {
        let word = word.and_then(|(s, e)| text.get(s..e)).unwrap_or("");
        let &[.., a, b] = word.as_bytes() else { return false };
        matches!((a, b), (b'e' | b'r' | b'o' | b'a', b'n') | (b'd', b'e' | b'f') | (b'e', b't'))
    };
    let before = walk::previous_word(text, start);
    let adverb = |(s, e): (usize, usize)| text.get(s..e).is_some_and(|w| is(w, SMALL));
    may(before) || may(walk::next_word(text, end)) || before.is_some_and(adverb)
}

/// *6 Ordföranden informerar*, without more: a heading that the layout does not show.
fn is_heading(c: &Context, sentence: Span, verb: Verb) -> bool {
    let text = c.source.text;
    if c.structure
        .heading_at(verb.cue.start as usize)
        .is_some_and(|h| c.structure.headings[h].span.end > verb.cue.start)
    {
        return true;
    }
    let rest = text.get(verb.cue.end()..sentence.end as usize).unwrap_or("");
    rest.trim().is_empty() && verb.cue.span().of(text).ends_with('r') && sentence.len() < 60
}

/// The sentence without a short line that stands before it unpunctuated: *Fråga 2 ⏎ Anna Holm frågar*.
fn without_label(c: &Context, sentence: Span) -> Span {
    let Some((name, _)) = c.cast.within(sentence).first() else { return sentence };
    let Some(line) = c.source.lines.get(c.source.lines.index(name.start as usize)) else { return sentence };
    let label = c.source.text.get(sentence.start as usize..line.start as usize).unwrap_or("").trim();
    let short =
        !label.is_empty() && label.len() < 30 && !label.contains('\n') && !label.ends_with([',', '-', ':']);
    if short && name.start == line.start && label.starts_with(char::is_uppercase) {
        return Span { start: line.start, ..sentence };
    }
    sentence
}

/// Members who join a speech, ask for the floor or for a vote: the chamber's business.
fn is_business(c: &Context, sentence: Span, verb: Verb) -> bool {
    let source = c.source;
    let of_meeting = matches!(c.structure.kind, DocumentKind::Minutes | DocumentKind::Notes);
    let present = verb.cue.span().of(source.text).ends_with('r');
    let text = sentence.of(source.text);
    let next = walk::next_word(source.text, verb.cue.end());
    let object = next.and_then(|(s, e)| source.text.get(s..e)).unwrap_or("");
    let later = text.get((verb.cue.end()).saturating_sub(sentence.start as usize)..).unwrap_or("");
    let later = walk::head(later, LOOKED);
    match verb.lemma {
        "instämma" => {
            AGREEING.iter().any(|w| text.starts_with(w)) || later.contains("häri") || later.contains("häruti")
        }
        "begära" => {
            let early: String = later.chars().take(40).collect();
            ASKED_FOR.iter().any(|w| early.contains(w)) || matches!(object, "ordet" | "votering")
        }
        "be" => object == "om" && later.contains("om ordet"),
        "presentera" => object == "sig",
        "tacka" => matches!(object, "ja" | "nej"),
        "skriva" => {
            SIGNED.iter().any(|w| later.contains(w))
                || WRITTEN_MATTER.has(object)
                || of_meeting && present && WRITTEN_TO.has(object)
        }
        // Tasks: "Eva pratar med Lotta", "Per påminner grannarna".
        "prata" | "tala" => object == "med" && (present || !later.contains(" om ")),
        "påminna" => present && !later.contains(" om ") && !later.contains(" att "),
        "ta" => of_meeting && present && later.contains(" på nästa"),
        _ => false,
    }
}

/// The chair's handling of a vote is a decision, no speech.
fn handles_vote(source: &Source, sentence: Span, verb: Verb, bare_chair: bool) -> bool {
    let text = walk::head(sentence.of(source.text), LOOKED);
    let chairs = bare_chair || text.starts_with("Ordförande");
    chairs
        && (CHAIRS_VOTE.has(verb.lemma)
            && (VOTE_WORDS.iter().any(|w| text.contains(w)) || text.contains("beslut"))
            || ["finner att", "prövar"].iter().any(|w| text.contains(w)))
        || walk::phrase(source.text, sentence.start as usize, "ordföranden ställer").is_some()
}
