//! The lexicon: plain files of words beside this one, in one table for the scan.
//!
//! Each line of a file is `value<TAB>forms`, the forms in lower case and parted by blanks; lines that
//! begin with `#` are comments. A form that begins with `-` is an ending: it stands for every longer
//! word that ends so (*-nämnden*). What a value means is said in the file's header, and the layer that
//! owns the file reads it with [`Lexicon::value`].

mod classes;
pub(crate) mod labels;
pub(crate) mod sets;
pub(crate) mod terms;

pub(crate) use classes::Classes;

use crate::lexicon::terms::{TermKind, Terms, Vocabulary};
use crate::words::Endings;
use crate::words::lower::{Lower, is_capital};
use crate::words::sieve::Sieve;
use crate::words::table::{self, Key, LONGEST, Slots};

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
    (include_str!("data/dates.txt"), Classes::DATE, Some(Slot::Dates)),
    (include_str!("data/says.txt"), Classes::SAYS, Some(Slot::Says)),
    (include_str!("data/settles.txt"), Classes::SETTLES, Some(Slot::Settles)),
    (include_str!("data/roles.txt"), Classes::ROLE, Some(Slot::Roles)),
    (include_str!("data/titles.txt"), Classes::TITLE, Some(Slot::Titles)),
    (include_str!("data/bodies.txt"), Classes::BODY, None),
    (include_str!("data/not-bodies.txt"), Classes::NONE, None),
    (include_str!("data/surname-forms.txt"), Classes::SURNAME, None),
];

/// The files of names; their words are looked up with a capital only.
const NAMES: &[(&str, Classes)] = &[
    (include_str!("data/given-names.txt"), Classes::GIVEN),
    (include_str!("data/surnames.txt"), Classes::SURNAME),
];

/// What structure and dates read: where only these are wanted, a scan passes over the rest.
const FRAME: Classes = Classes::DATE.or(Classes::BODY).or(Classes::SETTLES);

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
    words: Slots,
    /// By number; number 0 is no word.
    entries: Vec<Word>,
    values: Vec<&'static str>,
    endings: Endings,
    names: Slots,
    /// GIVEN, SURNAME or both, by number.
    name_classes: Vec<Classes>,
    sieve: Sieve,
    /// That of [`FRAME`].
    frame: Sieve,
}

impl Lexicon {
    /// The lexicon that the crate ships with, built at first use.
    pub fn get() -> &'static Lexicon {
        &Vocabulary::shipped().lexicon
    }

    /// The same with own terms. The values of the files keep their indices.
    pub fn with(terms: &Terms) -> Lexicon {
        let words: usize = FILES.iter().map(|(file, ..)| file.split_whitespace().count()).sum();
        let mut lexicon = Lexicon {
            words: Slots::with_room(words + terms.words.len()),
            entries: vec![Word::default()],
            values: vec![""],
            endings: Endings::of(Vec::new()),
            names: Slots::with_room(NAMES.iter().map(|(file, _)| file.split_whitespace().count()).sum()),
            name_classes: vec![Classes::default()],
            sieve: Sieve::default(),
            frame: Sieve::default(),
        };
        let mut endings = Vec::new();
        for (file, classes, slot) in FILES {
            for line in file.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
                let (value, forms) = line.split_once('\t').unwrap_or(("", line));
                let value_index = lexicon.values.len() as u16;
                lexicon.values.push(value);
                let removes = |form: &&str| {
                    TermKind::ALL
                        .into_iter()
                        .any(|kind| kind.class() == *classes && terms.removes(kind, form))
                };
                for form in forms.split_whitespace().filter(|form| !removes(form)) {
                    let value = slot.map(|slot| (slot, value_index));
                    endings.extend(lexicon.insert(form, *classes, value));
                }
            }
        }
        for &(kind, form, lemma) in &terms.words {
            let value = lexicon.values.len() as u16;
            lexicon.values.push(lemma);
            let value = (kind == TermKind::Verbs).then_some((Slot::Says, value));
            endings.extend(lexicon.insert(form, kind.class(), value));
        }
        for (file, class) in NAMES {
            for name in file.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace) {
                let number = lexicon.names.insert(name.as_bytes()) as usize;
                lexicon.sieve.insert(table::hash(name.as_bytes()), Sieve::NAME);
                lexicon.name_classes.resize(lexicon.name_classes.len().max(number + 1), Classes::default());
                lexicon.name_classes[number] = lexicon.name_classes[number].or(*class);
            }
        }
        lexicon.endings = Endings::of(endings);
        lexicon
    }

    /// Enters a word, or an ending that begins with a hyphen, with its class and its value; gives the ending's number.
    fn insert(
        &mut self,
        form: &'static str,
        class: Classes,
        value: Option<(Slot, u16)>,
    ) -> Option<(&'static str, u16)> {
        // An ending is entered with its hyphen, which no word of a text has.
        let number = self.words.insert(form.as_bytes());
        if self.entries.len() <= number as usize {
            self.entries.resize(number as usize + 1, Word::default());
        }
        let entry = &mut self.entries[number as usize];
        entry.classes = entry.classes.or(class);
        if let Some((slot, value)) = value {
            entry.values[slot as usize] = value;
        }
        for sieve in
            [Some(&mut self.sieve), FRAME.has(class).then_some(&mut self.frame)].into_iter().flatten()
        {
            match form.strip_prefix('-') {
                Some(ending) => sieve.insert_ending(Key::of(ending.as_bytes()).end(), ending.len()),
                None => sieve.insert(table::hash(form.as_bytes()), Sieve::WORD),
            }
        }
        form.strip_prefix('-').map(|ending| (ending, number))
    }

    /// Number of a word in lower case.
    #[inline]
    pub fn word(&self, word: &[u8]) -> Option<u16> {
        self.words.get(word, &Key::of(word))
    }

    /// Number of the longest ending that `word` has.
    #[inline]
    pub fn ending(&self, word: &[u8]) -> Option<u16> {
        self.endings.find(word, &Key::of(word))
    }

    /// What a word of a text is, in whatever case, names apart.
    pub fn classes_of(&self, word: &str) -> Classes {
        self.classes_by_key(word.as_bytes(), &Key::of(word.as_bytes()))
    }

    /// The same for a word whose key is known.
    #[inline]
    pub fn classes_by_key(&self, word: &[u8], key: &Key) -> Classes {
        self.classes(self.number(word, key))
    }

    /// The same with GIVEN and SURNAME, also of a word without a capital.
    pub fn all_classes_of(&self, word: &str) -> Classes {
        let key = Key::of(word.as_bytes());
        self.classes_by_key(word.as_bytes(), &key).or(self.names_by_key(word.as_bytes(), &key))
    }

    /// What a scan needs for all layers, or for structure and dates alone.
    pub fn sieve(&self, frame_only: bool) -> &Sieve {
        if frame_only { &self.frame } else { &self.sieve }
    }

    /// Number and classes of a word as it stands in a text, whatever its case; 0 and none if it is in no
    /// file. Only a word with a capital can be a name.
    #[inline]
    pub fn look_up(&self, word: &[u8], key: &Key) -> (u16, Classes) {
        let number = self.number(word, key);
        if !is_capital(word) {
            return (number, self.classes(number).without(Classes::SURNAME));
        }
        (number, self.classes(number).or(self.names_by_key(word, key)))
    }

    /// Number of a word in whatever case, or of the longest ending that it has; 0 if there is none.
    #[inline]
    fn number(&self, word: &[u8], key: &Key) -> u16 {
        let may_be_word = word.len() <= LONGEST && self.sieve.words(key.hash) & Sieve::WORD != 0;
        let whole = if may_be_word { self.words.get_any_case(word, key) } else { None };
        let ending = || if self.sieve.may_end(key.end()) { self.endings.longest(word, key) } else { None };
        whole.or_else(ending).unwrap_or(0)
    }

    /// GIVEN and SURNAME of a word whose key is known, whatever its case.
    #[inline]
    pub fn names_by_key(&self, word: &[u8], key: &Key) -> Classes {
        let name = if matches!(word, [0xC4 | 0xC5, ..]) && is_capital(word) {
            // Of Č and č only the one that is in the table has its key.
            let lowered = Lower::<LONGEST>::of(word);
            lowered.and_then(|lowered| self.names.get(lowered.bytes(), &Key::of(lowered.bytes())))
        } else if word.len() <= LONGEST && self.sieve.words(key.hash) & Sieve::NAME != 0 {
            self.names.get_any_case(word, key)
        } else {
            None
        };
        name.map_or(Classes::default(), |name| self.name_classes[name as usize])
    }

    #[inline]
    pub fn classes(&self, number: u16) -> Classes {
        self.entries[number as usize].classes
    }

    /// GIVEN and SURNAME of a word, whatever its case.
    pub fn names(&self, word: &str) -> Classes {
        self.names_by_key(word.as_bytes(), &Key::of(word.as_bytes()))
    }

    /// The value that the file of `slot` gives to a word; empty if the word is not in that file.
    pub fn value(&self, slot: Slot, number: u16) -> &'static str {
        self.values[self.value_index(slot, number)]
    }

    /// Index of that value among all values: what a layer reads out of a value it can keep by this index.
    pub fn value_index(&self, slot: Slot, number: u16) -> usize {
        self.entries[number as usize].values[slot as usize] as usize
    }

    /// All values of all files.
    pub fn values(&self) -> &[&'static str] {
        &self.values
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
        // A form has one value in a file: of two lines the later would take it in silence.
        for (file, _, slot) in FILES.iter().filter(|(.., slot)| slot.is_some()) {
            let mut values = std::collections::HashMap::new();
            for line in file.lines().filter(|l| !l.starts_with('#')) {
                let (value, forms) = line.split_once('\t').expect("a tab between value and forms");
                for form in forms.split_whitespace() {
                    let before = values.insert(form, value);
                    assert!(
                        before.is_none_or(|before| before == value),
                        "{slot:?}: {form} is {before:?} and {value}"
                    );
                }
            }
        }
        let lexicon = Lexicon::get();
        assert!(lexicon.names("Anna").has(Classes::GIVEN));
        let number = lexicon.ending("stadsbyggnadsnämnden".as_bytes()).expect("a body");
        assert!(lexicon.classes(number).has(Classes::BODY));
    }
}
