//! What stands beside a stretch of the text, on one line.

use crate::document::Span;

/// The words before a span, in its paragraph: as many letters as there is room for.
pub(crate) fn before(text: &str, span: Span, room: usize) -> String {
    let start = span.start as usize;
    // Letters have four bytes at most, and white space is made single.
    let mut from = start.saturating_sub(4 * room + 64);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let part = text.get(from..start).unwrap_or_default();
    let part = part.rsplit("\n\n").next().unwrap_or(part);
    let line = single(part);
    let ends_open = part.ends_with(char::is_whitespace) && !line.is_empty();
    let count = line.chars().count() + usize::from(ends_open);
    let mut kept: String = line.chars().skip(count.saturating_sub(room)).collect();
    if ends_open {
        kept.push(' ');
    }
    kept
}

/// The words after a span, in its paragraph.
pub(crate) fn after(text: &str, span: Span, room: usize) -> String {
    let end = span.end as usize;
    let mut to = (end + 4 * room + 64).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let part = text.get(end..to).unwrap_or_default();
    let part = part.split("\n\n").next().unwrap_or(part);
    let begins_open = part.starts_with(char::is_whitespace);
    let line = single(part);
    let mut kept = String::from(if begins_open && !line.is_empty() { " " } else { "" });
    kept.extend(line.chars().take(room.saturating_sub(usize::from(begins_open))));
    kept
}

/// A text on one line, white space made single, without what commands a terminal.
pub(crate) fn single(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter_map(|c| match c {
            '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
            c if c.is_control() => Some('\u{FFFD}'),
            c => Some(c),
        }));
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
}
