//! Two of one name: a list that gives the same name with two parties names two people.

use super::cast::Cast;
use super::{context, roles};
use crate::document::{Fired, Person, Span};
use crate::layers::structure::Block;
use crate::scan::Source;
use foldhash::{HashMap, HashMapExt, HashSet};

/// A mention with another party than the person it seems to be of.
pub(super) struct Other {
    /// Index of the mention.
    pub mention: usize,
    pub party: String,
    pub roles: Vec<String>,
    pub rule: Fired,
}

/// Makes a person of their own of those whom one list names beside a namesake; the others, in the order of their
/// mentions, are slips.
pub(super) fn part(
    source: &Source,
    blocks: &[Block],
    cast: &mut Cast,
    others: Vec<Other>,
    mut told: roles::Told,
) {
    let block = |span: Span| blocks.partition_point(|block| block.span.start <= span.start);
    let whole = |span: Span| span.of(source.text).contains(char::is_whitespace);
    let doubted: HashSet<u32> =
        others.iter().filter_map(|other| Some(cast.mentions.get(other.mention)?.1)).collect();
    // Where they stand with the party that they seem to be of.
    let beside: HashSet<(usize, u32)> = (cast.mentions.iter().enumerate())
        .filter(|(index, (span, person))| {
            doubted.contains(person)
                && whole(*span)
                && others.binary_search_by_key(index, |other| other.mention).is_err()
                && context::party_after(source, span.end as usize).is_some()
        })
        .map(|(_, &(span, person))| (block(span), person))
        .collect();
    let mut two: HashMap<(u32, &str), usize> = HashMap::new();
    for other in &others {
        let Some(&(span, person)) = cast.mentions.get(other.mention) else { continue };
        if whole(span) && beside.contains(&(block(span), person)) {
            let next = two.len();
            two.entry((person, &other.party)).or_insert(next);
        }
    }
    // Where each mention goes: to the person as it was, or to the namesake of that party.
    let mut to = Vec::from_iter(cast.mentions.iter().map(|&(_, person)| (person, None)));
    for other in &others {
        let Some(place) = to.get_mut(other.mention) else { continue };
        place.1 = two.get(&(place.0, &*other.party)).copied();
        if place.1.is_none()
            && let Some(person) = cast.people.get_mut(place.0 as usize)
        {
            other.roles.iter().for_each(|role| told.push(place.0, &mut person.roles, role));
        }
    }
    if two.is_empty() {
        return;
    }
    // People are numbered anew, in the order of their first mentions.
    let mut told = roles::Told::default();
    let mut old = Vec::from_iter(std::mem::take(&mut cast.people).into_iter().map(Some));
    let mut numbers: HashMap<(u32, Option<usize>), u32> = HashMap::new();
    let names = Vec::from_iter(old.iter().flatten().map(|person| person.name.clone()));
    for (index, (mention, to)) in cast.mentions.iter_mut().zip(to).enumerate() {
        let number = match numbers.get(&to) {
            Some(number) => *number,
            None => {
                let number = cast.people.len() as u32;
                let other = others.binary_search_by_key(&index, |other| other.mention).ok();
                let person = match other.and_then(|at| others.get(at)).filter(|_| to.1.is_some()) {
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
                numbers.insert(to, number);
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
            other.roles.iter().for_each(|role| told.push(number, &mut person.roles, role));
        }
    }
}
