//! What the lines below tell of a line on the way to the title.

use super::line::Line;
use super::words::{has_verb, is_name};
use super::{Walk, line, papers};
use crate::layers::structure::layout::Role;
use crate::lexicon::sets::titles::{MEETINGS, SERIES_ENDS};
use crate::text::walk;

/// Whether a phrase stands in a line, in whole words.
fn has_phrase(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + phrase.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

impl Walk<'_, '_> {
    /// The next line with text, if at most one blank lies between.
    pub(super) fn below(&self, index: usize) -> Option<(usize, bool)> {
        let next = (index + 1..self.layout.rows.len().min(index + 3))
            .find(|&i| !matches!(self.layout.rows[i].role, Role::Blank | Role::Markup | Role::Frame))?;
        Some((next, next > index + 1))
    }

    /// Below a word or two alone, the title that says them again: *Torget⏎⏎Höghus vid Torget*.
    pub(super) fn longer_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        let (next, _) = self.below(index).filter(|_| text.split_whitespace().count() <= 2)?;
        let longer = self.text(next);
        (longer.len() > text.len() + 8
            && (has_phrase(longer, text)
                || has_phrase(&longer.to_lowercase(), &text.to_lowercase())
                    && longer.split_whitespace().count() <= 5)
            && self.line(next) == Line::Title
            && self.is_title(next))
        .then_some(next)
    }

    /// Right below a short name the full one, which says what the document is: *Buller på arbetsplatsen⏎Verkets föreskrifter om
    /// buller på arbetsplatsen*.
    pub(super) fn full_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index).to_lowercase();
        let (next, apart) = self.below(index)?;
        let longer = self.text(next);
        (!apart
            && text.split_whitespace().count() >= 2
            && longer.to_lowercase().ends_with(&text)
            && papers::names_kind(longer))
        .then_some(next)
    }

    /// Whether a line has columns, the last of which begins as a line below does: *Föreningen      Protokoll, 4 nov.*
    pub(super) fn is_head_of(&self, index: usize) -> bool {
        let Some((_, column)) = self.text(index).rsplit_once("    ") else { return false };
        let column = column.trim_start();
        let first = walk::head(column, walk::word_end(column, 0));
        first.len() > 5
            && papers::names_kind(column)
            && self.layout.rows.iter().skip(index + 1).filter(|row| !row.is_blank()).take(4).any(|row| {
                let text = row.text(self.source);
                text.starts_with(first) && text.len() < 80
            })
    }

    /// Whether the name of a series goes on below whose it is.
    pub(super) fn is_series_over_lines(&self, index: usize) -> bool {
        let owner = self.text(index);
        owner.ends_with('s')
            && owner.split_whitespace().count() <= 3
            && self.below(index).is_some_and(|(next, apart)| {
                let text = self.text(next);
                !apart
                    && text.starts_with(char::is_lowercase)
                    && !text.contains(' ')
                    && SERIES_ENDS.iter().any(|end| text.ends_with(end))
            })
    }

    /// Below a name in the opening, the line that says what the document is: *Föreningen för⏎Vatten⏎Stadgar för …*. What a record
    /// of a meeting calls itself counts below any line that names neither a meeting nor a document.
    pub(super) fn named_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        if papers::names_kind(text)
            || line::has_word(&text.to_lowercase(), MEETINGS)
            || text.ends_with(['.', '!', '?'])
        {
            return None;
        }
        let short = text.split_whitespace().count() <= 2;
        let named = short || is_name(text);
        let (mut at, mut apart) = (index, 0);
        for _ in 0..5 {
            let (next, blank) = self.below(at)?;
            apart += usize::from(blank);
            let (row, text) = (self.layout.rows[next], self.text(next));
            if !matches!(row.role, Role::Text | Role::Heading | Role::Bold) || row.span.len() > 200 {
                return None;
            }
            let told = self.line(next);
            let meets = papers::names_meeting(text);
            match told {
                Line::Title
                    if (short || named || meets) && papers::names_kind(text) && self.is_title(next) =>
                {
                    return Some(next);
                }
                Line::Document if meets => return Some(next),
                Line::Title if named && papers::is_document_of_year(text) => return Some(next),
                // *Lindens koloniförening⏎⏎För odlare med glädje⏎⏎Årsmötesprotokoll 2012*
                Line::Title if apart == 1 && named && !meets && self.is_over_document(next) => {}
                Line::Prose | Line::Part | Line::Field => return None,
                // *Slakt⏎Motion 2023/24:1095 av Anna Holm (M)*
                Line::Series if super::has_series_number(text) => return None,
                Line::Title if apart > 0 || line::has_word(&text.to_lowercase(), MEETINGS) => return None,
                _ => {}
            }
            at = next;
        }
        None
    }

    /// Below what a page calls a meeting or its record, the line apart with which the record itself begins:
    /// *Årsmötesprotokoll 2019⏎⏎Protokoll fört vid byalagets årsmöte 3 maj*. What stands between is whose it is, who posted it,
    /// or a day.
    pub(super) fn record_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        // *Styrelsemöte 2020-03-22*: a meeting with its day is told apart.
        let told_apart =
            papers::is_meeting(&text.to_lowercase()) && text.bytes().filter(u8::is_ascii_digit).count() >= 6;
        let called = !told_apart
            && text.split_whitespace().count() <= 8
            && !text.ends_with(['.', '!', '?', ':', ','])
            && (papers::names_meeting(text) || line::has_word(&text.to_lowercase(), MEETINGS));
        if !called {
            return None;
        }
        let mut at = index;
        for _ in 0..3 {
            let next = self.next_text(at)?;
            let apart = next > at + 1;
            let told = self.text(next);
            if apart && papers::is_record_of(told) {
                return self.is_own_record(text, next).then_some(next);
            }
            // *Årsmötesprotokoll⏎⏎Lindens vänner⏎⏎Protokoll fört vid årsmötet …*
            let name = papers::document(&text.to_lowercase()) == Some(Line::Document)
                && told.split_whitespace().count() <= 5
                && !told.ends_with(['.', ':', '!', '?', ','])
                && !told.bytes().any(|b| b.is_ascii_digit())
                && self.layout.open_below(next);
            let heads = name
                || told.trim_end_matches(|c: char| !c.is_alphabetic()).split_whitespace().count() <= 3
                    && papers::names_meeting(told)
                || matches!(self.line(next), Line::Day | Line::Passed | Line::Letterhead);
            if !heads {
                return None;
            }
            at = next;
        }
        None
    }

    /// Whether a line is the beginning of the record that `called` names: it says more, and no other one stands below it.
    fn is_own_record(&self, called: &str, index: usize) -> bool {
        let told = self.text(index);
        let another = || self.next_text(index).is_some_and(|below| papers::is_record_of(self.text(below)));
        told.len() < 200
            && told.len() > called.len()
            && !told.ends_with(':')
            // *Protokoll från förra mötet lästes upp.*
            && !has_verb(told)
            && self.below(index).is_none_or(|(next, apart)| apart || self.text(next).len() < 60)
            && !another()
    }

    /// The next line with text, at most three blanks away.
    fn next_text(&self, index: usize) -> Option<usize> {
        (index + 1..self.layout.rows.len().min(index + 5))
            .find(|&i| !matches!(self.layout.rows[i].role, Role::Blank | Role::Markup | Role::Frame))
    }

    /// Whether a document word with its year stands below a short line.
    fn is_over_document(&self, index: usize) -> bool {
        self.text(index).len() < 50
            && self
                .below(index)
                .is_some_and(|(next, apart)| apart && papers::is_document_of_year(self.text(next)))
    }

    /// *Rådet för byar⏎⏎Rådet för byar är …*: whether a text begins with the name of a body above it.
    pub(super) fn is_about(&self, name: usize, text: usize) -> bool {
        self.text(text).strip_prefix(self.text(name)).is_some_and(|rest| rest.starts_with(' '))
    }

    /// *BYN SOM SPRACK⏎⏎- ELLER EN NY KOMMUN*: whether capitals go on behind a dash below.
    pub(super) fn is_dashed_on(&self, index: usize) -> bool {
        self.below(index).is_some_and(|(next, _)| {
            let text = self.text(next);
            text.starts_with(['-', '–']) && walk::is_all_caps(text) && walk::is_all_caps(self.text(index))
        })
    }

    /// Whether the line below a paragraph's number is a document word.
    pub(super) fn heads_call(&self, index: usize) -> bool {
        self.below(index).is_some_and(|(next, apart)| !apart && self.line(next) == Line::Document)
    }
}
