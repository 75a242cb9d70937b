//! What is set larger or bolder than the text: probably headings.

use super::Line;
use super::write::Sort;
use std::collections::{HashMap, HashSet};

/// Larger than the text by this factor.
const LARGER: f32 = 1.12;
/// A heading has no more letters than this, over all its lines.
const LONGEST: usize = 180;

/// Gives the lines that stand out a level: 1 for the largest size.
pub(super) fn rank(pages: &mut [Vec<Line>]) {
    let body = body_size(pages);
    let repeated = repeated(pages);
    let mut sizes: Vec<i32> = Vec::new();
    let (mut all, mut found) = (0, 0);
    for lines in pages.iter_mut() {
        all += lines.iter().map(|line| line.text.len()).sum::<usize>();
        let mut from = 0;
        while from < lines.len() {
            let to = from + same(&lines[from..]);
            let rank = rank_of(&lines[from..to], lines.get(to), body);
            if let Some(rank) = rank.filter(|_| !repeated.contains(&key(&lines[from].text))) {
                sizes.push(rank);
                for line in &mut lines[from..to] {
                    found += line.text.len();
                    line.level = Some(rank);
                }
            }
            from = to;
        }
    }
    // Where much stands out, nothing does: a poster, a form.
    if found * 3 > all {
        pages.iter_mut().flatten().for_each(|line| line.level = None);
        return;
    }
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    for line in pages.iter_mut().flatten() {
        line.level =
            line.level.and_then(|rank| sizes.iter().position(|&size| size == rank)).map(|at| at as i32 + 1);
    }
}

/// The size that most letters have.
fn body_size(pages: &[Vec<Line>]) -> f32 {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    for line in pages.iter().flatten() {
        *letters.entry(half_points(line.size)).or_default() += line.text.len();
    }
    let most = letters.into_iter().max_by_key(|&(size, count)| (count, size));
    most.map_or(10.0, |(size, _)| size as f32 / 2.0)
}

fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// How many lines from the first are one: of one size, right below each other.
fn same(lines: &[Line]) -> usize {
    let pairs = lines.windows(2).take_while(|pair| {
        let [a, b] = pair else { return false };
        let pitch = b.y - a.y;
        !b.new
            && half_points(a.size) == half_points(b.size)
            && a.bold == b.bold
            && pitch > 0.0
            && pitch < 1.6 * b.size
    });
    1 + pairs.count()
}

/// The size of lines that stand out, in half points; bold ones of the text's own size rank below all larger ones.
fn rank_of(lines: &[Line], next: Option<&Line>, body: f32) -> Option<i32> {
    let first = lines.first()?;
    let letters: usize =
        lines.iter().map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count()).sum();
    let text: usize = lines.iter().map(|line| line.text.chars().count()).sum();
    if letters < 3 || text > LONGEST || lines.len() > 4 || lines.iter().any(|line| line.sort == Sort::Row) {
        return None;
    }
    if first.size >= LARGER * body {
        return Some(half_points(first.size));
    }
    // Bold, alone on its line, above text that is not.
    let last = lines.last()?;
    let above = next.is_some_and(|next| !next.bold);
    let sentence = last.text.ends_with(['.', ',', ';']) || text > 100;
    (first.bold && above && !sentence && lines.len() <= 2 && first.size >= 0.95 * body).then_some(0)
}

/// What stands on several pages is their head or foot.
fn repeated(pages: &[Vec<Line>]) -> HashSet<String> {
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for (page, lines) in pages.iter().enumerate() {
        for line in lines {
            let entry = seen.entry(key(&line.text)).or_insert((0, usize::MAX));
            if entry.1 != page {
                *entry = (entry.0 + 1, page);
            }
        }
    }
    // The same may head two pages: *Balansräkning*.
    let least = (pages.len() / 3).max(if pages.len() > 4 { 3 } else { 2 });
    seen.into_iter().filter(|(_, (count, _))| *count >= least).map(|(key, _)| key).collect()
}

/// A line's letters: page numbers and dates do not count.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}
