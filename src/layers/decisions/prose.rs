//! Running text: every sentence that holds a deciding word, once, with the list under it.

use super::context::Context;
use super::draft::Draft;
use super::items::{self, Unit};
use super::reader::Reader;
use super::sections::opens_list;
use super::verbs::{self, Act};
use super::votes;
use super::{heads, rules};
use crate::document::{DecisionKind, DocumentKind, Span, Votes};
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::scan::CuesOf;
use crate::text::search::seek;
use crate::text::walk;

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
                debug_assert!({
                    let bare = without_marker(reader, sentence);
                    reader.read(bare, context).is_empty()
                });
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
        let act = verb.map(|v| v.act);
        if let Some(drafts) = inline_label(reader, index, span, part, context) {
            reader.drafts.extend(drafts);
            continue;
        }
        // A voting proposition may be two sentences: *Ja för bifall. Nej för avslag.*
        if puts
            && let Some(next) = structure.sentences.get(index + 1).filter(|n| n.start < part.end)
            && next.of(source.text).starts_with("Nej")
        {
            span.end = next.end;
            done = span.end;
            decides = false; // it is another one now, and is asked again
        }
        if puts && puts_to_vote(span.of(source.text)) {
            let (draft, yes_no) = proposition(reader, span, context);
            won = yes_no;
            reader.drafts.extend(draft);
            continue;
        }
        if act == Some(Act::Phrase("votes"))
            && let Some((draft, end)) = vote(reader, index, part, won, context)
        {
            done = end;
            reader.drafts.push(draft);
            continue;
        }
        let mut drafts = if decides { reader.read(span, context) } else { reader.sentence(span, context) };
        if let Some(last) = drafts.last_mut()
            && last.span.end == span.end
        {
            done = list(reader, last, span, part, context).unwrap_or(done);
        }
        reader.drafts.extend(drafts);
    }
}

fn without_marker(reader: &Reader, mut sentence: Span) -> Span {
    let opens = reader.structure.block_at(sentence.start as usize);
    if opens.is_some_and(|b| reader.structure.blocks[b].span.start == sentence.start)
        && let Some(width) = items::marker(sentence.of(reader.source.text))
    {
        sentence.start += width as u32;
    }
    sentence
}

/// Takes the list under a sentence into its decision; gives the list's end.
fn list(reader: &mut Reader, draft: &mut Draft, sentence: Span, part: Span, context: Context) -> Option<u32> {
    let text = reader.source.text;
    let opens = opens_list(sentence.of(text));
    let below = Span { start: sentence.end, end: part.end.min(sentence.end + 16_000) };
    let next = reader.structure.blocks.partition_point(|b| b.span.start < sentence.end);
    let att = reader.structure.blocks.get(next).is_some_and(|b| b.span.of(text).starts_with("att "));
    if below.start >= below.end || !(opens || att) {
        return None;
    }
    let units = items::run(reader.source, reader.structure, below);
    let points: Vec<Unit> = match units.first()? {
        first if first.point => units.iter().copied().take_while(|u| u.point).collect(),
        _ if att => return None,
        first => {
            let short = |u: &Unit| u.whole.len() < 80 && !u.whole.of(text).ends_with(['.', ':']);
            let lines = if short(first) { units.iter().take_while(|u| short(u)).count() } else { 1 };
            units[..lines].to_vec()
        }
    };
    let last = points.last()?;
    draft.span.end = last.whole.end;
    draft.items = points.iter().map(|u| u.span).collect();
    draft.rule = &rules::LIST;
    if draft.kind == DecisionKind::Adopt {
        reader.fill(points[0].span);
        let att = usize::from(reader.words.is(0, &["att"]));
        draft.kind = context.cast(heads::kind_from(&reader.words, att, true));
    }
    Some(last.whole.end)
}

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
    if !context.meeting() || context.kind == DocumentKind::Agenda {
        return None;
    }
    let label = ["Beslut:", "BESLUT:", "Beslutat:"].into_iter().find(|l| span.of(text).starts_with(l))?;
    let start = walk::skip_space(text, span.start as usize + label.len());
    let rest = Span { start: start as u32, end: span.end };
    if start >= span.end as usize {
        return None;
    }
    let settled = Context { label: Some(Label::Decision), ..context };
    let mut drafts = reader.sentence(rest, settled);
    let put = index.checked_sub(1).map(|i| reader.structure.sentences[i]).filter(|p| p.start >= part.start);
    let put =
        put.filter(|p| ["Att:", "att:", "Attsats:", "Förslag:"].iter().any(|l| p.of(text).starts_with(l)));
    if let (Some(put), Some(draft)) = (put, drafts.first_mut()) {
        // What was put before its own *bifalles* is one decision with it.
        reader.fill(put);
        draft.span = Span { start: put.start, end: span.end };
        draft.items = vec![put];
        if draft.kind == DecisionKind::Adopt {
            draft.kind = heads::kind_from(&reader.words, 1, true);
        }
        drafts.truncate(1);
    }
    if drafts.is_empty() {
        reader.fill(rest);
        let att = usize::from(reader.words.is(0, &["att"]));
        let kind = heads::kind_from(&reader.words, att, att == 1);
        drafts.push(Draft::new(rest, kind, &rules::POINTS));
    }
    Some(drafts)
}

fn puts_to_vote(sentence: &str) -> bool {
    let head = sentence.get(..sentence.len().min(400)).unwrap_or(sentence);
    (head.contains("oteringsproposition") || head.contains("mröstningsproposition"))
        && (head.contains("Ja ") || head.contains("ja ") || head.contains("JA "))
        && (sentence.contains("Nej") || sentence.contains("nej") || sentence.contains("NEJ"))
}

/// What a yes and a no mean.
type YesNo = Option<(DecisionKind, DecisionKind)>;

/// *Godkänd voteringsproposition: ”Ja för bifall och Nej för avslag.”*
fn proposition(reader: &mut Reader, span: Span, context: Context) -> (Option<Draft>, YesNo) {
    reader.fill(span);
    let s = &reader.words;
    let yes = (0..s.len()).find(|&i| s.is(i, &["ja"]));
    let no = yes.and_then(|y| (y + 1..s.len()).find(|&i| s.is(i, &["nej"])));
    let (Some(yes), Some(no)) = (yes, no) else { return (None, None) };
    let kind = |from: usize, to: usize| {
        (from..to)
            .filter_map(|i| s.words[i].verb)
            .find_map(|v| match v.act {
                Act::Kind(kind) if kind != DecisionKind::Move => Some(kind),
                _ => None,
            })
            .unwrap_or(DecisionKind::Adopt)
    };
    let meaning = (kind(yes, no), kind(no, s.len()));
    let last = if s.is(no - 1, &["och", "samt"]) { no - 2 } else { no - 1 };
    let mut draft = Draft::new(span, context.cast(DecisionKind::Adopt), &rules::PROPOSITION);
    draft.items = vec![s.between(yes, last.max(yes)), s.between(no, s.len() - 1)];
    (Some(draft), Some(meaning))
}

/// The outcome of a vote that begins with the sentence `index`; and where it ends.
fn vote(reader: &mut Reader, index: usize, part: Span, won: YesNo, context: Context) -> Option<(Draft, u32)> {
    let sentences = &reader.structure.sentences;
    let source = reader.source;
    let first = sentences[index];
    // The voting list in an annex counts again what the minutes have told.
    if first.of(source.text).contains("Antal ") {
        return None;
    }
    let mut figures = votes::read(source, first);
    let (mut span, mut last) = (first, index);
    let next = |i: usize| sentences.get(i + 1).copied().filter(|n| n.start < part.end);
    if figures.yes.is_some() && figures.no.is_none() {
        // *A röstar Ja (7). B röstar Nej (6).*
        let second = next(index)?;
        let more = votes::read(source, second);
        figures.no = more.no;
        figures.abstain = figures.abstain.or(more.abstain);
        span.end = second.end;
        last = index + 1;
    }
    let (yes, no) = (figures.yes?, figures.no?);
    if figures.abstain.is_none() {
        figures.abstain = next(last).and_then(|n| votes::read(source, n).abstain);
    }
    let votes = Votes { yes, no, abstain: figures.abstain };
    // The sentence that states the outcome has the figures.
    for step in 1..=2 {
        let Some(outcome) = sentences.get(last + step).copied().filter(|n| n.start < part.end) else { break };
        let outcome_text = outcome.of(source.text);
        if ["finner att", "alltså", "således"].iter().any(|w| outcome_text.contains(w)) {
            let mut drafts = reader.sentence(outcome, context);
            if let Some(mut draft) = drafts.pop() {
                draft.votes = Some(votes);
                draft.rule = &rules::VOTE;
                return Some((draft, outcome.end));
            }
        }
    }
    // *Med 22 ja-röster mot 19 beslutar nämnden att avslå motionen.*
    if last == index
        && let Some(mut draft) = reader.sentence(first, context).pop()
    {
        draft.votes = Some(votes);
        draft.rule = &rules::VOTE;
        return Some((draft, first.end));
    }
    let kind = won.map_or(DecisionKind::Adopt, |(y, n)| if yes >= no { y } else { n });
    let mut draft = Draft::new(span, context.cast(kind), &rules::VOTE);
    draft.votes = Some(votes);
    Some((draft, span.end))
}

/// *Anna Holm (S) till förmån för eget förslag* under *Reservation*: the names are enough.
pub(super) fn reservation(reader: &mut Reader, part: Span) {
    for unit in items::run(reader.source, reader.structure, part).into_iter().take(16) {
        reader.fill(unit.span);
        let named = reader.words.words.iter().take(12).any(|w| w.person);
        let dissents = ["till förmån för", "mot beslutet", "eget förslag", "eget yrkande"];
        let text = unit.span.of(reader.source.text);
        if named && (text.len() < 60 || dissents.iter().any(|d| text.contains(d))) {
            reader.drafts.push(Draft::new(unit.span, DecisionKind::Reserve, &rules::DISSENT));
        }
    }
}
