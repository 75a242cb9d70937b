//! Findings as records of klubba/1, each made when it is written: together those of a long text are larger than it.

use crate::document::{
    Charge, Date, Decision, Document, Function, Heading, Item, Match, Page, Person, Span, Speech, TocEntry,
    Votes,
};
use crate::text::CodePoints;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What records are made of besides the finding.
pub(super) struct Context<'a> {
    pub document: &'a Document,
    text: &'a str,
    points: CodePoints<'a>,
    speakers: Vec<u32>,
}

impl<'a> Context<'a> {
    pub fn new(document: &'a Document, text: &'a str) -> Context<'a> {
        Context { document, text, points: CodePoints::new(text), speakers: document.speakers() }
    }

    fn mention(&self, span: Span) -> MentionJson<'a> {
        let (start, end) = self.points.span(span);
        MentionJson { start, end, text: span.of(self.text) }
    }

    fn page(&self, span: Span) -> Option<u32> {
        self.document.page_at(span.start as usize)
    }
}

/// The record of a finding.
pub(super) trait Record<'a>: Serialize {
    type Found: 'a;
    /// `index` is that of the finding in its list.
    fn of(found: &'a Self::Found, index: u32, context: &'a Context<'a>) -> Self;
}

/// A list of records.
pub(super) struct Records<'a, R: Record<'a>> {
    found: &'a [R::Found],
    context: &'a Context<'a>,
}

impl<'a, R: Record<'a>> Records<'a, R> {
    pub fn new(found: &'a [R::Found], context: &'a Context<'a>) -> Records<'a, R> {
        Records { found, context }
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl<'a, R: Record<'a>> Serialize for Records<'a, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let records = self.found.iter().zip(0..).map(|(found, index)| R::of(found, index, self.context));
        serializer.collect_seq(records)
    }
}

#[derive(Serialize)]
pub(super) struct PageJson {
    start: u32,
    number: u32,
}

impl<'a> Record<'a> for PageJson {
    type Found = Page;
    fn of(page: &'a Page, _: u32, context: &'a Context<'a>) -> Self {
        PageJson { start: context.points.at(page.start as usize), number: page.number }
    }
}

#[derive(Serialize)]
pub(super) struct HeadingJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    number: Option<&'a str>,
    title: &'a str,
    level: u8,
    kind: &'static str,
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

impl<'a> Record<'a> for HeadingJson<'a> {
    type Found = Heading;
    fn of(h: &'a Heading, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(h.span);
        HeadingJson {
            start,
            end,
            text,
            number: h.number.as_deref(),
            title: &h.title,
            level: h.level,
            kind: h.kind.as_str(),
            case: h.case.as_deref(),
            page: context.page(h.span),
            rule: h.rule.code,
        }
    }
}

#[derive(Serialize)]
pub(super) struct TocJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    number: Option<&'a str>,
    title: &'a str,
    page: Option<u32>,
    heading: Option<u32>,
    rule: &'static str,
}

impl<'a> Record<'a> for TocJson<'a> {
    type Found = TocEntry;
    fn of(t: &'a TocEntry, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(t.span);
        TocJson {
            start,
            end,
            text,
            number: t.number.as_deref(),
            title: &t.title,
            page: t.page,
            heading: t.heading,
            rule: t.rule.code,
        }
    }
}

#[derive(Serialize)]
struct MentionJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Record<'a> for MentionJson<'a> {
    type Found = Span;
    fn of(span: &'a Span, _: u32, context: &'a Context<'a>) -> Self {
        context.mention(*span)
    }
}

#[derive(Serialize)]
pub(super) struct PersonJson<'a> {
    name: &'a str,
    roles: &'a [String],
    party: Option<&'a str>,
    functions: Vec<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attended: &'a [(u32, u32)],
    mentions: Records<'a, MentionJson<'a>>,
    rule: &'static str,
}

impl<'a> Record<'a> for PersonJson<'a> {
    type Found = Person;
    fn of(p: &'a Person, index: u32, context: &'a Context<'a>) -> Self {
        let functions = p.functions_of(context.speakers.binary_search(&index).is_ok());
        PersonJson {
            name: &p.name,
            roles: &p.roles,
            party: p.party.as_deref(),
            functions: functions.into_iter().map(Function::as_str).collect(),
            attended: &p.attended,
            mentions: Records::new(&p.mentions, context),
            rule: p.rule.code,
        }
    }
}

#[derive(Serialize)]
pub(super) struct SpeechJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    mode: &'static str,
    verb: Option<&'static str>,
    speakers: &'a [u32],
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

impl<'a> Record<'a> for SpeechJson<'a> {
    type Found = Speech;
    fn of(s: &'a Speech, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(s.span);
        SpeechJson {
            start,
            end,
            text,
            mode: s.mode.as_str(),
            verb: s.verb,
            speakers: &s.speakers,
            page: context.page(s.span),
            rule: s.rule.code,
        }
    }
}

#[derive(Serialize)]
struct VotesJson {
    yes: u32,
    no: u32,
    abstain: Option<u32>,
}

#[derive(Serialize)]
struct ChargeJson<'a> {
    item: u32,
    assignee: Option<&'a str>,
    deadline: Option<&'a str>,
}

impl<'a> ChargeJson<'a> {
    fn of(c: &'a Charge) -> ChargeJson<'a> {
        ChargeJson { item: c.item, assignee: c.assignee.as_deref(), deadline: c.deadline.as_deref() }
    }
}

#[derive(Serialize)]
struct BallotJson {
    person: u32,
    vote: &'static str,
}

#[derive(Serialize)]
pub(super) struct DecisionJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: &'static str,
    body: Option<&'a str>,
    reported: bool,
    items: Records<'a, MentionJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    charges: Vec<ChargeJson<'a>>,
    deadline: Option<&'a str>,
    assignee: Option<&'a str>,
    case: Option<&'a str>,
    votes: Option<VotesJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ballots: Vec<BallotJson>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    by: &'a [u32],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    law: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    immediate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

impl<'a> Record<'a> for DecisionJson<'a> {
    type Found = Decision;
    fn of(d: &'a Decision, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(d.span);
        DecisionJson {
            start,
            end,
            text,
            kind: d.kind.as_str(),
            body: d.body.as_deref(),
            reported: d.reported,
            items: Records::new(&d.items, context),
            charges: d.charges.iter().map(ChargeJson::of).collect(),
            deadline: d.deadline.as_deref(),
            assignee: d.assignee.as_deref(),
            case: d.case.as_deref(),
            votes: d.votes.map(|Votes { yes, no, abstain }| VotesJson { yes, no, abstain }),
            ballots: d
                .ballots
                .iter()
                .map(|b| BallotJson { person: b.person, vote: b.vote.as_str() })
                .collect(),
            by: &d.by,
            law: &d.law,
            same_as: d.same_as,
            immediate: d.immediate,
            page: context.page(d.span),
            rule: d.rule.code,
        }
    }
}

#[derive(Serialize)]
pub(super) struct ItemJson<'a> {
    start: u32,
    end: u32,
    heading: u32,
    case: Option<&'a str>,
    proposals: &'a [u32],
    motions: &'a [u32],
    votes: &'a [u32],
    decisions: &'a [u32],
    reservations: &'a [u32],
    speakers: &'a [u32],
    law: &'a [String],
}

impl<'a> Record<'a> for ItemJson<'a> {
    type Found = Item;
    fn of(item: &'a Item, _: u32, context: &'a Context<'a>) -> Self {
        let (start, end) = context.points.span(item.span);
        ItemJson {
            start,
            end,
            heading: item.heading,
            case: item.case.as_deref(),
            proposals: &item.proposals,
            motions: &item.motions,
            votes: &item.votes,
            decisions: &item.decisions,
            reservations: &item.reservations,
            speakers: &item.speakers,
            law: &item.law,
        }
    }
}

#[derive(Serialize)]
pub(super) struct MatchJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    pattern: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    groups: BTreeMap<&'a str, &'a str>,
}

impl<'a> Record<'a> for MatchJson<'a> {
    type Found = Match;
    fn of(m: &'a Match, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(m.span);
        let groups = m.groups.iter().map(|(name, span)| (&**name, span.of(context.text))).collect();
        MatchJson { start, end, text, pattern: &m.pattern, groups }
    }
}

#[derive(Serialize)]
pub(super) struct DateJson<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: &'a str,
    first: Option<String>,
    last: Option<String>,
    modifier: Option<&'static str>,
    anchor: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    conflict: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: &'static str,
}

impl<'a> Record<'a> for DateJson<'a> {
    type Found = Date;
    fn of(d: &'a Date, _: u32, context: &'a Context<'a>) -> Self {
        let MentionJson { start, end, text } = context.mention(d.span);
        DateJson {
            start,
            end,
            text,
            value: &d.value,
            first: d.first.map(|day| day.to_string()),
            last: d.last.map(|day| day.to_string()),
            modifier: d.modifier.map(|m| m.as_str()),
            anchor: d.anchor.as_deref(),
            conflict: d.conflict,
            page: context.page(d.span),
            rule: d.rule.code,
        }
    }
}
