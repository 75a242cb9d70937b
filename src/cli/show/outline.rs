//! The outline: headings with their levels and numbers, and what the table of contents leads to.

use super::page::{Page, style};
use crate::document::{Document, Heading};
use crate::text::graphemes::width;
use std::io;

/// Headings, each indented to its level.
pub(super) fn draw(page: &mut Page, doc: &Document) -> io::Result<()> {
    page.section("Outline", doc.headings.len(), ("heading", "headings"))?;
    for heading in &doc.headings {
        line(page, heading)?;
    }
    if !doc.toc.is_empty() {
        let dim = style::DIM;
        let leads = doc.toc.iter().filter(|entry| entry.heading.is_some()).count();
        page.bar()?;
        let count = doc.toc.len();
        writeln!(
            page.out,
            "{dim}its table of contents has {count} lines, {leads} of which lead to a heading{dim:#}"
        )?;
    }
    Ok(())
}

fn line(page: &mut Page, heading: &Heading) -> io::Result<()> {
    let (own, dim) = (style::heading(heading.kind), style::DIM);
    // Deep levels are drawn at one depth: the figure still tells them apart.
    let indent = usize::from(heading.level.saturating_sub(1)).min(8) * 2;
    page.gutter(heading.span.start)?;
    write!(page.out, "{dim}{}{dim:#} {:indent$}", heading.level, "")?;
    let mut taken = indent + 4;
    if let Some(number) = &heading.number {
        let number = page.line(number, taken);
        taken += width(&number) + 2;
        write!(page.out, "{own}{number}{own:#}  ")?;
    }
    let title = page.line(&heading.title, taken + 2);
    write!(page.out, "{own}{title}{own:#}")?;
    if let Some(case) = &heading.case {
        write!(page.out, "  {dim}{}{dim:#}", page.line(case, 40))?;
    }
    page.end(heading.rule)
}
