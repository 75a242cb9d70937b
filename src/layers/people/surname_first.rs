//! Columns with the surname first, a line for each: *Holm, Anna*; *Ben Holm, Mirja L*; *Holm, Anna Berg, Per*, of whom the
//! second took the place of the first. The column tells how its lines are read, also where no list knows a name.

use super::candidate::Candidate;
use super::lists::LIST;
use super::word;
use crate::document::Span;
use crate::lexicon::sets::people::PARTICLES;
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;

/// So many names make a column.
const LEAST: usize = 5;
/// So many lines may stand between two of them: times, numbers and a page's head, with blanks between.
const APART: usize = 40;
/// A line with a name or two is no longer than this.
const LONG: usize = 100;
/// A surname has no more words, nor have given names.
const WORDS: usize = 4;

/// A name of a line.
struct Entry<'t> {
    span: Span,
    surname: &'t str,
    given: &'t str,
    /// The given name is known as one, and the surname is not.
    known: bool,
}

/// The names of all such columns, in order.
pub(super) fn all<'t>(source: &Source<'t>) -> Vec<Candidate<'t>> {
    let (mut out, mut column, mut last) = (Vec::new(), Vec::new(), 0);
    for (index, &line) in source.lines.iter().enumerate() {
        if line.len() > LONG || line.is_blank() {
            continue;
        }
        let before = column.len();
        if !entries(source, line, &mut column) {
            column.truncate(before);
            continue;
        }
        if before > 0 && index - last > APART {
            let next = column.split_off(before);
            close(&column, &mut out);
            column = next;
        }
        last = index;
    }
    close(&column, &mut out);
    out
}

/// Three of four names are known for what they are: then all are names.
fn close<'t>(column: &[Entry<'t>], out: &mut Vec<Candidate<'t>>) {
    let known = column.iter().filter(|entry| entry.known).count();
    if column.len() >= LEAST && 4 * known >= 3 * column.len() {
        out.extend(
            column.iter().map(|entry| {
                Candidate::named(entry.span, format!("{} {}", entry.given, entry.surname), &LIST)
            }),
        );
    }
}

/// Reads the names of a line that holds nothing else; `false` if it is none.
fn entries<'t>(source: &Source<'t>, line: Line, column: &mut Vec<Entry<'t>>) -> bool {
    let written = line.text(source.text);
    // *12 Holm, Anna*, behind a number.
    let lead = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
    let Some(rest) = written.get(lead..).filter(|rest| lead < 6 && rest.starts_with(char::is_uppercase))
    else {
        return false;
    };
    // Cells behind it, and brackets.
    let ends = ["  ", "\t", " ("].iter().filter_map(|mark| rest.find(mark)).min();
    let mut rest = rest.get(..ends.unwrap_or(rest.len())).unwrap_or_default();
    let mut at = line.start as usize + lead;
    loop {
        let Some((surname, after)) = rest.split_once(", ") else { return false };
        // Up to the next comma there stand the given name and the surname of the next.
        let own = after.split_once(", ").map_or(after, |(own, _)| own);
        let more = own.len() < after.len();
        let Some(given) = given(source, own, more) else { return false };
        if !is_surname(source, surname) {
            return false;
        }
        let end = at + surname.len() + 2 + given.len();
        let first = given.split(' ').next().unwrap_or_default();
        let alone =
            !surname.contains(' ') && word::is_given(source, surname) && !word::is_surname(source, surname);
        let known = word::is_given(source, first) && !alone;
        column.push(Entry { span: Span::new(at, end), surname, given, known });
        let Some(next) = after.get(given.len()..) else { return false };
        if !more {
            return is_letters(next);
        }
        let blank = next.len() - next.trim_start().len();
        at = end + blank;
        rest = next.trim_start();
    }
}

/// Capitalised words, with particles between.
fn is_surname(source: &Source, written: &str) -> bool {
    let words = written.split(' ');
    (1..=WORDS).contains(&words.clone().count())
        && words.clone().all(|word| PARTICLES.has(word) || is_name(source, word))
        && written.starts_with(char::is_uppercase)
}

/// The given names that a text begins with: all but the first are known as such. If a surname follows, something is left for it.
fn given<'t>(source: &Source, written: &'t str, surname_follows: bool) -> Option<&'t str> {
    let mut end = 0;
    for (count, word) in written.split(' ').enumerate() {
        let from = if count == 0 { 0 } else { end + 1 };
        let whole = from + word.len() == written.len();
        let goes_on =
            is_name(source, word) && (count == 0 || is_second(source, word) && !(surname_follows && whole));
        if !goes_on {
            break;
        }
        if count == WORDS {
            return None;
        }
        end = from + word.len();
    }
    written.get(..end).filter(|given| !given.is_empty())
}

/// A second given name; *Ben* before a surname is none.
fn is_second(source: &Source, written: &str) -> bool {
    word::is_given(source, written) && !PARTICLES.has(&written.to_lowercase())
}

/// Nothing, or the letters of a party, as a cell that was run together with the name's.
fn is_letters(written: &str) -> bool {
    let letters = written.trim_start();
    letters.len() <= 3 && letters.chars().all(char::is_uppercase)
}

/// A capitalised word of letters that may be a name.
fn is_name(source: &Source, written: &str) -> bool {
    walk::is_capitalised(written)
        && written.chars().nth(1).is_some()
        && !walk::is_all_caps(written)
        && written.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '‑' | '\''))
        && word::can_be_name(source, written)
}
