//! Case numbers (*diarienummer*): `Dnr BN-2024-00105`, `Ärendenummer SLK-2023-01133`, `0756/22`,
//! `KS 2022/123`.

use super::headings::LONG;
use crate::lexicon::sets::pages::CASE_WORDS;
use crate::text::walk;

/// The case number that `text` begins with, announced (*Dnr*) or bare: its bytes and the end of it all.
pub(crate) fn after(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = walk::skip_space(text, 0);
    let word_end = walk::word_end(text, start);
    let word = &text[start..word_end];
    let announced = CASE_WORDS.iter().any(|w| walk::same_word(word, w));
    let at = if announced {
        let rest = &text[word_end..];
        word_end + (rest.len() - rest.trim_start_matches([':', '.', ' ', '\u{a0}', '\t']).len())
    } else {
        start
    };
    let end = number(text, at, announced)?;
    let end = behind(text, at, end);
    Some((at..end, end))
}

/// The announced case number that a line is, and nothing else: *Dnr 2023/118*.
pub(super) fn announced(line: &str) -> Option<&str> {
    let (range, end) = after(line).filter(|(range, _)| range.start > 0)?;
    line[end..].trim_matches([' ', '.', ')', '\u{a0}']).is_empty().then(|| &line[range])
}

/// The end of the body's letters behind a number that has none before it: *Dnr 145/2023 KS*, *2023.145 KS*.
fn behind(text: &str, at: usize, end: usize) -> usize {
    let bare = text[at..].starts_with(|c: char| c.is_ascii_digit());
    let Some(rest) = text[end..].strip_prefix(' ').filter(|_| bare) else { return end };
    let word = &rest[..walk::word_end(rest, 0)];
    let letters = (2..=5).contains(&word.chars().count()) && walk::is_all_caps(word);
    let after = &rest[word.len()..];
    let ends = after.is_empty() || after.starts_with(['\n', '\r', '\t', ')']) || after.starts_with("  ");
    if letters && ends { end + 1 + word.len() } else { end }
}

/// The case number that `text` is, with the letters of more than one body before it: `KS KF/2023:329`.
pub(super) fn whole(text: &str) -> Option<std::ops::Range<usize>> {
    let all = |(range, end): (std::ops::Range<usize>, usize)| text[end..].trim().is_empty().then_some(range);
    let letters = || {
        let start = walk::skip_space(text, 0);
        let (body, rest) = text[start..].split_once(' ')?;
        let body = (2..=5).contains(&body.len()) && walk::is_all_caps(body);
        let (range, end) = after(rest).filter(|(range, _)| body && range.start == 0)?;
        let at = text.len() - rest.len();
        text[at + end..].trim().is_empty().then_some(start..at + range.end)
    };
    after(text).and_then(all).or_else(letters)
}

/// The case number that `title` ends with, announced (*Budget 2025, Dnr KS 2024/17*, *Budget (dnr 2024/17)*) or with
/// letters of its own in a column of its own: where the title ends before it, and its bytes.
pub(super) fn closing(title: &str) -> Option<(usize, std::ops::Range<usize>)> {
    // Most titles are thrown out here, and what a file styles as a heading without being one.
    if title.len() > LONG || !title.trim_end_matches([')', '.', ' ']).ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let begins = |(at, c): (usize, char)| (c.is_whitespace() || c == '(').then_some(at + c.len_utf8());
    for at in title.char_indices().filter_map(begins) {
        let rest = &title[at..];
        if rest.starts_with(char::is_whitespace) {
            continue;
        }
        let Some((number, end)) = after(rest) else { continue };
        let announced = number.start > 0;
        let column = (title[..at].ends_with("  ") || title[..at].ends_with('\t'))
            && rest.starts_with(char::is_alphabetic);
        // *Svar på motion (KS 2022/00871)*, *Bryggan – MBN 2024-0317*: a body's letters, a year and a number.
        let lettered = title[..at].ends_with(['(', ' ']) && is_of_body(&rest[number.clone()]);
        if (announced || column || lettered) && rest[end..].trim_end_matches([')', '.', ' ']).is_empty() {
            let before = title[..at].trim_end_matches([' ', '\t', '\u{a0}', '(', ',', '–', '-']);
            return Some((before.len(), at + number.start..at + number.end));
        }
    }
    None
}

/// *KS 2022/00871*, *MBN 2024-0317*; not *SFS 2010:900*, *RP 252/2020*.
fn is_of_body(number: &str) -> bool {
    let Some((letters, rest)) = number.split_once(' ') else { return false };
    let Some((year, own)) = rest.split_at_checked(5) else { return false };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (2..=5).contains(&letters.len())
        && walk::is_all_caps(letters)
        && (year.starts_with("19") || year.starts_with("20"))
        && year.ends_with(['/', '-'])
        && digits(&year[..year.len() - 1])
        && own.len() >= 3
        && digits(own)
}

/// End of the case number that begins at `at`; one that a word announces may begin with a single digit (*Dnr 9/2014*).
fn number(text: &str, at: usize, announced: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = walk::word_end(text, at);
    let letters = &text[at..end];
    if letters.chars().count() > 8 || letters.contains(char::is_lowercase) {
        return None;
    }
    if !letters.is_empty() && matches!(bytes.get(end), Some(b' ' | b'-' | b'/' | b'.')) {
        end += 1;
    }
    let first = run(bytes, end);
    if first == 0 {
        return None;
    }
    let first_at = end;
    end += first;
    let mut parts = 1;
    while let Some(b'/' | b'-' | b':' | b'.') = bytes.get(end) {
        // *SLK-2024-00105:-1*
        let below = !letters.is_empty() && bytes[end] == b':' && bytes.get(end + 1) == Some(&b'-');
        end += usize::from(below && run(bytes, end + 2) > 0);
        let next = run(bytes, end + 1);
        if next == 0
            && letters.is_empty()
            && announced
            && let Some(inner) = inner(text, end)
        {
            return Some(inner);
        }
        if next == 0 || parts == 4 {
            break;
        }
        // A year has four digits even where the next column is glued to it.
        let year = bytes[end] == b'/' && next == 5 && matches!(&bytes[end + 1..end + 3], b"19" | b"20");
        end += 1 + if year { 4 } else { next };
        parts += 1;
        if year {
            break;
        }
    }
    // "2023-03-24" is a date, "7" a number; "0756/22" and "KS-2024-00105" are case numbers.
    let is_date = letters.is_empty() && parts == 3 && first == 4;
    let enough = if letters.is_empty() {
        parts >= 2 && (announced || first >= 2)
    } else {
        parts >= 2 || run(bytes, first_at) >= 4
    };
    (enough && !is_date).then_some(end)
}

/// The end of a body's letters and figures behind the year: *2023/BUN 0214*, *2023/BUN 0192 40*.
fn inner(text: &str, at: usize) -> Option<usize> {
    let word_end = walk::word_end(text, at + 1);
    let letters = text.get(at + 1..word_end)?;
    let figures = |at: usize| text[at..].starts_with(' ').then(|| run(text.as_bytes(), at + 1));
    let first = figures(word_end).filter(|len| (3..=5).contains(len))?;
    let end = word_end + 1 + first;
    let more = figures(end).filter(|len| (1..=3).contains(len)).map_or(0, |len| 1 + len);
    ((2..=5).contains(&letters.len()) && walk::is_all_caps(letters)).then_some(end + more)
}

fn run(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_the_title() {
        let case =
            |text: &str| closing(text).map(|(end, range)| (text[..end].to_string(), text[range].to_string()));
        let budget = |number: &str| Some(("Budget 2025".to_string(), number.to_string()));
        assert_eq!(case("Budget 2025  Dnr HS 2024/17"), budget("HS 2024/17"));
        assert_eq!(case("Budget 2025 (dnr 2024/17)"), budget("2024/17"));
        assert_eq!(case("Budget 2025, diarienummer KS-2024-00017"), budget("KS-2024-00017"));
        assert_eq!(case("Budget 2025     KS/2024:17"), budget("KS/2024:17"));
        assert_eq!(case("Budget 2025-2027"), None);
        assert_eq!(case("Budget  2025-2027"), None);
        assert_eq!(case("Yttrande över remissen SOU 2024:38"), None);
        assert_eq!(case("Svar på dnr 2024/17 om skolan"), None);
    }

    #[test]
    fn many_forms() {
        let case = |text: &str| after(text).map(|(range, _)| text[range].to_string());
        assert_eq!(case("Dnr BN-2024-00105").as_deref(), Some("BN-2024-00105"));
        assert_eq!(case("Ärendenummer SLK-2023-01133\n").as_deref(), Some("SLK-2023-01133"));
        assert_eq!(case("SLK-2023-01133:-1 Budget").as_deref(), Some("SLK-2023-01133:-1"));
        assert_eq!(case("0756/22").as_deref(), Some("0756/22"));
        assert_eq!(case("KS 2022/123 Budget").as_deref(), Some("KS 2022/123"));
        assert_eq!(case("Dnr: KS2023.0123").as_deref(), Some("KS2023.0123"));
        assert_eq!(case("Diarienummer 00478/20243.2.5.").as_deref(), Some("00478/2024"));
        assert_eq!(case("Dnr 145/2023 KS\nBudget").as_deref(), Some("145/2023 KS"));
        assert_eq!(case("Dnr 145/2023 KS 12 §").as_deref(), Some("145/2023"));
        assert_eq!(case("Dnr 9/2023 Budget").as_deref(), Some("9/2023"));
        assert_eq!(case("Dnr 2023/BUN 0214").as_deref(), Some("2023/BUN 0214"));
        assert_eq!(case("Diarienummer 2023/BUN 0214 40\nBudget").as_deref(), Some("2023/BUN 0214 40"));
        assert_eq!(case("2023/BUN 0214"), None);
        assert_eq!(case("Dnr 2023/BUN Budget"), None);
        assert_eq!(case("9/2023 Budget"), None);
        assert_eq!(case("2023-03-24"), None);
        assert_eq!(case("Budget 2024"), None);
        assert_eq!(case("Val av justerare"), None);
    }
}
