//! Surnames after titles, in the manner of old records: *herr von Sneidern, fru Ewerlöf, herrar A och B*.

use super::candidate::Candidate;
use super::context::{is_taken, takes};
use super::name;
use super::word::{self, Gap, Kind};
use crate::document::rule::rule;
use crate::lexicon::sets::function_words::{I_APART, OCH_OR_SAMT};
use crate::lexicon::sets::people::{
    COUNCILLORS, FORMER, ORDER, PLURAL_TITLE_END, PLURAL_TITLES, SPEAKER_TITLE, SSON,
};
use crate::lexicon::{Classes, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;

rule! {
    /// A surname after herr, fru, fröken or statsrådet, in the manner of old records.
    pub(super) TITLE = "person.title";
    finds "Ordet lämnades till herr ⟦Forsne⟧ i går.";
    finds "Ordet lämnades till fru ⟦von Sneider⟧ i går.";
    finds "Ordet lämnades till herr ⟦Svensson i Ljungby⟧.";
    passes "Herr talman! Detta är viktigt.";
    passes "Herr vice talman! Detta är viktigt.";
}

/// After *herr, fru, statsrådet*: a surname, with *i Falköping* or a given name after a comma; after a
/// plural, several.
pub(super) fn titled<'t>(source: &Source<'t>, cue: Cue, candidates: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let title = cue.span().of(text);
    let gender = source.lexicon.value(Slot::Titles, cue.word).chars().next();
    let plural = PLURAL_TITLES.iter().any(|end| title.ends_with(end))
        || title.ends_with(PLURAL_TITLE_END) && walk::same_word(title, COUNCILLORS);
    let mut at = cue.end();
    // "herr statsrådet och chefen för …" holds no name; "herr förste vice talmannen Skoglund" does.
    for _ in 0..5 {
        let Some((gap, next)) = word::gap(text, at) else { return };
        if matches!(gap, Gap::Blank(n) if n > 2) {
            return;
        }
        let end = walk::word_end(text, next);
        let Some(written) = text.get(next..end).filter(|w| !w.is_empty()) else { return };
        if walk::is_capitalised(written) && !is_title_word(source, written) {
            at = next;
            break;
        }
        if word::may_begin(text, next) && word::token(text, next).is_some_and(|t| t.kind == Kind::Particle) {
            at = next;
            break;
        }
        if !is_title_word(source, written) {
            return;
        }
        at = end;
    }
    // *BRF Doktor Lindh*
    if is_taken(source, cue.start as usize) {
        return;
    }
    while let Some(candidate) = surname_from(source, at, gender) {
        // *Doktor Allards gata*
        let end = candidate.span.end as usize;
        if text
            .get(end..)
            .and_then(|rest| rest.strip_prefix(' '))
            .is_some_and(|rest| rest.get(..walk::word_end(rest, 0)).is_some_and(|next| takes(next, "after")))
        {
            return;
        }
        at = candidate.span.end as usize;
        candidates.push(candidate);
        if !plural {
            break;
        }
        let Some(next) = list_joint(text, at) else { break };
        at = next;
    }
}

/// *statsrådet, förste, vice, talmannen, doktor*: words between a title and the name.
pub(super) fn is_title_word(source: &Source, word: &str) -> bool {
    let classes = source.lexicon.all_classes_of(word);
    if classes.has(Classes::ROLE.or(Classes::TITLE)) && !classes.has(Classes::SURNAME) {
        return true;
    }
    ORDER.has(word) || FORMER.has(word)
}

/// A name in the manner of old records: *von Sneidern, Magnusson i Skövde, Andersson, Elof*.
pub(super) fn surname_from<'t>(
    source: &Source<'t>,
    at: usize,
    gender: Option<char>,
) -> Option<Candidate<'t>> {
    let text = source.text;
    let first = word::token(text, at)?;
    let name = match first.kind {
        Kind::Particle | Kind::Initial | Kind::Capital | Kind::Caps => name::read_from(source, first)?,
        Kind::Other => return None,
    };
    let known = name.first().of(text);
    if first.kind != Kind::Particle
        && (!word::can_be_name(source, known) || walk::same_word(known, SPEAKER_TITLE))
    {
        return None;
    }
    let mut candidate = Candidate::new(source, &name, &TITLE).sure(true);
    candidate.gender = gender;
    // *Per Nilsson i Espö*: the second chamber's.
    let single = name.weight() == 1 || gender == Some('m') && name.weight() == 2;
    candidate.full = name.len > 1 && !matches!(first.kind, Kind::Particle);
    if single && let Some((place, end)) = of_place(text, name.end()) {
        // "herr Carlssons i Gävle reservation".
        let name =
            candidate.name.strip_suffix('s').filter(|name| name.ends_with(SSON)).unwrap_or(&candidate.name);
        candidate.name = [name, I_APART, &walk::one_line(&place)].concat().into();
        candidate.span.end = end as u32;
        candidate.full = true;
    }
    Some(candidate)
}

/// *i Falköping* after a surname, as the second chamber told members apart.
pub(super) fn of_place(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let rest = rest.strip_prefix([' ', '\u{a0}', '\n'])?.strip_prefix("i ")?;
    let start = text.len() - rest.len();
    let token = word::token(text, start)?;
    (matches!(token.kind, Kind::Capital | Kind::Caps)).then(|| {
        let place = token.of(text);
        let place = if token.kind == Kind::Caps { word::title_case(place) } else { place.to_owned() };
        (place, token.end)
    })
}

/// Past *, * or *och* in a list of names.
pub(super) fn list_joint(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let rest = match rest.strip_prefix(',') {
        Some(rest) => rest,
        None => {
            let trimmed = rest.trim_start();

            OCH_OR_SAMT.iter().find_map(|and| trimmed.strip_prefix(and))?
        }
    };
    let at = text.len() - rest.len();
    let next = walk::skip_space(text, at);
    (next > at).then_some(next)
}
