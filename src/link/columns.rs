//! The columns that linking reads, said once: its own passes and engines ask for them here.

pub(super) const DOCUMENTS: &[&str] =
    &["doc_id", "source", "id", "kind", "date", "body", "place", "place_code"];
pub(super) const PEOPLE: &[&str] =
    &["doc_id", "person_id", "name", "roles", "party", "functions", "mentions"];
/// Who speaks, and who moves and reserves.
pub(super) const SPEECHES: &[&str] = &["doc_id", "speakers"];
pub(super) const MOVERS: &[&str] = &["doc_id", "by"];
pub(super) const ITEMS: &[&str] = &[
    "doc_id",
    "item_id",
    "start",
    "end",
    "number",
    "title",
    "case",
    "proposals",
    "motions",
    "decisions",
    "reservations",
];
pub(super) const DECISIONS: &[&str] = &[
    "doc_id",
    "decision_id",
    "start",
    "kind",
    "body",
    "reported",
    "case",
    "votes_yes",
    "votes_no",
    "same_as",
    "text",
    "rule",
];
/// Which bodies decide.
pub(super) const BODIES: &[&str] = &["doc_id", "body"];
/// Only with a register, where a document has no date.
pub(super) const DATES: &[&str] = &["doc_id", "value"];

/// All columns of each table that an engine gives, each once, `doc_id` first.
#[cfg(feature = "python")]
pub(crate) fn read() -> Vec<(&'static str, Vec<&'static str>)> {
    let of_table = |passes: &[&[&'static str]]| {
        let mut all: Vec<&'static str> = Vec::new();
        for &column in passes.iter().copied().flatten() {
            if !all.contains(&column) {
                all.push(column);
            }
        }
        all
    };
    vec![
        ("documents", of_table(&[DOCUMENTS])),
        ("people", of_table(&[PEOPLE])),
        ("speeches", of_table(&[SPEECHES])),
        ("decisions", of_table(&[DECISIONS, MOVERS, BODIES])),
        ("items", of_table(&[ITEMS])),
    ]
}
