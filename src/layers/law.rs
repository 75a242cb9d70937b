//! Lagrum: the places in the law that a text names, as written (*11 kap. 16 § kommunallagen*, *SFS 2017:725*).

use crate::document::Span;
use crate::lexicon::sets::decisions::{BETWEEN_LAW, CHAPTERS, LAW_ENDINGS, LAWS, PARTS_OF_LAW, SFS};
use crate::text::walk;
use memchr::memchr_iter;
use std::collections::HashSet;

/// Between a `§` and its law stand at most this many words.
const WORDS: usize = 12;

/// All places named in `span`, in order, none twice.
pub(crate) fn find(text: &str, span: Span) -> Vec<String> {
    let words = span.of(text);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let bytes = words.as_bytes();
    // The second byte of *§*, which is rarer than the first.
    for at in memchr_iter(0xA7, bytes).filter_map(|last| last.checked_sub(1).filter(|&at| bytes[at] == 0xC2))
    {
        if found.last().is_none_or(|&(_, end)| at >= end) {
            found.extend(paragraph(words, at));
        }
    }
    let paragraphs = found.len();
    let mut next = 0;
    for at in memchr_iter(b':', bytes) {
        // Past those that end before it; the number of a law may stand inside the one that it comes to.
        while found[next..paragraphs].first().is_some_and(|&(_, end)| end <= at) {
            next += 1;
        }
        if found[next..paragraphs].first().is_none_or(|&(start, _)| at < start) {
            found.extend(numbered(words, at));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_unstable();
    let mut seen = HashSet::new();
    let laws = found.into_iter().map(|(start, end)| walk::one_line(&words[start..end]));
    laws.filter(|law| seen.insert(law.clone())).collect()
}

/// *11 kap. 16 § första stycket kommunallagen (2017:725)* around the `§` at `at`.
fn paragraph(text: &str, at: usize) -> Option<(usize, usize)> {
    // 16 §, 16 a §
    let mut start = number_before(text, at)?;
    let mut chapter = false;
    let before = text[..start].trim_end();
    if let Some(kap) = CHAPTERS.iter().find_map(|chapter| before.strip_suffix(chapter))
        && let Some(first) = number_before(text, kap.len())
    {
        (start, chapter) = (first, true);
    }
    let mut end = at + '§'.len_utf8();
    end += text[end..].len() - text[end..].trim_start_matches('§').len();
    // Without a law's name, a chapter alone tells that it is one.
    let mut whole = chapter.then_some(end);
    let mut here = end;
    for _ in 0..WORDS {
        here = skip(text, here);
        let digits = text[here..].bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            here += digits;
            continue;
        }
        if text[here..].starts_with('§') {
            here += '§'.len_utf8();
            whole = whole.map(|_| here);
            continue;
        }
        let to = walk::word_end(text, here);
        let word = &text[here..to];
        if is_law(word) {
            return Some((start, past_number(text, to)));
        }
        if word.is_empty() || !BETWEEN_LAW.contains(&word) {
            break;
        }
        if PARTS_OF_LAW.contains(&word) {
            whole = whole.map(|_| to);
        }
        here = to;
    }
    whole.map(|end| (start, end))
}

/// Past blanks, commas, dashes and full stops of abbreviations.
fn skip(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches([' ', '\u{a0}', '\n', '\r', ',', '.', '–', '-']).len()
}

/// Where the number that stands before `at` begins: *16*, *16 a*, *3–5*.
fn number_before(text: &str, at: usize) -> Option<usize> {
    let mut head = text[..at].trim_end();
    // A letter after the number, parted from it or not.
    if let Some(rest) = head.strip_suffix(|c: char| c.is_ascii_lowercase()) {
        let rest = rest.trim_end();
        head = if rest.ends_with(|c: char| c.is_ascii_digit()) { rest } else { head };
    }
    let bare = head.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() == head.len() || head.len() - bare.len() > 3 {
        return None;
    }
    let range = bare.strip_suffix(['–', '-']).map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
    let range = range.filter(|rest| rest.len() + 1 < bare.len() && !rest.ends_with(char::is_alphabetic));
    Some(range.unwrap_or(bare).len())
}

/// *SFS 2017:725*, *kommunallagen (2017:725)* around the colon at `at`.
fn numbered(text: &str, at: usize) -> Option<(usize, usize)> {
    let year = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    if year != 4 || !(1..=4).contains(&number) {
        return None;
    }
    let (from, to) = (at - year, at + 1 + number);
    let head = &text[..from];
    if let Some(rest) = head.strip_suffix([' ', '\u{a0}']).and_then(|head| head.strip_suffix(SFS)) {
        return Some((rest.len(), to));
    }
    let law = head.strip_suffix('(')?.trim_end();
    let start = walk::word_start(text, law.len());
    (text[to..].starts_with(')') && is_law(&law[start..])).then_some((start, to + 1))
}

/// Past *(2017:725)* after a law's name.
fn past_number(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let open = text.len() - rest.len();
    let inner = rest.strip_prefix('(').unwrap_or("");
    let close = inner.bytes().take(11).position(|b| b == b')').unwrap_or(0);
    let number = inner[..close].split_once(':').is_some_and(|(year, number)| {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        year.len() == 4 && digits(year) && digits(number)
    });
    if number { open + close + 2 } else { at }
}

fn is_law(word: &str) -> bool {
    LAWS.contains(&word) || (word.len() > 2 && LAW_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_laws() {
        for (text, want) in [
            ("enligt 11 kap. 16 § kommunallagen ska", vec!["11 kap. 16 § kommunallagen"]),
            (
                "med stöd av 5 kap. 21 § första stycket kommunallagen (2017:725).",
                vec!["5 kap. 21 § första stycket kommunallagen (2017:725)"],
            ),
            ("9 kap. 31 a §\nplan- och bygglagen", vec!["9 kap. 31 a §"]),
            ("enligt 9 kap. 30–31 §§ PBL och 4 § LSS", vec!["9 kap. 30–31 §§ PBL", "4 § LSS"]),
            ("enligt 4 kap. 1 § 3 p SoL", vec!["4 kap. 1 § 3 p SoL"]),
            ("lag (2010:900) och SFS 1998:808", vec!["lag (2010:900)", "SFS 1998:808"]),
            ("8 § i reglementet, § 45 i protokollet och § 12", vec![]),
            ("prop. 2019/20:1, KS 2023:145 och kl. 2000:30", vec![]),
            ("§", vec![]),
        ] {
            assert_eq!(find(text, Span::new(0, text.len())), want, "{text}");
        }
    }
}
