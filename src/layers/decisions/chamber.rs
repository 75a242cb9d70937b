//! What a chamber is asked to decide in parts that stand line by line below it: *Riksdagen avslår motionerna⏎⏎2018/19:94 av
//! Anna Holm (S) och⏎⏎2018/19:95 …*, *Riksdagen⏎⏎a) antar …,⏎⏎b) avslår …*.

use super::context::Context;
use super::draft::Draft;
use super::items;
use super::lists::LIST;
use super::reader::Reader;
use crate::document::Span;
use crate::lexicon::sets::body_names::RIKSDAG;

/// More parts are another list.
const MOST: usize = 60;

/// The decision that a sentence in `part` begins, with the lines below that belong to it.
pub(super) fn in_parts(reader: &mut Reader, sentence: Span, part: Span, context: Context) -> Option<Draft> {
    let (text, blocks) = (reader.source.text, &reader.structure.blocks);
    // Nearly no sentence begins with the chamber's name, or with a point's letter or number.
    let opens = sentence.of(text);
    let marked = || opens.as_bytes().iter().skip(1).take(2).any(|&b| matches!(b, b')' | b'.'));
    if !opens.starts_with(RIKSDAG) && !marked() {
        return None;
    }
    let at = reader.structure.block_at(sentence.start as usize)?;
    if blocks[at].span.start != sentence.start {
        return None;
    }
    let own = blocks[at].span.of(text);
    let alone = |block: usize| blocks[block].span.of(text) == RIKSDAG;
    let below = if own.starts_with(RIKSDAG) && !own.ends_with('.') {
        at + 1
    } else if items::marker(own).is_some() && at > 0 && alone(at - 1) {
        at
    } else {
        return None;
    };
    let listed = |line: &str| {
        if below == at {
            items::style(line) == items::style(own) && items::marker(line).is_some()
        } else {
            begins_with_motion(line)
        }
    };
    let within = blocks[below..].iter().take(MOST).take_while(|b| b.span.start < part.end);
    let parts = Vec::from_iter(within.map(|b| b.span).take_while(|span| listed(span.of(text))));
    let (&first, &last) = (parts.first()?, parts.last()?);
    let span = Span { start: blocks[below - 1].span.start, end: last.end };
    let told = Span { start: span.start, end: if below == at { first.end } else { first.start } };
    let draft = reader.sentence(told, context).into_iter().next()?;
    let bare = |part: Span| {
        let width = items::marker(part.of(text)).unwrap_or(0) as u32;
        Span { start: part.start + width, end: part.end }
    };
    let items = parts.into_iter().map(bare).collect();
    Some(Draft { span, items, body: None, rule: draft.rule.of(&LIST), ..draft })
}

/// *2018/19:94 av Anna Holm (S)*: a line begins with a motion's number.
fn begins_with_motion(line: &str) -> bool {
    let number = line.split(char::is_whitespace).next().unwrap_or("");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    number.split_once('/').is_some_and(|(year, rest)| {
        let (session, number) = rest.split_once(':').unwrap_or((rest, ""));
        year.len() == 4 && digits(year) && digits(session) && number.ends_with(|c: char| c.is_ascii_digit())
    })
}
