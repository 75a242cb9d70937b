//! The title of a text of which a page is one line: it ends where a field, the next number or a sentence begins.

use super::line::{begins, has_word};
use super::words::{field_in, is_open};
use super::{Title, days, papers};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::pages::{PAGE_OF, PAGE_WORDS};
use crate::lexicon::sets::structure::ATTEND;
use crate::lexicon::sets::titles::{
    ABOUT_MATTER, BODIES, CLOCKS, COVERS, CUT_BEHIND, DOCUMENTS, DRAFTS, FIELDS, FIRMS, LETTERS, MATTER_OF,
    MEETINGS, MOTION_TO, NUMBER_BEHIND, NUMBER_LEADS, OPEN, PRESENT_ENDS, RECORD_LEADS, SENT_WORDS, SERIES,
    SERIES_LABELS, SERIES_MARKS,
};
use crate::scan::Source;
use crate::text::walk;

/// So much of the line is read, in bytes.
const WINDOW: usize = 420;
/// So far from its beginning the document word stands.
const NEAR: usize = 110;

/// Among so many words who came begins to be told.
const ROLL: usize = 18;

/// A word of the line with its place.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
}

impl Word<'_> {
    fn end(self) -> usize {
        self.start + self.text.len()
    }
    fn bare(self) -> String {
        self.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    }
    fn is_capital(self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
    fn has_figure(self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }
}

/// Whether a line begins with a page's number or a day, and holds a document word: the head of a flattened page.
pub(super) fn is_head(line: &str) -> bool {
    let line = walk::head(line, NEAR);
    let caps = |w: &str| walk::is_all_caps(w) && DOCUMENTS.contains(&w.to_lowercase().as_str());
    if line.len() >= NEAR - 1 && walk::head(line, 60).split_whitespace().any(caps) {
        return true;
    }
    // *LINDBY KOMMUN SAMMANTRÄDESPROTOKOLL Sida Kommunstyrelsen 2013-01-09*, *Styrelsen 1 (10) Protokoll 2012:1 Sammanträde*
    let capital =
        |w: &str| w.starts_with(char::is_uppercase) && DOCUMENTS.contains(&w.to_lowercase().as_str());
    if line.len() >= 30 && has_page(line) && walk::head(line, 80).split_whitespace().any(capital) {
        return true;
    }
    if line.contains(" § ") && line.len() > 60 {
        return true;
    }
    let mut words = line.split_whitespace();
    let page = words.next().is_some_and(|w| {
        let mark = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'(' | b')');
        let whole = w.len() <= 3 || w.len() == 10 || w.len() <= 6 && w.ends_with(')');
        w.starts_with(|c: char| c.is_ascii_digit()) && w.bytes().all(mark) && whole
    });
    let mut numbered = false;
    let names = |w: &str| {
        let named = !numbered
            && !w.bytes().any(|b| b.is_ascii_digit())
            && is_document(&w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        numbered = is_number(w);
        named
    };
    page && line.len() > 30 && words.any(names)
}

/// *1 (10)*, *1(10)*, *Sida*: a page's mark inside a line.
fn has_page(line: &str) -> bool {
    let pages = |rest: &str| {
        let inside =
            rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or("", |(inside, _)| inside);
        !inside.is_empty() && inside.len() < 4 && inside.bytes().all(|b| b.is_ascii_digit())
    };
    let marks = line.match_indices('(').filter(|(at, _)| pages(&line[*at..]));
    let numbered = |at: usize| line[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    marks.into_iter().any(|(at, _)| numbered(at)) || line.split(' ').any(|word| PAGE_WORDS.contains(&word))
}

/// *Agenda för styrelsens möte.*: what a meeting's paper is called, with its full stop.
fn is_sentence_of_meeting(text: &str) -> bool {
    let open = text.split_whitespace().nth(1).is_some_and(is_open);
    text.len() > 40 && (papers::is_record_of(text) || open && papers::names_meeting(text))
}

/// *fört*, *från*: behind a record's word, before what it is of.
fn is_record_lead(bare: &str) -> bool {
    RECORD_LEADS.contains(&bare)
}

/// *KS-2014/742*, *N2016/01849/TIF*: the number under which a matter is kept.
fn is_matter_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_uppercase() || c == '-');
    digits.len() < word.len()
        && digits.len() >= 6
        && (digits.starts_with("20") || digits.starts_with("19"))
        && digits.contains(['/', '-'])
}

/// *4/2015*: a number and its year.
fn is_issue(word: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    word.split_once('/').is_some_and(|(number, year)| {
        matches!(number.len(), 1 | 2) && matches!(year.len(), 2 | 4) && digits(number) && digits(year)
    })
}

/// *2009:3*: the number of a record in its year.
fn is_of_year(word: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    word.split_once(':').is_some_and(|(year, number)| year.len() == 4 && digits(year) && digits(number))
}

/// *5:2*: the number of a property.
fn is_property(word: &str) -> bool {
    word.split_once(':').is_some_and(|(block, unit)| is_number(block) && is_number(unit))
}

/// *2010-10-05*
fn is_iso_day(word: &str) -> bool {
    word.len() == 10 && word.bytes().filter(|b| *b == b'-').count() == 2
}

/// *nr.4*: the number of a meeting, glued to its mark.
fn is_meeting_number(word: &str) -> bool {
    let lower = word.to_lowercase();
    let number = lower.strip_prefix("nr.").unwrap_or("");
    matches!(number.len(), 1 | 2) && number.bytes().all(|b| b.is_ascii_digit())
}

/// A number as matters have.
fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches('.');
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The title in the line at `span`, which is the row `index`.
pub(super) fn title(source: &Source, span: Span, index: usize) -> Option<Title> {
    let line = walk::head(span.of(source.text), WINDOW);
    let words = Vec::from_iter(line.split_whitespace().map(|text| {
        let start = text.as_ptr() as usize - line.as_ptr() as usize;
        Word { text, start }
    }));
    let near = |w: &Word| w.start < NEAR;
    // *2 Rapport* is a matter.
    let named = words.iter().enumerate().take_while(|(_, w)| near(w)).position(|(at, w)| {
        // *Sidan 1 av 5 Protokoll …*
        let paged = at > 2 && PAGE_OF.contains(&words[at - 2].text);
        let numbered = at > 1 && !paged && words.get(at - 1).is_some_and(|before| is_number(before.text));
        let record = || words.get(at + 1).is_some_and(|next| is_record_lead(&next.bare()));
        (!numbered || record()) && is_document(&w.bare())
    });
    let Some(named) = named else {
        // *KS 2014/12 1 (4) Kommunstyrelsen Ny hamn i Norrby Förslag till beslut*: a matter's paper.
        let paper = words.iter().take_while(|w| near(w)).any(|w| is_matter_number(w.text));
        return if paper {
            of_its_own(source, line, span, index, &words)
        } else {
            before_roll(line, span, index, &words)
        };
    };
    // *PROTOKOLL 1 (6) PROTOKOLL FRÅN STYRELSEMÖTE*, *KALLELSE Kallelse till årsmöte*: said again with what it is of.
    // A record names others further on; *Yttrande 1 (6) Datum … Yttrande över planen* does not.
    let record = DOCUMENTS.contains(&words[named].bare().as_str());
    let again = |&at: &usize| {
        words[at].bare() == words[named].bare()
            && words[at].is_capital()
            && words.get(at + 1).is_some_and(|next| is_record_lead(&next.bare()) || is_open(next.text))
    };
    let named =
        (named + 1..words.len()).take_while(|&at| !record || near(&words[at])).find(again).unwrap_or(named);
    // *I vår går remissen ut*: a sentence.
    if words[..named].iter().any(|w| is_verb(&w.bare())) {
        return None;
    }
    // *Godkännande av dagordningen* is a matter.
    if named.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|before| before.bare() == MATTER_OF) {
        return None;
    }
    let word = words[named];
    let bare = word.bare();
    let caps = walk::is_all_caps(word.text);
    let series = SERIES.contains(&bare.as_str()) && !DOCUMENTS.contains(&bare.as_str());
    let longer = || {
        let rest = line.get(word.start..).unwrap_or("").to_lowercase();
        begins(&rest, SERIES).is_some_and(|entry| entry.len() > bare.len()) || rest.starts_with(MOTION_TO)
    };
    if let Some(last) = numbered(&words, named) {
        let (start, end) = (word.start, words[last].end());
        let text =
            line.get(start..end)?.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ','));
        let place = Span { start: span.start + start as u32, end: span.start + (start + text.len()) as u32 };
        return Some(Title { text: walk::one_line(text), heading: Some(((index, index), place)) });
    }
    if series && (caps || longer() || words.get(named + 1).is_none_or(|w| w.is_capital() || w.has_figure())) {
        return of_its_own(source, line, span, index, &words[named + 1..]);
    }
    // Whose it is: *Kommunala protokoll*, *Årsredovisning*.
    let first = match named.checked_sub(1).and_then(|i| words.get(i)) {
        // *STYRELSEMÖTE PROTOKOLL*
        Some(before) if caps && walk::is_all_caps(before.text) && has_word(&before.bare(), MEETINGS) => {
            named - 1
        }
        Some(before) if !caps && !word.is_capital() && before.is_capital() => named - 1,
        // *Förslag till Stadgar*
        Some(before)
            if named > 1
                && DRAFTS
                    .iter()
                    .any(|d| d.split_once(' ') == Some((&words[named - 2].bare(), &before.bare()))) =>
        {
            named - 2
        }
        _ => named,
    };
    let last = end_of(line, &words, named);
    let (start, end) = (words[first].start, words[last].end());
    let text = line.get(start..end)?;
    let end = start + field_in(text).unwrap_or(text.len());
    let mut text = line
        .get(start..end)?
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':'));
    // A record's title that is the line's sentence has its full stop: *Protokoll fört vid … den 15 januari 2014.*
    let stopped = line.get(start..start + text.len() + 1).filter(|whole| whole.ends_with('.'));
    if let Some(whole) = stopped.filter(|whole| is_sentence_of_meeting(whole)) {
        text = whole;
    }
    // *Byns höstmöte som är*: cut in the middle.
    let cut = text.rsplit(' ').next().is_some_and(|word| is_verb(word) || CUT_BEHIND.contains(&word));
    // *som framgår av protokollet*: a word of a sentence.
    if cut || is_glued(text) || text.starts_with(char::is_lowercase) && first > 0 {
        return None;
    }
    let place = Span { start: span.start + start as u32, end: span.start + (start + text.len()) as u32 };
    // A document word of a page's head is no heading; words that tell more are.
    let heading = (text.split_whitespace().count() > 2).then_some(((index, index), place));
    Some(Title { text: walk::one_line(text), heading })
}

/// The last word of what a chamber's paper is called, with its number, its mover and what it is about: *Interpellation 2002/03:128
/// av Anna Holm (v) om …*, *Svar på fråga 1999/2000:1309 om …*.
fn numbered(words: &[Word], named: usize) -> Option<usize> {
    let number =
        (named + 1..words.len().min(named + 4)).find(|&at| super::is_series_number(words[at].text))?;
    let lead = words.get(number + 1).map(|w| w.bare())?;
    if !NUMBER_BEHIND.contains(&lead.as_str()) {
        return None;
    }
    let about = |w: &Word| ABOUT_MATTER.contains(&w.bare().as_str());
    let about = (number + 1..words.len().min(number + 18)).find(|&at| about(&words[at]))?;
    let mut last = about;
    for at in about + 1..words.len().min(about + 30) {
        let (word, before) = (words[at], words[last]);
        if before.text.ends_with('.') && last > about
            || word.is_capital() && (last == about || !is_open(&before.bare()))
        {
            break;
        }
        last = at;
    }
    (last > about).then_some(last)
}

/// *Stadgar.Här kan du läsa dem*: parts of a page that lost what stood between them.
fn is_glued(text: &str) -> bool {
    memchr::memchr_iter(b'.', text.as_bytes()).any(|at| {
        let before = text[..at].chars().next_back().is_some_and(char::is_lowercase);
        before && text[at + 1..].starts_with(char::is_uppercase)
    })
}

/// Whether a word names a document: *protokoll*, *Sammanträdesprotokoll*, *arbetsordning*.
fn is_document(bare: &str) -> bool {
    DOCUMENTS.contains(&bare)
        || SERIES.contains(&bare)
        || !BODIES.iter().any(|b| b.len() > 5 && bare.ends_with(b))
            && bare.len() > 5
            && crate::layers::structure::kind::named(bare).is_some()
}

/// The last word of a title that begins with the document word `named`.
fn end_of(line: &str, words: &[Word], named: usize) -> usize {
    let mut last = named;
    let caps = walk::is_all_caps(words[named].text);
    let mut opened = false;
    let figures = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    // *PROTOKOLL LINDENS STORA RÅDSLAG 2011*: the whole line is the title's.
    if caps && line.len() < 110 && words[named..].iter().all(|w| walk::is_all_caps(w.text) || figures(w.text))
    {
        return words.len() - 1;
    }
    for (at, word) in words.iter().enumerate().skip(named + 1).take(24) {
        let rest = line.get(word.start..).unwrap_or("").to_lowercase();
        let before = words[last];
        // *Protokoll fört vid byalagets stämma, 5 april 2003 i bystugan.*
        let held = before.text.ends_with(',')
            && is_record_lead(&words.get(named + 1).map(|w| w.bare()).unwrap_or_default())
            && (word.has_figure() || days::is_weekday(&word.bare()) || word.text == "den");
        // *Protokoll fört vid möte i klubbhuset, Torpa Närvarande: …*
        let record = is_record_lead(&words.get(named + 1).map(|w| w.bare()).unwrap_or_default());
        let ends = || {
            let next = words.get(at + 1).and_then(|next| line.get(next.start..)).unwrap_or("").to_lowercase();
            word.text.ends_with('.') || begins(&next, COVERS).is_some() || begins(&next, FIELDS).is_some()
        };
        let held = held || record && before.text.ends_with(',') && word.is_capital() && ends();
        // *den 5 oktober 2010 kl 19.15*
        let clock = record
            && CLOCKS.contains(&word.bare().as_str())
            && before.has_figure()
            && words.get(at + 1).is_some_and(|next| next.has_figure());
        // *m.fl.*, *s.k.*
        let short = before.text.trim_end_matches('.').contains('.');
        if !held && !short && before.text.ends_with([',', '.', ':', ';']) && !before.has_figure()
            || begins(&rest, COVERS).is_some() && !clock
            || word.is_capital() && word.text.len() > 5 && last > named && word.bare() == before.bare()
            || begins(&rest, FIELDS).is_some_and(|field| !SENT_WORDS.contains(&field)) && word.is_capital()
            || word.text.ends_with(':') && begins(&rest, LETTERS).is_some()
            || word.text.starts_with(['[', ',', '•', '|'])
            || word.text.starts_with('(') && !word.text[1..].starts_with(char::is_lowercase)
        {
            break;
        }
        // *Protokoll hållet i stämman den 16 april 1871 Årets man*: a sentence begins behind the day.
        let day_told = days::is_month(&before.bare()) && last > named + 3
            || last > named + 4
                && before.text.len() == 4
                && before.has_figure()
                && days::is_month(&words[last - 1].bare());
        if day_told && word.is_capital() && !days::is_weekday(&word.bare()) && !walk::is_all_caps(word.text) {
            break;
        }
        // *KALLELSE TILL STÄMMA I BYN*, *REDOGÖRELSE PLAN FÖR NORRBY 5:2*: capitals that a small word joins.
        let capital = |word: &str| {
            walk::is_all_caps(word) || word.chars().count() == 1 && word.starts_with(char::is_uppercase)
        };
        let joins =
            |at: usize| words.get(at).is_some_and(|w| capital(w.text) && OPEN.contains(&w.bare().as_str()));
        if caps
            && (capital(word.text) && (opened || joins(at) || joins(at + 1))
                || opened && is_property(word.text))
        {
            opened = true;
            last = at;
            continue;
        }
        if word.has_figure() {
            // A day or a year belongs to it; a page's number or a paragraph's does not.
            let figures = word.text.trim_matches(|c: char| !c.is_ascii_digit());
            let year = figures.len() == 4 && !figures.contains('(') || is_iso_day(figures);
            let day = words.get(at + 1).is_some_and(|next| days::is_month(&next.bare()));
            let numbered = NUMBER_LEADS.contains(&before.bare().as_str()) || days::is_month(&before.bare());
            // *Protokoll 4/2015*
            let issue = last == named && is_of_year(word.text)
                || (last == named || is_meeting_number(before.text)) && is_issue(word.text);
            // *Protokoll Sektionsmöte 4*, *Styrelsemöte nr.4*, *kl 19.15*
            let meeting = figures != "1" && figures.len() <= 2 && has_word(&before.bare(), MEETINGS)
                || is_meeting_number(word.text)
                || CLOCKS.contains(&before.bare().as_str());
            // *tillstånd för hamnen i Norrby 2 och villkor om …*
            let inside =
                last > named + 2 && figures.len() <= 2 && figures == word.text && before.is_capital();
            if !year && !day && !numbered && !issue && !meeting && !inside {
                break;
            }
        } else if word.is_capital() && !caps {
            // A sentence or the next part begins: a verb follows, or the line before is a day.
            let next = words.get(at + 1).map(|w| w.bare()).unwrap_or_default();
            let after = words.get(at + 2).map(|w| w.bare()).unwrap_or_default();
            // *Kommunfullmäktige stadgar följande*
            let body = || BODIES.iter().any(|b| b.len() >= 6 && word.bare().ends_with(b));
            let does = || next.len() > 4 && PRESENT_ENDS.iter().any(|end| next.ends_with(end));
            let acts = !is_open(before.text) && body() && does();
            if acts || is_verb(&next) || is_verb(&after) || papers::is_participle(&word.bare()) {
                break;
            }
        } else if caps
            && !(word.is_capital() && has_word(&word.bare(), MEETINGS)
                || days::is_month(&word.bare())
                || walk::is_all_caps(word.text) && DOCUMENTS.contains(&word.bare().as_str()))
        {
            break;
        }
        last = at;
    }
    // *Protokoll 2009:3 Sammanträde NÄRVARANDE*: the head of a column.
    let headed = last > named
        && words[last].text == "Sammanträde"
        && (last == named + 1 || words[last - 1].has_figure());
    if headed { last - 1 } else { last }
}

fn is_verb(bare: &str) -> bool {
    crate::lexicon::sets::structure::VERBS.has(bare)
}

/// Below a series' word: the words between its fields and the first label.
fn of_its_own(source: &Source, line: &str, span: Span, index: usize, words: &[Word]) -> Option<Title> {
    let label = words.iter().position(|w| {
        let rest = line.get(w.start..).unwrap_or("").to_lowercase();
        w.is_capital() && SERIES_LABELS.iter().any(|l| rest.starts_with(l))
    });
    let Some(label) = label.or((line.len() < WINDOW).then_some(words.len())) else {
        return sent(source, line, span, index, words);
    };
    // From the last body, page mark or number before it.
    let from = words.get(..label)?.iter().rposition(|w| {
        let bare = w.bare();
        w.text.ends_with(')')
            || bare == "fl"
            || BODIES.iter().any(|b| b.len() >= 5 && bare.ends_with(b)) && w.text.len() > 6
    });
    let mut first = from.map_or(0, |at| at + 1);
    first = past_addressee(line, words, first, label);
    // A body named inside the title is none above it: the title begins with a capital.
    if !words.get(first).is_some_and(|w| w.is_capital()) || label < first + 2 {
        let earlier = words
            .get(..first.saturating_sub(1))?
            .iter()
            .rposition(|w| w.text.ends_with(')') && w.has_figure());
        // *Utskottets betänkande 2014:1 Ändringar i stadgan*: behind its number.
        first = match earlier {
            Some(at) => at + 1,
            None => words.iter().position(|w| !w.has_figure())?,
        };
    }
    // *Den framtida indelningen av församlingar Anna Holm Kanslisekreterare*: who signs.
    let given = |at: usize| source.lexicon.names(words[at].text).has(Classes::GIVEN);
    let signs = |&at: &usize| {
        given(at)
            && words[at + 1].is_capital()
            && words[at - 1].text.starts_with(char::is_lowercase)
            && !words[at - 1].text.ends_with(',')
            && !is_open(words[at - 1].text)
    };
    let label = (first + 4..label.saturating_sub(1)).find(signs).unwrap_or(label);
    let mut last = label.checked_sub(1)?;
    // *En rapport om hamnar 2015:47*: the number of its series.
    while last > first + 1
        && (super::is_series_number_of_year(words[last].text) || SERIES_MARKS.contains(&words[last].text))
    {
        last -= 1;
    }
    // *Tjänsteskrivelse Tjänsteskrivelse: Val av …*: said twice.
    let again =
        words.get(first + 1).is_some_and(|next| next.bare() == words[first].bare() && next.is_capital());
    first += usize::from(again);
    let (start, end) = (words.get(first)?.start, words.get(last)?.end());
    let text = line.get(start..end)?;
    let place = Span { start: span.start + start as u32, end: span.start + end as u32 };
    (text.len() < 250).then(|| Title { text: walk::one_line(text), heading: Some(((index, index), place)) })
}

/// What a meeting is called, up to who came: *2 Årsmöte i Berga Närvarande: Anna Holm …*.
fn before_roll(line: &str, span: Span, index: usize, words: &[Word]) -> Option<Title> {
    let first = words.iter().position(|w| !w.text.starts_with(|c: char| c.is_ascii_digit()))?;
    let labels = |w: &Word| w.text.ends_with(':') && ATTEND.has(w.text.trim_end_matches(':'));
    let roll = words.iter().take(ROLL).position(labels)?;
    let head = words.get(first..roll).filter(|head| !head.is_empty())?;
    let meets = |w: &Word| has_word(&w.bare(), MEETINGS);
    let sentence = |w: &Word| is_verb(&w.bare()) || w.text.ends_with([':', '.']);
    if !head[0].is_capital() || !head.iter().any(meets) || head.iter().any(sentence) {
        return None;
    }
    let (start, end) = (head[0].start, words[roll - 1].end());
    let place = Span { start: span.start + start as u32, end: span.start + end as u32 };
    Some(Title { text: walk::one_line(line.get(start..end)?), heading: Some(((index, index), place)) })
}

/// Past the labels of a letter's head and the firm that it goes to: *Ert datum Er referens Berga Energi AB BERGA Omprövning av …*.
fn past_addressee(line: &str, words: &[Word], first: usize, end: usize) -> usize {
    let mut at = first;
    while at < end {
        let rest = line.get(words[at].start..).unwrap_or("").to_lowercase();
        let Some(label) = begins(&rest, LETTERS).filter(|label| !SENT_WORDS.contains(label)) else { break };
        at += label.split_whitespace().count();
    }
    if at == first {
        return first;
    }
    let firm = words[at..end.max(at)].iter().take(6).position(|w| FIRMS.contains(&w.text));
    if let Some(firm) = firm {
        at += firm + 1;
        while at + 2 < end && walk::is_all_caps(words[at].text) {
            at += 1;
        }
    }
    if at + 1 < end { at } else { first }
}

/// Behind an address the title, up to where a sentence or a name begins: *Remissvar Departementet 103 33 Stockholm Byns svar på
/// förslaget om hamnar Byn har tagit del av …*.
fn sent(source: &Source, line: &str, span: Span, index: usize, words: &[Word]) -> Option<Title> {
    let figures =
        |w: &Word, count: usize| w.text.len() == count && w.text.bytes().all(|b| b.is_ascii_digit());
    let code = words.windows(3).position(|w| figures(&w[0], 3) && figures(&w[1], 2) && w[2].is_capital());
    let field = |w: &Word| {
        w.has_figure() || begins(&w.text.to_lowercase(), LETTERS).is_some() || w.text.ends_with('.')
    };
    let first = code.map_or_else(|| words.iter().position(|w| !field(w)), |code| Some(code + 3))?;
    let given = |w: &Word| w.is_capital() && source.lexicon.names(w.text).has(Classes::GIVEN);
    let opens = |at: usize| {
        let next = |by: usize| words.get(at + by).is_some_and(|w| is_verb(&w.bare()));
        words[at].is_capital()
            && (next(1) || next(2) || given(&words[at]) && words.get(at + 1).is_some_and(|w| w.is_capital()))
    };
    let end = (first + 2..words.len().min(first + 36)).find(|&at| opens(at))?;
    let (start, end) = (words.get(first)?.start, words[end - 1].end());
    let text = line.get(start..end)?;
    let place = Span { start: span.start + start as u32, end: span.start + end as u32 };
    (words[first].is_capital() && text.len() < 250)
        .then(|| Title { text: walk::one_line(text), heading: Some(((index, index), place)) })
}
