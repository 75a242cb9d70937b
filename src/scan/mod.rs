//! The one pass over a text: its lines, and the cues that all layers start from.

mod block;
mod cues;
pub(crate) mod flat;
mod pass;
mod source;

pub(crate) use cues::{Cue, Cues, CuesOf};
pub(crate) use pass::scan;
pub(crate) use source::{CuedText, Source};
