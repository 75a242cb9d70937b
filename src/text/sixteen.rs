//! Sixteen bytes of text at once: where a word ends is what no processor foresees, letter by letter.

use wide::u8x16;

/// Which of sixteen bytes belong to words, the first lowest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sixteen {
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

    /// Letters and digits.
    #[inline(always)]
    pub fn letters_and_digits(bytes: [u8; 16]) -> Sixteen {
        let bytes = u8x16::new(bytes);
        let digits = among(bytes, b'0', 10);
        Sixteen { word: (letters(bytes) | digits | bytes).to_bitmask(), odd: odd(bytes) }
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

/// The letters of ASCII.
#[inline(always)]
fn letters(bytes: u8x16) -> u8x16 {
    among(bytes | u8x16::splat(0x20), b'a', 26)
}

/// Bytes of all but À–ɿ, which are letters but for × and ÷ (0xC3 0x97 and 0xC3 0xB7).
#[inline(always)]
fn odd(bytes: u8x16) -> u32 {
    let is = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
    let beyond = bytes.max(u8x16::splat(0xCA)).simd_eq(bytes);
    (is(0xC2) | is(0x97) | is(0xB7) | beyond).to_bitmask()
}

/// All bits of the bytes that are one of the `count` from `from` on.
#[inline(always)]
fn among(bytes: u8x16, from: u8, count: u8) -> u8x16 {
    let above = bytes - u8x16::splat(from);
    above.min(u8x16::splat(count - 1)).simd_eq(above)
}
