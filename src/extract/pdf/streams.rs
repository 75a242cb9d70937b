//! Packed streams that unpack to more than they may.
//!
//! The library unpacks a stream whole, and some before a page is asked for: so the file's bytes are looked at first,
//! whatever its tables say of them.

use crate::document::{Error, ErrorKind};
use crate::extract::limits::ExtractLimits;
use flate2::read::ZlibDecoder;
use memchr::memmem;
use std::io::Read;

/// Deflate packs no better than this.
const BEST: u64 = 1032;
/// What a stream may become without being counted: it is held only while its page is read.
const SMALL: u64 = 64 << 20;
/// How far before its data a stream's dictionary begins at most.
const DICTIONARY: usize = 2048;

/// Refuses a file whose streams unpack to more than they may. Images are never unpacked, and a stream that is
/// short enough cannot grow too large; few others have to be tried.
pub(super) fn check(bytes: &[u8], limits: &ExtractLimits) -> Result<(), Error> {
    let mut left = limits.unpacked;
    let mut end = 0;
    for at in memmem::find_iter(bytes, b"stream") {
        if at < end || bytes[..at].ends_with(b"end") {
            continue;
        }
        let from = at + b"stream".len();
        let data = &bytes[from..];
        let data = &data[..memmem::find(data, b"endstream").unwrap_or(data.len())];
        end = from + data.len();
        let head = &bytes[at.saturating_sub(DICTIONARY)..at];
        let head = &head[memmem::rfind(head, b"obj").unwrap_or(0)..];
        let packed = memmem::find_iter(head, b"/Fl").count() as u32;
        let most = (0..packed).fold(data.len() as u64, |size, _| size.saturating_mul(BEST));
        let image = packed < 2 && memmem::find(head, b"/Image").is_some();
        if packed == 0 || image || most <= SMALL.min(limits.unpacked) {
            continue;
        }
        limits.check_time()?;
        left = left.checked_sub(unpacked(data.trim_ascii_start(), packed, left)).ok_or_else(|| {
            let message = format!("its streams unpack to more than the limit ({} bytes)", limits.unpacked);
            Error::new(ErrorKind::TooLarge, message)
        })?;
    }
    Ok(())
}

/// How many bytes come out, up to `most` and one more. A damaged stream gives what it has.
fn unpacked(raw: &[u8], packed: u32, most: u64) -> u64 {
    let mut reader: Box<dyn Read + '_> = Box::new(raw);
    for _ in 0..packed.min(8) {
        reader = Box::new(ZlibDecoder::new(reader));
    }
    let mut reader = reader.take(most.saturating_add(1));
    let (mut size, mut buffer) = (0, vec![0; 64 << 10]);
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        size += count as u64;
    }
    size
}
