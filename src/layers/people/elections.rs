//! What somebody is elected to: *Till revisorer valdes Anna Holm och Per Ek*, *Anna Holm valdes till ordförande*.

use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{ANDS_APART, FOR_WORD};
use crate::lexicon::sets::people::{
    BEFORE_INITIALS, CUTS_AFTER_FOR, CUTS_ELECTED, ELECTING, INSTEAD, NAMES_FIRST, ROLL_JOINTS, TAIL,
};
use crate::scan::Source;
use crate::text::walk;

/// How far before a name the verb and its role may stand, in bytes.
const REACH: usize = 240;
/// Words of a role in an election.
const LONGEST: usize = 70;

/// The role that the one named at `name` is elected to, or was just elected to.
pub(super) fn role(source: &Source, name: Span, end: usize) -> Option<Span> {
    after(source, end)
        .or_else(|| before(source, name.start as usize, end))
        .or_else(|| further(source, name.start as usize, end))
}

/// *… valde Anna Holm till kassör och Per Ek till revisor*: the second of two.
fn further(source: &Source, start: usize, end: usize) -> Option<Span> {
    let text = source.text;
    let rest = text.get(end..)?.strip_prefix(" till ")?;
    let head = text.get(..start)?;
    let joined = BEFORE_INITIALS.iter().chain(ANDS_APART).any(|joint| head.ends_with(joint));
    let mut from = start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = text.get(from..start)?;
    let sentence = near.rfind(". ").map_or(near, |at| &near[at..]);
    let elected = || sentence.split(|c: char| !c.is_alphabetic()).any(|word| NAMES_FIRST.has(word));
    (joined && elected()).then(|| cut(source, Span::new(text.len() - rest.len(), text.len())))?
}

/// *Anna Holm valdes till ordförande för mötet*.
fn after(source: &Source, end: usize) -> Option<Span> {
    let text = source.text;
    let mut stop = past_joined(text, end)?;
    // *valdes enhälligt till*, *valdes⏎som*
    for _ in 0..3 {
        let (from, to) = walk::next_word(text, stop)?;
        let gap = text.get(stop..from)?;
        let near = gap == " " || gap.len() < 60 && gap.trim().is_empty() && gap.matches('\n').count() == 1;
        let word = text.get(from..to).filter(|_| near)?;
        if matches!(word, "till" | "som") {
            return cut(source, Span::new(walk::skip_space(text, to), text.len()));
        }
        if !word.starts_with(char::is_lowercase) {
            return None;
        }
        stop = to;
    }
    None
}

/// The end of the verb of electing behind a name, and behind those joined to it: *Anna Holm och Per Ek valdes*.
fn past_joined(text: &str, end: usize) -> Option<usize> {
    let mut at = end;
    for _ in 0..16 {
        let rest = text.get(at..)?;
        let marks = rest.len() - rest.trim_start_matches([' ', ',', '\n']).len();
        let (from, to) = walk::next_word(text, at)?;
        let word = text.get(from..to).filter(|_| from == at + marks && (1..4).contains(&marks))?;
        if ELECTING.has(word) {
            return Some(to);
        }
        if !(walk::is_capitalised(word) || ROLL_JOINTS.has(word)) {
            return None;
        }
        at = to;
        while text.as_bytes().get(at) == Some(&b'-') {
            at = walk::word_end(text, at + 1);
        }
    }
    None
}

/// *Till revisorer för en tid av ett år valdes Anna Holm och Per Ek*: for each of the names behind the verb.
fn before(source: &Source, start: usize, end: usize) -> Option<Span> {
    let text = source.text;
    let mut at = start;
    for _ in 0..24 {
        let (from, to) = walk::previous_word(text, at).or_else(|| past_mark(text, at))?;
        let word = text.get(from..to)?;
        if start - from > REACH {
            return None;
        }
        if ELECTING.has(word) {
            return if NAMES_FIRST.has(word) { behind(source, end) } else { to_what(source, from) };
        }
        let named = walk::is_capitalised(word) || ROLL_JOINTS.has(word);
        if !named || text.get(to..at)?.contains("\n\n") {
            return None;
        }
        at = from;
    }
    None
}

/// *att utse Anna Holm (S) och Per Ek (M) till ledamöter*: behind the last of the names.
fn behind(source: &Source, end: usize) -> Option<Span> {
    let text = source.text;
    let mut at = end;
    for _ in 0..16 {
        let rest = text.get(at..)?;
        let marks = rest.len() - rest.trim_start_matches([' ', ',', '\n']).len();
        at += marks;
        if let Some(inner) = text.get(at..)?.strip_prefix('(') {
            at += 1 + walk::head(inner, 40).find(')')? + 1;
            continue;
        }
        let stop = walk::word_end(text, at);
        let word = text.get(at..stop).filter(|word| !word.is_empty() && marks > 0 && marks < 3)?;
        if matches!(word, "till" | "som") {
            return cut(source, Span::new(walk::skip_space(text, stop), text.len()));
        }
        if !(walk::is_capitalised(word) || ROLL_JOINTS.has(word)) {
            return None;
        }
        at = stop;
        while text.as_bytes().get(at) == Some(&b'-') {
            at = walk::word_end(text, at + 1);
        }
    }
    None
}

/// The word before a comma, a colon or a bracket at `at`.
fn past_mark(text: &str, at: usize) -> Option<(usize, usize)> {
    let end = walk::skip_space_back(text, at);
    let before = text.get(..end)?;
    if let Some(inner) = before.strip_suffix(')') {
        let open = inner.bytes().rev().take(40).position(|b| b == b'(')?;
        return walk::previous_word(text, inner.len() - open - 1);
    }
    let marks = before.trim_end_matches([',', ':', ' ']);
    if marks.len() == before.len() || before.len() - marks.len() > 3 {
        return None;
    }
    let from = walk::word_start(text, marks.len());
    (from < marks.len()).then_some((from, marks.len()))
}

/// What stands between *till* and the verb at `verb`.
fn to_what(source: &Source, verb: usize) -> Option<Span> {
    let text = source.text;
    let mut from = verb.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let near = text.get(from..verb)?;
    let sentence = [". ", ".\n", "\n\n", "\n \n", "\n§", "; "]
        .iter()
        .filter_map(|end| near.rfind(end))
        .max()
        .unwrap_or(0);
    let near = near.get(sentence..)?;
    let at = near.rfind("Till ").max(near.rfind("till "))?;
    cut(source, Span::new(verb - near.len() + at + "till ".len(), verb))
}

/// The words of a role from the start of `span` on, up to a mark, *på*, *för en tid*; they must hold a role.
pub(super) fn cut(source: &Source, span: Span) -> Option<Span> {
    let text = source.text;
    let whole = span.of(text);
    let words = walk::head(whole, LONGEST);
    // No word is cut.
    let broken = whole.get(words.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let words = if broken { words.get(..walk::word_start(words, words.len()))? } else { words };
    let words = words.get(..closes(words))?;
    let words = words.get(..role_end(words))?.trim_end();
    let words = without_tail(words);
    let role = words.split_whitespace().any(|word| source.lexicon.classes_of(word).has(Classes::ROLE));
    let start = span.start as usize;
    (role && !words.is_empty()).then(|| Span::new(start, start + words.len()))
}

/// Where a mark or a line ends the words; not where the line was broken: *ersättare i⏎nämnden*.
fn closes(words: &str) -> usize {
    let ends = words.char_indices().find(|&(at, c)| match c {
        ',' | '.' | ';' | '(' | ':' => true,
        '\n' => {
            let (before, after) = (&words[..at], &words[at + 1..]);
            let open = before.split_whitespace().next_back().is_some_and(|word| TAIL.has(word));
            !(after.starts_with(char::is_lowercase) || open && after.starts_with(char::is_alphabetic))
        }
        _ => false,
    });
    ends.map_or(words.len(), |(at, _)| at)
}

/// *ersättare i* without what leads on to words that are not there.
fn without_tail(words: &str) -> &str {
    let mut words = words.trim_end();
    while let Some((before, last)) = words.rsplit_once(char::is_whitespace)
        && TAIL.has(last)
    {
        words = before.trim_end();
    }
    words
}

/// Where the words for a role end: before *på ett år, tillika, för en tid av*.
fn role_end(words: &str) -> usize {
    let mut at = 0;
    while let Some((from, to)) = walk::next_word(words, at) {
        let word = &words[from..to];
        let next = walk::next_word(words, to).map_or("", |(from, to)| &words[from..to]);
        let figure =
            words.get(to..).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let closes = walk::same_word(word, FOR_WORD) && (next.is_empty() && !figure);
        let time = walk::same_word(word, FOR_WORD) && (figure || CUTS_AFTER_FOR.has(next)) || closes;
        // *revisor och Per Ek till ersättare*
        let other = ROLL_JOINTS.has(word) && walk::is_capitalised(next);
        // *ersättare i nämnden i stället för Per Ek*
        let instead = words.get(from..).is_some_and(|rest| walk::phrase(rest, 0, INSTEAD).is_some());
        if from > 0 && (CUTS_ELECTED.has(word) || time || other || instead) {
            return from;
        }
        at = to;
    }
    words.len()
}
