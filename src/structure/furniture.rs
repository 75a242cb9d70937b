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
    if !marks.is_empty() {
        page_heads(source, layout, &marks);
    }
    if !record {
        recurring_heads(source, layout);
    }
    marks
}

/// What recurs at the edges of pages.
fn page_heads(source: &Source, layout: &mut Layout, marks: &[usize]) {
    // On which sides of a mark each line stands.
    let mut sides = vec![[false; 2]; layout.rows.len()];
    for &mark in marks {
        for side in [Side::Before, Side::After] {
            zone(layout, mark, side).for_each(|index| sides[index][side as usize] = true);
        }
    }
    // How many lines with these edges stand on either side of a mark, as far as two: nearly all others are told
    // by it not to recur, and need no key.
    let mut edges = vec![0; layout.rows.len()];
    let mut counts = [[0u8; 2]; EDGES];
    for ((row, edge), sides) in layout.rows.iter().zip(&mut edges).zip(&sides) {
        if may_recur(row) {
            *edge = self::edges(row.text(source));
            let [before, after] = &mut counts[*edge];
            *before = (*before + u8::from(sides[0])).min(2);
            *after = (*after + u8::from(sides[1])).min(2);
        }
    }
    // How often each line stands in the text, and how often on this side of a page mark: a title may
    // end one page, in the contents, and begin another. Digits do not count.
    let (mut near, mut all): (Vec<(u64, Side)>, Vec<u64>) = (Vec::new(), Vec::new());
    // The key of each line that may recur; of others it is 0.
    let mut keys = vec![0; layout.rows.len()];
    for (index, row) in layout.rows.iter().enumerate() {
        if may_recur(row) && counts[edges[index]].contains(&2) {
            let key = key(row.text(source));
            let [before, after] = sides[index];
            near.extend(before.then_some((key, Side::Before)));
            near.extend(after.then_some((key, Side::After)));
            all.extend((row.role != Role::Furniture).then_some(key));
            keys[index] = key;
        }
    }
    near.sort_unstable();
    all.sort_unstable();
    let recurs = |close: &&[(u64, Side)]| close.len() >= 2 && close.len() * 3 >= count(&all, close[0].0) * 2;
    let recurring = Vec::from_iter(near.chunk_by(|a, b| a == b).filter(recurs).map(|close| close[0]));
    let recurs = |row: &Row, key: u64, side: Side| {
        if tells_page(source, row) {
            return true;
        }
        if key == 0 || recurring.binary_search(&(key, side)).is_err() {
            return false;
        }
        let text = row.text(source);
        let label = source.labels.find(text).is_some_and(|l| l != Label::Field);
        !label && !text.starts_with('§') && (text.contains(char::is_alphabetic) || text.len() >= 8)
    };
    // From each mark outwards, until a line that does not recur.
    for &mark in marks {
        for side in [Side::Before, Side::After] {
            let recurs = |&index: &usize| {
                let row = layout.rows[index];
                recurs(&row, keys[index], side) && !settles(source, row)
            };
            for index in Vec::from_iter(zone(layout, mark, side).take_while(recurs)) {
                layout.rows[index].role = Role::Furniture;
            }
        }
    }
}

/// Whether a line may be one that pages repeat.
fn may_recur(row: &Row) -> bool {
    matches!(row.role, Role::Text | Role::Row | Role::Furniture) && row.span.len() < 160
}

/// How often `key` stands in a sorted list.
fn count(sorted: &[u64], key: u64) -> usize {
    let from = sorted.partition_point(|other| *other < key);
    sorted[from..].iter().take_while(|other| **other == key).count()
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

/// Lines that tell that a page ends or begins here. Stamps get their role on the way.
fn page_marks(source: &Source, layout: &mut Layout) -> Vec<usize> {
    let mut marks = Vec::new();
    for (index, row) in layout.rows.iter_mut().enumerate() {
        let tells = match row.role {
            Role::Markup => ["sida", "page"].iter().any(|word| row.text(source).contains(word)),
            Role::Text | Role::Row => tells_page(source, row),
            _ => false,
        };
        if tells || source.lines.has_page_break(index) {
            marks.push(index);
        }
        if row.role == Role::Text && may_stamp(row.first) && is_stamp(row.text(source)) {
            row.role = Role::Furniture;
        }
    }
    marks
}

/// Whether a line holds a page's number, or ends with it.
fn tells_page(source: &Source, row: &Row) -> bool {
    // Most lines are thrown out by how they end.
    if !matches!(row.last, b'0'..=b'9' | b')' | b'.' | b'-' | 0x93) || row.span.len() >= 160 {
        return false;
    }
    let text = row.text(source);
    text.len() <= 24 && is_page_number(text) || row.last == b')' && ends_with_page(text)
}

/// The rows with text on one side of a page mark, nearest first; those after it begin with its own.
fn zone(layout: &Layout, mark: usize, side: Side) -> impl Iterator<Item = usize> + '_ {
    let fits = |i: &usize| may_recur(&layout.rows[*i]);
    let row = move |n: usize| match side {
        Side::Before => mark.checked_sub(n + 1),
        Side::After => Some(mark + n).filter(|i| *i < layout.rows.len()),
    };
    (0..3 * REACH).map_while(row).filter(fits).take(REACH)
}

/// `34 (87)`, `Sida 3 av 12`, `Sid 4`, `- 5 -`; `12 Nr 22.` in printed records.
fn is_page_number(text: &str) -> bool {
    // It begins with a figure, a mark or a word known here.
    let begins =
        |first: &u8| !first.is_ascii_alphabetic() || matches!(first, b'S' | b's' | b'P' | b'N' | b'a' | b'o');
    if !text.as_bytes().first().is_some_and(begins) {
        return false;
    }
    if text.len() <= 20 && text.bytes().any(|b| b == b'N') && text.contains("Nr ") {
        let digits = text.replace("Nr ", "");
        return digits.contains(' ')
            && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.'));
    }
    // Between figures there must be something: `3 (4)`, `3 av 4`.
    if let [b'0'..=b'9', between @ .., b'0'..=b'9'] = text.as_bytes()
        && !between.iter().any(|b| matches!(b, b'(' | b'a'))
    {
        return false;
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
    numbers == 2 && (said || text.contains('(') || text.contains(" av ")) || (numbers == 1 && said)
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
    text.len() < 120 && STAMPS.iter().any(|stamp| text.starts_with(stamp))
}

/// Whether a stamp begins so.
fn may_stamp(first: u8) -> bool {
    matches!(first, b'J' | b'U' | b'E' | b'D' | b'T' | b'S' | b'O')
}

/// In printed records the running head (*Ang. skolans ledning. (Forts.)*, *Fredagen den 3 maj.*) stands
/// among the lines, without a mark: it recurs. Speakers' lines and sentences recur too.
fn running_heads(source: &Source, layout: &mut Layout) {
    let could = |row: &Row| {
        if row.role != Role::Text
            || row.span.len() >= 90
            || row.last == b':'
            || row.first.is_ascii() && !(row.first.is_ascii_uppercase() || row.first.is_ascii_digit())
        {
            return false;
        }
        let text = row.text(source);
        let head = || {
            ["Ang.", "Om "].iter().any(|start| text.starts_with(start))
                || text.contains('(') && text.contains("(Forts")
                || text.contains("dagen den ")
        };
        text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !["Herr ", "Fru ", "Anf"].iter().any(|start| text.starts_with(start))
            && (row.last != b'.' || head())
    };
    // How many lines have these edges, as far as three: nearly all are told by it to stand alone, and need no key.
    let mut counts = [0u8; EDGES];
    let mut heads = Vec::new();
    for (index, row) in layout.rows.iter().enumerate().filter(|(_, row)| could(row)) {
        let edges = edges(row.text(source));
        counts[edges] = (counts[edges] + 1).min(3);
        heads.push((index, edges));
    }
    let recurs =
        |&(index, edges): &(usize, usize)| (counts[edges] == 3).then(|| key(layout.rows[index].text(source)));
    let heads = Vec::from_iter(heads.iter().map(|head| (recurs(head), head.0)));
    let mut keys = Vec::from_iter(heads.iter().filter_map(|(key, _)| *key));
    keys.sort_unstable();
    let mut seen = vec![false; keys.len()];
    for (key, index) in heads {
        let text = layout.rows[index].text(source);
        if text.contains(char::is_alphabetic) {
            let first = key.map(|key| keys.partition_point(|k| *k < key));
            let is_first = first.is_some_and(|first| !std::mem::replace(&mut seen[first], true));
            let continued = text.contains('(') && text.contains("(Forts");
            if !continued && first.is_none_or(|first| keys.get(first + 2) != Some(&keys[first])) {
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

/// How many kinds of [`edges`] are told apart.
const EDGES: usize = 1 << 14;

/// The line's first two and last two letters, hashed: lines of the same [`key`] have the same.
fn edges(text: &str) -> usize {
    fn two<'b>(bytes: impl Iterator<Item = &'b u8>) -> u32 {
        let mut letters = bytes.filter(|b| b.is_ascii_alphabetic() || **b >= 0x80);
        let mut next = || letters.next().map_or(0, |&b| u32::from(b));
        next() << 8 | next()
    }
    let ends = two(text.as_bytes().iter()) << 16 | two(text.as_bytes().iter().rev());
    (ends.wrapping_mul(0x9E37_79B1) >> 18) as usize
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
