//! Deciding verbs: which words of a sentence settle something, how, when, and with which subject.

use super::body;
use super::context::Context;
use super::counts::{Facts, Maybe, counts};
use super::verbs::{Act, Form, Verb, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    BECOMING, CHAMBER_MATTERS, CHAMBER_OPENS, MODALS, NEGATIONS, NOT_INFINITIVES, POSTS, SHORT_INFINITIVES,
    SUBORDINATORS, WRITTEN_BY,
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
    let (kind, weight) = meaning(s, at, verb)?;
    let (tense, aux) = tense(s, from, at, verb.form, context)?;
    if negated(s, at, aux, kind) {
        return None;
    }
    let finite = aux.unwrap_or(at);
    let active = verb.form.is_active();
    let near = active.then(|| body::near(s, from, finite)).flatten();
    let inverted = body::inverted(s, finite).filter(|_| active && near.is_none() && !s.is(from, &["vinner"]));
    // Under *Beslut* a long noun phrase with *att* and *som* in it may come before its passive.
    let loose =
        context.settles() && !active && !(finite.saturating_sub(3)..finite).any(|i| s.is(i, &["som"]));
    if inverted.is_none() && !loose && subordinate(s, from, finite) && !relative_assignment(s, at, verb) {
        return None;
    }
    let subject = if active {
        near.or(inverted).or_else(|| body::subject(s, from, finite))
    } else {
        body::agent(s, at)
    };
    let head = Head { at, kind, act: verb.act, form: verb.form, tense, subject };
    accepted(s, from, &head, weight, context).then_some(head)
}

/// Kind and weight of a word, with its phrase where it needs one.
fn meaning(s: &Sentence, at: usize, verb: &Verb) -> Option<(DecisionKind, Weight)> {
    match verb.act {
        // *har valt att införa* chooses no person.
        Act::Kind(DecisionKind::Elect) if s.is(at + 1, &["att"]) || s.is(at + 2, &["att"]) => None,
        Act::Kind(kind) => Some((kind, verb.weight)),
        Act::Decide => Some((content(s, at), verb.weight)),
        Act::Phrase("fatta") => {
            let after = s.phrase_within(at + 1, 6, "beslut").is_some();
            let before = (at.saturating_sub(25)..at).any(|i| s.is(i, &["beslut", "beslutet"]));
            (after || before && verb.form.is_passive()).then_some((DecisionKind::Adopt, Weight::Body))
        }
        Act::Phrase("be") => {
            let asks = (at + 1..(at + 7).min(s.len()))
                .any(|i| s.is(i, &["att"]) || s.form(i) == Some(Form::Infinitive));
            (asks && verb.form == Form::Supine).then_some((DecisionKind::Assign, Weight::Body))
        }
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
        Act::Phrase(_) => verb.phrase_at(s, at).map(|p| (p.kind, p.weight)),
    }
}

/// The kind that *beslutar …* takes from what is decided.
pub(super) fn content(s: &Sentence, at: usize) -> DecisionKind {
    let to = (at + 16).min(s.len());
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
    for i in from..(from + 4).min(s.len()) {
        let Some(verb) = s.words[i].verb else { continue };
        if verb.form == Form::Infinitive {
            return meaning(s, i, verb).map_or(DecisionKind::Adopt, |(kind, _)| kind);
        }
    }
    if infinitive && is_infinitive(s.word(from)) {
        return DecisionKind::Adopt;
    }
    for i in from..(from + 60).min(s.len()) {
        if i > from && s.is(i, &["att"]) && s.gap(i) == ',' {
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
        if (told || bound)
            && !far
            && verb.act != Act::Decide
            && let Some((kind, _)) = meaning(s, i, verb)
        {
            return kind;
        }
    }
    if person_chosen(s, from) { DecisionKind::Elect } else { DecisionKind::Adopt }
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
    context: Context,
) -> Option<(Tense, Option<usize>)> {
    let before = |reach: usize, fits: &dyn Fn(usize) -> bool| {
        (from.max(at.saturating_sub(reach))..at).rev().take_while(|&i| s.gap(i + 1) != ';').find(|&i| fits(i))
    };
    match form {
        Form::Present => Some((Tense::Present, None)),
        Form::Past | Form::PassivePast => Some((Tense::Past, None)),
        Form::Supine | Form::PassiveSupine => {
            let aux = before(12, &|i| s.is(i, &["har", "hade"]));
            // *Bordlagt den 3 maj*
            let elliptic = at <= from + 1 && (context.meeting() || context.settles());
            (aux.is_some() || elliptic).then_some((Tense::Perfect, aux))
        }
        Form::Passive => {
            let infinitive = at > from && s.is(at - 1, &["att"]);
            let modal =
                before(10, &|i| s.is_of(i, &MODALS)).is_some_and(|m| !(m + 1..at).any(|i| s.gap(i) == ','));
            ((!infinitive && !modal) || context.settles()).then_some((Tense::Present, None))
        }
        Form::Participle => {
            let aux = before(6, &|i| s.is_of(i, &BECOMING));
            let first = at <= from + 2 && context.meeting();
            let written = s.is_of(at + 1, &WRITTEN_BY) && at <= from + 1;
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
    let reserve = kind == DecisionKind::Reserve;
    let near = |i: usize| (1..4).take_while(|n| !s.is(i + n, &["att"])).any(|n| s.is_of(i + n, &NEGATIONS));
    !reserve && (aux.is_some_and(near) || near(at) || (at > 0 && s.is_of(at - 1, &NEGATIONS)))
}

/// Whether the finite verb at `at` stands in a subordinate clause.
fn subordinate(s: &Sentence, from: usize, at: usize) -> bool {
    // *Vinner nej har kammaren bifallit …*
    if s.is(from, &["vinner"]) || (s.is(from, &["även"]) && s.is(from + 1, &["om"])) {
        return true;
    }
    if s.is(from, &["om"]) && from != at && !(from..at).any(|i| s.gap(i + 1) == ',') {
        return true;
    }
    if matches!(s.gap(at), ',' | ';' | ':') {
        return false;
    }
    for i in (from.max(at.saturating_sub(25))..at).rev() {
        if s.is_of(i, &SUBORDINATORS) {
            // *med anledning av att …*, *trots att …* and the like too; *det att* does not happen.
            return true;
        }
        if matches!(s.gap(i), ',' | ';' | '–' | ':' | '"' | '”') {
            return false;
        }
    }
    false
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
fn accepted(s: &Sentence, from: usize, head: &Head, weight: Weight, context: Context) -> bool {
    let named = |words: std::ops::Range<usize>| words.into_iter().any(|i| s.words[i].person);
    let mut facts = Facts::of(Some(head.kind), weight, head.act, head.form, context);
    facts.person = (named(from..head.at) || named(head.at..(head.at + 4).min(s.len()))).into();
    facts.subject = head.subject.is_some().into();
    facts.chamber = head.subject.is_some_and(|i| s.is(i, &["kammaren", "riksdagen"])).into();
    facts.proceeding = (context.is_record() && proceeding(s, head, weight)).into();
    let opens = head.form == Form::Participle && head.at <= from + 2;
    facts.written = (opens && s.is(head.at + 1, &["enligt", "av"])).into();
    counts(&facts) == Maybe::Yes
}
