//! A result as one file, or on standard output.

use super::super::output::{Output, unwritable};
use super::Format;
use super::product::{Product, write_error};
use super::sheet::Leaf;
use crate::document::{Error, ErrorKind};
use crate::formats::tei;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Documents one after the other, with what their format wants around them.
pub(super) struct Single {
    out: Sink,
    target: PathBuf,
    /// Where error records go, besides the messages.
    errors: Option<(Output, PathBuf)>,
    format: Format,
    /// The first document of a format in which one document stands otherwise than several.
    held: Option<Leaf>,
    /// Whether several documents were written.
    several: bool,
    /// Whether several must be, also if there is but one.
    list: bool,
    done: u64,
}

enum Sink {
    Plain(Output),
    Zstd(Box<zstd::Encoder<'static, Output>>),
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Sink::Plain(out) => out.write(bytes),
            Sink::Zstd(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sink::Plain(out) => out.flush(),
            Sink::Zstd(out) => out.flush(),
        }
    }
}

impl Single {
    pub fn open(
        path: Option<&Path>,
        errors: Option<&Path>,
        format: Format,
        list: bool,
    ) -> Result<Single, Error> {
        let target = path.unwrap_or(Path::new("-")).to_path_buf();
        let out = Output::open(path)?;
        let out = if target.extension().is_some_and(|extension| extension == "zst") {
            let encoder = zstd::Encoder::new(out, 3).map_err(|error| unwritable(&target, &error))?;
            Sink::Zstd(Box::new(encoder))
        } else {
            Sink::Plain(out)
        };
        let errors = match errors {
            Some(path) => Some((Output::open(Some(path))?, path.to_path_buf())),
            None => None,
        };
        Ok(Single { out, target, errors, format, held: None, several: false, list, done: 0 })
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out.write_all(bytes).map_err(|error| unwritable(&self.target, &error))
    }

    fn put_leaf(&mut self, leaf: &Leaf) -> Result<(), Error> {
        leaf.write(&mut self.out).map_err(|error| unwritable(&self.target, &error))
    }

    pub fn write(&mut self, product: Product) -> Result<(), Error> {
        if let Some((out, path)) = &mut self.errors {
            let mut lines = Vec::new();
            product.failures.iter().for_each(|(doc_id, failure)| write_error(&mut lines, *doc_id, failure));
            out.write_all(&lines).map_err(|error| unwritable(path, &error))?;
        }
        for leaf in product.leaves {
            match self.format {
                Format::Json | Format::Tei | Format::Timeml => self.document(leaf)?,
                _ => self.put_leaf(&leaf)?,
            }
        }
        Ok(())
    }

    fn document(&mut self, leaf: Leaf) -> Result<(), Error> {
        self.done += 1;
        match (self.done, self.held.take()) {
            (1, _) if !self.list => {
                self.held = Some(leaf);
                return Ok(());
            }
            (2, Some(_)) if self.format == Format::Timeml => {
                let message = "timeml is one XML document, and here are several: name one PATH";
                return Err(Error::new(ErrorKind::Usage, message));
            }
            (_, Some(first)) => self.next(&first)?,
            (_, None) => {}
        }
        self.next(&leaf)
    }

    /// One of several.
    fn next(&mut self, leaf: &Leaf) -> Result<(), Error> {
        let first = !std::mem::replace(&mut self.several, true);
        if self.format == Format::Json {
            self.put(if first { b"[\n  " } else { b",\n  " })?;
            let written = leaf.write(&mut Indented(&mut self.out));
            return written.map_err(|error| unwritable(&self.target, &error));
        }
        if first {
            self.put(tei::CORPUS.as_bytes())?;
        }
        self.put_leaf(leaf)
    }

    /// Ends the file and gives it its name.
    pub fn finish(mut self) -> Result<(), Error> {
        match self.held.take() {
            Some(only) => {
                if self.format == Format::Tei {
                    self.put(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
                }
                self.put_leaf(&only)?;
                if self.format == Format::Json {
                    self.put(b"\n")?;
                }
            }
            None if self.several => {
                let end = if self.format == Format::Json { "\n]\n" } else { tei::CORPUS_END };
                self.put(end.as_bytes())?;
            }
            None if self.format == Format::Json && self.list => self.put(b"[]\n")?,
            None => {}
        }
        if let Some((out, _)) = self.errors.take() {
            out.finish()?;
        }
        match self.out {
            Sink::Plain(out) => out.finish(),
            Sink::Zstd(out) => out.finish().map_err(|error| unwritable(&self.target, &error))?.finish(),
        }
    }
}

/// Writes one level deeper. Line breaks stand only between JSON's tokens, never in its strings.
struct Indented<W>(W);

impl<W: Write> Write for Indented<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.0.write_all(line)?;
            if line.ends_with(b"\n") {
                self.0.write_all(b"  ")?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
