//! Decisions: what is settled, moved or handed on, by whom, with what duty.
//!
//! The text is read part by part, a part being what stands between two headings. Under *Beslut* or
//! *Förslag till beslut* every point counts ([`sections`]); elsewhere each sentence that holds a deciding
//! word is read ([`prose`]), and its verb must be finite, in a main clause, and have a fit subject
//! ([`heads`]). [`reader`] makes one sentence's deciding verbs into drafts; this module gives them what
//! only the whole text knows: body, case, deadline, and whether the deed is told of or done here.
//!
//! The kind of the document is a hint: [`setting`] lets the words of a meeting overrule it, and what a sentence says by
//! itself counts in any kind. [`nominal`] reads *Beslut om …*, [`standing`] what settles by where it stands (names under
//! *Val av justerare*), and [`edges`] finds where a clause begins and ends in text that lost its lines. What no grammar reads
//! is [`weighed`].

mod about;
mod ballots;
mod bodies;
mod body;
mod chair;
mod chamber;
mod charges;
mod clauses;
mod content;
mod context;
mod counts;
mod dissent;
mod draft;
mod duties;
mod edges;
mod heads;
mod items;
mod lists;
mod meaning;
mod movers;
mod nominal;
mod outcome;
mod phrases;
mod prefilter;
mod proposers;
mod prose;
mod reader;
mod reported;
mod sections;
mod setting;
mod standing;
mod subordinate;
mod tense;
mod verbs;
mod voices;
mod votes;
mod weighed;
mod words;

pub(crate) use about::puts_the_matter;
#[cfg(feature = "link")]
pub(crate) use about::{About, about, lists_received};
#[cfg(feature = "weigh")]
pub(crate) use weighed::printed;

use crate::document::{Date, Decision, DecisionKind, DocumentKind, HeadingKind, Rule, Span, Speech};
use crate::layers::people::Cast;
use crate::layers::structure::Structure;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{
    DECISION_WORD, ELECTS_FIRST, ENACTS_FIRST, MOTION_FIRST, MOTION_PIECES, PETITION, PROPOSAL_AT,
    PROPOSAL_PIECE, PROPOSAL_TO, PROPOSING, RIKSDAG_PIECE,
};
use crate::lexicon::sets::function_words::{ENLIGT_OPENS, JAG_APART};
use crate::scan::CuedText;
use crate::text::walk;
use context::Context;
use draft::Draft;
use reader::Reader;

/// The rules of this layer.
pub(crate) static RULES: &[&Rule] = &[
    &clauses::DECIDES,
    &clauses::VERB,
    &clauses::PHRASE,
    &clauses::TAKEN,
    &lists::POINTS,
    &lists::LIST,
    &chair::CHAIR,
    &outcome::PROPOSITION,
    &outcome::VOTE,
    &clauses::MOTION,
    &dissent::DISSENT,
    &duties::DUTY,
    &duties::TASK,
    &nominal::NOMINAL,
    &standing::CHOSEN,
    &standing::ANSWERED,
    &standing::ACTIONS,
    &standing::LABELLED,
    &standing::PUT,
    &standing::OUTCOME,
    &weighed::WEIGHED,
];

/// All decisions of a text, in order of their start. They are read without the lines.
pub(crate) fn find(
    source: &CuedText,
    structure: &Structure,
    dates: &[Date],
    cast: &Cast,
    speeches: &[Speech],
) -> Vec<Decision> {
    let mut reader = Reader::new(source, structure, cast);
    let kind = setting::kind(source, structure, speeches);
    let mut start = 0;
    let mut item: Option<usize> = None;
    for index in 0..=structure.headings.len() {
        if source.deadline.has_passed() {
            break;
        }
        let end = structure.headings.get(index).map_or(source.text.len(), |h| h.span.start as usize);
        let label = index.checked_sub(1).and_then(|i| label_of(structure, i));
        let above = index.checked_sub(1).map(|i| &structure.headings[i]);
        let formal = above.is_some_and(|h| is_formal(&h.title));
        let context = Context { label, kind, formal };
        let from = reader.drafts.len();
        let held = context.meeting() && kind != DocumentKind::Agenda;
        // *Antagen den 3 maj 2022* below the title of a policy
        let stamped = context.is_law() && index <= 4;
        if let Some(heading) = above.filter(|_| (held || stamped) && label.is_none()) {
            let alone = source.text.get(start..end).is_none_or(|part| !part.contains(char::is_alphanumeric));
            standing::heading(&mut reader, heading, alone, context);
        }
        let from_part = reader.drafts.len();
        match label {
            _ if above.is_some_and(|h| {
                !context.is_law() && standing::actions(&mut reader, h, Span::new(start, end))
            }) => {}
            Some(Label::Attendance | Label::Field) if held => {
                attendance(&mut reader, Span::new(start, end), context)
            }
            Some(Label::Attendance | Label::Dispatch | Label::Papers | Label::Field) => {}
            _ if start >= end => {}
            _ if context.settles() => sections::read(&mut reader, Span::new(start, end), context),
            _ => prose::read(&mut reader, Span::new(start, end), context),
        }
        if let Some(heading) = above.filter(|_| held && reader.drafts.len() == from_part && start < end) {
            let item = item.map(|i| &structure.headings[i]);
            standing::under(&mut reader, heading, item, Span::new(start, end));
        }
        if held && start < end && label.is_none() {
            standing::att_points(&mut reader, Span::new(start, end), from_part, context);
        }
        if held && start < end && label.is_none_or(|l| l != Label::Attendance) {
            standing::labelled(&mut reader, Span::new(start, end), from_part, above, context);
        }
        if context.is_reservation() && context.meeting() && reader.drafts.len() == from {
            dissent::read(&mut reader, Span::new(start, end));
        }
        if !context.is_law() && !context.is_record() {
            dissent::lines(&mut reader, Span::new(start.min(end), end), from);
        }
        let listed =
            matches!(label, Some(Label::Attendance | Label::Dispatch | Label::Papers | Label::Field));
        if !listed && !context.is_record() && start < end {
            weighed::read(&mut reader, Span::new(start, end), from, context);
        }
        for draft in &mut reader.drafts[from..] {
            let named = above.is_some_and(|h| standing::takes_names(h, draft.span.of(source.text)));
            if draft.kind == DecisionKind::Adopt && named {
                draft.kind = DecisionKind::Elect;
            }
            // *Förslag till lag om hamnar⏎⏎Härigenom föreskrivs att …*: a law that is not passed yet.
            let drafted =
                || above.is_some_and(|h| h.title.get(1..).is_some_and(|h| h.starts_with(PROPOSAL_TO)));
            if draft.kind == DecisionKind::Adopt
                && walk::starts_with_word(draft.span.of(source.text), ENACTS_FIRST)
                && drafted()
            {
                draft.kind = DecisionKind::Propose;
            }
            draft.context = context;
            draft.item = item;
        }
        // The item that the next part stands under.
        if let Some(heading) = structure.headings.get(index) {
            if heading.kind == HeadingKind::Item {
                item = Some(index);
            } else if item.is_some_and(|i| heading.level <= structure.headings[i].level) {
                item = None;
            }
        }
        start = structure.headings.get(index).map_or(end, |h| h.span.end as usize);
    }
    let mut drafts = std::mem::take(&mut reader.drafts);
    chair::follow(&mut drafts, source.text);
    if !matches!(
        kind,
        DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda | DocumentKind::Record
    ) {
        proposers::follow(&mut drafts, source.text);
    }
    let addressed = bodies::addressed(source, structure);
    let deciding = most_frequent(&drafts, false);
    let own = bodies::own(source, structure, kind, deciding.as_deref());
    let frequent = addressed
        .or(deciding)
        .or_else(|| (kind != DocumentKind::Statement).then(|| most_frequent(&drafts, true))?)
        .or_else(|| bodies::first(source, kind));
    let mut bodies = bodies::Bodies::new(source, structure, kind, own.as_deref(), frequent.as_deref());
    let mut found = Vec::with_capacity(drafts.len());
    // From the last on: their room shrinks as that of the decisions fills.
    let motion = is_motion(source, structure, kind);
    // News tell of a meeting, whatever their decisions are read like; a page that numbers its matters is the record of one.
    let news = structure.kind == DocumentKind::News
        && structure.headings.iter().all(|h| h.kind != HeadingKind::Item);
    while let Some(mut draft) = drafts.pop() {
        if motion && draft.body.is_none() && draft.kind == DecisionKind::Propose && puts(source.text, &draft)
        {
            draft.kind = DecisionKind::Move;
        }
        let mut decision = finish(source, structure, dates, &mut bodies, news, draft);
        decision.charges = charges::of(&mut reader, &decision, dates);
        found.push(decision);
        if drafts.len() <= drafts.capacity() / 2 {
            drafts.shrink_to_fit();
        }
    }
    found.reverse();
    let place = |d: &Decision| (d.span.start, std::cmp::Reverse(d.span.end));
    // Mostly they are in order, and sorting needs half their memory again.
    if !found.is_sorted_by_key(place) {
        found.sort_by_key(place);
    }
    let mut next = source.text.len();
    for decision in found.iter_mut().rev() {
        decision.by = movers::of(source.text, decision.kind, decision.span, cast, speeches);
        if decision.votes.is_some() {
            // A list ends where the next decision begins, or the next part.
            let heading = structure.headings.partition_point(|h| h.span.start <= decision.span.start);
            let part = structure.headings.get(heading).map_or(next, |h| h.span.start as usize);
            decision.ballots = ballots::of(source.text, decision.span, next.min(part), cast);
        }
        next = decision.span.start as usize;
    }
    found
}

/// Whether the chair finds a decision.
pub(crate) fn is_found(decision: &Decision) -> bool {
    decision.rule.code == chair::CHAIR.code
}

/// Whether a decision tells how another was come to: what the chair finds, what is voted on, a count.
pub(crate) fn tells_how(decision: &Decision) -> bool {
    let codes = [outcome::PROPOSITION.code, outcome::VOTE.code];
    is_found(decision) || codes.contains(&decision.rule.code)
}

/// What stands behind a list of names under its label: the list ends with its block, unless someone is chosen in it
/// (*Utses att justera Anna Holm*).
fn attendance(reader: &mut Reader, part: Span, context: Context) {
    let (text, structure) = (reader.source.text, reader.structure);
    let blocks = structure.blocks.partition_point(|b| b.span.start < part.start);
    let list = structure.blocks.get(blocks).map_or(part.end, |b| b.span.end);
    let first = reader.drafts.len();
    prose::read(reader, part, Context { label: None, ..context });
    let found = reader.drafts.split_off(first);
    let chosen = |d: &Draft| d.kind == DecisionKind::Elect && d.tense == tense::Tense::Past;
    let counts = |d: &Draft| d.span.start >= list || chosen(d) || d.span.of(text).starts_with(ELECTS_FIRST);
    reader.drafts.extend(found.into_iter().filter(counts));
}

/// The label of a heading; *Beslut – Förslag till kommunfullmäktige* proposes.
fn label_of(structure: &Structure, index: usize) -> Option<Label> {
    let title = &structure.headings[index].title;
    // *Enligt kontorets förslag:* leads to what was decided.
    if title.starts_with(ENLIGT_OPENS) {
        return structure.labels.get(index).copied().flatten().filter(|l| *l != Label::Proposal);
    }
    // *Förslag till beslut på sammanträdet*: members'.
    if title.contains(PROPOSAL_AT) {
        return Some(Label::Motions);
    }
    let Some(label) = structure.labels.get(index).copied().flatten() else {
        return is_formal(title).then_some(Label::Proposal);
    };
    let proposes = label == Label::Decision && title.contains(PROPOSAL_PIECE);
    Some(if proposes { Label::Proposal } else { label })
}

/// *Förslag till riksdagsbeslut*, *Nämndens förslag till beslut*, *Hemställan*.
fn is_formal(title: &str) -> bool {
    (title.contains(PROPOSAL_TO) && title.contains(DECISION_WORD)) || title.starts_with(PETITION)
}

/// A motion, whose writers move what they propose: *Vi föreslår att stadgarna ändras*.
fn is_motion(source: &CuedText, structure: &Structure, kind: DocumentKind) -> bool {
    let titled = |title: &str| MOTION_PIECES.iter().any(|piece| title.contains(piece));
    let mut lines = walk::head(source.text, 300).lines().map(str::trim_start);
    let told = matches!(
        kind,
        DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Record | DocumentKind::Report
    );
    !told
        && (structure.title.as_deref().is_some_and(titled)
            || lines.any(|line| MOTION_FIRST.iter().any(|word| line.starts_with(word))))
}

/// Whether the deciding word itself proposes.
fn puts(text: &str, draft: &Draft) -> bool {
    let cue = text.get(draft.cue as usize..).unwrap_or("");
    // A party proposes to the Riksdag, a member moves there.
    let words = draft.span.of(text);
    let chamber = words.contains(RIKSDAG_PIECE) && !words.contains(JAG_APART);
    !chamber && PROPOSING.iter().any(|begin| cue.starts_with(begin))
}

/// The body that decides most often by its own sentences' words.
fn most_frequent(drafts: &[Draft], proposes: bool) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    // Who proposes need not decide, nor who decided before.
    let here = |d: &&Draft| {
        !weighed::found(d)
            && !matches!(d.context.label, Some(Label::Proposal | Label::Other))
            && (proposes || d.kind != DecisionKind::Propose)
            // Nor who is asked in a meeting: *yrkar att regionen ska pröva frågan*.
            && !(d.kind == DecisionKind::Move && d.context.meeting())
    };
    let decides = |body: &&str| !proposers::inquires(body);
    for body in drafts.iter().filter(here).filter_map(|d| d.body.as_deref()).filter(decides) {
        match counts.iter().position(|(name, _)| *name == body) {
            Some(i) => counts[i].1 += 1,
            None if counts.len() < 64 => counts.push((body, 1)),
            None => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(name, _)| (*name).to_string())
}

/// Gives a draft what only the whole text knows.
fn finish(
    source: &CuedText,
    structure: &Structure,
    dates: &[Date],
    bodies: &mut bodies::Bodies,
    news: bool,
    mut draft: Draft,
) -> Decision {
    let told = news && draft.tense != tense::Tense::Present || bodies.sums_up();
    let reported = told
        || reported::is(bodies.own(), &draft)
        || reported::is_dated(source.text, dates, &draft)
        || bodies.moved_elsewhere(&draft);
    let mut body = bodies.of(&mut draft);
    // *Utredningen ska lämna sitt betänkande*: it is charged, whoever charged it.
    if draft.kind == DecisionKind::Assign && body.as_deref().is_some_and(proposers::inquires) {
        draft.assignee = draft.assignee.or(body.take());
    }
    // Nor does it appoint: *Som expert förordnades den 3 maj Anna Holm.*
    if draft.kind == DecisionKind::Elect && body.as_deref().is_some_and(proposers::inquires) {
        body = None;
    }
    let deadline = if draft.kind == DecisionKind::Assign {
        duties::deadline(dates, draft.span, source.text)
    } else {
        None
    };
    Decision {
        cue: draft.cue,
        span: draft.span,
        kind: draft.kind,
        body,
        reported,
        items: draft.items,
        charges: Vec::new(),
        deadline,
        assignee: draft.assignee,
        case: draft.item.and_then(|i| structure.headings[i].case.clone()),
        votes: draft.votes,
        ballots: Vec::new(),
        by: Vec::new(),
        law: crate::layers::law::find(source.text, draft.span),
        same_as: None,
        immediate: false,
        rule: draft.rule,
    }
}
