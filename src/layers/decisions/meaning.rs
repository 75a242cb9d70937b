//! What a deciding word settles: its kind and its weight, by its phrase and by what it is said of.

use super::content::{content, kind_from, seats};
use super::edges;
use super::heads::names_matter;
use super::verbs::{Act, Form, Verb, Weight};
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::lexicon::sets::decisions::{
    ADJUSTED, ADJUSTED_THINGS, AFTER_TERSE, ANNOUNCED, APPOINT, ATTESTS, BARE_CHARGE, BILLS, CALL_IN, CHECKS,
    CHOICE_NOUNS, CHOICES, CHOSE, CHOSEN_GROUPS, CLOSED, CONTINUES, COVER_LABELS, DECISION, DECISIONS,
    DECLARE, DROPPED_FROM, EMPLOY, EMPOWER, EXPERTS, EXTEND, FEES, FOR_INFORMATION, GAVEL, HANDLED,
    INQUIRERS, LEAVES, MADE_UP_OF, MINUTES, MODALS, MONEY, NAME_NOUN, NEGATIONS, NOMINATING, NONE_AT_ALL,
    OPINION, PARTICULAR, PERMITS, POSTS, PROPOSAL, PUT_UP, REMAINS, REPORT_IN, RESERVATION_WORD, REVISE,
    SET_UP, SUPPORT, TAKEN_WITH, TALLIES, THE_CHARGE, THE_CHARGES, THROUGH, TOOK_ON,
};
use crate::lexicon::sets::function_words::{
    ADOPTED_AT, AGAINST, AS_WHAT, AT, AT_BOARD, ATT, DELS, DETTA, FOLJANDE, FOR, FROM, MED, OCH_OR_SAMT, OM,
    PA, SOM, THE, THIS, TILL, WE_I_OR_ONE,
};
use crate::lexicon::sets::lemmas;

/// Kind and weight of a word, with its phrase where it needs one.
pub(super) fn meaning(s: &Sentence, at: usize, verb: &Verb) -> Option<(DecisionKind, Weight)> {
    match verb.act {
        // *Anna Holm valdes att även i fortsättningen sköta nycklarna.*
        Act::Kind(DecisionKind::Elect)
            if verb.form == Form::PassivePast
                && s.is(at + 1, ATT)
                && (at.saturating_sub(12)..at).any(|i| s.words[i].person) =>
        {
            Some((DecisionKind::Elect, verb.weight))
        }
        // *är eniga i att välja detta alternativ*: a thing.
        Act::Kind(DecisionKind::Elect)
            if (verb.form.is_active() || verb.form == Form::Infinitive) && s.is(at + 1, THIS) =>
        {
            Some((DecisionKind::Adopt, verb.weight))
        }
        // *att anställa en vaktmästare* names nobody.
        Act::Kind(DecisionKind::Elect)
            if s.word(at).starts_with(EMPLOY)
                && !(at.saturating_sub(6)..(at + 12).min(s.len())).any(|i| s.words[i].person) =>
        {
            (verb.form == Form::Infinitive).then_some((DecisionKind::Adopt, verb.weight))
        }
        // *Som experter tillkallades den 9 maj Anna Holm och Per Ek*; not *Polisen tillkallades*
        Act::Kind(DecisionKind::Elect)
            if s.word(at).to_lowercase().starts_with(CALL_IN)
                && !(at.saturating_sub(6)..(at + 14).min(s.len()))
                    .any(|i| s.is(i, SOM) && s.is_of(i + 1, &EXPERTS)) =>
        {
            None
        }
        // *Bolagen valde i november att avbryta förhandlingarna*, *Därför valde man att återremittera ärendet.*
        Act::Kind(DecisionKind::Elect)
            if verb.form == Form::Past
                && let Some(att) = chose_to(s, at) =>
        {
            Some((kind_from(s, att + 1, true), Weight::Body))
        }
        // *har valt att införa* chooses no person.
        // *Därför väljer båtägaren Anna Holm att flytta.*
        Act::Kind(DecisionKind::Elect)
            if verb.form == Form::Present && verb.weight == Weight::Body && chooses_to(s, at) =>
        {
            None
        }
        Act::Kind(DecisionKind::Elect) if s.is(at + 1, ATT) || s.is(at + 2, ATT) => {
            // *Nämnden utsåg att bilda en grupp*; *Kommunen har valt att kommentera två punkter* tells how it works.
            let orders = s.word(at).starts_with(APPOINT) && s.is(at + 1, ATT);
            // *Fyra medlemmar utsågs att ingå i nämnden*, *utses att justera*
            let does = (at + 2..at + 9).find(|&i| s.is_of(i, &CHECKS));
            // *Utses att justera Justeringens plats och tid*: a column of labels, the name in the next.
            let labels = |i: usize| COVER_LABELS.iter().any(|begin| s.word(i + 1).starts_with(begin));
            match does {
                Some(does) if labels(does) => None,
                Some(does) if !orders || verb.form.is_passive() && does < at + 4 => {
                    Some((DecisionKind::Elect, verb.weight))
                }
                _ => orders.then_some((DecisionKind::Adopt, Weight::Body)),
            }
        }
        // *Anna Holm (vald på ett år) hälsas välkommen*, *De nyvalda ledamöterna*
        Act::Kind(DecisionKind::Elect)
            if verb.form == Form::Participle
                && at > 0
                && (s.gap(at) == '(' || s.is(at - 1, THE) && s.gap(at) == ' ') =>
        {
            None
        }
        // *utsåg styrelsen till att planera utfärden*
        Act::Kind(DecisionKind::Elect)
            if (at + 1..at + 5)
                .take_while(|&i| !s.is(i, OCH_OR_SAMT))
                .any(|i| s.is(i, TILL) && s.is(i + 1, ATT)) =>
        {
            let justera = (at + 2..at + 9).any(|i| s.is_of(i, &CHECKS));
            Some((if justera { DecisionKind::Elect } else { DecisionKind::Assign }, verb.weight))
        }
        // *överlämnar denna proposition*
        Act::Kind(DecisionKind::Refer) if (at + 1..at + 4).any(|i| s.is_of(i, &BILLS)) => {
            Some((DecisionKind::Propose, Weight::Body))
        }
        // *överlämnade ordförandeklubban*
        Act::Kind(DecisionKind::Refer) if (at + 1..at + 4).any(|i| s.word(i).ends_with(GAVEL)) => None,
        // *Protokollet anslås på tavlan*: it is put up.
        Act::Kind(DecisionKind::Adopt)
            if s.word(at).starts_with(PUT_UP)
                && (s.is(at + 1, AT_BOARD)
                    || (at.saturating_sub(2)..at).any(|i| s.word(i).to_lowercase().starts_with(MINUTES))) =>
        {
            None
        }
        // *Regeringen tillsatte en särskild utredare, med uppdrag att …*
        Act::Kind(DecisionKind::Adopt)
            if s.word(at).starts_with(SET_UP)
                && (at + 1..(at + 8).min(s.len())).any(|i| s.is(i, INQUIRERS)) =>
        {
            Some((DecisionKind::Assign, verb.weight))
        }
        // *Utredningen har antagit namnet …*
        Act::Kind(DecisionKind::Adopt) if s.is(at + 1, NAME_NOUN) && verb.form.is_active() => None,
        // *Regeringen förlänger uppdraget till länsstyrelserna att …*
        Act::Kind(DecisionKind::Adopt) if s.is(at + 1, THE_CHARGES) && s.word(at).starts_with(EXTEND) => {
            Some((DecisionKind::Assign, verb.weight))
        }
        // *Senast reviderad 20230425* only dates it, *Reviderad vid årsmötet 2024* says by whom.
        Act::Kind(DecisionKind::Adopt)
            if s.word(at).to_lowercase().starts_with(REVISE) && !s.is(at + 1, ADOPTED_AT) =>
        {
            None
        }
        // *bemyndigar ordföranden att teckna avtal*
        Act::Kind(DecisionKind::Adopt) if empowers(s, at) => Some((DecisionKind::Assign, verb.weight)),
        // *Hon utgår ifrån att arvodet räcker.*
        Act::Kind(DecisionKind::Postpone) if s.is(at + 1, FROM) && s.is(at + 2, ATT) => None,
        // *Arvode utgår med 4 000 kr.*; *Ersättning utgår.* says nothing new.
        Act::Kind(DecisionKind::Postpone)
            if s.is(at, LEAVES) && (at.saturating_sub(4)..at).any(|i| is_fee(s.word(i))) =>
        {
            (at + 1 < s.len()).then_some((DecisionKind::Adopt, Weight::Sure))
        }
        // *…och detta tillkännager riksdagen för regeringen* belongs to what it says so of.
        Act::Kind(DecisionKind::Adopt)
            if at > 0 && s.is(at - 1, DETTA) && s.word(at).starts_with(DECLARE) =>
        {
            None
        }
        // *Uppläst och godkänt betygar Anna Holm*: how old minutes are signed.
        Act::Kind(DecisionKind::Adopt)
            if verb.form.is_told() && !verb.form.is_passive() && s.is_of(at + 1, &ATTESTS) =>
        {
            None
        }
        // *Justerades protokollet för den 3 maj*, *Röstlängden justerades*; not *avgiften justerades*.
        Act::Kind(DecisionKind::Adopt) if s.is(at, ADJUSTED) => {
            // *Justerades det vid förra veckans möte av Per Ek förda protokoll.*
            let reach = if at == 0 { 14 } else { 4 };
            let near = at.saturating_sub(4)..(at + reach).min(s.len());
            near.into_iter().any(|i| is_adjusted(s.word(i))).then_some((DecisionKind::Adopt, verb.weight))
        }
        // *Adjungerade: Anna Holm* names those at a meeting.
        Act::Kind(DecisionKind::Elect)
            if verb.form == Form::Past && s.gap(at + 1) == ':' && at + 1 < s.len() =>
        {
            None
        }
        // *På mötet tillsattes en kommitté*, *Då tillsattes en ny styrelse*, *En grupp bestående av Anna Holm tillsattes*
        Act::Kind(DecisionKind::Adopt)
            if s.word(at).to_lowercase().starts_with(SET_UP)
                && (chooses_group(s, at) || names_members(s, at)) =>
        {
            Some((DecisionKind::Elect, verb.weight))
        }
        // *Anna Holm föreslogs till ordförande*: a nomination.
        Act::Kind(DecisionKind::Propose)
            if verb.form.is_passive()
                && (at + 1..at + 3)
                    .any(|i| s.is(i, TILL) && POSTS.iter().any(|p| s.word(i + 1).ends_with(p))) =>
        {
            None
        }
        // *Två revisorer föreslogs av valberedningen och valdes*: as well.
        Act::Kind(DecisionKind::Propose)
            if verb.form == Form::PassivePast
                && (at + 1..at + 4).any(|i| s.word(i).to_lowercase().starts_with(NOMINATING)) =>
        {
            None
        }
        // *Vi reserverar 25 000 kr för resan.*
        Act::Kind(DecisionKind::Reserve)
            if verb.form.is_active() && s.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) =>
        {
            None
        }
        // *Följande skrivelser anmäls för kännedom.*
        Act::Kind(DecisionKind::Note)
            if verb.form.is_passive() && s.is(at + 1, FOR) && s.is(at + 2, FOR_INFORMATION) =>
        {
            Some((DecisionKind::Note, Weight::Sure))
        }
        // *Anmäles protokoll från mötet den 3 maj.*
        Act::Kind(DecisionKind::Note)
            if verb.form.is_passive() && (at == 0 || edges::opens_line(s, at)) && is_announced(s, at) =>
        {
            Some((DecisionKind::Note, Weight::Sure))
        }
        // *Uppdraget ska redovisas skyndsamt*: what is to be done notes nothing.
        Act::Kind(DecisionKind::Note)
            if verb.form == Form::Passive
                && verb.weight == Weight::Label
                && (at.saturating_sub(4)..at).any(|i| s.is_of(i, &MODALS)) =>
        {
            None
        }
        // *förslaget utgår från gällande taxa*; *utgår från dagordningen* it does.
        Act::Kind(DecisionKind::Postpone) if s.is(at, LEAVES) && starts_from(s, at) => None,
        // *Mötet valde årets medlemsavgift till noll kronor.*
        Act::Kind(DecisionKind::Elect) if (at + 1..at + 4).any(|i| is_fee(s.word(i))) => {
            Some((DecisionKind::Adopt, verb.weight))
        }
        // *godkände att berättelsen läggs till handlingarna*
        Act::Kind(DecisionKind::Adopt) if verb.form.is_active() && s.is(at + 1, ATT) => {
            Some((kind_from(s, at + 2, true), verb.weight))
        }
        // *I omröstningen föll rösterna 23–19 mot sammanslagningen.*
        Act::Kind(DecisionKind::Reject)
            if verb.weight == Weight::Matter && !s.is(at + 1, MED) && tells_votes(s, at) =>
        {
            let against = (at + 1..at + 8).any(|i| s.is(i, AGAINST) && !is_figure(s, i + 1));
            Some((if against { DecisionKind::Reject } else { DecisionKind::Adopt }, Weight::Matter))
        }
        // *Lotten föll på Anna Holm*
        Act::Kind(DecisionKind::Reject) if verb.weight == Weight::Matter && s.is(at + 1, PA) => None,
        // *Till kassör antogs Anna Holm*
        Act::Kind(DecisionKind::Adopt) if verb.form == Form::PassivePast && takes_on(s, at) => {
            Some((DecisionKind::Elect, verb.weight))
        }
        // *Val av styrelse: valberedningens förslag fastställdes, omval av Anna Holm*
        Act::Kind(DecisionKind::Adopt)
            if verb.form == Form::PassivePast
                && s.is_of(0, &CHOICES)
                && (at + 1..(at + 8).min(s.len())).any(|i| s.is_of(i, &CHOICES)) =>
        {
            Some((DecisionKind::Elect, verb.weight))
        }
        // *godkände styrelsens förslag om att Anna Holm ska väljas till hamnchef*
        Act::Kind(DecisionKind::Adopt) if !verb.form.is_passive() && proposes_choice(s, at) => {
            Some((DecisionKind::Elect, verb.weight))
        }
        // *biföll valet av revisorer*, *godkände valberedningens förslag*
        Act::Kind(DecisionKind::Adopt) if !verb.form.is_passive() && names_choice(s, at) => {
            Some((chosen(s, at), verb.weight))
        }
        Act::Kind(kind) => Some((kind, verb.weight)),
        // *Nämnden beslutar med stöd av … följande föreskrifter*
        Act::Decide if enacts(s, at) => Some((DecisionKind::Adopt, Weight::Any)),
        Act::Decide => Some((content(s, at), verb.weight)),
        Act::Phrase(lemmas::REACH) => {
            let after = s.find_within(at + 1, 6, DECISION).is_some();
            let before = (at.saturating_sub(25)..at).any(|i| s.is(i, DECISIONS));
            // *Beslut fattas i höst* is a plan.
            (after || before && verb.form.is_passive() && verb.form.is_told())
                .then(|| (of_decision(s, at), Weight::Body))
                .filter(|_| !none_taken(s, at))
        }
        // *tar ställning i beslut om vägen* takes none.
        Act::Phrase(lemmas::TAKE) => verb
            .phrase_at(s, at)
            .filter(|p| p.kind != DecisionKind::Adopt || !s.is_of(at + 1, &TAKEN_WITH))
            .map(|p| (if p.kind == DecisionKind::Adopt { of_decision(s, at) } else { p.kind }, p.weight))
            .or_else(|| {
                let near = (at.saturating_sub(25)..(at + 3).min(s.len())).any(|i| s.is(i, DECISION));
                (near && verb.form.is_passive() && verb.form.is_told() && !s.is_of(at + 1, &TAKEN_WITH))
                    .then(|| (of_decision(s, at), Weight::Body))
            })
            .filter(|_| !none_taken(s, at)),
        Act::Phrase(lemmas::ASK) => {
            let asks =
                (at + 1..(at + 7).min(s.len())).any(|i| s.is(i, ATT) || s.form(i) == Some(Form::Infinitive));
            let weight = if verb.form == Form::Supine { Weight::Body } else { Weight::Meeting };
            asks.then_some((DecisionKind::Assign, weight))
        }
        // *Folkhälsomyndigheten redovisar uppdraget i årsredovisningen för 2023*: a duty with its day.
        Act::Phrase(lemmas::ACCOUNT) => {
            let day = (at + 2..(at + 12).min(s.len())).any(|i| is_figure(s, i));
            verb.phrase_at(s, at).filter(|_| day).map(|p| (p.kind, p.weight))
        }
        // *Val av revisorer förrättades.*
        Act::Phrase(lemmas::CONDUCT)
            if verb.form.is_passive() && (at.saturating_sub(30)..at).any(|i| s.is_of(i, &CHOICES)) =>
        {
            Some((DecisionKind::Elect, Weight::Sure))
        }
        // *Förslaget vann med 22 röster mot 19*
        Act::Phrase(lemmas::WIN) if s.is(at + 1, MED) && is_figure(s, at + 2) => {
            Some((DecisionKind::Adopt, Weight::Matter))
        }
        Act::Phrase(lemmas::CLOSE) => {
            let closed = (at.saturating_sub(4)..(at + 4).min(s.len())).any(|i| s.is_of(i, &CLOSED));
            closed.then_some((DecisionKind::Adopt, Weight::Open))
        }
        // *En reservation lämnades in mot beslutet.*
        Act::Phrase(lemmas::LEAVE_WITH)
            if verb.form.is_passive()
                && (at.saturating_sub(3)..at).any(|i| {
                    // *Särskilt yttrande har avgetts av Anna Holm.*
                    let apart = s.is(i, PARTICULAR) && s.word(i + 1).to_lowercase().starts_with(OPINION);
                    apart || s.word(i).to_lowercase().starts_with(RESERVATION_WORD)
                }) =>
        {
            Some((DecisionKind::Reserve, Weight::Sure))
        }
        // *Startbesked lämnas*
        Act::Phrase(lemmas::LEAVE_WITH | lemmas::GIVE | lemmas::NOTIFY)
            if verb.form.is_passive()
                && (at.saturating_sub(3)..at).any(|i| s.is_of(i, &PERMITS))
                && verb.phrase_at(s, at).is_none() =>
        {
            Some((DecisionKind::Adopt, Weight::Body))
        }
        // *Revisorerna ersätts med 300 kronor*
        Act::Phrase(lemmas::PAY) => {
            let sum = (at + 1..at + 9).any(|i| is_figure(s, i) && is_money(s, i));
            sum.then_some((DecisionKind::Adopt, Weight::Meeting))
        }
        // *röstade för att ge styrelsen i uppdrag att …*
        Act::Phrase(lemmas::VOTE_FOR) => verb.phrase_at(s, at).map(|p| {
            let att = (at + 1..at + 5).find(|&i| s.is(i, FOR) && s.is(i + 1, ATT));
            let content = att.filter(|_| p.kind == DecisionKind::Adopt).map(|i| kind_from(s, i + 2, true));
            (content.unwrap_or(p.kind), p.weight)
        }),
        // *Frågan skjuts till hösten*
        Act::Phrase(lemmas::SHIFT) => verb.phrase_at(s, at).map(|p| {
            let put_off = p.kind == DecisionKind::Adopt && names_matter(s, at.saturating_sub(4), at);
            (if put_off { DecisionKind::Postpone } else { p.kind }, p.weight)
        }),
        // *Mötesordförande blev Anna Holm*
        Act::Phrase(lemmas::BECOME) if became(s, at) => Some((DecisionKind::Elect, Weight::Meeting)),
        // *Förslaget gick igenom.*; not *Anna Holm gick igenom förslaget*
        // *Fullmäktige gick in för att bygga en skola*, as Finland says it
        Act::Phrase(lemmas::GO) if verb.phrase_at(s, at).is_some() => {
            verb.phrase_at(s, at).map(|p| (p.kind, p.weight))
        }
        Act::Phrase(lemmas::GO) => {
            let denied = s.is_of(at + 1, &NEGATIONS);
            // *Till slut gick hela förslaget igenom.*
            let apart = (at + 2..(at + 9).min(s.len())).find(|&i| s.is(i, THROUGH));
            let apart = apart.filter(|&way| {
                let readers = (at.saturating_sub(2)..at + 2).any(|i| s.is(i, WE_I_OR_ONE));
                !denied && !readers && names_matter(s, at + 1, way)
            });
            let way = apart.unwrap_or(at + 1 + usize::from(denied));
            let ends = way + 1 >= s.len() || s.gap(way + 1) != ' ' || s.is_of(way + 1, &AFTER_TERSE);
            let before = apart.is_some() || names_matter(s, at.saturating_sub(8), at);
            let through = s.is(way, THROUGH) && ends && before;
            let named = (at.saturating_sub(4)..way.min(s.len())).any(|i| s.words[i].person);
            let kind = if denied { DecisionKind::Reject } else { DecisionKind::Adopt };
            let weight = if apart.is_some() { Weight::Sure } else { Weight::Matter };
            (through && !named).then_some((kind, weight))
        }
        Act::Phrase("stay") => stays(s, at, verb.form),
        Act::Phrase(lemmas::TAKE_PART) => verb.phrase_at(s, at).map(|p| (p.kind, p.weight)).or_else(|| {
            // *har på grund av jäv inte deltagit i handläggningen*
            let reach = if verb.form == Form::Supine { 3 } else { 1 };
            let denied = (at.saturating_sub(reach)..at).any(|i| s.is_of(i, &NEGATIONS));
            let handled = (at + 2..at + 6).any(|i| s.is_of(i, &HANDLED));
            (denied && s.is(at + 1, AT) && handled).then_some((DecisionKind::Reserve, Weight::Sure))
        }),
        Act::Phrase(lemmas::PRESCRIBE) => verb
            .phrase_at(s, at)
            .map(|p| (p.kind, p.weight))
            // *…föreskriver Hamnverket⏎dels att …*: the list stands on lines of its own.
            .or_else(|| {
                s.text
                    .get(s.span.end as usize..)?
                    .trim_start()
                    .starts_with(DELS)
                    .then_some((DecisionKind::Adopt, Weight::Any))
            })
            .filter(|_| {
                // *Kommunfullmäktige föreskriver följande.*
                let whole = s.is(at + 1, FOLJANDE) && at + 2 == s.len();
                let body = at > 0 && s.words[at - 1].body && (s.is(at + 1, ATT) || whole);
                body || (0..s.len().min(60)).any(|i| s.is(i, SUPPORT))
            }),
        act if act.tells_charge() => {
            let near = at.saturating_sub(5)..(at + 4).min(s.len());
            // *I utredningens uppdrag har bland annat ingått att …*
            let whose = |i: usize| i > 0 && s.is(i, BARE_CHARGE) && s.word(i - 1).ends_with('s');
            let named = near.into_iter().any(|i| s.is(i, THE_CHARGE) || whose(i));
            (named && s.find_within(at + 1, 5, ATT).is_some()).then_some((DecisionKind::Assign, Weight::Sure))
        }
        Act::Phrase(lemmas::RECORD) => match verb.phrase_at(s, at) {
            Some(phrase) => Some((phrase.kind, phrase.weight)),
            None => Some((DecisionKind::Note, Weight::Body)),
        },
        // *kommer överens om att styrelsen gör en kartläggning*, *kom fram till att dörren ska målas*
        Act::Phrase(lemmas::AGREED | lemmas::UNANIMOUS | lemmas::COME) => {
            // What two of them agree on is theirs.
            let named = (at.saturating_sub(4)..at).any(|i| s.words[i].person);
            let phrase = verb.phrase_at(s, at).filter(|_| !named)?;
            let att = s.find_within(at + 1, 6, ATT);
            Some((att.map_or(phrase.kind, |att| kind_from(s, att + 1, true)), phrase.weight))
        }
        Act::Phrase(_) => verb.phrase_at(s, at).map(|p| (p.kind, p.weight)),
    }
}

/// What is decided where a decision is *taken*: *tog beslut om att ge styrelsen i uppdrag att …*.
fn of_decision(s: &Sentence, at: usize) -> DecisionKind {
    let noun = (at + 1..(at + 14).min(s.len())).find(|&i| s.is(i, DECISION));
    let about = noun.map_or(at + 1, |i| i + 1);
    if seats(s, about) {
        return DecisionKind::Elect;
    }
    let att = if s.is(about, OM) { about + 1 } else { about };
    if s.is(att, ATT) { kind_from(s, att + 1, true) } else { DecisionKind::Adopt }
}

/// *Inga formella beslut togs*.
fn none_taken(s: &Sentence, at: usize) -> bool {
    let noun = (at.saturating_sub(6)..(at + 6).min(s.len())).find(|&i| s.is(i, DECISION));
    noun.is_some_and(|noun| (noun.saturating_sub(3)..noun).any(|i| s.is_of(i, &NONE_AT_ALL)))
}

/// What is announced from its place in a record: *Anmäles protokoll*, *Anmäldes en skrivelse från Anna Holm*.
fn is_announced(s: &Sentence, at: usize) -> bool {
    s.word(at).to_lowercase().starts_with(REPORT_IN)
        && (at + 1..(at + 6).min(s.len())).any(|i| {
            let word = s.word(i).to_lowercase();
            ANNOUNCED.iter().any(|matter| word.contains(matter))
        })
}

/// *föll rösterna 23–19 mot fusionen*
fn tells_votes(s: &Sentence, at: usize) -> bool {
    (at.saturating_sub(3)..(at + 3).min(s.len())).any(|i| s.is_of(i, &TALLIES))
        && (at.saturating_sub(6)..(at + 6).min(s.len())).any(|i| is_figure(s, i))
}

/// What a sum is told in, behind its figure: *300 kr*, *150:-*.
fn is_money(s: &Sentence, at: usize) -> bool {
    let behind = s.words.get(at).and_then(|w| s.text.get(w.span.end as usize..)).unwrap_or("");
    s.is_of(at + 1, &MONEY) || behind.starts_with(":-")
}

fn is_figure(s: &Sentence, at: usize) -> bool {
    s.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// What *godkände valberedningens förslag* settles: the choice, unless an *att* clause says something else.
fn chosen(s: &Sentence, at: usize) -> DecisionKind {
    let att = (at + 2..(at + 6).min(s.len())).find(|&i| s.is(i, ATT));
    let kind = att.map(|att| kind_from(s, att + 1, true));
    let chooses = |att: usize| (att + 1..s.len()).any(|i| s.words[i].person);
    if att.is_some_and(chooses) { DecisionKind::Elect } else { kind.unwrap_or(DecisionKind::Elect) }
}

/// *beslutar med stöd av 7 § lagen … följande föreskrifter*
pub(super) fn enacts(s: &Sentence, at: usize) -> bool {
    s.is(at + 1, MED)
        && s.is(at + 2, SUPPORT)
        && (at + 3..s.len().min(at + 50)).any(|i| s.is(i, FOLJANDE))
        && !(at + 1..at + 50).any(|i| s.is(i, ATT))
}

/// What is *justerat* by a meeting.
fn is_adjusted(word: &str) -> bool {
    let word = word.to_lowercase();
    ADJUSTED_THINGS.iter().any(|thing| word.contains(thing))
}

/// A group that is chosen stands beside the verb: *en ny styrelse*, *en kommitté på tre personer*.
pub(super) fn chooses_group(s: &Sentence, at: usize) -> bool {
    let group = |i: usize| CHOSEN_GROUPS.iter().any(|end| s.word(i).to_lowercase().ends_with(end));
    let behind = (at + 1..(at + 7).min(s.len())).take_while(|&i| s.gap(i) == ' ').find(|&i| group(i));
    behind.is_some() || at > 0 && group(at - 1)
}

/// The *att* of what somebody chose to do, of a few words behind *valde*: a day, or who chose.
fn chose_to(s: &Sentence, at: usize) -> Option<usize> {
    let att = (at + 1..(at + 5).min(s.len())).find(|&i| s.is(i, ATT))?;
    let plain =
        (at + 1..=att).all(|i| s.gap(i) == ' ' && !s.words[i].person && !s.is(i, TILL) && !s.is(i, AS_WHAT));
    (s.is_of(at, &CHOSE) && plain && s.form(att + 1) != Some(Form::Present)).then_some(att)
}

/// *väljer båtägaren Anna Holm att flytta*: someone, and what they do.
fn chooses_to(s: &Sentence, at: usize) -> bool {
    let att = (at + 3..(at + 7).min(s.len())).find(|&i| s.is(i, ATT));
    att.is_some_and(|att| {
        s.words[att - 1].person && (at + 1..=att).all(|i| s.gap(i) == ' ' && !s.is(i, AS_WHAT))
    })
}

/// *förslag om att Anna Holm ska väljas till hamnchef*: near behind the verb.
fn proposes_choice(s: &Sentence, at: usize) -> bool {
    let noun = (at + 1..(at + 4).min(s.len())).find(|&i| s.is(i, PROPOSAL));
    noun.is_some_and(|noun| {
        s.is(noun + 1, OM)
            && s.is(noun + 2, ATT)
            && s.words.get(noun + 3).is_some_and(|w| w.person)
            && kind_from(s, noun + 3, true) == DecisionKind::Elect
    })
}

/// *bestående av Anna Holm och Per Ek*: before the verb or behind it.
fn names_members(s: &Sentence, at: usize) -> bool {
    let near = at.saturating_sub(25)..(at + 12).min(s.len());
    near.into_iter().any(|i| s.is(i, MADE_UP_OF) && s.words.get(i + 2).is_some_and(|w| w.person))
}

/// *Mötesordförande blev Anna Holm*, *Valberedning blev Anna Holm och Per Ek*: a post, the verb and a name.
fn became(s: &Sentence, at: usize) -> bool {
    let post = |i: usize| {
        let word = s.word(i).to_lowercase();
        POSTS.iter().any(|post| word.ends_with(post)) || word == NOMINATING
    };
    // *Val av ordförande och sekreterare blev Anna Holm och Per Ek*
    let far = if s.is_of(0, &CHOICES) { 9 } else { 4 };
    at <= far && at > 0 && (0..at).any(post) && s.words.get(at + 1).is_some_and(|w| w.person)
}

/// *Till kassör antogs Anna Holm*: a post before the verb, and someone behind it.
fn takes_on(s: &Sentence, at: usize) -> bool {
    let before = at.saturating_sub(6)..at;
    let after = at + 1..(at + 7).min(s.len());
    s.word(at).to_lowercase().starts_with(TOOK_ON)
        && before.into_iter().any(|i| s.is(i, AS_WHAT))
        && after.into_iter().any(|i| s.words[i].person)
}

/// *bemyndigar ordföranden att …*, *Styrelsen bemyndigas att …*: not the power itself, as in *bemyndigandet godkänns*.
fn empowers(s: &Sentence, at: usize) -> bool {
    s.word(at).to_lowercase().starts_with(EMPOWER) && s.find_within(at + 1, 10, ATT).is_some()
}

/// *valet av revisorer*, *valberedningens förslag* right after the verb.
pub(super) fn names_choice(s: &Sentence, at: usize) -> bool {
    s.words[at].verb.is_some_and(|v| v.form.is_active()) && (at + 1..at + 4).any(|i| s.is(i, CHOICE_NOUNS))
}

/// *utgår från*, also with the subject between; not *utgår från dagordningen*.
pub(super) fn starts_from(s: &Sentence, at: usize) -> bool {
    let from = (at + 1..(at + 9).min(s.len())).find(|&i| s.is(i, FROM));
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
    if form != Form::Participle && s.is(at + 1, SOM) && (at + 2..at + 5).any(post) {
        return Some((DecisionKind::Elect, Weight::Sure));
    }
    // *Styrelsens förslag till medlemsavgift är oförändrad nivå.*
    if (at.saturating_sub(6)..at).any(|i| s.is(i, PROPOSAL)) {
        return Some((DecisionKind::Propose, Weight::Sure));
    }
    let near = (at.saturating_sub(8)..(at + 4).min(s.len())).any(|i| is_fee(s.word(i)));
    if near && !s.is(at, CONTINUES) {
        return Some((DecisionKind::Adopt, Weight::Sure));
    }
    s.is(at, REMAINS).then_some((DecisionKind::Adopt, Weight::Label))
}
