//! What a batch becomes: findings in the form that is wanted, failures, and a count of both.

use super::Format;
use super::folder::Layout;
use super::sheet::{Form, Leaf};
use crate::analyzer::Analyzer;
use crate::corpus::archive::Settings;
use crate::corpus::run::{Analyzed, Batch, Failure, one};
use crate::document::{Error, ErrorKind};
use crate::formats::csv::Csv;
use crate::formats::json;
use crate::formats::tables::{self, Failed, Found, More, Table};
use crate::formats::{annotations, tei};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::AddAssign;

/// What was found and what failed.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Bytes of documents, unpacked.
    pub bytes: u64,
    pub documents: u64,
    pub kinds: BTreeMap<&'static str, u64>,
    /// Headings, people, speeches, decisions, dates.
    pub findings: [u64; 5],
    pub failed: u64,
    pub causes: BTreeMap<&'static str, u64>,
}

/// A batch, done.
#[derive(Debug)]
pub(super) struct Product {
    /// Documents of the input, with those that failed.
    pub documents: u64,
    /// A number for the names of all documents up to its end.
    pub names: u64,
    pub tally: Tally,
    /// Each with its number in the input.
    pub failures: Vec<(u64, Failure)>,
    /// For a folder: what comes into each of its files. Otherwise: each document.
    pub leaves: Vec<Leaf>,
}

/// A document whose text has so many bytes becomes JSON only as it is written: its findings and their JSON, together
/// several times the text, are never in memory at once. The JSON of others is made where they are analysed, in parallel.
const LARGE: usize = 8 << 20;

/// A document to be written as JSON.
#[derive(Debug)]
pub(in crate::cli) struct Large {
    found: Analyzed,
    /// Indented; else on a line.
    pretty: bool,
}

impl Large {
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        let Analyzed { text, document, .. } = &self.found;
        if self.pretty {
            return json::write_pretty(out, document, text, self.found.origin());
        }
        json::write(&mut out, document, text, self.found.origin())?;
        out.write_all(b"\n")
    }
}

/// Makes products.
#[derive(Clone, Debug)]
pub(super) struct Maker {
    pub analyzer: Analyzer,
    pub settings: Settings,
    pub format: Format,
    /// Whether the result is a folder of parts.
    pub folder: bool,
    pub csv: Csv,
    pub keep_text: bool,
    /// Columns of tables that are asked for.
    pub more: More,
}

impl Maker {
    /// The tables that are wanted: that of the analyzer's own patterns only if it has some.
    pub fn tables(&self) -> Vec<Table> {
        let wanted = |table: &Table| *table != Table::Matches || self.analyzer.has_patterns();
        Table::ALL.iter().copied().filter(wanted).collect()
    }

    /// The files that each part of a folder has.
    pub fn layout(&self) -> Vec<Layout> {
        let layout = |folder, extension, form| Layout { folder, extension, form };
        let bytes = |head: Vec<u8>, tail: &[u8]| Form::Bytes { head, tail: tail.to_vec() };
        let tables = self.tables();
        let tables = tables.iter();
        let (folder, extension, form) = match self.format {
            Format::Parquet => {
                let form = |table: &Table| Form::Parquet(table.schema_with(self.more));
                return tables.map(|table| layout(table.as_str(), "parquet", form(table))).collect();
            }
            Format::Csv => {
                let form = |table: &Table| bytes(self.csv.head(&table.schema_with(self.more)), b"");
                return tables.map(|table| layout(table.as_str(), "csv", form(table))).collect();
            }
            Format::Tei => ("documents", "xml", bytes(tei::CORPUS.into(), tei::CORPUS_END.as_bytes())),
            Format::Annotations => ("annotations", "jsonl", bytes(Vec::new(), b"")),
            Format::Jsonl | Format::Json | Format::Timeml | Format::Sqlite => {
                ("documents", "jsonl", bytes(Vec::new(), b""))
            }
        };
        vec![layout(folder, extension, form), layout("errors", "jsonl", bytes(Vec::new(), b""))]
    }

    /// Analyses a batch.
    pub fn make(&self, batch: Batch) -> Result<Product, Error> {
        let Batch { first, names, entries, .. } = batch;
        let documents = entries.len() as u64;
        let (mut tally, mut found, mut failures) = (Tally::default(), Vec::new(), Vec::new());
        for (doc_id, entry) in (first..).zip(entries) {
            match one(&self.analyzer, &self.settings, entry) {
                Ok(document) => {
                    tally.found(&document);
                    found.push((doc_id, document));
                }
                Err(failure) => {
                    tally.failed(&failure);
                    failures.push((doc_id, failure));
                }
            }
        }
        let leaves = self.leaves(found, &failures)?;
        Ok(Product { documents, names, tally, failures, leaves })
    }

    fn leaves(&self, found: Vec<(u64, Analyzed)>, failures: &[(u64, Failure)]) -> Result<Vec<Leaf>, Error> {
        if matches!(self.format, Format::Parquet | Format::Csv | Format::Sqlite) {
            let rows = Vec::from_iter(found.iter().map(|(doc_id, found)| self.row(*doc_id, found)));
            let failed = Vec::from_iter(failures.iter().map(|(doc_id, failure)| failure.row(*doc_id as i64)));
            let batches = tables::batches_with(&self.tables(), &rows, &failed, self.more)
                .map_err(|error| Error::new(ErrorKind::TooLarge, error.to_string()))?;
            let leaf = |batch| match self.format {
                Format::Csv => self.csv.rows(&batch).map(|bytes| Leaf::Bytes(bytes, batch.num_rows())),
                _ => Ok(Leaf::Rows(batch)),
            };
            return batches.into_iter().map(leaf).collect();
        }
        if !self.folder {
            return found.into_iter().map(|(doc_id, found)| self.leaf(doc_id, found)).collect();
        }
        let mut bytes = Vec::new();
        for (doc_id, found) in &found {
            bytes.extend(self.document(*doc_id, found)?);
        }
        let mut errors = Vec::new();
        for (doc_id, failure) in failures {
            write_error(&mut errors, *doc_id, failure);
        }
        Ok(vec![Leaf::Bytes(bytes, found.len()), Leaf::Bytes(errors, failures.len())])
    }

    fn row<'a>(&self, doc_id: u64, found: &'a Analyzed) -> Found<'a> {
        let Analyzed { text, document, .. } = found;
        Found { doc_id: doc_id as i64, origin: found.origin(), text, keep_text: self.keep_text, document }
    }

    /// A document as it is handed to the writer.
    fn leaf(&self, doc_id: u64, found: Analyzed) -> Result<Leaf, Error> {
        if matches!(self.format, Format::Json | Format::Jsonl) && found.text.len() >= LARGE {
            return Ok(Leaf::Large(Box::new(Large { found, pretty: self.format == Format::Json })));
        }
        self.document(doc_id, &found).map(|bytes| Leaf::Bytes(bytes, 1))
    }

    /// A document by itself.
    fn document(&self, doc_id: u64, found: &Analyzed) -> Result<Vec<u8>, Error> {
        let Analyzed { text, document, .. } = found;
        let mut out = Vec::new();
        let written = match self.format {
            Format::Timeml => return Ok(document.to_timeml(text).into_bytes()),
            Format::Tei => {
                let id = format!("d{doc_id}");
                return Ok(tei::document(document, text, found.origin(), &id).into_bytes());
            }
            Format::Annotations => annotations::write(&mut out, document, text, found.origin()),
            Format::Json if !self.folder => {
                return json::write_pretty(&mut out, document, text, found.origin())
                    .map(|()| out)
                    .map_err(|error| unwritten(&error, found));
            }
            _ => json::write(&mut out, document, text, found.origin()),
        };
        written.map_err(|error| unwritten(&error, found))?;
        out.push(b'\n');
        Ok(out)
    }
}

fn unwritten(error: &std::io::Error, found: &Analyzed) -> Error {
    Error::new(ErrorKind::Write, error.to_string()).of(&*found.source)
}

/// An error record, as a line of JSON.
pub(super) fn write_error(out: &mut Vec<u8>, doc_id: u64, failure: &Failure) {
    #[derive(Serialize)]
    struct Record<'a> {
        doc_id: i64,
        source: &'a str,
        id: Option<&'a str>,
        stage: &'a str,
        kind: &'a str,
        message: &'a str,
    }
    let Failed { doc_id, source, id, stage, kind, message } = failure.row(doc_id as i64);
    // Writing to memory does not fail.
    let _ = serde_json::to_writer(&mut *out, &Record { doc_id, source, id, stage, kind, message });
    out.push(b'\n');
}

impl Tally {
    fn found(&mut self, found: &Analyzed) {
        let document = &found.document;
        self.bytes += found.bytes;
        self.documents += 1;
        *self.kinds.entry(document.kind.as_str()).or_default() += 1;
        let findings = [
            document.headings.len(),
            document.people.len(),
            document.speeches.len(),
            document.decisions.len(),
            document.dates.len(),
        ];
        for (sum, more) in self.findings.iter_mut().zip(findings) {
            *sum += more as u64;
        }
    }

    fn failed(&mut self, failure: &Failure) {
        self.failed += 1;
        *self.causes.entry(failure.error.kind().as_str()).or_default() += 1;
    }
}

impl AddAssign<&Tally> for Tally {
    fn add_assign(&mut self, more: &Tally) {
        self.bytes += more.bytes;
        self.documents += more.documents;
        self.failed += more.failed;
        for (sum, more) in self.findings.iter_mut().zip(more.findings) {
            *sum += more;
        }
        for (kind, count) in &more.kinds {
            *self.kinds.entry(kind).or_default() += count;
        }
        for (kind, count) in &more.causes {
            *self.causes.entry(kind).or_default() += count;
        }
    }
}
