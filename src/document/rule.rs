//! Rules: why something was found, and where in the code that is decided.

use std::ops::Deref;
use std::panic::Location;

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

/// The rule of a finding, and the line of klubba's source where its condition held: what stands around that line is why.
///
/// ```
/// let doc = klubba::analyze("Mötet hölls den 3 maj 2023.");
/// let rule = doc.dates[0].rule;
/// assert_eq!(rule.code, "date.day");
/// assert!(rule.condition().contains("dates"), "{}", rule.condition());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fired {
    rule: &'static Rule,
    at: SourceLine,
}

/// A line of klubba's source.
pub(crate) type SourceLine = &'static Location<'static>;

/// The line that calls it.
#[track_caller]
pub(crate) fn here() -> SourceLine {
    Location::caller()
}

impl Fired {
    /// The line that made the finding, as an editor opens it (`src/layers/dates/days.rs:120`).
    pub fn condition(&self) -> String {
        format!("{}:{}", self.at.file(), self.at.line())
    }

    /// Whether it is this rule.
    pub(crate) fn is(&self, rule: &'static Rule) -> bool {
        std::ptr::eq(self.rule, rule)
    }

    /// Another rule at the same line.
    pub(crate) fn of(self, rule: &'static Rule) -> Fired {
        Fired { rule, ..self }
    }

    /// The same rule at another line.
    pub(crate) fn at(self, at: SourceLine) -> Fired {
        Fired { at, ..self }
    }
}

impl Deref for Fired {
    type Target = Rule;

    fn deref(&self) -> &Rule {
        self.rule
    }
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
    /// The rule, whose condition holds at the line that asks.
    #[track_caller]
    pub(crate) fn here(&'static self) -> Fired {
        Fired { rule: self, at: here() }
    }

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
