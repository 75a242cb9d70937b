//! Letters without which no pattern fits: most documents of an archive have none of them, which their bytes tell before
//! anything is read.
//!
//! Needles are of ASCII, and white space is none: a letter of ASCII is the same byte in UTF-8 and in the repaired view of a
//! text, and stands beside the same letters there, unless a soft hyphen stood between them.

use memchr::memchr;
use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind};
use std::fmt::Write;

/// So many needles are looked for at once; each letter of one may be so many, and it may have so many letters.
const MOST: usize = 64;
const CHOICES: u32 = 10;
const LONG: usize = 64;

/// What is looked for in bytes: of each letter those that it may be.
type Needle = Vec<Vec<u8>>;

/// Stretches of which each hit has one.
#[derive(Clone, Debug)]
pub(super) struct Needles(Regex);

impl Needles {
    /// The needles of several patterns; none if one of them has none.
    pub fn of<'h>(patterns: impl IntoIterator<Item = &'h Hir>) -> Option<Needles> {
        let mut all: Vec<Needle> = Vec::new();
        for pattern in patterns {
            all.extend(needles(pattern)?);
        }
        if all.is_empty() || all.len() > MOST || !all.iter().all(|needle| tells(needle)) {
            return None;
        }
        let mut written = String::new();
        for (index, needle) in all.iter().enumerate() {
            written.push_str(if index > 0 { "|" } else { "" });
            for choices in needle {
                written.push('[');
                for byte in choices {
                    // Writing to a text does not fail.
                    let _ = write!(written, r"\x{byte:02X}");
                }
                written.push(']');
            }
        }
        RegexBuilder::new(&written).unicode(false).build().ok().map(Needles)
    }

    /// Whether there is surely no hit in a text of UTF-8 that has these bytes.
    pub fn miss(&self, bytes: &[u8]) -> bool {
        // What a soft hyphen ends in goes out of the view, and brings letters together.
        !self.0.is_match(bytes) && memchr(0xAD, bytes).is_none()
    }
}

/// What a needle is worth: a letter in both its cases more than a digit that may be any.
fn worth(needle: &[Vec<u8>]) -> usize {
    needle.iter().map(|choices| if choices.len() > 2 { 1 } else { 3 }).sum()
}

/// Whether many texts lack it: nearly all have each letter and some number.
fn tells(needle: &[Vec<u8>]) -> bool {
    worth(needle) >= 6 || needle.iter().flatten().all(|byte| !byte.is_ascii_alphanumeric())
}

/// Needles of which each hit of a pattern has one.
fn needles(pattern: &Hir) -> Option<Vec<Needle>> {
    let mut found = Found::default();
    found.read(pattern);
    found.end();
    found.best
}

/// Needles while a pattern is read from left to right.
#[derive(Default)]
struct Found {
    /// Letters that follow one another up to here.
    open: Needle,
    best: Option<Vec<Needle>>,
}

impl Found {
    fn read(&mut self, pattern: &Hir) {
        match pattern.kind() {
            HirKind::Literal(literal) => literal.0.iter().for_each(|&byte| self.letter(vec![byte])),
            HirKind::Class(class) => self.letter(letters(class)),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.read(part)),
            HirKind::Capture(capture) => self.read(&capture.sub),
            // What is looked at takes no letter.
            HirKind::Look(_) | HirKind::Empty => {}
            HirKind::Repetition(repetition) => match repetition.sub.kind() {
                HirKind::Literal(_) | HirKind::Class(_) => {
                    let times = repetition.min.min(LONG as u32);
                    (0..times).for_each(|_| self.read(&repetition.sub));
                    if repetition.max != Some(times) {
                        self.end();
                    }
                }
                _ => {
                    self.end();
                    if repetition.min > 0 {
                        self.take(needles(&repetition.sub));
                    }
                }
            },
            HirKind::Alternation(ways) => {
                self.end();
                let each = ways.iter().map(needles).collect::<Option<Vec<_>>>();
                self.take(each.map(|each| each.into_iter().flatten().collect()));
            }
        }
    }

    /// A letter that is one of these; of none it is not known what it is.
    fn letter(&mut self, choices: Vec<u8>) {
        if choices.is_empty() || !choices.iter().all(u8::is_ascii_graphic) || self.open.len() >= LONG {
            self.end();
        } else {
            self.open.push(choices);
        }
    }

    fn end(&mut self) {
        if !self.open.is_empty() {
            let needle = std::mem::take(&mut self.open);
            self.take(Some(vec![needle]));
        }
    }

    /// Keeps the needles that say more: those of which the least is worth more, or the fewer.
    fn take(&mut self, needles: Option<Vec<Needle>>) {
        let says = |needles: &[Needle]| {
            (needles.iter().map(|needle| worth(needle)).min(), std::cmp::Reverse(needles.len()))
        };
        let Some(needles) = needles.filter(|needles| needles.len() <= MOST) else { return };
        if self.best.as_deref().is_none_or(|best| says(&needles) > says(best)) {
            self.best = Some(needles);
        }
    }
}

/// The letters of a class, if they are few and of ASCII; else none.
fn letters(class: &Class) -> Vec<u8> {
    let Class::Unicode(class) = class else { return Vec::new() };
    let count = class.ranges().iter().fold(0_u32, |count, range| {
        count.saturating_add(u32::from(range.end()) - u32::from(range.start()) + 1)
    });
    if count > CHOICES || !class.is_ascii() {
        return Vec::new();
    }
    let each = class.ranges().iter().flat_map(|range| range.start()..=range.end());
    each.filter_map(|c| u8::try_from(c).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::ParserBuilder;

    fn told(pattern: &str) -> Option<String> {
        let read = ParserBuilder::new().build().parse(pattern).unwrap();
        Needles::of([&read]).map(|needles| needles.0.as_str().replace(r"\x", "").to_lowercase())
    }

    fn plain(words: &[&str]) -> Option<String> {
        let each = words.iter().map(|word| word.bytes().map(|b| format!("[{b:02x}]")).collect::<String>());
        Some(Vec::from_iter(each).join("|"))
    }

    #[test]
    fn the_longest_letters_that_every_hit_has() {
        assert_eq!(told("uppdrag"), plain(&["uppdrag"]));
        assert_eq!(told("kommun|region|stat"), plain(&["kommun", "region", "stat"]));
        assert_eq!(told("miljö.{0,20}klimat"), plain(&["klimat"]));
        assert_eq!(told("å:[a-z]+"), plain(&[":"]));
        let digit = format!("[{}]", (0x30..=0x39).map(|b| format!("{b:02x}")).collect::<String>());
        assert_eq!(told("[0-9]{4}:[0-9]+"), Some(format!("{}[3a]{digit}", digit.repeat(4))));
        assert_eq!(told("[0-9]{2,4}:x"), Some("[3a][78]".to_string()));
        assert_eq!(told(r"(?<sum>[0-9]+)\s+(kronor|procent)"), plain(&["kronor", "procent"]));
        assert_eq!(told("(?:avslag)+ x?"), plain(&["avslag"]));
        assert_eq!(told(r"\bupp(drag)\b"), plain(&["uppdrag"]));
        assert_eq!(told("(?i)abe"), Some("[4161][4262][4565]".to_string()));
        assert_eq!(told("en rad till"), plain(&["till"]));
    }

    #[test]
    fn none_where_a_hit_may_lack_them() {
        // *K* and *s* have forms beyond ASCII; *å* may stand in pieces.
        for pattern in
            ["å", "(?i)sk", "x", "[0-9]{4}", "ab?[0-9]", "budget|å", "(?:budget)?", r"\w+", "a b", ""]
        {
            assert_eq!(told(pattern), None, "{pattern}");
        }
    }
}
