//! Names behind *av* and what somebody made or leads: *Motion av Hravn Forsne*, *Mötet leddes av Tuva Orrmo*.

use super::candidate::Candidate;
use super::name;
use super::word;
use crate::document::rule::rule;
use crate::lexicon::sets::people::{BY_AUTHOR, MADE_BY, WITH_OTHERS};
use crate::scan::Source;
use crate::text::walk;
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// Capitalised words behind *av* and a word for what somebody makes, leads or signs.
    pub(super) AUTHOR = "person.author";
    finds "Motion av ⟦Hravn Forsne⟧ om skolan.";
    finds "Mötet leddes av ⟦Hravn Orrmo⟧ från Umeå.";
    finds "Det visar ⟦Björkén⟧ m.fl. i en rapport.";
    passes "Projektet finansieras av Svenska Spel.";
    passes "Mötet leddes av Göteborgs Stad.";
}

/// *Björkén m.fl. visar*, *Holm et al. (2020)*: the first of several who wrote something.
fn first_authors<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    static MARKS: LazyLock<Vec<Finder>> = LazyLock::new(|| WITH_OTHERS.iter().map(Finder::new).collect());
    let text = source.text;
    for mark in MARKS.iter() {
        for at in mark.find_iter(text.as_bytes()) {
            let surname = |name: &name::Name| {
                let last = name.last().of(text);
                name.len == 1 && word::is_surname(source, last) && !word::is_place(last)
            };
            if let Some(name) = name::read_back(source, at).filter(surname) {
                out.push(Candidate::new(source, &name, &AUTHOR).sure(true));
            }
        }
    }
}

/// The names behind each *av* that a word of making stands before.
pub(super) fn all<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    static BY: LazyLock<Finder> = LazyLock::new(|| Finder::new(BY_AUTHOR));
    let text = source.text;
    first_authors(source, out);
    for at in BY.find_iter(text.as_bytes()) {
        let start = at + BY_AUTHOR.len();
        let capital = text.as_bytes().get(start).is_some_and(|b| b.is_ascii_uppercase() || *b >= 0x80);
        let made = || {
            walk::previous_word(text, at + 1)
                .and_then(|(from, to)| text.get(from..to))
                .is_some_and(|word| MADE_BY.has(word))
        };
        if capital
            && made()
            && let Some(name) = name::read(source, start).filter(|name| name::is_plain(source, name))
            && word::may_begin(text, start)
        {
            out.push(Candidate::new(source, &name, &AUTHOR));
        }
    }
}
