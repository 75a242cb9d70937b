//! DOCX: the paragraphs of its main part, with styles, lists, tables and footnotes; page headers first.

use super::body::Body;
use super::numbering::{Format, Numbering};
use super::package::Package;
use super::package::Relation;
use super::styles::Styles;
use super::symbols;
use super::xml::{Piece, attribute, is_on, number};
use crate::document::{Error, ErrorKind, Marks};
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::writer::Kind;
use crate::extract::{self, Extracted};
use quick_xml::events::BytesStart;
use std::collections::{HashMap, HashSet, VecDeque};

/// How the types of main parts end, whether the document holds macros or is a template.
const MAIN: [&str; 5] = [
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "word.document.macroEnabled.main+xml",
    "word.template.macroEnabledTemplate.main+xml",
    "word.document.main+xml",
];

/// Documents of many sections have many page headers, mostly the same.
const MANY_HEADERS: usize = 48;
/// The note of what is left out quotes so many letters at most.
const QUOTED: usize = 240;

/// A paragraph while it is read. One may stand inside another, in a text box.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<String>,
    list_level: Option<u32>,
    outline: Option<u32>,
    /// How much of it is bold, in bytes.
    bold: usize,
    /// A page ends inside it.
    ends_page: bool,
    /// The end of it is deleted: it goes on with the next.
    joins: bool,
}

/// What the properties of a run say of its text.
#[derive(Clone, Default)]
struct Run {
    hidden: Option<bool>,
    bold: bool,
    raised: bool,
    /// The font, where it draws signs for letters.
    signs: Option<&'static str>,
}

struct Docx<'l> {
    body: Body<'l>,
    styles: Styles,
    numbering: Numbering,
    open: Vec<Paragraph>,
    /// Elements inside one that is left out.
    skipped: usize,
    /// In an element that holds text: others hold numbers of the layout.
    in_text: bool,
    /// In the properties of a paragraph or a run.
    properties: usize,
    /// They are a row's.
    of_row: bool,
    /// The rows that are open, and whether each is deleted.
    rows: Vec<bool>,
    run: Run,
    /// A paragraph whose end is deleted.
    joined: Option<Paragraph>,
    /// The mark of the footnote that is read.
    note: Option<String>,
    /// The marks of the notes that the text refers to, by kind and id.
    marks: HashMap<(bool, String), String>,
    /// How many footnotes and endnotes there are.
    counts: [u32; 2],
    /// The texts of other documents that the file holds, by the ids that place them.
    chunks: HashMap<String, Extracted>,
    deletions: usize,
    /// The page heads of the sections that follow, which of them wait for a page to begin, and whether one has.
    heads: VecDeque<Vec<String>>,
    waiting: Vec<String>,
    turned: bool,
    /// The section ends with the paragraph that is read.
    ends_section: bool,
    /// How many pieces are hidden, how many signs are of no known font, and how many embedded parts cannot be read.
    hidden: usize,
    unknown: usize,
    unread: usize,
    /// Notes that nothing refers to.
    notes_alone: usize,
}

/// Text and marks, and what was left out.
pub(super) fn read(package: &mut Package) -> Result<(String, Marks, Vec<String>), Error> {
    let limits = package.limits;
    let main = package.relations("")?.into_iter().find(|to| to.kind == "officeDocument");
    let main = match main {
        Some(to) => to.part,
        // Nothing points to it: its type tells, else the name that it mostly has.
        None => package.part_of_type(&MAIN)?.unwrap_or_else(|| "word/document.xml".to_string()),
    };
    let relations = package.relations(&main)?;
    let (folder, _) = main.rsplit_once('/').unwrap_or_default();
    // The part of a kind; where nothing points to it, the name that it usually has.
    let part = |kind: &str| {
        let named = relations.iter().find(|to| to.kind == kind).map(|to| to.part.clone());
        named.unwrap_or_else(|| format!("{folder}/{kind}.xml"))
    };
    let mut docx = Docx {
        body: Body::new(limits),
        styles: Styles::read(package, &part("styles"))?,
        numbering: Numbering::read(package, &part("numbering"))?,
        open: Vec::new(),
        skipped: 0,
        in_text: false,
        properties: 0,
        of_row: false,
        rows: Vec::new(),
        run: Run::default(),
        joined: None,
        note: None,
        marks: HashMap::new(),
        counts: [0; 2],
        chunks: HashMap::new(),
        deletions: 0,
        heads: VecDeque::new(),
        waiting: Vec::new(),
        turned: false,
        ends_section: false,
        hidden: 0,
        unknown: 0,
        unread: 0,
        notes_alone: 0,
    };
    docx.read_chunks(package, &relations)?;
    let mut notes = Vec::new();
    let Heads { top, inside, later } = Heads::of(package, &main, &relations)?;
    for line in top {
        docx.body.line(Kind::Paragraph, &line)?;
    }
    (docx.waiting, docx.heads) = (inside, later);
    for part in [main.clone(), part("footnotes"), part("endnotes")] {
        package.walk(&part, |piece| docx.take(piece))?;
        docx.skipped = 0;
        docx.end_joined()?;
        docx.head_pages()?;
    }
    let footers = lines_of(package, &parts_of(&relations, "footer"))?;
    if !footers.is_empty() {
        let whole = footers.concat();
        let words = Vec::from_iter(whole.iter().flat_map(|line| line.split_whitespace())).join(" ");
        let quoted = String::from_iter(words.chars().take(QUOTED));
        let more = if quoted.len() < words.len() { " …" } else { "" };
        notes.push(format!("left out the foot of the pages: “{quoted}{more}”"));
    }
    docx.tell(&mut notes);
    told_parts(package, &relations, &mut notes)?;
    let (text, marks) = docx.body.finish()?;
    let pictures = relations.iter().filter(|to| to.kind == "image").count();
    if text.is_empty() && pictures > 0 {
        let message = format!("the document holds no text, but pictures ({pictures})");
        return Err(Error::new(ErrorKind::NoText, message));
    }
    Ok((text, marks, notes))
}

/// Notes what the document holds in parts that are not read: comments, charts, files.
fn told_parts(package: &mut Package, relations: &[Relation], notes: &mut Vec<String>) -> Result<(), Error> {
    let mut comments = 0;
    for to in relations.iter().filter(|to| to.kind == "comments") {
        package.walk(&to.part, |piece| {
            comments += usize::from(matches!(piece, Piece::Open("comment", _)));
            Ok(())
        })?;
    }
    let of = |kinds: &[&str]| relations.iter().filter(|to| kinds.contains(&to.kind.as_str())).count();
    for (count, what) in [
        (comments, "left out comments"),
        (of(&["chart", "chartEx", "diagramData"]), "left out charts and diagrams"),
        (of(&["oleObject", "package"]), "left out embedded files"),
    ] {
        if count > 0 {
            notes.push(format!("{what} ({count})"));
        }
    }
    Ok(())
}

/// The parts of this kind that the document points to, as far as they are read.
fn parts_of(relations: &[Relation], kind: &str) -> Vec<String> {
    let parts = relations.iter().filter(|to| to.kind == kind).map(|to| to.part.clone());
    parts.take(MANY_HEADERS).collect()
}

/// The lines of each of these page headers (or footers), but for those that one before has. Those of numbers alone are
/// left out.
fn lines_of(package: &mut Package, parts: &[String]) -> Result<Vec<Vec<String>>, Error> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for part in parts {
        let (mut lines, mut line, mut in_text) = (Vec::new(), String::new(), false);
        package.walk(part, |piece| {
            match piece {
                Piece::Open("t", _) => in_text = true,
                Piece::Close("t") => in_text = false,
                Piece::Open("tab" | "ptab", _) | Piece::Close("tc") => line.push('\t'),
                Piece::Open("br" | "cr", _) => line.push('\n'),
                Piece::Text(text) if in_text => line.push_str(text),
                Piece::Close("p") => {
                    let whole = std::mem::take(&mut line);
                    let whole = whole.trim();
                    if super::says_something(whole) && seen.len() < 64 && seen.insert(whole.to_string()) {
                        lines.push(whole.to_string());
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        all.push(lines);
    }
    Ok(all)
}

/// The lines of the page headers, in the places where their pages begin.
#[derive(Default)]
struct Heads {
    /// On the first page.
    top: Vec<String>,
    /// On the others of the first section.
    inside: Vec<String>,
    /// In each section after it.
    later: VecDeque<Vec<String>>,
}

/// A section's page headers: the ids of their parts, and whether its first page has one of its own.
#[derive(Default)]
struct Section {
    first: Option<String>,
    other: Vec<String>,
    title_page: bool,
}

impl Heads {
    fn of(package: &mut Package, main: &str, relations: &[Relation]) -> Result<Heads, Error> {
        let parts = parts_of(relations, "header");
        // One stands above all pages alike.
        let (sections, breaks) =
            if parts.len() < 2 { (Vec::new(), false) } else { Section::all(package, main)? };
        let part = |id: &String| relations.iter().find(|to| to.id == *id).map(|to| to.part.clone());
        let mut groups: Vec<Vec<String>> = vec![Vec::new(); 2];
        for (at, section) in sections.iter().enumerate() {
            let first = section.first.iter().filter(|_| section.title_page).filter_map(part);
            let other = section.other.iter().filter_map(part);
            if at > 0 {
                groups.push(first.chain(other).collect());
                continue;
            }
            groups[0].extend(first);
            // Where no page is seen to end, nor a section, nothing tells where the second begins.
            let own = usize::from((breaks || sections.len() > 1) && !groups[0].is_empty());
            groups[own].extend(other);
        }
        // What no section names stands first.
        let named = HashSet::<String>::from_iter(groups.iter().flatten().cloned());
        groups[0].extend(parts.into_iter().filter(|part| !named.contains(part)));
        let order = Vec::from_iter(groups.iter().flatten().take(MANY_HEADERS).cloned());
        let mut lines = lines_of(package, &order)?.into_iter();
        let mut own = groups.iter().map(|group| Vec::from_iter(lines.by_ref().take(group.len()).flatten()));
        Ok(Heads {
            top: own.next().unwrap_or_default(),
            inside: own.next().unwrap_or_default(),
            later: own.collect(),
        })
    }
}

impl Section {
    /// The sections of the document, and whether a page ends inside the first.
    fn all(package: &mut Package, main: &str) -> Result<(Vec<Section>, bool), Error> {
        let (mut sections, mut breaks, mut old) = (Vec::<Section>::new(), false, false);
        package.walk(main, |piece| {
            match piece {
                Piece::Open("sectPrChange", _) => old = true,
                Piece::Close("sectPrChange") => old = false,
                _ if old => {}
                Piece::Open("sectPr", _) => sections.push(Section::default()),
                Piece::Open("headerReference", tag) => {
                    let id = attribute(tag, "id").unwrap_or_default();
                    if let Some(section) = sections.last_mut() {
                        match attribute(tag, "type").as_deref() {
                            Some("first") => section.first = Some(id),
                            _ => section.other.push(id),
                        }
                    }
                }
                Piece::Open("titlePg", tag) => {
                    if let Some(section) = sections.last_mut() {
                        section.title_page = is_on(tag);
                    }
                }
                Piece::Open("lastRenderedPageBreak", _) => breaks |= sections.is_empty(),
                Piece::Open("br", tag) => {
                    breaks |= sections.is_empty() && attribute(tag, "type").as_deref() == Some("page");
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok((sections, breaks))
    }
}

/// Whether a character means something in its font alone, as Word keeps those of Wingdings and Symbol.
fn is_private(c: char) -> bool {
    ('\u{f020}'..='\u{f0ff}').contains(&c)
}

impl Docx<'_> {
    fn take(&mut self, piece: Piece) -> Result<(), Error> {
        match piece {
            Piece::Open(..) if self.skipped > 0 => self.skipped += 1,
            Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Text(_) | Piece::Unknown if self.skipped > 0 => {}
            Piece::Open(name, tag) => self.open(name, tag)?,
            Piece::Close(name) => self.close(name)?,
            Piece::Text(text) => self.text(text),
            Piece::Unknown => {}
        }
        Ok(())
    }

    fn open(&mut self, name: &str, tag: &BytesStart) -> Result<(), Error> {
        match name {
            "p" => {
                let joined = self.joined.take().filter(|_| self.open.is_empty());
                let text = joined.map(|paragraph| paragraph.text).unwrap_or_default();
                self.open.push(Paragraph { text, ..Paragraph::default() });
            }
            "pPr" | "rPr" | "sectPr" | "tblPr" | "trPr" | "tcPr" => {
                self.properties += 1;
                self.of_row = name == "trPr";
            }
            "tr" => {
                self.rows.push(false);
                self.body.row()?;
            }
            "tc" => self.body.cell(),
            // Deleted or moved away; the older twin of a drawing; what a field is made from.
            "del" | "moveFrom" if self.properties == 0 => {
                self.deletions += 1;
                self.skipped = 1;
            }
            "Fallback" | "sectPrChange" => self.skipped = 1,
            "t" => self.in_text = true,
            "footnote" | "endnote" => {
                // Separators are notes of a special type.
                if attribute(tag, "type").is_some_and(|kind| kind != "normal") {
                    self.skipped = 1;
                } else {
                    let id = attribute(tag, "id").unwrap_or_default();
                    self.note = self.marks.remove(&(name == "endnote", id));
                    if self.note.is_none() {
                        self.notes_alone += 1;
                        self.skipped = 1;
                    }
                }
            }
            "r" => self.run = Run::default(),
            "altChunk" => self.chunk(tag)?,
            _ if self.properties > 0 => self.property(name, tag),
            _ => self.mark(name, tag),
        }
        Ok(())
    }

    fn property(&mut self, name: &str, tag: &BytesStart) {
        let value = || attribute(tag, "val");
        match name {
            "vanish" => self.run.hidden = Some(is_on(tag)),
            "b" => self.run.bold = is_on(tag),
            "vertAlign" => self.run.raised = value().as_deref() == Some("superscript"),
            "rStyle" => {
                let style = self.styles.get(&value().unwrap_or_default());
                self.run.hidden = self.run.hidden.or(style.hidden);
            }
            "rFonts" => self.run.signs = attribute(tag, "ascii").as_deref().and_then(symbols::font),
            // A row that is deleted.
            "del" if self.of_row => {
                self.deletions += 1;
                if let Some(row) = self.rows.last_mut() {
                    *row = true;
                }
                return;
            }
            _ => {}
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = value().unwrap_or_default(),
            "numId" => paragraph.list = value(),
            "ilvl" => paragraph.list_level = number(tag, "val"),
            "outlineLvl" => paragraph.outline = number(tag, "val"),
            // Of the paragraph's own mark: nothing else has it among its properties.
            "del" | "moveFrom" => paragraph.joins = true,
            "pageBreakBefore" if value().as_deref() != Some("0") && paragraph.text.is_empty() => {
                self.turn();
            }
            _ => {}
        }
    }

    /// What stands for a character, a page's end or a note.
    fn mark(&mut self, name: &str, tag: &BytesStart) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "tab" | "ptab" => paragraph.text.push('\t'),
            "br" if attribute(tag, "type").as_deref() == Some("page") => paragraph.ends_page = true,
            "br" | "cr" => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('-'),
            "softHyphen" => paragraph.text.push('\u{ad}'),
            "sym" => {
                let code = attribute(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let sign = symbols::sign(&attribute(tag, "font").unwrap_or_default(), code.unwrap_or(0));
                self.unknown += usize::from(sign == char::REPLACEMENT_CHARACTER);
                paragraph.text.push(sign);
            }
            // A box of a form: ticked, unless its own element says no.
            "checkBox" => paragraph.text.push('☐'),
            "checked" | "default" if paragraph.text.ends_with(['☐', '☒']) => {
                paragraph.text.pop();
                paragraph.text.push(if is_on(tag) { '☒' } else { '☐' });
            }
            // Where Word last began a page; inside a paragraph it would cut a sentence.
            "lastRenderedPageBreak" if paragraph.text.is_empty() => self.turn(),
            "lastRenderedPageBreak" => paragraph.ends_page = true,
            "footnoteReference" | "endnoteReference" => {
                let is_end = name == "endnoteReference";
                let own = attribute(tag, "customMarkFollows").is_some_and(|own| own != "0" && own != "false");
                let count = &mut self.counts[usize::from(is_end)];
                *count += u32::from(!own);
                // Word counts endnotes in small Roman figures.
                let mark = match (own, is_end) {
                    (true, _) => String::new(),
                    (_, false) => format!("[{count}]"),
                    (_, true) => format!("[{}]", Format::Roman { upper: false }.write(*count)),
                };
                paragraph.text.push_str(&mark);
                self.marks.insert((is_end, attribute(tag, "id").unwrap_or_default()), mark);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph)?;
                }
            }
            "pPr" | "rPr" | "sectPr" | "tblPr" | "trPr" | "tcPr" => {
                self.properties = self.properties.saturating_sub(1);
                self.ends_section |= name == "sectPr" && !self.open.is_empty();
            }
            "tr" if self.rows.pop() == Some(true) => self.body.drop_row(),
            "tr" => self.body.end_row()?,
            "t" => self.in_text = false,
            "r" => self.run = Run::default(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if !self.in_text {
            return;
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        let hidden = || self.styles.get(&paragraph.style).hidden == Some(true);
        if self.run.hidden.unwrap_or_else(hidden) {
            self.hidden += 1;
            return;
        }
        paragraph.bold += if self.run.bold { text.trim().len() } else { 0 };
        if self.run.raised {
            let raised = raised(&paragraph.text, text);
            paragraph.text.push_str(&raised);
        } else if self.run.signs.is_none() && !text.contains(is_private) {
            paragraph.text.push_str(text);
        } else {
            let font = self.run.signs.unwrap_or_default();
            for c in text.chars() {
                let sign = if font.is_empty() && !is_private(c) { c } else { symbols::sign(font, c.into()) };
                self.unknown += usize::from(sign == char::REPLACEMENT_CHARACTER);
                paragraph.text.push(sign);
            }
        }
    }

    /// Reads what the file holds of other documents: pages, texts, files of Word.
    fn read_chunks(&mut self, package: &mut Package, relations: &[Relation]) -> Result<(), Error> {
        for to in relations.iter().filter(|to| to.kind == "aFChunk") {
            let Some(bytes) = package.bytes(&to.part)? else { continue };
            // Half of what is left, so that documents in documents come to an end.
            let limits = ExtractLimits { unpacked: package.left() / 2, ..*package.limits };
            if let Ok(chunk) = extract::extract(bytes, &limits) {
                self.chunks.insert(to.id.clone(), chunk);
            }
        }
        Ok(())
    }

    /// Another document stands here.
    fn chunk(&mut self, tag: &BytesStart) -> Result<(), Error> {
        let Some(chunk) = attribute(tag, "id").and_then(|id| self.chunks.remove(&id)) else {
            self.unread += 1;
            return Ok(());
        };
        self.body.document(&chunk)
    }

    /// A paragraph whose end is deleted, and that nothing follows.
    fn end_joined(&mut self) -> Result<(), Error> {
        match self.joined.take() {
            Some(paragraph) => self.paragraph(Paragraph { joins: false, ..paragraph }),
            None => Ok(()),
        }
    }

    /// What was left out, a sentence each.
    fn tell(&self, notes: &mut Vec<String>) {
        for (count, what) in [
            (self.deletions, "left out deletions that the document tracks"),
            (self.hidden, "left out pieces of hidden text"),
            (self.unknown, "signs of fonts that are not known stand as \u{fffd}"),
            (self.unread, "left out embedded documents that cannot be read"),
            (self.notes_alone, "left out notes that nothing in the text refers to"),
        ] {
            if count > 0 {
                notes.push(format!("{what} ({count})"));
            }
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), Error> {
        if paragraph.joins {
            self.deletions += 1;
            self.joined = Some(paragraph);
            return Ok(());
        }
        if self.turned {
            self.head_pages()?;
        }
        let style = self.styles.get(&paragraph.style);
        let outline = paragraph.outline.map(|level| if level < 9 { Some(level as u8 + 1) } else { None });
        let heading = outline.unwrap_or(style.heading);
        let mut text = paragraph.text;
        if let Some(note) = self.note.take_if(|_| !text.trim().is_empty()) {
            text = format!("{note} {}", text.trim());
        }
        // A paragraph's own list 0 takes it out of its style's.
        let list = paragraph.list.or(style.list).filter(|list| list != "0");
        let level = paragraph.list_level.or(style.list_level).map(|level| level as usize);
        let level = match (level, &list) {
            (Some(level), _) => level,
            (None, Some(list)) => self.numbering.level_of(list, &paragraph.style),
            (None, None) => 0,
        };
        let number = list.and_then(|list| self.numbering.next(&list, level));
        self.body.paragraph(heading, number, level, &text, paragraph.bold)?;
        if paragraph.ends_page {
            self.turn();
        }
        if std::mem::take(&mut self.ends_section) {
            self.waiting.extend(self.heads.pop_front().unwrap_or_default());
            self.turned = true;
        }
        Ok(())
    }

    /// A page ends here.
    fn turn(&mut self) {
        self.body.page();
        self.turned = true;
    }

    /// Writes the page heads that wait, but for inside of tables.
    fn head_pages(&mut self) -> Result<(), Error> {
        if self.rows.is_empty() {
            self.turned = false;
            let waiting = std::mem::take(&mut self.waiting);
            waiting.iter().try_for_each(|line| self.body.line(Kind::Paragraph, line))?;
        }
        Ok(())
    }
}
