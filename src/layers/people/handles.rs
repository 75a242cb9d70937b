//! Handles: associations write their members in small letters (*Ordf: nsg*, *nsg förklarar mötet öppnat*).
//!
//! Only what makes a handle a name beyond doubt counts: a role and a colon before it, alone or in a list,
//! or the opening of a meeting. Later it stands where names stand: beside verbs of speaking.

use super::candidate::Candidate;
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::sets::lemmas;
use crate::lexicon::sets::people::{MEETING_FIRST, NOBODY};
use crate::lexicon::{Classes, Slot};
use crate::scan::{Cue, Source};
use crate::text::walk;
use std::collections::HashSet;

rule! {
    /// A handle in small letters that a role or the opening of a meeting makes a name.
    pub(super) HANDLE = "person.handle";
    finds "Val av styrelse\n\nKassör: ⟦perla⟧\n";
    finds "Dagordning\n\n⟦nsg⟧ förklarar mötet öppnat.\n";
    passes "Val av styrelse\n\nKassör: vakant\n";
    passes "Dagordning\n\nstyrelsen förklarar mötet öppnat.\n";
}

/// The handles of a text and where they stand.
#[derive(Default)]
pub(super) struct Handles<'t> {
    known: HashSet<&'t str>,
    candidates: Vec<Candidate<'t>>,
}

impl<'t> Handles<'t> {
    /// Looks beside a cue: a role or a verb of speaking.
    #[inline]
    pub fn look(&mut self, source: &Source<'t>, cue: Cue) {
        let text = source.text;
        if cue.has(Classes::ROLE) {
            // Most roles stand in prose.
            if text.as_bytes().get(cue.end()) == Some(&b':') {
                after_role(source, cue).into_iter().for_each(|span| self.add(text, span));
            }
        } else if cue.has(Classes::SAYS)
            && let Some(span) = opens_meeting(source, cue)
        {
            self.add(text, span);
        }
    }

    fn add(&mut self, text: &'t str, span: Span) {
        self.known.insert(span.of(text));
        self.candidates.push(candidate(text, span));
    }

    /// Where they stand: also where one of them speaks.
    pub fn candidates(mut self, source: &Source<'t>) -> Vec<Candidate<'t>> {
        if self.known.is_empty() {
            return self.candidates;
        }
        let text = source.text;
        for cue in source.cues.of(Classes::SAYS) {
            let Some((start, end)) = walk::previous_word(text, cue.start as usize) else { continue };
            let opens = line_of(source, start).is_some_and(|line| line.start as usize == start);
            if opens && text.get(start..end).is_some_and(|w| self.known.contains(w)) {
                self.candidates.push(candidate(text, Span::new(start, end)));
            }
        }
        self.candidates
    }
}

fn candidate<'t>(text: &str, span: Span) -> Candidate<'t> {
    Candidate::named(span, span.of(text).to_owned(), &HANDLE)
}

fn line_of(source: &Source, at: usize) -> Option<Span> {
    source.lines.get(source.lines.index(at)).map(|l| Span { start: l.start, end: l.end })
}

/// The handles after *ordf:* at a line's start, to the line's end.
fn after_role(source: &Source, cue: Cue) -> Vec<Span> {
    let text = source.text;
    let mut found = Vec::new();
    let Some(line) = line_of(source, cue.start as usize) else { return found };
    let head = text.get(line.start as usize..cue.start as usize).unwrap_or("");
    let Some(rest) = text.get(cue.end()..line.end as usize).and_then(|r| r.strip_prefix(':')) else {
        return found;
    };
    if head.chars().any(char::is_alphanumeric) || rest.len() > 200 {
        return found;
    }
    let mut at = line.end as usize - rest.len();
    for part in rest.split(',') {
        let word = part.trim();
        let start = at + (part.len() - part.trim_start().len());
        at += part.len() + 1;
        let handle = word.len() > 1
            && word.len() <= 16
            && word.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '_')
            && word.starts_with(char::is_lowercase)
            && !NOBODY.has(word)
            && !is_role(source, word);
        if !handle {
            return Vec::new();
        }
        found.push(Span::new(start, start + word.len()));
    }
    found
}

fn is_role(source: &Source, word: &str) -> bool {
    source.lexicon.classes_of(word).has(Classes::ROLE.or(Classes::SAYS).or(Classes::BODY))
}

/// *nsg förklarar mötet öppnat*: a word in small letters that opens its line.
fn opens_meeting(source: &Source, cue: Cue) -> Option<Span> {
    let text = source.text;
    // After few verbs stands a word that may be *mötet*.
    let next = walk::skip_space(text, cue.end());
    if text.as_bytes().get(next) != Some(&b'm')
        || source.lexicon.value(Slot::Says, cue.word) != lemmas::DECLARE
    {
        return None;
    }
    let (start, end) = walk::previous_word(text, cue.start as usize)?;
    let word = text.get(start..end)?;
    let line = line_of(source, start)?;
    let after = text.get(cue.end()..line.end as usize)?.trim_start();
    let small = word.chars().all(char::is_lowercase) && word.len() > 1 && line.start as usize == start;
    (small && after.starts_with(MEETING_FIRST) && !NOBODY.has(word) && !is_role(source, word))
        .then(|| Span::new(start, end))
}
