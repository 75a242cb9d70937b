//! Endings of words (*-nämnden*), found without trying one after the other.

use super::sieve::EndingBits;
use super::table::{Key, same_letters};

/// Endings, found by a hash of a word's last four bytes.
#[derive(Debug)]
pub(crate) struct Endings {
    /// What throws most words out.
    bits: EndingBits,
    /// By [`EndingBits::bucket`], the longest of each first.
    all: Vec<Ending>,
    /// Where the endings of each bucket begin in `all`.
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

impl Endings {
    /// Endings with their numbers. They have at least four bytes: shorter ones would fit half the language.
    pub fn of(mut endings: Vec<(&'static str, u16)>) -> Endings {
        let bucket = |ending: &str| EndingBits::bucket(Key::of(ending.as_bytes()).end());
        // Of an ending that stands twice the first counts.
        endings.sort_by_key(|(text, _)| (bucket(text), std::cmp::Reverse(text.len())));
        let mut found = Endings { bits: EndingBits::default(), all: Vec::new(), starts: vec![0] };
        for (text, number) in endings {
            debug_assert!(text.len() >= 4, "{text}");
            let end = Key::of(text.as_bytes()).end();
            found.bits.insert(end, text.len());
            found.starts.resize(EndingBits::bucket(end) + 1, found.all.len() as u16);
            let mask = !0 << (64 - 8 * text.len().min(8));
            found.all.push(Ending { end, mask, text, number });
        }
        found.starts.resize(EndingBits::BUCKETS + 1, found.all.len() as u16);
        found
    }

    /// Number of the longest ending that `word`, in whatever case, has and is longer than.
    #[inline(always)]
    pub fn find(&self, word: &[u8], key: &Key) -> Option<u16> {
        if self.bits.may_have(key.end()) { self.longest(word, key) } else { None }
    }

    /// The same past the bits. Not inlined: most words do not come here.
    #[inline(never)]
    pub fn longest(&self, word: &[u8], key: &Key) -> Option<u16> {
        let bucket = EndingBits::bucket(key.end());
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
