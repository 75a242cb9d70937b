//! Where people are named: candidates from the cues, each read with its surroundings.

use super::name::{self, Name};
use super::rules;
use super::word::{self, Gap, Kind};
use crate::analyze::Source;
use crate::cues::{Classes, Cue};
use crate::lexicon::Slot;
use crate::rules::Rule;
use crate::span::Span;
use crate::text::walk;

/// A place where someone is, or may be, named.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub span: Span,
    /// The name as it is to be called.
    pub name: String,
    /// Given name and surname, not one of them alone.
    pub full: bool,
    /// Names somebody even if nobody of the name is known otherwise.
    pub sure: bool,
    /// *herr* or *fru*.
    pub gender: Option<char>,
    pub rule: &'static Rule,
}

impl Spot {
    fn new(source: &Source, name: &Name, rule: &'static Rule) -> Spot {
        let full = name.len > 1;
        Spot {
            span: name.span(),
            name: name::written(source.text, name.tokens()),
            full,
            sure: full,
            gender: None,
            rule,
        }
    }
    fn sure(self, sure: bool) -> Spot {
        Spot { sure, ..self }
    }
}

/// All spots that the cues lead to, in any order.
pub(super) fn all(source: &Source) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut done = 0;
    for (index, &cue) in source.cues.iter().enumerate() {
        let start = cue.start as usize;
        if cue.has(Classes::TITLE) && start >= done {
            let before = spots.len();
            titled(source, cue, &mut spots);
            if let Some(last) = spots[before..].last() {
                done = last.span.end as usize;
                continue;
            }
        }
        if cue.has(Classes::GIVEN) && start >= done {
            if let Some(spot) = inverted(source, start) {
                done = spot.span.end as usize;
                spots.push(spot);
                continue;
            }
            if let Some(spot) = given(source, start) {
                done = done.max(spot.span.end as usize);
                spots.push(spot);
                continue;
            }
        }
        if cue.has(Classes::BRACKET) {
            bracketed(source, start, done, &mut spots);
        }
        if cue.has(Classes::ROLE) && start >= done {
            if let Some(spot) = role_led(source, cue) {
                done = done.max(spot.span.end as usize);
                spots.push(spot);
                continue;
            }
        }
        if cue.has(Classes::SURNAME) && !cue.has(Classes::GIVEN) && start >= done {
            spots.extend(surname(source, start));
        }
        if cue.has(Classes::SAYS) {
            beside_verb(source, index, cue, &mut spots);
        }
    }
    spots
}

/// From a given name on.
fn given(source: &Source, at: usize) -> Option<Spot> {
    let text = source.text;
    // From the second part of a double name back to the first: Ing-Britt.
    let joined = text.get(..at).and_then(|t| t.strip_suffix('-')).map(|t| walk::word_start(t, t.len()));
    let at = match joined {
        Some(start) if start + 1 < at && text.get(start..).is_some_and(walk::is_capitalised) => start,
        _ => at,
    };
    // A word inside an address is no beginning.
    if walk::char_before(text, at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_' | '\''))
    {
        return None;
    }
    let name = name::read(source, at)?;
    if !is_free(source, &name) {
        return None;
    }
    let first = name.first().of(text);
    let known_first = word::is_given(source, first);
    if name.weight() == 1 {
        if name.len > 1 || !known_first && !word::is_surname(source, first) {
            return None;
        }
        let spot = Spot::new(source, &name, &rules::ALONE);
        let sure = !word::is_word_name(first)
            && name.first().kind == Kind::Capital
            && (role_before(source, at).is_some()
                || comma_role(source, name.end())
                || is_role_of(source, name.end()));
        return Some(spot.sure(sure));
    }
    let surname = name.last().of(text);
    let caps = name.first().kind == Kind::Caps;
    let strong = known_first && !word::is_word_name(first);
    let known_last = word::is_surname(source, surname);
    let bracket = party_after(source, name.end()).is_some();
    let fits = match (strong, caps) {
        (true, false) => true,
        (true, true) => known_last || bracket,
        (false, _) => {
            bracket || known_last && !word::is_word_name(surname) || role_before(source, at).is_some()
        }
    };
    fits.then(|| Spot::new(source, &name, &rules::GIVEN))
}

/// *Nachemson, Lotta* on a line of its own, as lists of attendance and votes have it.
fn inverted(source: &Source, at: usize) -> Option<Spot> {
    let text = source.text;
    let end = text.get(..at)?.strip_suffix(", ").map(|t| t.trim_end().len())?;
    let line = source.lines.get(source.lines.index(at))?;
    let surname = name::read_back(source, end)?;
    if surname.first().start != line.start as usize || surname.first().kind != Kind::Capital {
        return None;
    }
    let given = name::read(source, at)?;
    let rest = text.get(given.end()..line.end as usize)?;
    let closes = rest.is_empty()
        || rest.starts_with("  ")
        || rest.starts_with('\t')
        || party_after(source, given.end()).is_some();
    let alone = surname.first().of(text);
    let lists = word::is_given(source, alone) && !word::is_surname(source, alone);
    if !closes || lists || given.len > 2 || !given.tokens().iter().all(|t| word::is_given(source, t.of(text)))
    {
        return None;
    }
    let called = format!("{} {}", name::written(text, given.tokens()), name::written(text, surname.tokens()));
    let span = Span::new(surname.first().start, given.end());
    Some(Spot { span, name: called, full: true, sure: true, gender: None, rule: &rules::LIST })
}

/// Not the name of a street, a prize, a hotel: nothing before or after takes it.
fn is_free(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let after = text.get(name.end()..).unwrap_or("");
    if after.starts_with('-') && after[1..].starts_with(char::is_alphabetic) {
        return false;
    }
    if after.starts_with('@') || after.starts_with("gatan") || after.starts_with("’s") {
        return false;
    }
    if let Some((Gap::Blank(1), at)) = word::gap(text, name.end()) {
        let end = walk::word_end(text, at);
        let next = text.get(at..end).unwrap_or("");
        const TAKES: &[&str] = &[
            "gata",
            "väg",
            "plats",
            "torg",
            "park",
            "skola",
            "gränd",
            "allé",
            "minne",
            "minnesfond",
            "stiftelse",
            "fond",
            "pris",
            "kyrka",
            "församling",
            "museum",
            "ab",
            "hb",
            "kb",
            "inc",
            "ltd",
            "backe",
            "kyrkogård",
            "gård",
            "gymnasium",
            "sjukhus",
            "universitet",
            "center",
            "barnsjukhus",
            "stig",
            "bro",
            "institute",
            "foundation",
            "university",
            "school",
            "street",
            "minnesfonden",
            "stipendium",
            "hus",
            "kulle",
        ];
        if TAKES.iter().any(|w| walk::same_word(next, w)) {
            return false;
        }
        if text.get(at..).is_some_and(|rest| rest.starts_with("& Co") || rest.starts_with("& Partner")) {
            return false;
        }
    }
    let start = name.first().start;
    if let Some((from, to)) = walk::previous_word(text, start) {
        const HOLDS: &[&str] = &[
            "hotell",
            "hotel",
            "stiftelsen",
            "sankt",
            "kvarteret",
            "fartyget",
            "skeppet",
            "museet",
            "restaurang",
            "orkanen",
            "stormen",
            "firma",
            "firman",
            "företaget",
            "föreningen",
            "skolan",
            "galleri",
            "fartygen",
            "båten",
            "färjan",
            "operan",
            "filmen",
            "boken",
            "romanen",
            "teatern",
            "pjäsen",
            "villa",
            "cafe",
            "café",
            "gatan",
            "plan",
            "gården",
            "byn",
            "kapellet",
            "klippan",
            "orten",
            "staden",
            "ön",
            "cykloner",
            "systemet",
            "gravplatsen",
            "kyrkan",
            "modellen",
            "hotellet",
            "sällskapet",
            "tidningen",
            "institutet",
            "mount",
            "lake",
            "port",
            "brevik",
            "ab",
            "kommun",
            "gruvan",
        ];
        let word = text.get(from..to).unwrap_or("");
        if text.get(to..start) == Some(" ") && HOLDS.iter().any(|w| walk::same_word(word, w)) {
            return false;
        }
    }
    true
}

/// After *herr, fru, statsrådet*: a surname, with *i Falköping* or a given name after a comma; after a
/// plural, several.
fn titled(source: &Source, cue: Cue, spots: &mut Vec<Spot>) {
    let text = source.text;
    let title = cue.span().of(text);
    let gender = source.lexicon.value(Slot::Titles, cue.word).chars().next();
    let plural = title.ends_with("ar")
        || title.ends_with("arna")
        || title.ends_with("en") && walk::same_word(title, "statsråden");
    let mut at = cue.end();
    // "herr statsrådet och chefen för …" holds no name; "herr förste vice talmannen Skoglund" does.
    for _ in 0..5 {
        let Some((gap, next)) = word::gap(text, at) else { return };
        if matches!(gap, Gap::Blank(n) if n > 2) {
            return;
        }
        let end = walk::word_end(text, next);
        let Some(written) = text.get(next..end).filter(|w| !w.is_empty()) else { return };
        if walk::is_capitalised(written) && !is_title_word(source, written) {
            at = next;
            break;
        }
        if !is_title_word(source, written) && word::token(text, next).is_none_or(|t| t.kind != Kind::Particle)
        {
            return;
        }
        if word::token(text, next).is_some_and(|t| t.kind == Kind::Particle) {
            at = next;
            break;
        }
        at = end;
    }
    while let Some(spot) = surname_from(source, at, gender) {
        at = spot.span.end as usize;
        spots.push(spot);
        if !plural {
            break;
        }
        let Some(next) = list_joint(text, at) else { break };
        at = next;
    }
}

/// *statsrådet, förste, vice, talmannen, doktor*: words between a title and the name.
fn is_title_word(source: &Source, word: &str) -> bool {
    let lower = word.to_lowercase();
    const ORDER: &[&str] = &["förste", "första", "andre", "andra", "tredje", "vice", "f.d", "förre", "förra"];
    if ORDER.contains(&lower.as_str()) {
        return true;
    }
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
    number.is_some_and(|n| source.lexicon.classes(n).has(Classes::ROLE.or(Classes::TITLE)))
        && !source.lexicon.names(lower.as_bytes()).has(Classes::SURNAME)
}

/// A name in the manner of old records: *von Sneidern, Magnusson i Skövde, Andersson, Elof*.
pub(super) fn surname_from(source: &Source, at: usize, gender: Option<char>) -> Option<Spot> {
    let text = source.text;
    let first = word::token(text, at)?;
    let name = match first.kind {
        Kind::Particle | Kind::Initial | Kind::Capital | Kind::Caps => name::read(source, at)?,
        Kind::Other => return None,
    };
    let known = name.first().of(text);
    if first.kind != Kind::Particle && (!word::can_be_name(source, known) || walk::same_word(known, "talman"))
    {
        return None;
    }
    let mut spot = Spot::new(source, &name, &rules::TITLE).sure(true);
    spot.gender = gender;
    let single = name.weight() == 1;
    spot.full = name.len > 1 && !matches!(first.kind, Kind::Particle);
    if single {
        if let Some((place, end)) = of_place(text, name.end()) {
            spot.name = format!("{} i {}", spot.name, walk::one_line(&place));
            spot.span.end = end as u32;
            spot.full = true;
        }
    }
    Some(spot)
}

/// *i Falköping* after a surname, as the second chamber told members apart.
fn of_place(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let rest = rest.strip_prefix([' ', '\u{a0}', '\n'])?.strip_prefix("i ")?;
    let start = text.len() - rest.len();
    let token = word::token(text, start)?;
    (matches!(token.kind, Kind::Capital | Kind::Caps)).then(|| {
        let place = token.of(text);
        let place = if token.kind == Kind::Caps { word::title_case(place) } else { place.to_owned() };
        (place, token.end)
    })
}

/// Past *, * or *och* in a list of names.
fn list_joint(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let rest = match rest.strip_prefix(',') {
        Some(rest) => rest,
        None => {
            let trimmed = rest.trim_start();
            let joined = trimmed.strip_prefix("och").or_else(|| trimmed.strip_prefix("samt"))?;
            joined
        }
    };
    let at = text.len() - rest.len();
    let next = walk::skip_space(text, at);
    (next > at).then_some(next)
}

/// The letters of a party in brackets after `at`, and where the bracket ends.
pub(super) fn party_after(source: &Source, at: usize) -> Option<(Span, usize)> {
    let text = source.text;
    let open = walk::skip_space(text, at);
    let inner = text.get(open..)?.strip_prefix('(')?;
    let close = inner.bytes().take(12).position(|b| b == b')')?;
    let letters = inner.get(..close)?.trim();
    let start = open + 1 + (inner.get(..close)?.len() - inner.get(..close)?.trim_start().len());
    let single = letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic);
    (single || word::is_party(letters)).then(|| (Span::new(start, start + letters.len()), open + close + 2))
}

/// Before the bracket of a party: the capitalised words on its left.
fn bracketed(source: &Source, open: usize, done: usize, spots: &mut Vec<Spot>) {
    let text = source.text;
    let Some((letters, _)) = party_after(source, open) else { return };
    let end = walk::skip_space_back(text, open);
    if end <= done || open - end > 3 || letters.of(text) == "-" {
        return;
    }
    let Some(name) = name::read_back(source, end) else { return };
    if (name.first().start) < done || !is_free(source, &name) {
        return;
    }
    if name.weight() < 2 {
        // "Andersson (S)": one who is known otherwise, or whose name is known.
        let sure = word::is_surname(source, name.last().of(text));
        spots.push(Spot::new(source, &name, &rules::PARTY).sure(sure));
    } else {
        spots.push(Spot::new(source, &name, &rules::PARTY));
    }
}

/// After a role: *kommundirektör Hravn Forsne*.
fn role_led(source: &Source, cue: Cue) -> Option<Spot> {
    let text = source.text;
    let (Gap::Blank(1), at) = word::gap(text, cue.end())? else { return None };
    let name = name::read(source, at)?;
    let first = name.first();
    if name.weight() < 2 || first.kind != Kind::Capital || !is_free(source, &name) {
        return None;
    }
    let written = first.of(text);
    // "direktör Göteborgs Stad": a genitive is no given name.
    if !word::can_be_name(source, written) || written.ends_with('s') && !word::is_given(source, written) {
        return None;
    }
    let known = word::is_given(source, written) || word::is_surname(source, name.last().of(text));
    known.then(|| Spot::new(source, &name, &rules::ROLE))
}

/// A surname: with unknown names before it, or alone.
fn surname(source: &Source, at: usize) -> Option<Spot> {
    let text = source.text;
    if let Some(spot) = unknown_given(source, at) {
        return Some(spot);
    }
    if walk::char_before(text, at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_'))
    {
        return None;
    }
    let name = name::read(source, at)?;
    let first = name.first();
    (name.len == 1 && !first.compound && is_free(source, &name))
        .then(|| Spot::new(source, &name, &rules::GIVEN).sure(false))
}

/// *Thinh Bui-Ljungqvist, handläggare*: the given name is in no register, but the place says that it is one.
fn unknown_given(source: &Source, at: usize) -> Option<Spot> {
    let text = source.text;
    let end = word::token(text, at).filter(|t| t.is_name())?.end;
    let name = name::read_back(source, end)?;
    let first = name.first();
    let written = first.of(text);
    let only = name.tokens().iter().all(|t| matches!(t.kind, Kind::Capital | Kind::Initial | Kind::Particle));
    if name.weight() < 2 || !only || name.len > 4 || !is_free(source, &name) {
        return None;
    }
    let genitive = written.ends_with('s') && !word::is_given(source, written);
    if genitive || written.chars().count() < 2 || !word::is_surname(source, name.last().of(text)) {
        return None;
    }
    let line = source.lines.get(source.lines.index(first.start))?;
    let head = text.get(line.start as usize..first.start)?;
    let opens = head.is_empty() || head.chars().all(|c| !c.is_alphanumeric()) && head.len() < 6;
    let after = text.get(name.end()..line.end as usize)?;
    let listed = opens
        && (after.is_empty()
            || after.starts_with(", ") && comma_role(source, name.end())
            || after.starts_with("   "));
    let inside = !opens
        && matches!(walk::char_before(text, walk::skip_space_back(text, first.start)), Some(c) if c.is_lowercase() || c == ',');
    (listed && comma_or_list(source, name.end()) || inside).then(|| Spot::new(source, &name, &rules::LIST))
}

/// The name is followed by a role, or closes its line among others of its kind.
fn comma_or_list(source: &Source, at: usize) -> bool {
    comma_role(source, at) || {
        let index = source.lines.index(at.saturating_sub(1));
        let near = |i: Option<usize>| {
            i.and_then(|i| source.lines.get(i)).is_some_and(|l| lone_name(source, l.text(source.text)))
        };
        near(source.lines.previous_text(index)) || near(source.lines.next_text(index))
    }
}

/// A line of two to four capitalised words that begins with a known given name.
fn lone_name(source: &Source, line: &str) -> bool {
    let words = line.split_whitespace();
    let first = line.split_whitespace().next().unwrap_or("");
    (2..=4).contains(&words.clone().count())
        && words.clone().all(walk::is_capitalised)
        && word::is_given(source, first)
}

/// Beside a verb of speaking: *säger Hravn Forsne*, *Lisa berättar*.
fn beside_verb(source: &Source, _index: usize, cue: Cue, spots: &mut Vec<Spot>) {
    let text = source.text;
    let after = word::gap(text, cue.end()).and_then(|(_, at)| name::read(source, at));
    let before = {
        let end = walk::skip_space_back(text, cue.start as usize);
        let blank = text.get(end..cue.start as usize).is_some_and(|s| s.len() <= 3 && !s.is_empty());
        if blank { name::read_back(source, end) } else { None }
    };
    for (name, follows) in [(after, true), (before, false)].into_iter().filter_map(|(n, f)| Some((n?, f))) {
        let first = name.first();
        let written = first.of(text);
        if first.kind != Kind::Capital || !word::can_be_name(source, written) || !is_free(source, &name) {
            continue;
        }
        if name.weight() == 1 {
            // A word that opens a sentence is capitalised anyway; after the verb it is a name.
            let sure = word::is_given(source, written)
                && !word::is_word_name(written)
                && (follows || !cue.span().of(text).ends_with('a') || cue.span().of(text).ends_with("de"));
            spots.push(Spot::new(source, &name, &rules::ALONE).sure(sure && name.len == 1));
        } else {
            let genitive = written.ends_with('s') && !word::is_given(source, written);
            let known = word::is_given(source, written) || word::is_surname(source, name.last().of(text));
            if follows && !genitive || known && !genitive {
                spots.push(Spot::new(source, &name, &rules::SAYS));
            }
        }
    }
}

/// A role right before `at`.
pub(super) fn role_before(source: &Source, at: usize) -> Option<Span> {
    let text = source.text;
    let (start, end) = walk::previous_word(text, at)?;
    if text.get(end..at).is_none_or(|gap| gap.len() > 2) {
        return None;
    }
    let lower = text.get(start..end)?.to_lowercase();
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()))?;
    source.lexicon.classes(number).has(Classes::ROLE).then(|| Span::new(start, end))
}

/// *är sekreterare* after `at`.
fn is_role_of(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some((start, end)) = walk::next_word(text, at) else { return false };
    if !matches!(text.get(start..end), Some("är" | "blir" | "var" | "utses" | "väljs" | "valdes" | "utsågs"))
    {
        return false;
    }
    let Some((start, end)) = walk::next_word(text, end) else { return false };
    let (start, end) = match text.get(start..end) {
        Some("till" | "som" | "mötets" | "årets" | "ny") => {
            walk::next_word(text, end).unwrap_or((start, end))
        }
        _ => (start, end),
    };
    let lower = text.get(start..end).unwrap_or("").to_lowercase();
    let number = source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
    number.is_some_and(|n| source.lexicon.classes(n).has(Classes::ROLE))
}

/// A comma and a role after `at`: *, senior handläggare*.
fn comma_role(source: &Source, at: usize) -> bool {
    let text = source.text;
    let Some(rest) = text.get(at..).and_then(|t| t.strip_prefix(", ")) else { return false };
    let mut at = text.len() - rest.len();
    for _ in 0..3 {
        let end = walk::word_end(text, at);
        let Some(lower) = text.get(at..end).filter(|w| !w.is_empty()).map(str::to_lowercase) else {
            return false;
        };
        let number =
            source.lexicon.word(lower.as_bytes()).or_else(|| source.lexicon.ending(lower.as_bytes()));
        if number.is_some_and(|n| source.lexicon.classes(n).has(Classes::ROLE)) {
            return true;
        }
        at = walk::skip_space(text, end);
        if at == end {
            return false;
        }
    }
    false
}
