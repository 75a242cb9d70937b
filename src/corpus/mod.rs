//! Many documents: folders and archives as one stream ([`archive`]), analysed in parallel and in order ([`run`]).

pub(crate) mod archive;
pub(crate) mod run;
