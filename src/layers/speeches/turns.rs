//! Turns: what a speaker of a verbatim record says under the line that introduces him or her.

use super::context::Context;
use super::order::is_object;
use super::subject_gap::joins;
use crate::document::rule::rule;
use crate::document::{BlockKind, Span, Speech, SpeechMode};
use crate::layers::people::Intro;
use crate::lexicon::sets::speeches::{
    AGREED, ANSWER_HEAD, AS_MOVED, BEGAN_SPEAKING, CONCERNING, JOINED, MEMBERS_TITLES, RECORD_MARKS,
    RECORD_NUMBERS, RUNNING_HEADS, TALK_FOLLOWS, THEREIN, WAS_GRANTED,
};
use crate::scan::Source;
use crate::text::beginnings::Beginnings;
use crate::text::lines::Line;
use crate::text::walk;
use crate::words::table::Words;
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// What is said under the line that introduces the speaker, until the next speaker or the chamber's business.
    pub(super) TURN = "speech.turn";
    finds "Anf. 3 ANNA HOLM (M):\n\n⟦Fru talman! Tack för svaret.⟧\n\nÖverläggningen var härmed avslutad." = "turn";
    finds "Herr Forsne:\n\n⟦Jag yrkar avslag på motionen.⟧\n\n§ 5 Föredrogs och lades till handlingarna." = "turn";
    passes "Anf. 3 lämnas utan svar.";
    passes "Herr talman! Tack för svaret.";
}

/// A beginning of the chamber's own, and the second word of it.
type Beginning = (&'static str, &'static str);

/// The chamber's own beginnings.
struct Procedure {
    /// By their first word.
    words: Words<Vec<Beginning>>,
    /// What most paragraphs are told apart by.
    beginnings: Beginnings,
}

static PROCEDURE: LazyLock<Procedure> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/data/procedure.txt").lines().filter(|l| !l.starts_with('#'));
    let beginnings = Beginnings::of(lines.clone());
    let entry = |line: &'static str| {
        let first = walk::word_end(line, 0);
        let second = line.get(first + 1..).unwrap_or("");
        (&line[..first], vec![(line, &second[..walk::word_end(second, 0)])])
    };
    let words = Words::of(lines.map(entry).collect(), |before, more| before.extend(more));
    Procedure { words, beginnings }
});

/// The one that stands at `at`.
fn procedure(text: &str, at: usize) -> Option<&'static str> {
    if !PROCEDURE.beginnings.may_begin(text.as_bytes().get(at..)?) {
        return None;
    }
    let first = walk::word_end(text, at);
    let beginnings = PROCEDURE.words.get_in_any_case(text.get(at..first)?)?;
    let second = walk::skip_space(text, first);
    let second = &text.as_bytes()[second..walk::word_end(text, second)];
    // Most paragraphs that begin with *herr* are speeches.
    let mut may_stand = beginnings.iter().filter(|(_, word)| word.len() == second.len() || word.is_empty());
    may_stand.find(|(phrase, _)| walk::phrase(text, at, phrase).is_some()).map(|(phrase, _)| *phrase)
}

/// A turn for each introduction.
pub(super) fn find(c: &Context) -> Vec<Speech> {
    let mut turns = Vec::with_capacity(c.intros.len());
    for (i, intro) in c.intros.iter().enumerate() {
        let until = c.intros.get(i + 1).map_or(c.source.text.len(), |next| next.line.start as usize);
        let Some(span) = said(c, intro, until) else { continue };
        // *Styrelsens ordförande:⏎Per Ek, rektor*: functions and names, in a text that is no record.
        if c.intros.len() == 1 && !has_sentence(span.of(c.source.text)) {
            continue;
        }
        let speakers = speakers(c, intro);
        if speakers.is_empty() {
            continue;
        }
        turns.push(Speech {
            cue: intro.line.start,
            span,
            mode: SpeechMode::Turn,
            verb: None,
            speakers,
            rule: TURN.here(),
        });
    }
    turns.extend(announced(c, &turns));
    turns
}

/// Whether a sentence ends in it.
fn has_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', '!', '?', '”', '"']) || words.contains(". ") || words.len() > 400
}

/// *Herr Holm öppnade sammanträdet med följande tal:* above what was said.
fn announced(c: &Context, known: &[Speech]) -> Vec<Speech> {
    let text = c.source.text;
    let mut more: Vec<Speech> = Vec::new();
    for sentence in c.structure.sentences.iter() {
        let Some(words) = sentence.of(text).strip_suffix(':') else { continue };
        if !TALK_FOLLOWS.iter().any(|end| words.ends_with(end)) {
            continue;
        }
        let named = c.cast.within(*sentence).iter();
        let mut named = named.filter(|(m, _)| !is_object(c.source, *sentence, m.start as usize));
        let Some(&(name, person)) = named.next() else { continue };
        let next = c.intros.partition_point(|intro| intro.line.start < sentence.end);
        let until = c.intros.get(next).map_or(text.len(), |intro| intro.line.start as usize);
        let Some(span) = said(c, &Intro { line: *sentence, name }, until) else { continue };
        if known.iter().chain(&more).any(|turn| turn.span.overlaps(span)) {
            continue;
        }
        let (mode, cue) = (SpeechMode::Turn, sentence.end - 1);
        more.push(Speech { cue, span, mode, verb: None, speakers: vec![person], rule: TURN.here() });
    }
    more
}

/// The one introduced, and those joined to him or her: *ANNA HOLM (C) och ERIK SUND (M):*.
fn speakers(c: &Context, intro: &Intro) -> Vec<u32> {
    let named = c.cast.within(intro.line);
    let Some(i) = named.iter().position(|(m, _)| m.overlaps(intro.name)) else {
        // The chair, where the line says no more than the title.
        let (start, end) = (intro.name.start as usize, intro.name.end as usize);
        return c.titled(start, end).into_iter().collect();
    };
    let joined = |pair: &[(Span, u32)]| {
        let gap = c.source.text.get(pair[0].0.end as usize..pair[1].0.start as usize);
        gap.is_some_and(|gap| joins(c.source, gap))
    };
    let before = named[..=i].windows(2).rev().take_while(|pair| joined(pair)).count();
    let after = named[i..].windows(2).take_while(|pair| joined(pair)).count();
    let mut people: Vec<u32> = named[i - before..=i + after].iter().map(|&(_, person)| person).collect();
    people.dedup();
    people
}

/// What is said between an introduction and `until`.
///
/// Pages break speeches: a running head stands in their middle like a heading, and what is said goes on
/// after it. So a heading ends a speech only if no sentence is open before it and prose of another kind
/// follows; the chamber's business always does.
fn said(c: &Context, intro: &Intro, until: usize) -> Option<Span> {
    let text = c.source.text;
    let from = intro.line.end as usize;
    let first = c.structure.blocks.partition_point(|b| (b.span.end as usize) <= from);
    let (mut start, mut end) = (None, from);
    // A heading has been passed that is no running head.
    let mut parted = false;
    let opening = walk::skip_space(text, from);
    for block in c.structure.blocks.iter().skip(first) {
        let begin = (block.span.start as usize).max(opening);
        if begin >= until {
            break;
        }
        let stop = walk::skip_space_back(text, (block.span.end as usize).min(until));
        let written = text.get(begin..stop).unwrap_or("");
        if written.is_empty()
            || matches!(block.kind, BlockKind::Furniture | BlockKind::Contents | BlockKind::Markup)
            || is_furniture(written)
        {
            continue;
        }
        let heads = block.kind == BlockKind::Heading && fills_lines(text, block.span);
        if start.is_none() && (heads || written.ends_with(BEGAN_SPEAKING)) {
            continue;
        }
        let begin = if start.is_none() { past_margin(c.source, begin, stop) } else { begin };
        match business(c.source, begin) {
            Some(Business::Done) if start.is_none() && is_margin(written) => continue,
            Some(Business::Done) => break,
            Some(Business::Head) if start.is_none() => continue,
            Some(Business::Head) => {
                parted = true;
                continue;
            }
            None if heads => {
                parted |= !is_running(written);
                continue;
            }
            None => {}
        }
        let open = start.is_some() && !ends_sentence(text, end);
        let goes_on = written.chars().next().is_some_and(char::is_lowercase);
        if parted && !open && !goes_on {
            break;
        }
        parted = false;
        start.get_or_insert(begin);
        match closing_line(c.source, begin, stop) {
            Some(stop) => {
                end = stop;
                break;
            }
            None => end = stop,
        }
    }
    start.filter(|&s| s < end).map(|s| Span::new(s, end))
}

/// Past a heading in the margin that stands between a speaker and the words, in short lines: *Bordläggning⏎av förslag*.
fn past_margin(source: &Source, begin: usize, stop: usize) -> usize {
    let text = source.text;
    if business(source, begin).is_none() {
        return begin;
    }
    let first = source.lines.index(begin);
    let lines = source.lines.get(first..).unwrap_or_default();
    let short = |line: &Line| {
        line.len() < 45 && !line.is_blank() && !line.text(text).ends_with(['.', '!', '?', ':', ';'])
    };
    let margin = lines.iter().take(5).take_while(|line| short(line)).count();
    // The last short line may be a sentence's own beginning.
    let next = lines.get(margin).filter(|line| (line.start as usize) < stop && margin > 0);
    let opens = next.is_some_and(|line| line.text(text).starts_with(char::is_uppercase));
    next.filter(|_| opens).map_or(begin, |line| walk::skip_space(text, line.start as usize))
}

/// Whether a paragraph is such a heading by itself: short lines without a full stop.
fn is_margin(written: &str) -> bool {
    let plain = |line: &str| line.len() < 45 && !line.ends_with(['.', '!', '?', ':', ';']);
    written.starts_with(char::is_uppercase) && written.lines().take(6).all(|line| plain(line.trim_end()))
}

/// Where what is said ends before a line of its own that tells what the chamber did: *Detta förslag bordlades.*
fn closing_line(source: &Source, begin: usize, stop: usize) -> Option<usize> {
    let text = source.text;
    let first = source.lines.index(begin);
    let lines = source.lines.get(first + 1..).unwrap_or_default();
    let line = lines.iter().take_while(|line| (line.start as usize) < stop).find(|line| {
        let start = line.start as usize;
        line.len() < 90
            && line.text(text).ends_with('.')
            && procedure(text, start).is_some()
            && ends_sentence(text, walk::skip_space_back(text, start))
    })?;
    Some(walk::skip_space_back(text, line.start as usize)).filter(|&end| end > begin)
}

/// Whether the text before `at` ends a sentence.
fn ends_sentence(text: &str, at: usize) -> bool {
    walk::char_before(text, at)
        .is_some_and(|c| matches!(c, '.' | '!' | '?' | '»' | '”' | '"' | '…' | ')' | ':'))
}

/// Whether nothing else stands on the lines of a heading: in the midst of a paragraph it is none that parts speeches.
fn fills_lines(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end_matches([' ', '\t', '\u{a0}']);
    let after = text.get(span.end as usize..).unwrap_or("").trim_start_matches([' ', '\t', '\u{a0}', '\r']);
    let edge = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r' | '\u{c}'));
    edge(before.chars().next_back()) && edge(after.chars().next()) && span.len() > 3
}

/// A running head that says so: the day, *(Forts.)*, the record's number.
fn is_running(head: &str) -> bool {
    head.starts_with(CONCERNING) || RUNNING_HEADS.iter().any(|mark| head.contains(mark))
}

/// What a paragraph of the chamber's own business does to a speech.
enum Business {
    /// It ends it.
    Done,
    /// It may be a running head (*Svar på interpellation …*).
    Head,
}

/// The chamber's own business.
fn business(source: &Source, at: usize) -> Option<Business> {
    let text = source.text;
    let first = walk::char_at(text, at)?;
    if first == '§' {
        return Some(Business::Done);
    }
    if first.is_ascii_digit() {
        // "7 § Svar på fråga".
        let rest = text.get(at..).unwrap_or("").trim_start_matches(|c: char| c.is_ascii_digit());
        let item = rest.trim_start().starts_with('§')
            && !rest.trim_start_matches([' ', '§']).starts_with(|c: char| c.is_lowercase());
        return item.then_some(Business::Done);
    }
    if let Some(phrase) = procedure(text, at) {
        return Some(if phrase.starts_with(ANSWER_HEAD) { Business::Head } else { Business::Done });
    }
    // "I herr Möllers yttrande instämde", "Med herr Laurén förenade sig", "Herr Borg instämde häri".
    let rest = &text.as_bytes()[at..];
    let end = memchr::memchr2(b'\n', b'.', &rest[..rest.len().min(400)])?;
    let line = text.get(at..at + end)?;
    let done = joins_in(line) || line.starts_with(AS_MOVED) && line.contains(WAS_GRANTED);
    done.then_some(Business::Done)
}

static AGREES: LazyLock<Finder> = LazyLock::new(|| Finder::new(AGREED));
static JOINS: LazyLock<Finder> = LazyLock::new(|| Finder::new(JOINED));

/// *instämde herr*, *instämde häri*, *förenade sig herr*: another member agrees with what was said.
fn joins_in(line: &str) -> bool {
    let agrees = AGREES.find(line.as_bytes()).is_some_and(|at| {
        let with = &line[at + AGREED.len()..];
        THEREIN.iter().any(|word| with.starts_with(word))
            || line[..at].ends_with(' ') && MEMBERS_TITLES.iter().any(|title| with.starts_with(title))
    });
    agrees || JOINS.find(line.as_bytes()).is_some()
}

/// Applause, a page's number, the running head of a record.
fn is_furniture(block: &str) -> bool {
    if block.len() > 90 {
        return false;
    }
    if block.starts_with('(') && block.ends_with(')')
        || block.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
    {
        return true;
    }
    let digits = block.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && RECORD_MARKS.iter().any(|w| block.contains(w))
        && !block.ends_with(['!', '?', ':'])
        && block.split_whitespace().count() <= 12
        && RECORD_NUMBERS.iter().any(|mark| block.contains(mark))
}
