//! Names beside a verb of electing: *Till justerare valdes Helja Norrgran och Kaarlo Sandhagg*.

use super::candidate::Candidate;
use super::context::is_free;
use super::name::{self, Name};
use super::word::{self, Kind};
use crate::document::rule::rule;
use crate::lexicon::Slot;
use crate::scan::{Cue, Source};
use crate::text::walk;

rule! {
    /// Capitalised words beside a verb of electing.
    pub(super) ELECTED = "person.elected";
    finds "Till justerare valdes ⟦Hravn Forsne⟧.";
    finds "⟦Hravn Forsne⟧ utsågs att leda mötet.";
    finds "Mötet utser ⟦Hravn Forsne⟧ till sekreterare.";
    passes "Till leverantör valdes Svenska Kraftnät.";
    passes "Till leverantör valdes Göteborgs Stad.";
}

/// The names beside a verb of electing.
pub(super) fn elected<'t>(source: &Source<'t>, cue: Cue, candidates: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    if !source.lexicon.value(Slot::Settles, cue.word).starts_with("elect") {
        return;
    }
    let after = text.get(cue.end()..).unwrap_or("");
    let at = cue.end() + (after.len() - after.trim_start_matches([' ', ':', '\n']).len());
    if at > cue.end()
        && word::may_begin(text, at)
        && let Some(name) = name::read(source, at).filter(|name| is_plain(source, name))
    {
        candidates.push(Candidate::new(source, &name, &ELECTED));
    }
    let end = walk::skip_space_back(text, cue.start as usize);
    if end < cue.start as usize
        && let Some(name) = name::read_back(source, end).filter(|name| is_plain(source, name))
    {
        candidates.push(Candidate::new(source, &name, &ELECTED));
    }
}

/// Two or three words that may be a name.
fn is_plain(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let first = name.first().of(text);
    let genitive = first.ends_with('s') && !word::is_given(source, first);
    (2..=3).contains(&name.weight())
        && !genitive
        && name.tokens().iter().all(|t| {
            matches!(t.kind, Kind::Initial | Kind::Particle)
                || t.kind == Kind::Capital && word::can_be_name(source, t.of(text))
        })
        && is_free(source, name)
}
