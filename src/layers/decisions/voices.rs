//! Those who put a matter without being a body: members, parties, *vi*, *undertecknad*.

use super::body;
use super::context::Context;
use super::verbs::Act;
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    FIRMS, HEREBY, MEMBERS, MODALS, MOVERS, NEGATIONS, PARTIES, PUT_BESIDES, SIDES, VOTERS, WANTS,
};
use crate::lexicon::sets::function_words::{
    ATT, HAVE, HEREBY_ALONE, JAG, MAY, OCH, VI_WORD, WE_OR_I, WE_OR_ONE,
};
use crate::lexicon::sets::lemmas;
use crate::text::walk;

/// *Jag får härmed föreslå*, *Undertecknad får därför hemställa*: the infinitive is what is done with it.
pub(super) fn hereby(s: &Sentence, from: usize, at: usize, kind: DecisionKind, context: Context) -> bool {
    // *Därför hemställa vi, att riksdagen …*: an old plural.
    if s.is(at + 1, &[VI_WORD]) && at > from && !s.is(at - 1, ATT) && !context.is_law() {
        let modal = (from.max(at.saturating_sub(4))..at).any(|i| s.is_of(i, &MODALS));
        return !modal && matches!(kind, DecisionKind::Propose | DecisionKind::Move);
    }
    let near = from.max(at.saturating_sub(7))..at;
    // *får härmed överlämna sitt betänkande*
    let hands = kind == DecisionKind::Refer && near.clone().any(|i| s.is(i, HEREBY_ALONE));
    (hands || matches!(kind, DecisionKind::Propose | DecisionKind::Move))
        && !context.is_law()
        && near.clone().any(|i| s.is(i, MAY))
        && near.clone().any(|i| s.is_of(i, &HEREBY))
        && !near.clone().any(|i| s.is_of(i, &NEGATIONS))
}

/// What is put so: members move, bodies and those in the chair propose.
pub(super) fn puts(s: &Sentence, at: usize, kind: DecisionKind, context: Context) -> DecisionKind {
    let asked = (at + 1..(at + 8).min(s.len())).any(|i| s.words[i].body);
    let asks = kind != DecisionKind::Refer && asked && !context.is_record();
    if asks { DecisionKind::Move } else { kind }
}

/// *…och föreslår avslag* behind another clause.
pub(super) fn puts_besides(s: &Sentence, at: usize, kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::Propose | DecisionKind::Move)
        && at > 0
        && s.is(at - 1, OCH)
        && ((at + 1..at + 3).any(|i| s.is(i, PUT_BESIDES))
            // *…anser att frågan bör utredas och föreslår att …*
            || s.is(at + 1, ATT) && (at.saturating_sub(8)..at).any(|i| s.is_of(i, &MODALS)))
}

/// *En medlem föreslog*: before the verb in its clause.
pub(super) fn proposes_as_member(s: &Sentence, from: usize, at: usize) -> bool {
    let near = from.max(at.saturating_sub(3))..at;
    // *Ordförande föreslår avslag på förslaget*: as a member.
    let sides = (at + 1..at + 3).any(|i| s.is(i, SIDES));
    near.clone().any(|i| is_member(s.word(i)) || sides && body::is_officer(s.word(i)))
}

/// A member who has no name.
pub(super) fn is_member(word: &str) -> bool {
    MEMBERS.has(word)
}

/// Deeds that *vi* can do.
pub(super) fn is_own_deed(act: Act) -> bool {
    matches!(
        act,
        Act::Decide
            | Act::Kind(DecisionKind::Propose)
            | Act::Kind(DecisionKind::Postpone | DecisionKind::Move)
            | Act::Phrase(
                lemmas::TAKE
                    | lemmas::REACH
                    | lemmas::VOTE_FOR
                    | lemmas::GET
                    | lemmas::LEAVE_WITH
                    | lemmas::AGREED
                    | lemmas::UNANIMOUS
                    | lemmas::COME
            )
    )
}

/// Deeds of all who are at a meeting: *De närvarande enades om …*, *Samtliga godkände planen*.
pub(super) fn is_deed_of_all(act: Act) -> bool {
    use DecisionKind::{Adopt, Elect, Reject};
    matches!(
        act,
        Act::Decide
            | Act::Kind(Adopt | Reject | Elect)
            | Act::Phrase(
                lemmas::VOTE_FOR
                    | lemmas::AGREED
                    | lemmas::UNANIMOUS
                    | lemmas::REACH
                    | lemmas::COME
                    | lemmas::STAND
            )
    )
}

/// *I denna motion föreslår vpk att …*, *Riksrevisor Anna Holm har beslutat i detta ärende*.
pub(super) fn speaks_for(s: &Sentence, from: usize, finite: usize, act: Act) -> bool {
    let near = || (from.max(finite.saturating_sub(3))..finite).chain(finite + 1..(finite + 4).min(s.len()));
    match act {
        // *Anna Holm (MP) föreslår* tells of a member, not of a party.
        Act::Kind(DecisionKind::Propose) => near().any(|i| is_mover(s.word(i)) && s.words[i].gap != '('),
        Act::Decide => near().any(|i| s.words[i].person),
        _ => false,
    }
}

/// *Vi* or *man* stands beside the finite verb.
pub(super) fn says_we(s: &Sentence, from: usize, finite: usize, act: Act) -> bool {
    // One person proposes and moves, but does not decide.
    let alone = matches!(act, Act::Kind(DecisionKind::Propose | DecisionKind::Move));
    let own = |i: usize| s.is(i, WE_OR_ONE) || alone && s.is(i, JAG);
    // *Därför gick jag upp och yrkade återremiss.*
    let joined = || {
        alone
            && finite > from
            && s.is(finite - 1, OCH)
            && (from.max(finite.saturating_sub(8))..finite).any(own)
            && !(from..finite).any(|i| s.words[i].body || s.words[i].person)
    };
    (from.max(finite.saturating_sub(2))..finite).any(own) || own(finite + 1) || joined()
}

/// *Samtliga röstade för förslaget.*
pub(super) fn says_all(s: &Sentence, from: usize, finite: usize) -> bool {
    (from.max(finite.saturating_sub(3))..finite).any(|i| s.is_of(i, &VOTERS))
}

/// *Motionären vill att fullmäktige beslutar …*, before the finite verb: members move, a body proposes; and the body
/// that is asked, or the one that asks.
pub(super) fn wished(s: &Sentence, from: usize, finite: usize) -> Option<(DecisionKind, Option<usize>)> {
    let att = (from.max(finite.saturating_sub(8))..finite).rev().find(|&i| s.is(i, ATT))?;
    let wants = att.checked_sub(1).filter(|&i| i > from && s.is_of(i, &WANTS))?;
    let asked = (att + 1..finite).find(|&i| s.words[i].body)?;
    let who = from.max(wants.saturating_sub(6))..wants;
    if let Some(asks) = who.clone().find(|&i| s.words[i].body) {
        return Some((DecisionKind::Propose, Some(asks)));
    }
    let moves =
        |i: usize| s.words[i].person || is_mover(s.word(i)) || is_member(s.word(i)) || s.is(i, WE_OR_I);
    (who.clone().any(moves) || s.is(wants + 1, WE_OR_I)).then_some((DecisionKind::Move, Some(asked)))
}

/// A firm or an association that is a party of a case, before the verb that opens its clause: first and last word.
pub(super) fn firm(s: &Sentence, from: usize, at: usize) -> Option<(usize, usize)> {
    let end = (from..at).find(|&i| s.is(i, HAVE)).unwrap_or(at);
    let end = (from + 1..end).find(|&i| s.gap(i) == '(').unwrap_or(end);
    let named = from..end;
    let short = (1..=6).contains(&named.len()) && walk::is_capitalised(s.word(from));
    (short && named.clone().any(|i| s.is_of(i, &FIRMS))).then(|| (from, end - 1))
}

/// The party that proposes beside its finite verb: *föreslår Miljöpartiet*.
pub(super) fn party(s: &Sentence, from: usize, at: usize) -> Option<usize> {
    let mut near = (from.max(at.saturating_sub(3))..at).chain(at + 1..(at + 4).min(s.len()));
    near.find(|&i| {
        let word = s.word(i);
        let named = word.ends_with("partiet") || word.ends_with("demokraterna") || PARTIES.has(word);
        named && s.gap(i) != '('
    })
}

/// Those who move without a name: *motionären, Miljöpartiet*.
pub(super) fn is_mover(word: &str) -> bool {
    // In judgments the parties are letters: *A yrkade att …*.
    let letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    letter || MOVERS.has(word) || word.ends_with("partiet")
}
