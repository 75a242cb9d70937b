//! Interviews: questions in lines of their own, answers by dash, one person throughout.

use super::super::context::Context;
use super::attribution::Attributed;
use super::dashes::{self, Dash};
use crate::lexicon::sets::speeches::CREDITS;
use crate::text::walk;

/// Who answers, if the text is an interview.
pub(super) struct Interview {
    person: Option<u32>,
}

/// How far from the first question the one who answers may be named, in bytes.
const FAR: u32 = 4000;

impl Interview {
    pub fn of(c: &Context, all: &[Dash]) -> Interview {
        let mut asked = all.iter().filter(|dash| is_asked(c, dash));
        let (first, several) = (asked.next(), asked.next().is_some());
        // *Anna Holm är förvånad.⏎– Jag var inte där.⏎Vad tycker du?⏎– …*: of whom the text tells before the first question.
        let at = all.iter().position(|dash| is_asked(c, dash)).and_then(|i| i.checked_sub(1));
        let told = at.filter(|&i| all[i].found.is_none()).and_then(|i| dashes::told_of(c, all, i));
        if let Some(&[person]) = told.as_ref().map(|found| found.people.as_slice()) {
            return Interview { person: Some(person) };
        }
        // Those whom attributions name.
        let mut named =
            all.iter().filter_map(|dash| dash.found.as_ref()).map(|found| found.people.as_slice());
        let person = match (first, named.next()) {
            (None, _) => None,
            (Some(_), Some(&[person])) => named.all(|people| people == [person]).then_some(person),
            (Some(_), Some(_)) => None,
            (Some(dash), None) if several => {
                let until = c.cast.mentions.partition_point(|(m, _)| m.start < dash.span.start);
                let mut before = c.cast.mentions[..until].iter().rev().take(9);
                let last = before.find(|(m, _)| !is_credited(c.source.text, m.start as usize));
                last.filter(|(m, _)| m.start + FAR > dash.span.start).map(|&(_, person)| person)
            }
            // *Anna Holm, rektor i Ekby.⏎Vad tycker du?⏎– …*, where the text names nobody else.
            (Some(dash), None) => match c.cast.people.as_slice() {
                [one] if dashes::is_told_whole(dash.span.of(c.source.text)) => {
                    one.mentions.first().filter(|m| m.start < dash.span.start).map(|_| 0)
                }
                _ => None,
            },
        };
        Interview { person }
    }

    /// The paragraph as an answer to the question above it.
    pub fn answer(&self, c: &Context, dash: &Dash) -> Option<Attributed> {
        let person = self.person.filter(|_| is_asked(c, dash))?;
        let (start, end) = (dash.span.start, dash.span.end as usize);
        Some(Attributed { people: vec![person], cue: start, lemma: None, end, sentence_end: 0 })
    }
}

/// *Bild: Anna Holm*: the name of one who made what stands there.
fn is_credited(text: &str, at: usize) -> bool {
    let before = walk::skip_space_back(text, at);
    walk::char_before(text, before) == Some(':')
        && walk::previous_word(text, before - 1)
            .is_some_and(|(from, to)| to + 1 == before && CREDITS.has(text.get(from..to).unwrap_or("")))
}

/// The answer to a further question: the paragraph above the question is the same one's.
pub(super) fn asked_again(c: &Context, before: &Dash, dash: &Dash) -> Option<Attributed> {
    let question = c.source.lines.previous_text(dash.lines.0)?;
    let found =
        before.found.as_ref().filter(|_| c.source.lines.next_text(before.lines.1) == Some(question))?;
    is_asked(c, dash).then(|| Attributed {
        cue: dash.span.start,
        lemma: None,
        sentence_end: 0,
        ..found.clone()
    })
}

/// Whether the line above is a question, and no quotation itself.
fn is_asked(c: &Context, dash: &Dash) -> bool {
    let text = c.source.text;
    let Some(above) = c.source.lines.previous_text(dash.lines.0).and_then(|i| c.source.lines.get(i)) else {
        return false;
    };
    let end = walk::skip_space_back(text, above.end as usize);
    let line = text.get(above.start as usize..end).unwrap_or("").trim_matches(['*', '_', '#', ' ']);
    line.ends_with('?') && !line.starts_with(['–', '—', '-']) && dash.span.len() > 12
}
