//! The text: its lines and sentences, offsets, repair, and small steps to walk it by.

pub(crate) mod beginnings;
#[cfg(feature = "decode")]
pub(crate) mod decode;
mod hits;
#[cfg(feature = "decode")]
pub(crate) mod letters;
pub(crate) mod lines;
pub(crate) mod lower;
mod offsets;
pub(crate) mod phrases;
pub(crate) mod runs;
pub(crate) mod seek;
pub(crate) mod sentences;
pub(crate) mod sixteen;
pub(crate) mod vector;
mod view;
pub(crate) mod walk;

pub use offsets::CodePoints;
pub(crate) use view::View;
