//! DOCX: the paragraphs of `word/document.xml`, with styles, lists, tables and footnotes.

use super::Package;
use super::body::Body;
use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{Piece, attribute, number};
use crate::document::{Error, Marks};
use crate::extract::writer::Kind;
use quick_xml::events::BytesStart;

/// A line in bold that is longer than this, in bytes, is text.
const SHORT: usize = 110;

/// A paragraph while it is read. One may stand inside another, in a text box.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    list_level: Option<u32>,
    outline: Option<u32>,
    /// How much of it is bold, in bytes.
    bold: usize,
    /// A page ends inside it.
    ends_page: bool,
}

struct Docx<'l> {
    body: Body<'l>,
    styles: Styles,
    numbering: Numbering,
    open: Vec<Paragraph>,
    /// Elements inside one that is left out.
    skipped: usize,
    /// In an element that holds text: others hold numbers of the layout.
    in_text: bool,
    /// In the properties of a paragraph or a run.
    properties: usize,
    hidden: bool,
    bold: bool,
    deletions: usize,
    /// The footnote that is read.
    note: Option<String>,
}

/// Text and marks, and what was left out.
pub(super) fn read(package: &mut Package) -> Result<(String, Marks, Vec<String>), Error> {
    let limits = package.limits;
    let mut docx = Docx {
        body: Body::new(limits),
        styles: Styles::read(package)?,
        numbering: Numbering::read(package)?,
        open: Vec::new(),
        skipped: 0,
        in_text: false,
        properties: 0,
        hidden: false,
        bold: false,
        deletions: 0,
        note: None,
    };
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        package.walk(part, |piece| docx.take(piece))?;
        docx.skipped = 0;
    }
    let mut notes = Vec::new();
    if docx.deletions > 0 {
        notes.push(format!("left out {} deletions that the document tracks", docx.deletions));
    }
    let (text, marks) = docx.body.finish()?;
    Ok((text, marks, notes))
}

impl Docx<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), Error> {
        match piece {
            Piece::Open(..) if self.skipped > 0 => self.skipped += 1,
            Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Text(_) if self.skipped > 0 => {}
            Piece::Open(name, tag) => self.open(name, tag)?,
            Piece::Close(name) => self.close(name)?,
            Piece::Text(text) => self.text(text),
        }
        Ok(())
    }

    fn open(&mut self, name: &str, tag: &BytesStart) -> Result<(), Error> {
        match name {
            "p" => self.open.push(Paragraph::default()),
            "pPr" | "rPr" | "sectPr" | "tblPr" | "trPr" | "tcPr" => self.properties += 1,
            "tbl" => self.body.table()?,
            "tr" => self.body.row(),
            "tc" => self.body.cell(),
            // Deleted or moved away; the older twin of a drawing; what a field is made from.
            "del" | "moveFrom" if self.properties == 0 => {
                self.deletions += 1;
                self.skipped = 1;
            }
            "Fallback" => self.skipped = 1,
            "t" => self.in_text = true,
            "footnote" | "endnote" => {
                // Separators are notes of a special type.
                if attribute(tag, "type").is_some_and(|kind| kind != "normal") {
                    self.skipped = 1;
                } else {
                    self.note = attribute(tag, "id");
                }
            }
            "r" => (self.hidden, self.bold) = (false, false),
            _ if self.properties > 0 => self.property(name, tag),
            _ => self.mark(name, tag),
        }
        Ok(())
    }

    fn property(&mut self, name: &str, tag: &BytesStart) {
        let value = || attribute(tag, "val");
        let is_on = || !matches!(value().as_deref(), Some("0" | "false"));
        match name {
            "vanish" => self.hidden = is_on(),
            "b" => self.bold = is_on(),
            _ => {}
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = value().unwrap_or_default(),
            "numId" => paragraph.list = value(),
            "ilvl" => paragraph.list_level = number(tag, "val"),
            "outlineLvl" => paragraph.outline = number(tag, "val"),
            "pageBreakBefore" if value().as_deref() != Some("0") && paragraph.text.is_empty() => {
                self.body.page()
            }
            _ => {}
        }
    }

    /// What stands for a character, a page's end or a note.
    fn mark(&mut self, name: &str, tag: &BytesStart) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "tab" | "ptab" => paragraph.text.push('\t'),
            "br" if attribute(tag, "type").as_deref() == Some("page") => paragraph.ends_page = true,
            "br" | "cr" => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('-'),
            "softHyphen" => paragraph.text.push('\u{ad}'),
            // Where Word last began a page; inside a paragraph it would cut a sentence.
            "lastRenderedPageBreak" if paragraph.text.is_empty() => self.body.page(),
            "lastRenderedPageBreak" => paragraph.ends_page = true,
            "footnoteReference" | "endnoteReference" => {
                if let Some(id) = attribute(tag, "id") {
                    paragraph.text.push_str(&format!("[{id}]"));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph)?;
                }
            }
            "pPr" | "rPr" | "sectPr" | "tblPr" | "trPr" | "tcPr" => {
                self.properties = self.properties.saturating_sub(1);
            }
            "tr" => self.body.end_row()?,
            "t" => self.in_text = false,
            "r" => (self.hidden, self.bold) = (false, false),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if !self.in_text || self.hidden {
            return;
        }
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
            paragraph.bold += if self.bold { text.trim().len() } else { 0 };
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), Error> {
        let style = self.styles.get(&paragraph.style);
        let outline = paragraph.outline.map(|level| if level < 9 { Some(level as u8 + 1) } else { None });
        let heading = outline.unwrap_or(style.heading);
        let mut text = paragraph.text;
        let length = text.trim().len();
        let bold =
            paragraph.bold * 10 >= length * 9 && length <= SHORT && !text.trim_end().ends_with(['.', ',']);
        if text.trim().is_empty() {
            if paragraph.ends_page {
                self.body.page();
            }
            return Ok(());
        }
        if let Some(note) = self.note.take() {
            text = format!("[{note}] {}", text.trim());
        }
        // A paragraph's own list 0 takes it out of its style's.
        let list = paragraph.list.or(style.list).filter(|list| list != "0");
        let level =
            paragraph.list_level.or(style.list_level).or(heading.map(|level| u32::from(level.max(1)) - 1));
        let level = level.unwrap_or(0) as usize;
        let number = list.and_then(|list| self.numbering.next(&list, level));
        let (kind, text) = match (heading, number) {
            (Some(level), Some(number)) if number != "-" => {
                (Kind::Heading(level), format!("{number} {}", text.trim()))
            }
            (Some(level), _) => (Kind::Heading(level), text),
            (None, Some(number)) if number.starts_with('§') => {
                (Kind::Paragraph, format!("{number} {}", text.trim()))
            }
            (None, Some(number)) => {
                (Kind::Item, format!("{}{number} {}", "  ".repeat(level.min(8)), text.trim()))
            }
            (None, None) => (if bold { Kind::Bold } else { Kind::Paragraph }, text),
        };
        self.body.line(kind, &text)?;
        if paragraph.ends_page {
            self.body.page();
        }
        Ok(())
    }
}
