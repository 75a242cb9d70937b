//! Quotations between single marks, which are apostrophes elsewhere: *’…’, säger Anna Holm*. So they are looked for
//! from the verb of speaking.

use super::super::context::Context;
use super::super::subject;
use super::super::verb::Verb;
use super::attribution::{self, Attributed};
use super::marks::MARKS;
use super::{Quotes, is_taken};
use crate::document::Span;
use crate::layers::structure::Block;
use crate::lexicon::Classes;
use crate::text::walk;

/// Longest such quotation, in bytes.
const LONGEST: usize = 1000;

fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‚')
}

pub(super) fn find(c: &Context, quotes: &mut Quotes) {
    let text = c.source.text;
    let mut found = Vec::new();
    for cue in c.source.cues.of(Classes::SAYS) {
        let at = walk::skip_space_back(text, cue.start as usize);
        let comma = walk::char_before(text, at) == Some(',');
        let close = if comma { at - 1 } else { at };
        let ahead = || {
            // "säger: ’…’".
            let colon = text.get(cue.end()..)?.strip_prefix(':').map(|_| cue.end() + 1)?;
            let open = walk::skip_space(text, colon);
            walk::char_at(text, open).filter(|&c| is_mark(c)).map(|_| open)
        };
        let behind = walk::char_before(text, close).is_some_and(is_mark);
        let open = if behind { None } else { ahead() };
        if !behind && open.is_none() {
            continue;
        }
        let Some(block) = c.structure.block_at(cue.start as usize) else { continue };
        let block = c.structure.blocks[block];
        let span = match open {
            Some(open) => closed(text, open, block),
            None => opened(text, close, block),
        };
        let Some(span) = span.filter(|s| s.of(text).split_whitespace().nth(1).is_some()) else { continue };
        let verb = Verb::of(c.source, cue);
        if let Some(found_here) = attributed(c, span, verb, block, open.is_some()) {
            found.push((span, found_here));
        }
    }
    quotes.taken.sort();
    for (span, one) in found {
        if !is_taken(&quotes.taken, span) {
            quotes.push(span, one, &MARKS);
        }
    }
}

fn attributed(c: &Context, span: Span, verb: Verb, block: Block, leads: bool) -> Option<Attributed> {
    if leads {
        return attribution::ahead(c, span);
    }
    let (end, cue) = (span.end as usize, verb.cue.start);
    let area = Span::new(span.start as usize, (block.span.end as usize).max(verb.cue.end()));
    let people = subject::after(c, area, verb, 0).map(|subject| subject.people);
    let people =
        people.or_else(|| subject::taken_up(c, verb, span.start as usize).map(|person| vec![person]))?;
    let sentence_end = c.structure.sentences.at(cue as usize).map_or(end, |s| s.end as usize);
    Some(Attributed { people, cue, lemma: Some(verb.lemma), end, sentence_end })
}

/// The quotation that ends with a mark at `close`.
fn opened(text: &str, close: usize, block: Block) -> Option<Span> {
    let from = (block.span.start as usize).max(close.saturating_sub(LONGEST));
    let from = (from..=close).find(|&at| text.is_char_boundary(at))?;
    let inner = walk::char_before(text, close).map(|c| close - c.len_utf8())?;
    let marks = text.get(from..inner)?.char_indices().rev().filter(|&(_, c)| is_mark(c));
    for (at, c) in marks.map(|(at, c)| (from + at, c)) {
        let before = walk::char_before(text, at);
        let after = walk::char_at(text, at + c.len_utf8());
        let apart = at == from || before.is_none_or(|c| c.is_whitespace() || c == '(');
        match after.is_some_and(char::is_alphanumeric) {
            true if apart => return Some(Span::new(at, close)),
            // Inside a word.
            true => {}
            // Another quotation ends here.
            false => return None,
        }
    }
    None
}

/// The quotation that begins with a mark at `open`.
fn closed(text: &str, open: usize, block: Block) -> Option<Span> {
    let first = walk::char_at(text, open)?.len_utf8();
    let to = (block.span.end as usize).min(open + LONGEST);
    let to = (open + first..=to).rev().find(|&at| text.is_char_boundary(at))?;
    let close =
        text.get(open + first..to)?.char_indices().map(|(at, c)| (open + first + at, c)).find(|&(at, c)| {
            let after = walk::char_at(text, at + c.len_utf8());
            is_mark(c)
                && walk::char_before(text, at).is_some_and(|c| !c.is_whitespace())
                && after.is_none_or(|c| !c.is_alphanumeric())
        });
    close.map(|(at, c)| Span::new(open, at + c.len_utf8()))
}
