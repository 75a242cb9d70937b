//! Endings of words (*-nämnden*), found without trying one after the other.

use crate::cues::table;

/// Endings, found by a hash of a word's last four bytes.
#[derive(Debug)]
pub(crate) struct Endings {
    /// One bit for each hash that an ending has.
    bitmap: Box<[u64; 512]>,
    /// The endings of each hash, the longest first.
    buckets: Vec<Vec<(&'static str, u16)>>,
}

impl Default for Endings {
    fn default() -> Endings {
        Endings { bitmap: Box::new([0; 512]), buckets: vec![Vec::new(); 4096] }
    }
}

impl Endings {
    /// Of the last four bytes with every letter small, as [`table::hash_and_tail`] gives them.
    #[inline(always)]
    fn bit(tail: u32) -> usize {
        (tail.wrapping_mul(0x9E37_79B1) >> 17) as usize
    }

    #[inline(always)]
    pub fn may_have(&self, tail: u32) -> bool {
        let bit = Endings::bit(tail);
        self.bitmap[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// Endings have at least four bytes: shorter ones would fit half the language.
    pub fn insert(&mut self, ending: &'static str, number: u16) {
        let bit = Endings::bit(table::hash_and_tail(ending.as_bytes()).1);
        self.bitmap[bit / 64] |= 1 << (bit % 64);
        self.buckets[bit / 8].push((ending, number));
    }

    pub fn longest_first(&mut self) {
        for list in &mut self.buckets {
            list.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        }
    }

    #[inline(always)]
    pub fn find(&self, word: &[u8]) -> Option<u16> {
        let tail = table::hash_and_tail(word).1;
        if self.may_have(tail) { self.longest(Endings::bit(tail), word) } else { None }
    }

    /// Past the bitmap. Not inlined: most words do not come here.
    #[inline(never)]
    fn longest(&self, bit: usize, word: &[u8]) -> Option<u16> {
        let fits = |ending: &str| {
            word.len() > ending.len()
                && table::same_letters(ending.as_bytes(), &word[word.len() - ending.len()..])
        };
        self.buckets[bit / 8].iter().find(|(ending, _)| fits(ending)).map(|&(_, number)| number)
    }
}
