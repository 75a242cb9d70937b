//! What every analysis must hold, whatever the text.

#![allow(dead_code, reason = "each test file uses its part")]

use klubba::{Analyzer, Decision, Document, Span, civil};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Every span of a document with the rule or the field that it belongs to.
pub fn spans(doc: &Document) -> Vec<(&'static str, Span)> {
    let mut all = Vec::new();
    all.extend(doc.headings.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.toc.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.people.iter().flat_map(|x| x.mentions.iter().map(|&span| (x.rule.code, span))));
    all.extend(doc.speeches.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.decisions.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.decisions.iter().flat_map(|x| x.items.iter().map(|&span| (x.rule.code, span))));
    all.extend(doc.items.iter().map(|x| ("item", x.span)));
    all.extend(doc.dates.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.furniture.iter().map(|&span| ("furniture", span)));
    all.extend(doc.blocks.iter().map(|x| (x.kind.as_str(), x.span)));
    all.extend(doc.sections().iter().map(|x| ("section", x.span)));
    all
}

/// What is wrong with a document that was found in `text`; nothing, if all is well.
pub fn faults(doc: &Document, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (rule, span) in spans(doc) {
        match text.get(span.range()) {
            None => faults.push(format!("{rule}: {span:?} is no slice of the text")),
            Some("") => faults.push(format!("{rule}: {span:?} is empty")),
            Some(found) if found.trim() != found => {
                faults.push(format!("{rule}: {found:?} begins or ends with white space"));
            }
            Some(_) => {}
        }
    }
    let mut ordered = |what: &str, starts: &mut dyn Iterator<Item = u32>| {
        let starts = Vec::from_iter(starts);
        if !starts.is_sorted() {
            faults.push(format!("the {what} are out of order: {starts:?}"));
        }
    };
    ordered("headings", &mut doc.headings.iter().map(|x| x.span.start));
    ordered("lines of contents", &mut doc.toc.iter().map(|x| x.span.start));
    ordered("people", &mut doc.people.iter().filter_map(|x| x.mentions.first().map(|m| m.start)));
    ordered("speeches", &mut doc.speeches.iter().map(|x| x.span.start));
    ordered("decisions", &mut doc.decisions.iter().map(|x| x.span.start));
    ordered("dates", &mut doc.dates.iter().map(|x| x.span.start));
    for person in &doc.people {
        ordered("mentions", &mut person.mentions.iter().map(|m| m.start));
    }
    for decision in &doc.decisions {
        ordered("items", &mut decision.items.iter().map(|item| item.start));
    }
    let (people, decisions) = (doc.people.len() as u32, doc.decisions.len() as u32);
    for (index, decision) in doc.decisions.iter().enumerate() {
        let named = decision.by.iter().chain(decision.ballots.iter().map(|b| &b.person));
        if named.copied().any(|p| p >= people) || decision.same_as.is_some_and(|d| d as usize >= index) {
            faults.push(format!("a decision points nowhere: {decision:?}"));
        }
    }
    for item in &doc.items {
        let parts = [&item.proposals, &item.motions, &item.votes, &item.decisions, &item.reservations];
        if parts.into_iter().flatten().any(|&d| d >= decisions)
            || item.speakers.iter().any(|&p| p >= people)
            || item.heading as usize >= doc.headings.len()
        {
            faults.push(format!("an item points nowhere: {item:?}"));
        }
    }
    for pair in doc.dates.windows(2) {
        if pair[0].span.overlaps(pair[1].span) {
            faults.push(format!("dates overlap: {:?} and {:?}", pair[0], pair[1]));
        }
    }
    for pair in doc.headings.windows(2) {
        if pair[0].span.overlaps(pair[1].span) {
            faults.push(format!("headings overlap: {:?} and {:?}", pair[0], pair[1]));
        }
    }
    for decision in &doc.decisions {
        if let Some(item) = decision.items.iter().find(|item| !decision.span.contains(**item)) {
            faults
                .push(format!("{}: its item {item:?} lies outside {:?}", decision.rule.code, decision.span));
        }
    }
    for date in &doc.dates {
        if date.first > date.last || date.first.is_some() != date.last.is_some() {
            faults.push(format!("{}: from {:?} to {:?}", date.rule.code, date.first, date.last));
        }
    }
    faults.extend(block_faults(doc, text));
    let people = doc.people.len() as u32;
    if doc.speeches.iter().any(|x| x.speakers.is_empty() || x.speakers.iter().any(|&i| i >= people)) {
        faults.push("a speech has a speaker who is none of the people, or none".to_string());
    }
    if doc.people.iter().any(|x| x.mentions.is_empty()) {
        faults.push("a person is mentioned nowhere".to_string());
    }
    let headings = doc.headings.len() as u32;
    if doc.toc.iter().any(|x| x.heading.is_some_and(|heading| heading >= headings)) {
        faults.push("a line of contents points to no heading".to_string());
    }
    faults
}

/// Blocks cover all that there is to see, once; pages and sections follow one another.
fn block_faults(doc: &Document, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut from = 0;
    let mut outside = |from: usize, to: usize| match text.get(from..to) {
        Some(gap) if !gap.contains(char::is_alphanumeric) => {}
        gap => faults.push(format!("{gap:?} at {from}..{to} is in no block, or in two")),
    };
    for block in &doc.blocks {
        outside(from, block.span.start as usize);
        from = block.span.end as usize;
    }
    outside(from, text.len());
    for pair in doc.pages.windows(2) {
        if pair[0].start >= pair[1].start || pair[0].number >= pair[1].number {
            faults.push(format!("pages do not rise: {pair:?}"));
        }
    }
    if doc.pages.iter().any(|page| !text.is_char_boundary(page.start as usize)) {
        faults.push(format!("a page begins inside a character: {:?}", doc.pages));
    }
    if doc.pages.first().is_some_and(|page| page.start != 0) {
        faults.push("the first page does not begin with the text".to_string());
    }
    let sections = doc.sections();
    for (index, section) in sections.iter().enumerate() {
        let level = |i: u32| doc.headings[i as usize].level;
        if section.heading as usize != index || section.span.start != doc.headings[index].span.start {
            faults.push(format!("section {index} is not that of its heading"));
        }
        if let Some(parent) = section.parent
            && (parent >= section.heading
                || level(parent) >= level(section.heading)
                || !sections[parent as usize].span.contains(section.span))
        {
            faults.push(format!("section {index} does not lie in its parent {parent}"));
        }
        // Nothing that is read stands in it twice or is lost on the way.
        let told = section.text(text);
        if told.trim() != told || told.is_empty() {
            faults.push(format!("the text of section {index} is {told:?}"));
        }
    }
    faults
}

/// The same for the JSON: its offsets count code points and its texts are the slices.
#[cfg(feature = "json")]
pub fn json_faults(doc: &Document, text: &str) -> Vec<String> {
    use klubba::formats::json::{Origin, to_string};
    let json: serde_json::Value = serde_json::from_str(&to_string(doc, text, Origin::default())).unwrap();
    // Where each code point begins, so that slicing is not a search.
    let at = Vec::from_iter(text.char_indices().map(|(at, _)| at).chain([text.len()]));
    let mut faults = Vec::new();
    let mut check = |finding: &serde_json::Value| {
        let place = |key: &str| at.get(finding[key].as_u64()? as usize).copied();
        let slice = place("start").zip(place("end")).and_then(|(start, end)| text.get(start..end));
        if slice.is_none() || slice != finding["text"].as_str() {
            faults.push(format!("the text is {slice:?} at {finding}"));
        }
    };
    let all = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    for layer in ["headings", "toc", "speeches", "decisions", "dates"] {
        for finding in all(&json[layer]) {
            check(&finding);
            all(&finding["items"]).iter().for_each(&mut check);
        }
    }
    for person in all(&json["people"]) {
        all(&person["mentions"]).iter().for_each(&mut check);
    }
    for (page, found) in all(&json["pages"]).iter().zip(&doc.pages) {
        if at.get(page["start"].as_u64().unwrap_or(u64::MAX) as usize) != Some(&(found.start as usize)) {
            faults.push(format!("{page} is not {found:?}"));
        }
    }
    faults
}

/// What a text decides, read on a day that is the same in all tests.
pub fn decisions(text: &str) -> Vec<Decision> {
    let doc = Analyzer::builder().date(civil::date(2024, 3, 14)).build().analyze(text);
    keep(text, &doc);
    doc.decisions
}

/// Keeps a text and its decisions in the folder that `KLUBBA_KEEP_TEXTS` names, if it does: `tools/weigh_decisions.py` learns
/// from the texts of the tests what only looks like a decision.
pub fn keep(text: &str, doc: &Document) {
    let Some(folder) = std::env::var_os("KLUBBA_KEEP_TEXTS").map(std::path::PathBuf::from) else { return };
    let mut name = DefaultHasher::new();
    text.hash(&mut name);
    let path = folder.join(format!("{:016x}.txt", name.finish()));
    let chars = |at: u32| text[..at as usize].chars().count();
    let told = |d: &Decision| {
        format!(r#"{{"start": {}, "end": {}, "kind": "{}"}}"#, chars(d.span.start), chars(d.span.end), d.kind)
    };
    let decisions = Vec::from_iter(doc.decisions.iter().map(told)).join(", ");
    std::fs::write(path.with_extension("json"), format!(r#"{{"decisions": [{decisions}]}}"#)).unwrap();
    std::fs::write(path, text).unwrap();
}
