//! Where a heading that begins at a line ends, by its wording alone: behind the title that a sentence follows on the same
//! line, behind the bare number of a paragraph of prose, or on a line below, where the title goes on.

use super::super::numbering::{Number, Sort};
use super::extents::{colon, is_bare, run_in};
use super::page::Lines;
use super::wording::is_past;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::structure::{DOCUMENTS, HEADS, PAST_ENDS, PRONOUNS, SMALL, VERBS};
use crate::scan::Source;
use crate::text::walk;

/// A title has no more words, and takes no more lines.
const WORDS: usize = 16;
const LINES: usize = 5;
/// A line of a title is no longer, in bytes.
const LONG: usize = 120;

/// What the wording tells of a heading that may begin at a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    /// The line is part of a sentence.
    Prose,
    /// The heading ends there, on that line.
    End(u32, u32),
}

/// The end of the heading that may begin at the line `at`, if the wording tells.
pub(super) fn of(source: &Source, lines: &Lines, at: usize) -> Told {
    let line = lines.all[at];
    let text = line.span.of(source.text);
    let told = |end: Option<(u32, usize)>| end.map_or(Told::Prose, |(end, last)| Told::End(end, last as u32));
    let Some(number) = line.number.filter(|n| n.width <= text.len()) else {
        return match goes_on(source, lines, at, at) {
            Some(last) if last == at => Told::Nothing,
            last => told(last.map(|last| (lines.all[last].span.end, last))),
        };
    };
    if is_bare(text, number) {
        let title = || colon_below(source, lines, at).or_else(|| below(source, lines, at));
        return told(Some(title().unwrap_or((line.span.end, at))));
    }
    if let Some((end, last)) = run_in(source, lines, at, number) {
        let from = line.span.start as usize + number.width;
        let title = source.text.get(from..end as usize).unwrap_or("");
        if reads_as_title(title) {
            return Told::End(end, last as u32);
        }
    }
    let title = &text[number.width..];
    let last = goes_on(source, lines, at, at);
    let wrapped = lines.all.get(at + 1).filter(|below| lines.real_gap(at + 1) == 0 && below.number.is_none());
    let wrapped = wrapped.map(|below| below.span.of(source.text));
    let alone = wrapped.is_none_or(|below| !below.starts_with(char::is_uppercase));
    let sentence = last.is_none()
        || !reads_as_title(title) && (!title.ends_with('.') || alone)
        || title.ends_with('.') && alone && ends_with_passive(title)
        || opens_with_verb(title);
    if !sentence {
        return told(last.map(|last| (lines.all[last].span.end, last)));
    }
    if number.sort != Sort::Paragraph {
        return Told::Prose;
    }
    let mark = text.as_bytes().get(number.written) == Some(&b'.');
    Told::End(line.span.start + number.written as u32 + u32::from(mark), at as u32)
}

/// *Valdes Karin Lundin till ordförande*, *Föredrog kassören räkenskaperna*: a sentence of minutes has its verb first.
fn opens_with_verb(text: &str) -> bool {
    let word = &text[..walk::word_end(text, 0)];
    word.len() < text.len()
        && !text.ends_with('?')
        && (VERBS.has(word) || word.len() > 5 && PAST_ENDS.iter().any(|end| word.ends_with(end)))
}

/// *Dagordningen godkännes.*, *Stämman avslutas.*: the last word is a verb.
fn ends_with_passive(text: &str) -> bool {
    let word = text.trim_end_matches('.').rsplit(' ').next().unwrap_or("");
    word.len() > 5 && (word.ends_with("es") || word.ends_with("as")) && text.contains(' ')
}

/// *3.* above *Val av justerare: Karin Lundin valdes*: the title below a bare number ends at its colon.
fn colon_below(source: &Source, lines: &Lines, at: usize) -> Option<(u32, usize)> {
    let next = lines.all.get(at + 1).filter(|next| next.number.is_none() && lines.real_gap(at + 1) <= 1)?;
    let end = colon(next.span.of(source.text)).filter(|_| lines.all[at].number.is_some_and(|n| n.closed))?;
    Some((next.span.start + end as u32, at + 1))
}

/// The title below a bare number, perhaps behind a blank.
fn below(source: &Source, lines: &Lines, at: usize) -> Option<(u32, usize)> {
    let next = lines.all.get(at + 1)?;
    let text = next.span.of(source.text);
    let part = lines.all[at].number.is_some_and(|n: Number| n.sort == Sort::Part);
    let label =
        source.labels.find(text).is_some_and(|label| lines.real_gap(at + 1) > 0 || label == Label::Decision);
    let gap = lines.real_gap(at + 1);
    let reads = gap <= 1
        && next.span.len() <= LONG
        && !label
        && text.starts_with(|c: char| c.is_uppercase() || part && c.is_ascii_digit())
        && next.number.is_none_or(|n| part && gap == 0 && n.sort == Sort::Decimal)
        && (reads_as_title(text) || part && !text.ends_with('.'));
    let last = goes_on(source, lines, at + 1, at).filter(|_| reads)?;
    Some((lines.all[last].span.end, last))
}

/// The last line of the title that goes on from the line `at`; nothing where it goes on as prose does.
fn goes_on(source: &Source, lines: &Lines, at: usize, first: usize) -> Option<usize> {
    let mut last = at;
    while last < first + LINES {
        let (line, Some(next)) = (lines.all[last], lines.all.get(last + 1)) else { break };
        if lines.real_gap(last + 1) > 0 {
            break;
        }
        let (text, below) = (line.span.of(source.text), next.span.of(source.text));
        // *Motion till årsmötet:* / *Fler cykelställ*
        let first_word = || &text[..walk::word_end(text, 0)];
        let announces = text.ends_with(':') && last == 0 && DOCUMENTS.has(first_word());
        if text.ends_with(['.', ':', '!', '?']) && !announces {
            break;
        }
        let word = &text[walk::word_start(text, text.len())..];
        let hyphen = text.ends_with('-');
        let open = announces || hyphen || text.ends_with([',', ';', '/', '&']) || SMALL.has(word);
        let small = below.starts_with(char::is_lowercase);
        let full = line.span.len() + 1 + walk::word_end(below, 0).max(1) >= lines.width.min(72) * 9 / 10;
        let capitals = || walk::is_all_caps(text) && walk::is_all_caps(below);
        let dash = below.starts_with(['–', '—', '-'])
            && lines.all.get(last + 2).is_some_and(|after| {
                after.span.of(source.text).starts_with(char::is_uppercase) && after.span.len() > LONG / 2
            });
        if !(open || small || full || dash || capitals()) {
            break;
        }
        let numbered =
            next.number.is_some_and(|n| n.closed || matches!(n.sort, Sort::Paragraph | Sort::Part));
        let label = !small && source.labels.find(below).is_some();
        if numbered || label || next.span.len() > LONG || !dash && !reads_as_title(below) {
            if open || small {
                return None;
            }
            break;
        }
        last += 1;
    }
    Some(last)
}

/// Whether a text has no verb and no one who does something, and is not too long. *Fråga om mötet är behörigt utlyst* may
/// have both.
fn reads_as_title(text: &str) -> bool {
    let mut words = 0;
    let mut opening = walk_words(text);
    let matter = opening.next().is_some_and(|w| HEADS.has(w)) && opening.next().is_some_and(|w| SMALL.has(w));
    let plain = walk_words(text).all(|word| {
        words += 1;
        words == 1 || matter || !(VERBS.has(word) || is_past(word) || PRONOUNS.has(word))
    });
    plain && words <= WORDS && !walk::has(text, ". ")
}

/// The first words of a text without their marks.
fn walk_words(text: &str) -> impl Iterator<Item = &str> {
    let words = walk::parts(text, |byte| matches!(byte, b' ' | b'\t' | b'\n')).take(WORDS + 1);
    words.map(walk::bare).filter(|word| !word.is_empty())
}
