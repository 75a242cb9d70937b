//! Words as runs of letters and digits, whatever the letters.

use super::walk;

/// End of the run of letters and digits that goes on at `at`.
pub(crate) fn run_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        at = walk::word_end(text, at);
        match bytes.get(at) {
            Some(b'0'..=b'9') => at += 1,
            Some(0x80..) => match walk::char_at(text, at) {
                Some(c) if c.is_alphanumeric() => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// The runs of a text with the places where they begin, in order.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(&b) = text.as_bytes().get(at) {
            let end = if b.is_ascii_alphanumeric() || b >= 0x80 { run_end(text, at) } else { at };
            if end > at {
                let start = std::mem::replace(&mut at, end);
                return Some((start, text.get(start..end)?));
            }
            at += if b < 0x80 { 1 } else { walk::char_at(text, at).map_or(1, char::len_utf8) };
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_splitting_has_it() {
        let text = "§ 12 b, Å½x–é(2024:3)²жук\u{a0}a\n7";
        let split = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        assert!(runs(text).map(|(_, word)| word).eq(split));
        assert!(runs(text).all(|(at, word)| text[at..].starts_with(word)));
    }
}
