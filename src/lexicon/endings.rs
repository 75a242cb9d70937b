//! Endings of words (*-nämnden*), found without trying one after the other.

use crate::cues::sieve::EndingBits;
use crate::cues::table;

/// Endings, found by a hash of a word's last four bytes.
#[derive(Debug)]
pub(crate) struct Endings {
    /// One bit for each hash that an ending has.
    bits: EndingBits,
    /// The endings of each hash, the longest first.
    buckets: Vec<Vec<(&'static str, u16)>>,
}

impl Default for Endings {
    fn default() -> Endings {
        Endings { bits: EndingBits::default(), buckets: vec![Vec::new(); 4096] }
    }
}

impl Endings {
    /// Of the last four bytes with every letter small, as [`table::hash_and_tail`] gives them.
    #[inline(always)]
    pub fn hash(tail: u32) -> u64 {
        u64::from(tail).wrapping_mul(0x9E37_79B1 << 32)
    }

    #[inline(always)]
    pub fn may_have(&self, tail: u32) -> bool {
        self.bits.may_have(Endings::hash(tail))
    }

    /// The bits that throw most words out.
    pub fn bits(&self) -> &EndingBits {
        &self.bits
    }

    fn bucket(hash: u64) -> usize {
        (hash >> 52) as usize
    }

    /// Endings have at least four bytes: shorter ones would fit half the language.
    pub fn insert(&mut self, ending: &'static str, number: u16) {
        let hash = Endings::hash(table::hash_and_tail(ending.as_bytes()).1);
        self.bits.insert(hash);
        self.buckets[Endings::bucket(hash)].push((ending, number));
    }

    pub fn longest_first(&mut self) {
        for list in &mut self.buckets {
            list.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        }
    }

    #[inline(always)]
    pub fn find(&self, word: &[u8]) -> Option<u16> {
        let hash = Endings::hash(table::hash_and_tail(word).1);
        if self.bits.may_have(hash) { self.longest(Endings::bucket(hash), word) } else { None }
    }

    /// Past the bits. Not inlined: most words do not come here.
    #[inline(never)]
    fn longest(&self, bucket: usize, word: &[u8]) -> Option<u16> {
        let fits = |ending: &str| {
            word.len() > ending.len()
                && table::same_letters(ending.as_bytes(), &word[word.len() - ending.len()..])
        };
        self.buckets[bucket].iter().find(|(ending, _)| fits(ending)).map(|&(_, number)| number)
    }
}
