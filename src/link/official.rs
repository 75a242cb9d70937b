//! Leads the people of a document to those of a register who held office that day.
//!
//! Candidates come by last name: as written, as it sounds, one letter off. Each thing the text says of the person (given
//! names, place, office, party) then narrows them, as long as it leaves anyone. One who is left is the match.

use super::names::{Name, near, sound};
use super::register::{Official, Register, Term, unique};
use super::tables::{Row, Tables, days};
use std::collections::{BTreeMap, HashMap};

/// Somebody of the register, and how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    pub official: u32,
    /// 0 to 100.
    pub score: u8,
    pub rule: &'static str,
}

/// A term that is a little longer than the register says.
const SLACK: i32 = 366;
/// What the roles of members of the government have in them, and of who presides.
const GOVERNMENT: &[&str] = &["statsråd", "minister"];
const SPEAKER: &str = "talman";
/// Of those who take part, so many hundredths must be known for the register to be that of the document.
const KNOWN: usize = 50;

/// One told so surely is taken.
const CERTAIN: u8 = 80;

/// A way to candidates, how sure it is, and its rule.
type Way<'w> = (&'w dyn Fn() -> Vec<u32>, u8, &'static str);

/// What is known of a document before its people are led anywhere.
struct Setting<'r> {
    register: &'r Register,
    day: i32,
    /// The role that most who are told for certain hold: the members of this house.
    house: Option<String>,
    /// Whether the register is that of this document: a last name is then enough.
    own: bool,
}

/// For each row of the tables its match, if it has one.
pub(super) fn matches(
    tables: &Tables,
    register: &Register,
    years: &HashMap<u32, BTreeMap<i16, u32>>,
) -> Vec<Option<Match>> {
    let mut found = vec![None; tables.rows.len()];
    let mut from = 0;
    while let Some(first) = tables.rows.get(from) {
        let rest = tables.rows.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|row| row.doc == first.doc).count();
        let rows = rest.get(..length).unwrap_or_default();
        if let Some(setting) = Setting::of(tables, rows, register, years.get(&first.doc)) {
            let of_document = found.iter_mut().skip(from).take(length);
            for (row, found) in rows.iter().zip(of_document) {
                *found = setting.find(tables, row);
            }
            // Who is told for certain is nobody else of the same document.
            let certain = |found: &&Match| found.score >= CERTAIN;
            let all = found.get(from..from + length).unwrap_or_default();
            let taken = Vec::from_iter(all.iter().flatten().filter(certain).map(|found| found.official));
            for (row, found) in rows.iter().zip(found.iter_mut().skip(from).take(length)) {
                if found.is_none() {
                    *found = setting.left(tables, row, &taken);
                }
            }
        }
        from += length.max(1);
    }
    found
}

impl<'r> Setting<'r> {
    /// `None` if nothing tells the day.
    fn of(
        tables: &Tables,
        rows: &[Row],
        register: &'r Register,
        years: Option<&BTreeMap<i16, u32>>,
    ) -> Option<Setting<'r>> {
        let day = rows.first().and_then(|row| tables.day(row));
        let setting = |day| Setting { register, day, house: None, own: true };
        let mut setting = match day {
            Some(day) => setting(day),
            None => setting(likely_day(tables, rows, &setting, years?)?),
        };
        let active = Vec::from_iter(rows.iter().filter(|row| row.took_part && row.speeches > 0));
        let active =
            if active.is_empty() { Vec::from_iter(rows.iter().filter(|row| row.took_part)) } else { active };
        let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
        let (mut known, mut told) = (0, 0);
        for row in &active {
            let Some(name) = tables.name(row) else { continue };
            let candidates = setting.named(name);
            known += usize::from(!candidates.is_empty());
            if let Some(found) = setting.find(tables, row) {
                told += 1;
                let official = register.get(found.official);
                let terms = official.into_iter().flat_map(|official| official.on(setting.day, 0));
                for role in unique_roles(terms.map(|term| term.role.as_str())) {
                    *roles.entry(role).or_default() += 1;
                }
            }
        }
        setting.own = known * 100 >= active.len() * KNOWN && known > 0;
        let top = roles.into_iter().max_by_key(|&(_, count)| count);
        setting.house =
            top.filter(|&(_, count)| count * 3 >= told * 2 && told > 2).map(|(role, _)| role.to_string());
        Some(setting)
    }

    /// Those in office that day who can be meant by the name.
    fn named(&self, name: &Name) -> Vec<u32> {
        self.stages(name).map_or_else(Vec::new, |(candidates, ..)| candidates)
    }

    /// Candidates by the first way that has any, with its score and rule.
    fn stages(&self, name: &Name) -> Option<(Vec<u32>, u8, &'static str)> {
        if name.last.is_empty() {
            return None;
        }
        let register = self.register;
        let in_office = |all: &[u32], slack: i32| {
            let serves = |&&index: &&u32| {
                register.get(index).is_some_and(|official| official.on(self.day, slack).next().is_some())
            };
            Vec::from_iter(all.iter().filter(serves).copied())
        };
        let career = |all: &[u32]| {
            let serves =
                |&&index: &&u32| register.get(index).is_some_and(|official| official.career(self.day));
            Vec::from_iter(all.iter().filter(serves).copied())
        };
        let last = register.of_last(&name.last);
        let fits = |candidates: &[u32]| candidates.iter().any(|&index| self.fits(name, index));
        let tries: [Way; 5] = [
            (&|| in_office(last, 0), 96, "register.name"),
            (&|| career(last), 88, "register.career"),
            (&|| in_office(register.of_sound(&name.last), 0), 90, "register.spelling"),
            (&|| in_office(&register.near(&name.last), 0), 84, "register.letter"),
            (&|| in_office(last, SLACK), 80, "register.near-term"),
        ];
        // Given names decide between the ways; without any that fit, the first way with anyone.
        let mut first = None;
        for (found, score, rule) in tries {
            let candidates = unique(found());
            if candidates.is_empty() {
                continue;
            }
            if name.firsts.is_empty() || fits(&candidates) {
                return Some((candidates, score, rule));
            }
            first.get_or_insert((candidates, score, rule));
        }
        first
    }

    fn fits(&self, name: &Name, index: u32) -> bool {
        let same = |a: &str, b: &str| sound(a) == sound(b);
        let names = self.register.get(index).into_iter().flat_map(|official| &official.names);
        names.into_iter().any(|theirs| name.firsts_within(theirs, same))
    }

    fn find(&self, tables: &Tables, row: &Row) -> Option<Match> {
        let name = tables.name(row)?;
        let roles = tables.texts.get(row.roles).to_lowercase();
        if let Some(found) = self.office(tables.texts.get(row.name), &roles) {
            return Some(found);
        }
        let governs = GOVERNMENT.iter().any(|office| roles.contains(office));
        if governs && let Some(found) = self.minister(name, &roles) {
            return Some(found);
        }
        if let Some(found) = self.presiding(name, &roles) {
            return Some(found);
        }
        let (candidates, mut score, rule) = self.stages(name)?;
        let mut left = Narrowing { setting: self, left: candidates };
        if name.firsts.is_empty() {
            if !self.own {
                return None;
            }
            score = score.saturating_sub(4);
        } else if left.by(|official| self.called(name, official)) {
            // The register's own name for the person says the same.
        } else if !left.by_index(|index| self.fits(name, index)) {
            let close = |a: &str, b: &str| near(&sound(a), &sound(b));
            if !left.by(|official| official.names.iter().any(|theirs| name.firsts_within(theirs, close))) {
                return None;
            }
            score = score.saturating_sub(12);
        }
        if let Some(place) = &name.place {
            let place = sound(place);
            let is = |other: &String| sound(other) == place;
            let has = |other: &String| {
                let other = sound(other);
                other.contains(&place) || place.len() > 5 && other.split(' ').any(|word| near(word, &place))
            };
            let told = left.by(|official| official.places.iter().any(is))
                || left.by(|official| official.places.iter().any(has));
            if !told && left.left.len() > 1 {
                score = score.saturating_sub(10);
            }
        }
        if governs || roles.contains(SPEAKER) {
            let offices = if governs { GOVERNMENT } else { &[SPEAKER] };
            let holds = |term: &Term| offices.iter().any(|office| term.role.contains(office));
            left.by(|official| official.on(self.day, 0).any(holds));
            left.by(|official| official.terms.iter().any(|term| departments(&roles, &term.role)));
        } else if let Some(house) = &self.house {
            left.by(|official| official.on(self.day, SLACK).any(|term| term.role == *house));
        }
        let party = tables.texts.get(row.party);
        let is_of = |official: &Official| {
            official.parties.iter().any(|(theirs, _)| super::parties::letters(theirs) == party)
        };
        if !party.is_empty() {
            left.by(is_of);
        }
        left.by(|official| official.names.first().is_some_and(|theirs| theirs.last == name.last));
        let [official] = *left.left.as_slice() else { return None };
        let known = self.register.get(official)?;
        if !party.is_empty() && !known.parties.is_empty() && !is_of(known) {
            score = score.saturating_sub(25);
        }
        if !self.own {
            score = score.saturating_sub(25);
        }
        Some(Match { official, score, rule })
    }

    /// Somebody of the government by the last name: whoever of that name holds office that day, or the one office
    /// that the text says.
    fn minister(&self, name: &Name, roles: &str) -> Option<Match> {
        if name.last.is_empty() {
            return None;
        }
        let governs = |term: &&Term| GOVERNMENT.iter().any(|office| term.role.contains(office));
        let holds = |official: &Official| official.on(self.day, 0).any(|term| governs(&term));
        // An office whose time the register does not tell.
        let undated = |official: &Official| {
            let career = official.terms.iter().filter(|term| term.time.known()).count();
            official.terms.iter().any(|term| governs(&term) && !term.time.known()) && career < 2
        };
        let (last, sound) = (self.register.of_last(&name.last), self.register.of_sound(&name.last));
        let of = |all: &[u32], is: &dyn Fn(&Official) -> bool| {
            let fits = |&index: &u32| self.register.get(index).is_some_and(is);
            unique(all.iter().copied().filter(fits).collect())
        };
        let near = || self.register.near(&name.last);
        let tries = [
            (of(last, &holds), 92),
            (of(sound, &holds), 86),
            (of(&near(), &holds), 80),
            (of(last, &undated), 70),
        ];
        let (candidates, mut score) = tries.into_iter().find(|(found, _)| !found.is_empty())?;
        let mut left = Narrowing { setting: self, left: candidates };
        let told = left.by(|official| official.on(self.day, 0).any(|term| departments(roles, &term.role)));
        let named = left.by_index(|index| self.fits(name, index));
        left.by(|official| official.on(self.day, 0).any(|term| governs(&term) && term.time.closed()));
        let [official] = *left.left.as_slice() else { return None };
        if !named && !name.firsts.is_empty() {
            // *Herr statsrådet Nilsson* may have been given the names of another Nilsson of the text, not so one with a title.
            if score < 80 || !told && roles.contains("minister") {
                return None;
            }
            score -= if told { 16 } else { 30 };
        }
        if !self.own {
            score -= 25;
        }
        Some(Match { official, score, rule: "register.office-and-name" })
    }

    /// *Herr andre vice talmannen Nilsson*: the one of this last name who presides over the house that day under the title.
    fn presiding(&self, name: &Name, roles: &str) -> Option<Match> {
        if !self.own || name.last.is_empty() || self.house.is_none() {
            return None;
        }
        let titles = roles.split(" | ").filter_map(|role| role.strip_suffix("nen"));
        let titles = Vec::from_iter(titles.filter(|title| title.ends_with(SPEAKER)));
        let presides = |index: &&u32| {
            self.register.get(**index).is_some_and(|official| {
                official.names.iter().any(|theirs| theirs.last == name.last)
                    && official.on(self.day, 0).any(|term| {
                        titles.iter().any(|title| speaks_as(&term.role, title, self.house.as_deref()))
                    })
            })
        };
        let left = unique(self.register.speakers().iter().filter(presides).copied().collect());
        let [official] = *left.as_slice() else { return None };
        Some(Match { official, score: 88, rule: "register.office-and-name" })
    }

    /// The one of a last name whom nobody else of the document is.
    fn left(&self, tables: &Tables, row: &Row, taken: &[u32]) -> Option<Match> {
        let name = tables.name(row).filter(|name| name.firsts.is_empty() && name.place.is_none())?;
        let house = self.house.as_ref().filter(|_| self.own && row.took_part)?;
        let (candidates, score, rule) = self.stages(name)?;
        let sits = |index: &u32| {
            let official = self.register.get(*index);
            official.is_some_and(|official| official.on(self.day, 0).any(|term| term.role == *house))
        };
        let all = Vec::from_iter(candidates.into_iter().filter(sits));
        let mut free = all.iter().copied().filter(|index| !taken.contains(index));
        let (official, none) = (free.next()?, free.next());
        let one = none.is_none() && all.len() > 1;
        one.then(|| Match { official, score: score.saturating_sub(16), rule })
    }

    /// Whether these are the given names that the register calls the person by.
    fn called(&self, name: &Name, official: &Official) -> bool {
        official
            .names
            .first()
            .is_some_and(|theirs| theirs.firsts == name.firsts && sound(&theirs.last) == sound(&name.last))
    }

    /// Somebody named by the office alone: *Finansministern*, *Herr talmannen*.
    fn office(&self, written: &str, roles: &str) -> Option<Match> {
        let written = written.to_lowercase();
        if !self.own || !roles.split(" | ").any(|role| role == written) {
            return None;
        }
        let role = written.trim_start_matches("herr ").trim_start_matches("fru ");
        let indefinite = ["nen", "n", ""].iter().find_map(|ending| {
            let stem = role.strip_suffix(ending)?;
            let known = !self.register.of_role(stem).is_empty();
            (known || stem.ends_with(SPEAKER)).then(|| stem.to_string())
        })?;
        let held = |index: &&u32| {
            let official = self.register.get(**index);
            official.is_some_and(|official| {
                official.on(self.day, 0).any(|term| {
                    if indefinite.ends_with(SPEAKER) {
                        speaks_as(&term.role, &indefinite, self.house.as_deref())
                    } else {
                        term.role == indefinite
                    }
                })
            })
        };
        let all = if indefinite.ends_with(SPEAKER) {
            self.register.speakers()
        } else {
            self.register.of_role(&indefinite)
        };
        let left = unique(all.iter().filter(held).copied().collect());
        let [official] = *left.as_slice() else { return None };
        Some(Match { official, score: 90, rule: "register.office" })
    }
}

/// Whether a term as speaker of the house is that of this title: of its rank, and of that house.
fn speaks_as(term: &str, title: &str, house: Option<&str>) -> bool {
    if !term.contains(SPEAKER) {
        return false;
    }
    let rank = |words: &str| {
        ["förste vice", "andre vice", "tredje vice", "vice"].into_iter().position(|rank| words.contains(rank))
    };
    let chamber =
        |words: &str| ["första kammar", "andra kammar"].into_iter().find(|chamber| words.contains(chamber));
    let house = house.map(|house| house.replacen("kammar", " kammar", 1));
    let other_house = chamber(term).zip(house.as_deref().and_then(chamber)).is_some_and(|(a, b)| a != b);
    rank(term) == rank(title) && !other_house
}

/// Whether *chefen för socialdepartementet* heads what a *socialminister* does.
fn departments(roles: &str, term: &str) -> bool {
    let stem = term.strip_suffix("minister").filter(|stem| stem.chars().nth(4).is_some());
    stem.is_some_and(|stem| roles.contains(&format!("{stem}departement")) || roles.contains(term))
}

/// Candidates that grow fewer.
struct Narrowing<'s> {
    setting: &'s Setting<'s>,
    left: Vec<u32>,
}

impl Narrowing<'_> {
    /// Keeps those for whom it is so; all, and says `false`, if there are none.
    fn by(&mut self, is: impl Fn(&Official) -> bool) -> bool {
        let register = self.setting.register;
        self.by_index(|index| register.get(index).is_some_and(&is))
    }

    fn by_index(&mut self, is: impl Fn(u32) -> bool) -> bool {
        let kept = Vec::from_iter(self.left.iter().copied().filter(|&index| is(index)));
        let any = !kept.is_empty();
        if any {
            self.left = kept;
        }
        any
    }
}

/// The middle of the years in which most people of the document are known to the register.
fn likely_day<'r>(
    tables: &Tables,
    rows: &[Row],
    setting: &impl Fn(i32) -> Setting<'r>,
    years: &BTreeMap<i16, u32>,
) -> Option<i32> {
    let mut told: BTreeMap<i16, usize> = BTreeMap::new();
    for year in years.keys().flat_map(|&year| year..=year + 2) {
        if told.contains_key(&year) {
            continue;
        }
        let Ok(day) = jiff::civil::Date::new(year, 3, 1) else { continue };
        let setting = setting(days(day));
        let named = rows.iter().filter(|row| row.took_part);
        let known = named.filter(|row| {
            let full = tables.name(row).filter(|name| name.is_full());
            full.is_some_and(|name| {
                setting.named(name).iter().filter(|&&index| setting.fits(name, index)).count() == 1
            })
        });
        told.insert(year, known.count());
    }
    let most = told.values().copied().max().filter(|&most| most > 0)?;
    let best = Vec::from_iter(told.iter().filter(|&(_, &count)| count == most).map(|(&year, _)| year));
    let year = *best.get(best.len() / 2)?;
    jiff::civil::Date::new(year, 3, 1).ok().map(days)
}

fn unique_roles<'r>(roles: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    let mut roles = Vec::from_iter(roles);
    roles.sort_unstable();
    roles.dedup();
    roles
}
