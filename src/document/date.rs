//! Dates.

use super::named::named;
use super::rule::Fired;
use super::span::Span;
use jiff::civil;

named! {
    /// How a date's words bend what they name.
    Modifier {
        /// *Från och med*.
        From = "from",
        /// *Till och med*.
        Until = "until",
        /// *Senast*.
        By = "by",
        /// *Före, innan*.
        Before = "before",
        /// *Efter*.
        After = "after",
        /// *Början av*.
        Start = "start",
        /// *Mitten av*.
        Mid = "mid",
        /// *Slutet av*.
        End = "end",
        /// *Omkring, cirka*.
        Approx = "approx",
    }
}

/// An expression that puts something on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The expression, without preposition.
    pub span: Span,
    /// ISO 8601-1 where it can say it, else ISO 8601-2 (EDTF).
    pub value: String,
    /// Its first day.
    pub first: Option<civil::Date>,
    /// Its last day.
    pub last: Option<civil::Date>,
    /// What the words around it make of it.
    pub modifier: Option<Modifier>,
    /// What a relative or yearless date was resolved against, ISO 8601.
    pub anchor: Option<String>,
    /// Whether it names a weekday that its day is not (*måndagen den 3 mars 2020* was a Tuesday). The value
    /// is that of day, month and year. Days before 1 March 1753, when Sweden left the Julian calendar, are
    /// not judged.
    pub conflict: bool,
    /// Where the cue stands that led to it (a word, a number, the beginning of a line), in bytes.
    pub cue: u32,
    /// Why it is one.
    pub rule: Fired,
}
