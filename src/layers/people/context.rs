//! What stands around a name: the letters of a party, a role, or a word that makes it a street's or a prize's.

use super::name::Name;
use super::word::{self, Gap};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::attendance::{BALLOTS, CELLS};
use crate::lexicon::sets::people::{ASSOCIATION, BECOMES, BEFORE_ROLE, EK};
use crate::lexicon::sets::text::OPEN_ENDED;
use crate::scan::Source;
use crate::text::tokens::{self, Run};
use crate::text::walk;
use crate::words::table::Words;
use std::sync::LazyLock;

/// What a word beside a name takes it for (`lexicon/data/around-names.txt`).
static TAKERS: LazyLock<Words<Vec<&'static str>>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for line in include_str!("../../lexicon/data/around-names.txt").lines().filter(|l| !l.starts_with('#')) {
        let Some((side, forms)) = line.split_once('\t') else { continue };
        words.extend(forms.split_whitespace().map(|form| (form, vec![side])));
    }
    Words::of(words, |before, sides| before.extend(sides))
});

pub(super) fn takes(word: &str, side: &str) -> bool {
    TAKERS.get_in_any_case(word).is_some_and(|sides| sides.contains(&side))
}

/// Not the name of a street, a prize, a hotel: nothing before or after takes it.
pub(super) fn is_free(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let after = text.get(name.end()..).unwrap_or("");
    let joined = after.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if joined || after.starts_with('@') || after.starts_with("’s") {
        return false;
    }
    // *Alma Holms⏎fond*: whose it is stands on the line above.
    let beside = |gap: Gap| gap == Gap::Blank(1) || gap == Gap::Break && name.last().of(text).ends_with('s');
    if let Some((_, at)) = word::gap(text, name.end()).filter(|(gap, _)| beside(*gap)) {
        let next = text.get(at..walk::word_end(text, at)).unwrap_or("");
        let firm = text.get(at..).and_then(|rest| rest.strip_prefix("& ")).is_some_and(|rest| {
            // *Ernst & Young*, *Holm & Co*; *Anna & Per* are two.
            let next = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
            rest.starts_with("Co")
                || rest.starts_with("Partner")
                || name.len == 1 && walk::is_capitalised(next) && !word::is_given(source, next)
        });
        if takes(next, "after") || firm {
            return false;
        }
    }
    // *Fröskog Ek. förening*: an economic association.
    if name.last().of(text).eq_ignore_ascii_case(EK)
        && after
            .strip_prefix(". ")
            .is_some_and(|rest| walk::head(rest, 24).to_lowercase().contains(ASSOCIATION))
    {
        return false;
    }
    let start = name.first().start;
    !is_taken(source, start)
}

/// Whether the word before `start` takes what follows for the name of a street, a firm, an association.
pub(super) fn is_taken(source: &Source, start: usize) -> bool {
    let text = source.text;
    walk::previous_word(text, start).is_some_and(|(from, to)| {
        let taken =
            text.get(to..start) == Some(" ") && text.get(from..to).is_some_and(|w| takes(w, "before"));
        // *Byggarna AB Anna Holm*: the firm's name stands before.
        let firm = || {
            let before = walk::previous_word(text, from).filter(|(_, end)| end + 1 == from);
            before
                .and_then(|(s, e)| text.get(s..e))
                .is_some_and(|word| walk::is_capitalised(word) && word.len() > 4)
        };
        taken && !firm()
    })
}

/// The letters of a party in brackets after `at`, and where the bracket ends.
pub(super) fn party_after(source: &Source, at: usize) -> Option<(Span, usize)> {
    let text = source.text;
    let open = walk::skip_space(text, at);
    let inner = text.get(open..)?.strip_prefix('(')?;
    let close = inner.bytes().take(12).position(|b| b == b')')?;
    let letters = inner.get(..close)?.trim();
    let start = open + 1 + (inner.get(..close)?.len() - inner.get(..close)?.trim_start().len());
    let single = letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic);
    (single || word::is_party(letters)).then(|| (Span::new(start, start + letters.len()), open + close + 2))
}

/// The letters of a party in the cell behind a name that ends at `at`: in the next column (*Anna Holm    S    Ja*), or, of
/// a table that lost its columns, on the next line, over another cell (*Anna Holm⏎S⏎Ledamot*).
pub(super) fn party_cell(source: &Source, at: usize) -> Option<Span> {
    let text = source.text;
    let bytes = text.as_bytes();
    // Most names are followed by prose.
    let below = matches!(bytes.get(at), Some(b'\n' | b'\r'));
    let column = matches!(bytes.get(at), Some(b'\t' | b'|'))
        || bytes.get(at) == Some(&b' ')
            && matches!(bytes.get(at + 1), Some(b' ' | b'|' | b'\t' | b'A'..=b'Z'));
    if !below && !column {
        return None;
    }
    let blank = |c: char| c.is_whitespace() || c == '|';
    let start = text.len() - text.get(at..)?.trim_start_matches(blank).len();
    let gap = text.get(at..start)?;
    let end = walk::word_end(text, start);
    let letters = text
        .get(start..end)
        .filter(|l| l.len() < 6 && l.chars().all(char::is_uppercase) && word::is_party(l))?;
    let rest = text.get(end..)?;
    let breaks = gap.matches('\n').count();
    let known = if breaks > 0 {
        let over = rest.trim_start_matches([' ', '\r']);
        breaks < 3 && (over.starts_with('\n') && is_cell(over) || is_row(rest))
    } else if gap == " " {
        // (Not *Per Ek V ordförande*.)
        let next = rest.trim_start().get(..walk::word_end(rest.trim_start(), 0)).unwrap_or("");
        is_row(rest) && (next.is_empty() || BALLOTS.has(next))
    } else {
        let next = rest.trim_start_matches(' ');
        next.is_empty() || next.starts_with(['\n', '\r', '\t', '|']) || rest.starts_with("  ") || is_row(rest)
    };
    (known && !letters.is_empty()).then(|| Span::new(start, end))
}

/// Whether `rest` goes on with another cell of the row on the same line: a number, a function, a ballot.
fn is_row(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|next| !next.starts_with(char::is_whitespace) && is_cell(next))
}

/// Whether the next thing in `rest` is a number, a function or a ballot, alone or before such ones.
fn is_cell(rest: &str) -> bool {
    let line = walk::head(rest.trim_start(), 40).split('\n').next().unwrap_or("");
    // *15:14*, *54 Ledamot*; not *82 (136)* at the foot of a page.
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '|' | ' '));
    let word = words.get(..walk::word_end(words, 0)).unwrap_or("");
    words.trim().is_empty() && !line.trim().is_empty() || CELLS.has(word)
}

/// Whether the role that begins at `at` ends a line of its own about somebody else: *Anna Holm, socialminister*.
fn closes_entry(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[at.saturating_sub(160)..at];
    let line = memchr::memrchr(b'\n', before).map_or(before, |end| &before[end + 1..]);
    line.contains(&b',')
}

/// A role right before `at`.
pub(super) fn role_before(source: &Source, at: usize) -> Option<Span> {
    let text = source.text;
    let (start, end) = walk::previous_word(text, at).or_else(|| shortened(text, at))?;
    let gap = text.get(end..at).filter(|gap| gap.len() <= 2)?;
    if gap == "\n\n" && closes_entry(text, start) {
        return None;
    }
    let word = text.get(start..end)?.trim_end_matches('.');
    source.lexicon.classes_of(word).has(Classes::ROLE).then(|| Span::new(start, end))
}

/// *ordf.* before `at`: an abbreviation with its full stop.
fn shortened(text: &str, at: usize) -> Option<(usize, usize)> {
    let end = walk::skip_space_back(text, at);
    let start = walk::word_start(text, text.get(..end)?.strip_suffix('.')?.len());
    let word = text.get(start..end - 1)?;
    OPEN_ENDED.iter().any(|open| walk::same_word(word, open)).then_some((start, end))
}

/// *är sekreterare* after `at`.
pub(super) fn is_role_of(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some((start, end)) = walk::next_word(text, at) else { return false };
    let mut after = tokens::after(text, end, Span::new(end, text.len()));
    BECOMES.has(text.get(start..end).unwrap_or(""))
        && (after.clone().past(&BEFORE_ROLE, 1).next())
            .or_else(|| after.next())
            .is_some_and(|word| source.lexicon.classes_of(word).has(Classes::ROLE))
}

/// A comma and a role after `at`: *, senior handläggare*.
pub(super) fn comma_role(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some(rest) = text.get(at..).and_then(|t| t.strip_prefix(", ")) else { return false };
    let mut at = text.len() - rest.len();
    for _ in 0..3 {
        let end = walk::word_end(text, at);
        let Some(word) = text.get(at..end).filter(|w| !w.is_empty()) else { return false };
        if source.lexicon.classes_of(word).has(Classes::ROLE) {
            return true;
        }
        at = walk::skip_space(text, end);
        if at == end {
            return false;
        }
    }
    false
}
