//! What was found as a database of SQLite: the tables with keys, and when all is there indices, full text and views.
//!
//! Rows come in transactions, and how far the run is stands in the same one, in the table `klubba_run`. So after any
//! end the database holds whole transactions, and whoever goes on knows from which document.

#[cfg(feature = "link")]
mod linked;
mod metadata;
mod schema;

#[cfg(feature = "link")]
pub(crate) use linked::Linked;

use crate::document::{Error, ErrorKind};
use crate::formats::cells;
use crate::formats::tables::{More, Table};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::path::{Path, PathBuf};

/// What a database of klubba says it is.
pub(crate) const FORMAT: &str = "klubba-database/1";

/// A database that is being written.
#[derive(Debug)]
pub(crate) struct Base {
    path: PathBuf,
    connection: Connection,
}

/// What makes an error of SQLite one of klubba's.
fn unwritable(path: &Path) -> impl Fn(rusqlite::Error) -> Error {
    |error| Error::new(ErrorKind::Write, format!("cannot be written: {error}")).of(path.to_string_lossy())
}

impl Base {
    /// Opens the database at a path, or begins one, with empty tables.
    pub fn open(path: &Path) -> Result<Base, Error> {
        let connection = Connection::open(path).map_err(unwritable(path))?;
        let base = Base { path: path.to_path_buf(), connection };
        // What is written is on the disk before the next transaction begins.
        base.run("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA temp_store = FILE;")?;
        Ok(base)
    }

    /// Whether the database has no table.
    pub fn is_empty(&self) -> Result<bool, Error> {
        let count: i64 = self
            .connection
            .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))
            .map_err(|error| self.unreadable(&error))?;
        Ok(count == 0)
    }

    /// Makes the tables, and keeps these facts of the run.
    pub fn create(&self, more: More, facts: &[(&str, &str)]) -> Result<(), Error> {
        self.run("BEGIN")?;
        self.run("CREATE TABLE klubba_run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;")?;
        self.run(&schema::tables(more))?;
        self.set(facts)?;
        self.run("COMMIT")
    }

    /// A fact of the run that wrote the database.
    pub fn fact(&self, key: &str) -> Result<Option<String>, Error> {
        let there = "SELECT 1 FROM sqlite_master WHERE name = 'klubba_run'";
        let there = self.connection.query_row(there, [], |_| Ok(())).optional();
        if there.map_err(|error| self.unreadable(&error))?.is_none() {
            return Ok(None);
        }
        self.connection
            .query_row("SELECT value FROM klubba_run WHERE key = ?", [key], |row| row.get(0))
            .optional()
            .map_err(|error| self.unreadable(&error))
    }

    fn set(&self, facts: &[(&str, &str)]) -> Result<(), Error> {
        let sql =
            "INSERT INTO klubba_run VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        let mut statement = self.connection.prepare_cached(sql).map_err(unwritable(&self.path))?;
        for fact in facts {
            statement.execute([fact.0, fact.1]).map_err(unwritable(&self.path))?;
        }
        Ok(())
    }

    /// Begins a transaction.
    pub fn begin(&self) -> Result<(), Error> {
        self.run("BEGIN")
    }

    /// Ends it, with these facts.
    pub fn commit(&self, facts: &[(&str, &str)]) -> Result<(), Error> {
        self.set(facts)?;
        self.run("COMMIT")
    }

    /// Adds the rows of a table.
    pub fn insert(&self, table: Table, rows: &RecordBatch) -> Result<(), Error> {
        if rows.num_rows() == 0 {
            return Ok(());
        }
        self.add(table.as_str(), rows)?;
        for (own, list, sql) in schema::PAIRS {
            if *own == table {
                self.pairs(rows, list, sql)?;
            }
        }
        Ok(())
    }

    fn add(&self, table: &str, rows: &RecordBatch) -> Result<(), Error> {
        let failed = unwritable(&self.path);
        let sql = schema::insert(table, rows.schema_ref());
        let mut statement = self.connection.prepare_cached(&sql).map_err(&failed)?;
        for row in 0..rows.num_rows() {
            let values = rows.columns().iter().map(|column| value(column, row));
            statement.execute(params_from_iter(values)).map_err(&failed)?;
        }
        Ok(())
    }

    /// Adds a row for each person in a list of these rows.
    fn pairs(&self, rows: &RecordBatch, list: &str, sql: &str) -> Result<(), Error> {
        let failed = unwritable(&self.path);
        let mut statement = self.connection.prepare_cached(sql).map_err(&failed)?;
        let [doc_id, finding, ..] = rows.columns() else { return Ok(()) };
        let Some(people) = rows.column_by_name(list).and_then(|column| column.as_list_opt::<i32>()) else {
            return Ok(());
        };
        for row in 0..rows.num_rows() {
            let several = people.value(row);
            for one in 0..several.len() {
                let values = [value(doc_id, row), value(finding, row), value(&several, one)];
                statement.execute(params_from_iter(values)).map_err(&failed)?;
            }
        }
        Ok(())
    }

    /// Makes what a whole database has: indices, full text, views, and these facts, all of it or nothing; then the file
    /// beside it that tells what tables and columns mean.
    pub fn complete(&self, facts: &[(&str, &str)]) -> Result<(), Error> {
        self.begin()?;
        self.run(schema::INDICES)?;
        self.run(&schema::full_text())?;
        self.run(schema::VIEWS)?;
        // How often values occur, which queries are planned by: of as many rows as tell.
        self.run("PRAGMA analysis_limit = 400; ANALYZE;")?;
        self.commit(facts)?;
        // No empty journal stays beside it.
        self.run("PRAGMA journal_mode = DELETE;")?;
        metadata::write(&self.path)
    }

    /// Writes what tables and columns mean beside a whole database, if that is not there: a run may end before it is.
    pub fn describe(&self) -> Result<(), Error> {
        if metadata::is_there(&self.path) { Ok(()) } else { metadata::write(&self.path) }
    }

    fn run(&self, sql: &str) -> Result<(), Error> {
        self.connection.execute_batch(sql).map_err(unwritable(&self.path))
    }

    fn unreadable(&self, error: &rusqlite::Error) -> Error {
        let message = format!("is no database that can be read: {error}");
        Error::new(ErrorKind::Read, message).of(self.path.to_string_lossy())
    }
}

/// A cell. A list or struct is JSON, a day `YYYY-MM-DD`.
fn value(column: &dyn Array, row: usize) -> Value {
    if column.is_null(row) {
        return Value::Null;
    }
    match column.data_type() {
        DataType::Int64 => Value::Integer(column.as_primitive::<Int64Type>().value(row)),
        DataType::Boolean => Value::Integer(column.as_boolean().value(row).into()),
        DataType::Utf8 => Value::Text(column.as_string::<i32>().value(row).to_string()),
        DataType::Date32 => Value::Text(cells::day(column.as_primitive::<Date32Type>().value(row))),
        _ => Value::Text(cells::json(column, row).to_string()),
    }
}
