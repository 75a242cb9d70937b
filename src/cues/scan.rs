//! The one scan.
//!
//! A class table of 256 entries splits the text into words (letters and all bytes of letters beyond
//! ASCII), runs of digits, and marks. Words are looked up in the lexicon: as they are if they begin
//! with a small letter, lowered on the stack if they begin with a capital, and then among the names too.

use super::{Classes, Cue, Cues};
use crate::lexicon::Lexicon;

const LETTER: u8 = 0;
/// Lead byte of a letter beyond ASCII: two bytes (é, å, š) or three (other scripts).
const LEAD: u8 = 1;
/// Follows a lead byte; part of a word if the lead was.
const TAIL: u8 = 2;
const DIGIT: u8 = 3;
/// Everything that is not told apart here.
const OTHER: u8 = 4;
/// Marks that can be cues.
const MARK: u8 = 5;

static CLASS: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'(' | b'"' | 0xC2 | 0xE2 => MARK,
            0x80..=0xBF => TAIL,
            0xC3..=0xE1 | 0xE3..=0xEE => LEAD,
            _ => OTHER,
        };
        b += 1;
    }
    table
};

/// All cues of `text`, in order.
pub(crate) fn scan(text: &str, lexicon: &Lexicon) -> Cues {
    let bytes = text.as_bytes();
    let mut cues = Vec::with_capacity(bytes.len() / 24);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match CLASS[bytes[at] as usize] {
            LETTER | LEAD => {
                at += 1;
                while at < bytes.len() && CLASS[bytes[at] as usize] <= TAIL {
                    at += 1;
                }
                let (number, classes) = lexicon.look_up(&bytes[start..at]);
                if classes != Classes::default() {
                    push(&mut cues, start, at, classes, number);
                }
            }
            DIGIT => {
                at += 1;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                push(&mut cues, start, at, Classes::NUMBER, 0);
            }
            MARK => {
                let (width, classes) = mark(&bytes[at..]);
                at += width;
                if classes != Classes::default() {
                    push(&mut cues, start, at, classes, 0);
                }
            }
            _ => at += 1,
        }
    }
    Cues(cues)
}

#[inline]
fn push(cues: &mut Vec<Cue>, start: usize, end: usize, classes: Classes, word: u16) {
    let len = (end - start).min(u16::MAX as usize) as u16;
    cues.push(Cue { start: start as u32, len, classes, word });
}

/// Width of the mark that `rest` begins with, and the cue that it is, if any.
fn mark(rest: &[u8]) -> (usize, Classes) {
    match rest {
        [b'(', ..] => {
            let near = &rest[1..rest.len().min(8)];
            let closes = near.iter().position(|&b| b == b')').is_some_and(|n| n > 0);
            (1, if closes { Classes::BRACKET } else { Classes::default() })
        }
        [b'"', ..] => (1, Classes::QUOTE),
        [0xC2, 0xA7, ..] => (2, Classes::SECTION),
        [0xC2, 0xAB | 0xBB, ..] => (2, Classes::QUOTE),
        [0xC2, _, ..] => (2, Classes::default()),
        [0xE2, 0x80, 0x9C..=0x9E, ..] => (3, Classes::QUOTE),
        [0xE2, _, _, ..] => (3, Classes::default()),
        _ => (1, Classes::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_numbers_and_marks() {
        let text = "§ 45 Anna Holm (S) säger ”nej” i MARS, på Ö och i Ånge.";
        let cues = scan(text, Lexicon::get());
        let found: Vec<&str> = cues.iter().map(|c| c.span().of(text)).collect();
        for want in ["§", "45", "Anna", "Holm", "(", "”", "MARS"] {
            assert!(found.contains(&want), "{want} in {found:?}");
        }
        assert!(cues.windows(2).all(|w| w[0].end() <= w[1].start as usize));
    }
}
