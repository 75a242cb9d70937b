//! Learnt weights of features, and their sum over a text.

use super::features::{self, Take, VoiceBits};
use crate::document::{DocumentKind, Evidence};
use crate::words::hashes::Hashes;
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
    /// Words, beginnings and ends of words, in the order of their hashes.
    forms: Vec<(&'static [u8], Form)>,
    /// Those of all forms: most words of a text have none.
    hashes: Hashes<{ HASHES / 64 }>,
    features: Vec<&'static [u8]>,
    weights: Vec<[f32; KINDS]>,
    /// What each says on the average of all kinds.
    means: Vec<f32>,
}

/// Where a word is a feature, and the voices that it tells.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    /// The feature in each zone, by its place among the weights plus one.
    zones: [u16; ZONES],
    voices: VoiceBits,
}

/// How many zones there are in which words are features.
const ZONES: usize = 6;
const HASHES: usize = 1 << 16;

/// The number of a zone.
#[inline]
fn zone_index(zone: u8) -> Option<usize> {
    Some(match zone {
        b'w' => 0,
        b'h' => 1,
        b't' => 2,
        b'1' => 3,
        b'C' => 4,
        b'e' => 5,
        _ => return None,
    })
}

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
            forms: Vec::new(),
            hashes: Hashes::of(std::iter::empty()),
            features: Vec::new(),
            weights: Vec::new(),
            means: Vec::new(),
        };
        let mut forms = HashMap::<&[u8], Form>::new();
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
                all.add(feature.as_bytes(), weights, &mut forms);
            }
        }
        for (word, voice) in features::voices().words() {
            forms.entry(word).or_default().voices |= voice;
        }
        all.forms = Vec::from_iter(forms);
        all.forms.sort_unstable_by_key(|(form, _)| hash(form));
        all.hashes = Hashes::of(all.forms.iter().map(|(form, _)| hash(form)));
        all
    }

    fn add(
        &mut self,
        feature: &'static [u8],
        weights: [f32; KINDS],
        forms: &mut HashMap<&'static [u8], Form>,
    ) {
        let place = self.weights.len();
        let zoned = feature.split_first().and_then(|(zone, form)| Some((zone_index(*zone)?, form)));
        match zoned {
            Some((zone, form)) => forms.entry(form).or_default().zones[zone] = place as u16 + 1,
            None => drop(self.names.insert(feature, place)),
        }
        self.features.push(feature);
        self.weights.push(weights);
        self.means.push(weights.iter().sum::<f32>() / KINDS as f32);
    }

    /// What is known of a word.
    #[inline]
    fn form(&self, form: &[u8]) -> Option<&Form> {
        let hash = hash(form);
        if !self.hashes.knows(hash) {
            return None;
        }
        let same = self.forms[self.hashes.range(hash)].iter().find(|(known, _)| *known == form);
        same.map(|(_, known)| known)
    }

    /// A sum over no feature yet.
    pub fn sum(&self) -> Sum<'_> {
        Sum {
            weights: self,
            seen: vec![0; self.weights.len().div_ceil(64)],
            features: Vec::with_capacity(512),
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
    /// A bit for each feature.
    seen: Vec<u64>,
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
        let Some(known) = self.weights.form(form) else { return 0 };
        for zone in zones {
            let place = zone_index(*zone).map_or(0, |at| known.zones[at]);
            if place > 0 {
                self.add(usize::from(place) - 1);
            }
        }
        known.voices
    }
}

impl Sum<'_> {
    /// Adds a feature; a second time it tells nothing.
    fn add(&mut self, at: usize) {
        if let Some(seen) = self.seen.get_mut(at / 64)
            && *seen >> (at % 64) & 1 == 0
            && let Some(&name) = self.weights.features.get(at)
        {
            *seen |= 1 << (at % 64);
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
        let order = |a: &(f32, &[u8]), b: &(f32, &[u8])| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1));
        let mut all = Vec::with_capacity(most + 1);
        for one in told.filter(|(weight, _)| *weight > 0.0) {
            if all.len() < most || all.last().is_some_and(|last| order(&one, last).is_lt()) {
                let at = all.partition_point(|before| order(before, &one).is_lt());
                all.insert(at, one);
                all.truncate(most);
            }
        }
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
