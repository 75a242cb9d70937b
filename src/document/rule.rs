//! Rules: why something was found, and where in the code that is decided.

/// Why a finding was made.
///
/// In an example the finding stands between `⟦` and `⟧`. All texts are whole small documents.
#[derive(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Rule {
    /// Short code, `layer.name`.
    pub code: &'static str,
    /// One line of meaning, with its source where it has one.
    pub meaning: &'static str,
    /// Texts in which the rule finds what stands between the marks; at least one.
    pub finds: &'static [Example],
    /// Texts that look alike and in which the rule finds nothing; at least one.
    pub passes: &'static [&'static str],
    /// The source file that declares the rule, beside the grammar that applies it (`src/layers/dates/days.rs`).
    pub file: &'static str,
    /// The line of that file.
    pub line: u32,
}

/// A text with a finding between `⟦` and `⟧`.
#[derive(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Example {
    /// The text with its marks.
    pub text: &'static str,
    /// What is read out of the finding, where the example tells: a date's value (seen from 2024-03-14), a decision's or
    /// a speech's kind.
    pub value: Option<&'static str>,
}

impl Rule {
    /// The first example.
    pub fn example(&self) -> &'static str {
        self.finds[0].text
    }

    /// Where the rule is declared, as an editor opens it.
    ///
    /// ```
    /// let rule = klubba::rules::find("date.day").expect("a rule of this code");
    /// assert!(rule.source().contains("dates"));
    /// ```
    pub fn source(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// The first text in which the rule finds nothing.
    pub fn counter_example(&self) -> &'static str {
        self.passes[0]
    }
}

/// Declares a rule in the file whose grammar applies it. The comment is its meaning.
///
/// ```ignore
/// rule! {
///     /// The last weekday, season or feast before the document.
///     pub(super) PAST = "date.past";
///     finds "Mötet hölls ⟦i torsdags⟧." = "2024-03-07";
///     finds "⟦I somras⟧ antogs planen.";
///     passes "Vi ses på torsdagar.";
/// }
/// ```
macro_rules! rule {
    (
        $(#[doc = $meaning:literal])+ $vis:vis $name:ident = $code:literal;
        $(finds $text:literal $(= $value:literal)?;)+
        $(passes $passes:literal;)+
    ) => {
        $(#[doc = $meaning])+
        $vis static $name: $crate::document::Rule = $crate::document::rule::Rule {
            code: $code,
            meaning: concat!($($meaning),+).trim_ascii(),
            finds: &[$($crate::document::rule::Example {
                text: $text,
                value: $crate::document::rule::value!($($value)?),
            }),+],
            passes: &[$($passes),+],
            file: file!(),
            line: line!(),
        };
    };
}
macro_rules! value {
    () => {
        None
    };
    ($value:literal) => {
        Some($value)
    };
}
pub(crate) use {rule, value};
