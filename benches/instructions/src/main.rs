//! What `tools/bench/instructions.py` runs under callgrind: one set of layers over one kind of text, all inside
//! [`measured`], which alone is counted. Starting and the tables of words, made before, are not.

#[path = "../../texts/mod.rs"]
mod texts;

use klubba::{Analyzer, Layers};
use std::hint::black_box;
use std::process::ExitCode;

/// So that hash maps, whose keys are other ones in every run, even out.
const TIMES: usize = 3;

fn main() -> ExitCode {
    let arguments = Vec::from_iter(std::env::args().skip(1));
    let [kind, layer, bytes] = arguments.as_slice() else { return usage() };
    let (Some(layers), Ok(bytes)) = (Layers::from_name(layer), bytes.parse()) else { return usage() };
    if !texts::KINDS.contains(&kind.as_str()) {
        return usage();
    }
    let texts = texts::make(kind, bytes);
    let analyzer = Analyzer::builder().layers(layers).build();
    // All that is made at first use.
    black_box(texts.first().map(|text| analyzer.analyze(text)));
    for _ in 0..TIMES {
        measured(&analyzer, &texts);
    }
    println!("{}", TIMES * texts.iter().map(String::len).sum::<usize>());
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: klubba-instructions {} LAYER BYTES", texts::KINDS.join("|"));
    ExitCode::FAILURE
}

#[inline(never)]
fn measured(analyzer: &Analyzer, texts: &[String]) {
    for text in texts {
        black_box(analyzer.analyze(black_box(text)));
    }
}
