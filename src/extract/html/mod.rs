//! A page of the web: its main text without what stands around it.
//!
//! The page is read as a stream of tags; no tree is built, so that neither depth nor size costs more than a walk.
//! Lines are kept with the part of the page they stand in, and the best part is chosen at the end.

mod choice;
mod element;
mod page;

use super::limits::ExtractLimits;
use super::writer::{Kind, Writer};
use super::{Extracted, FileFormat, Recognized};
use crate::document::{Error, ErrorKind};
use crate::text::decode::{self, Decoded};
use encoding_rs::Encoding;
use memchr::memmem;
use page::Page;

/// Blocks that a page, or a part of one, begins with.
const BLOCKS: &[&[u8]] = &[
    b"article", b"div", b"dl", b"figure", b"h1", b"h2", b"h3", b"header", b"main", b"ol", b"p", b"section",
    b"table", b"ul",
];

/// How many bytes are looked at to tell what a file is.
const HEAD: usize = 4096;

/// Whether the bytes are a page: its first tags say so; or a part of a page, as programs that make sites keep them.
pub(super) fn is_html(bytes: &[u8]) -> bool {
    // Most documents are none, which their first letter tells: a tag, or the dash of what may stand before it.
    let passed = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0 | 0xEF | 0xBB | 0xBF | 0xFE..);
    if !matches!(bytes.iter().take(HEAD).find(|b| !passed(b)), Some(b'<' | b'-')) {
        return false;
    }
    let mut head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    // In UTF-16, with or without its mark, every other byte of a tag is zero.
    if head.contains(&0) {
        head.retain(|&byte| byte != 0 && byte < 0xFE);
    }
    let start = head.trim_ascii_start().strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head).trim_ascii_start();
    let start = start[matter(start)..].trim_ascii_start();
    let tags: [&[u8]; 4] = [b"<!doctype html", b"<html", b"<head>", b"<body"];
    if tags.iter().any(|tag| start.starts_with(tag)) {
        return true;
    }
    // After an XML declaration or comments, where the root is the page: the Riksdag's open data have a page inside.
    let page = [memmem::find(start, b"<html"), memmem::find(start, b"<!doctype html")];
    let root = start.windows(2).position(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic());
    (start.starts_with(b"<?xml") || start.starts_with(b"<!--"))
        && page.iter().flatten().any(|&at| root.is_none_or(|root| at <= root))
        || is_part(start)
}

/// Whether a part of a page begins here: a block's tag comes first (after comments), and half the lines begin with a tag.
fn is_part(head: &[u8]) -> bool {
    let mut rest = head.trim_ascii_start();
    while let Some(comment) = rest.strip_prefix(b"<!--") {
        let Some(end) = memmem::find(comment, b"-->") else { return false };
        rest = comment[end + 3..].trim_ascii_start();
    }
    let Some(tag) = rest.strip_prefix(b"<") else { return false };
    let name = tag.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if !BLOCKS.contains(&&tag[..name]) || !matches!(tag.get(name), Some(b'>' | b' ' | b'\n' | b'\r' | b'\t'))
    {
        return false;
    }
    let lines = rest.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let (tags, all) = lines.fold((0, 0), |(tags, all), line| (tags + usize::from(line[0] == b'<'), all + 1));
    2 * tags >= all && memmem::find(rest, b"</").is_some()
}

/// How many bytes of front matter, `key: value` between two lines `---`, stand before a page.
fn matter(source: &[u8]) -> usize {
    let Some(rest) = source.strip_prefix(b"---").filter(|rest| rest.trim_ascii_start().len() < rest.len())
    else {
        return 0;
    };
    memmem::find(rest, b"\n---").map_or(0, |end| {
        let end = b"---".len() + end + b"\n---".len();
        end + source[end..].iter().take_while(|&&byte| byte == b'-' || byte == b'\r').count()
    })
}

pub(super) fn read(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let Decoded { text: source, encoding, guessed, mut notes, .. } = decoded(bytes)?;
    let mut writer = Writer::new(limits);
    let (front, page) = source.split_at(matter(source.as_bytes()));
    writer.line(Kind::Paragraph, front)?;
    write(page, &mut writer, &mut notes, limits)?;
    let (text, marks) = writer.finish();
    if text.is_empty() {
        return Err(Error::new(ErrorKind::NoText, "the page holds no text (a script may draw it)"));
    }
    Ok(Extracted {
        text,
        format: FileFormat::Html,
        encoding: Some(encoding),
        guessed,
        notes,
        marks,
        ocr: Recognized::default(),
    })
}

/// Writes the lines of a page, and notes what was left out.
pub(super) fn write(
    source: &str,
    writer: &mut Writer,
    notes: &mut Vec<String>,
    limits: &ExtractLimits,
) -> Result<(), Error> {
    let mut page = Page::new(limits);
    page.read(source)?;
    for (count, what) in [
        (page.fields, "left out fields of forms"),
        (page.frames, "left out pages and objects inside the page"),
        (page.unseen, "left out pieces of hidden text"),
        (page.drawn, "left out drawings and formulas with letters"),
    ] {
        if count > 0 {
            notes.push(format!("{what} ({count})"));
        }
    }
    notes.extend(page.write(writer)?);
    Ok(())
}

/// The page as text: by its mark, else as UTF-8 if it is valid, else as it says itself, else as it looks.
fn decoded(bytes: Vec<u8>) -> Result<Decoded, Error> {
    let said = if std::str::from_utf8(&bytes).is_err() { said(&bytes) } else { None };
    if let Some(encoding) = said.filter(|_| Encoding::for_bom(&bytes).is_none()) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes);
        if !bad {
            return Ok(Decoded::new(text, encoding.name(), false));
        }
    }
    decode::decode(bytes)
}

/// The encoding that the page's head names: `<meta charset="…">`, or in a `content` attribute.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let at = memmem::find(&head, b"charset=").map(|at| at + 8)?;
    let label = head[at..].iter().skip_while(|b| matches!(b, b'"' | b'\'' | b' ')).copied();
    let label =
        Vec::from_iter(label.take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':')));
    // A page that says UTF-16 in ASCII letters is wrong.
    Encoding::for_label(&label).filter(|encoding| encoding.is_ascii_compatible())
}
