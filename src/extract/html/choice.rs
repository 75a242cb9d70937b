//! The choice among the lines of a page: its main text.

use super::element::Part;
use super::page::Page;
use crate::document::Error;
use crate::extract::writer::{Kind, Writer};

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
        let [body, article, main, around] = [Part::Body, Part::Article, Part::Main, Part::Around].map(size);
        let is_enough = |size: usize, rest: usize| size >= ENOUGH || size * 4 >= rest && size > 0;
        let least = if is_enough(main, article + body) {
            Part::Main
        } else if is_enough(article, body) {
            Part::Article
        } else {
            Part::Body
        };
        let most = if least == Part::Body && body * 4 < around { Part::Around } else { Part::Main };
        let mut keep = Vec::from_iter(self.lines.iter().map(|line| (least..=most).contains(&line.part)));
        if least == Part::Body {
            drop_menus(&self.lines, &mut keep);
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

/// Runs of lines that are links alone.
fn drop_menus(lines: &[Line], keep: &mut [bool]) {
    let mut from = 0;
    while from < lines.len() {
        let run =
            lines[from..].iter().take_while(|line| line.linked && !matches!(line.kind, Kind::Heading(_)));
        let run = run.count();
        if run >= MENU {
            keep[from..from + run].fill(false);
        }
        from += run.max(1);
    }
}
