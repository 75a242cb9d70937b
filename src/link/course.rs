//! The courses of matters out of the tables of a linked run, to be shown.

use super::tables::{Run, integers, lists, part, strings, value, words};
use super::{Across, Error};
use crate::document::ErrorKind;
use crate::formats::cells::day;
use crate::keys::cases::Case;
use crate::keys::names::fold;
use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, RecordBatch};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A matter, and what was done in it.
#[derive(Debug, Default)]
pub(crate) struct Course {
    id: String,
    pub case: String,
    pub title: String,
    pub outcome: String,
    pub steps: Vec<Step>,
}

/// A thing done.
#[derive(Debug, Default)]
pub(crate) struct Step {
    pub date: String,
    pub body: String,
    pub act: String,
    /// The document's.
    pub source: String,
    pub words: String,
    doc_id: i64,
    decision_id: i64,
}

/// The matters of this case number, in any of its spellings, or in whose titles these words stand.
pub(crate) fn courses(folder: &Path, wanted: &str) -> Result<Vec<Course>, Error> {
    if folder.is_file() {
        let message = "is no folder of tables; a database is asked in SQL (its tables matters and steps)";
        return Err(Error::new(ErrorKind::Usage, message).of(folder.to_string_lossy()));
    }
    let run = Run::open(folder)?;
    let table = |table: Across| {
        let file = part(folder, table);
        if file.exists() {
            return Ok(file);
        }
        let name = table.as_str();
        let message = format!("has no table {name}; make it: klubba link {}", folder.display());
        Err(Error::new(ErrorKind::Usage, message).of(folder.to_string_lossy()))
    };
    let (case, title) = (Case::read(wanted), fold(wanted));
    let mut courses: Vec<Course> = Vec::new();
    super::tables::rows(
        &table(Across::Matters)?,
        &["matter_id", "case", "cases", "title", "outcome"],
        &mut |batch| {
            let column = |name| strings(batch, name);
            let (ids, cases, titles) = (column("matter_id")?, column("case")?, column("title")?);
            let (outcomes, numbers) = (column("outcome")?, lists(batch, "cases")?);
            for row in 0..batch.num_rows() {
                let (its, called) = (value(cases, row), value(titles, row));
                let is = match &case {
                    Some(case) => words(numbers, row)
                        .iter()
                        .any(|its| Case::read(its).is_some_and(|its| its.fits(case))),
                    None => !title.is_empty() && fold(called).contains(&title),
                };
                if is {
                    courses.push(Course {
                        id: value(ids, row).to_string(),
                        case: its.to_string(),
                        title: called.to_string(),
                        outcome: value(outcomes, row).to_string(),
                        steps: Vec::new(),
                    });
                }
            }
            Some(())
        },
    )?;
    let at: HashMap<String, usize> =
        courses.iter().enumerate().map(|(at, course)| (course.id.clone(), at)).collect();
    let columns = ["matter_id", "doc_id", "date", "body", "act", "decision_id"];
    super::tables::rows(&table(Across::Steps)?, &columns, &mut |batch| steps(batch, &at, &mut courses))?;
    said(&run, &mut courses)?;
    Ok(courses)
}

fn steps(batch: &RecordBatch, at: &HashMap<String, usize>, courses: &mut [Course]) -> Option<()> {
    let days = batch.column_by_name("date")?.as_primitive_opt::<Date32Type>()?;
    let (ids, bodies, acts) = (strings(batch, "matter_id")?, strings(batch, "body")?, strings(batch, "act")?);
    let (docs, decisions) = (integers(batch, "doc_id")?, integers(batch, "decision_id")?);
    for row in 0..batch.num_rows() {
        let Some(course) = at.get(value(ids, row)).and_then(|&at| courses.get_mut(at)) else { continue };
        course.steps.push(Step {
            date: if days.is_valid(row) { day(days.value(row)) } else { String::new() },
            body: value(bodies, row).to_string(),
            act: value(acts, row).to_string(),
            doc_id: docs.value(row),
            decision_id: decisions.value(row),
            ..Step::default()
        });
    }
    Some(())
}

/// Puts to each step where it is told, and in which words.
fn said(run: &Run, courses: &mut [Course]) -> Result<(), Error> {
    let all = || courses.iter().flat_map(|course| &course.steps);
    let wanted: HashSet<(i64, i64)> = all().map(|step| (step.doc_id, step.decision_id)).collect();
    let documents: HashSet<i64> = all().map(|step| step.doc_id).collect();
    let (mut sources, mut words) = (HashMap::new(), HashMap::new());
    run.each("documents", &["doc_id", "source"], |batch| {
        let (ids, of) = (integers(batch, "doc_id")?, strings(batch, "source")?);
        for (row, id) in ids.values().iter().enumerate().filter(|(_, id)| documents.contains(id)) {
            sources.insert(*id, value(of, row).to_string());
        }
        Some(())
    })?;
    run.each("decisions", &["doc_id", "decision_id", "text"], |batch| {
        let (docs, ids) = (integers(batch, "doc_id")?, integers(batch, "decision_id")?);
        let texts = strings(batch, "text")?;
        for row in 0..batch.num_rows() {
            let key = (docs.value(row), ids.value(row));
            if wanted.contains(&key) {
                words.insert(key, value(texts, row).to_string());
            }
        }
        Some(())
    })?;
    for step in courses.iter_mut().flat_map(|course| &mut course.steps) {
        step.source = sources.get(&step.doc_id).cloned().unwrap_or_default();
        step.words = words.get(&(step.doc_id, step.decision_id)).cloned().unwrap_or_default();
    }
    Ok(())
}
