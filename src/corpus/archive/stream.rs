//! Reading with bounds: a look at what comes, a limit to what is taken, and errors that say what to do.

use super::sniff::HEAD;
use crate::document::{Error, ErrorKind};
use std::io::{self, ErrorKind as Io, Read, Seek};

/// A reader whose first bytes can be looked at.
pub(super) struct Peek<R> {
    head: Vec<u8>,
    at: usize,
    rest: R,
}

impl<R: Read> Peek<R> {
    pub fn new(mut rest: R) -> io::Result<Peek<R>> {
        let mut head = Vec::with_capacity(HEAD);
        (&mut rest).take(HEAD as u64).read_to_end(&mut head)?;
        Ok(Peek { head, at: 0, rest })
    }

    pub fn head(&self) -> &[u8] {
        &self.head
    }
}

impl<R: Seek> Peek<R> {
    /// What is read, again from its beginning.
    pub fn rewound(mut self) -> io::Result<R> {
        self.rest.rewind()?;
        Ok(self.rest)
    }
}

impl<R: Read> Read for Peek<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut left = self.head.get(self.at..).unwrap_or_default();
        if left.is_empty() {
            return self.rest.read(into);
        }
        let read = left.read(into)?;
        self.at += read;
        Ok(read)
    }
}

/// No more room than this is made for what is only said to come.
const ROOM: u64 = 1 << 30;

/// All that a reader gives, up to `limit` bytes. `size` is what it is said to give, which need not be true.
pub(super) fn whole(from: impl Read, size: Option<u64>, limit: u64) -> Result<Vec<u8>, Error> {
    if size.is_some_and(|size| size > limit) {
        return Err(too_large(limit));
    }
    // A large file that grew in steps would be held twice. Room that a false size asks for is never touched, and where
    // there is none it is done without.
    let mut bytes = Vec::new();
    let _ = bytes.try_reserve_exact(size.unwrap_or(0).min(ROOM) as usize + 1);
    let read = from.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&error))?;
    // What doubled as it grew is up to twice too large, and stays as long as the document.
    bytes.shrink_to_fit();
    if bytes.len() as u64 > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

pub(crate) fn too_large(limit: u64) -> Error {
    let limit = match limit >> 20 {
        0 => format!("{limit} bytes"),
        mib => format!("{mib} MiB"),
    };
    Error::new(ErrorKind::TooLarge, format!("has more than {limit}, the limit for one document (--max-size)"))
}

pub(crate) fn unreadable(error: &io::Error) -> Error {
    let (kind, message) = match error.kind() {
        Io::NotFound => (ErrorKind::Read, "there is no such file".to_string()),
        Io::PermissionDenied => (ErrorKind::Read, "may not be read: permission denied".to_string()),
        Io::UnexpectedEof => (ErrorKind::Damaged, "is cut off".to_string()),
        Io::InvalidData | Io::InvalidInput => (ErrorKind::Damaged, format!("is damaged: {error}")),
        _ => (ErrorKind::Read, format!("cannot be read: {error}")),
    };
    Error::new(kind, message)
}

/// What the unpackers tell of themselves in many ways: the bytes are wrong.
pub(super) fn damaged(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Damaged, format!("this {what} is damaged: {error}"))
}
