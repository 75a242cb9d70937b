//! Decisions: what is settled, moved or handed on, by whom, with what duty.

pub(crate) mod rules;

use crate::analyze::Source;
use crate::document::{Date, Decision};
use crate::people::Cast;
use crate::structure::Structure;

/// All decisions of a text, in order of their start.
pub(crate) fn find(_source: &Source, _structure: &Structure, _dates: &[Date], _cast: &Cast) -> Vec<Decision> {
    Vec::new()
}
