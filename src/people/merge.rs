//! One person once: spots of the same name, of its parts and of its forms come together.

use super::rules;
use super::spot::Spot;
use super::word;
use crate::analyze::Source;
use crate::cues::Classes;
use std::collections::HashMap;

/// Index of the person of each spot; `None` for spots that name nobody.
pub(super) struct Merged {
    pub of: Vec<Option<u32>>,
    /// The fullest name of each person, in order of first mention.
    pub names: Vec<String>,
}

struct Who {
    words: Vec<String>,
    gender: Option<char>,
    /// Called so in the text, best first.
    name: String,
    /// Introduced under this very name: no shorter form of another's.
    introduced: bool,
    /// Whom this one turned out to be.
    same: Option<usize>,
}

/// Brings the spots together; strips genitives off them.
pub(super) fn merge(source: &Source, spots: &mut [Spot]) -> Merged {
    strip_genitives(source, spots);
    let mut all: Vec<Who> = Vec::new();
    let mut of: Vec<Option<usize>> = vec![None; spots.len()];
    let mut by_key: HashMap<(String, Option<char>), usize> = HashMap::new();
    for (i, spot) in spots.iter().enumerate().filter(|(_, s)| s.full) {
        let key = word::fold(&spot.name);
        let gender = if key.contains(' ') { None } else { spot.gender };
        let index = *by_key.entry((key.clone(), gender)).or_insert_with(|| {
            let words = key.split(' ').map(str::to_owned).collect();
            all.push(Who {
                words,
                gender: spot.gender,
                name: spot.name.clone(),
                introduced: false,
                same: None,
            });
            all.len() - 1
        });
        all[index].introduced |= is_intro(spot);
        of[i] = Some(index);
    }
    join_longer(&mut all);
    let mut parts: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, who) in all.iter().enumerate().filter(|(_, w)| w.same.is_none()) {
        for (k, word) in who.words.iter().enumerate() {
            // "Svensson i Ljungskile" is called Svensson, not Ljungskile.
            if word == "i" && k > 0 {
                break;
            }
            let list = parts.entry(word.clone()).or_default();
            if !list.contains(&index) {
                list.push(index);
            }
        }
    }
    for (i, spot) in spots.iter().enumerate().filter(|(_, s)| !s.full) {
        let key = word::fold(&spot.name);
        let fits: &[usize] = parts
            .get(&key)
            .or_else(|| {
                // "von Sneidern" may stand as Sneidern, "Anna-Karin" is one name of two words.
                parts.get(key.rsplit(' ').next().unwrap_or(&key))
            })
            .map_or(&[], Vec::as_slice);
        // One who is introduced as Herr Nilsson is not Nilsson i Svalöv.
        let placed: Vec<usize>;
        let fits = if is_intro(spot) {
            placed = fits.iter().copied().filter(|&n| !all[n].words.iter().any(|w| w == "i")).collect();
            &placed
        } else {
            fits
        };
        if let Some(exact) = by_key.get(&(key.clone(), spot.gender)) {
            if all[*exact].introduced {
                of[i] = Some(*exact);
                continue;
            }
        }
        match fits {
            [one] => of[i] = Some(*one),
            [] if spot.sure => {
                let words: Vec<String> = key.split(' ').map(str::to_owned).collect();
                let gender = spot.gender;
                let index = *by_key.entry((key, gender)).or_insert_with(|| {
                    all.push(Who {
                        words,
                        gender,
                        name: spot.name.clone(),
                        introduced: is_intro(spot),
                        same: None,
                    });
                    all.len() - 1
                });
                of[i] = Some(index);
            }
            [] => {
                // A later bare mention of one who was named by surname alone.
                let genders = [spot.gender, None, Some('m'), Some('f')];
                of[i] = genders.iter().find_map(|g| by_key.get(&(key.clone(), *g)).copied());
            }
            _ if near_one(&of, spots, i, fits).is_some() => of[i] = near_one(&of, spots, i, fits),
            _ => {
                of[i] = Some(by_key.get(&(key.clone(), spot.gender)).copied().unwrap_or(usize::MAX))
                    .filter(|&n| n != usize::MAX);
                if of[i].is_none() && is_intro(spot) {
                    let words = key.split(' ').map(str::to_owned).collect();
                    let gender = spot.gender;
                    all.push(Who {
                        words,
                        gender,
                        name: spot.name.clone(),
                        introduced: is_intro(spot),
                        same: None,
                    });
                    by_key.insert((key, gender), all.len() - 1);
                    of[i] = Some(all.len() - 1);
                }
            }
        }
    }
    number(&all, of)
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

/// A shorter form of one longer name is the same person: *Karl Eriksson* and *Karl Erik Eriksson*.
fn join_longer(all: &mut [Who]) {
    let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, who) in all.iter().enumerate() {
        if let Some(first) = who.words.first() {
            by_first.entry(first.clone()).or_default().push(i);
        }
    }
    for list in by_first.values() {
        // A common given name in a long record: not worth a square of comparisons.
        if list.len() < 2 || list.len() > 60 {
            continue;
        }
        for &i in list.iter().filter(|&&i| !all[i].introduced).collect::<Vec<_>>() {
            let fits: Vec<usize> = list
                .iter()
                .copied()
                .filter(|&j| j != i && is_shorter(&all[i].words, &all[j].words))
                .collect();
            if let [one] = fits.as_slice() {
                all[i].same = Some(*one);
            }
        }
    }
}

fn is_shorter(short: &[String], long: &[String]) -> bool {
    if short.len() < 2 || short.len() >= long.len() {
        return false;
    }
    let mut rest = short.iter();
    let mut next = rest.next();
    for word in long {
        let initial = |s: &String| word.len() <= 2 && s.starts_with(word.trim_end_matches('.'));
        if next.is_some_and(|n| n == word || initial(n) && false) {
            next = rest.next();
        }
    }
    let same_last = short.last() == long.last();
    let prefix = long.starts_with(short);
    next.is_none() && (same_last || prefix)
}

/// Follows who is whom, and numbers the people in order of first mention.
fn number(all: &[Who], of: Vec<Option<usize>>) -> Merged {
    let root = |mut i: usize| {
        for _ in 0..8 {
            match all[i].same {
                Some(next) => i = next,
                None => break,
            }
        }
        i
    };
    let mut numbers: HashMap<usize, u32> = HashMap::new();
    let mut names = Vec::new();
    let of = of
        .into_iter()
        .map(|index| {
            let index = root(index?);
            Some(*numbers.entry(index).or_insert_with(|| {
                names.push(all[index].name.clone());
                names.len() as u32 - 1
            }))
        })
        .collect();
    Merged { of, names }
}

/// *Lasse Forsgrens* is Lasse Forsgren; *Victor Lells* stays, unless the text knows a Victor Lell.
fn strip_genitives(source: &Source, spots: &mut [Spot]) {
    let known: std::collections::HashSet<String> =
        spots.iter().filter(|s| s.full && !s.name.ends_with('s')).map(|s| word::fold(&s.name)).collect();
    for spot in spots.iter_mut() {
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
        let names = |w: &str| source.lexicon.names(w.as_bytes());
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
