//! Words that a hyphen breaks at the end of a line, as narrow columns of print have them: in the view the whole word stands on the first
//! line, and the break behind it.

use crate::lexicon::sets::text::AFTER_HYPHEN;

/// An edit of the view: from, to, and what stands there instead.
pub(super) type Change<'t> = (usize, usize, &'t str);

/// Two changes, where a hyphen breaks a word: it and the break are left out, and the blanks behind the word become the break.
pub(super) fn word<'t>(text: &'t str, hyphen: usize, changes: &mut Vec<Change<'t>>) {
    let rest = &text.as_bytes()[hyphen + 1..];
    let next = hyphen + 1 + if rest.starts_with(b"\r\n") { 2 } else { usize::from(rest.starts_with(b"\n")) };
    if next == hyphen + 1 {
        return;
    }
    let indent = text[next..].len() - text[next..].trim_start_matches([' ', '\t']).len();
    let Some(end) = end(text, hyphen, next + indent) else { return };
    changes.push((hyphen, next + indent, ""));
    let blanks = text[end..].len() - text[end..].trim_start_matches(' ').len();
    // Where the line ends with the word there is a break already.
    if blanks > 0 && !text[end + blanks..].starts_with(['\r', '\n']) {
        changes.push((end, end + blanks, &text[hyphen + 1..next + indent]));
    }
}

/// Where the word ends that begins before a hyphen and goes on at `next`, with the marks behind it. Small letters stand on both sides;
/// *och* and its like go on with another word: *in-⏎och utflyttning*.
fn end(text: &str, hyphen: usize, next: usize) -> Option<usize> {
    let letters = |part: &str| part.chars().rev().take_while(|c| c.is_lowercase()).count();
    let head =
        text.get(hyphen.saturating_sub(8)..hyphen).or_else(|| text.get(hyphen.saturating_sub(7)..hyphen))?;
    let tail = &text[next..];
    let word = &tail[..tail.find(|c: char| !c.is_lowercase()).unwrap_or(tail.len())];
    let end = tail.find(char::is_whitespace).unwrap_or(tail.len());
    (letters(head) >= 2
        && word.chars().nth(1).is_some()
        && !AFTER_HYPHEN.has(word)
        && !tail[..end].contains('-'))
    .then_some(next + end)
}

#[cfg(test)]
mod tests {
    use crate::text::View;

    fn seen(text: &str) -> String {
        View::of(text).text().to_string()
    }

    #[test]
    fn a_word_is_whole_on_its_first_line() {
        assert_eq!(seen("Stämman beslu-\ntade att anta planen"), "Stämman beslutade\natt anta planen");
        assert_eq!(seen("den 15 novem-\r\n   ber. Sedan"), "den 15 november.\r\n   Sedan");
        assert_eq!(seen("väg-\nförening\nhar möte"), "vägförening\nhar möte");
    }

    #[test]
    fn what_keeps_its_hyphen() {
        for text in [
            "in-\noch utflyttning",
            "Väst-\nSverige",
            "IT-\nsystem",
            "el-\n\nkostnad",
            "barn-\n- unga",
            "sid 3-\n4",
        ] {
            assert_eq!(seen(text), text);
        }
    }
}
