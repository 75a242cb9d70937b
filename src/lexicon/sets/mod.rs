//! Word lists that a grammar asks for, read out of data files when the crate is compiled.
//!
//! A file has a line for each list: its name, a tab, and its words parted by blanks; phrases are parted by
//! semicolons, and one in double quotes keeps the blanks at its ends. A line that begins with `#` is a comment. A list
//! that needs more than one line repeats its name.

pub(crate) mod attendance;
pub(crate) mod body_names;
pub(crate) mod dates;
pub(crate) mod decisions;
pub(crate) mod frames;
pub(crate) mod function_words;
pub(crate) mod lemmas;
pub(crate) mod pages;
pub(crate) mod people;
pub(crate) mod speeches;
pub(crate) mod structure;
pub(crate) mod text;
pub(crate) mod titles;

/// Declares word sets and lists of phrases out of a data file:
///
/// ```ignore
/// sets! { VOTES_FILE in "../data/votes.txt":
///     /// Between a figure and the side behind it.
///     set COUNTED = "counted";
///     /// How a vote is announced.
///     list ANNOUNCED = "announced";
/// }
/// ```
///
/// A `set` is a `WordSet` of single words; a `list` is a `&[&str]` of words, or of phrases where its lines have a
/// semicolon; a `word` is the one entry that its line has, as a `&str`. A name that the file lacks does not compile.
macro_rules! sets {
    ($file:ident in $path:literal: $($(#[$doc:meta])* $form:ident $name:ident = $list:literal;)+) => {
        /// The data file.
        static $file: $crate::lexicon::sets::File<{ $crate::lexicon::sets::lines_in(include_str!($path)) }> =
            $crate::lexicon::sets::File::of(include_str!($path));
        $($crate::lexicon::sets::sets! { @ $form $file $name $list $(#[$doc])* })+
    };
    (@ set $file:ident $name:ident $list:literal $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) static $name: $crate::words::WordSet = {
            const LIST: [&str; $file.count($list)] = $file.split($list);
            const BEHIND: [u16; LIST.len()] = $crate::words::set::chained(&LIST);
            $crate::words::WordSet::of(&LIST, &BEHIND)
        };
    };
    (@ word $file:ident $name:ident $list:literal $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) const $name: &str = {
            const LIST: [&str; $file.count($list)] = $file.split($list);
            assert!(LIST.len() == 1, "the data file has more than one entry");
            LIST[0]
        };
    };
    (@ list $file:ident $name:ident $list:literal $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) const $name: &[&str] = {
            const LIST: [&str; $file.count($list)] = $file.split($list);
            &LIST
        };
    };
}
pub(crate) use sets;

/// A data file with the places of its lines and, in chains by the hash of their names, the way to those of a list. All is
/// found once for all of its lists: the compiler is slow at reading letter by letter.
pub(crate) struct File<const LINES: usize> {
    text: &'static str,
    /// Where each line begins.
    starts: [usize; LINES],
    /// The first line of each chain and the one behind each line: its place plus one, 0 for none.
    first: [u16; CHAINS],
    behind: [u16; LINES],
}

const CHAINS: usize = 256;

/// How many lines a data file has.
pub(crate) const fn lines_in(text: &str) -> usize {
    let (mut lines, mut at) = (1, 0);
    while at < text.len() {
        at += find(text.split_at(at).1, b'\n') + 1;
        lines += 1;
    }
    lines
}

impl<const LINES: usize> File<LINES> {
    pub const fn of(text: &'static str) -> File<LINES> {
        let mut file = File { text, starts: [text.len(); LINES], first: [0; CHAINS], behind: [0; LINES] };
        let (mut line, mut at) = (0, 0);
        while at < text.len() {
            file.starts[line] = at;
            at += find(text.split_at(at).1, b'\n') + 1;
            line += 1;
        }
        // From the last line, so that a chain keeps their order.
        while line > 0 {
            let own = text.split_at(file.starts[line - 1]).1;
            let chain = chain(own.split_at(find(own, b'\t')).0);
            file.behind[line - 1] = file.first[chain];
            file.first[chain] = line as u16;
            line -= 1;
        }
        file
    }

    /// How many entries the list `name` has; a list without any does not compile.
    pub const fn count(&self, name: &str) -> usize {
        let (mut found, mut line) = (0, self.first[chain(name)]);
        while line > 0 {
            let mut entries = self.entries(line as usize - 1, name);
            while let Some((_, rest)) = entries.next() {
                found += 1;
                entries = rest;
            }
            line = self.behind[line as usize - 1];
        }
        assert!(found > 0, "the data file has no such list");
        found
    }

    /// The entries of the list `name`.
    pub const fn split<const N: usize>(&self, name: &str) -> [&'static str; N] {
        let (mut all, mut i, mut line) = ([""; N], 0, self.first[chain(name)]);
        while line > 0 {
            let mut entries = self.entries(line as usize - 1, name);
            while let Some((entry, rest)) = entries.next() {
                all[i] = entry;
                i += 1;
                entries = rest;
            }
            line = self.behind[line as usize - 1];
        }
        all
    }

    /// The entries that a line has for the list `name`.
    const fn entries(&self, line: usize, name: &str) -> Entries<'static> {
        let line = self.text.split_at(self.starts[line]).1;
        if !is_named(line, name) {
            return Entries { line: "", phrases: false };
        }
        let line = line.split_at(find(line, b'\n')).0.split_at(name.len() + 1).1;
        Entries { line, phrases: find(line, b';') < line.len() }
    }
}

/// The chain of the lines of the list `name`.
const fn chain(name: &str) -> usize {
    let (name, mut hash, mut at) = (name.as_bytes(), 0_usize, 0);
    while at < name.len() {
        hash = (hash * 31 + name[at] as usize) % CHAINS;
        at += 1;
    }
    hash
}

/// A walk over the entries of one line.
struct Entries<'f> {
    /// What is left of the line.
    line: &'f str,
    /// Entries are parted by semicolons.
    phrases: bool,
}

impl<'f> Entries<'f> {
    const fn next(self) -> Option<(&'f str, Entries<'f>)> {
        let line = self.line.trim_ascii_start();
        if line.is_empty() {
            return None;
        }
        let (entry, rest) = line.split_at(find(line, if self.phrases { b';' } else { b' ' }));
        let line = if rest.is_empty() { rest } else { rest.split_at(1).1 };
        Some((unquoted(entry.trim_ascii()), Entries { line, phrases: self.phrases }))
    }
}

/// What stands between the double quotes of an entry that has them.
const fn unquoted(entry: &str) -> &str {
    match entry.as_bytes() {
        [b'"', .., b'"'] => entry.split_at(entry.len() - 1).0.split_at(1).1,
        _ => entry,
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

    const FILE: &str =
        "# a comment\na\tett två\nb\tdet sägs; det  talas om ;slut\na\ttre\nc\t\" det \"; \"sägs \"\n";

    #[test]
    fn lists_are_read_by_name() {
        const LISTS: File<{ lines_in(FILE) }> = File::of(FILE);
        assert_eq!(LISTS.split::<{ LISTS.count("a") }>("a"), ["ett", "två", "tre"]);
        assert_eq!(LISTS.split::<{ LISTS.count("b") }>("b"), ["det sägs", "det  talas om", "slut"]);
        assert_eq!(LISTS.split::<{ LISTS.count("c") }>("c"), [" det ", "sägs "]);
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
