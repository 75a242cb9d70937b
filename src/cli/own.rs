//! Files of TOML in which users write patterns and words of their own.

use crate::document::{Error, ErrorKind};
use crate::find::Patterns;
use crate::lexicon::terms::{TermKind, Terms};
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Such a file is not larger.
const LARGEST: u64 = 4 << 20;

/// The names and patterns in a file, in order of names.
pub(super) fn named_patterns(path: &Path) -> Result<Vec<(String, String)>, Error> {
    let name = path.to_string_lossy();
    let table = table(path)?;
    let wrong = |key: &str| {
        let message =
            format!("{key}: is neither a pattern in quotes nor a list of patterns: {key} = '[0-9]+ kronor'");
        Err(Error::new(ErrorKind::Usage, message).of(&*name))
    };
    let mut patterns = Vec::new();
    for (key, value) in table {
        match value {
            Value::String(pattern) => patterns.push((key, pattern)),
            Value::Array(several) => {
                for one in several {
                    let Value::String(pattern) = one else { return wrong(&key) };
                    patterns.push((key.clone(), pattern));
                }
            }
            _ => return wrong(&key),
        }
    }
    if patterns.is_empty() {
        return Err(Error::new(ErrorKind::Usage, "holds no pattern; write name = 'pattern'").of(&*name));
    }
    Ok(patterns)
}

/// A file of TOML.
fn table(path: &Path) -> Result<Table, Error> {
    let name = path.to_string_lossy();
    let unread = |message: String| Error::new(ErrorKind::Read, message).of(&*name);
    let size = fs::metadata(path).map_err(|error| unread(format!("cannot be read: {error}")))?.len();
    if size > LARGEST {
        return Err(unread(format!("has {size} bytes; such a file may have {LARGEST}")));
    }
    let text = fs::read_to_string(path).map_err(|error| unread(format!("cannot be read: {error}")))?;
    text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let before = text.get(..at).unwrap_or_default();
        let (line, column) = (
            before.matches('\n').count() + 1,
            before.rsplit('\n').next().unwrap_or_default().chars().count(),
        );
        let shown = text.lines().nth(line - 1).unwrap_or_default();
        let message = format!("line {line}: {}\n  {shown}\n  {:column$}^", error.message(), "");
        Error::new(ErrorKind::Usage, message).of(&*name)
    })
}

/// The patterns in a file, ready to search.
pub(super) fn patterns(path: &Path) -> Result<Patterns, Error> {
    let named = named_patterns(path)?;
    let builder =
        named.into_iter().fold(Patterns::builder(), |all, (name, pattern)| all.pattern(name, pattern));
    builder.build().map_err(|error| error.of(path.to_string_lossy()))
}

/// The words in a file: lists called bodies, roles, verbs, labels.
pub(super) fn terms(path: &Path) -> Result<Terms, Error> {
    let name = path.to_string_lossy();
    let usage = |message: String| Error::new(ErrorKind::Usage, message).of(&*name);
    let mut terms = Terms::new();
    for (key, value) in table(path)? {
        let kind = TermKind::from_name(&key).ok_or_else(|| {
            let all = TermKind::ALL.map(TermKind::as_str).join(", ");
            usage(format!("no words are called {key:?}; the kinds are {all}"))
        })?;
        let wrong = || usage(format!("{key}: is no list of words: {key} = ['one', 'another']"));
        for entry in value.as_array().ok_or_else(wrong)? {
            let entry = entry.as_str().ok_or_else(wrong)?;
            terms.add(kind, entry).map_err(|error| usage(format!("{key}: {error}")))?;
        }
    }
    Ok(terms)
}
