//! Files in Python: their text, what was assumed to read it, and the way on to the analysis.

use super::many::needs_ocr;
use super::{DecodeError, ExtractError, analyzer, document, type_name, unread};
use crate::corpus::archive::unreadable;
use crate::document::Marks;
use crate::extract::{ExtractLimits, Extracted, FileFormat, Ocr, Recognized};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use std::path::PathBuf;

/// A file that was read: its text, what it is, and what was assumed, lost or repaired.
#[pyclass(frozen, module = "klubba")]
pub(super) struct File {
    text: Py<PyString>,
    format: FileFormat,
    encoding: Option<&'static str>,
    guessed: bool,
    notes: Vec<String>,
    marks: Marks,
    ocr: Recognized,
}

#[pymethods]
impl File {
    /// The text, which offsets count in; form feeds part its pages, where it tells of pages.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// What the file is: 'text', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'xml' or 'mail'.
    #[getter]
    fn format(&self) -> &'static str {
        self.format.as_str()
    }

    /// What its bytes were read as ('UTF-8', 'windows-1252'); None where the format leaves no choice.
    #[getter]
    fn encoding(&self) -> Option<&'static str> {
        self.encoding
    }

    /// Whether the encoding was guessed: nothing in the file says it.
    #[getter]
    fn guessed(&self) -> bool {
        self.guessed
    }

    /// What was lost, left out or repaired, a sentence each.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    /// Analyse the text with what the file knows of its lines: styled headings, large type, tables.
    ///
    /// Args:
    ///     date: As for analyze.
    ///     layers: As for analyze.
    ///
    /// Returns:
    ///     What was found. Other threads run while the text is read.
    ///
    /// Raises:
    ///     DecodeError: The text has 4 GiB or more.
    ///     KlubbaError: The date is no day of the calendar, or no layer has that name.
    ///     TypeError: An argument is of a wrong type.
    #[pyo3(signature = (*, date=None, layers=None))]
    fn analyze(
        &self,
        py: Python<'_>,
        date: Option<&Bound<'_, PyAny>>,
        layers: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<document::Document> {
        let analyzer = analyzer(date, layers)?;
        let text = self.text.bind(py);
        let read = text.to_str()?;
        let found = py
            .detach(|| analyzer.analyze_marked(read, &self.marks))
            .map_err(|error| DecodeError::new_err(error.to_string()))?;
        let source = document::Source {
            format: Some(self.format.as_str().to_string()),
            encoding: self.encoding.map(str::to_string),
            guessed: self.guessed,
            notes: self.notes.clone(),
            ocr: self.ocr.clone(),
            ..document::Source::default()
        };
        document::Document::new(text, found, source)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let length = self.text.bind(py).len()?;
        let encoding = self.encoding.map_or(String::new(), |encoding| format!(", {encoding}"));
        Ok(format!("<File: {}{encoding}, {length} characters>", self.format))
    }
}

/// Read the text of one file: plain text in any common encoding, HTML, DOCX, DOC, ODT, RTF, PDF …
///
/// Args:
///     source: A path, or the bytes of a file. What it is shows in its content, never in its name.
///     ocr: Read pages of a PDF that are images, with the program tesseract.
///
/// Returns:
///     The text with what was assumed. Other threads run meanwhile.
///
/// Raises:
///     ExtractError: The file is missing or cannot be read, or holds no text: it is encrypted, damaged, a
///         scan, or something else.
///     KlubbaError: OCR is asked for, and tesseract or its data for Swedish are not installed.
///     TypeError: The source is neither a path nor bytes.
#[pyfunction]
#[pyo3(signature = (source, *, ocr=false))]
pub(super) fn extract(py: Python<'_>, source: &Bound<'_, PyAny>, ocr: bool) -> PyResult<File> {
    let mut limits = ExtractLimits::default();
    if ocr {
        needs_ocr()?;
        limits.ocr = Some(Ocr::default());
    }
    let (bytes, name) = if let Ok(bytes) = source.cast::<PyBytes>() {
        (bytes.as_bytes().to_vec(), None)
    } else if let Ok(bytes) = source.cast::<PyByteArray>() {
        (bytes.to_vec(), None)
    } else {
        let path: PathBuf = source.extract().map_err(|_| {
            PyTypeError::new_err(format!("source must be a path or bytes, not {}", type_name(source)))
        })?;
        let name = path.to_string_lossy().into_owned();
        let bytes = py.detach(|| std::fs::read(&path));
        (bytes.map_err(|error| unread(unreadable(&error).of(&name)))?, Some(name))
    };
    let read = py.detach(|| crate::extract::extract(bytes, &limits)).map_err(|error| match name {
        Some(name) => unread(error.of(name)),
        None => unread(error),
    })?;
    let Extracted { text, format, encoding, guessed, notes, marks, ocr } = read;
    if text.len() >= u32::MAX as usize {
        return Err(ExtractError::new_err("the text has 4 GiB or more"));
    }
    Ok(File { text: PyString::new(py, &text).unbind(), format, encoding, guessed, notes, marks, ocr })
}
