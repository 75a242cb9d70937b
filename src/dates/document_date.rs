//! The date that a document speaks from.
use super::reader::{Found, Reader};
use super::value::Value;
use crate::analyze::Source;
use crate::structure::Structure;
use jiff::civil;

/// The document's own date, and the days of its sittings with the places where they begin.
#[derive(Debug, Default)]
pub(super) struct OwnDate {
    pub value: Option<Value>,
    pub sittings: Vec<(usize, civil::Date)>,
}

pub(super) fn find(_r: &Reader, _source: &Source, _structure: &Structure, _found: &[Found]) -> OwnDate {
    OwnDate::default()
}
