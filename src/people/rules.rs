//! The rules of this layer.

crate::rules::rules! {}
