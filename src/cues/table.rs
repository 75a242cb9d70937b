//! A hash table from words to numbers, made for a scan in which most look-ups fail.

/// Words up to this many bytes are looked up; longer ones are found by their ending only.
pub(crate) const LONGEST: usize = 40;

/// Open addressing over 16-bit numbers, behind a bitmap of 64 Kibit that throws most words out.
#[derive(Debug)]
pub(crate) struct Table {
    bitmap: Box<[u64]>,
    /// Number of the word, 0 where free.
    slots: Box<[u16]>,
    words: Vec<Box<[u8]>>,
}

impl Table {
    /// A table that can hold `room` words.
    pub fn with_room(room: usize) -> Table {
        let size = (room * 2).next_power_of_two().max(64);
        Table {
            bitmap: vec![0; 1024].into(),
            slots: vec![0; size].into(),
            // Number 0 means "none".
            words: vec![Box::default()],
        }
    }

    /// The word's number, given now if it is new.
    pub fn insert(&mut self, word: &[u8]) -> u16 {
        if let Some(number) = self.get(word) {
            return number;
        }
        // Half of the slots stay free; the lexicon's own test sees that the words fit.
        debug_assert!(self.words.len() * 2 <= self.slots.len() && self.words.len() < u16::MAX as usize);
        let hash = hash(word);
        let bit = (hash >> 48) as usize;
        self.bitmap[bit / 64] |= 1 << (bit % 64);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        let number = self.words.len() as u16;
        self.slots[at] = number;
        self.words.push(word.into());
        number
    }

    /// The word's number, if it is in the table.
    pub fn get(&self, word: &[u8]) -> Option<u16> {
        self.get_hashed(hash(word), word)
    }

    /// The same for a word whose hash is known, to ask several tables.
    #[inline]
    pub fn get_hashed(&self, hash: u64, word: &[u8]) -> Option<u16> {
        let bit = (hash >> 48) as usize;
        if self.bitmap[bit / 64] & (1 << (bit % 64)) == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                0 => return None,
                number if &*self.words[number as usize] == word => return Some(number),
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Two overlapping loads and a multiplication: the words of a language differ at their ends.
#[inline]
pub(crate) fn hash(word: &[u8]) -> u64 {
    let n = word.len();
    let (a, b) = if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
    } else {
        let byte = |i: usize| word.get(i).map_or(0, |&b| u64::from(b));
        (byte(0) | byte(1) << 8 | byte(2) << 16, 0)
    };
    // Long words with the same ends differ in the middle.
    let middle =
        if n > 16 { word[8..n - 8].iter().fold(0u64, |h, &b| h.rotate_left(5) ^ u64::from(b)) } else { 0 };
    let mixed = (a ^ 0x9E37_79B9_7F4A_7C15u64.wrapping_mul(n as u64 | 1)) ^ b.rotate_left(23) ^ middle;
    let spread = mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    spread ^ (spread >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93)
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
}
