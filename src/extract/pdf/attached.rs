//! What a PDF holds beside its pages: attached files.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use std::collections::HashSet;

/// A file that is attached: its name, and what describes it.
type File<'a> = (String, Dict<'a>);

/// How deep a tree of names may be, and how many files are named.
const DEPTH: u32 = 8;
const MANY: usize = 64;
/// So many fields are named in a note.
const NAMED: usize = 8;

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

/// What a PDF holds that its pages do not show, a sentence each: layers that are switched off, fields whose values nobody
/// drew, and forms of a kind of their own.
pub(super) fn unseen(pdf: &Pdf) -> Vec<String> {
    let mut notes = Vec::new();
    let Some(root) = pdf.xref().get::<Dict>(pdf.xref().root_id()) else { return notes };
    let layers = root.get::<Dict>("OCProperties").map(|layers| hidden(&layers)).unwrap_or_default();
    if !layers.is_empty() {
        notes.push(format!(
            "left out layers of the pages that are hidden ({}): {}",
            layers.len(),
            layers.join(", ")
        ));
    }
    if let Some(form) = root.get::<Dict>("AcroForm") {
        let mut names = Vec::new();
        if let Some(fields) = form.get::<Array>("Fields") {
            undrawn(&fields, DEPTH, &mut (MANY * MANY), &mut names);
        }
        if !names.is_empty() {
            let (count, more) = (names.len(), if names.len() > NAMED { " …" } else { "" });
            names.truncate(NAMED);
            names.retain(|name| !name.is_empty());
            notes.push(format!(
                "left out values of fields that the pages do not show ({count}): {}{more}",
                names.join(", ")
            ));
        }
        if form.contains_key("XFA") {
            notes.push("left out a form of XFA: only what its pages show was read".to_string());
        }
    }
    notes
}

/// The names of the layers that are hidden at first.
fn hidden(layers: &Dict) -> Vec<String> {
    let Some(config) = layers.get::<Dict>("D") else { return Vec::new() };
    let ids = |dict: &Dict, key: &str| {
        let all = dict.get::<Array>(key);
        let all =
            all.iter().flat_map(|all| all.raw_iter().take(MANY * MANY).filter_map(|one| one.as_obj_ref()));
        all.map(|one| (one.obj_number, one.gen_number)).collect::<HashSet<_>>()
    };
    let off = config.get::<Name>("BaseState").is_some_and(|state| &*state == b"OFF");
    let mut hidden = if off { ids(layers, "OCGs") } else { HashSet::new() };
    hidden.retain(|id| !ids(&config, "ON").contains(id));
    hidden.extend(ids(&config, "OFF"));
    let all = layers.get::<Array>("OCGs");
    let all = all.iter().flat_map(|all| all.raw_iter().zip(all.iter::<Dict>()).take(MANY * MANY));
    let named = all
        .filter(|(id, _)| id.as_obj_ref().is_some_and(|id| hidden.contains(&(id.obj_number, id.gen_number))));
    let names = named.filter_map(|(_, layer)| layer.get::<Text>("Name")).take(MANY);
    names.map(|name| string(name.as_bytes())).collect()
}

/// The names of the fields that have a value that nothing draws.
fn undrawn(fields: &Array, depth: u32, left: &mut usize, names: &mut Vec<String>) {
    for field in fields.iter::<Dict>() {
        *left = left.saturating_sub(1);
        if *left == 0 {
            break;
        }
        let kids = field.get::<Array>("Kids");
        // Bit 2: hidden, whatever would be drawn.
        let is_hidden = |field: &Dict| field.get::<i32>("F").is_some_and(|flags| flags & 2 != 0);
        let drawn = |field: &Dict| field.contains_key("AP") && !is_hidden(field);
        let is_drawn =
            drawn(&field) || kids.iter().any(|kids| kids.iter::<Dict>().take(MANY).any(|kid| drawn(&kid)));
        let text = field.get::<Text>("V").is_some_and(|value| !string(value.as_bytes()).trim().is_empty());
        // A box that is ticked, or the choices made in a list.
        let ticked = field.get::<Name>("V").is_some_and(|value| &*value != b"Off");
        let chosen = || field.get::<Array>("V").is_some_and(|all| all.raw_iter().next().is_some());
        let filled = text || ticked || chosen();
        if filled && !is_drawn {
            names.push(field.get::<Text>("T").map_or_else(String::new, |name| string(name.as_bytes())));
        }
        if let Some(kids) = kids.filter(|_| depth > 0) {
            undrawn(&kids, depth - 1, left, names);
        }
    }
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
