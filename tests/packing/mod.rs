//! Archives, made in memory.

#![allow(dead_code, reason = "each test takes what it needs")]

use arrow_array::{RecordBatch, StringArray};
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::io::{Cursor, Write};
use std::sync::Arc;
use zip::unstable::write::FileOptionsExt;
use zip::write::SimpleFileOptions;

pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A zip whose only member needs a password.
pub fn locked(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().with_deprecated_encryption(b"hemligt").unwrap();
    archive.start_file(name, options).unwrap();
    archive.write_all(bytes).unwrap();
    archive.finish().unwrap().into_inner()
}

pub fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        // As written: the crate would refuse names that lead elsewhere.
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).unwrap()
}

/// Rows with an id and a text, in the columns `nr` and `body`.
pub fn jsonl(rows: &[(&str, Option<&str>)]) -> Vec<u8> {
    let row =
        |(id, text): &(&str, Option<&str>)| serde_json::json!({"body": text, "nr": id}).to_string() + "\n";
    rows.iter().map(row).collect::<String>().into_bytes()
}

pub fn parquet(rows: &[(&str, Option<&str>)]) -> Vec<u8> {
    packed_parquet(rows, Compression::UNCOMPRESSED)
}

pub fn packed_parquet(rows: &[(&str, Option<&str>)], codec: Compression) -> Vec<u8> {
    let ids = StringArray::from_iter_values(rows.iter().map(|row| row.0));
    let texts = StringArray::from_iter(rows.iter().map(|row| row.1));
    let batch = RecordBatch::try_from_iter([
        ("body", Arc::new(texts) as arrow_array::ArrayRef),
        ("nr", Arc::new(ids) as arrow_array::ArrayRef),
    ])
    .unwrap();
    let mut out = Vec::new();
    let properties = WriterProperties::builder().set_compression(codec).build();
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(&mut out, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    out
}
