//! The bodies of an archive: one row for each, with its place and the ways in which it is written.

use super::names::fold;
use super::table::{Place, Table, Whole};
use super::tables::{Run, Tables, integers, strings, value};
use super::{Across, Error, columns};
use crate::formats::tables::column::Get::{Int, Text, Texts};
use crate::formats::tables::column::{Column, always, maybe};
use std::collections::BTreeMap;

/// A row of `bodies`.
#[derive(Debug, Default)]
pub(super) struct Body {
    name: String,
    place: Option<String>,
    place_code: Option<String>,
    variants: BTreeMap<String, u32>,
    written: Vec<String>,
    documents: i64,
    decisions: i64,
}

pub(super) fn bodies() -> Vec<Column<Body>> {
    vec![
        always(
            "name",
            Text(|b| Some(&b.name)),
            "The body: the way in which it is written most often, without its place.",
        ),
        maybe("place", Text(|b| b.place.as_deref()), "The municipality or region."),
        maybe("place_code", Text(|b| b.place_code.as_deref()), "SCB's code of it."),
        always(
            "variants",
            Texts(|b| &b.written),
            "The ways in which it is written, the most frequent first.",
        ),
        always("documents", Int(|b| Some(b.documents)), "How many documents are its own."),
        always("decisions", Int(|b| Some(b.decisions)), "How many decisions are its own."),
    ]
}

/// Writes the table under its hidden name.
pub(super) fn write<'f>(place: Place<'f>, run: &Run, tables: &Tables) -> Result<Whole<'f>, Error> {
    let mut all: BTreeMap<(u32, String), Body> = BTreeMap::new();
    for doc in &tables.docs {
        let name = tables.texts.get(doc.body);
        if !name.is_empty() {
            let body = entry(&mut all, tables, doc.scope, doc.place, doc.place_code, name);
            body.documents += 1;
        }
    }
    run.each("decisions", columns::BODIES, |batch| {
        let (docs, names) = (integers(batch, "doc_id")?, strings(batch, "body")?);
        for row in 0..batch.num_rows() {
            let doc = tables.docs.get(*tables.doc_of.get(&docs.value(row))? as usize)?;
            let name = value(names, row);
            if !name.is_empty() {
                entry(&mut all, tables, doc.scope, doc.place, doc.place_code, name).decisions += 1;
            }
        }
        Some(())
    })?;
    let mut table = Table::create(place, Across::Bodies, bodies())?;
    for mut body in all.into_values() {
        let mut written = Vec::from_iter(std::mem::take(&mut body.variants));
        written.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        body.written = written.into_iter().map(|(name, _)| name).collect();
        let place = body.place.as_deref().unwrap_or_default();
        let bare = body.written.iter().find(|name| fold(name) == without_place(&fold(name), &fold(place)));
        body.name = bare.or(body.written.first()).cloned().unwrap_or_default();
        table.push(body)?;
    }
    table.close()
}

fn entry<'a>(
    all: &'a mut BTreeMap<(u32, String), Body>,
    tables: &Tables,
    scope: u32,
    place: u32,
    code: u32,
    name: &str,
) -> &'a mut Body {
    let named = |number: u32| Some(tables.texts.get(number).to_string()).filter(|text| !text.is_empty());
    let key = without_place(&fold(name), &fold(tables.texts.get(place)));
    let body = all.entry((scope, key)).or_insert_with(|| Body {
        place: named(place),
        place_code: named(code),
        ..Default::default()
    });
    *body.variants.entry(name.to_string()).or_default() += 1;
    body
}

/// A body's name without that of its place: *kommunstyrelsen* of *kommunstyrelsen i åsele kommun*, *åsele kommunstyrelse*.
fn without_place(name: &str, place: &str) -> String {
    let bare = place.strip_suffix(" kommun").unwrap_or(place);
    let stem = bare.strip_suffix('s').unwrap_or(bare);
    if stem.is_empty() {
        return name.to_string();
    }
    let name = name.split(" i ").next().unwrap_or(name);
    let words = Vec::from_iter(name.split(' '));
    match words.as_slice() {
        [first, rest @ ..]
            if !rest.is_empty() && (first.starts_with(stem) && first.len() <= stem.len() + 1) =>
        {
            let rest = rest.strip_prefix(&["kommuns"]).unwrap_or(rest);
            rest.join(" ")
        }
        _ => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_place;

    #[test]
    fn places_fall_away() {
        for name in [
            "kommunstyrelsen",
            "kommunstyrelsen i åsele kommun",
            "åsele kommunstyrelsen",
            "åsele kommuns kommunstyrelsen",
        ] {
            assert_eq!(without_place(name, "åsele kommun"), "kommunstyrelsen", "{name}");
        }
        assert_eq!(without_place("rådet i norr", ""), "rådet i norr");
    }
}
