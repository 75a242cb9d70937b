//! Numbers that headings begin with: `§ 45`, `45 §`, `1.2.3`, `3.`, `a)`, `IV.`, `Kapitel 3`, `Bilaga 2`.

use crate::lexicon::sets::pages::CHAPTER_WORD;
use crate::lexicon::sets::structure::{LETTERS, PARTS};
use crate::text::walk;

/// What sort of number it is: one sort counts for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    /// `§ 45`, `45 §`.
    Paragraph,
    /// `1`, `1.`, `1.2.3`.
    Decimal,
    /// `a)`, `B.`.
    Letter,
    /// `IV.`.
    Roman,
    /// `Kapitel 3`, `Bilaga 2`, `4 kap.`.
    Part,
}

/// A number at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub sort: Sort,
    /// Bytes of the line that are the number as written, without a closing full stop.
    pub written: usize,
    /// Bytes up to the title: number, full stop, blanks.
    pub width: usize,
    /// The last of its values: 3 in `1.2.3`.
    pub value: u32,
    /// How many values it has: 3 in `1.2.3`.
    pub depth: u8,
    /// Whether a full stop or bracket closes it (`3.`, `3)`).
    pub closed: bool,
}

/// The number that `line` begins with.
#[inline]
pub(super) fn read(line: &str) -> Option<Number> {
    if may_begin(line.as_bytes()) { of_line(line) } else { None }
}

/// Whether the line may begin with a number: nearly all lines are thrown out here, by their first bytes.
pub(super) fn may_begin(line: &[u8]) -> bool {
    const OTHER: u8 = 0x80;
    match *line {
        // Most lines begin with a word in small letters. `Kapitel 3`, `ll.`, `Ks § 41`
        [first @ (b'A'..=b'Z' | b'a'..=b'z'), second @ b'a'..=b'z', ..] => match first {
            b'A' | b'B' | b'D' | b'F' | b'K' | b'M' | b'P' | b'S' | b'T' => is_part(line) || is_coded(line),
            b'I' | b'V' | b'X' | b'l' => second == b'l',
            _ => first.is_ascii_uppercase() && is_coded(line),
        },
        [b'0'..=b'9' | 0xC2 | b'$' | b'&', ..] => true,
        [b'A'..=b'Z' | b'a'..=b'z', b')' | b'.', ..] => true,
        [b'I' | b'V' | b'X', b' ' | b'0'..=b'9' | b'A'..=b'Z' | OTHER.., ..] => true,
        [b'l', b'I' | b' ' | b'0'..=b'9', ..] => true,
        // `KAPITEL 3`, `KF § 12`
        [b'A' | b'B' | b'D' | b'K' | b'P', b'A'..=b'Z' | OTHER.., ..] => true,
        // `KF § 12`, `Sn 49`
        [b'A'..=b'Z', b'A'..=b'Z' | OTHER.., ..] => {
            line.iter().take(8).any(|&b| b == 0xC2 || b.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether the line begins as a word of [`named`] does.
fn is_part(line: &[u8]) -> bool {
    let begins = |word: &&[u8; 3]| line.get(..3).is_some_and(|three| three.eq_ignore_ascii_case(*word));
    [b"kap", b"bil", b"del", b"art", b"avs", b"pun", b"mot", b"fas", b"ste", b"tem"].iter().any(begins)
}

/// Whether a number or its sign stands behind the few letters that a line begins with: `Ks § 41`, `Kfn 59`.
fn is_coded(line: &[u8]) -> bool {
    let number = |at: usize| {
        line.get(at) == Some(&b' ') && line.get(at + 1).is_some_and(|b| b.is_ascii_digit() || *b == 0xC2)
    };
    (2..=5).any(number)
}

/// The number that a line begins with that may begin with one.
pub(super) fn of_line(line: &str) -> Option<Number> {
    let first = line.as_bytes().first()?;
    match first {
        b'0'..=b'9' => misread(line).or_else(|| decimal(line)),
        0xC2 => paragraph(line),
        b'$' | b'&' => misread_paragraph(line),
        b'I' | b'V' | b'X' | b'l' => {
            misread(line).or_else(|| roman(line)).or_else(|| named(line)).or_else(|| letter(line))
        }
        _ if matches!(line.as_bytes().get(1), Some(b')' | b'.')) => letter(line),
        _ => named(line),
    }
}

/// Digits at `at`: value and end; no more than six.
fn digits(line: &str, at: usize) -> Option<(u32, usize)> {
    let run = line.as_bytes()[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if run == 0 || run > 6 {
        return None;
    }
    Some((line[at..at + run].parse().ok()?, at + run))
}

/// `§ 45`, `§45`, `§§ 12–14`, `§ 45 a`, `§ 8.1`.
fn paragraph(line: &str) -> Option<Number> {
    let signs = line.chars().take_while(|&c| c == '§').count();
    if signs == 0 || signs > 2 {
        return None;
    }
    // `§& 1.`: OCR saw the sign twice; `§.1.`: so minutes of the 19th century write it.
    let noise = usize::from(line[signs * 2..].starts_with(['&', '$', '.']));
    let at = walk::skip_space(line, signs * 2 + noise);
    let (mut value, mut end) = digits(line, at)?;
    let mut depth = 1;
    // Rules of associations count `§ 8.1`.
    while let Some((next, after)) = digits_after_stop(line, end).filter(|_| depth < 6) {
        (value, end, depth) = (next, after, depth + 1);
    }
    end = letter_after(line, end);
    let rest = &line[end..];
    if let Some(more) = rest.strip_prefix(['–', '-', '—']) {
        let dash = rest.len() - more.len();
        if let Some((_, last)) = digits(line, end + dash) {
            end = last;
        }
    }
    Some(close(line, end, Sort::Paragraph, value, depth))
}

/// The end of a letter that is part of a paragraph's number: `§ 35a Ersättning`, `§ 45 a Val av ledamot`.
fn letter_after(line: &str, end: usize) -> usize {
    let at = walk::skip_space(line, end);
    let letter = line.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
    let rest = line.get(at + 1..).unwrap_or("");
    let title = rest.trim_start_matches(['.', ' ', '\t', '\u{a0}']);
    let closed = rest.len() > title.len() && title.starts_with(|c: char| c.is_uppercase() || c == '(');
    let alone = rest.is_empty() && at == end;
    if letter && at <= end + 1 && (closed || alone) { at + 1 } else { end }
}

/// Digits right after a full stop at `at`: value and end.
fn digits_after_stop(line: &str, at: usize) -> Option<(u32, usize)> {
    let next = line[at..].starts_with('.').then(|| digits(line, at + 1)).flatten();
    next.filter(|(value, _)| *value < 100)
}

/// `$ 3.`, `& 11.`: a paragraph sign that OCR misread, closed by its full stop.
fn misread_paragraph(line: &str) -> Option<Number> {
    let at = walk::skip_space(line, 1);
    let (value, end) = digits(line, at)?;
    let closed = matches!(line.as_bytes().get(end), Some(b'.' | b';' | b','));
    // `&13     Val av ordförande`
    let title = line[end..].trim_start_matches([' ', '\u{a0}', '\t']);
    let titled = title.len() < line.len() - end && title.starts_with(char::is_uppercase);
    (closed || titled).then(|| close(line, end, Sort::Paragraph, value, 1))
}

/// Numbers of paragraphs are lower than those of years.
const YEARS: u32 = 1900;

/// `1`, `1.`, `1)`, `1.2.3`, `1.2.3.`, `45 §`, `4 kap.`.
fn decimal(line: &str) -> Option<Number> {
    let (mut value, mut end) = digits(line, 0)?;
    let mut depth = 1;
    if end == line.len() {
        let number = Number { sort: Sort::Decimal, written: end, width: end, value, depth, closed: false };
        return Some(number).filter(|_| value < 1000);
    }
    while line[end..].starts_with('.') {
        let Some((next, after)) = digits(line, end + 1) else { break };
        (value, end, depth) = (next, after, depth + 1);
        if depth > 6 {
            return None;
        }
    }
    if let Some(number) = inner(line, end, value).filter(|_| depth == 1) {
        return Some(number);
    }
    let space = walk::skip_space(line, end);
    // `37 b §`
    let letter = walk::skip_space(line, (space + 1).min(line.len()));
    if depth == 1
        && line.as_bytes().get(space).is_some_and(u8::is_ascii_lowercase)
        && line.get(letter..).is_some_and(|rest| rest.starts_with('§'))
    {
        return Some(close(line, letter + '§'.len_utf8(), Sort::Paragraph, value, 1));
    }
    // *… den 19 november⏎2025 § 79*: a year, and the number of a paragraph behind it.
    if depth == 1 && value < YEARS && line[space..].starts_with('§') {
        return Some(close(line, space + '§'.len_utf8(), Sort::Paragraph, value, 1));
    }
    if depth == 1 && walk::phrase(line, space, CHAPTER_WORD).is_some() {
        return Some(close(line, space + CHAPTER_WORD.len(), Sort::Part, value, 1));
    }
    let after = line[end..].chars().next();
    if after.is_some_and(|c| !matches!(c, '.' | ')' | ':') && !c.is_whitespace()) {
        return None;
    }
    (value < 1000).then(|| close(line, end, Sort::Decimal, value, depth))
}

/// `2a. Mötesordförande`, `4:1 Hamnen`: a part of the number that ends at `end`, in letters or behind a colon. (`9:30` is an hour.)
fn inner(line: &str, end: usize, value: u32) -> Option<Number> {
    let (mark, rest) = line.as_bytes().get(end..)?.split_first()?;
    let titled = |at: usize| {
        let title = line.get(at..).unwrap_or("").trim_start_matches([' ', '\t', '\u{a0}']);
        title.starts_with(char::is_uppercase) && !line[at..].starts_with(title)
    };
    match (mark, rest) {
        (b'a'..=b'z', [b'.' | b')', ..]) if titled(end + 2) => {
            Some(close(line, end + 1, Sort::Decimal, u32::from(mark - b'a') + 1, 2))
        }
        (b':', [digit @ b'1'..=b'9', ..]) if value < 100 && titled(end + 2) => {
            Some(close(line, end + 2, Sort::Decimal, u32::from(digit - b'0'), 2))
        }
        _ => None,
    }
}

/// OCR forms of a decimal number: `1 I.` (11), `I 5.` (15), `l2.` (12). Only with a closing full stop.
fn misread(line: &str) -> Option<Number> {
    let stop = line.as_bytes().iter().take(5).position(|&b| b == b'.')?;
    let written = &line[..stop];
    let ones = written.bytes().filter(|b| matches!(b, b'I' | b'l')).count();
    let numerals = written.bytes().filter(u8::is_ascii_digit).count();
    let fits = written.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'l' | b' '));
    // At least one true digit: `I.` and `II.` are Roman.
    if !fits || ones == 0 || numerals == 0 || ones + numerals > 3 || written.contains("  ") {
        return None;
    }
    let value = written
        .bytes()
        .filter(|b| *b != b' ')
        .fold(0, |n, b| n * 10 + if b.is_ascii_digit() { u32::from(b - b'0') } else { 1 });
    Some(close(line, stop, Sort::Decimal, value, 1))
}

/// `IV.`, `IV)`, up to XXXIX.
fn roman(line: &str) -> Option<Number> {
    let run = line.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let end = line.as_bytes().get(run)?;
    if run > 6 || !matches!(end, b'.' | b')') {
        return None;
    }
    let digit = |b: u8| match b {
        b'I' => 1,
        b'V' => 5,
        _ => 10,
    };
    let bytes = &line.as_bytes()[..run];
    let value = bytes.iter().enumerate().fold(0i32, |sum, (i, &b)| {
        let less = bytes.get(i + 1).is_some_and(|&next| digit(next) > digit(b));
        sum + if less { -digit(b) } else { digit(b) }
    });
    (value > 0).then(|| close(line, run, Sort::Roman, value as u32, 1))
}

/// `a)`, `B.`, `c.`: one letter and its mark.
fn letter(line: &str) -> Option<Number> {
    let bytes = line.as_bytes();
    if !matches!(bytes.get(1), Some(b')' | b'.')) || !bytes.get(2).is_some_and(u8::is_ascii_whitespace) {
        return None;
    }
    let value = u32::from(bytes[0].to_ascii_lowercase() - b'a') + 1;
    Some(close(line, 1, Sort::Letter, value, 1))
}

/// `Kapitel 3`, `Bilaga 2`, `Del 1`, `Artikel 4`, `Avsnitt 2`, `Punkt 3`, `KF § 12`, `Ks § 41`.
fn named(line: &str) -> Option<Number> {
    let end = walk::word_end(line, 0);
    let word = &line[..end];
    let at = walk::skip_space(line, end);
    if at == end || !matches!(line.as_bytes().get(at), Some(b'0'..=b'9' | 0xC2)) {
        return None;
    }
    let coded =
        || word.len() <= 4 && walk::is_all_caps(word) || walk::is_capitalised(word) && LETTERS.has(word);
    if line[at..].starts_with('§') {
        let number = paragraph(&line[at..]).filter(|_| coded())?;
        return Some(Number { written: at + number.written, width: at + number.width, ..number });
    }
    let (mut value, mut end) = digits(line, at)?;
    // `KS 136 Val av justerare`: the letters of a body, and a sign that was lost.
    let title = line[end..].strip_prefix(' ').map_or("", str::trim_start);
    if word.len() >= 2 && value < 1000 && title.starts_with(char::is_uppercase) && coded() && !PARTS.has(word)
    {
        return Some(close(line, end, Sort::Paragraph, value, 1));
    }
    if !PARTS.has(word) || !walk::is_capitalised(word) {
        return None;
    }
    // `Motion 3.1`
    if let Some((next, after)) = digits_after_stop(line, end) {
        (value, end) = (next, after);
    }
    Some(close(line, end, Sort::Part, value, 1))
}

/// The number that ends at `end`, with the mark that closes it and the blanks after.
fn close(line: &str, end: usize, sort: Sort, value: u32, depth: u8) -> Number {
    let rest = &line[end..];
    let (written, mark) = match rest.bytes().next() {
        Some(b'.' | b':') => (end, 1),
        Some(b')') => (end + 1, 1),
        _ => (end, 0),
    };
    let after = end + mark;
    let width = walk::skip_space(line, after);
    let width = line[width..].chars().next().filter(|c| matches!(c, '–' | '-' | '—')).map_or(width, |dash| {
        let past = width + dash.len_utf8();
        if line[past..].starts_with(' ') { walk::skip_space(line, past) } else { width }
    });
    Number { sort, written, width, value, depth, closed: mark > 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(&str, &str, Sort, u32)> {
        read(line).map(|n| (&line[..n.written], &line[n.width..], n.sort, n.value))
    }

    #[test]
    fn reads_numbers() {
        assert_eq!(parts("§ 45 Budget"), Some(("§ 45", "Budget", Sort::Paragraph, 45)));
        assert_eq!(parts("§8.12 Kassör"), Some(("§8.12", "Kassör", Sort::Paragraph, 12)));
        assert_eq!(parts("§7"), Some(("§7", "", Sort::Paragraph, 7)));
        assert_eq!(parts("§§ 12–14 Val"), Some(("§§ 12–14", "Val", Sort::Paragraph, 12)));
        assert_eq!(parts("37 b § Skyltar"), Some(("37 b §", "Skyltar", Sort::Paragraph, 37)));
        assert_eq!(parts("§ 35a Ersättning"), Some(("§ 35a", "Ersättning", Sort::Paragraph, 35)));
        assert_eq!(parts("§ 45 a Val av ledamot"), Some(("§ 45 a", "Val av ledamot", Sort::Paragraph, 45)));
        assert_eq!(parts("§ 45 i lagen"), Some(("§ 45", "i lagen", Sort::Paragraph, 45)));
        assert_eq!(parts("6 § Frågestund"), Some(("6 §", "Frågestund", Sort::Paragraph, 6)));
        assert_eq!(parts("1.2.3 Skola"), Some(("1.2.3", "Skola", Sort::Decimal, 3)));
        assert_eq!(parts("3. Val av justerare"), Some(("3", "Val av justerare", Sort::Decimal, 3)));
        assert_eq!(parts("I 5. Val"), Some(("I 5", "Val", Sort::Decimal, 15)));
        assert_eq!(parts("IV. Ekonomi"), Some(("IV", "Ekonomi", Sort::Roman, 4)));
        assert_eq!(parts("a) stadgar"), Some(("a)", "stadgar", Sort::Letter, 1)));
        assert_eq!(parts("Kapitel 3 Ledning"), Some(("Kapitel 3", "Ledning", Sort::Part, 3)));
        assert_eq!(parts("4 kap. Nämnder"), Some(("4 kap", "Nämnder", Sort::Part, 4)));
        assert_eq!(parts("2a. Sekreterare"), Some(("2a", "Sekreterare", Sort::Decimal, 1)));
        assert_eq!(parts("4:2 Hamnen"), Some(("4:2", "Hamnen", Sort::Decimal, 2)));
        assert_eq!(parts("3: Vatten"), Some(("3", "Vatten", Sort::Decimal, 3)));
        assert_eq!(parts("Ks § 41 Plan"), Some(("Ks § 41", "Plan", Sort::Paragraph, 41)));
        assert_eq!(parts("Ksau § 7"), Some(("Ksau § 7", "", Sort::Paragraph, 7)));
        assert_eq!(parts("Kfn 59 Dnr 4 Taxa"), Some(("Kfn 59", "Dnr 4 Taxa", Sort::Paragraph, 59)));
        for prose in ["Se § 5 Ekonomi", "Den 3 Maj", "Kl 9 Kaffe", "Sid 3 Taxa", "Lag § 4", "OMVAL 2 ÅR"] {
            assert_eq!(parts(prose), None, "{prose}");
        }
        assert_eq!(parts("2023-03-24"), None);
        assert_eq!(parts("1 200 kronor").map(|p| p.3), Some(1));
        assert_eq!(parts("Delar"), None);
    }
}
