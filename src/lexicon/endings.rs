//! Endings of words (*-nämnden*), found without trying one after the other.

use crate::cues::sieve::EndingBits;
use crate::cues::table::{Key, same_letters};

/// Endings, found by a hash of a word's last four bytes.
#[derive(Debug)]
pub(crate) struct Endings {
    /// One bit for each hash that an ending has.
    bits: EndingBits,
    /// Sorted by hash, the longest of each hash first.
    all: Vec<Ending>,
    /// Where the endings of each hash begin in `all`, by its top bits.
    starts: Vec<u16>,
}

#[derive(Debug)]
struct Ending {
    /// Its last eight bytes, or all it has, as [`Key::end`] gives those of a word, and which bits of them count.
    end: u64,
    mask: u64,
    text: &'static str,
    number: u16,
}

/// Of a hash, what tells the place in `starts`.
const BUCKETS: u32 = 10;

impl Endings {
    /// Endings with their numbers. They have at least four bytes: shorter ones would fit half the language.
    pub fn of(mut endings: Vec<(&'static str, u16)>) -> Endings {
        let hash = |ending: &str| Endings::hash(&Key::of(ending.as_bytes()));
        // Of an ending that stands twice the first counts.
        endings.sort_by_key(|(text, _)| (hash(text), std::cmp::Reverse(text.len())));
        let mut found = Endings { bits: EndingBits::default(), all: Vec::new(), starts: vec![0] };
        for (text, number) in endings {
            debug_assert!(text.len() >= 4, "{text}");
            let hash = hash(text);
            found.bits.insert(u64::from(hash) << 32);
            found.starts.resize(bucket(hash) + 1, found.all.len() as u16);
            let mask = !0 << (64 - 8 * text.len().min(8));
            let end = Key::of(text.as_bytes()).end() & mask;
            found.all.push(Ending { end, mask, text, number });
        }
        found.starts.resize((1 << BUCKETS) + 1, found.all.len() as u16);
        found
    }

    /// Of a word's last four bytes, whatever their case.
    #[inline(always)]
    pub fn hash(key: &Key) -> u32 {
        Endings::hash_of((key.end() >> 32) as u32)
    }

    /// The same from the bytes.
    #[inline(always)]
    pub fn hash_of(four: u32) -> u32 {
        (four | 0x2020_2020).wrapping_mul(0x9E37_79B1)
    }

    /// Number of the longest ending that `word`, in whatever case, has and is longer than.
    #[inline(always)]
    pub fn find(&self, word: &[u8], key: &Key) -> Option<u16> {
        let hash = Endings::hash(key);
        if self.bits.may_have(u64::from(hash) << 32) { self.longest(hash, word, key) } else { None }
    }

    /// The same past the bits, with [`Endings::hash`] of the word. Not inlined: most words do not come here.
    #[inline(never)]
    pub fn longest(&self, hash: u32, word: &[u8], key: &Key) -> Option<u16> {
        let bucket = bucket(hash);
        let (from, to) = (self.starts[bucket], self.starts[bucket + 1]);
        let fits = |ending: &&Ending| {
            let len = ending.text.len();
            key.end() & ending.mask == ending.end
                && key.len > len
                && (len <= 8 || same_letters(ending.text.as_bytes(), &word[word.len() - len..]))
        };
        self.all[usize::from(from)..usize::from(to)].iter().find(fits).map(|ending| ending.number)
    }
}

fn bucket(hash: u32) -> usize {
    (hash >> (32 - BUCKETS)) as usize
}
