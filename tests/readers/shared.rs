//! Real files, where they are at hand.

use klubba::ErrorKind;
use klubba::extract::{ExtractLimits, extract};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The real files beside the repository. They are not part of it.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/files");
    let Ok(entries) = fs::read_dir(&folder) else {
        // Past the capture of the test runner: who runs the tests is to see it.
        let _ = writeln!(std::io::stderr(), "skipped: there is no ../shared/files");
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension != "md")).collect()
}

#[test]
fn every_file_is_read_or_says_why_not() {
    for path in files() {
        let name = path.display();
        let bytes = fs::read(&path).unwrap();
        match extract(bytes, &ExtractLimits::default()) {
            Ok(file) => {
                let letters = file.text.chars().filter(|c| c.is_alphabetic()).count();
                assert!(letters > 50, "{name}: {letters} letters");
                assert!(!file.text.contains(['¨', '\u{308}', '\u{30a}', '\u{fffd}', '\u{ad}']), "{name}");
                for (span, _) in file.marks.iter() {
                    let marked = file.text.get(span.range()).unwrap_or("");
                    assert!(!marked.trim().is_empty(), "{name}: {span:?}");
                }
                let doc = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
                assert!(doc.headings.iter().all(|h| file.text.get(h.span.range()).is_some()), "{name}");
            }
            Err(error) => {
                assert!(name.to_string().contains("scanned"), "{name}: {error}");
                assert_eq!(error.kind(), ErrorKind::NoText);
                assert!(error.to_string().contains("2 pages are images"), "{error}");
            }
        }
    }
}

#[test]
fn the_minutes_have_their_paragraphs_and_decisions() {
    for path in files().iter().filter(|path| path.display().to_string().contains("konstituerande-2013")) {
        let file = extract(fs::read(path).unwrap(), &ExtractLimits::default()).unwrap();
        let doc = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
        let items = doc.headings.iter().filter(|h| h.kind == klubba::HeadingKind::Item).count();
        assert!(items >= 11 && doc.decisions.len() >= 14, "{items} items, {} decisions", doc.decisions.len());
        assert_eq!(doc.pages.len(), 3);
    }
}
