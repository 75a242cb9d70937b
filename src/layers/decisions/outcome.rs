//! Votes: the proposition that says what yes and no stand for, and the outcome with its figures.

use super::context::Context;
use super::draft::Draft;
use super::reader::Reader;
use super::verbs::Act;
use super::votes;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span, Votes};
use crate::lexicon::sets::decisions::{NO_PIECES, OUTCOMES, VOTERS_COUNTED, VOTING_PROPOSITIONS, YES_PIECES};
use crate::lexicon::sets::function_words::{JA, NEJ, OCH_OR_SAMT};

rule! {
    /// An approved voting proposition: what yes and no stand for.
    pub(super) PROPOSITION = "decision.proposition";
    finds "Protokoll\n\n§ 4 Skatt\n\n⟦Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för avslag.”⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Skatt\n\nOmröstning begärs.\n";
}
rule! {
    /// The outcome of a vote with its figures; the kind is that of what won.
    pub(super) VOTE = "decision.vote";
    finds "Protokoll\n\n§ 4 Skatt\n\n⟦Omröstningen utfaller med 22 Ja mot 19 Nej.⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Skatt\n\nHur var och en röstar framgår av bilaga 3.\n";
}

pub(super) fn puts_to_vote(sentence: &str) -> bool {
    let head = sentence.get(..sentence.len().min(400)).unwrap_or(sentence);
    let has = |text: &str, pieces: &[&str]| pieces.iter().any(|piece| text.contains(piece));
    has(head, VOTING_PROPOSITIONS) && has(head, YES_PIECES) && has(sentence, NO_PIECES)
}

/// What a yes and a no mean.
pub(super) type YesNo = Option<(DecisionKind, DecisionKind)>;

/// *Godkänd voteringsproposition: ”Ja för bifall och Nej för avslag.”*
pub(super) fn proposition(reader: &mut Reader, span: Span, context: Context) -> (Option<Draft>, YesNo) {
    reader.fill(span);
    let s = &reader.words;
    let yes = (0..s.len()).find(|&i| s.is(i, JA));
    let no = yes.and_then(|y| (y + 1..s.len()).find(|&i| s.is(i, NEJ)));
    let (Some(yes), Some(no)) = (yes, no) else { return (None, None) };
    let kind = |from: usize, to: usize| {
        (from..to)
            .filter_map(|i| s.words[i].verb)
            .find_map(|v| match v.act {
                Act::Kind(kind) if kind != DecisionKind::Move => Some(kind),
                _ => None,
            })
            .unwrap_or(DecisionKind::Adopt)
    };
    let meaning = (kind(yes, no), kind(no, s.len()));
    let last = if s.is(no - 1, OCH_OR_SAMT) { no - 2 } else { no - 1 };
    let mut draft = Draft::new(span, context.cast(DecisionKind::Adopt), &PROPOSITION);
    draft.items = vec![s.between(yes, last.max(yes)), s.between(no, s.len() - 1)];
    (Some(draft), Some(meaning))
}

/// The outcome of a vote that begins with the sentence `index`; and where it ends.
pub(super) fn vote(
    reader: &mut Reader,
    index: usize,
    part: Span,
    won: YesNo,
    context: Context,
) -> Option<(Draft, u32)> {
    let sentences = &reader.structure.sentences;
    let source = reader.source;
    let first = sentences[index];
    // The voting list in an annex counts again what the minutes have told.
    if first.of(source.text).contains(VOTERS_COUNTED) {
        return None;
    }
    let mut figures = votes::read(source, first);
    let (mut span, mut last) = (first, index);
    let next = |i: usize| sentences.get(i + 1).copied().filter(|n| n.start < part.end);
    if figures.yes.is_some() && figures.no.is_none() {
        // *A röstar Ja (7). B röstar Nej (6).*
        let second = next(index)?;
        let more = votes::read(source, second);
        figures.no = more.no;
        figures.abstain = figures.abstain.or(more.abstain);
        span.end = second.end;
        last = index + 1;
    }
    let (yes, no) = (figures.yes?, figures.no?);
    if figures.abstain.is_none() {
        figures.abstain = next(last).and_then(|n| votes::read(source, n).abstain);
    }
    let votes = Votes { yes, no, abstain: figures.abstain };
    // The sentence that states the outcome has the figures.
    for step in 1..=2 {
        let Some(outcome) = sentences.get(last + step).copied().filter(|n| n.start < part.end) else { break };
        let outcome_text = outcome.of(source.text);
        if OUTCOMES.iter().any(|w| outcome_text.contains(w)) {
            let mut drafts = reader.sentence(outcome, context);
            if let Some(mut draft) = drafts.pop() {
                draft.votes = Some(votes);
                draft.rule = draft.rule.of(&VOTE);
                return Some((draft, outcome.end));
            }
        }
    }
    // *Med 22 ja-röster mot 19 beslutar nämnden att avslå motionen.*
    if last == index
        && let Some(mut draft) = reader.sentence(first, context).pop()
    {
        draft.votes = Some(votes);
        draft.rule = draft.rule.of(&VOTE);
        return Some((draft, first.end));
    }
    let kind = won.map_or(DecisionKind::Adopt, |(y, n)| if yes >= no { y } else { n });
    let mut draft = Draft::new(span, context.cast(kind), &VOTE);
    draft.votes = Some(votes);
    Some((draft, span.end))
}
