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

/// No group has more values.
const MOST: usize = 16;

/// The weights of values, and of pairs of values. Each has room for [`MOST`] values: what is looked up so often should
/// need no look at where it ends.
pub(crate) struct Model {
    bias: f32,
    /// By group.
    single: Vec<[f32; MOST]>,
    pairs: Vec<Pair>,
}

/// Two groups that are weighed together.
struct Pair {
    first: u8,
    second: u8,
    /// By the value of the first, then of the second.
    weights: [f32; MOST * MOST],
}

impl Model {
    /// Reads a file of weights: `group=value<TAB>weight`, `group=value&group=value<TAB>weight`, `bias<TAB>weight`.
    pub fn read(groups: Groups, file: &str) -> Model {
        debug_assert!(
            groups.iter().all(|(_, values)| values.len() <= MOST),
            "a group has more than {MOST} values"
        );
        let mut names = HashMap::new();
        for (group, (name, values)) in groups.iter().enumerate() {
            for (value, text) in values.iter().enumerate() {
                names.insert((*name, *text), (group, value));
            }
        }
        let feature = |text: &str| names.get(&text.split_once('=')?).copied();
        let mut model = Model { bias: 0.0, single: vec![[0.0; MOST]; groups.len()], pairs: Vec::new() };
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
                Some((Some(first), Some(second))) => model.pair(first, second, weight),
                Some(_) => {}
            }
        }
        model
    }

    fn pair(&mut self, first: (usize, usize), second: (usize, usize), weight: f32) {
        let of = |p: &Pair| (usize::from(p.first), usize::from(p.second)) == (first.0, second.0);
        let place = self.pairs.iter().position(of).unwrap_or_else(|| {
            let weights = [0.0; MOST * MOST];
            self.pairs.push(Pair { first: first.0 as u8, second: second.0 as u8, weights });
            self.pairs.len() - 1
        });
        self.pairs[place].weights[first.1 * MOST + second.1] = weight;
    }

    /// The log odds that features give.
    pub fn score<const COUNT: usize>(&self, features: &Features<COUNT>) -> f32 {
        // A place for each number that a byte has: none lies outside.
        let mut values = [0_u8; 256];
        for (place, &value) in values.iter_mut().zip(&features.0) {
            *place = value % MOST as u8;
        }
        let value = |group: u8| usize::from(values[usize::from(group)]);
        let single =
            self.single.iter().zip(&values).map(|(weights, &value)| weights[usize::from(value) % MOST]);
        let pairs = self
            .pairs
            .iter()
            .map(|pair| pair.weights[(value(pair.first) * MOST + value(pair.second)) % (MOST * MOST)]);
        self.bias + single.sum::<f32>() + pairs.sum::<f32>()
    }
}
