//! People: who is named, once each, with roles, party and mentions.
//!
//! [`candidates`] finds the places where someone is named, [`speaker_lines`] the lines that introduce the speakers of a
//! record, [`merge`] brings the names of one person together, [`roles`] reads what stands beside them.

mod candidate;
mod candidates;
mod cast;
mod context;
mod elected;
mod first_names;
mod handles;
mod initials;
mod introduced;
mod lists;
mod merge;
mod name;
mod neighbours;
mod roles;
mod rolls;
mod speaker_lines;
mod titled;
mod word;

pub(crate) use cast::{Cast, Intro};

use crate::document::{BlockKind, Person, Rule, Span};
use crate::layers::structure::Structure;
use crate::scan::Source;
use crate::text::search::seek;
use candidate::Candidate;

/// The rules of this layer.
pub(crate) static RULES: &[&Rule] = &[
    &candidates::GIVEN,
    &candidates::PARTY,
    &titled::TITLE,
    &candidates::ROLE,
    &candidates::SAYS,
    &candidates::ALONE,
    &first_names::FIRST_NAME,
    &elected::ELECTED,
    &initials::INITIALS,
    &lists::LIST,
    &handles::HANDLE,
    &introduced::SPEAKER,
    &introduced::CHAIR,
];

/// Everyone named in a text, and the lines that introduce speakers, in order.
pub(crate) fn find(source: &Source, structure: &Structure) -> (Cast, Vec<Intro>) {
    let (intros, named) = speaker_lines::all(source);
    let mut candidates = candidates::all(source, &intros);
    let (blocks, mut next) = (&structure.blocks, 0);
    candidates.retain(|candidate| {
        // Most stand behind the one before.
        next = seek(blocks, next, |b| b.span.start <= candidate.span.start);
        let block = next.checked_sub(1).map(|i| blocks[i]).filter(|b| candidate.span.start < b.span.end);
        !block.is_some_and(|b| matches!(b.kind, BlockKind::Contents | BlockKind::Markup))
    });
    candidates.extend(named);
    sort(&mut candidates);
    if neighbours::add(source, &mut candidates) {
        sort(&mut candidates);
    }
    let merged = merge::merge(source, &mut candidates);
    // Their names are known: in a long text they take much room.
    let candidates: Vec<(Span, &Rule)> =
        candidates.into_iter().map(|candidate| (candidate.span, candidate.rule)).collect();
    let mut cast = Cast { mentions: Vec::with_capacity(candidates.len()), ..Cast::default() };
    let mut chairs = Vec::new();
    for (&(span, rule), person) in candidates.iter().zip(&merged.of) {
        let Some(index) = *person else { continue };
        let beside = roles::beside(source, span);
        if index as usize == cast.people.len() {
            let name = merged.names.get(index as usize).cloned().unwrap_or_default();
            cast.people.push(Person {
                cue: span.start,
                name,
                roles: Vec::new(),
                party: None,
                functions: Vec::new(),
                attended: Vec::new(),
                mentions: Vec::new(),
                rule,
            });
        }
        let Some(person) = cast.people.get_mut(index as usize) else { continue };
        for role in beside.roles {
            if !person.roles.contains(&role) {
                person.roles.push(role);
            }
        }
        if person.party.is_none() {
            person.party = beside.party;
        }
        if beside.chair && !chairs.contains(&index) {
            chairs.push(index);
        }
        person.mentions.push(span);
        cast.mentions.push((span, index));
    }
    if let [one] = chairs.as_slice() {
        cast.chair = Some(*one);
    }
    (cast, intros)
}

/// In order and without overlaps: introductions first, then the longer and surer candidate.
fn sort(candidates: &mut Vec<Candidate>) {
    let rank = |s: &Candidate| (s.span.start, !s.introduces, std::cmp::Reverse((s.sure, s.span.end)));
    candidates.sort_by_key(rank);
    candidates.dedup_by(|candidate, last| {
        let overlaps = last.span.end > candidate.span.start;
        let worth = |s: &Candidate| (s.introduces, s.sure, s.span.len());
        if overlaps && worth(candidate) > worth(last) {
            std::mem::swap(candidate, last);
        }
        overlaps
    });
}
