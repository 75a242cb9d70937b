//! What the text says of a person beside the name: roles before and after, letters of a party.

use super::context;
use crate::document::Span;
use crate::lexicon::sets::people::{OPENERS, SERVES, STOPS_ROLE};
use crate::lexicon::{Classes, Slot};
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::Lower;

/// Roles and party of the person named at `name`.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub roles: Vec<String>,
    pub party: Option<String>,
    pub chair: bool,
}

pub(super) fn beside(source: &Source, name: Span) -> Beside {
    let mut found = Beside::default();
    let mut end = name.end as usize;
    let text = source.text;
    if let Some((letters, after)) = context::party_after(source, end) {
        if letters.of(text) != "-" {
            found.party = Some(letters.of(text).to_uppercase());
        }
        end = after;
    } else if let Some((role, after)) = bracket_role(text, end) {
        found.roles.push(role);
        end = after;
    }
    if let Some(role) = before(source, name.start as usize) {
        found.chair |= is_chair(source, role);
        push(&mut found.roles, role.of(text));
    }
    if let Some(role) = after(source, end) {
        found.chair |= is_chair(source, role);
        push(&mut found.roles, role.of(text));
    }
    found
}

fn push(roles: &mut Vec<String>, role: &str) {
    let role = walk::one_line(role);
    if !role.is_empty() && !roles.contains(&role) {
        roles.push(role);
    }
}

/// *ordförande* without *vice* before it.
fn is_chair(source: &Source, role: Span) -> bool {
    let text = source.text;
    let Some(lower) = Lower::<96>::of(role.of(text).as_bytes()) else { return false };
    let lower = lower.text();
    if lower.contains("vice") || lower.contains("ersätt") {
        return false;
    }
    lower.split(|c: char| !c.is_alphabetic()).any(|w| {
        let number = source.lexicon.word(w.as_bytes());
        number.is_some_and(|n| source.lexicon.value(Slot::Roles, n) == "chair")
    })
}

/// An organisation or a role in brackets: *(EY)*, *(sekreterare)*.
fn bracket_role(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let inner = rest.strip_prefix(" (")?;
    let close = inner.bytes().take(40).position(|b| b == b')')?;
    let role = inner.get(..close)?;
    let plain = role.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | ':'));
    // "(se presskontakt)".
    let plain = plain && !role.starts_with("se ");
    (plain && role.chars().count() > 1).then(|| (role.to_owned(), at + 2 + close + 1))
}

/// The role that ends right before the name: *kommunstyrelsens 1:e vice ordförande*.
fn before(source: &Source, at: usize) -> Option<Span> {
    let text = source.text;
    let role = context::role_before(source, at)?;
    let mut start = role.start as usize;
    // "EU-minister"
    while let Some(first) = text.get(..start).and_then(|t| t.strip_suffix('-'))
        && walk::word_start(text, first.len()) < first.len()
    {
        start = walk::word_start(text, first.len());
    }
    // "infrastruktur- och bostadsminister"
    if let Some(first) = text.get(..start).and_then(|t| t.strip_suffix("- och ")) {
        start = walk::word_start(text, first.len());
    }
    for _ in 0..5 {
        let space = walk::skip_space_back(text, start);
        if text.get(space..start) != Some(" ") {
            break;
        }
        // "1:e", "2:a".
        if let Some(order) =
            text.get(..space).and_then(|t| t.strip_suffix(":e").or_else(|| t.strip_suffix(":a")))
            && order.ends_with(|c: char| c.is_ascii_digit())
        {
            start = order.len() - 1;
            continue;
        }
        let from = walk::word_start(text, space);
        let Some(word) = text.get(from..space).filter(|w| !w.is_empty()) else { break };
        let lower = Lower::<64>::of(word.as_bytes());
        let lower = lower.as_ref().map_or("", Lower::text);
        let genitive = lower.ends_with('s') && lower.len() > 4;
        let body =
            genitive && (lower.ends_with("ens") || lower.ends_with("ets") || walk::is_capitalised(word));
        if !(OPENERS.has(word) || body || source.lexicon.classes_of(word).has(Classes::ROLE)) {
            break;
        }
        start = from;
    }
    Some(Span::new(start, role.end as usize))
}

/// Whether `word`, which ends at `end`, begins somebody's name: a given name and another capital; not *Dorotea kommun*.
fn names_next(source: &Source, word: &str, end: usize) -> bool {
    walk::is_capitalised(word)
        && source.lexicon.names(word).has(Classes::GIVEN)
        && source.text.get(end..).and_then(|t| t.strip_prefix(' ')).is_some_and(walk::is_capitalised)
}

/// The role after the name: *, socialchef i Åsele*.
fn after(source: &Source, at: usize) -> Option<Span> {
    let text = source.text;
    let rest = text.get(at..)?;
    let start = match rest.as_bytes() {
        [b',', b' ' | b'\n', ..] => walk::skip_space(text, at + 1),
        [b' ', ..] => at + 1,
        _ => return None,
    };
    let comma = rest.starts_with(',');
    let mut end = start;
    let (mut seen_role, mut after_role, mut serves) = (false, false, false);
    let mut words = 0;
    let mut at = start;
    while words < 12 {
        let stop = walk::word_end(text, at);
        if stop == at {
            // "1:e vice ordförande", "1:e".
            let digits = text.get(at..)?.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
            if digits == 0 {
                break;
            }
            at += digits;
            continue;
        }
        let mut stop = stop;
        while text.as_bytes().get(stop) == Some(&b'-') && walk::word_end(text, stop + 1) > stop + 1 {
            stop = walk::word_end(text, stop + 1);
        }
        let word = text.get(at..stop)?;
        let classes = source.lexicon.classes_of(word);
        // Without a comma the role must come at once.
        if !comma && words == 0 && !classes.has(Classes::ROLE) && !OPENERS.has(word) {
            return None;
        }
        // "Anna Holm, statssekreterare Per Berg och andra": the next one's.
        if after_role && !serves && names_next(source, word, stop) {
            return None;
        }
        after_role = classes.has(Classes::ROLE);
        // "statssekreterare hos socialminister Per Berg" is whole.
        serves |= seen_role && SERVES.has(word);
        if STOPS_ROLE.has(word) || words == 0 && walk::same_word(word, "och") {
            break;
        }
        if classes.has(Classes::SAYS) && !classes.has(Classes::ROLE) {
            break;
        }
        seen_role |= classes.has(Classes::ROLE);
        if words >= 5 && !seen_role {
            return None;
        }
        words += 1;
        end = stop;
        // "ordförande i barn- och utbildningsnämnden"
        if text.get(stop..).is_some_and(|rest| rest.starts_with("- och ")) {
            at = stop + "- och ".len();
            continue;
        }
        if text.as_bytes().get(stop) != Some(&b' ') {
            break;
        }
        at = stop + 1;
    }
    (seen_role && end > start).then(|| Span::new(start, end))
}
