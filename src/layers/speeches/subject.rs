//! Who is the subject of a verb of speaking: the people named right before or right after it.

use super::context::Context;
use super::order::{inverted, is_object};
use super::subject_gap::{self, is, is_role, joins, leads_to, links};
use super::verb::Verb;
use crate::document::{Person, Span};
use crate::lexicon::Slot;
use crate::lexicon::sets::speeches::OWN_SUBJECTS;
use crate::scan::Source;
use crate::text::search::seek;
use crate::text::walk;

/// Subjects, and whether a bare *ordföranden* is it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub people: Vec<u32>,
    pub bare_chair: bool,
}

/// The subject of `verb` inside `sentence`, if it is a person; `near` is the index of a mention near it.
pub(super) fn of(c: &Context, sentence: Span, verb: Verb, near: usize) -> Option<Subject> {
    before(c, sentence, verb, near)
        .or_else(|| after(c, sentence, verb, near))
        .or_else(|| relative(c, sentence, verb))
}

/// *av herr Huss och fru Ewerlöf, vilka under åberopande härav hemställt*.
fn relative(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if !verb.is_supine(text) {
        return None;
    }
    let area = Span::new(sentence.start as usize, verb.cue.start as usize);
    let mentions = c.cast.within(area);
    let (last, _) = mentions.last()?;
    let gap = text.get(last.end as usize..verb.cue.start as usize)?;
    let rest = gap.strip_prefix(", ").or_else(|| gap.strip_prefix(",\n"))?;
    let first = rest.split_whitespace().next()?.trim_end_matches(',');
    if !matches!(first, "vilka" | "vilken" | "vilkas") || gap.len() > 900 {
        return None;
    }
    let (_, people) = list_back(c.source, mentions);
    Some(Subject { people, bare_chair: false })
}

/// Whether the verb's own subject follows it: *då tycker jag*.
fn followed_by_pronoun(text: &str, verb: Verb) -> bool {
    walk::next_word(text, verb.cue.end())
        .and_then(|(start, end)| text.get(start..end))
        .is_some_and(|word| OWN_SUBJECTS.has(word))
}

/// *Anna Holm (S) och Per Berg, chefer i Umeå, berättar*.
pub(super) fn before(c: &Context, sentence: Span, verb: Verb, near: usize) -> Option<Subject> {
    let text = c.source.text;
    let until = verb.cue.start as usize;
    let mentions = &c.cast.mentions[..seek(&c.cast.mentions, near, |(m, _)| (m.start as usize) < until)];
    let last = mentions.last().filter(|(m, _)| m.start >= sentence.start && (m.end as usize) <= until);
    if let Some((mention, _)) = last {
        let gap = text.get(mention.end as usize..until)?;
        let linked = links(c.source, gap, verb);
        if (linked || c.cast.chair.is_some()) && followed_by_pronoun(text, verb) {
            return None;
        }
        if linked {
            let mentions = c.cast.within(Span::new(sentence.start as usize, until));
            let (mut first, mut people) = list_back(c.source, mentions);
            // "Anna Holm med instämmande av Per Berg yrkar": Anna Holm yrkar.
            let seconded = text.get(sentence.start as usize..first).unwrap_or("").trim_end();
            if seconded.ends_with("instämmande av") || seconded.ends_with("instämmande från") {
                let before: Vec<_> =
                    mentions.iter().copied().filter(|(m, _)| (m.start as usize) < first).collect();
                (first, people) = list_back(c.source, &before);
            }
            if !people.is_empty() && !is_object(c.source, sentence, first) {
                return Some(Subject { people, bare_chair: false });
            }
            return None;
        }
    }
    // A bare "ordföranden".
    let chair = c.cast.chair?;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_adverbs_back(text, s, e))?;
    if start < sentence.start as usize || !is_chair_word(c.source, text.get(start..end)?) {
        return None;
    }
    if !stands_alone(c, start, end) {
        return None;
    }
    (!verb.is_infinitive(text) || subject_gap::has_auxiliary(text.get(end..until)?))
        .then_some(Subject { people: vec![chair], bare_chair: true })
}

/// *säger Anna Holm*, *yrkar Per Berg (S) och Anna Holm*.
pub(super) fn after(c: &Context, sentence: Span, verb: Verb, near: usize) -> Option<Subject> {
    let text = c.source.text;
    let from = verb.cue.end();
    let area = Span::new(from, (sentence.end as usize).max(from));
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let next = c.cast.mentions.get(seek(&c.cast.mentions, near, |(m, _)| (m.start as usize) < from));
    if let Some((mention, _)) = next.filter(|(m, _)| m.start < area.end) {
        let gap = text.get(from..mention.start as usize)?;
        if leads_to(c.source, gap, from) {
            if !inverted(c, sentence, verb) {
                return None;
            }
            return Some(Subject { people: list_forward(c, area), bare_chair: false });
        }
    }
    let chair = c.cast.chair?;
    let (start, end) = skip_adverbs(text, walk::next_word(text, from)?)?;
    if end > sentence.end as usize || !is_chair_word(c.source, text.get(start..end)?) {
        return None;
    }
    (stands_alone(c, start, end) && inverted(c, sentence, verb))
        .then_some(Subject { people: vec![chair], bare_chair: true })
}

/// *…, säger hon*, *…, säger justitieministern*: the one named last, or the only one who has that role.
pub(super) fn taken_up(c: &Context, verb: Verb) -> Option<u32> {
    let text = c.source.text;
    let (start, end) = walk::next_word(text, verb.cue.end())?;
    let word = text.get(start..end)?;
    let before = c.cast.mentions.partition_point(|(m, _)| m.start < verb.cue.start);
    if matches!(word, "hon" | "han") {
        let (mention, person) = *c.cast.mentions.get(before.checked_sub(1)?)?;
        return (verb.cue.start - mention.start < 2500).then_some(person);
    }
    let lower = word.to_lowercase();
    let role = lower.strip_suffix('n').filter(|_| is_role(c.source, &lower) && lower.len() > 5)?;
    let role = role.strip_suffix("are").map_or(role, |_| role);
    let bears = |p: &Person| {
        p.roles.iter().any(|r| r.to_lowercase().split([' ', ',']).any(|w| w == role || w == lower))
    };
    let mut bearers = c.cast.people.iter().enumerate().take(400).filter(|(_, p)| bears(p));
    match (bearers.next(), bearers.next()) {
        (Some((i, _)), None) => Some(i as u32),
        _ => None,
    }
}

/// The names joined to the last of `mentions`, from the first on; where the list begins.
fn list_back(source: &Source, mentions: &[(Span, u32)]) -> (usize, Vec<u32>) {
    let text = source.text;
    let mut people = Vec::new();
    let mut start = 0;
    for (i, (mention, person)) in mentions.iter().enumerate().rev().take(40) {
        people.push(*person);
        start = mention.start as usize;
        let Some((before, _)) = i.checked_sub(1).and_then(|j| mentions.get(j)) else { break };
        let gap = text.get(before.end as usize..mention.start as usize).unwrap_or("");
        if !joins(source, gap) {
            break;
        }
    }
    people.reverse();
    people.dedup();
    let mut unique = Vec::with_capacity(people.len());
    people.into_iter().for_each(|p| {
        if !unique.contains(&p) {
            unique.push(p);
        }
    });
    (start, unique)
}

/// The names in a list from the first mention in `area` on.
fn list_forward(c: &Context, area: Span) -> Vec<u32> {
    let text = c.source.text;
    let mut people: Vec<u32> = Vec::new();
    let mut end = None;
    for (mention, person) in c.cast.within(area).iter().take(40) {
        if let Some(end) = end
            && !joins(c.source, text.get(end..mention.start as usize).unwrap_or(""))
        {
            break;
        }
        if !people.contains(person) {
            people.push(*person);
        }
        end = Some(mention.end as usize);
    }
    people
}

/// *ordföranden, mötesordföranden*.
fn is_chair_word(source: &Source, word: &str) -> bool {
    // Most words are told by their ends.
    let Some(end) = word.as_bytes().last_chunk::<2>() else { return false };
    if !matches!(&end.to_ascii_lowercase()[..], b"en" | b"de" | b"df") {
        return false;
    }
    let lower = word.to_lowercase();
    (lower.ends_with("en") || lower == "ordförande" || lower == "ordf")
        && source
            .lexicon
            .word(lower.as_bytes())
            .is_some_and(|n| source.lexicon.value(Slot::Roles, n) == "chair")
}

/// Whether *ordföranden* at `start..end` stands alone: no name beside, no *vice* before.
fn stands_alone(c: &Context, start: usize, end: usize) -> bool {
    let text = c.source.text;
    if let Some((from, to)) = walk::previous_word(text, start) {
        let word = text.get(from..to).unwrap_or("");
        let is = |other: &str| walk::same_word(word, other);
        if ["vice", "tidigare", "förre", "förra"].into_iter().any(is)
            || word.as_bytes().last_chunk().is_some_and(|end: &[u8; 3]| end.eq_ignore_ascii_case(b"ens"))
        {
            return false;
        }
    }
    c.cast.within(Span::new(start, (end + 3).min(text.len()))).is_empty()
}

fn skip_adverbs_back(text: &str, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    for _ in 0..4 {
        let word = text.get(start..end).unwrap_or("");
        if !is(word, subject_gap::SMALL) {
            break;
        }
        let Some(next) = walk::previous_word(text, start) else { break };
        (start, end) = next;
    }
    (start, end)
}

fn skip_adverbs(text: &str, word: (usize, usize)) -> Option<(usize, usize)> {
    let mut word = word;
    for _ in 0..4 {
        if !is(text.get(word.0..word.1)?, subject_gap::ADVERB) {
            break;
        }
        word = walk::next_word(text, word.1)?;
    }
    Some(word)
}
