//! Changed inputs by the million, without counters in the code: short ones, so that thousands are tried a second. A text is kept to be
//! changed further when two rules stood beside each other in it that never did before.
//!
//! usage: mutate TARGET SECONDS SEED FOLDER…    Inputs to begin from lie in the folders; what fails is printed and goes on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::Document;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// An input takes some tenths of a millisecond: what takes so long is told.
const SLOW: Duration = Duration::from_secs(2);
/// So often it is looked whether an input ends.
const LOOK: Duration = Duration::from_secs(10);
/// So many texts are kept beside the first ones.
const KEPT: usize = 50_000;

/// What is done with an input; a document where the rules tell whether it is worth keeping.
fn run(target: &str, data: &[u8]) -> Option<Document> {
    let text = String::from_utf8_lossy(data);
    match target {
        "analyze" => return Some(klubba_fuzz::analyze(&text)),
        "find" => klubba_fuzz::find(&text),
        "link" => klubba_fuzz::link(&text),
        "decode" => klubba_fuzz::decode(data),
        "pdf" => klubba_fuzz::pdf(data),
        "rtf" => klubba_fuzz::rtf(data),
        "html" => klubba_fuzz::html(data),
        "mail" => klubba_fuzz::mail(data),
        "docx" => klubba_fuzz::docx(data),
        "odt" => klubba_fuzz::odt(data),
        "doc" => klubba_fuzz::read(data.to_vec()),
        "archive" => klubba_fuzz::archive(data),
        _ => panic!("no such target: {target}"),
    }
    None
}

/// Numbers that look like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A stretch of an input, short ones most often.
    fn stretch<'a>(&mut self, of: &'a [u8], longest: usize) -> &'a [u8] {
        let most = 1 + self.below(longest);
        let length = 1 + self.below(most);
        let from = self.below((of.len() + 1).saturating_sub(length / 2));
        &of[from..(from + length).min(of.len())]
    }

    /// Changes a byte, or takes away, doubles, moves or brings a stretch or a word.
    fn change(&mut self, bytes: &mut Vec<u8>, other: &[u8], words: &[Vec<u8>]) {
        let (from, length) = (self.below(bytes.len()), 1 + self.below(16));
        let to = (from + length).min(bytes.len());
        let at = self.below(bytes.len() + 1);
        match self.below(8) {
            _ if bytes.is_empty() => bytes.extend_from_slice(self.stretch(other, 40)),
            0 => bytes[from] ^= 1 << self.below(8),
            1 => bytes[from] = *self.one(b"\0\n\r -<>{}()[]0129/\\;&%\"."),
            2 => drop(bytes.drain(from..to)),
            3 => drop(bytes.splice(at..at, bytes[from..to].to_vec())),
            4 => {
                let moved = Vec::from_iter(bytes.drain(from..to));
                let at = at.min(bytes.len());
                drop(bytes.splice(at..at, moved));
            }
            5 => drop(bytes.splice(at..at, self.stretch(other, 40).to_vec())),
            _ => drop(bytes.splice(at..at, self.one(words).clone())),
        }
    }
}

/// The words of a dictionary of libFuzzer's: `"\xc2\xa7 14"` a line.
fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let quoted = dictionary.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    let word = |quoted: &str| {
        let mut bytes = Vec::new();
        let mut rest = quoted.as_bytes();
        while let [first, behind @ ..] = rest {
            (rest, _) = match behind {
                [b'x', a, b, behind @ ..] if *first == b'\\' => {
                    let digits = [*a, *b];
                    let digits = std::str::from_utf8(&digits).expect("two digits");
                    (behind, bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal")))
                }
                [second, behind @ ..] if *first == b'\\' => (behind, bytes.push(*second)),
                _ => (behind, bytes.push(*first)),
            };
        }
        bytes
    };
    quoted.map(word).collect()
}

/// What is tried now, and since when.
type Now = Arc<Mutex<(Instant, Vec<u8>)>>;

/// Ends the run with the input that does not end. Looks are counted, not time, which goes on while the process stands still.
fn watch(now: &Now) {
    let (mut seen, mut looks) = (Instant::now(), 0);
    loop {
        thread::sleep(LOOK);
        let now = now.lock().unwrap();
        looks = if now.0 == seen { looks + 1 } else { 0 };
        seen = now.0;
        if looks == 6 {
            println!("BAD does not end\n  as b\"{}\"", now.1.escape_ascii());
            process::exit(1);
        }
    }
}

fn main() {
    let arguments = Vec::from_iter(env::args().skip(1));
    let [target, seconds, seed, folders @ ..] = arguments.as_slice() else {
        panic!("usage: mutate TARGET SECONDS SEED FOLDER…")
    };
    let mut files = Vec::from_iter(folders.iter().flat_map(|folder| fs::read_dir(folder).expect(folder)));
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    let mut inputs = Vec::from_iter(files.into_iter().filter_map(|file| fs::read(file.unwrap().path()).ok()));
    assert!(!inputs.is_empty(), "no input in {folders:?}");
    let words = words(include_str!("../swedish.dict"));
    let first = inputs.len();
    // Files are whole, or they are none of their kind; texts may be cut anywhere.
    let is_text = matches!(target.as_str(), "analyze" | "find" | "link" | "decode");
    let longest = if is_text { 120 } else { 4096 };
    let mut chance = Chance(seed.parse().expect("a seed is a number"));
    let mut pairs = HashSet::new();
    let end = Duration::from_secs(seconds.parse().expect("seconds are a number"));
    let (begin, mut told) = (Instant::now(), Instant::now());
    let (mut count, mut bytes, mut bad) = (0_u64, 0_u64, 0_u64);
    let now: Now = Arc::new(Mutex::new((begin, Vec::new())));
    thread::spawn({
        let now = Arc::clone(&now);
        move || watch(&now)
    });
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    while begin.elapsed() < end {
        let (seed, other) = (chance.below(inputs.len()), chance.below(inputs.len()));
        let mut input = match chance.below(4) {
            0 if is_text => inputs[seed].iter().copied().take(longest).collect(),
            _ if is_text => chance.stretch(&inputs[seed], longest).to_vec(),
            _ => inputs[seed].clone(),
        };
        for _ in 0..1 + chance.below(5) {
            chance.change(&mut input, &inputs[other], &words);
        }
        let before = Instant::now();
        *now.lock().unwrap() = (before, input.clone());
        let done = catch_unwind(AssertUnwindSafe(|| run(target, &input)));
        count += 1;
        bytes += input.len() as u64;
        let slow = before.elapsed() > SLOW;
        match done {
            Ok(Some(doc)) if inputs.len() < first + KEPT => {
                let rules =
                    doc.dates.iter().map(|x| x.rule.code).chain(doc.headings.iter().map(|x| x.rule.code));
                let rules = rules.chain(doc.people.iter().map(|x| x.rule.code));
                let rules = rules.chain(doc.speeches.iter().map(|x| x.rule.code));
                let rules = Vec::from_iter(rules.chain(doc.decisions.iter().map(|x| x.rule.code)));
                let mut new = false;
                for (at, a) in rules.iter().take(12).enumerate() {
                    for b in rules.iter().take(12).skip(at) {
                        new |= pairs.insert((*a, *b));
                    }
                }
                if new {
                    inputs.push(input);
                }
            }
            Ok(_) if !slow => {}
            failed => {
                bad += 1;
                let why = match failed {
                    Ok(_) => format!("took {:?}", before.elapsed()),
                    Err(panic) => panic
                        .downcast_ref::<String>()
                        .cloned()
                        .or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
                        .unwrap_or_default(),
                };
                println!("BAD {why}\n  as b\"{}\"", input.escape_ascii());
            }
        }
        if told.elapsed() > Duration::from_secs(60) {
            told = Instant::now();
            let kept = inputs.len() - first;
            println!(
                "{target}: {count} executions, {bytes} bytes, {bad} bad, {kept} kept, {:?}",
                begin.elapsed()
            );
        }
    }
    std::panic::set_hook(hook);
    println!("{target}: {count} executions, {bytes} bytes, {bad} bad in {:?}", begin.elapsed());
    assert_eq!(bad, 0, "inputs failed");
}
