//! Names and what a list has beside them without a mark: *Bengt Holm Alnö* in a column of names and homes, and the next
//! name in a column that was run together (*Anna Björn Karin Holm*).

use super::candidate::Candidate;
use super::word;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::scan::Source;
use crate::text::walk;
use std::borrow::Cow;

/// A column of names and homes has so many lines.
const LEAST: usize = 3;

/// Takes the homes off the names of a column, and parts the names that were run together, in candidates that are in
/// order. Returns whether there is a new one among them.
pub(super) fn part<'t>(source: &Source<'t>, candidates: &mut Vec<Candidate<'t>>) -> bool {
    let words = |candidate: &Candidate| candidate.name.bytes().filter(|&b| b == b' ').count() + 1;
    let (mut threes, mut second) = (0, Vec::new());
    for i in 0..candidates.len() {
        match words(&candidates[i]) {
            3 => threes += 1,
            4 => second.extend(run_together(source, candidates, i)),
            _ => {}
        }
    }
    if threes >= LEAST {
        homes(source, candidates);
    }
    let any = !second.is_empty();
    candidates.extend(second);
    any
}

/// Cuts the homes off in each column whose lines end with them.
fn homes(source: &Source, candidates: &mut [Candidate]) {
    let mut from = 0;
    while from < candidates.len() {
        let mut to = from + 1;
        while to < candidates.len() && is_next_line(source, &candidates[to - 1], &candidates[to]) {
            to += 1;
        }
        let column = &mut candidates[from..to];
        from = to;
        if column.len() < LEAST {
            continue;
        }
        let three = column.iter().filter(|one| is_with_home(source, one)).count();
        let apart = column.iter().filter(|one| home_behind(source, one).is_some()).count();
        let known = |one: &&Candidate| one.name.rsplit(' ').next().is_some_and(|home| !is_name(source, home));
        let told = apart + column.iter().filter(|one| is_with_home(source, one)).filter(known).count();
        if three + apart < LEAST || 3 * (three + apart) < 2 * column.len() || 2 * told < three + apart {
            continue;
        }
        for one in column.iter_mut().filter(|one| is_with_home(source, one)) {
            let written = one.span.of(source.text);
            let Some(kept) = written.rfind(' ').and_then(|at| written.get(..at)).map(str::trim_end) else {
                continue;
            };
            one.span = Span::new(one.span.start as usize, one.span.start as usize + kept.len());
            let name = one.name.rsplit_once(' ').map_or("", |(name, _)| name).to_string();
            one.name = Cow::Owned(name);
        }
    }
}

/// Whether a register knows a word as a name of people.
fn is_name(source: &Source, word: &str) -> bool {
    source.lexicon.names(word).has(Classes::SURNAME.or(Classes::GIVEN))
}

/// Whether the second stands on the line below the first, each with a given name and nothing behind it but a home.
fn is_next_line(source: &Source, first: &Candidate, second: &Candidate) -> bool {
    let gap = source.text.get(first.span.end as usize..second.span.start as usize).unwrap_or("");
    let near = gap.len() < 40 && gap.matches('\n').count() == 1 && gap.ends_with('\n');
    let bare = gap.trim().is_empty() || home_behind(source, first).is_some();
    near && bare && first.full && second.full
}

/// *Bengt Holm Alnö*: a given name, a surname and a third word that ends the line.
fn is_with_home(source: &Source, one: &Candidate) -> bool {
    let mut words = one.name.split(' ');
    let (Some(given), Some(last), Some(home), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let ends = source
        .text
        .get(one.span.end as usize..)
        .is_none_or(|rest| rest.is_empty() || rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'));
    ends && word::is_given(source, given)
        && word::is_surname(source, last)
        && !word::is_given(source, last)
        && home.chars().count() > 2
}

/// The one word with a capital between a name and its line's end.
fn home_behind<'t>(source: &Source<'t>, one: &Candidate) -> Option<&'t str> {
    let rest = source.text.get(one.span.end as usize..)?.strip_prefix(' ')?;
    let home = rest.get(..walk::word_end(rest, 0)).filter(|word| walk::is_capitalised(word))?;
    rest.get(home.len()..)?.trim_start_matches([' ', '\t', '\r']).starts_with('\n').then_some(home)
}

/// *Per Lind Anna Björn Karin Holm Olle Ek*: four words that are two names, since whole names stand right beside them.
/// The first of them stays; the second is given back.
fn run_together<'t>(
    source: &Source<'t>,
    candidates: &mut [Candidate<'t>],
    index: usize,
) -> Option<Candidate<'t>> {
    let text = source.text;
    let one = candidates.get(index)?;
    let (start, end) = (one.span.start as usize, one.span.end as usize);
    let written = one.span.of(text);
    let mut words = written.split(' ');
    let (first, last, next) = (words.next()?, words.next()?, words.next()?);
    words.next()?;
    // Between two words may stand more than a blank.
    let apart = !last.is_empty() && last.trim() == last;
    let two = apart && !word::is_given(source, last) && word::is_given(source, next);
    let beside = |other: Option<&Candidate>, from: usize, to: usize| {
        other.is_some_and(|other| other.full) && text.get(from..to) == Some(" ")
    };
    let before = index.checked_sub(1).and_then(|i| candidates.get(i));
    let after = candidates.get(index + 1);
    let run = two
        && (beside(before, before.map_or(0, |other| other.span.end as usize), start)
            || beside(after, end, after.map_or(0, |other| other.span.start as usize)));
    let cut = run.then(|| first.len() + 1 + last.len())?;
    let (one, whole) = (candidates.get_mut(index)?, written);
    let second = Candidate {
        span: Span::new(start + cut + 1, end),
        name: Cow::Borrowed(whole.get(cut + 1..)?),
        ..one.clone()
    };
    one.span = Span::new(start, start + cut);
    one.name = Cow::Borrowed(whole.get(..cut)?);
    Some(second)
}
