//! People whom a court or an ombudsman names by their initials: *L.F. ansökte om bidrag*.

use super::candidate::Candidate;
use super::context;
use super::first_names::is_finite;
use super::word::{self, Kind};
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::AR_OR_HAR;
use crate::lexicon::sets::people::{BEFORE_FIRST_NAME, BY_AUTHOR, FINITE, NUMBERED, PAST_ENDS};
use crate::scan::Source;
use crate::text::walk;
use memchr::memchr_iter;
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// Initials that stand for a name, where one such stands twice or more and once before a verb.
    pub(super) INITIALS = "person.initials";
    finds "⟦L.F.⟧ ansökte om bidrag. Kassan avslog ansökan från L.F. i maj.";
    finds "⟦F.A.I.⟧ ansökte om bidrag. Kassan avslog ansökan från F.A.I. i maj.";
    finds "⟦AA⟧ ansökte om bidrag. Kassan avslog AA:s ansökan i maj.";
    passes "Priset är i U.S. dollar.";
    passes "P.S. Glöm inte kaffet.";
    passes "Betyget AA är högst. Lampan kräver två AA och en BB.";
}

rule! {
    /// A letter that stands for somebody, with a genitive of its own.
    pub(super) LETTER = "person.letter";
    finds "Nämnden finner att ⟦E⟧ har rätt. Det gäller E:s son.";
    passes "Vi röstade för S:s yrkande och mot M:s budget.";
    passes "Se EU:s regler i bilaga A.";
}

/// The places where people are named so.
pub(super) fn all<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    behind_prepositions(source, out);
    doubles(source, out);
    letters(source, out);
    pairs(source, out);
}

/// The letters that courts write twice for a party, in order.
const DOUBLED: [&str; 8] = ["AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH"];

/// *AA överklagade beslutet. BB:s talan avslås.*: where such letters do something twice or more.
fn doubles<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    static LETTERS: LazyLock<Vec<Finder>> = LazyLock::new(|| DOUBLED.iter().map(Finder::new).collect());
    let text = source.text;
    let (mut found, mut acts) = (Vec::new(), 0);
    for letters in LETTERS.iter() {
        let before = found.len();
        for at in letters.find_iter(text.as_bytes()) {
            let end = at + letters.needle().len();
            let opens =
                walk::char_before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '”'));
            let rest = text.get(end..).unwrap_or("");
            let owns = rest.starts_with(":s ");
            let closes = owns || rest.is_empty() || rest.starts_with([' ', ',', '.', ')', '\n', '\r', ';']);
            if !opens || !closes {
                continue;
            }
            let next = rest.strip_prefix(' ').and_then(|rest| rest.get(..walk::word_end(rest, 0)));
            acts += usize::from(owns || next.is_some_and(|next| acts_as(source, next)));
            found.push(Span::new(at, end));
        }
        // Whoever comes later has a later letter.
        if found.len() == before {
            break;
        }
    }
    if acts > 1 {
        out.extend(found.into_iter().map(|span| Candidate::named(span, span.of(text), &INITIALS)));
    }
}

/// *motion från R. Hålling*: one initial, with a surname that no list knows, behind a word that leads to somebody.
fn behind_prepositions<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let bytes = text.as_bytes();
    for dot in memchr_iter(b'.', bytes) {
        let start = dot.wrapping_sub(1);
        let capital = bytes.get(start).is_some_and(u8::is_ascii_uppercase);
        if !capital || bytes.get(dot + 1) != Some(&b' ') || bytes.get(start.wrapping_sub(1)) != Some(&b' ') {
            continue;
        }
        let Some((from, to)) = walk::previous_word(text, start) else { continue };
        let lead = text.get(from..to).unwrap_or("");
        if to + 1 != start || !BEFORE_FIRST_NAME.has(lead) || NUMBERED.has(lead) || walk::is_capitalised(lead)
        {
            continue;
        }
        let Some(surname) = word::token(text, dot + 2).filter(|t| t.kind == Kind::Capital && !t.compound)
        else {
            continue;
        };
        let written = surname.of(text);
        let ends =
            text.get(surname.end..).is_none_or(|rest| !rest.starts_with(BY_AUTHOR) && !rest.starts_with('-'));
        let fits =
            written.chars().count() > 3 && word::can_be_name(source, written) && !word::is_town(written);
        // *i grupp B. Därefter*: what opens a sentence in small letters is no name.
        let opens =
            is_finite(&written.to_lowercase()) || source.lexicon.classes_of(written).has(Classes::SAYS);
        if fits && ends && !opens {
            let span = Span::new(start, surname.end);
            out.push(Candidate::named(span, span.of(text), &INITIALS));
        }
    }
}

/// *E begärde ersättning*, *A:s ansökan*: single letters, where no party has one.
fn letters<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let bytes = text.as_bytes();
    let alone = |at: usize| {
        bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && walk::char_before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '”' | '"'))
    };
    let mut owners = [false; 26];
    static OWNED: LazyLock<Finder> = LazyLock::new(|| Finder::new(":s "));
    for colon in OWNED.find_iter(bytes) {
        if let Some(at) = colon.checked_sub(1).filter(|&at| alone(at)) {
            owners[usize::from(bytes[at] - b'A')] = true;
        }
    }
    let letter = |index: usize| char::from(b'A' + index as u8);
    // X is a network.
    let named = (0..26).filter(|&index| owners[index] && letter(index) != 'X');
    let of_party = |index: usize| word::is_party(letter(index).encode_utf8(&mut [0; 4]));
    // *S:s yrkande* is a party's.
    if named.clone().all(of_party)
        || source
            .cues
            .of(Classes::BRACKET)
            .any(|cue| context::party_after(source, cue.start as usize).is_some())
    {
        return;
    }
    for index in named {
        for at in memchr_iter(b'A' + index as u8, bytes).filter(|&at| alone(at)) {
            let rest = text.get(at + 1..).unwrap_or("");
            let next = rest.strip_prefix(' ').and_then(|rest| rest.get(..walk::word_end(rest, 0)));
            let before =
                walk::previous_word(text, at).and_then(|(from, to)| text.get(from..to)).unwrap_or("");
            let acts = next.is_some_and(|next| acts_as(source, next)) && !NUMBERED.has(before);
            if rest.starts_with(":s ")
                || acts
                || BEFORE_FIRST_NAME.has(before) && rest.starts_with([' ', ',', '.'])
            {
                out.push(Candidate::named(
                    Span::new(at, at + 1),
                    text.get(at..at + 1).unwrap_or(""),
                    &LETTER,
                ));
            }
        }
    }
}

/// *L.F.*, *F.A.I.*: two initials or more with their full stops.
fn pairs<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    let text = source.text;
    let bytes = text.as_bytes();
    let mut found: Vec<Span> = Vec::new();
    for dot in memchr_iter(b'.', bytes) {
        let start = dot.wrapping_sub(1);
        let letters = initials(bytes.get(start..).unwrap_or_default());
        let apart =
            !walk::char_before(text, start).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        if !(2..=4).contains(&letters) || !apart {
            continue;
        }
        let end = start + 2 * letters;
        let after = walk::char_at(text, end);
        let closes = after.is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '-');
        // *C.H. Hermansson*.
        let named = text.get(end..).and_then(|rest| rest.strip_prefix(' ')).is_some_and(walk::is_capitalised);
        // (One who is called so may also stand at the end of a sentence.)
        if closes
            && (!named || letters > 2 || found.iter().rev().take(9).any(|s| s.of(text) == &text[start..end]))
        {
            found.push(Span::new(start, end));
        }
    }
    let acts = |span: &Span| {
        let next = walk::next_word(text, span.end as usize);
        next.filter(|(from, _)| *from == span.end as usize + 1)
            .and_then(|(from, to)| text.get(from..to))
            .is_some_and(|word| acts_as(source, word))
    };
    // Where one is named so, the others are too; a dollar sign or a country is not named twice and acts.
    let told = |span: &Span| {
        let mut same = found.iter().take(MOST).filter(|other| other.of(text) == span.of(text));
        same.clone().nth(1).is_some() && same.any(acts)
    };
    if found.iter().take(MOST).any(told) {
        out.extend(found.iter().map(|&span| Candidate::named(span, span.of(text), &INITIALS)));
    }
}

/// How many capitals, each with a full stop, stand at the start of `bytes`.
fn initials(bytes: &[u8]) -> usize {
    bytes.chunks_exact(2).take(5).take_while(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.').count()
}

/// Whether the word is a verb beyond doubt: many nouns in the plural end as verbs do.
fn acts_as(source: &Source, word: &str) -> bool {
    let told =
        PAST_ENDS.iter().any(|end| word.ends_with(end)) || AR_OR_HAR.contains(&word) || FINITE.has(word);
    word.starts_with(char::is_lowercase)
        && (told && is_finite(word) || source.lexicon.classes_of(word).has(Classes::SAYS))
}

/// More such places than this are not compared.
const MOST: usize = 200;
