//! Parts under *Reservation* in which no sentence has a deciding verb.

use super::draft::Draft;
use super::items;
use super::reader::Reader;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::sets::decisions::DISSENTS;

rule! {
    /// Under *Reservation* the names of those who dissent, with or without what they favour.
    pub(super) DISSENT = "decision.dissent";
    finds "Protokoll\n\n§ 4 Skatt\n\nReservation\n\n⟦Anna Holm (S) till förmån för eget förslag.⟧\n" = "reserve";
    passes "Protokoll\n\n§ 4 Skatt\n\nReservation\n\nInga reservationer lämnades.\n";
}

/// *Anna Holm (S) till förmån för eget förslag* under *Reservation*: the names are enough.
pub(super) fn read(reader: &mut Reader, part: Span) {
    for unit in items::run(reader.source, reader.structure, part).into_iter().take(16) {
        reader.fill(unit.span);
        let named = reader.words.words.iter().take(12).any(|w| w.person);
        let text = unit.span.of(reader.source.text);
        if named && (text.len() < 60 || DISSENTS.iter().any(|d| text.contains(d))) {
            reader.drafts.push(Draft::new(unit.span, DecisionKind::Reserve, &DISSENT));
        }
    }
}
