//! What somebody moves in points on lines of their own (*Ordföranden föreslog⏎att budgeten antas⏎att mötet avslutas*).

use super::context::Context;
use super::verb::Verb;
use crate::document::{BlockKind, Span};
use crate::lexicon::sets::speeches::MOVES;
use crate::text::walk;

/// More points than this are not read.
const MOST: usize = 40;

/// The sentence `span`, and the points that it opens, where it moves them: its words break off before them, or end with
/// a colon. (What somebody tells of in points is the sentence alone: *Anna Holm informerar om:⏎- bygget⏎- budgeten*.)
pub(super) fn with_points(c: &Context, span: Span, verb: Verb) -> Span {
    let text = c.source.text;
    let written = span.of(text);
    if !MOVES.has(verb.lemma) || written.ends_with(['.', '!', '?', '”', '"']) {
        return span;
    }
    let Some(at) = c.structure.block_at(span.start as usize) else { return span };
    if c.structure.blocks[at].span.end > span.end {
        return span;
    }
    // Behind a colon or an *att* any point belongs to it, else such as begin with *att*.
    let open = written.ends_with(':') || written.ends_with(" att");
    let mut end = span.end;
    for block in c.structure.blocks.iter().skip(at + 1).take(MOST) {
        let words = block.span.of(text).trim_start_matches(|c: char| !c.is_alphabetic());
        // (Bullets may have been left without their words.)
        let moved = walk::phrase(words, 0, "att").is_some();
        let point = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) && moved
            || open && block.kind == BlockKind::ListItem && !words.is_empty();
        if !point || !is_near(text, end as usize, block.span.start as usize) {
            break;
        }
        end = block.span.end;
    }
    Span::new(span.start as usize, walk::skip_space_back(text, end as usize))
}

/// Whether no more than one blank line stands between the two places.
fn is_near(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|gap| gap.trim().is_empty() && gap.matches('\n').count() < 3)
}
