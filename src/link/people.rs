//! The tables `persons` and `links`: a row for each person across documents, and one for each of its people in them.

use super::names::Name;
use super::official::Match;
use super::persons::Persons;
use super::register::Register;
use super::table::{Place, Table, Whole};
use super::tables::{Tables, civil, hash};
use super::{Across, Error};
use crate::formats::tables::column::Get::{Day, Int, Text, Texts};
use crate::formats::tables::column::{Column, always, maybe};
use jiff::civil::Date;
use std::sync::Arc;

/// A row of `persons`.
#[derive(Debug, Default)]
pub(super) struct Person {
    entity_id: String,
    name: String,
    names: Vec<String>,
    parties: Vec<String>,
    places: Vec<String>,
    roles: Vec<String>,
    first: Option<Date>,
    last: Option<Date>,
    documents: i64,
    mentions: i64,
    speeches: i64,
    decisions: i64,
    register_id: Option<String>,
    register_score: Option<i64>,
}

/// A row of `links`.
#[derive(Debug)]
pub(super) struct Linked {
    doc_id: i64,
    person_id: i64,
    entity_id: Arc<str>,
    score: i64,
    rule: &'static str,
}

pub(super) fn persons() -> Vec<Column<Person>> {
    vec![
        always(
            "entity_id",
            Text(|p| Some(&p.entity_id)),
            "The person across documents; the same in every run over the same input, and in one over more of it.",
        ),
        always(
            "name",
            Text(|p| Some(&p.name)),
            "The most frequent of the names that have a given name written out.",
        ),
        always("names", Texts(|p| &p.names), "Every form of the name, the most frequent first."),
        always(
            "parties",
            Texts(|p| &p.parties),
            "Letters of the parties, in the order of time, as they are written today.",
        ),
        always(
            "places",
            Texts(|p| &p.places),
            "Municipalities and regions in whose documents the person is named.",
        ),
        always("roles", Texts(|p| &p.roles), "Roles as written, the most frequent first."),
        maybe("first", Day(|p| p.first), "The day of the first document that names the person."),
        maybe("last", Day(|p| p.last), "The day of the last one."),
        always("documents", Int(|p| Some(p.documents)), "In how many documents the person is named."),
        always("mentions", Int(|p| Some(p.mentions)), "How often."),
        always("speeches", Int(|p| Some(p.speeches)), "How many speeches the person made."),
        always(
            "decisions",
            Int(|p| Some(p.decisions)),
            "How many motions and reservations are the person's.",
        ),
        maybe("register_id", Text(|p| p.register_id.as_deref()), "The id in the register."),
        maybe(
            "register_score",
            Int(|p| p.register_score),
            "How sure that is, 0 to 100: the surest of the person's links.",
        ),
    ]
}

pub(super) fn links() -> Vec<Column<Linked>> {
    vec![
        always("doc_id", Int(|l| Some(l.doc_id)), "The document."),
        always("person_id", Int(|l| Some(l.person_id)), "The person in it."),
        always("entity_id", Text(|l| Some(&l.entity_id)), "Who that is across documents."),
        always("score", Int(|l| Some(l.score)), "How sure that is, 0 to 100."),
        always("rule", Text(|l| Some(l.rule)), "Why the two are one."),
    ]
}

/// Writes the tables under their hidden names.
pub(super) fn write<'f>(
    place: Place<'f>,
    tables: &Tables,
    register: Option<&Register>,
    matches: &[Option<Match>],
    linked: &Persons,
) -> Result<[Whole<'f>; 2], Error> {
    let mut order = Vec::from_iter(0..tables.rows.len() as u32);
    let root = |at: u32| linked.entity.get(at as usize).copied().unwrap_or(at);
    order.sort_by_key(|&at| (root(at), at));
    let mut ids: Vec<Arc<str>> = vec![Arc::from(""); tables.rows.len()];
    let mut people = Table::create(place, Across::Persons, persons())?;
    let mut from = 0;
    while let Some(&first) = order.get(from) {
        let rest = order.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|&&at| root(at) == root(first)).count();
        let rows = rest.get(..length).unwrap_or_default();
        let person = person(tables, register, matches, rows);
        let id: Arc<str> = Arc::from(person.entity_id.as_str());
        for &at in rows {
            if let Some(place) = ids.get_mut(at as usize) {
                *place = id.clone();
            }
        }
        people.push(person)?;
        from += length.max(1);
    }
    let mut all = Table::create(place, Across::Links, links())?;
    for ((row, id), link) in tables.rows.iter().zip(ids).zip(&linked.links) {
        let Some(doc) = tables.doc(row) else { continue };
        all.push(Linked {
            doc_id: doc.doc_id,
            person_id: i64::from(row.person_id),
            entity_id: id,
            score: i64::from(link.score),
            rule: link.rule,
        })?;
    }
    Ok([people.close()?, all.close()?])
}

/// The row of one person.
fn person(tables: &Tables, register: Option<&Register>, matches: &[Option<Match>], rows: &[u32]) -> Person {
    let mut person = Person::default();
    let of = |at: &u32| tables.rows.get(*at as usize);
    let texts = &tables.texts;
    if let Some((row, doc)) = rows.first().and_then(of).and_then(|row| Some((row, tables.doc(row)?))) {
        let evidence = [&format!("{:016x}", doc.hash), texts.get(row.name), &row.person_id.to_string()];
        person.entity_id = format!("p{:016x}", hash(&evidence));
    }
    let (mut names, mut roles) = (Counted::default(), Counted::default());
    let mut parties: Vec<(i32, u32)> = Vec::new();
    let mut last_doc = None;
    for row in rows.iter().filter_map(of) {
        let doc = tables.doc(row);
        names.add(texts.get(row.name), row.mentions);
        for role in texts.get(row.roles).split(" | ").filter(|role| !role.is_empty()) {
            roles.add(role, 1);
        }
        let day = doc.and_then(|doc| doc.day);
        if row.party != 0 {
            parties.push((day.unwrap_or(i32::MIN), row.party));
        }
        let place = doc.map_or("", |doc| texts.get(doc.place));
        if !place.is_empty() && !person.places.iter().any(|known| known == place) {
            person.places.push(place.to_string());
        }
        if let Some(day) = day.and_then(civil) {
            person.first = Some(person.first.map_or(day, |first| first.min(day)));
            person.last = Some(person.last.map_or(day, |last| last.max(day)));
        }
        if last_doc != Some(row.doc) {
            person.documents += 1;
            last_doc = Some(row.doc);
        }
        person.mentions += i64::from(row.mentions);
        person.speeches += i64::from(row.speeches);
        person.decisions += i64::from(row.decisions);
    }
    parties.sort_unstable();
    for (_, party) in parties {
        let letters = texts.get(party).to_uppercase();
        if !person.parties.contains(&letters) {
            person.parties.push(letters);
        }
    }
    person.roles = roles.most();
    person.name = full_name(&names);
    person.names = names.most();
    let best =
        rows.iter().filter_map(|&at| matches.get(at as usize)?.as_ref()).max_by_key(|found| found.score);
    if let Some((found, official)) = best.and_then(|found| Some((found, register?.get(found.official)?))) {
        person.register_id = Some(official.id.clone());
        person.register_score = Some(i64::from(found.score));
        person.name.clone_from(&official.name);
    }
    person
}

/// The most frequent name that is written out; of those as frequent the one of most words.
fn full_name(names: &Counted) -> String {
    let rank = |&&(written, times): &&(&str, u32)| {
        let words = written.split_whitespace().count();
        (Name::read(written).is_full(), times, words, std::cmp::Reverse(written.to_string()))
    };
    names.all.iter().max_by_key(rank).map_or_else(String::new, |(written, _)| (*written).to_string())
}

/// Nobody reads a longer list of names or roles.
const LONGEST: usize = 100;

/// Texts, and how often each occurs.
#[derive(Default)]
struct Counted<'t> {
    all: Vec<(&'t str, u32)>,
}

impl<'t> Counted<'t> {
    fn add(&mut self, text: &'t str, times: u32) {
        if let Some((_, count)) = self.all.iter_mut().find(|(known, _)| *known == text) {
            *count += times;
        } else if self.all.len() < LONGEST {
            self.all.push((text, times));
        }
    }

    fn most(mut self) -> Vec<String> {
        self.all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        self.all.into_iter().map(|(text, _)| text.to_string()).collect()
    }
}
