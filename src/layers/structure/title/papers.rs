//! Which paper a line names: a document word, a series, the record of a meeting.

use super::days::{is_month, is_years};
use super::line::Line;
use super::line::begins;
use crate::document::DocumentKind;
use crate::layers::structure::kind::named;
use crate::lexicon::sets::titles::{
    ABOUT_WORDS, BODIES, CLOCKS, COLUMNS, CROWN, CROWN_PAPERS, DECISIONS, DOCUMENTS, FIRMS, MEETINGS,
    MOVER_ABOUT, MOVERS, NUMBER_BEHIND, NUMBER_MARKS, NUMBER_WORDS, OTHER_MEETINGS, PAPER_NAMES, PARTICIPLES,
    PROGRAMMES, RAISED_IN, RECORD_BEHIND, RECORD_ENDS, RELEASED_BY, RELEASES, RUBRICS, SENT_WORDS, SERIES,
    SERIES_MARKS, SESSION_PAPERS,
};
use crate::text::walk;

/// A document word with at most a body before it and a number behind it.
pub(super) fn document(lower: &str) -> Option<Line> {
    let joined;
    let lower = if super::is_spaced(lower) {
        joined = lower.replace(' ', "");
        joined.as_str()
    } else {
        lower
    };
    // Numbers, page marks and days behind it tell nothing.
    let lower = without_stamp(lower);
    let tells = |word: &&str| {
        !word.bytes().any(|b| b.is_ascii_digit())
            && !NUMBER_WORDS.contains(word)
            && !CLOCKS.contains(&word.trim_end_matches('.'))
    };
    let words = Vec::from_iter(lower.split_whitespace().take(12));
    // *Yttranden 18 januari 2021*
    let month = |at: usize| at > 0 && is_month(words[at]) && !tells(&words[at - 1]);
    let cut = (0..words.len()).rposition(|at| tells(&words[at]) && !month(at)).map_or(0, |at| at + 1);
    let numbered = words.len() > cut;
    // *Regeringens skrivelse Skr 1982/83:103*
    let marked =
        numbered && cut > 1 && SERIES_MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(words[cut - 1]));
    let words = &words[..cut - usize::from(marked)];
    // *Betänkande 7/2011 rd*, *Berättelse nr 3/2011-2012*
    let session = super::has_session_number(lower);
    let words = if session { words.strip_suffix(&["rd"]).unwrap_or(words) } else { words };
    let whole = words.join(" ");
    let whole = whole.trim_end_matches([',', '.', ':']);
    let whole = whole.trim_matches(|c: char| !c.is_alphanumeric());
    if !numbered && DOCUMENTS.contains(&whole) {
        return Some(Line::Document);
    }
    let titled = || has_title_behind_number(lower);
    if session
        && words.len() <= 6
        && words.iter().any(|word| [SERIES, DOCUMENTS, SESSION_PAPERS].iter().any(|list| list.contains(word)))
    {
        return Some(Line::Series);
    }
    if SERIES.contains(&whole)
        || begins(lower, SERIES).is_some() && super::has_series_number(lower) && !titled()
    {
        return Some(Line::Series);
    }
    // *Utrikesutskottets betänkande*: whose it is.
    let (last, before) = words.split_last()?;
    // *Pressmeddelande från byns kansli, 2002-12-04*
    let released = || {
        words.get(1) == Some(&RELEASED_BY)
            && RELEASES.contains(&words[0])
            && (lower.bytes().filter(u8::is_ascii_digit).count() >= 6 && words.len() <= 9
                // *Pressmeddelande från Näringsdepartementet*, *Artikel från Lunds universitet*
                || !numbered
                    && (words.len() == 3 || words.len() == 4 && words[2].ends_with('s'))
                    && BODIES.iter().any(|b| b.len() >= 6 && last.ends_with(b)))
    };
    let ends = |list: &[&str]| list.contains(last);
    let owned_by = |word: &&&str| word.ends_with('s') && word.len() > 4;
    let to_chamber = words.first().filter(|word| owned_by(word)).is_some_and(|first| {
        whole.strip_prefix(*first).is_some_and(|rest| SERIES.contains(&rest.trim_start()))
    });
    let figures = || lower.bytes().filter(u8::is_ascii_digit).count();
    let owned = !before.is_empty()
        && before.len() <= 3
        && !is_number(before[0])
        && before.last().is_some_and(|word| word.ends_with('s') && word.len() > 4)
        && (ends(SERIES) || ends(DOCUMENTS));
    // *Direktionens protokoll 9 december 2022* is what the paper is called.
    if owned && ends(DOCUMENTS) && figures() >= 5 && !super::has_series_number(lower) {
        return None;
    }
    // *Motion till Lillby kommunfullmäktige*, *Initiativ i kommunstyrelsen*: where it goes, and no word of what it is about.
    let sent = || {
        before.first().is_some_and(|word| SERIES.contains(word))
            && before.get(1).is_some_and(|word| SENT_WORDS.contains(word) || *word == RAISED_IN)
            && matches!(before.len(), 2..=5)
            && BODIES.iter().any(|body| last == body || body.len() >= 6 && last.ends_with(body))
            && !before.iter().any(|word| ABOUT_WORDS.contains(word))
    };
    (owned
        || to_chamber
        || numbered && DOCUMENTS.contains(&whole) && super::has_series_number(lower)
        || released()
        || (!numbered || figures() >= 6) && sent()
        || lower.split_whitespace().nth(4).is_none() && COLUMNS.iter().any(|end| lower.ends_with(end)))
    .then_some(Line::Series)
}

/// A number of figures only.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// *Interpellation 2014/15:31 Stöd till små hamnar*: whether the paper's own title follows its number.
pub(super) fn has_title_behind_number(lower: &str) -> bool {
    let mut words = lower.split_whitespace().skip_while(|word| !super::is_series_number(word)).skip(1);
    words.next().is_some_and(|word| !NUMBER_BEHIND.contains(&word)) && words.nth(2).is_some()
}

/// *Kungl. Maj:ts proposition nr 19*, *Kongl. Maj:ts nådiga skrifvelse till Riksdagen om …*: a paper of the crown, and whether it says
/// what it is about.
pub(super) fn of_crown(lower: &str) -> Option<bool> {
    let rest = CROWN.iter().find_map(|crown| lower.strip_prefix(crown))?;
    let words = rest.split_whitespace().take(5);
    let paper = words.clone().any(|word| CROWN_PAPERS.contains(&word.trim_end_matches([',', '.'])));
    paper.then(|| rest.split_whitespace().nth(5).is_some())
}

/// *Pressmeddelande • 3 maj 2020 09:30*, *Nyhet - 2019-05-04*: what goes out, and when.
pub(super) fn is_released(lower: &str) -> bool {
    let rest = RELEASES.iter().find_map(|word| lower.strip_prefix(word));
    rest.map(|rest| rest.trim_start_matches("n").trim_start()).is_some_and(|rest| {
        rest.starts_with(['•', '|', '·', '-', '–', ','])
            && lower.len() < 80
            && rest.bytes().filter(u8::is_ascii_digit).count() >= 5
    })
}

/// *2022-05-13 14:24Pressmeddelande*, *Insändare2024-09-14 10:00*: a page's word without the stamp that is glued to it.
fn without_stamp(lower: &str) -> &str {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | '.' | ' ');
    let word = lower.trim_matches(figure);
    let stamped = lower.bytes().filter(u8::is_ascii_digit).count() >= 8 && lower.len() - word.len() >= 10;
    if stamped && word.chars().all(char::is_alphabetic) { word } else { lower }
}

/// *Verksamhetsberättelse 2015*: a document word and its year.
pub(super) fn is_document_of_year(text: &str) -> bool {
    let Some((word, year)) = text.trim_end().rsplit_once(' ') else { return false };
    is_years(year) && DOCUMENTS.contains(&word.to_lowercase().as_str())
}

/// Whether the first word names a kind of document.
pub(super) fn is_kind(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| named(word).is_some())
}

/// *Stadsstyrelsens beslut 9.11.2021*: whose decisions, and of which day.
pub(super) fn is_decisions_of_day(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let owner = words.next().is_some_and(|word| word.ends_with('s') && walk::is_capitalised(word));
    let decisions = words.next().is_some_and(|word| walk::same_word(word, DECISIONS));
    let day = |word: &str| {
        word.bytes().filter(u8::is_ascii_digit).count() >= 6
            && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'/'))
    };
    owner && decisions && words.next().is_some_and(day) && words.next().is_none()
}

/// *Riksdagens protokoll 1983/84:12*: the record of one sitting of a chamber.
pub(super) fn is_numbered_record(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    words.next().is_some_and(super::is_series_number)
        && words.next().is_some_and(|word| {
            let lower = word.to_lowercase();
            RECORD_ENDS.iter().any(|end| lower.ends_with(end))
        })
        && words.next().is_some()
}

/// *Partiprogram*, *Handlingsplan*: what a party or an association wants.
pub(super) fn is_programme(text: &str) -> bool {
    let lower = text.to_lowercase();
    PROGRAMMES.iter().any(|end| lower.ends_with(end)) || is_kind(text)
}

/// *Rapport*, *Klimatstrategi*: a word of reports, or of rules and plans.
pub(super) fn is_report_or_rule(word: &str) -> bool {
    matches!(named(word), Some(DocumentKind::Report | DocumentKind::Policy))
}

/// *LINDENBLADET*: the name of a paper for members.
pub(super) fn is_paper_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    !text.contains([' ', '.'])
        && text.starts_with(char::is_uppercase)
        && PAPER_NAMES.iter().any(|end| lower.len() > end.len() && lower.ends_with(end))
}

/// *Lindby Hamn AB*: the name of a firm.
pub(super) fn is_firm(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next_back().is_some_and(|last| FIRMS.contains(&last)) && matches!(words.count(), 1..=5)
}

/// *PARTIETS VALMANIFEST 2022*: a few words and a year.
pub(super) fn ends_in_year(text: &str) -> bool {
    text.split_whitespace().count() <= 5 && text.split_whitespace().next_back().is_some_and(is_years)
}

/// Where a series' own mark begins at the end of a title: *Bättre regler för hamnar  Prop. 2011/12:30*.
pub(super) fn series_mark_in(text: &str) -> Option<usize> {
    let words = text.trim_end();
    let words = words
        .rsplit_once(char::is_whitespace)
        .filter(|(_, last)| super::is_series_number(last))
        .map_or(words, |(w, _)| w);
    let (title, mark) = words.trim_end().rsplit_once(char::is_whitespace)?;
    (SERIES_MARKS.contains(&mark) && title.split_whitespace().count() >= 2).then_some(title.trim_end().len())
}

/// *Av herr Johansson i anledning av …*: how motions to the old Riksdag are headed.
pub(super) fn is_mover(lower: &str) -> bool {
    MOVERS.iter().any(|by| lower.starts_with(by)) && MOVER_ABOUT.iter().any(|about| lower.contains(about))
}

/// A court's rubric is its title, a full stop behind it or none: *Fråga om …*, *Överklagande av …*.
pub(super) fn is_rubric(text: &str) -> bool {
    let lower = walk::head(text, 40).to_lowercase();
    text.len() < 300
        && (is_mover(&text.to_lowercase())
            || of_crown(&text.to_lowercase()) == Some(true)
            || begins(&lower, RUBRICS).is_some()
                && text.split_whitespace().nth(3).is_some()
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
        RECORD_ENDS.iter().any(|end| lower.ends_with(end))
    });
    let of = words.next().is_some_and(|word| RECORD_BEHIND.contains(&word.to_lowercase().as_str()));
    record && of && words.next().is_some()
}

/// *Styrelsemöte nr 4*, *Ordinarie föreningsstämma*: a short line that names a meeting and no other.
pub(super) fn names_meeting_only(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let named = words.clone().take(2).any(|word| {
        !NUMBER_MARKS.contains(&word)
            && MEETINGS.iter().any(|m| word == *m || m.len() >= 5 && word.ends_with(m))
    });
    let other = words.next().is_none_or(|word| OTHER_MEETINGS.contains(&word));
    named && !other && text.len() < 110 && text.starts_with(char::is_uppercase) && !text.ends_with(['.', ':'])
}

/// *HFD 2014 not. 85*, *MÖD 2006:4*: the number of a court's case in its series.
pub(super) fn is_court_number(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let court =
        words.next().is_some_and(|word| (2..=4).contains(&word.chars().count()) && walk::is_all_caps(word));
    let year = words.next().and_then(|word| word.get(..4));
    court && year.is_some_and(|year| year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit()))
}

/// *Möte 4 mars*: a meeting's word begins a line.
pub(super) fn is_meeting(lower: &str) -> bool {
    let first = lower.split_whitespace().next().unwrap_or("");
    !NUMBER_MARKS.contains(&first) && MEETINGS.contains(&first)
}

/// Whether the first two words name a kind of document: *1 Protokoll fört vid …*, *Reservation mot …*.
pub(super) fn names_kind(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let second = words.match_indices(' ').nth(1).map_or(words.len(), |(at, _)| at);
    named(walk::head(words, second.min(60))).is_some()
}

/// *Antagen*, *Fastställd*: how a document became one.
pub(super) fn is_participle(bare: &str) -> bool {
    PARTICIPLES.contains(&bare)
}
