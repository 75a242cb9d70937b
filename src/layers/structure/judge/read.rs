//! Reads the features of a candidate off its lines and their neighbours.

use super::super::headings::Found;
use super::super::layout::{Layout, Role};
use super::super::line_tests::is_name_line;
use super::super::numbering::{Number, Sort};
use super::super::{parts, rules, title};
use super::aside::is_aside;
use super::ends::Told;
use super::extents::Candidate;
use super::features::{self as f, Features};
use super::page::{Line, Lines, is_year};
use super::standing::Beside;
use super::wording::{is_past, is_place_and_day};
use crate::document::{Rule, Span};
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::function_words::FOLJANDE_WORD;
use crate::lexicon::sets::structure::{ADJUSTERS, ATTEND, DECIDES, DOCUMENTS, HEADS, PRONOUNS, SIGNS, VERBS};
use crate::lexicon::sets::titles::OPEN;
use crate::scan::Source;
use crate::text::walk;
use std::cell::Cell;
use std::cmp::Ordering;

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
    pub beside: Vec<Cell<Beside>>,
    /// The last line at or above each that a rule's heading holds, by its number plus one.
    pub above: Vec<u32>,
}

/// A line that ends as a sentence and is longer than this, in bytes, is one.
pub(super) const SENTENCE: usize = 70;
/// So many lines stand at the top of a text.
const TOP: usize = 8;
/// A list of points has no more lines.
const POINTS: usize = 200;
/// Among so many words the verb stands of a sentence that a colon ends.
const TOLD: usize = 12;

impl Reader<'_, '_> {
    pub fn text(&self, span: Span) -> &str {
        span.of(self.source.text)
    }

    pub fn role(&self, at: usize) -> Role {
        self.layout.rows[self.lines.all[at].row as usize].role
    }

    /// Whether lines without number, that no rule tells of, are part of running text: a long sentence, or
    /// lines whose sentence goes on below them or comes from above.
    pub fn is_running_text(&self, candidate: &Candidate) -> bool {
        let lines = self.lines;
        let (first, last) = (lines.all[candidate.first], lines.all[candidate.last]);
        let marked = matches!(self.role(candidate.first), Role::Marked(_))
            || candidate.rule.is_some_and(|index| self.found[index].marked.is_some());
        if !marked && (is_aside(self.text(candidate.span)) || self.is_form(candidate)) {
            return true;
        }
        if self.is_hour(candidate.first)
            || self.is_signature(candidate)
            || self.is_reference(candidate.first)
            || self.is_put(candidate)
            || self.introduces(candidate)
            || candidate.rule.is_none() && self.is_point(candidate.first)
        {
            return true;
        }
        let counts = first.number.is_some_and(|n| self.counts(first.span, n));
        if counts && !marked && !self.is_closed_title(candidate) {
            return true;
        }
        let numbered = first.number.is_some() && !counts || last.number.is_some();
        if candidate.rule.is_some() || numbered {
            return false;
        }
        let text = self.text(candidate.span);
        let small = |at: usize| {
            let below = lines.all.get(at).filter(|_| lines.real_gap(at) == 0);
            below.is_some_and(|line| self.text(line.span).starts_with(char::is_lowercase))
        };
        let row = first.row as usize;
        let listed = |row: usize| self.layout.rows.get(row).is_some_and(|row| row.role == Role::Item);
        let record = self.document == f::Document::Record;
        text.ends_with('.') && text.len() * 10 > lines.width * 3
            || text.len() > SENTENCE && text.ends_with([',', ';'])
            || record && text.ends_with(':')
            || is_parted(text) && lines.all.get(candidate.last + 1).is_some_and(|below| below.gap == 0)
            || tells_hour(text) && !names_document(text)
            || listed(row) && listed(row + 1)
            || small(candidate.last + 1) && self.source.labels.find(text).is_none()
            || candidate.first > 0 && small(candidate.first)
            || candidate.first < TOP && self.is_letterhead(candidate)
    }

    /// *Kammarrättens bedömning.*, *Protokoll fört vid årsmötet 2012.*: a title closed by a full stop, alone on its line, without a verb.
    fn is_closed_title(&self, candidate: &Candidate) -> bool {
        let text = self.text(candidate.span);
        let words = || walk::parts(text, |byte| matches!(byte, b' ' | b'\n')).map(walk::bare);
        let alone = |at: usize| self.lines.real_gap(at) > 0;
        let stands = || {
            (alone(candidate.first) || candidate.first == 0)
                && (alone(candidate.last + 1) || self.lines.width * 7 > text.len() * 10)
        };
        text.len() < 2 * SENTENCE
            && (stands() || names_document(text))
            && !walk::has(text, ". ")
            && !words().any(|word| VERBS.has(word) || is_past(word) || PRONOUNS.has(word))
    }

    /// Whether a line is a point of the list that begins right below *Beslut*: *1. Ansökan beviljas.⏎2. Avgiften höjs.*
    fn is_point(&self, at: usize) -> bool {
        let lines = &self.lines.all;
        let simple = |number: &Number| number.sort == Sort::Decimal && number.depth == 1 && number.closed;
        let Some(number) = lines[at].number.filter(simple) else { return false };
        let above = at.checked_sub(1).and_then(|last| self.above[last].checked_sub(1));
        let Some(label) = above.map(|label| label as usize).filter(|&label| {
            let found = (self.held[label] as usize).checked_sub(1).and_then(|index| self.found.get(index));
            found.is_some_and(|found| found.label == Some(Label::Decision))
        }) else {
            return false;
        };
        // A line may lead from the label to the list.
        let first = (label + 1..at + 1).take(2).find(|&row| lines[row].number.is_some_and(|n| n.value == 1));
        let goes_on = |value: u32, line: &Line| match line.number.filter(simple) {
            Some(next) if next.value == value + 1 => next.value,
            _ => value,
        };
        first.is_some_and(|first| {
            at - first < POINTS && lines[first..at].iter().fold(0, goes_on) + 1 == number.value
        })
    }

    /// *14.20 Kaffe*, *9.30 Registrering*: a time of a programme, whose minutes go on from no number above.
    fn is_hour(&self, at: usize) -> bool {
        let line = self.lines.all[at];
        let text = self.text(line.span).as_bytes();
        let Some(number) = line.number.filter(|n| n.sort == Sort::Decimal && n.depth == 2) else {
            return false;
        };
        let hour = text.iter().take_while(|b| b.is_ascii_digit()).count();
        let minutes = text.get(hour + 1..).map_or(0, |b| b.iter().take_while(|b| b.is_ascii_digit()).count());
        let round = minutes == 2 && number.value < 60 && number.value % 5 == 0;
        round && (1..=2).contains(&hour) && line.run <= 1 && !number.closed
    }

    /// *22 medlemmar hade kommit till mötet*: the number says how many.
    fn counts(&self, line: Span, number: Number) -> bool {
        let rest = self.text(line).get(number.width..).unwrap_or("");
        number.sort == Sort::Decimal
            && number.depth == 1
            && !number.closed
            && rest
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')
                .starts_with(char::is_lowercase)
            && rest.ends_with('.')
    }

    /// What minutes and letters have on lines of their own beside their headings: *Justerare*, *Till kommunstyrelsen*, *Umeå den 3 maj
    /// 2019*, *Närvarande Karin Lundin, Olof Ström*, *Styrelsen beslutade*, the number of a page.
    fn is_form(&self, candidate: &Candidate) -> bool {
        let line = self.lines.all[candidate.first];
        let text = self.text(candidate.span);
        if text.len() > 2 * SENTENCE || candidate.first < candidate.last {
            return false;
        }
        if let Some(number) = line.number {
            let bare = number.sort == Sort::Decimal && number.depth == 1 && text.len() <= number.width;
            let sign = |index: usize| {
                self.found[index].number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)
            };
            return bare && !candidate.rule.is_some_and(sign) && !(self.lines.years && is_year(text));
        }
        let word = &text[..walk::word_end(text, 0)];
        let names = || self.source.cues.within(candidate.span).iter().any(|cue| cue.has(Classes::GIVEN));
        ADJUSTERS.has(word) && !text.trim_end_matches([':', '.', ' ', '_']).contains(' ')
            || walk::same_word(word, "till") && addresses(&text[word.len()..])
            || is_place_and_day(text)
            || self.attends(text, word) && names()
            || self.decides(text)
    }

    /// *Närvarande Karin Lundin*, *Övriga deltagare Olof Ström*: who attended stands behind the word for it.
    fn attends(&self, text: &str, word: &str) -> bool {
        let rest = text[word.len()..].trim_start();
        let word = if walk::same_word(word, "övriga") { &rest[..walk::word_end(rest, 0)] } else { word };
        ATTEND.has(word) && !walk::starts_with_word(rest, "för ")
    }

    /// *Styrelsen beslutade*, *Nämnden föreskriver följande:*: who settles what stands below, with or without a colon.
    fn decides(&self, text: &str) -> bool {
        let text = text.trim_end_matches([':', ' ']);
        let text = text.strip_suffix(FOLJANDE_WORD).map_or(text, str::trim_end);
        let last = &text[walk::word_start(text, text.len())..];
        DECIDES.has(last) && (2..5).contains(&text.split(' ').count())
    }

    /// *Vid protokollet* above a name.
    fn is_signature(&self, candidate: &Candidate) -> bool {
        let text = self.text(candidate.span);
        let below = self.lines.all.get(candidate.last + 1);
        text.len() < SENTENCE
            && SIGNS.has(&text[..walk::word_end(text, 0)])
            && below.is_some_and(|below| is_name_line(self.source, below.span))
            && (parts::signs(text) || self.source.labels.find(text).is_none())
            && !matches!(self.role(candidate.first), Role::Marked(_))
    }

    /// *i enlighet med* / *§ 17 som lämnas oförändrad*: a reference at the start of a wrapped line.
    fn is_reference(&self, at: usize) -> bool {
        let line = self.lines.all[at];
        let text = self.text(line.span);
        let rest = line.number.filter(|n| n.sort == Sort::Paragraph).and_then(|n| text.get(n.width..));
        let above =
            at.checked_sub(1).filter(|_| line.gap == 0).map(|above| self.text(self.lines.all[above].span));
        rest.is_some_and(|rest| rest.starts_with(char::is_lowercase))
            && above.is_some_and(|above| !above.ends_with(['.', ':', '!', '?']))
    }

    /// *Mötet beslutade:*, *Anna Holm berättade om:*, *Resultatet väntas bli som nedan:*: a sentence that what stands below ends, whatever
    /// lines that stand alone have it for.
    fn introduces(&self, candidate: &Candidate) -> bool {
        let text = self.text(candidate.span);
        let alone = |index: usize| self.found[index].rule.is(&rules::ALONE);
        text.ends_with(':')
            && candidate.rule.is_none_or(alone)
            && self.lines.all[candidate.first].number.is_none()
            && (opens_list(text) || self.settles(text) || tells(text))
    }

    /// *Mötet beslutade:*: who settles what stands below, without a title's word.
    fn settles(&self, text: &str) -> bool {
        let Some(line) = text.strip_suffix(':') else { return false };
        let mut words = line.split_whitespace();
        let last = words.next_back().unwrap_or("");
        words.next().is_some() && self.source.lexicon.classes_of(last).has(Classes::SETTLES)
    }

    /// Whether a question stands below the line that says who puts it (*1981/82:120 av Anna Holm till statsrådet:*).
    fn is_put(&self, candidate: &Candidate) -> bool {
        let above = || self.lines.all.get(candidate.first.checked_sub(1)?);
        self.text(candidate.span).ends_with('?')
            && !matches!(self.role(candidate.first), Role::Marked(_) | Role::Markup)
            && above().is_some_and(|line| {
                let above = self.text(line.span);
                above.ends_with(':') && above.contains(" till ")
            })
    }

    /// *Kulturnämnden* above *Kulturnämnden är kommunens …*: a page about the body, whose first word the prose below has too.
    fn is_told_of(&self, candidate: &Candidate) -> bool {
        let below = self.lines.all.get(candidate.last + 1).filter(|below| below.span.len() > SENTENCE);
        let name = self.text(candidate.span);
        let first = &name[..walk::word_end(name, 0)];
        below.is_some_and(|below| {
            let text = self.text(below.span);
            text.starts_with(first) && text[first.len()..].starts_with(' ')
        })
    }

    /// Whether the name of a body stands alone on a line: letterhead.
    fn is_letterhead(&self, candidate: &Candidate) -> bool {
        let span = candidate.span;
        // *Kommunstyrelsen 2022-06-01*: with the day of the meeting.
        let text = self.text(span);
        let name = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ' '));
        let day = text[name.len()..].bytes().filter(u8::is_ascii_digit).count() >= 6;
        let name = if day { Span::new(span.start as usize, span.start as usize + name.len()) } else { span };
        span.len() < 80
            && candidate.first == candidate.last
            && title::is_letterhead(self.source, name)
            && !self.is_told_of(candidate)
    }

    pub fn features(&self, candidate: &Candidate) -> Features {
        let mut out = Features::default();
        let (first, last) = (self.lines.all[candidate.first], self.lines.all[candidate.last]);
        out.set(candidate.extent);
        out.set(match candidate.told {
            Told::Nothing => f::Ends::Untold,
            Told::Prose => f::Ends::Prose,
            Told::End(end, _) => match end.cmp(&candidate.span.end) {
                Ordering::Equal => f::Ends::There,
                Ordering::Greater => f::Ends::Before,
                Ordering::Less => f::Ends::Behind,
            },
        });
        out.set(self.by_rule(candidate));
        out.set(match self.text(candidate.span) {
            // Marked up inside of its line.
            text if candidate.extent == f::Extent::RunIn && text.ends_with(['`', '*', '_']) => {
                f::Written::Bold
            }
            _ => self.written(first),
        });
        self.number(candidate, &mut out);
        let text = self.text(candidate.span).trim_end_matches(['`', '*', '_']);
        let number = first.number.filter(|n| n.width <= text.len());
        let title = number.map_or(text, |n| text.get(n.width..).unwrap_or(""));
        let title = title.trim_start_matches([' ', '\t', '\u{a0}', '`', '*', '_']);
        let title = if matches!(candidate.extent, f::Extent::Before) { self.text(first.span) } else { title };
        self.reads(candidate.span, text, title, &mut out);
        self.words(title, &mut out);
        self.joins(candidate, &mut out);
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
            (&rules::HANDLED, f::ByRule::Matter),
            (&rules::BOLD, f::ByRule::Bold),
            (&rules::TITLE, f::ByRule::Title),
            (&rules::PARAGRAPH, f::ByRule::Paragraph),
            (&rules::NUMBERED, f::ByRule::Numbered),
            (&rules::LABEL, f::ByRule::Label),
            (&rules::MATTER_LINE, f::ByRule::MatterLine),
            (&rules::ALONE, f::ByRule::Alone),
            (&rules::CAPITALS, f::ByRule::Capitals),
        ];
        let by = BY.iter().find(|(rule, _)| found.rule.is(rule));
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
        let sign = self.text(line.span).as_bytes().first();
        out.set(match number.sort {
            Sort::Paragraph if sign.is_some_and(u8::is_ascii_digit) => f::Sign::Behind,
            Sort::Paragraph => f::Sign::Before,
            _ => f::Sign::None,
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
        let verb = words.by_ref().take(5).any(|word| VERBS.has(walk::bare(word)));
        out.set(if HEADS.has(walk::bare(first)) && !verb {
            f::Rest::Head
        } else if verb || VERBS.has(walk::bare(first)) {
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

/// *Protokoll fört vid årsmötet kl. 18*: a line that begins with the word for a document.
pub(super) fn names_document(text: &str) -> bool {
    DOCUMENTS.has(&text[..walk::word_end(text, 0)])
}

/// *Sammanträde den 3 maj 2024 kl. 9*: when something is, not what.
fn tells_hour(text: &str) -> bool {
    let hour =
        |at: usize| text[at + 3..].trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
    walk::places(text, " kl").any(hour)
}

/// *Anna Holm berättade om:*: a sentence that the points below end.
fn opens_list(text: &str) -> bool {
    let Some(line) = text.strip_suffix(':') else { return false };
    let mut words = line.split_whitespace();
    words.next_back().is_some_and(|last| OPEN.contains(&last)) && words.count() > 1
}

/// *Nästa år väntas det bli:*: a line with a finite verb behind its first word.
fn tells(text: &str) -> bool {
    let mut words = text.split_whitespace().map(walk::bare).skip(1).take(TOLD);
    text.len() < 2 * SENTENCE && words.any(|word| VERBS.has(word))
}

/// *Vägen byggs av kommun-*: the last word goes on below.
fn is_parted(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|text| text.ends_with(char::is_alphabetic))
}

/// *Till kommunstyrelsen*, *Till statsrådet och chefen för Utbildningsdepartementet*: whether the words behind *till* are whom
/// a letter goes to.
fn addresses(rest: &str) -> bool {
    !rest.ends_with(['.', '?', '!']) && !rest.split(' ').any(|word| VERBS.has(word) || is_past(word))
}

/// A number for the letters of a title, whatever their case.
pub(in super::super) fn key_of(title: &str) -> u64 {
    let letters = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01b3))
}
