//! Presentations: the body under a heading whose presenter is named in a line of its own or in the heading.

use super::clauses::title_sentence;
use super::context::Context;
use super::subject;
use super::subject_gap::{GOVERNOR, is};
use super::verb::Verb;
use crate::document::rule::rule;
use crate::document::{BlockKind, Heading, HeadingKind, Span, Speech, SpeechMode};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{AV_APART, TILL_WORD};
use crate::lexicon::sets::speeches::{
    AS_SPOKEN, BY, BYLINE_LABELS, CHOICES, CREDITS, FINITE, GENITIVE_TALK, GIVEN, GREETS, HAS_FLOOR,
    LECTURER, NO_BYLINE, NO_TALK, OF_MEETING, OF_MINISTER, REACHED_BY, SPEECH_END, SPEECH_NOTES, SPOKEN,
    SUBMITS, TALK,
};
use crate::scan::{Cue, Source};
use crate::text::search::seek;
use crate::text::walk;
use crate::words::lower::{has_in_any_case, lowered};

rule! {
    /// The body under a heading whose presenter is named in the line below it.
    pub(super) BYLINE = "speech.byline";
    finds "# Möte\n\n## Bygget\n\nAnna Holm, verksamhetschef\n\n⟦Bygget går bra och blir klart i tid.⟧\n" = "presentation";
    finds "# Möte\n\n## Bygget\n\nFöredragande: Anna Holm\n\n⟦Bygget går bra och blir klart i tid.⟧\n" = "presentation";
    passes "# Möte\n\n## Bygget\n\nAnna Holm var där och bygget går bra.\n";
    passes "# Möte\n\n## Närvarande\n\nAnna Holm, verksamhetschef\n\nBygget går bra och blir klart i tid.\n";
}

rule! {
    /// The body under a heading that names its speaker.
    pub(super) HEADED = "speech.headed";
    finds "# Tal av kulturminister Anna Holm\n\n⟦Kära vänner! Det är vår, och vi är många som har kommit.⟧\n" = "presentation";
    finds "# Möte\n\n## Rektor Anna Holm informerar\n\n⟦Det är vår, och vi är många som har kommit till bygget.⟧\n" = "presentation";
    passes "# Bygget\n\nAnna Holm kom.\n";
    passes "# Förslag av Anna Holm\n\nDet är vår, och vi är många som har kommit till bygget.\n";
}

pub(super) fn find(c: &Context) -> Vec<Speech> {
    let (mut found, mut mention) = (Vec::new(), 0);
    // Where speakers are introduced one by one, a name under a heading is the first of them.
    if !c.intros.is_empty() {
        return found;
    }
    for (i, heading) in c.structure.headings.iter().enumerate() {
        let title = heading.kind == HeadingKind::Title;
        let presenter = if title { None } else { presenter(c, heading) };
        if presenter.is_none() && names_no_talk(&heading.title) {
            continue;
        }
        let end = c.structure.section_end(i, c.source.text);
        mention = seek(&c.cast.mentions, mention, |(m, _)| m.start < heading.span.start);
        let first = c.cast.mentions.get(mention).filter(|(m, _)| m.start < heading.span.end);
        let named = presenter
            .or_else(|| headed(c.source, first?, heading.span))
            .or_else(|| alone(c, first?, heading, end).filter(|_| !title));
        let (people, cue, from, rule) = match named {
            Some(people) => (people, heading.span.start, heading.span.end as usize, HEADED.here()),
            None if title => continue,
            None => match byline(c, heading.span.end as usize, end) {
                Some((people, line)) => (people, line.start, line.end as usize, BYLINE.here()),
                None => continue,
            },
        };
        let end = if title { c.source.text.len() } else { end };
        let Some(span) = body(c, from, end) else { continue };
        found.push(Speech { cue, span, mode: SpeechMode::Presentation, verb: None, speakers: people, rule });
    }
    found.extend(labelled(c, &found));
    found.extend(submitted(c));
    found
}

/// *Anna Holm (Umeå)*, a name alone as heading, where what stands below begins with what the same person tells.
fn alone(c: &Context, first: &(Span, u32), heading: &Heading, end: usize) -> Option<Vec<u32>> {
    let text = c.source.text;
    let (mention, person) = *first;
    let lead = text.get(heading.span.start as usize..mention.start as usize)?;
    let tail = text.get(mention.end as usize..heading.span.end as usize)?.trim();
    let plain = tail.is_empty() || tail.starts_with(['(', ',', '–', '-']);
    if lead.contains(char::is_alphabetic) || !plain || tail.len() > 90 {
        return None;
    }
    let below = c.structure.sentences.within(Span::new(heading.span.end as usize, end));
    let opening = *below.first()?;
    let told = c.source.cues.within(opening).iter().filter(|c| c.has(Classes::SAYS)).take(4).any(|&cue| {
        let verb = Verb::of(c.source, cue);
        verb.speaks(c.source)
            && subject::of(c, opening, verb, 0).is_some_and(|subject| subject.people == [person])
    });
    told.then(|| vec![person])
}

/// *Ordföranden informerar*, *Anna Holm har ordet*, *Information från rektor Anna Holm* as headings.
fn presenter(c: &Context, heading: &Heading) -> Option<Vec<u32>> {
    let text = c.source.text;
    let cues = c.source.cues.within(heading.span);
    let says = cues.iter().filter(|c| c.has(Classes::SAYS)).take(2);
    // With a full stop it is a sentence of its own.
    let stopped = heading.title.trim_end().ends_with('.');
    let present = |cue: &&Cue| !stopped && cue.span().of(text).ends_with('r');
    let by_verb = says.filter(present).find_map(|cue| {
        let sentence = title_sentence(text, heading, cue.start as usize, cue.end())?;
        let verb = Verb::of(c.source, *cue);
        if OF_MEETING.has(verb.lemma) || GREETS.has(verb.lemma) {
            return None;
        }
        subject::before(c, sentence, verb, 0).map(|subject| subject.people)
    });
    if by_verb.is_some() {
        return by_verb;
    }
    // "Information från ordföranden", "Rektor Anna Holm har ordet".
    let source = heading.span.of(text).split_whitespace().any(|w| GIVEN.has(w));
    let named = c.cast.within(heading.span).first().copied();
    let role = cues.iter().find(|c| c.has(Classes::ROLE));
    let start = match (named, role) {
        (Some((mention, _)), _) => mention.start as usize,
        (None, Some(role)) => role.start as usize,
        (None, None) => return None,
    };
    let mut at = start;
    let mut from = false;
    for _ in 0..4 {
        let Some((first, last)) =
            walk::previous_word(text, at).filter(|w| w.0 >= heading.span.start as usize)
        else {
            break;
        };
        let word = text.get(first..last)?;
        if BY.has(word) {
            from = true;
            break;
        }
        at = first;
    }
    let end = named.map_or_else(|| walk::word_end(text, start), |(mention, _)| mention.end as usize);
    let floor = walk::phrase(text, walk::skip_space(text, end), HAS_FLOOR).is_some();
    // "Bygget (föredragande Anna Holm)"
    let lecturer = walk::previous_word(text, start)
        .is_some_and(|(from, to)| LECTURER.has(text.get(from..to).unwrap_or("")));
    if !(floor || from && source || lecturer && named.is_some()) {
        return None;
    }
    match named {
        Some((_, person)) => Some(vec![person]),
        None => c.titled(start, end).map(|person| vec![person]),
    }
}

/// What follows a line *Föredragande: statsrådet Holm* that does not stand right under a heading.
fn labelled(c: &Context, found: &[Speech]) -> Vec<Speech> {
    let text = c.source.text;
    let mut more: Vec<Speech> = Vec::new();
    // Those right under their headings are found.
    let mut known: Vec<u32> = found.iter().map(|s| s.cue).collect();
    known.sort_unstable();
    for cue in c.source.cues.of(Classes::ROLE) {
        let end = cue.end();
        let line = c.source.lines.get(c.source.lines.index(end)).filter(|l| l.start == cue.start);
        let Some(line) = line.filter(|_| text.get(end..).is_some_and(|rest| rest.starts_with(':'))) else {
            continue;
        };
        if !LECTURER.has(cue.span().of(text)) {
            continue;
        }
        let mentions = c.cast.within(Span { start: line.start, end: line.end });
        if mentions.last().is_none_or(|(m, _)| line.end.saturating_sub(m.end) > 60) {
            continue;
        }
        let heading = c.structure.heading_at(end);
        if heading.is_some_and(|h| names_no_talk(&c.structure.headings[h].title)) {
            continue;
        }
        if known.binary_search(&{ cue.start }).is_ok() || more.last().is_some_and(|s| s.span.end > cue.start)
        {
            continue;
        }
        let until = c.structure.headings.partition_point(|h| (h.span.start as usize) < end);
        let until = c.structure.headings.get(until).map_or(text.len(), |h| h.span.start as usize);
        let Some(span) = body(c, line.end as usize, until) else { continue };
        let people = subject::list_forward(c, Span { start: line.start, end: line.end });
        let mode = SpeechMode::Presentation;
        more.push(Speech { cue: cue.start, span, mode, verb: None, speakers: people, rule: BYLINE.here() });
    }
    more
}

/// What a minister submits: the text after a paragraph that ends with *statsrådet Holm, anför.*
fn submitted(c: &Context) -> Option<Speech> {
    let text = c.source.text;
    let cue = c.source.cues.of(Classes::SAYS).find(|cue| {
        let rest = text.get(cue.end()..).unwrap_or("");
        walk::same_word(cue.span().of(text), SUBMITS)
            // *Anna Holm (M) anför:* opens what a member adds, *statsrådet Holm, anför:* the whole.
            && (rest.starts_with('.') || rest.starts_with(':') && text[..cue.start as usize].ends_with(", "))
            && rest.get(1..).is_some_and(|r| r.starts_with(['\n', '\r']))
    })?;
    let sentence = c.structure.sentences.at(cue.start as usize)?;
    let subject = subject::of(c, sentence, Verb::of(c.source, cue), 0)?;
    let span = body(c, cue.end() + 1, text.len())?;
    Some(Speech {
        cue: cue.start,
        span,
        mode: SpeechMode::Presentation,
        verb: None,
        speakers: subject.people,
        rule: BYLINE.here(),
    })
}

/// Headings under which names stand for other reasons: attendance, elections, signatures, votes.
fn names_no_talk(title: &str) -> bool {
    // By their first letters, the second ones as bits: most titles begin otherwise.
    const BEGINNINGS: [u32; 32] = {
        let (mut beginnings, mut i) = ([0; 32], 0);
        while i < NO_TALK.len() {
            let word = NO_TALK[i].as_bytes();
            beginnings[(word[0] % 32) as usize] |= 1 << (word[1] % 32);
            i += 1;
        }
        beginnings
    };
    let &[first, second, ..] = title.as_bytes() else { return false };
    BEGINNINGS[usize::from(first % 32)] >> (second % 32) & 1 == 1
        && NO_TALK.iter().any(|w| walk::starts_with_word(title, w))
}

/// *Tal av kulturminister Anna Holm*, *Anförande av …*, *Föredragning av …*, by the first name in the heading.
fn headed(source: &Source, first: &(Span, u32), heading: Span) -> Option<Vec<u32>> {
    let text = source.text;
    let (mention, person) = *first;
    let before = text.get(heading.start as usize..mention.start as usize)?;
    let spoken = |before: &str| {
        let lower = before.to_lowercase();
        let named = lower.split(|c: char| !c.is_alphabetic()).any(|w| {
            SPOKEN.has(w) || w.ends_with(SPEECH_END) || w.ends_with(OF_MINISTER) && lower.contains(TALK)
        });
        named && (lower.contains(AV_APART) || lower.trim_end().ends_with(':') || lower.contains(TALK))
    };
    let own = |after: &str| {
        let after = after.to_lowercase();
        after.starts_with("s ") && after.split(|c: char| !c.is_alphabetic()).any(|word| SPOKEN.has(word))
            || after.contains(GENITIVE_TALK)
    };
    let after = text.get(mention.end as usize..heading.end as usize)?;
    // Most names in headings have nothing before them, and no talk of theirs after them.
    let may_own = matches!(after.as_bytes(), [b's' | b'S', b' ', ..]) || has_in_any_case(after, "s tal ");
    (!before.is_empty() && spoken(before) || may_own && own(after)).then(|| vec![person])
}

/// A line with names and roles only, right under the heading, and the people.
fn byline(c: &Context, from: usize, end: usize) -> Option<(Vec<u32>, Span)> {
    let text = c.source.text;
    let at = c.structure.blocks.partition_point(|b| (b.span.start as usize) < from);
    let block = c.structure.blocks.get(at).filter(|b| (b.span.start as usize) < end)?;
    if !matches!(block.kind, BlockKind::Paragraph) || block.span.len() > 260 {
        return None;
    }
    let (first_line, last_line) = *c.block_lines.get(at)?;
    let line = c.source.lines.get(first_line as usize)?;
    // A byline is a paragraph of its own, or the first line before text.
    let own = first_line == last_line;
    let line = Span { start: line.start, end: line.end };
    let line = if own { block.span } else { line };
    let mentions = c.cast.within(line);
    let (first, _) = mentions.first()?;
    let lead = text.get(line.start as usize..first.start as usize)?.trim().to_lowercase();
    let labelled = BYLINE_LABELS.iter().any(|w| lead.trim_end_matches([':', ' ']).starts_with(w));
    // "till energiminister Anna Holm" names whom the text is for.
    let addressed = lead.split_whitespace().next().is_some_and(|w| is(w, GOVERNOR));
    let role_lead = lead.is_empty()
        || !addressed && lead.split_whitespace().count() <= 4 && ends_in_role(c.source, first.start as usize);
    // *Handläggare: Anna Holm* wrote it, *Anna Holm, rektor. Foto: Per Ek* is below a picture.
    let prepared = lead.split(|c: char| !c.is_alphabetic()).any(|word| NO_BYLINE.has(word));
    let credited = line
        .of(text)
        .split(':')
        .any(|part| CREDITS.has(part.get(walk::word_start(part, part.len())..).unwrap_or("")));
    if !(labelled || role_lead) || prepared || credited || is_reached(text, line.end as usize) {
        return None;
    }
    let tail = text.get(mentions.last()?.0.end as usize..line.end as usize)?;
    let plain = tail.trim().trim_end_matches('.').len() < 120 && !tail.trim_end_matches('.').contains(". ");
    let verbs = c.source.cues.within(line).iter().any(|c| c.has(Classes::SAYS.or(Classes::SETTLES)));
    let finite = line.of(text).split(|c: char| !c.is_alphabetic()).any(|w| FINITE.has(w));
    let people: Vec<u32> = {
        let mut all: Vec<u32> = mentions.iter().map(|&(_, p)| p).collect();
        all.dedup();
        all
    };
    // "av Anna Holm (S) till utbildningsminister Per Ek": one asks another.
    let between = text.get(first.end as usize..mentions.last()?.0.start.max(first.end) as usize)?;
    let asks = between.split_whitespace().any(|word| word == TILL_WORD);
    let comma = tail.trim_start().starts_with(',')
        || tail.trim_matches(['.', ' ']).is_empty()
        || tail.trim_start().starts_with('(');
    // A list of names is no talk: what follows a byline is prose.
    let next = c.structure.blocks.get(at + 1).map_or(line.end as usize, |b| b.span.start as usize);
    let listed = c.structure.blocks.get(at + 1).is_some_and(|b| b.span.len() < 110)
        && c.cast.within(Span::new(next, (next + 3).min(text.len()))).first().is_some_and(|(m, _)| {
            c.source
                .lines
                .get(c.source.lines.index(next))
                .is_some_and(|l| l.len() < 110 && m.start as usize == next)
        });
    if own && listed {
        return None;
    }
    // Names without any role below an election are those who were chosen.
    let elected = |heading: &Heading| CHOICES.iter().any(|w| has_in_any_case(&heading.title, w));
    let heading = c.structure.heading_at(from).map(|h| &c.structure.headings[h]);
    let several = mentions.len() > 1 && !ranks(c.source, line) && heading.is_some_and(elected);
    // A name alone on the line may be a signature or an attendant: others must follow with prose.
    (plain && !verbs && !finite && !several && !asks && (comma || labelled) && (own || labelled))
        .then_some((people, line))
}

/// Whether below the line that ends at `at` stands where somebody is reached: *E-post*, *Tel*.
fn is_reached(text: &str, at: usize) -> bool {
    let below = walk::head(text.get(at..).unwrap_or("").trim_start(), 120);
    let first = below.get(..walk::word_end(below, 0)).unwrap_or("");
    REACHED_BY.has(first) || below.lines().next().is_some_and(|line| line.contains('@'))
}

/// Whether a role stands in `line`.
fn ranks(source: &Source, line: Span) -> bool {
    source.cues.within(line).iter().any(|c| c.has(Classes::ROLE.or(Classes::TITLE)))
}

fn ends_in_role(source: &Source, at: usize) -> bool {
    let Some((start, end)) = walk::previous_word(source.text, at) else { return false };
    source.lexicon.classes_of(source.text.get(start..end).unwrap_or("")).has(Classes::ROLE.or(Classes::TITLE))
}

/// The text between `from` and `end`, without a date line and *Det talade ordet gäller*.
pub(super) fn body(c: &Context, from: usize, end: usize) -> Option<Span> {
    let text = c.source.text;
    let mut start = None;
    let mut stop = from;
    let at = c.structure.blocks.partition_point(|b| (b.span.end as usize) <= from);
    // Prose: whole sentences, not the cells of a table.
    let (mut prose, mut cells) = (0, 0);
    for block in c.structure.blocks.iter().skip(at).take_while(|b| (b.span.end as usize) <= end) {
        let begin = (block.span.start as usize).max(walk::skip_space(text, from));
        if matches!(block.kind, BlockKind::Furniture | BlockKind::Markup) || begin >= end {
            continue;
        }
        let written = text.get(begin..block.span.end as usize).unwrap_or("");
        if start.is_none() && block.kind != BlockKind::Heading && preamble(c.source, written, begin) {
            continue;
        }
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
            && written.len() > 20
            // (Names alone are signatures.)
            && written.split(' ').filter(|word| word.starts_with(char::is_lowercase)).nth(1).is_some()
        {
            prose += written.len();
        } else if block.kind != BlockKind::Heading {
            cells += 1;
        }
        start.get_or_insert(begin);
        stop = (block.span.end as usize).min(end);
    }
    let start = start.filter(|&s| s < stop && prose > 0 && prose / 20 >= cells)?;
    Some(Span::new(start, walk::skip_space_back(text, stop)))
}

/// Lines between a speech's heading and its words: place and day, *Det talade ordet gäller*.
fn preamble(source: &Source, block: &str, at: usize) -> bool {
    let lower = if block.len() < 500 { lowered(block) } else { return false };
    if AS_SPOKEN.iter().any(|words| lower.contains(words)) {
        return true;
    }
    if block.len() > 140 || block.contains(['!', '?']) {
        return false;
    }
    if lower.contains("check against delivery") || SPEECH_NOTES.iter().any(|note| lower.starts_with(note)) {
        return true;
    }
    // Place and day: "Stockholm, 17 maj 2023".
    let cues = source.cues.within(Span::new(at, at + block.len()));
    let dated = cues.iter().any(|c| c.has(Classes::NUMBER)) && cues.iter().any(|c| c.has(Classes::DATE));
    dated && block.split_whitespace().count() <= 10
}
