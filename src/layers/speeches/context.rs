//! What the grammars of speeches read.

use super::offices::Offices;
use crate::layers::people::{Cast, Intro};
use crate::layers::structure::Structure;
use crate::scan::Source;
use std::cell::OnceCell;

/// A text with what the layers before this one found in it.
#[derive(Debug)]
pub(crate) struct Context<'a, 't> {
    pub source: &'a Source<'t>,
    pub structure: &'a Structure,
    /// First and last line of each block.
    pub block_lines: &'a [(u32, u32)],
    pub cast: &'a Cast,
    /// The lines that introduce speakers.
    pub intros: &'a [Intro],
    /// Who is chosen to which office: read when a bare title is met first.
    offices: OnceCell<Offices>,
}

impl<'a, 't> Context<'a, 't> {
    pub fn new(
        source: &'a Source<'t>,
        structure: &'a Structure,
        block_lines: &'a [(u32, u32)],
        cast: &'a Cast,
        intros: &'a [Intro],
    ) -> Context<'a, 't> {
        Context { source, structure, block_lines, cast, intros, offices: OnceCell::new() }
    }

    pub(super) fn offices(&self) -> &Offices {
        self.offices.get_or_init(|| Offices::of(self))
    }
}
