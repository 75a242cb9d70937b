//! What a file is, by its content.

use crate::text::decode;
use memchr::memmem::Finder;
use std::fmt;
use std::sync::LazyLock;

/// The formats that text is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileFormat {
    /// Plain text or Markdown, in any of many encodings.
    Text,
    /// A page of the web.
    Html,
    /// Office Open XML, as Word writes it.
    Docx,
    /// The format of Word 97 to 2003.
    Doc,
    /// OpenDocument text.
    Odt,
    /// Rich text.
    Rtf,
    /// PDF.
    Pdf,
    /// XML: TEI, the Riksdag's open data, or any other.
    Xml,
    /// An e-mail (also as Outlook saves it), or a page of the web saved as one.
    Mail,
}

impl FileFormat {
    /// The format of a document's bytes; `None` where they are none of these (an archive, an image, binary data).
    pub fn of(bytes: &[u8]) -> Option<FileFormat> {
        // A PDF may begin with some hundred bytes of something else.
        let head = &bytes[..bytes.len().min(1024)];
        static PDF: LazyLock<Finder> = LazyLock::new(|| Finder::new("%PDF-"));
        if PDF.find(head).is_some() {
            return Some(FileFormat::Pdf);
        }
        if head.starts_with(b"{\\rtf") {
            return Some(FileFormat::Rtf);
        }
        #[cfg(feature = "mail")]
        if super::msg::is_msg(bytes) {
            return Some(FileFormat::Mail);
        }
        if is_container(bytes) && (names(bytes, "WordDocument") || has_word_head(bytes)) {
            return Some(FileFormat::Doc);
        }
        #[cfg(feature = "office")]
        if let Some(format) = super::office::format(bytes) {
            return Some(format);
        }
        #[cfg(feature = "html")]
        if super::html::is_html(bytes) {
            return Some(FileFormat::Html);
        }
        #[cfg(feature = "mail")]
        if super::mail::is_mail(bytes) {
            return Some(FileFormat::Mail);
        }
        #[cfg(feature = "office")]
        if super::xml::is_xml(head) {
            return Some(FileFormat::Xml);
        }
        decode::is_text(bytes).then_some(FileFormat::Text)
    }

    /// Its name, as in `source_format`: `text`, `html`, `docx`, `doc`, `odt`, `rtf`, `pdf`, `xml`, `mail`.
    pub fn as_str(self) -> &'static str {
        match self {
            FileFormat::Text => "text",
            FileFormat::Html => "html",
            FileFormat::Docx => "docx",
            FileFormat::Doc => "doc",
            FileFormat::Odt => "odt",
            FileFormat::Rtf => "rtf",
            FileFormat::Pdf => "pdf",
            FileFormat::Xml => "xml",
            FileFormat::Mail => "mail",
        }
    }
}

/// Whether the bytes are the container of Office's old formats: a file system of its own.
pub(super) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Whether one of the container's sectors begins as Word's stream does: cut off, it has lost its names.
fn has_word_head(bytes: &[u8]) -> bool {
    bytes.chunks(512).any(|sector| sector.starts_with(b"\xEC\xA5") && sector.get(3) <= Some(&1))
}

/// Whether a container holds something of a name, which it writes in UTF-16.
pub(super) fn names(bytes: &[u8], name: &str) -> bool {
    let name = Vec::from_iter(name.encode_utf16().flat_map(u16::to_le_bytes));
    memchr::memmem::find(bytes, &name).is_some()
}

impl fmt::Display for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
