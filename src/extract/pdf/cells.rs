//! Rows of a table whose cells go on over several lines of the page.
//!
//! Lines that stand nearer to each other than the rows of the table do, and whose text was broken because a cell has no
//! more room, are one row. Lines that could have stood beside each other, and figures one above the other, never are.

use super::rows::{Piece, Row};

/// Lines of one cell are at most so many letter sizes apart.
const NEAR: f32 = 1.5;
/// Rows of the table are so many times farther apart than the lines of a cell.
const FARTHER: f32 = 1.18;
/// A cell has at most so many lines.
const LINES: usize = 12;
/// A cell longer than this, in bytes, holds prose.
const LONG: usize = 400;
/// A line so many letter sizes below another, or less, may stand beside it.
const BESIDE: f32 = 0.95;
/// How much of a column may stay empty where a word had no room, in letter sizes.
const SLACK: f32 = 0.6;

/// A row of a table, with the place of its first line, and the column of each of its cells.
#[derive(Debug)]
pub(super) struct Merged {
    pub row: Row,
    pub top: f32,
    pub columns: Vec<usize>,
}

/// The rows of a table, each with all the lines of its cells.
pub(super) fn merged(rows: &[Row]) -> Vec<Merged> {
    let columns = columns(rows);
    let near = near(rows);
    let mut merged: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        match merged.last_mut() {
            Some(group) if group.len() < LINES && goes_on(group, row, &columns, near) => group.push(row),
            _ => merged.push(vec![row]),
        }
    }
    let rows = merged.into_iter().flat_map(|group| {
        let joined = join(&group, &columns);
        // A cell that holds prose is read line by line.
        if joined.row.pieces.iter().all(|cell| cell.text.len() <= LONG) {
            return vec![joined];
        }
        let alone = |row: &&Row| join(&[row], &columns);
        group.iter().map(alone).collect()
    });
    let mut rows = Vec::from_iter(rows);
    renumber(&mut Vec::from_iter(rows.iter_mut()));
    rows
}

/// Counts the columns of a table, but for those in which few of its rows have anything.
pub(super) fn renumber(rows: &mut [&mut Merged]) {
    let several = || rows.iter().filter(|row| row.columns.len() >= 2);
    let all = several().count();
    let count = several().flat_map(|row| row.columns.last()).max().map_or(0, |last| last + 1);
    let mut used = vec![0; count];
    several().flat_map(|row| &row.columns).for_each(|&column| used[column] += 1);
    let kept = Vec::from_iter(used.iter().scan(0, |before, used| {
        let own = *before;
        *before += usize::from(used * 4 >= all);
        Some(own)
    }));
    for row in rows {
        let mut least = 0;
        for column in &mut row.columns {
            *column = kept.get(*column).copied().unwrap_or(0).max(least);
            least = *column + 1;
        }
    }
}

/// The columns of a table, as the stretches that its fullest rows fill.
fn columns(rows: &[Row]) -> Vec<(f32, f32)> {
    let most = rows.iter().map(|row| row.pieces.len()).max().unwrap_or(0);
    let full = rows.iter().filter(|row| row.pieces.len() >= 2 && row.pieces.len() * 3 >= most * 2);
    let mut edges = Vec::from_iter(full.flat_map(|row| row.pieces.iter().map(|piece| (piece.x0, piece.x1))));
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for (x0, x1) in edges {
        match columns.last_mut().filter(|last| x0 < last.1) {
            Some(last) => last.1 = last.1.max(x1),
            None => columns.push((x0, x1)),
        }
    }
    columns
}

/// The step from line to line inside cells, if it is told from that between rows.
fn near(rows: &[Row]) -> f32 {
    let steps = rows.windows(2).map(|pair| (pair[1].y - pair[0].y) / pair[1].size.max(pair[0].size).max(1.0));
    let mut steps = Vec::from_iter(steps);
    steps.sort_by(f32::total_cmp);
    let jump =
        steps.windows(2).filter(|pair| pair[0] <= NEAR && pair[1] >= FARTHER * pair[0]).max_by(|a, b| {
            let by = |pair: &[f32]| pair[1] / pair[0].max(0.1);
            by(a).total_cmp(&by(b))
        });
    jump.map_or(0.0, |pair| pair[0] + 0.02)
}

/// The column that a piece stands in; `None` where it stands in none or across several.
fn column(piece: &Piece, columns: &[(f32, f32)]) -> Option<usize> {
    let mut over = columns.iter().enumerate().filter(|(_, (x0, x1))| piece.x0 < *x1 && piece.x1 > *x0);
    let (at, _) = over.next()?;
    over.next().is_none().then_some(at)
}

/// Whether a line goes on in the cells of the lines above it.
fn goes_on(group: &[&Row], row: &Row, columns: &[(f32, f32)], near: f32) -> bool {
    let Some(above) = group.last() else { return false };
    let step = (row.y - above.y) / row.size.max(above.size).max(1.0);
    let places = |row: &Row| Vec::from_iter(row.pieces.iter().map(|piece| column(piece, columns)));
    let own = places(row);
    if own.contains(&None) || group.iter().any(|row| places(row).contains(&None)) {
        return false;
    }
    // A label alone on its line has nothing of what stands above it without one: a sum, the head of the columns.
    let first = |row: &Row| places(row).first() == Some(&Some(0));
    if own == [Some(0)] && !group.iter().any(|row| first(row)) && step > BESIDE {
        return false;
    }
    let mut shared = 0;
    for (piece, at) in row.pieces.iter().zip(&own) {
        let Some(before) =
            group.iter().rev().find_map(|row| row.pieces.iter().find(|piece| column(piece, columns) == *at))
        else {
            continue;
        };
        shared += 1;
        let Some((_, right)) = at.map(|at| columns[at]) else { return false };
        // Names below each other begin with capitals, and so does a row that begins anew.
        let begins = *at == Some(0) && piece.text.starts_with(char::is_uppercase);
        if begins || !is_broken(before, piece, right) {
            return false;
        }
    }
    if step <= near {
        return true;
    }
    // Rows as near to each other as the lines of their cells: a line goes on that begins with small letters, or has nothing of
    // its own.
    let most = group.iter().map(|row| row.pieces.len()).max().unwrap_or(0);
    let small = row.pieces.iter().all(|piece| piece.text.starts_with(char::is_lowercase));
    let less = own.first() != Some(&Some(0)) && own.len() < most;
    step <= NEAR && near == 0.0 && shared == own.len() && (small || less)
}

/// Whether a cell holds nothing but figures.
pub(super) fn is_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,:-–−%".contains(c))
}

/// Whether the text of a cell was broken after `above` for want of room.
pub(super) fn is_broken(above: &Piece, next: &Piece, right: f32) -> bool {
    if is_figure(&above.text) || is_figure(&next.text) && next.text.len() > 4 {
        return false;
    }
    let word = next.text.split_whitespace().next().unwrap_or_default().chars().count();
    let letter = (next.x1 - next.x0) / next.text.chars().count().max(1) as f32;
    above.x1 + letter * (word + 1) as f32 > right - SLACK * above.size || above.text.ends_with('-')
}

/// The lines of one row as one: the parts of each cell follow each other.
fn join(group: &[&Row], columns: &[(f32, f32)]) -> Merged {
    let (Some(first), Some(last)) = (group.first(), group.last()) else {
        return Merged { row: Row { y: 0.0, size: 0.0, pieces: Vec::new() }, top: 0.0, columns: Vec::new() };
    };
    let top = first.y;
    if group.len() == 1 {
        return Merged { row: (*first).clone(), top, columns: numbers(&first.pieces, columns) };
    }
    let mut cells: Vec<(Option<usize>, Piece)> = Vec::new();
    for piece in group.iter().flat_map(|row| &row.pieces) {
        let at = column(piece, columns);
        match cells.iter_mut().find(|(column, _)| *column == at) {
            Some((_, cell)) => append(cell, piece),
            None => cells.push((at, piece.clone())),
        }
    }
    cells.sort_by(|a, b| a.1.x0.total_cmp(&b.1.x0));
    let pieces = Vec::from_iter(cells.into_iter().map(|(_, piece)| piece));
    let columns = numbers(&pieces, columns);
    Merged { row: Row { y: last.y, size: first.size.max(last.size), pieces }, top, columns }
}

/// Puts the next line of a cell behind those before.
pub(super) fn append(cell: &mut Piece, piece: &Piece) {
    let goes_on = piece.text.starts_with(char::is_lowercase);
    // The hyphen of *CO2-ekvivalenter* stands in the word itself.
    let half = cell.text.strip_suffix('-').filter(|half| goes_on && half.ends_with(char::is_lowercase));
    match half.map(str::len) {
        Some(len) => cell.text.truncate(len),
        None if goes_on && cell.text.ends_with('-') && !cell.text.ends_with(" -") => {}
        None => cell.text.push(' '),
    }
    cell.text.push_str(&piece.text);
    (cell.x0, cell.x1) = (cell.x0.min(piece.x0), cell.x1.max(piece.x1));
    cell.bold &= piece.bold;
}

/// The columns of a row's cells, as far as each stands in one of its own; where one does not, they are counted.
fn numbers(pieces: &[Piece], columns: &[(f32, f32)]) -> Vec<usize> {
    let own = pieces.iter().map(|piece| column(piece, columns));
    let own = own.collect::<Option<Vec<usize>>>().filter(|own| own.is_sorted_by(|a, b| a < b));
    own.unwrap_or_else(|| (0..pieces.len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lines: &[(f32, &[(f32, &str)])]) -> Vec<String> {
        let piece = |&(x0, text): &(f32, &str)| Piece {
            x0,
            x1: x0 + 5.0 * text.chars().count() as f32,
            size: 10.0,
            bold: false,
            blank: 0.0,
            cut: false,
            text: text.to_string(),
        };
        let row = |(y, pieces): &(f32, &[(f32, &str)])| Row {
            y: *y,
            size: 10.0,
            pieces: pieces.iter().map(piece).collect(),
        };
        let merged = merged(&Vec::from_iter(lines.iter().map(row)));
        let text = |row: &Row| Vec::from_iter(row.pieces.iter().map(|piece| piece.text.as_str())).join(" | ");
        merged.iter().map(|merged| text(&merged.row)).collect()
    }

    #[test]
    fn cells_that_a_program_wrapped() {
        assert_eq!(
            table(&[
                (0.0, &[(0.0, "Plan"), (60.0, "Återremiss till"), (160.0, "Åsa Öberg, chef")]),
                (12.0, &[(60.0, "förvaltningen"), (160.0, "för avdelningen")]),
                (24.0, &[(60.0, "för ny bered-")]),
                (36.0, &[(60.0, "ning")]),
                (54.0, &[(0.0, "Val"), (60.0, "Karin Ek"), (160.0, "Bo Ek")]),
                (72.0, &[(0.0, "Taxa"), (60.0, "Avslag"), (160.0, "Erik Sund")]),
            ]),
            [
                "Plan | Återremiss till förvaltningen för ny beredning | Åsa Öberg, chef för avdelningen",
                "Val | Karin Ek | Bo Ek",
                "Taxa | Avslag | Erik Sund",
            ]
        );
        // Rows as near as the lines of their cells.
        assert_eq!(
            table(&[
                (0.0, &[(0.0, "Ärende"), (100.0, "Beslut"), (200.0, "Namn")]),
                (12.0, &[(0.0, "Budget för år 2024"), (100.0, "Nämnden antar den"), (200.0, "Bo Ek")]),
                (24.0, &[(0.0, "med plan för"), (100.0, "och ger i uppdrag")]),
                (36.0, &[(0.0, "åren därefter")]),
                (48.0, &[(0.0, "Taxa"), (100.0, "Avslag"), (200.0, "Erik Sund")]),
            ]),
            [
                "Ärende | Beslut | Namn",
                "Budget för år 2024 med plan för åren därefter | Nämnden antar den och ger i uppdrag | Bo Ek",
                "Taxa | Avslag | Erik Sund"
            ]
        );
        // Cells of one line stand in the middle of the others' height.
        assert_eq!(
            table(&[
                (0.0, &[(0.0, "B42"), (60.0, "Vårbalen på slottet"), (200.0, "390,00")]),
                (15.0, &[(60.0, "Rättelse till tryck")]),
                (21.0, &[(0.0, "R5"), (200.0, "249,38")]),
                (27.0, &[(60.0, "nummer 7")]),
                (42.0, &[(0.0, "B74"), (60.0, "Höstbal"), (200.0, "370,00")]),
            ]),
            [
                "B42 | Vårbalen på slottet | 390,00",
                "R5 | Rättelse till tryck nummer 7 | 249,38",
                "B74 | Höstbal | 370,00"
            ]
        );
    }

    #[test]
    fn rows_that_stand_near_each_other_stay_rows() {
        let names: [(f32, &[(f32, &str)]); 6] = [
            (0.0, &[(0.0, "Anna Holm"), (100.0, "S"), (150.0, "ordförande")]),
            (12.0, &[(0.0, "Bo Ek"), (100.0, "M")]),
            (24.0, &[(0.0, "Cecilia Lund"), (100.0, "C")]),
            (44.0, &[(0.0, "David Öberg"), (100.0, "V")]),
            (56.0, &[(0.0, "Eva Ström"), (100.0, "S")]),
            (76.0, &[(0.0, "Gun Åberg"), (100.0, "L"), (150.0, "ersättare")]),
        ];
        assert_eq!(table(&names).len(), 6);
        let votes: [(f32, &[(f32, &str)]); 4] = [
            (0.0, &[(0.0, "Parti"), (60.0, "Ja"), (100.0, "Nej")]),
            (12.0, &[(0.0, "S"), (60.0, "12"), (100.0, "0")]),
            (24.0, &[(0.0, "M"), (60.0, "0"), (100.0, "9")]),
            (50.0, &[(0.0, "Summa"), (60.0, "12"), (100.0, "9")]),
        ];
        assert_eq!(table(&votes).len(), 4);
    }
}
