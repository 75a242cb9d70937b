//! Tar archives, member by member as they come.

use super::stream::{damaged, unreadable};
use super::walk::{Flow, Named, Walk};
use crate::document::{Error, ErrorKind};
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// Bytes that may stand between two members: their headers with long names, never more than a few kilobytes. A
/// false header could have the whole memory filled.
const BETWEEN: u64 = 1 << 20;

pub(super) fn members(walk: &mut Walk, named: &Named, input: impl Read) -> Flow {
    let left = Rc::new(Cell::new(BETWEEN));
    let mut archive = tar::Archive::new(Allowed { input, left: Rc::clone(&left) });
    let mut entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return walk.fail(named.source.clone(), unreadable(&error)),
    };
    loop {
        left.set(BETWEEN);
        let entry = match entries.next() {
            None => return Flow::Continue(()),
            Some(Ok(entry)) => entry,
            Some(Err(error)) => return walk.fail(named.source.clone(), broken(&error)),
        };
        left.set(u64::MAX);
        let size = entry.size();
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        let regular = kind.is_file() || kind.is_gnu_sparse();
        let what = match kind {
            _ if kind.is_symlink() || kind.is_hard_link() => Some("a link"),
            _ if kind.is_fifo() || kind.is_character_special() || kind.is_block_special() => {
                Some("a pipe or a device")
            }
            _ => None,
        };
        if let (Some(what), Some(member)) = (what, named.member(&name, None)) {
            let message = format!("is {what}, not a file: it is not followed");
            walk.fail(member.source, Error::new(ErrorKind::Unsupported, message))?;
        }
        let mut content = Exact { input: entry, left: size };
        let member = named.member(&name, Some(size)).filter(|_| regular);
        let told = member.is_some();
        if let Some(member) = member {
            walk.stream(member, Box::new(&mut content) as Box<dyn Read + '_>)?;
        }
        if let Err(error) = io::copy(&mut content, &mut io::sink()) {
            // A member that was read to its end has told so itself, but one too large has not been.
            if told && size <= walk.settings.max_size {
                return Flow::Continue(());
            }
            return walk.fail(named.source.clone(), broken(&error));
        }
    }
}

fn broken(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => unreadable(error),
        _ => damaged("tar archive", error),
    }
}

/// A reader that ends in an error where it was allowed no more.
struct Allowed<R> {
    input: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Allowed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(into)?;
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::new(io::ErrorKind::InvalidData, "a header of more than 1 MiB")),
        }
        Ok(read)
    }
}

/// A reader that must give so many bytes.
struct Exact<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Exact<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(into)?;
        self.left = self.left.saturating_sub(read as u64);
        if read == 0 && self.left > 0 && !into.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(read)
    }
}
