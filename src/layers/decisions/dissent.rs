//! Who dissents, where no sentence has a deciding verb: parts under *Reservation*, and lines that name one.

use super::draft::Draft;
use super::items;
use super::reader::Reader;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::sets::decisions::{DISSENTS, RESERVATION};
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// Under *Reservation* the names of those who dissent, with or without what they favour; or a line of its own that names a
    /// reservation and its parties (*Reservation 1 (S, V)*).
    pub(super) DISSENT = "decision.dissent";
    finds "Protokoll\n\n§ 4 Skatt\n\nReservation\n\n⟦Anna Holm (S) till förmån för eget förslag.⟧\n" = "reserve";
    finds "Protokoll\n\n§ 4 Skatt\n\nNämnden avslår motionen.\n\n⟦Reservation 1 (S, V)⟧\n" = "reserve";
    passes "Protokoll\n\n§ 4 Skatt\n\nReservation\n\nInga reservationer lämnades.\n";
    passes "Reservation 1 (S, V) avser skatten och är lång.\n";
}

/// *Anna Holm (S) till förmån för eget förslag* under *Reservation*: the names are enough.
pub(super) fn read(reader: &mut Reader, part: Span) {
    for unit in items::run(reader.source, reader.structure, part).into_iter().take(16) {
        reader.fill(unit.span);
        let named = reader.words.words.iter().take(12).any(|w| w.person);
        let text = unit.span.of(reader.source.text);
        // *| Anna Holm (S) |  | X |*: how one voted.
        if named && !text.starts_with('|') && (text.len() < 60 || DISSENTS.iter().any(|d| text.contains(d))) {
            reader.drafts.push(Draft::new(unit.span, DecisionKind::Reserve, &DISSENT));
        }
    }
}

/// *Reservation 1 (S, V)*, *Reservation 3 (-) – motiveringen* on lines of their own, as below the points of a committee.
pub(super) fn lines(reader: &mut Reader, part: Span, from: usize) {
    static MARK: LazyLock<Finder> = LazyLock::new(|| Finder::new(RESERVATION));
    let text = part.of(reader.source.text);
    let mut found = Vec::new();
    for at in MARK.find_iter(text.as_bytes()) {
        let before = text[..at].trim_end_matches([' ', '\t']);
        let listed = text[at + RESERVATION.len()..].starts_with(": ") && before.ends_with('.');
        if !(before.is_empty() || before.ends_with('\n') || listed) {
            continue;
        }
        let line = text[at..].lines().next().unwrap_or_default().trim_end();
        if names_parties(&line[RESERVATION.len()..]) {
            let span = Span::new(part.start as usize + at, part.start as usize + at + line.len());
            found.push(Draft::new(span, DecisionKind::Reserve, &DISSENT));
        }
    }
    if !found.is_empty() {
        found.extend(reader.drafts.drain(from.min(reader.drafts.len())..));
        found.sort_by_key(|draft| draft.span.start);
        let mut end = 0;
        // What a sentence told already.
        found.retain(|draft| {
            let free = draft.span.start >= end;
            end = end.max(draft.span.end);
            free
        });
        reader.drafts.append(&mut found);
    }
}

/// ` 1 (S, V)`, with a word or two behind it at most.
fn names_parties(rest: &str) -> bool {
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    // *Reservation: M, SD.*
    let listed = rest.strip_prefix(':').map(|parties| (parties.trim_end_matches('.'), ""));
    let bracketed = || rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let Some((parties, rest)) = listed.or_else(bracketed) else { return false };
    let party =
        |name: &str| (1..=3).contains(&name.trim().len()) && !name.contains(|c: char| c.is_ascii_digit());
    parties.split(',').all(party) && rest.split_whitespace().count() <= 2
}
