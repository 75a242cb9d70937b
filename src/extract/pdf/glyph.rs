//! Single letters: what they are and where they stand.

use hayro_interpret::hayro_cmap::BfString;
use unicode_normalization::char::compose;

/// A letter on a page; `y` grows downwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub c: char,
    /// Its left and right edges.
    pub x0: f32,
    pub x1: f32,
    /// Its baseline.
    pub y: f32,
    /// The size of its font, in points on the page.
    pub size: f32,
    pub bold: bool,
    /// A blank was written before it.
    pub blank: bool,
}

impl Glyph {
    pub fn middle(self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }

    /// Whether the two stand on one line, with the middle of this one over the other.
    pub fn is_over(self, other: Glyph) -> bool {
        let middle = self.middle();
        // An accent may be raised above a capital.
        (self.y - other.y).abs() < 0.5 * other.size && (other.x0..=other.x1).contains(&middle)
    }
}

/// The characters of a letter: a ligature has several.
pub(super) fn characters(unicode: BfString) -> impl Iterator<Item = char> {
    let text = match unicode {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    };
    let all: Vec<char> = text.chars().flat_map(plain).collect();
    all.into_iter()
}

/// Ligatures in their letters, and the bullets that symbol fonts have as private characters.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (letters, own) = match c {
        '\u{FB00}' => ("ff", None),
        '\u{FB01}' => ("fi", None),
        '\u{FB02}' => ("fl", None),
        '\u{FB03}' => ("ffi", None),
        '\u{FB04}' => ("ffl", None),
        '\u{FB05}' | '\u{FB06}' => ("st", None),
        '\u{F0B7}' | '\u{F0A7}' | '\u{F06C}' | '\u{F0D8}' | '\u{F076}' => ("•", None),
        '\u{F0FC}' => ("✓", None),
        // A hyphen that is drawn is one, whatever its font calls it; at a line's end too.
        '\u{F02D}' | '\u{AD}' | '\u{2010}' | '\u{2011}' => ("-", None),
        // The rest of a symbol font's private characters mean its own pictures.
        '\u{E000}'..='\u{F8FF}' => ("", None),
        c => ("", Some(c)),
    };
    letters.chars().chain(own)
}

/// The combining mark that a spacing accent stands for.
pub(super) fn combining(c: char) -> Option<char> {
    Some(match c {
        '¨' => '\u{308}',
        '˚' | '°' => '\u{30A}',
        '´' | 'ˊ' => '\u{301}',
        '`' | 'ˋ' => '\u{300}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '\u{300}'..='\u{36F}' => c,
        _ => return None,
    })
}

/// A letter with an accent on it, if there is such a letter.
pub(super) fn accented(letter: char, accent: char) -> Option<char> {
    let letter = if letter == 'ı' { 'i' } else { letter };
    compose(letter, combining(accent)?)
}

/// The letter at a place of the order that most TrueType fonts keep: Apple's standard one. Fonts that lost their names
/// are often still in it.
pub(super) fn by_place(place: u32) -> Option<char> {
    let upper = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’";
    match place {
        3..=97 => char::from_u32(place + 29),
        98.. => upper.chars().nth(place as usize - 98),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters() {
        let all = |text: &str| characters(BfString::String(text.to_string())).collect::<String>();
        assert_eq!(all("e\u{FB03}x\u{F0B7}\u{F123}"), "effix•");
        assert_eq!(accented('o', '¨'), Some('ö'));
        assert_eq!(accented('A', '˚'), Some('Å'));
        assert_eq!(accented('k', '¨'), None);
        // "Göran" as its glyphs' places in Times New Roman.
        let places = [42, 124, 85, 68, 81];
        assert_eq!(places.iter().filter_map(|&place| by_place(place)).collect::<String>(), "Göran");
    }
}
