//! Who is one person across documents: mentions of a scope and a last name are a block, and a block is joined step by step,
//! each step with a rule and a score. On a last name alone nobody is joined.

use super::names::Name;
use super::official::Match;
use super::tables::{Row, Tables};
use std::collections::{BTreeMap, HashMap};

/// Why a mention is of its entity, and how sure that is, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub score: u8,
    pub rule: &'static str,
}

/// The first mention of somebody needs no reason.
const FIRST: Link = Link { score: 100, rule: "link.first" };
/// The same given and last names in one place.
const NAME: Link = Link { score: 95, rule: "link.name" };
/// The same name, under another party later on.
const CHANGED: Link = Link { score: 72, rule: "link.party-changed" };
/// The names that one has are among those of the other.
const SHORTER: Link = Link { score: 88, rule: "link.shorter-name" };
const INITIAL: Link = Link { score: 78, rule: "link.initial" };
/// A last name with the place that tells namesakes apart.
const PLACE: Link = Link { score: 86, rule: "link.place" };
/// A last name with the party, where one person of that party has it.
const PARTY: Link = Link { score: 70, rule: "link.last-name-and-party" };
/// A name that grew or lost a last name.
const MARRIED: Link = Link { score: 74, rule: "link.other-last-name" };
/// The same where a party is not told.
const MARRIED_PERHAPS: Link = Link { score: 62, ..MARRIED };

/// Nobody is followed over a longer silence, in days.
const SILENCE: i32 = 40 * 366;
/// A last name alone, or a name that changed, is joined to one who was there within so many days.
const NEAR: i32 = 4 * 366;
/// So many who could be meant are too many to look at.
const CROWD: usize = 64;

/// Rows that are one person.
#[derive(Debug)]
struct Cluster {
    rows: Vec<u32>,
    name: u32,
    parties: Vec<u32>,
    official: Option<u32>,
    days: Option<(i32, i32)>,
}

/// For each row the first row of its entity, and why it is there.
#[derive(Debug)]
pub(super) struct Persons {
    pub entity: Vec<u32>,
    pub links: Vec<Link>,
}

/// Joins the rows of all documents.
pub(super) fn persons(tables: &Tables, matches: &[Option<Match>], least: u8) -> Persons {
    let rows = tables.rows.len();
    let mut joined = Joined { parent: Vec::from_iter(0..rows as u32), links: vec![FIRST; rows] };
    let mut scopes: BTreeMap<u32, BTreeMap<&str, Vec<u32>>> = BTreeMap::new();
    for (at, row) in tables.rows.iter().enumerate() {
        let Some((doc, name)) = tables.doc(row).zip(tables.name(row)) else { continue };
        scopes.entry(doc.scope).or_default().entry(name.last.as_str()).or_default().push(at as u32);
    }
    for blocks in scopes.values() {
        let mut clusters: HashMap<&str, Vec<Cluster>> = HashMap::new();
        for (&last, rows) in blocks {
            clusters.insert(last, Block { tables, matches, least, joined: &mut joined }.join(rows));
        }
        Block { tables, matches, least, joined: &mut joined }.married(&clusters);
    }
    // One of the register is one wherever he is named.
    let mut of_register: HashMap<u32, u32> = HashMap::new();
    for (at, found) in matches.iter().enumerate() {
        let Some(found) = found else { continue };
        match of_register.get(&found.official) {
            Some(&first) => joined.join(first, at as u32, Link { score: found.score, rule: found.rule }),
            None => {
                of_register.insert(found.official, at as u32);
            }
        }
        if let Some(link) = joined.links.get_mut(at) {
            *link = Link { score: found.score, rule: found.rule };
        }
    }
    let entity = Vec::from_iter((0..rows as u32).map(|row| joined.root(row)));
    joined.first_first(&entity);
    Persons { entity, links: joined.links }
}

/// Which rows are one, the first of them at the root.
struct Joined {
    parent: Vec<u32>,
    links: Vec<Link>,
}

impl Joined {
    fn root(&mut self, row: u32) -> u32 {
        let mut at = row;
        while let Some(&parent) = self.parent.get(at as usize)
            && parent != at
        {
            // Halves the way for the next who asks.
            let above = self.parent.get(parent as usize).copied().unwrap_or(parent);
            if let Some(parent) = self.parent.get_mut(at as usize) {
                *parent = above;
            }
            at = above;
        }
        at
    }

    /// Joins what `row` belongs to with what `to` belongs to; the reason is noted at `row`.
    fn join(&mut self, to: u32, row: u32, link: Link) {
        let (a, b) = (self.root(to), self.root(row));
        if let Some(noted) = self.links.get_mut(row as usize)
            && (*noted == FIRST || noted.score > link.score)
        {
            *noted = link;
        }
        if a == b {
            return;
        }
        let (first, second) = (a.min(b), a.max(b));
        if let Some(parent) = self.parent.get_mut(second as usize) {
            *parent = first;
        }
    }
}

impl Joined {
    /// The first row of an entity needs no reason: the row that a later spelling began with takes the one that it has.
    fn first_first(&mut self, entity: &[u32]) {
        for (at, &root) in entity.iter().enumerate().filter(|&(at, &root)| at != root as usize) {
            let (Some(&own), Some(&first)) = (self.links.get(at), self.links.get(root as usize)) else {
                continue;
            };
            // Who is in the register is so from the first row on.
            if own == FIRST && first != FIRST && first.rule.starts_with("link.") {
                self.links.swap(at, root as usize);
            }
        }
    }
}

/// The joining of one block.
struct Block<'t, 'j> {
    tables: &'t Tables,
    matches: &'t [Option<Match>],
    least: u8,
    joined: &'j mut Joined,
}

impl<'t> Block<'t, '_> {
    fn row(&self, at: u32) -> Option<&'t Row> {
        self.tables.rows.get(at as usize)
    }

    fn name(&self, number: u32) -> Option<&'t Name> {
        self.tables.names.get(&number)
    }

    fn official(&self, at: u32) -> Option<u32> {
        self.matches.get(at as usize)?.as_ref().map(|found| found.official)
    }

    fn join(mut self, rows: &[u32]) -> Vec<Cluster> {
        let mut full: BTreeMap<&[String], Vec<u32>> = BTreeMap::new();
        let (mut placed, mut bare) = (BTreeMap::<&str, Vec<u32>>::new(), Vec::new());
        for &at in rows {
            let Some(name) = self.row(at).and_then(|row| self.tables.name(row)) else { continue };
            match (&name.place, name.firsts.is_empty()) {
                (_, false) => full.entry(&name.firsts).or_default().push(at),
                (Some(place), true) => placed.entry(place).or_default().push(at),
                (None, true) => bare.push(at),
            }
        }
        let mut clusters = Vec::new();
        for rows in full.into_values() {
            clusters.extend(self.namesakes(&rows, NAME));
        }
        self.shorter(&mut clusters);
        for rows in placed.into_values() {
            clusters.extend(self.namesakes(&rows, PLACE));
        }
        self.bare(&bare, &clusters);
        clusters
    }

    /// Rows of the same name: one person, or as many as the register, the parties and the lists say.
    fn namesakes(&mut self, rows: &[u32], link: Link) -> Vec<Cluster> {
        let mut parts: BTreeMap<(Option<u32>, u32, u32), Vec<u32>> = BTreeMap::new();
        let apart = self.parties_apart(rows);
        let mut partyless = Vec::new();
        let mut seen: HashMap<(u32, u32, u32), u32> = HashMap::new();
        for &at in rows {
            let Some(row) = self.row(at) else { continue };
            let party = if apart { row.party } else { 0 };
            // Two of one name in one list are two; two spellings of a name are none.
            let turn = seen.entry((row.doc, party, row.name)).and_modify(|turn| *turn += 1).or_insert(0);
            if apart && party == 0 && self.official(at).is_none() {
                partyless.push(at);
                continue;
            }
            parts.entry((self.official(at), party, *turn)).or_default().push(at);
        }
        let mut clusters = Vec::new();
        for ((official, ..), rows) in parts {
            clusters.extend(self.silences(rows, official));
        }
        // Whoever the register does not know, but one of that name is in it, is he.
        let known = Vec::from_iter(
            clusters.iter().enumerate().filter(|(_, cluster)| cluster.official.is_some()).map(|(at, _)| at),
        );
        if let [one] = known.as_slice()
            && clusters.len() == 2
        {
            let other = clusters.swap_remove(1 - one);
            if let Some(one) = clusters.first_mut()
                && !self.share_a_document(one, &other)
                && near_in_time(one, &other, SILENCE)
            {
                one.rows.extend(other.rows);
                one.rows.sort_unstable();
                one.parties.extend(other.parties);
                one.days = span(one.days, other.days);
            } else {
                clusters.push(other);
            }
        }
        let (mut far, mut unclear) = (Vec::new(), Vec::new());
        for at in partyless {
            let Some(day) = self.row(at).map(|row| self.tables.day(row)) else { continue };
            let mut there = clusters.iter_mut().filter(|cluster| within(cluster, day, NEAR));
            match (there.next(), there.next()) {
                (Some(one), None) => one.rows.push(at),
                (None, _) => far.push(at),
                _ => unclear.push(at),
            }
        }
        // Those of a cluster are in the order of their documents.
        clusters.iter_mut().for_each(|cluster| cluster.rows.sort_unstable());
        clusters.extend(self.silences(far, None));
        for at in unclear {
            clusters.extend(self.silences(vec![at], None));
        }
        for cluster in &clusters {
            self.note(cluster, link);
        }
        clusters
    }

    /// Notes that the rows of a cluster are one.
    fn note(&mut self, cluster: &Cluster, link: Link) {
        let Some((&first, rest)) = cluster.rows.split_first() else { return };
        let party = |at: u32| self.tables.rows.get(at as usize).map_or(0, |row| row.party);
        let mut known = party(first);
        for &at in rest {
            let changed = known != 0 && party(at) != 0 && party(at) != known;
            let link = if changed { CHANGED } else { link };
            if party(at) != 0 {
                known = party(at);
            }
            if link.score >= self.least {
                self.joined.join(first, at, link);
            }
        }
    }

    /// Whether rows of one name are of several parties at the same time.
    fn parties_apart(&self, rows: &[u32]) -> bool {
        let mut times: BTreeMap<u32, (i32, i32)> = BTreeMap::new();
        for row in rows.iter().filter_map(|&at| self.row(at)) {
            if row.party == 0 {
                continue;
            }
            // What has no day may be of any.
            let (first, last) = self.tables.day(row).map_or((i32::MIN, i32::MAX), |day| (day, day));
            let time = times.entry(row.party).or_insert((first, last));
            *time = (time.0.min(first), time.1.max(last));
        }
        let mut times = Vec::from_iter(times.into_values());
        times.sort_unstable();
        times.windows(2).any(|pair| matches!(pair, [a, b] if b.0 <= a.1))
    }

    /// Rows of one person, cut where nothing was heard for longer than anyone serves.
    fn silences(&self, mut rows: Vec<u32>, official: Option<u32>) -> Vec<Cluster> {
        rows.sort_by_key(|&at| (self.row(at).and_then(|row| self.tables.day(row)).unwrap_or(i32::MIN), at));
        let mut clusters: Vec<Cluster> = Vec::new();
        for at in rows {
            let Some(row) = self.row(at) else { continue };
            let day = self.tables.day(row);
            match clusters.last_mut() {
                Some(cluster) if official.is_some() || within(cluster, day, SILENCE) => {
                    cluster.add(at, row, day)
                }
                _ => {
                    let mut cluster = Cluster {
                        rows: Vec::new(),
                        name: row.name,
                        parties: Vec::new(),
                        official,
                        days: None,
                    };
                    cluster.add(at, row, day);
                    clusters.push(cluster);
                }
            }
        }
        for cluster in &mut clusters {
            cluster.rows.sort_unstable();
        }
        clusters
    }

    /// *A. Holm* and *Anna Holm* are *Anna Karin Holm*, if nobody else can be meant.
    fn shorter(&mut self, clusters: &mut [Cluster]) {
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, cluster) in clusters.iter().enumerate() {
            for first in self.name(cluster.name).into_iter().flat_map(|name| &name.firsts) {
                by_word.entry(first).or_default().push(at);
                let initial = first.chars().next().map_or(0, char::len_utf8);
                if initial < first.len() {
                    by_word.entry(first.get(..initial).unwrap_or_default()).or_default().push(at);
                }
            }
        }
        let mut joins = Vec::new();
        for (at, cluster) in clusters.iter().enumerate() {
            let Some(name) = self.name(cluster.name) else { continue };
            let Some(maybe) = name.firsts.first().and_then(|first| by_word.get(first.as_str())) else {
                continue;
            };
            if maybe.len() > CROWD {
                continue;
            }
            let fits = maybe.iter().copied().filter(|&other| {
                clusters.get(other).is_some_and(|theirs| {
                    other != at
                        && theirs.name != cluster.name
                        && self.name(theirs.name).is_some_and(|longer| {
                            longer.firsts != name.firsts && name.firsts_within(longer, |a, b| a == b)
                        })
                        && agree(cluster, theirs)
                        && near_in_time(cluster, theirs, SILENCE)
                        && (self.only_initials(cluster, theirs) || !self.share_a_document(cluster, theirs))
                })
            });
            let mut fits = Vec::from_iter(fits);
            fits.dedup();
            if let [one] = fits.as_slice() {
                joins.push((at, *one, if name.is_full() { SHORTER } else { INITIAL }));
            }
        }
        for (at, to, link) in joins {
            let ends = (clusters.get(to), clusters.get(at));
            let (Some(&to), Some(&row)) =
                (ends.0.and_then(|to| to.rows.first()), ends.1.and_then(|at| at.rows.first()))
            else {
                continue;
            };
            if link.score >= self.least {
                self.joined.join(to, row, link);
            }
        }
    }

    /// Whether the one has but initials more than the other, and they are of one party: *K Patrik Holm (D)* and
    /// *Patrik Holm (D)* are one even where both stand in a document.
    fn only_initials(&self, cluster: &Cluster, longer: &Cluster) -> bool {
        let names = self.name(cluster.name).zip(self.name(longer.name));
        let whole = |name: &'t Name| name.firsts.iter().filter(|first| first.chars().nth(1).is_some());
        let one_party = cluster.parties.len() == 1 && cluster.parties == longer.parties;
        one_party && names.is_some_and(|(name, longer)| name.is_full() && whole(name).eq(whole(longer)))
    }

    /// *Holm (C)*, where one Holm of that party is about.
    fn bare(&mut self, rows: &[u32], clusters: &[Cluster]) {
        if clusters.len() > CROWD {
            return;
        }
        for &at in rows {
            let Some(row) = self.row(at) else { continue };
            if row.party == 0 || PARTY.score < self.least || self.official(at).is_some() {
                continue;
            }
            let day = self.tables.day(row);
            let fits = clusters.iter().filter(|cluster| {
                within(cluster, day, NEAR)
                    && (cluster.parties.is_empty() || cluster.parties.contains(&row.party))
            });
            let mut roots =
                Vec::from_iter(fits.filter_map(|cluster| {
                    cluster.rows.first().map(|&first| (self.joined.root(first), first))
                }));
            roots.sort_unstable();
            roots.dedup_by_key(|(root, _)| *root);
            if let [(_, first)] = roots.as_slice() {
                let same_document = clusters.iter().any(|cluster| {
                    cluster.rows.first() == Some(first)
                        && cluster
                            .rows
                            .iter()
                            .any(|&other| self.row(other).is_some_and(|other| other.doc == row.doc))
                });
                if !same_document {
                    self.joined.join(*first, at, PARTY);
                }
            }
        }
    }

    /// *Anna Holm Berg* was *Anna Holm* before, or will be *Anna Berg*.
    fn married(&mut self, blocks: &HashMap<&str, Vec<Cluster>>) {
        for clusters in blocks.values() {
            for cluster in clusters {
                let Some(name) = self.name(cluster.name) else { continue };
                let [given @ .., other_last] = name.firsts.as_slice() else { continue };
                let Some(others) = blocks.get(other_last.as_str()) else { continue };
                if given.is_empty() || others.len() > CROWD {
                    continue;
                }
                let fits = Vec::from_iter(others.iter().filter(|other| {
                    self.name(other.name).is_some_and(|theirs| theirs.firsts == given)
                        && agree(cluster, other)
                        && near_in_time(cluster, other, NEAR)
                        && !self.share_a_document(cluster, other)
                }));
                if let [one] = fits.as_slice()
                    && let (Some(&to), Some(&row)) = (one.rows.first(), cluster.rows.first())
                {
                    let told = !cluster.parties.is_empty() && !one.parties.is_empty();
                    let link = if told { MARRIED } else { MARRIED_PERHAPS };
                    if link.score >= self.least {
                        self.joined.join(to, row, link);
                    }
                }
            }
        }
    }

    fn share_a_document(&self, a: &Cluster, b: &Cluster) -> bool {
        // Rows are in the order of their documents.
        let doc = |at: &u32| self.row(*at).map(|row| row.doc);
        let (mut a, mut b) = (a.rows.iter().map(doc).peekable(), b.rows.iter().map(doc).peekable());
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => a.next(),
                std::cmp::Ordering::Greater => b.next(),
            };
        }
        false
    }
}

impl Cluster {
    fn add(&mut self, at: u32, row: &Row, day: Option<i32>) {
        self.rows.push(at);
        if row.party != 0 && !self.parties.contains(&row.party) {
            self.parties.push(row.party);
        }
        self.days = span(self.days, day.map(|day| (day, day)));
    }
}

/// The time of both.
fn span(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> Option<(i32, i32)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// Whether a cluster is about within so many days; unknown days are of any time.
fn within(cluster: &Cluster, day: Option<i32>, days: i32) -> bool {
    match (cluster.days, day) {
        (Some((first, last)), Some(day)) => {
            first.saturating_sub(days) <= day && day <= last.saturating_add(days)
        }
        _ => true,
    }
}

fn near_in_time(a: &Cluster, b: &Cluster, days: i32) -> bool {
    match (a.days, b.days) {
        (Some(a), Some(b)) => a.0.saturating_sub(days) <= b.1 && b.0.saturating_sub(days) <= a.1,
        _ => true,
    }
}

/// Whether the parties of two can be those of one.
fn agree(a: &Cluster, b: &Cluster) -> bool {
    a.parties.is_empty() || b.parties.is_empty() || a.parties.iter().any(|party| b.parties.contains(party))
}
