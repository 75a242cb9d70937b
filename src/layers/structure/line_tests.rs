//! How a line looks: like a heading, a sentence, a field, a name, a date.

use super::headings::{LONG, SHORT};
use super::layout::{Layout, Role};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::OCH_APART;
use crate::lexicon::sets::pages::{
    CAPTION_LINES, DECIDED_LINES, MONTHS, MUNICIPALITY_ENDS, NAME_PARTICLES, RECORD_HEADS, WEEKDAY,
};
use crate::lexicon::sets::structure::{SMALL, VERBS};
use crate::lexicon::sets::titles::MET_ENDS;
use crate::scan::Source;
use crate::text::walk;
use crate::words::table::Words;
use std::sync::LazyLock;

/// `Fredagen den 29 april. Kl. 3.30 e. m.`
pub(super) fn is_day(text: &str) -> bool {
    let begins =
        |name: usize| text.as_bytes().get(name..).is_some_and(|rest| rest.starts_with(WEEKDAY.as_bytes()));
    text.len() < 60 && (1..=5).any(begins) && walk::is_capitalised(text)
}

/// Days, answers, petitions: the headings of verbatim records that have no number.
pub(super) fn is_record_heading(text: &str) -> bool {
    let Some(first) = text.as_bytes().first() else { return false };
    RECORD_HEADS.iter().any(|start| start.as_bytes().first() == Some(first) && text.starts_with(start))
        || is_day(text)
        || is_committee_number(text)
}

/// `FiU21 Vårändringsbudget`: a committee's letters end with U (*utskottet*).
pub(super) fn is_committee_number(text: &str) -> bool {
    // Most lines are thrown out here.
    if !text.bytes().take(5).any(|b| b == b'U') {
        return false;
    }
    let Some(blank) = text.bytes().take(12).position(|b| b == b' ') else { return false };
    let code = &text[..blank];
    if !code.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (2..=5).contains(&letters.len())
        && letters.len() < code.len()
        && letters.ends_with('U')
        && walk::is_capitalised(code)
}

/// A line that meetings head their matters with, by `lexicon/data/matters.txt`: whole, or up to its colon.
pub(super) fn is_matter(text: &str) -> bool {
    static MATTERS: LazyLock<Words<()>> = LazyLock::new(|| {
        let lines = include_str!("../../lexicon/data/matters.txt").lines().filter(|l| !l.starts_with('#'));
        Words::of(lines.flat_map(|l| l.split(';')).map(|m| (m.trim(), ())).collect(), |(), ()| ())
    });
    if text.len() > SHORT || !walk::is_capitalised(text) || is_sentence(text) {
        return false;
    }
    let mut colons = memchr::memchr_iter(b':', text.as_bytes());
    let colon = colons.find(|at| text.as_bytes().get(at + 1) == Some(&b' ')).map_or(text.len(), |at| at + 1);
    MATTERS.get_in_any_case(&text[..colon]).is_some()
}

/// Whether a word names a meeting: *Årsmötet* heads the section about it, as *Styrelsen* does not.
pub(super) fn names_meeting(word: &str) -> bool {
    MET_ENDS.iter().any(|end| word.ends_with(end))
}

/// Nothing but the name of a body: *Kommunstyrelsen*, *KUNGSBACKA KOMMUN*.
pub(super) fn is_body_name(source: &Source, span: Span) -> bool {
    let cues = source.cues.within(span);
    let text = span.of(source.text);
    let body =
        cues.iter().any(|c| c.has(Classes::BODY) && (c.end() == span.end as usize || c.start == span.start));
    (body && !names_meeting(text) && text.split_whitespace().count() <= 3)
        || MUNICIPALITY_ENDS.iter().any(|end| text.ends_with(end))
}

/// Whether all before the first heading is lines of a page's top: fields, bylines, menus.
pub(super) fn is_preamble(source: &Source, layout: &Layout, index: usize) -> bool {
    let above: Vec<usize> = (0..index)
        .filter(|&i| matches!(layout.rows[i].role, Role::Text | Role::Item | Role::Row))
        .take(6)
        .collect();
    above.len() < 6
        && above.iter().all(|&i| layout.rows[i].span.len() < 60 && !is_sentence(layout.rows[i].text(source)))
}

/// Whether the line before `index` is finished, so that this one begins something new.
pub(super) fn ends_line(source: &Source, layout: &Layout, index: usize) -> bool {
    let above = layout.rows[index - 1];
    !matches!(above.role, Role::Text)
        || matches!(above.last, b'.' | b':' | b'!' | b'?' | b')')
        || walk::is_shorter(above.text(source), 62)
}

/// Ends like a sentence.
pub(super) fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!']) && !text.ends_with("m.m.") && !text.ends_with("m. m.") && text.contains(' ')
}

/// `Datum: …`, `Plats och tid   …`: a field of a cover page.
pub(super) fn is_field(text: &str) -> bool {
    let bytes = text.as_bytes();
    let colon = memchr::memchr(b':', &bytes[..bytes.len().min(32)]);
    colon.is_some_and(|at| matches!(bytes.get(at + 1), Some(b' ' | b'\t')))
        || walk::has_gap(text)
        || memchr::memchr(b'\t', bytes).is_some()
}

/// `31 mars 2022`, `2021-08-26`, `12:15 …`: dates and clock times are no numbers of headings.
pub(super) fn is_date_line(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.is_empty() {
        return false; // a number alone
    }
    let word = rest.trim_start();
    // *3: Vatten* and *4:2 Hamnen* are numbered.
    let hour = |rest: &str| rest.bytes().take(2).all(|b| b.is_ascii_digit()) && rest.len() > 1;
    rest.starts_with('-')
        || rest.strip_prefix(':').is_some_and(hour)
        || MONTHS.iter().any(|m| walk::starts_with_word(word, m) && walk::word_end(word, 0) <= 9)
}

/// *Stadsstyrelsen 16.8.2021, 232 §*, *Stfm 30.1.2012 § 10*: a body, a day and the number of its paragraph.
pub(super) fn is_handling(text: &str) -> bool {
    if text.len() > SHORT
        || !walk::is_capitalised(text)
        || !text.ends_with(|c: char| c == '§' || c.is_ascii_digit())
    {
        return false;
    }
    let Some((before, behind)) = text.split_once('§') else { return false };
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    // The number stands before the sign or behind it.
    let rest = match before.rsplit_once([' ', ',']) {
        Some((rest, number)) if behind.is_empty() && is_number(number) => rest,
        _ if is_number(behind) => before,
        _ => return false,
    };
    let Some((body, day)) = rest.trim_end_matches([' ', ',']).rsplit_once(' ') else { return false };
    is_dotted_day(day) && body.split(' ').count() <= 4 && !body.contains([',', '.', ':'])
}

/// *16.8.2021*
pub(super) fn is_dotted_day(text: &str) -> bool {
    let mut parts = text.split('.');
    let mut part = |lengths: &[usize]| {
        parts
            .next()
            .is_some_and(|part| lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
    };
    part(&[1, 2]) && part(&[1, 2]) && part(&[4]) && parts.next().is_none()
}

/// Short, begins with a capital, no end mark, no field, no caption, no name, no address.
pub(super) fn reads_like_heading(source: &Source, span: Span) -> bool {
    let text = span.of(source.text);
    let Some(first) = text.chars().next() else { return false };
    let end = text.chars().next_back().unwrap_or(' ');
    if !first.is_uppercase() || !is_end(end) || text.len() < 3 || !is_plain(text) {
        return false;
    }
    if ends_small(text) {
        return false;
    }
    // "Fastställd av fullmäktige den 3 maj 2022": a decision told, not a heading.
    if matches!(text.as_bytes()[0], b'F' | b'A' | b'B' | b'G' | b'R' | b'U' | b'P') {
        let word = &text[..walk::word_end(text, 0)];
        if DECIDED_LINES.iter().any(|w| walk::same_word(word, w)) && text.bytes().any(|b| b.is_ascii_digit())
        {
            return false;
        }
    }
    if matches!(text.as_bytes()[0], b'F' | b'B' | b'T' | b'D' | b'K' | b'I' | b'N')
        && CAPTION_LINES.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| {
                rest.starts_with([':', ' '])
                    && (rest.starts_with(':') || rest[1..].starts_with(|c: char| c.is_ascii_digit()))
            })
        })
    {
        return false;
    }
    !is_name_line(source, span)
}

/// Whether a heading ends so.
pub(super) fn is_end(last: char) -> bool {
    last.is_alphanumeric() || matches!(last, '?' | '!' | ')' | '”' | '"' | '»' | '%' | '*')
}

/// Whether a line ends with a small word: it goes on below.
pub(super) fn ends_small(text: &str) -> bool {
    let last = walk::skip_space_back(text, text.len());
    SMALL.has(&text[walk::word_start(text, last)..last])
}

/// *Länsstyrelsen har den 3 mars …*: a long line that begins with one word and its verb opens a sentence.
pub(super) fn begins_sentence(text: &str) -> bool {
    let mut words = text.split(' ');
    text.len() > 60
        && words.next().is_some_and(walk::is_capitalised)
        && words.next().is_some_and(|second| VERBS.has(second))
}

/// At most 14 words, no wide gap, no field (`Datum: …`), no address (`www.`), no mark that prose has not: read in one
/// pass.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut words = 1;
    for (at, &b) in bytes.iter().enumerate() {
        // Most are letters.
        if !matches!(b, b' ' | b':' | b'w' | b'@' | b'|' | b'{' | b'}' | b'=' | b'_' | b'\t') {
            continue;
        }
        let rest = &bytes[at + 1..];
        match b {
            b' ' if rest.starts_with(b"  ") => return false,
            b' ' => words += usize::from(rest.first().is_some_and(|next| *next != b' ')),
            b':' if at >= 32 || rest.first() != Some(&b' ') => {}
            b'w' if !rest.starts_with(b"ww.") => {}
            _ => return false,
        }
    }
    words <= 14
}

/// A name, perhaps with party, role or a second name: a byline, a signature, a line of attendance.
pub(super) fn is_name_line(source: &Source, span: Span) -> bool {
    let text = span.of(source.text);
    let first = walk::word_end(text, 0);
    if first == text.len() {
        return false; // one word
    }
    let given = |word: &str| walk::is_capitalised(word) && source.lexicon.names(word).has(Classes::GIVEN);
    let part = |w: &&str| w.starts_with(char::is_alphabetic) && !NAME_PARTICLES.has(w);
    let parts = || walk::words(text).filter(part);
    let all_capitals = || parts().all(walk::is_capitalised);
    let parts_names = |c: char| c.is_whitespace() || c == ',';
    let second = || {
        let rest = text[first..].trim_start_matches(|c: char| !parts_names(c));
        walk::is_capitalised(rest.trim_start_matches(parts_names))
    };
    let bracket = || text.contains('(') && source.cues.within(span).iter().any(|c| c.has(Classes::BRACKET));
    let named = || text.contains(',') || bracket() || all_capitals() || text.contains(OCH_APART);
    if second() && given(&text[..first]) && named() {
        return true;
    }
    // Lists of votes have the surname first: "Holm, Anna".
    let comma = memchr::memchr_iter(b',', text.as_bytes()).find(|at| text[at + 1..].starts_with(' '));
    let turned = comma.is_some_and(|at| !text[at + 2..].contains(' '))
        && given(&text[walk::word_start(text, text.len())..])
        && parts().nth(3).is_none();
    turned || (text.ends_with(')') && all_capitals() && bracket())
}

/// A numbered paragraph whose text runs on from the number: a sentence, or more than a title holds.
pub(super) fn is_run_in(title: &str, layout: &Layout, index: usize, source: &Source) -> bool {
    if title.len() > LONG {
        return true;
    }
    let wrapped = !layout.open_below(index) && title.len() > 60;
    let below = layout.rows.get(index + 1).map_or("", |row| row.text(source));
    (is_sentence(title) && title.split_whitespace().count() >= 3)
        || (wrapped && is_sentence(below) && title.len() > SHORT)
}
