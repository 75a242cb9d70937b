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

/// The characters of a letter: a ligature has several, and a sign whose font says nothing of it none.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    all: [char; 4],
    len: usize,
    /// Those of a glyph that stands for more.
    many: Vec<char>,
}

impl Letters {
    pub fn as_slice(&self) -> &[char] {
        if self.many.is_empty() { &self.all[..self.len] } else { &self.many }
    }

    fn push(&mut self, c: char) {
        match self.all.get_mut(self.len) {
            Some(place) => {
                *place = c;
                self.len += 1;
            }
            None => {
                if self.many.is_empty() {
                    self.many.extend(self.all);
                }
                self.many.push(c);
            }
        }
    }
}

/// The characters of what a font says of a letter.
pub(super) fn characters(unicode: &BfString) -> Letters {
    let mut letters = Letters::default();
    match unicode {
        BfString::Char(c) => plain(*c, &mut letters),
        BfString::String(text) => match one_of(text) {
            Some(c) => plain(c, &mut letters),
            None => text.chars().for_each(|c| plain(c, &mut letters)),
        },
    }
    letters
}

/// The character of a glyph for which the file names all that it may stand for: a hyphen (*-*, the soft one and U+2010),
/// a blank (tab, line break and no-break space), a picture of a symbol font with the letter whose key it lies on.
fn one_of(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let hyphen = |c: char| matches!(c, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}');
    if text.chars().all(hyphen) {
        return Some('-');
    }
    if text.chars().all(char::is_whitespace) {
        return Some(' ');
    }
    let twin = |private: char, c: char| u32::from(private).checked_sub(0xF000) == Some(u32::from(c));
    (chars.next().is_none() && twin(second, first)).then_some(second)
}

/// Ligatures in their letters, and the bullets and boxes that symbol fonts have as private characters.
fn plain(c: char, letters: &mut Letters) {
    let plain = match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        '\u{F0B7}' | '\u{F0A7}' | '\u{F06C}' | '\u{F0D8}' | '\u{F076}' => "•",
        '\u{F0FC}' => "✓",
        // Boxes of Wingdings, ticked or not.
        '\u{F0FD}' | '\u{F0FE}' | '\u{F078}' => "☒",
        '\u{F06F}'..='\u{F072}' | '\u{F0A8}' => "☐",
        // A hyphen that is drawn is one, whatever its font calls it; at a line's end too.
        '\u{F02D}' | '\u{AD}' | '\u{2010}' | '\u{2011}' => "-",
        // The rest of a symbol font's private characters mean its own pictures.
        '\u{E000}'..='\u{F8FF}' => "",
        c => return letters.push(c),
    };
    plain.chars().for_each(|c| letters.push(c));
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
        let all = |text: &str| String::from_iter(characters(&BfString::String(text.to_string())).as_slice());
        assert_eq!(all("e\u{FB03}"), "effi");
        assert_eq!(all("x\u{F0B7}\u{F123}\u{F0FE}"), "x•☒");
        assert_eq!(
            (all("-\u{AD}\u{2010}"), all("\t\r \u{a0}"), all("þ\u{F0FE}")),
            ("-".into(), " ".into(), "☒".into())
        );
        assert_eq!(accented('o', '¨'), Some('ö'));
        assert_eq!(accented('A', '˚'), Some('Å'));
        assert_eq!(accented('k', '¨'), None);
        // "Göran" as its glyphs' places in Times New Roman.
        let places = [42, 124, 85, 68, 81];
        assert_eq!(places.iter().filter_map(|&place| by_place(place)).collect::<String>(), "Göran");
    }
}
