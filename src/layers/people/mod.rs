//! People: who is named, once each, with roles, party and mentions.
//!
//! [`candidates`] finds the places where someone is named, [`speaker_lines`] the lines that introduce the speakers of a
//! record, [`merge`] brings the names of one person together, [`roles`] reads what stands beside them.

mod authors;
mod candidate;
mod candidates;
mod cast;
mod context;
mod dialogue;
mod elected;
mod elections;
mod first_names;
mod handles;
mod homes;
mod initials;
mod introduced;
mod known;
mod lists;
mod merge;
mod name;
mod namesakes;
mod neighbours;
mod roles;
mod rolls;
mod runs;
mod speaker_lines;
mod surname_first;
mod titled;
mod word;

pub(crate) use cast::{Cast, Intro};

use crate::document::{BlockKind, Fired, Person, Rule, Span};
use crate::layers::structure::Structure;
use crate::lexicon::sets::people::{FIRM_ENDS, PAIR_JOINTS, PARTY_OF_ALL};
use crate::scan::Source;
use crate::text::search::seek;
use crate::text::walk;
use candidate::Candidate;
use roles::Neighbours;

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
    &initials::LETTER,
    &authors::AUTHOR,
    &lists::LIST,
    &runs::RUN,
    &handles::HANDLE,
    &introduced::SPEAKER,
    &introduced::CHAIR,
];

/// A line of contents or markup that is as long as this holds more than them.
const LONG: usize = 400;

/// *Hans Andersson Recycling AB*: whether a firm's name goes on behind that of a person.
fn is_of_firm(text: &str, end: usize) -> bool {
    // Behind most names a small word stands, or a mark.
    if !matches!(text.as_bytes().get(end..), Some([b' ', b'A'..=b'Z' | 0xC3, ..])) {
        return false;
    }
    let mut rest = text.get(end..).unwrap_or("");
    for _ in 0..3 {
        let firm =
            |end: &str| rest.strip_prefix(end).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if FIRM_ENDS.iter().any(|end| firm(end)) {
            return true;
        }
        let Some(next) = rest.strip_prefix(' ').filter(|next| walk::is_capitalised(next)) else {
            return false;
        };
        rest = next.trim_start_matches(char::is_alphabetic);
    }
    false
}

/// Everyone named in a text, and the lines that introduce speakers, in order.
pub(crate) fn find(source: &Source, structure: &Structure) -> (Cast, Vec<Intro>) {
    let (intros, named) = speaker_lines::all(source);
    let mut candidates = candidates::all(source, &intros);
    let (blocks, mut next) = (&structure.blocks, 0);
    candidates.retain(|candidate| {
        // Most stand behind the one before.
        next = seek(blocks, next, |b| b.span.start <= candidate.span.start);
        let block = next.checked_sub(1).map(|i| blocks[i]).filter(|b| candidate.span.start < b.span.end);
        // (A whole page on one line is no line of contents or markup.)
        let no_prose = |kind| matches!(kind, BlockKind::Contents | BlockKind::Markup);
        !block.is_some_and(|b| no_prose(b.kind) && b.span.len() < LONG)
            && !is_of_firm(source.text, candidate.span.end as usize)
    });
    candidates.extend(named);
    sort(&mut candidates);
    if neighbours::add(source, &mut candidates) {
        sort(&mut candidates);
    }
    if runs::add(source, &mut candidates) {
        sort(&mut candidates);
    }
    if runs::again(source, &mut candidates) {
        sort(&mut candidates);
    }
    if homes::part(source, &mut candidates) {
        sort(&mut candidates);
    }
    if known::grow(source, &mut candidates) {
        sort(&mut candidates);
    }
    if source.deadline.has_passed() {
        return Default::default();
    }
    let merged = merge::merge(source, &mut candidates);
    // Their names are known: in a long text they take much room.
    let candidates: Vec<(Span, Fired)> =
        candidates.into_iter().map(|candidate| (candidate.span, candidate.rule)).collect();
    let mut cast = Cast { mentions: Vec::with_capacity(candidates.len()), ..Cast::default() };
    let (mut chairs, mut others, mut led) = (Vec::new(), Vec::new(), false);
    let mut told = roles::Told::default();
    for (i, (&(span, rule), person)) in candidates.iter().zip(&merged.of).enumerate() {
        let Some(index) = *person else { continue };
        let at = |i: Option<usize>| {
            let i = i.filter(|&i| merged.of.get(i).is_some_and(Option::is_some))?;
            candidates.get(i).map(|(span, _)| *span)
        };
        let near = Neighbours { before: at(i.checked_sub(1)), name: span, after: at(Some(i + 1)), led };
        let beside = roles::beside(source, near);
        led = beside.led;
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
        let differs = person.party.is_some() && beside.party.is_some() && person.party != beside.party;
        if differs && let Some(party) = &beside.party {
            let (mention, party) = (cast.mentions.len(), party.clone());
            let roles = beside.roles.iter().map(ToString::to_string).collect();
            others.push(namesakes::Other { mention, party, roles, rule });
        } else {
            for role in &beside.roles {
                told.push(index, &mut person.roles, role);
            }
        }
        // *Anf. 1 ORDFÖRANDEN:*
        if rule.code == introduced::CHAIR.code {
            let name = person.name.clone();
            told.push(index, &mut person.roles, &name);
        }
        if person.party.is_none() {
            person.party = beside.party;
        }
        // One chair is asked for: of many, two tell as much.
        if beside.chair && chairs.len() < 2 && !chairs.contains(&index) {
            chairs.push(index);
        }
        person.mentions.push(span);
        cast.mentions.push((span, index));
    }
    share_parties(source, &mut cast);
    // The chair is told by the first mention: people may get other numbers.
    let of_chair = match chairs.as_slice() {
        [one] => cast.mentions.iter().position(|(_, person)| person == one),
        _ => None,
    };
    if !others.is_empty() {
        namesakes::part(source, blocks, &mut cast, others, told);
    }
    cast.chair = of_chair.and_then(|mention| cast.mentions.get(mention)).map(|&(_, person)| person);
    (cast, intros)
}

/// Gives the party behind the second of two to both, *Motion av Anna Holm och Per Ek (S)*, and that of a whole list to all in
/// it: *Eva Berg, Anna Holm och Per Ek (alla S)*.
fn share_parties(source: &Source, cast: &mut Cast) {
    // The mention that a list's party was given to last, from its end.
    let mut listed = None;
    for (at, pair) in cast.mentions.windows(2).enumerate().rev() {
        let &[(first, one), (second, other)] = pair else { continue };
        let joined = source.text.get(first.end as usize..second.start as usize);
        let (one, other) = (one as usize, other as usize);
        let bare = cast.people.get(one).is_some_and(|person| person.party.is_none());
        if !bare || !joined.is_some_and(|joint| PAIR_JOINTS.contains(&joint)) {
            continue;
        }
        let after = source.text.get(second.end as usize..).unwrap_or("");
        let all = after.strip_prefix(" (").is_some_and(|inner| {
            inner.get(..walk::word_end(inner, 0)).is_some_and(|word| PARTY_OF_ALL.has(word))
        });
        let all = all || listed == Some(at + 1) && joined == Some(", ");
        let both = joined != Some(", ") && context::party_after(source, second.end as usize).is_some();
        if !(all || both) {
            continue;
        }
        listed = all.then_some(at).or(listed);
        let party = cast.people.get(other).and_then(|person| person.party.clone());
        if let Some(person) = cast.people.get_mut(one) {
            person.party = party;
        }
    }
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
