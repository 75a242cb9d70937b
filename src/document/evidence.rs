//! What a judgement of the whole document rests on.

/// One piece of evidence for the kind of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What was seen, and where: *title: protokoll*, *text: §*, *shape: numbered=10*. A star or a tilde stands for
    /// the rest of a long word: *justera\**, *~rotokoll*.
    pub feature: String,
    /// How much it spoke for the kind, beside what it says of the average kind: added to the logarithm of its odds.
    pub weight: f64,
}
