//! How fast klubba reads: each step of the ladder from a split into lines to JSON, on made and real texts.
//!
//! - `cargo bench --features bench`: by criterion, which tells what a change does to each step.
//! - `cargo bench --features bench -- turns`: the steps by turns, as JSON. Ratios come from here, for what slows the
//!   machine for a second slows both sides. `make bench` makes `BENCHMARKS.md` of it.
//! - `… -- linear`, `short FILE`, `memory FILE`, `make KIND BYTES PATH`: see `modes.rs`.

mod modes;
mod sets;
mod steps;
#[path = "../texts/mod.rs"]
mod texts;

use criterion::{BenchmarkId, Criterion, Throughput};
use std::time::Duration;

fn main() {
    let arguments = Vec::from_iter(std::env::args().skip(1).filter(|argument| argument != "--bench"));
    let arguments = Vec::from_iter(arguments.iter().map(String::as_str));
    match arguments.as_slice() {
        ["turns"] => modes::turns(),
        ["linear"] => modes::linear(),
        ["short", file] => modes::short(file),
        ["memory", file] => modes::memory(file),
        ["make", kind, bytes, path] => modes::make(kind, bytes, path),
        _ => criterion(),
    }
}

fn criterion() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .without_plots()
        .configure_from_args();
    for set in sets::all(2 << 20) {
        let mut group = criterion.benchmark_group(set.name);
        group.throughput(Throughput::Bytes(set.bytes() as u64));
        for step in steps::all() {
            group.bench_function(BenchmarkId::from_parameter(step.name), |bencher| {
                bencher.iter(|| (step.run)(&set));
            });
        }
        group.finish();
    }
}
