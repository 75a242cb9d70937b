//! Whether a text may begin with one of many words: two letters tell most texts apart from all of them.

/// By the first letter of all words their second letters, as bits; the case of a letter does not count.
#[derive(Debug, Default)]
pub(crate) struct Beginnings([u32; 32]);

impl Beginnings {
    /// Words or phrases of two characters or more.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Beginnings {
        let mut letters = [0; 32];
        for word in words {
            debug_assert!(word.len() > 1, "{word:?}");
            if let [first, second, ..] = word.as_bytes() {
                // After a word of one letter any white space may stand.
                letters[usize::from(first % 32)] |=
                    if *second == b' ' { u32::MAX } else { 1 << (second % 32) };
            }
        }
        Beginnings(letters)
    }

    /// `false` is certain.
    #[inline]
    pub fn may_begin(&self, text: &[u8]) -> bool {
        matches!(text, [first, second, ..] if self.0[usize::from(first % 32)] >> (second % 32) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_missed() {
        let words = ["herr", "i dag", "ärende", "ordförande"];
        let beginnings = Beginnings::of(words.into_iter());
        for text in ["Herr Holm", "I\u{a0}dag", "ÄRENDE", "ärende 4", "ORDFÖRANDE"] {
            assert!(beginnings.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["", "h", "Anna", "över", "hörde"] {
            assert!(!beginnings.may_begin(text.as_bytes()), "{text}");
        }
    }
}
