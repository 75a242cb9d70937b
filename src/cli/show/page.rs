//! The page that findings are drawn on: its width, gutter, section rules and colours.

use super::excerpt;
use crate::document::Fired;
use crate::text::graphemes::width as columns;
use crate::text::lines::Lines;
use anstyle::Style;
use std::io::{self, Write};

/// Colours and weights, by what they mean.
pub(super) mod style {
    use crate::document::{DecisionKind, HeadingKind};
    use anstyle::{AnsiColor, Style};

    pub const TITLE: Style = Style::new().bold();
    pub const SECTION: Style = AnsiColor::Blue.on_default().bold();
    pub const DIM: Style = Style::new().dimmed();
    pub const KIND: Style = AnsiColor::Cyan.on_default();
    pub const DATE: Style = AnsiColor::Cyan.on_default();

    pub fn heading(kind: HeadingKind) -> Style {
        match kind {
            HeadingKind::Title => TITLE,
            HeadingKind::Item => AnsiColor::Yellow.on_default(),
            HeadingKind::Section => Style::new(),
            HeadingKind::Label => Style::new().italic(),
        }
    }

    pub fn decision(kind: DecisionKind) -> Style {
        let color = match kind {
            DecisionKind::Adopt => AnsiColor::Green,
            DecisionKind::Reject | DecisionKind::Reserve => AnsiColor::Red,
            DecisionKind::Elect => AnsiColor::Magenta,
            DecisionKind::Assign => AnsiColor::Cyan,
            DecisionKind::Refer | DecisionKind::Postpone => AnsiColor::Yellow,
            DecisionKind::Propose | DecisionKind::Move => AnsiColor::Blue,
            DecisionKind::Note => AnsiColor::White,
        };
        color.on_default().bold()
    }

    /// A colour of one's own, as far as six go.
    pub fn person(index: usize) -> Style {
        const WHEEL: [AnsiColor; 6] = [
            AnsiColor::Green,
            AnsiColor::Magenta,
            AnsiColor::Yellow,
            AnsiColor::Cyan,
            AnsiColor::Blue,
            AnsiColor::Red,
        ];
        let color = WHEEL.get(index % WHEEL.len()).copied().unwrap_or(AnsiColor::Green);
        color.on_default().bold()
    }
}

/// Where findings are drawn.
pub(super) struct Page<'a> {
    pub out: &'a mut dyn Write,
    /// The text in which they were found.
    pub text: &'a str,
    lines: Lines,
    digits: usize,
    width: usize,
    rules: bool,
}

impl<'a> Page<'a> {
    pub fn new(out: &'a mut dyn Write, text: &'a str, rules: bool) -> Page<'a> {
        let lines = Lines::of(text);
        let digits = lines.len().max(100).to_string().len();
        // A page wider than a book's is hard to read; in a pipe there is no width to fill.
        let terminal = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
        Page { out, text, lines, digits, width: terminal.clamp(60, 110), rules }
    }

    /// How many lines the text has.
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Room beside the gutter.
    pub fn room(&self) -> usize {
        self.width - self.digits - 3
    }

    /// `text` on one line, cut to the page's room less `taken`; as long as it is if `taken` is 0.
    pub fn line(&self, text: &str, taken: usize) -> String {
        let room = if taken == 0 { 200 } else { self.room().saturating_sub(taken) };
        excerpt::wrap(text, room, 1).pop().unwrap_or_default()
    }

    /// The width of a column that holds these, at most `most`.
    pub fn column<'t>(&self, texts: impl Iterator<Item = &'t String>, most: usize) -> usize {
        texts.map(|text| columns(text)).filter(|&width| width <= most).max().unwrap_or(0)
    }

    /// A section's name over a rule, with how many findings it holds (`what` is their name, one and many);
    /// nothing if it holds none.
    pub fn section(&mut self, name: &str, count: usize, what: (&str, &str)) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        let counted = format!("{count} {}", if count == 1 { what.0 } else { what.1 });
        let line = "─".repeat(self.width.saturating_sub(name.len() + counted.len() + 2));
        let (bold, dim) = (style::SECTION, style::DIM);
        writeln!(self.out, "\n{bold}{name}{bold:#} {dim}{line} {counted}{dim:#}")
    }

    /// The line number of byte `at`, and the bar.
    pub fn gutter(&mut self, at: u32) -> io::Result<()> {
        let (number, digits, dim) = (self.lines.index(at as usize) + 1, self.digits, style::DIM);
        write!(self.out, "{dim}{number:digits$} │{dim:#} ")
    }

    /// The bar alone, before a line that goes on.
    pub fn bar(&mut self) -> io::Result<()> {
        let (digits, dim) = (self.digits, style::DIM);
        write!(self.out, "{dim}{:digits$} │{dim:#} ", "")
    }

    /// Paragraph of at most `most` lines, each behind the bar and indented.
    pub fn paragraph(&mut self, text: &str, indent: usize, first: &str, most: usize) -> io::Result<()> {
        self.styled(text, indent, first, most, Style::new())
    }

    /// The same, dimmed.
    pub fn dim_paragraph(&mut self, text: &str, indent: usize, first: &str, most: usize) -> io::Result<()> {
        self.styled(text, indent, first, most, style::DIM)
    }

    fn styled(&mut self, text: &str, indent: usize, first: &str, most: usize, own: Style) -> io::Result<()> {
        let room = self.room().saturating_sub(indent + columns(first));
        for (index, line) in excerpt::wrap(text, room, most).into_iter().enumerate() {
            self.bar()?;
            let lead = if index == 0 { first.to_string() } else { " ".repeat(columns(first)) };
            writeln!(self.out, "{:indent$}{own}{lead}{line}{own:#}", "")?;
        }
        Ok(())
    }

    /// Ends a finding's first line, with its rule and the line of its condition where rules are wanted.
    pub fn end(&mut self, rule: Fired) -> io::Result<()> {
        if self.rules {
            let dim = style::DIM;
            write!(self.out, "  {dim}[{} {}]{dim:#}", rule.code, rule.condition())?;
        }
        writeln!(self.out)
    }
}
