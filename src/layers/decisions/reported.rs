//! Whether a decision is taken here or told of.

use super::body::is_meeting;
use super::draft::Draft;
use super::heads::Tense;
use crate::document::{DecisionKind, DocumentKind};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::OWN_BODIES;

/// Whether the text tells of a decision taken elsewhere or before.
pub(super) fn is(own: Option<&str>, draft: &Draft) -> bool {
    let told = draft.tense != Tense::Present;
    match draft.context.kind {
        _ if draft.context.proposes() && draft.context.settles() => told,
        DocumentKind::Report => told || !matches!(draft.kind, DecisionKind::Propose | DecisionKind::Reserve),
        DocumentKind::News | DocumentKind::Blog | DocumentKind::Policy => true,
        DocumentKind::Statement | DocumentKind::Other => told,
        // The chamber's own deeds are done here; what is said of others' was done before.
        DocumentKind::Record => {
            let others = draft.body.as_deref().is_some_and(|b| b != "Kammaren");
            let dissent = matches!(draft.kind, DecisionKind::Reserve | DecisionKind::Move);
            let before = draft.tense == Tense::Perfect && draft.votes.is_none();
            told && (others || dissent || before)
        }
        DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda => {
            if draft.kind == DecisionKind::Reserve || draft.kind == DecisionKind::Move {
                return false;
            }
            match draft.context.label {
                Some(Label::Other) => told,
                Some(_) => false,
                None => match draft.tense {
                    Tense::Present => false,
                    // *Mötet beslutade* is how many write their own minutes.
                    Tense::Past => {
                        let here = |body: &str| own == Some(body) || OWN_BODIES.has(body) || is_meeting(body);
                        draft.kind != DecisionKind::Propose && draft.body.as_deref().is_some_and(|b| !here(b))
                    }
                    Tense::Perfect => draft.body.is_some(),
                },
            }
        }
    }
}
