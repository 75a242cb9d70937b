//! What throws most words of a text out before they are looked up.

/// One bit for each hash that a word of a list has.
#[derive(Debug)]
pub(crate) struct Bits<const N: usize>(Box<[u64; N]>);

/// Words of a list of some hundreds, by [`super::table::hash`]: few lines of the nearest cache.
pub(crate) type WordBits = Bits<256>;
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

/// The words that a scan is made for: two bits for each hash, and the endings.
#[derive(Debug)]
pub(crate) struct Sieve {
    words: Box<[u64; 4096]>,
    endings: EndingBits,
}

impl Default for Sieve {
    fn default() -> Sieve {
        Sieve { words: Box::new([0; 4096]), endings: EndingBits::default() }
    }
}

impl Sieve {
    /// Of the two bits of a hash, that of words.
    pub const WORD: u64 = 1;
    /// That of names, which begin with a capital.
    pub const NAME: u64 = 1 << 1;

    /// As [`Bits::place`] has it, two bits for one.
    #[inline(always)]
    fn place(hash: u64) -> (usize, u32) {
        ((hash >> 52) as usize, (hash >> 46) as u32 & 62)
    }

    /// [`Sieve::WORD`] where a word may have this hash, [`Sieve::NAME`] where a name may; the bits above are others'.
    #[inline(always)]
    pub fn words(&self, hash: u64) -> u64 {
        let (word, bit) = Self::place(hash);
        self.words[word] >> bit
    }

    /// Whether a word whose last four bytes have this hash may have an ending; `false` is certain.
    #[inline(always)]
    pub fn may_end(&self, hash: u32) -> bool {
        self.endings.may_have(u64::from(hash) << 32)
    }

    /// Enters a word as one of `kind`.
    pub fn insert(&mut self, hash: u64, kind: u64) {
        let (word, bit) = Self::place(hash);
        self.words[word] |= kind << bit;
    }

    pub fn insert_ending(&mut self, hash: u32) {
        self.endings.insert(u64::from(hash) << 32);
    }
}
