//! What a file is, by its content.

use crate::text::decode;
use std::fmt;

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
    /// OpenDocument text.
    Odt,
    /// Rich text.
    Rtf,
    /// PDF.
    Pdf,
    /// XML: TEI, the Riksdag's open data, or any other.
    Xml,
    /// An e-mail, or a page of the web saved as one.
    Mail,
}

impl FileFormat {
    /// The format of a document's bytes; `None` where they are none of these (an archive, an image, binary data).
    pub fn of(bytes: &[u8]) -> Option<FileFormat> {
        // A PDF may begin with some hundred bytes of something else.
        let head = &bytes[..bytes.len().min(1024)];
        if memchr::memmem::find(head, b"%PDF-").is_some() {
            return Some(FileFormat::Pdf);
        }
        if head.starts_with(b"{\\rtf") {
            return Some(FileFormat::Rtf);
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

    /// Its name, as in `source_format`: `text`, `html`, `docx`, `odt`, `rtf`, `pdf`, `xml`, `mail`.
    pub fn as_str(self) -> &'static str {
        match self {
            FileFormat::Text => "text",
            FileFormat::Html => "html",
            FileFormat::Docx => "docx",
            FileFormat::Odt => "odt",
            FileFormat::Rtf => "rtf",
            FileFormat::Pdf => "pdf",
            FileFormat::Xml => "xml",
            FileFormat::Mail => "mail",
        }
    }
}

impl fmt::Display for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
