//! Talks that are written down line by line: *Anna: Hör du mig?⏎⏎Bo: Ja.*, the hour before the name or not.

use super::candidate::Candidate;
use super::cast::Intro;
use super::introduced::SPEAKER;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;

/// So many lines make a talk.
const FEWEST: usize = 4;
/// Before the name stand an hour and marks, in no more bytes.
const LEAD: usize = 16;
/// A name has no more words behind its first.
const WORDS: usize = 3;

/// What someone says on a line of a talk.
struct Said<'t> {
    name: Span,
    intro: Span,
    words: &'t str,
    /// An hour stands before the name.
    timed: bool,
}

/// Adds those who talk with each other, and the heads of their lines.
pub(super) fn add<'t>(source: &Source<'t>, intros: &mut Vec<Intro>, candidates: &mut Vec<Candidate<'t>>) {
    let said = Vec::from_iter(source.lines.iter().filter_map(|&line| said(source, line)));
    if said.len() < FEWEST || !is_talk(source.text, &said) {
        return;
    }
    for one in said {
        let name = one.name.of(source.text);
        let full = name.contains(' ');
        candidates.push(Candidate { full, introduces: true, ..Candidate::named(one.name, name, &SPEAKER) });
        intros.push(Intro { line: one.intro, name: one.name });
    }
}

/// Whether two or more take turns, in whole sentences, some of them questions or told by the clock. (Labels of fields stand
/// once each, and those of tasks lead to no questions.)
fn is_talk(text: &str, said: &[Said]) -> bool {
    let count = |name: &str| said.iter().filter(|one| one.name.of(text) == name).count();
    let first = said[0].name.of(text);
    let other = said.iter().map(|one| one.name.of(text)).find(|name| *name != first);
    let returns = count(first) > 1 && other.is_some_and(|other| count(other) > 1);
    let ended = |one: &&Said| one.words.ends_with(['.', '?', '!', '…', '”', '"']);
    let timed = said.iter().filter(|one| one.timed).count() * 2 > said.len();
    returns
        && said.iter().filter(ended).count() * 3 >= said.len() * 2
        && (timed || said.iter().any(|one| one.words.contains('?')))
}

/// Hour, marks and name are no longer, in bytes.
const HEAD: usize = 60;

/// What a line says that begins with a given name and its colon, whatever hour and marks stand before it.
fn said<'t>(source: &Source<'t>, line: Line) -> Option<Said<'t>> {
    let text = source.text;
    let bytes = line.bytes(text);
    // Most lines have no colon so near.
    memchr::memrchr(b':', &bytes[..bytes.len().min(HEAD)])?;
    let given = source.cues.within(Span { start: line.start, end: line.end });
    let given = given.iter().find(|cue| !cue.has(Classes::NUMBER))?;
    let (start, mut end) = (given.start as usize, given.end());
    let lead = text.get(line.start as usize..start).filter(|lead| lead.len() <= LEAD)?;
    if !given.has(Classes::GIVEN) || lead.contains(char::is_alphabetic) {
        return None;
    }
    for _ in 0..WORDS {
        let more = text.get(end..).and_then(|rest| rest.strip_prefix(' '));
        if !more.is_some_and(walk::is_capitalised) {
            break;
        }
        end = walk::word_end(text, end + 1);
    }
    let rest = text.get(end..line.end as usize)?.trim_start_matches(['*', '_']).strip_prefix(':')?;
    let words = rest.trim_start_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace()).trim_end();
    if words.is_empty() || words.len() == rest.len() || words.starts_with(char::is_lowercase) {
        return None;
    }
    let intro = Span::new(line.start as usize, words.as_ptr() as usize - text.as_ptr() as usize);
    Some(Said {
        name: Span::new(start, end),
        intro,
        words,
        timed: lead.contains(|c: char| c.is_ascii_digit()),
    })
}
