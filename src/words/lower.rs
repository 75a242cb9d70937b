//! Lower case on the stack: for looking words up without allocating.

/// A word or line of at most `N` bytes in lower case: ASCII, À–Þ and the Latin letters of Central Europe and
/// Turkey (Č, Ł, Ş, Ž). Letters of other scripts keep their case; no letter changes its width.
pub(crate) struct Lower<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Lower<N> {
    /// `None` if `text` is longer than `N` bytes.
    #[inline]
    pub fn of(text: &[u8]) -> Option<Lower<N>> {
        let mut bytes = [0; N];
        let own = bytes.get_mut(..text.len())?;
        own.copy_from_slice(text);
        own.make_ascii_lowercase();
        if !text.is_ascii() {
            lower_others(own, text);
        }
        Some(Lower { bytes, len: text.len() })
    }

    #[inline]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// The same as text. (Lowering keeps UTF-8 whole, so it is always text if it was made of text.)
    #[inline]
    pub fn text(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or("")
    }
}

/// The letters beyond ASCII of `text`, in lower case in `own`. Small sums without a branch: many bytes are looked at at once.
fn lower_others(own: &mut [u8], text: &[u8]) {
    let (Some((_, own)), Some((_, tails))) = (own.split_first_mut(), text.split_first()) else { return };
    let pairs = own.iter_mut().zip(text).zip(tails);
    if text.iter().fold(false, |rare, b| rare | (b & 0xFE == 0xC4)) {
        for ((to, &lead), &b) in pairs.filter(|(_, b)| **b >= 0x80) {
            *to = tail(lead, b);
        }
        return;
    }
    for ((to, &lead), &b) in pairs {
        // À–Þ, but not ×.
        let capital = (lead == 0xC3) & (b.wrapping_sub(0x80) < 0x1F) & (b != 0x97);
        *to = to.wrapping_add(u8::from(capital) << 5);
    }
}

/// The second byte of a letter's small form; `b` itself if it follows no lead that is told here.
#[inline]
fn tail(lead: u8, b: u8) -> u8 {
    let next = match lead {
        // À–Þ, but not ×.
        0xC3 => return if matches!(b, 0x80..=0x9E) && b != 0x97 { b + 0x20 } else { b },
        // Ā–Ķ: capitals are even; Ĺ–Ľ: odd.
        0xC4 => matches!(b, 0x80..=0xB7) && b.is_multiple_of(2) || matches!(b, 0xB9..=0xBE) && b % 2 == 1,
        // Ł–Ň and Ź–Ž: odd; Ŋ–Ŷ: even.
        0xC5 => {
            matches!(b, 0x81..=0x88 | 0xB9..=0xBE) && b % 2 == 1
                || matches!(b, 0x8A..=0xB7) && b.is_multiple_of(2)
        }
        _ => false,
    };
    if next { b + 1 } else { b }
}

/// Whether the word begins with a capital that [`Lower`] knows.
#[inline]
pub(crate) fn is_capital(word: &[u8]) -> bool {
    match word {
        [b'A'..=b'Z', ..] => true,
        [lead @ 0xC3..=0xC5, second, ..] => tail(*lead, *second) != *second,
        _ => false,
    }
}

/// `text` in lower case, as `str::to_lowercase` has it: what Swedish is written with takes no look at Unicode's tables.
pub(crate) fn lowered(text: &str) -> String {
    let bytes = text.as_bytes();
    // À–ÿ and marks; what other letters begin with, or signs that are letters (*K* of temperatures).
    let other = bytes.iter().fold(false, |other, &b| other | ((b > 0xC3) & (b != 0xE2)));
    if other || memchr::memchr_iter(0xE2, bytes).any(|at| bytes.get(at + 1) != Some(&0x80)) {
        return text.to_lowercase();
    }
    let mut lower = bytes.to_vec();
    lower.make_ascii_lowercase();
    lower_others(&mut lower, bytes);
    String::from_utf8(lower).unwrap_or_else(|_| text.to_lowercase())
}

/// Whether `word` (of ASCII letters in lower case) stands somewhere in `text`, in whatever case.
pub(crate) fn has_in_any_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(&first) = word.first() else { return true };
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), text)
        .any(|at| text.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_texts_as_unicode_has_them() {
        for text in [
            "",
            "ÅRSMÖTE × ÷ ß Ý “Ö” – Þ",
            "a\u{a0}§ 4 ÄPPLE",
            "Čapek",
            "300 \u{212a}",
            "ΟΔΟΣ ΑΣ",
            "İ",
            "É…È",
        ] {
            assert_eq!(lowered(text), text.to_lowercase());
        }
        for c in ('\0'..'\u{3000}').map(|c| format!("a{c}B")) {
            assert_eq!(lowered(&c), c.to_lowercase());
        }
    }

    #[test]
    fn as_unicode_has_it() {
        for c in ('A'..='Z').chain('À'..='Þ').chain('Ā'..='Ž').filter(|&c| c != '×') {
            let small: String = c.to_lowercase().collect();
            // İ, Ŀ and Ÿ change their width or lead; no Swedish name needs them.
            if !matches!(c, 'İ' | 'Ŀ' | 'Ÿ') {
                let word = c.to_string();
                assert_eq!(Lower::<4>::of(word.as_bytes()).unwrap().text(), small, "{c}");
                assert_eq!(is_capital(word.as_bytes()), c.is_uppercase(), "{c}");
            }
        }
        assert_eq!(Lower::<16>::of("ÅÄÖ × ß –".as_bytes()).unwrap().text(), "åäö × ß –");
        assert!(Lower::<2>::of(b"abc").is_none());
    }
}
