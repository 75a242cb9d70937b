//! Decisions without a verb: *Beslut att köpa stolar*, *Beslut om ny hemsida*.

use super::content;
use super::context::Context;
use super::draft::Draft;
use super::edges;
use super::items;
use super::verbs::{Act, Form};
use super::words::Sentence;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::sets::decisions::{
    AGENDA_NOUNS, APPEAL, BARE_DECISION, BECOMING, MODALS, PREDICATES, UNANIMOUSLY,
};
use crate::lexicon::sets::function_words::{ATT, CLAUSE_OPENERS, OM};

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
