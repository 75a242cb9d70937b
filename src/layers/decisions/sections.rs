//! Parts under a heading like *Beslut* or *Förslag till beslut*, whose points settle even without a verb.

use super::context::Context;
use super::draft::Draft;
use super::items::{self, Unit};
use super::reader::Reader;
use super::{chamber, edges, lists, prose};
use crate::document::{DecisionKind, Span};
use crate::layers::structure::nominative;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{CASE_NUMBERS, NOTHING_DECIDED, PAYS, PROPOSAL_APART, PROPOSAL_PIECE};
use crate::lexicon::sets::function_words::{ATT_FIRST, ENLIGT_FIRST, SHALL};
use crate::lexicon::sets::titles::{FIELDS, LETTERS};

/// Reads the part under such a heading.
pub(super) fn read(reader: &mut Reader, part: Span, context: Context) {
    let mut units = items::units(reader.source, reader.structure, part);
    units.retain(|unit| unit.point || !follows_proposal(unit.span.of(reader.source.text)));
    // *12. Fastställande av årsavgift* after the text of a point is the next matter, no point of this one.
    let text = reader.source.text;
    let listed = |u: &Unit| u.point && u.whole.of(text).starts_with(|c: char| c.is_ascii_digit());
    let first = units.iter().position(listed);
    if let Some(next) = first.filter(|&i| {
        i > 0 && !units[i].whole.of(text).starts_with("1.") && !units[i].whole.of(text).starts_with("1)")
    }) {
        let rest = Span { start: units[next].whole.start, end: part.end };
        units.truncate(next);
        prose::read(reader, rest, Context { label: None, ..context });
    }
    let mut bare: Vec<bool> = Vec::with_capacity(units.len());
    let mut proposer = None;
    let first_draft = reader.drafts.len();
    let mut i = 0;
    let mut groups: Vec<(usize, usize)> = Vec::new();
    while i < units.len() {
        let unit = units[i];
        let own = unit.span.of(text);
        // *Kommunstyrelsens förslag till fullmäktige* on a line of its own
        if let Some(whose) = heads_points(own).filter(|_| !unit.point && context.proposes()) {
            proposer = Some(whose);
            bare.push(false);
            i += 1;
            continue;
        }
        if let Some(draft) = chamber::in_parts(reader, unit.span, part, context) {
            i += units[i..].iter().take_while(|u| u.span.start < draft.span.end).count();
            reader.drafts.push(draft);
            bare.resize(i, false);
            continue;
        }
        // *Nämnden beslutar* on a line of its own, then *att …* line by line.
        let att = |u: &Unit| u.point && (u.span == u.whole || u.span.of(text).starts_with(ATT_FIRST));
        if lists::opens(own) || (!unit.point && !own.ends_with('.') && units.get(i + 1).is_some_and(att)) {
            let end = list_end(reader, &units, i + 1);
            let mut drafts = reader.sentence(unit.span, context);
            if let Some(mut draft) = drafts.pop() {
                reader.drafts.extend(drafts);
                lists::close(reader, &mut draft, &units[i + 1..end], context);
                reader.drafts.push(draft);
                bare.resize(end, false);
                i = end;
                continue;
            }
            // *Enligt kommunstyrelsens förslag:* stands outside; *Stadsdirektören:* names who proposes what follows.
            if context.proposes() && !unit.point {
                proposer = named_alone(own).or(proposer);
            }
            bare.push(false);
            i += 1;
            continue;
        }
        let mut drafts = point_drafts(reader, unit, context);
        // *Förskolorna ska erbjuda samråd.* among other points is one of its own.
        // *Bolaget ska betala 50 000 kr* in a judgment is its ruling.
        let ruling = context.is_statement() && context.label == Some(Label::Decision);
        if drafts.is_empty() && (unit.point && is_duty(own) || ruling && must_pay(own)) {
            let kind = if ruling { DecisionKind::Adopt } else { DecisionKind::Assign };
            let kind = context.cast(kind);
            drafts.push(Draft::new(unit.span, kind, &lists::POINTS));
        }
        bare.push(drafts.is_empty());
        if unit.point {
            match groups.last_mut() {
                Some((_, end)) if *end == i => *end = i + 1,
                _ => groups.push((i, i + 1)),
            }
        }
        reader.drafts.extend(drafts);
        i += 1;
    }
    if let Some(proposer) = proposer {
        for draft in reader.drafts.iter_mut().skip(first_draft).filter(|d| d.kind == DecisionKind::Propose) {
            draft.body = Some(nominative(proposer));
        }
    }
    if !context.may_be_bare() {
        return;
    }
    // Points of which not each has a deciding verb of its own are one decision.
    let mut grouped = false;
    for (from, to) in groups {
        if bare[from..to].contains(&true) {
            let span = Span { start: units[from].whole.start, end: units[to - 1].whole.end };
            let inside: Vec<Draft> =
                reader.drafts.drain(first_draft..).filter(|d| !span.contains(d.span)).collect();
            reader.drafts.extend(inside);
            let draft = lists::points(reader, &units[from..to], span, context);
            reader.drafts.push(draft);
            grouped = true;
        }
    }
    let none = !grouped && reader.drafts.len() == first_draft;
    if none && !units.is_empty() && units.len() <= 4 && bare.iter().all(|&b| b) {
        let span = Span { start: units[0].whole.start, end: units[units.len() - 1].whole.end };
        if says_something(span.of(reader.source.text)) {
            let draft = lists::points(reader, &units, span, context);
            reader.drafts.push(draft);
        }
    }
    let first = first_draft.min(reader.drafts.len());
    reader.drafts[first..].sort_by_key(|d| d.span);
}

/// *Enligt kommunstyrelsens förslag:*, which says no more than whose words the decision has.
fn follows_proposal(line: &str) -> bool {
    line.len() < 90 && line.starts_with("Enligt ") && line.ends_with("förslag:")
}

/// Whose proposals a line announces.
fn heads_points(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(':');
    let whose = line.split_once(PROPOSAL_APART).map(|(whose, _)| whose)?;
    let short = line.len() < 90 && !line.contains('.') && whose.split(' ').count() <= 4;
    (short
        && whose.ends_with('s')
        && whose.starts_with(char::is_uppercase)
        && !whose.starts_with(ENLIGT_FIRST))
    .then(|| edges::without_genitive(whose))
}

/// A whole sentence that says what shall be done.
fn is_duty(text: &str) -> bool {
    let whole = text.starts_with(char::is_uppercase) && text.ends_with('.');
    whole && text.split_whitespace().take(14).any(|w| SHALL.contains(&w))
}

/// *Bolaget ska ersätta Anna Holm för hennes kostnader*: a whole sentence that says who pays.
fn must_pay(text: &str) -> bool {
    let verb = text.split_whitespace().skip_while(|word| !SHALL.contains(word)).nth(1);
    is_duty(text) && verb.is_some_and(|verb| PAYS.has(verb))
}

/// Who a line like *Stadsdirektören:* names.
fn named_alone(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_suffix(':')?;
    let short = name.len() < 60 && name.split_whitespace().count() <= 4;
    let lower = name.to_lowercase();
    let field = || LETTERS.contains(&lower.as_str()) || FIELDS.contains(&lower.as_str());
    (short
        && name.starts_with(char::is_uppercase)
        && !name.starts_with(ENLIGT_FIRST)
        && !name.contains(PROPOSAL_PIECE)
        && !field())
    .then_some(name)
}

/// Decisions of one unit; a point of several sentences is one.
fn point_drafts(reader: &mut Reader, unit: Unit, context: Context) -> Vec<Draft> {
    let mut drafts = reader.sentence(unit.span, context);
    if unit.point && drafts.len() == 1 {
        drafts[0].span = unit.span;
        if drafts[0].items.len() == 1 {
            drafts[0].items[0] = unit.span;
        }
    }
    drafts
}

/// Where the list under the sentence before `from` ends: after its points, else after the sentences up to
/// the next one that opens a list.
fn list_end(reader: &Reader, units: &[Unit], from: usize) -> usize {
    let points = units.get(from).is_some_and(|u| u.point);
    let mut end = from;
    while let Some(unit) = units.get(end) {
        if unit.point != points || (end > from && lists::opens(unit.span.of(reader.source.text))) {
            break;
        }
        end += 1;
    }
    end
}

/// Not *Inget beslut fattades* or a dash.
fn says_something(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    // The head of a judgment: *BESLUT⏎2023-05-17⏎Stockholm⏎Mål nr*.
    let field = first.len() == 10 && first.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        || CASE_NUMBERS.iter().any(|label| text.contains(label));
    !field
        && text.chars().filter(|c| c.is_alphabetic()).count() > 5
        && !NOTHING_DECIDED.has(&first)
        && text.len() < 1500
}
