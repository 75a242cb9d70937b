//! Cells of Arrow tables as JSON.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use jiff::civil;
use serde_json::Value;

/// Days since 1 January 1970 as a day, `YYYY-MM-DD`.
pub(crate) fn day(days: i32) -> String {
    let days = jiff::Span::new().try_days(days);
    let day = days.and_then(|days| civil::date(1970, 1, 1).checked_add(days));
    day.map_or_else(|_| String::new(), |day| day.to_string())
}

/// A cell.
pub(crate) fn json(column: &dyn Array, row: usize) -> Value {
    if column.is_null(row) {
        return Value::Null;
    }
    match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into(),
        DataType::Boolean => column.as_boolean().value(row).into(),
        DataType::Utf8 => column.as_string::<i32>().value(row).into(),
        DataType::Date32 => day(column.as_primitive::<Date32Type>().value(row)).into(),
        DataType::List(_) => {
            let list = column.as_list::<i32>().value(row);
            (0..list.len()).map(|item| json(&list, item)).collect()
        }
        DataType::Struct(fields) => {
            let columns = fields.iter().zip(column.as_struct().columns());
            let member = |(field, column): (&arrow_schema::FieldRef, &arrow_array::ArrayRef)| {
                (field.name().clone(), json(column, row))
            };
            Value::Object(columns.map(member).collect())
        }
        _ => Value::Null,
    }
}

/// The rows of a table, an object a line, with their columns in order.
pub(crate) fn lines(batch: &RecordBatch) -> Vec<u8> {
    let mut out = Vec::new();
    let schema = batch.schema();
    for row in 0..batch.num_rows() {
        for (index, (field, column)) in schema.fields().iter().zip(batch.columns()).enumerate() {
            out.push(if index == 0 { b'{' } else { b',' });
            // Writing to memory does not fail.
            let _ = serde_json::to_writer(&mut out, field.name());
            out.push(b':');
            let _ = serde_json::to_writer(&mut out, &json(column, row));
        }
        out.extend_from_slice(b"}\n");
    }
    out
}
