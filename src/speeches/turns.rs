//! Turns: what a speaker of a verbatim record says under the line that introduces him or her.

use super::rules;
use crate::analyze::Source;
use crate::document::{Speech, SpeechMode};
use crate::people::Cast;
use crate::people::intro::Intro;
use crate::span::Span;
use crate::structure::{BlockKind, Structure};
use crate::text::walk;
use std::sync::LazyLock;

static PROCEDURE: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../lexicon/procedure.txt").lines().filter(|l| !l.starts_with('#')).collect());

/// A turn for each introduction.
pub(super) fn find(source: &Source, structure: &Structure, cast: &Cast) -> Vec<Speech> {
    let mut turns = Vec::with_capacity(cast.intros.len());
    for (i, intro) in cast.intros.iter().enumerate() {
        let until = cast.intros.get(i + 1).map_or(source.text.len(), |next| next.line.start as usize);
        let Some(span) = said(source, structure, intro, until) else { continue };
        let Some(speaker) = speaker(cast, intro) else { continue };
        turns.push(Speech {
            span,
            mode: SpeechMode::Turn,
            verb: None,
            speakers: vec![speaker],
            rule: &rules::TURN,
        });
    }
    turns
}

fn speaker(cast: &Cast, intro: &Intro) -> Option<u32> {
    cast.within(intro.line).iter().find(|(m, _)| m.overlaps(intro.name)).map(|&(_, person)| person)
}

/// What is said between an introduction and `until`.
fn said(source: &Source, structure: &Structure, intro: &Intro, until: usize) -> Option<Span> {
    let text = source.text;
    let from = intro.line.end as usize;
    let first = structure.blocks.partition_point(|b| (b.span.end as usize) <= from);
    let (mut start, mut end) = (None, from);
    for block in structure.blocks.iter().skip(first) {
        let begin = (block.span.start as usize).max(walk::skip_space(text, from));
        if begin >= until {
            break;
        }
        if matches!(block.kind, BlockKind::Furniture | BlockKind::Toc | BlockKind::Markup) {
            continue;
        }
        if block.kind == BlockKind::Heading || is_procedure(source, begin) {
            if start.is_some() || is_procedure(source, begin) {
                break;
            }
            continue;
        }
        let stop = walk::skip_space_back(text, (block.span.end as usize).min(until));
        if is_furniture(text.get(begin..stop).unwrap_or("")) {
            continue;
        }
        if stop > begin {
            start.get_or_insert(begin);
            end = stop;
        }
    }
    start.filter(|&s| s < end).map(|s| Span::new(s, end))
}

/// The chamber's own business.
fn is_procedure(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some(first) = walk::char_at(text, at) else { return false };
    if first == '§' {
        return true;
    }
    if first.is_ascii_digit() {
        // "7 § Svar på fråga".
        let rest = text.get(at..).unwrap_or("").trim_start_matches(|c: char| c.is_ascii_digit());
        return rest.trim_start().starts_with('§') && !rest.trim_start_matches([' ', '§']).starts_with(|c: char| c.is_lowercase());
    }
    if PROCEDURE.iter().any(|p| walk::phrase(text, at, p).is_some()) {
        return true;
    }
    // "I herr Möllers yttrande instämde", "Med herr Laurén förenade sig", "Herr Borg instämde häri".
    let mut line = &text[at..];
    line = line.split(['\n', '.']).next().unwrap_or("");
    line.len() < 400
        && (line.contains(" instämde herr")
            || line.contains(" instämde fr")
            || line.contains("förenade sig herr")
            || line.contains("instämde häri")
            || line.contains("instämde häruti")
            || line.starts_with("Vad herr") && line.contains("bifölls"))
}

/// Applause, a page's number, the running head of a record.
fn is_furniture(block: &str) -> bool {
    if block.len() > 90 {
        return false;
    }
    if block.starts_with('(') && block.ends_with(')') || block.chars().all(|c| c.is_ascii_digit() || c.is_whitespace()) {
        return true;
    }
    let digits = block.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && ["Nr ", "den ", "Prot. "].iter().any(|w| block.contains(w))
        && !block.ends_with(['!', '?', ':'])
        && block.split_whitespace().count() <= 12
        && (block.contains("Nr ") || block.contains("Prot. ") || ["dagen den"].iter().any(|w| block.contains(w)))
}
