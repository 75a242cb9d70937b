//! Who is the subject of a verb of speaking: the people named right before or right after it.

use super::context::Context;
use super::movers;
use super::offices::{self, Bearer};
use super::order::{inverted, is_object};
use super::subject_far::{by_means, coordinated, pronoun, purpose, relative, told_by_clause};
use super::subject_gap::{self, ADVERB, SMALL, is, joins, leads_to, links};
use super::verb::Verb;
use crate::document::rule::rule;
use crate::document::{Fired, Span};
use crate::lexicon::sets::function_words::MEDAN_WORD;
use crate::lexicon::sets::speeches::{
    BARE_PERFECT, DUTY, HAVE, JOINS_CLAUSES, JOINTS, MEETING, MODALS, OF_OFFICE, OFFICE_GENITIVE,
    OFFICE_GENITIVES, OPEN_CLAUSE, OWN_SUBJECTS, PERSONS, SECONDING, SUBCLAUSE, UTTERED,
};
use crate::scan::Source;
use crate::text::search::seek;
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
    finds "Till ordförande för mötet valdes Anna Holm. ⟦Ordföranden informerar om bygget.⟧" = "reported";
    finds "Ordförande Anna Holm kom. ⟦Ordföranden informerar om bygget.⟧" = "reported";
    passes "Ordföranden informerar om bygget.";
    passes "Ordförande Anna Holm kom. Ordföranden prövar om bifall kan ges och finner att så sker.";
}

/// Subjects, where they begin, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub people: Vec<u32>,
    pub start: usize,
    pub rule: Fired,
}

impl Subject {
    /// Named people.
    #[track_caller]
    pub fn new(people: Vec<u32>, start: usize) -> Subject {
        Subject { people, start, rule: REPORTED.here() }
    }

    /// Who has an office; `bare` tells that it is *ordföranden* alone.
    #[track_caller]
    pub fn in_office(people: Vec<u32>, start: usize, bare: bool) -> Subject {
        let rule = if bare { CHAIR.here() } else { REPORTED.here() };
        Subject { people, start, rule }
    }
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
        .or_else(|| by_means(c, sentence, verb))
        .or_else(|| pronoun(c, sentence, verb))
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
        // (*Anna yrkar bifall, medan Per yrkar avslag*)
        if SUBCLAUSE.has(word) && word != MEDAN_WORD {
            return false;
        }
        if JOINS_CLAUSES.has(word) || word == MEDAN_WORD {
            return true;
        }
        at = from;
    }
    true
}

/// Whether the verb's own subject follows it: *då tycker jag*; not *Anna tycker vi ska vänta*.
fn followed_by_pronoun(text: &str, verb: Verb) -> bool {
    let Some((start, end)) = walk::next_word(text, verb.cue.end()) else { return false };
    let clause = || {
        let next = walk::next_word(text, end).and_then(|(from, to)| text.get(from..to));
        OPEN_CLAUSE.has(verb.lemma) && next.is_some_and(|word| DUTY.has(word) || MODALS.has(word))
    };
    text.get(start..end).is_some_and(|word| OWN_SUBJECTS.has(word)) && !clause()
}

/// *Anna Holm (S) och Per Berg, chefer i Umeå, berättar*.
pub(super) fn before(c: &Context, sentence: Span, verb: Verb, near: usize) -> Option<Subject> {
    let text = c.source.text;
    let until = verb.cue.start as usize;
    let mentions = &c.cast.mentions[..seek(&c.cast.mentions, near, |(m, _)| (m.start as usize) < until)];
    let last = mentions.last().filter(|(m, _)| m.start >= sentence.start && (m.end as usize) <= until);
    if let Some((mention, _)) = last {
        let gap = text.get(mention.end as usize..until)?;
        let linked = links(c.source, gap, verb) || is_helped(c, sentence, verb, gap, *mention);
        if (linked || c.cast.chair.is_some()) && followed_by_pronoun(text, verb) {
            return None;
        }
        if linked {
            let mentions = c.cast.within(Span::new(sentence.start as usize, until));
            let (mut first, mut people) = list_back(c.source, mentions);
            // "Anna Holm med instämmande av Per Berg yrkar": Anna Holm yrkar.
            let seconded = text.get(sentence.start as usize..first).unwrap_or("").trim_end();
            if SECONDING.iter().any(|agreed| seconded.ends_with(agreed)) {
                let before: Vec<_> =
                    mentions.iter().copied().filter(|(m, _)| (m.start as usize) < first).collect();
                (first, people) = list_back(c.source, &before);
            }
            if !people.is_empty() && !is_object(c.source, sentence, first) {
                let (start, people) = with_titles(c, sentence, first, people);
                return Some(Subject::new(people, start));
            }
            return None;
        }
    }
    // A bare "ordföranden".
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_back(text, s, e, SMALL))?;
    let (start, end) = of_meeting(text, start, end);
    if start < sentence.start as usize {
        return None;
    }
    let between = text.get(end..until)?;
    if let Some(people) = movers::of(c, start, end) {
        let told = !is_object(c.source, sentence, start)
            && (!verb.is_infinitive(text) || may_speak(between))
            && !followed_by_pronoun(text, verb);
        return told.then_some(Subject::new(people, start));
    }
    if let Some(people) = offices::several(c, start, end) {
        let told = !is_object(c.source, sentence, start) && !verb.is_infinitive(text);
        return told.then_some(Subject::new(people, start));
    }
    let bearer = offices::bearer(c, start, end).or_else(|| joined_bearer(c, start, end));
    let Some(bearer) = bearer.or_else(|| offices::bare(c, sentence, start, end)) else {
        // *Ordföranden och ledamöterna berättade*
        let (start, people) = with_titles(c, sentence, start, Vec::new());
        let many = text.get(start..end).is_some_and(|word| word.ends_with("na"));
        return (many && !people.is_empty()).then_some(Subject::new(people, start));
    };
    if is_object(c.source, sentence, start) || verb.is_infinitive(text) && !may_speak(between) {
        return None;
    }
    let (first, people) = with_titles(c, sentence, start, vec![bearer.person]);
    Some(Subject::in_office(people, first, bearer.is_chair && first == start))
}

/// *Ordföranden, ledamöterna och Anna Holm*: those whom titles mean before the subject at `start`, besides it.
fn with_titles(c: &Context, sentence: Span, start: usize, people: Vec<u32>) -> (usize, Vec<u32>) {
    let text = c.source.text;
    let (mut first, mut joined, mut titled) = (start, false, Vec::new());
    for _ in 0..6 {
        let at = walk::skip_space_back(text, first);
        // Commas part those before the last two.
        let end = if joined && walk::char_before(text, at) == Some(',') {
            at - 1
        } else {
            match walk::previous_word(text, first) {
                Some((from, to)) if JOINTS.has(text.get(from..to).unwrap_or("")) => from,
                _ => break,
            }
        };
        joined = true;
        let Some((from, to)) = walk::previous_word(text, end).filter(|w| w.0 >= sentence.start as usize)
        else {
            break;
        };
        match offices::bearer(c, from, to) {
            Some(bearer) if !is_object(c.source, sentence, from) => titled.push(bearer.person),
            None if text.get(from..to).is_some_and(|word| word.ends_with("na") && word.len() > 7) => {}
            _ => break,
        }
        first = from;
    }
    if titled.is_empty() {
        return (start, people);
    }
    titled.reverse();
    for person in people {
        if !titled.contains(&person) {
            titled.push(person);
        }
    }
    (first, titled)
}

/// *Ordförande för mötet*: the office before the words that say what it is for, if `start..end` ends such ones.
fn of_meeting(text: &str, start: usize, end: usize) -> (usize, usize) {
    let word = |at: (usize, usize)| text.get(at.0..at.1).unwrap_or("");
    let office = || {
        let for_what = walk::previous_word(text, start).filter(|&at| OF_OFFICE.has(word(at)))?;
        walk::previous_word(text, for_what.0).filter(|at| at.1 + 1 == for_what.0)
    };
    MEETING.has(word((start, end))).then(office).flatten().unwrap_or((start, end))
}

/// *Inför mötet hade Anna Holm (S) ställt en fråga*, *därefter kunde Per Ek berätta*, *att Anna Holm anhållit om …*: the
/// auxiliary stands before the subject, or nowhere in a subordinate clause.
fn is_helped(c: &Context, sentence: Span, verb: Verb, gap: &str, mention: Span) -> bool {
    let text = c.source.text;
    let (supine, infinitive) = (verb.is_supine(text), verb.is_infinitive(text));
    if !supine && !infinitive || gap.len() > 120 {
        return false;
    }
    let Some(rest) = subject_gap::past_brackets(gap) else { return false };
    if !rest.split_whitespace().all(|word| is(word, ADVERB)) {
        return false;
    }
    let mut at = mention.start as usize;
    for _ in 0..5 {
        let Some((from, to)) = walk::previous_word(text, at) else { return false };
        let word = text.get(from..to).unwrap_or("");
        // (*Kan Anna Holm berätta?* asks.)
        let opens = from <= sentence.start as usize;
        if opens || supine && (BARE_PERFECT.has(word) || HAVE.has(word)) || infinitive && MODALS.has(word) {
            return !opens;
        }
        if !subject_gap::is_role(c.source, word) && !is(word, ADVERB) && !word.ends_with(OFFICE_GENITIVE) {
            return false;
        }
        at = from;
    }
    false
}

/// *Ordföranden och kassör redogjorde*: the first of two titles, where the second names nobody.
fn joined_bearer(c: &Context, start: usize, end: usize) -> Option<Bearer> {
    let text = c.source.text;
    let word = |(from, to): (usize, usize)| text.get(from..to).unwrap_or("");
    let and = walk::previous_word(text, start).filter(|&w| JOINTS.has(word(w)))?;
    let title = walk::previous_word(text, and.0)?;
    (subject_gap::is_role(c.source, word((start, end)))).then(|| offices::bearer(c, title.0, title.1))?
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
        // *Yttrade sig: Anna Holm (S), Per Ek (M)*
        if gap.len() < 40 && UTTERED.contains(&gap.trim()) {
            let (people, start) = (list_forward(c, area), mention.start as usize);
            return Some(Subject::new(people, start));
        }
        if leads_to(c.source, gap, from) {
            if !inverted(c, sentence, verb) {
                return None;
            }
            let (people, start) = (list_forward(c, area), mention.start as usize);
            return Some(Subject::new(people, start));
        }
    }
    let (start, end) = skip_adverbs(text, walk::next_word(text, from)?)?;
    // "Därefter redogjorde kommunstyrelsens ordförande": past the genitive.
    let (start, end) = match text.get(start..end)? {
        genitive if OFFICE_GENITIVES.iter().any(|end| genitive.ends_with(end)) => walk::next_word(text, end)?,
        _ => (start, end),
    };
    if end > sentence.end as usize {
        return None;
    }
    if let Some(people) = movers::of(c, start, end) {
        return inverted(c, sentence, verb).then_some(Subject::new(people, start));
    }
    if let Some(people) = offices::several(c, start, end) {
        return inverted(c, sentence, verb).then_some(Subject::new(people, start));
    }
    let bearer = offices::bearer(c, start, end)?;
    let subject = Subject::in_office(vec![bearer.person], start, bearer.is_chair);
    inverted(c, sentence, verb).then_some(subject)
}

/// Whether the name stands in the genitive.
pub(super) fn is_genitive(c: &Context, mention: Span, person: u32) -> bool {
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
    if PERSONS.has(word) {
        // Somebody named in the quotation is spoken about.
        return named_last(c, quote).or_else(|| named_last(c, verb.cue.start as usize));
    }
    offices::bearer(c, start, end).map(|bearer| bearer.person)
}

/// *som hon skriver ”…”*: the one named last.
pub(super) fn taken_up_before(c: &Context, verb: Verb) -> Option<u32> {
    let text = c.source.text;
    let (start, end) = walk::previous_word(text, verb.cue.start as usize)?;
    PERSONS.has(text.get(start..end)?).then(|| named_last(c, start))?
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
pub(super) fn list_back(source: &Source, mentions: &[(Span, u32)]) -> (usize, Vec<u32>) {
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
    let mut people: Vec<u32> = Vec::new();
    for (_, person) in listed(c, area) {
        if !people.contains(person) {
            people.push(*person);
        }
    }
    people
}

/// Where that list ends.
pub(super) fn list_end(c: &Context, area: Span) -> usize {
    listed(c, area).last().map_or(area.start, |(mention, _)| mention.end) as usize
}

/// The mentions from the first one in `area` on that are joined to each other.
fn listed<'c>(c: &'c Context, area: Span) -> impl Iterator<Item = &'c (Span, u32)> {
    let text = c.source.text;
    let mut end = None;
    c.cast.within(area).iter().take(40).take_while(move |(mention, _)| {
        let before = end.replace(mention.end as usize);
        before.is_none_or(|end| joins(c.source, text.get(end..mention.start as usize).unwrap_or("")))
    })
}

/// The word before those of this kind that end with the word at `start..end`.
pub(super) fn skip_back(text: &str, start: usize, end: usize, part: subject_gap::Part) -> (usize, usize) {
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
