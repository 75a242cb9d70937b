//! Letters and names of one party, over the years: one spelling for all.

use super::names::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

static LETTERS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/data/party-names.txt").lines().filter(|line| !line.starts_with('#'));
    let mut letters = HashMap::new();
    for (party, others) in lines.filter_map(|line| line.split_once('\t')) {
        letters.insert(party.to_string(), party);
        letters.extend(others.split(';').map(|other| (fold(other), party)));
    }
    letters
});

/// The letters of a party today, for letters or a name in any form; folded, where it is not known.
pub(super) fn letters(written: &str) -> String {
    let folded = fold(written);
    LETTERS.get(&folded).map_or(folded, |&letters| letters.to_string())
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn parties_are_one_over_the_years() {
        assert_eq!(letters("H"), letters("Moderata samlingspartiet"));
        assert_eq!(letters("VPK"), "v");
        assert_eq!(letters("Öp"), "öp");
    }
}
