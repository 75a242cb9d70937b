//! Word lists that a grammar asks for, read out of data files when the crate is compiled.
//!
//! A file has a line for each list: its name, a tab, and its words parted by blanks; phrases are parted by
//! semicolons. A line that begins with `#` is a comment. A list that needs more than one line repeats its name.

pub(crate) mod attendance;
pub(crate) mod dates;
pub(crate) mod decisions;
pub(crate) mod people;
pub(crate) mod speeches;
pub(crate) mod structure;
pub(crate) mod text;
pub(crate) mod titles;

/// Declares word sets and lists of phrases out of a data file:
///
/// ```ignore
/// sets! { "../data/votes.txt":
///     /// Between a figure and the side behind it.
///     set COUNTED = "counted";
///     /// How a vote is announced.
///     list ANNOUNCED = "announced";
/// }
/// ```
///
/// A `set` is a `WordSet` of single words; a `list` is a `&[&str]` of words, or of phrases where its lines have a
/// semicolon. A name that the file lacks does not compile.
macro_rules! sets {
    ($file:literal: $($(#[$doc:meta])* $form:ident $name:ident = $list:literal;)+) => {
        $($crate::lexicon::sets::sets! { @ $form $file $name $list $(#[$doc])* })+
    };
    (@ set $file:literal $name:ident $list:literal $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) static $name: $crate::words::WordSet = {
            use $crate::lexicon::sets::{count, split};
            const LIST: [&str; count(include_str!($file), $list)] = split(include_str!($file), $list);
            $crate::words::WordSet::of(&LIST)
        };
    };
    (@ list $file:literal $name:ident $list:literal $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) const $name: &[&str] = {
            use $crate::lexicon::sets::{count, split};
            const LIST: [&str; count(include_str!($file), $list)] = split(include_str!($file), $list);
            &LIST
        };
    };
}
pub(crate) use sets;

/// How many entries the list `name` of `file` has; a list without any does not compile.
const fn count(file: &str, name: &str) -> usize {
    let (mut found, mut at) = (0, Some(Entries::of(file, name)));
    while let Some(entries) = at {
        at = match entries.next() {
            Some((_, rest)) => {
                found += 1;
                Some(rest)
            }
            None => None,
        };
    }
    assert!(found > 0, "the data file has no such list");
    found
}

/// The entries of the list `name` of `file`.
const fn split<const N: usize>(file: &'static str, name: &str) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut i, mut entries) = (0, Entries::of(file, name));
    while let Some((entry, rest)) = entries.next() {
        all[i] = entry;
        i += 1;
        entries = rest;
    }
    all
}

/// A walk over the entries of one list.
struct Entries<'f, 'n> {
    /// What is left of the file from the start of a line.
    file: &'f str,
    /// What is left of the list's line.
    line: &'f str,
    name: &'n str,
    /// Entries are parted by semicolons.
    phrases: bool,
}

impl<'f, 'n> Entries<'f, 'n> {
    const fn of(file: &'f str, name: &'n str) -> Entries<'f, 'n> {
        Entries { file, line: "", name, phrases: false }
    }

    const fn next(self) -> Option<(&'f str, Entries<'f, 'n>)> {
        let Entries { mut file, mut line, name, mut phrases } = self;
        loop {
            line = line.trim_ascii_start();
            if !line.is_empty() {
                let end = find(line, if phrases { b';' } else { b' ' });
                let (entry, rest) = line.split_at(end);
                let line = if rest.is_empty() { rest } else { rest.split_at(1).1 };
                return Some((entry.trim_ascii(), Entries { file, line, name, phrases }));
            }
            if file.is_empty() {
                return None;
            }
            let (whole, rest) = file.split_at(find(file, b'\n'));
            file = if rest.is_empty() { rest } else { rest.split_at(1).1 };
            if is_named(whole, name) {
                line = whole.split_at(name.len() + 1).1.trim_ascii();
                phrases = find(line, b';') < line.len();
            }
        }
    }
}

/// Where `byte` first stands in `text`, or the text's length.
const fn find(text: &str, byte: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != byte {
        at += 1;
    }
    at
}

/// Whether the line begins with `name` and a tab.
const fn is_named(line: &str, name: &str) -> bool {
    let (line, name) = (line.as_bytes(), name.as_bytes());
    if line.len() <= name.len() || line[name.len()] != b'\t' {
        return false;
    }
    let mut at = 0;
    while at < name.len() {
        if line[at] != name[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;
    use std::fs;

    const FILE: &str = "# a comment\na\tett två\nb\tdet sägs; det  talas om ;slut\na\ttre\n";

    #[test]
    fn lists_are_read_by_name() {
        assert_eq!(split::<{ count(FILE, "a") }>(FILE, "a"), ["ett", "två", "tre"]);
        assert_eq!(split::<{ count(FILE, "b") }>(FILE, "b"), ["det sägs", "det  talas om", "slut"]);
    }

    /// Every list of a data file that is declared here is asked for, and no word stands in it twice.
    #[test]
    fn lists_are_used_and_have_no_word_twice() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/sets");
        let mut asked: HashMap<String, Vec<String>> = HashMap::new();
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let own = fs::read_to_string(entry).unwrap();
            for part in own.split("\nsets! {").skip(1).map(|part| part.split("\n}").next().unwrap()) {
                let file = part.split('"').nth(1).unwrap().to_owned();
                let names = part.split("= \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
                asked.entry(file).or_default().extend(names);
            }
        }
        for (file, names) in asked {
            let text = fs::read_to_string(format!("{folder}/{file}")).unwrap();
            let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let (name, rest) =
                    line.split_once('\t').unwrap_or_else(|| panic!("{file}: {line:?} has no tab"));
                assert!(
                    names.iter().any(|asked| asked == name),
                    "{file}: nothing asks for the list {name:?}"
                );
                let parted: Vec<&str> = if rest.contains(';') {
                    rest.split(';').collect()
                } else {
                    rest.split_whitespace().collect()
                };
                for word in parted.into_iter().map(str::trim).filter(|word| !word.is_empty()) {
                    let known = words.entry(name).or_default();
                    assert!(!known.contains(&word), "{file}: {word:?} twice in {name:?}");
                    known.push(word);
                }
            }
        }
    }
}
