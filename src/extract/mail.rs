//! E-mail (`.eml`) and pages saved whole (`.mht`): the body of a message below its subject, sender and day.

use super::limits::ExtractLimits;
use super::writer::{Kind, Writer};
use super::{Attachment, Extracted, FileFormat, Recognized, msg};
use crate::document::{Error, ErrorKind};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

/// Names of fields that a message begins with; in lower case.
const FIELDS: &[&str] = &[
    "bcc",
    "cc",
    "content-transfer-encoding",
    "content-type",
    "date",
    "delivered-to",
    "from",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "sender",
    "snapshot-content-location",
    "subject",
    "to",
];
/// So many of them, in a row, make a message. A page that was saved has no more than its version and kind.
const TELLING: usize = 3;
const SAVED: [&str; 2] = ["mime-version", "content-type"];

/// Whether the bytes begin with the head of a message.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    // Most documents are none, which the beginning of their first line tells.
    let start = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let name = start.iter().take(4096).position(|b| !(b.is_ascii_alphanumeric() || *b == b'-'));
    if !name.is_some_and(|at| at > 0 && start.get(at) == Some(&b':')) {
        return false;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let head = head.trim_start_matches('\u{feff}');
    let (mut known, mut saved) = (0, 0);
    for (number, line) in head.lines().enumerate() {
        // A field goes on in lines that are indented; a blank line ends the head.
        if line.trim().is_empty() {
            break;
        }
        if number > 0 && line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if name.is_empty() || !plain {
            return false;
        }
        let name = name.to_ascii_lowercase();
        known += usize::from(FIELDS.contains(&&*name));
        saved += usize::from(SAVED.contains(&&*name));
    }
    known >= TELLING || saved == SAVED.len()
}

/// The files that a message carries, in order; another message among them is one.
#[cfg_attr(not(feature = "archive"), allow(dead_code, reason = "only archives give documents in documents"))]
pub(crate) fn attachments(bytes: &[u8], limits: &ExtractLimits) -> Vec<Attachment> {
    if msg::is_msg(bytes) {
        return msg::attachments(bytes, limits);
    }
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let carried = message.attachments().enumerate().filter(|(_, part)| !is_inline(part));
    let named =
        carried.map(|(at, part)| Attachment { name: name(part, at), bytes: part.contents().to_vec() });
    named.collect()
}

/// A picture that the body shows.
fn is_inline(part: &mail_parser::MessagePart) -> bool {
    matches!(part.body, PartType::InlineBinary(_)) && part.content_id().is_some()
}

fn name(part: &mail_parser::MessagePart, at: usize) -> String {
    part.attachment_name().map_or_else(|| format!("{}", at + 1), str::to_string)
}

pub(super) fn read(bytes: &[u8], limits: &ExtractLimits) -> Result<Extracted, Error> {
    if msg::is_msg(bytes) {
        return msg::read(bytes, limits);
    }
    let message = MessageParser::default().parse(bytes).ok_or_else(|| {
        Error::new(ErrorKind::Damaged, "the message is damaged: it has no head that can be read")
    })?;
    let mut notes = Vec::new();
    let mut writer = Writer::new(limits);
    head(&message, &mut writer)?;
    let html = (message.text_body_count() == 0 || is_page(&message)).then(|| message.body_html(0)).flatten();
    match html {
        Some(html) => page(&html, &mut writer, &mut notes, limits)?,
        None => {
            for at in 0..message.text_body_count() {
                let text = message.body_text(at).unwrap_or_default().replace('\r', "");
                text.split("\n\n").try_for_each(|lines| writer.line(Kind::Paragraph, lines))?;
            }
        }
    }
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        notes.push("a part of the message is not encoded as it says".to_string());
    }
    let carried = message.attachments().enumerate().filter(|(_, part)| !is_inline(part));
    let names = Vec::from_iter(carried.map(|(at, part)| name(part, at)));
    if !names.is_empty() {
        notes.push(format!("carries other files ({}): {}", names.len(), names.join(", ")));
    }
    let (text, marks) = writer.finish();
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the message holds no text"));
    }
    let unknown = text.matches(char::REPLACEMENT_CHARACTER).count();
    if unknown > 0 {
        notes.push(format!(
            "{unknown} letters cannot be read in the encoding that the message names (U+FFFD)"
        ));
    }
    Ok(Extracted {
        text,
        format: FileFormat::Mail,
        encoding: None,
        guessed: false,
        notes,
        marks,
        ocr: Recognized::default(),
    })
}

/// Whether the message's own text is a page alone: one that was saved, or a letter without plain text.
fn is_page(message: &Message) -> bool {
    message.text_bodies().next().is_some_and(|part| matches!(part.body, PartType::Html(_)))
}

/// Subject, sender, receivers and day. A page that was saved has a subject alone, which is its title.
fn head(message: &Message, writer: &mut Writer) -> Result<(), Error> {
    if let Some(subject) = message.subject() {
        writer.line(Kind::Heading(1), subject)?;
    }
    let mut fields = Vec::new();
    for (label, who) in [("From", message.from()), ("To", message.to()), ("Cc", message.cc())] {
        fields.extend(who.map(|who| format!("{label}: {}", names(who))));
    }
    if let Some(date) = message.date().filter(|_| !fields.is_empty()) {
        fields.push(format!("Date: {:04}-{:02}-{:02}", date.year, date.month, date.day));
    }
    writer.line(Kind::Paragraph, &fields.join("\n"))
}

fn names(who: &Address) -> String {
    let one = |address: &mail_parser::Addr| match (address.name(), address.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_string(),
    };
    Vec::from_iter(who.iter().map(one)).join(", ")
}

#[cfg(feature = "html")]
pub(super) fn page(
    html: &str,
    writer: &mut Writer,
    notes: &mut Vec<String>,
    limits: &ExtractLimits,
) -> Result<(), Error> {
    super::html::write(html, writer, notes, limits)
}

#[cfg(not(feature = "html"))]
pub(super) fn page(_: &str, _: &mut Writer, notes: &mut Vec<String>, _: &ExtractLimits) -> Result<(), Error> {
    notes.push("left out a page of the web: klubba was built without its reader".to_string());
    Ok(())
}
