//! Learnt weights of features, and their sum over a text.

use super::features::{self, Take, VoiceBits};
use crate::document::{DocumentKind, Evidence};
use foldhash::{HashMap, HashMapExt};
use std::sync::LazyLock;

/// How many kinds there are.
const KINDS: usize = DocumentKind::ALL.len();
/// Weights of the file are hundredths.
const UNIT: f32 = 100.0;
/// Features of words are weighed down by the root of how many of their group a text has; others are not.
const GROUPS: usize = 5;

/// The weights of all features by name: `weights.txt`.
#[derive(Debug)]
pub(super) struct Weights {
    /// What each kind begins with.
    start: [f32; KINDS],
    /// Features that are no words, by their names.
    names: HashMap<&'static [u8], usize>,
    /// Words, beginnings and ends of words.
    forms: HashMap<&'static [u8], Form>,
    /// A bit for each hash that any form has: most words of a text are none.
    known: Box<[u64; HASHES / 64]>,
    features: Vec<&'static [u8]>,
    weights: Vec<[f32; KINDS]>,
    /// What each says on the average of all kinds.
    means: Vec<f32>,
}

/// Where a word is a feature, and the voices that it tells.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    /// The feature in each zone, by its place among the weights plus one.
    zones: [u16; ZONES.len()],
    voices: VoiceBits,
}

/// The zones in which words are features.
const ZONES: [u8; 6] = *b"wht1Ce";
const HASHES: usize = 1 << 16;

/// A number for a word, by its first and last bytes: eight of each, or what it has.
#[inline]
fn hash(form: &[u8]) -> usize {
    let (head, tail) = if let (Some(head), Some(tail)) = (form.first_chunk(), form.last_chunk()) {
        (u64::from_le_bytes(*head), u64::from_le_bytes(*tail))
    } else if let (Some(head), Some(tail)) = (form.first_chunk(), form.last_chunk()) {
        (u64::from(u32::from_le_bytes(*head)), u64::from(u32::from_le_bytes(*tail)))
    } else if let (Some(head), Some(tail)) = (form.first_chunk(), form.last_chunk()) {
        (u64::from(u16::from_le_bytes(*head)), u64::from(u16::from_le_bytes(*tail)))
    } else {
        (form.first().copied().unwrap_or(0).into(), 0)
    };
    let mixed = head.rotate_left(23) ^ tail ^ form.len() as u64;
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

impl Weights {
    pub fn get() -> &'static Weights {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.txt")));
        &WEIGHTS
    }

    fn read(file: &'static str) -> Weights {
        let mut all = Weights {
            start: [0.0; KINDS],
            names: HashMap::new(),
            forms: HashMap::new(),
            known: Box::new([0; HASHES / 64]),
            features: Vec::new(),
            weights: Vec::new(),
            means: Vec::new(),
        };
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
                all.add(feature.as_bytes(), weights);
            }
        }
        for (word, voice) in features::voices().words() {
            all.know(word);
            all.forms.entry(word).or_default().voices |= voice;
        }
        all
    }

    fn add(&mut self, feature: &'static [u8], weights: [f32; KINDS]) {
        let place = self.weights.len();
        match feature.split_first() {
            Some((zone, form)) if ZONES.contains(zone) => {
                self.know(form);
                let zones = &mut self.forms.entry(form).or_default().zones;
                for (own, known) in zones.iter_mut().zip(ZONES) {
                    if known == *zone {
                        *own = place as u16 + 1;
                    }
                }
            }
            _ => drop(self.names.insert(feature, place)),
        }
        self.features.push(feature);
        self.weights.push(weights);
        self.means.push(weights.iter().sum::<f32>() / KINDS as f32);
    }

    fn know(&mut self, form: &[u8]) {
        let hash = hash(form);
        self.known[hash / 64] |= 1 << (hash % 64);
    }

    /// `false` is certain.
    #[inline]
    fn may_know(&self, form: &[u8]) -> bool {
        let hash = hash(form);
        self.known[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// A sum over no feature yet.
    pub fn sum(&self) -> Sum<'_> {
        Sum {
            weights: self,
            seen: vec![false; self.weights.len()],
            features: Vec::new(),
            counts: [0; GROUPS],
        }
    }
}

/// The group of a feature, by its zone.
fn group(feature: &[u8]) -> usize {
    match feature.first() {
        Some(b't' | b'1') => 1,
        Some(b'h' | b'C') => 2,
        Some(b'w') => 3,
        Some(b'e') => 4,
        _ => 0,
    }
}

/// The weights of a text's features.
pub(super) struct Sum<'w> {
    weights: &'w Weights,
    seen: Vec<bool>,
    /// The features that have a weight, with their places among the weights and their groups.
    features: Vec<(&'static [u8], usize, usize)>,
    /// How many there are of each group.
    counts: [u16; GROUPS],
}

impl Take for Sum<'_> {
    fn name(&mut self, name: &[u8]) {
        if let Some(&at) = self.weights.names.get(name) {
            self.add(at);
        }
    }

    #[inline]
    fn form(&mut self, zones: &[u8], form: &[u8]) -> VoiceBits {
        if !self.weights.may_know(form) {
            return 0;
        }
        let Some(&known) = self.weights.forms.get(form) else { return 0 };
        for (place, zone) in known.zones.into_iter().zip(ZONES) {
            if place > 0 && zones.contains(&zone) {
                self.add(usize::from(place) - 1);
            }
        }
        known.voices
    }
}

impl Sum<'_> {
    /// Adds a feature; a second time it tells nothing.
    fn add(&mut self, at: usize) {
        if let Some(seen) = self.seen.get_mut(at)
            && !std::mem::replace(seen, true)
            && let Some(&name) = self.weights.features.get(at)
        {
            let group = group(name);
            self.features.push((name, at, group));
            self.counts[group] = self.counts[group].saturating_add(1);
        }
    }

    /// By how much the features of each group are weighed down.
    fn scales(&self) -> [f32; GROUPS] {
        let mut scales = self.counts.map(|count| 1.0 / f32::from(count.max(1)).sqrt());
        scales[0] = 1.0;
        scales
    }

    /// The share of each kind.
    pub fn shares(&self) -> [f32; KINDS] {
        let scales = self.scales();
        let mut sums = self.weights.start;
        for &(_, at, group) in &self.features {
            let scale = scales[group];
            for (sum, weight) in sums.iter_mut().zip(self.weights.weights[at]) {
                *sum += weight * scale;
            }
        }
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let powers = sums.map(|sum| (sum - most).exp());
        let total: f32 = powers.iter().sum();
        powers.map(|power| power / total)
    }

    /// The features that spoke most for a kind, beside what they say on the average of all kinds.
    pub fn evidence(&self, kind: DocumentKind, most: usize) -> Vec<Evidence> {
        let scales = self.scales();
        let told = self.features.iter().map(|&(feature, at, group)| {
            let weight = self.weights.weights[at][kind as usize] - self.weights.means[at];
            (weight * scales[group], feature)
        });
        let mut all = Vec::from_iter(told.filter(|(weight, _)| *weight > 0.0));
        let order = |a: &(f32, &[u8]), b: &(f32, &[u8])| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1));
        if all.len() > most {
            all.select_nth_unstable_by(most, order);
            all.truncate(most);
        }
        all.sort_by(order);
        let readable = |(weight, feature): (f32, &[u8])| Evidence {
            feature: readable(feature),
            weight: (f64::from(weight) * 100.0).round() / 100.0,
        };
        all.into_iter().map(readable).collect()
    }
}

/// The likeliest kind and its share in percent.
pub(super) fn best(shares: &[f32; KINDS]) -> (DocumentKind, u8) {
    let mut best = DocumentKind::Other;
    for &kind in DocumentKind::ALL {
        if shares[kind as usize] > shares[best as usize] {
            best = kind;
        }
    }
    (best, percent(shares[best as usize]))
}

/// A share in percent.
pub(super) fn percent(share: f32) -> u8 {
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
        b'b' => "calls itself",
        b'k' => "titled",
        b'x' => "told",
        b'g' => "opening",
        b'm' => "manner",
        b'e' => "end",
        _ => "shape",
    };
    [zone, ": ", &String::from_utf8_lossy(word)].concat()
}
