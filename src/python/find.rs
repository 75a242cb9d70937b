//! `find`: the user's own patterns in documents, as a table.

use super::document::Document;
use super::table::{Table, refused_by_arrow};
use super::{KlubbaError, day, refused, type_name};
use crate::find::{Finder, Hits, Patterns, Within};
use crate::formats::tables::{self, Found, Table as Kind};
use crate::text::beside::single;
use crate::text::graphemes;
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_schema::ArrowError;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use rayon::prelude::*;

/// Rows are made so many at a time.
const ROWS: usize = 10_000;
/// A concordance in a notebook has so many.
const SHOWN: usize = 100;
/// And so many letters on either side.
const BESIDE: usize = 60;

/// Names and patterns: one pattern, several, or a dict of names and one pattern or several each.
pub(super) fn named(patterns: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let wrong = |what: &Bound<'_, PyAny>| {
        let kind = type_name(what);
        PyTypeError::new_err(format!(
            "patterns must be a str, several, or a dict of names and patterns, not {kind}"
        ))
    };
    let one = |pattern: &Bound<'_, PyAny>| {
        pattern.cast::<PyString>().map(|text| text.to_string_lossy().into_owned()).map_err(|_| wrong(pattern))
    };
    if patterns.is_instance_of::<PyString>() {
        let pattern = one(patterns)?;
        return Ok(vec![(pattern.clone(), pattern)]);
    }
    let mut all = Vec::new();
    if patterns.hasattr("keys")? {
        let given = PyDict::new(patterns.py());
        given.update(patterns.cast().map_err(|_| wrong(patterns))?)?;
        for (name, several) in given {
            let name = one(&name)?;
            if several.is_instance_of::<PyString>() {
                all.push((name, one(&several)?));
                continue;
            }
            for pattern in several.try_iter().map_err(|_| wrong(&several))? {
                all.push((name.clone(), one(&pattern?)?));
            }
        }
        return Ok(all);
    }
    for pattern in patterns.try_iter().map_err(|_| wrong(patterns))? {
        let pattern = one(&pattern?)?;
        all.push((pattern.clone(), pattern));
    }
    Ok(all)
}

/// What is wanted, in words of Python.
#[derive(FromPyObject)]
pub(super) struct Wanted<'py> {
    #[pyo3(item)]
    pub words: bool,
    #[pyo3(item)]
    pub folded: bool,
    #[pyo3(item)]
    pub within: Option<String>,
    #[pyo3(item)]
    pub kind: Option<Bound<'py, PyAny>>,
    #[pyo3(item)]
    pub body: Option<String>,
    #[pyo3(item)]
    pub speaker: Option<String>,
    #[pyo3(item)]
    pub since: Option<Bound<'py, PyAny>>,
    #[pyo3(item)]
    pub until: Option<Bound<'py, PyAny>>,
}

impl Wanted<'_> {
    fn finder(&self, patterns: &Bound<'_, PyAny>) -> PyResult<Finder> {
        let mut builder = Patterns::builder().words(self.words).folded(self.folded);
        let named = named(patterns)?;
        if named.is_empty() {
            return Err(KlubbaError::new_err("patterns names none"));
        }
        for (name, pattern) in named {
            builder = builder.pattern(name, pattern);
        }
        let mut finder = Finder::new(builder.build().map_err(refused)?);
        if let Some(name) = &self.within {
            finder = finder.within(Within::from_name(name).map_err(refused)?);
        }
        if let Some(kind) = &self.kind {
            let kinds = match kind.cast::<PyString>() {
                Ok(kind) => vec![kind.to_string_lossy().into_owned()],
                Err(_) => kind.extract::<Vec<String>>()?,
            };
            for kind in kinds {
                finder = finder.kind(&kind).map_err(refused)?;
            }
        }
        if let Some(words) = &self.body {
            finder = finder.body(words);
        }
        if let Some(words) = &self.speaker {
            finder = finder.speaker(words);
        }
        if let Some(since) = &self.since {
            finder = finder.since(day(since)?);
        }
        if let Some(until) = &self.until {
            finder = finder.until(day(until)?);
        }
        Ok(finder)
    }
}

/// The table `matches` of documents with their numbers.
#[pyfunction(name = "_find")]
pub(super) fn find(
    py: Python<'_>,
    documents: Vec<(i64, Py<Document>)>,
    patterns: &Bound<'_, PyAny>,
    wanted: Wanted<'_>,
) -> PyResult<Table> {
    let finder = wanted.finder(patterns)?;
    let found = documents.iter().map(|(doc_id, document)| {
        let (text, document, origin) = document.get().parts(py)?;
        Ok(Found { doc_id: *doc_id, origin, text, keep_text: false, document })
    });
    let found = found.collect::<PyResult<Vec<_>>>()?;
    let groups = finder.patterns().groups();
    let rows = |found: &Found| -> Result<Vec<RecordBatch>, ArrowError> {
        let Hits { matches, .. } = finder.find(found.text, found.document);
        if matches.is_empty() {
            Ok(Vec::new())
        } else {
            tables::hits(*found, &matches, &groups, ROWS).collect()
        }
    };
    let batches = py.detach(|| {
        // A table of many short batches is slow to read.
        let several = found.par_chunks(64).map(|some| {
            let rows = some.iter().map(rows).collect::<Result<Vec<_>, _>>()?;
            let rows = Vec::from_iter(rows.into_iter().flatten());
            let whole = rows.iter().map(RecordBatch::num_rows).sum::<usize>() <= ROWS && rows.len() > 1;
            if whole {
                Ok(vec![arrow_select::concat::concat_batches(&tables::hits_schema(&groups), &rows)?])
            } else {
                Ok(rows)
            }
        });
        several.collect::<Result<Vec<Vec<_>>, ArrowError>>()
    });
    let batches = batches.map_err(refused_by_arrow)?.into_iter().flatten().collect();
    Ok(Table::found(super::table::Of::Found(Kind::Matches), tables::hits_schema(&groups), batches))
}

/// A concordance of such a table, for a notebook's cell.
pub(super) fn html(batches: &[RecordBatch]) -> String {
    use crate::formats::timeml::escape;
    let all: usize = batches.iter().map(RecordBatch::num_rows).sum();
    let mut html = format!(
        "<p><b>{all} {}</b></p><table class=\"klubba-hits\" style=\"border-collapse:collapse\"><tbody>",
        if all == 1 { "hit" } else { "hits" }
    );
    let rows = batches.iter().flat_map(|batch| (0..batch.num_rows()).map(move |row| (batch, row)));
    for (batch, row) in rows.take(SHOWN) {
        html.push_str("<tr>");
        let cell = |name: &str| {
            let column = batch.column_by_name(name).and_then(|column| column.as_string_opt::<i32>());
            column
                .filter(|column| arrow_array::Array::is_valid(column, row))
                .map_or("", |column| column.value(row))
        };
        let mut put = |style: &str, words: &str, tag: &str| {
            html.push_str(&format!("<td style=\"padding:0 .2em;{style}\">"));
            if !tag.is_empty() {
                html.push_str(&format!("<{tag}>"));
            }
            escape(&mut html, &single(words));
            if !tag.is_empty() {
                html.push_str(&format!("</{tag}>"));
            }
            html.push_str("</td>");
        };
        let source =
            if cell("document_title").is_empty() { cell("document_source") } else { cell("document_title") };
        put(
            "text-align:left;white-space:nowrap;max-width:14em;overflow:hidden;text-overflow:ellipsis",
            source,
            "small",
        );
        let before = cell("before");
        put("text-align:right;white-space:pre", graphemes::last(before, BESIDE), "");
        put("text-align:center;white-space:nowrap", cell("text"), "mark");
        let after = cell("after");
        put("text-align:left;white-space:pre", graphemes::first(after, BESIDE), "");
        let facts = [cell("section"), cell("decision_kind")];
        put(
            "text-align:left;white-space:nowrap",
            &Vec::from_iter(facts.into_iter().filter(|fact| !fact.is_empty())).join(" · "),
            "small",
        );
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    if all > SHOWN {
        html.push_str(&format!("<p>… and {} more</p>", all - SHOWN));
    }
    html
}
