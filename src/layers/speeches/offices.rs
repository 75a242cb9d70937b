//! Whom a title without a name can only be: *ordföranden*, *sekreteraren*, *kommunstyrelsens ordförande*.

use super::context::Context;
use super::subject::list_forward;
use super::subject_gap::{ORDER, is, is_role};
use crate::document::Span;
use crate::lexicon::sets::function_words::OCH_WORD;
use crate::lexicon::sets::speeches::{
    BY, CHOICE, DEFINITE, DEFINITE_TITLES, DEPUTY, ELECTS, FORMER, KEEPS_MINUTES, LEADS, LEADS_BARELY,
    MANY_TITLES, MEETING, MEETS, OF_OFFICE, OFFICE_ENDS, OFFICE_GENITIVES, OWN_BODIES, PARTY_MEMBERS,
    TO_OFFICE,
};
use crate::lexicon::{Classes, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;
use crate::words::lower::lowered;

/// Who is chosen to which office in the text.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    elections: Vec<Election>,
}

/// *Till ordförande för stämman valdes Anna Holm.*
#[derive(Debug)]
struct Election {
    at: u32,
    office: Office,
    person: u32,
    /// For this meeting, and not for the years to come.
    of_meeting: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Office {
    Chair,
    Secretary,
}

/// Whom a title names, and whether it is the chair's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    pub person: u32,
    pub is_chair: bool,
}

/// So many people are asked for a role.
const CROWD: usize = 400;

impl Offices {
    pub fn of(c: &Context) -> Offices {
        let roles = c.source.cues.of(Classes::ROLE);
        Offices { elections: roles.filter_map(|cue| election(c, cue)).collect() }
    }

    /// The one chosen last before `at` to lead this meeting or to keep its minutes.
    fn chosen(&self, office: Office, at: usize, of_meeting: bool) -> Option<u32> {
        let before = &self.elections[..self.elections.partition_point(|e| (e.at as usize) < at)];
        let mut fit = before.iter().filter(|e| e.office == office && e.of_meeting == of_meeting);
        // Of elections without a word of what for, the first is the meeting's own.
        if of_meeting { fit.next_back() } else { fit.next() }.map(|e| e.person)
    }
}

/// *ordförande, mötesordföranden*: which office the word names.
fn office(source: &Source, word: &str) -> Option<Office> {
    // Most words are told by their ends.
    let end = word.as_bytes().last_chunk::<2>()?;
    if !OFFICE_ENDS.iter().any(|own| end.eq_ignore_ascii_case(own.as_bytes())) {
        return None;
    }
    let lower = lowered(word);
    let chairs = || source.lexicon.word(lower.as_bytes()).map(|n| source.lexicon.value(Slot::Roles, n));
    if KEEPS_MINUTES.iter().any(|end| lower.ends_with(end)) {
        Some(Office::Secretary)
    } else if lower.ends_with(DEFINITE) || LEADS_BARELY.iter().any(|end| lower.ends_with(end)) {
        (chairs() == Some("chair")).then_some(Office::Chair)
    } else {
        None
    }
}

/// Whether the word names the one who leads a meeting.
pub(super) fn is_chair(source: &Source, word: &str) -> bool {
    office(source, word) == Some(Office::Chair)
}

/// Whether the title at `cue` is given to somebody in its sentence.
fn election(c: &Context, cue: Cue) -> Option<Election> {
    let text = c.source.text;
    let word = cue.span().of(text);
    let office = office(c.source, word)?;
    let (mut from, mut to) = walk::previous_word(text, cue.start as usize)?;
    // "till mötets ordförande".
    let of_this = MEETING.has(text.get(from..to)?);
    if of_this {
        (from, to) = walk::previous_word(text, from)?;
    }
    let lead = text.get(from..to)?;
    let next = walk::next_word(text, cue.end());
    let after = next.and_then(|(s, e)| text.get(s..e)).unwrap_or("");
    let what = next.and_then(|(_, e)| walk::next_word(text, e)).and_then(|(s, e)| text.get(s..e));
    let for_meeting = OF_OFFICE.has(after) && what.is_some_and(|w| MEETING.has(w));
    // "till ordförande i valberedningen", "till ordförande på ett år".
    if OF_OFFICE.has(after) && !for_meeting {
        return None;
    }
    let lower = lowered(word);
    let of_meeting = for_meeting || of_this || MEETS.iter().any(|w| lower.starts_with(w));
    let sentence = c.structure.sentences.at(cue.start as usize)?;
    let chosen = |gap: &str| gap.split_whitespace().any(|w| ELECTS.has(w.trim_matches([',', '.', ':'])));
    let person = match lead {
        _ if TO_OFFICE.has(lead) => {
            let behind = c.cast.within(Span::new(cue.end(), (sentence.end as usize).max(cue.end())));
            let behind = behind.first().filter(|(m, _)| {
                text.get(cue.end()..m.start as usize).is_some_and(|gap| gap.len() < 90 && chosen(gap))
            });
            let before = || {
                let (mention, person) =
                    *c.cast.within(Span::new((sentence.start as usize).min(from), from)).last()?;
                let gap = text.get(mention.end as usize..from)?;
                let ahead = text.get(sentence.start as usize..mention.start as usize)?;
                (gap.len() < 70 && ahead.len() < 200 && (chosen(gap) || chosen(ahead))).then_some(person)
            };
            // *välja Anna Holm till mötesordförande⏎välja Per Ek till sekreterare*: the one beside the title.
            let beside = || {
                let &(mention, person) =
                    c.cast.within(Span::new((sentence.start as usize).min(from), from)).last()?;
                let apart = text.get(mention.end as usize..from)?.trim();
                let ahead = text.get(sentence.start as usize..mention.start as usize)?;
                let chosen = ahead.split_whitespace().next_back().is_some_and(|word| ELECTS.has(word));
                (apart.is_empty() && chosen).then_some(person)
            };
            beside().or(behind.map(|&(_, person)| person)).or_else(before)?
        }
        _ if BY.has(lead)
            && walk::previous_word(text, from)
                .is_some_and(|(s, e)| text.get(s..e).is_some_and(|w| CHOICE.has(w))) =>
        {
            let (mention, person) =
                *c.cast.within(Span::new(cue.end(), (cue.end() + 150).min(text.len()))).first()?;
            let gap = text.get(cue.end()..mention.start as usize)?;
            if gap.contains('§') || gap.matches('\n').count() > 3 {
                return None;
            }
            person
        }
        _ => return None,
    };
    Some(Election { at: cue.start, office, person, of_meeting })
}

/// Whom the title at `start..end` names, if it stands alone: without a name beside it, without *vice* before it.
pub(super) fn bearer(c: &Context, start: usize, end: usize) -> Option<Bearer> {
    let text = c.source.text;
    let word = text.get(start..end)?;
    if let Some(person) = of_party(c, word, start) {
        return Some(Bearer { person, is_chair: false });
    }
    let office = office(c.source, word);
    // In a verbatim record titles are names of others.
    if !c.intros.is_empty() && office != Some(Office::Chair)
        || office.is_none() && !is_definite_role(c.source, word)
        || named_beside(c, start, end)
    {
        return None;
    }
    let before = walk::previous_word(text, start).and_then(|(s, e)| text.get(s..e)).unwrap_or("");
    if walk::same_word(before, DEPUTY) {
        let whole = |stem: &str| format!("{DEPUTY} {stem}");
        let wholes = Vec::from_iter(indefinite(&word.to_lowercase()).map(whole));
        let person = only(c, |role| wholes.iter().any(|whole| role == whole))?;
        return is_named_before(c, person, start).then_some(Bearer { person, is_chair: false });
    }
    if FORMER.has(before) {
        return None;
    }
    let genitive = before
        .as_bytes()
        .last_chunk::<3>()
        .is_some_and(|end| OFFICE_GENITIVES.iter().any(|own| end.eq_ignore_ascii_case(own.as_bytes())));
    // (*mötets ordförande* is the one who leads it.)
    if genitive && !MEETING.has(before) {
        if !c.intros.is_empty() {
            return None;
        }
        // "kommunstyrelsens ordförande": the one who is called so in whole.
        let (owner, lower) = (before.to_lowercase(), word.to_lowercase());
        let whole = |stem: &str| format!("{owner} {stem}");
        let wholes = Vec::from_iter(indefinite(&lower).map(whole));
        let person = only(c, |role| wholes.iter().any(|whole| role.contains(whole)))
            .or_else(|| own_chair(c, &owner, office, start))
            .filter(|&person| is_named_before(c, person, start))?;
        return Some(Bearer { person, is_chair: office == Some(Office::Chair) });
    }
    match office {
        Some(Office::Chair) => chair(c, start).map(|person| Bearer { person, is_chair: true }),
        Some(Office::Secretary) if genitive || is_definite_role(c.source, word) => {
            let offices = c.offices();
            let person = offices
                .chosen(Office::Secretary, start, true)
                .or_else(|| offices.chosen(Office::Secretary, start, false))
                .or_else(|| by_role(c, word))?;
            Some(Bearer { person, is_chair: false })
        }
        Some(Office::Secretary) => None,
        None => by_role(c, word)
            .filter(|&person| is_named_before(c, person, start))
            .map(|person| Bearer { person, is_chair: false }),
    }
}

/// *Utredarna föreslår*: those who bear the title, two or three, named not far before.
pub(super) fn several(c: &Context, start: usize, end: usize) -> Option<Vec<u32>> {
    let word = c.source.text.get(start..end).filter(|word| word.len() > 7 && c.intros.is_empty())?;
    let stem = MANY_TITLES.iter().find_map(|row| {
        let (end, one) = row.split_once(' ').unwrap_or((row, ""));
        let stem = format!("{}{one}", word.strip_suffix(end)?.to_lowercase());
        is_role(c.source, &stem).then_some(stem)
    })?;
    let near = c.cast.within(Span::new(start.saturating_sub(TITLE_FAR), start));
    let mut people: Vec<u32> = Vec::new();
    for &(mention, person) in near {
        let one = c.cast.people.get(person as usize)?;
        let bears = one.roles.iter().take(9).any(|role| {
            let role = role.to_lowercase();
            role.split([' ', ',']).any(|w| w == stem || w == word.to_lowercase())
        });
        // (*utredarna Anna Holm och Per Ek*: the title stands before the first.)
        let listed = || list_forward(c, Span::new(mention.start as usize, start));
        for person in if bears { listed() } else { Vec::new() } {
            if !people.contains(&person) {
                people.push(person);
            }
        }
    }
    (2..4).contains(&people.len()).then_some(people)
}

/// So far back those may be named whom a title in the plural means, in bytes.
const TITLE_FAR: usize = 600;

/// *säger socialdemokraten*: the only one of that party whom the text has named.
fn of_party(c: &Context, word: &str, at: usize) -> Option<u32> {
    if !word.ends_with(DEFINITE) || word.len() < 8 {
        return None;
    }
    let row = PARTY_MEMBERS.iter().find(|row| row.split_once(' ').is_some_and(|(name, _)| name == word))?;
    if !c.intros.is_empty() || named_beside(c, at, at + word.len()) {
        return None;
    }
    let of = |party: &str| row.split(' ').skip(1).any(|own| own == party);
    let people = c.cast.people.iter().enumerate().take(CROWD);
    let mut members = people.filter(|(_, one)| one.party.as_deref().is_some_and(of));
    let (first, second) = (members.next()?, members.next());
    (second.is_none() && is_named_before(c, first.0 as u32, at)).then_some(first.0 as u32)
}

/// *Kassör redovisade läget*: a title without its article that opens the sentence, borne by one person alone.
pub(super) fn bare(c: &Context, sentence: Span, start: usize, end: usize) -> Option<Bearer> {
    let text = c.source.text;
    let word = text.get(start..end)?;
    if !c.intros.is_empty() || word.len() < 5 || !is_role(c.source, word) || named_beside(c, start, end) {
        return None;
    }
    // *Kultur- och fritidschef*, *T.f. rektor*
    let lead = text.get(sentence.start as usize..start)?;
    let half = |word: &str| word.ends_with('-') || word == OCH_WORD || is(word.trim_end_matches('.'), ORDER);
    if lead.len() > 40
        || !lead.split_whitespace().all(half)
        || lead.trim_end().ends_with(OCH_WORD) && !lead.contains('-')
    {
        return None;
    }
    let lower = word.to_lowercase();
    let person = only(c, |role| role.split([' ', ',']).any(|w| w == lower))?;
    is_named_before(c, person, start).then_some(Bearer { person, is_chair: false })
}

/// Whether the person is named before byte `at`: a title alone means somebody of whom the text has told.
fn is_named_before(c: &Context, person: u32, at: usize) -> bool {
    let first = c.cast.people.get(person as usize).and_then(|p| p.mentions.first());
    first.is_none_or(|mention| (mention.start as usize) < at)
}

/// *Föreningens ordförande*: the only one called *ordförande*, where no other is chosen to lead the meeting.
fn own_chair(c: &Context, owner: &str, office: Option<Office>, at: usize) -> Option<u32> {
    let chairs = office == Some(Office::Chair) && OWN_BODIES.has(owner);
    let chosen = || c.offices().chosen(Office::Chair, at, true).is_some();
    if chairs && !chosen() { only(c, |role| LEADS.has(role.trim_end_matches('.'))) } else { None }
}

/// Who leads the meeting at byte `at`.
fn chair(c: &Context, at: usize) -> Option<u32> {
    if !c.intros.is_empty() {
        return c.cast.chair;
    }
    let offices = c.offices();
    let bare = |role: &str| LEADS.has(role.trim_end_matches('.'));
    let by_first = || {
        let mut people = c.cast.people.iter().take(CROWD);
        let first = people.position(|p| p.roles.iter().take(9).any(|r| bare(&r.to_lowercase())))?;
        Some(first as u32)
    };
    offices
        .chosen(Office::Chair, at, true)
        .or(c.cast.chair)
        .or_else(|| offices.chosen(Office::Chair, at, false))
        .or_else(by_first)
        .filter(|&person| is_named_before(c, person, at))
}

/// A role in the definite form, long enough to tell somebody: *rektorn, kassören, kommunalrådet*.
pub(super) fn is_definite_role(source: &Source, word: &str) -> bool {
    let bare = || indefinite(&word.to_lowercase()).any(|stem| is_role(source, stem));
    word.len() > 5 && word.ends_with(['n', 't']) && (is_role(source, word) || bare())
}

/// The only one whose roles have this word.
fn by_role(c: &Context, word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    only(c, |role| role.split([' ', ',']).any(|w| indefinite(&lower).any(|stem| w == stem)))
}

/// The only person with a role, in lower case, that `fits`.
fn only(c: &Context, fits: impl Fn(&str) -> bool) -> Option<u32> {
    let bears = |roles: &[String]| roles.iter().take(9).any(|r| fits(&r.to_lowercase()));
    let mut bearers = c.cast.people.iter().enumerate().take(CROWD).filter(|(_, p)| bears(&p.roles));
    match (bearers.next(), bearers.next()) {
        (Some((i, _)), None) => Some(i as u32),
        _ => None,
    }
}

/// The word itself, and what it may be without its article: *rektorn, rektor*; *kassören, kassör*; *kyrkoherden,
/// kyrkoherde*; *kommunalrådet, kommunalråd*.
fn indefinite(lower: &str) -> impl Iterator<Item = &str> {
    let stems = DEFINITE_TITLES.iter().filter_map(|end| lower.strip_suffix(end));
    std::iter::once(lower).chain(stems.filter(|stem| stem.len() > 3))
}

/// Whether a name stands right behind the title: *ordföranden Anna Holm*.
fn named_beside(c: &Context, start: usize, end: usize) -> bool {
    !c.cast.within(Span::new(start, (end + 3).min(c.source.text.len()))).is_empty()
}
