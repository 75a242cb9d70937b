//! The words that name a kind in titles and page headers (`lexicon/data/kinds.txt`).

use crate::document::DocumentKind;
use crate::lexicon::sets::titles::BODIES;
use crate::text::walk;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// A word, with the place of its line in the file and the kind it names.
#[derive(Clone, Copy)]
struct Word {
    line: usize,
    kind: DocumentKind,
    len: usize,
}

static WORDS: LazyLock<Phrases<Word>> = LazyLock::new(|| {
    let lines = include_str!("../../../lexicon/data/kinds.txt").lines().filter(|l| !l.starts_with('#'));
    let entries = lines.enumerate().filter_map(|(line, entry)| {
        let (kind, words) = entry.split_once('\t')?;
        let kind = DocumentKind::from_name(kind)?;
        let word = move |word: &'static str| (word, Word { line, kind, len: word.len() });
        Some(words.split(';').map(|word| word.trim()).map(word))
    });
    Phrases::of(entries.flatten())
});

/// The kind whose word `text` holds; the first line of the file that fits decides.
pub(in crate::layers::structure) fn named(text: &str) -> Option<DocumentKind> {
    let lower = Lower::<300>::of(text.as_bytes())?;
    named_in(lower.text())
}

/// The same of a short text in lower case.
pub(super) fn named_in(lower: &str) -> Option<DocumentKind> {
    // "rapport" inside "transport" is no report; "årsrapport" is one.
    let mut best: Option<(usize, DocumentKind)> = None;
    WORDS.each(lower.as_bytes(), |at, Word { line, kind, len }| {
        if best.is_none_or(|(before, _)| line < before)
            && !lower.as_bytes()[..at].ends_with(b"trans")
            && !is_of_body(lower, at + len)
        {
            best = Some((line, kind));
        }
    });
    best.map(|(_, kind)| kind)
}

/// *Överklagandenämnden*, *redovisningsenheten*: whether the word goes on to a body's name.
fn is_of_body(lower: &str, end: usize) -> bool {
    let rest = lower.get(end..walk::word_end(lower, end)).unwrap_or("");
    rest.len() > 4 && BODIES.iter().any(|body| body.len() > 4 && rest.ends_with(body))
}
