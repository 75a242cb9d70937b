//! Sentences that hold a deciding word and that no grammar reads: a small linear model weighs their words.
//!
//! The grammars of this layer are sure of what they read, and know no sentence that is built otherwise. The model knows no
//! grammar, but which words, heads and kinds of documents decisions stand among. `tools/weigh_decisions.py` trains its weights.

mod features;
mod weights;

use super::body;
use super::content;
use super::context::Context;
use super::draft::Draft;
use super::heads;
use super::items::past_numbers;
use super::meaning::meaning;
use super::reader::{Reader, is_question};
use super::tense::{Tense, negated};
use super::verbs::{Act, Form, Weight};
use super::words::Sentence;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::Classes;
use crate::lexicon::sets::decisions::{CHOICES, ENDS_BELOW, NONE_AT_ALL, REJECTION_PIECES, SUBORDINATORS};
use crate::lexicon::sets::lemmas;
use crate::scan::CuesOf;
use crate::text::search::seek;
use crate::words::lower::lowered;
use features::Seen;
use weights::Weights;

rule! {
    /// A sentence that no grammar reads, whose words weigh like those of a decision.
    pub(super) WEIGHED = "decision.weighed";
    finds "Nyheter\n\n⟦En bred majoritet, 28 mot 9, röstade för att avslå medborgarförslaget.⟧\n" = "reject";
    passes "Nyheter\n\nDen som vill rösta mot medborgarförslaget gör det på onsdag.\n";
}

/// The lemma of *ska, skall, har att*.
const DUTY: &str = "duty";

/// Log odds above which a sentence is a decision.
const CUT: f32 = 1.0;

/// Whether the model found a decision.
pub(super) fn found(draft: &Draft) -> bool {
    draft.rule.code == WEIGHED.code
}

/// Reads the sentences of a part that hold a deciding word and of which the drafts from `from` on tell nothing.
pub(super) fn read(reader: &mut Reader, part: Span, from: usize, context: Context) {
    let structure = reader.structure;
    let mut taken = Vec::from_iter(reader.drafts[from..].iter().map(|draft| draft.span));
    taken.sort_unstable_by_key(|span| span.start);
    let mut taken = taken.into_iter().peekable();
    // Where the drafts end that begin before the sentence does.
    let (mut until, mut done, mut index) = (0, part.start, usize::MAX);
    for cue in CuesOf::among(reader.cues_within(part), Classes::SETTLES) {
        if cue.start < done {
            continue;
        }
        index = seek(&structure.sentences, index, |s| s.end <= cue.start);
        let Some(sentence) = structure.sentences.get(index).copied().filter(|s| s.start <= cue.start) else {
            continue;
        };
        done = sentence.end;
        while let Some(span) = taken.next_if(|span| span.start < sentence.end) {
            until = until.max(span.end);
        }
        let free = until <= sentence.start;
        if !(free || cfg!(feature = "weigh")) {
            continue;
        }
        reader.fill(sentence);
        let heading = structure.headings.partition_point(|h| h.span.start < sentence.start);
        let heading = heading.checked_sub(1).map(|i| structure.headings[i].title.as_str());
        let seen = Seen { sentence: &reader.words, context, kind: structure.kind, heading };
        #[cfg(feature = "weigh")]
        print(&seen, free);
        if free && Weights::get().odds(&seen) > CUT {
            let draft = draft(&reader.words, context);
            reader.drafts.extend(draft);
        }
    }
}

/// The whole sentence as one decision.
fn draft(s: &Sentence, context: Context) -> Option<Draft> {
    if tells_otherwise(s) {
        return None;
    }
    let (at, kind) = deed(s)?;
    // Under *Beslut* the points are read; what else stands there (*Uppdraget ska redovisas i maj*) tells of them.
    let verb = s.words[at].verb?;
    let tells = context.settles() && verb.act == Act::Phrase(DUTY)
        || kind == DecisionKind::Note && !context.meeting() && heads::is_of_court(s, at);
    // *Ärendet får anstå* puts off there alone.
    let labelled = |(_, weight)| weight == Weight::Label && !context.settles();
    if tells || meaning(s, at, verb).is_some_and(labelled) || negated(s, at, None, kind) || depends(s, at) {
        return None;
    }
    let kind = context.cast(kind);
    let form = s.form(at)?;
    let start = s.span.start + past_numbers(s.span.of(s.text)) as u32;
    let mut draft = Draft::new(Span { start, ..s.span }, kind, &WEIGHED).at(s.words[at].span);
    draft.tense = match form {
        Form::Past | Form::PassivePast => Tense::Past,
        Form::Supine | Form::PassiveSupine | Form::Participle => Tense::Perfect,
        _ => Tense::Present,
    };
    if !matches!(kind, DecisionKind::Move | DecisionKind::Reserve) {
        let subject = match form {
            _ if verb.act.charges_subject() => None,
            form if form.is_active() => body::near(s, 0, at).or_else(|| body::inverted(s, at)),
            _ => body::agent(s, at),
        };
        draft.body = subject.map(|b| body::name(s, b)).or_else(|| body::place(s, 0, at + 8));
    }
    Some(draft)
}

/// A question, what leads to a list (*Stämman beslutade följande:*), or what nobody did (*Ingen kassör valdes*).
fn tells_otherwise(s: &Sentence) -> bool {
    let text = s.span.of(s.text);
    is_question(text)
        || text.ends_with(':')
        || ENDS_BELOW.iter().any(|end| text.ends_with(end))
        || s.is_of(0, &NONE_AT_ALL)
}

/// *Eftersom styrelsen föreslår en höjning blir det dyrt*: a clause that depends on another one opens the sentence, and the
/// deed stands in it.
fn depends(s: &Sentence, at: usize) -> bool {
    s.is_of(0, &SUBORDINATORS) && !(1..=at).any(|i| s.gap(i) == ',')
}

/// The word that decides, and the kind that it gives with what stands beside it.
fn deed(s: &Sentence) -> Option<(usize, DecisionKind)> {
    use DecisionKind::{Adopt, Assign, Elect, Move, Propose, Refer, Reject};
    let (at, kind) = word(s)?;
    let active = s.form(at).is_some_and(Form::is_active);
    let (mut body, mut person) = (false, false);
    for word in &s.words[..at] {
        body |= word.body;
        person |= word.person;
    }
    Some((
        at,
        match kind {
            // *Anna Holm (S) bifaller förslaget*: members move.
            Adopt | Propose if active && person && !body => Move,
            Adopt if REJECTION_PIECES.iter().any(|piece| lowered(s.span.of(s.text)).contains(piece)) => {
                Reject
            }
            Adopt if (0..s.len()).any(|i| s.is_of(i, &CHOICES)) => Elect,
            // *Utredningen ska lämna förslag om hamnen*: it is charged.
            Adopt | Propose | Refer if s.form(at) == Some(Form::Infinitive) && duty(s, at) => Assign,
            kind => kind,
        },
    ))
}

/// *Ska*, in the clause before the word `at`.
fn duty(s: &Sentence, at: usize) -> bool {
    let clause = (0..at).rev().take_while(|&i| !matches!(s.gap(i + 1), ',' | ';'));
    clause.into_iter().any(|i| s.words[i].verb.is_some_and(|verb| verb.act == Act::Phrase(DUTY)))
}

/// The word that decides, and the kind that it gives by itself.
fn word(s: &Sentence) -> Option<(usize, DecisionKind)> {
    let verbs = || s.words.iter().enumerate().filter_map(|(i, word)| Some((i, word.verb?)));
    let told = |(i, verb): (usize, &super::verbs::Verb)| {
        if verb.act == Act::Decide {
            return Some((i, content::content(s, i)));
        }
        meaning(s, i, verb).map(|(kind, _)| (i, kind))
    };
    let finite = |form: Form| !matches!(form, Form::Infinitive | Form::Noun);
    verbs()
        .filter(|(_, verb)| finite(verb.form))
        .find_map(|(i, verb)| told((i, verb)))
        .or_else(|| verbs().find_map(|(i, verb)| told((i, verb))))
        .or_else(|| {
            // *Följande ledamöter har deltagit i beslutet*: who took part settles nothing.
            let tells = |(_, verb): &(usize, &super::verbs::Verb)| verb.act != Act::Phrase(lemmas::TAKE_PART);
            let (first, verb) = verbs().find(tells)?;
            // *Arbetsgruppen ska redovisa sitt uppdrag i maj.*
            let tasks = [DUTY, lemmas::CHARGE_NOUN].map(Act::Phrase).contains(&verb.act);
            Some((first, if tasks { DecisionKind::Assign } else { DecisionKind::Adopt }))
        })
}

#[cfg(feature = "weigh")]
thread_local! {
    static PRINTED: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) };
}

/// Each sentence as a line: start, end, whether no grammar reads it, its kind, features. For `tools/weigh_decisions.py`.
#[cfg(feature = "weigh")]
fn print(seen: &Seen, free: bool) {
    use std::fmt::Write;
    let s = seen.sentence;
    let kind = deed(s).map_or("none", |(_, kind)| seen.context.cast(kind).as_str());
    PRINTED.with_borrow_mut(|out| {
        let _ = write!(out, "{}\t{}\t{free}\t{kind}", s.span.start, s.span.end);
        seen.each(&mut |zone, name| {
            let _ = write!(out, "\t{}={}", zone.name(), String::from_utf8_lossy(name));
        });
        out.push('\n');
    });
}

/// What was printed of the last text.
#[cfg(feature = "weigh")]
pub(crate) fn printed() -> String {
    PRINTED.take()
}
