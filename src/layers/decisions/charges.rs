//! Points that charge somebody in a decision of another kind: *att anta planen, att ge nämnden i uppdrag att …*.
//!
//! What stands inside an *att* clause is no decision of its own, but who asks for open assignments wants it too.

use super::duties;
use super::heads::Head;
use super::reader::Reader;
use super::tense::Tense;
use super::verbs::Form;
use super::words::Sentence;
use crate::document::rule::here;
use crate::document::{Charge, Date, Decision, DecisionKind};
use crate::lexicon::sets::decisions::CHARGE_PIECE;
use crate::lexicon::sets::function_words::{ATT, ATT_OR_SOM};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// The charges in the points of a decision that settles something else.
pub(super) fn of(reader: &mut Reader, decision: &Decision, dates: &[Date]) -> Vec<Charge> {
    static CHARGES: LazyLock<Finder> = LazyLock::new(|| Finder::new(CHARGE_PIECE));
    let text = reader.source.text;
    let says = |span: crate::document::Span| CHARGES.find(span.of(text).as_bytes()).is_some();
    // Who assigns is told of as a whole.
    if !decision.kind.settles() || decision.kind == DecisionKind::Assign || !says(decision.span) {
        return Vec::new();
    }
    let mut charges = Vec::new();
    for (index, &item) in (0..).zip(&decision.items).filter(|(_, item)| says(**item)) {
        reader.fill(item);
        let s = &reader.words;
        let from = usize::from(s.starts_with(ATT));
        let Some(head) = charging(s, from) else { continue };
        // What is turned down, put off or noted as done may be a list of charges; *att ge …* beside it is one.
        let adopts = matches!(decision.kind, DecisionKind::Adopt | DecisionKind::Elect);
        if !adopts && (head.form != Form::Infinitive || index == 0) {
            continue;
        }
        // *tilldelas 1 mnkr och får i uppdrag*: the sum is not charged.
        let is_sum = |who: &String| who.starts_with(|c: char| c.is_ascii_digit());
        let assignee = duties::assignee(s, from, &head).map(|who| duties::written(s, who));
        charges.push(Charge {
            item: index,
            assignee: assignee.filter(|who| !is_sum(who)),
            deadline: duties::last_day(dates, item),
        });
    }
    charges
}

/// The word that charges, in the clause that a point begins with.
fn charging(s: &Sentence, from: usize) -> Option<Head> {
    let at = (from..s.len())
        .take_while(|&i| !s.is(i, ATT_OR_SOM))
        .find(|&i| !matches!(s.form(i), None | Some(Form::Noun)) && duties::assigns(s, i))?;
    let verb = s.words.get(at)?.verb?;
    // *att stadsdirektören i sin tur uppdrar åt någon annan*: another charges.
    let own = match verb.form {
        Form::Infinitive | Form::Passive => true,
        Form::Present => verb.act.charges_subject(),
        _ => false,
    };
    if !own {
        return None;
    }
    let (act, form) = (verb.act, verb.form);
    Some(Head {
        at,
        kind: DecisionKind::Assign,
        act,
        form,
        tense: Tense::Present,
        subject: None,
        line: here(),
    })
}
