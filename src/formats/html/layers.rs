//! The layers that a reader can switch on and off.

use crate::document::Document;

/// What a mark belongs to; the ones before lie around those after where they stand on the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Headings,
    Speeches,
    Decisions,
    /// A clause or point of a decision.
    Items,
    People,
    Dates,
    /// What the user's own patterns fit.
    Matches,
}

/// Those with a box of their own.
pub(super) const LAYERS: [Layer; 6] =
    [Layer::Headings, Layer::Decisions, Layer::Speeches, Layer::People, Layer::Dates, Layer::Matches];

impl Layer {
    pub fn name(self) -> &'static str {
        match self {
            Layer::Headings => "headings",
            Layer::Speeches => "speeches",
            Layer::Decisions => "decisions",
            Layer::Items => "items",
            Layer::People => "people",
            Layer::Dates => "dates",
            Layer::Matches => "matches",
        }
    }

    /// How many findings it has.
    pub fn count(self, document: &Document) -> usize {
        match self {
            Layer::Headings => document.headings.len(),
            Layer::Speeches => document.speeches.len(),
            Layer::Decisions => document.decisions.len(),
            Layer::Items => document.decisions.iter().map(|decision| decision.items.len()).sum(),
            Layer::People => document.people.len(),
            Layer::Dates => document.dates.len(),
            Layer::Matches => document.matches.len(),
        }
    }
}
