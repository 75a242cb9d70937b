//! The text: its lines and sentences, offsets, repair, and small steps to walk it by.

pub(crate) mod beginnings;
#[cfg(feature = "arrow")]
pub(crate) mod beside;
mod broken;
#[cfg(feature = "decode")]
pub(crate) mod decode;
mod doubled;
mod emphasis;
#[cfg(any(feature = "arrow", feature = "find"))]
#[cfg_attr(
    not(all(feature = "arrow", feature = "find")),
    allow(dead_code, reason = "each asks for other steps")
)]
pub(crate) mod graphemes;
mod justified;
#[cfg(feature = "decode")]
pub(crate) mod letters;
pub(crate) mod lines;
mod offsets;
#[cfg(feature = "decode")]
mod repair;
pub(crate) mod runs;
pub(crate) mod search;
pub(crate) mod sentences;
pub(crate) mod simd;
pub(crate) mod tokens;
mod view;
pub(crate) mod walk;

pub use offsets::CodePoints;
pub(crate) use view::View;
