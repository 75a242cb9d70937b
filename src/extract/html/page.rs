//! The lines of a page, read tag by tag.

use super::choice::Line;
use super::element::{self, Part, Role};
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::table::{Cells, Held};
use crate::extract::writer::Kind;
use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};
use std::collections::{HashMap, HashSet};

/// An element that is open and whose end counts.
struct Open {
    name: Vec<u8>,
    role: Role,
    part: Part,
}

/// Rows inside each other deeper than this lay out the page.
const DEPTH: usize = 8;
/// Of so many tables inside each other each begins anew: looking for the row around costs no more than this.
const TABLES: usize = 64;
/// Cells that reach down over several rows are looked for in so many columns.
const COLUMNS: usize = 32;
/// Text that was typed with lines of its own is longer than this, in bytes.
const TYPED: usize = 200;
/// A button folds out so many parts of the page at most.
const MANY_PARTS: usize = 8;

struct List {
    numbered: bool,
    next: u32,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// The row that is being read.
    row: Option<Cells>,
    /// What the row held was more than a row can hold.
    spoiled: bool,
    /// Over how many more rows the cell of each column reaches down.
    down: Vec<u32>,
}

/// An element that is never text, while it lasts.
struct Hidden {
    name: Vec<u8>,
    depth: u32,
    /// Containers that are open inside it.
    inner: u32,
    /// It is text that is not shown, or a drawing with letters; some of it was met.
    counted: Option<Lost>,
    met: bool,
}

/// What an element holds that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lost {
    Hidden,
    Drawn,
}

/// A button that folds out a part of the page, or shows one of several.
struct Control {
    /// The ids of the parts.
    parts: Vec<String>,
    /// Where its label begins among the letters of the line.
    from: usize,
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
    /// The tables that are open; how many of them have a row that is being read.
    rows: Vec<Table>,
    open_rows: usize,
    /// The button that is being read, the parts that buttons fold out, and what those are called that no heading names.
    control: Option<Control>,
    parts: HashSet<String>,
    labels: HashMap<String, String>,
    /// How many lines there were when a button said that it folds out what follows.
    folds: Option<usize>,
    /// The line that is being read.
    buffer: String,
    heading: Option<u8>,
    /// How many lines there were when that heading began.
    begun: usize,
    /// What the list writes before the next line.
    marker: Option<String>,
    preformatted: bool,
    in_title: bool,
    pub title: String,
    /// Fields of forms and pages in the page, which are left out.
    pub fields: usize,
    pub frames: usize,
    /// Pieces of hidden text inside lines, and drawings and formulas with letters, which are left out.
    pub unseen: usize,
    pub drawn: usize,
    in_link: bool,
    linked: usize,
    /// In a raised piece, which began at this byte of the line.
    raised: Option<usize>,
    /// How many spans are open inside one that is raised by its style.
    raised_spans: usize,
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
            rows: Vec::new(),
            open_rows: 0,
            control: None,
            parts: HashSet::new(),
            labels: HashMap::new(),
            folds: None,
            buffer: String::new(),
            heading: None,
            begun: 0,
            marker: None,
            preformatted: false,
            in_title: false,
            title: String::new(),
            fields: 0,
            frames: 0,
            unseen: 0,
            drawn: 0,
            in_link: false,
            linked: 0,
            raised: None,
            raised_spans: 0,
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
                Token::String(text) => match &mut self.hidden {
                    Some(hidden) => hidden.met |= !text.trim_ascii().is_empty(),
                    None => self.text(&String::from_utf8_lossy(&text)),
                },
                _ => {}
            }
            if count % 1024 == 0 {
                self.limits.check_time()?;
            }
        }
        self.flush()?;
        while !self.rows.is_empty() {
            self.end_row()?;
            self.rows.pop();
        }
        Ok(())
    }

    /// Whether the heading that is being read has a name before what comes.
    fn is_named(&self) -> bool {
        let is_heading = |line: &Line| matches!(line.kind, Kind::Heading(_));
        self.buffer.contains(char::is_alphabetic)
            || self.begun < self.lines.len() && self.lines.last().is_some_and(is_heading)
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
        let get = |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value));
        let folds = tag.attributes.contains_key(b"aria-expanded".as_slice());
        if self.part() != Part::Out && (folds || get(b"role").as_deref() == Some("tab")) {
            self.folds = Some(self.lines.len());
            let named = ["aria-controls", "data-bs-target", "data-target"];
            let ids = named.iter().filter_map(|key| get(key.as_bytes()));
            let ids = ids.flat_map(|ids| {
                Vec::from_iter(ids.split_whitespace().map(|id| id.trim_start_matches('#').to_string()))
            });
            let parts = Vec::from_iter(ids.filter(|id| !id.is_empty()).take(MANY_PARTS));
            self.parts.extend(parts.iter().cloned());
            if role == Role::Button && self.heading.is_none() {
                self.flush()?;
                self.control = Some(Control { parts, from: self.buffer.len() });
            }
        }
        match role {
            Role::Inline => {
                if name == b"a" && tag.attributes.contains_key(b"href".as_slice()) {
                    self.in_link = true;
                }
                let style = get(b"style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
                if self.raised_spans > 0 && name == b"span" {
                    self.raised_spans += 1;
                } else if name == b"span" && style.contains("vertical-align:super") {
                    self.raised_spans = 1;
                }
                if name == b"sup" || self.raised_spans == 1 && name == b"span" {
                    self.raised = Some(self.buffer.len());
                }
                if name == b"input" {
                    self.input(&tag);
                }
            }
            Role::Break => self.buffer.push(if self.open_rows > 0 { ' ' } else { '\n' }),
            Role::Title => self.in_title = self.title.is_empty(),
            // In a heading it folds out what the heading names: the name is the heading's, unless it has one.
            Role::Button
                if self.control.is_some() || self.heading.is_some() && (folds || !self.is_named()) => {}
            Role::Hidden | Role::Button => {
                match name {
                    b"select" | b"textarea" => self.fields += 1,
                    b"iframe" | b"object" => self.frames += 1,
                    _ => {}
                }
                if !void && !tag.self_closing {
                    let counted = matches!(name, b"svg" | b"math" | b"canvas").then_some(Lost::Drawn);
                    self.hidden =
                        Some(Hidden { name: name.to_vec(), depth: 1, inner: 0, counted, met: false });
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
                self.spoil();
                self.heading = Some(level);
                self.begun = self.lines.len();
            }
            Role::List { numbered } => {
                self.flush()?;
                self.spoil();
                let start = tag.attributes.get(b"start".as_slice()).and_then(|value| parse(value));
                self.lists.push(List { numbered, next: start.unwrap_or(1) });
            }
            Role::Item => {
                self.flush()?;
                self.item(tag.attributes.get(b"value".as_slice()).and_then(|value| parse(value)));
            }
            Role::Table => {
                self.flush()?;
                if self.open_rows >= DEPTH || self.rows.len() % TABLES == TABLES - 1 {
                    self.spoil();
                }
                self.rows.push(Table::default());
            }
            Role::Row => {
                self.flush()?;
                self.end_row()?;
                if self.rows.is_empty() {
                    self.rows.push(Table::default());
                }
                if let Some(table) = self.rows.last_mut() {
                    table.row = Some(Cells::default());
                    self.open_rows += 1;
                }
            }
            Role::Cell => {
                self.flush()?;
                self.cell(get(b"rowspan").and_then(|value| parse(value.as_bytes())));
            }
        }
        if name == b"p" || role == Role::Item {
            self.heading = None;
        }
        if void || tag.self_closing && role == Role::Inline {
            return Ok(());
        }
        let id = get(b"id").unwrap_or_default().into_owned();
        let is_folded = self.parts.contains(&id) || self.folds.is_some_and(|at| self.lines.len() <= at + 1);
        let mut part = element::part(&tag, self.part(), is_folded);
        if is_folded {
            self.label(&id)?;
        }
        if role == Role::Inline {
            if part == Some(Part::Out) {
                let name = tag.name.0;
                let counted = Some(Lost::Hidden);
                self.hidden = Some(Hidden { name, depth: 1, inner: 0, counted, met: false });
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
            match hidden.counted.filter(|_| hidden.met) {
                Some(Lost::Hidden) => self.unseen += 1,
                Some(Lost::Drawn) => self.drawn += 1,
                None => {}
            }
            self.hidden = None;
            if matches!(role, Role::Hidden | Role::Button) {
                return Ok(());
            }
        }
        match role {
            Role::Inline => {
                self.in_link &= name != b"a";
                if name == b"span" && self.raised_spans > 0 {
                    self.raised_spans -= 1;
                }
                if name == b"sup" || name == b"span" && self.raised_spans == 0 {
                    self.lift();
                }
            }
            Role::Title => self.in_title = false,
            Role::Button => self.end_control()?,
            Role::Break | Role::Hidden => {}
            Role::Preformatted => {
                self.flush()?;
                self.preformatted = false;
            }
            Role::Item => {
                self.flush()?;
                self.marker = None;
            }
            Role::Row => {
                self.flush()?;
                self.end_row()?;
            }
            Role::Table => {
                self.flush()?;
                self.end_row()?;
                self.rows.pop();
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

    /// A cell begins, which goes down over so many rows.
    fn cell(&mut self, down: Option<u32>) {
        let Some(table) = self.rows.last_mut() else { return };
        // A row that nobody began.
        if table.row.is_none() && !table.spoiled {
            table.row = Some(Cells::default());
            self.open_rows += 1;
        }
        let Some(row) = &mut table.row else { return };
        // Cells of rows above that reach down here: their columns are empty.
        while let Some(above) = table.down.get_mut(row.len()).filter(|above| **above > 0) {
            *above -= 1;
            row.open();
        }
        let at = row.len();
        row.open();
        if let Some(down) = down.filter(|&down| down > 1 && at < COLUMNS) {
            table.down.resize(table.down.len().max(at + 1), 0);
            table.down[at] = down - 1;
        }
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
        if self.preformatted || is_typed(text) {
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
        let is_inside = line.kind == Kind::Paragraph && self.open_rows > 0;
        if let Some(row) = self.innermost().filter(|_| is_inside) {
            row.add(Held::Line(line.text));
        } else {
            self.lines.push(Line { linked: linked * 10 >= text.len() * 8, ..line });
        }
        Ok(())
    }

    fn line(&self, text: String) -> Line {
        Line { kind: Kind::Paragraph, text, part: self.part(), linked: false }
    }

    /// The innermost row that is being read.
    fn innermost(&mut self) -> Option<&mut Cells> {
        if self.open_rows == 0 {
            None
        } else {
            self.rows.iter_mut().rev().find_map(|table| table.row.as_mut())
        }
    }

    /// Ends the row of the innermost table: it is a line, or stands in a cell of the table around.
    fn end_row(&mut self) -> Result<(), Error> {
        let Some(table) = self.rows.last_mut() else { return Ok(()) };
        table.spoiled = false;
        let Some(row) = table.row.take() else { return Ok(()) };
        for below in table.down.iter_mut().skip(row.len()) {
            *below = below.saturating_sub(1);
        }
        let ended = row.finish();
        self.open_rows -= 1;
        let held = match ended {
            Ok(row) => vec![Held::Row(row)],
            Err(held) => held,
        };
        match self.innermost() {
            Some(outer) => held.into_iter().for_each(|held| outer.add(held)),
            None => self.keep(held),
        }
        Ok(())
    }

    /// The rows that are being read hold more than rows can: what they have are lines.
    fn spoil(&mut self) {
        let mut first = self.rows.len();
        while self.open_rows > 0 && first > 0 {
            first -= 1;
            let table = &mut self.rows[first];
            table.spoiled |= table.row.is_some();
            self.open_rows -= usize::from(table.row.is_some());
        }
        let rows = Vec::from_iter(self.rows[first..].iter_mut().filter_map(|table| table.row.take()));
        rows.into_iter().for_each(|row| self.keep(row.held()));
    }

    fn keep(&mut self, held: Vec<Held>) {
        for held in held {
            let (kind, text) = match held {
                Held::Line(text) => (Kind::Paragraph, text),
                Held::Row(text) => (Kind::Row, text),
            };
            let line = Line { kind, ..self.line(text) };
            self.lines.push(line);
        }
    }

    /// A box that is ticked or not; a field that holds something is left out.
    fn input(&mut self, tag: &StartTag<()>) {
        let get = |key: &[u8]| tag.attributes.get(key).map(|value| value.to_ascii_lowercase());
        match get(b"type").as_deref() {
            Some(b"checkbox" | b"radio") => {
                let ticked = tag.attributes.contains_key(b"checked".as_slice());
                self.text(if ticked { "☒" } else { "☐" });
            }
            None | Some(b"text" | b"number" | b"date" | b"email" | b"tel" | b"url") => {
                self.fields += usize::from(get(b"value").is_some_and(|value| !value.trim_ascii().is_empty()));
            }
            _ => {}
        }
    }

    /// The label of a button: it heads the part that the button names, or else what follows.
    fn end_control(&mut self) -> Result<(), Error> {
        let Some(control) = self.control.take() else { return Ok(()) };
        let label = self.buffer.get(control.from..).unwrap_or_default().trim().to_string();
        self.buffer.truncate(control.from);
        if control.parts.is_empty() {
            return self.fold(label);
        }
        self.labels.extend(control.parts.into_iter().map(|part| (part, label.clone())));
        Ok(())
    }

    /// Heads the part with this id by what its button is called.
    fn label(&mut self, id: &str) -> Result<(), Error> {
        match self.labels.remove(id) {
            Some(label) => self.fold(label),
            None => Ok(()),
        }
    }

    /// A line that heads what is folded out.
    fn fold(&mut self, label: String) -> Result<(), Error> {
        self.flush()?;
        let level = self.lines.iter().rev().find_map(|line| match line.kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        });
        let before = self.heading.replace(level.map_or(2, |level| (level + 1).min(6)));
        self.buffer = label;
        self.flush()?;
        self.heading = before;
        Ok(())
    }
}

/// Whether a piece of text has lines and paragraphs of its own, which a style shows as they are: blank lines stand in it.
fn is_typed(text: &str) -> bool {
    if text.len() < TYPED {
        return false;
    }
    let (mut lines, mut blank, mut paragraphs) = (0, true, 0);
    for line in text.trim().lines().map(str::trim) {
        if line.is_empty() {
            blank = true;
        } else {
            lines += 1;
            paragraphs += usize::from(blank);
            blank = false;
        }
    }
    paragraphs >= 4 && lines >= 8
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
