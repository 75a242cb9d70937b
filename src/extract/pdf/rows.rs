//! Letters into pieces of lines, and pieces into rows.

use super::glyph::Glyph;
use super::grid::Grid;
use crate::extract::raised::raised;

/// A gap of this many letter sizes parts two pieces of a row: more than any blank between words.
const APART: f32 = 1.0;
/// So much parts them where other lines have pieces that begin there: more than blanks in lines that are filled out.
const NARROW: f32 = 0.6;
/// So much does where many lines have.
const CLOSE: f32 = 0.4;
/// So many other pieces must begin there, so many are many, and so near, in points.
const COMMON: usize = 3;
const MANY: usize = 6;
const EDGE: f32 = 1.0;
/// So many letter sizes a bullet or number stands before its text at most.
const REACH: f32 = 4.5;
/// A shadow falls at most so many letter sizes away; no two letters stand so close.
const SHADOW: f32 = 0.12;
/// A gap of this many letter sizes is a blank.
const BLANK: f32 = 0.16;
/// Letters this many times larger than those of a line are none of it.
const MEASURE: f32 = 2.6;
/// A line has at most so many raised or lowered letters.
const MARKS: usize = 12;
/// Words that fill a line are at most so far apart, where they are so evenly, or so far; lines end so near to each other, in points.
const WIDEST: f32 = 4.0;
const BETWEEN: f32 = 1.6;
const EVEN: f32 = 0.3;
const FULL: f32 = 2.5;
/// A title is so many times larger than the small print beside it, and stands in one of the first rows.
const TITLE: f32 = 1.3;
const HEAD: usize = 12;
/// Leaders have so many dots at least.
const LEADERS: usize = 6;
/// Letters that are spread out stand farther apart than this.
const SPREAD: f32 = 0.08;

/// A piece of a row without wide gaps.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub x0: f32,
    pub x1: f32,
    /// The size of most of its letters.
    pub size: f32,
    pub bold: bool,
    /// Its widest blank between words, in letter sizes.
    pub blank: f32,
    /// A bar is drawn before it.
    pub cut: bool,
    pub text: String,
}

/// What stands on one line of the page, from the left.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub y: f32,
    pub size: f32,
    pub pieces: Vec<Piece>,
}

impl Row {
    pub fn x0(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.x0)
    }

    /// Its left and right ends.
    fn ends(&self) -> (f32, f32) {
        (self.x0(), self.pieces.last().map_or(0.0, |piece| piece.x1))
    }

    pub fn bold(&self) -> bool {
        self.pieces.iter().all(|piece| piece.bold)
    }
}

/// The rows of a page, from the top.
pub(super) fn of(mut glyphs: Vec<Glyph>, grids: &[Grid]) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut().filter(|line| is_in_line(line, glyph)) {
            Some(line) => line.push(glyph),
            None => lines.push(vec![glyph]),
        }
    }
    raise(&mut lines);
    // The line's own letters come first: its baseline is theirs.
    let baselines = Vec::from_iter(lines.iter().map(|line| line.first().map_or(0.0, |glyph| glyph.y)));
    for line in &mut lines {
        if !line.is_sorted_by(|a, b| a.x0 <= b.x0) {
            from_the_left(line);
        }
        drop_doubles(line);
    }
    let edges = edges(&lines);
    let mut cuts = Vec::new();
    let rows = lines.iter().zip(baselines).filter_map(|(line, y)| {
        cuts.clear();
        cuts.extend(grids.iter().flat_map(|grid| grid.cuts(y)));
        row(line, y, &edges, &cuts)
    });
    let mut rows = Vec::from_iter(rows);
    lift_titles(&mut rows);
    rows
}

/// Where pieces begin behind a wide gap: the left edges of columns and cells, from the left.
fn edges(lines: &[Vec<Glyph>]) -> Vec<f32> {
    let gaps = lines.iter().flat_map(|line| line.windows(2)).filter(|pair| gap(pair) > APART);
    let mut edges = Vec::from_iter(gaps.map(|pair| pair[1].x0));
    edges.sort_by(f32::total_cmp);
    edges
}

/// The gap between two letters, in letter sizes.
fn gap(pair: &[Glyph]) -> f32 {
    (pair[1].x0 - pair[0].x1) / pair[1].size.max(pair[0].size)
}

/// Whether two letters belong to two pieces: a wide gap parts them, or a narrower one before a place where other lines
/// have pieces that begin, as where a full line of one column comes near to the next.
fn is_apart(line: &[Glyph], at: usize, edges: &[f32]) -> bool {
    let Some(pair) = line.get(at - 1..=at) else { return true };
    let gap = gap(pair);
    // Beside letters of another size a blank is no wider than that of the smaller.
    let (less, more) = (pair[0].size.min(pair[1].size), pair[0].size.max(pair[1].size));
    if gap > APART || more >= TITLE * less && gap * more > 1.2 * APART * less {
        return true;
    }
    if gap <= CLOSE {
        return false;
    }
    let x0 = pair[1].x0;
    let begin = |count: usize| {
        let from = edges.partition_point(|edge| *edge < x0 - EDGE);
        edges.get(from + count - 1).is_some_and(|edge| *edge <= x0 + EDGE)
    };
    // Blanks of lines that are filled out are as wide.
    let usual = || {
        let mut gaps = Vec::from_iter(line.windows(2).map(self::gap).filter(|gap| *gap > BLANK));
        gaps.sort_by(f32::total_cmp);
        gaps.get(gaps.len() / 2).copied().unwrap_or(0.0)
    };
    gap > NARROW && begin(COMMON) || begin(MANY) && gap > 1.5 * usual() || ends_amount(line, at)
}

/// Whether an amount ends before this letter and another begins with it: *715,58 -12,15*.
fn ends_amount(line: &[Glyph], at: usize) -> bool {
    let Some([comma, tenths, ends, begins]) = at.checked_sub(3).and_then(|from| line.get(from..=at)) else {
        return false;
    };
    comma.c == ','
        && tenths.c.is_ascii_digit()
        && ends.c.is_ascii_digit()
        && (begins.c.is_ascii_digit() || matches!(begins.c, '-' | '–' | '−'))
}

/// Where words are spread out to fill a line, as far as the lines beside it, they are no cells.
pub(super) fn fill(rows: &mut [Row]) {
    for at in 0..rows.len() {
        if rows[at].pieces.len() < 2 || !is_spread_out(&rows[at].pieces) {
            continue;
        }
        let (x0, x1) = rows[at].ends();
        let row = &rows[at];
        let full = |other: &Row| {
            let ends = other.ends();
            other.pieces.len() == 1
                && (other.y - row.y).abs() < 1.8 * row.size
                && (ends.0 - x0).abs() < FULL
                && (ends.1 - x1).abs() < FULL
        };
        let above = at.checked_sub(1).map(|above| &rows[above]);
        if above.into_iter().chain(rows.get(at + 1)).any(full) {
            let words = Vec::from_iter(row.pieces.iter().map(|piece| piece.text.as_str())).join(" ");
            let bold = row.bold();
            let first = rows[at].pieces.swap_remove(0);
            rows[at].pieces = vec![Piece { x1, bold, text: words, ..first }];
        }
    }
}

/// Whether pieces of a line are words with the same gap between all of them, most of them in small letters.
fn is_spread_out(pieces: &[Piece]) -> bool {
    let gaps = pieces.windows(2).map(|pair| (pair[1].x0 - pair[0].x1) / pair[1].size);
    let (least, most) = gaps.fold((f32::MAX, f32::MIN), |(least, most), gap| (least.min(gap), most.max(gap)));
    let small = pieces.iter().skip(1).filter(|piece| piece.text.starts_with(char::is_lowercase)).count();
    let even = pieces.iter().all(|piece| piece.blank == 0.0 || piece.blank > least - EVEN);
    let even = even && most < WIDEST && most - least < EVEN;
    (even || most < BETWEEN) && pieces.iter().all(|piece| !piece.cut) && 2 * small + 1 >= pieces.len()
}

/// Takes the large pieces at the head of a page, which stand between small lines or beside them, out of their rows: a title
/// with a block of small print on its left and on its right is read before them.
fn lift_titles(rows: &mut Vec<Row>) {
    let head = rows.len().min(HEAD);
    let mut lifted: Vec<(usize, Row)> = Vec::new();
    let mut first = usize::MAX;
    for at in 0..head {
        for piece in &rows[at].pieces {
            let small = |other: &Piece| other.size * TITLE <= piece.size;
            let near = |row: &Row, reach: f32| (row.y - rows[at].y).abs() < reach * piece.size;
            let across = |other: &Piece| other.x0 < piece.x1 && other.x1 > piece.x0;
            let is_word = piece.text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
            let beside = |row: &Row| {
                let y = row.y - rows[at].y;
                y > -0.95 * piece.size && y < 0.3 * piece.size && row.pieces.iter().any(small)
            };
            let rows = &rows[..rows.len().min(head + 4)];
            let mut around = rows.iter().filter(|row| near(row, 2.0)).flat_map(|row| &row.pieces);
            if !is_word || around.any(|other| small(other) && across(other)) {
                continue;
            }
            if let Some(begin) = rows.iter().position(beside) {
                first = first.min(begin);
                lifted.push((at, Row { y: rows[at].y, size: piece.size, pieces: vec![piece.clone()] }));
            }
        }
    }
    if lifted.is_empty() || lifted.len() > 4 {
        return;
    }
    for (at, title) in &lifted {
        rows[*at].pieces.retain(|piece| piece.x0 != title.pieces[0].x0);
        rows[*at].size = rows[*at].pieces.iter().map(|piece| piece.size).fold(0.0, f32::max);
    }
    rows.splice(first..first, lifted.into_iter().map(|(_, row)| row));
    rows.retain(|row| !row.pieces.is_empty());
}

/// Puts the letters of a line in order from the left. What was drawn in one go stays together where it runs into what
/// was drawn beside it: letters are not mixed.
fn from_the_left(line: &mut Vec<Glyph>) {
    let mut run = 0;
    let mut drawn = Vec::with_capacity(line.len());
    for (at, glyph) in line.iter().enumerate() {
        let goes_on = at.checked_sub(1).map(|before| line[before]).is_some_and(|before| {
            let rule = |c: char| matches!(c, '_' | '.' | '…');
            let step = glyph.x0 - before.x1;
            before.y == glyph.y
                && before.size == glyph.size
                && glyph.x0 > before.x0
                && step < 0.5 * glyph.size
                && rule(before.c) == rule(glyph.c)
        });
        run += usize::from(!goes_on);
        drawn.push((run, *glyph));
    }
    let begin = |drawn: &[(usize, Glyph)]| drawn.first().map_or(0.0, |(_, glyph)| glyph.x0);
    let end = |drawn: &[(usize, Glyph)]| drawn.last().map_or(0.0, |(_, glyph)| glyph.x1);
    drop_leaders(&mut drawn);
    let mut runs = Vec::from_iter(drawn.chunk_by(|a, b| a.0 == b.0));
    runs.sort_by(|a, b| begin(a).total_cmp(&begin(b)));
    // A run that begins well inside another follows it, unless it is drawn over the same letters again.
    let mixed = runs.windows(2).any(|pair| {
        let inside = end(pair[0]) - begin(pair[1]);
        let size = pair[1][0].1.size;
        pair[0].len().min(pair[1].len()) > 1
            && inside > 0.3 * size
            && begin(pair[1]) - begin(pair[0]) > SHADOW * size
    });
    if mixed {
        *line = runs.into_iter().flatten().map(|(_, glyph)| *glyph).collect();
    } else {
        *line = drawn.into_iter().map(|(_, glyph)| glyph).collect();
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
}

/// Leaves out the dots of leaders that run on under the number that they lead to.
fn drop_leaders(drawn: &mut Vec<(usize, Glyph)>) {
    let is_dot = |glyph: &Glyph| matches!(glyph.c, '.' | '…');
    let mut leads: Vec<(usize, f32, f32)> = Vec::new();
    for run in drawn.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() >= LEADERS && is_dot(&run[0].1)) {
        leads.push((run[0].0, run[0].1.x0, run[run.len() - 1].1.x1));
    }
    if leads.is_empty() {
        return;
    }
    let mut letters = Vec::from_iter(drawn.iter().filter(|(_, glyph)| !is_dot(glyph)).map(|(_, g)| g.x0));
    letters.sort_by(f32::total_cmp);
    // Where each of them comes to a letter.
    let ends = leads.iter().filter_map(|&(run, from, to)| {
        let next = *letters.get(letters.partition_point(|x| *x <= from))?;
        (next < to).then_some((run, next))
    });
    let ends = Vec::from_iter(ends);
    drawn.retain(|(run, glyph)| {
        let end = ends.binary_search_by_key(run, |end| end.0).map(|at| ends[at].1);
        !end.is_ok_and(|end| glyph.x1 >= end)
    });
}

/// Whether a letter stands on the line that came last. Lines run into each other where letters of two columns lie
/// a little apart: the line's first baseline counts.
fn is_in_line(line: &[Glyph], glyph: Glyph) -> bool {
    // Letters of another measure lie over the line or under it: *UTKAST* across the page.
    let alike = |a: f32, b: f32| a < MEASURE * b && b < MEASURE * a;
    line.first().is_some_and(|first| {
        glyph.y - first.y <= 0.28 * glyph.size.min(first.size) && alike(glyph.size, first.size)
    })
}

/// Puts the small raised or lowered letters (a footnote's number) that have a line of their own into the line they
/// belong to.
fn raise(lines: &mut Vec<Vec<Glyph>>) {
    let mut kept: Vec<Vec<Glyph>> = Vec::with_capacity(lines.len());
    let mut rest = std::mem::take(lines).into_iter().peekable();
    while let Some(mut line) = rest.next() {
        if let Some(next) = rest.peek_mut().filter(|next| is_index_of(&line, next)) {
            next.append(&mut line);
            // The line's own letters come first: its baseline is theirs.
            let size = next.iter().map(|g| g.size).fold(0.0, f32::max);
            next.sort_by_key(|glyph| glyph.size < 0.8 * size);
        } else if let Some(last) = kept.last_mut().filter(|last| is_index_of(&line, last)) {
            last.append(&mut line);
        } else {
            kept.push(line);
        }
    }
    *lines = kept;
}

/// Whether all of `small` are indices beside letters of `line`.
fn is_index_of(small: &[Glyph], line: &[Glyph]) -> bool {
    let (Some(first), Some(own)) = (small.first(), line.first()) else { return false };
    let size = small.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
    let near = |glyph: &Glyph, other: &Glyph| {
        glyph.x0 - other.x1 < 0.3 * other.size && other.x0 - glyph.x1 < 0.3 * other.size
    };
    let beside = |glyph: &Glyph| line.iter().any(|other| near(glyph, other));
    if small.len() > MARKS {
        return false;
    }
    // The second figure of a mark stands beside the first, and a second mark behind it (*3, 4*).
    let mut all = small.to_vec();
    all.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let follows = |at: usize| at > 0 && all[at].x0 - all[at - 1].x1 < 0.7 * all[at].size;
    line.len() > small.len()
        && size < 0.8 * own.size
        && (first.y - own.y).abs() < 0.6 * own.size
        && (0..all.len()).all(|at| beside(&all[at]) || follows(at))
}

fn row(line: &[Glyph], y: f32, edges: &[f32], cuts: &[f32]) -> Option<Row> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut cut = false;
    for at in 1..=line.len() {
        let pair = line.get(at - 1..=at);
        let is_cut = !cuts.is_empty() && pair.is_some_and(|pair| is_cut(pair, cuts));
        if is_cut || is_apart(line, at, edges) {
            pieces.extend(piece(&line[from..at]).map(|piece| Piece { cut, ..piece }));
            (from, cut) = (at, is_cut);
        }
    }
    let pieces = join_markers(pieces);
    let size = pieces.iter().map(|piece: &Piece| piece.size).fold(0.0, f32::max);
    (!pieces.is_empty()).then_some(Row { y, size, pieces })
}

/// Whether a bar runs down between two letters of two words.
fn is_cut(pair: &[Glyph], cuts: &[f32]) -> bool {
    let (left, right) = (pair[0].middle(), pair[1].middle());
    (pair[1].blank || gap(pair) > BLANK) && cuts.iter().any(|cut| (left..right).contains(cut))
}

/// Puts a point's bullet or number, which stands apart, before its text.
fn join_markers(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let first = joined.len() == 1;
        match joined.last_mut().filter(|last| {
            let numbers = first
                && is_number(&last.text)
                && (last.text.ends_with(['.', ')']) || piece.text.starts_with(char::is_uppercase));
            (is_bullet(&last.text) || numbers) && !piece.cut && piece.x0 - last.x1 < REACH * piece.size
        }) {
            Some(last) => {
                last.text = format!("{} {}", last.text, piece.text);
                (last.x1, last.size, last.bold) = (piece.x1, piece.size, piece.bold);
            }
            None => joined.push(piece),
        }
    }
    joined
}

/// Whether nothing but a point's bullet or number stands here.
pub(super) fn is_marker(text: &str) -> bool {
    is_bullet(text) || is_number(text)
}

fn is_bullet(text: &str) -> bool {
    matches!(text, "•" | "·" | "●" | "▪" | "■" | "◦" | "○" | "-" | "–" | "➢" | "✓" | "o" | "*")
}

/// `1`, `2.1`, `a)`, `§ 4`
fn is_number(text: &str) -> bool {
    let core = text.trim_start_matches(['§', ' ']).trim_end_matches(['.', ')']);
    let digits = core.chars().all(|c| c.is_ascii_digit() || c == '.') && core.len() <= 8;
    let letter = core.len() == 1 && text.len() == 2;
    !core.is_empty() && (digits || letter)
}

/// Some programs draw letters twice, a little apart, to make them bold.
fn drop_doubles(line: &mut Vec<Glyph>) {
    let mut kept: Vec<Glyph> = Vec::with_capacity(line.len());
    for glyph in line.drain(..) {
        // Dots of leaders may stand closer than a letter and its shadow.
        let shadow = if glyph.c.is_alphanumeric() { SHADOW * glyph.size } else { 0.0 };
        // In letters set narrow two of a kind stand closer than that, but not closer than they are wide.
        let width = glyph.x1 - glyph.x0;
        let shadow = if width > 0.05 * glyph.size { shadow.min(0.8 * width) } else { shadow };
        let reach = (0.25 * width).max(shadow);
        let again = |other: &Glyph| other.c == glyph.c && (glyph.x0 - other.x0).abs() < reach;
        if !kept.iter().rev().take(3).any(again) {
            kept.push(glyph);
        }
    }
    *line = kept;
}

fn piece(glyphs: &[Glyph]) -> Option<Piece> {
    let spread = spread(glyphs);
    let (piece, torn) = set(glyphs, spread, BLANK + spread)?;
    if is_torn(glyphs, torn) {
        set(glyphs, spread, parting(glyphs)).map(|(piece, _)| piece)
    } else {
        Some(piece)
    }
}

/// Whether letters that are spread out unevenly are read as words of one letter or two, parted where no blank is written.
fn is_torn(glyphs: &[Glyph], torn: usize) -> bool {
    torn >= 3
        && glyphs.len() < 3 * (torn + 1)
        && glyphs.iter().filter(|glyph| glyph.c.is_alphabetic()).count() * 10 >= glyphs.len() * 9
}

/// The gap from which on letters that are spread out unevenly are two words: the widest step between gaps in order.
fn parting(glyphs: &[Glyph]) -> f32 {
    let mut gaps = Vec::from_iter(glyphs.windows(2).map(gap));
    gaps.sort_by(f32::total_cmp);
    let upper = &gaps[gaps.len() / 2..];
    let step = upper.windows(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    step.filter(|step| step[1] - step[0] > BLANK / 2.0).map_or(f32::MAX, |step| (step[0] + step[1]) / 2.0)
}

/// The letters as text, with a blank where the gap is `wide`; and how many of the blanks nobody wrote.
fn set(glyphs: &[Glyph], spread: f32, wide: f32) -> Option<(Piece, usize)> {
    let (first, last) = (glyphs.first()?, glyphs.last()?);
    let mut text = String::with_capacity(glyphs.len() + glyphs.len() / 5);
    let mut figures = String::new();
    let mut base = *first;
    let (mut widest, mut torn) = (0.0f32, 0);
    for (at, glyph) in glyphs.iter().enumerate() {
        // The mark of a note: small figures above the line's own letters.
        let is_small = glyph.size < 0.8 * base.size && glyph.y < base.y - 0.1 * base.size;
        if is_small && glyph.c.is_ascii_digit() && !text.is_empty() {
            figures.push(glyph.c);
            continue;
        }
        end_raised(&mut text, &mut figures);
        if let Some(before) = at.checked_sub(1).map(|at| glyphs[at]) {
            let gap = (glyph.x0 - before.x1) / glyph.size.max(before.size);
            if gap > wide || (glyph.blank && gap > 0.05 + spread) {
                text.push(' ');
                widest = widest.max(gap);
                torn += usize::from(!glyph.blank);
            }
        }
        text.push(glyph.c);
        // What parts two marks stands as high as they do.
        if !(is_small && glyph.c == ',') {
            base = *glyph;
        }
    }
    end_raised(&mut text, &mut figures);
    let bold = glyphs.iter().filter(|glyph| glyph.bold).count() * 10 >= glyphs.len() * 9;
    let piece =
        Piece { x0: first.x0, x1: last.x1, size: usual(glyphs), bold, blank: widest, cut: false, text };
    Some((piece, torn))
}

/// Writes the raised figures that were met.
fn end_raised(text: &mut String, figures: &mut String) {
    if !figures.is_empty() {
        let piece = raised(text, figures);
        text.push_str(&piece);
        figures.clear();
    }
}

/// How far letters are spread out on purpose (*P R O T O K O L L*), in letter sizes.
fn spread(glyphs: &[Glyph]) -> f32 {
    let gap = |pair: &[Glyph]| (pair[1].x0 - pair[0].x1) / pair[1].size;
    // The dots of leaders are spread out by themselves.
    let gaps = || glyphs.windows(2).filter(|pair| pair.iter().all(|glyph| glyph.c != '.')).map(gap);
    let (count, wide) = gaps().fold((0, 0), |(all, wide), gap| (all + 1, wide + usize::from(gap > SPREAD)));
    // Nearly all letters, not only words, stand apart.
    if count < 4 || wide < count - count / 5 {
        return 0.0;
    }
    let mut gaps = Vec::from_iter(gaps());
    let middle = count / 2;
    *gaps.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// The size in the middle of those that letters have.
fn usual(glyphs: &[Glyph]) -> f32 {
    let first = glyphs.first().map_or(0.0, |glyph| glyph.size);
    // Mostly there is one.
    if glyphs.iter().all(|glyph| glyph.size == first) {
        return first;
    }
    let mut sizes = Vec::from_iter(glyphs.iter().map(|glyph| glyph.size));
    let middle = sizes.len() / 2;
    *sizes.select_nth_unstable_by(middle, f32::total_cmp).1
}
