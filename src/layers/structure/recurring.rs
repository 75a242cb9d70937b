//! Lines that stand again and again on the same side of page marks.

use super::layout::{Layout, Role, Row};
use crate::scan::Source;

/// How far from a page mark furniture is looked for, in lines with text.
const REACH: usize = 6;
/// The same in lines of any kind.
const FAR: usize = 3 * REACH;

/// Where a line stands to a page mark.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Before,
    After,
}

impl Side {
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The rows that may be one that pages repeat, in order: those around a page mark lie side by side.
pub(super) struct Zones(Vec<usize>);

impl Zones {
    pub fn of(layout: &Layout) -> Zones {
        let rows = layout.rows.iter().enumerate();
        Zones(rows.filter(|(_, row)| may_recur(row)).map(|(index, _)| index).collect())
    }

    /// Where in the list those are that stand on one side of a mark; those after it begin with its own.
    fn range(&self, mark: usize, side: Side) -> std::ops::Range<usize> {
        let at = self.0.partition_point(|&row| row < mark);
        let (before, after) = self.0.split_at(at);
        match side {
            Side::Before => {
                at - before.iter().rev().take(REACH).take_while(|&row| row + FAR >= mark).count()..at
            }
            Side::After => at..at + after.iter().take(REACH).take_while(|&row| *row < mark + FAR).count(),
        }
    }

    /// The rows on one side of a page mark, nearest first.
    pub fn around(&self, mark: usize, side: Side) -> impl Iterator<Item = usize> + '_ {
        let rows = &self.0[self.range(mark, side)];
        let nth = move |n: usize| match side {
            Side::Before => rows.len() - 1 - n,
            Side::After => n,
        };
        (0..rows.len()).map(move |n| rows[nth(n)])
    }

    /// All rows on this side of one of the marks, which are in order.
    fn all(&self, marks: &[usize], side: Side) -> Vec<usize> {
        let (mut rows, mut done) = (Vec::with_capacity(REACH * marks.len()), 0);
        for &mark in marks {
            let range = self.range(mark, side);
            rows.extend_from_slice(self.0.get(range.start.max(done)..range.end).unwrap_or_default());
            done = range.end.max(done);
        }
        rows
    }
}

/// Whether a line may be one that pages repeat.
fn may_recur(row: &Row) -> bool {
    matches!(row.role, Role::Text | Role::Row | Role::Furniture) && row.span.len() < 160
}

/// On which sides of page marks each row recurs: bits of [`Side`].
pub(super) struct Recurring(Vec<u8>);

impl Recurring {
    pub fn of(source: &Source, layout: &Layout, zones: &Zones, marks: &[usize]) -> Recurring {
        let mut candidates = candidates(source, layout, zones, marks);
        count_all(source, layout, zones, &mut candidates);
        let mut recurring = vec![0; layout.rows.len()];
        for candidate in candidates.iter().filter(|c| c.is_mostly_near()) {
            candidate.rows.iter().for_each(|&row| recurring[row] |= candidate.side.bit());
        }
        Recurring(recurring)
    }

    pub fn has(&self, row: usize, side: Side) -> bool {
        self.0[row] & side.bit() != 0
    }
}

/// A line that stands more than once on one side of page marks.
struct Candidate {
    edges: usize,
    key: u64,
    side: Side,
    /// The rows on that side of a mark, and how often the line stands anywhere.
    rows: Vec<usize>,
    all: usize,
}

impl Candidate {
    /// A title may end one page, in the contents, and begin another.
    fn is_mostly_near(&self) -> bool {
        self.rows.len() * 3 >= self.all * 2
    }
}

/// What may recur.
fn candidates(source: &Source, layout: &Layout, zones: &Zones, marks: &[usize]) -> Vec<Candidate> {
    let line = |row: usize| layout.rows[row].bytes(source);
    let mut candidates = Vec::new();
    for side in [Side::Before, Side::After] {
        let rows = zones.all(marks, side).into_iter();
        let mut near = Vec::from_iter(rows.map(|row| (edges(line(row)), row)));
        near.sort_unstable();
        // Most lines have edges that no other has here, and need no key.
        for alike in near.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() >= 2) {
            let mut keys = Vec::from_iter(alike.iter().map(|&(_, row)| (key(line(row)), row)));
            keys.sort_unstable();
            for same in keys.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() >= 2) {
                let rows = Vec::from_iter(same.iter().map(|(_, row)| *row));
                candidates.push(Candidate { edges: alike[0].0, key: same[0].0, side, rows, all: 0 });
            }
        }
    }
    candidates
}

/// Counts how often each of the candidates stands in the text, as far as that may still matter.
fn count_all(source: &Source, layout: &Layout, zones: &Zones, candidates: &mut [Candidate]) {
    candidates.sort_unstable_by_key(|c| (c.edges, c.key));
    // How many candidates with these edges may still recur: most lines have none, and need no key. Lists of votes
    // repeat the same few lines all over the text, and those are soon none.
    // (Of many short documents each pays for the room of the counts.)
    let mut open = [0u32; EDGES / 16];
    candidates.iter().for_each(|c| open[c.edges / 16] += 1);
    let begin = Begin::of(candidates.iter().map(|c| line_of(source, layout, c)));
    for row in zones.0.iter().map(|&row| &layout.rows[row]) {
        if row.role == Role::Furniture || !begin.may(row.first) {
            continue;
        }
        let line = row.bytes(source);
        let edges = edges(line);
        if open[edges / 16] == 0 {
            continue;
        }
        let same = (edges, key(line));
        let from = candidates.partition_point(|c| (c.edges, c.key) < same);
        // On one side of page marks, or on both.
        for candidate in candidates[from..].iter_mut().take_while(|c| (c.edges, c.key) == same) {
            let before = candidate.is_mostly_near();
            candidate.all += 1;
            open[edges / 16] -= u32::from(before && !candidate.is_mostly_near());
        }
    }
}

fn line_of<'t>(source: &Source<'t>, layout: &Layout, candidate: &Candidate) -> &'t [u8] {
    layout.rows[candidate.rows[0]].bytes(source)
}

/// The letters that lines begin with.
struct Begin([bool; 256]);

impl Begin {
    fn of<'t>(lines: impl Iterator<Item = &'t [u8]>) -> Begin {
        // Before the first letter a line may have anything.
        let mut begin = Begin(LETTERS.map(|is_letter| !is_letter));
        for line in lines {
            if let Some(&first) = line.iter().find(|b| is_letter(b)) {
                begin.0[usize::from(first)] = true;
            }
        }
        begin
    }

    /// Whether a line of this first byte may be one of them.
    fn may(&self, first: u8) -> bool {
        self.0[usize::from(first)]
    }
}

/// How often `key` stands in a sorted list.
pub(super) fn count(sorted: &[u64], key: u64) -> usize {
    let from = sorted.partition_point(|other| *other < key);
    sorted[from..].partition_point(|other| *other == key)
}

/// How many kinds of [`edges`] are told apart.
pub(super) const EDGES: usize = 1 << 14;

/// The line's first two and last two letters, hashed: lines of the same [`key`] have the same.
pub(super) fn edges(line: &[u8]) -> usize {
    fn two<'b>(bytes: impl Iterator<Item = &'b u8>) -> u32 {
        let mut letters = bytes.filter(|b| is_letter(b));
        let mut next = || letters.next().map_or(0, |&b| u32::from(b));
        next() << 8 | next()
    }
    let ends = match *line {
        // As most lines are.
        [a, b, .., y, z] if is_letter(&a) & is_letter(&b) & is_letter(&y) & is_letter(&z) => {
            u32::from_be_bytes([a, b, z, y])
        }
        _ => two(line.iter()) << 16 | two(line.iter().rev()),
    };
    (ends.wrapping_mul(0x9E37_79B1) >> 18) as usize
}

/// The line's letters, hashed: page numbers, dates and spacing do not count.
pub(super) fn key(line: &[u8]) -> u64 {
    const NONE: u64 = 0xCBF2_9CE4_8422_2325;
    let hash = line.iter().fold(NONE, |hash, b| {
        let next = (hash ^ u64::from(*b)).wrapping_mul(0x100_0000_01B3);
        if is_letter(b) { next } else { hash }
    });
    // Lines without a letter (dates, numbers) are the same only if their length is.
    if hash == NONE { line.len() as u64 } else { hash }
}

/// Letters of ASCII, and all that is beyond it.
static LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut b = 0;
    while b < letters.len() {
        letters[b] = (b as u8).is_ascii_alphabetic() || b >= 0x80;
        b += 1;
    }
    letters
};

fn is_letter(b: &u8) -> bool {
    LETTERS[usize::from(*b)]
}
