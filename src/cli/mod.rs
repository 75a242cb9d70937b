//! The command `klubba`: what it understands, and what each word of it starts.

mod analyze;
mod completions;
mod find;
mod input;
mod link;
pub(crate) mod options;
mod output;
mod own;
mod rules;
mod show;
mod stats;
mod text;

use crate::analyzer::Layers;
use crate::document::{Error, ErrorKind};
use clap::{Parser, Subcommand};
use jiff::civil;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// Swedish administrative texts into data: headings, speakers, decisions and dates.
#[derive(Debug, Parser)]
#[command(
    name = "klubba",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    subcommand_required = true,
    after_help = "Examples:
  klubba show protokoll.pdf                     read a document's findings in the terminal
  klubba analyze protokoll/*.txt -o all.jsonl   one JSON object a line (klubba/1)
  klubba analyze archive/ -o out/ --format parquet   a folder or archive of anything, as tables
  klubba find --within decisions budget archive/    your own patterns, and what they stand in
  klubba stats out/                             what is in a result
  klubba link out/                              who is one person across its documents
  curl -s URL | klubba analyze - --format json  standard input, indented
  klubba text protokoll.pdf                     the text that was read
  klubba rules date.day                         why something was found

Exit status: 0 all was done; 1 some input failed and the rest was done; 2 wrong usage."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Analyze(analyze::Analyze),
    Show(show::Show),
    Find(Box<find::Find>),
    Stats(stats::Stats),
    Text(text::Text),
    Link(link::Link),
    Rules(rules::Rules),
    Completions(completions::Completions),
}

/// What every command that analyses takes.
#[derive(Debug, clap::Args)]
struct Wanted {
    /// The document's date where the text gives none; dates like "igår" are resolved against it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    date: Option<civil::Date>,
    /// Only these layers: headings, dates, people, speeches, decisions (all, if nothing is said)
    #[arg(long, value_name = "LAYER,…", value_delimiter = ',', value_parser = options::layer)]
    layers: Vec<Layers>,
    /// Patterns of your own, found in the same run: TOML, name = 'pattern'. Those called case and heading tell the
    /// layers of case numbers and headings
    #[arg(long, value_name = "FILE")]
    patterns: Option<PathBuf>,
    /// Words of your own: TOML with lists called bodies, roles, verbs, labels
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
}

impl Wanted {
    fn analyzer(&self) -> Result<crate::analyzer::Analyzer, Error> {
        let patterns = self.patterns.as_deref().map(own::patterns).transpose()?;
        let terms = self.lexicon.as_deref().map(own::terms).transpose()?;
        Ok(options::analyzer(self.date, &self.layers, terms.as_ref(), patterns.as_ref()))
    }

    /// What a run that goes on must have too: what the files of patterns and words hold.
    fn own(&self) -> [Option<String>; 2] {
        [&self.patterns, &self.lexicon].map(|path| std::fs::read_to_string(path.as_deref()?).ok())
    }

    /// The layers by name, in order.
    fn layer_names(&self) -> Vec<&'static str> {
        let wanted = self.layers.iter().copied().reduce(Layers::and).unwrap_or(Layers::ALL);
        let layers = ["headings", "dates", "people", "speeches", "decisions"];
        let has = |name: &&str| Layers::from_name(name).is_some_and(|layer| wanted.has(layer));
        layers.into_iter().filter(has).collect()
    }
}

/// Runs the command with these arguments, the first being the program's name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(run(args))
}

/// The same, for Python: the exit status is a number there.
pub(crate) fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are "errors" to clap, with status 0. A closed pipe is no failure.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let done = match cli.command {
        Command::Analyze(command) => command.run(),
        Command::Show(command) => command.run(),
        Command::Find(command) => command.run(),
        Command::Stats(command) => command.run(),
        Command::Text(command) => command.run(),
        Command::Link(command) => command.run(),
        Command::Rules(command) => command.run(),
        Command::Completions(command) => command.run(),
    };
    match done {
        Ok(status) => status,
        Err(error) => {
            complain(&error);
            if error.kind() == ErrorKind::Usage { 2 } else { 1 }
        }
    }
}

/// Says on standard error what went wrong.
fn complain(error: &Error) {
    say(&format!("klubba: {error}"));
}

/// Says on standard error why a document failed.
fn complain_of(failure: &crate::corpus::run::Failure) {
    say(&format!("klubba: {failure}"));
}

/// Says something on standard error.
fn say(words: &str) {
    use std::io::Write;
    // Nobody may be listening; that is no reason to stop.
    let _ = writeln!(std::io::stderr(), "{words}");
}
