//! What a machine does to a run: a disk that is full, files that may not be written, others that write too. A message that
//! names the place, no half a result under its name, and `--resume` where it is promised.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn klubba(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klubba"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// What a run that must fail with this status says.
fn failed(folder: &Path, status: i32, args: &[&str]) -> String {
    let done = klubba(folder, args);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(status), "{args:?}: {said}");
    assert!(said.starts_with("klubba: ") && said.lines().count() == 1, "{args:?}: {said}");
    said
}

/// A folder with a zip of minutes that differ: `a.zip`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = |number: usize| {
        let day = 1 + number % 28;
        let decided = format!("Kommunstyrelsen beslutar att anta budget {number} den {day} mars 2024.");
        let item = format!("§ {number} Budget\n\nAnna Holm (S) yrkar bifall.\n\nBeslut\n\n{decided}\n\n");
        format!("Protokoll {day} mars 2024\n\n{}", item.repeat(1 + number % 9))
    };
    let texts = Vec::from_iter((0..300).map(|number| (format!("{number:05}.txt"), text(number))));
    let members = Vec::from_iter(texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    fs::write(folder.path().join("a.zip"), packing::zip(&members)).unwrap();
    folder
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let tree = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = tree.filter(|entry| entry.file_type().is_file());
    let inside = |path: &Path| path.strip_prefix(folder).unwrap().to_path_buf();
    files.map(|entry| (inside(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// A disk of its own, at `disk` in a folder; goes away with it.
struct Disk(PathBuf);

impl Disk {
    /// `None`, and a message, where this user may not mount one.
    fn new(folder: &Path, size: &str) -> Option<Disk> {
        let path = folder.join("disk");
        fs::create_dir(&path).unwrap();
        let disk = Disk(path);
        let done = disk.mount(&format!("size={size}"));
        if !done {
            eprintln!("skipped: this user may not mount a disk");
        }
        done.then_some(disk)
    }

    fn mount(&self, options: &str) -> bool {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&self.0).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success())
    }

    fn now(&self, options: &str) {
        assert!(self.mount(&format!("remount,{options}")), "{options}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).stderr(Stdio::null()).status();
    }
}

#[test]
fn a_full_disk() {
    let folder = folder();
    let Some(disk) = Disk::new(folder.path(), "100k") else { return };
    // A file is whole or not there.
    for (path, format) in [("disk/a.jsonl", "jsonl"), ("disk/a.xml", "tei")] {
        let said = failed(folder.path(), 1, &["analyze", "a.zip", "-q", "-o", path, "--format", format]);
        assert!(said.contains(path) && said.contains("No space left on device"), "{said}");
        assert!(files(&disk.0).is_empty(), "{:?}", files(&disk.0).keys());
    }
    // A folder can be gone on with when there is room.
    for format in ["parquet", "csv"] {
        let run = |out, more: &[&'static str]| {
            [&["analyze", "a.zip", "-q", "--part-size", "20K", "--format", format, "-o", out], more].concat()
        };
        let whole = format!("whole-{format}/");
        assert!(klubba(folder.path(), &run(&whole, &[])).status.success());
        let whole = files(&folder.path().join(&whole));
        disk.now("size=100k");
        let said = failed(folder.path(), 1, &run("disk/out/", &[]));
        assert!(said.contains("disk/out/") && said.contains("No space left on device"), "{said}");
        disk.now("size=40m");
        assert!(klubba(folder.path(), &run("disk/out/", &["--resume"])).status.success());
        let resumed = files(&disk.0.join("out"));
        assert!(resumed == whole, "{:?}\n{:?}", resumed.keys(), whole.keys());
        fs::remove_dir_all(disk.0.join("out")).unwrap();
    }
    // So can a database.
    let base = |more: &[&'static str]| {
        [&["analyze", "a.zip", "-q", "--part-size", "20K", "-o", "disk/a.db"], more].concat()
    };
    disk.now("size=100k");
    let said = failed(folder.path(), 1, &base(&[]));
    assert!(said.contains("disk/a.db") && said.contains("disk is full"), "{said}");
    disk.now("size=40m");
    assert!(klubba(folder.path(), &base(&["--resume"])).status.success());
    assert!(klubba(folder.path(), &["link", "disk/a.db"]).status.success());
}

#[test]
fn standard_output_that_is_full() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full");
        return;
    };
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "Protokoll\n\nKommunstyrelsen beslutar att anta budgeten.\n")
        .unwrap();
    let commands: [&[&str]; 6] = [
        &["analyze", "-q", "a.txt"],
        &["show", "a.txt"],
        &["text", "a.txt"],
        &["find", "budget", "a.txt"],
        &["rules"],
        &["completions", "bash"],
    ];
    for args in commands {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klubba"));
        let output = full.try_clone().unwrap();
        let done = command.args(args).current_dir(folder.path()).stdout(output).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.contains("standard output: cannot be written: No space left"), "{args:?}: {said}");
    }
}

#[test]
fn a_disk_that_may_only_be_read() {
    let folder = folder();
    let Some(disk) = Disk::new(folder.path(), "40m") else { return };
    assert!(klubba(folder.path(), &["analyze", "a.zip", "-q", "-o", "disk/a.db"]).status.success());
    disk.now("ro");
    for out in ["disk/a.jsonl", "disk/out/"] {
        let said = failed(folder.path(), 1, &["analyze", "a.zip", "-q", "-o", out]);
        assert!(said.contains(out) && said.contains("Read-only file system"), "{said}");
    }
    let said = failed(folder.path(), 1, &["analyze", "a.zip", "-q", "-o", "disk/b.db"]);
    assert!(said.contains("disk/b.db: cannot be written"), "{said}");
    // The database is there, and can be read but not added to.
    let before = files(&disk.0);
    let said = failed(folder.path(), 1, &["link", "disk/a.db"]);
    assert!(said.contains("disk/a.db: cannot be written: attempt to write a readonly database"), "{said}");
    assert!(files(&disk.0) == before);
}

#[test]
fn files_that_stand_in_the_way() {
    let folder = folder();
    fs::write(folder.path().join("file"), "").unwrap();
    for out in ["file/a.jsonl", "file/out/", "file/a.db", "none/a.jsonl"] {
        let said = failed(folder.path(), 1, &["analyze", "a.zip", "-q", "-o", out]);
        assert!(said.contains(out.trim_end_matches('/')) && said.contains("cannot be "), "{said}");
    }
    // What is no database is no database, and stays what it is.
    fs::write(folder.path().join("a.db"), "Protokoll").unwrap();
    for args in [&["analyze", "a.zip", "-q", "-o", "a.db", "--resume"][..], &["link", "a.db"]] {
        let done = klubba(folder.path(), args);
        assert!(!done.status.success());
        assert!(String::from_utf8(done.stderr).unwrap().contains("a.db"), "{args:?}");
        assert_eq!(fs::read(folder.path().join("a.db")).unwrap(), b"Protokoll");
    }
}

#[test]
fn no_formulas_for_a_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let name = "=cmd|' !A0.txt";
    fs::write(
        folder.path().join(name),
        "Protokoll\n\n§ 1 =HYPERLINK(\"a\")\n\nBeslut\n\n- att anta budgeten.\n",
    )
    .unwrap();
    let sources = |more: &[&str]| {
        let args = [&["analyze", name, "-q", "--format", "csv", "-o", "out/"], more].concat();
        assert!(klubba(folder.path(), &args).status.success());
        let table = fs::read_to_string(folder.path().join("out/documents/part-00000.csv")).unwrap();
        fs::remove_dir_all(folder.path().join("out")).unwrap();
        table
    };
    let (plain, guarded) = (sources(&[]), sources(&["--csv-no-formulas"]));
    assert!(plain.contains(",=cmd|") && !plain.contains("'=cmd|"), "{plain}");
    assert!(guarded.contains(",'=cmd|") && !guarded.contains(",=cmd|"), "{guarded}");
    // Numbers stay numbers.
    let first = |table: &str| table.lines().nth(1).unwrap().split(',').next().unwrap().to_string();
    assert_eq!((first(&plain), first(&guarded)), ("0".to_string(), "0".to_string()));
}
