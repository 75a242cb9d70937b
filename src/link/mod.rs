//! One archive, not a heap of documents: who is one person across the documents of a run, with or without a register of
//! those who held office, and what way a matter went through the bodies.

mod bodies;
mod cases;
mod matters;
mod names;
mod official;
mod parties;
mod people;
mod persons;
mod register;
mod sheet;
mod table;
mod tables;

pub use register::Columns;

use crate::document::Error;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// How to link.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// A table of those who held office: TSV, CSV or Parquet.
    pub register: Option<PathBuf>,
    /// What its columns are called.
    pub columns: Columns,
    /// Links below this score, 0 to 100, are not made.
    pub min_score: u8,
}

/// What was linked.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Report {
    /// People of documents.
    pub people: u64,
    /// Persons across documents.
    pub persons: u64,
    /// Matters across documents.
    pub matters: u64,
    /// What was done to them.
    pub steps: u64,
    /// Bodies.
    pub bodies: u64,
    /// People that are in the register.
    pub in_register: u64,
    /// What was odd about the register.
    pub notes: Vec<String>,
}

/// Links the people of a finished run and writes `persons`, `links`, `matters`, `steps` and `bodies`
/// beside the tables of the run.
///
/// # Errors
/// A folder without a finished run in Parquet, a damaged table, a register that cannot be read or has no ids or names, a
/// folder that cannot be written. Nothing half-written is left.
pub fn link(folder: &Path, options: &Options) -> Result<Report, Error> {
    let run = tables::Run::open(folder)?;
    let register = match &options.register {
        Some(path) => Some(register::Register::read(path, &options.columns)?),
        None => None,
    };
    let mut tables = tables::Tables::read(&run)?;
    let mut matches = match &register {
        Some(register) => official::matches(&tables, register, &years(&run, &tables)?),
        None => vec![None; tables.rows.len()],
    };
    for found in &mut matches {
        if found.as_ref().is_some_and(|found| found.score < options.min_score) {
            *found = None;
        }
    }
    let persons = persons::persons(&tables, &matches, options.min_score);
    let [people, links] = people::write(folder, &tables, register.as_ref(), &matches, &persons)?;
    let [matters, steps] = matters::write(folder, &run, &mut tables)?;
    let bodies = bodies::write(folder, &run, &tables)?;
    // All are whole before any has its name.
    [&people, &links, &matters, &steps, &bodies].into_iter().try_for_each(table::Whole::name)?;
    Ok(Report {
        people: tables.rows.len() as u64,
        persons: people.rows,
        matters: matters.rows,
        steps: steps.rows,
        bodies: bodies.rows,
        in_register: matches.iter().flatten().count() as u64,
        notes: register.map(|register| register.notes).unwrap_or_default(),
    })
}

/// The years of the days named in documents that have no date themselves.
fn years(run: &tables::Run, tables: &tables::Tables) -> Result<HashMap<u32, BTreeMap<i16, u32>>, Error> {
    let mut years: HashMap<u32, BTreeMap<i16, u32>> = HashMap::new();
    run.each("dates", &["doc_id", "value"], |batch| {
        let (ids, values) = (tables::integers(batch, "doc_id")?, tables::strings(batch, "value")?);
        for (&id, value) in ids.values().iter().zip(values.iter().flatten()) {
            let doc = *tables.doc_of.get(&id)?;
            let undated = tables.docs.get(doc as usize).is_some_and(|doc| doc.day.is_none());
            let year = value.get(..4).filter(|_| value.len() == 10).and_then(|year| year.parse().ok());
            if let Some(year) = year.filter(|_| undated) {
                *years.entry(doc).or_default().entry(year).or_default() += 1;
            }
        }
        Some(())
    })?;
    Ok(years)
}
