//! Words of a document made fit for a terminal.

/// Breaks `text` into at most `most` lines of `width` characters, white space made single; `…` ends what
/// was cut. Reads no more of the text than it shows.
pub(super) fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        // A word longer than a line is cut there: it is a rule of dashes, or no word.
        let word: String = word.chars().filter_map(safe).take(width).collect();
        let long = word.chars().count();
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
        line.push_str(&word);
        used += long;
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// Puts `…` at the end, for the last word if need be.
fn cut(line: &mut String, width: usize) {
    while line.chars().count() + 2 > width {
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
        assert_eq!(wrap(&"å".repeat(20), 10, 1), ["å".repeat(10)]);
    }

    #[test]
    fn commands_do_not_reach_the_terminal() {
        assert_eq!(wrap("a\u{1b}[31mb\u{7}\u{202e}c", 20, 1), ["a\u{fffd}[31mb\u{fffd}c"]);
    }
}
