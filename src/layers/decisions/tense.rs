//! When a clause says that something was decided, and whether it denies it.

use super::context::Context;
use super::edges;
use super::heads::{has_digits, is_signed};
use super::subordinate::announced;
use super::verbs::{Act, Form, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    AFTER_TERSE, BECOMING, CONCLUDING, MODALS, NEGATIONS, SUBORDINATORS, TO_COME, WRITTEN_BY,
};
use crate::lexicon::sets::function_words::{ATT, HAR, HAVE, ONLY, OUGHT, SHALL};
use crate::lexicon::sets::lemmas;

/// When a clause says that it was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Present,
    Past,
    Perfect,
}

/// *Ansökan från Anna beviljad.*, *Genomgånget och lagt till handlingarna.*: a short note without a finite verb.
pub(super) fn is_terse(s: &Sentence, from: usize, at: usize) -> bool {
    s.len() <= from + 9
        && (at + 1 == s.len() || s.is_of(at + 1, &AFTER_TERSE))
        && !(from..at).any(|i| edges::is_finite(s, i))
}

/// Tense of a deciding verb, and the word of its auxiliary; `None` for what is no statement of a deed.
pub(super) fn tense(
    s: &Sentence,
    from: usize,
    at: usize,
    form: Form,
    weight: Weight,
    context: Context,
) -> Option<(Tense, Option<usize>)> {
    // *Datum för stämman framflyttat till maj*
    let moved = weight == Weight::Matter && context.meeting();
    let before = |reach: usize, fits: &dyn Fn(usize) -> bool| {
        (from.max(at.saturating_sub(reach))..at).rev().take_while(|&i| s.gap(i + 1) != ';').find(|&i| fits(i))
    };
    match form {
        Form::Present => Some((Tense::Present, None)),
        Form::Past | Form::PassivePast => Some((Tense::Past, None)),
        Form::Supine | Form::PassiveSupine => {
            let aux = before(16, &|i| s.is(i, HAVE));
            if aux.is_none() && announced(s, from, at) {
                return Some((Tense::Perfect, None));
            }
            // *Bordlagt den 3 maj*
            let elliptic = (at <= from + 1 || edges::opens_line(s, at) || is_terse(s, from, at))
                && (context.meeting() || context.settles());
            (aux.is_some() || elliptic).then_some((Tense::Perfect, aux))
        }
        Form::Passive => {
            let infinitive = at > from && s.is(at - 1, ATT);
            let modal =
                before(10, &|i| s.is_of(i, &MODALS)).filter(|&m| !(m + 1..at).any(|i| s.gap(i) == ','));
            // *Överklagandet ska därför avslås.*
            let concludes = !context.meeting() && !context.is_law() && !context.is_record();
            let concluded = modal
                .is_some_and(|m| concludes && s.is(m, SHALL) && (from..at).any(|i| s.is_of(i, &CONCLUDING)));
            let advised = modal.is_some_and(|m| s.is(m, OUGHT));
            // *Frågan kommer att tas upp på nästa möte.*
            let goes_on = moved && modal.is_some_and(|m| s.is_of(m, &TO_COME));
            ((!infinitive && modal.is_none()) || concluded || goes_on || context.settles() && !advised)
                .then_some((Tense::Present, None))
        }
        Form::Participle => {
            let aux = before(6, &|i| s.is_of(i, &BECOMING));
            let first = (moved || at <= from + 2 || edges::opens_line(s, at) || is_terse(s, from, at))
                && context.meeting();
            // *Antagen december 2022*, *Fastställd: 2022-12-01*
            let dated = at <= from + 1 && has_digits(s, at + 1..at + 3);
            let written = s.is_of(at + 1, &WRITTEN_BY) && at <= from + 3 || is_signed(s, at) || dated;
            match aux {
                Some(_) if s.is(at.saturating_sub(1), HAR) => None,
                Some(aux) if s.gap(at) == ' ' => Some((Tense::Perfect, Some(aux))),
                _ if first || written || context.settles() => Some((Tense::Perfect, None)),
                _ => None,
            }
        }
        Form::Infinitive | Form::Noun => None,
    }
}

pub(super) fn negated(s: &Sentence, at: usize, aux: Option<usize>, kind: DecisionKind) -> bool {
    // *deltar inte i beslutet*, *tar inte upp yrkandet till prövning*
    let reserve = kind == DecisionKind::Reserve
        || (kind == DecisionKind::Reject
            && s.words[at].verb.is_some_and(|v| matches!(v.act, Act::Phrase(lemmas::TAKE | lemmas::NOTIFY))));
    // *Anna Holm har inte bara valts till ordförande …*
    let only = |i: usize| s.is(i + 1, ONLY);
    let denied = |i: usize| s.is_of(i, &NEGATIONS) && !only(i);
    // *Ärendet utgår eftersom underlaget inte är klart*: another clause is denied.
    let ends = |i: usize| s.is(i, ATT) || s.is_of(i, &SUBORDINATORS) || s.gap(i) == ',';
    let near = |i: usize| (1..4).take_while(|n| !ends(i + n)).any(|n| denied(i + n));
    !reserve && (aux.is_some_and(near) || near(at) || (at > 0 && s.is_of(at - 1, &NEGATIONS)))
}
