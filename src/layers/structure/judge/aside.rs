//! Lines that stand beside the text of a paper: greetings, credits, what a site, a newspaper or a printer prints.

use super::read::SENTENCE;
use crate::lexicon::sets::frames::BUTTONS;
use crate::lexicon::sets::function_words::OCH_WORD;
use crate::lexicon::sets::pages::NAME_PARTICLES;
use crate::lexicon::sets::structure::{
    BYLINES, CLOSINGS, COLUMNS, FILES, ISSUED, PICTURED, SITE_BEGINS, SITE_LINES, SMALL,
};
use crate::lexicon::sets::titles::GREETINGS;
use crate::text::beginnings::Beginnings;
use crate::text::walk;
use std::sync::LazyLock;

/// Whether a line is none of the text.
pub(super) fn is_aside(text: &str) -> bool {
    greets(text)
        || credits(text)
        || closes(text)
        || is_site(text)
        || is_chrome(text)
        || is_byline(text)
        || is_stamp(text)
}

/// *Utsikt över hamnen. © Karin Lundin*: who took a picture stands in its caption.
fn credits(text: &str) -> bool {
    walk::has(text, "©") || walk::has(text, "Foto: ")
}

/// *Publicerad: 2022-01-13*, *Artikeln publicerades 3 maj*, *103 26 Stockholm*, *vapen.png*, *Bild av en bro*: what a site or a
/// letterhead prints, and what stands under a picture.
fn is_site(text: &str) -> bool {
    if text.len() > SENTENCE + 20 {
        return false;
    }
    if let [a, b, c, b' ', d, e, b' ', b'A'..=b'Z', ..] = text.as_bytes()
        && [a, b, c, d, e].iter().all(|byte| byte.is_ascii_digit())
    {
        return true;
    }
    let word = &text[..walk::word_end(text, 0)];
    let rest = text[word.len()..].trim_start_matches([':', ' ']);
    let dated = || rest.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let tail = &text.as_bytes()[text.len().saturating_sub(5)..];
    tail.contains(&b'.') && FILES.iter().any(|end| text.ends_with(end))
        || ISSUED.has(word) && (dated() || rest.is_empty())
        || dated() && rest.split(' ').take(2).any(|word| ISSUED.has(word))
        || issued_last(rest)
        || PICTURED.has(word) && rest.split(' ').next().is_some_and(|word| SMALL.has(word))
}

/// *Debatt Artikeln publicerades*, *Sidan uppdaterad*: the day stands on another line.
fn issued_last(rest: &str) -> bool {
    let last = &rest[walk::word_start(rest, rest.len())..];
    last.len() > 5 && ISSUED.has(last) && rest.split(' ').count() <= 3
}

/// Whether an address of mail stands in a line.
fn has_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(char::is_alphanumeric) && host.starts_with(char::is_alphanumeric)
    })
}

/// An address of mail, *På regeringens vägnar*, *Med vänliga hälsningar*, *Beslut vid regeringssammanträde den 3 maj*: what closes or dates a text.
fn closes(text: &str) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(CLOSINGS.iter().copied()));
    has_address(text)
        || text.len() < SENTENCE
            && BEGINNINGS.may_begin(text.as_bytes())
            && CLOSINGS.iter().any(|closing| walk::starts_with_word(text, closing))
}

/// *Hej alla grannar!*, *Bästa medlem,*: the salutation of a letter.
fn greets(text: &str) -> bool {
    text.len() < SENTENCE && text.ends_with(['!', ',']) && {
        let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let mut begun = GREETINGS.iter().filter_map(|greeting| lower.strip_prefix(greeting));
        begun.any(|rest| rest.starts_with([' ', '!', ',']))
    }
}

/// *Artikelbild*, *Dela sidan*, *Gå till innehåll*: what a site says in a line of its own.
fn is_chrome(text: &str) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> =
        LazyLock::new(|| Beginnings::of(SITE_LINES.iter().chain(SITE_BEGINS).copied()));
    let line = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    text.len() < SENTENCE + 30
        && (BUTTONS.has(line)
            || BEGINNINGS.may_begin(text.as_bytes())
                && (SITE_LINES.iter().any(|site| site.len() == line.len() && walk::same_word(line, site))
                    || SITE_BEGINS.iter().any(|begin| begins_with(text, begin))))
}

/// Whether a line begins with words that end there.
fn begins_with(text: &str, words: &str) -> bool {
    walk::starts_with_word(text, words) && !text[words.len()..].starts_with(char::is_alphanumeric)
}

/// *Av Karin Lundin*, *Text och foto: Olof Ström*: who wrote what stands here.
fn is_byline(text: &str) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(BYLINES.iter().copied()));
    let is_names = |rest: &str| {
        let mut words = rest.split_whitespace().map(walk::bare).filter(|word| !NAME_PARTICLES.has(word));
        words.clone().nth(1).is_some()
            && words.clone().nth(5).is_none()
            && words.all(|word| walk::is_capitalised(word) && !walk::is_all_caps(word) || word == OCH_WORD)
    };
    text.len() < SENTENCE
        && BEGINNINGS.may_begin(text.as_bytes())
        && BYLINES.iter().any(|begin| {
            let rest = || text[begin.len()..].trim_start_matches([':', ' ']);
            begins_with(text, begin) && is_names(rest())
        })
}

/// *Insändare 2018-12-13 kl. 13:30*, *Politik2019-09-03 06:51*: the column of a paper, and when it was put out.
fn is_stamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(digit) = text.bytes().position(|b| b.is_ascii_digit()).filter(|_| text.len() < SENTENCE) else {
        return false;
    };
    let (word, rest) = (text[..digit].trim_end(), &bytes[digit..]);
    let day = matches!(rest, [a, b, c, d, b'-', e, f, b'-', g, h, ..] if [a, b, c, d, e, f, g, h].iter().all(|b| b.is_ascii_digit()));
    let clock = matches!(bytes, [.., b'0'..=b'9', b':' | b'.', b'0'..=b'9', b'0'..=b'9']);
    day && clock && COLUMNS.has(word)
}
