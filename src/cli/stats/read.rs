//! Counting a result, part by part and line by line: a result may be larger than the memory.

use super::super::analyze::Manifest;
use super::{Counts, add, add_many};
use crate::document::{DecisionKind, Error, ErrorKind};
use crate::link::Named;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::Value;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

fn unlike(path: &Path, message: &str) -> Error {
    Error::new(ErrorKind::Usage, message).of(path.to_string_lossy())
}

/// Whether a file begins as SQLite's do.
fn is_database(path: &Path) -> bool {
    let mut head = [0; 15];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *b"SQLite format 3"
}

pub(super) fn counts(path: &Path) -> Result<Counts, Error> {
    let mut counts = Counts::default();
    if !path.is_dir() {
        if is_database(path) {
            return Err(unlike(
                path,
                "is a database: ask it in SQL; stats counts folders of Parquet and JSON Lines",
            ));
        }
        lines(path, |line| document(&mut counts, line))?;
        return Ok(counts);
    }
    let Some(manifest) = Manifest::read(path)? else {
        return Err(Error::new(ErrorKind::Read, "holds no result of klubba: there is no manifest.json")
            .of(path.to_string_lossy()));
    };
    let files = |table| Vec::from_iter(manifest.files(table).map(|file| path.join(file)));
    let (documents, errors) = (files("documents"), files("errors"));
    if documents.iter().all(|file| file.extension().is_some_and(|extension| extension == "jsonl")) {
        documents.iter().try_for_each(|file| lines(file, |line| document(&mut counts, line)))?;
        errors.iter().try_for_each(|file| {
            lines(file, |line| {
                add(&mut counts.failures, line.get("kind").and_then(Value::as_str).unwrap_or("unknown"));
            })
        })?;
        return Ok(counts);
    }
    if documents.iter().any(|file| file.extension().is_some_and(|extension| extension == "csv")) {
        return Err(unlike(path, "is a folder of CSV; stats counts folders of Parquet and JSON Lines"));
    }
    for file in &documents {
        table(file, &["kind", "date"], |rows| documents_of(&mut counts, rows))?;
    }
    for file in files("decisions") {
        table(&file, &["kind", "body", "reported", "same_as"], |rows| decisions_of(&mut counts, rows))?;
    }
    for file in &errors {
        table(file, &["kind"], |rows| {
            strings(rows, "kind")?.iter().flatten().for_each(|kind| add(&mut counts.failures, kind));
            Some(())
        })?;
    }
    // A linked result tells who is one person across documents.
    let named = Named::read(path)?;
    // Speakers are numbers of people of the same part.
    for (people, speeches) in files("people").iter().zip(files("speeches")) {
        let names = if named.is_none() { names_of(people)? } else { HashMap::new() };
        let name = |document: i64, person: i64| match &named {
            Some(named) => named.label(document, person),
            None => names.get(&(document, person)).map(String::as_str),
        };
        table(&speeches, &["doc_id", "speakers", "words"], |rows| {
            let speakers = rows.column_by_name("speakers")?.as_list_opt::<i32>()?;
            // They were counted, or each speech counts as one.
            let words = integers(rows, "words");
            counts.words |= words.is_some();
            let each = integers(rows, "doc_id")?.values().iter().zip(speakers.iter()).enumerate();
            for (row, (&document, speakers)) in each {
                let many = words.map_or(1, |words| u64::try_from(words.value(row)).unwrap_or(0));
                let speakers = speakers?;
                let speakers = speakers.as_primitive_opt::<Int64Type>()?;
                let told = speakers.values().iter().filter_map(|&person| name(document, person));
                told.for_each(|name| add_many(&mut counts.speakers, name, many));
            }
            Some(())
        })?;
    }
    Ok(counts)
}

/// The names of the people of a part, by document and number.
fn names_of(people: &Path) -> Result<HashMap<(i64, i64), String>, Error> {
    let mut names = HashMap::new();
    table(people, &["doc_id", "person_id", "name"], |rows| {
        let (documents, people) = (integers(rows, "doc_id")?, integers(rows, "person_id")?);
        let all = documents.values().iter().zip(people.values()).zip(strings(rows, "name")?.iter());
        names.extend(
            all.map(|((&document, &person), name)| ((document, person), name.unwrap_or("").to_string())),
        );
        Some(())
    })?;
    Ok(names)
}

fn documents_of(counts: &mut Counts, rows: &RecordBatch) -> Option<()> {
    counts.documents += rows.num_rows() as u64;
    strings(rows, "kind")?.iter().flatten().for_each(|kind| add(&mut counts.kinds, kind));
    let days = rows.column_by_name("date")?.as_primitive_opt::<Date32Type>()?;
    for days in days.iter() {
        let day = days.and_then(|days| {
            let days = jiff::Span::new().try_days(days).ok()?;
            jiff::civil::date(1970, 1, 1).checked_add(days).ok()
        });
        add(
            &mut counts.years,
            &day.map_or_else(|| "no date".to_string(), |day| format!("{:04}", day.year())),
        );
    }
    Some(())
}

fn decisions_of(counts: &mut Counts, rows: &RecordBatch) -> Option<()> {
    let reported = rows.column_by_name("reported")?.as_boolean_opt()?;
    let said_again = rows.column_by_name("same_as")?;
    let each = strings(rows, "kind")?.iter().zip(strings(rows, "body")?.iter());
    for (row, (kind, body)) in each.enumerate() {
        let kind = kind?;
        add(&mut counts.decisions, kind);
        if let Some(body) = body.filter(|_| settles(kind) && !reported.value(row) && said_again.is_null(row))
        {
            add(&mut counts.bodies, body);
        }
    }
    Some(())
}

/// Whether a decision of this kind counts for the body that takes it: what is only proposed or moved does not.
fn settles(kind: &str) -> bool {
    DecisionKind::from_name(kind).is_none_or(DecisionKind::settles)
}

fn strings<'r>(rows: &'r RecordBatch, column: &str) -> Option<&'r StringArray> {
    rows.column_by_name(column)?.as_string_opt::<i32>()
}

fn integers<'r>(rows: &'r RecordBatch, column: &str) -> Option<&'r Int64Array> {
    rows.column_by_name(column)?.as_primitive_opt::<Int64Type>()
}

/// Some columns of a Parquet file, batch by batch; `None` says that they are not as they should be.
fn table(
    file: &Path,
    columns: &[&str],
    mut count: impl FnMut(&RecordBatch) -> Option<()>,
) -> Result<(), Error> {
    let wrong = |message: String| Error::new(ErrorKind::Damaged, message).of(file.to_string_lossy());
    for rows in open(file, columns).map_err(&wrong)? {
        let rows = rows.map_err(|error| wrong(format!("is damaged: {error}")))?;
        count(&rows).ok_or_else(|| wrong("has not the columns of such a table".to_string()))?;
    }
    Ok(())
}

fn open(file: &Path, columns: &[&str]) -> Result<ParquetRecordBatchReader, String> {
    let file = File::open(file).map_err(|error| format!("cannot be read: {error}"))?;
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| format!("is damaged: {error}"))?;
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns.iter().copied());
    builder.with_projection(mask).build().map_err(|error| format!("is damaged: {error}"))
}

/// Each line of a file of JSON Lines.
fn lines(file: &Path, mut count: impl FnMut(&Value)) -> Result<(), Error> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Error::new(ErrorKind::Read, format!("cannot be read: {error}")).of(file.to_string_lossy())
    };
    let input: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(File::open(file).map_err(|error| unreadable(&error))?)
    };
    let mut input = BufReader::new(input);
    let packed = input.fill_buf().map_err(|error| unreadable(&error))?.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]);
    let input: Box<dyn BufRead> = if packed {
        Box::new(BufReader::new(zstd::Decoder::with_buffer(input).map_err(|error| unreadable(&error))?))
    } else {
        Box::new(input)
    };
    for (number, line) in input.lines().enumerate() {
        let line = line.map_err(|error| unreadable(&error))?;
        let value = serde_json::from_str(&line).map_err(|error| {
            let message = format!("line {} is no JSON of klubba: {error}", number + 1);
            Error::new(ErrorKind::Damaged, message).of(file.to_string_lossy())
        })?;
        count(&value);
    }
    Ok(())
}

/// A document as klubba/1.
fn document(counts: &mut Counts, found: &Value) {
    let each = |key: &str| found.get(key).and_then(Value::as_array).into_iter().flatten();
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_string);
    counts.documents += 1;
    add(&mut counts.kinds, &text(found, "kind").unwrap_or_default());
    let year = text(found, "date").and_then(|date| date.get(..4).map(str::to_string));
    match year.filter(|year| year.bytes().all(|b| b.is_ascii_digit())) {
        Some(year) => add(&mut counts.years, &year),
        None => counts.undated += 1,
    }
    for decision in each("decisions") {
        let kind = text(decision, "kind").unwrap_or_default();
        let reported = decision.get("reported").and_then(Value::as_bool).unwrap_or(false);
        let here = settles(&kind) && !reported && decision.get("same_as").is_none_or(Value::is_null);
        add(&mut counts.decisions, &kind);
        if let Some(body) = text(decision, "body").filter(|_| here) {
            add(&mut counts.bodies, &body);
        }
    }
    let people = Vec::from_iter(each("people").map(|person| text(person, "name").unwrap_or_default()));
    for speech in each("speeches") {
        let speakers = speech.get("speakers").and_then(Value::as_array).into_iter().flatten();
        for name in speakers.filter_map(|index| people.get(index.as_u64()? as usize)) {
            add(&mut counts.speakers, name);
        }
    }
}
