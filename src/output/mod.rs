//! What leaves the library: JSON in the form of klubba/1, and TimeML.

#[cfg(feature = "json")]
pub mod json;
pub(crate) mod timeml;
pub(crate) mod timex3;
