//! Direct speech: quotations by dash or by quotation marks, with the attribution that says whose they are.

mod attribution;
mod blocks;
mod dashes;
mod interviews;
mod marks;
mod paragraphs;
mod single;

use super::context::Context;
use crate::document::{Rule, Span, Speech, SpeechMode};
use attribution::Attributed;

pub(super) use dashes::DASH;
pub(super) use marks::MARKS;

/// Quotations, and what they and their attributions take up.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pub speeches: Vec<Speech>,
    pub taken: Vec<Span>,
}

impl Quotes {
    /// Adds the quotation at `span`.
    #[track_caller]
    fn push(&mut self, span: Span, found: Attributed, rule: &'static Rule) {
        if found.people.is_empty() {
            return;
        }
        // An attribution before the quotation belongs to it, as one behind it does.
        let start = span.start.min(found.cue);
        self.taken.push(Span { start, end: span.end.max(found.sentence_end as u32) });
        self.speeches.push(Speech {
            cue: found.cue,
            span,
            mode: SpeechMode::Direct,
            verb: found.lemma,
            speakers: found.people,
            rule: rule.here(),
        });
    }
}

/// All quotations, and the stretches that they take up, sorted.
pub(super) fn find(c: &Context) -> Quotes {
    let mut quotes = Quotes::default();
    dashes::find(c, &mut quotes);
    marks::find(c, &mut quotes);
    single::find(c, &mut quotes);
    blocks::find(c, &mut quotes);
    quotes.taken.sort();
    quotes
}

/// Whether `span` overlaps one of `taken`, which is sorted and without overlaps up to its last few.
fn is_taken(taken: &[Span], span: Span) -> bool {
    let until = taken.partition_point(|t| t.start < span.end);
    taken[..until].iter().rev().take(4).any(|t| t.overlaps(span))
}
