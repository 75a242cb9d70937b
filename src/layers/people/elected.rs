//! Names beside a verb of electing: *Till justerare valdes Helja Norrgran och Kaarlo Sandhagg*.

use super::candidate::Candidate;
use super::name;
use super::word;
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
        && let Some(name) = name::read(source, at).map(|name| name::without_title(source, name))
        && name::is_plain(source, &name)
    {
        candidates.push(Candidate::new(source, &name, &ELECTED));
    }
    let end = walk::skip_space_back(text, cue.start as usize);
    if end < cue.start as usize
        && let Some(name) = name::read_back(source, end).filter(|name| name::is_plain(source, name))
    {
        candidates.push(Candidate::new(source, &name, &ELECTED));
    }
}
