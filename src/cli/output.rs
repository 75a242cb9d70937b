//! Writing results: to standard output, or whole or not at all to a file.

use crate::document::{Error, ErrorKind};
use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

/// Where results go.
#[derive(Debug)]
pub(super) enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// A device or pipe: nothing to rename.
    Direct(BufWriter<File>),
    /// Written beside its place and moved there by [`Output::finish`].
    Replace {
        file: BufWriter<File>,
        temporary: Temporary,
        target: PathBuf,
    },
}

/// A file that goes away unless it was moved.
#[derive(Debug)]
pub(super) struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl Output {
    /// Standard output for no path and for `-`.
    pub fn open(path: Option<&Path>) -> Result<Output, Error> {
        match path {
            Some(path) if path.as_os_str() != "-" => {
                Output::file(path).map_err(|error| unwritable(path, &error))
            }
            _ => Ok(Output::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock()))),
        }
    }

    fn file(path: &Path) -> io::Result<Output> {
        let existing = fs::metadata(path).ok();
        if existing.as_ref().is_some_and(|meta| !meta.is_file()) {
            return Ok(Output::Direct(BufWriter::new(File::create(path)?)));
        }
        // A link stays a link: what it points to is replaced.
        let target = if existing.is_some() { fs::canonicalize(path)? } else { path.to_path_buf() };
        let Some(name) = target.file_name() else {
            return Err(io::Error::other("this is no file name"));
        };
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.part", std::process::id()));
        let beside = target.with_file_name(hidden);
        let file = File::create(&beside)?;
        let temporary = Temporary(beside);
        if let Some(meta) = existing {
            fs::set_permissions(&temporary.0, meta.permissions())?;
        }
        Ok(Output::Replace { file: BufWriter::new(file), temporary, target })
    }

    /// Makes sure that all is written, and moves a file to its place.
    pub fn finish(self) -> Result<(), Error> {
        match self {
            Output::Stdout(mut out) => out.flush().map_err(|error| unwritable(Path::new("-"), &error)),
            Output::Direct(mut out) => out.flush().map_err(|error| unwritable(Path::new("-"), &error)),
            Output::Replace { file, temporary, target } => file
                .into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|_| fs::rename(&temporary.0, &target))
                .map_err(|error| unwritable(&target, &error)),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stdout(out) => out.write(bytes),
            Output::Direct(out) | Output::Replace { file: out, .. } => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stdout(out) => out.flush(),
            Output::Direct(out) | Output::Replace { file: out, .. } => out.flush(),
        }
    }
}

/// Turns a failed write to standard output into an error, or into nothing if the reader has left
/// (`klubba … | head`).
pub(super) fn quiet(result: Result<(), Error>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() == ErrorKind::Write && error.source_name().is_none() => Ok(()),
        other => other,
    }
}

/// An error of a writer; without a source if the reader of a pipe has left.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Error {
    let written = Error::new(ErrorKind::Write, format!("cannot be written: {error}"));
    match error.kind() {
        io::ErrorKind::BrokenPipe => written,
        _ if path.as_os_str() == "-" => written.of("standard output"),
        _ => written.of(path.to_string_lossy()),
    }
}
