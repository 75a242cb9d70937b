//! What a PDF holds beside its pages: attached files.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

/// A file that is attached: its name, and what describes it.
type File<'a> = (String, Dict<'a>);

/// How deep a tree of names may be, and how many files are named.
const DEPTH: u32 = 8;
const MANY: usize = 64;

/// The files that are attached to a PDF (or make a portfolio), in order, then those that pages carry as notes.
pub(super) fn files(pdf: &Pdf) -> Vec<File<'_>> {
    let root = pdf.xref().get::<Dict>(pdf.xref().root_id());
    let names = root.and_then(|root| root.get::<Dict>("Names")).and_then(|names| names.get("EmbeddedFiles"));
    let mut files = Vec::new();
    if let Some(names) = names {
        walk(&names, DEPTH, &mut files);
    }
    for page in pdf.pages().iter() {
        let Some(notes) = page.raw().get::<Array>("Annots") else { continue };
        let specs = notes.iter::<Dict>().take(MANY).filter_map(|note| note.get::<Dict>("FS"));
        files.extend(specs.filter(|spec| spec.contains_key("EF")).filter_map(named).take(MANY));
    }
    files.truncate(MANY);
    files
}

/// How many comments readers have written onto the pages.
pub(super) fn comments(pdf: &Pdf) -> usize {
    let is_comment = |note: &Dict| {
        let kind = note.get::<Name>("Subtype");
        let kind = kind.as_deref().map(<[u8]>::to_vec).unwrap_or_default();
        let said = note.get::<Text>("Contents").is_some_and(|text| !text.as_bytes().is_empty());
        said && !matches!(kind.as_slice(), b"Widget" | b"Link" | b"FreeText" | b"Popup" | b"FileAttachment")
    };
    let notes = pdf.pages().iter().filter_map(|page| page.raw().get::<Array>("Annots"));
    notes.map(|notes| notes.iter::<Dict>().take(MANY).filter(is_comment).count()).sum()
}

/// The bytes of a file that is attached.
pub(super) fn content(spec: &Dict<'_>) -> Option<Vec<u8>> {
    let held = spec.get::<Dict>("EF")?;
    let stream = held.get::<Stream>("F").or_else(|| held.get("UF"))?;
    stream.decoded_data().ok().map(std::borrow::Cow::into_owned)
}

fn named(spec: Dict<'_>) -> Option<File<'_>> {
    let name = spec.get::<Text>("UF").or_else(|| spec.get("F"))?;
    Some((string(name.as_bytes()), spec))
}

/// A leaf of the tree has names and files in turn, a branch has kids.
fn walk<'a>(tree: &Dict<'a>, depth: u32, files: &mut Vec<File<'a>>) {
    if let Some(names) = tree.get::<Array>("Names") {
        let specs = names.iter::<Object>().take(2 * MANY).filter_map(|object| match object {
            Object::Dict(spec) => Some(spec),
            _ => None,
        });
        files.extend(specs.filter_map(named));
    }
    if let Some(kids) = tree.get::<Array>("Kids").filter(|_| depth > 0) {
        for kid in kids.iter::<Dict>().take(MANY) {
            if files.len() < MANY {
                walk(&kid, depth - 1, files);
            }
        }
    }
}

/// A text of a PDF: UTF-16 or UTF-8 by its mark, else nearly Latin-1.
pub(super) fn string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, units @ ..] => {
            let units = units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        bytes => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn encodings() {
        assert_eq!(string(b"bilaga.pdf"), "bilaga.pdf");
        assert_eq!(string(b"\xE5r"), "år");
        assert_eq!(string(b"\xFE\xFF\x00\xE5\x00r"), "år");
        assert_eq!(string("\u{feff}år".as_bytes()), "år");
    }
}
