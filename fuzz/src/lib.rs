//! What the targets share: what must hold of every text and of every file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../tests/common/mod.rs"]
mod common;

#[cfg(feature = "link")]
mod link;
#[cfg(feature = "readers")]
mod readers;

use klubba::formats::{Origin, annotations, html, tei};
use klubba::{Analyzer, Document, Marks, civil};
#[cfg(feature = "link")]
pub use link::link;
#[cfg(feature = "readers")]
pub use readers::{archive, decode, docx, find, html, mail, odt, pdf, read, rtf};
use std::time::Duration;

/// Inputs have some kilobytes: what takes so long is not linear.
pub const LIMIT: Duration = Duration::from_secs(20);

/// Of so many inputs one is put to the checks that cost more than the analysis.
const SAMPLE: u32 = 16;

/// Analyses a text; what is found must stand where it says, and every format must be made of it.
pub fn analyze(text: &str) -> Document {
    analyze_marked(text, &Marks::new())
}

fn analyze_marked(text: &str, marks: &Marks) -> Document {
    let analyzer = Analyzer::builder().date(civil::date(2024, 3, 14)).timeout(LIMIT).build();
    let doc = analyzer.analyze_marked(text, marks).expect("in time");
    let mut faults = common::faults(&doc, text);
    if is_sampled(text.as_bytes()) {
        faults.extend(common::json_faults(&doc, text));
        let origin = Origin::default();
        html::page(&doc, text, origin);
        tei::document(&doc, text, origin, "a");
        doc.to_timeml(text);
        annotations::write(&mut Vec::new(), &doc, text, origin).expect("memory can be written");
    }
    assert!(faults.is_empty(), "{}\nin {text:?}", faults.join("\n"));
    doc
}

/// Whether an input is one of the sample: told by its bytes, so that what failed fails again.
fn is_sampled(bytes: &[u8]) -> bool {
    let sum = bytes.iter().fold(0_u32, |sum, &byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    sum.is_multiple_of(SAMPLE)
}
