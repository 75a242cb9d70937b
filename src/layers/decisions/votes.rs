//! The figures of a vote: *43 Ja mot 38 Nej*, *22 ja-röster mot 19*, *röstar Nej (6)*.

use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::decisions::{ABSTAIN, ABSTAINS, COUNTED, NO, TALLIES, VOTES_NOUN, VOTING, YES};
use crate::lexicon::sets::function_words::MOT_WORD;
use crate::scan::CuedText;
use crate::text::tokens::{self, Run};
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
pub(super) fn read(source: &CuedText, span: Span) -> Figures {
    let mut figures = Figures::default();
    let mut bare: Option<u32> = None;
    for cue in source.cues.within(span).iter().filter(|c| c.has(Classes::NUMBER)).take(24) {
        let text = source.text;
        let Some(number) = cue.span().of(text).parse::<u32>().ok().filter(|&n| n < 100_000) else { continue };
        let (start, end) = (cue.start as usize, cue.end());
        // *med rösterna 24–19*
        if let Some(no) = figures.yes.is_none().then(|| against(text, start, end, span)).flatten() {
            (figures.yes, figures.no) = (Some(number), Some(no));
            continue;
        }
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
                    walk::next_word(text, end).is_some_and(|(a, b)| walk::same_word(&text[a..b], VOTES_NOUN));
                if before == Some(MOT_WORD)
                    && figures.no.is_none()
                    && (bare.is_some() || figures.yes.is_some())
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

/// The number behind the dash in *rösterna 24–19*.
fn against(text: &str, start: usize, end: usize, sentence: Span) -> Option<u32> {
    let rest = text.get(end..sentence.end as usize)?.strip_prefix(['-', '–'])?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let before = tokens::before(text, start, sentence).next()?;
    let counted = TALLIES.has(before) && !rest[digits..].starts_with(['-', '–', ':']);
    rest[..digits].parse().ok().filter(|_| counted)
}

/// *43 Ja*, *22 ja-röster*, *8 ledamöter avstår*.
fn side_after(text: &str, end: usize, sentence: Span) -> Option<Side> {
    side(tokens::after(text, end, sentence).over(&['-', '"', '”', ':']).past(&COUNTED, 2).next()?)
}

/// *röstar Ja (7)*, *Nej: 19*, *avstår från att rösta (1)*, *Ja-röster: 5*.
fn side_before(text: &str, start: usize, sentence: Span) -> Option<Side> {
    let marks = &['(', ':', '–', '-', '=', '"', '”'];
    side(tokens::before(text, start, sentence).over(marks).past(&VOTING, 4).next()?)
}

/// *av kammarens ledamöter förklarade sig avstå från att rösta* after a number.
fn abstains(text: &str, end: usize, sentence: Span) -> bool {
    tokens::after(text, end, sentence).take(7).any(|word| ABSTAINS.has(word))
}

fn side(word: &str) -> Option<Side> {
    let sides = [(&YES, Side::Yes), (&NO, Side::No), (&ABSTAIN, Side::Abstain)];
    sides.into_iter().find(|(words, _)| words.has(word)).map(|(_, side)| side)
}
