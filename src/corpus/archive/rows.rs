//! Tables of texts as JSON: an object a line, or an array of objects, or one object.

use super::objects::{self, Found};
use super::results::refuse_object;
use super::stream::{too_large, unreadable};
use super::walk::{Flow, Named, Walk};
use super::{Content, Settings};
use crate::document::{Error, ErrorKind};
use serde_json::{Map, Value};
use std::io::{self, BufRead, BufReader, Read};

/// How the objects of a table of JSON are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One a line.
    Lines,
    /// Anything between them.
    Objects,
}

/// The column that holds the texts, if nothing is said.
pub(super) const TEXT: &str = "text";

pub(super) fn rows(walk: &mut Walk, named: &Named, input: impl Read, form: Form) -> Flow {
    let mut input = BufReader::new(input);
    let mut line = Vec::new();
    let limit = walk.settings.max_size;
    for number in 1_u64.. {
        let read = match form {
            Form::Lines => next_line(&mut input, &mut line, limit),
            Form::Objects => objects::next(&mut input, &mut line, limit),
        };
        match read {
            Ok(Found::End) => break,
            Ok(Found::Object) => {}
            Ok(Found::TooLarge) => {
                walk.fail(format!("{}!/{number}", named.source), too_large(limit))?;
                continue;
            }
            Err(error) => return walk.fail(named.source.clone(), unreadable(&error)),
        }
        let bytes =
            if number == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line) } else { &line };
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let row = parsed(bytes, number, form);
        if let (1, Ok(row)) = (number, &row)
            && let Err(error) = refuse_object(row.get("schema").and_then(Value::as_str), walk.settings)
                .and_then(|()| has_columns(row.keys(), walk.settings))
        {
            return walk.fail(named.source.clone(), error);
        }
        let id = row.as_ref().ok().and_then(|row| id(row, walk.settings));
        let source = match &id {
            Some(id) => format!("{}!/{}", named.source, id.replace(char::is_control, "\u{fffd}")),
            None => format!("{}!/{number}", named.source),
        };
        let column = walk.settings.text_column.clone();
        walk.give(source, id, named.notes.clone(), || {
            text(row?, column.as_deref().unwrap_or(TEXT)).map(Content::Text)
        })?;
    }
    Flow::Continue(())
}

/// Whether a table has the columns that are asked for.
pub(super) fn has_columns<'a>(
    columns: impl Iterator<Item = &'a String> + Clone,
    settings: &Settings,
) -> Result<(), Error> {
    let text = settings.text_column.as_deref().unwrap_or(TEXT);
    let wording = settings.wording;
    let options = [(Some(text), wording.text_column), (settings.id_column.as_deref(), wording.id_column)];
    for (wanted, option) in options {
        let Some(wanted) = wanted else { continue };
        if !columns.clone().any(|column| column == wanted) {
            let there = Vec::from_iter(columns.map(String::as_str)).join(", ");
            let message = format!("has no column {wanted:?}, but {there}: name one with {option}");
            return Err(Error::new(ErrorKind::Read, message));
        }
    }
    Ok(())
}

fn parsed(line: &[u8], number: u64, form: Form) -> Result<Map<String, Value>, Error> {
    let what = if form == Form::Lines { "line" } else { "row" };
    serde_json::from_slice(line).map_err(|error| {
        Error::new(ErrorKind::Damaged, format!("{what} {number} is no JSON object: {error}"))
    })
}

/// Reads a line, and passes by one that is too long.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, limit: u64) -> io::Result<Found> {
    line.clear();
    if input.take(limit.saturating_add(1)).read_until(b'\n', line)? == 0 {
        return Ok(Found::End);
    }
    if line.len() as u64 > limit {
        input.skip_until(b'\n')?;
        return Ok(Found::TooLarge);
    }
    Ok(Found::Object)
}

fn id(row: &Map<String, Value>, settings: &Settings) -> Option<String> {
    match row.get(settings.id_column.as_ref()?)? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn text(mut row: Map<String, Value>, column: &str) -> Result<String, Error> {
    match row.get_mut(column).map(Value::take) {
        Some(Value::String(text)) => Ok(text),
        None | Some(Value::Null) => {
            Err(Error::new(ErrorKind::NoText, format!("its column {column:?} is empty")))
        }
        Some(_) => Err(Error::new(ErrorKind::Decode, format!("its column {column:?} holds no text"))),
    }
}
