//! Where a paragraph ends in a text whose paragraphs may have no blank lines between them.

use crate::scan::Source;
use crate::text::walk;

/// Longer lines are whole paragraphs: a text broken into lines of one width has shorter ones.
const WIDEST: usize = 130;

/// Whether the paragraph of line `last` goes on in the line below, both inside a block of lines up to `end`: `from` is
/// the paragraph's first line.
pub(super) fn goes_on(source: &Source, from: usize, last: usize, end: usize) -> bool {
    let text = source.text;
    let (Some(line), Some(next)) = (source.lines.get(last), source.lines.get(last + 1)) else { return false };
    if last + 1 > end || next.is_blank() {
        return false;
    }
    let written = line.text(text).trim_end();
    if !written.ends_with(['.', '!', '?', '”', '"', '»', '…', ':']) {
        return true;
    }
    let below = next.text(text).trim_start();
    if below.starts_with(char::is_lowercase) {
        return true;
    }
    // A blank line before the paragraph says that paragraphs are parted so; then a line ends where the next word
    // would not have fitted.
    let apart = from.checked_sub(1).and_then(|i| source.lines.get(i)).is_none_or(|l| l.is_blank());
    let lines = source.lines.get(from..=end.min(from + 40)).unwrap_or_default();
    let width = lines.iter().map(|l| l.len()).max().unwrap_or(0);
    let word = walk::word_end(below, 0);
    apart && width <= WIDEST && line.len() + 1 + word > width
}

/// End of the paragraph in which byte `at` lies, inside the block of lines up to `last`.
pub(super) fn end(source: &Source, at: usize, last: usize) -> usize {
    let from = source.lines.index(at);
    let mut line = from;
    while line < last && line < from + 40 && goes_on(source, from, line, last) {
        line += 1;
    }
    source.lines.get(line).map_or(at, |l| l.end as usize)
}
