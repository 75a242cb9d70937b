//! The lines of a text, found once.

use super::hits::{Hits, control};

/// One line, trimmed. A blank line has `start == end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte that is not white space.
    pub start: u32,
    /// One past the last byte that is not white space.
    pub end: u32,
    /// White space before `start`, in bytes (a tab counts as one).
    pub indent: u16,
    /// A form feed stands on the line: a new page begins with or after it.
    pub page_break: bool,
    /// A tab stands on the line, perhaps only at its ends.
    pub tabs: bool,
}

impl Line {
    pub fn is_blank(self) -> bool {
        self.start == self.end
    }
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    pub fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
    pub fn bytes(self, text: &str) -> &[u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }
}

/// All lines in order; line breaks are `\n`, `\r\n` and a lone `\r`.
#[derive(Debug)]
pub(crate) struct Lines(Vec<Line>);

impl Lines {
    pub fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let mut lines = Vec::with_capacity(bytes.len() / 48 + 1);
        let (mut start, mut tabs) = (0, false);
        for at in Hits::new(bytes, 0, control) {
            let next = at + 1;
            match bytes[at] {
                b'\t' => tabs = true,
                // The \n of this pair ends the line.
                b'\r' if bytes.get(next) == Some(&b'\n') => {}
                b'\n' | b'\r' => {
                    lines.push(Line { tabs, ..trim(bytes, start, at) });
                    (start, tabs) = (next, false);
                }
                _ => {}
            }
        }
        if start < bytes.len() {
            lines.push(Line { tabs, ..trim(bytes, start, bytes.len()) });
        }
        Lines(lines)
    }

    /// The lines with a new one at each of the places `cuts`, which are in order and inside lines, and a blank
    /// one above it.
    pub fn cut(self, text: &str, cuts: &[usize]) -> Lines {
        let mut lines = Vec::with_capacity(self.0.len() + 2 * cuts.len());
        let mut cuts = cuts.iter().copied().peekable();
        for line in self.0 {
            let (mut from, end) = (line.start as usize, line.end as usize);
            while let Some(at) = cuts.next_if(|&at| at < end) {
                let row = trim(text.as_bytes(), from, at);
                lines.push(Line { indent: 0, tabs: row.bytes(text).contains(&b'\t'), ..row });
                lines.push(Line { start: row.end, end: row.end, indent: 0, page_break: false, tabs: false });
                from = at;
            }
            let last = if from == line.start as usize { line } else { trim(text.as_bytes(), from, end) };
            lines.push(Line { page_break: line.page_break, tabs: line.tabs, ..last });
        }
        Lines(lines)
    }

    /// Index of the line that holds `at`, or of the last one that starts before it.
    pub fn index(&self, at: usize) -> usize {
        self.0.partition_point(|line| line.start as usize <= at).saturating_sub(1)
    }

    /// The next line after `index` that is not blank.
    pub fn next_text(&self, index: usize) -> Option<usize> {
        (index + 1..self.0.len()).find(|&i| !self.0[i].is_blank())
    }

    /// The last line before `index` that is not blank.
    pub fn previous_text(&self, index: usize) -> Option<usize> {
        (0..index.min(self.0.len())).rev().find(|&i| !self.0[i].is_blank())
    }
}

impl std::ops::Deref for Lines {
    type Target = [Line];
    fn deref(&self) -> &[Line] {
        &self.0
    }
}

fn trim(bytes: &[u8], from: usize, to: usize) -> Line {
    // Most lines are empty, or begin and end with something to see.
    let plain = match &bytes[from..to] {
        [] => true,
        [first, .., last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
        _ => false,
    };
    if plain {
        return Line { start: from as u32, end: to as u32, indent: 0, page_break: false, tabs: false };
    }
    let (mut start, mut end, mut page_break) = (from, to, false);
    while start < end {
        let width = blank(&bytes[start..end]);
        if width == 0 {
            break;
        }
        page_break |= bytes[start] == 0x0C;
        start += width;
    }
    while end > start {
        let last = bytes[end - 1];
        page_break |= last == 0x0C;
        if last.is_ascii_whitespace() || matches!(last, 0x0B | 0x1C..=0x1F) {
            end -= 1;
        } else if end - start >= 2 && bytes[end - 2] == 0xC2 && matches!(last, 0x85 | 0xA0) {
            end -= 2;
        } else if end - start >= 3 && blank(&bytes[end - 3..end]) == 3 {
            end -= 3;
        } else {
            break;
        }
    }
    if start == end {
        // An empty span that still sorts by its place.
        return Line { start: from as u32, end: from as u32, indent: 0, page_break, tabs: false };
    }
    let indent = (start - from).min(u16::MAX as usize) as u16;
    Line { start: start as u32, end: end as u32, indent, page_break, tabs: false }
}

/// Width of the white space that `bytes` begins with; 0 where there is none. Byte order marks and
/// zero-width spaces count: nothing may begin with them; so do the separators that Python's `strip` takes off.
#[inline]
fn blank(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1C..=0x1F, ..] => 1,
        [0xC2, 0xA0 | 0x85, ..] => 2,
        [0xE2, 0x80, 0x80..=0x8B | 0xA8 | 0xA9 | 0xAF, ..]
        | [0xE1, 0x9A, 0x80, ..]
        | [0xE2, 0x81, 0x9F, ..]
        | [0xEF, 0xBB, 0xBF, ..]
        | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_wherever_they_stand() {
        for len in 0..80 {
            let text = "ö".repeat(len) + "\n" + &"b".repeat(len) + "\t\r\n\nc";
            let lines = Lines::of(&text);
            let found: Vec<&str> = lines.iter().map(|l| l.text(&text)).collect();
            assert_eq!(found, ["ö".repeat(len).as_str(), "b".repeat(len).as_str(), "", "c"]);
            assert_eq!(Vec::from_iter(lines.iter().map(|l| l.tabs)), [false, true, false, false]);
        }
    }

    #[test]
    fn breaks_and_trims() {
        let text = "\u{feff}Ett \r\n\r\n\u{a0}två\rtre\n\x0cfyra";
        let lines = Lines::of(text);
        let words: Vec<&str> = lines.iter().map(|l| l.text(text)).collect();
        assert_eq!(words, ["Ett", "", "två", "tre", "fyra"]);
        assert!(lines[4].page_break && !lines[3].page_break);
        assert_eq!(lines.index(text.len() - 1), 4);
        assert_eq!(lines.next_text(0), Some(2));
    }
}
