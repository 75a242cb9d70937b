//! What the order of words says: whether a name is an object, and whether a verb has its subject after it.

use super::context::Context;
use super::offices::is_definite_role;
use super::subject::{list_forward, skip_back};
use super::subject_gap::{ADVERB, GOVERNOR, OPENER, ORDER, PREPOSITION, PRONOUN, is, is_role};
use super::verb::Verb;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{DET_WORD, OCH_WORD, SOM_WORD};
use crate::lexicon::sets::speeches::{
    GREETED, MANY_WELCOME, OFFICE_GENITIVE, OPENING_DAYS, OWN_SUBJECTS, PAST_ENDS, THROUGH, TURNS_TO,
};
use crate::scan::Source;
use crate::text::walk;

/// Whether the list of names that starts at `first` is governed by a preposition: *från Anna Holm*.
pub(super) fn is_object(source: &Source, sentence: Span, first: usize) -> bool {
    let text = source.text;
    let mut at = first;
    // Past roles and titles before the name.
    for _ in 0..6 {
        let Some((start, end)) = walk::previous_word(text, at) else { return false };
        if start < sentence.start as usize || text.get(end..at).is_some_and(|g| g.contains(',')) {
            return false;
        }
        let word = text.get(start..end).unwrap_or("");
        let before = text.get(..start).unwrap_or("").trim_end();
        if word == OCH_WORD && before.ends_with('-') {
            // "justitie- och beredskapsminister Anna Holm".
            at = walk::word_start(text, before.len() - 1);
        } else if is_role(source, word) || is(word, ORDER) || word.ends_with(OFFICE_GENITIVE) {
            at = start;
        } else {
            // (*Byalistan genom Anna Holm yrkade*: she speaks for others.)
            let speaks_for = word == THROUGH && start > sentence.start as usize;
            return is(word, GOVERNOR) && !speaks_for || is_addressed(source, start, end);
        }
    }
    false
}

/// *Vi tackar även Anna Holm*, *han uppmanade Per Ek*: the verb at or before `start..end` has its subject before it.
fn is_addressed(source: &Source, start: usize, end: usize) -> bool {
    let text = source.text;
    let (start, _) = skip_back(text, start, end, ADVERB);
    let verb = source.cues.get(source.cues.from(start)).filter(|cue| cue.start as usize == start);
    let takes = verb.is_some_and(|cue| cue.has(Classes::SAYS) && Verb::of(source, *cue).takes_person);
    let before = || walk::previous_word(text, start).and_then(|(from, to)| text.get(from..to));
    takes && before().is_some_and(|word| OWN_SUBJECTS.has(word))
}

/// Whether the words before the verb leave room for a subject after it: a quotation, an adverb, a clause.
pub(super) fn inverted(c: &Context, sentence: Span, verb: Verb) -> bool {
    let text = c.source.text;
    let start = verb.cue.start as usize;
    let before = walk::skip_space_back(text, start);
    let mark = walk::char_before(text, before);
    if before <= sentence.start as usize {
        // The sentence begins with the verb: a question, or the end of a quotation.
        return !verb.takes_person
            || mark.is_some_and(|c| matches!(c, '”' | '"' | '»' | '?' | '!'))
            || verb_first(c, sentence, verb);
    }
    if mark.is_some_and(|c| matches!(c, ',' | '”' | '"' | '»' | '?' | '!' | '…' | '“')) {
        return true;
    }
    let Some((from, to)) = walk::previous_word(text, start) else {
        return !verb.takes_person || opens_apart(text, sentence);
    };
    let word = text.get(from..to).unwrap_or("");
    if is(word, ADVERB) {
        return true;
    }
    // "det säger Anna Holm", "som Anna Holm säger" leave room; "vi informerar Anna Holm" does not.
    if is(word, PRONOUN) && !walk::same_word(word, DET_WORD) && !walk::same_word(word, SOM_WORD) {
        return false;
    }
    if c.source.lexicon.classes_of(word).has(Classes::BODY) {
        // "Vid mötet berättade Anna Holm": the body is no subject.
        // (*Efter lunchen informerade Anna Holm*, *Vid senaste mötet*: what opens the sentence is no subject either.)
        let near = || walk::previous_word(text, from);
        let far = || near().and_then(|(start, _)| walk::previous_word(text, start));
        let opener = |at: (usize, usize)| text.get(at.0..at.1).is_some_and(|word| is(word, OPENER));
        let opens = |at: (usize, usize)| at.0 == sentence.start as usize;
        return near().is_some_and(|at| opener(at) && (opens(at) || !verb.takes_person))
            || far().is_some_and(|at| opener(at) && opens(at));
    }
    // "när statsministern välkomnar Anna Holm": a title before the verb is its subject.
    if verb.takes_person && is_definite_role(c.source, word) {
        return false;
    }
    // Another name before the verb is its subject, save behind a preposition: *Efter Anna Holm talade Per Ek*.
    let subject = |m: Span| m.end as usize + 8 >= start && !is_object(c.source, sentence, m.start as usize);
    let named = c.cast.within(Span::new(from, start)).iter().any(|&(mention, _)| subject(mention));
    !named && (!verb.takes_person || opens_apart(text, sentence) || walk::same_word(word, DET_WORD))
}

/// Old minutes put the verb first: *Hälsade ordföranden Anna Holm alla välkomna.* Of somebody to whom one turns, the
/// name may as well be the object (*Tackade Anna Holm för året*): then another one must stand behind it.
fn verb_first(c: &Context, sentence: Span, verb: Verb) -> bool {
    let text = c.source.text;
    let from = verb.cue.end();
    let past = PAST_ENDS.iter().any(|end| verb.cue.span().of(text).ends_with(end));
    if !past || sentence.of(text).ends_with('?') {
        return false;
    }
    if !TURNS_TO.has(verb.lemma) {
        return true;
    }
    let words = text.get(from..sentence.end as usize).unwrap_or("").split([' ', ',', '\n', '\u{a0}']);
    let own = || list_forward(c, Span::new(from, (sentence.end as usize).max(from))).len() < 2;
    let mut words = words.filter(|word| !word.is_empty()).take(9).take_while(|word| !is(word, PREPOSITION));
    words.any(|word| GREETED.has(word) || MANY_WELCOME == word && own())
}

/// Whether the sentence opens with a preposition or an adverb: *I motionen föreslår Anna Holm*.
fn opens_apart(text: &str, sentence: Span) -> bool {
    let start = sentence.start as usize;
    let first = text.get(start..walk::word_end(text, start)).unwrap_or("");
    // "Den 3 maj meddelade Anna Holm".
    let dated = || {
        let digit = |at: usize| walk::char_at(text, at).is_some_and(|c| c.is_ascii_digit());
        let den = walk::same_word(first, "den");
        digit(start) || den && digit(walk::skip_space(text, start + first.len()))
    };
    is(first, OPENER) || is(first, ADVERB) || OPENING_DAYS.has(first) || dated()
}
