//! The lines that introduce the speakers of a verbatim record, from 1867 to today.
//!
//! *Herr Magnusson i Skövde:*, *Chefen för socialdepartementet, herr statsrådet MÖLLER, som yttrade:*,
//! *Anf. 43 Finansminister MAGDALENA ANDERSSON (S) replik:*. Such a line ends with a colon; before it stand
//! the name, or a name and a word like *anförde*.

use super::candidates::Spot;
use super::cast::Intro;
use super::context;
use super::introduced::{by_title, by_verb, chair};
use super::name;
use super::rules;
use super::word::{self, Kind};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;
use crate::words::lower::Lower;

/// Longer lines tell more than who speaks.
const LONGEST: usize = 520;

/// All introductions, and the spots of those whom they name.
pub(super) fn all<'t>(source: &Source<'t>) -> (Vec<Intro>, Vec<Spot<'t>>) {
    let (mut intros, mut spots) = (Vec::new(), Vec::new());
    let mut plain = Vec::new();
    for &line in source.lines.iter() {
        let bytes = line.bytes(source.text);
        if bytes.is_empty() {
            continue;
        }
        let ends = matches!(bytes, [.., b':']);
        let line = if ends || bytes.starts_with(b"Anf") {
            line
        } else {
            let Some(line) = inline(source, line) else { continue };
            line
        };
        if line.len() > LONGEST {
            continue;
        }
        let Some((mut spot, marked)) = introduced(source, line) else { continue };
        spot.introduces = true;
        let intro = Intro { line: Span { start: line.start, end: line.end }, name: spot.span };
        if marked {
            intros.push(intro);
            spots.push(spot);
        } else {
            plain.push((intro, spot));
        }
    }
    // "Anna Holm:" without party or title is a speaker's line where several are.
    if plain.len() >= 3 {
        for (intro, spot) in plain {
            intros.push(intro);
            spots.push(spot);
        }
        intros.sort_by_key(|i| i.line.start);
    }
    (intros, spots)
}

/// *Herr Hedin: Jag anser …*, as the records of the 1800s have it: the line up to the colon.
fn inline(source: &Source, line: Line) -> Option<Line> {
    const OPENERS: &[&str] =
        &["Herr ", "Hr ", "Fru ", "Fröken ", "Friherre ", "Grefve ", "Greve ", "Chefen för ", "Anf. "];
    let written = line.text(source.text);
    // Their first letters: asked of every line.
    if !matches!(
        written.as_bytes(),
        [b'H', b'e' | b'r', ..] | [b'F' | b'G', b'r', ..] | [b'C', b'h', ..] | [b'A', b'n', ..]
    ) {
        return None;
    }
    if !OPENERS.iter().any(|o| written.starts_with(o)) {
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
fn introduced<'t>(source: &Source<'t>, line: Line) -> Option<(Spot<'t>, bool)> {
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
    if let Some(spot) = by_title(source, head, tail) {
        return Some((spot, true));
    }
    if let Some(found) = by_name(source, head, tail, party, numbered.is_some()) {
        return Some(found);
    }
    if let Some(spot) = chair(source, head, tail) {
        let plain_head = numbered.is_some() || starts_as_intro(source, head);
        if plain_head {
            return Some((spot, true));
        }
    }
    by_verb(source, line, whole).map(|spot| (spot, true))
}

/// Past *Anf. 12*.
fn numbered(text: &str, start: usize, end: usize) -> Option<usize> {
    let rest = text.get(start..end)?.strip_prefix("Anf")?.trim_start_matches(['.', ' ', '\u{a0}']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest.get(digits..).filter(|_| digits > 0)?;
    Some(end - rest.trim_start_matches(['.', ' ', '\u{a0}']).len())
}

/// Before *replik* or *(kort genmäle)*.
fn strip_reply(text: &str, head: usize, tail: usize) -> usize {
    let Some(written) = text.get(head..tail) else { return tail };
    for reply in ["(kort genmäle)", "kort genmäle", "(replik)", "replik", "genmäle", "(forts.)"] {
        if let Some(rest) = written.strip_suffix(reply) {
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

/// The line begins as such lines do: with a title, a role, *Chefen för*, *Hans excellens*.
pub(super) fn starts_as_intro(source: &Source, head: usize) -> bool {
    let text = source.text;
    let end = walk::word_end(text, head);
    let Some(first) = Lower::<64>::of(text.get(head..end).unwrap_or("").as_bytes()) else { return false };
    let first = first.text();
    if matches!(first, "hans" | "forts" | "förste" | "andre" | "tredje" | "jämväl" | "vice") {
        return true;
    }
    // "Miljöoch samhällsbyggnadsministern": text out of PDF loses the hyphen.
    if first.len() > 6 && first.ends_with("och") {
        return true;
    }
    source.lexicon.classes_of(first).has(Classes::TITLE.or(Classes::ROLE))
}

/// A name that ends where the line does: in capitals, or before a party, or alone on the line.
fn by_name<'t>(
    source: &Source<'t>,
    head: usize,
    tail: usize,
    party: bool,
    numbered: bool,
) -> Option<(Spot<'t>, bool)> {
    let text = source.text;
    let (mut end, mut place) = (tail, None);
    // "ULRIKA CARLSSON i Skövde".
    let last = walk::word_start(text, tail);
    let before = walk::skip_space_back(text, last);
    if last > head && text.get(..before).is_some_and(|t| t.ends_with(" i")) {
        place = text.get(last..tail);
        end = walk::skip_space_back(text, before - 1);
    }
    let name = name::read_back(source, end)?;
    let start = name.first().start;
    if start < head {
        return None;
    }
    let prefix = text.get(head..start)?.trim();
    let caps =
        name.tokens().iter().filter(|t| t.kind == Kind::Caps).count() > 0 && name.last().kind == Kind::Caps;
    let opens = prefix.is_empty() || starts_as_intro(source, head);
    let role = opens || context::role_before(source, start).is_some();
    let known = word::is_given(source, name.first().of(text));
    let marked = match (caps, name.weight()) {
        (_, 0) => return None,
        (true, 1) => (numbered || party && role) && word::is_surname(source, name.last().of(text)),
        (true, _) => numbered || (role && (known || party)) || party && prefix.len() < 60,
        (false, 1) => return None,
        // "På förslag av ersättaren Anna Holm (S):" introduces a decision.
        (false, _) => (party || numbered) && opens,
    };
    let plain = !caps && opens && known && name.weight() > 1 && prefix.len() < 40;
    if !marked && !plain {
        return None;
    }
    let mut called = name::written(text, name.tokens());
    let mut span = name.span();
    if let Some(place) = place {
        called = format!("{called} i {place}").into();
        span.end = tail as u32;
    }
    let full = name.weight() > 1;
    Some((
        Spot { span, name: called, full, sure: true, gender: None, introduces: false, rule: &rules::SPEAKER },
        marked,
    ))
}
