//! Decisions and votes.

use super::named::named;
use super::rule::Fired;
use super::span::Span;

named! {
    /// What a decision does.
    DecisionKind {
        /// *Beslutar, antar, godkänner, fastställer*: settled.
        Adopt = "adopt",
        /// *Avslår, avvisar*: settled, no.
        Reject = "reject",
        /// *Utser, väljer*: a person is chosen.
        Elect = "elect",
        /// *Ger i uppdrag, uppdrar åt*: someone is to do something.
        Assign = "assign",
        /// *Återremitterar, remitterar, överlämnar till*: goes elsewhere.
        Refer = "refer",
        /// *Bordlägger, skjuter upp*: not now.
        Postpone = "postpone",
        /// *Lägger till handlingarna, noterar*: taken note of.
        Note = "note",
        /// *Föreslår att besluta, hemställer*: a body or officer proposes.
        Propose = "propose",
        /// *Yrkar bifall, avslag, att*: a member moves.
        Move = "move",
        /// *Reserverar sig*: a member dissents.
        Reserve = "reserve",
    }
}

impl DecisionKind {
    /// Whether it settles a matter; a proposal, a motion or a dissent does not.
    ///
    /// ```
    /// use klubba::DecisionKind;
    /// assert!(DecisionKind::Reject.settles() && !DecisionKind::Move.settles());
    /// ```
    pub fn settles(self) -> bool {
        !matches!(self, DecisionKind::Propose | DecisionKind::Move | DecisionKind::Reserve)
    }
}

/// The words by which a body or an officer settles, moves or hands on a matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The words.
    pub span: Span,
    /// What it does.
    pub kind: DecisionKind,
    /// Who decides, in the nominative.
    pub body: Option<String>,
    /// Whether the text tells of a decision taken elsewhere or before.
    pub reported: bool,
    /// Each *att* clause or point; a single clause is one item.
    pub items: Vec<Span>,
    /// The points that charge somebody, where the whole does something else (*att anta planen, att ge nämnden i
    /// uppdrag att …*).
    pub charges: Vec<Charge>,
    /// Day to answer by, ISO 8601. That of a single point is in [`Decision::charges`].
    pub deadline: Option<String>,
    /// Who is charged. Whom a single point charges is in [`Decision::charges`].
    pub assignee: Option<String>,
    /// Case number (*diarienummer*).
    pub case: Option<String>,
    /// The figures of a vote.
    pub votes: Option<Votes>,
    /// How each one voted, where a list stands with the figures.
    pub ballots: Vec<Ballot>,
    /// Who moves or reserves: indices into [`crate::Document::people`]. Empty for other kinds.
    pub by: Vec<u32>,
    /// The places in the law that it names, as written (*11 kap. 16 § kommunallagen*).
    pub law: Vec<String>,
    /// Index of the earlier decision of the same item that says the same, as *Beslut* and *Beslutsgång* do.
    pub same_as: Option<u32>,
    /// Whether its item is *omedelbart justerad*.
    pub immediate: bool,
    /// Where the cue stands that led to it (a word, a number, the beginning of a line), in bytes.
    pub cue: u32,
    /// Why it is one.
    pub rule: Fired,
}

/// A point of a decision that charges somebody.
///
/// ```
/// let text = "Protokoll\n\n§ 4 Plan\n\nBeslut\n\nNämnden beslutar att anta planen, att ge förvaltningen i uppdrag att \
///             följa upp den senast den 31 mars 2025.\n";
/// let doc = klubba::analyze(text);
/// let charge = &doc.decisions[0].charges[0];
/// assert_eq!((charge.item, charge.assignee.as_deref()), (1, Some("förvaltningen")));
/// assert_eq!(charge.deadline.as_deref(), Some("2025-03-31"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Charge {
    /// Index of the point in [`Decision::items`].
    pub item: u32,
    /// Who is charged.
    pub assignee: Option<String>,
    /// Day to answer by, ISO 8601.
    pub deadline: Option<String>,
}

/// The figures of a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// *Ja*.
    pub yes: u32,
    /// *Nej*.
    pub no: u32,
    /// *Avstår*.
    pub abstain: Option<u32>,
}

named! {
    /// How one voted.
    Vote {
        /// *Ja*.
        Yes = "yes",
        /// *Nej*.
        No = "no",
        /// *Avstår*.
        Abstain = "abstain",
    }
}

/// How one voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ballot {
    /// Index into [`crate::Document::people`].
    pub person: u32,
    /// How.
    pub vote: Vote,
}
