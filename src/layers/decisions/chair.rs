//! The chair's handling: *prövar om nämnden kan godkänna rapporten och finner att nämnden bifaller det*.

use super::about::puts_the_matter;
use super::context::Context;
use super::draft::Draft;
use super::verbs::{Act, Form};
use super::words::Sentence;
use super::{body, content, items};
use crate::document::DecisionKind;
use crate::document::rule::rule;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{FINDS_PROPOSALS, FINDS_YES, YRKANDE_WORD};
use crate::lexicon::sets::function_words::{ATT, DET};

rule! {
    /// The chair puts a matter and finds what the body decides; the kind is that of what was put.
    pub(super) CHAIR = "decision.chair";
    finds "Protokoll\n\n§ 4 Rapport\n\n⟦Ordföranden frågar om nämnden kan godkänna rapporten och finner att nämnden bifaller det.⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Rapport\n\nOrdföranden finner att det finns två förslag till beslut.\n";
}

/// What the chair finds: its kind, the first word of the finding, and the body that it names.
struct Finding {
    kind: DecisionKind,
    /// The word *finner*.
    finds: usize,
    att: usize,
    body: Option<usize>,
}

/// Whether someone *finner* in the sentence.
pub(super) fn speaks(s: &Sentence) -> bool {
    word(s).is_some()
}

fn word(s: &Sentence) -> Option<usize> {
    (0..s.len()).find(|&i| s.words[i].verb.is_some_and(|v| v.act == Act::Phrase("find")))
}

/// The decision of a sentence in which someone *finner*.
pub(super) fn read(s: &Sentence, context: Context) -> Option<Draft> {
    let found = finding(s)?;
    let mut draft = Draft::new(s.span, context.cast(found.kind), &CHAIR).at(s.words[found.finds].span);
    draft.body = found.body.map(|b| body::name(s, b));
    draft.items = items::inline(s, found.att, s.len(), false).into_iter().take(1).collect();
    if draft.items.is_empty() {
        draft.items.push(s.span);
    }
    Some(draft)
}

fn finding(s: &Sentence) -> Option<Finding> {
    let finds = word(s)?;
    let found = found(s, finds)?;
    // *Mötet fann sig vara stadgeenligt utlyst.*
    if found == finds
        && let Some(phrase) = s.words[finds].verb.and_then(|verb| verb.phrase_at(s, finds))
    {
        let body = body::near(s, 0, finds);
        return Some(Finding { kind: phrase.kind, finds, att: found, body });
    }
    let after = found + 1;
    let body = (after..s.len()).find(|&i| s.words[i].body);
    let verbs = |from: usize, to: usize| (from..to).filter_map(|i| s.words[i].verb.map(|v| (i, v)));
    // What the body does, as the chair finds it.
    for (i, verb) in verbs(after, s.len()) {
        match verb.act {
            Act::Decide => return Some(Finding { kind: content::content(s, i), finds, att: found, body }),
            Act::Kind(DecisionKind::Adopt) if is_deed(verb.form) || verb.form == Form::Noun => {
                return Some(Finding {
                    kind: put(s, finds).unwrap_or(DecisionKind::Adopt),
                    finds,
                    att: found,
                    body,
                });
            }
            Act::Kind(kind) if is_deed(verb.form) => return Some(Finding { kind, finds, att: found, body }),
            _ => {}
        }
    }
    if (after..(after + 6).min(s.len())).any(|i| s.is_of(i, &FINDS_YES)) {
        return Some(Finding { kind: put(s, finds).unwrap_or(DecisionKind::Adopt), finds, att: found, body });
    }
    None
}

/// The *att* (or the word *finner*) of the finding that counts: the last but what only names proposals.
fn found(s: &Sentence, finds: usize) -> Option<usize> {
    let atts: Vec<usize> = (finds + 1..s.len()).filter(|&i| s.is(i, ATT)).take(4).collect();
    let names = |at: usize| s.is(at + 1, DET) && s.is_of(at + 2, &FINDS_PROPOSALS);
    match atts.iter().find(|&&at| !names(at)) {
        Some(&at) => Some(at),
        None if atts.is_empty() => Some(finds),
        None => None,
    }
}

fn is_deed(form: Form) -> bool {
    !matches!(form, Form::Infinitive | Form::Noun)
}

/// The kind of what was put: *prövar om nämnden kan notera informationen*.
fn put(s: &Sentence, finds: usize) -> Option<DecisionKind> {
    for i in 0..finds {
        let Some(verb) = s.words[i].verb else { continue };
        let asked = matches!(verb.form, Form::Infinitive | Form::Passive);
        match verb.act {
            Act::Kind(DecisionKind::Propose) | Act::Decide => {}
            Act::Kind(kind) if asked => return Some(kind),
            Act::Phrase(_) if asked => return Some(content::kind_from(s, i, false)),
            _ => {}
        }
    }
    None
}

/// *Ordföranden finner att nämnden bifaller förslaget* takes the kind of what was put, which stands under *Beslut* or
/// *Förslag till beslut* of the same item.
pub(super) fn follow(drafts: &mut [Draft], text: &str) {
    for matter in drafts.chunk_by_mut(|a, b| a.item == b.item) {
        let found = |d: &Draft| d.rule.code == CHAIR.code;
        if !matter.iter().any(|d| found(d) && d.kind == DecisionKind::Adopt) {
            continue;
        }
        let labelled = |label: Label| {
            let put = || {
                let own = |d: &Draft| matches!(d.kind, DecisionKind::Move | DecisionKind::Reserve);
                matter.iter().filter(move |d| !found(d) && !own(d) && d.context.label == Some(label))
            };
            // *Motionen avslås* alone is what the proposal said; beside others it is what was put against it.
            let first = put().find(|d| d.kind != DecisionKind::Reject).or_else(|| put().next());
            first.map(|d| d.kind)
        };
        let Some(kind) = labelled(Label::Decision).or_else(|| labelled(Label::Proposal)) else { continue };
        for draft in matter.iter_mut().filter(|d| found(d) && d.kind == DecisionKind::Adopt) {
            let said = draft.span.of(text);
            // Put against other motions a proposal is *bifallits*, whatever it does, save where it says no or hands on.
            let against = said.contains(YRKANDE_WORD);
            let follows = !against || matches!(kind, DecisionKind::Reject | DecisionKind::Propose);
            if follows && puts_the_matter(said) {
                draft.kind = kind;
            }
        }
    }
}
