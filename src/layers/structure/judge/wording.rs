//! How the text of a candidate reads: its ends, its words, what it names.

use super::super::contents;
use super::super::line_tests::{is_date_line, is_field, is_matter, is_name_line, names_meeting};
use super::extents::Candidate;
use super::features::{self as f, Features};
use super::page::is_year;
use super::read::{Reader, names_document};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::structure::{
    CHAPTERS, ENGLISH, EVENT_ENDS, PRONOUNS, SMALL, SUBCHAPTERS, VERBS, set_of,
};
use crate::text::walk;

impl Reader<'_, '_> {
    /// How the text reads.
    pub fn reads(&self, span: Span, text: &str, title: &str, out: &mut Features) {
        let last = text.chars().next_back().unwrap_or(' ');
        let word = &text[walk::word_start(text, text.len())..];
        out.set(match last {
            '.' | '…' => f::End::Stop,
            ':' => f::End::Colon,
            ',' | ';' => f::End::Comma,
            '-' | '–' | '—' => f::End::Dash,
            '?' => f::End::Ask,
            '!' => f::End::Call,
            ')' | ']' => f::End::Bracket,
            _ if SMALL.has(word) => f::End::Small,
            c if c.is_ascii_digit() => f::End::Digit,
            c if c.is_alphabetic() => f::End::Letter,
            _ => f::End::Other,
        });
        // Justified type has wide blanks too, before any word.
        let column = |at: usize| !title[at..].trim_start_matches(' ').starts_with(char::is_lowercase);
        let wide = walk::has_gap(title) && walk::places(title, "   ").any(column)
            || memchr::memchr2(b'\t', b'|', title.as_bytes()).is_some();
        let field = || is_field(title) && (!walk::has_gap(title) || title.contains(": "));
        let commas = || memchr::memchr_iter(b',', title.as_bytes());
        out.set(if wide {
            f::Inside::Wide
        } else if stops_inside(title) {
            f::Inside::Stop
        } else if field() {
            f::Inside::Field
        } else if commas().any(|at| title.as_bytes().get(at + 1) == Some(&b' ')) {
            f::Inside::Comma
        } else {
            f::Inside::Plain
        });
        out.set_within::<f::Length, _>(text.len(), &[8, 14, 24, 40, 60, 84, 110, 200]);
        let first = title.chars().next();
        let caps = walk::is_all_caps(title) && title.len() > 3;
        out.set(match first {
            None => f::Begin::Empty,
            Some(_) if caps => f::Begin::Capitals,
            Some(c) if c.is_uppercase() => f::Begin::Capital,
            Some(c) if c.is_lowercase() => f::Begin::Small,
            Some(c) if c.is_ascii_digit() => f::Begin::Digit,
            Some('”' | '"' | '»' | '\'' | '’') => f::Begin::Quote,
            Some(_) => f::Begin::Other,
        });
        let (mut all, mut words, mut capitals) = (0, 0, 0);
        let (mut verb, mut past, mut pronoun) = (false, false, false);
        for word in walk::parts(title, |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
            all += 1;
            if all > 16 {
                // Of more than these only the number counts.
                continue;
            }
            let bare = walk::bare(word);
            if bare.starts_with(char::is_alphabetic) {
                words += 1;
                capitals += usize::from(walk::is_capitalised(bare));
                verb = verb || words > 1 && VERBS.has(bare);
                past = past || verb || words > 1 && is_past(bare);
                pronoun = pronoun || PRONOUNS.has(bare);
            }
        }
        out.set_within::<f::WordCount, _>(all, &[0, 1, 2, 3, 4, 6, 9, 14]);
        out.set(match (words, capitals) {
            _ if caps => f::Words::Capitals,
            (0 | 1, _) => f::Words::Single,
            (w, c) if w == c => f::Words::Titled,
            _ => f::Words::Sentence,
        });
        out.set(match (verb, past) {
            (true, _) => f::Verb::One,
            (_, true) => f::Verb::Past,
            _ => f::Verb::None,
        });
        out.set(if pronoun { f::Pronoun::One } else { f::Pronoun::None });
        self.first_word(title, out);
        let end = walk::word_end(title, 0);
        let word = &title[..end];
        out.set(match word.as_bytes() {
            [.., b'i' | b'I', b'n' | b'N', b'g' | b'G'] => f::Suffix::Ing,
            [.., b'n' | b'N', b'd' | b'D', b'e' | b'E'] => f::Suffix::Nde,
            [.., b's' | b'S'] => f::Suffix::Genitive,
            [.., b'n' | b'N'] => f::Suffix::Definite,
            [.., b'r' | b'R'] => f::Suffix::Plural,
            [.., b't' | b'T'] => f::Suffix::Neuter,
            _ => f::Suffix::Other,
        });
        let cues = self.source.cues.within(span);
        let date = cues.iter().find(|c| c.has(Classes::DATE));
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        out.set(match date {
            _ if self.lines.years && is_year(text) => f::Dated::Year,
            _ if is_place_and_day(title) => f::Dated::Place,
            _ if digits * 2 > text.len() || title.len() < 30 && is_date_line(title) => f::Dated::Whole,
            Some(cue) if cue.start < span.start + 14 => f::Dated::Begin,
            Some(_) => f::Dated::Inside,
            None if digits >= 6 => f::Dated::Inside,
            None => f::Dated::None,
        });
        let single = !text.contains('\n');
        out.set(if single && title.len() < 160 && is_name_line(self.source, span) {
            f::Named::Line
        } else if title.contains('(') && cues.iter().any(|c| c.has(Classes::BRACKET)) {
            f::Named::Bracket
        } else if self.source.lexicon.names(word).has(Classes::GIVEN) && walk::is_capitalised(word) {
            f::Named::First
        } else if single && all <= 3 && end != title.len() && self.is_role(title) {
            f::Named::Role
        } else if self.names_body(span) {
            f::Named::Body
        } else {
            f::Named::None
        });
        out.set(self.known(text, title));
    }

    /// Which words it has.
    pub fn words(&self, title: &str, out: &mut Features) {
        let (mut words, mut small, mut english, mut codes) = (0, 0, false, 0);
        for word in walk::parts(title, |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).take(16) {
            let bare = walk::bare(word);
            words += 1;
            small += usize::from(bare.len() < 8 && SMALL.has(bare));
            english |= bare.len() < 5 && ENGLISH.has(bare);
            codes += usize::from(is_code(bare));
        }
        out.set_nth::<f::SmallWords>(small);
        out.set(if english { f::English::One } else { f::English::None });
        out.set(match codes {
            _ if walk::has(title, "§") || walk::has(title, " kap.") => f::Coded::Law,
            0 => f::Coded::None,
            _ if words <= codes + 1 => f::Coded::Most,
            _ => f::Coded::Inside,
        });
        out.set(match walk::bare(title).as_bytes() {
            [.., b'i', b'n', b'g'] => f::LastSuffix::Ing,
            [.., b'e', b'l', b's', b'e'] => f::LastSuffix::Else,
            [.., b'i', b'o', b'n'] => f::LastSuffix::Tion,
            [.., b'h', b'e', b't'] => f::LastSuffix::Het,
            [.., b'd', b'e'] => f::LastSuffix::Past,
            [.., b's'] => f::LastSuffix::Genitive,
            [.., b'n'] => f::LastSuffix::Definite,
            [.., b'r'] => f::LastSuffix::Plural,
            [.., b't'] => f::LastSuffix::Neuter,
            [.., b'a' | b'e'] => f::LastSuffix::Vowel,
            _ => f::LastSuffix::Other,
        });
    }

    /// What the first two lines of a broken title are.
    pub fn joins(&self, candidate: &Candidate, out: &mut Features) {
        if candidate.first == candidate.last {
            return;
        }
        let lines = &self.lines.all;
        let (one, two) = (lines[candidate.first].span, lines[candidate.first + 1].span);
        let (above, below) = (self.text(one), self.text(two));
        out.set(if names_document(above) {
            let alone = walk::bare(above).len() == walk::word_end(above, 0);
            if alone { f::Joint::Document } else { f::Joint::Begins }
        } else if self.names_body(one) {
            f::Joint::Body
        } else {
            f::Joint::Other
        });
        let dated =
            || self.source.cues.within(two).iter().any(|c| c.has(Classes::DATE)) || is_date_line(below);
        out.set(if below.starts_with(char::is_lowercase) {
            f::Second::Small
        } else if dated() {
            f::Second::Dated
        } else if names_document(below) {
            f::Second::Document
        } else if is_name_line(self.source, two) {
            f::Second::Name
        } else if self.names_body(two) {
            f::Second::Body
        } else {
            f::Second::Other
        });
    }

    /// Whether a body stands in a span, other than a meeting.
    fn names_body(&self, span: Span) -> bool {
        let cues = self.source.cues.within(span);
        cues.iter().any(|c| c.has(Classes::BODY) && !names_meeting(c.span().of(self.source.text)))
    }

    /// *Auktoriserad revisor*, *Förste stadssekreterare*: two or three words, the last of which is a role.
    fn is_role(&self, title: &str) -> bool {
        let word = &title[walk::word_start(title, title.len())..];
        self.source.lexicon.classes_of(word).has(Classes::ROLE)
    }

    fn known(&self, text: &str, title: &str) -> f::Known {
        if text.len() > 96 || text.contains('\n') {
            return f::Known::Nothing;
        }
        if contents::is_name(title) {
            return f::Known::Contents;
        }
        match self.source.labels.find(title) {
            Some(Label::Decision) => f::Known::Decision,
            Some(Label::Proposal) => f::Known::Proposal,
            Some(Label::Motions) => f::Known::Motions,
            Some(Label::Vote) => f::Known::Vote,
            Some(Label::Reservation) => f::Known::Reservation,
            Some(Label::Attendance) => f::Known::Attendance,
            Some(Label::Dispatch) => f::Known::Dispatch,
            Some(Label::Papers) => f::Known::Papers,
            Some(Label::Other) => f::Known::Other,
            Some(Label::Field) => f::Known::Field,
            None if is_matter(title) => f::Known::Matter,
            None if is_chapter(title) => f::Known::Chapter,
            None => f::Known::Nothing,
        }
    }

    fn first_word(&self, title: &str, out: &mut Features) {
        let word = &title[..walk::word_end(title, 0)];
        match set_of(word) {
            _ if walk::same_word(word, "att") => out.set(f::FirstWord::That),
            _ if walk::same_word(word, "till") => out.set(f::FirstWord::To),
            _ if walk::same_word(word, "av") || walk::same_word(word, "från") => out.set(f::FirstWord::By),
            0 if !names_meeting(word) && self.source.lexicon.classes_of(word).has(Classes::BODY) => {
                out.set(f::FirstWord::Body);
            }
            0 if self.source.lexicon.names(word).has(Classes::GIVEN) => out.set(f::FirstWord::Name),
            set => out.set_nth::<f::FirstWord>(set),
        }
    }
}

/// *2019/33*, *2001:97*, *KS-2019-33*: digits on both sides of a mark.
fn is_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    memchr::memchr3_iter(b'/', b':', b'-', bytes).any(|at| {
        at > 1 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    })
}

/// *Västerås den 3 maj 2019*, *Umeå i maj 2019*, *Åmål 2019-05-03*: where and when a paper was written.
pub(super) fn is_place_and_day(title: &str) -> bool {
    let place = &title[..walk::word_end(title, 0)];
    let dated = title.ends_with(|c: char| c.is_ascii_digit() || c == '.');
    let Some(rest) = title.get(place.len() + 1..).filter(|_| dated && title.len() < 40 && place.len() > 2)
    else {
        return false;
    };
    let last = &rest[walk::word_start(rest, rest.len())..];
    let year = is_year(last.trim_end_matches('.'));
    let named = walk::starts_with_word(rest, "den ") && year && rest.split(' ').count() == 4
        || walk::starts_with_word(rest, "i ") && year && rest.split(' ').count() == 3;
    let figures = matches!(rest.as_bytes(), [b'1' | b'2', _, _, _, b'-', _, _, b'-', _, _])
        && rest.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    (named || figures)
        && walk::is_capitalised(place)
        && set_of(place) == 0
        && !EVENT_ENDS.iter().any(|end| ends_with(place, end))
        && !names_meeting(place)
}

/// Whether a word ends so, in whatever case.
fn ends_with(word: &str, end: &str) -> bool {
    let from = word.len().checked_sub(end.len());
    from.and_then(|from| word.get(from..)).is_some_and(|tail| walk::same_word(tail, end))
}

/// *Förvaltningsberättelse*, *Medlemsinformation*: a part of an annual report.
fn is_chapter(title: &str) -> bool {
    let mut chapters = CHAPTERS.iter().chain(SUBCHAPTERS);
    chapters.any(|chapter| chapter.len() == title.len() && walk::same_word(title, chapter))
}

/// *avslutades, valdes, beslutade*: a word in small letters that ends as the past does.
pub(super) fn is_past(word: &str) -> bool {
    let ends = matches!(
        word.as_bytes(),
        [.., b'a', b'd', b'e'] | [.., b'a' | b'l' | b'n', b'd', b'e', b's'] | [.., b's', b't', b'e', b's']
    );
    ends && word.len() > 5 && word.starts_with(char::is_lowercase)
}

/// Whether a sentence ends inside the text.
fn stops_inside(text: &str) -> bool {
    memchr::memchr_iter(b'.', text.as_bytes()).any(|at| {
        let long = at - walk::word_start(text, at) >= 4;
        long && text
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase))
    })
}
