//! The municipality or region that a document belongs to, with its official code.
//!
//! Only page headers, the title and the first lines are asked: in running text a place is spoken about.

use super::layout::{Layout, Role};
use crate::document::{DocumentKind, Place, Span};
use crate::lexicon::sets::pages::{
    MUNICIPALITY, PLACE_AHEAD, PLACE_BEHIND, PLACE_COUNTY, PLACE_LEADS, PLACE_OWNERS, PLACE_WHOLE,
    PLACE_WHOLE_NAME,
};
use crate::scan::Source;
use crate::text::walk;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How many page headers, and how many first lines with text, are looked at.
const LINES: usize = 12;
/// A line that names the sender is no longer than this.
const SHORT: usize = 120;

/// Places by their names in lower case.
static PLACES: LazyLock<HashMap<String, Place>> = LazyLock::new(|| {
    let file = include_str!("../../lexicon/data/places.txt");
    let mut places = HashMap::with_capacity(700);
    for line in file.lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(code), Some(name)) = (fields.next(), fields.next()) else { continue };
        let place = Place { name, code };
        places.insert(name.to_lowercase(), place);
        for other in fields.flat_map(|forms| forms.split("; ")) {
            places.insert(other.to_string(), place);
        }
    }
    places
});

/// The place that page headers and title agree on; where they name none, the first lines.
pub(super) fn find(
    source: &Source,
    layout: &Layout,
    title: Option<Span>,
    kind: DocumentKind,
) -> Option<Place> {
    // The Riksdag speaks about places.
    if kind == DocumentKind::Record {
        return None;
    }
    let rows =
        |role: Role| layout.rows.iter().filter(move |row| row.role == role).map(|row| row.span).take(LINES);
    // News tell in their titles of places that others write about.
    let title = title.filter(|_| !matches!(kind, DocumentKind::News | DocumentKind::Blog));
    match agreed(source, rows(Role::Furniture).chain(title)) {
        Agreed::None => {
            let first =
                layout.rows.iter().filter(|row| !row.is_blank() && row.role != Role::Markup).take(LINES);
            let first = first.filter(|row| matches!(row.role, Role::Text | Role::Row)).map(|row| row.span);
            match agreed(source, first) {
                Agreed::On(place) => Some(place),
                _ => None,
            }
        }
        Agreed::On(place) => Some(place),
        Agreed::Two => None,
    }
}

enum Agreed {
    None,
    On(Place),
    Two,
}

fn agreed<'t>(source: &Source<'t>, spans: impl Iterator<Item = Span>) -> Agreed {
    let mut agreed = Agreed::None;
    // Every page has the same header.
    let mut seen: Vec<&'t str> = Vec::new();
    let texts = spans.filter(|span| span.len() < SHORT).map(|span| span.of(source.text));
    for text in texts.filter(|text| may_name(text)) {
        // Columns and cells stand on their own.
        for part in text.split(['\t', '|']).flat_map(|part| part.split("  ")).map(str::trim) {
            if seen.contains(&part) || !may_name(part) {
                continue;
            }
            seen.push(part);
            match (in_part(part), &agreed) {
                (Some(place), Agreed::None) => agreed = Agreed::On(place),
                (Some(place), Agreed::On(one)) if place != *one => return Agreed::Two,
                _ => {}
            }
        }
    }
    agreed
}

/// Whether a word of [`in_part`] may be in `text`: *kommun, stad, region, landsting*.
fn may_name(text: &str) -> bool {
    let is = |four: &[u8]| {
        let four = four.try_into().map_or(0, u32::from_le_bytes) | 0x2020_2020;
        [b"komm", b"stad", b"regi", b"land"]
            .iter()
            .fold(false, |is, of| is | (four == u32::from_le_bytes(**of)))
    };
    text.as_bytes().windows(4).any(is)
}

/// The place that a header, a title or a line of its own names as the one it belongs to: at its beginning or
/// its end, and not as who does or gets something.
fn in_part(part: &str) -> Option<Place> {
    if part.ends_with('.') {
        return None;
    }
    let words = Vec::from_iter(part.split_whitespace());
    // A blank may be lost or doubled; parts of a name are at most four words.
    words.iter().enumerate().find_map(|(i, word)| {
        let word = bare(word);
        let first = |words: &[&str]| words.iter().any(|w| walk::same_word(word, w));
        let (place, from, to) = match word.as_bytes().first()? {
            b'k' | b'K' | b's' | b'S' if first(PLACE_BEHIND) => (1..=2).rev().find_map(|n| {
                let from = i.checked_sub(n)?;
                let name = words[from..i].join(" ") + MUNICIPALITY;
                Some((named(&name)?, from, i))
            })?,
            b'r' | b'R' | b'l' | b'L' if first(PLACE_AHEAD) => (1..=3).rev().find_map(|n| {
                let to = Some(i + n).filter(|&to| to < words.len())?;
                Some((named(&words[i..=to].join(" "))?, i, to))
            })?,
            b'g' | b'G' if first(PLACE_WHOLE) => {
                (PLACES.get(PLACE_WHOLE_NAME).copied()?, i.checked_sub(1)?, i)
            }
            b'l' | b'L' if first(PLACE_COUNTY) => {
                let from = i.checked_sub(2)?;
                (named(&words[from..=i].join(" "))?, from, i)
            }
            _ => return None,
        };
        owns(&words, from, to).then_some(place)
    })
}

/// Whether the words `from..=to` say whose the whole is.
fn owns(words: &[&str], from: usize, to: usize) -> bool {
    if !walk::is_capitalised(words[from]) {
        return false;
    }
    let at_end = to + 1 == words.len();
    if from == 0 {
        let owner = PLACE_OWNERS.iter().any(|w| walk::same_word(bare(words[to]), w));
        let parted = words[to].ends_with([',', ':', ';', '-', '–']);
        // "Malmö stad får pengar"
        return at_end || owner || parted || words[to + 1].starts_with(|c: char| !c.is_lowercase());
    }
    let before = words[from - 1];
    let of = PLACE_LEADS.iter().any(|w| walk::same_word(before, w));
    at_end
        && (of || before.ends_with([',', ':', '-', '–', '|']) || (from == 1 && walk::is_capitalised(before)))
}

/// The place of this name, whatever its case, also in the genitive.
fn named(name: &str) -> Option<Place> {
    let name = bare(name).to_lowercase();
    let place = PLACES.get(&name).or_else(|| PLACES.get(name.strip_suffix('s')?));
    place.copied()
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(part: &str) -> Option<&'static str> {
        in_part(part).map(|place| place.code)
    }

    #[test]
    fn the_file_has_them_all() {
        let codes = |len: usize| {
            let mut all = Vec::from_iter(PLACES.values().map(|p| p.code).filter(|c| c.len() == len));
            all.sort_unstable();
            all.dedup();
            all.len()
        };
        assert_eq!((codes(4), codes(2)), (290, 21));
    }

    #[test]
    fn names_of_owners() {
        assert_eq!(code("KUNGSBACKA KOMMUN"), Some("1384"));
        assert_eq!(code("Göteborgs Stad"), Some("1480"));
        assert_eq!(code("Göteborgs Stad Kommunfullmäktige, protokoll"), Some("1480"));
        assert_eq!(code("Göteborgs Stads riktlinje för resor"), Some("1480"));
        assert_eq!(code("Borås stad"), Some("1490"));
        assert_eq!(code("Socialnämnden i Upplands Väsby kommun"), Some("0114"));
        assert_eq!(code("Policy för Östra Göinge kommun"), Some("1256"));
        assert_eq!(code("Region Skåne"), Some("12"));
        assert_eq!(code("Region Jämtland Härjedalen"), Some("23"));
        assert_eq!(code("Regionstyrelsen, Västra Götalandsregionen"), Some("14"));
        assert_eq!(code("Stockholms läns landsting"), Some("01"));
        assert_eq!(code("Landstinget i Kalmar län"), Some("08"));
    }

    #[test]
    fn places_that_are_spoken_about() {
        for part in [
            "Malmö stad får pengar till sjukvård",
            "Uppdrag till Malmö stad",
            "Vi bor i Kungsbacka kommun.",
            "Sundby kommun",
            "Din kommun",
            "kommun",
            "Region",
            "Region Atlantis",
            "Götalandsregionen",
        ] {
            assert_eq!(code(part), None, "{part}");
        }
    }
}
