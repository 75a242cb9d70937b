//! Files of every format to text: each is made by the test itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "readers/doc.rs"]
mod doc;
#[path = "readers/html.rs"]
mod html;
#[path = "readers/mail.rs"]
mod mail;
#[path = "readers/ocr.rs"]
mod ocr;
#[path = "readers/office.rs"]
mod office;
#[path = "readers/pdf.rs"]
mod pdf;
#[path = "readers/pdf_cells.rs"]
mod pdf_cells;
#[path = "readers/pdf_fonts.rs"]
mod pdf_fonts;
#[path = "readers/shared.rs"]
mod shared;
#[path = "readers/silent.rs"]
mod silent;

use klubba::Mark;
use klubba::extract::{ExtractLimits, Extracted, extract};
use std::io::{Cursor, Write};

/// Reads what must be readable.
fn read(bytes: impl Into<Vec<u8>>) -> Extracted {
    extract(bytes.into(), &ExtractLimits::default()).unwrap()
}

/// The headings that a file styles, with their levels.
fn headings(file: &Extracted) -> Vec<(u8, &str)> {
    let level = |mark| if let Mark::Heading(level) = mark { Some(level) } else { None };
    file.marks.iter().filter_map(|(span, mark)| Some((level(mark)?, span.of(&file.text)))).collect()
}

/// The rows of tables that a file has.
fn rows(file: &Extracted) -> Vec<&str> {
    let rows = file.marks.iter().filter(|(_, mark)| *mark == Mark::Row);
    rows.map(|(span, _)| span.of(&file.text)).collect()
}

/// A zip of these parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
