//! The tables of a run, read part by part: of each row what linking needs, in a few bytes.

use super::names::Name;
use super::parties::letters;
use super::table::{Kept, Place};
use super::{Across, Error, columns};
use crate::document::ErrorKind;
#[cfg(feature = "sqlite")]
use crate::formats::sqlite::Linked;
use crate::formats::tables::Table;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The text that a number stands for; 0 is the empty one.
#[derive(Debug)]
pub(super) struct Texts {
    numbers: HashMap<Box<str>, u32>,
    texts: Vec<Box<str>>,
}

impl Texts {
    fn new() -> Texts {
        let mut texts = Texts { numbers: HashMap::new(), texts: Vec::new() };
        texts.number("");
        texts
    }

    pub fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }

    pub fn get(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }
}

/// A document.
#[derive(Clone, Debug)]
pub(super) struct Doc {
    pub doc_id: i64,
    /// A hash of its source, else its id, else its number: it stays as the archive grows.
    pub hash: u64,
    pub day: Option<i32>,
    pub is_record: bool,
    pub body: u32,
    pub place: u32,
    pub place_code: u32,
    /// Where names mean one person: the place, else the folder.
    pub scope: u32,
}

/// Somebody in a document.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Index in [`Tables::docs`].
    pub doc: u32,
    pub person_id: u32,
    /// Text of the name, and index in [`Tables::names`] (the same number).
    pub name: u32,
    /// Letters, folded.
    pub party: u32,
    /// Roles, parted by ` | `.
    pub roles: u32,
    pub mentions: u32,
    pub speeches: u32,
    pub decisions: u32,
    /// Whether the person spoke, or was at the meeting.
    pub took_part: bool,
}

/// All that is linked.
#[derive(Debug)]
pub(super) struct Tables {
    pub texts: Texts,
    pub docs: Vec<Doc>,
    pub rows: Vec<Row>,
    /// By the number of their text.
    pub names: HashMap<u32, Name>,
    /// Index in `docs` by `doc_id`.
    pub doc_of: HashMap<i64, u32>,
}

/// A run that is whole: its folder with what the manifest says, its database, or its tables in memory.
#[derive(Debug)]
pub(super) enum Run<'r> {
    Folder {
        folder: PathBuf,
        manifest: Value,
    },
    #[cfg(feature = "sqlite")]
    Base(Linked),
    Memory {
        tables: &'r [(Table, Vec<RecordBatch>)],
        kept: &'r Kept,
    },
}

impl Run<'_> {
    pub fn open(folder: &Path) -> Result<Run<'static>, Error> {
        #[cfg(feature = "sqlite")]
        if folder.is_file() {
            return Linked::open(folder).map(Run::Base);
        }
        let wrong = |kind, message: String| Err(Error::new(kind, message).of(folder.to_string_lossy()));
        let path = folder.join("manifest.json");
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) => {
                let message = format!("holds no result of klubba: manifest.json cannot be read: {error}");
                return wrong(ErrorKind::Read, message);
            }
        };
        let manifest: Value = match serde_json::from_slice(&text) {
            Ok(manifest) => manifest,
            Err(error) => return wrong(ErrorKind::Damaged, format!("manifest.json is damaged: {error}")),
        };
        if manifest["format"] != "klubba-result/1" {
            let message = format!("is of the format {}, which this klubba does not know", manifest["format"]);
            return wrong(ErrorKind::Damaged, message);
        }
        if manifest["complete"] != true {
            let message = "holds a run that is not finished; finish it with --resume, then link";
            return wrong(ErrorKind::Usage, message.to_string());
        }
        if manifest["run"]["format"] != "parquet" {
            let message = format!(
                "holds {}; linking reads tables: analyze with --format parquet",
                manifest["run"]["format"]
            );
            return wrong(ErrorKind::Usage, message);
        }
        Ok(Run::Folder { folder: folder.to_path_buf(), manifest })
    }

    /// Where the tables of linking go.
    pub fn place(&self) -> Place<'_> {
        match self {
            Run::Folder { folder, .. } => Place::Folder(folder),
            Run::Memory { kept, .. } => Place::Memory(kept),
            #[cfg(feature = "sqlite")]
            Run::Base(base) => Place::Base(base),
        }
    }

    /// Ends what was written, when all of it is whole.
    pub fn finish(self) -> Result<(), Error> {
        match self {
            Run::Folder { .. } | Run::Memory { .. } => Ok(()),
            #[cfg(feature = "sqlite")]
            Run::Base(base) => base.commit(),
        }
    }

    /// The finished files of a table, in order.
    fn files(folder: &Path, manifest: &Value, table: &str) -> Vec<PathBuf> {
        let parts = manifest["parts"].as_array().into_iter().flatten();
        let files = parts.filter_map(|part| part["files"].as_array()).flatten();
        let paths = files.filter_map(|file| file["path"].as_str());
        let of_table =
            paths.filter(|path| path.strip_prefix(table).is_some_and(|rest| rest.starts_with('/')));
        of_table.map(|path| folder.join(path)).collect()
    }

    /// Some columns of a table, batch by batch. `each` says with `None` that they are not as they should be.
    pub fn each(
        &self,
        table: &str,
        columns: &[&str],
        mut each: impl FnMut(&RecordBatch) -> Option<()>,
    ) -> Result<(), Error> {
        let (folder, manifest) = match self {
            Run::Folder { folder, manifest } => (folder, manifest),
            #[cfg(feature = "sqlite")]
            Run::Base(base) => return base.each(table, columns, each),
            Run::Memory { tables, .. } => {
                let of_name = tables.iter().filter(|(kind, _)| kind.as_str() == table);
                for batch in of_name.flat_map(|(_, batches)| batches) {
                    let failed = || {
                        Error::new(
                            ErrorKind::Usage,
                            format!("the table {table} {}", of_another_version(columns)),
                        )
                    };
                    each(batch).ok_or_else(failed)?;
                }
                return Ok(());
            }
        };
        Run::files(folder, manifest, table).iter().try_for_each(|file| rows(file, columns, &mut each))
    }
}

/// The file of a table that linking made in a folder.
pub(super) fn part(folder: &Path, table: Across) -> PathBuf {
    super::table::named(&folder.join(table.as_str()))
}

/// Some columns of a file, batch by batch.
pub(super) fn rows(
    file: &Path,
    columns: &[&str],
    each: &mut impl FnMut(&RecordBatch) -> Option<()>,
) -> Result<(), Error> {
    let wrong = |message: String| Error::new(ErrorKind::Damaged, message).of(file.to_string_lossy());
    let opened = File::open(file).map_err(|error| {
        Error::new(ErrorKind::Read, format!("cannot be read: {error}")).of(file.to_string_lossy())
    })?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(opened)
        .map_err(|error| wrong(format!("is damaged: {error}")))?;
    // By the columns' own names: what is in a list has another name in files that other tools wrote anew.
    let schema = builder.parquet_schema();
    let roots = schema.root_schema().get_fields().iter().enumerate();
    let roots = roots.filter(|(_, field)| columns.contains(&field.name())).map(|(at, _)| at);
    let mask = ProjectionMask::roots(schema, Vec::from_iter(roots));
    let reader = builder.with_projection(mask).with_batch_size(1 << 13).build();
    for batch in reader.map_err(|error| wrong(format!("is damaged: {error}")))? {
        let batch = batch.map_err(|error| wrong(format!("is damaged: {error}")))?;
        each(&batch).ok_or_else(|| wrong(of_another_version(columns)))?;
    }
    Ok(())
}

fn of_another_version(columns: &[&str]) -> String {
    format!("has not the columns {} as this klubba writes them; analyze anew", columns.join(", "))
}

impl Tables {
    pub fn read(run: &Run) -> Result<Tables, Error> {
        let mut tables = Tables {
            texts: Texts::new(),
            docs: Vec::new(),
            rows: Vec::new(),
            names: HashMap::new(),
            doc_of: HashMap::new(),
        };
        run.each("documents", columns::DOCUMENTS, |batch| tables.documents(batch))?;
        tables.scopes();
        run.each("people", columns::PEOPLE, |batch| tables.people(batch))?;
        let at: HashMap<(u32, u32), u32> =
            tables.rows.iter().enumerate().map(|(at, row)| ((row.doc, row.person_id), at as u32)).collect();
        run.each("speeches", columns::SPEECHES, |batch| {
            tables.counted(batch, "speakers", &at, |row| row.speeches += 1)
        })?;
        run.each("decisions", columns::MOVERS, |batch| {
            tables.counted(batch, "by", &at, |row| row.decisions += 1)
        })?;
        Ok(tables)
    }

    fn documents(&mut self, batch: &RecordBatch) -> Option<()> {
        let (ids, days) =
            (integers(batch, "doc_id")?, batch.column_by_name("date")?.as_primitive_opt::<Date32Type>()?);
        let column = |name| strings(batch, name);
        let (sources, names, kinds) = (column("source")?, column("id")?, column("kind")?);
        let (bodies, places, codes) = (column("body")?, column("place")?, column("place_code")?);
        for row in 0..batch.num_rows() {
            let source = value(sources, row);
            let place = value(places, row);
            let body = value(bodies, row);
            let is_record = value(kinds, row) == "record";
            let folder = folder(if source.is_empty() { value(names, row) } else { source });
            let doc_id = ids.value(row);
            let number = doc_id.to_string();
            let named = [source, value(names, row), &number].into_iter().find(|name| !name.is_empty());
            self.doc_of.insert(doc_id, self.docs.len() as u32);
            let doc = Doc {
                doc_id,
                hash: hash(&[named.unwrap_or_default()]),
                day: days.is_valid(row).then(|| days.value(row)),
                is_record,
                body: self.texts.number(body),
                place: self.texts.number(place),
                place_code: self.texts.number(value(codes, row)),
                scope: self.texts.number(folder),
            };
            self.docs.push(doc);
        }
        Some(())
    }

    /// Sets where names mean one person. A document that does not tell its place has that of its folder, if the others
    /// there are of one place.
    fn scopes(&mut self) {
        let mut places: HashMap<u32, Option<(u32, u32)>> = HashMap::new();
        for doc in self.docs.iter().filter(|doc| doc.place != 0) {
            let place = (doc.place, doc.place_code);
            let known = places.entry(doc.scope).or_insert(Some(place));
            if *known != Some(place) {
                *known = None;
            }
        }
        // The chambers and the Riksdag are one house.
        let records = self.texts.number("records");
        for doc in &mut self.docs {
            if doc.place == 0
                && let Some(Some((place, code))) = places.get(&doc.scope)
            {
                (doc.place, doc.place_code) = (*place, *code);
            }
            match doc.place {
                _ if doc.is_record => doc.scope = records,
                0 => {}
                place => doc.scope = place,
            }
        }
    }

    fn people(&mut self, batch: &RecordBatch) -> Option<()> {
        let (ids, people) = (integers(batch, "doc_id")?, integers(batch, "person_id")?);
        let (names, parties) = (strings(batch, "name")?, strings(batch, "party")?);
        let (roles, functions) = (lists(batch, "roles")?, lists(batch, "functions")?);
        let mentions = integers(batch, "mentions")?;
        for row in 0..batch.num_rows() {
            let name = self.texts.number(names.value(row));
            self.names.entry(name).or_insert_with(|| Name::read(names.value(row)));
            let party = letters(value(parties, row));
            let taking_part = ["present", "chair", "secretary", "adjuster", "substitute", "speaker"];
            let is = words(functions, row);
            let one = Row {
                doc: *self.doc_of.get(&ids.value(row))?,
                person_id: u32::try_from(people.value(row)).ok()?,
                name,
                party: self.texts.number(&party),
                roles: self.texts.number(&words(roles, row).join(" | ")),
                mentions: u32::try_from(mentions.value(row)).ok()?,
                speeches: 0,
                decisions: 0,
                took_part: is.iter().any(|function| taking_part.contains(&function.as_str())),
            };
            self.rows.push(one);
        }
        Some(())
    }

    /// Counts the people of a list in each row of another table.
    fn counted(
        &mut self,
        batch: &RecordBatch,
        column: &str,
        at: &HashMap<(u32, u32), u32>,
        count: impl Fn(&mut Row),
    ) -> Option<()> {
        let ids = integers(batch, "doc_id")?;
        let people = batch.column_by_name(column)?.as_list_opt::<i32>()?;
        for row in 0..batch.num_rows() {
            let doc = *self.doc_of.get(&ids.value(row))?;
            let people = people.value(row);
            for &person in people.as_primitive_opt::<Int64Type>()?.values() {
                let place = at.get(&(doc, u32::try_from(person).ok()?));
                if let Some(row) = place.and_then(|&at| self.rows.get_mut(at as usize)) {
                    count(row);
                }
            }
        }
        Some(())
    }

    /// Gives back the room of people and their names.
    pub fn forget_people(&mut self) {
        (self.rows, self.names) = (Vec::new(), HashMap::new());
    }

    pub fn name(&self, row: &Row) -> Option<&Name> {
        self.names.get(&row.name)
    }

    pub fn doc(&self, row: &Row) -> Option<&Doc> {
        self.docs.get(row.doc as usize)
    }

    pub fn day(&self, row: &Row) -> Option<i32> {
        self.doc(row).and_then(|doc| doc.day)
    }
}

/// The folder that a document lies in; one that is only called by a year or a month lies in what it means.
fn folder(source: &str) -> &str {
    let split = |path: &'_ str| path.rfind(['/', '\\']);
    let mut folder = split(source).map_or("", |at| source.get(..at).unwrap_or_default());
    loop {
        let (rest, name) = split(folder).map_or(("", folder), |at| {
            (folder.get(..at).unwrap_or_default(), folder.get(at + 1..).unwrap_or_default())
        });
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_digit() || c == '-') {
            return folder;
        }
        folder = rest;
    }
}

/// A number for texts that is the same everywhere and always.
pub(super) fn hash(texts: &[&str]) -> u64 {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let bytes = hash.finalize();
    bytes.iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// Days since 1 January 1970.
pub(super) fn days(day: jiff::civil::Date) -> i32 {
    jiff::civil::date(1970, 1, 1).until(day).map_or(0, |span| span.get_days())
}

/// The day of so many days since 1970.
pub(super) fn civil(days: i32) -> Option<jiff::civil::Date> {
    let days = jiff::Span::new().try_days(days).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(days).ok()
}

pub(super) fn integers<'b>(batch: &'b RecordBatch, column: &str) -> Option<&'b Int64Array> {
    batch.column_by_name(column)?.as_primitive_opt::<Int64Type>()
}

pub(super) fn strings<'b>(batch: &'b RecordBatch, column: &str) -> Option<&'b StringArray> {
    batch.column_by_name(column)?.as_string_opt::<i32>()
}

pub(super) fn lists<'b>(batch: &'b RecordBatch, column: &str) -> Option<&'b arrow_array::ListArray> {
    batch.column_by_name(column)?.as_list_opt::<i32>()
}

pub(super) fn value(strings: &StringArray, row: usize) -> &str {
    if strings.is_valid(row) { strings.value(row) } else { "" }
}

/// The words of a list.
pub(super) fn words(lists: &arrow_array::ListArray, row: usize) -> Vec<String> {
    let list = lists.value(row);
    let words =
        list.as_string_opt::<i32>().map(|words| Vec::from_iter(words.iter().flatten().map(str::to_string)));
    words.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::folder;

    #[test]
    fn a_year_is_no_place() {
        for (source, of) in [
            ("granvik/2022/ks.pdf", "granvik"),
            ("granvik/2022/2022-03/ks.pdf", "granvik"),
            ("a.zip!/2022/ks.pdf", "a.zip!"),
            ("2022/ks.pdf", ""),
            ("granvik/nämnd 1/ks.pdf", "granvik/nämnd 1"),
            ("ks.pdf", ""),
        ] {
            assert_eq!(folder(source), of, "{source}");
        }
    }
}
