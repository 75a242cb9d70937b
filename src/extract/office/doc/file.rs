//! The streams of a Word file, and what its head says of where things lie in them.

use super::super::encrypted;
use crate::document::{Error, ErrorKind};
use crate::extract::limits::ExtractLimits;
use std::io::{Cursor, Read};
use std::ops::Range;

/// Places of pairs (offset, length) in the file's head, by Microsoft's names ([MS-DOC] 2.5.6).
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Styles = 1,
    NoteRefs = 2,
    NoteTexts = 3,
    Heads = 11,
    Characters = 12,
    Paragraphs = 13,
    Fonts = 15,
    Pieces = 33,
    EndnoteRefs = 46,
    EndnoteTexts = 47,
    Lists = 73,
    Overrides = 74,
}

/// A Word file: its streams, and the text of all its parts.
#[derive(Debug)]
pub(super) struct File {
    pub main: Vec<u8>,
    pub table: Vec<u8>,
    pub data: Vec<u8>,
    /// The text in units of UTF-16: the document, then notes, page heads, comments, endnotes and boxes.
    pub text: Vec<u16>,
    /// Where in `main` each piece of the text lies: its units, its first byte, and bytes a unit.
    pieces: Vec<(Range<usize>, usize, usize)>,
    lengths: [usize; 7],
}

/// The parts of the text, in their order ([MS-DOC] 2.4.1).
#[derive(Clone, Copy, Debug)]
pub(super) enum Story {
    Main,
    Notes,
    Heads,
    Comments = 4,
    Endnotes,
    Boxes,
}

impl File {
    pub fn open(bytes: &[u8], limits: &ExtractLimits) -> Result<File, Error> {
        let mut container =
            cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
        let mut left = limits.unpacked;
        let mut stream = |name: &str| -> Result<Vec<u8>, Error> {
            let mut content = Vec::new();
            if container.is_stream(name) {
                let stream = container.open_stream(name).map_err(|error| broken(&error.to_string()))?;
                let read = stream.take(left.saturating_add(1)).read_to_end(&mut content);
                read.map_err(|error| broken(&error.to_string()))?;
                left = left.checked_sub(content.len() as u64).ok_or_else(|| {
                    Error::new(ErrorKind::TooLarge, "unpacks to more than the limit for one document")
                })?;
            }
            Ok(content)
        };
        let main = stream("/WordDocument")?;
        match u16_at(&main, 0) {
            Some(0xA5EC) if u16_at(&main, 2).is_some_and(|version| version >= 0xC1) => {}
            Some(0xA5EC | 0xA5DC | 0xA59B | 0xA699) => {
                let message = "this is a document of Word 95 or older, which is not read: save it as DOCX";
                return Err(Error::new(ErrorKind::Unsupported, message));
            }
            _ => return Err(broken("no head of a Word file")),
        }
        let flags = u16_at(&main, 10).unwrap_or(0);
        if flags & 0x100 != 0 {
            return Err(encrypted());
        }
        let table = stream(if flags & 0x200 != 0 { "/1Table" } else { "/0Table" })?;
        let data = stream("/Data")?;
        let lengths = std::array::from_fn(|story| u32_at(&main, 76 + 4 * story).unwrap_or(0) as usize);
        let mut file = File { main, table, data, text: Vec::new(), pieces: Vec::new(), lengths };
        file.read_pieces(limits)?;
        Ok(file)
    }

    /// The bytes of a part of the table stream; none where the file has no such part.
    pub fn part(&self, part: Part) -> &[u8] {
        let at = 154 + 8 * part as usize;
        let place = u32_at(&self.main, at).zip(u32_at(&self.main, at + 4));
        let range =
            place.map(|(from, length)| from as usize..(from as usize).saturating_add(length as usize));
        range.and_then(|range| self.table.get(range)).unwrap_or_default()
    }

    /// From where a part of the table stream begins, to the stream's end.
    pub fn part_from(&self, part: Part) -> &[u8] {
        let from = u32_at(&self.main, 154 + 8 * part as usize).unwrap_or(u32::MAX) as usize;
        self.table.get(from..).unwrap_or_default()
    }

    /// The units of a story.
    pub fn story(&self, story: Story) -> Range<usize> {
        let from: usize =
            self.lengths[..story as usize].iter().fold(0, |sum, &length| sum.saturating_add(length));
        let from = from.min(self.text.len());
        from..from.saturating_add(self.lengths[story as usize]).min(self.text.len())
    }

    /// Where a unit of the text lies in `main`.
    pub fn place(&self, unit: usize) -> usize {
        let at = self.pieces.partition_point(|(units, ..)| units.end <= unit);
        self.pieces.get(at).map_or(0, |(units, from, width)| from + (unit - units.start.min(unit)) * width)
    }

    /// The piece table: behind the changes that were saved fast, which are passed by.
    fn read_pieces(&mut self, limits: &ExtractLimits) -> Result<(), Error> {
        let mut rest = self.part(Part::Pieces);
        while let [1, more @ ..] = rest {
            let length = u16_at(more, 0).unwrap_or(0) as usize;
            rest = more.get(2 + length..).unwrap_or_default();
        }
        let plc = rest.strip_prefix(&[2]).and_then(|rest| rest.get(4..)).unwrap_or_default();
        let mut pieces = Vec::new();
        let mut text = Vec::new();
        for (units, piece) in plc_of(plc, 8) {
            let Some(place) = u32_at(piece, 2) else { break };
            let (from, width) = match place & 0x4000_0000 {
                0 => (place as usize, 2),
                _ => ((place & 0x3FFF_FFFF) as usize / 2, 1),
            };
            let bytes =
                from.checked_add(units.len().saturating_mul(width)).and_then(|end| self.main.get(from..end));
            let bytes = bytes.ok_or_else(|| broken("its text lies beyond its end"))?;
            if units.start != text.len() {
                return Err(broken("its pieces of text do not join"));
            }
            limits.check_text(text.len() + units.len())?;
            if width == 1 {
                let decoded = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0;
                text.extend(decoded.encode_utf16());
            } else {
                text.extend(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            }
            pieces.push((units, from, width));
        }
        if text.is_empty() {
            return Err(broken("no text can be found in it"));
        }
        (self.text, self.pieces) = (text, pieces);
        Ok(())
    }
}

fn broken(why: &str) -> Error {
    Error::new(ErrorKind::Damaged, format!("the Word document is damaged or cut off: {why}"))
}

/// The entries of a table of places: between two places each, `size` bytes.
pub(super) fn plc_of(plc: &[u8], size: usize) -> impl Iterator<Item = (Range<usize>, &[u8])> {
    let count = plc.len().saturating_sub(4) / (4 + size);
    (0..count).filter_map(move |at| {
        let (from, to) = (u32_at(plc, 4 * at)? as usize, u32_at(plc, 4 * at + 4)? as usize);
        let data = 4 * (count + 1) + size * at;
        Some((from..to.max(from), plc.get(data..data + size)?))
    })
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

/// A text that is counted by its first two bytes.
pub(super) fn counted(bytes: &[u8], at: usize) -> Option<(String, usize)> {
    let length = 2 * u16_at(bytes, at)? as usize;
    let units = bytes.get(at + 2..at + 2 + length)?.chunks_exact(2);
    let text = char::decode_utf16(units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
    Some((text.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), at + 2 + length))
}
