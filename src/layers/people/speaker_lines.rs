//! The lines that introduce the speakers of a verbatim record, from 1867 to today.
//!
//! *Herr Magnusson i Skövde:*, *Chefen för socialdepartementet, herr statsrådet MÖLLER, som yttrade:*,
//! *Anf. 43 Finansminister MAGDALENA ANDERSSON (S) replik:*. Such a line ends with a colon; before it stand
//! the name, or a name and a word like *anförde*.

use super::candidate::Candidate;
use super::cast::Intro;
use super::dialogue;
use super::introduced::{by_name, by_title, by_verb, chair, starts_as_intro};
use crate::document::Span;
use crate::lexicon::sets::people::{FLOOR, INLINE_OPENERS, PRESIDENT_STOP, REPLIES};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;
use memchr::memmem;

/// What stands before the stop in a record of the European Parliament is no longer, in bytes.
const LONGEST_UNION_HEAD: usize = 140;

/// Longer lines tell more than who speaks.
const LONGEST: usize = 520;

/// All introductions, and the candidates of those whom they name.
pub(super) fn all<'t>(source: &Source<'t>) -> (Vec<Intro>, Vec<Candidate<'t>>) {
    let (mut intros, mut candidates) = (Vec::new(), Vec::new());
    let mut plain = Vec::new();
    let union = memmem::find(source.text.as_bytes(), PRESIDENT_STOP.as_bytes()).is_some();
    for &line in source.lines.iter() {
        let bytes = line.bytes(source.text);
        if bytes.is_empty() {
            continue;
        }
        if union && let Some((head, end)) = before_dash(source, line) {
            if let Some(mut candidate) = of_union(source, head) {
                candidate.introduces = true;
                intros.push(Intro { line: Span { start: head.start, end }, name: candidate.span });
                candidates.push(candidate);
            }
            continue;
        }
        let ends = matches!(bytes, [.., b':']);
        let line = if ends || bytes.starts_with(FLOOR.as_bytes()) {
            line
        } else {
            let Some(line) = inline(source, line) else { continue };
            line
        };
        if line.len() > LONGEST {
            continue;
        }
        let Some((mut candidate, marked)) = introduced(source, line) else { continue };
        candidate.introduces = true;
        let intro = Intro { line: Span { start: line.start, end: line.end }, name: candidate.span };
        if marked {
            intros.push(intro);
            candidates.push(candidate);
        } else {
            plain.push((intro, candidate));
        }
    }
    // "Anna Holm:" without party or title is a speaker's line where several are.
    if plain.len() >= 3 {
        for (intro, candidate) in plain {
            intros.push(intro);
            candidates.push(candidate);
        }
        intros.sort_by_key(|i| i.line.start);
    }
    if intros.is_empty() {
        dialogue::add(source, &mut intros, &mut candidates);
    }
    (intros, candidates)
}

/// *Talmannen. – Nästa punkt …*, *Anna Holm (PPE). – (EN) Fru talman! …*, as the European Parliament has it: the line up to its
/// stop, and where the dash ends, or the letters of the language.
fn before_dash(source: &Source, line: Line) -> Option<(Line, u32)> {
    let written = line.text(source.text);
    let near = walk::head(written, LONGEST_UNION_HEAD);
    let stop = near.find(". ")?;
    let head = near.get(..stop)?;
    let behind = written.get(stop + 2..)?;
    let rest = behind.strip_prefix(['−', '–', '-', '—']).map_or(behind, str::trim_start);
    let tongue = |rest: &str| matches!(rest.as_bytes(), [b'(', b'A'..=b'Z', b'A'..=b'Z', b')', ..]);
    let rest_behind = if tongue(rest) { rest.get(4..).unwrap_or("").trim_start() } else { rest };
    let marked = rest.len() < behind.len() || tongue(rest);
    let opens = head.starts_with(char::is_uppercase) && !head.contains(['!', '?', ';', ':', '.']);
    let start = line.start + (written.len() - rest_behind.len()) as u32;
    (marked && opens && !rest_behind.is_empty())
        .then_some((Line { start: line.start, end: line.start + stop as u32 }, start))
}

/// Who is introduced by the line before the stop: the chair, or a name with a group or an office.
fn of_union<'t>(source: &Source<'t>, head: Line) -> Option<Candidate<'t>> {
    let text = source.text;
    let (start, end) = (head.start as usize, head.end as usize);
    let Some(rank) = head.text(text).find([',', '(']) else {
        let named = || by_name(source, start, end, true, true).map(|(candidate, _)| candidate);
        return chair(source, start, end).or_else(named);
    };
    let end = walk::skip_space_back(text, start + rank);
    by_name(source, start, end, true, true).map(|(candidate, _)| candidate)
}

/// *Herr Hedin: Jag anser …*, as the records of the 1800s have it: the line up to the colon.
fn inline(source: &Source, line: Line) -> Option<Line> {
    let written = line.text(source.text);
    // Their first letters: asked of every line.
    if !matches!(
        written.as_bytes(),
        [b'H', b'e' | b'r', ..] | [b'F' | b'G', b'r', ..] | [b'C', b'h', ..] | [b'A', b'n', ..]
    ) {
        return None;
    }
    let opens = |opener: &&str| written.strip_prefix(*opener).is_some_and(|rest| rest.starts_with(' '));
    if !INLINE_OPENERS.iter().any(opens) {
        return None;
    }
    let colon = walk::head(written, 110).find(':')?;
    let rest = written.get(colon + 1..)?;
    let opens = rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '»' | '”'));
    let head = written.get(..colon)?;
    (opens && !head.contains(['!', '?', '.', ';']))
        .then_some(Line { start: line.start, end: line.start + colon as u32 + 1 })
}

/// Who is introduced by `line`, and whether a mark of its own says so (title, party, number, capitals).
fn introduced<'t>(source: &Source<'t>, line: Line) -> Option<(Candidate<'t>, bool)> {
    let text = source.text;
    let start = line.start as usize;
    let numbered = numbered(text, start, line.end as usize);
    let written = line.text(text);
    if !written.ends_with(':') && numbered.is_none() {
        return None;
    }
    let mut tail = walk::skip_space_back(text, start + written.trim_end_matches([':', ' ', '.']).len());
    let head = numbered.unwrap_or(start);
    if tail <= head {
        return None;
    }
    let whole = tail;
    tail = strip_reply(text, head, tail);
    let (tail, party) = strip_party(source, head, tail);
    if let Some(candidate) = by_title(source, head, tail) {
        return Some((candidate, true));
    }
    if let Some(found) = by_name(source, head, tail, party, numbered.is_some()) {
        return Some(found);
    }
    if let Some(candidate) = chair(source, head, tail) {
        let plain_head = numbered.is_some() || starts_as_intro(source, head);
        if plain_head {
            return Some((candidate, true));
        }
    }
    by_verb(source, line, whole).map(|candidate| (candidate, true))
}

/// Past *Anf. 12*.
fn numbered(text: &str, start: usize, end: usize) -> Option<usize> {
    let rest = text.get(start..end)?.strip_prefix(FLOOR)?.trim_start_matches(['.', ' ', '\u{a0}']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest.get(digits..).filter(|_| digits > 0)?;
    Some(end - rest.trim_start_matches(['.', ' ', '\u{a0}']).len())
}

/// Before *replik* or *(kort genmäle)*.
fn strip_reply(text: &str, head: usize, tail: usize) -> usize {
    let Some(written) = text.get(head..tail) else { return tail };
    for reply in REPLIES {
        if let Some(rest) = written.strip_suffix(*reply) {
            return head + rest.trim_end_matches([' ', ',', '\u{a0}']).len();
        }
    }
    tail
}

/// Before the brackets of a party.
fn strip_party(source: &Source, head: usize, tail: usize) -> (usize, bool) {
    let text = source.text;
    let Some(written) = text.get(head..tail) else { return (tail, false) };
    let Some(open) = written.rfind('(').filter(|_| written.ends_with(')')) else { return (tail, false) };
    let inner = written.get(open + 1..written.len() - 1).unwrap_or("");
    if inner.len() > 8 || inner.contains(' ') {
        return (tail, false);
    }
    (head + written.get(..open).map_or(0, |w| w.trim_end().len()), true)
}
