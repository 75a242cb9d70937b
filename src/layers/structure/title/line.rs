//! What a line near the top of a document is: letterhead, navigation, field, date, document word, or title.

use super::days::{is_dated_number, is_day, is_iso_day, is_month, is_place_and_day, is_posted, is_stamp};
use super::fields::{is_address, is_field, is_greeting, is_letter, is_link, is_numbered, is_path, is_street};
use super::papers::{document, is_meeting, is_mover, is_rubric, names_kind, of_crown, series_mark_in};
use super::words::{ends_open, has_verb, is_definite, is_open};
use crate::document::Span;
use crate::layers::structure::line_tests::is_name_line;
use crate::lexicon::Classes;
use crate::lexicon::sets::titles::{
    ARRIVED, ATTACHED, BODIES, CREDITS, DOCUMENTS, ENGLISH, FIELDS, LEADING, LETTERS, MEETINGS, MINUTES_READ,
    MOMENTS, NAVIGATION, NUMBER_MARKS, OFFICERS, PAPERS, PARTS, PICTURES, READ_WORDS, SAID_PARTS, SENT_WORDS,
    SERIES, SITES, SOCIETIES, STAMPS,
};
use crate::scan::Source;
use crate::text::walk;
use crate::words::lower::lowered;

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
    let rest = ["«« ", "« ", "<< ", "< ", "» ", "› ", "• ", "· ", "> ", "► ", "▶ "]
        .iter()
        .find_map(|mark| text.strip_prefix(mark));
    rest.filter(|rest| !rest.contains(['»', '«'])).unwrap_or(text)
}

/// *Sida KALLELSE 1(3)*: a document word in capitals behind the word of a page's mark.
pub(super) fn past_page_word(text: &str) -> &str {
    let rest = text.strip_prefix("Sida ").or_else(|| text.strip_prefix("Sid ")).map(str::trim_start);
    let document = |rest: &&str| {
        let first = rest.split(' ').next().unwrap_or("");
        walk::is_all_caps(first) && DOCUMENTS.contains(&first.to_lowercase().as_str())
    };
    rest.filter(document).unwrap_or(text)
}

/// What the line at `span` is.
pub(super) fn read(source: &Source, span: Span) -> Line {
    let text = past_mark(span.of(source.text)).trim_end_matches([' ', '-', '–', ':', '|', '_']);
    let text = past_page_word(text);
    let lower = lowered(text);
    if text.starts_with(['§', '&', '$']) {
        return Line::Part;
    }
    // *[00:12] Anna: Hör du mig?*
    let timed = text.strip_prefix('[').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if timed || is_head_of_letter(source, span) {
        return Line::Passed;
    }
    // *1986/87:3 y*
    if text.len() < 20 && text.split_whitespace().next().is_some_and(super::is_series_number) {
        return Line::Designation;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(2).count();
    // *SE*: a language, or a part of a page's head.
    let code = text.len() == 2 && walk::is_all_caps(text);
    if letters < 2 || code || is_day(&lower) || is_month(&lower) {
        return Line::Day;
    }
    if is_place_and_day(&lower)
        || is_stamp(text)
        || is_posted(&lower)
        || is_arrived(&lower)
        || is_head_of_sitting(&lower)
    {
        return Line::Day;
    }
    // Pictures and links of Markdown are no words of the document's.
    if is_link(text)
        || is_address(text)
        || is_street(text)
        || begins(&lower, NAVIGATION).is_some()
        || is_path(text)
    {
        return Line::Passed;
    }
    if STAMPS.contains(&lower.as_str())
        || is_site(&lower)
        || is_box(text)
        || is_called(text)
        || is_register(text)
        || is_page_head(text)
        || is_english(&lower)
        || is_alphabet(text)
        || is_of_picture(text)
        || is_credited(text)
        || is_reading_time(&lower)
    {
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
    if let Some(about) = of_crown(&lower) {
        return if about { Line::Title } else { Line::Series };
    }
    // *SKAGET    Utskriftsdatum*: columns of a page's head, one of them a field.
    let mut columns = lower.split("  ").map(str::trim).filter(|column| !column.is_empty());
    if text.len() < 120
        && columns.clone().nth(1).is_some()
        && columns.any(|column| LETTERS.contains(&column) || FIELDS.contains(&column))
    {
        return Line::Passed;
    }
    // *Rektor 2011-05-05, dnr 31-1239*: who decided, when, and under which number.
    if begins(&lower, OFFICERS).is_some_and(|officer| is_dated_number(&lower[officer.len()..])) {
        return Line::Day;
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
    // *2012-05-28 Diarienr 514-2012 …*: the day, then a field.
    let behind_day = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').trim_start();
    // *Postadress Besöksadress Telefon*: the heads of columns.
    let label = |word: &&str| word.len() > 5 && LETTERS.contains(word);
    let columns = || text.len() < 90 && lower.split_whitespace().filter(label).nth(2).is_some();
    if is_letter(whole, &lower)
        || columns()
        || lower.len() - behind_day.len() == 11 && begins(behind_day, LETTERS).is_some()
    {
        return Line::Letter;
    }
    if is_field(whole, &lower) {
        return Line::Field;
    }
    // *2Förslag till riksdagsbeslut*: the number is glued to it.
    if PARTS.contains(&lower.trim_start_matches(|c: char| c.is_ascii_digit()))
        || is_said_part(&lower)
        || is_greeting(text, &lower)
        || is_numbered(text)
    {
        return Line::Part;
    }
    let meets = has_word(&lower, MEETINGS);
    if lower.starts_with("av ") && lower.contains('(') && !is_mover(&lower)
        || !meets && (is_name_line(source, span) || is_officer(source, text))
    {
        return Line::Passed;
    }
    let tells = text.split_whitespace().nth(3).is_some() && names_kind(text);
    if !meets && !tells && !is_paper_of(text) && is_letterhead(text, &lower) {
        return Line::Letterhead;
    }
    if is_prose(text) && !is_rubric(text) && !is_mover(&lower) { Line::Prose } else { Line::Title }
}

/// *Reglemente för byggnadsnämnden*, *Stadgar Lindens byalag*: a document word and whose it is.
fn is_paper_of(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let whole = |word: &str| DOCUMENTS.contains(&word) || SERIES.contains(&word);
    let paper = words.next().is_some_and(|word| {
        let lower = word.to_lowercase();
        whole(&lower) || lower.len() > 8 && names_kind(word)
    });
    let document =
        || text.split(' ').next().is_some_and(|first| DOCUMENTS.contains(&first.to_lowercase().as_str()));
    paper
        && (words.next().is_some_and(|word| is_open(word) && !SENT_WORDS.contains(&word))
            || document() && words.next().is_some() && !is_definite(text))
}

/// Whether a line goes on with the head of a document below its title: its number, sender or addressee, or which paper it is.
pub(super) fn is_of_head(source: &Source, span: Span) -> bool {
    match read(source, span) {
        Line::Designation | Line::Letter | Line::Letterhead => true,
        Line::Series => begins(&span.of(source.text).to_lowercase(), PAPERS).is_some(),
        _ => false,
    }
}

/// *Föreningen Berga ängar        Lund 2023-09-08*: columns, each of which is the head of a letter.
fn is_head_of_letter(source: &Source, span: Span) -> bool {
    let text = span.of(source.text);
    if text.len() > 120 || !text.contains('\t') && !text.contains("   ") {
        return false;
    }
    let mut columns = 0;
    let heads = text.split(['\t']).flat_map(|part| part.split("   ")).all(|part| {
        let column = part.trim();
        if column.is_empty() {
            return true;
        }
        columns += 1;
        let start = span.start + (column.as_ptr() as usize - text.as_ptr() as usize) as u32;
        let column = Span { start, end: start + column.len() as u32 };
        matches!(read(source, column), Line::Letterhead | Line::Day | Line::Passed | Line::Designation)
    });
    heads && columns > 1
}

/// *Nämndens bedömning*, *Högsta domstolens överväganden.*: what a body says in its part of a text.
fn is_said_part(lower: &str) -> bool {
    let mut words = lower.trim_end_matches('.').split_whitespace();
    let (last, owner) = (words.next_back().unwrap_or(""), words.next_back().unwrap_or(""));
    SAID_PARTS.contains(&last)
        && words.count() <= 2
        && owner.strip_suffix('s').is_some_and(|owner| {
            BODIES.iter().any(|body| owner == *body || body.len() >= 4 && owner.ends_with(body))
        })
}

/// *Byalagets hemsida*: whose site it is.
fn is_site(lower: &str) -> bool {
    lower.len() < 60
        && !lower.split_whitespace().any(|word| LEADING.contains(&word))
        && lower.split_whitespace().next_back().is_some_and(|last| SITES.contains(&last))
        && lower.split_whitespace().count() <= 6
}

/// *Inkom den 3 maj*, *Byggnadsnämnden inkommen: 2026-05-04 Dnr: 2026-840*: when a paper came in.
fn is_arrived(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let arrived = |word: &str| ARRIVED.contains(&word.trim_end_matches(['.', ':']));
    lower.len() < 110
        && words.by_ref().take(5).any(arrived)
        && words.next().is_some_and(|day| day == "den" || day.starts_with(|c: char| c.is_ascii_digit()))
}

/// *Nr 2. Måndagen den 15 januari.*: the number and the day of a sitting, at the head of a page.
fn is_head_of_sitting(lower: &str) -> bool {
    let rest = NUMBER_MARKS.iter().find_map(|mark| lower.strip_prefix(mark));
    let rest = rest.map_or("", |rest| rest.trim_start_matches(['.', ' ']));
    let day = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ',', ' ']);
    day.len() < rest.len() && is_day(day) && day.contains(char::is_alphabetic)
}

/// Figures as numbers of telephones and boxes have them: *08-123*, *45*.
fn is_figures(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'+'))
}

/// *Nämndens kansli Box 12*: an address.
fn is_box(text: &str) -> bool {
    let mut words = text.split_whitespace();
    text.len() < 80
        && words.clone().skip(1).any(|word| word == "Box")
        && words.next_back().is_some_and(is_figures)
}

/// *Lunch i hamnen Foto: Anna Holm*: what a picture shows, and who made it.
fn is_credited(text: &str) -> bool {
    let credit = |word: &str| {
        word.strip_suffix(':').is_some_and(|word| CREDITS.contains(&word.to_lowercase().as_str()))
    };
    text.len() < 120 && text.split_whitespace().skip(1).any(credit)
}

/// *2 minuter*, *Lästid 3 min*: how long a text takes to read.
fn is_reading_time(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    lower.len() < 40
        && words.any(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && words.next().is_some_and(|word| MINUTES_READ.contains(&word))
        && words.next().is_none_or(|word| READ_WORDS.contains(&word))
}

/// *Anna Holm 08-123 45 67*: whom to call.
fn is_called(text: &str) -> bool {
    if text.split_whitespace().any(is_iso_day) {
        return false;
    }
    let words = text.split_whitespace();
    let names = words.clone().take_while(|word| !is_figures(word));
    let mut numbers = words.skip_while(|word| !is_figures(word));
    text.len() < 60
        && text.contains('-')
        && numbers.clone().map(str::len).sum::<usize>() >= 8
        && numbers.clone().all(is_figures)
        && numbers.next().is_some_and(|first| first.starts_with(['0', '+']))
        && (2..=3).contains(&names.clone().count())
        && names.clone().all(walk::is_capitalised)
}

/// *1 Byggnadsnämnden 1 (6)*: a page's number, a name, and the page's mark.
fn is_page_head(text: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut words = text.split_whitespace();
    text.len() < 60
        && text.ends_with(')')
        && words.next().is_some_and(digits)
        && words.next_back().is_some_and(|word| {
            word.trim_matches(['(', ')']).len() <= 3 && digits(word.trim_matches(['(', ')']))
        })
        && words.next_back().is_some_and(digits)
        && (1..=3).contains(&words.count())
}

/// *R4 M:REGR Unr:7 Lnr:12*: what a register prints of an entry.
fn is_register(text: &str) -> bool {
    let field = |word: &&str| {
        word.split_once(':')
            .is_some_and(|(key, _)| (1..=4).contains(&key.len()) && key.starts_with(char::is_uppercase))
    };
    text.len() < 120 && text.split_whitespace().filter(field).count() >= 3
}

/// *You are here: the start page of the site*: a line of English, as sites have them above a Swedish text.
fn is_english(lower: &str) -> bool {
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let english = words().filter(|word| ENGLISH.has(word)).count();
    lower.len() < 160 && english >= 3 && lower.is_ascii() && english * 4 >= words().count()
}

/// *A B C D E F*: the letters that a site lists its pages by.
fn is_alphabet(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek() == Some(&"A")
        && words.clone().nth(4).is_some()
        && words.all(|word| word.chars().nth(1).is_none())
}

/// *Lindens logotyp*, *hamnen bild2*: what a site prints for a picture, the name of its file too.
fn is_of_picture(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    let file = |word: &str| {
        let figure = |c: char| c.is_ascii_digit();
        word.len() > 4
            && word.contains(figure)
            && word.chars().all(|c| c.is_ascii_lowercase() || figure(c))
            && word.contains(|c: char| c.is_ascii_lowercase())
    };
    // *Möte om ny logotyp* is a headline.
    let owner = text.split_whitespace().rev().nth(1).is_some_and(|word| word.ends_with('s'));
    let name = || {
        text.split_whitespace().count() >= 3
            && text.split_whitespace().rev().skip(1).all(walk::is_capitalised)
    };
    // *Klubban-519x420*
    let sized = |word: &str| {
        let ends = |part: &str, at: fn(&str) -> Option<char>| at(part).is_some_and(|c| c.is_ascii_digit());
        !text.contains(' ')
            && word.rsplit_once('x').is_some_and(|(wide, high)| {
                high.len() >= 2
                    && high.bytes().all(|b| b.is_ascii_digit())
                    && wide.contains('-')
                    && ends(wide, |part| part.chars().next_back())
            })
    };
    text.len() < 60
        && text.split_whitespace().count() <= 4
        && (PICTURES.has(&last.to_lowercase()) && (owner || name())
            || sized(last)
            || file(last) && !text.contains(char::is_uppercase)
            // *anna_holm_brygga*
            || !text.contains(' ') && text.matches('_').count() >= 2)
}

/// *Regionstyrelsen 3 juni 2025*: whether a body leads a line.
pub(super) fn names_body(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").trim_end_matches(',').to_lowercase();
    BODIES.iter().any(|body| body.len() >= 6 && first.ends_with(body))
}

/// The entry of `list` that `lower` begins with, as whole words.
pub(super) fn begins(lower: &str, list: &[&'static str]) -> Option<&'static str> {
    // Most entries begin with another letter.
    let first = lower.as_bytes().first();
    let whole = |entry: &str| {
        entry.as_bytes().first() == first
            && lower.strip_prefix(entry).is_some_and(|rest| {
                !entry.ends_with(char::is_alphabetic)
                    || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
            })
    };
    list.iter().copied().find(|entry| whole(entry))
}

/// Whether one of the words, or the end of one, stands in a text.
pub(super) fn has_word(lower: &str, list: &[&str]) -> bool {
    // Most words end with no letter that an entry ends with, but for its last six bits.
    let bit = |word: &str| word.as_bytes().last().map_or(0, |last| 1_u64 << (last % 64));
    let lasts = list.iter().fold(0, |lasts, entry| lasts | bit(entry));
    let is_entry = |word: &str| {
        let last = word.as_bytes().last();
        let ends = |entry: &&str| word == *entry || entry.len() >= 5 && word.ends_with(entry);
        bit(word) & lasts != 0 && list.iter().filter(|entry| entry.as_bytes().last() == last).any(ends)
    };
    lower.split(|c: char| !c.is_alphanumeric()).any(is_entry)
}

/// `2021/22:UU19`, `Prop. 2011/12:30`, `LU1y`, `Dnr KS 2012/14`: figures and letters that stand for words.
fn is_designation(text: &str) -> bool {
    let short = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() <= 5;
    // *SjUB 7/2011 rd – RP 40/2010 rd*
    if text.len() < 50 && super::has_session_number(text) && text.split_whitespace().all(short) {
        return true;
    }
    text.len() < 50
        // *Vinst med 5-1*
        && !text.split_whitespace().skip(1).any(|word| LEADING.contains(&word))
        && text.bytes().any(|b| b.is_ascii_digit())
        && text
            .split_whitespace()
            .all(|word| short(word) && (word.len() < 6 || word.contains(|c: char| c.is_ascii_digit())))
        && text.split_whitespace().count() <= 5
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

/// *Rapport från byrådet*, *Regler för Lindens byalag*: a body behind a small word, and none before it.
fn is_about_body(words: &[&str], is_body: impl Fn(&str) -> bool) -> bool {
    let leads = |word: &&str| LEADING.contains(word);
    words.iter().position(leads).is_some_and(|at| {
        at > 0
            && !words[..at]
                .iter()
                .any(|word| is_body(word) || SOCIETIES.contains(word) || word.ends_with('-'))
            && words[at..].iter().any(|word| is_body(word) || is_body(word.trim_end_matches('s')))
    })
}

/// A body's or an association's name: capitals, and a word of bodies at its end or beginning.
fn is_letterhead(text: &str, lower: &str) -> bool {
    if text.ends_with(['.', '!', '?', '…'])
        || lower.split_whitespace().nth(7).is_some()
        || text.contains(['–', ':'])
    {
        return false;
    }
    let words = Vec::from_iter(lower.split_whitespace());
    // *Avveckling av skolan*, *Dagens fullmäktige*: what is done with a body, or when.
    let first = words.first().copied().unwrap_or("");
    let body = |word: &str| BODIES.iter().any(|b| word == *b || b.len() >= 6 && word.ends_with(b));
    if words.len() > 1
        && (MOMENTS.contains(&first) || first.len() > 6 && first.ends_with("ing") && !body(first))
    {
        return false;
    }
    if is_about_body(&words, body) || text.bytes().any(|b| b.is_ascii_digit()) && names_kind(text) {
        return false;
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
    let words = || text.split_whitespace().count();
    let stops = text.ends_with('.') && !ends_open(text) && series_mark_in(text).is_none();
    text.len() > 300
        || words() > 22 && opens_small(text) && has_verb(text) && !names_kind(text)
        || text.len() > 60 && has_sentences(text)
        || text.starts_with(['(', '”', '"', '»', '–', '—', '“']) && !quotes_first(text)
        || [": ”", ": \"", ": »", ": –", "! ", "? "].iter().any(|mark| walk::has(text, mark))
            && stops
            && words() > 3
        || [": ”", ": »", ": \"", ": “", ": ’", ": ‘", ": '"].iter().any(|mark| walk::has(text, mark))
            && !is_quoting_head(text)
        || stops
            && (!names_kind(text)
                || words() > 40
                || words() > 10 && opens_small(text) && has_verb(text)
                || tells_of_meeting(text))
}

/// *På dagordningen stod …*: a small word leads a sentence in.
fn opens_small(text: &str) -> bool {
    is_open(&text.split(' ').next().unwrap_or("").to_lowercase())
}

/// *Biskopen: ”Vi gläds”*: a short head that ends with what someone says.
fn is_quoting_head(text: &str) -> bool {
    let (who, said) = text.split_once(": ").unwrap_or((text, ""));
    text.len() < 140
        && who.split_whitespace().count() <= 6
        && said.ends_with(['”', '"', '’', '\''])
        && !said.contains([',', '.'])
}

/// Whether a sentence ends and another begins.
fn has_sentences(text: &str) -> bool {
    // *Obs! Inget möte i kväll*: a headline without a stop.
    let cries = text.len() < 130 && !text.ends_with(['.', '!', '?', ':']);
    text.match_indices(['.', '!', '?']).filter(|(_, mark)| !cries || *mark == ".").any(|(at, _)| {
        let ended = text[..at].chars().rev().take_while(|c| c.is_lowercase()).count() > 3
            || text[..at].ends_with(')');
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
