//! What was found, as Arrow tables: a row a document, heading, person, speech, decision, date …
//!
//! `docs/tables.md` lists every column with its type and meaning. Offsets count Unicode code points of the
//! document's text, as everywhere outside Rust; tables are joined by `doc_id`, and findings numbered in each document.

pub(crate) mod column;
mod columns;
mod row;

pub use row::{Failed, Found};

use crate::document::Document;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use column::Column;
use row::{Counted, Row};
use std::sync::Arc;

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Table {
    /// A row for each document.
    Documents,
    /// A row for each heading.
    Headings,
    /// A row for each entry of a table of contents.
    Toc,
    /// A row for each person of a document.
    People,
    /// A row for each place where a person is named.
    Mentions,
    /// A row for each speech.
    Speeches,
    /// A row for each decision.
    Decisions,
    /// A row for each item of the agenda.
    Items,
    /// A row for each date.
    Dates,
    /// A row for each block: together they are the whole text.
    Blocks,
    /// A row for each document that failed.
    Errors,
}

/// A column, for who wants to know.
#[derive(Clone, Debug)]
pub struct ColumnInfo {
    /// Its name.
    pub name: &'static str,
    /// What it means, and in which unit.
    pub meaning: &'static str,
}

impl Table {
    /// All of them.
    pub const ALL: &'static [Table] = &[
        Table::Documents,
        Table::Headings,
        Table::Toc,
        Table::People,
        Table::Mentions,
        Table::Speeches,
        Table::Decisions,
        Table::Items,
        Table::Dates,
        Table::Blocks,
        Table::Errors,
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Table::Documents => "documents",
            Table::Headings => "headings",
            Table::Toc => "toc",
            Table::People => "people",
            Table::Mentions => "mentions",
            Table::Speeches => "speeches",
            Table::Decisions => "decisions",
            Table::Items => "items",
            Table::Dates => "dates",
            Table::Blocks => "blocks",
            Table::Errors => "errors",
        }
    }

    /// What a row of it stands for.
    pub fn meaning(self) -> &'static str {
        match self {
            Table::Documents => "A row for each document that was analysed.",
            Table::Headings => "A row for each heading, in order.",
            Table::Toc => "A row for each entry of a table of contents, in order.",
            Table::People => "A row for each natural person named in a document, in order of first mention.",
            Table::Mentions => "A row for each place where a person is named.",
            Table::Speeches => "A row for each stretch of words attributed to someone, in order.",
            Table::Decisions => "A row for each decision, in order.",
            Table::Items => {
                "A row for each item of the agenda, in order: what was proposed, moved, voted on, decided and reserved \
                 against, and who spoke."
            }
            Table::Dates => "A row for each date, in order.",
            Table::Blocks => {
                "A row for each block of lines that belong together; together they are the whole text."
            }
            Table::Errors => "A row for each document, or archive, that could not be read.",
        }
    }

    /// Its columns with their types.
    pub fn schema(self) -> SchemaRef {
        self.sheet(&[], &[]).schema
    }

    /// Its columns with their meanings, in the order of the schema.
    pub fn columns(self) -> Vec<ColumnInfo> {
        self.sheet(&[], &[]).columns
    }

    /// Its rows for these documents, in their order.
    ///
    /// ```
    /// # #[cfg(feature = "arrow")] {
    /// use klubba::formats::tables::{Found, Table};
    /// let text = "§ 4 Budget\n\nBeslut\n\nKommunstyrelsen beslutar att anta budgeten.\n";
    /// let document = klubba::analyze(text);
    /// let found = Found { doc_id: 0, origin: Default::default(), text, keep_text: false, document: &document };
    /// let decisions = Table::Decisions.batch(&[found], &[])?;
    /// assert_eq!(decisions.num_rows(), 1);
    /// assert_eq!(decisions.schema().field(5).name(), "kind");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ArrowError`] for documents of more than 512 MiB together: Arrow's offsets are 32 bits wide. Take fewer at a
    /// time.
    pub fn batch(self, found: &[Found], failed: &[Failed]) -> Result<RecordBatch, ArrowError> {
        batches(&[self], found, failed)?.pop().ok_or_else(|| ArrowError::ComputeError("no table".to_string()))
    }

    fn sheet(self, found: &[Counted], failed: &[Failed]) -> Sheet {
        match self {
            Table::Documents => {
                let row = |of| Row { of, index: 0, it: of.found.document };
                Sheet::of(columns::documents(), Vec::from_iter(found.iter().map(row)))
            }
            Table::Headings => Sheet::of(columns::headings(), each(found, |document| &document.headings)),
            Table::Toc => Sheet::of(columns::toc(), each(found, |document| &document.toc)),
            Table::People => Sheet::of(columns::people(), each(found, |document| &document.people)),
            Table::Mentions => {
                let people = found.iter().flat_map(|of| Row::each(of, &of.found.document.people));
                let mentions = people.flat_map(|Row { of, index, it }| {
                    it.mentions.iter().map(move |it| Row { of, index, it })
                });
                Sheet::of(columns::mentions(), mentions.collect())
            }
            Table::Speeches => Sheet::of(columns::speeches(), each(found, |document| &document.speeches)),
            Table::Decisions => Sheet::of(columns::decisions(), each(found, |document| &document.decisions)),
            Table::Items => Sheet::of(columns::items(), each(found, |document| &document.items)),
            Table::Dates => Sheet::of(columns::dates(), each(found, |document| &document.dates)),
            Table::Blocks => Sheet::of(columns::blocks(), each(found, |document| &document.blocks)),
            Table::Errors => Sheet::of(columns::errors(), failed.to_vec()),
        }
    }
}

/// The rows of several tables for these documents.
///
/// # Errors
/// Those of [`Table::batch`].
pub fn batches(tables: &[Table], found: &[Found], failed: &[Failed]) -> Result<Vec<RecordBatch>, ArrowError> {
    if found.iter().map(|found| found.text.len()).sum::<usize>() > MOST {
        let message = "documents of more than 512 MiB together; take fewer at a time";
        return Err(ArrowError::InvalidArgumentError(message.to_string()));
    }
    let counted = Vec::from_iter(found.iter().copied().map(Counted::new));
    let batch = |table: &Table| {
        let Sheet { schema, arrays, .. } = table.sheet(&counted, failed);
        RecordBatch::try_new(schema, arrays)
    };
    tables.iter().map(batch).collect()
}

/// A column may repeat the text as often as findings lie in one another, and its offsets have 31 bits.
pub(crate) const MOST: usize = 512 << 20;

/// A table that was filled.
struct Sheet {
    schema: SchemaRef,
    columns: Vec<ColumnInfo>,
    arrays: Vec<ArrayRef>,
}

impl Sheet {
    fn of<R>(columns: Vec<Column<R>>, rows: Vec<R>) -> Sheet {
        let info = |column: &Column<R>| ColumnInfo { name: column.name, meaning: column.meaning };
        Sheet {
            schema: Arc::new(Schema::new(Vec::from_iter(columns.iter().map(Column::field)))),
            arrays: columns.iter().map(|column| column.array(&rows)).collect(),
            columns: columns.iter().map(info).collect(),
        }
    }
}

/// A row for each of these findings of all documents.
fn each<'a, T>(found: &'a [Counted<'a>], findings: impl Fn(&'a Document) -> &'a Vec<T>) -> Vec<Row<'a, T>> {
    found.iter().flat_map(|of| Row::each(of, findings(of.found.document))).collect()
}
