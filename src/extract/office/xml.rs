//! XML as a stream of pieces.

use super::package::BOMB;
use crate::document::{Error, ErrorKind};
use crate::extract::limits::ExtractLimits;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::BufRead;

/// A piece of a part. Names are local: prefixes are each writer's own.
pub(in crate::extract) enum Piece<'a> {
    Open(&'a str, &'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
    /// A character that the file names in a way of its own.
    Unknown,
}

/// Hands each piece to `take`; an empty element is opened and closed.
pub(in crate::extract) fn walk(
    reader: impl BufRead,
    part: &str,
    limits: &ExtractLimits,
    mut take: impl FnMut(Piece) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut reader = Reader::from_reader(reader);
    reader.config_mut().allow_dangling_amp = true;
    let mut buffer = Vec::new();
    let mut depth = 0usize;
    for count in 1usize.. {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                depth += 1;
                take(Piece::Open(tag.local_name().into_inner(), &tag))?;
            }
            Ok(Event::Empty(tag)) => {
                let name = tag.local_name().into_inner();
                take(Piece::Open(name, &tag))?;
                take(Piece::Close(name))?;
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                take(Piece::Close(tag.local_name().into_inner()))?;
            }
            Ok(Event::Text(text)) => take(Piece::Text(&text.xml10_content()))?,
            Ok(Event::CData(text)) => take(Piece::Text(&text.xml10_content()))?,
            Ok(Event::GeneralRef(entity)) => {
                let name = entity.xml10_content();
                let known = quick_xml::escape::resolve_predefined_entity(&name);
                match (entity.resolve_char_ref(), known) {
                    (Ok(Some(c)), _) => take(Piece::Text(c.encode_utf8(&mut [0; 4])))?,
                    (_, Some(text)) => take(Piece::Text(text))?,
                    // One that the web names; those of a document type are not read, for they can grow without end.
                    _ => match named(&name) {
                        Some(c) => take(Piece::Text(c.encode_utf8(&mut [0; 4])))?,
                        None => take(Piece::Unknown)?,
                    },
                }
            }
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(damaged(part, "it ends too early")),
            Ok(_) => {}
            Err(error) => {
                return Err(failed(part, &error.to_string(), limits));
            }
        }
        if count % 4096 == 0 {
            limits.check_time()?;
        }
    }
    Ok(())
}

/// The character of a name that pages of the web use, as far as Swedish texts have it.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "aring" => 'å',
        "auml" => 'ä',
        "ouml" => 'ö',
        "Aring" => 'Å',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "eacute" => 'é',
        "Eacute" => 'É',
        "uuml" => 'ü',
        "Uuml" => 'Ü',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "sect" => '§',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "laquo" => '«',
        "raquo" => '»',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "frac12" => '½',
        "deg" => '°',
        "euro" => '€',
        _ => return None,
    })
}

/// Why a part cannot be read to its end.
pub(super) fn failed(part: &str, message: &str, limits: &ExtractLimits) -> Error {
    if message.contains(BOMB) {
        let message = format!("{part} {BOMB} for one document ({} bytes)", limits.unpacked);
        return Error::new(ErrorKind::TooLarge, message);
    }
    damaged(part, message)
}

fn damaged(part: &str, what: &str) -> Error {
    Error::new(ErrorKind::Damaged, format!("the document is damaged in its part {part}: {what}"))
}

/// The value of the attribute with this local name.
pub(in crate::extract) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let mut known = all.with_checks(false).flatten();
    let found = known.find(|attribute| attribute.key.local_name().into_inner() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A number in the attribute with this local name.
pub(super) fn number(tag: &BytesStart, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether a property of OOXML is switched on: it is, unless its value says no.
pub(super) fn is_on(tag: &BytesStart) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off"))
}
