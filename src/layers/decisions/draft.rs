//! A decision before the whole text gives it body, case and deadline.

use super::context::Context;
use super::tense::Tense;
use crate::document::{DecisionKind, DocumentKind, Fired, Rule, Span, Votes};

/// A decision as its own sentence tells it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(super) span: Span,
    pub(super) kind: DecisionKind,
    pub(super) body: Option<String>,
    pub(super) items: Vec<Span>,
    pub(super) tense: Tense,
    pub(super) assignee: Option<String>,
    pub(super) votes: Option<Votes>,
    pub(super) context: Context,
    /// The heading of the agenda item that it stands under.
    pub(super) item: Option<usize>,
    /// Where its deciding word stands.
    pub(super) cue: u32,
    pub(super) rule: Fired,
}

impl Draft {
    /// One thing decided.
    #[track_caller]
    pub(super) fn new(span: Span, kind: DecisionKind, rule: &'static Rule) -> Draft {
        Draft::of(span, kind, rule, vec![span])
    }

    #[track_caller]
    pub(super) fn of(span: Span, kind: DecisionKind, rule: &'static Rule, items: Vec<Span>) -> Draft {
        let context = Context { label: None, kind: DocumentKind::Other, formal: false };
        Draft {
            span,
            kind,
            body: None,
            items,
            tense: Tense::Present,
            assignee: None,
            votes: None,
            context,
            item: None,
            cue: span.start,
            rule: rule.here(),
        }
    }

    /// With its deciding word.
    pub(super) fn at(self, word: Span) -> Draft {
        Draft { cue: word.start, ..self }
    }
}
