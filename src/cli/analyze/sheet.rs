//! One file of a part: written under a hidden name, hashed as it is written, and given its name when it is whole.

use super::super::output::unwritable;
use super::product::Large;
use crate::document::Error;
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Bytes of finished pages that a Parquet file holds back before it writes them as a row group.
const ROW_GROUP: usize = 4 << 20;

/// What a file holds.
#[derive(Clone, Debug)]
pub(in crate::cli) enum Form {
    Parquet(SchemaRef),
    /// Bytes between these two.
    Bytes {
        head: Vec<u8>,
        tail: Vec<u8>,
    },
}

/// What is written into one.
#[derive(Debug)]
pub(in crate::cli) enum Leaf {
    Rows(RecordBatch),
    /// Bytes, and how many rows or documents they are.
    Bytes(Vec<u8>, usize),
    /// A document as JSON, which is made as it is written.
    Large(Box<Large>),
}

impl Leaf {
    /// Writes what is no table.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        match self {
            Leaf::Rows(_) => Ok(()),
            Leaf::Bytes(bytes, _) => out.write_all(bytes),
            Leaf::Large(large) => large.write(out),
        }
    }
}

/// A finished file, as the manifest tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Finished {
    /// Its path in the folder.
    pub path: String,
    pub rows: u64,
    pub bytes: u64,
    pub sha256: String,
}

/// A file that is being written.
pub(in crate::cli) struct Sheet {
    /// In the folder of the result.
    path: String,
    hidden: PathBuf,
    writer: Writer,
    tail: Vec<u8>,
    rows: u64,
}

enum Writer {
    Parquet(Box<ArrowWriter<Hashed>>),
    Bytes(Hashed),
}

impl Sheet {
    /// Begins the file of this path in `folder`.
    pub fn create(folder: &Path, path: String, form: &Form) -> Result<Sheet, Error> {
        let place = folder.join(&path);
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let hidden = place.with_file_name(format!(".{name}.part"));
        let failed = |error: &io::Error| unwritable(&hidden, error);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|error| failed(&error))?;
        }
        let file = File::create(&hidden).map_err(|error| failed(&error))?;
        let mut hashed =
            Hashed { file: BufWriter::with_capacity(1 << 16, file), hash: Sha256::new(), bytes: 0 };
        let (writer, tail) = match form {
            Form::Parquet(schema) => {
                let level = ZstdLevel::try_new(3).unwrap_or_default();
                let properties =
                    WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
                let writer = ArrowWriter::try_new(hashed, schema.clone(), Some(properties))
                    .map_err(|error| failed(&io_error(error)))?;
                (Writer::Parquet(Box::new(writer)), Vec::new())
            }
            Form::Bytes { head, tail } => {
                hashed.write_all(head).map_err(|error| failed(&error))?;
                (Writer::Bytes(hashed), tail.clone())
            }
        };
        Ok(Sheet { path, hidden, writer, tail, rows: 0 })
    }

    pub fn write(&mut self, leaf: &Leaf) -> Result<(), Error> {
        let written = match (&mut self.writer, leaf) {
            (Writer::Parquet(writer), Leaf::Rows(rows)) => {
                self.rows += rows.num_rows() as u64;
                writer.write(rows).and_then(|()| {
                    // By the data alone, so that every run cuts alike.
                    if writer.in_progress_size() > ROW_GROUP { writer.flush() } else { Ok(()) }
                })
            }
            (Writer::Bytes(hashed), Leaf::Bytes(bytes, rows)) => {
                self.rows += *rows as u64;
                hashed.write_all(bytes).map_err(ParquetError::from)
            }
            _ => Err(ParquetError::General("rows and bytes do not mix".to_string())),
        };
        written.map_err(|error| unwritable(&self.hidden, &io_error(error)))
    }

    /// Makes sure that all of it is on the disk, still under its hidden name.
    pub fn close(mut self) -> Result<Closed, Error> {
        let closed = match self.writer {
            Writer::Parquet(writer) => writer.into_inner().map_err(io_error),
            Writer::Bytes(mut hashed) => hashed.write_all(&std::mem::take(&mut self.tail)).map(|()| hashed),
        };
        let synced = closed.and_then(|mut hashed| {
            hashed.flush()?;
            hashed.file.get_ref().sync_all()?;
            Ok(hashed)
        });
        let hashed = synced.map_err(|error| unwritable(&self.hidden, &error))?;
        let sha256 = hashed.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let finished = Finished { path: self.path, rows: self.rows, bytes: hashed.bytes, sha256 };
        Ok(Closed { hidden: self.hidden, finished })
    }
}

/// A file that is whole and has yet to be given its name.
pub(in crate::cli) struct Closed {
    hidden: PathBuf,
    finished: Finished,
}

impl Closed {
    pub fn name(self, folder: &Path) -> Result<Finished, Error> {
        let place = folder.join(&self.finished.path);
        fs::rename(&self.hidden, &place).map_err(|error| unwritable(&place, &error))?;
        Ok(self.finished)
    }
}

fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error.to_string()),
        },
        other => io::Error::other(other.to_string()),
    }
}

/// A file with the hash of what was written.
struct Hashed {
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
