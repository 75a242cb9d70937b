//! Running text: every sentence that holds a deciding word, once, with the list under it.

use super::context::Context;
use super::draft::Draft;
use super::items::{self, Unit};
use super::reader::Reader;
use super::verbs::{self, Act, Form};
use super::{chamber, clauses, content, lists, nominal, outcome, standing, votes};
use crate::document::{DecisionKind, DocumentKind, Span, Votes};
use crate::layers::structure::nominative;
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::body_names;
use crate::lexicon::sets::decisions::{
    AS_PROPOSED, DECISION_BEHIND, DECISION_LABELS, DECISION_WORD, ENDS_BELOW, GENITIVE_PROPOSAL,
    PROPOSAL_WORD, PUT_LABELS, REJECTION_PIECES, TALLY_WORDS, THE_PROPOSAL, THE_PROPOSAL_APART,
    THEIR_PROPOSAL, YRKANDE_WORD,
};
use crate::lexicon::sets::function_words::{ATT, ATT_APART, FOLJANDE_APART, NO_FIRST};
use crate::lexicon::sets::lemmas;
use crate::scan::{CuedText, CuesOf};
use crate::text::search::seek;
use crate::text::walk;
use crate::words::lower::lowered;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Reads the sentences of a part.
pub(super) fn read(reader: &mut Reader, part: Span, context: Context) {
    let source = reader.source;
    let structure = reader.structure;
    let (mut done, mut won) = (part.start, None);
    // The sentence looked at, whether it may decide, and whether it speaks of a proposition to vote on.
    let (mut index, mut decides, mut puts) = (usize::MAX, false, false);
    for cue in CuesOf::among(reader.cues_within(part), Classes::SETTLES) {
        if cue.start < done {
            continue;
        }
        // What stands in capitals is read in any case.
        let in_capitals = || {
            let word = cue.span().of(source.text);
            !word.ends_with(|c: char| c.is_ascii_lowercase()) && walk::is_all_caps(word)
        };
        let verb = verbs::of(source, cue);
        if verb.is_some_and(|verb| !verbs::may_stand(verb, context)) && !in_capitals() {
            continue;
        }
        let held = seek(&structure.sentences, index, |s| s.end <= cue.start);
        let Some(sentence) = structure.sentences.get(held).copied().filter(|s| s.start <= cue.start) else {
            continue;
        };
        if held != index {
            let sight = reader.sight(sentence, context);
            (decides, puts) = (sight.may_decide(), sight.puts_proposition());
            if !decides && !puts && !sight.may_be_special() {
                debug_assert!(
                    {
                        let bare = without_marker(reader, sentence);
                        reader.read(bare, context).is_empty()
                    },
                    "sifted out: {}",
                    sentence.of(source.text)
                );
                done = sentence.end;
                continue;
            }
            index = held;
        }
        let rest = Span { start: cue.start, end: sentence.end };
        if verb.is_some_and(|verb| !verbs::may_settle(verb, rest.of(source.text), context)) && !in_capitals()
        {
            continue;
        }
        let mut span = without_marker(reader, sentence);
        done = span.end;
        if let Some(draft) = chamber::in_parts(reader, sentence, part, context) {
            done = draft.span.end;
            reader.drafts.push(draft);
            continue;
        }
        let act = verb.map(|v| v.act);
        if let Some(drafts) = inline_label(reader, index, span, part, context) {
            reader.drafts.extend(drafts);
            continue;
        }
        let noun = verb.is_some_and(|v| v.form == Form::Noun && v.act == Act::Kind(DecisionKind::Reserve));
        let named = [lemmas::DECISION_NOUN, lemmas::CHARGE_NOUN].map(|noun| Some(Act::Phrase(noun)));
        if noun || named.contains(&act) {
            reader.fill(span);
            if let Some(draft) = nominal::read(&reader.words, context) {
                reader.drafts.push(draft);
                continue;
            }
        }
        // A voting proposition may be two sentences: *Ja för bifall. Nej för avslag.*
        if puts
            && let Some(next) = structure.sentences.get(index + 1).filter(|n| n.start < part.end)
            && next.of(source.text).starts_with(NO_FIRST)
        {
            span.end = next.end;
            done = span.end;
            decides = false; // it is another one now, and is asked again
        }
        if puts && outcome::puts_to_vote(span.of(source.text)) {
            let (draft, yes_no) = outcome::proposition(reader, span, context);
            won = yes_no;
            reader.drafts.extend(draft);
            continue;
        }
        if act == Some(Act::Phrase("votes"))
            && let Some((draft, end)) = outcome::vote(reader, index, part, won, context)
        {
            done = end;
            reader.drafts.push(draft);
            continue;
        }
        let mut drafts = if decides { reader.read(span, context) } else { reader.sentence(span, context) };
        if let Some(last) = drafts.last_mut()
            && last.span.end == span.end
        {
            if lists::tell_deeds(reader, span, part, context) {
                drafts.pop();
            } else {
                done = lists::under(reader, last, span, part, context).unwrap_or(done);
            }
        }
        count_votes(source, &mut drafts);
        // *Stämman beslutade följande.* only leads to what follows.
        drafts.retain(|d| !leads(d, source.text));
        follow_proposal(reader, part, &mut drafts);
        reader.drafts.extend(drafts);
    }
}

/// The figures of a vote that the sentence of its outcome has: *röstades ner med rösterna 31–10*.
fn count_votes(source: &CuedText, drafts: &mut [Draft]) {
    use DecisionKind::{Adopt, Elect, Postpone, Refer, Reject};
    for draft in drafts.iter_mut().filter(|d| matches!(d.kind, Adopt | Elect | Postpone | Refer | Reject)) {
        if draft.votes.is_some() || !TALLY_WORDS.iter().any(|word| draft.span.of(source.text).contains(word))
        {
            continue;
        }
        let figures = votes::read(source, draft.span);
        draft.votes =
            figures.yes.zip(figures.no).map(|(yes, no)| Votes { yes, no, abstain: figures.abstain });
    }
}

/// Whether a decision says only that others follow, and no list of theirs is in it.
fn leads(draft: &Draft, text: &str) -> bool {
    let words = draft.span.of(text);
    let follows = |end: char| words.ends_with(end) && words.contains(FOLJANDE_APART);
    let ends = || follows(':') || ENDS_BELOW.iter().any(|end| words.ends_with(end));
    draft.rule.code == clauses::DECIDES.code && words.len() < 120 && ends() && !words.contains(ATT_APART)
}

/// *Förslaget antogs* speaks of one that ended no further than so many bytes before.
const NEAR: u32 = 300;

/// *Stämman beslutar att bifalla styrelsens förslag* after *Styrelsen föreslår avslag* is a rejection, after *Styrelsen
/// föreslår att Anna Holm väljs* a choice.
fn follow_proposal(reader: &mut Reader, part: Span, drafts: &mut [Draft]) {
    let text = reader.source.text;
    let [draft] = drafts else { return };
    if draft.kind != DecisionKind::Adopt {
        return;
    }
    let words = lowered(draft.span.of(text));
    if !words.contains(PROPOSAL_WORD) && !words.contains(YRKANDE_WORD) {
        return;
    }
    let latest = reader.drafts.last().map(|d| d.span);
    let draft_start = draft.span.start;
    let put = |d: &&Draft| {
        let Some(body) = d.body.as_deref() else { return false };
        let (body, last) = (body.to_lowercase(), Some(d.span) == latest);
        let plain = words.starts_with(THE_PROPOSAL)
            || words.contains(THE_PROPOSAL_APART)
            || words.contains(AS_PROPOSED);
        last && plain && d.span.end + NEAR > draft_start && !words.contains(GENITIVE_PROPOSAL)
            || THEIR_PROPOSAL.iter().any(|whose| words.contains(&format!("{body}{whose}")))
    };
    let before = reader.drafts.iter().rev().take(6).take_while(|d| d.span.start >= part.start);
    let followed = before.filter(|d| matches!(d.kind, DecisionKind::Propose | DecisionKind::Move)).find(put);
    let Some(followed) = followed else { return };
    let put = followed.span.of(text).to_lowercase();
    if REJECTION_PIECES.iter().any(|piece| put.contains(piece)) {
        draft.kind = DecisionKind::Reject;
        return;
    }
    if followed.body.as_deref() == Some(body_names::NOMINATORS) {
        draft.kind = DecisionKind::Elect;
        return;
    }
    let verb_end = walk::word_end(text, followed.cue as usize) as u32;
    let content = Span { start: verb_end.min(followed.span.end), end: followed.span.end };
    reader.fill(content);
    let s = &reader.words;
    let att = (0..s.len().min(20)).find(|&i| s.is(i, ATT)).map_or(0, |i| i + 1);
    draft.kind = content::kind_from(s, att, true);
}

/// Where the label of the next line begins, between `start` and `end`: *Godkänner förslaget⏎Motion 3: …*.
fn next_label(text: &str, start: usize, end: usize) -> usize {
    let rest = text.get(start..end).unwrap_or("");
    let labelled = |line: &str| {
        let line = line.trim_start();
        walk::is_capitalised(line) && walk::head(line, 30).contains(':')
    };
    let cut =
        rest.match_indices('\n').find(|(at, _)| labelled(&rest[at + 1..])).map_or(rest.len(), |(at, _)| at);
    start + rest[..cut].trim_end().len()
}

fn without_marker(reader: &Reader, mut sentence: Span) -> Span {
    let opens = reader.structure.block_at(sentence.start as usize);
    if opens.is_some_and(|b| reader.structure.blocks[b].span.start == sentence.start)
        && let Some(width) = items::marker(sentence.of(reader.source.text))
    {
        sentence.start += width as u32;
    }
    sentence.start += items::past_numbers(sentence.of(reader.source.text)) as u32;
    sentence
}

/// [`DECISION_BEHIND`], looked for in many sentences.
static BEHIND: LazyLock<Vec<Finder>> = LazyLock::new(|| DECISION_BEHIND.iter().map(Finder::new).collect());

/// *Beslut: att köpa stolar*, also with what was put before it: *Att: Köpa stolar. Beslut: bifalles*.
fn inline_label(
    reader: &mut Reader,
    index: usize,
    span: Span,
    part: Span,
    context: Context,
) -> Option<Vec<Draft>> {
    let text = reader.source.text;
    // In an agenda the word only says that a point is to be decided.
    if !(context.meeting() || context.is_news()) || context.kind == DocumentKind::Agenda {
        return None;
    }
    let bare = span.of(text).trim_start_matches(['*', '_', '→', '>', ' ']);
    // *Lokalen är för liten Beslut: att flytta*
    let behind = BEHIND.iter().find_map(|label| Some(label.find(bare.as_bytes())? + 1));
    let bare = behind.map_or(bare, |at| &bare[at..]);
    let (rest, whose) = match walk::beginning(bare, DECISION_LABELS) {
        Some(label) => {
            let after = bare[label.len()..].trim_start_matches(['*', '_']);
            let colon = label.ends_with([':', '–', '-', '—']);
            (if colon { after } else { after.strip_prefix(':')?.trim_start_matches(['*', '_']) }, None)
        }
        // *Stämmans beslut: Motionen avslås.*
        None => standing::owned(bare, DECISION_WORD).map(|(whose, rest)| (rest, Some(whose)))?,
    };
    let start = walk::skip_space(text, span.end as usize - rest.len());
    let rest = Span { start: start as u32, end: next_label(text, start, span.end as usize) as u32 };
    if start >= rest.end as usize {
        return None;
    }
    let settled = Context { label: Some(Label::Decision), kind: DocumentKind::Minutes, ..context };
    if let Some(kind) = standing::answers(rest.of(text)) {
        return Some(vec![Draft::new(rest, kind, &standing::OUTCOME)]);
    }
    let mut drafts = reader.sentence(rest, settled);
    if let Some(whose) = whose {
        for draft in drafts.iter_mut().filter(|d| d.body.is_none()) {
            draft.body = Some(nominative(whose));
        }
    }
    let put = index.checked_sub(1).map(|i| reader.structure.sentences[i]).filter(|p| p.start >= part.start);
    let put = put.filter(|p| PUT_LABELS.iter().any(|l| p.of(text).starts_with(l)));
    if let (Some(put), Some(draft)) = (put, drafts.first_mut()) {
        // What was put before its own *bifalles* is one decision with it.
        reader.fill(put);
        draft.span = Span { start: put.start, end: span.end };
        draft.items = vec![put];
        if draft.kind == DecisionKind::Adopt {
            draft.kind = content::kind_from(&reader.words, 1, true);
        }
        drafts.truncate(1);
    }
    if drafts.is_empty() {
        // *Beslut: det kom i går.*
        if !context.meeting() {
            return None;
        }
        let unit = Unit { span: rest, whole: rest, point: false };
        drafts.push(lists::points(
            reader,
            &[unit],
            rest,
            Context { label: None, kind: DocumentKind::Minutes, formal: false },
        ));
    }
    Some(drafts)
}
