//! A result as a database of SQLite. As much as a part of a folder has goes into one transaction, and how far the run is
//! with it; indices, full text and views come last, in one of their own.

use super::folder::goes_on;
use super::product::Product;
use super::sheet::Leaf;
use crate::document::{Error, ErrorKind};
use crate::formats::sqlite::{self, FORMAT};
use crate::formats::tables::{More, Table};
use serde_json::Value;
use std::path::Path;

/// The database that a run writes.
pub(super) struct Base {
    base: sqlite::Base,
    tables: Vec<Table>,
    part_size: u64,
    pub documents: u64,
    pub failed: u64,
    pub complete: bool,
    names: u64,
    /// Bytes of documents in the transaction that is open, if one is.
    open: Option<u64>,
}

impl Base {
    /// Begins a database where there is none, or goes on with one.
    pub fn open(
        path: &Path,
        tables: Vec<Table>,
        more: More,
        run: &Value,
        part_size: u64,
        resume: bool,
    ) -> Result<Base, Error> {
        let usage = |message: &str| Error::new(ErrorKind::Usage, message).of(path.to_string_lossy());
        let there = std::fs::metadata(path).is_ok_and(|meta| meta.len() > 0);
        if there && !resume {
            return Err(usage("is there; --resume goes on with a database of klubba, or name another file"));
        }
        let base = sqlite::Base::open(path)?;
        let klubba = env!("CARGO_PKG_VERSION");
        let fresh =
            Base { base, tables, part_size, documents: 0, failed: 0, complete: false, names: 0, open: None };
        if fresh.base.is_empty()? {
            let run = run.to_string();
            fresh
                .base
                .create(more, &[("format", FORMAT), ("klubba", klubba), ("run", &run), ("complete", "0")])?;
            return Ok(fresh);
        }
        let fact = |key: &str| fresh.base.fact(key);
        if fact("format")?.as_deref() != Some(FORMAT) {
            return Err(usage("is no database of klubba; name another file"));
        }
        let old: Value = serde_json::from_str(&fact("run")?.unwrap_or_default()).unwrap_or(Value::Null);
        goes_on((&fact("klubba")?.unwrap_or_default(), &old), (klubba, run))
            .map_err(|error| error.of(path.to_string_lossy()))?;
        let number = |key: &str| -> Result<u64, Error> {
            Ok(fact(key)?.and_then(|value| value.parse().ok()).unwrap_or(0))
        };
        let (documents, failed, names) = (number("documents")?, number("failed")?, number("names")?);
        let complete = fact("complete")?.as_deref() == Some("1");
        Ok(Base { documents, failed, names, complete, ..fresh })
    }

    /// How many documents are done, and the number for their names.
    pub fn done(&self) -> (u64, u64) {
        (self.documents, self.names)
    }

    /// Adds a batch, and ends the transaction if it is large enough.
    pub fn write(&mut self, product: &Product) -> Result<(), Error> {
        let bytes = match self.open {
            Some(bytes) => bytes,
            None => {
                self.base.begin()?;
                0
            }
        };
        for (&table, leaf) in self.tables.iter().zip(&product.leaves) {
            if let Leaf::Rows(rows) = leaf {
                self.base.insert(table, rows)?;
            }
        }
        self.documents += product.documents;
        self.failed += product.failures.len() as u64;
        self.names = product.names;
        self.open = Some(bytes + product.tally.bytes);
        if bytes + product.tally.bytes >= self.part_size {
            self.end()?;
        }
        Ok(())
    }

    /// Ends the transaction that is open.
    pub fn end(&mut self) -> Result<(), Error> {
        if self.open.take().is_none() {
            return Ok(());
        }
        let numbers = [self.documents, self.failed, self.names].map(|number| number.to_string());
        let [documents, failed, names] = &numbers;
        self.base.commit(&[("documents", documents), ("failed", failed), ("names", names)])
    }

    /// What a whole database has beside it, and one may lack that was ended at the last moment.
    pub fn describe(&self) -> Result<(), Error> {
        self.base.describe()
    }

    /// Makes the database whole.
    pub fn finish(mut self) -> Result<u64, Error> {
        self.end()?;
        self.base.complete(&[("complete", "1")])?;
        Ok(self.failed)
    }
}
