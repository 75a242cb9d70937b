//! XML that is no page: TEI and Parla-CLARIN, the Riksdag's open data, and any other, element by element.

use super::limits::ExtractLimits;
use super::office;
use super::office::xml::{Piece, attribute, walk};
use super::writer::{Kind, Writer};
use super::{Extracted, FileFormat, Recognized};
use crate::document::{Error, ErrorKind};
use crate::text::decode::{self, Decoded};
use crate::text::walk::head as text_head;
use quick_xml::events::BytesStart;

/// Whether the bytes are XML: by their declaration, or as TEI that has none.
pub(super) fn is_xml(bytes: &[u8]) -> bool {
    // Most documents are none, which their first letter tells.
    let passed = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0 | 0xEF | 0xBB | 0xBF | 0xFE..);
    if bytes.iter().find(|b| !passed(b)) != Some(&b'<') {
        return false;
    }
    // In UTF-16 every other byte of a tag is zero.
    let head = Vec::from_iter(bytes.iter().copied().filter(|&byte| byte != 0 && byte < 0xFE));
    let mut start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head).trim_ascii_start();
    if start.starts_with(b"<?xml") {
        return true;
    }
    while let Some(rest) = start.strip_prefix(b"<!--") {
        let Some(end) = memchr::memmem::find(rest, b"-->") else { return false };
        start = rest[end + 3..].trim_ascii_start();
    }
    ["<TEI", "<tei:TEI", "<teiCorpus", "<office:document ", "<dokumentstatus>", "<!DOCTYPE TEI"]
        .iter()
        .any(|root| start.starts_with(root.as_bytes()))
}

pub(super) fn read(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let Decoded { text: source, encoding, guessed, mut notes, .. } = decode::decode(bytes)?;
    let head = text_head(&source, HEAD);
    if head.contains("<office:document ") || head.contains("<office:document\n") {
        let (text, marks, told) = office::odt::read_flat(&source, limits)?;
        notes.extend(told);
        return office::finish(text, marks, notes, FileFormat::Odt);
    }
    let mut xml = Xml {
        writer: Writer::new(limits),
        line: String::new(),
        heading: 0,
        out: 0,
        page: None,
        within: 0,
        tags: 0,
        heads: 0,
        corrected: 0,
        unknown: 0,
        chosen: false,
        foreign: true,
    };
    walk(source.as_bytes(), "XML", limits, |piece| xml.take(piece))?;
    xml.end_line()?;
    if xml.tags > 0 {
        // The page's tags are the file's own.
        return page_inside(source, limits);
    }
    if let Some(page) = xml.page.filter(|page| page.trim_start().starts_with('<')) {
        // The Riksdag's open data hold the document as a page, its tags escaped.
        let beside = !xml.writer.finish().0.is_empty();
        let mut read = page_inside(page, limits)?;
        read.notes.extend(beside.then(|| "left out what stands beside the page in the XML".to_string()));
        return Ok(read);
    }
    if xml.heads > 0 {
        notes.push(format!("left out what TEI tells of the text itself ({})", xml.heads));
    }
    if xml.corrected > 0 {
        notes.push(format!("left out words that the text corrects ({})", xml.corrected));
    }
    if xml.unknown > 0 {
        notes.push(format!("left out letters that the file names in a way of its own ({})", xml.unknown));
    }
    if xml.foreign {
        notes.push("XML of no kind that klubba knows: each of its elements is read as a line".to_string());
    }
    let (text, marks) = xml.writer.finish();
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the XML holds no text"));
    }
    Ok(Extracted {
        text,
        format: FileFormat::Xml,
        encoding: Some(encoding),
        guessed,
        notes,
        marks,
        ocr: Recognized::default(),
    })
}

#[cfg(feature = "html")]
fn page_inside(page: String, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let read = super::html::read(page.into_bytes(), limits)?;
    Ok(Extracted { format: FileFormat::Xml, ..read })
}

#[cfg(not(feature = "html"))]
fn page_inside(_: String, _: &ExtractLimits) -> Result<Extracted, Error> {
    Err(Error::new(
        ErrorKind::Decode,
        "this is XML with a page of the web: klubba was built without its reader",
    ))
}

struct Xml<'l> {
    writer: Writer<'l>,
    line: String,
    /// The level of the heading that is open; 0 for none.
    heading: u8,
    /// Elements inside one that is left out.
    out: usize,
    /// The text of an element `html`, how many elements are open from it on, and how many tags stand in it.
    page: Option<String>,
    within: usize,
    tags: usize,
    /// Words that TEI gives as they were before they were corrected, and entities that are not known.
    corrected: usize,
    unknown: usize,
    /// In a choice between readings.
    chosen: bool,
    /// Heads of TEI, and what stands apart from the text, which are left out.
    heads: usize,
    /// Neither TEI nor the Riksdag's.
    foreign: bool,
}

/// Elements that are part of a line, in TEI and in pages.
const INLINE: &[&str] = &[
    "a",
    "b",
    "date",
    "em",
    "emph",
    "foreign",
    "hi",
    "i",
    "name",
    "num",
    "orgName",
    "pc",
    "persName",
    "placeName",
    "ref",
    "span",
    "strong",
    "sub",
    "sup",
    "term",
    "time",
    "w",
];

/// So many bytes are looked at for the root.
const HEAD: usize = 2048;

/// How deep an element `div` stands is its heading's level; below this one the levels are one.
const DEEPEST: u8 = 6;

impl Xml<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), Error> {
        match piece {
            Piece::Open(_, _) if self.out > 0 => self.out += 1,
            Piece::Close(_) if self.out > 0 => self.out -= 1,
            Piece::Text(_) | Piece::Unknown if self.out > 0 => {}
            Piece::Open(name, tag) => self.open(name, tag)?,
            Piece::Close(name) => self.close(name)?,
            Piece::Text(text) => self.text(text),
            Piece::Unknown => self.unknown += 1,
        }
        Ok(())
    }

    fn open(&mut self, name: &str, tag: &BytesStart) -> Result<(), Error> {
        match name {
            "TEI" | "teiCorpus" => self.foreign = false,
            // What TEI tells of the file itself.
            "teiHeader" | "standOff" => {
                self.heads += 1;
                self.out = 1;
            }
            "html" if self.page.is_none() => {
                self.page = Some(String::new());
                self.within = 1;
            }
            _ if self.within > 0 => {
                self.within += 1;
                self.tags += 1;
            }
            // What follows it is right.
            "sic" | "orig" | "abbr" if self.chosen => {
                self.corrected += 1;
                self.out = 1;
            }
            "choice" => self.chosen = true,
            "corr" | "reg" | "expan" => {}
            _ if INLINE.contains(&name) => {}
            // A line that ends inside a word.
            "lb" if attribute(tag, "break").as_deref() == Some("no") => {
                let end = self.line.trim_end().trim_end_matches(['-', '\u{ad}']).len();
                self.line.truncate(end);
            }
            "lb" | "br" => self.line.push('\n'),
            "pb" => {
                self.end_line()?;
                self.writer.page();
            }
            "head" | "rubrik" => {
                self.end_line()?;
                let level = attribute(tag, "level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.heading = level.clamp(1, DEEPEST);
            }
            _ => self.end_line()?,
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            _ if self.within > 0 => self.within -= 1,
            "choice" => self.chosen = false,
            "lb" | "br" | "corr" | "reg" | "expan" => {}
            _ if INLINE.contains(&name) => {}
            _ => {
                self.end_line()?;
                self.heading = 0;
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let line = self.page.as_mut().filter(|_| self.within > 0).unwrap_or(&mut self.line);
        line.push_str(text);
    }

    fn end_line(&mut self) -> Result<(), Error> {
        let line = std::mem::take(&mut self.line);
        let words = Vec::from_iter(line.split_ascii_whitespace()).join(" ");
        let kind = if self.heading > 0 { Kind::Heading(self.heading) } else { Kind::Paragraph };
        self.writer.line(kind, &words)
    }
}
