//! Names that no list knows, joined to a name that stands: *Anna Holm och Helja Norrgran*.

use super::candidate::Candidate;
use super::elected::ELECTED;
use super::lists::LIST;
use super::name::{self, Name};
use super::word::{self, Gap, Kind};
use crate::lexicon::sets::function_words::{ANDS_APART, OCH_APART, OCH_OR_SAMT};
use crate::lexicon::sets::people::{ALL_NAME_JOINTS, DEFINITE_ENDINGS, STANDS_IN};
use crate::scan::Source;
use crate::text::walk;

/// Adds what is joined to the candidates, which are in order, and returns whether anything was.
pub(super) fn add<'t>(source: &Source<'t>, candidates: &mut Vec<Candidate<'t>>) -> bool {
    let mut found = Vec::new();
    // Whether the run of names began beside a verb of electing, or in a list.
    let mut run = false;
    for (i, candidate) in candidates.iter().enumerate() {
        if !candidate.full || !candidate.sure {
            run = false;
            continue;
        }
        let (start, end) = (candidate.span.start as usize, candidate.span.end as usize);
        let floor = i.checked_sub(1).and_then(|i| candidates.get(i)).map_or(0, |c| c.span.end as usize);
        let ceiling = candidates.get(i + 1).map_or(source.text.len(), |c| c.span.start as usize);
        let placed = candidate.rule.code == LIST.code || candidate.rule.code == ELECTED.code;
        if let Some(name) = before(source, start, placed).filter(|name| name.first().start >= floor) {
            found.push(Candidate::new(source, &name, &LIST));
        }
        if let Some(name) = replaced(source, start).filter(|name| name.first().start >= floor) {
            found.push(Candidate::new(source, &name, &LIST));
        }
        if let Some(name) = replaces(source, candidate).filter(|name| name.end() <= ceiling) {
            found.push(Candidate::new(source, &name, &LIST));
        }
        let chained = floor > 0 && matches!(source.text.get(floor..start), Some(", " | ","));
        run = placed || chained && run;
        if let Some(name) = after(source, end, chained, run).filter(|name| name.end() <= ceiling) {
            found.push(Candidate::new(source, &name, &LIST));
        }
    }
    let any = !found.is_empty();
    candidates.extend(found);
    any
}

/// The name behind *och* or, in a run of names, a comma.
fn after(source: &Source, end: usize, chained: bool, placed: bool) -> Option<Name> {
    let text = source.text;
    let at = past_party(text, end);
    let bracketed = at > end + 6;
    let rest = text.get(at..)?;
    let start = ALL_NAME_JOINTS
        .iter()
        .find(|joint| rest.starts_with(**joint))
        .map(|joint| at + joint.len())
        // Over a line's end.
        .or_else(|| {
            let joint = rest.trim_start_matches([' ', '\r', '\n']);
            let near = rest.len() - joint.len() < 5 && rest.starts_with([' ', '\r', '\n']);
            let name = OCH_OR_SAMT.iter().find_map(|and| joint.strip_prefix(and))?;
            let start = name.trim_start_matches([' ', '\r', '\n']);
            (near && (1..4).contains(&(name.len() - start.len()))).then_some(text.len() - start.len())
        });
    let (start, comma) = match start {
        Some(start) => (start, false),
        None if rest.starts_with(", ") && (chained || at > end || heads_list(source, at + 2)) => {
            (at + 2, true)
        }
        // *Anna Holm,Per Ek*: a blank got lost.
        None if chained && rest.strip_prefix(',').is_some_and(walk::is_capitalised) => (at + 1, true),
        None => return None,
    };
    let name = unknown(source, start)?;
    let rest = text.get(name.end()..)?;
    let closes = rest.starts_with([',', ')', '.', ';'])
        || rest.starts_with(OCH_APART)
        || rest.starts_with(" (")
        || rest.starts_with('\n')
        || rest.is_empty();
    // *Anna Holm, Helja Norrgran, Per Ek*: between two.
    let between = comma
        && chained
        && rest.strip_prefix(", ").is_some_and(|rest| {
            rest.get(..walk::word_end(rest, 0))
                .is_some_and(|next| walk::is_capitalised(next) && word::is_given(source, next))
        });
    // *Anna Holm, Per Ek, Helja Norrgran inför nästa stämma*: the last of those who are chosen.
    let between = between || comma && !chained && at == end;
    let last = placed && chained && !is_definite(source, &name);
    (if comma {
        shaped(source, &name) && closes || between || last
    } else {
        placed || shaped(source, &name) || bracketed && !is_definite(source, &name)
    })
    .then_some(name)
}

/// *Helja Norrgran, Per Ek, Lisa Ström*: whether two known given names or more follow the unknown one, each with a
/// further name and a comma: between names with their firms these stand in turn.
fn heads_list(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some(name) = unknown(source, at) else { return false };
    let mut rest = text.get(name.end()..).unwrap_or("");
    for _ in 0..2 {
        let Some(next) = rest.strip_prefix(", ") else { return false };
        let first = next.get(..walk::word_end(next, 0)).unwrap_or("");
        let Some(last) = next.get(first.len()..).and_then(|rest| rest.strip_prefix(' ')) else {
            return false;
        };
        let stop = walk::word_end(last, 0);
        if !walk::is_capitalised(first) || !word::is_given(source, first) || !walk::is_capitalised(last) {
            return false;
        }
        rest = last.get(stop..).unwrap_or("");
    }
    true
}

/// The name before *och*.
fn before(source: &Source, start: usize, placed: bool) -> Option<Name> {
    let text = source.text;
    let head = text.get(..start)?;
    let joint = ANDS_APART.iter().find_map(|and| head.strip_suffix(and))?;
    let name = name::read_back(source, joint.len())?;
    (is_plain(source, &name) && (placed || shaped(source, &name))).then_some(name)
}

/// *Ersättare: Helja Norrgran för Anna Holm*: who serves for the one named at `start`.
fn replaced(source: &Source, start: usize) -> Option<Name> {
    let text = source.text;
    let name = name::read_back(source, text.get(..start)?.strip_suffix(STANDS_IN)?.len())?;
    let opens = text.get(..name.first().start)?.ends_with([',', ':', '\n', ' ']);
    let listed = text.get(..name.first().start)?.trim_end().ends_with([',', ':', ';', '\n']);
    (opens && listed && is_plain(source, &name)).then_some(name)
}

/// *Anna Holm för Helja Norrgran, Per Ek för …*: for whom the candidate serves.
fn replaces(source: &Source, candidate: &Candidate) -> Option<Name> {
    let text = source.text;
    let (start, end) = (candidate.span.start as usize, candidate.span.end as usize);
    let at = past_party(text, end);
    let rest = text.get(at..)?.strip_prefix(STANDS_IN)?;
    let listed =
        text.get(..start)?.trim_end().ends_with([',', ':', ';']) || text.get(..start)?.ends_with('\n');
    let name = unknown(source, text.len() - rest.len()).filter(|_| listed)?;
    let rest = text.get(name.end()..)?;
    let closes = rest.is_empty() || rest.starts_with([',', '.', ';', '\n', '\r']) || rest.starts_with(" (");
    (closes && !is_definite(source, &name)).then_some(name)
}

/// A known given name, or a word that has the form of a surname.
fn shaped(source: &Source, name: &Name) -> bool {
    word::is_given(source, name.first().of(source.text))
        || word::is_surname(source, name.last().of(source.text))
}

/// A word in its definite form is no name: *Svenska Kyrkan*.
fn is_definite(source: &Source, name: &Name) -> bool {
    let definite = |word: &str| DEFINITE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    name.tokens().iter().any(|t| definite(t.of(source.text))) && !shaped(source, name)
        || name::begins_with_genitive(source, name)
}

fn past_party(text: &str, end: usize) -> usize {
    let Some(inner) = text.get(end..).and_then(|rest| rest.strip_prefix(" (")) else { return end };
    match walk::head(inner, 32).find(')') {
        Some(close) if close > 0 => end + 2 + close + 1,
        _ => end,
    }
}

fn unknown(source: &Source, at: usize) -> Option<Name> {
    let name = name::read(source, at)?;
    is_plain(source, &name).then_some(name)
}

/// Two or three words with capitals that may be a name, and no further one.
fn is_plain(source: &Source, name: &Name) -> bool {
    let next = word::gap(source.text, name.end());
    name.first().kind == Kind::Capital
        && name::is_plain(source, name)
        && !matches!(next, Some((Gap::Blank(1), at)) if walk::char_at(source.text, at).is_some_and(char::is_uppercase))
}
