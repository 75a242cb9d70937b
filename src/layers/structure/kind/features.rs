//! What is evidence for a kind of text: its words, by where they stand; clues; the shape of its lines.
//!
//! A feature is a name of a few bytes: a letter for the zone, then the word. What the features of a text are is told here
//! alone: `tools/train_kind.py` gets them from this code by `examples/kind_features.rs`, so that weights and text cannot disagree.

use super::super::layout::Layout;
use super::super::layout::Role;
use super::words;
use crate::document::DocumentKind;
use crate::layers::structure::headings::Found;
use crate::layers::structure::numbering;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::pages::{PASSIVE_END, PAST_END, PROTOCOL_BEGINS, TURN};
use crate::lexicon::sets::titles::GREETINGS;
use crate::lexicon::sets::titles::{ASKING, OPENERS};
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::Lower;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// So much of a text is read for its kind, in bytes.
const WINDOW: usize = 4000;
/// So much of it is its head.
const HEAD: usize = 800;
/// How many lines are its first ones, and how much of each is read.
const FIRST: usize = 6;
/// How many lines may begin with what the text calls itself.
const OPENING: usize = 9;
/// So much of a text is its end, in bytes.
const END: usize = 500;
const LINE: usize = 160;
/// A feature is no longer than this.
const LONGEST: usize = 28;

/// The clues of `lexicon/data/kind_clues.txt`, then those of `kind_manners.txt`.
struct ClueLists {
    names: Vec<&'static str>,
    /// How many of them are of the first file.
    first: usize,
    phrases: Phrases<usize>,
}

static CLUES: LazyLock<ClueLists> = LazyLock::new(|| {
    let lines =
        |file: &'static str| file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    let mut all = Vec::from_iter(lines(include_str!("../../../lexicon/data/kind_clues.txt")));
    let first = all.len();
    all.extend(lines(include_str!("../../../lexicon/data/kind_manners.txt")));
    let phrases = all.iter().enumerate().flat_map(|(i, (_, words))| words.split(';').map(move |w| (w, i)));
    ClueLists { names: all.iter().map(|(name, _)| *name).collect(), first, phrases: Phrases::of(phrases) }
});

/// Takes the features of a text, some more than once.
pub(super) trait Take {
    /// The feature of this name.
    fn name(&mut self, name: &[u8]);
    /// A word, the beginning of one (`protoko*`) or its end (`~okollet`), in one zone or more. Returns the voices that it tells.
    fn form(&mut self, zones: &[u8], form: &[u8]) -> VoiceBits;
}

/// A bit for each voice, in the order of the file.
pub(super) type VoiceBits = u32;

/// What the other steps know of a text: its title, its headings, and whether it has the marks of a verbatim record.
#[derive(Clone, Copy)]
pub(in crate::layers::structure) struct Known<'a> {
    pub title: Option<&'a str>,
    pub found: &'a [Found],
    pub record: bool,
}

/// The features of a text.
pub(super) fn each(source: &Source, layout: &Layout, known: Known, to: &mut impl Take) {
    let text = walk::head(source.text, WINDOW);
    let Some(lower) = Lower::<WINDOW>::of(text.as_bytes()) else { return };
    let top = top(source, layout);
    first_lines(&top, to);
    let tally = text_words(lower.text(), to);
    tally.told(to);
    capitals(walk::head(text, HEAD), to);
    let opens = opening(&top, to);
    let titled = of_title(known.title, to);
    last_words(source, to);
    let (done, due) = clues(lower.bytes(), to);
    // A call that tells what was done is the record of the meeting.
    let calls = titled.or(opens).unwrap_or("none");
    joined(&[b"x:", calls.as_bytes(), if done > due { b"-done" } else { b"-due" }], to);
    shape(source, text, tally.words, to);
    headings(known.found, source.text.len(), to);
    if known.record {
        to.name(b"m:record");
    }
}

/// How many headings there are, and of which sorts.
fn headings(found: &[Found], bytes: usize, to: &mut impl Take) {
    let count = |test: &dyn Fn(&&Found) -> bool| found.iter().filter(|f| test(f)).count();
    let of_label = |label| count(&|f| f.label == Some(label));
    manners("heads", found.len(), &[1, 3, 6, 12], to);
    manners("asking", count(&|f| is_question(&f.title)), &[1, 2, 3], to);
    manners("numbers", count(&|f| f.number.is_some()), &[1, 3, 6], to);
    manners("labelled", count(&|f| f.label.is_some()), &[1, 3], to);
    manners("decided", of_label(Label::Decision), &[1, 2], to);
    manners("attended", of_label(Label::Attendance), &[1], to);
    manners("headed", found.len() * 10_000 / bytes.max(1000), &[5, 15, 30], to);
}

/// Whether a line asks something, by its first word or its mark.
fn is_question(line: &str) -> bool {
    line.ends_with('?')
        || Lower::<LONGEST>::of(walk::head(line, LONGEST).as_bytes()).is_some_and(|lower| {
            let lower = lower.text();
            ASKING.iter().any(|word| walk::starts_with_word(lower, word))
        })
}

/// One of the first lines.
struct Top {
    /// How long the whole line is.
    len: usize,
    /// Its beginning in lower case, spaced letters as one word.
    lower: String,
}

/// The first lines with text.
fn top(source: &Source, layout: &Layout) -> Vec<Top> {
    let rows = layout.rows.iter().filter(|row| !matches!(row.role, Role::Blank | Role::Markup));
    let lines = rows.take(FIRST.max(OPENING)).filter_map(|row| {
        let text = row.text(source);
        let lower = Lower::<LINE>::of(walk::head(text, LINE).as_bytes())?;
        let lower = lower.text();
        let lower = if is_spaced(lower) { lower.replace(' ', "") } else { lower.to_string() };
        Some(Top { len: text.len(), lower })
    });
    lines.collect()
}

/// The words of the first lines, and the kinds that these name.
fn first_lines(top: &[Top], to: &mut impl Take) {
    let mut titled = false;
    for (index, Top { lower: line, .. }) in top.iter().take(FIRST).enumerate() {
        let index = index.min(3);
        let zones: &[u8] = match index {
            0 => b"t1",
            1 | 2 => b"t",
            _ => b"",
        };
        if !zones.is_empty() {
            words_of(line, |word, _| {
                form_of(zones, word, to);
                ends_of(zones, word, to);
            });
        }
        // *§ 3 Godkännande av dagordning*, *2. Protokoll*: a matter's words.
        if line.starts_with('§') || numbering::read(line).is_some_and(|n| n.closed) {
            continue;
        }
        let Some(kind) = words::named_in(line) else { continue };
        let name = kind.as_str();
        joined(&[b"n", &[b'0' + index as u8], b":", name.as_bytes()], to);
        if !titled {
            joined(&[b"n:", name.as_bytes()], to);
        }
        titled = true;
    }
    if !titled {
        to.name(b"n:none");
    }
}

/// What the text calls itself where a line begins with it, whom it greets and to whom it goes. Returns the first of these.
fn opening(top: &[Top], to: &mut impl Take) -> Option<&'static str> {
    let mut called = None;
    for (index, Top { len, lower }) in top.iter().take(OPENING).enumerate() {
        if lower.starts_with(|c: char| c.is_ascii_digit() || c == '§') && index > 0 {
            continue;
        }
        let lower = lower.trim_start_matches(|c: char| !c.is_alphabetic());
        let second = lower.match_indices(' ').nth(1).map_or(lower.len(), |(at, _)| at);
        // *Kommunrevisionen      SAMMANTRÄDESANTECKNINGAR*: a column of its own.
        let bytes = lower.as_bytes();
        let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
        let gaps = pairs.fold(false, |gaps, (&a, &b)| gaps | ((a == b' ') & (b == b' ')));
        let gap = if gaps { bytes.windows(2).rposition(|two| two == b"  ") } else { None };
        let column = gap.and_then(|gap| lower.get(gap + 2..)).filter(|column| column.len() < 40);
        let begun =
            column.and_then(|column| call(column.trim())).or_else(|| call(walk::head(lower, second.min(60))));
        if let Some(name) = begun.filter(|_| called.is_none()) {
            called = begun;
            joined(&[b"b:", name.as_bytes()], to);
            if index == 0 {
                joined(&[b"b0:", name.as_bytes()], to);
            }
            if *len < 60 {
                joined(&[b"bs:", name.as_bytes()], to);
            }
        }
        let begins = |words: &[&str]| words.iter().any(|word| walk::starts_with_word(lower, word));
        if *len < 80 && begins(GREETINGS) {
            to.name(b"g:greets");
        }
        if *len < 120 && begins(&["till"]) {
            to.name(b"g:to");
        }
    }
    called
}

/// What words call a text: a kind, or a meeting, of which the text may be the record or the call.
fn call(lower: &str) -> Option<&'static str> {
    let kind = words::named_in(lower)?;
    Some(if kind == DocumentKind::Minutes && !lower.contains(PROTOCOL_BEGINS) {
        "meeting"
    } else {
        kind.as_str()
    })
}

/// What the document's title names, and what it begins with.
fn of_title(title: Option<&str>, to: &mut impl Take) -> Option<&'static str> {
    let Some(title) = title else {
        to.name(b"k:untitled");
        return None;
    };
    let tight;
    let title = if is_spaced(title) {
        tight = title.replace(' ', "");
        tight.as_str()
    } else {
        title
    };
    let lower = Lower::<LINE>::of(walk::head(title, LINE).as_bytes())?;
    let lower = lower.text().trim_start_matches(|c: char| !c.is_alphabetic());
    let second = lower.match_indices(' ').nth(1).map_or(lower.len(), |(at, _)| at);
    let begun = call(walk::head(lower, second.min(60)));
    let names = call(lower);
    joined(&[b"kb:", begun.unwrap_or("none").as_bytes()], to);
    joined(&[b"k:", names.unwrap_or("none").as_bytes()], to);
    if title.ends_with(['!', '?']) {
        to.name(b"k:cries");
    }
    of_name(title, lower, to);
    begun.or(names)
}

/// How the title is put.
fn of_name(title: &str, lower: &str, to: &mut impl Take) {
    if is_question(title) {
        to.name(b"m:asks");
    }
    if let Some(word) = OPENERS.iter().find(|word| walk::starts_with_word(lower, word)) {
        joined(&[b"m:", word.as_bytes()], to);
    }
    if title.bytes().any(|b| b.is_ascii_digit()) {
        to.name(b"m:figures");
    }
    if title.contains(':') {
        to.name(b"m:colon");
    }
    manners("titlewords", lower.split_whitespace().count(), &[2, 4, 7, 11], to);
}

/// The words with which a text ends: who signs it, and what is wished.
fn last_words(source: &Source, to: &mut impl Take) {
    let from = source.text.len().saturating_sub(END);
    let Some(from) = (from..=source.text.len()).find(|&at| source.text.is_char_boundary(at)) else { return };
    let end = source.text[from..].trim_end();
    if from == 0 {
        return;
    }
    let Some(lower) = Lower::<END>::of(end.as_bytes()) else { return };
    words_of(lower.text(), |word, _| {
        form_of(b"e", word, to);
    });
}

/// Whether a line's letters are spaced: *P R O T O K O L L*.
pub(in crate::layers::structure) fn is_spaced(line: &str) -> bool {
    if has_long_words(line) {
        return false;
    }
    let bytes = line.as_bytes();
    let (mut words, mut letters, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let (mut len, mut figure) = (0, false);
        while at < bytes.len() && walk::blank(line, at) == 0 {
            figure |= bytes[at].is_ascii_digit();
            len += usize::from(bytes[at] & 0xC0 != 0x80);
            at += 1;
        }
        // *AD 2013 nr 63* is short, and no spaced word.
        if len > 0 && !figure {
            words += 1;
            letters += len;
        }
        at += if at < bytes.len() { walk::blank(line, at) } else { 0 };
    }
    words >= 4 && letters <= words * 5 / 2
}

/// Whether the blanks of a line without figures are surely too few for its letters, if they are spaced. `true` is certain.
fn has_long_words(line: &str) -> bool {
    // Figures, and what may be white space.
    let other =
        |b: u8| b.is_ascii_digit() | (b < b' ') | (b == 0x7F) | (b == 0xC2) | (0xE1..=0xE3).contains(&b);
    let plain = !line.bytes().fold(false, |found, b| found | other(b));
    let blanks = memchr::memchr_iter(b' ', line.as_bytes()).count();
    plain && line.chars().count() - blanks > (blanks + 1) * 5 / 2
}

/// Calls `found` with each word of a text in lower case, and where it begins. `§` is one.
fn words_of(lower: &str, mut found: impl FnMut(&[u8], usize)) {
    let bytes = lower.as_bytes();
    // The signs ª, µ and º are no letters here.
    let signs = memchr::memchr(0xC2, bytes).is_some();
    let letters_end = |at: usize| {
        let end = walk::word_end(lower, at);
        let sign = if signs { bytes[at..end].iter().position(|&byte| byte == 0xC2) } else { None };
        sign.map_or(end, |sign| at + sign)
    };
    let mut at = 0;
    while at < bytes.len() {
        let mut end = letters_end(at);
        while signs && bytes[end..].starts_with("§".as_bytes()) {
            end = letters_end(end + "§".len());
        }
        if end > at {
            found(&bytes[at..end], at);
        }
        at = end + 1;
        while bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
            at += 1;
        }
    }
}

/// A word. Returns the voices that it tells.
#[inline]
fn form_of(zones: &[u8], word: &[u8], to: &mut impl Take) -> VoiceBits {
    if (2..LONGEST).contains(&word.len()) { to.form(zones, word) } else { 0 }
}

/// The beginning and the end of a long word.
fn ends_of(zones: &[u8], word: &[u8], to: &mut impl Take) {
    // Nine letters take nine bytes at least.
    let starts = |byte: &u8| *byte & 0xC0 != 0x80;
    if word.len() < 9 || word.iter().filter(|byte| starts(byte)).count() < 9 {
        return;
    }
    let cut = word.iter().enumerate().filter(|(_, byte)| starts(byte)).nth(6).map_or(0, |(at, _)| at);
    let tail = word.iter().enumerate().rev().filter(|(_, byte)| starts(byte)).nth(6).map_or(0, |(at, _)| at);
    let mut form = [b'*'; LONGEST];
    if let (Some(room), Some(head)) = (form.get_mut(..cut), word.get(..cut)) {
        room.copy_from_slice(head);
        to.form(zones, &form[..=cut]);
    }
    form[0] = b'~';
    let end = word.len() - tail;
    if let (Some(room), Some(last)) = (form.get_mut(1..=end), word.get(tail..)) {
        room.copy_from_slice(last);
        to.form(zones, &form[..=end]);
    }
}

/// What was counted among the words of a text.
struct Tally {
    words: usize,
    voices: [usize; VOICES],
    past: usize,
    passive: usize,
}

/// The words of a text and of its head.
fn text_words(lower: &str, to: &mut impl Take) -> Tally {
    let mut tally = Tally { words: 0, voices: [0; VOICES], past: 0, passive: 0 };
    words_of(lower, |word, start| {
        let zones: &[u8] = if start + word.len() <= HEAD { b"wh" } else { b"w" };
        tally.words += 1;
        tally.past += usize::from(word.len() > 4 && word.ends_with(PAST_END.as_bytes()));
        tally.passive += usize::from(word.len() > 4 && word.ends_with(PASSIVE_END.as_bytes()));
        let mut told = form_of(zones, word, to);
        while let Some(count) = tally.voices.get_mut(told.trailing_zeros() as usize) {
            *count += 1;
            told &= told - 1;
        }
    });
    tally
}

impl Tally {
    /// How many of a hundred words tell a voice, or are verbs in the past.
    fn told(&self, to: &mut impl Take) {
        let share = |count: usize| count * 1000 / self.words.max(1);
        for (index, (&count, name)) in self.voices.iter().zip(voices().keys()).enumerate() {
            if index < SPEAKERS {
                steps(name, share(count), &[3, 10, 20, 40], to);
            } else {
                manners(name, share(count), &[2, 5, 10, 20, 35], to);
            }
        }
        steps("past", share(self.past), &[5, 15, 30], to);
        steps("passive", share(self.passive), &[5, 15, 30], to);
    }
}

/// How many voices there are, at most as many as `VoiceBits` has bits.
pub(super) const VOICES: usize = 31;
/// How many of them tell who speaks: the first ones.
const SPEAKERS: usize = 6;

/// The voices of `lexicon/data/kind_voices.txt` in order.
pub(super) struct Voices([(&'static str, &'static str); VOICES]);

impl Voices {
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(name, _)| *name)
    }

    /// Each word with the bit of its voice: once for each voice that it tells.
    pub fn words(&self) -> impl Iterator<Item = (&'static [u8], VoiceBits)> {
        self.0
            .iter()
            .enumerate()
            .flat_map(|(at, (_, words))| words.split(' ').map(move |w| (w.as_bytes(), 1 << at)))
    }
}

pub(super) fn voices() -> &'static Voices {
    static LINES: LazyLock<Voices> = LazyLock::new(|| {
        let file = include_str!("../../../lexicon/data/kind_voices.txt");
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        let mut all = [("", ""); VOICES];
        for (room, line) in all.iter_mut().zip(lines) {
            *room = line.split_once('\t').unwrap_or_default();
        }
        Voices(all)
    });
    &LINES
}

/// Words in capitals.
fn capitals(text: &str, to: &mut impl Take) {
    let is_capital = |at: usize| match text.as_bytes().get(at) {
        Some(byte) => byte.is_ascii_uppercase() || *byte >= 0x80,
        None => false,
    };
    words_of(text, |word, start| {
        if word.len() < 3 || !is_capital(start) || !is_capital(start + 1) {
            return;
        }
        let whole = std::str::from_utf8(word).unwrap_or("");
        if whole.chars().all(char::is_uppercase)
            && let Some(lower) = Lower::<LONGEST>::of(word)
        {
            to.form(b"C", lower.bytes());
        }
    });
}

/// How often each clue stands in a text. Returns how often what was done is told, and what is to come.
fn clues(lower: &[u8], to: &mut impl Take) -> (usize, usize) {
    let ClueLists { names, first, phrases } = &*CLUES;
    let mut counts = vec![0_usize; names.len()];
    phrases.each(lower, |_, clue| {
        if let Some(count) = counts.get_mut(clue) {
            *count += 1;
        }
    });
    for (name, &count) in names.iter().zip(&counts).skip(*first) {
        manners(name, count, &[1, 2, 4, 8, 14], to);
    }
    counts.truncate(*first);
    let total: usize = counts.iter().sum();
    for (name, &count) in names.iter().zip(&counts) {
        steps(name, count, &[1, 2, 4, 8], to);
        let share = if total < 4 { 0 } else { count * 100 / total };
        shares(name, share, &[10, 20, 35, 50], to);
    }
    let of = |clue: &str| names.iter().position(|name| *name == clue).map_or(0, |at| counts[at]);
    (of("done"), of("due"))
}

/// How long a text and its lines are, how they begin and end, and which marks stand in them.
fn shape(source: &Source, text: &str, words: usize, to: &mut impl Take) {
    let (mut lines, mut short, mut numbered, mut pointed, mut quoted, mut turns, mut labels) =
        (0, 0, 0, 0, 0, 0, 0);
    for line in source.lines.iter().take_while(|l| (l.start as usize) < WINDOW).filter(|l| !l.is_blank()) {
        let line = walk::head(line.text(source.text), LINE);
        lines += 1;
        short += usize::from(line.len() < 60 && !line.ends_with('.'));
        numbered += usize::from(line.starts_with(|c: char| c.is_ascii_digit()));
        pointed += usize::from(line.starts_with(['•', '-', '*', '–', '·']));
        quoted += usize::from(line.starts_with(['–', '—', '”', '"', '-', '»']) && line.len() > 40);
        turns += usize::from(line.starts_with(TURN));
        labels += usize::from(line.len() < 40 && line.ends_with(':'));
    }
    let bytes = text.as_bytes();
    let count = |mark: u8| memchr::memchr_iter(mark, bytes).count();
    // The second byte of `§`; other letters that end so are rare.
    let paragraphs = memchr::memchr_iter(0xA7, bytes).filter(|&at| at > 0 && bytes[at - 1] == 0xC2).count();
    let pairs = |first: u8, second: u8| {
        memchr::memchr_iter(first, bytes).filter(|&at| bytes.get(at + 1) == Some(&second)).count()
    };
    let share = |part: usize| part * 100 / lines.max(1);
    steps("bytes", source.text.len(), &[1000, 2000, 4000, 8000, 20000], to);
    steps("linelength", text.len() / lines.max(1), &[40, 80, 150, 400], to);
    steps("short", share(short), &[10, 30, 50, 70], to);
    steps("numbered", share(numbered), &[3, 10, 25], to);
    steps("pointed", share(pointed), &[3, 10, 25], to);
    steps("quoted", quoted, &[1, 2, 4], to);
    steps("turns", turns, &[1, 2], to);
    steps("labels", labels, &[1, 3], to);
    steps("paragraphs", paragraphs, &[1, 3, 6, 12], to);
    steps("exclaims", count(b'!'), &[1, 3], to);
    steps("asks", count(b'?'), &[1, 3, 6], to);
    steps("bold", pairs(b'*', b'*') / 2, &[1, 6], to);
    steps("hash", count(b'#'), &[1, 4], to);
    steps("digits", digits(bytes) * 100 / text.len().max(1), &[2, 4, 8], to);
    let capital = capitals_behind_blanks(bytes);
    steps("capitals", capital * 100 / words.max(1), &[12, 20, 30, 45], to);
    steps("stops", pairs(b'.', b' ') * 1000 / text.len().max(1), &[3, 6, 9], to);
    steps("brackets", count(b')'), &[2, 6, 15], to);
    manners("mails", count(b'@'), &[1, 3], to);
    manners("semicolons", count(b';'), &[1, 4], to);
    // The last byte of the mark ”; that of other marks and letters differs.
    manners("quotes", count(b'"') + count(0x9D), &[2, 6, 12], to);
}

/// How many digits there are: small sums, as below.
fn digits(bytes: &[u8]) -> usize {
    let count = |part: &[u8]| part.iter().map(|b| u8::from(b.is_ascii_digit())).sum::<u8>();
    bytes.chunks(u8::MAX.into()).map(|part| usize::from(count(part))).sum()
}

/// How many capitals stand behind white space, ASCII's alone. Small sums without a branch: many bytes are looked at at once.
fn capitals_behind_blanks(bytes: &[u8]) -> usize {
    let blank = |b: u8| (b == b' ') | (b == b'\t') | (b == b'\n') | (b == 0x0C) | (b == b'\r');
    let capital = |(&before, &letter): (&u8, &u8)| u8::from(blank(before) & letter.is_ascii_uppercase());
    let behind = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.chunks(u8::MAX.into()).zip(behind.chunks(u8::MAX.into()));
    pairs.map(|(before, letters)| usize::from(before.iter().zip(letters).map(capital).sum::<u8>())).sum()
}

/// A feature for each step that a count reaches.
fn steps(name: &str, count: usize, steps: &[u16], to: &mut impl Take) {
    reached(b"s", name, count, steps, to);
}

/// The same of what tells the manner of a text.
fn manners(name: &str, count: usize, steps: &[u16], to: &mut impl Take) {
    reached(b"m", name, count, steps, to);
}

fn reached(zone: &[u8], name: &str, count: usize, steps: &[u16], to: &mut impl Take) {
    for step in steps.iter().take_while(|step| count >= usize::from(**step)) {
        let mut room = [0; 5];
        joined(&[zone, name.as_bytes(), b"=", figures(*step, &mut room)], to);
    }
}

/// The same of a share in percent.
fn shares(name: &str, share: usize, steps: &[u16], to: &mut impl Take) {
    for step in steps.iter().take_while(|step| share >= usize::from(**step)) {
        let mut room = [0; 5];
        joined(&[b"s", name.as_bytes(), b"%=", figures(*step, &mut room)], to);
    }
}

/// A number in figures.
fn figures(mut number: u16, room: &mut [u8; 5]) -> &[u8] {
    let mut at = room.len();
    loop {
        at -= 1;
        room[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 || at == 0 {
            return &room[at..];
        }
    }
}

/// A feature made of parts.
fn joined(parts: &[&[u8]], to: &mut impl Take) {
    let mut feature = [0; LONGEST];
    let mut end = 0;
    for part in parts {
        let Some(room) = feature.get_mut(end..end + part.len()) else { return };
        room.copy_from_slice(part);
        end += part.len();
    }
    to.name(&feature[..end]);
}
