//! Months that no day stands before: *november 2015*, *maj månad*, *i maj*, *2023-02*.

use super::calendar::month_length;
use super::days::month as month_at;
use super::look_alikes;
use super::model::{Found, Place, Taken};
use super::open_year::{Year, year_after};
use super::reader::Reader;
use super::term::{Form, Term};
use super::times::with_times;
use super::value::{Grain, Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{ENGLISH_ORDINALS, LEADS_MONTH};
use crate::text::walk;

rule! {
    /// A month, with or without its year, that no day stands before.
    pub(super) MONTH = "date.month";
    finds "Planen antogs i ⟦november 2015⟧." = "2015-11";
    finds "Vi börjar i ⟦maj⟧ och gräver." = "2024-05";
    finds "Under ⟦förra december⟧ var det stängt." = "2023-12";
    finds "Läget till och med ⟦2023-02⟧ redovisas." = "2023-02";
    passes "Maj Karlsson och Per Mars lämnade in en motion.";
    passes "Vi möts i maj varje år.";
}

/// *2023-02*.
pub(super) fn in_figures(place: Place, year: i16, month: u8) -> Found {
    Found::new(place, Value::unit(Unit::Month { year: Some(year), month }), &MONTH)
}

/// At a month's name that no day stands before: *november 2015*, *maj månad*, *i maj*.
pub(super) fn from_month(r: &Reader, cue: Place) -> Option<Taken> {
    let Place { start, .. } = cue;
    if let Some(found) = month_first(r, start, start).or_else(|| misread_day(r, start)) {
        return Some(Taken::One(found));
    }
    let (month, mut end) = month_at(r, start, true)?;
    if let Some((Term::Noun(Grain::Month, Form::Singular | Form::Genitive), past)) = r.term(r.gap(end)) {
        end = past;
    }
    let year = year_after(r, end);
    let (mut from, mut toward) = (start, Year::toward(year.map(|(y, _)| y)));
    if let Some((relation, before)) = r.relation(start) {
        (from, toward) = (before, relation.toward());
    }
    if year.is_none() && from == start {
        if !is_month(r, Place::new(start, end), month) {
            return None;
        }
        // *maj–aug på måndagar*: of each of those weeks.
        if !is_ranged(r, Place::new(start, end)) && look_alikes::is_habit(r, start, end) {
            return Some(Taken::Passed(end));
        }
    }
    let end = year.map_or(end, |(_, end)| end);
    let value = Value::unit(Unit::Month { year: Year::number(year.map(|(y, _)| y)), month });
    Some(Taken::One(Found::new(Place::new(from, end), value, &MONTH).toward(toward)))
}

/// *2l mars 2023*, *I5 maj*, *3O juni*: a scan has letters for the figures 1 and 0.
fn misread_day(r: &Reader, start: usize) -> Option<Found> {
    let end = r.gap_back(start);
    let figure = |b: &&u8| matches!(b, b'0'..=b'9' | b'l' | b'I' | b'O' | b'o');
    let width = r.text.as_bytes().get(..end)?.iter().rev().take(3).take_while(figure).count();
    let (word, from) = (r.text.get(end - width..end)?, end - width);
    let apart = walk::char_before(r.text, from).is_none_or(|c| !c.is_alphanumeric());
    if !apart
        || end == start
        || !matches!(width, 1 | 2)
        || !matches!(r.term(start), Some((Term::Month(_), _)))
    {
        return None;
    }
    let mut day = 0;
    for b in word.bytes() {
        day = 10 * day
            + match b {
                b'l' | b'I' => 1,
                b'O' | b'o' => 0,
                b'0'..=b'9' => b - b'0',
                _ => return None,
            };
    }
    let den = r.with_den(from);
    let (month, end) = month_at(r, start, false)?;
    let year = year_after(r, end);
    // A letter alone needs *den* or a year to be a figure, and *Io* none of both.
    let told = word.bytes().any(|b| b.is_ascii_digit()) || den < from && word != "I" && word != "o";
    let misread = !word.bytes().all(|b| b.is_ascii_digit()) && told;
    let number = Year::number(year.map(|(y, _)| y));
    if !misread || day == 0 || day > month_length(number, month) {
        return None;
    }
    let end = year.map_or(end, |(_, end)| end);
    let value = Value::unit(Unit::Day { year: number, month, day });
    let found = Found::new(Place::new(den, end), value, &super::days::DAY);
    Some(with_times(r, found.toward(Year::toward(year.map(|(y, _)| y)))))
}

/// *mars 7, 2013*, as the frames of blogs write days.
pub(super) fn month_first(r: &Reader, start: usize, at: usize) -> Option<Found> {
    let (month, end) = month_at(r, at, true)?;
    let day = r.number(r.gap(end)).filter(|n| n.digits <= 2 && n.start > end)?;
    // *februari 26th, 2021*: half translated.
    let ordinal = r.word(day.end);
    let past = day.end + if ENGLISH_ORDINALS.contains(&ordinal) { 2 } else { 0 };
    if r.byte(past) != b',' {
        return None;
    }
    let year = r.number(r.gap(past + 1)).filter(|n| n.digits == 4 && (1900..2200).contains(&n.value))?;
    let number = Some(year.value as i16);
    let fits = day.value > 0
        && day.value as u8 <= month_length(number, month)
        && look_alikes::free_right(r, year.end)
        && !look_alikes::is_quantity(r, year.end);
    let unit = Unit::Day { year: number, month, day: day.value as u8 };
    fits.then(|| with_times(r, Found::new(Place::new(start, year.end), Value::unit(unit), &super::days::DAY)))
}

/// Whether the month is one of two that a dash joins: *maj–aug*.
fn is_ranged(r: &Reader, Place { start, end }: Place) -> bool {
    let second = |last: Found| last.rule.is(&MONTH) && r.dash(r.past_stop(last.end)) == Some(start);
    r.dash(end).is_some_and(|next| month_at(r, next, true).is_some()) || r.last.is_some_and(second)
}

/// Whether a month's name without a year is no name of a person (*Maj Karlsson*, *Per Mars*).
fn is_month(r: &Reader, place: Place, month: u8) -> bool {
    let Place { start, end } = place;
    let word = r.word(start);
    let ranged = is_ranged(r, place);
    if !matches!(r.term(start), Some((Term::Month(_), _))) {
        return ranged;
    }
    if !walk::is_capitalised(word) {
        return true;
    }
    let (before, _) = r.word_before(start);
    let named = || matches!(r.term(r.gap(start + word.len())), Some((Term::Noun(Grain::Month, _), _)));
    if !walk::is_capitalised(before) && LEADS_MONTH.has(before) {
        // Not *till Maj Karlsson*.
        return !(matches!(month, 3 | 5) && walk::is_capitalised(r.word(r.gap(end))));
    }
    ranged || named() || stands_alone(r, start, end)
}

/// Whether the word is all of its line or table cell.
fn stands_alone(r: &Reader, start: usize, end: usize) -> bool {
    let before = walk::char_before(r.text, r.gap_back(start));
    let line = r.line_start(start);
    let opens = before == Some('|')
        || r.text.get(line..start).is_some_and(|t| t.trim_matches(['#', ' ', '*', '-', '|']).is_empty());
    let rest = r.text.get(end..).unwrap_or("");
    opens && matches!(rest.trim_start_matches([' ', '*', ':', '\r']).chars().next(), None | Some('\n' | '|'))
}
