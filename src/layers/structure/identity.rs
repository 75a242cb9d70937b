//! What the text is called, and which body it belongs to.

use super::headings::Found;
use super::layout::{Layout, Role};
use super::numbering::Sort;
use super::rules;
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::OCH_WORD;
use crate::lexicon::sets::pages::{BODY_ADJECTIVES, CAME_FROM, HALVES, NAME_JOINTS, OWN_PAPERS};
use crate::lexicon::sets::titles::{DOCUMENTS, SERIES};
use crate::scan::{Cue, Source};
use crate::text::walk;

/// Whether the first heading is the document's title: it reads like one and stands at the top.
pub(super) fn has_title(source: &Source, layout: &Layout, found: &[Found]) -> bool {
    let Some(first) = found.first() else { return false };
    if first.rule.is(&rules::MATTER) || layout.title == Some(first.span) {
        return true;
    }
    if first.label.is_some()
        || super::contents::is_name(&first.title)
        || first.number.as_ref().is_some_and(|(n, _)| n.sort != Sort::Part)
    {
        return false;
    }
    let above =
        (0..first.rows.0).filter(|&i| matches!(layout.rows[i].role, Role::Text | Role::Item | Role::Row));
    let (mut lines, mut prose) = (0, false);
    for i in above {
        lines += 1;
        prose |= layout.rows[i].span.len() > 120 || layout.rows[i].text(source).ends_with('.');
    }
    lines <= 4 && !prose
}

/// A document word in capitals among the page headers: the title where nothing else is.
pub(super) fn title_in_header(source: &Source, layout: &Layout) -> Option<String> {
    let rows = layout.rows.iter().filter(|r| matches!(r.role, Role::Furniture | Role::Text)).take(24);
    for row in rows.filter(|r| r.span.len() < 120) {
        let text = row.text(source);
        for part in text.split("  ").flat_map(|p| p.split('\t')) {
            // *SAMMANTRÄDESPROTOKOLL 2019-05-14*
            let part = part.trim_end_matches(|c: char| !c.is_alphabetic()).trim_start();
            let lower = || part.to_lowercase();
            let alone = row.role == Role::Furniture && OWN_PAPERS.iter().any(|w| walk::same_word(text, w));
            if alone
                || walk::is_all_caps(part)
                    && !part.contains(char::is_whitespace)
                    && OWN_PAPERS.iter().any(|w| lower().contains(w))
            {
                return Some(part.to_string());
            }
        }
    }
    None
}

/// Rows from the top that may be a page's head.
const HEAD: usize = 4;

/// The body that the document belongs to, from page headers and the title: *Kommunstyrelsen*.
pub(super) fn body(source: &Source, layout: &Layout, found: &[Found], title: bool) -> Option<String> {
    let head = found.first().filter(|_| title).map(|f| f.span);
    // A page's head that was taken for a heading has the body on a line of its own.
    let untitled = found.first().filter(|f| !title && f.rows.0 < HEAD);
    let lines = untitled.map(|f| layout.rows.iter().take(f.rows.1 + 1).skip(f.rows.0).map(|row| row.span));
    let lines = lines.into_iter().flatten();
    let first =
        layout.rows.iter().filter(|r| r.role == Role::Text && r.span.len() < 90).take(4).map(|r| r.span);
    let furniture = layout
        .rows
        .iter()
        .filter(|r| r.role == Role::Furniture && r.span.len() < 120)
        .take(40)
        .map(|r| r.span);
    // The lines with the cues of bodies in them.
    let bodies = |span: Span| {
        let cues = source.cues.within(span);
        cues.iter().position(|c| c.has(Classes::BODY)).map(|first| (span, &cues[first..]))
    };
    let named = Vec::from_iter(furniture.chain(head).filter_map(bodies));
    let first = Vec::from_iter(first.filter_map(bodies));
    for (span, cues) in named.iter().chain(&first) {
        // A line that is nothing but the body names it best.
        let text = span.of(source.text);
        if text.len() >= 60 || text.contains([':', '.', ',']) {
            continue;
        }
        let cue = cues.iter().find(|c| c.has(Classes::BODY) && is_name(source, *span, **c));
        if cue.is_some_and(|c| c.span() == *span || !walk::is_all_caps(text)) {
            // "Socialnämnden i Granviks kommun"
            // *Kommunstyrelsen 2023-11-27*
            let name = past_document_word(text);
            let name = name.split(" i ").next().unwrap_or(name);
            let name = match name.rsplit_once(' ') {
                Some((name, day)) if day.bytes().all(|b| b.is_ascii_digit() || b == b'-') => name,
                _ => name,
            };
            return Some(nominative(name));
        }
    }
    let alone = || lines.filter_map(bodies).find(|(line, cues)| cues[0].span() == *line);
    // *anmäler jäv i § 3: Utdelning ur stiftelsen*: a sentence names others. *Hemställan från nämnden om fler bänkar*:
    // what came from others is theirs, but for minutes and the like.
    let titled = |(span, cues): &&(Span, &[Cue])| {
        let text = span.of(source.text);
        let before = cues.first().and_then(|cue| source.text.get(span.start as usize..cue.start as usize));
        let came = before.is_some_and(|before| before.ends_with(CAME_FROM)) && {
            let lower = text.to_lowercase();
            !OWN_PAPERS.iter().any(|word| lower.contains(word))
        };
        text.starts_with(char::is_uppercase) && !text.contains(':') && !came
    };
    named.first().or_else(|| first.iter().find(titled)).copied().or_else(alone).map(|(line, cues)| {
        let (text, cue) = (line.of(source.text), cues[0]);
        let start = halved(text, cue.start as usize - line.start as usize);
        nominative(text.get(start..cue.end() - line.start as usize).unwrap_or_default())
    })
}

/// *Protokoll kulturnämnden*: the name behind what the paper is.
fn past_document_word(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let lower = first.to_lowercase();
    let paper = DOCUMENTS.contains(&lower.as_str()) || SERIES.contains(&lower.as_str());
    if !rest.is_empty() && paper { rest } else { text }
}

/// Whether a line is a body's name, in which `cue` is its word: *Byggnadsnämndens arbetsutskott*, *Tekniska förvaltningen*,
/// *Nämnden för Teknik*; not *Regeringen satsar på skolan*, *Uppdrag till nämnden*.
fn is_name(source: &Source, line: Span, cue: Cue) -> bool {
    let before = source.text.get(line.start as usize..cue.start as usize).unwrap_or("");
    let after = source.text.get(cue.end()..line.end as usize).unwrap_or("");
    // *Kultur- och fritidsnämnden*, *Tekniska nämnden*.
    let mut halved = false;
    let leads = |word: &str| {
        let leads = word.ends_with(['-', 'a']) || walk::is_capitalised(word) || halved && word == OCH_WORD;
        halved = word.ends_with('-');
        leads
    };
    if before.split_whitespace().count() > 3 || !before.split_whitespace().all(leads) {
        return false;
    }
    // A name goes on with a capital, with another body's word, or with what the body is for or where it is.
    let mut joined = false;
    after.split_whitespace().all(|word| {
        let goes_on = joined
            || !word.starts_with(char::is_lowercase)
            || source.lexicon.classes_of(word).has(Classes::BODY);
        joined = NAME_JOINTS.has(word);
        joined || goes_on
    })
}

/// Where the name begins whose last word stands at `at`: at *Barn-* of *Barn- och utbildningsnämnden*.
pub(crate) fn halved(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let first = HALVES.iter().find_map(|och| before.strip_suffix(och)).filter(|b| b.ends_with('-'));
    let Some(first) = first else { return named_before(text, at) };
    first.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, blank)| at + blank.len_utf8())
}

/// At *Kommunala* of *Kommunala pensionärsrådet*, in a capital.
fn named_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).and_then(|before| before.strip_suffix(' ')).unwrap_or("");
    let letters =
        before.chars().rev().take(24).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    let word = &before[before.len() - letters..];
    if walk::is_capitalised(word) && BODY_ADJECTIVES.has(word) { at - 1 - letters } else { at }
}

/// `kommunstyrelsens` → `Kommunstyrelsen`: the genitive of a definite form ends in -ns, -ts, -as or -es.
pub(crate) fn nominative(name: &str) -> String {
    let name = walk::one_line(name);
    let first = name.split(' ').next().unwrap_or("");
    let bare = if name == first {
        name.strip_suffix('s').filter(|n| n.ends_with(['n', 't', 'a', 'e']) && !n.ends_with("rende"))
    } else {
        None
    };
    let base = bare.unwrap_or(&name);
    let mut nominative = String::with_capacity(base.len());
    let mut chars = base.chars();
    nominative.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    // *KOMMUNSTYRELSEN*, but *KS*
    if walk::is_all_caps(base) && base.len() > 4 {
        nominative.push_str(&chars.as_str().to_lowercase());
    } else {
        nominative.push_str(chars.as_str());
    }
    nominative
}
