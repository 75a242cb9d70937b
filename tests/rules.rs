//! Each rule finds what its example marks, and nothing in its counter-example.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Analyzer, Document, Span, civil};
use std::collections::HashSet;

/// Every finding: the code of its rule and its span.
fn findings(doc: &Document) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    all.extend(doc.headings.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.toc.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.people.iter().map(|x| (x.rule.code, x.mentions[0])));
    all.extend(doc.speeches.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.decisions.iter().map(|x| (x.rule.code, x.span)));
    all.extend(doc.dates.iter().map(|x| (x.rule.code, x.span)));
    all
}

fn analyze(text: &str) -> Document {
    Analyzer::builder().date(civil::date(2024, 3, 14)).build().analyze(text)
}

#[test]
fn examples_and_counter_examples() {
    let mut wrong = Vec::new();
    for rule in klubba::rules::all() {
        let (before, rest) = rule.example.split_once('⟦').unwrap_or_else(|| panic!("{}: no ⟦", rule.code));
        let (marked, after) = rest.split_once('⟧').unwrap_or_else(|| panic!("{}: no ⟧", rule.code));
        let text = format!("{before}{marked}{after}");
        let want = Span { start: before.len() as u32, end: (before.len() + marked.len()) as u32 };
        let found = findings(&analyze(&text));
        if !found.contains(&(rule.code, want)) {
            let seen: Vec<_> = found.iter().map(|(code, span)| (code, span.of(&text))).collect();
            wrong.push(format!("{} finds no {marked:?} in its example, but {seen:?}", rule.code));
        }
        let found = findings(&analyze(rule.counter_example));
        if let Some((_, span)) = found.iter().find(|(code, _)| *code == rule.code) {
            wrong.push(format!(
                "{} finds {:?} in its counter-example",
                rule.code,
                span.of(rule.counter_example)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for rule in klubba::rules::all() {
        assert!(seen.insert(rule.code), "{} twice", rule.code);
        let (layer, name) = rule.code.split_once('.').expect(rule.code);
        assert!(["heading", "toc", "date", "person", "speech", "decision"].contains(&layer), "{}", rule.code);
        assert!(
            name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()),
            "{}",
            rule.code
        );
        assert!(!rule.meaning.is_empty() && !rule.meaning.contains('\n'), "{}", rule.code);
        assert_eq!(klubba::rules::find(rule.code), Some(rule));
    }
}
