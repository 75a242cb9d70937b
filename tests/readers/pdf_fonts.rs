//! PDF with fonts of our own: what their tables tell where the file does not.

use super::pdf::{file, stream};
use super::read;

const SAYS: &str = "Nämnden på ön antog årsplanen den 3 maj 2021";

/// What a font's own tables say of its letters.
#[derive(Clone, Copy, PartialEq)]
enum Tells {
    Unicode,
    Symbol,
    Mac,
    Names,
    Nothing,
}

/// The letters of [`SAYS`], each once; a letter's place in the font is one more than its place here.
fn letters() -> Vec<char> {
    let mut letters = Vec::from_iter(SAYS.chars());
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// A TrueType font of [`letters`], without outlines.
fn font(tells: Tells) -> Vec<u8> {
    let letters = letters();
    let glyphs = letters.len() as u16 + 1;
    let mut tables: Vec<(&[u8; 4], Vec<u8>)> = Vec::new();
    let cmap = match tells {
        Tells::Unicode => Some((3u16, 1u16, format4(&letters, 0))),
        Tells::Symbol => Some((3, 0, format4(&letters, 0xF000))),
        Tells::Mac => Some((1, 0, format0(&letters))),
        Tells::Names | Tells::Nothing => None,
    };
    if let Some((platform, encoding, table)) = cmap {
        tables.push((b"cmap", [words(&[0, 1, platform, encoding, 0, 12]), table].concat()));
    }
    tables.push((b"glyf", vec![0; 4]));
    let mut head = words(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000]);
    head.extend([0; 16]);
    head.extend(words(&[0, 0, 1000, 1000, 0, 8, 2, 0, 0]));
    tables.push((b"head", head));
    tables.push((b"hhea", words(&[1, 0, 800, 0xFF38, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 1])));
    tables.push((b"hmtx", [words(&[500, 0]), vec![0; 2 * (glyphs as usize - 1)]].concat()));
    tables.push((b"loca", vec![0; 2 * (glyphs as usize + 1)]));
    tables.push((b"maxp", [words(&[1, 0, glyphs]), vec![0; 26]].concat()));
    if tells == Tells::Names {
        tables.push((b"post", names(&letters)));
    }
    let mut out = words(&[1, 0, tables.len() as u16, 0, 0, 0]);
    let mut at = 12 + 16 * tables.len();
    for (tag, table) in &tables {
        out.extend(*tag);
        out.extend([0; 4]);
        out.extend((at as u32).to_be_bytes());
        out.extend((table.len() as u32).to_be_bytes());
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend(&table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn words(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

/// A segment for each letter.
fn format4(letters: &[char], above: u16) -> Vec<u8> {
    let codes = Vec::from_iter(letters.iter().map(|&c| above + c as u16).chain([0xFFFF]));
    let count = codes.len() as u16;
    let deltas = codes.iter().enumerate().map(|(at, code)| (at as u16 + 1).wrapping_sub(*code));
    let mut table = vec![4, 16 + 8 * count, 0, 2 * count, 0, 0, 0];
    table.extend(&codes);
    table.push(0);
    table.extend(&codes);
    table.extend(deltas);
    table.extend(vec![0; count as usize]);
    words(&table)
}

/// The letters by their bytes in Mac Roman.
fn format0(letters: &[char]) -> Vec<u8> {
    let mut places = [0; 256];
    for (at, &c) in letters.iter().enumerate() {
        let byte = match c {
            'ä' => 0x8A,
            'å' => 0x8C,
            'ö' => 0x9A,
            c => c as usize,
        };
        places[byte] = at as u8 + 1;
    }
    [words(&[0, 262, 0]), places.to_vec()].concat()
}

/// A table `post` with a name for each letter.
fn names(letters: &[char]) -> Vec<u8> {
    let name = |c: char| match c {
        ' ' => "space".to_string(),
        'ä' => "adieresis".to_string(),
        'å' => "aring".to_string(),
        'ö' => "uni00F6".to_string(),
        '0'..='9' => ["zero", "one", "two", "three"][c as usize - 48].to_string(),
        c => c.to_string(),
    };
    let mut table = [words(&[2, 0]), vec![0; 28]].concat();
    table.extend(words(&[letters.len() as u16 + 1, 0]));
    table.extend(words(&Vec::from_iter((0..letters.len() as u16).map(|at| 258 + at))));
    for name in letters.iter().map(|&c| name(c)) {
        table.push(name.len() as u8);
        table.extend(name.bytes());
    }
    table
}

/// A PDF that shows [`SAYS`] by the letters' places in the font.
fn by_places(tells: Tells, name: &str, to_unicode: Option<&str>) -> Vec<u8> {
    let letters = letters();
    let mut shown = String::new();
    for c in SAYS.chars() {
        shown += &format!("{:04X}", letters.iter().position(|&letter| letter == c).unwrap() + 1);
    }
    let data = font(tells);
    let unicode = if to_unicode.is_some() { "/ToUnicode 9 0 R" } else { "" };
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>".to_vec(),
        stream("", format!("BT /F 11 Tf 60 780 Td <{shown}> Tj ET").as_bytes()),
        format!("<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[6 0 R]{unicode}>>").into(),
        format!("<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity/DW 500/FontDescriptor 7 0 R\
          /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>").into(),
        format!("<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 0 1000 1000]/FontFile2 8 0 R>>").into(),
        stream(&format!("/Length1 {}", data.len()), &data),
        stream("", to_unicode.unwrap_or_default().as_bytes()),
    ])
}

/// Maps the first `count` letters to private characters.
fn private(count: usize) -> String {
    let rows: String = (1..=count).map(|at| format!("<{at:04X}> <{:04X}>\n", 0xE000 + at)).collect();
    format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
         {count} beginbfchar\n{rows}endbfchar\nendcmap end end"
    )
}

#[test]
fn letters_that_only_their_font_names() {
    for tells in [Tells::Unicode, Tells::Symbol, Tells::Mac, Tells::Names] {
        let file = read(by_places(tells, "ABCDEF+Own", None));
        assert_eq!(file.text, format!("{SAYS}\n"));
        assert_eq!(file.notes, ["36 letters were told by the tables of their font"]);
    }
}

#[test]
fn letters_that_the_file_gives_for_private_use() {
    for count in [5, letters().len()] {
        let file = read(by_places(Tells::Unicode, "ABCDEF+Own", Some(&private(count))));
        assert_eq!(file.text, format!("{SAYS}\n"));
    }
    // The letters of a font of pictures are pictures, whatever their table says.
    let error = klubba::extract::extract(
        by_places(Tells::Symbol, "ABCDEF+Wingdings", Some(&private(letters().len()))),
        &klubba::extract::ExtractLimits::default(),
    );
    assert!(error.unwrap_err().to_string().contains("letters are unknown"));
}

/// Maps each letter to itself, but `lost` to a private character.
fn but(lost: char) -> String {
    let rows = letters().into_iter().enumerate().map(|(at, c)| {
        let code = if c == lost { 0xE000 } else { c as usize };
        format!("<{:04X}> <{code:04X}>\n", at + 1)
    });
    format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
         {} beginbfchar\n{}endbfchar\nendcmap end end",
        letters().len(),
        rows.collect::<String>()
    )
}

#[test]
fn a_letter_without_a_name_leaves_its_word_whole() {
    let file = read(by_places(Tells::Nothing, "ABCDEF+Own", Some(&but('d'))));
    assert_eq!(file.text, format!("{}\n", SAYS.replace('d', "\u{fffd}")));
    assert_eq!(file.notes, ["2 letters are unknown: their font does not say what they are (U+FFFD)"]);
    // Alone, or of a font of pictures, it is a picture.
    let file = read(by_places(Tells::Nothing, "ABCDEF+Own", Some(&but('3'))));
    assert_eq!(file.text, format!("{}\n", SAYS.replace("3 ", "")));
    assert_eq!(file.notes, ["left out 1 signs of fonts that do not say what they are"]);
    let file = read(by_places(Tells::Nothing, "ABCDEF+Wingdings", Some(&but('d'))));
    assert!(!file.text.contains('\u{fffd}'), "{}", file.text);
}

#[test]
fn letters_that_nothing_names() {
    let file = read(by_places(Tells::Nothing, "ABCDEF+Own", None));
    assert!(file.notes[0].contains("letters are unknown"), "{:?}", file.notes);
}
