//! Prints the features by which klubba tells the kind of a text, one text a line, its features parted by blanks. Texts come from
//! standard input, each ended by a zero byte: `tools/train_kind.py` asks so.

use std::error::Error;
use std::io::{self, Read, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = Vec::new();
    io::stdin().lock().read_to_end(&mut all)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for text in all.split(|&b| b == 0).filter(|text| !text.is_empty()) {
        writeln!(out, "{}", klubba::kind_features(std::str::from_utf8(text)?).join(" "))?;
    }
    Ok(())
}
