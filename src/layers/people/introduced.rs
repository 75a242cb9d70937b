//! Who is introduced where no name alone says it: after a title, by a verb, or the chair.

use super::candidates::Spot;
use super::rules;
use super::speaker_lines::starts_as_intro;
use super::titled::surname_from;
use super::word::{self, Kind};
use crate::document::Span;
use crate::lexicon::{Classes, Slot};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;

/// Words of the chair's titles.
pub(super) const ORDER: &[&str] = &["förste", "första", "andre", "andra", "tredje", "vice"];

/// A titled name that ends where the line does.
pub(super) fn by_title<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Spot<'t>> {
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
            spot.name = format!("{} {}", given.join(" "), spot.name).into();
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
pub(super) fn titled_once<'t>(source: &Source<'t>, at: usize, tail: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let mut at = at;
    for _ in 0..9 {
        let (gap, next) = word::gap(text, at)?;
        if next >= tail || matches!(gap, word::Gap::Blank(n) if n > 3) {
            return None;
        }
        let token = word::token(text, next)?;
        let written = token.of(text);
        if ORDER.iter().any(|word| walk::same_word(written, word))
            || written.get(.."talman".len()).is_some_and(|start| walk::same_word(start, "talman"))
        {
            at = token.end;
            continue;
        }
        let capital = matches!(token.kind, Kind::Capital | Kind::Caps);
        if (capital || token.kind == Kind::Particle) && word::can_be_name(source, written) {
            let spot = surname_from(source, next, None)?;
            return (spot.span.end as usize <= tail).then_some(Spot { rule: &rules::SPEAKER, ..spot });
        }
        at = token.end;
    }
    None
}

/// *Herr förste vice talmannen:*, *TALMANNEN:*.
pub(super) fn chair<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let start = walk::word_start(text, tail);
    if start < head {
        return None;
    }
    chair_word(text.get(start..tail)?).then(|| chair_spot(source, start, tail))
}

/// A word for who leads the meeting.
fn chair_word(word: &str) -> bool {
    const WORDS: &[&str] = &["talmannen", "talman", "ålderspresidenten", "ordföranden", "ordförande"];
    WORDS.iter().any(|chair| walk::same_word(word, chair))
}

/// The chair from *förste vice* on.
pub(super) fn chair_spot<'t>(source: &Source<'t>, start: usize, end: usize) -> Spot<'t> {
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
    Spot {
        span: Span::new(first, end),
        name: name.into(),
        full: true,
        sure: true,
        gender: None,
        introduces: false,
        rule: &rules::CHAIR,
    }
}

/// *Herr Kyling, som på begäran erhöll ordet för kort genmäle, yttrade:*.
pub(super) fn by_verb<'t>(source: &Source<'t>, line: Line, tail: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let head = line.start as usize;
    let (from, to) = (walk::word_start(text, tail), tail);
    let last = text.get(from..to)?.to_lowercase();
    if let Some(spot) = questioner(source, head, tail) {
        return Some(spot);
    }
    // Noise of a scan sticks to the word: "•yttrade", "vyttrade".
    let spoken = last.ends_with("yttrade")
        || matches!(
            last.as_str(),
            "anförde" | "anför" | "yttra" | "ord" | "tal" | "meddelande" | "genmäle" | "inföll"
        );
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
        let spot = if chair_word(cue.span().of(text)) {
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
pub(super) fn questioner<'t>(source: &Source<'t>, head: usize, tail: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let line = text.get(head..tail)?;
    let rest = line.strip_prefix("Nr ").unwrap_or(line);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ':'));
    let rest =
        rest.strip_prefix(" av ").filter(|_| line.starts_with(|c: char| c.is_ascii_digit() || c == 'N'))?;
    let at = tail - rest.len();
    let end = walk::word_end(text, at);
    let titled = matches!(text.get(at..end)?, "herr" | "fru" | "fröken");
    let spot = if titled { titled_once(source, end, tail)? } else { surname_from(source, at, None)? };
    let after = text.get(spot.span.end as usize..tail)?;
    (after.trim_start().starts_with('(') && after.contains(" till "))
        .then_some(Spot { rule: &rules::SPEAKER, ..spot })
}

/// The name after a title, unless the chair's own title comes first.
pub(super) fn titled_until<'t>(source: &Source<'t>, at: usize, tail: usize) -> Option<Spot<'t>> {
    let text = source.text;
    let spot = titled_once(source, at, tail)?;
    let between = text.get(at..spot.span.start as usize)?.to_lowercase();
    // "herr talmannen erhöll …, då herr X": the chair is a speaker, too.
    let plain =
        between.split_whitespace().all(|w| !matches!(w, "erhöll" | "och" | "yttrade" | "anförde" | "som"));
    plain.then_some(Spot { rule: &rules::SPEAKER, ..spot })
}

/// The name directly after `at`.
pub(super) fn titled_next<'t>(source: &Source<'t>, at: usize) -> Option<Spot<'t>> {
    let (_, next) = word::gap(source.text, at)?;
    let end = walk::word_end(source.text, next);
    if ORDER.contains(&source.text.get(next..end)?.to_lowercase().as_str()) {
        return None;
    }
    let spot = surname_from(source, next, None)?;
    Some(Spot { rule: &rules::SPEAKER, sure: true, ..spot })
}
