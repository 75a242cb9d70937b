//! `klubba.Document`: what was found in one text. Its findings become Python objects when asked for.

use super::KlubbaError;
use super::field::Record;
use super::find;
use super::records::{Date, Ground, Page, Person, Place, Speech, foreign, reduced};
use super::table::{self, Table};
use crate::document as found;
use crate::extract::Recognized;
use crate::formats::html;
use crate::formats::json::{self, Origin};
use crate::formats::timeml::{self, Placed};
use crate::text::CodePoints;

use pyo3::PyClass;
use pyo3::prelude::*;
use pyo3::pyclass::CompareOp;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where a document comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    pub source: Option<String>,
    pub id: Option<String>,
    pub format: Option<String>,
    pub encoding: Option<String>,
    pub guessed: bool,
    pub notes: Vec<String>,
    pub ocr: Recognized,
    pub bytes: Option<u64>,
}

impl Source {
    fn origin(&self) -> Origin<'_> {
        Origin {
            source: self.source.as_deref(),
            id: self.id.as_deref(),
            format: self.format.as_deref(),
            encoding: self.encoding.as_deref(),
            guessed: self.guessed,
            notes: &self.notes,
            ocr_pages: &self.ocr.pages,
            ocr_confidence: &self.ocr.confidence,
            bytes: self.bytes,
        }
    }

    /// As a pickle holds it.
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let names = (&self.source, &self.id, &self.format, &self.encoding);
        Ok((names, self.guessed, &self.notes, (&self.ocr.pages, &self.ocr.confidence), self.bytes)
            .into_pyobject(py)?
            .into_any())
    }

    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Source> {
        let ((source, id, format, encoding), guessed, notes, (pages, confidence), bytes) = state.extract()?;
        let ocr = Recognized { pages, confidence };
        Ok(Source { source, id, format, encoding, guessed, notes, ocr, bytes })
    }
}

/// What was found in one text.
///
/// Offsets count code points of `text`: text[finding.start:finding.end] == finding.text.
#[pyclass(frozen, module = "klubba")]
pub(super) struct Document {
    /// The text, as it was given.
    #[pyo3(get)]
    text: Py<PyString>,
    kind: found::DocumentKind,
    /// How sure the kind is, 0 to 100: its share of the evidence among all kinds.
    #[pyo3(get)]
    kind_score: u8,
    /// What spoke most for the kind, the strongest first: what was seen, and how much it said.
    #[pyo3(get)]
    kind_evidence: Vec<(String, f64)>,
    /// What a pickle says; else what was found says it.
    title: Option<String>,
    date: Option<String>,
    body: Option<String>,
    /// The municipality or region it belongs to, where its title, page headers or first lines name one.
    #[pyo3(get)]
    place: Option<Py<Place>>,
    origin: Source,
    /// What the layers found; none in a document out of a pickle, whose cells below are full.
    found: Option<found::Document>,
    headings: Cell,
    toc: Cell,
    people: Cell,
    speeches: Cell,
    decisions: Cell,
    items: Cell,
    dates: Cell,
    blocks: Cell,
    sections: Cell,
    pages: Cell,
    matches: Cell,
}

/// A tuple of findings, made once.
type Cell = PyOnceLock<Py<PyTuple>>;

impl Document {
    pub fn new(text: &Bound<'_, PyString>, found: found::Document, origin: Source) -> PyResult<Document> {
        let place = found.place.map(|place| Py::new(text.py(), Place::of(place))).transpose()?;
        Ok(Document {
            text: text.clone().unbind(),
            kind: found.kind,
            kind_score: found.kind_score,
            kind_evidence: found.kind_evidence.iter().map(|e| (e.feature.clone(), e.weight)).collect(),
            title: None,
            date: None,
            body: None,
            place,
            origin,
            found: Some(found),
            headings: Cell::new(),
            toc: Cell::new(),
            people: Cell::new(),
            speeches: Cell::new(),
            decisions: Cell::new(),
            items: Cell::new(),
            dates: Cell::new(),
            blocks: Cell::new(),
            sections: Cell::new(),
            pages: Cell::new(),
            matches: Cell::new(),
        })
    }

    /// Its text, what was found, and where it comes from.
    pub fn parts<'a>(&'a self, py: Python<'a>) -> PyResult<(&'a str, &'a found::Document, Origin<'a>)> {
        let Some(found) = &self.found else {
            let message = "this document comes out of a pickle, which has its findings but no tables and no page; \
                           analyse its text again";
            return Err(KlubbaError::new_err(message));
        };
        Ok((self.text.bind(py).to_str()?, found, self.origin.origin()))
    }

    /// The tuple in `cell`, filled with the findings that `list` picks, each made by `make`.
    fn tuple<'py, F, R: Record + Into<PyClassInitializer<R>>>(
        &self,
        py: Python<'py>,
        cell: &Cell,
        list: impl Fn(&found::Document) -> &[F],
        make: impl Fn(&Ground, &F) -> PyResult<R>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let tuple = cell.get_or_try_init(py, || {
            let Some(found) = &self.found else { return Ok(PyTuple::empty(py).unbind()) };
            let text = self.text.bind(py).to_str()?;
            let ground = Ground { text, points: CodePoints::new(text), found };
            let all = list(found).iter().map(|one| Py::new(py, make(&ground, one)?));
            Ok::<_, PyErr>(PyTuple::new(py, all.collect::<PyResult<Vec<_>>>()?)?.unbind())
        })?;
        Ok(tuple.bind(py).clone())
    }

    /// Everything that makes two documents the same, in the order of a pickle.
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let head = (self.text.bind(py), self.kind.as_str(), self.title(), self.date(), self.body())
            .into_pyobject(py)?;
        let layers = [
            self.headings(py)?,
            self.toc(py)?,
            self.people(py)?,
            self.speeches(py)?,
            self.decisions(py)?,
            self.dates(py)?,
            self.blocks(py)?,
            self.sections(py)?,
            self.pages(py)?,
            self.items(py)?,
        ];
        let sure = (self.kind_score, self.kind_evidence.clone()).into_pyobject(py)?;
        let place = self.place.as_ref().map(|place| place.bind(py).clone().into_any());
        let place = place.unwrap_or_else(|| py.None().into_bound(py));
        PyTuple::new(
            py,
            head.iter()
                .chain(layers.into_iter().map(Bound::into_any))
                .chain([place, self.origin.state(py)?])
                .chain(sure.iter())
                .chain([self.matches(py)?.into_any()])
                .collect::<Vec<_>>(),
        )
    }

    pub fn restore(state: &Bound<'_, PyTuple>) -> PyResult<Document> {
        let field = |index| state.get_item(index).map_err(|_| foreign("Document"));
        let cell = |index| -> PyResult<Cell> {
            let cell = Cell::new();
            let _ = cell.set(state.py(), field(index)?.cast::<PyTuple>()?.clone().unbind());
            Ok(cell)
        };
        Ok(Document {
            text: field(0)?.cast::<PyString>()?.clone().unbind(),
            kind: found::DocumentKind::from_name(field(1)?.extract()?).ok_or_else(|| foreign("Document"))?,
            kind_score: field(17)?.extract()?,
            kind_evidence: field(18)?.extract()?,
            title: field(2)?.extract()?,
            date: field(3)?.extract()?,
            body: field(4)?.extract()?,
            place: field(15)?.extract()?,
            origin: Source::restore(&field(16)?)?,
            found: None,
            items: cell(14)?,
            headings: cell(5)?,
            toc: cell(6)?,
            people: cell(7)?,
            speeches: cell(8)?,
            decisions: cell(9)?,
            dates: cell(10)?,
            blocks: cell(11)?,
            sections: cell(12)?,
            pages: cell(13)?,
            matches: cell(19)?,
        })
    }
}

#[pymethods]
impl Document {
    /// What sort of text it is: 'minutes', 'notes', 'agenda', 'record', 'report', 'policy', 'statement',
    /// 'news', 'blog' or 'other'.
    #[getter]
    fn kind(&self) -> &'static str {
        self.kind.as_str()
    }

    /// Why it is of its kind, in some lines: how sure that is, and what spoke for it.
    fn explain(&self) -> String {
        let mut told = format!("{} ({} of 100)", self.kind, self.kind_score);
        for (feature, weight) in &self.kind_evidence {
            told.push_str(&format!("\n  {weight:+.2} {feature}"));
        }
        told
    }

    /// The document's own title.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.found.as_ref().map_or(&self.title, |found| &found.title).as_deref()
    }

    /// The date it speaks from, ISO 8601, as exact as the text allows ('2024-03-14', '2015-11').
    #[getter]
    fn date(&self) -> Option<&str> {
        self.found.as_ref().map_or(&self.date, |found| &found.date).as_deref()
    }

    /// The body it belongs to ('Kommunstyrelsen').
    #[getter]
    fn body(&self) -> Option<&str> {
        self.found.as_ref().map_or(&self.body, |found| &found.body).as_deref()
    }

    /// Where it comes from: a path, and behind each '!/' a place inside an archive or table; None for a
    /// text that was at hand.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.origin.source.as_deref()
    }

    /// What it is called: the id given with its text, or that in the id column of its table.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.origin.id.as_deref()
    }

    /// What kind of file it was: 'text', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'xml', 'mail';
    /// None for a text that was at hand.
    #[getter]
    fn format(&self) -> Option<&str> {
        self.origin.format.as_deref()
    }

    /// What was lost, left out or repaired in reading its file, a sentence each.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.origin.notes)
    }

    /// Headings in order; the outline.
    #[getter]
    fn headings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.headings, |f| &f.headings, |ground, one| Ok(ground.heading(one)))
    }

    /// What the analyzer's own patterns fit, in order (klubba.Analyzer(patterns=…)).
    #[getter]
    fn matches<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.matches, |f| &f.matches, |ground, one| Ok(ground.hit(one)))
    }

    /// Lines of the table of contents, in order.
    #[getter]
    fn toc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.toc, |f| &f.toc, |ground, one| Ok(ground.toc_entry(one)))
    }

    /// Every natural person named, in order of first mention.
    #[getter]
    fn people<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let speakers = self.found.as_ref().map(found::Document::speakers).unwrap_or_default();
        let next = std::cell::Cell::new(0);
        self.tuple(
            py,
            &self.people,
            |f| &f.people,
            |ground, one| {
                let index = next.replace(next.get() + 1);
                ground.person(py, one, speakers.binary_search(&index).is_ok())
            },
        )
    }

    /// The people with at least one speech, in order of first mention.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let people = self.people(py)?;
        let mut spoken = vec![false; people.len()];
        for speech in self.speeches(py)?.iter() {
            for (index, _) in &speech.cast::<Speech>()?.get().speakers {
                if let Some(seen) = spoken.get_mut(*index as usize) {
                    *seen = true;
                }
            }
        }
        PyTuple::new(py, people.iter().zip(spoken).filter(|x| x.1).map(|x| x.0).collect::<Vec<_>>())
    }

    /// Words attributed to people, in order.
    #[getter]
    fn speeches<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let people = all::<Person>(&self.people(py)?)?;
        self.tuple(py, &self.speeches, |f| &f.speeches, |ground, one| Ok(ground.speech(one, &people)))
    }

    /// Decisions in order.
    #[getter]
    fn decisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let people = all::<Person>(&self.people(py)?)?;
        self.tuple(py, &self.decisions, |f| &f.decisions, |ground, one| ground.decision(py, one, &people))
    }

    /// The items of the agenda in order, each with the course of its matter; none unless headings and
    /// decisions were both asked for.
    #[getter]
    fn items<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let (headings, decisions) = (all(&self.headings(py)?)?, all(&self.decisions(py)?)?);
        let people = all::<Person>(&self.people(py)?)?;
        self.tuple(
            py,
            &self.items,
            |f| &f.items,
            |ground, one| ground.item(one, &headings, &decisions, &people),
        )
    }

    /// Dates in order.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.dates, |f| &f.dates, |ground, one| Ok(ground.date(one)))
    }

    /// The whole text in order: each line with something to see belongs to one block.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.blocks, |f| &f.blocks, |ground, one| Ok(ground.block(one)))
    }

    /// The parts that the headings name, one for each heading and in their order.
    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let headings = self.headings(py)?;
        let all = self.found.as_ref().map(found::Document::sections).unwrap_or_default();
        self.tuple(py, &self.sections, |_| &all, |ground, one| ground.section(one, &headings))
    }

    /// Where each page begins, in order; empty if the text does not tell.
    #[getter]
    fn pages<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.tuple(py, &self.pages, |f| &f.pages, |ground, one| Ok(ground.page_start(one)))
    }

    /// Number of the page that holds the code point `offset`; None if the text does not tell its pages.
    fn page_at(&self, py: Python<'_>, offset: usize) -> PyResult<Option<u32>> {
        let pages = self.pages(py)?;
        let mut number = None;
        for page in pages.iter() {
            let page = page.cast::<Page>()?.get();
            if page.start as usize > offset {
                break;
            }
            number = Some(page.number);
        }
        Ok(number)
    }

    /// The document in the form klubba/1: dicts, lists, strings, numbers, booleans and None.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("schema", json::SCHEMA)?;
        dict.set_item("source", &self.origin.source)?;
        dict.set_item("kind", self.kind.as_str())?;
        dict.set_item("kind_score", self.kind_score)?;
        let evidence = self.kind_evidence.iter().map(|(feature, weight)| {
            PyList::new(py, [feature.into_pyobject(py)?.into_any(), weight.into_pyobject(py)?.into_any()])
        });
        dict.set_item("kind_evidence", PyList::new(py, evidence.collect::<PyResult<Vec<_>>>()?)?)?;
        dict.set_item("title", self.title())?;
        dict.set_item("date", self.date())?;
        dict.set_item("body", self.body())?;
        if let Some(place) = &self.place {
            dict.set_item("place", place.get().dict(py)?)?;
        }
        let Source { id, format, encoding, notes, .. } = &self.origin;
        let format = format.as_ref().filter(|&format| format != "text");
        for (key, told) in [("id", id.as_ref()), ("format", format), ("encoding", encoding.as_ref())] {
            if let Some(told) = told {
                dict.set_item(key, told)?;
            }
        }
        if !notes.is_empty() {
            dict.set_item("notes", notes)?;
        }
        dict.set_item("headings", dicts::<super::records::Heading>(&self.headings(py)?)?)?;
        dict.set_item("toc", dicts::<super::records::TocEntry>(&self.toc(py)?)?)?;
        dict.set_item("people", dicts::<Person>(&self.people(py)?)?)?;
        dict.set_item("speeches", dicts::<Speech>(&self.speeches(py)?)?)?;
        dict.set_item("decisions", dicts::<super::records::Decision>(&self.decisions(py)?)?)?;
        dict.set_item("dates", dicts::<super::records::Date>(&self.dates(py)?)?)?;
        let items = self.items(py)?;
        if !items.is_empty() {
            dict.set_item("items", dicts::<super::records::Item>(&items)?)?;
        }
        let matches = self.matches(py)?;
        if !matches.is_empty() {
            dict.set_item("matches", dicts::<super::records::Match>(&matches)?)?;
        }
        let pages = self.pages(py)?;
        if !pages.is_empty() {
            dict.set_item("pages", dicts::<Page>(&pages)?)?;
        }
        Ok(dict)
    }

    /// The same as one line of JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        if let Some(found) = &self.found {
            let text = self.text.bind(py).to_str()?;
            return Ok(py.detach(|| json::to_string(found, text, self.origin.origin())));
        }
        let options = PyDict::new(py);
        options.set_item("ensure_ascii", false)?;
        options.set_item("separators", (",", ":"))?;
        py.import("json")?.call_method("dumps", (self.to_dict(py)?,), Some(&options))?.extract()
    }

    /// The text as TimeML: a well-formed XML document with each date as a TIMEX3 element; its own date in
    /// DCT. What TIMEX3 has no name for is a DURATION between two empty TIMEX3 elements behind it.
    fn to_timeml(&self, py: Python<'_>) -> PyResult<String> {
        let text = self.text.bind(py).to_str()?;
        let dates = self.dates(py)?;
        let dates = dates
            .iter()
            .map(|one| Ok(one.cast::<Date>()?.clone()))
            .collect::<PyResult<Vec<Bound<'_, Date>>>>()?;
        // From code points to bytes, in one walk: dates are in order.
        let mut places = text.char_indices().map(|(at, _)| at).zip(0u32..).peekable();
        let mut byte = |point: u32| {
            while places.next_if(|&(_, i)| i < point).is_some() {}
            places.peek().map_or(text.len(), |&(at, _)| at)
        };
        let placed = dates.iter().map(|date| {
            let date = date.get();
            Placed {
                span: crate::document::Span::new(byte(date.start), byte(date.end)),
                value: &date.value,
                modifier: date.modifier.as_deref().and_then(found::Modifier::from_name),
                anchor: date.anchor.as_deref(),
                conflict: date.conflict.0,
            }
        });
        Ok(timeml::write(text, self.date(), placed))
    }

    /// One of its tables, as those of a Corpus: 'documents', 'headings', 'toc', 'people', 'mentions',
    /// 'speeches', 'decisions', 'items', 'dates', 'blocks', 'matches'.
    ///
    /// Args:
    ///     name: Which one.
    ///     document: Put beside each row what the document is, and names beside the numbers of people.
    ///     words: Count words: the column `words` of documents, headings (their sections), speeches,
    ///         decisions.
    ///
    /// Raises:
    ///     KlubbaError: No table has that name, or the document comes out of a pickle.
    #[pyo3(signature = (name, *, document=false, words=false))]
    fn table(slf: &Bound<'_, Self>, name: &str, document: bool, words: bool) -> PyResult<Table> {
        table::table(slf.py(), name, vec![(0, slf.clone().unbind())], Vec::new(), false, document, words)
    }

    /// Find your own patterns in it, as Corpus.find does.
    ///
    /// Returns:
    ///     The hits, a row each.
    ///
    /// Raises:
    ///     KlubbaError: A pattern is none, an option makes no sense, or the document comes out of a pickle.
    ///     TypeError: An argument is of a wrong type.
    #[pyo3(signature = (patterns, *, within=None, kind=None, body=None, speaker=None, since=None, until=None, words=false, folded=false))]
    #[allow(clippy::too_many_arguments)] // they are Python's keywords
    fn find<'py>(
        slf: &Bound<'py, Self>,
        patterns: &Bound<'py, PyAny>,
        within: Option<String>,
        kind: Option<Bound<'py, PyAny>>,
        body: Option<String>,
        speaker: Option<String>,
        since: Option<Bound<'py, PyAny>>,
        until: Option<Bound<'py, PyAny>>,
        words: bool,
        folded: bool,
    ) -> PyResult<Table> {
        let wanted = find::Wanted { words, folded, within, kind, body, speaker, since, until };
        find::find(slf.py(), vec![(0, slf.clone().unbind())], patterns, wanted)
    }

    /// The text as HTML with what was found in it in colour, an outline, boxes that switch layers, and
    /// why each finding was made where the pointer or the keyboard is. It needs no script and nothing
    /// from elsewhere.
    ///
    /// Args:
    ///     page: A page of its own with the whole text. Else an element for a page: of a text of more
    ///         than 200 000 bytes it has the beginning.
    ///
    /// Raises:
    ///     KlubbaError: The document comes out of a pickle.
    #[pyo3(signature = (*, page=false))]
    fn to_html(&self, py: Python<'_>, page: bool) -> PyResult<String> {
        let (text, found, origin) = self.parts(py)?;
        Ok(py.detach(|| {
            if page {
                html::page(found, text, origin)
            } else {
                html::element(found, text, origin, &fresh_id())
            }
        }))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.to_html(py, false)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut shown = vec![format!("kind='{}'", self.kind)];
        for (name, value) in [("title", self.title()), ("date", self.date()), ("body", self.body())] {
            if let Some(value) = value {
                shown.push(format!("{name}={}", PyString::new(py, value).repr()?));
            }
        }
        let counts = [
            ("headings", self.headings(py)?.len()),
            ("people", self.people(py)?.len()),
            ("speeches", self.speeches(py)?.len()),
            ("decisions", self.decisions(py)?.len()),
            ("dates", self.dates(py)?.len()),
        ];
        shown.extend(counts.iter().map(|(name, count)| format!("{name}=<{count}>")));
        Ok(format!("Document({})", shown.join(", ")))
    }

    fn __richcmp__<'py>(
        &self,
        other: &Bound<'py, PyAny>,
        op: CompareOp,
        py: Python<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        match (op, other.cast::<Document>()) {
            (CompareOp::Eq | CompareOp::Ne, Ok(other)) => {
                self.state(py)?.rich_compare(other.get().state(py)?, op)
            }
            _ => Ok(py.NotImplemented().into_bound(py)),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.text.bind(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        reduced(py, "Document", self.state(py)?)
    }
}

/// An id that no other cell of a notebook has, also not one of an earlier kernel.
fn fresh_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
    format!("kb{now:x}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The findings of a tuple.
fn all<'py, R: PyClass>(tuple: &Bound<'py, PyTuple>) -> PyResult<Vec<Bound<'py, R>>> {
    tuple.iter().map(|one| Ok(one.cast::<R>()?.clone())).collect()
}

/// Findings as klubba/1 has them.
fn dicts<'py, R: Record>(all: &Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyList>> {
    let py = all.py();
    let all = all.iter().map(|one| one.cast::<R>()?.get().dict(py));
    PyList::new(py, all.collect::<PyResult<Vec<_>>>()?)
}
