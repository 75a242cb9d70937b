//! Page furniture: what a page prints around the text, found by page marks and because it recurs.

use super::labels::Label;
use super::layout::{Layout, Role, Row};
use crate::analyze::Source;
use crate::cues::Classes;
use memchr::memmem;
use std::collections::HashMap;

/// How far from a page mark furniture is looked for, in lines with text.
const REACH: usize = 6;

/// Gives furniture its role; the rows that tell where a page ends or begins.
pub(super) fn mark(source: &Source, layout: &mut Layout, record: bool) -> Vec<usize> {
    if record {
        running_heads(source, layout);
    }
    let marks = page_marks(source, layout);
    for index in 0..layout.rows.len() {
        if layout.rows[index].role == Role::Text && is_stamp(layout.rows[index].text(source)) {
            layout.rows[index].role = Role::Furniture;
        }
    }
    if marks.is_empty() {
        if !record {
            recurring_heads(source, layout);
        }
        return marks;
    }
    // How often each line stands in the text, and how often on this side of a page mark: a title may
    // end one page, in the contents, and begin another. Digits do not count.
    let (mut near, mut all): (Vec<(u64, Side)>, Vec<u64>) = (Vec::new(), Vec::new());
    // On which sides of a mark each line stands.
    let mut sides = vec![[false; 2]; layout.rows.len()];
    for &mark in &marks {
        for side in [Side::Before, Side::After] {
            zone(layout, mark, side).for_each(|index| sides[index][side as usize] = true);
        }
    }
    let mut opened = [false; 1 << 12];
    // Each line's key, once it is asked for; of none it is 0.
    let mut keys = vec![0; layout.rows.len()];
    for (index, _) in sides.iter().enumerate().filter(|(_, sides)| **sides != [false; 2]) {
        let text = layout.rows[index].text(source);
        opened[opening(text)] = true;
        keys[index] = key(text);
        let [before, after] = sides[index];
        near.extend(before.then_some((keys[index], Side::Before)));
        near.extend(after.then_some((keys[index], Side::After)));
    }
    for (row, known) in layout.rows.iter().zip(&mut keys) {
        if !matches!(row.role, Role::Text | Role::Row) || row.span.len() >= 160 {
            continue;
        }
        // Few lines even begin like one that stands at a page's edge.
        let text = row.text(source);
        if *known == 0 && opened[opening(text)] {
            *known = key(text);
        }
        all.extend((*known != 0).then_some(*known));
    }
    near.sort_unstable();
    all.sort_unstable();
    let recurs = |text: &str, key: u64, side: Side| {
        if is_page_number(text) || ends_with_page(text) {
            return true;
        }
        let label = source.labels.find(text).is_some_and(|l| l != Label::Field);
        if label || text.starts_with('§') || !(text.contains(char::is_alphabetic) || text.len() >= 8) {
            return false;
        }
        let close = count(&near, &(key, side));
        close >= 2 && close * 3 >= count(&all, &key) * 2
    };
    // From each mark outwards, until a line that does not recur.
    for &mark in &marks {
        for side in [Side::Before, Side::After] {
            for index in Vec::from_iter(zone(layout, mark, side)) {
                let row = layout.rows[index];
                if settles(source, row) || !recurs(row.text(source), keys[index], side) {
                    break;
                }
                layout.rows[index].role = Role::Furniture;
            }
        }
    }
    if !record {
        recurring_heads(source, layout);
    }
    marks
}

/// How often `one` stands in a sorted list.
fn count<T: Ord>(sorted: &[T], one: &T) -> usize {
    let from = sorted.partition_point(|other| other < one);
    sorted[from..].partition_point(|other| other == one)
}

/// Where a line stands to a page mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Side {
    Before,
    After,
}

/// Minutes repeat themselves: *Nämnden noterar informationen till protokollet.* is no running head.
fn settles(source: &Source, row: Row) -> bool {
    let text = row.text(source);
    (text.ends_with('.') || text.len() > 60)
        && source.cues.within(row.span).iter().any(|c| c.has(Classes::SETTLES))
}

/// Lines that tell that a page ends or begins here.
fn page_marks(source: &Source, layout: &Layout) -> Vec<usize> {
    let mut marks = Vec::new();
    for (index, row) in layout.rows.iter().enumerate() {
        let text = row.text(source);
        let comment = row.role == Role::Markup && (text.contains("sida") || text.contains("page"));
        let number = matches!(row.role, Role::Text | Role::Row)
            && text.len() < 160
            && (is_page_number(text) || ends_with_page(text));
        if comment || number || source.lines.has_page_break(index) {
            marks.push(index);
        }
    }
    marks
}

/// The rows with text on one side of a page mark, nearest first; those after it begin with its own.
fn zone(layout: &Layout, mark: usize, side: Side) -> impl Iterator<Item = usize> + '_ {
    let fits = |i: &usize| {
        matches!(layout.rows[*i].role, Role::Text | Role::Row | Role::Furniture)
            && layout.rows[*i].span.len() < 160
    };
    let row = move |n: usize| match side {
        Side::Before => mark.checked_sub(n + 1),
        Side::After => Some(mark + n).filter(|i| *i < layout.rows.len()),
    };
    (0..3 * REACH).map_while(row).filter(fits).take(REACH)
}

/// `34 (87)`, `Sida 3 av 12`, `Sid 4`, `- 5 -`; `12 Nr 22.` in printed records.
fn is_page_number(text: &str) -> bool {
    if text.len() > 24 || !matches!(text.as_bytes().last(), Some(b'0'..=b'9' | b')' | b'.' | b'-' | 0x93)) {
        return false;
    }
    if text.len() <= 20 && text.as_bytes().windows(3).any(|three| three == b"Nr ") {
        let digits = text.replace("Nr ", "");
        return digits.contains(' ')
            && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.'));
    }
    let rest = text.trim_matches(['-', '–', ' ']);
    let rest = ["Sida", "Sid.", "Sid", "sida", "s.", "Page"]
        .iter()
        .find_map(|key| rest.strip_prefix(key))
        .unwrap_or(rest);
    let said = rest.len() < text.len();
    let mut numbers = 0;
    for part in
        rest.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/')).filter(|p| !p.is_empty())
    {
        if part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if part != "av" && part != "of" {
            return false;
        }
    }
    numbers == 2 && text.len() <= 24 && (said || text.contains('(') || text.contains(" av "))
        || (numbers == 1 && said)
}

/// A line that ends with `3 (4)` after a gap: a running head.
fn ends_with_page(text: &str) -> bool {
    let Some(rest) = text.strip_suffix(')') else { return false };
    let Some((before, last)) = rest.rsplit_once('(') else { return false };
    let digits = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let head = before.trim_end();
    let first = head.rsplit(char::is_whitespace).next().unwrap_or("");
    let gap =
        head[..head.len() - first.len()].ends_with("  ") || head[..head.len() - first.len()].ends_with('\t');
    digits(last) && digits(first) && gap
}

/// What signing services and clerks stamp on pages.
pub(super) fn is_stamp(text: &str) -> bool {
    const STAMPS: &[&str] = &[
        "Justerandes sign",
        "Justerandes signatur",
        "Justerares sign",
        "Justerares signatur",
        "Justerandes signum",
        "Utdragsbestyrkande",
        "Utdragsbestyrkning",
        "Utdragets riktighet",
        "Expedierat/bestyrkt",
        "Det här dokumentet är digitalt signerat",
        "Detta dokument är digitalt signerat",
        "Transaktionsidentitet",
        "Transaktion 09",
        "Signerat dokument",
        "Ordförandes sign",
    ];
    matches!(text.as_bytes(), [b'J' | b'U' | b'E' | b'D' | b'T' | b'S' | b'O', ..])
        && text.len() < 120
        && STAMPS.iter().any(|stamp| text.starts_with(stamp))
}

/// In printed records the running head (*Ang. skolans ledning. (Forts.)*, *Fredagen den 3 maj.*) stands
/// among the lines, without a mark: it recurs. Speakers' lines and sentences recur too.
fn running_heads(source: &Source, layout: &mut Layout) {
    let could = |text: &str| {
        let head = || {
            text.contains("dagen den ")
                || text.contains("(Forts")
                || ["Ang.", "Om "].iter().any(|start| text.starts_with(start))
        };
        text.len() < 90
            && !text.as_bytes().first().is_some_and(u8::is_ascii_lowercase)
            && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !text.ends_with(':')
            && !["Herr ", "Fru ", "Anf"].iter().any(|start| text.starts_with(start))
            && (!text.ends_with('.') || head())
    };
    let rows = layout.rows.iter().enumerate();
    let heads = rows.filter(|(_, row)| row.role == Role::Text && could(row.text(source)));
    let heads = Vec::from_iter(heads.map(|(index, row)| (key(row.text(source)), index)));
    let mut keys = Vec::from_iter(heads.iter().map(|(key, _)| *key));
    keys.sort_unstable();
    let mut seen = vec![false; keys.len()];
    for (key, index) in heads {
        let text = layout.rows[index].text(source);
        if text.contains(char::is_alphabetic) {
            let first = keys.partition_point(|k| *k < key);
            let is_first = !std::mem::replace(&mut seen[first], true);
            let continued = text.contains('(') && text.contains("(Forts");
            if !continued && keys.get(first + 2) != Some(&key) {
                continue;
            }
            // The first is the heading that the pages repeat.
            let repeated = continued || text.contains("dagen den ") || text.contains("In fidem");
            let heading = is_first && !repeated && !text.starts_with("Om ");
            // With the hour it is the day's own heading.
            let own = text.contains("Kl.")
                || text.contains(" KI. ")
                || text.contains('§')
                || text.starts_with("Återuppta")
                || text == "Ajournering";
            // Under a number it is the matter's title, however often the contents and the pages have it.
            let numbered = |i: usize| is_item_number(layout.rows[i].text(source));
            let titles = layout.previous(index).is_some_and(numbered) && !repeated;
            if !own && !heading && !titles {
                layout.rows[index].role = Role::Furniture;
            }
        }
    }
}

/// `§ 12`, `§ 12.`, `8 12` as scans have it.
fn is_item_number(text: &str) -> bool {
    let number = text.strip_prefix(['§', '8', 'S', '$']).map(|rest| rest.trim_matches([' ', '.']));
    number.is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Running heads of texts whose page marks are lost: a line with *protokoll* that stands three times or
/// more, alone.
fn recurring_heads(source: &Source, layout: &mut Layout) {
    let words = ["rotokoll", "PROTOKOLL"];
    let mut heads: Vec<(usize, u64)> = Vec::new();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for at in words.iter().flat_map(|word| memmem::find_iter(source.text.as_bytes(), word)) {
        let index = source.lines.index(at);
        let row = layout.rows[index];
        let text = row.text(source);
        if row.role == Role::Text
            && text.len() < 90
            && source.labels.find(text).is_none()
            && !settles(source, row)
        {
            heads.push((index, key(text)));
            *counts.entry(key(text)).or_default() += 1;
        }
    }
    for (index, key) in heads {
        if counts[&key] >= 3 && (layout.open_above(index) || layout.open_below(index)) {
            layout.rows[index].role = Role::Furniture;
        }
    }
}

/// Twelve bits of the line's first letters: lines of the same [`key`] have the same.
fn opening(text: &str) -> usize {
    if let [a, b, ..] = text.as_bytes()
        && a.is_ascii_alphabetic()
        && b.is_ascii_alphabetic()
    {
        return usize::from(a & 0x3F) << 6 | usize::from(b & 0x3F);
    }
    let mut letters = text.bytes().filter(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    let mut next = || usize::from(letters.next().unwrap_or(0) & 0x3F);
    next() << 6 | next()
}

/// The line's letters, hashed: page numbers, dates and spacing do not count.
fn key(text: &str) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    let mut letters = false;
    for &b in text.as_bytes().iter().filter(|b| b.is_ascii_alphabetic() || **b >= 0x80) {
        letters = true;
        hash = (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01B3);
    }
    // Lines without a letter (dates, numbers) are the same only if their length is.
    if letters { hash } else { text.len() as u64 }
}
