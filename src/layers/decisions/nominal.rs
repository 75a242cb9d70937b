//! Decisions without a verb: *Beslut att köpa stolar*, *Beslut om ny hemsida*.

use super::context::Context;
use super::draft::Draft;
use super::heads;
use super::items;
use super::verbs::{Act, Form};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::document::rule::rule;
use crate::lexicon::sets::decisions::{BECOMING, MODALS, PREDICATES};

rule! {
    /// *Beslut att …*, *Beslut om …* without a verb.
    pub(super) NOMINAL = "decision.nominal";
    finds "Protokoll\n\n§ 4 Ekonomi\n\n⟦Beslut att flytta 5 000 kr till sparkontot.⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Ekonomi\n\nBeslut om budget fattas i höst.\n";
}

/// The decision of a sentence that begins with *Beslut*.
pub(super) fn read(s: &Sentence, context: Context) -> Option<Draft> {
    if context.is_law() || context.is_record() || context.proposes() || !s.is(0, &["beslut"]) {
        return None;
    }
    let about = s.is(1, &["om"]);
    let att = if s.is(1, &["att"]) { Some(1) } else { (about && s.is(2, &["att"])).then_some(2) };
    let short = s.len() <= 8 && s.len() > 1 && context.meeting() && s.span.of(s.text).ends_with('.');
    let bare = att.is_none() && !about;
    if (bare && !short) || s.gap(1) != ' ' || has_verb(s, att) {
        return None;
    }
    let kind = match att {
        Some(att) => heads::kind_from(s, att + 1, true),
        None => (1..s.len().min(6)).find_map(|i| noun(s, i)).unwrap_or(DecisionKind::Adopt),
    };
    let mut draft = Draft::new(s.span, context.cast(kind), &NOMINAL).at(s.words[0].span);
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
fn has_verb(s: &Sentence, att: Option<usize>) -> bool {
    let to = att.unwrap_or_else(|| (1..s.len()).find(|&i| s.is(i, &["som", "att", "där", "för"])).unwrap_or(s.len()));
    let predicate = |i: usize| s.is_of(i, &MODALS) || s.is_of(i, &BECOMING) || s.is_of(i, &PREDICATES);
    (1..to).any(|i| predicate(i) || s.form(i).is_some_and(|f| f.is_passive() || matches!(f, Form::Past | Form::Present)))
        || (1..s.len()).any(|i| s.word(i).starts_with("överklaga"))
}
