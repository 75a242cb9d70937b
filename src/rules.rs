//! The registry of rules: every finding names the one that made it.
//!
//! A rule lies beside the code that applies it, declared with `rules!`; this module only gathers them.
//! The tests run each example and each counter-example, and the documentation prints them.

/// Why a finding was made.
///
/// In `example` the finding stands between `⟦` and `⟧`; `counter_example` holds no finding of this rule.
/// Both are whole small texts: `\n` breaks lines.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Short code, `layer.name`.
    pub code: &'static str,
    /// One line of meaning, with its source where it has one.
    pub meaning: &'static str,
    /// A text in which the rule finds what stands between the marks.
    pub example: &'static str,
    /// A text that looks alike and in which the rule finds nothing.
    pub counter_example: &'static str,
}

/// Declares the rules of a layer as statics and lists them in `RULES`.
macro_rules! rules {
    ($($name:ident = $code:literal, $meaning:literal, $example:literal, $counter:literal;)*) => {
        $(pub(crate) static $name: $crate::rules::Rule = $crate::rules::Rule {
            code: $code, meaning: $meaning, example: $example, counter_example: $counter,
        };)*
        pub(crate) static RULES: &[&$crate::rules::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

/// All rules, layer by layer.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        crate::structure::rules::RULES,
        crate::dates::rules::RULES,
        crate::people::rules::RULES,
        crate::speeches::rules::RULES,
        crate::decisions::rules::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule with this code.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}
