//! Fields of a cover or of a letter's head, links and addresses.

use super::line::{begins, has_word, names_body};
use crate::layers::structure::numbering;
use crate::layers::structure::numbering::Sort;
use crate::lexicon::sets::frames::ENTRIES;
use crate::lexicon::sets::titles::{
    ADDRESSED, ADDRESSEES, COVERS, DOCUMENTS, DOMAINS, FIELDS, GREETINGS, LETTERS, MEETINGS, OFFICERS,
    STREETS, SUBJECTS,
};
use crate::text::walk;

/// *Klubben.se / Föreningen / Historia*, *Föreningen • Aktuellt*: where on a site the page lies.
pub(super) fn is_path(text: &str) -> bool {
    let steps = |mark: &'static str, least: usize| {
        // Most lines have none.
        if !walk::has(text, mark) {
            return false;
        }
        let steps = text.split(mark);
        let small =
            |step: &str| matches!(step.split_whitespace().count(), 1..=3) && !step.contains([',', ':']);
        steps.clone().count() >= least && steps.clone().all(small)
    };
    // *Start / Nyheter*
    let from_start = |text: &str| {
        text.split_once(" / ")
            .is_some_and(|(first, rest)| ENTRIES.has(first) && rest.split_whitespace().count() <= 4)
    };
    // *Protokoll/styrelsemöten/2019*, */arkiv/sida.htm*
    let slashed = memchr::memchr(b'/', text.as_bytes()).is_some();
    let glued = || {
        let steps = text.split('/');
        steps.clone().count() >= 3
            && !text.contains(" /")
            && !text.contains("/ ")
            && !text.contains(['.', ':', '(', ','])
            && steps.clone().take(2).all(|step| step.chars().filter(|c| c.is_alphabetic()).count() > 2)
            && steps.clone().all(|step| matches!(step.split_whitespace().count(), 1..=3))
    };
    walk::has(text, " > ")
        || text.starts_with('/') && text.matches('/').nth(1).is_some()
        || slashed && (text.len() < 90 && glued() || from_start(text))
        || text.len() < 90
            && !text.bytes().any(|b| b.is_ascii_digit())
            && (steps(" / ", 3) || steps(" › ", 2) || steps(" » ", 2) || steps(" • ", 2) || steps(" → ", 2))
}

/// Pictures, links and tags fill a line: *![Anna](anna.jpg)*, *\*Ladda ner [bilden](bild.jpg).\**
pub(super) fn is_link(text: &str) -> bool {
    if text.starts_with("![") || text.starts_with("*[") || text.starts_with("{{") || text.starts_with('<') {
        return true;
    }
    text.contains("](") && (text.starts_with(['[', '*', '_', '<']) || text.matches("](").count() > 1)
}

/// *Torggatan 2, 851 81 Sundsvall*: a place with its postal code; an address of the net.
pub(super) fn is_address(text: &str) -> bool {
    if !text.contains(' ') && (text.contains('@') || text.starts_with("www.") || text.contains("://")) {
        return true;
    }
    let domain = |text: &str| text.rsplit_once('.').is_some_and(|(_, end)| DOMAINS.contains(&end));
    if !text.contains(' ') && domain(text) {
        return true;
    }
    let figures = |word: &str, count: usize| word.len() == count && word.bytes().all(|b| b.is_ascii_digit());
    let mut before = "";
    let mut coded = false;
    text.len() < 90
        && text.split_whitespace().any(|word| {
            let named = coded && word.starts_with(char::is_uppercase);
            coded = figures(before, 3) && figures(word, 2);
            before = word;
            named
        })
}

/// *Björkgatan 30*: a street with its number.
pub(super) fn is_street(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (street, number) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let lower = street.to_lowercase();
    words.next().is_none_or(|floor| floor.len() == 1)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.len() <= 4
        && street.starts_with(char::is_uppercase)
        && STREETS.iter().any(|end| lower.ends_with(end) && lower.len() > end.len())
}

/// A field of a letter's head or of a report's cover; *Till nämnden angående bygget* is what a letter is about.
pub(super) fn is_letter(text: &str, lower: &str) -> bool {
    let Some(word) = begins(lower, LETTERS) else { return is_officers(text, lower) };
    let rest = text.get(word.len()..).unwrap_or("");
    if matches!(word, "till" | "från" | "att") {
        let about = ["angående", "gällande", "rörande", "ang."].iter().any(|about| lower.contains(about));
        let first = rest.split_whitespace().next().unwrap_or("");
        // *Från årsmötet och fikat efteråt*: what is told of a meeting.
        let tells = word == "från"
            && has_word(&first.to_lowercase(), MEETINGS)
            && rest.split_whitespace().nth(2).is_some()
            && !rest.bytes().any(|b| b.is_ascii_digit());
        if tells {
            return false;
        }
        let someone = first.starts_with(char::is_uppercase)
            || has_word(&first.to_lowercase(), MEETINGS)
            || names_body(first)
            || ADDRESSED.contains(&first)
            || rest.split_whitespace().nth(1).is_none() && word == "till" && is_addressee(first);
        return !about && text.len() < 90 && someone || rest.starts_with(':');
    }
    rest.is_empty()
        || rest.starts_with([':', '\t'])
        || rest.starts_with("  ")
        || rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// *statsråden*, *socialnämnden*, *justitieministern*: to whom letters of state go.
fn is_addressee(word: &str) -> bool {
    ADDRESSEES.iter().any(|end| word.ends_with(end))
}

/// *ordf Anna Holm*: an officer of the association above.
fn is_officers(text: &str, lower: &str) -> bool {
    let Some(role) = begins(lower, OFFICERS).filter(|_| text.starts_with(char::is_lowercase)) else {
        return false;
    };
    let rest = text.get(role.len()..).unwrap_or("").trim_start_matches([':', '.', ',']);
    let words = rest.split_whitespace();
    rest.starts_with(' ') && matches!(words.clone().count(), 1..=4) && words.clone().all(walk::is_capitalised)
}

/// A field: its word with a colon, a gap or nothing behind it; of covers the word alone is enough.
pub(super) fn is_field(text: &str, lower: &str) -> bool {
    // *Lokal intressebevakning* is no room.
    let goes_on = |word: &str| {
        word == "lokal"
            && text[word.len()..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase))
    };
    if begins(lower, COVERS).is_some_and(|word| word.len() > 4 && !goes_on(word)) {
        return true;
    }
    let Some(word) = begins(lower, FIELDS) else { return false };
    let rest = text.get(word.len()..).unwrap_or("");
    let dated = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // *Ärendelista 11 maj 2015* is what the paper is called.
    rest.is_empty()
        || dated && word != "ärendelista"
        || rest.starts_with([':', '\t'])
        || rest.starts_with("  ")
        || word == "till"
        || word == "från"
        // *Ärende Besvär i ett hamnärende*
        || word == "ärende" && rest.trim_start().starts_with(char::is_uppercase)
}

/// *Tid: kl 09:00*, *Dok.Id 134357*: a field or a document's number, which no title is.
pub(super) fn is_labelled(text: &str) -> bool {
    let lower = text.to_lowercase();
    let field = |list: &[&'static str]| begins(&lower, list).is_some();
    field(FIELDS) || field(LETTERS) || field(COVERS)
}

/// *Hej alla grannar!*, *Bäste Lennart,*
pub(super) fn is_greeting(text: &str, lower: &str) -> bool {
    begins(lower, GREETINGS).is_some() && text.len() < 60
}

/// A number that begins a paragraph or point; not a page's number before a document word.
pub(super) fn is_numbered(text: &str) -> bool {
    let number = numbering::read(text);
    number.filter(|_| !counts(text)).is_some_and(|n| {
        let rest = text.get(n.width..).unwrap_or("").to_lowercase();
        let document = begins(&rest, DOCUMENTS).is_some();
        n.sort == Sort::Paragraph || n.sort != Sort::Part && (n.closed || !document && n.value < 100)
    })
}

/// *10 förslag för en bättre by*, *3:12-reglerna ses över*: a number that counts something or begins a word.
fn counts(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("");
    let figures = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() > 2;
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.split_whitespace().nth(3).is_some()
        && !text.ends_with(['.', ':'])
        && if figures.is_empty() {
            first != "1" && words.next().is_some_and(small)
        } else {
            figures.chars().filter(|c| c.is_alphabetic()).nth(3).is_some()
        }
}

/// Whether a line is the label of a field that holds the title, alone: the title stands below.
pub(super) fn is_subject(text: &str) -> bool {
    SUBJECTS.contains(&text.trim_end_matches(':').to_lowercase().as_str())
}

/// *Ämne: Kallelse till årsmöte*: where what a field holds begins, which is the title.
pub(super) fn subject(text: &str) -> Option<usize> {
    let (label, rest) = text.split_once(':')?;
    let named = label.len() < 12 && SUBJECTS.contains(&label.trim().to_lowercase().as_str());
    let value = rest.trim_start();
    (named && value.split_whitespace().nth(1).is_some()).then_some(text.len() - value.len())
}
