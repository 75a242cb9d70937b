//! A table of linking: on the disk it is written under a hidden name, and named when it is whole.

use super::{Across, Error};
use crate::document::ErrorKind;
#[cfg(feature = "sqlite")]
use crate::formats::sqlite::Linked;
use crate::formats::tables::column::Column;
use arrow_array::RecordBatch;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

/// Tables that stay in memory, by their names.
pub(super) type Kept = RefCell<BTreeMap<Across, Vec<RecordBatch>>>;

/// Where tables go: beside those of a run in a folder, in its database, or nowhere but into memory.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'f> {
    Folder(&'f Path),
    #[cfg(feature = "sqlite")]
    Base(&'f Linked),
    Memory(&'f Kept),
}

/// A table that is being written.
pub(super) struct Table<'f, R> {
    place: Place<'f>,
    table: Across,
    columns: Vec<Column<R>>,
    rows: Vec<R>,
    /// For a folder.
    writer: Option<ArrowWriter<File>>,
    count: u64,
}

/// One that is written whole, under its hidden name.
pub(super) struct Whole<'f> {
    place: Place<'f>,
    table: Across,
    pub rows: u64,
}

/// Rows that are turned into a batch at once.
const BATCH: usize = 1 << 13;

impl<'f, R> Table<'f, R> {
    pub fn create(place: Place<'f>, table: Across, columns: Vec<Column<R>>) -> Result<Table<'f, R>, Error> {
        let schema = Arc::new(Schema::new(Vec::from_iter(columns.iter().map(Column::field))));
        let writer = match place {
            Place::Folder(folder) => {
                let path = folder.join(table.as_str());
                let failed = |error: &dyn std::fmt::Display| unwritable(&path, error);
                fs::create_dir_all(&path).map_err(|error| failed(&error))?;
                let file = File::create(hidden(&path)).map_err(|error| failed(&error))?;
                let level = ZstdLevel::try_new(3).unwrap_or_default();
                let properties =
                    WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
                Some(ArrowWriter::try_new(file, schema, Some(properties)).map_err(|error| failed(&error))?)
            }
            Place::Memory(kept) => {
                kept.borrow_mut().insert(table, Vec::new());
                None
            }
            #[cfg(feature = "sqlite")]
            Place::Base(base) => {
                let meanings = Vec::from_iter(columns.iter().map(|column| (column.name, column.meaning)));
                base.create(table, &schema, &meanings)?;
                None
            }
        };
        Ok(Table { place, table, columns, rows: Vec::new(), writer, count: 0 })
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
        let failed = |error: &dyn std::fmt::Display| unwritable(Path::new(self.table.as_str()), error);
        let batch = RecordBatch::try_new(schema, arrays).map_err(|error| failed(&error))?;
        match (self.place, &mut self.writer) {
            (Place::Memory(kept), _) => {
                kept.borrow_mut().entry(self.table).or_default().push(batch);
                Ok(())
            }
            #[cfg(feature = "sqlite")]
            (Place::Base(base), _) => base.insert(self.table, &batch),
            (_, Some(writer)) => writer.write(&batch).map_err(|error| failed(&error)),
            (_, None) => Ok(()),
        }
    }

    pub fn close(mut self) -> Result<Whole<'f>, Error> {
        self.flush()?;
        let closed = self.writer.map(ArrowWriter::close).transpose();
        closed.map_err(|error| unwritable(Path::new(self.table.as_str()), &error))?;
        Ok(Whole { place: self.place, table: self.table, rows: self.count })
    }
}

impl Whole<'_> {
    /// Its folder. A table in a database has its name when the transaction ends.
    fn folder(&self) -> Option<std::path::PathBuf> {
        match self.place {
            Place::Folder(folder) => Some(folder.join(self.table.as_str())),
            Place::Memory(_) => None,
            #[cfg(feature = "sqlite")]
            Place::Base(_) => None,
        }
    }

    /// Takes away the table of an earlier linking.
    pub fn clear(&self) -> Result<(), Error> {
        let Some(place) = self.folder() else { return Ok(()) };
        match fs::remove_file(named(&place)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unwritable(&place, &error)),
            _ => Ok(()),
        }
    }

    /// Gives the table its name.
    pub fn name(&self) -> Result<(), Error> {
        let Some(place) = self.folder() else { return Ok(()) };
        let done = File::open(hidden(&place))
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(hidden(&place), named(&place)));
        done.map_err(|error| unwritable(&place, &error))
    }
}

/// Takes away what was begun and has no name, and folders that were made for it.
pub(super) fn sweep(place: Place) {
    let Place::Folder(folder) = place else { return };
    for table in Across::ALL {
        let place = folder.join(table.as_str());
        // What cannot be removed is hidden, and written over by the next linking.
        let _ = fs::remove_file(hidden(&place));
        let _ = fs::remove_dir(&place);
    }
}

fn hidden(place: &Path) -> std::path::PathBuf {
    place.join(".part-00000.parquet.part")
}

pub(super) fn named(place: &Path) -> std::path::PathBuf {
    place.join("part-00000.parquet")
}

fn unwritable(place: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Write, format!("cannot be written: {error}")).of(place.to_string_lossy())
}
