//! `klubba stats`: what is in a result, drawn for the terminal.

mod read;

use super::output::{quiet, unwritable};
use crate::document::Error;
use crate::text::graphemes::{short, width as columns};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

const BOLD: Style = Style::new().bold();
const BAR: Style = AnsiColor::Green.on_default();
/// Of bodies and speakers so many are shown.
const TOP: usize = 10;
/// The longest bar.
const WIDTH: usize = 40;

/// Draw what is in a result: documents by kind and year, decisions by kind, who decides and speaks most
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  klubba stats out/
  klubba stats found.jsonl.zst

A result is a folder of Parquet or JSON Lines, or a file of JSON Lines (klubba/1), packed or not.
People are counted by their names; where klubba link has run over a folder of Parquet, by who they are.")]
pub(super) struct Stats {
    /// A folder or file that klubba analyze wrote; - reads JSON Lines from standard input
    path: PathBuf,
}

/// How often something occurs.
pub(super) type Count = HashMap<String, u64>;

/// What is counted of a result.
#[derive(Debug, Default)]
pub(super) struct Counts {
    documents: u64,
    kinds: Count,
    years: Count,
    undated: u64,
    decisions: Count,
    bodies: Count,
    speakers: Count,
    failures: Count,
    /// Whether speakers are counted in words.
    words: bool,
}

/// One more of these.
pub(super) fn add(count: &mut Count, name: &str) {
    add_many(count, name, 1);
}

/// So many more of these.
pub(super) fn add_many(count: &mut Count, name: &str, many: u64) {
    match count.get_mut(name) {
        Some(count) => *count += many,
        None => {
            count.insert(name.to_string(), many);
        }
    }
}

impl Stats {
    pub fn run(&self) -> Result<u8, Error> {
        let counts = read::counts(&self.path)?;
        let mut out = BufWriter::new(AutoStream::new(io::stdout().lock(), ColorChoice::Auto));
        let drawn = draw(&mut out, counts).and_then(|()| out.flush());
        quiet(drawn.map_err(|error| unwritable(Path::new("-"), &error)))?;
        Ok(0)
    }
}

fn draw(out: &mut impl Write, counts: Counts) -> io::Result<()> {
    let Counts { documents, kinds, years, undated, decisions, bodies, speakers, failures, words } = counts;
    let failed: u64 = failures.values().sum();
    writeln!(
        out,
        "{BOLD}{documents} documents{BOLD:#}{}",
        match failed {
            0 => String::new(),
            failed => format!(", {failed} failed"),
        }
    )?;
    bars(out, "Documents by kind", most(kinds, usize::MAX))?;
    let mut years = Vec::from_iter(years);
    years.sort();
    bars(out, "Documents by year", years)?;
    if undated > 0 && undated < documents {
        writeln!(out, "  and {undated} without a date")?;
    }
    bars(out, "Decisions by kind", most(decisions, usize::MAX))?;
    bars(out, "Bodies that decide most", most(bodies, TOP))?;
    bars(
        out,
        if words { "People who speak most, in words" } else { "People who speak most" },
        most(speakers, TOP),
    )?;
    bars(out, "Failures by cause", most(failures, usize::MAX))
}

/// The most frequent, those of one count by name.
fn most(count: Count, top: usize) -> Vec<(String, u64)> {
    let mut all = Vec::from_iter(count);
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(top);
    all
}

/// A line with a bar for each.
fn bars(out: &mut impl Write, title: &str, rows: Vec<(String, u64)>) -> io::Result<()> {
    let Some(largest) = rows.iter().map(|row| row.1).max() else { return Ok(()) };
    writeln!(out, "\n{BOLD}{title}{BOLD:#}")?;
    let names = Vec::from_iter(rows.iter().map(|row| shown(&row.0)));
    let width = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    let digits = largest.to_string().len();
    for ((_, count), name) in rows.iter().zip(&names) {
        // Eighths of a character.
        let eighths = (*count as u128 * WIDTH as u128 * 8 / u128::from(largest.max(1))) as usize;
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"].get(eighths % 8).copied().unwrap_or("");
        let bar = format!("{}{part}", "█".repeat(eighths / 8));
        let pad = width.saturating_sub(columns(name));
        writeln!(out, "  {name}{:pad$}  {count:>digits$}  {BAR}{bar}{BAR:#}", "")?;
    }
    Ok(())
}

/// A name that fits a line, without what a terminal would obey.
fn shown(name: &str) -> String {
    const LONGEST: usize = 36;
    let plain = name.replace(char::is_control, " ");
    short(&plain, LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        let count =
            Count::from([("ja".to_string(), 80), ("nej".to_string(), 21), ("å\u{1b}".to_string(), 0)]);
        let mut out = Vec::new();
        bars(&mut out, "Svar", most(count, 3)).unwrap();
        let plain = anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string();
        let expected =
            format!("\nSvar\n  ja   80  {}\n  nej  21  {}▌\n  å     0  \n", "█".repeat(40), "█".repeat(10));
        assert_eq!(plain, expected);
    }
}
