//! What sort of text it is: evidence, weighed.
//!
//! The words of a text, the clues in it and the shape of its lines (`features.rs`) speak for and against each kind, with weights
//! learnt from annotated texts (`weights.txt`, made by `tools/train_kind.py`). The kind with the most weight wins, and how much it
//! wins by tells how sure that is. What only verbatim records have (`record.rs`) is evidence like the rest.

mod clues;
mod features;
mod little;
mod record;
mod weights;
mod words;

pub(in crate::layers::structure) use features::{Known, is_spaced};
pub(in crate::layers::structure) use record::{is_debate, is_record};
pub(in crate::layers::structure) use words::named;

use super::layout::Layout;
use crate::document::{DocumentKind, Evidence};
use crate::scan::Source;
use features::{Take, VoiceBits};
use weights::{Weights, best, percent};

/// A kind that is less likely than this, in percent, is none.
const SURE: u8 = 25;
/// A text with fewer bytes, a sentence or two, says too little to weigh: rules tell its kind (`little.rs`), most often none.
const LITTLE: usize = 166;
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

/// The kind of a text; `title` tells whether its first heading is its title.
pub(super) fn find(source: &Source, layout: &Layout, known: Known, title: bool) -> Told {
    let mut sum = Weights::get().sum();
    features::each(source, layout, known, &mut sum);
    let shares = sum.shares();
    let (mut kind, mut score) = best(&shares);
    if source.text.len() < LITTLE {
        kind = if known.record {
            DocumentKind::Record
        } else {
            little::told(source, layout, known.found, title)
        };
        score = percent(shares[kind as usize]).max(SURE);
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

    fn form(&mut self, zones: &[u8], form: &[u8]) -> VoiceBits {
        for &zone in zones {
            self.name(&[&[zone], form].concat());
        }
        features::voices().words().filter(|(word, _)| *word == form).fold(0, |all, (_, voice)| all | voice)
    }
}

/// The names of all features of a text, for training.
pub(super) fn features(source: &Source, layout: &Layout, known: Known) -> Vec<String> {
    let mut all = Names(Vec::new());
    features::each(source, layout, known, &mut all);
    let Names(mut all) = all;
    all.sort_unstable();
    all.dedup();
    all
}
