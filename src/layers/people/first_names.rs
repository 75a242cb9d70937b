//! Given names alone, as notes of small circles use them: *Karin frågar, Björn och Ulla fixar, (Josef)*.

use super::name::Name;
use super::word::{self, Gap, Kind};
use crate::document::rule::rule;
use crate::lexicon::sets::people::{BEFORE_FIRST_NAME, FINITE, IN_PLACE, NOT_FINITE};
use crate::scan::Source;
use crate::text::walk;

rule! {
    /// A common given name alone, where a person does something or something is done with one.
    pub(super) FIRST_NAME = "person.first-name";
    finds "⟦Karin⟧ bokar lokalen till mötet.";
    finds "⟦Lisa⟧ berättar om bygget.";
    finds "Styrelsen kontaktar ⟦Gustav⟧ om lokalen.";
    finds "Boka lokalen (⟦Josef⟧) före mötet.";
    passes "Lokalen i Karin bokas inför mötet.";
    passes "Fartyget Linnea bokas inför mötet.";
}

/// Whether this given name alone names somebody by what stands around it.
pub(super) fn is_somebody(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let first = name.first();
    let written = first.of(text);
    let common = word::is_first_name(written);
    if name.len != 1 || first.kind != Kind::Capital || next_is_name(source, name) {
        return false;
    }
    // Inside a sentence the capital tells; the others must be well known.
    if !common && (written.len() < 3 || word::is_word_name(written) || !word::is_given(source, written)) {
        return false;
    }
    let (start, end) = (first.start, name.end());
    let before = walk::skip_space_back(text, start);
    let mark = walk::char_before(text, before);
    let opens = text.get(before..start).is_some_and(|gap| gap.contains('\n'));
    let rest = text.get(end..).unwrap_or("");
    let bracketed = mark == Some('(') && before == start && rest.starts_with([')', ',', '/']);
    let bracketed = bracketed || mark == Some(',') && common && rest.starts_with(')');
    if bracketed || mark == Some('/') && before == start && opens_line(text, start - 1) && ends_line(rest) {
        return true;
    }
    // *Karin: bokar lokalen*, at the start of a line or behind a bullet.
    let rest = if rest.starts_with(" & ") { return false } else { rest };
    let begins = match mark {
        None => true,
        Some(c) => opens || matches!(c, '.' | '!' | '?' | ':' | '–' | '-' | '•' | '*' | '|' | '”' | '"'),
    };
    if begins && common && (rest.starts_with(": ") || rest.starts_with(" – ") && opens) {
        return true;
    }
    let joined = match walk::previous_word(text, start) {
        Some((from, to))
            if text.get(to..start).is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n")) =>
        {
            let last = text.get(from..to).unwrap_or("");
            // *Sara Lind i Åsa frågar*: a place.
            if IN_PLACE.has(last) {
                return false;
            }
            if BEFORE_FIRST_NAME.has(last) && (!matches!(last, "och" | "samt") || after_name(source, from)) {
                return true;
            }
            // *Fartyget Linnea bokas*: a word with a capital before it, which is no sentence's.
            if !begins
                && (walk::is_capitalised(last)
                    || ["et", "en", "s"].iter().any(|ending| last.ends_with(ending)))
            {
                return false;
            }
            true
        }
        _ => begins || mark == Some(','),
    };
    // *Lisa, Kalle och Maja åker*
    let enumerated = begins
        && rest.strip_prefix(", ").is_some_and(|rest| {
            let next = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
            let after = rest.get(next.len()..).unwrap_or("");
            walk::is_capitalised(next)
                && word::is_given(source, next)
                && (after.starts_with(", ") || after.starts_with(" och "))
        });
    common && (enumerated || joined && does_something(source, end))
}

/// Another word with a capital right behind it makes it part of something longer.
fn next_is_name(source: &Source, name: &Name) -> bool {
    match word::gap(source.text, name.end()) {
        Some((Gap::Blank(1), at)) => walk::char_at(source.text, at).is_some_and(char::is_uppercase),
        _ => false,
    }
}

/// Whether a finite verb follows, or *och* and another name.
fn does_something(source: &Source, end: usize) -> bool {
    let text = source.text;
    let Some((start, stop)) = walk::next_word(text, end) else { return false };
    if text.get(end..start).is_none_or(|gap| gap.len() > 2 || gap.contains("\n\n")) {
        return false;
    }
    let next = text.get(start..stop).unwrap_or("");
    if matches!(next, "och" | "samt") {
        let other = walk::next_word(text, stop).and_then(|(start, stop)| text.get(start..stop));
        return other.is_some_and(|other| walk::is_capitalised(other) && word::is_given(source, other));
    }
    is_finite(next)
}

/// Whether a word has the form of a verb in the present or the past: *bokar, ringde, fixade*.
pub(super) fn is_finite(word: &str) -> bool {
    if FINITE.has(word) {
        return true;
    }
    let long = word.len() > 3 && word.starts_with(char::is_lowercase);
    word == "är"
        || word == "har"
        || long
            && (word.ends_with('r') || word.ends_with("de") || word.ends_with("te"))
            && !NOT_FINITE.has(word)
            && !word.ends_with("ande")
            && !word.ends_with("ende")
}

/// Whether a given name stands before the *och* at `at`.
fn after_name(source: &Source, at: usize) -> bool {
    walk::previous_word(source.text, at)
        .and_then(|(from, to)| source.text.get(from..to))
        .is_some_and(|word| walk::is_capitalised(word) && word::is_given(source, word))
}

fn opens_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end_matches([' ', '/', '\t']);
    before.is_empty() || before.ends_with('\n')
}

fn ends_line(rest: &str) -> bool {
    rest.is_empty() || rest.trim_start_matches([' ', '\r', '.']).starts_with('\n')
}
