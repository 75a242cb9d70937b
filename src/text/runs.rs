//! Words as runs of letters and digits, whatever the letters.

use super::sixteen::Sixteen;
use super::walk;

/// End of the run of letters and digits that goes on at `at`.
#[inline]
pub(crate) fn run_end(text: &str, at: usize) -> usize {
    let next = text.as_bytes().get(at..).and_then(<[u8]>::first_chunk);
    let plain = next.and_then(|sixteen| Sixteen::letters_and_digits(*sixteen).first());
    plain.map_or_else(|| long_run_end(text, at), |len| at + len)
}

/// The same letter by letter.
#[inline(never)]
fn long_run_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        at += rest.iter().position(|&b| !PLAIN[usize::from(b)]).unwrap_or(rest.len());
        at += match bytes.get(at) {
            Some(0..0x80) | None => return at,
            Some(&b) if walk::is_latin(b, bytes.get(at + 1)) => 2,
            _ => match walk::char_at(text, at) {
                Some(c) if c.is_alphanumeric() => c.len_utf8(),
                _ => return at,
            },
        };
    }
}

/// The letters and digits of ASCII.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut b = 0;
    while b < plain.len() {
        plain[b] = (b as u8).is_ascii_alphanumeric();
        b += 1;
    }
    plain
};

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
