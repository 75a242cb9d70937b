//! The layers, each reading what those before it found: structure; dates and people; attendance and speeches;
//! decisions; items.

pub(crate) mod attendance;
pub(crate) mod dates;
pub(crate) mod decisions;
pub(crate) mod items;
pub(crate) mod law;
pub(crate) mod people;
pub(crate) mod speeches;
pub(crate) mod structure;
