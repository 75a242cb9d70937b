//! Who is one person and what is one matter across documents: of those at hand, and of tables out of an engine.

use super::document::Document;
use super::rows::FoundRows;
use super::table::{Of, Table, kind, refused_by_arrow, whole};
use super::{KlubbaError, refused};
use crate::formats::tables::{More, Table as Kind};
use crate::link::{Across, Options, Report, link_batches};
use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_select::concat::concat_batches;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::collections::HashMap;
use std::path::PathBuf;

/// What linking reads.
const READ: [Kind; 6] =
    [Kind::Documents, Kind::People, Kind::Speeches, Kind::Decisions, Kind::Items, Kind::Dates];

/// Documents with their numbers, linked: the tables, how many are in the register, what is odd of it.
#[pyfunction(name = "_link")]
#[pyo3(signature = (documents, register=None, columns=None, min_score=50))]
pub(super) fn link(
    py: Python<'_>,
    documents: Vec<(i64, Py<Document>)>,
    register: Option<PathBuf>,
    columns: Option<HashMap<String, String>>,
    min_score: u8,
) -> PyResult<(Vec<Table>, u64, Vec<String>)> {
    let mut options = Options { register, min_score, ..Default::default() };
    for (column, called) in columns.unwrap_or_default() {
        if !options.columns.set(&column, &called) {
            let all = crate::link::Columns::NAMES.join(", ");
            return Err(KlubbaError::new_err(format!("a register has no column {column:?}; it has {all}")));
        }
    }
    let read = READ.map(|kind| Ok((kind, whole(py, kind, &documents, &[], false, More::default())?)));
    let read = read.into_iter().collect::<PyResult<Vec<_>>>()?;
    let (report, tables) = py.detach(|| link_batches(&read, &options)).map_err(refused)?;
    let Report { in_register, notes, .. } = report;
    let tables = tables.into_iter().map(|(of, batches)| Table::found(Of::Across(of), of.schema(), batches));
    Ok((tables.collect(), in_register, notes))
}

/// Tables by their names, each as a stream in Arrow's IPC form, linked: the rows of each by its name.
#[pyfunction(name = "_link_streams")]
#[pyo3(signature = (tables, min_score=50))]
pub(super) fn link_streams(
    py: Python<'_>,
    tables: HashMap<String, Bound<'_, PyBytes>>,
    min_score: u8,
) -> PyResult<HashMap<&'static str, FoundRows>> {
    let mut read = Vec::new();
    for (name, stream) in &tables {
        let batches = StreamReader::try_new(stream.as_bytes(), None).map_err(refused_by_arrow)?;
        let batches = batches.collect::<Result<Vec<_>, _>>().map_err(refused_by_arrow)?;
        read.push((kind(name)?, batches));
    }
    let options = Options { min_score, ..Default::default() };
    let (_, tables) = py.detach(|| link_batches(&read, &options)).map_err(refused)?;
    let rows = |(of, batches): (Across, Vec<RecordBatch>)| {
        let batch = concat_batches(&of.schema(), &batches).map_err(refused_by_arrow)?;
        Ok((of.as_str(), FoundRows(batch)))
    };
    tables.into_iter().map(rows).collect()
}

/// The columns that linking reads of each table that an engine gives, `doc_id` first.
#[pyfunction(name = "_link_columns")]
pub(super) fn link_columns() -> HashMap<&'static str, Vec<&'static str>> {
    crate::link::columns_read().into_iter().collect()
}

/// A case number in the one spelling that its spellings have in common; None if it tells no year.
#[pyfunction(name = "_case_key")]
pub(super) fn case_key(written: &str) -> Option<String> {
    crate::keys::of_case(written)
}
