//! A buffered reader for who jumps between two places, as reading a zip does: from its directory to a member and back.

use std::io::{self, Read, Seek, SeekFrom};

const WINDOW: usize = 32 << 10;

/// Holds the stretches around the last two places that were read.
pub(super) struct Windows<R> {
    input: R,
    length: u64,
    at: u64,
    /// The one used last comes first.
    windows: [Window; 2],
}

#[derive(Default)]
struct Window {
    start: u64,
    bytes: Vec<u8>,
}

impl Window {
    fn from(&self, at: u64) -> &[u8] {
        let skip = at.checked_sub(self.start).and_then(|skip| usize::try_from(skip).ok());
        skip.and_then(|skip| self.bytes.get(skip..)).unwrap_or_default()
    }
}

impl<R: Read + Seek> Windows<R> {
    pub fn new(mut input: R) -> io::Result<Windows<R>> {
        let length = input.seek(SeekFrom::End(0))?;
        Ok(Windows { input, length, at: 0, windows: Default::default() })
    }

    pub fn len(&self) -> u64 {
        self.length
    }
}

impl<R: Read + Seek> Read for Windows<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.windows[0].from(self.at).is_empty() {
            self.windows.swap(0, 1);
        }
        if self.windows[0].from(self.at).is_empty() {
            self.input.seek(SeekFrom::Start(self.at))?;
            let window = &mut self.windows[0];
            window.start = self.at;
            window.bytes.clear();
            (&mut self.input).take(WINDOW as u64).read_to_end(&mut window.bytes)?;
        }
        let read = self.windows[0].from(self.at).read(into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<R: Read + Seek> Seek for Windows<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
        };
        self.at =
            at.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a place before the beginning"))?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_like_what_is_behind_it() {
        let bytes = Vec::from_iter((0..200_000_u32).map(|i| (i / 7) as u8));
        let mut windows = Windows::new(io::Cursor::new(&bytes)).unwrap();
        for i in 0..2000_usize {
            let at = i * 7919 % bytes.len();
            let mut read = vec![0; (i * 31 % 5000).min(bytes.len() - at)];
            windows.seek(SeekFrom::Start(at as u64)).unwrap();
            windows.read_exact(&mut read).unwrap();
            assert!(read == bytes[at..at + read.len()], "{i}");
        }
        windows.seek(SeekFrom::End(-3)).unwrap();
        let mut end = Vec::new();
        windows.read_to_end(&mut end).unwrap();
        assert_eq!((end.len(), windows.stream_position().unwrap()), (3, 200_000));
        assert!(windows.seek(SeekFrom::Current(-200_001)).is_err());
    }
}
