//! Where bytes of a kind stand in a text, asked of sixty-four bytes at once.
//!
//! Marks and line breaks come every few dozen bytes: a search begun anew after each of them costs more than
//! what it passes over.

use super::vector::among;
use wide::u8x16;

const BLOCK: usize = 64;

/// The places of the bytes that `is` tells, in order. Of its answer, the highest bit of each byte counts. It must
/// not tell blanks.
pub(crate) struct Hits<'t, F> {
    bytes: &'t [u8],
    is: F,
    /// Where the block begins that is being told.
    block: usize,
    /// Those of the block that are still to come, the first lowest.
    hits: u64,
}

impl<'t, F: Fn(u8x16) -> u8x16> Hits<'t, F> {
    /// Those from byte `from` on.
    #[inline]
    pub fn new(bytes: &'t [u8], from: usize, is: F) -> Hits<'t, F> {
        let mut all = Hits { bytes, is, block: from, hits: 0 };
        all.look();
        all
    }

    #[inline]
    fn look(&mut self) {
        let rest = self.bytes.get(self.block..).unwrap_or_default();
        self.hits = match rest.first_chunk() {
            Some(block) => self.of(block),
            None => {
                let mut block = [b' '; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                self.of(&block)
            }
        };
    }

    #[inline(always)]
    fn of(&self, block: &[u8; BLOCK]) -> u64 {
        block
            .as_chunks()
            .0
            .iter()
            .rev()
            .fold(0, |hits, &sixteen| hits << 16 | u64::from((self.is)(u8x16::new(sixteen)).to_bitmask()))
    }
}

impl<F: Fn(u8x16) -> u8x16> Iterator for Hits<'_, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.hits == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                return None;
            }
            self.look();
        }
        let at = self.block + self.hits.trailing_zeros() as usize;
        self.hits &= self.hits - 1;
        Some(at)
    }
}

/// The bytes below the blank.
#[inline(always)]
pub(crate) fn control(bytes: u8x16) -> u8x16 {
    among(bytes, 0, b' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::simd::vector::equal;

    #[test]
    fn all_are_told_wherever_they_stand() {
        for len in [0, 1, 63, 64, 65, 127, 128, 200] {
            let mut text: Vec<u8> = (0..len).map(|i| (i * 7) as u8).collect();
            text.extend(b"\n\x1f ");
            for from in [0, 1, 40, 64, 130] {
                let found = Vec::from_iter(Hits::new(&text, from, control));
                let want = (from..text.len()).filter(|&at| text[at] < b' ');
                assert_eq!(found, Vec::from_iter(want), "{len} from {from}");
                let found = Hits::new(&text, from, |bytes| equal(bytes, 0xE0)).count();
                assert_eq!(found, text.iter().skip(from).filter(|&&b| b == 0xE0).count());
            }
        }
    }
}
