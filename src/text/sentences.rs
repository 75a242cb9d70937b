//! Where sentences begin and end, found once for the whole text.
//!
//! A sentence never crosses a block (paragraph, list item, heading). Inside a block it ends with `.`, `!`
//! or `?` before white space and a capital, a digit, a quote or a dash; not after an abbreviation
//! (*t.ex.*, *kl.*), an initial (*A.*), or a list number at a line's start.

use super::simd::hits::Hits;
use super::simd::vector::equal;
use super::walk;
use crate::document::Span;
use crate::lexicon::sets::text::{OPEN_ENDED, OTHERS, UNITS};
use crate::words::lower::Lower;
use crate::words::table::Table;
use std::sync::LazyLock;
use wide::u8x16;

/// All sentences in order.
#[derive(Debug, Default)]
pub(crate) struct Sentences(Vec<Span>);

impl Sentences {
    /// The sentences of `blocks`, which are in order and do not overlap.
    pub fn of(text: &str, blocks: impl Iterator<Item = Span>) -> Sentences {
        let mut found = Vec::new();
        let mut blocks = blocks.peekable();
        let from = blocks.peek().map_or(text.len(), |first| first.start as usize);
        let mut marks = Hits::new(text.as_bytes(), from, mark).peekable();
        for block in blocks {
            let mut start = block.start as usize;
            let end = block.end as usize;
            while let Some(at) = marks.next_if(|&at| at < end) {
                if at < start {
                    continue;
                }
                let Some((stop, next)) = boundary(text, start, at, end) else { continue };
                found.push(Span::new(start, stop));
                start = next;
            }
            if start < end {
                found.push(Span::new(start, end));
            }
        }
        Sentences(found)
    }

    /// The sentence that holds byte `at`, if one does.
    pub fn at(&self, at: usize) -> Option<Span> {
        self.index(at).map(|i| self.0[i])
    }

    /// Index of the sentence that holds byte `at`.
    pub fn index(&self, at: usize) -> Option<usize> {
        let i = self.0.partition_point(|s| s.start as usize <= at).checked_sub(1)?;
        (at < self.0[i].end as usize).then_some(i)
    }

    /// Those that begin in `span`.
    pub fn within(&self, span: Span) -> &[Span] {
        let from = self.0.partition_point(|s| s.start < span.start);
        let to = self.0.partition_point(|s| s.start < span.end);
        &self.0[from..to.max(from)]
    }
}

impl std::ops::Deref for Sentences {
    type Target = [Span];
    fn deref(&self) -> &[Span] {
        &self.0
    }
}

/// No sentence is longer than so many bytes, where that is asked.
pub(crate) const LONG: usize = 1200;

/// Whether a sentence ends between the two places of one block, or they lie further apart than sentences are
/// long. For those who ask so seldom that the sentences need not be found for it.
pub(crate) fn parted(text: &str, from: usize, to: usize) -> bool {
    if to - from > LONG {
        return true;
    }
    let Some(head) = text.as_bytes().get(..to) else { return true };
    Hits::new(head, from, mark)
        .any(|at| boundary(text, from, at, text.len()).is_some_and(|(_, next)| next <= to))
}

/// The marks that may end a sentence.
#[inline(always)]
fn mark(bytes: u8x16) -> u8x16 {
    equal(bytes, b'.') | equal(bytes, b'!') | equal(bytes, b'?')
}

/// If the mark at `at` ends a sentence: the sentence's end, and where the next one starts.
#[inline]
fn boundary(text: &str, start: usize, at: usize, end: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    // What most often follows a mark that ends nothing: a letter or figure at once, or a small letter. And what
    // follows one that may end something: a blank and a capital.
    match bytes.get(at + 1..end) {
        Some([b'A'..=b'Z' | 0xC3, next, ..]) if bytes[at] == b'.' && !next.is_ascii_uppercase() => {
            is_glued(text, start, at, end).then_some((at + 1, at + 1))
        }
        Some([b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b',', ..]) => None,
        // *… ordförande. b/ Årsmötet beslutade …*: the next point.
        Some([b' ', b'a'..=b'z', b'/', b' ', c, ..]) if bytes[at] == b'.' && is_capital(*c) => {
            Some((at + 1, at + 2))
        }
        Some([b' ', b'a'..=b'z', ..]) if bytes[at] == b'.' => None,
        Some([]) => Some((end, end)),
        Some([b' ' | b'\n', c @ b'A'..=b'Z', ..]) => {
            let open = bytes[at] == b'.' && is_abbreviation(text, start, at, char::from(*c));
            (!open).then_some((at + 1, at + 2))
        }
        _ => rare_boundary(text, start, at, end),
    }
}

/// The first byte of a capital.
fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte == 0xC3
}

/// Marks that may stand together at the end of a sentence (*…?!").*).
const MARKS: usize = 16;

/// The same whatever follows the mark.
#[inline(never)]
fn rare_boundary(text: &str, start: usize, at: usize, end: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut stop = at + 1;
    // Of a longer run of marks those at its end tell: each of them is asked.
    let far = end.min(at + MARKS);
    while stop < far && matches!(bytes[stop], b'.' | b'!' | b'?' | b')' | b'"' | b'\'' | b']') {
        stop += 1;
    }
    if stop < end
        && text.is_char_boundary(stop)
        && let Some(c @ ('”' | '»' | '’' | '“')) = walk::char_at(text, stop)
    {
        stop += c.len_utf8();
    }
    if stop >= end {
        return Some((end, end));
    }
    let mut next = walk::skip_space(text, stop);
    if next == stop {
        return None;
    }
    // *… antas! 🎉 Ordföranden tackade …*: a picture belongs to neither.
    while next < end
        && let Some(c) = walk::char_at(text, next).filter(|&c| is_picture(c))
    {
        next = walk::skip_space(text, next + c.len_utf8());
    }
    if next >= end {
        return Some((stop, end));
    }
    let c = walk::char_at(text, next)?;
    let opens = c.is_uppercase()
        || c.is_numeric()
        || matches!(c, '"' | '”' | '“' | '»' | '«' | '–' | '—' | '-' | '§' | '(' | '•');
    // *oförändrade.⏎xAvgiften höjs*: a letter that was a bullet in another type.
    let bullet = || {
        matches!(bytes[next], b'x' | b'o' | b'q' | b'n' | b'v' | b'u' | b'l')
            && text[stop..next].contains('\n')
            && text.get(next + 1..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let opens = opens || bullet() || is_marked_up(&text[next..end]);
    let lower_name = c.is_lowercase() && bytes[at] != b'.';
    if !opens || lower_name {
        return None;
    }
    if bytes[at] == b'.' && stop == at + 1 && is_abbreviation(text, start, at, c) {
        return None;
    }
    Some((stop, next))
}

/// An emoji, or what joins and colours the parts of one.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{200d}' | '\u{fe0f}')
}

/// *Anna Holm föredrog läget. \\emph{Mötet beslutade} …*, *… läget. **Beslut:** …*: marks of a page before a capital.
fn is_marked_up(rest: &str) -> bool {
    let inner = match rest.strip_prefix('\\') {
        Some(command) => command.trim_start_matches(|c: char| c.is_ascii_lowercase()).strip_prefix('{'),
        None if rest.starts_with(['*', '_']) => Some(rest.trim_start_matches(['*', '_'])),
        None => None,
    };
    inner.is_some_and(|inner| inner.starts_with(char::is_uppercase))
}

/// A word behind a stop without a blank is shorter, in bytes, than this and a letter.
const LONGEST_GLUED: usize = 80;

/// *…i kyrkan.Efter kaffet …*: the blank behind the full stop got lost, between a whole word in small letters and one in
/// a capital. (Addresses and names of files have further stops, or begin in capitals.)
#[inline(never)]
fn is_glued(text: &str, start: usize, at: usize, end: usize) -> bool {
    let before = text.get(start..at).unwrap_or("");
    let word = &before[walk::word_start(before, before.len())..];
    let apart =
        before.len() == word.len() || before[..before.len() - word.len()].ends_with([' ', '\n', '\u{a0}']);
    let rest = walk::head(text.get(at + 1..end).unwrap_or(""), LONGEST_GLUED);
    let token = rest.split([' ', '\n', '\u{a0}']).next().unwrap_or("");
    let mut letters = token.chars();
    let capital =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
    let plain = token.trim_end_matches(['.', ',', ':', ';', '!', '?', '”', '"', ')']);
    apart
        && capital
        && token.len() < LONGEST_GLUED - 4
        && word.chars().count() > 2
        && word.chars().all(char::is_lowercase)
        && plain.chars().all(|c| c.is_alphanumeric() || c == '-')
        && OPEN.words.get(word.as_bytes()).is_none()
}

/// Abbreviations that no sentence ends with: what follows belongs to them.
struct Open {
    words: Table,
    /// By the last letter and the one before it, those that may stand before these, as bits.
    ends: [[u32; 32]; 32],
}

static OPEN: LazyLock<Open> = LazyLock::new(|| {
    let mut open = Open { words: Table::with_room(OPEN_ENDED.len()), ends: [[0; 32]; 32] };
    for word in OPEN_ENDED {
        open.words.insert(word.as_bytes());
        if let [start @ .., before, last] = word.as_bytes() {
            let third = start.last().map_or(u32::MAX, |third| 1 << (third % 32));
            open.ends[usize::from(last % 32)][usize::from(before % 32)] |= third;
        }
    }
    open
});

/// Whether the full stop at `at` belongs to the token before it, as `next` may tell, which follows.
#[inline]
fn is_abbreviation(text: &str, start: usize, at: usize, next: char) -> bool {
    // Most often it is a word that is no abbreviation: its last letters tell.
    match text.as_bytes()[start..at] {
        [.., third, before, last]
            if !next.is_numeric()
                && next != '('
                && before.is_ascii_alphabetic()
                && last.is_ascii_alphabetic()
                && OPEN.ends[usize::from(last % 32)][usize::from(before % 32)] >> (third % 32) & 1 == 0 =>
        {
            false
        }
        _ => is_open(text, start, at, next),
    }
}

/// No abbreviation and no number of a list is longer, in bytes.
const LONGEST_TOKEN: usize = 40;

/// The same for any token.
#[inline(never)]
fn is_open(text: &str, start: usize, at: usize, next: char) -> bool {
    // The token before the mark: letters, digits and inner full stops.
    let mut token_start = at;
    while token_start > start {
        if at - token_start > LONGEST_TOKEN {
            return false;
        }
        token_start -= match text.as_bytes()[token_start - 1] {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b':' => 1,
            0..0x80 => break,
            _ => match walk::char_before(text, token_start) {
                Some(c) if c.is_alphanumeric() => c.len_utf8(),
                _ => break,
            },
        };
    }
    let token = &text[token_start..at];
    let mut letters = token.chars();
    match (letters.next(), letters.next()) {
        (None, _) => return false,
        // An initial or a lettered point: "A.", "b.".
        // (*något som Anna instämde i. Han …*: the preposition that ends a clause.)
        (Some('i'), None) if next.is_uppercase() && is_behind_word(text, start, token_start) => return false,
        (Some(c), None) if c.is_alphabetic() => return true,
        _ => {}
    }
    // Two of them: "N.J. Ek"; not "av N.J. N.J. menar", nor "YRKANDEN M.M. Bolaget".
    if matches!(token.as_bytes(), [first @ b'A'..=b'Z', b'.', last @ b'A'..=b'Z'] if first != last) {
        let rest = &text.as_bytes()[walk::skip_space(text, at + 1)..];
        return !matches!(rest, [b'A'..=b'Z', b'.', b'A'..=b'Z', b'.', ..]);
    }
    if token.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        // A list number opens its line; "den 3. Maj" does not happen; "1.5 2" is no end either.
        let before = walk::skip_space_back(text, token_start);
        return token_start == start
            // Not the year that a line began with.
            || (token.len() < 4 && text[before..token_start].contains(['\n', '\r']))
            || next.is_numeric();
    }
    // "dir. 2010:43", "prop. 2019/20:1": a short word before a number with a year is a series of documents.
    let series = || {
        let rest = text.get(walk::skip_space(text, at + 1)..).unwrap_or("").as_bytes();
        rest.len() > 5 && rest[..4].iter().all(u8::is_ascii_digit) && matches!(rest[4], b':' | b'/')
    };
    // "av Anna Holm m.fl. (S) yrkande 2"
    if next == '(' && (token.contains('.') || token == OTHERS) {
        return true;
    }
    let numbered = next.is_numeric() && token.chars().count() <= 5 && series();
    // "V.ordf. Anna Holm": the last of several short words tells.
    let token = token.rsplit_once('.').map_or(token, |(first, last)| match OPEN.words.get(last.as_bytes()) {
        Some(_) if first.chars().count() < 5 => last,
        _ => token,
    });
    // "högst 10 000 kr. För fönster …": what is counted ends a sentence, too.
    let ends = |lower: &str| next.is_uppercase() && UNITS.has(lower);
    numbered
        || Lower::<16>::of(token.as_bytes())
            .is_some_and(|lower| OPEN.words.get(lower.bytes()).is_some() && !ends(lower.text()))
}

/// Whether a word in small letters stands right before `at`.
fn is_behind_word(text: &str, start: usize, at: usize) -> bool {
    let before = text.get(start..at).unwrap_or("");
    before.strip_suffix(' ').is_some_and(|before| {
        let word = &before[walk::word_start(before, before.len())..];
        word.chars().count() > 2 && word.chars().all(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_party_behind_an_abbreviation_goes_on() {
        let text = "Nämnden avslår motionen av Anna Holm m.fl. (S) om hamnen. (Bilaga 2) Slut";
        let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
        assert_eq!(
            all.first().map(|s| s.of(text)),
            Some("Nämnden avslår motionen av Anna Holm m.fl. (S) om hamnen.")
        );
    }

    #[test]
    fn a_picture_ends_a_sentence() {
        let text = "Planen antas! 🎉 Anna Holm tackade. 🏊‍♀️ Slut";
        let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
        assert_eq!(
            all.iter().map(|s| s.of(text)).collect::<Vec<_>>(),
            ["Planen antas!", "Anna Holm tackade.", "Slut"]
        );
    }

    #[test]
    fn splits_swedish_prose() {
        let text = "Bl.a. A. Holm kom kl. 9. Hon gick! \"Nej.\" Sedan (dir. 2010:43) t.ex. Per. § 3 gäller m.m. Slut";
        let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
        let found: Vec<&str> = all.iter().map(|s| s.of(text)).collect();
        let want = [
            "Bl.a. A. Holm kom kl. 9.",
            "Hon gick!",
            "\"Nej.\"",
            "Sedan (dir. 2010:43) t.ex. Per.",
            "§ 3 gäller m.m.",
            "Slut",
        ];
        assert_eq!(found, want);
        assert_eq!(all.at(30).map(|s| s.of(text)), Some("Hon gick!"));
    }

    #[test]
    fn prepositions_and_marks_of_a_page() {
        for (text, want) in [
            (
                "Det är något som Per instämde i. Han kom sent.",
                &["Det är något som Per instämde i.", "Han kom sent."][..],
            ),
            (
                "Läget föredrogs. \\emph{Mötet beslutade} så.",
                &["Läget föredrogs.", "\\emph{Mötet beslutade} så."],
            ),
            ("Läget föredrogs. **Beslut:** bra.", &["Läget föredrogs.", "**Beslut:** bra."]),
            ("Läget. _Mötet_ gick bra.", &["Läget.", "_Mötet_ gick bra."]),
            // An initial, a lettered point, what is no capital.
            ("Av I. Holm och enligt 3 i. Holm kom.", &["Av I. Holm och enligt 3 i. Holm kom."]),
            ("Se kap. *bilaga* här.", &["Se kap. *bilaga* här."]),
            ("Läget. \\emph{och} mer.", &["Läget. \\emph{och} mer."]),
        ] {
            let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
            assert_eq!(all.iter().map(|s| s.of(text)).collect::<Vec<_>>(), want, "{text}");
        }
    }

    #[test]
    fn what_is_counted_may_end_a_sentence() {
        let text = "Det kostar 10 000 kr. För två köps 5 st. 3 kr. 50 öre (ap. 2) räcker.";
        let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
        let found: Vec<&str> = all.iter().map(|s| s.of(text)).collect();
        let want = ["Det kostar 10 000 kr.", "För två köps 5 st. 3 kr. 50 öre (ap. 2) räcker."];
        assert_eq!(found, want);
    }

    #[test]
    fn a_blank_behind_a_full_stop_may_be_lost() {
        let split = |text: &'static str| {
            let all = Sentences::of(text, std::iter::once(Span::new(0, text.len())));
            all.iter().map(|s| s.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(
            split("Kaffet dracks i kyrkan.Efter det sjöng alla."),
            ["Kaffet dracks i kyrkan.", "Efter det sjöng alla."]
        );
        assert_eq!(
            split("Vi tackar för sången.Även ni är välkomna."),
            ["Vi tackar för sången.", "Även ni är välkomna."]
        );
        for whole in
            ["Se byn.Alla.se nu.", "Kör Byn.Net i dag.", "Enligt kap.Ett gäller det.", "Det är t.Ex bra."]
        {
            assert_eq!(split(whole), [whole]);
        }
    }
}
