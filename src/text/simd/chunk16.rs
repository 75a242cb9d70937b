//! Sixteen bytes of text at once: where a word ends is what no processor foresees, letter by letter.

use super::vector::{among, at_least, equal, letters};
use wide::u8x16;

/// Which of sixteen bytes belong to words, the first lowest.
#[derive(Clone, Copy, Debug)]
pub(in crate::text) struct Sixteen {
    word: u32,
    /// Those of characters beyond ASCII that may be no letters.
    odd: u32,
}

/// How many bytes.
const ALL: u32 = 16;

impl Sixteen {
    /// Letters.
    #[inline(always)]
    pub fn letters(bytes: [u8; 16]) -> Sixteen {
        let bytes = u8x16::new(bytes);
        Sixteen { word: (letters(bytes) | bytes).to_bitmask(), odd: odd(bytes) }
    }

    /// How many bytes the word has that begins with the first; `None` if it may go on after the last, or has a character
    /// that must be looked at.
    #[inline(always)]
    pub fn first(self) -> Option<usize> {
        let len = (!self.word).trailing_zeros();
        let own = (1 << len) - 1;
        (len < ALL && self.odd & own == 0).then_some(len as usize)
    }

    /// The same of the word that ends with the last.
    #[inline(always)]
    pub fn last(self) -> Option<usize> {
        let len = (!self.word << ALL).leading_zeros();
        let own = !0 << (ALL - len.min(ALL));
        (len < ALL && self.odd & own == 0).then_some(len as usize)
    }
}

/// Which of sixteen bytes are of small letters and which of capitals, those of à–ÿ and À–Þ too; 0xC3, which these begin
/// with, is of both.
#[inline(always)]
pub(crate) fn cases(bytes: [u8; 16]) -> (u32, u32) {
    let bytes = u8x16::new(bytes);
    let lead = equal(bytes, 0xC3);
    let small = among(bytes, b'a', 26) | among(bytes, 0xA0, 32);
    let large = among(bytes, b'A', 26) | among(bytes, 0x80, 31);
    ((small | lead).to_bitmask(), (large | lead).to_bitmask())
}

/// Bytes of all but À–ɿ, which are letters but for × and ÷ (0xC3 0x97 and 0xC3 0xB7).
#[inline(always)]
fn odd(bytes: u8x16) -> u32 {
    (equal(bytes, 0xC2) | equal(bytes, 0x97) | equal(bytes, 0xB7) | at_least(bytes, 0xCA)).to_bitmask()
}
