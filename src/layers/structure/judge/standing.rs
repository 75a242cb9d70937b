//! How a candidate stands on its page: what is above and below it, and how far away.

use super::super::layout::Role;
use super::super::line_tests::{is_field, is_name_line, is_sentence};
use super::super::numbering::Sort;
use super::extents::Candidate;
use super::features::{self as f, Features};
use super::page::Line;
use super::read::Reader;
use super::wording::is_past;
use crate::document::Span;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::structure::VERBS;
use crate::text::walk;

/// So many lines above, a heading no longer tells what a line stands under.
const UNDER: usize = 40;
/// A line of prose is longer than this, in bytes.
const PROSE: usize = 90;
/// A line whose verb is not among so many words has none.
const FIRST_WORDS: usize = 9;

/// What a line is to the one above it and to the one below, and whether it has a verb, once that was asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside {
    next: Option<f::Next>,
    last: Option<f::Last>,
    verb: Option<bool>,
}

impl Reader<'_, '_> {
    /// How it stands on the page.
    pub fn stands(&self, candidate: &Candidate, first: Line, last: Line, out: &mut Features) {
        let lines = self.lines;
        let row = first.row as usize;
        let above = row.checked_sub(1).map(|i| &self.layout.rows[i]);
        out.set(match above {
            None => f::Above::Start,
            Some(_) if candidate.first == 0 => f::Above::Start,
            Some(above) => match above.role {
                Role::Blank => f::Above::Blank,
                Role::Heading | Role::Marked(_) => f::Above::Heading,
                Role::Furniture | Role::Frame => f::Above::Furniture,
                Role::Item => f::Above::Item,
                Role::Row => f::Above::Row,
                Role::Toc => f::Above::Toc,
                Role::Markup => f::Above::Markup,
                Role::Text | Role::Bold if above.span.len() < 60 => f::Above::Short,
                Role::Text | Role::Bold => f::Above::Prose,
            },
        });
        let gap_above = if candidate.first == 0 { 2 } else { lines.real_gap(candidate.first) };
        let gap_below = lines.real_gap(candidate.last + 1);
        out.set_nth::<f::RealAbove>(usize::from(gap_above));
        out.set_nth::<f::RealBelow>(usize::from(gap_below));
        let above_end =
            candidate.first.checked_sub(1).map(|i| self.layout.rows[lines.all[i].row as usize].last);
        out.set_nth::<f::AboveEnd>(above_end.map_or(0, end_of));
        out.set(match self.layout.rows.get(last.row as usize + 1).map(|row| row.role) {
            None => f::Below::End,
            Some(Role::Blank) => f::Below::Blank,
            Some(Role::Item) => f::Below::Item,
            Some(Role::Row) => f::Below::Row,
            Some(Role::Furniture | Role::Frame) => f::Below::Furniture,
            Some(Role::Toc) => f::Below::Toc,
            Some(Role::Markup) => f::Below::Markup,
            Some(Role::Text | Role::Bold | Role::Marked(_) | Role::Heading) => f::Below::Text,
        });
        let len = candidate.span.len();
        let share = (last.span.len().min(len)) * 10 / lines.width.max(1);
        out.set_within::<f::Width, _>(share, &[3, 5, 8]);
        out.set_within::<f::Indent, _>(first.indent, &[0, 4, 12]);
        let beside = |other: Option<&Line>| other.map(|o| o.indent.cmp(&first.indent));
        out.set(match beside(lines.all.get(candidate.last + 1)) {
            Some(std::cmp::Ordering::Equal) => f::IndentBelow::Same,
            Some(std::cmp::Ordering::Less) => f::IndentBelow::Less,
            Some(std::cmp::Ordering::Greater) => f::IndentBelow::More,
            None => f::IndentBelow::None,
        });
        out.set(match beside(candidate.first.checked_sub(1).and_then(|i| lines.all.get(i))) {
            Some(std::cmp::Ordering::Equal) => f::IndentAbove::Same,
            Some(std::cmp::Ordering::Less) => f::IndentAbove::Less,
            Some(std::cmp::Ordering::Greater) => f::IndentAbove::More,
            None => f::IndentAbove::None,
        });
        let (chain, place) = first.chain;
        out.set_within::<f::Chain, _>(chain, &[0, 1, 2, 4]);
        out.set(match place {
            _ if chain == 0 => f::ChainPlace::None,
            _ if place + 1 == chain => f::ChainPlace::Last,
            0 => f::ChainPlace::First,
            _ => f::ChainPlace::Inner,
        });
        let (block, place) = last.block;
        out.set(match place {
            _ if block == 1 => f::BlockPlace::Alone,
            _ if place + 1 == block => f::BlockPlace::Last,
            _ if first.block.1 == 0 => f::BlockPlace::First,
            _ => f::BlockPlace::Inner,
        });
        if let Some(below) = lines.all.get(candidate.last + 1) {
            let gap = lines.real_gap(candidate.last + 2) > 0;
            out.set(if gap { f::NextGap::Gap } else { f::NextGap::Tight });
            out.set_nth::<f::BelowEnd>(end_of(self.layout.rows[below.row as usize].last));
        }
        out.set_within::<f::Size, _>(lines.all.len(), &[8, 20, 50, 150, 400]);
        out.set(lines.habit);
        out.set(lines.texture);
        out.set(lines.run_ins);
        let word = |span: Span| walk::word_end(self.text(span), 0).max(1);
        let room = |line: &Line, below: &Line| {
            let share = (line.span.len() + 1 + word(below.span)) * 10 / lines.width.max(1);
            [9, 7, 4].iter().filter(|bound| share < **bound).count() + 1
        };
        if let Some(below) = lines.all.get(candidate.last + 1).filter(|_| gap_below == 0) {
            out.set_nth::<f::RoomBelow>(room(&last, below));
        }
        let above = candidate.first.checked_sub(1).and_then(|at| lines.all.get(at));
        if let Some(above) = above.filter(|_| gap_above == 0) {
            out.set_nth::<f::RoomAbove>(room(above, &first));
        }
        if candidate.last > candidate.first {
            let second = &lines.all[candidate.first + 1];
            let text = self.text(second.span);
            out.set(match text.chars().next() {
                _ if second.number.is_some() => f::Break::Number,
                Some(c) if c.is_lowercase() => f::Break::Small,
                Some(c) if c.is_ascii_digit() => f::Break::Digit,
                Some('–' | '-' | '—') => f::Break::Dash,
                _ => f::Break::Capital,
            });
            let word = text.split_whitespace().next().map_or(0, str::len);
            let full = first.span.len() + 1 + word >= lines.width.min(76);
            out.set(if full { f::Room::Full } else { f::Room::Room });
        }
    }

    /// What stands above and below.
    pub fn neighbours(&self, candidate: &Candidate, out: &mut Features) {
        let lines = self.lines;
        let next = candidate.last + 1;
        out.set(if next < lines.all.len() { self.next(next) } else { f::Next::None });
        out.set(candidate.first.checked_sub(1).map_or(f::Last::None, |at| self.last(at)));
        if next + 1 < lines.all.len() {
            out.set_nth::<f::After>(self.next(next + 1) as usize);
        }
        if next < lines.all.len() {
            out.set_nth::<f::NextReads>(if self.has_verb(next) { 1 } else { 2 });
        }
        if let Some(last) = candidate.first.checked_sub(1) {
            out.set_nth::<f::LastReads>(if self.has_verb(last) { 1 } else { 2 });
        }
        let len = candidate.span.len().max(1);
        match lines.all.get(next) {
            Some(below) => {
                let share = below.span.len() * 10 / len;
                out.set_nth::<f::Longer>(1 + [5, 8, 13, 30].iter().filter(|bound| share > **bound).count());
            }
            None => out.set(f::Longer::None),
        }
        // The last heading above that a rule found.
        let above = candidate.first.checked_sub(1).and_then(|at| self.above.get(at)).copied().unwrap_or(0);
        let above = (above as usize).checked_sub(1).filter(|at| at + UNDER >= candidate.first);
        let above = above.and_then(|at| self.found.get((self.held[at] as usize).checked_sub(1)?));
        out.set(match above {
            None => f::Under::Nothing,
            Some(found) => match found.label {
                Some(Label::Decision) => f::Under::Decision,
                Some(Label::Proposal | Label::Motions | Label::Papers) => f::Under::Points,
                Some(Label::Attendance) => f::Under::Attendance,
                Some(Label::Dispatch) => f::Under::Dispatch,
                Some(_) => f::Under::Other,
                None if found.number.is_some() => f::Under::Item,
                None => f::Under::Nothing,
            },
        });
    }

    /// What the line `at` is to the one above it.
    fn next(&self, at: usize) -> f::Next {
        let known = self.beside[at].get();
        known.next.unwrap_or_else(|| {
            let line = &self.lines.all[at];
            let text = self.text(line.span);
            let next = match self.role(at) {
                Role::Row => f::Next::Row,
                // Points below a numbered heading: *a. Upprop*.
                _ if line.number.is_some_and(|n| n.sort == Sort::Letter) => f::Next::Letter,
                _ if line.number.is_some() => f::Next::Number,
                Role::Item => f::Next::Item,
                _ if self.source.labels.find(text).is_some() => f::Next::Label,
                _ if self.held[at] != 0 => f::Next::Heading,
                _ if text.starts_with(char::is_lowercase) => f::Next::Small,
                _ if text.starts_with(['”', '"', '–', '»']) => f::Next::Quote,
                _ if text.len() > PROSE => f::Next::Prose,
                _ if is_sentence(text) => f::Next::Sentence,
                _ if is_field(text) => f::Next::Field,
                _ if is_name_line(self.source, line.span) => f::Next::Name,
                _ => f::Next::Short,
            };
            self.beside[at].set(Beside { next: Some(next), ..known });
            next
        })
    }

    /// What the line `at` is to the one below it.
    fn last(&self, at: usize) -> f::Last {
        let known = self.beside[at].get();
        known.last.unwrap_or_else(|| {
            let line = &self.lines.all[at];
            let text = self.text(line.span);
            let last = match self.role(at) {
                Role::Row => f::Last::Row,
                _ if self.held[at] != 0 => f::Last::Heading,
                _ if line.number.is_some() => f::Last::Number,
                Role::Item => f::Last::Item,
                _ if text.len() > PROSE => f::Last::Prose,
                _ if is_sentence(text) => f::Last::Sentence,
                _ if is_field(text) => f::Last::Field,
                _ if is_name_line(self.source, line.span) => f::Last::Name,
                _ => f::Last::Short,
            };
            self.beside[at].set(Beside { last: Some(last), ..known });
            last
        })
    }

    /// Whether the line `at` has a finite verb among its first words.
    fn has_verb(&self, at: usize) -> bool {
        let known = self.beside[at].get();
        known.verb.unwrap_or_else(|| {
            let verb = has_verb(self.text(self.lines.all[at].span));
            self.beside[at].set(Beside { verb: Some(verb), ..known });
            verb
        })
    }
}

/// Which of the values of `above-end` and `below-end` a line has that ends so.
fn end_of(last: u8) -> usize {
    match last {
        0 => 0,
        b'.' | b'!' | b'?' => 2,
        b':' => 3,
        b',' | b';' | b'-' => 4,
        c if c.is_ascii_alphanumeric() || c >= 0x80 => 1,
        _ => 5,
    }
}

/// Whether a line has a finite verb among its first words. (Two blanks have a word between them here, an empty one.)
fn has_verb(line: &str) -> bool {
    let mut words = line.as_bytes().split(|b| matches!(b, b' ' | b'\t')).take(FIRST_WORDS);
    let mut start = 0;
    words.any(|word| {
        let marks = |b: &&u8| matches!(b, b',' | b'.' | b':' | b';' | b')' | b'!' | b'?');
        let len = word.len() - word.iter().rev().take_while(marks).count();
        let bare = &line[start..start + len];
        start += word.len() + 1;
        VERBS.has(bare) || is_past(bare)
    })
}
