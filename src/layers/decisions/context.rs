//! Where a sentence stands, and what that lets it decide.

use crate::document::{DecisionKind, DocumentKind};
use crate::lexicon::labels::Label;

/// Where a sentence stands: what its part is called, and in what sort of text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    pub(super) label: Option<Label>,
    pub(super) kind: DocumentKind,
    /// Under *Förslag till beslut* and the like, whatever the kind of the text.
    pub(super) formal: bool,
}

impl Context {
    /// Minutes and notes: decisions are taken here.
    pub(super) fn meeting(self) -> bool {
        matches!(self.kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda)
    }
    pub(super) fn is_notes(self) -> bool {
        self.kind == DocumentKind::Notes
    }
    /// Under *Beslut* or *Förslag till beslut*, where any verb settles.
    pub(super) fn settles(self) -> bool {
        let told = matches!(
            self.kind,
            DocumentKind::Report
                | DocumentKind::Policy
                | DocumentKind::Record
                | DocumentKind::Blog
                | DocumentKind::News
        );
        let formal =
            self.formal && self.label == Some(Label::Proposal) && !self.is_law() && !self.is_record();
        formal || (matches!(self.label, Some(Label::Decision | Label::Proposal)) && !told)
    }
    pub(super) fn proposes(self) -> bool {
        (self.settles() && self.label == Some(Label::Proposal)) || self.kind == DocumentKind::Agenda
    }
    /// Points without a verb settle too.
    pub(super) fn may_be_bare(self) -> bool {
        self.settles()
            && self.kind != DocumentKind::Other
            && (self.kind != DocumentKind::Agenda || self.label == Some(Label::Proposal))
    }
    pub(super) fn is_motions(self) -> bool {
        self.label == Some(Label::Motions)
    }
    pub(super) fn is_reservation(self) -> bool {
        self.label == Some(Label::Reservation)
    }
    /// The label above by a name.
    pub(super) fn label_name(self) -> Option<&'static str> {
        Some(match self.label? {
            Label::Decision => "under: decision",
            Label::Proposal => "under: proposal",
            Label::Motions => "under: motions",
            Label::Vote => "under: vote",
            Label::Reservation => "under: reservation",
            Label::Attendance => "under: attendance",
            Label::Dispatch => "under: dispatch",
            Label::Papers => "under: papers",
            Label::Other => "under: other",
            Label::Field => "under: field",
        })
    }
    /// Background, summary, comment.
    pub(super) fn is_background(self) -> bool {
        self.label == Some(Label::Other)
    }
    pub(super) fn is_record(self) -> bool {
        self.kind == DocumentKind::Record
    }
    /// Texts whose present tense gives rules or tells how things are.
    pub(super) fn is_rules(self) -> bool {
        matches!(
            self.kind,
            DocumentKind::Policy | DocumentKind::Report | DocumentKind::Blog | DocumentKind::Other
        )
    }
    pub(super) fn is_report(self) -> bool {
        self.kind == DocumentKind::Report
    }
    /// A matter argued or settled, or a text of no known kind: a judgment, a letter.
    pub(super) fn is_open(self) -> bool {
        matches!(self.kind, DocumentKind::Statement | DocumentKind::Other)
    }
    /// Standing rules, in which even *beslutar att* may tell who decides.
    pub(super) fn is_law(self) -> bool {
        self.kind == DocumentKind::Policy
    }
    pub(super) fn is_news(self) -> bool {
        self.kind == DocumentKind::News
    }
    pub(super) fn is_statement(self) -> bool {
        self.kind == DocumentKind::Statement
    }
    /// Under a proposal heading everything settled is proposed.
    pub(super) fn cast(self, kind: DecisionKind) -> DecisionKind {
        match kind {
            DecisionKind::Move | DecisionKind::Reserve => kind,
            _ if self.proposes() => DecisionKind::Propose,
            _ => kind,
        }
    }
}
