//! What a line near the top of a document is: letterhead, navigation, field, date, document word, or title.

use crate::document::{DocumentKind, Span};
use crate::layers::structure::kind::named;
use crate::layers::structure::line_tests::{is_body_name, is_name_line};
use crate::layers::structure::numbering::{self, Sort};
use crate::lexicon::Classes;
use crate::lexicon::sets::titles::{
    ADDRESSED, ATTACHED, BODIES, COVERS, DAYS, DOCUMENTS, FIELDS, GREETINGS, LETTERS, MEETINGS, NAVIGATION,
    OFFICERS, PARTS, PERIODS, RUBRICS, SERIES, SOCIETIES, SUBJECTS,
};
use crate::scan::Source;
use crate::text::walk;

/// What a line is on the way to the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Navigation, bylines, names, page marks.
    Passed,
    /// A day and nothing else.
    Day,
    /// A number or designation and nothing else.
    Designation,
    /// The name of a body.
    Letterhead,
    /// A field of a letter or a report's cover, below which its title may come: *Handläggare: …*, *Till …*.
    Letter,
    /// A field of a cover.
    Field,
    /// A document word alone, which may be the title: *Protokoll*.
    Document,
    /// A document word alone or with its number, over a title of its own: *Utrikesutskottets betänkande*.
    Series,
    /// A part of the text begins: no title stands below.
    Part,
    /// Prose.
    Prose,
    /// It may be the title.
    Title,
}

/// A line without the mark that points at it: *» Nyhetsbrev mars 2022*.
pub(super) fn past_mark(text: &str) -> &str {
    let rest = ["» ", "› ", "> ", "► ", "▶ "].iter().find_map(|mark| text.strip_prefix(mark));
    rest.filter(|rest| !rest.contains(['»', '«'])).unwrap_or(text)
}

/// What the line at `span` is.
pub(super) fn read(source: &Source, span: Span) -> Line {
    let text = past_mark(span.of(source.text)).trim_end_matches([' ', '-', '–', ':', '|', '_']);
    let lower = text.to_lowercase();
    if text.starts_with(['§', '&', '$']) {
        return Line::Part;
    }
    if super::is_series_number(text) {
        return Line::Designation;
    }
    if text.chars().filter(|c| c.is_alphabetic()).count() < 2 || is_day(&lower) {
        return Line::Day;
    }
    if is_place_and_day(&lower) {
        return Line::Day;
    }
    // Pictures and links of Markdown are no words of the document's.
    if is_link(text) || is_address(text) || begins(&lower, NAVIGATION).is_some() || is_path(text) {
        return Line::Passed;
    }
    // Letters set apart are read as one word: *E N G R A N S K N I N G S R A P P O R T*.
    if super::is_spaced(text) {
        let joined = lower.replace(' ', "");
        let figures = text.bytes().filter(u8::is_ascii_digit).count();
        let document = DOCUMENTS.iter().any(|d| d.len() > 5 && joined.contains(d));
        if figures >= 4 && !document
            || joined.len() > 15 && SERIES.iter().any(|s| s.len() > 5 && joined.contains(s))
        {
            return Line::Passed;
        }
    }
    if let Some(document) = document(&lower) {
        return document;
    }
    // *SKAGET    Utskriftsdatum*: columns of a page's head, one of them a field.
    let mut columns = lower.split("  ").map(str::trim).filter(|column| !column.is_empty());
    if text.len() < 120
        && columns.clone().nth(1).is_some()
        && columns.any(|column| LETTERS.contains(&column) || FIELDS.contains(&column))
    {
        return Line::Passed;
    }
    if is_designation(text) && !is_meeting(&lower) {
        return Line::Designation;
    }
    let whole = span.of(source.text);
    // *Bilaga 1*
    if begins(&lower, ATTACHED).is_some() && lower.len() < 12 && lower.ends_with(|c: char| c.is_ascii_digit())
    {
        return Line::Passed;
    }
    if is_letter(whole, &lower) {
        return Line::Letter;
    }
    if is_field(whole, &lower) {
        return Line::Field;
    }
    if PARTS.contains(&lower.as_str()) || is_greeting(text, &lower) || is_numbered(text) {
        return Line::Part;
    }
    let meets = has_word(&lower, MEETINGS);
    if lower.starts_with("av ") && lower.contains('(') && !is_mover(&lower)
        || !meets && (is_name_line(source, span) || is_officer(source, text))
    {
        return Line::Passed;
    }
    let tells = text.split_whitespace().count() > 3 && names_kind(text);
    if !meets && !tells && is_letterhead(source, span, text, &lower) {
        return Line::Letterhead;
    }
    if is_prose(text) && !is_rubric(text) && !is_mover(&lower) { Line::Prose } else { Line::Title }
}

/// *Klubben.se / Föreningen / Historia*, *Föreningen • Aktuellt*: where on a site the page lies.
fn is_path(text: &str) -> bool {
    let steps = |mark: &str, least: usize| {
        let steps = text.split(mark);
        let small =
            |step: &str| matches!(step.split_whitespace().count(), 1..=3) && !step.contains([',', ':']);
        steps.clone().count() >= least && steps.clone().all(small)
    };
    text.contains(" > ")
        || text.len() < 90
            && !text.bytes().any(|b| b.is_ascii_digit())
            && (steps(" / ", 3) || steps(" › ", 2) || steps(" » ", 2) || steps(" • ", 2) || steps(" → ", 2))
}

/// Pictures, links and tags fill a line: *![Anna](anna.jpg)*, *\*Ladda ner [bilden](bild.jpg).\**
fn is_link(text: &str) -> bool {
    if text.starts_with("![") || text.starts_with("*[") || text.starts_with("{{") || text.starts_with('<') {
        return true;
    }
    text.contains("](") && (text.starts_with(['[', '*', '_', '<']) || text.matches("](").count() > 1)
}

/// *Torggatan 2, 851 81 Sundsvall*: a place with its postal code; an address of the net.
fn is_address(text: &str) -> bool {
    if !text.contains(' ') && (text.contains('@') || text.starts_with("www.") || text.contains("://")) {
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

/// *Av herr Johansson i anledning av …*: how motions to the old Riksdag are headed.
fn is_mover(lower: &str) -> bool {
    ["av herr", "av fru", "av fröken", "af herr"].iter().any(|by| lower.starts_with(by))
        && [" i anledning av", " angående ", " om ", ", om "].iter().any(|about| lower.contains(about))
}

/// A court's rubric is its title, a full stop behind it or none: *Fråga om …*, *Överklagande av …*.
pub(super) fn is_rubric(text: &str) -> bool {
    let lower = walk::head(text, 40).to_lowercase();
    text.len() < 300
        && (is_mover(&text.to_lowercase())
            || begins(&lower, RUBRICS).is_some()
                && text.split_whitespace().count() > 3
                && !text.trim_end_matches('.').contains(". "))
}

/// Whether the first two words name the record of a meeting, or the call to one.
pub(super) fn names_meeting(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let second = words.match_indices(' ').nth(1).map_or(words.len(), |(at, _)| at);
    let kind = named(walk::head(words, second.min(60)));
    text.starts_with(char::is_uppercase)
        && kind
            .is_some_and(|k| matches!(k, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda))
}

/// *Protokoll fört vid …*, *Anteckningar från …*: a record, and of what.
pub(super) fn is_record_of(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let record = words.next().is_some_and(|word| {
        let lower = word.to_lowercase();
        lower.ends_with("protokoll") || lower.ends_with("anteckningar")
    });
    let of = words.next().is_some_and(|word| {
        matches!(word.to_lowercase().as_str(), "från" | "fört" | "vid" | "av" | "över" | "för")
    });
    record && of && words.next().is_some()
}

/// Whether the line below a record's words says on which day it was held: *Protokoll från årsmöte⏎27 mars 2019*.
pub(super) fn is_held(text: &str, below: &str) -> bool {
    // *Protokoll, höstmöte⏎4 oktober 2015*
    let record = is_record_of(text) || text.contains(", ") && names_meeting(text);
    if !record || text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let lower = below.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let day = words.next().is_some_and(|word| {
        word == "den" || word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 || is_weekday(word)
    });
    day && lower.len() < 110 && !lower.contains(':') && words.take(4).any(is_month)
}

/// *Styrelsemöte nr 4*, *Ordinarie föreningsstämma*: a short line that names a meeting and no other.
pub(super) fn names_meeting_only(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let named = words.clone().take(2).any(|word| {
        !matches!(word, "nr" | "nummer")
            && MEETINGS.iter().any(|m| word == *m || m.len() >= 5 && word.ends_with(m))
    });
    let other = words.next().is_none_or(|word| matches!(word, "nästa" | "föregående" | "kommande" | "förra"));
    named && !other && text.len() < 80 && text.starts_with(char::is_uppercase) && !text.ends_with(['.', ':'])
}

/// *Möte 4 mars*: a meeting's word begins a line.
fn is_meeting(lower: &str) -> bool {
    let first = lower.split_whitespace().next().unwrap_or("");
    !matches!(first, "nr" | "nr." | "nummer") && MEETINGS.contains(&first)
}

/// *2014/2015*, *2013*: years and no more.
pub(super) fn is_years(text: &str) -> bool {
    let figures = |part: &str| matches!(part.len(), 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    text.len() >= 4
        && text.starts_with("20")
        && text.split(['/', '-', '–']).map(str::trim).all(figures)
        && text.split(['/', '-', '–']).count() <= 2
}

/// *Verksamhetsåret 2022/23*, *Räkenskapsåret 2023*, *1 januari – 31 december 2023*: the time that a report is of.
pub(super) fn is_period(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    text.len() < 60
        && text.bytes().any(|b| b.is_ascii_digit())
        && !text.contains(':')
        && PERIODS.iter().any(|period| first.starts_with(period))
}

/// *Ämne: Kallelse till årsmöte*: where what a field holds begins, which is the title.
pub(super) fn subject(text: &str) -> Option<usize> {
    let (label, rest) = text.split_once(':')?;
    let named = label.len() < 12 && SUBJECTS.contains(&label.trim().to_lowercase().as_str());
    let value = rest.trim_start();
    (named && value.split_whitespace().nth(1).is_some()).then_some(text.len() - value.len())
}

/// *Regionstyrelsen 3 juni 2025*: whether a body leads a line.
pub(super) fn names_body(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    BODIES.iter().any(|body| body.len() >= 6 && first.ends_with(body))
}

fn is_weekday(word: &str) -> bool {
    word.len() > 5 && DAYS.iter().take_while(|day| **day != "januari").any(|day| *day == word)
}

/// The entry of `list` that `lower` begins with, as whole words.
pub(super) fn begins(lower: &str, list: &[&'static str]) -> Option<&'static str> {
    let whole = |entry: &str| {
        lower.strip_prefix(entry).is_some_and(|rest| {
            !entry.ends_with(char::is_alphabetic)
                || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
        })
    };
    list.iter().copied().find(|entry| whole(entry))
}

/// Whether one of the words, or the end of one, stands in a text.
pub(super) fn has_word(lower: &str, list: &[&str]) -> bool {
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| list.iter().any(|entry| word == *entry || entry.len() >= 5 && word.ends_with(entry)))
}

/// A line that a weekday begins and a figure follows, or words of days and figures only: *onsdag, juni 13, 2012*, *den 3 maj 2014 kl. 18*.
fn is_day(lower: &str) -> bool {
    let mut figures = false;
    let weekday =
        || begins(lower, DAYS).is_some_and(|day| day.contains("dag") && day != "idag" && day.len() > 5);
    if lower.len() < 110 && weekday() && lower.bytes().any(|b| b.is_ascii_digit()) {
        return true;
    }
    lower.len() < 60
        && lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(|word| {
            let figure = word.bytes().all(|b| b.is_ascii_digit());
            figures |= figure;
            figure || DAYS.contains(&word)
        })
        && figures
}

/// *Uppsala 2023-08-31*, *Stockholm den 3 maj 2014*: a place, and a whole day.
fn is_place_and_day(lower: &str) -> bool {
    let Some((place, day)) = lower.split_once(' ').filter(|_| lower.len() < 60) else { return false };
    let day = day.trim_start_matches([' ', ',']);
    let figures = day.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty()).count();
    let month = || day.split_whitespace().any(|word| is_month(word.trim_end_matches(['.', ','])));
    place.trim_end_matches(',').chars().all(char::is_alphabetic)
        && is_day(day)
        && (figures >= 3 || figures == 2 && month())
        && document(lower).is_none()
        && !has_word(place, MEETINGS)
        && !names_kind(lower)
}

/// `2021/22:UU19`, `Prop. 2011/12:30`, `LU1y`, `Dnr KS 2012/14`: figures and letters that stand for words.
fn is_designation(text: &str) -> bool {
    let short = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() <= 5;
    text.len() < 50
        && text.bytes().any(|b| b.is_ascii_digit())
        && text
            .split_whitespace()
            .all(|word| short(word) && (word.len() < 6 || word.contains(|c: char| c.is_ascii_digit())))
        && text.split_whitespace().count() <= 5
}

/// A document word with at most a body before it and a number behind it.
fn document(lower: &str) -> Option<Line> {
    let joined;
    let lower = if super::is_spaced(lower) {
        joined = lower.replace(' ', "");
        joined.as_str()
    } else {
        lower
    };
    // Numbers, page marks and days behind it tell nothing.
    let tells = |word: &&str| !word.bytes().any(|b| b.is_ascii_digit()) && !matches!(*word, "nr" | "dnr");
    let words = Vec::from_iter(lower.split_whitespace().take(12));
    let cut = words.iter().rposition(tells).map_or(0, |at| at + 1);
    let numbered = words.len() > cut;
    let words = &words[..cut];
    let whole = words.join(" ");
    let whole = whole.trim_end_matches([',', '.', ':']);
    let whole = whole.trim_matches(|c: char| !c.is_alphanumeric());
    if !numbered && DOCUMENTS.contains(&whole) {
        return Some(Line::Document);
    }
    if SERIES.contains(&whole) || begins(lower, SERIES).is_some() && super::has_series_number(lower) {
        return Some(Line::Series);
    }
    // *Utrikesutskottets betänkande*: whose it is.
    let (last, before) = words.split_last()?;
    let ends = |list: &[&str]| list.contains(last);
    let owned = !before.is_empty()
        && before.len() <= 3
        && before.last().is_some_and(|word| word.ends_with('s') && word.len() > 4)
        && (ends(SERIES) || ends(DOCUMENTS));
    // *Motion till Lillby kommunfullmäktige*: to whom it goes, and no word of what it is about.
    let sent = || {
        before.first().is_some_and(|word| SERIES.contains(word))
            && before.get(1).is_some_and(|word| matches!(*word, "till" | "från"))
            && matches!(before.len(), 2..=5)
            && BODIES.iter().any(|body| last == body || body.len() >= 6 && last.ends_with(body))
            && !before.iter().any(|word| matches!(*word, "om" | "angående" | "gällande" | "rörande"))
    };
    (owned
        || numbered && DOCUMENTS.contains(&whole) && super::has_series_number(lower)
        || !numbered && sent())
    .then_some(Line::Series)
}

/// A field of a letter's head or of a report's cover; *Till nämnden angående bygget* is what a letter is about.
fn is_letter(text: &str, lower: &str) -> bool {
    let Some(word) = begins(lower, LETTERS) else { return is_officers(text, lower) };
    let rest = text.get(word.len()..).unwrap_or("");
    if matches!(word, "till" | "från" | "att") {
        let about = ["angående", "gällande", "rörande", "ang."].iter().any(|about| lower.contains(about));
        let first = rest.split_whitespace().next().unwrap_or("");
        let someone = first.starts_with(char::is_uppercase)
            || has_word(&first.to_lowercase(), MEETINGS)
            || names_body(first)
            || ADDRESSED.contains(&first);
        return !about && text.len() < 90 && someone || rest.starts_with(':');
    }
    rest.is_empty()
        || rest.starts_with([':', '\t'])
        || rest.starts_with("  ")
        || rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
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
fn is_field(text: &str, lower: &str) -> bool {
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
    rest.is_empty()
        || dated
        || rest.starts_with([':', '\t'])
        || rest.starts_with("  ")
        || word == "till"
        || word == "från"
}

/// *Hej alla grannar!*, *Bäste Lennart,*
fn is_greeting(text: &str, lower: &str) -> bool {
    begins(lower, GREETINGS).is_some() && text.len() < 60
}

/// A number that begins a paragraph or point; not a page's number before a document word.
fn is_numbered(text: &str) -> bool {
    let number = numbering::read(text);
    number.is_some_and(|n| {
        let rest = text.get(n.width..).unwrap_or("").to_lowercase();
        let document = begins(&rest, DOCUMENTS).is_some();
        n.sort == Sort::Paragraph || n.sort != Sort::Part && (n.closed || !document && n.value < 100)
    })
}

/// *ChefsJO Erik Nymansson*: a word, a given name and a surname.
fn is_officer(source: &Source, text: &str) -> bool {
    let words = Vec::from_iter(text.split_whitespace().take(5));
    (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| walk::is_capitalised(word) && word.chars().all(|c| c.is_alphabetic() || c == '-'))
        && words[..words.len() - 1].iter().any(|word| source.lexicon.names(word).has(Classes::GIVEN))
        && !names_kind(text)
}

/// A body's or an association's name: capitals, and a word of bodies at its end or beginning.
fn is_letterhead(source: &Source, span: Span, text: &str, lower: &str) -> bool {
    let words = Vec::from_iter(lower.split_whitespace());
    if words.len() > 7 || text.ends_with(['.', '!', '?', '…']) || text.contains(['–', ':']) {
        return false;
    }
    if words.len() <= 3 && is_body_name(source, span) {
        return true;
    }
    let named = |word: Option<&&str>| {
        word.is_some_and(|word| BODIES.iter().any(|b| word == b || b.len() >= 6 && word.ends_with(b)))
    };
    // *Föreningen Berga by och ängar*: what follows such a word is a name.
    let society = words.first().is_some_and(|word| SOCIETIES.contains(word))
        && words.get(1).is_some_and(|_| text.split_whitespace().nth(1).is_some_and(walk::is_capitalised))
        && !words.iter().any(|word| crate::lexicon::sets::structure::VERBS.has(word));
    if society && !lower.bytes().any(|b| b.is_ascii_digit()) {
        return true;
    }
    let capitals = text.split_whitespace().all(|word| {
        !word.starts_with(char::is_lowercase)
            || matches!(word, "i" | "och" | "för" | "av" | "på")
            || named(Some(&word))
    });
    capitals
        && (named(words.last()) || words.len() > 1 && named(words.first()))
        && !lower.bytes().any(|b| b.is_ascii_digit())
}

/// Longer than a title, a sentence, or what someone says. A sentence may be a title where it begins with a document word.
fn is_prose(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let stops = text.ends_with('.') && !text.ends_with("..") && !text.ends_with("….");
    text.len() > 300
        || text.len() > 60 && has_sentences(text)
        || text.starts_with(['(', '”', '"', '»', '–', '—', '“']) && !quotes_first(text)
        || [": ”", ": \"", ": »", ": –", "! ", "? "].iter().any(|mark| text.contains(mark))
            && words > 3
            && stops
        || [": ”", ": »", ": \"", ": “", ": ’", ": ‘", ": '"].iter().any(|mark| text.contains(mark))
        || stops && (!names_kind(text) || words > 40 || tells_of_meeting(text))
}

/// Whether a sentence ends and another begins.
fn has_sentences(text: &str) -> bool {
    text.match_indices(['.', '!', '?']).any(|(at, _)| {
        let ended = text[..at].chars().rev().take_while(|c| c.is_lowercase()).count() > 3;
        let next = text[at + 1..].strip_prefix(' ').and_then(|rest| rest.chars().next());
        ended && next.is_some_and(char::is_uppercase)
    })
}

/// *”Konsten ger ro” – samtal med Anna Holm*: a title that begins with what someone says.
fn quotes_first(text: &str) -> bool {
    let mut marks = text.match_indices(['”', '"', '“', '»', '«']);
    let closes = marks.nth(1).map(|(at, mark)| text[at + mark.len()..].trim_start());
    text.len() < 160
        && !text.ends_with(['.', ','])
        && text.starts_with(['”', '"', '“', '»'])
        && closes.is_some_and(|rest| rest.starts_with(['–', '-', '—']))
}

/// *Årsmötet avslutades av ordföranden.*: a meeting's word leads a sentence in.
fn tells_of_meeting(text: &str) -> bool {
    has_word(&text.split_whitespace().next().unwrap_or("").to_lowercase(), MEETINGS)
}

/// Whether the first two words name a kind of document: *1 Protokoll fört vid …*, *Reservation mot …*.
pub(super) fn names_kind(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let second = words.match_indices(' ').nth(1).map_or(words.len(), |(at, _)| at);
    named(walk::head(words, second.min(60))).is_some()
}

/// The name of a month.
pub(super) fn is_month(bare: &str) -> bool {
    DAYS.iter().skip_while(|day| **day != "januari").take(12).any(|month| *month == bare)
}

/// *Antagen*, *Fastställd*: how a document became one.
pub(super) fn is_participle(bare: &str) -> bool {
    matches!(
        bare,
        "antagen"
            | "antaget"
            | "antagna"
            | "fastställd"
            | "fastställt"
            | "fastställda"
            | "beslutad"
            | "godkänd"
            | "reviderad"
            | "gäller"
    )
}
