//! Where people are named: candidates from the cues, each read with its surroundings.

use super::cast::Intro;
use super::context::{comma_role, is_free, is_role_of, party_after, role_before};
use super::handles::Handles;
use super::name::{self, Name};
use super::rules;
use super::titled::titled;
use super::word::{self, Gap, Kind};
use crate::document::{Rule, Span};
use crate::lexicon::Classes;
use crate::scan::{Cue, Source};
use crate::text::walk;
use std::borrow::Cow;

/// A place where someone is, or may be, named.
#[derive(Clone, Debug)]
pub(super) struct Spot<'t> {
    pub span: Span,
    /// The name as it is to be called.
    pub name: Cow<'t, str>,
    /// Given name and surname, not one of them alone.
    pub full: bool,
    /// Names somebody even if nobody of the name is known otherwise.
    pub sure: bool,
    /// *herr* or *fru*.
    pub gender: Option<char>,
    /// Stands in the line that introduces a speaker.
    pub introduces: bool,
    pub rule: &'static Rule,
}

impl<'t> Spot<'t> {
    pub fn new(source: &Source<'t>, name: &Name, rule: &'static Rule) -> Spot<'t> {
        let full = name.len > 1;
        Spot {
            span: name.span(),
            name: name::written(source.text, name.tokens()),
            full,
            sure: full,
            gender: None,
            introduces: false,
            rule,
        }
    }
    pub fn sure(self, sure: bool) -> Spot<'t> {
        Spot { sure, ..self }
    }
}

/// What leads to the name of somebody.
const NAMING: Classes = Classes::TITLE
    .or(Classes::GIVEN)
    .or(Classes::SURNAME)
    .or(Classes::BRACKET)
    .or(Classes::ROLE)
    .or(Classes::SAYS);

/// All spots that the cues lead to, in any order, outside the names of introductions.
pub(super) fn all<'t>(source: &Source<'t>, intros: &[Intro]) -> Vec<Spot<'t>> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut handles = Handles::default();
    let (mut done, mut intros) = (0, intros.iter().peekable());
    for cue in source.cues.of(NAMING) {
        handles.look(source, cue);
        let start = cue.start as usize;
        while let Some(intro) = intros.next_if(|intro| intro.name.start as usize <= start) {
            done = done.max(intro.name.end as usize);
        }
        if cue.has(Classes::TITLE) && start >= done {
            let before = spots.len();
            titled(source, cue, &mut spots);
            if let Some(last) = spots[before..].last() {
                done = last.span.end as usize;
                continue;
            }
        }
        if cue.has(Classes::GIVEN) && start >= done {
            if let Some(spot) = inverted(source, start) {
                done = spot.span.end as usize;
                spots.push(spot);
                continue;
            }
            if let Some(spot) = given(source, start) {
                done = done.max(spot.span.end as usize);
                spots.push(spot);
                continue;
            }
        }
        if cue.has(Classes::BRACKET) {
            bracketed(source, start, done, &mut spots);
        }
        if cue.has(Classes::ROLE)
            && start >= done
            && let Some(spot) = role_led(source, cue)
        {
            done = done.max(spot.span.end as usize);
            spots.push(spot);
            continue;
        }
        if cue.has(Classes::SURNAME) && !cue.has(Classes::GIVEN) && start >= done {
            spots.extend(surname(source, start));
        }
        if cue.has(Classes::SAYS) {
            beside_verb(source, cue, &mut spots);
        }
    }
    spots.extend(handles.spots(source));
    spots
}

/// From a given name on.
fn given<'t>(source: &Source<'t>, at: usize) -> Option<Spot<'t>> {
    let text = source.text;
    // From the second part of a double name back to the first: Ing-Britt.
    let joined = text.get(..at).and_then(|t| t.strip_suffix('-')).map(|t| walk::word_start(t, t.len()));
    let at = match joined {
        Some(start) if start + 1 < at && text.get(start..).is_some_and(walk::is_capitalised) => start,
        _ => at,
    };
    // A word inside an address is no beginning.
    if walk::char_before(text, at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_' | '\''))
    {
        return None;
    }
    let name = name::read(source, at)?;
    if !is_free(source, &name) {
        return None;
    }
    let first = name.first().of(text);
    let known_first = word::is_given(source, first);
    if name.weight() == 1 {
        if name.len > 1 || !known_first && !word::is_surname(source, first) {
            return None;
        }
        let spot = Spot::new(source, &name, &rules::ALONE);
        let sure = !word::is_word_name(first)
            && name.first().kind == Kind::Capital
            && (role_before(source, at).is_some()
                || comma_role(source, name.end())
                || is_role_of(source, name.end()));
        return Some(spot.sure(sure));
    }
    let surname = name.last().of(text);
    let caps = name.first().kind == Kind::Caps;
    let strong = known_first && !word::is_word_name(first);
    let known_last = || word::is_surname(source, surname);
    let bracket = || party_after(source, name.end()).is_some();
    let fits = match (strong, caps) {
        (true, false) => true,
        (true, true) => known_last() || bracket(),
        (false, _) => {
            bracket() || known_last() && !word::is_word_name(surname) || role_before(source, at).is_some()
        }
    };
    fits.then(|| Spot::new(source, &name, &rules::GIVEN))
}

/// *Nachemson, Lotta* on a line of its own, as lists of attendance and votes have it.
fn inverted<'t>(source: &Source<'t>, at: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let end = text.get(..at)?.strip_suffix(", ").map(|t| t.trim_end().len())?;
    let line = source.lines.get(source.lines.index(at))?;
    let surname = name::read_back(source, end)?;
    if surname.first().start != line.start as usize || surname.first().kind != Kind::Capital {
        return None;
    }
    let given = name::read(source, at)?;
    let rest = text.get(given.end()..line.end as usize)?;
    let closes = rest.is_empty()
        || rest.starts_with("  ")
        || rest.starts_with('\t')
        || party_after(source, given.end()).is_some();
    let alone = surname.first().of(text);
    let lists = word::is_given(source, alone) && !word::is_surname(source, alone);
    if !closes || lists || given.len > 2 || !given.tokens().iter().all(|t| word::is_given(source, t.of(text)))
    {
        return None;
    }
    let called = format!("{} {}", name::written(text, given.tokens()), name::written(text, surname.tokens()));
    let span = Span::new(surname.first().start, given.end());
    Some(Spot {
        span,
        name: called.into(),
        full: true,
        sure: true,
        gender: None,
        introduces: false,
        rule: &rules::LIST,
    })
}

/// Before the bracket of a party: the capitalised words on its left.
fn bracketed<'t>(source: &Source<'t>, open: usize, done: usize, spots: &mut Vec<Spot<'t>>) {
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
        // "Andersson (S)": one who is known otherwise, or whose name is known.
        let sure = word::is_surname(source, name.last().of(text));
        spots.push(Spot::new(source, &name, &rules::PARTY).sure(sure));
    } else {
        spots.push(Spot::new(source, &name, &rules::PARTY));
    }
}

/// After a role: *kommundirektör Hravn Forsne*.
fn role_led<'t>(source: &Source<'t>, cue: Cue) -> Option<Spot<'t>> {
    let text = source.text;
    let (Gap::Blank(1), at) = word::gap(text, cue.end())? else { return None };
    let name = name::read(source, at)?;
    let first = name.first();
    if name.weight() < 2 || first.kind != Kind::Capital || !is_free(source, &name) {
        return None;
    }
    let written = first.of(text);
    // "direktör Göteborgs Stad": a genitive is no given name.
    if !word::can_be_name(source, written) || written.ends_with('s') && !word::is_given(source, written) {
        return None;
    }
    let known = word::is_given(source, written) || word::is_surname(source, name.last().of(text));
    known.then(|| Spot::new(source, &name, &rules::ROLE))
}

/// A surname: with unknown names before it, or alone.
fn surname<'t>(source: &Source<'t>, at: usize) -> Option<Spot<'t>> {
    let text = source.text;
    if let Some(spot) = unknown_given(source, at) {
        return Some(spot);
    }
    if walk::char_before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_'))
    {
        return None;
    }
    let name = name::read(source, at)?;
    let first = name.first();
    (name.len == 1 && !first.compound && is_free(source, &name))
        .then(|| Spot::new(source, &name, &rules::GIVEN).sure(false))
}

/// *Thinh Bui-Ljungqvist, handläggare*: the given name is in no register, but the place says that it is one.
fn unknown_given<'t>(source: &Source<'t>, at: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let end = word::token(text, at).filter(|t| t.is_name())?.end;
    let name = name::read_back(source, end)?;
    let first = name.first();
    let written = first.of(text);
    let only = name.tokens().iter().all(|t| matches!(t.kind, Kind::Capital | Kind::Initial | Kind::Particle));
    if name.weight() < 2 || !only || name.len > 4 || !is_free(source, &name) {
        return None;
    }
    let genitive = written.ends_with('s') && !word::is_given(source, written);
    if genitive || written.chars().count() < 2 || !word::is_surname(source, name.last().of(text)) {
        return None;
    }
    let line = source.lines.get(source.lines.index(first.start))?;
    let head = text.get(line.start as usize..first.start)?;
    let opens = head.is_empty() || head.chars().all(|c| !c.is_alphanumeric()) && head.len() < 6;
    let after = text.get(name.end()..line.end as usize)?;
    let listed = opens
        && (after.is_empty()
            || after.starts_with(", ") && comma_role(source, name.end())
            || after.starts_with("   "));
    let inside = !opens
        && matches!(walk::char_before(text, walk::skip_space_back(text, first.start)), Some(c) if c.is_lowercase() || c == ',');
    (listed && comma_or_list(source, name.end()) || inside).then(|| Spot::new(source, &name, &rules::LIST))
}

/// The name is followed by a role, or closes its line among others of its kind.
fn comma_or_list(source: &Source, at: usize) -> bool {
    comma_role(source, at) || {
        let index = source.lines.index(at.saturating_sub(1));
        let near = |i: Option<usize>| {
            i.and_then(|i| source.lines.get(i)).is_some_and(|l| lone_name(source, l.text(source.text)))
        };
        near(source.lines.previous_text(index)) || near(source.lines.next_text(index))
    }
}

/// A line of two to four capitalised words that begins with a known given name.
fn lone_name(source: &Source, line: &str) -> bool {
    let words = line.split_whitespace();
    let first = line.split_whitespace().next().unwrap_or("");
    (2..=4).contains(&words.clone().count())
        && words.clone().all(walk::is_capitalised)
        && word::is_given(source, first)
}

/// Beside a verb of speaking: *säger Hravn Forsne*, *Lisa berättar*.
fn beside_verb<'t>(source: &Source<'t>, cue: Cue, spots: &mut Vec<Spot<'t>>) {
    let text = source.text;
    let next = walk::skip_space(text, cue.end());
    if word::may_begin(text, next)
        && let Some((_, at)) = word::gap(text, cue.end())
        && let Some(name) = name::read(source, at)
    {
        spots.extend(of_verb(source, cue, &name, true));
    }
    let end = walk::skip_space_back(text, cue.start as usize);
    if (1..=3).contains(&(cue.start as usize - end))
        && let Some(name) = name::read_back(source, end)
    {
        spots.extend(of_verb(source, cue, &name, false));
    }
}

/// The spot of a name that stands beside a verb of speaking, or follows it.
fn of_verb<'t>(source: &Source<'t>, verb: Cue, name: &Name, follows: bool) -> Option<Spot<'t>> {
    let first = name.first();
    let written = first.of(source.text);
    if first.kind != Kind::Capital || !word::can_be_name(source, written) || !is_free(source, name) {
        return None;
    }
    let given = word::is_given(source, written);
    if name.weight() == 1 {
        // A word that opens a sentence is capitalised anyway; after the verb it is a name.
        let verb = verb.span().of(source.text);
        let sure = given
            && !word::is_word_name(written)
            && (follows || !verb.ends_with('a') || verb.ends_with("de"));
        return Some(Spot::new(source, name, &rules::ALONE).sure(sure && name.len == 1));
    }
    let genitive = written.ends_with('s') && !given;
    let known = || given || word::is_surname(source, name.last().of(source.text));
    (!genitive && (follows || known())).then(|| Spot::new(source, name, &rules::SAYS))
}
