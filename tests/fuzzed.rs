//! What the fuzzer began from, and what it found: every file of `fuzz/seeds`, read as its target reads it, as it is and changed at
//! random. `KLUBBA_FUZZ=1000` changes each so many times as often.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod packing;

use klubba::extract::{ExtractLimits, extract};
use klubba::{Analyzer, Archive, ErrorKind, analyze};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

fn seeds(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut files = Vec::from_iter(fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    files.sort();
    assert!(!files.is_empty(), "{target}");
    files
}

fn sound(text: &str, seed: &Path) {
    let doc = analyze(text);
    let faults = [common::faults(&doc, text), common::json_faults(&doc, text)].concat();
    assert!(faults.is_empty(), "{}:\n{}", seed.display(), faults.join("\n"));
}

/// A file may be refused, but for a reason of its own.
fn read(bytes: Vec<u8>, seed: &Path) {
    match extract(bytes, &ExtractLimits::default()) {
        Ok(read) => sound(&read.text, seed),
        Err(error) => assert_ne!(error.kind(), ErrorKind::Bug, "{}: {error}", seed.display()),
    }
}

fn times() -> usize {
    std::env::var("KLUBBA_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Each seed of a target, as it is and changed; the changes are the same in every run.
fn each(target: &str, changes: usize, mut check: impl FnMut(Vec<u8>, &Path)) {
    let seeds = Vec::from_iter(seeds(target).into_iter().map(|path| (fs::read(&path).unwrap(), path)));
    let mut chance = Chance(1);
    for (seed, path) in &seeds {
        check(seed.clone(), path);
        for _ in 0..changes * times() {
            let (other, _) = &seeds[chance.below(seeds.len())];
            let mut bytes = seed.clone();
            for _ in 0..1 + chance.below(4) {
                chance.change(&mut bytes, other);
            }
            let kept = bytes.clone();
            let done = catch_unwind(AssertUnwindSafe(|| check(bytes, path)));
            assert!(done.is_ok(), "{} as {:?}", path.display(), kept.escape_ascii().to_string());
        }
    }
}

/// Numbers that look like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    /// Changes a byte, or takes away, doubles, moves or brings a stretch.
    fn change(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        let (from, length) = (self.below(bytes.len()), 1 + self.below(24));
        let to = (from + length).min(bytes.len());
        let at = self.below(bytes.len() + 1);
        match self.below(6) {
            _ if bytes.is_empty() => bytes.push(self.below(256) as u8),
            0 => bytes[from] ^= 1 << self.below(8),
            1 => bytes[from] = *b"\0\n\r\xff -<>{}()[]0129/\\;&%\"".get(self.below(28)).unwrap_or(&0),
            2 => drop(bytes.drain(from..to)),
            3 => drop(bytes.splice(at..at, bytes[from..to].to_vec())),
            4 => {
                let moved = Vec::from_iter(bytes.drain(from..to));
                let at = at.min(bytes.len());
                drop(bytes.splice(at..at, moved));
            }
            _ => {
                let start = self.below(other.len());
                let stretch = other[start..(start + length).min(other.len())].to_vec();
                drop(bytes.splice(at..at, stretch));
            }
        }
    }
}

#[test]
fn texts() {
    each("analyze", 100, |bytes, seed| sound(&String::from_utf8_lossy(&bytes), seed));
}

#[test]
fn files() {
    let heads: [(&str, &[u8]); 4] = [
        ("html", b"<!DOCTYPE html>"),
        ("mail", b"From: a@example.se\r\n"),
        ("pdf", b"%PDF-1.7\n"),
        ("rtf", b"{\\rtf1"),
    ];
    for (target, head) in heads {
        each(target, 500, |data, seed| {
            read(if data.starts_with(head) { data } else { [head, &data].concat() }, seed);
        });
    }
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         wordprocessingml.document.main+xml\"/></Types>";
    each("docx", 500, |data, seed| {
        read(packing::zip(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", &data)]), seed);
    });
    let format = b"application/vnd.oasis.opendocument.text";
    each("odt", 500, |data, seed| {
        read(packing::zip(&[("mimetype", format), ("content.xml", &data)]), seed);
    });
}

#[test]
fn old_word_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/doc");
    let mut chance = Chance(1);
    for name in ["blankett.doc", "protokoll.doc"] {
        let path = folder.join(name);
        let whole = fs::read(&path).unwrap();
        for _ in 0..300 * times() {
            let mut bytes = whole.clone();
            // Tables of sectors and pieces stand among much that nobody reads.
            for _ in 0..1 + chance.below(30) {
                let at = chance.below(bytes.len());
                bytes[at] = chance.below(256) as u8;
            }
            bytes.truncate(bytes.len() - chance.below(3) * chance.below(bytes.len()) / 4);
            read(bytes, &path);
        }
    }
}

#[test]
fn archives() {
    let folder = tempfile::tempdir().unwrap();
    each("archive", 150, |bytes, seed| {
        let path = folder.path().join("a");
        fs::write(&path, bytes).unwrap();
        for result in Archive::open(&path).unwrap().max_size(1 << 20).threads(1).run(&Analyzer::default()) {
            let kind = result.map_or_else(|failure| failure.error.kind(), |_| ErrorKind::NoText);
            assert_ne!(kind, ErrorKind::Bug, "{}", seed.display());
        }
    });
}
