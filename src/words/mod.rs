//! Looking words up, without any vocabulary of its own: tables, sieves, endings, phrases. This room imports
//! nothing of the others.

mod endings;
pub(crate) mod hashes;
pub(crate) mod lower;
pub(crate) mod model;
pub(crate) mod phrases;
pub(crate) mod set;
pub(crate) mod sieve;
pub(crate) mod table;

pub(crate) use endings::Endings;
pub(crate) use set::WordSet;
