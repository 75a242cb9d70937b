//! People, matters and bodies across documents, in the database of the run: its tables are read as those of a folder
//! are, and what is found goes beside them in one transaction.

use super::{Base, FORMAT, metadata, schema, unwritable};
use crate::document::{Error, ErrorKind};
use crate::formats::tables::{Across, Table};
use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

/// Rows that are read at once.
const BATCH: usize = 1 << 13;

/// How a table across documents lies in a database: its keys, its indices, and what Datasette counts by and calls its rows.
struct Layout {
    table: Across,
    keys: &'static str,
    indices: &'static str,
    facets: &'static [&'static str],
    label: Option<&'static str>,
}

/// Those that others point to stand behind them: in this order an earlier linking goes.
const LAYOUTS: [Layout; 5] = [
    Layout {
        table: Across::Links,
        keys: "PRIMARY KEY (doc_id, person_id),
               FOREIGN KEY (doc_id, person_id) REFERENCES people (doc_id, person_id),
               FOREIGN KEY (entity_id) REFERENCES persons (entity_id) DEFERRABLE INITIALLY DEFERRED",
        indices: "CREATE INDEX links_entity ON links (entity_id);",
        facets: &["rule"],
        label: None,
    },
    Layout {
        table: Across::Steps,
        keys: "PRIMARY KEY (matter_id, step),
               FOREIGN KEY (matter_id) REFERENCES matters (matter_id) DEFERRABLE INITIALLY DEFERRED,
               FOREIGN KEY (doc_id) REFERENCES documents (doc_id),
               FOREIGN KEY (doc_id, item_id) REFERENCES items (doc_id, item_id),
               FOREIGN KEY (doc_id, decision_id) REFERENCES decisions (doc_id, decision_id)",
        indices: "CREATE INDEX steps_decision ON steps (doc_id, decision_id);
                  CREATE INDEX steps_body ON steps (body);",
        facets: &["act", "body"],
        label: None,
    },
    Layout {
        table: Across::Persons,
        keys: "PRIMARY KEY (entity_id)",
        indices: "CREATE INDEX persons_name ON persons (name);
                  CREATE INDEX persons_register ON persons (register_id);",
        facets: &[],
        label: Some("name"),
    },
    Layout {
        table: Across::Matters,
        keys: "PRIMARY KEY (matter_id)",
        indices: "CREATE INDEX matters_case ON matters (\"case\");
                  CREATE INDEX matters_opened ON matters (opened);",
        facets: &["outcome"],
        label: Some("title"),
    },
    Layout {
        table: Across::Bodies,
        keys: "UNIQUE (place_code, place, name)",
        indices: "CREATE INDEX bodies_name ON bodies (name);",
        facets: &["place"],
        label: Some("name"),
    },
];

/// A whole database whose documents are linked.
#[derive(Debug)]
pub(crate) struct Linked {
    base: Base,
    /// What the columns of the new tables mean.
    meanings: RefCell<Map<String, Value>>,
}

impl Linked {
    /// Opens the database that a run wrote wholly.
    pub fn open(path: &Path) -> Result<Linked, Error> {
        let wrong = |kind, message: &str| Error::new(kind, message).of(path.to_string_lossy());
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(unwritable(path))?;
        let base = Base { path: path.to_path_buf(), connection };
        if base.fact("format")?.as_deref() != Some(FORMAT) {
            return Err(wrong(ErrorKind::Usage, "is no database of klubba"));
        }
        if base.fact("complete")?.as_deref() != Some("1") {
            let message = "holds a run that is not finished; finish it with --resume, then link";
            return Err(wrong(ErrorKind::Usage, message));
        }
        Ok(Linked { base, meanings: RefCell::default() })
    }

    /// Some columns of a table, batch by batch. `each` says with `None` that they are not as they should be.
    pub fn each(
        &self,
        table: &str,
        columns: &[&str],
        mut each: impl FnMut(&RecordBatch) -> Option<()>,
    ) -> Result<(), Error> {
        let path = &self.base.path;
        let damaged = |message: String| Error::new(ErrorKind::Damaged, message).of(path.to_string_lossy());
        let unlike = || {
            damaged(format!(
                "has not the columns {} of {table} as this klubba writes them; analyze anew",
                columns.join(", ")
            ))
        };
        let known = Table::ALL.iter().find(|known| known.as_str() == table).ok_or_else(unlike)?.schema();
        let fields = columns.iter().map(|column| known.field_with_name(column).cloned());
        let fields = fields.collect::<Result<Vec<Field>, _>>().map_err(|_| unlike())?;
        let names = Vec::from_iter(fields.iter().map(|field| format!("\"{}\"", field.name()))).join(", ");
        let schema = Arc::new(Schema::new(fields));
        let failed = |error: rusqlite::Error| damaged(format!("cannot be read: {error}"));
        // The number of a row is that of SQLite itself.
        let sql = format!("SELECT {names} FROM {table} ORDER BY rowid");
        let mut statement = self.base.connection.prepare(&sql).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        let mut made = Vec::from_iter(schema.fields().iter().map(|field| Cells::of(field.data_type())));
        let mut count = 0;
        loop {
            let row = rows.next().map_err(failed)?;
            if let Some(row) = row {
                for (index, cells) in made.iter_mut().enumerate() {
                    cells.push(row.get_ref(index).map_err(failed)?).ok_or_else(unlike)?;
                }
                count += 1;
            }
            if count == BATCH || row.is_none() && count > 0 {
                let arrays = made.iter_mut().map(Cells::take).collect();
                let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).map_err(|_| unlike())?;
                each(&batch).ok_or_else(unlike)?;
                count = 0;
            }
            if row.is_none() {
                return Ok(());
            }
        }
    }

    /// Begins what is written, all of it or nothing: the tables of an earlier linking go.
    pub fn begin(&self) -> Result<(), Error> {
        self.base.begin()?;
        let mut names = LAYOUTS.iter().map(|layout| layout.table.as_str());
        names.try_for_each(|name| self.base.run(&format!("DROP TABLE IF EXISTS {name};")))
    }

    /// Makes a table with its keys; its columns have these meanings.
    pub fn create(
        &self,
        table: Across,
        schema: &Schema,
        meanings: &[(&'static str, &'static str)],
    ) -> Result<(), Error> {
        let Some(layout) = LAYOUTS.iter().find(|layout| layout.table == table) else { return Ok(()) };
        let name = table.as_str();
        let lines = schema.fields().iter().map(|field| {
            let kind = if *field.data_type() == DataType::Int64 { "INTEGER" } else { "TEXT" };
            let always = if field.is_nullable() { "" } else { " NOT NULL" };
            format!("\"{}\" {kind}{always}", field.name())
        });
        let lines = Vec::from_iter(lines.chain([layout.keys.to_string()])).join(",\n  ");
        self.base.run(&format!("CREATE TABLE {name} (\n  {lines}\n);"))?;
        let about = schema::about(table.meaning(), meanings.iter().copied(), layout.facets, layout.label);
        self.meanings.borrow_mut().insert(name.to_string(), about);
        Ok(())
    }

    /// Adds rows to it.
    pub fn insert(&self, table: Across, rows: &RecordBatch) -> Result<(), Error> {
        self.base.add(table.as_str(), rows)
    }

    /// Makes the indices, ends what `begin` began, and tells what the new tables mean in the file beside the database.
    pub fn commit(self) -> Result<(), Error> {
        self.base.run("PRAGMA analysis_limit = 400;")?;
        for Layout { table, indices, .. } in &LAYOUTS {
            self.base.run(&format!("{indices} ANALYZE {};", table.as_str()))?;
        }
        self.base.commit(&[("linked", "1")])?;
        metadata::add(&self.base.path, self.meanings.into_inner())
    }
}

/// A column that is being read.
enum Cells {
    Ints(Vec<Option<i64>>),
    Texts(Vec<Option<String>>),
    Bools(Vec<Option<bool>>),
    Days(Vec<Option<i32>>),
    IntLists(ListBuilder<Int64Builder>),
    TextLists(ListBuilder<StringBuilder>),
    /// What is not read.
    Other,
}

impl Cells {
    fn of(kind: &DataType) -> Cells {
        match kind {
            DataType::Int64 => Cells::Ints(Vec::new()),
            DataType::Utf8 => Cells::Texts(Vec::new()),
            DataType::Boolean => Cells::Bools(Vec::new()),
            DataType::Date32 => Cells::Days(Vec::new()),
            DataType::List(item) if *item.data_type() == DataType::Int64 => {
                Cells::IntLists(ListBuilder::new(Int64Builder::new()).with_field(Arc::clone(item)))
            }
            DataType::List(item) if *item.data_type() == DataType::Utf8 => {
                Cells::TextLists(ListBuilder::new(StringBuilder::new()).with_field(Arc::clone(item)))
            }
            _ => Cells::Other,
        }
    }

    /// Adds a value; `None` if it is none of the column's kind.
    fn push(&mut self, value: ValueRef) -> Option<()> {
        let text = match value {
            ValueRef::Null => None,
            ValueRef::Text(text) => Some(std::str::from_utf8(text).ok()?),
            ValueRef::Integer(_) => None,
            _ => return None,
        };
        let number = if let ValueRef::Integer(number) = value { Some(number) } else { None };
        match self {
            Cells::Ints(all) => all.push(number),
            Cells::Bools(all) => all.push(number.map(|number| number != 0)),
            Cells::Texts(all) => all.push(text.map(str::to_string)),
            Cells::Days(all) => all.push(match text {
                Some(text) => Some(day(text)?),
                None => None,
            }),
            Cells::IntLists(all) => {
                let list: Vec<i64> = serde_json::from_str(text?).ok()?;
                all.append_value(list.into_iter().map(Some));
            }
            Cells::TextLists(all) => {
                let list: Vec<String> = serde_json::from_str(text?).ok()?;
                all.append_value(list.into_iter().map(Some));
            }
            Cells::Other => return None,
        }
        Some(())
    }

    fn take(&mut self) -> ArrayRef {
        match self {
            Cells::Ints(all) => Arc::new(Int64Array::from(std::mem::take(all))),
            Cells::Texts(all) => Arc::new(StringArray::from(std::mem::take(all))),
            Cells::Bools(all) => Arc::new(BooleanArray::from(std::mem::take(all))),
            Cells::Days(all) => Arc::new(Date32Array::from(std::mem::take(all))),
            Cells::IntLists(all) => Arc::new(all.finish()),
            Cells::TextLists(all) => Arc::new(all.finish()),
            Cells::Other => Arc::new(Int64Array::from(Vec::<i64>::new())),
        }
    }
}

/// Days since 1 January 1970.
fn day(text: &str) -> Option<i32> {
    let day: jiff::civil::Date = text.parse().ok()?;
    Some(jiff::civil::date(1970, 1, 1).until(day).ok()?.get_days())
}
