//! What can go wrong. The analysis itself cannot fail; reading a file can.

use std::fmt;

/// Why something could not be analysed. It names the input and the place where there is one.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<String>,
    message: String,
}

/// The class of an [`Error`], for programs that decide by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file is missing or cannot be read.
    Read,
    /// The bytes are no text in any encoding that is known.
    Decode,
    /// A text longer than 4 GiB, or more than a limit allows.
    TooLarge,
    /// A document that only opens with a password.
    Encrypted,
    /// A document that is broken or cut off.
    Damaged,
    /// A document without text: pages that are images, or nothing at all.
    NoText,
    /// The time limit for one document was reached.
    Timeout,
    /// An archive packed in a way, or so deep in others, that it is not opened, or results of klubba's own.
    Unsupported,
    /// An option or argument that makes no sense.
    Usage,
    /// The result could not be written.
    Write,
    /// A fault of klubba's own.
    Bug,
}

impl ErrorKind {
    /// Its name in tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorKind::Read => "read",
            ErrorKind::Decode => "decode",
            ErrorKind::TooLarge => "too-large",
            ErrorKind::Encrypted => "encrypted",
            ErrorKind::Damaged => "damaged",
            ErrorKind::NoText => "no-text",
            ErrorKind::Timeout => "timeout",
            ErrorKind::Unsupported => "unsupported",
            ErrorKind::Usage => "usage",
            ErrorKind::Write => "write",
            ErrorKind::Bug => "bug",
        }
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, source: None, message: message.into() }
    }

    #[cfg_attr(not(feature = "archive"), allow(dead_code))]
    pub(crate) fn of(mut self, source: impl Into<String>) -> Error {
        self.source = Some(source.into());
        self
    }

    /// What went wrong, without the input's name.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What class of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The name of the input, where it has one.
    pub fn source_name(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => write!(f, "{source}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for Error {}
