//! Letters of fonts of signs (Wingdings, Symbol), whose codes say nothing without the font.

/// The sign that a font draws for a code (its low byte); U+FFFD for one that is not known here.
/// Source: Microsoft's tables of the fonts, as Unicode maps them (L2/12-368).
pub(in crate::extract) fn sign(font: &str, code: u32) -> char {
    let code = code & 0xFF;
    let table: &[(u32, char)] = match font {
        "Symbol" => &[
            (0x20, ' '),
            (0xA3, '≤'),
            (0xAE, '→'),
            (0xB0, '°'),
            (0xB1, '±'),
            (0xB3, '≥'),
            (0xB4, '×'),
            (0xB7, '•'),
            (0x2D, '−'),
        ],
        "Wingdings 2" => &[
            (0x20, ' '),
            (0x4F, '✗'),
            (0x50, '✓'),
            (0x51, '☒'),
            (0x52, '☒'),
            (0x53, '☒'),
            (0x54, '☒'),
            (0x2A, '☐'),
            (0x30, '☐'),
            (0xA3, '☐'),
        ],
        "Webdings" => &[(0x20, ' '), (0x61, '✓'), (0x63, '☐'), (0x67, '■'), (0x72, '✗')],
        _ => &[
            (0x20, ' '),
            (0x6C, '●'),
            (0x6E, '■'),
            (0x6F, '☐'),
            (0x70, '☐'),
            (0x71, '☐'),
            (0x72, '☐'),
            (0x75, '◆'),
            (0x76, '❖'),
            (0x78, '☒'),
            (0x9F, '•'),
            (0xA7, '▪'),
            (0xA8, '☐'),
            (0xD8, '➢'),
            (0xDF, '←'),
            (0xE0, '→'),
            (0xE8, '→'),
            (0xFB, '✗'),
            (0xFC, '✓'),
            (0xFD, '☒'),
            (0xFE, '☒'),
        ],
    };
    table.iter().find(|(known, _)| *known == code).map_or(char::REPLACEMENT_CHARACTER, |&(_, sign)| sign)
}

/// The fonts that draw signs for letters, the longer of two names first.
const FONTS: [&str; 5] = ["Symbol", "Webdings", "Wingdings 2", "Wingdings 3", "Wingdings"];

/// The font of that name, if it draws signs for letters.
pub(in crate::extract) fn font(name: &str) -> Option<&'static str> {
    FONTS.into_iter().find(|font| name.starts_with(font))
}
