//! What paragraphs and characters are: runs of properties, and styles.

use super::super::styles::level_of_name;
use super::file::{File, Part, counted, plc_of, u16_at, u32_at};
use std::ops::Range;

/// What is known of a paragraph; a style knows the same of its paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub style: u16,
    pub in_table: bool,
    /// Its mark ends the row of a table.
    pub ends_row: bool,
    pub list: Option<u16>,
    pub level: Option<u8>,
    pub outline: Option<u8>,
    pub new_page: Option<bool>,
}

/// What is known of a run of characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub hidden: Option<bool>,
    pub deleted: bool,
    pub bold: Option<bool>,
    pub raised: bool,
    pub font: Option<u16>,
    /// A sign of a font: which, and its code.
    pub sign: Option<(u16, u16)>,
    /// Where in the stream of data what the character stands for lies.
    pub data: Option<u32>,
    pub style: Option<u16>,
}

/// Properties by the places of what they belong to, in order.
#[derive(Debug)]
pub(super) struct Runs<T>(Vec<(Range<usize>, T)>);

impl<T: Default + Clone> Runs<T> {
    fn new(mut runs: Vec<(Range<usize>, T)>) -> Runs<T> {
        runs.sort_by_key(|(places, _)| places.start);
        Runs(runs)
    }

    pub fn at(&self, place: usize) -> Option<&T> {
        let at = self.0.partition_point(|(places, _)| places.start <= place);
        self.0[..at].last().filter(|(places, _)| places.contains(&place)).map(|(_, run)| run)
    }
}

/// The changes in a list of them, each a code and its operand ([MS-DOC] 2.2.5).
fn changes(mut list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let code = u16_at(list, 0)?;
        let rest = &list[2..];
        let (skip, length) = match (code >> 13, code) {
            // A table's definition has a length of two bytes, one too large.
            (6, 0xD608) => (2, (u16_at(rest, 0)? as usize).saturating_sub(1)),
            (6, _) => (1, *rest.first()? as usize),
            (0 | 1, _) => (0, 1),
            (2 | 4 | 5, _) => (0, 2),
            (3, _) => (0, 4),
            _ => (0, 3),
        };
        let operand = rest.get(skip..skip + length)?;
        list = rest.get(skip + length..)?;
        Some((code, operand))
    })
}

impl Paragraph {
    fn change(&mut self, list: &[u8], file: &File) {
        for (code, operand) in changes(list) {
            let byte = operand.first().copied().unwrap_or(0);
            match code {
                0x2416 => self.in_table = byte != 0,
                0x2417 => self.ends_row = byte != 0,
                0x6649 if operand.iter().any(|&byte| byte != 0) => self.in_table = true,
                0x260A => self.level = Some(byte),
                0x460B => self.list = u16_at(operand, 0),
                0x2640 => self.outline = Some(byte),
                0x2407 => self.new_page = Some(byte != 0),
                0x4600 => self.style = u16_at(operand, 0).unwrap_or(0),
                // Too many changes for a page of them lie in the stream of data.
                0x6645 | 0x6646 => {
                    let at = u32_at(operand, 0).unwrap_or(u32::MAX) as usize;
                    let length = u16_at(&file.data, at).unwrap_or(0) as usize;
                    let far = file.data.get(at.saturating_add(2)..at.saturating_add(2 + length));
                    // None of those leads further.
                    let far =
                        far.filter(|far| changes(far).all(|(code, _)| !matches!(code, 0x6645 | 0x6646)));
                    if let Some(far) = far {
                        self.change(far, file);
                    }
                }
                _ => {}
            }
        }
    }
}

impl Run {
    fn change(&mut self, list: &[u8]) {
        for (code, operand) in changes(list) {
            let byte = operand.first().copied().unwrap_or(0);
            match code {
                0x0800 => self.deleted = byte != 0,
                0x083C => self.hidden = toggle(byte),
                0x0835 => self.bold = toggle(byte),
                0x2A48 => self.raised = byte == 1,
                0x4A4F => self.font = u16_at(operand, 0),
                0x4A30 => self.style = u16_at(operand, 0),
                0x6A09 => self.sign = u16_at(operand, 0).zip(u16_at(operand, 2)),
                0x6A03 => self.data = u32_at(operand, 0),
                _ => {}
            }
        }
    }
}

/// On, off, or as the style says.
fn toggle(byte: u8) -> Option<bool> {
    match byte {
        0 => Some(false),
        1 | 0x81 => Some(true),
        _ => None,
    }
}

/// The pages of a table of properties: where each run lies, and its bytes' place in the page.
fn pages(file: &File, part: Part, width: usize) -> Vec<(Range<usize>, &[u8], usize)> {
    let mut runs = Vec::new();
    for (_, number) in plc_of(file.part(part), 4) {
        let from = (u32_at(number, 0).unwrap_or(0) & 0x3F_FFFF) as usize * 512;
        let Some(page) = file.main.get(from..from + 512) else { continue };
        let count = page[511] as usize;
        for at in 0..count {
            let place = |at: usize| u32_at(page, 4 * at).unwrap_or(0) as usize;
            let Some(&offset) = page.get(4 * (count + 1) + width * at) else { break };
            runs.push((place(at)..place(at + 1), page, 2 * offset as usize));
        }
    }
    runs
}

pub(super) fn paragraphs(file: &File) -> Runs<Paragraph> {
    let of = |(places, page, at): (Range<usize>, &[u8], usize)| {
        let mut paragraph = Paragraph::default();
        let list = match page.get(at) {
            _ if at == 0 => None,
            Some(0) => page.get(at + 1).and_then(|&half| page.get(at + 2..at + 2 + 2 * half as usize)),
            Some(&half) => page.get(at + 1..at + 2 * half as usize),
            None => None,
        };
        if let Some(list) = list {
            paragraph.style = u16_at(list, 0).unwrap_or(0);
            paragraph.change(list.get(2..).unwrap_or_default(), file);
        }
        (places, paragraph)
    };
    Runs::new(pages(file, Part::Paragraphs, 13).into_iter().map(of).collect())
}

pub(super) fn runs(file: &File) -> Runs<Run> {
    let of = |(places, page, at): (Range<usize>, &[u8], usize)| {
        let mut run = Run::default();
        let list = page.get(at).and_then(|&length| page.get(at + 1..at + 1 + length as usize));
        run.change(list.filter(|_| at > 0).unwrap_or_default());
        (places, run)
    };
    Runs::new(pages(file, Part::Characters, 1).into_iter().map(of).collect())
}

/// A style: a heading's level (0 for the title), and what it says of its paragraphs and letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub heading: Option<u8>,
    pub paragraph: Paragraph,
    pub run: Run,
    base: usize,
}

pub(super) fn styles(file: &File) -> Vec<Style> {
    let sheet = file.part(Part::Styles);
    let head = u16_at(sheet, 0).unwrap_or(0) as usize;
    let fixed = u16_at(sheet, 4).unwrap_or(10) as usize;
    let mut styles = Vec::new();
    let mut at = 2 + head;
    while let Some(length) = u16_at(sheet, at).map(usize::from) {
        let Some(definition) = sheet.get(at + 2..at + 2 + length) else { break };
        styles.push(style(definition, fixed, file).unwrap_or_default());
        at += 2 + length;
    }
    for at in 0..styles.len() {
        // Styles may be based on each other.
        let mut base = styles[at].base;
        for _ in 0..12 {
            let Some(parent) = styles.get(base).cloned() else { break };
            let own = &mut styles[at];
            own.heading = own.heading.or(parent.heading);
            own.paragraph.list = own.paragraph.list.or(parent.paragraph.list);
            own.paragraph.level = own.paragraph.level.or(parent.paragraph.level);
            own.run.hidden = own.run.hidden.or(parent.run.hidden);
            own.run.bold = own.run.bold.or(parent.run.bold);
            base = parent.base;
        }
    }
    styles
}

fn style(definition: &[u8], fixed: usize, file: &File) -> Option<Style> {
    let (known, kind) = (u16_at(definition, 0)? & 0xFFF, u16_at(definition, 2)?);
    let mut style = Style { base: (kind >> 4) as usize, ..Style::default() };
    let (name, end) = counted(definition, fixed)?;
    // What the style changes lies behind its name, each list with its length and on an even place.
    let mut at = (end + 2).next_multiple_of(2);
    let mut lists = std::iter::from_fn(|| {
        let length = u16_at(definition, at)? as usize;
        let list = definition.get(at + 2..at + 2 + length)?;
        at = (at + 2 + length).next_multiple_of(2);
        Some(list)
    });
    if kind & 0xF == 1 {
        style.paragraph.change(lists.next()?.get(2..).unwrap_or_default(), file);
    }
    if let Some(list) = lists.next().filter(|_| matches!(kind & 0xF, 1 | 2)) {
        style.run.change(list);
    }
    let outline = style.paragraph.outline.filter(|&level| level < 9).map(|level| level + 1);
    style.heading = match known {
        1..=9 => Some(known as u8),
        62 => Some(0),
        _ => level_of_name(&name).or(outline),
    };
    Some(style)
}

/// The names of the fonts.
pub(super) fn fonts(file: &File) -> Vec<String> {
    let part = file.part(Part::Fonts);
    let mut at = 4;
    let mut fonts = Vec::new();
    while let Some(&length) = part.get(at) {
        let Some(font) = part.get(at + 1..at + 1 + length as usize) else { break };
        let units = font.get(39..).unwrap_or_default().chunks_exact(2);
        let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).take_while(|&unit| unit != 0);
        fonts.push(String::from_utf16_lossy(&Vec::from_iter(units)));
        at += 1 + length as usize;
    }
    fonts
}
