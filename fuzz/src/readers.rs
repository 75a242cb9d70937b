//! What must hold of every file.

use super::{LIMIT, analyze, analyze_marked, is_sampled};
use klubba::extract::{ExtractLimits, extract};
use klubba::find::{Finder, Patterns};
use klubba::{Analyzer, Archive, ErrorKind};
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

/// Any bytes of unknown encoding.
pub fn decode(data: &[u8]) {
    if let Ok(decoded) = klubba::decode(data.to_vec()) {
        analyze(&decoded.text);
    }
}

/// Any bytes as a PDF.
pub fn pdf(data: &[u8]) {
    read(headed(b"%PDF-1.7\n", data));
}

/// Any bytes as RTF.
pub fn rtf(data: &[u8]) {
    read(headed(b"{\\rtf1", data));
}

/// Any bytes as a page of the web.
pub fn html(data: &[u8]) {
    read(headed(b"<!DOCTYPE html>", data));
}

/// Any bytes as an e-mail.
pub fn mail(data: &[u8]) {
    read(headed(b"From: a@example.se\r\n", data));
}

/// Any XML as the text of a DOCX file.
pub fn docx(data: &[u8]) {
    read(packed("docx", "word/document.xml", data));
}

/// Any XML as the text of an ODT file.
pub fn odt(data: &[u8]) {
    read(packed("odt", "content.xml", data));
}

/// Any bytes as an archive, and what is in it.
pub fn archive(data: &[u8]) {
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(data).is_err() {
        return;
    }
    let Ok(archive) = Archive::open(file.path()) else { return };
    for result in archive.threads(1).max_size(1 << 20).timeout(LIMIT).run(&Analyzer::default()) {
        if let Err(failure) = result {
            assert_ne!(failure.error.kind(), ErrorKind::Bug, "{failure}");
            assert_ne!(failure.error.kind(), ErrorKind::Timeout, "{failure}");
        }
    }
}

/// Any pattern, the first line of the input, in any text, the rest of it.
pub fn find(data: &str) {
    let (pattern, text) = data.split_once('\n').unwrap_or((data, ""));
    for (words, folded) in [(false, false), (true, true)] {
        let built = Patterns::builder().words(words).folded(folded).pattern("a", pattern).build();
        let Ok(patterns) = built else { continue };
        let finder = Finder::new(patterns);
        let hits = finder.find_anywhere(text);
        assert!(hits.matches.iter().all(|hit| text.get(hit.span.range()).is_some()), "a span is no slice");
        assert!(
            hits.matches.is_empty() || finder.may_fit(text),
            "the test before the search threw out a hit"
        );
    }
}

/// The bytes behind the first ones of their format, if they do not begin so themselves.
fn headed(head: &[u8], data: &[u8]) -> Vec<u8> {
    if data.starts_with(head) { data.to_vec() } else { [head, data].concat() }
}

/// A zip of an office program's with this part.
fn packed(format: &str, part: &str, data: &[u8]) -> Vec<u8> {
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
