//! Weights of features and of pairs of features, and the score that they give.

use super::features::{COUNT, Features, GROUPS};
use std::collections::HashMap;

/// A linear model: the sum of the weights of what holds.
pub(super) struct Model {
    bias: f32,
    /// Of each group, the weights of its values.
    single: Vec<Vec<f32>>,
    /// Of each pair of groups that has weights: the groups and a row for each value of the first.
    pairs: Vec<(usize, usize, Vec<f32>)>,
}

impl Model {
    /// Reads a file of weights: `group=value<TAB>weight`, `group=value&group=value<TAB>weight`, `bias<TAB>weight`.
    pub fn read(file: &str) -> Model {
        let mut names = HashMap::new();
        for (group, (name, values)) in GROUPS.iter().enumerate() {
            for (value, text) in values.iter().enumerate() {
                names.insert((*name, *text), (group, value));
            }
        }
        let feature = |text: &str| names.get(&text.split_once('=')?).copied();
        let mut model = Model {
            bias: 0.0,
            single: GROUPS.iter().map(|(_, values)| vec![0.0; values.len()]).collect(),
            pairs: Vec::new(),
        };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once('\t') else { continue };
            let weight: f32 = weight.parse().unwrap_or(0.0);
            if name == "bias" {
                model.bias = weight;
                continue;
            }
            match name.split_once('&') {
                None => {
                    if let Some((group, value)) = feature(name) {
                        model.single[group][value] = weight;
                    }
                }
                Some((first, second)) => {
                    let (Some(first), Some(second)) = (feature(first), feature(second)) else { continue };
                    let width = GROUPS[second.0].1.len();
                    let place = model.pairs.iter().position(|p| (p.0, p.1) == (first.0, second.0));
                    let place = place.unwrap_or_else(|| {
                        let room = vec![0.0; GROUPS[first.0].1.len() * width];
                        model.pairs.push((first.0, second.0, room));
                        model.pairs.len() - 1
                    });
                    model.pairs[place].2[first.1 * width + second.1] = weight;
                }
            }
        }
        model
    }

    /// The log odds that a candidate with these features is a heading.
    pub fn score(&self, features: &Features) -> f32 {
        let values = &features.0;
        let single = (0..COUNT).map(|g| self.single[g][usize::from(values[g])]);
        let pairs = self.pairs.iter().map(|(first, second, weights)| {
            let width = GROUPS[*second].1.len();
            weights[usize::from(values[*first]) * width + usize::from(values[*second])]
        });
        self.bias + single.sum::<f32>() + pairs.sum::<f32>()
    }
}
