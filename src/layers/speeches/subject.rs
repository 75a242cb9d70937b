//! Who is the subject of a verb of speaking: the people named right before or right after it.

use super::context::Context;
use super::offices;
use super::order::{inverted, is_object};
use super::subject_gap::{
    self, ADVERB, GOVERNOR, OPENER, ORDER, PRONOUN, SMALL, is, is_role, joins, leads_to, links,
};
use super::verb::Verb;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::speeches::{ARRIVES, DUTY, OWN_SUBJECTS, SUBCLAUSE};
use crate::scan::Source;
use crate::text::search::seek;
use crate::text::walk;

/// Subjects, where they begin, and whether a bare *ordföranden* is it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub people: Vec<u32>,
    pub start: usize,
    pub bare_chair: bool,
}

/// The subject of `verb` inside `sentence`, if it is a person; `near` is the index of a mention near it.
pub(super) fn of(c: &Context, sentence: Span, verb: Verb, near: usize) -> Option<Subject> {
    let named = before(c, sentence, verb, near)
        .or_else(|| after(c, sentence, verb, near))
        .or_else(|| relative(c, sentence, verb));
    let named = if c.intros.is_empty() { named.or_else(|| told_by_clause(c, sentence, verb)) } else { named };
    // In a verbatim record others are spoken about: there a name must say who speaks.
    if named.is_some() || !c.intros.is_empty() {
        return named;
    }
    coordinated(c, sentence, verb)
        .or_else(|| purpose(c, sentence, verb))
        .or_else(|| pronoun(c, sentence, verb))
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
    let (start, people) = list_back(c.source, mentions);
    Some(Subject { people, start, bare_chair: false })
}

/// *Anna Holm kom till mötet och berättade om bygget*: the verb is joined to one before it, whose subject opens the
/// sentence.
fn coordinated(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, ADVERB))?;
    if start < sentence.start as usize || !matches!(text.get(start..end)?, "och" | "samt") {
        return None;
    }
    let area = Span::new(sentence.start as usize, start);
    let (first, _) = *c.cast.within(area).first()?;
    let people = list_forward(c, area);
    let lead = text.get(sentence.start as usize..first.start as usize)?;
    let gap = text.get(first.end as usize..start)?;
    let lead = lead.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
    // One word that no list knows may be a title: "Planläggare Anna Holm".
    let title = lead.len() > 5
        && lead.chars().all(char::is_alphabetic)
        && !c.source.lexicon.classes_of(lead).has(Classes::BODY.or(Classes::SAYS).or(Classes::SETTLES))
        && !is(lead, OPENER.or(ADVERB).or(GOVERNOR).or(PRONOUN));
    let opens = title
        || lead.len() < 200
            && lead.split_whitespace().all(|w| is_role(c.source, w) || is(w, ORDER) || w.ends_with("ens"));
    let inner = |w: &str| SUBCLAUSE.has(w) || is(w, PRONOUN);
    let simple = gap.len() < 300
        && !gap.contains(['.', ':', ';', '”', '"', '?', '!'])
        && !gap.split([' ', ',', '\n', '\u{a0}']).any(inner);
    (opens && simple).then_some(Subject { people, start: first.start as usize, bare_chair: false })
}

/// *Anna Holm har kommit till mötet för att informera om bygget*.
fn purpose(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if !verb.is_infinitive(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let area = Span::new(sentence.start as usize, until);
    let (first, _) = *c.cast.within(area).first()?;
    let people = list_forward(c, area);
    let gap = text.get(first.end as usize..until)?;
    let gap = gap.trim_end().strip_suffix("för att").filter(|g| g.len() < 160)?;
    let comes = gap.split_whitespace().any(|w| ARRIVES.has(w));
    let simple =
        !gap.contains(['.', ':', ';', '”', '"']) && !is_object(c.source, sentence, first.start as usize);
    (comes && simple).then_some(Subject { people, start: first.start as usize, bare_chair: false })
}

/// So far back the one may be named whom a pronoun means, in bytes.
const ANTECEDENT: usize = 500;

/// *Hon berättade om bygget*, at the start of a sentence: the one whom the sentence before begins with, or the only
/// one named in it.
fn pronoun(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let is_pronoun = |word: &str| ["hon", "han"].into_iter().any(|w| walk::same_word(word, w));
    let until = verb.cue.start as usize;
    let (mut start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, SMALL))?;
    let opens = start == sentence.start as usize && is_pronoun(text.get(start..end)?);
    if !opens {
        // "Sedan berättade hon".
        let (from, to) = walk::next_word(text, verb.cue.end())?;
        let one = walk::next_word(text, sentence.start as usize)?;
        let first = text.get(one.0..one.1)?;
        if !is_pronoun(text.get(from..to)?) || one.1 + 1 != until || !is(first, ADVERB) {
            return None;
        }
        start = from;
    }
    let from = (sentence.start as usize).saturating_sub(ANTECEDENT);
    let near = c.structure.sentences.within(Span::new(from, sentence.start as usize));
    let named = near.iter().rev().take(3).map(|s| c.cast.within(*s)).find(|m| !m.is_empty())?;
    let (first, person) = *named.first()?;
    // "hennes" beside "han": two are spoken of, and one has no name here.
    let other: &[&str] = match walk::same_word(text.get(start..start + 3)?, "han") {
        true => &["hon", "henne", "hennes"],
        false => &["han", "honom", "hans"],
    };
    let around = Span::new((first.start as usize).min(sentence.start as usize), sentence.end as usize);
    let around = walk::head(around.of(text), 800);
    if around.split(|c: char| !c.is_alphabetic()).any(|w| other.contains(&w)) {
        return None;
    }
    let alone = named.iter().all(|(_, p)| *p == person);
    let opens = near.iter().rev().take(3).any(|s| {
        let lead = text.get(s.start as usize..first.start as usize).filter(|l| l.len() < 60);
        lead.is_some_and(|l| l.split_whitespace().all(|w| is_role(c.source, w) || is(w, ADVERB)))
    });
    (alone || opens).then(|| Subject { people: vec![person], start, bare_chair: false })
}

/// Whether the clause in which the subject at `start` stands is joined to the sentence's first, not inside it.
pub(super) fn is_joined(c: &Context, sentence: Span, start: usize) -> bool {
    let text = c.source.text;
    let mut at = start;
    for _ in 0..7 {
        // Past a comma.
        at = walk::skip_space_back(text, at);
        at -= usize::from(walk::char_before(text, at) == Some(','));
        let Some((from, to)) = walk::previous_word(text, at).filter(|w| w.0 >= sentence.start as usize)
        else {
            return walk::char_before(text, at) != Some('(');
        };
        let word = text.get(from..to).unwrap_or("");
        if SUBCLAUSE.has(word) {
            return false;
        }
        if matches!(word, "och" | "samt" | "men") {
            return true;
        }
        at = from;
    }
    true
}

/// *Ordet begärdes av Anna Holm, som ansåg att det var bra*: the one whom the clause is about.
fn told_by_clause(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, ADVERB))?;
    if start < sentence.start as usize || text.get(start..end)? != "som" {
        return None;
    }
    let mentions = c.cast.within(Span::new(sentence.start as usize, start));
    let (last, person) = *mentions.last()?;
    let gap = text.get(last.end as usize..start)?.trim_start();
    let gap = gap.strip_prefix('(').and_then(|g| g.find(')').and_then(|at| g.get(at + 1..))).unwrap_or(gap);
    let close = gap.trim_matches([' ', ',', '\n', '\r', '\u{a0}']).is_empty() && gap.len() < 6;
    close.then(|| Subject { people: vec![person], start: last.start as usize, bare_chair: false })
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
                return Some(Subject { people, start: first, bare_chair: false });
            }
            return None;
        }
    }
    // A bare "ordföranden".
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, SMALL))?;
    if start < sentence.start as usize {
        return None;
    }
    let bearer = offices::bearer(c, start, end)?;
    let between = text.get(end..until)?;
    if is_object(c.source, sentence, start) || verb.is_infinitive(text) && !may_speak(between) {
        return None;
    }
    Some(Subject { people: vec![bearer.person], start, bare_chair: bearer.is_chair })
}

/// Whether an infinitive behind these words is no task.
fn may_speak(between: &str) -> bool {
    subject_gap::has_auxiliary(between) && !between.split_whitespace().any(|w| DUTY.has(w))
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
    if let Some((mention, person)) = next.filter(|(m, _)| m.start < area.end) {
        // "biträder Anna Holms yrkande".
        if is_genitive(c, *mention, *person) {
            return None;
        }
        let gap = text.get(from..mention.start as usize)?;
        if leads_to(c.source, gap, from) {
            if !inverted(c, sentence, verb) {
                return None;
            }
            let (people, start) = (list_forward(c, area), mention.start as usize);
            return Some(Subject { people, start, bare_chair: false });
        }
    }
    let (start, end) = skip_adverbs(text, walk::next_word(text, from)?)?;
    // "Därefter redogjorde kommunstyrelsens ordförande": past the genitive.
    let (start, end) = match text.get(start..end)? {
        genitive if genitive.ends_with("ens") || genitive.ends_with("ets") => walk::next_word(text, end)?,
        _ => (start, end),
    };
    if end > sentence.end as usize {
        return None;
    }
    let bearer = offices::bearer(c, start, end)?;
    inverted(c, sentence, verb).then_some(Subject {
        people: vec![bearer.person],
        start,
        bare_chair: bearer.is_chair,
    })
}

/// Whether the name stands in the genitive.
fn is_genitive(c: &Context, mention: Span, person: u32) -> bool {
    let written = mention.of(c.source.text);
    let last = written.rsplit([' ', '-', '\n']).next().unwrap_or("");
    let name = c.cast.people.get(person as usize).map_or("", |p| p.name.as_str());
    // "Tomas" is Tomas Engdahl's own.
    let own = || name.split([' ', '-']).any(|word| word.eq_ignore_ascii_case(last));
    let follows = walk::char_at(c.source.text, mention.end as usize);
    follows == Some('s') || last.ends_with('s') && !own()
}

/// *…, säger hon*, *…, säger justitieministern* behind a quotation that starts at `quote`: the one named last, or the
/// only one who has that role.
pub(super) fn taken_up(c: &Context, verb: Verb, quote: usize) -> Option<u32> {
    let text = c.source.text;
    let (start, end) = skip_adverbs(text, walk::next_word(text, verb.cue.end())?)?;
    let word = text.get(start..end)?;
    if matches!(word, "hon" | "han") {
        // Somebody named in the quotation is spoken about.
        return named_last(c, quote).or_else(|| named_last(c, verb.cue.start as usize));
    }
    offices::bearer(c, start, end).map(|bearer| bearer.person)
}

/// *som hon skriver ”…”*: the one named last.
pub(super) fn taken_up_before(c: &Context, verb: Verb) -> Option<u32> {
    let text = c.source.text;
    let (start, end) = walk::previous_word(text, verb.cue.start as usize)?;
    matches!(text.get(start..end)?, "hon" | "han" | "Hon" | "Han").then(|| named_last(c, start))?
}

/// The one named last before byte `at`, not too far from it.
fn named_last(c: &Context, at: usize) -> Option<u32> {
    let before = c.cast.mentions.partition_point(|(m, _)| (m.start as usize) < at);
    let (mention, person) = *c.cast.mentions.get(before.checked_sub(1)?)?;
    (at - (mention.start as usize) < 2500).then_some(person)
}

/// Whether the name at `mention` is no object of a preposition in its sentence.
pub(super) fn opens_sentence(c: &Context, mention: Span) -> bool {
    let sentence = c.structure.sentences.at(mention.start as usize);
    sentence.is_some_and(|sentence| !is_object(c.source, sentence, mention.start as usize))
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
pub(super) fn list_forward(c: &Context, area: Span) -> Vec<u32> {
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

/// The word before those of this kind that end with the word at `start..end`.
fn skip_back(text: &str, start: usize, end: usize, part: subject_gap::Part) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    for _ in 0..4 {
        let word = text.get(start..end).unwrap_or("");
        if !is(word, part) {
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
        if !is(text.get(word.0..word.1)?, ADVERB) {
            break;
        }
        word = walk::next_word(text, word.1)?;
    }
    Some(word)
}
