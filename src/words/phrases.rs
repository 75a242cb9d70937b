//! Many phrases looked for at once, as parts of words too.

use super::hashes::Hashes;
use std::collections::HashMap;

/// Phrases of four bytes or more, found by a hash of four bytes in them.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    /// A text is read at every so many bytes: the shortest phrase holds one of the fours that begin there.
    step: usize,
    /// Those of all phrases: at most places of a text none is.
    hashes: Hashes<{ HASHES / 64 }>,
    /// In the order of their hashes.
    fours: Vec<Four<V>>,
}

const HASHES: usize = 1 << 15;

/// Four bytes of a phrase.
#[derive(Debug)]
struct Four<V> {
    bytes: [u8; 4],
    /// How far in the phrase they stand.
    offset: usize,
    phrase: &'static str,
    value: V,
}

impl<V: Copy> Phrases<V> {
    pub fn of(phrases: impl Iterator<Item = (&'static str, V)>) -> Phrases<V> {
        let phrases = Vec::from_iter(phrases);
        let shortest = phrases.iter().map(|(phrase, _)| phrase.len()).min().unwrap_or(4);
        debug_assert!(shortest >= 4, "{:?}", phrases.iter().map(|(phrase, _)| phrase).collect::<Vec<_>>());
        let step = shortest.saturating_sub(3).max(1);
        // Words that begin alike are told apart by what few phrases share.
        let mut shared = HashMap::new();
        for four in phrases.iter().flat_map(|(phrase, _)| phrase.as_bytes().windows(4)) {
            *shared.entry(four).or_insert(0_usize) += 1;
        }
        let mut fours_of_all = Vec::new();
        for (phrase, value) in phrases {
            let fours = Vec::from_iter(phrase.as_bytes().windows(4).filter_map(<[u8]>::first_chunk));
            let shares = |fours: &[&[u8; 4]]| -> usize {
                fours.iter().filter_map(|four| shared.get(four.as_slice())).sum()
            };
            let rarest = fours.windows(step).enumerate().min_by_key(|(_, fours)| shares(fours));
            let from = rarest.map_or(0, |(at, _)| at);
            for (offset, &&bytes) in fours.iter().enumerate().skip(from).take(step) {
                fours_of_all.push(Four { bytes, offset, phrase, value });
            }
        }
        fours_of_all.sort_by_key(|four| hash(four.bytes));
        let hashes = Hashes::of(fours_of_all.iter().map(|four| hash(four.bytes)));
        Phrases { step, hashes, fours: fours_of_all }
    }

    /// Calls `found` with every place where a phrase stands, in no order, and with the phrase's value.
    #[inline]
    pub fn each(&self, text: &[u8], mut found: impl FnMut(usize, V)) {
        let mut at = 0;
        while let Some(&bytes) = text.get(at..).and_then(<[u8]>::first_chunk) {
            let hash = hash(bytes);
            if self.hashes.knows(hash) {
                self.with(text, at, bytes, hash, &mut found);
            }
            at += self.step;
        }
    }

    /// Calls `found` with the phrases that have the four bytes at a place.
    fn with(&self, text: &[u8], at: usize, bytes: [u8; 4], hash: usize, mut found: impl FnMut(usize, V)) {
        for four in &self.fours[self.hashes.range(hash)] {
            if four.bytes == bytes
                && let Some(start) = at.checked_sub(four.offset)
                && text[start..].starts_with(four.phrase.as_bytes())
            {
                found(start, four.value);
            }
        }
    }
}

/// A number below [`HASHES`].
#[inline(always)]
fn hash(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> 17) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_and_overlapping_ones() {
        for short in ["årsmöte", "möte"] {
            let all = [("protokoll", 1), (short, 2), ("protokollet", 3)];
            let phrases = Phrases::of(all.into_iter());
            for blanks in 0..9 {
                let text = " ".repeat(blanks) + "mötesprotokollet från årsmötet";
                let mut found = Vec::new();
                phrases.each(text.as_bytes(), |at, v| found.push((at, v)));
                found.sort_unstable();
                let stands = |&(phrase, v): &(&str, i32)| {
                    text.match_indices(phrase).map(move |(at, _)| (at, v)).collect::<Vec<_>>()
                };
                let mut want = Vec::from_iter(all.iter().flat_map(stands));
                want.sort_unstable();
                assert_eq!(found, want);
            }
            phrases.each(b"pro", |at, _| panic!("{at}"));
        }
    }
}
