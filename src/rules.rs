//! The registry of rules: every finding names the one that made it.
//!
//! A rule lies beside the code that applies it, declared with `rules!`; this module only gathers them.
//! The tests run each example and each counter-example, and the documentation prints them.

use crate::document::Rule;

/// All rules, layer by layer.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        crate::layers::structure::rules::RULES,
        crate::layers::dates::RULES,
        crate::layers::people::RULES,
        crate::layers::speeches::RULES,
        crate::layers::decisions::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule with this code.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}
