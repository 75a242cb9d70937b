//! The ladder: what can be done with a text, from the cheapest to the whole.

use crate::sets::Set;
use klubba::formats::json::{Origin, to_string};
use klubba::{Analyzer, Layers};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// Something to do with all texts of a set. What it gives is of no use but to be waited for.
pub struct Step {
    pub name: &'static str,
    pub run: Box<dyn Fn(&Set) -> usize>,
}

/// The layers by themselves, each with those that it needs.
pub const LAYERS: [(&str, Layers); 6] = [
    ("headings", Layers::HEADINGS),
    ("dates", Layers::DATES),
    ("people", Layers::PEOPLE),
    ("speeches", Layers::SPEECHES),
    ("decisions", Layers::DECISIONS),
    ("all layers", Layers::ALL),
];

pub fn all() -> Vec<Step> {
    let mut steps = vec![
        of_texts("split into lines", |text| memchr::memchr_iter(b'\n', text.as_bytes()).count()),
        of_texts("check of UTF-8", |text| std::str::from_utf8(text.as_bytes()).map_or(0, str::len)),
        of_texts(WORDS, |text| text.unicode_words().count()),
        of_texts("scan for cues", klubba::count_cues),
    ];
    for (name, layers) in LAYERS {
        let analyzer = Analyzer::builder().layers(layers).build();
        steps.push(of_texts(name, move |text| analyzer.analyze(text).blocks.len()));
    }
    let json = |set: &Set| {
        let each = set.documents.iter().zip(&set.texts);
        each.map(|(document, text)| to_string(document, text, Origin::default()).len()).sum()
    };
    steps.push(Step { name: "JSON of the findings", run: Box::new(json) });
    steps
}

/// What the others are compared with.
pub const WORDS: &str = "Unicode words";

fn of_texts(name: &'static str, run: impl Fn(&str) -> usize + 'static) -> Step {
    let run = move |set: &Set| set.texts.iter().map(|text| run(black_box(text))).sum();
    Step { name, run: Box::new(run) }
}
