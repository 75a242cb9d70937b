//! Decisions: what is settled, moved or handed on, by whom, with what duty.
//!
//! The text is read part by part, a part being what stands between two headings. Under *Beslut* or
//! *Förslag till beslut* every point counts ([`sections`]); elsewhere each sentence that holds a deciding
//! word is read ([`prose`]), and its verb must be finite, in a main clause, and have a fit subject
//! ([`heads`]). [`reader`] makes one sentence's deciding verbs into drafts; this module gives them what
//! only the whole text knows: body, case, deadline, and whether the deed is told of or done here.

mod ballots;
mod body;
mod chair;
mod clauses;
mod context;
mod counts;
mod dissent;
mod draft;
mod duties;
mod heads;
mod items;
mod lists;
mod movers;
mod outcome;
mod phrases;
mod prefilter;
mod prose;
mod reader;
mod reported;
mod sections;
mod setting;
mod verbs;
mod votes;
mod words;

use crate::document::{Date, Decision, DecisionKind, HeadingKind, Rule, Span, Speech};
use crate::layers::people::Cast;
use crate::layers::structure::Structure;
use crate::lexicon::labels::Label;
use crate::scan::CuedText;
use context::Context;
use draft::Draft;
use reader::Reader;

/// The rules of this layer.
pub(crate) static RULES: &[&Rule] = &[
    &clauses::DECIDES,
    &clauses::VERB,
    &clauses::PHRASE,
    &clauses::TAKEN,
    &lists::POINTS,
    &lists::LIST,
    &chair::CHAIR,
    &outcome::PROPOSITION,
    &outcome::VOTE,
    &clauses::MOTION,
    &dissent::DISSENT,
    &duties::DUTY,
];

/// All decisions of a text, in order of their start. They are read without the lines.
pub(crate) fn find(
    source: &CuedText,
    structure: &Structure,
    dates: &[Date],
    cast: &Cast,
    speeches: &[Speech],
) -> Vec<Decision> {
    let mut reader = Reader::new(source, structure, cast);
    let kind = setting::kind(source, structure, speeches);
    let mut start = 0;
    let mut item: Option<usize> = None;
    for index in 0..=structure.headings.len() {
        let end = structure.headings.get(index).map_or(source.text.len(), |h| h.span.start as usize);
        let label = index.checked_sub(1).and_then(|i| label_of(structure, i));
        let context = Context { label, kind };
        let from = reader.drafts.len();
        match label {
            Some(Label::Attendance | Label::Dispatch | Label::Papers | Label::Field) => {}
            _ if start >= end => {}
            _ if context.settles() => sections::read(&mut reader, Span::new(start, end), context),
            _ => prose::read(&mut reader, Span::new(start, end), context),
        }
        if context.is_reservation() && context.meeting() && reader.drafts.len() == from {
            dissent::read(&mut reader, Span::new(start, end));
        }
        for draft in &mut reader.drafts[from..] {
            draft.context = context;
            draft.item = item;
        }
        // The item that the next part stands under.
        if let Some(heading) = structure.headings.get(index) {
            if heading.kind == HeadingKind::Item {
                item = Some(index);
            } else if item.is_some_and(|i| heading.level <= structure.headings[i].level) {
                item = None;
            }
        }
        start = structure.headings.get(index).map_or(end, |h| h.span.end as usize);
    }
    let mut drafts = reader.drafts;
    let frequent = body::addressed(source, structure).or_else(|| most_frequent(&drafts));
    let mut bodies = body::Bodies::new(source, structure, kind, frequent.as_deref());
    let mut found = Vec::with_capacity(drafts.len());
    // From the last on: their room shrinks as that of the decisions fills.
    while let Some(draft) = drafts.pop() {
        found.push(finish(source, structure, dates, &mut bodies, draft));
        if drafts.len() <= drafts.capacity() / 2 {
            drafts.shrink_to_fit();
        }
    }
    found.reverse();
    let place = |d: &Decision| (d.span.start, std::cmp::Reverse(d.span.end));
    // Mostly they are in order, and sorting needs half their memory again.
    if !found.is_sorted_by_key(place) {
        found.sort_by_key(place);
    }
    let mut next = source.text.len();
    for decision in found.iter_mut().rev() {
        decision.by = movers::of(source.text, decision.kind, decision.span, cast, speeches);
        if decision.votes.is_some() {
            // A list ends where the next decision begins, or the next part.
            let heading = structure.headings.partition_point(|h| h.span.start <= decision.span.start);
            let part = structure.headings.get(heading).map_or(next, |h| h.span.start as usize);
            decision.ballots = ballots::of(source.text, decision.span, next.min(part), cast);
        }
        next = decision.span.start as usize;
    }
    found
}

/// The label of a heading; *Beslut – Förslag till kommunfullmäktige* proposes.
fn label_of(structure: &Structure, index: usize) -> Option<Label> {
    let label = structure.labels.get(index).copied().flatten()?;
    let proposes = label == Label::Decision && structure.headings[index].title.contains("örslag");
    Some(if proposes { Label::Proposal } else { label })
}

/// The body that decides most often by its own sentences' words.
fn most_frequent(drafts: &[Draft]) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    // Who proposes need not decide, nor who decided before.
    let here = |d: &&Draft| !matches!(d.context.label, Some(Label::Proposal | Label::Other));
    for body in drafts.iter().filter(here).filter_map(|d| d.body.as_deref()) {
        match counts.iter().position(|(name, _)| *name == body) {
            Some(i) => counts[i].1 += 1,
            None if counts.len() < 64 => counts.push((body, 1)),
            None => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(name, _)| (*name).to_string())
}

/// Gives a draft what only the whole text knows.
fn finish(
    source: &CuedText,
    structure: &Structure,
    dates: &[Date],
    bodies: &mut body::Bodies,
    mut draft: Draft,
) -> Decision {
    let reported = reported::is(structure, &draft);
    let body = bodies.of(&mut draft);
    let deadline = if draft.kind == DecisionKind::Assign {
        duties::deadline(dates, draft.span, source.text)
    } else {
        None
    };
    Decision {
        cue: draft.cue,
        span: draft.span,
        kind: draft.kind,
        body,
        reported,
        items: draft.items,
        deadline,
        assignee: draft.assignee,
        case: draft.item.and_then(|i| structure.headings[i].case.clone()),
        votes: draft.votes,
        ballots: Vec::new(),
        by: Vec::new(),
        law: crate::layers::law::find(source.text, draft.span),
        same_as: None,
        immediate: false,
        rule: draft.rule,
    }
}
