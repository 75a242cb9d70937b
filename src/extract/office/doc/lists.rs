//! The lists of a Word file: how their levels are numbered, and how far each has counted.

use super::super::numbering::{Counter, Format, Level};
use super::file::{File, Part, counted, u16_at, u32_at};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Default)]
pub(super) struct Lists {
    levels: HashMap<u32, Vec<Level>>,
    /// The definition of each list that paragraphs name, and where it starts anew.
    lists: Vec<(u32, Vec<(usize, u32)>)>,
    counters: HashMap<u32, Counter>,
    begun: HashSet<u16>,
}

impl Lists {
    pub fn read(file: &File) -> Lists {
        let mut lists = Lists::default();
        lists.definitions(file.part_from(Part::Lists));
        lists.overrides(file.part(Part::Overrides));
        lists
    }

    /// The number that the next paragraph of a list prints. Lists are named from 1.
    pub fn next(&mut self, list: u16, level: usize) -> Option<String> {
        let (definition, starts) = self.lists.get(usize::from(list).checked_sub(1)?)?;
        let levels = self.levels.get(definition)?;
        let counter = self.counters.entry(*definition).or_default();
        if !starts.is_empty() && self.begun.insert(list) {
            counter.restart();
            starts.iter().for_each(|&(level, number)| counter.set(level, number));
        }
        counter.next(levels, level)
    }

    /// The heads of all lists, then the levels of each.
    fn definitions(&mut self, part: &[u8]) {
        let count = u16_at(part, 0).unwrap_or(0) as usize;
        let mut at = 2 + 28 * count;
        for list in 0..count {
            let head = part.get(2 + 28 * list..2 + 28 * (list + 1)).unwrap_or_default();
            let Some(id) = u32_at(head, 0) else { return };
            let levels = if head[26] & 1 != 0 { 1 } else { 9 };
            let mut read = Vec::new();
            for _ in 0..levels {
                let Some((level, end)) = level(part, at) else { return };
                read.push(level);
                at = end;
            }
            self.levels.insert(id, read);
        }
    }

    fn overrides(&mut self, part: &[u8]) {
        let count = u32_at(part, 0).unwrap_or(0) as usize;
        let heads = part.get(4..).unwrap_or_default().chunks_exact(16).take(count);
        let mut at = 4 + 16 * count.min(heads.len());
        for head in heads {
            let mut starts = Vec::new();
            // What is before the changes of a list is of no use.
            at += 4;
            for _ in 0..head[12].min(9) {
                let Some((start, flags)) = u32_at(part, at).zip(u32_at(part, at + 4)) else { break };
                at += 8;
                if flags & 0x10 != 0 {
                    starts.push(((flags & 0xF) as usize, start));
                }
                if flags & 0x20 != 0 {
                    let Some((own, end)) = level(part, at) else { break };
                    starts.push(((flags & 0xF) as usize, own.start));
                    at = end;
                }
            }
            self.lists.push((u32_at(head, 0).unwrap_or(0), starts));
        }
    }
}

/// A level, and where the next begins.
fn level(part: &[u8], at: usize) -> Option<(Level, usize)> {
    let head = part.get(at..at + 28)?;
    let changes = head[24] as usize + head[25] as usize;
    let (text, end) = counted(part, at + 28 + changes)?;
    let format = match head[4] {
        1 => Format::Roman { upper: true },
        2 => Format::Roman { upper: false },
        3 => Format::Letter { upper: true },
        4 => Format::Letter { upper: false },
        23 => Format::Bullet,
        255 => Format::None,
        _ => Format::Decimal,
    };
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\0'..='\u{8}' => shown.push_str(&format!("%{}", u32::from(c) + 1)),
            c => shown.push(c),
        }
    }
    let legal = head[5] & 4 != 0;
    Some((Level { format, text: shown, start: u32_at(head, 0)?, legal }, end))
}
