//! Where each page begins, and its number.
//!
//! Form feeds and comments (`<!-- sida 4 -->`) say where a page begins. A printed number (*Sida 3 av 12*) says
//! only which page it stands on: whether the numbers stand above or below their pages shows in how much text
//! there is before the first and after the last of them.

use super::furniture::is_stamp;
use super::layout::{Layout, Role};
use crate::document::Page;
use crate::lexicon::sets::pages::{COMMENT_WORDS, ISSUE, PAGE_OF};
use crate::scan::Source;
use memchr::memchr_iter;

/// A number printed on a page.
#[derive(Clone, Copy, Debug)]
struct Mark {
    row: usize,
    number: u32,
    style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    /// `<!-- sida 4 -->`
    Comment,
    /// *Sida 4*
    Alone,
    /// *4 (12)*: a page of so many. Enclosures have another sum.
    Of(u32),
}

/// The pages, from the rows that tell of one.
pub(super) fn find(source: &Source, layout: &Layout, marks: &[usize]) -> Vec<Page> {
    if marks.is_empty() {
        return Vec::new();
    }
    let numbers = printed(source, layout, marks);
    if numbers.first().is_some_and(|mark| mark.style == Style::Comment) {
        return commented(source, layout, &numbers);
    }
    let feeds = form_feeds(source, marks);
    if feeds.is_empty() { headed(source, layout, &numbers) } else { fed(source, &feeds, &numbers) }
}

/// The printed numbers, in one style, as far as they rise; none if more than a fifth of them do not.
fn printed(source: &Source, layout: &Layout, marks: &[usize]) -> Vec<Mark> {
    let read = |&row: &usize| {
        let text = layout.rows[row].text(source);
        let (number, style) = match layout.rows[row].role {
            Role::Markup => (in_comment(text)?, Style::Comment),
            Role::Furniture => in_line(text)?,
            _ => return None,
        };
        (number > 0).then_some(Mark { row, number, style })
    };
    let mut all = Vec::from_iter(marks.iter().filter_map(read));
    let mut styles = Vec::from_iter(all.iter().map(|mark| mark.style));
    styles.sort_unstable();
    // Comments rule; else the style with most marks.
    let runs = styles.chunk_by(|a, b| a == b).max_by_key(|run| (run[0] == Style::Comment, run.len()));
    let Some(style) = runs.map(|run| run[0]) else { return Vec::new() };
    all.retain(|mark| mark.style == style);
    let rising = rising(&all);
    let several =
        rising.first().zip(rising.last()).is_some_and(|(a, z)| a.number < z.number || a.number == 1);
    if several && rising.len() * 5 >= all.len() * 4 { rising } else { Vec::new() }
}

/// The longest run of marks, with gaps, whose numbers never fall.
fn rising(all: &[Mark]) -> Vec<Mark> {
    // The mark that ends the best run of each length, and the mark before each in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; all.len()];
    for (i, mark) in all.iter().enumerate() {
        let length = ends.partition_point(|&end| all[end].number <= mark.number);
        if let Some(last) = length.checked_sub(1) {
            before[i] = ends[last];
        }
        match ends.get_mut(length) {
            Some(end) => *end = i,
            None => ends.push(i),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied().unwrap_or(usize::MAX);
    while let Some(&mark) = all.get(at) {
        run.push(mark);
        at = before[at];
    }
    run.reverse();
    run
}

/// The number in `<!-- sida 4 -->`.
fn in_comment(text: &str) -> Option<u32> {
    let inner = text.strip_prefix("<!--")?.split("-->").next()?.trim();
    let rest = COMMENT_WORDS.iter().find_map(|word| inner.strip_prefix(word))?;
    let digits = rest.trim_start_matches([':', '=', ' ']);
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let rest = digits[end..].trim_start();
    (end <= 5 && (rest.is_empty() || rest.starts_with(['(', '/', 'a', 'o'])))
        .then(|| digits[..end].parse().ok())?
}

/// The number of a line that furniture knows for a page mark: *Sida 3 av 12*, `3 (33)`, *12 Nr 22*.
fn in_line(text: &str) -> Option<(u32, Style)> {
    if text.len() <= 20
        && let Some(nr) = text.find(ISSUE)
    {
        // In printed records the page stands outside, the issue beside it: `12 Nr 22.`, `Nr 22. 13`.
        let page = if nr > 0 { &text[..nr] } else { text.rsplit(' ').next()? };
        return Some((page.trim_matches([' ', '.']).parse().ok()?, Style::Alone));
    }
    // What ends the line, from the right: a number, or a number and a sum.
    let digit = |c: char| c.is_ascii_digit();
    let tail = text.trim_end_matches(|c: char| !digit(c));
    let last_at = tail.rfind(|c: char| !digit(c)).map_or(0, |at| at + 1);
    // The character before may be wider than a byte.
    let last_at = (last_at..=tail.len()).find(|&at| tail.is_char_boundary(at))?;
    let last: u32 = tail[last_at..].parse().ok().filter(|n| *n < 100_000)?;
    let joint = tail[..last_at].trim_end_matches(|c: char| c.is_whitespace() || c == '(');
    let of = PAGE_OF.iter().find_map(|of| joint.strip_suffix(of));
    let joint = of.or(joint.strip_suffix('/')).unwrap_or(joint);
    let head = joint.trim_end();
    let parted = head.len() < last_at;
    let first_at = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    match head[first_at..].parse::<u32>() {
        Ok(first) if parted && first <= last => Some((first, Style::Of(last))),
        Ok(_) => None,
        Err(_) => Some((last, Style::Alone)),
    }
}

/// One past each form feed.
fn form_feeds(source: &Source, marks: &[usize]) -> Vec<usize> {
    let mut feeds = Vec::new();
    for &row in marks.iter().filter(|&&row| source.lines.has_page_break(row)) {
        // A line's own white space: from the end of the line before to the beginning of the next.
        let from = row.checked_sub(1).map_or(0, |above| source.lines[above].end as usize);
        let to = source.lines.get(row + 1).map_or(source.text.len(), |below| below.start as usize);
        let bytes = &source.text.as_bytes()[from..to];
        let found = memchr_iter(0x0C, bytes).map(|at| from + at + 1);
        feeds.extend(found);
    }
    feeds.sort_unstable();
    feeds.dedup();
    feeds
}

/// Pages between form feeds. Printed numbers rule if they leave room for the pages before the first of them.
fn fed(source: &Source, feeds: &[usize], numbers: &[Mark]) -> Vec<Page> {
    let begins = |at: usize| source.text[at..].bytes().any(|b| !b.is_ascii_whitespace());
    let last = feeds.last().filter(|&&at| !begins(at));
    let starts = Vec::from_iter([0].iter().chain(feeds).filter(|at| Some(*at) != last).copied());
    let mut marks = numbers.iter().peekable();
    // What is printed on each page, if anything is.
    let on = Vec::from_iter((0..starts.len()).map(|i| {
        let end = starts.get(i + 1).copied().unwrap_or(usize::MAX);
        let mut number = None;
        while let Some(mark) = marks.next_if(|m| (source.lines[m.row].start as usize) < end) {
            number = number.or(Some(mark.number));
        }
        number
    }));
    let first = on.iter().enumerate().find_map(|(i, number)| Some((i as u32, (*number)?)));
    let offset = first.and_then(|(i, number)| number.checked_sub(i + 1));
    let mut number = offset.unwrap_or(0);
    let paged = starts.iter().zip(on).map(|(&start, printed)| {
        number = match printed {
            Some(printed) if offset.is_some() && printed > number => printed,
            _ => number + 1,
        };
        Page { start: start as u32, number }
    });
    paged.collect()
}

/// Pages that comments begin.
fn commented(source: &Source, layout: &Layout, numbers: &[Mark]) -> Vec<Page> {
    let mut pages = Vec::with_capacity(numbers.len() + 1);
    for mark in numbers {
        open(&mut pages, source.lines[mark.row].start, mark.number);
    }
    let before = numbers.first().map_or(0, |mark| mark.row);
    complete(pages, size(layout, 0, before) == 0)
}

/// Pages that begin at the head, or end at the foot, that holds their number.
fn headed(source: &Source, layout: &Layout, numbers: &[Mark]) -> Vec<Page> {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Vec::new() };
    let before = size(layout, 0, first.row);
    let after = size(layout, last.row, layout.rows.len());
    let turns = last.number.saturating_sub(first.number) as usize;
    // Where a third of the numbers is lost (scans often lose those of the left or the right pages), too many
    // findings would be told a page too early.
    let distinct = numbers.chunk_by(|a, b| a.number == b.number).count();
    if distinct * 3 <= turns * 2 {
        return Vec::new();
    }
    // What a page holds.
    let page = size(layout, first.row, last.row).checked_div(turns).unwrap_or(before.max(after));
    let feet = if first.number == 1 { before * 3 > page } else { after * 5 < page };
    let mut pages = Vec::with_capacity(numbers.len() + 1);
    if feet {
        // The last of the marks with one number ends the page.
        pages.push(Page { start: 0, number: first.number });
        for (i, mark) in numbers.iter().enumerate() {
            let next = numbers.get(i + 1).map_or(mark.number + 1, |next| next.number);
            let row = source.lines.next_text(mark.row);
            if let Some(row) = row.filter(|_| next > mark.number) {
                open(&mut pages, source.lines[row].start, next);
            }
        }
        return pages;
    }
    let (mut row_before, mut top_before) = (usize::MAX, 0);
    for mark in numbers {
        // A page's head may begin above its number; the stamps there belong to the page before.
        let mut top = mark.row;
        for row in (0..mark.row).rev() {
            match layout.rows[row].role {
                Role::Blank => {}
                Role::Furniture if is_stamp(layout.rows[row].text(source)) => break,
                // Heads that run into one another begin where the first of them does.
                Role::Furniture if row == row_before => {
                    top = top_before;
                    break;
                }
                Role::Furniture => top = row,
                _ => break,
            }
        }
        (row_before, top_before) = (mark.row, top);
        open(&mut pages, source.lines[top].start, mark.number);
    }
    complete(pages, before == 0)
}

/// A page that begins here, unless it has begun.
fn open(pages: &mut Vec<Page>, start: u32, number: u32) {
    if pages.last().is_none_or(|last| last.number < number && last.start < start) {
        pages.push(Page { start, number });
    }
}

/// What stands before the first mark is on its page if that is the first page or there is nothing to see;
/// else it is the page before.
fn complete(mut pages: Vec<Page>, nothing_before: bool) -> Vec<Page> {
    match pages.first_mut() {
        Some(first) if first.number == 1 || nothing_before => first.start = 0,
        Some(first) if first.start > 0 => {
            let number = first.number - 1;
            pages.insert(0, Page { start: 0, number });
        }
        _ => {}
    }
    pages
}

/// How many bytes of the document's own text the rows `from..to` hold.
fn size(layout: &Layout, from: usize, to: usize) -> usize {
    let own = |role| !matches!(role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup);
    layout.rows[from..to].iter().filter(|row| own(row.role)).map(|row| row.span.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_printed_numbers() {
        assert_eq!(in_line("Sida 3 av 12"), Some((3, Style::Of(12))));
        assert_eq!(in_line("3 (33)"), Some((3, Style::Of(33))));
        assert_eq!(in_line("Kommunstyrelsen   2024-03-14   3(33)"), Some((3, Style::Of(33))));
        assert_eq!(in_line("– 5 –"), Some((5, Style::Alone)));
        assert_eq!(in_line("Sid 4"), Some((4, Style::Alone)));
        assert_eq!(in_line("12 Nr 22."), Some((12, Style::Alone)));
        assert_eq!(in_line("Nr 22. 13"), Some((13, Style::Alone)));
        assert_eq!(in_line("13 (3)"), None);
        assert_eq!(in_line("Kommunstyrelsen"), None);
        assert_eq!(in_comment("<!-- sida 4 -->"), Some(4));
        assert_eq!(in_comment("<!--page: 12-->"), Some(12));
        assert_eq!(in_comment("<!-- sidans slut -->"), None);
    }

    #[test]
    fn a_misread_number_is_left_out() {
        let marks = |numbers: &[u32]| {
            Vec::from_iter(numbers.iter().enumerate().map(|(row, &number)| Mark {
                row,
                number,
                style: Style::Alone,
            }))
        };
        let rows = |marks: Vec<Mark>| Vec::from_iter(rising(&marks).iter().map(|mark| mark.number));
        assert_eq!(rows(marks(&[1, 2, 90, 4, 5, 6])), [1, 2, 4, 5, 6]);
        assert_eq!(rows(marks(&[3, 3, 4, 1, 5])), [3, 3, 4, 5]);
        assert_eq!(rows(marks(&[])), [0; 0]);
    }
}
