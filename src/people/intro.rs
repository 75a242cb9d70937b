//! The lines that introduce the speakers of a verbatim record, from 1867 to today.
//!
//! *Herr Magnusson i Skövde:*, *Chefen för socialdepartementet, herr statsrådet MÖLLER, som yttrade:*,
//! *Anf. 43 Finansminister MAGDALENA ANDERSSON (S) replik:*. Such a line ends with a colon; before it stand
//! the name, or a name and a word like *anförde*.

use super::name;
use super::rules;
use super::spot::{self, Spot};
use super::word::{self, Kind};
use crate::analyze::Source;
use crate::cues::Classes;
use crate::lexicon::Slot;
use crate::span::Span;
use crate::text::lines::Line;
use crate::text::walk;

/// A line that introduces a speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Intro {
    /// The whole line.
    pub line: Span,
    /// The speaker's name in it.
    pub name: Span,
}

/// Longer lines tell more than who speaks.
const LONGEST: usize = 520;

/// All introductions, and the spots of those whom they name.
pub(super) fn all(source: &Source) -> (Vec<Intro>, Vec<Spot>) {
    let (mut intros, mut spots) = (Vec::new(), Vec::new());
    let mut plain = Vec::new();
    for &line in source.lines.iter() {
        let bytes = line.bytes(source.text);
        if bytes.is_empty() {
            continue;
        }
        let ends = matches!(bytes, [.., b':']);
        let line = if ends || bytes.starts_with(b"Anf") {
            line
        } else {
            let Some(line) = inline(source, line) else { continue };
            line
        };
        if line.len() > LONGEST {
            continue;
        }
        let Some((spot, marked)) = introduced(source, line) else { continue };
        let intro = Intro { line: Span { start: line.start, end: line.end }, name: spot.span };
        if marked {
            intros.push(intro);
            spots.push(spot);
        } else {
            plain.push((intro, spot));
        }
    }
    // "Anna Holm:" without party or title is a speaker's line where several are.
    if plain.len() >= 3 {
        for (intro, spot) in plain {
            intros.push(intro);
            spots.push(spot);
        }
        intros.sort_by_key(|i| i.line.start);
    }
    (intros, spots)
}

/// *Herr Hedin: Jag anser …*, as the records of the 1800s have it: the line up to the colon.
fn inline(source: &Source, line: Line) -> Option<Line> {
    const OPENERS: &[&str] =
        &["Herr ", "Hr ", "Fru ", "Fröken ", "Friherre ", "Grefve ", "Greve ", "Chefen för ", "Anf. "];
    let written = line.text(source.text);
    if !OPENERS.iter().any(|o| written.starts_with(o)) {
        return None;
    }
    let mut cut = 110.min(written.len());
    while !written.is_char_boundary(cut) {
        cut -= 1;
    }
    let colon = written.get(..cut)?.find(':')?;
    let rest = written.get(colon + 1..)?;
    let opens = rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '»' | '”'));
    let head = written.get(..colon)?;
    (opens && !head.contains(['!', '?', '.', ';']))
        .then_some(Line { end: line.start + colon as u32 + 1, ..line })
}

/// Who is introduced by `line`, and whether a mark of its own says so (title, party, number, capitals).
fn introduced(source: &Source, line: Line) -> Option<(Spot, bool)> {
    let text = source.text;
    let start = line.start as usize;
    let numbered = numbered(text, start, line.end as usize);
    let written = line.text(text);
    if !written.ends_with(':') && numbered.is_none() {
        return None;
    }
    let mut tail = walk::skip_space_back(text, start + written.trim_end_matches([':', ' ', '.']).len());
    let head = numbered.unwrap_or(start);
    if tail <= head {
        return None;
    }
    let whole = tail;
    tail = strip_reply(text, head, tail);
    let (tail, party) = strip_party(source, head, tail);
    if let Some(spot) = by_title(source, head, tail) {
        return Some((spot, true));
    }
    if let Some(found) = by_name(source, head, tail, party, numbered.is_some()) {
        return Some(found);
    }
    if let Some(spot) = chair(source, head, tail) {
        let plain_head = numbered.is_some() || starts_as_intro(source, head);
        if plain_head {
            return Some((spot, true));
        }
    }
    by_verb(source, line, whole).map(|spot| (spot, true))
}

/// Past *Anf. 12*.
fn numbered(text: &str, start: usize, end: usize) -> Option<usize> {
    let rest = text.get(start..end)?.strip_prefix("Anf")?.trim_start_matches(['.', ' ', '\u{a0}']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest.get(digits..).filter(|_| digits > 0)?;
    Some(end - rest.trim_start_matches(['.', ' ', '\u{a0}']).len())
}

/// Before *replik* or *(kort genmäle)*.
fn strip_reply(text: &str, head: usize, tail: usize) -> usize {
    let Some(written) = text.get(head..tail) else { return tail };
    for reply in ["(kort genmäle)", "kort genmäle", "(replik)", "replik", "genmäle", "(forts.)"] {
        if let Some(rest) = written.strip_suffix(reply) {
            return head + rest.trim_end().len();
        }
    }
    tail
}

/// Before the brackets of a party.
fn strip_party(source: &Source, head: usize, tail: usize) -> (usize, bool) {
    let text = source.text;
    let Some(written) = text.get(head..tail) else { return (tail, false) };
    let Some(open) = written.rfind('(').filter(|_| written.ends_with(')')) else { return (tail, false) };
    let inner = written.get(open + 1..written.len() - 1).unwrap_or("");
    if inner.len() > 8 || inner.contains(' ') {
        return (tail, false);
    }
    (head + written.get(..open).map_or(0, |w| w.trim_end().len()), true)
}

/// The line begins as such lines do: with a title, a role, *Chefen för*, *Hans excellens*.
fn starts_as_intro(source: &Source, head: usize) -> bool {
    let text = source.text;
    let end = walk::word_end(text, head);
    let first = text.get(head..end).unwrap_or("").to_lowercase();
    if matches!(
        first.as_str(),
        "hans" | "forts" | "förste" | "andre" | "tredje" | "jämväl" | "vice" | "miljöoch"
    ) {
        return true;
    }
    let number = source.lexicon.word(first.as_bytes()).or_else(|| source.lexicon.ending(first.as_bytes()));
    number.is_some_and(|n| source.lexicon.classes(n).has(Classes::TITLE.or(Classes::ROLE)))
}

/// Words of the chair's titles.
const ORDER: &[&str] = &["förste", "första", "andre", "andra", "tredje", "vice"];

/// A titled name that ends where the line does.
fn by_title(source: &Source, head: usize, tail: usize) -> Option<Spot> {
    let text = source.text;
    let cues = source.cues.within(Span::new(head, tail));
    for cue in cues.iter().filter(|c| c.has(Classes::TITLE)).take(4) {
        let before = text.get(head..cue.start as usize).unwrap_or("");
        let Some(mut spot) = titled_once(source, cue.end(), tail) else { continue };
        let end = spot.span.end as usize;
        if end != tail {
            // "Andersson, Elof".
            let Some(given) = text.get(end..tail).and_then(|t| t.strip_prefix(", ")) else { continue };
            if !given.split_whitespace().all(walk::is_capitalised) || given.split_whitespace().count() > 3 {
                continue;
            }
            let given: Vec<String> = given
                .split_whitespace()
                .map(|w| if walk::is_all_caps(w) { word::title_case(w) } else { w.to_owned() })
                .collect();
            spot.name = format!("{} {}", given.join(" "), spot.name);
            spot.span.end = tail as u32;
            spot.full = true;
        }
        // What stands before the title is junk of the margin, a department, or "yttrade".
        let known = before.len() < 8
            || starts_as_intro(source, head)
            || before.contains("yttrade")
            || before.contains("anförde")
            || spot.name.contains(" i ")
            || text.get(spot.span.range()).is_some_and(|n| n.split_whitespace().any(walk::is_all_caps));
        if known && !before.contains(['!', '?', '»']) {
            spot.gender = source.lexicon.value(Slot::Titles, cue.word).chars().next();
            return Some(spot);
        }
    }
    None
}

/// The name after a title that ends at `at`, past *statsrådet* and *ministern för utrikes ärendena*.
fn titled_once(source: &Source, at: usize, tail: usize) -> Option<Spot> {
    let text = source.text;
    let mut at = at;
    for _ in 0..9 {
        let (gap, next) = word::gap(text, at)?;
        if next >= tail || matches!(gap, word::Gap::Blank(n) if n > 3) {
            return None;
        }
        let token = word::token(text, next)?;
        let written = token.of(text);
        let lower = written.to_lowercase();
        if ORDER.contains(&lower.as_str()) || lower.starts_with("talman") {
            at = token.end;
            continue;
        }
        let capital = matches!(token.kind, Kind::Capital | Kind::Caps);
        if (capital || token.kind == Kind::Particle) && word::can_be_name(source, written) {
            let spot = spot::surname_from(source, next, None)?;
            return (spot.span.end as usize <= tail).then_some(Spot { rule: &rules::SPEAKER, ..spot });
        }
        at = token.end;
    }
    None
}

/// A name that ends where the line does: in capitals, or before a party, or alone on the line.
fn by_name(source: &Source, head: usize, tail: usize, party: bool, numbered: bool) -> Option<(Spot, bool)> {
    let text = source.text;
    let (mut end, mut place) = (tail, None);
    let mut name = name::read_back(source, end);
    // "ULRIKA CARLSSON i Skövde".
    let last = walk::word_start(text, tail);
    let before = walk::skip_space_back(text, last);
    if last > head && text.get(..before).is_some_and(|t| t.ends_with(" i")) {
        place = text.get(last..tail);
        end = walk::skip_space_back(text, before - 1);
        name = name::read_back(source, end);
    }
    let name = name?;
    let start = name.first().start;
    if start < head {
        return None;
    }
    let prefix = text.get(head..start)?.trim();
    let caps =
        name.tokens().iter().filter(|t| t.kind == Kind::Caps).count() > 0 && name.last().kind == Kind::Caps;
    let role =
        prefix.is_empty() || spot::role_before(source, start).is_some() || starts_as_intro(source, head);
    let known = word::is_given(source, name.first().of(text));
    let opens = prefix.is_empty() || starts_as_intro(source, head);
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
        called = format!("{called} i {place}");
        span.end = tail as u32;
    }
    let full = name.weight() > 1;
    Some((Spot { span, name: called, full, sure: true, gender: None, rule: &rules::SPEAKER }, marked))
}

/// *Herr förste vice talmannen:*, *TALMANNEN:*.
fn chair(source: &Source, head: usize, tail: usize) -> Option<Spot> {
    let text = source.text;
    let start = walk::word_start(text, tail);
    if start < head {
        return None;
    }
    let lower = text.get(start..tail)?.to_lowercase();
    chair_word(&lower).then(|| chair_spot(source, start, tail))
}

fn chair_word(lower: &str) -> bool {
    matches!(lower, "talmannen" | "talman" | "ålderspresidenten" | "ordföranden" | "ordförande")
}

/// The chair from *förste vice* on.
fn chair_spot(source: &Source, start: usize, end: usize) -> Spot {
    let text = source.text;
    let mut first = start;
    while let Some((from, to)) = walk::previous_word(text, first) {
        let word = text.get(from..to).unwrap_or("").to_lowercase();
        if !matches!(
            word.as_str(),
            "förste" | "första" | "andre" | "andra" | "tredje" | "vice" | "tjänstgörande"
        ) {
            break;
        }
        first = from;
    }
    let mut name = walk::one_line(text.get(first..end).unwrap_or("")).to_lowercase();
    if let Some(c) = name.chars().next() {
        name.replace_range(..c.len_utf8(), &c.to_uppercase().to_string());
    }
    Spot { span: Span::new(first, end), name, full: true, sure: true, gender: None, rule: &rules::CHAIR }
}

/// *Herr Kyling, som på begäran erhöll ordet för kort genmäle, yttrade:*.
fn by_verb(source: &Source, line: Line, tail: usize) -> Option<Spot> {
    let text = source.text;
    let head = line.start as usize;
    let (from, to) = (walk::word_start(text, tail), tail);
    let last = text.get(from..to)?.to_lowercase();
    if let Some(spot) = questioner(source, head, tail) {
        return Some(spot);
    }
    let spoken = matches!(
        last.as_str(),
        "yttrade"
            | "anförde"
            | "anför"
            | "vyttrade"
            | "yttra"
            | "ord"
            | "tal"
            | "meddelande"
            | "genmäle"
            | "inföll"
    ) || text.get(head..tail)?.ends_with("inföll här");
    let answers = text.get(head..tail)?.contains(" erhöll ordet för att ");
    if !spoken && !answers
        || (last == "ord" || last == "meddelande" || last == "tal")
            && !text.get(head..tail)?.contains("följande")
    {
        return None;
    }
    let cues = source.cues.within(Span::new(head, tail));
    let given_to = text.get(head..tail)?.find(" till ").map(|n| head + n);
    let titles = cues.iter().filter(|c| c.has(Classes::TITLE.or(Classes::ROLE)));
    let mut found = None;
    for cue in titles.take(6) {
        let lower = cue.span().of(text).to_lowercase();
        let spot = if chair_word(&lower) {
            // "Herr förste vice talmannen Magnusson": the name, if there is one.
            titled_next(source, cue.end()).or_else(|| Some(chair_spot(source, cue.start as usize, cue.end())))
        } else if cue.has(Classes::TITLE) && cue.span().of(text).len() < 8 {
            titled_until(source, cue.end(), tail)
        } else {
            titled_next(source, cue.end())
        };
        let Some(spot) = spot else { continue };
        let after_to = given_to.is_some_and(|at| spot.span.start as usize >= at);
        if found.is_none() || after_to {
            found = Some(spot);
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
fn questioner(source: &Source, head: usize, tail: usize) -> Option<Spot> {
    let text = source.text;
    let line = text.get(head..tail)?;
    let rest = line.strip_prefix("Nr ").unwrap_or(line);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ':'));
    let rest =
        rest.strip_prefix(" av ").filter(|_| line.starts_with(|c: char| c.is_ascii_digit() || c == 'N'))?;
    let at = tail - rest.len();
    let end = walk::word_end(text, at);
    let titled = matches!(text.get(at..end)?, "herr" | "fru" | "fröken");
    let spot = if titled { titled_once(source, end, tail)? } else { spot::surname_from(source, at, None)? };
    let after = text.get(spot.span.end as usize..tail)?;
    (after.trim_start().starts_with('(') && after.contains(" till "))
        .then_some(Spot { rule: &rules::SPEAKER, ..spot })
}

/// The name after a title, unless the chair's own title comes first.
fn titled_until(source: &Source, at: usize, tail: usize) -> Option<Spot> {
    let text = source.text;
    let spot = titled_once(source, at, tail)?;
    let between = text.get(at..spot.span.start as usize)?.to_lowercase();
    // "herr talmannen erhöll …, då herr X": the chair is a speaker, too.
    let plain =
        between.split_whitespace().all(|w| !matches!(w, "erhöll" | "och" | "yttrade" | "anförde" | "som"));
    plain.then_some(Spot { rule: &rules::SPEAKER, ..spot })
}

/// The name directly after `at`.
fn titled_next(source: &Source, at: usize) -> Option<Spot> {
    let (_, next) = word::gap(source.text, at)?;
    let end = walk::word_end(source.text, next);
    if ORDER.contains(&source.text.get(next..end)?.to_lowercase().as_str()) {
        return None;
    }
    let spot = spot::surname_from(source, next, None)?;
    Some(Spot { rule: &rules::SPEAKER, sure: true, ..spot })
}
