//! Our own documents, each beside the JSON that it is to give. `KLUBBA_BLESS=1 cargo test` rewrites the JSON;
//! read the difference before you keep it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use klubba::formats::json::{Origin, write_pretty};
use std::fs;
use std::path::{Path, PathBuf};

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/documents");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths = Vec::from_iter(entries.map(|entry| entry.unwrap().path()));
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

#[test]
fn documents_give_their_json() {
    let bless = std::env::var_os("KLUBBA_BLESS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let doc = klubba::analyze(&text);
        wrong.extend(common::faults(&doc, &text).into_iter().map(|fault| format!("{name}: {fault}")));
        let mut found = Vec::new();
        write_pretty(&mut found, &doc, &text, Origin { source: Some(&name), ..Origin::default() }).unwrap();
        found.push(b'\n');
        let found = String::from_utf8(found).unwrap();
        let kept = path.with_extension("json");
        if bless {
            fs::write(kept, found).unwrap();
        } else {
            let expected = fs::read_to_string(&kept).unwrap_or_default();
            if found != expected {
                wrong.push(format!("{name}: {}", first_difference(&expected, &found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nKLUBBA_BLESS=1 keeps what is found now", wrong.join("\n"));
}

/// The first lines that differ, with where they are.
fn first_difference(expected: &str, found: &str) -> String {
    let (mut old, mut new) = (expected.lines(), found.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (old.next(), new.next()) {
            (None, None) => return "the line ends differ".to_string(),
            (a, b) if a != b => {
                let show = |line: Option<&str>| line.map_or("nothing", str::trim).to_string();
                return format!("line {number} of the JSON: expected {}, found {}", show(a), show(b));
            }
            _ => {}
        }
    }
}

/// The program in `examples/outline.rs`, as a module.
#[allow(dead_code)]
#[path = "../examples/outline.rs"]
mod outline;

#[test]
fn the_example_program_draws_an_outline() {
    let text = "Protokoll 14 mars 2024\n\n§ 1 Val av justerare\n\nBeslut\n\nStyrelsen utser Anna Holm.\n";
    let drawn = outline::outline(text);
    assert!(drawn.lines().any(|line| line.trim_start() == "§ 1 Val av justerare"), "{drawn}");
}
