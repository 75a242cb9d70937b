//! The command, as a shell runs it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const MINUTES: &str = "Protokoll 14 mars 2024\n\n§ 1 Val av justerare\n\nBeslut\n\nStyrelsen beslutar att \
                       välja Åsa Öberg (S) till justerare.\n";

/// Runs the command in `folder`.
fn klubba(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_klubba"))
        .args(args)
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The command may end without having read it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn one_object_a_line_in_the_order_of_the_arguments() {
    let names = Vec::from_iter((0..40).map(|i| format!("{}.txt", (i * 7) % 40)));
    let folder = folder(&[]);
    for (i, name) in names.iter().enumerate() {
        fs::write(folder.path().join(name), MINUTES.repeat(1 + i % 5)).unwrap();
    }
    let mut args = vec!["analyze"];
    args.extend(names.iter().map(String::as_str));
    let done = klubba(folder.path(), &args, b"");
    assert_eq!(done.status.code(), Some(0));
    let found = lines(&done.stdout);
    assert!(found.iter().all(|doc| doc["schema"] == "klubba/1" && doc["encoding"] == "UTF-8"));
    assert_eq!(Vec::from_iter(found.iter().map(|doc| doc["source"].as_str().unwrap())), names);
    args.extend(["-j", "1"]);
    assert_eq!(klubba(folder.path(), &args, b"").stdout, done.stdout);
}

#[test]
fn a_bad_file_is_a_message_and_the_others_are_done() {
    let folder = folder(&[("a.txt", b"ett"), ("b.png", b"\x89PNG\r\n\xe2\xe3\xcf\xd3"), ("c.txt", b"tre")]);
    fs::create_dir(folder.path().join("mapp")).unwrap();
    fs::write(folder.path().join("mapp/d.txt"), "två").unwrap();
    let done = klubba(folder.path(), &["analyze", "a.txt", "saknas.txt", "b.png", "mapp", "./c.txt"], b"");
    assert_eq!(done.status.code(), Some(1));
    let found = lines(&done.stdout);
    assert_eq!(Vec::from_iter(found.iter().map(|doc| &doc["source"])), ["a.txt", "mapp/d.txt", "./c.txt"]);
    let messages = text(&done.stderr);
    for part in ["saknas.txt: there is no such file", "b.png: this is an image"] {
        assert!(messages.contains(part), "{messages}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.txt", b"ett")]);
    let path = folder.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("skipped: nothing is unreadable to this user");
        return;
    }
    let done = klubba(folder.path(), &["analyze", "a.txt"], b"");
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stderr).contains("a.txt: may not be read: permission denied"));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    let name = std::ffi::OsStr::from_bytes(b"m\xf6te.txt");
    if fs::write(folder.path().join(name), MINUTES).is_err() {
        eprintln!("skipped: file names are text here");
        return;
    }
    let done = Command::new(env!("CARGO_BIN_EXE_klubba"))
        .arg("analyze")
        .arg(name)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(lines(&done.stdout)[0]["source"], "m\u{fffd}te.txt");
}

#[test]
fn wrong_usage_is_2() {
    let folder = folder(&[("a.txt", b"ett")]);
    let cases: &[&[&str]] = &[
        &[],
        &["analyze"],
        &["analyse", "a.txt"],
        &["analyze", "a.txt", "--date", "2024-02-30"],
        &["analyze", "a.txt", "--date", "14 mars 2024"],
        &["analyze", "a.txt", "--layers", "dates,minutes"],
        &["analyze", "a.txt", "--format", "xml"],
        &["analyze", "a.txt", "-j", "0"],
        // Tables go into a folder.
        &["analyze", "a.txt", "-o", "a.csv"],
        &["analyze", "a.txt", "-o", "a.parquet"],
        &["analyze", "-", "-"],
        &["show"],
        &["rules", "no.such"],
    ];
    for args in cases {
        let done = klubba(folder.path(), args, b"");
        assert_eq!(done.status.code(), Some(2), "{args:?}");
        assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version() {
    let folder = folder(&[]);
    for args in [&["--help"][..], &["analyze", "--help"], &["show", "--help"], &["rules"]] {
        assert_eq!(klubba(folder.path(), args, b"").status.code(), Some(0), "{args:?}");
    }
    let version = klubba(folder.path(), &["--version"], b"");
    assert_eq!(text(&version.stdout), format!("klubba {}\n", env!("CARGO_PKG_VERSION")));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let done = klubba(folder.path(), &["completions", shell], b"");
        assert!(done.status.success() && text(&done.stdout).contains("analyze"), "{shell}");
    }
}

#[test]
fn every_encoding_says_its_name() {
    let latin = Vec::from_iter(MINUTES.chars().map(|c| c as u8));
    let marked = [b"\xef\xbb\xbf", MINUTES.as_bytes()].concat();
    let files: [(&str, &[u8], &str); 5] = [
        ("utf8.txt", MINUTES.as_bytes(), "UTF-8"),
        ("mark.txt", &marked, "UTF-8"),
        ("utf16.txt", &utf16(MINUTES), "UTF-16LE"),
        ("latin.txt", &latin, "windows-1252"),
        ("tom.txt", b"", "UTF-8"),
    ];
    let folder = folder(&files.map(|(name, bytes, _)| (name, bytes)));
    let mut args = vec!["analyze"];
    args.extend(files.iter().map(|file| file.0));
    let done = klubba(folder.path(), &args, b"");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let found = lines(&done.stdout);
    for (doc, (name, _, encoding)) in found.iter().zip(files) {
        assert_eq!(doc["encoding"], encoding, "{name}");
    }
    let findings = |doc: &Value| {
        let mut doc = doc.clone();
        doc.as_object_mut().unwrap().retain(|key, _| key != "source" && key != "encoding");
        doc
    };
    for doc in &found[1..4] {
        assert_eq!(findings(doc), findings(&found[0]), "{}", doc["source"]);
    }
}

#[test]
fn standard_input() {
    let folder = folder(&[("a.txt", b"ett")]);
    let done = klubba(folder.path(), &["analyze", "a.txt", "-"], MINUTES.as_bytes());
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(Vec::from_iter(lines(&done.stdout).iter().map(|doc| &doc["source"])), ["a.txt", "-"]);
}

#[test]
fn indented_json_is_an_object_or_a_list() {
    let folder = folder(&[("a.txt", MINUTES.as_bytes()), ("b.txt", b"")]);
    let json = |args: &[&str]| -> (Option<i32>, Value) {
        let args = [&["analyze", "--format", "json"], args].concat();
        let done = klubba(folder.path(), &args, b"");
        (done.status.code(), serde_json::from_slice(&done.stdout).unwrap())
    };
    let by_line = lines(&klubba(folder.path(), &["analyze", "a.txt", "b.txt"], b"").stdout);
    assert_eq!(json(&["a.txt"]), (Some(0), by_line[0].clone()));
    assert_eq!(json(&["a.txt", "b.txt"]), (Some(0), Value::Array(by_line)));
    assert_eq!(json(&["no", "neither"]), (Some(1), Value::Array(Vec::new())));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder(&[("a.txt", MINUTES.as_bytes()), ("out.jsonl", b"old")]);
    let path = folder.path().join("out.jsonl");
    let done = klubba(folder.path(), &["analyze", "a.txt", "-o", "out.jsonl"], b"");
    assert_eq!((done.status.code(), done.stdout.len()), (Some(0), 0));
    assert_eq!(lines(&fs::read(&path).unwrap()).len(), 1);
    // A file that cannot be made leaves nothing behind, and neither does one that was.
    let done = klubba(folder.path(), &["analyze", "a.txt", "-o", "no/out.jsonl"], b"");
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stderr).contains("no/out.jsonl: cannot be written"), "{}", text(&done.stderr));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    let to_stdout = klubba(folder.path(), &["analyze", "a.txt", "-o", "-"], b"");
    assert_eq!(to_stdout.stdout, fs::read(&path).unwrap());
}

/// What becomes of a file that is there, and of the options of a run that is resumed, is told before it happens.
#[test]
fn help_tells_what_is_replaced_and_what_goes_on() {
    for (command, words) in [
        (
            "analyze",
            &[
                "in the place of one that is there",
                "(also --part-size)",
                "with --resume has to have the same",
            ][..],
        ),
        ("find", &["in the place of a file that is there"]),
        ("text", &["in the place of a file that is there"]),
        ("show", &["in the place of a file that is there"]),
    ] {
        let help = klubba(Path::new("."), &[command, "--help"], b"");
        let help = text(&help.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        words.iter().for_each(|word| assert!(help.contains(word), "{word}: {help}"));
    }
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = folder(&[("a.txt", MINUTES.repeat(20_000).as_bytes())]);
    for command in ["analyze", "show"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_klubba"))
            .args([command, "a.txt"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), ""), "{command}");
    }
}

#[test]
fn date_and_layers_reach_the_analysis() {
    let folder = folder(&[("a.txt", "Anna Holm säger nej. Mötet hölls igår.\n".as_bytes())]);
    let args = ["analyze", "a.txt", "--date", "2024-03-14", "--layers", "dates"];
    let doc = &lines(&klubba(folder.path(), &args, b"").stdout)[0];
    assert_eq!(doc["date"], "2024-03-14");
    assert_eq!(doc["dates"][0]["value"], "2024-03-13");
    assert_eq!((&doc["people"], &doc["speeches"]), (&Value::Array(vec![]), &Value::Array(vec![])));
}

#[test]
fn show_is_plain_in_a_pipe() {
    let hostile = format!("{MINUTES}\u{1b}[31m§ 2 \u{1b}]0;x\u{7}Rött\n");
    let folder = folder(&[("a.txt", hostile.as_bytes())]);
    let shown = |args: &[&str]| {
        let done = klubba(folder.path(), &[&["show", "a.txt"], args].concat(), b"");
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let plain = shown(&[]);
    assert!(!plain.contains('\u{1b}') && !plain.contains('\u{7}'), "{plain}");
    assert!(plain.contains("  3 │ 2 ") && plain.contains("§ 1  Val av justerare"), "{plain}");
    assert!(plain.contains("Styrelsen beslutar att välja Åsa Öberg"), "{plain}");
    assert!(plain.contains("2024-03-14") && !plain.contains("[date."), "{plain}");
    let colored = shown(&["--color", "always"]);
    assert!(colored.contains("\u{1b}[1m") && !colored.contains("\u{1b}]0;"), "{colored}");
    assert!(shown(&["--rules"]).contains("[date."));
    assert!(!shown(&["--layers", "dates"]).contains("What is decided"));
    assert_eq!(shown(&["--color", "never"]), plain);
    let missing = klubba(folder.path(), &["show", "b.txt"], b"");
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let all = klubba(folder.path(), &["rules"], b"");
    let all = text(&all.stdout);
    for rule in klubba::rules::all() {
        assert!(all.contains(rule.code) && all.contains(rule.meaning), "{}", rule.code);
        let one = klubba(folder.path(), &["rules", rule.code], b"");
        let one = text(&one.stdout);
        assert!(
            one.starts_with(rule.code) && one.ends_with(&format!("{}\n", rule.source())),
            "{}",
            rule.code
        );
        assert!(rule.passes.iter().flat_map(|text| text.lines()).all(|line| one.contains(line)), "{one}");
    }
    assert!(!text(&klubba(folder.path(), &["rules", "date"], b"").stdout).contains("decision."));
}

#[test]
fn timeml_is_one_document() {
    let folder = folder(&[("a.txt", "Möte den 3 maj 2023 & sedan\r\n".as_bytes())]);
    let done = klubba(folder.path(), &["analyze", "--format", "timeml", "a.txt"], b"");
    let xml = text(&done.stdout);
    assert!(done.status.success());
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DCT>"), "{xml}");
    assert!(xml.ends_with("</TIMEX3> &amp; sedan&#13;\n</TEXT>\n</TimeML>\n"), "{xml}");
    let done = klubba(folder.path(), &["analyze", "--format", "timeml", "a.txt", "a.txt"], b"");
    assert_eq!(done.status.code(), Some(2));
    assert!(text(&done.stderr).contains("name one PATH"));
}

#[test]
fn show_makes_a_page_for_the_browser() {
    let folder = folder(&[("a.txt", MINUTES.as_bytes())]);
    let done = klubba(folder.path(), &["show", "a.txt", "--html", "-o", "page.html"], b"");
    assert!(done.status.success() && done.stdout.is_empty(), "{}", text(&done.stderr));
    let page = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("data-label=\"elect\""), "{page}");
    assert!(page.contains("a.txt</div>"));
    assert!(!page.contains("<script") && !page.contains("http"), "nothing from elsewhere");
    let shown = klubba(folder.path(), &["show", "-", "--html"], MINUTES.as_bytes());
    assert!(text(&shown.stdout).ends_with("</body></html>\n"));
    let lost = klubba(folder.path(), &["show", "a.txt", "-o", "page.html"], b"");
    assert_eq!(lost.status.code(), Some(2));
}

#[test]
fn an_empty_folder_is_told() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("empty")).unwrap();
    for output in ["found.jsonl", "tables", "found.db"] {
        let done = klubba(folder.path(), &["analyze", "empty", "-o", output], b"");
        assert!(
            text(&done.stderr).contains("klubba: empty: no document was found"),
            "{}",
            text(&done.stderr)
        );
        fs::create_dir_all(folder.path().join("quiet")).unwrap();
        let quiet = klubba(folder.path(), &["analyze", "empty", "-q", "-o", &format!("quiet/{output}")], b"");
        assert!(quiet.status.success() && quiet.stderr.is_empty(), "{}", text(&quiet.stderr));
    }
    let done = klubba(folder.path(), &["analyze", "-"], MINUTES.as_bytes());
    assert!(done.stderr.is_empty(), "{}", text(&done.stderr));
}

#[test]
fn results_of_its_own_are_no_texts() {
    let folder = folder(&[("a.txt", MINUTES.as_bytes()), ("b.txt", MINUTES.as_bytes())]);
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::rename(folder.path().join("b.txt"), folder.path().join("in/b.txt")).unwrap();
    let run = |args: &[&str]| klubba(folder.path(), args, b"");
    for output in [&["found.jsonl"][..], &["found.json"], &["in/out/", "--format", "parquet"]] {
        assert!(run(&[&["analyze", "a.txt", "-q", "-o"], output].concat()).status.success());
    }
    let hits = ["find", "beslutar", "a.txt", "--format", "parquet", "-o", "hits.parquet"];
    assert!(run(&hits).status.success());
    let table = |name: &str| format!("in/out/{name}/part-00000.parquet");
    for (path, what) in [
        ("found.jsonl", "results of klubba (klubba/1)"),
        ("found.json", "results of klubba (klubba/1)"),
        ("hits.parquet", "its table matches"),
        (&table("decisions"), "its table decisions"),
        (&table("documents"), "its table documents"),
        (&table("people"), "its table people"),
        ("in/out", "a folder of results of klubba"),
    ] {
        let done = run(&["analyze", path]);
        let told = text(&done.stderr);
        assert_eq!((done.status.code(), told.lines().count(), done.stdout.len()), (Some(1), 1, 0), "{told}");
        for words in [path, what, "not texts", "klubba stats"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert_eq!(told.contains("--text-column"), path != "in/out", "{told}");
    }
    // A folder of results that lies beside documents is one failure.
    let done = run(&["analyze", "in"]);
    assert_eq!((lines(&done.stdout).len(), text(&done.stderr).lines().count()), (1, 1));
    // Who names a column gets it, and a table of documents may have kept their texts.
    let named = run(&["analyze", &table("decisions"), "--text-column", "text"]);
    assert_eq!((named.status.code(), lines(&named.stdout).len()), (Some(0), 1));
    assert!(
        run(&["analyze", "a.txt", "-q", "--text", "-o", "kept/", "--format", "parquet"]).status.success()
    );
    let kept = run(&["analyze", "kept/documents/part-00000.parquet"]);
    assert_eq!(lines(&kept.stdout)[0]["title"], lines(&run(&["analyze", "a.txt"]).stdout)[0]["title"]);
}

/// An archive, what is packed and a table are no one document: who wants to look at one hears what to do.
#[test]
fn what_holds_several_is_not_shown() {
    let zip = packing::zip(&[("a.txt", MINUTES.as_bytes())]);
    let tar = packing::tar(&[("a.txt", MINUTES.as_bytes())]);
    let folder = folder(&[
        ("a.zip", &zip),
        ("a.tar", &tar),
        ("a.tgz", &packing::gzip(&tar)),
        ("a.parquet", &packing::parquet(&[("1", Some(MINUTES))])),
        ("a.txt", MINUTES.as_bytes()),
    ]);
    klubba(folder.path(), &["analyze", "a.txt", "-o", "a.jsonl"], b"");
    for (name, what) in [
        ("a.zip", "is a zip archive: klubba analyze"),
        ("a.tar", "is a tar archive: klubba analyze"),
        ("a.tgz", "is packed: klubba analyze"),
        ("a.parquet", "is a table: klubba analyze"),
        ("a.jsonl", "holds results of klubba"),
    ] {
        for command in ["show", "text"] {
            let done = klubba(folder.path(), &[command, name], b"");
            let told = text(&done.stderr);
            assert_eq!((done.status.code(), done.stdout.len()), (Some(1), 0), "{told}");
            assert!(
                told.starts_with(&format!("klubba: {name}: {what}")) && told.lines().count() == 1,
                "{told}"
            );
        }
    }
}
