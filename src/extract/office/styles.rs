//! What the styles of a DOCX mean: which are headings, and which are numbered.

use super::package::Package;
use super::xml::{Piece, attribute, is_on, number};
use crate::document::Error;
use std::collections::HashMap;

/// A paragraph's style, as far as it says something of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// 0 for the document's title, else the heading's level.
    pub heading: Option<u8>,
    /// The list it belongs to and the level in it.
    pub list: Option<String>,
    pub list_level: Option<u32>,
    /// What stands in it is not shown.
    pub hidden: Option<bool>,
    based_on: Option<String>,
}

/// The styles by their ids, each with what it inherits.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    pub fn read(package: &mut Package, part: &str) -> Result<Styles, Error> {
        let mut styles: HashMap<String, Style> = HashMap::new();
        let (mut id, mut style) = (String::new(), Style::default());
        package.walk(part, |piece| {
            match piece {
                Piece::Open("style", tag) => {
                    id = attribute(tag, "styleId").unwrap_or_default();
                    style = Style::default();
                }
                Piece::Open("name", tag) => {
                    style.heading = attribute(tag, "val").and_then(|name| level_of_name(&name));
                }
                Piece::Open("basedOn", tag) => style.based_on = attribute(tag, "val"),
                // 9 is the level of running text.
                Piece::Open("outlineLvl", tag) => {
                    let level = number(tag, "val").filter(|&level| level < 9);
                    style.heading = style.heading.or(level.map(|level| level as u8 + 1));
                }
                Piece::Open("numId", tag) => style.list = attribute(tag, "val"),
                Piece::Open("vanish", tag) => style.hidden = Some(is_on(tag)),
                Piece::Open("ilvl", tag) => style.list_level = number(tag, "val"),
                Piece::Close("style") => {
                    styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                }
                _ => {}
            }
            Ok(())
        })?;
        let inherited = styles.keys().map(|id| (id.clone(), inherit(&styles, id)));
        Ok(Styles(inherited.collect()))
    }

    pub fn get(&self, id: &str) -> Style {
        self.0.get(id).cloned().unwrap_or_default()
    }
}

/// A style with what it does not say itself from those that it is based on; they may be based on each other.
fn inherit(styles: &HashMap<String, Style>, id: &str) -> Style {
    let mut style = styles.get(id).cloned().unwrap_or_default();
    let mut parent = style.based_on.clone();
    for _ in 0..12 {
        let Some(next) = parent.as_deref().and_then(|id| styles.get(id)) else { break };
        style.heading = style.heading.or(next.heading);
        style.list = style.list.or_else(|| next.list.clone());
        style.list_level = style.list_level.or(next.list_level);
        style.hidden = style.hidden.or(next.hidden);
        parent.clone_from(&next.based_on);
    }
    style
}

/// Word knows its own styles by English names, whatever it shows; other programs write Swedish ones.
pub(super) fn level_of_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if matches!(name.as_str(), "title" | "rubrik" | "dokumenttitel" | "titel") {
        return Some(0);
    }
    let rest = ["heading", "rubrik", "överskrift"].iter().find_map(|key| name.strip_prefix(key))?;
    let level: u8 = rest.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
