//! The title of a file that a host shows: what the host calls it, where that is a title, and where it stands in the file.

use super::line::{self, Line};
use super::words::{field_in, is_open};
use super::{Title, Walk, is_series_number, papers};
use crate::document::Span;
use crate::layers::structure::layout::Layout;
use crate::lexicon::sets::titles::{COVERS, DOCUMENTS};
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::lowered;

/// So much of the file is looked at, in bytes.
const WINDOW: usize = 900;
/// What a page is called is no longer, in bytes: more is the file's first words.
const SHOWN: usize = 110;
/// A title is no longer, in bytes.
const LONGEST: usize = 200;

/// The first line of a host's page where it has the words of the name: what the page is called, without the name's figures.
pub(super) fn shown(source: &Source, layout: &Layout, name: Span) -> Span {
    let letters = |span: Span| span.of(source.text).chars().filter(|c| c.is_alphabetic());
    let first = layout.rows.iter().find(|row| !row.is_blank()).map(|row| row.span);
    let whole = |first: &Span| first.len() <= SHOWN && !first.of(source.text).contains([':', '|']);
    first.filter(|first| whole(first) && letters(*first).eq(letters(name))).unwrap_or(name)
}

/// What a host calls a file, up to where a title ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    span: Span,
    /// Where the file stands.
    file: usize,
}

impl Name {
    /// The name that stands at `span`.
    pub fn of(source: &Source, layout: &Layout, span: Span) -> Name {
        let text = span.of(source.text);
        // *2014-12-09 + 2014-12-17. Överläggningar om löner*: what has no word is none.
        let sentence = first_sentence(text);
        let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begin = sentence.as_ptr() as usize - text.as_ptr() as usize;
        let sentence = sentence.get(..field_in(sentence).unwrap_or(sentence.len())).unwrap_or("");
        let end = cover_in(sentence).unwrap_or(sentence.len());
        let mut own = sentence.get(..end).unwrap_or("").trim_end();
        // *DOM 2015:13 2015-07-10*
        while let Some((before, last)) = own.rsplit_once(' ')
            && (last.len() == 10 || last.len() == 7 || is_series_number(last))
            && last.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b':' | b'/'))
        {
            own = before.trim_end();
        }
        // A record's sentence keeps its full stop: *Protokoll fört vid årsmöte den 3 maj 2014.*
        let stopped = own.ends_with('.') && papers::is_record_of(own);
        let own = if stopped { own } else { own.trim_end_matches([',', ':', '.', '-', '–', ' ']) };
        let start = span.start + begin as u32;
        let file = layout.rows.get(layout.frame.end).map_or(source.text.len(), |row| row.span.start as usize);
        Name { span: Span { start, end: start + own.len() as u32 }, file }
    }

    /// The name, where it says what document the file is and the file says it too.
    pub fn told(self, walk: &Walk) -> Option<Title> {
        let text = self.span.of(walk.source.text);
        let read = line::read(walk.source, self.span);
        let whole = has_document(text) && !matches!(read, Line::Prose | Line::Part | Line::Field);
        (self.fits(walk) && (whole || papers::names_kind(text) && read == Line::Title))
            .then(|| self.title(walk))?
    }

    /// The name, where the file begins with it.
    pub fn first(self, walk: &Walk) -> Option<Title> {
        let (_, first) = self.place(walk)?;
        let text = self.span.of(walk.source.text);
        // *20 åtgärder för en tryggare skola* is no numbered part.
        let counts = || text.split_whitespace().count() >= 4 && !text.contains([')', '.']);
        let named = match line::read(walk.source, self.span) {
            Line::Title => true,
            Line::Part => counts(),
            _ => false,
        };
        (first && named && self.fits(walk)).then(|| self.title(walk))?
    }

    /// The name, where nothing else in the file is its title: the first page may be lost.
    pub fn alone(self, walk: &Walk) -> Option<Title> {
        let text = self.span.of(walk.source.text);
        let named = || papers::names_kind(text) || self.place(walk).is_some();
        (self.fits(walk) && line::read(walk.source, self.span) == Line::Title && named())
            .then(|| Title { text: walk::one_line(text), heading: None })
    }

    fn fits(self, walk: &Walk) -> bool {
        let text = self.span.of(walk.source.text);
        (3..LONGEST).contains(&text.len())
            && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }

    /// The title, where the file has its words: no heading of the file's own.
    fn title(self, walk: &Walk) -> Option<Title> {
        self.place(walk)?;
        Some(Title { text: walk::one_line(self.span.of(walk.source.text)), heading: None })
    }

    /// Where the file has the words of the name, figures aside, and whether it begins with them.
    fn place(self, walk: &Walk) -> Option<(Span, bool)> {
        let file = walk::head(walk.source.text.get(self.file..)?, WINDOW);
        let base = file.as_ptr() as usize;
        let words = Vec::from_iter(file.split_whitespace());
        let name = Vec::from_iter(self.span.of(walk.source.text).split_whitespace());
        let lettered = |word: &str| word.contains(char::is_alphabetic);
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let same = |a: &str, b: &str| bare(a) == bare(b);
        let (&head, rest) = name.split_first()?;
        let begins = |&at: &usize| same(words[at], head);
        for at in (0..words.len()).filter(begins).take(8) {
            let (mut here, mut last) = (at + 1, at);
            let all = rest.iter().all(|&word| {
                while let Some(&other) = words.get(here) {
                    if same(other, word) {
                        last = here;
                        here += 1;
                        return true;
                    }
                    if lettered(other) {
                        break;
                    }
                    here += 1;
                }
                !lettered(word)
            });
            if all {
                let from = words[at].as_ptr() as usize - base;
                let to = words[last].as_ptr() as usize - base + words[last].len();
                let place = Span { start: (self.file + from) as u32, end: (self.file + to) as u32 };
                return Some((place, !words[..at].iter().any(|word| lettered(word))));
            }
        }
        None
    }
}

/// The first sentence that has words and does not end with one that leads on: of *3. Handlingar för. Lindens klubb. Sida 1*
/// the second.
fn first_sentence(text: &str) -> &str {
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let piece = &text[from..at];
        // *Protokoll. fört vid årsmötet*: a sentence begins with a capital.
        let open = piece.split_whitespace().next_back().is_some_and(is_open)
            || text[at + 2..].starts_with(char::is_lowercase);
        if piece.contains(char::is_alphabetic) && !open {
            return piece;
        }
        if !open {
            from = at + 2;
        }
    }
    &text[from..]
}

/// Whether one of the words is a document word: *FORTES ÅRSREDOVISNING 2014*.
pub(super) fn has_document(text: &str) -> bool {
    let document =
        |word: &str| DOCUMENTS.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()));
    text.split_whitespace().take(6).any(document)
}

/// Where a cover's field begins, with or without a colon: *DOM Meddelad i Lund*.
pub(super) fn cover_in(text: &str) -> Option<usize> {
    let lower = lowered(text);
    let long = |cover: &&&str| cover.len() > 5;
    let covers = COVERS.iter().filter(long);
    let whole = |at: usize, cover: &str| {
        at > 0
            && lower[..at].ends_with(' ')
            && !lower[at + cover.len()..].starts_with(char::is_alphanumeric)
            && text.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    covers.filter_map(|cover| walk::places(&lower, cover).find(|&at| whole(at, cover))).min()
}
