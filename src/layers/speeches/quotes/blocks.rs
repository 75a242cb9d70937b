//! Quotations by the marks of a page: paragraphs behind `>` below a sentence that says whose words they are.

use super::super::context::Context;
use super::attribution;
use super::marks::MARKS;
use super::{Quotes, is_taken};
use crate::document::BlockKind;
use crate::document::Span;

pub(super) fn find(c: &Context, quotes: &mut Quotes) {
    let text = c.source.text;
    let mut found = Vec::new();
    for block in &c.structure.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Markup)
            || text.as_bytes().get(block.span.start as usize) != Some(&b'>')
        {
            continue;
        }
        let written = block.span.of(text);
        let start = block.span.start as usize + written.len() - written.trim_start_matches(['>', ' ']).len();
        let words = Span::new(start, (block.span.end as usize).max(start));
        if words.of(text).split_whitespace().nth(3).is_none() {
            continue;
        }
        let led = attribution::lead_in(c, Span { start: block.span.start, ..words });
        // *> Forskning! föreslår Anna Holm. Och mer pengar!*
        if let Some(mut one) = led.or_else(|| attribution::inside(c, words)) {
            one.end = words.end as usize;
            one.sentence_end = one.sentence_end.max(one.end);
            found.push((words, one));
        }
    }
    quotes.taken.sort();
    for (span, one) in found {
        if !is_taken(&quotes.taken, span) {
            quotes.push(span, one, &MARKS);
        }
    }
}
