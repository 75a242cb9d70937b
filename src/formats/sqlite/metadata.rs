//! What Datasette shows of a database: what its tables and columns mean, and what to count by. It lies beside it.

use super::schema;
use crate::document::{Error, ErrorKind};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes it anew.
pub(super) fn write(base: &Path) -> Result<(), Error> {
    put(base, &schema::metadata(&name(base)))
}

/// Whether it is there.
pub(super) fn is_there(base: &Path) -> bool {
    place(base).exists()
}

/// Adds what more tables mean. What stands there besides stays: it may be the user's.
pub(super) fn add(base: &Path, tables: Map<String, Value>) -> Result<(), Error> {
    let name = name(base);
    let there = fs::read(place(base)).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    let mut all = match there {
        Some(all) if all.pointer(&pointer(&name)).is_some_and(Value::is_object) => all,
        _ => schema::metadata(&name),
    };
    if let Some(Value::Object(known)) = all.pointer_mut(&pointer(&name)) {
        known.extend(tables);
    }
    put(base, &all)
}

fn name(base: &Path) -> String {
    base.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn place(base: &Path) -> PathBuf {
    base.with_file_name(format!("{}.metadata.json", name(base)))
}

/// Where the tables of a database stand in it.
fn pointer(name: &str) -> String {
    format!("/databases/{}/tables", name.replace('~', "~0").replace('/', "~1"))
}

/// Whole, or as it was.
fn put(base: &Path, all: &Value) -> Result<(), Error> {
    let place = place(base);
    let part = base.with_file_name(format!(".{}.metadata.json.{}.part", name(base), std::process::id()));
    let written = fs::write(&part, format!("{all:#}\n")).and_then(|()| fs::rename(&part, &place));
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        Error::new(ErrorKind::Write, format!("cannot be written: {error}")).of(place.to_string_lossy())
    })
}
