//! Many phrases looked for at once, as parts of words too.

/// Phrases of four bytes or more, found by a hash of the four bytes that they begin with.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    /// One bit for each hash that a phrase has: most places of a text have none.
    bitmap: Box<[u64; 64]>,
    /// The phrases of each hash, in the order in which they were given.
    buckets: Vec<Vec<(&'static str, V)>>,
}

impl<V> Phrases<V> {
    pub fn of(phrases: impl Iterator<Item = (&'static str, V)>) -> Phrases<V> {
        let mut all =
            Phrases { bitmap: Box::new([0; 64]), buckets: std::iter::repeat_with(Vec::new).take(256).collect() };
        for (phrase, value) in phrases {
            debug_assert!(phrase.len() >= 4, "{phrase}");
            let Some(start) = phrase.as_bytes().first_chunk() else { continue };
            let bit = bit(*start);
            all.bitmap[bit / 64] |= 1 << (bit % 64);
            all.buckets[bit % 256].push((phrase, value));
        }
        all
    }

    /// Every place where a phrase stands, with the phrase's value; in the order of the places.
    pub fn find_in<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = (usize, &'a V)> {
        text.windows(4).enumerate().flat_map(move |(at, four)| {
            let bit = four.try_into().map_or(0, bit);
            let bucket = match self.bitmap[bit / 64] >> (bit % 64) & 1 {
                0 => &[],
                _ => self.buckets[bit % 256].as_slice(),
            };
            let fits = move |(phrase, _): &&(&str, V)| text[at..].starts_with(phrase.as_bytes());
            bucket.iter().filter(fits).map(move |(_, value)| (at, value))
        })
    }
}

fn bit(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_and_overlapping_ones() {
        let phrases = Phrases::of([("protokoll", 1), ("årsmöte", 2), ("protokollet", 3)].into_iter());
        let text = "mötesprotokollet från årsmötet".as_bytes();
        let found: Vec<(usize, i32)> = phrases.find_in(text).map(|(at, v)| (at, *v)).collect();
        assert_eq!(found, [(6, 1), (6, 3), (23, 2)]);
        assert_eq!(phrases.find_in(b"pro").count(), 0);
    }
}
