//! Deciding verbs: which words of a sentence settle something, how, when, and with which subject.

use super::body;
use super::context::Context;
use super::counts::{Facts, Maybe, counts};
use super::edges;
use super::verbs::{Act, Form, Verb, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    AFTER_TERSE, ANNOUNCES, BECOMING, BILLS, CHAMBER_MATTERS, CHAMBER_OPENS, CHARGEABLE, CHECKS, CHOICES,
    CHOSE, CLOSED, CONCLUDING, DECLARES, FEES, GENERAL, GRANTS, HANDLED, HEREBY, JOINERS, MATTERS,
    MEETING_WORDS, MEMBERS, MODALS, MOVERS, NEGATIONS, NONE_AT_ALL, NOT_INFINITIVES, PERMITS, POSTS,
    RULE_BOOKS, SHORT_INFINITIVES, SUBORDINATORS, TAKEN_AS_NOTE, TAKEN_WITH, TASK_DEEDS, TASKS, VOTERS,
    WITH_CONTENT, WRITTEN_BY,
};

/// When a clause says that it was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Present,
    Past,
    Perfect,
}

/// A deciding verb with its clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// Index of the word.
    pub at: usize,
    pub kind: DecisionKind,
    pub act: Act,
    pub form: Form,
    pub tense: Tense,
    /// Index of the word that names the deciding body.
    pub subject: Option<usize>,
}

/// The deciding verb at word `at`, if it is one; `from` is where its clause may begin.
pub(super) fn head(s: &Sentence, from: usize, at: usize, context: Context) -> Option<Head> {
    let verb = s.words[at].verb?;
    // What stands on the lines above is another matter.
    let from = edges::line_start(s, from, at);
    let (kind, weight) = meaning(s, at, verb)?;
    if verb.form == Form::Infinitive {
        return hereby(s, from, at, kind, context).then(|| Head {
            at,
            kind: puts(s, at, kind, context),
            act: verb.act,
            form: Form::Present,
            tense: Tense::Present,
            subject: None,
        });
    }
    let (tense, aux) = tense(s, from, at, verb.form, weight, context)?;
    // *Den 20 oktober beslutar nämnden om planen* is to come.
    let dated = s.is(from, &["den"]) && has_digits(s, from + 1..from + 2);
    if dated && context.is_news() && verb.act == Act::Decide && verb.form == Form::Present {
        return None;
    }
    // *Får vi avslag går vi vidare*: a condition.
    if verb.act == Act::Phrase("få") && at == from && verb.form == Form::Present {
        return None;
    }
    // *Varje student har rätt till den utbildning den blivit antagen till.*
    if !context.meeting() && s.is(from, &["varje", "alla"]) && verb.form == Form::Participle {
        return None;
    }
    // *Enligt stadgarna väljer årsmötet styrelse.*
    let ruled = s.is(from, &["enligt"]) && s.is_of(from + 1, &RULE_BOOKS) && verb.form.is_active();
    if tense == Tense::Present && (ruled || quoted(s, at)) || is_attribute(s, from, at, verb) {
        return None;
    }
    // *Mötet godtog inte förslaget*
    let passive = verb.form == Form::PassivePast && context.meeting();
    let refused = (verb.form == Form::Past || passive)
        && matches!(verb.act, Act::Kind(DecisionKind::Adopt))
        && s.is(at + 1, &["inte", "ej"]);
    let kind = if refused { DecisionKind::Reject } else { kind };
    // *En medlem föreslog att …*, *Anna Holm (S) ställer sig bakom förslaget*
    let named = verb.act == Act::Phrase("ställa")
        && context.meeting()
        && (from..at).any(|i| s.words[i].person)
        && body::subject(s, from, at).is_none();
    // *Anna Holm (S) föreslår att ärendet återremitteras.*
    let party =
        |i: usize| s.gap(i) == '(' && s.word(i).len() <= 3 && s.word(i).chars().all(char::is_uppercase);
    let member = kind == DecisionKind::Propose
        && context.meeting()
        && (from..at).any(|i| s.words[i].person)
        && (from + 1..at).any(party);
    let moves = named
        || member
        || kind == DecisionKind::Propose && context.meeting() && proposes_as_member(s, from, at);
    let (kind, weight) = if moves { (DecisionKind::Move, Weight::Sure) } else { (kind, weight) };
    if (negated(s, at, aux, kind) && !refused)
        || (s.is_of(from, &NONE_AT_ALL) && kind != DecisionKind::Reserve)
    {
        return None;
    }
    let finite = aux.unwrap_or(at);
    let active = verb.form.is_active();
    let near = active.then(|| body::near(s, from, finite)).flatten();
    let inverted = body::inverted(s, finite).filter(|_| active && near.is_none() && !s.is(from, &["vinner"]));
    // Under *Beslut* a long noun phrase with *att* and *som* in it may come before its passive.
    let loose =
        context.settles() && !active && !(finite.saturating_sub(3)..finite).any(|i| s.is(i, &["som"]));
    let told = told_of_antecedent(s, from, at, verb.form, context);
    let announced = (kind == DecisionKind::Reserve || tense == Tense::Perfect) && announced(s, from, at);
    if inverted.is_none()
        && told.is_none()
        && !announced
        && !loose
        && let Some(opener) = subordinate(s, from, finite)
        && !relative_assignment(s, at, verb)
        && !aside(s, opener, at, finite, verb.form, kind, context)
    {
        return None;
    }
    // *Ordföranden föreslår att proposition ställs* only leads the vote; *Ordföranden väljer resten* names nobody.
    let proposes = context.meeting()
        && match kind {
            DecisionKind::Propose => {
                !(at + 1..at + 12).any(|i| s.is(i, &["proposition", "propositionsordning", "propositioner"]))
            }
            DecisionKind::Elect => (at + 1..(at + 7).min(s.len())).any(|i| s.words[i].person),
            _ => false,
        };
    let subject = if told.is_some() {
        told
    } else if active {
        near.or(inverted)
            .or_else(|| body::subject(s, from, finite))
            .or_else(|| body::officer_near(s, from, finite).filter(|_| proposes))
    } else {
        body::agent(s, at).or_else(|| body::agent_before(s, from.max(finite.saturating_sub(4)), at))
    };
    // *Vi enades om att …*: who that is the document says.
    let we = subject.is_none()
        && active
        && weight != Weight::Meeting
        && !(context.is_record() && kind == DecisionKind::Move)
        && (is_own_deed(verb.act) && says_we(s, from, finite, verb.act)
            || verb.act == Act::Phrase("rösta") && says_all(s, from, finite) && context.meeting()
            || speaks_for(s, from, finite, at, verb.act));
    // *Ordföranden förklarar att nämnden har beslutat …*: here and now.
    let declared = announced && context.meeting() && (from..at).any(|i| s.is_of(i, &DECLARES));
    let tense = if declared { Tense::Present } else { tense };
    let head = Head { at, kind, act: verb.act, form: verb.form, tense, subject };
    accepted(s, from, &head, weight, we, context).then_some(head)
}

/// Kind and weight of a word, with its phrase where it needs one.
fn meaning(s: &Sentence, at: usize, verb: &Verb) -> Option<(DecisionKind, Weight)> {
    match verb.act {
        // *har valt att införa* chooses no person.
        Act::Kind(DecisionKind::Elect) if s.is(at + 1, &["att"]) || s.is(at + 2, &["att"]) => {
            // *Kommunen valde att bygga en skola.*
            let orders = s.word(at).starts_with("förordn") && s.is(at + 1, &["att"])
                || matches!(verb.form, Form::Past | Form::Supine) && s.is_of(at, &CHOSE);
            orders.then_some((DecisionKind::Adopt, Weight::Body)).or_else(|| {
                // *utses att justera*
                let justera = (at + 2..at + 9).any(|i| s.is_of(i, &CHECKS));
                justera.then_some((DecisionKind::Elect, verb.weight))
            })
        }
        // *utsåg styrelsen till att planera utfärden*
        Act::Kind(DecisionKind::Elect)
            if (at + 1..at + 5)
                .take_while(|&i| !s.is(i, &["samt", "och"]))
                .any(|i| s.is(i, &["till"]) && s.is(i + 1, &["att"])) =>
        {
            let justera = (at + 2..at + 9).any(|i| s.is_of(i, &CHECKS));
            Some((if justera { DecisionKind::Elect } else { DecisionKind::Assign }, verb.weight))
        }
        // *överlämnar denna proposition*
        Act::Kind(DecisionKind::Refer) if (at + 1..at + 4).any(|i| s.is_of(i, &BILLS)) => {
            Some((DecisionKind::Propose, Weight::Body))
        }
        // *Arvode utgår med 4 000 kr.*
        Act::Kind(DecisionKind::Postpone)
            if s.is(at, &["utgår", "utgick"]) && (at.saturating_sub(4)..at).any(|i| is_fee(s.word(i))) =>
        {
            Some((DecisionKind::Adopt, Weight::Sure))
        }
        // *förslaget utgår från gällande taxa*; *utgår från dagordningen* it does.
        Act::Kind(DecisionKind::Postpone) if s.is(at, &["utgår", "utgick"]) && starts_from(s, at) => None,
        // *Mötet valde årets medlemsavgift till noll kronor.*
        Act::Kind(DecisionKind::Elect) if (at + 1..at + 4).any(|i| is_fee(s.word(i))) => {
            Some((DecisionKind::Adopt, verb.weight))
        }
        // *godkände att berättelsen läggs till handlingarna*
        Act::Kind(DecisionKind::Adopt) if verb.form.is_active() && s.is(at + 1, &["att"]) => {
            Some((kind_from(s, at + 2, true), verb.weight))
        }
        // *Lotten föll på Anna Holm*
        Act::Kind(DecisionKind::Reject) if verb.weight == Weight::Matter && s.is(at + 1, &["på"]) => None,
        // *biföll valet av revisorer*, *godkände valberedningens förslag*
        Act::Kind(DecisionKind::Adopt) if !verb.form.is_passive() && names_choice(s, at) => {
            Some((DecisionKind::Elect, verb.weight))
        }
        Act::Kind(kind) => Some((kind, verb.weight)),
        // *Nämnden beslutar med stöd av … följande föreskrifter*
        Act::Decide if enacts(s, at) => Some((DecisionKind::Adopt, Weight::Any)),
        Act::Decide => Some((content(s, at), verb.weight)),
        Act::Phrase("fatta") => {
            let after = ["beslut", "beslutet"].iter().any(|noun| s.phrase_within(at + 1, 6, noun).is_some());
            let before = (at.saturating_sub(25)..at).any(|i| s.is(i, &["beslut", "beslutet"]));
            // *Beslut fattas i höst* is a plan.
            (after || before && verb.form.is_passive() && verb.form.is_told())
                .then_some((DecisionKind::Adopt, Weight::Body))
        }
        // *tar ställning i beslut om vägen* takes none.
        Act::Phrase("ta") => verb
            .phrase_at(s, at)
            .filter(|p| p.kind != DecisionKind::Adopt || !s.is_of(at + 1, &TAKEN_WITH))
            .map(|p| (p.kind, p.weight))
            .or_else(|| {
                let near =
                    (at.saturating_sub(25)..(at + 3).min(s.len())).any(|i| s.is(i, &["beslut", "beslutet"]));
                (near && verb.form.is_passive() && verb.form.is_told() && !s.is_of(at + 1, &TAKEN_WITH))
                    .then_some((DecisionKind::Adopt, Weight::Body))
            }),
        Act::Phrase("be") => {
            let asks = (at + 1..(at + 7).min(s.len()))
                .any(|i| s.is(i, &["att"]) || s.form(i) == Some(Form::Infinitive));
            let weight = if verb.form == Form::Supine { Weight::Body } else { Weight::Meeting };
            (asks && (verb.form == Form::Supine || verb.form.is_passive()))
                .then_some((DecisionKind::Assign, weight))
        }
        Act::Phrase("avsluta") => {
            let closed = (at.saturating_sub(4)..(at + 4).min(s.len())).any(|i| s.is_of(i, &CLOSED));
            closed.then_some((DecisionKind::Adopt, Weight::Open))
        }
        // *Startbesked lämnas*
        Act::Phrase("lämna" | "ge" | "meddela")
            if verb.form.is_passive()
                && (at.saturating_sub(3)..at).any(|i| s.is_of(i, &PERMITS))
                && verb.phrase_at(s, at).is_none() =>
        {
            Some((DecisionKind::Adopt, Weight::Body))
        }
        // *Frågan skjuts till hösten*
        Act::Phrase("skjuta") => verb.phrase_at(s, at).map(|p| {
            let put_off = p.kind == DecisionKind::Adopt && names_matter(s, at.saturating_sub(4), at);
            (if put_off { DecisionKind::Postpone } else { p.kind }, p.weight)
        }),
        Act::Phrase("stay") => stays(s, at, verb.form),
        Act::Phrase("delta") => verb.phrase_at(s, at).map(|p| (p.kind, p.weight)).or_else(|| {
            // *har på grund av jäv inte deltagit i handläggningen*
            let reach = if verb.form == Form::Supine { 3 } else { 1 };
            let denied = (at.saturating_sub(reach)..at).any(|i| s.is_of(i, &NEGATIONS));
            let handled = (at + 2..at + 6).any(|i| s.is_of(i, &HANDLED));
            (denied && s.is(at + 1, &["i", "vid"]) && handled)
                .then_some((DecisionKind::Reserve, Weight::Sure))
        }),
        Act::Phrase("föreskriva") => verb
            .phrase_at(s, at)
            .filter(|_| (0..s.len().min(60)).any(|i| s.is(i, &["stöd"])))
            .map(|p| (p.kind, p.weight)),
        act if act.tells_charge() => {
            let near = at.saturating_sub(3)..(at + 4).min(s.len());
            let named = near.into_iter().any(|i| s.is(i, &["uppdraget"]));
            (named && s.phrase_within(at + 1, 5, "att").is_some())
                .then_some((DecisionKind::Assign, Weight::Sure))
        }
        Act::Phrase("anteckna") => match verb.phrase_at(s, at) {
            Some(phrase) => Some((phrase.kind, phrase.weight)),
            None => Some((DecisionKind::Note, Weight::Body)),
        },
        // *kommer överens om att styrelsen gör en kartläggning*
        Act::Phrase("överens" | "enig") => {
            // What two of them agree on is theirs.
            let named = (at.saturating_sub(4)..at).any(|i| s.words[i].person);
            let phrase = verb.phrase_at(s, at).filter(|_| !named)?;
            let att = s.phrase_within(at + 1, 6, "att");
            Some((att.map_or(phrase.kind, |att| kind_from(s, att + 1, true)), phrase.weight))
        }
        Act::Phrase(_) => verb.phrase_at(s, at).map(|p| (p.kind, p.weight)),
    }
}

/// *beslutar med stöd av 7 § lagen … följande föreskrifter*
fn enacts(s: &Sentence, at: usize) -> bool {
    s.is(at + 1, &["med"])
        && s.is(at + 2, &["stöd"])
        && (at + 3..s.len().min(at + 50)).any(|i| s.is(i, &["följande"]))
        && !(at + 1..at + 50).any(|i| s.is(i, &["att"]))
}

/// *valet av revisorer*, *valberedningens förslag* right after the verb.
fn names_choice(s: &Sentence, at: usize) -> bool {
    s.words[at].verb.is_some_and(|v| v.form.is_active())
        && (at + 1..at + 4).any(|i| s.is(i, &["valet", "omvalet", "nyvalet", "valberedningens"]))
}

/// *utgår från*, also with the subject between; not *utgår från dagordningen*.
fn starts_from(s: &Sentence, at: usize) -> bool {
    let from = (at + 1..(at + 9).min(s.len())).find(|&i| s.is(i, &["från"]));
    from.is_some_and(|i| {
        !["dagordning", "föredragningslist"].iter().any(|list| s.word(i + 1).to_lowercase().starts_with(list))
    })
}

/// *medlemsavgiften, arvodet*
fn is_fee(word: &str) -> bool {
    let word = word.to_lowercase();
    FEES.iter().any(|fee| word.ends_with(fee))
}

/// *Avgiften kvarstår*, *Arvodet är oförändrat*; *Anna Holm kvarstår som revisor*.
fn stays(s: &Sentence, at: usize, form: Form) -> Option<(DecisionKind, Weight)> {
    let post = |i: usize| {
        let word = s.word(i).to_lowercase();
        POSTS.iter().any(|post| word.ends_with(post))
    };
    if form != Form::Participle && s.is(at + 1, &["som"]) && (at + 2..at + 5).any(post) {
        return Some((DecisionKind::Elect, Weight::Sure));
    }
    let near = (at.saturating_sub(8)..(at + 4).min(s.len())).any(|i| is_fee(s.word(i)));
    if near && !s.is(at, &["fortsätter", "fortsatte"]) {
        return Some((DecisionKind::Adopt, Weight::Sure));
    }
    s.is(at, &["kvarstår", "kvarstod"]).then_some((DecisionKind::Adopt, Weight::Label))
}

/// *Jag får härmed föreslå*, *Undertecknad får därför hemställa*: the infinitive is what is done with it.
fn hereby(s: &Sentence, from: usize, at: usize, kind: DecisionKind, context: Context) -> bool {
    let near = from.max(at.saturating_sub(7))..at;
    matches!(kind, DecisionKind::Propose | DecisionKind::Move)
        && !context.is_law()
        && near.clone().any(|i| s.is(i, &["får"]))
        && near.clone().any(|i| s.is_of(i, &HEREBY))
        && !near.clone().any(|i| s.is_of(i, &NEGATIONS))
}

/// What is put so: members move, bodies and those in the chair propose.
fn puts(s: &Sentence, at: usize, kind: DecisionKind, context: Context) -> DecisionKind {
    let asked = (at + 1..(at + 8).min(s.len())).any(|i| s.words[i].body);
    if asked && !context.is_record() { DecisionKind::Move } else { kind }
}

/// *den för året beslutade avgiften*: the word stands before its noun.
fn is_attribute(s: &Sentence, from: usize, at: usize, verb: &Verb) -> bool {
    let article = |i: usize| s.is(i, &["den", "det", "de"]) && s.gap(i + 1) == ' ';
    let next = s.word(at + 1);
    let noun = next.len() > 5 && ["en", "et", "na", "an"].iter().any(|end| next.ends_with(end));
    // *föreskrifter, beslutade av nämnden*
    if verb.act == Act::Decide && verb.form == Form::Past && s.is(at + 1, &["av"]) {
        return true;
    }
    verb.act == Act::Decide
        && verb.form == Form::Past
        && noun
        && !s.words.get(at + 1).is_some_and(|w| w.body)
        && (from.max(at.saturating_sub(6))..at).any(article)
        && body::near(s, from, at).is_none()
}

/// *…och föreslår avslag* behind another clause.
fn puts_besides(s: &Sentence, at: usize, kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::Propose | DecisionKind::Move)
        && at > 0
        && s.is(at - 1, &["och"])
        && ((at + 1..at + 3).any(|i| s.is(i, &["avslag", "bifall", "därför"]))
            // *…anser att frågan bör utredas och föreslår att …*
            || s.is(at + 1, &["att"]) && (at.saturating_sub(8)..at).any(|i| s.is_of(i, &MODALS)))
}

/// *Ansökan från Anna beviljad.*, *Genomgånget och lagt till handlingarna.*: a short note without a finite verb.
fn is_terse(s: &Sentence, from: usize, at: usize) -> bool {
    s.len() <= from + 9
        && (at + 1 == s.len() || s.is_of(at + 1, &AFTER_TERSE))
        && !(from..at).any(|i| edges::is_finite(s, i))
}

/// *En medlem föreslog*: before the verb in its clause.
fn proposes_as_member(s: &Sentence, from: usize, at: usize) -> bool {
    let near = from.max(at.saturating_sub(3))..at;
    // *Ordförande föreslår avslag på förslaget*: as a member.
    let sides = (at + 1..at + 3).any(|i| s.is(i, &["avslag", "bifall"]));
    near.clone().any(|i| is_member(s.word(i)) || sides && body::is_officer(s.word(i)))
}

/// A member who has no name.
pub(super) fn is_member(word: &str) -> bool {
    MEMBERS.has(word)
}

/// The kind that *beslutar …* takes from what is decided.
pub(super) fn content(s: &Sentence, at: usize) -> DecisionKind {
    let to = (at + 16).min(s.len());
    // *beslutade omval av Anna Holm*, *beslutade enligt valberedningens förslag*
    if (at + 1..at + 4).any(|i| s.is_of(i, &CHOICES)) {
        return DecisionKind::Elect;
    }
    // *beslutar att vi ska fatta beslut i frågan på nästa möte*
    let next = (at + 1..at + 20).any(|i| s.is(i, &["nästa"]) && s.is_of(i + 1, &MEETING_WORDS));
    if next && (at + 1..at + 16).any(|i| s.is(i, &["beslut", "besluta", "upp"])) {
        return DecisionKind::Postpone;
    }
    match (at + 1..to).find(|&i| s.is(i, &["att"])) {
        Some(att) => kind_from(s, att + 1, true),
        // *beslutar bifalla*, *beslutar om ett anslag som ska utgå med …*
        None => (at + 1..(at + 5).min(s.len()))
            .filter_map(|i| s.words[i].verb.map(|verb| (i, verb)))
            .find(|(_, verb)| verb.form == Form::Infinitive)
            .and_then(|(i, verb)| meaning(s, i, verb))
            .map_or(DecisionKind::Adopt, |(kind, _)| kind),
    }
}

/// The kind of an *att* clause or of a point whose words begin at `from`.
pub(super) fn kind_from(s: &Sentence, from: usize, infinitive: bool) -> DecisionKind {
    // *att inte meddela prövningstillstånd*
    if s.is(from, &["inte", "ej"])
        && s.is(from + 2, &["prövningstillstånd", "tillstånd", "bygglov", "dispens"])
    {
        return DecisionKind::Reject;
    }
    if charges(s, from) {
        return DecisionKind::Assign;
    }
    for i in from..(from + 4).min(s.len()) {
        let Some(verb) = s.words[i].verb else { continue };
        if verb.form == Form::Infinitive && (!s.is(i, &["utgå"]) || names_matter(s, from, i)) {
            let kind = meaning(s, i, verb).map_or(DecisionKind::Adopt, |(kind, _)| kind);
            // *att inte bevilja bidraget*
            let refused = kind == DecisionKind::Adopt
                && i > from
                && s.is(i - 1, &["inte", "ej"])
                && s.is_of(i, &GRANTS);
            return if refused { DecisionKind::Reject } else { kind };
        }
    }
    if infinitive && is_infinitive(s.word(from)) {
        return DecisionKind::Adopt;
    }
    for i in from..(from + 60).min(s.len()) {
        if i > from && s.is(i, &["att"]) && (s.gap(i) == ',' || s.is_of(i - 1, &JOINERS)) {
            break;
        }
        let Some(verb) = s.words[i].verb else { continue };
        let told = matches!(
            verb.form,
            Form::Passive | Form::PassivePast | Form::Present | Form::Participle | Form::Supine
        );
        // *ska återremittera(s)*
        let bound = verb.form == Form::Infinitive && (i.saturating_sub(6)..i).any(|j| s.is_of(j, &MODALS));
        let far = verb.weight == Weight::Label && i > from + 6;
        // *att ingen ersättning ska utgå* puts nothing off.
        let pays = (verb.weight == Weight::Matter || s.is(i, &["utgå"])) && !names_matter(s, from, i);
        if (told || bound)
            && !far
            && !pays
            && verb.act != Act::Decide
            && let Some((kind, _)) = meaning(s, i, verb)
        {
            return kind;
        }
    }
    if person_chosen(s, from) { DecisionKind::Elect } else { DecisionKind::Adopt }
}

/// *styrelsen ska undersöka saken*, *Anna Holm tar kontakt med kommunen*, *arbetslag 1 ansvarar för festen*: someone in
/// particular, and a single task.
fn charges(s: &Sentence, from: usize) -> bool {
    let Some(does) = (from + 1..(from + 6).min(s.len()))
        .find(|&i| s.is(i, &["ska", "skall", "kommer", "ansvarar"]) || is_task(s, i))
    else {
        return false;
    };
    let who = from..does;
    let chargeable = |i: usize| {
        let word = s.word(i).to_lowercase();
        s.words[i].person || s.words[i].given && i == from || CHARGEABLE.iter().any(|end| word.ends_with(end))
    };
    if !who.clone().any(chargeable) || who.clone().any(|i| s.is_of(i, &SUBORDINATORS) || s.gap(i + 1) == ',')
    {
        return false;
    }
    let bound = s.is(does, &["ska", "skall", "kommer"]);
    !bound || (does + 1..(does + 5).min(s.len())).any(|i| s.is_of(i, &TASKS) || s.is(i, &["ansvara"]))
}

/// The present tense of a verb of a task: *undersöker, kontaktar, tar fram*; not *tar del av*.
fn is_task(s: &Sentence, at: usize) -> bool {
    s.is_of(at, &TASK_DEEDS) && !(s.is(at, &["tar"]) && s.is_of(at + 1, &TAKEN_AS_NOTE))
}

/// *Anna Holm är sekreterare*, *Anna Holm till justerare*.
fn person_chosen(s: &Sentence, from: usize) -> bool {
    (from..(from + 12).min(s.len())).any(|i| {
        let word = s.word(i).to_lowercase();
        let post = POSTS.iter().any(|p| word.ends_with(p));
        post && i > from && s.is(i - 1, &["är", "till", "som", "vice"])
    })
}

/// A word that looks like an infinitive.
pub(super) fn is_infinitive(word: &str) -> bool {
    (word.ends_with('a') && word.starts_with(char::is_lowercase) && !NOT_INFINITIVES.has(word))
        || SHORT_INFINITIVES.has(word)
}

/// Tense of a deciding verb, and the word of its auxiliary; `None` for what is no statement of a deed.
fn tense(
    s: &Sentence,
    from: usize,
    at: usize,
    form: Form,
    weight: Weight,
    context: Context,
) -> Option<(Tense, Option<usize>)> {
    // *Datum för stämman framflyttat till maj*
    let moved = weight == Weight::Matter && context.meeting();
    let before = |reach: usize, fits: &dyn Fn(usize) -> bool| {
        (from.max(at.saturating_sub(reach))..at).rev().take_while(|&i| s.gap(i + 1) != ';').find(|&i| fits(i))
    };
    match form {
        Form::Present => Some((Tense::Present, None)),
        Form::Past | Form::PassivePast => Some((Tense::Past, None)),
        Form::Supine | Form::PassiveSupine => {
            let aux = before(12, &|i| s.is(i, &["har", "hade"]));
            if aux.is_none() && announced(s, from, at) {
                return Some((Tense::Perfect, None));
            }
            // *Bordlagt den 3 maj*
            let elliptic = (at <= from + 1 || edges::opens_line(s, at) || is_terse(s, from, at))
                && (context.meeting() || context.settles());
            (aux.is_some() || elliptic).then_some((Tense::Perfect, aux))
        }
        Form::Passive => {
            let infinitive = at > from && s.is(at - 1, &["att"]);
            let modal =
                before(10, &|i| s.is_of(i, &MODALS)).filter(|&m| !(m + 1..at).any(|i| s.gap(i) == ','));
            // *Överklagandet ska därför avslås.*
            let concludes = !context.meeting() && !context.is_law() && !context.is_record();
            let concluded = modal.is_some_and(|m| {
                concludes && s.is(m, &["ska", "skall"]) && (from..at).any(|i| s.is_of(i, &CONCLUDING))
            });
            ((!infinitive && modal.is_none()) || concluded || context.settles())
                .then_some((Tense::Present, None))
        }
        Form::Participle => {
            let aux = before(6, &|i| s.is_of(i, &BECOMING));
            let first = (moved || at <= from + 2 || edges::opens_line(s, at) || is_terse(s, from, at))
                && context.meeting();
            // *Antagen december 2022*, *Fastställd: 2022-12-01*
            let dated = at <= from + 1 && has_digits(s, at + 1..at + 3);
            let written = s.is_of(at + 1, &WRITTEN_BY) && at <= from + 3 || is_signed(s, at) || dated;
            match aux {
                Some(_) if s.is(at.saturating_sub(1), &["har"]) => None,
                Some(aux) if s.gap(at) == ' ' => Some((Tense::Perfect, Some(aux))),
                _ if first || written || context.settles() => Some((Tense::Perfect, None)),
                _ => None,
            }
        }
        Form::Infinitive | Form::Noun => None,
    }
}

fn negated(s: &Sentence, at: usize, aux: Option<usize>, kind: DecisionKind) -> bool {
    // *deltar inte i beslutet*, *tar inte upp yrkandet till prövning*
    let reserve = kind == DecisionKind::Reserve
        || (kind == DecisionKind::Reject
            && s.words[at].verb.is_some_and(|v| matches!(v.act, Act::Phrase("ta" | "meddela"))));
    let near = |i: usize| (1..4).take_while(|n| !s.is(i + n, &["att"])).any(|n| s.is_of(i + n, &NEGATIONS));
    !reserve && (aux.is_some_and(near) || near(at) || (at > 0 && s.is_of(at - 1, &NEGATIONS)))
}

/// The word that makes the clause of the finite verb at `at` a subordinate one.
fn subordinate(s: &Sentence, from: usize, at: usize) -> Option<usize> {
    // *Vinner nej har kammaren bifallit …*
    if s.is(from, &["vinner"]) || (s.is(from, &["även"]) && s.is(from + 1, &["om"])) {
        return Some(from);
    }
    // *Så fort de är godkända …*
    if s.is(from, &["så"]) && s.is(from + 1, &["fort", "snart", "länge"]) {
        return Some(from);
    }
    if s.is(from, &["om"]) && from != at && !(from..at).any(|i| s.gap(i + 1) == ',') {
        return Some(from);
    }
    if matches!(s.gap(at), ',' | ';' | ':') {
        return None;
    }
    for i in (from.max(at.saturating_sub(25))..at).rev() {
        if s.is_of(i, &SUBORDINATORS) {
            // *Som justerare utsågs Per Ek*
            if i == from && s.is(i, &["som"]) && (i + 1..at).all(|k| s.gap(k) == ' ' || s.gap(k) == '-') {
                return None;
            }
            // *Till att justera protokollet utses Anna Holm*
            if s.is(i, &["att"])
                && (i == from || s.is(i - 1, &["till"]))
                && (i..at).any(|k| s.is_of(k, &CHECKS))
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

/// Whether a subordinate clause tells of a deed by itself: *Konventionen, som godkändes av riksdagen våren 1990, …*,
/// *Dagen började med att Anna Holm valdes till ordförande*, *När nämnden antog planen …*.
fn aside(
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
    if s.is(opener, &["att"]) && puts_besides(s, at, kind) && body::subject(s, 0, opener).is_some() {
        return true;
    }
    if matches!(kind, DecisionKind::Move | DecisionKind::Propose) {
        return false;
    }
    // *Förslaget innebär att nämnden får i uppdrag att …*
    let means = opener > 0
        && !(0..opener).any(|i| s.is(i, &["förslag", "förslaget"]))
        && s.is(opener, &["att"])
        && s.is(opener - 1, &["innebär", "är"]);
    if means && kind == DecisionKind::Assign && s.words[at].verb.is_some_and(|v| v.act == Act::Phrase("få"))
    {
        return true;
    }
    // *Förslaget att höja avgiften godkändes.*
    if form.is_passive() && told && s.is(opener, &["att"]) && opener > 0 && s.is_of(opener - 1, &WITH_CONTENT)
    {
        return true;
    }
    if form.is_passive() && s.is(opener, &["som"]) {
        return (told || context.meeting())
            && (body::agent(s, at).is_some()
                || body::agent_before(s, opener, at).is_some()
                || told && s.is(opener + 1, &["därmed", "således"])
                // *…läste upp berättelsen, som godkändes.*
                || told && opener + 1 == at && context.meeting() && (at + 6 > s.len() || s.is(at + 1, &["och"])) && !has_digits(s, at..s.len()));
    }
    if kind == DecisionKind::Elect && told && s.is(opener, &["att", "som"]) {
        return (0..at).any(|i| s.words[i].person);
    }
    form == Form::Past && opener == 0 && s.is(opener, &["när"]) && body::near(s, opener, finite).is_some()
}

/// *en policy antagen av fullmäktige den 3 maj 2009*: who, and when.
fn is_signed(s: &Sentence, at: usize) -> bool {
    let body = (at + 2..(at + 5).min(s.len())).any(|i| s.words[i].body);
    s.is(at + 1, &["av"]) && body && has_digits(s, at + 3..at + 10)
}

fn has_digits(s: &Sentence, words: std::ops::Range<usize>) -> bool {
    words.into_iter().any(|i| s.word(i).starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the word stands in a quotation that began inside the sentence: *Där står ”Fullmäktige beslutar …”*.
fn quoted(s: &Sentence, at: usize) -> bool {
    let before = s.text.get(s.span.start as usize..s.words[at].span.start as usize).unwrap_or("");
    let marks = before.chars().filter(|c| matches!(c, '”' | '"' | '“')).count();
    marks % 2 == 1 && !before.starts_with(['”', '"', '“'])
}

/// The body before a relative clause that tells what it did on a day: *…till förvaltningsrätten, som den 3 maj 2021 avslog
/// överklagandet*.
fn told_of_antecedent(s: &Sentence, from: usize, at: usize, form: Form, context: Context) -> Option<usize> {
    if !form.is_active() || !form.is_told() || context.is_record() {
        return None;
    }
    let som = (from.max(at.saturating_sub(14))..at).rev().find(|&i| s.is(i, &["som"]))?;
    let dated = has_digits(s, som.saturating_sub(6)..at);
    let body = (from.max(som.saturating_sub(8))..som).rev().find(|&i| s.words[i].body)?;
    dated.then_some(body)
}

/// *Talmannen anmälde att Anna Holm utsetts …*, *bevis om att …*: the text tells of another's deed.
fn announced(s: &Sentence, from: usize, at: usize) -> bool {
    let Some(att) = (from.max(at.saturating_sub(40))..at).rev().find(|&i| s.is(i, &["att"])) else {
        return false;
    };
    (from.max(att.saturating_sub(4))..att).any(|i| s.is_of(i, &ANNOUNCES))
}

/// Deeds that *vi* can do.
fn is_own_deed(act: Act) -> bool {
    matches!(
        act,
        Act::Decide
            | Act::Kind(DecisionKind::Propose)
            | Act::Kind(DecisionKind::Postpone | DecisionKind::Move)
            | Act::Phrase("ta" | "fatta" | "rösta" | "få" | "lämna" | "överens" | "enig")
    )
}

/// *I denna motion föreslår vpk att …*, *Riksrevisor Anna Holm har beslutat i detta ärende*.
fn speaks_for(s: &Sentence, from: usize, finite: usize, at: usize, act: Act) -> bool {
    let near = || (from.max(finite.saturating_sub(3))..finite).chain(finite + 1..(finite + 4).min(s.len()));
    match act {
        // *Anna Holm (MP) föreslår* tells of a member, not of a party.
        Act::Kind(DecisionKind::Propose) => near().any(|i| is_mover(s.word(i)) && s.words[i].gap != '('),
        Act::Decide => {
            near().any(|i| s.words[i].person)
                && (at + 1..at + 4).any(|i| s.is(i, &["ärende", "ärendet", "mål"]))
        }
        _ => false,
    }
}

/// *Vi* or *man* stands beside the finite verb.
fn says_we(s: &Sentence, from: usize, finite: usize, act: Act) -> bool {
    // One person proposes and moves, but does not decide.
    let alone = matches!(act, Act::Kind(DecisionKind::Propose | DecisionKind::Move));
    let own = |i: usize| s.is(i, &["vi", "man"]) || alone && s.is(i, &["jag"]);
    (from.max(finite.saturating_sub(2))..finite).any(own) || own(finite + 1)
}

/// *Samtliga röstade för förslaget.*
fn says_all(s: &Sentence, from: usize, finite: usize) -> bool {
    (from.max(finite.saturating_sub(3))..finite).any(|i| s.is_of(i, &VOTERS))
}

/// *…nämnden som får i uppdrag att …*
fn relative_assignment(s: &Sentence, at: usize, verb: &Verb) -> bool {
    verb.act == Act::Phrase("få") && at > 0 && s.is(at - 1, &["som"])
}

/// *Utskottets hemställan bifölls, Dessa propositioner bordlades*: the short passives of a record's
/// proceedings; speeches have longer ones about other things.
fn proceeding(s: &Sentence, head: &Head, weight: Weight) -> bool {
    let opens = s.is_of(0, &CHAMBER_OPENS);
    weight == Weight::Sure
        && matches!(head.form, Form::PassivePast)
        && (head.kind != DecisionKind::Reject || head.subject.is_some())
        && (opens || s.len() <= 30)
        && (0..s.len().min(60)).any(|i| s.is_of(i, &CHAMBER_MATTERS))
}

/// Whether the verb counts, as the table has it.
fn accepted(s: &Sentence, from: usize, head: &Head, weight: Weight, we: bool, context: Context) -> bool {
    let named = |words: std::ops::Range<usize>| words.into_iter().any(|i| s.words[i].person);
    let mut facts = Facts::of(Some(head.kind), weight, head.act, head.form, context);
    let moves = matches!(head.kind, DecisionKind::Move | DecisionKind::Reserve);
    let person = named(from..head.at) || named(head.at..(head.at + 4).min(s.len()));
    facts.person = (person || moves && (from..head.at).any(|i| is_mover(s.word(i)))).into();
    facts.subject = (we || head.subject.is_some()).into();
    facts.announced = (head.form.is_told() && announced(s, from, head.at)).into();
    facts.single = is_single(s, from, head, weight, context).into();
    facts.matter = (weight == Weight::Matter && names_matter(s, from, head.at)).into();
    facts.chamber = head.subject.is_some_and(|i| s.is(i, &["kammaren", "riksdagen"])).into();
    facts.proceeding = (context.is_record() && proceeding(s, head, weight)).into();
    let reach = if head.kind == DecisionKind::Elect { 1 } else { 3 };
    let opens = head.form == Form::Participle && head.at <= from + reach;
    let dated = || has_digits(s, head.at + 1..head.at + 12);
    let written = s.is(head.at + 1, &["enligt", "av"])
        || (s.is_of(head.at + 1, &WRITTEN_BY) && dated())
        || head.at <= from + 1 && has_digits(s, head.at + 1..head.at + 3);
    let became = head.form == Form::Participle
        && (head.at.saturating_sub(6)..head.at).any(|i| s.is(i, &["blev", "blivit", "blir", "blevo"]));
    facts.written = (opens && written || became || is_signed(s, head.at)).into();
    counts(&facts) == Maybe::Yes
}

/// Whether the sentence shows one deed, where its tense could as well give a rule: *Nämnden avslår ansökan*,
/// *Nämnden beslutar att …*; not *Nämnden beslutar om taxor*, *Nämnden ska avslå …*.
fn is_single(s: &Sentence, from: usize, head: &Head, weight: Weight, context: Context) -> bool {
    let to = (head.at + 4).min(s.len());
    let sure = match head.act {
        Act::Decide => {
            (head.at + 1..to).any(|i| s.is(i, &["att"]) || s.form(i) == Some(Form::Infinitive))
                || head.at + 1 == s.len()
        }
        _ => {
            weight == Weight::Sure
                || context.is_open()
                || head.subject.is_some_and(|i| s.is(i, &["riksdagen"]))
        }
    };
    if head.kind == DecisionKind::Elect && head.form.is_passive() {
        // *Till kassör väljs Anna Holm*; *Väljs på ett år* is a rule.
        return head.at > from
            && !s.is(head.at - 1, &["någon", "några"])
            && !(from.max(head.at.saturating_sub(12))..to).any(|i| s.is_of(i, &GENERAL));
    }
    let general = head.kind != DecisionKind::Reject
        && (from.max(head.at.saturating_sub(12))..to).any(|i| s.is_of(i, &GENERAL));
    if !head.form.is_active() {
        // *Härmed överlämnas …*, *Överklagandet avslås.*
        let here =
            (from..head.at).any(|i| s.is(i, &["härmed"]) || (s.is_of(i, &CONCLUDING) && !context.is_news()));
        let court = matches!(head.kind, DecisionKind::Reject | DecisionKind::Refer | DecisionKind::Adopt);
        return here
            || (weight == Weight::Sure
                && court
                && s.len() <= 16
                && !general
                && !s.is_of(from, &SUBORDINATORS));
    }
    sure && !general && !s.is(from, &["om"]) && !s.is_of(from, &SUBORDINATORS)
}

/// A matter stands before the verb: *Frågan parkeras*.
fn names_matter(s: &Sentence, from: usize, at: usize) -> bool {
    (from.max(at.saturating_sub(8))..(at + 3).min(s.len())).any(|i| is_matter(s.word(i)))
}

/// *Frågan, ärendet, dagordningspunkten*.
fn is_matter(word: &str) -> bool {
    let word = word.to_lowercase();
    MATTERS.iter().any(|end| word.ends_with(end))
}

/// Those who move without a name: *motionären, Miljöpartiet*.
pub(super) fn is_mover(word: &str) -> bool {
    // In judgments the parties are letters: *A yrkade att …*.
    let letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    letter || MOVERS.has(word) || word.ends_with("partiet")
}
