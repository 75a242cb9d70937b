//! Zip archives, member by member in the order of their directory, which is not held in memory: neither many
//! members nor two of one name are a problem.

use super::names::hidden;
use super::stream::{damaged, unreadable};
use super::walk::{Flow, Named, Walk};
use super::windows::Windows;
use crate::document::{Error, ErrorKind};
use libdeflater::{Decompressor, crc32};
use std::io::{Read, Seek, SeekFrom};
use zip::read::{Config, ZipFileEntry};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;
use zip::{CompressionMethod, ZipReadOptions};

/// A member that is unpacked at once has at most so many bytes.
const AT_ONCE: u64 = 1 << 20;

/// Unpacks members with memory that is used again and again: most are small, and making a reader for each takes longer
/// than what it reads.
struct Unpacker {
    inflate: Decompressor,
    packed: Vec<u8>,
    bytes: Vec<u8>,
}

impl Unpacker {
    fn new() -> Unpacker {
        Unpacker { inflate: Decompressor::new(), packed: Vec::new(), bytes: Vec::new() }
    }

    /// All of a member; nothing if it is large, packed otherwise, or not what its archive says: a reader then tells why.
    fn unpack(&mut self, entry: &ZipFileEntry, input: &mut (impl Read + Seek)) -> Option<&[u8]> {
        let (packed, size) = (entry.compressed_size(), entry.size());
        let plain = entry.compression() == CompressionMethod::Deflated && !entry.encrypted();
        if !plain || packed > AT_ONCE || size > AT_ONCE {
            return None;
        }
        let mut head = [0; 30];
        input.seek(SeekFrom::Start(entry.header_start())).ok()?;
        input.read_exact(&mut head).ok()?;
        // Behind the head stand the name and what else is told of the member.
        let [b'P', b'K', 3, 4, .., a, b, c, d] = head else { return None };
        let told = i64::from(u16::from_le_bytes([a, b])) + i64::from(u16::from_le_bytes([c, d]));
        input.seek(SeekFrom::Current(told)).ok()?;
        let packed = room(&mut self.packed, packed)?;
        input.read_exact(packed).ok()?;
        let bytes = room(&mut self.bytes, size)?;
        let unpacked = self.inflate.deflate_decompress(packed, bytes).ok()?;
        (unpacked == bytes.len() && crc32(bytes) == entry.crc32()).then_some(bytes)
    }
}

/// The beginning of what is made longer if it has to be.
fn room(bytes: &mut Vec<u8>, length: u64) -> Option<&mut [u8]> {
    let length = usize::try_from(length).ok()?;
    if bytes.len() < length {
        bytes.resize(length, 0);
    }
    bytes.get_mut(..length)
}

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
    let mut unpacker = Unpacker::new();
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
        let name = entry.name().unwrap_or_else(|_| String::from_utf8_lossy(entry.name_raw()));
        if entry.is_dir() || hidden(&name) {
            continue;
        }
        if entry.is_symlink() {
            let Some(member) = named.member(&name, Some(entry.size())) else { continue };
            let message = "is a link, not a file: it is not followed";
            walk.fail(member.source, Error::new(ErrorKind::Unsupported, message))?;
            continue;
        }
        // What is passed by need not be unpacked, and what is too large is not.
        let whole = walk.skip == 0 && entry.size() <= walk.settings.max_size;
        let bytes = whole.then(|| unpacker.unpack(&entry, files.reader_mut())).flatten();
        if let Some(flow) = bytes.and_then(|bytes| walk.pass_by(bytes)) {
            flow?;
            continue;
        }
        let Some(member) = named.member(&name, Some(entry.size())) else { continue };
        if let Some(bytes) = bytes {
            walk.whole(member, bytes.to_vec())?;
            continue;
        }
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
