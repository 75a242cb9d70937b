//! Words as runs of letters and digits, whatever the letters.

use super::simd::vector::{at_least, digits, equal, letters};
use super::walk;
use wide::u8x16;

const BLOCK: usize = 64;

/// The runs of a part of a text, in order, as `(start, end)`. Sixty-four bytes are asked at once which belong to words.
pub(crate) struct Runs<'t> {
    text: &'t str,
    /// Where the part ends; a run that begins before it goes on to its own end.
    end: usize,
    /// Where the block begins that is being told.
    block: usize,
    /// The bytes of the block that belong to runs still to come, the first lowest.
    words: u64,
    /// Those of characters beyond ASCII that may be no letters.
    odd: u64,
}

impl<'t> Runs<'t> {
    pub fn new(text: &'t str, from: usize, end: usize) -> Runs<'t> {
        let mut runs = Runs { text, end, block: from, words: 0, odd: 0 };
        runs.look();
        runs
    }

    #[inline(never)]
    fn look(&mut self) {
        let rest = self.text.as_bytes().get(self.block..).unwrap_or_default();
        match rest.first_chunk() {
            Some(block) => self.tell(block),
            None => {
                let mut block = [b' '; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                self.tell(&block);
            }
        }
    }

    #[inline(always)]
    fn tell(&mut self, block: &[u8; BLOCK]) {
        (self.words, self.odd) = (0, 0);
        for (i, &sixteen) in block.as_chunks().0.iter().enumerate() {
            let bytes = u8x16::new(sixteen);
            // Of each byte the highest bit is taken: what is beyond ASCII has it.
            let words = letters(bytes) | digits(bytes) | bytes;
            // All but À–ɿ, which are letters but for × and ÷ (0xC3 0x97 and 0xC3 0xB7).
            let odd = equal(bytes, 0xC2) | equal(bytes, 0x97) | equal(bytes, 0xB7) | at_least(bytes, 0xCA);
            self.words |= u64::from(words.to_bitmask()) << (16 * i);
            self.odd |= u64::from(odd.to_bitmask()) << (16 * i);
        }
    }

    /// Goes on at `at`, which is in the block or behind it.
    fn pass(&mut self, at: usize) {
        if at - self.block < BLOCK {
            self.words &= !0 << (at - self.block);
        } else {
            self.block = at;
            self.look();
        }
    }
}

impl Iterator for Runs<'_> {
    type Item = (usize, usize);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            if self.words == 0 {
                self.block += BLOCK;
                if self.block >= self.end {
                    return None;
                }
                self.look();
                continue;
            }
            let first = self.words.trailing_zeros();
            let start = self.block + first as usize;
            if start >= self.end {
                return None;
            }
            let len = (!(self.words >> first)).trailing_zeros();
            let rest = self.words & self.words.wrapping_add(1 << first);
            if (self.words ^ rest) & self.odd == 0 {
                if first + len < BLOCK as u32 {
                    self.words = rest;
                    return Some((start, start + len as usize));
                }
                if first > 0 {
                    // It may go on behind the block.
                    self.block = start;
                    self.look();
                    continue;
                }
            }
            let end = run_end(self.text, start);
            if end > start {
                self.pass(end);
                return Some((start, end));
            }
            self.pass(start + walk::char_at(self.text, start).map_or(1, char::len_utf8));
        }
    }
}

/// End of the run of letters and digits that goes on at `at`, letter by letter.
#[inline(never)]
fn run_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at += match bytes.get(at) {
            Some(b) if b.is_ascii_alphanumeric() => 1,
            Some(0..0x80) | None => return at,
            Some(&b) if walk::is_latin(b, bytes.get(at + 1)) => 2,
            _ => match walk::char_at(text, at) {
                Some(c) if c.is_alphanumeric() => c.len_utf8(),
                _ => return at,
            },
        };
    }
}

/// The runs of a text with the places where they begin, in order.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    Runs::new(text, 0, text.len()).filter_map(|(start, end)| Some((start, text.get(start..end)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_splitting_has_it() {
        let odd = "§ 12 b, Å½x–é(2024:3)²жук\u{a0}a\n7";
        for text in (0..70).map(|len| "ä1".repeat(len) + &" a".repeat(len) + odd + &"—b".repeat(len)) {
            let split = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
            assert!(runs(&text).map(|(_, word)| word).eq(split), "{text}");
            assert!(runs(&text).all(|(at, word)| text[at..].starts_with(word)));
        }
        assert!(Runs::new(odd, 3, 5).eq([(3, 5)]));
        assert!(Runs::new(odd, 4, 4).eq([]));
    }
}
