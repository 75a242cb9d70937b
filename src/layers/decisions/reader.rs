//! One sentence after another: what each decides, and who is charged so far.

use super::context::Context;
use super::draft::Draft;
use super::prefilter::Sight;
use super::words::Sentence;
use super::{chair, clauses, duties, edges};
use crate::document::{DecisionKind, Span};
use crate::layers::people::Cast;
use crate::layers::structure::Structure;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{
    APPROPRIATION, CHARGED_BY_DIRECTIVE, CONCERNING, DIRECTIVE_MARKS, SIGNATURES,
};
use crate::lexicon::sets::function_words::ATT;
use crate::scan::{Cue, CuedText};
use crate::text::search::seek;
use crate::text::walk;
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
        let directed = directed(source.text).iter().map(|name| (*name).to_string());
        let (drafts, charged) = (Vec::new(), addressee(source.text).into_iter().chain(directed).collect());
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
            announced: OnceCell::new(),
            mover: OnceCell::new(),
            officer: OnceCell::new(),
            may: OnceCell::new(),
            support: OnceCell::new(),
            chair: OnceCell::new(),
            seconded: OnceCell::new(),
            became: OnceCell::new(),
            assignment: OnceCell::new(),
            purpose: OnceCell::new(),
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
        let text = span.of(self.source.text);
        if is_question(text) || is_signature(text) {
            return Vec::new();
        }
        self.fill(span);
        let s = &self.words;
        if s.words.is_empty() {
            return Vec::new();
        }
        if context.meeting() && chair::speaks(s) {
            return chair::read(s, context).into_iter().collect();
        }
        let mut from = usize::from(context.settles() && s.starts_with(ATT));
        let heads = clauses::heads(s, from, context);
        // *Enligt nämndens förslag:* and what stands on the line above is no part of the clause.
        if let Some(first) = heads.first() {
            let line = |i: usize| s.gap(i) == ':' && s.between(i - 1, i).of(s.text).contains('\n');
            from = (from + 1..=first.at).rev().find(|&i| line(i)).unwrap_or(from);
            from = edges::past_label(s, from, first);
            from = edges::opening(s, from, first);
            from = edges::own_clause(s, from, first);
        }
        // *Kommundirektörens förslag: Kommunstyrelsen beviljar bidraget.*
        let decided = context.label == Some(Label::Decision);
        let put = heads.first().filter(|_| !decided).and_then(|_| edges::put_by(s, from));
        let context = if put.is_some() {
            Context { label: Some(Label::Proposal), formal: true, ..context }
        } else {
            context
        };
        let mut drafts = clauses::drafts(s, &heads, from, context);
        if let Some(proposer) = put.flatten() {
            for draft in drafts.iter_mut().filter(|d| d.kind == DecisionKind::Propose) {
                draft.body = Some(proposer.clone());
            }
        }
        if drafts.is_empty() && (context.is_motions() || context.is_reservation()) {
            drafts.extend(clauses::by_noun(s, context));
        }
        if drafts.is_empty() {
            drafts.extend(duties::read(s, &self.charged, context));
        }
        for draft in drafts.iter().filter(|d| d.kind == DecisionKind::Assign) {
            if self.charged.len() < 64 {
                self.charged.extend(draft.assignee.iter().flat_map(|who| duties::names_of(who)));
            }
        }
        drafts
    }
}

/// The authority that a letter of appropriation charges: *Regleringsbrev för budgetåret 2024 avseende Hamnverket*.
fn addressee(text: &str) -> Option<String> {
    let head = walk::head(text, 2000);
    let (_, rest) = head.split_once(APPROPRIATION)?;
    let line = rest.lines().next()?;
    let (_, name) = line.rsplit_once(CONCERNING)?;
    duties::names_of(name.trim()).next()
}

/// Who is charged by a directive to an inquiry: *Kommittén ska …*.
fn directed(text: &str) -> &'static [&'static str] {
    let head = walk::head(text, DIRECTIVE_HEAD);
    let directs = DIRECTIVE_MARKS.iter().any(|mark| head.contains(mark));
    if directs { CHARGED_BY_DIRECTIVE } else { &[] }
}

/// So far into a directive it says that it is one.
const DIRECTIVE_HEAD: usize = 200;

/// *Justeras*, *Justeras den 3 maj:* above a name.
fn is_signature(text: &str) -> bool {
    let rest = SIGNATURES.iter().find_map(|sign| text.strip_prefix(sign));
    rest.is_some_and(|rest| {
        !rest.starts_with(char::is_alphanumeric) && text.len() < 40 && !text.ends_with('.')
    })
}

/// Questions decide nothing.
pub(super) fn is_question(sentence: &str) -> bool {
    sentence.ends_with('?')
}
