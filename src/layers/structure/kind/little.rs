//! Short texts, which hold too little evidence: by their title, their headings and a few clues.

use super::clues::{Clue, Clues, count, finders, has, phrases, window};
use super::words::named;
use crate::document::{DocumentKind, Span};
use crate::layers::structure::headings::Found;
use crate::layers::structure::layout::{Layout, Role};
use crate::layers::structure::numbering::Sort;
use crate::lexicon::labels::Label;
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use memchr::memmem::{self, Finder};
use std::sync::LazyLock;

/// The kind of text, from its title, its page headers, its headings and its words.
pub(super) fn told(source: &Source, layout: &Layout, found: &[Found], title: bool) -> DocumentKind {
    let paragraphs =
        found.iter().filter(|f| f.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)).count();
    let decisions = found.iter().filter(|f| f.label == Some(Label::Decision)).count();
    if let Some(name) = found.first().filter(|_| title).map(|f| f.title.as_str()) {
        // News tell of reports, plans and assignments in their titles; quotations tell that they are news.
        let quoted = |kind| {
            matches!(kind, DocumentKind::Report | DocumentKind::Policy | DocumentKind::Statement)
                && is_quoting(source, layout)
        };
        // What it begins with tells more: *Stadgar antagna vid årsmötet*.
        let second = name.match_indices(' ').nth(1).map_or(name.len(), |(at, _)| at);
        if let Some(kind) = named(walk::head(name, second)).or_else(|| named(name)) {
            // An agenda that tells what was done is minutes.
            if kind == DocumentKind::Agenda && Clues::of(&DONE, window(source)).count(Clue::Done) >= 2 {
                return DocumentKind::Minutes;
            }
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
    if paragraphs >= 1 && (decisions >= 1 || has(&DECIDES, walk::head(source.text, 3000))) || decisions >= 3 {
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
        .filter(|r| r.role == Role::Text && r.span.len() < 90 && !r.text(source).starts_with('§'))
        .find_map(|r| named(r.text(source)))
}

/// Items that only meetings have.
fn is_meeting(found: &[Found]) -> bool {
    let meets = |f: &&Found| {
        let title = Lower::<64>::of(walk::head(&f.title, 64).as_bytes());
        title.is_some_and(|title| {
            let mut opens = false;
            MEETINGS.each(title.bytes(), |at, _| opens |= at == 0);
            opens
        })
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
        .any(|text| opens(text) && has(&SAYS, text))
}

/// What running text without a telling name is, by its words.
fn prose(source: &Source, layout: &Layout, title: bool, paragraphs: usize) -> DocumentKind {
    static SPOKEN: LazyLock<Vec<Finder>> = LazyLock::new(|| finders(Clue::Spoken));
    static TASKS: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Orders, Clue::Bills]));
    static PERSON: LazyLock<Vec<Finder>> = LazyLock::new(|| finders(Clue::Person));
    let window = window(source);
    if count(&SPOKEN, window) > 0 {
        return DocumentKind::Record;
    }
    if is_quoting(source, layout) {
        return DocumentKind::News;
    }
    let clues = Clues::of(&TASKS, window);
    let orders = clues.count(Clue::Orders);
    if orders >= 2 || clues.count(Clue::Bills) > 0 {
        return DocumentKind::Statement;
    }
    if count(&PERSON, window) >= 3 {
        return DocumentKind::Blog;
    }
    if paragraphs >= 5 {
        return DocumentKind::Policy;
    }
    if orders >= 1 {
        return DocumentKind::Statement;
    }
    // A title above a page of prose is most often news; a longer text reports.
    match title && memmem::find_iter(source.text.as_bytes(), ". ").take(2).count() == 2 {
        true if source.text.len() < 8000 => DocumentKind::News,
        true => DocumentKind::Report,
        false => DocumentKind::Other,
    }
}

/// Phrases that are asked for together, each set once.
static DECIDES: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Decides]));
static DONE: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Done]));
static SAYS: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Says]));
static MEETINGS: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Meetings]));
