//! Lists of names after a word for who attended or serves: there any capitalised words are names.
//!
//! *Närvarande: Anne, Ida och Kenisha*; *Sekreterare: Helinä Sipinen*; names one below the other.

use super::candidate::Candidate;
use super::lists::LIST;
use super::name::{self, Name};
use super::word::{self, Kind};
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{ROLL_HEADS, ROLL_JOINTS};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;

/// A list runs over no more lines than this, and has no more names.
const LINES: usize = 60;
const NAMES: usize = 120;

/// The names of all such lists.
pub(super) fn all<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    for (index, &line) in source.lines.iter().enumerate() {
        let Some((names, is_roll)) = head(source, line) else { continue };
        let found = match is_roll {
            _ if names < line.end as usize => across(source, names, index, is_roll),
            true => below(source, index),
            false => continue,
        };
        out.extend(found);
    }
}

/// Where the names of a line begin that opens with a word for a list, and whether that word opens lists of many.
fn head(source: &Source, line: Line) -> Option<(usize, bool)> {
    let text = source.text;
    let start = line.start as usize;
    let first = text.as_bytes().get(start)?;
    if !first.is_ascii_uppercase() && *first < 0x80 {
        return None;
    }
    let mut end = walk::word_end(text, start);
    let word = text.get(start..end)?;
    let is_roll = ROLL_HEADS.has(word);
    if !is_roll && !source.lexicon.classes_of(word).has(Classes::ROLE) {
        return None;
    }
    // *Närvarande medlemmar*, *Mötets ordförande*: up to three words, then a colon, a column or the line's end.
    for _ in 0..3 {
        let rest = text.get(end..line.end as usize)?;
        let names = line.end as usize - rest.trim_start_matches([':', ';', ' ', '\t', '\u{a0}', '.']).len();
        if rest.starts_with([':', ';', '\t']) || rest.starts_with("  ") || rest.trim().is_empty() {
            return Some((names, is_roll));
        }
        let next = walk::skip_space(text, end);
        if text.get(next..)?.starts_with(char::is_uppercase) {
            return None;
        }
        end = walk::word_end(text, next).max(end + 1);
    }
    None
}

/// Names parted by commas from `at` on, to the end of the paragraph; a role's own line has but one.
fn across<'t>(source: &Source<'t>, at: usize, index: usize, is_roll: bool) -> Vec<Candidate<'t>> {
    let text = source.text;
    let last = if is_roll { paragraph_end(source, index) } else { index };
    let stop = source.lines.get(last).map_or(at, |line| line.end as usize);
    let (mut names, mut at) = (Vec::new(), at);
    while at < stop && names.len() < NAMES {
        let Some(name) = plain_name(source, at, stop) else { break };
        at = past_brackets(text, name.end(), stop);
        names.push(name);
        let Some(next) = past_joint(text, at, stop) else { break };
        at = next;
    }
    let ends = at >= stop || text.get(at..).is_some_and(|rest| rest.starts_with(['.', '\n', '\r', ',']));
    if !is_roll {
        let one = names.len() == 1 && ends && names[0].weight() >= 2 && known_share(source, &names) > 0;
        return if one { candidates(source, &names) } else { Vec::new() };
    }
    // Words that are no names break off: what came before them stands.
    if 2 * known_share(source, &names) < names.len() { Vec::new() } else { candidates(source, &names) }
}

/// Names that begin the lines below `index`, to the next blank line after them.
fn below<'t>(source: &Source<'t>, index: usize) -> Vec<Candidate<'t>> {
    let mut names = Vec::new();
    let mut at = index + 1;
    if source.lines.get(at).is_some_and(|line| line.is_blank()) {
        at += 1;
    }
    while let Some(line) = source.lines.get(at).filter(|line| !line.is_blank() && at <= index + LINES) {
        let end = line.end as usize;
        let Some(name) = plain_name(source, line.start as usize, end) else { break };
        let rest = source.text.get(name.end()..end).unwrap_or("");
        if !(rest.is_empty() || rest.starts_with([',', '\t']) || rest.starts_with(" (") || rest.starts_with("  ")) {
            break;
        }
        names.push(name);
        at += 1;
    }
    if names.len() < 2 || 2 * known_share(source, &names) < names.len() {
        return Vec::new();
    }
    candidates(source, &names)
}

/// The last line of the paragraph of line `index`.
fn paragraph_end(source: &Source, index: usize) -> usize {
    let mut last = index;
    while last < index + LINES && source.lines.get(last + 1).is_some_and(|line| !line.is_blank()) {
        last += 1;
    }
    last
}

/// How many of the names begin with a known given name.
fn known_share(source: &Source, names: &[Name]) -> usize {
    names.iter().filter(|name| word::is_given(source, name.first().of(source.text))).count()
}

fn candidates<'t>(source: &Source<'t>, names: &[Name]) -> Vec<Candidate<'t>> {
    names.iter().map(|name| Candidate::new(source, name, &LIST).sure(true)).collect()
}

/// One to four capitalised words, with initials and particles between, that no list of other words has.
fn plain_name(source: &Source, at: usize, stop: usize) -> Option<Name> {
    let text = source.text;
    let first = word::token(text, at)?;
    if !matches!(first.kind, Kind::Capital | Kind::Initial) || first.compound || first.end > stop {
        return None;
    }
    let mut name = Name::of(first);
    let mut end = first.end;
    while name.len < 4 && text.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
        let Some(token) = word::token(text, end + 1).filter(|t| t.end <= stop) else { break };
        if !matches!(token.kind, Kind::Capital | Kind::Initial | Kind::Particle) || token.compound {
            break;
        }
        name.push(token);
        end = token.end;
    }
    let fits = |t: &word::Token| t.kind != Kind::Capital || word::can_be_name(source, t.of(text));
    let name = name::trimmed(name)?;
    name.tokens().iter().all(fits).then_some(name)
}

/// Past what stands in brackets after a name.
fn past_brackets(text: &str, at: usize, stop: usize) -> usize {
    let open = walk::skip_space(text, at);
    let inner = text.get(open..stop.max(open)).filter(|rest| rest.starts_with('(')).unwrap_or("");
    match walk::head(inner, 60).find(')') {
        Some(close) => open + close + 1,
        None => at,
    }
}

/// Past the comma or *och* between two names.
fn past_joint(text: &str, at: usize, stop: usize) -> Option<usize> {
    let next = walk::skip_space(text, at);
    let rest = text.get(next..stop.max(next))?;
    if let Some(after) = rest.strip_prefix([',', ';']) {
        let next = stop.max(next) - after.len();
        let next = walk::skip_space(text, next);
        let end = walk::word_end(text, next);
        let joint = ROLL_JOINTS.has(text.get(next..end).unwrap_or(""));
        return Some(if joint { walk::skip_space(text, end) } else { next });
    }
    let end = if rest.starts_with('&') { next + 1 } else { walk::word_end(text, next) };
    let word = text.get(next..end)?;
    (word == "&" || ROLL_JOINTS.has(word)).then(|| walk::skip_space(text, end))
}
