//! Tables as CSV. A list becomes one cell, its members parted by ` | `.

use crate::document::{Error, ErrorKind};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};

/// How cells are parted, whether the file says that it is UTF-8, as Excel needs to be told, and whether a text that a
/// spreadsheet would take for a formula has a `'` before it, which makes it a text there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Csv {
    pub separator: u8,
    pub mark: bool,
    pub no_formulas: bool,
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
            let cells = batch.columns().iter().map(|column| self.guarded(column, cell(column, row)));
            writer.write_record(cells).map_err(|error| Error::new(ErrorKind::Write, error.to_string()))?;
        }
        drop(writer);
        Ok(out)
    }

    fn guarded(&self, column: &dyn Array, cell: String) -> String {
        // A number and a day are what they are.
        let told = matches!(column.data_type(), DataType::Int64 | DataType::Boolean | DataType::Date32);
        if self.no_formulas && !told && is_formula(&cell) { format!("'{cell}") } else { cell }
    }

    fn writer<'o>(&self, out: &'o mut Vec<u8>) -> csv::Writer<&'o mut Vec<u8>> {
        csv::WriterBuilder::new().delimiter(self.separator).from_writer(out)
    }
}

/// Whether a spreadsheet may take a text for a formula: some also take those behind white space, and signs of full width.
fn is_formula(cell: &str) -> bool {
    let formula = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(formula)
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
        let csv = Csv { separator: b';', mark: true, no_formulas: false };
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
    #[test]
    fn a_formula_becomes_a_text() {
        use std::sync::Arc;
        let texts =
            ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(1)", " =1", "\t1", "\u{ff1d}1", "a=1", "", "1-2"];
        let schema = [("n", DataType::Int64), ("text", DataType::Utf8)];
        let schema = schema.map(|(name, kind)| arrow_schema::Field::new(name, kind, false));
        let numbers = Arc::new(arrow_array::Int64Array::from(vec![-1; texts.len()]));
        let column = Arc::new(arrow_array::StringArray::from(texts.to_vec()));
        let schema = Schema::new(Vec::from(schema));
        let batch = RecordBatch::try_new(Arc::new(schema), vec![numbers, column]).unwrap();
        let cells = |no_formulas| {
            let rows = Csv { separator: b',', mark: false, no_formulas }.rows(&batch).unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_slice());
            let read = |row: csv::StringRecord| (row[0].to_string(), row[1].to_string());
            Vec::from_iter(reader.records().map(|row| read(row.unwrap())))
        };
        let row = |mark: &str, text: &str| ("-1".to_string(), format!("{mark}{text}"));
        let plain = texts.map(|text| row("", text));
        let guarded =
            Vec::from_iter((0..).zip(texts).map(|(i, text)| row(if i < 7 { "'" } else { "" }, text)));
        assert_eq!((cells(false), cells(true)), (plain.to_vec(), guarded));
    }
}
