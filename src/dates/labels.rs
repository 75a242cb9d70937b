//! The words round a date that tell whether it is the document's own.

use super::document_date::Claim;
use super::reader::{Found, Reader};
use crate::text::lower::Lower;
use crate::text::phrases::Phrases;
use std::sync::LazyLock;

/// Words of labels of other dates.
static OTHERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let words = [
        "justering",
        "justerad",
        "anslag",
        "upprättad",
        "inkom",
        "expedi",
        "senast",
        "tas ned",
        "nedtag",
        "sätts upp",
        "diarie",
        "nästa",
        "gäller",
        "reviderad",
        "utskrift",
        "kallelse utsänd",
        "föregående",
    ];
    Phrases::of(words.into_iter().map(|word| (word, ())))
});

/// What the words before a date on its line, or on the line above, say of it: `Some(None)` if that it is not
/// the document's own.
pub(super) fn labelled(label: &str, bare: bool, early: bool) -> Option<Option<Claim>> {
    if label.len() > 80 {
        return None;
    }
    // Far from the opening only *Sammanträdesdatum* and its like count, in a page's header.
    let ending = label.trim_end_matches([':', '*', ' ', '|']).as_bytes().last_chunk::<3>();
    if !early && !ending.is_some_and(|e| e.eq_ignore_ascii_case(b"tum") || e.eq_ignore_ascii_case(b"dag")) {
        return None;
    }
    let label = Lower::<80>::of(label.as_bytes())?;
    let label = label.text().trim_end_matches([':', '*', ' ', '|']);
    let mut others = false;
    OTHERS.each(label.as_bytes(), |_, ()| others = true);
    if others {
        return Some(None);
    }
    let last = label.rsplit([' ', '\t', '|']).next().unwrap_or("");
    // In a header of several columns the label is one of the words above (*Sammanträdesdatum  Sida*).
    let within = |word: &str| bare && label.split([' ', '\t', '|']).any(|w| w == word);
    if within("sammanträdesdatum") || within("mötesdatum") {
        return Some(Some(Claim::Meeting));
    }
    // Alone or in a column of its own; a *preliminärt datum* is another's.
    let column = label.contains("  ") || label.contains(['\t', '|']);
    if within("datum") && label.len() < 60 && (column || label.starts_with("datum")) {
        return Some(Some(Claim::Label));
    }
    if early && matches!(last, "publicerad" | "publicerat" | "publicerades") {
        return Some(Some(Claim::Dateline));
    }
    if matches!(last, "sammanträdesdatum" | "sammanträdesdag" | "mötesdatum" | "mötesdag") {
        return Some(Some(Claim::Meeting));
    }
    if matches!(label, "sammanträde" | "sammanträde den" | "möte den" | "sammanträdet den") && early && !bare
    {
        return Some(Some(Claim::Meeting));
    }
    if matches!(last, "date") && early && label.len() < 12 {
        return Some(Some(Claim::FrontMatter));
    }
    if label == "datum" || (last == "datum" && early && column) {
        return Some(Some(Claim::Label));
    }
    if early && is_time_label(label) {
        return Some(Some(Claim::Time));
    }
    None
}

pub(super) fn starts_with_weekday(r: &Reader, one: &Found) -> bool {
    matches!(
        r.text
            .get(one.start..)
            .and_then(|t| t.split([' ', '\u{a0}', '\n']).next())
            .map(str::to_lowercase)
            .as_deref(),
        Some("måndagen" | "tisdagen" | "onsdagen" | "torsdagen" | "fredagen" | "lördagen" | "söndagen")
    )
}

/// Whether what follows a sitting's date on its line is nothing, *fm.*, *kl. 11*, *Sid.*, or a document's number.
pub(super) fn ends_sitting(after: &str) -> bool {
    let after = after.trim_start_matches(['.', ' ', ',']);
    let after = after.trim_end();
    after.is_empty()
        || (after.len() <= 40
            && ["fm", "em", "f. m", "e. m", "f.m", "e.m", "Kl", "kl", "KL", "Sid", "Protokoll", "Nr", "("]
                .iter()
                .any(|w| after.starts_with(w)))
}

/// Whether the sentence before a date names a meeting: in a line that can be a title, or because it begins
/// as the record of a meeting does. (News tell of meetings in long lines.)
pub(super) fn names_meeting(before: &str, line: usize) -> bool {
    const WORDS: &[&str] = &[
        "protokoll",
        "möte",
        "sammanträde",
        "stämma",
        "anteckningar",
        "kallelse",
        "dagordning",
        "föredragningslista",
        "sammankomst",
        "överläggning",
        "mote",
    ];
    const STARTS: &[&str] = &[
        "tjänsteskrivelse",
        "tjänsteutlåtande",
        "yttrande",
        "remissvar",
        "skrivelse",
        "promemoria",
        "motion",
        "protokoll",
        "minnesanteckningar",
        "mötesanteckningar",
        "anteckningar",
        "kallelse",
        "härmed kallas",
        "du kallas",
        "ni kallas",
        "välkommen till",
        "välkomna till",
        "prot",
        "beslut vid regeringssammanträde",
        "möte ",
        "sammanträde",
        "kommenterad dagordning",
    ];
    const OTHERS: &[&str] = &[
        "nästa",
        "justera",
        "föregående",
        "anslag",
        "senast",
        "beslutade",
        "antagen",
        "bordl",
        "undertecknat",
    ];
    let before = before.to_lowercase();
    let before = before.trim_start_matches(|c: char| !c.is_alphabetic());
    let short = line <= 110 && WORDS.iter().any(|w| before.contains(w));
    (short || STARTS.iter().any(|w| before.starts_with(w))) && !OTHERS.iter().any(|w| before.contains(w))
}

pub(super) fn names_speech(title: &str) -> bool {
    let title = title.to_lowercase();
    let words = || title.split(|c: char| !c.is_alphabetic());
    words().any(|w| matches!(w, "tal" | "inledningstal" | "invigningstal") || w.ends_with("anförande"))
}

/// Whether the words before a date are a place and no more: *Stockholm*, *Stockholm i*, *Lund --*.
pub(super) fn is_place(before: &str) -> bool {
    let before = before.trim().trim_end_matches([',', '-', '–', ' ']);
    let mut words = 0;
    for word in before.split_whitespace() {
        words += 1;
        if words > 2
            || !word.chars().next().is_some_and(char::is_uppercase)
            || !word.chars().all(char::is_alphabetic)
        {
            return false;
        }
    }
    words > 0
}

/// Whether a label says when and where a meeting is held.
pub(super) fn is_time_label(label: &str) -> bool {
    let label = label.to_lowercase();
    const LABELS: &[&str] = &[
        "tid",
        "plats, tid",
        "tid, plats",
        "när",
        "tid & plats",
        "dag",
        "dag och tid",
        "datum och tid",
        "datum, tid",
        "tidpunkt",
        "datum/tid",
        "plats/tid",
        "tid/plats",
        "dag/tid",
        "datum och plats",
    ];
    LABELS.contains(&label.trim_end_matches([':', ' ', '*']))
        || ["plats och tid", "tid och plats", "mötestid", "tid:"].iter().any(|l| label.starts_with(l))
}

/// Whether a line begins by telling that the document was adopted.
pub(super) fn adopts(label: &str) -> bool {
    let label = label.to_lowercase();
    label.len() <= 80
        && [
            "antagen",
            "antaget",
            "antagna",
            "fastställd",
            "fastställt",
            "beslutad av",
            "beslutsdatum",
            "beslutat av",
        ]
        .iter()
        .any(|w| label.starts_with(w))
}
