//! Page furniture: what a page prints around the text, found by page marks and because it recurs.

use super::layout::{Layout, Role, Row};
use super::line_tests::{is_body_name, is_dotted_day};
use super::recurring::{EDGES, Recurring, Side, Zones, count, edges, key};
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::pages::{
    ADJOURNED, CONTINUED, HOURS, IN_FAITH, ISSUE, MARKUP_WORDS, OWN_PAPERS, PAGE_OF, PAGE_OF_APART,
    PAGE_WORDS, PROTOCOLS, RESUMED, RUNNING, RUNNING_ABOUT, SPEAKER_OPENS, STAMPS, WEEKDAY,
};
use crate::scan::Source;
use crate::text::walk;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// So many pages have their numbers at least, where those stand alone.
const LONE: usize = 3;

/// Gives furniture its role; the rows that tell where a page ends or begins. `named` are the places of
/// *protokoll*, which a record does not need.
pub(super) fn mark(source: &Source, layout: &mut Layout, record: bool, named: &[usize]) -> Vec<usize> {
    if record {
        running_heads(source, layout);
    } else {
        lone_numbers(source, layout);
    }
    let marks = Marks::of(source, layout);
    if !marks.rows.is_empty() {
        page_heads(source, layout, &marks);
    }
    if !record {
        broken_heads(source, layout);
        recurring_heads(source, layout, named);
    }
    marks.rows
}

/// So many lines stand in a head above the word for a page.
const HEAD: usize = 5;

/// *Protokoll⏎Välfärdsnämnden⏎⏎41 §⏎⏎15.09.2022⏎⏎Sida⏎3*: the head of a page whose pieces stand on lines of their own.
fn broken_heads(source: &Source, layout: &mut Layout) {
    let word = |row: &Row| row.role == Role::Text && PAGE_WORDS.iter().any(|word| row.text(source) == *word);
    for index in 0..layout.rows.len() {
        if !word(&layout.rows[index]) {
            continue;
        }
        let number = layout.rows.get(index + 1).map_or("", |row| row.text(source));
        if number.is_empty() || number.len() > 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let above = (0..index).rev().filter(|&i| !layout.rows[i].is_blank()).take(HEAD);
        let head = Vec::from_iter(above.take_while(|&i| is_piece_of_head(source, &layout.rows[i])));
        // Without a day the lines above may be the text's.
        if head.iter().any(|&i| is_dotted_day(layout.rows[i].text(source))) {
            for row in head.into_iter().chain([index, index + 1]) {
                layout.rows[row].role = Role::Furniture;
            }
        }
    }
}

/// A day, the number of an item, a word for minutes or agendas, or a body's name.
fn is_piece_of_head(source: &Source, row: &Row) -> bool {
    let text = row.text(source);
    row.role == Role::Text
        && row.span.len() <= 60
        && (is_dotted_day(text)
            || text.trim_matches(|c: char| c.is_ascii_digit() || c == ' ') == "§"
            || OWN_PAPERS.iter().any(|paper| walk::same_word(text, paper))
            || is_body_name(source, row.span))
}

/// Numbers alone on the first or last line of a page, which rise by one from page to page, are the pages' own.
fn lone_numbers(source: &Source, layout: &mut Layout) {
    let breaks = Vec::from_iter(source.lines.page_breaks().filter(|&line| line > 0));
    if breaks.len() + 1 < LONE {
        return;
    }
    let starts = std::iter::once(0).chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([layout.rows.len()]);
    let pages = Vec::from_iter(starts.zip(ends));
    let is_text = |row: &usize| !layout.rows[*row].is_blank();
    let number = |row: usize| {
        let row = &layout.rows[row];
        let text = row.text(source);
        let is_number = row.role == Role::Text && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<i64>().ok().filter(|_| is_number)
    };
    let mut found = Vec::new();
    for last in [false, true] {
        let edge = |from: usize, to: usize| {
            let mut rows = from..to;
            if last { rows.rev().find(is_text) } else { rows.find(is_text) }
        };
        let own = pages.iter().enumerate().filter_map(|(page, &(from, to))| {
            let row = edge(from, to)?;
            Some((number(row)? - page as i64, row))
        });
        let mut own = Vec::from_iter(own);
        own.sort_unstable();
        let alike = own.chunk_by(|a, b| a.0 == b.0).max_by_key(|alike| alike.len()).unwrap_or_default();
        if alike.len() >= LONE && alike.len() * 3 >= pages.len() {
            found.extend(alike.iter().map(|(_, row)| *row));
        }
    }
    for row in found {
        layout.rows[row].role = Role::Furniture;
    }
}

/// What recurs at the edges of pages.
fn page_heads(source: &Source, layout: &mut Layout, marks: &Marks) {
    let zones = Zones::of(layout);
    let recurring = Recurring::of(source, layout, &zones, &marks.rows);
    let recurs = |row: &Row| {
        let text = row.text(source);
        let label = source.labels.find(text).is_some_and(|l| l != Label::Field);
        // What the file sets in large type is no running head: those it has on most pages are not said to be large.
        let large = layout.large.contains_key(&source.lines.index(row.span.start as usize));
        !label && !large && !text.starts_with('§') && (text.contains(char::is_alphabetic) || text.len() >= 8)
    };
    // From each mark outwards, until a line that does not recur.
    for &mark in &marks.rows {
        for side in [Side::Before, Side::After] {
            let recurs = |&index: &usize| {
                let row = layout.rows[index];
                (marks.tells[index] || recurring.has(index, side) && recurs(&row)) && !settles(source, row)
            };
            for index in Vec::from_iter(zones.around(mark, side).take_while(recurs)) {
                layout.rows[index].role = Role::Furniture;
            }
        }
    }
}

/// Minutes repeat themselves: *Nämnden noterar informationen till protokollet.* is no running head.
fn settles(source: &Source, row: Row) -> bool {
    let text = row.text(source);
    (text.ends_with('.') || text.len() > 60)
        && source.cues.within(row.span).iter().any(|c| c.has(Classes::SETTLES))
}

/// Lines that tell that a page ends or begins.
struct Marks {
    rows: Vec<usize>,
    /// Of each row, whether it is a line with a page's number.
    tells: Vec<bool>,
}

impl Marks {
    /// Stamps get their role on the way.
    fn of(source: &Source, layout: &mut Layout) -> Marks {
        let mut marks = Marks { rows: Vec::new(), tells: vec![false; layout.rows.len()] };
        marks.rows.extend(source.lines.page_breaks());
        for (index, row) in layout.rows.iter_mut().enumerate().filter(|(_, row)| !row.is_blank()) {
            let tells = match row.role {
                Role::Markup => MARKUP_WORDS.iter().any(|word| row.text(source).contains(word)),
                Role::Text | Role::Row | Role::Furniture => tells_page(source, row),
                _ => false,
            };
            if tells {
                marks.tells[index] = true;
                marks.rows.extend((row.role != Role::Furniture).then_some(index));
            }
            if row.role == Role::Text && may_stamp(row.bytes(source)) && is_stamp(row.text(source)) {
                row.role = Role::Furniture;
            }
        }
        marks.rows.sort_unstable();
        marks.rows.dedup();
        marks
    }
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

/// `34 (87)`, `Sida 3 av 12`, `Sid 4`, `- 5 -`; `12 Nr 22.` in printed records.
fn is_page_number(text: &str) -> bool {
    // It begins with a figure, a mark or a word known here.
    let begins = match text.as_bytes() {
        [first, ..] if !first.is_ascii_alphabetic() => true,
        [b'S' | b's', b'i' | b'.', ..] | [b'P', b'a', ..] | [b'N', b'r', ..] => true,
        [b'a', b'v', ..] | [b'o', b'f', ..] => true,
        _ => false,
    };
    if !begins {
        return false;
    }
    if text.len() <= 20 && text.bytes().any(|b| b == b'N') && text.contains(ISSUE) {
        let digits = text.replace(ISSUE, "");
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
    let rest = PAGE_WORDS.iter().find_map(|key| rest.strip_prefix(key)).unwrap_or(rest);
    let said = rest.len() < text.len();
    let mut numbers = 0;
    for part in
        rest.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/')).filter(|p| !p.is_empty())
    {
        if part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()) {
            numbers += 1;
        } else if !PAGE_OF.contains(&part) {
            return false;
        }
    }
    numbers == 2 && (said || text.contains('(') || text.contains(PAGE_OF_APART)) || (numbers == 1 && said)
}

/// A line that ends with `3 (4)` after a gap: a running head.
fn ends_with_page(text: &str) -> bool {
    let Some(rest) = text.strip_suffix(')').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
    else {
        return false;
    };
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
    text.len() < 120 && STAMPS.iter().any(|stamp| text.starts_with(stamp))
}

/// Whether a stamp begins as the line does.
fn may_stamp(line: &[u8]) -> bool {
    matches!(
        line,
        [b'J', b'u', ..]
            | [b'U', b't', ..]
            | [b'E', b'x', ..]
            | [b'D', b'e', b't', ..]
            | [b'T', b'r', ..]
            | [b'S', b'i', ..]
            | [b'O', b'r', ..]
    )
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
            RUNNING.iter().any(|start| text.starts_with(start))
                || text.contains('(') && text.contains(CONTINUED)
                || text.contains(WEEKDAY)
        };
        text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !SPEAKER_OPENS.iter().any(|start| text.starts_with(start))
            && (row.last != b'.' || head())
    };
    // How many lines have these edges, as far as three: nearly all are told by it to stand alone, and need no key.
    let mut counts = [0u8; EDGES];
    let mut heads = Vec::new();
    for (index, row) in layout.rows.iter().enumerate().filter(|(_, row)| could(row)) {
        let edges = edges(row.bytes(source));
        counts[edges] = (counts[edges] + 1).min(3);
        heads.push((index, edges));
    }
    let recurs = |&(index, edges): &(usize, usize)| {
        (counts[edges] == 3).then(|| key(layout.rows[index].bytes(source)))
    };
    let heads = Vec::from_iter(heads.iter().map(|head| (recurs(head), head.0)));
    let mut keys = Vec::from_iter(heads.iter().filter_map(|(key, _)| *key));
    keys.sort_unstable();
    let mut seen = vec![false; keys.len()];
    for (key, index) in heads {
        let text = layout.rows[index].text(source);
        if text.contains(char::is_alphabetic) {
            let first = key.map(|key| keys.partition_point(|k| *k < key));
            let is_first = first.is_some_and(|first| !std::mem::replace(&mut seen[first], true));
            let continued = text.contains('(') && text.contains(CONTINUED);
            if !continued && first.is_none_or(|first| keys.get(first + 2) != Some(&keys[first])) {
                continue;
            }
            // The first is the heading that the pages repeat.
            let repeated = continued || text.contains(WEEKDAY) || text.contains(IN_FAITH);
            let heading = is_first && !repeated && !text.starts_with(RUNNING_ABOUT);
            // With the hour it is the day's own heading.
            let own = HOURS.iter().any(|hour| text.contains(hour))
                || text.contains('§')
                || text.starts_with(RESUMED)
                || text == ADJOURNED;
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

/// Where *protokoll* stands, also as a part of a word, and after that where it stands in capitals.
pub(super) fn named_protocol(text: &str) -> Vec<usize> {
    static WORDS: LazyLock<Vec<Finder>> = LazyLock::new(|| Vec::from_iter(PROTOCOLS.iter().map(Finder::new)));
    WORDS.iter().flat_map(|word| word.find_iter(text.as_bytes())).collect()
}

/// Running heads of texts whose page marks are lost: a line with *protokoll* that stands three times or
/// more, alone.
fn recurring_heads(source: &Source, layout: &mut Layout, named: &[usize]) {
    let mut heads: Vec<(usize, u64)> = Vec::new();
    for &at in named {
        let index = source.lines.index(at);
        let row = layout.rows[index];
        let text = row.text(source);
        if row.role == Role::Text
            && text.len() < 90
            && source.labels.find(text).is_none()
            && !settles(source, row)
        {
            heads.push((index, key(text.as_bytes())));
        }
    }
    let mut keys = Vec::from_iter(heads.iter().map(|(_, key)| *key));
    keys.sort_unstable();
    for (index, key) in heads {
        if count(&keys, key) >= 3 && (layout.open_above(index) || layout.open_below(index)) {
            layout.rows[index].role = Role::Furniture;
        }
    }
}
