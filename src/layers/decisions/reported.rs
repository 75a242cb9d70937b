//! Whether a decision is taken here or told of.

use super::body::{is_meeting, is_officer};
use super::draft::Draft;
use super::tense::Tense;
use crate::document::{Date, DecisionKind, DocumentKind};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::body_names;
use crate::lexicon::sets::decisions::{OWN_BODIES, PROTOCOL_STEM};
use crate::lexicon::sets::function_words::{AT_FIRST, ATT_END};
use crate::text::walk;

/// Whether the text tells of a decision taken elsewhere or before.
pub(super) fn is(own: Option<&str>, draft: &Draft) -> bool {
    let told = draft.tense != Tense::Present;
    match draft.context.kind {
        _ if draft.kind == DecisionKind::Propose && draft.context.proposes() && draft.context.settles() => {
            told
        }
        DocumentKind::Report => told || !matches!(draft.kind, DecisionKind::Propose | DecisionKind::Reserve),
        // Rules tell of what was decided, but *Nämnden beslutar med stöd av …* decides.
        DocumentKind::Policy => told || draft.body.is_none(),
        DocumentKind::News | DocumentKind::Blog => true,
        // What the parties of a case move is moved here.
        DocumentKind::Statement | DocumentKind::Other => match draft.kind {
            DecisionKind::Reserve => false,
            DecisionKind::Move => draft.tense == Tense::Perfect,
            _ => told,
        },
        // The chamber's own deeds are done here; what is said of others' was done before.
        DocumentKind::Record => {
            let others = draft.body.as_deref().is_some_and(|b| b != body_names::CHAMBER);
            let dissent = matches!(draft.kind, DecisionKind::Reserve | DecisionKind::Move);
            let before = draft.tense == Tense::Perfect && draft.votes.is_none();
            told && (others || dissent || before)
        }
        DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda => {
            if draft.kind == DecisionKind::Reserve {
                return false;
            }
            if draft.kind == DecisionKind::Move {
                // *Anna Holm (S) har lämnat in en motion om …* tells how the matter came up.
                return told && draft.context.label == Some(Label::Other);
            }
            match draft.context.label {
                Some(Label::Other) => told,
                Some(_) => false,
                None => match draft.tense {
                    Tense::Present => false,
                    // *Mötet beslutade* is how many write their own minutes.
                    Tense::Past => {
                        let here = |body: &str| {
                            let chair = body.split(' ').next().is_some_and(is_officer);
                            // *Utskottet* is what the *Kulturutskottet* calls itself.
                            let short =
                                own.is_some_and(|own| walk::ends_with_word(own, &body.to_lowercase()));
                            own == Some(body) || short || OWN_BODIES.has(body) || is_meeting(body) || chair
                        };
                        draft.kind != DecisionKind::Propose && draft.body.as_deref().is_some_and(|b| !here(b))
                    }
                    Tense::Perfect => draft.body.is_some(),
                },
            }
        }
    }
}

/// Whether minutes say on which day a decision was taken, and so tell of another meeting: *beslutade den 3 maj*,
/// *Den 3 maj beslutade nämnden*, *beslutade vid mötet den 3 maj*.
pub(super) fn is_dated(text: &str, dates: &[Date], draft: &Draft) -> bool {
    let told = draft.context.meeting() && draft.tense == Tense::Past && draft.votes.is_none();
    if !told || matches!(draft.kind, DecisionKind::Reserve | DecisionKind::Move) {
        return false;
    }
    let (cue, end) = (draft.cue as usize, walk::word_end(text, draft.cue as usize));
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or("-").trim();
    let at = dates.partition_point(|d| d.span.start < draft.span.start);
    let mut near = dates[at..].iter().take_while(|d| (d.span.start as usize) < end + 60);
    near.any(|date| {
        let (start, stop) = (date.span.start as usize, date.span.end as usize);
        let place = between(end, start);
        let met = AT_FIRST.iter().any(|at| place.starts_with(at)) && !place.contains(ATT_END);
        let after = start >= end && (place.is_empty() || met);
        // (*Protokollet från mötet den 3 maj godkändes*: the day of that.)
        let paper = || between(draft.span.start as usize, start).contains(PROTOCOL_STEM);
        let before = stop <= cue && between(stop, cue).is_empty() && !paper();
        date.value.len() == 10 && (after || before)
    })
}
