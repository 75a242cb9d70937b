//! What the content of a decision settles: its *att* clause, or a point under it.

use super::heads::names_matter;
use super::meaning::{is_fee, meaning};
use super::verbs::{Act, Form, Weight};
use super::words::{Sentence, Word};
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    ACTING, ADJUSTS_MINUTES, AGENDA, ANSWERS_FOR, BARE_CHARGE, BINDS, CALL_IN, CHARGEABLE, CHOICES, DOES,
    DROPPED_FROM, FOLLOWS, GOES, GRANTS, INQUIRERS, JOINERS, LATER, LEAVE, MEETING_ENDS, MEETING_WORDS,
    MINUTES, MODALS, MOVES, NOT_INFINITIVES, POSTS, PROPOSAL, REFUSED, SHORT_INFINITIVES, STATES,
    SUBORDINATORS, TAKEN_AS_NOTE, TAKES, TAKES_SEAT, TAKES_UP, TASK_DEEDS, TASKS, THE_CHARGE, WHICH_ONES,
};
use crate::lexicon::sets::function_words::{
    ATT, AWAY, BESIDE_POST, NASTA, NOT, OM, OUT_OF, SENAST, TILL, VIDARE,
};

/// A sentence holds no more words of deciding before one whose content is read: each may be the content of the one before it.
const NESTED: usize = 16;

/// The kind that *beslutar …* takes from what is decided.
pub(super) fn content(s: &Sentence, at: usize) -> DecisionKind {
    let decides = |word: &&Word| word.verb.is_some_and(|verb| verb.act == Act::Decide);
    if s.words[..at].iter().filter(decides).take(NESTED).count() == NESTED {
        return DecisionKind::Adopt;
    }
    let to = (at + 16).min(s.len());
    // *beslutade omval av Anna Holm*, *beslutade enligt valberedningens förslag*
    if (at + 1..at + 4).any(|i| s.is_of(i, &CHOICES)) {
        return DecisionKind::Elect;
    }
    if (at + 1..at + 4).any(|i| seats(s, i)) {
        return DecisionKind::Elect;
    }
    // *beslutades att styrelsen utarbetar ett förslag till nästa möte*
    if let Some(att) = (at + 1..to).find(|&i| s.is(i, ATT))
        && charges(s, att + 1)
    {
        return kind_from(s, att + 1, true);
    }
    // *beslutar att vi ska fatta beslut i frågan på nästa möte*
    let next = (at + 1..at + 20).any(|i| s.is(i, NASTA) && s.is_of(i + 1, &MEETING_WORDS));
    if next && (at + 1..at + 16).any(|i| s.is(i, TAKES_UP)) {
        return DecisionKind::Postpone;
    }
    // *beslutade om ett uppdrag till Jordbruksverket att föreslå åtgärder*
    if s.is(at + 1, OM) && (at + 2..at + 6).any(|i| s.is(i, BARE_CHARGE) && s.is(i + 1, TILL)) {
        return DecisionKind::Assign;
    }
    // *beslutades ge styrelsen i uppdrag att …*
    if let Some(verb) = s.words.get(at + 1).and_then(|w| w.verb)
        && verb.form == Form::Infinitive
        && let Some((kind, _)) = meaning(s, at + 1, verb)
    {
        return kind;
    }
    match (at + 1..to).find(|&i| s.is(i, ATT)) {
        Some(att) => kind_from(s, att + 1, true),
        // *beslutar bifalla*, *beslutar om ett anslag som ska utgå med …*
        None => (at + 1..(at + 5).min(s.len()))
            .filter_map(|i| s.words[i].verb.map(|verb| (i, verb)))
            .find(|(_, verb)| verb.form == Form::Infinitive)
            .and_then(|(i, verb)| meaning(s, i, verb))
            .map_or(DecisionKind::Adopt, |(kind, _)| kind),
    }
}

/// *om vilka ledamöter som ska sitta i nämnderna*, *om de medlemmar som ska ingå i kommittén*, from its first word.
pub(super) fn seats(s: &Sentence, om: usize) -> bool {
    s.is(om, OM) && s.is_of(om + 1, &WHICH_ONES) && (om + 3..om + 10).any(|i| s.is_of(i, &TAKES_SEAT))
}

/// The kind of an *att* clause or of a point whose words begin at `from`.
pub(super) fn kind_from(s: &Sentence, from: usize, infinitive: bool) -> DecisionKind {
    // *att inte meddela prövningstillstånd*
    if s.is(from, NOT) && s.is(from + 2, REFUSED) {
        return DecisionKind::Reject;
    }
    // *att inte adjungera någon*
    if s.is(from, NOT)
        && let Some(verb) = s.words.get(from + 1).and_then(|w| w.verb)
        && (verb.act, verb.form) == (Act::Kind(DecisionKind::Elect), Form::Infinitive)
    {
        return DecisionKind::Reject;
    }
    // *att uppdraget ska redovisas senast den 3 maj*
    if s.is(from, THE_CHARGE) && (from + 1..from + 8).any(|i| s.is(i, SENAST)) {
        return DecisionKind::Assign;
    }
    // *att tillkalla en särskild utredare*
    if s.word(from).starts_with(CALL_IN) && (from + 1..from + 6).any(|i| s.is(i, INQUIRERS)) {
        return DecisionKind::Assign;
    }
    // *att lyfta frågan till nästa möte*, *att ärendet lyfts ut från dagordningen*
    if puts_off(s, from) {
        return DecisionKind::Postpone;
    }
    // *att gå på styrelsens förslag att avslå motionen*
    if let Some(inner) = proposed(s, from) {
        return kind_from(s, inner, true);
    }
    // *att inte gå vidare med saken*
    let dropped = |i: usize| s.is(i, NOT) && s.is_of(i + 1, &GOES) && s.is(i + 2, VIDARE);
    if (from..from + 8).any(dropped) {
        return DecisionKind::Reject;
    }
    // *att Anna Holm justerar dagens protokoll*
    let checks = (from + 1..from + 6)
        .find(|&i| s.is(i, ADJUSTS_MINUTES) && (i + 1..i + 4).any(|k| s.word(k).contains(MINUTES)));
    if checks.is_some_and(|i| !(from..i).any(|k| s.words[k].body)) {
        return DecisionKind::Elect;
    }
    if charges(s, from) {
        return DecisionKind::Assign;
    }
    for i in from..(from + 4).min(s.len()) {
        let Some(verb) = s.words[i].verb else { continue };
        if verb.form == Form::Infinitive && (!s.is(i, LEAVE) || names_matter(s, from, i)) {
            let kind = meaning(s, i, verb).map_or(DecisionKind::Adopt, |(kind, _)| kind);
            // *att inte bevilja bidraget*
            let refused = kind == DecisionKind::Adopt && i > from && s.is(i - 1, NOT) && s.is_of(i, &GRANTS);
            return if refused { DecisionKind::Reject } else { kind };
        }
    }
    if infinitive && is_infinitive(s.word(from)) {
        return DecisionKind::Adopt;
    }
    for i in from..(from + 60).min(s.len()) {
        if i > from && s.is(i, ATT) && (s.gap(i) == ',' || s.is_of(i - 1, &JOINERS)) {
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
        let pays = (verb.weight == Weight::Matter || s.is(i, LEAVE)) && !names_matter(s, from, i);
        if (told || bound)
            && !far
            && !pays
            && verb.act != Act::Decide
            && let Some((kind, _)) = meaning(s, i, verb)
        {
            return kind;
        }
    }
    // *att arvode utgår med 5 000 kronor till ordföranden*
    let fee = (from..(from + 3).min(s.len())).any(|i| is_fee(s.word(i)));
    if person_chosen(s, from) && !fee { DecisionKind::Elect } else { DecisionKind::Adopt }
}

/// *lyfta frågan till nästa möte*, *lyfts ut från dagordningen*
fn puts_off(s: &Sentence, from: usize) -> bool {
    let Some(moves) = (from..(from + 8).min(s.len())).find(|&i| s.is_of(i, &MOVES)) else { return false };
    (moves + 1..(moves + 14).min(s.len())).any(|i| {
        let word = s.word(i).to_lowercase();
        let away = s.is_of(i, &LATER) && (i + 1..i + 3).any(|k| is_meeting_word(s.word(k)));
        away || s.is(i - 1, OUT_OF)
            && (moves + 1..i).any(|k| s.is(k, AWAY))
            && DROPPED_FROM.iter().any(|list| word.contains(list))
            || (moves + 1..i).any(|k| s.is(k, AWAY)) && word.starts_with(AGENDA)
    })
}

fn is_meeting_word(word: &str) -> bool {
    let word = word.to_lowercase();
    MEETING_ENDS.iter().any(|end| word.ends_with(end))
}

/// Where what was proposed begins, when the clause from the word `from` on only follows a proposal.
fn proposed(s: &Sentence, from: usize) -> Option<usize> {
    if !s.is(from, FOLLOWS) {
        return None;
    }
    let noun = (from + 1..(from + 6).min(s.len())).find(|&i| s.is(i, PROPOSAL))?;
    let att = if s.is(noun + 1, OM) { noun + 2 } else { noun + 1 };
    s.is(att, ATT).then_some(att + 1)
}

/// *styrelsen ska undersöka saken*, *Anna Holm tar kontakt med kommunen*, *arbetslag 1 ansvarar för festen*: someone in
/// particular, and a single task.
pub(super) fn charges(s: &Sentence, from: usize) -> bool {
    let Some(does) = (from + 1..(from + 6).min(s.len())).find(|&i| s.is(i, DOES) || is_task(s, i)) else {
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
    let bound = s.is(does, BINDS);
    let someone = who.clone().any(|i| s.words[i].person || s.words[i].given && i == from);
    let task = |i: usize| {
        s.is_of(i, &TASKS)
            || s.is(i, ANSWERS_FOR)
            // *Anna ska skapa en lista*
            || someone && is_infinitive(s.word(i)) && !s.is_of(i, &STATES)
    };
    !bound || (does + 1..(does + 5).min(s.len())).any(task)
}

/// The present tense of a verb of a task: *undersöker, kontaktar, tar fram*; not *tar del av*.
pub(super) fn is_task(s: &Sentence, at: usize) -> bool {
    s.is_of(at, &TASK_DEEDS) && !(s.is(at, TAKES) && s.is_of(at + 1, &TAKEN_AS_NOTE))
}

/// *Anna Holm är sekreterare*, *Anna Holm till justerare*.
pub(super) fn person_chosen(s: &Sentence, from: usize) -> bool {
    (from..(from + 12).min(s.len())).any(|i| {
        let word = s.word(i).to_lowercase();
        let post = POSTS.iter().any(|p| word.ends_with(p));
        // *Anna Holm träder in som tillförordnad hamnchef*
        let beside = |i: usize| i > from && s.is(i - 1, BESIDE_POST);
        let acting = i > from && s.is(i - 1, ACTING) && beside(i - 1);
        post && (beside(i) || acting) || acting && (from..i).any(|k| s.words[k].person)
    })
}

/// A word that looks like an infinitive.
pub(super) fn is_infinitive(word: &str) -> bool {
    (word.ends_with('a') && word.starts_with(char::is_lowercase) && !NOT_INFINITIVES.has(word))
        || SHORT_INFINITIVES.has(word)
}
