//! What the control words of RTF stand for.

/// The character that a word writes.
pub(super) fn character(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"tab" => "\t",
        b"line" => "\n",
        b"par" => " ",
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        b"emspace" | b"enspace" | b"qmspace" => " ",
        _ => return None,
    })
}

/// `1.`, `§ 4`, `2.1`, `a)`: what a list prints before a paragraph.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 12 && text.chars().any(char::is_alphanumeric) && !text.contains("  ") && {
        let core = text.trim_start_matches(['§', ' ', '(']).trim_end_matches(['.', ')']);
        core.chars().all(|c| c.is_ascii_digit() || c == '.') || core.chars().count() == 1
    }
}

/// Groups that hold no text of the document's own.
pub(super) fn is_left_out(word: &[u8]) -> bool {
    matches!(
        word,
        b"colortbl"
            | b"info"
            | b"pict"
            | b"ftnsep"
            | b"ftnsepc"
            | b"aftnsep"
            | b"aftnsepc"
            | b"ftncn"
            | b"fldinst"
            | b"listtable"
            | b"listoverridetable"
            | b"rsidtbl"
            | b"generator"
            | b"themedata"
            | b"datastore"
            | b"colorschememapping"
            | b"latentstyles"
            | b"xmlnstbl"
            | b"objdata"
            | b"sp"
            | b"shprslt"
            | b"nonesttables"
            | b"annotation"
            | b"atnid"
            | b"atnauthor"
            | b"bkmkstart"
            | b"bkmkend"
            | b"filetbl"
            | b"revtbl"
            | b"mmathPr"
            | b"pnseclvl"
            | b"tc"
            | b"xe"
    )
}
