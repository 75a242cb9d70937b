//! People whom a court or an ombudsman names by their initials: *L.F. ansökte om bidrag*.

use super::candidate::Candidate;
use super::first_names::is_finite;
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::FINITE;
use crate::scan::Source;
use crate::text::walk;
use memchr::memchr_iter;

rule! {
    /// Two initials that stand for a name, twice or more and once before a verb.
    pub(super) INITIALS = "person.initials";
    finds "⟦L.F.⟧ ansökte om bidrag. Kassan avslog ansökan från ⟦L.F.⟧ i maj.";
    passes "Priset är i U.S. dollar.";
    passes "P.S. Glöm inte kaffet.";
}

/// The places where people are named so.
pub(super) fn all<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let bytes = text.as_bytes();
    let mut found: Vec<Span> = Vec::new();
    for dot in memchr_iter(b'.', bytes) {
        let Some([first, b'.', second, b'.']) =
            bytes.get(dot.wrapping_sub(1)..).and_then(|b| b.first_chunk::<4>())
        else {
            continue;
        };
        let start = dot - 1;
        let apart =
            !walk::char_before(text, start).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        let after = walk::char_at(text, start + 4);
        let closes = after.is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '-');
        // *C.H. Hermansson*.
        let named =
            text.get(start + 4..).and_then(|rest| rest.strip_prefix(' ')).is_some_and(walk::is_capitalised);
        if first.is_ascii_uppercase() && second.is_ascii_uppercase() && apart && closes && !named {
            found.push(Span::new(start, start + 4));
        }
    }
    for &span in &found {
        let same = |other: &&Span| other.of(text) == span.of(text);
        let acts = |span: &Span| {
            let next = walk::next_word(text, span.end as usize);
            next.filter(|(from, _)| *from == span.end as usize + 1)
                .and_then(|(from, to)| text.get(from..to))
                .is_some_and(|word| acts_as(source, word))
        };
        let (several, acting) = found
            .iter()
            .take(MOST)
            .filter(same)
            .fold((0, false), |(n, any), span| (n + 1, any || acts(span)));
        if several > 1 && acting {
            out.push(Candidate::named(span, span.of(text), &INITIALS));
        }
    }
}

/// Whether the word is a verb beyond doubt: many nouns in the plural end as verbs do.
fn acts_as(source: &Source, word: &str) -> bool {
    let told =
        word.ends_with("de") || word.ends_with("te") || matches!(word, "är" | "har") || FINITE.has(word);
    word.starts_with(char::is_lowercase)
        && (told && is_finite(word) || source.lexicon.classes_of(word).has(Classes::SAYS))
}

/// More such places than this are not compared.
const MOST: usize = 200;
