//! What letters are by the tables of their font, where the PDF does not say it.

use hayro_interpret::font::{Glyph as Drawn, OutlineGlyph};
use skrifa::raw::tables::cmap::{CmapIterLimits, CmapSubtable, PlatformId};
use skrifa::raw::{TableProvider, ps::agl};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;

/// The letters of each font that was asked for, by their places in it.
#[derive(Debug, Default)]
pub(super) struct Fonts(HashMap<u128, HashMap<u32, char>>);

/// Words in the names of fonts whose letters are pictures.
const PICTURES: &[&str] = &["wing", "webd", "symbol", "dingbat", "marlett", "icon", "awesome"];

impl Fonts {
    /// The letter that a glyph is by the embedded font's own `cmap`, else by its glyph's name.
    pub fn letter(&mut self, drawn: &Drawn<'_>) -> Option<char> {
        let Drawn::Outline(outline) = drawn else { return None };
        let font = outline.font_data()?;
        let letters = self.0.entry(font.cache_key).or_insert_with(|| {
            letters(font.data.as_ref().as_ref(), is_of_pictures(font.postscript_name.as_deref()))
                .unwrap_or_default()
        });
        letters.get(&place(outline)).copied()
    }

    /// Whether the glyph's font draws pictures for letters, as its name says.
    pub fn has_pictures(drawn: &Drawn<'_>) -> bool {
        let Drawn::Outline(outline) = drawn else { return false };
        outline.font_data().is_some_and(|font| is_of_pictures(font.postscript_name.as_deref()))
    }
}

fn is_of_pictures(name: Option<&str>) -> bool {
    let name = name.unwrap_or_default().to_ascii_lowercase();
    PICTURES.iter().any(|word| name.contains(word))
}

fn place(outline: &OutlineGlyph) -> u32 {
    outline.glyph_id().to_u32()
}

/// The letters of a font by their places.
fn letters(data: &[u8], pictures: bool) -> Option<HashMap<u32, char>> {
    let font = FontRef::new(data).ok()?;
    let mut letters = HashMap::new();
    let mut keep = |place: u32, c: char| {
        // One glyph may stand for a hyphen and a soft hyphen, a blank and one that does not break: the plainer counts.
        let plain = |c: char| (c == '\u{ad}' || c.is_control(), c);
        let kept = letters.entry(place).or_insert(c);
        if plain(c) < plain(*kept) {
            *kept = c;
        }
    };
    let limits = CmapIterLimits::default_for_font(&font);
    let cmap = font.cmap().ok();
    for record in cmap.iter().flat_map(|cmap| cmap.encoding_records()) {
        let Some(table) = cmap.as_ref().and_then(|cmap| record.subtable(cmap.offset_data()).ok()) else {
            continue;
        };
        if matches!(table, CmapSubtable::Format14(_)) {
            continue;
        }
        for (code, place) in table.iter_with_limits(limits) {
            let letter = match (record.platform_id(), record.encoding_id()) {
                (PlatformId::Macintosh, _) => u8::try_from(code).ok().map(mac),
                // Symbols: text fonts keep the places of Windows-1252 from U+F000.
                (PlatformId::Windows, 0) if pictures => None,
                (PlatformId::Windows, 0) => windows(code),
                _ => char::from_u32(code),
            };
            if let Some(c) = letter.filter(|&c| is_letter(c)) {
                keep(place.to_u32(), c);
            }
        }
    }
    if letters.is_empty() && !pictures {
        for (place, name) in font.glyph_names().iter().filter(|(_, name)| !name.is_synthesized()) {
            letters.extend(
                agl::name_to_char(name.as_str()).filter(|&c| is_letter(c)).map(|c| (place.to_u32(), c)),
            );
        }
    }
    Some(letters)
}

/// Neither a control character nor one for private use.
fn is_letter(c: char) -> bool {
    !matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}')
}

fn windows(code: u32) -> Option<char> {
    let byte = u8::try_from(code.checked_sub(0xF000).unwrap_or(code)).ok()?;
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
}

fn mac(byte: u8) -> char {
    encoding_rs::MACINTOSH.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or('\u{fffd}')
}
