//! Messages as Outlook saves them (`.msg`): streams in the container of Office's old formats, one for each property.

use super::limits::ExtractLimits;
use super::writer::{Kind, Writer};
use super::{Attachment, Extracted, FileFormat, Recognized, sniff};
use crate::document::{Error, ErrorKind};
use crate::text::decode;
use cfb::CompoundFile;
use std::io::{Cursor, Read};

/// The stream of properties, which every message has.
const PROPERTIES: &str = "__properties_version1.0";
/// Files that a message carries, which are looked at.
const MANY: usize = 256;

pub(super) fn is_msg(bytes: &[u8]) -> bool {
    sniff::is_container(bytes) && sniff::names(bytes, PROPERTIES)
}

struct Msg<'b> {
    container: CompoundFile<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Msg<'b> {
    fn open(bytes: &'b [u8], limits: &ExtractLimits) -> Result<Msg<'b>, Error> {
        let container = CompoundFile::open(Cursor::new(bytes)).map_err(|error| {
            Error::new(ErrorKind::Damaged, format!("the message is damaged or cut off: {error}"))
        })?;
        Ok(Msg { container, left: limits.unpacked })
    }

    /// The bytes of a stream; nothing where it is not there, or is more than may be unpacked.
    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        if !self.container.is_stream(path) {
            return None;
        }
        let stream = self.container.open_stream(path).ok()?;
        let length = stream.len();
        self.left = self.left.checked_sub(length)?;
        let mut bytes = Vec::new();
        stream.take(length).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// A property that is a text, in UTF-16 or in an encoding of its time.
    fn text(&mut self, folder: &str, property: &str) -> Option<String> {
        if let Some(units) = self.bytes(&format!("{folder}/__substg1.0_{property}001F")) {
            let units = units.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let text: String =
                char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
            return Some(text.trim_end_matches('\0').to_string());
        }
        let bytes = self.bytes(&format!("{folder}/__substg1.0_{property}001E"))?;
        decode::decode(bytes).ok().map(|decoded| decoded.text)
    }

    /// The day on which it was sent, or else came.
    fn day(&mut self) -> Option<String> {
        let properties = self.bytes(&format!("/{PROPERTIES}"))?;
        let time = |tag: u32| {
            let found =
                properties.get(32..)?.chunks_exact(16).find(|entry| entry.starts_with(&tag.to_le_bytes()))?;
            found[8..].try_into().ok().map(u64::from_le_bytes)
        };
        // Tenths of microseconds since 1601.
        let seconds = (time(0x0039_0040).or_else(|| time(0x0E06_0040))? / 10_000_000) as i64 - 11_644_473_600;
        let stamp = jiff::Timestamp::from_second(seconds).ok()?;
        Some(stamp.to_string().get(..10)?.to_string())
    }

    /// The folders of the files that it carries.
    fn carried(&self) -> Vec<String> {
        let names = self
            .container
            .read_root_storage()
            .filter(|entry| entry.is_storage())
            .map(|entry| format!("/{}", entry.name()));
        names.filter(|name| name.starts_with("/__attach_version1.0")).take(MANY).collect()
    }

    fn name(&mut self, folder: &str, at: usize) -> String {
        let named = ["3707", "3704", "3001"].iter().find_map(|property| self.text(folder, property));
        named.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| format!("{}", at + 1))
    }
}

/// The files that a message carries. Another message among them is told of by [`read`] alone.
#[cfg_attr(not(feature = "archive"), allow(dead_code, reason = "only archives give documents in documents"))]
pub(super) fn attachments(bytes: &[u8], limits: &ExtractLimits) -> Vec<Attachment> {
    let Ok(mut msg) = Msg::open(bytes, limits) else { return Vec::new() };
    let folders = msg.carried();
    let mut files = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        if let Some(bytes) = msg.bytes(&format!("{folder}/__substg1.0_37010102")) {
            files.push(Attachment { name: msg.name(folder, at), bytes });
        }
    }
    files
}

pub(super) fn read(bytes: &[u8], limits: &ExtractLimits) -> Result<Extracted, Error> {
    let mut msg = Msg::open(bytes, limits)?;
    let mut notes = Vec::new();
    let mut writer = Writer::new(limits);
    if let Some(subject) = msg.text("", "0037") {
        writer.line(Kind::Heading(1), &subject)?;
    }
    let mut fields = Vec::new();
    let address =
        msg.text("", "5D01").or_else(|| msg.text("", "0C1F")).filter(|address| address.contains('@'));
    let from = match (msg.text("", "0C1A"), address) {
        (Some(name), Some(address)) if name != address => Some(format!("{name} <{address}>")),
        (name, address) => name.or(address),
    };
    let (to, cc) = (msg.text("", "0E04"), msg.text("", "0E03"));
    for (label, value) in [("From", from), ("To", to), ("Cc", cc), ("Date", msg.day())] {
        fields
            .extend(value.filter(|value| !value.trim().is_empty()).map(|value| format!("{label}: {value}")));
    }
    writer.line(Kind::Paragraph, &fields.join("\n"))?;
    let body = msg.text("", "1000").filter(|body| !body.trim().is_empty());
    let page = msg.bytes("/__substg1.0_10130102").filter(|_| body.is_none());
    let page = page.and_then(|bytes| decode::decode(bytes).ok()).map(|decoded| decoded.text);
    match body {
        Some(body) => {
            let body = body.replace('\r', "");
            body.split("\n\n").try_for_each(|lines| writer.line(Kind::Paragraph, lines))?;
        }
        None => match page {
            Some(page) => super::mail::page(&page, &mut writer, &mut notes, limits)?,
            None if msg.container.is_stream("/__substg1.0_10090102") => {
                notes.push("left out the text: Outlook packed it as RTF, which is not unpacked".to_string());
            }
            None => {}
        },
    }
    let folders = msg.carried();
    let names = Vec::from_iter(folders.iter().enumerate().map(|(at, folder)| msg.name(folder, at)));
    if !names.is_empty() {
        notes.push(format!("carries other files ({}): {}", names.len(), names.join(", ")));
    }
    let inner =
        folders.iter().filter(|folder| msg.container.is_storage(format!("{folder}/__substg1.0_3701000D")));
    let inner = inner.count();
    if inner > 0 {
        notes.push(format!("left out messages that the message carries ({inner})"));
    }
    let (text, marks) = writer.finish();
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the message holds no text"));
    }
    let ocr = Recognized::default();
    Ok(Extracted { text, format: FileFormat::Mail, encoding: None, guessed: false, notes, marks, ocr })
}
