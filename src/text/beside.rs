//! What stands beside a stretch of the text, on one line.

use super::graphemes;
use crate::document::Span;
use memchr::{memchr_iter, memrchr_iter};

/// So many bytes for a column are looked at: what most text has, and if that is too little, what nearly none has.
const BYTES: [usize; 2] = [2, 32];

/// The words before a span, in its paragraph: as many whole letters as there is room for.
pub(crate) fn before(text: &str, span: Span, room: usize) -> String {
    let start = span.start as usize;
    let mut kept = String::new();
    for bytes in BYTES {
        let from =
            graphemes::boundary(text, start.saturating_sub(bytes.saturating_mul(room).saturating_add(16)));
        let seen = text.get(from..start).unwrap_or_default();
        let part = last_paragraph(seen);
        let line = single(part);
        let ends_open = part.ends_with(char::is_whitespace) && !line.is_empty();
        let fits = graphemes::last(&line, room.saturating_sub(usize::from(ends_open)));
        let whole = from == 0 || part.len() < seen.len() || fits.len() < line.len();
        kept = fits.to_string();
        if ends_open {
            kept.push(' ');
        }
        if whole {
            break;
        }
    }
    kept
}

/// The words after a span, in its paragraph.
pub(crate) fn after(text: &str, span: Span, room: usize) -> String {
    let end = span.end as usize;
    let mut kept = String::new();
    for bytes in BYTES {
        let to = end.saturating_add(bytes.saturating_mul(room).saturating_add(16)).min(text.len());
        let to = graphemes::boundary_before(text, to);
        let seen = text.get(end..to).unwrap_or_default();
        let part = first_paragraph(seen);
        let begins_open = part.starts_with(char::is_whitespace);
        let line = single(part);
        let fits = graphemes::first(&line, room.saturating_sub(usize::from(begins_open)));
        kept.clear();
        if begins_open && !line.is_empty() {
            kept.push(' ');
        }
        kept.push_str(fits);
        if to == text.len() || part.len() < seen.len() || fits.len() < line.len() {
            break;
        }
    }
    kept
}

/// What stands behind the last blank line.
fn last_paragraph(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut ends = memrchr_iter(b'\n', bytes);
    let end = ends.find(|&at| at > 0 && bytes.get(at - 1) == Some(&b'\n'));
    end.and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

/// What stands before the first blank line.
fn first_paragraph(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = memchr_iter(b'\n', bytes).find(|&at| bytes.get(at + 1) == Some(&b'\n'));
    end.and_then(|at| text.get(..at)).unwrap_or(text)
}

/// A text on one line, white space made single, without what commands a terminal.
pub(crate) fn single(text: &str) -> String {
    // What begins with another byte is a letter or a mark that stays as it is.
    let special = |b: &u8| *b <= b' ' || *b == 0x7F || *b == 0xC2 || *b >= 0xE1;
    let mut line = String::with_capacity(text.len());
    let (mut rest, mut open) = (text, false);
    while !rest.is_empty() {
        let plain = rest.bytes().position(|b| special(&b)).unwrap_or(rest.len());
        let (words, more) = rest.split_at(plain);
        if plain > 0 {
            if std::mem::take(&mut open) {
                line.push(' ');
            }
            line.push_str(words);
        }
        let Some(c) = more.chars().next() else { break };
        rest = more.get(c.len_utf8()..).unwrap_or_default();
        if c.is_whitespace() {
            open = !line.is_empty();
            continue;
        }
        if matches!(c, '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        {
            continue;
        }
        if std::mem::take(&mut open) {
            line.push(' ');
        }
        line.push(if c.is_control() { '\u{FFFD}' } else { c });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_either_side() {
        let text = "Först.\n\nKommunen antar\n budgeten för  2025.\n\nSist.";
        let at = text.find("budgeten").unwrap();
        let span = Span::new(at, at + 8);
        assert_eq!(
            (before(text, span, 40).as_str(), after(text, span, 40).as_str()),
            ("Kommunen antar ", " för 2025.")
        );
        assert_eq!((before(text, span, 6).as_str(), after(text, span, 6).as_str()), ("antar ", " för 2"));
        assert_eq!(
            (before(text, Span::new(0, 2), 9), after(text, Span::new(4, 7), 9)),
            (String::new(), String::new())
        );
    }

    #[test]
    fn one_line_without_commands() {
        assert_eq!(
            single(" \n a\u{a0}\u{2003} é\u{ad}–b\u{1b}[31m\t\u{85}§ 4 \u{feff}\n"),
            "a é–b\u{fffd}[31m § 4"
        );
        assert_eq!((single(""), single(" \u{3000}\n")), (String::new(), String::new()));
    }

    #[test]
    fn no_letter_is_cut() {
        let family = "👩\u{200D}👩\u{200D}👧\u{200D}👦";
        let text =
            format!("r{ring}{ring} {family}{family} X {family}{family} {ring}{ring}r", ring = "a\u{30A}");
        let at = text.find('X').unwrap();
        let span = Span::new(at, at + 1);
        for room in 0..24 {
            for part in [before(&text, span, room), after(&text, span, room)] {
                assert!(graphemes::width(&part) <= room.max(1), "{room}: {part:?}");
                let begins = |part: &str| part.starts_with(['\u{200D}', '\u{30A}']);
                let trimmed = part.trim();
                assert!(!begins(trimmed) && !trimmed.ends_with(['\u{200D}', 'a']), "{room}: {part:?}");
                assert!(!trimmed.contains('👩') || trimmed.contains(family), "{room}: {part:?}");
            }
        }
    }
}
