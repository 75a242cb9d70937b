//! Which hashes some things have, and where those of each lie in a list in the order of their hashes.

use std::ops::Range;

/// Hashes below 64 times `N`.
#[derive(Debug)]
pub(crate) struct Hashes<const N: usize> {
    /// A bit for each hash that is known.
    known: Box<[u64; N]>,
    /// How many are known before those of each number of `known`.
    before: Box<[u16; N]>,
    /// Where the things of each known hash begin, and where the last ones end.
    starts: Vec<u32>,
}

impl<const N: usize> Hashes<N> {
    /// The hashes of a list, in its order: none is less than the one before it.
    pub fn of(hashes: impl Iterator<Item = usize>) -> Hashes<N> {
        let mut all = Hashes { known: Box::new([0; N]), before: Box::new([0; N]), starts: Vec::new() };
        let (mut last, mut end) = (None, 0);
        for (at, hash) in (0_u32..).zip(hashes) {
            if last.replace(hash) != Some(hash) {
                all.known[hash / 64] |= 1 << (hash % 64);
                all.starts.push(at);
            }
            end = at + 1;
        }
        all.starts.push(end);
        let mut before = 0;
        for (own, known) in all.before.iter_mut().zip(all.known.iter()) {
            *own = before;
            before += u64::count_ones(*known) as u16;
        }
        all
    }

    #[inline]
    pub fn knows(&self, hash: usize) -> bool {
        self.known[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// Where the things of a known hash lie.
    #[inline]
    pub fn range(&self, hash: usize) -> Range<usize> {
        let lower = self.known[hash / 64] & ((1 << (hash % 64)) - 1);
        let place = usize::from(self.before[hash / 64]) + lower.count_ones() as usize;
        match self.starts.get(place..).and_then(<[u32]>::first_chunk) {
            Some(&[from, to]) => from as usize..to as usize,
            None => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hash_has_its_own() {
        let list = [0, 0, 1, 63, 64, 64, 64, 127];
        let hashes = Hashes::<2>::of(list.into_iter());
        for hash in 0..128 {
            let own = Vec::from_iter((0..list.len()).filter(|&at| list[at] == hash));
            assert_eq!(hashes.knows(hash), !own.is_empty());
            if hashes.knows(hash) {
                assert!(hashes.range(hash).eq(own), "{hash}");
            }
        }
    }
}
