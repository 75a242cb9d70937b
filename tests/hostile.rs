//! Two hundred files that mean no good, or were simply cut: an error record each, and no harm to the rest.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use klubba::{Analyzer, Archive, ErrorKind, Failure};
use packing::{gzip, locked, tar, zip, zstd};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const GOOD: &str = "Protokoll 14 mars 2024\n\n§ 1 Budget\n\nKommunstyrelsen beslutar att anta budgeten.\n";
const LIMIT: u64 = 1 << 20;

/// Noise that is the same in every run, and no text: every third byte is a control character.
fn noise(seed: usize, length: usize) -> Vec<u8> {
    let mut state = seed as u32 | 1;
    let byte = |i: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if i.is_multiple_of(3) { (state >> 24) as u8 % 8 } else { (state >> 24) as u8 | 0x80 }
    };
    (0..length).map(byte).collect()
}

/// A DOCX as small as may be.
fn docx(body: &str) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         wordprocessingml.document.main+xml\"/></Types>";
    let start = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/\
         wordprocessingml/2006/main\"><w:body>";
    let document = format!("{start}{body}</w:body></w:document>");
    zip(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", document.as_bytes())])
}

/// Files by name; each must be one error, of one of these kinds.
fn hostile() -> BTreeMap<String, (Vec<u8>, &'static [ErrorKind])> {
    use ErrorKind::{Damaged, Decode, Encrypted, NoText, TooLarge, Unsupported};
    let mut files: BTreeMap<String, (Vec<u8>, &'static [ErrorKind])> = BTreeMap::new();
    let mut add = |name: String, bytes: Vec<u8>, kinds| {
        files.insert(name, (bytes, kinds));
    };
    let zeros = vec![0; 3 << 20];
    let long = GOOD.repeat(40);
    for i in 0..20 {
        let cut = |bytes: Vec<u8>| bytes[..bytes.len() - 1 - bytes.len() * (i + 1) / 25].to_vec();
        add(format!("cut-{i:02}.zip"), cut(zip(&[("x.txt", long.as_bytes())])), &[Damaged]);
        add(format!("cut-{i:02}.gz"), cut(gzip(&noise(i, 4000))), &[Damaged]);
        add(format!("cut-{i:02}.zst"), cut(zstd(&noise(i, 4000))), &[Damaged]);
        add(
            format!("cut-{i:02}.docx"),
            cut(docx(&format!("<w:p><w:r><w:t>{long}</w:t></w:r></w:p>"))),
            &[Damaged],
        );
        add(
            format!("cut-{i:02}.tar"),
            tar(&[("x.txt", long.as_bytes())])[..600 + 100 * i].to_vec(),
            &[Damaged],
        );
        add(format!("binary-{i:02}.txt"), noise(i, 100 + 317 * i), &[Decode]);
        add(format!("image-{i:02}.PDF"), [b"\x89PNG\r\n\x1a\n".to_vec(), noise(i, 500)].concat(), &[Decode]);
        let mut pdf = b"%PDF-1.4\n".to_vec();
        pdf.extend(noise(i, 50 * (i + 1)));
        add(format!("broken-{i:02}.pdf"), pdf, &[Damaged, NoText]);
    }
    for i in 0..10 {
        add(format!("locked-{i}.zip"), locked("x.txt", long.as_bytes()), &[Encrypted]);
        add(format!("bomb-{i}.zip"), zip(&[("x.txt", &zeros)]), &[TooLarge]);
        add(format!("bomb-{i}.tar.gz"), gzip(&tar(&[("../x", &zeros)])), &[TooLarge]);
        let deep = (0..i + 2).fold(GOOD.as_bytes().to_vec(), |inner, _| zip(&[("in.zip", &inner)]));
        add(format!("deep-{i}.zip"), deep, &[Unsupported]);
    }
    // The first is two archives deep, which is opened.
    files.remove("deep-0.zip");
    files
}

fn run(folder: &Path) -> Vec<Result<String, Failure>> {
    let archive = Archive::open(folder).unwrap().max_size(LIMIT);
    archive.run(&Analyzer::default()).map(|result| result.map(|found| found.source)).collect()
}

#[test]
fn an_error_record_each_and_nothing_else_harmed() {
    let folder = tempfile::tempdir().unwrap();
    let files = hostile();
    for (index, (name, (bytes, _))) in files.iter().enumerate() {
        fs::write(folder.path().join(name), bytes).unwrap();
        // A good one behind each tenth.
        if index % 10 == 0 {
            fs::write(folder.path().join(format!("{name}.good.txt")), GOOD).unwrap();
        }
    }
    assert!(files.len() > 190, "{} files", files.len());
    let mut failed: BTreeMap<String, Vec<ErrorKind>> = BTreeMap::new();
    let mut good = 0;
    for result in run(folder.path()) {
        match result {
            Ok(source) => good += usize::from(source.ends_with(".good.txt")),
            Err(failure) => {
                let inside = failure.source.strip_prefix(&format!("{}/", folder.path().display())).unwrap();
                let name = inside.split("!/").next().unwrap();
                failed.entry(name.to_string()).or_default().push(failure.error.kind());
            }
        }
    }
    assert_eq!(good, files.len().div_ceil(10));
    let mut wrong = Vec::new();
    for (name, (_, kinds)) in &files {
        match failed.get(name).map(Vec::as_slice) {
            Some([kind]) if kinds.contains(kind) => {}
            other => wrong.push(format!("{name}: {other:?}, not one of {kinds:?}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(failed.len(), files.len());
}

#[test]
fn what_is_empty_is_a_document_without_findings() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("a.txt", Vec::new()), ("b.gz", gzip(b"")), ("c.zip", zip(&[("x.md", b"")]))] {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("d.zip"), zip(&[])).unwrap();
    fs::write(folder.path().join("e.tar"), tar(&[])).unwrap();
    let results = run(folder.path());
    let sources = results.iter().filter_map(|result| result.as_ref().ok());
    assert_eq!(sources.count(), results.len(), "{results:?}");
}
