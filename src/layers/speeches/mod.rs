//! Speeches: who says what, in turns, quotations, reported sentences and presentations.

mod order;
mod presentations;
mod quotes;
mod reported;
pub(crate) mod rules;
mod subject;
mod subject_gap;
mod turns;
mod verb;

use crate::document::Speech;
use crate::layers::people::{Cast, Intro};
use crate::layers::structure::Structure;
use crate::scan::Source;

/// All speeches of a text, in order of their start.
pub(crate) fn find(
    source: &Source,
    structure: &Structure,
    block_lines: &[(u32, u32)],
    cast: &Cast,
    intros: &[Intro],
) -> Vec<Speech> {
    if cast.people.is_empty() {
        return Vec::new();
    }
    let mut all = turns::find(source, structure, cast, intros);
    let quotes = quotes::find(source, structure, block_lines, cast);
    all.extend(reported::find(source, structure, cast, intros, &quotes.taken));
    all.extend(quotes.speeches);
    all.extend(presentations::find(source, structure, block_lines, cast, intros));
    all.sort_by_key(|s| (s.span.start, std::cmp::Reverse(s.span.end)));
    all
}
