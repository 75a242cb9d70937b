//! The course of each matter: what was proposed, moved, voted on, decided and reserved against under one item of
//! the agenda, and who spoke. One row for each heading of kind [`HeadingKind::Item`].

use crate::document::{Decision, DecisionKind, Heading, HeadingKind, Item, Span, Speech};
use crate::layers::decisions::{is_found, puts_the_matter, tells_how};
use crate::layers::law;
use crate::layers::structure::{heading_at, section_end};
use crate::lexicon::sets::attendance::{ADJUST_APART, AFTER_ADJUST, BEFORE_ADJUST};
use crate::text::runs::runs;
use crate::text::walk;
use foldhash::fast::FixedState;
use memchr::memmem::Finder;
use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::LazyLock;

/// Decisions of a matter are compared with at most this many before them.
const BACK: usize = 40;
/// They are alike if the shorter has no word of its own and this much of the longer, of which so many are looked at.
const ALIKE: f64 = 0.6;
const WORDS: usize = 400;
/// The same in every run.
const HASHES: FixedState = FixedState::with_seed(0);

/// The items of a text, in order. Marks the decisions that say again what an earlier one of the item says, and those
/// whose paragraph is adjusted at once.
pub(crate) fn find(
    text: &str,
    headings: &[Heading],
    decisions: &mut [Decision],
    speeches: &[Speech],
) -> Vec<Item> {
    // As many as there are: in long minutes they are large.
    let count = headings.iter().filter(|heading| heading.kind == HeadingKind::Item).count();
    let mut items = Vec::with_capacity(count);
    for (index, heading) in headings.iter().enumerate() {
        if heading.kind == HeadingKind::Item {
            let end = section_end(headings, index, text);
            let span = trimmed(text, Span::new(heading.span.start as usize, end));
            let mut item = Item {
                span,
                heading: index as u32,
                case: heading.case.clone(),
                proposals: Vec::new(),
                motions: Vec::new(),
                votes: Vec::new(),
                decisions: Vec::new(),
                reservations: Vec::new(),
                speakers: Vec::new(),
                law: law::find(text, span),
            };
            let first = decisions.partition_point(|d| d.span.start < span.start);
            let last = decisions.partition_point(|d| d.span.start < span.end);
            course(&mut item, decisions, first..last.max(first));
            if let Some(own) = decisions.get_mut(first..last).filter(|own| !own.is_empty()) {
                let at_once = is_adjusted_at_once(span.of(text));
                own.iter_mut().for_each(|d| d.immediate = at_once);
                repeated(text, headings, own, first);
            }
            let from = speeches.partition_point(|s| s.span.start < span.start);
            let spoken = speeches[from..].iter().take_while(|s| s.span.start < span.end);
            let speakers: BTreeSet<u32> = spoken.flat_map(|s| s.speakers.iter().copied()).collect();
            item.speakers = speakers.into_iter().collect();
            items.push(item);
        }
    }
    items
}

/// Without white space at the end.
fn trimmed(text: &str, span: Span) -> Span {
    Span::new(span.start as usize, span.start as usize + span.of(text).trim_end().len())
}

/// Sorts the decisions of an item by their part in its course.
fn course(item: &mut Item, decisions: &[Decision], of: std::ops::Range<usize>) {
    for index in of {
        let Some(decision) = decisions.get(index) else { continue };
        let index = index as u32;
        if decision.votes.is_some() {
            item.votes.push(index);
        }
        match decision.kind {
            DecisionKind::Propose => item.proposals.push(index),
            DecisionKind::Move => item.motions.push(index),
            DecisionKind::Reserve => item.reservations.push(index),
            // What was decided elsewhere or before is no decision of this item.
            _ if decision.reported => {}
            _ => item.decisions.push(index),
        }
    }
}

/// *Paragrafen förklaras omedelbart justerad*, *Omedelbar justering*.
fn is_adjusted_at_once(text: &str) -> bool {
    static ADJUST: LazyLock<Finder> = LazyLock::new(|| Finder::new(ADJUST_APART));
    let bytes = text.as_bytes();
    ADJUST.find_iter(bytes).any(|at| {
        let (before, after) = (&bytes[..at], &bytes[at + ADJUST.needle().len()..]);
        BEFORE_ADJUST.iter().any(|word| before.ends_with(word.as_bytes()))
            || AFTER_ADJUST.iter().any(|word| after.starts_with(word.as_bytes()))
    })
}

/// Marks each decision that says the same as one before it, as *Beslut* and *Beslutsgång* do; `first` is the index
/// of the first of them in the document.
fn repeated(text: &str, headings: &[Heading], decisions: &mut [Decision], first: usize) {
    if decisions.len() < 2 {
        return;
    }
    // *Beslut: Motionen avslås.* and what the chair finds of the proposal that says so: *finner att förslaget bifallits*.
    let found = |one: &Decision, later: &Decision| {
        let told = one.kind.settles() && !tells_how(one);
        told && is_found(later) && puts_the_matter(later.span.of(text))
    };
    // Most are asked for by nobody.
    let words: Vec<LazyCell<Settled, _>> =
        decisions.iter().map(|decision| LazyCell::new(move || settled(text, decision))).collect();
    let parts: Vec<Option<usize>> =
        decisions.iter().map(|decision| heading_at(headings, decision.span.start as usize)).collect();
    let mut same_as: Vec<Option<usize>> = vec![None; decisions.len()];
    let mut course = Course::default();
    for later in 0..decisions.len() {
        let (kind, reported) = (decisions[later].kind, decisions[later].reported);
        let same = (later.saturating_sub(BACK)..later).find(|&before| {
            let one = &decisions[before];
            kind.settles()
                && one.reported == reported
                && same_as[before].is_none()
                // Points of one list say different things.
                && parts[before] != parts[later]
                && (one.kind == kind && alike(&words[before], &words[later]) || found(one, &decisions[later]))
        });
        let is_labelled =
            parts[later].and_then(|part| headings.get(part)).is_some_and(|h| h.kind == HeadingKind::Label);
        // It follows the course, whatever is said in the same words.
        let told = course.told(text, decisions, later, is_labelled, &same_as);
        same_as[later] = same.or(told);
    }
    drop(words);
    for (decision, same) in decisions.iter_mut().zip(same_as) {
        decision.same_as = same.map(|before| (first + before) as u32);
    }
}

/// How a matter is settled: the chair finds it, a vote is counted, and then it is told, as three decisions of which each
/// says the same.
#[derive(Default)]
struct Course {
    /// What the chair found last, if that was the matter: a vote that is called for is about it.
    found: Option<usize>,
    /// The last step by which the matter itself was settled, and whether it was told since.
    matter: Option<usize>,
    is_told: bool,
    /// What the chair found since: what it is about is read where a later step asks.
    unread: Vec<usize>,
}

impl Course {
    /// Reads what the chair found since the last step that asked.
    fn read(&mut self, text: &str, decisions: &[Decision]) {
        for step in self.unread.drain(..) {
            self.found = puts_the_matter(decisions[step].span.of(text)).then_some(step);
            (self.matter, self.is_told) = (self.found.or(self.matter), self.is_told && self.found.is_none());
        }
    }

    /// The first step that a later decision says again: the count that follows what the chair found, and the decision
    /// under its label (*Beslut*). Later points say other things, and a vote that overturns what was found is another.
    fn told(
        &mut self,
        text: &str,
        decisions: &[Decision],
        later: usize,
        is_labelled: bool,
        same_as: &[Option<usize>],
    ) -> Option<usize> {
        let one = &decisions[later];
        let like = |before: &usize| {
            decisions[*before].kind == one.kind && decisions[*before].reported == one.reported
        };
        let first = |before: usize| same_as[before].unwrap_or(before);
        if is_found(one) {
            self.unread.push(later);
            return None;
        }
        if one.votes.is_some() {
            self.read(text, decisions);
            let found = self.found.take()?;
            self.matter = Some(later);
            return Some(found).filter(like).map(first);
        }
        if !is_labelled || !one.kind.settles() || tells_how(one) {
            return None;
        }
        if !self.unread.iter().chain(&self.matter).any(like) {
            return None;
        }
        self.read(text, decisions);
        if self.is_told {
            return None;
        }
        let step = self.matter.filter(like).map(first)?;
        self.is_told = true;
        // What stood under *Beslut* before the chair found it is told already.
        Some(step).filter(|&step| tells_how(&decisions[step]) || decisions[step].votes.is_some())
    }
}

/// What is settled, in sorted words. They stand as hashes of 64 bits, which are the sooner sorted and compared.
struct Settled {
    words: Vec<u64>,
    /// Numbers, and letters of parties and the like: one other, and it is another decision.
    marks: Vec<u64>,
}

fn settled(text: &str, decision: &Decision) -> Settled {
    let all = decision.items.iter().flat_map(|item| runs(item.of(text)).map(|(_, word)| word)).take(WORDS);
    let (mut marks, mut words) = (Vec::new(), Vec::with_capacity(16));
    for word in all {
        if word.bytes().any(|b| b.is_ascii_digit()) || walk::is_all_caps(word) {
            marks.push(HASHES.hash_one(word));
        } else if !walk::is_shorter(word, 4) {
            words.push(HASHES.hash_one(word));
        }
    }
    for list in [&mut words, &mut marks] {
        list.sort_unstable();
        list.dedup();
    }
    Settled { words, marks }
}

/// Whether one says what the other says, perhaps with the body and its verb.
fn alike(a: &Settled, b: &Settled) -> bool {
    let shared = a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).count();
    let (short, long) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
    // Of few words all must be there: *bifalla ansökan*.
    let few = short == long && short > 1;
    a.marks == b.marks && (few || short >= 3) && shared == short && short as f64 >= ALIKE * long as f64
}
