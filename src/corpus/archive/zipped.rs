//! Zip archives, member by member in the order of their directory, which is not held in memory: neither many
//! members nor two of one name are a problem.

use super::stream::{damaged, unreadable};
use super::walk::{Flow, Named, Walk};
use super::windows::Windows;
use crate::document::{Error, ErrorKind};
use flate2::{Crc, Decompress, FlushDecompress, Status};
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
    inflate: Decompress,
    packed: Vec<u8>,
}

impl Unpacker {
    fn new() -> Unpacker {
        Unpacker { inflate: Decompress::new(false), packed: Vec::new() }
    }

    /// All of a member; nothing if it is large, packed otherwise, or not what its archive says: a reader then tells why.
    fn unpack(&mut self, entry: &ZipFileEntry, input: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
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
        self.packed.resize(usize::try_from(packed).ok()?, 0);
        input.read_exact(&mut self.packed).ok()?;
        let mut bytes = Vec::with_capacity(usize::try_from(size).ok()?.max(1));
        self.inflate.reset(false);
        let ended = self.inflate.decompress_vec(&self.packed, &mut bytes, FlushDecompress::Finish).ok()?;
        let mut sum = Crc::new();
        sum.update(&bytes);
        let whole = ended == Status::StreamEnd && bytes.len() as u64 == size && sum.sum() == entry.crc32();
        whole.then_some(bytes)
    }
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
        let name = match entry.name() {
            Ok(name) => name.into_owned(),
            Err(_) => String::from_utf8_lossy(entry.name_raw()).into_owned(),
        };
        if entry.is_dir() {
            continue;
        }
        let Some(member) = named.member(&name, Some(entry.size())) else { continue };
        if entry.is_symlink() {
            let message = "is a link, not a file: it is not followed";
            walk.fail(member.source, Error::new(ErrorKind::Unsupported, message))?;
            continue;
        }
        // What is passed by need not be unpacked, and what is too large is not.
        if walk.skip == 0
            && entry.size() <= walk.settings.max_size
            && let Some(bytes) = unpacker.unpack(&entry, files.reader_mut())
        {
            walk.whole(member, bytes)?;
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
