//! Reading forwards and backwards from a cue: numbers, words, gaps. Every look is a few tokens long.

use super::term::{Relation, Term};
use crate::lexicon::sets::dates::{NUMERALS, ONE};
use crate::lexicon::sets::function_words::{DEN_FORMS, IN_WORD, OCH_OR_SAMT};
use crate::lexicon::{Classes, Lexicon, Slot};
use crate::scan::{Cue, CuedText, Cues, Source};
use crate::text::walk;
use std::cell::Cell;

pub(super) use super::model::Found;

/// A run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: u32,
    pub digits: usize,
    pub start: usize,
    pub end: usize,
}

/// A text and where in it the walk stands.
pub(super) struct Reader<'s> {
    pub text: &'s str,
    cues: &'s Cues,
    lexicon: &'s Lexicon,
    /// A cue near which the grammars read.
    index: Cell<usize>,
    /// What lies before belongs to the date before.
    pub floor: usize,
    /// The last date before.
    pub last: Option<Found>,
}

impl<'s> Reader<'s> {
    pub fn new(source: &'s Source) -> Reader<'s> {
        let CuedText { text, cues, lexicon, .. } = &source.cued;
        Reader { text, cues, lexicon, index: Cell::new(0), floor: 0, last: None }
    }

    /// Moves to the cue with this index.
    pub fn stand_at(&mut self, index: usize, floor: usize) {
        self.index.set(index);
        self.floor = floor;
    }

    /// What the word that begins at `at` means, and its end.
    #[inline]
    pub fn term(&self, at: usize) -> Option<(Term, usize)> {
        let b = self.byte(at);
        if b.is_ascii_alphabetic() || b >= 0x80 { self.term_of_word(at) } else { None }
    }

    #[inline(never)]
    fn term_of_word(&self, at: usize) -> Option<(Term, usize)> {
        let mut i = self.index.get();
        while i > 0 && self.cues.get(i).is_none_or(|c| c.start as usize > at) {
            i -= 1;
        }
        while self.cues.get(i).is_some_and(|c| (c.start as usize) < at) {
            i += 1;
        }
        self.index.set(i);
        let cue = self.cues.get(i).filter(|c| c.start as usize == at)?;
        Some((self.meaning(*cue)?, cue.end()))
    }

    /// What the word of a cue means, if it is one of the calendar.
    pub fn meaning(&self, cue: Cue) -> Option<Term> {
        let of_calendar = cue.has(Classes::DATE);
        of_calendar.then(|| Term::of(self.lexicon.value_index(Slot::Dates, cue.word)))?
    }

    pub fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    pub fn char(&self, at: usize) -> Option<char> {
        walk::char_at(self.text, at)
    }

    /// Past blanks and at most one line break (also `<br>`); `at` itself before an empty line.
    #[inline]
    pub fn gap(&self, at: usize) -> usize {
        // Most often no blank, or one.
        match (self.byte(at), self.byte(at + 1)) {
            (b'!'..=b';' | b'='..=b'~', _) => at,
            (b' ', b'!'..=b';' | b'='..=b'~') => at + 1,
            _ => self.wide_gap(at),
        }
    }

    #[inline(never)]
    fn wide_gap(&self, at: usize) -> usize {
        let (mut to, mut breaks) = (at, 0);
        loop {
            match self.byte(to) {
                b' ' | b'\t' | b'\r' => to += 1,
                b'\n' => {
                    breaks += 1;
                    to += 1;
                }
                b'<' => match self.line_break_tag(to) {
                    Some(end) => {
                        breaks += 1;
                        to = end;
                    }
                    None => return to,
                },
                0xC2 | 0xE2 => match self.char(to) {
                    Some(c) if c.is_whitespace() => to += c.len_utf8(),
                    _ => return to,
                },
                _ => return to,
            }
            if breaks > 1 {
                return at;
            }
        }
    }

    fn line_break_tag(&self, at: usize) -> Option<usize> {
        ["<br>", "<br/>", "<br />"]
            .iter()
            .find(|tag| self.text.get(at..at + tag.len()).is_some_and(|t| t.eq_ignore_ascii_case(tag)))
            .map(|tag| at + tag.len())
    }

    /// Before blanks and at most one line break that end at `at`.
    pub fn gap_back(&self, at: usize) -> usize {
        self.gap_back_to(at, self.floor)
    }

    #[inline]
    pub fn gap_back_to(&self, at: usize, floor: usize) -> usize {
        // Most often no blank, or one.
        if at > floor + 1 {
            match (self.byte(at - 1), self.byte(at - 2)) {
                (b'!'..=b'=' | b'?'..=b'~', _) => return at,
                (b' ', b'!'..=b'=' | b'?'..=b'~') => return at - 1,
                _ => {}
            }
        }
        self.wide_gap_back(at, floor)
    }

    #[inline(never)]
    fn wide_gap_back(&self, at: usize, floor: usize) -> usize {
        let (mut to, mut breaks) = (at, 0);
        while to > floor {
            let Some(c) = walk::char_before(self.text, to) else { break };
            if c == '>' && self.text.get(..to).is_some_and(|t| t.ends_with("<br>")) {
                breaks += 1;
                to -= 4;
            } else if c.is_whitespace() {
                breaks += usize::from(c == '\n');
                to -= c.len_utf8();
            } else {
                break;
            }
            if breaks > 1 {
                return at;
            }
        }
        to
    }

    /// The run of digits that begins at `at`.
    pub fn number(&self, at: usize) -> Option<Number> {
        let (mut digits, mut value) = (0, 0u32);
        for &b in self.text.as_bytes().get(at..)?.iter().take_while(|b| b.is_ascii_digit()) {
            if digits == 9 {
                return None;
            }
            value = value * 10 + u32::from(b - b'0');
            digits += 1;
        }
        (digits > 0).then_some(Number { value, digits, start: at, end: at + digits })
    }

    /// Whether what follows the number of one or two figures that the walk stands at lets a grammar go on: a mark
    /// that may stand in a date, a month, or a word that joins days. (*12 kronor*, *punkt 3)*: most do not.)
    pub fn may_be_day(&self, number: Number) -> bool {
        let end = number.end;
        let next = match (self.byte(end), self.byte(end + 1)) {
            (b'.', b' ') => self.gap(end + 1),
            (b'.', after) => return after.is_ascii_digit(),
            (b' ' | b'\n' | b'\r' | b'\t' | b'<' | 0xC2 | 0xE2, _) => self.gap(end),
            _ => end,
        };
        match (self.byte(next).to_ascii_lowercase(), self.byte(next + 1).to_ascii_lowercase()) {
            (b',' | b'-' | 0x80.., _) => true,
            (b':' | b'/', _) => next == end,
            // *3:e*, *3e*
            (b'a'..=b'z', _) if next == end => true,
            // och, till, t.o.m., samt, eller, respektive, den, denna; *den 8 i denna månad*, *uti*
            (b'o', b'c')
            | (b't', b'i' | b'.')
            | (b's', b'a')
            | (b'e', b'l')
            | (b'r', b'e')
            | (b'd', b'e')
            | (b'u', b't') => true,
            (b'i', after) if !after.is_ascii_alphabetic() => true,
            (b'a'..=b'z', _) => {
                let cues = self.cues.get(self.index.get() + 1..).unwrap_or_default();
                let cue = cues.iter().find(|cue| cue.start as usize >= next);
                cue.is_some_and(|cue| cue.start as usize == next && cue.has(Classes::DATE))
            }
            _ => false,
        }
    }

    /// Whether another number or a word of the calendar stands near the number that the walk stands at, or it goes
    /// on with a dash (*90-talet*): no few figures are a date by themselves.
    pub fn has_company(&self, number: Number) -> bool {
        const NEAR: usize = 24;
        let calendar = |cue: &&Cue| cue.has(Classes::DATE.or(Classes::NUMBER));
        let (before, after) = self.cues.split_at(self.index.get());
        let after = after.get(1..).unwrap_or_default();
        matches!(self.byte(number.end), b'-' | 0xE2)
            || after
                .iter()
                .take_while(|cue| cue.start as usize <= number.end + NEAR)
                .any(|cue| calendar(&cue))
            || before
                .iter()
                .rev()
                .take_while(|cue| cue.end() + NEAR >= number.start)
                .any(|cue| calendar(&cue))
    }

    /// The word that begins at `at`.
    pub fn word(&self, at: usize) -> &'s str {
        self.text.get(at..walk::word_end(self.text, at)).unwrap_or("")
    }

    /// The word before `at` over a gap, with its start; empty if something else comes first.
    pub fn word_before(&self, at: usize) -> (&'s str, usize) {
        self.word_before_to(at, self.floor)
    }

    /// The same, no further back than `floor`.
    pub fn word_before_to(&self, at: usize, floor: usize) -> (&'s str, usize) {
        let end = self.gap_back_to(at, floor);
        let start = walk::word_start(self.text, end);
        if start < floor || (end == at && start < end) {
            return ("", at);
        }
        (self.text.get(start..end).unwrap_or(""), start)
    }

    /// The word before `at`, past a full stop, colon, comma or opening bracket.
    pub fn word_before_mark(&self, at: usize) -> (&'s str, usize) {
        let mut end = self.gap_back(at);
        while end > self.floor && matches!(self.byte(end - 1), b'.' | b':' | b',' | b'(' | b'*' | b'|') {
            end = self.gap_back(end - 1);
        }
        let start = walk::word_start(self.text, end);
        (self.text.get(start..end).unwrap_or(""), start)
    }

    /// What the word before `at` over a gap means, and where it begins.
    pub fn term_before(&self, at: usize) -> Option<(Term, usize)> {
        let (_, start) = self.word_before(at);
        if start < at { self.term(start).map(|(term, _)| (term, start)) } else { None }
    }

    /// *nästa*, *förra*, *innevarande* before `at`, and where it begins.
    pub fn relation(&self, at: usize) -> Option<(Relation, usize)> {
        match self.term_before(at)? {
            (Term::Relation(relation), start) => Some((relation, start)),
            _ => None,
        }
    }

    /// The start of *i* before `at`.
    pub fn i_before(&self, at: usize) -> Option<usize> {
        let (word, start) = self.word_before(at);
        walk::same_word(word, IN_WORD).then_some(start)
    }

    /// Whether a weekday or the label of a form (*Datum*) stands before `at`, over marks.
    pub fn is_called(&self, at: usize) -> bool {
        let (_, start) = self.word_before_mark(at);
        matches!(self.term(start), Some((Term::Field | Term::Weekday(_) | Term::ShortWeekday(_), _)))
    }

    /// Whether `phrase` begins at `at`; its end.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        walk::phrase(self.text, at, phrase)
    }

    /// Where what follows one of `phrases` at `at` begins.
    pub fn past_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.phrase(at, phrase)).map(|end| self.gap(end))
    }

    /// Past `mark` and a gap, if it stands at `at`.
    pub fn past(&self, at: usize, mark: u8) -> usize {
        if self.byte(at) == mark { self.gap(at + 1) } else { at }
    }

    /// Past the full stop of an abbreviation that ends at `end`.
    pub fn past_stop(&self, end: usize) -> usize {
        end + usize::from(self.byte(end) == b'.')
    }

    /// Past the comma or *och, samt* of a list behind `end`, and whether it is a comma.
    pub fn list_joint(&self, end: usize) -> Option<(usize, bool)> {
        let at = self.gap(end);
        if self.byte(at) == b',' {
            return Some((self.gap(at + 1), true));
        }
        self.past_any(at, OCH_OR_SAMT).map(|next| (next, false))
    }

    /// Past a dash at `at`, with the blanks round it. A line may break after the dash.
    pub fn dash(&self, at: usize) -> Option<usize> {
        let mut to = self.gap(at);
        if !matches!(self.byte(to), b'-' | 0xE2) {
            return None;
        }
        let mut dashes = 0;
        while let Some(c @ ('-' | '–' | '—' | '‑' | '−' | '‒')) = self.char(to) {
            to += c.len_utf8();
            dashes += 1;
        }
        (1..=2).contains(&dashes).then(|| self.gap(to))
    }

    /// Whether no line breaks between the two places.
    pub fn one_line(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|t| !t.contains('\n'))
    }

    /// Where a line begins, at most 200 bytes back.
    pub fn line_start(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut start = at;
        while start > 0 && at - start < 200 && bytes.get(start - 1).is_some_and(|&b| b != b'\n') {
            start -= 1;
        }
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        start
    }

    /// The start of *den* (*d.*, *dn*) before `at`, else `at`.
    pub fn with_den(&self, at: usize) -> usize {
        let before = self.gap_back(at);
        // (*den3 maj*: a blank got lost.)
        let lost = before == at && self.byte(at.saturating_sub(1)) == b'n' && self.byte(at).is_ascii_digit();
        if before == at && !lost || before <= self.floor {
            return at;
        }
        let word = match self.byte(before - 1) {
            b'n' | b'N' => before,
            b'.' => before - 1,
            _ => return at,
        };
        let start = walk::word_start(self.text, word);
        let written = self.text.get(start..before).unwrap_or("");
        let is_den = DEN_FORMS.iter().any(|den| walk::same_word(written, den));
        if is_den && start >= self.floor { start } else { at }
    }
}

/// One to twelve in words.
pub(super) fn numeral(word: &str) -> Option<u8> {
    if walk::same_word(word, ONE) { Some(1) } else { NUMERALS.position(word).map(|n| n as u8 + 1) }
}
