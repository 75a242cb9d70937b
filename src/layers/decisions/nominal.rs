//! Decisions without a verb: *Beslut att köpa stolar*, *Beslut om ny hemsida*.

use super::content;
use super::context::Context;
use super::draft::Draft;
use super::duties;
use super::edges;
use super::items;
use super::verbs::{Act, Form};
use super::words::Sentence;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::sets::decisions::{
    AGENDA_NOUNS, APPEAL, BARE_CHARGE, BARE_DECISION, BECOMING, DECISION, MODALS, PREDICATES,
    RESERVATION_NOUN, UNANIMOUSLY,
};
use crate::lexicon::sets::function_words::{AGAINST, ATT, CLAUSE_OPENERS, FROM_OR_BY, OM, TO_WHOM};

rule! {
    /// *Beslut att …*, *Beslut om …* without a verb.
    pub(super) NOMINAL = "decision.nominal";
    finds "Protokoll\n\n§ 4 Ekonomi\n\n⟦Beslut att flytta 5 000 kr till sparkontot.⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Ekonomi\n\nBeslut om budget fattas i höst.\n";
}

/// The decision of a sentence that begins with *Beslut*.
pub(super) fn read(s: &Sentence, context: Context) -> Option<Draft> {
    if context.is_law() || context.is_record() || context.proposes() {
        return None;
    }
    if let Some(draft) = charge(s, context).or_else(|| dissent(s, context)) {
        return Some(draft);
    }
    // *Enhälligt beslut att köpa stolar*
    let whole = |i: usize| i == 1 && s.is(0, UNANIMOUSLY);
    let at =
        (0..s.len()).find(|&i| s.is(i, BARE_DECISION) && (i == 0 || whole(i) || edges::opens_line(s, i)))?;
    let about = s.is(at + 1, OM);
    let att = if s.is(at + 1, ATT) { Some(at + 1) } else { (about && s.is(at + 2, ATT)).then_some(at + 2) };
    let short =
        s.len() <= at + 8 && s.len() > at + 1 && context.meeting() && s.span.of(s.text).ends_with('.');
    let bare = att.is_none() && !about;
    let item = about && att.is_none() && s.is_of(at + 2, &AGENDA_NOUNS);
    if item || (bare && !short) || s.gap(at + 1) != ' ' || has_verb(s, at + 1, att) {
        return None;
    }
    let kind = match att {
        Some(att) => content::kind_from(s, att + 1, true),
        None => (at + 1..s.len().min(at + 6)).find_map(|i| noun(s, i)).unwrap_or(DecisionKind::Adopt),
    };
    let first = if whole(at) { 0 } else { at };
    let span = Span { start: s.words[first].span.start, ..s.span };
    let mut draft = Draft::new(span, context.cast(kind), &NOMINAL).at(s.words[at].span);
    if let Some(att) = att {
        draft.items = items::inline(s, att, s.len(), false);
    }
    Some(draft)
}

/// *Uppdrag åt styrelsen att köpa stolar*, *Uppdrag till kassören att …*.
fn charge(s: &Sentence, context: Context) -> Option<Draft> {
    let opens = context.meeting() && s.is(0, BARE_CHARGE) && s.is(1, TO_WHOM);
    let att = (3..s.len().min(12)).find(|&i| opens && s.is(i, ATT))?;
    let finite = |i: usize| edges::is_finite(s, i) || s.is_of(i, &MODALS);
    if (2..att).any(finite) || s.gap(att) == ',' {
        return None;
    }
    let mut draft = Draft::new(s.span, context.cast(DecisionKind::Assign), &NOMINAL).at(s.words[0].span);
    draft.assignee = Some(duties::written(s, s.between(2, att - 1)));
    draft.items = items::inline(s, att, s.len(), false);
    Some(draft)
}

/// *Reservation från Anna Holm*, *Reservation mot nämndens beslut*.
fn dissent(s: &Sentence, context: Context) -> Option<Draft> {
    let opens = s.is(0, RESERVATION_NOUN) && (s.is(1, FROM_OR_BY) || s.is(1, AGAINST));
    let named = |i: usize| s.words[i].person || s.is(i, DECISION);
    let whole = 2..s.len().min(7);
    let fits = opens && whole.clone().any(named) && !whole.into_iter().any(|i| edges::is_finite(s, i));
    fits.then(|| Draft::new(s.span, context.cast(DecisionKind::Reserve), &NOMINAL).at(s.words[0].span))
}

/// *om återremiss, om avslag*.
fn noun(s: &Sentence, i: usize) -> Option<DecisionKind> {
    let verb = s.words[i].verb.filter(|v| v.form == Form::Noun)?;
    if let Act::Kind(kind) = verb.act { Some(kind) } else { None }
}

/// Whether the main clause has a verb of its own, and only speaks of a decision.
fn has_verb(s: &Sentence, from: usize, att: Option<usize>) -> bool {
    let to = att.unwrap_or_else(|| (from..s.len()).find(|&i| s.is(i, CLAUSE_OPENERS)).unwrap_or(s.len()));
    let predicate = |i: usize| s.is_of(i, &MODALS) || s.is_of(i, &BECOMING) || s.is_of(i, &PREDICATES);
    (from..to).any(|i| {
        predicate(i) || s.form(i).is_some_and(|f| f.is_passive() || matches!(f, Form::Past | Form::Present))
    }) || (from..s.len()).any(|i| s.word(i).starts_with(APPEAL))
}
