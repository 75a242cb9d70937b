//! How much a single document may ask for.

use crate::document::{Deadline, Error, ErrorKind};
use std::time::{Duration, Instant};

/// What reading one document may cost at most.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ExtractLimits {
    /// Bytes of text that a document may give. Plain text is as long as its file.
    pub text: usize,
    /// Bytes that the packed parts of a file (DOCX, ODT, the streams of a PDF) unpack to, together.
    pub unpacked: u64,
    /// When to give up, where the reader can (between a PDF's operators, an office file's paragraphs).
    pub until: Option<Instant>,
    /// Reads pages of a PDF that are images; `None` leaves them out. Needs the feature `ocr`.
    pub ocr: Option<Ocr>,
}

/// How pages that are images are read, by the program `tesseract`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Ocr {
    /// How long a page may take, which is not counted to [`ExtractLimits::until`].
    pub page: Duration,
    /// Pages that are read at once, in all threads together: as many as there are cores, if 0.
    pub threads: usize,
}

impl Default for Ocr {
    fn default() -> Ocr {
        Ocr { page: Duration::from_secs(60), threads: 0 }
    }
}

impl Default for ExtractLimits {
    fn default() -> ExtractLimits {
        ExtractLimits { text: 128 << 20, unpacked: 256 << 20, until: None, ocr: None }
    }
}

impl ExtractLimits {
    /// [`ErrorKind::TooLarge`] where a text has more bytes than it may.
    #[cfg_attr(
        not(any(feature = "html", feature = "mail", feature = "office", feature = "pdf")),
        allow(dead_code)
    )]
    pub(crate) fn check_text(&self, bytes: usize) -> Result<(), Error> {
        if bytes <= self.text {
            return Ok(());
        }
        let message = format!("gives more than {} bytes of text, the limit for one document", self.text);
        Err(Error::new(ErrorKind::TooLarge, message))
    }

    /// [`ErrorKind::Timeout`] where the time is up.
    pub(crate) fn check_time(&self) -> Result<(), Error> {
        Deadline::at(self.until).check()
    }
}
