//! The table of contents: lines that end with a page number, under *Innehåll* or in a run of their own.

use super::case;
use super::judge::key_of;
use super::layout::{Layout, Role, Row};
use super::line_tests::{is_field, is_sentence};
use super::numbering::{self, Sort};
use super::rules;
use crate::document::{Heading, Span, TocEntry};
use crate::lexicon::labels::Labels;
use crate::lexicon::sets::structure::{AGENDAS, CONTENTS};
use crate::scan::Source;
use crate::text::walk;
use std::collections::HashMap;

/// An entry breaks over at most this many lines.
const LINES: usize = 6;

/// Marks the rows of the contents and gives their entries, whose headings are not yet known.
pub(super) fn find(source: &Source, layout: &mut Layout) -> Vec<TocEntry> {
    let mut entries = Vec::new();
    let (mut index, mut numbered) = (0, 0);
    // The last row of each title, counted when the first contents without pages ask.
    let mut last = None;
    while let Some(row) = layout.rows.get(index) {
        let named = may_be_name(row.first)
            && matches!(row.role, Role::Text | Role::Bold | Role::Marked(_))
            && is_name(row.text(source));
        // Entries end with a page's number: all is passed over up to the next line that does.
        if numbered <= index {
            let ends = |row: &Row| row.last.is_ascii_digit() && page(source, row, None).is_some();
            let below = layout.rows[index..].iter().position(ends);
            numbered = below.map_or(layout.rows.len(), |n| index + n);
        }
        if !named && (index + LINES <= numbered || !is_text(layout, index)) {
            // Far above that line only the name of the contents matters.
            index += 1;
            let far = layout.rows.get(index..numbered.saturating_sub(LINES)).unwrap_or_default();
            index += far.iter().take_while(|row| !may_be_name(row.first)).count();
            continue;
        }
        let from = if named { index + 1 } else { index };
        let (mut found, mut end) = run(source, layout, from, named);
        if found.is_empty() && named {
            let surely = self::named(layout.rows[index].text(source)) == Some(true);
            (found, end) = without_pages(source, layout, from, surely, &mut last);
        }
        // Without its name, a run must be long and led by dots or numbers: tables end with numbers too.
        let sure = named || (found.len() >= 3 && led(source, layout, from, end));
        if found.is_empty() || !sure {
            // A long run that is no contents is none further on either.
            index = if found.len() >= 3 { end } else { index + 1 };
            continue;
        }
        for row in &mut layout.rows[from..end] {
            if matches!(row.role, Role::Text | Role::Row | Role::Bold | Role::Item) {
                row.role = Role::Toc;
            }
        }
        entries.extend(found);
        index = end.max(index + 1);
    }
    entries
}

/// *Innehåll* and its kin.
pub(super) fn is_name(text: &str) -> bool {
    named(text).is_some()
}

/// Whether a line names a table of contents surely, as *Innehåll* does, or perhaps only an agenda; `None` if it does
/// neither.
fn named(text: &str) -> Option<bool> {
    if !text.as_bytes().first().is_some_and(|&first| may_be_name(first)) {
        return None;
    }
    let text = text.trim_end_matches(':');
    let among = |names: &[&str]| names.iter().any(|name| walk::same_word(text, name));
    if text.len() >= 40 {
        None
    } else if among(CONTENTS) {
        Some(true)
    } else {
        among(AGENDAS).then_some(false)
    }
}

/// Whether one of the names begins so.
fn may_be_name(first: u8) -> bool {
    matches!(first, b'I' | b'i' | b'D' | b'd' | b'F' | b'f' | b'P' | b'p' | 0xC3)
}

/// Whether the row and the two lines of text below end with page numbers that rise behind one blank.
fn begins_run(source: &Source, layout: &Layout, row: usize) -> bool {
    let (mut last, mut at) = (0, row);
    for _ in 0..3 {
        let Some(next) = next_text(layout, at) else { return false };
        match page(source, &layout.rows[next], Some(last)) {
            Some((_, page)) if page >= last => last = page,
            _ => return false,
        }
        at = next + 1;
    }
    true
}

/// The entries from row `from` on, and the row after the last of them.
fn run(source: &Source, layout: &Layout, from: usize, named: bool) -> (Vec<TocEntry>, usize) {
    let (mut entries, mut end, mut index, mut last_page) = (Vec::new(), from, from, 0);
    // The row of a number that stands alone above its title: *2⏎⏎Lagtext .... 4*.
    let mut number: Option<usize> = None;
    while let Some(start) = next_text(layout, index) {
        // A paragraph of the contents holds whole entries, each of one line or more.
        let (mut first, mut at, before) = (number.take().unwrap_or(start), start, entries.len());
        while is_text(layout, at) && at - first < LINES {
            let tight = named.then_some(last_page).filter(|&p| p > 0 || begins_run(source, layout, at));
            if let Some((title_end, page)) = page(source, &layout.rows[at], tight) {
                if page + 2 < last_page {
                    break;
                }
                last_page = page;
                let span = Span { start: layout.rows[first].span.start, end: layout.rows[at].span.end };
                entries.push(entry(source, span, title_end, Some(page)));
                first = at + 1;
            } else if let Some(title_end) = front_page(source, &layout.rows[at], named) {
                let span = Span { start: layout.rows[first].span.start, end: layout.rows[at].span.end };
                entries.push(entry(source, span, title_end, None));
                first = at + 1;
            }
            at += 1;
        }
        if entries.len() == before {
            let alone = |text: &str| numbering::read(text).is_some_and(|n| n.width >= text.len());
            if named && at == start + 1 && first == start && alone(layout.rows[start].text(source)) {
                number = Some(start);
                index = at;
                continue;
            }
            break;
        }
        end = first;
        if first < at || is_text(layout, at) {
            break;
        }
        index = at;
    }
    (entries, end)
}

/// Entries are no longer than this, in bytes, where no page follows on their line.
const TITLE: usize = 160;
/// A table of contents has no more entries.
const MOST: usize = 400;

/// The entries from row `from` on where no pages stand on their lines: short lines up to the first that reads like prose, or
/// that stood among them before. `surely` if their name is that of contents; else some must recur below.
fn without_pages(
    source: &Source,
    layout: &Layout,
    from: usize,
    surely: bool,
    last: &mut Option<HashMap<u64, usize>>,
) -> (Vec<TocEntry>, usize) {
    let (mut rows, mut keys, mut at): (Vec<(usize, usize)>, Vec<u64>, _) = (Vec::new(), Vec::new(), from);
    // A page's number may stand on a line of its own, below its title or in a column beside them.
    let mut pages: HashMap<usize, u32> = HashMap::new();
    let mut last_page = 0;
    while let Some(row) = next_text(layout, at).filter(|_| rows.len() < MOST) {
        let text = layout.rows[row].text(source);
        if surely
            && text.len() <= 3
            && let Ok(page) = text.parse()
            && let Some(entry) = rows.last()
        {
            if page >= last_page && at == entry.1 + 1 {
                pages.insert(rows.len() - 1, page);
                last_page = page;
            }
            at = row + 1;
            continue;
        }
        let ends = text.len() > TITLE
            || is_sentence(text)
            || text.ends_with([':', ';'])
            || is_field(text) && numbering::read(text).is_none()
            || named(text).is_some()
            || !text.contains(char::is_alphabetic);
        let key = title_key(text);
        if ends || keys.contains(&key) {
            break;
        }
        match rows.last_mut() {
            // A title that was broken.
            Some(entry) if entry.1 + 1 == row && goes_on(layout.rows[entry.1].text(source), text) => {
                entry.1 = row
            }
            _ => {
                rows.push((row, row));
                keys.push(key);
            }
        }
        at = row + 1;
    }
    if keys.len() < 2 {
        return (Vec::new(), from);
    }
    let last = last.get_or_insert_with(|| {
        let rows = layout.rows.iter().enumerate();
        let short = rows.filter(|(_, row)| {
            !matches!(row.role, Role::Furniture | Role::Frame) && (3..TITLE).contains(&row.span.len())
        });
        short.map(|(index, row)| (title_key(row.text(source)), index)).collect()
    });
    let recur = keys.iter().filter(|key| last.get(key).is_some_and(|&row| row >= at)).count();
    let enough = if surely {
        keys.len() >= 3 && (recur > 0 || keys.len() >= 5)
    } else {
        keys.len() >= 2 && recur >= 2
    };
    if !enough {
        return (Vec::new(), from);
    }
    let entries = rows.into_iter().enumerate().map(|(at, (first, last))| {
        let span = layout.span(first, last);
        entry(source, span, span.end as usize, pages.get(&at).copied())
    });
    (entries.collect(), at)
}

/// Whether an entry whose first line is `above` goes on with `text`: in small letters, or behind a number alone.
fn goes_on(above: &str, text: &str) -> bool {
    let alone = numbering::read(above).is_some_and(|n| n.width >= above.len());
    text.starts_with(char::is_lowercase) || alone && numbering::read(text).is_none()
}

/// A number for the letters of a title, whatever its own number is.
fn title_key(text: &str) -> u64 {
    let title = numbering::read(text).map_or(text, |n| text.get(n.width..).unwrap_or(text));
    key_of(title)
}

fn is_text(layout: &Layout, row: usize) -> bool {
    layout.rows.get(row).is_some_and(|r| matches!(r.role, Role::Text | Role::Row | Role::Bold | Role::Item))
}

/// The next row of text from `index` on, blanks, furniture and page marks passed over.
fn next_text(layout: &Layout, index: usize) -> Option<usize> {
    let passed = |i: &usize| {
        matches!(layout.rows[*i].role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup)
    };
    let next = (index..layout.rows.len()).take(40).find(|i| !passed(i))?;
    is_text(layout, next).then_some(next)
}

/// The page number that the line ends with, and where its title ends: after dots, a tab or a wide gap.
///
/// After the pages before, given as `tight`, a full line may have no room for more than one blank.
fn page(source: &Source, row: &Row, tight: Option<u32>) -> Option<(usize, u32)> {
    let text = row.text(source);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 || digits == text.len() {
        return None;
    }
    let before = &text[..text.len() - digits];
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_' | '·'));
    let leader = &before[title.len()..];
    let dots = leader.matches(['.', '…', '_', '·']).count();
    // Only dots lead to a page of four figures: else it is a year.
    if digits == 4 && dots < 2 {
        return None;
    }
    let wide = leader.contains('\t') || leader.contains("  ") || dots >= 2 || leader.contains('…');
    let page: u32 = text[text.len() - digits..].parse().ok()?;
    // Under its name a run of lines that end with numbers that rise has no leaders at all.
    let fits = tight.is_some_and(|last| (last..last + 40).contains(&page) && leader == " ");
    let wide = wide || fits && title.ends_with(|c: char| c.is_alphabetic() || matches!(c, '?' | '.' | ')'));
    if !wide || title.is_empty() || !title.contains(char::is_alphabetic) {
        return None;
    }
    // Columns of figures are no contents: "Personal   1 200   13".
    let tail = title.rsplit(char::is_whitespace).next().unwrap_or("");
    if dots == 0
        && tail.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'-' | b'%'))
        && leader.len() >= 2
    {
        let year = tail.len() == 4 && (tail.starts_with("20") || tail.starts_with("19"));
        if !year {
            return None;
        }
    }
    (page > 0).then_some((row.span.start as usize + title.len(), page))
}

/// Where the title of an entry ends whose page has a Roman number, as before the text proper: *Förord ........ iv*.
fn front_page(source: &Source, row: &Row, named: bool) -> Option<usize> {
    if !b"ivxl".contains(&row.last) {
        return None;
    }
    let text = row.text(source);
    let before = text.trim_end_matches(['i', 'v', 'x', 'l']);
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_' | '·'));
    // Dots lead to it, or a wide gap under the name of the contents: else it may be a word.
    let leader = &before[title.len()..];
    let dots = leader.matches(['.', '_', '·']).count() + 3 * leader.matches('…').count();
    let wide = named && (leader.contains('\t') || leader.contains("  "));
    ((dots >= 3 || wide) && title.contains(char::is_alphabetic))
        .then_some(row.span.start as usize + title.len())
}

/// Whether a run without a name looks like contents by itself.
fn led(source: &Source, layout: &Layout, from: usize, end: usize) -> bool {
    let rows = layout.rows[from..end].iter().filter(|row| !row.is_blank());
    let (mut all, mut sure) = (0, 0);
    for row in rows {
        let text = row.text(source);
        all += 1;
        sure += usize::from(
            text.contains("...")
                || text.contains(". . .")
                || text.contains('…')
                || numbering::read(text).is_some(),
        );
    }
    sure * 3 >= all * 2
}

fn entry(source: &Source, span: Span, title_end: usize, page: Option<u32>) -> TocEntry {
    let text = source.text.get(span.start as usize..title_end).unwrap_or("");
    let number = numbering::read(text).filter(|n| n.sort != Sort::Letter || n.closed);
    let (number, rest) = match number {
        Some(n) => (Some(number_text(&text[..n.written])), &text[n.width..]),
        None => (None, text),
    };
    let rest = case::after(rest).map_or(rest, |(_, end)| &rest[end..]);
    let title = walk::one_line(rest).trim_end_matches(['.', ' ', '…']).to_string();
    TocEntry { span, number, title, page, heading: None, rule: rules::TOC_PAGE.here() }
}

/// A number as the headings have it: `§1` and, out of a scan, `§& 1` are `§ 1`; `8§` is `8 §`.
pub(super) fn number_text(written: &str) -> String {
    if let Some(rest) = written.strip_prefix('§') {
        let rest = rest.trim_start_matches(['&', '$', ' ', '\u{a0}']);
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            let mut number = String::with_capacity("§ ".len() + rest.len());
            number.push_str("§ ");
            walk::push_line(&mut number, rest);
            return number;
        }
    }
    match written.strip_suffix('§') {
        Some(number) if number.ends_with(|c: char| c.is_ascii_digit()) => format!("{number} §"),
        _ => walk::one_line(written),
    }
}

/// The numbers of entries with their titles, in order of the numbers.
pub(super) struct Numbered<'e>(Vec<(&'e str, &'e str)>);

impl<'e> Numbered<'e> {
    /// So many entries of one number are looked at.
    const ALIKE: usize = 20;

    pub fn of(entries: &'e [TocEntry]) -> Numbered<'e> {
        let numbered = entries.iter().filter_map(|e| Some((e.number.as_deref()?, e.title.as_str())));
        let mut numbered = Vec::from_iter(numbered);
        numbered.sort_by_key(|(number, _)| *number);
        Numbered(numbered)
    }

    /// Whether there is an entry of this number and such a title.
    pub fn lists(&self, written: &str, title: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let number = number_text(written);
        let from = self.0.partition_point(|(other, _)| *other < &*number);
        let same = self.0[from..].iter().take(Self::ALIKE).take_while(|(other, _)| *other == number);
        same.map(|(_, listed)| likeness(listed, title)).any(|likeness| likeness > 0.6)
    }
}

/// Points each entry to its heading: by number, else by the likeness of the titles, in order.
pub(super) fn link(labels: &Labels, entries: &mut [TocEntry], headings: &[Heading]) {
    let mut from = 0;
    for entry in entries.iter_mut() {
        let fits = |h: &&Heading| {
            h.span.start >= entry.span.end && (h.number.is_some() || labels.find(&h.title).is_none())
        };
        let found = headings
            .iter()
            .enumerate()
            .skip(from)
            .take(400)
            .filter(|(_, h)| fits(h))
            .filter(|(_, h)| match (&entry.number, &h.number) {
                (Some(a), Some(b)) => same_number(a, b) && likeness(&entry.title, &h.title) > 0.3,
                _ => likeness(&entry.title, &h.title) > 0.7,
            })
            .max_by(|(i, a), (j, b)| {
                let (x, y) = (likeness(&entry.title, &a.title), likeness(&entry.title, &b.title));
                x.total_cmp(&y).then(j.cmp(i))
            });
        if let Some((index, _)) = found {
            entry.heading = Some(index as u32);
            from = index + 1;
        }
    }
}

/// Whether two numbers are the same but for the paragraph sign: an entry *51*, a heading *51 §*.
fn same_number(a: &str, b: &str) -> bool {
    let bare = |number: &'_ str| -> String {
        number.chars().filter(|c| c.is_alphanumeric() || matches!(c, '.' | '/')).collect()
    };
    a == b || bare(a) == bare(b)
}

/// Share of words in common, in order of neither; 1 for the same title.
pub(super) fn likeness(a: &str, b: &str) -> f64 {
    let words = |s: &str| s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let shared = short
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| {
            !w.is_empty() && long.split(|c: char| !c.is_alphanumeric()).any(|v| v.eq_ignore_ascii_case(w))
        })
        .count();
    let most = words(short).max(1);
    // A title may be cut or have a word before it; the shorter one decides.
    shared as f64 / most as f64 * (0.8 + 0.2 * most as f64 / words(long).max(1) as f64)
}
