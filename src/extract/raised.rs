//! Raised figures: marks of notes, and powers of units.

/// A raised piece as it is written into the line behind `before`: the mark of a note in brackets, so that it is not read
/// into a year or a name (*2021¹*), a power as the sign that it is (*m²*), anything else as it stands.
pub(super) fn raised(before: &str, piece: &str) -> String {
    let figures = piece.trim().trim_end_matches([')', ',', '.', '*']);
    let is_mark = !figures.is_empty()
        && figures.len() <= 3
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && before.ends_with(|c: char| c.is_alphanumeric() || ".,:;!?)”\"»".contains(c));
    if !is_mark {
        return piece.to_string();
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    match figures {
        "2" if is_length(word) => "²".to_string(),
        "3" if is_length(word) => "³".to_string(),
        _ if is_gas(word, figures) => figures.to_string(),
        _ => format!("[{figures}]"),
    }
}

/// Whether a word is a unit of length, which is squared and cubed.
fn is_length(word: &str) -> bool {
    matches!(word, "m" | "km" | "hm" | "dm" | "cm" | "mm")
}

/// Whether figures behind these letters count atoms, which some raise by mistake: *CO2*.
fn is_gas(word: &str, figures: &str) -> bool {
    matches!((word, figures), ("CO" | "NO" | "SO", "2") | ("CH" | "SO" | "PO", "4") | ("NH" | "NO", "3"))
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn marks_of_notes_and_powers() {
        assert_eq!(raised("den 3 maj 2021", "1"), "[1]");
        assert_eq!(raised("Anna Holm", "12)"), "[12]");
        assert_eq!(raised("planen.", "3"), "[3]");
        assert_eq!(raised("120 m", "2"), "²");
        assert_eq!(raised("40 m", "3"), "³");
        assert_eq!(raised("224 ton CO", "2"), "2");
        assert_eq!(raised("enligt SKR", "2"), "[2]");
        assert_eq!(raised("1", "a"), "a");
        assert_eq!(raised("", "2"), "2");
        assert_eq!(raised("ord ", "2"), "2");
    }
}
