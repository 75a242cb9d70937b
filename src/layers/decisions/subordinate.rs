//! Clauses that only tell of a deed: subordinate ones, quoted ones, attributes; and those that tell it all the same.

use super::body;
use super::content::is_infinitive;
use super::context::Context;
use super::edges;
use super::heads::has_digits;
use super::verbs::{Act, Form, Verb};
use super::voices::puts_besides;
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    ANNOUNCES, ATTRIBUTE_ENDS, BECOMING, CHECKS, IT_OR_THEY, MEANS, MODALS, PROPOSAL, PROPOSAL_WORD,
    SUBORDINATORS, TO_COME, VERB_ENDS, WINS, WITH_CONTENT,
};
use crate::lexicon::sets::function_words::{
    ATT, AV, AVEN, CLAUSE_JOINTS, CLAUSE_PLACES, DAR, DET, MEDAN, NAR, OCH, OM, SA, SOM, SOON, THE, THEREBY,
    TILL, WHICH, WHICH_OR_WHO,
};
use crate::lexicon::sets::lemmas;

/// *den för året beslutade avgiften*: the word stands before its noun.
pub(super) fn is_attribute(s: &Sentence, from: usize, at: usize, verb: &Verb) -> bool {
    let article = |i: usize| s.is(i, THE) && s.gap(i + 1) == ' ';
    let next = s.word(at + 1);
    let noun = next.len() > 5 && ATTRIBUTE_ENDS.iter().any(|end| next.ends_with(end));
    // *föreskrifter, beslutade av nämnden*
    if verb.act == Act::Decide && verb.form == Form::Past && s.is(at + 1, AV) {
        return true;
    }
    // *De av kongressen beslutade avgifterna*
    let by = |i: usize| s.is(i, AV) && i > from && s.is(i - 1, IT_OR_THEY);
    if verb.act == Act::Decide && verb.form == Form::Past && (from.max(at.saturating_sub(3))..at).any(by) {
        return true;
    }
    verb.act == Act::Decide
        && verb.form == Form::Past
        && noun
        && !s.words.get(at + 1).is_some_and(|w| w.body)
        && (from.max(at.saturating_sub(6))..at).any(article)
        && body::near(s, from, at).is_none()
}

/// The word that makes the clause of the finite verb at `at` a subordinate one.
pub(super) fn subordinate(s: &Sentence, from: usize, at: usize) -> Option<usize> {
    // *Vinner nej har kammaren bifallit …*
    if s.is(from, WINS) || (s.is(from, AVEN) && s.is(from + 1, OM)) {
        return Some(from);
    }
    // *Så fort de är godkända …*
    if s.is(from, SA) && s.is(from + 1, SOON) {
        return Some(from);
    }
    if s.is(from, OM) && from != at && !(from..at).any(|i| s.gap(i + 1) == ',') {
        return Some(from);
    }
    if matches!(s.gap(at), ',' | ';' | ':') {
        return None;
    }
    for i in (from.max(at.saturating_sub(25))..at).rev() {
        // *Frågan kommer att tas upp på nästa möte.*
        if i > from && s.is(i, ATT) && s.is_of(i - 1, &TO_COME) {
            continue;
        }
        if s.is_of(i, &SUBORDINATORS) {
            // *Hennes avsägelse från uppdraget som ersättare godkändes*: the only verb makes the main clause.
            if i > from && i + 1 < at && s.form(at) == Some(Form::PassivePast) && is_only_finite(s, from, at)
            {
                return None;
            }
            // *Som justerare utsågs Per Ek*
            if i == from && s.is(i, SOM) && (i + 1..at).all(|k| s.gap(k) == ' ' || s.gap(k) == '-') {
                return None;
            }
            // *Till att justera protokollet utses Anna Holm*
            if s.is(i, ATT) && (i == from || s.is(i - 1, TILL)) && (i..at).any(|k| s.is_of(k, &CHECKS)) {
                return None;
            }
            // *Sedan nämnden godkänt bokslutet valdes Anna Holm*
            let told_before = |k: usize| {
                s.form(k).is_some_and(|f| f.is_told() && f != Form::Participle)
                    && !(k + 1..at).any(|n| s.is(n, CLAUSE_JOINTS))
            };
            let own =
                s.form(at).is_some_and(|f| f.is_told() && !matches!(f, Form::Supine | Form::PassiveSupine));
            // *Utöver att tala om vägen antogs planen*
            if own && i == from + 1 && s.is(i, ATT) && is_infinitive(s.word(i + 1)) {
                return None;
            }
            if i <= from + 1
                && own
                && !s.is(i, WHICH_OR_WHO)
                && (i + 2..at.saturating_sub(1)).any(told_before)
            {
                return None;
            }
            // *med anledning av att …*, *trots att …* and the like too; *det att* does not happen.
            return Some(i);
        }
        if matches!(s.gap(i), ',' | ';' | '–' | ':' | '"' | '”') {
            return None;
        }
    }
    None
}

/// Whether no other word of the clause that begins at `from` looks like a finite verb.
fn is_only_finite(s: &Sentence, from: usize, at: usize) -> bool {
    let looks_finite = |i: usize| {
        let word = s.word(i);
        let ends = || VERB_ENDS.iter().any(|end| word.ends_with(end));
        edges::is_finite(s, i) || s.is_of(i, &MODALS) || word.starts_with(char::is_lowercase) && ends()
    };
    let clause = from.max(at.saturating_sub(40))..(at + 12).min(s.len());
    !clause.into_iter().any(|i| i != at && looks_finite(i))
}

/// Whether a subordinate clause tells of a deed by itself: *Konventionen, som godkändes av riksdagen våren 1990, …*,
/// *Dagen började med att Anna Holm valdes till ordförande*, *När nämnden antog planen …*.
pub(super) fn aside(
    s: &Sentence,
    opener: usize,
    at: usize,
    finite: usize,
    form: Form,
    kind: DecisionKind,
    context: Context,
) -> bool {
    if context.is_record() {
        return false;
    }
    let told = form.is_told();
    // *Styrelsen anser att kostnaden är för hög och föreslår avslag.*
    if s.is(opener, ATT) && puts_besides(s, at, kind) && body::subject(s, 0, opener).is_some() {
        return true;
    }
    // *Anna Holm föreslog bifall medan Per Ek föreslog avslag*: as good as *och*.
    if s.is(opener, MEDAN) && opener > 2 && told {
        return (opener + 1..at).any(|i| s.words[i].person || s.words[i].body);
    }
    if matches!(kind, DecisionKind::Move | DecisionKind::Propose) {
        return false;
    }
    // *Förslaget innebär att nämnden får i uppdrag att …*
    let means =
        opener > 0 && !(0..opener).any(|i| s.is(i, PROPOSAL)) && s.is(opener, ATT) && s.is(opener - 1, MEANS);
    if means
        && kind == DecisionKind::Assign
        && s.words[at].verb.is_some_and(|v| v.act == Act::Phrase(lemmas::GET))
    {
        return true;
    }
    // *Förslaget att höja avgiften godkändes.*
    let noun = if opener > 1 && s.is(opener - 1, OM) { opener - 2 } else { opener.saturating_sub(1) };
    let content = || s.is_of(noun, &WITH_CONTENT) || s.word(noun).ends_with(PROPOSAL_WORD);
    if form.is_passive() && told && s.is(opener, ATT) && opener > 0 && content() {
        return true;
    }
    // *Revisorerna föreslog ansvarsfrihet, vilket också beviljades.*, *…läste upp räkenskaperna, vilka godkändes.*
    if s.is(opener, WHICH)
        && told
        && context.meeting()
        && opener + 4 > at
        && opener > 2
        && s.gap(opener) == ','
    {
        return true;
    }
    // *Alla sågs på ett extra möte där det beslutades att …*
    let there = s.is(opener, DAR) && opener > 2 && (s.is(opener + 1, DET) || opener + 1 == at);
    if there && form.is_passive() && told && kind != DecisionKind::Note {
        return true;
    }
    if form.is_passive() && s.is(opener, SOM) {
        // *…en budget som beslutas av stämman*: how it is done.
        let ruled = form == Form::Passive && s.words[at].verb.is_some_and(|v| v.act == Act::Decide);
        return (told || context.meeting() && !ruled)
            && (body::agent(s, at).is_some()
                || body::agent_before(s, opener, at).is_some()
                || told && s.is(opener + 1, THEREBY)
                // *…läste upp berättelsen, som godkändes.*
                || told && opener + 1 == at && context.meeting() && (at + 6 > s.len() || s.is(at + 1, OCH)) && !has_digits(s, at..s.len()));
    }
    if kind == DecisionKind::Elect && told && s.is(opener, CLAUSE_PLACES) {
        return (0..at).any(|i| s.words[i].person);
    }
    form == Form::Past && opener == 0 && s.is(opener, NAR) && body::near(s, opener, finite).is_some()
}

/// Whether the word stands in a quotation that began inside the sentence (*Där står ”Fullmäktige beslutar …”*), or in one that the
/// sentence decides of (*”Nämnden får i uppdrag att …” förklaras fullgjort*).
pub(super) fn quoted(s: &Sentence, at: usize) -> bool {
    const MARKS: [char; 3] = ['”', '"', '“'];
    let place = s.words[at].span.start as usize;
    let before = s.text.get(s.span.start as usize..place).unwrap_or("");
    if before.chars().filter(|c| MARKS.contains(c)).count() % 2 == 0 {
        return false;
    }
    let decides_behind = || {
        let close = s.text.get(place..s.span.end as usize).and_then(|rest| rest.find(MARKS));
        let behind =
            |close: usize| s.words[at..].iter().filter(move |w| w.span.start as usize > place + close);
        close.is_some_and(|close| behind(close).any(|word| word.verb.is_some()))
    };
    !before.starts_with(MARKS) || decides_behind()
}

/// The body before a relative clause that tells what it did on a day: *…till förvaltningsrätten, som den 3 maj 2021 avslog
/// överklagandet*.
pub(super) fn told_of_antecedent(
    s: &Sentence,
    from: usize,
    at: usize,
    form: Form,
    context: Context,
) -> Option<usize> {
    if !form.is_active() || !form.is_told() || context.is_record() {
        return None;
    }
    let som = (from.max(at.saturating_sub(14))..at).rev().find(|&i| s.is(i, SOM))?;
    let dated = has_digits(s, som.saturating_sub(6)..at);
    let body = (from.max(som.saturating_sub(8))..som).rev().find(|&i| s.words[i].body)?;
    // *Det är regeringen som har tillsatt utredningen.*
    let is = |i: usize| s.is_of(i, &BECOMING);
    let cleft = body + 1 == som
        && (from.max(body.saturating_sub(6))..body)
            .any(|i| s.is(i, DET) && (is(i + 1) || i > 0 && is(i - 1)));
    (dated || cleft).then_some(body)
}

/// *Talmannen anmälde att Anna Holm utsetts …*, *bevis om att …*: the text tells of another's deed.
pub(super) fn announced(s: &Sentence, from: usize, at: usize) -> bool {
    let Some(att) = (from.max(at.saturating_sub(40))..at).rev().find(|&i| s.is(i, ATT)) else {
        return false;
    };
    (from.max(att.saturating_sub(4))..att).any(|i| s.is_of(i, &ANNOUNCES))
}

/// *…nämnden som får i uppdrag att …*
pub(super) fn relative_assignment(s: &Sentence, at: usize, verb: &Verb) -> bool {
    verb.act == Act::Phrase(lemmas::GET) && at > 0 && s.is(at - 1, SOM)
}
