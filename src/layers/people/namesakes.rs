//! Two of one name: a list that gives the same name with two parties names two people.

use super::cast::Cast;
use super::{context, roles};
use crate::document::{Person, Rule, Span};
use crate::layers::structure::Block;
use crate::scan::Source;

/// A mention with another party than the person it seems to be of.
pub(super) struct Other {
    /// Index of the mention.
    pub mention: usize,
    pub party: String,
    pub roles: Vec<String>,
    pub rule: &'static Rule,
}

/// Makes a person of their own of those whom one list names beside a namesake; the others are slips.
pub(super) fn part(source: &Source, blocks: &[Block], cast: &mut Cast, others: Vec<Other>) {
    let block = |span: Span| blocks.partition_point(|block| block.span.start <= span.start);
    let whole = |span: Span| span.of(source.text).contains(char::is_whitespace);
    let listed = |cast: &Cast, other: &Other| {
        let Some(&(span, person)) = cast.mentions.get(other.mention) else { return false };
        let beside = |&(index, &(namesake, theirs)): &(usize, &(Span, u32))| {
            theirs == person
                && whole(namesake)
                && block(namesake) == block(span)
                && others.iter().all(|other| other.mention != index)
                && context::party_after(source, namesake.end as usize).is_some()
        };
        whole(span) && cast.mentions.iter().enumerate().any(|mention| beside(&mention))
    };
    let mut two: Vec<(u32, &str)> = Vec::new();
    for other in &others {
        let Some(&(_, person)) = cast.mentions.get(other.mention) else { continue };
        if !two.contains(&(person, &other.party)) && listed(cast, other) {
            two.push((person, &other.party));
        }
    }
    // Where each mention goes: to the person as it was, or to the namesake of that party.
    let mut to = Vec::from_iter(cast.mentions.iter().map(|&(_, person)| (person, None)));
    for other in &others {
        let Some(place) = to.get_mut(other.mention) else { continue };
        place.1 = two.iter().position(|&(person, party)| person == place.0 && party == other.party);
        if place.1.is_none()
            && let Some(person) = cast.people.get_mut(place.0 as usize)
        {
            other.roles.iter().for_each(|role| roles::push(&mut person.roles, role));
        }
    }
    if two.is_empty() {
        return;
    }
    // People are numbered anew, in the order of their first mentions.
    let mut old = Vec::from_iter(std::mem::take(&mut cast.people).into_iter().map(Some));
    let mut numbers: Vec<((u32, Option<usize>), u32)> = Vec::new();
    let names = Vec::from_iter(old.iter().flatten().map(|person| person.name.clone()));
    for (index, (mention, to)) in cast.mentions.iter_mut().zip(to).enumerate() {
        let number = match numbers.iter().find(|(of, _)| *of == to) {
            Some((_, number)) => *number,
            None => {
                let number = cast.people.len() as u32;
                let other = others.iter().find(|other| other.mention == index).filter(|_| to.1.is_some());
                let person = match other {
                    Some(other) => Some(Person {
                        cue: mention.0.start,
                        name: names.get(to.0 as usize).cloned().unwrap_or_default(),
                        roles: Vec::new(),
                        party: Some(other.party.clone()),
                        functions: Vec::new(),
                        attended: Vec::new(),
                        mentions: Vec::new(),
                        rule: other.rule,
                    }),
                    None => old.get_mut(to.0 as usize).and_then(Option::take),
                };
                let Some(mut person) = person else { continue };
                person.mentions.clear();
                cast.people.push(person);
                numbers.push((to, number));
                number
            }
        };
        mention.1 = number;
        if let Some(person) = cast.people.get_mut(number as usize) {
            person.mentions.push(mention.0);
        }
    }
    for other in &others {
        let Some(&(_, number)) = cast.mentions.get(other.mention) else { continue };
        if let Some(person) = cast.people.get_mut(number as usize) {
            other.roles.iter().for_each(|role| roles::push(&mut person.roles, role));
        }
    }
}
