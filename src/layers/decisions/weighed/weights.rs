//! Learnt weights of features.

use super::features::{Seen, Zone};
use foldhash::{HashMap, HashMapExt};
use std::sync::LazyLock;

/// The weights of all features by zone and name: `weights.txt`.
#[derive(Debug)]
pub(super) struct Weights {
    bias: f32,
    zones: [HashMap<&'static [u8], f32>; Zone::ALL.len()],
}

impl Weights {
    pub fn get() -> &'static Weights {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights.txt")));
        &WEIGHTS
    }

    fn read(file: &'static str) -> Weights {
        let mut all = Weights { bias: 0.0, zones: std::array::from_fn(|_| HashMap::new()) };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((feature, weight)) = line.split_once('\t') else { continue };
            let weight = weight.parse().unwrap_or(0.0);
            let Some((zone, name)) = feature.split_once('=') else {
                all.bias = weight;
                continue;
            };
            if let Some(zone) = Zone::ALL.into_iter().find(|z| z.name() == zone) {
                all.zones[zone as usize].insert(name.as_bytes(), weight);
            }
        }
        all
    }

    /// The log odds that a sentence decides.
    pub fn odds(&self, seen: &Seen) -> f32 {
        let mut sum = self.bias;
        seen.each(&mut |zone, name| sum += self.zones[zone as usize].get(name).copied().unwrap_or(0.0));
        sum
    }
}
