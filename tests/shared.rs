//! Real texts, where they are at hand: each is analysed without a panic or a wrong slice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;
use std::io::{Read, Write};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// The folder of real texts beside the repository. They are not part of it.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if folder.is_dir() {
        return Some(folder);
    }
    // Past the capture of the test runner: who runs the tests is to see it.
    let _ = writeln!(std::io::stderr(), "skipped: there is no ../shared");
    None
}

/// The faults of one text.
fn check(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let Ok(decoded) = klubba::decode(bytes) else { return vec![format!("{name}: is not text")] };
    let text = decoded.text;
    let found = catch_unwind(|| {
        let doc = klubba::analyze(&text);
        [common::faults(&doc, &text), common::json_faults(&doc, &text)].concat()
    });
    let faults = found.unwrap_or_else(|_| vec!["panics".to_string()]);
    faults.into_iter().take(3).map(|fault| format!("{name}: {fault}")).collect()
}

#[test]
fn every_text() {
    let Some(shared) = shared() else { return };
    let (mut count, mut faults) = (0, Vec::new());
    let mut folders = vec![shared];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                faults.extend(check(&path.display().to_string(), fs::read(&path).unwrap()));
                count += 1;
            }
        }
    }
    assert!(count > 0 && faults.is_empty(), "{count} texts\n{}", faults.join("\n"));
}

#[test]
fn every_page_of_the_archive() {
    let Some(archive) = shared().map(|shared| shared.join("archive/regeringen.zip")) else { return };
    let Ok(file) = fs::File::open(&archive) else {
        eprintln!("skipped: there is no {}", archive.display());
        return;
    };
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let (mut count, mut faults) = (0, Vec::new());
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        if entry.is_dir() {
            continue;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().map_or_else(|_| format!("page {index}"), |name| name.into_owned());
        faults.extend(check(&name, bytes));
        count += 1;
    }
    assert!(count > 0 && faults.is_empty(), "{count} pages\n{}", faults.join("\n"));
}
