//! Prints klubba/1, one JSON object a line, for each file of text: `cargo run --features json,decode --example jsonl FILE…`.

use klubba::formats::json::{Origin, to_string};
use std::error::Error;
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in std::env::args().skip(1) {
        let decoded = klubba::decode(std::fs::read(&path)?)?;
        let document = klubba::analyze(&decoded.text);
        writeln!(
            out,
            "{}",
            to_string(&document, &decoded.text, Origin { source: Some(&path), ..Origin::default() })
        )?;
    }
    Ok(())
}
