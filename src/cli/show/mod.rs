//! `klubba show`: a document's findings, drawn for the terminal, or as a page for the browser.

mod decisions;
mod excerpt;
mod matter;
mod outline;
mod page;
mod people;
mod speeches;

use super::Wanted;
use super::input::Input;
use super::output::{Output, quiet, unwritable};
use crate::analyzer::Layers;
use crate::document::{Date, Document, Error};
use crate::extract::{Extracted, FileFormat};
use crate::formats::{Origin, html};
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use page::{Page, style};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Draw a document in the terminal: its outline, who says what, what is decided, the dates
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  klubba show protokoll.txt
  klubba show protokoll.txt --rules --layers decisions
  klubba show protokoll.txt --color always | less -R
  klubba show protokoll.txt --html -o page.html
  klubba show --matter \"KS 2023/145\" out/

The number before a finding is its line. --rules adds the rule behind it, which klubba rules
CODE explains, and the line of klubba's source whose condition held.")]
pub(super) struct Show {
    /// A file; - reads standard input. With --matter the folder of a run that klubba link has linked
    file: PathBuf,
    /// The course of a matter through the bodies: its case number, or words of its title
    #[arg(long, value_name = "CASE", conflicts_with_all = ["rules", "ocr", "html", "date", "layers", "patterns", "lexicon"])]
    matter: Option<String>,
    #[command(flatten)]
    wanted: Wanted,
    /// Name the rule behind each finding, and where in the source its condition stands
    #[arg(long)]
    rules: bool,
    /// Read pages of a PDF that are images, with the program tesseract
    #[arg(long)]
    ocr: bool,
    /// Colours: on a terminal, always or never
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
    /// A page for the browser instead: the text with what was found in colour, and why
    #[arg(long, conflicts_with_all = ["rules", "color"])]
    html: bool,
    /// Where the page goes, in the place of a file that is there; - is standard output
    #[arg(short, long, value_name = "FILE", requires = "html")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Show {
    pub fn run(&self) -> Result<u8, Error> {
        if let Some(matter) = &self.matter {
            let courses = crate::link::course::courses(&self.file, matter)?;
            let mut out = BufWriter::new(self.stream());
            let drawn = matter::draw(&mut out, &courses, matter).and_then(|()| out.flush());
            quiet(drawn.map_err(|error| unwritable(Path::new("-"), &error)))?;
            return Ok(u8::from(courses.is_empty()));
        }
        let input = Input(&self.file);
        let file = input.read(self.ocr)?;
        let analyzer = self.wanted.analyzer()?;
        let document =
            analyzer.analyze_marked(&file.text, &file.marks).map_err(|error| error.of(input.name()))?;
        if self.html {
            return self.page(&document, &file, &input.name());
        }
        let mut out = BufWriter::new(self.stream());
        let mut page = Page::new(&mut out, &file.text, self.rules);
        let drawn = self.draw(&mut page, &document, &file, &input.name()).and_then(|()| out.flush());
        quiet(drawn.map_err(|error| unwritable(Path::new("-"), &error)))?;
        Ok(0)
    }

    /// Standard output, with the colours that were asked for.
    fn stream(&self) -> AutoStream<io::StdoutLock<'static>> {
        let choice = match self.color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        AutoStream::new(io::stdout().lock(), choice)
    }

    fn page(&self, doc: &Document, file: &Extracted, name: &str) -> Result<u8, Error> {
        let path = self.output.as_deref();
        let mut out = Output::open(path)?;
        let page = html::page(doc, &file.text, Origin { source: Some(name), ..Origin::default() });
        let written = out.write_all(page.as_bytes());
        let written = written.map_err(|error| unwritable(path.unwrap_or(Path::new("-")), &error));
        quiet(written.and_then(|()| out.finish()))?;
        Ok(0)
    }

    fn draw(&self, page: &mut Page, doc: &Document, file: &Extracted, name: &str) -> io::Result<()> {
        header(page, doc, file, name)?;
        outline::draw(page, doc)?;
        people::draw(page, doc)?;
        speeches::draw(page, doc)?;
        decisions::draw(page, doc)?;
        dates(page, &doc.dates)?;
        self.nothing(page, doc)
    }

    /// Says which of the layers that were asked for are empty.
    fn nothing(&self, page: &mut Page, doc: &Document) -> io::Result<()> {
        let wanted = self.wanted.layers.iter().copied().reduce(Layers::and).unwrap_or(Layers::ALL);
        let empty = [
            ("headings", Layers::HEADINGS, doc.headings.is_empty()),
            ("people", Layers::PEOPLE, doc.people.is_empty()),
            ("speeches", Layers::SPEECHES, doc.speeches.is_empty()),
            ("decisions", Layers::DECISIONS, doc.decisions.is_empty()),
            ("dates", Layers::DATES, doc.dates.is_empty()),
        ];
        let names = Vec::from_iter(empty.iter().filter(|x| x.2 && wanted.has(x.1)).map(|x| x.0));
        if !names.is_empty() {
            let dim = style::DIM;
            writeln!(page.out, "\n{dim}found no {}{dim:#}", names.join(", no "))?;
        }
        Ok(())
    }
}

/// Title, then kind, date, body and where it comes from.
fn header(page: &mut Page, doc: &Document, file: &Extracted, name: &str) -> io::Result<()> {
    let (title, dim, kind) = (style::TITLE, style::DIM, style::KIND);
    let own = doc.title.as_deref().map_or_else(|| "(no title)".to_string(), |t| page.line(t, 2));
    writeln!(page.out, "{title}{own}{title:#}")?;
    write!(page.out, "{kind}{}{kind:#}", doc.kind)?;
    let lines = page.lines();
    let mut facts = Vec::from_iter(doc.date.iter().chain(&doc.body).map(|fact| page.line(fact, 0)));
    facts.push(page.line(name, 0));
    facts.push(format!("{lines} line{}", if lines == 1 { "" } else { "s" }));
    if file.format != FileFormat::Text {
        facts.push(file.format.to_string());
    }
    if let Some(encoding) = file.encoding.filter(|encoding| *encoding != "UTF-8") {
        facts.push(format!("{encoding}{}", if file.guessed { " (guessed)" } else { "" }));
    }
    for fact in facts {
        write!(page.out, " {dim}·{dim:#} {fact}")?;
    }
    writeln!(page.out)?;
    for note in &file.notes {
        writeln!(page.out, "{dim}{}{dim:#}", page.line(note, 0))?;
    }
    Ok(())
}

/// A line a date: as written, as ISO 8601, and what bends it.
fn dates(page: &mut Page, dates: &[Date]) -> io::Result<()> {
    page.section("Dates", dates.len(), ("date", "dates"))?;
    let texts = Vec::from_iter(dates.iter().map(|date| page.line(date.span.of(page.text), 50)));
    let width = page.column(texts.iter(), 34);
    let values = page.column(dates.iter().map(|date| &date.value), 22);
    let (value, dim) = (style::DATE, style::DIM);
    for (date, text) in dates.iter().zip(&texts) {
        page.gutter(date.span.start)?;
        write!(page.out, "{text:width$}  {value}{:values$}{value:#}", date.value)?;
        if let Some(modifier) = date.modifier {
            write!(page.out, "  {modifier}")?;
        }
        if date.conflict {
            write!(page.out, "  {dim}another weekday{dim:#}")?;
        }
        if let Some(anchor) = &date.anchor {
            write!(page.out, "  {dim}seen from {anchor}{dim:#}")?;
        }
        page.end(date.rule)?;
    }
    Ok(())
}
