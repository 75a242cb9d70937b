//! Many bytes of text asked at once.

pub(crate) mod chunk16;
pub(crate) mod hits;
pub(crate) mod vector;
