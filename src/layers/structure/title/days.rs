//! Days and periods in the lines near a title.

use super::line::{begins, has_word, names_body};
use super::papers::{document, is_record_of, names_kind, names_meeting};
use crate::layers::structure::line_tests::is_date_line;
use crate::lexicon::sets::titles::{DAYS, DOCUMENTS, MEETINGS, PERIODS, POSTED, POSTED_THINGS};

/// Whether the line below a record's words says on which day it was held: *Protokoll från årsmöte⏎27 mars 2019*.
pub(super) fn is_held(text: &str, below: &str) -> bool {
    // *Protokoll, höstmöte⏎4 oktober 2015*
    let record = is_record_of(text) || text.contains(", ") && names_meeting(text);
    if !record || text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let lower = below.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let day = words.next().is_some_and(|word| {
        word == "den" || word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 || is_weekday(word)
    });
    day && lower.len() < 110 && !lower.contains(':') && words.take(4).any(is_month)
}

/// *2014/2015*, *2013*: years and no more.
pub(super) fn is_years(text: &str) -> bool {
    let figures = |part: &str| matches!(part.len(), 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    text.len() >= 4
        && text.starts_with("20")
        && text.split(['/', '-', '–']).map(str::trim).all(figures)
        && text.split(['/', '-', '–']).count() <= 2
}

/// *Verksamhetsåret 2022/23*, *Räkenskapsåret 2023*, *1 januari – 31 december 2023*: the time that a report is of.
pub(super) fn is_period(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    text.len() < 60
        && text.bytes().any(|b| b.is_ascii_digit())
        && !text.contains(':')
        && PERIODS.iter().any(|period| first.starts_with(period))
}

pub(super) fn is_weekday(word: &str) -> bool {
    word.len() > 5 && DAYS.iter().take_while(|day| **day != "januari").any(|day| *day == word)
}

/// A line that a weekday begins and a figure follows, or words of days and figures only: *onsdag, juni 13, 2012*, *den 3 maj 2014 kl. 18*.
pub(super) fn is_day(lower: &str) -> bool {
    let mut figures = false;
    let weekday =
        || begins(lower, DAYS).is_some_and(|day| day.contains("dag") && day != "idag" && day.len() > 5);
    if lower.len() < 110 && weekday() && lower.bytes().any(|b| b.is_ascii_digit()) {
        return true;
    }
    lower.len() < 60
        && lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|word| {
            let figure = word.bytes().all(|b| b.is_ascii_digit());
            figures |= figure;
            figure || DAYS.contains(&word)
        })
        && figures
}

/// *Uppsala 2023-08-31*, *Stockholm den 3 maj 2014*: a place, and a whole day.
pub(super) fn is_place_and_day(lower: &str) -> bool {
    let Some((place, day)) = lower.split_once(' ').filter(|_| lower.len() < 60) else { return false };
    let day = day.trim_start_matches([' ', ',']);
    let figures = day.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty()).count();
    let month = || day.split_whitespace().any(|word| is_month(word.trim_end_matches(['.', ','])));
    place.trim_end_matches(',').chars().all(char::is_alphabetic)
        && is_day(day)
        && (figures >= 3 || figures >= 1 && month() && (figures == 2 || names_body(place)))
        && document(lower).is_none()
        && !has_word(place, MEETINGS)
        && !names_kind(lower)
}

/// A day and a number of a matter, and no other words.
pub(super) fn is_dated_number(lower: &str) -> bool {
    let mut figures = false;
    lower.split_whitespace().all(|word| {
        let figure = word.bytes().any(|b| b.is_ascii_digit());
        figures |= figure;
        figure || word.trim_end_matches('.').len() <= 4 || DAYS.contains(&word)
    }) && figures
}

/// Whether a month stands behind a figure: *Skriven av Anna 18 maj 2018*.
pub(super) fn is_dated(text: &str) -> bool {
    let mut figure = false;
    text.split_whitespace().any(|word| {
        let month = figure && is_month(&word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase());
        figure = word.starts_with(|c: char| c.is_ascii_digit());
        month
    })
}

/// *15 oktober, 2021 av Anna*, *11 nov 2019 kl. 11.45*: a stamp, which a day begins.
pub(super) fn is_stamp(text: &str) -> bool {
    let month =
        || is_date_line(text) && text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(' ');
    month() && text.split_whitespace().count() <= 8 && !names_kind_last(text) || is_byline(text)
}

/// *av Anna | 2021-05-25 | Nytt*: who posted a page, when and under what, parted by bars.
fn is_byline(text: &str) -> bool {
    let mut parts = text.split('|').map(str::trim);
    text.len() < 120
        && parts.next().is_some_and(|who| who.split_whitespace().count() <= 4)
        && parts.next().is_some_and(is_iso_day)
}

/// *2021-05-25*: a day as ISO 8601 writes it.
pub(super) fn is_iso_day(word: &str) -> bool {
    word.len() == 10
        && word
            .bytes()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

/// *Artikeln publicerades 5 maj 2021*, *Uppdaterat: 4 feb. 2019*: when a page was posted or changed.
pub(super) fn is_posted(lower: &str) -> bool {
    let mut words = lower.split_whitespace().skip_while(|word| POSTED_THINGS.contains(word));
    let posted = words.next().filter(|word| POSTED.contains(&word.trim_end_matches(':')));
    let behind = words.next().map_or("", |word| word.trim_end_matches(','));
    posted.is_some()
        && words.count() <= 7
        && (behind == "den" || behind.starts_with(|c: char| c.is_ascii_digit()) || is_weekday(behind))
}

/// *2014-03-05 10:12*, *3 maj 2017 kl. 9.30*: a whole day with its hour, and no more.
pub(super) fn is_clocked_day(lower: &str) -> bool {
    let clock = |word: &str| {
        word.len() >= 4 && word.contains([':', '.']) && !word.contains(|c: char| c.is_alphabetic())
    };
    is_day(lower)
        && lower.bytes().filter(u8::is_ascii_digit).count() >= 8
        && lower.split_whitespace().next_back().is_some_and(clock)
}

/// *13 mars 2023 Protokoll*
fn names_kind_last(text: &str) -> bool {
    text.split_whitespace().next_back().is_some_and(|word| DOCUMENTS.contains(&word.to_lowercase().as_str()))
}

/// The name of a month.
pub(super) fn is_month(bare: &str) -> bool {
    DAYS.iter().skip_while(|day| **day != "januari").take(12).any(|month| *month == bare)
}
