//! The words round a date that tell whether it is the document's own.

use super::document_date::Claim;
use super::reader::{Found, Reader};
use crate::lexicon::sets::dates as sets;
use crate::lexicon::sets::function_words::IN_WORD;
use crate::text::runs::runs;
use crate::text::walk::{self, same_word};
use crate::words::lower::{Lower, has_in_any_case};
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// Words of labels of other dates.
static OTHERS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::of(sets::OTHERS.iter().map(|word| (*word, ()))));

/// Marks between the words of a header's columns.
const COLUMNS: [char; 3] = [' ', '\t', '|'];

/// A label without the marks at its end.
fn without_marks(label: &str) -> &str {
    label.trim_end_matches([':', '*', ' ', '|'])
}

/// Whether a label ends as *Sammanträdesdatum*, *Mötesdag* do.
pub(super) fn ends_in_day(label: &str) -> bool {
    let ending = without_marks(label).as_bytes().last_chunk::<3>();
    ending.is_some_and(|e| sets::DAY_ENDS.iter().any(|own| e.eq_ignore_ascii_case(own.as_bytes())))
}

/// Whether a label of at most 80 bytes tells that a date is not the document's own.
pub(super) fn is_of_another(label: &str) -> bool {
    let label = label.rsplit_once(" / ").map_or(label, |(_, field)| field);
    let mut others = false;
    if let Some(label) = Lower::<80>::of(label.as_bytes()) {
        OTHERS.each(label.bytes(), |_, ()| others = true);
    }
    others
}

/// What the words before a date on its line, or on the line above, say of it.
pub(super) fn labelled(label: &str, bare: bool, early: bool) -> Option<Claim> {
    let label = without_marks(label);
    // *Diarienr: 2021/6775 / Beslutsdatum*: the last of several fields.
    let label = label.rsplit_once(" / ").map_or(label, |(_, field)| field);
    // *Dokumentet beslutades den*
    let label = label.strip_suffix(" den").unwrap_or(label);
    let last = label.rsplit(COLUMNS).next().unwrap_or("");
    let is = |word: &str| same_word(last, word);
    // In a header of several columns the label is one of the words above (*Sammanträdesdatum  Sida*).
    let within = |own: &str| bare && label.split(COLUMNS).any(|word| same_word(word, own));
    let has_day = has_in_any_case(label, sets::DAY_PIECE);
    if has_day && sets::MEETING_DAYS.iter().any(|own| within(own)) {
        return Some(Claim::Meeting);
    }
    // Alone or in a column of its own; a *preliminärt datum* is another's.
    let column = || label.contains("  ") || label.contains(['\t', '|']);
    if has_day
        && label.len() < 60
        && within(sets::DAY_PIECE)
        && (column() || begins_with(label, sets::DAY_LABEL))
    {
        return Some(Claim::Label);
    }
    if early && (is_posting(last) || is_posting(last_before_hour(label))) {
        return Some(Claim::Dateline);
    }
    if sets::MADE_LABELS.has(last) && label.len() < 30
        || is_update(label)
        || begins_with(label, sets::GIVEN_IN)
    {
        return Some(Claim::Dateline);
    }
    // *beslutade den 9 juni 2016*, and no one before it; *Dokumentet beslutades*.
    let paper = || label.split_once(' ').is_some_and(|(what, verb)| verb == last && sets::PAPERS.has(what));
    if early && (label == last || paper()) && sets::SETTLED.has(last) {
        return Some(Claim::Dateline);
    }
    if sets::MEETING_LABELS.has(last) {
        return Some(Claim::Meeting);
    }
    if early && !bare && sets::HELD.has(label) {
        return Some(Claim::Meeting);
    }
    if early && label.len() < 12 && is(sets::FRONT_MATTER) {
        return Some(Claim::FrontMatter);
    }
    if has_day && is(sets::DAY_PIECE) && (label.len() == last.len() || early && column()) {
        return Some(Claim::Label);
    }
    (early && is_time_label(label)).then_some(Claim::Time)
}

/// *Senast uppdaterad*, *Sidan senast granskad och uppdaterad*: when a page was made what it is.
pub(super) fn is_update(label: &str) -> bool {
    let whole = without_marks(label);
    let label = whole;
    // *Sidan uppdaterades senast*
    let label = label.strip_suffix(" senast").map_or(label, |rest| rest.trim_end());
    let turned = label.len() + 7 <= whole.len();
    let last = label.rsplit(COLUMNS).next().unwrap_or("");
    label.len() < 60
        && sets::UPDATED.has(last)
        && (label == last || turned || has_in_any_case(label, sets::LATEST))
}

/// The last word before the hour that a label ends with: *Publicerad 17:09,*.
fn last_before_hour(label: &str) -> &str {
    let hour = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',');
    let rest = label.trim_end_matches(hour).trim_end();
    rest.rsplit(COLUMNS).next().unwrap_or("")
}

/// *Publicerad*.
pub(super) fn is_posting(label: &str) -> bool {
    sets::POSTED.iter().any(|word| same_word(label, word))
}

/// Whether a date begins with a weekday in its definite form.
pub(super) fn begins_with_weekday(r: &Reader, one: &Found) -> bool {
    let word = r.word(one.start);
    matches!(r.char(one.start + word.len()), None | Some(' ' | '\u{a0}' | '\n')) && sets::WEEKDAYS.has(word)
}

/// Whether what follows a sitting's date on its line is nothing, *fm.*, *kl. 11*, *Sid.*, or a document's number.
pub(super) fn ends_sitting(after: &str) -> bool {
    let after = after.trim_start_matches(['.', ' ', ',']);
    let after = after.trim_end();
    after.is_empty() || (after.len() <= 40 && sets::AFTER_SITTING.iter().any(|w| after.starts_with(w)))
}

/// Words in the sentence before a date: `true` if they name a meeting or its record, `false` another day.
static MEETINGS: LazyLock<Phrases<bool>> = LazyLock::new(|| either(sets::MEETINGS, sets::OTHER_DAYS));

/// Phrases that tell `true` or `false`.
fn either(yes: &[&'static str], no: &[&'static str]) -> Phrases<bool> {
    let told = |told: bool| move |word: &&'static str| (*word, told);
    Phrases::of(yes.iter().map(told(true)).chain(no.iter().map(told(false))))
}

/// Whether the sentence before a date, or the last 160 bytes of it, names a meeting: in a line that can be a title, or
/// because it begins as the record of a meeting does. (News tell of meetings in long lines.)
pub(super) fn names_meeting(before: &str, line: usize) -> bool {
    let before = before.trim_start_matches(|c: char| !c.is_alphabetic());
    let begins = begins_with(before, sets::RECORD_STARTS) || begins_with(before, sets::MEETING_FIRST);
    if !begins && line > 110 {
        return false;
    }
    let Some(before) = Lower::<160>::of(before.as_bytes()) else { return false };
    let (mut named, mut other) = (false, false);
    MEETINGS.each(before.bytes(), |_, meeting| {
        named |= meeting;
        other |= !meeting;
    });
    (begins || named) && !other
}

pub(super) fn names_speech(title: &str) -> bool {
    const ENDING: &str = sets::SPEECH_END;
    runs(title).any(|(_, word)| {
        let end = word.len().checked_sub(ENDING.len()).and_then(|at| word.get(at..));
        sets::SPEECH_TITLES.iter().any(|own| same_word(word, own))
            || end.is_some_and(|end| walk::same_word(end, ENDING))
    })
}

/// Words of titles: `true` of meetings, `false` of reports.
static TITLES: LazyLock<Phrases<bool>> = LazyLock::new(|| either(sets::TITLE_MEETINGS, sets::TITLE_REPORTS));

/// Whether a line of at most 120 bytes names a meeting, or a report if it is among the `first`.
pub(super) fn names_period(line: &str, first: bool) -> bool {
    let mut named = false;
    if let Some(line) = Lower::<120>::of(line.as_bytes()) {
        TITLES.each(line.bytes(), |_, meeting| named |= first || meeting);
    }
    named
}

/// Whether a court gives its judgment on the day that follows, or a king his letter: *meddelad i Lund den*, *given Stockholms slott
/// den*.
pub(super) fn is_given(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix(" den").unwrap_or(before);
    let mut words = before.rsplit(' ');
    let (place, at, verb) = (words.next(), words.next(), words.next());
    let king = || verb.is_some_and(|verb| sets::GIVEN_BY_KING.iter().any(|given| same_word(verb, given)));
    place.is_some_and(|place| same_word(place, sets::GIVEN))
        || place.is_some_and(|place| sets::SEATS.contains(&place)) && king()
        || place.is_some_and(walk::is_capitalised)
            && at.is_some_and(|at| same_word(at, IN_WORD))
            && verb.is_some_and(|verb| same_word(verb, sets::GIVEN))
}

/// *2013-05-17 Meddelad i Berga*: whether what follows a day tells that a court gave its judgment on it.
pub(super) fn is_given_behind(after: &str) -> bool {
    begins_with(after.trim_start(), sets::GIVEN_IN)
}

/// Whether the words before a date are a place and no more: *Stockholm*, *Stockholm i*, *Lund --*. Of columns the last counts.
pub(super) fn is_place(before: &str) -> bool {
    let before = before.trim_start_matches(['#', '*', ' ']).trim().trim_end_matches([',', '-', '–', ' ']);
    let before = before.rsplit(['\t']).next().unwrap_or("");
    let before = before.rsplit("   ").next().unwrap_or("").trim();
    let before = before.strip_suffix(" i").unwrap_or(before);
    let mut words = 0;
    for word in before.split_whitespace() {
        words += 1;
        if words > 2
            || !word.chars().next().is_some_and(char::is_uppercase)
            || !word.chars().all(char::is_alphabetic)
            // *Författade 2018-11-20*
            || sets::MADE_ENDS.iter().any(|end| word.ends_with(end))
        {
            return false;
        }
    }
    words > 0
}

/// Whether a label says when and where a meeting is held.
pub(super) fn is_time_label(label: &str) -> bool {
    let label = label.trim_end_matches([':', ' ', '*', '?']);
    let single = label.split_whitespace().collect::<Vec<_>>().join(" ");
    sets::TIME_LABELS.has(&single) || begins_with(label, sets::TIME_STARTS)
}

/// Whether a line begins by telling that the document was adopted.
pub(super) fn adopts(label: &str) -> bool {
    label.len() <= 80 && begins_with(label, sets::ADOPTS)
}

/// Whether `text` begins with one of `words` (in lower case), in whatever case.
fn begins_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| walk::starts_with_word(text, word))
}
