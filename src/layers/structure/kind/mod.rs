//! What sort of text it is: evidence, weighed.
//!
//! The words of a text, the clues in it and the shape of its lines (`features.rs`) speak for and against each kind, with weights
//! learnt from annotated texts (`weights.txt`, made by `tools/train_kind.py`). The kind with the most weight wins, and how much it
//! wins by tells how sure that is. Verbatim records are told first, by what only they have (`record.rs`).

mod clues;
mod features;
mod little;
mod record;
mod weights;
mod words;

pub(in crate::layers::structure) use features::is_spaced;
pub(in crate::layers::structure) use record::{is_debate, is_record};
pub(in crate::layers::structure) use words::named;

use super::headings::Found;
use super::layout::Layout;
use crate::document::{DocumentKind, Evidence};
use crate::scan::Source;
use features::Take;
use weights::{Weights, best, percent};

/// A kind that is less likely than this, in percent, is none.
const SURE: u8 = 25;
/// A text with fewer bytes says little: where that is not certain, rules tell its kind (`little.rs`).
const LITTLE: usize = 500;
/// Above this rules do not tell the kind of a little text.
const LIKELY: u8 = 60;
/// Above this no sign of a record makes another kind one.
const CERTAIN: u8 = 90;
/// How many features are told as evidence.
const TOLD: usize = 8;

/// A text's kind, how sure it is in percent, and what spoke for it.
#[derive(Debug)]
pub(crate) struct Told {
    pub kind: DocumentKind,
    pub score: u8,
    pub evidence: Vec<Evidence>,
}

impl Told {
    /// The same, or what the caller knows, of which nothing need speak.
    pub(super) fn known(self, kind: Option<DocumentKind>) -> Told {
        match kind {
            Some(kind) if kind != self.kind => Told { kind, score: 100, evidence: Vec::new() },
            _ => self,
        }
    }
}

/// The kind of a text; `record` where it is known for one. `name` is its title, and `title` tells whether the first heading is.
pub(super) fn find(
    source: &Source,
    layout: &Layout,
    found: &[Found],
    (name, title): (Option<&str>, bool),
    record: bool,
) -> Told {
    let mut sum = Weights::get().sum();
    features::each(source, layout, name, &mut sum);
    let shares = sum.shares();
    let (mut kind, mut score) = best(&shares);
    // A page about a debate may hold what was said there: then the rest of it speaks louder.
    if record && kind != DocumentKind::Record && score < CERTAIN {
        (kind, score) = (DocumentKind::Record, percent(shares[DocumentKind::Record as usize]).max(SURE));
    }
    if source.text.len() < LITTLE && !record && (score < LIKELY || source.text.len() < LITTLE / 4) {
        let told = little::told(source, layout, found, title);
        (kind, score) = (told, percent(shares[told as usize]).max(SURE));
    }
    let evidence = sum.evidence(kind, TOLD);
    if score < SURE {
        kind = DocumentKind::Other;
    }
    Told { kind, score, evidence }
}

/// The names of the features.
struct Names(Vec<String>);

impl Take for Names {
    fn name(&mut self, name: &[u8]) {
        self.0.extend(String::from_utf8(name.to_vec()));
    }

    fn form(&mut self, zones: &[u8], form: &[u8]) -> Option<usize> {
        for &zone in zones {
            self.name(&[&[zone], form].concat());
        }
        features::voices().words().find(|(word, _)| *word == form).map(|(_, voice)| voice)
    }
}

/// The names of all features of a text, for training.
pub(super) fn features(source: &Source, layout: &Layout, title: Option<&str>) -> Vec<String> {
    let mut all = Names(Vec::new());
    features::each(source, layout, title, &mut all);
    let Names(mut all) = all;
    all.sort_unstable();
    all.dedup();
    all
}
