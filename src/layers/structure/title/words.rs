//! What the words of a line near the title tell.

use super::{line, papers};
use crate::lexicon::sets::frames::ENTRIES;
use crate::lexicon::sets::structure::VERBS;
use crate::lexicon::sets::titles::{
    BY, BYLINE_SMALL, BYLINES, COVERS, DEFINITE_ENDS, DOCUMENTS, NAME_SMALL, OPEN, PAST_ENDS, SERIES_ABOUT,
    SHORT_ENDS, TRAILING,
};
use crate::text::walk;

/// A line and the small number or the year at its end: *Motion 2*, *Årsmötet 2019*.
pub(super) fn numbered_end(text: &str) -> (&str, Option<u32>) {
    let text = text.trim_end_matches([' ', ':', '.']);
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = text[stem.len()..].parse().ok();
    let number = number.filter(|number| *number < 100 || (1900..2100).contains(number));
    (stem, number)
}

/// The last words of lines that end with a hyphen behind a capital.
pub(super) fn lines_with_hyphen(text: &str) -> impl Iterator<Item = &str> {
    let capital = |word: &&str| word.strip_suffix('-').is_some_and(|stem| stem.ends_with(char::is_uppercase));
    text.lines().filter_map(|line| line.split_whitespace().next_back()).filter(capital)
}

/// Whether a line ends as a sentence does and does not begin with what a document is.
pub(super) fn is_sentence(text: &str) -> bool {
    text.ends_with('.')
        && !papers::names_kind(text)
        && !papers::is_rubric(text)
        && papers::series_mark_in(text).is_none()
}

/// The document word in a column behind the first one of a page's head.
pub(super) fn document_column(text: &str) -> Option<&str> {
    if text.len() > 240 || !text.contains("  ") && !text.contains('\t') {
        return None;
    }
    let columns = text.split("  ").flat_map(|part| part.split('\t')).map(str::trim);
    let mut columns = columns.filter(|column| !column.is_empty());
    columns.next()?;
    // *Hem  Historik  PROTOKOLL  Bilder*: a menu.
    if columns.clone().nth(1).is_some() && text.split("  ").any(|column| ENTRIES.has(column.trim())) {
        return None;
    }
    columns.find(|column| {
        let lower = column.to_lowercase();
        line::begins(&lower, DOCUMENTS).is_some_and(|word| {
            lower[word.len()..].split_whitespace().all(|word| word.bytes().all(|b| b.is_ascii_digit()))
        })
    })
}

/// Whether a word leads on: *vid*, *I*.
pub(super) fn is_open(word: &str) -> bool {
    OPEN.contains(&word)
        || word.chars().all(char::is_uppercase) && OPEN.contains(&word.to_lowercase().as_str())
}

/// *av Styrelsen*, *av Anna Holm*: who wrote what the line above names.
pub(super) fn is_byline(above: &str, text: &str) -> bool {
    let credit = BYLINES.iter().find_map(|by| walk::starts_with_word(text, by).then(|| &text[by.len()..]));
    let Some(name) = credit.map(|name| name.trim_start_matches(':')).filter(|name| name.starts_with(' '))
    else {
        return false;
    };
    let name = name.trim_start();
    let words = name.split_whitespace();
    let open = above.split_whitespace().next_back().is_some_and(is_open);
    !open
        && (above.split_whitespace().count() > 1 || !starts_with_by(text))
        && words.clone().count() <= 5
        && name.starts_with(char::is_uppercase)
        && words
            .clone()
            .all(|word| walk::is_capitalised(word) || is_party(word) || BYLINE_SMALL.contains(&word))
}

/// *(MP)*: a party behind a name.
fn is_party(word: &str) -> bool {
    word.len() <= 6 && word.starts_with('(') && word.ends_with(')')
}

/// Whether a finite verb is among the words.
pub(in crate::layers::structure) fn has_verb(text: &str) -> bool {
    let past = |word: &str| word.len() > 4 && PAST_ENDS.iter().any(|end| word.ends_with(end));
    text.split(|c: char| !c.is_alphanumeric()).any(|word| VERBS.has(word) || past(word))
}

/// Where the first part's name or the page's number begins behind a title of at least three words:
/// *Protokoll från nämndens möte Sida 1(4)*.
pub(super) fn trailing_in(text: &str) -> Option<usize> {
    let figures = |rest: &str| !rest.contains(char::is_alphabetic);
    let mut open = true;
    for (at, word) in text
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .skip(2)
    {
        let bare = word.trim_end_matches(':');
        let rest = text.get(at + word.len()..).unwrap_or("");
        if !open
            && walk::is_capitalised(bare)
            && figures(rest)
            && TRAILING.contains(&bare.to_lowercase().as_str())
        {
            return Some(at);
        }
        open = is_open(word);
    }
    None
}

/// Whether a byline says no more than *av*.
fn starts_with_by(text: &str) -> bool {
    BY.iter().any(|by| text.starts_with(by))
}

/// *om ändring i lagen*, *med anledning av propositionen*: what a head of a series is about.
pub(super) fn tells_about(text: &str) -> bool {
    text.len() < 250 && SERIES_ABOUT.iter().any(|about| text.starts_with(about))
}

/// *STADGAR FÖR BYALAGET            Sida 1(2)*: where the first column of a page's head ends, if it is a title and the last is
/// the page's number.
pub(super) fn before_page(text: &str) -> Option<usize> {
    let (title, page) = text.rsplit_once("    ")?;
    let title = title.trim_end();
    let page = page.trim_start();
    let paged = page.len() < 16 && page.ends_with(|c: char| c.is_ascii_digit() || c == ')');
    (paged && !title.contains("    ") && title.split_whitespace().count() >= 3 && papers::names_kind(title))
        .then_some(title.len())
}

/// *Villaägarna i Lund*, *Bergets Kammarkör 1945–2015*: a name, every word of weight in capitals.
pub(super) fn is_name(text: &str) -> bool {
    let mut words = 0;
    text.len() < 70
        && text.split_whitespace().all(|word| {
            words += 1;
            !word.starts_with(char::is_lowercase) || NAME_SMALL.contains(&word)
        })
        && words <= 7
}

/// *Högsta domstolen*, *Kommunstyrelsen*: the name of one body, as a letterhead has it.
pub(super) fn is_definite(text: &str) -> bool {
    DEFINITE_ENDS.iter().any(|end| text.ends_with(end))
}

/// *Vem är vem…*, *Ändringar i hamnlagen, m.m.*: dots that end no sentence.
pub(super) fn ends_open(text: &str) -> bool {
    ["….", ".."].iter().chain(SHORT_ENDS).any(|end| text.ends_with(end))
}

/// *”Vi är nöjda med skolan”*: words of somebody, from the first to the last.
pub(super) fn is_quotation(text: &str) -> bool {
    text.starts_with(['”', '“', '"', '»', '’']) && text.ends_with(['”', '“', '"', '«', '»', '’'])
}

/// Where a field begins in the line of a title: *Minnesanteckningar från mötet 2009-03-16Närvarande: …*. Behind some words any
/// word with a capital and a colon is one.
pub(super) fn field_in(text: &str) -> Option<usize> {
    for colon in memchr::memchr_iter(b':', text.as_bytes()) {
        let before = text.get(..colon)?;
        let start =
            before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(at, _)| at);
        let Some(start) = start.filter(|&at| at > 6) else { continue };
        let (above, word) = (before.get(..start)?, before.get(start..)?);
        let dated = above.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let apart = (dated || papers::names_kind(text))
            && above.ends_with(char::is_whitespace)
            && walk::is_capitalised(word)
            && above.split_whitespace().count() >= 3
            && text.get(colon + 1..)?.starts_with(' ');
        if apart || COVERS.contains(&word.to_lowercase().as_str()) {
            return Some(above.trim_end().len());
        }
    }
    None
}

/// *Bygg Handläggare: Anna Holm Byggnadsnämnden*: a field behind other words.
pub(super) fn holds_field(text: &str) -> bool {
    let Some(colon) = text.find(": ") else { return false };
    let before = text.get(..colon).unwrap_or("");
    let at = walk::word_start(before, before.len());
    at > 0 && COVERS.iter().any(|field| walk::same_word(before.get(at..).unwrap_or(""), field))
}

/// Where the first paragraph begins in the line of a title: *Protokoll 2023 § 1 Mötet öppnas*.
pub(super) fn paragraph_in(text: &str) -> Option<usize> {
    let mut marks = memchr::memmem::find_iter(text.as_bytes(), " § ");
    // *enligt § 46 riksdagsordningen* is a place in the law.
    let leads = |at: usize| text[..at].split_whitespace().next_back().is_some_and(is_open);
    marks.find(|&at| text[at + " § ".len()..].starts_with(|c: char| c.is_ascii_digit()) && !leads(at))
}
