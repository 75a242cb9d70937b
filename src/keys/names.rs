//! A name as linking sees it: its last name, what stands before it, and the place by which namesakes are told apart.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Parts of a name that tell nobody apart.
const PARTICLES: &[&str] = &["von", "af", "de", "la", "der", "den", "van", "du", "le", "zu"];
/// What a register sets after namesakes.
const SUFFIXES: &[&str] = &["den äldre", "den yngre", "d.ä.", "d.y.", "d. ä.", "d. y."];

/// A name, folded: lower case, hyphens and full stops as blanks, composed letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Name {
    /// Empty for a name without letters.
    pub last: String,
    /// Given names, names between them and the last one, and initials, in order.
    pub firsts: Vec<String>,
    /// *Stockholm* of *Nilsson i Stockholm*.
    pub place: Option<String>,
}

impl Name {
    /// Reads a name as a text or a register writes it.
    pub fn read(written: &str) -> Name {
        let (written, place) = match written.split_once(" i ") {
            Some((name, place)) if !place.trim().is_empty() => (name, Some(fold(place))),
            _ => (written, None),
        };
        let folded = fold(&parted(written));
        let bare = SUFFIXES.iter().find_map(|suffix| folded.strip_suffix(fold(suffix).as_str()));
        let mut words = Vec::from_iter(bare.unwrap_or(&folded).split_whitespace().map(str::to_string));
        let last = words.pop().unwrap_or_default();
        words.retain(|word| !PARTICLES.contains(&word.as_str()));
        Name { last, firsts: words, place }
    }

    /// Whether a given name is written out, not as an initial.
    #[cfg(feature = "link")]
    pub fn is_full(&self) -> bool {
        self.firsts.iter().any(|first| first.chars().nth(1).is_some())
    }

    /// Whether each of the given names is one of `other`'s, in order; an initial stands for a name.
    #[cfg(feature = "link")]
    pub fn firsts_within(&self, other: &Name, same: impl Fn(&str, &str) -> bool) -> bool {
        let mut rest = other.firsts.iter();
        self.firsts.iter().all(|first| rest.any(|theirs| stands_for(first, theirs, &same)))
    }
}

/// Whether a given name, or its initial, can be this one.
#[cfg(feature = "link")]
fn stands_for(first: &str, theirs: &str, same: &impl Fn(&str, &str) -> bool) -> bool {
    let mut letters = first.chars();
    match (letters.next(), letters.next()) {
        (Some(initial), None) => theirs.starts_with(initial),
        _ => same(first, theirs),
    }
}

/// Two names that were run together, each with its capital: *AnnaSara*, *SundénAndersson*; not *McLean*, *LeGrand*.
fn parted(written: &str) -> Cow<'_, str> {
    let mut small = 0;
    let mut ends = Vec::new();
    for (at, letter) in written.char_indices() {
        let word = written.get(..at).and_then(|before| before.rsplit([' ', '-']).next());
        if letter.is_uppercase() && small >= SHORTEST && word.is_none_or(|word| !HUMPS.contains(&word)) {
            ends.push(at);
        }
        small = if letter.is_lowercase() { small + 1 } else { 0 };
    }
    if ends.is_empty() {
        return Cow::Borrowed(written);
    }
    let mut parted = String::with_capacity(written.len() + ends.len());
    let mut from = 0;
    for end in ends {
        parted.push_str(written.get(from..end).unwrap_or_default());
        parted.push(' ');
        from = end;
    }
    parted.push_str(written.get(from..).unwrap_or_default());
    Cow::Owned(parted)
}

/// A name that is run together with the next has so many small letters.
const SHORTEST: usize = 2;
/// Beginnings after which a name goes on with a capital.
const HUMPS: &[&str] = &["Mac", "Van", "Fitz"];

/// Lower case, composed letters; hyphens, full stops and accents of no consequence gone.
pub(crate) fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for letter in written.nfc().flat_map(char::to_lowercase) {
        match letter {
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'á' | 'à' => folded.push('a'),
            'ü' => folded.push('y'),
            'ø' => folded.push('ö'),
            'æ' => folded.push('ä'),
            '-' | '‐' | '‑' | '–' | '.' | ',' | '\u{a0}' => folded.push(' '),
            letter => folded.push(letter),
        }
    }
    let words = Vec::from_iter(folded.split_whitespace());
    words.join(" ")
}

/// How a name sounds: what old and new spelling, and readers of old print, write in two ways is one.
#[cfg(feature = "link")]
pub(crate) fn sound(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(letter) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair));
        let (taken, sound) = match pair {
            Some((pair, sound)) => (pair.len(), *sound),
            None => (letter.len_utf8(), ""),
        };
        let single = match letter {
            'w' => 'v',
            'c' | 'q' => 'k',
            'z' => 's',
            'å' | 'ä' => 'a',
            'ö' => 'o',
            other => other,
        };
        if pair.is_some() {
            for sounded in sound.chars() {
                push_once(&mut out, sounded);
            }
        } else {
            push_once(&mut out, single);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Spellings of one sound.
#[cfg(feature = "link")]
const PAIRS: &[(&str, &str)] = &[
    ("th", "t"),
    ("ck", "k"),
    ("ph", "f"),
    ("hj", "j"),
    ("hl", "l"),
    ("hn", "n"),
    ("dt", "t"),
    ("qv", "kv"),
    ("fv", "v"),
    ("x", "ks"),
];

/// A doubled letter sounds once.
#[cfg(feature = "link")]
fn push_once(out: &mut String, letter: char) {
    if !out.ends_with(letter) {
        out.push(letter);
    }
}

/// Whether one letter more, less or other makes the two alike.
#[cfg(feature = "link")]
pub(crate) fn near(a: &str, b: &str) -> bool {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    let at: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
    let (Some(a), Some(b)) = (a.get(at..), b.get(at..)) else { return false };
    let after = |rest: &'_ str| rest.chars().next().map_or(0, char::len_utf8);
    let (a_less, b_less) = (a.get(after(a)..).unwrap_or_default(), b.get(after(b)..).unwrap_or_default());
    a_less == b_less || a == b_less || a_less == b
}

/// What is left of a name when any one of its letters is taken away, and the name itself: two names that share one are near.
#[cfg(feature = "link")]
pub(crate) fn without_one(name: &str) -> impl Iterator<Item = String> + '_ {
    let less = name.char_indices().map(|(at, letter)| {
        let mut less = String::with_capacity(name.len());
        less.push_str(name.get(..at).unwrap_or_default());
        less.push_str(name.get(at + letter.len_utf8()..).unwrap_or_default());
        less
    });
    std::iter::once(name.to_string()).chain(less)
}

#[cfg(all(test, feature = "link"))]
mod tests {
    use super::*;

    #[test]
    fn names_are_read() {
        let name = Name::read("Karl-Erik Öhman i Östra Kärra");
        assert_eq!((name.last.as_str(), name.place.as_deref()), ("öhman", Some("östra kärra")));
        assert_eq!(name.firsts, ["karl", "erik"]);
        assert_eq!(
            Name::read("C. von Gräns den äldre"),
            Name { last: "gräns".to_string(), firsts: vec!["c".to_string()], place: None }
        );
        assert_eq!(Name::read("A\u{30a}berg").last, "åberg");
        assert_eq!(Name::read("AnnaSara Holm"), Name::read("Anna Sara Holm"));
        assert_eq!(Name::read("Lisbeth LindAndersson").last, "andersson");
        assert_eq!(Name::read("AnnChristine Holm"), Name::read("Ann-Christine Holm"));
        assert_eq!(Name::read("Eva McLean").last, "mclean");
        assert_eq!(Name::read("Eva MacDonald").last, "macdonald");
        assert_eq!(Name::read(" – ").last, "");
    }

    #[test]
    fn an_initial_stands_for_a_name() {
        let full = Name::read("Anna Karin Holm");
        let same = |a: &str, b: &str| a == b;
        for part in ["Anna Holm", "A. Holm", "A. K. Holm", "Karin Holm", "Holm"] {
            assert!(Name::read(part).firsts_within(&full, same), "{part}");
        }
        for other in ["Karin Anna Holm", "B. Holm", "Anna B. Holm"] {
            assert!(!Name::read(other).firsts_within(&full, same), "{other}");
        }
    }

    #[test]
    fn spellings_of_one_sound() {
        for (a, b) in
            [("vikström", "wikström"), ("hjelm", "jelm"), ("carlsson", "karlson"), ("thorsell", "torsel")]
        {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_ne!(sound("holm"), sound("hjälm"));
    }

    #[test]
    fn near_is_one_letter() {
        for (a, b) in
            [("lübeck", "lybeck"), ("lindhagen", "lindhagcn"), ("berg", "berge"), ("å", "ä"), ("", "a")]
        {
            assert!(near(a, b) && near(b, a), "{a} {b}");
            assert!(without_one(a).any(|a| without_one(b).any(|b| a == b)), "{a} {b}");
        }
        for (a, b) in [("berg", "berger"), ("holm", "hjält")] {
            assert!(!near(a, b), "{a} {b}");
        }
    }
}
