//! One person once: spots of the same name, of its parts and of its forms come together.

use super::rules;
use super::spot::Spot;
use super::word;
use crate::analyze::Source;
use crate::cues::Classes;
use std::collections::{HashMap, HashSet};

/// Who is who.
pub(super) struct Merged {
    /// Index of the person of each spot; `None` for spots that name nobody.
    pub of: Vec<Option<u32>>,
    /// The fullest name of each person, in order of first mention.
    pub names: Vec<String>,
}

/// One name with all its spellings.
struct Who {
    /// The words of the name, folded.
    words: Vec<String>,
    /// How it is spelt, and how often.
    spellings: Vec<(String, u32)>,
    /// Introduced under this very name: no shorter form of another's.
    introduced: bool,
    /// Whose shorter or longer form this one turned out to be.
    same: Option<usize>,
}

impl Who {
    fn count(&self) -> u32 {
        self.spellings.iter().map(|(_, n)| n).sum()
    }

    /// *Svensson i Ljungskile*.
    fn is_placed(&self) -> bool {
        self.words.iter().any(|w| w == "i")
    }

    /// The spelling that stands most often, the first of equals.
    fn name(&self) -> &str {
        let most = self.spellings.iter().map(|(_, n)| *n).max();
        self.spellings.iter().find(|(_, n)| Some(*n) == most).map_or("", |(name, _)| name)
    }
}

/// All names of a text: by the whole name, and by its parts.
#[derive(Default)]
struct Register<'s> {
    all: Vec<Who>,
    /// Entry and spelling of what was entered before: most names come again as they stand.
    entered: HashMap<(&'s str, Option<char>), (usize, usize)>,
    /// Herr Holm and fru Holm are two.
    by_key: HashMap<(String, Option<char>), usize>,
    by_part: HashMap<String, Vec<usize>>,
}

/// More people of one name part than this are not told apart.
const CROWD: usize = 60;

/// Brings the spots together; strips genitives off them.
pub(super) fn merge(source: &Source, spots: &mut [Spot]) -> Merged {
    strip_genitives(source, spots);
    let mut register = Register::default();
    let mut of: Vec<Option<usize>> = vec![None; spots.len()];
    let spots = &*spots;
    for (i, spot) in spots.iter().enumerate().filter(|(_, s)| s.full) {
        of[i] = Some(register.enter(spot));
    }
    register.join_forms();
    register.index_parts();
    for i in 0..spots.len() {
        if !spots[i].full {
            of[i] = register.short(spots, &of, i);
        }
    }
    register.number(of)
}

impl<'s> Register<'s> {
    /// The entry of a name, made if it is new.
    fn enter(&mut self, spot: &'s Spot) -> usize {
        let as_written = (spot.name.as_str(), spot.gender);
        if let Some(&(index, spelling)) = self.entered.get(&as_written) {
            let who = &mut self.all[index];
            who.introduced |= is_intro(spot);
            who.spellings[spelling].1 += 1;
            return index;
        }
        let key = word::fold(&spot.name);
        let gender = if key.contains(' ') { None } else { spot.gender };
        let index = *self.by_key.entry((key, gender)).or_insert_with_key(|(key, _)| {
            let words = key.split(' ').map(str::to_owned).collect();
            self.all.push(Who { words, spellings: Vec::new(), introduced: false, same: None });
            self.all.len() - 1
        });
        let who = &mut self.all[index];
        who.introduced |= is_intro(spot);
        // Spelt so before, but with another gender.
        let spelling = who.spellings.iter().position(|(name, _)| *name == spot.name).unwrap_or_else(|| {
            who.spellings.push((spot.name.clone(), 0));
            who.spellings.len() - 1
        });
        who.spellings[spelling].1 += 1;
        self.entered.insert(as_written, (index, spelling));
        index
    }

    /// A shorter form of one longer name is the same person: *Karl Eriksson* and *Karl Erik Eriksson*.
    fn join_forms(&mut self) {
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, who) in self.all.iter().enumerate() {
            by_first.entry(who.words.first().cloned().unwrap_or_default()).or_default().push(i);
        }
        for list in by_first.values().filter(|l| (2..=CROWD).contains(&l.len())) {
            for &short in list.iter() {
                let all = &self.all;
                let mut longer = list.iter().filter(|&&j| is_shorter(&all[short].words, &all[j].words));
                let (Some(&long), None) = (longer.next(), longer.next()) else { continue };
                if all[short].introduced {
                    continue;
                }
                // What follows a name once ("möter Anna Holm Uganda") is no part of it.
                let stray = all[long].count() == 1
                    && all[short].count() > 2
                    && all[short].words.last() != all[long].words.last();
                let (from, to) = if stray { (long, short) } else { (short, long) };
                if self.all[to].same.is_none() {
                    self.all[from].same = Some(to);
                }
            }
        }
    }

    fn index_parts(&mut self) {
        for (index, who) in self.all.iter().enumerate().filter(|(_, w)| w.same.is_none()) {
            // "Svensson i Ljungskile" is called Svensson, not Ljungskile.
            for word in who.words.iter().take_while(|w| *w != "i") {
                let list = self.by_part.entry(word.clone()).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
    }

    /// Whom a surname or a given name alone names: the only one it fits, or the only one close by; if it
    /// fits nobody, the spot itself, if it is sure.
    fn short(&mut self, spots: &'s [Spot], of: &[Option<usize>], i: usize) -> Option<usize> {
        let spot = &spots[i];
        let key = word::fold(&spot.name);
        let exact = self.by_key.get(&(key.clone(), spot.gender)).copied();
        if exact.is_some_and(|n| self.all[n].introduced) {
            return exact;
        }
        let last = key.rsplit(' ').next().unwrap_or(&key);
        let fits = self.by_part.get(&key).or_else(|| self.by_part.get(last)).map_or(&[][..], Vec::as_slice);
        let fits: Vec<usize> =
            fits.iter().copied().take(CROWD + 1).filter(|&n| may_be(spot, last, &self.all[n])).collect();
        match fits.as_slice() {
            [one] => Some(*one),
            [] if spot.sure => Some(self.enter(spot)),
            [] => {
                // A bare mention of one who was named by surname alone.
                let genders = [spot.gender, None, Some('m'), Some('f')];
                genders.iter().find_map(|g| self.by_key.get(&(key.clone(), *g)).copied())
            }
            crowd if crowd.len() > CROWD => exact,
            several => {
                near_one(of, spots, i, several).or(exact).or_else(|| is_intro(spot).then(|| self.enter(spot)))
            }
        }
    }

    /// Follows who is whom, and numbers the people in order of first mention.
    fn number(&self, of: Vec<Option<usize>>) -> Merged {
        let root = |mut i: usize| {
            for _ in 0..8 {
                match self.all[i].same {
                    Some(next) => i = next,
                    None => break,
                }
            }
            i
        };
        let mut numbers: HashMap<usize, u32> = HashMap::new();
        let mut names = Vec::new();
        let mut person = |index: usize| {
            let index = root(index);
            *numbers.entry(index).or_insert_with(|| {
                names.push(self.all[index].name().to_owned());
                names.len() as u32 - 1
            })
        };
        let of = of.into_iter().map(|index| index.map(&mut person)).collect();
        Merged { of, names }
    }
}

/// Whether a short form may stand for this person: after *herr* stands a surname, and one who is introduced
/// as *Herr Nilsson* is not *Nilsson i Svalöv*.
fn may_be(spot: &Spot, surname: &str, who: &Who) -> bool {
    let titled = is_intro(spot) || spot.rule.code == rules::TITLE.code;
    if !titled {
        return true;
    }
    if who.is_placed() {
        return !is_intro(spot);
    }
    who.words.last().is_some_and(|w| w == surname)
}

/// How far back a name may lie that a part of it takes up again, in bytes.
const NEAR: u32 = 1200;

/// Of several whom a short form fits, the only one named shortly before.
fn near_one(of: &[Option<usize>], spots: &[Spot], i: usize, fits: &[usize]) -> Option<usize> {
    let since = spots[i].span.start.saturating_sub(NEAR);
    let mut near = None;
    for j in (0..i).rev().take(60).take_while(|&j| spots[j].span.start >= since) {
        match (of[j].filter(|n| fits.contains(n)), near) {
            (Some(one), None) => near = Some(one),
            (Some(one), Some(other)) if one != other => return None,
            _ => {}
        }
    }
    near
}

/// Named in the line that introduces a speaker.
fn is_intro(spot: &Spot) -> bool {
    spot.rule.code == rules::SPEAKER.code
}

/// Whether `short` is `long` with words left out in the middle or at the end.
fn is_shorter(short: &[String], long: &[String]) -> bool {
    if short.len() < 2 || short.len() >= long.len() {
        return false;
    }
    let mut rest = short.iter().peekable();
    for word in long {
        if rest.peek() == Some(&word) {
            rest.next();
        }
    }
    rest.peek().is_none() && (short.last() == long.last() || long.starts_with(short))
}

/// *Lasse Forsgrens* is Lasse Forsgren; *Victor Lells* stays, unless the text knows a Victor Lell.
fn strip_genitives(source: &Source, spots: &mut [Spot]) {
    let known: HashSet<String> =
        spots.iter().filter(|s| s.full && !s.name.ends_with('s')).map(|s| word::fold(&s.name)).collect();
    for spot in spots.iter_mut() {
        // "herr Carlssons i Gävle reservation".
        if let Some((name, place)) = spot.name.split_once("ssons i ") {
            spot.name = format!("{name}sson i {place}");
        }
        let Some(stem) = spot.name.strip_suffix('s') else { continue };
        if !spot.span.of(source.text).ends_with('s') {
            continue;
        }
        // Before a party a genitive is rare: "Anna Holms (S) yrkande", but "Stefan Vilumsons (SD)".
        let after = source.text.get(spot.span.end as usize..).unwrap_or("");
        if after.trim_start().starts_with('(')
            && !known.contains(&word::fold(stem))
            && !stem.ends_with("sson")
            && stem.ends_with("son")
        {
            continue;
        }
        let last = spot.name.rsplit(' ').next().unwrap_or("").to_lowercase();
        let stem_last = stem.rsplit(' ').next().unwrap_or("").to_lowercase();
        let names = |w: &str| source.lexicon.names(w);
        let kind = if spot.full { Classes::SURNAME } else { Classes::SURNAME.or(Classes::GIVEN) };
        let strip = known.contains(&word::fold(stem))
            || !names(&last).has(kind)
                && (names(&stem_last).has(kind) || word::is_surname(source, &stem_last));
        if strip {
            spot.name = stem.to_owned();
            spot.span.end -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_forms() {
        let words = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(is_shorter(&words("karl eriksson"), &words("karl erik eriksson")));
        assert!(is_shorter(&words("anna holm"), &words("anna holm berg")));
        assert!(!is_shorter(&words("karl eriksson"), &words("karl eriksson")));
        assert!(!is_shorter(&words("karl berg"), &words("karl erik eriksson")));
    }
}
