//! People: who is named, once each, with roles, party and mentions.
//!
//! [`spot`] finds the places where someone is named, [`intro`] the lines that introduce the speakers of a
//! record, [`merge`] brings the names of one person together, [`roles`] reads what stands beside them.

mod around;
mod handles;
pub(crate) mod intro;
mod introduced;
mod merge;
mod name;
mod roles;
pub(crate) mod rules;
mod spot;
mod titled;
mod word;

use crate::analyze::Source;
use crate::document::Person;
use crate::rules::Rule;
use crate::span::Span;
use crate::structure::{BlockKind, Structure};
use crate::text::seek::seek;
use intro::Intro;
use spot::Spot;

/// The people of a text.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// In order of first mention.
    pub people: Vec<Person>,
    /// Every mention with the index of its person; in order of the text, never overlapping.
    pub mentions: Vec<(Span, u32)>,
    /// The lines that introduce speakers, in order.
    pub intros: Vec<Intro>,
    /// Who a bare *ordföranden* is, where that can only be one.
    pub chair: Option<u32>,
}

impl Cast {
    /// The mentions that start in `span`.
    pub fn within(&self, span: Span) -> &[(Span, u32)] {
        let from = self.mentions.partition_point(|(m, _)| m.start < span.start);
        let to = self.mentions.partition_point(|(m, _)| m.start < span.end);
        &self.mentions[from..to.max(from)]
    }
}

/// Everyone named in a text.
pub(crate) fn find(source: &Source, structure: &Structure) -> Cast {
    let (intros, named) = intro::all(source);
    let mut spots = spot::all(source, &intros);
    let (blocks, mut next) = (&structure.blocks, 0);
    spots.retain(|spot| {
        // Most stand behind the one before.
        next = seek(blocks, next, |b| b.span.start <= spot.span.start);
        let block = next.checked_sub(1).map(|i| blocks[i]).filter(|b| spot.span.start < b.span.end);
        !block.is_some_and(|b| matches!(b.kind, BlockKind::Contents | BlockKind::Markup))
    });
    spots.extend(named);
    sort(&mut spots);
    let merged = merge::merge(source, &mut spots);
    // Their names are known: in a long text they take much room.
    let spots: Vec<(Span, &Rule)> = spots.into_iter().map(|spot| (spot.span, spot.rule)).collect();
    let mut cast = Cast { intros, mentions: Vec::with_capacity(spots.len()), ..Cast::default() };
    let mut chairs = Vec::new();
    for (&(span, rule), person) in spots.iter().zip(&merged.of) {
        let Some(index) = *person else { continue };
        let beside = roles::beside(source, span);
        if index as usize == cast.people.len() {
            let name = merged.names.get(index as usize).cloned().unwrap_or_default();
            cast.people.push(Person {
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
    cast
}

/// In order and without overlaps: introductions first, then the longer and surer spot.
fn sort(spots: &mut Vec<Spot>) {
    let rank = |s: &Spot| (s.span.start, !s.introduces, std::cmp::Reverse((s.sure, s.span.end)));
    spots.sort_by_key(rank);
    spots.dedup_by(|spot, last| {
        let overlaps = last.span.end > spot.span.start;
        let worth = |s: &Spot| (s.introduces, s.sure, s.span.len());
        if overlaps && worth(spot) > worth(last) {
            std::mem::swap(spot, last);
        }
        overlaps
    });
}
