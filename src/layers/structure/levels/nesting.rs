//! Levels of headings that neither number nor markup tells: of two with nothing between them the second is a part of the
//! first, and those below stay at its level.

use super::super::headings::Found;
use super::super::layout::Layout;
use crate::lexicon::sets::structure::{CHAPTERS, SUBCHAPTERS};

/// The deepest level that is told so, and how many headings stand each right below another.
const DEEPEST: u8 = 6;
const DEEP: usize = 2;

/// Follows the headings without number from the top.
pub(super) struct Nesting {
    /// Whether each heading stands right below one without number.
    below: Vec<bool>,
    /// In a meeting's text only points that begin alike stay at the level of a part.
    meeting: bool,
    /// Level and first word of the last such heading.
    last: Option<(u8, String)>,
    /// The level of the last one that holds the one right below it.
    holder: Option<u8>,
    /// The level of the last chapter of an annual report.
    chapter: Option<u8>,
}

impl Nesting {
    pub(super) fn of(layout: &Layout, found: &[Found], title: bool, meeting: bool) -> Nesting {
        let first = usize::from(title);
        let loose = |f: &Found| {
            f.number.is_none() && f.marked.is_none() && f.large.is_none() && !f.title.ends_with(':')
        };
        let below = found.iter().enumerate().map(|(index, f)| {
            let above =
                index.checked_sub(1).filter(|&above| above >= first).and_then(|above| found.get(above));
            above.is_some_and(|above| loose(above) && loose(f) && layout.next(above.rows.1) == Some(f.rows.0))
        });
        let mut below = Vec::from_iter(below);
        // More of them in a row are a list.
        for same in below.chunk_by_mut(|a, b| a == b).filter(|same| same.len() > DEEP) {
            same.fill(false);
        }
        Nesting { below, meeting, last: None, holder: None, chapter: None }
    }

    /// The level of the heading `index`; `flat` is the one that it has where nothing holds it, and `fixed` whether its
    /// letters tell that.
    pub(super) fn level(&mut self, index: usize, found: &Found, flat: u8, fixed: bool) -> u8 {
        let title = found.title.to_lowercase();
        let begins = |list: &[&str]| {
            list.iter().any(|entry| {
                title.strip_prefix(entry).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        };
        let word = title.split(' ').next().unwrap_or("").to_string();
        let is_below = |at: usize| self.below.get(at) == Some(&true);
        let holds = is_below(index + 1);
        let level = if begins(CHAPTERS) {
            self.chapter = Some(flat);
            flat
        } else if let Some(chapter) = self.chapter.filter(|_| begins(SUBCHAPTERS)) {
            chapter + 1
        } else if let Some((last, _)) = self.last.as_ref().filter(|_| is_below(index)) {
            (last + 1).min(DEEPEST)
        } else if fixed {
            flat
        } else {
            match (&self.last, self.holder) {
                // *Val av funktionärer* / *Val av ordförande*, *Val av sekreterare*
                (Some((last, first)), _) if self.meeting => {
                    if *first == word {
                        *last
                    } else {
                        flat
                    }
                }
                (Some((last, _)), Some(holder)) if holds && holder < *last => holder,
                (Some((last, _)), _) => (*last).max(flat),
                (None, _) => flat,
            }
        };
        if holds {
            self.holder = Some(level);
        }
        self.last = Some((level, word));
        level
    }

    /// Behind a number nothing holds any longer.
    pub(super) fn leave(&mut self) {
        (self.last, self.holder) = (None, None);
    }
}
