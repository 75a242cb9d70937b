//! A register of those who held office, from a table of one's own: a row for each term of office or membership.

use super::Error;
use super::names::{Name, fold, sound, without_one};
use super::sheet::Sheet;
use crate::document::ErrorKind;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// What the columns of a register are called.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Columns {
    /// The id of a person: rows of one id are one person's terms.
    pub person: String,
    /// The name.
    pub name: String,
    /// Other names, parted by ` | `.
    pub other_names: String,
    /// The office (*ledamot*, *finansminister*); `party` for a row that tells only of a membership.
    pub role: String,
    /// The first day or year; empty where it is not known.
    pub first: String,
    /// The last day or year; empty for one who is still there, or where it is not known.
    pub last: String,
    /// The party.
    pub party: String,
    /// Places, parted by ` | `.
    pub place: String,
    /// The constituency.
    pub district: String,
}

impl Default for Columns {
    fn default() -> Columns {
        let name = str::to_string;
        Columns {
            person: name("person"),
            name: name("name"),
            other_names: name("other_names"),
            role: name("role"),
            first: name("first"),
            last: name("last"),
            party: name("party"),
            place: name("place"),
            district: name("district"),
        }
    }
}

/// From when to when, days since 1970; an end that is not known is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Time {
    pub first: Option<i32>,
    pub last: Option<i32>,
}

/// Few serve longer, in days.
const LONG: i32 = 20 * 366;

impl Time {
    pub fn known(self) -> bool {
        self.first.is_some() || self.last.is_some()
    }
    /// Whether both ends are known.
    pub fn closed(self) -> bool {
        self.first.is_some() && self.last.is_some()
    }
    pub fn covers(self, day: i32, slack: i32) -> bool {
        // Of whom only the end is known, the beginning lies no longer ago than people serve.
        let first = self.first.or(self.last.map(|last| last - LONG));
        first.is_none_or(|first| first - slack <= day) && self.last.is_none_or(|last| day <= last + slack)
    }
}

/// A term of office.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Folded.
    pub role: String,
    pub time: Time,
}

/// Somebody in the register.
#[derive(Clone, Debug, Default)]
pub(super) struct Official {
    pub id: String,
    /// As the register writes it.
    pub name: String,
    /// The first is the name that it goes by.
    pub names: Vec<Name>,
    pub terms: Vec<Term>,
    /// Party letters or names, folded, and when.
    pub parties: Vec<(String, Time)>,
    /// Folded.
    pub places: Vec<String>,
}

impl Official {
    /// The terms on that day.
    pub fn on(&self, day: i32, slack: i32) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.time.known() && term.time.covers(day, slack))
    }

    /// Whether the day lies between the first and the last that is known of them.
    pub fn career(&self, day: i32) -> bool {
        let times =
            || self.terms.iter().map(|term| term.time).chain(self.parties.iter().map(|party| party.1));
        let first = times().filter_map(|time| time.first).min();
        let last = times().filter_map(|time| time.last).max();
        first.zip(last).is_some_and(|(first, last)| (first..=last).contains(&day))
    }
}

/// The register, with an index of its last names.
#[derive(Debug, Default)]
pub(super) struct Register {
    pub officials: Vec<Official>,
    by_last: HashMap<String, Vec<u32>>,
    by_sound: HashMap<String, Vec<u32>>,
    /// Longer last names.
    lasts: Vec<String>,
    /// Numbers of these by what is left when a letter is taken away: its hash, in order. A register of a million has
    /// ten times as many.
    by_less: Vec<(u64, u32)>,
    by_role: HashMap<String, Vec<u32>>,
    /// Roles with *talman* in them.
    speakers: Vec<u32>,
    /// What was odd about rows that were kept or passed by.
    pub notes: Vec<String>,
}

impl Register {
    pub fn of_last(&self, last: &str) -> &[u32] {
        self.by_last.get(last).map_or(&[], Vec::as_slice)
    }

    pub fn of_sound(&self, last: &str) -> &[u32] {
        self.by_sound.get(&sound(last)).map_or(&[], Vec::as_slice)
    }

    /// Those whose last name is one letter from this.
    pub fn near(&self, last: &str) -> Vec<u32> {
        let of = |less: String| {
            let less = hash(&less);
            let from = self.by_less.partition_point(|&(other, _)| other < less);
            self.by_less.iter().skip(from).take_while(move |&&(other, _)| other == less)
        };
        let lasts = without_one(last).flat_map(of).filter_map(|&(_, at)| self.lasts.get(at as usize));
        let near = lasts.filter(|other| super::names::near(last, other));
        unique(near.flat_map(|other| self.of_last(other).iter().copied()).collect())
    }

    pub fn of_role(&self, role: &str) -> &[u32] {
        self.by_role.get(role).map_or(&[], Vec::as_slice)
    }

    pub fn speakers(&self) -> &[u32] {
        &self.speakers
    }

    pub fn get(&self, index: u32) -> Option<&Official> {
        self.officials.get(index as usize)
    }

    /// Reads a table: tabs, commas or semicolons part the cells of text, Parquet has its own.
    pub fn read(path: &Path, columns: &Columns) -> Result<Register, Error> {
        let sheet = Sheet::open(path)?;
        let mut at = BTreeMap::new();
        let named = |name: &str| sheet.header.iter().position(|cell| cell.trim() == name);
        for (what, name) in columns.each() {
            match named(name) {
                Some(column) => {
                    at.insert(what, column);
                }
                None if what == "person" || what == "name" => {
                    let message = format!(
                        "is a register without a column {name:?}; it has {}",
                        sheet.header.join(", ")
                    );
                    return Err(Error::new(ErrorKind::Usage, message).of(path.to_string_lossy()));
                }
                None => {}
            }
        }
        let mut register = Register::default();
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut nameless = 0;
        let mut backwards = 0;
        let mut dayless: Option<(u64, String)> = None;
        sheet.each(|row| {
            let cell =
                |what: &str| at.get(what).and_then(|&column| row.get(column)).map_or("", |cell| cell.trim());
            let (id, name) = (cell("person"), cell("name"));
            if id.is_empty() || name.is_empty() {
                nameless += 1;
                return;
            }
            let mut read = |written: &str, ends| {
                let day = day(written, ends);
                if day.is_none() && !written.is_empty() {
                    dayless.get_or_insert_with(|| (0, written.to_string())).0 += 1;
                }
                day
            };
            let time = Time { first: read(cell("first"), false), last: read(cell("last"), true) };
            let index = *known.entry(id.to_string()).or_insert_with(|| {
                register.officials.push(Official {
                    id: id.to_string(),
                    name: name.to_string(),
                    ..Default::default()
                });
                register.officials.len() as u32 - 1
            });
            let Some(official) = register.officials.get_mut(index as usize) else { return };
            if time.first.zip(time.last).is_some_and(|(first, last)| last < first) {
                backwards += 1;
            }
            let written = std::iter::once(name).chain(cell("other_names").split(" | "));
            // *Hamilton af Hageby* is called *Hamilton*.
            let short = written.clone().filter_map(|name| name.split_once(" af ").map(|(short, _)| short));
            for written in written.chain(short.filter(|short| short.contains(' '))) {
                let name = Name::read(written);
                if !name.last.is_empty() && official.names.last() != Some(&name) {
                    official.names.push(name);
                }
            }
            for place in cell("place").split(" | ").chain([cell("district")]).map(fold) {
                if !place.is_empty() && official.places.last() != Some(&place) {
                    official.places.push(place);
                }
            }
            let party = fold(cell("party"));
            if !party.is_empty() {
                official.parties.push((party, time));
            }
            let role = fold(cell("role"));
            if role != "party" {
                official.terms.push(Term { role, time });
            }
        })?;
        if nameless > 0 {
            register
                .notes
                .push(format!("{nameless} rows of the register have no id or no name and were passed by"));
        }
        if backwards > 0 {
            register.notes.push(format!("{backwards} terms of the register end before they begin"));
        }
        if let Some((times, first)) = dayless {
            let told =
                format!("{times} ends of terms in the register are no day or year, as {first:?}, and open");
            register.notes.push(told);
        }
        if register.officials.is_empty() {
            return Err(
                Error::new(ErrorKind::Usage, "is a register without people").of(path.to_string_lossy())
            );
        }
        register.index();
        Ok(register)
    }

    fn index(&mut self) {
        for official in &mut self.officials {
            once(&mut official.names);
            once(&mut official.places);
            once(&mut official.parties);
        }
        for (index, official) in self.officials.iter().enumerate() {
            let index = index as u32;
            for name in &official.names {
                push(&mut self.by_last, &name.last, index);
                push(&mut self.by_sound, &sound(&name.last), index);
            }
            for term in &official.terms {
                push(&mut self.by_role, &term.role, index);
                if term.role.contains("talman") && self.speakers.last() != Some(&index) {
                    self.speakers.push(index);
                }
            }
        }
        self.lasts.extend(self.by_last.keys().filter(|last| last.chars().nth(4).is_some()).cloned());
        for (at, last) in self.lasts.iter().enumerate() {
            self.by_less.extend(without_one(last).map(|less| (hash(&less), at as u32)));
        }
        self.by_less.sort_unstable();
        self.by_less.dedup();
    }
}

impl Columns {
    /// What the columns are called if nothing else is said.
    pub const NAMES: [&str; 9] =
        ["person", "name", "other_names", "role", "first", "last", "party", "place", "district"];

    /// Says what one of them is called; `false` if there is none of that name.
    pub fn set(&mut self, column: &str, called: &str) -> bool {
        let place = match column {
            "person" => &mut self.person,
            "name" => &mut self.name,
            "other_names" => &mut self.other_names,
            "role" => &mut self.role,
            "first" => &mut self.first,
            "last" => &mut self.last,
            "party" => &mut self.party,
            "place" => &mut self.place,
            "district" => &mut self.district,
            _ => return false,
        };
        *place = called.to_string();
        true
    }

    /// What each is for, and its name.
    fn each(&self) -> [(&'static str, &str); 9] {
        [
            ("person", &self.person),
            ("name", &self.name),
            ("other_names", &self.other_names),
            ("role", &self.role),
            ("first", &self.first),
            ("last", &self.last),
            ("party", &self.party),
            ("place", &self.place),
            ("district", &self.district),
        ]
    }
}

/// Leaves of what is said several times the first.
fn once<T: Clone + Eq + Hash>(all: &mut Vec<T>) {
    if all.len() > 1 {
        let mut seen = HashSet::new();
        all.retain(|one| seen.insert(one.clone()));
    }
}

/// A number for a text within this run.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn push(index: &mut HashMap<String, Vec<u32>>, key: &str, value: u32) {
    let values = match index.get_mut(key) {
        Some(values) => values,
        None => index.entry(key.to_string()).or_default(),
    };
    if values.last() != Some(&value) {
        values.push(value);
    }
}

pub(super) fn unique(mut all: Vec<u32>) -> Vec<u32> {
    all.sort_unstable();
    all.dedup();
    all
}

/// A day or a year as days since 1970; the last day of a year where it ends something.
fn day(written: &str, ends: bool) -> Option<i32> {
    let mut parts = written.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().and_then(|month| month.parse().ok());
    let of_month: Option<i8> = parts.next().and_then(|day| day.get(..2)?.parse().ok());
    let day = match (month, of_month) {
        (Some(month), Some(day)) => jiff::civil::Date::new(year, month, day).ok()?,
        (Some(month), None) => {
            let first = jiff::civil::Date::new(year, month, 1).ok()?;
            if ends { first.last_of_month() } else { first }
        }
        _ if ends => jiff::civil::Date::new(year, 12, 31).ok()?,
        _ => jiff::civil::Date::new(year, 1, 1).ok()?,
    };
    Some(super::tables::days(day))
}
