//! The search for what is not linear: pages of one thing, again and again, at two lengths.
//!
//! Every character that the code or the lexicon names, every entry of the lexicon, every pair of fifty pieces of syntax and every
//! shape of a line makes a page. A page sixteen times as long may cost sixteen times as much, and half of that more: what
//! is quadratic costs 256 times as much in the end. What is measured is the CPU time of the thread, the least of several,
//! so that other work on the machine does not count; what looks slow is measured again, longer and more often.

use cpu_time::ThreadTime;
use klubba::{Analyzer, Layers};
use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How long a short page is, in bytes, and how many times longer a long one.
const SHORT: usize = 2 << 10;
const TIMES: usize = 16;
/// So much more a byte may cost in a long page.
const DEAR: f64 = 1.5;
/// What is measured again with pages so many times as long.
const AGAIN: usize = 8;

/// Pieces of syntax that grammars look for: marks, words of each class, numbers, the beginnings of lines.
const SYNTAX: [&str; 50] = [
    "§ 1 ",
    "1. ",
    "- ",
    "– ",
    "• ",
    "(",
    ")",
    "(S) ",
    "[",
    "]",
    "\"",
    "”",
    "»",
    "’",
    ".",
    "?",
    ",",
    ": ",
    "; ",
    "/",
    "-",
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u{ad}",
    "¨",
    "a\u{30a}",
    "Anna ",
    "Holm ",
    "ANNA HOLM ",
    "ordföranden ",
    "Kommunstyrelsen ",
    "nämnden ",
    "beslutar ",
    "yrkar ",
    "att ",
    "säger ",
    "inte ",
    "uppdrag ",
    "14 mars ",
    "2024 ",
    "den ",
    "kl. 9 ",
    "och ",
    "Beslut\n",
    "Innehåll\n",
    "Närvarande: ",
    "Sida 1\n",
    "# ",
];

/// Measured in every run: each was slow once, or is like one that was.
const KNOWN: &[&str] = &[
    "7",
    "12 ",
    "1.2.3 ",
    "2024-",
    "-",
    "– ",
    "--- ",
    "\"",
    "” ",
    "»",
    "’",
    "§",
    "§ 1 ",
    "§ 1\n",
    "(",
    ")",
    "(S) ",
    "[",
    "((",
    "A",
    "Anna ",
    "ANNA ",
    "Anna Holm, ",
    "A-",
    "ATT ",
    "att ",
    "- att \n",
    "att beslutar ",
    "• \n",
    "1. \n",
    "Beslut\n",
    "Beslut\n\n",
    "Beslut\n\n1. Avslå\n\n",
    "§ 1 Val\n\nBeslut\n\n1. Avslå\n\n",
    "Innehåll\nab  2\n\n8 2\n\n",
    "»ANNA HOLM (S): ",
    "”a” Anna Holm säger ",
    "Ordföranden Anna Holm säger ",
    "beslutar ",
    "yrkar ",
    "säger ",
    "– säger ",
    "\n– ",
    "Anna Holm säger ",
    "mars ",
    "den 1 ",
    "och ",
    "till ",
    "kl. 9 ",
    "kl. 9–",
    "... ",
    "......",
    "?",
    "!",
    ".).",
    "?\" ",
    "…",
    ". ",
    ".\n",
    ",",
    ":",
    ": ",
    "\n",
    "\r",
    " ",
    "\t\n",
    "|",
    "| a |\n",
    "#",
    "# \n",
    "# a\n",
    "*",
    "**a** ",
    "_",
    "\\",
    "{",
    "<",
    "<a>",
    "&",
    "a\n",
    "a\n\n",
    "Anna\n",
    "A. ",
    "å",
    "o\u{308}",
    "¨o",
    "\u{ad}",
    "a\u{ad}",
    "\u{a0}",
    "🙂",
    "\u{0}",
    "\u{c}",
    "Sida 1\n\u{c}",
    "1 .... 2\n",
    "ab  2\n",
    "Innehåll\n",
    "Innehåll\nab  2\n\n",
    "KS 2024/1 ",
    "ordföranden ",
    "Ordföranden ",
    "uppdrag ",
    "nästa ",
    "igår ",
    "ja-röster ",
    "22 ja ",
    "4 § LSS: ",
    "SFS 2017:725 ",
    "Protokoll\n\n§ 1 Val\n\nJusterare: Anna Holm ej § 5 ",
    "Justerare: Anna Holm, ej § 5, ",
    "Anna Holm (S) röstar ja. ",
    "(C): ",
    "HOLM (C): x\n",
    "ANNA HOLM ",
    "ANNA HOLM (S): ",
    "Anna Holm (S), ",
    "[1] ",
    "(a) ",
    "§§ ",
    "§ ",
    "2024 14 mars ",
    "innefattar ",
    "3 § ",
    "1–2 ",
    "2024-03-14 ",
    "1 (2)\n",
    "”a” ",
    "– att ",
    "- att\n- ",
    "att\n\n",
    "den 3 ",
    "Domstolens avgörande ",
    "# \n\n\n",
    "Anna  ",
    "Anna (",
    "§§ ",
];

/// What a piece stands in: alone, as a line, as a point, a cell, a field, a line of contents, a speech.
const SHAPES: [&str; 20] = [
    "{}",
    "{} ",
    "{}\n",
    "{}\n\n",
    "{}, ",
    "{}. ",
    "{}: a\n",
    "a: {}\n",
    "- {}\n",
    "1. {}\n\n",
    "§ 1 {}\n\n",
    "# {}\n",
    "| {} | a |\n",
    "\t{}\n",
    "  {}  1\n",
    "{} .... 2\n",
    "”{}” säger Anna Holm. ",
    "Nämnden beslutar att {}. ",
    "Anna Holm (S): {}\n",
    "Beslut\n\n{}\n\n",
];

/// Pieces of which no two are the same: each % is a word of its own, each ~ a number of its own.
const GROWING: [&str; 32] = [
    "% ",
    "%\n",
    "%\n\n",
    "# %\n\n",
    "%: a\n",
    "% % ",
    "% Holm, ",
    "Anna %, ",
    "Anna % (S), ",
    "Anna % (S), Anna % (M), ",
    "Anna Holm (S), Anna Holm (%), ",
    "Anna % (S), ordförande\n",
    "Anna % (S), %chef\n",
    "Anna Holm, %chef\n",
    "%, Anna (S)\n",
    "Närvarande: Anna % ej § ~, ",
    "Anna % säger att det är bra. ",
    "”a”, säger Anna %. ",
    "ANNA % (S): a\n",
    "Anf. ~ ANNA %: a\n",
    "Motion av Anna % (S) om %.\n\n",
    "Anna % (S) yrkar bifall. ",
    "%nämnden beslutar att anta planen. ",
    "Nämnden beslutar att välja Anna % till ordförande. ",
    "§ ~ %\n\nBeslut\n\nNämnden beslutar att anta %.\n\n",
    "§ ~ %\n",
    "~. %\n\n",
    "~ % .... ~\n",
    "KS 2024/~ ",
    "den 3 mars ~ ",
    "(~) ",
    "| % | ~ |\n",
];

/// What stands before the first piece: nothing, or what makes the text the minutes of a meeting.
const BEFORE: [&str; 2] = ["", "Protokoll\n\n§ 1 Val\n\nNärvarande: Anna Holm (S), ordförande\n\nBeslut\n\n"];

/// A page to be made at any length.
#[derive(Clone, Debug)]
struct Page {
    before: &'static str,
    /// Repeated one after the other: each fills its share of the page.
    parts: Vec<String>,
}

impl Page {
    fn of(piece: impl Into<String>) -> Page {
        Page { before: BEFORE[0], parts: vec![piece.into()] }
    }

    fn make(&self, bytes: usize) -> String {
        let share = bytes / self.parts.len();
        let mut page = self.before.to_owned();
        for part in &self.parts {
            if part.contains(['%', '~']) {
                growing(&mut page, part, share);
            } else {
                page.push_str(&part.repeat(share / part.len()));
            }
        }
        // A run of marks that ends the text is another thing than one before a word.
        page + "a"
    }
}

/// Adds a piece of [`GROWING`] until `bytes` are full.
fn growing(page: &mut String, piece: &str, bytes: usize) {
    let end = page.len() + bytes;
    for number in 1.. {
        if page.len() >= end {
            return;
        }
        // Letters of a number to the base of six, as a name may have them.
        let mut word = String::from("L");
        let mut rest = number;
        while rest > 0 {
            word.push_str(["a", "ber", "i", "dal", "o", "mun"][rest % 6]);
            rest /= 6;
        }
        let filled = piece.replace('~', &number.to_string()).replace('%', &word);
        page.push_str(&filled);
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of every file below a folder whose name ends so.
fn texts(folder: &Path, ending: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            texts(&entry, ending, found);
        } else if entry.extension().is_some_and(|e| e == ending) {
            found.push(fs::read_to_string(entry).expect("a text"));
        }
    }
}

/// Every character but letters and figures that stands in the code or in the lexicon, and one letter of each kind.
fn characters() -> Vec<String> {
    let mut files = Vec::new();
    texts(&root().join("src"), "rs", &mut files);
    texts(&root().join("src"), "txt", &mut files);
    let named: BTreeSet<char> =
        files.iter().flat_map(|text| text.chars()).filter(|c| !c.is_alphanumeric()).collect();
    // Those that the code names by their number.
    let by_number = "\0\u{b}\u{c}\r\u{85}\u{a0}\u{ad}\u{300}\u{301}\u{308}\u{30a}\u{2009}\u{2010}\u{2028}\u{feff}\u{fffd}";
    let letters = "aAåÅ7½éß中";
    let all: BTreeSet<char> = named.into_iter().chain(by_number.chars()).chain(letters.chars()).collect();
    all.into_iter().map(String::from).collect()
}

/// The words and phrases of the lexicon: each cell, and each word of it, as they may begin a sentence and inside one.
fn entries() -> Vec<String> {
    let mut files = Vec::new();
    texts(&root().join("src/lexicon/data"), "txt", &mut files);
    let mut all = BTreeSet::new();
    for line in files.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')) {
        for cell in line.split(['\t', ';']).map(str::trim).filter(|cell| !cell.is_empty()) {
            all.extend(cell.split_whitespace().map(str::to_owned));
            if cell.len() < 80 {
                all.insert(cell.to_owned());
            }
        }
    }
    all.into_iter().collect()
}

/// The pages that are known, and each `step`th of all others.
fn pages(step: usize) -> Vec<Page> {
    let mut all = Vec::new();
    for piece in characters() {
        all.extend(["{}", "{} ", "{}\n"].map(|shape| Page::of(shape.replace("{}", &piece))));
    }
    for piece in SYNTAX {
        all.extend(SHAPES.iter().map(|shape| Page::of(shape.replace("{}", piece))));
    }
    let mut pairs = Vec::new();
    for a in SYNTAX {
        for b in SYNTAX {
            pairs.push(Page::of([a, b].concat()));
            if a != b {
                pairs.push(Page { before: BEFORE[0], parts: vec![a.to_owned(), b.to_owned()] });
            }
        }
    }
    let mut words = Vec::new();
    for word in entries() {
        let capital: String =
            word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
        for word in [word, capital] {
            words.extend(["{} ", "{}\n"].map(|shape| Page::of(shape.replace("{}", &word))));
        }
    }
    all.extend(pairs);
    let of_meeting = Vec::from_iter(all.iter().map(|page| Page { before: BEFORE[1], ..page.clone() }));
    all.extend(of_meeting);
    all.extend(words);
    let known = KNOWN.iter().chain(&GROWING).map(|&piece| Page::of(piece));
    known.chain(all.into_iter().step_by(step)).collect()
}

fn time(analyzer: &Analyzer, text: &str) -> Duration {
    let start = ThreadTime::now();
    black_box(analyzer.analyze(text));
    start.elapsed()
}

/// How much more a byte costs in a page [`TIMES`] times as long as `short`; the least of so many measurements.
fn dearer(analyzer: &Analyzer, page: &Page, short: usize, times: usize) -> f64 {
    let (short, long) = (page.make(short), page.make(short * TIMES));
    let least = |text: &str, times| (0..times).map(|_| time(analyzer, text)).min().unwrap_or_default();
    let ratio = long.len() as f64 / short.len() as f64;
    // The short one is cheap, and its time wavers more.
    least(&long, times).as_secs_f64() / least(&short, 2 * times).as_secs_f64().max(1e-9) / ratio
}

/// How much dearer a byte is in a long page, if it is [`DEAR`]. What looks so is measured again; then in longer pages, for some
/// work begins at some length, and is linear from there on.
fn grows(analyzer: &Analyzer, page: &Page) -> Option<f64> {
    let dear = |short, times| Some(dearer(analyzer, page, short, times)).filter(|&ratio| ratio >= DEAR);
    dear(SHORT, 1).and_then(|_| dear(SHORT, 3)).and_then(|_| dear(SHORT * AGAIN, 3))
}

/// Measures each `step`th page with these layers, on all cores, and tells those that are dearer when they are longer.
pub fn search(step: usize, layers: Layers) -> Vec<String> {
    let (pages, next, slow) = (pages(step), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let analyzer = Analyzer::builder().layers(layers).build();
    let work = || {
        while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = catch_unwind(AssertUnwindSafe(|| grows(&analyzer, page)));
            let told = match found {
                Ok(None) => continue,
                Ok(Some(ratio)) => format!("{ratio:.1} times as dear a byte: {layers:?}, {page:?}"),
                Err(_) => format!("panics: {layers:?}, {page:?}"),
            };
            eprintln!("{told}");
            slow.lock().expect("no thread failed").push(told);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    eprintln!("{} pages with {layers:?}", pages.len());
    slow.into_inner().expect("no thread failed")
}
