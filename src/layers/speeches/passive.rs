//! Passives whose agent speaks: *Mötet öppnades av Anna Holm*, *Frågan ställs av Per Berg*.

use super::clauses::{behind_number, title_sentence};
use super::context::Context;
use super::offices;
use super::subject::{list_end, list_forward};
use super::subject_gap::{ORDER, is, is_role};
use super::verb::{Wants, passive};
use crate::document::rule::rule;
use crate::document::{Span, Speech, SpeechMode};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{AV_WORD, SOM_WORD};
use crate::lexicon::sets::speeches::{
    ARTICLES, DEEDS, FOLLOWING_DEEDS, JOINTS, OFFICE_GENITIVE, OLD_BY, SUBCLAUSE,
};
use crate::text::walk;

rule! {
    /// A sentence in which a meeting is opened, a question asked or a report given by a named person.
    pub(super) AGENT = "speech.agent";
    finds "⟦Mötet öppnades av Anna Holm.⟧" = "reported";
    finds "⟦Rapport från bygget lämnades av rektor Per Berg.⟧" = "reported";
    passes "Huset öppnades av Anna Holm.";
    passes "Rapporten är skriven av Anna Holm.";
}

/// So many words may stand between the form and *av*, and between the form and the word that it needs.
const NEAR: usize = 8;

/// The sentences with such an agent that are not in `known`, which is sorted, nor begin in `taken`.
pub(super) fn find(c: &Context, known: &[Speech], taken: &[Span]) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    // In a verbatim record such sentences are the speakers' own.
    if !c.intros.is_empty() {
        return found;
    }
    let text = c.source.text;
    let named = c.cast.mentions.iter().filter_map(|(m, _)| {
        let by = governed(c, m.start as usize)?;
        Some((by, m.start as usize))
    });
    let titled = c.source.cues.of(Classes::ROLE).filter_map(|cue| {
        let (start, end) = walk::previous_word(text, cue.start as usize)?;
        let word = text.get(start..end)?;
        // *av föreningens ordförande*
        let (start, end) = if word.ends_with('s') { walk::previous_word(text, start)? } else { (start, end) };
        (text.get(start..end) == Some(AV_WORD)).then_some((start, cue.start as usize))
    });
    for (by, agent) in named.chain(titled) {
        let Some(sentence) = sentence(c, by) else { continue };
        let Some((cue, lemma)) = form(text, sentence, by) else { continue };
        let people_end = list_end(c, Span::new(agent, (sentence.end as usize).max(agent)));
        if is_attribute(text, cue as usize, by) && !goes_on(text, sentence, cue as usize, people_end) {
            continue;
        }
        let within = |s: Span| s.start <= cue && cue < s.end;
        let at = known.partition_point(|s| s.span.start <= cue);
        let is_known = at.checked_sub(1).is_some_and(|i| within(known[i].span));
        let at = taken.partition_point(|s| s.start <= cue);
        let is_taken = at.checked_sub(1).is_some_and(|i| within(taken[i]));
        let same = found.iter_mut().rev().take(9).find(|s| s.span == sentence);
        if is_known || is_taken || same.is_some() {
            if let Some(same) = same.filter(|same| same.cue == cue && is_gapped(c, sentence, by)) {
                let more = list_forward(c, Span::new(agent, (sentence.end as usize).max(agent)));
                same.speakers
                    .extend(more.into_iter().filter(|p| !same.speakers.contains(p)).collect::<Vec<_>>());
            }
            continue;
        }
        let mut people = list_forward(c, Span::new(agent, (sentence.end as usize).max(agent)));
        let end = walk::word_end(text, agent);
        if c.cast.within(Span::new(agent, end + 1)).is_empty()
            && let Some(bearer) = offices::bearer(c, agent, end)
        {
            people = vec![bearer.person];
        } else if c.cast.mentions.binary_search_by_key(&(agent as u32), |(m, _)| m.start).is_err() {
            continue;
        }
        // The name stands on a line of its own, in another sentence.
        if people.is_empty() {
            continue;
        }
        found.push(Speech {
            cue,
            span: sentence,
            mode: SpeechMode::Reported,
            verb: Some(lemma),
            speakers: people,
            rule: AGENT.here(),
        });
    }
    found
}

/// *Bokslutet föredrogs av Anna Holm och revisionen av Per Ek*: whether *av* at `by` stands behind a further thing of the
/// same verb.
fn is_gapped(c: &Context, sentence: Span, by: usize) -> bool {
    let text = c.source.text;
    let Some(&(last, _)) = c.cast.within(Span::new(sentence.start as usize, by)).last() else { return false };
    let Some(gap) = text.get(last.end as usize..by) else { return false };
    let mut words = gap.split_whitespace();
    words.next().is_some_and(|word| JOINTS.has(word))
        && (1..5).contains(&words.clone().count())
        && !gap.contains(['.', ':', ';'])
        && words.all(|word| {
            word.starts_with(char::is_lowercase) && !SUBCLAUSE.has(word) && passive(word).is_none()
        })
}

/// The sentence around byte `at`, in a heading too.
fn sentence(c: &Context, at: usize) -> Option<Span> {
    c.structure.sentences.at(at).or_else(|| {
        let heading = &c.structure.headings[c.structure.heading_at(at)?];
        match behind_number(c, heading).filter(|rest| rest.start as usize <= at && at < rest.end as usize) {
            Some(rest) => Some(rest),
            None => title_sentence(c.source.text, heading, at, at),
        }
    })
}

/// *brev som besvaras av ministern*, *den av herr Ek väckta motionen*: it tells which thing is meant, not what was said.
fn is_attribute(text: &str, passive: usize, by: usize) -> bool {
    let before = |at: usize| walk::previous_word(text, at).and_then(|(from, to)| text.get(from..to));
    before(passive) == Some(SOM_WORD) || before(by).is_some_and(|word| ARTICLES.has(word))
}

/// *Revisorn har lämnat en berättelse, som föredrogs av Anna Holm.*: the clause tells what was done next, and ends the
/// sentence.
fn goes_on(text: &str, sentence: Span, passive: usize, end: usize) -> bool {
    let rest = text.get(end..sentence.end as usize).unwrap_or("-");
    let form = text.get(passive..walk::word_end(text, passive)).unwrap_or("");
    let closes = rest.len() < 12 && !rest.contains(' ') || rest.starts_with(" (") && rest.len() < 12;
    closes && FOLLOWING_DEEDS.has(form)
}

/// Where *av* stands before the name at `name`, past roles.
fn governed(c: &Context, name: usize) -> Option<usize> {
    let text = c.source.text;
    let (mut at, mut title, mut ranked) = (name, false, false);
    for _ in 0..6 {
        // "N-G Brännström", "mötets ordf. Per Ek".
        let close = walk::skip_space_back(text, at);
        let stopped = walk::char_before(text, close) == Some('.');
        let end = close - usize::from(stopped || close == at && walk::char_before(text, at) == Some('-'));
        let (start, end) = walk::previous_word(text, end)?;
        let word = text.get(start..end)?;
        let shortened = is_role(c.source, word) || is(word, ORDER);
        let parted = |gap: &str| gap.contains([',', '(', ':']);
        if text.get(end..at).is_some_and(parted) || stopped && close < at && !shortened {
            return None;
        }
        if word == AV_WORD || word == OLD_BY {
            return Some(start);
        }
        // One word that no list knows may be a title: "rättssakkunnige Johan Welander"; initials belong to the name.
        let unknown =
            word.len() > 7 && word.starts_with(char::is_lowercase) && !std::mem::replace(&mut title, true);
        let initial = word.len() < 3 && word.starts_with(char::is_uppercase);
        let role = shortened
            || word.ends_with(OFFICE_GENITIVE)
            // *Sveriges Kanotförbunds ordförande*: whose it is stands before the role.
            || ranked && word.ends_with('s')
            || word.ends_with('-');
        ranked |= shortened;
        if !(role || unknown || initial) {
            return None;
        }
        at = start;
    }
    None
}

/// The passive form before *av* at `by`, with its lemma, if what it needs stands before it in the sentence.
fn form(text: &str, sentence: Span, by: usize) -> Option<(u32, &'static str)> {
    let mut at = by;
    let before = text.get(sentence.start as usize..by)?;
    // "inleddes med sång av kören, ledd av Anna Holm": what is hers stands behind a comma.
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    if passive(last).is_none() && before.trim_end().strip_suffix(last)?.trim_end().ends_with(',') {
        return None;
    }
    // "avslutades med avtackning av Anna Holm": the noun is hers.
    let noun = before.split_whitespace().next_back().unwrap_or("");
    let deed = noun.len() > 4 && passive(noun).is_none() && DEEDS.iter().any(|end| noun.ends_with(end));
    for word in before.rsplit(char::is_whitespace).take(NEAR) {
        at -= word.len();
        if let Some((lemma, with)) = passive(word) {
            // "lästes upp av": what the verb needs may follow it.
            // (*gavs en presentation av*: the noun is what the verb needs.)
            let has = !deed
                && (with.is_empty()
                    || has_at_end(text.get(sentence.start as usize..at)?, with)
                    || has_at_end(text.get(at + word.len()..by)?, with))
                || deed && with.have(noun);
            return has.then_some((at as u32, lemma));
        }
        at -= walk::char_before(text, at).map_or(0, char::len_utf8);
    }
    None
}

/// Whether one of the words that a verb needs is among the last of `before`.
fn has_at_end(before: &str, with: &Wants) -> bool {
    let words = before.rsplit(char::is_whitespace).take(NEAR);
    words.map(|w| w.trim_matches(|c: char| !c.is_alphabetic())).any(|word| with.have(word))
}
