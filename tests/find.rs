//! `klubba find`, as a shell runs it, and what the library finds by patterns in odd texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use klubba::find::Patterns;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Instant;
use tempfile::TempDir;

const MINUTES: &str = "Kommunstyrelsen\n\nProtokoll 2024-03-14\n\n§ 4 Budget\n\nAnna Holm (S) säger att budgeten är \
                       stram.\n\nBeslut\n\nKommunstyrelsen beslutar att anta\nbudgeten om 4 200 kronor.\n\n§ 5 Råd\n\n\
                       Rådet får 10 kronor. Ett råd till.\n";

fn archive() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), MINUTES).unwrap();
    fs::write(folder.path().join("b.txt"), "Ingenting här.\n").unwrap();
    fs::write(folder.path().join("own.toml"), "sum = '(?<sum>\\d[\\d ]*) kronor'\nbody = ['råd', 'nämnd']\n")
        .unwrap();
    folder
}

fn find(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klubba")).arg("find").args(args).current_dir(folder).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn hits_stand_in_their_lines() {
    let folder = archive();
    let output = find(folder.path(), &["anta budgeten", "a.txt", "b.txt", "--where", "-C", "12"]);
    assert_eq!(
        told(&output),
        "a.txt · minutes · 2024-03-14 · Kommunstyrelsen\n 11 │ eslutar att anta budgeten om 4 200 kr\n      § 4 Budget · \
         decision: adopt by Kommunstyrelsen\n",
        "{}",
        said(&output)
    );
    assert_eq!(told(&find(folder.path(), &["-w", "-i", "råd", "a.txt", "--count"])), "      2 a.txt\n");
    assert_eq!(told(&find(folder.path(), &["-i", "råd", "a.txt", "--count"])), "      3 a.txt\n");
    let coloured = told(&find(folder.path(), &["stram", "a.txt", "--color", "always"]));
    assert!(coloured.contains("\u{1b}[1m\u{1b}[31mstram\u{1b}[0m."), "{coloured:?}");
}

#[test]
fn who_moves_does_so_before_the_body() {
    let folder = archive();
    let text = format!("{MINUTES}\n§ 6 Taxa\n\nYrkanden\n\nAnna Holm (S) yrkar avslag på taxan.\n");
    fs::write(folder.path().join("c.txt"), text).unwrap();
    let output = find(folder.path(), &["avslag på taxan", "c.txt", "--where"]);
    let told = told(&output);
    assert!(told.contains("decision: move by Anna Holm (S) before Kommunstyrelsen"), "{told}");
}

/// What is passed by unread is counted, keeps its number, and hides no failure.
#[test]
fn archives_are_searched_whatever_their_files_are() {
    let folder = archive();
    let wide = Vec::from_iter("Ett råd.".encode_utf16().flat_map(u16::to_le_bytes));
    let members: [(&str, &[u8]); 7] = [
        ("a.txt", "Ingenting här.\n".as_bytes()),
        ("b.txt", "Ett råd till ra\u{30a}det.\n".as_bytes()),
        ("c.txt", b"Ett r\xe5d.\n"),
        ("d.txt", &wide),
        ("e.html", "<html><body><p>Ett r&aring;d.</p></body></html>".as_bytes()),
        ("f.bin", b"\x81\0\x01\x02\x03\x04\x05\x06"),
        ("g.jsonl", "{\"text\": \"Ett råd.\"}\n{\"text\": \"Inget.\"}\n".as_bytes()),
    ];
    fs::write(folder.path().join("all.zip"), packing::zip(&members)).unwrap();
    for pattern in ["råd", "Ett råd"] {
        let output = find(folder.path(), &[pattern, "all.zip", "--format", "jsonl"]);
        let rows =
            Vec::from_iter(told(&output).lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
        let all = Vec::from_iter(rows.iter().map(|row| row["doc_id"].as_i64().unwrap()));
        let expected: &[i64] = if pattern == "råd" { &[1, 1, 2, 3, 4, 6] } else { &[1, 2, 3, 4, 6] };
        assert_eq!(all, expected, "{}", said(&output));
        assert!(said(&output).contains("all.zip!/f.bin: "), "{}", said(&output));
        assert_eq!(output.status.code(), Some(1));
    }
    let output = find(folder.path(), &["Hittas inte", "all.zip"]);
    assert!(said(&output).ends_with("0 hits in 0 of 8 documents\n"), "{}", said(&output));
}

#[test]
fn hits_are_rows() {
    let folder = archive();
    let output = find(folder.path(), &["--patterns", "own.toml", "a.txt", "--format", "jsonl"]);
    let rows = Vec::from_iter(told(&output).lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
    let of = |key: &str| Vec::from_iter(rows.iter().map(|row| row[key].clone()));
    assert_eq!(of("text"), ["4 200 kronor", "10 kronor", "råd"], "{}", said(&output));
    assert_eq!(of("sum"), [Value::from("4 200"), Value::from("10"), Value::Null]);
    assert_eq!(of("pattern"), ["sum", "sum", "body"]);
    assert_eq!(of("section"), ["Budget", "Råd", "Råd"]);
    assert_eq!(
        (&rows[0]["decision_kind"], &rows[0]["document_date"]),
        (&"adopt".into(), &"2024-03-14".into())
    );
    let csv = told(&find(folder.path(), &["--patterns", "own.toml", "a.txt", "--format", "csv"]));
    assert!(csv.lines().next().unwrap().ends_with("document_place,sum"), "{csv}");
    assert_eq!(csv.lines().count(), 4);
    let output = find(folder.path(), &["kronor", "a.txt", "--format", "parquet", "-o", "hits.parquet"]);
    assert!(output.status.success() && folder.path().join("hits.parquet").is_file(), "{}", said(&output));
}

#[test]
fn only_where_it_is_asked_for() {
    let folder = archive();
    let count = |args: &[&str]| {
        let output = find(folder.path(), &[args, &["budget", "a.txt", "-i", "--count"]].concat());
        told(&output).split_whitespace().next().unwrap_or("0").to_string()
    };
    assert_eq!(count(&[]), "3");
    assert_eq!(count(&["--within", "headings"]), "1");
    assert_eq!(count(&["--within", "decisions"]), "1");
    assert_eq!(count(&["--speaker", "holm"]), "1");
    assert_eq!(count(&["--kind", "adopt", "--body", "styrelsen"]), "1");
    assert_eq!(count(&["--since", "2024-03-15"]), "0");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let folder = archive();
    fs::write(folder.path().join("bad.toml"), "sum = '(\\d+'\n").unwrap();
    fs::write(folder.path().join("worse.toml"), "sum = 3\n").unwrap();
    fs::write(folder.path().join("none.toml"), "a = 'x'\nb\n").unwrap();
    for (args, message) in [
        (&["(a", "a.txt"][..], "klubba: the pattern: unclosed group\n  (a\n  ^\n"),
        (
            &["--patterns", "bad.toml", "a.txt"],
            "klubba: bad.toml: the pattern \"sum\": unclosed group\n  (\\d+\n  ^\n",
        ),
        (&["--patterns", "worse.toml", "a.txt"], "klubba: worse.toml: sum: is neither a pattern"),
        (&["--patterns", "none.toml", "a.txt"], "klubba: none.toml: line 2: "),
        (&["--patterns", "missing.toml", "a.txt"], "klubba: missing.toml: cannot be read"),
        (&["a{1000}{1000}", "a.txt"], "klubba: the pattern: it grows too large\n"),
        (&["budget"], "klubba: name a PATH"),
        (&["--kind", "budget", "x", "a.txt"], "klubba: no document and no decision is of the kind"),
        (&["x", "a.txt", "--format", "parquet"], "klubba: parquet is no text"),
    ] {
        let output = find(folder.path(), args);
        assert!(said(&output).starts_with(message), "{args:?}: {}", said(&output));
        assert!(matches!(output.status.code(), Some(1 | 2)), "{args:?}");
    }
    let output = find(folder.path(), &["budget", "missing.txt", "a.txt", "--count"]);
    assert_eq!(
        (output.status.code(), told(&output).as_str()),
        (Some(1), "      2 a.txt\n"),
        "{}",
        said(&output)
    );
}

/// Someone who waits for more text is interrupted: what was found is there in whole lines, and the shell is told why.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_at_once() {
    use std::io::{Read, Write};
    use std::process::Stdio;
    use std::time::Duration;
    let folder = archive();
    for more in [&[][..], &["-o", "hits.txt"]] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_klubba"))
            .args([&["find", "budget", "a.txt", "-", "-i", "-j", "1"], more].concat())
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = run.stdin.take().unwrap();
        stdin.write_all(b"En budget").unwrap();
        // Until it listens: an interrupt before that ends it too, but says so otherwise.
        std::thread::sleep(Duration::from_millis(1500));
        let begun = Instant::now();
        Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
        let mut told = String::new();
        run.stdout.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!(run.wait().unwrap().code(), Some(130), "{told}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        assert!(told.is_empty() || told.ends_with('\n'), "{told:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "something half-written is left");
    }
}

#[test]
fn no_letter_is_cut_whatever_it_is_made_of() {
    let folder = archive();
    let (family, flag) = ("👩\u{200D}👩\u{200D}👧\u{200D}👦", "🇸🇪");
    let text = format!(
        "Nu talar {family} om råd i {flag}{flag}.\n\nVa\u{30a}r om råd a\u{30a}terigen.\n\nNy om råd\n"
    );
    fs::write(folder.path().join("c.txt"), text).unwrap();
    let output = find(folder.path(), &["om råd", "c.txt", "-C", "4"]);
    let lines =
        format!("c.txt\n  1 │  {family} om råd i \n  3 │ Va\u{30a}r om råd a\u{30a}te\n  5 │  Ny om råd\n");
    assert_eq!(told(&output), lines, "{}", said(&output));
}

fn texts(patterns: &Patterns, text: &str) -> Vec<String> {
    patterns.find(text).iter().map(|hit| hit.span.of(text).to_string()).collect()
}

#[test]
fn letters_in_pieces_and_broken_lines() {
    let patterns = Patterns::new(["rådet för säkerhet"]).unwrap();
    let text = "Nu möts ra\u{30a}det\n  f¨or sa\u{308}\u{ad}ker\u{ad}het igen.";
    assert_eq!(texts(&patterns, text), ["ra\u{30a}det\n  f¨or sa\u{308}\u{ad}ker\u{ad}het"]);
}

#[test]
fn whole_words_of_any_alternative() {
    let patterns = Patterns::builder().pattern("x", "råd|rådets vägar|§ 4").words(true).build().unwrap();
    assert_eq!(
        texts(&patterns, "Förråd, rådets vägar, rådens, råd. § 45, § 4, a§ 4"),
        ["rådets vägar", "råd", "§ 4"]
    );
    let text = format!("{}råd {}", "rådhus".repeat(3000), "rådens ".repeat(3000));
    assert!(texts(&patterns, &text).is_empty());
    assert_eq!(texts(&patterns, &format!("{text}ett råd")), ["råd"]);
}

#[test]
fn many_hits_of_patterns_without_end_take_linear_time() {
    let text = "x".repeat(20_000);
    for pattern in ["[^y]*y|x", "x+?"] {
        let patterns = Patterns::new([pattern]).unwrap();
        let begun = Instant::now();
        assert_eq!(patterns.find(&text).len(), 20_000, "{pattern}");
        assert!(begun.elapsed().as_secs() < 60, "{pattern}: {:?}", begun.elapsed());
    }
}
