//! Many texts: those at hand, and those in files, folders and archives. Both come out one after the other, in the
//! order of the input, as a `Document` or a `Failure`.

use super::analyzer::Analyzer;
use super::document::{Document, Source};
use super::records::Failure;
use super::{refused, type_name, unread};
use crate::corpus::archive::{Archive, Wording, refuse_results};
use crate::corpus::run::{Analyzed, Failure as Lost};
use pyo3::CastIntoError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use rayon::prelude::*;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Texts are analysed so many at a time, or as many as have so many bytes together.
const TEXTS: usize = 256;
const BYTES: usize = 8 << 20;
/// How long Ctrl-C may go unheard while a document is read.
const PATIENCE: Duration = Duration::from_millis(100);

/// What messages advise in Python.
const WORDING: Wording = Wording {
    text_column: "text_column=",
    id_column: "id_column=",
    results: "pandas reads it (pandas.read_parquet, or pandas.read_json with lines=True)",
};

/// Texts at hand.
#[pyclass(module = "klubba")]
pub(super) struct Texts {
    texts: Py<PyIterator>,
    ids: Option<Vec<String>>,
    analyzer: crate::analyzer::Analyzer,
    /// None for one thread: what is found on another takes longer to make and to let go of than where it is used.
    pool: Option<rayon::ThreadPool>,
    ready: VecDeque<Py<PyAny>>,
    count: usize,
}

/// Texts of an iterator, analysed on `threads` threads (0: as many as there are cores). What is no
/// text is a failure.
#[pyfunction(name = "_texts")]
pub(super) fn texts(
    texts: &Bound<'_, PyAny>,
    ids: Option<Vec<String>>,
    threads: usize,
    analyzer: &Analyzer,
) -> PyResult<Texts> {
    let pool = || rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = (threads != 1).then(pool).transpose();
    let pool = pool.map_err(|error| super::KlubbaError::new_err(format!("cannot start threads: {error}")))?;
    let (texts, analyzer) = (texts.try_iter()?.unbind(), analyzer.0.clone());
    Ok(Texts { texts, ids, analyzer, pool, ready: VecDeque::new(), count: 0 })
}

#[pymethods]
impl Texts {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        if self.ready.is_empty() {
            self.fill(py)?;
        }
        Ok(self.ready.pop_front())
    }
}

impl Texts {
    /// The next texts with what was found in them.
    fn fill(&mut self, py: Python<'_>) -> PyResult<()> {
        let mut taken = Vec::with_capacity(TEXTS);
        let mut bytes = 0;
        let mut texts = self.texts.bind(py).clone();
        while taken.len() < TEXTS && bytes < BYTES {
            let Some(text) = texts.next() else { break };
            let text = text?.cast_into::<PyString>().map_err(CastIntoError::into_inner);
            // Python keeps the UTF-8 that it makes.
            bytes += text.as_ref().ok().and_then(|text| text.to_str().ok()).map_or(0, str::len);
            taken.push(text);
        }
        let read = taken.iter().map(|text| match text {
            Ok(text) => text.to_str().map_err(|error| super::unreadable(py, error).value(py).to_string()),
            Err(other) => Err(format!("this is {}, not a text (str)", type_name(other))),
        });
        let read = Vec::from_iter(read);
        let found: Vec<Result<_, String>> = py.detach(|| {
            let analyzer = &self.analyzer;
            let one = |text: &Result<&str, String>| match text {
                Ok(text) => analyzer.try_analyze(text).map_err(|error| error.to_string()),
                Err(message) => Err(message.clone()),
            };
            match &self.pool {
                Some(pool) => pool.install(|| read.par_iter().map(one).collect()),
                None => read.iter().map(one).collect(),
            }
        });
        for (text, found) in taken.iter().zip(found) {
            let id = self.ids.as_ref().and_then(|ids| ids.get(self.count)).cloned();
            let ready = match (text, found) {
                (Ok(text), Ok(found)) => {
                    let source = Source { id, ..Source::default() };
                    Py::new(py, Document::new(text, found, source)?)?.into_any()
                }
                (_, found) => {
                    let (source, kind) = (format!("text {}", self.count), "decode".to_string());
                    let (stage, message) = ("read".to_string(), found.err().unwrap_or_default());
                    Py::new(py, Failure { source, id, stage, kind, message })?.into_any()
                }
            };
            self.ready.push_back(ready);
            self.count += 1;
        }
        py.check_signals()
    }
}

/// Texts in files, folders and archives.
#[pyclass(frozen, module = "klubba")]
pub(super) struct Files {
    results: Mutex<Receiver<Result<Analyzed, Lost>>>,
}

/// The documents at these paths.
#[pyfunction(name = "_files")]
#[pyo3(signature = (paths, *, include, text_column, id_column, max_size, timeout, threads, ocr, analyzer))]
#[allow(clippy::too_many_arguments)] // they are Python's keywords
pub(super) fn files(
    paths: Vec<PathBuf>,
    include: Vec<String>,
    text_column: Option<String>,
    id_column: Option<String>,
    max_size: Option<u64>,
    timeout: Option<f64>,
    threads: usize,
    ocr: bool,
    analyzer: &Analyzer,
) -> PyResult<Files> {
    let only = if let [path] = paths.as_slice() { Some(path.clone()) } else { None };
    let mut archive = match &only {
        // A single path that leads nowhere is told at once.
        Some(path) => Archive::open(path).map_err(unread)?,
        None => Archive::list(paths),
    };
    archive.settings.wording = WORDING;
    for pattern in &include {
        archive = archive.include(pattern).map_err(refused)?;
    }
    archive = archive.threads(threads).ocr(ocr);
    if ocr {
        needs_ocr()?;
    }
    if let Some(name) = text_column {
        archive = archive.text_column(name);
    }
    if let Some(name) = id_column {
        archive = archive.id_column(name);
    }
    let archive = limited(archive, max_size, timeout)?;
    if let Some(path) = &only {
        refuse_results(path, &archive.settings).map_err(unread)?;
    }
    let run = archive.run(&analyzer.0);
    // A thread of its own waits for the run, so that Python hears Ctrl-C. Nobody listening ends it, and the run.
    let (sender, results) = sync_channel(1);
    let waits = std::thread::Builder::new().name("klubba-run".to_string());
    let started = waits.spawn(move || run.map_while(|result| sender.send(result).ok()).for_each(drop));
    started.map_err(|error| super::KlubbaError::new_err(format!("cannot start a thread: {error}")))?;
    Ok(Files { results: Mutex::new(results) })
}

/// Whether OCR can be used here.
pub(super) fn needs_ocr() -> PyResult<()> {
    crate::extract::ocr_missing().map_or(Ok(()), |why| Err(super::KlubbaError::new_err(why)))
}

/// An archive whose documents may have so many bytes and take so many seconds.
pub(super) fn limited(
    mut archive: Archive,
    max_size: Option<u64>,
    timeout: Option<f64>,
) -> PyResult<Archive> {
    if let Some(bytes) = max_size {
        archive = archive.max_size(bytes);
    }
    if let Some(seconds) = timeout {
        let limit = Duration::try_from_secs_f64(seconds);
        let wrong =
            |_| super::KlubbaError::new_err(format!("timeout must be a number of seconds, not {seconds}"));
        archive = archive.timeout(limit.map_err(wrong)?);
    }
    Ok(archive)
}

#[pymethods]
impl Files {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        loop {
            let wait = || self.results.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(PATIENCE);
            match py.detach(wait) {
                Ok(Ok(found)) => return document(py, found).map(Some),
                Ok(Err(lost)) => return Ok(Some(Py::new(py, Failure::of(lost))?.into_any())),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            }
        }
    }
}

fn document(py: Python<'_>, found: Analyzed) -> PyResult<Py<PyAny>> {
    let Analyzed { source, id, format, encoding, guessed, notes, ocr, bytes, text, document, .. } = found;
    let source = Source {
        source: Some(source),
        id,
        format: Some(format.as_str().to_string()),
        encoding: encoding.map(str::to_string),
        guessed,
        notes,
        ocr,
        bytes: Some(bytes),
    };
    Ok(Py::new(py, Document::new(&PyString::new(py, &text), document, source)?)?.into_any())
}

impl Failure {
    fn of(lost: Lost) -> Failure {
        Failure {
            source: lost.source,
            id: lost.id,
            stage: lost.stage.as_str().to_string(),
            kind: lost.error.kind().as_str().to_string(),
            message: lost.error.message().to_string(),
        }
    }
}
