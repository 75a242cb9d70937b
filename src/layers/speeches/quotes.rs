//! Direct speech: quotations by dash or by quotation marks, with the attribution that says whose they are.

use super::rules;
use super::subject;
use super::verb::Verb;
use crate::document::{BlockKind, Span, Speech, SpeechMode};
use crate::layers::people::Cast;
use crate::layers::structure::{Block, Structure};
use crate::lexicon::Classes;
use crate::scan::{Cue, Source};
use crate::text::walk;

/// Quotations, and what they and their attributions take up.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pub speeches: Vec<Speech>,
    pub taken: Vec<Span>,
}

/// A paragraph that begins with a dash.
struct Dash {
    span: Span,
    /// Long dashes say speech; a hyphen may be a list's.
    long: bool,
    /// Index of its line, to see what stands next to it.
    lines: (usize, usize),
    found: Option<Attributed>,
}

/// An attribution inside a stretch of text.
#[derive(Clone, Debug)]
struct Attributed {
    people: Vec<u32>,
    /// None where a colon does the verb's work: *Anna Holm: ”…”*.
    lemma: Option<&'static str>,
    /// Where the quoted words end if the attribution closes the quotation.
    end: usize,
    /// End of the sentence with the attribution.
    sentence_end: usize,
}

pub(super) fn find(
    source: &Source,
    structure: &Structure,
    block_lines: &[(u32, u32)],
    cast: &Cast,
) -> Quotes {
    let mut quotes = Quotes::default();
    dashes(source, structure, block_lines, cast, &mut quotes);
    marks(source, structure, cast, &mut quotes);
    quotes.taken.sort();
    quotes
}

/// A hyphen, a backslash before one, or the first byte of the long dashes.
fn may_be_dash(first: Option<&u8>) -> bool {
    matches!(first, Some(b'-' | b'\\' | 0xE2))
}

/// Width of the dash that `line` begins with, and whether it is a long one.
fn dash(line: &str) -> Option<(usize, bool)> {
    if !may_be_dash(line.as_bytes().first()) {
        return None;
    }
    let mut chars = line.chars();
    let (c, next) = (chars.next()?, chars.next()?);
    let (c, next, escaped) = if c == '\\' { (next, chars.next()?, 1) } else { (c, next, 0) };
    let long = matches!(c, '–' | '—' | '―' | '−');
    let opens = next == ' ' || next == '\u{a0}' || long && (next.is_uppercase() || next == '”');
    ((long || c == '-') && opens && !chars.as_str().is_empty()).then_some((c.len_utf8() + escaped, long))
}

fn dashes(
    source: &Source,
    structure: &Structure,
    block_lines: &[(u32, u32)],
    cast: &Cast,
    quotes: &mut Quotes,
) {
    let mut all: Vec<Dash> = Vec::new();
    for (block, &lines) in structure.blocks.iter().zip(block_lines) {
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            split_block(source, lines, &mut all);
        }
    }
    for dash in &mut all {
        dash.found = attribution(source, structure, cast, dash.span);
    }
    for i in 0..all.len() {
        let (found, own) = match &all[i].found {
            Some(found) => (found.clone(), true),
            None if !all[i].long => match lead_in(source, structure, cast, all[i].span) {
                Some(found) => (found, false),
                None => continue,
            },
            None => {
                // The paragraph before or after is the same speaker's, or a lead-in names the speaker.
                let near = |j: usize| {
                    let other = all.get(j)?;
                    let adjacent = if j < i {
                        source.lines.next_text(other.lines.1) == Some(all[i].lines.0)
                    } else {
                        source.lines.next_text(all[i].lines.1) == Some(other.lines.0)
                    };
                    other.found.clone().filter(|_| adjacent)
                };
                let before = i.checked_sub(1).and_then(near);
                match lead_in(source, structure, cast, all[i].span).or(before).or_else(|| near(i + 1)) {
                    Some(found) => (found, false),
                    None => continue,
                }
            }
        };
        let span = if own { quoted(source, structure, cast, all[i].span, &found) } else { all[i].span };
        let taken =
            Span::new(span.start as usize, (span.end as usize).max(if own { found.sentence_end } else { 0 }));
        if !own {
            all[i].found = Some(found.clone());
        }
        quotes.taken.push(taken);
        quotes.speeches.push(Speech {
            cue: span.start,
            span,
            mode: SpeechMode::Direct,
            verb: found.lemma,
            speakers: found.people,
            rule: &rules::DASH,
        });
    }
}

/// The dash paragraphs of a block with these lines: each from its dash to the next one.
fn split_block(source: &Source, lines: (u32, u32), all: &mut Vec<Dash>) {
    let before = all.len();
    let (first, last) = (lines.0 as usize, lines.1 as usize);
    for (i, line) in (first..).zip(source.lines.get(first..=last).unwrap_or_default()) {
        // Most blocks have no dash at all.
        let may_open = may_be_dash(source.text.as_bytes().get(line.start as usize));
        if !may_open && all.len() == before {
            continue;
        }
        if let Some((_, long)) = dash(line.text(source.text)) {
            let span = Span { start: line.start, end: line.end };
            all.push(Dash { span, long, lines: (i, i), found: None });
        } else if let Some(dash) = all.get_mut(before..).and_then(<[Dash]>::last_mut)
            && dash.lines.1 + 1 == i
            && !line.is_blank()
        {
            dash.span.end = line.end;
            dash.lines.1 = i;
        }
    }
}

/// The first attribution in `span`: a verb of speaking with its subject after it.
fn attribution(source: &Source, structure: &Structure, cast: &Cast, span: Span) -> Option<Attributed> {
    let text = source.text;
    for cue in source.cues.within(span).iter().filter(|c| c.has(Classes::SAYS)) {
        let before = walk::skip_space_back(text, cue.start as usize);
        let mark = walk::char_before(text, before)?;
        let marked = matches!(mark, ',' | '”' | '"' | '?' | '!' | '.' | '»' | '“' | '…' | '–');
        let verb = Verb::of(source, *cue);
        if !verb.quotes(source)
            || !marked && !matches!(verb.lemma, "säga" | "berätta" | "mena" | "konstatera")
        {
            continue;
        }
        // A sentence may have been cut before a small letter: the whole paragraph is looked at.
        let people = match subject::after(source, cast, span, verb, 0) {
            Some(subject) => subject.people,
            None if marked => match subject::taken_up(source, cast, verb) {
                Some(person) => vec![person],
                None => continue,
            },
            None => continue,
        };
        let sentence = structure.sentences.at(cue.start as usize);
        let sentence_end = sentence.map_or(span.end, |s| s.end).min(span.end);
        // "Det säger Anna Holm." is a sentence of its own after the quotation.
        let that =
            sentence.filter(|s| walk::phrase(text, s.start as usize, "det").is_some_and(|e| e == before));
        let end = match that {
            Some(sentence) => walk::skip_space_back(text, sentence.start as usize),
            None if matches!(mark, ',' | '–') => walk::skip_space_back(text, before - mark.len_utf8()),
            None => before,
        };
        if end <= span.start as usize + 2 {
            continue;
        }
        return Some(Attributed {
            people,
            lemma: Some(verb.lemma),
            end,
            sentence_end: sentence_end as usize,
        });
    }
    None
}

/// What of a dash paragraph is the quotation: up to the attribution, or past it if the words go on.
fn quoted(source: &Source, structure: &Structure, cast: &Cast, span: Span, found: &Attributed) -> Span {
    let rest = Span::new(found.sentence_end.min(span.end as usize), span.end as usize);
    let mut end = None;
    for sentence in structure.sentences.within(rest) {
        if told(source, cast, *sentence) {
            break;
        }
        end = Some((sentence.end as usize).min(span.end as usize));
    }
    // Inside one sentence: "– Vi gör, säger Anna Holm, vårt bästa." is left with its attribution.
    Span::new(span.start as usize, end.unwrap_or(found.end).max(span.start as usize + 1))
}

/// Whether a sentence after a quotation is the writer's own: it tells what someone named says.
fn told(source: &Source, cast: &Cast, sentence: Span) -> bool {
    source.cues.within(sentence).iter().filter(|c| c.has(Classes::SAYS)).any(|&cue| {
        let verb = Verb::of(source, cue);
        verb.speaks(source) && subject::before(source, cast, sentence, verb, 0).is_some()
    })
}

/// *Anna Holm säger:* before the quotation at `span`.
fn lead_in(source: &Source, structure: &Structure, cast: &Cast, span: Span) -> Option<Attributed> {
    let text = source.text;
    let end = walk::skip_space_back(text, span.start as usize);
    if walk::char_before(text, end) != Some(':') {
        return None;
    }
    let sentence = structure.sentences.at(end.saturating_sub(1))?;
    // "Anna Holm informerar om:" opens a list, "Anna Holm säger:" a quotation.
    const OPENS: &[&str] = &[
        "säga",
        "skriva",
        "svara",
        "fråga",
        "kommentera",
        "fortsätta",
        "tillägga",
        "konstatera",
        "berätta",
        "utropa",
        "utbrista",
        "undra",
        "mena",
        "förklara",
        "replikera",
        "inflika",
        "yttra",
        "anföra",
        "uttala",
    ];
    attributed_in(source, cast, Span::new(sentence.start as usize, end), span.end as usize)
        .filter(|found| found.lemma.is_some_and(|l| OPENS.contains(&l)))
}

/// The last verb of speaking in `sentence` with a subject, not too far from its end.
fn attributed_in(source: &Source, cast: &Cast, sentence: Span, end: usize) -> Option<Attributed> {
    let near = sentence.start.max(sentence.end.saturating_sub(LONGEST as u32));
    let cues = source.cues.within(Span { start: near, ..sentence }).iter().rev();
    cues.filter(|c| c.has(Classes::SAYS)).take(4).find_map(|cue| {
        let verb = Verb::of(source, *cue);
        let subject = subject::of(source, cast, sentence, verb, 0)?;
        Some(Attributed { people: subject.people, lemma: Some(verb.lemma), end, sentence_end: end })
    })
}

/// Longest quotation between marks, and longest sentence before one, that is looked through, in bytes.
const LONGEST: usize = 4000;

fn marks(source: &Source, structure: &Structure, cast: &Cast, quotes: &mut Quotes) {
    let text = source.text;
    let mut done = 0;
    let cues: Vec<Cue> = source.cues.of(Classes::QUOTE).collect();
    let mut i = 0;
    while let Some(&open) = cues.get(i) {
        i += 1;
        let start = open.start as usize;
        if start < done || !opens(text, open) {
            continue;
        }
        let Some(block) = structure.block_at(start).map(|b| structure.blocks[b]) else { continue };
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let limit = (block.span.end as usize).min(start + LONGEST);
        let close = cues[i..].iter().take(8).take_while(|c| c.end() <= limit).position(|c| closes(text, *c));
        let (end, after) = match close {
            Some(n) => (cues[i + n].end(), i + n + 1),
            None => (block.span.end as usize, i),
        };
        let span = Span::new(start, end);
        let found =
            trailing(source, structure, cast, span, block).or_else(|| leading(source, structure, cast, span));
        let Some(mut found) = found else { continue };
        if close.is_none() && found.sentence_end > end || words(text, span) < 2 {
            continue;
        }
        // "A", säger Anna Holm, "B": one quotation.
        let mut span = span;
        if let Some(next) = cues
            .get(after)
            .filter(|c| opens(text, **c) && (c.start as usize) < found.sentence_end.saturating_add(3))
        {
            let limit = (block.span.end as usize).min(next.start as usize + LONGEST);
            if let Some(n) = cues[after + 1..]
                .iter()
                .take(8)
                .take_while(|c| c.end() <= limit)
                .position(|c| closes(text, *c))
                && (next.start as usize) > end
                && found.end == end
            {
                span.end = cues[after + 1 + n].end() as u32;
                i = after + n + 2;
            }
        }
        i = i.max(after);
        found.sentence_end = found.sentence_end.max(span.end as usize);
        if quotes.taken.iter().rev().take(3).any(|t| t.overlaps(span)) {
            continue;
        }
        done = span.end as usize;
        quotes.taken.push(Span::new(start, found.sentence_end));
        quotes.speeches.push(Speech {
            cue: span.start,
            span,
            mode: SpeechMode::Direct,
            verb: found.lemma,
            speakers: found.people,
            rule: &rules::MARKS,
        });
    }
}

fn words(text: &str, span: Span) -> usize {
    span.of(text).split_whitespace().take(3).count()
}

/// Whether a mark can open: white space or a bracket before it, a letter after.
fn opens(text: &str, mark: Cue) -> bool {
    let before = walk::char_before(text, mark.start as usize);
    let after = walk::char_at(text, mark.end());
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '*' | '_' | '>' | ':' | '–'))
        && after.is_some_and(|c| !c.is_whitespace())
}

fn closes(text: &str, mark: Cue) -> bool {
    let before = walk::char_before(text, mark.start as usize);
    let after = walk::char_at(text, mark.end());
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// *”…”, säger Anna Holm.*
fn trailing(
    source: &Source,
    structure: &Structure,
    cast: &Cast,
    span: Span,
    block: Block,
) -> Option<Attributed> {
    let text = source.text;
    let end = span.end as usize;
    let mut at = end;
    if matches!(walk::char_at(text, at), Some(',' | '.')) {
        at += 1;
    }
    let start = walk::skip_space(text, at);
    let cue = source
        .cues
        .get(source.cues.from(start))
        .filter(|c| c.start as usize == start && c.has(Classes::SAYS))?;
    let verb = Verb::of(source, *cue);
    let area = Span::new(span.start as usize, (block.span.end as usize).max(cue.end()));
    let subject = subject::after(source, cast, area, verb, 0)?;
    let sentence_end = structure.sentences.at(cue.start as usize).map_or(end, |s| s.end as usize);
    Some(Attributed { people: subject.people, lemma: Some(verb.lemma), end, sentence_end })
}

/// *Anna Holm säger: ”…”*
fn leading(source: &Source, structure: &Structure, cast: &Cast, span: Span) -> Option<Attributed> {
    let text = source.text;
    let before = walk::skip_space_back(text, span.start as usize);
    let mark = walk::char_before(text, before)?;
    let sentence = structure.sentences.at(before.saturating_sub(1))?;
    if (sentence.start as usize) >= before {
        return None;
    }
    let near = source.cues.within(Span::new(sentence.start as usize, before));
    let adjacent = near.last().is_some_and(|c| c.has(Classes::SAYS) && c.end() == before);
    if mark != ':' && !adjacent {
        return None;
    }
    // "Anna Holm: ”…”", the name and nothing else.
    let area = Span::new(sentence.start as usize, before);
    if let [(mention, person)] = cast.within(area)
        && mention.start == sentence.start
        && text.get(mention.end as usize..before) == Some(":")
    {
        let end = span.end as usize;
        return Some(Attributed { people: vec![*person], lemma: None, end, sentence_end: end });
    }
    attributed_in(source, cast, Span::new(sentence.start as usize, before), span.end as usize)
}
