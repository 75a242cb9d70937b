//! Prints what `tools/weigh.py` trains on: the groups of features, then for each file of text its candidates.
//! With `--flat` these are parts of long lines. After `--scores FILE` come files; FILE has a line for each of them: the scores of a first look, parted by blanks.

use std::error::Error;
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut paths = Vec::from_iter(std::env::args().skip(1));
    let mut told = String::new();
    if paths.first().is_some_and(|first| first == "--scores") {
        told = std::fs::read_to_string(&paths[1])?;
        paths.drain(..2);
    }
    let flat = paths.first().is_some_and(|first| first == "--flat");
    paths.drain(..usize::from(flat));
    let mut told = told.lines();
    for (index, path) in paths.iter().enumerate() {
        let decoded = klubba::decode(std::fs::read(path)?)?;
        let scores = told.next().unwrap_or("").split_whitespace().map(str::parse);
        let scores = if flat { vec![f32::NEG_INFINITY] } else { scores.collect::<Result<_, _>>()? };
        let (groups, candidates) = klubba::weigh(&decoded.text, &scores);
        if index == 0 {
            writeln!(out, "{groups}")?;
        }
        writeln!(out, "= {path}\n{candidates}")?;
    }
    Ok(())
}
