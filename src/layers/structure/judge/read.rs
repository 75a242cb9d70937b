//! Reads the features of a candidate off its lines and their neighbours.

use super::super::contents;
use super::super::headings::Found;
use super::super::layout::{Layout, Role};
use super::super::line_tests::{is_date_line, is_field, is_matter, is_name_line, is_sentence};
use super::super::numbering::Sort;
use super::super::{rules, title};
use super::extents::Candidate;
use super::features::{self as f, Features};
use super::page::{Line, Lines};
use crate::document::{Rule, Span};
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::structure::{HEADS, SMALL, VERBS, set_of};
use crate::scan::Source;
use crate::text::walk;
use std::cell::Cell;

/// What the features of all candidates of a text are read from.
pub(super) struct Reader<'a, 't> {
    pub source: &'a Source<'t>,
    pub layout: &'a Layout,
    pub lines: &'a Lines,
    pub found: &'a [Found],
    /// The rule's heading that each line is a part of, by index plus one.
    pub held: Vec<u32>,
    pub document: f::Document,
    /// The first words of what the contents list, sorted.
    pub listed: Vec<u64>,
    /// What each line is to the one above it and to the one below, once it was asked for.
    pub beside: Vec<Cell<(Option<f::Next>, Option<f::Last>)>>,
    /// The last line at or above each that a rule's heading holds, by its number plus one.
    pub above: Vec<u32>,
}

/// So many lines above, a heading no longer tells what a line stands under.
const UNDER: usize = 40;

/// A line that ends as a sentence and is longer than this, in bytes, is one.
const SENTENCE: usize = 70;
/// So many lines stand at the top of a text.
const TOP: usize = 8;
/// A line of prose is longer than this, in bytes.
const PROSE: usize = 90;

impl Reader<'_, '_> {
    fn text(&self, span: Span) -> &str {
        span.of(self.source.text)
    }

    fn role(&self, at: usize) -> Role {
        self.layout.rows[self.lines.all[at].row as usize].role
    }

    /// Whether lines without number, that no rule tells of, are part of running text at the first look: a long sentence, or
    /// lines whose sentence goes on below them or comes from above.
    pub fn is_running_text(&self, candidate: &Candidate) -> bool {
        let lines = self.lines;
        let (first, last) = (lines.all[candidate.first], lines.all[candidate.last]);
        if candidate.rule.is_some() || first.number.is_some() || last.number.is_some() {
            return false;
        }
        let text = self.text(candidate.span);
        let small = |at: usize| {
            let below = lines.all.get(at).filter(|_| lines.real_gap(at) == 0);
            below.is_some_and(|line| self.text(line.span).starts_with(char::is_lowercase))
        };
        candidate.first < TOP && self.is_letterhead(candidate)
            || text.len() > SENTENCE && text.ends_with(['.', ',', ';'])
            || small(candidate.last + 1)
            || candidate.first > 0 && small(candidate.first)
    }

    /// Whether the name of a body stands alone on a line: letterhead.
    fn is_letterhead(&self, candidate: &Candidate) -> bool {
        candidate.span.len() < 80
            && candidate.first == candidate.last
            && title::is_letterhead(self.source, candidate.span)
    }

    pub fn features(&self, candidate: &Candidate) -> Features {
        let mut out = Features::default();
        let (first, last) = (self.lines.all[candidate.first], self.lines.all[candidate.last]);
        out.set(candidate.extent);
        out.set(self.by_rule(candidate));
        out.set(self.written(first));
        self.number(candidate, &mut out);
        let text = self.text(candidate.span);
        let number = first.number.filter(|n| n.width <= text.len());
        let title = number.map_or(text, |n| text.get(n.width..).unwrap_or("")).trim_start();
        let title = if matches!(candidate.extent, f::Extent::Before) { self.text(first.span) } else { title };
        self.reads(candidate.span, text, title, &mut out);
        self.rest(candidate, last, &mut out);
        self.stands(candidate, first, last, &mut out);
        self.neighbours(candidate, &mut out);
        self.whole(candidate, text, title, &mut out);
        out
    }

    fn by_rule(&self, candidate: &Candidate) -> f::ByRule {
        let Some(index) = candidate.rule else { return f::ByRule::Nothing };
        let found = &self.found[index];
        if found.span != candidate.span {
            return f::ByRule::Elsewhere;
        }
        const BY: &[(&Rule, f::ByRule)] = &[
            (&rules::MARKUP, f::ByRule::Markup),
            (&rules::MATTER, f::ByRule::Matter),
            (&rules::BOLD, f::ByRule::Bold),
            (&rules::TITLE, f::ByRule::Title),
            (&rules::PARAGRAPH, f::ByRule::Paragraph),
            (&rules::NUMBERED, f::ByRule::Numbered),
            (&rules::LABEL, f::ByRule::Label),
            (&rules::MATTER_LINE, f::ByRule::MatterLine),
            (&rules::ALONE, f::ByRule::Alone),
            (&rules::CAPITALS, f::ByRule::Capitals),
        ];
        let by = BY.iter().find(|(rule, _)| std::ptr::eq(*rule, found.rule));
        by.map_or(f::ByRule::Elsewhere, |(_, by)| *by)
    }

    fn written(&self, line: Line) -> f::Written {
        let row = line.row as usize;
        if self.layout.large.contains_key(&row) {
            return f::Written::Large;
        }
        if self.source.cut.binary_search(&line.span.start).is_ok() {
            return f::Written::Cut;
        }
        match self.layout.rows[row].role {
            Role::Bold => f::Written::Bold,
            Role::Marked(_) => f::Written::Marked,
            Role::Row => f::Written::Row,
            _ if line.bullet => f::Written::Item,
            _ => f::Written::Text,
        }
    }

    fn number(&self, candidate: &Candidate, out: &mut Features) {
        let at = match candidate.extent {
            f::Extent::Before => candidate.last,
            _ => candidate.first,
        };
        let line = self.lines.all[at];
        let Some(number) = line.number else { return };
        out.set(match (number.sort, number.depth) {
            (Sort::Paragraph, _) => f::NumberSort::Paragraph,
            (Sort::Decimal, 1) => f::NumberSort::Decimal,
            (Sort::Decimal, _) => f::NumberSort::Deep,
            (Sort::Letter, _) => f::NumberSort::Letter,
            (Sort::Roman, _) => f::NumberSort::Roman,
            (Sort::Part, _) => f::NumberSort::Part,
        });
        out.set(match (line.from, line.to) {
            (Some(_), Some(_)) => f::NumberRun::Inner,
            (Some(_), None) => f::NumberRun::Last,
            (None, Some(_)) => f::NumberRun::First,
            (None, None) if line.same => f::NumberRun::Same,
            (None, None) if line.even => f::NumberRun::Even,
            (None, None) => f::NumberRun::Alone,
        });
        out.set_within::<f::RunLength, _>(line.run, &[0, 1, 2, 5]);
        // Between the two lines stands text without such a number.
        let apart = |from: usize, to: usize| to > from + 1;
        let before = line.from.map(|from| apart(from as usize, at));
        let after = line.to.map(|to| apart(candidate.last.max(at), to as usize));
        out.set(match (before, after) {
            (None, None) => f::NumberGap::Nothing,
            (Some(true), Some(true)) | (Some(true), None) | (None, Some(true)) => f::NumberGap::Apart,
            (Some(true), Some(false)) => f::NumberGap::Before,
            (Some(false), Some(true)) => f::NumberGap::After,
            _ => f::NumberGap::Tight,
        });
        let text = self.text(line.span);
        let mark = text.as_bytes().get(number.written.saturating_sub(1));
        out.set(match number.closed {
            _ if mark == Some(&b')') => f::Closed::Bracket,
            true => f::Closed::Stop,
            false => f::Closed::Bare,
        });
    }

    /// What follows on the line.
    fn rest(&self, candidate: &Candidate, last: Line, out: &mut Features) {
        let rest = self.source.text.get(candidate.span.end as usize..last.span.end as usize).unwrap_or("");
        let rest = rest.trim_start_matches([' ', '\t', '.', ':', '\u{a0}']);
        let mut words = rest.split_whitespace();
        let Some(first) = words.next() else { return };
        fn bare(word: &str) -> &str {
            word.trim_matches(|c: char| !c.is_alphanumeric())
        }
        let verb = words.by_ref().take(5).any(|word| VERBS.has(bare(word)));
        out.set(if HEADS.has(bare(first)) && !verb {
            f::Rest::Head
        } else if verb || VERBS.has(bare(first)) {
            f::Rest::Verb
        } else if first.starts_with(char::is_lowercase) {
            f::Rest::Small
        } else if first.starts_with(char::is_uppercase) {
            f::Rest::Capital
        } else {
            f::Rest::Other
        });
        out.set_nth::<f::RestLength>(1 + [40, 90].iter().filter(|len| rest.len() > **len).count());
    }

    /// How the text reads.
    fn reads(&self, span: Span, text: &str, title: &str, out: &mut Features) {
        let last = text.chars().next_back().unwrap_or(' ');
        let word = &text[walk::word_start(text, text.len())..];
        out.set(match last {
            '.' | '…' => f::End::Stop,
            ':' => f::End::Colon,
            ',' | ';' => f::End::Comma,
            '-' | '–' | '—' => f::End::Dash,
            '?' => f::End::Ask,
            '!' => f::End::Call,
            ')' | ']' => f::End::Bracket,
            _ if SMALL.has(word) => f::End::Small,
            c if c.is_ascii_digit() => f::End::Digit,
            c if c.is_alphabetic() => f::End::Letter,
            _ => f::End::Other,
        });
        let wide = title.as_bytes().windows(3).any(|three| three == b"   ")
            || memchr::memchr2(b'\t', b'|', title.as_bytes()).is_some();
        let commas = || memchr::memchr_iter(b',', title.as_bytes());
        out.set(if wide {
            f::Inside::Wide
        } else if stops_inside(title) {
            f::Inside::Stop
        } else if is_field(title) {
            f::Inside::Field
        } else if commas().any(|at| title.as_bytes().get(at + 1) == Some(&b' ')) {
            f::Inside::Comma
        } else {
            f::Inside::Plain
        });
        out.set_within::<f::Length, _>(text.len(), &[8, 14, 24, 40, 60, 84, 110, 200]);
        let first = title.chars().next();
        let caps = walk::is_all_caps(title) && title.len() > 3;
        out.set(match first {
            None => f::Begin::Empty,
            Some(_) if caps => f::Begin::Capitals,
            Some(c) if c.is_uppercase() => f::Begin::Capital,
            Some(c) if c.is_lowercase() => f::Begin::Small,
            Some(c) if c.is_ascii_digit() => f::Begin::Digit,
            Some('”' | '"' | '»' | '\'' | '’') => f::Begin::Quote,
            Some(_) => f::Begin::Other,
        });
        let (mut all, mut words, mut capitals, mut verb) = (0, 0, 0, false);
        for word in title.split([' ', '\t', '\n', '\r', '\u{a0}']).filter(|word| !word.is_empty()) {
            all += 1;
            if all > 16 {
                // Of more than these only the number counts.
                continue;
            }
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.starts_with(char::is_alphabetic) {
                words += 1;
                capitals += usize::from(walk::is_capitalised(bare));
                verb |= words > 1 && VERBS.has(bare);
            }
        }
        out.set_within::<f::WordCount, _>(all, &[0, 1, 2, 3, 4, 6, 9, 14]);
        out.set(match (words, capitals) {
            _ if caps => f::Words::Capitals,
            (0 | 1, _) => f::Words::Single,
            (w, c) if w == c => f::Words::Titled,
            _ => f::Words::Sentence,
        });
        out.set(if verb { f::Verb::One } else { f::Verb::None });
        self.first_word(title, out);
        let end = walk::word_end(title, 0);
        let word = &title[..end];
        out.set(match word.as_bytes() {
            [.., b'i' | b'I', b'n' | b'N', b'g' | b'G'] => f::Suffix::Ing,
            [.., b'n' | b'N', b'd' | b'D', b'e' | b'E'] => f::Suffix::Nde,
            [.., b's' | b'S'] => f::Suffix::Genitive,
            [.., b'n' | b'N'] => f::Suffix::Definite,
            [.., b'r' | b'R'] => f::Suffix::Plural,
            [.., b't' | b'T'] => f::Suffix::Neuter,
            _ => f::Suffix::Other,
        });
        let cues = self.source.cues.within(span);
        let date = cues.iter().find(|c| c.has(Classes::DATE));
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        out.set(match date {
            _ if digits * 2 > text.len() || is_date_line(title) && title.len() < 30 => f::Dated::Whole,
            Some(cue) if cue.start < span.start + 14 => f::Dated::Begin,
            Some(_) => f::Dated::Inside,
            None if digits >= 6 => f::Dated::Inside,
            None => f::Dated::None,
        });
        let body = || cues.iter().any(|c| c.has(Classes::BODY));
        out.set(if title.len() < 160 && is_name_line(self.source, span) {
            f::Named::Line
        } else if title.contains('(') && cues.iter().any(|c| c.has(Classes::BRACKET)) {
            f::Named::Bracket
        } else if self.source.lexicon.names(word).has(Classes::GIVEN) && walk::is_capitalised(word) {
            f::Named::First
        } else if body() {
            f::Named::Body
        } else {
            f::Named::None
        });
        out.set(self.known(text, title));
    }

    fn known(&self, text: &str, title: &str) -> f::Known {
        if text.len() > 96 {
            return f::Known::Nothing;
        }
        if contents::is_name(title) {
            return f::Known::Contents;
        }
        match self.source.labels.find(title) {
            Some(Label::Decision) => f::Known::Decision,
            Some(Label::Proposal) => f::Known::Proposal,
            Some(Label::Motions) => f::Known::Motions,
            Some(Label::Vote) => f::Known::Vote,
            Some(Label::Reservation) => f::Known::Reservation,
            Some(Label::Attendance) => f::Known::Attendance,
            Some(Label::Dispatch) => f::Known::Dispatch,
            Some(Label::Papers) => f::Known::Papers,
            Some(Label::Other) => f::Known::Other,
            Some(Label::Field) => f::Known::Field,
            None if is_matter(title) => f::Known::Matter,
            None => f::Known::Nothing,
        }
    }

    fn first_word(&self, title: &str, out: &mut Features) {
        let word = &title[..walk::word_end(title, 0)];
        match set_of(word) {
            _ if walk::same_word(word, "att") => out.set(f::FirstWord::That),
            0 if self.source.lexicon.classes_of(word).has(Classes::BODY) => out.set(f::FirstWord::Body),
            0 if self.source.lexicon.names(word).has(Classes::GIVEN) => out.set(f::FirstWord::Name),
            set => out.set_nth::<f::FirstWord>(set),
        }
    }

    /// How it stands on the page.
    fn stands(&self, candidate: &Candidate, first: Line, last: Line, out: &mut Features) {
        let lines = self.lines;
        let row = first.row as usize;
        let above = row.checked_sub(1).map(|i| &self.layout.rows[i]);
        out.set(match above {
            None => f::Above::Start,
            Some(_) if candidate.first == 0 => f::Above::Start,
            Some(above) => match above.role {
                Role::Blank => f::Above::Blank,
                Role::Heading | Role::Marked(_) => f::Above::Heading,
                Role::Furniture => f::Above::Furniture,
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
        out.set(match above_end {
            None | Some(0) => f::AboveEnd::None,
            Some(b'.' | b'!' | b'?') => f::AboveEnd::Stop,
            Some(b':') => f::AboveEnd::Colon,
            Some(b',' | b';' | b'-') => f::AboveEnd::Comma,
            Some(c) if c.is_ascii_alphanumeric() || c >= 0x80 => f::AboveEnd::Letter,
            Some(_) => f::AboveEnd::Other,
        });
        out.set(match self.layout.rows.get(last.row as usize + 1).map(|row| row.role) {
            None => f::Below::End,
            Some(Role::Blank) => f::Below::Blank,
            Some(Role::Item) => f::Below::Item,
            Some(Role::Row) => f::Below::Row,
            Some(Role::Furniture) => f::Below::Furniture,
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
        out.set(lines.habit);
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
    fn neighbours(&self, candidate: &Candidate, out: &mut Features) {
        let lines = self.lines;
        let next = candidate.last + 1;
        out.set(if next < lines.all.len() { self.next(next) } else { f::Next::None });
        out.set(candidate.first.checked_sub(1).map_or(f::Last::None, |at| self.last(at)));
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
        known.0.unwrap_or_else(|| {
            let line = &self.lines.all[at];
            let text = self.text(line.span);
            let next = match self.role(at) {
                Role::Row => f::Next::Row,
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
            self.beside[at].set((Some(next), known.1));
            next
        })
    }

    /// What the line `at` is to the one below it.
    fn last(&self, at: usize) -> f::Last {
        let known = self.beside[at].get();
        known.1.unwrap_or_else(|| {
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
            self.beside[at].set((known.0, Some(last)));
            last
        })
    }

    /// What the whole document says of it.
    fn whole(&self, candidate: &Candidate, text: &str, title: &str, out: &mut Features) {
        let lines = self.lines;
        let first = lines.all[candidate.first];
        out.set_within::<f::Repeated, _>(first.repeated, &[1, 2, 5]);
        let at = candidate.first;
        if at + 6 >= lines.all.len() && at >= 8 {
            out.set(f::Place::Last);
        } else {
            out.set_within::<f::Place, _>(at, &[0, 1, 2, 4, 8, 16]);
        }
        out.set(match (lines.first_run, lines.last_run) {
            (Some(first), _) if at < first as usize => f::Part::Before,
            (_, Some(last)) if at > last as usize => f::Part::After,
            (Some(_), Some(_)) => f::Part::Within,
            _ => f::Part::None,
        });
        out.set(self.document);
        let known = |title: &str| title.len() < 200 && self.listed.binary_search(&key_of(title)).is_ok();
        if !self.listed.is_empty() && (known(title) || known(text)) {
            out.set(f::Listed::Title);
        }
    }
}

/// A number for the letters of a title, whatever their case.
pub(in super::super) fn key_of(title: &str) -> u64 {
    let letters = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Whether a sentence ends inside the text.
fn stops_inside(text: &str) -> bool {
    memchr::memchr_iter(b'.', text.as_bytes()).any(|at| {
        let long = at - walk::word_start(text, at) >= 4;
        long && text
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase))
    })
}
