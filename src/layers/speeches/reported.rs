//! Reported speech: sentences whose subject is named and whose verb is one of speaking.

use super::clauses::{behind_number, own_clause, title_sentence};
use super::context::Context;
use super::offices;
use super::points::with_points;
use super::subject::{self, CHAIR, Subject, is_joined};
use super::subject_far;
use super::subject_gap::{ADVERB, PREPOSITION, SMALL, is};
use super::verb::Verb;
use crate::document::{BlockKind, DocumentKind, Span, Speech, SpeechMode};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{
    ANDS_END, ATT_APART, ATT_WORD, FOR_WORD, MED_WORD, OM_APART, OM_WORD, SOM_WORD,
};
use crate::lexicon::sets::lemmas;
use crate::lexicon::sets::speeches::*;
use crate::scan::{Cue, Source};
use crate::text::walk;

/// So much of a sentence is looked through for words that tell business, in bytes: a sentence may have any number of
/// verbs.
const LOOKED: usize = 2000;

/// All reported sentences that begin outside `taken`, which is sorted.
pub(super) fn find(c: &Context, taken: &[Span]) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    // Cues, sentences, mentions, quotations and introductions all stand in order: they are walked side by side.
    let mut sentences = c.structure.sentences.iter().peekable();
    let (mut named, mut quoted_before, mut introduced) = (0, 0, 0);
    for (step, cue) in c.source.cues.of(Classes::SAYS).enumerate() {
        if c.source.deadline.has_passed_at(step) {
            break;
        }
        // *SA-chef*
        if c.source.text.as_bytes().get(cue.end()) == Some(&b'-') {
            continue;
        }
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
        let Some((verb, subject)) = clause(c, cue, sentence, named, found.last()) else { continue };
        match found.last_mut() {
            Some(last) if last.span.end > cue.start => {
                let joined = verb.lemma == lemmas::JOIN_IN || is_joined(c, sentence, subject.start);
                if !joined || has_object(c.source, verb, &subject) {
                    continue;
                }
                for person in subject.people {
                    if !last.speakers.contains(&person) {
                        last.speakers.push(person);
                    }
                }
            }
            _ => {
                let span = with_points(c, own_clause(c, sentence, &subject, verb), verb);
                let span = whole_paragraph(c, span, verb, &subject);
                found.push(speech(span, verb, subject));
            }
        }
    }
    in_headings(c, &mut found);
    found
}

/// *Ordföranden hälsar alla välkomna, tackar Anna Holm och öppnar mötet*: the name behind a further verb of the same
/// subject.
fn has_object(source: &Source, verb: Verb, subject: &Subject) -> bool {
    let text = source.text;
    let at = walk::skip_space_back(text, verb.cue.start as usize);
    let joined = || walk::previous_word(text, at).and_then(|(from, to)| text.get(from..to));
    verb.takes_person
        && subject.start > verb.cue.start as usize
        && (walk::char_before(text, at) == Some(',') || joined().is_some_and(|word| JOINS_VERBS.has(word)))
}

/// *Jag saknar badet. Nu hoppas vi på en ny hall, säger Anna Holm.* without any marks, in the news: where the paragraph
/// is told in the first person and names nobody else, all of it is hers.
fn whole_paragraph(c: &Context, span: Span, verb: Verb, subject: &Subject) -> Span {
    let text = c.source.text;
    let at = walk::skip_space_back(text, verb.cue.start as usize);
    if !matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog)
        || subject.start < verb.cue.end()
        || walk::char_before(text, at) != Some(',')
    {
        return span;
    }
    let Some(block) = c.structure.block_at(span.start as usize).map(|at| c.structure.blocks[at]) else {
        return span;
    };
    let whole = Span { start: block.span.start, end: span.end };
    let before = Span { start: block.span.start, end: span.start };
    if block.kind != BlockKind::Paragraph
        || span.end < block.span.end
        || before.len() < 20
        || before.len() > LOOKED
    {
        return span;
    }
    let own = |words: &str| words.split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word));
    let alone = c.cast.within(before).is_empty()
        && !c.source.cues.within(before).iter().any(|cue| cue.has(Classes::QUOTE));
    if alone && own(before.of(text)) && own(span.of(text)) { whole } else { span }
}

fn speech(span: Span, verb: Verb, subject: Subject) -> Speech {
    Speech {
        cue: verb.cue.start,
        span,
        mode: SpeechMode::Reported,
        verb: Some(verb.lemma),
        speakers: subject.people,
        rule: subject.rule,
    }
}

/// The verb of speaking at `cue` and its subject, if the clause reports a speech; `named` is the index of a mention
/// near it, and `last` the speech before it.
fn clause(
    c: &Context,
    cue: Cue,
    sentence: Span,
    named: usize,
    last: Option<&Speech>,
) -> Option<(Verb, Subject)> {
    let text = c.source.text;
    let verb = Verb::of(c.source, cue);
    let quoted = || {
        let before = walk::skip_space_back(text, cue.start as usize);
        matches!(walk::char_before(text, before), Some(',' | '”' | '"' | '»' | '?' | '!'))
    };
    let fronted = || verb.is_fronted(text, sentence);
    if verb.needs_quotation() && !quoted() || verb.is_name(text) {
        return None;
    }
    let speaks = verb.speaks(c.source);
    if !speaks && !fronted() {
        return None;
    }
    let goes_on = || last.and_then(|last| subject_far::goes_on(c, sentence, verb, last));
    let subject = goes_on().or_else(|| subject::of(c, sentence, verb, named))?;
    let behind = subject.start > cue.start as usize;
    // (*Anna Holm, rektor, fortsatte driva frågan*, *Vad anser Anna Holm om bygget?*)
    if !behind && (!speaks || verb.needs_quotation()) || behind && asks(text, sentence, verb) {
        return None;
    }
    let asked = walk::previous_word(text, subject.start).is_some_and(|(from, to)| {
        from > sentence.start as usize && ASKED_WHAT.has(text.get(from..to).unwrap_or(""))
    });
    let told = !asked
        && !is_relative_object(c, sentence, verb, &subject)
        && !handles_vote(c.source, sentence, verb, subject.rule.is(&CHAIR))
        && !is_business(c, sentence, verb)
        && !is_task(c, sentence, verb, &subject)
        && !is_title(c, sentence, verb);
    told.then_some((verb, subject))
}

/// *Vilka åtgärder anser ministern behövs?*: somebody is asked, and has not spoken.
fn asks(text: &str, sentence: Span, verb: Verb) -> bool {
    let before = walk::skip_space_back(text, verb.cue.start as usize);
    sentence.of(text).ends_with('?')
        && !matches!(
            walk::char_before(text, before),
            Some(',' | '”' | '"' | '»' | '?' | '!' | '…' | '–' | '’')
        )
}

/// What a heading reports whose title is a sentence: *§ 1 Ordföranden öppnade mötet*. In the present tense it names
/// the presenter of what follows (*§ 3 Ordföranden informerar*), save where the meeting is opened or closed.
fn in_headings(c: &Context, found: &mut Vec<Speech>) {
    let mut more = Vec::new();
    for heading in &c.structure.headings {
        if let Some(rest) = behind_number(c, heading) {
            for &cue in c.source.cues.within(rest).iter().filter(|c| c.has(Classes::SAYS)).take(4) {
                if let Some((verb, subject)) = clause(c, cue, rest, 0, None) {
                    more.push(speech(rest, verb, subject));
                    break;
                }
            }
        }
        let cues = c.source.cues.within(heading.span);
        for &cue in cues.iter().filter(|c| c.has(Classes::SAYS)).take(4) {
            let verb = Verb::of(c.source, cue);
            let present = cue.span().of(c.source.text).ends_with('r');
            if present && !OF_MEETING.has(verb.lemma) && !heading.title.trim_end().ends_with('.') {
                continue;
            }
            let Some(sentence) = title_sentence(c.source.text, heading, cue.start as usize, cue.end()) else {
                continue;
            };
            let Some((verb, subject)) = clause(c, cue, sentence, 0, None) else { continue };
            more.push(speech(sentence, verb, subject));
            break;
        }
    }
    if !more.is_empty() {
        let known = std::mem::take(found);
        more.retain(|s| {
            let until = known.partition_point(|k| k.span.start < s.span.end);
            !known[..until].iter().rev().take(4).any(|k| k.span.overlaps(s.span))
        });
        found.extend(known);
        found.extend(more);
        found.sort_by_key(|s| s.span.start);
    }
}

/// Whether a word beside the verb may mean somebody without a name: by its last letters.
fn may_be_meant(text: &str, start: usize, end: usize) -> bool {
    let may = |word: Option<(usize, usize)>| {
        let word = word.and_then(|(s, e)| text.get(s..e)).unwrap_or("");
        let &[.., a, b] = word.as_bytes() else { return false };
        matches!(
            (a, b),
            (b'e' | b'r' | b'o' | b'a', b'n')
                | (b'd', b'e' | b'f')
                | (b'e', b't')
                | (b'n' | b't', b's')
                | (b'n', b'a')
                // Titles without their article: *chef, rektor, kassör, sekreterare*.
                | (b'e', b'f')
                | (b'o' | 0xB6, b'r')
                | (b'r', b'e')
        )
    };
    let before = walk::previous_word(text, start);
    // *Ordföranden och kassör redogjorde*
    let joined = before
        .and_then(|(from, _)| text.get(..from))
        .is_some_and(|head| ANDS_END.iter().any(|joint| head.ends_with(joint)));
    let adverb = |(s, e): (usize, usize)| text.get(s..e).is_some_and(|w| is(w, SMALL));
    joined || may(before) || may(walk::next_word(text, end)) || before.is_some_and(adverb)
}

/// *6 Ordföranden informerar*, without more: a heading that the layout does not show.
fn is_title(c: &Context, sentence: Span, verb: Verb) -> bool {
    let text = c.source.text;
    let rest = text.get(verb.cue.end()..sentence.end as usize).unwrap_or("");
    rest.trim().is_empty() && verb.cue.span().of(text).ends_with('r') && sentence.len() < 60
}

/// *den gunga som Anna Holm efterfrågade*, *den rapport Anna tipsade om*: the clause belongs to a noun before it.
fn is_relative_object(c: &Context, sentence: Span, verb: Verb, subject: &Subject) -> bool {
    let text = c.source.text;
    let rest = text.get(verb.cue.end()..sentence.end as usize).unwrap_or("");
    let rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_start();
    // "ett namn som Anna Holm tycker är bra"
    let open = rest.split(' ').next().is_some_and(|word| STATES.has(word));
    // "som Anna Holm hänvisade till är förvånad"
    let stranded = || {
        let mut words = rest.split(' ');
        words.next().is_some_and(|word| is(word, PREPOSITION))
            && words.next().is_some_and(|word| STATES.has(word))
    };
    let ends = rest.is_empty() || is(rest, PREPOSITION) || open || stranded();
    if !ends || subject.start <= sentence.start as usize || subject.start > verb.cue.start as usize {
        return false;
    }
    let Some((from, to)) = walk::previous_word(text, subject.start) else { return false };
    if from <= sentence.start as usize || text.get(to..subject.start) != Some(" ") {
        return false;
    }
    let word = text.get(from..to).unwrap_or("");
    let noun = || {
        !rest.is_empty()
            && DEFINITE_NOUNS.iter().any(|end| word.ends_with(end))
            && !c.source.lexicon.classes_of(word).has(Classes::ROLE.or(Classes::TITLE))
    };
    // *…, som Anna Holm sade*, *precis som Anna Holm sa* tell what she said.
    let of_noun = || {
        let lead =
            walk::previous_word(text, from).filter(|w| w.1 + 1 == from).and_then(|(s, e)| text.get(s..e));
        lead.is_some_and(|lead| !is(lead, ADVERB) && !AS_MUCH.contains(&lead))
    };
    word == SOM_WORD && of_noun() || noun()
}

/// In minutes and notes, what somebody is to say later: *Anna rapporterar på nästa möte*, *Beslutades att Anna frågar
/// kommunen*, *Anna ringer firman och frågar*.
fn is_task(c: &Context, sentence: Span, verb: Verb, subject: &Subject) -> bool {
    let text = c.source.text;
    let of_meeting = matches!(c.structure.kind, DocumentKind::Minutes | DocumentKind::Notes);
    if !of_meeting || !verb.cue.span().of(text).ends_with('r') {
        return false;
    }
    let later = walk::head(text.get(verb.cue.end()..sentence.end as usize).unwrap_or(""), LOOKED);
    let to_come = LATER.iter().find_map(|phrase| walk::places(later, phrase).next());
    if to_come.is_some_and(|at| !later[..at].contains(ATT_APART)) {
        return true;
    }
    let before = |at: usize| walk::previous_word(text, at).and_then(|(s, e)| text.get(s..e)).unwrap_or("");
    let settled = || {
        let start = (sentence.start as usize).max(subject.start.saturating_sub(300));
        let cues = c.source.cues.within(Span::new(start, subject.start.max(start)));
        cues.iter().any(|cue| cue.has(Classes::SETTLES))
    };
    let joined = JOINS_VERBS.has(before(verb.cue.start as usize)) && ASKS.has(verb.lemma);
    joined || before(subject.start) == ATT_WORD && settled()
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
        lemmas::JOIN_IN => {
            AGREEING.iter().any(|w| text.starts_with(w)) || THEREIN.iter().any(|word| later.contains(word))
        }
        lemmas::REQUEST => {
            let early: String = later.chars().take(40).collect();
            ASKED_FOR.iter().any(|w| early.contains(w)) || ASKED_ALONE.contains(&object)
        }
        lemmas::ASK => object == OM_WORD && later.contains(ASKED_FLOOR),
        lemmas::INTRODUCE | lemmas::REPORT => object == ITSELF,
        // "inledde sin karriär i armén"
        lemmas::BEGIN => {
            let early = later.split_whitespace().skip(1).take(3);
            early.map(|w| w.trim_matches([',', '.'])).any(|w| BEGUN.iter().any(|end| w.ends_with(end)))
        }
        lemmas::THANK => ANSWERED.contains(&object),
        lemmas::WRITE => {
            SIGNED.iter().any(|w| later.contains(w))
                || WRITTEN_MATTER.has(object)
                || of_meeting && present && WRITTEN_TO.has(object)
        }
        // Tasks: "Eva pratar med Lotta", "Per påminner grannarna".
        lemmas::CHAT | lemmas::SPEAK => object == MED_WORD && (present || !later.contains(OM_APART)),
        lemmas::ANSWER => object == FOR_WORD,
        lemmas::REMIND => present && !later.contains(OM_APART) && !later.contains(ATT_APART),
        // "önskar närvara".
        lemmas::WISH => object.ends_with('a') && object.len() > 4 && !WISHED.has(object),
        lemmas::TAKE => of_meeting && present && LATER.iter().any(|phrase| later.contains(phrase)),
        _ => false,
    }
}

/// The chair's handling of a vote is a decision, no speech.
fn handles_vote(source: &Source, sentence: Span, verb: Verb, bare_chair: bool) -> bool {
    let text = walk::head(sentence.of(source.text), LOOKED);
    let opening = || text.split_whitespace().take(4).any(|w| offices::is_chair(source, w));
    let chairs = bare_chair || opening();
    chairs
        && (CHAIRS_VOTE.has(verb.lemma)
            && (VOTE_WORDS.iter().any(|w| text.contains(w)) || text.contains(DECISION))
            || CHAIR_WEIGHS.iter().any(|w| text.contains(w)))
        || PUTS_VOTE.iter().any(|w| text.contains(w))
            && text.split_whitespace().any(|w| offices::is_chair(source, w))
        || walk::phrase(source.text, sentence.start as usize, CHAIR_PUTS).is_some()
}
