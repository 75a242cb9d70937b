//! The figures of a vote: *43 Ja mot 38 Nej*, *22 ja-röster mot 19*, *röstar Nej (6)*.

use crate::document::Span;
use crate::lexicon::Classes;
use crate::scan::Source;
use crate::text::walk;

/// Figures found in one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    pub yes: Option<u32>,
    pub no: Option<u32>,
    pub abstain: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Yes,
    No,
    Abstain,
}

/// Reads the figures of a sentence.
pub(super) fn read(source: &Source, span: Span) -> Figures {
    let mut figures = Figures::default();
    let mut bare: Option<u32> = None;
    for cue in source.cues.within(span).iter().filter(|c| c.has(Classes::NUMBER)).take(24) {
        let text = source.text;
        let Some(number) = cue.span().of(text).parse::<u32>().ok().filter(|&n| n < 100_000) else { continue };
        let (start, end) = (cue.start as usize, cue.end());
        match side_after(text, end, span).or_else(|| side_before(text, start, span)) {
            Some(Side::Yes) if figures.yes.is_none() => figures.yes = Some(number),
            Some(Side::No) if figures.no.is_none() => figures.no = Some(number),
            Some(Side::Abstain) if figures.abstain.is_none() => figures.abstain = Some(number),
            Some(_) => {}
            // *22 röster mot 19*, *med 22 ja-röster mot 19*
            None => {
                // *5 av kammarens ledamöter förklarade sig avstå*
                if figures.yes.is_some() && figures.abstain.is_none() && abstains(text, end, span) {
                    figures.abstain = Some(number);
                    continue;
                }
                let before = walk::previous_word(text, start).map(|(a, b)| &text[a..b]);
                let votes =
                    walk::next_word(text, end).is_some_and(|(a, b)| walk::same_word(&text[a..b], "röster"));
                if before == Some("mot") && figures.no.is_none() && (bare.is_some() || figures.yes.is_some())
                {
                    figures.yes = figures.yes.or(bare);
                    figures.no = Some(number);
                } else if votes {
                    bare = Some(number);
                }
            }
        }
    }
    figures
}

/// *43 Ja*, *22 ja-röster*, *8 ledamöter avstår*.
fn side_after(text: &str, end: usize, span: Span) -> Option<Side> {
    let mut at = end;
    for step in 0..3 {
        let (start, stop) = walk::next_word(text, skip_marks(text, at, &['-', '"', '”', ':']))?;
        if stop > span.end as usize {
            return None;
        }
        if let Some(side) = side(&text[start..stop]) {
            return Some(side);
        }
        // Only *röster, ledamöter* may stand between.
        let between = ["röster", "ledamöter", "ledamot", "personer", "st", "röst", "för"];
        if step == 2 || !between.iter().any(|w| walk::same_word(&text[start..stop], w)) {
            return None;
        }
        at = stop;
    }
    None
}

/// *av kammarens ledamöter förklarade sig avstå från att rösta* after a number.
fn abstains(text: &str, end: usize, span: Span) -> bool {
    let mut at = end;
    for _ in 0..7 {
        let Some((start, stop)) = walk::next_word(text, at).filter(|w| w.1 <= span.end as usize) else {
            return false;
        };
        if ["avstå", "avstår", "avstod"].iter().any(|w| walk::same_word(&text[start..stop], w)) {
            return true;
        }
        at = stop;
    }
    false
}

/// *röstar Ja (7)*, *Nej: 19*, *avstår från att rösta (1)*, *Ja-röster: 5*.
fn side_before(text: &str, start: usize, span: Span) -> Option<Side> {
    let mut at = start;
    for _ in 0..5 {
        let mut end = walk::skip_space_back(text, at);
        while let Some(c) =
            walk::char_before(text, end).filter(|c| matches!(c, '(' | ':' | '–' | '-' | '=' | '"' | '”'))
        {
            end = walk::skip_space_back(text, end - c.len_utf8());
        }
        let from = walk::word_start(text, end);
        if from < span.start as usize || from == end {
            return None;
        }
        let word = &text[from..end];
        if let Some(side) = side(word) {
            return Some(side);
        }
        if !["rösta", "att", "från", "röster", "röst"].iter().any(|w| walk::same_word(word, w)) {
            return None;
        }
        at = from;
    }
    None
}

fn side(word: &str) -> Option<Side> {
    let is = |w: &str| walk::same_word(word, w);
    if is("ja") || is("jaröster") || is("jaröst") {
        Some(Side::Yes)
    } else if is("nej") || is("nejröster") || is("nejröst") {
        Some(Side::No)
    } else if is("avstår")
        || is("avstod")
        || is("avstått")
        || is("avståenden")
        || is("blanka")
        || is("avstående")
    {
        Some(Side::Abstain)
    } else {
        None
    }
}

fn skip_marks(text: &str, at: usize, marks: &[char]) -> usize {
    let mut at = walk::skip_space(text, at);
    while let Some(c) = walk::char_at(text, at).filter(|c| marks.contains(c)) {
        at = walk::skip_space(text, at + c.len_utf8());
    }
    at
}
