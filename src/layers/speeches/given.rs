//! A speech given whole below a line that tells of it: *Den 6 juni talade rektor Anna Holm. Ta del av talet.*

use super::context::Context;
use super::presentations::{HEADED, body};
use super::subject_gap::is_role;
use crate::document::{BlockKind, DocumentKind, Span, Speech, SpeechMode};
use crate::layers::structure::Block;
use crate::lexicon::sets::speeches::{
    ADDRESSES, AS_SPOKEN, BELOW, FIRST_PERSON, GAVE, SPEECHES, STATEMENTS_OF, TALK_BELOW, TOLD_TALKS,
};
use crate::text::walk;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// So many paragraphs from the top the line may stand, and no longer is it, in bytes.
const FIRST: usize = 14;
const LONGEST: usize = 600;

/// Who speaks, where and when takes no more, in bytes.
const SHORT: usize = 160;

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
        is_announced(line)
            || is_address(next) && tells_of_talk(line)
            || is_byline(c, block.span)
            || is_statement_of(c, block.span)
    });
    let line = told?.0.span;
    // Who speaks stands there, or above it.
    let told = paragraphs().filter(|b| b.span.start <= line.start);
    let named = |line: Span| {
        let alone = is_byline(c, line) || is_statement_of(c, line);
        if alone { c.cast.within(line).first().map(|&(_, person)| person) } else { holder(c, line) }
    };
    let (told, person) = told.filter_map(|block| Some((block.span, named(block.span)?))).last()?;
    let span = body(c, line.end as usize, text.len())?;
    let first = walk::char_at(text, span.start as usize);
    let quoted = matches!(first, Some('”' | '"' | '»' | '“'));
    let opening = walk::head(span.of(text), OPENING);
    if !walk::letters(opening).any(|word| FIRST_PERSON.has(word)) {
        return None;
    }
    let (span, mode) = match quoted {
        true => (first_paragraph(text, span), SpeechMode::Direct),
        false => (span, SpeechMode::Presentation),
    };
    let speech =
        Speech { cue: told.start, span, mode, verb: None, speakers: vec![person], rule: HEADED.here() };
    Some(Given { speech, told })
}

/// *Statsminister Anna Holm, riksdagen, den 14 september 2021.*, in a record: who speaks, where and when.
fn is_byline(c: &Context, line: Span) -> bool {
    let text = c.source.text;
    let &[(name, _)] = c.cast.within(line) else { return false };
    let lead = text.get(line.start as usize..name.start as usize).unwrap_or("");
    let tail = text.get(name.end as usize..line.end as usize).unwrap_or("").trim_end_matches('.');
    c.structure.kind == DocumentKind::Record
        && line.len() < SHORT
        && !lead.is_empty()
        && lead.split_whitespace().all(|word| is_role(c.source, word))
        && tail.starts_with(", ")
        && tail.ends_with(|c: char| c.is_ascii_digit())
}

/// *Uttalande av utrikesminister Anna Holm med anledning av …*
fn is_statement_of(c: &Context, line: Span) -> bool {
    let text = c.source.text;
    let Some(lead) = STATEMENTS_OF.iter().find(|lead| line.of(text).starts_with(**lead)) else {
        return false;
    };
    let start = line.start as usize + lead.len();
    let Some(&(name, _)) = c.cast.within(line).first() else { return false };
    let ranks = text.get(start..name.start as usize).unwrap_or("");
    line.len() < LONGEST && !ranks.is_empty() && ranks.split_whitespace().all(|word| is_role(c.source, word))
}

/// *Läs talet nedan.*, *Det talade ordet gäller.*
fn is_announced(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let told = line.trim_end_matches(['.', ':', '!', ' ', '*', '_']);
    let ends = |ends: &[&str]| ends.iter().any(|end| walk::ends_with_word(told, end));
    let talk_below = || {
        let last = told.rsplit(['.', '!', '\n']).next().unwrap_or("");
        last.split(' ').any(|word| TOLD_TALKS.has(word))
    };
    ends(TALK_BELOW) || ends(BELOW) && talk_below() || is_as_spoken(told)
}

fn is_as_spoken(line: &str) -> bool {
    static PHRASES: LazyLock<Phrases<()>> =
        LazyLock::new(|| Phrases::of(AS_SPOKEN.iter().map(|words| (*words, ()))));
    let mut stands = false;
    if let Some(lower) = Lower::<LONGEST>::of(line.as_bytes()) {
        PHRASES.each(lower.bytes(), |_, ()| stands = true);
    }
    stands
}

/// *Eva Berg höll talet vid invigningen.*
fn tells_of_talk(line: &str) -> bool {
    let mut words = walk::letters(line);
    line.len() < LONGEST && words.any(|word| GAVE.has(word)) && words.any(|word| SPEECHES.has(word))
}

/// *Kära vänner!*, *Välkomna till Ekby.*: whether a paragraph begins as a speech does.
fn is_address(next: &str) -> bool {
    next.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| ADDRESSES.has(word))
}

/// The one whose speech a line tells of.
fn holder(c: &Context, line: Span) -> Option<u32> {
    let text = c.source.text;
    let tells = |sentence: &&Span| walk::letters(sentence.of(text)).any(|word| TOLD_TALKS.has(word));
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
