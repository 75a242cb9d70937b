//! A matter's course through the bodies: items of one case number, or of one title, within a place, in the order of time.

use super::cases::Case;
use super::names::fold;
use super::table::{Place, Table, Whole};
use super::tables::{Run, Tables, civil, hash, integers, lists, strings, value};
use super::{Across, Error, columns};
use crate::formats::tables::column::Get::{Day, Int, Text, Texts};
use crate::formats::tables::column::{Column, always, maybe};
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, RecordBatch};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Titles of one matter, a case number of another spelling, and the same case: how sure they are, 0 to 100.
const TITLE: u8 = 75;
const NUMBER: u8 = 88;
const CASE: u8 = 98;
/// A title that comes back at so many meetings is a heading of the agenda, not a matter.
const COMES_BACK: usize = 3;
/// The rank of a council or a general meeting.
const HIGHEST: u8 = 4;
/// A title tells a matter if it has so many words.
const WORDS: usize = 4;

/// A decision of an item.
#[derive(Clone, Debug)]
struct Act {
    decision_id: i64,
    act: &'static str,
    body: u32,
    case: Option<Box<Case>>,
    /// A count of votes, and whether more were against.
    votes: Option<bool>,
    /// What the chair finds of it (*ställer propositioner*): how it was decided, not what.
    ruling: bool,
    /// Told by the title (*Beslutade ärenden 2023*, *Dom av domstolen att upphäva planen*): it counts where nothing else does.
    titled: bool,
}

/// An item of some agenda.
#[derive(Debug)]
struct Item {
    doc: u32,
    item_id: i64,
    title: u32,
    case: Option<Box<Case>>,
    written: u32,
    acts: Vec<Act>,
}

/// A row of `matters`.
#[derive(Debug, Default)]
pub(super) struct Matter {
    matter_id: String,
    place_code: Option<String>,
    case: Option<String>,
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
        maybe("title", Text(|m| m.title.as_deref()), "The title of its first item."),
        maybe("opened", Day(|m| m.opened), "The day of its first step."),
        maybe(
            "closed",
            Day(|m| m.closed),
            "The day on which the last body decided; null while it is only proposed or postponed.",
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
            "How sure it is that its items are one matter, 0 to 100: a case number, or a title alone.",
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
    let items = read(run, tables)?;
    let groups = group(tables, &items);
    let mut all = Table::create(place, Across::Matters, matters())?;
    let mut course = Table::create(place, Across::Steps, steps())?;
    for (score, of) in groups {
        let (matter, steps) = matter(tables, &items, &of, score);
        all.push(matter)?;
        steps.into_iter().try_for_each(|step| course.push(step))?;
    }
    Ok([all.close()?, course.close()?])
}

/// The items of all documents with what was done in them.
fn read(run: &Run, tables: &mut Tables) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    let mut item_of: HashMap<(u32, i64), usize> = HashMap::new();
    run.each("items", columns::ITEMS, |batch| of_items(tables, batch, &mut items, &mut item_of))?;
    let mut bodies = HashMap::new();
    run.each("decisions", columns::DECISIONS, |batch| {
        of_decisions(tables, batch, &mut items, &item_of)?;
        who_decides(tables, batch, &mut bodies)
    })?;
    // A document that does not tell its body is of the one that decides most in it.
    for (doc, counts) in bodies {
        let most = counts.into_iter().max_by_key(|&(body, count)| (count, std::cmp::Reverse(body)));
        if let Some((doc, (body, _))) = tables.docs.get_mut(doc as usize).zip(most) {
            doc.body = body;
        }
    }
    Ok(items)
}

fn of_items(
    tables: &mut Tables,
    batch: &RecordBatch,
    items: &mut Vec<Item>,
    item_of: &mut HashMap<(u32, i64), usize>,
) -> Option<()> {
    let (docs, ids) = (integers(batch, "doc_id")?, integers(batch, "item_id")?);
    let (titles, cases) = (strings(batch, "title")?, strings(batch, "case")?);
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
            title: tables.texts.number(value(titles, row)),
            case: Case::read(written).map(Box::new),
            written: tables.texts.number(written),
            acts: Vec::new(),
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
) -> Option<()> {
    let (docs, ids) = (integers(batch, "doc_id")?, integers(batch, "decision_id")?);
    let (kinds, bodies, cases) = (strings(batch, "kind")?, strings(batch, "body")?, strings(batch, "case")?);
    let (yes, no) = (integers(batch, "votes_yes")?, integers(batch, "votes_no")?);
    let (same, texts, rules) =
        (integers(batch, "same_as")?, strings(batch, "text")?, strings(batch, "rule")?);
    let reported = batch.column_by_name("reported")?.as_boolean_opt()?;
    for row in 0..batch.num_rows() {
        let doc = *tables.doc_of.get(&docs.value(row))?;
        let Some(item) = item_of.get(&(doc, ids.value(row))).and_then(|&at| items.get_mut(at)) else {
            continue;
        };
        let Some(mut act) = act(value(kinds, row), value(texts, row)) else { continue };
        // *1. Får framställas. 2. Interpellationen bordläggs till …*: among points of several kinds that decides.
        if act == "adopted" && value(rules, row) == POINTS {
            let put_off = [(" bordläggs", "postponed"), (" återremitteras", "referred")];
            act = put_off
                .into_iter()
                .find(|(word, _)| value(texts, row).contains(word))
                .map_or(act, |(_, act)| act);
        }
        // What is to be voted on is agreed upon before anything is: the proposition, and what stands against it.
        if value(rules, row) == PROPOSITION || value(texts, row).contains("som motförslag") {
            continue;
        }
        let titled = tables.texts.get(item.title).contains(&one_line(value(texts, row)));
        let counted = value(rules, row) == VOTE && yes.is_valid(row);
        // What was decided elsewhere has its own document; what is said twice happened once.
        if same.is_valid(row) || reported.value(row) && act != "proposed" && act != "moved" {
            continue;
        }
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
            ruling: counted || titled || is_ruling(value(texts, row)),
            titled,
        });
    }
    Some(())
}

/// The rules of a vote's count, and of what it is to be about.
const VOTE: &str = "decision.vote";
const PROPOSITION: &str = "decision.proposition";
/// That of points of which not each has a verb that decides.
const POINTS: &str = "decision.points";

/// *Ordföranden ställer propositioner på yrkandena*, *Godkänd voteringsproposition*, *Omröstningen utfaller med 40 ja*,
/// *Nämnden beslutar först att bifalla …*: one step of several.
fn is_ruling(text: &str) -> bool {
    let in_turn = |verb: &str| {
        let rest = text.split_once(verb).map(|(_, rest)| rest);
        rest.is_some_and(|rest| {
            ["först ", "härefter ", "därefter "].iter().any(|turn| rest.starts_with(turn))
        })
    };
    in_turn(" beslutar ")
        || in_turn(" godkänner ")
        || text.contains("proposition")
        || text.starts_with("Omröstning")
        || text.starts_with("Ordföranden finner")
}

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
    let mut matter = Matter { score: i64::from(score), ..Default::default() };
    let all = Vec::from_iter(of.iter().filter_map(|&at| items.get(at)));
    let mut documents = BTreeSet::new();
    let mut acts = Vec::new();
    for item in &all {
        let Some(doc) = tables.docs.get(item.doc as usize) else { continue };
        if matter.matter_id.is_empty() {
            let evidence = [format!("{:016x}", doc.hash), item.item_id.to_string()];
            matter.matter_id = format!("m{:016x}", hash(&[&evidence[0], &evidence[1]]));
            let code = texts.get(doc.place_code);
            matter.place_code = (!code.is_empty()).then(|| code.to_string());
        }
        let (written, title) = (texts.get(item.written), texts.get(item.title));
        if matter.case.is_none() && !written.is_empty() {
            matter.case = Some(written.to_string());
        }
        if matter.title.is_none() && !title.is_empty() {
            matter.title = Some(title.to_string());
        }
        documents.insert(item.doc);
        for act in item.acts.iter().filter(|act| !act.titled || !is_told(item)) {
            let body = whole_name(tables, act.body, doc.body);
            acts.push((doc.day, rank(texts.get(doc.body)), doc, *item, act, body));
        }
    }
    // Without a day the order of the input is what there is.
    acts.sort_by_key(|&(day, rank, doc, item, act, _)| {
        (day, rank, doc.doc_id, item.item_id, act.decision_id)
    });
    let id: std::sync::Arc<str> = std::sync::Arc::from(matter.matter_id.as_str());
    // What comes back later on, and whatever becomes of it there, is no longer put off.
    let days = all.iter().filter_map(|item| tables.docs.get(item.doc as usize)?.day);
    let last = days.max();
    let mut course = Vec::new();
    let mut decided: BTreeMap<(Option<i32>, u8), Vec<&'static str>> = BTreeMap::new();
    for (day, rank, doc, item, act, body) in acts {
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
        // What was put off and is proposed later on is on its way again.
        if act_is == "proposed" {
            decided.retain(|_, acts| acts.iter().any(|act| *act != "postponed"));
        }
        let passed_over = act_is == "postponed" && day.is_some() && day < last;
        // What an authority or a court decided is only told of.
        let told_of = !body_is_own && is_outside(body);
        if highest || settles(item, act, doc.body) && !passed_over && !told_of {
            let fell = act.ruling && act.votes == Some(true);
            let turned = if fell && act_is == "adopted" { "rejected" } else { act_is };
            decided.entry((day, rank)).or_default().push(turned);
            matter.closed = date.or(matter.closed);
        }
        if let Some((opened, date)) = matter.opened.zip(date) {
            matter.days = opened.until(date).ok().map(|span| i64::from(span.get_days()));
        }
        // A count of votes says that it was voted; what was made of it is told beside it.
        let voted = act.votes.map(|_| "voted");
        let alone = act.ruling && voted.is_some();
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
    let outcome = decided.last_key_value().and_then(|(_, acts)| outcome(acts));
    if outcome.is_none() || outcome == Some("postponed") {
        matter.closed = None;
    }
    matter.outcome = outcome;
    matter.documents = documents.len() as i64;
    (matter, course)
}

/// Whether an act settles its item for that day: not where the body hands the matter on to another, and not as the chair
/// finds it, if the item says what was decided.
fn settles(item: &Item, act: &Act, body: u32) -> bool {
    let handed_on = item.acts.iter().any(|other| other.act == "proposed" && other.body == body && body != 0);
    let waits = ON_ITS_WAY.contains(&act.act) || handed_on && act.act != "postponed";
    !(waits || act.ruling && is_told(item))
}

/// Acts that decide nothing.
const ON_ITS_WAY: [&str; 3] = ["proposed", "moved", "reserved"];

/// Whether an item says what was decided, not only how.
fn is_told(item: &Item) -> bool {
    item.acts.iter().any(|act| !act.ruling && !ON_ITS_WAY.contains(&act.act))
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
        assert!(!is_ruling("Nämnden beslutar att först höra skolorna."));
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
