//! The tables, keys, indices, full text and views of a database.

use crate::formats::tables::{More, Table};
use arrow_schema::{DataType, Schema};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// Where a finding of a table points to another one of the same document: the column, the table, its column.
fn pointers(table: Table) -> &'static [(&'static str, &'static str, &'static str)] {
    match table {
        Table::Toc | Table::Items => &[("heading_id", "headings", "heading_id")],
        Table::Mentions => &[("person_id", "people", "person_id")],
        Table::Decisions => &[("same_as", "decisions", "decision_id")],
        Table::Matches => &[
            ("heading_id", "headings", "heading_id"),
            ("item_id", "items", "item_id"),
            ("speech_id", "speeches", "speech_id"),
            ("decision_id", "decisions", "decision_id"),
        ],
        _ => &[],
    }
}

/// Lists of people as tables of their own: of which table, which column, and how a row is added.
pub(super) const PAIRS: &[(Table, &str, &str)] = &[
    (Table::Speeches, "speakers", "INSERT OR IGNORE INTO speech_speakers VALUES (?, ?, ?)"),
    (Table::Decisions, "by", "INSERT OR IGNORE INTO decision_movers VALUES (?, ?, ?)"),
];

/// The statements that make the tables.
pub(super) fn tables(more: More) -> String {
    let mut sql = String::new();
    for &table in Table::ALL {
        let schema = table.schema_with(more);
        let mut lines = Vec::new();
        // Documents and errors are known by their number; a finding has a number of its own, and one in its document.
        let alone = matches!(table, Table::Documents | Table::Errors);
        if !alone {
            lines.push("row_id INTEGER PRIMARY KEY".to_string());
        }
        for (index, field) in schema.fields().iter().enumerate() {
            let kind = match field.data_type() {
                DataType::Int64 | DataType::Boolean => "INTEGER",
                _ => "TEXT",
            };
            let more = match (index, alone, field.is_nullable()) {
                (0, true, _) => " PRIMARY KEY",
                (0, false, _) => " NOT NULL REFERENCES documents (doc_id)",
                (_, _, false) => " NOT NULL",
                _ => "",
            };
            lines.push(format!("\"{}\" {kind}{more}", field.name()));
        }
        if let Some(number) = number(table) {
            lines.push(format!("UNIQUE (doc_id, {number})"));
        }
        for (own, other, column) in pointers(table) {
            lines.push(format!("FOREIGN KEY (doc_id, {own}) REFERENCES {other} (doc_id, {column})"));
        }
        let _ = writeln!(sql, "CREATE TABLE {} (\n  {}\n);", table.as_str(), lines.join(",\n  "));
    }
    sql.push_str(
        "CREATE TABLE speech_speakers (doc_id INTEGER NOT NULL REFERENCES documents (doc_id), speech_id INTEGER NOT NULL,
           person_id INTEGER NOT NULL, PRIMARY KEY (doc_id, speech_id, person_id),
           FOREIGN KEY (doc_id, speech_id) REFERENCES speeches (doc_id, speech_id),
           FOREIGN KEY (doc_id, person_id) REFERENCES people (doc_id, person_id)) WITHOUT ROWID;
         CREATE TABLE decision_movers (doc_id INTEGER NOT NULL REFERENCES documents (doc_id), decision_id INTEGER NOT NULL,
           person_id INTEGER NOT NULL, PRIMARY KEY (doc_id, decision_id, person_id),
           FOREIGN KEY (doc_id, decision_id) REFERENCES decisions (doc_id, decision_id),
           FOREIGN KEY (doc_id, person_id) REFERENCES people (doc_id, person_id)) WITHOUT ROWID;\n",
    );
    sql
}

/// The column that numbers the findings of a document.
fn number(table: Table) -> Option<&'static str> {
    Some(match table {
        Table::Headings => "heading_id",
        Table::Toc => "toc_id",
        Table::People => "person_id",
        Table::Speeches => "speech_id",
        Table::Decisions => "decision_id",
        Table::Items => "item_id",
        Table::Dates => "date_id",
        Table::Blocks => "block_id",
        Table::Matches => "match_id",
        _ => return None,
    })
}

/// The statement that adds a row.
pub(super) fn insert(table: &str, schema: &Schema) -> String {
    let names =
        Vec::from_iter(schema.fields().iter().map(|field| format!("\"{}\"", field.name()))).join(", ");
    let marks = vec!["?"; schema.fields().len()].join(", ");
    format!("INSERT INTO {table} ({names}) VALUES ({marks})")
}

pub(super) const INDICES: &str = "
CREATE INDEX documents_kind ON documents (kind);
CREATE INDEX documents_date ON documents (date);
CREATE INDEX documents_body ON documents (body);
CREATE INDEX documents_place ON documents (place);
CREATE INDEX headings_case ON headings (\"case\");
CREATE INDEX people_name ON people (name);
CREATE INDEX mentions_person ON mentions (doc_id, person_id);
CREATE INDEX decisions_kind ON decisions (kind);
CREATE INDEX decisions_body ON decisions (body);
CREATE INDEX decisions_deadline ON decisions (deadline);
CREATE INDEX decisions_case ON decisions (\"case\");
CREATE INDEX dates_first ON dates (first);
CREATE INDEX matches_pattern ON matches (pattern);
CREATE INDEX speech_speakers_person ON speech_speakers (doc_id, person_id);
CREATE INDEX decision_movers_person ON decision_movers (doc_id, person_id);
";

/// What is searched by words: the table, what numbers its rows, and its columns.
const SEARCHED: [(&str, &str, &str); 3] =
    [("documents", "doc_id", "title, text"), ("decisions", "row_id", "text"), ("speeches", "row_id", "text")];

/// Full text, in which å, ä and ö are letters of their own.
pub(super) fn full_text() -> String {
    let mut sql = String::new();
    for (table, row, columns) in SEARCHED {
        let _ = writeln!(
            sql,
            "CREATE VIRTUAL TABLE {table}_fts USING fts5({columns}, content=\"{table}\", content_rowid=\"{row}\", \
             tokenize=\"unicode61 remove_diacritics 0\");\n\
             INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild');"
        );
    }
    sql
}

pub(super) const VIEWS: &str = "
CREATE VIEW decisions_with_source AS
SELECT d.*, x.source AS document_source, x.id AS document_id, x.date AS document_date, x.kind AS document_kind,
  x.title AS document_title, x.body AS document_body, x.place AS document_place
FROM decisions d JOIN documents x USING (doc_id);

CREATE VIEW speeches_with_names AS
SELECT s.*, (SELECT group_concat(p.name, ', ') FROM speech_speakers k JOIN people p USING (doc_id, person_id)
             WHERE k.doc_id = s.doc_id AND k.speech_id = s.speech_id) AS names,
  x.source AS document_source, x.id AS document_id, x.date AS document_date, x.kind AS document_kind,
  x.title AS document_title, x.body AS document_body, x.place AS document_place
FROM speeches s JOIN documents x USING (doc_id);

CREATE VIEW open_assignments AS
SELECT d.row_id, d.doc_id, d.decision_id, d.assignee, d.deadline, d.body, d.text, d.\"case\",
  x.source AS document_source, x.date AS document_date, x.title AS document_title, x.place AS document_place
FROM (
  SELECT row_id, doc_id, decision_id, assignee, deadline, body, text, \"case\", reported, same_as
  FROM decisions WHERE kind = 'assign'
  UNION ALL
  SELECT o.row_id, o.doc_id, o.decision_id, json_extract(c.value, '$.assignee'), json_extract(c.value, '$.deadline'),
    o.body, json_extract(o.items, '$[' || json_extract(c.value, '$.item') || '].text'), o.\"case\", o.reported, o.same_as
  FROM decisions o, json_each(o.charges) c
) d JOIN documents x USING (doc_id)
WHERE NOT d.reported AND d.same_as IS NULL
  AND (d.deadline IS NULL OR d.deadline >= (SELECT max(date) FROM documents))
ORDER BY d.deadline IS NULL, d.deadline;
";

/// What each view and each table of its own is, for those who look, and what to count by.
const MEANINGS: [(&str, &str, &[&str]); 6] = [
    ("decisions_with_source", "Decisions, each with what its document is.", &["kind", "body"]),
    (
        "speeches_with_names",
        "Speeches, each with the names of those who speak and what its document is.",
        &["mode", "document_kind"],
    ),
    (
        "open_assignments",
        "What someone was charged with, also in a point of another decision, and has no deadline, or one that is not \
         before the youngest document.",
        &["body"],
    ),
    ("speech_speakers", "A row for each who speaks in a speech.", &[]),
    ("decision_movers", "A row for each who moves or reserves.", &[]),
    ("klubba_run", "How the database was made.", &[]),
];

/// Datasette lists what all columns mean above the rows: in a box that scrolls, so that the rows are in sight.
const BOX: &str =
    "<style>dl.column-descriptions { max-height: 6em; overflow: auto; resize: vertical }</style>";

/// What a table is, what its columns mean, what to count by, and what a row is called.
pub(super) fn about(
    meaning: &str,
    columns: impl IntoIterator<Item = (&'static str, &'static str)>,
    facets: &[&str],
    label: Option<&str>,
) -> Value {
    let columns = columns.into_iter().map(|(name, meaning)| (name.to_string(), Value::from(meaning)));
    let columns: Map<String, Value> = columns.collect();
    let mut about = Map::new();
    if columns.is_empty() {
        about.insert("description".to_string(), meaning.into());
    } else {
        about.insert("description_html".to_string(), format!("{meaning}{BOX}").into());
        about.insert("columns".to_string(), columns.into());
    }
    if !facets.is_empty() {
        about.insert("facets".to_string(), facets.into());
    }
    if let Some(label) = label {
        about.insert("label_column".to_string(), label.into());
    }
    about.into()
}

/// What Datasette counts by.
fn facets(table: Table) -> &'static [&'static str] {
    match table {
        Table::Documents => &["kind", "body", "place"],
        Table::Headings | Table::Blocks => &["kind"],
        Table::Speeches => &["mode", "verb"],
        Table::Decisions => &["kind", "body"],
        Table::Matches => &["pattern", "decision_kind"],
        _ => &[],
    }
}

pub(super) fn metadata(database: &str) -> Value {
    let mut tables = Map::new();
    for &table in Table::ALL {
        let columns = table.columns();
        let counted = table.beside().into_iter().filter(|column| column.name == "words");
        let columns = columns.into_iter().chain(counted).map(|column| (column.name, column.meaning));
        let label = (table == Table::Documents).then_some("source");
        let about = about(table.meaning(), columns, facets(table), label);
        tables.insert(table.as_str().to_string(), about);
    }
    for (name, meaning, facets) in MEANINGS {
        tables.insert(name.to_string(), about(meaning, [], facets, None));
    }
    let mut databases = Map::new();
    databases.insert(database.to_string(), json!({ "tables": tables }));
    json!({
        "title": "What klubba found",
        "description": "Headings, people, speeches, decisions and dates of Swedish administrative texts.",
        "databases": databases,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column that holds the number of a row of another table points to it.
    #[test]
    fn every_number_of_another_table_is_a_pointer() {
        for &table in Table::ALL {
            let columns = table.columns();
            let numbers = columns.iter().map(|column| column.name).filter(|name| name.ends_with("_id"));
            for name in numbers.skip(2) {
                let pointed = pointers(table).iter().any(|(column, ..)| *column == name);
                assert!(
                    pointed,
                    "{}.{name} points nowhere: pointers() in this file says where to",
                    table.as_str()
                );
            }
        }
    }
}
