//! What the grammars of speeches read.

use super::introductions;
use super::offices::{self, Offices};
use crate::layers::people::{Cast, Intro};
use crate::layers::structure::Structure;
use crate::scan::Source;
use crate::text::walk;
use std::borrow::Cow;
use std::cell::OnceCell;

/// A text with what the layers before this one found in it.
#[derive(Debug)]
pub(crate) struct Context<'a, 't> {
    pub source: &'a Source<'t>,
    pub structure: &'a Structure,
    /// First and last line of each block.
    pub block_lines: &'a [(u32, u32)],
    pub cast: &'a Cast,
    /// The lines that introduce speakers, in order.
    pub intros: Cow<'a, [Intro]>,
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
        let intros = Cow::Borrowed(intros);
        let mut context = Context { source, structure, block_lines, cast, intros, offices: OnceCell::new() };
        if let Some(more) = introductions::more(&context) {
            context.intros = Cow::Owned(more);
        }
        context
    }

    /// Whom the chair's title at `start..end` names, be it called by name or by title.
    pub(super) fn titled(&self, start: usize, end: usize) -> Option<u32> {
        let bearer = offices::bearer(self, start, end).map(|bearer| bearer.person);
        let title = self.source.text.get(start..end)?;
        let called = || self.cast.people.iter().position(|p| walk::same_word(title, &p.name.to_lowercase()));
        bearer.or_else(|| called().map(|i| i as u32))
    }

    pub(super) fn offices(&self) -> &Offices {
        self.offices.get_or_init(|| Offices::of(self))
    }
}
