//! What the text says of a person beside the name: roles before and after, letters of a party.

use super::context;
use super::elections;
use super::word;
use crate::document::Span;
use crate::lexicon::sets::dates::NUMERALS;
use crate::lexicon::sets::function_words::OCH_WORD;
use crate::lexicon::sets::people::{
    CHOSEN_AS, CHOSEN_FIRST, CHOSEN_TO, DEFINITE_ENDS, FIRST_OF_NO_ROLE, HALF_JOINT, OF_MEETING, OPENERS,
    OTHER_FIELDS, OTHERS, OWNER_ENDS, PARTY_OF_ALL, ROLE_FORMS, ROLL_HEADS, ROLL_JOINTS, SERVES, SIGN_HEADS,
    STOPS_ROLE, TITLES_AS_ROLES, VICE, WRITER,
};
use crate::lexicon::{Classes, Slot};
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::{Lower, lowered};
use foldhash::{HashMap, HashSet};
use std::ops::Range;

/// Roles and party of the person named at `name`.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub roles: Vec<String>,
    pub party: Option<String>,
    pub chair: bool,
    /// A role stands right before the name.
    pub led: bool,
}

/// What somebody is takes no more bytes, before a function in brackets.
const LONGEST_RANK: usize = 50;

/// A name with those before and after it.
#[derive(Clone, Copy)]
pub(super) struct Neighbours {
    pub before: Option<Span>,
    pub name: Span,
    pub after: Option<Span>,
    /// Whether the role of the one before stands before that name.
    pub led: bool,
}

pub(super) fn beside(source: &Source, near: Neighbours) -> Beside {
    let mut found = Beside::default();
    let name = near.name;
    let text = source.text;
    let mut end = past_genitive(source, past_others(text, name.end as usize));
    let mut bracketed = false;
    // *Anna Holm (S) (ordförande)*
    for second in [false, true] {
        if let Some((letters, after)) = context::party_after(source, end).filter(|_| found.party.is_none()) {
            if letters.of(text) != "-" {
                found.party = Some(letters.of(text).to_uppercase());
            }
            (end, bracketed) = (after, true);
        } else if let Some((inner, after)) = bracket(text, end) {
            match party_of_all(inner) {
                Some(party) => found.party = found.party.or_else(|| Some(party.to_uppercase())),
                None if is_role(source, inner, second) && !is_initials_of(name.of(text), inner) => {
                    found.chair |= is_chair(source, inner);
                    push(&mut found.roles, inner)
                }
                None => {}
            }
            (end, bracketed) = (after, true);
        }
    }
    if found.party.is_none()
        && let Some((letters, after)) = party_in_commas(text, end)
    {
        found.party = Some(letters.to_uppercase());
        (end, bracketed) = (after, true);
    }
    // *Lund Perslow, Anna⏎Sara*: a given name alone is the rest of a cell that was broken.
    if found.party.is_none() && name.of(text).contains(' ') {
        found.party =
            context::party_cell(source, name.end as usize).map(|letters| letters.of(text).to_uppercase());
    }
    let lead = before(source, near);
    found.led = lead.is_some();
    let behind = after(source, end, near, bracketed, found.led);
    // *Anna Holm, talesperson (F!)*
    if let Some(role) = behind.filter(|_| found.party.is_none())
        && let Some((letters, _)) = context::party_after(source, role.end as usize)
    {
        found.party = Some(letters.of(text).to_uppercase());
    }
    let ahead = lead.or_else(|| labelled(source, near));
    let ahead = ahead.or_else(|| if behind.is_none() { headed(source, near) } else { None });
    let beside = [ahead, behind];
    for role in beside.into_iter().flatten() {
        found.chair |= is_chair(source, role.of(text));
        push(&mut found.roles, role.of(text));
    }
    if let Some(role) = bracketed_rank(source, end) {
        found.chair |= is_chair(source, role.of(text));
        push(&mut found.roles, role.of(text));
    }
    // Whom an association elects leads its board, not the meeting.
    if let Some(role) = elections::role(source, name, end) {
        let words = role.of(text);
        let of_what = walk::head(text.get(role.end as usize..).unwrap_or(""), 24);
        found.chair |= is_chair(source, role.of(text)) && OF_MEETING.iter().any(|of| of_what.contains(of));
        push(&mut found.roles, words);
    }
    if let Some(organisation) = organisation(source, end, near) {
        push(&mut found.roles, organisation.of(text));
    }
    found
}

/// *, lektor (ordförande)*: the function in brackets behind what somebody is, at the end of the line.
fn bracketed_rank(source: &Source, end: usize) -> Option<Span> {
    let rest = source.text.get(end..)?.strip_prefix(", ")?;
    let rank = &rest[..rest.find(['(', ',', '.', ':', '\n'])?];
    let open = rank.strip_suffix(' ')?.len();
    if rank.len() > LONGEST_RANK || rank.contains(char::is_uppercase) {
        return None;
    }
    let start = end + 2 + open + 2;
    let (inner, after) = bracket(source.text, start - 2)?;
    let closes = source.text.get(after..)?.trim_start_matches([' ', '\r']);
    let own = source.lexicon.classes_of(inner).has(Classes::ROLE);
    (own && (closes.is_empty() || closes.starts_with(['\n', ',', ';'])))
        .then(|| Span::new(start, start + inner.len()))
}

/// From so many roles on, what a person has is looked up.
const MANY: usize = 8;

/// The roles of those who have many, in small letters.
#[derive(Default)]
pub(super) struct Told(HashMap<u32, HashSet<String>>);

impl Told {
    /// Adds a role to those of a person, if it is not there in another case.
    pub fn push(&mut self, person: u32, roles: &mut Vec<String>, role: &str) {
        let role = walk::one_line(role);
        let lower = lowered(&role);
        // *handläggaren* is the *handläggare* before.
        let is_form = |rest: &str| rest.is_empty() || ROLE_FORMS.contains(&rest);
        let told = if roles.len() < MANY {
            roles.iter().any(|other| lower.strip_prefix(lowered(other).as_str()).is_some_and(is_form))
        } else {
            let all = || roles.iter().map(|other| other.to_lowercase()).collect();
            let others = self.0.entry(person).or_insert_with(all);
            let form = |end: &&str| lower.strip_suffix(*end).is_some_and(|other| others.contains(other));
            others.contains(&lower) || ROLE_FORMS.iter().any(form)
        };
        if told || role.is_empty() {
            return;
        }
        if let Some(others) = self.0.get_mut(&person) {
            others.insert(lower);
        }
        roles.push(role);
    }
}

/// Adds a role to the few that stand beside one mention.
fn push(roles: &mut Vec<String>, role: &str) {
    Told::default().push(0, roles, role);
}

/// *ordförande* without *vice* before it.
fn is_chair(source: &Source, role: &str) -> bool {
    let Some(lower) = Lower::<96>::of(role.as_bytes()) else { return false };
    let lower = lower.text();
    if VICE.iter().any(|piece| lower.contains(piece)) {
        return false;
    }
    lower.split(|c: char| !c.is_alphabetic()).any(|w| {
        let number = source.lexicon.word(w.as_bytes());
        number.is_some_and(|n| source.lexicon.value(Slot::Roles, n) == "chair")
    })
}

/// Past *m.fl.* behind a name.
fn past_others(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or("");
    OTHERS
        .iter()
        .find_map(|others| rest.strip_prefix(' ')?.strip_prefix(*others))
        .map_or(end, |rest| text.len() - rest.len())
}

/// *Anna Holms (S) yrkande*: past the genitive, where the letters of a party follow.
fn past_genitive(source: &Source, end: usize) -> usize {
    let owns = source.text.get(end..).is_some_and(|rest| rest.starts_with("s ("));
    if owns && context::party_after(source, end + 1).is_some() { end + 1 } else { end }
}

/// What stands in brackets after a name, without digits.
fn bracket(text: &str, at: usize) -> Option<(&str, usize)> {
    let inner = text.get(at..)?.strip_prefix(" (")?;
    let close = inner.bytes().take(60).position(|b| b == b')')?;
    let inner = inner.get(..close)?;
    inner.starts_with(char::is_alphanumeric).then_some((inner, at + 2 + close + 1))
}

/// *båda M*, *alla S*.
fn party_of_all(inner: &str) -> Option<&str> {
    let (all, letters) = inner.split_once(' ')?;
    (PARTY_OF_ALL.has(all) && word::is_party(letters)).then_some(letters)
}

/// Whether what stands in brackets is an organisation or a role: *(EY)*, *(sekreterare)*; not *(omval)*, *(gick 19.30)*,
/// *(se presskontakt)*.
fn is_role(source: &Source, inner: &str, second: bool) -> bool {
    let first = inner.get(..walk::word_end(inner, 0)).unwrap_or("");
    // *(1:e vice ordf.)*
    let told = inner
        .split(|c: char| !c.is_alphabetic())
        .any(|word| source.lexicon.classes_of(word).has(Classes::ROLE));
    if told && !FIRST_OF_NO_ROLE.has(first) {
        return true;
    }
    !second
        && inner.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | ':' | '.'))
        && inner.chars().count() > 1
        && !FIRST_OF_NO_ROLE.has(first)
}

/// *Jesper Ek (JE)*.
fn is_initials_of(name: &str, inner: &str) -> bool {
    let initials = name.split([' ', '-']).filter_map(|word| word.chars().next());
    walk::is_all_caps(inner) && initials.eq(inner.chars())
}

/// *Anna Holm, S, …*: letters between commas, or at the end.
fn party_in_commas(text: &str, end: usize) -> Option<(&str, usize)> {
    let rest = text.get(end..)?.strip_prefix(", ")?;
    let letters = rest.get(..walk::word_end(rest, 0))?;
    let closes = rest.get(letters.len()..)?;
    let alone = closes.is_empty() || closes.starts_with([',', '.', '\n', ')', ';', '\r']);
    let capital = letters.chars().all(char::is_uppercase) && !letters.is_empty();
    (alone && capital && word::is_party(letters)).then_some((letters, end + 2 + letters.len()))
}

/// *Ragnar Berg, SRF* and *Agneta Jansson, Västra Götaland* on a line of their own: whom they come from.
fn organisation(source: &Source, end: usize, near: Neighbours) -> Option<Span> {
    let text = source.text;
    let line = source.lines.get(source.lines.index(near.name.start as usize))?;
    let rest = text.get(end..line.end as usize)?.strip_prefix(", ").filter(|rest| rest.len() < 48)?;
    let start = line.end as usize - rest.len();
    let opens = text.get(line.start as usize..near.name.start as usize)?;
    let alone = near.after.is_none_or(|next| next.start >= line.end);
    let plain = rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&'));
    let words = rest.split_whitespace().count();
    let named = words < 4 && rest.split_whitespace().all(walk::is_capitalised);
    let role = rest.split_whitespace().any(|word| source.lexicon.classes_of(word).has(Classes::ROLE));
    let lone = opens.chars().all(|c| !c.is_alphabetic());
    (lone && alone && plain && named && !role).then(|| Span::new(start, line.end as usize))
}

/// Whether the role between two names belongs to the first, by what else stands beside them: *A (S), ordförande B (M)*, *A,
/// ordförande B, sekreterare*; not *A, statssekreterare B och andra*.
fn goes_left(source: &Source, bracketed: bool, next: Span) -> bool {
    let rest = source.text.get(next.end as usize..).unwrap_or("");
    bracketed || rest.starts_with(" (") || context::comma_role(source, next.end as usize)
}

/// *tjänstgörande ersättaren*: a role of several words in the definite form.
fn ends_definite(role: &str) -> bool {
    let role = role.trim_end();
    role.contains(char::is_whitespace) && DEFINITE_ENDS.iter().any(|end| role.ends_with(end))
}

/// *, andre vice ordföranden⏎Anna Holm*: a role in the definite form whose name stands on the next line.
fn leads_over_break(text: &str, role: Range<usize>, name: usize) -> bool {
    let breaks = |gap: &str| gap.trim_matches([' ', '\r']) == "\n";
    text.get(role.end..name).is_some_and(breaks) && text.get(role).is_some_and(ends_definite)
}

/// The role that ends right before the name: *kommunstyrelsens 1:e vice ordförande*.
fn before(source: &Source, near: Neighbours) -> Option<Span> {
    let text = source.text;
    let at = near.name.start as usize;
    let role = role_or_title(source, near)?;
    let gap = text.get(role.end as usize..at)?;
    let word = role.of(text);
    if gap.contains('\n') {
        // *Sekreterare⏎Anna Holm*; under a name its role stands in small letters, and a list has its own word.
        let line = source.lines.get(source.lines.index(role.start as usize))?;
        let head = text.get(line.start as usize..role.end as usize)?;
        let whole = head.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let first = opening(source, role.start as usize);
        let opens = first + whole <= role.end as usize;
        let wraps = near.before.is_some_and(|other| other.end as usize <= first)
            && leads_over_break(text, first..role.end as usize, at);
        if !(walk::is_capitalised(head) && opens || wraps) {
            return None;
        }
    }
    // *Ledamöter Anna Holm* heads a list.
    if ROLL_HEADS.has(word) && !(gap.starts_with(':') && word.ends_with("are")) && !SIGN_HEADS.has(word) {
        return None;
    }
    let start = opening(source, role.start as usize);
    if let Some(other) = near.before {
        let between = text.get(other.end as usize..start).unwrap_or("");
        // *Carl Ek ordförande Anna Holm*: the first one's; not *Ordföranden Carl Ek (S), kassören Anna Holm (M)*.
        if between == " " && !near.led {
            return None;
        }
        let touches = between == ", " || between.starts_with(" (") && between.ends_with("), ");
        let party = between.len() > 2 || party_in_commas(text, other.end as usize).is_some();
        let definite = || text.get(start..role.end as usize).is_some_and(ends_definite);
        if touches && !near.led && goes_left(source, party, near.name) && !definite() {
            return None;
        }
    }
    Some(Span::new(start, role.end as usize))
}

/// *Sekreterare: Anna Holm*, *Ledamöter: Anna Holm, Per Ek*: the word that heads the line, for each name behind it.
fn labelled(source: &Source, near: Neighbours) -> Option<Span> {
    let (text, name) = (source.text, near.name);
    let line = source.lines.get(source.lines.index(name.start as usize))?;
    let head = text.get(line.start as usize..name.start as usize).filter(|head| head.len() < 400)?;
    let mark = memchr::memchr2(b':', b'\t', head.as_bytes());
    let at = mark.or_else(|| walk::places(walk::head(head, 50), "   ").next()).filter(|&at| at < 48)?;
    let names = head.get(at + 1..)?;
    // *kommunalrådet Eva Berg (V): Anna Holm svarar*: somebody else is what heads the line.
    let other = near
        .before
        .is_some_and(|other| line.start <= other.start && (other.start as usize) < line.start as usize + at);
    if other {
        return None;
    }
    let lead = head.get(..at)?;
    let label = lead.trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_ascii_digit());
    let label = label.trim_end_matches(['*', ' ', '.']);
    // *Revisor (omval):*
    let label = label.strip_suffix(')').and_then(|inner| Some(inner.rsplit_once(" (")?.0)).unwrap_or(label);
    // *Två revisorer:*
    let counted = label.split_once(' ').filter(|(count, _)| NUMERALS.has(count)).map(|(_, rest)| rest);
    // *Val av sekreterare:*
    let chosen = CHOSEN_FIRST.iter().find_map(|lead| label.strip_prefix(lead));
    let bare = chosen.or(counted).unwrap_or(label);
    let skipped = label.len() - bare.len();
    let label = bare;
    let joins = |word: &str| walk::is_capitalised(word) || ROLL_JOINTS.has(word) || word.contains(['(', ')']);
    let role = label.split(' ').any(|word| source.lexicon.classes_of(word).has(Classes::ROLE));
    let few = label.split(' ').count() < 4
        && label.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ':' | '/' | '-' | '.'));
    let start = line.start as usize
        + (lead.len() - lead.trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_ascii_digit()).len());
    let listed = names.split_whitespace().all(|word| joins(word) || word.len() < 3);
    let start = start + skipped;
    let one = walk::same_word(label, WRITER);
    (role && few && listed && !label.is_empty() && !one).then(|| Span::new(start, start + label.len()))
}

/// So many names stand in a list under the word for what they are.
const LISTED: usize = 14;

/// *Suppleanter:⏎Anna Holm⏎Per Ek*, *Val av två revisorer för ett år:⏎Anna Holm*: the word that stands over a list of names,
/// each on a line of its own.
fn headed(source: &Source, near: Neighbours) -> Option<Span> {
    let (text, name) = (source.text, near.name);
    let opens = |start: u32, at: u32| {
        let lead = text.get(start as usize..at as usize)?;
        (lead.len() < 24 && !lead.contains(char::is_alphabetic)).then_some(())
    };
    let index = source.lines.index(name.start as usize);
    opens(source.lines.get(index)?.start, name.start)?;
    let mut blank = 0;
    for line in source.lines.get(index.saturating_sub(LISTED)..index)?.iter().rev() {
        let written = line.text(text).trim();
        if written.is_empty() {
            blank += 1;
            if blank > 1 {
                return None;
            }
            continue;
        }
        let first = written.trim_start_matches(|c: char| !c.is_alphabetic());
        let names = first.split(' ').take(2).filter(|word| walk::is_capitalised(word)).count() == 2
            && written.len() < 60
            && !written.ends_with(':');
        if names {
            continue;
        }
        // *Fråga till kommunalrådet Eva Berg (V):* tells what she is.
        if near.before.is_some_and(|other| line.start <= other.start && other.start < line.end) {
            return None;
        }
        let end = line.start as usize + line.text(text).trim_end().len();
        let label = text.get(line.start as usize..end)?;
        let ends = label.trim_end_matches([':', '*', ' ']);
        let colon = label.trim_end_matches(['*', ' ']).ends_with(':');
        let role = |word: &str| source.lexicon.classes_of(word).has(Classes::ROLE);
        let bare = ends.trim_start_matches(|c: char| !c.is_alphabetic());
        let alone = bare.split(' ').count() < 3 && bare.split(' ').next_back().is_some_and(role);
        // *Närvarande ledamöter* tells who came.
        let chosen = CHOSEN_TO.iter().any(|lead| ends.contains(lead));
        let attends = bare.split(' ').any(|word| ROLL_HEADS.has(word) && (!chosen || !role(word)));
        if attends || !(colon || alone && walk::is_capitalised(bare)) || ends.len() > 160 {
            return None;
        }
        // Behind *Val av två*, *till*, else the label itself.
        let from = CHOSEN_AS
            .iter()
            .filter_map(|lead| ends.rfind(lead).map(|at| at + lead.len()))
            .max()
            .unwrap_or(ends.len() - bare.len());
        let rest = ends.get(from..)?;
        let counted = rest.split_once(' ').filter(|(n, _)| NUMERALS.has(n)).map_or(0, |(n, _)| n.len() + 1);
        let start = line.start as usize + from + counted;
        let found = elections::cut(source, Span::new(start, (line.start as usize + ends.len()).max(start)))?;
        return (found.of(text).split(' ').count() < 4).then_some(found);
    }
    None
}

/// A role, or a title that is one (*statsrådet*), right before `at`; over a comma where another follows the name: *nämndens
/// ordförande, Anna Holm, svarar*.
fn role_or_title(source: &Source, near: Neighbours) -> Option<Span> {
    let name = near.name;
    let at = name.start as usize;
    let text = source.text;
    let apposed = || {
        let end = text.get(..at)?.strip_suffix(", ")?.len();
        let start = walk::word_start(text, end);
        // *Ledamot, Anna Holm* on a line of its own.
        let rest = text.get(name.end as usize..)?;
        let line = source.lines.get(source.lines.index(at))?;
        let lone =
            rest.trim_start_matches([' ', '\r', '.']).starts_with('\n') || rest.trim_start().is_empty();
        let closes = rest.starts_with(',') || lone && line.start as usize == opening(source, start);
        let role = closes && source.lexicon.classes_of(text.get(start..end)?).has(Classes::ROLE);
        let first = opening(source, start);
        let free = !text.get(..first)?.ends_with(", ")
            && near.before.is_none_or(|other| other.end as usize + 1 < first);
        (role && free).then(|| Span::new(start, end))
    };
    if let Some(role) = apposed() {
        return Some(role);
    }
    context::role_before(source, at).or_else(|| {
        let (start, end) = walk::previous_word(source.text, at)?;
        let title = source.text.get(start..end)?;
        (source.text.get(end..at) == Some(" ") && TITLES_AS_ROLES.has(title)).then(|| Span::new(start, end))
    })
}

/// The first word of a role is shortened to fewer bytes (*förv.chef*).
const SHORTENED: usize = 8;

/// Where the words of the role begin whose last one begins at `start`.
fn opening(source: &Source, start: usize) -> usize {
    let text = source.text;
    let mut start = start;
    // "EU-minister"
    while let Some(first) = text.get(..start).and_then(|t| t.strip_suffix('-'))
        && walk::word_start(text, first.len()) < first.len()
    {
        start = walk::word_start(text, first.len());
    }
    // "infrastruktur- och bostadsminister"
    if let Some(first) = text.get(..start).and_then(|t| t.strip_suffix(HALF_JOINT)) {
        start = walk::word_start(text, first.len());
    }
    // "V.ordf.", "förv.chef"
    if let Some(first) = text.get(..start).and_then(|t| t.strip_suffix('.')) {
        let from = walk::word_start(text, first.len());
        if from < first.len() && first.len() - from < SHORTENED {
            start = from;
        }
    }
    for _ in 0..5 {
        let space = walk::skip_space_back(text, start);
        if text.get(space..start) != Some(" ") {
            break;
        }
        // "1:e", "2:a".
        if let Some(order) =
            text.get(..space).and_then(|t| t.strip_suffix(":e").or_else(|| t.strip_suffix(":a")))
            && order.ends_with(|c: char| c.is_ascii_digit())
        {
            start = order.len() - 1;
            continue;
        }
        // "v. ordf.", "tf. chef"
        let stopped = text.get(..space).and_then(|t| t.strip_suffix('.')).map(str::len);
        let space = stopped.unwrap_or(space);
        let from = walk::word_start(text, space);
        let Some(word) = text.get(from..space).filter(|w| !w.is_empty()) else { break };
        // *Per Ek, ledamot. Ordföranden Anna Holm*
        if stopped.is_some() && !OPENERS.has(word) {
            break;
        }
        let lower = Lower::<64>::of(word.as_bytes());
        let lower = lower.as_ref().map_or("", Lower::text);
        let genitive = lower.ends_with('s') && lower.len() > 4;
        let of_body =
            || lower.strip_suffix('s').is_some_and(|stem| source.lexicon.classes_of(stem).has(Classes::BODY));
        let body = genitive
            && (OWNER_ENDS.iter().any(|end| lower.ends_with(end)) || walk::is_capitalised(word) || of_body());
        let role = source.lexicon.classes_of(word).has(Classes::ROLE) && !ROLL_HEADS.has(word);
        if !(OPENERS.has(word) || body || role) {
            break;
        }
        start = from;
        // "social- och omsorgsnämndens ordförande"
        if let Some(first) = text.get(..start).and_then(|t| t.strip_suffix(HALF_JOINT)) {
            start = walk::word_start(text, first.len());
        }
    }
    start
}

/// Whether `word`, which ends at `end`, begins somebody's name: a given name and another capital; not *Dorotea kommun*.
fn names_next(source: &Source, word: &str, end: usize) -> bool {
    walk::is_capitalised(word)
        && word::is_given(source, word)
        && source.text.get(end..).and_then(|t| t.strip_prefix(' ')).is_some_and(walk::is_capitalised)
}

/// Where the words after a name begin that may be its role, and whether they need not come at once.
fn role_start(source: &Source, at: usize, near: Neighbours) -> Option<(usize, bool)> {
    let text = source.text;
    let rest = text.get(at..)?;
    Some(match rest.as_bytes() {
        [b',', b' ' | b'\n', ..] => (walk::skip_space(text, at + 1), true),
        [b' ', b'(', ..] => return None,
        // *Anna Holm        Ordförande*: the next column of a list.
        [b' ', b' ', ..] | [b'\t', ..] => (column(source, at, near)?, false),
        [b' ', b'-' | b'|', b' ', ..] => (at + 3, false),
        [b' ', ..] => match rest.strip_prefix(" – ") {
            Some(rest) => (text.len() - rest.len(), false),
            None => (at + 1, false),
        },
        // *Siv Holm⏎gruppledare* under a letter.
        [b'\n', ..] | [b'\r', b'\n', ..] => {
            let next = walk::skip_space(text, at);
            let small = text.get(next..)?.starts_with(char::is_lowercase);
            let one_break = text.get(at..next)?.matches('\n').count() == 1;
            let line = source.lines.get(source.lines.index(at.checked_sub(1)?))?;
            let head = text.get(line.start as usize..at)?;
            let alone = head.len() < 60 && !head.contains([',', ':']);
            // *kassör     Per Ek* below is another's.
            let below = source.lines.get(source.lines.index(next))?;
            let taken = near.after.is_some_and(|other| other.start < below.end);
            if !(small && one_break && alone) || taken {
                return None;
            }
            (next, false)
        }
        _ => return None,
    })
}

/// Where the column begins behind a name that opens its line, if nobody else is named there.
fn column(source: &Source, at: usize, near: Neighbours) -> Option<usize> {
    let text = source.text;
    let line = source.lines.get(source.lines.index(near.name.start as usize))?;
    let lead = text.get(line.start as usize..near.name.start as usize)?;
    let rest = text.get(at..line.end as usize)?;
    let words = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let alone = near.after.is_none_or(|other| other.start >= line.end);
    // (Before anything looks through the words: a line may name any number of people.)
    if !alone || words.len() >= 60 || lead.contains(char::is_alphabetic) {
        return None;
    }
    let role = words.get(..walk::word_end(words, 0)).unwrap_or("");
    let plain =
        words.trim_end().chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | ':' | '.'));
    (plain && !role.is_empty()).then(|| line.end as usize - words.len())
}

/// The role after the name: *, socialchef i Åsele*.
fn after(source: &Source, at: usize, near: Neighbours, bracketed: bool, led: bool) -> Option<Span> {
    let text = source.text;
    let (start, comma) = role_start(source, at, near)?;
    let mut end = start;
    let (mut seen_role, mut after_role, mut serves) = (false, false, false);
    let mut words = 0;
    let mut at = start;
    while words < 12 {
        let stop = walk::word_end(text, at);
        if stop == at {
            // "1:e vice ordförande", "1:e".
            let digits = text.get(at..)?.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
            if digits == 0 {
                break;
            }
            at += digits;
            continue;
        }
        let mut stop = stop;
        while matches!(text.as_bytes().get(stop), Some(b'-' | b'/'))
            && walk::word_end(text, stop + 1) > stop + 1
        {
            stop = walk::word_end(text, stop + 1);
        }
        let word = text.get(at..stop)?;
        let classes = source.lexicon.classes_of(word);
        // *Per Ek (S) Ersättare: Anna Holm*, *Per Ek Ordförande... Anna Holm*: the word of the next field.
        if !comma && words == 0 && walk::is_capitalised(word) {
            let rest = text.get(stop..)?;
            let named = near.after.is_some_and(|next| {
                let gap = text.get(stop..next.start as usize);
                gap.is_none_or(|gap| gap.len() < 3 && !gap.contains('\n'))
            });
            if named || rest.starts_with([':', '.']) {
                return None;
            }
        }
        // Without a comma the role must come at once.
        if !comma && words == 0 && !classes.has(Classes::ROLE) && !OPENERS.has(word) {
            return None;
        }
        // "Anna Holm, statssekreterare Per Berg och andra": the next one's.
        let next = near.after.filter(|next| next.start as usize == at);
        if next.is_some() || names_next(source, word, stop) {
            // *Ordföranden Anna Holm (S), kassören Per Ek (M)*: each has the role before the name.
            // *Anna Holm (C), tjänstgörande ersättaren Per Ek (S)*: the definite form leads to a name.
            let definite = || comma && text.get(start..at).is_some_and(ends_definite);
            let left = !led && (!comma || next.is_some_and(|next| goes_left(source, bracketed, next)));
            let left = left && !definite();
            if after_role && !serves && !left {
                return None;
            }
            if !serves || left {
                break;
            }
        }
        // *kanslisekreterare Utsedd att justera*: another field of the page.
        if words > 0
            && walk::is_capitalised(word)
            && (ROLL_HEADS.has(word)
                || SIGN_HEADS.has(word)
                || OTHER_FIELDS.has(word)
                || classes.has(Classes::ROLE))
        {
            break;
        }
        after_role = classes.has(Classes::ROLE);
        // "statssekreterare hos socialminister Per Berg" is whole.
        serves |= seen_role && SERVES.has(word);
        if STOPS_ROLE.has(word)
            || words == 0 && (walk::same_word(word, OCH_WORD) || FIRST_OF_NO_ROLE.has(word))
        {
            break;
        }
        if classes.has(Classes::SAYS) && !classes.has(Classes::ROLE) {
            break;
        }
        seen_role |= classes.has(Classes::ROLE);
        if words >= 5 && !seen_role {
            return None;
        }
        words += 1;
        // *ordförande och Per Ek*: what joins belongs to neither.
        if !ROLL_JOINTS.has(word) {
            end = stop;
        }
        // *, senior⏎handläggare*
        if !seen_role && OPENERS.has(word) && text.as_bytes().get(stop) == Some(&b'\n') {
            at = walk::skip_space(text, stop);
            continue;
        }
        // "ordförande i barn- och utbildningsnämnden"
        if text.get(stop..).is_some_and(|rest| rest.starts_with(HALF_JOINT)) {
            at = stop + HALF_JOINT.len();
            continue;
        }
        if text.as_bytes().get(stop) != Some(&b' ') {
            break;
        }
        at = stop + 1;
    }
    let leads =
        comma && near.after.is_some_and(|next| leads_over_break(text, start..end, next.start as usize));
    (seen_role && end > start && !leads).then(|| Span::new(start, end))
}
