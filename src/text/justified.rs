//! Blanks of justified type: lines of prose that were set to one width have runs of blanks between their words.
//!
//! Elsewhere such runs part columns, and grammars read them so. Where they stand all over the prose of a text they say
//! nothing, and the view has one blank for each.

use super::broken::Change;
use memchr::{memchr_iter, memmem};
use std::sync::LazyLock;

/// A run of more blanks parts columns in any text.
const WIDEST: usize = 5;
/// A line of prose has so many bytes and so many words.
const LONG: usize = 40;
const WORDS: usize = 6;
/// So many runs make a text justified, and one for so many bytes of it.
const LEAST: usize = 12;
const EACH: usize = 500;

/// The runs of blanks, with one blank for each, in order; none where the text is not justified.
pub(super) fn runs(text: &str) -> Vec<Change<'_>> {
    let bytes = text.as_bytes();
    // Most texts have few: behind full stops, or in tables.
    let inner = |at: usize| at > 0 && bytes[at - 1].is_ascii_lowercase();
    static TWO: LazyLock<memmem::Finder> = LazyLock::new(|| memmem::Finder::new("  "));
    if TWO.find_iter(bytes).filter(|&at| inner(at)).nth(LEAST - 1).is_none() {
        return Vec::new();
    }
    let (mut found, mut told, mut start) = (Vec::new(), 0, 0);
    for end in memchr_iter(b'\n', bytes).chain(std::iter::once(bytes.len())) {
        let line = &bytes[start..end];
        let before = found.len();
        let (mut single, mut columns) = (0, false);
        let mut at = line.iter().position(|b| *b != b' ').unwrap_or(line.len());
        let mut between = 0;
        while let Some(blank) = memchr::memchr(b' ', &line[at..]).map(|n| at + n) {
            let width = line[blank..].iter().take_while(|b| **b == b' ').count();
            let next = blank + width;
            if next >= line.len() || matches!(line[next], b'\r' | b'\t') {
                break;
            }
            match width {
                1 => single += 1,
                2..=WIDEST => {
                    found.push((start + blank, start + next, " "));
                    let small = |b: u8| b.is_ascii_lowercase() || b >= 0x80 || b == b',';
                    between += usize::from(small(line[blank - 1]) && small(line[next]));
                }
                _ => columns = true,
            }
            at = next;
        }
        let wide = found.len() - before;
        if columns || wide > 1 && single < wide {
            found.truncate(before);
        } else if line.len() >= LONG && single + wide >= WORDS && single >= 2 * wide {
            told += between;
        }
        start = end + 1;
    }
    if told < LEAST || told * EACH < text.len() {
        found.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn only_where_prose_has_them() {
        let prose = "Nämnden  beslutar om en  ny plan för alla de  vägar som går genom byn\n";
        assert_eq!(runs(&prose.repeat(8)).len(), 24);
        assert!(runs(prose).is_empty());
        let table = "ordförande   per berg     1 200\nsekreterare  anna holm      300\n";
        assert!(runs(&table.repeat(20)).is_empty());
        let mixed = prose.repeat(8) + "Ordförande        Anna Holm\nKassör      Per Berg  omval\n";
        assert_eq!(runs(&mixed).len(), 24);
    }
}
