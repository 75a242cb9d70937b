//! A hash table from words to numbers, made for a scan in which most look-ups fail.

use super::sieve::WordBits;

/// Words up to this many bytes are looked up; longer ones are found by their ending only.
pub(crate) const LONGEST: usize = 40;

/// Words with numbers from 1, by open addressing.
#[derive(Debug)]
pub(crate) struct Slots {
    slots: Box<[Slot]>,
    /// How far the hash of a word is shifted to be its place: its top bits are the best mixed.
    shift: u32,
    /// All words, one after the other.
    text: Vec<u8>,
    words: u16,
}

/// A word with all that is compared of most: one look into memory, where it is seldom near.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// As in its [`Key`].
    first: u64,
    last: u64,
    /// Where its text begins.
    start: u32,
    len: u16,
    /// 0 where the slot is free.
    number: u16,
}

impl Slots {
    /// Room for this many words.
    pub fn with_room(room: usize) -> Slots {
        // Half of the slots stay free.
        let size = (room * 2).next_power_of_two().max(64);
        let shift = 64 - size.trailing_zeros();
        Slots { slots: vec![Slot::default(); size].into(), shift, text: Vec::new(), words: 0 }
    }

    /// The word's number, given now if it is new.
    pub fn insert(&mut self, word: &[u8]) -> u16 {
        let key = Key::of(word);
        if let Some(number) = self.get(word, &key) {
            return number;
        }
        // The lexicon's own test sees that the words fit.
        debug_assert!(usize::from(self.words) * 2 < self.slots.len() && self.words < u16::MAX);
        let mask = self.slots.len() - 1;
        let mut at = (key.hash >> self.shift) as usize;
        while self.slots[at].number != 0 {
            at = (at + 1) & mask;
        }
        self.words += 1;
        let (start, len) = (self.text.len() as u32, key.len as u16);
        self.slots[at] = Slot { first: key.first, last: key.last, start, len, number: self.words };
        self.text.extend_from_slice(word);
        self.words
    }

    /// The word's number, letter for letter.
    #[inline]
    pub fn get(&self, word: &[u8], key: &Key) -> Option<u16> {
        let slot = self.slot(word, key)?;
        (self.text_of(slot) == word).then_some(slot.number)
    }

    /// Number of a word in whatever case.
    #[inline]
    pub fn get_any_case(&self, word: &[u8], key: &Key) -> Option<u16> {
        self.slot(word, key).map(|slot| slot.number)
    }

    #[inline]
    fn slot(&self, word: &[u8], key: &Key) -> Option<&Slot> {
        let mask = self.slots.len() - 1;
        let mut at = (key.hash >> self.shift) as usize;
        loop {
            let slot = &self.slots[at & mask];
            if slot.number == 0 {
                return None;
            }
            let same = slot.first == key.first && slot.last == key.last && usize::from(slot.len) == key.len;
            // Only long words have something between their ends.
            if same && (key.len <= 16 || same_letters(self.text_of(slot), word)) {
                return Some(slot);
            }
            at += 1;
        }
    }

    fn text_of(&self, slot: &Slot) -> &[u8] {
        let start = slot.start as usize;
        self.text.get(start..start + usize::from(slot.len)).unwrap_or_default()
    }
}

/// The same behind bits that throw most words out.
#[derive(Debug)]
pub(crate) struct Table {
    bits: WordBits,
    slots: Slots,
}

impl Table {
    /// A table that can hold `room` words.
    pub fn with_room(room: usize) -> Table {
        Table { bits: WordBits::default(), slots: Slots::with_room(room) }
    }

    /// The word's number, given now if it is new.
    pub fn insert(&mut self, word: &[u8]) -> u16 {
        self.bits.insert(hash(word));
        self.slots.insert(word)
    }

    /// The word's number, if it is in the table.
    #[inline]
    pub fn get(&self, word: &[u8]) -> Option<u16> {
        let key = Key::of(word);
        if self.may_have(key.hash) { self.slots.get(word, &key) } else { None }
    }

    /// The same for a word in whatever case, with its key: asked of several tables, it is the same.
    #[inline]
    pub fn get_any_case(&self, word: &[u8], key: &Key) -> Option<u16> {
        if self.may_have(key.hash) { self.slots.get_any_case(word, key) } else { None }
    }

    /// Whether a word of this hash may be in the table; `false` is certain.
    #[inline(always)]
    pub fn may_have(&self, hash: u64) -> bool {
        self.bits.may_have(hash)
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

    /// The same for a word in whatever case.
    #[inline]
    pub fn get_in_any_case(&self, word: &str) -> Option<&V> {
        let number = self.table.get_any_case(word.as_bytes(), &Key::of(word.as_bytes()))?;
        self.values.get(usize::from(number) - 1)
    }
}

/// Whether `lower`, in lower case, and `letters`, in whatever case, are the same.
pub(crate) fn same_letters(lower: &[u8], letters: &[u8]) -> bool {
    lower.len() == letters.len() && lower.iter().zip(letters).all(|(a, b)| a | 0x20 == b | 0x20)
}

/// All bytes with the bit that tells small letters from capitals: `A` and `a`, and Å and å in UTF-8, are alike
/// with it. (Č and č, Ł and ł are not: `Lexicon::name` lowers them.)
const SMALL: u64 = 0x2020_2020_2020_2020;

/// How many of 64 bits are not a word's of this many bytes, by [`unused`]. A table, because the arithmetic is made a
/// branch on the length, which no processor foresees.
static UNUSED: [u8; 64] = {
    let mut unused = [0; 64];
    let mut len = 1;
    while len < 8 {
        unused[len] = 64 - 8 * len as u8;
        len += 1;
    }
    unused
};

#[inline(always)]
fn unused(len: usize) -> u32 {
    u32::from(UNUSED[len.min(63)])
}

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
        let unused = unused(word.len());
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
        Key::of_letters(u64::from_le_bytes(*first), u64::from_le_bytes(*last), len, unused(len))
    }

    /// The key of a word of less than 64 bytes.
    #[inline(always)]
    pub fn of_short(first: u64, last: u64, len: usize) -> Key {
        Key::of_letters(first, last, len, u32::from(UNUSED[len % 64]))
    }

    #[inline(always)]
    fn of_letters(first: u64, last: u64, len: usize, unused: u32) -> Key {
        let first = (first | SMALL) << unused;
        let last = (last | SMALL) >> unused;
        // The length of a short word is in its ends, and long ones of the same ends are seldom two.
        let mixed = first ^ last.rotate_left(23);
        // The high half is well mixed: the sieve takes its bits from there, the slots the bits below.
        Key { first, last, len, hash: mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93) }
    }

    /// The word's last eight bytes, letters small, the last one highest; nothing in place of those that it does not have.
    #[inline(always)]
    pub fn end(&self) -> u64 {
        self.last << unused(self.len)
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
        let mut slots = Slots::with_room(4);
        let number = slots.insert(word("förbunds").as_bytes());
        let find = |word: &str| slots.get_any_case(word.as_bytes(), &Key::of(word.as_bytes()));
        assert_eq!(find(&word("FÖRBUNDS")), Some(number));
        assert_eq!(find(&word("förvalts")), None);
        let capitals = word("FÖRBUNDS");
        assert_eq!(slots.get(capitals.as_bytes(), &Key::of(capitals.as_bytes())), None);
        // Wherever a word lies in its text its key is the same.
        for text in ["nämnden", " nämnden", "på nämnden", "i går sade nämnden i staden"] {
            let start = text.find("nämnden").unwrap_or(0);
            let key = Key::within(text.as_bytes(), start, start + "nämnden".len());
            assert_eq!(key, Key::of("NÄMNDEN".as_bytes()), "{text}");
        }
    }
}
