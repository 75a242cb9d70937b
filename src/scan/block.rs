//! Sixty-four bytes of text as bits: which bytes belong to words, which to numbers, which are marks.
//!
//! The bytes are told apart sixteen at a time, and each class is packed into one 64-bit mask. The scan then goes
//! from run to run by counting zeros, and never asks a byte what it is: that question, answered wrongly once a
//! word by the machine's branch predictor, was what the scan cost most.

use crate::text::simd::vector::{at_least, digits, equal, letters};
use wide::u8x16;

pub(crate) const SIZE: usize = 64;

/// Bit `i` stands for byte `i` of the block.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Block {
    /// ASCII letters and all bytes beyond ASCII, those of the marks among `special` too.
    pub letters: u64,
    pub digits: u64,
    /// `(`, `"`, and the lead bytes of characters that are no letters: 0xC2 (§ « » NBSP), 0xE2 (dashes,
    /// quotes, bullets), 0xEF (byte order mark, full width) and 0xF0 and up (emoji).
    pub special: u64,
}

impl Block {
    /// The last block of a text, which may be shorter.
    pub fn last(bytes: &[u8]) -> Block {
        let mut block = [0; SIZE];
        let len = bytes.len().min(SIZE);
        block[..len].copy_from_slice(&bytes[..len]);
        Block::of(&block)
    }

    #[inline(always)]
    pub fn of(bytes: &[u8; SIZE]) -> Block {
        let mut block = Block::default();
        for (i, &sixteen) in bytes.as_chunks().0.iter().enumerate() {
            let bytes = u8x16::new(sixteen);
            // Of each byte the highest bit is taken: what is beyond ASCII has it.
            let letters = letters(bytes) | bytes;
            let marks = equal(bytes, b'(') | equal(bytes, b'"') | equal(bytes, 0xC2) | equal(bytes, 0xE2);
            let special = marks | at_least(bytes, 0xEF);
            let bits = |class: u8x16| u64::from(class.to_bitmask()) << (16 * i);
            block.letters |= bits(letters);
            block.digits |= bits(digits(bytes));
            block.special |= bits(special);
        }
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_class() {
        for b in 0..=255u8 {
            for place in [0, 7, 8, 63] {
                let mut bytes = [b' '; SIZE];
                bytes[place] = b;
                let block = Block::of(&bytes);
                let bit = 1u64 << place;
                assert_eq!(
                    block.letters,
                    if b.is_ascii_alphabetic() || b >= 0x80 { bit } else { 0 },
                    "{b:x}"
                );
                assert_eq!(block.digits, if b.is_ascii_digit() { bit } else { 0 }, "{b:x}");
                let special = matches!(b, b'(' | b'"' | 0xC2 | 0xE2 | 0xEF..);
                assert_eq!(block.special, if special { bit } else { 0 }, "{b:x}");
            }
        }
    }
}
