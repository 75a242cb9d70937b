//! What sort of text it is: by the words of its title and page headers (`lexicon/data/kinds.txt`), by its
//! headings, and else by what its first pages say.

use super::furniture;
use super::headings::Found;
use super::layout::{Layout, Role, Row};
use super::numbering::Sort;
use crate::document::{DocumentKind, Span};
use crate::lexicon::labels::Label;
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use memchr::memmem::{self, Finder};
use std::sync::LazyLock;

/// Words of titles and page headers, with the place of their line in the file and the kind they name.
static WORDS: LazyLock<Phrases<(usize, DocumentKind)>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/data/kinds.txt").lines().filter(|l| !l.starts_with('#'));
    let entries = lines.enumerate().filter_map(|(line, entry)| {
        let (kind, words) = entry.split_once('\t')?;
        let kind = DocumentKind::from_name(kind)?;
        Some(words.split(';').map(move |word| (word.trim(), (line, kind))))
    });
    Phrases::of(entries.flatten())
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

/// The kind whose word `text` holds; the first line of the file that fits decides.
fn named(text: &str) -> Option<DocumentKind> {
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

/// Speakers' lines and addresses to the chair: only records have more than one.
pub(super) fn is_debate(source: &Source, layout: &Layout) -> bool {
    let (mut turns, mut addressed) = (0, 0);
    let may = |row: &&Row| matches!(row.first, b'A' | b'F' | b'H') && row.role == Role::Text;
    for row in layout.rows.iter().filter(may) {
        let text = row.text(source);
        turns += usize::from(text.starts_with("Anf.") && text.len() < 120);
        addressed += usize::from(
            ["Herr talman", "Fru talman", "Herr Talman", "Fru Talman"].iter().any(|a| text.starts_with(a)),
        );
        if turns >= 2 || addressed >= 2 {
            return true;
        }
    }
    false
}

/// Whether the clues tell that it is a record; `named` are the places of *protokoll*, with which the names of the
/// chambers' records end.
pub(super) fn is_record(source: &Source, named: &[usize]) -> bool {
    static CHAMBER: LazyLock<Vec<(usize, &str)>> = LazyLock::new(|| {
        let phrases = entries().filter(|(_, clue)| *clue == Clue::Chamber);
        phrases
            .filter_map(|(phrase, _)| Some((*furniture::named_protocol(phrase).first()?, phrase)))
            .collect()
    });
    static CROWN: LazyLock<Vec<Finder>> = LazyLock::new(|| finders(Clue::Crown));
    static RECORD: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Committee, Clue::Members]));
    let window = window(source);
    let names_chamber = |&at: &usize| {
        let begins = |(before, phrase): &(usize, &str)| {
            at.checked_sub(*before).is_some_and(|at| window.as_bytes()[at..].starts_with(phrase.as_bytes()))
        };
        at < window.len() && CHAMBER.iter().any(begins)
    };
    if named.iter().any(names_chamber) {
        return true;
    }
    // Asked first, for most texts have none.
    if count(&CROWN, window) == 0 {
        return false;
    }
    let clues = Clues::of(&RECORD, window);
    clues.count(Clue::Committee) > 0 && clues.count(Clue::Members) >= 3
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

/// What a phrase of `lexicon/data/clues.txt` tells of a text, by the file's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clue {
    Decides,
    Chamber,
    Crown,
    Committee,
    Members,
    Says,
    Spoken,
    Orders,
    Bills,
    Person,
    Meetings,
}

impl Clue {
    const NAMES: [(&str, Clue); 11] = [
        ("decides", Clue::Decides),
        ("chamber", Clue::Chamber),
        ("crown", Clue::Crown),
        ("committee", Clue::Committee),
        ("members", Clue::Members),
        ("says", Clue::Says),
        ("spoken", Clue::Spoken),
        ("orders", Clue::Orders),
        ("bills", Clue::Bills),
        ("person", Clue::Person),
        ("meetings", Clue::Meetings),
    ];
}

/// Phrases that are asked for together, each set once.
static DECIDES: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Decides]));
static SAYS: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Says]));
static MEETINGS: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Meetings]));

/// All phrases of the file with their clues.
fn entries() -> impl Iterator<Item = (&'static str, Clue)> {
    let lines = include_str!("../../lexicon/data/clues.txt").lines().filter(|l| !l.starts_with('#'));
    let entries = lines.filter_map(|line| {
        let (name, phrases) = line.split_once('\t')?;
        let (_, clue) = Clue::NAMES.iter().find(|(n, _)| *n == name)?;
        Some(phrases.split(';').map(|phrase| (phrase, *clue)))
    });
    entries.flatten()
}

/// The phrases of these clues.
fn phrases(clues: &[Clue]) -> Phrases<Clue> {
    Phrases::of(entries().filter(|(_, clue)| clues.contains(clue)))
}

/// The same of one clue that has few or short ones.
fn finders(clue: Clue) -> Vec<Finder<'static>> {
    entries().filter(|(_, of)| *of == clue).map(|(phrase, _)| Finder::new(phrase)).collect()
}

/// How many of the phrases stand in `text`.
fn count(phrases: &[Finder], text: &str) -> usize {
    phrases.iter().map(|phrase| phrase.find_iter(text.as_bytes()).count()).sum()
}

/// Whether any of the phrases stands in `text`.
fn has(phrases: &Phrases<Clue>, text: &str) -> bool {
    let mut has = false;
    phrases.each(text.as_bytes(), |_, _| has = true);
    has
}

/// How often each clue of a set stands in a text.
#[derive(Debug, Default)]
struct Clues([usize; Clue::NAMES.len()]);

impl Clues {
    fn of(phrases: &Phrases<Clue>, text: &str) -> Clues {
        let mut clues = Clues::default();
        phrases.each(text.as_bytes(), |_, clue| clues.0[clue as usize] += 1);
        clues
    }

    fn count(&self, clue: Clue) -> usize {
        self.0[clue as usize]
    }
}

/// The first pages: so much of a text is read for clues.
fn window<'t>(source: &Source<'t>) -> &'t str {
    walk::head(source.text, 8000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_chambers_hold_the_word_that_they_are_found_by() {
        for (phrase, _) in entries().filter(|(_, clue)| *clue == Clue::Chamber) {
            assert!(!furniture::named_protocol(phrase).is_empty(), "{phrase}");
        }
    }
}
