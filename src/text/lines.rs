//! The lines of a text, found once.

use super::simd::hits::{Hits, control};

/// One line, trimmed. A blank line has `start == end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte that is not white space.
    pub start: u32,
    /// One past the last byte that is not white space.
    pub end: u32,
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
#[derive(Debug, Default)]
pub(crate) struct Lines {
    lines: Vec<Line>,
    /// Indices of those on which a form feed stands: a new page begins with or after it.
    page_breaks: Vec<u32>,
    /// Indices of those on which a tab stands, perhaps only at its ends.
    tabs: Vec<u32>,
}

impl Lines {
    pub fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let mut lines = Lines { lines: Vec::with_capacity(bytes.len() / 48 + 1), ..Lines::default() };
        let (mut start, mut tabs) = (0, false);
        for at in Hits::new(bytes, 0, control) {
            let next = at + 1;
            match bytes[at] {
                b'\t' => tabs = true,
                // The \n of this pair ends the line.
                b'\r' if bytes.get(next) == Some(&b'\n') => {}
                b'\n' | b'\r' => {
                    lines.push(bytes, start, at, tabs);
                    (start, tabs) = (next, false);
                }
                _ => {}
            }
        }
        if start < bytes.len() {
            lines.push(bytes, start, bytes.len(), tabs);
        }
        lines
    }

    #[inline]
    fn push(&mut self, bytes: &[u8], from: usize, to: usize, tabs: bool) {
        let (line, page_break) = trim(bytes, from, to);
        self.mark(page_break, tabs);
        self.lines.push(line);
    }

    /// What stands on the line that comes next.
    #[inline]
    fn mark(&mut self, page_break: bool, tabs: bool) {
        if page_break {
            self.page_breaks.push(self.lines.len() as u32);
        }
        if tabs {
            self.tabs.push(self.lines.len() as u32);
        }
    }

    /// The lines with a new one at each of the places `cuts`, which are in order and inside lines, and a blank
    /// one above it.
    pub fn cut(self, text: &str, cuts: &[usize]) -> Lines {
        let mut lines = Lines { lines: Vec::with_capacity(self.len() + 2 * cuts.len()), ..Lines::default() };
        let mut cuts = cuts.iter().copied().peekable();
        for (index, &line) in self.iter().enumerate() {
            let (mut from, end) = (line.start as usize, line.end as usize);
            while let Some(at) = cuts.next_if(|&at| at < end) {
                let (row, page_break) = trim(text.as_bytes(), from, at);
                lines.mark(page_break, row.bytes(text).contains(&b'\t'));
                lines.lines.push(row);
                lines.lines.push(Line { start: row.end, end: row.end });
                from = at;
            }
            let last = if from == line.start as usize { line } else { trim(text.as_bytes(), from, end).0 };
            lines.mark(self.has_page_break(index), self.has_tabs(index));
            lines.lines.push(last);
        }
        lines
    }

    /// Whether a form feed stands on the line `index`.
    pub fn has_page_break(&self, index: usize) -> bool {
        self.page_breaks.binary_search(&(index as u32)).is_ok()
    }

    /// Indices of the lines on which a form feed stands.
    pub fn page_breaks(&self) -> impl Iterator<Item = usize> {
        self.page_breaks.iter().map(|&index| index as usize)
    }

    /// Indices of the lines on which a tab stands.
    pub fn tabs(&self) -> impl Iterator<Item = usize> {
        self.tabs.iter().map(|&index| index as usize)
    }

    /// Whether a tab stands on the line `index`.
    pub fn has_tabs(&self, index: usize) -> bool {
        self.tabs.binary_search(&(index as u32)).is_ok()
    }

    /// Index of the line that holds `at`, or of the last one that starts before it.
    pub fn index(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start as usize <= at).saturating_sub(1)
    }

    /// The next line after `index` that is not blank.
    pub fn next_text(&self, index: usize) -> Option<usize> {
        (index + 1..self.lines.len()).find(|&i| !self.lines[i].is_blank())
    }

    /// The last line before `index` that is not blank.
    pub fn previous_text(&self, index: usize) -> Option<usize> {
        (0..index.min(self.lines.len())).rev().find(|&i| !self.lines[i].is_blank())
    }
}

impl std::ops::Deref for Lines {
    type Target = [Line];
    fn deref(&self) -> &[Line] {
        &self.lines
    }
}

/// The line between the two places, and whether a form feed stands on it.
fn trim(bytes: &[u8], from: usize, to: usize) -> (Line, bool) {
    // Most lines are empty, or begin and end with something to see.
    let plain = match &bytes[from..to] {
        [] => true,
        [only] => only.is_ascii_graphic(),
        [first, .., last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
    };
    if plain {
        return (Line { start: from as u32, end: to as u32 }, false);
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
        return (Line { start: from as u32, end: from as u32 }, page_break);
    }
    (Line { start: start as u32, end: end as u32 }, page_break)
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
            assert_eq!(
                Vec::from_iter((0..lines.len()).map(|i| lines.has_tabs(i))),
                [false, true, false, false]
            );
        }
    }

    #[test]
    fn breaks_and_trims() {
        let text = "\u{feff}Ett \r\n\r\n\u{a0}två\rtre\n\x0cfyra";
        let lines = Lines::of(text);
        let words: Vec<&str> = lines.iter().map(|l| l.text(text)).collect();
        assert_eq!(words, ["Ett", "", "två", "tre", "fyra"]);
        assert!(lines.has_page_break(4) && !lines.has_page_break(3));
        assert_eq!(lines.index(text.len() - 1), 4);
        assert_eq!(lines.next_text(0), Some(2));
    }
}
