//! Who is the subject of a verb of speaking: the people named right before or right after it.

use crate::analyze::Source;
use crate::cues::{Classes, Cue};
use crate::document::Person;
use crate::lexicon::Slot;
use crate::people::Cast;
use crate::span::Span;
use crate::text::walk;

/// A verb of speaking, as `lexicon/says.txt` describes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub cue: Cue,
    pub lemma: &'static str,
    /// Takes a person as its object.
    takes_person: bool,
    /// One of these must follow.
    with: &'static str,
}

impl Verb {
    pub fn of(source: &Source, cue: Cue) -> Verb {
        let value = source.lexicon.value(Slot::Says, cue.word);
        let (head, with) = value.split_once(':').unwrap_or((value, ""));
        let (lemma, mark) = head.split_once(' ').unwrap_or((head, ""));
        Verb { cue, lemma: lemma.trim(), takes_person: mark.contains('!'), with }
    }

    /// Whether the words that it needs follow soon.
    pub fn speaks(self, source: &Source) -> bool {
        if self.with.is_empty() {
            return true;
        }
        let text = source.text;
        let mut at = self.cue.end();
        for _ in 0..9 {
            let Some((start, end)) = walk::next_word(text, at) else { return false };
            let word = text.get(start..end).unwrap_or("");
            let fits = |want: &str| match want.strip_suffix('*') {
                Some(stem) => walk::starts_with_word(word, stem),
                None => walk::same_word(word, want),
            };
            if self.with.split_whitespace().any(fits) {
                return true;
            }
            at = end;
            // Past the party of a subject in between, and commas.
            let rest = text.get(at..).unwrap_or("").trim_start();
            if rest.starts_with('(') {
                at = text.len() - rest.len()
                    + rest.bytes().take(8).position(|b| b == b')').map_or(0, |n| n + 1);
            }
        }
        false
    }

    /// Whether it can stand beside a quotation: light verbs (*göra, ta*) only with what they need.
    pub fn quotes(self, source: &Source) -> bool {
        matches!(self.lemma, "avsluta" | "öppna" | "tala" | "lyfta" | "utveckla" | "peka")
            || self.speaks(source)
    }

    /// Speaks only beside a quotation: *…, fortsätter Anna Holm*.
    pub fn needs_quotation(self) -> bool {
        matches!(self.lemma, "fortsätta" | "sucka" | "skämta" | "ana")
    }

    fn is_infinitive(self, text: &str) -> bool {
        let word = self.cue.span().of(text);
        word == self.lemma && !word.ends_with('s')
    }

    fn is_supine(self, text: &str) -> bool {
        let word = self.cue.span().of(text);
        (word.ends_with('t') || word.ends_with("tt"))
            && !matches!(word, "lät" | "höll" | "bjöd")
            && !word.ends_with("st")
    }
}

/// Subjects, and whether a bare *ordföranden* is it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub people: Vec<u32>,
    pub bare_chair: bool,
}

/// The subject of `verb` inside `sentence`, if it is a person.
pub(super) fn of(source: &Source, cast: &Cast, sentence: Span, verb: Verb) -> Option<Subject> {
    before(source, cast, sentence, verb)
        .or_else(|| after(source, cast, sentence, verb))
        .or_else(|| relative(source, cast, sentence, verb))
}

/// *av herr Huss och fru Ewerlöf, vilka under åberopande härav hemställt*.
fn relative(source: &Source, cast: &Cast, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = source.text;
    if !verb.is_supine(text) {
        return None;
    }
    let area = Span::new(sentence.start as usize, verb.cue.start as usize);
    let mentions = cast.within(area);
    let (last, _) = mentions.last()?;
    let gap = text.get(last.end as usize..verb.cue.start as usize)?;
    let rest = gap.strip_prefix(", ").or_else(|| gap.strip_prefix(",\n"))?;
    let first = rest.split_whitespace().next()?.trim_end_matches(',');
    if !matches!(first, "vilka" | "vilken" | "vilkas") || gap.len() > 900 {
        return None;
    }
    let (_, people) = list_back(source, mentions, sentence);
    Some(Subject { people, bare_chair: false })
}

/// Whether the verb's own subject follows it: *då tycker jag*.
fn followed_by_pronoun(text: &str, verb: Verb) -> bool {
    const PRONOUNS: &[&str] = &["jag", "vi", "du", "ni", "han", "hon", "man"];
    walk::next_word(text, verb.cue.end())
        .and_then(|(start, end)| text.get(start..end))
        .is_some_and(|w| PRONOUNS.iter().any(|p| walk::same_word(w, p)))
}

/// *Anna Holm (S) och Per Berg, chefer i Umeå, berättar*.
pub(super) fn before(source: &Source, cast: &Cast, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = source.text;
    let until = verb.cue.start as usize;
    let area = Span::new(sentence.start as usize, until);
    let mentions = cast.within(area);
    let last = mentions.last().filter(|(m, _)| (m.end as usize) <= until);
    if let Some((mention, _)) = last {
        let gap = text.get(mention.end as usize..until)?;
        if followed_by_pronoun(text, verb) {
            return None;
        }
        if links(source, gap, mention.end as usize, verb) {
            let (mut first, mut people) = list_back(source, mentions, sentence);
            // "Anna Holm med instämmande av Per Berg yrkar": Anna Holm yrkar.
            let seconded = text.get(sentence.start as usize..first).unwrap_or("").trim_end();
            if seconded.ends_with("instämmande av") || seconded.ends_with("instämmande från") {
                let before: Vec<_> =
                    mentions.iter().copied().filter(|(m, _)| (m.start as usize) < first).collect();
                (first, people) = list_back(source, &before, sentence);
            }
            if !is_object(source, cast, sentence, first) {
                return Some(Subject { people, bare_chair: false });
            }
            return None;
        }
    }
    // A bare "ordföranden".
    let (start, end) = walk::previous_word(text, until).map(|(s, e)| skip_adverbs_back(text, s, e))?;
    if start < sentence.start as usize || !is_chair_word(source, text.get(start..end)?) {
        return None;
    }
    let chair = chair_alone(source, cast, start, end)?;
    (!verb.is_infinitive(text) || has_auxiliary(text.get(end..until)?))
        .then_some(Subject { people: vec![chair], bare_chair: true })
}

/// *säger Anna Holm*, *yrkar Per Berg (S) och Anna Holm*.
pub(super) fn after(source: &Source, cast: &Cast, sentence: Span, verb: Verb) -> Option<Subject> {
    let text = source.text;
    let from = verb.cue.end();
    let area = Span::new(from, (sentence.end as usize).max(from));
    if verb.is_infinitive(text) || verb.is_supine(text) {
        return None;
    }
    if let Some((mention, _)) = cast.within(area).first() {
        let gap = text.get(from..mention.start as usize)?;
        if leads_to(source, gap, from) {
            if !inverted(source, cast, sentence, verb) {
                return None;
            }
            return Some(Subject { people: list_forward(source, cast, area), bare_chair: false });
        }
    }
    let (start, end) = skip_adverbs(text, walk::next_word(text, from)?)?;
    if end > sentence.end as usize || !is_chair_word(source, text.get(start..end)?) {
        return None;
    }
    let chair = chair_alone(source, cast, start, end)?;
    inverted(source, cast, sentence, verb).then_some(Subject { people: vec![chair], bare_chair: true })
}

/// *…, säger hon*, *…, säger justitieministern*: the one named last, or the only one who has that role.
pub(super) fn taken_up(source: &Source, cast: &Cast, verb: Verb) -> Option<u32> {
    let text = source.text;
    let (start, end) = walk::next_word(text, verb.cue.end())?;
    let word = text.get(start..end)?;
    let before = cast.mentions.partition_point(|(m, _)| m.start < verb.cue.start);
    if matches!(word, "hon" | "han") {
        let (mention, person) = *cast.mentions.get(before.checked_sub(1)?)?;
        return (verb.cue.start - mention.start < 2500).then_some(person);
    }
    let lower = word.to_lowercase();
    let role = lower.strip_suffix('n').filter(|_| is_role(source, &lower) && lower.len() > 5)?;
    let role = role.strip_suffix("are").map_or(role, |_| role);
    let bears = |p: &Person| {
        p.roles.iter().any(|r| r.to_lowercase().split([' ', ',']).any(|w| w == role || w == lower))
    };
    let mut bearers = cast.people.iter().enumerate().take(400).filter(|(_, p)| bears(p));
    match (bearers.next(), bearers.next()) {
        (Some((i, _)), None) => Some(i as u32),
        _ => None,
    }
}

/// Between the verb and the name after it stand only adverbs, roles and titles.
fn leads_to(source: &Source, gap: &str, from: usize) -> bool {
    let short = without_phrases(gap);
    let trimmed = short.trim();
    if trimmed.is_empty() {
        return true;
    }
    // "1:e vice", "gymnasie-, högskole- och forskningsminister".
    let plain = trimmed.replace(":e ", " ").replace("-,", "-");
    // "säger Sveriges utrikesminister, Anna Holm".
    let plain = plain.strip_suffix(',').unwrap_or(&plain);
    if gap.len() > 130 || plain.contains([',', '.', ':', ';', '(', '”', '"', '–']) {
        return false;
    }
    let words = || plain.split_whitespace();
    if words().all(is_adverb) {
        return plain.len() == trimmed.len();
    }
    if words().any(|w| matches!(w, "att" | "om" | "till" | "som" | "kring" | "mot" | "enligt" | "från")) {
        return false;
    }
    // "minister för civilt försvar Anna Holm": the role comes first.
    let first_role = words()
        .find(|w| !w.ends_with('s') && !is_adverb(w) && !ORDER.contains(w))
        .is_some_and(|w| is_role(source, w));
    if words().any(|w| PREPOSITIONS.contains(&w)) {
        return first_role && words().count() <= 9;
    }
    let end = from + gap.trim_end().trim_end_matches(',').len();
    first_role && words().count() <= 6
        || walk::previous_word(source.text, end).is_some_and(|(start, stop)| {
            stop == end && source.text.get(start..stop).is_some_and(|w| is_role(source, w))
        })
}

const ORDER: &[&str] = &["vice", "förste", "andre", "tredje", "första", "andra", "tf", "1", "2"];

const PREPOSITIONS: &[&str] = &[
    "att", "om", "till", "med", "från", "av", "för", "på", "hos", "mot", "enligt", "som", "åt", "via",
    "kring",
];

/// Words before a list of names that make it something else than a subject.
const GOVERNORS: &[&str] = &[
    "av", "från", "till", "med", "för", "enligt", "hos", "om", "mot", "på", "åt", "via", "under", "mellan",
    "kring", "genom", "utan", "inom", "bakom", "än",
];

const ADVERBS: &[&str] = &[
    "vidare",
    "också",
    "även",
    "därefter",
    "sedan",
    "dock",
    "samtidigt",
    "däremot",
    "därför",
    "därmed",
    "nu",
    "då",
    "avslutningsvis",
    "slutligen",
    "inledningsvis",
    "dessutom",
    "sedermera",
    "kort",
    "muntligt",
    "bl.a.",
    "alltså",
    "ju",
    "dels",
    "först",
    "här",
    "särskilt",
    "kortfattat",
    "därvid",
    "igen",
    "ånyo",
    "sist",
    "själv",
    "själva",
    "gärna",
    "inte",
    "ej",
    "icke",
    "jämväl",
    "utförligt",
    "numera",
    "återigen",
    "tydligt",
    "härefter",
    "båda",
    "bägge",
    "gemensamt",
    "tillsammans",
    "nyss",
    "tidigare",
    "redan",
    "bara",
    "helt",
    "emellertid",
    "likaså",
    "likaledes",
    "härvid",
    "nyligen",
    "senare",
    "därtill",
    "således",
    "sålunda",
    "väl",
    "nog",
    "fortfarande",
    "alltid",
    "ofta",
];

/// Adverbs of several words.
const PHRASES: &[&str] = &[
    "bland annat",
    "i sin tur",
    "för sin del",
    "än en gång",
    "ännu en gång",
    "till sist",
    "i dag",
    "på nytt",
];

/// `gap` without the adverbs of several words in it.
fn without_phrases(gap: &str) -> std::borrow::Cow<'_, str> {
    let mut rest = std::borrow::Cow::Borrowed(gap);
    for phrase in PHRASES {
        if rest.contains(phrase) {
            rest = rest.replace(phrase, "").into();
        }
    }
    rest
}

fn is_adverb(word: &str) -> bool {
    ADVERBS.iter().any(|a| walk::same_word(word, a))
}

const AUXILIARIES: &[&str] = &[
    "har", "hade", "ha", "vill", "ville", "ska", "skall", "skulle", "kan", "kunde", "kommer", "att", "får",
    "fick", "bör", "borde", "måste", "brukar", "väljer", "önskar", "hava", "och", "började", "börjar",
    "passar", "passade",
];

fn has_auxiliary(gap: &str) -> bool {
    gap.split_whitespace().any(|w| AUXILIARIES.contains(&w))
}

fn is_role(source: &Source, word: &str) -> bool {
    let lower = word.to_lowercase();
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
    number.is_some_and(|n| source.lexicon.classes(n).has(Classes::ROLE.or(Classes::TITLE)))
}

/// Whether `gap`, the text between a name and the verb, keeps them together as subject and verb.
fn links(source: &Source, gap: &str, at: usize, verb: Verb) -> bool {
    let text = source.text;
    if gap.len() > 200 || !gap.starts_with([' ', ',', '\n', '\u{a0}', '\r']) {
        return false;
    }
    let mut rest = gap.trim_start();
    while let Some(inner) = rest.strip_prefix('(') {
        let Some(close) = inner.find(')').filter(|&n| n < 30) else { return false };
        rest = inner[close + 1..].trim_start();
    }
    let infinitive = verb.is_infinitive(text);
    let supine = verb.is_supine(text);
    let aux = has_auxiliary(rest);
    if infinitive && !aux {
        return false;
    }
    let plain = |words: &str| {
        let mut last_aux = false;
        words.split_whitespace().all(|w| {
            last_aux = AUXILIARIES.contains(&w);
            last_aux || is_adverb(w)
        })
    };
    let short = without_phrases(rest);
    let trimmed = short.trim();
    if trimmed.is_empty() {
        return !supine || gap.contains("har") || !infinitive && !supine;
    }
    if plain(trimmed) && !trimmed.starts_with("att ") && trimmed != "och" && trimmed != "att" {
        return !supine || aux;
    }
    if trimmed.contains(['!', '?', ';', '”', '"', '–', ':']) && !trimmed.contains(":e ") {
        return false;
    }
    let helped = |w: &str| matches!(w, "har" | "hade" | "ha" | "hava" | "haft");
    if supine && !trimmed.split_whitespace().rev().take(4).any(helped) {
        return false;
    }
    if let Some(apposition) = trimmed.strip_prefix(',') {
        // ", kommer ministrarna att …": what stands before the comma is no subject.
        let first = apposition.split_whitespace().next().unwrap_or("");
        const FINITE: &[&str] =
            &["är", "var", "blir", "blev", "finns", "fanns", "så", "men", "där", "när", "då", "att"];
        if AUXILIARIES.contains(&first) && first != "och" || FINITE.contains(&first) {
            return false;
        }
        if infinitive && !apposition.split_whitespace().rev().take(4).any(|w| AUXILIARIES.contains(&w)) {
            return false;
        }
        // A second comma right before "och" or another subject ends the apposition.
        let own_subject = clause_subject(source, at + gap.len());
        return apposition.len() < 160 && !own_subject;
    }
    if trimmed == "som" {
        return true;
    }
    if let Some(relative) = trimmed.strip_prefix("som ") {
        return relative.len() < 120;
    }
    // "Anna Holm verksamhetschef berättar", "Anna Holm från Region Skåne informerar".
    let mut words = trimmed.split_whitespace();
    let first = words.clone().next().unwrap_or("");
    let opens = matches!(first, "från" | "vid" | "på" | "i" | "för" | "hos")
        || is_role(source, first)
        || first.ends_with("ens");
    opens
        && words.clone().count() <= 9
        && words.all(|w| {
            let w = w.trim_end_matches(',');
            walk::is_capitalised(w)
                || matches!(
                    w,
                    "från"
                        | "vid"
                        | "på"
                        | "i"
                        | "för"
                        | "och"
                        | "&"
                        | "hos"
                        | "inom"
                        | "vice"
                        | "har"
                        | "kommun"
                )
                || is_role(source, w)
                || is_adverb(w)
                || w.ends_with('s')
                || w.ends_with("en")
                || w.ends_with("et")
        })
}

/// Whether right before the verb stands a subject of its own: a pronoun or a body.
fn clause_subject(source: &Source, verb: usize) -> bool {
    let text = source.text;
    let Some((start, end)) = walk::previous_word(text, verb) else { return false };
    let word = text.get(start..end).unwrap_or("");
    const PRONOUNS: &[&str] = &[
        "jag",
        "vi",
        "han",
        "hon",
        "de",
        "man",
        "det",
        "den",
        "du",
        "ni",
        "regeringen",
        "och",
        "att",
        "dem",
    ];
    if PRONOUNS.iter().any(|p| walk::same_word(word, p)) {
        return true;
    }
    let lower = word.to_lowercase();
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
    number.is_some_and(|n| source.lexicon.classes(n).has(Classes::BODY))
        && !text.get(..end).is_some_and(|t| t.ends_with(','))
        && text.get(..start).is_some_and(|t| t.trim_end().ends_with(','))
        && text.get(end..verb).is_some_and(|g| !g.contains(','))
        && false
}

/// The names joined to the last of `mentions`, from the first on; where the list begins.
fn list_back(source: &Source, mentions: &[(Span, u32)], _sentence: Span) -> (usize, Vec<u32>) {
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
fn list_forward(source: &Source, cast: &Cast, area: Span) -> Vec<u32> {
    let text = source.text;
    let mut people: Vec<u32> = Vec::new();
    let mut end = None;
    for (mention, person) in cast.within(area).iter().take(40) {
        if let Some(end) = end {
            if !joins(source, text.get(end..mention.start as usize).unwrap_or("")) {
                break;
            }
        }
        if !people.contains(person) {
            people.push(*person);
        }
        end = Some(mention.end as usize);
    }
    people
}

/// Whether `gap` joins two names to one list: *(S), *, * och *, *, chef, samt herr *.
fn joins(source: &Source, gap: &str) -> bool {
    if gap.len() > 120 {
        return false;
    }
    let mut rest = gap.trim_start();
    while let Some(inner) = rest.strip_prefix('(') {
        let Some(close) = inner.find(')').filter(|&n| n < 30) else { return false };
        rest = inner[close + 1..].trim_start();
    }
    let middle = rest.trim_matches([',', ' ', '\n', '\r', '\u{a0}']);
    if !rest.starts_with([',', 'o', 's', '/', '&']) {
        return false;
    }
    const JOINTS: &[&str] = &["", "och", "samt", "&", "/", "respektive", "liksom"];
    if JOINTS.contains(&middle) {
        return true;
    }
    // With a role after the first or before the second.
    let mut words = middle.split_whitespace();
    let last = words.next_back().unwrap_or("");
    let role_last = is_role(source, last) || JOINTS.contains(&last);
    role_last
        && (middle.len() < 14 || middle.split_whitespace().any(|w| is_role(source, w.trim_end_matches(','))))
        && !middle.contains(['.', ':', ';', '(', '–'])
}

/// Whether the list that starts at `first` is governed by a preposition or stands as an object.
fn is_object(source: &Source, cast: &Cast, sentence: Span, first: usize) -> bool {
    let text = source.text;
    let mut at = first;
    // Past roles and titles before the name.
    for _ in 0..6 {
        let Some((start, end)) = walk::previous_word(text, at) else {
            // "1:e vice ordförande".
            return false;
        };
        if start < sentence.start as usize {
            return false;
        }
        let word = text.get(start..end).unwrap_or("");
        if text.get(end..at).is_some_and(|g| g.contains(',')) {
            return false;
        }
        // "justitie- och beredskapsminister Anna Holm".
        if word == "och" && text.get(..start).is_some_and(|t| t.trim_end().ends_with('-')) {
            let joint = text.get(..start).map_or(0, |t| t.trim_end().len().saturating_sub(1));
            at = walk::word_start(text, joint);
            continue;
        }
        if is_role(source, word)
            || matches!(word, "emeritus" | "emerita" | "dr" | "prof" | "förste" | "andre" | "tredje")
            || matches!(word, "vice" | "tf" | "politisk" | "tjänstgörande" | "ny" | "tidigare")
            || word.ends_with("ens")
        {
            at = start;
            continue;
        }
        let _ = cast;
        return GOVERNORS.iter().any(|g| walk::same_word(word, g));
    }
    false
}

/// Whether the words before the verb leave room for a subject after it: a quotation, an adverb, a clause.
fn inverted(source: &Source, cast: &Cast, sentence: Span, verb: Verb) -> bool {
    let text = source.text;
    let start = verb.cue.start as usize;
    let before = walk::skip_space_back(text, start);
    if before <= sentence.start as usize {
        // The sentence begins with the verb: a question, or the end of a quotation.
        return !verb.takes_person
            || walk::char_before(text, before).is_some_and(|c| matches!(c, '”' | '"' | '»' | '?' | '!'));
    }
    if walk::char_before(text, before)
        .is_some_and(|c| matches!(c, ',' | '”' | '"' | '»' | '?' | '!' | '…' | '“'))
    {
        return true;
    }
    let Some((from, to)) = walk::previous_word(text, start) else { return !verb.takes_person };
    let word = text.get(from..to).unwrap_or("");
    if is_adverb(word) {
        return true;
    }
    const SUBJECTS: &[&str] = &[
        "jag",
        "vi",
        "han",
        "hon",
        "de",
        "man",
        "som",
        "att",
        "och",
        "du",
        "ni",
        "dem",
        "det",
        "den",
        "regeringen",
    ];
    if SUBJECTS.iter().any(|p| walk::same_word(word, p))
        && !walk::same_word(word, "det")
        && !walk::same_word(word, "som")
    {
        return walk::same_word(word, "och") && false;
    }
    let lower = word.to_lowercase();
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
    if number.is_some_and(|n| source.lexicon.classes(n).has(Classes::BODY)) {
        // "Vid mötet berättade Anna Holm" is no subject.
        let before = walk::previous_word(text, from).and_then(|(s, e)| text.get(s..e)).unwrap_or("");
        let adverbial = ["vid", "under", "på", "i", "efter", "före", "inför", "till", "från", "inom"]
            .iter()
            .any(|w| walk::same_word(before, w));
        return adverbial && !verb.takes_person;
    }
    // Another name is the subject.
    let named =
        cast.within(Span::new(from.min(start), start)).iter().any(|(m, _)| m.end as usize + 8 >= start);
    // "I motionen föreslår Anna Holm": what opens the sentence is no subject.
    !named && (!verb.takes_person || opens_with_preposition(text, sentence))
}

/// Whether the sentence opens with a preposition or an adverb: then its subject follows the verb.
fn opens_with_preposition(text: &str, sentence: Span) -> bool {
    let start = sentence.start as usize;
    let first = text.get(start..walk::word_end(text, start)).unwrap_or("");
    const OPENERS: &[&str] =
        &["i", "på", "under", "vid", "efter", "före", "inför", "till", "från", "med", "genom", "enligt"];
    OPENERS.iter().any(|w| walk::same_word(first, w)) || is_adverb(first)
}

/// *ordföranden, mötesordföranden*.
fn is_chair_word(source: &Source, word: &str) -> bool {
    let lower = word.to_lowercase();
    (lower.ends_with("en") || lower == "ordförande" || lower == "ordf")
        && source
            .lexicon
            .word(lower.as_bytes())
            .is_some_and(|n| source.lexicon.value(Slot::Roles, n) == "chair")
}

/// The chair, if *ordföranden* at `start..end` stands alone: no name beside, no *vice* before.
fn chair_alone(source: &Source, cast: &Cast, start: usize, end: usize) -> Option<u32> {
    let text = source.text;
    let chair = cast.chair?;
    if let Some((from, to)) = walk::previous_word(text, start) {
        let word = text.get(from..to)?.to_lowercase();
        if matches!(word.as_str(), "vice" | "tidigare" | "förre" | "förra") || word.ends_with("ens") {
            return None;
        }
    }
    let near = Span::new(start, (end + 3).min(text.len()));
    cast.within(near).is_empty().then_some(chair)
}

fn skip_adverbs_back(text: &str, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    for _ in 0..4 {
        let word = text.get(start..end).unwrap_or("");
        if !is_adverb(word) && !AUXILIARIES.contains(&word) {
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
        if !is_adverb(text.get(word.0..word.1)?) {
            break;
        }
        word = walk::next_word(text, word.1)?;
    }
    Some(word)
}
