//! Fixed sets of words. The filter of a set is computed from its words, so it cannot fall out of step with them.

/// A fixed set of words in lower case. A bit field of their ends and lengths tells most words that are not in it; chains of
/// words whose hashes are neighbours tell the others.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// A bit for each hash that a word has.
    known: [u64; FIELD],
    /// The first word of each chain and the one behind each word: its place plus one, 0 for none.
    first: [u16; CHAINS],
    behind: &'static [u16],
}

/// How many numbers of 64 bits the field has.
const FIELD: usize = 32;
const CHAINS: usize = 128;

/// Of each of the words the next one in its chain, by its place plus one.
pub(crate) const fn chained<const COUNT: usize>(words: &[&str; COUNT]) -> [u16; COUNT] {
    let (mut first, mut behind, mut place) = ([0; CHAINS], [0; COUNT], COUNT);
    while place > 0 {
        let chain = hash(words[place - 1].as_bytes()) % CHAINS;
        behind[place - 1] = first[chain];
        first[chain] = place as u16;
        place -= 1;
    }
    behind
}

impl WordSet {
    /// The set of `words`, given in lower case and not empty, with what [`chained`] tells of them.
    pub const fn of(words: &'static [&'static str], behind: &'static [u16]) -> WordSet {
        assert!(words.len() == behind.len() && words.len() < u16::MAX as usize);
        let mut set = WordSet { words, known: [0; FIELD], first: [0; CHAINS], behind };
        let mut place = words.len();
        while place > 0 {
            let hash = hash(words[place - 1].as_bytes());
            set.known[hash / 64] |= 1 << (hash % 64);
            set.first[hash % CHAINS] = place as u16;
            place -= 1;
        }
        set
    }

    /// Whether `word`, in whatever case, is one of them.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        self.has_hashed(word, hash(word.as_bytes()))
    }

    /// Which of the sets have `word`: the first of them. The word is hashed once.
    #[inline]
    pub fn first_with(sets: &[&WordSet], word: &str) -> Option<usize> {
        let hash = hash(word.as_bytes());
        sets.iter().position(|set| set.has_hashed(word, hash))
    }

    /// The place of `word` among them, from 0.
    #[inline]
    pub fn position(&self, word: &str) -> Option<usize> {
        let hash = hash(word.as_bytes());
        if self.may_have(hash) { self.in_chain(word, hash) } else { None }
    }

    #[inline]
    fn has_hashed(&self, word: &str, hash: usize) -> bool {
        self.may_have(hash) && self.in_chain(word, hash).is_some()
    }

    /// `false` is certain.
    #[inline]
    fn may_have(&self, hash: usize) -> bool {
        self.known[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// The place of `word` in its chain.
    fn in_chain(&self, word: &str, hash: usize) -> Option<usize> {
        let mut place = usize::from(self.first[hash % CHAINS]);
        while place > 0 {
            if same_word(word, self.words[place - 1]) {
                return Some(place - 1);
            }
            place = usize::from(self.behind[place - 1]);
        }
        None
    }
}

/// A number below 64 × [`FIELD`] for a word, the same in whatever case: of its length, its first and its last two bytes.
/// A capital and its small letter differ by 0x20, in the second byte of *å, ä, ö* too.
#[inline]
const fn hash(word: &[u8]) -> usize {
    const fn plain(word: &[u8], at: usize) -> u32 {
        if at < word.len() { (word[at] | 0x20) as u32 } else { 0 }
    }
    let len = word.len();
    let ends = plain(word, 0)
        | plain(word, 1) << 8
        | plain(word, len.wrapping_sub(1)) << 16
        | plain(word, len.wrapping_sub(2)) << 24;
    let mixed = ends.wrapping_mul(0x9E37_79B1) ^ (len as u32).wrapping_mul(0x85EB_CA6B);
    (mixed >> (32 - 6 - FIELD.trailing_zeros())) as usize
}

/// Whether `found` is `word` (given in lower case), in whatever case; å, ä and ö are letters of their own.
pub(crate) fn same_word(found: &str, word: &str) -> bool {
    let mut lead = 0;
    found.len() == word.len()
        && found.bytes().zip(word.bytes()).all(|(f, w)| {
            let same = same_letter(lead, f, w);
            lead = f;
            same
        })
}

/// Whether the byte `found`, after the byte `lead`, is `want` in whatever case; `want` is of a small letter.
#[inline]
pub(crate) fn same_letter(lead: u8, found: u8, want: u8) -> bool {
    // The capitals À–Þ are 0xC3 0x80–0x9E, their small letters 0x20 above.
    found == want
        || found.to_ascii_lowercase() == want
        || (lead == 0xC3 && (0x80..0x9F).contains(&found) && found + 0x20 == want)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [&str; 4] = ["ja", "nej", "avstår", "återremiss"];
    const BEHIND: [u16; 4] = chained(&LIST);
    static SIDES: WordSet = WordSet::of(&LIST, &BEHIND);

    #[test]
    fn has_its_words_in_any_case() {
        for word in ["ja", "NEJ", "Avstår", "AVSTÅR", "Återremiss", "ÅTERREMISS"] {
            assert!(SIDES.has(word), "{word}");
        }
        for word in ["", "j", "avstar", "jag", "aterremiss"] {
            assert!(!SIDES.has(word), "{word}");
        }
    }

    #[test]
    fn tells_the_place_of_a_word_and_which_set_has_it() {
        const NUMBERS: [&str; 3] = ["ett", "två", "tre"];
        const BEHIND: [u16; 3] = chained(&NUMBERS);
        static HOURS: WordSet = WordSet::of(&NUMBERS, &BEHIND);
        assert_eq!(["JA", "återremiss", "tre"].map(|word| SIDES.position(word)), [Some(0), Some(3), None]);
        let sets = [&SIDES, &HOURS];
        assert_eq!(
            ["Två", "nej", "fyra"].map(|word| WordSet::first_with(&sets, word)),
            [Some(1), Some(0), None]
        );
    }
}
