//! The lines of an office document: its paragraphs and tables, in order.

use crate::document::{Error, Mark, Marks};
use crate::extract::Extracted;
use crate::extract::limits::ExtractLimits;
use crate::extract::table::{Cells, Held};
use crate::extract::writer::{Kind, Writer};

/// A line in bold that is longer than this, in bytes, is text.
const SHORT: usize = 110;

/// Tables inside each other deeper than this lay out the page.
const DEPTH: usize = 8;

/// What is written; a row's lines wait until it ends.
pub(super) struct Body<'l> {
    writer: Writer<'l>,
    /// The rows that are being read: the last one stands in a cell of the one before it.
    rows: Vec<Cells>,
}

impl<'l> Body<'l> {
    pub fn new(limits: &'l ExtractLimits) -> Body<'l> {
        Body { writer: Writer::new(limits), rows: Vec::new() }
    }

    pub fn line(&mut self, kind: Kind, text: &str) -> Result<(), Error> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if matches!(kind, Kind::Heading(_)) {
            // A table with headings in it lays out the page.
            self.spoil()?;
        }
        match self.rows.last_mut() {
            Some(row) => {
                row.add(Held::Line(text.trim().to_string()));
                Ok(())
            }
            None => self.writer.line(kind, text),
        }
    }

    /// A paragraph with its heading's level, the number that its list gives it, and how many of its bytes are bold.
    pub fn paragraph(
        &mut self,
        heading: Option<u8>,
        number: Option<String>,
        level: usize,
        text: &str,
        bold: usize,
    ) -> Result<(), Error> {
        let text = text.trim();
        // Word numbers empty paragraphs too.
        if text.is_empty() && number.as_deref().is_none_or(|number| number == "-") {
            return Ok(());
        }
        let bold = bold * 10 >= text.len() * 9 && text.len() <= SHORT && !text.ends_with(['.', ',']);
        let (kind, text) = match (heading, number) {
            (Some(level), Some(number)) if number != "-" => {
                (Kind::Heading(level), format!("{number} {text}"))
            }
            (Some(level), _) => (Kind::Heading(level), text.to_string()),
            (None, Some(number)) if number.starts_with('§') => (Kind::Paragraph, format!("{number} {text}")),
            (None, Some(number)) => (Kind::Item, format!("{}{number} {text}", "  ".repeat(level.min(8)))),
            (None, None) => (if bold { Kind::Bold } else { Kind::Paragraph }, text.to_string()),
        };
        self.line(kind, &text)
    }

    /// Another document's lines, in the place where this one holds it.
    pub fn document(&mut self, other: &Extracted) -> Result<(), Error> {
        let mut marks = other.marks.iter().peekable();
        let mut start = 0;
        for line in other.text.split('\n') {
            let end = start + line.len();
            while marks.peek().is_some_and(|(span, _)| (span.end as usize) <= start) {
                marks.next();
            }
            let mark = marks.peek().filter(|(span, _)| (span.start as usize) < end).map(|&(_, mark)| mark);
            let kind = match mark {
                Some(Mark::Heading(level)) => Kind::Heading(level),
                Some(Mark::Row) => Kind::Row,
                _ if line.starts_with("- ") => Kind::Item,
                _ => Kind::Paragraph,
            };
            self.line(kind, line.trim_matches('\x0c'))?;
            start = end + 1;
        }
        Ok(())
    }

    /// The next line begins a page.
    pub fn page(&mut self) {
        if self.rows.is_empty() {
            self.writer.page();
        }
    }

    pub fn row(&mut self) -> Result<(), Error> {
        if self.rows.len() >= DEPTH {
            self.spoil()?;
        }
        self.rows.push(Cells::default());
        Ok(())
    }

    pub fn cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.open();
        }
    }

    /// The row that is being read is left out.
    pub fn drop_row(&mut self) {
        self.rows.pop();
    }

    pub fn end_row(&mut self) -> Result<(), Error> {
        let Some(ended) = self.rows.pop().map(Cells::finish) else { return Ok(()) };
        if let Some(outer) = self.rows.last_mut() {
            match ended {
                Ok(row) => outer.add(Held::Row(row)),
                Err(held) => held.into_iter().for_each(|held| outer.add(held)),
            }
            return Ok(());
        }
        match ended {
            Ok(row) => match row.split_once('\t') {
                // The number of an item beside its title.
                Some((number, title)) if number.starts_with('§') && !title.contains('\t') => {
                    self.writer.line(Kind::Paragraph, &format!("{number} {title}"))
                }
                _ => self.writer.line(Kind::Row, &row),
            },
            Err(held) => self.write(held),
        }
    }

    /// The rows that are being read hold more than a row can: what they have are lines.
    fn spoil(&mut self) -> Result<(), Error> {
        std::mem::take(&mut self.rows).into_iter().try_for_each(|row| self.write(row.held()))
    }

    fn write(&mut self, held: Vec<Held>) -> Result<(), Error> {
        held.iter().try_for_each(|held| match held {
            Held::Line(line) => self.writer.line(Kind::Paragraph, line),
            Held::Row(row) => self.writer.line(Kind::Row, row),
        })
    }

    pub fn finish(mut self) -> Result<(String, Marks), Error> {
        self.spoil()?;
        Ok(self.writer.finish())
    }
}
