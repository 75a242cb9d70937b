//! Tables of texts as Parquet.

use super::results::refuse_table;
use super::rows::{TEXT, has_columns};
use super::stream::damaged;
use super::walk::{Flow, Named, Walk};
use super::{Content, Settings};
use crate::document::{Error, ErrorKind};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::file::metadata::ParquetMetaData;
use std::fs::File;

/// Rows that are unpacked at a time: texts may be large.
const ROWS: usize = 16;

pub(super) fn rows(walk: &mut Walk, named: &Named, file: File) -> Flow {
    let reader = match open(file, walk.settings) {
        Ok(reader) => reader,
        Err(error) => return walk.fail(named.source.clone(), error),
    };
    let mut number = 0_u64;
    for batch in reader {
        let batch = match batch {
            Ok(batch) => batch,
            Err(error) => return walk.fail(named.source.clone(), damaged("Parquet file", &error)),
        };
        let ids = walk.settings.id_column.as_ref().and_then(|name| batch.column_by_name(name)).cloned();
        for row in 0..batch.num_rows() {
            number += 1;
            let id = ids.as_ref().and_then(|ids| id(ids, row));
            let end =
                id.as_ref().map_or_else(|| number.to_string(), |id| id.replace(char::is_control, "\u{fffd}"));
            let settings = walk.settings;
            let source = format!("{}!/{end}", named.source);
            walk.give(source, id, named.notes.clone(), || text(&batch, row, settings).map(Content::Text))?;
        }
    }
    Flow::Continue(())
}

fn open(file: File, settings: &Settings) -> Result<ParquetRecordBatchReader, Error> {
    // Without Arrow's own schema a text is a text, also where it was a category.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)
        .map_err(|error| damaged("Parquet file", &error))?;
    let schema = builder.schema();
    let names = Vec::from_iter(schema.fields().iter().map(|field| field.name().clone()));
    refuse_table(&names, || has_texts(builder.metadata()), settings)?;
    has_columns(names.iter(), settings)?;
    let text = settings.text_column.as_deref().unwrap_or(TEXT);
    for name in [Some(text), settings.id_column.as_deref()].into_iter().flatten() {
        let kind = schema.field_with_name(name).map(|field| field.data_type().clone());
        let textual = matches!(kind, Ok(DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View));
        let number =
            matches!(kind, Ok(DataType::Int32 | DataType::Int64 | DataType::UInt32 | DataType::UInt64));
        if !textual && (name == text || !number) {
            let message = format!("its column {name:?} holds no text: it is {kind:?}");
            return Err(Error::new(ErrorKind::Decode, message));
        }
    }
    let wanted = names
        .iter()
        .enumerate()
        .filter(|(_, name)| name.as_str() == text || settings.id_column.as_ref() == Some(*name));
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted.map(|(index, _)| index));
    let reader = builder.with_projection(mask).with_batch_size(ROWS).build();
    reader.map_err(|error| damaged("Parquet file", &error))
}

/// Whether the column `text` holds some, as far as what the file tells of its columns says.
fn has_texts(file: &ParquetMetaData) -> bool {
    file.row_groups().iter().any(|group| {
        let text = group.columns().iter().find(|column| column.column_path().string() == TEXT);
        let empty =
            text.and_then(|text| text.statistics()).and_then(|statistics| statistics.null_count_opt());
        text.is_some() && empty.is_none_or(|empty| empty < group.num_rows() as u64)
    })
}

fn text(batch: &RecordBatch, row: usize, settings: &Settings) -> Result<String, Error> {
    let name = settings.text_column.as_deref().unwrap_or(TEXT);
    let found = batch.column_by_name(name).and_then(|column| string(column, row));
    let Some(text) = found else {
        return Err(Error::new(ErrorKind::NoText, format!("its column {name:?} is empty")));
    };
    if text.len() as u64 > settings.max_size {
        return Err(super::stream::too_large(settings.max_size));
    }
    Ok(text)
}

fn string(column: &ArrayRef, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    let text = match column.data_type() {
        DataType::Utf8 => column.as_string_opt::<i32>()?.value(row),
        DataType::LargeUtf8 => column.as_string_opt::<i64>()?.value(row),
        _ => column.as_string_view_opt()?.value(row),
    };
    Some(text.to_string())
}

fn id(column: &ArrayRef, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Int32 => column.as_primitive_opt::<Int32Type>()?.value(row).to_string(),
        DataType::Int64 => column.as_primitive_opt::<Int64Type>()?.value(row).to_string(),
        DataType::UInt32 => column.as_primitive_opt::<UInt32Type>()?.value(row).to_string(),
        DataType::UInt64 => column.as_primitive_opt::<UInt64Type>()?.value(row).to_string(),
        _ => return string(column, row),
    })
}
