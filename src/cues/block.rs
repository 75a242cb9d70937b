//! Sixty-four bytes of text as bits: which bytes belong to words, which to numbers, which are marks.
//!
//! The bytes are told apart by arithmetic that a compiler turns into vector instructions, and each class is
//! packed into one 64-bit mask. The scan then goes from run to run by counting zeros, and never asks a byte
//! what it is: that question, answered wrongly once a word by the machine's branch predictor, was what the
//! scan cost most.

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

const LETTER: u8 = 1;
const DIGIT: u8 = 1 << 1;
const SPECIAL: u8 = 1 << 2;

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
        let mut classes = [0u8; SIZE];
        for (class, &b) in classes.iter_mut().zip(bytes) {
            let letter = ((b | 0x20).wrapping_sub(b'a') < 26) | (b >= 0x80);
            let digit = b.wrapping_sub(b'0') < 10;
            let special = (b == b'(') | (b == b'"') | (b == 0xC2) | (b == 0xE2) | (b >= 0xEF);
            *class = (u8::from(letter) * LETTER) | (u8::from(digit) * DIGIT) | (u8::from(special) * SPECIAL);
        }
        let mut block = Block::default();
        for (i, eight) in classes.chunks_exact(8).enumerate() {
            let eight = eight.try_into().map_or(0, u64::from_le_bytes);
            block.letters |= packed(eight) << (8 * i);
            block.digits |= packed(eight >> 1) << (8 * i);
            block.special |= packed(eight >> 2) << (8 * i);
        }
        block
    }
}

/// The lowest bit of each of eight bytes, side by side.
#[inline(always)]
fn packed(eight: u64) -> u64 {
    (eight & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
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
