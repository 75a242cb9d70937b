//! ODT: the paragraphs of `content.xml`, with styles, lists, tables and notes.

use super::body::Body;
use super::encrypted;
use super::numbering::Counter;
use super::odt_styles::OdtStyles;
use super::package::Package;
use super::symbols;
use super::xml::{self, Piece, attribute, number};
use crate::document::{Error, Marks};
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::writer::Kind;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// A row repeats a cell at most so often.
const REPEATS: u32 = 64;

/// A paragraph while it is read. One may stand inside another, in a frame or a note.
struct Paragraph {
    text: String,
    /// Its level, if it is marked up as a heading.
    outline: Option<u8>,
    style: String,
    hidden: bool,
    /// The spans that are open: where in the text a raised one begins, and the font that draws signs for its letters.
    spans: Vec<(Option<usize>, Option<&'static str>)>,
}

struct Odt<'l> {
    body: Body<'l>,
    styles: OdtStyles,
    in_body: bool,
    open: Vec<Paragraph>,
    skipped: usize,
    deletions: usize,
    hidden: usize,
    comments: usize,
    objects: usize,
    /// Signs of fonts that are not known.
    unknown: usize,
    /// The styles of the lists that are open; an inner one inherits.
    lists: Vec<String>,
    counters: HashMap<String, Counter>,
    outline: Counter,
    /// The next paragraph is the first of its point.
    item: bool,
    /// How many notes there are, and the text of the one that is read.
    notes: Vec<String>,
    in_note: usize,
}

/// Text and marks, and what was left out.
pub(super) fn read(package: &mut Package) -> Result<(String, Marks, Vec<String>), Error> {
    let mut locked = false;
    package.walk("META-INF/manifest.xml", |piece| {
        locked |= matches!(piece, Piece::Open("encryption-data", _));
        Ok(())
    })?;
    if locked {
        return Err(encrypted());
    }
    let mut styles = OdtStyles::default();
    let mut heads = Heads::default();
    package.walk("styles.xml", |piece| {
        styles.take(&piece);
        heads.take(&piece);
        Ok(())
    })?;
    let mut odt = Odt::new(styles, &mut heads, package.limits)?;
    package.walk("content.xml", |piece| odt.take(piece))?;
    odt.finish(&heads)
}

/// The same of a document whose parts are one (`.fodt`).
pub(in crate::extract) fn read_flat(
    source: &str,
    limits: &ExtractLimits,
) -> Result<(String, Marks, Vec<String>), Error> {
    let mut heads = Heads::default();
    xml::walk(source.as_bytes(), "XML", limits, |piece| {
        heads.take(&piece);
        Ok(())
    })?;
    let mut odt = Odt::new(OdtStyles::default(), &mut heads, limits)?;
    xml::walk(source.as_bytes(), "XML", limits, |piece| odt.take(piece))?;
    odt.finish(&heads)
}

impl<'l> Odt<'l> {
    /// A document that begins with the heads of its pages.
    fn new(styles: OdtStyles, heads: &mut Heads, limits: &'l ExtractLimits) -> Result<Odt<'l>, Error> {
        let mut odt = Odt {
            body: Body::new(limits),
            styles,
            in_body: false,
            open: Vec::new(),
            skipped: 0,
            deletions: 0,
            hidden: 0,
            comments: 0,
            objects: 0,
            unknown: 0,
            lists: Vec::new(),
            counters: HashMap::new(),
            outline: Counter::default(),
            item: false,
            notes: Vec::new(),
            in_note: 0,
        };
        for line in std::mem::take(&mut heads.headers) {
            odt.body.line(Kind::Paragraph, &line)?;
        }
        Ok(odt)
    }

    fn finish(mut self, heads: &Heads) -> Result<(String, Marks, Vec<String>), Error> {
        for note in std::mem::take(&mut self.notes) {
            self.body.line(Kind::Paragraph, &note)?;
        }
        let mut notes = Vec::new();
        for (count, what) in [
            (self.deletions, "left out deletions that the document tracks"),
            (self.hidden, "left out pieces of hidden text"),
            (self.comments, "left out comments"),
            (self.objects, "left out embedded objects"),
            (self.unknown, "signs of fonts that are not known stand as \u{fffd}"),
        ] {
            if count > 0 {
                notes.push(format!("{what} ({count})"));
            }
        }
        notes.extend(heads.footers.first().map(|line| format!("left out the foot of the pages: “{line}”")));
        let (text, marks) = self.body.finish()?;
        Ok((text, marks, notes))
    }

    fn take(&mut self, piece: Piece) -> Result<(), Error> {
        if !self.in_body {
            self.in_body = matches!(piece, Piece::Open("body", _));
            self.styles.take(&piece);
            return Ok(());
        }
        match piece {
            Piece::Open(name, _) if self.skipped > 0 => {
                self.skipped += 1;
                self.deletions += usize::from(name == "deletion");
            }
            Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Text(_) | Piece::Unknown if self.skipped > 0 => {}
            Piece::Open(name, tag) => self.open(name, tag)?,
            Piece::Close(name) => self.close(name)?,
            Piece::Text(text) => self.text(text),
            Piece::Unknown => {}
        }
        Ok(())
    }

    fn open(&mut self, name: &str, tag: &BytesStart) -> Result<(), Error> {
        match name {
            _ if self.hides(name, tag) => {
                self.hidden += 1;
                self.skipped = 1;
            }
            "p" | "h" => {
                let style = attribute(tag, "style-name").unwrap_or_default();
                let level = number(tag, "outline-level").unwrap_or(1).clamp(1, 10) as u8;
                if self.styles.begins_page(&style) && self.open.is_empty() {
                    self.body.page();
                }
                self.open.push(Paragraph {
                    text: String::new(),
                    outline: (name == "h").then_some(level),
                    style,
                    hidden: false,
                    spans: Vec::new(),
                });
            }
            "annotation" => {
                self.comments += 1;
                self.skipped = 1;
            }
            // Its drawing is a picture of what it holds.
            "object" | "object-ole" => self.objects += 1,
            // Deletions, forms, what an index is made from, a drawing's name.
            "tracked-changes"
            | "forms"
            | "table-of-content-source"
            | "title"
            | "desc"
            | "note-citation"
            | "sequence-decls"
            | "user-field-decls"
            | "variable-decls" => self.skipped = 1,
            "list" => self.list(tag),
            "list-item" => {
                self.item = true;
                if let (Some(list), Some(start)) = (self.lists.first(), number(tag, "start-value")) {
                    self.counters.entry(list.clone()).or_default().set(self.lists.len() - 1, start);
                }
            }
            "table-row" => self.body.row()?,
            "table-cell" | "covered-table-cell" => {
                let times = number(tag, "number-columns-repeated").unwrap_or(1).clamp(1, REPEATS);
                (0..times).for_each(|_| self.body.cell());
            }
            "note" => {
                self.in_note += 1;
                let mark = format!("[{}]", self.notes.len() + 1);
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.text.push_str(&mark);
                }
                self.notes.push(mark);
            }
            "hidden-paragraph" if attribute(tag, "is-hidden").as_deref() == Some("true") => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.hidden = true;
                }
            }
            "soft-page-break" if self.open.is_empty() => self.body.page(),
            "span" => {
                let style = attribute(tag, "style-name").unwrap_or_default();
                let (raised, signs) = self.styles.letters(&style);
                if let Some(paragraph) = self.open.last_mut() {
                    let inherited = paragraph.spans.last().and_then(|(_, signs)| *signs);
                    let start = raised.then_some(paragraph.text.len());
                    paragraph.spans.push((start, signs.or(inherited)));
                }
            }
            "s" => {
                let spaces = number(tag, "c").unwrap_or(1).clamp(1, 200) as usize;
                self.push(&" ".repeat(spaces));
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            _ => {}
        }
        Ok(())
    }

    /// Whether an element holds what is not shown: by its style, or by what it says itself.
    fn hides(&self, name: &str, tag: &BytesStart) -> bool {
        let is = |key: &str, wanted: &str| attribute(tag, key).as_deref() == Some(wanted);
        match name {
            "p" | "h" | "span" => attribute(tag, "style-name").is_some_and(|style| self.styles.hides(&style)),
            "hidden-text" => is("is-hidden", "true"),
            "section" => is("display", "none") || (is("display", "condition") && is("is-hidden", "true")),
            _ => false,
        }
    }

    fn list(&mut self, tag: &BytesStart) {
        let own = attribute(tag, "style-name");
        if self.lists.is_empty() {
            let style = own.unwrap_or_default();
            let goes_on = attribute(tag, "continue-numbering").as_deref() == Some("true")
                || attribute(tag, "continue-list").is_some();
            let counter = self.counters.entry(style.clone()).or_default();
            if !goes_on {
                counter.restart();
            }
            self.lists.push(style);
        } else {
            let outer = self.lists.last().cloned().unwrap_or_default();
            self.lists.push(own.unwrap_or(outer));
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "p" | "h" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph)?;
                }
            }
            "span" => {
                let Some(paragraph) = self.open.last_mut() else { return Ok(()) };
                // The mark of a note is told from the word before it.
                if let Some((Some(start), _)) = paragraph.spans.pop()
                    && paragraph.text.is_char_boundary(start)
                {
                    let piece = paragraph.text.split_off(start);
                    let piece = raised(&paragraph.text, &piece);
                    paragraph.text.push_str(&piece);
                }
            }
            "list" => {
                self.lists.pop();
                self.item = false;
            }
            "list-item" => self.item = false,
            "table-row" => self.body.end_row()?,
            "note" => self.in_note = self.in_note.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// Runs of white space are one blank: more are written as elements.
    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let signs = paragraph.spans.last().and_then(|(_, signs)| *signs);
        for c in text.chars() {
            if signs.is_some() && !c.is_whitespace() || ('\u{f020}'..='\u{f0ff}').contains(&c) {
                let sign = symbols::sign(signs.unwrap_or_default(), c.into());
                self.unknown += usize::from(sign == char::REPLACEMENT_CHARACTER);
                paragraph.text.push(sign);
            } else if !c.is_ascii_whitespace() {
                paragraph.text.push(c);
            } else if !paragraph.text.is_empty() && !paragraph.text.ends_with([' ', '\n', '\t']) {
                paragraph.text.push(' ');
            }
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), Error> {
        let text = paragraph.text.trim();
        if paragraph.hidden {
            self.hidden += 1;
            return Ok(());
        }
        if self.in_note > 0 {
            if let Some(note) = self.notes.last_mut().filter(|_| !text.is_empty()) {
                note.push(' ');
                note.push_str(text);
            }
            return Ok(());
        }
        if text.is_empty() {
            // An empty point has its number all the same.
            let number = if self.lists.is_empty() { None } else { self.number(&paragraph) };
            return match number.filter(|number| number != "-") {
                Some(number) => self.body.line(Kind::Paragraph, &number),
                None => Ok(()),
            };
        }
        let heading = paragraph.outline.or_else(|| self.styles.heading(&paragraph.style));
        let number = self.number(&paragraph);
        let numbered = |number: &str| format!("{number} {text}");
        match (heading, number) {
            (Some(level), Some(number)) if number != "-" => {
                self.body.line(Kind::Heading(level), &numbered(&number))
            }
            (Some(level), _) => self.body.line(Kind::Heading(level), text),
            (None, Some(number)) if number.starts_with('§') => {
                self.body.line(Kind::Paragraph, &numbered(&number))
            }
            (None, Some(number)) => {
                let indent = "  ".repeat(self.lists.len().saturating_sub(1).min(8));
                self.body.line(Kind::Item, &format!("{indent}{}", numbered(&number)))
            }
            (None, None) => self.body.line(Kind::Paragraph, text),
        }
    }

    /// What stands before a paragraph in its list, or before a heading.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let level = self.lists.len();
        if level > 0 {
            if !std::mem::take(&mut self.item) {
                return None;
            }
            let named = self.lists.last().filter(|name| !name.is_empty()).map(String::as_str);
            let style = named.or_else(|| self.styles.list(&paragraph.style));
            let levels = self.styles.levels(style?);
            if levels.is_empty() {
                return Some("-".to_string());
            }
            let outer = self.lists.first().cloned().unwrap_or_default();
            return self.counters.entry(outer).or_default().next(levels, level - 1);
        }
        let level = usize::from(paragraph.outline?) - 1;
        self.outline.next(&self.styles.outline, level)
    }
}

/// The lines of the page headers and footers, each once.
#[derive(Default)]
struct Heads {
    headers: Vec<String>,
    footers: Vec<String>,
    inside: Option<bool>,
    line: String,
}

impl Heads {
    fn take(&mut self, piece: &Piece) {
        match (piece, self.inside) {
            (Piece::Open("header" | "header-first" | "header-left", _), _) => self.inside = Some(true),
            (Piece::Open("footer" | "footer-first" | "footer-left", _), _) => self.inside = Some(false),
            (Piece::Close("header" | "header-first" | "header-left"), _)
            | (Piece::Close("footer" | "footer-first" | "footer-left"), _) => self.inside = None,
            (Piece::Open("tab", _) | Piece::Close("table-cell"), Some(_)) => self.line.push('\t'),
            (Piece::Open("s", _), Some(_)) => self.line.push(' '),
            (Piece::Text(text), Some(_)) => self.line.push_str(text),
            (Piece::Close("p" | "h"), Some(above)) => {
                let line = std::mem::take(&mut self.line).trim().to_string();
                let lines = if above { &mut self.headers } else { &mut self.footers };
                if super::says_something(&line) && lines.len() < 64 && !lines.contains(&line) {
                    lines.push(line);
                }
            }
            _ => {}
        }
    }
}
