//! The order in which the rows of a page are read: column by column where there are columns, else row by row.
//!
//! A gap that runs through several rows is a gutter. Beside it stand either columns, each read by itself (prose, lists
//! of names), or a table, which is read across: rules drawn over the gutter, figures and short labels tell.

use super::cells::{self, Merged};
use super::device::{Kept, Rule};
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
    let rows = rows::of(kept.glyphs);
    let mut lines = Vec::with_capacity(rows.len());
    order(rows, &kept.rules, &mut lines, DEPTH, limits)?;
    for glyphs in kept.upright {
        // What runs along the margin comes last, as text of its own.
        let mut turned = rows::of(glyphs);
        for row in turned.drain(..) {
            lines.push(Line { new: true, ..line(&row, Sort::Text) });
        }
    }
    Ok(lines)
}

fn order(
    rows: Vec<Row>,
    rules: &[Rule],
    lines: &mut Vec<Line>,
    depth: usize,
    limits: &ExtractLimits,
) -> Result<(), Error> {
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
        if block.is_columns(inside, rules) {
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
            let sort = |row: &Row, sort| if row.pieces.len() > 1 { sort } else { Sort::Text };
            if block.is_table(inside, rules) {
                let merged = cells::merged(inside).into_iter();
                lines.extend(
                    merged.map(|Merged { row, top }| Line { top, ..line(&row, sort(&row, Sort::Row)) }),
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
        let prose = |side: &Side| side.rows >= 4 && side.letters >= 24.0 && side.words >= 3.5;
        if prose(&left) && prose(&right) {
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
        let dense = self.both * 10 >= rows.len() * 5;
        names(&left) && names(&right) && alike && dense && single
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

/// A row as a line of text.
fn line(row: &Row, sort: Sort) -> Line {
    let mut text = String::new();
    for (at, piece) in row.pieces.iter().enumerate() {
        if at > 0 {
            let gap = (piece.x0 - row.pieces[at - 1].x1) / row.size.max(1.0);
            text.push_str(match (sort, gap < 1.6) {
                (Sort::Row, _) => "\t",
                (Sort::Text, true) => " ",
                (Sort::Text, false) => "    ",
            });
        }
        text.push_str(&piece.text);
    }
    Line { text, y: row.y, top: row.y, size: row.size, bold: row.bold(), sort, new: false, level: None }
}
