//! Who moves, and who reserves: the people behind a decision of kind *move* or *reserve*.

use crate::document::{DecisionKind, Span, Speech, SpeechMode};
use crate::layers::people::Cast;
use crate::lexicon::sets::decisions::FAVOURED;
use memchr::memmem;
use std::collections::HashSet;

/// Indices into the people of the text, in order of mention.
pub(super) fn of(text: &str, kind: DecisionKind, span: Span, cast: &Cast, speeches: &[Speech]) -> Vec<u32> {
    match kind {
        DecisionKind::Move => movers(span, cast, speeches),
        DecisionKind::Reserve => {
            // "… till förmån för Anna Holms yrkande": she need not dissent.
            let words = span.of(text);
            let named = |at: &usize| {
                !cast.within(Span::new(span.start as usize, span.start as usize + at)).is_empty()
            };
            let end = FAVOURED.iter().filter_map(|favoured| whole(words, favoured)).filter(named).min();
            let end = end.map_or(span.end as usize, |at| span.start as usize + at);
            people(cast, Span::new(span.start as usize, end))
        }
        _ => Vec::new(),
    }
}

/// Where `phrase` first stands between blanks.
fn whole(text: &str, phrase: &str) -> Option<usize> {
    let blank = |at: Option<&u8>| at == Some(&b' ');
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, phrase)
        .find(|&at| blank(bytes.get(at.wrapping_sub(1))) && blank(bytes.get(at + phrase.len())))
}

/// A motion is a speech of its movers, too.
fn movers(span: Span, cast: &Cast, speeches: &[Speech]) -> Vec<u32> {
    let until = speeches.partition_point(|s| s.span.start < span.end);
    let mut said = speeches[..until].iter().rev().take(16);
    let over = |s: &&Speech| s.mode == SpeechMode::Reported && s.span.end > span.start;
    let Some(speech) = said.find(over) else { return people(cast, span) };
    // Of a sentence in which several move, those of this clause.
    let named: HashSet<u32> = cast.within(span).iter().map(|&(_, person)| person).collect();
    let here: Vec<u32> = speech.speakers.iter().copied().filter(|one| named.contains(one)).collect();
    if here.is_empty() { speech.speakers.clone() } else { here }
}

/// Everyone named in `span`, once.
fn people(cast: &Cast, span: Span) -> Vec<u32> {
    let mut seen = HashSet::new();
    let named = cast.within(span).iter().map(|&(_, person)| person);
    named.filter(|&person| seen.insert(person)).collect()
}
