//! What the lines below tell of a line on the way to the title.

use super::line::Line;
use super::words::{has_verb, is_name, is_open};
use super::{ROWS, Walk, days, line, papers};
use crate::layers::structure::layout::Role;
use crate::lexicon::sets::titles::{
    CREDITS, MEETINGS, PARTY_LABELS, POSTED, POSTED_THINGS, SAYING, SERIES_ENDS,
};
use crate::text::walk;

impl Walk<'_, '_> {
    /// The next line with text, if at most one blank lies between.
    pub(super) fn below(&self, index: usize) -> Option<(usize, bool)> {
        let near = if self.has_empty_paragraph_below(index) { 5 } else { 3 };
        let next = (index + 1..self.layout.rows.len().min(index + near))
            .find(|&i| !matches!(self.layout.rows[i].role, Role::Blank | Role::Markup | Role::Frame))?;
        Some((next, next > index + 1))
    }

    /// Whether the blank lines below are three, the middle one filled with a blank: an empty paragraph.
    fn has_empty_paragraph_below(&self, index: usize) -> bool {
        let Some([above, empty, below, next]) = self.layout.rows.get(index + 1..index + 5) else {
            return false;
        };
        let between =
            || self.source.text.get(above.span.end as usize..next.span.start as usize).unwrap_or("");
        above.is_blank() && empty.is_blank() && below.is_blank() && between().contains([' ', '\u{a0}'])
    }

    /// Below what a site prints first, the title of the page, where the page tells it so: when it was posted stands below it, or its
    /// words stand again below. At most two lines of prose stand above: *Byn vid älven.⏎⏎Nytt bad i byn⏎⏎Publicerad*.
    pub(super) fn posted_below(&self, index: usize) -> Option<usize> {
        let (mut seen, mut bytes) = (0, 0);
        for next in index..self.layout.rows.len().min(index + ROWS / 2) {
            let row = self.layout.rows[next];
            if row.is_blank() || row.role == Role::Frame {
                continue;
            }
            if seen > 0
                && matches!(row.role, Role::Text | Role::Heading)
                && self.layout.open_above(next)
                && (self.is_over_stamp(next) || self.is_under_stamp(next) || self.is_said_again(next))
                && matches!(self.line(next), Line::Title | Line::Day)
                // *21.08.2017* in a list of days.
                && row.text(self.source).contains(char::is_alphabetic)
            {
                return Some(next);
            }
            seen += 1;
            bytes += row.span.len();
            if seen > 6 || bytes > 600 {
                return None;
            }
        }
        None
    }

    /// Whether below a short line stands alone when the page was posted: *Publicerad*, *2014-03-05 10:12*, *Pressmeddelande • 3 maj*.
    fn is_over_stamp(&self, index: usize) -> bool {
        let text = self.text(index);
        let below =
            (index + 1..self.layout.rows.len().min(index + 4)).find(|&i| !self.layout.rows[i].is_blank());
        text.len() < 130
            && !text.ends_with(['.', ':', ','])
            && below.is_some_and(|below| {
                let lower = self.layout.rows[below].text(self.source).to_lowercase();
                lower.len() < 60
                    && (POSTED.contains(&lower.trim_end_matches(':'))
                        || days::is_posted(&lower)
                        || days::is_clocked_day(&lower)
                        || papers::is_released(&lower))
            })
    }

    /// Whether the line above a line apart tells that something was posted, and not when: *Senast uppdaterad:*.
    fn is_under_stamp(&self, index: usize) -> bool {
        let above = self.layout.rows[..index].iter().rfind(|row| !row.is_blank());
        let above = above.map_or("", |row| row.text(self.source));
        let lower = above.trim_end_matches(':').to_lowercase();
        let words = lower.split_whitespace().skip_while(|word| POSTED_THINGS.contains(word));
        let posted = words.clone().count() == 1 && words.clone().all(|word| POSTED.contains(&word));
        self.text(index).len() < 130 && above.ends_with(':') && lower.len() < 30 && posted
    }

    /// Whether the words of a short line alone stand again near below, alone.
    fn is_said_again(&self, index: usize) -> bool {
        let text = self.text(index);
        text.len() < 130
            && text.split_whitespace().nth(2).is_some()
            && !text.ends_with(['.', ':', ','])
            && self.layout.open_below(index)
            && self.layout.rows.iter().skip(index + 1).take(14).any(|row| row.text(self.source) == text)
    }

    /// Whether a line is what a picture shows: who made it is told right below, and a title comes below that.
    pub(super) fn is_credited(&self, index: usize) -> bool {
        let credit = |row: usize| {
            let text = self.text(row);
            text.len() < 80
                && text.contains([':', '/'])
                && CREDITS.iter().any(|word| walk::starts_with_word(text, word))
        };
        let inside = ends_with_credit(self.text(index));
        let last = if inside { index } else { index + 1 };
        (inside || credit(last))
            && self.below(last).is_some_and(|(next, apart)| {
                apart && self.line(next) == Line::Title && self.is_title(next) && self.layout.open_below(next)
            })
    }

    /// Whether the title stands below a line: a stamp of news comes below that. *Byn⏎⏎Nytt bad⏎⏎Pressmeddelande • 3 maj 2020*.
    pub(super) fn is_above_released(&self, index: usize) -> Option<usize> {
        let (next, apart) = self.below(index)?;
        if apart && self.text(index).len() < 200 && papers::is_released(&self.text(next).to_lowercase()) {
            return Some(index);
        }
        let (stamp, far) = self.below(next)?;
        (apart && far && papers::is_released(&self.text(stamp).to_lowercase()) && self.text(next).len() < 200)
            .then_some(next)
    }

    /// Below a picture's caption at the top, the short line that names a meeting and stands over prose: *Ordföranden visar
    /// kartan.⏎⏎Samrådsmöte nr 3⏎⏎…*.
    pub(super) fn meeting_below_caption(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        let mut next = index;
        // A caption may go on for a line or two.
        while !self.layout.open_below(next) && next < index + 3 {
            next += 1;
        }
        let (title, apart) = self.below(next)?;
        let named = self.text(title);
        (text.len() < 170
            && self.layout.rows[..index].iter().all(|row| row.is_blank() || row.role == Role::Frame)
            && apart
            && named.len() < 60
            && !named.ends_with(['.', ':', ',', '!', '?'])
            && named.starts_with(char::is_uppercase)
            && self.layout.open_below(title)
            && matches!(self.line(title), Line::Title | Line::Day | Line::Letterhead)
            && named.bytes().any(|b| b.is_ascii_digit())
            && (line::names_body(named) || line::has_word(&named.to_lowercase(), MEETINGS))
            && self.below(title).is_some_and(|(prose, _)| self.layout.rows[prose].span.len() > 90))
        .then_some(title)
    }

    /// Below a word or two that name a meeting, the paper that says them again: *Årsstämma⏎⏎Kallelse till årsstämma i Lindby*.
    pub(super) fn longer_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index).to_lowercase();
        let (next, _) = self.below(index).filter(|_| text.split_whitespace().count() <= 2)?;
        let longer = self.text(next);
        (papers::names_meeting(longer)
            && !has_verb(longer)
            && longer.split_whitespace().nth(2).is_some()
            && longer.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| word == text)
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

    /// Whether a line has columns, a later one of which begins as a line below does: *Föreningen      Protokoll, 4 nov.*, *De fria
    /// Partimöte      3 maj 2014*.
    pub(super) fn is_head_of(&self, index: usize) -> bool {
        let text = self.text(index);
        let columns = text.split("    ").skip(1).map(str::trim).filter(|column| !column.is_empty());
        text.len() < 240
            && columns.into_iter().any(|column| {
                let first = walk::head(column, walk::word_end(column, 0));
                let meets = || line::has_word(&first.to_lowercase(), MEETINGS);
                let begins = |text: &str| text.starts_with(first) && text.len() < 80;
                let below = || self.layout.rows.iter().skip(index + 1).filter(|row| !row.is_blank()).take(4);
                first.len() > 5
                    && (papers::names_kind(column) || meets())
                    && below().any(|row| begins(row.text(self.source)))
            })
    }

    /// Right below the name of a paper, what it says of itself: *LINDENBLADET⏎Informationsblad för Brf Linden*.
    pub(super) fn told_of_paper(&self, index: usize) -> Option<usize> {
        let (next, apart) = self.below(index)?;
        let text = self.text(next);
        (!apart
            && papers::is_paper_name(self.text(index))
            && text.split_whitespace().nth(1).is_some_and(is_open)
            && papers::is_kind(text)
            && self.line(next) == Line::Title
            && self.is_title(next))
        .then_some(next)
    }

    /// The last line of who a party is, below the label alone: *Klagande⏎⏎Lindby Hamn AB*.
    pub(super) fn party_below(&self, index: usize) -> Option<usize> {
        PARTY_LABELS.has(&self.text(index).trim_end_matches(':').to_lowercase()).then_some(())?;
        let (first, _) = self.below(index)?;
        (first..first + 5).find(|&row| self.layout.open_below(row))
    }

    /// Whether the name of a series goes on below whose it is.
    pub(super) fn is_series_over_lines(&self, index: usize) -> bool {
        let column = |row: usize| self.text(row).split("   ").next().unwrap_or("").trim_end().to_lowercase();
        let owner = column(index);
        owner.ends_with('s')
            && owner.split_whitespace().count() <= 3
            && self.below(index).is_some_and(|(next, apart)| {
                // *LINDVERKETS⏎FÖRFATTNINGSSAMLING          LVFS 2012:4*
                let series = column(next);
                !apart
                    && (self.text(next).starts_with(char::is_lowercase)
                        || walk::is_all_caps(self.text(index)))
                    && !series.contains(' ')
                    && SERIES_ENDS.iter().any(|end| series.ends_with(end))
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
        // What says in many words what it is needs no other name.
        let called = text.split_whitespace().count() <= 8;
        let (mut at, mut apart) = (index, 0);
        for _ in 0..5 {
            let (next, blank) = self.below(at)?;
            apart += usize::from(blank);
            let (row, text) = (self.layout.rows[next], self.text(next));
            if !matches!(row.role, Role::Text | Role::Heading | Role::Bold) || row.span.len() > 200 {
                return None;
            }
            let told = self.line(next);
            let meets = called && papers::names_meeting(text);
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

    /// Below a sentence that a site says of itself, the line that names a document: *Vi håller vägarna öppna⏎⏎Stadgar för Lindens vägförening*.
    pub(super) fn paper_below_slogan(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        let says = || walk::starts_with_word(text, SAYING) || has_verb(text);
        let (next, apart) = self.below(index)?;
        let paper = self.text(next);
        (apart
            && self.layout.open_above(index)
            && says()
            && !papers::names_kind(text)
            && !line::has_word(&text.to_lowercase(), MEETINGS)
            && papers::is_kind(paper)
            && paper.split_whitespace().nth(1).is_some_and(|word| word == "för" || is_open(word))
            && paper.split_whitespace().nth(2).is_some()
            && !has_verb(paper)
            && self.layout.open_below(next)
            && self.line(next) == Line::Title
            && self.is_title(next))
        .then_some(next)
    }

    /// Below a line that names no document, the record that stands over its fields, past lines that are as short: what a site prints.
    pub(super) fn record_over_fields(&self, index: usize) -> Option<usize> {
        let short = |row: &usize| self.layout.rows[*row].span.len() < 70;
        let told = |row: usize| {
            let text = self.text(row);
            papers::is_record_of(text) && text.bytes().any(|b| b.is_ascii_digit()) && !has_verb(text)
        };
        let rows = index + 1..self.layout.rows.len().min(index + 16);
        let record = rows.take_while(short).find(|&row| self.layout.open_above(row) && told(row))?;
        let (field, _) = self.below(record)?;
        matches!(self.line(field), Line::Field).then_some(record)
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
            && (told.bytes().any(|b| b.is_ascii_digit())
                || self.below(index).is_none_or(|(next, apart)| apart || self.text(next).len() < 60))
            && !another()
    }

    /// Below a word alone that names a paper of the Riksdag, its number and what it is about.
    pub(super) fn numbered_below(&self, index: usize) -> Option<usize> {
        let (next, _) = self.below(index).filter(|_| !self.text(index).contains(' '))?;
        let mut words = self.text(next).split_whitespace();
        let numbered = words.next().is_some_and(super::is_series_number) && words.next().is_some();
        (numbered && self.layout.open_below(next)).then_some(next)
    }

    /// Below fields alone, the word that says which record the text is.
    pub(super) fn record_below_fields(&self, index: usize) -> Option<usize> {
        let mut at = index;
        for _ in 0..3 {
            let (next, apart) = self.below(at)?;
            match self.line(next) {
                Line::Field | Line::Day => at = next,
                Line::Document
                    if apart && papers::names_meeting(self.text(next)) && self.layout.open_below(next) =>
                {
                    return Some(next);
                }
                _ => return None,
            }
        }
        None
    }

    /// The next line with text, at most three blanks away.
    pub(super) fn next_text(&self, index: usize) -> Option<usize> {
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

    /// *Rådet för byar⏎⏎Det nya rådet för byar är …*: whether the first words of a text hold the name of a body above it.
    pub(super) fn is_about(&self, name: usize, text: usize) -> bool {
        walk::head(self.text(text), 90).to_lowercase().contains(&self.text(name).to_lowercase())
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

/// *Barn på en brygga. Foto: Anna Holm*: a picture's text, with who made the picture behind it.
pub(super) fn ends_with_credit(text: &str) -> bool {
    text.rsplit_once(". ").is_some_and(|(_, last)| {
        last.len() < 60 && last.contains(':') && CREDITS.iter().any(|word| walk::starts_with_word(last, word))
    })
}
