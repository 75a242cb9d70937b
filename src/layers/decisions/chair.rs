//! The chair's handling: *prövar om nämnden kan godkänna rapporten och finner att nämnden bifaller det*.

use super::heads;
use super::verbs::{Act, Form};
use super::words::Sentence;
use crate::document::DecisionKind;

/// What the chair finds: its kind, the first word of the finding, and the body that it names.
pub(super) struct Finding {
    pub kind: DecisionKind,
    pub att: usize,
    pub body: Option<usize>,
}

/// Reads a sentence in which someone *finner*.
pub(super) fn read(s: &Sentence) -> Option<Finding> {
    let finds = (0..s.len()).find(|&i| s.words[i].verb.is_some_and(|v| v.act == Act::Phrase("find")))?;
    let found = found(s, finds)?;
    let after = found + 1;
    let body = (after..s.len()).find(|&i| s.words[i].body);
    let verbs = |from: usize, to: usize| (from..to).filter_map(|i| s.words[i].verb.map(|v| (i, v)));
    // What the body does, as the chair finds it.
    for (i, verb) in verbs(after, s.len()) {
        match verb.act {
            Act::Decide => return Some(Finding { kind: heads::content(s, i), att: found, body }),
            Act::Kind(DecisionKind::Adopt) if is_deed(verb.form) || verb.form == Form::Noun => {
                return Some(Finding {
                    kind: put(s, finds).unwrap_or(DecisionKind::Adopt),
                    att: found,
                    body,
                });
            }
            Act::Kind(kind) if is_deed(verb.form) => return Some(Finding { kind, att: found, body }),
            _ => {}
        }
    }
    const YES: &[&str] = &["så", "ja", "svaret", "frågan", "bifall", "övervägande"];
    if (after..(after + 6).min(s.len())).any(|i| s.is(i, YES)) {
        return Some(Finding { kind: put(s, finds).unwrap_or(DecisionKind::Adopt), att: found, body });
    }
    None
}

/// The *att* (or the word after *finner*) of the finding that counts: the last but what only names proposals.
fn found(s: &Sentence, finds: usize) -> Option<usize> {
    let atts: Vec<usize> = (finds + 1..s.len()).filter(|&i| s.is(i, &["att"])).take(4).collect();
    let names = |at: usize| {
        s.is(at + 1, &["det"]) && s.is(at + 2, &["finns", "föreligger", "endast", "enbart", "bara"])
    };
    match atts.iter().find(|&&at| !names(at)) {
        Some(&at) => Some(at),
        None if atts.is_empty() => Some(finds + 1).filter(|&i| i < s.len()),
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
            Act::Phrase(_) if asked => return Some(heads::kind_from(s, i, false)),
            _ => {}
        }
    }
    None
}
