//! Names: of paths, of members of archives, and what is strange about them. They are names only; nothing is ever
//! written or opened under one that an archive gives.

use std::path::Path;

/// A path as text; bytes that are no UTF-8 show as U+FFFD, for tables and JSON hold only text.
pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Whether a path may be a pattern.
pub(super) fn is_pattern(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().any(|b| matches!(b, b'*' | b'?' | b'[')) && !path.exists()
}

/// Whether there is nothing at a path, and nothing that fits it as a pattern.
#[cfg(feature = "cli")]
pub(crate) fn leads_nowhere(path: &Path) -> bool {
    let missing = std::fs::metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    let fits = || glob::glob(&shown(path)).is_ok_and(|mut found| found.next().is_some());
    missing && !(is_pattern(path) && fits())
}

/// The source of a member, and what to note about its name.
pub(super) fn member(archive: &str, name: &str) -> (String, Vec<String>) {
    let clean = name.replace(char::is_control, "\u{fffd}");
    let mut notes = Vec::new();
    if clean != name {
        notes.push("its name holds control characters, shown as U+FFFD".to_string());
    }
    let mut parts = clean.split(['/', '\\']);
    let drive = clean.as_bytes().get(1) == Some(&b':');
    if drive || clean.starts_with(['/', '\\']) || parts.any(|part| part == "..") {
        notes.push("its name points outside the archive".to_string());
    }
    (format!("{archive}!/{clean}"), notes)
}

/// Whether a member is one that its system hides (`.DS_Store`, `__MACOSX/…`).
pub(super) fn hidden(name: &str) -> bool {
    let hides = |part: &str| part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..");
    name.split(['/', '\\']).any(hides)
}

/// A number for the names so far and one more (FNV-1a): the same names in the same order give the same.
pub(crate) fn folded(so_far: u64, name: &str) -> u64 {
    let start = if so_far == 0 { 0xcbf2_9ce4_8422_2325 } else { so_far };
    name.bytes().chain([0]).fold(start, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strange_names_are_kept_and_noted() {
        assert_eq!(member("a.zip", "2019/x.pdf"), ("a.zip!/2019/x.pdf".to_string(), Vec::new()));
        for name in ["../../etc/passwd", "/etc/passwd", "C:\\x.txt", "a\\..\\b", "a\nb"] {
            let (source, notes) = member("a.zip", name);
            assert!(notes.len() == 1 && !source.contains('\n'), "{name:?} {notes:?}");
        }
        assert!(hidden("a/.git/x") && hidden("__MACOSX/a.txt") && !hidden("../x") && !hidden("./a..b"));
    }
}
