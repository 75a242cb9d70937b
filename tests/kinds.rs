//! What sort of text a document is: by its evidence, and what the other layers find where it is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Analyzer, DocumentKind};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The texts of `examples/documents` that have decisions of their own.
fn documents() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/documents");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let text = |path: &PathBuf| {
        let plain = path.extension().is_some_and(|ending| ending == "txt" || ending == "md");
        plain.then(|| fs::read_to_string(path).unwrap())
    };
    paths.iter().filter_map(text).collect()
}

/// Whatever kinds the documents are taken for, at most 15 % of their decisions are lost.
#[test]
fn a_wrong_kind_costs_few_decisions() {
    let texts = documents();
    assert!(texts.len() >= 5, "{} documents", texts.len());
    let mut lost: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for text in &texts {
        let own = klubba::analyze(text);
        for &kind in DocumentKind::ALL {
            let forced = Analyzer::builder().kind(kind).build().analyze(text);
            let near = |start: u32, end: u32| {
                forced.decisions.iter().any(|d| d.span.start < end && start < d.span.end)
            };
            let kept = own.decisions.iter().filter(|d| near(d.span.start, d.span.end)).count();
            let (all, of_kind) = lost.entry(kind.as_str()).or_default();
            *all += own.decisions.len();
            *of_kind += own.decisions.len() - kept;
        }
    }
    let share = |(all, lost): (usize, usize)| lost as f64 / all.max(1) as f64;
    let told: Vec<String> = lost.iter().map(|(kind, n)| format!("{kind} {:.3}", share(*n))).collect();
    let (all, away) = lost.values().fold((0, 0), |sum, n| (sum.0 + n.0, sum.1 + n.1));
    assert!(all > 100, "{all} decisions");
    assert!(share((all, away)) < 0.15, "{told:?}");
}

/// The rows of a table in `tests/cases`: cells parted by tabs, `\n` for a line break.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<String>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect())
}

#[test]
fn kinds() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/kinds.tsv")) {
        let [want, text] = row.as_slice() else { panic!("{row:?}") };
        for shown in [text.clone(), text.replace('\n', "\r\n")] {
            let doc = klubba::analyze(&shown);
            if doc.kind.as_str() != want {
                wrong.push(format!("{} ({}), not {want}: {text:?}", doc.kind, doc.kind_score));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/titles.tsv")) {
        let [class, text, want] = row.as_slice() else { panic!("{row:?}") };
        let found = klubba::analyze(text).title;
        if found.as_deref().unwrap_or("-") != want {
            wrong.push(format!("{class}: {text:?} gives {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The evidence names what was seen, the strongest first; a text that says nothing is of no kind.
#[test]
fn evidence() {
    let text = &rows(include_str!("cases/kinds.tsv")).next().unwrap()[1];
    let doc = klubba::analyze(text);
    assert_eq!(doc.kind, DocumentKind::Minutes);
    assert!(doc.kind_score >= 50 && doc.kind_score <= 100, "{}", doc.kind_score);
    assert!(!doc.kind_evidence.is_empty());
    assert!(doc.kind_evidence.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
    let nothing = klubba::analyze("");
    assert_eq!(nothing.kind, DocumentKind::Other);
}

/// What tells the manner of a text: its title, its headings, and words that tell several voices at once.
#[test]
fn manners() {
    let text = "Vad gör nämnden?\n\nHär kan du läsa om nämnden. Den ska mötas varje månad.\n\n## Hur gör jag?\n\n\
                Ring oss eller skriv till a@exempel.se.\n\n## Beslut\n\nBesluten finns på hemsidan.";
    let told = klubba::kind_features(text);
    let wanted =
        ["m:asks", "m:vad", "masking=2", "mdecided=1", "mmails=1", "mshall=20", "smust=40", "mguides=2"];
    for feature in wanted {
        assert!(told.iter().any(|name| name == feature), "{feature}: {told:?}");
    }
    let other = klubba::kind_features("Protokoll\n\nOrdföranden öppnade mötet.");
    for feature in wanted {
        assert!(other.iter().all(|name| name != feature), "{feature}: {other:?}");
    }
}
