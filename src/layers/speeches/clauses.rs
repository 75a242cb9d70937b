//! Where a sentence begins and ends that a heading, a label or a run-on line hides.

use super::context::Context;
use super::subject::Subject;
use super::subject_gap::{ADVERB, GOVERNOR, OPENER, ORDER, PREPOSITION, PRONOUN, SMALL, is, is_role};
use super::verb::Verb;
use crate::document::{Heading, Span};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::FOLJANDE;
use crate::lexicon::sets::speeches::{
    BINDS, COUNTED, DEFINITE_NOUNS, MOVES, OFFICE_GENITIVE, PAST_ENDS, SUBCLAUSE,
};
use crate::lexicon::sets::structure::ATTEND;
use crate::scan::Source;
use crate::text::walk;

/// So much before the words of a sentence is looked through for what they run on from, in bytes.
const LEAD: usize = 1500;
/// A line may be shorter than others by so much because of its letters, in bytes; sentences have no more lines.
const ROOM: usize = 12;
const MOST_LINES: usize = 60;

/// What stands behind a heading on its line, where only the number is the heading: *§ 2 Mötet öppnades av Anna Holm.*
pub(super) fn behind_number(c: &Context, heading: &Heading) -> Option<Span> {
    let text = c.source.text;
    let end = heading.span.end as usize;
    let line = c.source.lines.get(c.source.lines.index(end.saturating_sub(1)))?;
    let start = walk::skip_space(text, end);
    let loose = start < line.end as usize && c.structure.sentences.at(start).is_none();
    let end = walk::skip_space_back(text, line.end as usize);
    (loose && start < end).then(|| Span::new(start, end))
}

/// The sentence of a heading's title in which `from..to` stands.
pub(super) fn title_sentence(text: &str, heading: &Heading, from: usize, to: usize) -> Option<Span> {
    let span = heading.span;
    let before = text.get(span.start as usize..from)?;
    let parted = before.rfind(". ").map(|at| at + 2).or_else(|| before.rfind('\n').map(|at| at + 1));
    let start = match parted {
        Some(at) => at,
        None => {
            // Past the number.
            let plain = |c: char| {
                c.is_ascii_digit() || c.is_whitespace() || matches!(c, '§' | '.' | ')' | '•' | '*' | '#')
            };
            before.len() - before.trim_start_matches(plain).len()
        }
    };
    let start = walk::skip_space(text, span.start as usize + start);
    let behind = text.get(to..span.end as usize)?;
    let end = behind.find(". ").map_or(span.end as usize, |at| to + at + 1);
    (start < end && start <= from).then(|| Span::new(start, end))
}

/// The sentence without what stands before and behind it unpunctuated: a label on its line (*Fråga 2 ⏎ Anna Holm
/// frågar*), or headings, where a page's lines were run together (*§ 9 Ekonomi Anna Holm redovisar läget § 10 Val*).
pub(super) fn own_clause(c: &Context, sentence: Span, subject: &Subject, verb: Verb) -> Span {
    let text = c.source.text;
    let mut start = sentence.start as usize;
    let before_verb = subject.start < verb.cue.start as usize;
    let own = role_start(c, sentence, subject.start);
    // In a long run of text the last words tell as well.
    let near = start.max(own.saturating_sub(LEAD));
    let near = (near..=own).find(|&at| text.is_char_boundary(at)).unwrap_or(own);
    let lead = text.get(near..own).unwrap_or("");
    // *a) Anna informerar om läget b) Per informerar om vägen*
    let point = lead.split_whitespace().next_back().is_some_and(is_lettered) && lead.trim().len() > 2
        || lead
            .trim_end()
            .strip_suffix(['-', '–', '•'])
            .is_some_and(|lead| lead.ends_with([' ', '\n']) && lead.trim_end().ends_with(':'));
    if before_verb && (point || ends_apart(c, lead, own)) {
        start = own;
    }
    let end = run_on(c.source, verb.cue.end(), sentence.end as usize).unwrap_or(sentence.end as usize);
    let end = if MOVES.has(verb.lemma) { end } else { before_list(text, verb.cue.end(), end) };
    let (from, to) = own_lines(c, Span::new(start, end), own.min(verb.cue.start as usize), verb.cue.end());
    Span::new(from, to)
}

/// *Anna Holm informerar om följande:⏎Badet är klart*: the colon before what is told of in lines or points of their own.
fn before_list(text: &str, from: usize, end: usize) -> usize {
    let rest = text.get(from..end).unwrap_or("");
    let opens = |at: usize| {
        let (lead, rest) = (&rest[..at], &rest[at + 1..]);
        let below = rest.trim_start_matches([' ', '\r']);
        let follows = lead.rsplit(' ').take(2).any(|word| FOLJANDE.contains(&word));
        below.starts_with('\n')
            || below.starts_with(['•', '–', '-']) && below.len() < rest.len()
            || follows && walk::is_capitalised(below)
    };
    memchr::memchr_iter(b':', rest.as_bytes()).take(4).find(|&at| opens(at)).map_or(end, |at| from + at + 1)
}

/// The lines of `span` around `from..to` without those above and below that were broken off on purpose: *Beslut
/// den 3 maj⏎Anna Holm berättade om bygget⏎Mötet avslutades*.
fn own_lines(c: &Context, span: Span, from: usize, to: usize) -> (usize, usize) {
    let (start, end) = (span.start as usize, span.end as usize);
    let lines = &c.source.lines;
    let (first, last) = (lines.index(start), lines.index(end.saturating_sub(1)));
    if first == last || last - first > MOST_LINES {
        return (start, end);
    }
    let width = (first..=last).filter_map(|i| lines.get(i)).map(|line| line.len()).max().unwrap_or(0);
    let (above, below) = (lines.index(from.max(start)), lines.index(to.saturating_sub(1)));
    let start_of = |i: usize| lines.get(i).map(|line| line.start as usize);
    let opens = (first + 1..=above).rev().find(|&i| is_broken_off(c.source, i, width)).and_then(start_of);
    let closes = (below + 1..=last).find(|&i| is_broken_off(c.source, i, width)).and_then(start_of);
    let text = c.source.text;
    (
        opens.map_or(start, |at| walk::skip_space(text, at)),
        closes.map_or(end, |at| walk::skip_space_back(text, at)),
    )
}

/// Whether line `i` begins with a capital whose word had room on the line above, which nothing asks to go on.
fn is_broken_off(source: &Source, i: usize, width: usize) -> bool {
    let text = source.text;
    let (Some(above), Some(line)) = (source.lines.get(i - 1), source.lines.get(i)) else { return false };
    let (above, line) = (above.text(text).trim(), line.text(text).trim_start());
    let word = line.split(' ').next().unwrap_or("");
    let last = above.split(' ').next_back().unwrap_or("");
    let open = SMALL.or(PREPOSITION).or(GOVERNOR).or(OPENER).or(PRONOUN).or(ORDER);
    walk::is_capitalised(line)
        && above.len() + 1 + word.len() + ROOM < width
        && above.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && !(is(last, open) || is_role(source, last) || SUBCLAUSE.has(last) || BINDS.has(last))
}

/// Where the roles begin that stand before the name at `at`.
fn role_start(c: &Context, sentence: Span, at: usize) -> usize {
    let text = c.source.text;
    let mut start = at;
    for _ in 0..5 {
        let Some((from, to)) = walk::previous_word(text, start) else { break };
        let word = text.get(from..to).unwrap_or("");
        let plain = text.get(to..start).is_some_and(|gap| gap.trim().is_empty());
        let belongs = is_role(c.source, word) || is(word, ORDER) || word.ends_with(OFFICE_GENITIVE);
        if from < sentence.start as usize || !plain || !belongs {
            break;
        }
        start = from;
    }
    start
}

/// Whether `lead` is no part of the sentence whose subject begins at `own`.
fn ends_apart(c: &Context, lead: &str, own: usize) -> bool {
    let text = c.source.text;
    let written = lead.trim();
    if written.is_empty() || written.ends_with([',', '-', ':', ';', '–', '—', '/']) {
        return false;
    }
    let on_own_line = c.source.lines.get(c.source.lines.index(own)).is_some_and(|l| l.start as usize == own);
    let capital = walk::char_at(text, own).is_some_and(char::is_uppercase);
    if on_own_line && written.len() < 30 && !written.contains('\n') && written.starts_with(char::is_uppercase)
    {
        return true;
    }
    let last = written.split_whitespace().next_back().unwrap_or("");
    let parts = SMALL.or(PREPOSITION).or(GOVERNOR).or(OPENER).or(PRONOUN).or(ORDER);
    let bound = is(last, parts) || SUBCLAUSE.has(last) || BINDS.has(last);
    let headed =
        written.contains('§') || written.bytes().any(|b| b.is_ascii_digit()) || lists_people(written);
    capital
        && headed
        && !bound
        && written.len() > 12
        && last.ends_with(|c: char| c.is_alphanumeric() || c == ')')
}

/// *Närvarande: Anna Holm, Per Lind*: a list of who came runs into the sentence.
fn lists_people(lead: &str) -> bool {
    lead.split(' ').any(|word| word.strip_suffix(':').is_some_and(|label| ATTEND.has(label)))
}

/// *b)*
fn is_lettered(word: &str) -> bool {
    matches!(word.as_bytes(), [b'a'..=b'z', b')'])
}

/// Where another sentence begins inside a line without any mark before it: at *§*, at a number before a capital, at
/// a small word with a capital (*… öppnade mötet Till sekreterare valdes …*).
fn run_on(source: &Source, from: usize, end: usize) -> Option<usize> {
    let text = source.text;
    let line = walk::head(text.get(from..end)?, 1200);
    let line = &line[..memchr::memchr(b'\n', line.as_bytes()).unwrap_or(line.len())];
    let mut before = "";
    let mut words = line.split(' ').peekable();
    let mut at = from;
    while let Some(word) = words.next() {
        let open = before.ends_with(char::is_lowercase);
        let next = words.peek().copied().unwrap_or("");
        let small = || {
            let plain = word.trim_end_matches(',');
            plain.len() > 1
                && walk::is_capitalised(plain)
                && !walk::is_all_caps(plain)
                && is(plain, OPENER.or(ADVERB).or(PRONOUN).or(PREPOSITION))
        };
        let number = || {
            let digits = word.trim_end_matches(['.', ')']);
            let counts = digits.len() < 3 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            counts
                && walk::is_capitalised(next)
                && !COUNTED.has(before)
                && !is(before, PREPOSITION.or(GOVERNOR).or(PRONOUN))
        };
        // (A page's mark, where its lines were run together.)
        let lettered = || is_lettered(word) && walk::is_capitalised(next);
        // *… till ordförande Mötet beslutade*
        let settles = || {
            walk::is_capitalised(word)
                && source.lexicon.classes_of(word).has(Classes::BODY)
                && source.lexicon.classes_of(next).has(Classes::SETTLES)
        };
        // *… öppnat kl Sammanträdet hålls i Ekby*: a noun in the definite form, and what it does.
        let goes_on = || {
            walk::is_capitalised(word)
                && word.len() > 6
                && DEFINITE_NOUNS.iter().any(|end| word.ends_with(end))
                && next.len() > 3
                && before.starts_with(char::is_lowercase)
                && next.starts_with(char::is_lowercase)
                && !is(next, SMALL.or(PREPOSITION).or(OPENER))
                && (PAST_ENDS.iter().any(|end| next.ends_with(end)) || next.ends_with('s'))
                && !is(before, PREPOSITION.or(GOVERNOR).or(OPENER).or(PRONOUN).or(ORDER))
                && !is_role(source, before)
        };
        // Two blanks where a line ended.
        let wide = || word.is_empty() && walk::is_capitalised(next) && !is(before, PREPOSITION.or(SMALL));
        let marked = word.starts_with('§')
            || word.starts_with("<!--")
            || lettered()
            || open && (settles() || wide() || goes_on());
        if at > from + 1 && (marked || open && (small() || number())) {
            return Some(walk::skip_space_back(text, at));
        }
        at += word.len() + 1;
        before = word;
    }
    None
}
