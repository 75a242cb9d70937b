//! Numbers that the file only implies: what list a paragraph is in, and how far it has counted.

use super::package::Package;
use super::xml::{Piece, attribute, number};
use crate::document::Error;
use std::collections::HashMap;

/// How many levels a list has, in all formats.
const LEVELS: usize = 10;

/// How a level of a list is numbered.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub format: Format,
    /// With `%1` for the number of the first level, `%2` for the second's.
    pub text: String,
    pub start: u32,
    /// The numbers of all levels are written in figures, whatever their own format.
    pub legal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Bullet,
    None,
    Decimal,
    Letter { upper: bool },
    Roman { upper: bool },
}

impl Default for Level {
    fn default() -> Level {
        Level { format: Format::None, text: String::new(), start: 1, legal: false }
    }
}

/// Counts one list.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter([Option<u32>; LEVELS]);

impl Counter {
    /// The number of the next paragraph at `level`, as it is printed; deeper levels begin again.
    pub fn next(&mut self, levels: &[Level], level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let own = levels.get(level)?;
        if own.format == Format::Bullet {
            return Some("-".to_string());
        }
        let start = |at: usize| levels.get(at).map_or(1, |level| level.start);
        self.0[level] = Some(self.0[level].map_or(own.start, |number| number.saturating_add(1)));
        self.0[level + 1..].fill(None);
        if own.format == Format::None && own.text.is_empty() {
            return None;
        }
        let mut text = String::new();
        let mut rest = own.text.chars().peekable();
        while let Some(c) = rest.next() {
            match rest.peek().and_then(|digit| digit.to_digit(10)).filter(|&digit| c == '%' && digit > 0) {
                Some(digit) => {
                    rest.next();
                    let at = digit as usize - 1;
                    let format = levels.get(at).map_or(Format::Decimal, |level| level.format);
                    let format = if own.legal { Format::Decimal } else { format };
                    text.push_str(&format.write(self.0[at].unwrap_or_else(|| start(at))));
                }
                None => text.push(c),
            }
        }
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_string())
    }

    pub fn restart(&mut self) {
        self.0 = [None; LEVELS];
    }

    /// The next paragraph at `level` has this number.
    pub fn set(&mut self, level: usize, number: u32) {
        self.0[level.min(LEVELS - 1)] = number.checked_sub(1);
    }
}

impl Format {
    /// By the name that OOXML or OpenDocument gives it.
    pub fn of(name: &str) -> Format {
        match name {
            "bullet" => Format::Bullet,
            "none" | "" => Format::None,
            "lowerLetter" | "a" => Format::Letter { upper: false },
            "upperLetter" | "A" => Format::Letter { upper: true },
            "lowerRoman" | "i" => Format::Roman { upper: false },
            "upperRoman" | "I" => Format::Roman { upper: true },
            _ => Format::Decimal,
        }
    }

    pub fn write(self, number: u32) -> String {
        match self {
            Format::Bullet | Format::None => String::new(),
            Format::Decimal => number.to_string(),
            Format::Letter { upper } => {
                // After z comes aa, then bb.
                let letter = char::from(b'a' + (number.saturating_sub(1) % 26) as u8);
                let times = (number.saturating_sub(1) / 26 + 1).min(8);
                let text = String::from_iter(std::iter::repeat_n(letter, times as usize));
                if upper { text.to_uppercase() } else { text }
            }
            Format::Roman { upper } => {
                let text = roman(number);
                if upper { text } else { text.to_lowercase() }
            }
        }
    }
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// The lists of a DOCX.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<String, Vec<Level>>,
    /// The definition of each list, and the levels that it starts anew.
    lists: HashMap<String, (String, Vec<(usize, u32)>)>,
    /// The levels that belong to a paragraph's style, by definition and style.
    styled: HashMap<(String, String), usize>,
    counters: HashMap<String, Counter>,
    begun: std::collections::HashSet<String>,
}

impl Numbering {
    pub fn read(package: &mut Package, part: &str) -> Result<Numbering, Error> {
        let mut all = Numbering::default();
        let (mut definition, mut list, mut level) = (String::new(), None::<String>, 0);
        package.walk(part, |piece| {
            match piece {
                Piece::Open("abstractNum", tag) => {
                    definition = attribute(tag, "abstractNumId").unwrap_or_default();
                    all.levels.insert(definition.clone(), Vec::new());
                }
                Piece::Open("num", tag) => list = attribute(tag, "numId"),
                Piece::Close("num") => list = None,
                Piece::Open("abstractNumId", tag) => {
                    if let (Some(list), Some(id)) = (&list, attribute(tag, "val")) {
                        all.lists.insert(list.clone(), (id, Vec::new()));
                    }
                }
                Piece::Open("lvl" | "lvlOverride", tag) => {
                    level = number(tag, "ilvl").map_or(0, |level| level as usize).min(LEVELS - 1);
                }
                Piece::Open("startOverride", tag) => {
                    if let Some((_, starts)) = list.as_ref().and_then(|list| all.lists.get_mut(list)) {
                        starts.push((level, number(tag, "val").unwrap_or(1)));
                    }
                }
                Piece::Open("pStyle", tag) if list.is_none() => {
                    let style = attribute(tag, "val").unwrap_or_default();
                    all.styled.insert((definition.clone(), style), level);
                }
                Piece::Open(name @ ("numFmt" | "lvlText" | "start" | "isLgl"), tag) if list.is_none() => {
                    if let Some(levels) = all.levels.get_mut(&definition) {
                        if levels.len() <= level {
                            levels.resize(level + 1, Level::default());
                        }
                        let value = attribute(tag, "val").unwrap_or_default();
                        match name {
                            "numFmt" => levels[level].format = Format::of(&value),
                            "lvlText" => levels[level].text = value,
                            "isLgl" => levels[level].legal = !matches!(value.as_str(), "0" | "false"),
                            _ => levels[level].start = value.parse().unwrap_or(1),
                        }
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The level of a list that paragraphs of a style stand on, where they do not say it themselves: the first, if no other
    /// is for the style.
    pub fn level_of(&self, list: &str, style: &str) -> usize {
        let Some((definition, _)) = self.lists.get(list) else { return 0 };
        self.styled.get(&(definition.clone(), style.to_string())).copied().unwrap_or(0)
    }

    /// The number that the next paragraph of a list prints.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let (definition, starts) = self.lists.get(list)?;
        let levels = self.levels.get(definition)?;
        // Lists of one definition count on, unless one says that it starts anew.
        let counter = self.counters.entry(definition.clone()).or_default();
        if !starts.is_empty() && self.begun.insert(list.to_string()) {
            counter.restart();
            starts.iter().for_each(|&(level, number)| counter.set(level, number));
        }
        counter.next(levels, level)
    }
}
