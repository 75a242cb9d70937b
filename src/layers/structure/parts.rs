//! The blocks as the caller gets them: among what the layers read as prose, attendance lists, signatures and
//! captions have kinds of their own. A block keeps both kinds, so that no layer's reading of prose hangs on them.

use super::Block;
use crate::document::{self, BlockKind, Heading};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::pages::{AMONG_OTHERS, CAPTIONS, CREDITS, SIGNING};
use crate::text::walk;

/// Signatures are short lines: a name, a title, a rule of dots.
const SIGNED: usize = 70;
/// A caption is a line or a few, never a page.
const CAPTION: usize = 300;
/// At most this many blocks of names stand below *Justeras*.
const NAMES: u32 = 6;

/// Gives the blocks the kinds that they are shown as, where they are not those that they have.
pub(super) fn mark(text: &str, headings: &[Heading], labels: &[Option<Label>], blocks: &mut [Block]) {
    let mut headings = headings.iter().zip(labels).peekable();
    // What the blocks until the next heading are, and for how many blocks more.
    let (mut inside, mut room) = (None, 0);
    for block in blocks {
        while let Some((heading, label)) = headings.next_if(|(h, _)| h.span.start < block.span.end) {
            inside = match label {
                Some(Label::Attendance) if signs(&heading.title) => Some(BlockKind::Signature),
                Some(Label::Attendance) => Some(BlockKind::Attendance),
                _ => None,
            };
            room = if inside == Some(BlockKind::Signature) { NAMES } else { u32::MAX };
        }
        if !block.holds_prose() {
            continue;
        }
        let words = block.span.of(text);
        if block.kind != BlockKind::ListItem && is_caption(words) {
            block.shown = BlockKind::Caption;
            continue;
        }
        if signs(words) && short_lines(words) {
            (inside, room) = (Some(BlockKind::Signature), NAMES);
        }
        match inside {
            Some(BlockKind::Attendance) if lists(words) => block.shown = BlockKind::Attendance,
            Some(BlockKind::Signature) if room > 0 && short_lines(words) => {
                block.shown = BlockKind::Signature;
                room -= 1;
            }
            // A sentence: the names are over.
            _ => inside = None,
        }
    }
}

/// The blocks as the caller gets them, in the memory of those that the layers read.
pub(crate) fn shown(blocks: Vec<Block>) -> Vec<document::Block> {
    let shown = |block: Block| document::Block { span: block.span, kind: block.shown };
    blocks.into_iter().map(shown).collect()
}

/// *Vid protokollet*, *Justeras den 3 maj*, *Underskrifter*.
pub(super) fn signs(line: &str) -> bool {
    // The first two letters of each.
    let begins = match line.as_bytes() {
        [b'V' | b'v', second, ..] => second.eq_ignore_ascii_case(&b'i'),
        [b'J' | b'j', second, ..] => second.eq_ignore_ascii_case(&b'u'),
        [b'U' | b'u', second, ..] => second.eq_ignore_ascii_case(&b'n'),
        _ => false,
    };
    begins && SIGNING.iter().any(|word| walk::phrase(line, 0, word).is_some())
}

/// Whether every line is short and none ends a sentence.
fn short_lines(words: &str) -> bool {
    // A rule to sign on ends with stops too.
    let ends = |line: &str| line.ends_with('.') && !line.ends_with("..");
    words.len() < 8 * SIGNED && words.lines().map(str::trim).all(|l| l.len() < SIGNED && !ends(l))
}

/// Whether the words list: no sentence, or one with the commas of a list.
fn lists(words: &str) -> bool {
    let sentence = words.ends_with('.') && !words.ends_with(AMONG_OTHERS) && words.matches(',').count() < 2;
    !sentence && !words.contains(". ") || words.contains('\t') || words.contains("   ")
}

/// *Foto: Anna Holm*, *Bild 3: Hamnen*, *Tabell 2. Elever*, *Figur 4 Utfall*: the word, its number and a mark
/// or a capital; *Tabell 2 visar …* is a sentence.
fn is_caption(words: &str) -> bool {
    if words.len() > CAPTION
        || !matches!(words.as_bytes().first(), Some(b'T' | b'F' | b'B' | b'D' | b'K' | b'I'))
    {
        return false;
    }
    let end = walk::word_end(words, 0);
    let is = |list: &[&str]| list.iter().any(|word| walk::same_word(&words[..end], word));
    if is(CREDITS) && words[end..].starts_with(':') {
        return words.len() < 120;
    }
    let at = walk::skip_space(words, end);
    let digits = words[at..].bytes().take_while(u8::is_ascii_digit).count();
    if !is(CAPTIONS) || digits == 0 || at == end {
        return false;
    }
    // "Figur 2.1", "Tabell 3a"
    let rest = words[at + digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let rest = rest.strip_prefix(['a', 'b', 'c', 'd']).unwrap_or(rest);
    let marked =
        rest.len() < words.len() - at - digits && !rest.is_empty() || rest.starts_with([':', '.', '–', '-']);
    let title = rest.trim_start_matches([':', '.', '–', '-', ' ', '\u{a0}']);
    let capital = title.is_empty() || walk::is_capitalised(title);
    if marked { capital } else { capital && !words.ends_with('.') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_and_sentences() {
        for caption in [
            "Foto: Anna Holm",
            "Bild 3: Hamnen i mars",
            "Tabell 2. Elever per skola.",
            "Figur 4 Utfall",
            "Figur 2.1 Utfall",
            "Diagram 1 – Utfall",
        ] {
            assert!(is_caption(caption), "{caption}");
        }
        for prose in [
            "Tabell 2 visar antalet elever.",
            "Bilden togs i mars.",
            "Figurerna är små",
            "Foto och film",
            "Bild: 1",
            "Karta 3 och karta 4",
            "Tabell 2. visar",
        ] {
            assert_eq!(is_caption(prose), prose == "Bild: 1", "{prose}");
        }
    }
}
