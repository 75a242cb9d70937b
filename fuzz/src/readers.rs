//! What must hold of every file.

use super::{LIMIT, analyze_marked, is_sampled};
use klubba::ErrorKind;
use klubba::extract::{ExtractLimits, extract};
use std::io::{Cursor, Write};
use std::time::Instant;

/// Reads a file as [`extract`] tells it, and analyses its text. It may be refused, but in time and for a reason of its own.
pub fn read(bytes: Vec<u8>) {
    let mut limits = ExtractLimits::default();
    (limits.text, limits.unpacked, limits.until) = (4 << 20, 16 << 20, Some(Instant::now() + LIMIT));
    match extract(bytes, &limits) {
        Ok(read) => {
            for (span, mark) in read.marks.iter() {
                assert!(
                    read.text.get(span.range()).is_some(),
                    "{mark:?} at {span:?} is no slice of the text"
                );
            }
            // The reader is what is tried here, and texts have a target of their own.
            if read.text.len() < 1 << 12 && is_sampled(read.text.as_bytes()) {
                analyze_marked(&read.text, &read.marks);
            }
        }
        Err(error) => {
            assert!(!matches!(error.kind(), ErrorKind::Bug | ErrorKind::Timeout), "{error}");
            assert!(!error.message().is_empty());
        }
    }
}

/// The bytes behind the first ones of their format, if they do not begin so themselves.
pub fn headed(head: &[u8], data: &[u8]) -> Vec<u8> {
    if data.starts_with(head) { data.to_vec() } else { [head, data].concat() }
}

/// A zip of an office program's with this part.
pub fn packed(format: &str, part: &str, data: &[u8]) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         wordprocessingml.document.main+xml\"/></Types>";
    let first = match format {
        "docx" => ("[Content_Types].xml", types),
        _ => ("mimetype", "application/vnd.oasis.opendocument.text"),
    };
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [(first.0, first.1.as_bytes()), (part, data)] {
        zip.start_file(name, stored).expect("memory can be written");
        zip.write_all(content).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

/// A file for what only reads files.
pub fn scratch() -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new()
}
