//! The lines of a page, read tag by tag.

use super::choice::Line;
use super::element::{self, Part, Role};
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::table::Cells;
use crate::extract::writer::Kind;
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// An element that is open and whose end counts.
struct Open {
    name: Vec<u8>,
    role: Role,
    part: Part,
}

struct List {
    numbered: bool,
    next: u32,
}

/// An element that is never text, while it lasts.
struct Hidden {
    name: Vec<u8>,
    depth: u32,
    /// Containers that are open inside it.
    inner: u32,
}

/// The page while it is read.
pub(super) struct Page<'l> {
    limits: &'l ExtractLimits,
    size: usize,
    pub lines: Vec<Line>,
    open: Vec<Open>,
    /// How many of each name are in `open`: an end tag without a start costs nothing.
    counts: HashMap<Vec<u8>, u32>,
    hidden: Option<Hidden>,
    lists: Vec<List>,
    row: Option<Cells>,
    /// The line that is being read.
    buffer: String,
    heading: Option<u8>,
    /// What the list writes before the next line.
    marker: Option<String>,
    preformatted: bool,
    in_title: bool,
    pub title: String,
    /// Fields of forms and pages in the page, which are left out.
    pub fields: usize,
    pub frames: usize,
    in_link: bool,
    linked: usize,
    /// In a raised piece, which began at this byte of the line.
    raised: Option<usize>,
}

impl<'l> Page<'l> {
    pub fn new(limits: &'l ExtractLimits) -> Page<'l> {
        Page {
            limits,
            size: 0,
            lines: Vec::new(),
            open: Vec::new(),
            counts: HashMap::new(),
            hidden: None,
            lists: Vec::new(),
            row: None,
            buffer: String::new(),
            heading: None,
            marker: None,
            preformatted: false,
            in_title: false,
            title: String::new(),
            fields: 0,
            frames: 0,
            in_link: false,
            linked: 0,
            raised: None,
        }
    }

    pub fn read(&mut self, source: &str) -> Result<(), Error> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for (count, token) in Tokenizer::new_with_emitter(source, emitter).enumerate() {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.start(tag)?,
                Token::EndTag(tag) => self.end(&tag)?,
                Token::String(text) if self.hidden.is_none() => self.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
            if count % 1024 == 0 {
                self.limits.check_time()?;
            }
        }
        self.flush()?;
        self.end_row()
    }

    fn part(&self) -> Part {
        self.open.last().map_or(Part::Body, |open| open.part)
    }

    fn start(&mut self, tag: StartTag<()>) -> Result<(), Error> {
        let name = tag.name.as_slice();
        let role = element::role(name);
        let void = element::is_void(name);
        if let Some(hidden) = &mut self.hidden {
            hidden.depth += u32::from(hidden.name == name && !tag.self_closing);
            hidden.inner += u32::from(role == Role::Container);
            return Ok(());
        }
        match role {
            Role::Inline => {
                if name == b"a" && tag.attributes.contains_key(b"href".as_slice()) {
                    self.in_link = true;
                }
                if name == b"sup" {
                    self.raised = Some(self.buffer.len());
                }
            }
            Role::Break => self.buffer.push(if self.row.is_some() { ' ' } else { '\n' }),
            Role::Title => self.in_title = self.title.is_empty(),
            // In a heading it folds out what the heading names: the name is the heading's.
            Role::Button if self.heading.is_some() => {}
            Role::Hidden | Role::Button => {
                match name {
                    b"select" | b"textarea" => self.fields += 1,
                    b"iframe" | b"object" => self.frames += 1,
                    _ => {}
                }
                if !void && !tag.self_closing {
                    self.hidden = Some(Hidden { name: name.to_vec(), depth: 1, inner: 0 });
                }
                return Ok(());
            }
            Role::Container | Role::Block => self.flush()?,
            Role::Preformatted => {
                self.flush()?;
                self.preformatted = true;
            }
            Role::Heading(level) => {
                self.flush()?;
                self.spoil()?;
                self.heading = Some(level);
            }
            Role::List { numbered } => {
                self.flush()?;
                self.spoil()?;
                let start = tag.attributes.get(b"start".as_slice()).and_then(|value| parse(value));
                self.lists.push(List { numbered, next: start.unwrap_or(1) });
            }
            Role::Item => {
                self.flush()?;
                self.item(tag.attributes.get(b"value".as_slice()).and_then(|value| parse(value)));
            }
            Role::Table => {
                self.flush()?;
                self.spoil()?;
            }
            Role::Row => {
                self.flush()?;
                self.end_row()?;
                self.row = Some(Cells::default());
            }
            Role::Cell => {
                self.flush()?;
                if let Some(row) = &mut self.row {
                    row.open();
                }
            }
        }
        if name == b"p" || role == Role::Item {
            self.heading = None;
        }
        if void || tag.self_closing && role == Role::Inline {
            return Ok(());
        }
        let mut part = element::part(&tag, self.part());
        if role == Role::Inline {
            if part == Some(Part::Out) {
                self.hidden = Some(Hidden { name: tag.name.0, depth: 1, inner: 0 });
                return Ok(());
            }
            part = None;
        }
        let counts = matches!(role, Role::Container | Role::List { .. } | Role::Table) || part.is_some();
        // Once one of its name is on the stack, all have to be, that their ends tell which.
        if counts || self.counts.get(name).is_some_and(|&count| count > 0) {
            let unended = matches!(name, b"p" | b"li" | b"dt" | b"dd" | b"tr" | b"td" | b"th");
            if unended && self.open.last().is_some_and(|open| open.name == name) {
                self.close();
            }
            let part = within(self.part(), part);
            let name = tag.name.0;
            *self.counts.entry(name.clone()).or_default() += 1;
            self.open.push(Open { name, role, part });
        }
        Ok(())
    }

    fn end(&mut self, tag: &EndTag<()>) -> Result<(), Error> {
        let name = tag.name.as_slice();
        let role = element::role(name);
        if let Some(hidden) = &mut self.hidden {
            if hidden.name == name {
                hidden.depth -= 1;
            } else if role == Role::Container && hidden.inner > 0 {
                hidden.inner -= 1;
                return Ok(());
            } else if role != Role::Container || self.counts.get(name).is_none_or(|&count| count == 0) {
                return Ok(());
            } else {
                // What holds it ends: nobody closed it.
                hidden.depth = 0;
            }
            if hidden.depth > 0 {
                return Ok(());
            }
            self.hidden = None;
            if matches!(role, Role::Hidden | Role::Button) {
                return Ok(());
            }
        }
        match role {
            Role::Inline => {
                self.in_link &= name != b"a";
                if name == b"sup" {
                    self.lift();
                }
            }
            Role::Title => self.in_title = false,
            Role::Break | Role::Hidden | Role::Button => {}
            Role::Preformatted => {
                self.flush()?;
                self.preformatted = false;
            }
            Role::Item => {
                self.flush()?;
                self.marker = None;
            }
            Role::Row | Role::Table => {
                self.flush()?;
                self.end_row()?;
            }
            Role::Heading(_) | Role::Container => {
                self.flush()?;
                self.heading = None;
            }
            Role::Block | Role::Cell | Role::List { .. } => self.flush()?,
        }
        if self.counts.get(name).is_some_and(|&count| count > 0) {
            while self.close().is_some_and(|closed| closed != name) {}
        }
        Ok(())
    }

    /// Takes the innermost element off the stack.
    fn close(&mut self) -> Option<Vec<u8>> {
        let open = self.open.pop()?;
        if let Some(count) = self.counts.get_mut(&open.name) {
            *count -= 1;
        }
        if matches!(open.role, Role::List { .. }) {
            self.lists.pop();
        }
        Some(open.name)
    }

    fn item(&mut self, value: Option<u32>) {
        let indent = "  ".repeat(self.lists.len().saturating_sub(1).min(8));
        self.marker = Some(match self.lists.last_mut() {
            Some(list) if list.numbered => {
                let number = value.unwrap_or(list.next);
                list.next = number.saturating_add(1);
                format!("{indent}{number}. ")
            }
            _ => format!("{indent}- "),
        });
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.title.push_str(text);
            return;
        }
        let before = self.buffer.len();
        if self.preformatted {
            self.buffer.push_str(text);
        } else {
            for c in text.chars() {
                if !c.is_ascii_whitespace() {
                    self.buffer.push(c);
                } else if !self.buffer.is_empty() && !self.buffer.ends_with([' ', '\n']) {
                    self.buffer.push(' ');
                }
            }
        }
        if self.in_link {
            self.linked += self.buffer.len() - before;
        }
    }

    /// Ends a raised piece: a mark of a note is told from the word before it.
    fn lift(&mut self) {
        let Some(start) = self.raised.take().filter(|&start| self.buffer.is_char_boundary(start)) else {
            return;
        };
        let piece = raised(&self.buffer[..start], &self.buffer[start..]);
        self.buffer.truncate(start);
        self.buffer.push_str(&piece);
    }

    /// Ends the line.
    fn flush(&mut self) -> Result<(), Error> {
        self.raised = None;
        let text = std::mem::take(&mut self.buffer);
        let linked = std::mem::take(&mut self.linked);
        let text = if self.preformatted { text.trim_end() } else { text.trim() };
        if text.is_empty() {
            return Ok(());
        }
        let line = match (self.heading, self.marker.take()) {
            (Some(level), _) => Line { kind: Kind::Heading(level), ..self.line(text.to_string()) },
            (None, Some(marker)) => Line { kind: Kind::Item, ..self.line(marker + text) },
            (None, None) => self.line(text.to_string()),
        };
        self.size += line.text.len();
        self.limits.check_text(self.size)?;
        if let Some(row) = self.row.as_mut().filter(|_| line.kind == Kind::Paragraph) {
            row.add(line.text);
        } else {
            self.lines.push(Line { linked: linked * 10 >= text.len() * 8, ..line });
        }
        Ok(())
    }

    fn line(&self, text: String) -> Line {
        Line { kind: Kind::Paragraph, text, part: self.part(), linked: false }
    }

    fn end_row(&mut self) -> Result<(), Error> {
        match self.row.take().map(Cells::finish) {
            Some(Ok(row)) => {
                let line = Line { kind: Kind::Row, ..self.line(row) };
                self.lines.push(line);
            }
            Some(Err(lines)) => self.keep(lines),
            None => {}
        }
        Ok(())
    }

    /// The row that is being read holds more than a row can: what it has are lines.
    fn spoil(&mut self) -> Result<(), Error> {
        if let Some(row) = self.row.take() {
            self.keep(row.lines());
        }
        Ok(())
    }

    fn keep(&mut self, lines: Vec<String>) {
        let lines = Vec::from_iter(lines.into_iter().map(|text| self.line(text)));
        self.lines.extend(lines);
    }
}

/// The part of what stands in `outer` and begins `part` itself.
fn within(outer: Part, part: Option<Part>) -> Part {
    match (outer, part) {
        (Part::Out, _) => Part::Out,
        (outer, None) => outer,
        (_, Some(part)) => part,
    }
}

fn parse(value: &[u8]) -> Option<u32> {
    std::str::from_utf8(value).ok()?.trim().parse().ok()
}
