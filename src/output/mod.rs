//! What leaves the library: JSON in the form of klubba/1.

pub mod json;
