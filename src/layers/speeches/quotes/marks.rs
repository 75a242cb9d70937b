//! Quotations between marks: *”…”*, *»…»*, *"…"*.

use super::super::context::Context;
use super::attribution::{self, Attributed, LONGEST};
use super::{Quotes, is_taken, paragraphs};
use crate::document::rule::rule;
use crate::document::{BlockKind, Span};
use crate::lexicon::Classes;
use crate::scan::Cue;
use crate::text::walk;

rule! {
    /// Words between quotation marks with an attribution before, inside or after.
    pub(in super::super) MARKS = "speech.marks";
    finds "⟦”Vi är snart klara med bygget”⟧, säger Anna Holm." = "direct";
    finds "Anna Holm säger: ⟦”Vi är snart klara med bygget.”⟧" = "direct";
    finds "⟦”Vi är snart klara med bygget”⟧ – Anna Holm, rektor" = "direct";
    finds "Kommentar från Anna Holm:\n⟦”Vi är snart klara med bygget.”⟧" = "direct";
    finds "⟦’Vi är snart klara med bygget’⟧, säger Anna Holm." = "direct";
    finds "# Röster om bron\n\n## Anna Holm (C), möte den 3 maj\n\n* ⟦”Vi är snart klara med bygget.”⟧\n" = "direct";
    finds "Anna Holm skriver på sin blogg:\n\n> ⟦Vi är snart klara med bygget.⟧" = "direct";
    passes "Anna Holm såg filmen ”Vi är snart klara”.";
    passes "”Vi är snart klara” var mötets ord.";
}

pub(super) fn find(c: &Context, quotes: &mut Quotes) {
    let text = c.source.text;
    let by_dash = quotes.taken.len();
    let mut done = 0;
    let cues: Vec<Cue> = c.source.cues.of(Classes::QUOTE).collect();
    // Where the last attribution ended, and who it named.
    let mut last: Option<Attributed> = None;
    let mut i = 0;
    while let Some(&open) = cues.get(i) {
        i += 1;
        let start = open.start as usize;
        if start < done || !opens(text, open) {
            continue;
        }
        let Some(index) = c.structure.block_at(start) else { continue };
        let block = c.structure.blocks[index];
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let limit = (block.span.end as usize).min(start + LONGEST);
        let close = cues[i..].iter().take(8).take_while(|c| c.end() <= limit).position(|c| closes(text, *c));
        let (end, after) = match close {
            Some(n) => (cues[i + n].end(), i + n + 1),
            None => (paragraphs::end(c.source, start, c.block_lines[index].1 as usize), i),
        };
        let mut span = Span::new(start, walk::skip_space_back(text, end));
        if span.len() < 3 {
            continue;
        }
        let follows = || {
            // "”A”, säger Anna Holm. ”B”": hers as well.
            let before = last.as_ref().filter(|_| c.intros.is_empty())?;
            let gap = text.get(before.sentence_end..start)?;
            gap.trim().is_empty().then(|| Attributed { cue: open.start, sentence_end: 0, ..before.clone() })
        };
        let found = attribution::behind(c, span, block).or_else(|| attribution::ahead(c, span));
        let named = || attribution::under_name(c, span, block).filter(|_| close.is_some());
        let Some(mut found) = found.or_else(follows).or_else(named) else { continue };
        if close.is_none() && found.sentence_end > end || words(text, span) < 2 {
            continue;
        }
        // "”A”, säger Anna Holm, ”B”": one quotation.
        if let Some(next) = cues.get(after).filter(|c| opens(text, **c) && c.start as usize > end)
            && (next.start as usize) < found.sentence_end.saturating_add(3)
            && found.end == end
            && found.cue as usize >= end
            && !parted(text, next.start as usize)
        {
            let limit = (block.span.end as usize).min(next.start as usize + LONGEST);
            let rest = cues[after + 1..].iter().take(8).take_while(|c| c.end() <= limit);
            if let Some(n) = { rest }.position(|c| closes(text, *c)) {
                span.end = cues[after + 1 + n].end() as u32;
                i = after + n + 2;
            }
        }
        i = i.max(after);
        if is_taken(&quotes.taken[..by_dash], span) || is_taken(&quotes.taken[by_dash..], span) {
            continue;
        }
        done = span.end as usize;
        found.sentence_end = found.sentence_end.max(span.end as usize);
        last = Some(found.clone());
        quotes.push(span, found, &MARKS);
    }
}

/// Whether a sentence ends before the mark at `at`.
fn parted(text: &str, at: usize) -> bool {
    matches!(walk::char_before(text, walk::skip_space_back(text, at)), Some('.' | '!' | '?'))
}

/// The number of words, as far as three.
fn words(text: &str, span: Span) -> usize {
    span.of(text).split_whitespace().take(3).count()
}

/// Whether a mark can open: white space or a bracket before it, a letter after.
fn opens(text: &str, mark: Cue) -> bool {
    let before = walk::char_before(text, mark.start as usize);
    let after = walk::char_at(text, mark.end());
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '*' | '_' | '>' | ':' | '–'))
        && after.is_some_and(|c| !c.is_whitespace())
}

fn closes(text: &str, mark: Cue) -> bool {
    let before = walk::char_before(text, mark.start as usize);
    let after = walk::char_at(text, mark.end());
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}
