//! In which parts of a document something stands. Made when asked for.

use super::span::Span;
use super::{Document, HeadingKind};

/// What a stretch of the text stands in: indices into the lists of its [`Document`], each the innermost of its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The heading whose section it is in, or the heading itself; labels inside a section (*Beslut*) are passed by.
    pub heading: Option<u32>,
    /// The item of the agenda.
    pub item: Option<u32>,
    /// The speech.
    pub speech: Option<u32>,
    /// The decision.
    pub decision: Option<u32>,
}

/// Tells for any stretch of a document's text what it stands in: see [`Document::nesting`].
#[derive(Clone, Debug)]
pub struct Nesting {
    /// Where each begins, and the heading that names the section there.
    headings: Vec<(u32, u32)>,
    items: Spans,
    speeches: Spans,
    decisions: Spans,
}

impl Nesting {
    /// What `span` stands in. A part is told if the span lies wholly inside; of sections it is that of its beginning.
    pub fn of(&self, span: Span) -> Surroundings {
        Surroundings {
            heading: self.heading(span.start),
            item: self.items.around(span),
            speech: self.speeches.around(span),
            decision: self.decisions.around(span),
        }
    }
}

impl Nesting {
    fn heading(&self, at: u32) -> Option<u32> {
        let before = self.headings.partition_point(|&(start, _)| start <= at);
        self.headings.get(before.checked_sub(1)?).map(|&(_, heading)| heading)
    }
}

impl Document {
    /// Makes what tells in which section, item, speech and decision a stretch of the text stands.
    ///
    /// ```
    /// use klubba::Span;
    /// let text = "§ 4 Budget\n\nBeslut\n\nKommunstyrelsen beslutar att anta budgeten.\n";
    /// let doc = klubba::analyze(text);
    /// let at = text.find("anta").unwrap() as u32;
    /// let around = doc.nesting().of(Span { start: at, end: at + 4 });
    /// assert_eq!((around.decision, around.item, around.speech), (Some(0), Some(0), None));
    /// ```
    pub fn nesting(&self) -> Nesting {
        let mut last = None;
        let headings = (0..).zip(&self.headings).map(|(index, heading)| {
            last = last.filter(|_| heading.kind == HeadingKind::Label).or(Some(index));
            (heading.span.start, last.unwrap_or(index))
        });
        Nesting {
            headings: headings.collect(),
            items: Spans::of(self.items.iter().map(|item| item.span)),
            speeches: Spans::of(self.speeches.iter().map(|speech| speech.span)),
            decisions: Spans::of(self.decisions.iter().map(|decision| decision.span)),
        }
    }
}

/// Spans in order of their starts, each with the one before it that was still open where it begins.
#[derive(Clone, Debug)]
struct Spans(Vec<(Span, Option<u32>)>);

impl Spans {
    fn of(spans: impl Iterator<Item = Span>) -> Spans {
        let mut all: Vec<(Span, Option<u32>)> = Vec::new();
        let mut open: Vec<(Span, u32)> = Vec::new();
        for (index, span) in (0..).zip(spans) {
            while open.pop_if(|(last, _)| last.end <= span.start).is_some() {}
            all.push((span, open.last().map(|&(_, index)| index)));
            open.push((span, index));
        }
        Spans(all)
    }

    /// The innermost that holds `span`.
    fn around(&self, span: Span) -> Option<u32> {
        let mut at = self.0.partition_point(|(own, _)| own.start <= span.start).checked_sub(1);
        while let Some(index) = at {
            let (own, outer) = self.0.get(index)?;
            if own.contains(span) {
                return Some(index as u32);
            }
            at = outer.map(|outer| outer as usize);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_that_holds_it() {
        let spans = Spans::of(
            [(0, 100), (5, 15), (10, 30), (40, 50), (42, 44)].map(|(a, b)| Span::new(a, b)).into_iter(),
        );
        let around = |a, b| spans.around(Span::new(a, b));
        assert_eq!(
            [around(1, 2), around(6, 8), around(12, 14), around(12, 20)],
            [Some(0), Some(1), Some(2), Some(2)]
        );
        assert_eq!(
            [around(45, 46), around(43, 44), around(43, 46), around(60, 61)],
            [Some(3), Some(4), Some(3), Some(0)]
        );
        assert_eq!([around(90, 101), around(100, 101)], [None, None]);
    }
}
