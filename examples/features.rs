//! Prints what `tools/weigh.py` trains on: the groups of features, then for each file of text its candidates.
//! With `--flat` these are parts of long lines, with `--decisions` sentences that hold a deciding word (for
//! `tools/weigh_decisions.py`).

use std::error::Error;
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut paths = Vec::from_iter(std::env::args().skip(1));
    let flat = paths.first().is_some_and(|first| first == "--flat");
    let decisions = paths.first().is_some_and(|first| first == "--decisions");
    paths.drain(..usize::from(flat || decisions));
    for (index, path) in paths.iter().enumerate() {
        let decoded = klubba::decode(std::fs::read(path)?)?;
        if decisions {
            writeln!(out, "= {path}\n{}", klubba::weigh_decisions(&decoded.text))?;
            continue;
        }
        let (groups, candidates) = klubba::weigh(&decoded.text, flat);
        if index == 0 {
            writeln!(out, "{groups}")?;
        }
        writeln!(out, "= {path}\n{candidates}")?;
    }
    Ok(())
}
