//! Zip archives that are one document: DOCX, ODT and their kin.

use std::io::{Read, Seek};
use zip::read::Config;
use zip::unstable::read::ZipIterable;

/// So many members are looked at; the names that tell stand first or nearly so.
const LOOKED_AT: usize = 1000;

/// Whether a zip archive is an office document (or a book), which its reader takes whole.
pub(super) fn is_document(input: &mut (impl Read + Seek)) -> bool {
    let Ok(mut archive) = ZipIterable::try_new(input, Config::default()) else { return false };
    let Ok(members) = archive.files() else { return false };
    let tells = |name: &[u8]| name.eq_ignore_ascii_case(b"[Content_Types].xml") || name == b"mimetype";
    members.take(LOOKED_AT).flatten().any(|member| tells(member.name_raw()))
}
