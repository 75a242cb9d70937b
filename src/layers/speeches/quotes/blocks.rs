//! Quotations by the marks of a page: paragraphs behind `>` below a sentence that says whose words they are; and
//! paragraphs in the first person above one that begins with *Det säger Anna Holm*.

use super::super::context::Context;
use super::attribution::{self, Attributed};
use super::marks::MARKS;
use super::{Quotes, is_taken};
use crate::document::{BlockKind, Span};
use crate::lexicon::sets::speeches::FIRST_PERSON;

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
        let start = block.span.start as usize + written.len()
            - written.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).len();
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
    found.extend(told_below(c));
    quotes.taken.sort();
    for (span, one) in found {
        if !is_taken(&quotes.taken, span) {
            quotes.push(span, one, &MARKS);
        }
    }
}

/// A paragraph told in the first person, without a name or a mark, above *Det säger Anna Holm*.
fn told_below(c: &Context) -> Vec<(Span, Attributed)> {
    let text = c.source.text;
    let mut found = Vec::new();
    if !c.intros.is_empty() {
        return found;
    }
    for pair in c.structure.blocks.windows(2) {
        let &[above, below] = pair else { continue };
        let whole = above.kind == BlockKind::Paragraph && below.kind == BlockKind::Paragraph;
        let Some(one) = attribution::that_says(c, below.span.start as usize).filter(|_| whole) else {
            continue;
        };
        let words = above.span.of(text);
        let marked =
            words.starts_with(['–', '—', '-', '”', '"', '>', '»']) || words.contains(['”', '"', '“', '»']);
        let own = words.split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word));
        let told = words.ends_with(['.', '!', '?']) && words.split_whitespace().nth(4).is_some();
        if marked || !own || !told || !c.cast.within(above.span).is_empty() {
            continue;
        }
        found.push((above.span, Attributed { end: above.span.end as usize, ..one }));
    }
    found
}
