//! What is evidence for a kind of text: its words, by where they stand; clues; the shape of its lines.
//!
//! A feature is a name of a few bytes: a letter for the zone, then the word. What the features of a text are is told here
//! alone: `tools/train_kind.py` gets them from this code by `examples/kind_features.rs`, so that weights and text cannot disagree.

use super::super::layout::Layout;
use super::super::layout::Role;
use super::words;
use crate::layers::structure::numbering;
use crate::scan::Source;
use crate::text::walk;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// So much of a text is read for its kind, in bytes.
const WINDOW: usize = 6000;
/// So much of it is its head.
const HEAD: usize = 800;
/// How many lines are its first ones, and how much of each is read.
const FIRST: usize = 6;
const LINE: usize = 160;
/// A feature is no longer than this.
const LONGEST: usize = 28;

/// The clues of `lexicon/data/kind_clues.txt`: names and phrases.
static CLUES: LazyLock<(Vec<&str>, Phrases<usize>)> = LazyLock::new(|| {
    let file = include_str!("../../../lexicon/data/kind_clues.txt");
    let lines =
        Vec::from_iter(file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')));
    let names = lines.iter().map(|(name, _)| *name).collect();
    let phrases = lines.iter().enumerate().flat_map(|(i, (_, words))| words.split(';').map(move |w| (w, i)));
    (names, Phrases::of(phrases))
});

/// Calls `found` with each feature of a text; with some more than once.
pub(super) fn each(source: &Source, layout: &Layout, found: &mut impl FnMut(&[u8])) {
    let text = walk::head(source.text, WINDOW);
    first_lines(source, layout, found);
    let lower = text.to_lowercase();
    words_of(b'w', &lower, found);
    words_of(b'h', walk::head(&lower, HEAD), found);
    capitals(walk::head(text, HEAD), found);
    clues(&lower, found);
    voices(&lower, found);
    shape(source, text, found);
}

/// The words of the first lines, and the kinds that these name.
fn first_lines(source: &Source, layout: &Layout, found: &mut impl FnMut(&[u8])) {
    let rows = layout.rows.iter().filter(|row| !matches!(row.role, Role::Blank | Role::Markup));
    let mut titled = false;
    for (index, row) in rows.take(FIRST).enumerate() {
        let index = index.min(3);
        let line = walk::head(row.text(source), LINE).to_lowercase();
        let line = if is_spaced(&line) { line.replace(' ', "") } else { line };
        if index < 3 {
            words_of(b't', &line, found);
        }
        if index == 0 {
            words_of(b'1', &line, found);
        }
        // *§ 3 Godkännande av dagordning*, *2. Protokoll*: a matter's words.
        if line.starts_with('§') || numbering::read(&line).is_some_and(|n| n.closed) {
            continue;
        }
        let Some(kind) = words::named(&line) else { continue };
        let name = kind.as_str();
        joined(&[b"n", index.to_string().as_bytes(), b":", name.as_bytes()], found);
        if !titled {
            joined(&[b"n:", name.as_bytes()], found);
        }
        titled = true;
    }
    if !titled {
        found(b"n:none");
    }
}

/// Whether a line's letters are spaced: *P R O T O K O L L*.
pub(in crate::layers::structure) fn is_spaced(line: &str) -> bool {
    let (mut words, mut letters) = (0, 0);
    for word in line.split_whitespace() {
        words += 1;
        letters += word.chars().count();
    }
    words >= 4 && letters <= words * 5 / 2
}

/// Each word of a text in lower case, the beginnings and ends of long ones.
fn words_of(zone: u8, lower: &str, found: &mut impl FnMut(&[u8])) {
    for word in lower.split(|c: char| !c.is_alphabetic() && c != '§') {
        if word.len() < 2 {
            continue;
        }
        let mut feature = [zone; LONGEST];
        if let Some(room) = feature.get_mut(1..=word.len()) {
            room.copy_from_slice(word.as_bytes());
            found(&feature[..=word.len()]);
        }
        let letters = word.chars().count();
        if letters < 9 {
            continue;
        }
        let mut ends = word.char_indices();
        let cut = ends.nth(6).map_or(0, |(at, _)| at);
        let tail = word.char_indices().nth(letters - 7).map_or(0, |(at, _)| at);
        joined(&[&[zone], word.get(..cut).unwrap_or("").as_bytes(), b"*"], found);
        joined(&[&[zone], b"~", word.get(tail..).unwrap_or("").as_bytes()], found);
    }
}

/// Words in capitals.
fn capitals(text: &str, found: &mut impl FnMut(&[u8])) {
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() >= 3) {
        if word.chars().all(char::is_uppercase) {
            joined(&[b"C", word.to_lowercase().as_bytes()], found);
        }
    }
}

/// How often each clue stands in a text.
fn clues(lower: &str, found: &mut impl FnMut(&[u8])) {
    let (names, phrases) = &*CLUES;
    let mut counts = vec![0_usize; names.len()];
    phrases.each(lower.as_bytes(), |_, clue| {
        if let Some(count) = counts.get_mut(clue) {
            *count += 1;
        }
    });
    let total: usize = counts.iter().sum();
    for (name, &count) in names.iter().zip(&counts) {
        steps(name, count, &[1, 2, 4, 8], found);
        let share = if total < 4 { 0 } else { count * 100 / total };
        steps(&format!("{name}%"), share, &[10, 20, 35, 50], found);
    }
}

/// How long a text and its lines are, how they begin and end, and which marks stand in them.
fn shape(source: &Source, text: &str, found: &mut impl FnMut(&[u8])) {
    let (mut lines, mut short, mut numbered, mut pointed, mut quoted, mut turns, mut labels) =
        (0, 0, 0, 0, 0, 0, 0);
    for line in source.lines.iter().take_while(|l| (l.start as usize) < WINDOW).filter(|l| !l.is_blank()) {
        let line = walk::head(line.text(source.text), LINE);
        lines += 1;
        short += usize::from(line.len() < 60 && !line.ends_with('.'));
        numbered += usize::from(line.starts_with(|c: char| c.is_ascii_digit()));
        pointed += usize::from(line.starts_with(['•', '-', '*', '–', '·']));
        quoted += usize::from(line.starts_with(['–', '—', '”', '"', '-', '»']) && line.len() > 40);
        turns += usize::from(line.starts_with("Anf."));
        labels += usize::from(line.len() < 40 && line.ends_with(':'));
    }
    let count = |mark: char| text.matches(mark).count();
    let words = text.split_ascii_whitespace().count().max(1);
    let share = |part: usize| part * 100 / lines.max(1);
    steps("bytes", source.text.len(), &[1000, 2000, 4000, 8000, 20000], found);
    steps("linelength", text.len() / lines.max(1), &[40, 80, 150, 400], found);
    steps("short", share(short), &[10, 30, 50, 70], found);
    steps("numbered", share(numbered), &[3, 10, 25], found);
    steps("pointed", share(pointed), &[3, 10, 25], found);
    steps("quoted", quoted, &[1, 2, 4], found);
    steps("turns", turns, &[1, 2], found);
    steps("labels", labels, &[1, 3], found);
    steps("paragraphs", count('§'), &[1, 3, 6, 12], found);
    steps("exclaims", count('!'), &[1, 3], found);
    steps("asks", count('?'), &[1, 3, 6], found);
    steps("bold", text.matches("**").count(), &[1, 6], found);
    steps("hash", count('#'), &[1, 4], found);
    steps(
        "digits",
        text.bytes().filter(u8::is_ascii_digit).count() * 100 / text.len().max(1),
        &[2, 4, 8],
        found,
    );
    let capital = text.split_ascii_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    steps("capitals", capital * 100 / words, &[12, 20, 30, 45], found);
    steps("stops", text.matches(". ").count() * 1000 / text.len().max(1), &[3, 6, 9], found);
    steps("brackets", count(')'), &[2, 6, 15], found);
}

/// Words that tell who speaks to whom, and of when; in lower case.
static VOICES: [(&str, &[&str]); 6] = [
    ("i", &["jag", "mig", "min", "mitt", "mina"]),
    ("we", &["vi", "oss", "vår", "vårt", "våra"]),
    ("you", &["du", "dig", "ni", "er", "ditt", "din", "dina"]),
    ("must", &["ska", "skall", "får", "måste", "bör", "kan"]),
    ("was", &["har", "hade", "var", "blev", "fick"]),
    ("they", &["han", "hon", "de", "man", "dem"]),
];

/// How many of a hundred words tell a voice, or are verbs in the past.
fn voices(lower: &str, found: &mut impl FnMut(&[u8])) {
    let (mut counts, mut past, mut passive, mut all) = ([0; VOICES.len()], 0, 0, 0);
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        all += 1;
        past += usize::from(word.len() > 4 && word.ends_with("ade"));
        passive += usize::from(word.len() > 4 && word.ends_with("des"));
        if word.len() <= 6 {
            for (count, (_, words)) in counts.iter_mut().zip(VOICES) {
                *count += usize::from(words.contains(&word));
            }
        }
    }
    let share = |count: usize| count * 1000 / all.max(1);
    for (count, (name, _)) in counts.iter().zip(VOICES) {
        steps(name, share(*count), &[3, 10, 20, 40], found);
    }
    steps("past", share(past), &[5, 15, 30], found);
    steps("passive", share(passive), &[5, 15, 30], found);
}

/// A feature for each step that a count reaches.
fn steps(name: &str, count: usize, steps: &[usize], found: &mut impl FnMut(&[u8])) {
    for step in steps.iter().filter(|step| count >= **step) {
        joined(&[b"s", name.as_bytes(), b"=", step.to_string().as_bytes()], found);
    }
}

/// A feature made of parts.
fn joined(parts: &[&[u8]], found: &mut impl FnMut(&[u8])) {
    let mut feature = [0; LONGEST];
    let mut end = 0;
    for part in parts {
        let Some(room) = feature.get_mut(end..end + part.len()) else { return };
        room.copy_from_slice(part);
        end += part.len();
    }
    found(&feature[..end]);
}
