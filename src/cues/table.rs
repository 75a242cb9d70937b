//! A hash table from words to numbers, made for a scan in which most look-ups fail.

use super::sieve::WordBits;
use crate::text::lower::Lower;

/// Words up to this many bytes are looked up; longer ones are found by their ending only.
pub(crate) const LONGEST: usize = 40;

/// Open addressing, behind bits that throw most words out.
#[derive(Debug)]
pub(crate) struct Table {
    bits: WordBits,
    slots: Box<[Slot]>,
    /// All words, one after the other, with eight bytes before the first and after the last.
    text: Vec<u8>,
    words: u16,
}

/// From the top: 20 bits of the word's hash, where its text begins (20), how long it is (8), its number (16);
/// 0 where free. All in one load: the words that are looked up are seldom in the nearest cache.
#[derive(Clone, Copy, Debug, Default)]
struct Slot(u64);

impl Slot {
    const TAG: u64 = !0 << 44;

    fn new(hash: u64, start: usize, len: usize, number: u16) -> Slot {
        debug_assert!(start < 1 << 20 && len < 1 << 8);
        Slot(tag(hash) | (start as u64) << 24 | (len as u64) << 16 | u64::from(number))
    }
    fn is_free(self) -> bool {
        self.0 == 0
    }
    fn number(self) -> u16 {
        self.0 as u16
    }
    fn start(self) -> usize {
        (self.0 >> 24) as usize & 0xF_FFFF
    }
    fn len(self) -> usize {
        (self.0 >> 16) as usize & 0xFF
    }
}

impl Table {
    /// A table that can hold `room` words.
    pub fn with_room(room: usize) -> Table {
        let size = (room * 2).next_power_of_two().max(64);
        // Number 0 means "none": it is the empty word.
        Table {
            bits: WordBits::default(),
            slots: vec![Slot::default(); size].into(),
            text: vec![0; 16],
            words: 0,
        }
    }

    /// The word's number, given now if it is new.
    pub fn insert(&mut self, word: &[u8]) -> u16 {
        if let Some(number) = self.get(word) {
            return number;
        }
        // Half of the slots stay free; the lexicon's own test sees that the words fit.
        debug_assert!(usize::from(self.words) * 2 < self.slots.len() && self.words < u16::MAX);
        let Key { hash, .. } = Key::of(word);
        self.bits.insert(hash);
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 24) as usize & mask;
        while !self.slots[at].is_free() {
            at = (at + 1) & mask;
        }
        self.words += 1;
        let start = self.text.len() - 8;
        self.slots[at] = Slot::new(hash, start, word.len(), self.words);
        self.text.truncate(start);
        self.text.extend_from_slice(word);
        self.text.extend_from_slice(&[0; 8]);
        self.words
    }

    /// The word's number, if it is in the table.
    #[inline]
    pub fn get(&self, word: &[u8]) -> Option<u16> {
        let slot = self.find(word, &Key::of(word))?;
        (self.text.get(slot.start()..slot.start() + slot.len()) == Some(word)).then(|| slot.number())
    }

    /// The same for a word in whatever case, with its key: asked of several tables, it is the same.
    #[inline(always)]
    pub fn get_any_case(&self, word: &[u8], key: &Key) -> Option<u16> {
        self.find(word, key).map(Slot::number)
    }

    /// Whether a word of this hash may be in the table; `false` is certain.
    #[inline(always)]
    pub fn may_have(&self, hash: u64) -> bool {
        self.bits.may_have(hash)
    }

    /// The bits that throw most words out.
    pub fn bits(&self) -> &WordBits {
        &self.bits
    }

    #[inline(always)]
    fn find(&self, word: &[u8], key: &Key) -> Option<Slot> {
        if self.may_have(key.hash) { self.probe(word, key) } else { None }
    }

    /// Past the bits. Not inlined: most words do not come here.
    #[inline(never)]
    fn probe(&self, word: &[u8], key: &Key) -> Option<Slot> {
        let mask = self.slots.len() - 1;
        let mut at = (key.hash >> 24) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.is_free() {
                return None;
            }
            if slot.0 & Slot::TAG == tag(key.hash) && self.holds(slot, word, key) {
                return Some(slot);
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether the word of a slot is this one, by their ends; only long words have something between them.
    #[inline(always)]
    fn holds(&self, slot: Slot, word: &[u8], key: &Key) -> bool {
        let (start, end) = (slot.start(), slot.start() + slot.len());
        let ends = (self.text[start..].first_chunk(), self.text[..end].last_chunk());
        let (Some(first), Some(last)) = ends else { return false };
        let own = Key::of_ends(first, last, slot.len());
        own.same_ends(key) && (key.len <= 16 || same_letters(&self.text[start..end], word))
    }
}

/// What is known about words, by word.
#[derive(Debug)]
pub(crate) struct Words<V> {
    table: Table,
    /// By the number of the word, from 1.
    values: Vec<V>,
}

impl<V> Words<V> {
    /// A word that comes twice has both values joined.
    pub fn of(entries: Vec<(&str, V)>, join: impl Fn(&mut V, V)) -> Words<V> {
        let mut words = Words { table: Table::with_room(entries.len()), values: Vec::new() };
        for (word, value) in entries {
            let number = words.table.insert(word.as_bytes());
            match words.values.get_mut(usize::from(number) - 1) {
                Some(before) => join(before, value),
                None => words.values.push(value),
            }
        }
        words
    }

    #[inline]
    pub fn get(&self, word: &str) -> Option<&V> {
        self.values.get(usize::from(self.table.get(word.as_bytes())?) - 1)
    }

    /// The same for a word in whatever case: only one that may be in the table is put in lower case.
    #[inline]
    pub fn get_in_any_case(&self, word: &str) -> Option<&V> {
        if !self.table.may_have(hash(word.as_bytes())) {
            return None;
        }
        self.get(Lower::<LONGEST>::of(word.as_bytes())?.text())
    }
}

/// Whether `lower`, in lower case, and `letters`, in whatever case, are the same.
pub(crate) fn same_letters(lower: &[u8], letters: &[u8]) -> bool {
    lower.len() == letters.len() && lower.iter().zip(letters).all(|(a, b)| a | 0x20 == b | 0x20)
}

/// Twenty bits of the hash, where a slot has them; the place of a slot is told by other ones.
fn tag(hash: u64) -> u64 {
    hash << 1 & Slot::TAG
}

/// All bytes with the bit that tells small letters from capitals: `A` and `a`, and Å and å in UTF-8, are alike
/// with it. (Č and č, Ł and ł are not: `Lexicon::name` lowers them.)
const SMALL: u64 = 0x2020_2020_2020_2020;

/// How many of 64 bits are not a word's of this many bytes. A table, because the arithmetic is made a branch on
/// the length, which no processor foresees.
static UNUSED: [u32; 9] = [0, 56, 48, 40, 32, 24, 16, 8, 0];

/// What a word is looked up by, the same whatever the case of its letters. Words of a language differ at their ends;
/// those that do not share a place in the table and are told apart there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The eight bytes that the word begins with and those that it ends with; a shorter one is the high bytes of the
    /// one and the low bytes of the other, with nothing beside it.
    first: u64,
    last: u64,
    pub len: usize,
    pub hash: u64,
}

impl Key {
    #[inline]
    pub fn of(word: &[u8]) -> Key {
        if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            return Key::of_ends(first, last, word.len());
        }
        // Less than eight bytes, side by side from the lowest on: by ends that overlap, not byte by byte.
        let bytes = match (word.first_chunk(), word.last_chunk()) {
            (Some(first), Some(last)) => {
                let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
                u64::from(first) | u64::from(last) << (8 * (word.len() - 4))
            }
            _ => word.iter().rev().fold(0, |bytes, &b| bytes << 8 | u64::from(b)),
        };
        let unused = UNUSED[word.len().min(8)];
        let last = if word.is_empty() { 0 } else { bytes << unused };
        Key::of_ends(&bytes.to_le_bytes(), &last.to_le_bytes(), word.len())
    }

    /// The key of the word `bytes[start..end]`, with what is beside it in the text at hand.
    #[inline(always)]
    pub fn within(bytes: &[u8], start: usize, end: usize) -> Key {
        match (
            bytes.get(start..).and_then(<[u8]>::first_chunk),
            bytes.get(..end).and_then(<[u8]>::last_chunk),
        ) {
            (Some(first), Some(last)) => Key::of_ends(first, last, end - start),
            // In the first or last eight bytes of the text.
            _ => Key::of(&bytes[start..end]),
        }
    }

    /// The same from the eight bytes that a word begins with and the eight that it ends with; of a shorter word
    /// they hold what follows and what precedes it too, which is shifted out here.
    #[inline(always)]
    pub fn of_ends(first: &[u8; 8], last: &[u8; 8], len: usize) -> Key {
        let unused = UNUSED[len.min(8)];
        let first = (u64::from_le_bytes(*first) | SMALL) << unused;
        let last = (u64::from_le_bytes(*last) | SMALL) >> unused;
        let mixed = first ^ last.rotate_left(23) ^ (len as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // The high half is well mixed: the sieve takes its bits from there, the slots the bits below.
        Key { first, last, len, hash: mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93) }
    }

    /// The word's last eight bytes, letters small, the last one highest; nothing in place of those that it does not have.
    #[inline(always)]
    pub fn end(&self) -> u64 {
        self.last << UNUSED[self.len.min(8)]
    }

    #[inline(always)]
    fn same_ends(&self, other: &Key) -> bool {
        self.len == other.len && self.first == other.first && self.last == other.last
    }
}

/// Hash of a word, the same whatever the case of its letters.
#[inline]
pub(crate) fn hash(word: &[u8]) -> u64 {
    Key::of(word).hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        let words: Vec<String> = (0..5000).map(|i| format!("ord{i}{}", "ö".repeat(i % 14))).collect();
        let mut table = Table::with_room(words.len());
        let numbers: Vec<u16> = words.iter().map(|w| table.insert(w.as_bytes())).collect();
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!(table.get(word.as_bytes()), Some(*number));
            assert_eq!(table.get(format!("{word}x").as_bytes()), None);
        }
        assert_eq!(table.get(b""), None);
    }

    #[test]
    fn tells_words_apart_that_begin_and_end_alike() {
        let word = |middle: &str| format!("kommunal{middle}nämnden");
        let mut table = Table::with_room(4);
        let number = table.insert(word("förbunds").as_bytes());
        let find = |word: &str| table.get_any_case(word.as_bytes(), &Key::of(word.as_bytes()));
        assert_eq!(find(&word("FÖRBUNDS")), Some(number));
        assert_eq!(find(&word("förvalts")), None);
        assert_eq!(table.get(word("FÖRBUNDS").as_bytes()), None);
        // Wherever a word lies in its text its key is the same.
        for text in ["nämnden", " nämnden", "på nämnden", "i går sade nämnden i staden"] {
            let start = text.find("nämnden").unwrap_or(0);
            let key = Key::within(text.as_bytes(), start, start + "nämnden".len());
            assert_eq!(key, Key::of("NÄMNDEN".as_bytes()), "{text}");
        }
    }
}
