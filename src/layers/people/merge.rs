//! One person once: candidates of the same name, of its parts and of its forms come together.

use super::candidate::Candidate;
use super::first_names::{FIRST_NAME, is_finite};
use super::introduced::SPEAKER;
use super::lists::LIST;
use super::runs::RUN;
use super::titled::TITLE;
use super::word;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{AFTER_NAME, MEN, SON, SSON, WOMEN};
use crate::scan::Source;
use crate::text::walk;
use foldhash::{HashMap, HashMapExt};
use memchr::memmem;

/// Who is who.
pub(super) struct Merged {
    /// Index of the person of each candidate; `None` for candidates that name nobody.
    pub of: Vec<Option<u32>>,
    /// The fullest name of each person, in order of first mention.
    pub names: Vec<String>,
}

/// One name with all its spellings.
struct Who<'s> {
    /// The words of the name, folded.
    words: Vec<&'s str>,
    /// How it is spelt, as an index of all spellings, and how often.
    spellings: Vec<(u32, u32)>,
    /// Introduced under this very name: no shorter form of another's.
    introduced: bool,
    /// Whose shorter or longer form this one turned out to be.
    same: Option<usize>,
}

impl Who<'_> {
    fn count(&self) -> u32 {
        self.spellings.iter().map(|(_, n)| n).sum()
    }

    /// *Svensson i Ljungskile*.
    fn is_placed(&self) -> bool {
        self.words.contains(&"i")
    }

    /// The spelling that stands most often, the first of equals.
    fn spelling(&self) -> Option<u32> {
        let most = self.spellings.iter().map(|(_, n)| *n).max();
        self.spellings.iter().find(|(_, n)| Some(*n) == most).map(|(spelling, _)| *spelling)
    }
}

/// A folded name, and who bears it.
#[derive(Default)]
struct Key<'s> {
    name: &'s str,
    /// Herr Holm and fru Holm are two: entries by [`gender`].
    who: [Option<usize>; 3],
    /// Those of whose name it is a part: an index of [`Register::parts`], once it was looked for.
    part: Option<Option<usize>>,
}

/// Place of a gender among the entries of a [`Key`].
fn gender(of: Option<char>) -> usize {
    match of {
        None => 0,
        Some('m') => 1,
        Some(_) => 2,
    }
}

/// All names of a text: by the whole name, and by its parts.
struct Register<'s> {
    /// Each spelling once, and the spelling of each candidate.
    spellings: Vec<&'s str>,
    spelt: Vec<u32>,
    /// Each folded name once, and that of each spelling.
    keys: Vec<Key<'s>>,
    key_of: Vec<u32>,
    all: Vec<Who<'s>>,
    /// The entries that have a word in their name, and where those of a word are.
    parts: Vec<Vec<usize>>,
    by_part: HashMap<&'s str, usize>,
}

/// More people of one name part than this are not told apart.
const CROWD: usize = 60;

/// Brings the candidates together; strips genitives off them.
pub(super) fn merge(source: &Source, candidates: &mut [Candidate]) -> Merged {
    let ends = |candidate: &Candidate| {
        candidate.name.ends_with('s') && candidate.span.of(source.text).ends_with('s')
    };
    let may_be_genitives = Vec::from_iter((0..candidates.len()).filter(|&i| ends(&candidates[i])));
    let (merged, genitives) = by_name(source, candidates, &may_be_genitives);
    for i in genitives {
        candidates[i].span.end -= 1;
    }
    merged
}

/// The same, with those of the candidates that may be genitives and are; their spans still have the *s*.
fn by_name(source: &Source, candidates: &[Candidate], may_be_genitives: &[usize]) -> (Merged, Vec<usize>) {
    let stems = may_be_genitives.iter().map(|&i| candidates[i].name.strip_suffix('s').unwrap_or_default());
    let (mut spelt, spellings) = distinct(candidates.iter().map(|candidate| &*candidate.name).chain(stems));
    let stems = spelt.split_off(candidates.len());
    let (mut folded, mut ends) = (String::new(), Vec::with_capacity(spellings.len()));
    for name in &spellings {
        word::push_folded(&mut folded, name);
        ends.push(folded.len());
    }
    let mut start = 0;
    let (key_of, names) =
        distinct(ends.into_iter().map(|end| &folded[std::mem::replace(&mut start, end)..end]));
    // The names of the text that are no genitives, by key.
    let mut known = vec![false; names.len()];
    let plain = |candidate: &Candidate| candidate.full && !candidate.name.ends_with('s');
    for (_, &spelling) in candidates.iter().zip(&spelt).filter(|(candidate, _)| plain(candidate)) {
        known[key_of[spelling as usize] as usize] = true;
    }
    let mut genitives = Vec::new();
    for (&i, stem) in may_be_genitives.iter().zip(stems) {
        if is_genitive(source, &candidates[i], known[key_of[stem as usize] as usize]) {
            spelt[i] = stem;
            genitives.push(i);
        }
    }
    let keys = names.into_iter().map(|name| Key { name, ..Key::default() }).collect();
    let (all, parts, by_part) = (Vec::new(), Vec::new(), HashMap::new());
    let mut register = Register { spellings, spelt, keys, key_of, all, parts, by_part };
    let mut of: Vec<Option<usize>> = vec![None; candidates.len()];
    for (i, candidate) in candidates.iter().enumerate().filter(|(_, s)| s.full) {
        of[i] = Some(register.enter(candidate, i));
    }
    register.join_forms(source);
    register.join_spellings(source);
    register.join_initials();
    register.join_letters();
    register.join_tails(source);
    register.join_strays(source);
    register.index_parts();
    for i in 0..candidates.len() {
        if !candidates[i].full {
            of[i] = register.short(candidates, &of, i);
        }
    }
    (register.number(of), genitives)
}

/// The number of each of `all` among those that differ, and these in order.
fn distinct<'s>(all: impl Iterator<Item = &'s str>) -> (Vec<u32>, Vec<&'s str>) {
    // Each comes several times.
    let (mut numbers, mut each) = (HashMap::with_capacity(all.size_hint().0 / 2), Vec::new());
    let of = all.map(|one| {
        *numbers.entry(one).or_insert_with(|| {
            each.push(one);
            each.len() as u32 - 1
        })
    });
    (of.collect(), each)
}

impl<'s> Register<'s> {
    /// The entry of the candidate's name, made if it is new.
    fn enter(&mut self, candidate: &Candidate, i: usize) -> usize {
        let spelling = self.spelt[i];
        let key = &mut self.keys[self.key_of[spelling as usize] as usize];
        let name = key.name;
        let entry = &mut key.who[if name.contains(' ') { 0 } else { gender(candidate.gender) }];
        let all = &mut self.all;
        let index = *entry.get_or_insert_with(|| {
            let words = name.split(' ').collect();
            all.push(Who { words, spellings: Vec::new(), introduced: false, same: None });
            all.len() - 1
        });
        let who = &mut self.all[index];
        who.introduced |= is_intro(candidate);
        match who.spellings.iter_mut().find(|(known, _)| *known == spelling) {
            Some((_, count)) => *count += 1,
            None => who.spellings.push((spelling, 1)),
        }
        index
    }

    /// A shorter form of one longer name is the same person: *Karl Eriksson* and *Karl Erik Eriksson*.
    fn join_forms(&mut self, source: &Source) {
        let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, who) in self.all.iter().enumerate() {
            by_first.entry(who.words.first().copied().unwrap_or_default()).or_default().push(i);
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
                let last = all[short].words.last();
                let whole = |word: &str| {
                    word::is_surname(source, word) && !source.lexicon.names(word).has(Classes::GIVEN)
                };
                let often = if last.is_some_and(|word| whole(word)) { 1 } else { 2 };
                let stray =
                    all[long].count() == 1 && all[short].count() > often && last != all[long].words.last();
                let (from, to) = if stray { (long, short) } else { (short, long) };
                if self.all[to].same.is_none() {
                    self.all[from].same = Some(to);
                }
            }
        }
    }

    /// One who is spelt in two ways is one person: *Jesper Krusentierna* and *Jesper Krusenstierna*, *Nordbeck Carolina*
    /// and *Carolina Nordbeck*.
    fn join_spellings(&mut self, source: &Source) {
        let mut by_end: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, who) in self.all.iter().enumerate().filter(|(_, w)| w.same.is_none() && w.words.len() > 1) {
            let (first, last) = (who.words.first(), who.words.last());
            for word in [first, last].into_iter().flatten() {
                by_end.entry(word).or_default().push(i);
            }
        }
        for list in by_end.values().filter(|l| (2..=CROWD).contains(&l.len())) {
            for (n, &one) in list.iter().enumerate() {
                for &other in &list[n + 1..] {
                    let (a, b) = (&self.all[one], &self.all[other]);
                    if a.same.is_some() || b.same.is_some() || a.introduced && b.introduced {
                        continue;
                    }
                    let given = |who: &Who| source.lexicon.names(who.words[0]).has(Classes::GIVEN);
                    let swapped = a.words.len() == 2
                        && a.words[0] == b.words[1]
                        && b.words.len() == 2
                        && a.words[1] == b.words[0];
                    if !swapped && !is_misspelt(&a.words, &b.words, given(a) && given(b)) {
                        continue;
                    }
                    // The spelling that stands more often, or has the letter that the other lacks.
                    let rank = |who: &Who| match swapped {
                        true => (u32::from(given(who)), 0),
                        false => (who.count(), who.words.iter().map(|w| w.len()).sum::<usize>()),
                    };
                    let (from, to) = if rank(a) < rank(b) { (one, other) } else { (other, one) };
                    self.all[from].same = Some(to);
                }
            }
        }
    }

    /// *Därför väljer Jessica Ramverkstan*: a word that stands elsewhere without her is none of *Jessica Berg*'s names.
    fn join_strays(&mut self, source: &Source) {
        let stray = |who: &Who| {
            who.same.is_none()
                && who.words.len() == 2
                && who.count() == 1
                && who.words[1].len() > 2
                && !word::is_surname(source, who.words[1])
        };
        let strays = (0..self.all.len()).filter(|&i| stray(&self.all[i]));
        for i in Vec::from_iter(strays.take(CROWD)) {
            let (first, last) = (self.all[i].words[0], self.all[i].words[1]);
            let mut letters = last.chars();
            let Some(initial) = letters.next() else { continue };
            let last: String = initial.to_uppercase().chain(letters).collect();
            let mut others = self.all.iter().enumerate().take(20 * CROWD).filter(|(j, who)| {
                *j != i && who.same.is_none() && who.words.len() > 1 && who.words[0] == first
            });
            let (Some((other, _)), None) = (others.next(), others.next()) else { continue };
            let bytes = source.text.as_bytes();
            let near = &bytes[..bytes.len().min(4 * AROUND)];
            if memmem::find_iter(near, last.as_bytes()).nth(2).is_some() {
                self.all[i].same = Some(other);
            }
        }
    }

    /// *R. Ståhl* is *Rolf Ståhl*, *N-G Ek* is *Nils Georg Ek*, where the text has one such.
    fn join_initials(&mut self) {
        let initial = |word: &&str| {
            let mut letters = word.trim_end_matches('.').chars();
            letters.next().filter(|_| letters.next().is_none())
        };
        let is_short = |who: &Who| match who.words.split_last() {
            Some((_, given)) => !given.is_empty() && given.iter().all(|word| initial(word).is_some()),
            None => false,
        };
        let short = (0..self.all.len()).filter(|&i| self.all[i].same.is_none() && is_short(&self.all[i]));
        for i in Vec::from_iter(short.take(CROWD)) {
            let own = &self.all[i].words;
            let fits = |who: &Who| {
                let letters = who.words.iter().zip(&own[..own.len() - 1]);
                who.same.is_none()
                    && who.words.len() > 1
                    && who.words.last() == own.last()
                    && who.words[0].len() > 2
                    && { letters }
                        .take(who.words.len() - 1)
                        .all(|(whole, short)| whole.chars().next() == initial(short))
            };
            let mut whole = self.all.iter().enumerate().take(20 * CROWD).filter(|(_, who)| fits(who));
            if let (Some((whole, _)), None) = (whole.next(), whole.next())
                && !self.all[i].introduced
            {
                self.all[i].same = Some(whole);
            }
        }
    }

    /// *Rojda Holm* is *Bejzat Rojda Holm*, whose first name no list knows: it opened a sentence there.
    fn join_tails(&mut self, source: &Source) {
        let long = |who: &Who| {
            who.same.is_none()
                && who.words.len() == 3
                && who.words[0].len() > 2
                && !source.lexicon.names(who.words[0]).has(Classes::GIVEN.or(Classes::SURNAME))
        };
        let longer = (0..self.all.len()).filter(|&i| long(&self.all[i]));
        for i in Vec::from_iter(longer.take(CROWD)) {
            let tail = &self.all[i].words[1..];
            let mut others = self.all.iter().enumerate().take(20 * CROWD);
            let other = others.find(|(_, who)| who.same.is_none() && !who.introduced && who.words == tail);
            if let Some((other, _)) = other {
                self.all[other].same = Some(i);
            }
        }
    }

    /// *Lotta K* is *Lotta Kvist*, where the text has one such.
    fn join_letters(&mut self) {
        let letter = |who: &Who| match who.words.as_slice() {
            [first, last] if first.len() > 2 => {
                let mut letters = last.trim_end_matches('.').chars();
                letters.next().filter(|_| letters.next().is_none())
            }
            _ => None,
        };
        let short =
            (0..self.all.len()).filter(|&i| self.all[i].same.is_none() && letter(&self.all[i]).is_some());
        for i in Vec::from_iter(short.take(CROWD)) {
            let (first, initial) = (self.all[i].words[0], letter(&self.all[i]));
            let mut whole = self.all.iter().enumerate().take(20 * CROWD).filter(|(_, who)| {
                let last = who.words.last().filter(|last| last.len() > 2);
                who.same.is_none()
                    && who.words.len() > 1
                    && who.words[0] == first
                    && last.and_then(|last| last.chars().next()) == initial
            });
            if let (Some((whole, _)), None) = (whole.next(), whole.next()) {
                self.all[i].same = Some(whole);
            }
        }
    }

    fn index_parts(&mut self) {
        for (index, who) in self.all.iter().enumerate().filter(|(_, w)| w.same.is_none()) {
            // "Svensson i Ljungskile" is called Svensson, not Ljungskile.
            for word in who.words.iter().take_while(|w| **w != "i") {
                let part = *self.by_part.entry(word).or_insert_with(|| {
                    self.parts.push(Vec::new());
                    self.parts.len() - 1
                });
                let list = &mut self.parts[part];
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
    }

    /// Whom a surname or a given name alone names: the only one it fits, or the only one close by; if it
    /// fits nobody, the candidate itself, if it is sure.
    fn short(&mut self, candidates: &[Candidate], of: &[Option<usize>], i: usize) -> Option<usize> {
        let candidate = &candidates[i];
        let key = &mut self.keys[self.key_of[self.spelt[i] as usize] as usize];
        let who = key.who;
        let exact = who[gender(candidate.gender)];
        if exact.is_some_and(|n| self.all[n].introduced) {
            return exact;
        }
        let last = key.name.rsplit(' ').next().unwrap_or(key.name);
        let part = key
            .part
            .get_or_insert_with(|| self.by_part.get(key.name).or_else(|| self.by_part.get(last)).copied());
        let named = part.map_or(&[][..], |part| self.parts[part].as_slice());
        let all = &self.all;
        let fits = || named.iter().copied().take(CROWD + 1).filter(|&n| may_be(candidate, last, &all[n]));
        let mut first = fits();
        match (first.next(), first.next()) {
            (Some(one), None) => Some(one),
            (None, _) if candidate.sure => Some(self.enter(candidate, i)),
            // A bare mention of one who was named by surname alone.
            (None, _) => exact.or_else(|| who.into_iter().flatten().next()),
            _ => {
                let several = Vec::from_iter(fits());
                if several.len() > CROWD {
                    return exact;
                }
                let near = near_one(of, candidates, i, &several).or(exact);
                near.or_else(|| is_intro(candidate).then(|| self.enter(candidate, i)))
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
        let mut numbers: Vec<Option<u32>> = vec![None; self.all.len()];
        let mut names = Vec::new();
        let mut person = |index: usize| {
            let index = root(index);
            *numbers[index].get_or_insert_with(|| {
                let spelling = self.all[index].spelling();
                names.push(spelling.map_or("", |n| self.spellings[n as usize]).to_owned());
                names.len() as u32 - 1
            })
        };
        let of = of.into_iter().map(|index| index.map(&mut person)).collect();
        Merged { of, names }
    }
}

/// Whether a short form may stand for this person: after *herr* stands a surname, and one who is introduced
/// as *Herr Nilsson* is not *Nilsson i Svalöv*.
fn may_be(candidate: &Candidate, surname: &str, who: &Who) -> bool {
    // *Anna, Lisa och Anna B*: of two Annas one has her letter.
    let alone = candidate.rule.code == LIST.code || candidate.rule.code == FIRST_NAME.code;
    if alone && who.words.last().is_some_and(|last| last.chars().count() == 1) {
        return false;
    }
    let titled = is_intro(candidate) || candidate.rule.code == TITLE.code;
    if !titled {
        return true;
    }
    if who.is_placed() {
        return !is_intro(candidate);
    }
    // *Fröken Olsson* is not *Oscar Olsson*.
    let given = who.words.split_last().map_or(&[][..], |(_, given)| given);
    let others = match candidate.gender {
        Some('m') => given.iter().any(|word| WOMEN.has(word)),
        Some(_) => given.iter().any(|word| MEN.has(word)),
        None => false,
    };
    if others {
        return false;
    }
    who.words.last() == Some(&surname)
}

/// How far back a name may lie that a part of it takes up again, in bytes.
const NEAR: u32 = 1200;

/// Of several whom a short form fits, the only one named shortly before.
fn near_one(of: &[Option<usize>], candidates: &[Candidate], i: usize, fits: &[usize]) -> Option<usize> {
    let since = candidates[i].span.start.saturating_sub(NEAR);
    let mut near = None;
    for j in (0..i).rev().take(60).take_while(|&j| candidates[j].span.start >= since) {
        match (of[j].filter(|n| fits.contains(n)), near) {
            (Some(one), None) => near = Some(one),
            (Some(one), Some(other)) if one != other => return None,
            _ => {}
        }
    }
    near
}

/// Named in the line that introduces a speaker.
fn is_intro(candidate: &Candidate) -> bool {
    candidate.rule.code == SPEAKER.code
}

/// Whether `short` is `long` with words left out in the middle or at the end.
fn is_shorter(short: &[&str], long: &[&str]) -> bool {
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

/// Whether two names differ by one letter that one of them lacks inside one word; not *Ann* and *Anna*, who are two if
/// `known`.
fn is_misspelt(one: &[&str], other: &[&str], known: bool) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut differ = one.iter().zip(other).enumerate().filter(|(_, (a, b))| a != b);
    let (Some((at, (a, b))), None) = (differ.next(), differ.next()) else { return false };
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if at == 0 && known || short.chars().count() < 4 || short.chars().count() + 1 != long.chars().count() {
        return false;
    }
    let same = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    // Neither the first letter nor a genitive's.
    let lacks = long.chars().nth(same);
    same > 0
        && short.chars().skip(same).eq(long.chars().skip(same + 1))
        && !(lacks == Some('s') && same == short.chars().count())
}

/// Whether the candidate's name, which ends with an *s*, is the genitive of one without: *Lasse Forsgrens* is Lasse Forsgren;
/// *Victor Lells* stays, unless the stem `is_known`, a name that the text has elsewhere.
fn is_genitive(source: &Source, candidate: &Candidate, is_known: bool) -> bool {
    let Some(stem) = candidate.name.strip_suffix('s') else { return false };
    // *Holm, Elias, Ek*: the next name follows.
    if is_known || candidate.rule.code == RUN.code {
        return is_known;
    }
    // Before a party a genitive is rare: "Anna Holms (S) yrkande", but "Stefan Vilumsons (SD)".
    let after = source.text.get(candidate.span.end as usize..).unwrap_or("");
    if after.trim_start().starts_with('(') && !stem.ends_with(SSON) && stem.ends_with(SON) {
        return false;
    }
    let last = |name: &str| name.rsplit(' ').next().unwrap_or("").to_lowercase();
    let (whole, stem) = (last(&candidate.name), last(stem));
    let names = |word: &str| source.lexicon.names(word);
    // *Ismet Utsis rapport*: what is owned follows.
    let shaped = || word::is_surname(source, &whole);
    // *Linus Dunkers, Eva Ek*, *Linus Dunkers: …*: nothing is owned, unless another genitive follows (*Anna Holms, Per Eks och …*).
    let apart =
        after.starts_with([':', ';']) || after.strip_prefix(", ").is_some_and(|rest| !lists_owners(rest));
    if candidate.full && apart {
        return false;
    }
    if candidate.full
        && !names(&whole).has(Classes::SURNAME)
        && !shaped()
        && (owns(source, after) || stands_alone(source, candidate))
    {
        return true;
    }
    let kind = if candidate.full { Classes::SURNAME } else { Classes::SURNAME.or(Classes::GIVEN) };
    !names(&whole).has(kind) && (names(&stem).has(kind) || word::is_surname(source, &stem))
}

/// *Per Eks och …*: two words with a capital, the second a genitive.
fn lists_owners(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    walk::is_capitalised(first) && walk::is_capitalised(second) && second.trim_end_matches(',').ends_with('s')
}

/// So far around a name its last word is looked for without its *s*, in bytes.
const AROUND: usize = 6000;

/// Whether the last word of the name stands near it without its *s*: *Martin Luthers bok … Luther skrev*.
fn stands_alone(source: &Source, candidate: &Candidate) -> bool {
    let written = candidate.span.of(source.text);
    let last = written.rsplit([' ', '\n', '\u{a0}']).next().unwrap_or("");
    let Some(stem) = last.strip_suffix('s').filter(|stem| stem.len() > 3) else { return false };
    let (start, end) = (candidate.span.start as usize, candidate.span.end as usize);
    let bytes = source.text.as_bytes();
    let near = &bytes[start.saturating_sub(AROUND)..bytes.len().min(end + AROUND)];
    memmem::find_iter(near, stem.as_bytes()).take(9).any(|at| {
        let edge = |b: Option<&u8>| b.is_none_or(|b| !b.is_ascii_alphanumeric() && *b < 0x80 && *b != b'-');
        edge(at.checked_sub(1).and_then(|i| near.get(i))) && edge(near.get(at + stem.len()))
    })
}

/// Whether a text that follows a name begins with what is owned: a word in small letters that is no verb and joins nothing.
pub(super) fn owns(source: &Source, after: &str) -> bool {
    let Some(rest) = after.strip_prefix(' ') else { return false };
    let word = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
    let free = word.len() > 3 && word.starts_with(char::is_lowercase) && !AFTER_NAME.has(word);
    free && !is_finite(word) && !source.lexicon.classes_of(word).has(Classes::ROLE.or(Classes::SAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_names() {
        let differ = |one: &str, other: &str| {
            let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
            is_misspelt(&one, &other, true)
        };
        assert!(differ("gunnar anderson", "gunnar andersson"));
        assert!(differ("lotta åman", "lotta åhman"));
        assert!(!differ("ann holm", "anna holm"));
        assert!(!differ("lena hansson", "lena jansson"));
        assert!(!differ("lena holm", "lena holms"));
    }

    #[test]
    fn shorter_forms() {
        fn words(name: &str) -> Vec<&str> {
            name.split(' ').collect()
        }
        assert!(is_shorter(&words("karl eriksson"), &words("karl erik eriksson")));
        assert!(is_shorter(&words("anna holm"), &words("anna holm berg")));
        assert!(!is_shorter(&words("karl eriksson"), &words("karl eriksson")));
        assert!(!is_shorter(&words("karl berg"), &words("karl erik eriksson")));
    }
}
