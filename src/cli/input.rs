//! Reading a file or standard input, with messages that say what to do.

use crate::corpus::archive::not_one;
use crate::document::{Error, ErrorKind};
use crate::extract::{ExtractLimits, Extracted, Ocr, extract, ocr_missing};
use std::fs::{self, File};
use std::io::{self, ErrorKind as Io, Read};
use std::path::Path;

/// Texts of this many bytes cannot be addressed (see [`crate::Analyzer::try_analyze`]).
const TOO_LARGE: u64 = u32::MAX as u64;

/// Something to read: a path, or standard input where the path is `-`.
#[derive(Debug)]
pub(super) struct Input<'a>(pub &'a Path);

impl Input<'_> {
    pub fn is_stdin(&self) -> bool {
        self.0.as_os_str() == "-"
    }

    /// The path as the user gave it; bytes that are no UTF-8 show as U+FFFD, for JSON holds only text.
    pub fn name(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }

    /// Its text, whatever format it is in.
    pub fn read(&self, ocr: bool) -> Result<Extracted, Error> {
        let mut limits = ExtractLimits::default();
        if ocr {
            needs_ocr()?;
            limits.ocr = Some(Ocr::default());
        }
        let bytes = if self.is_stdin() { self.stdin() } else { self.file() };
        let read = |bytes: Vec<u8>| match not_one(&bytes) {
            Some(why) => Err(Error::new(ErrorKind::Unsupported, why)),
            None => extract(bytes, &limits),
        };
        bytes.and_then(read).map_err(|error| error.of(self.name()))
    }

    fn file(&self) -> Result<Vec<u8>, Error> {
        let meta = fs::metadata(self.0).map_err(|error| unreadable(&error))?;
        if meta.is_dir() {
            return Err(Error::new(ErrorKind::Read, "is a folder; name a file in it"));
        }
        let mut bytes = Vec::new();
        // One byte more: a file that says it is empty, or grows, may still be a text.
        let expected = if meta.len() < TOO_LARGE { meta.len() as usize + 1 } else { 0 };
        bytes.try_reserve_exact(expected).map_err(|_| too_large(meta.len()))?;
        if meta.len() >= TOO_LARGE {
            return Err(too_large(meta.len()));
        }
        take(File::open(self.0).map_err(|error| unreadable(&error))?, bytes)
    }

    fn stdin(&self) -> Result<Vec<u8>, Error> {
        take(io::stdin().lock(), Vec::new())
    }
}

/// An error that says how to get what OCR needs, where it is not here.
pub(super) fn needs_ocr() -> Result<(), Error> {
    ocr_missing().map_or(Ok(()), |why| Err(Error::new(ErrorKind::Usage, why)))
}

fn take(from: impl Read, mut bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let read = from.take(TOO_LARGE).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if read as u64 == TOO_LARGE { Err(too_large(TOO_LARGE)) } else { Ok(bytes) }
}

fn too_large(bytes: u64) -> Error {
    let message = format!("has {bytes} bytes or more; klubba reads texts below 4 GiB: split it");
    Error::new(ErrorKind::TooLarge, message)
}

fn unreadable(error: &io::Error) -> Error {
    let message = match error.kind() {
        Io::NotFound => "there is no such file".to_string(),
        Io::PermissionDenied => "may not be read: permission denied".to_string(),
        _ => format!("cannot be read: {error}"),
    };
    Error::new(ErrorKind::Read, message)
}
