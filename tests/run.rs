//! Runs into a folder, as a shell starts, stops and kills them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The command in `folder`, without its standard input.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klubba"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn klubba(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Minutes that differ, so that a part that is lost or doubled shows.
fn minutes(number: usize) -> String {
    let day = 1 + number % 28;
    let beslut = format!("Kommunstyrelsen beslutar att anta budget {number} den {day} mars 2024.");
    let speech = format!("Anna Holm (S) yrkar bifall till förslag {number}.");
    let item = format!("§ {number} Budget\n\n{speech}\n\nBeslut\n\n{beslut}\n\n");
    format!("Protokoll {day} mars 2024\n\n{}", item.repeat(1 + number % 9))
}

/// A folder with a zip of so many minutes, each tenth of them no text.
fn archive(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let bytes = |number: usize| match number % 10 {
        7 => [0x81, 0, 1, 2].repeat(50),
        _ => minutes(number).into_bytes(),
    };
    let members = Vec::from_iter((0..count).map(|number| (format!("{number:05}.txt"), bytes(number))));
    let members = Vec::from_iter(members.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    fs::write(folder.path().join("a.zip"), packing::zip(&members)).unwrap();
    folder
}

/// Every file below a folder, with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(tree(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}

/// All rows of a table.
fn rows(folder: &Path, table: &str) -> Vec<RecordBatch> {
    let mut paths =
        Vec::from_iter(fs::read_dir(folder.join(table)).unwrap().map(|entry| entry.unwrap().path()));
    paths.sort();
    let reader =
        |path| ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap().build().unwrap();
    paths.iter().flat_map(reader).map(Result::unwrap).collect()
}

fn count(folder: &Path, table: &str) -> usize {
    rows(folder, table).iter().map(RecordBatch::num_rows).sum()
}

fn integers(batches: &[RecordBatch], column: &str) -> Vec<i64> {
    let values = batches.iter().flat_map(|batch| {
        batch.column_by_name(column).unwrap().as_primitive::<Int64Type>().values().to_vec()
    });
    values.collect()
}

const PARQUET: [&str; 7] = ["analyze", "a.zip", "-o", "out", "--format", "parquet", "-q"];

fn parquet<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&PARQUET[..], more].concat()
}

#[test]
fn tables_tell_what_was_found() {
    let folder = archive(100);
    let done = klubba(folder.path(), &parquet(&["--text"]));
    assert_eq!(done.status.code(), Some(1), "{}", text(&done.stderr));
    assert_eq!(text(&done.stderr).lines().count(), 10);
    let out = folder.path().join("out");
    let ok = (0..100).filter(|number| number % 10 != 7);
    assert_eq!(integers(&rows(&out, "documents"), "doc_id"), Vec::from_iter(ok.clone()));
    assert_eq!(
        integers(&rows(&out, "errors"), "doc_id"),
        Vec::from_iter((0..100).filter(|number| number % 10 == 7))
    );
    let decisions: usize = ok.clone().map(|number| 1 + number as usize % 9).sum();
    let adopted = rows(&out, "decisions")
        .iter()
        .map(|batch| {
            let kinds = batch.column_by_name("kind").unwrap().as_string::<i32>().clone();
            kinds.iter().filter(|kind| *kind == Some("adopt")).count()
        })
        .sum::<usize>();
    assert_eq!(adopted, decisions);
    // A document's own day, and its text, which the offsets of its decisions count in.
    let documents = rows(&out, "documents").remove(0);
    let days = documents.column_by_name("date").unwrap().as_primitive::<Date32Type>().clone();
    // 4 March 2024, counted from 1 January 1970.
    assert_eq!(days.value(3), 19786);
    let decision = rows(&out, "decisions").remove(0);
    let at =
        |column: &str| decision.column_by_name(column).unwrap().as_primitive::<Int64Type>().value(0) as usize;
    let whole = documents.column_by_name("text").unwrap().as_string::<i32>().value(0).to_string();
    let words: String = whole.chars().take(at("end")).skip(at("start")).collect();
    assert_eq!(words, decision.column_by_name("text").unwrap().as_string::<i32>().value(0));
    for table in ["headings", "people", "mentions", "speeches", "items", "dates", "blocks"] {
        assert!(count(&out, table) > 0, "{table}");
    }
}

#[test]
fn results_are_the_same_for_any_number_of_threads() {
    let folder = archive(1200);
    let out = |name: &str| folder.path().join(name);
    for (name, threads) in [("one", "1"), ("four", "4")] {
        let mut args = parquet(&["-j", threads, "--part-size", "100K"]);
        args[3] = name;
        assert_eq!(klubba(folder.path(), &args).status.code(), Some(1));
    }
    let one = tree(&out("one"));
    assert!(one.keys().filter(|name| name.starts_with("documents/")).count() > 2, "{:?}", one.keys());
    assert!(one == tree(&out("four")));
}

#[test]
fn a_killed_run_goes_on_as_if_it_had_not_been() {
    let folder = archive(2000);
    let out = folder.path().join("out");
    let more = ["--part-size", "100K", "--resume"];
    let begun = Instant::now();
    assert_eq!(klubba(folder.path(), &parquet(&more)).status.code(), Some(1));
    let (whole, time) = (tree(&out), begun.elapsed());
    let parts = whole.keys().filter(|name| name.starts_with("documents/")).count();
    assert!(parts > 4, "{parts} parts");
    let mut killed = 0;
    for percent in [8, 30, 55, 80] {
        fs::remove_dir_all(&out).unwrap();
        // Twice: what was resumed is killed too.
        for _ in 0..2 {
            let mut run = command(folder.path(), &parquet(&more)).spawn().unwrap();
            std::thread::sleep(time * percent / 100);
            killed += usize::from(run.try_wait().unwrap().is_none());
            run.kill().unwrap();
            run.wait().unwrap();
        }
        assert_eq!(klubba(folder.path(), &parquet(&more)).status.code(), Some(1));
        let resumed = tree(&out);
        assert!(resumed == whole, "{:?}\n{:?}", resumed.keys(), whole.keys());
    }
    assert!(killed > 0, "no run was long enough to be killed");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_cleanly() {
    let folder = archive(4000);
    let run = command(folder.path(), &parquet(&["--part-size", "50K"])).spawn().unwrap();
    // As soon as there is something to go on from.
    let part = folder.path().join("out/documents/part-00000.parquet");
    while !part.exists() {
        std::thread::sleep(Duration::from_millis(1));
    }
    Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    let done = run.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(130), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("--resume goes on"), "{}", text(&done.stderr));
    let refused = klubba(folder.path(), &parquet(&[]));
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("holds a result; --resume goes on"), "{}", text(&refused.stderr));
    assert_eq!(klubba(folder.path(), &parquet(&["--part-size", "50K", "--resume"])).status.code(), Some(1));
    assert_eq!(count(&folder.path().join("out"), "documents"), 3600);
}

#[test]
fn stats_of_tables_and_of_lines_agree() {
    let folder = archive(20);
    let stats = |more: &[&str], path: &str| {
        klubba(folder.path(), &[&["analyze", "a.zip", "-q", "-o", path], more].concat());
        let done = klubba(folder.path(), &["stats", path]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let drawn = stats(&["--format", "parquet"], "out");
    assert_eq!(stats(&[], "lines/"), drawn);
    // A file has no failures.
    let (without, _) = drawn.split_once("\nFailures").unwrap();
    assert_eq!(stats(&[], "all.jsonl.zst"), without.replace(", 2 failed", ""));
    for line in [
        "18 documents, 2 failed",
        "  minutes  18  ██",
        "  2024  18  ██",
        "  Kommunstyrelsen  ",
        "  Anna Holm  ",
        "  decode  2  ",
    ] {
        assert!(drawn.contains(line), "{line}\n{drawn}");
    }
    let none = klubba(folder.path(), &["stats", "."]);
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stderr).contains("holds no result"));
    for (format, path, why) in [("sqlite", "a.db", "is a database"), ("csv", "rows", "is a folder of CSV")] {
        klubba(folder.path(), &["analyze", "a.zip", "-q", "-o", path, "--format", format]);
        let done = klubba(folder.path(), &["stats", path]);
        assert_ne!(done.status.code(), Some(0));
        assert!(text(&done.stderr).contains(why), "{}", text(&done.stderr));
    }
    let matter = klubba(folder.path(), &["show", "--matter", "KS 2024/1", "a.db"]);
    assert!(text(&matter.stderr).contains("a database is asked in SQL"), "{}", text(&matter.stderr));
}

#[test]
fn a_path_that_leads_nowhere_leaves_no_result() {
    let folder = archive(20);
    for (out, more) in [("out", &["--format", "parquet"][..]), ("a.db", &[])] {
        let run = |path: &str| klubba(folder.path(), &[&["analyze", path, "-q", "-o", out], more].concat());
        for path in ["b.zip", "*.rar"] {
            let lost = run(path);
            assert_eq!(lost.status.code(), Some(1));
            assert!(text(&lost.stderr).contains("there is no such file"), "{}", text(&lost.stderr));
            assert!(!folder.path().join(out).exists());
        }
        assert!(text(&run("*.zip").stderr).contains("this is binary data"));
        assert!(folder.path().join(out).exists());
    }
}

#[test]
fn what_cannot_go_on_is_refused() {
    let folder = archive(40);
    fs::write(folder.path().join("b.txt"), minutes(3)).unwrap();
    let out = folder.path().join("out");
    klubba(folder.path(), &parquet(&[]));
    let refused = |args: &[&str], why: &str| {
        let done = klubba(folder.path(), args);
        assert_eq!(done.status.code(), Some(2), "{}", text(&done.stderr));
        assert!(text(&done.stderr).contains(why), "{}", text(&done.stderr));
    };
    refused(&parquet(&["--resume", "--date", "2024-01-01"]), "was begun with date null, not \"2024-01-01\"");
    refused(&["analyze", "a.zip", "-o", ".", "--format", "parquet"], "holds no result of klubba");
    refused(&["analyze", "a.zip", "-o", "a.jsonl", "--resume"], "only a folder can be resumed");
    refused(&["analyze", "a.zip", "--format", "parquet"], "name a folder");
    // The input is another one.
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    fs::write(out.join("manifest.json"), manifest.replace("\"complete\": true", "\"complete\": false"))
        .unwrap();
    fs::write(folder.path().join("a.zip"), packing::zip(&[("x.txt", b"Inget.")])).unwrap();
    refused(&parquet(&["--resume"]), "the input has changed");
    // An end that was complete has nothing to do.
    fs::write(out.join("manifest.json"), manifest).unwrap();
    assert_eq!(klubba(folder.path(), &parquet(&["--resume"])).status.code(), Some(1));
}

#[test]
fn a_manifest_tells_hashes_that_are_true() {
    let folder = archive(30);
    klubba(folder.path(), &["analyze", "a.zip", "-o", "out/", "-q"]);
    let out = folder.path().join("out");
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["parts"][0]["files"].as_array().unwrap();
    let summed = Command::new("sha256sum").arg(out.join(files[0]["path"].as_str().unwrap())).output();
    let Ok(summed) = summed else {
        eprintln!("skipped: there is no sha256sum here");
        return;
    };
    assert!(text(&summed.stdout).starts_with(files[0]["sha256"].as_str().unwrap()));
    assert_eq!((&files[0]["rows"], &files[1]["rows"]), (&27.into(), &3.into()));
    let errors = fs::read_to_string(out.join("errors/part-00000.jsonl")).unwrap();
    let first: serde_json::Value = serde_json::from_str(errors.lines().next().unwrap()).unwrap();
    assert_eq!((&first["doc_id"], &first["stage"]), (&7.into(), &"extract".into()));
    assert_eq!(first["source"], "a.zip!/00007.txt");
}

#[test]
fn files_for_people_and_for_scholars() {
    let folder = archive(12);
    let at = |name: &str| folder.path().join(name);
    let run = |args: &[&str]| {
        let done = klubba(folder.path(), &[&["analyze", "a.zip", "-q"], args].concat());
        assert_eq!(done.status.code(), Some(1), "{}", text(&done.stderr));
    };
    run(&["-o", "csv", "--format", "csv", "--csv-separator", ";", "--csv-bom"]);
    let decisions = fs::read_to_string(at("csv/decisions/part-00000.csv")).unwrap();
    assert!(decisions.starts_with("\u{feff}doc_id;decision_id;"), "{decisions}");
    run(&["-o", "tei.xml", "--format", "tei"]);
    let tei = fs::read_to_string(at("tei.xml")).unwrap();
    assert_eq!(tei.matches("<TEI ").count(), 11, "{tei}");
    assert!(tei.contains("<date when=\"2024-03-01\">") && tei.ends_with("</teiCorpus>\n"), "{tei}");
    run(&["-o", "notes/", "--format", "annotations"]);
    let notes = fs::read_to_string(at("notes/annotations/part-00000.jsonl")).unwrap();
    assert_eq!(notes.lines().count(), 11);
    run(&["-o", "all.jsonl.zst", "--errors", "failed.jsonl"]);
    let packed = zstd::decode_all(File::open(at("all.jsonl.zst")).unwrap()).unwrap();
    assert_eq!(
        (text(&packed).lines().count(), fs::read_to_string(at("failed.jsonl")).unwrap().lines().count()),
        (11, 1)
    );
    run(&["-o", "all.json"]);
    let all: serde_json::Value = serde_json::from_slice(&fs::read(at("all.json")).unwrap()).unwrap();
    assert_eq!(all.as_array().unwrap().len(), 11);
}

#[test]
fn results_in_the_folder_that_is_read_are_no_input() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), minutes(1)).unwrap();
    for format in ["csv", "parquet", "jsonl"] {
        let run = klubba(
            folder.path(),
            &["analyze", ".", "-o", &format!("{format}/"), "--format", format, "--include", "*.txt"],
        );
        assert!(run.status.success(), "{}", text(&run.stderr));
    }
    assert_eq!(count(&folder.path().join("parquet"), "documents"), 1);
    // Without a pattern the folder that is written is passed over; that of another run is told.
    for format in ["csv", "parquet", "jsonl"] {
        fs::remove_dir_all(folder.path().join(format)).unwrap();
    }
    let run = klubba(folder.path(), &["analyze", ".", "-o", "out/", "--format", "parquet"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert_eq!(count(&folder.path().join("out"), "documents"), 1);
}

#[test]
fn a_list_of_paths_comes_from_standard_input() {
    use std::io::Write;
    let folder = archive(1);
    fs::write(folder.path().join("å b.txt"), minutes(2)).unwrap();
    let args = ["analyze", "--files-from", "-"];
    let mut run = command(folder.path(), &args).stdin(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all("å b.txt\r\n\na.zip\nnone.txt\n".as_bytes()).unwrap();
    let done = run.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    let sources = text(&done.stdout).lines().map(|line| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["source"].as_str().unwrap().to_string()
    });
    assert_eq!(Vec::from_iter(sources), ["å b.txt", "a.zip!/00000.txt"]);
    assert!(text(&done.stderr).contains("none.txt: there is no such file"));
}
