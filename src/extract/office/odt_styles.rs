//! What the styles of an ODT mean: which are titles, which begin a page, and how lists are numbered.

use super::numbering::{Format, Level};
use super::styles::level_of_name;
use super::symbols;
use super::xml::{Piece, attribute, number};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    begins_page: bool,
    /// Its text is not shown.
    hidden: Option<bool>,
    /// Its letters stand above the line.
    raised: Option<bool>,
    /// The font, where it draws signs for letters.
    signs: Option<Option<&'static str>>,
}

/// The styles of a document, read piece by piece.
#[derive(Debug, Default)]
pub(super) struct OdtStyles {
    styles: HashMap<String, Style>,
    lists: HashMap<String, Vec<Level>>,
    /// How headings are numbered.
    pub outline: Vec<Level>,
    style: Option<String>,
    /// The list that is being defined; the outline has no name.
    list: Option<String>,
}

impl OdtStyles {
    pub fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Open("style", tag) => {
                self.style = attribute(tag, "name");
                let style = Style {
                    parent: attribute(tag, "parent-style-name"),
                    list: attribute(tag, "list-style-name").filter(|name| !name.is_empty()),
                    ..Style::default()
                };
                self.styles.extend(self.style.clone().map(|name| (name, style)));
            }
            Piece::Close("style") => self.style = None,
            Piece::Open("paragraph-properties", tag) => {
                let style = self.style.as_ref().and_then(|name| self.styles.get_mut(name));
                if let Some(style) = style {
                    style.begins_page = attribute(tag, "break-before").as_deref() == Some("page");
                }
            }
            Piece::Open("text-properties", tag) => {
                let style = self.style.as_ref().and_then(|name| self.styles.get_mut(name));
                if let Some(style) = style {
                    style.hidden = attribute(tag, "display").map(|display| display == "none");
                    style.raised = attribute(tag, "text-position").map(|position| is_above(&position));
                    style.signs = attribute(tag, "font-name").map(|name| symbols::font(&name));
                }
            }
            Piece::Open("list-style", tag) => {
                self.list = attribute(tag, "name");
                self.lists.extend(self.list.clone().map(|name| (name, Vec::new())));
            }
            Piece::Close("list-style") => self.list = None,
            Piece::Open("list-level-style-bullet" | "list-level-style-image", tag) => {
                self.level(tag, Level { format: Format::Bullet, ..Level::default() });
            }
            Piece::Open("list-level-style-number" | "outline-level-style", tag) => {
                let format = Format::of(&attribute(tag, "num-format").unwrap_or_default());
                let level = number(tag, "level").unwrap_or(1);
                let shown = number(tag, "display-levels").unwrap_or(1).clamp(1, level.max(1));
                let parts = Vec::from_iter((level + 1 - shown..=level).map(|at| format!("%{at}")));
                let around = |key| attribute(tag, key).unwrap_or_default();
                let text = match format {
                    Format::None => String::new(),
                    _ => format!("{}{}{}", around("num-prefix"), parts.join("."), around("num-suffix")),
                };
                self.level(
                    tag,
                    Level { format, text, start: number(tag, "start-value").unwrap_or(1), legal: false },
                );
            }
            _ => {}
        }
    }

    fn level(&mut self, tag: &BytesStart, level: Level) {
        let levels = match &self.list {
            Some(list) => self.lists.entry(list.clone()).or_default(),
            None => &mut self.outline,
        };
        let at = number(tag, "level").unwrap_or(1).clamp(1, 10) as usize;
        if levels.len() < at {
            levels.resize(at, Level::default());
        }
        levels[at - 1] = level;
    }

    pub fn levels(&self, list: &str) -> &[Level] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// Whether a paragraph of this style begins a page.
    pub fn begins_page(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.begins_page)
    }

    /// Whether the text of a style is hidden.
    pub fn hides(&self, style: &str) -> bool {
        self.chain(style).find_map(|name| self.styles.get(name)?.hidden).unwrap_or(false)
    }

    /// Whether the letters of a style stand above the line, and the font that draws signs for them.
    pub fn letters(&self, style: &str) -> (bool, Option<&'static str>) {
        let raised = self.chain(style).find_map(|name| self.styles.get(name)?.raised);
        let signs = self.chain(style).find_map(|name| self.styles.get(name)?.signs);
        (raised.unwrap_or(false), signs.flatten())
    }

    /// The list that a style puts its paragraphs in.
    pub fn list(&self, style: &str) -> Option<&str> {
        self.chain(style).find_map(|name| self.styles.get(name)?.list.as_deref())
    }

    /// The level of the heading that a style is for: 0 for the title.
    pub fn heading(&self, style: &str) -> Option<u8> {
        self.chain(style).find_map(|name| level_of_name(&name.replace("_20_", " ")))
    }

    /// A style and those it is based on.
    fn chain<'s>(&'s self, style: &'s str) -> impl Iterator<Item = &'s str> {
        let parent = |name: &&'s str| self.styles.get(*name)?.parent.as_deref();
        std::iter::successors(Some(style), parent).take(12)
    }
}

/// Whether a position (`super 58%`, `33% 58%`) lies above the line.
fn is_above(position: &str) -> bool {
    let place = position.split_whitespace().next().unwrap_or_default();
    place == "super" || place.trim_end_matches('%').parse::<f32>().is_ok_and(|percent| percent > 0.0)
}
