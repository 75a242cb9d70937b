//! Earlier items that a text leads to by day and paragraph: *Återremitterat från kommunfullmäktige den 23 mars 2023, § 25*.

use super::matters::Item;
use super::names::fold;
use super::tables::{Doc, Tables, days};
use std::collections::HashMap;

/// An earlier item, as a text tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Index of the item that tells of it.
    pub item: usize,
    /// What became of the matter there: *postponed* or *referred*.
    act: &'static str,
    day: i32,
    number: u32,
    /// The words that may name the body, folded.
    words: Box<str>,
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A text that tells of more is a list of matters.
const MOST: usize = 16;

/// What a text tells of: each day with the paragraph right behind it, or before it.
pub(super) fn read(text: &str, item: usize, act: &'static str) -> Vec<Told> {
    if !text.contains('§') {
        return Vec::new();
    }
    let lower = text.to_lowercase().replace('§', " § ");
    let marks = |c: char| matches!(c, ',' | ';' | '.' | '(' | ')' | ':');
    let words = Vec::from_iter(lower.split_whitespace().map(|word| word.trim_matches(marks)));
    let words = Vec::from_iter(words.into_iter().filter(|word| !word.is_empty()));
    let (mut told, mut named, mut from) = (Vec::new(), String::new(), 0);
    let (mut day, mut number) = (None, None);
    let mut at = 0;
    while let Some(&word) = words.get(at).filter(|_| told.len() < MOST) {
        let rest = words.get(at..).unwrap_or_default();
        if let Some((found, width)) = date(rest) {
            (day, at) = (Some(found), at + width);
        } else if word == "§" {
            number = words.get(at + 1).and_then(|word| leading(word));
            at += 2;
        } else {
            // *den* may stand between the two, and nothing else.
            if word != "den" {
                (day, number) = (None, None);
            }
            at += 1;
        }
        if let Some((of, paragraph)) = day.zip(number) {
            // *Bordlagt av nämnden den 3 maj 2023, § 4 och den 5 juni 2023, § 6*: both times there.
            let own = fold(&words.get(from..at).unwrap_or_default().join(" "));
            if named.is_empty() || names_some(&own) {
                named = own;
            }
            told.push(Told { item, act, day: of, number: paragraph, words: named.as_str().into() });
            (day, number, from) = (None, None, at);
        }
    }
    told
}

/// The day that words begin with, and how many they are: *23 mars 2023*, *2023-03-23*.
fn date(words: &[&str]) -> Option<(i32, usize)> {
    let civil = |year: &str, month: i8, day: &str| {
        jiff::civil::Date::new(year.parse().ok().filter(|year| *year > 1000)?, month, day.parse().ok()?).ok()
    };
    let of_three = || {
        let [day, month, year, ..] = words else { return None };
        let month = MONTHS.iter().position(|name| name == month)?;
        civil(year, i8::try_from(month + 1).ok()?, day).map(|date| (days(date), 3))
    };
    let of_one = || {
        let mut parts = words.first()?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        civil(year, month.parse().ok()?, day).map(|date| (days(date), 1))
    };
    of_three().or_else(of_one)
}

/// The digits that a word begins with: *25* of *25/2023*.
fn leading(word: &str) -> Option<u32> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let rest = word.get(end..).unwrap_or_default();
    word.get(..end)?.parse().ok().filter(|_| rest.is_empty() || rest.starts_with('/'))
}

/// The number of an item that is a paragraph: *25* of *§ 25*.
pub(super) fn paragraph(number: &str) -> Option<u32> {
    leading(number.trim().strip_prefix('§')?.trim_start())
}

/// The pairs of items that are one matter, by what the later one tells. The earlier one is in the minutes of that day and of
/// the body that is named, else of the same body, and was put off or sent back there.
pub(super) fn meant(tables: &Tables, items: &[Item], told: &[Told]) -> Vec<(usize, usize)> {
    let doc = |item: &Item| tables.docs.get(item.doc as usize);
    let mut at: HashMap<(u32, i32, u32), Vec<usize>> = HashMap::new();
    for one in told {
        if let Some(doc) = items.get(one.item).and_then(doc) {
            at.entry((doc.scope, one.day, one.number)).or_default();
        }
    }
    let all = if at.is_empty() { &[][..] } else { items };
    for (index, item) in all.iter().enumerate() {
        let Some(doc) = doc(item) else { continue };
        let place = doc.day.zip(item.number).and_then(|(day, number)| at.get_mut(&(doc.scope, day, number)));
        if let Some(there) = place {
            there.push(index);
        }
    }
    let mut pairs = Vec::new();
    for one in told {
        let Some(own) = items.get(one.item).and_then(doc) else { continue };
        let there = at.get(&(own.scope, one.day, one.number)).map_or(&[][..], Vec::as_slice);
        if there.len() > MOST {
            continue;
        }
        let of_body = |named: bool| {
            let fits = |&index: &usize| {
                items.get(index).and_then(doc).is_some_and(|theirs| {
                    if named { names(tables, &one.words, theirs) } else { theirs.body == own.body }
                })
            };
            Vec::from_iter(there.iter().copied().filter(fits))
        };
        let mut fits = of_body(true);
        if fits.is_empty() && !names_some(&one.words) {
            fits = of_body(false);
        }
        if let [index] = *fits.as_slice()
            && index != one.item
            && items.get(index).is_some_and(|item| item.acts.iter().any(|act| act.act == one.act))
        {
            pairs.push((one.item, index));
        }
    }
    pairs
}

/// Whether words name the body of a document.
fn names(tables: &Tables, words: &str, doc: &Doc) -> bool {
    let body = fold(tables.texts.get(doc.body));
    !body.is_empty() && words.contains(&body)
}

/// Whether words name any body.
fn names_some(words: &str) -> bool {
    BODIES.iter().any(|body| words.contains(body))
}

/// Pieces of names of bodies.
const BODIES: [&str; 6] = ["nämnd", "styrelse", "fullmäktige", "utskott", "beredning", "stämma"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_paragraphs_are_read() {
        let of = |text: &str| {
            let told = read(text, 0, "postponed");
            Vec::from_iter(
                told.into_iter()
                    .map(|one| (super::super::tables::civil(one.day).unwrap().to_string(), one.number)),
            )
        };
        assert_eq!(
            of("Bordlagt den 10 oktober 2024, § 445 och den 21 november 2024,\n§ 514."),
            [("2024-10-10".to_string(), 445), ("2024-11-21".to_string(), 514)]
        );
        assert_eq!(of("Återremitterat av nämnden § 25 den 3 mars 2023."), [("2023-03-03".to_string(), 25)]);
        assert_eq!(of("Ärendet bordlades 2023-03-03 (§25)."), [("2023-03-03".to_string(), 25)]);
        for none in [
            "Bordlagt den 10 oktober 2024.",
            "Bordlagt den 10 oktober 2024 enligt 5 kap. § 25.",
            "Bordlagt den 40 oktober 2024, § 2.",
            "Återremitterat från nämnden, § 25.",
            "Bordlagt den 10 oktober 2024, §§ 25–26.",
        ] {
            assert_eq!(of(none), [], "{none}");
        }
        assert_eq!(
            (paragraph("§ 25"), paragraph("§25/2023"), paragraph("25"), paragraph("§ A1")),
            (Some(25), Some(25), None, None)
        );
    }
}
