//! The last weekday, season or feast before the document: *i torsdags*, *i somras*, *i julas*.

use super::model::{Found, Place, Toward};
use super::reader::Reader;
use super::times::with_times;
use super::value::{Unit, Value};
use crate::document::Rule;

/// At *(i) torsdags, somras, julas*.
#[track_caller]
pub(super) fn past(r: &Reader, cue: Place, unit: Unit, rule: &'static Rule) -> Option<Found> {
    let from = r.i_before(cue.start)?;
    let found = Found::new(cue.from(from), Value::unit(unit), rule).toward(Toward::Past);
    Some(if matches!(unit, Unit::Weekday(_)) { with_times(r, found) } else { found })
}
