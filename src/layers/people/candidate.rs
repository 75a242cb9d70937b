//! A place where someone is, or may be, named.

use super::name::{self, Name};
use crate::document::rule::SourceLine;
use crate::document::{Fired, Rule, Span};
use crate::scan::Source;
use std::borrow::Cow;

/// A place where someone is, or may be, named.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'t> {
    pub span: Span,
    /// The name as it is to be called.
    pub name: Cow<'t, str>,
    /// Given name and surname, not one of them alone.
    pub full: bool,
    /// Names somebody even if nobody of the name is known otherwise.
    pub sure: bool,
    /// *herr* or *fru*.
    pub gender: Option<char>,
    /// Stands in the line that introduces a speaker.
    pub introduces: bool,
    pub rule: Fired,
}

impl<'t> Candidate<'t> {
    #[track_caller]
    pub fn new(source: &Source<'t>, name: &Name, rule: &'static Rule) -> Candidate<'t> {
        let full = name.len > 1;
        Candidate {
            span: name.span(),
            name: name::written(source.text, name.tokens()),
            full,
            sure: full,
            gender: None,
            introduces: false,
            rule: rule.here(),
        }
    }
    /// Somebody who is called `name` beyond doubt.
    #[track_caller]
    pub fn named(span: Span, name: impl Into<Cow<'t, str>>, rule: &'static Rule) -> Candidate<'t> {
        Candidate {
            span,
            name: name.into(),
            full: true,
            sure: true,
            gender: None,
            introduces: false,
            rule: rule.here(),
        }
    }
    /// Found by the condition at this line.
    pub fn at(self, line: SourceLine) -> Candidate<'t> {
        Candidate { rule: self.rule.at(line), ..self }
    }
    pub fn sure(self, sure: bool) -> Candidate<'t> {
        Candidate { sure, ..self }
    }
}
