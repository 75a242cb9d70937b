//! What the grammars of speeches read.

use crate::layers::people::{Cast, Intro};
use crate::layers::structure::Structure;
use crate::scan::Source;

/// A text with what the layers before this one found in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a, 't> {
    pub source: &'a Source<'t>,
    pub structure: &'a Structure,
    /// First and last line of each block.
    pub block_lines: &'a [(u32, u32)],
    pub cast: &'a Cast,
    /// The lines that introduce speakers.
    pub intros: &'a [Intro],
}
