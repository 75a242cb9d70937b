//! The deciding verbs of a sentence as drafts, each with its clause.

use super::context::Context;
use super::draft::Draft;
use super::heads::{self, Head};
use super::tense::Tense;
use super::verbs::{Act, Form};
use super::voices::party;
use super::words::Sentence;
use super::{body, duties, edges, items};
use crate::document::rule::rule;
use crate::document::{DecisionKind, DocumentKind, Span};
use crate::lexicon::sets::decisions::{
    ATT_GOVERNORS, BARE_CHARGE, BARE_DECISION, BARE_PROPOSAL, CASE_PARTIES, CHAMBER, COURT_MODALS, COURTS,
    DEFINITE_ENDS, GROUP_END, NOMINATORS, PASSIVE_INFINITIVE, PLEADS, RIKSDAG,
};
use crate::lexicon::sets::function_words::{
    AND_BUT, ATT, CONTRASTS, DETTA, FOR_WHAT, FROM_OR_BY, HAR, MEDAN, MEN, OCH, OCH_OR_SAMT, OTHER_DEEDS,
    SAMT, SOM, TILL, WE_OR_I, WE_OR_ONE,
};
use crate::lexicon::sets::lemmas;
use crate::text::walk;

rule! {
    /// A body *beslutar*: the kind follows from what is decided.
    pub(super) DECIDES = "decision.decides";
    finds "§ 4 Budget\n\n⟦Kommunstyrelsen beslutar att anta budgeten.⟧\n" = "adopt";
    passes "Det är kommunstyrelsen som ska besluta om budgeten.\n";
}
rule! {
    /// A deciding verb, finite, in a main clause: *godkänner, bordläggs, yrkar*.
    pub(super) VERB = "decision.verb";
    finds "Protokoll\n\n§ 4 Rapport\n\n⟦Ärendet bordläggs till nästa möte.⟧\n" = "postpone";
    passes "Protokoll\n\n§ 4 Rapport\n\nÄrendet kan bordläggas om tiden inte räcker.\n";
}
rule! {
    /// A verb that settles in a phrase: *lägger till handlingarna, får i uppdrag, deltar inte i beslutet*.
    pub(super) PHRASE = "decision.phrase";
    finds "Protokoll\n\n§ 4 Rapport\n\n⟦Styrelsen lägger rapporten till handlingarna.⟧\n" = "note";
    passes "Protokoll\n\n§ 4 Rapport\n\nStyrelsen lägger stor vikt vid rapporten.\n";
}
rule! {
    /// A decision that is taken: *fattade beslut om, beslut om … fattades av*.
    pub(super) TAKEN = "decision.taken";
    finds "Rapport om skolan\n\nSkolan växer. ⟦Beslut om nya lokaler fattades av utbildningsnämnden.⟧\n" = "adopt";
    passes "Rapport om skolan\n\nBeslut fattas av den som har delegation.\n";
}
rule! {
    /// Under *Yrkanden*: *bifall, avslag, återremiss* without a verb.
    pub(super) MOTION = "decision.motion";
    finds "Protokoll\n\n§ 4 Skatt\n\nYrkanden\n\n⟦Anna Holm (S): Bifall till förslaget.⟧\n" = "move";
    passes "Protokoll\n\n§ 4 Skatt\n\nKommentar\n\nDet blev bifall.\n";
}

/// The deciding verbs of a sentence that count, in order.
pub(super) fn heads(s: &Sentence, from: usize, context: Context) -> Vec<Head> {
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
            let ends = |k: usize| s.gap(k) == ';' || resumes(s, k) || opens_deed(s, k);
            i = (att + 1..s.len()).find(|&k| ends(k)).unwrap_or(s.len());
        }
        heads.push(head);
        if heads.len() == 12 {
            break;
        }
    }
    // *Ordförande föreslår avslag på det ena och föreslår bifall till det andra.*
    for n in 1..heads.len() {
        let (before, own) = (heads[n - 1], heads[n]);
        if before.kind == DecisionKind::Move
            && own.kind == DecisionKind::Propose
            && own.subject.is_none_or(|b| Some(b) == before.subject)
        {
            heads[n].kind = DecisionKind::Move;
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

/// *Valdes Anna Holm att leda mötet⏎⟦Utsågs⟧ Per Ek att justera*: a deed that opens its line.
fn opens_deed(s: &Sentence, k: usize) -> bool {
    s.form(k).is_some_and(|form| matches!(form, Form::Past | Form::PassivePast)) && edges::opens_line(s, k)
}

/// Whether the word `k` joins a main clause with a deed of its own to what an *att* clause said: *…, däremot togs beslut
/// om …*, *…, men med 24 röster mot 19 beslöt fullmäktige …*, *… medan Per Ek föreslog …*.
fn resumes(s: &Sentence, k: usize) -> bool {
    let told = |i: usize| s.form(i).is_some_and(|f| matches!(f, Form::Past | Form::PassivePast));
    let joint = s.is(k, AND_BUT);
    if edges::leads_on(s, if joint { k + 1 } else { k }) && (joint || s.gap(k) == ',') {
        return true;
    }
    let named = |i: usize| s.words.get(i).is_some_and(|w| w.body || w.person) || s.is(i, WE_OR_ONE);
    // *men beslöt fullmäktige*: the verb before its subject, which in a subordinate clause stands before it.
    if s.is(k, MEN) {
        return (k + 1..(k + 8).min(s.len())).any(|i| told(i) && named(i + 1) && !(k + 1..i).any(named));
    }
    s.is(k, MEDAN) && {
        let verb = (k + 2..(k + 12).min(s.len())).find(|&i| told(i));
        verb.is_some_and(|verb| (k + 1..verb).any(named))
    }
}

/// The *att* that begins what a deciding verb decides.
fn att_after(s: &Sentence, head: &Head) -> Option<usize> {
    use DecisionKind::{Assign, Move, Propose};
    let far = head.act == Act::Decide || matches!(head.kind, Assign | Propose | Move);
    let to = (head.at + if far { 30 } else { 4 }).min(s.len());
    (head.at + 1..to)
        .take_while(|&i| i == head.at + 1 || !matches!(s.gap(i), ';' | '.') && !tells_besides(s, head, i))
        .take_while(|&i| !s.is(i, CONTRASTS))
        .find(|&i| s.is(i, ATT) && !s.is_of(i - 1, &ATT_GOVERNORS))
}

/// *Stämman beslöt köpa en båt och kassören ⟦fick⟧ i uppdrag att …*: another deed begins before the *att*.
fn tells_besides(s: &Sentence, head: &Head, at: usize) -> bool {
    let told = s.form(at).is_some_and(|f| matches!(f, Form::Past | Form::PassivePast));
    told && head.act == Act::Decide && (head.at + 2..at).any(|i| s.is(i, OCH_OR_SAMT))
}

/// Each head with its clause; joined ones of one kind are one decision.
pub(super) fn drafts(s: &Sentence, heads: &[Head], from: usize, context: Context) -> Vec<Draft> {
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
            let before = heads[joined].at + 1;
            let cut = edges::opening(s, before, next);
            let apart = cut > before;
            // *…godkände dagordningen ⟦och⟧ Anna Holm valdes …*: what joins the two is of neither.
            let stop = if s.is(cut - 1, AND_BUT) && cut - 1 > before { cut - 1 } else { cut };
            let parts = if apart { Some((stop, cut)) } else { parting(s, heads[joined].at, next) };
            let same = context.cast(next.kind) == context.cast(head.kind)
                && (next.subject.is_none() || next.subject == head.subject)
                && !apart
                && !edges::leads_on(s, next.at.saturating_sub(1))
                && !chosen_anew(s, next, parts)
                && !moved_anew(s, next, parts)
                && !settled_anew(s, next, parts);
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

/// *Bokslutet fastställdes och styrelsens ledamöter beviljades ansvarsfrihet*: another matter, before its own verb.
fn settled_anew(s: &Sentence, next: &Head, parts: Option<(usize, usize)>) -> bool {
    let noun = |i: usize| {
        let word = s.word(i);
        word.len() > 4 && DEFINITE_ENDS.iter().any(|end| word.ends_with(end)) && s.words[i].verb.is_none()
    };
    next.form == Form::PassivePast
        && parts.is_some_and(|(stop, begin)| {
            begin > stop && s.is(stop, AND_BUT) && begin < next.at && noun(next.at - 1)
        })
}

/// *… medan Per Ek föreslog att …*: another member moves.
fn moved_anew(s: &Sentence, next: &Head, parts: Option<(usize, usize)>) -> bool {
    next.kind == DecisionKind::Move
        && parts.is_some_and(|(stop, begin)| {
            s.is(stop, OTHER_DEEDS) && (begin..next.at).any(|i| s.words[i].person)
        })
}

/// *…, till kassör valdes Per Ek*: another choice.
fn chosen_anew(s: &Sentence, next: &Head, parts: Option<(usize, usize)>) -> bool {
    // *…, till kassör valdes*, *…och för 2020 valdes*
    let dated = |i: usize| s.word(i).starts_with(|c: char| c.is_ascii_digit());
    let begins = |(_, at): (usize, usize)| s.is(at, FOR_WHAT) || dated(at);
    // *…och Per Ek utsågs att föra protokollet*
    let named = |(_, at): (usize, usize)| {
        (at..next.at).any(|i| s.words[i].person)
            // *…och nyvaldes Per Ek*
            || at == next.at && (at + 1..at + 3).any(|i| s.words.get(i).is_some_and(|w| w.person))
    };
    next.kind == DecisionKind::Elect && !next.form.is_active() && parts.is_some_and(|p| begins(p) || named(p))
}

/// Where the clause before `next` ends and the next one begins, as word indices.
fn parting(s: &Sentence, before: usize, next: &Head) -> Option<(usize, usize)> {
    let own = |i: &usize| *i > before && *i < next.at;
    let limit = next.subject.filter(own).unwrap_or(next.at);
    for i in (before + 1..=limit).rev() {
        if s.is(i, AND_BUT) || s.is(i, MEDAN) && next.form.is_told() {
            // *…ansvarsfrihet ⟦och⟧ bokslutet samt budgeten godkändes*: two subjects of one verb.
            let first = || (i.saturating_sub(6).max(before + 2)..i).rev().find(|&k| s.is(k, OCH));
            let own = i + 1 < next.at && !next.form.is_active();
            let joint = if s.is(i, SAMT) && own { first().unwrap_or(i) } else { i };
            return Some((joint, joint + 1));
        }
        // *valdes Anna Holm Till kassör valdes Per Ek*
        if s.is(i, TILL) && walk::is_capitalised(s.word(i)) {
            return Some((i, i));
        }
        if s.is(i, SOM) || matches!(s.gap(i), ',' | ';' | '–') {
            return Some((i, i));
        }
    }
    None
}

/// *Med hänvisning till det anförda hemställs att riksdagen …*: how motions put what they want.
fn moves_in_chamber(s: &Sentence, head: &Head) -> bool {
    head.kind == DecisionKind::Propose
        && head.form == Form::Passive
        && head.subject.is_none()
        && s.word(head.at).to_lowercase().starts_with(PLEADS)
        && s.is(head.at + 1, ATT)
        && s.is(head.at + 2, RIKSDAG)
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
    let end = edges::closing(s, head, end);
    let mut span = s.between(first, end.saturating_sub(1).max(first));
    if s.words.get(end.wrapping_sub(1)).is_some_and(|w| w.gap == '(')
        && s.text[span.end as usize..].starts_with(')')
    {
        span.end += 1;
    }
    if whole && first == 0 && end == s.len() {
        span = s.span;
    } else if end == s.len() {
        span.end = s.span.end;
    } else if first == 0 {
        span.start = s.span.start;
    }
    let rule = match head.act {
        Act::Decide => &DECIDES,
        Act::Phrase(lemmas::REACH) => &TAKEN,
        Act::Phrase(_) => &PHRASE,
        Act::Kind(_) => &VERB,
    };
    // Members move; only bodies and officers propose.
    let member = context.is_motions() || (context.proposes() && opens_with_person(s));
    let kind = if member && head.kind == DecisionKind::Propose && !proposes_as_body(s, first, head) {
        DecisionKind::Move
    } else if head.kind == DecisionKind::Move
        && head.act != Act::Decide
        && proposes_as_body(s, first, head)
        && !(context.is_open() && is_partys(s, head))
    {
        DecisionKind::Propose
    } else if head.kind == DecisionKind::Propose && says_own(s, first, head) && context.meeting() {
        DecisionKind::Move
    } else if head.act == Act::Phrase(lemmas::RECORD)
        && head.kind == DecisionKind::Reserve
        && proposes_as_body(s, first, head)
    {
        // *Nämnden antecknar informationen till protokollet.*
        DecisionKind::Note
    } else if head.kind == DecisionKind::Adopt && s.is(first, NOMINATORS) {
        DecisionKind::Elect
    } else if moves_in_chamber(s, head) {
        DecisionKind::Move
    } else if asks_chamber(s, head, context) {
        DecisionKind::Propose
    } else if (head.subject.is_some() || context.kind == DocumentKind::Agenda && head.form.is_active())
        && (head.tense == Tense::Past
            && (head.act == Act::Decide || head.subject.is_some_and(|b| s.is(b, CHAMBER)))
            || head.act == Act::Phrase(lemmas::BECOME)
            || head.tense != Tense::Present && !context.settles())
    {
        // *Årsmötet beslutade enligt förslaget* below the proposal itself.
        head.kind
    } else if head.form == Form::PassivePast && head.at > first && context.meeting() {
        // *Förslaget godkändes*
        head.kind
    } else {
        context.cast(head.kind)
    };
    let mut draft =
        Draft::of(span, kind, rule, items_of(s, head, verbs, end, kind, span)).at(s.words[head.at].span);
    draft.rule = draft.rule.at(head.line);
    // The clause may end before a verb that was joined to it.
    draft.items.retain(|item| span.contains(*item));
    if draft.items.is_empty() {
        draft.items.push(span);
    }
    draft.tense = head.tense;
    // The subject of *får i uppdrag* is the one charged, not the one who decides.
    if !head.act.charges_subject() && !matches!(kind, DecisionKind::Move | DecisionKind::Reserve) {
        // *Riksdagen avslår motionen* under a proposal: who proposes is another.
        let asked = asks_chamber(s, head, context);
        draft.body = head.subject.filter(|_| !asked).map(|b| body::whole_name(s, b, head.at));
    }
    // *Vi vill att stämman beslutar …*: the one asked.
    if kind == DecisionKind::Move && head.act == Act::Decide {
        draft.body = head.subject.map(|b| body::name(s, b));
    }
    // *Därför föreslår Miljöpartiet att …*: a party in its own words.
    if draft.body.is_none() && kind == DecisionKind::Propose && !context.meeting() && head.form.is_active() {
        draft.body = party(s, first, head.at).map(|i| s.word(i).to_string());
    }
    // What parties move in a case is moved in it.
    if head.kind == DecisionKind::Move && context.is_open() && head.form.is_active() {
        draft.tense = Tense::Present;
    }
    // *På stämman beslutades att …*, *Vid årsmötet enades vi om …*
    if draft.body.is_none()
        && head.subject.is_none()
        && !head.act.charges_subject()
        && !matches!(kind, DecisionKind::Move | DecisionKind::Reserve)
    {
        draft.body = body::place(s, first, head.at + 8);
        if draft.body.is_none() && head.form == Form::Participle {
            draft.body = body::dated_place(s, head.at + 1);
        }
    }
    // *Riksrevisor Anna Holm har beslutat i detta ärende.*
    if draft.body.is_none() && head.subject.is_none() && head.act == Act::Decide && head.form.is_active() {
        draft.body = officer(s, first, head.at);
        if draft.body.is_some() && (head.at + 1..head.at + 4).any(|i| s.is(i, DETTA)) {
            draft.tense = Tense::Present;
        }
    }
    // *har fått beslut från Skatteverket*
    if head.act == Act::Phrase(lemmas::GET) && kind == DecisionKind::Adopt {
        let giver =
            (head.at + 1..(head.at + 8).min(s.len())).find(|&i| s.words[i].body && s.is(i - 1, FROM_OR_BY));
        draft.body = giver.map(|b| body::name(s, b));
    }
    let from = head.at.saturating_sub(8).max(first);
    if draft.body.is_none() {
        draft.body = match (kind, head.act) {
            // *reserverade sig mot stadsfullmäktiges beslut*
            (DecisionKind::Reserve, _) => body::owner(s, from, head.at + 12, BARE_DECISION),
            // *Styrelsens förslag till avgift är oförändrad nivå*
            (DecisionKind::Propose, Act::Phrase("stay")) => body::owner(s, from, head.at, BARE_PROPOSAL),
            // *har haft regeringens uppdrag*, *fick i uppdrag av regeringen*, *har av regeringen fått i uppdrag*
            (DecisionKind::Assign, Act::Phrase(lemmas::GET | lemmas::HAD)) => {
                let giver = || {
                    let agent = body::agent(s, head.at).or_else(|| body::agent_before(s, from, head.at));
                    agent.map(|b| body::name(s, b))
                };
                body::owner(s, head.at, head.at + 5, BARE_CHARGE).or_else(giver)
            }
            _ => None,
        };
    }
    // *yrkade att TR:n skulle ogilla käromålet*: the one asked.
    if kind == DecisionKind::Move && draft.body.is_none() && head.form.is_active() {
        draft.body = asked(s, head.at).map(|b| body::name(s, b));
    }
    // *vari yrkas att riksdagen …*
    if kind == DecisionKind::Move && head.form == Form::Passive {
        let chamber = (head.at + 1..(head.at + 6).min(s.len())).find(|&i| s.is(i, RIKSDAG));
        draft.body = chamber.map(|b| body::name(s, b));
        if !context.meeting() {
            draft.tense = Tense::Perfect;
        }
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
    let last = |a: usize, b: usize| (a..b).rev().find(|&i| !s.is(i, OCH_OR_SAMT)).unwrap_or(a);
    let starts = std::iter::once(head.at).chain(verbs.iter().copied());
    starts.zip(verbs.iter().copied().chain([end])).map(|(a, b)| s.between(a, last(a, b))).collect()
}

/// *Riksdagen avslår motionen*, in the present tense and outside the chamber: someone proposes it.
fn asks_chamber(s: &Sentence, head: &Head, context: Context) -> bool {
    let chamber = head.subject.is_some_and(|b| s.is(b, RIKSDAG));
    let here = context.is_record() || context.is_law() || (context.is_news() && !context.formal);
    chamber
        && !here
        && head.tense == Tense::Present
        && !matches!(head.kind, DecisionKind::Propose | DecisionKind::Move)
}

/// The body that is asked to decide, right behind the *att* of a motion: *yrkar att hovrätten ska upphäva domen*.
fn asked(s: &Sentence, at: usize) -> Option<usize> {
    let att = (at + 1..(at + 8).min(s.len())).find(|&i| s.is(i, ATT))?;
    let who = (att + 1..(att + 4).min(s.len())).find(|&i| s.words[i].body)?;
    let next = body::extent(s, who).1 + 1;
    let settles = s.words.get(next).and_then(|w| w.verb).is_some_and(|verb| {
        let decides = matches!(verb.act, Act::Decide | Act::Kind(DecisionKind::Adopt | DecisionKind::Reject));
        decides && verb.form == Form::Present
    });
    // *att utredningen ska tillstyrkas*: what is decided of, not who decides.
    let of = |i: usize| s.form(i) == Some(Form::Passive) || s.word(i).ends_with(PASSIVE_INFINITIVE);
    let asked = s.is_of(next, &COURT_MODALS) && !(next + 1..(next + 4).min(s.len())).any(of);
    let inquiry = super::proposers::inquires(s.word(who));
    ((settles || asked) && !inquiry).then_some(who)
}

/// *Nämnden yrkar att kammarrätten …*, *Bolaget yrkar …*, *Nämnden bestrider bifall*: a party of a case.
fn is_partys(s: &Sentence, head: &Head) -> bool {
    let ends = |i: usize, ends: &[&str]| ends.iter().any(|end| s.word(i).to_lowercase().ends_with(end));
    let att = (head.at + 1..head.at + 8).find(|&i| s.is(i, ATT));
    head.act != Act::Kind(DecisionKind::Move)
        || att.is_some_and(|att| (att + 1..att + 6).any(|i| ends(i, COURTS)))
        || head.subject.is_some_and(|b| ends(b, CASE_PARTIES))
}

/// *Styrelsen yrkar avslag*: members move, a body proposes.
fn proposes_as_body(s: &Sentence, first: usize, head: &Head) -> bool {
    let body = head.subject.filter(|&b| !s.word(b).ends_with(GROUP_END));
    body.is_some() && !s.words[first..head.at].iter().any(|w| w.person)
}

/// *Vi föreslår*, *föreslår vi*
fn says_own(s: &Sentence, first: usize, head: &Head) -> bool {
    s.is(first, WE_OR_I) || head.subject.is_none() && s.is(head.at + 1, WE_OR_I)
}

/// The officer named before the verb with nothing else: *Riksrevisor Anna Holm*.
fn officer(s: &Sentence, first: usize, at: usize) -> Option<String> {
    let end = (first..at).take_while(|&i| s.words[i].person || i == first).count() + first;
    let aux = end == at || (end + 1 == at && s.is(end, HAR));
    (aux && end > first + 1 && s.words[end - 1].person)
        .then(|| s.between(first, end - 1).of(s.text).to_string())
}

fn opens_with_person(s: &Sentence) -> bool {
    s.words.iter().take(3).any(|w| w.person)
}

/// *Anna Holm (S): bifall till förslaget* under *Yrkanden*; *Reservation: Anna Holm* under its heading.
pub(super) fn by_noun(s: &Sentence, context: Context) -> Option<Draft> {
    use DecisionKind::{Adopt, Move, Postpone, Refer, Reject};
    let (word, noun) = s.words.iter().find_map(|w| Some((w, w.verb.filter(|v| v.form == Form::Noun)?)))?;
    let moves = matches!(noun.act, Act::Kind(Adopt | Reject | Refer | Postpone)) && context.is_motions();
    moves.then(|| Draft::new(s.span, Move, &MOTION).at(word.span))
}
