//! Whom *motionären, interpellanten* mean: those who moved the motion of which the text told last.

use super::context::Context;
use super::subject::list_back;
use crate::document::Span;
use crate::lexicon::sets::speeches::{BY, HAVE, MOVERS, PUT_FORWARD};
use crate::text::walk;

/// So far back the motion may be told of, in bytes, and so many names are looked at.
const FAR: usize = 6000;
const MENTIONS: usize = 60;

/// Whom the word at `start..end` means.
pub(super) fn of(c: &Context, start: usize, end: usize) -> Option<Vec<u32>> {
    let text = c.source.text;
    // (In a verbatim record others tell of them.)
    if !c.intros.is_empty() || !MOVERS.has(text.get(start..end)?) {
        return None;
    }
    let mentions = c.cast.within(Span::new(start.saturating_sub(FAR), start));
    let (mut at, floor) = (mentions.len(), mentions.len().saturating_sub(MENTIONS));
    while at > floor {
        let (from, people) = list_back(c.source, &mentions[..at]);
        let (last, _) = mentions[at - 1];
        if moved_before(text, from) || moves_behind(text, last.end as usize) {
            return Some(people);
        }
        // The names of the list are done.
        while at > floor && mentions[at - 1].0.start as usize >= from {
            at -= 1;
        }
    }
    None
}

/// *Motion av*, *interpellation till kommunalrådet från*, *väckt av*: before the names.
fn moved_before(text: &str, at: usize) -> bool {
    let Some((from, to)) = walk::previous_word(text, at) else { return false };
    if !BY.has(text.get(from..to).unwrap_or("")) {
        return false;
    }
    let mut at = from;
    for _ in 0..7 {
        let Some((from, to)) = walk::previous_word(text, at) else { return false };
        if text.get(to..at).is_none_or(|gap| gap.contains(['.', ':', ';'])) {
            return false;
        }
        if PUT_FORWARD.has(text.get(from..to).unwrap_or("")) {
            return true;
        }
        at = from;
    }
    false
}

/// *har i en motion föreslagit*, *har lämnat in en motion*: behind the names.
fn moves_behind(text: &str, at: usize) -> bool {
    let mut at = at;
    // Past the letters of a party.
    if let Some(inner) = text.get(at..).and_then(|rest| rest.strip_prefix(" ("))
        && let Some(close) = walk::head(inner, 12).find(')')
    {
        at += close + 3;
    }
    let (mut helped, mut near) = (false, at);
    for _ in 0..9 {
        let Some((from, to)) = walk::next_word(text, near) else { return false };
        if text.get(near..from).is_none_or(|gap| gap.contains(['.', ':', ';', '(']) || gap.contains("\n\n")) {
            return false;
        }
        let word = text.get(from..to).unwrap_or("");
        helped |= HAVE.has(word) || word.ends_with("de");
        if helped && PUT_FORWARD.has(word) {
            return true;
        }
        near = to;
    }
    false
}
