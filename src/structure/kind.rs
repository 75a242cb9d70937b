//! What sort of text it is: by the words of its title and page headers (`lexicon/kinds.txt`), by its
//! headings, and else by what its first pages say.

use super::headings::Found;
use super::labels::Label;
use super::layout::{Layout, Role};
use super::numbering::Sort;
use crate::analyze::Source;
use crate::document::DocumentKind;
use crate::span::Span;
use crate::text::lower::Lower;
use memchr::memmem::Finder;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of titles and page headers, and the kind of text they name; the first that fits decides.
static WORDS: LazyLock<Vec<(DocumentKind, Vec<&'static str>)>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/kinds.txt").lines().filter(|l| !l.starts_with('#'));
    let entry = |line: &'static str| {
        let (kind, words) = line.split_once('\t')?;
        Some((DocumentKind::from_name(kind)?, words.split(';').map(str::trim).collect()))
    };
    lines.filter_map(entry).collect()
});

/// The kind of text, from its title, its page headers, its headings and its words.
pub(super) fn find(source: &Source, layout: &Layout, found: &[Found], title: bool) -> DocumentKind {
    let paragraphs =
        found.iter().filter(|f| f.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)).count();
    let decisions = found.iter().filter(|f| f.label == Some(Label::Decision)).count();
    if let Some(name) = found.first().filter(|_| title).map(|f| f.title.as_str()) {
        // News tell of reports, plans and assignments in their titles; quotations tell that they are news.
        let quoted = |kind| {
            matches!(kind, DocumentKind::Report | DocumentKind::Policy | DocumentKind::Statement)
                && is_quoting(source, layout)
        };
        if let Some(kind) = named(name) {
            return if quoted(kind) { DocumentKind::News } else { kind };
        }
    }
    for span in heads(layout) {
        let text = span.of(source.text);
        if let Some(kind) = named(text)
            .filter(|k| matches!(k, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda))
        {
            return kind;
        }
    }
    if paragraphs >= 1 && (decisions >= 1 || is_deciding(source)) || decisions >= 3 {
        return DocumentKind::Minutes;
    }
    if let Some(kind) = named_above(source, layout, found) {
        return kind;
    }
    if is_meeting(found) {
        return DocumentKind::Minutes;
    }
    prose(source, layout, title, paragraphs)
}

/// Whether the first page tells what a meeting settles.
fn is_deciding(source: &Source) -> bool {
    holds("decides", head(source.text, 3000))
}

/// The kind whose word `text` holds.
fn named(text: &str) -> Option<DocumentKind> {
    if text.len() > 300 {
        return None;
    }
    let lower = text.to_lowercase();
    let holds = |word: &&str| {
        lower.match_indices(*word).any(|(at, _)| {
            // "rapport" inside "transport" is no report; "årsrapport" is one.
            !lower[..at].ends_with("trans")
        })
    };
    WORDS.iter().find(|(_, words)| words.iter().any(holds)).map(|(kind, _)| *kind)
}

/// The lines of page headers.
fn heads(layout: &Layout) -> impl Iterator<Item = Span> + '_ {
    let furniture = layout.rows.iter().filter(|r| r.role == Role::Furniture && r.span.len() < 120);
    furniture.take(12).map(|row| row.span)
}

/// A word of a kind among the lines above the first heading.
fn named_above(source: &Source, layout: &Layout, found: &[Found]) -> Option<DocumentKind> {
    let end = found.first().map_or(layout.rows.len(), |f| f.rows.0).min(12);
    layout.rows[..end]
        .iter()
        .filter(|r| r.role == Role::Text && r.span.len() < 90)
        .find_map(|r| named(r.text(source)))
}

/// Speakers' lines and addresses to the chair.
pub(super) fn is_record(source: &Source, layout: &Layout) -> bool {
    let (mut turns, mut addressed) = (0, 0);
    for row in layout.rows.iter().filter(|r| r.role == Role::Text) {
        let text = row.text(source);
        turns += usize::from(text.starts_with("Anf.") && text.len() < 120);
        addressed += usize::from(
            ["Herr talman", "Fru talman", "Herr Talman", "Fru Talman"].iter().any(|a| text.starts_with(a)),
        );
        if turns >= 2 || addressed >= 2 {
            return true;
        }
    }
    let window = head(source.text, 8000);
    holds("chamber", window)
        || (holds("crown", window) && holds("committee", window) && count("members", window, 3) >= 3)
}

/// Items that only meetings have.
fn is_meeting(found: &[Found]) -> bool {
    let meets = |f: &&Found| {
        let title = Lower::<64>::of(head(&f.title, 64).as_bytes());
        title.is_some_and(|t| clue("meetings").iter().any(|item| t.bytes().starts_with(item.needle())))
    };
    found.iter().filter(meets).take(2).count() == 2
}

/// Whether a paragraph opens with a quotation and someone *säger*.
fn is_quoting(source: &Source, layout: &Layout) -> bool {
    let opens = |text: &str| text.len() > 40 && text.starts_with(['–', '—', '”', '"']);
    layout
        .rows
        .iter()
        .filter(|r| r.role == Role::Text)
        .map(|r| r.text(source))
        .any(|text| opens(text) && holds("says", text))
}

/// What running text without a telling name is, by its words.
fn prose(source: &Source, layout: &Layout, title: bool, paragraphs: usize) -> DocumentKind {
    let window = head(source.text, 6000);
    if holds("spoken", window) {
        return DocumentKind::Record;
    }
    if is_quoting(source, layout) {
        return DocumentKind::News;
    }
    let orders = count("orders", window, 2);
    if orders >= 2 || holds("bills", window) {
        return DocumentKind::Statement;
    }
    if count("person", window, 3) >= 3 {
        return DocumentKind::Blog;
    }
    if paragraphs >= 5 {
        return DocumentKind::Policy;
    }
    if orders >= 1 {
        return DocumentKind::Statement;
    }
    // A title above a page of prose is most often news; a longer text reports.
    match title && count("sentences", window, 2) >= 2 {
        true if source.text.len() < 8000 => DocumentKind::News,
        true => DocumentKind::Report,
        false => DocumentKind::Other,
    }
}

/// The phrases of `lexicon/clues.txt`, ready to be looked for.
static CLUES: LazyLock<HashMap<&'static str, Vec<Finder<'static>>>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/clues.txt").lines().filter(|l| !l.starts_with('#'));
    let read =
        |(name, phrases): (&'static str, &'static str)| (name, phrases.split(';').map(Finder::new).collect());
    lines.filter_map(|line| line.split_once('\t')).map(read).collect()
});

fn clue(name: &str) -> &'static [Finder<'static>] {
    CLUES.get(name).map_or(&[], Vec::as_slice)
}

/// Whether any phrase of the clue stands in `text`.
fn holds(name: &str, text: &str) -> bool {
    clue(name).iter().any(|phrase| phrase.find(text.as_bytes()).is_some())
}

/// How often phrases of the clue stand in `text`; counts to `most` or a little more.
fn count(name: &str, text: &str, most: usize) -> usize {
    let mut sum = 0;
    for phrase in clue(name) {
        sum += phrase.find_iter(text.as_bytes()).take(most).count();
        if sum >= most {
            break;
        }
    }
    sum
}

/// The first `at` bytes, cut between characters.
fn head(text: &str, at: usize) -> &str {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}
