//! The words that name a kind in titles and page headers (`lexicon/data/kinds.txt`).

use crate::document::DocumentKind;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// The words, with the place of their line in the file and the kind they name.
static WORDS: LazyLock<Phrases<(usize, DocumentKind)>> = LazyLock::new(|| {
    let lines = include_str!("../../../lexicon/data/kinds.txt").lines().filter(|l| !l.starts_with('#'));
    let entries = lines.enumerate().filter_map(|(line, entry)| {
        let (kind, words) = entry.split_once('\t')?;
        let kind = DocumentKind::from_name(kind)?;
        Some(words.split(';').map(move |word| (word.trim(), (line, kind))))
    });
    Phrases::of(entries.flatten())
});

/// The kind whose word `text` holds; the first line of the file that fits decides.
pub(in crate::layers::structure) fn named(text: &str) -> Option<DocumentKind> {
    let lower = Lower::<300>::of(text.as_bytes())?;
    // "rapport" inside "transport" is no report; "årsrapport" is one.
    let mut best: Option<(usize, DocumentKind)> = None;
    WORDS.each(lower.bytes(), |at, (line, kind)| {
        if best.is_none_or(|(before, _)| line < before) && !lower.bytes()[..at].ends_with(b"trans") {
            best = Some((line, kind));
        }
    });
    best.map(|(_, kind)| kind)
}
