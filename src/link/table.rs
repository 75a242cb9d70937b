//! A table of linking: on the disk it is written under a hidden name, and named when it is whole.

use super::Error;
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
pub(super) type Kept = RefCell<BTreeMap<&'static str, Vec<RecordBatch>>>;

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
    name: &'static str,
    columns: Vec<Column<R>>,
    rows: Vec<R>,
    /// For a folder.
    writer: Option<ArrowWriter<File>>,
    count: u64,
}

/// One that is written whole, under its hidden name.
pub(super) struct Whole<'f> {
    place: Place<'f>,
    name: &'static str,
    pub rows: u64,
}

/// Rows that are turned into a batch at once.
const BATCH: usize = 1 << 13;

impl<'f, R> Table<'f, R> {
    pub fn create(
        place: Place<'f>,
        name: &'static str,
        columns: Vec<Column<R>>,
    ) -> Result<Table<'f, R>, Error> {
        let schema = Arc::new(Schema::new(Vec::from_iter(columns.iter().map(Column::field))));
        let writer = match place {
            Place::Folder(folder) => {
                let path = folder.join(name);
                let failed = |error: &dyn std::fmt::Display| unwritable(&path, error);
                fs::create_dir_all(&path).map_err(|error| failed(&error))?;
                let file = File::create(hidden(&path)).map_err(|error| failed(&error))?;
                let level = ZstdLevel::try_new(3).unwrap_or_default();
                let properties =
                    WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
                Some(ArrowWriter::try_new(file, schema, Some(properties)).map_err(|error| failed(&error))?)
            }
            Place::Memory(kept) => {
                kept.borrow_mut().insert(name, Vec::new());
                None
            }
            #[cfg(feature = "sqlite")]
            Place::Base(base) => {
                let meanings = Vec::from_iter(columns.iter().map(|column| (column.name, column.meaning)));
                base.create(name, &schema, &meanings)?;
                None
            }
        };
        Ok(Table { place, name, columns, rows: Vec::new(), writer, count: 0 })
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
        let failed = |error: &dyn std::fmt::Display| unwritable(Path::new(self.name), error);
        let batch = RecordBatch::try_new(schema, arrays).map_err(|error| failed(&error))?;
        match (self.place, &mut self.writer) {
            (Place::Memory(kept), _) => {
                kept.borrow_mut().entry(self.name).or_default().push(batch);
                Ok(())
            }
            #[cfg(feature = "sqlite")]
            (Place::Base(base), _) => base.insert(self.name, &batch),
            (_, Some(writer)) => writer.write(&batch).map_err(|error| failed(&error)),
            (_, None) => Ok(()),
        }
    }

    pub fn close(mut self) -> Result<Whole<'f>, Error> {
        self.flush()?;
        let closed = self.writer.map(ArrowWriter::close).transpose();
        closed.map_err(|error| unwritable(Path::new(self.name), &error))?;
        Ok(Whole { place: self.place, name: self.name, rows: self.count })
    }
}

impl Whole<'_> {
    /// Gives the table its name; one of an earlier linking goes. In a database it has it when the transaction ends.
    pub fn name(&self) -> Result<(), Error> {
        let place = match self.place {
            Place::Folder(folder) => folder.join(self.name),
            Place::Memory(_) => return Ok(()),
            #[cfg(feature = "sqlite")]
            Place::Base(_) => return Ok(()),
        };
        let named = File::open(hidden(&place))
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(hidden(&place), place.join("part-00000.parquet")));
        named.map_err(|error| unwritable(&place, &error))
    }
}

/// Takes away what was begun and has no name, and folders that were made for it.
pub(super) fn sweep(place: Place) {
    let Place::Folder(folder) = place else { return };
    for table in super::Across::ALL {
        let place = folder.join(table.as_str());
        // What cannot be removed is hidden, and written over by the next linking.
        let _ = fs::remove_file(hidden(&place));
        let _ = fs::remove_dir(&place);
    }
}

fn hidden(place: &Path) -> std::path::PathBuf {
    place.join(".part-00000.parquet.part")
}

fn unwritable(place: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Write, format!("cannot be written: {error}")).of(place.to_string_lossy())
}
