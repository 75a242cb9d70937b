//! What a deciding word settles: its kind and its weight, by its phrase and by what it is said of.

use super::heads::names_matter;
use super::verbs::{Act, Form, Verb, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    BILLS, CHARGEABLE, CHECKS, CHOICES, CHOSE, CLOSED, DROPPED_FROM, FEES, GOES, GRANTS, HANDLED, JOINERS,
    MEETING_WORDS, MODALS, NEGATIONS, NOT_INFINITIVES, PERMITS, POSTS, SHORT_INFINITIVES, SUBORDINATORS,
    TAKEN_AS_NOTE, TAKEN_WITH, TASK_DEEDS, TASKS,
};

/// Kind and weight of a word, with its phrase where it needs one.
pub(super) fn meaning(s: &Sentence, at: usize, verb: &Verb) -> Option<(DecisionKind, Weight)> {
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
        // *överlämnade ordförandeklubban*
        Act::Kind(DecisionKind::Refer) if (at + 1..at + 4).any(|i| s.word(i).ends_with("klubban")) => None,
        // *Protokollet anslås på tavlan*: it is put up.
        Act::Kind(DecisionKind::Adopt)
            if s.word(at).starts_with("ansl") && s.is(at + 1, &["på", "i", "vid"]) =>
        {
            None
        }
        // *bemyndigar ordföranden att teckna avtal*
        Act::Kind(DecisionKind::Adopt) if empowers(s, at) => Some((DecisionKind::Assign, verb.weight)),
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
        // *Till kassör antogs Anna Holm*
        Act::Kind(DecisionKind::Adopt) if verb.form == Form::PassivePast && takes_on(s, at) => {
            Some((DecisionKind::Elect, verb.weight))
        }
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
        // *Mötesordförande blev Anna Holm*
        Act::Phrase("bli") if became(s, at) => Some((DecisionKind::Elect, Weight::Meeting)),
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
            .map(|p| (p.kind, p.weight))
            // *…föreskriver Hamnverket⏎dels att …*: the list stands on lines of its own.
            .or_else(|| {
                s.text
                    .get(s.span.end as usize..)?
                    .trim_start()
                    .starts_with("dels ")
                    .then_some((DecisionKind::Adopt, Weight::Any))
            })
            .filter(|_| (0..s.len().min(60)).any(|i| s.is(i, &["stöd"]))),
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
pub(super) fn enacts(s: &Sentence, at: usize) -> bool {
    s.is(at + 1, &["med"])
        && s.is(at + 2, &["stöd"])
        && (at + 3..s.len().min(at + 50)).any(|i| s.is(i, &["följande"]))
        && !(at + 1..at + 50).any(|i| s.is(i, &["att"]))
}

/// *Mötesordförande blev Anna Holm*, *Valberedning blev Anna Holm och Per Ek*: a post, the verb and a name.
fn became(s: &Sentence, at: usize) -> bool {
    let post = |i: usize| {
        let word = s.word(i).to_lowercase();
        POSTS.iter().any(|post| word.ends_with(post)) || word == "valberedning"
    };
    at <= 4 && at > 0 && (0..at).any(post) && s.words.get(at + 1).is_some_and(|w| w.person)
}

/// *Till kassör antogs Anna Holm*: a post before the verb, and someone behind it.
fn takes_on(s: &Sentence, at: usize) -> bool {
    let before = at.saturating_sub(6)..at;
    let after = at + 1..(at + 7).min(s.len());
    s.word(at).to_lowercase().starts_with("antog")
        && before.into_iter().any(|i| s.is(i, &["till", "som"]))
        && after.into_iter().any(|i| s.words[i].person)
}

/// *bemyndigar ordföranden att …*, *Styrelsen bemyndigas att …*: not the power itself, as in *bemyndigandet godkänns*.
fn empowers(s: &Sentence, at: usize) -> bool {
    s.word(at).to_lowercase().starts_with("bemyndig") && s.phrase_within(at + 1, 10, "att").is_some()
}

/// *valet av revisorer*, *valberedningens förslag* right after the verb.
pub(super) fn names_choice(s: &Sentence, at: usize) -> bool {
    s.words[at].verb.is_some_and(|v| v.form.is_active())
        && (at + 1..at + 4).any(|i| s.is(i, &["valet", "omvalet", "nyvalet", "valberedningens"]))
}

/// *utgår från*, also with the subject between; not *utgår från dagordningen*.
pub(super) fn starts_from(s: &Sentence, at: usize) -> bool {
    let from = (at + 1..(at + 9).min(s.len())).find(|&i| s.is(i, &["från"]));
    from.is_some_and(|i| {
        // *utgår från kvällens möte*
        !(i + 1..i + 3).any(|i| {
            let word = s.word(i).to_lowercase();
            DROPPED_FROM.iter().any(|list| word.starts_with(list))
        })
    })
}

/// *medlemsavgiften, arvodet*
pub(super) fn is_fee(word: &str) -> bool {
    let word = word.to_lowercase();
    FEES.iter().any(|fee| word.ends_with(fee))
}

/// *Avgiften kvarstår*, *Arvodet är oförändrat*; *Anna Holm kvarstår som revisor*.
pub(super) fn stays(s: &Sentence, at: usize, form: Form) -> Option<(DecisionKind, Weight)> {
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
    // *beslutades ge styrelsen i uppdrag att …*
    if let Some(verb) = s.words.get(at + 1).and_then(|w| w.verb)
        && verb.form == Form::Infinitive
        && let Some((kind, _)) = meaning(s, at + 1, verb)
    {
        return kind;
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
    // *att inte gå vidare med saken*
    let dropped = |i: usize| s.is(i, &["inte", "ej"]) && s.is_of(i + 1, &GOES) && s.is(i + 2, &["vidare"]);
    if (from..from + 8).any(dropped) {
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
pub(super) fn charges(s: &Sentence, from: usize) -> bool {
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
pub(super) fn is_task(s: &Sentence, at: usize) -> bool {
    s.is_of(at, &TASK_DEEDS) && !(s.is(at, &["tar"]) && s.is_of(at + 1, &TAKEN_AS_NOTE))
}

/// *Anna Holm är sekreterare*, *Anna Holm till justerare*.
pub(super) fn person_chosen(s: &Sentence, from: usize) -> bool {
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
