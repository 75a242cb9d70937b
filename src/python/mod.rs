//! The Python module `klubba._klubba`: what `python/klubba` shows to the world.
//!
//! `_klubba.pyi` beside the package says the same in Python's types; `mypy.stubtest` holds the two together.

mod analyzer;
mod document;
mod explain;
mod field;
mod file;
mod find;
mod link;
mod many;
mod records;
mod rows;
mod sentence;
mod table;

use crate::analyzer::Layers;
use crate::cli::options;
use crate::document::Error;
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError, PyUserWarning};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess, PyString};
use std::ffi::{CString, OsString};

// They are made in Python: one of them has two bases, which Rust cannot say.
pyo3::import_exception!(klubba.errors, KlubbaError);
pyo3::import_exception!(klubba.errors, DecodeError);
pyo3::import_exception!(klubba.errors, ExtractError);

/// Analyse a Swedish text: find its headings, people, speeches, decisions and dates.
///
/// Args:
///     text: The text. It is analysed as it stands; offsets count its code points.
///     date: The document's date where the text gives none (datetime.date or 'YYYY-MM-DD');
///         relative dates are resolved against it.
///     layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.
///
/// Returns:
///     What was found. Other threads run while the text is read.
///
/// Warns:
///     UserWarning: The text is nothing but the name of a file ('protokoll.txt'), which `read` would read.
///
/// Raises:
///     DecodeError: The text holds a lone surrogate or has 4 GiB or more.
///     KlubbaError: The date is no day of the calendar, or no layer has that name.
///     TypeError: An argument is of a wrong type.
#[pyfunction]
#[pyo3(signature = (text, *, date=None, layers=None))]
fn analyze(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    date: Option<&Bound<'_, PyAny>>,
    layers: Option<&Bound<'_, PyAny>>,
) -> PyResult<document::Document> {
    let (text, read) = readable(text)?;
    if names_file(read) {
        let hint =
            CString::new(format!("{read:?} is analysed as a text; klubba.read({read:?}) reads the file"))?;
        PyErr::warn(py, &py.get_type::<PyUserWarning>(), &hint, 1)?;
    }
    let analyzer = analyzer(date, layers)?;
    let found =
        py.detach(|| analyzer.try_analyze(read)).map_err(|error| DecodeError::new_err(error.to_string()))?;
    document::Document::new(text, found, document::Source::default())
}

/// Whether a text is nothing but the name of a file: *protokoll.txt*, *2024/kallelse.pdf*.
fn names_file(text: &str) -> bool {
    const ENDS: [&str; 10] =
        [".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".zip"];
    let ends = |end: &str| text.len() > end.len() && text.to_ascii_lowercase().ends_with(end);
    let one = || !text.contains(char::is_whitespace) || std::path::Path::new(text).is_file();
    text.len() < 300 && ENDS.iter().any(|end| ends(end)) && one()
}

/// A text of Python's, and what it holds.
fn readable<'a, 'py>(text: &'a Bound<'py, PyAny>) -> PyResult<(&'a Bound<'py, PyString>, &'a str)> {
    let py = text.py();
    let text = text.cast::<PyString>().map_err(|_| {
        let hint = if text.hasattr("decode").unwrap_or(false) { "; decode them first" } else { "" };
        PyTypeError::new_err(format!("text must be a str, not {}{hint}", type_name(text)))
    })?;
    Ok((text, text.to_str().map_err(|error| unreadable(py, error))?))
}

/// All rules by which klubba finds things, layer by layer.
#[pyfunction]
fn rules() -> Vec<records::Rule> {
    crate::rules::all().map(records::Rule::of).collect()
}

/// Run the command with these arguments, without the program's name; its exit status.
#[pyfunction]
fn run(py: Python<'_>, args: Vec<OsString>) -> u8 {
    let args = std::iter::once(OsString::from("klubba")).chain(args);
    py.detach(|| crate::cli::run(args))
}

/// The analyzer for the arguments of Python.
fn analyzer(
    date: Option<&Bound<'_, PyAny>>,
    layers: Option<&Bound<'_, PyAny>>,
) -> PyResult<crate::analyzer::Analyzer> {
    let date = date.map(day).transpose()?;
    Ok(options::analyzer(date, &layers.map(layer_list).transpose()?.unwrap_or_default(), None, None))
}

/// A datetime.date or a string as a day.
fn day(date: &Bound<'_, PyAny>) -> PyResult<jiff::civil::Date> {
    if let Ok(text) = date.cast::<PyString>() {
        return options::day(&text.to_string_lossy()).map_err(refused);
    }
    let date = date.cast::<PyDate>().map_err(|_| {
        PyTypeError::new_err(format!("date must be a datetime.date or a str, not {}", type_name(date)))
    })?;
    let (year, month, day) = (date.get_year(), date.get_month(), date.get_day());
    let made =
        i16::try_from(year).ok().and_then(|year| jiff::civil::Date::new(year, month as i8, day as i8).ok());
    made.ok_or_else(|| KlubbaError::new_err("the date is no day of the calendar"))
}

/// Names of layers; a single string may name several, as on the command line.
fn layer_list(layers: &Bound<'_, PyAny>) -> PyResult<Vec<Layers>> {
    let wrong = || PyTypeError::new_err(format!("layers must be names of layers, not {}", type_name(layers)));
    let names: Vec<String> = match layers.cast::<PyString>() {
        Ok(text) => text.to_string_lossy().split(',').map(str::to_string).collect(),
        Err(_) => layers
            .try_iter()
            .map_err(|_| wrong())?
            .map(|name| name?.extract::<String>().map_err(|_| wrong()))
            .collect::<PyResult<_>>()?,
    };
    if names.is_empty() {
        return Err(KlubbaError::new_err("layers names none; leave it out for all of them"));
    }
    names.iter().map(|name| options::layer(name).map_err(refused)).collect()
}

fn refused(error: Error) -> PyErr {
    KlubbaError::new_err(error.to_string())
}

fn unread(error: Error) -> PyErr {
    ExtractError::new_err(error.to_string())
}

/// The only texts that are no UTF-8 are those with half of a surrogate pair.
fn unreadable(py: Python<'_>, error: PyErr) -> PyErr {
    if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
        return error;
    }
    let at = error.value(py).getattr("start").and_then(|at| at.extract::<usize>()).unwrap_or(0);
    DecodeError::new_err(format!(
        "the text holds a lone surrogate at index {at}, which is no character; mend it with \
         text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
    ))
}

fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "that".to_string(), |name| name.to_string())
}

#[pymodule(gil_used = false)]
mod _klubba {
    #[pymodule_export]
    use super::{
        analyze,
        analyzer::Analyzer,
        document::Document,
        file::{File, extract},
        find::find,
        link::{case_key, link, link_columns, link_streams},
        many::{files, texts},
        records::{
            Ballot, Block, Charge, Date, Decision, Failure, Heading, Item, Match, Page, Person, Place, Rule,
            Section, Span, Speech, TocEntry, Votes, restore,
        },
        rows::rows,
        rules, run,
        table::{Table, table},
    };
    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
