//! A table of a user's own, as text: cells parted by tabs, commas or semicolons, or Parquet. Its rows are read one by one.

use super::Error;
use crate::document::ErrorKind;
use crate::formats::csv::cell;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// A table whose head is read.
pub(super) struct Sheet {
    path: PathBuf,
    /// The names of the columns.
    pub header: Vec<String>,
    rows: Rows,
}

enum Rows {
    Text(csv::Reader<Cursor<String>>),
    Parquet(ParquetRecordBatchReader),
}

impl Sheet {
    pub fn open(path: &Path) -> Result<Sheet, Error> {
        let failed = |kind, message: String| Error::new(kind, message).of(path.to_string_lossy());
        let file =
            File::open(path).map_err(|error| failed(ErrorKind::Read, format!("cannot be read: {error}")))?;
        let (header, rows) = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"))
        {
            of_parquet(file).map_err(|message| failed(ErrorKind::Damaged, message))?
        } else {
            let text = std::io::read_to_string(file)
                .map_err(|error| failed(ErrorKind::Decode, format!("cannot be read as UTF-8: {error}")))?;
            of_text(text).map_err(|message| failed(ErrorKind::Damaged, message))?
        };
        Ok(Sheet { path: path.to_path_buf(), header, rows })
    }

    /// Each row: its cells in the order of the header.
    pub fn each(self, mut each: impl FnMut(&[&str])) -> Result<(), Error> {
        let path = self.path;
        let damaged = |error: &dyn std::fmt::Display| {
            Error::new(ErrorKind::Damaged, error.to_string()).of(path.to_string_lossy())
        };
        match self.rows {
            Rows::Text(mut reader) => {
                let mut record = csv::StringRecord::new();
                while reader.read_record(&mut record).map_err(|error| damaged(&error))? {
                    each(&Vec::from_iter(&record));
                }
            }
            Rows::Parquet(batches) => {
                for batch in batches {
                    let batch = batch.map_err(|error| damaged(&error))?;
                    for row in 0..batch.num_rows() {
                        let cells = Vec::from_iter(batch.columns().iter().map(|column| cell(column, row)));
                        each(&Vec::from_iter(cells.iter().map(String::as_str)));
                    }
                }
            }
        }
        Ok(())
    }
}

fn of_text(text: String) -> Result<(Vec<String>, Rows), String> {
    let first = text.lines().next().unwrap_or_default();
    let first = first.strip_prefix('\u{feff}').unwrap_or(first);
    let separator = ['\t', ';', ','].into_iter().find(|&separator| first.contains(separator)).unwrap_or(',');
    // The reader of the head passes by a mark of the order of bytes itself.
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .quoting(separator != '\t')
        .flexible(true)
        .from_reader(Cursor::new(text));
    let header = reader.headers().map_err(|error| error.to_string())?;
    Ok((Vec::from_iter(header.iter().map(str::to_string)), Rows::Text(reader)))
}

fn of_parquet(file: File) -> Result<(Vec<String>, Rows), String> {
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| format!("is no Parquet: {error}"))?;
    let header = Vec::from_iter(builder.schema().fields().iter().map(|field| field.name().clone()));
    Ok((header, Rows::Parquet(builder.build().map_err(|error| error.to_string())?)))
}
