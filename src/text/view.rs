//! A readable view of a text that needs repair, and the way back.
//!
//! Out of PDF and old editors come letters in pieces: *a* followed by a combining ring, a spacing
//! diaeresis before its letter (`f¨or`), blanks behind letters that were put together (`Mö tet`), soft hyphens inside
//! words. The layers read the view; spans are mapped back to the caller's text. A text without such pieces is its own
//! view and is not copied. Of the runs of blanks that justified type leaves in prose the view has one blank each, of the line
//! breaks of a text with an empty line after each line half, a word that a hyphen breaks at a line's end is whole,
//! and marks of emphasis within a line are left out.

use super::broken::{self, Change};
use super::{doubled, emphasis, justified, walk};
use crate::document::Span;
use crate::lexicon::sets::text::WHOLE;
use memchr::memmem::Finder;
use memchr::{memchr_iter, memchr2_iter, memchr3_iter};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A text as the layers read it.
#[derive(Debug)]
pub(crate) struct View<'t> {
    text: Cow<'t, str>,
    edits: Vec<Edit>,
}

/// `view` bytes stand for `original` bytes; between two edits the texts are the same.
#[derive(Debug, Clone, Copy)]
struct Edit {
    view: (u32, u32),
    original: (u32, u32),
}

impl<'t> View<'t> {
    pub fn of(text: &'t str) -> View<'t> {
        // 0xCC leads the combining marks U+0300–033F, 0xC2 the soft hyphen and the spacing diaeresis.
        let bytes = text.as_bytes();
        let broken = |at: usize| match (bytes[at], bytes.get(at + 1)) {
            (0xCC, Some(&(0x80 | 0x81 | 0x88 | 0x8A))) => true,
            (0xC2, Some(0xAD)) => true,
            (0xC2, Some(0xA8)) => letter_after(&text[at + 2..]).is_some(),
            _ => false,
        };
        let mut places = memchr2_iter(0xCC, 0xC2, bytes).filter(|&at| broken(at)).peekable();
        let loose = loose(text);
        if places.peek().is_none() && loose.is_empty() {
            return View { text: Cow::Borrowed(text), edits: Vec::new() };
        }
        let spaced = is_spaced(text);
        let mut loose = loose.into_iter().peekable();
        let (mut repaired, mut edits, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
        loop {
            // A change that stands before the next piece of a letter.
            let place = places.peek().copied();
            if let Some((from, to, blank)) = loose.next_if(|run| place.is_none_or(|at| run.0 < at)) {
                // Its first blank may have gone with a letter before it.
                if from < done {
                    continue;
                }
                repaired.push_str(&text[done..from]);
                let start = repaired.len() as u32;
                repaired.push_str(blank);
                let end = repaired.len() as u32;
                edits.push(Edit { view: (start, end), original: (from as u32, to as u32) });
                done = to;
                continue;
            }
            let Some(at) = places.next() else { break };
            if at < done {
                continue;
            }
            // What the piece and its letter become, and which bytes they are.
            let (from, to, letter) = if bytes[at] == 0xCC {
                let Some(base) = text[done..at].chars().next_back() else { continue };
                let Some(letter) = compose(base, bytes[at + 1]) else { continue };
                let from = at - base.len_utf8();
                let blank = spaced && splits_word(text, from, at + 2, letter);
                (from, at + 2 + usize::from(blank), Some(letter))
            } else if bytes[at + 1] == 0xAD {
                // One hyphen that was written three times: `2014-\u{AD}\u{2010}08`.
                let tripled = text[..at].ends_with('-') && text[at + 2..].starts_with('\u{2010}');
                (at, at + 2 + if tripled { '\u{2010}'.len_utf8() } else { 0 }, None)
            } else {
                let Some((letter, width)) = letter_after(&text[at + 2..]) else { continue };
                (at, at + 2 + width, Some(letter))
            };
            repaired.push_str(&text[done..from]);
            let start = repaired.len() as u32;
            repaired.extend(letter);
            edits.push(Edit { view: (start, repaired.len() as u32), original: (from as u32, to as u32) });
            done = to;
        }
        repaired.push_str(&text[done..]);
        View { text: Cow::Owned(repaired), edits }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the view is the text itself.
    pub fn is_plain(&self) -> bool {
        self.edits.is_empty()
    }

    /// A span of the view as one of the caller's text. Pieces removed at its edges stay outside.
    pub fn original(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.start(span.start);
            return Span { start: at, end: at };
        }
        Span { start: self.start(span.start), end: self.end(span.end) }
    }

    /// A span of the caller's text as one of the view.
    pub fn seen(&self, span: Span) -> Span {
        let bound = |at: u32| {
            let after = self.edits.partition_point(|e| e.original.1 <= at);
            match (self.edits.get(after), after.checked_sub(1).and_then(|i| self.edits.get(i))) {
                // Inside an edit: what it became.
                (Some(edit), _) if edit.original.0 < at => edit.view.0,
                (_, Some(last)) => last.view.1 + (at - last.original.1),
                _ => at,
            }
        };
        Span { start: bound(span.start), end: bound(span.end) }
    }

    fn start(&self, at: u32) -> u32 {
        match self.edits.partition_point(|e| e.view.1 <= at).checked_sub(1) {
            Some(i) => self.edits[i].original.1 + (at - self.edits[i].view.1),
            None => at,
        }
    }

    fn end(&self, at: u32) -> u32 {
        // An edit that leaves nothing behind (a soft hyphen) and stands at `at` is after the span.
        let passed = |e: &Edit| e.view.1 < at || (e.view.1 == at && e.view.0 < at);
        match self.edits.partition_point(passed).checked_sub(1) {
            Some(i) => self.edits[i].original.1 + (at - self.edits[i].view.1),
            None => at,
        }
    }
}

/// What else is changed, in order: runs of blanks and line breaks that say nothing, words broken at the ends of lines, emphasis.
fn loose(text: &str) -> Vec<Change<'_>> {
    let mut all: Vec<Change> = doubled::runs(text);
    all.extend(justified::runs(text));
    // Pages of office programs set blanks of no width about their numbers and lists, from the top on.
    if INVISIBLE.find(walk::head(text, SAMPLE).as_bytes()).is_some() {
        let invisible = INVISIBLE.find_iter(text.as_bytes());
        all.extend(invisible.map(|at| (at, at + INVISIBLE.needle().len(), "")));
    }
    let mut emphasised = 0;
    for at in memchr3_iter(b'*', b'_', b'-', text.as_bytes()) {
        if text.as_bytes()[at] == b'-' {
            broken::word(text, at, &mut all);
        } else if at >= emphasised {
            emphasised = emphasis::pair(text, at, &mut all);
        }
    }
    if !all.is_sorted() {
        all.sort_unstable();
    }
    all
}

/// A blank of no width.
static INVISIBLE: LazyLock<Finder> = LazyLock::new(|| Finder::new("\u{200b}"));

/// As much of a text is looked at to see whether blanks stand behind its letters, or such of no width.
const SAMPLE: usize = 8192;

/// Whether a blank stands behind most letters with a combining mark, as pages set in pieces have it.
fn is_spaced(text: &str) -> bool {
    let bytes = text.as_bytes();
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let (mut all, mut apart) = (0usize, 0usize);
    for at in memchr_iter(0xCC, sample) {
        all += 1;
        apart += usize::from(blank_and_letter(bytes, at + 2));
    }
    all >= 6 && apart * 2 > all
}

fn blank_and_letter(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(|b| b.is_ascii_lowercase() || *b == 0xC3)
}

/// Whether the blank at `end` stands inside a word whose letter began at `at`; not after *på*, *så* and their like.
fn splits_word(text: &str, at: usize, end: usize, letter: char) -> bool {
    if !blank_and_letter(text.as_bytes(), end) {
        return false;
    }
    let head = text.get(..at).unwrap_or("");
    let before =
        head.rfind(|c: char| !c.is_alphabetic()).map_or(head, |i| head.get(i..).unwrap_or("").trim_start());
    let mut word = String::with_capacity(16);
    word.extend(before.chars().take(12).chain([letter]));
    !WHOLE.has(&word)
}

/// The letter that a spacing diaeresis before `rest` belongs to, and its width in bytes.
fn letter_after(rest: &str) -> Option<(char, usize)> {
    let letter = match rest.bytes().next()? {
        b'o' => 'ö',
        b'a' => 'ä',
        b'O' => 'Ö',
        b'A' => 'Ä',
        b'u' => 'ü',
        _ => return None,
    };
    Some((letter, 1))
}

/// `base` with the combining mark U+03xx whose second byte is `mark`; only the letters of Swedish names.
fn compose(base: char, mark: u8) -> Option<char> {
    Some(match (base, mark) {
        ('a', 0x8A) => 'å',
        ('A', 0x8A) => 'Å',
        ('a', 0x88) => 'ä',
        ('A', 0x88) => 'Ä',
        ('o', 0x88) => 'ö',
        ('O', 0x88) => 'Ö',
        ('u', 0x88) => 'ü',
        ('U', 0x88) => 'Ü',
        ('e', 0x88) => 'ë',
        ('i', 0x88) => 'ï',
        ('e', 0x81) => 'é',
        ('E', 0x81) => 'É',
        ('a', 0x81) => 'á',
        ('o', 0x81) => 'ó',
        ('i', 0x81) => 'í',
        ('u', 0x81) => 'ú',
        ('a', 0x80) => 'à',
        ('e', 0x80) => 'è',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(text: &str, find: &str) -> String {
        let view = View::of(text);
        let start = view.text().find(find).unwrap_or_else(|| panic!("{}", view.text()));
        let span = view.original(Span::new(start, start + find.len()));
        span.of(text).to_string()
    }

    #[test]
    fn repairs_and_finds_the_way_back() {
        assert!(View::of("plain å ä ö § \u{a0}").is_plain());
        assert_eq!(back("nu a\u{30a}r det", "år"), "a\u{30a}r");
        assert_eq!(back("va\u{30a}", "vå"), "va\u{30a}");
        assert_eq!(back("sa\u{308}\u{ad}ker\u{ad}het gäller", "säkerhet"), "sa\u{308}\u{ad}ker\u{ad}het");
        assert_eq!(back("f¨or den", "för"), "f¨or");
        assert_eq!(back("ord\u{ad} här", "ord"), "ord");
        assert_eq!(back("ord\u{ad}här", "här"), "här");
        let text = "f¨or a\u{30a}r";
        let seen = View::of(text).seen(Span::new(0, 5));
        assert_eq!(seen.of(View::of(text).text()), "för");
        assert_eq!(View::of(text).seen(Span::new(6, 10)).of(View::of(text).text()), "år");
    }
}
