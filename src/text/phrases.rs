//! Many phrases looked for at once, as parts of words too.

/// Phrases of four bytes or more, found by a hash of the four bytes that they begin with.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    /// Whether any phrase has this hash: at most places of a text none has.
    known: Box<[bool; HASHES]>,
    /// The phrases of 16 neighbouring hashes, in the order in which they were given.
    buckets: Vec<Vec<(&'static str, V)>>,
}

const HASHES: usize = 4096;

impl<V> Phrases<V> {
    pub fn of(phrases: impl Iterator<Item = (&'static str, V)>) -> Phrases<V> {
        let buckets = std::iter::repeat_with(Vec::new).take(HASHES / 16).collect();
        let mut all = Phrases { known: Box::new([false; HASHES]), buckets };
        for (phrase, value) in phrases {
            debug_assert!(phrase.len() >= 4, "{phrase}");
            let Some(start) = phrase.as_bytes().first_chunk() else { continue };
            let hash = hash(u32::from_le_bytes(*start));
            all.known[hash] = true;
            all.buckets[hash / 16].push((phrase, value));
        }
        all
    }

    /// Calls `found` with every place where a phrase stands, in order, and with the phrase's value.
    pub fn each(&self, text: &[u8], mut found: impl FnMut(usize, &V)) {
        for (at, four) in text.windows(4).enumerate() {
            let hash = hash(four.try_into().map_or(0, u32::from_le_bytes));
            if self.known[hash] {
                let fits = |(phrase, _): &&(&str, V)| text[at..].starts_with(phrase.as_bytes());
                self.buckets[hash / 16].iter().filter(fits).for_each(|(_, value)| found(at, value));
            }
        }
    }
}

/// Of four bytes, the first lowest.
#[inline(always)]
fn hash(four: u32) -> usize {
    (four.wrapping_mul(0x9E37_79B1) >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_and_overlapping_ones() {
        let phrases = Phrases::of([("protokoll", 1), ("årsmöte", 2), ("protokollet", 3)].into_iter());
        let text = "mötesprotokollet från årsmötet".as_bytes();
        let found = |text: &[u8]| {
            let mut all = Vec::new();
            phrases.each(text, |at, v| all.push((at, *v)));
            all
        };
        assert_eq!(found(text), [(6, 1), (6, 3), (24, 2)]);
        assert_eq!(found(b"pro"), []);
    }
}
