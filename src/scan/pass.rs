//! The one scan.
//!
//! Block by block ([`Block`]) the text falls into runs: words (letters and all bytes of letters beyond
//! ASCII), runs of digits, and marks. Each run is hashed by its two ends and looked for in bitmaps, without a
//! branch: what may be a cue goes into a small buffer. Only what stands there is looked up in the lexicon.

use super::block::{self, Block};
use super::cues::{Cue, Cues};
use crate::lexicon::{Classes, Lexicon};
use crate::words::sieve::Sieve;
use crate::words::table::Key;

/// A run that may be a cue.
#[derive(Clone, Copy, Default)]
struct Run {
    start: u32,
    end: u32,
}

/// Runs that wait for their look-up; a power of two, and far more than one block can bring.
const WAITING: usize = 256;

/// A block with eight bytes on either side.
type Window = [u8; block::SIZE + 16];

/// What a run may be by its first byte.
static LEADS: [u8; 256] = {
    let mut leads = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        // No word; or Č, Ł, Š, whose hash is not that of their small letters.
        let stays = byte < b'A' as usize || matches!(byte, 0xC2 | 0xE2 | 0xC4 | 0xC5);
        leads[byte] =
            Sieve::WORD as u8 | (stays as u8 * STAYS) | ((byte & 0x20 == 0) as u8 * Sieve::NAME as u8);
        byte += 1;
    }
    leads
};
const STAYS: u8 = 1 << 2;

struct Scan<'t> {
    bytes: &'t [u8],
    lexicon: &'t Lexicon,
    sieve: &'t Sieve,
    waiting: [Run; WAITING],
    cues: Vec<Cue>,
}

/// The cues of `text`, in order: all, or with `frame_only` those that structure and dates read and perhaps others.
pub(crate) fn scan(text: &str, lexicon: &Lexicon, frame_only: bool) -> Cues {
    let bytes = text.as_bytes();
    let cues = Vec::with_capacity(bytes.len() / 24);
    let sieve = lexicon.sieve(frame_only);
    let mut scan = Scan { bytes, lexicon, sieve, waiting: [Run::default(); WAITING], cues };
    scan.runs();
    Cues::new(scan.cues)
}

impl Scan<'_> {
    /// Goes from run to run.
    fn runs(&mut self) {
        let bytes = self.bytes;
        let mut count = 0;
        // The run that reaches over the end of a block, its class as one bit, and the rest of a wide mark.
        let (mut open, mut word, mut number, mut mark, mut rest) = (None, 0u64, 0u64, 0u64, 0u64);
        for base in (0..bytes.len()).step_by(block::SIZE) {
            let here = &bytes[base..];
            let block = here.first_chunk().map_or_else(|| Block::last(here), Block::of);
            let (mut marks, mut covered) = (0, rest);
            rest = 0;
            if block.special != 0 {
                let wide;
                (marks, wide) = find_marks(here, block.special);
                covered |= wide as u64;
                rest = (wide >> 64) as u64;
            }
            let (letters, digits) = (block.letters & !covered, block.digits);
            let (words, numbers) = (letters << 1 | word, digits << 1 | number);
            let mut starts = letters & !words | digits & !numbers | marks;
            let mut ends = !letters & words | !digits & numbers | marks << 1 | mark;
            (word, number, mark) = (letters >> 63, digits >> 63, marks >> 63);
            if let Some(start) = open {
                if ends == 0 {
                    continue;
                }
                count = self.run(start, base + ends.trailing_zeros() as usize, count);
                ends &= ends - 1;
            }
            let window = base.checked_sub(8).and_then(|from| bytes.get(from..)?.first_chunk());
            while ends != 0 {
                let (start, end) = (starts.trailing_zeros() as usize, ends.trailing_zeros() as usize);
                count = match window {
                    Some(window) => self.run_inside(window, base, start, end, count),
                    None => self.run(base + start, base + end, count),
                };
                starts &= starts - 1;
                ends &= ends - 1;
            }
            open = (starts != 0).then(|| base + starts.trailing_zeros() as usize);
            if count > WAITING - 2 * block::SIZE {
                self.look_up(count);
                count = 0;
            }
        }
        if let Some(start) = open {
            count = self.run(start, bytes.len(), count);
        }
        self.look_up(count);
    }

    /// The same for a run inside a block, whose window begins eight bytes before it and ends eight bytes after:
    /// there is no need to ask whether its ends are in the text.
    #[inline(always)]
    fn run_inside(&mut self, window: &Window, base: usize, start: usize, end: usize, count: usize) -> usize {
        let (from, to) = (start % block::SIZE, end % block::SIZE);
        let eight = |at: usize| window[at..at + 8].try_into().map_or(0, u64::from_le_bytes);
        let (first, last) = (eight(from + 8), eight(to));
        let run = Run { start: (base + start) as u32, end: (base + end) as u32 };
        let Key { hash, .. } = Key::of_short(first, last, end - start);
        self.keep(run, hash, last, first as u8, count)
    }

    /// Lets the run wait if it may be a cue; how many wait then.
    fn run(&mut self, start: usize, end: usize, count: usize) -> usize {
        let bytes = self.bytes;
        let run = Run { start: start as u32, end: end as u32 };
        let key = Key::within(bytes, start, end);
        self.keep(run, key.hash, key.end(), bytes[start], count)
    }

    /// Without a branch: most words are in no list.
    #[inline(always)]
    fn keep(&mut self, run: Run, hash: u64, end: u64, lead: u8, count: usize) -> usize {
        let may_be = self.sieve.words(hash) | u64::from(STAYS);
        let stays = (may_be & u64::from(LEADS[usize::from(lead)]) != 0) | self.sieve.may_end(end);
        self.waiting[count % WAITING] = run;
        count + usize::from(stays)
    }

    /// Makes cues of what waits.
    fn look_up(&mut self, count: usize) {
        if self.cues.capacity() - self.cues.len() < count {
            // By a quarter: of a large text they are as large as it is.
            self.cues.reserve_exact(count + self.cues.len() / 4);
        }
        for &Run { start, end } in &self.waiting[..count] {
            let run = &self.bytes[start as usize..end as usize];
            let (len, word, classes) = match run[0] {
                b'0'..=b'9' => (run.len(), 0, Classes::NUMBER),
                b'(' | b'"' | 0xC2 | 0xE2 => {
                    let (width, classes) = mark(&self.bytes[start as usize..]);
                    (width, 0, classes)
                }
                _ => {
                    let key = Key::within(self.bytes, start as usize, end as usize);
                    let (word, classes) = self.lexicon.look_up(run, &key);
                    (run.len(), word, classes)
                }
            };
            let named = len == 2 && classes.has(Classes::BODY);
            let other = named && is_no_body(self.bytes, start as usize);
            let classes = if other { classes.without(Classes::BODY) } else { classes };
            if classes != Classes::default() {
                let len = len.min(u16::MAX as usize) as u16;
                self.cues.push(Cue { start, len, classes, word });
            }
        }
    }
}

/// *140 kr*, *fr.o.m.*: two small letters that stand for a body elsewhere (*kammarrätten*, *förvaltningsrätten*).
#[cold]
fn is_no_body(bytes: &[u8], start: usize) -> bool {
    let before = bytes[..start].trim_ascii_end();
    let before = before.strip_suffix("\u{a0}".as_bytes()).unwrap_or(before);
    bytes[start].is_ascii_lowercase()
        && (bytes.get(start + 2) == Some(&b'.') || before.last().is_some_and(u8::is_ascii_digit))
}

/// Which of the special bytes begin a mark that is a cue, and all bytes that belong to marks and not to words.
fn find_marks(bytes: &[u8], mut special: u64) -> (u64, u128) {
    let (mut marks, mut covered) = (0u64, 0u128);
    while special != 0 {
        let at = special.trailing_zeros();
        special &= special - 1;
        let (width, classes) = mark(&bytes[at as usize..]);
        marks |= u64::from(classes != Classes::default()) << at;
        covered |= ((1u128 << width) - 1) << at;
    }
    (marks, covered)
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
        [0xC2, ..] => (2, Classes::default()),
        [0xE2, 0x80, 0x9C..=0x9E, ..] => (3, Classes::QUOTE),
        [0xF0..=0xFF, ..] => (4, Classes::default()),
        _ => (3, Classes::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let cues = scan(text, Lexicon::get(), false);
        assert!(cues.windows(2).all(|w| w[0].end() <= w[1].start as usize), "{text}");
        cues.iter().map(|c| c.span().of(text)).collect()
    }

    #[test]
    fn finds_words_numbers_and_marks() {
        let text = "§ 45 Anna Holm (S) säger ”nej” i MARS, på Ö och i Ånge.";
        let found = found(text);
        for want in ["§", "45", "Anna", "Holm", "(", "”", "MARS"] {
            assert!(found.contains(&want), "{want} in {found:?}");
        }
    }

    #[test]
    fn blocks_leave_no_seam() {
        // The same cues wherever the text lies in its blocks, and in the first and last eight bytes too.
        let text = "maj”§(S)2024“säger«i»\u{a0}😀Anna–Östlund—";
        let want = found(text);
        assert!(want.len() > 9, "{want:?}");
        for before in 0..150 {
            let text = format!("{}{text}", " ".repeat(before));
            assert_eq!(found(&text), want, "after {before} blanks");
        }
        // A run longer than several blocks is one run.
        let long = format!("{}nämnden 12", "ö".repeat(200));
        assert_eq!(found(&long), [&long[..long.len() - 3], "12"]);
        assert_eq!(found(&"7".repeat(300)), ["7".repeat(300)]);
    }
}
