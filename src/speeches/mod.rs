//! Speeches: who says what, in turns, quotations, reported sentences and presentations.

pub(crate) mod rules;

use crate::analyze::Source;
use crate::document::Speech;
use crate::people::Cast;
use crate::structure::Structure;

/// All speeches of a text, in order of their start.
pub(crate) fn find(_source: &Source, _structure: &Structure, _cast: &Cast) -> Vec<Speech> {
    Vec::new()
}
