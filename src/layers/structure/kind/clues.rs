//! Clues that a text holds: phrases of `lexicon/data/clues.txt`.

use crate::scan::Source;
use crate::text::walk;
use crate::words::phrases::Phrases;
use memchr::memmem::Finder;

/// What a phrase of `lexicon/data/clues.txt` tells of a text, by the file's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clue {
    Decides,
    Chamber,
    Crown,
    Committee,
    Members,
    Done,
    Says,
    Spoken,
    Orders,
    Bills,
    Person,
    Meetings,
}

impl Clue {
    const NAMES: [(&str, Clue); 12] = [
        ("decides", Clue::Decides),
        ("chamber", Clue::Chamber),
        ("crown", Clue::Crown),
        ("committee", Clue::Committee),
        ("members", Clue::Members),
        ("done", Clue::Done),
        ("says", Clue::Says),
        ("spoken", Clue::Spoken),
        ("orders", Clue::Orders),
        ("bills", Clue::Bills),
        ("person", Clue::Person),
        ("meetings", Clue::Meetings),
    ];
}

/// All phrases of the file with their clues.
pub(super) fn entries() -> impl Iterator<Item = (&'static str, Clue)> {
    let lines = include_str!("../../../lexicon/data/clues.txt").lines().filter(|l| !l.starts_with('#'));
    let entries = lines.filter_map(|line| {
        let (name, phrases) = line.split_once('\t')?;
        let (_, clue) = Clue::NAMES.iter().find(|(n, _)| *n == name)?;
        Some(phrases.split(';').map(|phrase| (phrase, *clue)))
    });
    entries.flatten()
}

/// The phrases of these clues.
pub(super) fn phrases(clues: &[Clue]) -> Phrases<Clue> {
    Phrases::of(entries().filter(|(_, clue)| clues.contains(clue)))
}

/// The same of one clue that has few or short ones.
pub(super) fn finders(clue: Clue) -> Vec<Finder<'static>> {
    entries().filter(|(_, of)| *of == clue).map(|(phrase, _)| Finder::new(phrase)).collect()
}

/// How many of the phrases stand in `text`.
pub(super) fn count(phrases: &[Finder], text: &str) -> usize {
    phrases.iter().map(|phrase| phrase.find_iter(text.as_bytes()).count()).sum()
}

/// Whether any of the phrases stands in `text`.
pub(super) fn has(phrases: &Phrases<Clue>, text: &str) -> bool {
    let mut has = false;
    phrases.each(text.as_bytes(), |_, _| has = true);
    has
}

/// How often each clue of a set stands in a text.
#[derive(Debug, Default)]
pub(super) struct Clues([usize; Clue::NAMES.len()]);

impl Clues {
    pub fn of(phrases: &Phrases<Clue>, text: &str) -> Clues {
        let mut clues = Clues::default();
        phrases.each(text.as_bytes(), |_, clue| clues.0[clue as usize] += 1);
        clues
    }

    pub fn count(&self, clue: Clue) -> usize {
        self.0[clue as usize]
    }
}

/// The first pages: so much of a text is read for clues.
pub(super) fn window<'t>(source: &Source<'t>) -> &'t str {
    walk::head(source.text, 8000)
}
