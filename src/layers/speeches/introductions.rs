//! Lines that introduce speakers in forms of their own, told by how the words below them begin: *Ltl Harry Berg:*,
//! *Ledamot Anna Holm, replik* on a line, *Anna Holm (S): Fru ordförande! …*.

use super::context::Context;
use super::subject_gap::{ORDER, is, is_role};
use crate::document::Span;
use crate::layers::people::Intro;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{CHAIRS, REPLIES};
use crate::lexicon::sets::speeches::{ADDRESSES, ADDRESSES_CHAIR, SPEAKER_TITLES};
use crate::text::lines::Line;
use crate::text::walk;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Longer lines tell more than who speaks.
const LONGEST: usize = 110;

/// The introductions with those that were not known, if there are any.
pub(super) fn more(c: &Context) -> Option<Vec<Intro>> {
    if c.intros.is_empty() && !is_addressed(c.source.text) {
        return None;
    }
    let (mut found, mut addressed) = (Vec::new(), 0);
    for &(mention, _) in &c.cast.mentions {
        let Some(line) = c.source.lines.get(c.source.lines.index(mention.start as usize)) else { continue };
        let Some((intro, addresses)) = introduction(c, *line, mention) else { continue };
        addressed += usize::from(addresses);
        found.push(intro);
    }
    if found.is_empty()
        || c.intros.is_empty() && (found.len() < 3 || addressed < 2 || 3 * addressed < found.len())
    {
        return None;
    }
    found.extend(chairs(c));
    let mut all = c.intros.to_vec();
    all.extend(found);
    all.sort_by_key(|intro| (intro.line.start, intro.line.end));
    all.dedup_by(|next, last| next.line.start < last.line.end);
    Some(all)
}

/// Whether somebody is addressed as those are who lead a meeting.
fn is_addressed(text: &str) -> bool {
    static ADDRESSES: LazyLock<Vec<Finder>> =
        LazyLock::new(|| ADDRESSES_CHAIR.iter().map(Finder::new).collect());
    ADDRESSES.iter().any(|address| address.find(text.as_bytes()).is_some())
}

/// The introduction that `line` is, if `mention` is its speaker, and whether the words below address the chair.
fn introduction(c: &Context, line: Line, mention: Span) -> Option<(Intro, bool)> {
    let text = c.source.text;
    if c.intros.binary_search_by_key(&line.start, |known| known.line.start).is_ok() {
        return None;
    }
    let lead = text.get(line.start as usize..mention.start as usize).filter(|lead| lead.len() < LONGEST)?;
    let lead = lead.trim_matches(['*', '#', '_', ' ']);
    if !lead.split_whitespace().all(|word| is_title(c, word)) {
        return None;
    }
    let tail = text.get(mention.end as usize..line.end as usize)?;
    let (named, rest) = match tail.find(':') {
        Some(colon) if colon < LONGEST => (&tail[..colon], Some(colon + 1)),
        _ => (tail, None),
    };
    let mut named = named.trim_matches(['*', '_', ' ', '\u{a0}']);
    for reply in REPLIES {
        named = named.strip_suffix(*reply).unwrap_or(named).trim_end_matches([' ', ',']);
    }
    // A party, or the place that tells one Nilsson from the others.
    let party = named.is_empty() || named.starts_with('(') && named.ends_with(')') && named.len() < 12;
    let placed = named.starts_with("i ") && named.split_whitespace().count() == 2;
    if !(party || placed) {
        return None;
    }
    let end = rest.map_or(line.end as usize, |rest| mention.end as usize + rest);
    let said = walk::skip_space(text, end);
    let said = said + text.get(said..)?.len() - text.get(said..)?.trim_start_matches(['*', '_', ' ']).len();
    let addresses = addresses(text, said);
    let opens = walk::char_at(text, said).is_some_and(char::is_uppercase);
    let marked = !lead.is_empty() || named.starts_with('(');
    let fits = match rest {
        Some(_) => opens && (addresses || marked),
        None => addresses && !lead.is_empty(),
    };
    let intro = Intro { line: Span::new(line.start as usize, end), name: mention };
    fits.then_some((intro, addresses))
}

fn is_title(c: &Context, word: &str) -> bool {
    let word = word.trim_end_matches('.');
    SPEAKER_TITLES.has(word)
        || is(word, ORDER)
        || is_role(c.source, word)
        || c.source.lexicon.classes_of(word).has(Classes::TITLE)
}

/// *Talman!*, *Fru ordförande!*, *Tack, herr talman!*
fn addresses(text: &str, at: usize) -> bool {
    let first = walk::head(text.get(at..).unwrap_or(""), 40);
    let Some(mark) = first.find(['!', ',', '.']) else { return false };
    let mut words = first[..mark].split_whitespace();
    words.next().is_some_and(|w| ADDRESSES.has(w)) && words.all(|w| ADDRESSES.has(w) || is(w, ORDER))
}

/// Lines in which the chair's title alone stands, and such a title before a colon.
fn chairs<'c>(c: &'c Context) -> impl Iterator<Item = Intro> + 'c {
    let text = c.source.text;
    c.source.cues.of(Classes::ROLE).filter_map(move |cue| {
        let line = *c.source.lines.get(c.source.lines.index(cue.start as usize))?;
        let lead = text.get(line.start as usize..cue.start as usize).filter(|lead| lead.len() < 30)?;
        let plain =
            lead.split_whitespace().all(|w| is(w.trim_matches('*'), ORDER) || w.trim_matches('*').is_empty());
        let tail = text.get(cue.end()..line.end as usize)?.trim_start_matches('*');
        if !plain || !CHAIRS.has(cue.span().of(text)) || !(tail.is_empty() || tail.starts_with(':')) {
            return None;
        }
        let end = if tail.is_empty() {
            line.end as usize
        } else {
            cue.end() + text.get(cue.end()..)?.find(':')? + 1
        };
        Some(Intro { line: Span::new(line.start as usize, end), name: cue.span() })
    })
}
