//! Reads the features of a part of a long line.

use super::candidates::{Reader, key};
use super::features::{self as f, Features};
use super::starts::{Start, last_word};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::function_words::VERB_ENDS;
use crate::lexicon::sets::structure::{SMALL, VERBS, set_of};
use crate::lexicon::{Classes, Lexicon};
use crate::text::walk::{self, bare};

impl Reader<'_> {
    /// What all candidates have in common that begin at `start` and whose title, if they have one, begins at `title`.
    pub(super) fn shared(&self, start: &Start, title: usize) -> Features {
        let mut out = Features::default();
        let line = &self.text[..start.line.1];
        out.set(start.why);
        out.set(before(&line[start.line.0..start.at]));
        if let Some(number) = start.number {
            out.set(number.form);
            out.set(match (number.run.before, number.run.after) {
                (Some(_), Some(_)) => f::Run::Inner,
                (Some(_), None) => f::Run::Last,
                (None, Some(_)) => f::Run::First,
                (None, None) if number.run.odd => f::Run::Odd,
                (None, None) => f::Run::Alone,
            });
            out.set_within::<f::RunLength, _>(number.run.len, &[0, 1, 2, 5]);
            if let Some(gap) = number.run.after.or(number.run.before) {
                out.set_nth::<f::RunGap>(1 + usize::from(gap > 60) + usize::from(gap > 160));
            }
        }
        let first = &line[title..walk::word_end(line, title)];
        self.word::<f::FirstWord>(first, &mut out);
        out.set(match first.as_bytes() {
            [.., b'i' | b'I', b'n' | b'N', b'g' | b'G'] => f::Suffix::Ing,
            [.., b'n' | b'N', b'd' | b'D', b'e' | b'E'] => f::Suffix::Nde,
            [.., b's' | b'S'] => f::Suffix::Genitive,
            [.., b'n' | b'N'] => f::Suffix::Definite,
            [.., b'r' | b'R'] => f::Suffix::Plural,
            [.., b't' | b'T'] => f::Suffix::Neuter,
            _ => f::Suffix::Other,
        });
        out.set(match start.label.map(|(_, label)| label) {
            None => f::Known::None,
            Some(Label::Attendance) => f::Known::Attendance,
            Some(Label::Field) => f::Known::Field,
            Some(Label::Decision | Label::Proposal | Label::Motions | Label::Papers) => f::Known::Points,
            Some(_) => f::Known::Text,
        });
        out.set_within::<f::LineLength, _>(start.line.1 - start.line.0, &[400, 800, 1500, 3000]);
        out.set_within::<f::Flatness, _>(self.flatness, &[400, 700, 1000, 1500]);
        out.set_within::<f::Place, _>(start.at, &[80, 1000]);
        let seen = self.repeated.get(&key(&line[start.at..])).copied().unwrap_or(1);
        out.set_within::<f::Repeated, _>(seen, &[1, 2]);
        out
    }

    /// The features of the candidate whose title is `title..end`, with what it has in common with others.
    pub(super) fn features(
        &self,
        shared: &Features,
        line: &str,
        (title, end): (usize, usize),
        why: f::Ends,
        option: usize,
    ) -> Features {
        let mut out = *shared;
        let title = line.get(title..end).unwrap_or("");
        let (mut words, mut capitals, mut verb) = (0, 0, false);
        for word in words_of(title) {
            words += 1;
            let bare = bare(word);
            if words > 1 {
                capitals += usize::from(walk::is_capitalised(bare));
                verb |= is_verb(bare);
            }
        }
        out.set_within::<f::WordCount, _>(words, &[0, 1, 2, 3, 4, 6, 9, 14]);
        out.set_nth::<f::Inner>(capitals);
        out.set_nth::<f::Verb>(usize::from(verb));
        out.set_nth::<f::Comma>(usize::from(title.contains(',')));
        out.set_nth::<f::Stops>(usize::from(walk::has(title.trim_end_matches('.'), ". ")));
        out.set(why);
        let last = last_word(title);
        out.set(match last.chars().next_back() {
            Some(',' | ';') => f::LastWord::Comma,
            Some(')') => f::LastWord::Bracket,
            Some(c) if c.is_ascii_digit() => f::LastWord::Digit,
            _ if SMALL.has(bare(last)) => f::LastWord::Small,
            _ if walk::is_capitalised(last) => f::LastWord::Capital,
            _ => f::LastWord::Other,
        });
        self.follows(line.get(end..).unwrap_or(""), &mut out);
        if title.is_empty() {
            out.set(f::FirstWord::Other);
            out.set(f::Suffix::Other);
        }
        out.set(match words {
            _ if title.len() > 3 && walk::is_all_caps(title) => f::Case::Capitals,
            0 | 1 => f::Case::Single,
            _ if capitals + 1 == words => f::Case::Titled,
            _ => f::Case::Sentence,
        });
        let digits = title.bytes().filter(u8::is_ascii_digit).count();
        out.set_nth::<f::Digits>(usize::from(digits > 0) + usize::from(digits * 3 > title.len()));
        out.set_nth::<f::Option>(option);
        out.set_nth::<f::Leaders>(usize::from(has_leaders(walk::head(&line[end..], 80))));
        out
    }

    /// What follows the candidate.
    fn follows(&self, rest: &str, out: &mut Features) {
        let mut words = words_of(rest).take(8);
        let Some(first) = words.next() else {
            out.set(f::NextWord::None);
            return;
        };
        if first.starts_with(|c: char| c.is_ascii_digit() || c == '§') {
            out.set(f::NextWord::Digit);
        } else {
            self.word::<f::NextWord>(bare(first), out);
        }
        let mut verb = is_verb(bare(first)).then_some(1);
        for (at, word) in words.enumerate() {
            if at == 0 {
                out.set(match bare(word).chars().next() {
                    Some(c) if c.is_lowercase() => f::AfterNext::Small,
                    Some(c) if c.is_uppercase() => f::AfterNext::Capital,
                    Some(c) if c.is_ascii_digit() => f::AfterNext::Digit,
                    _ => f::AfterNext::Other,
                });
            }
            if verb.is_some() {
                break;
            }
            verb = is_verb(bare(word)).then_some(at + 2);
        }
        out.set_nth::<f::NextVerb>(verb.map_or(0, |at| 1 + [1, 2, 4].iter().filter(|b| at > **b).count()));
    }

    fn word<F: crate::words::model::Feature>(&self, word: &str, out: &mut Features) {
        let lexicon: &Lexicon = &self.words.lexicon;
        out.set_nth::<F>(match set_of(word) {
            0 if lexicon.classes_of(word).has(Classes::BODY) => 11,
            0 if lexicon.names(word).has(Classes::GIVEN) => 10,
            set => set,
        });
    }
}

/// The words of a line.
pub(super) fn words_of(line: &str) -> impl Iterator<Item = &str> {
    walk::parts(line, |byte| matches!(byte, b' ' | b'\t'))
}

/// A finite verb, by the lexicon or its ending.
fn is_verb(word: &str) -> bool {
    word.len() > 4 && VERB_ENDS.iter().any(|ending| word.ends_with(ending)) || VERBS.has(word)
}

/// Whether the dots stand in a text that lead to a page's number.
fn has_leaders(text: &str) -> bool {
    walk::has(text, "...") || walk::has(text, ". . .") || walk::has(text, "…")
}

/// How what stands before ends.
fn before(text: &str) -> f::Before {
    let text = text.trim_end();
    let last = last_word(text);
    match text.chars().next_back() {
        None => f::Before::None,
        _ if last.ends_with("..") || last.ends_with('…') => f::Before::Dots,
        Some('.' | '!' | '?') => f::Before::Stop,
        Some(':') => f::Before::Colon,
        Some(',' | ';' | '-' | '–' | '(') => f::Before::Comma,
        Some(')' | ']') => f::Before::Bracket,
        Some(c) if c.is_ascii_digit() => f::Before::Digit,
        Some(c) if c.is_alphabetic() && walk::is_capitalised(last) => f::Before::Capital,
        Some(c) if c.is_alphabetic() => f::Before::Small,
        Some(_) => f::Before::Mark,
    }
}
