//! Which lines are headings, and of which number, title and case.
//!
//! Markup rules where there is any. Elsewhere a line is one by its number, because it is a known label, or
//! because it stands alone, is short and names what follows.

use super::case;
use super::contents::{self, Numbered, number_text};
use super::layout::{Layout, Role};
use super::line_tests::{
    begins_sentence, ends_line, ends_small, is_date_line, is_handling, is_matter, is_name_line,
    is_record_heading, is_run_in, is_sentence, reads_like_heading,
};
use super::number_runs::Runs;
use super::numbering::{self, Number, Sort};
use super::{prefilter, rules, title};
use crate::document::{Fired, Rule, Span, TocEntry};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::structure::HEADS;
use crate::scan::Source;
use crate::text::walk;

/// *Mötets öppnande.*, *Val av två justerare.*: a matter, though it ends with a full stop.
fn names_matter(text: &str) -> bool {
    let bare = text.strip_suffix('.').unwrap_or(text);
    text.len() < SHORT
        && HEADS.has(walk::bare(bare.split(' ').next().unwrap_or("")))
        && !bare.contains(['.', '!', '?'])
        && !title::has_verb(bare)
}

/// A heading before levels and kinds are known.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub span: Span,
    pub number: Option<(Number, String)>,
    pub title: String,
    pub case: Option<String>,
    pub label: Option<Label>,
    /// Depth that the markup gives.
    pub marked: Option<u8>,
    /// Rank of its type among what is larger than the text, 1 for the largest.
    pub large: Option<u8>,
    /// The first part of an item: only its presenter's byline stands between the two headings.
    pub nested: bool,
    pub rule: Fired,
    /// First and last row.
    pub rows: (usize, usize),
}

/// Titles and headings are no longer than this, in bytes; numbered ones may be.
pub(super) const SHORT: usize = 110;
pub(super) const TITLE: usize = 200;
pub(super) const LONG: usize = 420;

/// The line of a case number is no longer, in bytes.
const CASE: usize = 60;

/// How many headings back the last day, number or matter is looked for.
pub(super) const REACH: usize = 100;

/// Finds the headings and gives their rows the role.
pub(super) fn find(source: &Source, layout: &mut Layout, toc: &[TocEntry], record: bool) -> Vec<Found> {
    let (toc, runs) = (Numbered::of(toc), Runs::of(source, layout));
    let finder = Finder { source, toc, runs, marked: layout.marked > 1, record };
    let mut found: Vec<Found> = Vec::new();
    if let Some(name) = layout.title
        && !(title::is_front_matter(source, name) && title::is_entry(name.of(source.text)))
        && !title::is_marked_up(source, layout, name)
    {
        let row = source.lines.index(name.start as usize);
        found.push(finder.plain(name, None, &rules::MATTER, row));
        found[0].marked = Some(1);
    }
    let mut index = 0;
    let mut numbers = finder.runs.numbers.iter().peekable();
    while let Some(row) = layout.rows.get(index) {
        if !matches!(row.role, Role::Text | Role::Marked(_) | Role::Bold) {
            index += 1;
            continue;
        }
        while numbers.next_if(|(row, _)| *row < index).is_some() {}
        let number = numbers.peek().filter(|(row, _)| *row == index).map(|(_, number)| *number);
        match finder.at(layout, index, number, &found).or_else(|| finder.large(layout, index, &found)) {
            Some(heading) => {
                let heading = finder.enlarged(layout, heading);
                for row in &mut layout.rows[heading.rows.0..=heading.rows.1] {
                    if !matches!(row.role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup) {
                        row.role = Role::Heading;
                    }
                }
                index = heading.rows.1 + 1;
                found.push(heading);
            }
            None => index += 1,
        }
    }
    prefilter::drop_chains(layout, &mut found, record);
    prefilter::drop_cells(source, layout, &mut found);
    if !record {
        prefilter::drop_cover(layout, &mut found);
    }
    found
}

/// Gives the numbered headings the case number that stands alone on the line below the title: *4 Budget* above *Dnr 2023/118*.
pub(super) fn take_cases(source: &Source, layout: &Layout, found: &mut [Found]) {
    for heading in found.iter_mut().filter(|f| f.number.is_some() && f.case.is_none()) {
        let below = layout.next(heading.rows.1).filter(|below| *below <= heading.rows.1 + 2);
        let line = below.map(|below| layout.rows[below]).filter(|row| row.span.len() < CASE);
        heading.case = line.and_then(|row| case::announced(row.text(source))).map(str::to_string);
    }
}

pub(super) struct Finder<'a, 't> {
    pub(super) source: &'a Source<'t>,
    toc: Numbered<'a>,
    runs: Runs,
    /// The writer marks headings up: lines without markup are headings only if they are labels or `§`.
    marked: bool,
    /// A verbatim record: its prose is broken into lines that stand alone.
    pub(super) record: bool,
}

/// Within so many lines the first sentence of a rule ends.
const RULE_LINES: usize = 9;

/// A line of so many bytes may be wrapped.
const WRAPPED: usize = 48;

/// Whether the line right below begins as the middle of a sentence does.
fn goes_on_below(source: &Source, layout: &Layout, index: usize) -> bool {
    layout
        .rows
        .get(index + 1)
        .is_some_and(|row| !row.is_blank() && row.text(source).starts_with(char::is_lowercase))
}

impl Finder<'_, '_> {
    /// The heading that the row is; `number` is what it begins with, if it is text.
    fn at(&self, layout: &Layout, index: usize, number: Option<Number>, found: &[Found]) -> Option<Found> {
        let row = layout.rows[index];
        // Most lines of prose go on with the line above, and begin with a small letter.
        if number.is_none()
            && row.role == Role::Text
            && row.first.is_ascii_lowercase()
            && !layout.open_above(index)
        {
            return None;
        }
        let text = row.text(self.source);
        match row.role {
            Role::Marked(depth) => {
                let styled = layout.last.get(&index).copied();
                let last = styled.unwrap_or(index);
                if let Some(heading) = self.number_above_title(layout, index, last) {
                    return Some(Found { marked: Some(depth), ..heading });
                }
                // What a file styles may hold a case number; its title ends where the style does.
                let number =
                    numbering::read(text).filter(|n| n.sort == Sort::Paragraph && styled == Some(index));
                let case =
                    number.and_then(|n| self.paragraph(layout, index, n, found)).filter(|f| f.case.is_some());
                let plain = || self.numbered_or_plain(layout.span(index, last), &rules::MARKUP, index);
                let heading = case.unwrap_or_else(plain);
                let rows = (index, last.max(heading.rows.1));
                return Some(Found { marked: Some(depth), rows, ..heading });
            }
            // (A mark that nobody sees may be all that is bold.)
            Role::Bold
                if layout.open_above(index)
                    && row.span.len() <= SHORT
                    && text.contains(char::is_alphanumeric)
                    && !is_sentence(text) =>
            {
                return Some(self.numbered_or_plain(row.span, &rules::BOLD, index));
            }
            Role::Text => {}
            _ => return None,
        }
        let open = layout.open_above(index);
        // In records so do those with a number (*kapitel 3*).
        let goes_on = matches!(text.as_bytes(), [b'a'..=b'z', b'a'..=b'z', ..]) && self.record;
        if row.span.len() > LONG || goes_on && !open {
            return None;
        }
        if self.record
            && open
            && let Some(heading) = self.of_record(layout, index, found)
        {
            return Some(heading);
        }
        if let Some(number) = number {
            return self.numbered(layout, index, number, found);
        }
        if row.span.len() > TITLE {
            return None;
        }
        // In running text a word alone on its line is the rest of a wrapped sentence.
        if !self.record
            && let Some(label) = self.source.labels.find(text).filter(|l| *l != Label::Field)
            && (open || ends_line(self.source, layout, index))
            && !(row.span.len() > WRAPPED && goes_on_below(self.source, layout, index))
        {
            return Some(self.plain(row.span, Some(label), &rules::LABEL, index));
        }
        // A line that the next one says again is one of the list of earlier handlings.
        let again = || layout.rows.get(index + 1).is_some_and(|below| below.text(self.source) == text);
        if !self.record && is_handling(text) && !again() {
            return Some(self.plain(row.span, None, &rules::HANDLED, index));
        }
        if !open && !self.marked && self.names_rule(layout, index, found) {
            return Some(self.plain(row.span, None, &rules::ALONE, index));
        }
        // Most lines go on with the line above, or are a party's letters in a list of votes.
        if !open || row.span.len() < 3 {
            return None;
        }
        if contents::is_name(text) {
            return Some(self.plain(row.span, None, &rules::LABEL, index));
        }
        // What has no number begins with a capital.
        if self.marked || row.first.is_ascii() && !row.first.is_ascii_uppercase() {
            return None;
        }
        // *Mötets avslutande*, *Motion: Inköp av stolar*: known for headings, even as the last line.
        if !self.record && layout.open_below(index) && is_matter(text) {
            return Some(self.plain(row.span, None, &rules::MATTER_LINE, index));
        }
        // Where headings are set in large type, a line of the text's own is none.
        if layout.large.len() >= 3 && !layout.large.contains_key(&index) && !found.is_empty() {
            return None;
        }
        self.alone(layout, index, found)
    }

    /// `## § 45` with its title below, marked up as well.
    fn number_above_title(&self, layout: &Layout, index: usize, last: usize) -> Option<Found> {
        let text = layout.span(index, last).of(self.source.text);
        let number = numbering::read(text).filter(|n| n.sort == Sort::Paragraph && n.width >= text.len())?;
        let below = (last + 1..layout.rows.len().min(last + 4)).find(|&i| !layout.rows[i].is_blank())?;
        let row = layout.rows[below];
        let title = row.text(self.source);
        let marked = matches!(row.role, Role::Marked(_)) && numbering::read(title).is_none();
        let end = layout.last.get(&below).copied().unwrap_or(below);
        let title = layout.span(below, end).of(self.source.text);
        (marked && self.source.labels.find(title) != Some(Label::Decision))
            .then(|| self.with_number(layout, (index, end), number, &rules::MARKUP, title))
    }

    /// A heading without number.
    #[track_caller]
    pub(super) fn plain(&self, span: Span, label: Option<Label>, rule: &'static Rule, row: usize) -> Found {
        let title = walk::one_line(span.of(self.source.text));
        let label = label.or_else(|| self.source.labels.find(&title));
        Found {
            span,
            number: None,
            title,
            case: None,
            label,
            marked: None,
            large: None,
            nested: false,
            rule: rule.here(),
            rows: (row, row),
        }
    }

    /// A marked-up line: with a number if it begins with one.
    #[track_caller]
    pub(super) fn numbered_or_plain(&self, span: Span, rule: &'static Rule, row: usize) -> Found {
        let text = span.of(self.source.text);
        let mut heading = self.plain(span, None, rule, row);
        let number = numbering::read(text).filter(|n| n.width < text.len() || n.sort == Sort::Paragraph);
        // *3 Ekonomi* is numbered; *37 undersökningar under 40 år* counts.
        let numbers = |n: &Number| n.value < 100 && !text[n.width..].starts_with(char::is_lowercase);
        let dated = |n: &Number| n.width < text.len() && is_date_line(text);
        if let Some(number) =
            number.filter(|n| (n.closed || n.sort != Sort::Decimal || n.depth > 1 || numbers(n)) && !dated(n))
        {
            heading.title = walk::one_line(&text[number.width..]);
            heading.number = Some((number, number_text(&text[..number.written])));
        }
        heading
    }

    /// A line that begins with a number.
    fn numbered(&self, layout: &Layout, index: usize, number: Number, found: &[Found]) -> Option<Found> {
        let row = layout.rows[index];
        let text = row.text(self.source);
        let title = &text[number.width..];
        match number.sort {
            Sort::Paragraph => self.paragraph(layout, index, number, found),
            _ if self.marked => None,
            Sort::Decimal if is_date_line(text) => None,
            // Under *Beslut* numbers count points, unless they go on with the headings' own.
            _ if number.depth == 1
                && found.last().is_some_and(|f| is_pointed(f.label))
                && !runs_on(found, number) =>
            {
                None
            }
            // In records that is a page's number.
            Sort::Decimal if title.is_empty() && self.record => None,
            Sort::Decimal if title.is_empty() => self.bare(layout, index, number),
            Sort::Decimal | Sort::Roman | Sort::Part | Sort::Letter => {
                let listed = self.toc.lists(&text[..number.written], title);
                // In records OCR reads `§` as a digit, and the numbers no longer run on.
                let fits = listed || self.runs.holds(index) || (self.record && is_record_heading(title));
                let body = || layout.next(index).is_some_and(|next| !self.runs.follows(index, next));
                let reads = title.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                    && title.contains(char::is_alphabetic)
                    && (listed
                        || (title.len() <= SHORT + 40 && !is_sentence(title) && !title.ends_with(';')));
                let open = || layout.open_above(index) || self.breaks_off(layout, index);
                if !(fits && reads && (listed || (body() && open()))) {
                    return None;
                }
                let last = if listed { index } else { self.continued(layout, index, 3) };
                let title = &layout.span(index, last).of(self.source.text)[number.width..];
                Some(self.with_number(layout, (index, last), number, &rules::NUMBERED, title))
            }
        }
    }

    /// Without blanks between: the line above is over, this one is short, and a new one begins below.
    fn breaks_off(&self, layout: &Layout, index: usize) -> bool {
        let below = layout.rows.get(index + 1).map_or("", |row| row.text(self.source));
        ends_line(self.source, layout, index)
            && layout.rows[index].text(self.source).chars().count() < 76
            && below.starts_with(|c: char| !c.is_lowercase())
    }

    /// `§ 45`, `§ 45 Budget`, `§ 114    Dnr BN-2024-00105` with its title below.
    pub(super) fn paragraph(
        &self,
        layout: &Layout,
        index: usize,
        number: Number,
        found: &[Found],
    ) -> Option<Found> {
        let text = layout.rows[index].text(self.source);
        let rest = &text[number.width..];
        let alike = |n: &Number| n.sort == Sort::Paragraph && n.depth == number.depth;
        let runs_on = || last_number(found, alike).is_some_and(|n| n.value + 1 == number.value);
        // "… i enlighet med / § 17 och § 21 som lämnas": a reference at the start of a wrapped line.
        let reads = rest.is_empty()
            || rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(' || c == '"');
        if !reads
            || !(layout.open_above(index) || runs_on() || self.opens_rules(layout, index, number, found))
        {
            return None;
        }
        let (case, title_at) = match case::after(rest) {
            Some((range, end)) => (Some(rest[range].to_string()), end),
            None => (None, 0),
        };
        let title = rest[title_at..].trim_start_matches(['.', ' ', '\t', '\u{a0}']);
        let (title, case) = match case::closing(title).filter(|_| case.is_none()) {
            Some((end, number)) => (&title[..end], Some(title[number].to_string())),
            None => (title, case),
        };
        let mut case = case;
        let mut heading = if !title.contains(char::is_alphabetic) {
            // The title stands below, perhaps after a blank; in records the text does. Between may stand the case's number.
            let named = self.case_below(layout, index).filter(|_| case.is_none() && !self.record);
            let titled = named.and_then(|(row, case)| Some((self.title_below(layout, row)?, case)));
            let below = match titled {
                Some((rows, number)) => {
                    case = Some(number);
                    Some(rows)
                }
                None => self.title_below(layout, index).filter(|_| !self.record),
            };
            match below {
                Some((first, last)) => {
                    let title = layout.span(first, last).of(self.source.text);
                    self.with_number(layout, (index, last), number, &rules::PARAGRAPH, title)
                }
                None => self.with_number(layout, (index, index), number, &rules::PARAGRAPH, rest),
            }
        } else if is_run_in(title, layout, index, self.source) || self.is_rule(layout, index, number, found) {
            // "§ 9. Justerades protokollsutdrag.": only the number is the heading.
            let mut heading = self.with_number(layout, (index, index), number, &rules::PARAGRAPH, "");
            let stop = text.as_bytes().get(number.written).is_some_and(|&b| b == b'.');
            heading.span.end = heading.span.start + number.written as u32 + u32::from(stop);
            heading
        } else {
            let last = self.continued(layout, index, 4);
            let whole = &layout.span(index, last).of(self.source.text)[number.width..];
            let title = if case.is_some() { title } else { whole };
            let mut heading = self.with_number(layout, (index, last), number, &rules::PARAGRAPH, title);
            if case.is_some() && last > index {
                let below = layout.span(index + 1, last).of(self.source.text);
                heading.title.push(' ');
                heading.title.push_str(&walk::one_line(below));
            }
            heading
        };
        heading.case = case;
        Some(heading)
    }

    /// *Inledande bestämmelser⏎1 § I denna stadga finns …*: the first rule of a part, below its heading or the end of a sentence.
    fn opens_rules(&self, layout: &Layout, index: usize, number: Number, found: &[Found]) -> bool {
        let first = || number.value == 1 || last_number(found, |n| n.sort == Sort::Paragraph).is_none();
        let row = layout.rows[index];
        let above = index.checked_sub(1).map(|above| layout.rows[above]);
        let over = above.is_none_or(|above| {
            above.role != Role::Text || matches!(above.last, b'.' | b':') || self.has_room(above, row)
        });
        over && first() && (self.is_rule(layout, index, number, found) || is_sentence(row.text(self.source)))
    }

    /// *… över natten.⏎Lastning av varor⏎2 § Den som lastar …*: a line between two rules names the second.
    fn names_rule(&self, layout: &Layout, index: usize, found: &[Found]) -> bool {
        let Some(below) = layout.rows.get(index + 1).filter(|row| row.role == Role::Text) else {
            return false;
        };
        let number = || numbering::read(below.text(self.source)).filter(|n| n.sort == Sort::Paragraph);
        let last = || last_number(found, |n| n.sort == Sort::Paragraph);
        index.checked_sub(1).is_some_and(|above| layout.rows[above].last == b'.')
            && below.first.is_ascii_digit()
            && number().is_some_and(|n| {
                last().is_some_and(|last| last.value + 1 == n.value)
                    && self.is_rule(layout, index + 1, n, found)
            })
            && reads_like_heading(self.source, layout.rows[index].span)
    }

    /// *1 § I denna stadga finns bestämmelser⏎om avfall.*: the sign behind the number, and a sentence that ends below. It has a
    /// verb, is longer than a title, or goes on behind a rule.
    fn is_rule(&self, layout: &Layout, index: usize, number: Number, found: &[Found]) -> bool {
        let text = layout.rows[index].text(self.source);
        if !text[..number.written].ends_with('§') {
            return false;
        }
        let rows = layout.rows[index..].iter().take(RULE_LINES).take_while(|row| row.role == Role::Text);
        let (mut length, mut ends) = (0, false);
        for row in rows {
            length += row.span.len();
            ends |= matches!(row.last, b'.' | b':');
        }
        if !ends {
            return false;
        }
        let numbered = || found.iter().rev().take(REACH).find(|f| f.number.is_some());
        let goes_on = self.goes_on_small(layout, index);
        goes_on && (length > SHORT || numbered().is_some_and(|f| f.title.is_empty()))
            || (goes_on || length > SHORT) && title::has_verb(&text[number.width..])
    }

    /// A number alone on its line, which runs on through the text, with its title below.
    fn bare(&self, layout: &Layout, index: usize, number: Number) -> Option<Found> {
        let above = index.checked_sub(1).map_or("", |i| layout.rows[i].text(self.source));
        // "§§ 256-" / "261": the end of a broken range.
        if !self.runs.holds(index) || number.depth > 1 || above.ends_with(['-', '–', '§']) {
            return None;
        }
        let (first, last) = self.title_below(layout, index)?;
        if !layout.rows[first].text(self.source).starts_with(char::is_uppercase) {
            return None;
        }
        let title = layout.span(first, last).of(self.source.text);
        Some(self.with_number(layout, (index, last), number, &rules::NUMBERED, title))
    }

    #[track_caller]
    fn with_number(
        &self,
        layout: &Layout,
        rows: (usize, usize),
        number: Number,
        rule: &'static Rule,
        title: &str,
    ) -> Found {
        let span = layout.span(rows.0, rows.1);
        let text = span.of(self.source.text);
        Found {
            span,
            title: walk::one_line(title),
            number: Some((number, number_text(&text[..number.written]))),
            case: None,
            label: None,
            marked: None,
            large: None,
            nested: false,
            rule: rule.here(),
            rows,
        }
    }

    /// The row below a number that holds the case's and no more: *§ 135⏎⏎KS 2019/475*.
    fn case_below(&self, layout: &Layout, index: usize) -> Option<(usize, String)> {
        let row = (index + 1..layout.rows.len().min(index + 4)).find(|&i| !layout.rows[i].is_blank())?;
        let text = layout.rows[row].text(self.source);
        (layout.rows[row].role == Role::Text)
            .then(|| case::whole(text))?
            .map(|range| (row, text[range].to_string()))
    }

    /// The rows of the title below a number: from the next line with text to where it ends.
    fn title_below(&self, layout: &Layout, index: usize) -> Option<(usize, usize)> {
        let first = (index + 1..layout.rows.len().min(index + 4)).find(|&i| !layout.rows[i].is_blank())?;
        let row = layout.rows[first];
        let text = row.text(self.source);
        // Right below the number even a label is the title, but for *Beslut*.
        let below = first == index + 1;
        let is_label = || self.source.labels.find(text).is_some_and(|l| !below || l == Label::Decision);
        let reads = row.role == Role::Text
            && row.span.len() <= SHORT + 40
            && !is_label()
            && (!is_sentence(text) || self.goes_on_small(layout, first) || names_matter(text))
            && numbering::read(text).is_none_or(|n| n.sort != Sort::Paragraph)
            && !is_name_line(self.source, row.span);
        reads.then(|| (first, self.continued(layout, first, 6)))
    }

    /// The last row of a title that begins at `index`: lines that go on in small letters, or that begin
    /// with a word that the line before had no room for.
    pub(super) fn continued(&self, layout: &Layout, index: usize, most: usize) -> usize {
        let mut last = index;
        while last + 1 < layout.rows.len() && last - index < most {
            let (line, next) = (layout.rows[last], layout.rows[last + 1]);
            if next.role != Role::Text || next.span.len() > SHORT {
                break;
            }
            let (text, next_text) = (line.text(self.source), next.text(self.source));
            let small = next_text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            let full = || text.chars().count() + 1 + first_word(next_text) >= 58;
            let ended = || text.ends_with(['.', ':', '!', '?']);
            // *… i stället för* / *Anna Holm (C)*.
            let open = || text.ends_with(['-', '–', ',']) || ends_small(text);
            let last_before_label =
                || self.reaches_decision(layout, last + 1, most.saturating_sub(last - index));
            if !small && (ended() || !(open() || full() || last_before_label())) {
                break;
            }
            let numbered = numbering::read(next_text).is_some_and(|n| n.closed || n.sort == Sort::Paragraph);
            if numbered || self.source.labels.find(next_text).is_some() {
                break;
            }
            // A wrapped title never grows into prose: prose ends with a full stop below.
            if !small
                && (!open() && begins_sentence(next_text)
                    || is_sentence(next_text) && !self.goes_on_small(layout, last + 1))
            {
                break;
            }
            last += 1;
        }
        last
    }

    /// Whether nothing but some lines without a blank stands between here and the label *Beslut*: they are the title's.
    fn reaches_decision(&self, layout: &Layout, from: usize, most: usize) -> bool {
        let rows = layout.rows.iter().skip(from).take(most + 1);
        let mut rows = rows.skip_while(|row| {
            let text = row.text(self.source);
            row.role == Role::Text
                && row.span.len() <= SHORT
                && self.source.labels.find(text).is_none()
                && !is_sentence(text)
        });
        rows.next().is_some_and(|row| self.source.labels.find(row.text(self.source)) == Some(Label::Decision))
    }

    /// Whether the line below goes on in small letters: the full stop above was an abbreviation's.
    fn goes_on_small(&self, layout: &Layout, index: usize) -> bool {
        let below = layout.rows.get(index + 1).filter(|row| row.role == Role::Text);
        below.is_some_and(|row| row.text(self.source).starts_with(char::is_lowercase))
    }
}

/// How many characters the first word of a line has.
pub(super) fn first_word(line: &str) -> usize {
    line.split_whitespace().next().map_or(0, |word| word.chars().count())
}

/// The number of the last heading that has such a one, not far above: a text may have any number of headings.
fn last_number(found: &[Found], such: impl Fn(&Number) -> bool) -> Option<Number> {
    let mut numbers = found.iter().rev().take(REACH).filter_map(|f| Some(f.number.as_ref()?.0));
    numbers.find(such)
}

/// Whether the last numbered heading of this sort has the number before.
fn runs_on(found: &[Found], number: Number) -> bool {
    let last = last_number(found, |n| n.sort == number.sort && n.depth == 1);
    last.is_some_and(|n| n.value + 1 == number.value)
}

/// Labels whose text is points.
fn is_pointed(label: Option<Label>) -> bool {
    matches!(label, Some(Label::Decision | Label::Proposal | Label::Motions))
}
