//! Learnt weights of features, and their sum over a text.

use crate::document::{DocumentKind, Evidence};
use foldhash::{HashMap, HashMapExt};
use std::sync::LazyLock;

/// How many kinds there are.
const KINDS: usize = DocumentKind::ALL.len();
/// Weights of the file are hundredths.
const UNIT: f32 = 100.0;
/// Features of words are weighed down by the root of how many of their group a text has; others are not.
const GROUPS: usize = 4;

/// The weights of all features by name: `weights.txt`.
#[derive(Debug)]
pub(super) struct Weights {
    /// What each kind begins with.
    start: [f32; KINDS],
    features: HashMap<&'static [u8], usize>,
    weights: Vec<[f32; KINDS]>,
}

impl Weights {
    pub fn get() -> &'static Weights {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.txt")));
        &WEIGHTS
    }

    fn read(file: &'static str) -> Weights {
        let mut all = Weights { start: [0.0; KINDS], features: HashMap::new(), weights: Vec::new() };
        let mut columns = Vec::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((feature, row)) = line.split_once('\t') else { continue };
            if feature == "kinds" {
                columns = row.split(' ').filter_map(DocumentKind::from_name).collect();
                continue;
            }
            let mut weights = [0.0; KINDS];
            for (&kind, weight) in columns.iter().zip(row.split(' ')) {
                weights[kind as usize] = weight.parse().unwrap_or(0.0) / UNIT;
            }
            if feature == "start" {
                all.start = weights;
            } else {
                all.features.insert(feature.as_bytes(), all.weights.len());
                all.weights.push(weights);
            }
        }
        all
    }

    /// A sum over no feature yet.
    pub fn sum(&self) -> Sum<'_> {
        Sum { weights: self, seen: vec![false; self.weights.len()], features: Vec::new() }
    }
}

/// The group of a feature, by its zone.
fn group(feature: &[u8]) -> usize {
    match feature.first() {
        Some(b't' | b'1') => 1,
        Some(b'h' | b'C') => 2,
        Some(b'w') => 3,
        _ => 0,
    }
}

/// A document's own word for itself counts twice.
fn loud(feature: &[u8]) -> f32 {
    if feature.first() == Some(&b'n') { 2.0 } else { 1.0 }
}

/// The weights of a text's features.
pub(super) struct Sum<'w> {
    weights: &'w Weights,
    seen: Vec<bool>,
    /// The features that have a weight, with their places among the weights.
    features: Vec<(&'static [u8], usize)>,
}

impl Sum<'_> {
    /// Adds a feature; a second time it tells nothing.
    pub fn add(&mut self, feature: &[u8]) {
        if let Some((&name, &at)) = self.weights.features.get_key_value(feature)
            && let Some(seen) = self.seen.get_mut(at)
            && !std::mem::replace(seen, true)
        {
            self.features.push((name, at));
        }
    }

    /// By how much the features of each group are weighed down.
    fn scales(&self) -> [f32; GROUPS] {
        let mut counts = [0_u16; GROUPS];
        for (feature, _) in &self.features {
            counts[group(feature)] = counts[group(feature)].saturating_add(1);
        }
        let mut scales = counts.map(|count| 1.0 / f32::from(count.max(1)).sqrt());
        scales[0] = 1.0;
        scales
    }

    /// The share of each kind.
    fn shares(&self) -> [f32; KINDS] {
        let scales = self.scales();
        let mut sums = self.weights.start;
        for &(feature, at) in &self.features {
            let scale = scales[group(feature)] * loud(feature);
            for (sum, weight) in sums.iter_mut().zip(self.weights.weights[at]) {
                *sum += weight * scale;
            }
        }
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let powers = sums.map(|sum| (sum - most).exp());
        let total: f32 = powers.iter().sum();
        powers.map(|power| power / total)
    }

    /// The share of a kind in percent.
    pub fn share(&self, kind: DocumentKind) -> u8 {
        percent(self.shares()[kind as usize])
    }

    /// The likeliest kind and its share in percent.
    pub fn best(&self) -> (DocumentKind, u8) {
        let shares = self.shares();
        let mut best = DocumentKind::Other;
        for &kind in DocumentKind::ALL {
            if shares[kind as usize] > shares[best as usize] {
                best = kind;
            }
        }
        (best, percent(shares[best as usize]))
    }

    /// The features that spoke most for a kind, beside what they say on the average of all kinds.
    pub fn evidence(&self, kind: DocumentKind, most: usize) -> Vec<Evidence> {
        let scales = self.scales();
        let told = self.features.iter().map(|&(feature, at)| {
            let weights = self.weights.weights[at];
            let mean = weights.iter().sum::<f32>() / KINDS as f32;
            let weight = (weights[kind as usize] - mean) * scales[group(feature)] * loud(feature);
            Evidence { feature: readable(feature), weight: (weight * 100.0).round() / 100.0 }
        });
        let mut all = Vec::from_iter(told.filter(|e| e.weight > 0.0));
        all.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.feature.cmp(&b.feature)));
        all.truncate(most);
        all
    }
}

fn percent(share: f32) -> u8 {
    (share * 100.0).round() as u8
}

/// A feature as people read it: *title: protokoll*.
fn readable(feature: &[u8]) -> String {
    let Some((zone, word)) = feature.split_first() else { return String::new() };
    let zone = match zone {
        b't' => "title",
        b'1' => "first line",
        b'h' => "head",
        b'C' => "capitals",
        b'w' => "text",
        b'n' => "named",
        _ => "shape",
    };
    format!("{zone}: {}", String::from_utf8_lossy(word))
}
