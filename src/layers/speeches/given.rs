//! A speech given whole below a line that tells of it: *Den 6 juni talade rektor Anna Holm. Ta del av talet.*

use super::context::Context;
use super::presentations::{HEADED, body};
use crate::document::{BlockKind, Span, Speech, SpeechMode};
use crate::layers::structure::Block;
use crate::lexicon::sets::speeches::{
    ADDRESSES, AS_SPOKEN, BELOW, FIRST_PERSON, GAVE, SPEECHES, TALK_BELOW, TOLD_TALKS,
};
use crate::text::walk;
use crate::words::lower::lowered;

/// So many paragraphs from the top the line may stand, and no longer is it, in bytes.
const FIRST: usize = 14;
const LONGEST: usize = 600;

/// So far the words are read for one who speaks of himself, in bytes.
const OPENING: usize = 1500;

/// A speech, and the line that tells of it.
pub(super) struct Given {
    pub speech: Speech,
    pub told: Span,
}

/// The speech that the text gives whole, if it does.
pub(super) fn find(c: &Context) -> Option<Given> {
    let text = c.source.text;
    let reads = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading);
    let paragraphs = || c.structure.blocks.iter().filter(reads).take(FIRST);
    let next = paragraphs().skip(1).map(|block| block.span.of(text)).chain([""]);
    let told = paragraphs().zip(next).find(|(block, next)| {
        let line = block.span.of(text);
        is_announced(line) || tells_of_talk(line) && is_address(next)
    });
    let line = told?.0.span;
    // Who speaks stands there, or above it.
    let told = paragraphs().filter(|b| b.span.start <= line.start);
    let (told, person) = told.filter_map(|block| Some((block.span, holder(c, block.span)?))).last()?;
    let span = body(c, line.end as usize, text.len())?;
    let first = walk::char_at(text, span.start as usize);
    let quoted = matches!(first, Some('”' | '"' | '»' | '“'));
    let opening = walk::head(span.of(text), OPENING);
    if !opening.split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word)) {
        return None;
    }
    let (span, mode) = match quoted {
        true => (first_paragraph(text, span), SpeechMode::Direct),
        false => (span, SpeechMode::Presentation),
    };
    let speech = Speech { cue: told.start, span, mode, verb: None, speakers: vec![person], rule: &HEADED };
    Some(Given { speech, told })
}

/// *Läs talet nedan.*, *Det talade ordet gäller.*
fn is_announced(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let lower = lowered(line);
    let lower = lower.trim_end_matches(['.', ':', '!', ' ', '*', '_']);
    let below = || {
        let last = lower.rsplit(['.', '!', '\n']).next().unwrap_or("");
        BELOW.iter().any(|end| last.ends_with(end)) && last.split(' ').any(|word| TOLD_TALKS.has(word))
    };
    AS_SPOKEN.iter().any(|words| lower.contains(words))
        || TALK_BELOW.iter().any(|end| lower.ends_with(end))
        || below()
}

/// *Eva Berg höll talet vid invigningen.*
fn tells_of_talk(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphabetic());
    line.len() < LONGEST && words.any(|word| GAVE.has(word)) && words.any(|word| SPEECHES.has(word))
}

/// *Kära vänner!*, *Välkomna till Ekby.*: whether a paragraph begins as a speech does.
fn is_address(next: &str) -> bool {
    next.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| ADDRESSES.has(word))
}

/// The one whose speech a line tells of.
fn holder(c: &Context, line: Span) -> Option<u32> {
    let text = c.source.text;
    let tells = |sentence: &&Span| {
        sentence.of(text).split(|c: char| !c.is_alphabetic()).any(|word| TOLD_TALKS.has(word))
    };
    let named = |sentence: &Span| c.cast.within(*sentence).first().map(|&(_, person)| person);
    if line.len() > LONGEST {
        return None;
    }
    let sentences = c.structure.sentences.within(line);
    match sentences.is_empty() {
        true => Some(&line).filter(tells).and_then(named),
        false => sentences.iter().filter(tells).filter_map(named).next_back(),
    }
}

/// A quotation without its mark ends with its line.
fn first_paragraph(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = words.find('\n').map_or(span.end as usize, |at| span.start as usize + at);
    Span::new(span.start as usize, walk::skip_space_back(text, end))
}
