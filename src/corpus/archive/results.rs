//! Results of klubba's own among what is to be read: their rows are findings, and no texts.

use super::Settings;
#[cfg(feature = "python")]
use super::sniff::Kind;
use super::stream::Peek;
#[cfg(feature = "python")]
use super::walk::{Flow, Walk};
use crate::document::{Error, ErrorKind};
#[cfg(feature = "parquet")]
use crate::formats::tables::Table;
use std::fs::File;
use std::path::Path;

/// How messages call the options, and what they advise, in the words of who runs klubba: Rust, the command or Python.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording {
    pub text_column: &'static str,
    pub id_column: &'static str,
    /// What reads a result.
    pub results: &'static str,
}

impl Default for Wording {
    fn default() -> Wording {
        Wording {
            text_column: "Archive::text_column",
            id_column: "Archive::id_column",
            results: "a reader of Parquet or JSON reads it",
        }
    }
}

/// An error for a result of klubba's; `what` says which. A column of it may be a text all the same, if the user says so.
fn refused(what: &str, settings: &Settings) -> Error {
    let Wording { text_column, results, .. } = settings.wording;
    let message = format!(
        "holds {what}, not texts: {results}; to analyse a column of it, name that with {text_column}"
    );
    Error::new(ErrorKind::Unsupported, message)
}

/// Refuses an object of klubba/1, where no column is asked for.
pub(super) fn refuse_object(schema: Option<&str>, settings: &Settings) -> Result<(), Error> {
    let is_result = schema.is_some_and(|schema| schema.starts_with("klubba/"));
    if is_result && settings.text_column.is_none() {
        return Err(refused("results of klubba (klubba/1)", settings));
    }
    Ok(())
}

/// Refuses a table of klubba's, where no column is asked for. `has_texts` tells whether the column `text` holds some: a
/// table of documents may keep them, and is a table of texts then.
#[cfg(feature = "parquet")]
pub(super) fn refuse_table(
    names: &[String],
    has_texts: impl Fn() -> bool,
    settings: &Settings,
) -> Result<(), Error> {
    // Hits in a file of their own have a column for each group instead.
    let there = |name: &str| name == "groups" || names.iter().any(|own| own == name);
    let is_it = |table: &&Table| table.columns().iter().all(|column| there(column.name));
    match Table::ALL.iter().find(is_it).filter(|_| settings.text_column.is_none()) {
        Some(Table::Documents) if has_texts() => Ok(()),
        Some(table) => Err(refused(&format!("results of klubba (its table {})", table.as_str()), settings)),
        None => Ok(()),
    }
}

/// Refuses the folder of a run, which its manifest tells.
pub(super) fn refuse_folder(path: &Path, settings: &Settings) -> Result<(), Error> {
    let manifest = File::open(path.join("manifest.json")).and_then(Peek::new);
    let names = |head: &[u8]| memchr::memmem::find(head, b"\"klubba-result/").is_some();
    if manifest.is_ok_and(|manifest| names(manifest.head())) {
        let Wording { results, .. } = settings.wording;
        let message = format!("is a folder of results of klubba, not texts: {results}");
        return Err(Error::new(ErrorKind::Unsupported, message));
    }
    Ok(())
}

/// Refuses a path that leads to results and to nothing else, before the run.
#[cfg(feature = "python")]
pub(crate) fn refuse(path: &Path, settings: &Settings) -> Result<(), Error> {
    let is_table = |head: &[u8]| matches!(Kind::of(head), Kind::Parquet | Kind::JsonLines | Kind::Json);
    let named = |error: Error| error.of(super::names::shown(path));
    if path.is_dir() {
        return refuse_folder(path, settings).map_err(named);
    }
    if !path.is_file() || !File::open(path).and_then(Peek::new).is_ok_and(|file| is_table(file.head())) {
        return Ok(());
    }
    // What it is shows before its first row, or at it.
    let mut told = Ok(());
    let mut emit = |entry: super::Entry| {
        told = match entry.content {
            Err(error) if error.kind() == ErrorKind::Unsupported => Err(named(error)),
            _ => Ok(()),
        };
        Flow::Break(())
    };
    let _ = Walk { settings, skip: 0, progress: Default::default(), emit: &mut emit }.path(path);
    told
}
