//! Direct speech: quotations by dash or by quotation marks, with the attribution that says whose they are.

use super::context::Context;
use super::subject;
use super::verb::Verb;
use crate::document::rule::rule;
use crate::document::{BlockKind, Span, Speech, SpeechMode};
use crate::layers::structure::Block;
use crate::lexicon::Classes;
use crate::lexicon::sets::speeches::{LIGHT, OPENS_QUOTE};
use crate::scan::{Cue, Source};
use crate::text::walk;

rule! {
    /// A paragraph that begins with a dash, with its attribution.
    pub(super) DASH = "speech.dash";
    finds "⟦– Vi är snart klara med bygget⟧, säger Anna Holm." = "direct";
    finds "⟦– Vi är snart klara. Det blir bra⟧, menar rektor Per Berg." = "direct";
    finds "Anna Holm säger:\n\n⟦– Vi är snart klara med bygget.⟧" = "direct";
    passes "– Vi är snart klara med bygget.";
    passes "- Vi är snart klara med bygget.\n- Vi tackar Anna Holm.";
}

rule! {
    /// Words between quotation marks with an attribution before, inside or after.
    pub(super) MARKS = "speech.marks";
    finds "⟦”Vi är snart klara med bygget”⟧, säger Anna Holm." = "direct";
    finds "Anna Holm säger: ⟦”Vi är snart klara med bygget.”⟧" = "direct";
    passes "Anna Holm såg filmen ”Vi är snart klara”.";
    passes "”Vi är snart klara” var mötets ord.";
}

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
    /// Where the verb or the colon stands.
    cue: u32,
    /// None where a colon does the verb's work: *Anna Holm: ”…”*.
    lemma: Option<&'static str>,
    /// Where the quoted words end if the attribution closes the quotation.
    end: usize,
    /// End of the sentence with the attribution.
    sentence_end: usize,
}

pub(super) fn find(c: &Context) -> Quotes {
    let mut quotes = Quotes::default();
    dashes(c, &mut quotes);
    marks(c, &mut quotes);
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

fn dashes(c: &Context, quotes: &mut Quotes) {
    let mut all: Vec<Dash> = Vec::new();
    for (block, &lines) in c.structure.blocks.iter().zip(c.block_lines) {
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            split_block(c.source, lines, &mut all);
        }
    }
    for dash in &mut all {
        dash.found = attribution(c, dash.span);
    }
    for i in 0..all.len() {
        let (found, own) = match &all[i].found {
            Some(found) => (found.clone(), true),
            None if !all[i].long => match lead_in(c, all[i].span) {
                Some(found) => (found, false),
                None => continue,
            },
            None => {
                // The paragraph before or after is the same speaker's, or a lead-in names the speaker.
                let near = |j: usize| {
                    let other = all.get(j)?;
                    let adjacent = if j < i {
                        c.source.lines.next_text(other.lines.1) == Some(all[i].lines.0)
                    } else {
                        c.source.lines.next_text(all[i].lines.1) == Some(other.lines.0)
                    };
                    other.found.clone().filter(|_| adjacent)
                };
                let before = i.checked_sub(1).and_then(near);
                match lead_in(c, all[i].span).or(before).or_else(|| near(i + 1)) {
                    Some(found) => (found, false),
                    None => continue,
                }
            }
        };
        let span = if own { quoted(c, all[i].span, &found) } else { all[i].span };
        let taken =
            Span::new(span.start as usize, (span.end as usize).max(if own { found.sentence_end } else { 0 }));
        if !own {
            all[i].found = Some(found.clone());
        }
        quotes.taken.push(taken);
        quotes.speeches.push(Speech {
            cue: found.cue,
            span,
            mode: SpeechMode::Direct,
            verb: found.lemma,
            speakers: found.people,
            rule: &DASH,
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
fn attribution(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    for cue in c.source.cues.within(span).iter().filter(|c| c.has(Classes::SAYS)) {
        let before = walk::skip_space_back(text, cue.start as usize);
        let mark = walk::char_before(text, before)?;
        let marked = matches!(mark, ',' | '”' | '"' | '?' | '!' | '.' | '»' | '“' | '…' | '–');
        let verb = Verb::of(c.source, *cue);
        if !verb.quotes(c.source) || !marked && !LIGHT.has(verb.lemma) {
            continue;
        }
        // A sentence may have been cut before a small letter: the whole paragraph is looked at.
        let people = match subject::after(c, span, verb, 0) {
            Some(subject) => subject.people,
            None if marked => match subject::taken_up(c, verb) {
                Some(person) => vec![person],
                None => continue,
            },
            None => continue,
        };
        let sentence = c.structure.sentences.at(cue.start as usize);
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
            cue: cue.start,
            lemma: Some(verb.lemma),
            end,
            sentence_end: sentence_end as usize,
        });
    }
    None
}

/// What of a dash paragraph is the quotation: up to the attribution, or past it if the words go on.
fn quoted(c: &Context, span: Span, found: &Attributed) -> Span {
    let rest = Span::new(found.sentence_end.min(span.end as usize), span.end as usize);
    let mut end = None;
    for sentence in c.structure.sentences.within(rest) {
        if told(c, *sentence) {
            break;
        }
        end = Some((sentence.end as usize).min(span.end as usize));
    }
    // Inside one sentence: "– Vi gör, säger Anna Holm, vårt bästa." is left with its attribution.
    Span::new(span.start as usize, end.unwrap_or(found.end).max(span.start as usize + 1))
}

/// Whether a sentence after a quotation is the writer's own: it tells what someone named says.
fn told(c: &Context, sentence: Span) -> bool {
    c.source.cues.within(sentence).iter().filter(|c| c.has(Classes::SAYS)).any(|&cue| {
        let verb = Verb::of(c.source, cue);
        verb.speaks(c.source) && subject::before(c, sentence, verb, 0).is_some()
    })
}

/// *Anna Holm säger:* before the quotation at `span`.
fn lead_in(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    let end = walk::skip_space_back(text, span.start as usize);
    if walk::char_before(text, end) != Some(':') {
        return None;
    }
    let sentence = c.structure.sentences.at(end.saturating_sub(1))?;
    // "Anna Holm informerar om:" opens a list, "Anna Holm säger:" a quotation.
    attributed_in(c, Span::new(sentence.start as usize, end), span.end as usize)
        .filter(|found| found.lemma.is_some_and(|l| OPENS_QUOTE.has(l)))
}

/// The last verb of speaking in `sentence` with a subject, not too far from its end.
fn attributed_in(c: &Context, sentence: Span, end: usize) -> Option<Attributed> {
    let near = sentence.start.max(sentence.end.saturating_sub(LONGEST as u32));
    let cues = c.source.cues.within(Span { start: near, ..sentence }).iter().rev();
    cues.filter(|c| c.has(Classes::SAYS)).take(4).find_map(|cue| {
        let verb = Verb::of(c.source, *cue);
        let subject = subject::of(c, sentence, verb, 0)?;
        Some(Attributed {
            people: subject.people,
            cue: cue.start,
            lemma: Some(verb.lemma),
            end,
            sentence_end: end,
        })
    })
}

/// Longest quotation between marks, and longest sentence before one, that is looked through, in bytes.
const LONGEST: usize = 4000;

fn marks(c: &Context, quotes: &mut Quotes) {
    let text = c.source.text;
    let mut done = 0;
    let cues: Vec<Cue> = c.source.cues.of(Classes::QUOTE).collect();
    let mut i = 0;
    while let Some(&open) = cues.get(i) {
        i += 1;
        let start = open.start as usize;
        if start < done || !opens(text, open) {
            continue;
        }
        let Some(block) = c.structure.block_at(start).map(|b| c.structure.blocks[b]) else { continue };
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
        let found = trailing(c, span, block).or_else(|| leading(c, span));
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
            cue: found.cue,
            span,
            mode: SpeechMode::Direct,
            verb: found.lemma,
            speakers: found.people,
            rule: &MARKS,
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
fn trailing(c: &Context, span: Span, block: Block) -> Option<Attributed> {
    let text = c.source.text;
    let end = span.end as usize;
    let mut at = end;
    if matches!(walk::char_at(text, at), Some(',' | '.')) {
        at += 1;
    }
    let start = walk::skip_space(text, at);
    let cue = c
        .source
        .cues
        .get(c.source.cues.from(start))
        .filter(|c| c.start as usize == start && c.has(Classes::SAYS))?;
    let verb = Verb::of(c.source, *cue);
    let area = Span::new(span.start as usize, (block.span.end as usize).max(cue.end()));
    let subject = subject::after(c, area, verb, 0)?;
    let sentence_end = c.structure.sentences.at(cue.start as usize).map_or(end, |s| s.end as usize);
    Some(Attributed { people: subject.people, cue: cue.start, lemma: Some(verb.lemma), end, sentence_end })
}

/// *Anna Holm säger: ”…”*
fn leading(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    let before = walk::skip_space_back(text, span.start as usize);
    let mark = walk::char_before(text, before)?;
    let sentence = c.structure.sentences.at(before.saturating_sub(1))?;
    if (sentence.start as usize) >= before {
        return None;
    }
    let near = c.source.cues.within(Span::new(sentence.start as usize, before));
    let adjacent = near.last().is_some_and(|c| c.has(Classes::SAYS) && c.end() == before);
    if mark != ':' && !adjacent {
        return None;
    }
    // "Anna Holm: ”…”", the name and nothing else.
    let area = Span::new(sentence.start as usize, before);
    if let [(mention, person)] = c.cast.within(area)
        && mention.start == sentence.start
        && text.get(mention.end as usize..before) == Some(":")
    {
        let end = span.end as usize;
        return Some(Attributed {
            people: vec![*person],
            cue: mention.end,
            lemma: None,
            end,
            sentence_end: end,
        });
    }
    attributed_in(c, Span::new(sentence.start as usize, before), span.end as usize)
}
