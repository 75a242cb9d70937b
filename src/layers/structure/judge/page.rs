//! What the judge knows of each row before it looks at candidates.

use super::super::layout::{Layout, Role, is_list_point};
use super::super::line_tests::is_date_line;
use super::super::numbering::{self, Number, Sort};
use super::ends::{self, Told};
use super::features::{Habit, RunIns, Texture};
use crate::document::Span;
use crate::scan::Source;
use crate::text::walk;
use foldhash::{HashMap, HashMapExt};

/// Lines longer than this, in bytes, are no headings.
pub(super) const LONGEST: usize = 420;
/// Shorter lines are the lines of headings, lists and forms.
const SHORT: usize = 45;
/// A caption is no longer, in bytes.
const CHAINED: usize = 90;
/// Runs of numbers that are kept open at once.
const OPEN_RUNS: usize = 12;

/// The last lines of a form and their numbers, newest last.
type Run = Vec<(u32, u32)>;

/// One row of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its text without a bullet.
    pub span: Span,
    /// The number that it begins with.
    pub number: Option<Number>,
    /// Index among the lines of those whose numbers this one goes on from, and that go on from it.
    pub from: Option<u32>,
    pub to: Option<u32>,
    /// How many numbers its run has.
    pub run: u16,
    /// Whether the last number of its sort is the same, or two less.
    pub same: bool,
    pub even: bool,
    /// Its row.
    pub row: u32,
    /// Blank rows above it.
    pub gap: u8,
    /// Blanks at its beginning.
    pub indent: u8,
    /// How often a line reads the same.
    pub repeated: u8,
    /// Of lines that each stand alone between blanks, how many follow each other here, and the place among them from 0.
    pub chain: (u8, u8),
    /// How many lines stand together without a blank, and the place among them from 0.
    pub block: (u8, u8),
    pub bullet: bool,
}

/// The rows with text, in order.
pub(super) struct Lines {
    pub all: Vec<Line>,
    /// Index among them of each row.
    pub of_row: Vec<u32>,
    pub habit: Habit,
    pub texture: Texture,
    /// Of the numbered lines, how many hold a title and the sentence behind it.
    pub run_ins: RunIns,
    /// Whether two lines or more are nothing but a year, each another: those of a chronicle.
    pub years: bool,
    /// How many lines are nothing but a figure.
    pub figures: usize,
    /// The lines with a number, in order, and what the wording tells of each.
    told: Vec<(u32, Told)>,
    /// How many blank rows part lines that belong together.
    pub usual_gap: u8,
    /// Bytes of a full line.
    pub width: usize,
    /// The first and last line whose number runs on.
    pub first_run: Option<u32>,
    pub last_run: Option<u32>,
}

impl Lines {
    pub fn of(source: &Source, layout: &Layout) -> Lines {
        // Half of the rows of a long text may be blank: room is made for the others alone.
        let texts = layout.rows.iter().filter(|row| !matches!(row.role, Role::Blank | Role::Markup)).count();
        let mut lines = Lines {
            all: Vec::with_capacity(texts),
            of_row: Vec::with_capacity(layout.rows.len()),
            habit: Habit::Tight,
            texture: Texture::Prose,
            run_ins: RunIns::None,
            years: false,
            figures: 0,
            told: Vec::new(),
            usual_gap: 0,
            width: 0,
            first_run: None,
            last_run: None,
        };
        let mut gap = 0u8;
        for (index, row) in layout.rows.iter().enumerate() {
            lines.of_row.push(lines.all.len() as u32);
            match row.role {
                Role::Blank => gap = gap.saturating_add(1),
                Role::Markup => {}
                // A page's number, alone on its line, parts what stands above and below it.
                Role::Furniture
                    if row.span.len() <= 3 && row.first.is_ascii_digit() && row.last.is_ascii_digit() =>
                {
                    gap = gap.saturating_add(1);
                }
                _ => {
                    lines.all.push(line(source, row.span, row.role, index, gap));
                    gap = 0;
                }
            }
        }
        lines.count(source);
        lines.chain();
        lines.block();
        lines.run_numbers();
        lines.read_ends(source);
        lines
    }

    /// Reads where headings with numbers end, and counts those that end inside of their line.
    fn read_ends(&mut self, source: &Source) {
        let numbered = (0..self.all.len()).filter(|&at| self.all[at].number.is_some());
        let told = Vec::from_iter(numbered.map(|at| (at as u32, ends::of(source, self, at))));
        let runs =
            || told.iter().map(|(at, told)| (&self.all[*at as usize], told)).filter(|(line, _)| line.run > 2);
        let inside = |(line, told): &(&Line, &Told)| {
            let head = line.span.start as usize + line.number.map_or(0, |n| n.width);
            matches!(told, Told::End(end, _) if *end < line.span.end && *end as usize > head)
        };
        let share = runs().filter(inside).count() * 100 / runs().count().max(1);
        self.run_ins = match share {
            0..5 => RunIns::None,
            5..35 => RunIns::Few,
            35..65 => RunIns::Half,
            _ => RunIns::Most,
        };
        self.told = told;
    }

    /// What the wording tells of the line `at`, which has a number.
    pub fn told(&self, at: usize) -> Option<Told> {
        let index = self.told.binary_search_by_key(&(at as u32), |(line, _)| *line).ok()?;
        Some(self.told[index].1)
    }

    /// Counts lines that recur and blanks, and measures the width.
    fn count(&mut self, source: &Source) {
        let key = |span: Span| span.of(source.text);
        let short = |line: &Line| ((line.span.end - line.span.start) as usize) < 100;
        // The number of each text among those that differ, and how often each stands.
        let (mut numbers, mut counts) = (HashMap::new(), Vec::<u8>::new());
        let number = |line: &Line| {
            let number: u32 = *numbers.entry(key(line.span)).or_insert_with(|| {
                counts.push(0);
                counts.len() as u32 - 1
            });
            counts[number as usize] = counts[number as usize].saturating_add(1);
            number
        };
        let mut same = Vec::with_capacity(self.all.len());
        same.extend(self.all.iter().filter(|l| short(l)).map(number));
        for (line, number) in self.all.iter_mut().filter(|l| short(l)).zip(same) {
            line.repeated = counts[number as usize];
        }
        let parted = self.all.iter().filter(|l| l.gap > 0).count();
        let many = self.all.len().max(1);
        self.habit = match parted * 100 / many {
            0..8 => Habit::Tight,
            8..70 => Habit::Parted,
            _ => Habit::Double,
        };
        if self.habit == Habit::Double {
            self.usual_gap = 1;
        }
        let figure = |l: &&Line| l.number.is_some_and(|n| n.sort == Sort::Decimal && n.width >= l.span.len());
        self.figures = self.all.iter().filter(figure).count();
        let brief = self.all.iter().filter(|l| l.span.len() < SHORT).count();
        self.texture = match brief * 100 / many {
            0..25 => Texture::Prose,
            25..50 => Texture::Mixed,
            50..75 => Texture::Short,
            _ => Texture::List,
        };
        let mut years = self.all.iter().filter(|l| l.span.len() == 4).map(|l| key(l.span));
        let mut years = years.by_ref().filter(|text| is_year(text));
        let first = years.next();
        self.years = years.any(|year| Some(year) != first);
        let mut widths = Vec::from_iter(self.all.iter().map(|l| (l.span.end - l.span.start) as usize));
        let most = widths.len() * 9 / 10;
        let width = if widths.is_empty() { 0 } else { *widths.select_nth_unstable(most).1 };
        self.width = width.clamp(50, 120);
    }

    /// Counts short lines that stand alone one below the other: captions, entries of a menu, names.
    fn chain(&mut self) {
        let lone = |at: usize| {
            let line = &self.all[at];
            line.span.len() < CHAINED && !line.bullet && self.real_gap(at) > 0 && self.real_gap(at + 1) > 0
        };
        let alone = Vec::from_iter((0..self.all.len()).map(lone));
        let mut at = 0;
        while at < alone.len() {
            let length = alone[at..].iter().take_while(|alone| **alone).count();
            for place in 0..length {
                // In a long chain the last place stays the last, and no other becomes it.
                let last = length.min(255) as u8 - 1;
                let told = if place + 1 == length { last } else { place.min(253) as u8 };
                self.all[at + place].chain = (last + 1, told);
            }
            at += length.max(1);
        }
    }

    /// Counts the lines that stand together.
    fn block(&mut self) {
        let mut at = 0;
        while at < self.all.len() {
            let mut end = at + 1;
            while end < self.all.len() && self.real_gap(end) == 0 {
                end += 1;
            }
            let length = (end - at).min(255) as u8;
            for place in at..end {
                let told = if place + 1 == end { length - 1 } else { (place - at).min(253) as u8 };
                self.all[place].block = (length, told);
            }
            at = end;
        }
    }

    /// Finds which numbers go on from which.
    fn run_numbers(&mut self) {
        // The last lines of each sort and depth, newest last.
        let mut open: Vec<((Sort, u8), Run)> = Vec::new();
        for at in 0..self.all.len() {
            let Some(number) = self.all[at].number else { continue };
            let form = (number.sort, number.depth.min(3));
            let slot = open.iter().position(|(f, _)| *f == form).unwrap_or_else(|| {
                open.push((form, Vec::new()));
                open.len() - 1
            });
            let same = &mut open[slot].1;
            let last = same.last().map(|l| l.1);
            self.all[at].same = last == Some(number.value);
            self.all[at].even = last.is_some_and(|l| l + 2 == number.value);
            match same.iter().rposition(|(_, value)| value + 1 == number.value) {
                Some(place) => {
                    let from = same[place].0;
                    self.all[at].from = Some(from);
                    self.all[from as usize].to.get_or_insert(at as u32);
                    self.first_run = Some(self.first_run.map_or(from, |first| first.min(from)));
                    self.last_run = Some(at as u32);
                    same.truncate(place);
                }
                None if same.len() >= OPEN_RUNS => drop(same.remove(0)),
                None => {}
            }
            same.push((at as u32, number.value));
        }
        // From the end of each run to its beginning, then back.
        for at in 0..self.all.len() {
            if self.all[at].number.is_some() {
                self.all[at].run = self.all[at].from.map_or(0, |from| self.all[from as usize].run) + 1;
            }
        }
        for at in (0..self.all.len()).rev() {
            if let Some(to) = self.all[at].to {
                self.all[at].run = self.all[at].run.max(self.all[to as usize].run);
            }
        }
    }

    /// Blank rows above the line, beyond those that part all lines: there one blank has become three.
    pub fn real_gap(&self, at: usize) -> u8 {
        self.all.get(at).map_or(2, |line| match self.usual_gap {
            0 => line.gap,
            usual => line.gap.saturating_sub(usual).div_ceil(2),
        })
    }
}

/// *1946*
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && matches!(text.as_bytes(), [b'1', b'6'..=b'9', ..] | [b'2', b'0', ..])
        && text.bytes().all(|b| b.is_ascii_digit())
}

fn line(source: &Source, span: Span, role: Role, row: usize, gap: u8) -> Line {
    let text = span.of(source.text);
    let bullet = role == Role::Item || is_list_point(text);
    let skip = if bullet {
        let mark = text.chars().next().map_or(0, char::len_utf8);
        walk::skip_space(text, mark)
    } else {
        0
    };
    // **§ 3** *Föreningens namn är …*: the number between marks, and its text.
    let bold = text[skip..].strip_prefix("**").is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '§') && walk::has(rest, "** ")
    });
    let skip = if bold { skip + 2 } else { skip };
    let skip = if skip < text.len() { skip } else { 0 };
    let span = Span { start: span.start + skip as u32, end: span.end };
    let text = &text[skip..];
    let number = (text.len() <= LONGEST).then(|| numbering::read(text)).flatten();
    let number = number.filter(|n| n.sort != Sort::Decimal || !is_date_line(text));
    let before = source.text.as_bytes().get(..span.start as usize).unwrap_or_default();
    let indent = before.iter().rev().take(60).take_while(|b| matches!(b, b' ' | b'\t')).count() as u8;
    Line {
        span,
        number,
        from: None,
        to: None,
        run: 0,
        same: false,
        even: false,
        row: row as u32,
        gap,
        indent,
        repeated: 1,
        chain: (0, 0),
        block: (1, 0),
        bullet,
    }
}
