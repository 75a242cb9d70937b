//! Searching a sorted list from a place near the one looked for.

/// Index of the first of `items` for which `before` does not hold, as `partition_point` finds it, but looked
/// for around `near` in ever wider steps: cheap where one search follows the other through a text.
pub(crate) fn seek<T>(items: &[T], near: usize, before: impl Fn(&T) -> bool) -> usize {
    let near = near.min(items.len());
    let (mut low, mut high, mut step) = (near, near, 1);
    while items.get(high).is_some_and(&before) {
        low = high + 1;
        high = (high + step).min(items.len());
        step *= 2;
    }
    while low > 0 && !before(&items[low - 1]) {
        high = low - 1;
        low = low.saturating_sub(step);
        step *= 2;
    }
    low + items[low..high].partition_point(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_partition_point_finds() {
        let items = [1, 3, 3, 4, 8, 9, 9, 12, 20, 21, 22, 30, 31];
        for near in 0..=items.len() + 2 {
            for limit in 0..35 {
                assert_eq!(seek(&items, near, |i| *i < limit), items.partition_point(|i| *i < limit));
            }
        }
        assert_eq!(seek(&[], 3, |i: &u8| *i < 2), 0);
    }
}
