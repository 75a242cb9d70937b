//! Whether a deciding verb counts where it stands: one table of rows over facts that may be unknown. The prefilter asks
//! it with what the cues tell, the grammar with all.

use super::context::Context;
use super::verbs::{Act, Form, Weight};
use crate::document::DecisionKind;
use crate::document::rule::{SourceLine, here};
use DecisionKind::{Assign, Elect, Move, Note, Propose, Refer, Reserve};
use Maybe::{No, Perhaps, Yes};
use std::ops::{BitAnd, BitOr, Not};

/// A fact that may not be known yet (Kleene's three values).
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub(super) enum Maybe {
    No,
    Perhaps,
    Yes,
}

impl From<bool> for Maybe {
    fn from(known: bool) -> Maybe {
        if known { Yes } else { No }
    }
}

impl BitAnd for Maybe {
    type Output = Maybe;
    fn bitand(self, other: Maybe) -> Maybe {
        self.min(other)
    }
}

impl BitOr for Maybe {
    type Output = Maybe;
    fn bitor(self, other: Maybe) -> Maybe {
        self.max(other)
    }
}

impl Not for Maybe {
    type Output = Maybe;
    fn not(self) -> Maybe {
        match self {
            No => Yes,
            Yes => No,
            Perhaps => Perhaps,
        }
    }
}

impl Maybe {
    /// `yes` where this holds, else `no`; where it is not known, what both say.
    fn then(self, yes: Row, no: impl FnOnce() -> Row) -> Row {
        match self {
            Yes => yes,
            No => no(),
            Perhaps => {
                let (no, line) = no();
                (if yes.0 == no { no } else { Perhaps }, line)
            }
        }
    }
}

/// What a row says, and the line it stands on.
pub(super) type Row = (Maybe, SourceLine);

/// The value of the first row whose condition holds.
macro_rules! first_of {
    ($last:expr, $line:expr) => { ($last, $line) };
    ($when:expr => $value:expr, $line:expr; $($rest:tt)+) => {
        ($when).then(($value, $line), || first_of!($($rest)+))
    };
}

/// What is known of a deciding verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// `None`: what is decided can be of any kind, as of *beslutar*.
    pub kind: Option<DecisionKind>,
    context: Context,
    form: Form,
    weight: Weight,
    /// Its subject is the one charged.
    charges_subject: bool,
    /// Someone is named before it or right after it.
    pub person: Maybe,
    /// A body is its subject or its agent.
    pub subject: Maybe,
    /// That body is the chamber.
    pub chamber: Maybe,
    /// It is one of the short passives of a chamber's proceedings.
    pub proceeding: Maybe,
    /// It opens its sentence as a participle: *Antagen av fullmäktige*.
    pub written: Maybe,
    /// Its sentence shows one deed, where the tense could as well give a rule.
    pub single: Maybe,
    /// A matter is its subject: *Frågan parkeras*.
    pub matter: Maybe,
    /// Someone announces it: *anmälde att Anna Holm utsetts*.
    pub announced: Maybe,
}

impl Facts {
    /// What the verb alone tells.
    pub fn of(kind: Option<DecisionKind>, weight: Weight, act: Act, form: Form, context: Context) -> Facts {
        Facts {
            kind,
            context,
            form,
            weight,
            charges_subject: act.charges_subject(),
            person: Perhaps,
            subject: Perhaps,
            chamber: Perhaps,
            proceeding: Perhaps,
            written: if form == Form::Participle { Perhaps } else { No },
            single: Perhaps,
            announced: if form.is_told() || form == Form::Passive { Perhaps } else { No },
            matter: if weight == Weight::Matter { Perhaps } else { No },
        }
    }

    fn is(&self, kind: DecisionKind) -> Maybe {
        self.kind.map_or(Perhaps, |own| (own == kind).into())
    }
}

/// Whether the verb counts, and the row that says so.
pub(super) fn counts(f: &Facts) -> Row {
    let context = f.context;
    let (meeting, motions): (Maybe, Maybe) = (context.meeting().into(), context.is_motions().into());
    let (told, active): (Maybe, Maybe) = (f.form.is_told().into(), f.form.is_active().into());
    let (sure, weak) = (Maybe::from(f.weight == Weight::Sure), Maybe::from(f.weight == Weight::Label));
    let rules = Maybe::from(context.is_rules());
    let standing = rules & !told;
    let law = Maybe::from(context.is_law());
    let sent = Maybe::from(context.is_news() || context.is_statement());
    let (background, notes) = (Maybe::from(context.is_background()), Maybe::from(context.is_notes()));
    let charges = Maybe::from(f.charges_subject);
    first_of![
        Maybe::from(context.settles()) => Yes, here();
        f.is(Move) => (sure & ((Maybe::from(context.is_statement()) & f.subject) | meeting | (!active & !told & !Maybe::from(context.is_record())))) | motions | f.person | (told & f.subject), here();
        f.is(Reserve) => meeting | f.person | (sure & !law & !Maybe::from(context.is_record())), here();
        weak => No, here();
        Maybe::from(f.weight == Weight::Meeting) & !meeting => No, here();
        f.announced & (f.is(Elect) & f.person | f.is(Propose) & f.subject) => Yes, here();
        Maybe::from(f.weight == Weight::Matter) => (meeting | told | sent) & f.matter, here();
        // In a debate bodies are spoken of all the time: only what was done by the chamber counts.
        Maybe::from(context.is_record()) => told & !f.is(Propose) & (f.chamber | (!active & f.proceeding)), here();
        Maybe::from(f.weight == Weight::Any) => f.subject, here();
        Maybe::from(f.weight == Weight::Open) => Maybe::from(context.is_open()), here();
        motions & f.is(Propose) => Yes, here();
        // *får kritik för*, *har fått beslut från myndigheten*
        charges & f.is(DecisionKind::Adopt) => !law, here();
        f.is(Assign) & charges => !rules | ((told | f.person) & !law) | Maybe::from(f.form == Form::Supine), here();
        f.is(Assign) & sure => !standing | (f.subject & f.single & Maybe::from(context.is_open())), here();
        // *Regeringen utser ordföranden* names nobody.
        active & f.is(Elect) & !told & !meeting => f.subject & f.person & !law, here();
        active & standing & !f.is(Propose) => f.subject & f.single & !law, here();
        active & f.is(Elect) & sure => meeting | (told & f.person), here();
        active => f.subject | (meeting & sure & !f.person), here();
        // *Ordföranden väljs av stämman* in a statute is a rule.
        f.subject => meeting | told | f.is(Propose), here();
        f.is(Elect) & !told & meeting & !f.person => f.single, here();
        meeting => !(background & (f.is(Note) | !told)) | (sure & notes), here();
        // Without an agent: what was proposed, handed over or sent out.
        f.is(Propose) => sent | Maybe::from(context.is_report()) | (told & !law), here();
        !active & !told & f.single & !f.is(Elect) & !law => Maybe::from(context.is_open() || context.is_news()) | f.is(Refer), here();
        f.is(Refer) => told & !law, here();
        // *Anna Holm väljs till ordförande*, told while it happens
        f.is(Elect) => (told | Maybe::from(context.is_news())) & f.person, here();
        f.is(Note) & sure & told & !active & !law => Yes, here();
        f.is(Note) | f.is(Assign) => f.written, here();
        told => Maybe::from(f.form != Form::Participle) | f.written, here();
        f.written, here()
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentKind;
    use crate::lexicon::labels::Label;
    use crate::lexicon::sets::lemmas;

    const KINDS: [DecisionKind; 7] = [DecisionKind::Adopt, Elect, Assign, Refer, Note, Propose, Reserve];
    const FORMS: [Form; 4] = [Form::Present, Form::Past, Form::Passive, Form::Participle];

    /// The prefilter, which knows less, throws nothing out that the grammar takes.
    #[test]
    fn less_is_never_known_better() {
        for &kind in DocumentKind::ALL {
            for label in [None, Some(Label::Decision), Some(Label::Motions), Some(Label::Other)] {
                let context = Context { label, kind, formal: false };
                for (kind, form) in KINDS.iter().flat_map(|&kind| FORMS.map(|form| (kind, form))) {
                    for weight in [
                        Weight::Sure,
                        Weight::Body,
                        Weight::Meeting,
                        Weight::Open,
                        Weight::Any,
                        Weight::Label,
                    ] {
                        for act in [Act::Decide, Act::Phrase(lemmas::GET)] {
                            holds_for(Facts::of(Some(kind), weight, act, form, context));
                        }
                    }
                }
            }
        }
    }

    fn holds_for(open: Facts) {
        for bits in 0..256 {
            let fact = |bit: u32| Maybe::from(bits >> bit & 1 == 1);
            let known = Facts {
                person: fact(0),
                subject: fact(1),
                chamber: fact(2),
                proceeding: fact(3),
                written: fact(4),
                single: fact(5),
                matter: fact(6),
                // Only what was told can be announced.
                announced: if open.announced == No { No } else { fact(7) },
                ..open
            };
            assert_ne!(counts(&known).0, Perhaps, "{known:?}");
            let some = Facts { person: known.person, subject: known.subject, written: Perhaps, ..open };
            for seen in [some, Facts { kind: None, ..some }, Facts { written: Perhaps, ..open }] {
                assert!(counts(&known).0 == No || counts(&seen).0 != No, "{known:?}");
            }
        }
    }
}
