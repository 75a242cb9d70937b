//! Where a sentence begins and ends that a heading, a label or a run-on line hides.

use super::context::Context;
use super::subject::Subject;
use super::subject_gap::{ADVERB, GOVERNOR, OPENER, ORDER, PREPOSITION, PRONOUN, SMALL, is, is_role};
use super::verb::Verb;
use crate::document::{Heading, Span};
use crate::lexicon::sets::speeches::{BINDS, COUNTED, OFFICE_GENITIVE, SUBCLAUSE};
use crate::text::walk;

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
    let near = start.max(own.saturating_sub(400));
    let near = (near..=own).find(|&at| text.is_char_boundary(at)).unwrap_or(own);
    let lead = text.get(near..own).unwrap_or("");
    if before_verb && ends_apart(c, lead, own) {
        start = own;
    }
    let end = run_on(text, verb.cue.end(), sentence.end as usize).unwrap_or(sentence.end as usize);
    Span::new(start, end)
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
    let headed = written.contains('§') || written.bytes().any(|b| b.is_ascii_digit());
    capital
        && headed
        && !bound
        && written.len() > 12
        && last.ends_with(|c: char| c.is_alphanumeric() || c == ')')
}

/// Where another sentence begins inside a line without any mark before it: at *§*, at a number before a capital, at
/// a small word with a capital (*… öppnade mötet Till sekreterare valdes …*).
fn run_on(text: &str, from: usize, end: usize) -> Option<usize> {
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
                && is(plain, OPENER.or(ADVERB).or(PRONOUN))
        };
        let number = || {
            let digits = word.trim_end_matches(['.', ')']);
            let counts = digits.len() < 3 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            counts && walk::is_capitalised(next) && !COUNTED.has(before)
        };
        // (A page's mark, where its lines were run together.)
        let marked = word.starts_with('§') || word.starts_with("<!--");
        if at > from + 1 && (marked || open && (small() || number())) {
            return Some(walk::skip_space_back(text, at));
        }
        at += word.len() + 1;
        before = word;
    }
    None
}
