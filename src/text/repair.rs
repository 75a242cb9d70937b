//! Bytes that are nearly UTF-8, and text that was encoded twice: what is wrong in them is mended and counted.

use encoding_rs::WINDOWS_1252;
use memchr::{memchr2_iter, memchr3_iter};
use std::borrow::Cow;

/// Of the characters beyond ASCII at most so many times the valid ones may be broken; else the text is in an older encoding.
const MOST_BROKEN: usize = 4;

/// Text that is UTF-8 but for some bytes, with a note of what was done; `None` where it is no UTF-8.
///
/// A byte that is not valid is read as Windows-1252, as where files of two encodings were joined. A character that the
/// end of the text cuts is left out.
pub(super) fn nearly_utf8(bytes: &[u8]) -> Option<(String, Vec<String>)> {
    let (mut wide, mut broken, mut cut) = (0, 0, false);
    let mut text = String::with_capacity(bytes.len());
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        wide += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
        text.push_str(chunk.valid());
        let invalid = chunk.invalid();
        cut = chunks.peek().is_none() && is_beginning(invalid);
        if !cut {
            broken += invalid.len();
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(invalid).0);
        }
    }
    if wide == 0 || broken > wide * MOST_BROKEN {
        return None;
    }
    let mut notes = Vec::new();
    if broken > 0 {
        let bytes = if broken == 1 { "1 byte is" } else { &format!("{broken} bytes are") };
        notes.push(format!("{bytes} not valid UTF-8; read as Windows-1252"));
    }
    if cut {
        notes.push("the text ends inside a character, which was left out".to_owned());
    }
    Some((text, notes))
}

/// Whether the bytes begin a character of UTF-8 and lack its end.
fn is_beginning(bytes: &[u8]) -> bool {
    let Some(&first) = bytes.first() else { return false };
    let whole = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return false,
    };
    bytes.len() < whole && bytes[1..].iter().all(|b| matches!(b, 0x80..=0xBF))
}

/// Text that was encoded twice or more often (*NÃ¤mnden pÃ¥ Ã¶n*) as it was before, with a note. Where only some of its
/// letters are, it is left as it is, with a note that says so.
pub(super) fn encoded_once(text: String) -> (String, Vec<String>) {
    let (mut text, mut notes) = once(text);
    for _ in 0..TIMES {
        // Mended, it may have the same fault again; what is left as it is stays so.
        let (again, told) = if notes.is_empty() { in_older(text) } else { once(text) };
        text = again;
        if told.is_empty() || told == notes {
            break;
        }
        notes = told;
    }
    (text, notes)
}

/// Text is encoded at most so many times too often.
const TIMES: usize = 3;

/// The letters of Swedish as they look where their UTF-8 was read as Mac Roman, and as IBM 850.
const OLDER: [[&str; 6]; 2] = [["√•", "√§", "√∂", "√Ö", "√Ñ", "√ñ"], ["├Ñ", "├ñ", "├Â", "├à", "├ä", "├û"]];

/// Text whose UTF-8 was read in an older encoding of another machine, as it was before.
fn in_older(text: String) -> (String, Vec<String>) {
    let letters = ["å", "ä", "ö", "Å", "Ä", "Ö"];
    // Both leads begin with E2, and 88 or 94.
    let bytes = text.as_bytes();
    if !memchr2_iter(0x88, 0x94, bytes).any(|at| at > 0 && bytes[at - 1] == 0xE2) {
        return (text, Vec::new());
    }
    for pairs in OLDER {
        let Some(lead) = pairs[0].chars().next() else { continue };
        let doubles: usize = pairs.iter().map(|pair| text.matches(pair).count()).sum();
        // The lead is a sign of mathematics or of frames: most of them must begin such a letter.
        if doubles < 2 || text.matches(lead).count() > doubles + doubles / 4 {
            continue;
        }
        let mut mended = text;
        for (pair, letter) in pairs.iter().zip(letters) {
            mended = mended.replace(pair, letter);
        }
        return (mended, vec![format!("{doubles} characters were encoded twice; mended")]);
    }
    (text, Vec::new())
}

fn once(text: String) -> (String, Vec<String>) {
    // Most texts have none of the letters that such text is full of: Â, Ã and â. What leads them leads å, ä and ö too.
    let bytes = text.as_bytes();
    if !memchr3_iter(0x82, 0x83, 0xA2, bytes).any(|at| at > 0 && bytes[at - 1] == 0xC3) {
        return (text, Vec::new());
    }
    let (mut mended, mut doubles, mut at) = (String::with_capacity(text.len()), 0, 0);
    while let Some(c) = text[at..].chars().next() {
        match twice(&text[at..], mended.chars().next_back().filter(|_| doubles > 0)) {
            Some((once, len)) => {
                doubles += 1;
                mended.push(once);
                at += len;
            }
            None => {
                mended.push(c);
                at += c.len_utf8();
            }
        }
    }
    let right = text.chars().filter(|c| matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö')).count();
    match (doubles, right) {
        (0, _) => (text, Vec::new()),
        (1, 0) | (2.., _) if doubles > right => {
            (mended, vec![format!("{doubles} characters were encoded twice; mended")])
        }
        _ => (text, vec![format!("{doubles} characters look encoded twice; left as they are")]),
    }
}

/// The character that the text begins with where it stands as the characters of its UTF-8 bytes, and their length. Behind
/// `Ã` any sign may be: both were encoded once more.
fn twice(text: &str, before: Option<char>) -> Option<(char, usize)> {
    let mut bytes = [0; 3];
    let mut len = 0;
    for (read, c) in text.chars().take(3).enumerate() {
        bytes[read] = byte_of(c)?;
        len += c.len_utf8();
        let known = std::str::from_utf8(&bytes[..=read]).ok().and_then(|one| one.chars().next());
        if let Some(once) = known {
            let swedish = matches!(once, 'À'..='ÿ' | '§' | '\u{a0}' | '«' | '»' | '´' | '·' | '°' | '½');
            let mark = matches!(once, '\u{2010}'..='\u{2026}' | '\u{2030}' | '€' | '™');
            let again = before == Some('Ã') && matches!(once, '\u{a0}'..='¿');
            return (read > 0 && (swedish || mark || again)).then_some((once, len));
        }
    }
    None
}

/// The byte that a character of Windows-1252 (or Latin-1) is beyond ASCII.
fn byte_of(c: char) -> Option<u8> {
    if let '\u{80}'..='\u{ff}' = c {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut letters = [0; 4];
    let (bytes, _, strange) = WINDOWS_1252.encode(c.encode_utf8(&mut letters));
    match bytes {
        Cow::Owned(bytes) if !strange => bytes.first().copied().filter(|byte| *byte >= 0x80),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, usize)> {
        nearly_utf8(bytes).map(|(text, notes)| (text, notes.len()))
    }

    #[test]
    fn a_wrong_byte_changes_itself_alone() {
        assert_eq!(read("På ön \u{0}".replace('\u{0}', "").as_bytes()), Some(("På ön ".to_owned(), 0)));
        assert_eq!(read(b"P\xc3\xa5 \xc3\xb6n \x96 igen"), Some(("På ön – igen".to_owned(), 1)));
        // Two files joined: the second in Windows-1252.
        assert_eq!(read(b"P\xc3\xa5 \xc3\xb6n. Lule\xe5."), Some(("På ön. Luleå.".to_owned(), 1)));
        assert_eq!(read(b"P\xc3\xa5 \xc3"), Some(("På ".to_owned(), 1)));
        assert_eq!(read(b"P\xc3\xa5 \xe2\x80"), Some(("På ".to_owned(), 1)));
    }

    #[test]
    fn older_encodings_are_no_utf8() {
        assert_eq!(read(b"P\xe5 \xf6n"), None);
        assert_eq!(read(b"M\x94tet p\x86 \x8eng\x94"), None);
    }

    #[test]
    fn what_was_encoded_twice_is_mended() {
        let once = "Nämnden på ön beslutar – enligt § 4 – att Åsa Öberg väljs.";
        let (twice, _) = WINDOWS_1252.decode_without_bom_handling(once.as_bytes());
        let (mended, notes) = encoded_once(twice.into_owned());
        assert_eq!((mended.as_str(), notes.len()), (once, 1));
        // Three times, as Latin-1, and read by machines of other kinds.
        let twice = |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
        assert_eq!(encoded_once(twice(&twice(once))).0, once);
        let latin = String::from_iter("Nämnden på ön väljer Åsa.".bytes().map(char::from));
        assert_eq!(encoded_once(latin).0, "Nämnden på ön väljer Åsa.");
        for other in ["N√§mnden p√• √∂n v√§ljer √Ösa.", "N├ñmnden p├Ñ ├Ân v├ñljer ├àsa."]
        {
            let (mended, notes) = encoded_once(other.to_owned());
            assert_eq!((mended.as_str(), notes.len()), ("Nämnden på ön väljer Åsa.", 1));
        }
        // Where only a part is, nothing is touched.
        let part = ["Nämnden på ön beslutar att Åsa Öberg väljs.", &twice("på ön")].concat();
        let (left, notes) = encoded_once(part.clone());
        assert_eq!((left, notes[0].contains("left as they are")), (part, true));
    }

    #[test]
    fn letters_of_other_languages_stay() {
        for text in [
            "√ är roten, och √2 är 1,41",
            "├ det är en ram",
            "São Tomé och Ângela",
            "Ordet *NÃ¤mnden* är läst fel på många ställen",
            "på ön",
            "Âme",
            "Ã",
        ] {
            assert_eq!(encoded_once(text.to_owned()).0, text);
        }
    }
}
