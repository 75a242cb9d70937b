//! What a document is called: a walk from its top, past all that is not its title.

mod flat;
mod line;

use super::headings::{Found, first_word};
use super::layout::{Layout, MATTER_TITLES, Role};
use super::numbering::Sort;
use super::{identity, rules};
use crate::document::Span;
use crate::lexicon::sets::titles::{COVERS, DOCUMENTS, LETTERS, MEETINGS, OPEN, SERIES_ENDS};
use crate::scan::Source;
use crate::text::walk;
use line::Line;

pub(super) use super::kind::is_spaced;

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
    // Front matter tells the title, and is no heading.
    if let Some(span) = layout.title.filter(|&span| found.first().is_none_or(|f| f.span != span)) {
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
    if let Some(first) = found.first().filter(|f| f.marked.is_some() || std::ptr::eq(f.rule, &rules::MATTER))
        && identity::has_title(source, layout, found)
    {
        let walk = Walk { source, layout };
        if let Some(greater) = greater(layout, found).filter(|_| layout.title.is_none()) {
            return Some(Title { text: greater.title.clone(), heading: Some((greater.rows, greater.span)) });
        }
        if is_part_among_others(source, found) && layout.title.is_none() {
            return None;
        }
        return match line::read(source, first.span) {
            Line::Document if first.rows.0 == first.rows.1 => Some(walk.marked(first)),
            Line::Part => None,
            _ => Some(Title { text: first.title.clone(), heading: Some((first.rows, first.span)) }),
        };
    }
    let first =
        layout.rows.iter().find(|row| !matches!(row.role, Role::Blank | Role::Markup | Role::Furniture));
    if first.is_some_and(|row| matches!(row.role, Role::Marked(_))) {
        return None;
    }
    let walk = Walk { source, layout };
    let title = walk.title().filter(|title| walk.is_above_text(title) && !walk.is_one_of_several(title));
    // What a page's header says of minutes names them better than a line in the middle of them does.
    let header = || {
        let text = identity::title_in_header(source, layout)?;
        Some(Title { text, heading: None })
    };
    match title {
        Some(title) if title.heading.is_none() || line::names_kind(&title.text) => Some(title),
        Some(title) if !layout.rows.iter().take(ROWS).any(|row| row.role == Role::Furniture) => Some(title),
        Some(title) => header().or(Some(title)),
        None => header(),
    }
}

/// Whether a title is what front matter tells: `title: …`, `title = …`.
pub(super) fn is_front_matter(source: &Source, title: Span) -> bool {
    let line = source.lines.get(source.lines.index(title.start as usize));
    line.is_some_and(|line| MATTER_TITLES.iter().any(|key| line.text(source.text).starts_with(key)))
}

/// Whether the first heading is a part of a text whose title is not there: `## Synpunkter`, or one part among others of its depth.
fn is_part_among_others(source: &Source, found: &[Found]) -> bool {
    let Some((first, rest)) = found.split_first() else { return false };
    let Some(depth) = first.marked.filter(|&depth| depth > 1) else { return false };
    let tells = line::names_kind(&first.title) || line::has_word(&first.title.to_lowercase(), MEETINGS);
    let line = source.lines.get(first.rows.0).map_or("", |line| line.text(source.text));
    // *Möte 20 augusti*, *Möte 3 september*
    let begins = |f: &Found, word: &str| f.marked == Some(depth) && f.title.split(' ').next() == Some(word);
    let alike = first.title.split(' ').next().is_some_and(|word| rest.iter().any(|f| begins(f, word)));
    alike
        || !tells
            && (line.starts_with("##") || rest.iter().any(|f| f.marked.is_some_and(|other| other <= depth)))
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

fn is_series_number(word: &str) -> bool {
    let colon = word.find(':').unwrap_or(0);
    word.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
        && (5..=9).contains(&colon)
        && word.as_bytes().get(4) == Some(&b'/')
}

struct Walk<'s, 't> {
    source: &'s Source<'t>,
    layout: &'s Layout,
}

impl Walk<'_, '_> {
    /// Goes from line to line until one is the title, or none can be.
    fn title(&self) -> Option<Title> {
        let (mut series, mut letterhead, mut header, mut designation, mut dated) =
            (None, None, None, None, None);
        let mut seen = 0;
        let mut index = 0;
        while index < self.layout.rows.len().min(ROWS) && seen < LINES {
            let row = self.layout.rows[index];
            match row.role {
                Role::Furniture if seen <= 1 && header.is_none() => {
                    let document =
                        row.span.len() < FLAT && line::read(self.source, row.span) == Line::Document;
                    header = document
                        .then(|| walk::one_line(row.text(self.source)))
                        .or_else(|| document_column(self.text(index)).map(str::to_string));
                    index += 1;
                    continue;
                }
                Role::Blank | Role::Markup | Role::Furniture => {
                    index += 1;
                    continue;
                }
                Role::Toc => break,
                Role::Text | Role::Heading | Role::Bold | Role::Marked(_) | Role::Item | Role::Row => {}
            }
            seen += 1;
            if seen <= 2 && (row.span.len() > FLAT || flat::is_head(self.text(index))) {
                return flat::title(self.source, row.span, index);
            }
            if let Some(from) = line::subject(self.text(index)) {
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
            match line::read(self.source, row.span) {
                Line::Designation if seen <= 3 && self.text(index).contains(char::is_uppercase) => {
                    designation = designation.or(Some(index));
                }
                // *Kommunstyrelsen 3 juni 2025*: the title where nothing else is.
                Line::Day if seen <= 2 && line::names_body(self.text(index)) => {
                    dated = dated.or(Some(index));
                }
                Line::Passed | Line::Day | Line::Designation | Line::Letter => {}
                Line::Letterhead => letterhead = letterhead.or((seen == 1).then_some(index)),
                // What a column of the head calls the document stands above its parts.
                Line::Document | Line::Title
                    if header.as_ref().is_some_and(|header: &String| header.contains(' '))
                        && !line::names_meeting(self.text(index)) =>
                {
                    break;
                }
                Line::Document => return Some(self.document(index)),
                Line::Series => {
                    let head = self.series(index);
                    if head.heading.is_some_and(|((first, last), _)| {
                        self.text(last) != self.text(first)
                            && !self.text(last).starts_with(|c: char| c.is_ascii_digit())
                    }) {
                        return Some(head);
                    }
                    series = series.or(Some(index));
                }
                // Below *Tjänsteskrivelse* its fields come first, then its title.
                Line::Field if series.is_some() => {}
                // *§ 3, KST 2019-03-14 17:00⏎Möteskallelse*: the call is an item of its own.
                Line::Part if seen == 1 && self.heads_call(index) => {
                    let title = self.document(index + 1);
                    let heading = title
                        .heading
                        .map(|((_, last), span)| ((index, last), Span { start: row.span.start, ..span }));
                    return Some(Title { heading, ..title });
                }
                Line::Field | Line::Part => break,
                Line::Prose => {
                    if series.is_none() && seen == 2 {
                        let name = letterhead.filter(|&index| !is_definite(self.text(index)));
                        if let Some(index) = name {
                            return Some(self.lines(index, index));
                        }
                    }
                    break;
                }
                // *Bolagsverkets⏎författningssamling*.
                Line::Title if self.is_series_over_lines(index) => index += 1,
                Line::Title if !self.is_seat(index) && self.is_title(index) => {
                    if let Some(full) = self.full_below(index) {
                        let last = self.whole(full).heading.map_or(full, |((_, last), _)| last);
                        return Some(self.lines(index, last));
                    }
                    let first = self.named_below(index).or_else(|| self.longer_below(index)).unwrap_or(index);
                    let title = self.whole(first);
                    let last = title.heading.map_or(first, |((_, last), _)| last);
                    // Words that are broken line by line are a narrow column of prose.
                    let breaks = (first..last).filter(|&i| self.text(i).ends_with('-'));
                    return (breaks.count() < 2).then_some(title);
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
        header.or_else(|| series.map(|index| self.series(index))).or_else(number)
    }

    /// The title that a field holds, from a place of its line on.
    fn below_label(&self, index: usize, from: usize) -> Title {
        let mut span = self.layout.span(index, index);
        span.start += from as u32;
        Title { text: walk::one_line(span.of(self.source.text)), heading: Some(((index, index), span)) }
    }

    /// Whether a line is marked up as the greatest heading: *# Anna Holm*.
    fn is_greatest(&self, index: usize) -> bool {
        let line = self.source.lines.get(index).map_or("", |line| line.text(self.source.text));
        line.trim_start()
            .strip_prefix("# ")
            .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    }

    /// Whether the line below a paragraph's number is a document word.
    fn heads_call(&self, index: usize) -> bool {
        self.below(index).is_some_and(|(next, apart)| {
            !apart && line::read(self.source, self.layout.rows[next].span) == Line::Document
        })
    }

    fn text(&self, index: usize) -> &str {
        self.layout.rows.get(index).map_or("", |row| row.text(self.source))
    }

    /// Whether something stands below a title: a text of one paragraph has none, unless it says itself what it is.
    fn is_above_text(&self, title: &Title) -> bool {
        let Some(((_, last), span)) = title.heading else { return true };
        let rest = || self.source.text.get(span.end as usize..).unwrap_or("");
        let below = || self.layout.rows.iter().skip(last + 1).any(|row| !matches!(row.role, Role::Blank));
        line::names_kind(&title.text) && !title.text.ends_with('.')
            || below()
            || rest().contains(char::is_alphanumeric)
    }

    /// Whether a line of the same words with the next number stands below: *Motion 1* above *Motion 2*.
    fn is_one_of_several(&self, title: &Title) -> bool {
        let Some(((first, last), _)) = title.heading.filter(|((first, last), _)| first == last) else {
            return false;
        };
        let own = self.text(first);
        let (stem, number) = numbered_end(own);
        let Some(number) = number.filter(|_| (4..30).contains(&stem.len())) else { return false };
        let below = self.layout.rows.iter().skip(last + 1).take(4 * ROWS);
        let others = below.filter(|row| row.span.len() < 30).filter_map(|row| {
            let (other, another) = numbered_end(row.text(self.source));
            another.filter(|another| other == stem && *another != number)
        });
        // Of years two more are wanted: a plan may name the next one.
        let (mut next, mut years) = (false, 0);
        let mut seen = number;
        for other in others {
            next |= number < 100 && number.abs_diff(other) == 1;
            years += usize::from(number >= 1900 && other != seen);
            seen = other;
        }
        next || years > 1
    }

    /// The next line with text, if at most one blank lies between.
    fn below(&self, index: usize) -> Option<(usize, bool)> {
        let next = (index + 1..self.layout.rows.len().min(index + 3))
            .find(|&i| !matches!(self.layout.rows[i].role, Role::Blank | Role::Markup))?;
        Some((next, next > index + 1))
    }

    /// Below a word or two alone, the title that says them again: *Torget⏎⏎Höghus vid Torget*.
    fn longer_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        let (next, _) = self.below(index).filter(|_| text.split_whitespace().count() <= 2)?;
        let longer = self.text(next);
        (longer.len() > text.len() + 8
            && longer.contains(text)
            && line::read(self.source, self.layout.rows[next].span) == Line::Title
            && self.is_title(next))
        .then_some(next)
    }

    /// Right below a short name the full one, which says what the document is: *Buller på arbetsplatsen⏎Verkets föreskrifter om
    /// buller på arbetsplatsen*.
    fn full_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index).to_lowercase();
        let (next, apart) = self.below(index)?;
        let longer = self.text(next);
        (!apart
            && text.split_whitespace().count() >= 2
            && longer.to_lowercase().ends_with(&text)
            && line::names_kind(longer))
        .then_some(next)
    }

    /// Whether a line says where the body above it sits.
    fn is_seat(&self, index: usize) -> bool {
        let lower = self.text(index).to_lowercase();
        lower.starts_with("i ")
            && lower.split_whitespace().count() == 2
            && index.checked_sub(1).is_some_and(|above| {
                line::read(self.source, self.layout.rows[above].span) == Line::Letterhead
            })
    }

    /// Whether a line has columns, the last of which begins as a line below does: *Föreningen      Protokoll, 4 nov.*
    fn is_head_of(&self, index: usize) -> bool {
        let Some((_, column)) = self.text(index).rsplit_once("    ") else { return false };
        let column = column.trim_start();
        let first = walk::head(column, walk::word_end(column, 0));
        first.len() > 5
            && line::names_kind(column)
            && self.layout.rows.iter().skip(index + 1).filter(|row| !row.is_blank()).take(4).any(|row| {
                let text = row.text(self.source);
                text.starts_with(first) && text.len() < 80
            })
    }

    /// Whether the name of a series goes on below whose it is.
    fn is_series_over_lines(&self, index: usize) -> bool {
        let owner = self.text(index);
        owner.ends_with('s')
            && owner.split_whitespace().count() <= 3
            && self.below(index).is_some_and(|(next, apart)| {
                let text = self.text(next);
                !apart
                    && text.starts_with(char::is_lowercase)
                    && !text.contains(' ')
                    && SERIES_ENDS.iter().any(|end| text.ends_with(end))
            })
    }

    /// Below a name in the opening, the line that says what the document is: *Föreningen för⏎Vatten⏎Stadgar för …*. What a record
    /// of a meeting calls itself counts below any line that names neither a meeting nor a document.
    fn named_below(&self, index: usize) -> Option<usize> {
        let text = self.text(index);
        if line::names_kind(text)
            || line::has_word(&text.to_lowercase(), MEETINGS)
            || text.ends_with(['.', '!', '?'])
        {
            return None;
        }
        let short = text.split_whitespace().count() <= 2;
        let named = short || is_name(text);
        let (mut at, mut apart) = (index, 0);
        for _ in 0..5 {
            let (next, blank) = self.below(at)?;
            apart += usize::from(blank);
            let (row, text) = (self.layout.rows[next], self.text(next));
            if !matches!(row.role, Role::Text | Role::Heading | Role::Bold) || row.span.len() > 200 {
                return None;
            }
            let told = line::read(self.source, row.span);
            let meets = line::names_meeting(text);
            match told {
                Line::Title if (short || named || meets) && line::names_kind(text) && self.is_title(next) => {
                    return Some(next);
                }
                Line::Document if meets => return Some(next),
                Line::Prose | Line::Part | Line::Field => return None,
                Line::Title if apart > 0 || line::has_word(&text.to_lowercase(), MEETINGS) => return None,
                _ => {}
            }
            at = next;
        }
        None
    }

    /// Whether a line that may be a title is one: no prose goes on below it, and no paragraph numbered in the middle.
    fn is_title(&self, index: usize) -> bool {
        let text = self.text(index);
        // *Öppna data i kommunen:⏎hinder och möjligheter*.
        let goes_on = text.ends_with(':')
            && text.split_whitespace().count() >= 3
            && self.below(index).is_some_and(|(next, apart)| {
                !apart && self.text(next).starts_with(char::is_lowercase) && self.text(next).len() < 90
            });
        if text.ends_with([':', ';', ',']) && !line::names_kind(text) && !goes_on
            || text.starts_with(char::is_lowercase) && !self.opens_small(index)
            || is_sentence(text) && !ends_open(text) && (text.len() < 40 || !self.layout.open_below(index))
            || is_quotation(text)
        {
            return false;
        }
        // A paragraph of prose: lines that go on in small letters to a full stop.
        let goes_on = |i: &usize| {
            *i == index || !self.layout.open_above(*i) && self.text(*i).starts_with(char::is_lowercase)
        };
        let last = (index..self.layout.rows.len()).take_while(goes_on).take(8).last().unwrap_or(index);
        let ends = self.text(last).ends_with('.') && !line::names_kind(text) && !line::is_rubric(text);
        if last > index && (text.len() > 40 || last > index + 2) && (ends || last > index + 4) {
            return false;
        }
        let numbered = self.below(last.min(index + 1).max(index)).map(|(next, _)| self.text(next));
        let middle = numbered.is_some_and(|next| {
            super::numbering::read(next)
                .is_some_and(|n| n.sort == super::numbering::Sort::Paragraph && n.value > 1)
        });
        !middle || line::names_kind(text)
    }

    /// Whether a line in small letters opens the text: alone, or with the word of a meeting's record.
    fn opens_small(&self, index: usize) -> bool {
        let top = || !self.layout.rows[..index].iter().any(|row| row.role != Role::Blank);
        let text = self.text(index);
        index == 0 && self.layout.open_below(index)
            || text.len() < 60 && top() && line::begins(text, DOCUMENTS).is_some() && !text.contains(':')
    }

    /// A document word marked up as a heading, and a line in bold below that says of which meeting.
    fn marked(&self, found: &Found) -> Title {
        let below = self.below(found.rows.1).map(|(next, _)| next);
        let below = below.filter(|&next| {
            let text = self.text(next);
            let bold =
                matches!(self.layout.rows[next].role, Role::Bold | Role::Heading) || text.starts_with("**");
            bold && text.len() < 100 && line::has_word(&text.to_lowercase(), MEETINGS)
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

    /// A document word alone, with the line below that tells it apart: *PROTOKOLL⏎Styrelsemöte nr 11*.
    fn document(&self, index: usize) -> Title {
        // *Protokoll⏎fört vid årsmöte i byalaget⏎den 3 maj 2020*.
        let goes_on = self.below(index).is_some_and(|(next, apart)| {
            let text = self.text(next);
            !apart
                && text.starts_with(char::is_lowercase)
                && text.split_whitespace().count() > 2
                && line::is_record_of(&format!("{} {text}", self.text(index)))
        });
        if goes_on {
            return self.whole(index);
        }
        let mut last = index;
        while last < index + 3
            && let Some((next, apart)) = self.below(last)
        {
            let span = self.layout.rows[next].span;
            // *Minnesanteckningar⏎⏎Möte med rådet*: past a blank only the meeting's name belongs to it.
            let leads = self.text(last).split_whitespace().next_back().is_some_and(is_open);
            let far = apart && !leads && (last > index || !line::names_meeting_only(self.text(next)));
            if far {
                break;
            }
            let tells =
                span.len() < 100 && line::read(self.source, span) == Line::Title && self.is_title(next);
            // *Verksamhetsplan⏎Föreningen Lekstugan*: whose it is.
            let owned = last == index
                && !apart
                && line::read(self.source, span) == Line::Letterhead
                && !line::names_meeting(self.text(index))
                && self.layout.open_below(next);
            let tells = tells || owned;
            let spaced = is_spaced(self.text(last)) && is_spaced(self.text(next));
            let small = OPEN.contains(&self.text(next)) || self.text(next).starts_with("för ");
            let owner = last > index && OPEN.contains(&self.text(last)) && span.len() < 100;
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
            && (line::is_years(self.text(next)) || line::is_period(self.text(next)))
        {
            last = next;
        }
        self.lines(index, last)
    }

    /// The head of a series where no title of its own follows: with its number, and what it is about.
    fn series(&self, index: usize) -> Title {
        let mut last = index;
        while last < index + 5
            && let Some((next, _)) = self.below(last)
        {
            let text = self.text(next);
            let number = last == index
                && !has_series_number(self.text(index))
                && text.len() < 20
                && line::begins(&text.to_lowercase(), LETTERS).is_none()
                && line::read(self.source, self.layout.rows[next].span) == Line::Designation;
            let about =
                text.starts_with("om ") || text.starts_with("med anledning") || text.starts_with("över ");
            let about = about && text.len() < 250;
            if !number && !about {
                break;
            }
            last = next;
            if about {
                // *Föreskrifter⏎om ändring i verkets föreskrifter⏎om jakt;*
                while last < index + 6
                    && let Some((next, false)) = self.below(last)
                    && self.text(next).starts_with(char::is_lowercase)
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
    fn whole(&self, index: usize) -> Title {
        let mut last = index;
        while last < index + 6
            && let Some((next, apart)) = self.below(last)
        {
            let (text, next_text) = (self.text(last), self.text(next));
            let day = line::read(self.source, self.layout.rows[next].span) == Line::Day;
            // *Protokoll fört vid byalagets årsmöte⏎den 4 maj 2024*.
            let held = text.split_whitespace().count() > 3 && line::names_kind(text) && !apart;
            let full = text.chars().count() + 1 + first_word(next_text) >= 64;
            let named_day = next_text.strip_prefix("Den ").or(next_text.strip_prefix("den "));
            let held = held
                && (day && next_text.starts_with(char::is_lowercase)
                    || named_day.is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit())))
                || !apart && day && full && line::is_record_of(text) && !text.ends_with('.')
                || !apart && line::is_held(self.layout.span(index, last).of(self.source.text), next_text);
            // *Verksamhetsberättelse⏎Verksamhetsåret 2022/23*.
            let period = !apart
                && line::names_kind(self.text(index))
                && (line::is_years(next_text) || line::is_period(next_text));
            if is_byline(text, next_text)
                || day && !held && !period
                || self.layout.rows[next].span.len() > 160
                || self.layout.span(index, next).len() > LONGEST
            {
                break;
            }
            let name =
                !next_text.contains(' ') && next_text.contains(['@', '.']) && !next_text.ends_with('.');
            let small = next_text.starts_with(char::is_lowercase) && !name;
            let dashed = next_text.starts_with("– ") || next_text.starts_with("- ") && apart;
            // *Motion till årsmötet:* goes on with what it is about.
            let opens = text.ends_with(':') && (line::names_kind(text) || small && !apart);
            let ended = text.ends_with(['.', '!', '?', ':']) && !opens;
            let open = held
                || opens
                || text.ends_with([',', '-', '–'])
                || text.split_whitespace().next_back().is_some_and(is_open);
            let alone = self.layout.open_below(next);
            let spaced = is_spaced(text)
                && (is_spaced(next_text) || line::has_word(&next_text.to_lowercase(), MEETINGS));
            // *Bergets Kammarkör 1945–2015⏎Sjuttio år av sång*: a name with its years, and what is told of it.
            let subtitle = last == index
                && !apart
                && is_name(text)
                && text.bytes().filter(u8::is_ascii_digit).count() >= 4
                && !line::names_kind(text)
                && !line::has_word(&text.to_lowercase(), MEETINGS)
                && next_text.split_whitespace().count() >= 3
                && !next_text.ends_with(['.', ':', ','])
                && !next_text.bytes().any(|b| b.is_ascii_digit())
                && line::read(self.source, self.layout.rows[next].span) == Line::Title;
            // *SKOGENS HISTORIA⏎⏎En berättelse av Anna Holm*
            let told = last == index
                && walk::is_all_caps(text)
                && text.split_whitespace().count() >= 2
                && ["En ", "Ett "].iter().any(|article| next_text.starts_with(article));
            let goes_on = if apart {
                !ended
                    && (small || dashed || told)
                    && alone
                    && next_text.len() < 110
                    && !next_text.ends_with('.')
            } else {
                !ended && (small || open || dashed)
                    || spaced
                    || subtitle
                    || period
                    || !ended && full && line::read(self.source, self.layout.rows[next].span) == Line::Title
            };
            if !goes_on {
                break;
            }
            last = next;
        }
        self.lines(index, last)
    }

    /// The title that these lines make.
    fn lines(&self, first: usize, last: usize) -> Title {
        let mut span = self.layout.span(first, last);
        let text = span.of(self.source.text);
        if let Some(end) = field_in(text).or_else(|| paragraph_in(text)) {
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
        // *Årsmöte 2024 | Föreningen*: what stands behind the bar is the page's.
        let text = span.of(self.source.text);
        if let Some(bar) = text.find(" | ").filter(|&bar| text[..bar].split_whitespace().nth(1).is_some()) {
            span.end = span.start + text[..bar].trim_end().len() as u32;
        }
        let text = span.of(self.source.text);
        span.start += (text.len() - line::past_mark(text).trim_start().len()) as u32;
        let series = |word: &&str| !is_series_number(word);
        // Marks of headings without a blank behind them.
        span.start += (text.len() - text.trim_start_matches(['#', '=']).len()) as u32;
        let text = span.of(self.source.text);
        let invisible = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
        let shown = text.replace(invisible, "");
        let text = shown.as_str();
        let words = if first < last && !self.is_series(first) {
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

    fn is_series(&self, index: usize) -> bool {
        line::read(self.source, self.layout.rows[index].span) == Line::Series
    }
}

/// A line and the small number or the year at its end: *Motion 2*, *Årsmötet 2019*.
fn numbered_end(text: &str) -> (&str, Option<u32>) {
    let text = text.trim_end_matches([' ', ':', '.']);
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = text[stem.len()..].parse().ok();
    let number = number.filter(|number| *number < 100 || (1900..2100).contains(number));
    (stem, number)
}

/// The last words of lines that end with a hyphen behind a capital.
fn lines_with_hyphen(text: &str) -> impl Iterator<Item = &str> {
    let capital = |word: &&str| word.strip_suffix('-').is_some_and(|stem| stem.ends_with(char::is_uppercase));
    text.lines().filter_map(|line| line.split_whitespace().next_back()).filter(capital)
}

/// Whether a line ends as a sentence does and does not begin with what a document is.
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && !line::names_kind(text) && !line::is_rubric(text)
}

/// The document word in a column behind the first one of a page's head.
fn document_column(text: &str) -> Option<&str> {
    if text.len() > 240 || !text.contains("  ") && !text.contains('\t') {
        return None;
    }
    let columns = text.split("  ").flat_map(|part| part.split('\t')).map(str::trim);
    let mut columns = columns.filter(|column| !column.is_empty());
    columns.next()?;
    columns.find(|column| {
        let lower = column.to_lowercase();
        line::begins(&lower, DOCUMENTS).is_some_and(|word| {
            lower[word.len()..].split_whitespace().all(|word| word.bytes().all(|b| b.is_ascii_digit()))
        })
    })
}

/// Whether a word leads on: *vid*, *I*.
fn is_open(word: &str) -> bool {
    OPEN.contains(&word)
        || word.chars().all(char::is_uppercase) && OPEN.contains(&word.to_lowercase().as_str())
}

/// *av Styrelsen*, *av Anna Holm*: who wrote what the line above names.
fn is_byline(above: &str, text: &str) -> bool {
    let Some(name) = text.strip_prefix("av ").or_else(|| text.strip_prefix("Av ")) else { return false };
    let words = name.split_whitespace();
    let open = above.split_whitespace().next_back().is_some_and(is_open);
    !open
        && above.split_whitespace().count() > 1
        && words.clone().count() <= 5
        && name.starts_with(char::is_uppercase)
        && words
            .clone()
            .all(|word| walk::is_capitalised(word) || matches!(word, "och" | "för" | "i" | "genom"))
}

/// *Villaägarna i Lund*, *Bergets Kammarkör 1945–2015*: a name, every word of weight in capitals.
fn is_name(text: &str) -> bool {
    let mut words = 0;
    text.len() < 70
        && text.split_whitespace().all(|word| {
            words += 1;
            !word.starts_with(char::is_lowercase)
                || matches!(
                    word,
                    "i" | "och" | "för" | "av" | "på" | "med" | "vid" | "de" | "den" | "rf" | "kl"
                )
        })
        && words <= 7
}

/// *Högsta domstolen*, *Kommunstyrelsen*: the name of one body, which titles no page about it.
fn is_definite(text: &str) -> bool {
    text.ends_with("en") || text.ends_with("et") || text.ends_with("na") || text.ends_with("an")
}

/// *Vem är vem…*: dots that end no sentence.
fn ends_open(text: &str) -> bool {
    text.ends_with("….") || text.ends_with("...")
}

/// *”Vi är nöjda med skolan”*: words of somebody, from the first to the last.
fn is_quotation(text: &str) -> bool {
    text.starts_with(['”', '“', '"', '»', '’']) && text.ends_with(['”', '“', '"', '«', '»', '’'])
}

/// Where a field begins in the line of a title: *Minnesanteckningar från mötet 2009-03-16Närvarande: …*. Behind some words any
/// word with a capital and a colon is one.
fn field_in(text: &str) -> Option<usize> {
    for colon in memchr::memchr_iter(b':', text.as_bytes()) {
        let before = text.get(..colon)?;
        let start =
            before.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(at, _)| at);
        let Some(start) = start.filter(|&at| at > 6) else { continue };
        let (above, word) = (before.get(..start)?, before.get(start..)?);
        let dated = above.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let apart = (dated || line::names_kind(text))
            && above.ends_with(char::is_whitespace)
            && walk::is_capitalised(word)
            && above.split_whitespace().count() >= 3
            && text.get(colon + 1..)?.starts_with(' ');
        if apart || COVERS.contains(&word.to_lowercase().as_str()) {
            return Some(above.trim_end().len());
        }
    }
    None
}

/// Where the first paragraph begins in the line of a title: *Protokoll 2023 § 1 Mötet öppnas*.
fn paragraph_in(text: &str) -> Option<usize> {
    let mut marks = memchr::memmem::find_iter(text.as_bytes(), " § ");
    marks.find(|&at| text[at + " § ".len()..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Makes the title the first heading, and tells whether it is one. What was found above it is letterhead.
pub(super) fn place(
    source: &Source,
    layout: &mut Layout,
    found: &mut Vec<Found>,
    title: Option<&Title>,
) -> bool {
    let Some((rows, span)) = title.and_then(|title| title.heading) else { return false };
    // The title of the first paragraph, which stands below its number.
    let paragraph = |f: &Found| {
        f.span.start < span.start
            && f.span.end >= span.end
            && f.number.as_ref().is_some_and(|(number, _)| number.sort == Sort::Paragraph)
    };
    if found.iter().any(paragraph) {
        return false;
    }
    let keeps = found.iter().position(|f| f.span == span);
    // What is marked up as the title's first line tells its level.
    let inside = found.iter().filter(|f| f.span.start < span.end && f.span.end > span.start);
    let marked = inside.filter_map(|f| f.marked).min();
    let mut kept = keeps.map(|at| found.swap_remove(at));
    found.sort_by_key(|f| f.span.start);
    found.retain(|f| {
        let below = f.span.start >= span.end;
        if !below {
            for row in f.rows.0..=f.rows.1 {
                if let Some(row) = layout.rows.get_mut(row).filter(|row| row.role == Role::Heading) {
                    row.role = Role::Text;
                }
            }
        }
        below
    });
    for row in layout.rows.get_mut(rows.0..=rows.1).into_iter().flatten() {
        if matches!(row.role, Role::Text | Role::Bold | Role::Item | Role::Row) {
            row.role = Role::Heading;
        }
    }
    let mut heading = kept.take().unwrap_or_else(|| Found {
        span,
        number: None,
        title: String::new(),
        case: None,
        label: None,
        marked,
        large: None,
        nested: false,
        rule: &rules::TITLE,
        rows,
    });
    heading.number = None;
    heading.label = None;
    heading.title = title.map_or_else(|| walk::one_line(span.of(source.text)), |title| title.text.clone());
    found.insert(0, heading);
    true
}
