//! The people: names, parties, roles, and how often each is named.

use super::page::{Page, style};
use crate::document::{Document, Person};
use crate::text::graphemes::width as columns;
use std::io;

/// A line a person.
pub(super) fn draw(page: &mut Page, doc: &Document) -> io::Result<()> {
    page.section("People", doc.people.len(), ("person", "people"))?;
    let names = Vec::from_iter(doc.people.iter().map(|person| name(page, person)));
    let width = page.column(names.iter(), 34);
    for (index, (person, name)) in doc.people.iter().zip(&names).enumerate() {
        let (own, dim) = (style::person(index), style::DIM);
        page.gutter(person.mentions.first().map_or(0, |span| span.start))?;
        let long = columns(name);
        let pad = width.saturating_sub(long);
        write!(page.out, "{own}{name}{own:#}{:pad$}  {dim}{:3}×{dim:#}", "", person.mentions.len())?;
        if !person.roles.is_empty() {
            let taken = width.max(long) + 8;
            write!(page.out, "  {}", page.line(&person.roles.join(", "), taken))?;
        }
        page.end(person.rule)?;
    }
    Ok(())
}

/// `Anna Holm (S)`.
pub(super) fn name(page: &Page, person: &Person) -> String {
    let name = page.line(&person.name, 30);
    match &person.party {
        Some(party) => format!("{name} ({party})"),
        None => name,
    }
}
