//! Surnames alone in a run of names: *I avgörandet deltog justitieråden Holm, Bergvall och Ekstedt*, *(2011-05-04, Holm
//! och Ek)*, *Närvarande: Holm, Bergvall, Ekstedt*.

use super::candidate::Candidate;
use super::context::{is_free, takes};
use super::lists::LIST;
use super::name::Name;
use super::word::{self, Kind, Token};
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::OCH_OR_SAMT;
use crate::lexicon::sets::people::{BEFORE_RUNS, ELECTING, IN_PLACE, RUN_LEADS};
use crate::scan::Source;
use crate::text::walk;
use memchr::memmem;

rule! {
    /// Surnames one after another, behind a word for what those named are or do.
    pub(super) RUN = "person.run";
    finds "I avgörandet deltog hovrättsråden ⟦Brandhult⟧, Holmstedt och Ekvall.";
    finds "Målet avgjordes (2011-05-04, ⟦Holmstedt⟧ och Brandhult).";
    finds "Frånvarande: ⟦Holmstedt⟧, Brandhult, Ekvall";
    passes "Bussen går till Borgholm, Lund och Hagfors.";
    passes "Närvarande: Lund, Malmö, Ystad";
}

/// A run has no more names than this.
const NAMES: usize = 60;

/// Most bytes between two names of a run: wide blanks, a role, a comma.
const WIDEST: usize = 80;

/// The names of a run, and where they begin and end.
#[derive(Default)]
struct Run {
    names: Vec<Name>,
    /// Where the words behind the last of them end.
    end: usize,
}

/// Adds the surnames of runs to the candidates, which are in order, and returns whether there were any.
pub(super) fn add<'t>(source: &Source<'t>, candidates: &mut Vec<Candidate<'t>>) -> bool {
    let (mut found, mut done) = (Vec::new(), 0);
    for candidate in candidates.iter() {
        let start = candidate.span.start as usize;
        if candidate.full && candidate.sure || start < done {
            continue;
        }
        let first = back(source, start, done);
        let run = read(source, first);
        done = done.max(run.end);
        if told(source, first, &run) {
            let alone = run.names.iter().filter(|name| name.weight() == 1);
            found.extend(alone.map(|name| Candidate::new(source, name, &RUN).sure(true)));
        }
    }
    let any = !found.is_empty();
    candidates.extend(found);
    any
}

/// Whether the names of a run are people's, by what they are and by what stands before them.
fn told(source: &Source, start: usize, run: &Run) -> bool {
    let text = source.text;
    let alone = || run.names.iter().filter(|name| name.weight() == 1);
    let (count, all) = (alone().count(), run.names.len());
    let word = |name: &Name| name.last().of(text);
    let is_last = |name: &&Name| word::is_surname(source, word(name)) && !word::is_place(word(name));
    let known = alone().filter(is_last).count();
    // Given names alone have rules of their own.
    let given = |name: &&Name| word::is_given(source, word(name)) && !is_last(name);
    if count == 0 || all < 2 || 2 * known < count || alone().filter(given).count() > count / 3 {
        return false;
    }
    // *Ekberg i Hestra (s), Holm (s)*: a place opens no run.
    let before = walk::previous_word(text, start).and_then(|(from, to)| text.get(from..to)).unwrap_or("");
    if IN_PLACE.has(before) {
        return false;
    }
    let dated = is_dated(text, start);
    let led = || leads(source, start);
    match all {
        2 => dated || known == count && led(),
        _ => dated || led() || all > 4 && 4 * known >= 3 * count && in_register(source, run),
    }
}

/// Whether most of the names are in the register of surnames, and not only formed as such.
fn in_register(source: &Source, run: &Run) -> bool {
    let registered = |name: &&Name| source.lexicon.names(name.last().of(source.text)).has(Classes::SURNAME);
    2 * run.names.iter().filter(registered).count() >= run.names.len()
}

/// *(2011-05-04, *: a bracket with the day of a decision, and those who took it.
fn is_dated(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end_matches([' ', ',', '\n', '\r']);
    let Some(open) = before.len().checked_sub(11).and_then(|at| before.get(at..)) else { return false };
    open.starts_with('(') && open.bytes().skip(1).all(|b| b.is_ascii_digit() || b == b'-')
}

/// Whether a word stands before the run for what people are or do: a role, a verb of electing, *deltog*.
fn leads(source: &Source, start: usize) -> bool {
    let text = source.text;
    let before = text.get(..start).unwrap_or("").trim_end_matches([' ', ':', '\n', '\r', '\t', '\u{a0}']);
    let from = walk::word_start(text, before.len());
    let word = text.get(from..before.len()).unwrap_or("");
    let is_lead = |word: &str| {
        RUN_LEADS.has(word)
            || ELECTING.has(word)
            || source.lexicon.classes_of(word).has(Classes::ROLE) && word.starts_with(char::is_lowercase)
    };
    is_lead(word)
        // *Anmälda är Holm, Ek och Dahl*
        || BEFORE_RUNS.contains(&word)
            && walk::previous_word(text, from)
                .and_then(|(from, to)| text.get(from..to))
                .is_some_and(is_lead)
}

/// Where the run begins in which the name at `at` stands: past names to its left, which no list knows.
fn back(source: &Source, at: usize, floor: usize) -> usize {
    let text = source.text;
    let mut start = at;
    for _ in 0..NAMES {
        let before = text.get(floor..start).unwrap_or("");
        let Some(rest) = before.trim_end().strip_suffix(',') else { break };
        let end = floor + rest.trim_end().len();
        let from = walk::word_start(text, end);
        let name = (from >= floor && from < end && start - end < WIDEST)
            .then(|| word::token(text, from).filter(|token| token.end == end && is_part(source, *token)));
        let Some(token) = name.flatten() else { break };
        start = token.start;
    }
    start
}

/// A word that may be a surname alone.
fn is_part(source: &Source, token: Token) -> bool {
    let written = token.of(source.text);
    token.kind == Kind::Capital
        && !token.compound
        && written.chars().count() > 2
        && word::can_be_name(source, written)
}

/// The names from `start` on that marks or *och* join.
fn read(source: &Source, start: usize) -> Run {
    let text = source.text;
    let mut run = Run::default();
    let mut at = start;
    while run.names.len() < NAMES {
        let Some(name) = one(source, at) else { break };
        let after = past_bracket(text, name.end());
        run.end = after;
        run.names.push(name);
        let Some(next) = joint(source, after) else { break };
        at = next;
    }
    run
}

/// One name of a run: a surname alone, with initials, or a whole name.
fn one(source: &Source, at: usize) -> Option<Name> {
    let text = source.text;
    let name = super::name::read(source, at)?;
    let parts = name.tokens().iter().filter(|token| token.is_name());
    let fits = parts.clone().all(|token| is_part(source, *token)) && name.weight() < 4;
    // *Holm Bygg AB*
    let next = text.get(name.end()..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    let firm = takes(next.get(..walk::word_end(next, 0)).unwrap_or(""), "after");
    (fits && !firm && is_free(source, &name)).then_some(name)
}

/// Past the letters of a party, a nickname or a number in brackets.
fn past_bracket(text: &str, at: usize) -> usize {
    let Some(inner) = text.get(at..).and_then(|rest| rest.strip_prefix(" (")) else { return at };
    match walk::head(inner, 24).find(')') {
        Some(close) => at + 2 + close + 1,
        None => at,
    }
}

/// Where the next name begins: past a comma or *och*, and what the one before is (*Holm, ordförande, Ek*).
fn joint(source: &Source, at: usize) -> Option<usize> {
    let text = source.text;
    let mut at = at;
    for _ in 0..2 {
        let near = walk::head(text.get(at..)?, WIDEST);
        let rest = near.trim_start_matches([' ', '\u{a0}', '\r', '\n', '\t']);
        let gap = near.get(..near.len() - rest.len())?;
        if gap.contains("\n\n") {
            return None;
        }
        let comma = rest.strip_prefix(',');
        let rest = comma.unwrap_or(rest);
        let words = rest.trim_start_matches([' ', '\u{a0}', '\r', '\n', '\t']);
        let start = at + near.len() - words.len();
        let end = walk::word_end(text, start);
        let word = text.get(start..end)?;
        if OCH_OR_SAMT.contains(&word) && (comma.is_some() || !gap.is_empty()) {
            return Some(walk::skip_space(text, end)).filter(|next| next - end < WIDEST && *next > end);
        }
        comma?;
        if word.starts_with(char::is_uppercase) {
            return Some(start);
        }
        // *, ordförande,* or *, referent,*
        if !source.lexicon.classes_of(word).has(Classes::ROLE) && !RUN_LEADS.has(word) {
            return None;
        }
        at = end;
    }
    None
}

/// Names that no register knows are looked for again, this many of them.
const AGAIN: usize = 16;

/// Adds the other places of names that stand alone in lists and that no register knows (*Närvarande: Karin, Plutten*;
/// *Plutten undrade om grillen*), and returns whether there were any.
pub(super) fn again<'t>(source: &Source<'t>, candidates: &mut Vec<Candidate<'t>>) -> bool {
    let text = source.text;
    let unknown = |candidate: &&Candidate| {
        let written = candidate.span.of(text);
        candidate.sure
            && (candidate.rule.code == LIST.code || candidate.rule.code == RUN.code)
            && written.len() > 3
            && written.chars().all(char::is_alphabetic)
            && !source.lexicon.names(written).has(Classes::SURNAME.or(Classes::GIVEN))
    };
    let mut names: Vec<Span> = Vec::new();
    for candidate in candidates.iter().filter(unknown) {
        let known = names.iter().any(|name| name.of(text) == candidate.span.of(text));
        if !known && names.len() < AGAIN {
            names.push(candidate.span);
        }
    }
    let mut found = Vec::new();
    for name in names {
        for at in memmem::find_iter(text.as_bytes(), name.of(text).as_bytes()) {
            let token = word::token(text, at).filter(|token| token.end - token.start == name.len());
            let opens =
                walk::char_before(text, at).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '@'));
            let Some(token) = token.filter(|_| opens && at != name.start as usize) else { continue };
            found.push(Candidate::new(source, &Name::of(token), &LIST).sure(true));
        }
    }
    let any = !found.is_empty();
    candidates.extend(found);
    any
}
