//! Files of every format to text: each is made by the test itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "readers/html.rs"]
mod html;

use klubba::Mark;
use klubba::extract::{ExtractLimits, Extracted, extract};

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
