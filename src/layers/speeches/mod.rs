//! Speeches: who says what, in turns, quotations, reported sentences and presentations.

mod clauses;
mod context;
mod given;
mod introductions;
mod movers;
mod offices;
mod order;
mod passive;
mod points;
mod presentations;
mod quotes;
mod reported;
mod subject;
mod subject_far;
mod subject_gap;
mod turns;
mod verb;

pub(crate) use context::Context;

use crate::document::{Rule, Speech};

/// The rules of this layer.
pub(crate) static RULES: &[&Rule] = &[
    &turns::TURN,
    &quotes::DASH,
    &quotes::MARKS,
    &subject::REPORTED,
    &subject::CHAIR,
    &passive::AGENT,
    &presentations::BYLINE,
    &presentations::HEADED,
];

/// All speeches of a text, in order of their start.
pub(crate) fn find(c: &Context) -> Vec<Speech> {
    if c.cast.people.is_empty() {
        return Vec::new();
    }
    let mut all = turns::find(c);
    let quotes = quotes::find(c);
    let reported = reported::find(c, &quotes.taken);
    all.extend(passive::find(c, &reported, &quotes.taken));
    all.extend(reported);
    all.extend(quotes.speeches);
    let presented = presentations::find(c);
    let headed = || presented.iter().any(|s| s.rule.code == presentations::HEADED.code);
    if c.intros.is_empty()
        && !headed()
        && let Some(given) = given::find(c)
    {
        // The line that tells of the speech is none itself.
        all.retain(|s| !s.span.overlaps(given.told) && !s.span.overlaps(given.speech.span));
        all.push(given.speech);
    }
    all.extend(presented);
    all.sort_by_key(|s| (s.span.start, std::cmp::Reverse(s.span.end)));
    all
}
