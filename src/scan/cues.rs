//! Cues: the words, numbers and marks that the layers start from, found in one scan of the text.
//!
//! A layer never scans the text itself. It walks the cues of its own classes and looks at their
//! neighbourhood with [`crate::text::walk`].

use crate::document::Span;
use crate::lexicon::Classes;

/// One cue. Words, numbers and marks in the order of the text, never overlapping. CuesOf a long text they are the largest
/// table: without packing each would take two bytes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C, packed(2))]
pub(crate) struct Cue {
    /// First byte.
    pub start: u32,
    /// Length in bytes.
    pub len: u16,
    pub classes: Classes,
    /// Index into [`crate::lexicon::Lexicon::words`]; 0 for what is no lexicon word.
    pub word: u16,
}

impl Cue {
    pub fn end(self) -> usize {
        self.start as usize + self.len as usize
    }
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end())
    }
    pub fn has(self, any: Classes) -> bool {
        self.classes.has(any)
    }
}

/// Those of a run of cues that are of some classes. Sixty-four are asked at once: of which class the next cue is no
/// processor foresees.
pub(crate) struct CuesOf<'c> {
    classes: Classes,
    block: &'c [Cue],
    /// Index of the first of `block` among those of the run.
    from: usize,
    /// Which of `block` are still to come, the first lowest.
    hits: u64,
    rest: &'c [Cue],
}

impl<'c> CuesOf<'c> {
    pub fn among(cues: &'c [Cue], classes: Classes) -> CuesOf<'c> {
        CuesOf { classes, block: &[], from: 0, hits: 0, rest: cues }
    }

    /// The next one and its index among those of the run.
    #[inline]
    pub fn next_indexed(&mut self) -> Option<(usize, Cue)> {
        while self.hits == 0 {
            if self.rest.is_empty() {
                return None;
            }
            self.from += self.block.len();
            (self.block, self.rest) = self.rest.split_at(self.rest.len().min(64));
            self.hits = self.block.iter().rev().fold(0, |hits, c| hits << 1 | u64::from(c.has(self.classes)));
        }
        let at = self.hits.trailing_zeros() as usize;
        self.hits &= self.hits - 1;
        self.block.get(at).map(|&cue| (self.from + at, cue))
    }
}

impl Iterator for CuesOf<'_> {
    type Item = Cue;

    #[inline]
    fn next(&mut self) -> Option<Cue> {
        self.next_indexed().map(|(_, cue)| cue)
    }
}

/// All cues of a text.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    all: Vec<Cue>,
    /// How many of them begin before each page of [`PAGE`] bytes, to find those of a place at once.
    before: Vec<u32>,
}

/// A page has a few cues.
const PAGE: usize = 256;

impl Cues {
    pub(super) fn new(all: Vec<Cue>) -> Cues {
        let pages = all.last().map_or(0, |last| last.start as usize / PAGE + 1);
        let mut before = vec![0; pages + 1];
        // Without a branch: the last cue of a page leaves its number, a page without one takes that of the page above.
        for (count, cue) in (1..).zip(&all) {
            before[cue.start as usize / PAGE + 1] = count;
        }
        let mut most = 0;
        for count in &mut before {
            most = most.max(*count);
            *count = most;
        }
        Cues { all, before }
    }

    /// Index of the first cue that starts at or after byte `at`.
    pub fn from(&self, at: usize) -> usize {
        let [from, to, ..] = self.before[(at / PAGE).min(self.before.len())..] else { return self.all.len() };
        let (from, to) = (from as usize, to as usize);
        from + self.all[from..to].iter().take_while(|c| (c.start as usize) < at).count()
    }

    /// The cues that start in `span`.
    pub fn within(&self, span: Span) -> &[Cue] {
        let from = self.from(span.start as usize);
        let to = self.from(span.end as usize).max(from);
        &self.all[from..to]
    }

    /// The cues of any of these classes, in order.
    pub fn of(&self, classes: Classes) -> CuesOf<'_> {
        CuesOf::among(&self.all, classes)
    }
}

impl std::ops::Deref for Cues {
    type Target = [Cue];
    fn deref(&self) -> &[Cue] {
        &self.all
    }
}
