//! A column: its name, its meaning, and how to get its value of a row. Everything about a column stands in one
//! place, and the arrays, the schema and the documentation are made of it.

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Fields};
use jiff::civil;
use std::sync::Arc;

/// A column of a table whose rows are `R`.
pub(super) struct Column<R> {
    pub name: &'static str,
    pub meaning: &'static str,
    pub nullable: bool,
    pub get: Get<R>,
}

/// What kind of value it holds.
pub(super) enum Get<R> {
    Int(fn(&R) -> Option<i64>),
    Text(for<'r> fn(&'r R) -> Option<&'r str>),
    Bool(fn(&R) -> bool),
    Day(fn(&R) -> Option<civil::Date>),
    Texts(for<'r> fn(&'r R) -> &'r [String]),
    Ints(for<'r> fn(&'r R) -> &'r [u32]),
    /// Places with their words.
    Spans(for<'r> fn(&'r R) -> Vec<(i64, i64, &'r str)>),
}

/// A column that may be null.
pub(super) fn maybe<R>(name: &'static str, get: Get<R>, meaning: &'static str) -> Column<R> {
    Column { name, meaning, nullable: true, get }
}

/// One that never is.
pub(super) fn always<R>(name: &'static str, get: Get<R>, meaning: &'static str) -> Column<R> {
    Column { name, meaning, nullable: false, get }
}

impl<R> Column<R> {
    pub fn field(&self) -> Field {
        let kind = match &self.get {
            Get::Int(_) => DataType::Int64,
            Get::Text(_) => DataType::Utf8,
            Get::Bool(_) => DataType::Boolean,
            Get::Day(_) => DataType::Date32,
            Get::Texts(_) => list(DataType::Utf8),
            Get::Ints(_) => list(DataType::Int64),
            Get::Spans(_) => list(DataType::Struct(span_fields())),
        };
        Field::new(self.name, kind, self.nullable)
    }

    pub fn array(&self, rows: &[R]) -> ArrayRef {
        match &self.get {
            Get::Int(get) => Arc::new(rows.iter().map(get).collect::<Int64Array>()),
            Get::Text(get) => Arc::new(rows.iter().map(get).collect::<StringArray>()),
            Get::Bool(get) => Arc::new(rows.iter().map(|row| Some(get(row))).collect::<BooleanArray>()),
            Get::Day(get) => Arc::new(rows.iter().map(|row| get(row).map(days)).collect::<Date32Array>()),
            Get::Texts(get) => {
                let mut lists = ListBuilder::new(StringBuilder::new()).with_field(item(DataType::Utf8));
                for row in rows {
                    lists.append_value(get(row).iter().map(Some));
                }
                Arc::new(lists.finish())
            }
            Get::Ints(get) => {
                let mut lists = ListBuilder::new(Int64Builder::new()).with_field(item(DataType::Int64));
                for row in rows {
                    lists.append_value(get(row).iter().map(|&value| Some(i64::from(value))));
                }
                Arc::new(lists.finish())
            }
            Get::Spans(get) => spans(rows.iter().map(get)),
        }
    }
}

fn spans<'r>(rows: impl Iterator<Item = Vec<(i64, i64, &'r str)>>) -> ArrayRef {
    let kind = DataType::Struct(span_fields());
    let mut lists = ListBuilder::new(StructBuilder::from_fields(span_fields(), 0)).with_field(item(kind));
    for row in rows {
        for (start, end, text) in row {
            let builder = lists.values();
            // The fields are those of `span_fields`: each is there, and of its type.
            if let Some(field) = builder.field_builder::<Int64Builder>(0) {
                field.append_value(start);
            }
            if let Some(field) = builder.field_builder::<Int64Builder>(1) {
                field.append_value(end);
            }
            if let Some(field) = builder.field_builder::<StringBuilder>(2) {
                field.append_value(text);
            }
            builder.append(true);
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}

fn span_fields() -> Fields {
    let number = |name| Field::new(name, DataType::Int64, false);
    Fields::from(vec![number("start"), number("end"), Field::new("text", DataType::Utf8, false)])
}

fn item(kind: DataType) -> Arc<Field> {
    Arc::new(Field::new("item", kind, false))
}

fn list(kind: DataType) -> DataType {
    DataType::List(item(kind))
}

/// Days since 1 January 1970.
fn days(day: civil::Date) -> i32 {
    civil::date(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}
