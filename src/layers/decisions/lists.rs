//! Points as decisions: listed under deciding words, or alone under *Beslut*.

use super::content;
use super::context::Context;
use super::draft::Draft;
use super::items::{self, Unit};
use super::reader::Reader;
use super::tense::Tense;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Span};
use crate::lexicon::sets::body_names;
use crate::lexicon::sets::decisions::{LIST_BELOW, LIST_LEADS, OUTCOME_NOUNS, RIKSDAG_WORD, RUNS_ON};
use crate::lexicon::sets::function_words::{ATT, ATT_FIRST, ATT_WORD, DELS, ENLIGT_WORD, FOLJANDE_WORD};
use crate::text::walk;

rule! {
    /// Points under *Beslut* that carry no deciding verb of their own are one decision.
    pub(super) POINTS = "decision.points";
    finds "Protokoll\n\n§ 4 Lokaler\n\nBeslut\n\n⟦att hyra lokalen\natt köpa stolar⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Lokaler\n\nKommentar\n\nLokalen är stor.\n";
}
rule! {
    /// Deciding words and the *att* clauses or points listed under them.
    pub(super) LIST = "decision.list";
    finds "Protokoll\n\n§ 4 Lokaler\n\n⟦Styrelsen beslutar\natt hyra lokalen\natt köpa stolar⟧\n" = "adopt";
    passes "Protokoll\n\n§ 4 Lokaler\n\nStyrelsen har tre lokaler:\n\n- en stor\n- två små\n";
}

/// Whether a sentence ends where its list begins.
pub(super) fn opens(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', '…']);
    // *motion 2001/02:* breaks its number.
    let breaks = |line: &str| {
        let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
        last.contains('/') && last.ends_with(|c: char| c.is_ascii_digit())
    };
    bare.strip_suffix(':').is_some_and(|line| !breaks(line))
        || walk::ends_with_any(bare, LIST_LEADS)
        || bare.strip_suffix(ATT_WORD).is_some_and(|before| before.ends_with('\n'))
        || walk::ends_with_any(bare, LIST_BELOW)
        || follows(text)
}

/// *…med tillägg av följande punkter.*, *…enligt följande.*: points may follow.
fn follows(text: &str) -> bool {
    let mut last = text.trim_end_matches('.').rsplit(char::is_whitespace);
    let (last, before) = (last.next(), last.next());
    text.ends_with('.')
        && (before == Some(FOLJANDE_WORD) || last == Some(FOLJANDE_WORD) && before == Some(ENLIGT_WORD))
}

/// Whether the points under a sentence are deeds of their own, each told by its verb: *Dessa beslut togs:⏎• Planen
/// antogs.⏎• Per Ek valdes till kassör.*
pub(super) fn tell_deeds(reader: &mut Reader, sentence: Span, part: Span, context: Context) -> bool {
    let text = reader.source.text;
    if !sentence.of(text).ends_with(':') || sentence.end >= part.end {
        return false;
    }
    let below = Span { start: sentence.end, end: part.end.min(sentence.end + 4000) };
    let points = items::run(reader.source, reader.structure, below);
    let first = points.iter().take(3).filter(|u| u.point && !u.span.of(text).starts_with(ATT_FIRST));
    let spans: Vec<Span> = first.map(|u| u.span).collect();
    let told = |d: &Draft| d.tense == Tense::Past;
    let deeds = spans.iter().filter(|&&span| reader.sentence(span, context).iter().any(told)).count();
    spans.len() == 3.min(points.len()) && deeds > 1
}

/// Takes the list under a sentence into its decision; gives the list's end.
pub(super) fn under(
    reader: &mut Reader,
    draft: &mut Draft,
    sentence: Span,
    part: Span,
    context: Context,
) -> Option<u32> {
    let text = reader.source.text;
    let opens = opens(sentence.of(text));
    let below = Span { start: sentence.end, end: part.end.min(sentence.end + 16_000) };
    let next = reader.structure.blocks.partition_point(|b| b.span.start < sentence.end);
    // *Mötet beslutade⏎- att godkänna dagordningen*
    let att = reader.structure.blocks.get(next).is_some_and(|b| {
        let own = b.span.of(text);
        let bare = items::marker(own).map_or(own, |width| &own[width..]);
        bare.starts_with(ATT_FIRST) && !sentence.of(text).ends_with('.') || own.starts_with(ATT_FIRST)
    });
    // *…föreskriver Hamnverket⏎dels att …,⏎dels att …*
    let dels = |own: &str| own.starts_with(DELS);
    let blocks = reader.structure.blocks.get(next..).unwrap_or_default();
    if !sentence.of(text).ends_with('.') && blocks.first().is_some_and(|b| dels(b.span.of(text))) {
        let within = blocks.iter().take_while(|b| b.span.start < below.end).take(60);
        let mut end = None;
        draft.items.clear();
        for block in within {
            let own = block.span.of(text);
            if !own.starts_with(char::is_lowercase) {
                break;
            }
            end = Some(block.span.end);
            draft.items.push(block.span);
            if own.ends_with('.') {
                break;
            }
        }
        draft.span.end = end.unwrap_or(draft.span.end);
        return end;
    }
    if LIST_BELOW.iter().any(|end| sentence.of(text).trim_end_matches(':').ends_with(end))
        && let Some(end) = rest_of_block(reader, sentence, part)
    {
        draft.span.end = end;
        return Some(end);
    }
    if below.start >= below.end || !(opens || att) {
        return None;
    }
    let units = items::run(reader.source, reader.structure, below);
    if !att && follows(sentence.of(text)) && !units.first()?.point {
        return None;
    }
    let points: Vec<Unit> = match units.first()? {
        first if first.point => {
            let style = items::style(first.whole.of(text));
            units.iter().copied().take_while(|u| u.point && items::style(u.whole.of(text)) == style).collect()
        }
        _ if att => return None,
        first => {
            let short = |u: &Unit| {
                u.whole.len() < 80 && !u.whole.of(text).ends_with(['.', ':']) || alike(first, u, text)
            };
            let lines = if short(first) { units.iter().take_while(|u| short(u)).count() } else { 1 };
            units[..lines].to_vec()
        }
    };
    let mut points = points;
    // A line of running text that begins with *att* ends with its sentence.
    let runs_on = RUNS_ON.iter().any(|end| sentence.of(text).ends_with(end));
    if runs_on && let Some(point) = points.last_mut() {
        let first = reader.structure.sentences.within(point.whole).first();
        let end = first.map_or(point.whole.end, |s| s.end.clamp(point.span.start, point.whole.end));
        (point.span.end, point.whole.end) = (end, end);
    }
    let last = *points.last()?;
    close(reader, draft, &points, context);
    Some(last.whole.end)
}

/// The end of the block that a sentence stands in, if lines follow it there: *…godkändes enligt nedan⏎Kassör: Anna Holm*.
fn rest_of_block(reader: &Reader, sentence: Span, part: Span) -> Option<u32> {
    let structure = reader.structure;
    let block = structure.blocks[structure.block_at(sentence.start as usize)?].span;
    let rest = Span { start: sentence.end, end: block.end.min(part.end) };
    let lines = rest.start < rest.end && !rest.of(reader.source.text).trim().is_empty();
    (lines && rest.len() < 1200).then_some(rest.end)
}

/// Whether two lines begin with the same word: *Klass 1: 200 kr. / Klass 2: 300 kr.*
fn alike(first: &Unit, other: &Unit, text: &str) -> bool {
    let word = |u: &Unit| u.whole.of(text).split(' ').next().unwrap_or("");
    let named = word(first).len() > 1 && word(first).starts_with(char::is_uppercase);
    named && word(first) == word(other) && other.whole.len() < 100
}

/// Puts the points that follow into a decision.
pub(super) fn close(reader: &mut Reader, draft: &mut Draft, units: &[Unit], context: Context) {
    let Some(last) = units.last() else { return };
    draft.span.end = last.whole.end;
    draft.items = units.iter().map(|u| u.span).collect();
    draft.rule = draft.rule.of(&LIST);
    // *I motionen yrkas⏎1. att riksdagen …*
    if draft.kind == DecisionKind::Move
        && draft.body.is_none()
        && units[0].span.of(reader.source.text).contains(RIKSDAG_WORD)
    {
        draft.body = Some(body_names::RIKSDAG.to_string());
    }
    if draft.kind == DecisionKind::Adopt {
        draft.kind = kind(reader, units[0], context);
    }
}

/// The kind that a point has by its words.
fn kind(reader: &mut Reader, unit: Unit, context: Context) -> DecisionKind {
    reader.fill(unit.span);
    // *Avslag enligt styrelsens förslag.*
    if let Some(kind) = outcome_of(reader.words.word(0)) {
        return context.cast(kind);
    }
    let att = usize::from(reader.words.is(0, ATT));
    let kind = content::kind_from(&reader.words, att, att == 1);
    context.cast(kind)
}

/// What a noun for an outcome settles.
pub(super) fn outcome_of(word: &str) -> Option<DecisionKind> {
    use DecisionKind::{Adopt, Postpone, Refer, Reject};
    OUTCOME_NOUNS.position(word).and_then(|noun| [Adopt, Reject, Refer, Postpone].get(noun).copied())
}

/// Points without deciding verbs as one decision.
pub(super) fn points(reader: &mut Reader, units: &[Unit], span: Span, context: Context) -> Draft {
    let kind = kind(reader, units[0], context);
    let first = units[0];
    let span = if units.len() == 1 { first.span } else { span };
    Draft { items: units.iter().map(|u| u.span).collect(), ..Draft::new(span, kind, &POINTS) }
}
