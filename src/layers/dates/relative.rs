//! What is told from the document's date: *i går*, *nästa vecka*, *förra året*, *om tre veckor*, *för två år
//! sedan*, *samma dag*.

use super::days;
use super::reader::{Found, Reader, Toward};
use super::term::{Form, Term};
use super::value::{Grain, Unit, Value};
use super::{look_alikes, rules, years};
use crate::words::lower::Lower;

/// Pushes so many grains from now, with the clock time behind a day.
fn push(r: &Reader, start: usize, end: usize, grain: Grain, by: i16, out: &mut Vec<Found>) -> Option<usize> {
    out.push(Found::new(start, end, Value::unit(Unit::Shift(grain, by)), &rules::RELATIVE));
    Some(if grain == Grain::Day { days::with_times(r, end, out) } else { end })
}

/// At *idag*, *igår*, *ifjol*.
pub(super) fn from_near(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    by: i16,
    out: &mut Vec<Found>,
) -> Option<usize> {
    // *idag-appen*
    if r.byte(end) == b'-' && r.char(end + 1).is_some_and(char::is_alphabetic) {
        return None;
    }
    push(r, start, end, grain, by, out)
}

/// At the second word of *i går*, *i fjol*.
pub(super) fn from_after_i(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    by: i16,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    // *i Morgon-Tidningen*
    let name = crate::text::walk::is_capitalised(r.word(start)) || r.byte(end) == b'-';
    (Reader::is_one(before, &["i"]) && !name).then(|| push(r, before_start, end, grain, by, out))?
}

/// At *(i) torsdags*.
pub(super) fn from_past_weekday(
    r: &Reader,
    start: usize,
    end: usize,
    day: u8,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    if !Reader::is_one(before, &["i"]) {
        return None;
    }
    out.push(
        Found::new(before_start, end, Value::unit(Unit::Weekday(day)), &rules::WEEKDAY).toward(Toward::Past),
    );
    Some(days::with_times(r, end, out))
}

/// At *nästa*, *förra*, *innevarande* before *år*, *månad*, *vecka*. (Seasons, weekdays, months and quarters
/// look back for these words themselves.)
pub(super) fn from_relation(
    r: &Reader,
    start: usize,
    end: usize,
    word: Term,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let by = days::shift_of(word);
    match r.term(r.gap(end))? {
        // *kommande år* may be many.
        (Term::Noun(Grain::Year, _), _) if word == Term::Coming => None,
        (Term::Noun(grain @ (Grain::Year | Grain::Month | Grain::Week), form), past)
            if form != Form::Plural =>
        {
            push(r, start, past, grain, by, out)
        }
        (Term::Mandate, past) => push(r, start, past, Grain::Mandate, by, out),
        _ => None,
    }
}

/// At *år*, *månader*, *veckan*, *dag*.
pub(super) fn from_noun(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    form: Form,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let (before, before_start) = r.word_before(start);
    if let Some((count, number_start)) = numeral(r, start, (before, before_start)) {
        return counted(r, number_start, end, grain, form, count, out);
    }
    if grain == Grain::Year
        && matches!(form, Form::Singular | Form::Plural | Form::Definite)
        && let Some(end) = years::from_word(r, start, end, out)
    {
        return Some(end);
    }
    let from = |phrase: &[&str]| Reader::is_one(before, phrase);
    match (grain, form) {
        (Grain::Year | Grain::Day, Form::Singular) if from(&["i"]) => {
            let hyphen = r.byte(end) == b'-' && r.char(end + 1).is_some_and(char::is_alphabetic);
            if hyphen { None } else { push(r, before_start, end, grain, 0, out) }
        }
        (Grain::Year, Form::Singular) if from(&["detta"]) => push(r, before_start, end, grain, 0, out),
        (Grain::Day | Grain::Week | Grain::Month, Form::Singular) if from(&["denna"]) => {
            push(r, before_start, end, grain, 0, out)
        }
        (Grain::Week | Grain::Month, Form::Definite) if from(&["här"]) => {
            let (den, den_start) = r.word_before(before_start);
            Reader::is_one(den, &["den"]).then(|| push(r, den_start, end, grain, 0, out))?
        }
        (Grain::Day | Grain::Year, Form::Singular) if from(&["samma"]) => {
            out.push(Found::new(before_start, end, Value::unit(Unit::Same(grain)), &rules::SAME));
            Some(if grain == Grain::Day { days::with_times(r, end, out) } else { end })
        }
        _ => None,
    }
}

/// A count before a noun, in figures or words, and where it begins; `word` stands before the noun, from `start`.
fn numeral(r: &Reader, at: usize, (word, start): (&str, usize)) -> Option<(i16, usize)> {
    if !word.is_empty() {
        return count(word).map(|n| (n, start));
    }
    let end = r.gap_back(at);
    let digits =
        r.text.as_bytes().get(..end)?.iter().rev().take(4).take_while(|b| b.is_ascii_digit()).count();
    let n = r.number(end - digits).filter(|n| n.digits <= 3 && n.end == end && n.start >= r.floor)?;
    look_alikes::free_left(r, n.start).then_some((n.value as i16, n.start))
}

/// What a word counts.
fn count(word: &str) -> Option<i16> {
    // What is longer counts nothing here.
    let word = Lower::<7>::of(word.as_bytes())?;
    Some(match word.text() {
        "en" | "ett" => 1,
        "två" => 2,
        "tre" => 3,
        "fyra" => 4,
        "fem" => 5,
        "sex" => 6,
        "sju" => 7,
        "åtta" => 8,
        "nio" => 9,
        "tio" => 10,
        "elva" => 11,
        "tolv" => 12,
        "fjorton" => 14,
        "femton" => 15,
        "tjugo" => 20,
        "trettio" => 30,
        "fyrtio" => 40,
        "femtio" => 50,
        "hundra" => 100,
        _ => return None,
    })
}

/// *om ett halvår*, *för två kvartal sedan*.
pub(super) fn from_count(
    r: &Reader,
    start: usize,
    end: usize,
    grain: Grain,
    out: &mut Vec<Found>,
) -> Option<usize> {
    // Not *halvåret*.
    if !Reader::is_one(r.word(start), &["halvår", "kvartal", "tertial"]) {
        return None;
    }
    let (count, number) = numeral(r, start, r.word_before(start))?;
    counted(r, number, end, grain, Form::Singular, count, out)
}

/// *om tre veckor*, *för ett år sedan*, *två dagar sedan*; a bare count is a duration, and so is
/// *sedan ett år tillbaka*.
fn counted(
    r: &Reader,
    number: usize,
    end: usize,
    grain: Grain,
    form: Form,
    count: i16,
    out: &mut Vec<Found>,
) -> Option<usize> {
    if !matches!(form, Form::Singular | Form::Plural) {
        return None;
    }
    let (before, before_start) = r.word_before(number);
    let next = r.gap(end);
    // *för drygt två år sedan*
    const ABOUT: &[&str] = &[
        "drygt",
        "snart",
        "över",
        "nästan",
        "cirka",
        "ca",
        "ungefär",
        "knappt",
        "omkring",
        "bara",
        "sisådär",
    ];
    let (before, before_start) =
        if Reader::is_one(before, ABOUT) { r.word_before(before_start) } else { (before, before_start) };
    // *Det har gått två år sedan branden* tells a duration.
    let passed = Reader::is_one(before, &["sedan", "i", "gått", "gick", "går", "förflutit"])
        || r.phrase(next, "sedan dess").is_some()
        || r.phrase(next, "sedan den").is_some();
    let since = r.phrase(next, "sedan").or_else(|| r.phrase(next, "sen")).filter(|_| !passed);
    if let Some(past) = since {
        let start = if Reader::is_one(before, &["för"]) { before_start } else { number };
        return push(r, start, past, grain, -count, out);
    }
    // *en period om två år*, *två år gamla*
    const SPANS: &[&str] = &[
        "period",
        "tid",
        "frist",
        "avtal",
        "fängelse",
        "perioder",
        "semester",
        "ledighet",
        "löptid",
        "varsel",
    ];
    let span = || {
        let noun = r.word_before(before_start).0.to_lowercase();
        SPANS.iter().any(|w| noun.ends_with(w))
    };
    if Reader::is_one(before, &["om"])
        && !span()
        && !Reader::is_one(r.word(next), &["gamla", "gammal", "per", "om", "i"])
    {
        return push(r, before_start, end, grain, count, out);
    }
    None
}
