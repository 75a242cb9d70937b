//! What was found, as Arrow tables: a row a document, heading, person, speech, decision, date …
//!
//! `docs/tables.md` lists every column with its type and meaning. Offsets count Unicode code points of the
//! document's text, as everywhere outside Rust; tables are joined by `doc_id`, and findings numbered in each document.

#[cfg(feature = "link")]
mod across;
pub(crate) mod column;
mod columns;
mod row;

#[cfg(feature = "link")]
pub use across::Across;
pub use row::{Failed, Found};

use crate::document::Document;
#[cfg(feature = "find")]
use crate::document::Match;
#[cfg(feature = "find")]
use arrow_array::StringArray;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Schema, SchemaRef};
#[cfg(feature = "find")]
use arrow_schema::{DataType, Field};
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
    /// A row for each stretch of a text that a pattern of the user's own fits.
    Matches,
    /// A row for each document that failed.
    Errors,
}

/// Columns that tables have only where they are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// What the document is, and names beside the numbers of people: rows stand alone.
    pub document: bool,
    /// `words`: how many words documents, sections, speeches and decisions have (feature `counts`; null without it).
    pub words: bool,
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
        Table::Matches,
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
            Table::Matches => "matches",
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
            Table::Matches => {
                "A row for each stretch of a text that a pattern of your own fits, in order, with what it stands in."
            }
            Table::Errors => "A row for each document, or archive, that could not be read.",
        }
    }

    /// Its columns with their types.
    pub fn schema(self) -> SchemaRef {
        self.schema_with(More::default())
    }

    /// The same, and with [`Table::beside`].
    pub(crate) fn schema_with(self, more: More) -> SchemaRef {
        self.sheet(&[], &[], more).schema
    }

    /// Its columns with their meanings, in the order of the schema.
    pub fn columns(self) -> Vec<ColumnInfo> {
        self.sheet(&[], &[], More::default()).columns
    }

    /// The columns that stand behind its own where rows shall stand alone ([`More::document`]) or words are counted ([`More::words`]): what the document is,
    /// and names beside the numbers of people.
    pub fn beside(self) -> Vec<ColumnInfo> {
        let mut all = self.sheet(&[], &[], More { document: true, words: true }).columns;
        all.split_off(self.columns().len())
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

    fn sheet(self, found: &[Counted], failed: &[Failed], more: More) -> Sheet {
        match self {
            Table::Documents => {
                let row = |of| Row { of, index: 0, it: of.found.document };
                let mut all = columns::documents();
                all.extend(more.words.then(columns::words_of_document));
                Sheet::of(all, Vec::from_iter(found.iter().map(row)))
            }
            Table::Headings => {
                let words = more.words.then(columns::words_of_section);
                Sheet::with(columns::headings(), [None, words], each(found, |d| &d.headings), more)
            }
            Table::Toc => Sheet::with(columns::toc(), [None, None], each(found, |d| &d.toc), more),
            Table::People => Sheet::with(columns::people(), [None, None], each(found, |d| &d.people), more),
            Table::Mentions => {
                let people = found.iter().flat_map(|of| Row::each(of, &of.found.document.people));
                let mentions = people.flat_map(|Row { of, index, it }| {
                    it.mentions.iter().map(move |it| Row { of, index, it })
                });
                let name = more.document.then(columns::name_of_mention);
                Sheet::with(columns::mentions(), [name, None], mentions.collect(), more)
            }
            Table::Speeches => {
                let names = more.document.then(columns::names_of_speech);
                let words = more.words.then(columns::words_of_speech);
                Sheet::with(columns::speeches(), [names, words], each(found, |d| &d.speeches), more)
            }
            Table::Decisions => {
                let names = more.document.then(columns::names_of_decision);
                let words = more.words.then(columns::words_of_decision);
                Sheet::with(columns::decisions(), [names, words], each(found, |d| &d.decisions), more)
            }
            Table::Items => {
                let names = more.document.then(columns::names_of_item);
                Sheet::with(columns::items(), [names, None], each(found, |d| &d.items), more)
            }
            Table::Dates => Sheet::with(columns::dates(), [None, None], each(found, |d| &d.dates), more),
            Table::Blocks => Sheet::with(columns::blocks(), [None, None], each(found, |d| &d.blocks), more),
            Table::Matches => {
                Sheet::with(columns::matches(), [None, None], each(found, |d| &d.matches), more)
            }
            Table::Errors => Sheet::of(columns::errors(), failed.to_vec()),
        }
    }
}

/// The rows of several tables for these documents.
///
/// # Errors
/// Those of [`Table::batch`].
pub fn batches(tables: &[Table], found: &[Found], failed: &[Failed]) -> Result<Vec<RecordBatch>, ArrowError> {
    batches_with(tables, found, failed, More::default())
}

/// The same with more columns, behind those that tables have anyway.
///
/// ```
/// # #[cfg(feature = "arrow")] {
/// use klubba::formats::{Origin, tables::{Found, More, Table, batches_with}};
/// let text = "Kommunstyrelsen\n\nProtokoll 2024-03-14\n\n§ 4 Budget\n\nKommunstyrelsen beslutar att anta budgeten.\n";
/// let document = klubba::analyze(text);
/// let origin = Origin { source: Some("a.txt"), ..Origin::default() };
/// let found = Found { doc_id: 0, origin, text, keep_text: false, document: &document };
/// let more = More { document: true, words: true };
/// let decisions = &batches_with(&[Table::Decisions], &[found], &[], more)?[0];
/// assert!(decisions.column_by_name("document_date").is_some());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of [`Table::batch`].
pub fn batches_with(
    tables: &[Table],
    found: &[Found],
    failed: &[Failed],
    more: More,
) -> Result<Vec<RecordBatch>, ArrowError> {
    if found.iter().map(|found| found.text.len()).sum::<usize>() > MOST {
        let message = "documents of more than 512 MiB together; take fewer at a time";
        return Err(ArrowError::InvalidArgumentError(message.to_string()));
    }
    let counted = Vec::from_iter(found.iter().copied().map(Counted::new));
    let batch = |table: &Table| {
        let Sheet { schema, arrays, .. } = table.sheet(&counted, failed, more);
        RecordBatch::try_new(schema, arrays)
    };
    tables.iter().map(batch).collect()
}

/// What was found by patterns in a document, as rows of the table `matches` that stand alone, so many at a time, with a
/// column for each of these named groups in place of `groups`. A name that the table has for a column of its own gets
/// `group_` before it.
///
/// # Errors
/// Those of [`Table::batch`].
#[cfg(feature = "find")]
pub fn hits<'a>(
    found: Found<'a>,
    matches: &'a [Match],
    groups: &'a [Arc<str>],
    rows: usize,
) -> impl Iterator<Item = Result<RecordBatch, ArrowError>> + 'a {
    let (counted, rows) = (Counted::new(found), rows.max(1));
    let numbered = matches.chunks(rows).enumerate();
    numbered.map(move |(number, some)| hit_rows(&counted, number * rows, some, groups))
}

#[cfg(feature = "find")]
fn hit_rows(
    counted: &Counted,
    first: usize,
    matches: &[Match],
    groups: &[Arc<str>],
) -> Result<RecordBatch, ArrowError> {
    let found = counted.found;
    if found.text.len() > MOST {
        let message = "a document of more than 512 MiB";
        return Err(ArrowError::InvalidArgumentError(message.to_string()));
    }
    let rows = Row::each(counted, matches).map(|row| Row { index: row.index + first, ..row });
    let rows = Vec::from_iter(rows);
    let word = |name: &Arc<str>| {
        let words = matches.iter().map(|hit| {
            let group = hit.groups.iter().find(|(own, _)| own == name);
            group.map(|(_, span)| span.of(found.text))
        });
        Arc::new(words.collect::<StringArray>()) as ArrayRef
    };
    let words = Vec::from_iter(groups.iter().map(word));
    let Sheet { schema, mut arrays, .. } =
        Sheet::with(columns::matches(), [None, None], rows, More { document: true, words: false });
    arrays.extend(words);
    let wide = hits_schema(groups);
    let kept = schema.fields().iter().map(Some).chain(std::iter::repeat(None)).zip(arrays);
    let kept = kept.filter(|(field, _)| field.is_none_or(|field| field.name() != "groups"));
    RecordBatch::try_new(wide, kept.map(|(_, array)| array).collect())
}

/// The columns of [`hits`].
#[cfg(feature = "find")]
pub fn hits_schema(groups: &[Arc<str>]) -> SchemaRef {
    let own = Table::Matches.schema_with(More { document: true, words: false });
    let mut fields = Vec::from_iter(own.fields().iter().filter(|field| field.name() != "groups").cloned());
    for name in groups {
        let taken = own.field_with_name(name).is_ok();
        let name = if taken { format!("group_{name}") } else { name.to_string() };
        fields.push(Arc::new(Field::new(name, DataType::Utf8, true)));
    }
    Arc::new(Schema::new(fields))
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
    /// A table with more columns behind its own.
    fn with<'a, T>(
        mut columns: Vec<Column<Row<'a, T>>>,
        own: [Option<Column<Row<'a, T>>>; 2],
        rows: Vec<Row<'a, T>>,
        more: More,
    ) -> Sheet {
        columns.extend(own.into_iter().flatten());
        if more.document {
            columns.extend(columns::of_document());
        }
        Sheet::of(columns, rows)
    }

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
