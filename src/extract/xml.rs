//! XML that is no page: TEI and Parla-CLARIN, the Riksdag's open data, and any other, element by element.

use super::limits::ExtractLimits;
use super::office::xml::{Piece, attribute, walk};
use super::writer::{Kind, Writer};
use super::{Extracted, FileFormat, Recognized};
use crate::document::{Error, ErrorKind};
use crate::text::decode::{self, Decoded};
use quick_xml::events::BytesStart;

/// Whether the bytes are XML by their declaration.
pub(super) fn is_xml(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    start.starts_with(b"<?xml")
}

pub(super) fn read(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let Decoded { text: source, encoding, guessed, mut notes, .. } = decode::decode(bytes)?;
    let mut xml = Xml {
        writer: Writer::new(limits),
        line: String::new(),
        heading: 0,
        out: 0,
        page: None,
        heads: 0,
        foreign: true,
    };
    walk(source.as_bytes(), "XML", limits, |piece| xml.take(piece))?;
    xml.end_line()?;
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
    /// The text of an element `html`.
    page: Option<String>,
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

/// How deep an element `div` stands is its heading's level; below this one the levels are one.
const DEEPEST: u8 = 6;

impl Xml<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), Error> {
        match piece {
            Piece::Open(_, _) if self.out > 0 => self.out += 1,
            Piece::Close(_) if self.out > 0 => self.out -= 1,
            Piece::Text(_) if self.out > 0 => {}
            Piece::Open(name, tag) => self.open(name, tag)?,
            Piece::Close(name) => self.close(name)?,
            Piece::Text(text) => self.text(text),
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
            "html" => self.page = Some(String::new()),
            _ if self.page.is_some() => {}
            _ if INLINE.contains(&name) => {}
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
            "lb" | "br" => {}
            _ if self.page.is_some() || INLINE.contains(&name) => {}
            _ => {
                self.end_line()?;
                self.heading = 0;
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let line = self.page.as_mut().unwrap_or(&mut self.line);
        line.push_str(text);
    }

    fn end_line(&mut self) -> Result<(), Error> {
        let line = std::mem::take(&mut self.line);
        let words = Vec::from_iter(line.split_ascii_whitespace()).join(" ");
        let kind = if self.heading > 0 { Kind::Heading(self.heading) } else { Kind::Paragraph };
        self.writer.line(kind, &words)
    }
}
