//! A column: its name, its meaning, and how to get its value of a row. Everything about a column stands in one
//! place, and the arrays, the schema and the documentation are made of it.

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, Fields};
use jiff::civil;
use std::sync::Arc;

/// A column of a table whose rows are `R`.
pub(crate) struct Column<R> {
    pub name: &'static str,
    pub meaning: &'static str,
    pub nullable: bool,
    pub get: Get<R>,
}

/// What kind of value it holds.
pub(crate) enum Get<R> {
    Int(fn(&R) -> Option<i64>),
    Text(for<'r> fn(&'r R) -> Option<&'r str>),
    Bool(fn(&R) -> bool),
    Day(fn(&R) -> Option<civil::Date>),
    Texts(for<'r> fn(&'r R) -> &'r [String]),
    Names(for<'r> fn(&'r R) -> Vec<&'r str>),
    /// A text that is made for the row.
    Made(fn(&R) -> Option<String>),
    /// Named parts with their words.
    Groups(for<'r> fn(&'r R) -> Vec<(&'r str, &'r str)>),
    Ints(for<'r> fn(&'r R) -> &'r [u32]),
    /// Places with their words.
    Spans(for<'r> fn(&'r R) -> Vec<(i64, i64, &'r str)>),
    /// Runs of numbers, first and last.
    Runs(for<'r> fn(&'r R) -> &'r [(u32, u32)]),
    /// People with their votes.
    Ballots(fn(&R) -> Vec<(i64, &'static str)>),
    /// Points that charge somebody: which, whom, and until which day.
    Charges(for<'r> fn(&'r R) -> Vec<Charged<'r>>),
}

/// The place of a point, who is charged in it, and its day.
type Charged<'r> = (i64, Option<&'r str>, Option<String>);

/// A column that may be null.
pub(crate) fn maybe<R>(name: &'static str, get: Get<R>, meaning: &'static str) -> Column<R> {
    Column { name, meaning, nullable: true, get }
}

/// One that never is.
pub(crate) fn always<R>(name: &'static str, get: Get<R>, meaning: &'static str) -> Column<R> {
    Column { name, meaning, nullable: false, get }
}

impl<R> Column<R> {
    pub fn field(&self) -> Field {
        let kind = match &self.get {
            Get::Int(_) => DataType::Int64,
            Get::Text(_) | Get::Made(_) => DataType::Utf8,
            Get::Bool(_) => DataType::Boolean,
            Get::Day(_) => DataType::Date32,
            Get::Texts(_) | Get::Names(_) => list(DataType::Utf8),
            Get::Ints(_) => list(DataType::Int64),
            Get::Spans(_) => list(DataType::Struct(span_fields())),
            Get::Runs(_) => list(DataType::Struct(run_fields())),
            Get::Groups(_) => list(DataType::Struct(group_fields())),
            Get::Ballots(_) => list(DataType::Struct(ballot_fields())),
            Get::Charges(_) => list(DataType::Struct(charge_fields())),
        };
        Field::new(self.name, kind, self.nullable)
    }

    pub fn array(&self, rows: &[R]) -> ArrayRef {
        match &self.get {
            Get::Int(get) => Arc::new(rows.iter().map(get).collect::<Int64Array>()),
            Get::Text(get) => Arc::new(rows.iter().map(get).collect::<StringArray>()),
            Get::Made(get) => Arc::new(rows.iter().map(get).collect::<StringArray>()),
            Get::Bool(get) => Arc::new(rows.iter().map(|row| Some(get(row))).collect::<BooleanArray>()),
            Get::Day(get) => Arc::new(rows.iter().map(|row| get(row).map(days)).collect::<Date32Array>()),
            Get::Texts(get) => {
                let mut lists = ListBuilder::new(StringBuilder::new()).with_field(item(DataType::Utf8));
                for row in rows {
                    lists.append_value(get(row).iter().map(Some));
                }
                Arc::new(lists.finish())
            }
            Get::Names(get) => {
                let mut lists = ListBuilder::new(StringBuilder::new()).with_field(item(DataType::Utf8));
                for row in rows {
                    lists.append_value(get(row).into_iter().map(Some));
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
            Get::Spans(get) => structs(span_fields(), rows.iter().map(get), |fields, (start, end, text)| {
                fields.number(0, start);
                fields.number(1, end);
                fields.text(2, text);
            }),
            Get::Runs(get) => structs(run_fields(), rows.iter().map(get), |fields, &(first, last)| {
                fields.number(0, i64::from(first));
                fields.number(1, i64::from(last));
            }),
            Get::Groups(get) => structs(group_fields(), rows.iter().map(get), |fields, (name, words)| {
                fields.text(0, name);
                fields.text(1, words);
            }),
            Get::Ballots(get) => structs(ballot_fields(), rows.iter().map(get), |fields, (person, vote)| {
                fields.number(0, person);
                fields.text(1, vote);
            }),
            Get::Charges(get) => {
                structs(charge_fields(), rows.iter().map(get), |fields, (item, assignee, deadline)| {
                    fields.number(0, item);
                    fields.maybe(1, assignee);
                    fields.maybe(2, deadline.as_deref());
                })
            }
        }
    }
}

/// A list of structs for each row, whose fields `fill` fills.
fn structs<T, L: IntoIterator<Item = T>>(
    fields: Fields,
    rows: impl Iterator<Item = L>,
    fill: impl Fn(&mut Filling, T),
) -> ArrayRef {
    let kind = DataType::Struct(fields.clone());
    let mut lists = ListBuilder::new(StructBuilder::from_fields(fields, 0)).with_field(item(kind));
    for row in rows {
        for one in row {
            let builder = lists.values();
            fill(&mut Filling(builder), one);
            builder.append(true);
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}

/// A struct whose fields are being filled: each is there, and of its type.
struct Filling<'b>(&'b mut StructBuilder);

impl Filling<'_> {
    fn number(&mut self, field: usize, value: i64) {
        if let Some(field) = self.0.field_builder::<Int64Builder>(field) {
            field.append_value(value);
        }
    }
    fn text(&mut self, field: usize, value: &str) {
        self.maybe(field, Some(value));
    }
    fn maybe(&mut self, field: usize, value: Option<&str>) {
        if let Some(field) = self.0.field_builder::<StringBuilder>(field) {
            field.append_option(value);
        }
    }
}

fn number(name: &str) -> Field {
    Field::new(name, DataType::Int64, false)
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

fn span_fields() -> Fields {
    Fields::from(vec![number("start"), number("end"), text("text")])
}

fn run_fields() -> Fields {
    Fields::from(vec![number("first"), number("last")])
}

fn group_fields() -> Fields {
    Fields::from(vec![text("name"), text("text")])
}

fn ballot_fields() -> Fields {
    Fields::from(vec![number("person_id"), text("vote")])
}

fn charge_fields() -> Fields {
    let maybe = |name: &str| Field::new(name, DataType::Utf8, true);
    Fields::from(vec![number("item"), maybe("assignee"), maybe("deadline")])
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
