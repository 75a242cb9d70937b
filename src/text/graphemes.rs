//! Graphemes: what a reader takes for one letter, however many characters make it. Excerpts and columns are cut between
//! them, never inside one.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The columns of a terminal that a text on one line takes.
pub(crate) fn width(text: &str) -> usize {
    match is_plain(text) {
        true => text.chars().count(),
        false => text.graphemes(true).map(columns).sum(),
    }
}

/// As much of the beginning as takes no more than so many columns.
pub(crate) fn first(text: &str, room: usize) -> &str {
    if is_plain(text) {
        return text.char_indices().nth(room).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    }
    let (mut used, mut end) = (0, 0);
    for grapheme in text.graphemes(true) {
        used += columns(grapheme);
        if used > room {
            break;
        }
        end += grapheme.len();
    }
    text.get(..end).unwrap_or(text)
}

/// As much of the end as takes no more than so many columns.
pub(crate) fn last(text: &str, room: usize) -> &str {
    if is_plain(text) {
        let Some(before) = room.checked_sub(1) else { return "" };
        let from = text.char_indices().rev().nth(before);
        return from.map_or(text, |(at, _)| text.get(at..).unwrap_or(text));
    }
    let (mut used, mut start) = (0, text.len());
    for grapheme in text.graphemes(true).rev() {
        used += columns(grapheme);
        if used > room {
            break;
        }
        start -= grapheme.len();
    }
    text.get(start..).unwrap_or(text)
}

/// As much of the beginning as takes no more than so many columns, and `…` if something is left.
#[cfg(feature = "cli")]
pub(crate) fn short(text: &str, room: usize) -> String {
    let kept = first(text, room);
    format!("{kept}{}", if kept.len() < text.len() { "…" } else { "" })
}

/// The first place at or behind `at` that stands between two graphemes.
pub(crate) fn boundary(text: &str, mut at: usize) -> usize {
    while at < text.len() && !(text.is_char_boundary(at) && is_between(text, at)) {
        at += 1;
    }
    at.min(text.len())
}

/// The last place at or before `at` that does.
pub(crate) fn boundary_before(text: &str, mut at: usize) -> usize {
    while at > 0 && !(text.is_char_boundary(at) && is_between(text, at)) {
        at -= 1;
    }
    at
}

fn is_between(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether each character is a letter of its own, a column wide: none is beyond U+02FF, where combining marks begin, but
/// dashes and quotation marks.
fn is_plain(text: &str) -> bool {
    // U+0300 begins with 0xCC, and each byte of a letter before it is below that: nearly every line ends here.
    text.bytes().fold(true, |plain, b| plain & (b < 0xCC && b != b'\r'))
        || text.chars().all(|c| c < '\u{300}' && c != '\r' || matches!(c, '\u{2010}'..='\u{2026}'))
}

/// Two for pictures and letters of the Far East, else one.
fn columns(grapheme: &str) -> usize {
    let wide = |c: char| {
        matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}' | '\u{FE0F}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}'
            | '\u{FFE0}'..='\u{FFE6}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F300}'..='\u{1F64F}'
            | '\u{1F680}'..='\u{1F6FF}' | '\u{1F900}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}')
    };
    1 + usize::from(grapheme.chars().any(wide))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four people who are one picture, and *å* in two pieces.
    const FAMILY: &str = "👩\u{200D}👩\u{200D}👧\u{200D}👦";
    const RING: &str = "a\u{30A}";

    #[test]
    fn nothing_is_cut_inside_a_letter() {
        let text = format!("r{RING}d {FAMILY} 🇸🇪 §");
        assert_eq!(width(&text), 11);
        assert_eq!(first(&text, 1), "r");
        assert_eq!(first(&text, 2), format!("r{RING}"));
        assert_eq!(first(&text, 5), format!("r{RING}d "));
        assert_eq!(first(&text, 6), format!("r{RING}d {FAMILY}"));
        assert_eq!(last(&text, 3), " §");
        assert_eq!(last(&text, 4), "🇸🇪 §");
        assert_eq!(last(&text, 5), " 🇸🇪 §");
        #[cfg(feature = "cli")]
        assert_eq!((short(&text, 5), short("råd", 3)), (format!("r{RING}d …"), "råd".to_string()));
    }

    #[test]
    fn places_between_letters() {
        let text = format!("r{RING}d{FAMILY}");
        assert_eq!((boundary(&text, 2), boundary_before(&text, 2)), (4, 1));
        assert_eq!((boundary(&text, 9), boundary_before(&text, 29)), (text.len(), 5));
        assert_eq!((boundary(&text, 99), boundary_before("", 0)), (text.len(), 0));
    }
}
