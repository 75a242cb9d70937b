//! Months that no day stands before: *november 2015*, *maj månad*, *i maj*.

use super::days::{Year, month as month_at, year_after};
use super::reader::{Found, Reader, Toward};
use super::term::{Form, Term};
use super::value::{Grain, Unit, Value};
use super::{look_alikes, rules};
use crate::text::walk;

/// At a month's name that no day stands before: *november 2015*, *maj månad*, *i maj*.
pub(super) fn from_month(r: &Reader, start: usize, out: &mut Vec<Found>) -> Option<usize> {
    let (month, mut end) = month_at(r, start, true)?;
    let short = !matches!(r.term(start), Some((Term::Month(_), _)));
    if let Some((Term::Noun(Grain::Month, Form::Singular | Form::Genitive), past)) = r.term(r.gap(end)) {
        end = past;
    }
    let year = year_after(r, end);
    let named = year.is_some()
        || matches!(r.term(r.gap(start + r.word(start).len())), Some((Term::Noun(Grain::Month, _), _)));
    let word = r.word(start);
    let (before, before_start) = r.word_before(start);
    let (mut from, mut toward) = (start, Year::toward(year.map(|(y, _)| y)));
    match r.term(before_start) {
        Some((Term::Next | Term::Coming, _)) if before_start < start => {
            (from, toward) = (before_start, Toward::Next)
        }
        Some((Term::Last, _)) if before_start < start => (from, toward) = (before_start, Toward::Last),
        Some((Term::This, _)) if before_start < start => (from, toward) = (before_start, Toward::Nearest),
        _ => {}
    }
    if year.is_none() && from == start {
        // *Maj Karlsson*, *Per Mars*: a name, unless a preposition leads it in.
        let leads = !walk::is_capitalised(before)
            && Reader::is_one(
                before,
                &[
                    "i", "under", "från", "till", "sedan", "per", "senast", "före", "efter", "februari",
                    "april", "januari",
                ],
            );
        let ranged = r.dash(end).is_some_and(|next| month_at(r, next, true).is_some());
        if short && !ranged {
            return None;
        }
        if walk::is_capitalised(word) && !leads && !named && !ranged && !stands_alone(r, start, end) {
            return None;
        }
        if look_alikes::is_habit(r, start, end) {
            return Some(end);
        }
        if walk::is_capitalised(word)
            && leads
            && matches!(month, 3 | 5)
            && walk::is_capitalised(r.word(r.gap(end)))
        {
            return None; // till Maj Karlsson
        }
    }
    let end = year.map_or(end, |(_, end)| end);
    let unit = Unit::Month { year: Year::number(year.map(|(y, _)| y)), month };
    out.push(Found::new(from, end, Value::unit(unit), &rules::MONTH).toward(toward));
    Some(end)
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
