//! Prints a document's outline and who speaks in it: `cargo run --example outline FILE`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: outline FILE")?;
    print!("{}", outline(&std::fs::read_to_string(path)?));
    Ok(())
}

/// Headings indented to their levels, then the speakers.
pub fn outline(text: &str) -> String {
    let doc = klubba::analyze(text);
    let mut out = String::new();
    for heading in &doc.headings {
        let indent = "  ".repeat(usize::from(heading.level.saturating_sub(1)));
        let number = heading.number.as_deref().map_or(String::new(), |number| format!("{number} "));
        out.push_str(&format!("{indent}{number}{}\n", heading.title));
    }
    for index in doc.speakers() {
        out.push_str(&format!("speaks: {}\n", doc.people[index as usize].name));
    }
    out
}
