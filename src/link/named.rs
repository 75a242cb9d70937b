//! Whom the speakers of documents are across them, out of the tables of a linked run: so that counts tell persons, not names.

use super::tables::{integers, lists, part, rows, strings, value, words};
use super::{Across, Error};
use std::collections::HashMap;
use std::path::Path;

/// The persons of a linked run, and which people of documents they are.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// Index in `labels` by document and number of the person in it.
    of: HashMap<(i64, i64), u32>,
    /// What each is called; nobody is called as another.
    labels: Vec<String>,
}

impl Named {
    /// Reads the tables of a folder; `None` if it was never linked.
    pub fn read(folder: &Path) -> Result<Option<Named>, Error> {
        let file = |table| part(folder, table);
        if !file(Across::Links).exists() {
            return Ok(None);
        }
        let mut named = Named::default();
        let mut at: HashMap<String, u32> = HashMap::new();
        let mut called: HashMap<String, u32> = HashMap::new();
        let mut parties = Vec::new();
        rows(&file(Across::Persons), &["entity_id", "name", "parties"], &mut |batch| {
            let (ids, names) = (strings(batch, "entity_id")?, strings(batch, "name")?);
            let letters = lists(batch, "parties")?;
            for row in 0..batch.num_rows() {
                let name = value(names, row);
                at.insert(value(ids, row).to_string(), named.labels.len() as u32);
                *called.entry(name.to_string()).or_default() += 1;
                named.labels.push(name.to_string());
                parties.push(words(letters, row).join(", "));
            }
            Some(())
        })?;
        // Namesakes are told apart by their parties, and where these are the same by a number.
        let mut seen: HashMap<String, u32> = HashMap::new();
        for (label, parties) in named.labels.iter_mut().zip(parties) {
            if called.get(label.as_str()).is_some_and(|&times| times < 2) {
                continue;
            }
            if !parties.is_empty() {
                *label = format!("{label} ({parties})");
            }
            let times = seen.entry(label.clone()).and_modify(|times| *times += 1).or_insert(1);
            if *times > 1 {
                *label = format!("{label} {times}");
            }
        }
        rows(&file(Across::Links), &["doc_id", "person_id", "entity_id"], &mut |batch| {
            let (docs, people) = (integers(batch, "doc_id")?, integers(batch, "person_id")?);
            let ids = strings(batch, "entity_id")?;
            for row in 0..batch.num_rows() {
                named.of.insert((docs.value(row), people.value(row)), *at.get(value(ids, row))?);
            }
            Some(())
        })?;
        Ok(Some(named))
    }

    /// What the person of a document is called across them.
    pub fn label(&self, doc_id: i64, person_id: i64) -> Option<&str> {
        let label = self.labels.get(*self.of.get(&(doc_id, person_id))? as usize)?;
        Some(label)
    }
}
