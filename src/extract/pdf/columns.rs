//! The order in which the rows of a page are read: column by column where there are columns, else row by row.
//!
//! A gap that runs through several rows is a gutter. Beside it stand either columns, each read by itself (prose, lists
//! of names), or a table, which is read across: rules drawn over the gutter, figures and short labels tell.

use super::cells::{self, Merged};
use super::device::{Kept, Rule};
use super::grid::{self, Band, Grid};
use super::rows::{self, Piece, Row};
use super::write::{Line, Sort};
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use std::collections::HashSet;

/// So many rows must have text on both sides of a gutter.
const EVIDENCE: usize = 3;
/// Rows that are looked at for one gutter.
const REACH: usize = 400;
/// Columns inside columns.
const DEPTH: usize = 4;

/// The lines of a page in reading order.
pub(super) fn read(kept: Kept, limits: &ExtractLimits) -> Result<Vec<Line>, Error> {
    let grids = grid::of(&kept);
    let rows = rows::of(kept.glyphs, &grids);
    let mut lines = Vec::with_capacity(rows.len());
    tables(rows, &grids, &kept.rules, &mut lines, limits)?;
    for glyphs in kept.upright {
        // What runs along the margin comes last, as text of its own.
        let mut turned = rows::of(glyphs, &[]);
        for row in turned.drain(..) {
            lines.push(Line { new: true, ..line(&row, Sort::Text) });
        }
    }
    Ok(lines)
}

/// Reads the tables that are drawn cell by cell, and what stands between them.
fn tables(
    rows: Vec<Row>,
    grids: &[Grid],
    rules: &[Rule],
    lines: &mut Vec<Line>,
    limits: &ExtractLimits,
) -> Result<(), Error> {
    let mut grids = Vec::from_iter(grids);
    let (mut at, mut from) = (0, 0);
    while at < rows.len() {
        let inside = |grid: &&Grid| grid.rows(&rows[at..]);
        let Some((index, count)) = grids.iter().map(inside).enumerate().find(|(_, count)| *count > 0) else {
            at += 1;
            continue;
        };
        // Each is looked at once.
        let grid = grids.swap_remove(index);
        let begins = at - usize::from(at > from && grid.is_head(&rows[at - 1]));
        let Some((bands, beside)) = grid.bands(&rows[begins..at + count]) else { continue };
        order(rows[from..begins].to_vec(), rules, lines, DEPTH, limits)?;
        let begin = lines.len();
        for band in bands {
            match band {
                Band::Row(Merged { row, top, columns }) => {
                    lines.push(Line { top, ..cells_of(&row, &columns) });
                }
                Band::Cells(cells) => {
                    for cell in cells {
                        order(cell, rules, lines, DEPTH - 1, limits)?;
                    }
                }
                Band::Plain(rows) => order(rows, rules, lines, DEPTH - 1, limits)?,
            }
        }
        if let Some(first) = lines.get_mut(begin) {
            first.new = true;
        }
        order(beside, rules, lines, DEPTH - 1, limits)?;
        at += count;
        from = at;
    }
    if from == 0 {
        return order(rows, rules, lines, DEPTH, limits);
    }
    order(rows[from..].to_vec(), rules, lines, DEPTH, limits)
}

fn order(
    mut rows: Vec<Row>,
    rules: &[Rule],
    lines: &mut Vec<Line>,
    depth: usize,
    limits: &ExtractLimits,
) -> Result<(), Error> {
    rows::fill(&mut rows);
    let mut rest = rows.as_slice();
    let begin = lines.len();
    while let Some(row) = rest.first() {
        limits.check_time()?;
        let Some(block) = Block::find(rest).filter(|_| depth > 0) else {
            lines.push(line(row, Sort::Text));
            rest = &rest[1..];
            continue;
        };
        let (inside, after) = rest.split_at(block.rows);
        rest = after;
        if let Some(bands) = block.margin(inside, rules) {
            for (labels, text) in bands {
                let from = lines.len();
                lines.extend(labels.iter().map(|row| line(row, Sort::Text)));
                if let Some(first) = lines.get_mut(from) {
                    first.new = true;
                }
                order(text, rules, lines, depth - 1, limits)?;
            }
        } else if block.is_columns(inside, rules) {
            let (left, right) = block.split(inside);
            for side in [left, right] {
                let from = lines.len();
                order(side, rules, lines, depth - 1, limits)?;
                if let Some(first) = lines.get_mut(from) {
                    first.new = true;
                }
            }
            if let Some(row) = rest.first() {
                lines.push(Line { new: true, ..line(row, Sort::Text) });
                rest = &rest[1..];
            }
        } else {
            if block.is_table(inside, rules) {
                let merged = cells::merged(inside).into_iter();
                lines.extend(
                    merged.map(|Merged { row, top, columns }| Line { top, ..cells_of(&row, &columns) }),
                );
            } else {
                lines.extend(inside.iter().map(|row| line(row, Sort::Text)));
            }
        }
    }
    if let Some(first) = lines.get_mut(begin) {
        first.new = true;
    }
    Ok(())
}

/// Rows with one gap through them.
#[derive(Debug)]
struct Block {
    rows: usize,
    /// The gutter's edges.
    lo: f32,
    hi: f32,
    /// How many rows have text on both sides.
    both: usize,
}

impl Block {
    /// The best block that begins at the first row.
    fn find(rows: &[Row]) -> Option<Block> {
        let first = rows.first()?;
        let gaps = first.pieces.windows(2).take(6).map(|pair| (pair[0].x1, pair[1].x0));
        // Columns whose lines do not stand beside each other.
        let staggered = rows.get(1).and_then(|next| staggered(first, next));
        gaps.chain(staggered).filter_map(|gap| Block::along(rows, gap)).max_by_key(|block| block.both)
    }

    /// As far down as the gap goes.
    fn along(rows: &[Row], (mut lo, mut hi): (f32, f32)) -> Option<Block> {
        let mut found: Option<Block> = None;
        let mut both = 0;
        for (at, row) in rows.iter().take(REACH).enumerate() {
            let (middle, least) = ((lo + hi) / 2.0, 0.7 * row.size);
            // A longer line than those before narrows the gap, as long as some of it is left.
            let is_left =
                |piece: &Piece| piece.x1 <= middle + 0.1 || (piece.x0 <= lo && piece.x1 <= hi - least);
            let is_right =
                |piece: &Piece| piece.x0 >= middle - 0.1 || (piece.x1 >= hi && piece.x0 >= lo + least);
            let (mut left, mut right, mut crossed) = (f32::MIN, f32::MAX, false);
            for piece in &row.pieces {
                if is_left(piece) {
                    left = left.max(piece.x1);
                } else if is_right(piece) {
                    right = right.min(piece.x0);
                } else {
                    crossed = true;
                }
            }
            let (next_lo, next_hi) = (lo.max(left), hi.min(right));
            if crossed || next_hi - next_lo < least {
                break;
            }
            // A wide white space above a row that has only one side ends what it does not continue.
            let pitch = at.checked_sub(1).map_or(0.0, |above| row.y - rows[above].y);
            let one_sided = left == f32::MIN || right == f32::MAX;
            if at > 0 && pitch > if one_sided { 1.9 } else { 4.0 } * row.size {
                break;
            }
            (lo, hi) = (next_lo, next_hi);
            let beside = || at > 0 && staggered(&rows[at - 1], row).is_some();
            if !one_sided || beside() {
                both += 1;
            }
            if both >= EVIDENCE {
                found = Some(Block { rows: at + 1, lo, hi, both });
            }
        }
        found
    }

    fn is_left(&self, piece: &Piece) -> bool {
        piece.x1 <= self.hi - 0.05
    }

    fn split(&self, rows: &[Row]) -> (Vec<Row>, Vec<Row>) {
        let side = |left: bool| {
            let side = rows.iter().filter_map(|row| {
                let pieces = Vec::from_iter(row.pieces.iter().filter(|p| self.is_left(p) == left).cloned());
                let size = pieces.iter().map(|piece| piece.size).fold(0.0, f32::max);
                (!pieces.is_empty()).then_some(Row { y: row.y, size, pieces })
            });
            side.collect::<Vec<Row>>()
        };
        (side(true), side(false))
    }

    /// Whether rules are drawn over the gutter, as between the rows of a table.
    fn is_ruled(&self, rows: &[Row], rules: &[Rule]) -> bool {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return false };
        let inside = |rule: &&Rule| rule.y > first.y - first.size && rule.y < last.y;
        let over = |rule: &&Rule| inside(rule) && rule.x0 < self.lo && rule.x1 > self.hi;
        let mut heights = Vec::from_iter(rules.iter().filter(over).map(|rule| rule.y as i32 / 3));
        // Some programs draw the rule over each cell by itself: two that meet in the gutter are one.
        let ends = |rule: &&Rule| inside(rule) && rule.x0 < self.lo && (self.lo..self.hi).contains(&rule.x1);
        let begins =
            |rule: &&Rule| inside(rule) && rule.x1 > self.hi && (self.lo..self.hi).contains(&rule.x0);
        let begun = HashSet::<i32>::from_iter(rules.iter().filter(begins).map(|rule| rule.y as i32 / 3));
        let met = rules.iter().filter(ends).map(|rule| rule.y as i32 / 3);
        heights.extend(met.filter(|height| begun.contains(height)));
        heights.sort_unstable();
        heights.dedup();
        heights.len() >= 2 && heights.len() * 4 >= self.both
    }

    /// Whether the two sides are read one after the other.
    fn is_columns(&self, rows: &[Row], rules: &[Rule]) -> bool {
        if self.is_ruled(rows, rules) {
            return false;
        }
        let (left, right) = self.split(rows);
        let (left, right) = (Side::of(&left), Side::of(&right));
        // Points and their numbers, far apart.
        if left.markers >= 0.8 {
            return false;
        }
        // Labels in bold, and what they say.
        if self.is_labelled(rows) {
            return false;
        }
        let prose = |side: &Side| side.rows >= 4 && side.letters >= 24.0 && side.words >= 3.5;
        if prose(&left) && prose(&right) {
            return true;
        }
        // A few lines beside a few, whose sentences go on from line to line.
        let few = |side: &Side| {
            side.rows >= 3
                && side.letters >= 30.0
                && side.words >= 4.0
                && side.goes_on >= 0.6
                && side.single == 1.0
                && side.digits < 0.05
        };
        if few(&left) && few(&right) {
            return true;
        }
        // Prose that goes on from line to line, beside a list.
        let beside = |text: &Side, list: &Side| prose(text) && text.goes_on >= 0.4 && list.rows >= 4;
        let single = left.single >= 0.8 && right.single >= 0.8;
        if single && self.both * 10 >= rows.len() * 7 && (beside(&left, &right) || beside(&right, &left)) {
            return true;
        }
        // Names beside names: both columns are full, alike, and begin at an edge of their own.
        let names = |side: &Side| {
            side.capitals >= 0.7 && side.digits < 0.12 && side.words >= 1.6 && side.aligned >= 0.8
        };
        let alike = left.letters < 2.5 * right.letters && right.letters < 2.5 * left.letters;
        let dense = self.both * 10 >= rows.len() * 5 && !self.is_open(rows);
        names(&left) && names(&right) && alike && dense && single
    }

    /// Whether lines on one side alone stand nearer to each other than those on both: what a label says has several.
    fn is_open(&self, rows: &[Row]) -> bool {
        let both = |row: &Row| {
            row.pieces.first().is_some_and(|p| self.is_left(p))
                && row.pieces.last().is_some_and(|p| !self.is_left(p))
        };
        let least = |of: &dyn Fn(&[Row]) -> bool| {
            let steps = rows.windows(2).filter(|pair| of(pair)).map(|pair| pair[1].y - pair[0].y);
            steps.fold(f32::MAX, f32::min)
        };
        let rows_of_both = least(&|pair| both(&pair[0]) && both(&pair[1]));
        rows_of_both < f32::MAX && least(&|pair| !both(&pair[1])) < 0.75 * rows_of_both
    }

    /// Whether all that stands on the left is bold, in lines of its own, and little on the right is.
    fn is_labelled(&self, rows: &[Row]) -> bool {
        let (mut labels, mut bold, mut says) = (0, 0, 0);
        for piece in rows.iter().flat_map(|row| &row.pieces) {
            match (self.is_left(piece), piece.bold) {
                (true, false) => return false,
                (true, true) => labels += 1,
                (false, true) => bold += 1,
                (false, false) => says += 1,
            }
        }
        labels >= EVIDENCE && bold * 4 <= says
    }

    /// The parts of a text with labels in its margin, each label of one line or a few beside the first lines of what it
    /// heads; `None` where nothing tells that it is one.
    fn margin(&self, rows: &[Row], rules: &[Rule]) -> Option<Vec<(Vec<Row>, Vec<Row>)>> {
        if self.is_ruled(rows, rules) {
            return None;
        }
        let (left, right) = self.split(rows);
        let width = |rows: &[Row]| {
            let pieces = || rows.iter().flat_map(|row| &row.pieces);
            let x0 = pieces().map(|piece| piece.x0).fold(f32::MAX, f32::min);
            pieces().map(|piece| piece.x1).fold(f32::MIN, f32::max) - x0
        };
        let (label, text) = (Side::of(&left), Side::of(&right));
        let is_text = text.rows >= 4 && text.letters >= 30.0 && text.words >= 4.0 && text.goes_on >= 0.4;
        let is_narrow = 2.2 * width(&left) < width(&right) && label.markers < 0.5;
        if !is_text || !is_narrow || label.single < 0.8 || text.single < 0.8 {
            return None;
        }
        let starts =
            |row: &Row, is: fn(char) -> bool| row.pieces.first().is_some_and(|p| p.text.starts_with(is));
        let pitch = rows.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step > 1.0);
        let pitch = pitch.fold(f32::MAX, f32::min);
        let mut bands: Vec<(Vec<Row>, Vec<Row>)> = Vec::new();
        // Lines of labels after the first, those that go on in small letters, and beside how many the text goes on.
        let (mut more, mut small, mut beside, mut heads, mut begun) = (0, 0, 0, 0, 0);
        let mut before: Option<(f32, bool)> = None;
        for row in rows {
            let part = |left: bool| {
                let pieces = Vec::from_iter(row.pieces.iter().filter(|p| self.is_left(p) == left).cloned());
                (!pieces.is_empty()).then(|| Row { pieces, ..row.clone() })
            };
            let (label, text) = (part(true), part(false));
            let goes_on = before.is_some_and(|(y, labelled)| labelled && row.y - y < 1.4 * pitch);
            if let Some(label) = &label
                && goes_on
            {
                more += 1;
                small += usize::from(starts(label, char::is_lowercase));
                beside += usize::from(text.as_ref().is_none_or(|text| starts(text, char::is_lowercase)));
            } else if label.is_some() {
                heads += 1;
                begun += usize::from(text.as_ref().is_some_and(|text| !starts(text, char::is_lowercase)));
                bands.push(Default::default());
            }
            if bands.is_empty() {
                bands.push(Default::default());
            }
            before = Some((row.y, label.is_some()));
            if let Some(band) = bands.last_mut() {
                band.0.extend(label);
                band.1.extend(text);
            }
        }
        let tells =
            more > 0 && 2 * (small.max(beside)) > more && 2 * beside >= more && 10 * begun >= 7 * heads;
        tells.then_some(bands)
    }

    fn is_table(&self, rows: &[Row], rules: &[Rule]) -> bool {
        let several = rows.iter().filter(|row| row.pieces.len() >= 3).count();
        self.is_ruled(rows, rules) || several >= EVIDENCE
    }
}

/// The gap between two rows that stand nearly beside each other.
fn staggered(row: &Row, next: &Row) -> Option<(f32, f32)> {
    let near = next.y - row.y < 0.8 * row.size.min(next.size);
    let apart = |left: &Row, right: &Row| {
        let gap = (left.pieces.last()?.x1, right.pieces.first()?.x0);
        (near && gap.1 - gap.0 >= 0.7 * row.size).then_some(gap)
    };
    apart(row, next).or_else(|| apart(next, row))
}

/// What one side of a gutter looks like, on average over its rows.
struct Side {
    rows: usize,
    letters: f32,
    words: f32,
    /// Shares of rows that begin with a capital, and of digits among letters.
    capitals: f32,
    digits: f32,
    /// The share of rows that begin with a small letter, as lines inside a sentence do.
    goes_on: f32,
    /// The share of rows that begin at the most common left edge, and of those in one piece.
    aligned: f32,
    single: f32,
    /// The share of rows that hold nothing but a point's bullet or number.
    markers: f32,
}

impl Side {
    fn of(rows: &[Row]) -> Side {
        let count = rows.len().max(1) as f32;
        let share = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count() as f32 / count;
        let sum = |of: &dyn Fn(&str) -> usize| {
            let texts = rows.iter().flat_map(|row| row.pieces.iter().map(|piece| piece.text.as_str()));
            texts.map(of).sum::<usize>() as f32
        };
        let letters = sum(&|text| text.chars().count());
        let first = |row: &Row| row.pieces.first()?.text.chars().find(|c| c.is_alphanumeric());
        let mut edges = Vec::from_iter(rows.iter().map(|row| (row.x0() / 3.0) as i32));
        edges.sort_unstable();
        let edge = edges.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map_or(0, |run| run[0]);
        Side {
            rows: rows.len(),
            letters: letters / count,
            words: sum(&|text| text.split_whitespace().count()) / count,
            capitals: share(&|row| first(row).is_some_and(char::is_uppercase)),
            goes_on: share(&|row| first(row).is_some_and(char::is_lowercase)),
            digits: sum(&|text| text.bytes().filter(u8::is_ascii_digit).count()) / letters.max(1.0),
            aligned: share(&|row| ((row.x0() / 3.0) as i32 - edge).abs() <= 1),
            single: share(&|row| row.pieces.len() == 1),
            markers: share(&|row| row.pieces.iter().all(|piece| rows::is_marker(&piece.text))),
        }
    }
}

/// A row of a table as a line of text: a tab before each column, also of those that are empty.
fn cells_of(row: &Row, columns: &[usize]) -> Line {
    if row.pieces.len() < 2 {
        return line(row, Sort::Text);
    }
    let mut text = String::new();
    let mut last = 0;
    for (piece, &column) in row.pieces.iter().zip(columns) {
        text.extend(std::iter::repeat_n('\t', column.saturating_sub(last)));
        text.push_str(&piece.text);
        last = column;
    }
    Line { text, ..line(row, Sort::Row) }
}

/// A row as a line of text.
fn line(row: &Row, sort: Sort) -> Line {
    let mut text = String::new();
    for (at, piece) in row.pieces.iter().enumerate() {
        if at > 0 {
            let before = &row.pieces[at - 1];
            let gap = (piece.x0 - before.x1) / piece.size.min(before.size).max(1.0);
            // Wide for a blank, where blanks beside it are narrow.
            let blank = before.blank.max(piece.blank);
            let is_wide = gap >= 1.6
                || gap >= 1.0
                    && blank > 0.0
                    && gap > 2.5 * blank
                    && !before.text.ends_with(['§', ':'])
                    && !piece.text.starts_with(char::is_lowercase);
            text.push_str(match (sort, !is_wide) {
                (Sort::Row, _) => "\t",
                (Sort::Text, true) => " ",
                (Sort::Text, false) => "    ",
            });
        }
        text.push_str(&piece.text);
    }
    Line { text, y: row.y, top: row.y, size: row.size, bold: row.bold(), sort, new: false, level: None }
}
