//! Given names alone, as notes of small circles use them: *Karin frågar, Björn och Ulla fixar, (Josef)*.

use super::context::takes;
use super::name::Name;
use super::word::{self, Gap, Kind};
use crate::document::rule::rule;
use crate::lexicon::sets::function_words::{AR_OR_HAR, OCH_APART, OCH_OR_SAMT};
use crate::lexicon::sets::people::{
    AGED, AND_SIGNS, BEFORE_FIRST_NAME, BEFORE_INITIALS, FINITE, GIVEN_JOINTS, IN_PLACE, NO_NAME_ENDS,
    NOT_FINITE, PARTICIPLES, PAST_ENDS,
};
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
    if owns_a_thing(text, name.end()) {
        return false;
    }
    // Inside a sentence the capital tells; the others must be well known.
    let labelled = || source.text.get(name.end()..).is_some_and(|rest| rest.starts_with(": "));
    if !common && word::is_given(source, written) && labelled() && is_labelled_beside(source, first.start) {
        // *Sten: bokar lokalen*, where the lines around are labelled so by others.
        let line = source.lines.get(source.lines.index(first.start)).map_or(0, |line| line.start as usize);
        return text.get(line..first.start).is_some_and(|lead| !lead.contains(char::is_alphanumeric));
    }
    if !common && (written.len() < 3 || word::is_word_name(written) || !word::is_given(source, written)) {
        return false;
    }
    let (start, end) = (first.start, name.end());
    let before = walk::skip_space_back(text, start);
    let mark = walk::char_before(text, before);
    let opens = text.get(before..start).is_some_and(|gap| gap.contains('\n'));
    let rest = text.get(end..).unwrap_or("");
    let bracketed = mark == Some('(') && before == start && rest.starts_with([')', ',', '/']);
    // *(Lotta och Karin)*, *[Gunilla & Lennart]*
    let paired = || {
        let joint = GIVEN_JOINTS.iter().find_map(|joint| rest.strip_prefix(joint));
        joint.is_some_and(|rest| {
            let next = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
            let after = rest.get(next.len()..).unwrap_or("");
            word::is_first_name(next) && walk::is_capitalised(next) && after.starts_with([')', ']'])
        })
    };
    let second = || {
        let inner = text.get(..start).unwrap_or("");
        let inner = GIVEN_JOINTS.iter().find_map(|joint| inner.strip_suffix(joint));
        inner.is_some_and(|inner| {
            let from = walk::word_start(inner, inner.len());
            word::is_first_name(&inner[from..]) && inner[..from].ends_with(['(', '['])
        })
    };
    let square = || mark == Some('[') && before == start && rest.starts_with(']');
    let bracketed = bracketed
        || common && square()
        || common && matches!(mark, Some('(' | '[')) && before == start && paired()
        || common && rest.starts_with([')', ']']) && second();
    let bracketed = bracketed || mark == Some(',') && common && rest.starts_with(')');
    if bracketed || mark == Some('/') && before == start && opens_line(text, start - 1) && ends_line(rest) {
        return true;
    }
    // *Alva (7B)*
    let class = rest
        .strip_prefix(" (")
        .and_then(|inner| walk::head(inner, 8).split_once(')'))
        .map_or("", |(inner, _)| inner);
    let numbered = (2..5).contains(&class.len()) && class.starts_with(|c: char| c.is_ascii_digit());
    if common && numbered && class.chars().all(char::is_alphanumeric) {
        return true;
    }
    if common && is_reachable(rest) {
        return true;
    }
    // *| Karin |*, a cell of a table; *- boka lokal - Karin, Per*, whose a point is.
    let cell = mark == Some('|') && rest.trim_start_matches([' ', '\t']).starts_with('|');
    // *Övriga: Anna, Milton & Loke*
    if (mark == Some(':') || is_listed_behind(source, start)) && is_list_of_given(source, start, end) {
        return true;
    }
    if common && (cell || ends_line(past_given(rest)) && is_charged(source, start)) {
        return true;
    }
    // *Karin: bokar lokalen*, at the start of a line or behind a bullet.
    if is_of_two(source, start, end) {
        return true;
    }
    let rest = if rest.starts_with(" & ") { return false } else { rest };
    let begins = match mark {
        None => true,
        Some(c) => opens || matches!(c, '.' | '!' | '?' | ':' | '–' | '-' | '•' | '*' | '|' | '”' | '"'),
    };
    if begins
        && common
        && (rest.starts_with(": ") || (rest.starts_with(" – ") || rest.starts_with(" - ")) && opens)
    {
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
            // *treåriga Esmeralda*
            if AGED.iter().any(|ending| last.ends_with(ending)) {
                return true;
            }
            if BEFORE_FIRST_NAME.has(last) && (!OCH_OR_SAMT.contains(&last) || after_name(source, from)) {
                return true;
            }
            // *Fartyget Linnea bokas*: a word with a capital before it, which is no sentence's.
            if !begins
                && (walk::is_capitalised(last)
                    || last.len() > 3 && NO_NAME_ENDS.iter().any(|ending| last.ends_with(ending)))
            {
                return false;
            }
            true
        }
        _ => begins || mark == Some(','),
    };
    // *det var Karin och Olle Bergström som*
    let couple = rest.strip_prefix(OCH_APART).is_some_and(|rest| {
        let next = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
        let last = rest.get(next.len()..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
        let last = last.get(..walk::word_end(last, 0)).unwrap_or("");
        walk::is_capitalised(next)
            && walk::is_capitalised(last)
            && word::is_first_name(next)
            && word::is_surname(source, last)
    });
    if common && couple && joined {
        return true;
    }
    // *Lisa, Kalle och Maja åker*
    let enumerated = begins
        && rest.strip_prefix(", ").is_some_and(|rest| {
            let next = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
            let after = rest.get(next.len()..).unwrap_or("");
            // *Anna, Lisa B och Maja åker*
            let letter = after.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_uppercase));
            let letter = letter.and_then(|rest| rest.get(walk::char_at(rest, 0).map_or(0, char::len_utf8)..));
            let after = letter.map_or(after, |rest| rest.strip_prefix('.').unwrap_or(rest));
            walk::is_capitalised(next)
                && word::is_given(source, next)
                && BEFORE_INITIALS.iter().any(|joint| after.starts_with(joint))
        });
    common && (enumerated || joined && does_something(source, end))
}

/// *Per och Alma Holms fond*: whether the given name that ends at `at` is part of a thing's name.
fn owns_a_thing(text: &str, at: usize) -> bool {
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(OCH_APART)) else { return false };
    let mut words = rest.split(' ');
    let given = words.next().filter(|word| walk::is_capitalised(word));
    let owner = given.and_then(|_| words.next()).filter(|word| walk::is_capitalised(word));
    owner.is_some_and(|word| word.ends_with('s'))
        && words.next().is_some_and(|word| takes(word.get(..walk::word_end(word, 0)).unwrap_or(""), "after"))
}

/// *Håkan (070-123 45 67)*, *Sofie sofie@example.org*: where somebody is reached follows.
fn is_reachable(rest: &str) -> bool {
    let near = walk::head(rest, 40).split('\n').next().unwrap_or("");
    let words = near.trim_start_matches([' ', '(', ',', ':', '<', '–', '-', '/']);
    if words.len() == near.len() {
        return false;
    }
    let word = words.split([' ', ')', '>']).next().unwrap_or("");
    let figure = words.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | ':'));
    let figures = figure.chars().take(14).filter(char::is_ascii_digit).count();
    let phone = words.len() - figure.len() < 8 && (figure.starts_with('0') || figure.starts_with("+4"));
    word.contains('@') || phone && figures > 6
}

/// *priset till Karin & Cilla*: one of two given names alone, one of them common, behind a word that leads to people.
fn is_of_two(source: &Source, start: usize, end: usize) -> bool {
    let text = source.text;
    let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let (lead, other, rest) = if let Some(second) = after.strip_prefix(" & ") {
        let other = second.get(..walk::word_end(second, 0)).unwrap_or("");
        (before, other, second.get(other.len()..).unwrap_or(""))
    } else if let Some(first) = before.strip_suffix(" & ") {
        let (lead, other) = first.split_at(walk::word_start(first, first.len()));
        (lead, other, after)
    } else {
        return false;
    };
    let lead = lead.strip_suffix(' ').unwrap_or("");
    let lead = lead.get(walk::word_start(lead, lead.len())..).unwrap_or("");
    let goes_on = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let one = text.get(start..end).unwrap_or("");
    let common = word::is_first_name(one) || word::is_first_name(other);
    BEFORE_FIRST_NAME.has(lead)
        && walk::is_capitalised(other)
        && word::is_given(source, other)
        && !word::is_word_name(other)
        && common
        && !goes_on
}

/// Whether the line before or behind begins, past its bullet, with a common given name and a colon.
fn is_labelled_beside(source: &Source, at: usize) -> bool {
    let index = source.lines.index(at);
    let labelled = |line: Option<usize>| {
        let line = line.and_then(|line| source.lines.get(line)).map_or("", |line| line.text(source.text));
        let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = walk::word_end(line, 0);
        line.get(end..).is_some_and(|rest| rest.starts_with(':')) && word::is_first_name(&line[..end])
    };
    labelled(source.lines.previous_text(index)) || labelled(source.lines.next_text(index))
}

/// Past the given names that follow one, each behind a comma, a slash or *och*.
fn past_given(rest: &str) -> &str {
    let mut rest = rest;
    for _ in 0..6 {
        let joint = GIVEN_JOINTS.iter().find_map(|joint| rest.strip_prefix(joint));
        let Some(next) = joint else { break };
        let end = walk::word_end(next, 0);
        if !next.get(..end).is_some_and(|word| walk::is_capitalised(word) && word::is_first_name(word)) {
            break;
        }
        rest = next.get(end..).unwrap_or("");
    }
    rest
}

/// *- boka lokal - Karin, Per*: whether in a point of a list only given names stand between a dash and `at`.
fn is_charged(source: &Source, at: usize) -> bool {
    let Some(line) = source.lines.get(source.lines.index(at)) else { return false };
    let lead = source.text.get(line.start as usize..at).unwrap_or("").trim_start();
    let point = lead.starts_with(['-', '*', '•', '–']);
    let Some(dash) = lead.rfind(" - ").or_else(|| lead.rfind(" – ")) else { return false };
    let behind = lead.get(dash..).unwrap_or("").trim_start_matches([' ', '-', '–']);
    let names = behind.split([' ', ',', '/']).filter(|word| !word.is_empty());
    point && dash > 3 && { names }.all(|word| AND_SIGNS.contains(&word) || word::is_first_name(word))
}

/// Whether a comma or *och* stands right before `at`.
fn is_listed_behind(source: &Source, at: usize) -> bool {
    source.text.get(..at).is_some_and(|before| GIVEN_JOINTS.iter().any(|joint| before.ends_with(joint)))
}

/// Whether behind the label of the line of `start..end` stand nothing but given names, several of them, and one of them
/// is common.
fn is_list_of_given(source: &Source, start: usize, end: usize) -> bool {
    let Some(line) = source.lines.get(source.lines.index(start)) else { return false };
    let written = walk::head(line.text(source.text), LONGEST_LIST).trim_end();
    let Some((label, names)) = written.split_once(": ") else { return false };
    let (mut many, mut known) = (0, false);
    let plain = names.trim().split([',', '&']).flat_map(|one| one.split(OCH_APART)).all(|one| {
        let one = one.trim_matches([' ', '.']);
        many += 1;
        known |= word::is_first_name(one);
        walk::is_capitalised(one) && !word::is_word_name(one) && word::is_given(source, one)
    });
    let inside = label.len() < end - line.start as usize;
    inside && plain && many > 1 && known && label.len() < 40
}

/// Lines with more than such lists are longer, in bytes.
const LONGEST_LIST: usize = 200;

/// Another word with a capital right behind it makes it part of something longer.
fn next_is_name(source: &Source, name: &Name) -> bool {
    match word::gap(source.text, name.end()) {
        Some((Gap::Blank(1), at)) => walk::char_at(source.text, at).is_some_and(char::is_uppercase),
        _ => false,
    }
}

/// Whether a finite verb follows, or *och* and another name.
pub(super) fn does_something(source: &Source, end: usize) -> bool {
    let text = source.text;
    let Some((start, stop)) = walk::next_word(text, end) else { return false };
    if text.get(end..start).is_none_or(|gap| gap.len() > 2 || gap.contains("\n\n")) {
        return false;
    }
    let next = text.get(start..stop).unwrap_or("");
    if OCH_OR_SAMT.contains(&next) {
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
    AR_OR_HAR.contains(&word)
        || long
            && (word.ends_with('r') || PAST_ENDS.iter().any(|end| word.ends_with(end)))
            && !NOT_FINITE.has(word)
            && !PARTICIPLES.iter().any(|end| word.ends_with(end))
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
