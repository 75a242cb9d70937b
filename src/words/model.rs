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

/// The weights of values, and of pairs of values, in one table.
pub(crate) struct Model {
    bias: f32,
    weights: Vec<f32>,
    /// Where the weights of each group's values begin.
    single: Vec<u32>,
    pairs: Vec<Pair>,
}

/// Two groups that are weighed together.
struct Pair {
    first: u8,
    second: u8,
    /// How many values the second group has: the weights have a row of so many for each value of the first.
    width: u8,
    /// Where the weights begin.
    start: u32,
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
        let mut model = Model { bias: 0.0, weights: Vec::new(), single: Vec::new(), pairs: Vec::new() };
        for (_, values) in groups {
            let start = model.room(values.len());
            model.single.push(start);
        }
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
                        let start = model.single[group] as usize;
                        model.weights[start + value] = weight;
                    }
                }
                Some((Some(first), Some(second))) => model.pair(groups, first, second, weight),
                Some(_) => {}
            }
        }
        model
    }

    /// Adds room for so many weights; where it begins.
    fn room(&mut self, weights: usize) -> u32 {
        let start = self.weights.len();
        self.weights.resize(start + weights, 0.0);
        start as u32
    }

    fn pair(&mut self, groups: Groups, first: (usize, usize), second: (usize, usize), weight: f32) {
        let of = |p: &Pair| (usize::from(p.first), usize::from(p.second)) == (first.0, second.0);
        let place = self.pairs.iter().position(of).unwrap_or_else(|| {
            let width = groups[second.0].1.len();
            let start = self.room(groups[first.0].1.len() * width);
            self.pairs.push(Pair { first: first.0 as u8, second: second.0 as u8, width: width as u8, start });
            self.pairs.len() - 1
        });
        let pair = &self.pairs[place];
        self.weights[pair.start as usize + first.1 * usize::from(pair.width) + second.1] = weight;
    }

    /// The log odds that features give.
    pub fn score<const COUNT: usize>(&self, features: &Features<COUNT>) -> f32 {
        // A place for each number that a byte has: none lies outside.
        let mut values = [0_u8; 256];
        for (place, &value) in values.iter_mut().zip(&features.0) {
            *place = value;
        }
        let value = |group: u8| usize::from(values[usize::from(group)]);
        let weight = |at: usize| self.weights.get(at).copied().unwrap_or(0.0);
        let single = self.single.iter().zip(&features.0);
        let single = single.map(|(&start, &value)| weight(start as usize + usize::from(value)));
        let pairs = self.pairs.iter().map(|pair| {
            let row = value(pair.first) * usize::from(pair.width);
            weight(pair.start as usize + row + value(pair.second))
        });
        self.bias + single.sum::<f32>() + pairs.sum::<f32>()
    }
}
