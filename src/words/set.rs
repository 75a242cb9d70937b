//! Fixed sets of words. The filter of a set is computed from its words, so it cannot fall out of step with them.

/// A fixed set of words in lower case. Length and first letter tell most words that are not in it.
#[derive(Debug)]
pub(crate) struct WordSet {
    words: &'static [&'static str],
    /// A bit for each length that a word has, and for each first letter.
    lengths: u64,
    firsts: u64,
}

impl WordSet {
    /// The set of `words`, given in lower case and not empty.
    pub const fn of(words: &'static [&'static str]) -> WordSet {
        let (mut lengths, mut firsts, mut i) = (0, 0, 0);
        while i < words.len() {
            let word = words[i].as_bytes();
            lengths |= 1 << (word.len() % 64);
            firsts |= first_bit(word[0]);
            i += 1;
        }
        WordSet { words, lengths, firsts }
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
        let first = word.as_bytes().first().map_or(0, |&first| first_bit(first));
        self.lengths >> (word.len() % 64) & 1 == 1 && self.firsts & first != 0
    }
}

const fn first_bit(letter: u8) -> u64 {
    1 << ((letter | 0x20) % 64)
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
