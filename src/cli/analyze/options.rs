//! What is to be analysed, in words of the command line.

use crate::corpus::archive::{Archive, MAX_SIZE, Wording, leads_nowhere};
use crate::document::{Error, ErrorKind};
use serde_json::{Map, Value};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Input {
    /// Files, folders, archives, patterns; - reads standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Read paths from this file, one a line, after those named; - reads them from standard input
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// Only documents whose name (or, with a / in it, whose whole path) fits; may be said again
    #[arg(long, value_name = "PATTERN")]
    include: Vec<String>,
    /// The column of JSON Lines and Parquet that holds the texts [default: text]
    #[arg(long, value_name = "NAME")]
    text_column: Option<String>,
    /// The column that names the rows
    #[arg(long, value_name = "NAME")]
    id_column: Option<String>,
    /// A larger document, unpacked, is an error
    #[arg(long, value_name = "SIZE", default_value_t = MAX_SIZE, value_parser = size, hide_default_value = true,
          help = "A larger document, unpacked, is an error [default: 100M]")]
    pub max_size: u64,
    /// A document whose format takes longer to read, or whose text to analyse, is an error
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    timeout: u64,
    /// Read pages of a PDF that are images, with the program tesseract; a minute a page at most
    #[arg(long)]
    ocr: bool,
}

/// What messages advise in a terminal.
pub(in crate::cli) const WORDING: Wording = Wording {
    text_column: "--text-column",
    id_column: "--id-column",
    results: "DuckDB and pandas read it, klubba stats counts a whole run",
};

impl Input {
    pub fn archive(&self) -> Result<Archive, Error> {
        let stdin = |path: &&PathBuf| path.as_os_str() == "-";
        if self.paths.iter().chain(&self.files_from).filter(stdin).count() > 1 {
            return Err(Error::new(ErrorKind::Usage, "- (standard input) can be read only once"));
        }
        let paths = self.paths.clone().into_iter();
        let mut archive = match &self.files_from {
            Some(list) => Archive::list(paths.chain(Lines::open(list)?)),
            None => Archive::list(paths),
        };
        archive.settings.wording = WORDING;
        if let Some(name) = &self.text_column {
            archive = archive.text_column(name);
        }
        if let Some(name) = &self.id_column {
            archive = archive.id_column(name);
        }
        for pattern in &self.include {
            archive = archive.include(pattern)?;
        }
        if self.ocr {
            super::super::input::needs_ocr()?;
        }
        Ok(archive.max_size(self.max_size).ocr(self.ocr).timeout(Duration::from_secs(self.timeout)))
    }

    /// Puts a path before those named.
    pub fn begin_with(&mut self, path: PathBuf) {
        self.paths.insert(0, path);
    }

    /// Whether no path is named.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty() && self.files_from.is_none()
    }

    /// Whether more than one path is named.
    pub fn several(&self) -> bool {
        self.paths.len() > 1 || self.files_from.is_some()
    }

    /// An error if no path that is named leads anywhere: a result of nothing would stand in the way of the right one.
    pub fn leads_somewhere(&self) -> Result<(), Error> {
        let lost = |path: &PathBuf| path.as_os_str() != "-" && leads_nowhere(path);
        match self.paths.first() {
            Some(first) if self.files_from.is_none() && self.paths.iter().all(lost) => {
                let message = "there is no such file; nothing was written";
                Err(Error::new(ErrorKind::Read, message).of(first.to_string_lossy()))
            }
            _ => Ok(()),
        }
    }

    /// The paths whose size can be known before.
    pub fn named(&self) -> Vec<PathBuf> {
        if self.files_from.is_some() { Vec::new() } else { self.paths.clone() }
    }

    pub fn identity(&self) -> Map<String, Value> {
        let path = |path: &PathBuf| Value::from(path.to_string_lossy());
        let mut identity = Map::new();
        identity.insert("paths".to_string(), self.paths.iter().map(path).collect());
        identity.insert("files-from".to_string(), self.files_from.as_ref().map_or(Value::Null, path));
        identity.insert("include".to_string(), self.include.clone().into());
        identity.insert("text-column".to_string(), self.text_column.clone().into());
        identity.insert("id-column".to_string(), self.id_column.clone().into());
        if self.ocr {
            identity.insert("ocr".to_string(), true.into());
        }
        identity.insert("max-size".to_string(), self.max_size.into());
        identity
    }
}

/// Paths out of a file, read as the run goes on. A byte that is no UTF-8 stays what it is.
struct Lines(Box<dyn BufRead + Send>);

/// No path is longer.
const LONGEST: u64 = 1 << 16;

impl Lines {
    fn open(path: &PathBuf) -> Result<Lines, Error> {
        if path.as_os_str() == "-" {
            return Ok(Lines(Box::new(BufReader::new(io::stdin()))));
        }
        let file = File::open(path).map_err(|error| {
            Error::new(ErrorKind::Read, format!("cannot be read: {error}")).of(path.to_string_lossy())
        })?;
        Ok(Lines(Box::new(BufReader::new(file))))
    }
}

impl Iterator for Lines {
    type Item = PathBuf;

    fn next(&mut self) -> Option<PathBuf> {
        loop {
            let mut line = Vec::new();
            // A list that breaks off ends here, as it would for any other tool in a pipe.
            if (&mut self.0).take(LONGEST).read_until(b'\n', &mut line).ok()? == 0 {
                return None;
            }
            let line = line.strip_suffix(b"\n").unwrap_or(&line);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if !line.is_empty() {
                return Some(PathBuf::from(path(line)));
            }
        }
    }
}

#[cfg(unix)]
fn path(line: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(line.to_vec())
}

#[cfg(not(unix))]
fn path(line: &[u8]) -> OsString {
    String::from_utf8_lossy(line).into_owned().into()
}

/// A number of bytes: `500`, `64K`, `100M`, `2G`.
pub(super) fn size(text: &str) -> Result<u64, Error> {
    let wrong = || Error::new(ErrorKind::Usage, format!("{text:?} is no size; write it as in 100M or 2G"));
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text.get(digits.len()..).unwrap_or_default().to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1 << 10,
        "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1_u64 << 30,
        _ => return Err(wrong()),
    };
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    number.checked_mul(unit).filter(|&bytes| bytes > 0).ok_or_else(wrong)
}

/// One character of ASCII.
pub(in crate::cli) fn separator(text: &str) -> Result<u8, Error> {
    match text.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [one] if one.is_ascii_punctuation() || *one == b'\t' => Ok(*one),
        _ => Err(Error::new(ErrorKind::Usage, "write one character: ; or , or \\t")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!((size("100M").unwrap(), size("7").unwrap(), size("2g").unwrap()), (100 << 20, 7, 2 << 30));
        for wrong in ["", "0", "M", "-1", "1.5G", "9X", "99999999999G"] {
            assert_eq!(size(wrong).unwrap_err().kind(), ErrorKind::Usage, "{wrong}");
        }
    }
}
