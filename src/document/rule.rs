//! The rules that findings name, and how a layer declares them.

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
        $(pub(crate) static $name: $crate::document::rule::Rule = $crate::document::rule::Rule {
            code: $code, meaning: $meaning, example: $example, counter_example: $counter,
        };)*
        pub(crate) static RULES: &[&$crate::document::rule::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;
