//! Columns with the surname first, a line for each: *Holm, Anna*; *Ben Holm, Mirja L*; *Holm, Anna Berg, Per*, of whom the
//! second took the place of the first. The column tells how its lines are read, also where no list knows a name. So does a
//! column that stands on one line: *Beslutande Holm, Anna Berg, Per Ek, Eva*.

use super::candidate::Candidate;
use super::lists::LIST;
use super::word;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{PARTICLES, ROLL_HEADS};
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
        if line.len() > LONG {
            flat(source, line, &mut out);
            paired(source, line, &mut out);
            continue;
        }
        if line.is_blank() {
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

/// Between two commas of a list there stand no more bytes: a given name, a role, the next one's surname.
const BETWEEN: usize = 90;

/// The names of lists inside a long line, where the part between two commas has the given name of one and the surname of the next.
fn flat<'t>(source: &Source<'t>, line: Line, out: &mut Vec<Candidate<'t>>) {
    let written = line.text(source.text);
    let mut list = Vec::new();
    // The surname that waits for its given name, and where the part before the comma began.
    let (mut waiting, mut from): (Option<&str>, usize) = (None, 0);
    for comma in memchr::memchr_iter(b',', written.as_bytes()) {
        let part = written.get(from..comma).unwrap_or_default();
        let lead = part.len() - part.trim_start().len();
        let part = part.trim();
        let known = waiting.and_then(|surname| known_given(source, part).map(|given| (surname, given)));
        let surname = last_name(source, part);
        // (A clock may stand in it: *till 21:20*.)
        let goes_on =
            from > 0 && part.len() <= BETWEEN && !part.contains(['.', ';', '(']) && !walk::has(part, ": ");
        match known.filter(|_| goes_on) {
            Some((surname, given)) => {
                let at = line.start as usize + from + lead;
                let span = Span::new(place(source, surname), at + given.len());
                list.push(Entry { span, surname, given, known: true });
                let rest = part.get(given.len()..).unwrap_or_default();
                waiting = last_name(source, rest);
            }
            // *…, kommunchef Holm, Anna*: a role, and the next one's surname.
            None if goes_on && part.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) => {
                // *…, förste talman Anna Holm, Per Ek*: her given name stands before it.
                waiting = surname.filter(|name| !ends_with_given(part, name));
            }
            None => {
                close(&list, out);
                list.clear();
                waiting = surname.filter(|name| opens(source, part, name));
            }
        }
        from = comma + 1;
    }
    // Behind the last comma.
    let part = written.get(from..).unwrap_or_default();
    let lead = part.len() - part.trim_start().len();
    if let Some((surname, given)) = waiting.zip(known_given(source, part.trim_start())) {
        let at = line.start as usize + from + lead;
        list.push(Entry {
            span: Span::new(place(source, surname), at + given.len()),
            surname,
            given,
            known: true,
        });
    }
    close(&list, out);
}

/// Between two pairs of a list there stand no more bytes: a mark, a role, a party.
const ASIDE: usize = 40;

/// The names of lists inside a long line that have no commas: *Beslutande Holm Anna Ek Per Berg Eva*, *x Holm Anna, ordförande x Ek
/// Per*. A pair is a surname before a known given name; where the first word of the list is a given name, it is no such list.
fn paired<'t>(source: &Source<'t>, line: Line, out: &mut Vec<Candidate<'t>>) {
    let written = line.text(source.text);
    let bytes = written.as_bytes();
    // Of å, ä and ö the first byte is that of Å, Ä and Ö.
    let may_begin = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_uppercase() || *b == 0xC3);
    let mut list: Vec<Span> = Vec::new();
    let mut close = |list: &mut Vec<Span>| {
        if list.len() >= LEAST {
            out.extend(list.iter().map(|span| Candidate::named(*span, span.of(source.text), &LIST)));
        }
        list.clear();
    };
    // Where the word begins that a blank at `end` ends.
    let word_at = |end: usize| {
        let least = end.saturating_sub(ASIDE);
        memchr::memrchr(b' ', &bytes[least..end]).map_or(least, |at| least + at + 1)
    };
    let mut free = 0;
    for cue in source.cues.within(Span::new(line.start as usize, line.end as usize)) {
        let at = (cue.start - line.start) as usize;
        if !cue.has(Classes::GIVEN) || at < free + 2 {
            continue;
        }
        let from = word_at(at);
        let Some(end) = from.checked_sub(1).filter(|&end| bytes[end] == b' ') else { continue };
        let start = word_at(end);
        if start < free || !may_begin(start) || !may_begin(from) {
            continue;
        }
        let (Some(surname), Some(rest)) = (written.get(start..end), written.get(from..)) else { continue };
        let given = rest.split(' ').next().unwrap_or("").trim_end_matches([',', ';']);
        let before = start.checked_sub(1).and_then(|end| written.get(word_at(end)..end)).unwrap_or("");
        let begin = line.start as usize + start;
        let last = list.last().map_or(0, |span| span.end as usize);
        let follows = last > 0 && begin == last + 1;
        let opens = follows || !walk::is_capitalised(before) || ROLL_HEADS.has(before.trim_end_matches(':'));
        if opens && is_pair(source, surname, given) {
            if last > 0 && begin - last > ASIDE {
                close(&mut list);
            }
            free = from + given.len();
            list.push(Span::new(begin, line.start as usize + free));
        }
    }
    close(&mut list);
}

/// *Holm Anna*: a surname and a given name, neither of which may be the other.
fn is_pair(source: &Source, surname: &str, given: &str) -> bool {
    let known = |name: &str| word::is_given(source, name);
    is_name(source, surname)
        && is_name(source, given)
        // *Vald-Erik*
        && (known(given) || given.split_once('-').is_some_and(|(_, second)| known(second)))
        && (!word::is_given(source, surname)
            || word::is_surname(source, surname) && !word::is_surname(source, given))
}

/// Where a word of the text stands in it: a blank, none or two may follow its comma.
fn place(source: &Source, word: &str) -> usize {
    word.as_ptr() as usize - source.text.as_ptr() as usize
}

/// The known given names that a part begins with, of which a second is followed by a surname.
fn known_given<'t>(source: &Source, part: &'t str) -> Option<&'t str> {
    let first = part.split(char::is_whitespace).next()?;
    if !word::is_given(source, first) {
        return None;
    }
    let second = part.get(first.len() + 1..).and_then(|rest| rest.split(' ').next());
    let third = || part.split(' ').nth(2).is_some_and(walk::is_capitalised);
    let both =
        second.filter(|second| is_second(source, second) && !word::is_surname(source, second) && third());
    part.get(..first.len() + both.map_or(0, |second| second.len() + 1))
}

/// The capitalised word that a part ends with.
fn last_name<'t>(source: &Source, part: &'t str) -> Option<&'t str> {
    part.split(' ').next_back().filter(|word| is_name(source, word))
}

/// Whether a capitalised word stands before the name that ends `part`.
fn ends_with_given(part: &str, name: &str) -> bool {
    let before = part.get(..part.len() - name.len()).unwrap_or_default().trim_end();
    before.rsplit(' ').next().is_some_and(walk::is_capitalised)
}

/// Whether a list may begin with the surname that ends `part`: nothing before it, or the word over a list.
fn opens(source: &Source, part: &str, name: &str) -> bool {
    let before = part.get(..part.len() - name.len()).unwrap_or_default().trim_end();
    let word = before.rsplit([' ', '\t']).next().unwrap_or_default().trim_end_matches(':');
    let role = |word: &str| source.lexicon.classes_of(word).has(Classes::ROLE);
    word.is_empty()
        || ROLL_HEADS.has(word)
        || word.chars().all(|c| c.is_ascii_digit() || c == ':')
        || before.ends_with(':')
        || word.starts_with(char::is_lowercase) && !PARTICLES.has(word) && !role(word)
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
    // Most lines are prose, which has its first comma behind other words.
    let surname = walk::places(rest, ", ").next().and_then(|comma| rest.get(..comma));
    if !surname.is_some_and(|surname| is_surname(source, surname)) {
        return false;
    }
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
