//! Tables whose cells are drawn: rules run across between their rows, bars run down between their columns.

use super::cells::{self, Merged, append, is_broken, is_figure};
use super::device::{Bar, Kept, Rule};
use super::rows::{self, Piece, Row};

/// Rules and bars nearer to each other than this, in points, are one.
const SNAP: f32 = 3.5;
/// A page with more of them holds a drawing.
const MANY: usize = 4000;
/// A table has at most so many columns and rows.
const COLUMNS: usize = 40;
const BANDS: usize = 120;
/// A cell of more lines than this is no row's.
const LINES: usize = 14;
/// Cells with more text than this, in bytes, are read one by one.
const LONG: usize = 400;
/// Prose has so many lines, of so many letters.
const PROSE: (usize, usize) = (4, 30);

/// The lines of a table that is drawn.
#[derive(Debug)]
pub(super) struct Grid {
    /// The left edges of its columns and the right one of the last, from the left; the same from the top.
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// Whether a rule is drawn above each cell, row by row, and whether a bar is drawn left of it.
    above: Vec<bool>,
    left: Vec<bool>,
}

/// What stands in a cell: its columns, and the pieces of its lines.
#[derive(Debug)]
pub(super) struct Cell {
    pub column: usize,
    end: usize,
    pub rows: Vec<Row>,
}

/// A row of the table, as it is to be read.
#[derive(Debug)]
pub(super) enum Band {
    /// One row of short cells: the lines of each are joined, and each is in its column.
    Row(Merged),
    /// Cells that are read one after the other.
    Cells(Vec<Vec<Row>>),
    /// Lines as if nothing was drawn.
    Plain(Vec<Row>),
}

/// The tables of a page.
pub(super) fn of(kept: &Kept) -> Vec<Grid> {
    let mut bars = kept.bars.clone();
    if bars.len() < 3 || bars.len() + kept.edges.len() > MANY {
        return Vec::new();
    }
    bars.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut groups: Vec<(f32, f32, Vec<Bar>)> = Vec::new();
    for bar in bars {
        match groups.last_mut().filter(|group| bar.y0 <= group.1 + SNAP) {
            Some(group) => {
                group.1 = group.1.max(bar.y1);
                group.2.push(bar);
            }
            None => groups.push((bar.y0, bar.y1, vec![bar])),
        }
    }
    groups.iter().filter_map(|(top, bottom, bars)| Grid::new(*top, *bottom, bars, &kept.edges)).collect()
}

impl Grid {
    fn new(top: f32, bottom: f32, bars: &[Bar], rules: &[Rule]) -> Option<Grid> {
        let xs = snapped(bars.iter().map(|bar| bar.x));
        let (first, last) = (*xs.first()?, *xs.last()?);
        let inside = |rule: &&Rule| {
            (top - SNAP..=bottom + SNAP).contains(&rule.y) && rule.x1 > first && rule.x0 < last
        };
        let rules = Vec::from_iter(rules.iter().filter(inside));
        let ys = snapped(rules.iter().map(|rule| rule.y).chain([top, bottom]));
        let (columns, bands) = (xs.len() - 1, ys.len().checked_sub(1)?);
        if columns < 2 || bands < 2 || columns > COLUMNS || bands > BANDS {
            return None;
        }
        let (mut above, mut left) = (vec![false; bands * columns], vec![false; bands * columns]);
        let near = |edges: &[f32], at: f32| edges.partition_point(|edge| edge + SNAP < at);
        for rule in rules {
            let band = near(&ys, rule.y);
            for column in 0..columns {
                let (x0, x1) = (xs[column], xs[column + 1]);
                let covered = rule.x1.min(x1) - rule.x0.max(x0);
                if band < bands && covered > 0.5 * (x1 - x0) {
                    above[band * columns + column] = true;
                }
            }
        }
        for bar in bars {
            let column = near(&xs, bar.x);
            for band in 0..bands {
                let covered = bar.y1.min(ys[band + 1]) - bar.y0.max(ys[band]);
                if column < columns && covered > 0.5 * (ys[band + 1] - ys[band]) {
                    left[band * columns + column] = true;
                }
            }
        }
        // Boxes of a drawing stand apart: few of the bars go from one to the next.
        let drawn = left.iter().filter(|left| **left).count();
        (drawn * 5 >= left.len() * 2).then_some(Grid { xs, ys, above, left })
    }

    fn columns(&self) -> usize {
        self.xs.len() - 1
    }

    /// The band that a line stands in.
    fn band(&self, y: f32) -> Option<usize> {
        let at = self.ys.partition_point(|edge| *edge < y - 0.5);
        (at < self.ys.len()).then(|| at.checked_sub(1)).flatten()
    }

    /// Where bars part what stands on this line.
    pub fn cuts(&self, y: f32) -> impl Iterator<Item = f32> + '_ {
        let band = self.band(y);
        let columns = self.columns();
        let drawn = move |column: &usize| band.is_some_and(|band| self.left[band * columns + column]);
        (1..columns).filter(drawn).map(|column| self.xs[column])
    }

    fn is_inside(&self, piece: &Piece) -> bool {
        let middle = (piece.x0 + piece.x1) / 2.0;
        middle > self.xs[0] && self.xs.last().is_some_and(|right| middle < *right)
    }

    /// How many of the rows, which begin here, stand in the table.
    pub fn rows(&self, rows: &[Row]) -> usize {
        let is_in =
            |row: &&Row| self.band(row.y).is_some() && row.pieces.iter().any(|piece| self.is_inside(piece));
        rows.iter().take_while(is_in).count()
    }

    /// The bands of the table that these rows make, and what stands beside it; `None` if they make none.
    pub fn bands(&self, rows: &[Row]) -> Option<(Vec<Band>, Vec<Row>)> {
        let (head, rows) = match rows.split_first() {
            Some((first, rest)) if self.band(first.y).is_none() => (Some(first), rest),
            _ => (None, rows),
        };
        let mut beside = Vec::new();
        let mut bands: Vec<(usize, Vec<Row>)> = Vec::new();
        for row in rows {
            let (inside, outside): (Vec<Piece>, Vec<Piece>) =
                row.pieces.iter().cloned().partition(|piece| self.is_inside(piece));
            if !outside.is_empty() {
                beside.push(Row { pieces: outside, ..row.clone() });
            }
            let (Some(band), false) = (self.band(row.y), inside.is_empty()) else { continue };
            let row = Row { pieces: inside, ..row.clone() };
            match bands.last_mut().filter(|last| last.0 == band) {
                Some(last) => last.1.push(row),
                None => bands.push((band, vec![row])),
            }
        }
        let mut all: Vec<(usize, Vec<Cell>)> = Vec::new();
        for (band, rows) in bands {
            let mut own = Vec::new();
            for cell in self.cells(band, &rows) {
                // A cell that goes on from a band above, for no rule is drawn between them, belongs there.
                let origin = self.origin(&all, band, &cell).and_then(|at| all.get_mut(at));
                let Some((_, cells)) = origin else {
                    own.push(cell);
                    continue;
                };
                let over = |other: &Cell| other.column < cell.end && cell.column < other.end;
                match cells.iter().position(over) {
                    Some(at) if (cells[at].column, cells[at].end) == (cell.column, cell.end) => {
                        cells[at].rows.extend(cell.rows);
                    }
                    Some(_) => own.push(cell),
                    None => {
                        cells.push(cell);
                        cells.sort_by_key(|cell| cell.column);
                    }
                }
            }
            if !own.is_empty() {
                all.push((band, own));
            }
        }
        // Other text beside it: what is drawn is a part of the page, not a table in it.
        let full = all.iter().filter(|(_, cells)| cells.len() >= 2).count();
        if full < 2 || beside.len() * 3 > rows.len() {
            return None;
        }
        let cells = all.into_iter().map(|(_, cells)| cells);
        let head = head.and_then(|row| self.parted(row));
        let mut bands = Vec::from_iter(head.into_iter().chain(cells).map(|cells| self.band_of(cells)));
        let rows = bands.iter_mut().filter_map(|band| match band {
            Band::Row(row) => Some(row),
            _ => None,
        });
        cells::renumber(&mut Vec::from_iter(rows));
        Some((bands, beside))
    }

    /// Where in the list of bands a cell begins that goes on in this band.
    fn origin(&self, all: &[(usize, Vec<Cell>)], mut band: usize, cell: &Cell) -> Option<usize> {
        let open = |band: usize| {
            let above = &self.above[band * self.columns()..];
            !above[cell.column..cell.end].contains(&true)
        };
        let mut at = all.len();
        let mut origin = None;
        while band > 0 && open(band) {
            band -= 1;
            if let Some(before) = at.checked_sub(1).filter(|before| all[*before].0 == band) {
                at = before;
                origin = Some(at);
            }
        }
        origin
    }

    /// The cells of a band that hold text.
    fn cells(&self, band: usize, rows: &[Row]) -> Vec<Cell> {
        let columns = self.columns();
        let left = &self.left[band * columns..(band + 1) * columns];
        let mut cells: Vec<Cell> = Vec::new();
        for row in rows {
            for piece in &row.pieces {
                let middle = (piece.x0 + piece.x1) / 2.0;
                let at = self.xs.partition_point(|x| *x <= middle).saturating_sub(1).min(columns - 1);
                let column = (1..=at).rev().find(|&at| left[at]).unwrap_or(0);
                let end = (at + 1..columns).find(|&at| left[at]).unwrap_or(columns);
                let cell = match cells.iter_mut().position(|cell| cell.column == column) {
                    Some(at) => &mut cells[at],
                    None => {
                        cells.push(Cell { column, end, rows: Vec::new() });
                        match cells.last_mut() {
                            Some(cell) => cell,
                            None => continue,
                        }
                    }
                };
                match cell.rows.last_mut().filter(|last| last.y == row.y) {
                    Some(last) => last.pieces.push(piece.clone()),
                    None => cell.rows.push(Row { y: row.y, size: row.size, pieces: vec![piece.clone()] }),
                }
            }
        }
        cells.sort_by_key(|cell| cell.column);
        cells
    }

    /// How a band is read.
    fn band_of(&self, mut cells: Vec<Cell>) -> Band {
        number(&mut cells);
        self.part(&mut cells);
        if cells.len() < 2 {
            return Band::Plain(cells.pop().map_or_else(Vec::new, |cell| cell.rows));
        }
        let size = |cell: &Cell| cell.pieces().map(|piece| piece.text.len()).sum::<usize>();
        let is_prose = |cell: &Cell| {
            let rows = cell.rows.len();
            rows >= PROSE.0 && size(cell) >= rows * PROSE.1 && size(cell) > LONG
        };
        let counts = |cell: &Cell| cell.pieces().next().is_some_and(|piece| is_figure(&piece.text));
        let long = cells.iter().map(size).max().unwrap_or(0);
        let is_row = long <= 3 * LONG && cells.iter().any(counts);
        if cells.iter().any(is_prose) && !is_row {
            return Band::Cells(cells.into_iter().map(|cell| cell.rows).collect());
        }
        if cells.iter().any(|cell| cell.rows.len() > LINES) || self.holds_rows(&cells) {
            return Band::Plain(rows_of(cells));
        }
        let ys = || cells.iter().flat_map(|cell| cell.rows.iter().map(|row| row.y));
        let (top, y) = (ys().fold(f32::MAX, f32::min), ys().fold(f32::MIN, f32::max));
        let columns = cells.iter().map(|cell| cell.column).collect();
        let size = cells.iter().flat_map(Cell::pieces).map(|piece| piece.size).fold(0.0, f32::max);
        let joined = cells.iter().filter_map(|cell| {
            let mut pieces = cell.pieces();
            let mut whole = pieces.next()?.clone();
            pieces.for_each(|piece| append(&mut whole, piece));
            Some(whole)
        });
        Band::Row(Merged { row: Row { y, size, pieces: joined.collect() }, top, columns })
    }

    /// Parts a line that no bar parts where its pieces stand in columns of their own, as in a head above them.
    fn part(&self, cells: &mut Vec<Cell>) {
        let [Cell { rows, .. }] = cells.as_slice() else { return };
        let [row] = rows.as_slice() else { return };
        if let Some(parted) = self.parted(row) {
            *cells = parted;
        }
    }

    /// The pieces of a line as cells, if each stands in a column of its own.
    fn parted(&self, row: &Row) -> Option<Vec<Cell>> {
        let middle = |piece: &Piece| (piece.x0 + piece.x1) / 2.0;
        let column = |piece: &Piece| self.xs.partition_point(|x| *x <= middle(piece)).saturating_sub(1);
        let columns = Vec::from_iter(row.pieces.iter().map(column));
        if row.pieces.len() < 2
            || !columns.is_sorted_by(|a, b| a < b)
            || !row.pieces.iter().all(|piece| self.is_inside(piece))
        {
            return None;
        }
        let parted = columns.iter().zip(&row.pieces).map(|(&column, piece)| Cell {
            column,
            end: column + 1,
            rows: vec![Row { pieces: vec![piece.clone()], ..row.clone() }],
        });
        Some(parted.collect())
    }

    /// Whether the columns' names stand in this line, right above the table.
    pub fn is_head(&self, row: &Row) -> bool {
        (0.0..2.0 * row.size).contains(&(self.ys[0] - row.y)) && self.parted(row).is_some()
    }

    /// Whether a band holds several rows of a table between whose rows nothing is drawn: lines that all begin anew though
    /// the ones above had room for more, and figures beside them.
    fn holds_rows(&self, cells: &[Cell]) -> bool {
        let mut ys = Vec::from_iter(cells.iter().flat_map(|cell| cell.rows.iter().map(|row| row.y)));
        ys.sort_by(f32::total_cmp);
        ys.dedup();
        let mut figures = 0;
        for (at, y) in ys.into_iter().enumerate() {
            let (mut filled, mut anew, mut figure) = (0, 0, false);
            for cell in cells {
                let Some(line) = cell.rows.iter().position(|row| row.y == y) else { continue };
                let Some(piece) = cell.rows[line].pieces.first() else { continue };
                let before = line.checked_sub(1).and_then(|line| cell.rows[line].pieces.last());
                let begins = piece.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let right = self.xs[cell.end];
                filled += 1;
                anew += usize::from(begins && before.is_some_and(|above| !is_broken(above, piece, right)));
                figure |= filled > 1 && is_figure(&piece.text);
            }
            figures += usize::from(filled > 1 && figure);
            if at > 0 && filled > 1 && anew == filled {
                return true;
            }
        }
        figures > 2
    }
}

impl Cell {
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.rows.iter().flat_map(|row| &row.pieces)
    }
}

/// The lines of cells beside each other.
fn rows_of(cells: Vec<Cell>) -> Vec<Row> {
    let mut rows = Vec::from_iter(cells.into_iter().flat_map(|cell| cell.rows));
    rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        match lines.last_mut().filter(|last| last.y == row.y) {
            Some(last) => {
                last.pieces.extend(row.pieces);
                last.pieces.sort_by(|a, b| a.x0.total_cmp(&b.x0));
            }
            None => lines.push(row),
        }
    }
    lines
}

/// Puts a point's number, which has a cell of its own, before the text of the next.
fn number(cells: &mut Vec<Cell>) {
    let is_number =
        |text: &str| rows::is_marker(text) && (text.ends_with(['.', ')']) || text.starts_with('§'));
    let [first, second, ..] = cells.as_mut_slice() else { return };
    let [Row { pieces, .. }] = first.rows.as_slice() else { return };
    let [number] = pieces.as_slice() else { return };
    let Some(piece) = second.rows.first_mut().and_then(|row| row.pieces.first_mut()) else { return };
    if is_number(&number.text) && second.column == first.end {
        piece.text = format!("{} {}", number.text, piece.text);
        second.column = first.column;
        cells.remove(0);
    }
}

/// Places, from the least, of which those that lie close together are one.
fn snapped(places: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut places = Vec::from_iter(places);
    places.sort_by(f32::total_cmp);
    places.dedup_by(|next, before| *next - *before < SNAP);
    places
}
