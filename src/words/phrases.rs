//! Many phrases looked for at once, as parts of words too.

/// Phrases of four bytes or more, found by a hash of four bytes in them.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    /// A text is read at every so many bytes: the shortest phrase holds one of the fours that begin there.
    step: usize,
    /// Whether any phrase has this hash: at most places of a text none has.
    known: Box<[bool; HASHES]>,
    /// The phrases of four neighbouring hashes, and how far in them the hashed four stands.
    buckets: Vec<Vec<(usize, &'static str, V)>>,
}

const HASHES: usize = 4096;

impl<V: Copy> Phrases<V> {
    pub fn of(phrases: impl Iterator<Item = (&'static str, V)>) -> Phrases<V> {
        let phrases = Vec::from_iter(phrases);
        let shortest = phrases.iter().map(|(phrase, _)| phrase.len()).min().unwrap_or(4);
        debug_assert!(shortest >= 4, "{:?}", phrases.iter().map(|(phrase, _)| phrase).collect::<Vec<_>>());
        let step = shortest.saturating_sub(3).max(1);
        let buckets = std::iter::repeat_with(Vec::new).take(HASHES / 4).collect();
        let mut all = Phrases { step, known: Box::new([false; HASHES]), buckets };
        for (phrase, value) in phrases {
            let fours = phrase.as_bytes().windows(4).filter_map(<[u8]>::first_chunk);
            for (offset, &four) in fours.enumerate().take(step) {
                let hash = hash(four);
                all.known[hash] = true;
                all.buckets[hash / 4].push((offset, phrase, value));
            }
        }
        all
    }

    /// Calls `found` with every place where a phrase stands, in no order, and with the phrase's value.
    pub fn each(&self, text: &[u8], mut found: impl FnMut(usize, V)) {
        let mut at = 0;
        while let Some(four) = text.get(at..).and_then(<[u8]>::first_chunk) {
            let hash = hash(*four);
            if self.known[hash] {
                for &(offset, phrase, value) in &self.buckets[hash / 4] {
                    let start = at.checked_sub(offset);
                    if let Some(start) = start.filter(|&at| text[at..].starts_with(phrase.as_bytes())) {
                        found(start, value);
                    }
                }
            }
            at += self.step;
        }
    }
}

#[inline(always)]
fn hash(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> 20) as usize
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
