//! The words between a name and a verb, and whether they leave the two together as subject and verb.

use super::verb::Verb;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{
    ATT_END, ATT_FIRST, ATT_WORD, AV_WORD, FOR_WORD, NOT, OCH_FIRST, OCH_WORD, SOM_WORD,
};
use crate::lexicon::sets::speeches::{
    ADVERB_PHRASES, CLAUSE_WORDS, DEFINITE_LINKS, DUTY, GREETED, HAVE, JOINTS, LEADS_AWAY, LINKS, MOVED_IN,
    OFFICE_GENITIVE, ONE, PLACING, PUT_FORWARD, SPEAKS_BY, TOGETHER, WITHHELD,
};
use crate::scan::Source;
use crate::text::walk;
use crate::words::phrases::Phrases;
use crate::words::table::Words;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a small word does in a clause (`lexicon/data/clause.txt`), as bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Part(u8);

pub(super) const ADVERB: Part = Part(1);
pub(super) const AUXILIARY: Part = Part(2);
/// Either.
pub(super) const SMALL: Part = Part(ADVERB.0 | AUXILIARY.0);
/// After the verb it leads away from the subject: *berättar om Anna Holm*.
pub(super) const PREPOSITION: Part = Part(4);
/// Before a name it makes it something else than a subject: *från Anna Holm*.
pub(super) const GOVERNOR: Part = Part(8);
/// Opens a clause with its subject after the verb.
pub(super) const OPENER: Part = Part(16);
pub(super) const PRONOUN: Part = Part(32);
/// *vice, förste*: part of a role.
pub(super) const ORDER: Part = Part(64);

impl Part {
    /// Either of the two.
    pub fn or(self, other: Part) -> Part {
        Part(self.0 | other.0)
    }
}

static WORDS: LazyLock<Words<u8>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for line in include_str!("../../lexicon/data/clause.txt").lines().filter(|l| !l.starts_with('#')) {
        let Some((value, forms)) = line.split_once('\t') else { continue };
        let part = match value {
            "adverb" => ADVERB,
            "auxiliary" => AUXILIARY,
            "preposition" => PREPOSITION,
            "governor" => GOVERNOR,
            "opener" => OPENER,
            "pronoun" => PRONOUN,
            _ => ORDER,
        };
        words.extend(forms.split_whitespace().map(|form| (form, part.0)));
    }
    Words::of(words, |before, part| *before |= part)
});

/// Whether `word` is a word of this kind, in whatever case.
pub(super) fn is(word: &str, part: Part) -> bool {
    WORDS.get_in_any_case(word).is_some_and(|parts| parts & part.0 != 0)
}

/// The words that these begin with.
static OPENING_PHRASES: LazyLock<Vec<&str>> =
    LazyLock::new(|| ADVERB_PHRASES.iter().filter_map(|phrase| phrase.split(' ').next()).collect());

/// Between the verb and the name after it stand only adverbs, roles and titles.
pub(super) fn leads_to(source: &Source, gap: &str, from: usize) -> bool {
    // The common case before all that is dear.
    if gap.len() > 400 || parts(gap) && gap.contains([';', '”', '"', '–']) {
        return false;
    }
    let short = without_phrases(gap);
    if short.contains(['.', '(']) {
        return false;
    }
    let trimmed = short.trim();
    if trimmed.is_empty() {
        return true;
    }
    // "1:e vice", "gymnasie-, högskole- och forskningsminister".
    let plain = match trimmed.contains([':', '-']) {
        true => Cow::Owned(trimmed.replace(":e ", " ").replace(":s ", "s ").replace("-,", "-")),
        false => Cow::Borrowed(trimmed),
    };
    // "säger Sveriges utrikesminister, Anna Holm".
    let plain = plain.strip_suffix(',').unwrap_or(&plain);
    if gap.len() > 130 || plain.contains([',', ':']) {
        return false;
    }
    let words = || plain.split_whitespace();
    if words().all(|w| is(w, ADVERB)) {
        return plain.len() == trimmed.len();
    }
    if words().any(|w| LEADS_AWAY.has(w) || GREETED.has(w)) {
        return false;
    }
    // "sa Moderaternas Anna Holm".
    if words().count() == 1 && walk::is_capitalised(plain) && plain.ends_with('s') {
        return true;
    }
    // "säger en lättad Anna Holm"
    if let Some((article, state)) = plain.split_once(' ')
        && article == ONE
        && !state.contains(' ')
        && state.starts_with(char::is_lowercase)
    {
        return true;
    }
    // "begärde Byalistan och partilösa Anna Holm": a body, and then a title.
    if let Some((body, title)) = plain.split_once(" och ")
        && !body.contains(' ')
        && (source.lexicon.classes_of(body).has(Classes::BODY)
            || walk::is_capitalised(body) && body.len() > 5)
        && !title.contains(' ')
        && title.starts_with(char::is_lowercase)
        && !is(title, PREPOSITION.or(PRONOUN).or(GOVERNOR))
    {
        return true;
    }
    // "minister för civilt försvar Anna Holm": the role comes first.
    let first_role = words()
        .find(|w| !w.ends_with('s') && !is(w, ADVERB) && !is(w, ORDER))
        .is_some_and(|w| is_role(source, w) || w.len() < 5 && walk::is_all_caps(w));
    if words().any(|w| is(w, PREPOSITION)) {
        return first_role && words().count() <= 9;
    }
    let end = from + gap.trim_end().trim_end_matches(',').len();
    first_role && words().count() <= 6
        || walk::previous_word(source.text, end).is_some_and(|(start, stop)| {
            stop == end && source.text.get(start..stop).is_some_and(|w| is_role(source, w))
        })
}

/// `gap` without the adverbs of several words in it.
fn without_phrases(gap: &str) -> Cow<'_, str> {
    static ANY: LazyLock<Phrases<()>> =
        LazyLock::new(|| Phrases::of(ADVERB_PHRASES.iter().map(|p| (*p, ()))));
    let mut rest = Cow::Borrowed(gap);
    let mut any = false;
    ANY.each(gap.as_bytes(), |_, ()| any = true);
    if !any {
        return rest;
    }
    for phrase in ADVERB_PHRASES {
        if rest.contains(phrase) {
            rest = rest.replace(phrase, "").into();
        }
    }
    rest
}

/// Whether a mark that parts clauses or quotations stands in `gap`.
fn parts(gap: &str) -> bool {
    // The marks of ASCII, and the first byte of the others.
    gap.bytes().any(|b| matches!(b, b'!' | b'?' | b';' | b'"' | 0xE2))
        && gap.contains(['!', '?', ';', '”', '"', '–'])
}

pub(super) fn has_auxiliary(gap: &str) -> bool {
    gap.split_whitespace().any(|w| is(w, AUXILIARY))
}

/// A role or a title (*ordförande, herr*).
pub(super) fn is_role(source: &Source, word: &str) -> bool {
    source.lexicon.classes_of(word).has(Classes::ROLE.or(Classes::TITLE))
}

/// Past brackets that `gap` begins with: a party, an organisation.
pub(super) fn past_brackets(gap: &str) -> Option<&str> {
    let mut rest = gap.trim_start();
    while let Some(inner) = rest.strip_prefix('(') {
        let close = inner.find(')').filter(|&n| n < 30)?;
        rest = inner.get(close + 1..)?.trim_start();
    }
    Some(rest)
}

/// Whether the first word of a gap is one that [`links`] goes on from: most are not. (One that may begin an adverb of
/// several words is let through.)
fn may_link(source: &Source, rest: &str) -> bool {
    let Some(first) = rest.split_whitespace().next() else { return true };
    if rest.trim_end().ends_with(ATT_END) {
        return true;
    }
    let adverb = || OPENING_PHRASES.iter().any(|word| first.ends_with(word));
    first.starts_with([',', 's']) || is(first, SMALL) || opens(source, first) || first == OCH_WORD || adverb()
}

/// Whether `gap`, the text between a name and the verb after it, keeps them together as subject and verb.
pub(super) fn links(source: &Source, gap: &str, verb: Verb) -> bool {
    let text = source.text;
    if gap.len() > 200 || !gap.starts_with([' ', ',', '\n', '\u{a0}', '\r']) {
        return false;
    }
    let Some(rest) = past_brackets(gap).filter(|rest| may_link(source, rest)) else { return false };
    // Whole clauses in between.
    let parted = parts(rest);
    if parted && !rest.contains(':') {
        return false;
    }
    let (infinitive, supine) = (verb.is_infinitive(text), verb.is_supine(text));
    // "Anna Holm passade i stället på att berätta".
    if infinitive && !parted && speaks_by(rest) {
        return true;
    }
    let auxiliary = (infinitive || supine) && has_auxiliary(rest);
    // "Anna Holm vill inte kommentera saken".
    if infinitive && WITHHELD.has(verb.lemma) && rest.split_whitespace().any(|w| NOT.contains(&w)) {
        return false;
    }
    // "Anna Holm ska informera" is a task.
    if infinitive && (!auxiliary || rest.split_whitespace().any(|w| DUTY.has(w))) {
        return false;
    }
    let short = without_phrases(rest);
    // "Anna Holm och styrelsen redogjorde": a body besides.
    let besides = short.trim_start().strip_prefix(OCH_FIRST).and_then(|rest| {
        let body = rest.split(' ').next()?;
        let named = walk::is_capitalised(body) && body.len() > 2 && body.chars().all(char::is_alphabetic);
        (named || source.lexicon.classes_of(body).has(Classes::BODY)).then(|| &rest[body.len()..])
    });
    let between = besides.unwrap_or(&short).trim();
    if between.is_empty() {
        return !supine;
    }
    let small = between.split_whitespace().all(|w| is(w, SMALL));
    if small && !between.starts_with(ATT_FIRST) && between != OCH_WORD && between != ATT_WORD {
        return !supine || auxiliary;
    }
    if (parted || between.contains(':')) && !between.contains(":e ") {
        return false;
    }
    // "har i en motion till fullmäktige föreslagit".
    if supine && has_moved(between) {
        return true;
    }
    let helped = |w: &str| HAVE.has(w);
    // "har i samtal med nämnden angett": an adverbial stands between.
    let mut words = between.split_whitespace();
    if supine
        && words.next().is_some_and(helped)
        && words.find(|w| !is(w, ADVERB)).is_some_and(|w| is(w, OPENER))
    {
        let inner = |w: &str| CLAUSE_WORDS.has(w) || is(w, PRONOUN) || w == OCH_WORD;
        return !between.contains([',', ':', '(']) && words.clone().count() < 8 && !words.any(inner);
    }
    if supine && !between.split_whitespace().rev().take(4).any(helped) {
        return false;
    }
    if let Some(apposition) = between.strip_prefix(',') {
        return is_apposition(apposition, infinitive);
    }
    match between.strip_prefix(SOM_WORD) {
        Some(relative) if relative.is_empty() || relative.starts_with(' ') => relative.len() < 120,
        _ => belongs(source, between),
    }
}

/// *passade i stället på att*, *inledde med att*, *fick ordet för att*: what somebody does by speaking.
fn speaks_by(rest: &str) -> bool {
    let Some(head) = rest.trim_end().strip_suffix(ATT_END).filter(|head| head.len() < 60) else {
        return false;
    };
    let short = without_phrases(head);
    let words = || short.split_whitespace().filter(|word| !is(word, ADVERB));
    SPEAKS_BY.iter().any(|phrase| words().eq(phrase.split(' ')))
}

/// *har i en motion till fullmäktige*: what is moved stands between the auxiliary and its verb.
fn has_moved(between: &str) -> bool {
    let mut words = between.split_whitespace();
    words.next().is_some_and(|word| HAVE.has(word))
        && words.next().is_some_and(|word| MOVED_IN.contains(&word))
        && words.take(2).any(|word| PUT_FORWARD.has(word.trim_end_matches(',')))
        && !between.contains(['.', ':', ';', '('])
}

/// Between commas stands who someone is: *, chef i Umeå,*; not *, kommer ministrarna att* and not *, då*.
fn is_apposition(words: &str, infinitive: bool) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    if is(first, AUXILIARY) && first != OCH_WORD || CLAUSE_WORDS.has(first) || words.len() >= 160 {
        return false;
    }
    if infinitive && !words.split_whitespace().rev().take(4).any(|w| is(w, AUXILIARY)) {
        return false;
    }
    // A pronoun right before the verb is its subject.
    !words.split_whitespace().next_back().is_some_and(|w| is(w, PRONOUN))
}

/// Whether an apposition without commas may begin with this word.
fn opens(source: &Source, first: &str) -> bool {
    PLACING.has(first) || first.ends_with(OFFICE_GENITIVE) || is_role(source, first)
}

/// *verksamhetschef*, *från Region Skåne* without commas.
fn belongs(source: &Source, words: &str) -> bool {
    // (*Anna Holm för hjälpen och öppnar*: another verb's.)
    words.split_whitespace().next_back() != Some(OCH_WORD)
        && opens(source, words.split_whitespace().next().unwrap_or(""))
        && words.split_whitespace().count() <= 9
        && with_previous(words.split_whitespace()).map(|(p, w)| (p, w.trim_end_matches(','))).all(|(p, w)| {
            walk::is_capitalised(w)
                // *från Norrbys vattenråd*: what belongs to the name before it.
                || walk::is_capitalised(p) && p.ends_with('s') && w.len() > 3
                || PLACING.has(w)
                || LINKS.has(w)
                || w.bytes().all(|b| b.is_ascii_digit())
                || w.ends_with(['s']) // a genitive
                || DEFINITE_LINKS.iter().any(|end| w.ends_with(end))
                || is(w, ADVERB)
                || is_role(source, w)
        })
}

/// Each word with the one before it.
fn with_previous<'w>(words: impl Iterator<Item = &'w str>) -> impl Iterator<Item = (&'w str, &'w str)> {
    let mut before = "";
    words.map(move |word| (std::mem::replace(&mut before, word), word))
}

/// Past a place where somebody lives or works: *i Västra Byn*, *från Norrby*.
fn past_home(gap: &str) -> &str {
    let Some((_, mut rest)) = gap.split_once(' ').filter(|(word, _)| PLACING.has(word)) else { return gap };
    for _ in 0..3 {
        match rest.split_once(' ').filter(|(word, _)| walk::is_capitalised(word)) {
            Some((word, more)) => {
                rest = more;
                if word.ends_with(',') {
                    break;
                }
            }
            None => break,
        }
    }
    rest
}

/// Whether `gap` joins two names to one list: *(S), *, * och *, *, chef, samt herr *.
pub(super) fn joins(source: &Source, gap: &str) -> bool {
    let Some(rest) = past_brackets(gap).filter(|_| gap.len() <= 120) else { return false };
    let rest = past_home(rest);
    if TOGETHER.contains(&rest.trim()) {
        return true;
    }
    if !rest.starts_with([',', 'o', 's', '/', '&', 'r', 'l']) {
        return false;
    }
    let middle = rest.trim_matches([',', ' ', '\n', '\r', '\u{a0}']);
    if middle.is_empty() || JOINTS.has(middle) {
        return true;
    }
    // "och platschef för museet, ".
    if gap.trim_end().ends_with(',') && !middle.contains(['.', ':', ';', '(', '–', ',']) {
        let mut words = middle.split_whitespace();
        let joint = words.next().is_some_and(|w| JOINTS.has(w));
        let title = words.next().unwrap_or("");
        let placed = words.clone().next().is_some_and(|w| PLACING.has(w) || w == FOR_WORD);
        let lower = title.len() > 3 && title.starts_with(char::is_lowercase);
        if joint && (is_role(source, title) || lower && placed) && words.count() < 6 {
            return true;
        }
    }
    // "och hamnutvecklare": one word that no list knows may be a title.
    let title = middle.split_once(' ').filter(|(joint, title)| {
        JOINTS.has(joint)
            && title.len() > 6
            && title.chars().all(char::is_lowercase)
            && !is(title, SMALL.or(PREPOSITION).or(GOVERNOR).or(PRONOUN))
            && !source.lexicon.classes_of(title).has(Classes::SAYS.or(Classes::SETTLES).or(Classes::BODY))
    });
    if title.is_some() {
        return true;
    }
    // "och chefen för drift och underhåll": a role with what it is for, before the second.
    let mut words = middle.split_whitespace().skip_while(|w| JOINTS.has(w));
    let role_for = words.next().is_some_and(|w| is_role(source, w))
        && words.next().is_some_and(|w| w == FOR_WORD)
        && words.clone().count() < 8
        && words.all(|w| w.starts_with(char::is_lowercase));
    if role_for && !middle.contains(['.', ':', ';', '(', ',']) {
        return true;
    }
    // With a role after the first name or before the second.
    let last = middle.split_whitespace().next_back().unwrap_or("");
    let role = |w: &str| is_role(source, w.trim_end_matches(','));
    // "Anna Holm, understödd av ledamoten Per Berg": one of them moves.
    let by = middle.split_whitespace().any(|w| w == AV_WORD);
    (role(last) || last.is_empty() || JOINTS.has(last))
        && !by
        && (middle.len() < 14 || middle.split_whitespace().any(role))
        && !middle.contains(['.', ':', ';', '(', '–'])
}
