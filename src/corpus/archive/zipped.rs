//! Zip archives, member by member in the order of their directory, which is not held in memory: neither many
//! members nor two of one name are a problem.

use super::stream::{damaged, unreadable};
use super::walk::{Flow, Named, Walk};
use super::windows::Windows;
use crate::document::{Error, ErrorKind};
use std::io::{Read, Seek};
use zip::ZipReadOptions;
use zip::read::Config;
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

pub(super) fn members(walk: &mut Walk, named: &Named, input: Windows<impl Read + Seek>) -> Flow {
    let fail = |walk: &mut Walk, error| walk.fail(named.source.clone(), error);
    let length = input.len();
    let mut archive = match ZipIterable::try_new(input, Config::default()) {
        Ok(archive) => archive,
        Err(error) => return fail(walk, explained(&error)),
    };
    let files = match archive.files() {
        Ok(files) => files,
        Err(error) => return fail(walk, explained(&error)),
    };
    let mut packed: u64 = 0;
    while let Some(entry) = files.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return fail(walk, explained(&error)),
        };
        // Members that lie over one another unpack to far more than any packing could hold.
        packed = packed.saturating_add(entry.compressed_size());
        if packed > length {
            let message = "its members overlap, as in a zip bomb; those from here on are not read";
            return fail(walk, Error::new(ErrorKind::Damaged, message));
        }
        if named.depth == 0 {
            walk.count(entry.compressed_size());
        }
        let name = match entry.name() {
            Ok(name) => name.into_owned(),
            Err(_) => String::from_utf8_lossy(entry.name_raw()).into_owned(),
        };
        if entry.is_dir() || entry.is_symlink() {
            continue;
        }
        let Some(member) = named.member(&name, Some(entry.size())) else { continue };
        match entry.with_reader(files.reader_mut(), ZipReadOptions::new()) {
            Ok(content) => walk.stream(member, Box::new(content) as Box<dyn Read + '_>)?,
            Err(error) => walk.fail(member.source, explained(&error))?,
        }
    }
    Flow::Continue(())
}

fn explained(error: &ZipError) -> Error {
    match error {
        ZipError::Io(error) => unreadable(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Error::new(ErrorKind::Encrypted, "is encrypted: it opens only with a password")
        }
        ZipError::UnsupportedArchive(what) => {
            Error::new(ErrorKind::Unsupported, format!("is not read: {what}"))
        }
        ZipError::CompressionMethodNotSupported(method) => {
            Error::new(ErrorKind::Unsupported, format!("is packed by method {method}, which is not read"))
        }
        other => damaged("zip archive", other),
    }
}
