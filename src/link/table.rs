//! A table of linking on the disk: written under a hidden name, named when it is whole.

use super::Error;
use crate::document::ErrorKind;
use crate::formats::tables::column::Column;
use arrow_array::RecordBatch;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

/// A table that is being written.
pub(super) struct Table<'f, R> {
    folder: &'f Path,
    name: &'static str,
    columns: Vec<Column<R>>,
    rows: Vec<R>,
    writer: ArrowWriter<File>,
    count: u64,
}

/// One that is written whole, under its hidden name.
pub(super) struct Whole<'f> {
    folder: &'f Path,
    name: &'static str,
    pub rows: u64,
}

/// Rows that are turned into a batch at once.
const BATCH: usize = 1 << 13;

impl<'f, R> Table<'f, R> {
    pub fn create(
        folder: &'f Path,
        name: &'static str,
        columns: Vec<Column<R>>,
    ) -> Result<Table<'f, R>, Error> {
        let place = folder.join(name);
        let failed = |error: &dyn std::fmt::Display| unwritable(&place, error);
        fs::create_dir_all(&place).map_err(|error| failed(&error))?;
        let file = File::create(hidden(&place)).map_err(|error| failed(&error))?;
        let schema = Arc::new(Schema::new(Vec::from_iter(columns.iter().map(Column::field))));
        let level = ZstdLevel::try_new(3).unwrap_or_default();
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
        let writer = ArrowWriter::try_new(file, schema, Some(properties)).map_err(|error| failed(&error))?;
        Ok(Table { folder, name, columns, rows: Vec::new(), writer, count: 0 })
    }

    pub fn push(&mut self, row: R) -> Result<(), Error> {
        self.rows.push(row);
        self.count += 1;
        if self.rows.len() < BATCH { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> Result<(), Error> {
        let schema = Arc::new(Schema::new(Vec::from_iter(self.columns.iter().map(Column::field))));
        let arrays = Vec::from_iter(self.columns.iter().map(|column| column.array(&self.rows)));
        self.rows.clear();
        let place = self.folder.join(self.name);
        let batch = RecordBatch::try_new(schema, arrays).map_err(|error| unwritable(&place, &error))?;
        self.writer.write(&batch).map_err(|error| unwritable(&place, &error))
    }

    pub fn close(mut self) -> Result<Whole<'f>, Error> {
        self.flush()?;
        let place = self.folder.join(self.name);
        self.writer.close().map_err(|error| unwritable(&place, &error))?;
        Ok(Whole { folder: self.folder, name: self.name, rows: self.count })
    }
}

impl Whole<'_> {
    /// Gives the table its name; one of an earlier linking goes.
    pub fn name(&self) -> Result<(), Error> {
        let place = self.folder.join(self.name);
        let named = File::open(hidden(&place))
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(hidden(&place), place.join("part-00000.parquet")));
        named.map_err(|error| unwritable(&place, &error))
    }
}

fn hidden(place: &Path) -> std::path::PathBuf {
    place.join(".part-00000.parquet.part")
}

fn unwritable(place: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Write, format!("cannot be written: {error}")).of(place.to_string_lossy())
}
