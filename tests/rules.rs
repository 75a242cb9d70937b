//! Each rule finds what its example marks, and nothing in its counter-example.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

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
    let doc = Analyzer::builder().date(civil::date(2024, 3, 14)).build().analyze(text);
    common::keep(text, &doc);
    doc
}

/// What is read out of a finding: the value of a date, the kind of a decision, the mode of a speech.
fn value_of(doc: &Document, code: &str, at: Span) -> Option<String> {
    let dates = doc.dates.iter().map(|x| (x.rule.code, x.span, x.value.clone()));
    let decisions = doc.decisions.iter().map(|x| (x.rule.code, x.span, x.kind.to_string()));
    let speeches = doc.speeches.iter().map(|x| (x.rule.code, x.span, x.mode.to_string()));
    let mut all = dates.chain(decisions).chain(speeches);
    all.find(|(rule, span, _)| *rule == code && *span == at).map(|(.., value)| value)
}

#[test]
fn examples_and_counter_examples() {
    let mut wrong = Vec::new();
    for rule in klubba::rules::all() {
        for example in rule.finds {
            let (before, rest) =
                example.text.split_once('⟦').unwrap_or_else(|| panic!("{}: no ⟦", rule.code));
            let (marked, after) = rest.split_once('⟧').unwrap_or_else(|| panic!("{}: no ⟧", rule.code));
            let text = format!("{before}{marked}{after}");
            let want = Span { start: before.len() as u32, end: (before.len() + marked.len()) as u32 };
            let doc = analyze(&text);
            let found = findings(&doc);
            if !found.contains(&(rule.code, want)) {
                let seen: Vec<_> = found.iter().map(|(code, span)| (code, span.of(&text))).collect();
                wrong.push(format!("{} finds no {marked:?} in its example, but {seen:?}", rule.code));
            } else if let Some(value) = example.value {
                let read = value_of(&doc, rule.code, want);
                if read.as_deref() != Some(value) {
                    wrong.push(format!("{} reads {read:?} out of {marked:?}, not {value:?}", rule.code));
                }
            }
        }
        for text in rule.passes {
            let found = findings(&analyze(text));
            if let Some((_, span)) = found.iter().find(|(code, _)| *code == rule.code) {
                wrong.push(format!("{} finds {:?} in its counter-example", rule.code, span.of(text)));
            }
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

#[test]
fn every_rule_is_declared_where_it_says_and_registered() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: HashSet<&str> = HashSet::new();
    for rule in klubba::rules::all() {
        let text = std::fs::read_to_string(root.join(rule.file)).expect(rule.file);
        let from = text.lines().skip(rule.line as usize - 1);
        assert!(from.take(400).any(|line| line.contains(&format!("\"{}\"", rule.code))), "{}", rule.code);
        files.insert(rule.file);
    }
    for file in files {
        let text = std::fs::read_to_string(root.join(file)).expect(file);
        for part in text.split("\nrule! {").skip(1) {
            let code = part.split("= \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a code");
            assert!(klubba::rules::find(code).is_some(), "{file}: {code} is not in its layer's RULES");
        }
    }
}
