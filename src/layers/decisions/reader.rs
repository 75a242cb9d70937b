//! One sentence: its deciding verbs as drafts.

use super::context::Context;
use super::draft::Draft;
use super::heads::{self, Head};
use super::prefilter::Sight;
use super::verbs::{Act, Form};
use super::words::Sentence;
use super::{body, chair, duties, items, rules};
use crate::document::{DecisionKind, Span};
use crate::layers::people::Cast;
use crate::layers::structure::Structure;
use crate::scan::{Cue, CuedText};
use crate::text::search::seek;
use std::cell::OnceCell;

/// Reads sentence after sentence and gathers drafts.
pub(super) struct Reader<'a> {
    pub source: &'a CuedText<'a>,
    pub structure: &'a Structure,
    cast: &'a Cast,
    pub words: Sentence<'a>,
    pub drafts: Vec<Draft>,
    /// How those charged so far can be named again.
    charged: Vec<String>,
    /// Where the cues and the mentions of the sentence looked at last begin.
    cue: usize,
    mention: usize,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a CuedText<'a>, structure: &'a Structure, cast: &'a Cast) -> Reader<'a> {
        let words = Sentence::empty(source.text);
        let (drafts, charged) = (Vec::new(), Vec::new());
        Reader { source, structure, cast, words, drafts, charged, cue: 0, mention: 0 }
    }

    pub fn fill(&mut self, span: Span) {
        let (cues, mentions) = self.within(span);
        self.words.fill(self.source, cues, mentions, span);
    }

    /// The cues from `start` on.
    fn cues_from(&mut self, start: u32) -> &'a [Cue] {
        let cues: &'a [Cue] = &self.source.cues;
        self.cue = seek(cues, self.cue, |c| c.start < start);
        &cues[self.cue..]
    }

    /// The cues that start in `part`.
    pub fn cues_within(&mut self, part: Span) -> &'a [Cue] {
        let cues = self.cues_from(part.start);
        &cues[..seek(cues, 0, |c| c.start < part.end)]
    }

    /// The cues and the mentions that start in `span`.
    fn within(&mut self, span: Span) -> (&'a [Cue], &'a [(Span, u32)]) {
        let (cues, mentions) = (self.cues_from(span.start), &self.cast.mentions);
        self.mention = seek(mentions, self.mention, |(m, _)| m.start < span.start);
        let mentions = &mentions[self.mention..];
        let last_cue = cues.iter().position(|c| c.start >= span.end).unwrap_or(cues.len());
        let last = mentions.iter().position(|(m, _)| m.start >= span.end).unwrap_or(mentions.len());
        (&cues[..last_cue], &mentions[..last])
    }

    /// The sentence as its cues tell it.
    pub fn sight(&mut self, span: Span, context: Context) -> Sight<'_> {
        let (cues, mentions) = self.within(span);
        Sight {
            source: self.source,
            span,
            cues,
            person: !mentions.is_empty(),
            charged: &self.charged,
            context,
            body: OnceCell::new(),
            chamber: OnceCell::new(),
        }
    }

    /// The decisions of one sentence.
    pub fn sentence(&mut self, span: Span, context: Context) -> Vec<Draft> {
        if self.sight(span, context).may_decide() {
            return self.read(span, context);
        }
        debug_assert!(self.read(span, context).is_empty(), "sifted out: {}", span.of(self.source.text));
        Vec::new()
    }

    /// The decisions of a sentence that may decide.
    pub fn read(&mut self, span: Span, context: Context) -> Vec<Draft> {
        if is_question(span.of(self.source.text)) {
            return Vec::new();
        }
        self.fill(span);
        let s = &self.words;
        if s.words.is_empty() {
            return Vec::new();
        }
        if s.words.iter().any(|w| w.verb.is_some_and(|v| v.act == Act::Phrase("find"))) && context.meeting() {
            return chair::read(s).map(|found| chair_draft(s, &found, context)).into_iter().collect();
        }
        let mut from = usize::from(context.settles() && s.starts_with(&["att"]));
        let heads = heads_of(s, from, context);
        // *Enligt nämndens förslag:* and what stands on the line above is no part of the clause.
        if let Some(first) = heads.first() {
            let line = |i: usize| s.gap(i) == ':' && s.between(i - 1, i).of(s.text).contains('\n');
            from = (from + 1..=first.at).rev().find(|&i| line(i)).unwrap_or(from);
        }
        let mut drafts = drafts_of(s, &heads, from, context);
        if drafts.is_empty() && (context.is_motions() || context.is_reservation()) {
            drafts.extend(by_noun(s, context));
        }
        if drafts.is_empty() {
            drafts.extend(self.duty(context));
        }
        for draft in drafts.iter().filter(|d| d.kind == DecisionKind::Assign) {
            if self.charged.len() < 64 {
                self.charged.extend(draft.assignee.iter().flat_map(|who| duties::names_of(who)));
            }
        }
        drafts
    }

    /// What someone is to do, told by *ska*.
    fn duty(&self, context: Context) -> Option<Draft> {
        let s = &self.words;
        if context.kind == crate::document::DocumentKind::Policy || context.is_record() {
            return None;
        }
        let charged = (context.is_news() || context.is_statement())
            .then(|| duties::charged(s, &self.charged))
            .flatten();
        if charged.is_none() && duties::answer_by(s).is_none() {
            return None;
        }
        let mut draft = Draft::new(s.span, context.cast(DecisionKind::Assign), &rules::DUTY);
        let who = charged.or_else(|| duties::who_answers(s));
        draft.assignee = who.map(|(a, b)| duties::written(s, s.between(a, b)));
        Some(draft)
    }
}

/// Questions decide nothing.
pub(super) fn is_question(sentence: &str) -> bool {
    sentence.ends_with('?')
}

fn chair_draft(s: &Sentence, found: &chair::Finding, context: Context) -> Draft {
    let mut draft = Draft::new(s.span, context.cast(found.kind), &rules::CHAIR);
    draft.body = found.body.map(|b| body::name(s, b));
    let items = items::inline(s, found.att, s.len(), false);
    if let Some(first) = items.first() {
        draft.items = vec![*first];
    }
    draft
}

/// The deciding verbs of a sentence that count, in order.
fn heads_of(s: &Sentence, from: usize, context: Context) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut i = from;
    while i < s.len() {
        let Some(head) = s.words[i].verb.and_then(|_| heads::head(s, from, i, context)) else {
            i += 1;
            continue;
        };
        i += 1;
        // What stands inside an *att* clause is no decision of its own.
        if let Some(att) = att_after(s, &head) {
            i = (att + 1..s.len()).find(|&k| s.gap(k) == ';').unwrap_or(s.len());
        }
        heads.push(head);
        if heads.len() == 12 {
            break;
        }
    }
    // *Anna föreslås och väljs*: the choice counts.
    if heads.len() == 2
        && heads[1].kind == DecisionKind::Elect
        && heads[0].form == Form::Passive
        && heads[0].kind == DecisionKind::Propose
    {
        heads.remove(0);
    }
    heads
}

/// The *att* that begins what a deciding verb decides.
fn att_after(s: &Sentence, head: &Head) -> Option<usize> {
    use DecisionKind::{Assign, Move, Propose};
    let far = head.act == Act::Decide || matches!(head.kind, Assign | Propose | Move);
    let to = (head.at + if far { 30 } else { 4 }).min(s.len());
    (head.at + 1..to)
        .take_while(|&i| i == head.at + 1 || !matches!(s.gap(i), ';' | '.'))
        .find(|&i| s.is(i, &["att"]) && !s.is(i - 1, &["för", "genom", "om", "efter", "utan", "av"]))
}

/// Each head with its clause; joined ones of one kind are one decision.
fn drafts_of(s: &Sentence, heads: &[Head], from: usize, context: Context) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut start = from;
    let mut n = 0;
    while n < heads.len() {
        let head = &heads[n];
        let first = start;
        let mut joined = n;
        let mut end = s.len();
        // The verbs joined to the first.
        let mut verbs = Vec::new();
        while let Some(next) = heads.get(joined + 1) {
            let parts = parting(s, heads[joined].at, next);
            let same = context.cast(next.kind) == context.cast(head.kind)
                && (next.subject.is_none() || next.subject == head.subject);
            match parts {
                Some((stop, begin)) if !same => {
                    end = stop;
                    start = begin;
                    break;
                }
                _ => {
                    if same && next.at >= heads[joined].at + 3 {
                        verbs.push(next.at);
                    }
                    joined += 1;
                }
            }
        }
        drafts.push(draft(s, head, first, end, &verbs, context, heads.len() == 1));
        n = joined + 1;
    }
    drafts
}

/// Where the clause before `next` ends and the next one begins, as word indices.
fn parting(s: &Sentence, before: usize, next: &Head) -> Option<(usize, usize)> {
    let own = |i: &usize| *i > before && *i < next.at && !(*i..next.at).any(|k| s.is(k, &["som", "men"]));
    let limit = next.subject.filter(own).unwrap_or(next.at);
    for i in (before + 1..=limit).rev() {
        if s.is(i, &["och", "men", "samt"]) {
            return Some((i, i + 1));
        }
        if s.is(i, &["som"]) || matches!(s.gap(i), ',' | ';' | '–') {
            return Some((i, i));
        }
    }
    None
}

/// The draft of the clause from word `first` to before word `end`.
fn draft(
    s: &Sentence,
    head: &Head,
    first: usize,
    end: usize,
    verbs: &[usize],
    context: Context,
    whole: bool,
) -> Draft {
    let mut span = s.between(first, end.saturating_sub(1).max(first));
    if whole && first == 0 {
        span = s.span;
    } else if end == s.len() {
        span.end = s.span.end;
    } else if first == 0 {
        span.start = s.span.start;
    }
    let rule = match head.act {
        Act::Decide => &rules::DECIDES,
        Act::Phrase("fatta") => &rules::TAKEN,
        Act::Phrase(_) => &rules::PHRASE,
        Act::Kind(_) => &rules::VERB,
    };
    // Members move; only bodies and officers propose.
    let member = context.is_motions() || (context.proposes() && opens_with_person(s));
    let kind = if member && head.kind == DecisionKind::Propose {
        DecisionKind::Move
    } else {
        context.cast(head.kind)
    };
    let mut draft = Draft::of(span, kind, rule, items_of(s, head, verbs, end, kind, span));
    draft.tense = head.tense;
    // The subject of *får i uppdrag* is the one charged, not the one who decides.
    let charged =
        matches!(head.act, Act::Phrase("få" | "åta" | "ansvara" | "ingå" | "innefatta" | "omfatta"));
    if !charged && !matches!(kind, DecisionKind::Move | DecisionKind::Reserve) {
        draft.body = head.subject.map(|b| body::name(s, b));
    }
    if head.kind == DecisionKind::Assign {
        let inner = if head.act == Act::Decide { duties::inner(s, head) } else { Some(*head) };
        let from = if head.act == Act::Decide { head.at + 2 } else { first };
        draft.assignee =
            inner.and_then(|inner| duties::assignee(s, from, &inner)).map(|w| duties::written(s, w));
    }
    draft
}

/// What a clause that ends before the word `end` decides: its *att* clauses, else its joined verbs, else all of it.
fn items_of(
    s: &Sentence,
    head: &Head,
    verbs: &[usize],
    end: usize,
    kind: DecisionKind,
    span: Span,
) -> Vec<Span> {
    let inline = items::inline(s, head.at + 1, end, kind == DecisionKind::Move);
    if !inline.is_empty() {
        return inline;
    }
    if verbs.is_empty() {
        return vec![span];
    }
    // The *och* between two verbs belongs to neither.
    let last = |a: usize, b: usize| (a..b).rev().find(|&i| !s.is(i, &["och", "samt"])).unwrap_or(a);
    let starts = std::iter::once(head.at).chain(verbs.iter().copied());
    starts.zip(verbs.iter().copied().chain([end])).map(|(a, b)| s.between(a, last(a, b))).collect()
}

fn opens_with_person(s: &Sentence) -> bool {
    s.words.iter().take(3).any(|w| w.person)
}

/// *Anna Holm (S): bifall till förslaget* under *Yrkanden*; *Reservation: Anna Holm* under its heading.
fn by_noun(s: &Sentence, context: Context) -> Option<Draft> {
    let noun = s.words.iter().find_map(|w| w.verb.filter(|v| v.form == Form::Noun))?;
    match noun.act {
        Act::Kind(
            DecisionKind::Adopt | DecisionKind::Reject | DecisionKind::Refer | DecisionKind::Postpone,
        ) if context.is_motions() => Some(Draft::new(s.span, DecisionKind::Move, &rules::MOTION)),
        _ => None,
    }
}
