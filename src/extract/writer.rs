//! The text that a reader builds, line by line, with its marks.

use super::limits::ExtractLimits;
use crate::document::{Error, Mark, Marks, Span};

/// What a line is, as the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    /// A heading of this level; 0 is the document's title, above the first level.
    Heading(u8),
    /// A line in bold, which heads something where no line is styled as a heading.
    #[cfg_attr(not(feature = "office"), allow(dead_code, reason = "the web has headings"))]
    Bold,
    /// A point of a list.
    Item,
    /// A row of a table: its cells are parted by tabs.
    Row,
}

/// Puts lines together: paragraphs are parted by blank lines, the points of a list and the rows of a table are not.
#[derive(Debug)]
pub(super) struct Writer<'l> {
    text: String,
    marks: Marks,
    limits: &'l ExtractLimits,
    last: Option<Kind>,
    page: bool,
}

impl<'l> Writer<'l> {
    pub fn new(limits: &'l ExtractLimits) -> Writer<'l> {
        Writer { text: String::new(), marks: Marks::new(), limits, last: None, page: false }
    }

    /// Adds a line; `text` may hold line breaks, which a heading and a row lose. Nothing where there is nothing
    /// to see.
    pub fn line(&mut self, kind: Kind, text: &str) -> Result<(), Error> {
        if text.trim().is_empty() {
            return Ok(());
        }
        // A point may be indented, and a row's first cell empty.
        let text = if matches!(kind, Kind::Item | Kind::Row) { text.trim_end() } else { text.trim() };
        let close =
            matches!((self.last, kind), (Some(Kind::Item), Kind::Item) | (Some(Kind::Row), Kind::Row));
        if self.page {
            self.text.push_str(if self.text.is_empty() { "\x0c" } else { "\n\x0c" });
            self.page = false;
        } else if self.last.is_some() {
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        let flat = matches!(kind, Kind::Heading(_) | Kind::Bold | Kind::Row);
        for c in text.chars() {
            match c {
                '\n' if flat => self.text.push(' '),
                '\t' if matches!(kind, Kind::Heading(_)) => self.text.push(' '),
                '\n' | '\t' => self.text.push(c),
                // Other control characters are no text; a form feed would begin a page.
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        let span = Span::new(start, self.text.len());
        match kind {
            Kind::Heading(level) => self.marks.push(span, Mark::Heading(level)),
            Kind::Bold => self.marks.push(span, Mark::Large(1)),
            Kind::Row => self.marks.push(span, Mark::Row),
            Kind::Paragraph | Kind::Item => {}
        }
        self.last = Some(kind);
        self.limits.check_text(self.text.len())
    }

    /// The next line begins a page.
    #[cfg_attr(not(feature = "office"), allow(dead_code, reason = "the web has no pages"))]
    pub fn page(&mut self) {
        self.page |= self.last.is_some();
    }

    /// The text, which ends with a line break, and its marks.
    pub fn finish(mut self) -> (String, Marks) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if self.marks.iter().any(|(_, mark)| mark == Mark::Heading(0)) {
            self.marks.deepen();
        }
        if self.marks.iter().any(|(_, mark)| matches!(mark, Mark::Heading(_))) {
            self.marks.drop_large();
        }
        (self.text, self.marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_marks() {
        let limits = ExtractLimits::default();
        let mut writer = Writer::new(&limits);
        for (kind, text) in [
            (Kind::Heading(1), " Protokoll\nför 2024 "),
            (Kind::Paragraph, "Ett\u{1}."),
            (Kind::Item, "- två"),
            (Kind::Item, "- tre"),
            (Kind::Paragraph, "\n"),
            (Kind::Row, "Ja\t12"),
            (Kind::Row, "Nej\t3"),
        ] {
            writer.line(kind, text).unwrap();
        }
        writer.page();
        writer.line(Kind::Paragraph, "Ny sida.").unwrap();
        let (text, marks) = writer.finish();
        assert_eq!(text, "Protokoll för 2024\n\nEtt.\n\n- två\n- tre\n\nJa\t12\nNej\t3\n\x0cNy sida.\n");
        let marked = Vec::from_iter(marks.iter().map(|(span, mark)| (span.of(&text), mark)));
        assert_eq!(
            marked,
            [("Protokoll för 2024", Mark::Heading(1)), ("Ja\t12", Mark::Row), ("Nej\t3", Mark::Row)]
        );
    }
}
