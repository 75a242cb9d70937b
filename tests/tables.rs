//! The tables, and the page that describes them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use arrow_schema::{DataType, Schema};
use klubba::formats::tables::{ColumnInfo, Found, More, Table, batches, batches_with};
use klubba::link::Across;
use std::fmt::Write;
use std::path::Path;

const TEXT: &str = "Protokoll 14 mars 2024\n\n§ 1 Val av justerare\n\nBeslut\n\nStyrelsen beslutar att välja Åsa \
                    Öberg (S) till justerare.\n";

fn name(kind: &DataType) -> String {
    match kind {
        DataType::Int64 => "int64".to_string(),
        DataType::Utf8 => "string".to_string(),
        DataType::Boolean => "bool".to_string(),
        DataType::Date32 => "date32".to_string(),
        DataType::List(item) => format!("list of {}", name(item.data_type())),
        DataType::Struct(fields) => {
            let fields = Vec::from_iter(fields.iter().map(|f| {
                let null = if f.is_nullable() { "?" } else { "" };
                format!("{} {}{null}", f.name(), name(f.data_type()))
            }));
            format!("struct ({})", fields.join(", "))
        }
        other => panic!("no name for {other}"),
    }
}

/// A table's name, what it holds, and its columns.
fn section(page: &mut String, name_of: &str, meaning: &str, schema: &Schema, columns: &[ColumnInfo]) {
    write!(page, "\n## {name_of}\n\n{meaning}\n\n| column | type | meaning |\n| --- | --- | --- |\n")
        .unwrap();
    for (field, column) in schema.fields().iter().zip(columns) {
        let null = if field.is_nullable() { "?" } else { "" };
        writeln!(page, "| `{}` | {}{null} | {} |", column.name, name(field.data_type()), column.meaning)
            .unwrap();
    }
}

/// `docs/tables.md`, made of the schemas.
fn page() -> String {
    let mut page = "# The tables\n\n\
        What `klubba analyze -o out/ --format parquet` (and `csv`) writes, and what `klubba::formats::tables` makes. Tables are\n\
        joined by `doc_id`; within a document, findings have numbers of their own. `start` and `end` are half-open and count\n\
        Unicode code points of the document's text as it was decoded (`documents.text`, with `--text`). A type with `?` may\n\
        be null. Days are `date32`; beside them stands what the text says as ISO 8601-2 (EDTF), which may be a month, a\n\
        season or a range. In CSV the members of a list are parted by ` | `.\n"
        .to_string();
    for table in Table::ALL {
        section(&mut page, table.as_str(), table.meaning(), &table.schema(), &table.columns());
    }
    page.push_str(
        "\n# Across documents\n\nWhat [`klubba link out/`](linking.md) writes beside the tables of a run, and `corpus.link()` makes.\n",
    );
    for table in Across::ALL {
        section(&mut page, table.as_str(), table.meaning(), &table.schema(), &table.columns());
    }
    page.push_str(
        "\n## Columns that are asked for\n\nBehind a table's own columns stand, with `--with-document` (in Python `document=True`), what its \
         document is and names\nbeside the numbers of people, and with `--counts` (`words=True`) `words`.\n\n\
         | column | tables | meaning |\n| --- | --- | --- |\n",
    );
    let mut rows: Vec<(&str, Vec<&str>, &str)> = Vec::new();
    for table in Table::ALL {
        for column in table.beside() {
            match rows.iter_mut().find(|row| (row.0, row.2) == (column.name, column.meaning)) {
                Some(row) => row.1.push(table.as_str()),
                None => rows.push((column.name, vec![table.as_str()], column.meaning)),
            }
        }
    }
    for (name, tables, meaning) in rows {
        let tables = if tables.len() > 4 { "all of findings".to_string() } else { tables.join(", ") };
        writeln!(page, "| `{name}` | {tables} | {meaning} |").unwrap();
    }
    page
}

#[test]
fn words_are_counted_where_that_is_asked_for() {
    let text = "§ 4 Budget\n\nAnna Holm (S) säger att budgeten är kommun-\nstyrelsens.\n\nNämnden beslutar att anta den.\n";
    let document = klubba::analyze(text);
    let found = Found { doc_id: 0, origin: Default::default(), text, keep_text: false, document: &document };
    let more = More { document: false, words: true };
    let tables = [Table::Documents, Table::Headings, Table::Speeches, Table::Decisions];
    let batches = batches_with(&tables, &[found], &[], more).unwrap();
    let words = |batch: &arrow_array::RecordBatch| {
        let column = batch.column_by_name("words").unwrap().as_any();
        column.downcast_ref::<arrow_array::Int64Array>().unwrap().value(0)
    };
    assert_eq!(Vec::from_iter(batches.iter().map(words)), [15, 15, 8, 5]);
    assert!(Table::Documents.batch(&[found], &[]).unwrap().column_by_name("words").is_none());
}

#[test]
fn the_page_describes_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tables.md");
    if std::env::var_os("KLUBBA_BLESS").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap();
    assert!(
        there == page(),
        "docs/tables.md is out of date: KLUBBA_BLESS=1 cargo test --features cli --test tables"
    );
}

#[test]
fn every_table_has_its_rows() {
    let document = klubba::analyze(TEXT);
    let found = |doc_id| Found {
        doc_id,
        origin: Default::default(),
        text: TEXT,
        keep_text: true,
        document: &document,
    };
    let tables = batches(Table::ALL, &[found(4), found(9)], &[]).unwrap();
    let mentions: usize = document.people.iter().map(|person| person.mentions.len()).sum();
    let of = |table: Table| match table {
        Table::Documents => 1,
        Table::Headings => document.headings.len(),
        Table::Toc => document.toc.len(),
        Table::People => document.people.len(),
        Table::Mentions => mentions,
        Table::Speeches => document.speeches.len(),
        Table::Decisions => document.decisions.len(),
        Table::Items => document.items.len(),
        Table::Dates => document.dates.len(),
        Table::Blocks => document.blocks.len(),
        _ => 0,
    };
    for (table, batch) in Table::ALL.iter().zip(&tables) {
        assert_eq!(batch.num_rows(), 2 * of(*table), "{}", table.as_str());
        assert_eq!(batch.schema(), table.schema());
    }
}
