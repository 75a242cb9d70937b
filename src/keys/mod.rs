//! Keys by which what is one across documents is found: the last name of a person, the number of a case.

pub(crate) mod cases;
pub(crate) mod names;

/// The last name, folded: what people across documents are compared by.
pub(crate) fn of_name(written: &str) -> Option<String> {
    Some(names::Name::read(written).last).filter(|last| !last.is_empty())
}

/// A case number in the one spelling that all of its spellings have in common.
pub(crate) fn of_case(written: &str) -> Option<String> {
    cases::Case::read(written).map(|case| case.to_string())
}
