//! Subjects that stand far from their verb: in the clause before, in a sentence before, behind *som*.

use super::context::Context;
use super::offices;
use super::order::is_object;
use super::subject::{Subject, is_genitive, list_back, list_end, list_forward, skip_back};
use super::subject_gap::{ADVERB, AUXILIARY, GOVERNOR, OPENER, ORDER, PRONOUN, SMALL, is, is_role};
use super::verb::Verb;
use crate::document::{DocumentKind, Span, Speech};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{ATT_WORD, FOR_ATT, NOT, OCH_WORD, SOM_WORD};
use crate::lexicon::sets::people::{MEN, NAME_JOINTS, WOMEN};
use crate::lexicon::sets::speeches::{
    ARRIVES, BY_MEANS, DUTY, HERS, HIS, INNER_CLAUSE, JOINS_CLAUSES, OFFICE_GENITIVE, PERSONS,
    RELATIVE_PEOPLE, STEPS_UP, SUBCLAUSE, THOSE, THOSE_WERE,
};
use crate::text::walk;

/// *av herr Huss och fru Ewerlöf, vilka under åberopande härav hemställt*.
pub(super) fn relative(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
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
    if !RELATIVE_PEOPLE.contains(&first) || gap.len() > 900 {
        return None;
    }
    let (start, people) = list_back(c.source, mentions);
    Some(Subject::new(people, start))
}

/// *Anna Holm kom till mötet och berättade om bygget*: the verb is joined to one before it, whose subject opens the
/// sentence.
pub(super) fn coordinated(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, ADVERB))?;
    if start < sentence.start as usize || !JOINS_CLAUSES.has(text.get(start..end)?) {
        return None;
    }
    let area = Span::new(sentence.start as usize, start);
    let Some(&(first, _)) = c.cast.within(area).first() else {
        return titled(c, area).or_else(|| taken_up(c, sentence, area));
    };
    let people = list_forward(c, area);
    let lead = text.get(sentence.start as usize..first.start as usize)?;
    let gap = text.get(list_end(c, area)..start)?;
    // Past the number of a point.
    let lead = lead.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end();
    // One word that no list knows may be a title: "Planläggare Anna Holm".
    let title = lead.len() > 5
        && lead.chars().all(char::is_alphabetic)
        && !c.source.lexicon.classes_of(lead).has(Classes::BODY.or(Classes::SAYS).or(Classes::SETTLES))
        && !is(lead, OPENER.or(ADVERB).or(GOVERNOR).or(PRONOUN));
    // "Till mötet kom Anna Holm och berättade".
    let arrives = || {
        let mut words = lead.split_whitespace();
        lead.len() < 90
            && words.next().is_some_and(|word| is(word, OPENER) || is(word, ADVERB))
            && words.next_back().is_some_and(|word| ARRIVES.has(word))
            && !lead.contains([',', '.', ':'])
    };
    let opens = title
        || arrives()
        || lead.len() < 200 && lead.split_whitespace().all(|w| ranks(c, w) || is(w, ADVERB));
    let inner = |w: &str| (SUBCLAUSE.has(w) || is(w, PRONOUN)) && w != ATT_WORD;
    let simple = gap.len() < 300
        && !gap.contains(['.', ';', '”', '"', '?', '!'])
        && !gap.contains(": ")
        && !gap.split([' ', ',', '\n', '\u{a0}']).any(inner);
    (opens && simple).then_some(Subject::new(people, first.start as usize))
}

/// *Norra byalagets nya ordförande*: whether a word before a name tells what somebody is, and of what.
fn ranks(c: &Context, word: &str) -> bool {
    let owner = || word.ends_with('s') && walk::is_capitalised(word);
    is_role(c.source, word) || is(word, ORDER) || word.ends_with(OFFICE_GENITIVE) || owner()
}

/// *Revisorn tillstyrker ansvarsfrihet samt föreslår att …*: a title opens the sentence.
fn titled(c: &Context, area: Span) -> Option<Subject> {
    let text = c.source.text;
    let written = area.of(text);
    let inner = |w: &str| SUBCLAUSE.has(w) || is(w, PRONOUN) && w != ATT_WORD && w != OCH_WORD;
    if written.len() > 200
        || written.contains(['.', ':', ';', '”', '"', '?', '!'])
        || written.split([' ', ',', '\n', '\u{a0}']).any(inner)
    {
        return None;
    }
    let start = area.start as usize;
    let bearer = offices::bearer(c, start, walk::word_end(text, start))?;
    let mut people = vec![bearer.person];
    // *Ordföranden, ledamöterna och sekreteraren hälsade och berättade*
    let mut at = walk::word_end(text, start);
    for _ in 0..6 {
        let rest = text.get(at..area.end as usize).unwrap_or("");
        let Some(joint) = NAME_JOINTS.iter().find(|joint| rest.starts_with(**joint)) else { break };
        let from = at + joint.len();
        at = walk::word_end(text, from);
        match offices::bearer(c, from, at) {
            Some(next) if !people.contains(&next.person) => people.push(next.person),
            _ => {}
        }
    }
    let alone = people.len() == 1;
    Some(Subject::in_office(people, start, bearer.is_chair && alone))
}

/// *Vi når Anna Holm hemma. Hon är trött och säger att …*: a pronoun opens the sentence.
fn taken_up(c: &Context, sentence: Span, area: Span) -> Option<Subject> {
    let text = c.source.text;
    let (start, end) = walk::next_word(text, sentence.start as usize)?;
    let simple = area.len() < 160
        && !area.of(text).contains(['.', ':', ';', '”', '"', '?', '!'])
        && !text
            .get(end..area.end as usize)?
            .split([' ', ',', '\n'])
            .any(|w| SUBCLAUSE.has(w) || is(w, PRONOUN));
    if start != sentence.start as usize || !PERSONS.has(text.get(start..end)?) || !simple {
        return None;
    }
    antecedent(c, sentence, start)
}

/// *Anna Holm har kommit till mötet för att informera om bygget*, *Därefter tog Per Ek över för att redogöra för läget*.
pub(super) fn purpose(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if !verb.is_infinitive(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let area = Span::new(sentence.start as usize, until);
    let (first, _) = *c.cast.within(area).first()?;
    let people = list_forward(c, area);
    let gap = text.get(first.end as usize..until)?;
    let gap = gap.trim_end().strip_suffix(FOR_ATT).filter(|g| g.len() < 160)?;
    // (In the news it tells where somebody went, not what was said.)
    let told = matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog);
    let comes = !told && gap.split_whitespace().any(|w| ARRIVES.has(w));
    let comes = comes || gap.split_whitespace().next_back().is_some_and(|w| STEPS_UP.has(w));
    let simple =
        !gap.contains(['.', ':', ';', '”', '"']) && !is_object(c.source, sentence, first.start as usize);
    (comes && simple).then_some(Subject::new(people, first.start as usize))
}

/// Who someone is takes no more bytes, behind the name.
const LONGEST_RANK: usize = 140;

/// So far back the one may be named whom a pronoun means, in bytes.
const ANTECEDENT: usize = 500;

/// *Anna Holm berättade om bygget. Hon tackade alla.*: the pronoun means the one who spoke in the sentence before.
pub(super) fn goes_on(c: &Context, sentence: Span, verb: Verb, last: &Speech) -> Option<Subject> {
    let text = c.source.text;
    let gap = text.get(last.span.end as usize..sentence.start as usize)?;
    if !c.intros.is_empty()
        || gap.len() > 40
        || !gap.chars().all(|c| c.is_whitespace() || c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    let start = opening_pronoun(c, sentence, verb)?;
    let person = match last.speakers.as_slice() {
        &[person] => Some(person)
            .filter(|&person| may_mean(c, start, person, Span { start: last.span.start, end: sentence.end })),
        // *Anna Holm och Per Ek var emot. Hon menade …*: the one whose given name says so.
        several => only_one(several.iter().filter(|&&person| is_known_as(c, start, person))).copied(),
    };
    Some(Subject::new(vec![person?], start))
}

/// What `all` gives, if it is one.
fn only_one<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whether the pronoun at `start` is that of the person's given name.
fn is_known_as(c: &Context, start: usize, person: u32) -> bool {
    let him = c.source.text.get(start..start + 3).is_some_and(|word| HIS.has(word));
    let name = c.cast.people.get(person as usize).map_or("", |person| person.name.as_str());
    let given = name.split([' ', '-']).next().unwrap_or("");
    if him { MEN.has(given) } else { WOMEN.has(given) }
}

/// Where *hon* or *han* stands that is the verb's subject and opens the sentence, or follows the verb that does.
fn opening_pronoun(c: &Context, sentence: Span, verb: Verb) -> Option<usize> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let is_pronoun = |word: &str| PERSONS.has(word);
    let until = verb.cue.start as usize;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, SMALL))?;
    if start == sentence.start as usize && is_pronoun(text.get(start..end)?) {
        return Some(start);
    }
    // "Sedan berättade hon".
    let (from, to) = walk::next_word(text, verb.cue.end())?;
    let one = walk::next_word(text, sentence.start as usize)?;
    let first = text.get(one.0..one.1)?;
    // "I kväll på mötet informerar hon": nobody else is named, and no clause stands before.
    let phrase = || {
        let lead = text.get(one.1..until).unwrap_or("");
        is(first, OPENER)
            && lead.len() < 60
            && !lead.contains([',', ':', '.', '(', '\n'])
            && !lead.split_whitespace().any(|w| is(w, PRONOUN.or(AUXILIARY)) || SUBCLAUSE.has(w))
            && c.cast.within(Span::new(sentence.start as usize, until)).is_empty()
    };
    let told = is_pronoun(text.get(from..to)?) && (one.1 + 1 == until && is(first, ADVERB) || phrase());
    told.then_some(from)
}

/// Whether the pronoun at `start` can mean the person: by the given name, and nobody of the other sex is meant in
/// `around`.
fn may_mean(c: &Context, start: usize, person: u32, around: Span) -> bool {
    let text = c.source.text;
    let him = text.get(start..start + 3).is_some_and(|word| HIS.has(word));
    let name = c.cast.people.get(person as usize).map_or("", |person| person.name.as_str());
    let given = name.split([' ', '-']).next().unwrap_or("");
    // "hennes" beside "han": two are spoken of, and one has no name here.
    let (other, others) = if him { (&HERS, &WOMEN) } else { (&HIS, &MEN) };
    let around = walk::head(around.of(text), 800);
    !others.has(given) && !around.split(|c: char| !c.is_alphabetic()).any(|word| other.has(word))
}

/// *Hon berättade om bygget*, at the start of a sentence: the one whom the sentence before begins with, or the only
/// one named in it.
pub(super) fn pronoun(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    if let Some(subject) = behind_words(c, sentence, verb).or_else(|| inside(c, sentence, verb)) {
        return Some(subject);
    }
    antecedent(c, sentence, opening_pronoun(c, sentence, verb)?)
}

/// Whom the pronoun at `start` means, in the sentences before.
fn antecedent(c: &Context, sentence: Span, start: usize) -> Option<Subject> {
    let text = c.source.text;
    let from = (sentence.start as usize).saturating_sub(ANTECEDENT);
    let near = c.structure.sentences.within(Span::new(from, sentence.start as usize));
    let named = near.iter().rev().take(3).map(|s| c.cast.within(*s)).find(|m| !m.is_empty());
    // A heading that names nobody else: *Anna Holm⏎⏎Hon berättar om sin resa.*
    let named = named.or_else(|| {
        let above = c.cast.within(Span::new(from, sentence.start as usize));
        let headed = c.structure.heading_at(above.last()?.0.start as usize)?;
        let heading = c.structure.headings.get(headed)?.span;
        above.iter().all(|(m, _)| m.overlaps(heading)).then_some(above)
    })?;
    let (first, person) = *named.first()?;
    // "Anna Holms bok": the book may be what is spoken of.
    if is_genitive(c, first, person) {
        return None;
    }
    let around = Span::new((first.start as usize).min(sentence.start as usize), sentence.end as usize);
    if !may_mean(c, start, person, around) {
        // *Anna Holm mötte Per Ek. Han menade …*: the one whose given name says so.
        let mut told: Vec<u32> =
            named.iter().map(|(_, p)| *p).filter(|&p| is_known_as(c, start, p)).collect();
        told.dedup();
        return only_one(told.into_iter())
            .filter(|_| named.len() < 4)
            .map(|person| Subject::new(vec![person], start));
    }
    let alone = named.iter().all(|(_, p)| *p == person);
    let opens = near.iter().rev().take(3).any(|s| {
        let lead = text.get(s.start as usize..first.start as usize).filter(|l| l.len() < 60);
        lead.is_some_and(|l| l.split_whitespace().all(|w| is_role(c.source, w) || is(w, ADVERB)))
    });
    (alone || opens).then(|| Subject::new(vec![person], start))
}

/// *Anna Holm skickade ett brev där hon menar att …*: the one with whom the sentence begins, and whom alone it names.
fn inside(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    let until = verb.cue.start as usize;
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, SMALL))?;
    let (from, to) = walk::previous_word(text, start).filter(|w| w.0 > sentence.start as usize)?;
    if !PERSONS.has(text.get(start..end)?)
        || !INNER_CLAUSE.has(text.get(from..to)?)
        || verb.is_infinitive(text)
    {
        return None;
    }
    let mentions = c.cast.within(Span::new(sentence.start as usize, from));
    let &(first, person) = mentions.first()?;
    let alone = mentions.iter().all(|(_, other)| *other == person);
    let fits = alone
        && !is_object(c.source, sentence, first.start as usize)
        && !is_genitive(c, first, person)
        && may_mean(c, start, person, Span { start: sentence.start, end: verb.cue.start });
    fits.then_some(Subject::new(vec![person], start))
}

/// *Per Ek ser fram mot våren, säger han*: the only one named in the sentence before the verb.
fn behind_words(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let before = walk::skip_space_back(text, until);
    if walk::char_before(text, before) != Some(',') {
        return None;
    }
    let (from, to) = walk::next_word(text, verb.cue.end())?;
    let closes = text.get(to..).is_some_and(|rest| rest.starts_with(['.', ',', '\n']) || rest.is_empty());
    if !PERSONS.has(text.get(from..to)?) || !closes {
        return None;
    }
    let mentions = c.cast.within(Span::new((sentence.start as usize).min(until), until));
    let &(first, person) = mentions.first()?;
    let alone = mentions.iter().all(|(_, other)| *other == person);
    (alone && !is_object(c.source, sentence, first.start as usize) && !is_genitive(c, first, person))
        .then_some(Subject::new(vec![person], from))
}

/// *, ordförande för föreningen (HEM),*: who someone is stands between the name and *som*.
fn is_rank(c: &Context, gap: &str) -> bool {
    let Some(rank) = gap.strip_prefix(',').filter(|rank| rank.len() < LONGEST_RANK) else { return false };
    let first = rank.split_whitespace().next().unwrap_or("").trim_end_matches(',');
    let told = |word: &str| is(word, PRONOUN.or(AUXILIARY)) && word != OCH_WORD || SUBCLAUSE.has(word);
    is_role(c.source, first)
        && !rank.contains(['.', ':', ';', '”', '"', '?', '!'])
        && !rank.split_whitespace().any(|word| told(word.trim_end_matches(',')))
}

/// *Övriga som talade för bifall var Anna Holm (S) och Per Ek*: the names behind what those did.
fn named_behind(c: &Context, sentence: Span, verb: Verb, which: usize) -> Option<Subject> {
    let text = c.source.text;
    let (from, to) = walk::previous_word(text, which)?;
    if from < sentence.start as usize || !THOSE.has(text.get(from..to)?) {
        return None;
    }
    let behind = Span::new(verb.cue.end(), (sentence.end as usize).max(verb.cue.end()));
    let (first, _) = *c.cast.within(behind).first()?;
    let gap = text.get(verb.cue.end()..first.start as usize)?;
    let mut words =
        gap.split_whitespace().rev().skip_while(|word| is_role(c.source, word) || is(word, ORDER));
    let told = gap.len() < 160
        && !gap.contains(['.', ';', ':', '?'])
        && words.next().is_some_and(|w| THOSE_WERE.has(w));
    told.then(|| Subject::new(list_forward(c, behind), from))
}

/// *Anna Holm försökte stoppa bygget genom att yrka avslag*: the verb tells by what means the one did it who opens the
/// sentence.
pub(super) fn by_means(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if !verb.is_infinitive(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    let lead = text.get(sentence.start as usize..until)?.trim_end();
    let told = lead.strip_suffix(BY_MEANS).filter(|lead| lead.len() < 300)?;
    let area = Span::new(sentence.start as usize, sentence.start as usize + told.len());
    let (first, _) = *c.cast.within(area).first()?;
    let people = list_forward(c, area);
    let ahead = text.get(sentence.start as usize..first.start as usize)?;
    let gap = text.get(list_end(c, area)..area.end as usize)?;
    let inner =
        |w: &str| SUBCLAUSE.has(w) || is(w, PRONOUN) && w != ATT_WORD || is(w, AUXILIARY) && DUTY.has(w);
    let opens = ahead.split_whitespace().all(|w| ranks(c, w) || is(w, ADVERB));
    let simple = !gap.contains(['.', ':', ';', '”', '"']) && !gap.split([' ', ',', '\n']).any(inner);
    (opens && simple).then_some(Subject::new(people, first.start as usize))
}

/// *Ordet begärdes av Anna Holm, som ansåg att det var bra*: the one whom the clause is about.
pub(super) fn told_by_clause(c: &Context, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = c.source.text;
    if verb.is_infinitive(text) {
        return None;
    }
    let until = verb.cue.start as usize;
    // *Det var Anna Holm som hade föreslagit det*
    let small = if verb.is_supine(text) { SMALL } else { ADVERB };
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, small))?;
    if start < sentence.start as usize || text.get(start..end)? != SOM_WORD {
        return None;
    }
    // *som ej antytt sin mening*
    let denied = text.get(end..until)?.split_whitespace().any(|word| NOT.contains(&word));
    if verb.is_supine(text) && denied {
        return None;
    }
    if let Some(subject) = named_behind(c, sentence, verb, start) {
        return Some(subject);
    }
    let mentions = c.cast.within(Span::new(sentence.start as usize, start));
    let (last, person) = *mentions.last()?;
    let gap = text.get(last.end as usize..start)?.trim_start();
    let gap = gap.strip_prefix('(').and_then(|g| g.find(')').and_then(|at| g.get(at + 1..))).unwrap_or(gap);
    let close = gap.trim_matches([' ', ',', '\n', '\r', '\u{a0}']).is_empty() && gap.len() < 6;
    (close || is_rank(c, gap)).then(|| Subject::new(vec![person], last.start as usize))
}
