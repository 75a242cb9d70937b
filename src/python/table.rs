//! `klubba.Table`: rows of findings, which polars, pandas, pyarrow and DuckDB take without a copy.

use super::KlubbaError;
use super::document::Document;
use super::records::Failure;
use crate::formats::tables::{self, Failed, Found, More, Table as Kind};
use crate::link::Across;
use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, SchemaRef};
use jiff::civil;
use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDate, PyDict, PyList, PyTuple};

/// Texts of so many bytes go into one batch: Arrow's offsets are 32 bits wide.
const BATCH: usize = 64 << 20;

/// Rows of findings, with named and typed columns.
///  polars, pandas, pyarrow and DuckDB read it as it is (it has `__arrow_c_stream__`):
/// pl.DataFrame(decisions), duckdb.sql('select kind, count(*) from decisions group by kind').
#[pyclass(frozen, module = "klubba")]
pub(super) struct Table {
    of: Of,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    /// What its rows are made of, for rows that shall stand alone.
    made_of: Option<MadeOf>,
}

/// Which table it is: one of each document's findings, or one across documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Found(Kind),
    Across(Across),
}

impl Of {
    fn as_str(self) -> &'static str {
        match self {
            Of::Found(kind) => kind.as_str(),
            Of::Across(table) => table.as_str(),
        }
    }
}

struct MadeOf {
    documents: Vec<(i64, Py<Document>)>,
    failures: Vec<(i64, Py<Failure>)>,
    text: bool,
    words: bool,
}

impl Table {
    /// A table whose rows stand alone already.
    pub fn found(of: Of, schema: SchemaRef, batches: Vec<RecordBatch>) -> Table {
        Table { of, schema, batches, made_of: None }
    }

    /// The same rows, each with what its document is.
    fn beside(&self, py: Python<'_>) -> PyResult<Option<Table>> {
        let Some(MadeOf { documents, failures, text, words }) = &self.made_of else { return Ok(None) };
        let documents = documents.iter().map(|(id, one)| (*id, one.clone_ref(py))).collect();
        let failures = failures.iter().map(|(id, one)| (*id, one.clone_ref(py))).collect();
        table(py, self.of.as_str(), documents, failures, *text, true, *words).map(Some)
    }

    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        for (index, field) in self.schema.fields().iter().enumerate() {
            let values = PyList::empty(py);
            for batch in &self.batches {
                let array = batch.column(index);
                (0..array.len()).try_for_each(|row| values.append(value(py, array, row)?))?;
            }
            columns.set_item(field.name(), values)?;
        }
        Ok(columns)
    }

    fn frame<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let frame = package(py, "pandas")?.call_method1("DataFrame", (self.dict(py)?,))?;
        for field in self.schema.fields() {
            let kind = match field.data_type() {
                DataType::Date32 => "datetime64[s]",
                DataType::Int64 if field.is_nullable() => "Int64",
                DataType::Int64 => "int64",
                DataType::Boolean => "bool",
                _ => continue,
            };
            let column = frame.get_item(field.name())?.call_method1("astype", (kind,))?;
            frame.set_item(field.name(), column)?;
        }
        Ok(frame)
    }
}

/// The table itself, or the one whose rows stand alone.
fn wanted<'py>(slf: &Bound<'py, Table>, document: bool) -> PyResult<Bound<'py, Table>> {
    match if document { slf.get().beside(slf.py())? } else { None } {
        Some(table) => Bound::new(slf.py(), table),
        None => Ok(slf.clone()),
    }
}

#[pymethods]
impl Table {
    /// Which table it is ('decisions').
    #[getter]
    fn name(&self) -> &'static str {
        self.of.as_str()
    }

    /// The names of its columns.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.schema.fields().iter().map(|field| field.name()).collect::<Vec<_>>())
    }

    /// What each column means, by its name.
    #[getter]
    fn meanings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let meanings = PyDict::new(py);
        let own = match self.of {
            Of::Found(kind) => Vec::from_iter(kind.columns().into_iter().chain(kind.beside())),
            Of::Across(table) => table.columns(),
        };
        for field in self.schema.fields() {
            let meaning = own.iter().find(|column| column.name == field.name()).map(|column| column.meaning);
            meanings.set_item(field.name(), meaning.unwrap_or("The words of this named group."))?;
        }
        Ok(meanings)
    }

    /// The columns as lists of str, int, bool, datetime.date, list and None; needs no other package.
    ///
    /// Args:
    ///     document: Put source, id, date, kind, title, body and place of the document beside each row
    ///         (`document_source` …), and names beside the numbers of people.
    #[pyo3(signature = (*, document=false))]
    fn to_dict<'py>(slf: &Bound<'py, Self>, document: bool) -> PyResult<Bound<'py, PyDict>> {
        wanted(slf, document)?.get().dict(slf.py())
    }

    /// As a pandas.DataFrame: days are datetime64, numbers that may be missing Int64.
    ///
    /// Args:
    ///     document: Put beside each row what its document is, as to_dict does.
    ///
    /// Raises:
    ///     ImportError: pandas is not installed.
    #[pyo3(signature = (*, document=false))]
    fn to_pandas<'py>(slf: &Bound<'py, Self>, document: bool) -> PyResult<Bound<'py, PyAny>> {
        wanted(slf, document)?.get().frame(slf.py())
    }

    /// As a polars.DataFrame.
    ///
    /// Args:
    ///     document: Put beside each row what its document is, as to_dict does.
    ///
    /// Raises:
    ///     ImportError: polars is not installed.
    #[pyo3(signature = (*, document=false))]
    fn to_polars<'py>(slf: &Bound<'py, Self>, document: bool) -> PyResult<Bound<'py, PyAny>> {
        package(slf.py(), "polars")?.call_method1("DataFrame", (wanted(slf, document)?,))
    }

    /// As a pyarrow.Table.
    ///
    /// Args:
    ///     document: Put beside each row what its document is, as to_dict does.
    ///
    /// Raises:
    ///     ImportError: pyarrow is not installed.
    #[pyo3(signature = (*, document=false))]
    fn to_arrow<'py>(slf: &Bound<'py, Self>, document: bool) -> PyResult<Bound<'py, PyAny>> {
        package(slf.py(), "pyarrow")?.call_method1("table", (wanted(slf, document)?,))
    }

    /// Hits as a concordance; any other table is shown as text.
    fn _repr_html_(&self, py: Python<'_>) -> Option<String> {
        (self.of == Of::Found(Kind::Matches)).then(|| py.detach(|| super::find::html(&self.batches)))
    }

    /// The rows as a stream of Arrow's C interface. The columns' types are as they are: a schema that is
    /// asked for is not looked at.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, SchemaRef::clone(&self.schema));
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        let columns = self.schema.fields().iter().map(|field| field.name().as_str());
        let columns = columns.collect::<Vec<_>>().join(", ");
        format!("Table({}: {} rows of {columns})", self.of.as_str(), self.__len__())
    }
}

/// The table of this name for documents and failures with their numbers.
#[pyfunction(name = "_table")]
#[pyo3(signature = (name, documents, failures, *, text=false, document=false, words=false))]
pub(super) fn table(
    py: Python<'_>,
    name: &str,
    documents: Vec<(i64, Py<Document>)>,
    failures: Vec<(i64, Py<Failure>)>,
    text: bool,
    document: bool,
    words: bool,
) -> PyResult<Table> {
    let kind = kind(name)?;
    let more = More { document, words };
    let batches = whole(py, kind, &documents, &failures, text, more)?;
    let made_of = (!document).then_some(MadeOf { documents, failures, text, words });
    Ok(Table { of: Of::Found(kind), schema: kind.schema_with(more), batches, made_of })
}

/// All rows of a table.
pub(super) fn whole(
    py: Python<'_>,
    kind: Kind,
    documents: &[(i64, Py<Document>)],
    failures: &[(i64, Py<Failure>)],
    text: bool,
    more: More,
) -> PyResult<Vec<RecordBatch>> {
    let found = documents.iter().map(|(doc_id, document)| {
        let (words, document, origin) = document.get().parts(py)?;
        Ok(Found { doc_id: *doc_id, origin, text: words, keep_text: text, document })
    });
    let found = found.collect::<PyResult<Vec<_>>>()?;
    let failed = failures.iter().map(|(doc_id, failure)| failure.get().row(*doc_id));
    let failed = Vec::from_iter(failed);
    let batches = py.detach(|| {
        let mut batches = vec![tables::batches_with(&[kind], &[], &failed, more)?];
        for some in chunks(&found) {
            batches.push(tables::batches_with(&[kind], some, &[], more)?);
        }
        Ok::<_, ArrowError>(batches)
    });
    let batches = batches.map_err(refused_by_arrow)?;
    Ok(batches.into_iter().flatten().filter(|batch| batch.num_rows() > 0).collect())
}

/// A table by its name.
pub(super) fn kind(name: &str) -> PyResult<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.as_str() == name).ok_or_else(|| {
        let names = Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
        KlubbaError::new_err(format!("no table is called {name:?}; the tables are {names}"))
    })
}

pub(super) fn refused_by_arrow(error: ArrowError) -> PyErr {
    KlubbaError::new_err(error.to_string())
}

/// Documents cut into lists whose texts are of `BATCH` bytes together, or one longer alone.
fn chunks<'f, 'a>(mut left: &'f [Found<'a>]) -> impl Iterator<Item = &'f [Found<'a>]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = left.iter().take_while(|found| {
            bytes += found.text.len();
            bytes <= BATCH
        });
        let (some, rest) = left.split_at(fits.count().max(1).min(left.len()));
        left = rest;
        (!some.is_empty()).then_some(some)
    })
}

/// A cell as a Python object.
fn value<'py>(py: Python<'py>, array: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match array.data_type() {
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Boolean => array.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        DataType::Utf8 => array.as_string::<i32>().value(row).into_pyobject(py)?.into_any(),
        DataType::Date32 => {
            let days = i64::from(array.as_primitive::<Date32Type>().value(row));
            let day = civil::date(1970, 1, 1).saturating_add(jiff::SignedDuration::from_hours(24 * days));
            PyDate::new(py, i32::from(day.year()), day.month() as u8, day.day() as u8)?.into_any()
        }
        DataType::List(_) => {
            let inner = array.as_list::<i32>().value(row);
            let all = (0..inner.len()).map(|i| value(py, &inner, i)).collect::<PyResult<Vec<_>>>()?;
            PyList::new(py, all)?.into_any()
        }
        DataType::Struct(fields) => {
            let (columns, dict) = (array.as_struct().columns(), PyDict::new(py));
            for (field, column) in fields.iter().zip(columns) {
                dict.set_item(field.name(), value(py, column, row)?)?;
            }
            dict.into_any()
        }
        other => {
            return Err(KlubbaError::new_err(format!("a column of the type {other} has no Python value")));
        }
    })
}

/// A package that is used where it is there.
fn package<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    match py.import(name) {
        Ok(package) => Ok(package.into_any()),
        Err(error) if error.is_instance_of::<PyImportError>(py) => {
            Err(PyImportError::new_err(format!("{name} is not installed: pip install {name}")))
        }
        Err(error) => Err(error),
    }
}

impl Failure {
    fn row(&self, doc_id: i64) -> Failed<'_> {
        Failed {
            doc_id,
            source: &self.source,
            id: self.id.as_deref(),
            stage: &self.stage,
            kind: &self.kind,
            message: &self.message,
        }
    }
}
