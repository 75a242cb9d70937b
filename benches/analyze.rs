//! How fast klubba reads, beside a bare count of words: MB/s of each layer and of the whole, and the ratio.
//!
//! Over the Riksdag records in `../shared/records` where they are, else over minutes made up here. The text
//! must vary: what repeats is learnt by the processor and flatters.

use criterion::{BenchmarkId, Criterion, Throughput};
use klubba::output::json::{Origin, to_string};
use klubba::{Analyzer, Layers};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

/// All texts with the name of the set.
fn texts() -> (&'static str, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/records");
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            texts.extend(std::fs::read_to_string(path));
        }
    }
    if texts.is_empty() { ("made-up", vec![made_up(3 << 20)]) } else { ("records", texts) }
}

/// Minutes whose words, names and days are drawn anew in each line, always the same ones.
fn made_up(bytes: usize) -> String {
    const NAMES: [&str; 8] = ["Anna", "Åke", "Birgitta", "Per-Olof", "Östen", "Maria", "Stig", "Märta"];
    const SURNAMES: [&str; 8] =
        ["Holm", "Öberg", "Lindqvist", "Åkesson", "Svärd", "Berglund", "Nyman", "af Klercker"];
    const MATTERS: [&str; 8] = [
        "budgeten",
        "detaljplanen för hamnen",
        "taxan för vatten",
        "skolans lokaler",
        "en ny bro",
        "årsredovisningen",
        "arvoden",
        "samrådet om vägen",
    ];
    const SAYS: [&str; 6] =
        ["yrkar bifall till", "informerar om", "frågar om", "redogör för", "tvivlar på", "berättar om"];
    const MONTHS: [&str; 6] = ["januari", "mars", "april", "juni", "oktober", "december"];
    // A linear congruence: enough to keep the lines apart.
    let mut state = 20_240_314_u64;
    let mut draw = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % count
    };
    let mut text = String::with_capacity(bytes + 1000);
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let (name, surname, matter) = (NAMES[draw(8)], SURNAMES[draw(8)], MATTERS[draw(8)]);
        text += &format!("\n§ {number} Ärende om {matter}\n\nBakgrund\n\n");
        for _ in 0..3 + draw(6) {
            let (who, family, what) = (NAMES[draw(8)], SURNAMES[draw(8)], MATTERS[draw(8)]);
            let (says, day, month) = (SAYS[draw(6)], 1 + draw(28), MONTHS[draw(6)]);
            text += &format!(
                "{who} {family} {says} {what}, som nämnden prövade den {day} {month} {} utan att enas. ",
                2000 + draw(25)
            );
            text += "Frågan har beretts i utskottet och kostnaden ryms inom ramen för verksamheten. ";
        }
        text +=
            &format!("\n\nBeslut\n\nNämnden beslutar att godkänna {matter} och att utse {name} {surname}.\n");
    }
    text
}

fn main() {
    let (set, texts) = texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4))
        .without_plots()
        .configure_from_args();
    let mut group = criterion.benchmark_group(set);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("word count", |bencher| bencher.iter(|| words(&texts)));
    let layers = [
        ("headings", Layers::HEADINGS),
        ("dates", Layers::DATES),
        ("people", Layers::PEOPLE),
        ("speeches", Layers::SPEECHES),
        ("decisions", Layers::DECISIONS),
        ("all", Layers::ALL),
    ];
    for (name, layers) in layers {
        let analyzer = Analyzer::builder().layers(layers).build();
        group.bench_function(BenchmarkId::new("analyze", name), |bencher| {
            bencher.iter(|| analyses(&analyzer, &texts));
        });
    }
    let documents = Vec::from_iter(texts.iter().map(|text| klubba::analyze(text)));
    group.bench_function("to JSON", |bencher| {
        bencher.iter(|| {
            let each = documents.iter().zip(&texts);
            each.map(|(doc, text)| to_string(doc, text, Origin::default()).len()).sum::<usize>()
        });
    });
    group.finish();
    for (name, layers) in layers {
        ratio(set, name, layers, bytes, &texts);
    }
    for page in WORST {
        worst(page);
    }
}

/// What pages that no one writes are made of, each for a search that could go on and on.
const WORST: [&str; 12] = ["1", "12 ", "2023-", "–", "– ", "maj ", "den 3 ", "”", "(", "§ ", "att ", "ANNA "];

/// Nanoseconds a byte on a short text of nothing but `page` and on one 32 times as long.
fn worst(page: &str) {
    let dates = Analyzer::builder().layers(Layers::DATES).build();
    for (name, analyzer) in [("dates", dates), ("all", Analyzer::default())] {
        let cost = |bytes: usize| {
            let texts = [page.repeat(bytes / page.len())];
            let once = || {
                let start = Instant::now();
                black_box(analyses(&analyzer, &texts));
                start.elapsed()
            };
            let fastest = (0..5).map(|_| once()).min().unwrap_or_default();
            fastest.as_secs_f64() * 1e9 / texts[0].len() as f64
        };
        let (short, long) = (cost(100_000), cost(3_200_000));
        println!("{page:?} over and over, {name}: {short:.1} ns a byte in 100 kB, {long:.1} in 3.2 MB");
    }
}

fn words(texts: &[String]) -> usize {
    texts.iter().map(|text| text.unicode_words().count()).sum()
}

fn analyses(analyzer: &Analyzer, texts: &[String]) -> usize {
    texts.iter().map(|text| analyzer.analyze(black_box(text)).dates.len()).sum()
}

/// The figures that the design is held to, both sides measured by turns on one core.
fn ratio(set: &str, name: &str, layers: Layers, bytes: usize, texts: &[String]) {
    let analyzer = Analyzer::builder().layers(layers).build();
    let (mut count, mut whole) = (Duration::MAX, Duration::MAX);
    for _ in 0..15 {
        let start = Instant::now();
        black_box(words(texts));
        count = count.min(start.elapsed());
        let start = Instant::now();
        black_box(analyses(&analyzer, texts));
        whole = whole.min(start.elapsed());
    }
    let speed = |took: Duration| bytes as f64 / 1e6 / took.as_secs_f64();
    println!(
        "{set}, {:.1} MB on one core: word count {:.0} MB/s, {name} {:.0} MB/s: {:.2} times as fast",
        bytes as f64 / 1e6,
        speed(count),
        speed(whole),
        count.as_secs_f64() / whole.as_secs_f64()
    );
}
