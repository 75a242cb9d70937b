//! What is told from the document's date: *i går*, *nästa vecka*, *förra året*, *om tre veckor*, *för två år
//! sedan*, *samma dag*.

use super::model::{Found, Place, Taken, Toward};
use super::reader::{Reader, numeral};
use super::term::{Form, Relation, Term};
use super::times::with_times;
use super::value::{Grain, Unit, Value};
use super::{look_alikes, years};
use crate::document::rule::rule;
use crate::lexicon::sets::dates::{
    ABOUT, AFTER_DURATION, AGO, BOOKED, CALLS_COMING, DURATIONS, FOLLOWING, FOR, HUNDRED, IN_BOOKS,
    LATEST_YEAR, NEXT_TO, OTHER_NUMBERS, PART_END, PASSED, PAST_YEAR, PER_WEEK, PERIODS, SAME_ONE, SINCE,
    SOME, TEN, TENS, THOUSAND, TWENTY,
};
use crate::lexicon::sets::function_words::{
    AV_WORD, DEN_WORD, DENNA_WORD, DET_WORD, DETTA_WORD, FOR_WORD, HAR_WORD, IN_WORD, UNDER_WORD,
};
use crate::text::walk::{self, same_word};

rule! {
    /// A stretch told from the document's date by an adverb, a relation or a count.
    pub(super) RELATIVE = "date.relative";
    finds "Mötet hölls ⟦i går⟧." = "2024-03-13";
    finds "Vi ställer in ⟦årets⟧ sommarfest." = "2024";
    finds "Tack för ⟦det gångna året⟧, säger vi." = "2023";
    finds "Kallelsen går ut ⟦i veckan⟧." = "2024-W11";
    finds "Svar väntas ⟦nästa vecka⟧ till sist." = "2024-W12";
    finds "Det avgörs ⟦om tre år⟧, kanske." = "2027";
    finds "Huset brann ⟦för två månader sedan⟧ och revs." = "2024-01";
    passes "Hon har bott där i två år och arbetar 40 timmar i veckan.";
    passes "Årets resultat blev en förlust.";
    passes "Avtalet löper under en period om två år.";
}
rule! {
    /// The day or year last named.
    pub(super) SAME = "date.same";
    finds "Den 3 maj 2023 kom brevet, och ⟦samma dag⟧ svarade hon." = "2023-05-03";
    finds "Under 2019 byggdes skolan; ⟦samma år⟧ revs den." = "2019";
    passes "Hon skrev samma brev en annan dag.";
}

/// So many grains from now, with the clock time behind a day.
#[track_caller]
fn from_now(r: &Reader, place: Place, grain: Grain, by: i16) -> Found {
    let found = shifted(place, grain, by);
    if grain == Grain::Day { with_times(r, found) } else { found }
}

/// So many grains from now.
#[track_caller]
pub(super) fn shifted(place: Place, grain: Grain, by: i16) -> Found {
    Found::new(place, Value::unit(Unit::Shift(grain, by)), &RELATIVE)
}

/// Whether a hyphen and a word are glued to the end: *idag-appen*.
fn goes_on(r: &Reader, end: usize) -> bool {
    r.byte(end) == b'-' && r.char(end + 1).is_some_and(char::is_alphabetic)
}

/// At *idag*, *igår*, *ifjol*.
pub(super) fn from_near(r: &Reader, cue: Place, grain: Grain, by: i16) -> Option<Found> {
    if goes_on(r, cue.end) { None } else { Some(from_now(r, cue, grain, by)) }
}

/// At the second word of *i går*, *i fjol*.
pub(super) fn from_after_i(r: &Reader, cue: Place, grain: Grain, by: i16) -> Option<Found> {
    let from = r.i_before(cue.start)?;
    // *i Morgon-Tidningen*
    let name = walk::is_capitalised(r.word(cue.start)) || r.byte(cue.end) == b'-';
    if name { None } else { Some(from_now(r, cue.from(from), grain, by)) }
}

/// At *nästa*, *förra*, *innevarande* before *år*, *månad*, *vecka*. (Seasons, weekdays, months and quarters
/// look back for these words themselves.)
pub(super) fn from_relation(r: &Reader, cue: Place, relation: Relation) -> Option<Found> {
    // *näst föregående år*, in rules.
    if same_word(r.word_before(cue.start).0, NEXT_TO) {
        return None;
    }
    // *för följande år*; elsewhere what follows is told from what was told.
    if same_word(r.word(cue.start), FOLLOWING) && !FOR.has(r.word_before(cue.start).0) {
        return None;
    }
    let (grain, end) = match r.term(r.gap(cue.end))? {
        // *det kommande året*; *kommande år* may be many.
        (Term::Noun(Grain::Year, Form::Definite), end) if relation == Relation::Coming => {
            let (the, from) = r.word_before(cue.start);
            let place = Place::new(from, end);
            return same_word(the, DET_WORD).then(|| shifted(place, Grain::Business, 1).toward(Toward::Next));
        }
        // *kommande års styrelse*: an association's year.
        (Term::Noun(Grain::Year, Form::Genitive), end) if relation == Relation::Coming => {
            (Grain::Business, end)
        }
        // *budgeten för kommande år*: the next one.
        (Term::Noun(Grain::Year, Form::Singular), end)
            if relation == Relation::Coming && is_of_budget(r, cue.start) =>
        {
            (Grain::Business, end)
        }
        (Term::Noun(Grain::Year, _), _) if relation == Relation::Coming => return None,
        (Term::Noun(grain @ (Grain::Year | Grain::Month | Grain::Week), form), end)
            if form != Form::Plural =>
        {
            (grain, end)
        }
        (Term::Mandate, end) => (Grain::Mandate, end),
        _ => return None,
    };
    Some(from_now(r, cue.to(end), grain, relation.shift()))
}

/// Whether a budget, a plan or a fee *för* what begins at `at` stands before it.
fn is_of_budget(r: &Reader, at: usize) -> bool {
    let (lead, start) = r.word_before(at);
    FOR.has(lead) && CALLS_COMING.has(r.word_before(start).0)
}

/// At *årets*, before what happens in the year: *årets stämma*; not *årets resultat*, *tredje årets studerande*.
pub(super) fn from_year_of(r: &Reader, cue: Place) -> Option<Found> {
    let next = r.gap(cue.end);
    // *förra årets medlemslista*
    if let Some((relation, from)) = r.relation(cue.start).filter(|(relation, _)| relation.shift() != 0) {
        return Some(shifted(cue.from(from), Grain::Year, relation.shift()));
    }
    // *det gångna årets verksamhet*
    if let Some(from) = after_past_word(r, cue.start) {
        return Some(shifted(cue.from(from), Grain::Business, -1));
    }
    let mut word = r.word(next);
    // *årets redovisade resultat*
    if BOOKED.iter().any(|ending| word.ends_with(ending)) {
        let noun = r.word(r.gap(next + word.len()));
        word = if IN_BOOKS.has(noun) { noun } else { word };
    }
    let counted = matches!(r.term_before(cue.start), Some((Term::Ordinal(_), _)));
    let happens = next > cue.end && word.starts_with(char::is_lowercase) && !IN_BOOKS.has(word);
    (happens && !counted).then(|| shifted(cue, Grain::Business, 0))
}

/// At *år*, *månader*, *veckan*, *dag*.
pub(super) fn from_noun(r: &Reader, cue: Place, grain: Grain, form: Form) -> Option<Taken> {
    let word = r.word_before(cue.start);
    if let Some((count, from)) = count_before(r, cue.start, word) {
        return counted(r, cue.from(from), grain, form, count).map(Taken::One);
    }
    if grain == Grain::Year && form != Form::Genitive {
        let found = years::from_word(r, cue);
        if found.is_some() {
            return found.map(Taken::One);
        }
    }
    told(r, cue, grain, form, word).map(Taken::One)
}

/// *i år, denna vecka, den här månaden, samma dag*: the word before stands with its start.
fn told(r: &Reader, cue: Place, grain: Grain, form: Form, (before, start): (&str, usize)) -> Option<Found> {
    let is = |word: &str| same_word(before, word);
    let now = |start: usize| Some(from_now(r, cue.from(start), grain, 0));
    match (grain, form) {
        (Grain::Year | Grain::Day, Form::Singular) if is(IN_WORD) => {
            if goes_on(r, cue.end) {
                None
            } else {
                now(start)
            }
        }
        (Grain::Year, Form::Singular) if is(DETTA_WORD) => now(start),
        (Grain::Day | Grain::Week | Grain::Month, Form::Singular) if is(DENNA_WORD) => now(start),
        // *i veckan*, *under veckan*; not *tre gånger i veckan*.
        (Grain::Week, Form::Definite) if is(IN_WORD) || is(UNDER_WORD) => {
            let each = PER_WEEK.has(r.word_before(start).0);
            if each || look_alikes::is_habit(r, start, cue.end) {
                None
            } else {
                now(if is(IN_WORD) { start } else { cue.start })
            }
        }
        // *i slutet av året*
        (Grain::Year, Form::Definite) if is(AV_WORD) && PART_END.has(r.word_before(start).0) => {
            now(cue.start)
        }
        (Grain::Week | Grain::Month | Grain::Year, Form::Definite) if is(HAR_WORD) => {
            let (the, start) = r.word_before(start);
            let article = if grain == Grain::Year { DET_WORD } else { DEN_WORD };
            if same_word(the, article) { now(start) } else { None }
        }
        // *det gångna året*
        (Grain::Year, Form::Definite) => {
            let from = after_past_word(r, cue.start).filter(|_| !LATEST_YEAR.has(before))?;
            Some(shifted(cue.from(from), Grain::Business, -1))
        }
        (Grain::Day | Grain::Year, Form::Singular) if SAME_ONE.has(before) => {
            let found = Found::new(cue.from(start), Value::unit(Unit::Same(grain)), &SAME);
            Some(if grain == Grain::Day { with_times(r, found) } else { found })
        }
        _ => None,
    }
}

/// The start of *det gångna*, *det förflutna* before `at`.
pub(super) fn after_past_word(r: &Reader, at: usize) -> Option<usize> {
    let (word, from) = r.word_before(at);
    let (the, start) = r.word_before(from);
    (PAST_YEAR.has(word) && same_word(the, DET_WORD)).then_some(start)
}

/// A count before a noun, in figures or words, and where it begins; `word` stands before the noun, from `start`.
fn count_before(r: &Reader, at: usize, (word, start): (&str, usize)) -> Option<(i16, usize)> {
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
    let small = numeral(word).map(i16::from);
    let tens = || TENS.position(word).map(|n| (n as i16 + 2) * 10);
    let others = || OTHER_NUMBERS.position(word).and_then(|n| [14, 15, 100].get(n).copied());
    small.or_else(tens).or_else(others).or_else(|| compound(word))
}

/// *tjugofem*, *femhundra*, *tvåtusen*: two numbers in one word; *något*, which is about one.
fn compound(word: &str) -> Option<i16> {
    let lower = walk::head(word, 20).to_lowercase();
    let small = |word: &str| numeral(word).map(i16::from);
    let many = |end: &str, each: i16| small(lower.strip_suffix(end)?).filter(|n| *n < 10).map(|n| n * each);
    let tens = || {
        let at = [TEN, TWENTY].iter().find_map(|ten| Some(lower.find(ten)? + ten.len()))?;
        let ten = TENS.position(lower.get(..at)?)?;
        small(lower.get(at..)?).filter(|n| *n < 10).map(|one| (ten as i16 + 2) * 10 + one)
    };
    let some = || (lower == SOME).then_some(1);
    many(HUNDRED, 100).or_else(|| many(THOUSAND, 1000)).or_else(tens).or_else(some)
}

/// *om ett halvår*, *för två kvartal sedan*.
pub(super) fn from_count(r: &Reader, cue: Place, grain: Grain) -> Option<Found> {
    // Not *halvåret*.
    let word = r.word(cue.start);
    if !PERIODS.iter().any(|own| same_word(word, own)) {
        return None;
    }
    let (count, from) = count_before(r, cue.start, r.word_before(cue.start))?;
    counted(r, cue.from(from), grain, Form::Singular, count)
}

/// *om tre veckor*, *för ett år sedan*, *två dagar sedan*; a bare count is a duration, and so is
/// *sedan ett år tillbaka*. The count and its noun stand at `place`.
fn counted(r: &Reader, place: Place, grain: Grain, form: Form, count: i16) -> Option<Found> {
    if !matches!(form, Form::Singular | Form::Plural) {
        return None;
    }
    let (mut before, mut from) = r.word_before(place.start);
    let next = r.gap(place.end);
    // *för drygt två år sedan*
    if ABOUT.has(before) {
        (before, from) = r.word_before(from);
    }
    if let Some(end) = ago(r, next, before) {
        let start = if same_word(before, FOR_WORD) { from } else { place.start };
        return Some(from_now(r, Place::new(start, end), grain, -count));
    }
    // *en period om två år*, *två år gamla*
    let lasts = || {
        let noun = r.word_before(from).0.to_lowercase();
        DURATIONS.iter().any(|duration| noun.ends_with(duration))
    };
    if !same_word(before, "om") || lasts() || AFTER_DURATION.has(r.word(next)) {
        return None;
    }
    Some(from_now(r, place.from(from), grain, count))
}

/// The end of *sedan* at `at`; not where it tells a duration: *Det har gått två år sedan branden*.
fn ago(r: &Reader, at: usize, before: &str) -> Option<usize> {
    let end = AGO.iter().find_map(|ago| r.phrase(at, ago))?;
    let since = || SINCE.iter().any(|phrase| r.phrase(at, phrase).is_some());
    if PASSED.has(before) || since() { None } else { Some(end) }
}
