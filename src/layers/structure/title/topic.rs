//! The title of a page that tells about one thing: a few words alone, one of which the prose right below takes up.

use super::below::ends_with_credit;
use super::line::Line;
use super::words::has_verb;
use super::{Title, Walk};
use crate::document::Span;
use crate::layers::structure::layout::Role;
use crate::lexicon::sets::frames::ENTRIES;
use crate::text::walk;

/// How many lines with text are looked at.
const LINES: usize = 9;
/// A longer line is no topic.
const LONGEST: usize = 60;
/// Prose is longer.
const PROSE: usize = 60;
/// In so much of the prose the topic is looked for, in bytes.
const NEAR: usize = 400;
/// So many letters tell one word from others.
const STEM: usize = 6;
/// Within so many rows a headline comes, and no longer, in bytes.
const HEADLINE_ROWS: usize = 12;
const LONGEST_HEADLINE: usize = 200;
/// What stands above a topic is no longer, in bytes.
const ABOVE: usize = 400;

impl Walk<'_, '_> {
    /// *Hamnrådet⏎⏎Varje hamn har ett hamnråd.*: the title of a page that has no other. What a site prints and the words of a
    /// picture may stand above it.
    pub(super) fn topic(&self, from: usize) -> Option<Title> {
        let rows = self.layout.rows.iter().enumerate().skip(from);
        let top = self.layout.rows.get(from)?.span.start as usize;
        let mut texts = rows.filter(|(_, row)| !matches!(row.role, Role::Blank | Role::Markup | Role::Frame));
        let topic = texts
            .by_ref()
            .take(LINES)
            .take_while(|(index, row)| {
                row.span.end as usize - top <= ABOVE
                    && matches!(row.role, Role::Text | Role::Heading | Role::Bold)
                    && !matches!(self.line(*index), Line::Field | Line::Part | Line::Document | Line::Series)
            })
            .find(|(index, row)| {
                row.span.len() < LONGEST && self.is_topic(*index, top) || self.is_quoted(*index)
            })?;
        Some(self.lines(topic.0, topic.0))
    }

    /// *Beslut: ny brygga i hamnen*, *Abborren är tillbaka – nappar vid bryggan*: the first line of all, without a full stop, alone
    /// above prose. It may say something, as headlines do; a day and what a site prints may stand above it.
    pub(super) fn headline(&self, from: usize) -> Option<Title> {
        let rows = self.layout.rows.iter().enumerate().skip(from).take(HEADLINE_ROWS);
        let mut texts = rows.filter(|(_, row)| !matches!(row.role, Role::Blank | Role::Markup | Role::Frame));
        let passed = |index: usize| {
            let word = self.text(index);
            let name_of_site = !word.contains(' ') && word.starts_with(char::is_lowercase);
            matches!(self.line(index), Line::Day | Line::Passed) || name_of_site || self.is_caption(index)
        };
        let (index, row) = texts.find(|&(index, _)| !passed(index))?;
        let text = self.text(index);
        let told = match self.line(index) {
            Line::Title | Line::Prose => true,
            // *Beslut: ny brygga i hamnen*
            Line::Field => row.role == Role::Heading && text.split_whitespace().nth(4).is_some(),
            _ => false,
        };
        (told
            && matches!(row.role, Role::Text | Role::Heading | Role::Bold)
            && row.span.len() <= LONGEST_HEADLINE
            && text.split_whitespace().nth(2).is_some()
            && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '”' | '('))
            && !text.trim_end_matches(['”', '"']).ends_with(['.', ',', ':', ';', '-', '…'])
            && self.layout.open_above(index)
            && self.layout.open_below(index)
            && self.is_over_prose(index))
        .then(|| self.lines(index, index))
    }

    /// *Anna Holm vid bryggan. Foto: Per Ek*: the words of a picture, or a short sentence right above a page's day.
    fn is_caption(&self, index: usize) -> bool {
        let text = self.text(index);
        let above_day = || {
            text.len() < 60
                && text.ends_with('.')
                && self.below(index).is_some_and(|(next, apart)| !apart && self.line(next) == Line::Day)
        };
        ends_with_credit(text) || above_day()
    }

    fn is_topic(&self, index: usize, top: usize) -> bool {
        let text = self.text(index);
        let Some(prose) = self.layout.next(index).map(|next| self.layout.rows[next]) else { return false };
        let words = || text.split_whitespace();
        let last = text.chars().next_back();
        self.layout.open_above(index)
            && self.layout.open_below(index)
            && words().nth(4).is_none()
            && last.is_some_and(char::is_alphabetic)
            && text.starts_with(char::is_uppercase)
            && !ENTRIES.has(text)
            && matches!(self.line(index), Line::Letterhead | Line::Title)
            && prose.role == Role::Text
            && prose.span.len() > PROSE
            && !has_verb(text)
            && self.takes_up(self.layout.rows[index].span, prose.span, top)
    }

    /// *”Vi behöver fler bryggor”*: what somebody says as the headline, alone above prose.
    fn is_quoted(&self, index: usize) -> bool {
        let text = self.text(index);
        let mark = |c: char| matches!(c, '”' | '“' | '"' | '»' | '«');
        let inside = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        let prose = self.layout.next(index).map(|next| self.layout.rows[next]);
        inside.is_some_and(|inside| {
            (4..=14).contains(&inside.split_whitespace().count())
                && !inside.contains(mark)
                && !inside.ends_with(['.', ','])
        }) && self.layout.open_above(index)
            && prose.is_some_and(|prose| {
                let least = if self.layout.open_below(index) { PROSE } else { 3 * PROSE };
                prose.role == Role::Text && prose.span.len() > least
            })
    }

    /// Whether the prose, and nothing above the topic, has a word that begins as the topic's longest word does.
    fn takes_up(&self, topic: Span, prose: Span, top: usize) -> bool {
        let text = self.source.text;
        let longest =
            topic.of(text).split_whitespace().max_by_key(|word| word.len()).unwrap_or("").to_lowercase();
        let letters = STEM.max(longest.chars().count().saturating_sub(4));
        let stem: String = longest.chars().take(letters).collect();
        let says = |part: &str| {
            let lower = part.to_lowercase();
            lower.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&stem))
        };
        stem.chars().count() >= STEM
            && says(walk::head(text.get(prose.start as usize..).unwrap_or(""), NEAR))
            && !says(text.get(top..topic.start as usize).unwrap_or(""))
    }
}
