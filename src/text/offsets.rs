//! Bytes to code points.

use crate::document::Span;

const BLOCK: usize = 256;

/// Translates byte offsets of one text to code points, in constant time.
///
/// ```
/// let text = "å § 1";
/// let points = klubba::CodePoints::new(text);
/// assert_eq!(points.at(text.len()), 5);
/// ```
#[derive(Debug)]
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    /// Code points before each block of `BLOCK` bytes.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Counts the text once.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        let bytes = text.as_bytes();
        let mut before = Vec::with_capacity(bytes.len() / BLOCK + 2);
        let mut count = 0;
        before.push(0);
        for block in bytes.chunks(BLOCK) {
            count += starts(block);
            before.push(count);
        }
        CodePoints { bytes, before }
    }

    /// Code points before byte `at`; `at` may be the end of the text.
    pub fn at(&self, at: usize) -> u32 {
        let at = at.min(self.bytes.len());
        let block = at / BLOCK;
        self.before[block] + starts(&self.bytes[block * BLOCK..at])
    }

    /// A span of bytes as one of code points.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }
}

/// Bytes that begin a character.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from((b as i8) >= -64)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_like_chars() {
        let text = "aå🙂\u{a0}e\u{301} ".repeat(90);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(at), count as u32);
        }
        assert_eq!(points.at(text.len()), text.chars().count() as u32);
    }
}
