//! What throws most words of a text out before they are looked up.

/// One bit for each hash that a word of a list has.
#[derive(Debug)]
pub(crate) struct Bits<const N: usize>(Box<[u64; N]>);

/// Words of a list of some hundreds, by [`super::table::hash`]: few lines of the nearest cache.
pub(crate) type WordBits = Bits<256>;

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

/// Endings, by a hash of their last four bytes: for each the letters that stand before these, as bits.
#[derive(Debug)]
pub(crate) struct EndingBits(Box<[u32; EndingBits::BUCKETS]>);

impl Default for EndingBits {
    fn default() -> EndingBits {
        EndingBits(Box::new([0; EndingBits::BUCKETS]))
    }
}

impl EndingBits {
    /// How many values the hash has.
    pub const BUCKETS: usize = 1024;

    /// The hash of a word's last four bytes, whatever their case, from its last eight.
    #[inline(always)]
    pub fn bucket(end: u64) -> usize {
        let four = (end >> 32) as u32 | 0x2020_2020;
        (four.wrapping_mul(0x9E37_79B1) >> (32 - EndingBits::BUCKETS.trailing_zeros())) as usize
    }

    /// The letter before these four.
    #[inline(always)]
    fn letter(end: u64) -> u32 {
        (end >> 24) as u32 & 31
    }

    /// Whether a word with these last eight bytes may have an ending; `false` is certain.
    #[inline(always)]
    pub fn may_have(&self, end: u64) -> bool {
        self.0[Self::bucket(end)] >> Self::letter(end) & 1 != 0
    }

    /// Enters an ending of `len` bytes by its last eight; before four any letter may stand.
    pub fn insert(&mut self, end: u64, len: usize) {
        self.0[Self::bucket(end)] |= if len > 4 { 1 << Self::letter(end) } else { u32::MAX };
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

    /// Whether a word that ends with these eight bytes may have an ending; `false` is certain.
    #[inline(always)]
    pub fn may_end(&self, end: u64) -> bool {
        self.endings.may_have(end)
    }

    /// Enters a word as one of `kind`.
    pub fn insert(&mut self, hash: u64, kind: u64) {
        let (word, bit) = Self::place(hash);
        self.words[word] |= kind << bit;
    }

    pub fn insert_ending(&mut self, end: u64, len: usize) {
        self.endings.insert(end, len);
    }
}
