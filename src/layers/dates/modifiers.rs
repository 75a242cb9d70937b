//! What the words around a date make of it: *från och med, senast, i slutet av, omkring*.

use super::reader::Reader;
use crate::document::Modifier;
use crate::lexicon::sets::dates::{
    APPROX, EARLIER, FROM, FROM_WITH, ONWARD, PART_END, PART_LEAD, PART_START, UNTIL_WITH,
};
use crate::text::walk::same_word;

/// The modifier that the words right before `start` or after `end` give.
pub(super) fn around(r: &Reader, start: usize, end: usize) -> Option<Modifier> {
    before(r, start).or_else(|| after(r, end))
}

fn before(r: &Reader, start: usize) -> Option<Modifier> {
    if let Some(found) = abbreviated(r, start) {
        return Some(found);
    }
    let (last, at) = r.word_before(start);
    if last.is_empty() {
        return None;
    }
    let is = |word: &str| same_word(last, word);
    let (second, second_at) = r.word_before(at);
    let then = |word: &str| same_word(second, word);
    let third = |word: &str| same_word(r.word_before(second_at).0, word);
    Some(match last.len() {
        _ if FROM.has(last) => Modifier::From,
        3 if is("med") && then("och") && third("från") => Modifier::From,
        3 if is("med") && then("och") && third("till") => Modifier::Until,
        3 if is("med") && FROM_WITH.has(second) => Modifier::From,
        4 if is("till") && UNTIL_WITH.has(second) => Modifier::Until,
        3 if is("tom") => Modifier::Until,
        6 if is("intill") => Modifier::Until,
        6 if is("senast") => Modifier::By,
        3 if is("än") && then("senare") => Modifier::By,
        3 if is("än") && then("tidigare") => Modifier::From,
        5 | 6 if is("före") || is("innan") => Modifier::Before,
        5 if is("efter") => Modifier::After,
        _ if PART_LEAD.has(last) && PART_START.has(second) => Modifier::Start,
        _ if PART_LEAD.has(last) && then("mitten") => Modifier::Mid,
        _ if PART_LEAD.has(last) && PART_END.has(second) => Modifier::End,
        6 if is("tidigt") => Modifier::Start,
        5 if is("medio") => Modifier::Mid,
        4 | 6 if is("sent") || is("ultimo") => Modifier::End,
        _ if APPROX.has(last) => Modifier::Approx,
        _ => return None,
    })
}

/// *fr.o.m., t. o. m., fr o m, c:a, ca.* before `start`.
fn abbreviated(r: &Reader, start: usize) -> Option<Modifier> {
    let end = r.gap_back(start);
    // The last letters of all of them.
    if !matches!(end.checked_sub(1).map(|at| r.byte(at)), Some(b'.' | b'm' | b'M' | b'a')) {
        return None;
    }
    let from = end.saturating_sub(11);
    let from = (from..end).find(|&i| r.text.is_char_boundary(i))?;
    let tail = r.text.get(from..end)?;
    let mut squeezed = [0u8; 12];
    let mut n = 0;
    for b in tail.bytes().filter(|b| !matches!(b, b' ' | b'.' | b'\n')) {
        *squeezed.get_mut(n)? = b.to_ascii_lowercase();
        n += 1;
    }
    let squeezed = squeezed.get(..n)?;
    let spaced = tail.contains(['.', ' ', ':']);
    // Not the end of a longer word.
    let whole = |len: usize| n == len || tail.trim_end_matches(|c| c != ' ').len() < tail.len();
    if squeezed.ends_with(b"from")
        && spaced
        && whole(4)
        && tail.to_ascii_lowercase().contains("fr")
        && tail.contains(['o'])
    {
        return Some(Modifier::From);
    }
    if squeezed.ends_with(b"tom") && spaced && whole(3) {
        return Some(Modifier::Until);
    }
    (tail.ends_with("c:a") || tail.ends_with("ca.")).then_some(Modifier::Approx)
}

fn after(r: &Reader, end: usize) -> Option<Modifier> {
    let at = r.gap(end);
    if !matches!(r.text.as_bytes().get(at), Some(b'o' | b'e' | b'O' | b'E')) {
        return None;
    }
    let any = |phrases: &[&str]| r.past_any(at, phrases).is_some();
    if any(ONWARD) {
        return Some(Modifier::From);
    }
    any(EARLIER).then_some(Modifier::Before)
}
