//! What the user's own patterns fit.

use super::span::Span;
use std::sync::Arc;

/// A stretch of the text that a pattern of the user's own fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it stands.
    pub span: Span,
    /// What the pattern is called.
    pub pattern: Arc<str>,
    /// The named groups of the pattern that took part, in its order.
    pub groups: Vec<(Arc<str>, Span)>,
}
