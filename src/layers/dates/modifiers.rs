//! What the words around a date make of it: *från och med, senast, i slutet av, omkring*.

use super::reader::Reader;
use crate::document::Modifier;
use crate::lexicon::sets::dates::{
    ABOUT_ENDS, AFTER, AND, APPROX, BEFORE, BY, EARLIER, EARLY, FROM, FROM_PIECE, FROM_WITH, LATE, LATER,
    MIDWAY, ONWARD, PART_END, PART_LEAD, PART_MIDDLE, PART_START, SOONER, THAN, TO, UNTIL, UNTIL_WITH, WITH,
    WITHIN, WITHIN_FROM, WITHIN_UNTIL,
};
use crate::words::WordSet;

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
    let by_one = ONE.iter().find(|(words, _)| words.has(last)).map(|(_, modifier)| *modifier);
    by_one.or_else(|| {
        let (second, second_at) = r.word_before(at);
        let two = TWO.iter().find(|(lasts, seconds, _)| lasts.has(last) && seconds.has(second));
        two.map(|(.., modifier)| *modifier).or_else(|| {
            // *från och med*, *till och med*
            let third = (WITH.has(last) && AND.has(second)).then(|| r.word_before(second_at).0)?;
            if FROM.has(third) { Some(Modifier::From) } else { TO.has(third).then_some(Modifier::Until) }
        })
    })
}

/// What the last word before a date tells by itself.
static ONE: [(&WordSet, Modifier); 9] = [
    (&FROM, Modifier::From),
    (&UNTIL, Modifier::Until),
    (&BY, Modifier::By),
    (&BEFORE, Modifier::Before),
    (&AFTER, Modifier::After),
    (&EARLY, Modifier::Start),
    (&MIDWAY, Modifier::Mid),
    (&LATE, Modifier::End),
    (&APPROX, Modifier::Approx),
];

/// What the last word and the one before it tell.
static TWO: [(&WordSet, &WordSet, Modifier); 8] = [
    (&WITHIN, &BY, Modifier::By),
    (&WITH, &FROM_WITH, Modifier::From),
    (&TO, &UNTIL_WITH, Modifier::Until),
    (&THAN, &LATER, Modifier::By),
    (&THAN, &SOONER, Modifier::From),
    (&PART_LEAD, &PART_START, Modifier::Start),
    (&PART_LEAD, &PART_MIDDLE, Modifier::Mid),
    (&PART_LEAD, &PART_END, Modifier::End),
];

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
    if squeezed.ends_with(WITHIN_FROM.as_bytes())
        && spaced
        && whole(4)
        && tail.to_ascii_lowercase().contains(FROM_PIECE)
        && tail.contains(['o'])
    {
        return Some(Modifier::From);
    }
    if squeezed.ends_with(WITHIN_UNTIL.as_bytes()) && spaced && whole(3) {
        return Some(Modifier::Until);
    }
    ABOUT_ENDS.iter().any(|end| tail.ends_with(end)).then_some(Modifier::Approx)
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
