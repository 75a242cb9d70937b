//! Verbatim records: what only they have.

use super::clues::{Clue, Clues, count, entries, finders, phrases, window};
use crate::layers::structure::furniture;
use crate::layers::structure::layout::{Layout, Role, Row};
use crate::lexicon::sets::pages::{ADDRESSES_CHAIR, TURN};
use crate::scan::Source;
use crate::words::phrases::Phrases;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Speakers' lines and addresses to the chair: only records have more than one.
pub(in crate::layers::structure) fn is_debate(source: &Source, layout: &Layout) -> bool {
    let (mut turns, mut addressed) = (0, 0);
    let may = |row: &&Row| matches!(row.first, b'A' | b'F' | b'H') && row.role == Role::Text;
    for row in layout.rows.iter().filter(may) {
        let text = row.text(source);
        turns += usize::from(text.starts_with(TURN) && text.len() < 120);
        addressed += usize::from(ADDRESSES_CHAIR.iter().any(|a| text.starts_with(a)));
        if turns >= 2 || addressed >= 2 {
            return true;
        }
    }
    false
}

/// Whether the clues tell that it is a record; `named` are the places of *protokoll*, with which the names of the
/// chambers' records end.
pub(in crate::layers::structure) fn is_record(source: &Source, named: &[usize]) -> bool {
    static CHAMBER: LazyLock<Vec<(usize, &str)>> = LazyLock::new(|| {
        let phrases = entries().filter(|(_, clue)| *clue == Clue::Chamber);
        phrases
            .filter_map(|(phrase, _)| Some((*furniture::named_protocol(phrase).first()?, phrase)))
            .collect()
    });
    static CROWN: LazyLock<Vec<Finder>> = LazyLock::new(|| finders(Clue::Crown));
    static RECORD: LazyLock<Phrases<Clue>> = LazyLock::new(|| phrases(&[Clue::Committee, Clue::Members]));
    let window = window(source);
    let names_chamber = |&at: &usize| {
        let begins = |(before, phrase): &(usize, &str)| {
            at.checked_sub(*before).is_some_and(|at| window.as_bytes()[at..].starts_with(phrase.as_bytes()))
        };
        at < window.len() && CHAMBER.iter().any(begins)
    };
    if named.iter().any(names_chamber) {
        return true;
    }
    // Asked first, for most texts have none.
    if count(&CROWN, window) == 0 {
        return false;
    }
    let clues = Clues::of(&RECORD, window);
    clues.count(Clue::Committee) > 0 && clues.count(Clue::Members) >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_chambers_hold_the_word_that_they_are_found_by() {
        for (phrase, _) in entries().filter(|(_, clue)| *clue == Clue::Chamber) {
            assert!(!furniture::named_protocol(phrase).is_empty(), "{phrase}");
        }
    }
}
