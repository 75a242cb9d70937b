//! Tables as CSV. A list becomes one cell, its members parted by ` | `.

use crate::document::{Error, ErrorKind};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};

/// How cells are parted, and whether the file says that it is UTF-8, as Excel needs to be told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Csv {
    pub separator: u8,
    pub mark: bool,
}

impl Csv {
    /// The beginning of a file: the names of the columns.
    pub fn head(&self, schema: &Schema) -> Vec<u8> {
        let mut out = if self.mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        let mut writer = self.writer(&mut out);
        // Writing to memory does not fail, and the rows of a file are of one length.
        let _ = writer.write_record(schema.fields().iter().map(|field| field.name()));
        drop(writer);
        out
    }

    pub fn rows(&self, batch: &RecordBatch) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        let mut writer = self.writer(&mut out);
        for row in 0..batch.num_rows() {
            let cells = batch.columns().iter().map(|column| cell(column, row));
            writer.write_record(cells).map_err(|error| Error::new(ErrorKind::Write, error.to_string()))?;
        }
        drop(writer);
        Ok(out)
    }

    fn writer<'o>(&self, out: &'o mut Vec<u8>) -> csv::Writer<&'o mut Vec<u8>> {
        csv::WriterBuilder::new().delimiter(self.separator).from_writer(out)
    }
}

/// A value as the text of a cell; nothing for null.
pub(crate) fn cell(column: &dyn Array, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Utf8 => column.as_string::<i32>().value(row).to_string(),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).to_string(),
        DataType::Utf8View => column.as_string_view().value(row).to_string(),
        DataType::Date32 => super::cells::day(column.as_primitive::<Date32Type>().value(row)),
        DataType::List(_) => {
            let list = column.as_list::<i32>().value(row);
            Vec::from_iter((0..list.len()).map(|item| cell(&list, item))).join(" | ")
        }
        // A place with its words: the words.
        DataType::Struct(_) => {
            column.as_struct().column_by_name("text").map(|text| cell(text, row)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::tables::{Found, Table};

    #[test]
    fn lists_quotes_and_dates() {
        let list = "Kommunstyrelsen beslutar\n\natt anta \"budgeten\"; den gäller,\natt följa upp den.";
        let duty = "Kommunstyrelsen uppdrar åt ekonomichefen att senast den 1 juni 2023 redovisa läget.";
        let text = &format!("{list}\n\n{duty}\n");
        let document = crate::analyze(text);
        let found =
            Found { doc_id: 3, origin: Default::default(), text, keep_text: true, document: &document };
        let csv = Csv { separator: b';', mark: true };
        let batch = Table::Decisions.batch(&[found], &[]).unwrap();
        let rows =
            String::from_utf8([csv.head(&batch.schema()), csv.rows(&batch).unwrap()].concat()).unwrap();
        assert!(rows.starts_with("\u{feff}doc_id;decision_id;start;"), "{rows}");
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
        let names = reader.headers().unwrap().clone();
        let rows = Vec::from_iter(reader.records().map(Result::unwrap));
        let get = |row: usize, name| rows[row].get(names.iter().position(|n| n == name).unwrap()).unwrap();
        assert_eq!((get(0, "doc_id"), get(0, "deadline")), ("3", ""));
        assert!(list.ends_with(get(0, "text")), "{}", get(0, "text"));
        assert_eq!(get(0, "items"), "att anta \"budgeten\"; den gäller, | att följa upp den.");
        assert_eq!((get(1, "body"), get(1, "deadline")), ("Kommunstyrelsen", "2023-06-01"));
    }
}
