//! Who says what.

use super::page::{Page, style};
use super::people;
use crate::document::Document;
use std::collections::BTreeSet;
use std::io;

/// Each speech: its speakers, the verb, the mode, and how it begins.
pub(super) fn draw(page: &mut Page, doc: &Document) -> io::Result<()> {
    page.section("Who says what", doc.speeches.len(), ("speech", "speeches"))?;
    for speech in &doc.speeches {
        page.gutter(speech.span.start)?;
        // Indices of people are shown once each, in the order of the text.
        let mut seen = BTreeSet::new();
        for &index in speech.speakers.iter().filter(|&&index| seen.insert(index)) {
            let Some(person) = doc.people.get(index as usize) else { continue };
            let own = style::person(index as usize);
            let name = people::name(page, person);
            write!(page.out, "{own}{name}{own:#}  ")?;
        }
        let (dim, mode) = (style::DIM, speech.mode);
        match speech.verb {
            Some(verb) => write!(page.out, "{verb} {dim}· {mode}{dim:#}")?,
            None => write!(page.out, "{dim}{mode}{dim:#}")?,
        }
        page.end(speech.rule)?;
        page.paragraph(speech.span.of(page.text), 2, "", 2)?;
    }
    Ok(())
}
