//! What a document is called: a walk from its top, past all that is not its title.

mod below;
mod days;
mod extent;
mod fields;
mod fit;
mod flat;
mod host;
mod line;
mod papers;
mod place;
mod topic;
mod words;

use super::headings::Found;
use super::layout::{Layout, MATTER_TITLES, Role, Row};
use super::line_tests::is_sentence;
use super::{identity, rules};
use crate::document::Span;
use crate::lexicon::sets::decisions::LIST_LEADS;
use crate::lexicon::sets::frames::ENTRIES;
use crate::lexicon::sets::function_words::FOR_WORD;
use crate::lexicon::sets::structure::DECIDES;
use crate::lexicon::sets::titles::{DOCUMENTS, MEETINGS};
use crate::scan::Source;
use crate::text::walk;
use line::Line;
use std::cell::Cell;
use words::{before_page, document_column, tells_about};

pub(super) use super::kind::is_spaced;
pub(super) use place::place;
pub(super) use words::has_verb;

/// A document's title.
#[derive(Clone, Debug)]
pub(super) struct Title {
    pub text: String,
    /// The lines that it stands on and its place, if it is a heading.
    pub heading: Option<((usize, usize), Span)>,
}

/// How many lines with text are looked at, and how many rows.
const LINES: usize = 16;
const ROWS: usize = 60;
/// A title is no longer, in bytes.
const LONGEST: usize = 320;
/// A line longer than this holds a whole page.
const FLAT: usize = 320;

/// The title of a text.
pub(super) fn find(source: &Source, layout: &Layout, found: &[Found]) -> Option<Title> {
    // What front matter tells is the title, also where the first heading says it again.
    let own = |span: &Span| !is_entry(span.of(source.text));
    if let Some(span) = layout.title.filter(own).filter(|&span| found.first().is_none_or(|f| f.span != span))
    {
        let text = walk::one_line(span.of(source.text));
        let row = source.lines.index(span.start as usize);
        let again = found.first().filter(|f| f.marked == Some(1) && f.title == text);
        let heading = match again {
            Some(first) => Some((first.rows, first.span)),
            None => (!is_front_matter(source, span)).then_some(((row, row), span)),
        };
        return Some(Title { text, heading });
    }
    // What the writer marked up as the first heading is the title.
    if let Some(first) = found.first().filter(|f| f.marked.is_some() || f.rule.is(&rules::MATTER))
        && identity::has_title(source, layout, found)
    {
        let walk = Walk::of(source, layout);
        if let Some(greater) = greater(layout, found).filter(|_| layout.title.is_none()) {
            return Some(Title { text: greater.title.clone(), heading: Some((greater.rows, greater.span)) });
        }
        if is_part_among_others(source, found) && layout.title.is_none() {
            return None;
        }
        return match line::read(source, first.span) {
            Line::Document if first.rows.0 == first.rows.1 => Some(walk.marked(first)),
            // *# Bryggrådet⏎**Minnesanteckningar 2021-05-03***
            Line::Title | Line::Letterhead if walk.is_over_record(first) => Some(walk.marked(first)),
            Line::Part => None,
            _ => Some(Title { text: first.title.clone(), heading: Some((first.rows, first.span)) }),
        };
    }
    let first = layout
        .rows
        .iter()
        .find(|row| !matches!(row.role, Role::Blank | Role::Markup | Role::Furniture | Role::Frame));
    if first.is_some_and(|row| matches!(row.role, Role::Marked(_))) {
        return None;
    }
    let walk = Walk::of(source, layout);
    let title = walk.below_frame();
    let title = title.filter(|title| walk.is_above_text(title) && !walk.is_one_of_several(title));
    let title = title.filter(|title| !is_put_to_somebody(source, layout, title) && !opens_decision(title));
    // What a page's header says of minutes names them better than a line in the middle of them does.
    let header = || {
        let text = identity::title_in_header(source, layout)?;
        Some(Title { text, heading: None })
    };
    match title {
        Some(title) if title.heading.is_none() || papers::names_kind(&title.text) => Some(title),
        Some(title) if !layout.rows.iter().take(ROWS).any(|row| row.role == Role::Furniture) => Some(title),
        Some(title) => header().filter(|header| papers::names_meeting(&header.text)).or(Some(title)),
        None => header()
            .or_else(|| walk.named_in_header())
            .or_else(|| walk.topic(layout.frame.end))
            .or_else(|| walk.opening(found))
            .or_else(|| walk.headline(layout.frame.end)),
    }
}

/// *till kommunikationsministern:⏎Vad tänker statsrådet göra?*: a question below the line that leads to it.
fn is_put_to_somebody(source: &Source, layout: &Layout, title: &Title) -> bool {
    let leads = |first: usize| {
        let above = layout.rows.get(..first).unwrap_or_default().iter().rfind(|row| !row.is_blank());
        above.is_some_and(|row| row.text(source).ends_with(':'))
    };
    title.text.ends_with('?') && title.heading.is_some_and(|((first, _), _)| leads(first))
}

/// *Kommunstyrelsen beslutar*, *Utskottet föreslår att riksdagen* above its points.
fn opens_decision(title: &Title) -> bool {
    let words = title.text.trim_end_matches(':');
    let last = &words[walk::word_start(words, words.len())..];
    DECIDES.has(last) && words.split(' ').count() < 4 || LIST_LEADS.iter().any(|end| words.ends_with(end))
}

/// Whether a title is what front matter tells: `title: …`, `title = …`.
pub(super) fn is_front_matter(source: &Source, title: Span) -> bool {
    let line = source.lines.get(source.lines.index(title.start as usize));
    line.is_some_and(|line| MATTER_TITLES.iter().any(|key| line.text(source.text).starts_with(key)))
}

/// Whether a line marked up as a heading of the first level is the title or says it again: that line is the heading.
pub(super) fn is_marked_up(source: &Source, layout: &Layout, title: Span) -> bool {
    let text = title.of(source.text);
    let says = |row: &Row| row.span == title || row.role == Role::Marked(1) && row.text(source) == text;
    layout.rows.iter().any(|row| matches!(row.role, Role::Marked(_)) && says(row))
}

/// Whether the first heading is a part of a text whose title is not there: `## Synpunkter`, or one part among others of its depth.
fn is_part_among_others(source: &Source, found: &[Found]) -> bool {
    let Some((first, rest)) = found.split_first() else { return false };
    let Some(depth) = first.marked.filter(|&depth| depth > 1) else { return false };
    let tells = papers::names_kind(&first.title) || line::has_word(&first.title.to_lowercase(), MEETINGS);
    let line = source.lines.get(first.rows.0).map_or("", |line| line.text(source.text));
    // *Möte 20 augusti*, *Möte 3 september*
    let begins = |f: &Found, word: &str| f.marked == Some(depth) && f.title.split(' ').next() == Some(word);
    let alike = first.title.split(' ').next().is_some_and(|word| rest.iter().any(|f| begins(f, word)));
    alike
        || !tells
            && (line.starts_with("##") && !rest.is_empty()
                || rest.iter().any(|f| f.marked.is_some_and(|other| other <= depth)))
}

/// The only heading of the least depth, where it stands right below the first: `## Val 2026` above `# Vår kommun`.
fn greater<'f>(layout: &Layout, found: &'f [Found]) -> Option<&'f Found> {
    let (first, second) = (found.first()?, found.get(1)?);
    let (above, depth) = (first.marked?, second.marked?);
    let only = !found.iter().skip(2).any(|f| f.marked.is_some_and(|other| other <= depth));
    let mut between = (first.rows.1 + 1..second.rows.0).take(5).filter_map(|row| layout.rows.get(row));
    (depth < above && only && found.len() > 2 && between.all(|row| row.is_blank())).then_some(second)
}

/// Whether the name of a body stands on a line, and nothing else.
pub(super) fn is_letterhead(source: &Source, span: Span) -> bool {
    line::read(source, span) == Line::Letterhead
}

/// `1998/99:LU1y`, `2016/17:FPM84`: a number of a series.
fn has_series_number(text: &str) -> bool {
    text.split_whitespace().any(is_series_number)
}

pub(super) fn is_series_number(word: &str) -> bool {
    let colon = word.find(':').unwrap_or(0);
    !word.contains(' ')
        && word.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
        && (5..=9).contains(&colon)
        && word.as_bytes().get(4) == Some(&b'/')
}

/// *7/2011 rd*, *3/2011-2012*: a number of a session in the north.
fn has_session_number(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let Some((number, year)) = word.split_once('/') else { continue };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let session = year.split_once('-').is_some_and(|(a, b)| a.len() == 4 && digits(a) && digits(b));
        if number.len() <= 3
            && digits(number)
            && (session || year.len() == 4 && digits(year) && words.peek() == Some(&"rd"))
        {
            return true;
        }
    }
    false
}

/// *2015:47*: a number of a series of reports.
pub(super) fn is_series_number_of_year(word: &str) -> bool {
    word.split_once(':').is_some_and(|(year, number)| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        year.len() == 4 && digits(year) && digits(number)
    })
}

struct Walk<'s, 't> {
    source: &'s Source<'t>,
    layout: &'s Layout,
    /// What each row is, once that was asked for.
    read: Vec<Cell<Option<Line>>>,
}

impl<'s, 't> Walk<'s, 't> {
    fn of(source: &'s Source<'t>, layout: &'s Layout) -> Walk<'s, 't> {
        Walk { source, layout, read: vec![Cell::new(None); layout.rows.len()] }
    }

    /// What the row `index` is.
    fn line(&self, index: usize) -> Line {
        self.read[index].get().unwrap_or_else(|| {
            let line = line::read(self.source, self.layout.rows[index].span);
            self.read[index].set(Some(line));
            line
        })
    }

    /// The title below the frame of a page, else what stands above its menu, else what its host calls it.
    fn below_frame(&self) -> Option<Title> {
        let frame = self.layout.frame;
        if let Some(again) = frame.again {
            return Some(self.whole(self.record_below(again).unwrap_or(again)));
        }
        let Some(name) = frame.name else {
            return self.title(frame.end).or_else(|| (frame.end > 0).then(|| self.title(0))?);
        };
        let host = host::Name::of(self.source, self.layout, host::shown(self.source, self.layout, name));
        let own = self.title(frame.end);
        let sure =
            own.clone().filter(|title| host::has_document(&title.text) || papers::is_kind(&title.text));
        host.told(self).or(sure).or_else(|| host.first(self)).or(own).or_else(|| host.alone(self))
    }

    /// Goes from line to line, from one on, until one is the title, or none can be.
    fn title(&self, from: usize) -> Option<Title> {
        let (mut series, mut letterhead, mut header, mut designation, mut dated) =
            (None, None, None, None, None);
        if let Some(title) = self.labelled(from) {
            return Some(title);
        }
        let mut seen = 0;
        let mut index = from;
        while index < self.layout.rows.len().min(from + ROWS) && seen < LINES {
            let row = self.layout.rows[index];
            match row.role {
                Role::Furniture if seen <= 1 && header.is_none() => {
                    let document = row.span.len() < FLAT && self.line(index) == Line::Document;
                    header = document
                        .then(|| walk::one_line(row.text(self.source)))
                        .or_else(|| document_column(self.text(index)).map(str::to_string));
                    if header.is_none()
                        && let Some(end) = before_page(self.text(index))
                    {
                        return Some(self.to(index, end));
                    }
                    index += 1;
                    continue;
                }
                Role::Blank | Role::Markup | Role::Furniture | Role::Frame => {
                    index += 1;
                    continue;
                }
                Role::Toc => break,
                Role::Text | Role::Heading | Role::Bold | Role::Marked(_) | Role::Item | Role::Row => {}
            }
            seen += 1;
            if seen <= 2 && (row.span.len() > FLAT || flat::is_head(self.text(index))) {
                if series.is_some() {
                    break;
                }
                let title = flat::title(self.source, row.span, index);
                // Behind the document's word stand fields alone: the title is below.
                if row.span.len() <= FLAT
                    && title.as_ref().is_some_and(|title| words::holds_field(&title.text))
                {
                    index += 1;
                    continue;
                }
                let number = || designation.filter(|&at| papers::is_court_number(self.text(at)));
                let name = || letterhead.filter(|&at| self.is_about(at, index));
                return title.or_else(|| number().or_else(name).map(|at| self.lines(at, at)));
            }
            // *STADGAR FÖR BYALAGET      Sida 1(2)*
            if seen == 1
                && let Some(end) = before_page(self.text(index))
            {
                return Some(self.to(index, end));
            }
            if let Some(from) = fields::subject(self.text(index)) {
                return Some(self.below_label(index, from));
            }
            // *Lindby kommun    Protokoll    2(14)*
            if header.is_none()
                && let Some(column) = document_column(self.text(index))
            {
                header = Some(column.to_string());
                index += 1;
                continue;
            }
            if seen == 1 && self.is_head_of(index) {
                index += 1;
                continue;
            }
            // What is marked up as the greatest heading is the title, whatever it says.
            if seen == 1 && self.is_greatest(index) {
                return Some(self.lines(index, index));
            }
            let told = self.line(index);
            // What a site prints above the title, and what the owner of a blog says of it.
            if seen <= 2
                && let Some(title) = self.is_above_released(index)
            {
                return Some(self.lines(title, title));
            }
            if seen == 1 && (self.is_site_head(index) || told == Line::Prose && self.is_over_day(index))
                || seen <= 3
                    && matches!(told, Line::Prose | Line::Title)
                    && (self.is_picture(index) || self.is_posed(index) || self.is_credited(index))
            {
                index += 1;
                continue;
            }
            match told {
                // *Sida KALLELSE 1(3)*
                Line::Passed
                    if header.is_none() && line::past_page_word(self.text(index)) != self.text(index) =>
                {
                    let word = line::past_page_word(self.text(index)).split(' ').next();
                    header = word.map(str::to_string);
                }
                Line::Designation
                    if seen <= 3
                        && self.text(index).contains(char::is_uppercase)
                        && !fields::is_labelled(self.text(index)) =>
                {
                    designation = designation.or(Some(index));
                }
                // *Kommunstyrelsen 3 juni 2025*: the title where nothing else is.
                Line::Day if seen <= 2 && line::names_body(self.text(index)) => {
                    dated = dated.or(Some(index));
                }
                Line::Passed | Line::Day | Line::Designation | Line::Letter => {}
                Line::Letterhead if self.is_dashed_on(index) => return Some(self.whole(index)),
                // *Prop. 2024/25:7⏎⏎Hamnverkets organisation⏎⏎Regeringen överlämnar …*
                Line::Letterhead
                    if designation.is_some_and(|at| has_series_number(self.text(at)))
                        && self.layout.open_above(index)
                        && self.is_over_prose(index) =>
                {
                    return Some(self.lines(index, index));
                }
                Line::Letterhead => letterhead = letterhead.or((seen == 1).then_some(index)),
                // What a column of the head calls the document stands above its parts.
                Line::Document | Line::Title
                    if header.as_ref().is_some_and(|header: &String| header.contains(' '))
                        && !papers::names_meeting(self.text(index)) =>
                {
                    break;
                }
                Line::Document | Line::Title if self.record_below(index).is_some() => {
                    return self.record_below(index).map(|below| self.whole(below));
                }
                Line::Document => return Some(self.document(index)),
                // *Regionstyrelsen den 26 maj 2015⏎Budgeten*: a part of what the line above names.
                Line::Title
                    if dated.is_some()
                        && (self.text(index).split_whitespace().count() <= 2
                            || fields::is_labelled(self.text(index))) =>
                {
                    break;
                }
                Line::Title | Line::Prose
                    if dated.is_some() && series.is_some() && self.text(index).ends_with('.') =>
                {
                    break;
                }
                Line::Title if papers::is_document_of_year(self.text(index)) => {
                    return Some(self.document(index));
                }
                Line::Series if self.cover(index).is_some() => return self.cover(index),
                // *Riksdagens protokoll 1983/84:12*: the items of the day stand below.
                Line::Series if series.is_none() && papers::is_numbered_record(self.text(index)) => {
                    return Some(self.series(index));
                }
                // *Stadsstyrelsens beslut 9.11.2021*: what it decided stands below.
                Line::Series if papers::is_decisions_of_day(self.text(index)) => {
                    return Some(self.lines(index, index));
                }
                Line::Series => {
                    let head = self.series(index);
                    let about = |((first, last), _): ((usize, usize), Span)| {
                        (first + 1..=last).any(|row| {
                            let goes_on = self.text(row).starts_with(char::is_lowercase);
                            tells_about(self.text(row)) || goes_on && self.is_ruling(first)
                        })
                    };
                    if head.heading.is_some_and(about) {
                        return Some(head);
                    }
                    // *Riksdagens snabbprotokoll⏎Protokoll 1998/99:7*
                    let head =
                        series.filter(|&above| above + 1 == index && has_series_number(self.text(index)));
                    if let Some(above) = head.filter(|_| self.text(index).starts_with("Protokoll")) {
                        return Some(self.series(above));
                    }
                    // *Nyheter⏎⏎Information från styrelsen*
                    let more = |above: usize| {
                        !self.text(above).contains(' ') && self.text(index).split_whitespace().count() > 2
                    };
                    series = series.filter(|&above| !more(above)).or(Some(index));
                }
                // Below *Tjänsteskrivelse* its fields come first, then its title; below *Klagande* stands who it is.
                Line::Field if series.is_some() => {
                    if let Some(party) = self.party_below(index) {
                        index = party;
                    }
                }
                // *§ 3, KST 2019-03-14 17:00⏎Möteskallelse*: the call is an item of its own.
                Line::Part if seen == 1 && self.heads_call(index) => {
                    let title = self.document(index + 1);
                    let heading = title
                        .heading
                        .map(|((_, last), span)| ((index, last), Span { start: row.span.start, ..span }));
                    return Some(Title { heading, ..title });
                }
                // *Datum: 3 maj⏎Plats: Sundby⏎⏎Mötesprotokoll*
                Line::Field if seen <= 3 && self.record_below_fields(index).is_some() => {
                    return self.record_below_fields(index).map(|record| self.lines(record, record));
                }
                // *2014-6-7⏎⏎Hej⏎⏎Protokoll fört vid byalagets årsmöte …*: a letter that the record came with.
                Line::Part
                    if seen <= 3
                        && self
                            .next_text(index)
                            .is_some_and(|below| papers::is_record_of(self.text(below))) =>
                {
                    return self.next_text(index).map(|below| self.whole(below));
                }
                Line::Field | Line::Part => {
                    // *Kommunstyrelsen 3 juni 2025⏎Plats och tid: …*: the head of a page.
                    dated = dated.filter(|_| told == Line::Part);
                    break;
                }
                // Below the head of a series the title comes, whatever stops are in it.
                Line::Prose
                    if series.is_some() && self.is_title_with_stop(index)
                        || (seen == 1 || series.is_some_and(|at| !self.text(at).contains(' ')))
                            && self.is_phrase_with_stop(index)
                            && self.meeting_below_caption(index).is_none() =>
                {
                    return Some(self.lines(index, index));
                }
                Line::Prose => {
                    if seen <= 3
                        && series.is_none()
                        && header.is_none()
                        && let Some(title) =
                            self.posted_below(index).or_else(|| self.meeting_below_caption(index))
                    {
                        return Some(self.whole(title));
                    }
                    break;
                }
                Line::Title if self.owned_word(index).is_some() => return self.owned_word(index),
                // *Bolagsverkets⏎författningssamling*.
                Line::Title if self.is_series_over_lines(index) => index += 1,
                // *Fråga⏎⏎2024/25:7 Hamnens framtid*
                Line::Title if self.numbered_below(index).is_some() => {
                    return self.numbered_below(index).map(|below| self.lines(index, below));
                }
                Line::Title if !self.is_seat(index) && self.is_title(index) => {
                    if let Some(full) = self.full_below(index) {
                        let last = self.whole(full).heading.map_or(full, |((_, last), _)| last);
                        return Some(self.lines(index, last));
                    }
                    if let Some(told) = self.told_of_paper(index) {
                        let last = self.whole(told).heading.map_or(told, |((_, last), _)| last);
                        return Some(self.lines(index, last));
                    }
                    let kind = papers::names_kind(self.text(index));
                    let first = (!kind)
                        .then(|| self.record_over_fields(index))
                        .flatten()
                        .or_else(|| self.named_below(index))
                        .or_else(|| self.longer_below(index))
                        .or_else(|| (seen == 1).then(|| self.paper_below_slogan(index))?)
                        .unwrap_or(index);
                    let title = self.whole(first);
                    let last = title.heading.map_or(first, |((_, last), _)| last);
                    // Words that are broken line by line are a narrow column of prose.
                    let breaks = (first..last).filter(|&i| self.text(i).ends_with('-'));
                    // *Dessa riktlinjer är antagna av styrelsen för att⏎komplettera stadgarna.*
                    let told = last > first
                        && is_sentence(&title.text)
                        && words::has_verb(&title.text)
                        && !papers::is_record_of(&title.text)
                        && !papers::is_rubric(&title.text);
                    return (breaks.count() < 2 && !told).then_some(title);
                }
                // *FÖRVALTNINGSRÄTTEN⏎I LUND*: where the body above sits.
                Line::Title if self.is_seat(index) => {}
                Line::Title if series.is_some() => {}
                Line::Title => match self.named_below(index) {
                    Some(below) => return Some(self.whole(below)),
                    None => break,
                },
            }
            index += 1;
        }
        let header = header.map(|text| Title { text, heading: None });
        let number = || dated.or(designation).map(|index| self.lines(index, index));
        // *Kommunstyrelsen 3 juni 2025⏎⏎Pressmeddelande – 4 juni 2025*
        if let Some(meeting) =
            dated.filter(|_| series.is_some_and(|at| papers::is_released(&self.text(at).to_lowercase())))
        {
            return Some(self.lines(meeting, meeting));
        }
        // *Protokoll Kulturnämnden⏎2024-05-21⏎⏎§ 1 …*: what it is and whose, and nothing else says more.
        let owned = || {
            let index =
                letterhead.filter(|&at| line::begins(&self.text(at).to_lowercase(), DOCUMENTS).is_some())?;
            Some(self.lines(index, index))
        };
        header.or_else(|| series.map(|index| self.series(index))).or_else(number).or_else(owned)
    }

    /// What the head of each page calls the document: *Riktlinjer för byalaget*.
    fn named_in_header(&self) -> Option<Title> {
        let rows = self.layout.rows.iter().take(ROWS).filter(|row| row.role == Role::Furniture);
        let mut texts = rows.map(|row| row.text(self.source));
        let text = texts.find(|text| {
            let mut words = text.split_whitespace();
            words.next().is_some_and(papers::names_kind)
                && words.next() == Some(FOR_WORD)
                && words.next().is_some()
        })?;
        Some(Title { text: walk::one_line(text), heading: None })
    }

    /// The heading that opens the text, where no title was found and its words are some: *Beslut från mötet 25.5*, *Vart går hamnen
    /// 2025??*.
    fn opening(&self, found: &[Found]) -> Option<Title> {
        let first = found.first().filter(|first| first.rule.is(&rules::TITLE))?;
        let (row, last) = first.rows;
        let opens = !self.layout.rows[..row].iter().any(|row| row.role != Role::Blank);
        let words = self.text(row).split_whitespace().count();
        (opens
            && words >= 3
            && self.layout.open_below(last)
            && matches!(self.line(row), Line::Title | Line::Prose | Line::Document))
        .then(|| self.lines(row, last))
    }

    /// The title below the label of the field that holds it: *Dokumenttitel⏎⏎Plan för vägen*.
    fn labelled(&self, from: usize) -> Option<Title> {
        let rows = from..self.layout.rows.len().min(from + ROWS / 2);
        let label = |&row: &usize| {
            (4..20).contains(&self.layout.rows[row].span.len()) && fields::is_subject(self.text(row))
        };
        let (title, _) = self.below(rows.into_iter().find(label)?)?;
        (self.line(title) == Line::Title).then(|| self.lines(title, title))
    }

    fn text(&self, index: usize) -> &str {
        self.layout.rows.get(index).map_or("", |row| row.text(self.source))
    }
}

/// Whether a title of front matter is an entry of the site's menu: `title: Hem`.
pub(super) fn is_entry(title: &str) -> bool {
    ENTRIES.has(title.trim()) && !papers::names_kind(title)
}
