//! `klubba._klubba._Analyzer`: date, layers and own terms, read once for many texts.

use super::document::{Document, Source};
use super::{DecodeError, KlubbaError, day, layer_list, readable, refused, type_name};
use crate::cli::options;
use crate::find::Patterns;
use crate::lexicon::terms::{TermKind, Terms};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

/// What `klubba.Analyzer` reads texts with.
#[pyclass(frozen, module = "klubba._klubba", name = "_Analyzer")]
pub(super) struct Analyzer(pub crate::analyzer::Analyzer);

#[pymethods]
impl Analyzer {
    #[new]
    #[pyo3(signature = (date=None, layers=None, lexicon=None, patterns=None))]
    fn new(
        date: Option<&Bound<'_, PyAny>>,
        layers: Option<&Bound<'_, PyAny>>,
        lexicon: Option<&Bound<'_, PyAny>>,
        patterns: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Analyzer> {
        let date = date.map(day).transpose()?;
        let layers = layers.map(layer_list).transpose()?.unwrap_or_default();
        let terms = lexicon.map(terms).transpose()?;
        let patterns = patterns.map(own_patterns).transpose()?;
        Ok(Analyzer(options::analyzer(date, &layers, terms.as_ref(), patterns.as_ref())))
    }

    /// Analyse a text.
    fn analyze(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Document> {
        let (text, read) = readable(text)?;
        let found = py.detach(|| self.0.try_analyze(read));
        Document::new(
            text,
            found.map_err(|error| DecodeError::new_err(error.to_string()))?,
            Source::default(),
        )
    }
}

/// Own patterns with their names.
fn own_patterns(patterns: &Bound<'_, PyAny>) -> PyResult<Patterns> {
    let named = super::find::named(patterns)?;
    let builder = named.into_iter().fold(Patterns::builder(), |all, (name, one)| all.pattern(name, one));
    builder.build().map_err(refused)
}

/// A dict of kinds and their entries.
fn terms(lexicon: &Bound<'_, PyAny>) -> PyResult<Terms> {
    let wrong = |what: &Bound<'_, PyAny>| {
        let kind = type_name(what);
        PyTypeError::new_err(format!(
            "lexicon must be a dict of kinds of words and lists of words, not {kind}"
        ))
    };
    let given = PyDict::new(lexicon.py());
    given.update(lexicon.cast().map_err(|_| wrong(lexicon))?)?;
    let mut terms = Terms::new();
    for (name, entries) in given {
        let name = name.extract::<String>().map_err(|_| wrong(&name))?;
        let kind = TermKind::from_name(&name).ok_or_else(|| {
            let all = TermKind::ALL.map(TermKind::as_str).join(", ");
            KlubbaError::new_err(format!("no words are called {name:?}; the kinds are {all}"))
        })?;
        // A single string is a sequence of letters, and never meant.
        if entries.is_instance_of::<PyString>() {
            return Err(wrong(&entries));
        }
        for entry in entries.try_iter().map_err(|_| wrong(&entries))? {
            let entry = entry?;
            let entry = entry.cast::<PyString>().map_err(|_| wrong(&entry))?;
            terms.add(kind, &entry.to_string_lossy()).map_err(refused)?;
        }
    }
    Ok(terms)
}
