//! Decades and centuries: *1990-talet*, *1900-talet*, *på 80-talet*, *nittiotalet*.

use super::model::{Found, Place};
use super::reader::{Number, Reader};
use super::value::{Unit, Value};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{DECADE as TALET, LEADS_DECADE};
use crate::lexicon::sets::function_words::OCH_OR_ELLER;
use crate::text::walk::same_word;

rule! {
    /// A decade or century.
    pub(super) DECADE = "date.decade";
    finds "Huset byggdes på ⟦1970-talet⟧." = "197X";
    finds "Bron är från ⟦1800-talet⟧ och murad." = "18XX";
    finds "Byn växte på ⟦nittiotalet⟧ igen." = "199X";
    passes "Drygt 70-talet personer och ett 20-tal barn kom.";
}

/// At *nittiotalet*.
pub(super) fn age(place: Place, unit: Unit) -> Found {
    Found::new(place, Value::unit(unit), &DECADE)
}

/// *1990-talet*, *1900-talet*, *på 80-talet*, *början av 90-talet*.
pub(super) fn from_number(r: &Reader, n: Number) -> Option<Found> {
    if !matches!(n.digits, 2 | 4) {
        return None;
    }
    let dash = match r.char(n.end) {
        Some(c @ ('-' | '–' | '‑')) => c.len_utf8(),
        _ => return None,
    };
    // The hyphen may stand at a line's end.
    let tail = r.gap(n.end + dash);
    let word = r.word(tail);
    let end = if TALET.has(word) { tail + word.len() } else { first_of_two(r, n, tail)? };
    let unit = if n.digits == 4 {
        match (n.value % 10, n.value % 100) {
            (0, 0) => Unit::Century((n.value / 100) as i16),
            (0, _) => Unit::Decade((n.value / 10) as i16),
            _ => return None,
        }
    } else {
        // *ett 70-tal personer*, *drygt 70-talet*: only behind a preposition of time.
        let led = LEADS_DECADE.has(r.word_before(n.start).0);
        if !n.value.is_multiple_of(10) || !led || same_word(word, "tal") {
            return None;
        }
        let century = if n.value <= 20 { 200 } else { 190 };
        Unit::Decade(century + (n.value / 10) as i16)
    };
    Some(age(Place::new(n.start, end), unit))
}

/// The end of the first of *1970- och 1980-talet*, *1960- och 70-talen*.
fn first_of_two(r: &Reader, n: Number, at: usize) -> Option<usize> {
    let second = r.number(r.past_any(at, OCH_OR_ELLER)?)?;
    let fits = second.digits <= n.digits && r.byte(second.end) == b'-';
    (fits && TALET.has(r.word(second.end + 1))).then_some(n.end)
}
