//! What a single word can be in a name.

use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{ARABIC, HOME_ENDINGS, HUMPS, PARTICLES, SHORT_FIRSTS, SURNAME_ENDINGS};
use crate::scan::Source;
use crate::text::simd::chunk16::cases;
use crate::text::walk;
use crate::words::Endings;
use crate::words::lower::Lower;
use crate::words::table::{Key, Table, Words};
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// *Holm, Bui-Ljungqvist, McDonald*.
    Capital,
    /// *HOLM*.
    Caps,
    /// *A* or *A.*
    Initial,
    /// *von, af, de*.
    Particle,
    /// Any other word.
    Other,
}

/// A word with its hyphenated parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// A hyphen joins a part in lower case: *Fröding-museet* is nobody.
    pub compound: bool,
}

impl Token {
    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
    pub fn of(self, text: &str) -> &str {
        self.span().of(text)
    }
    /// Whether it can stand for a name by itself.
    pub fn is_name(self) -> bool {
        matches!(self.kind, Kind::Capital | Kind::Caps) && !self.compound
    }
}

/// Whether a name may begin at `at`: cheap to ask before [`token`] looks closer.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        // Particles are short: a longer word is not read to its end.
        Some(b'a'..=b'z') => {
            let short = |n: &usize| text.as_bytes().get(at + n).is_none_or(|b| !b.is_ascii_alphabetic());
            (2..=3).find(short).is_some_and(|n| text.get(at..at + n).is_some_and(|word| PARTICLES.has(word)))
        }
        Some(b) => b.is_ascii_uppercase() || *b >= 0x80,
        None => false,
    }
}

/// Whether the word that ends at `end` may end a name: it, or a part of it before a hyphen, begins with a capital, and
/// it is no *Jag* or *Herr*. Cheap to ask before the word is read.
pub(super) fn may_end(text: &str, end: usize) -> bool {
    let joins = |b: Option<&u8>| matches!(b, Some(b'-' | b'\'' | 0x80..));
    let bytes = &text.as_bytes()[..end.min(text.len())];
    // An initial may end it with its full stop.
    let bytes = bytes.strip_suffix(b".").unwrap_or(bytes);
    let (before, word) = bytes.split_at(walk::word_start(text, bytes.len()));
    match word {
        // À–Þ are 0xC3 0x80–0x9E, their small letters above.
        [b'a'..=b'z', ..] | [0xC3, 0x9F..=0xFF, ..] => joins(before.last()),
        [_, ..] if joins(before.last()) || joins(text.as_bytes().get(end)) => true,
        _ => !word.is_empty() && !NOT_NAMES.has(word, &Key::of(word)),
    }
}

/// The word that begins at `at`.
pub(super) fn token(text: &str, at: usize) -> Option<Token> {
    let mut end = walk::word_end(text, at);
    if end == at {
        return None;
    }
    let (first, mut compound) = (end, false);
    // Parts: Bui-Ljungqvist, O'Brien, al-Hassan.
    while let Some('-' | '\'' | '’' | '‑') = walk::char_at(text, end) {
        let joint = end + walk::char_at(text, end).map_or(0, char::len_utf8);
        let next = walk::word_end(text, joint);
        if next == joint || next - at > 60 {
            break;
        }
        compound |= walk::char_at(text, joint).is_some_and(char::is_lowercase);
        end = next;
    }
    let word = text.get(at..end)?;
    // *Hans Maj:t*, *Anna H:s*: the word goes on behind the colon, save in a genitive.
    let goes_on = |rest: &str| {
        rest.strip_prefix(':')
            .is_some_and(|rest| rest.starts_with(char::is_lowercase) && !rest.starts_with('s'))
    };
    if text.as_bytes().get(end) == Some(&b':') && text.get(end..).is_some_and(goes_on) {
        return Some(Token { start: at, end, kind: Kind::Other, compound });
    }
    // *Joh. Holm*
    if text.as_bytes().get(end) == Some(&b'.') && is_short_first(word) {
        return Some(Token { start: at, end: end + 1, kind: Kind::Initial, compound });
    }
    if let Some(kind) = plain_kind(text, at, end) {
        let particle = || is_particle(text, word, end) || is_capital_particle(text, word, at, end);
        let kind = if word.len() < 4 && kind != Kind::Initial && particle() { Kind::Particle } else { kind };
        return Some(Token { start: at, end, kind, compound });
    }
    let mut letters = word.chars();
    let (one, two) = (letters.next()?, letters.next());
    let kind = if !one.is_uppercase() {
        if compound || !PARTICLES.has(text.get(at..first)?) {
            // al-Hassan is a name of its own.
            let arabic = text.get(at..first).is_some_and(|w| ARABIC.contains(&w));
            let capital =
                text.get(first + 1..).and_then(|t| t.chars().next()).is_some_and(char::is_uppercase);
            if arabic && first < end && capital { Kind::Capital } else { Kind::Other }
        } else if first < end {
            Kind::Capital
        } else {
            Kind::Particle
        }
    } else if two.is_none() {
        if text.as_bytes().get(end) == Some(&b'.') {
            end += 1;
        }
        Kind::Initial
    } else if matches!(word.as_bytes(), [b'A'..=b'Z', b'-', b'A'..=b'Z']) {
        // *L-E Persson*
        Kind::Initial
    } else if walk::is_all_caps(word) {
        Kind::Caps
    } else if has_hump(word) {
        Kind::Other
    } else {
        Kind::Capital
    };
    Some(Token { start: at, end, kind, compound })
}

/// Whether a word in capitals is a particle between two others: *BERTIL VON SUNDEN*.
fn is_particle(text: &str, word: &str, end: usize) -> bool {
    if word.len() > 3 || !PARTICLES.has(&word.to_ascii_lowercase()) {
        return false;
    }
    let next = text.get(end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    next.get(..walk::word_end(next, 0)).is_some_and(|next| next.len() > 1 && walk::is_all_caps(next))
}

/// A given name cut short: *Joh.*
pub(super) fn is_short_first(word: &str) -> bool {
    SHORT_FIRSTS.has(word)
}

/// Whether a word with a capital is a particle between two others: *Rachel De Holm*.
fn is_capital_particle(text: &str, word: &str, at: usize, end: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.strip_suffix(' ')).unwrap_or("");
    let lead = before.get(walk::word_start(before, before.len())..).unwrap_or("");
    let next = text.get(end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    walk::is_capitalised(next)
        && !next.starts_with(char::is_numeric)
        && walk::is_capitalised(lead)
        && !walk::is_all_caps(word)
        && PARTICLES.has(&word.to_ascii_lowercase())
}

/// The kind of a word that is a capital and small letters, or capitals alone, up to ÿ: the common cases.
fn plain_kind(text: &str, start: usize, end: usize) -> Option<Kind> {
    let bytes: &[u8; 16] = text.as_bytes().get(start..)?.first_chunk()?;
    let first = if bytes[0] == 0xC3 { 2 } else { 1 };
    if !(first + 1..=bytes.len()).contains(&(end - start)) {
        return None;
    }
    let (small, large) = cases(*bytes);
    let rest = (1 << (end - start)) - (1 << first);
    match large >> (first - 1) & 1 == 1 {
        true if rest & !small == 0 => Some(Kind::Capital),
        true if rest & !large == 0 => Some(Kind::Caps),
        _ => None,
    }
}

/// A capital inside a part, as firms have it (*LiTHe, SimCorp*); McDonald and DeGeer are people.
fn has_hump(word: &str) -> bool {
    word.split(['-', '‑', '\'', '’']).any(|part| {
        let rest = HUMPS.iter().find_map(|p| part.strip_prefix(*p));
        let rest = rest.filter(|r| !r.is_empty()).unwrap_or(part);
        if !rest.chars().skip(1).any(char::is_uppercase) || !rest.chars().any(char::is_lowercase) {
            return false;
        }
        // AnnaSara is one person's name in two: each half is a word.
        let mut run = 0;
        let short = rest.chars().any(|c| {
            let cut = c.is_uppercase() && run > 0 && run < 3;
            run = if c.is_uppercase() { 1 } else { run + 1 };
            cut
        });
        short || run < 3
    })
}

/// What parts two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Blanks on a line: how many.
    Blank(usize),
    /// One line break.
    Break,
}

/// The gap after `at` and where it ends; `None` for a blank line or the text's end.
pub(super) fn gap(text: &str, at: usize) -> Option<(Gap, usize)> {
    // Most often one blank, and a letter after it.
    if let Some([b' ', after, ..]) = text.as_bytes().get(at..)
        && after.is_ascii_graphic()
    {
        return Some((Gap::Blank(1), at + 1));
    }
    let end = walk::skip_space(text, at);
    let space = text.get(at..end)?;
    // *O.H. Olsson*, *P.Holm*: the full stop of an initial parts as a blank does.
    if space.is_empty()
        && let Some([before, letter, b'.', b'A'..=b'Z', ..]) = text.as_bytes().get(at.wrapping_sub(3)..)
        && letter.is_ascii_uppercase()
        && !before.is_ascii_alphanumeric()
        && *before < 0x80
    {
        return Some((Gap::Blank(1), at));
    }
    if space.is_empty() || end >= text.len() {
        return None;
    }
    match space.bytes().filter(|&b| b == b'\n').count() {
        0 if space.contains(['\t', '\r', '\x0c']) => None,
        0 => Some((Gap::Blank(space.chars().count()), end)),
        1 => Some((Gap::Break, end)),
        _ => None,
    }
}

/// Adds to `out` the letters of a name in lower case, without the accents that come and go in names; å, ä and ö stay.
pub(super) fn push_folded(out: &mut String, name: &str) {
    let plain = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'á' | 'à' | 'â' => 'a',
        'ü' => 'u',
        'ó' | 'ò' | 'ô' => 'o',
        'í' | 'ì' => 'i',
        '-' | '‑' => ' ',
        c => c,
    };
    match Lower::<LONGEST>::of(name.as_bytes()) {
        Some(lower) => out.extend(lower.text().chars().map(plain)),
        None => out.extend(name.chars().flat_map(char::to_lowercase).map(plain)),
    }
}

/// `ANNA-KARIN` as `Anna-Karin`.
pub(super) fn title_case(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_title_case(&mut out, word);
    out
}

/// The same at the end of `out`.
pub(super) fn push_title_case(out: &mut String, word: &str) {
    let mut inside = false;
    for c in word.chars() {
        if c.is_ascii() {
            out.push(if inside { c.to_ascii_lowercase() } else { c });
            inside = c.is_ascii_alphabetic();
            continue;
        }
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        inside = c.is_alphabetic();
    }
}

/// Longest word that is looked up in the lists, in bytes.
const LONGEST: usize = 64;

/// The words of a list, and its endings.
struct List {
    words: Table,
    endings: Endings,
}

impl List {
    /// Whether the word, in whatever case, ends like words of the list.
    fn has_ending(&self, word: &str, key: &Key) -> bool {
        self.endings.find(word.as_bytes(), key).is_some()
    }

    /// Whether the word is in the list, in whatever case it stands.
    fn has(&self, word: &[u8], key: &Key) -> bool {
        self.words.get_any_case(word, key).is_some()
    }
}

fn list(file: &'static str) -> List {
    let all = || file.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace);
    let mut words = Table::with_room(all().count());
    for word in all().filter(|w| !w.starts_with('-')) {
        words.insert(word.as_bytes());
    }
    List { words, endings: Endings::of(all().filter_map(|w| Some((w.strip_prefix('-')?, 1))).collect()) }
}

static NOT_NAMES: LazyLock<List> = LazyLock::new(|| list(include_str!("../../lexicon/data/not-names.txt")));
static WORD_NAMES: LazyLock<List> = LazyLock::new(|| list(include_str!("../../lexicon/data/word-names.txt")));
static PLACES: LazyLock<List> = LazyLock::new(|| list(include_str!("../../lexicon/data/place-forms.txt")));
static HOMES: LazyLock<List> = LazyLock::new(|| list(include_str!("../../lexicon/data/localities.txt")));
static FIRST_NAMES: LazyLock<List> =
    LazyLock::new(|| list(include_str!("../../lexicon/data/first-names.txt")));
static PARTIES: LazyLock<Words<()>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/data/parties.txt").lines().filter(|l| !l.starts_with('#'));
    let letters = lines.filter_map(|l| l.split_once('\t')).flat_map(|(_, all)| all.split_whitespace());
    Words::of(letters.map(|l| (l, ())).collect(), |(), ()| ())
});

/// Whether these letters in brackets are a party's.
pub(super) fn is_party(letters: &str) -> bool {
    Lower::<16>::of(letters.as_bytes()).is_some_and(|lower| PARTIES.get(lower.text()).is_some())
}

/// A given name that is a word, too (*Per, Maj, Stig*).
pub(super) fn is_word_name(word: &str) -> bool {
    WORD_NAMES.has(word.as_bytes(), &Key::of(word.as_bytes()))
}

/// A common given name that is no word: alone, where a person does something, it names somebody.
pub(super) fn is_first_name(word: &str) -> bool {
    let is = |part: &str| FIRST_NAMES.has(part.as_bytes(), &Key::of(part.as_bytes()));
    word.len() <= LONGEST && (is(word) || is_joined(word) && word.split(['-', '‑']).all(is))
}

/// A place that has the form of a surname.
pub(super) fn is_place(word: &str) -> bool {
    PLACES.has(word.as_bytes(), &Key::of(word.as_bytes()))
}

/// A place that is no surname and no given name: behind a whole name it is where somebody lives.
pub(super) fn is_town(word: &str) -> bool {
    HOMES.has(word.as_bytes(), &Key::of(word.as_bytes()))
}

/// A place by its form, or one that has the form of a surname.
pub(super) fn is_home(word: &str) -> bool {
    is_place(word) || word.len() > 6 && HOME_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// The part of a double name that rules: the last.
fn last_part(word: &str) -> &str {
    if is_joined(word) { word.rsplit(['-', '‑']).next().unwrap_or(word) } else { word }
}

/// Whether the word may have a hyphen (`-` or U+2011).
fn is_joined(word: &str) -> bool {
    word.bytes().any(|b| matches!(b, b'-' | 0xE2))
}

/// Whether a capitalised word can be part of a name: it is no place, body, role, month or heading word.
pub(super) fn can_be_name(source: &Source, word: &str) -> bool {
    let key = Key::of(word.as_bytes());
    if word.len() > LONGEST || NOT_NAMES.has(word.as_bytes(), &key) {
        return false;
    }
    let part = last_part(word);
    let names = if part.len() == word.len() {
        source.lexicon.names_by_key(word.as_bytes(), &key)
    } else {
        source.lexicon.names(part)
    };
    if names.has(Classes::SURNAME.or(Classes::GIVEN)) {
        return true;
    }
    if word.chars().nth(5).is_some() && NOT_NAMES.has_ending(word, &key) {
        return false;
    }
    let not = Classes::ROLE.or(Classes::BODY).or(Classes::DATE).or(Classes::TITLE);
    !source.lexicon.classes_by_key(word.as_bytes(), &key).has(not)
}

/// Whether a capitalised word can be a surname where a given name before it says that it is one: its ending alone is
/// that of other words (*Sten Graning*).
pub(super) fn can_end_name(source: &Source, word: &str) -> bool {
    let key = Key::of(word.as_bytes());
    let not = Classes::ROLE.or(Classes::BODY).or(Classes::DATE).or(Classes::TITLE);
    word.len() <= LONGEST
        && !NOT_NAMES.has(word.as_bytes(), &key)
        && !source.lexicon.classes_by_key(word.as_bytes(), &key).has(not)
}

/// Those that end with the same five bits.
static BY_LAST: LazyLock<[Vec<&[u8]>; 32]> = LazyLock::new(|| {
    let mut by_last = [const { Vec::new() }; 32];
    for ending in SURNAME_ENDINGS.iter().map(|ending| ending.as_bytes()) {
        by_last[ending.last().map_or(0, |b| usize::from(b & 31))].push(ending);
    }
    by_last
});

/// A surname, known or by its form.
pub(super) fn is_surname(source: &Source, word: &str) -> bool {
    let known = word.len() <= LONGEST && source.lexicon.names(last_part(word)).has(Classes::SURNAME);
    (known || has_surname_ending(last_part(word))) && can_be_name(source, word)
}

fn has_surname_ending(part: &str) -> bool {
    // The case of a letter is not among its five bits, nor is that of å, ä and ö.
    let endings = part.as_bytes().last().map_or(&[][..], |b| &BY_LAST[usize::from(b & 31)]);
    let ends = |lower: Lower<LONGEST>| endings.iter().any(|ending| lower.bytes().ends_with(ending));
    !endings.is_empty()
        && part.chars().nth(4).is_some()
        && Lower::<LONGEST>::of(part.as_bytes()).is_some_and(ends)
}

/// A given name that the lexicon knows.
pub(super) fn is_given(source: &Source, word: &str) -> bool {
    // Of Ing-Britt and Ann-Cathrine one part may be a short form.
    let is = |part: &str| source.lexicon.names(part).has(Classes::GIVEN);
    // *Ann-Maries*: a genitive.
    let whole = || !word.ends_with('s') || is(last_part(word));
    // *IT-Mattias*, not *IT-Arkiv*: the letters of an office are no given name.
    let letters = |part: &str| walk::is_all_caps(part) && !walk::is_all_caps(word);
    let part = |part: &str| is(part) && !letters(part);
    word.len() <= LONGEST
        && (is(word) || is_joined(word) && whole() && word.split(['-', '‑']).any(part) || is_two(word, is))
}

/// *SvenErik*: two given names that are written as one.
fn is_two(word: &str, is_given: impl Fn(&str) -> bool) -> bool {
    let bytes = word.as_bytes();
    let hump = bytes.iter().skip(2).position(u8::is_ascii_uppercase).map(|at| at + 2);
    let halves = hump.and_then(|at| Some((word.get(..at)?, word.get(at..)?)));
    halves.is_some_and(|(first, second)| {
        first.len() > 2
            && second.len() > 2
            && !walk::is_all_caps(second)
            && is_given(first)
            && is_given(second)
    })
}
