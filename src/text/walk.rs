//! Small steps over a text: the word before, the word after, the white space between.
//!
//! All take and give byte offsets on character boundaries, never leave the text, and look no further
//! than one token.

use super::simd::chunk16::Sixteen;
use crate::words::set::same_letter;
pub(crate) use crate::words::set::same_word;

/// The first `bytes` bytes, cut between characters.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The character at `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at `at`.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// A byte of white space, as `char::is_whitespace` has it.
fn is_space(b: u8) -> bool {
    matches!(b, b'\t'..=b'\r' | b' ')
}

/// Past white space (spaces, NBSP, line breaks) from `at`.
#[inline]
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    // Most often one blank.
    match text.as_bytes().get(at..) {
        Some([b' ', next, ..]) if next.is_ascii_graphic() => at + 1,
        Some([first, ..]) if first.is_ascii_graphic() => at,
        _ => skip_any_space(text, at),
    }
}

#[inline(never)]
fn skip_any_space(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(at) {
        if is_space(b) {
            at += 1;
        } else if b >= 0x80 {
            match char_at(text, at) {
                Some(c) if c.is_whitespace() => at += c.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Before white space that ends at `at`.
#[inline]
pub(crate) fn skip_space_back(text: &str, at: usize) -> usize {
    match text.as_bytes().get(..at) {
        Some([.., last, b' ']) if last.is_ascii_graphic() => at - 1,
        Some([.., last]) if last.is_ascii_graphic() => at,
        _ => skip_any_space_back(text, at),
    }
}

#[inline(never)]
fn skip_any_space_back(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&b) = at.checked_sub(1).and_then(|last| bytes.get(last)) {
        if is_space(b) {
            at -= 1;
        } else if b >= 0x80 {
            match char_before(text, at) {
                Some(c) if c.is_whitespace() => at -= c.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    at
}

/// End of the run of letters that begins at `at` (`at` itself if none does).
#[inline]
pub(crate) fn word_end(text: &str, at: usize) -> usize {
    let next = text.as_bytes().get(at..).and_then(<[u8]>::first_chunk);
    let plain = next.and_then(|sixteen| Sixteen::letters(*sixteen).first());
    plain.map_or_else(|| long_word_end(text, at), |len| at + len)
}

/// The same letter by letter.
#[inline(never)]
fn long_word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b) if b.is_ascii_alphabetic() => at += 1,
            Some(0..0x80) | None => return at,
            Some(&b) if is_latin(b, bytes.get(at + 1)) => at += 2,
            _ => match char_at(text, at) {
                Some(c) if c.is_alphabetic() => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// Start of the run of letters that ends at `at`.
#[inline]
pub(crate) fn word_start(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let before = text.as_bytes()[..at].last_chunk();
    let plain = before.and_then(|sixteen| Sixteen::letters(*sixteen).last());
    plain.map_or_else(|| long_word_start(text, at), |len| at - len)
}

/// The same letter by letter.
#[inline(never)]
fn long_word_start(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes[..at] {
            [.., b] if b.is_ascii_alphabetic() => at -= 1,
            [.., 0..0x80] | [] => return at,
            [.., lead, b] if is_latin(lead, Some(&b)) => at -= 2,
            _ => match char_before(text, at) {
                Some(c) if c.is_alphabetic() => at -= c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// Whether these bytes are a letter À–ÿ, without asking Unicode's tables.
#[inline]
pub(crate) fn is_latin(lead: u8, next: Option<&u8>) -> bool {
    lead == 0xC3 && next.is_some_and(|b| !matches!(b, 0x97 | 0xB7))
}

/// The next word after `at`, over white space only: its span as `(start, end)`; `None` if something else
/// than a letter comes first.
pub(crate) fn next_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = skip_space(text, at);
    let end = word_end(text, start);
    (end > start).then_some((start, end))
}

/// The word before `at`, over white space only.
pub(crate) fn previous_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let end = skip_space_back(text, at);
    let start = word_start(text, end);
    (end > start).then_some((start, end))
}

/// Whether the text at `at` begins with `phrase`, its blanks matching any white space, letter for letter
/// but for the case of the first; gives the end. The phrase must end at a word's end.
#[inline]
pub(crate) fn phrase(text: &str, at: usize, phrase: &str) -> Option<usize> {
    // Most often its first letter is not there.
    let first = |text: &[u8], at: usize| text.get(at).map(|b| b | 0x20);
    if first(text.as_bytes(), at) == first(phrase.as_bytes(), 0) {
        whole_phrase(text, at, phrase)
    } else {
        None
    }
}

fn whole_phrase(text: &str, at: usize, phrase: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut end, mut lead) = (at, 0);
    for &want in phrase.as_bytes() {
        if want == b' ' {
            let next = skip_space(text, end);
            if next == end {
                return None;
            }
            end = next;
            continue;
        }
        let found = *bytes.get(end)?;
        if !same_letter(lead, found, want) {
            return None;
        }
        (end, lead) = (end + 1, found);
    }
    match char_at(text, end) {
        Some(c) if c.is_alphanumeric() => None,
        _ => Some(end),
    }
}

/// `rest` starts with `word` (given in lower case) in lower case, capitalised or in capitals.
#[inline]
pub(crate) fn starts_with_word(rest: &str, word: &str) -> bool {
    // Most often its first letter is not there.
    rest.as_bytes().first().map(u8::to_ascii_lowercase) == word.bytes().next() && starts_with_all(rest, word)
}

fn starts_with_all(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|found| same_word(found, word))
}

/// Whether the first letter of `word` is a capital.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether all letters of `word` are capitals and there are at least two.
pub(crate) fn is_all_caps(word: &str) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_uppercase());
    }
    letters >= 2
}

/// Whether `text` has fewer than `many` characters; counts no long text.
pub(crate) fn is_shorter(text: &str, many: usize) -> bool {
    text.len() < many || (text.len() < 4 * many && text.chars().count() < many)
}

/// The parts of `text` between blanks: bytes of which `is_blank` tells, and no-break spaces.
pub(crate) fn parts(text: &str, is_blank: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let no_break = |at: usize| bytes.get(at..at + 2) == Some(&[0xC2, 0xA0]);
        while let Some(&byte) = bytes.get(at) {
            at += match byte {
                0xC2 if no_break(at) => 2,
                _ if is_blank(byte) => 1,
                _ => break,
            };
        }
        let start = at;
        while let Some(&byte) = bytes.get(at)
            && !is_blank(byte)
            && !(byte == 0xC2 && no_break(at))
        {
            at += 1;
        }
        text.get(start..at).filter(|part| !part.is_empty())
    })
}

/// How many bytes the blank takes that stands at a place of a line, 0 where none does.
#[inline]
pub(crate) fn blank(line: &str, at: usize) -> usize {
    match line.as_bytes()[at] {
        b if is_space(b) => 1,
        // White space beyond ASCII begins with these.
        0xC2 | 0xE1..=0xE3 => char_at(line, at).filter(|c| c.is_whitespace()).map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// The words of a line as `split_whitespace` has them: nearly all blanks are told by their byte.
pub(crate) fn words(line: &str) -> impl Iterator<Item = &str> + Clone {
    let bytes = line.as_bytes();
    let blank = move |at: usize| blank(line, at);
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && blank(at) > 0 {
            at += blank(at);
        }
        let start = at;
        while at < bytes.len() && blank(at) == 0 {
            at += 1;
        }
        line.get(start..at).filter(|word| !word.is_empty())
    })
}

/// The first of `list`, none of them empty, that a text begins with.
#[inline]
pub(crate) fn beginning<'l>(text: &str, list: &[&'l str]) -> Option<&'l str> {
    // Most begin with another letter.
    let first = text.as_bytes().first();
    let begins = |one: &&&str| one.as_bytes().first() == first && text.starts_with(**one);
    list.iter().find(begins).copied()
}

/// Whether a text ends with one of `list`, none of them empty.
#[inline]
pub(crate) fn ends_with_any(text: &str, list: &[&str]) -> bool {
    let last = text.as_bytes().last();
    list.iter().any(|end| end.as_bytes().last() == last && text.ends_with(end))
}

/// The runs of letters in a text.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            let start = at;
            if byte.is_ascii() && !byte.is_ascii_alphabetic() {
                at += 1;
                continue;
            }
            at = word_end(text, at);
            if at > start {
                return text.get(start..at);
            }
            at += char_at(text, at).map_or(1, char::len_utf8);
        }
        None
    })
}

/// Whether a word or line ends with `end` (given in lower case), in whatever case.
pub(crate) fn ends_with_word(text: &str, end: &str) -> bool {
    let from = text.len().checked_sub(end.len());
    from.and_then(|from| text.get(from..)).is_some_and(|found| same_word(found, end))
}

/// A word without the marks around it.
pub(crate) fn bare(word: &str) -> &str {
    let bytes = word.as_bytes();
    // Most words have no marks.
    if let [first, .., last] = bytes
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    let mark = |byte: &&u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let start = bytes.iter().take_while(mark).count();
    let end = bytes.len() - bytes[start..].iter().rev().take_while(mark).count();
    let inner = &word[start..end];
    match inner.as_bytes() {
        [first, .., last] if first.is_ascii() && last.is_ascii() => inner,
        _ => inner.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Where `phrase` stands in a line, in overlapping places too. A line is so short that a searcher takes longer to build than
/// to search it.
#[inline]
pub(crate) fn places(line: &str, phrase: &'static str) -> impl Iterator<Item = usize> {
    // Blanks are everywhere.
    let (before, byte) = phrase.bytes().enumerate().find(|(_, b)| *b != b' ').unwrap_or((0, b' '));
    let stands =
        move |at: &usize| line.as_bytes().get(*at..).is_some_and(|l| l.starts_with(phrase.as_bytes()));
    memchr::memchr_iter(byte, line.as_bytes()).filter_map(move |at| at.checked_sub(before)).filter(stands)
}

/// Whether `phrase` stands in a line.
#[inline]
pub(crate) fn has(line: &str, phrase: &'static str) -> bool {
    places(line, phrase).next().is_some()
}

/// Whether three blanks stand side by side in a line: a gap between columns.
pub(crate) fn has_gap(line: &str) -> bool {
    let bytes = line.as_bytes();
    let beside = |at: usize| bytes[at - 2..bytes.len().min(at + 3)].windows(3).any(|three| three == b"   ");
    // Of three neighbours one is asked.
    (2..bytes.len()).step_by(3).any(|at| bytes[at] == b' ' && beside(at))
}

/// `text` on one line: runs of white space become one blank, none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_line(&mut out, text);
    out
}

/// Appends `text` on one line.
pub(crate) fn push_line(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    // White space beyond ASCII begins with 0xC2 or 0xE1–0xE3.
    let may_be_space = |b: u8| b <= b' ' || b == 0xC2 || (0xE1..=0xE3).contains(&b);
    let mut from = skip_space(text, 0);
    let mut at = from;
    while let Some(&b) = bytes.get(at) {
        // Most often a letter, or one blank as it should be.
        if !may_be_space(b) || b == b' ' && bytes.get(at + 1).is_some_and(|&next| !may_be_space(next)) {
            at += 1;
            continue;
        }
        let next = skip_space(text, at);
        if next == at {
            at += 1;
            continue;
        }
        out.push_str(&text[from..at]);
        if next < bytes.len() {
            out.push(' ');
        }
        (from, at) = (next, next);
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_wherever_they_lie() {
        let text =
            "Å @Zåäö[a`z{ÀÖßÿ×÷ 12abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ–é😀жук\u{a0}slut";
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let (before, after) = text.split_at(at);
            let end = after.find(|c: char| !c.is_alphabetic()).map_or(text.len(), |n| at + n);
            let start = before.rfind(|c: char| !c.is_alphabetic());
            let start = start.map_or(0, |n| n + text[n..].chars().next().map_or(0, char::len_utf8));
            assert_eq!((word_start(text, at), word_end(text, at)), (start, end), "{at}");
        }
    }

    #[test]
    fn gaps_wherever_they_lie() {
        for (before, after) in (0..7).flat_map(|before| (0..7).map(move |after| (before, after))) {
            let line = |blanks| "a ".repeat(before) + "b" + &" ".repeat(blanks) + &"c ".repeat(after);
            for blanks in 0..5 {
                let line = line(blanks);
                assert_eq!(has_gap(&line), line.contains("   "), "{line:?}");
            }
        }
    }

    #[test]
    fn lines_are_joined_as_words_are() {
        for text in [
            "",
            " ",
            "a",
            " Å  b\n c",
            "a\u{a0}b\u{2003} c–\u{ad}ö ",
            "på två\r\nrader",
            "a \u{1}b",
            "§ 4 €\u{3000}",
        ] {
            assert_eq!(one_line(text), Vec::from_iter(text.split_whitespace()).join(" "), "{text:?}");
            assert!(words(text).eq(text.split_whitespace()), "{text:?}");
            let runs = text.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty());
            assert!(letters(text).eq(runs), "{text:?}");
        }
    }

    #[test]
    fn phrases_cross_lines() {
        let text = "Lägger till\n handlingarna.";
        assert_eq!(phrase(text, 0, "lägger till handlingarna"), Some(text.len() - 1));
        assert_eq!(phrase("lägger tills", 0, "lägger till"), None);
        assert!(ends_with_word("LÖPANDE ÄRENDEN", "ärenden") && !ends_with_word("den", "ärenden"));
        assert!(!same_word("Ar", "är"));
        assert_eq!(next_word("a  ökar", 1), Some((3, 8)));
        assert_eq!(previous_word("ökar – a", 9), None);
        assert_eq!(previous_word("ökar\u{a0}a", 7), Some((0, 5)));
    }
}
