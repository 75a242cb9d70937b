//! One archive, not a heap of documents: who is one person across the documents of a run, with or without a register of
//! those who held office, and what way a matter went through the bodies.

mod bodies;
mod columns;
#[cfg(feature = "cli")]
pub(crate) mod course;
mod matters;
#[cfg(feature = "cli")]
mod named;
mod official;
mod parties;
mod people;
mod persons;
mod register;
mod sheet;
mod table;
mod tables;
mod told;

pub use crate::formats::tables::Across;
#[cfg(feature = "python")]
pub(crate) use columns::read as columns_read;
#[cfg(feature = "cli")]
pub(crate) use named::Named;
pub use register::Columns;

use crate::document::Error;
use crate::formats::tables::{ColumnInfo, Table};
use crate::keys::{cases, names};
use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

impl Across {
    /// Its columns with their types.
    pub fn schema(self) -> SchemaRef {
        self.described().0
    }

    /// Its columns with their meanings, in the order of the schema.
    pub fn columns(self) -> Vec<ColumnInfo> {
        self.described().1
    }

    fn described(self) -> (SchemaRef, Vec<ColumnInfo>) {
        use crate::formats::tables::column::Column;
        fn of<R>(columns: &[Column<R>]) -> (SchemaRef, Vec<ColumnInfo>) {
            let fields = Vec::from_iter(columns.iter().map(Column::field));
            let info = |column: &Column<R>| ColumnInfo { name: column.name, meaning: column.meaning };
            (Arc::new(Schema::new(fields)), columns.iter().map(info).collect())
        }
        match self {
            Across::Persons => of(&people::persons()),
            Across::Links => of(&people::links()),
            Across::Matters => of(&matters::matters()),
            Across::Steps => of(&matters::steps()),
            Across::Bodies => of(&bodies::bodies()),
        }
    }
}

/// The tables that linking makes, in memory.
pub type Linked = Vec<(Across, Vec<RecordBatch>)>;

/// Links the people of a finished run and writes `persons`, `links`, `matters`, `steps` and `bodies`
/// beside the tables of the run: a folder of Parquet, or with the feature `sqlite` a database.
///
/// # Errors
/// A folder without a finished run in Parquet, or a database without one, a damaged table, a register that cannot be read or
/// has no ids or names, a folder that cannot be written. Nothing half-written is left.
pub fn link(result: &Path, options: &Options) -> Result<Report, Error> {
    let run = tables::Run::open(result)?;
    let report = all(&run, options)?;
    run.finish()?;
    Ok(report)
}

/// The same over tables in memory: `documents`, `people`, `speeches`, `decisions`, `items` and `dates`, each whole.
///
/// ```
/// use klubba::formats::{Origin, tables::{Found, Table}};
/// use klubba::link::{Across, Options, link_batches};
/// let texts = ["Protokoll 2023-03-14\n\nNärvarande: Anna Holm (C)\n", "Protokoll 2024-03-12\n\nNärvarande: Anna Holm (C)\n"];
/// let documents = texts.map(klubba::analyze);
/// let mut found = Vec::new();
/// for (doc_id, (text, document)) in (0..).zip(texts.iter().zip(&documents)) {
///     found.push(Found { doc_id, origin: Origin::default(), text, keep_text: false, document });
/// }
/// let mut tables = Vec::new();
/// for table in [Table::Documents, Table::People, Table::Speeches, Table::Decisions, Table::Items, Table::Dates] {
///     tables.push((table, vec![table.batch(&found, &[])?]));
/// }
/// let (report, linked) = link_batches(&tables, &Options::default())?;
/// assert_eq!((report.people, report.persons), (2, 1));
/// assert_eq!(linked[0].0, Across::Persons);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A table without the columns that it should have; a register that cannot be read or has no ids or names.
pub fn link_batches(
    tables: &[(Table, Vec<RecordBatch>)],
    options: &Options,
) -> Result<(Report, Linked), Error> {
    let kept = table::Kept::default();
    let report = all(&tables::Run::Memory { tables, kept: &kept }, options)?;
    let mut kept = kept.into_inner();
    let batches = |table: Across| (table, kept.remove(&table).unwrap_or_default());
    Ok((report, Vec::from_iter(Across::ALL.map(batches))))
}

fn all(run: &tables::Run, options: &Options) -> Result<Report, Error> {
    let made = make(run, options);
    if made.is_err() {
        table::sweep(run.place());
    }
    made
}

fn make(run: &tables::Run, options: &Options) -> Result<Report, Error> {
    let register = match &options.register {
        Some(path) => Some(register::Register::read(path, &options.columns)?),
        None => None,
    };
    let mut tables = tables::Tables::read(run)?;
    let mut matches = match &register {
        Some(register) => official::matches(&tables, register, &years(run, &tables)?),
        None => vec![None; tables.rows.len()],
    };
    for found in &mut matches {
        if found.as_ref().is_some_and(|found| found.score < options.min_score) {
            *found = None;
        }
    }
    let persons = persons::persons(&tables, &matches, options.min_score);
    let place = run.place();
    #[cfg(feature = "sqlite")]
    if let table::Place::Base(base) = place {
        base.begin()?;
    }
    let [people, links] = people::write(place, &tables, register.as_ref(), &matches, &persons)?;
    let (rows, in_register) = (tables.rows.len() as u64, matches.iter().flatten().count() as u64);
    // Matters want none of this, and much room.
    drop((persons, matches));
    tables.forget_people();
    let [matters, steps] = matters::write(place, run, &mut tables)?;
    let bodies = bodies::write(place, run, &tables)?;
    // All are whole before any has its name, and none of an earlier linking stands beside one of this. Links come last:
    // where they are, all are.
    let whole = [&people, &matters, &steps, &bodies, &links];
    whole.into_iter().rev().try_for_each(table::Whole::clear)?;
    whole.into_iter().try_for_each(table::Whole::name)?;
    Ok(Report {
        people: rows,
        persons: people.rows,
        matters: matters.rows,
        steps: steps.rows,
        bodies: bodies.rows,
        in_register,
        notes: register.map(|register| register.notes).unwrap_or_default(),
    })
}

/// The years of the days named in documents that have no date themselves.
fn years(run: &tables::Run, tables: &tables::Tables) -> Result<HashMap<u32, BTreeMap<i16, u32>>, Error> {
    let mut years: HashMap<u32, BTreeMap<i16, u32>> = HashMap::new();
    run.each("dates", columns::DATES, |batch| {
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
