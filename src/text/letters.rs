//! Which of the old one-byte encodings a Swedish text is in: the one that reads å, ä and ö among its letters.
//!
//! What is å in one is a dagger or a quotation mark in another. Inside a word only one reading makes sense.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// A reading of the bytes 0x80–0xFF.
#[derive(Clone, Copy)]
pub(crate) struct OneByte {
    /// The name that people and programs know it by.
    pub name: &'static str,
    high: [char; 128],
}

/// The upper half of code page 850, in which DOS wrote Western Europe's letters.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
                     ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

impl OneByte {
    fn of(encoding: &'static Encoding) -> OneByte {
        let bytes: Vec<u8> = (0x80..=0xFF).collect();
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        OneByte::from_text(encoding.name(), &text)
    }

    fn from_text(name: &'static str, text: &str) -> OneByte {
        let mut high = ['\u{FFFD}'; 128];
        high.iter_mut().zip(text.chars()).for_each(|(to, c)| *to = c);
        OneByte { name, high }
    }

    /// Code page 850.
    pub fn dos() -> OneByte {
        OneByte::from_text("IBM850", CP850)
    }

    fn read(&self, byte: u8) -> char {
        if byte < 0x80 { char::from(byte) } else { self.high[usize::from(byte & 0x7F)] }
    }

    /// The bytes as text; every byte is a character.
    pub fn decode(&self, bytes: &[u8]) -> String {
        bytes.iter().map(|&byte| self.read(byte)).collect()
    }
}

/// The reading that fits best, if most bytes beyond ASCII become Swedish letters by it.
pub(super) fn guess(bytes: &[u8]) -> Option<OneByte> {
    let readings = [OneByte::of(WINDOWS_1252), OneByte::of(MACINTOSH), OneByte::dos()];
    let mut scores = [0i64; 3];
    let mut high = 0i64;
    for (at, &byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        high += 1;
        let before = at.checked_sub(1).map_or(b' ', |i| bytes[i]);
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        for (score, reading) in scores.iter_mut().zip(&readings) {
            *score += fit(reading.read(before), reading.read(byte), reading.read(after));
        }
    }
    // The first of equals: Windows-1252 is by far the most common.
    let best = (0..3).rev().max_by_key(|&i| scores[i]).unwrap_or(0);
    (scores[best] * 2 >= high).then_some(readings[best])
}

/// How well a character fits between its neighbours.
fn fit(before: char, c: char, after: char) -> i64 {
    let swedish = matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' | 'é' | 'É' | 'ü');
    match (before.is_alphabetic(), after.is_alphabetic()) {
        // A capital after a small letter is no Swedish word.
        (true, _) if c.is_uppercase() && before.is_lowercase() => -2,
        (true, true) if swedish => 2,
        (true, true) if c == '’' => 1,
        (true, true) => -2,
        // A word may end with a quotation mark or in ö: little is known here.
        (true, false) | (false, true) if swedish || matches!(c, '“' | '”' | '„' | '‘' | '’' | '†') => {
            1
        }
        (false, false) if matches!(c, 'å' | 'ö' | 'Å' | 'Ö' | '§' | '–' | '•' | '\u{a0}') => 1,
        _ if c.is_control() || c == '\u{FFFD}' => -2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Förslag från nämnden: Åsa Öberg äskar medel för vägen på Ängö. På sidan två står så.";

    fn encode(reading: &OneByte, text: &str) -> Vec<u8> {
        let byte = |c: char| if c.is_ascii() { c as u8 } else { 0x80 + place(reading, c) };
        text.chars().map(byte).collect()
    }

    fn place(reading: &OneByte, c: char) -> u8 {
        reading.high.iter().position(|&high| high == c).unwrap() as u8
    }

    #[test]
    fn tells_them_apart() {
        for reading in [OneByte::of(WINDOWS_1252), OneByte::of(MACINTOSH), OneByte::dos()] {
            let bytes = encode(&reading, TEXT);
            let found = guess(&bytes).unwrap();
            assert_eq!(found.name, reading.name);
            assert_eq!(found.decode(&bytes), TEXT);
        }
    }

    #[test]
    fn quotation_marks_are_no_letters() {
        let bytes = encode(&OneByte::of(WINDOWS_1252), "Hon sade ”ja” – och ”nej”, †1890. På ön.");
        assert_eq!(guess(&bytes).unwrap().name, "windows-1252");
    }

    #[test]
    fn the_tables_are_whole() {
        assert_eq!(CP850.chars().count(), 128);
        let dos = OneByte::dos();
        assert_eq!(
            [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0xF5].map(|b| dos.read(b)),
            ['å', 'ä', 'ö', 'Å', 'Ä', 'Ö', 'é', '§']
        );
    }
}
