//! What `tools/bench` asks for; each prints JSON on its last line or writes files.

use crate::texts;
use crate::{sets, steps};
use klubba::{Analyzer, Document, analyze};
use serde_json::json;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often each step is measured; the report takes the least.
const ROUNDS: usize = 15;
const MADE: usize = 2 << 20;

/// All steps by turns on each set: the seconds of every round.
pub fn turns() {
    let steps = steps::all();
    let mut told = Vec::new();
    for set in sets::all(MADE) {
        eprintln!("measuring {}", set.name);
        let mut rounds = vec![Vec::new(); steps.len()];
        for _ in 0..ROUNDS {
            for (step, seconds) in steps.iter().zip(&mut rounds) {
                seconds.push(time(|| (step.run)(&set)).as_secs_f64());
            }
        }
        let seconds = Vec::from_iter(steps.iter().map(|step| step.name).zip(rounds));
        let findings: usize = set.documents.iter().map(findings).sum();
        told.push(json!({
            "name": set.name, "documents": set.texts.len(), "bytes": set.bytes(), "findings": findings,
            "seconds": seconds,
        }));
    }
    println!("{}", json!({ "words": steps::WORDS, "sets": told }));
}

fn findings(document: &Document) -> usize {
    let Document { headings, people, speeches, decisions, dates, .. } = document;
    headings.len() + people.len() + speeches.len() + decisions.len() + dates.len()
}

/// Pages that no one writes, each for a search that could go on and on.
const WORST: [&str; 16] = [
    "1",
    "12 ",
    "2023-",
    "–",
    "– ",
    "maj ",
    "den 3 ",
    "”",
    "(",
    "[",
    "§ ",
    "att ",
    "ANNA ",
    "Anna Holm (S), ",
    "A",
    "- att\n",
];

/// Nanoseconds a byte of one document of 1, 10 and 100 MB, of one line of 50 MB, and of the worst pages at two lengths.
pub fn linear() {
    let per_byte = |text: &str, times: usize| {
        let least = (0..times).map(|_| time(|| analyze(text))).min().unwrap_or_default();
        least.as_secs_f64() * 1e9 / text.len() as f64
    };
    let mut prose = Vec::new();
    for kind in texts::KINDS {
        let text = texts::make(kind, 100_000_000).concat();
        let costs = [1, 10, 100].map(|mb| {
            eprintln!("measuring {mb} MB of {kind}");
            per_byte(until(&text, mb * 1_000_000), 50 / mb + 2)
        });
        let line = until(&text, 50_000_000).replace(['\n', '\u{c}'], " ");
        prose.push(json!({ "name": kind, "nanoseconds": costs, "one line": per_byte(&line, 2) }));
    }
    let worst = WORST.map(|page| {
        eprintln!("measuring {page:?} over and over");
        let costs = [100_000, 1_000_000, 10_000_000].map(|bytes: usize| {
            per_byte(&page.repeat(bytes / page.len()), if bytes > 1_000_000 { 3 } else { 10 })
        });
        json!({ "name": page, "nanoseconds": costs })
    });
    println!("{}", json!({ "prose": prose, "worst": worst }));
}

fn until(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or_default()]
}

/// Seconds for all texts of a file of JSON Lines on one thread; what was found is kept, as a list in Python is.
pub fn short(file: &str) {
    let texts = fs::read_to_string(file).unwrap_or_else(|error| fail(&format!("{file}: {error}")));
    let texts = texts.lines().map(serde_json::from_str::<String>);
    let texts: Vec<String> = texts.collect::<Result<_, _>>().unwrap_or_else(|error| fail(&error.to_string()));
    let analyzer = Analyzer::default();
    let all = || Vec::from_iter(texts.iter().map(|text| analyzer.analyze(text)));
    let seconds = Vec::from_iter((0..5).map(|_| time(all).as_secs_f64()));
    println!("{}", json!({ "seconds": seconds }));
}

/// Bytes of memory in use at the most, with the text and then with the analysis.
pub fn memory(file: &str) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| fail(&format!("{file}: {error}")));
    let before = peak();
    let document = analyze(&text);
    println!(
        "{}",
        json!({ "text": text.len(), "with text": before, "with analysis": peak(), "findings": findings(&document) })
    );
}

/// The most that this process ever had in memory, as Linux tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

/// Writes made texts: into one file if its name ends in `.txt`, else into a folder, one document a file.
pub fn make(kind: &str, bytes: &str, path: &str) {
    let texts = texts::make(kind, bytes.parse().unwrap_or_else(|_| fail(&format!("{bytes} is no number"))));
    let write = |path: &Path, text: &str| {
        fs::write(path, text).unwrap_or_else(|error| fail(&format!("{}: {error}", path.display())));
    };
    if path.ends_with(".txt") {
        return write(Path::new(path), &texts.concat());
    }
    for (number, text) in texts.iter().enumerate() {
        write(&Path::new(path).join(format!("{kind}-{number:05}.txt")), text);
    }
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let done = black_box(work());
    let took = start.elapsed();
    drop(done);
    took
}

fn fail(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(1)
}
