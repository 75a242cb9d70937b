//! How each one voted, where a list stands with the figures: *Anna Holm (S) och Bo Ek (M) röstar ja (2)*, or names
//! after *Ja:*.

use crate::document::{Ballot, Span, Vote};
use crate::layers::people::Cast;
use crate::lexicon::sets::decisions::{BALLOT_SIDES, CASTS, CASTS_NONE, VOTE_NOUNS};
use crate::text::walk;
use std::collections::HashSet;

/// A list may go on for this many bytes after the decision's own words.
const REACH: usize = 4000;

/// A word that says how those before it voted, or those after it.
struct Mark {
    vote: Vote,
    start: usize,
    end: usize,
    /// The names follow.
    leads: bool,
}

/// The ballots of the vote whose figures stand in `span`, up to `until`.
pub(super) fn of(text: &str, span: Span, until: usize, cast: &Cast) -> Vec<Ballot> {
    let end = (span.end as usize + REACH).min(until).max(span.end as usize);
    let marks = marks(text, span.start as usize, end);
    let (mut ballots, mut voted) = (Vec::new(), HashSet::new());
    let mut from = span.start as usize;
    for (i, mark) in marks.iter().enumerate() {
        let names = if mark.leads {
            let next = marks.get(i + 1).map_or(end, |m| m.start);
            Span::new(mark.end, list_end(text, mark.end, next))
        } else {
            Span::new(from, mark.start)
        };
        from = mark.end;
        for &(_, person) in cast.within(names) {
            if voted.insert(person) {
                ballots.push(Ballot { person, vote: mark.vote });
            }
        }
    }
    ballots
}

/// Where the names after a word end: at an empty line.
fn list_end(text: &str, from: usize, to: usize) -> usize {
    let list = text.get(from..to).unwrap_or("");
    let gap = list.len() - list.trim_start().len();
    list[gap..].find("\n\n").map_or(to, |at| from + gap + at)
}

fn marks(text: &str, from: usize, to: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = from;
    while let Some((start, end)) = next_word(text, at, to) {
        at = end;
        let word = &text[start..end];
        let vote = if CASTS.contains(&word) {
            voted(text, end)
        } else if CASTS_NONE.contains(&word) {
            Some((Vote::Abstain, end))
        } else if walk::is_capitalised(word) && side(word).is_some() {
            listed(text, start, end)
        } else {
            None
        };
        if let Some((vote, end)) = vote {
            let leads = text[end..].starts_with(':') || matches!(word.as_bytes(), [b'J' | b'N' | b'A', ..]);
            marks.push(Mark { vote, start, end, leads });
            at = end;
        }
    }
    marks
}

/// What a word alone votes for.
fn side(word: &str) -> Option<Vote> {
    BALLOT_SIDES.position(word).and_then(|side| [Vote::Yes, Vote::No, Vote::Abstain].get(side).copied())
}

/// *ja* or *nej* after *röstar*.
fn voted(text: &str, at: usize) -> Option<(Vote, usize)> {
    let (start, end) = walk::next_word(text, at)?;
    Some((side(&text[start..end]).filter(|&vote| vote != Vote::Abstain)?, end))
}

/// *Ja:*, *Nej-röster:* at the beginning of a line.
fn listed(text: &str, start: usize, end: usize) -> Option<(Vote, usize)> {
    let opens = text[..start].trim_end_matches([' ', '\t', '*']).ends_with('\n') || start == 0;
    let past = VOTE_NOUNS.iter().find_map(|more| text[end..].strip_prefix(*more));
    let rest = past.unwrap_or(&text[end..]);
    let vote = side(&text[start..end])?;
    (opens && rest.starts_with(':')).then(|| (vote, text.len() - rest.len() + 1))
}

fn next_word(text: &str, mut at: usize, to: usize) -> Option<(usize, usize)> {
    while at < to {
        let end = walk::word_end(text, at);
        if end > at {
            return Some((at, end));
        }
        at += walk::char_at(text, at).map_or(1, char::len_utf8);
    }
    None
}
