//! What looks like a date and is none: numbers that are part of something else, quantities, references,
//! names, file names and addresses, habits, and clock times in rules.

use super::reader::{Number, Reader};
use super::term::Term;
use crate::lexicon::sets::dates::{
    BOUND, DUTY, FILE_SUFFIXES, FIRMS_AND, HABITS, OPENING_HOURS, SERIES, WEB_ADDRESS,
};
use crate::lexicon::sets::function_words::{DEN_WORD, PA_WORD, TILL_WORD};
use crate::text::walk;

/// Whether a number may begin here: nothing glued to its left that makes it part of something else.
pub(super) fn free_left(r: &Reader, at: usize) -> bool {
    // Most often it stands behind a word and a blank.
    if let Some([.., b'!'..=b'=' | b'?'..=b'~', b' ']) = r.text.as_bytes().get(..at) {
        return true;
    }
    let Some(before) = walk::char_before(r.text, at) else { return true };
    // *den 1 september 2012–31 december 2013*: a dash joins it to the date before.
    if r.floor > 0 && at - r.floor <= 4 && r.dash(r.floor) == Some(at) {
        return true;
    }
    let next = at - before.len_utf8();
    let outer = || walk::char_before(r.text, next);
    match before {
        // *den3 maj*
        'n' if walk::same_word(r.text.get(walk::word_start(r.text, at)..at).unwrap_or(""), DEN_WORD) => true,
        c if c.is_alphanumeric() => false,
        '_' => is_marked_left(r, at),
        '#' | '$' | '£' | '€' | '=' | '@' | '&' | '+' | '%' | '\\' | '§' => false,
        // 19:1, 1.2022, KS-2022, 12/2022, 3,2022
        ':' => !outer().is_some_and(|c| c.is_ascii_digit()),
        '.' | '/' | ',' => !outer().is_some_and(char::is_alphanumeric),
        '-' | '–' | '—' | '‑' | '−' => !outer().is_some_and(|c| c.is_alphanumeric() || c == ')'),
        // *§ 22 och den 24 januari*
        c if c.is_whitespace() => walk::char_before(r.text, r.gap_back_to(at, 0)) != Some('§'),
        _ => true,
    }
}

/// *__09.30–10.00__ Fika*, *_2023-05-03_*: whether the underscores that end at `at` set off what follows, as Markdown has them.
fn is_marked_left(r: &Reader, at: usize) -> bool {
    let head = r.text.get(..at).unwrap_or("").trim_end_matches('_');
    let outer = head.chars().next_back();
    at - head.len() <= 3
        && outer.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '*' | '|' | '[' | '"'))
}

/// Whether the underscores that begin at `end` close what stands before them.
pub(super) fn is_marked_right(r: &Reader, end: usize) -> bool {
    let width = (0..4).take_while(|by| r.byte(end + by) == b'_').count();
    let outer = r.char(end + width);
    let closes =
        |c: char| c.is_whitespace() || matches!(c, ')' | '*' | '|' | ']' | '"' | ',' | ';' | ':' | '.');
    let next = outer.and_then(|c| r.char(end + width + c.len_utf8()));
    (1..4).contains(&width)
        && outer.is_none_or(|c| closes(c) && (c.is_whitespace() || !next.is_some_and(char::is_alphanumeric)))
}

/// Whether a year is glued to a word in small letters whose blank a scan has lost: *uppgiften2023*.
pub(super) fn is_glued_year(r: &Reader, n: Number) -> bool {
    let start = walk::word_start(r.text, n.start);
    let word = r.text.get(start..n.start).unwrap_or("");
    let plain = word.len() > 5 && word.chars().all(char::is_lowercase);
    n.digits == 4
        && (1950..2040).contains(&n.value)
        && plain
        && walk::char_before(r.text, start).is_none_or(|c| c.is_whitespace() || c == '(')
        && r.char(n.end).is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ')'))
}

/// Whether a whole day in figures is glued to a word in small letters: *Insändare2024-09-14*.
pub(super) fn is_glued_day(r: &Reader, n: Number) -> bool {
    let two = |at: usize| r.number(at + 1).filter(|m| m.digits == 2 && r.byte(at) == b'-');
    n.digits == 4
        && (1950..2040).contains(&n.value)
        && walk::char_before(r.text, n.start).is_some_and(char::is_lowercase)
        && two(n.end).and_then(|month| two(month.end)).is_some()
}

/// Whether a number may end here.
pub(super) fn free_right(r: &Reader, end: usize) -> bool {
    let Some(after) = r.char(end) else { return true };
    let outer = || r.char(end + after.len_utf8());
    match after {
        c if c.is_alphanumeric() => false,
        '_' => is_marked_right(r, end),
        '%' | '‰' | '@' | '°' | '=' | '&' | '\\' | '+' => matches!(after, '\\' | '&'),
        ':' | ',' => !outer().is_some_and(|c| c.is_ascii_digit() || (after == ':' && c == '-')),
        '.' => !outer().is_some_and(char::is_alphanumeric),
        '/' => !outer().is_some_and(char::is_alphanumeric),
        '-' | '–' | '‑' => !outer().is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// Whether the place lies in a file name, path or address: its token (to the next white space, 300 bytes
/// at most) has a scheme, a slash between letters, `www.`, `@`, or ends in a file's suffix.
pub(super) fn in_path(r: &Reader, start: usize, end: usize) -> bool {
    let bytes = r.text.as_bytes();
    let stops = |b: u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b'|');
    let mut from = start;
    while from > 0 && start - from < 300 && bytes.get(from - 1).is_some_and(|&b| !stops(b)) {
        from -= 1;
    }
    let mut to = end;
    // (The words of a link are no address: *[Dagen 2020](https://…)*.)
    let linked = |at: usize| r.byte(at) == b']' && r.byte(at + 1) == b'(';
    while to < bytes.len() && to - end < 300 && !stops(r.byte(to)) && !linked(to) {
        to += 1;
    }
    let Some(token) = bytes.get(from..to) else { return false };
    if to - from == end - start || memchr::memchr3(b'/', b'.', b'@', token).is_none() {
        return false;
    }
    let slash = token.contains(&b'/');
    // Most often it is a date at the end of its sentence.
    if from == start && matches!(token.get(end - start..), Some(b".")) && !slash && !token.contains(&b'@') {
        return false;
    }
    let has = |needle: &[u8]| token.windows(needle.len()).any(|w| w == needle);
    if has(WEB_ADDRESS.as_bytes()) || token.contains(&b'@') || slash && (has(b"://") || has(b"](/")) {
        return true;
    }
    let tail = token.get(end - from..).unwrap_or(b"");
    let suffix = memchr::memrchr(b'.', tail).and_then(|at| tail.get(at + 1..));
    suffix.is_some_and(|s| FILE_SUFFIXES.iter().any(|suffix| s.starts_with(suffix.as_bytes())))
        || slash && !own_slash(r, start, end) && slash_between_letters(token)
}

/// Whether a slash joins two words inside an expression of several words (*månadsskiftet mars/april 2024*).
fn own_slash(r: &Reader, start: usize, end: usize) -> bool {
    let words = r.text.as_bytes().get(start..end).unwrap_or(b"");
    let joins = |w: &[u8]| matches!(w, [a, b'/', b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic());
    words.contains(&b' ') && words.windows(3).any(joins)
}

fn slash_between_letters(token: &[u8]) -> bool {
    let mut slashes = 0;
    for window in token.windows(3) {
        if let [before, b'/', after] = window {
            slashes += 1;
            if slashes > 2
                || (before.is_ascii_alphabetic() && after.is_ascii_alphanumeric() && token.len() > 24)
            {
                return true;
            }
        }
    }
    false
}

/// Whether what follows the number makes it a quantity: a unit, a counted noun, more digits.
pub(super) fn is_quantity(r: &Reader, end: usize) -> bool {
    let next = r.gap(end);
    match r.term(next) {
        // *19.00⏎Plats: Rådhuset* begins another field.
        Some((Term::Measure, _)) => r.one_line(end, next) || !r.char(next).is_some_and(char::is_uppercase),
        _ => r.char(next).is_some_and(|c| matches!(c, '%' | '‰' | '€' | '$' | '£')),
    }
}

/// Whether the word before the number says that it numbers something (*nr, sida, SFS, dnr*).
pub(super) fn is_reference(r: &Reader, at: usize) -> bool {
    let before = r.gap_back(at);
    if walk::char_before(r.text, before) == Some('§') {
        return true;
    }
    // COM(2020) 825, SWD (2015)177: a bracket in which a year stands alone, behind capitals.
    if walk::char_before(r.text, at) == Some('(') && r.byte(at + 4) == b')' {
        let (series, _) = r.word_before(at - 1);
        let number = r.byte(r.gap(at + 5)).is_ascii_digit();
        if number || SERIES.has(series) {
            return true;
        }
    }
    let (_, start) = r.word_before_mark(at);
    matches!(r.term(start), Some((Term::Reference, _)))
}

/// Whether a year belongs to a name: *Agenda 2030*, *Natura 2000*, *vår vision 2040*, *Folk och Kultur 2024*.
pub(super) fn is_name(r: &Reader, at: usize) -> bool {
    let (word, start) = r.word_before(at);
    if word.is_empty() {
        return false;
    }
    if let Some((Term::Name, _)) = r.term(start) {
        return true;
    }
    if !walk::is_capitalised(word) || walk::is_all_caps(word) {
        return false;
    }
    let (and, and_start) = r.word_before(start);
    if !FIRMS_AND.contains(&and) {
        return false;
    }
    let (first, _) = r.word_before(and_start);
    walk::is_capitalised(first)
}

/// Whether *varje*, *årligen* or their like stand beside the expression.
pub(super) fn is_habit(r: &Reader, start: usize, end: usize) -> bool {
    if matches!(r.term_before(start), Some((Term::Habit, _))) {
        return true;
    }
    let next = r.gap(end);
    // *kl. 9 varje dag*, *kl. 8–16 på vardagar*
    let on = r.phrase(next, PA_WORD).map_or(next, |end| r.gap(end));
    if end < next && matches!(r.term(on), Some((Term::Habit, _))) {
        return true;
    }
    r.past_any(next, HABITS).is_some()
}

/// Whether a heading over opening hours stands shortly before: *Expeditionstid måndag–fredag 08:00–16:30*.
pub(super) fn in_opening_hours(r: &Reader, at: usize) -> bool {
    let mut from = at.saturating_sub(140);
    while !r.text.is_char_boundary(from) {
        from += 1;
    }
    let near = r.text.get(from..at).unwrap_or("");
    let near = near.rsplit("\n\n").next().and_then(|near| near.rsplit(". ").next()).unwrap_or("");
    OPENING_HOURS.iter().any(|word| near.contains(word))
}

/// Whether a weekday is the end of a range of them: *måndag–torsdag*, *måndag till torsdag*.
pub(super) fn ends_weekdays(r: &Reader, start: usize) -> bool {
    let mut at = r.gap_back_to(start, 0);
    match walk::char_before(r.text, at) {
        Some(dash @ ('-' | '–' | '—')) => at = r.gap_back_to(at - dash.len_utf8(), 0),
        _ => {
            let (word, from) = r.word_before_to(start, 0);
            if !walk::same_word(word, TILL_WORD) {
                return false;
            }
            at = r.gap_back_to(from, 0);
        }
    }
    let from = walk::word_start(r.text, at);
    // (A scan has *mändag*.)
    let read = r.text.get(from..at).is_some_and(|word| word.ends_with("dag"));
    from < at && (read || matches!(r.term(from), Some((Term::Weekday(_) | Term::ShortWeekday(_), _))))
}

/// Whether a clock time stands in a rule: a word of duty or leave close by and no day in the sentence.
pub(super) fn in_rule(r: &Reader, start: usize, end: usize) -> bool {
    let (mut bound, mut duty) = (false, false);
    let mut at = start;
    for _ in 0..14 {
        let (word, before) = r.word_before_to(at, 0);
        if word.is_empty() {
            // Over another time of the same sentence.
            let gap = r.gap_back_to(at, 0);
            let head = r.text.as_bytes().get(..gap).unwrap_or(&[]);
            let time = |b: &&u8| b.is_ascii_digit() || matches!(**b, b':' | b'.');
            let width = head.iter().rev().take(6).take_while(time).count();
            if width < 2 || head.last().is_some_and(|b| !b.is_ascii_digit()) {
                break;
            }
            at = gap - width;
            continue;
        }
        bound |= BOUND.has(word);
        duty |= DUTY.has(word);
        at = before;
    }
    let mut at = end;
    for _ in 0..14 {
        let next = r.gap(at);
        let word = r.word(next);
        if word.is_empty() {
            let Some(n) = r.number(next).or_else(|| r.number(next + 1)) else { break };
            at = n.end;
        } else {
            duty |= DUTY.has(word);
            at = next + word.len();
        }
    }
    bound && duty
}

/// Whether another number than a year or a page number at the line's end stands right before or after:
/// the number is one cell of a row of figures.
pub(super) fn in_figures(r: &Reader, number: Number) -> bool {
    let next = r.gap(number.end);
    if next > number.end
        && r.one_line(number.end, next)
        && let Some(n) = r.number(next)
    {
        let year = n.digits == 4 && n.value.abs_diff(number.value) <= 5;
        let page = n.digits <= 3 && matches!(r.byte(r.gap(n.end)), 0 | b'\n' | b'\r') | ends_line(r, n.end);
        let clock = matches!(r.byte(n.end), b':' | b'.');
        // *valet 2026 21 augusti 2026*
        let day = n.digits < 3 && matches!(r.term(r.gap(n.end)), Some((Term::Month(_), _)));
        if !year && !page && !clock && !day {
            return true;
        }
    }
    let before = r.gap_back(number.start);
    if before < number.start && before > r.floor && r.one_line(before, number.start) {
        let head = r.text.as_bytes().get(..before).unwrap_or(&[]);
        let digits = head.iter().rev().take(8).take_while(|b| b.is_ascii_digit()).count();
        if (1..=3).contains(&digits) || digits > 4 {
            // Not a list's number, nor a name's (*HTM1 2016*).
            let list = before - digits == r.line_start(before);
            let glued = walk::char_before(r.text, before - digits);
            return !list && !glued.is_some_and(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '–'));
        }
    }
    false
}

fn ends_line(r: &Reader, end: usize) -> bool {
    let mut at = end;
    while matches!(r.byte(at), b' ' | b'\t' | b'|' | b'\r') {
        at += 1;
    }
    matches!(r.byte(at), 0 | b'\n')
}
