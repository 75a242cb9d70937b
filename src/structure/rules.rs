//! Why something is a heading or a line of the contents.

crate::rules::rules! {}
