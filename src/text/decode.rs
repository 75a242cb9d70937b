//! Bytes of unknown encoding to text.

use crate::error::{Error, ErrorKind};
use chardetng::EncodingDetector;
use encoding_rs::Encoding;

/// A text and what was assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Name of the encoding (`UTF-8`, `UTF-16LE`, `windows-1252`).
    pub encoding: &'static str,
    /// Whether the encoding was guessed from the bytes: no byte order mark, and not valid UTF-8.
    pub guessed: bool,
}

/// Reads bytes as text: by their byte order mark, else as UTF-8 if they are valid UTF-8, else as what
/// their bytes look like (Windows-1252, of which Latin-1 is a part, in most Swedish files).
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
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if bad {
            return Err(Error::new(
                ErrorKind::Decode,
                format!("not valid {}, which its first bytes say", encoding.name()),
            ));
        }
        return Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: false });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: "UTF-8", guessed: false }),
        Err(error) => error.into_bytes(),
    };
    if let Some(what) = binary(&bytes) {
        return Err(Error::new(ErrorKind::Decode, format!("this is {what}, not text")));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let encoding = detector.guess(Some(b"se"), false);
    let (text, bad) = encoding.decode_without_bom_handling(&bytes);
    if bad {
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return Ok(Decoded { text: text.into_owned(), encoding: "windows-1252", guessed: true });
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: true })
}

/// What kind of file the bytes are, if they are no text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => return Some("a PDF"),
        [b'P', b'K', 3 | 5, ..] => return Some("a zip archive"),
        [0x1F, 0x8B, ..] => return Some("a gzip file"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => return Some("an image"),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(4096)];
    let strange = head
        .iter()
        .filter(|&&b| b == 0 || (b < 32 && !b.is_ascii_whitespace() && b != 0x0B && b != 0x1B))
        .count();
    (strange * 20 > head.len()).then_some("binary data")
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
}
