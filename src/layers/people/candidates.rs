//! Where people are named: candidates from the cues, each read with its surroundings.

use super::candidate::Candidate;
use super::cast::Intro;
use super::context::{comma_role, is_free, is_role_of, party_after, party_cell, role_before};
use super::elected::elected;
use super::first_names::{self, FIRST_NAME, does_something};
use super::handles::Handles;
use super::lists::{inverted, unknown_given, without_comma};
use super::name::{self, Name};
use super::titled::titled;
use super::word::{self, Gap, Kind, Token};
use super::{authors, initials, rolls, surname_first};
use crate::document::Span;
use crate::document::rule::{here, rule};
use crate::lexicon::sets::function_words::AR_OR_HAR;
use crate::lexicon::sets::people::{
    ASKING_FIRSTS, BECOMES, BEFORE_INITIALS, BEFORE_PLACE, DEFINITE_ENDINGS, ELECTING, FIRM_ENDS, FROM_FIRM,
    IN_PLACE, LEAD_JOINTS, MINISTER_ENDS, MOSTLY_NAMES, NAME_GOES_ON, NAME_JOINTS, PERSON_ENDINGS, PERSONAL,
    PLURAL_ROLES, STREET_ENDINGS, THANKED,
};
use crate::lexicon::{Classes, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;
use foldhash::HashSet;

rule! {
    /// A given name and the capitalised words after it (SCB, register of names).
    pub(super) GIVEN = "person.given";
    finds "Mötet leddes av ⟦Anna Holm⟧ från Umeå.";
    finds "Ordet gick till ⟦ANNA KARIN HOLM⟧.";
    finds "Vi mötte ⟦Ing-Britt Blomgren⟧ på torget.";
    passes "Mötet hölls på Hotell Anna Holm i Umeå.";
    passes "Per Capsulam antogs planen i maj.";
}

rule! {
    /// Capitalised words before the letters of a party in brackets (Valmyndigheten, register of parties).
    pub(super) PARTY = "person.party";
    finds "Jävig var ⟦Hravn Forsne⟧ (M) i ärendet.";
    finds "Jävig var ⟦Hravn Forsne⟧ (vpk) i ärendet.";
    passes "Förslaget kom från Moderaterna (M) i mars.";
}

rule! {
    /// Capitalised words after a word for what a person is.
    pub(super) ROLE = "person.role";
    finds "Vid mötet var kommundirektör ⟦Hravn Lindberg⟧ med.";
    finds "Vi mötte rektor ⟦Tuva Orrmo⟧ i skolan.";
    passes "Vid mötet var kommundirektör Region Skåne med.";
    passes "Vid mötet var direktör Göteborgs Stad med.";
}

rule! {
    /// Capitalised words beside a verb of speaking.
    pub(super) SAYS = "person.says";
    finds "– Det blir bra, säger ⟦Hravn Forsne⟧.";
    passes "– Det blir bra, säger Göteborgs Stad.";
}

rule! {
    /// A given name alone beside a verb of speaking or a role.
    pub(super) ALONE = "person.alone";
    finds "– Det blir bra, säger ⟦Lisa⟧.";
    finds "Vi mötte ordförande ⟦Lisa⟧ i hallen.";
    passes "Hotellet heter Lisa.";
}

/// What leads to the name of somebody.
const NAMING: Classes = Classes::TITLE
    .or(Classes::GIVEN)
    .or(Classes::SURNAME)
    .or(Classes::BRACKET)
    .or(Classes::ROLE)
    .or(Classes::SAYS)
    .or(Classes::SETTLES);

/// All candidates that the cues lead to, in any order, outside the names of introductions.
pub(super) fn all<'t>(source: &Source<'t>, intros: &[Intro]) -> Vec<Candidate<'t>> {
    let (mut candidates, mut doubtful): (Vec<Candidate>, Vec<Candidate>) = (Vec::new(), Vec::new());
    let mut handles = Handles::default();
    let (mut done, mut intros) = (0, intros.iter().peekable());
    let mut columns = surname_first::all(source).into_iter().peekable();
    for (step, cue) in source.cues.of(NAMING).enumerate() {
        if source.deadline.has_passed_at(step) {
            break;
        }
        handles.look(source, cue);
        let start = cue.start as usize;
        while let Some(intro) = intros.next_if(|intro| intro.name.start as usize <= start) {
            done = done.max(intro.name.end as usize);
        }
        while let Some(entry) = columns.next_if(|entry| entry.span.start as usize <= start) {
            done = done.max(entry.span.end as usize);
            candidates.push(entry);
        }
        if cue.has(Classes::TITLE) && start >= done {
            let before = candidates.len();
            titled(source, cue, &mut candidates);
            if let Some(last) = candidates[before..].last() {
                done = last.span.end as usize;
                continue;
            }
        }
        if cue.has(Classes::GIVEN) && start >= done {
            if let Some(candidate) = inverted(source, start) {
                done = candidate.span.end as usize;
                candidates.push(candidate);
                continue;
            }
            if let Some(candidate) = given(source, start, done).map(|found| over_break(source, found)) {
                done = done.max(candidate.span.end as usize);
                candidates.push(candidate);
                continue;
            }
            doubtful.extend(may_be_known(source, start));
        }
        if cue.has(Classes::BRACKET) {
            bracketed(source, start, done, &mut candidates);
        }
        if cue.has(Classes::ROLE) && start > done {
            candidates.extend(before_role(source, cue, done));
        }
        if cue.has(Classes::ROLE)
            && start >= done
            && let Some(candidate) = role_led(source, cue)
        {
            done = done.max(candidate.span.end as usize);
            candidates.push(candidate);
            continue;
        }
        if cue.has(Classes::SURNAME) && !cue.has(Classes::GIVEN) && start >= done {
            candidates.extend(surname(source, start));
        }
        if cue.has(Classes::SAYS) {
            beside_verb(source, cue, &mut candidates);
        }
        if cue.has(Classes::SETTLES) {
            elected(source, cue, &mut candidates);
        }
    }
    candidates.extend(columns);
    rolls::all(source, &mut candidates);
    initials::all(source, &mut candidates);
    authors::all(source, &mut candidates);
    candidates.extend(handles.candidates(source));
    known_elsewhere(&mut candidates, doubtful);
    candidates
}

/// *Péter Koncz var nöjd*: two names of which nothing tells that somebody bears them.
fn may_be_known<'t>(source: &Source<'t>, at: usize) -> Option<Candidate<'t>> {
    if !may_start(source.text, at) {
        return None;
    }
    let name = name::read(source, at).filter(|name| name.weight() == 2 && name.len == 2)?;
    is_free(source, &name).then(|| Candidate::new(source, &name, &GIVEN))
}

/// Those of `doubtful` whose whole name is somebody's elsewhere in the text.
fn known_elsewhere<'t>(candidates: &mut Vec<Candidate<'t>>, doubtful: Vec<Candidate<'t>>) {
    if doubtful.is_empty() {
        return;
    }
    let known: HashSet<&str> =
        candidates.iter().filter(|one| one.full && one.sure).map(|one| &*one.name).collect();
    let again = Vec::from_iter(doubtful.into_iter().filter(|one| known.contains(&*one.name)));
    candidates.extend(again);
}

/// From a given name on.
fn given<'t>(source: &Source<'t>, at: usize, done: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    // From the second part of a double name back to the first: Ing-Britt.
    let joined = text.get(..at).and_then(|t| t.strip_suffix('-')).map(|t| walk::word_start(t, t.len()));
    let at = match joined {
        // *IT-Mattias*: of the department he comes from.
        Some(start) if start + 1 < at && text.get(start..at).is_some_and(walk::is_all_caps) => at,
        Some(start) if start + 1 < at && text.get(start..).is_some_and(walk::is_capitalised) => start,
        _ => at,
    };
    if !may_start(text, at) {
        return None;
    }
    let name = name::read(source, at)?;
    if !is_free(source, &name) {
        return None;
    }
    let first = name.first().of(text);
    // *The Summit*: a name in other tongues, a common word here.
    if !word::can_be_name(source, first) && !word::is_first_name(first) {
        return None;
    }
    let known_first = word::is_given(source, first);
    if name.weight() == 1 {
        if name.len > 1 || !known_first && !word::is_surname(source, first) || is_street(text, &name) {
            return None;
        }
        if let Some(candidate) = without_comma(source, &name) {
            return Some(candidate);
        }
        if known_first
            && (!word::is_word_name(first)
                || MOSTLY_NAMES.has(first) && does_something(source, name.end() + 2))
            && let Some(candidate) = abbreviated(source, &name)
        {
            return Some(candidate);
        }
        if first_names::is_somebody(source, &name) {
            return Some(Candidate::new(source, &name, &FIRST_NAME).sure(true));
        }
        let candidate = Candidate::new(source, &name, &ALONE);
        let sure = !word::is_word_name(first)
            && name.first().kind == Kind::Capital
            && (role_before(source, at).is_some()
                || comma_role(source, name.end())
                || is_role_of(source, name.end()));
        return Some(candidate.sure(sure));
    }
    // *Bejzat Ensio Wikzell (M)*, *Ngozi Fadumo Le, arkitekt*: there the name begins where the capitals do.
    if !word::is_first_name(first)
        && (party_after(source, name.end()).is_some() || comma_role(source, name.end()))
        && let Some(whole) = name::read_back(source, name.end())
        && whole.first().start < at
        && whole.first().start >= done
        && whole.len < 5
        && !DEFINITE_ENDINGS.iter().any(|ending| whole.first().of(text).ends_with(ending))
        && !name::begins_with_genitive(source, &whole)
    {
        return Some(Candidate::new(source, &whole, &GIVEN));
    }
    if belongs(source, at) || is_firm(source, &name) {
        return None;
    }
    if let Some(whole) = behind_unknown(source, &name).filter(|whole| whole.first().start >= done) {
        return Some(Candidate::new(source, &whole, &GIVEN));
    }
    let surname = name.last().of(text);
    let caps = name.first().kind == Kind::Caps;
    // *Marine Sediment är en rapport*: a rare name that opens its sentence wants another sign.
    let closed = || {
        let rest = text.get(name.end()..);
        rest.is_some_and(|rest| rest.starts_with([',', ';', ')', '\n', '\r']) || rest.is_empty())
    };
    let sign = || {
        None.or_else(|| word::is_first_name(first).then_some(here()))
            .or_else(|| word::is_surname(source, surname).then_some(here()))
            .or_else(|| inside(source, &name).then_some(here()))
            .or_else(|| closed().then_some(here()))
            .or_else(|| is_listed(source, &name).then_some(here()))
    };
    // A given name that is no common word (`given-names` without `word-names`), and looks like one here.
    let strong = if known_first && !word::is_word_name(first) { sign() } else { None };
    let known_last = || word::is_surname(source, surname);
    let bracket = || party_after(source, name.end()).is_some() || party_cell(source, name.end()).is_some();
    let mostly = || MOSTLY_NAMES.has(first);
    // Bo Örjan Försth.
    let second = || name.len > 2 && word::is_first_name(name.tokens()[1].of(text));
    let fits = match (strong, caps) {
        (Some(sign), false) => Some(sign),
        (Some(_), true) => {
            None.or_else(|| known_last().then_some(here())).or_else(|| bracket().then_some(here()))
        }
        (None, _) => None
            .or_else(|| bracket().then_some(here()))
            .or_else(|| (known_last() && !word::is_word_name(surname)).then_some(here()))
            .or_else(|| role_before(source, at).is_some().then_some(here()))
            .or_else(|| (mostly() && is_thanked(source, &name)).then_some(here()))
            .or_else(|| (mostly() && inside(source, &name)).then_some(here()))
            .or_else(|| (mostly() && comma_role(source, name.end())).then_some(here()))
            .or_else(|| (mostly() && second()).then_some(here())),
    };
    fits.map(|line| Candidate::new(source, &name, &GIVEN).at(line))
}

/// *Hjalmar⏎Holmsgatan*: half of a street's name, which the line broke.
fn is_street(text: &str, name: &Name) -> bool {
    let Some((from, to)) = walk::next_word(text, name.end()) else { return false };
    let (gap, next) = (text.get(name.end()..from), text.get(from..to).unwrap_or_default());
    let broken = gap.is_some_and(|gap| gap.trim().is_empty() && gap.matches('\n').count() == 1);
    broken && walk::is_capitalised(next) && STREET_ENDINGS.iter().any(|ending| next.ends_with(ending))
}

/// *Ing-⏎Britt Holm*: the first half of a double name stands on the line before.
fn over_break<'t>(source: &Source<'t>, found: Candidate<'t>) -> Candidate<'t> {
    let text = source.text;
    let end = found.span.start as usize;
    let half = text.get(..end).and_then(|before| before.trim_end().strip_suffix('-'));
    let Some((start, half)) = half.map(|half| walk::word_start(half, half.len())).and_then(|start| {
        let gap = text.get(start..end)?.trim_start_matches(char::is_alphabetic);
        let half = text.get(start..end - gap.len())?;
        (gap.starts_with("-\n") || gap.starts_with("-\r\n")).then_some((start, half))
    }) else {
        return found;
    };
    if !found.full
        || !walk::is_capitalised(half)
        || walk::is_all_caps(half)
        || !word::can_be_name(source, half)
    {
        return found;
    }
    let name = format!("{half}-{}", found.name);
    Candidate { span: Span::new(start, found.span.end as usize), name: name.into(), ..found }
}

/// *när Bejzat Rojda Holm frågar*: inside a sentence a capitalised word that no list knows, before a given name, is
/// one too.
fn behind_unknown(source: &Source, name: &Name) -> Option<Name> {
    let text = source.text;
    let (first, start) = (name.first(), name.first().start);
    // (Before a common one stands what somebody is: *vår Samordnare Anna Holm*.)
    let rare = word::is_given(source, first.of(text)) && !word::is_first_name(first.of(text));
    if first.kind != Kind::Capital || name.len > 3 || !rare {
        return None;
    }
    let before = text.get(..start)?.strip_suffix(' ')?;
    let token = word::token(text, walk::word_start(text, before.len())).filter(|t| t.end == before.len())?;
    let written = token.of(text);
    let plain = token.kind == Kind::Capital && !token.compound && written.len() > 3;
    let known =
        word::is_given(source, written) || word::is_surname(source, written) || word::is_town(written);
    if !plain
        || known
        || !word::can_be_name(source, written)
        || written.ends_with('s')
        || DEFINITE_ENDINGS.iter().any(|ending| written.ends_with(ending))
    {
        return None;
    }
    // A word in small letters stands before it, or a verb that asks, and no preposition.
    let (from, to) = walk::previous_word(text, token.start).filter(|w| w.1 + 1 == token.start)?;
    let lead = text.get(from..to)?;
    let inner = lead.starts_with(char::is_lowercase) || ASKING_FIRSTS.contains(&lead);
    let apart = IN_PLACE.has(lead) || BEFORE_PLACE.has(lead) || FROM_FIRM.has(lead);
    let joins = LEAD_JOINTS.contains(&lead);
    if !inner || apart || joins {
        return None;
    }
    let mut whole = Name::of(token);
    name.tokens().iter().for_each(|token| {
        whole.push(*token);
    });
    Some(whole)
}

/// *Anna Holm (Sun Microsystems)*: what alone stands in brackets behind somebody's name, with a last word that is no
/// surname.
fn is_firm(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let Some(before) = text.get(..name.first().start).and_then(|t| t.strip_suffix(" (")) else {
        return false;
    };
    // *Bo Väl Förmåner AB (My Choice)*: what a firm is called for short.
    let firm = FIRM_ENDS.iter().any(|end| before.ends_with(end));
    if firm && text.get(name.end()..).is_some_and(|rest| rest.starts_with(')')) {
        return true;
    }
    text.get(name.end()..).is_some_and(|rest| rest.starts_with(')'))
        && name::read_back(source, before.len()).is_some_and(|person| person.weight() > 1)
        && !word::is_surname(source, name.last().of(text))
}

/// Whether a name may begin at `at`: inside of an address it does not, after the slash of a signature it does.
fn may_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    match before.chars().next_back() {
        Some('/') => {
            let marks = before.trim_end_matches('/');
            before.len() - marks.len() < 3 && (marks.is_empty() || marks.ends_with(char::is_whitespace))
        }
        Some('_') => before.ends_with("__"),
        // *-Anna frågar*: a point of a list.
        Some('-') if matches!(before.trim_end_matches('-').chars().next_back(), None | Some('\n' | ' ')) => {
            true
        }
        // IT-Mattias.
        Some('-') => {
            let word = before.get(walk::word_start(before, before.len() - 1)..before.len() - 1);
            word.is_some_and(walk::is_all_caps)
                && text.get(at..).is_some_and(|t| !walk::is_all_caps(&t[..walk::word_end(t, 0)]))
        }
        Some(c) => !c.is_alphanumeric() && !matches!(c, '@' | '\''),
        None => true,
    }
}

/// Whether a word for a person or a party stands beside the name, or a verb of speaking behind it.
fn is_listed(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let next = walk::next_word(text, name.end()).and_then(|(from, to)| text.get(from..to));
    role_before(source, name.first().start).is_some()
        || party_after(source, name.end()).is_some()
        || text.get(name.end()..).is_some_and(|rest| {
            [" (", " -", " –", ":", "\t", "  ", "*", "|", " |"].iter().any(|mark| rest.starts_with(mark))
        })
        || next.is_some_and(|word| {
            source.lexicon.classes_of(word).has(Classes::SAYS.or(Classes::ROLE))
                // *Tekla Ringsjö har äskat pengar*
                || AR_OR_HAR.contains(&word) && says_behind(source, name.end() + 1 + word.len())
                || NAME_GOES_ON.contains(&word)
                || first_names::is_finite(word) && !AR_OR_HAR.contains(&word)
        })
}

/// Whether a verb of speaking stands right behind the auxiliary that ends at `at`.
fn says_behind(source: &Source, at: usize) -> bool {
    let next = walk::next_word(source.text, at).and_then(|(from, to)| source.text.get(from..to));
    next.is_some_and(|word| source.lexicon.classes_of(word).has(Classes::SAYS))
}

/// *Stig Redin* behind a blank or a bracket: there a capital is no line's.
fn inside(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let before = text.get(..name.first().start).unwrap_or("");
    if before.ends_with(['[', '(']) {
        return true;
    }
    let plain = |t: &Token| matches!(t.kind, Kind::Capital | Kind::Particle | Kind::Initial);
    before.ends_with(' ') && name.len < 4 && name.tokens().iter().all(plain)
}

/// *Hans Torje tackas*: what is done to people alone.
fn is_thanked(source: &Source, name: &Name) -> bool {
    let next = walk::next_word(source.text, name.end()).filter(|(from, _)| *from == name.end() + 1);
    next.and_then(|(from, to)| source.text.get(from..to)).is_some_and(|word| THANKED.has(word))
}

/// *Anna B*, *Ulrika S.*: a given name and the first letter of the other.
fn abbreviated<'t>(source: &Source<'t>, name: &Name) -> Option<Candidate<'t>> {
    let text = source.text;
    let (Gap::Blank(1), at) = word::gap(text, name.end())? else { return None };
    let letter = word::token(text, at).filter(|t| t.kind == Kind::Initial)?;
    let after = text.get(at + walk::char_at(text, at)?.len_utf8()..)?;
    let whole = after.is_empty() || after.starts_with([' ', ',', '.', '\n', ')', ':', ';', '\r', '/']);
    let next = after.trim_start_matches(['.', ' ']);
    // *Anna I går*, *Anna A Holm*: a word goes on, or a name does.
    let goes_on = after.starts_with(' ') && next.starts_with(char::is_uppercase);
    if !whole
        || goes_on
        || matches!(letter.of(text), "I" | "V" | "X" | "I.")
        || name.first().kind != Kind::Capital
    {
        return None;
    }
    let mut name = *name;
    name.push(letter);
    Some(Candidate::new(source, &name, &GIVEN))
}

/// Before the bracket of a party: the capitalised words on its left.
fn bracketed<'t>(source: &Source<'t>, open: usize, done: usize, candidates: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let Some((letters, _)) = party_after(source, open) else { return };
    let end = walk::skip_space_back(text, open);
    if end <= done || open - end > 3 || letters.of(text) == "-" {
        return;
    }
    let Some(name) = name::read_back(source, end) else { return };
    if (name.first().start) < done || !is_free(source, &name) {
        return;
    }
    if name.weight() < 2 {
        // *gruppledare Alingsås (L)*
        if word::is_town(name.last().of(text)) {
            return;
        }
        // "Andersson (S)": one who is known otherwise, or whose name is known; *Åkerfalk (C), Brandin (M)*.
        let sure = word::is_surname(source, name.last().of(text)) || is_beside_party(source, &name, open);
        candidates.push(Candidate::new(source, &name, &PARTY).sure(sure));
    } else {
        candidates.push(Candidate::new(source, &name, &PARTY));
    }
}

/// *Åkerfalk (C), Brandin (M)*: whether another surname with its party stands right before or behind.
fn is_beside_party(source: &Source, name: &Name, open: usize) -> bool {
    let text = source.text;
    let written = name.last().of(text);
    if DEFINITE_ENDINGS.iter().any(|ending| written.ends_with(ending)) || written.len() < 3 {
        return false;
    }
    let before = text.get(..name.first().start).unwrap_or("");
    // *Ekberg i Hestra (cp), Holm (cp)*
    let placed = walk::previous_word(text, name.first().start)
        .and_then(|(from, to)| text.get(from..to))
        .is_some_and(|word| IN_PLACE.has(word) || BEFORE_PLACE.has(word));
    if placed {
        return false;
    }
    let before = NAME_JOINTS.iter().find_map(|joint| before.strip_suffix(joint)).is_some_and(|before| {
        let bracket = before.strip_suffix(')').and_then(|inner| Some((inner, inner.rfind('(')?)));
        bracket.is_some_and(|(inner, at)| inner.len() - at < 6 && party_after(source, at).is_some())
    });
    let behind = || {
        let (_, end) = party_after(source, open)?;
        let rest = text.get(end..)?;
        let rest = NAME_JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
        let stop = walk::word_end(rest, 0);
        let next = rest.get(..stop).filter(|next| walk::is_capitalised(next))?;
        party_after(source, text.len() - rest.len() + next.len())
    };
    before || behind().is_some()
}

/// After a role: *kommundirektör Hravn Forsne*.
fn role_led<'t>(source: &Source<'t>, cue: Cue) -> Option<Candidate<'t>> {
    let text = source.text;
    let (Gap::Blank(1), at) = word::gap(text, cue.end())? else { return None };
    // *Protokollförare var Hravn Forsne*
    let verb = walk::word_end(text, at);
    let at = match text.get(at..verb) {
        Some(word)
            if BECOMES.has(word) && !ELECTING.has(word) && text.as_bytes().get(verb) == Some(&b' ') =>
        {
            verb + 1
        }
        _ => at,
    };
    let name = name::read(source, at)?;
    let first = name.first();
    if name.weight() == 1 && name.len == 1 {
        // *kommunikationsminister Adelsohn*.
        let role = cue.span().of(text);
        // *ordf Hålling (S)*
        let lettered = party_after(source, name.end()).is_some()
            && !DEFINITE_ENDINGS.iter().any(|ending| first.of(text).ends_with(ending))
            // *gruppledare Alingsås (L)*
            && !word::is_town(first.of(text))
            && word::can_be_name(source, first.of(text));
        let told = MINISTER_ENDS.iter().any(|ending| role.ends_with(ending))
            || source.lexicon.names(first.of(text)).has(Classes::SURNAME)
            || is_the_one(source, role, &name)
            || lettered
            || PERSON_ENDINGS.iter().any(|ending| first.of(text).ends_with(ending));
        let surname = told
            && first.kind == Kind::Capital
            && is_one(cue.span().of(text))
            && (word::is_surname(source, first.of(text)) || lettered || is_the_one(source, role, &name))
            && !word::is_given(source, first.of(text))
            && is_free(source, &name);
        return surname.then(|| Candidate::new(source, &name, &ROLE).sure(true));
    }
    // *Byggnadsrådet G. Wejke*
    if first.kind == Kind::Initial && name.weight() == 1 {
        let surname = name.last().kind == Kind::Capital && name.last().of(text).len() > 3;
        let fits = surname && name.len < 4 && is_one(cue.span().of(text)) && is_free(source, &name);
        return fits.then(|| Candidate::new(source, &name, &ROLE));
    }
    if name.weight() < 2 || first.kind != Kind::Capital || !is_free(source, &name) {
        return None;
    }
    let written = first.of(text);
    // "direktör Göteborgs Stad": a genitive is no given name.
    // (*koordinator Niilas Majidi*)
    let owned =
        || DEFINITE_ENDINGS.iter().any(|ending| name.last().of(text).ends_with(ending)) || name.weight() > 2;
    if !word::can_be_name(source, written) || name::begins_with_genitive(source, &name) && owned() {
        return None;
    }
    let known = word::is_given(source, written) || word::is_surname(source, name.last().of(text));
    // Of a single role any two words are a name: *Ordförande Ilmo Vikarla*.
    let single = || name.weight() < 4 && !source.cues.is_empty() && is_one(cue.span().of(text));
    (known || single()).then(|| Candidate::new(source, &name, &ROLE))
}

/// *läraren Brusk, som*: behind a role in its definite form any word that goes on in small letters is a surname, if it
/// is no place.
fn is_the_one(source: &Source, role: &str, name: &Name) -> bool {
    let text = source.text;
    let written = name.first().of(text);
    let rest = text.get(name.end()..).unwrap_or("");
    let goes_on = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    role.starts_with(char::is_lowercase)
        && (role.ends_with("ren") || role.ends_with("an") || role.ends_with("rn") || role.ends_with("ten"))
        && (goes_on || rest.starts_with([',', '.']))
        && written.len() > 4
        && !written.ends_with('s')
        && !word::is_town(written)
        && !word::is_home(written)
        && word::can_be_name(source, written)
        && !DEFINITE_ENDINGS.iter().any(|ending| written.ends_with(ending))
}

/// Between a name and its role.
const JOINTS: [&str; 3] = [", ", " – ", " - "];

/// *Bejzat Valkeapää, rektor*: any two words before a comma and a role.
fn before_role<'t>(source: &Source<'t>, cue: Cue, done: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let mut at = cue.start as usize;
    // *tillförordnad förvaltningschef*
    for _ in 0..2 {
        if JOINTS.iter().any(|joint| text.get(..at).is_some_and(|before| before.ends_with(joint))) {
            break;
        }
        let (start, end) = walk::previous_word(text, at)?;
        if text.get(end..at) != Some(" ") || !text.get(start..end)?.starts_with(char::is_lowercase) {
            return None;
        }
        at = start;
    }
    let before = text.get(..at)?;
    let end =
        JOINTS.iter().find_map(|joint| before.strip_suffix(joint)).map(str::len).filter(|&end| end > done)?;
    let end = before_party(before.get(..end)?).unwrap_or(end);
    // *i Volvo Cars, vd Anna Holm*: the next one's.
    let next = walk::skip_space(text, cue.end());
    let names_next =
        text.get(next..).is_some_and(walk::is_capitalised) && text.get(cue.end()..next) == Some(" ");
    if names_next && !walk::is_all_caps(cue.span().of(text)) {
        return None;
    }
    let name = name::read_back(source, end).filter(|name| name.first().start >= done)?;
    name::is_plain(source, &name).then(|| Candidate::new(source, &name, &ROLE))
}

/// *Hravn Forsne, S, oppositionsråd*: where what stands before the letters of a party between commas ends.
fn before_party(before: &str) -> Option<usize> {
    let (start, end) = walk::previous_word(before, before.len())?;
    let name = before.get(..start)?.strip_suffix(", ")?;
    let letters = before.get(start..).filter(|letters| letters.len() < 5 && end == before.len())?;
    (letters.starts_with(char::is_uppercase) && word::is_party(letters)).then_some(name.len())
}

/// A word for one who is something, not for several.
fn is_one(role: &str) -> bool {
    !PLURAL_ROLES.iter().any(|ending| role.ends_with(ending))
}

/// A surname: with unknown names before it, or alone.
fn surname<'t>(source: &Source<'t>, at: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    if let Some(candidate) = unknown_given(source, at) {
        return Some(candidate);
    }
    if walk::char_before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_'))
    {
        return None;
    }
    let name = name::read(source, at)?;
    let first = name.first();
    if let Some(candidate) = after_initials(source, &name) {
        return Some(candidate);
    }
    (name.len == 1 && !first.compound && is_free(source, &name))
        .then(|| Candidate::new(source, &name, &GIVEN).sure(false))
}

/// *C.-H. Hermansson*, *P A Hammarström*: a known surname after initials; after one without a full stop at the start
/// of a line or behind a comma.
fn after_initials<'t>(source: &Source<'t>, surname: &Name) -> Option<Candidate<'t>> {
    let text = source.text;
    let start = surname.first().start;
    if surname.first().kind != Kind::Capital
        || !text.get(..start)?.ends_with(['.', ' '])
        || !is_free(source, surname)
    {
        return None;
    }
    let name = name::read_back(source, surname.first().end)?;
    let initials = name.tokens().iter().filter(|t| t.kind == Kind::Initial).count();
    // *I Karlsborg*
    if initials == 1 && (name.first().of(text) == "I" || word::is_place(surname.first().of(text))) {
        return None;
    }
    let first = name.first();
    if name.weight() != 1 || initials == 0 || initials + 1 != name.len || initials > 3 {
        return None;
    }
    let before = text.get(..first.start)?;
    let dotted = first.of(text).ends_with('.') || initials > 1 || first.of(text).contains('-');
    let placed = before.is_empty()
        || before.ends_with('\n')
        || BEFORE_INITIALS.iter().any(|joint| before.ends_with(joint));
    (dotted && before.ends_with([' ', '\n', '\t', '(']) || placed)
        .then(|| Candidate::new(source, &name, &GIVEN))
}

/// Beside a verb of speaking: *säger Hravn Forsne*, *Lisa berättar*.
fn beside_verb<'t>(source: &Source<'t>, cue: Cue, candidates: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let next = walk::skip_space(text, cue.end());
    if word::may_begin(text, next)
        && let Some((_, at)) = word::gap(text, cue.end())
        && let Some(name) = name::read(source, at)
    {
        candidates.extend(of_verb(source, cue, &name, true));
    }
    let end = walk::skip_space_back(text, cue.start as usize);
    if (1..=3).contains(&(cue.start as usize - end))
        && let Some(name) = name::read_back(source, end)
    {
        candidates.extend(of_verb(source, cue, &name, false));
    }
}

/// Whether the name at `at` is where somebody comes from who is named right before: *Anna Holm från Grant Thornton*.
fn belongs(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some((from, to)) = walk::previous_word(text, at) else { return false };
    let Some((start, end)) = walk::previous_word(text, from) else { return false };
    FROM_FIRM.has(text.get(from..to).unwrap_or(""))
        && text.get(start..from).is_some_and(|lead| walk::is_capitalised(lead) && !lead.contains(['.', ',']))
        && word::is_surname(source, text.get(start..end).unwrap_or(""))
}

/// The candidate of a name that stands beside a verb of speaking, or follows it.
fn of_verb<'t>(source: &Source<'t>, verb: Cue, name: &Name, follows: bool) -> Option<Candidate<'t>> {
    let first = name.first();
    let written = first.of(source.text);
    if first.kind != Kind::Capital || !word::can_be_name(source, written) || !is_free(source, name) {
        return None;
    }
    // *Revisorn Anna Holm från Grant Thornton berättar*: the firm is not who speaks.
    if !follows && belongs(source, first.start) {
        return None;
    }
    let given = word::is_given(source, written);
    if name.weight() == 1 {
        // A word that opens a sentence is capitalised anyway; after the verb it is a name.
        let cue_start = verb.start as usize;
        let verb = verb.span().of(source.text);
        // *”…” menar Marju som driver firman*
        let text = source.text;
        let quoted = || {
            let before = walk::skip_space_back(text, cue_start);
            let mark = walk::char_before(text, before);
            let mark = if mark == Some(',') { walk::char_before(text, before - 1) } else { mark };
            matches!(mark, Some('”' | '"' | '»' | '“'))
                && text.get(name.end()..).is_some_and(|rest| rest.starts_with(" som "))
        };
        let sure = given
            && !word::is_word_name(written)
            && (follows || !verb.ends_with('a') || verb.ends_with("de"))
            || follows && quoted();
        return Some(Candidate::new(source, name, &ALONE).sure(sure && name.len == 1));
    }
    let genitive = written.ends_with('s') && !given;
    // *Asrin Gebremariam föredrar ärendet*: only people do that.
    let personal = || {
        PERSONAL.has(source.lexicon.value(Slot::Says, verb.word))
            && name::is_plain(source, name)
            && !name
                .tokens()
                .iter()
                .any(|t| DEFINITE_ENDINGS.iter().any(|ending| t.of(source.text).ends_with(ending)))
    };
    let known = || personal() || given;
    (!genitive && (follows || known())).then(|| Candidate::new(source, name, &SAYS))
}
