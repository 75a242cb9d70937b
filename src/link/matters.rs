//! A matter's course through the bodies: items of one case number, or of one title, within a place, in the order of time.

use super::cases::Case;
use super::names::fold;
use super::table::{Place, Table, Whole};
use super::tables::{Run, Tables, civil, hash, integers, lists, strings, value};
use super::told::{self, Told};
use super::{Across, Error, columns};
use crate::formats::tables::column::Get::{Day, Int, Text, Texts};
use crate::formats::tables::column::{Column, always, maybe};
use crate::layers::decisions::{About, about, lists_received};
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Titles of one matter, a case number of another spelling, an earlier item that a text leads to, and the same case: how
/// sure they are, 0 to 100.
const TITLE: u8 = 75;
const NUMBER: u8 = 88;
const TOLD: u8 = 90;
const CASE: u8 = 98;
/// A title that comes back at so many meetings is a heading of the agenda, not a matter.
const COMES_BACK: usize = 3;
/// The rank of a council or a general meeting.
const HIGHEST: u8 = 4;
/// A title tells a matter if it has so many words.
const WORDS: usize = 4;

/// A decision of an item.
#[derive(Clone, Debug)]
pub(super) struct Act {
    decision_id: i64,
    pub act: &'static str,
    body: u32,
    case: Option<Box<Case>>,
    /// A count of votes, and whether more were against.
    votes: Option<bool>,
    /// What the chair finds of it (*ställer propositioner*), and counts: how it was decided, not what.
    ruling: Option<About>,
    /// Told by the title (*Beslutade ärenden 2023*, *Dom av domstolen att upphäva planen*): it counts where nothing else does.
    titled: bool,
}

/// An item of some agenda.
#[derive(Debug)]
pub(super) struct Item {
    pub doc: u32,
    item_id: i64,
    /// Where it begins in its document, and one past its end.
    span: (i64, i64),
    title: u32,
    case: Option<Box<Case>>,
    written: u32,
    /// Its number, for what leads to it (*Bordlagt den 3 maj 2023, § 25*).
    pub number: Option<u32>,
    pub acts: Vec<Act>,
    /// What was put last was the order of business: a count that follows is about that.
    of_procedure: bool,
}

/// A row of `matters`.
#[derive(Debug, Default)]
pub(super) struct Matter {
    matter_id: String,
    place_code: Option<String>,
    case: Option<String>,
    cases: Vec<String>,
    title: Option<String>,
    opened: Option<Date>,
    closed: Option<Date>,
    outcome: Option<&'static str>,
    bodies: Vec<String>,
    documents: i64,
    days: Option<i64>,
    score: i64,
}

/// A row of `steps`.
#[derive(Debug)]
pub(super) struct Step {
    matter_id: std::sync::Arc<str>,
    step: i64,
    doc_id: i64,
    item_id: i64,
    date: Option<Date>,
    body: Option<String>,
    act: &'static str,
    decision_id: i64,
}

pub(super) fn matters() -> Vec<Column<Matter>> {
    vec![
        always(
            "matter_id",
            Text(|m| Some(&m.matter_id)),
            "The matter; the same in every run over the same input, and in one over more of it.",
        ),
        maybe("place_code", Text(|m| m.place_code.as_deref()), "SCB's code of the place."),
        maybe("case", Text(|m| m.case.as_deref()), "Its case number, as it is first written."),
        always(
            "cases",
            Texts(|m| &m.cases),
            "Every case number that it had, in the order of time, each as it is first written.",
        ),
        maybe("title", Text(|m| m.title.as_deref()), "The title of its first item by day."),
        maybe("opened", Day(|m| m.opened), "The day of its first step."),
        maybe(
            "closed",
            Day(|m| m.closed),
            "The day on which the last body decided; null while it is only proposed or postponed, and where it was proposed anew.",
        ),
        maybe(
            "outcome",
            Text(|m| m.outcome),
            "What the last body that decided made of it: adopted, rejected, elected, assigned, noted, referred or postponed.",
        ),
        always("bodies", Texts(|m| &m.bodies), "The bodies it came before, in order."),
        always("documents", Int(|m| Some(m.documents)), "In how many documents it is an item."),
        maybe("days", Int(|m| m.days), "Days from its first step to its last."),
        always(
            "score",
            Int(|m| Some(m.score)),
            "How sure it is that its items are one matter, 0 to 100: a case number, an item that a text leads to, or a title alone.",
        ),
    ]
}

pub(super) fn steps() -> Vec<Column<Step>> {
    vec![
        always("matter_id", Text(|s| Some(&s.matter_id)), "The matter."),
        always(
            "step",
            Int(|s| Some(s.step)),
            "Number of the step, from 0, in the order of time and of who decides over whom.",
        ),
        always("doc_id", Int(|s| Some(s.doc_id)), "The document."),
        always("item_id", Int(|s| Some(s.item_id)), "The item in it."),
        maybe("date", Day(|s| s.date), "The day."),
        maybe("body", Text(|s| s.body.as_deref()), "Who acts."),
        always(
            "act",
            Text(|s| Some(s.act)),
            "proposed, moved, postponed, referred, voted, adopted, rejected, noted, appealed, elected, assigned or reserved.",
        ),
        always("decision_id", Int(|s| Some(s.decision_id)), "The decision in the document that says so."),
    ]
}

/// Writes the tables under their hidden names.
pub(super) fn write<'f>(place: Place<'f>, run: &Run, tables: &mut Tables) -> Result<[Whole<'f>; 2], Error> {
    let (items, told) = read(run, tables)?;
    let mut groups = group(tables, &items);
    joined(tables, &items, &mut groups, told::meant(tables, &items, &told));
    let mut all = Table::create(place, Across::Matters, matters())?;
    let mut course = Table::create(place, Across::Steps, steps())?;
    for (score, of) in groups {
        let (matter, steps) = matter(tables, &items, &of, score);
        all.push(matter)?;
        steps.into_iter().try_for_each(|step| course.push(step))?;
    }
    Ok([all.close()?, course.close()?])
}

/// The items of all documents with what was done in them, and the earlier items that they tell of.
fn read(run: &Run, tables: &mut Tables) -> Result<(Vec<Item>, Vec<Told>), Error> {
    let (mut items, mut told) = (Vec::new(), Vec::new());
    let mut item_of: HashMap<(u32, i64), usize> = HashMap::new();
    run.each("items", columns::ITEMS, |batch| of_items(tables, batch, &mut items, &mut item_of))?;
    let (mut bodies, mut how) = (HashMap::new(), HashSet::new());
    run.each("decisions", columns::DECISIONS, |batch| {
        of_decisions(tables, batch, &mut items, &item_of, &mut told, &mut how)?;
        who_decides(tables, batch, &mut bodies)
    })?;
    // A document that does not tell its body is of the one that decides most in it.
    for (doc, counts) in bodies {
        let most = counts.into_iter().max_by_key(|&(body, count)| (count, std::cmp::Reverse(body)));
        if let Some((doc, (body, _))) = tables.docs.get_mut(doc as usize).zip(most) {
            doc.body = body;
        }
    }
    Ok((items, told))
}

fn of_items(
    tables: &mut Tables,
    batch: &RecordBatch,
    items: &mut Vec<Item>,
    item_of: &mut HashMap<(u32, i64), usize>,
) -> Option<()> {
    let (docs, ids) = (integers(batch, "doc_id")?, integers(batch, "item_id")?);
    let (starts, ends) = (integers(batch, "start")?, integers(batch, "end")?);
    let (titles, cases) = (strings(batch, "title")?, strings(batch, "case")?);
    let numbers = strings(batch, "number")?;
    let decided = ["proposals", "motions", "decisions", "reservations"].map(|column| lists(batch, column));
    for row in 0..batch.num_rows() {
        let doc = *tables.doc_of.get(&docs.value(row))?;
        for list in decided.iter() {
            let list = (*list)?.value(row);
            for &decision in list.as_primitive_opt::<Int64Type>()?.values() {
                // The innermost item comes last.
                item_of.insert((doc, decision), items.len());
            }
        }
        let written = value(cases, row);
        items.push(Item {
            doc,
            item_id: ids.value(row),
            span: (starts.value(row), ends.value(row)),
            title: tables.texts.number(value(titles, row)),
            case: Case::read(written).map(Box::new),
            written: tables.texts.number(written),
            number: told::paragraph(value(numbers, row)),
            acts: Vec::new(),
            of_procedure: false,
        });
    }
    Some(())
}

/// How often each body decides in documents that do not tell theirs.
fn who_decides(
    tables: &mut Tables,
    batch: &RecordBatch,
    bodies: &mut HashMap<u32, BTreeMap<u32, u32>>,
) -> Option<()> {
    let (docs, names) = (integers(batch, "doc_id")?, strings(batch, "body")?);
    let reported = batch.column_by_name("reported")?.as_boolean_opt()?;
    for row in 0..batch.num_rows() {
        let doc = *tables.doc_of.get(&docs.value(row))?;
        let name = value(names, row);
        if tables.docs.get(doc as usize)?.body == 0 && !name.is_empty() && !reported.value(row) {
            *bodies.entry(doc).or_default().entry(tables.texts.number(name)).or_default() += 1;
        }
    }
    Some(())
}

fn of_decisions(
    tables: &mut Tables,
    batch: &RecordBatch,
    items: &mut [Item],
    item_of: &HashMap<(u32, i64), usize>,
    told: &mut Vec<Told>,
    how: &mut HashSet<(u32, i64)>,
) -> Option<()> {
    let (docs, ids) = (integers(batch, "doc_id")?, integers(batch, "decision_id")?);
    let (kinds, bodies, cases) = (strings(batch, "kind")?, strings(batch, "body")?, strings(batch, "case")?);
    let (yes, no) = (integers(batch, "votes_yes")?, integers(batch, "votes_no")?);
    let (same, texts, rules) =
        (integers(batch, "same_as")?, strings(batch, "text")?, strings(batch, "rule")?);
    let reported = batch.column_by_name("reported")?.as_boolean_opt()?;
    let starts = integers(batch, "start")?;
    for row in 0..batch.num_rows() {
        let doc = *tables.doc_of.get(&docs.value(row))?;
        let (text, rule) = (value(texts, row), value(rules, row));
        let counted = rule == VOTE && yes.is_valid(row);
        if rule == CHAIR || counted {
            how.insert((doc, ids.value(row)));
        }
        // What no grammar has read is not sure enough to be a step.
        if rule == WEIGHED {
            continue;
        }
        let Some(mut act) = act(value(kinds, row), text) else { continue };
        // What was put off or sent back before is of no item's course, but tells where its matter was.
        if reported.value(row) && ["postponed", "referred"].contains(&act) {
            let at = item_at(items, doc, starts.value(row));
            told.extend(at.into_iter().flat_map(|at| told::read(text, at, act)));
            continue;
        }
        let Some(item) = item_of.get(&(doc, ids.value(row))).and_then(|&at| items.get_mut(at)) else {
            continue;
        };
        // *1. Får framställas. 2. Interpellationen bordläggs till …*: among points of several kinds that decides.
        if act == "adopted" && rule == POINTS {
            let put_off = [(" bordläggs", "postponed"), (" återremitteras", "referred")];
            act = put_off.into_iter().find(|(word, _)| text.contains(word)).map_or(act, |(_, act)| act);
        }
        let of = if counted && item.of_procedure { About::Procedure } else { about(text) };
        if rule == CHAIR || rule == PROPOSITION {
            item.of_procedure = of == About::Procedure;
        }
        // What is to be voted on is agreed upon before anything is: the proposition, and what stands against it.
        if rule == PROPOSITION || of == About::Counter {
            continue;
        }
        // What was decided elsewhere has its own document; what is said twice happened once. A count is a step of its own, and
        // what is told behind it, or behind what the chair finds, is told: both are sorted out below.
        let behind = rule != CHAIR && how.contains(&(doc, same.value(row)));
        let again = same.is_valid(row) && !counted && !behind;
        if again || reported.value(row) && act != "proposed" && act != "moved" {
            continue;
        }
        // That an item is settled today settles nothing of it.
        let decides = !ON_ITS_WAY.contains(&act);
        if of == About::Procedure && decides && !counted {
            continue;
        }
        let titled = tables.texts.get(item.title).contains(&one_line(text));
        let ruling = counted || titled || rule == CHAIR || decides && is_ruling(text);
        // Most items have one.
        if item.acts.is_empty() {
            item.acts.reserve_exact(1);
        }
        item.acts.push(Act {
            decision_id: ids.value(row),
            act,
            body: tables.texts.number(value(bodies, row)),
            case: Case::read(value(cases, row)).map(Box::new),
            votes: yes.is_valid(row).then(|| no.is_valid(row) && no.value(row) > yes.value(row)),
            ruling: ruling.then_some(of),
            titled,
        });
    }
    Some(())
}

/// The innermost item of a document in which a place is. The items of a document stand together and in order.
fn item_at(items: &[Item], doc: u32, place: i64) -> Option<usize> {
    let after = items.partition_point(|item| (item.doc, item.span.0) <= (doc, place));
    let own = items.get(..after)?.iter().enumerate().rev().take_while(|(_, item)| item.doc == doc);
    own.take(DEEPEST).find(|(_, item)| place < item.span.1).map(|(at, _)| at)
}

/// Items stand in items no deeper than so.
const DEEPEST: usize = 8;

/// The rules of what the chair finds, of what was weighed, of a vote's count, and of what it is to be about.
const CHAIR: &str = "decision.chair";
const WEIGHED: &str = "decision.weighed";
const VOTE: &str = "decision.vote";
const PROPOSITION: &str = "decision.proposition";
/// That of points of which not each has a verb that decides.
const POINTS: &str = "decision.points";

/// *Ordföranden ställer propositioner på yrkandena*, *Omröstningen utfaller med 40 ja*, *Nämnden beslutar först att bifalla
/// …*: one step of several.
fn is_ruling(text: &str) -> bool {
    let in_turn = |verb: &str| {
        let rest = text.split_once(verb).map(|(_, rest)| rest);
        rest.is_some_and(|rest| TURNS.iter().any(|turn| rest.starts_with(turn)))
    };
    let puts = ["ställer ", "ställs ", "ställde ", "ställdes ", "under "]
        .iter()
        .any(|verb| text.split(verb).skip(1).any(|rest| after_turn(rest).starts_with("proposition")));
    in_turn(" beslutar ")
        || in_turn(" godkänner ")
        || puts
        || text.contains("voteringsproposition")
        || text.starts_with("Omröstning")
        || text.starts_with("Ordföranden finner")
        || text.contains("yrkande") && text.contains(" konstaterar ")
}

/// What stands behind *först, därefter*, where one of them stands first.
fn after_turn(text: &str) -> &str {
    TURNS.iter().find_map(|turn| text.strip_prefix(turn)).unwrap_or(text)
}

const TURNS: [&str; 4] = ["först ", "härefter ", "därefter ", "slutligen "];

/// Without line breaks and the full stop.
fn one_line(text: &str) -> String {
    let line = Vec::from_iter(text.split_whitespace()).join(" ");
    line.trim_end_matches('.').to_string()
}

/// Whether a body is an authority of the state or a court: what it decides, a council or a committee is told of.
fn is_outside(body: &str) -> bool {
    let body = fold(body);
    ["länsstyrelsen", "domstolen", "rätten", "verket", "inspektionen", "regeringen"]
        .iter()
        .any(|end| body.ends_with(end))
}

/// What a decision of this kind does to its matter.
fn act(kind: &str, text: &str) -> Option<&'static str> {
    Some(match kind {
        "adopt" | "assign" if text.contains("att överklaga") => "appealed",
        "adopt" => "adopted",
        "reject" => "rejected",
        "elect" => "elected",
        "assign" => "assigned",
        "refer" => "referred",
        "postpone" => "postponed",
        // *Nämnden konstaterar att tilläggsyrkandet från Anna Holm har fallit.*
        "note" if text.contains("yrkande") && text.contains(" fallit") => "rejected",
        "note" => "noted",
        "propose" => "proposed",
        "move" => "moved",
        // Who is disqualified takes no part, and reserves nothing.
        "reserve" if text.contains("jäv") => return None,
        "reserve" => "reserved",
        _ => return None,
    })
}

/// Items that are one matter, with how sure that is; in the order of their first items.
fn group(tables: &Tables, items: &[Item]) -> Vec<(u8, Vec<usize>)> {
    let scope = |item: &Item| tables.docs.get(item.doc as usize).map_or(0, |doc| doc.scope);
    // Which letters a number without letters has in its place, if they are told.
    let mut letters: HashMap<(u32, u16, u32), Option<&str>> = HashMap::new();
    for item in items {
        for case in cases(item) {
            if !case.letters.is_empty() {
                let own = Some(case.letters.as_str());
                let told = letters.entry((scope(item), case.year, case.number)).or_insert(own);
                // Several registers have the number.
                if *told != own {
                    *told = None;
                }
            }
        }
    }
    let mut meetings: HashMap<(u32, u32), BTreeSet<u32>> = HashMap::new();
    for item in items.iter().filter(|item| item.case.is_none()) {
        // What is on its way from body to body, or put off, comes back for that.
        let on_its_way = |act: &Act| ["proposed", "postponed", "referred"].contains(&act.act);
        if !item.acts.iter().any(on_its_way) {
            meetings.entry((scope(item), item.title)).or_default().insert(item.doc);
        }
    }
    let mut by_case: HashMap<(u32, Case), usize> = HashMap::new();
    let mut by_title: HashMap<(u32, String), usize> = HashMap::new();
    let mut groups: Vec<(u8, Vec<usize>)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let place = scope(item);
        let title = subject(&fold(tables.texts.get(item.title)));
        let telling = title.split(' ').count() >= WORDS;
        let found = match cases(item).next() {
            Some(case) => {
                let mut case = case.clone();
                let mut score = CASE;
                if case.letters.is_empty()
                    && let Some(Some(one)) = letters.get(&(place, case.year, case.number))
                {
                    case.letters = (*one).to_string();
                    score = NUMBER;
                }
                let new = groups.len();
                let group = *by_case.entry((place, case)).or_insert(new);
                if telling {
                    by_title.entry((place, title)).or_insert(group);
                }
                Some((group, score))
            }
            None if !telling
                || meetings.get(&(place, item.title)).is_some_and(|docs| docs.len() >= COMES_BACK) =>
            {
                None
            }
            None => {
                let new = groups.len();
                Some((*by_title.entry((place, title)).or_insert(new), TITLE))
            }
        };
        let Some((group, score)) = found else { continue };
        match groups.get_mut(group) {
            Some((least, of)) => {
                *least = (*least).min(score);
                of.push(at);
            }
            None => groups.push((if score == TITLE { TITLE } else { CASE }, vec![at])),
        }
    }
    groups.retain(|(_, of)| of.iter().any(|&at| items.get(at).is_some_and(|item| !item.acts.is_empty())));
    groups
}

/// Joins groups by pairs of items, of which a text tells that they are one matter.
fn joined(tables: &Tables, items: &[Item], groups: &mut Vec<(u8, Vec<usize>)>, pairs: Vec<(usize, usize)>) {
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (group, (_, of)) in groups.iter().enumerate().filter(|_| !pairs.is_empty()) {
        group_of.extend(of.iter().map(|&at| (at, group)));
    }
    let ends = |(a, b): (usize, usize)| Some((*group_of.get(&a)?, *group_of.get(&b)?));
    let pairs = Vec::from_iter(pairs.into_iter().filter_map(ends).filter(|(a, b)| a != b));
    // An item to which several matters lead is of none of them alone: an agenda's *Bordlagda ärenden*.
    let mut leading: HashMap<usize, BTreeSet<usize>> = HashMap::new();
    for &(from, to) in &pairs {
        leading.entry(to).or_default().insert(from);
    }
    let mut into = Vec::from_iter(0..groups.len());
    for (from, to) in pairs {
        let of = |group: usize| groups.get(group).map_or(&[][..], |(_, of)| of);
        let one = leading.get(&to).is_some_and(|from| from.len() == 1);
        if one && is_one_matter(tables, items, of(from), of(to)) {
            let (a, b) = (root(&mut into, from), root(&mut into, to));
            if let Some(place) = into.get_mut(a.max(b)) {
                *place = a.min(b);
            }
        }
    }
    for at in (0..groups.len()).rev() {
        let to = root(&mut into, at);
        if to == at {
            continue;
        }
        let moved = groups.get_mut(at).map(|(score, of)| (*score, std::mem::take(of)));
        if let Some(((least, all), (score, of))) = groups.get_mut(to).zip(moved) {
            *least = (*least).min(score).min(TOLD);
            all.extend(of);
            all.sort_unstable();
        }
    }
    groups.retain(|(_, of)| !of.is_empty());
}

/// Whether all items of two groups are called alike: a number may be of a bundle (*Val 2024*), and a paragraph be
/// written wrong.
fn is_one_matter(tables: &Tables, items: &[Item], a: &[usize], b: &[usize]) -> bool {
    let words = |at: &usize| -> BTreeSet<String> {
        let title = fold(items.get(*at).map_or("", |item| tables.texts.get(item.title)));
        title.split(' ').filter(|word| word.chars().nth(4).is_some()).map(str::to_string).collect()
    };
    let all = || a.iter().chain(b);
    let Some(first) = all().next().map(words) else { return false };
    all().count() <= MOST_ITEMS
        && all().skip(1).map(words).all(|other| {
            let shared = first.intersection(&other).count();
            shared > 0 && 10 * shared >= 6 * first.len().min(other.len())
        })
}

/// More items are no single matter's.
const MOST_ITEMS: usize = 64;

/// The first of those that one is joined with.
fn root(into: &mut [usize], mut at: usize) -> usize {
    while let Some(&next) = into.get(at).filter(|&&next| next != at) {
        // Halves the way for the next who asks.
        let above = into.get(next).copied().unwrap_or(next);
        if let Some(place) = into.get_mut(at) {
            *place = above;
        }
        at = above;
    }
    at
}

/// What a folded title is about: *Svar på motion av Anna Holm (C) om fler bänkar* and *Motion om fler bänkar* are one.
fn subject(title: &str) -> String {
    for kind in ["motion", "medborgarförslag", "interpellation", "e förslag"] {
        let Some((before, after)) = title.split_once(kind) else { continue };
        let starts = before.is_empty() || before.ends_with(' ');
        let about = after.strip_prefix("en").unwrap_or(after).split_once(" om ");
        // What stands between is who asks: a few words.
        if let Some((who, about)) = about.filter(|(who, _)| starts && who.split(' ').count() <= 8) {
            let _ = who;
            return format!("{kind} om {about}");
        }
    }
    title.to_string()
}

/// The case of an item's heading, else those of its decisions.
fn cases(item: &Item) -> impl Iterator<Item = &Case> {
    item.case.as_deref().into_iter().chain(item.acts.iter().filter_map(|act| act.case.as_deref()))
}

/// The body as the document calls it: *Fullmäktige* in minutes of the *Kommunfullmäktige*.
fn whole_name(tables: &Tables, body: u32, own: u32) -> u32 {
    let called = |body| tables.texts.get(body).to_lowercase();
    let (short, whole) = (called(body), called(own));
    if body == 0 || short != whole && whole.ends_with(&short) { own } else { body }
}

/// How high a body stands: who decides over whom.
fn rank(body: &str) -> u8 {
    let body = fold(body);
    let ranks: [(&str, u8); 8] = [
        ("fullmäktige", HIGHEST),
        ("riksdagen", HIGHEST),
        ("stämman", HIGHEST),
        ("styrelsen", 3),
        ("nämnden", 2),
        ("utskottet", 1),
        ("beredningen", 1),
        ("presidiet", 1),
    ];
    ranks.into_iter().find(|(ending, _)| body.ends_with(ending)).map_or(2, |(_, rank)| rank)
}

/// A matter with its steps.
fn matter(tables: &Tables, items: &[Item], of: &[usize], score: u8) -> (Matter, Vec<Step>) {
    let texts = &tables.texts;
    let all = Vec::from_iter(of.iter().filter_map(|&at| items.get(at)));
    let mut matter = named(tables, &all);
    matter.score = i64::from(score);
    let mut documents = BTreeSet::new();
    let mut acts = Vec::new();
    for item in &all {
        let Some(doc) = tables.docs.get(item.doc as usize) else { continue };
        documents.insert(item.doc);
        // Of a list of what came in the meeting's own decision, which is one, is a step.
        let listed = lists_received(texts.get(item.title));
        let mut decided = false;
        for act in item.acts.iter().filter(|act| !act.titled || !is_told(item)) {
            let body = whole_name(tables, act.body, doc.body);
            if listed && !ON_ITS_WAY.contains(&act.act) {
                if decided || body != doc.body {
                    continue;
                }
                decided = true;
            }
            let turn = turn(act, body == doc.body);
            acts.push((doc.day, rank(texts.get(doc.body)), doc, *item, turn, act, body));
        }
    }
    // Without a day the order of the input is what there is.
    acts.sort_by_key(|&(day, rank, doc, item, turn, act, _)| {
        (day, rank, doc.doc_id, item.item_id, turn, act.decision_id)
    });
    let id: std::sync::Arc<str> = std::sync::Arc::from(matter.matter_id.as_str());
    // What comes back later on, and whatever becomes of it there, is no longer put off.
    let days = all.iter().filter_map(|item| tables.docs.get(item.doc as usize)?.day);
    let last = days.max();
    let mut course = Vec::new();
    let mut decided: BTreeMap<(Option<i32>, u8), Vec<&'static str>> = BTreeMap::new();
    let mut decided_in = None;
    for (day, rank, doc, item, _, act, body) in acts {
        if !is_step(item, act, doc.body) {
            continue;
        }
        let body_is_own = body == doc.body;
        let body = texts.get(body);
        if !body.is_empty() && !matter.bodies.iter().any(|known| known == body) {
            matter.bodies.push(body.to_string());
        }
        let date = day.and_then(civil);
        matter.opened = matter.opened.or(date);
        // Over the highest body there is none to propose to: what it *tillstyrker*, and nothing else, it adopts.
        let highest = act.act == "proposed" && body_is_own && rank == HIGHEST && !is_told(item);
        let act_is = if highest { "adopted" } else { act.act };
        // What was put off or sent back and is proposed later on is on its way again.
        let waited = decided.last_key_value().and_then(|(_, acts)| outcome(acts));
        if act_is == "proposed"
            && decided_in != Some(doc.doc_id)
            && waited.is_some_and(|waited| ["postponed", "referred"].contains(&waited))
        {
            decided.clear();
        }
        let passed_over = act_is == "postponed" && day.is_some() && day < last;
        // What an authority or a court decided is only told of.
        let told_of = !body_is_own && is_outside(body);
        if highest || settles(item, act, doc.body) && !passed_over && !told_of {
            let fell = act.ruling.is_some() && act.votes == Some(true);
            let turned = if fell && act_is == "adopted" { "rejected" } else { act_is };
            decided.entry((day, rank)).or_default().push(turned);
            decided_in = Some(doc.doc_id);
        }
        if let Some((opened, date)) = matter.opened.zip(date) {
            matter.days = opened.until(date).ok().map(|span| i64::from(span.get_days()));
        }
        // A count of votes says that it was voted; what was made of it is told beside it.
        let voted = act.votes.map(|_| "voted");
        let alone = act.ruling.is_some() && voted.is_some();
        for act_is in voted.into_iter().chain((!alone).then_some(act_is)) {
            course.push(Step {
                matter_id: id.clone(),
                step: course.len() as i64,
                doc_id: doc.doc_id,
                item_id: item.item_id,
                date,
                body: (!body.is_empty()).then(|| body.to_string()),
                act: act_is,
                decision_id: act.decision_id,
            });
        }
    }
    if let Some((&(day, _), acts)) = decided.last_key_value() {
        matter.outcome = outcome(acts);
        matter.closed = day.and_then(civil).filter(|_| matter.outcome.is_some_and(|is| is != "postponed"));
    }
    matter.documents = documents.len() as i64;
    (matter, course)
}

/// A matter by what it is called: its first item of the input gives the id, which stays as the archive grows, its first by
/// day the title and the case number.
fn named(tables: &Tables, all: &[&Item]) -> Matter {
    let texts = &tables.texts;
    let mut matter = Matter::default();
    let doc = |item: &Item| tables.docs.get(item.doc as usize);
    if let Some((item, doc)) = all.first().and_then(|&item| Some((item, doc(item)?))) {
        let evidence = [format!("{:016x}", doc.hash), item.item_id.to_string()];
        matter.matter_id = format!("m{:016x}", hash(&[&evidence[0], &evidence[1]]));
        let code = texts.get(doc.place_code);
        matter.place_code = (!code.is_empty()).then(|| code.to_string());
    }
    let mut by_day = Vec::from_iter(all.iter().copied());
    by_day.sort_by_key(|&item| doc(item).and_then(|doc| doc.day).unwrap_or(i32::MAX));
    let mut known: Vec<&Case> = Vec::new();
    for item in by_day {
        let (written, title) = (texts.get(item.written), texts.get(item.title));
        if matter.case.is_none() && !written.is_empty() {
            matter.case = Some(written.to_string());
        }
        if let Some(case) = item.case.as_deref().filter(|case| !known.iter().any(|known| known.fits(case))) {
            known.push(case);
            matter.cases.push(written.to_string());
        }
        if matter.title.is_none() && !title.is_empty() {
            matter.title = Some(title.to_string());
        }
    }
    matter
}

/// The turn of an act within its item: what was proposed to the body and moved in it, then the count of votes, then what it
/// decided, and who reserved against that.
fn turn(act: &Act, body_is_own: bool) -> u8 {
    match act.act {
        "proposed" if !body_is_own => 0,
        "moved" => 1,
        _ if act.ruling.is_some() && act.votes.is_some() => 2,
        "reserved" => 4,
        _ => 3,
    }
}

/// Whether an act is a step of its matter, and not the same as another of its item: what the chair finds is told by the
/// decision, or by what the body proposes, but for an additional motion that fell.
fn is_step(item: &Item, act: &Act, body: u32) -> bool {
    let Some(about) = act.ruling.filter(|_| act.votes.is_none() && !act.titled) else { return true };
    let said = |kind| item.acts.iter().filter(move |other| other.ruling.is_none() && other.act == kind);
    let told = |kind| said(kind).next().is_some();
    let handed_on = body != 0 && said("proposed").any(|other| other.body == body);
    if !is_told(item) && !handed_on {
        return true;
    }
    match act.act {
        "rejected" => about == About::Addition || !handed_on && !told("rejected"),
        "referred" | "postponed" => !handed_on && !told(act.act),
        _ => false,
    }
}

/// Whether the body hands the matter on to another.
fn is_handed_on(item: &Item, body: u32) -> bool {
    item.acts.iter().any(|other| other.act == "proposed" && other.body == body && body != 0)
}

/// Whether an act settles its item for that day: not where the body hands the matter on to another, and not as the chair
/// finds it, if the item says what was decided.
fn settles(item: &Item, act: &Act, body: u32) -> bool {
    let waits = ON_ITS_WAY.contains(&act.act) || is_handed_on(item, body) && act.act != "postponed";
    let ruled = act.ruling.is_some_and(|about| about == About::Procedure || is_told(item));
    !(waits || ruled)
}

/// Acts that decide nothing.
const ON_ITS_WAY: [&str; 3] = ["proposed", "moved", "reserved"];

/// Whether an item says what was decided, not only how.
fn is_told(item: &Item) -> bool {
    item.acts.iter().any(|act| act.ruling.is_none() && !ON_ITS_WAY.contains(&act.act))
}

/// What decides of all that was done at one time.
fn outcome(acts: &[&'static str]) -> Option<&'static str> {
    let order: [&[&str]; 6] = [
        &["adopted", "rejected", "appealed"],
        &["elected"],
        // *återremitteras till nämnden, som får i uppdrag att …*
        &["referred"],
        &["assigned"],
        &["noted"],
        &["postponed"],
    ];
    order.into_iter().find_map(|of| acts.iter().copied().find(|act| of.contains(act)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_back_is_referred() {
        assert_eq!(outcome(&["assigned", "referred"]), Some("referred"));
        assert_eq!(outcome(&["noted", "adopted"]), Some("adopted"));
    }

    #[test]
    fn one_step_of_several_is_no_decision_of_its_own() {
        assert!(is_ruling("Nämnden beslutar först att bifalla förslaget."));
        assert!(is_ruling("Styrelsen godkänner härefter ordningen."));
        assert!(is_ruling("Ordföranden ställer först proposition på bifall."));
        assert!(!is_ruling("Nämnden beslutar att först höra skolorna."));
        assert!(!is_ruling("Yttrande över regeringens proposition om vatten godkänns."));
        assert!(!is_ruling("Planen godkänns."));
    }

    #[test]
    fn courts_stand_outside() {
        for body in ["Länsstyrelsen", "Mark- och miljööverdomstolen", "Förvaltningsrätten"] {
            assert!(is_outside(body), "{body}");
        }
        assert!(!is_outside("Kommunstyrelsen"));
        assert_eq!(one_line("Beslutade ärenden\n2023."), "Beslutade ärenden 2023");
    }

    #[test]
    fn motions_are_one_by_what_they_are_about() {
        for title in [
            "Motion om fler bänkar längs ån",
            "Motion av Anna Holm (C) om fler bänkar längs ån",
            "Svar på motion från Per Lind (S) om fler bänkar längs ån",
            "Besvarande av motionen om fler bänkar längs ån",
        ] {
            assert_eq!(subject(&fold(title)), "motion om fler bänkar längs ån", "{title}");
        }
        assert_eq!(subject("emotioner i skolan om våren"), "emotioner i skolan om våren");
        assert_eq!(subject("budget 2025"), "budget 2025");
    }
}
