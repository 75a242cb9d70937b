//! Who said it: the words before, inside or behind a quotation that name its speaker.

use super::super::context::Context;
use super::super::subject;
use super::super::subject_gap::is_role;
use super::super::verb::Verb;
use crate::document::{DocumentKind, Span};
use crate::layers::structure::Block;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::{DET_WORD, ENLIGT_OPENS, OCH_OR_SAMT, OM_WORD, SA, SOM_WORD};
use crate::lexicon::sets::speeches::{
    ACCORDING, BY, CHARACTERIZES, FIRST_PERSON, LIGHT, MOVES, OFFICE_GENITIVE, OPENS_QUOTE, SOURCES,
};
use crate::text::lines::Line;
use crate::text::walk;

/// Longest quotation between marks, and longest sentence before one, that is looked through, in bytes.
pub(super) const LONGEST: usize = 4000;

/// The marks before the words of a point or a heading are no longer, in bytes.
const BULLET: usize = 12;

/// Longest line that holds nothing but a speaker's name and role, in bytes.
const LONGEST_NAME_LINE: usize = 160;

/// An attribution inside a stretch of text.
#[derive(Clone, Debug)]
pub(super) struct Attributed {
    pub people: Vec<u32>,
    /// Where the verb or the colon stands.
    pub cue: u32,
    /// None where no verb does the work: *Anna Holm: ”…”*.
    pub lemma: Option<&'static str>,
    /// Where the quoted words end if the attribution closes the quotation.
    pub end: usize,
    /// End of the sentence with the attribution.
    pub sentence_end: usize,
}

/// Whom the heading above names first, for a block that is nothing but the quotation at `span`: *## Anna Holm (C), 3 maj⏎- ”Vi är klara.”*
pub(super) fn under_name(c: &Context, span: Span, block: Block) -> Option<Attributed> {
    let text = c.source.text;
    let mark = |range: std::ops::Range<usize>| {
        range.len() <= BULLET && text.get(range).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
    };
    let whole = mark(block.span.start as usize..span.start as usize)
        && mark(span.end as usize..block.span.end as usize);
    if !whole {
        return None;
    }
    let heading = c.structure.headings[c.structure.heading_at(span.start as usize)?].span;
    let &(name, person) = c.cast.within(heading).first()?;
    mark(heading.start as usize..name.start as usize).then(|| Attributed {
        people: vec![person],
        cue: span.start,
        lemma: None,
        end: span.end as usize,
        sentence_end: span.end as usize,
    })
}

/// The first attribution in `span`: a verb of speaking with its subject after it.
pub(super) fn inside(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    for cue in c.source.cues.within(span).iter().filter(|c| c.has(Classes::SAYS)) {
        let before = walk::skip_space_back(text, cue.start as usize);
        let mark = walk::char_before(text, before)?;
        let marked = matches!(mark, ',' | '”' | '"' | '?' | '!' | '.' | '»' | '“' | '…' | '–');
        let marked = marked || behind_so(text, before);
        let verb = Verb::of(c.source, *cue);
        if !verb.quotes(c.source) || !marked && !LIGHT.has(verb.lemma) {
            continue;
        }
        // A sentence may have been cut before a small letter: the whole paragraph is looked at.
        let people = match subject::after(c, span, verb, 0) {
            Some(subject) => subject.people,
            None if marked => {
                let person = behind_noun(c, cue.end(), span);
                match person.or_else(|| subject::taken_up(c, verb, span.start as usize)) {
                    Some(person) => vec![person],
                    None => continue,
                }
            }
            None => continue,
        };
        let sentence = c.structure.sentences.at(cue.start as usize);
        let sentence_end = sentence.map_or(span.end, |s| s.end).min(span.end);
        // "Det säger Anna Holm." is a sentence of its own after the quotation.
        let opens = |s: &Span| {
            let mut words = SA.iter().chain([&DET_WORD]);
            words.any(|that| walk::phrase(text, s.start as usize, that).is_some_and(|end| end == before))
        };
        let that = sentence.filter(opens);
        let end = match that {
            Some(sentence) => walk::skip_space_back(text, sentence.start as usize),
            None if matches!(mark, ',' | '–') => walk::skip_space_back(text, before - mark.len_utf8()),
            None => before,
        };
        if end <= span.start as usize + 2 || !marked && is_clause(c, cue.end(), span) {
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

/// A noun shorter than this is no title of a person's, in bytes.
const NOUN: usize = 6;

/// *berättar medarbetaren Anna Holm*, *säger grannen och vännen Anna Holm*: whoever is named behind what he or she is, in
/// the definite form, whatever the word.
fn behind_noun(c: &Context, from: usize, span: Span) -> Option<u32> {
    let area = Span::new(from, (span.end as usize).max(from));
    let &(name, person) = c.cast.within(area).first()?;
    let between = c.source.text.get(from..name.start as usize)?;
    let mut words = between.split_whitespace();
    let noun = |word: &str| {
        word.len() >= NOUN && word.chars().all(char::is_lowercase) && word.ends_with(['n', 't', 'a'])
    };
    let last = words.next_back().filter(|word| noun(word))?;
    let whole = between.starts_with(' ') && between.ends_with(' ') && last.len() < between.len();
    let told = words.clone().count() <= 2 && words.all(|word| noun(word) || OCH_OR_SAMT.contains(&word));
    (whole && told).then_some(person)
}

/// *– Det är för dyrt. Så beskriver Anna Holm läget.*: whether a sentence begins with the word that ends at `at`.
fn behind_so(text: &str, at: usize) -> bool {
    let start = walk::word_start(text, at);
    let word = text.get(start..at).unwrap_or("");
    let before = walk::skip_space_back(text, start);
    walk::is_capitalised(word)
        && SA.iter().any(|so| walk::same_word(word, so))
        && matches!(walk::char_before(text, before), Some('.' | '!' | '?' | '”' | '"' | '…'))
}

/// *I höstas sa Anna Holm att det inte gick*: behind the name stands what was said.
fn is_clause(c: &Context, from: usize, span: Span) -> bool {
    let area = Span::new(from, (span.end as usize).max(from));
    let mentions = c.cast.within(area);
    mentions.first().is_some_and(|(mention, _)| {
        let rest = c.source.text.get(mention.end as usize..area.end as usize).unwrap_or("");
        rest.strip_prefix(" att ").is_some()
            || rest.starts_with(" (")
                && walk::head(rest, 12).contains(')')
                && walk::head(rest, 18).contains(" att ")
    })
}

/// *– Det är klart.⏎⏎Det säger Anna Holm, som bor där.*: the line below the quotation at `span` tells whose it is.
pub(super) fn that(c: &Context, span: Span) -> Option<Attributed> {
    let end = span.end as usize;
    let next = c.source.lines.next_text(c.source.lines.index(end.saturating_sub(1)))?;
    let start = c.source.lines.get(next)?.start as usize;
    that_says(c, start).map(|found| Attributed { cue: span.start, end, ..found })
}

/// *Det säger Anna Holm* at the start of the line at `start`.
pub(super) fn that_says(c: &Context, start: usize) -> Option<Attributed> {
    let text = c.source.text;
    let that = SA.iter().chain([&DET_WORD]).find_map(|that| walk::phrase(text, start, that))?;
    let at = walk::skip_space(text, that);
    let cue = c.source.cues.get(c.source.cues.from(at)).filter(|cue| cue.start as usize == at)?;
    let verb = Verb::of(c.source, *cue);
    let sentence = c.structure.sentences.at(start).filter(|_| cue.has(Classes::SAYS))?;
    let subject = subject::after(c, sentence, verb, 0).filter(|_| verb.speaks(c.source))?;
    let (cue, sentence_end) = (cue.start, sentence.end as usize);
    Some(Attributed { people: subject.people, cue, lemma: Some(verb.lemma), end: start, sentence_end })
}

/// Whether a sentence after a quotation is the writer's own: it tells what someone named says.
pub(super) fn is_told(c: &Context, sentence: Span) -> bool {
    c.source.cues.within(sentence).iter().filter(|c| c.has(Classes::SAYS)).any(|&cue| {
        let verb = Verb::of(c.source, cue);
        verb.speaks(c.source) && subject::before(c, sentence, verb, 0).is_some()
    })
}

/// *Anna Holm säger:* before the quotation by dash at `span`.
pub(super) fn lead_in(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    let end = walk::skip_space_back(text, span.start as usize);
    if walk::char_before(text, end) != Some(':') {
        return None;
    }
    let sentence = c.structure.sentences.at(end.saturating_sub(1))?;
    let area = Span::new(sentence.start as usize, end);
    if let Some(found) = by_name(c, area, span.end as usize) {
        return Some(found);
    }
    // "Anna Holm informerar om:" opens a list, "Anna Holm säger:" a quotation, and so does any verb before the first person.
    let mentions = c.cast.within(area);
    let alone = mentions.iter().all(|(_, person)| *person == mentions[0].1);
    let own =
        || alone && span.of(text).split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.has(word));
    by_verb(c, area, span.end as usize)
        .filter(|found| found.lemma.is_some_and(|l| OPENS_QUOTE.has(l) || !MOVES.has(l) && own()))
}

/// The last verb of speaking in `sentence` with a subject, not too far from its end.
fn by_verb(c: &Context, sentence: Span, end: usize) -> Option<Attributed> {
    let near = sentence.start.max(sentence.end.saturating_sub(LONGEST as u32));
    let cues = c.source.cues.within(Span { start: near, ..sentence }).iter().rev();
    cues.filter(|c| c.has(Classes::SAYS)).take(4).find_map(|cue| {
        let verb = Verb::of(c.source, *cue);
        let subject = subject::of(c, sentence, verb, 0).map(|subject| subject.people);
        let people = subject.or_else(|| subject::taken_up_before(c, verb).map(|person| vec![person]))?;
        Some(Attributed { people, cue: cue.start, lemma: Some(verb.lemma), end, sentence_end: end })
    })
}

/// What names the speaker before a quotation is no longer, in bytes.
const LONGEST_LEAD: usize = 400;

/// *Anna Holm:*, *Anna Holm (M), rektor:*, *Kommentar från Anna Holm:*, without a verb.
fn by_name(c: &Context, area: Span, end: usize) -> Option<Attributed> {
    if area.len() > LONGEST_LEAD {
        return None;
    }
    let text = c.source.text;
    let mentions = c.cast.within(area);
    let ((first, _), (last, _)) = (mentions.first()?, mentions.last()?);
    let lead = text.get(area.start as usize..first.start as usize)?;
    let mut words = lead.split_whitespace();
    let titled = words.clone().all(|w| is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE));
    let sourced = words.next().is_some_and(|w| SOURCES.has(w))
        && words.next_back().is_some_and(|w| BY.has(w) || is_role(c.source, w));
    let tail = text.get(last.end as usize..area.end as usize)?;
    let plain =
        tail.len() < LONGEST_NAME_LINE && tail.starts_with([':', ',', ' ']) && !tail.contains(['.', ';']);
    let tail = tail.trim_end_matches(':').trim();
    let named = tail.is_empty() || tail.starts_with([',', '(']) || is_role(c.source, tail);
    let verb = c.source.cues.within(Span { start: first.start, ..area }).iter().any(|c| c.has(Classes::SAYS));
    if !(titled || sourced) || !plain || !named || verb || lead.contains(['.', ':']) {
        return None;
    }
    let people = subject::list_forward(c, area);
    (mentions.len() <= people.len()).then_some(Attributed {
        people,
        cue: area.end - 1,
        lemma: None,
        end,
        sentence_end: end,
    })
}

/// *”…”, säger Anna Holm.*, *”…” – Anna Holm, rektor*, *”…”, enligt Anna Holm*.
pub(super) fn behind(c: &Context, span: Span, block: Block) -> Option<Attributed> {
    let text = c.source.text;
    let end = span.end as usize;
    let mut at = end;
    let stopped = walk::char_at(text, at) == Some('.');
    if matches!(walk::char_at(text, at), Some(',' | '.')) {
        at += 1;
    }
    let start = walk::skip_space(text, at);
    let start = match walk::char_at(text, start) {
        Some(dash @ ('–' | '—')) => walk::skip_space(text, start + dash.len_utf8()),
        Some('(') => start + 1,
        _ => start,
    };
    // What another paragraph says is its own.
    if start >= block.span.end as usize {
        return signed(c, span);
    }
    // *”…” Så kommenterar Anna Holm beslutet.*
    if let Some(found) = that_says(c, start) {
        return Some(Attributed { end, ..found });
    }
    let cue = c.source.cues.get(c.source.cues.from(start)).filter(|c| c.start as usize == start);
    if let Some(cue) = cue.filter(|c| c.has(Classes::SAYS)) {
        let verb = Verb::of(c.source, *cue);
        let area = Span::new(span.start as usize, (block.span.end as usize).max(cue.end()));
        let people = subject::after(c, area, verb, 0).map(|subject| subject.people);
        let people =
            people.or_else(|| subject::taken_up(c, verb, span.start as usize).map(|person| vec![person]))?;
        let sentence_end = c.structure.sentences.at(cue.start as usize).map_or(end, |s| s.end as usize);
        return Some(Attributed { people, cue: cue.start, lemma: Some(verb.lemma), end, sentence_end });
    }
    let word = text.get(start..walk::word_end(text, start)).unwrap_or("");
    if word == SOM_WORD && walk::char_at(text, end) == Some(',') {
        return as_said(c, span, start, block);
    }
    // "Det sades ”…”. Enligt Anna Holm …": the next sentence is its own.
    if ACCORDING.has(word) && !(stopped && walk::is_capitalised(word)) {
        let from = start + word.len();
        let (mention, _) = *c.cast.within(Span::new(from, (from + 120).min(text.len()))).first()?;
        let gap = text.get(from..mention.start as usize)?;
        if !gap.split_whitespace().all(|w| is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE)) {
            return None;
        }
        let people = subject::list_forward(c, Span::new(from, (block.span.end as usize).max(from)));
        let sentence_end = c.structure.sentences.at(start).map_or(end, |s| s.end as usize);
        return Some(Attributed { people, cue: start as u32, lemma: None, end, sentence_end });
    }
    if c.intros.is_empty() { signed(c, span) } else { None }
}

/// *”…”, som Anna Holm formulerade det*: behind the quotation, from *som* on.
fn as_said(c: &Context, span: Span, from: usize, block: Block) -> Option<Attributed> {
    let until = (block.span.end as usize).min(from + LONGEST_LEAD).max(from);
    let cue = c.source.cues.within(Span::new(from, until)).iter().find(|cue| cue.has(Classes::SAYS))?;
    let verb = Verb::of(c.source, *cue);
    let sentence = c.structure.sentences.at(from).filter(|_| verb.quotes(c.source))?;
    let people = subject::before(c, Span::new(from, (sentence.end as usize).max(from)), verb, 0)?.people;
    let end = span.end as usize;
    let sentence_end = sentence.end as usize;
    Some(Attributed { people, cue: cue.start, lemma: Some(verb.lemma), end, sentence_end })
}

/// A name with its role that fills the rest of the line behind a dash, or the line below a quotation that begins its
/// own: *”…” – Anna Holm, rektor*.
fn signed(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    let end = span.end as usize;
    let lines = &c.source.lines;
    let index = lines.index(end.saturating_sub(1));
    let line = lines.get(index)?;
    let rest = text.get(end..line.end as usize)?;
    let same_line = !rest.trim().is_empty();
    let (from, to) = if same_line {
        rest.trim_start().starts_with(['–', '—', '-', '/', '(']).then_some((end, line.end as usize))?
    } else {
        let next = lines.next_text(index)?;
        let line = lines.get(next)?;
        let dashed =
            text.get(line.start as usize..)?.trim_start_matches(['>', ' ']).starts_with(['–', '—', '-', '/']);
        // The quotation fills its own lines; below a blank line only a dash names its speaker.
        let opens = lines.get(lines.index(span.start as usize))?;
        let before = text.get(opens.start as usize..span.start as usize)?;
        if !before.trim_matches([' ', '*', '_', '>', '\t']).is_empty() {
            return None;
        }
        let stop = line.end as usize - line.text(text).trim_end().ends_with('.') as usize;
        match next > index + 1 && !dashed {
            true if ranks(c, line.start as usize, stop) => (line.start as usize, stop),
            true => return None,
            false => (line.start as usize, line.end as usize),
        }
    };
    let written = text.get(from..to)?;
    let open = written.len()
        - written.trim_start_matches([' ', '–', '—', '-', '/', '(', '*', '_', '>', '\u{a0}']).len();
    if to - from > LONGEST_NAME_LINE {
        return None;
    }
    let area = Span::new(from + open, to);
    let mentions = c.cast.within(area);
    let ((first, _), (last, _)) = (mentions.first()?, mentions.last()?);
    let lead = text.get(area.start as usize..first.start as usize)?;
    let tail = text.get(last.end as usize..to)?.trim_matches([' ', '/', ')', '*', '_', '\r']);
    let plain = tail.is_empty() || tail.starts_with([',', '(']);
    let titled = lead.split_whitespace().all(|w| is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE));
    let sentence = tail.ends_with(['.', ':', '!', '?']) && !same_line || tail.contains(". ");
    let told = c.source.cues.within(area).iter().any(|c| c.has(Classes::SAYS.or(Classes::SETTLES)));
    if !plain || !titled || sentence || told {
        return None;
    }
    let people = subject::list_forward(c, area);
    Some(Attributed { people, cue: first.start, lemma: None, end, sentence_end: to })
}

/// *Anna Holm, ordförande för byalaget, om att leda möten.* fills a line below a quotation.
fn ranks(c: &Context, start: usize, end: usize) -> bool {
    let text = c.source.text;
    let Some(&(mention, _)) = c.cast.within(Span::new(start, end.max(start))).first() else { return false };
    let Some(rest) = text.get(mention.end as usize..end).and_then(|rest| rest.strip_prefix(", ")) else {
        return false;
    };
    let (rank, about) = rest.split_once(", ").unwrap_or((rest, ""));
    mention.start as usize == start
        && rank.split_whitespace().next().is_some_and(|word| is_role(c.source, word))
        && (about.is_empty() || walk::phrase(about, 0, OM_WORD).is_some())
}

/// A line that holds nothing but a name with its role, and marks: who speaks at `quote`, below it.
pub(super) fn name_line(c: &Context, line: Line, quote: Span) -> Option<Attributed> {
    let text = c.source.text;
    let written = line.text(text);
    if written.len() > LONGEST_NAME_LINE || written.trim_end().ends_with(['.', '!', '?', ',', ';']) {
        return None;
    }
    let (mut from, mut to) = (line.start as usize, line.end as usize);
    // *{{< quote "Anna Holm, rektor" >}}*
    if written.starts_with('{') {
        let (open, close) = (written.find('"')?, written.rfind('"')?);
        (from, to) = (line.start as usize + open + 1, line.start as usize + close);
    }
    let area = Span::new(from, to.max(from));
    let mentions = c.cast.within(area);
    let ((first, _), (last, _)) = (mentions.first()?, mentions.last()?);
    let lead = text.get(from..first.start as usize)?;
    let tail = text.get(last.end as usize..to)?.trim_matches(['*', '_', ':', ' ', '\r', '#']);
    let titled = lead
        .split(|c: char| !c.is_alphabetic())
        .all(|w| w.is_empty() || is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE));
    let plain = tail.is_empty() || tail.starts_with([',', '(', '–', '-']);
    let told = c.source.cues.within(area).iter().any(|c| c.has(Classes::SAYS.or(Classes::SETTLES)));
    if !titled || !plain || told {
        return None;
    }
    let people = subject::list_forward(c, area);
    let (cue, end) = (quote.start, quote.end as usize);
    (people.len() == 1).then_some(Attributed { people, cue, lemma: None, end, sentence_end: 0 })
}

/// *Anna Holm är nöjd:* before a quotation of whole sentences: the only one named, whom the sentence begins with.
fn by_opening(c: &Context, area: Span, quote: Span) -> Option<Attributed> {
    let text = c.source.text;
    if !is_whole(quote.of(text)) || area.len() > LONGEST_LEAD {
        return None;
    }
    let mentions = c.cast.within(area);
    let (first, person) = *mentions.first()?;
    let lead = text.get(area.start as usize..first.start as usize)?;
    let alone = mentions.iter().all(|(_, p)| *p == person);
    let titled = lead.split_whitespace().all(|w| is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE));
    (alone && titled && !subject::is_genitive(c, first, person)).then(|| Attributed {
        people: vec![person],
        cue: area.end - 1,
        lemma: None,
        end: quote.end as usize,
        sentence_end: quote.end as usize,
    })
}

/// *Anna Holm föreslog en ny väg. ”Den behövs, och vi har råd med den.”*: in the news, whole sentences behind one that
/// tells what the same one says.
fn told_before(c: &Context, sentence: Span, quote: Span) -> Option<Attributed> {
    if !matches!(c.structure.kind, DocumentKind::News | DocumentKind::Blog) {
        return None;
    }
    let found = by_opening(c, sentence, quote)
        .filter(|_| is_told(c, sentence))
        .or_else(|| by_words_of(c, sentence, quote))
        .or_else(|| {
            let told = by_verb(c, sentence, quote.end as usize).filter(|found| found.people.len() == 1);
            told.filter(|_| is_whole(quote.of(c.source.text)) && is_told(c, sentence))
        })?;
    Some(Attributed { cue: quote.start, ..found })
}

/// *Enligt rektor Anna Holm har skolan vuxit. ”Vi är nu fler än någonsin.”*: the only one named.
fn by_words_of(c: &Context, sentence: Span, quote: Span) -> Option<Attributed> {
    let text = c.source.text;
    let rest = sentence.of(text).strip_prefix(ENLIGT_OPENS)?;
    let start = sentence.end as usize - rest.len();
    let &[(name, person)] = c.cast.within(sentence) else { return None };
    let lead = text.get(start..name.start as usize)?;
    let titled = lead.split_whitespace().all(|w| is_role(c.source, w) || w.ends_with(OFFICE_GENITIVE));
    let end = quote.end as usize;
    (titled && is_whole(quote.of(text))).then(|| Attributed {
        people: vec![person],
        cue: quote.start,
        lemma: None,
        end,
        sentence_end: end,
    })
}

/// Whether a quotation is a sentence or several.
fn is_whole(quote: &str) -> bool {
    let words = quote.trim_end_matches(['”', '"', '»', '“']);
    words.ends_with(['.', '!', '?', '…']) && words.split_whitespace().nth(4).is_some()
}

/// *Anna Holm säger: ”…”*, *som hon skriver ”…”*, *Anna Holm säger att ”…”*.
pub(super) fn ahead(c: &Context, span: Span) -> Option<Attributed> {
    let text = c.source.text;
    let mut before = walk::skip_space_back(text, span.start as usize);
    let mark = walk::char_before(text, before)?;
    let sentence = c.structure.sentences.at(before.saturating_sub(1))?;
    if (sentence.start as usize) >= before {
        return None;
    }
    let end = span.end as usize;
    if mark == '.' {
        return told_before(c, sentence, span);
    }
    if mark == ':' {
        let area = Span::new(sentence.start as usize, before);
        return by_name(c, area, end).or_else(|| by_verb(c, area, end)).or_else(|| by_opening(c, area, span));
    }
    // "säger att ”…”": a quotation of some length; in a verbatim record it is one speaker's of another.
    if c.intros.is_empty()
        && let Some((start, stop)) = walk::previous_word(text, before)
        && stop == before
        && let Some(lead @ ("att" | "som")) = text.get(start..stop)
        && span.of(text).split_whitespace().nth(3).is_some()
    {
        before = walk::skip_space_back(text, start);
        // "hyllade detta som ”en gåva till alla”".
        if lead == "som" {
            let area = Span::new((sentence.start as usize).min(before), before);
            let characterizes = |found: &Attributed| {
                found.lemma.is_some_and(|lemma| CHARACTERIZES.has(lemma))
                    && text.get(found.cue as usize..before).is_some_and(|gap| gap.len() < 90)
            };
            return by_verb(c, area, end).filter(characterizes);
        }
    }
    let area = Span::new((sentence.start as usize).min(before), before);
    let near = c.source.cues.within(area);
    let adjacent = near.last().is_some_and(|c| c.has(Classes::SAYS) && c.end() == before);
    if adjacent { by_verb(c, area, end) } else { None }
}
