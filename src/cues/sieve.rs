//! What throws most words of a text out before they are looked up.

/// One bit for each hash that a word of a list has.
#[derive(Debug)]
pub(crate) struct Bits<const N: usize>(Box<[u64; N]>);

/// Words, by [`super::table::hash`].
pub(crate) type WordBits = Bits<2048>;
/// Endings, by [`crate::lexicon::Endings::hash`].
pub(crate) type EndingBits = Bits<512>;

impl<const N: usize> Default for Bits<N> {
    fn default() -> Bits<N> {
        Bits(Box::new([0; N]))
    }
}

impl<const N: usize> Bits<N> {
    /// The top bits of a hash are the best mixed.
    #[inline(always)]
    fn place(hash: u64) -> (usize, u32) {
        let bit = hash >> (64 - (N * 64).trailing_zeros());
        ((bit / 64) as usize, (bit % 64) as u32)
    }

    /// Whether a word of this hash may be in the list; `false` is certain.
    #[inline(always)]
    pub fn may_have(&self, hash: u64) -> bool {
        let (word, bit) = Self::place(hash);
        self.0[word] >> bit & 1 != 0
    }

    pub fn insert(&mut self, hash: u64) {
        let (word, bit) = Self::place(hash);
        self.0[word] |= 1 << bit;
    }
}

/// The bits of the words that a scan is made for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sieve<'l> {
    pub words: &'l WordBits,
    pub endings: &'l EndingBits,
    /// Of names, which begin with a capital.
    pub names: &'l WordBits,
}
