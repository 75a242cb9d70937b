//! Fixed sets of words. The filter of a set is computed from its words, so it cannot fall out of step with them.

/// A fixed set of words in lower case. A bit field of their ends and lengths tells most words that are not in it.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// A bit for each hash that a word has.
    known: [u64; FIELD],
}

/// How many numbers of 64 bits the field has.
const FIELD: usize = 32;

impl WordSet {
    /// The set of `words`, given in lower case and not empty.
    pub const fn of(words: &'static [&'static str]) -> WordSet {
        let (mut known, mut i) = ([0; FIELD], 0);
        while i < words.len() {
            let hash = hash(words[i].as_bytes());
            known[hash / 64] |= 1 << (hash % 64);
            i += 1;
        }
        WordSet { words, known }
    }

    /// Whether `word`, in whatever case, is one of them.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        self.may_have(word) && self.words.iter().any(|own| same_word(word, own))
    }

    /// The place of `word` among them, from 0.
    #[inline]
    pub fn position(&self, word: &str) -> Option<usize> {
        if self.may_have(word) { self.words.iter().position(|own| same_word(word, own)) } else { None }
    }

    /// `false` is certain.
    #[inline]
    fn may_have(&self, word: &str) -> bool {
        let hash = hash(word.as_bytes());
        self.known[hash / 64] >> (hash % 64) & 1 == 1
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

    static SIDES: WordSet = WordSet::of(&["ja", "nej", "avstår", "återremiss"]);

    #[test]
    fn has_its_words_in_any_case() {
        for word in ["ja", "NEJ", "Avstår", "AVSTÅR", "Återremiss", "ÅTERREMISS"] {
            assert!(SIDES.has(word), "{word}");
        }
        for word in ["", "j", "avstar", "jag", "aterremiss"] {
            assert!(!SIDES.has(word), "{word}");
        }
    }
}
