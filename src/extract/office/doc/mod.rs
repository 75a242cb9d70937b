//! DOC, as Word 97 to 2003 wrote it: text in pieces, and properties by the places of what they belong to.

mod file;
mod lists;
mod props;

use super::body::Body;
use super::symbols;
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::writer::Kind;
use crate::extract::{Extracted, FileFormat};
use file::{File, Part, Story, plc_of, u16_at};
use lists::Lists;
use props::{Paragraph, Run, Runs, Style};
use std::collections::HashMap;
use std::ops::Range;

/// Page heads, of all sections together, that are looked at.
const MANY_HEADS: usize = 72;

struct Doc<'f> {
    file: &'f File,
    paragraphs: Runs<Paragraph>,
    runs: Runs<Run>,
    styles: Vec<Style>,
    fonts: Vec<String>,
    lists: Lists,
    /// The number of the note that a unit of the text refers to.
    references: HashMap<usize, usize>,
    lost: Lost,
}

/// What was left out.
#[derive(Default)]
struct Lost {
    hidden: usize,
    deleted: usize,
    unknown: usize,
    /// The last unit that was left out as hidden or deleted: what follows it is the same piece.
    last: Option<usize>,
}

/// A paragraph's text while it is read.
#[derive(Default)]
struct Line {
    text: String,
    /// How much of it is bold, in bytes.
    bold: usize,
    /// The first half of a character beyond 16 bits.
    half: Option<u16>,
    /// What is raised and not yet written.
    raised: String,
}

impl Line {
    fn end_raised(&mut self) {
        if !self.raised.is_empty() {
            let piece = raised(&self.text, &std::mem::take(&mut self.raised));
            self.text.push_str(&piece);
        }
    }
}

/// A field is its code, which is not shown, and its result.
struct Field {
    in_code: bool,
    code: String,
}

/// How a unit ends a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Paragraph,
    Cell,
    Page,
}

pub(in crate::extract) fn read(bytes: &[u8], limits: &ExtractLimits) -> Result<Extracted, Error> {
    let file = File::open(bytes, limits)?;
    let mut doc = Doc {
        paragraphs: props::paragraphs(&file),
        runs: props::runs(&file),
        styles: props::styles(&file),
        fonts: props::fonts(&file),
        lists: Lists::read(&file),
        references: references(&file),
        lost: Lost::default(),
        file: &file,
    };
    let mut body = Body::new(limits);
    let (heads, feet) = doc.heads();
    heads.iter().try_for_each(|line| body.line(Kind::Paragraph, line))?;
    doc.main(&mut body, limits)?;
    for (story, refs, texts) in [
        (Story::Notes, Part::NoteRefs, Part::NoteTexts),
        (Story::Endnotes, Part::EndnoteRefs, Part::EndnoteTexts),
    ] {
        doc.notes(&mut body, story, refs, texts)?;
    }
    let boxes = doc.lines(file.story(Story::Boxes));
    boxes.iter().try_for_each(|line| body.line(Kind::Paragraph, line))?;
    let notes = doc.told(!boxes.is_empty(), feet.first());
    let (text, marks) = body.finish()?;
    super::finish(text, marks, notes, FileFormat::Doc)
}

/// The units that refer to notes, which are numbered in their order.
fn references(file: &File) -> HashMap<usize, usize> {
    let mut all = HashMap::new();
    for part in [Part::NoteRefs, Part::EndnoteRefs] {
        for (units, _) in plc_of(file.part(part), 2) {
            let number = all.len() + 1;
            all.insert(units.start, number);
        }
    }
    all
}

impl Doc<'_> {
    /// The document's own text.
    fn main(&mut self, body: &mut Body, limits: &ExtractLimits) -> Result<(), Error> {
        let mut in_row = false;
        let mut count = 0usize;
        let mut ready = Ok(());
        let story = self.file.story(Story::Main);
        self.walk(story, |doc, line, end, at| {
            if ready.is_err() {
                return;
            }
            count += 1;
            if count.is_multiple_of(1024) {
                ready = limits.check_time();
            }
            let paragraph = doc.paragraphs.at(doc.file.place(at)).cloned().unwrap_or_default();
            let told = doc.paragraph(body, line, end, &paragraph, &mut in_row);
            ready = std::mem::replace(&mut ready, Ok(())).and(told);
        });
        ready?;
        if in_row { body.end_row() } else { Ok(()) }
    }

    fn paragraph(
        &mut self,
        body: &mut Body,
        line: Line,
        end: End,
        paragraph: &Paragraph,
        in_row: &mut bool,
    ) -> Result<(), Error> {
        let in_table = paragraph.in_table || end == End::Cell;
        if in_table && !*in_row {
            body.row()?;
            body.cell();
        } else if !in_table && *in_row {
            body.end_row()?;
        }
        *in_row = in_table;
        if paragraph.ends_row {
            *in_row = false;
            return body.end_row();
        }
        let style = self.styles.get(paragraph.style as usize).cloned().unwrap_or_default();
        if paragraph.new_page.or(style.paragraph.new_page) == Some(true) {
            body.page();
        }
        let outline = paragraph.outline.map(|level| if level < 9 { Some(level + 1) } else { None });
        let heading = outline.unwrap_or(style.heading);
        let list = paragraph.list.or(style.paragraph.list).filter(|&list| list != 0);
        let level = paragraph
            .level
            .or(style.paragraph.level)
            .map_or_else(|| heading.map_or(0, |level| usize::from(level.max(1)) - 1), usize::from);
        // A page that ends without a line of its own is no paragraph.
        let number = list.filter(|_| end != End::Page).and_then(|list| self.lists.next(list, level));
        body.paragraph(heading, number, level, &line.text, line.bold)?;
        match end {
            End::Cell => body.cell(),
            End::Page => body.page(),
            End::Paragraph => {}
        }
        Ok(())
    }

    /// Footnotes, or endnotes, behind the text.
    fn notes(&mut self, body: &mut Body, story: Story, refs: Part, texts: Part) -> Result<(), Error> {
        let story = self.file.story(story);
        let numbers =
            plc_of(self.file.part(refs), 2).filter_map(|(units, _)| self.references.get(&units.start));
        let numbers = Vec::from_iter(numbers.copied());
        let places = Vec::from_iter(plc_of(self.file.part(texts), 0).map(|(units, _)| units));
        for (number, units) in numbers.into_iter().zip(places) {
            let text = self.lines(within(&story, &units)).join(" ");
            body.line(Kind::Paragraph, &format!("[{number}] {}", text.trim()))?;
        }
        Ok(())
    }

    /// The lines of the page heads, and of the feet, each once. Those of numbers alone are left out.
    fn heads(&mut self) -> (Vec<String>, Vec<String>) {
        let story = self.file.story(Story::Heads);
        let places = Vec::from_iter(plc_of(self.file.part(Part::Heads), 0).map(|(units, _)| units));
        let (mut heads, mut feet): (Vec<String>, Vec<String>) = Default::default();
        // Six lines of notes' separators, then six for each section.
        for (at, units) in places.iter().enumerate().skip(6).take(MANY_HEADS) {
            let known = if matches!(at % 6, 0 | 1 | 4) { &mut heads } else { &mut feet };
            for line in self.lines(within(&story, units)) {
                if super::says_something(&line) && !known.contains(&line) {
                    known.push(line);
                }
            }
        }
        (heads, feet)
    }

    /// The lines of a piece of text; cells are parted by tabs.
    fn lines(&mut self, units: Range<usize>) -> Vec<String> {
        let mut lines = Vec::new();
        let mut row = String::new();
        self.walk(units, |doc, line, end, at| {
            row.push_str(line.text.trim());
            let ends_row =
                || doc.paragraphs.at(doc.file.place(at)).is_some_and(|paragraph| paragraph.ends_row);
            if end == End::Cell && !ends_row() {
                row.push('\t');
            } else {
                lines.push(std::mem::take(&mut row));
            }
        });
        lines.push(row);
        lines.iter_mut().for_each(|line| *line = line.trim().to_string());
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Hands each line to `take`, with how it ends and the unit that ends it.
    fn walk(&mut self, units: Range<usize>, mut take: impl FnMut(&mut Self, Line, End, usize)) {
        let mut line = Line::default();
        let mut fields: Vec<Field> = Vec::new();
        let last = units.end;
        for at in units {
            let unit = self.file.text[at];
            let run = self.runs.at(self.file.place(at)).cloned().unwrap_or_default();
            let end = match unit {
                0x0D => Some(End::Paragraph),
                0x07 => Some(End::Cell),
                0x0C => Some(End::Page),
                _ => None,
            };
            // A paragraph whose end is deleted goes on with the next.
            if let Some(end) = end.filter(|&end| !(run.deleted && end == End::Paragraph)) {
                fields.iter_mut().for_each(|field| field.in_code = false);
                line.end_raised();
                take(self, std::mem::take(&mut line), end, at);
                continue;
            }
            match unit {
                0x13 => fields.push(Field { in_code: true, code: String::new() }),
                0x14 => {
                    if let Some(field) = fields.last_mut() {
                        field.in_code = false;
                    }
                }
                0x15 => {
                    fields.pop();
                }
                _ => {
                    if let Some(field) = fields.iter_mut().rfind(|field| field.in_code) {
                        field.code.extend(char::from_u32(unit.into()).filter(|c| c.is_alphabetic()));
                        if unit == 1 && field.code.starts_with("FORMCHECKBOX") {
                            line.text.push(if self.is_ticked(&run) { '☒' } else { '☐' });
                        }
                    } else {
                        self.unit(&mut line, at, unit, &run);
                    }
                }
            }
        }
        line.end_raised();
        if !line.text.is_empty() {
            take(self, line, End::Paragraph, last.saturating_sub(1));
        }
    }

    fn unit(&mut self, line: &mut Line, at: usize, unit: u16, run: &Run) {
        let style = run.style.and_then(|style| self.styles.get(style as usize)).map(|style| &style.run);
        let hidden = run.hidden.or(style.and_then(|style| style.hidden)) == Some(true);
        let bold = run.bold.or(style.and_then(|style| style.bold)) == Some(true);
        if hidden || run.deleted {
            if self.lost.last.is_none_or(|last| last + 1 != at) {
                *(if run.deleted { &mut self.lost.deleted } else { &mut self.lost.hidden }) += 1;
            }
            self.lost.last = Some(at);
            return;
        }
        if run.raised && unit > 0x20 && unit < 0xD800 {
            line.raised.extend(char::from_u32(unit.into()));
            return;
        }
        line.end_raised();
        let from = line.text.len();
        match unit {
            0x02 => {
                if let Some(number) = self.references.get(&at) {
                    line.text.push_str(&format!("[{number}]"));
                }
            }
            0x28 if run.sign.is_some() => {
                let (font, code) = run.sign.unwrap_or_default();
                self.sign(line, font, code.into());
            }
            0x09 => line.text.push('\t'),
            0x0B => line.text.push('\n'),
            0x1E => line.text.push('-'),
            0x1F => line.text.push('\u{ad}'),
            0..=0x1F => {}
            0xF020..=0xF0FF => self.sign(line, run.font.unwrap_or(u16::MAX), unit.into()),
            0xD800..=0xDBFF => line.half = Some(unit),
            _ => {
                let units = [line.half.take().unwrap_or(0), unit];
                let units = &units[usize::from(units[0] == 0)..];
                for c in char::decode_utf16(units.iter().copied()) {
                    line.text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
            }
        }
        line.bold += if bold { line.text.len() - from } else { 0 };
    }

    /// The sign that a font draws for a code.
    fn sign(&mut self, line: &mut Line, font: u16, code: u32) {
        let font = self.fonts.get(font as usize).map(String::as_str).unwrap_or_default();
        let sign = symbols::sign(font, code);
        self.lost.unknown += usize::from(sign == char::REPLACEMENT_CHARACTER);
        line.text.push(sign);
    }

    /// Whether a box of a form is ticked, by what the stream of data says of it ([MS-DOC] 2.9.78).
    fn is_ticked(&self, run: &Run) -> bool {
        let ticked = || {
            let at = run.data? as usize;
            // A head as pictures have comes first, and says how long it is.
            let field = at.checked_add(u16_at(&self.file.data, at.checked_add(4)?)? as usize)?;
            let result = u16_at(&self.file.data, field.checked_add(4)?)? >> 2 & 0x1F;
            if result != 25 {
                return Some(result == 1);
            }
            let name = 2 * u16_at(&self.file.data, field.checked_add(10)?)? as usize;
            Some(u16_at(&self.file.data, field.checked_add(10 + 2 + name + 2)?)? == 1)
        };
        ticked().unwrap_or(false)
    }

    /// What was left out, a sentence each.
    fn told(&self, boxes: bool, foot: Option<&String>) -> Vec<String> {
        let mut notes = Vec::new();
        for (count, what) in [
            (self.lost.deleted, "left out deletions that the document tracks"),
            (self.lost.hidden, "left out pieces of hidden text"),
            (self.lost.unknown, "signs of fonts that are not known stand as \u{fffd}"),
        ] {
            if count > 0 {
                notes.push(format!("{what} ({count})"));
            }
        }
        if !self.file.story(Story::Comments).is_empty() {
            notes.push("left out comments".to_string());
        }
        if boxes {
            notes.push("the text of boxes stands last".to_string());
        }
        notes.extend(foot.map(|line| {
            let line = Vec::from_iter(line.split_whitespace()).join(" ");
            format!("left out the foot of the pages: “{line}”")
        }));
        notes
    }
}

/// A piece of a story by its own count.
fn within(story: &Range<usize>, units: &Range<usize>) -> Range<usize> {
    let at = |unit: usize| story.start.saturating_add(unit).min(story.end);
    at(units.start)..at(units.end)
}
