//! The lexicon: plain files of words beside this one, in one table for the scan.
//!
//! Each line of a file is `value<TAB>forms`, the forms in lower case and parted by blanks; lines that
//! begin with `#` are comments. A form that begins with `-` is an ending: it stands for every longer
//! word that ends so (*-nämnden*). What a value means is said in the file's header, and the layer that
//! owns the file reads it with [`Lexicon::value`].

use crate::cues::Classes;
use crate::cues::table::Table;
use std::sync::LazyLock;

/// Which file a value comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Slot {
    Dates,
    Says,
    Settles,
    Roles,
    Titles,
}
const SLOTS: usize = 5;

/// A file, the class its words get, and the slot of its values.
const FILES: &[(&str, Classes, Option<Slot>)] = &[
    (include_str!("dates.txt"), Classes::DATE, Some(Slot::Dates)),
    (include_str!("says.txt"), Classes::SAYS, Some(Slot::Says)),
    (include_str!("settles.txt"), Classes::SETTLES, Some(Slot::Settles)),
    (include_str!("roles.txt"), Classes::ROLE, Some(Slot::Roles)),
    (include_str!("titles.txt"), Classes::TITLE, Some(Slot::Titles)),
    (include_str!("bodies.txt"), Classes::BODY, None),
];

/// One word or ending.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    classes: Classes,
    /// Index into `values`, per slot.
    values: [u16; SLOTS],
}

/// All words that the scan looks up.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: Table,
    /// By number; number 0 is no word.
    entries: Vec<Word>,
    values: Vec<&'static str>,
    endings: Endings,
    given: Table,
    surnames: Table,
}

impl Lexicon {
    /// The lexicon that the crate ships with, built at first use.
    pub fn get() -> &'static Lexicon {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);
        &SHIPPED
    }

    fn build() -> Lexicon {
        let mut lexicon = Lexicon {
            words: Table::with_room(FILES.iter().map(|(file, ..)| file.split_whitespace().count()).sum()),
            entries: vec![Word::default()],
            values: vec![""],
            endings: Endings::default(),
            given: names(include_str!("given-names.txt")),
            surnames: names(include_str!("surnames.txt")),
        };
        for (file, classes, slot) in FILES {
            for line in file.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
                let (value, forms) = line.split_once('\t').unwrap_or(("", line));
                let value_index = lexicon.values.len() as u16;
                lexicon.values.push(value);
                for form in forms.split_whitespace() {
                    // An ending is entered with its hyphen, which no word of a text has.
                    let number = lexicon.words.insert(form.as_bytes());
                    if lexicon.entries.len() <= number as usize {
                        lexicon.entries.resize(number as usize + 1, Word::default());
                    }
                    let entry = &mut lexicon.entries[number as usize];
                    entry.classes = entry.classes.or(*classes);
                    if let Some(slot) = slot {
                        entry.values[*slot as usize] = value_index;
                    }
                    if let Some(ending) = form.strip_prefix('-') {
                        lexicon.endings.insert(ending, number);
                    }
                }
            }
        }
        lexicon.endings.longest_first();
        lexicon
    }

    /// Number of a word in lower case.
    #[inline]
    pub fn word(&self, word: &[u8]) -> Option<u16> {
        self.words.get(word)
    }

    /// Number of the longest ending that `word` has.
    #[inline]
    pub fn ending(&self, word: &[u8]) -> Option<u16> {
        self.endings.find(word)
    }

    /// What a word of a text is, in whatever case; for look-ups outside the scan.
    pub fn classes_of(&self, word: &str) -> Classes {
        let lower = word.to_lowercase();
        let number = self.word(lower.as_bytes()).or_else(|| self.ending(lower.as_bytes()));
        number.map_or(Classes::default(), |n| self.classes(n))
    }

    #[inline]
    pub fn classes(&self, number: u16) -> Classes {
        self.entries[number as usize].classes
    }

    /// GIVEN and SURNAME of a word in lower case.
    #[inline]
    pub fn names(&self, word: &[u8]) -> Classes {
        let given = if self.given.get(word).is_some() { Classes::GIVEN } else { Classes::default() };
        if self.surnames.get(word).is_some() { given.or(Classes::SURNAME) } else { given }
    }

    /// The value that the file of `slot` gives to a word; empty if the word is not in that file.
    pub fn value(&self, slot: Slot, number: u16) -> &'static str {
        self.values[self.entries[number as usize].values[slot as usize] as usize]
    }
}

/// A table of the names in a file.
fn names(file: &str) -> Table {
    let lines = || file.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace);
    let mut table = Table::with_room(lines().count());
    for name in lines() {
        table.insert(name.as_bytes());
    }
    table
}

/// Endings, found by the last four bytes of a word.
#[derive(Debug)]
struct Endings {
    /// One bit for each hash of four last bytes.
    bitmap: Box<[u64]>,
    by_tail: std::collections::HashMap<[u8; 4], Vec<(&'static str, u16)>>,
}

impl Default for Endings {
    fn default() -> Endings {
        Endings { bitmap: vec![0; 64].into(), by_tail: Default::default() }
    }
}

impl Endings {
    fn bit(tail: [u8; 4]) -> usize {
        (u32::from_le_bytes(tail).wrapping_mul(0x9E37_79B1) >> 20) as usize
    }

    /// Endings have at least four bytes: shorter ones would fit half the language.
    fn insert(&mut self, ending: &'static str, number: u16) {
        let Some(tail) = ending.as_bytes().last_chunk::<4>() else { return };
        let bit = Endings::bit(*tail);
        self.bitmap[bit / 64] |= 1 << (bit % 64);
        self.by_tail.entry(*tail).or_default().push((ending, number));
    }

    fn longest_first(&mut self) {
        for list in self.by_tail.values_mut() {
            list.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        }
    }

    #[inline]
    fn find(&self, word: &[u8]) -> Option<u16> {
        let tail = *word.last_chunk::<4>()?;
        let bit = Endings::bit(tail);
        if self.bitmap[bit / 64] & (1 << (bit % 64)) == 0 {
            return None;
        }
        let fits = |ending: &str| word.len() > ending.len() && word.ends_with(ending.as_bytes());
        self.by_tail.get(&tail)?.iter().find(|(ending, _)| fits(ending)).map(|&(_, number)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_well_formed() {
        for (file, ..) in FILES {
            assert!(file.starts_with('#'), "a header comment: {}", &file[..20]);
            for line in file.lines().filter(|l| !l.starts_with('#')) {
                assert_eq!(line, line.to_lowercase(), "lower case");
                for form in line.split_once('\t').map_or(line, |(_, forms)| forms).split_whitespace() {
                    assert!(
                        !form.starts_with('-') || form.len() > 4,
                        "an ending of four bytes or more: {form}"
                    );
                }
            }
        }
        let lexicon = Lexicon::get();
        assert!(lexicon.names("anna".as_bytes()).has(Classes::GIVEN));
        let number = lexicon.ending("stadsbyggnadsnämnden".as_bytes()).expect("a body");
        assert!(lexicon.classes(number).has(Classes::BODY));
    }
}
