//! The stretches of the text that are marked.

use super::layers::Layer;
use crate::document::{Document, Span};
use std::cmp::Reverse;

/// A stretch of the text in which something was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub layer: Layer,
    /// Which finding of its layer it is; of a person's several places each has that of the person, of a decision's
    /// points that of the decision.
    pub index: usize,
    /// The number of a decision's point.
    pub item: Option<usize>,
}

/// All of them in order, the longer before the shorter where they begin together.
pub(super) fn marks(document: &Document) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |layer, index, span| marks.push(Mark { span, layer, index, item: None });
    for (i, heading) in document.headings.iter().enumerate() {
        add(Layer::Headings, i, heading.span);
    }
    for (i, speech) in document.speeches.iter().enumerate() {
        add(Layer::Speeches, i, speech.span);
    }
    for (i, decision) in document.decisions.iter().enumerate() {
        add(Layer::Decisions, i, decision.span);
    }
    for (i, person) in document.people.iter().enumerate() {
        person.mentions.iter().for_each(|&span| add(Layer::People, i, span));
    }
    for (i, date) in document.dates.iter().enumerate() {
        add(Layer::Dates, i, date.span);
    }
    for (i, hit) in document.matches.iter().enumerate() {
        add(Layer::Matches, i, hit.span);
    }
    for (index, decision) in document.decisions.iter().enumerate().filter(|(_, d)| d.items.len() > 1) {
        let numbered = decision.items.iter().zip(1..);
        marks.extend(numbered.map(|(&span, item)| Mark {
            span,
            layer: Layer::Items,
            index,
            item: Some(item),
        }));
    }
    marks.retain(|mark| !mark.span.is_empty());
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end), mark.layer));
    marks
}
