//! Which lines make a title, from the first on.

use super::host::cover_in;
use super::line::Line;
use super::words::{
    field_in, is_byline, is_definite, is_name, is_open, lines_with_hyphen, paragraph_in, tells_about,
    trailing_in,
};
use super::{
    LONGEST, Title, Walk, days, has_series_number, is_series_number, is_spaced, line, papers, words,
};
use crate::document::Span;
use crate::layers::structure::headings::{Found, first_word};
use crate::layers::structure::layout::{Role, Row};
use crate::layers::structure::line_tests::is_sentence;
use crate::lexicon::sets::titles::{BODIES, CHAMBER, DOCUMENTS, LETTERS, MEETINGS, RULINGS, SENT_WORDS};
use crate::text::walk;

/// *1916. Första kammaren. Nr 99.*: a year, a chamber and a number.
fn is_chamber_of_year(text: &str) -> bool {
    let year = text.split(['.', ' ', ',']).next().unwrap_or("");
    year.len() == 4
        && year.bytes().all(|b| b.is_ascii_digit())
        && text.len() < 60
        && text.to_lowercase().contains(CHAMBER)
}

/// *av Anna Holm (M) till statsrådet Per Lind (S)*: who asks whom.
fn is_sent_to_party(text: &str) -> bool {
    let party = |word: &str| word.len() <= 5 && word.starts_with('(') && word.ends_with(')');
    text.split_whitespace().filter(|word| party(word)).nth(1).is_some()
        && text.split_whitespace().any(|word| SENT_WORDS.contains(&word))
}

/// *SAMMANTRÄDESPROTOKOLL 1[9]*: a title without the page's mark behind it.
fn without_page(text: &str) -> &str {
    let digits = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    let marked = |text: &str, open: char, close: char| {
        let (title, pages) = text.strip_suffix(close)?.rsplit_once(open)?;
        let (title, page) = title.trim_end().rsplit_once(' ')?;
        (digits(page) && digits(pages)).then_some(title.trim_end().len())
    };
    marked(text, '[', ']').or_else(|| marked(text, '(', ')')).map_or(text, |end| &text[..end])
}

/// *PROTOKOLL 4/2017⏎Styrelsemöte 7.6.2017*, *STYRELSEMÖTE⏎PROTOKOLL NR 5*: a record's word and number, and its meeting.
fn is_record_over_two(text: &str, below: &str) -> bool {
    let numbered = |text: &str| {
        let last = text.split_whitespace().next_back().unwrap_or("");
        papers::names_kind(text)
            && text.split_whitespace().count() <= 3
            && last.starts_with(|c: char| c.is_ascii_digit())
    };
    let meeting = |text: &str| {
        line::has_word(&text.to_lowercase(), MEETINGS)
            && !papers::is_record_of(text)
            && text.split_whitespace().count() <= 6
            && !text.ends_with([':', '.', ','])
    };
    numbered(text) && meeting(below) || meeting(text) && numbered(below)
}

/// *Byalag, 2021-03-02*: a body leads a short line.
fn begins_with_body(text: &str) -> bool {
    let first = text.split([' ', ',']).next().unwrap_or("").to_lowercase();
    text.starts_with(char::is_uppercase)
        && text.len() < 90
        && !text.ends_with([':', '.'])
        && BODIES.iter().any(|body| body.len() >= 6 && first.ends_with(body))
}

/// *KOMMUNSTYRELSEN*, *TEKNISKA NÄMNDEN*: the definite form of a body's word; *BRF LINDEN* is a name.
fn ends_with_body(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    is_definite(&last.to_lowercase()) && line::names_body(last)
}

impl Walk<'_, '_> {
    /// Whether a line goes on in small letters, and a sentence ends below it: a paragraph that no blank parts from the title.
    fn opens_paragraph(&self, index: usize) -> bool {
        let small = self.below(index).is_some_and(|(_, apart)| !apart)
            && self.text(index + 1).starts_with(char::is_lowercase);
        let stops = |row: usize| self.text(row).contains(". ") || is_sentence(self.text(row));
        let rows = index + 1..self.layout.rows.len().min(index + 6);
        small && rows.take_while(|&row| !self.layout.rows[row].is_blank()).any(stops)
    }

    /// *- För ett levande båtliv*: a long line behind a dash, and none more of its kind near: no point of a list.
    fn is_only_dashed(&self, index: usize) -> bool {
        let mut near = self.layout.rows.iter().skip(index + 1).take(8);
        self.text(index).split_whitespace().nth(4).is_some() && !near.any(|row| row.first == b'-')
    }

    /// Whether lines near below are not broken: then none above goes on for want of room.
    fn is_unbroken(&self, index: usize) -> bool {
        self.layout.rows.iter().skip(index + 1).take(6).any(|row| row.span.len() > 200)
    }

    /// The title that a line holds up to a place in it.
    pub(super) fn to(&self, index: usize, end: usize) -> Title {
        let mut span = self.layout.span(index, index);
        span.end = span.start + end as u32;
        Title { text: walk::one_line(span.of(self.source.text)), heading: Some(((index, index), span)) }
    }

    /// The title that a field holds, from a place of its line on.
    pub(super) fn below_label(&self, index: usize, from: usize) -> Title {
        let mut span = self.layout.span(index, index);
        span.start += from as u32;
        Title { text: walk::one_line(span.of(self.source.text)), heading: Some(((index, index), span)) }
    }

    /// A document word marked up as a heading, and a line in bold below that says of which meeting.
    pub(super) fn marked(&self, found: &Found) -> Title {
        let below = self.below(found.rows.1).map(|(next, _)| next);
        let below = below.filter(|&next| {
            let text = self.text(next);
            let bold =
                matches!(self.layout.rows[next].role, Role::Bold | Role::Heading) || text.starts_with("**");
            // *# Mötesprotokoll⏎⏎## Påskmöte*: a part of its own.
            let whole = self.source.lines.get(next).map_or("", |line| line.text(self.source.text));
            let told = text.trim_matches('*');
            let meets = line::has_word(&told.to_lowercase(), MEETINGS) || papers::names_meeting(told);
            bold && !whole.starts_with('#') && text.len() < 100 && meets
        });
        match below {
            Some(next) => {
                let span = Span { start: found.span.start, end: self.layout.rows[next].span.end };
                let told = walk::one_line(self.text(next));
                let told = told.trim_matches(['*', '\\', ' ']);
                Title { text: format!("{} {told}", found.title), heading: Some(((found.rows.0, next), span)) }
            }
            None => Title { text: found.title.clone(), heading: Some((found.rows, found.span)) },
        }
    }

    /// Whether a line in bold right below a marked heading says which record the text is.
    pub(super) fn is_over_record(&self, found: &Found) -> bool {
        self.below(found.rows.1).is_some_and(|(next, apart)| {
            let line = self.source.lines.get(next).map_or("", |line| line.text(self.source.text));
            !apart && line.starts_with("**") && papers::names_meeting(self.text(next).trim_matches('*'))
        })
    }

    /// A record's word and number, with its meeting on the line below.
    fn record_over_two(&self, index: usize) -> Option<Title> {
        let (next, apart) = self.below(index)?;
        (!apart && is_record_over_two(self.text(index), self.text(next))).then(|| self.lines(index, next))
    }

    /// A document word alone, with the line below that tells it apart: *PROTOKOLL⏎Styrelsemöte nr 11*.
    pub(super) fn document(&self, index: usize) -> Title {
        // *Protokoll⏎fört vid årsmöte i byalaget⏎den 3 maj 2020*.
        if let Some(title) = self.record_over_two(index) {
            return title;
        }
        let goes_on = self.below(index).is_some_and(|(next, apart)| {
            let text = self.text(next);
            !apart
                && text.starts_with(char::is_lowercase)
                && text.split_whitespace().count() > 2
                && papers::is_record_of(&format!("{} {text}", self.text(index)))
        });
        if goes_on {
            return self.whole(index);
        }
        // *Protokoll⏎⏎fört vid byalagets årsmöte den 3 maj 2020.*
        if let Some((next, true)) = self.below(index)
            && self.text(next).starts_with(char::is_lowercase)
            && self.text(next).len() < 160
            && papers::is_record_of(&format!("{} {}", self.text(index), self.text(next)))
        {
            return self.lines(index, next);
        }
        // *STADGAR⏎⏎STADGAR FÖR LINDENS IF*: said again, with whose it is.
        if let Some((next, true)) = self.below(index)
            && self.is_said_in_full(index, next)
        {
            return self.whole(next);
        }
        let capitals = self.capitals_end(index);
        if capitals > index {
            return self.lines(index, capitals);
        }
        let mut last = index;
        while last < index + 3
            && let Some((next, apart)) = self.below(last)
        {
            let span = self.layout.rows[next].span;
            // *Minnesanteckningar⏎⏎Möte med rådet*: past a blank only the meeting's name belongs to it.
            let leads = self.text(last).split_whitespace().next_back().is_some_and(is_open);
            // *PROTOKOLL⏎⏎Byalaget Lindens⏎årsmöte 2015-05-30*
            let goes_on = apart && last == index && self.is_meeting_over_two(next);
            if goes_on {
                last = next + 1;
                break;
            }
            let far = apart && !leads && (last > index || !papers::names_meeting_only(self.text(next)));
            if far {
                break;
            }
            let tells = span.len() < 100
                && self.line(next) == Line::Title
                && self.is_title(next)
                && !self.heads_sentence(next);
            // *Verksamhetsplan⏎Föreningen Lekstugan*: whose it is.
            let owned = last == index
                && !apart
                && self.line(next) == Line::Letterhead
                && !papers::names_meeting(self.text(index))
                && self.layout.open_below(next);
            let tells = tells || owned;
            let spaced = is_spaced(self.text(last)) && is_spaced(self.text(next));
            let small = is_open(&self.text(next).to_lowercase()) || self.text(next).starts_with("för ");
            let owner = last > index && is_open(&self.text(last).to_lowercase()) && span.len() < 100;
            if !tells && !spaced && !small && !owner {
                break;
            }
            last = next;
            if !spaced && !small {
                break;
            }
        }
        if last > index
            && let Some((next, false)) = self.below(last)
            && (days::is_years(self.text(next)) || days::is_period(self.text(next)))
        {
            last = next;
        }
        self.lines(index, last)
    }

    /// Whether a line of one word heads the sentence right below it: *Stadgar⏎Namn⏎Föreningens namn är Linden.*
    fn heads_sentence(&self, index: usize) -> bool {
        let sentence = |below: usize| {
            let text = self.text(below);
            text.starts_with(char::is_uppercase) && text.ends_with('.') && words::has_verb(text)
        };
        !self.text(index).contains(' ')
            && self.below(index).is_some_and(|(below, apart)| !apart && sentence(below))
    }

    /// Whether the line below begins with a document word alone above it, and tells more.
    fn is_said_in_full(&self, index: usize, below: usize) -> bool {
        let (word, full) = (self.text(index), self.text(below));
        full.len() < 120
            && walk::starts_with_word(full, &word.to_lowercase())
            && full.split_whitespace().nth(2).is_some()
            && !full.ends_with([':', '?', '!', '.'])
            && matches!(self.line(below), Line::Title | Line::Letterhead)
            && self.is_title(below)
    }

    /// Whether a short line goes on in small letters with the word of a meeting.
    fn is_meeting_over_two(&self, index: usize) -> bool {
        let Some((next, false)) = self.below(index) else { return false };
        let (text, below) = (self.text(index), self.text(next));
        text.len() < 60
            && text.starts_with(char::is_uppercase)
            && !text.ends_with(['.', ':', ','])
            && below.len() < 60
            && !below.ends_with(':')
            && line::begins(below, MEETINGS).is_some()
            && self.layout.open_below(next)
    }

    /// The line below a head of a series: the next, or what it is about further down.
    fn about_below(&self, index: usize) -> Option<usize> {
        let next =
            (index + 1..self.layout.rows.len().min(index + 6)).find(|&i| !self.layout.rows[i].is_blank())?;
        (next <= index + 2 || tells_about(self.text(next))).then_some(next)
    }

    /// Whether a line names rules, whose name goes on below.
    pub(super) fn is_ruling(&self, index: usize) -> bool {
        let text = self.text(index).to_lowercase();
        RULINGS.iter().any(|end| text.ends_with(end))
    }

    /// The head of a series where no title of its own follows: with its number, and what it is about.
    pub(super) fn series(&self, index: usize) -> Title {
        let mut last = index;
        // *RIKSDAGENS PROTOKOLL⏎⏎1916. Första kammaren. Nr 99.*
        if let Some((next, _)) = self.below(index).filter(|&(next, _)| is_chamber_of_year(self.text(next))) {
            return self.lines(index, next);
        }
        while last < index + 5
            && let Some(next) = self.about_below(last)
        {
            let text = self.text(next);
            // *Riksdagens snabbprotokoll⏎Protokoll 1998/99:7*; the number of the line above again.
            let numbered = last == index
                && next == index + 1
                && text.len() < 30
                && has_series_number(text)
                && (self.text(index).ends_with(text)
                    || text.starts_with("Protokoll") && !has_series_number(self.text(index)));
            let number = numbered
                || last == index
                    && !has_series_number(self.text(index))
                    && text.len() < 20
                    && line::begins(&text.to_lowercase(), LETTERS).is_none()
                    && self.line(next) == Line::Designation;
            // *Verkets föreskrifter⏎till klimatprogram*
            let ruled = next == last + 1 && text.starts_with(char::is_lowercase) && self.is_ruling(index);
            let about = tells_about(text) || ruled;
            if !number && !about {
                break;
            }
            last = next;
            if about {
                // *Föreskrifter⏎om ändring i verkets föreskrifter⏎om jakt;*
                while last < index + 6
                    && let Some((next, apart)) = self.below(last)
                    && (!apart || tells_about(self.text(next)))
                    && !self.text(last).ends_with(';')
                    && (self.text(next).starts_with(char::is_lowercase) || self.text(last).ends_with(" den"))
                    && self.layout.span(index, next).len() < LONGEST
                {
                    last = next;
                }
                break;
            }
        }
        self.lines(index, last)
    }

    /// A title with the lines that it goes on over.
    pub(super) fn whole(&self, index: usize) -> Title {
        if let Some(title) = self.record_over_two(index) {
            return title;
        }
        let mut last = self.capitals_end(index);
        while last < index + 6
            && let Some((next, apart)) = self.below(last)
        {
            let (text, next_text) = (self.text(last), self.text(next));
            let day = self.line(next) == Line::Day;
            // *lördagen den 3 maj, Bygdegården.*
            let day_below = days::is_weekday(next_text.split_whitespace().next().unwrap_or(""));
            // *Protokoll fört vid byalagets årsmöte⏎den 4 maj 2024*.
            let held = text.split_whitespace().count() > 3 && papers::names_kind(text) && !apart;
            let full = text.chars().count() + 1 + first_word(next_text) >= 64 && !self.is_unbroken(last);
            let named_day = next_text.strip_prefix("Den ").or(next_text.strip_prefix("den "));
            let held = held
                && (day && next_text.starts_with(char::is_lowercase)
                    || named_day.is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit())))
                || apart
                    && day
                    && day_below
                    && papers::is_record_of(text)
                    && next_text.starts_with(char::is_lowercase)
                || !apart && day && full && papers::is_record_of(text) && !text.ends_with('.')
                || !apart && day && papers::of_crown(&self.text(index).to_lowercase()).is_some()
                || !apart && days::is_held(self.layout.span(index, last).of(self.source.text), next_text);
            // *Verksamhetsberättelse⏎Verksamhetsåret 2022/23*.
            let period = !apart
                && papers::names_kind(self.text(index))
                && (days::is_years(next_text) || days::is_period(next_text));
            if next_text == text
                || is_byline(text, next_text)
                || cover_in(next_text).is_some()
                || day && !held && !period && !text.ends_with(" den")
                || self.layout.rows[next].span.len() > 160
                || self.layout.span(index, next).len() > LONGEST
            {
                break;
            }
            let name =
                !next_text.contains(' ') && next_text.contains(['@', '.']) && !next_text.ends_with('.');
            let small = next_text.starts_with(char::is_lowercase)
                && !name
                && !(apart && !next_text.contains(' ') && papers::is_record_of(self.text(index)))
                && !(apart && has_series_number(next_text));
            let dashed = next_text.starts_with("– ")
                || next_text.starts_with("- ") && (apart || last == index && self.is_only_dashed(next));
            // *Fråga av Anna Holm⏎(M) till statsrådet Per Lind (S)*; a remark is a line of its own.
            let bracketed = !apart
                && next_text.starts_with('(')
                && next_text.split_once(')').is_some_and(|(_, rest)| rest.contains(char::is_alphabetic));
            // *Motion till årsmötet:* goes on with what it is about.
            let opens = text.ends_with(':') && (papers::names_kind(text) || small && !apart);
            // *av Anna Holm (M) till Statsrådet Per Lind (S)*
            let sent = || last > index && text.ends_with(')') && is_sent_to_party(text);
            // *… om bojar;⏎beslutade den 3 maj 2012*; a letter of the crown goes on.
            let ruled =
                || text.ends_with(';') && papers::of_crown(&self.text(index).to_lowercase()).is_none();
            let ended = text.ends_with(['.', '!', '?', ':']) && !opens || sent() || ruled();
            // *… om tillsynen över den⏎INLEDNING*
            let heads = walk::is_all_caps(next_text) && !walk::is_all_caps(text) && !next_text.contains(' ');
            let open = held
                || opens
                || text.ends_with([',', '-', '–'])
                // *… för alla⏎Byn är full av liv. …*: a paragraph begins below.
                || !heads
                    && (small || !self.opens_paragraph(next))
                    && text.split_whitespace().next_back().is_some_and(|word| {
                        // *Instiftad Av⏎Anna Holm*
                        is_open(word) || !apart && is_open(&word.to_lowercase())
                    });
            let alone = self.layout.open_below(next);
            let spaced = is_spaced(text)
                && (is_spaced(next_text) || line::has_word(&next_text.to_lowercase(), MEETINGS));
            // *Bergets Kammarkör 1945–2015⏎Sjuttio år av sång*: a name with its years, and what is told of it.
            let subtitle = last == index
                && !apart
                && is_name(text)
                && text.bytes().filter(u8::is_ascii_digit).count() >= 4
                && !papers::names_kind(text)
                && !line::has_word(&text.to_lowercase(), MEETINGS)
                && next_text.split_whitespace().count() >= 3
                && !next_text.ends_with(['.', ':', ','])
                && !next_text.bytes().any(|b| b.is_ascii_digit())
                && self.line(next) == Line::Title;
            // *SKOGENS HISTORIA⏎⏎En berättelse av Anna Holm*
            let told = last == index
                && walk::is_all_caps(text)
                && text.split_whitespace().count() >= 2
                && ["En ", "Ett "].iter().any(|article| next_text.starts_with(article));
            let capitals = walk::is_all_caps(text) && walk::is_all_caps(next_text);
            let fits = || self.line(next) == Line::Title;
            // *VI KAN BÄTTRE⏎⏎PARTIETS VALMANIFEST 2022*, *PROTOKOLL FÖRT VID LINDENS VÄGFÖRENING⏎⏎ORDINARIE ÅRSMÖTE 2007-08-12*
            let dated = last == index
                && capitals
                && fits()
                && (papers::ends_in_year(next_text)
                    || papers::is_record_of(text) && papers::names_meeting_only(next_text));
            // *Stadgar för Södra Lindens⏎Hamnförening*, *Byalagets⏎Handlingsplan*: whose what is below is.
            let owned = !apart && self.is_owner_of(index, last, next);
            // *Gemensamt möte i Brf Linden 2020-10-14⏎Anteckningar*
            let recorded = last == index
                && line::has_word(&text.to_lowercase(), MEETINGS)
                && !papers::names_kind(text)
                && self.line(next) == Line::Document
                && papers::names_meeting(next_text);
            // *Protokoll fört vid möte för Lindens⏎Byalag, 2021-03-02*: whose it is goes on.
            let society = !apart && papers::is_record_of(text) && begins_with_body(next_text);
            // *Utdrag av protokollet hållet i⏎⏎Kyrkostämma med Norrby församling den 14 maj 1882.*, *Stadgar för:⏎⏎Lindens byalag*
            let leads = || {
                let last = text.trim_end_matches(':').split_whitespace().next_back().unwrap_or("");
                let record =
                    || text.split_whitespace().nth(2).is_some() && text.to_lowercase().contains("protokoll");
                is_open(last) && next_text.len() < 110 && (papers::is_kind(text) || record())
            };
            let goes_on = if apart {
                leads()
                    || !ended
                        && (small || dashed || told || dated)
                        && (alone || dated)
                        && next_text.len() < 110
                        && (!next_text.ends_with('.') || day_below && papers::is_record_of(text))
            } else {
                !ended && (small || open || dashed || bracketed)
                    || spaced
                    || subtitle
                    || period
                    || recorded
                    || society
                    || owned
                    || !ended && full && self.line(next) == Line::Title && !self.opens_paragraph(next)
            };
            if !goes_on {
                break;
            }
            last = next;
        }
        self.lines(index, last)
    }

    /// *KLIMAT⏎STRATEGI⏎LINDBY 2020–2050*, *KALLELSE TILL ÅRSSTÄMMA⏎BRF LINDEN⏎Datum: …*: the last of the lines in capitals that go on
    /// from one in capitals, down to a blank, a field, a day or a number. Such a line right above other text is a part's.
    pub(super) fn capitals_end(&self, index: usize) -> usize {
        let mut last = index;
        if !walk::is_all_caps(self.text(index)) || self.text(index).ends_with(['.', ':', '!', '?']) {
            return index;
        }
        while last < index + 5
            && let Some((next, false)) = self.below(last)
        {
            let text = self.text(next);
            let meets = || papers::names_meeting(self.text(index)) && !self.text(index).contains(' ');
            let goes_on = match self.line(next) {
                Line::Title => true,
                Line::Document => line::has_word(&text.to_lowercase(), MEETINGS),
                Line::Series => papers::is_programme(text),
                // *PROTOKOLL⏎KOMMUNSTYRELSEN*: whose record it is.
                Line::Letterhead => (last != index || !meets()) && !ends_with_body(text),
                _ => false,
            };
            let row = self.layout.rows[next];
            if !goes_on
                || !walk::is_all_caps(text)
                || !matches!(row.role, Role::Text | Role::Heading | Role::Bold)
                || row.span.len() > 90
                || text == self.text(last)
            {
                break;
            }
            last = next;
        }
        let ends = match self.below(last) {
            Some((next, false)) => {
                let heads = matches!(
                    self.line(next),
                    Line::Field | Line::Day | Line::Designation | Line::Letter | Line::Passed
                );
                heads || self.layout.open_below(next) && papers::is_firm(self.text(next))
            }
            _ => true,
        };
        if ends { last } else { index }
    }

    /// *RAPPORT⏎BRYGGANS KOSTNADER⏎Lindby Hamn AB*: a cover whose first word is what the document is, in capitals that go on below; the last
    /// line may say whose it is.
    pub(super) fn cover(&self, index: usize) -> Option<Title> {
        let text = self.text(index);
        let mut last = self.capitals_end(index);
        if last == index || text.contains(' ') || !papers::is_report_or_rule(text) {
            return None;
        }
        if let Some((next, false)) = self.below(last)
            && self.layout.open_below(next)
            && (self.line(next) == Line::Letterhead || papers::is_firm(self.text(next)))
        {
            last = next;
        }
        Some(self.lines(index, last))
    }

    /// *HÖGSTA DOMSTOLENS⏎DOM            Mål nr*: whose document it is, and below what it is, with a column beside it.
    pub(super) fn owned_word(&self, index: usize) -> Option<Title> {
        let owner = self.text(index);
        let (next, apart) = self.below(index).filter(|_| walk::is_all_caps(owner) && owner.ends_with('S'))?;
        let text = self.text(next);
        let word = text.split_once("   ").map_or(text, |(word, _)| word);
        let document = !apart
            && owner.split_whitespace().count() <= 4
            && walk::is_all_caps(word)
            && DOCUMENTS.contains(&word.to_lowercase().as_str());
        let mut span = self.layout.span(index, next);
        span.end -= (text.len() - word.len()) as u32;
        document.then(|| Title {
            text: walk::one_line(span.of(self.source.text)),
            heading: Some(((index, next), span)),
        })
    }

    /// Whether a line ends with whose the short line below is, which may end a title: a body of a paper, or a paper of a body.
    fn is_owner_of(&self, first: usize, index: usize, below: usize) -> bool {
        let (text, told) = (self.text(index), self.text(below));
        let owner = text.split_whitespace().next_back().unwrap_or("");
        owner.len() > 4
            && owner.ends_with('s')
            && walk::is_capitalised(owner)
            && told.starts_with(char::is_uppercase)
            && told.split_whitespace().count() <= 2
            && !told.ends_with([':', '.'])
            && (papers::names_kind(self.text(first)) || text == owner && papers::is_programme(told))
            && matches!(self.line(below), Line::Letterhead | Line::Title | Line::Series | Line::Document)
    }

    /// The title that these lines make.
    pub(super) fn lines(&self, first: usize, last: usize) -> Title {
        let mut span = self.layout.span(first, last);
        // Marks of lists, and of headings without a blank behind them, go first: what stands behind a name is sought
        // in what is left, so that something is.
        let text = line::past_page_word(line::past_mark(span.of(self.source.text).trim_start()));
        let text = text.trim_start_matches(|c: char| matches!(c, '#' | '=') || c.is_whitespace());
        if !text.is_empty() {
            span.start = span.end - text.len() as u32;
        }
        let text = span.of(self.source.text);
        // What is left must say something.
        let left = |&end: &usize| text[..end].contains(char::is_alphanumeric);
        let cut = field_in(text).or_else(|| paragraph_in(text)).or_else(|| papers::series_mark_in(text));
        if let Some(end) = cut.filter(left) {
            span.end = span.start + end as u32;
        }
        if let Some(end) = trailing_in(span.of(self.source.text)) {
            span.end = span.start + end as u32;
        }
        // The page's number before a document word.
        let text = span.of(self.source.text);
        let words = text.trim_start_matches(|c: char| c.is_ascii_digit());
        if words.len() < text.len()
            && words.starts_with(' ')
            && line::begins(&words.trim_start().to_lowercase(), DOCUMENTS).is_some()
        {
            span.start += (text.len() - words.trim_start().len()) as u32;
        }
        let text = span.of(self.source.text);
        span.start += (text.len() - text.trim_start().len()) as u32;
        span.end -= (text.len() - text.trim_end().len()) as u32;
        // *Protokoll 2013-10-08}*: the end of a command that began above. *PROTOKOLL 1[9]*: the page's mark.
        let text = span.of(self.source.text);
        let closed = text.strip_suffix('}').map(str::trim_end).filter(|closed| !closed.is_empty());
        if let Some(closed) = closed.filter(|closed| !closed.contains('{')) {
            span.end = span.start + closed.len() as u32;
        }
        span.end = span.start + without_page(span.of(self.source.text)).len() as u32;
        // *Årsmöte 2024 | Föreningen*: what stands behind the bar is the page's.
        let text = span.of(self.source.text);
        if let Some(bar) = text.find(" | ").filter(|&bar| text[..bar].split_whitespace().nth(1).is_some()) {
            span.end = span.start + text[..bar].trim_end().len() as u32;
        }
        // *Lindverkets föreskrifter om bojar;⏎beslutade den 3 maj 2012.*
        let text = span.of(self.source.text);
        span.end = span.start + text.trim_end_matches(|c: char| c == ';' || c.is_whitespace()).len() as u32;
        let series = |word: &&str| !is_series_number(word);
        let text = span.of(self.source.text);
        let shown = self.beside_columns(first, last, span).unwrap_or_else(|| without_unseen(text));
        let text = shown.as_str();
        let numbered = text.split_whitespace().next().is_some_and(is_series_number);
        let behind_first = text.split_whitespace().nth(1).is_some_and(is_series_number);
        let named = papers::has_title_behind_number(
            &if behind_first { text } else { self.text(first) }.to_lowercase(),
        );
        let words = if first < last && !numbered && !named && !self.is_series(first) {
            let mut whole = text.split_whitespace().filter(series).collect::<Vec<_>>().join(" ");
            // *VA-⏎försörjning*: the hyphen is the word's own.
            for end in lines_with_hyphen(text) {
                whole = whole.replacen(&format!("{end} "), end, 1);
            }
            whole
        } else {
            walk::one_line(text)
        };
        Title { text: words, heading: Some(((first, last), span)) }
    }

    /// The words of a title's lines, where a column stands beside one of them: *Fler bojar \t Prop.⏎vid kajen \t 2019/20:7*.
    fn beside_columns(&self, first: usize, last: usize, span: Span) -> Option<String> {
        let rows = self.layout.rows.get(first..=last)?;
        let beside = |(at, row): (usize, &Row)| {
            matches!(row.role, Role::Text | Role::Row | Role::Heading)
                && self.source.lines.get(first + at).is_some_and(|line| line.end > row.span.end + 3)
        };
        let words = |row: &Row| {
            let (start, end) = (row.span.start.max(span.start), row.span.end.min(span.end));
            Span { start, end: end.max(start) }.of(self.source.text)
        };
        (first < last && rows[..last - first].iter().enumerate().any(beside))
            .then(|| rows.iter().map(words).collect::<Vec<_>>().join(" "))
    }

    fn is_series(&self, index: usize) -> bool {
        self.line(index) == Line::Series
    }
}

/// A title without marks that nobody sees. What joins the parts of one picture (👩‍💻), or letters of another script, is seen.
fn without_unseen(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
    let joined = |c: Option<char>| c.is_some_and(|c| c > '\u{24f}' && !unseen(c) && !c.is_whitespace());
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let next = || text[at + c.len_utf8()..].chars().next();
        let joins =
            || matches!(c, '\u{200c}' | '\u{200d}') && joined(out.chars().next_back()) && joined(next());
        if !unseen(c) || joins() {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_joins_a_picture_is_kept() {
        for (written, shown) in [
            ("Möte om 👩\u{200d}💻 i maj", "Möte om 👩\u{200d}💻 i maj"),
            ("👨🏽\u{200d}👩\u{200d}👧", "👨🏽\u{200d}👩\u{200d}👧"),
            ("❤\u{fe0f}\u{200d}🔥", "❤\u{fe0f}\u{200d}🔥"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{feff}Proto\u{200b}koll\u{200d} 2024 👩\u{200d}", "Protokoll 2024 👩"),
            ("Års\u{200d}möte", "Årsmöte"),
        ] {
            assert_eq!(without_unseen(written), shown, "{written:?}");
        }
    }
}
