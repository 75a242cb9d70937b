//! What sort of text it is: by the words of its title and page headers (`lexicon/kinds.txt`), by its
//! headings, and else by what its first pages say.

use super::headings::Found;
use super::labels::Label;
use super::layout::{Layout, Role};
use super::numbering::Sort;
use crate::analyze::Source;
use crate::document::DocumentKind;
use crate::span::Span;
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
    for span in heads(source, layout) {
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
    if is_meeting(source, found) {
        return DocumentKind::Minutes;
    }
    prose(source, layout, title, paragraphs)
}

/// Whether the first page tells what a meeting settles.
fn is_deciding(source: &Source) -> bool {
    let window = &source.text[..floor(source.text, 3000)];
    [" beslutar", " beslutade", "bordläggs", "till handlingarna", " godkän", "godkänns", "yrkar"].iter().any(|w| window.contains(w))
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

/// The first lines and the lines of page headers.
fn heads<'a>(source: &'a Source, layout: &'a Layout) -> impl Iterator<Item = Span> + 'a {
    let furniture = layout.rows.iter().filter(|r| r.role == Role::Furniture && r.span.len() < 120).take(12);
    let _ = source;
    furniture.map(|row| row.span)
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
    let window = &source.text[..floor(source.text, 8000)];
    let holds = |word: &str| window.contains(word);
    let chamber = ["iksdagens protokoll", "IKSDAGENS PROTOKOLL", "ammarens protokoll", "SNABBPROTOKOLL"];
    chamber.iter().any(|w| holds(w))
        || (holds("Kungl. Maj:t") && holds("utskottet") && window.matches("herr ").count() >= 3)
}

/// Items that only meetings have.
fn is_meeting(source: &Source, found: &[Found]) -> bool {
    const ITEMS: &[&str] = &[
        "öppnar mötet",
        "mötet öppnas",
        "avslutning av möte",
        "avslutande av möte",
        "beslutbarhet",
        "beslutsbarhet",
        "protokolljusterare",
        "val av ordförande",
        "val av revisor",
        "val av valberedning",
        "föregående protokoll",
        "mötets öppnande",
        "mötets avslutande",
        "val av justerare",
        "val av mötesordförande",
        "mötet avslutas",
        "öppnande av möte",
        "val av justeringsmän",
    ];
    let _ = source;
    found.iter().filter(|f| ITEMS.iter().any(|item| f.title.to_lowercase().starts_with(item))).count() >= 2
}

/// Whether a paragraph opens with a quotation and someone *säger*.
fn is_quoting(source: &Source, layout: &Layout) -> bool {
    let opens = |text: &str| text.len() > 40 && text.starts_with(['–', '—', '”', '"']);
    layout.rows.iter().filter(|r| r.role == Role::Text).map(|r| r.text(source)).any(|text| {
        opens(text)
            && ["säger ", "berättar ", "menar ", "konstaterar "].iter().any(|verb| text.contains(verb))
    })
}

/// What running text without a telling name is, by its words.
fn prose(source: &Source, layout: &Layout, title: bool, paragraphs: usize) -> DocumentKind {
    let window = &source.text[..floor(source.text, 6000)];
    let count = |words: &[&str]| words.iter().map(|w| window.matches(w).count()).sum::<usize>();
    if count(&["Det talade ordet gäller"]) > 0 {
        return DocumentKind::Record;
    }
    if is_quoting(source, layout) {
        return DocumentKind::News;
    }
    let orders = count(&[
        "uppdrar åt",
        "får i uppdrag",
        "ska redovisa uppdraget",
        "Uppdraget ska",
        "Uppdraget redovisas",
        "Utredaren ska",
        "särskild utredare",
        "Faktapromemoria",
    ]);
    let bills = count(&[
        "I propositionen",
        "Propositionens huvudsakliga",
        "I lagrådsremissen",
        "På remiss",
        "remissinstans",
    ]);
    if orders >= 2 || bills >= 1 {
        return DocumentKind::Statement;
    }
    if count(&[" jag ", "Jag ", " mig ", " min ", "🙂", "Hej!", ":)"]) >= 3 {
        return DocumentKind::Blog;
    }
    if paragraphs >= 5 {
        return DocumentKind::Policy;
    }
    if orders >= 1 {
        return DocumentKind::Statement;
    }
    // A title above a page of prose is most often news; a longer text reports.
    match title && count(&[". "]) >= 2 {
        true if source.text.len() < 8000 => DocumentKind::News,
        true => DocumentKind::Report,
        false => DocumentKind::Other,
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
