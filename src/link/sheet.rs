//! A table of a user's own, as text: cells parted by tabs, commas or semicolons, or Parquet.

use super::Error;
use crate::document::ErrorKind;
use crate::formats::csv::cell;
use arrow_array::RecordBatch;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;
use std::path::Path;

/// The names of the columns, and rows of cells.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub header: Vec<String>,
    pub cells: Vec<Vec<String>>,
}

/// Reads it whole.
pub(super) fn read(path: &Path) -> Result<Sheet, Error> {
    let failed = |kind, message: String| Error::new(kind, message).of(path.to_string_lossy());
    let file =
        File::open(path).map_err(|error| failed(ErrorKind::Read, format!("cannot be read: {error}")))?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet")) {
        return of_parquet(file).map_err(|message| failed(ErrorKind::Damaged, message));
    }
    let text = std::io::read_to_string(file)
        .map_err(|error| failed(ErrorKind::Decode, format!("cannot be read as UTF-8: {error}")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let first = text.lines().next().unwrap_or_default();
    let separator = ['\t', ';', ','].into_iter().find(|&separator| first.contains(separator)).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .quoting(separator != '\t')
        .flexible(true)
        .from_reader(text.as_bytes());
    let owned = |record: &csv::StringRecord| Vec::from_iter(record.iter().map(str::to_string));
    let header =
        reader.headers().map(owned).map_err(|error| failed(ErrorKind::Damaged, error.to_string()))?;
    let rows = reader.records().map(|row| row.map(|row| owned(&row)));
    let cells =
        rows.collect::<Result<_, _>>().map_err(|error| failed(ErrorKind::Damaged, error.to_string()))?;
    Ok(Sheet { header, cells })
}

fn of_parquet(file: File) -> Result<Sheet, String> {
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| format!("is no Parquet: {error}"))?;
    let header = Vec::from_iter(builder.schema().fields().iter().map(|field| field.name().clone()));
    let mut sheet = Sheet { header, cells: Vec::new() };
    for batch in builder.build().map_err(|error| error.to_string())? {
        let batch: RecordBatch = batch.map_err(|error| error.to_string())?;
        for row in 0..batch.num_rows() {
            sheet.cells.push(batch.columns().iter().map(|column| cell(column, row)).collect());
        }
    }
    Ok(sheet)
}
