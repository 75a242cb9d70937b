//! `klubba link`: people and matters across the documents of a run.

use crate::document::Error;
use crate::link::{Columns, Options, link};
use std::path::PathBuf;

/// Find out who is one person and what is one matter across the documents of a result, as tables beside it or in its database
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  klubba link out/
  klubba link archive.db
  klubba link out/ --register members.tsv
  klubba link out/ --register members.csv --column person=id --column first=from

OUT is a folder that klubba analyze wrote with --format parquet, or a database.
A register has a row for each term of office: person (an id), name, other_names, role, first, last, party, place,
district. Only person and name are needed.")]
pub(super) struct Link {
    /// The folder or the database of a finished run
    out: PathBuf,
    /// Those who held office: TSV, CSV or Parquet
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,
    /// What a column of the register is called there: person=id
    #[arg(long, value_name = "COLUMN=NAME", value_parser = column)]
    column: Vec<(String, String)>,
    /// Leave out links below this score, 0 to 100
    #[arg(long, value_name = "SCORE", default_value_t = 50, value_parser = clap::value_parser!(u8).range(0..=100))]
    min_score: u8,
}

/// `COLUMN=NAME`, in two.
fn column(written: &str) -> Result<(String, String), String> {
    let (column, name) = written.split_once('=').ok_or("write it COLUMN=NAME, as in person=id")?;
    let mut columns = Columns::default();
    if !columns.set(column, name) {
        return Err(format!("a register has no column {column:?}; it has {}", Columns::NAMES.join(", ")));
    }
    Ok((column.to_string(), name.to_string()))
}

impl Link {
    pub fn run(&self) -> Result<u8, Error> {
        let mut options = Options::default();
        options.register.clone_from(&self.register);
        options.min_score = self.min_score;
        for (column, name) in &self.column {
            options.columns.set(column, name);
        }
        let report = link(&self.out, &options)?;
        for note in &report.notes {
            super::say(&format!("klubba: {note}"));
        }
        let known = match self.register {
            Some(_) => format!(", {} of them in the register", report.in_register),
            None => String::new(),
        };
        super::say(&format!("{} people of documents{known}: {} persons", report.people, report.persons));
        super::say(&format!(
            "{} matters with {} steps, {} bodies",
            report.matters, report.steps, report.bodies
        ));
        Ok(0)
    }
}
