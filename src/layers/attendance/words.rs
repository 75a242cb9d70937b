//! Words that tell a function (`lexicon/data/functions.txt`).

use crate::document::Function;
use crate::lexicon::sets::attendance::{CHAIR_OF, NOT_CHAIR};
use crate::text::beginnings::Beginnings;
use crate::text::walk;
use crate::words::table::Words;
use std::sync::LazyLock;

/// A set of functions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Functions(u16);

impl Functions {
    pub fn of(function: Function) -> Functions {
        Functions(1 << function as u16)
    }
    pub fn has(self, function: Function) -> bool {
        self.0 & Functions::of(function).0 != 0
    }
    pub fn and(self, more: Functions) -> Functions {
        Functions(self.0 | more.0)
    }
    pub fn without(self, function: Function) -> Functions {
        Functions(self.0 & !Functions::of(function).0)
    }
    /// One by one, in the order of the enum.
    pub fn list(self) -> Vec<Function> {
        Function::ALL.iter().copied().filter(|&function| self.has(function)).collect()
    }
}

/// The most words that head a list, and their most bytes.
const WORDS: usize = 4;
pub(super) const LONGEST: usize = 60;

static HEADS: LazyLock<Words<Functions>> = LazyLock::new(|| words("heads"));
/// Their first words.
static FIRST: LazyLock<Words<()>> = LazyLock::new(|| {
    let first = |form: &'static str| (&form[..walk::word_end(form, 0)], ());
    Words::of(entries("heads").into_iter().map(|(form, _)| first(form)).collect(), |(), ()| ())
});
static BESIDE: LazyLock<Words<Functions>> = LazyLock::new(|| words("beside"));

fn words(place: &str) -> Words<Functions> {
    Words::of(entries(place), |before, more| *before = before.and(more))
}

fn entries(place: &str) -> Vec<(&'static str, Functions)> {
    let lines = include_str!("../../lexicon/data/functions.txt").lines().filter(|l| !l.starts_with('#'));
    let mut entries = Vec::new();
    for (value, forms) in lines.filter_map(|line| line.split_once('\t')) {
        let mut value = value.split(' ');
        if value.next() == Some(place) {
            let functions = value.filter_map(Function::from_name).map(Functions::of);
            let functions = functions.fold(Functions::default(), Functions::and);
            entries.extend(forms.split(';').map(|form| (form.trim(), functions)));
        }
    }
    entries
}

static BEGINNINGS: LazyLock<Beginnings> =
    LazyLock::new(|| Beginnings::of(entries("heads").into_iter().map(|(form, _)| form)));

/// Whether a line may begin with words that head a list; `false` is certain.
pub(super) fn may_head(line: &[u8]) -> bool {
    BEGINNINGS.may_begin(line)
}

/// Words that head a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub functions: Functions,
    /// What parts them from the names.
    pub gap: Gap,
    /// Where in the line the names begin; its end if they stand below.
    pub names: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One blank, as in a sentence.
    Blank,
    /// A colon, a column, a rule of dots, or the line's end.
    Wide,
}

/// What the words at the beginning of `line` make of the names that follow.
pub(super) fn heads(line: &str) -> Option<Head> {
    if !line.starts_with(char::is_alphabetic) {
        return None;
    }
    let (mut at, mut found) = (0, None);
    for _ in 0..WORDS {
        let end = walk::word_end(line, at);
        if end == at || end > LONGEST {
            break;
        }
        if at == 0 {
            FIRST.get_in_any_case(&line[..end])?;
        }
        if let Some(functions) = HEADS.get_in_any_case(&line[..end]) {
            found = Some((*functions, end));
        }
        at = end + usize::from(line[end..].starts_with(' '));
    }
    let (functions, end) = found?;
    let rest = &line[end..];
    let names = line.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', ':', '.', '…', '_']).len();
    let gap = &line[end..names];
    if gap.contains([':', '\t', '…', '_']) || gap.len() >= 2 || rest.is_empty() {
        return Some(Head { functions, gap: Gap::Wide, names });
    }
    if gap != " " {
        return None;
    }
    // "Närvarande medlemmar med rösträtt: …"
    let colon = rest.find(':').filter(|&c| c < 48 && !rest[..c].contains(['.', ',', '(']));
    let gap = if colon.is_some() { Gap::Wide } else { Gap::Blank };
    Some(Head { functions, gap, names: colon.map_or(names, |c| end + c + 1) })
}

/// What the words between a name and the next one, or the end of its line, make of the person: *(S), ordförande*;
/// not *vice ordförande*, and not *ordförande i barnnämnden*, which is said of guests.
pub(super) fn beside(words: &str) -> Functions {
    let mut found = Functions::default();
    let mut all = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).peekable();
    let mut before = "";
    while let Some(word) = all.next() {
        if let Some(&functions) = BESIDE.get_in_any_case(word) {
            let other = matches!(all.peek(), Some(word) if CHAIR_OF.contains(word));
            let chair = functions.has(Function::Chair);
            if !chair || !(other || NOT_CHAIR.contains(&before)) {
                found = found.and(functions);
            }
        }
        before = word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(functions: Functions) -> Vec<&'static str> {
        functions.list().into_iter().map(Function::as_str).collect()
    }

    #[test]
    fn words_that_head_lists() {
        let of = |line: &str| heads(line).map(|h| (names(h.functions), h.gap, line[h.names..].to_string()));
        let wide =
            |functions: &[&'static str], rest: &str| Some((functions.to_vec(), Gap::Wide, rest.into()));
        assert_eq!(of("Justerare"), wide(&["adjuster"], ""));
        assert_eq!(of("ORDFÖRANDE: Bo Ek"), wide(&["present", "chair"], "Bo Ek"));
        assert_eq!(of("Tjänstgörande ersättare   Bo Ek"), wide(&["present", "substitute"], "Bo Ek"));
        assert_eq!(of("Sekreterare ......... Bo Ek"), wide(&["present", "secretary"], "Bo Ek"));
        assert_eq!(of("Närvarande medlemmar med rösträtt: Bo"), wide(&["present"], " Bo"));
        assert_eq!(of("Ordförande Bo Ek öppnar mötet.").map(|h| h.1), Some(Gap::Blank));
        assert_eq!(of("Justerarens uppgift: läsa"), None);
        assert_eq!(of("§ 1 Närvarande"), None);
    }

    #[test]
    fn words_beside_a_name() {
        assert_eq!(names(beside(" (S), ordförande")), ["present", "chair"]);
        assert_eq!(names(beside(" (C), 1:e vice ordförande")), [""; 0]);
        assert_eq!(names(beside(", ordförande i barnnämnden")), [""; 0]);
        assert_eq!(names(beside(" (V), tjg ers")), ["present", "substitute"]);
        assert_eq!(names(beside(", kommundirektör")), [""; 0]);
    }
}
