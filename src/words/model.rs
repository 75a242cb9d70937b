//! Small linear models over groups of features: in each group one value holds, and the weights of what holds add up.

use std::collections::HashMap;

/// The name of each group and of its values.
pub(crate) type Groups = &'static [(&'static str, &'static [&'static str])];

/// One of the values that a group has.
pub(crate) trait Feature: Copy {
    /// Index of the group among the groups.
    const GROUP: usize;
    /// How many values the group has.
    const VALUES: usize;
    fn value(self) -> u8;
}

/// The value that holds in each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Features<const COUNT: usize>(pub [u8; COUNT]);

impl<const COUNT: usize> Default for Features<COUNT> {
    fn default() -> Self {
        Features([0; COUNT])
    }
}

impl<const COUNT: usize> Features<COUNT> {
    pub fn set<F: Feature>(&mut self, feature: F) {
        self.0[F::GROUP] = feature.value();
    }

    /// Whether a value holds.
    pub fn is<F: Feature>(&self, feature: F) -> bool {
        self.0[F::GROUP] == feature.value()
    }

    /// Sets the group `F` to its value number `at`, or to its last one.
    pub fn set_nth<F: Feature>(&mut self, at: usize) {
        self.0[F::GROUP] = at.min(F::VALUES - 1) as u8;
    }

    /// Sets the group `F` to the first value whose bound is not passed.
    pub fn set_within<F: Feature, T: PartialOrd>(&mut self, value: T, bounds: &[T]) {
        self.set_nth::<F>(bounds.iter().take_while(|bound| value > **bound).count());
    }
}

/// Declares groups: each is an enum; names are those that the file of weights has.
macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident = $name:literal { $($value:ident = $text:literal),+ $(,)? })+) => {
        #[allow(clippy::enum_variant_names)]
        #[derive(Clone, Copy)]
        enum Index { $($group),+ }
        $(
            $(#[$doc])*
            // Values are also set by their number.
            #[allow(dead_code, clippy::enum_variant_names)]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub(super) enum $group { $($value),+ }
            impl $crate::words::model::Feature for $group {
                const GROUP: usize = Index::$group as usize;
                const VALUES: usize = [$($text),+].len();
                fn value(self) -> u8 {
                    self as u8
                }
            }
        )+
        /// The name of each group and of its values.
        pub(super) const GROUPS: $crate::words::model::Groups = &[$(($name, &[$($text),+])),+];
        /// The value that holds in each group.
        pub(super) type Features = $crate::words::model::Features<{ GROUPS.len() }>;
    };
}
pub(crate) use groups;

/// The weights of values, and of pairs of values.
pub(crate) struct Model {
    bias: f32,
    /// Of each group, the weights of its values.
    single: Vec<Vec<f32>>,
    pairs: Vec<Pair>,
}

/// Two groups that are weighed together.
struct Pair {
    first: usize,
    second: usize,
    /// How many values the second group has: the weights have a row of so many for each value of the first.
    width: usize,
    weights: Vec<f32>,
}

impl Model {
    /// Reads a file of weights: `group=value<TAB>weight`, `group=value&group=value<TAB>weight`, `bias<TAB>weight`.
    pub fn read(groups: Groups, file: &str) -> Model {
        let mut names = HashMap::new();
        for (group, (name, values)) in groups.iter().enumerate() {
            for (value, text) in values.iter().enumerate() {
                names.insert((*name, *text), (group, value));
            }
        }
        let feature = |text: &str| names.get(&text.split_once('=')?).copied();
        let mut model = Model {
            bias: 0.0,
            single: groups.iter().map(|(_, values)| vec![0.0; values.len()]).collect(),
            pairs: Vec::new(),
        };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once('\t') else { continue };
            let weight: f32 = weight.parse().unwrap_or(0.0);
            if name == "bias" {
                model.bias = weight;
                continue;
            }
            match name.split_once('&').map(|(a, b)| (feature(a), feature(b))) {
                None => {
                    if let Some((group, value)) = feature(name) {
                        model.single[group][value] = weight;
                    }
                }
                Some((Some(first), Some(second))) => model.pair(groups, first, second, weight),
                Some(_) => {}
            }
        }
        model
    }

    fn pair(&mut self, groups: Groups, first: (usize, usize), second: (usize, usize), weight: f32) {
        let place = self.pairs.iter().position(|p| (p.first, p.second) == (first.0, second.0));
        let place = place.unwrap_or_else(|| {
            let width = groups[second.0].1.len();
            let weights = vec![0.0; groups[first.0].1.len() * width];
            self.pairs.push(Pair { first: first.0, second: second.0, width, weights });
            self.pairs.len() - 1
        });
        let pair = &mut self.pairs[place];
        pair.weights[first.1 * pair.width + second.1] = weight;
    }

    /// The log odds that features give.
    pub fn score<const COUNT: usize>(&self, features: &Features<COUNT>) -> f32 {
        let values = &features.0;
        let single = self.single.iter().zip(values).map(|(weights, &value)| weights[usize::from(value)]);
        let pairs = self.pairs.iter().map(|pair| {
            pair.weights[usize::from(values[pair.first]) * pair.width + usize::from(values[pair.second])]
        });
        self.bias + single.sum::<f32>() + pairs.sum::<f32>()
    }
}
