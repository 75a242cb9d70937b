//! Quotations by dash: paragraphs that begin with one.

use super::super::context::Context;
use super::super::subject;
use super::super::subject_gap::is_role;
use super::attribution::{self, Attributed};
use super::interviews::{self, Interview};
use super::{Quotes, paragraphs};
use crate::document::rule::rule;
use crate::document::{BlockKind, DocumentKind, Span};
use crate::lexicon::Classes;
use crate::lexicon::sets::speeches::{ACCORDING, FIRST_PERSON, OFFICE_GENITIVE, OPENS_INNER, PERSONS};
use crate::scan::Source;
use crate::text::walk;
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// A paragraph that begins with a dash, with its attribution.
    pub(in super::super) DASH = "speech.dash";
    finds "⟦– Vi är snart klara med bygget⟧, säger Anna Holm." = "direct";
    finds "⟦– Vi är snart klara. Det blir bra⟧, menar rektor Per Berg." = "direct";
    finds "Anna Holm säger:\n\n⟦– Vi är snart klara med bygget.⟧" = "direct";
    finds "Anna Holm är rektor på skolan.\n\n⟦– Vi är snart klara med bygget.⟧" = "direct";
    passes "– Vi är snart klara med bygget.";
    passes "- Vi är snart klara med bygget.\n- Vi tackar Anna Holm.";
    passes "Anna Holm informerade om:\n\n– Bygget är klart.\n\n– Budgeten är i balans.";
}

/// A paragraph that begins with a dash.
pub(super) struct Dash {
    pub span: Span,
    /// Long dashes say speech; a hyphen may be a list's.
    pub long: bool,
    /// Its lines, to see what stands next to it.
    pub lines: (usize, usize),
    pub found: Option<Attributed>,
}

pub(super) fn find(c: &Context, quotes: &mut Quotes) {
    let mut all: Vec<Dash> = Vec::new();
    for (block, &lines) in c.structure.blocks.iter().zip(c.block_lines) {
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            split_block(c.source, lines, &mut all);
        }
    }
    behind_names(c, &mut all);
    for dash in &mut all {
        dash.found = dash.found.take().or_else(|| attribution::inside(c, dash.span));
        dash.found = dash.found.take().or_else(|| attribution::that(c, dash.span));
    }
    over_lines(c, &mut all);
    hyphens_that_speak(c, &mut all);
    let interview = Interview::of(c, &all);
    let only = Only::of(c, &all);
    for i in 0..all.len() {
        let (found, own) = match &all[i].found {
            Some(found) => (found.clone(), true),
            None => match attributed(c, &all, i, &interview, only) {
                Some(found) => (found, false),
                None => continue,
            },
        };
        let span = if own { quoted(c, all[i].span, &found) } else { all[i].span };
        let sentence_end = if own { found.sentence_end } else { 0 };
        if !own {
            all[i].found = Some(found.clone());
        }
        quotes.push(span, Attributed { sentence_end, ..found }, &DASH);
    }
    if c.intros.is_empty() {
        inside_lines(c, &all, quotes);
        between_wide_blanks(c, quotes);
    }
}

/// *– Det vore märkligt.⏎Vi tror att det löser sig, sade Anna Holm.*, in the news: a quotation whose paragraph was broken behind a
/// full stop, with the attribution on the line below.
fn over_lines(c: &Context, all: &mut [Dash]) {
    if !matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog) {
        return;
    }
    for dash in all.iter_mut().filter(|dash| dash.found.is_none()) {
        let next = dash.lines.1 + 1;
        let Some(line) = c.source.lines.get(next).filter(|line| !line.is_blank()) else { continue };
        if may_be_dash(c.source.text.as_bytes().get(line.start as usize)) {
            continue;
        }
        let whole = Span { start: dash.span.start, end: line.end };
        let told = |found: &Attributed| {
            let before = walk::skip_space_back(c.source.text, found.cue as usize);
            found.cue > line.start && walk::char_before(c.source.text, before) == Some(',')
        };
        if let Some(found) = attribution::inside(c, whole).filter(told) {
            (dash.span, dash.lines.1, dash.found) = (whole, next, Some(found));
        }
    }
}

/// In news that quote by hyphens, such a one says what a long dash does.
fn hyphens_that_speak(c: &Context, all: &mut [Dash]) {
    let news = matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog);
    let spoken = || all.iter().filter(|dash| !dash.long && dash.found.is_some()).count() > 1;
    // Points of a list stand on end, paragraphs of an article have others between them.
    let apart = || {
        let adjoins = |pair: &[Dash]| c.source.lines.next_text(pair[0].lines.1) == Some(pair[1].lines.0);
        all.len() > 1 && !all.iter().any(|dash| dash.long) && !all.windows(2).any(adjoins)
    };
    // *-Min motion gick igenom. Det känns bra.*
    let own = || match &*all {
        [one] => {
            one.span.of(c.source.text).split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word))
        }
        _ => false,
    };
    if news && (spoken() || apart() || own()) {
        let whole = |dash: &&mut Dash| is_told_whole(dash.span.of(c.source.text));
        all.iter_mut().filter(whole).for_each(|dash| dash.long = true);
    }
}

/// No attribution stands further from the dash inside of a line, in bytes.
const FAR: usize = 1500;

/// *Det är vår. – Vi är snart klara, säger Anna Holm. Bygget …*: quotations inside of a paragraph, where the lines of a
/// page were run together. Only an attribution tells where such a one ends.
fn inside_lines(c: &Context, all: &[Dash], quotes: &mut Quotes) {
    let text = c.source.text;
    let mut done = 0;
    for cue in c.source.cues.of(Classes::SAYS) {
        let at = cue.start as usize;
        let before = walk::skip_space_back(text, at);
        let marked = matches!(walk::char_before(text, before), Some(',' | '!' | '?' | '.' | '…' | '–'));
        let Some(block) = c.structure.block_at(at).filter(|_| marked && at > done) else { continue };
        let block = c.structure.blocks[block];
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            continue;
        }
        let from = (block.span.start as usize).max(at.saturating_sub(FAR)).max(done);
        let Some(start) = opened(text, from, before) else { continue };
        let known = all.partition_point(|dash| dash.span.start as usize <= start);
        if known.checked_sub(1).is_some_and(|i| all[i].span.end as usize > start) {
            continue;
        }
        let stop = (block.span.end as usize).min(at + FAR);
        let stop = (start..=stop).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(start);
        let area = Span::new(start, stop);
        let Some(found) = attribution::inside(c, area).filter(|found| found.cue == cue.start) else {
            continue;
        };
        done = found.sentence_end;
        quotes.push(Span::new(start, found.end), found, &DASH);
    }
}

/// *Anna Holm nekar.  – Det stämmer inte.  Tidningen …*: a quotation between wide blanks, where line breaks were lost.
/// The sentence before tells of its speaker.
fn between_wide_blanks(c: &Context, quotes: &mut Quotes) {
    let text = c.source.text;
    static DASHES: LazyLock<Finder> = LazyLock::new(|| Finder::new("– "));
    let mut found = Vec::new();
    for start in DASHES.find_iter(text.as_bytes()) {
        let at = walk::skip_space_back(text, start);
        let ended = matches!(walk::char_before(text, at), Some('.' | '!' | '?' | ':'));
        if !ended || !text.get(at..start).is_some_and(is_wide) {
            continue;
        }
        let Some(block) = c.structure.block_at(start) else { continue };
        let block = c.structure.blocks[block];
        if block.kind != BlockKind::Paragraph || at <= block.span.start as usize {
            continue;
        }
        let line = walk::head(text.get(start..block.span.end as usize).unwrap_or(""), FAR);
        let line = line.split('\n').next().unwrap_or("");
        let wide = line.char_indices().zip(line.chars().skip(1));
        let end = { wide }.find(|((_, one), two)| is_blank(*one) && is_blank(*two)).map(|((at, _), _)| at);
        let words = line.get(..end.unwrap_or(line.len())).unwrap_or(line).trim_end();
        let span = Span::new(start, start + words.len());
        let lead = Span::new(block.span.start as usize, walk::skip_space_back(text, start));
        if let Some(speaker) = told_in(c, lead).filter(|_| is_told_whole(words)) {
            let cue = span.start;
            found.push((
                span,
                Attributed { people: vec![speaker], cue, lemma: None, end: start, sentence_end: 0 },
            ));
        }
    }
    for (span, one) in found {
        if !quotes.taken.iter().rev().take(60).any(|taken| taken.overlaps(span)) {
            quotes.push(span, one, &DASH);
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

/// Two blanks or more on one line.
fn is_wide(gap: &str) -> bool {
    gap.chars().count() > 1 && gap.chars().all(is_blank)
}

/// The only one named in the last sentence of `lead`, whom it does not govern.
fn told_in(c: &Context, lead: Span) -> Option<u32> {
    let sentence = c.structure.sentences.at((lead.end as usize).checked_sub(1)?)?;
    if sentence.len() > FAR {
        return None;
    }
    let mentions = c.cast.within(Span { start: sentence.start.max(lead.start), end: lead.end });
    let &(first, person) = mentions.first()?;
    (mentions.iter().all(|(_, other)| *other == person) && subject::opens_sentence(c, first))
        .then_some(person)
}

/// Where the last dash before `to` stands that opens a quotation: behind the end of a sentence, before a capital.
fn opened(text: &str, from: usize, to: usize) -> Option<usize> {
    let from = (from..=to).find(|&at| text.is_char_boundary(at))?;
    let words = text.get(from..to)?;
    memchr::memrchr2_iter(b'-', 0xE2, words.as_bytes()).map(|at| from + at).find(|&at| {
        let apart = matches!(text.as_bytes().get(at.wrapping_sub(1)), Some(b' ' | 0xA0));
        if !apart {
            return false;
        }
        let rest = text.get(at..to).unwrap_or("");
        let behind = rest.strip_prefix(['–', '—', '-']).and_then(|rest| rest.strip_prefix([' ', '\u{a0}']));
        behind.is_some_and(|words| words.starts_with(|c: char| c.is_uppercase() || c == '”'))
            && matches!(
                walk::char_before(text, walk::skip_space_back(text, at)),
                None | Some('.' | '!' | '?' | ':' | '”' | '…' | ')')
            )
    })
}

/// *Anna Holm (S): – Det blir bra.*, with the name at the start of its line.
fn behind_names(c: &Context, all: &mut Vec<Dash>) {
    let text = c.source.text;
    static BEHIND: LazyLock<Finder> = LazyLock::new(|| Finder::new(": –"));
    if !c.intros.is_empty() || BEHIND.find(text.as_bytes()).is_none() {
        return;
    }
    let before = all.len();
    for &(mention, person) in &c.cast.mentions {
        let index = c.source.lines.index(mention.start as usize);
        let Some(line) = c.source.lines.get(index).filter(|l| l.start == mention.start) else { continue };
        let rest = text.get(mention.end as usize..line.end as usize).unwrap_or("");
        let Some((tail, words)) = rest.split_once(": –") else { continue };
        // Its party, its role.
        let plain = tail.is_empty() || tail.len() < 60 && tail.starts_with([',', ' ']) && !tail.contains('.');
        let Some(block) = c.structure.block_at(mention.start as usize).filter(|_| plain) else { continue };
        if !words.starts_with([' ', '\u{a0}']) || c.structure.blocks[block].kind == BlockKind::Heading {
            continue;
        }
        let start = mention.end as usize + tail.len() + 2;
        let end = paragraphs::end(c.source, start, c.block_lines[block].1 as usize);
        let span = Span::new(start, walk::skip_space_back(text, end));
        let cue = span.start - 2;
        let found = Attributed { people: vec![person], cue, lemma: None, end, sentence_end: end };
        let last = c.source.lines.index(end.saturating_sub(1));
        all.push(Dash { span, long: true, lines: (index, last), found: Some(found) });
    }
    if all.len() > before {
        all.sort_by_key(|dash| dash.span.start);
    }
}

/// Who speaks in a paragraph without an attribution of its own.
fn attributed(
    c: &Context,
    all: &[Dash],
    i: usize,
    interview: &Interview,
    only: Option<Only>,
) -> Option<Attributed> {
    let dash = &all[i];
    let again = || i.checked_sub(1).and_then(|j| interviews::asked_again(c, &all[j], dash));
    let led = attribution::lead_in(c, dash.span).or_else(|| interview.answer(c, dash)).or_else(again);
    if led.is_some() || !dash.long {
        return led;
    }
    // The paragraph before or after is the same speaker's.
    let near = |j: usize| {
        let other = all.get(j)?;
        let (first, second) = if j < i { (other, dash) } else { (dash, other) };
        let adjacent = c.source.lines.next_text(first.lines.1) == Some(second.lines.0);
        let at = dash.span.start;
        other.found.clone().filter(|_| adjacent).map(|found| Attributed { cue: at, ..found })
    };
    let asks = dash.span.of(c.source.text).trim_end().ends_with('?');
    let before = i.checked_sub(1).and_then(near);
    // "Anna Holm tvekade inte:"
    let at = walk::skip_space_back(c.source.text, dash.span.start as usize);
    let opened = || {
        let colon = walk::char_before(c.source.text, at) == Some(':');
        let sentence = c.structure.sentences.at(at.checked_sub(1)?).filter(|_| colon)?;
        // The sentence with the colon is the attribution, and no speech of its own, save where it tells what is said.
        let cue = if attribution::is_told(c, sentence) { dash.span.start } else { sentence.start };
        told_of(c, all, i).map(|found| Attributed { cue, ..found })
    };
    before
        .or_else(opened)
        .or_else(|| near(i + 1).filter(|_| !asks))
        .or_else(|| named_beside(c, dash))
        .or_else(|| told_of(c, all, i))
        .or_else(|| only.filter(|only| only.from < i).and_then(|only| of_only_one(c, all, i, only)))
        .or_else(|| Some(i).filter(|&i| i == 0).and_then(|_| named_next(c, dash)))
}

/// *– Bygget är för dyrt.⏎Anna Holm tog upp frågan i går.*: in the news, whole sentences that open the text, above one
/// that begins with a name.
fn named_next(c: &Context, dash: &Dash) -> Option<Attributed> {
    let news = matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog);
    let first = c.cast.mentions.first().filter(|_| news && c.intros.is_empty())?;
    let below = c.source.lines.get(c.source.lines.next_text(dash.lines.1)?)?;
    let mark = dash.span.end as usize;
    let fits = first.0.start == below.start
        && is_told_whole(dash.span.of(c.source.text))
        && !subject::is_genitive(c, first.0, first.1);
    fits.then(|| Attributed {
        people: vec![first.1],
        cue: dash.span.start,
        lemma: None,
        end: mark,
        sentence_end: 0,
    })
}

/// The only one whom attributions name.
#[derive(Clone, Copy)]
struct Only {
    person: u32,
    /// Index of the first paragraph with such an attribution, or behind the first place where the text names that one.
    from: usize,
}

impl Only {
    fn of(c: &Context, all: &[Dash]) -> Option<Only> {
        let mut named = all.iter().enumerate().filter_map(|(i, dash)| Some((i, dash.found.as_ref()?)));
        let (from, first) = named.next()?;
        let &[person] = first.people.as_slice() else { return None };
        // *Enligt Anna Holm är det klart.⏎– Vi är nöjda.⏎– Det blev bra, säger Anna Holm.*
        let mentions = c.cast.people.get(person as usize).map_or([].as_slice(), |one| &one.mentions);
        let told =
            mentions.first().map_or(usize::MAX, |m| all.partition_point(|dash| dash.span.start < m.start));
        let from = from.min(told.saturating_sub(1));
        named.all(|(_, found)| found.people == [person]).then_some(Only { person, from })
    }
}

/// The one whom all attributions name, some of them before, where the text quotes nobody else.
fn of_only_one(c: &Context, all: &[Dash], i: usize, only: Only) -> Option<Attributed> {
    let dash = &all[i];
    if !is_told_whole(dash.span.of(c.source.text)) {
        return None;
    }
    // Points of a list stand on end.
    let adjoins = |one: &Dash, next: &Dash| c.source.lines.next_text(one.lines.1) == Some(next.lines.0);
    let listed = all.get(i + 1).is_some_and(|next| adjoins(dash, next))
        || i > 0 && all[i - 1].found.is_none() && adjoins(&all[i - 1], dash);
    (!listed).then(|| Attributed {
        people: vec![only.person],
        cue: dash.span.start,
        lemma: None,
        end: dash.span.end as usize,
        sentence_end: 0,
    })
}

/// *Anna Holm, rektor* on the line above or below, with whatever marks it has there: *{{< quote "Anna Holm, rektor" >}}*,
/// */Anna Holm*.
fn named_beside(c: &Context, dash: &Dash) -> Option<Attributed> {
    if !is_told_whole(dash.span.of(c.source.text)) {
        return None;
    }
    let above = c.source.lines.previous_text(dash.lines.0).and_then(|i| c.source.lines.get(i));
    let named = above.and_then(|line| attribution::name_line(c, *line, dash.span));
    named.or_else(|| {
        let below = c.source.lines.get(dash.lines.1 + 1)?;
        attribution::name_line(c, *below, dash.span)
    })
}

/// Whole sentences, not the points of a list.
pub(super) fn is_told_whole(words: &str) -> bool {
    let opens = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    opens.starts_with(|c: char| !c.is_lowercase())
        && (words.ends_with(['.', '!', '?', '”', '…']) || words.contains(". "))
        && words.split_whitespace().nth(4).is_some()
}

/// The one named last in the paragraph before, which tells of him or her: *Anna Holm är rektor.⏎– Det blir bra.*
pub(super) fn told_of(c: &Context, all: &[Dash], i: usize) -> Option<Attributed> {
    let text = c.source.text;
    let dash = &all[i];
    if !is_told_whole(dash.span.of(text)) {
        return None;
    }
    let above = c.source.lines.previous_text(dash.lines.0)?;
    if i > 0 && all[i - 1].lines.1 == above {
        return None;
    }
    let block = c.structure.block_at(c.source.lines.get(above)?.start as usize)?;
    if c.structure.blocks[block].kind != BlockKind::Paragraph {
        return None;
    }
    let (first, _) = *c.block_lines.get(block)?;
    let from = (first as usize..=above)
        .rev()
        .take(12)
        .find(|&line| line == first as usize || !paragraphs::goes_on(c.source, line - 1, line - 1, above))?;
    let before = Span { start: c.source.lines.get(from)?.start, end: c.source.lines.get(above)?.end };
    if !before.of(text).trim_end().ends_with(['.', '!', ':']) {
        return None;
    }
    let mut words = before.of(text).split(|c: char| !c.is_alphabetic());
    // *Hon frågade ministern Per Ek.⏎– Han svarade inte.*: she goes on.
    let goes_on = words.next().is_some_and(|word| PERSONS.has(word));
    let named = told_last(c, before);
    if goes_on || named.is_none() {
        // "Han tycker att det är fel.⏎– Det är inte rätt tid.": the one who was quoted last.
        let meant = goes_on || words.any(|word| PERSONS.has(word));
        let last = i.checked_sub(1).and_then(|j| all[j].found.clone()).filter(|_| meant);
        if let Some(last) = last {
            return Some(Attributed { cue: dash.span.start, lemma: None, sentence_end: 0, ..last });
        }
    }
    let (mention, person) = named?;
    // Several dashes on end are the points of a list as well.
    let listed = all.get(i + 1).is_some_and(|next| {
        c.source.lines.next_text(dash.lines.1) == Some(next.lines.0)
            && all.get(i + 2).is_some_and(|last| c.source.lines.next_text(next.lines.1) == Some(last.lines.0))
    });
    // (*Enligt Anna Holm är det klart.*, *Den motionen skrevs av Anna Holm.*, above what she says herself.)
    let source = || {
        walk::previous_word(text, mention.start as usize)
            .is_some_and(|(from, to)| ACCORDING.has(text.get(from..to).unwrap_or("")))
    };
    let last = || {
        let own = dash.span.of(text).split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word));
        own && text.get(mention.end as usize..before.end as usize).is_some_and(|rest| rest.trim().len() < 2)
    };
    let subject = subject::opens_sentence(c, mention) || source() || last();
    (!listed && subject).then_some(Attributed {
        people: vec![person],
        cue: dash.span.start,
        lemma: None,
        end: dash.span.end as usize,
        sentence_end: 0,
    })
}

/// The one named last in `before`, save where the last sentence that names anybody begins with another, and the last one
/// stands in a clause of it: *Anna Holm, som Ek hänvisar till, är förvånad*, *Anna Holm säger att Ek inte frågade*.
fn told_last(c: &Context, before: Span) -> Option<(Span, u32)> {
    let text = c.source.text;
    let &last = c.cast.within(before).last()?;
    let Some(sentence) = c.structure.sentences.at(last.0.start as usize) else { return Some(last) };
    let Some(&first) = c.cast.within(sentence).first() else { return Some(last) };
    let lead = text.get(sentence.start as usize..first.0.start as usize)?;
    let opens =
        lead.split_whitespace().all(|word| is_role(c.source, word) || word.ends_with(OFFICE_GENITIVE));
    let between = text.get(first.0.end as usize..last.0.start as usize).unwrap_or("");
    let inner = between.split(|c: char| !c.is_alphabetic()).any(|word| OPENS_INNER.has(word));
    Some(if opens && inner && !subject::is_genitive(c, first.0, first.1) { first } else { last })
}

/// A hyphen, a backslash or a mark of a quoted line before one, or the first byte of the long dashes.
fn may_be_dash(first: Option<&u8>) -> bool {
    matches!(first, Some(b'-' | b'\\' | b'>' | b'*' | b'_' | 0xE2))
}

/// Where the dash stands that `line` begins with, how wide it is, and whether it is a long one.
fn dash(line: &str) -> Option<(usize, bool)> {
    if !may_be_dash(line.as_bytes().first()) {
        return None;
    }
    // *> – Vi*, *\*– Vi\**, *• – Vi*
    let marks = ['>', ' ', '*', '_', '•', '●'];
    let quoted = line.len() - line.trim_start_matches(marks).len();
    let quoted = if quoted < 9 && line.starts_with(marks) { quoted } else { 0 };
    let mut chars = line.get(quoted..)?.chars();
    let (c, next) = (chars.next()?, chars.next()?);
    let (c, next) = if c == '\\' { (next, chars.next()?) } else { (c, next) };
    let long = matches!(c, '–' | '—' | '―' | '−');
    let blank = matches!(next, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    // *-Vi är klara, säger Anna*: a blank got lost.
    // (*-AB Ekby är klart*)
    let letters = chars.as_str().trim_start_matches(char::is_uppercase);
    let glued =
        c == '-' && next.is_uppercase() && letters.starts_with(|c: char| c.is_lowercase() || c == ' ');
    let opens = blank || glued || long && (next.is_uppercase() || next == '”');
    if quoted > 0 && !long && !line.starts_with('>') {
        return None;
    }
    ((long || c == '-') && opens && !chars.as_str().is_empty()).then_some((quoted, long))
}

/// The dash paragraphs of a block with these lines: each from its dash to the next one, or to its paragraph's end.
fn split_block(source: &Source, lines: (u32, u32), all: &mut Vec<Dash>) {
    let before = all.len();
    let (first, last) = (lines.0 as usize, lines.1 as usize);
    for (i, line) in (first..).zip(source.lines.get(first..=last).unwrap_or_default()) {
        // Most blocks have no dash at all.
        let may_open = may_be_dash(source.text.as_bytes().get(line.start as usize));
        if !may_open && all.len() == before {
            continue;
        }
        if let Some((quoted, long)) = dash(line.text(source.text)) {
            let span = Span { start: line.start + quoted as u32, end: line.end };
            all.push(Dash { span, long, lines: (i, i), found: None });
        } else if let Some(dash) = all.get_mut(before..).and_then(<[Dash]>::last_mut)
            && dash.lines.1 + 1 == i
            && paragraphs::goes_on(source, dash.lines.0, dash.lines.1, last)
        {
            dash.span.end = line.end;
            dash.lines.1 = i;
        }
    }
}

/// What of a dash paragraph is the quotation: up to the attribution, or past it if the words go on.
fn quoted(c: &Context, span: Span, found: &Attributed) -> Span {
    let rest = Span::new(found.sentence_end.min(span.end as usize), span.end as usize);
    let mut end = None;
    for sentence in c.structure.sentences.within(rest) {
        if attribution::is_told(c, *sentence) {
            break;
        }
        end = Some((sentence.end as usize).min(span.end as usize));
    }
    // Inside one sentence: "– Vi gör, säger Anna Holm, vårt bästa." is left with its attribution.
    let end = end.unwrap_or(found.end).max(span.start as usize + 1);
    Span::new(span.start as usize, walk::skip_space_back(c.source.text, end))
}
