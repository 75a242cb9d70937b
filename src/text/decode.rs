//! Bytes of unknown encoding to text.

use super::{letters, repair};
use crate::document::{Error, ErrorKind};
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memchr;

/// A text and what was assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Name of the encoding (`UTF-8`, `UTF-16LE`, `windows-1252`).
    pub encoding: &'static str,
    /// Whether the encoding was guessed from the bytes: no byte order mark, and not wholly valid UTF-8.
    pub guessed: bool,
    /// What was mended or left out, in words.
    pub notes: Vec<String>,
}

impl Decoded {
    pub(crate) fn new(text: impl Into<String>, encoding: &'static str, guessed: bool) -> Decoded {
        Decoded { text: text.into(), encoding, guessed, notes: Vec::new() }
    }
}

/// Reads bytes as text: by their byte order mark, else as UTF-16 where every second byte is zero, else as UTF-8 if
/// all but a few are valid UTF-8, else as what their bytes look like: Windows-1252 (of which Latin-1 is a part), Mac Roman
/// (`macintosh`) and DOS (`IBM850`) are told apart by which of them reads å, ä and ö among the letters. Bytes that are
/// wrong in UTF-8 are read as Windows-1252, and text that was encoded twice is mended: `notes` tells.
///
/// # Errors
/// [`ErrorKind::Decode`] for bytes that are no text: an archive, an image, a PDF.
///
/// ```
/// # #[cfg(feature = "decode")] {
/// let old = klubba::decode(b"F\xf6rslag fr\xe5n n\xe4mnden".to_vec()).unwrap();
/// assert_eq!(old.text, "Förslag från nämnden");
/// assert_eq!((old.encoding, old.guessed), ("windows-1252", true));
/// # }
/// ```
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Error> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(Error::new(ErrorKind::Decode, "this is UTF-32, which is not read; save it as UTF-8"));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark..]);
        // The mark says UTF-8, and some bytes are another encoding's: they are mended as where there is none.
        if bad
            && encoding == UTF_8
            && let Some((text, notes)) = repair::nearly_utf8(&bytes[mark..])
        {
            return Ok(Decoded { notes, ..Decoded::new(text, UTF_8.name(), false) });
        }
        if bad {
            return Err(Error::new(
                ErrorKind::Decode,
                format!("not valid {}, which its first bytes say", encoding.name()),
            ));
        }
        return Ok(Decoded::new(text, encoding.name(), false));
    }
    if let Some(what) = magic(&bytes) {
        return Err(Error::new(ErrorKind::Decode, format!("this is {what}, not text")));
    }
    if let Some(encoding) = utf16(&bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes);
        if !bad {
            return Ok(Decoded::new(text, encoding.name(), true));
        }
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            let (text, notes) = repair::encoded_once(text);
            return Ok(Decoded { notes, ..Decoded::new(text, UTF_8.name(), false) });
        }
        Err(error) => error.into_bytes(),
    };
    if is_strange(&bytes) {
        return Err(Error::new(ErrorKind::Decode, "this is binary data, not text"));
    }
    if let Some((text, notes)) = repair::nearly_utf8(&bytes) {
        return Ok(Decoded { notes, ..Decoded::new(text, UTF_8.name(), true) });
    }
    Ok(guess(&bytes))
}

/// Bytes that say nothing of their encoding.
fn guess(bytes: &[u8]) -> Decoded {
    if let Some(reading) = letters::guess(bytes) {
        return Decoded::new(reading.decode(bytes), reading.name, true);
    }
    // Another language, perhaps.
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let encoding = detector.guess(Some(b"se"), false);
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    if !bad {
        return Decoded::new(text, encoding.name(), true);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Decoded::new(text, WINDOWS_1252.name(), true)
}

/// UTF-16 without a mark: nearly every byte at even places, or at odd ones, is zero, and few of the others.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    memchr(0, head)?;
    let pairs = head.len() / 2;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 2 || bytes.len() % 2 == 1 {
        return None;
    }
    if odd * 10 >= pairs * 8 && even * 20 <= pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 8 && odd * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the bytes are text in some encoding, as far as their beginning tells.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let looks = || magic(bytes).is_none() && (utf16(bytes).is_some() || !is_strange(bytes));
    Encoding::for_bom(bytes).is_some() || looks()
}

/// Whether [`decode`] reads the bytes as the UTF-8 that they are.
#[cfg(feature = "cli")]
pub(crate) fn is_utf8(bytes: &[u8]) -> bool {
    utf16(bytes).is_none() && simdutf8::basic::from_utf8(bytes).is_ok()
}

/// What kind of file the bytes are, if their first ones say that they are no text.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF"),
        [b'P', b'K', 3 | 5, ..] => Some("a zip archive"),
        [0x1F, 0x8B, ..] | [0x28, 0xB5, 0x2F, 0xFD, ..] => Some("a compressed file"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Some("an image")
        }
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some("an image (TIFF)"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("a file of Office of before 2007 that is no text (.xls, .ppt)"),
        [b'7', b'z', 0xBC, 0xAF, ..] => Some("a 7z archive"),
        [b'R', b'a', b'r', b'!', ..] => Some("a RAR archive"),
        [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, ..] | [0xFD, b'7', b'z', b'X', b'Z', ..] => {
            Some("a compressed file")
        }
        [b'P', b'A', b'R', b'1', ..] => Some("a Parquet file"),
        _ if bytes.starts_with(b"SQLite format 3\0") => Some("a database of SQLite"),
        _ if is_mailbox(bytes) => Some("a mailbox of many messages (mbox: save each as .eml)"),
        _ => None,
    }
}

/// Whether a line `From anna@exempel.se Tue May  3 10:00:00 2022` stands before the fields of a message.
fn is_mailbox(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let Some(end) = memchr(b'\n', head).filter(|_| head.starts_with(b"From ")) else { return false };
    let first = head[..end].trim_ascii_end();
    let field = head[end + 1..].split(|&byte| byte == b':').next().unwrap_or_default();
    first.len() > 4
        && first[first.len() - 4..].iter().all(u8::is_ascii_digit)
        && memchr(b':', first).is_some()
        && field.len() < 40
        && field.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// Whether control characters abound.
fn is_strange(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    // Without a branch, and few enough for the count of a byte: many at once.
    let strange = |b: &u8| u8::from((*b < 32) & (b.wrapping_sub(b'\t') > b'\r' - b'\t') & (*b != 0x1B));
    let count: usize = head.chunks(128).map(|some| usize::from(some.iter().map(strange).sum::<u8>())).sum();
    count * 20 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_utf8_and_guesses() {
        let utf16 = [0xFF, 0xFE, 0xE5, 0, b'r', 0];
        assert_eq!(decode(utf16.to_vec()).unwrap().text, "år");
        assert_eq!(decode("\u{feff}år".into()).unwrap().text, "år");
        let guess = decode(b"P\xe5 m\xf6tet \x96 igen".to_vec()).unwrap();
        assert_eq!((guess.text.as_str(), guess.guessed), ("På mötet – igen", true));
        assert_eq!(decode(b"%PDF-1.7\n\xe2\xe3".to_vec()).unwrap_err().kind(), ErrorKind::Decode);
        assert!(decode(Vec::new()).unwrap().text.is_empty());
    }

    #[test]
    fn a_mark_does_not_hide_wrong_bytes() {
        let mended = decode([b"\xEF\xBB\xBF", "På ön".as_bytes(), b" \x96 igen"].concat()).unwrap();
        assert_eq!((mended.text.as_str(), mended.encoding, mended.notes.len()), ("På ön – igen", "UTF-8", 1));
        let error = decode(b"\xEF\xBB\xBF\xFF\xFF".to_vec()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
    }

    #[test]
    fn a_mailbox_is_told_from_a_letter() {
        let mailbox = "From anna@exempel.se Tue May  3 10:00:00 2022\nFrom: anna@exempel.se\n\nHej.\n";
        assert!(decode(mailbox.into()).unwrap_err().to_string().contains("a mailbox"));
        assert!(decode("From start to finish: 2022\nHej.\n".into()).is_ok());
    }

    #[test]
    fn utf16_needs_no_mark() {
        let text = "§ 4 Budget för Åmål";
        for (name, bytes) in [
            ("UTF-16LE", Vec::from_iter(text.encode_utf16().flat_map(u16::to_le_bytes))),
            ("UTF-16BE", Vec::from_iter(text.encode_utf16().flat_map(u16::to_be_bytes))),
        ] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.guessed), (text, name, true));
        }
        assert_eq!(decode(vec![0xFF, 0xFE, 0, 0, b'a', 0, 0, 0]).unwrap_err().kind(), ErrorKind::Decode);
    }

    #[test]
    fn the_encodings_of_old_computers() {
        let mac = decode(b"M\x9atet p\x8c \x80ng\x9a".to_vec()).unwrap();
        assert_eq!((mac.text.as_str(), mac.encoding, mac.guessed), ("Mötet på Ängö", "macintosh", true));
        let dos = decode(b"M\x94tet p\x86 \x8eng\x94".to_vec()).unwrap();
        assert_eq!((dos.text.as_str(), dos.encoding, dos.guessed), ("Mötet på Ängö", "IBM850", true));
        let russian = b"\xcf\xf0\xee\xf2\xee\xea\xee\xeb \xe7\xe0\xf1\xe5\xe4\xe0\xed\xe8\xff".to_vec();
        assert_eq!(decode(russian).unwrap().encoding, "windows-1251");
    }
}
