//! Who is introduced where no name alone says it: after a title, by a verb, or the chair.

use super::candidate::Candidate;
use super::titled::surname_from;
use super::word::{self, Kind};
use super::{context, name};
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::sets::function_words::{FOLJANDE_WORD, I_APART};
use crate::lexicon::sets::people::{
    BY_AUTHOR, CHAIRS, INTRO_OPENERS, JOINS_SPEAKERS, LOST_HYPHEN, NUMBER_FIRST, ORDER, SAID, SAID_END,
    SERVING, SPEAKER_TITLE, SPEAKING, SPOKEN_NOUNS, TITLED_BRIEFLY, TO_ANSWER,
};
use crate::lexicon::{Classes, Slot};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;
use crate::words::lower::Lower;

rule! {
    /// The line that introduces a speaker of a verbatim record (Riksdagsordningen 6 kap.; records since 1867), or of a talk.
    pub(super) SPEAKER = "person.speaker";
    finds "Anf. 3 ⟦HRAVN FORSNE⟧ (M):\n\nFru talman! Tack.";
    finds "Herr ⟦Forsne⟧ yttrade:\n\nJag yrkar avslag.";
    finds "Herr ⟦Forsne, Hravn, i Tuvby⟧:\n\nJag yrkar avslag.";
    finds "⟦Anna Holm⟧ (C):\n\nFru ordförande! Tack.";
    finds "Ett samtal\n\n⟦Anna⟧: Hör du mig?\n\nKarin: Ja, bra.\n\nAnna: Då börjar vi.\n\nKarin: Ja visst.";
    passes "Anf. 3 lämnas utan svar.";
    passes "På förslag av ersättaren Anna Holm (S):\n\nAtt planen antas.";
}

rule! {
    /// The chair of a record's line, where no name is given.
    pub(super) CHAIR = "person.chair";
    finds "Herr ⟦TALMANNEN⟧ yttrade:\n\nJag öppnar mötet.";
    finds "Herr ⟦förste vice talmannen⟧:\n\nJag öppnar mötet.";
    passes "Herr talman! Jag yrkar bifall.";
}

/// The line begins as such lines do: with a title, a role, *Chefen för*, *Hans excellens*.
pub(super) fn starts_as_intro(source: &Source, head: usize) -> bool {
    let text = source.text;
    let end = walk::word_end(text, head);
    let Some(first) = Lower::<64>::of(text.get(head..end).unwrap_or("").as_bytes()) else { return false };
    let first = first.text();
    if INTRO_OPENERS.has(first) {
        return true;
    }
    // "Miljöoch samhällsbyggnadsministern": text out of PDF loses the hyphen.
    if first.len() > 6 && first.ends_with(LOST_HYPHEN) {
        return true;
    }
    source.lexicon.classes_of(first).has(Classes::TITLE.or(Classes::ROLE))
}

/// A titled name that ends where the line does.
pub(super) fn by_title<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let cues = source.cues.within(Span::new(head, tail));
    for cue in cues.iter().filter(|c| c.has(Classes::TITLE)).take(4) {
        let before = text.get(head..cue.start as usize).unwrap_or("");
        let Some(mut candidate) = titled_once(source, cue.end(), tail) else { continue };
        let end = candidate.span.end as usize;
        if end != tail {
            // "Andersson, Elof"; "Nilsson, Bernhard, i Landeryd".
            let Some(given) = text.get(end..tail).and_then(|t| t.strip_prefix(", ")) else { continue };
            let (given, place) = match given.split_once(", i ") {
                Some((given, place)) if walk::is_capitalised(place) => (given, Some(place)),
                _ => (given, None),
            };
            if !given.split_whitespace().all(walk::is_capitalised) || given.split_whitespace().count() > 3 {
                continue;
            }
            let given: Vec<String> = given
                .split_whitespace()
                .map(|w| if walk::is_all_caps(w) { word::title_case(w) } else { w.to_owned() })
                .collect();
            let place = place.map_or(String::new(), |place| format!(" i {place}"));
            candidate.name = format!("{} {}{place}", given.join(" "), candidate.name).into();
            candidate.span.end = tail as u32;
            candidate.full = true;
        }
        // What stands before the title is junk of the margin, a department, or "yttrade".
        let known = before.len() < 8
            || starts_as_intro(source, head)
            || SAID.iter().any(|said| before.contains(said))
            || candidate.name.contains(I_APART)
            || text.get(candidate.span.range()).is_some_and(|n| n.split_whitespace().any(walk::is_all_caps));
        if known && !before.contains(['!', '?', '»']) {
            candidate.gender = source.lexicon.value(Slot::Titles, cue.word).chars().next();
            return Some(candidate);
        }
    }
    None
}

/// The name after a title that ends at `at`, past *statsrådet* and *ministern för utrikes ärendena*.
pub(super) fn titled_once<'t>(source: &Source<'t>, at: usize, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let mut at = at;
    for _ in 0..9 {
        let (gap, next) = word::gap(text, at)?;
        if next >= tail || matches!(gap, word::Gap::Blank(n) if n > 3) {
            return None;
        }
        let token = word::token(text, next)?;
        let written = token.of(text);
        if ORDER.has(written)
            || written.get(..SPEAKER_TITLE.len()).is_some_and(|start| walk::same_word(start, SPEAKER_TITLE))
        {
            at = token.end;
            continue;
        }
        let capital = matches!(token.kind, Kind::Capital | Kind::Caps);
        if token.kind == Kind::Initial && written.ends_with('.') {
            let candidate = surname_from(source, next, None)?;
            return (candidate.span.end as usize <= tail)
                .then_some(Candidate { rule: SPEAKER.here(), ..candidate });
        }
        if (capital || token.kind == Kind::Particle) && word::can_be_name(source, written) {
            let candidate = surname_from(source, next, None)?;
            return (candidate.span.end as usize <= tail)
                .then_some(Candidate { rule: SPEAKER.here(), ..candidate });
        }
        at = token.end;
    }
    None
}

/// *Herr förste vice talmannen:*, *TALMANNEN:*.
pub(super) fn chair<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let start = walk::word_start(text, tail);
    if start < head {
        return None;
    }
    chair_word(text.get(start..tail)?).then(|| chair_candidate(source, start, tail))
}

/// A word for who leads the meeting.
fn chair_word(word: &str) -> bool {
    CHAIRS.has(word)
}

/// The chair from *förste vice* on.
pub(super) fn chair_candidate<'t>(source: &Source<'t>, start: usize, end: usize) -> Candidate<'t> {
    let text = source.text;
    let mut first = start;
    while let Some((from, to)) = walk::previous_word(text, first) {
        let word = text.get(from..to).unwrap_or("");
        if !(ORDER.has(word) || walk::same_word(word, SERVING)) {
            break;
        }
        first = from;
    }
    let mut name = walk::one_line(text.get(first..end).unwrap_or("")).to_lowercase();
    if let Some(c) = name.chars().next() {
        name.replace_range(..c.len_utf8(), &c.to_uppercase().to_string());
    }
    Candidate::named(Span::new(first, end), name, &CHAIR)
}

/// *Herr Kyling, som på begäran erhöll ordet för kort genmäle, yttrade:*.
pub(super) fn by_verb<'t>(source: &Source<'t>, line: Line, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let head = line.start as usize;
    let (from, to) = (walk::word_start(text, tail), tail);
    let last = text.get(from..to)?.to_lowercase();
    if let Some(candidate) = questioner(source, head, tail) {
        return Some(candidate);
    }
    // Noise of a scan sticks to the word: "•yttrade", "vyttrade".
    let spoken = last.ends_with(SAID_END) || SPEAKING.has(&last);
    let answers = text.get(head..tail)?.contains(TO_ANSWER);
    if !spoken && !answers
        || SPOKEN_NOUNS.contains(&last.as_str()) && !text.get(head..tail)?.contains(FOLJANDE_WORD)
    {
        return None;
    }
    let cues = source.cues.within(Span::new(head, tail));
    let given_to = text.get(head..tail)?.find(" till ").map(|n| head + n);
    let titles = cues.iter().filter(|c| c.has(Classes::TITLE.or(Classes::ROLE)));
    let mut found = None;
    for cue in titles.take(6) {
        let candidate = if chair_word(cue.span().of(text)) {
            // "Herr förste vice talmannen Magnusson": the name, if there is one.
            titled_next(source, cue.end())
                .or_else(|| Some(chair_candidate(source, cue.start as usize, cue.end())))
        } else if cue.has(Classes::TITLE) && cue.span().of(text).len() < 8 {
            titled_until(source, cue.end(), tail)
        } else {
            titled_next(source, cue.end())
        };
        let Some(candidate) = candidate else { continue };
        let after_to = given_to.is_some_and(|at| candidate.span.start as usize >= at);
        if found.is_none() || after_to {
            found = Some(candidate);
            if after_to || given_to.is_none() {
                break;
            }
        }
    }
    // "Statsministern THORBJÖRN FÄLLDIN erhöll ordet för att besvara …"
    found.filter(|_| {
        starts_as_intro(source, head)
            || given_to.is_some()
            || text.get(head..tail).is_some_and(|t| t.len() < 90)
    })
}

/// *Nr 165 av herr Petersson i Röstånga (fp) till kommunikationsministern om …:*, a question put in writing.
pub(super) fn questioner<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let line = text.get(head..tail)?;
    let rest = line.strip_prefix(NUMBER_FIRST).unwrap_or(line);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ':'));
    let rest = rest
        .strip_prefix(BY_AUTHOR)
        .filter(|_| line.starts_with(|c: char| c.is_ascii_digit() || c == 'N'))?;
    let at = tail - rest.len();
    let end = walk::word_end(text, at);
    let titled = TITLED_BRIEFLY.has(text.get(at..end)?);
    let candidate = if titled { titled_once(source, end, tail)? } else { surname_from(source, at, None)? };
    let after = text.get(candidate.span.end as usize..tail)?;
    (after.trim_start().starts_with('(') && after.contains(" till "))
        .then_some(Candidate { rule: SPEAKER.here(), ..candidate })
}

/// The name after a title, unless the chair's own title comes first.
pub(super) fn titled_until<'t>(source: &Source<'t>, at: usize, tail: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let candidate = titled_once(source, at, tail)?;
    let between = text.get(at..candidate.span.start as usize)?;
    // "herr talmannen erhöll …, då herr X": the chair is a speaker, too.
    let plain = between.split_whitespace().all(|word| !JOINS_SPEAKERS.has(word));
    plain.then_some(Candidate { rule: SPEAKER.here(), ..candidate })
}

/// The name directly after `at`.
pub(super) fn titled_next<'t>(source: &Source<'t>, at: usize) -> Option<Candidate<'t>> {
    let (_, next) = word::gap(source.text, at)?;
    let end = walk::word_end(source.text, next);
    if ORDER.has(source.text.get(next..end)?) {
        return None;
    }
    let candidate = surname_from(source, next, None)?;
    Some(Candidate { rule: SPEAKER.here(), sure: true, ..candidate })
}

/// A name that ends where the line does: in capitals, or before a party, or alone on the line.
pub(super) fn by_name<'t>(
    source: &Source<'t>,
    head: usize,
    tail: usize,
    party: bool,
    numbered: bool,
) -> Option<(Candidate<'t>, bool)> {
    let text = source.text;
    let (mut end, mut place) = (tail, None);
    // "ULRIKA CARLSSON i Skövde".
    let last = walk::word_start(text, tail);
    let before = walk::skip_space_back(text, last);
    if last > head && text.get(..before).is_some_and(|t| t.ends_with(" i")) {
        place = text.get(last..tail);
        end = walk::skip_space_back(text, before - 1);
    }
    let name = name::read_back(source, end)?;
    let start = name.first().start;
    if start < head {
        return None;
    }
    let prefix = text.get(head..start)?.trim();
    let caps =
        name.tokens().iter().filter(|t| t.kind == Kind::Caps).count() > 0 && name.last().kind == Kind::Caps;
    let opens = prefix.is_empty() || starts_as_intro(source, head);
    let role = opens || context::role_before(source, start).is_some();
    let known = word::is_given(source, name.first().of(text));
    let marked = match (caps, name.weight()) {
        (_, 0) => return None,
        (true, 1) => (numbered || party && role) && word::is_surname(source, name.last().of(text)),
        (true, _) => numbered || (role && (known || party)) || party && prefix.len() < 60,
        (false, 1) => return None,
        // "På förslag av ersättaren Anna Holm (S):" introduces a decision.
        (false, _) => (party || numbered) && opens,
    };
    let plain = !caps && opens && known && name.weight() > 1 && prefix.len() < 40;
    if !marked && !plain {
        return None;
    }
    let mut called = name::written(text, name.tokens());
    let mut span = name.span();
    if let Some(place) = place {
        called = format!("{called} i {place}").into();
        span.end = tail as u32;
    }
    let full = name.weight() > 1;
    Some((Candidate { full, ..Candidate::named(span, called, &SPEAKER) }, marked))
}
