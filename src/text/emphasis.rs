//! Marks of emphasis within a line, as Markdown has them: *säger **Anna Holm***, *från __09:30 – 10:00__*. They say how letters look; the view
//! is without them. A line that is emphasised as a whole, or begins so and says something new behind it, keeps its marks: it may be a heading or a label.

use super::broken::Change;
use super::walk;
use memchr::memchr;

/// Marks of one sort in a row: as many open as close.
const LONGEST: usize = 3;
/// Emphasised words are no more bytes than a long quotation has.
const REACH: usize = 1200;

/// The changes of the mark at `open`, if it opens emphasis within a line: it and the one that closes are left out. Gives where the
/// next mark may open.
pub(super) fn pair<'t>(text: &'t str, open: usize, changes: &mut Vec<Change<'t>>) -> usize {
    let bytes = text.as_bytes();
    let mark = bytes[open];
    let width = run(bytes, open, mark);
    let past = open + width;
    if width > LONGEST {
        return past;
    }
    let Some(place) = opens(text, open, past) else { return past };
    let Some(close) = closing(text, past, mark, width) else { return past };
    if place == Place::Head && !goes_on(&text[close + width..]) {
        return past;
    }
    changes.push((open, past, ""));
    changes.push((close, close + width, ""));
    close + width
}

/// How many marks stand in a row.
fn run(bytes: &[u8], at: usize, mark: u8) -> usize {
    bytes[at..].iter().take_while(|b| **b == mark).count()
}

/// So far behind emphasis a bracket is looked at, in bytes.
const BRACKET: usize = 80;

/// Where emphasis opens.
#[derive(PartialEq, Eq)]
enum Place {
    Within,
    /// At the head of a line.
    Head,
}

/// Before a word, behind a blank or a bracket.
fn opens(text: &str, at: usize, end: usize) -> Option<Place> {
    let after = text[end..].chars().next()?;
    let quoted = matches!(after, '”' | '“' | '"' | '»');
    if !(quoted || after.is_alphanumeric() || matches!(after, '–' | '§' | '(')) {
        return None;
    }
    let open = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "([”“\"–".contains(c));
    // Behind a bullet, or the bracket of a link, a line begins.
    let before = text[..at].trim_end_matches([' ', '\t', '-', '*', '>', '+', '[', '(']);
    let within = quoted || !before.is_empty() && !before.ends_with('\n');
    open.then_some(if within { Place::Within } else { Place::Head })
}

/// ***Anna Holm** berättar*, ***Anna Holm** (S) yrkar*: a sentence goes on behind what its line begins with.
fn goes_on(rest: &str) -> bool {
    let mut next = walk::head(rest, BRACKET).strip_prefix(' ').unwrap_or("").chars();
    match next.next() {
        Some('(') => {
            next.as_str().split_once(") ").is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
        }
        Some(c) => c.is_lowercase(),
        None => false,
    }
}

/// Where the same marks close: behind a word or its stop, before none, on the same line.
fn closing(text: &str, from: usize, mark: u8, width: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let line = &bytes[from..bytes.len().min(from + REACH)];
    let line = &line[..memchr(b'\n', line).unwrap_or(line.len())];
    let mut at = from;
    while let Some(found) = memchr(mark, &line[at - from..]) {
        at += found;
        let marks = run(bytes, at, mark);
        let before = text[..at].chars().next_back();
        let after = text[at + marks..].chars().next();
        let closes = before.is_some_and(|c| !c.is_whitespace()) && !after.is_some_and(char::is_alphanumeric);
        if marks == width && at > from && closes {
            return Some(at);
        }
        at += marks;
        if at - from >= line.len() {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::text::View;

    fn seen(text: &str) -> String {
        View::of(text).text().to_string()
    }

    #[test]
    fn within_a_line() {
        assert_eq!(seen("säger **Anna Holm**, chef"), "säger Anna Holm, chef");
        assert_eq!(seen("Mötet var __09:30 – 10:00__."), "Mötet var 09:30 – 10:00.");
        assert_eq!(seen("*”Det är bra”*, säger _Per Ek_."), "”Det är bra”, säger Per Ek.");
        assert_eq!(
            seen("**Anna Holm** berättar.\n**Per Ek** (S) yrkar"),
            "Anna Holm berättar.\nPer Ek (S) yrkar"
        );
    }

    #[test]
    fn what_keeps_its_marks() {
        for text in [
            "**Beslut**\n",
            "**Närvarande:** Anna Holm",
            "**Per Ek** (S)\n**Beslut** Styrelsen antar planen",
            "* Anna Holm\n* Per Ek\n",
            "en_lång_fil.txt och en_till.txt",
            "5 * 3 * 2",
            "Anna* och Per*",
            "___________",
            "sida **1\n**Beslut",
        ] {
            assert_eq!(seen(text), text);
        }
    }
}
