//! What a stream of bytes is, by its first kilobyte.

/// How many bytes tell.
pub(super) const HEAD: usize = 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    Zstd,
    Bzip2,
    Xz,
    /// An archive that is not opened.
    Unopened(&'static str),
    Tar,
    /// An archive, or an office document.
    Zip,
    Parquet,
    JsonLines,
    /// An array of objects, or an object over several lines.
    Json,
    /// An e-mail, which may carry files.
    #[cfg(feature = "mail")]
    Mail,
    /// A PDF, which may carry files.
    #[cfg(feature = "pdf")]
    Pdf,
    Document,
}

/// Where a PDF begins, which some bytes may stand before.
#[cfg(feature = "pdf")]
static PDF: std::sync::LazyLock<memchr::memmem::Finder> =
    std::sync::LazyLock::new(|| memchr::memmem::Finder::new("%PDF-"));

impl Kind {
    pub fn of(head: &[u8]) -> Kind {
        match head {
            [0x1F, 0x8B, 8, ..] => Kind::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Kind::Zstd,
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, ..] => Kind::Bzip2,
            [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => Kind::Xz,
            [b'7', b'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => Kind::Unopened("7z"),
            [b'R', b'a', b'r', b'!', 0x1A, 7, ..] => Kind::Unopened("RAR"),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Kind::Zip,
            [b'P', b'A', b'R', b'1', ..] => Kind::Parquet,
            _ if head.get(257..262) == Some(b"ustar") => Kind::Tar,
            #[cfg(feature = "pdf")]
            _ if PDF.find(head).is_some() => Kind::Pdf,
            #[cfg(feature = "mail")]
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Kind::Mail,
            _ if is_json_line(head) => Kind::JsonLines,
            _ if is_json(head) => Kind::Json,
            #[cfg(feature = "mail")]
            _ if crate::extract::mail::is_mail(head) => Kind::Mail,
            _ => Kind::Document,
        }
    }
}

/// Why bytes are no one document, and what to do, for who wants to look at one: an archive, a table, what is packed.
#[cfg(feature = "cli")]
pub(crate) fn not_one(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let many = |what: &str| {
        format!(
            "is {what}: klubba analyze and klubba find read all in it; to look at one document, unpack it"
        )
    };
    match Kind::of(head) {
        Kind::Zip if !super::office::is_document(&mut std::io::Cursor::new(bytes)) => {
            Some(many("a zip archive"))
        }
        Kind::Tar => Some(many("a tar archive")),
        Kind::Gzip | Kind::Zstd | Kind::Bzip2 | Kind::Xz => {
            Some("is packed: klubba analyze and klubba find read it so; to look at it, unpack it".to_string())
        }
        Kind::Parquet => {
            Some("is a table: klubba analyze and klubba find read its rows (--text-column)".to_string())
        }
        Kind::JsonLines | Kind::Json if memchr::memmem::find(head, b"\"klubba/1\"").is_some() => {
            Some("holds results of klubba (klubba/1), not a text: klubba stats counts them".to_string())
        }
        _ => None,
    }
}

/// An object with a key, which begins on the first line: an indented JSON document does not.
fn is_json_line(head: &[u8]) -> bool {
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    let inner = head.strip_prefix(b"{").unwrap_or_default();
    let blanks = inner.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    inner.get(blanks) == Some(&b'"')
}

/// An object with a key, in an array or over several lines; an array of objects, arrays or texts.
fn is_json(head: &[u8]) -> bool {
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    let array = head.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
    let object = array.unwrap_or(head);
    let of_texts = || {
        // `["Ett.", "Två."]`: its first text ends before a comma or the array's end.
        let text = array?.strip_prefix(b"\"")?;
        let mut quotes = memchr::memchr_iter(b'"', text);
        let end = quotes.find(|&at| at == 0 || text[at - 1] != b'\\')?;
        Some(matches!(text[end + 1..].trim_ascii_start().first(), Some(b',' | b']')))
    };
    object.strip_prefix(b"{").is_some_and(|inner| inner.trim_ascii_start().starts_with(b"\""))
        || of_texts().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content() {
        for (bytes, kind) in [
            (&b"PK\x03\x04rest"[..], Kind::Zip),
            (b"{\"text\": \"x\"}\n", Kind::JsonLines),
            (b"\xEF\xBB\xBF { \"text\"", Kind::JsonLines),
            (b"{\n  \"text\"", Kind::Json),
            (b"[{\"text\"", Kind::Json),
            (b"[\"Ett.\", \"Tv", Kind::Json),
            (b"[\"Ett\\\"\"]", Kind::Json),
            (b"[\"Ett\" i texten] och mer", Kind::Document),
            (b"[\n  {\n    \"text\"", Kind::Json),
            (b"[1] Se bilaga.", Kind::Document),
            (b"{ett} \"citat\"", Kind::Document),
            (b"{\\rtf1", Kind::Document),
            #[cfg(feature = "mail")]
            (b"From: a@b.se\nTo: c@d.se\nSubject: M\xC3\xB6te\n\nHej.", Kind::Mail),
            (b"From: a@b.se\nHej.", Kind::Document),
            (b"", Kind::Document),
            (b"PAR1....", Kind::Parquet),
            (b"BZh91AY&SY", Kind::Bzip2),
            (b"\xFD7zXZ\0", Kind::Xz),
            (b"7z\xBC\xAF\x27\x1C", Kind::Unopened("7z")),
            #[cfg(feature = "pdf")]
            (b"%PDF-1.7", Kind::Pdf),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
        let mut tar = vec![b'a'; 512];
        tar[257..262].copy_from_slice(b"ustar");
        assert_eq!(Kind::of(&tar), Kind::Tar);
    }
}
