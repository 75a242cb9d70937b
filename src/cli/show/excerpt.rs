//! Words of a document made fit for a terminal.

use crate::text::graphemes::width as columns;
use unicode_segmentation::UnicodeSegmentation;

/// Breaks `text` into at most `most` lines of `width` columns, white space made single; `…` ends what
/// was cut. Reads no more of the text than it shows.
pub(super) fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        // A word longer than a line is cut there: it is a rule of dashes, or no word.
        let (mut shown, mut long) = (String::new(), 0);
        for letter in word.graphemes(true) {
            let letter: String = letter.chars().filter_map(safe).collect();
            long += if letter.is_empty() { 0 } else { columns(&letter) };
            if long > width {
                long = columns(&shown);
                break;
            }
            shown.push_str(&letter);
        }
        if used > 0 && used + 1 + long > width {
            if lines.len() + 1 == most {
                cut(&mut line, width);
                lines.push(line);
                return lines;
            }
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(&shown);
        used += long;
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// Puts `…` at the end, for the last word if need be.
fn cut(line: &mut String, width: usize) {
    while columns(line) + 2 > width {
        let Some(space) = line.rfind(' ') else { break };
        line.truncate(space);
    }
    line.push_str(" …");
}

/// A character that may be shown: none that commands the terminal or turns the writing round.
fn safe(c: char) -> Option<char> {
    match c {
        '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => Some('\u{FFFD}'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn breaks_at_words() {
        assert_eq!(wrap("  ett\n två\u{a0}tre  ", 8, 2), ["ett två", "tre"]);
        assert_eq!(wrap("ett två tre fyra", 8, 1), ["ett …"]);
        assert!(wrap(" \n", 8, 1).is_empty());
        for letter in ["å", "a\u{30a}"] {
            assert_eq!(wrap(&letter.repeat(20), 10, 1), [letter.repeat(10)]);
        }
        let family = "👩\u{200D}👩\u{200D}👧";
        assert_eq!(wrap(&family.repeat(20), 11, 1), [family.repeat(5)]);
    }

    #[test]
    fn commands_do_not_reach_the_terminal() {
        assert_eq!(wrap("a\u{1b}[31mb\u{7}\u{202e}c", 20, 1), ["a\u{fffd}[31mb\u{fffd}c"]);
    }
}
