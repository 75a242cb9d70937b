//! The choice among the lines of a page: its main text.

use super::element::Part;
use super::page::Page;
use crate::document::Error;
use crate::extract::writer::{Kind, Writer};
use std::collections::HashSet;

/// A part of the page with fewer bytes than this is not taken for the main text.
const ENOUGH: usize = 200;
/// So many lines that are links alone make a menu.
const MENU: usize = 3;

/// A line of a page.
#[derive(Debug)]
pub(super) struct Line {
    pub kind: Kind,
    pub text: String,
    pub part: Part,
    /// Nearly all of it is links.
    pub linked: bool,
}

impl Page<'_> {
    /// Writes the main text; says what was left out.
    pub fn write(self, writer: &mut Writer) -> Result<Vec<String>, Error> {
        let size = |part: Part| -> usize {
            self.lines
                .iter()
                .filter(|line| line.part == part && !line.linked)
                .map(|line| line.text.len())
                .sum()
        };
        let [body, article, main] = [Part::Body, Part::Article, Part::Main].map(size);
        let around = size(Part::Around) + size(Part::Related);
        let is_enough = |size: usize, rest: usize| size >= ENOUGH || size * 4 >= rest && size > 0;
        let least = if is_enough(main, article + body) {
            Part::Main
        } else if is_enough(article, body) {
            Part::Article
        } else {
            Part::Body
        };
        let most = if least == Part::Body && body * 4 < around { Part::Related } else { Part::Main };
        let mut keep = Vec::from_iter(self.lines.iter().map(|line| (least..=most).contains(&line.part)));
        if least == Part::Body {
            drop_menus(&self.lines, &mut keep);
        } else {
            keep_headings(&self.lines, &mut keep, least);
        }
        self.keep_title(&mut keep, writer)?;
        let mut left = 0;
        for (line, keep) in self.lines.iter().zip(keep) {
            if keep {
                writer.line(line.kind, &line.text)?;
            } else {
                left += 1;
            }
        }
        let note =
            format!("left out {left} lines around the main text (navigation, head and foot of the page)");
        Ok(if left > 0 { vec![note] } else { Vec::new() })
    }

    /// The page's heading may stand outside its main part; where there is none, its name is the heading.
    fn keep_title(&self, keep: &mut [bool], writer: &mut Writer) -> Result<(), Error> {
        let first = |line: &Line| line.kind == Kind::Heading(1) && line.part != Part::Out;
        if self.lines.iter().zip(keep.iter()).any(|(line, keep)| *keep && first(line))
            || !keep.contains(&true)
        {
            return Ok(());
        }
        if let Some(at) = self.lines.iter().position(first) {
            keep[at] = true;
            return Ok(());
        }
        let title = self.title.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        writer.line(Kind::Heading(1), &title)
    }
}

/// Headings that stand between the parts that are kept, each right above one: they head it.
fn keep_headings(lines: &[Line], keep: &mut [bool], least: Part) {
    let level = |line: &Line| match line.kind {
        Kind::Heading(level) if line.part < least => Some(level),
        _ => None,
    };
    let (mut first, mut seen, mut levels) = (Vec::new(), false, HashSet::<u8>::new());
    for (at, line) in lines.iter().enumerate() {
        let Some(own) = level(line) else {
            seen |= keep[at];
            continue;
        };
        let below = at + lines[at..].iter().take_while(|line| level(line).is_some()).take(MENU).count();
        if !keep.get(below).is_some_and(|keep| *keep) {
            continue;
        }
        if seen {
            keep[at] = true;
            levels.insert(own);
        } else {
            first.push((at, own));
        }
    }
    // What stands above the first part is the page's, unless the others have such headings too.
    for (at, _) in first.into_iter().filter(|(_, level)| levels.contains(level)) {
        keep[at] = true;
    }
}

/// Runs of lines that are links alone: menus, but for lists that the text has under its headings.
fn drop_menus(lines: &[Line], keep: &mut [bool]) {
    let level = |line: &Line| match line.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    // Headings of these levels have text below them.
    let has_text = |pair: &[Line]| level(&pair[0]).filter(|_| !pair[1].linked && level(&pair[1]).is_none());
    let levels = HashSet::<u8>::from_iter(lines.windows(2).filter_map(has_text));
    let mut from = 0;
    while from < lines.len() {
        let run = lines[from..].iter().take_while(|line| line.linked && level(line).is_none());
        let run = run.count();
        let above = from.checked_sub(1).map(|at| &lines[at]);
        let heads = |line: &Line| match level(line) {
            Some(level) => levels.contains(&level),
            None => !line.linked && line.text.ends_with(':'),
        };
        if run >= MENU && !above.is_some_and(heads) {
            keep[from..from + run].fill(false);
        }
        from += run.max(1);
    }
}
