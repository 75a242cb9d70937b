//! The phrases of `lexicon/data/phrases.txt`: verbs that settle only with what follows them.

use super::verbs::{Verb, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::words::lower::has_in_any_case;
use foldhash::{HashMap, HashMapExt};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// A phrase that makes a word settle.
#[derive(Debug)]
pub(super) struct Phrase {
    lemma: &'static str,
    /// Any of these within the `reach` words after the word.
    words: Vec<&'static str>,
    reach: usize,
    pub kind: DecisionKind,
    pub weight: Weight,
}

/// All phrases, those of one word side by side: the first of them that fits counts.
static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| include_str!("../../lexicon/data/phrases.txt").lines().filter_map(read).collect());

/// A row of the file.
fn read(row: &'static str) -> Option<Phrase> {
    let mut columns = row.split('\t').skip(1);
    let mut does = columns.next()?.split(' ');
    Some(Phrase {
        lemma: does.next()?,
        kind: DecisionKind::from_name(does.next()?)?,
        weight: Weight::from_name(does.next()?)?,
        reach: does.next()?.parse().ok()?,
        words: columns.next()?.split(';').map(str::trim).collect(),
    })
}

/// The phrases of a lemma.
pub(super) fn of(lemma: &str) -> &'static [Phrase] {
    PHRASES.chunk_by(|a, b| a.lemma == b.lemma).find(|p| p[0].lemma == lemma).unwrap_or_default()
}

impl Verb {
    /// The phrase that it stands in as the word `at`.
    pub fn phrase_at(&self, sentence: &Sentence, at: usize) -> Option<&'static Phrase> {
        let reach = self.phrases.iter().map(|p| p.reach).max()?;
        // Most begin as no word does that follows.
        let firsts = sentence.firsts(at + 1, reach);
        self.phrases.iter().find(|p| {
            let mut words = p.words.iter().filter(|words| firsts.may_begin(words));
            words.any(|words| sentence.phrase_within(at + 1, p.reach, words).is_some())
        })
    }
}

/// The words without which no phrase of a lemma stands: one for each alternative.
static NEEDED: LazyLock<HashMap<&'static str, Vec<Finder<'static>>>> = LazyLock::new(|| {
    let mut needed: HashMap<&str, Vec<Finder>> = HashMap::new();
    for phrase in PHRASES.iter() {
        let finders = needed.entry(phrase.lemma).or_default();
        let words = phrase.words.iter().filter_map(|words| words.split(' ').max_by_key(|w| w.len()));
        for word in words {
            // Its first letter may be a capital.
            let rest = word.get(1..).filter(|rest| rest.len() > 3).unwrap_or(word);
            // *FÖRESKRIVS*: in capitals only what is ASCII is looked for.
            let ascii = rest.split(|c: char| !c.is_ascii()).max_by_key(|piece| piece.len());
            let rest = ascii.filter(|piece| piece.len() > 3).unwrap_or(rest);
            if !finders.iter().any(|f| f.needle() == rest.as_bytes()) {
                finders.push(Finder::new(rest));
            }
        }
    }
    needed
});

/// A sentence of more bytes is not searched: each verb in it would search it anew.
const SEARCHED: usize = 4096;

/// Whether the words that a phrase of `lemma` needs stand in the sentence. `true` promises nothing.
pub(super) fn may_stand(lemma: &str, sentence: &str) -> bool {
    if sentence.len() > SEARCHED {
        return true;
    }
    let Some(finders) = NEEDED.get(lemma) else { return true };
    // *LÄGGS TILL HANDLINGARNA*
    let written =
        |f: &Finder| std::str::from_utf8(f.needle()).is_ok_and(|needle| has_in_any_case(sentence, needle));
    finders.iter().any(|f| f.find(sentence.as_bytes()).is_some())
        || has_capitals(sentence) && finders.iter().any(written)
}

/// Whether a capital stands behind another letter.
fn has_capitals(sentence: &str) -> bool {
    sentence.as_bytes().windows(2).any(|pair| pair[0].is_ascii_alphabetic() && pair[1].is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_read_and_has_a_name_of_its_own() {
        let rows = include_str!("../../lexicon/data/phrases.txt").lines().filter(|row| !row.starts_with('#'));
        let names: HashSet<&str> = rows.clone().filter_map(|row| row.split('\t').next()).collect();
        assert_eq!((names.len(), PHRASES.len()), (rows.clone().count(), rows.count()));
        let lemmas: HashSet<&str> = PHRASES.iter().map(|p| p.lemma).collect();
        assert_eq!(PHRASES.chunk_by(|a, b| a.lemma == b.lemma).count(), lemmas.len(), "side by side");
    }
}
