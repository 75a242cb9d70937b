//! Rows out of the Arrow batches of an engine (Spark, Ray, DuckDB): each a text or a file, and of each what was found
//! as lists of rows of the tables. Arrow goes in and out: nothing here makes a Python object for a row.

use super::KlubbaError;
use super::analyzer::Analyzer;
use super::many::limited;
use super::table::{kind, refused_by_arrow};
use crate::corpus::archive::{Archive, Content, Entry, Settings, too_large};
use crate::corpus::run::{Analyzed, Failure, one};
use crate::formats::tables::{self, Found, Table as Kind};
use arrow_array::cast::AsArray;
use arrow_array::ffi::to_ffi;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, StringArray, StructArray};
use arrow_buffer::OffsetBuffer;
use arrow_ipc::reader::StreamReader;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule};
use std::path::PathBuf;
use std::sync::Arc;

/// Documents go on together until their texts have so many bytes: what is under way stays small, however many rows
/// the engine gives at once.
const BYTES: usize = 4 << 20;
/// Bytes that one document may have at most. As UTF-8 it may grow threefold, and still fits into tables with others.
const LARGEST: u64 = tables::MOST as u64 / 4;

/// Rows to be analysed; iterating gives what was found in them, some rows at a time, in order. Of no rows it gives the
/// columns.
#[pyclass(module = "klubba")]
pub(super) struct Rows {
    names: StringArray,
    contents: ArrayRef,
    at: usize,
    begun: bool,
    tables: Vec<Kind>,
    keep_text: bool,
    analyzer: crate::analyzer::Analyzer,
    settings: Settings,
}

/// The rows of a stream in Arrow's IPC form: a column of names (str) and one of texts or of files' bytes.
/// What they give has a row for each, and for each of these tables a column: the list of its rows.
#[pyfunction(name = "_rows")]
#[pyo3(signature = (stream, tables, analyzer, *, keep_text=false, max_size=None, timeout=None))]
pub(super) fn rows(
    stream: &Bound<'_, PyBytes>,
    tables: Vec<String>,
    analyzer: &Analyzer,
    keep_text: bool,
    max_size: Option<u64>,
    timeout: Option<f64>,
) -> PyResult<Rows> {
    let tables = tables.iter().map(|name| kind(name)).collect::<PyResult<Vec<_>>>()?;
    let settings = limited(Archive::list(Vec::<PathBuf>::new()), max_size, timeout)?.settings;
    if settings.max_size > LARGEST {
        return Err(KlubbaError::new_err(format!("max_size may be {LARGEST} bytes at most in tables")));
    }
    let analyzer = analyzer.0.clone();
    let (names, contents) = columns(stream.as_bytes())?;
    Ok(Rows { names, contents, at: 0, begun: false, tables, keep_text, analyzer, settings })
}

fn columns(stream: &[u8]) -> PyResult<(StringArray, ArrayRef)> {
    let mut batches = StreamReader::try_new(stream, None).map_err(refused_by_arrow)?;
    let schema = batches.schema();
    let batch = match batches.next() {
        Some(batch) => batch.map_err(refused_by_arrow)?,
        None => RecordBatch::new_empty(schema),
    };
    let wrong = || KlubbaError::new_err("rows are a column of names and one of texts or files");
    let [names, contents] = batch.columns() else { return Err(wrong()) };
    let names = names.as_string_opt::<i32>().ok_or_else(wrong)?.clone();
    if content(contents, 0).is_none() {
        let (name, found) = (batch.schema_ref().field(1).name(), contents.data_type());
        let message = format!("the column {name:?} holds neither texts nor files' bytes, but {found}");
        return Err(KlubbaError::new_err(message));
    }
    Ok((names, Arc::clone(contents)))
}

/// What stands in a row: nothing, beyond the last one; `None` for a column of another type.
fn content(column: &dyn Array, row: usize) -> Option<Content> {
    let there = row < column.len() && column.is_valid(row);
    let text = |text: &str| Content::Text(text.to_string());
    let bytes = |bytes: &[u8]| Content::Bytes(bytes.to_vec());
    let read = match column.data_type() {
        DataType::Utf8 => there.then(|| text(column.as_string::<i32>().value(row))),
        DataType::LargeUtf8 => there.then(|| text(column.as_string::<i64>().value(row))),
        DataType::Utf8View => there.then(|| text(column.as_string_view().value(row))),
        DataType::Binary => there.then(|| bytes(column.as_binary::<i32>().value(row))),
        DataType::LargeBinary => there.then(|| bytes(column.as_binary::<i64>().value(row))),
        DataType::BinaryView => there.then(|| bytes(column.as_binary_view().value(row))),
        _ => return None,
    };
    Some(read.unwrap_or(Content::Text(String::new())))
}

#[pymethods]
impl Rows {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<FoundRows>> {
        py.check_signals()?;
        if self.begun && self.at >= self.contents.len() {
            return Ok(None);
        }
        self.begun = true;
        let lists = py.detach(|| {
            let results = self.analyze();
            self.lists(&results)
        });
        Ok(Some(FoundRows(lists.map_err(refused_by_arrow)?)))
    }
}

impl Rows {
    /// What becomes of the next rows.
    fn analyze(&mut self) -> Vec<Result<Analyzed, Failure>> {
        let (mut results, mut bytes) = (Vec::new(), 0);
        while self.at < self.contents.len() && bytes < BYTES {
            let result = one(&self.analyzer, &self.settings, self.entry(self.at));
            bytes += result.as_ref().map_or(0, |analyzed| analyzed.text.len());
            results.push(result);
            self.at += 1;
        }
        results
    }

    fn entry(&self, row: usize) -> Entry {
        let id = self.names.is_valid(row).then(|| self.names.value(row).to_string());
        let source = id.clone().unwrap_or_else(|| "a row without an id".to_string());
        let content = content(&self.contents, row).unwrap_or(Content::Passed);
        let bytes = match &content {
            Content::Text(text) => text.len(),
            Content::Bytes(bytes) => bytes.len(),
            Content::Passed | Content::Unwanted => 0,
        };
        let limit = self.settings.max_size;
        let content = if bytes as u64 > limit { Err(too_large(limit)) } else { Ok(content) };
        Entry { source, id, notes: Vec::new(), content }
    }

    /// A row for each of these, and a column for each table.
    fn lists(&self, results: &[Result<Analyzed, Failure>]) -> Result<RecordBatch, ArrowError> {
        let (mut found, mut failed) = (Vec::new(), Vec::new());
        for (doc_id, result) in (0..).zip(results) {
            match result {
                Err(failure) => failed.push(failure.row(doc_id)),
                Ok(analyzed) => found.push(Found {
                    doc_id,
                    origin: analyzed.origin(),
                    text: &analyzed.text,
                    keep_text: self.keep_text,
                    document: &analyzed.document,
                }),
            }
        }
        let batches = tables::batches(&self.tables, &found, &failed)?;
        let lists = batches.iter().map(|batch| lists_of(batch, results.len()));
        let lists = lists.collect::<Result<Vec<_>, _>>()?;
        let field =
            |(table, list): (&Kind, &ListArray)| Field::new(table.as_str(), list.data_type().clone(), false);
        let fields = Vec::from_iter(self.tables.iter().zip(&lists).map(field));
        let columns = lists.into_iter().map(|list| Arc::new(list) as ArrayRef).collect();
        RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
    }
}

/// The rows of a table as a list for each of so many documents, without the document's number.
fn lists_of(batch: &RecordBatch, documents: usize) -> Result<ListArray, ArrowError> {
    let (schema, columns) = (batch.schema(), batch.columns());
    let mut lengths = vec![0; documents];
    if let Some(numbers) =
        batch.column_by_name("doc_id").and_then(|column| column.as_primitive_opt::<Int64Type>())
    {
        for &number in numbers.values() {
            if let Some(length) = usize::try_from(number).ok().and_then(|number| lengths.get_mut(number)) {
                *length += 1;
            }
        }
    }
    let kept = schema.fields().iter().zip(columns).filter(|(field, _)| field.name() != "doc_id");
    let (fields, columns): (Vec<_>, Vec<_>) =
        kept.map(|(field, column)| (field.clone(), column.clone())).unzip();
    let rows = StructArray::try_new(fields.into(), columns, None)?;
    let item = Arc::new(Field::new("item", rows.data_type().clone(), false));
    ListArray::try_new(item, OffsetBuffer::from_lengths(lengths), Arc::new(rows), None)
}

/// What was found in some rows, for `pyarrow.record_batch`.
#[pyclass(frozen, module = "klubba")]
pub(super) struct FoundRows(pub RecordBatch);

#[pymethods]
impl FoundRows {
    /// The rows as an array of Arrow's C interface, a struct each. A schema that is asked for is not looked at.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        let (array, schema) =
            to_ffi(&StructArray::from(self.0.clone()).to_data()).map_err(refused_by_arrow)?;
        let schema = PyCapsule::new_with_value(py, schema, c"arrow_schema")?;
        Ok((schema, PyCapsule::new_with_value(py, array, c"arrow_array")?))
    }
}
