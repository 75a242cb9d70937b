//! Where in a long line a heading may begin: at a number, a label, capitals, or behind a sentence.

use super::candidates::deals;
use super::features as f;
use crate::lexicon::labels::{Label, Labels};
use crate::lexicon::sets::structure::{POSTED, REFERS, set_of};
use crate::text::walk;

/// A place where a heading may begin.
#[derive(Clone, Copy)]
pub(super) struct Start {
    pub at: usize,
    pub why: f::Start,
    pub number: Option<Number>,
    /// The end of the label that stands here.
    pub label: Option<(usize, Label)>,
    /// Where its line ends.
    pub line: (usize, usize),
}

/// A number as flattened text has it.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub form: f::NumberForm,
    pub value: u32,
    /// Bytes up to the title.
    pub width: usize,
    pub run: Run,
}

/// The numbers that a number runs with: bytes to the one before and the one behind, and how many there are.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    pub before: Option<usize>,
    pub after: Option<usize>,
    /// The beginning whose number it goes on from.
    pub from: Option<usize>,
    pub len: u32,
    /// The last number of its form is the same, or two less.
    pub odd: bool,
}

/// Adds the beginnings in one line; where pages are lines (`paged`), not at the number of the page.
pub(super) fn beginnings(
    labels: &Labels,
    text: &str,
    (mut from, to): (usize, usize),
    paged: bool,
    starts: &mut Vec<Start>,
) {
    let whole = &text[..to];
    if paged {
        from += page_mark(&whole[from..]);
    }
    let line = (from, to);
    let mut at = line.0;
    // The end of the last label: no beginning lies inside of it.
    let mut done = 0;
    while at < line.1 {
        if at >= done
            && let Some(start) = beginning(labels, whole, line, at)
        {
            done = match start.label {
                Some((end, _)) => end,
                None if start.why == f::Start::Mark => start.at + 1,
                None => done,
            };
            starts.push(start);
        }
        let rest = &whole.as_bytes()[at..];
        let Some(blank) = memchr::memchr2(b' ', b'\t', rest) else { break };
        at += blank;
        at += whole.as_bytes()[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    }
}

/// The bytes of the number of a page that a line begins with, and of the blank behind it; the page may print its number once
/// more (*4 4 Förord*).
pub(super) fn page_mark(line: &str) -> usize {
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let page = digits > 0 && line[digits..].starts_with(' ') && !line[digits..].trim_start().starts_with('§');
    if !page {
        return 0;
    }
    let (number, rest) = line.split_at(digits + 1);
    let again = rest.strip_prefix(number).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if again { 2 * number.len() } else { number.len() }
}

fn beginning(labels: &Labels, whole: &str, line: (usize, usize), at: usize) -> Option<Start> {
    let rest = whole.get(at..)?;
    let first = rest.chars().next()?;
    // `## Rubrik`: the mark of a heading whose line was lost.
    if first == '#' {
        let title = rest.trim_start_matches('#');
        let depth = rest.len() - title.len();
        let begins =
            depth <= 6 && title.strip_prefix(' ').is_some_and(|t| t.starts_with(char::is_alphanumeric));
        let number = title.get(1..).and_then(number);
        return begins.then_some(Start {
            at: at + depth + 1,
            why: f::Start::Mark,
            number,
            label: None,
            line,
        });
    }
    let make = |why, number, label| Some(Start { at, why, number, label, line });
    let before = whole[line.0..at].trim_end();
    let refers = || {
        let last = last_word(before);
        last.ends_with([',', '§', '-', '–', '/']) || REFERS.has(last)
    };
    let lettered = || first.is_ascii_lowercase() && rest[1..].starts_with(") ");
    if (first.is_ascii_digit()
        || matches!(first, '§' | '&' | '$')
        || first.is_ascii_uppercase()
        || lettered())
        && let Some(number) = number(rest)
        && !refers()
    {
        return make(f::Start::Number, Some(number), None);
    }
    if !first.is_uppercase() {
        return None;
    }
    let word_end = walk::word_end(rest, 0);
    let word = &rest[..word_end];
    if let Some((end, label)) = label(labels, rest) {
        return make(f::Start::Label, None, Some((at + end, label)));
    }
    if at == line.0 {
        return make(f::Start::Line, None, None);
    }
    let last = last_word(before);
    if word.len() >= 4 && walk::is_all_caps(word) && !(last.len() > 2 && walk::is_all_caps(last)) {
        return make(f::Start::Capitals, None, None);
    }
    if at - line.0 - before.len() >= 2 {
        return make(f::Start::Wide, None, None);
    }
    if matches!(set_of(word), 4 | 5) {
        return make(f::Start::Head, None, None);
    }
    if last.ends_with(['.', '!', '?', ')', ':', ';']) {
        return make(f::Start::After, None, None);
    }
    // Anywhere else capitals are names.
    if last.ends_with(',') || word.len() < 4 || walk::is_capitalised(last) {
        return None;
    }
    make(f::Start::Inside, None, None)
}

/// What stands behind the last blank.
pub(super) fn last_word(text: &str) -> &str {
    let blank = memchr::memrchr2(b' ', b'\t', text.as_bytes());
    &text[blank.map_or(0, |at| at + 1)..]
}

/// The longest label of up to five words that a text begins with, before a capital, a mark or the end.
fn label(labels: &Labels, rest: &str) -> Option<(usize, Label)> {
    let mut ends = rest.match_indices(' ').map(|(end, _)| end).chain([rest.len()]).take(5);
    let mut found = None;
    for end in ends.by_ref().take_while(|end| *end < 90) {
        let under = rest[end..].trim_start();
        let opens = under.is_empty() || under.starts_with(|c: char| !c.is_lowercase()) || deals(under);
        let words = rest[..end].trim_end_matches([',', ';']);
        let label = || labels.find(words).or_else(|| is_posted(words).then_some(Label::Other));
        if opens && let Some(label) = label() {
            let end = words.len();
            found = Some((end, label));
        }
    }
    found
}

/// *ANSLAG/BEVIS*, *Bevis om justering*: what stands over the notice that minutes are put up. A word alone is one in capitals.
pub(super) fn is_posted(words: &str) -> bool {
    let line = words.trim_end_matches(':');
    matches!(line.as_bytes().first(), Some(b'A' | b'B' | b'T'))
        && POSTED.iter().any(|name| name.len() == line.len() && walk::same_word(line, name))
        && (line.contains([' ', '/']) || walk::is_all_caps(line))
}

/// The number that a heading begins with: `§ 5`, `5 §`, `5.`, `5`, `1.2`, `B.`, `a)`, `KS 136`, `Motion 2`.
fn number(rest: &str) -> Option<Number> {
    let bytes = rest.as_bytes();
    let digits = |at: usize| {
        let len = bytes.get(at..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
        let value = rest.get(at..at + len)?.parse::<u32>().ok()?;
        (len > 0 && len < 4).then_some((value, at + len))
    };
    let make = |form, value, end: usize| {
        let tail = &rest[end..];
        let title = tail.trim_start_matches(['.', ':', ')', ' ', '\u{a0}', '\t', '-', '–', '|']);
        Some(Number { form, value, width: end + tail.len() - title.len(), run: Run::default() })
    };
    let sign = ["§", "&", "$"].iter().find_map(|sign| rest.strip_prefix(sign));
    if let Some(after) = sign {
        // (A run of signs is looked through once, not from each of them.)
        let near = walk::head(after, 12);
        let blank = near.len() - near.trim_start_matches([' ', '\u{a0}', '§', '.']).len();
        let (value, end) = digits(rest.len() - after.len() + blank)?;
        return make(f::NumberForm::Sign, value, end);
    }
    if let Some((value, end)) = deep(rest) {
        let number = make(f::NumberForm::Deep, value, end)?;
        return rest.get(number.width..)?.starts_with(char::is_uppercase).then_some(number);
    }
    if let Some((value, end)) = digits(0) {
        let after = rest[end..].trim_start_matches([' ', '\u{a0}']);
        if after.starts_with('§') {
            let end = rest.len() - after.len() + '§'.len_utf8();
            return make(f::NumberForm::SignAfter, value, end);
        }
        let form = match bytes.get(end) {
            Some(b'.') if !bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => f::NumberForm::Stop,
            Some(b')') => f::NumberForm::Bracket,
            Some(b' ' | b'\t' | 0xC2) => f::NumberForm::Bare,
            _ => return None,
        };
        let number = make(form, value, end)?;
        let title = rest.get(number.width..)?;
        // A page's number before the matter's: *2 KS 31 Val av justerare*.
        let page = form == f::NumberForm::Bare && coded(title).is_some();
        return (title.starts_with(char::is_uppercase) && !page).then_some(number);
    }
    if matches!(bytes, [b'A'..=b'Z', b'.' | b')', b' ', ..] | [b'a'..=b'z', b')', b' ', ..]) {
        let number = make(f::NumberForm::Letter, u32::from(bytes[0].to_ascii_uppercase() - b'A') + 1, 2)?;
        return rest.get(number.width..)?.starts_with(char::is_uppercase).then_some(number);
    }
    if let Some((value, end)) = coded(rest) {
        return make(f::NumberForm::Code, value, end);
    }
    // `Motion 2`
    let word = walk::word_end(rest, 0);
    let (value, end) = digits(word + 1).filter(|_| bytes.get(word) == Some(&b' ') && word < 14)?;
    let closed = !rest[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ')'));
    closed.then(|| make(f::NumberForm::Named, value, end))?
}

/// The last figure of `1.2`, `3.10.1`, and the end.
fn deep(rest: &str) -> Option<(u32, usize)> {
    let figures = |at: usize| rest.as_bytes()[at..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let mut at = 0;
    for depth in 1..=5 {
        let len = figures(at);
        let value = rest.get(at..at + len).filter(|_| (1..3).contains(&len))?.parse().ok()?;
        at += len;
        let tail = &rest[at..];
        if !(tail.starts_with('.') && tail.as_bytes().get(1).is_some_and(u8::is_ascii_digit)) {
            let closed = tail.starts_with([' ', '\t', '\u{a0}']) || tail.starts_with(". ");
            return (depth > 1 && closed).then_some((value, at));
        }
        at += 1;
    }
    None
}

/// The number with a body's letters that a text begins with, and its end: `KS 136`, `KoF 18`, `Ksau 7`, `RPKL/3 3`.
fn coded(rest: &str) -> Option<(u32, usize)> {
    let bytes = rest.as_bytes();
    let word = walk::word_end(rest, 0);
    let slash = bytes.get(word) == Some(&b'/');
    if !(2..=if slash { 6 } else { 5 }).contains(&word)
        || !walk::is_capitalised(rest)
        || !matches!(bytes.get(word), Some(b' ' | b'/'))
        || slash && !walk::is_all_caps(&rest[..word])
    {
        return None;
    }
    let digits =
        |at: usize| bytes.get(at..).map_or(0, |b| b.iter().take_while(|b| b.is_ascii_digit()).count());
    let len = digits(word + 1);
    let mut end = word + 1 + len;
    let value = rest.get(word + 1..end).filter(|_| (1..4).contains(&len))?;
    // Some print the number twice.
    if slash && rest[end..].strip_prefix(' ').is_some_and(|again| again.starts_with(value)) {
        end += 1 + len;
    }
    let open = rest[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ')'));
    if open { None } else { Some((value.parse().ok()?, end)) }
}

/// Numbers that are kept open at once.
const OPEN: usize = 8;

/// Finds which numbers of one form go on from which.
pub(super) fn run_numbers(starts: &mut [Start]) {
    // Of each form the last places and their values.
    let mut open: [Vec<(usize, u32)>; 10] = Default::default();
    let mut from = vec![None; starts.len()];
    for index in 0..starts.len() {
        let Some(number) = starts[index].number else { continue };
        let same = &mut open[number.form as usize];
        let odd = same.last().is_some_and(|(_, last)| *last == number.value || last + 2 == number.value);
        if let Some(number) = &mut starts[index].number {
            number.run.odd = odd;
        }
        if let Some(place) = same.iter().rposition(|(_, value)| value + 1 == number.value) {
            let last = same[place].0;
            let gap = starts[index].at - starts[last].at;
            if let Some(number) = &mut starts[index].number {
                number.run.before = Some(gap);
                number.run.from = Some(last);
            }
            if let Some(number) = &mut starts[last].number {
                number.run.after.get_or_insert(gap);
            }
            from[index] = Some(last);
            same.truncate(place);
        } else if same.len() >= OPEN {
            same.remove(0);
        }
        same.push((index, number.value));
    }
    let len_of = |starts: &[Start], at: usize| starts[at].number.map_or(0, |n| n.run.len);
    for index in 0..starts.len() {
        let len = from[index].map_or(0, |last| len_of(starts, last)) + 1;
        if let Some(number) = &mut starts[index].number {
            number.run.len = len;
        }
    }
    for index in (0..starts.len()).rev() {
        let len = len_of(starts, index);
        if let Some(number) = from[index].and_then(|last| starts[last].number.as_mut()) {
            number.run.len = number.run.len.max(len);
        }
    }
}
