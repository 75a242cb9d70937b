//! Where documents come from, and what becomes of those that cannot be read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod packing;

use ::parquet::basic::Compression;
use klubba::{Analyzer, Archive, ErrorKind, Stage};
use packing::{gzip, jsonl, packed_parquet, parquet, tar, zip, zstd};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const MINUTES: &str = "Protokoll 14 mars 2024\n\n§ 1 Budget\n\nKommunstyrelsen beslutar att anta budgeten.\n";

/// A tar archive of `a.txt`, packed with bzip2 and with xz.
const TAR_BZ2: &[u8] =
    b"\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\x81\x24\xe7\x07\x00\x00\x70\xdf\x94\xca\x90\x40\x01\x5d\
    \x80\x00\x01\x00\x08\x76\x07\x5e\x40\x04\x00\x08\x00\x08\x08\x20\x00\x74\x1a\x26\xa3\x46\x9a\x68\
    \x6d\x40\xd0\xd1\x90\x4a\x28\x3d\x4f\x53\x40\x00\x34\x02\x2e\x37\xc8\x20\x4c\x2a\xa0\x08\x55\x1b\
    \x1c\x96\x0e\xc2\x08\x28\x57\x24\x1f\x8c\xd5\x6d\xa0\x46\x30\x43\x56\x10\x62\xc7\x21\x15\x6b\x59\
    \x54\x10\x3e\x9e\x80\xc4\x24\x72\xf2\x74\x98\xf7\x60\xe3\x09\xf5\x31\x7b\xac\x6c\xa9\x9d\xd5\xaa\
    \x91\x10\x1f\x8b\xb9\x22\x9c\x28\x48\x40\x92\x73\x83\x80";

const TAR_XZ: &[u8] =
    b"\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x16\x00\x00\x00\x74\x2f\xe5\xa3\
    \xe0\x27\xff\x00\x7a\x5d\x00\x30\x8b\x8a\x87\xc4\x0e\xf2\x97\xa4\xf8\x75\x3d\xc5\xa9\xed\xd9\x97\
    \xa9\x99\x02\x32\x5b\xa5\xc1\xe0\x97\x63\x55\x2b\x5a\xf0\xf3\x70\xa7\x16\xa4\xb3\x0d\xb3\xf8\x9f\
    \x9e\x80\x8f\x6e\xac\x21\x92\x19\x07\xd2\xfa\x6a\xa5\x42\x20\xa9\x48\x99\x20\xaa\xb3\xf0\xbb\x05\
    \x68\x18\x3b\x46\x92\xc0\x3c\xd4\x53\x65\xd7\xd8\x38\x0e\xcb\x8a\xc8\xd4\x62\x1e\x8c\x55\x61\x12\
    \x9f\xbd\x1a\xb8\xaf\x02\x2c\x37\xa8\xb6\x51\xc0\x03\xe8\xbf\xcd\x80\xaa\x8a\x76\xb2\xf2\x75\xc7\
    \x01\xd2\x85\x1e\xa8\x77\xed\x43\x00\x00\x00\x00\xd2\x06\xa8\x49\x5d\x94\x9d\xc9\x00\x01\x96\x01\
    \x80\x50\x00\x00\xb8\x90\xef\xb4\xb1\xc4\x67\xfb\x02\x00\x00\x00\x00\x04\x59\x5a";

/// What a run gives: a source with the number of its decisions, or with its kind of error.
fn run(archive: Archive) -> Vec<(String, Result<usize, ErrorKind>)> {
    let results = archive.run(&Analyzer::default());
    Vec::from_iter(results.map(|result| match result {
        Ok(found) => (found.source, Ok(found.document.decisions.len())),
        Err(failure) => (failure.source, Err(failure.error.kind())),
    }))
}

/// The same for a file of these bytes, without the folder in the names.
fn run_file(name: &str, bytes: &[u8]) -> Vec<(String, Result<usize, ErrorKind>)> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    short(folder.path(), run(Archive::open(folder.path()).unwrap()))
}

fn short<T>(folder: &Path, results: Vec<(String, T)>) -> Vec<(String, T)> {
    let start = format!("{}/", folder.display());
    Vec::from_iter(results.into_iter().map(|(source, x)| (source.replacen(&start, "", 1), x)))
}

fn names<T>(results: &[(String, T)]) -> Vec<&str> {
    Vec::from_iter(results.iter().map(|(source, _)| source.as_str()))
}

#[test]
fn folders_are_walked_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("b/c")).unwrap();
    fs::create_dir_all(at(".git")).unwrap();
    for name in ["b/c/2.txt", "b/1.txt", "a.md", ".hidden", ".git/x.txt", "z.PDF"] {
        fs::write(at(name), MINUTES).unwrap();
    }
    let all = short(folder.path(), run(Archive::open(folder.path()).unwrap()));
    assert_eq!(names(&all), ["a.md", "b/1.txt", "b/c/2.txt", "z.PDF"]);
    assert!(all.iter().all(|(_, found)| *found == Ok(1)), "{all:?}");
    // Patterns, as a path and as a choice.
    let found = short(folder.path(), run(Archive::open(at("b/**/*.txt")).unwrap()));
    assert_eq!(names(&found), ["b/1.txt", "b/c/2.txt"]);
    let archive = Archive::open(folder.path()).unwrap().include("*.pdf").unwrap();
    assert_eq!(names(&short(folder.path(), run(archive))), ["z.PDF"]);
    let archive = Archive::open(folder.path()).unwrap().include("**/c/*").unwrap();
    assert_eq!(names(&short(folder.path(), run(archive))), ["b/c/2.txt"]);
    assert_eq!(Archive::open(at("none")).unwrap_err().kind(), ErrorKind::Read);
    let none = run(Archive::list([at("none.txt"), at("*.docx")]));
    assert!(none.iter().all(|(_, found)| *found == Err(ErrorKind::Read)) && none.len() == 2);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_pipes_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("a")).unwrap();
    fs::write(at("a/1.txt"), MINUTES).unwrap();
    std::os::unix::fs::symlink(folder.path(), at("a/loop")).unwrap();
    std::os::unix::fs::symlink(at("nowhere"), at("b")).unwrap();
    std::os::unix::fs::symlink(at("a"), at("c")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("d")).unwrap();
    let all = short(folder.path(), run(Archive::open(folder.path()).unwrap()));
    let read = Err(ErrorKind::Read);
    let expected = [
        ("a/1.txt", Ok(1)),
        ("a/loop", read),
        ("b", read),
        ("c/1.txt", Ok(1)),
        ("c/loop", read),
        ("d", read),
    ];
    assert_eq!(all, expected.map(|(name, found)| (name.to_string(), found)));
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_a_folder_are_told() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("a")).unwrap();
    fs::write(at("a/1.txt"), MINUTES).unwrap();
    fs::write(other.path().join("secret.txt"), MINUTES).unwrap();
    symlink(other.path(), at("folder")).unwrap();
    symlink(other.path().join("secret.txt"), at("file.txt")).unwrap();
    // By way of another link, and by a path that leaves and comes back.
    symlink(at("file.txt"), at("twice.txt")).unwrap();
    symlink(Path::new("../").join(folder.path().file_name().unwrap()).join("a/1.txt"), at("back.txt"))
        .unwrap();
    let all = short(folder.path(), run(Archive::open(folder.path()).unwrap()));
    let read = Err(ErrorKind::Read);
    let expected =
        [("a/1.txt", Ok(1)), ("back.txt", Ok(1)), ("file.txt", read), ("folder", read), ("twice.txt", read)];
    assert_eq!(all, expected.map(|(name, found)| (name.to_string(), found)));
    // Who names a link wants what it leads to; the folder itself may be one.
    for (path, name) in [(at("folder"), "folder/secret.txt"), (at("file.txt"), "file.txt")] {
        let named = short(folder.path(), run(Archive::open(path).unwrap()));
        assert_eq!(named, [(name.to_string(), Ok(1))]);
    }
}

#[test]
fn ten_thousand_names_that_differ_in_case() {
    // Fourteen letters in both cases.
    let name = |number: usize| -> String {
        let cased = |(bit, letter): (usize, char)| {
            if number >> bit & 1 == 1 { letter.to_ascii_uppercase() } else { letter }
        };
        "protokollaugus".chars().enumerate().map(cased).collect()
    };
    let names: std::collections::BTreeSet<String> = (0..10_000).map(|number| name(number) + ".txt").collect();
    assert_eq!(names.len(), 10_000);
    let members = Vec::from_iter(names.iter().map(|name| (name.as_str(), b"Inget.".as_slice())));
    let packed = run_file("a.zip", &zip(&members));
    assert!(packed.iter().map(|(source, _)| &source["a.zip!/".len()..]).eq(names.iter()));
    assert!(packed.iter().all(|(_, found)| *found == Ok(0)));
    let folder = tempfile::tempdir().unwrap();
    for name in &names {
        fs::write(folder.path().join(name), "Inget.").unwrap();
    }
    if fs::read_dir(folder.path()).unwrap().count() < names.len() {
        eprintln!("skipped: names that differ in case are one here");
        return;
    }
    let all = short(folder.path(), run(Archive::open(folder.path()).unwrap()));
    assert!(all.iter().map(|(source, _)| source).eq(names.iter()));
    assert!(all.iter().all(|(_, found)| *found == Ok(0)));
}

#[test]
fn files_that_change_while_they_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    // Much larger than what is read ahead, and quickly done.
    let (text, analyzer) =
        ("Inget.\n".repeat(500), Analyzer::builder().layers(klubba::Layers::DATES).build());
    let names = Vec::from_iter((0..3000).map(|number| format!("{number:04}.txt")));
    let members = Vec::from_iter(names.iter().map(|name| (name.as_str(), text.as_bytes())));
    for (name, bytes) in [("a.zip", zip(&members)), ("b.tar", tar(&members))] {
        fs::write(at(name), &bytes).unwrap();
        let mut results = Archive::open(at(name)).unwrap().threads(2).run(&analyzer);
        assert!(results.next().unwrap().is_ok());
        // Cut off in place, as a copy that begins anew does, and then other bytes.
        let file = fs::OpenOptions::new().write(true).open(at(name)).unwrap();
        file.set_len(bytes.len() as u64 / 2).unwrap();
        let failed = Vec::from_iter(results.filter_map(Result::err));
        assert!(!failed.is_empty(), "{name}");
        let told = |kind| matches!(kind, ErrorKind::Damaged | ErrorKind::Read);
        assert!(failed.iter().all(|failure| told(failure.error.kind())), "{name}: {:?}", failed[0]);
    }
    // Files that are cut, made longer or taken away while the folder is walked.
    fs::create_dir(at("texts")).unwrap();
    for name in &names {
        fs::write(at("texts").join(name), &text).unwrap();
    }
    let mut results = Archive::open(at("texts")).unwrap().threads(2).run(&analyzer);
    assert!(results.next().unwrap().is_ok());
    for (number, name) in names.iter().enumerate().rev() {
        let path = at("texts").join(name);
        match number % 3 {
            0 => fs::remove_file(path).unwrap(),
            1 => fs::write(path, "").unwrap(),
            _ => fs::write(path, text.repeat(2)).unwrap(),
        }
    }
    let rest = Vec::from_iter(results);
    assert_eq!(rest.len(), names.len() - 1);
    let failed = Vec::from_iter(rest.into_iter().filter_map(Result::err));
    assert!(failed.iter().all(|failure| failure.error.kind() == ErrorKind::Read), "{:?}", failed.first());
    assert!(!failed.is_empty());
}

#[test]
fn archives_of_every_kind_give_the_same() {
    let members = [("2019/å.txt", MINUTES.as_bytes()), (".DS_Store", b"x"), ("b.txt", MINUTES.as_bytes())];
    for (name, bytes) in [
        ("a.zip", zip(&members)),
        ("a.tar", tar(&members)),
        ("a.tar.gz", gzip(&tar(&members))),
        ("a.tar.zst", zstd(&tar(&members))),
        // The name says nothing.
        ("a.txt", zip(&members)),
    ] {
        let found = run_file(name, &bytes);
        let expected = [format!("{name}!/2019/å.txt"), format!("{name}!/b.txt")];
        assert_eq!(found, expected.map(|source| (source, Ok(1))));
    }
    for (name, bytes) in [("a.txt.gz", gzip(MINUTES.as_bytes())), ("a.txt.zst", zstd(MINUTES.as_bytes()))] {
        assert_eq!(run_file(name, &bytes), [(name.to_string(), Ok(1))]);
    }
}

#[test]
fn an_archive_in_an_archive_is_opened_once() {
    let text = [("x.txt", MINUTES.as_bytes())];
    let inner = zip(&text);
    let deep = tar(&[("deep.zip", &inner)]);
    let packed = gzip(&tar(&text));
    let outer =
        zip(&[("in.zip", &inner), ("deep.tar", &deep), ("in.tgz", &packed), ("y.txt", MINUTES.as_bytes())]);
    let found = run_file("o.zip", &outer);
    let sources = ["in.zip!/x.txt", "deep.tar!/deep.zip", "in.tgz!/x.txt", "y.txt"];
    assert_eq!(names(&found), sources.map(|source| format!("o.zip!/{source}")));
    assert_eq!(found[1].1, Err(ErrorKind::Unsupported));
    // One too large to be held in memory.
    let noise = Vec::from_iter((0..9_000_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8));
    let large = tar(&[("in.zip", &zip(&[("noise", &noise), ("x.txt", MINUTES.as_bytes())]))]);
    let found = run_file("o.tar", &large);
    assert_eq!((found.len(), found[1].1), (2, Ok(1)), "{found:?}");
    assert_eq!(found[0].1, Err(ErrorKind::Decode));
}

#[test]
fn two_members_of_one_name_are_two() {
    let twice = tar(&[("x.txt", MINUTES.as_bytes()), ("x.txt", b"Inget.")]);
    let expected = |name: &str| [(format!("{name}!/x.txt"), Ok(1)), (format!("{name}!/x.txt"), Ok(0))];
    assert_eq!(run_file("a.tar", &twice), expected("a.tar"));
    let mut twice = zip(&[("x.txt", MINUTES.as_bytes()), ("y.txt", b"Inget.")]);
    for at in 0..twice.len() - 5 {
        if twice[at..].starts_with(b"y.txt") {
            twice[at] = b'x';
        }
    }
    assert_eq!(run_file("a.zip", &twice), expected("a.zip"));
}

#[test]
fn tables_of_texts() {
    let rows = [("7", Some(MINUTES)), ("å 8", None), ("9", Some("Inget."))];
    let columns = |archive: Archive| archive.text_column("body").id_column("nr");
    let folder = tempfile::tempdir().unwrap();
    let no_text = Err(ErrorKind::NoText);
    for (name, bytes) in [
        ("a.jsonl", jsonl(&rows)),
        ("a.jsonl.zst", zstd(&jsonl(&rows))),
        ("a.parquet", parquet(&rows)),
        ("b.parquet", packed_parquet(&rows, Compression::GZIP(Default::default()))),
        ("c.parquet", packed_parquet(&rows, Compression::BROTLI(Default::default()))),
        ("d.parquet", packed_parquet(&rows, Compression::LZ4_RAW)),
        ("a.zip", zip(&[("in.parquet", &parquet(&rows))])),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let found = short(folder.path(), run(columns(Archive::open(&path).unwrap())));
        let start = if name == "a.zip" { "a.zip!/in.parquet" } else { name };
        let expected = [("7", Ok(1)), ("å 8", no_text), ("9", Ok(0))];
        assert_eq!(found, expected.map(|(id, found)| (format!("{start}!/{id}"), found)));
        // No such column is one error, which names those there are.
        let failure = Archive::open(&path).unwrap().run(&Analyzer::default()).next().unwrap().unwrap_err();
        assert!(failure.to_string().contains("no column \"text\", but body, nr"), "{failure}");
        let found = run(Archive::open(&path).unwrap().text_column("body"));
        assert!(found[2].0.ends_with("!/3"), "{found:?}");
    }
    let ids = Vec::from_iter(
        columns(Archive::open(folder.path().join("a.jsonl")).unwrap())
            .run(&Analyzer::default())
            .map(|result| result.map_or_else(|failure| failure.id, |found| found.id).unwrap()),
    );
    assert_eq!(ids, ["7", "å 8", "9"]);
    // An array, over one line or more, and one object.
    for (text, rows) in [
        ("[{\"text\": \"a\"}, {\"text\": \"b ]}\"}]", 2),
        ("[\n  {\n    \"text\": \"a\"\n  }\n]\n", 1),
        ("{\n  \"text\": \"a\"\n}\n", 1),
    ] {
        let found = run_file("c.json", text.as_bytes());
        assert_eq!(Vec::from_iter(found.iter().map(|(_, found)| *found)), vec![Ok(0); rows], "{text}");
    }
    let odd = "{\"text\": \"a\"}\n\n[1]\n{\"text\": 7}\n{\"text\": \"b\"}";
    let found = run_file("b.jsonl", odd.as_bytes());
    let expected = [Ok(0), Err(ErrorKind::Damaged), Err(ErrorKind::Decode), Ok(0)];
    assert_eq!(Vec::from_iter(found.iter().map(|(_, found)| *found)), expected);
    assert_eq!(names(&found), ["b.jsonl!/1", "b.jsonl!/3", "b.jsonl!/4", "b.jsonl!/5"]);
}

#[test]
fn a_message_and_the_files_that_it_carries() {
    let inner = "From: e@f.se\nTo: g@h.se\nSubject: Inre\n\nHej.\n";
    let mail = format!(
        "From: a@b.se\nTo: c@d.se\nSubject: Handlingar\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
         Content-Type: text/plain; charset=utf-8\n\nHej!\n--x\nContent-Type: text/plain; charset=utf-8\n\
         Content-Disposition: attachment; filename=\"beslut.txt\"\n\n{MINUTES}\n--x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n"
    );
    let found = run_file("a.eml", mail.as_bytes());
    assert_eq!(found.iter().map(|(_, found)| *found).collect::<Vec<_>>(), [Ok(0), Ok(1), Ok(0)]);
    assert_eq!(names(&found)[..2], ["a.eml", "a.eml!/beslut.txt"]);
}

#[test]
fn what_is_too_large_is_not_unpacked() {
    let zeros = vec![0; 50_000_000];
    let text = MINUTES.as_bytes();
    let line = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"Inget.\"}}\n", "a".repeat(3_000_000));
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("a.zip", zip(&[("bomb", &zeros), ("x.txt", text)])),
        ("b.tar.gz", gzip(&tar(&[("bomb", &zeros), ("x.txt", text)]))),
        ("c.tar.zst", zstd(&tar(&[("bomb", &zeros), ("x.txt", text)]))),
        ("d.jsonl", line.into_bytes()),
        ("e.gz", gzip(&zeros)),
    ] {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let found = run(Archive::open(folder.path()).unwrap().max_size(2 << 20));
    let (large, small) = (Err(ErrorKind::TooLarge), |n| Ok(n));
    let expected = [large, small(1), large, small(1), large, small(1), large, small(0), large];
    assert_eq!(Vec::from_iter(found.iter().map(|(_, found)| *found)), expected, "{found:?}");
}

#[test]
fn a_tar_header_cannot_fill_the_memory() {
    // A long name of 300 MB of zeros, which is a few hundred kilobytes of gzip.
    let mut header = tar::Header::new_gnu();
    header.set_path("././@LongLink").unwrap();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(300_000_000);
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.resize(512 + 300_000_000, 0);
    let found = run_file("a.tar.gz", &gzip(&bytes));
    assert_eq!(found, [("a.tar.gz".to_string(), Err(ErrorKind::Damaged))]);
}

#[test]
fn what_is_cut_off_or_locked_is_told() {
    let members = [("1.txt", MINUTES.as_bytes()), ("2.txt", &[b'a'; 5000])];
    let tarred = tar(&members);
    let damaged = Err(ErrorKind::Damaged);
    let one = |name: &str| (format!("{name}!/1.txt"), Ok(1));
    let cut = [one("a.tar"), ("a.tar!/2.txt".to_string(), damaged)];
    assert_eq!(run_file("a.tar", &tarred[..3000]), cut);
    let zipped = zip(&members);
    assert_eq!(run_file("a.zip", &zipped[..zipped.len() - 30]), [("a.zip".to_string(), damaged)]);
    let packed = gzip(MINUTES.as_bytes());
    assert_eq!(run_file("a.gz", &packed[..packed.len() - 9]), [("a.gz".to_string(), damaged)]);
    let mut wrong = zip(&members);
    let at = wrong.windows(5).position(|bytes| bytes == b"1.txt").unwrap();
    wrong[at + 20] ^= 0x55;
    let found = run_file("a.zip", &wrong);
    assert_eq!((found[0].1, found[1].1), (damaged, Ok(0)), "{found:?}");
    let locked = packing::locked("1.txt", MINUTES.as_bytes());
    assert_eq!(run_file("a.zip", &locked), [("a.zip!/1.txt".to_string(), Err(ErrorKind::Encrypted))]);
}

#[test]
fn strange_names_are_only_names() {
    let names = ["../../x.txt", "/etc/passwd", "C:\\x.txt", "a\nb.txt"];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    fs::write(&path, zip(&names.map(|name| (name, MINUTES.as_bytes())))).unwrap();
    for result in Archive::open(&path).unwrap().run(&Analyzer::default()) {
        let found = result.unwrap();
        assert_eq!(found.notes.len(), 1, "{found:?}");
        assert!(!found.source.contains('\n'));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn results_come_in_order_for_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..1500 {
        let text =
            if i % 100 == 7 { [0x81, 0, 1, 2].repeat(225) } else { MINUTES.repeat(1 + i % 7).into_bytes() };
        fs::write(folder.path().join(format!("{i:04}.txt")), text).unwrap();
    }
    let expected = run(Archive::open(folder.path()).unwrap().threads(1));
    assert_eq!((expected.len(), expected.iter().filter(|(_, found)| found.is_err()).count()), (1500, 15));
    assert!(expected.is_sorted_by(|a, b| a.0 < b.0));
    assert_eq!(run(Archive::open(folder.path()).unwrap().threads(4)), expected);
}

#[test]
fn a_run_that_is_dropped_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, MINUTES.repeat(30_000)).unwrap();
    // A list without an end: only the drop can end it.
    let started = Instant::now();
    let mut run = Archive::list(std::iter::repeat(path)).run(&Analyzer::default());
    assert!(run.next().unwrap().is_ok());
    drop(run);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn failures_tell_stage_and_kind() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.bin"), [0x81, 0, 1, 2].repeat(25)).unwrap();
    let mut run =
        Archive::list([folder.path().join("a.bin"), folder.path().join("b")]).run(&Analyzer::default());
    let (first, second) = (run.next().unwrap().unwrap_err(), run.next().unwrap().unwrap_err());
    assert_eq!((first.stage, first.error.kind().as_str()), (Stage::Extract, "decode"));
    assert_eq!((second.stage, second.error.kind().as_str()), (Stage::Read, "read"));
    assert!(second.to_string().ends_with("/b: there is no such file"), "{second}");
    assert!(run.next().is_none());
}

#[test]
fn archives_packed_with_bzip2_and_xz_and_those_that_are_not_opened() {
    let one = [("a.tar.x!/a.txt".to_string(), Ok(1))];
    assert_eq!(run_file("a.tar.x", TAR_BZ2), one);
    assert_eq!(run_file("a.tar.x", TAR_XZ), one);
    for packed in [TAR_BZ2, TAR_XZ] {
        let cut = run_file("a.tar.x", &packed[..packed.len() / 2]);
        assert!(cut.len() == 1 && cut[0].1.is_err(), "{cut:?}");
    }
    for magic in [&b"7z\xBC\xAF\x27\x1C\0\x04"[..], b"Rar!\x1A\x07\x01\0"] {
        let found = run_file("a", &[magic, &[0; 64]].concat());
        assert_eq!(found, [("a".to_string(), Err(ErrorKind::Unsupported))]);
    }
}

/// A PDF whose page says something, with a file attached to the document and one to a note on its page.
fn portfolio() -> Vec<u8> {
    let stream = |head: &str, content: &str| {
        format!("<<{head}/Length {}>>\nstream\n{content}\nendstream", content.len())
    };
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>>>".to_string(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_string(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R\
         /Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 8 0 R>>]>>"
            .to_string(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_string(),
        stream("", "BT /F 11 Tf 60 780 Td (Kommunstyrelsen beslutar att anta planen.) Tj ET"),
        "<</Type/Filespec/UF(beslut.txt)/EF<</F 7 0 R>>>>".to_string(),
        stream("/Type/EmbeddedFile", MINUTES.trim_end()),
        "<</Type/Filespec/F(not.zip)/EF<</F 7 0 R>>>>".to_string(),
    ];
    let mut file = "%PDF-1.4\n".to_string();
    for (number, object) in (1..).zip(objects) {
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    file += "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
    file.into_bytes()
}

#[test]
fn files_in_a_pdf_are_documents() {
    let pdf = portfolio();
    let all = ["a.pdf", "a.pdf!/beslut.txt", "a.pdf!/not.zip"];
    let found = run_file("a.pdf", &pdf);
    assert_eq!(names(&found), all);
    assert!(found.iter().all(|(_, found)| *found == Ok(1)), "{found:?}");
    // In an archive, in a message, and cut off.
    let found = run_file("a.zip", &zip(&[("a.pdf", &pdf)]));
    assert_eq!(names(&found), all.map(|name| format!("a.zip!/{name}")));
    let found = run_file("a.pdf", &pdf[..pdf.len() - 200]);
    assert_eq!(names(&found)[0], "a.pdf");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.pdf"), &pdf).unwrap();
    let archive = Archive::open(folder.path()).unwrap().include("*.pdf").unwrap();
    assert_eq!(names(&short(folder.path(), run(archive))), ["a.pdf"]);
}

/// What a format knows as text needs no reader: only the analysis can run over.
#[test]
fn an_analysis_that_runs_over_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    fs::write(&path, "{\"text\": \"Nämnden beslutar att avslå motionen.\"}\n".repeat(3)).unwrap();
    let run = |limit| Vec::from_iter(Archive::open(&path).unwrap().timeout(limit).run(&Analyzer::default()));
    assert!(run(Duration::from_secs(600)).iter().all(|result| result.is_ok()));
    let failed = run(Duration::ZERO);
    assert_eq!(failed.len(), 3);
    for failure in failed.into_iter().map(Result::unwrap_err) {
        assert_eq!((failure.stage, failure.error.kind()), (Stage::Analyze, ErrorKind::Timeout));
    }
}
