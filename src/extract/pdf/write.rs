//! Lines into text: blank lines where the page has white space, form feeds between pages.

use crate::document::{Mark, Marks, Span};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How a line is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    /// A row of a table, its cells parted by tabs.
    Row,
}

/// A line in its place on the page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub y: f32,
    /// Where its first line stands on the page, if cells of a row have several.
    pub top: f32,
    pub size: f32,
    pub bold: bool,
    pub sort: Sort,
    /// It begins a column: the line before does not go on in it.
    pub new: bool,
    /// Its rank among what stands out, 1 for the largest.
    pub level: Option<i32>,
}

/// The text of all pages, and what stands out in it.
pub(super) fn pages(pages: &[Vec<Line>]) -> (String, Marks) {
    let (mut text, mut marks) = (String::new(), Marks::new());
    for (index, lines) in pages.iter().enumerate() {
        if index > 0 {
            text.push('\x0c');
        }
        page(lines, &mut text, &mut marks);
    }
    (text, marks)
}

fn page(lines: &[Line], text: &mut String, marks: &mut Marks) {
    let pitch = pitch(lines);
    let mut open: Option<(usize, i32)> = None;
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|above| &lines[above]);
        let blank = before.is_some_and(|above| is_apart(above, line, pitch));
        let start = text.len() + usize::from(blank);
        // A heading may go on over lines.
        if let Some((from, level)) = open
            && (blank || line.level != Some(level))
        {
            mark(marks, from, text, level);
            open = None;
        }
        if blank {
            text.push('\n');
        }
        normal(&line.text, text);
        match (line.sort, line.level) {
            (Sort::Row, _) => marks.push(Span::new(start, text.len()), Mark::Row),
            (Sort::Text, Some(level)) if open.is_none() => open = Some((start, level)),
            _ => {}
        }
        text.push('\n');
    }
    if let Some((from, level)) = open {
        mark(marks, from, text, level);
    }
}

fn mark(marks: &mut Marks, from: usize, text: &str, level: i32) {
    let end = from + text[from..].trim_end().len();
    marks.push(Span::new(from, end), Mark::Large(level.clamp(1, 9) as u8));
}

/// A line as text: composed letters, and a hyphen where the line was broken.
fn normal(line: &str, text: &mut String) {
    let line = line.trim_end();
    let hyphen = line.strip_suffix('\u{ad}');
    let line = hyphen.unwrap_or(line);
    match is_nfc_quick(line.chars()) {
        IsNormalized::Yes => text.push_str(line),
        _ => text.extend(line.nfc()),
    }
    if hyphen.is_some() {
        text.push('-');
    }
}

/// Whether there is white space between two lines.
fn is_apart(above: &Line, line: &Line, pitch: f32) -> bool {
    let step = (line.top - above.y) / line.size.max(above.size);
    line.new || step < 0.0 || step > 1.22 * pitch + 0.08 || (above.size - line.size).abs() > 0.12 * line.size
}

/// From line to line inside a paragraph, in letter sizes: the most common step.
fn pitch(lines: &[Line]) -> f32 {
    let step = |pair: &[Line]| (pair[1].top - pair[0].y) / pair[1].size.max(pair[0].size);
    let steps =
        lines.windows(2).filter(|pair| !pair[1].new).map(step).filter(|step| (0.8..2.6).contains(step));
    let mut steps = Vec::from_iter(steps.map(|step| (step * 20.0).round() as i32));
    steps.sort_unstable();
    // The smallest of the common ones: lists and forms have wider steps too.
    let least = (steps.len() / 6).max(2);
    let common = steps.chunk_by(|a, b| b - a <= 1).find(|run| run.len() >= least);
    common.map_or(1.25, |run| run[run.len() / 2] as f32 / 20.0)
}
