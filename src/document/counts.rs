//! How many words a text has, by Unicode's rules.

use super::sections::joined;
use super::{BlockKind, Document, Span};
use unicode_segmentation::UnicodeSegmentation;

impl Document {
    /// How many words a stretch of the `text` that was analysed has, by Unicode's rules (UAX 29). What recurs on every page and
    /// markup do not count, and a word that the end of a line broke counts once.
    ///
    /// ```
    /// use klubba::Span;
    /// let text = "§ 4 Budget\n\nBudgeten har beretts av kommun-\nstyrelsen i mars.\n";
    /// let doc = klubba::analyze(text);
    /// assert_eq!(doc.count_words(text, Span { start: 0, end: text.len() as u32 }), 9);
    /// ```
    pub fn count_words(&self, text: &str, span: Span) -> u64 {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let inside = self.blocks.iter().skip(first).take_while(|block| block.span.start < span.end);
        let told = inside.filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Markup));
        told.map(|block| {
            let part = Span { start: block.span.start.max(span.start), end: block.span.end.min(span.end) };
            let words = part.of(text);
            let count = if words.contains('\n') || words.contains('\u{ad}') {
                joined(block.kind, words).unicode_words().count()
            } else {
                words.unicode_words().count()
            };
            count as u64
        })
        .sum()
    }
}
