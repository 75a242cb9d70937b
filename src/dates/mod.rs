//! Dates: expressions that put something on the calendar, and the document's own date.

pub(crate) mod rules;

use crate::analyze::Source;
use crate::document::Date;
use crate::structure::Structure;
use jiff::civil;

/// All dates of a text, resolved, and the date that it speaks from (ISO 8601).
///
/// `given` is the document's date where the text gives none.
pub(crate) fn find(
    _source: &Source,
    _structure: &Structure,
    given: Option<civil::Date>,
) -> (Vec<Date>, Option<String>) {
    (Vec::new(), given.map(|date| date.to_string()))
}
