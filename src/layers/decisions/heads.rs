//! Deciding verbs: which words of a sentence settle something, how, when, and with which subject.

use super::body;
use super::context::Context;
use super::counts::{Facts, Maybe, counts};
use super::edges;
use super::meaning::{chooses_group, is_fee, meaning};
use super::subordinate::{
    announced, aside, is_attribute, quoted, relative_assignment, subordinate, told_of_antecedent,
};
use super::tense::{Tense, negated, tense};
use super::verbs::{Act, Form, Verb, Weight};
use super::voices::{
    firm, hereby, is_deed_of_all, is_mover, is_own_deed, proposes_as_member, puts, says_all, says_we,
    speaks_for, wished,
};
use super::words::Sentence;
use crate::document::rule::{SourceLine, here};
use crate::document::{DecisionKind, DocumentKind};
use crate::lexicon::sets::decisions::{
    A_SINGLE, BECOMING, BUDGET, CHAIR, CHAMBER_MATTERS, CHAMBER_NAMES, CHAMBER_OPENS, CHOSE, CONCLUDING,
    CONFIRM, COURTS, DECLARES, FOUNDED, GENERAL, HABITS, IS, IS_SET, IT_OR_THEY, LEAVE, LOWER_COURTS,
    MATTERS, MEMBER_END, MODALS, MOST_OF, MOTION_NOUN, MOVERS_ALONE, NEGATIONS, NONE_AT_ALL, PERMITS,
    PROPOSITIONS, RENEWALS, RIKSDAG, RULE_BOOKS, SECONDED, SET_IN_TIME, SPEAKS_ON, SUBORDINATORS, TALLIES,
    WHENEVER, WINS, WRITTEN_BY,
};
use crate::lexicon::sets::function_words::{
    ATT, AV, BECAME, BEEN, BY_RULE, CONTRASTS, DEN, ENLIGT, EVERY, HEREBY_ALONE, IN, NOT, OCH, OM, SHALL,
    SOM, SOME, WE_I_OR_ONE,
};
use crate::lexicon::sets::lemmas;
use crate::text::walk;

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
    /// Where its condition stands.
    pub line: SourceLine,
}

/// The deciding verb at word `at`, if it is one; `from` is where its clause may begin.
pub(super) fn head(s: &Sentence, from: usize, at: usize, context: Context) -> Option<Head> {
    let verb = s.words[at].verb?;
    // What stands on the lines above is another matter.
    let from = edges::line_start(s, from, at);
    let verb = &as_participle(s, from, at, verb, context);
    let labelled = verb.form != Form::Infinitive && edges::follows_label(s, from, at);
    let from = if labelled { at } else { from };
    let (kind, weight) = meaning(s, at, verb)?;
    // An infinitive read as another form, with nobody named before it.
    let read_as =
        |kind, form, tense, line| Head { at, kind, act: verb.act, form, tense, subject: None, line };
    // *Arvode ska utgå med 5 000 kronor.*
    if verb.form == Form::Infinitive && pays(s, from, at) && (context.meeting() || context.settles()) {
        let kind = context.cast(DecisionKind::Adopt);
        return Some(read_as(kind, Form::Present, Tense::Present, here()));
    }
    if verb.form == Form::Infinitive && weight != Weight::Label && stands_alone(s, from, at, context) {
        return Some(read_as(kind, Form::Present, Tense::Present, here()));
    }
    if verb.form == Form::Infinitive && declines(s, from, at, verb.act) {
        return Some(read_as(kind, Form::Past, Tense::Past, here()));
    }
    if verb.form == Form::Infinitive {
        return hereby(s, from, at, kind, context).then(|| Head {
            at,
            kind: puts(s, at, kind, context),
            act: verb.act,
            form: Form::Present,
            tense: Tense::Present,
            subject: body::near(s, from, at),
            line: here(),
        });
    }
    let (tense, aux) = tense(s, from, at, verb.form, weight, context)?;
    // *Den 20 oktober beslutar nämnden om planen* is to come.
    let dated = s.is(from, DEN) && has_digits(s, from + 1..from + 2);
    if dated && context.is_news() && verb.act == Act::Decide && verb.form == Form::Present {
        return None;
    }
    // *Fullmäktige fattar beslut den 25 mars* too.
    let takes = matches!(verb.act, Act::Decide | Act::Phrase(lemmas::REACH | lemmas::NOTIFY))
        && verb.form == Form::Present;
    if takes && context.is_news() && !(at + 1..at + 4).any(|i| s.is(i, ATT)) {
        let day = |i: usize| s.is(i, DEN) && has_digits(s, i + 1..i + 2);
        if (at + 1..at + 9).any(day) {
            return None;
        }
    }
    // *Hyran höjdes till 900 kronor* in a report is what happened; *Bestäms efter hand* is a rule.
    let raised = verb.act == Act::Phrase(lemmas::RAISE) && !context.meeting() && !context.settles();
    let ruled = verb.form == Form::Passive && walk::same_word(s.word(at), IS_SET) && !context.settles();
    if !context.settles()
        && (is_habit(s, from, at, verb.form) || is_condition(s, from, at, verb.form, context))
    {
        return None;
    }
    // *Godkänt är 75 % av kostnaden.*: what is good enough.
    if verb.form == Form::Participle && at == from && s.is(at + 1, IS) {
        return None;
    }
    // *Styrelsen bekräftar att …* says that it is so.
    let states = walk::starts_with_word(s.word(at), CONFIRM) && (at + 1..at + 6).any(|i| s.is(i, ATT));
    if raised && body::agent(s, at).is_none() || ruled || states && verb.form.is_active() {
        return None;
    }
    // *Styrelsen väljs av årsmötet för ett år i taget*: a rule.
    let unnamed = kind == DecisionKind::Elect && verb.form == Form::Passive && !context.settles();
    if unnamed && body::agent(s, at).is_some() && !s.words.iter().any(|w| w.person) {
        return None;
    }
    // *Ordföranden konstaterade att förslaget blivit fullmäktiges beslut*: the outcome counts.
    let outcome = |i: usize| s.is(i, BEEN) && s.is_of(at, &DECLARES);
    if kind == DecisionKind::Note && (at + 2..at + 10).any(outcome) {
        return None;
    }
    // *Det föreslogs att …*; not *huset har föreslagits på en tomt*.
    let put = kind == DecisionKind::Propose && verb.form.is_passive() && verb.form.is_told();
    let bare =
        put && !context.meeting() && !context.is_news() && !context.is_statement() && !context.is_report();
    if bare && body::agent(s, at).is_none() && !(at + 1..at + 4).any(|i| s.is(i, ATT)) {
        return None;
    }
    // *Styrelsen föreslår och stämman beslutar att …*: what is decided counts.
    let decides = |i: usize| s.words[i].verb.is_some_and(|verb| verb.act == Act::Decide);
    if kind == DecisionKind::Propose
        && s.is(at + 1, OCH)
        && s.words.get(at + 2).is_some_and(|w| w.body)
        && (at + 3..(at + 5).min(s.len())).any(decides)
    {
        return None;
    }
    // *Mötet föreslår och väljer Per Ek*: the deed counts.
    let next = s.words.get(at + 2).and_then(|w| w.verb);
    let done = next.is_some_and(|v| v.form == verb.form && v.act == Act::Kind(DecisionKind::Elect));
    if kind == DecisionKind::Propose && s.is(at + 1, OCH) && done {
        return None;
    }
    // How a matter came up stands in its background; elsewhere a motion that came in is news.
    let came_up = matches!(verb.act, Act::Phrase(lemmas::COME_IN | lemmas::BRING))
        || verb.act == Act::Phrase(lemmas::LEAVE_WITH) && kind == DecisionKind::Move;
    if came_up && context.meeting() && !context.is_background() {
        return None;
    }
    // *Utskottet noterar att …* argues.
    let argues =
        kind == DecisionKind::Note && verb.form == Form::Present && !context.meeting() && !context.settles();
    // *Tingsrätten konstaterade att …* argues as well.
    let reasons = kind == DecisionKind::Note && !context.meeting() && is_of_court(s, at);
    if (argues || reasons) && (at + 1..at + 4).any(|i| s.is(i, ATT)) {
        return None;
    }
    // *Får vi avslag går vi vidare*: a condition.
    if verb.act == Act::Phrase(lemmas::GET) && at == from && verb.form == Form::Present {
        return None;
    }
    // *Skolan inrättades 1919*: history.
    let founded = matches!(verb.act, Act::Kind(DecisionKind::Adopt)) && verb.form == Form::PassivePast;
    if founded && FOUNDED.iter().any(|begin| s.word(at).to_lowercase().starts_with(begin)) {
        let year = |i: usize| s.word(i).len() == 4 && has_digits(s, i..i + 1) && !s.is(i - 1, BUDGET);
        if (at.saturating_sub(6).max(1)..at + 8).any(year) && body::agent(s, at).is_none() {
            return None;
        }
    }
    // *Varje student har rätt till den utbildning den blivit antagen till.*
    if !context.meeting() && s.is(from, EVERY) && verb.form == Form::Participle {
        return None;
    }
    // *Enligt stadgarna väljer årsmötet styrelse.*
    let ruled = s.is(from, ENLIGT) && s.is_of(from + 1, &RULE_BOOKS) && verb.form.is_active();
    if tense == Tense::Present && (ruled || quoted(s, at)) || is_attribute(s, from, at, verb) {
        return None;
    }
    // *Mötet godtog inte förslaget*
    let passive = matches!(verb.form, Form::Passive | Form::PassivePast) && context.meeting();
    // *Prövningstillstånd beviljas inte.*
    let permit = verb.form.is_passive() && (from..at).any(|i| s.is_of(i, &PERMITS));
    // *Förslaget vann inte bifall.*
    let settles = matches!(verb.act, Act::Kind(DecisionKind::Adopt) | Act::Phrase(lemmas::WIN | lemmas::GO));
    // (*Rådet medger inte att vi tar bilden* tells what it thinks.)
    let present =
        verb.form == Form::Present && (context.settles() || context.meeting() && !s.is(at + 2, ATT));
    let refused = (verb.form == Form::Past || passive || permit || present) && settles && s.is(at + 1, NOT);
    let (kind, weight) = match refused {
        true => (DecisionKind::Reject, if permit { Weight::Sure } else { weight }),
        false => (kind, weight),
    };
    // *En medlem föreslog att …*, *Anna Holm (S) ställer sig bakom förslaget*
    let named = verb.act == Act::Phrase(lemmas::STAND)
        && context.meeting()
        && (from..at).any(|i| s.words[i].person)
        && body::subject(s, from, at).is_none();
    // *Anna Holm (S) föreslår att ärendet återremitteras.*, *Ledamoten Anna Holm föreslog …* where others tell of it
    let member = kind == DecisionKind::Propose
        && (context.meeting() || verb.form == Form::Past && !context.is_record() && !context.is_law())
        && is_members(s, from, at, context);
    // *Under diskussionen föreslog Anna Holm, understödd av Per Ek, att …*
    let seconded = kind == DecisionKind::Propose
        && (context.meeting() || verb.form == Form::Past && !context.is_law() && !context.is_record())
        && (from..at).chain(at + 1..(at + 9).min(s.len())).any(|i| s.words[i].person)
        && (at + 1..at + 9).any(|i| s.is_of(i, &SECONDED));
    let moves = named
        || member
        || seconded
        || kind == DecisionKind::Propose && context.meeting() && proposes_as_member(s, from, at);
    let (kind, weight) = if moves { (DecisionKind::Move, Weight::Sure) } else { (kind, weight) };
    // *Inga arvoden utgår.*
    let pays_none = verb.act == Act::Kind(DecisionKind::Postpone) && kind == DecisionKind::Adopt;
    if (negated(s, at, aux, kind) && !refused)
        || (s.is_of(from, &NONE_AT_ALL) && kind != DecisionKind::Reserve && !pays_none)
    {
        return None;
    }
    let finite = aux.unwrap_or(at);
    let active = verb.form.is_active();
    let near = active.then(|| body::near(s, from, finite)).flatten();
    // *Mötesdeltagarna gav styrelsen ansvarsfrihet*: the subject stands before.
    let inverted = body::inverted(s, finite)
        .filter(|_| active && near.is_none() && !s.is(from, WINS) && !says_all(s, from, finite));
    // Under *Beslut* a long noun phrase with *att* and *som* in it may come before its passive.
    let loose = context.settles() && !active && !(finite.saturating_sub(3)..finite).any(|i| s.is(i, SOM));
    // *Vi vill att stämman beslutar att …*
    let wish = wished(s, from, finite).filter(|_| verb.act == Act::Decide && tense == Tense::Present);
    if let Some((kind, who)) = wish.filter(|_| !context.is_record() && !context.is_law()) {
        let head = Head { at, kind, act: verb.act, form: verb.form, tense, subject: who, line: here() };
        return Some(head);
    }
    let told = told_of_antecedent(s, from, at, verb.form, context);
    // *Länsstyrelsen meddelar att Anna Holm utses till ersättare.*
    let named = kind == DecisionKind::Elect && verb.form == Form::Passive;
    let announced =
        (kind == DecisionKind::Reserve || tense == Tense::Perfect || named) && announced(s, from, at);
    let tense = if named && announced { Tense::Perfect } else { tense };
    // *Eftersom rummet står tomt föreslår vi …*: the subject behind the verb makes it a main clause.
    let turned = active && s.is(finite + 1, WE_I_OR_ONE) && s.gap(finite + 1) == ' ' && finite > from;
    if inverted.is_none()
        && !turned
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
            DecisionKind::Propose => !(at + 1..at + 12).any(|i| s.is(i, PROPOSITIONS)),
            DecisionKind::Elect => (at + 1..(at + 7).min(s.len())).any(|i| s.words[i].person),
            _ => false,
        };
    // *Rektor beslutar att inrätta en nämnd.*
    let rules_alone = verb.act == Act::Decide && (context.meeting() || context.is_open());
    let subject = if told.is_some() {
        told
    } else if active {
        near.or(inverted)
            .or_else(|| body::subject(s, from, finite))
            .or_else(|| body::officer_near(s, from, finite).filter(|_| proposes || rules_alone))
    } else if matches!(verb.act, Act::Phrase(lemmas::AGREED | lemmas::UNANIMOUS)) {
        // *Vi kom överens om att fika bjuds på av kommunen*: who agreed stands before.
        body::near(s, from, finite)
    } else {
        body::agent(s, at).or_else(|| body::agent_before(s, from.max(finite.saturating_sub(4)), at))
    };
    // *Vi enades om att …*: who that is the document says.
    let we = subject.is_none()
        && active
        && (weight != Weight::Meeting || verb.act == Act::Phrase(lemmas::COME) && context.meeting())
        && !(context.is_record() && kind == DecisionKind::Move)
        && ((is_own_deed(verb.act) || kind == DecisionKind::Elect && chooses_group(s, at))
            && says_we(s, from, finite, verb.act)
            // *Enades om att …*, *Godkände rapporten*: the minutes' own body.
            || at == from && verb.form == Form::Past && is_deed_of_all(verb.act) && context.meeting()
            || is_deed_of_all(verb.act)
                && (context.meeting() || context.is_news() && verb.form == Form::Past)
                && says_all(s, from, finite)
            || speaks_for(s, from, finite, verb.act));
    // *Ordföranden förklarar att nämnden har beslutat …*: here and now.
    let declared = announced && context.meeting() && (from..at).any(|i| s.is_of(i, &DECLARES));
    let tense = if declared { Tense::Present } else { tense };
    let head = Head { at, kind, act: verb.act, form: verb.form, tense, subject, line: here() };
    accepted(s, from, &head, weight, we, context).map(|line| Head { line, ..head })
}

/// Whether a court stands right before a verb in the past: *Tingsrätten konstaterade*.
pub(super) fn is_of_court(s: &Sentence, at: usize) -> bool {
    let before = || s.word(at - 1).to_lowercase();
    at > 0
        && s.form(at) == Some(Form::Past)
        && COURTS.iter().chain(LOWER_COURTS).any(|court| before().ends_with(court))
}

/// *Arvode ska utgå med 5 000 kronor*, *Inget arvode skall utgå*: a fee before the verb, in a main clause.
fn pays(s: &Sentence, from: usize, at: usize) -> bool {
    let before = || from.max(at.saturating_sub(8))..at;
    s.is(at, LEAVE)
        && at > from
        && s.is(at - 1, SHALL)
        && before().any(|i| is_fee(s.word(i)))
        && !before().any(|i| s.is_of(i, &SUBORDINATORS) || s.is(i, OM))
}

/// *Att utse en justerare.*, *4 Dagordningens godkännande att godkänna dagordningen*, *välja Per Ek till justerare*: a point
/// without its lead, alone in its sentence or behind the heading of its item.
fn stands_alone(s: &Sentence, from: usize, at: usize, context: Context) -> bool {
    if !context.meeting() || context.settles() || context.is_background() || s.len() > at + 40 {
        return false;
    }
    let bare = at == from && s.word(at).starts_with(char::is_lowercase);
    let att = at > from && s.is(at - 1, ATT) && s.gap(at) == ' ';
    if !(bare && context.kind != DocumentKind::Agenda || att) {
        return false;
    }
    let start = if att && s.gap(at - 1) == '.' { at - 1 } else { from };
    let finite = |i: usize| {
        edges::is_finite(s, i)
            || s.is_of(i, &MODALS)
            || s.is_of(i, &BECOMING)
            || s.is_of(i, &SPEAKS_ON)
            || s.gap(i) == '.' && i > at
    };
    let heading = || edges::reads_like_heading(s, start) || edges::reads_like_heading(s, start + 1);
    let titled =
        at <= start + 1 && (bare || opens_anew(s, start)) || at > start + 1 && at <= start + 9 && heading();
    titled && !(start..s.len()).any(|i| i != at && finite(i))
}

/// A capital begins the word `at`, or what stands before it ended.
fn opens_anew(s: &Sentence, at: usize) -> bool {
    let before = s.words.get(at).and_then(|w| s.text.get(..w.span.start as usize)).unwrap_or("").trim_end();
    let ended = before.is_empty() || before.ends_with(['.', ':', '!', '?', ')', '-', '–', '•']);
    walk::is_capitalised(s.word(at)) || ended
}

/// *Moderaterna valde att inte delta i beslutet*, *Han kan inte undgå kritik*: an infinitive that is denied and a deed.
fn declines(s: &Sentence, from: usize, at: usize, act: Act) -> bool {
    let denied = at > from && s.is_of(at - 1, &NEGATIONS);
    let chose = || at >= from + 3 && s.is(at - 2, ATT) && s.is_of(at - 3, &CHOSE);
    match act {
        Act::Phrase(lemmas::TAKE_PART) => denied && chose(),
        Act::Phrase(lemmas::ESCAPE) => denied,
        _ => false,
    }
}

/// *Varje år fastställer stämman en budget*, *I normalfallet beslutar nämnden*, *När vi har allt fattar vi beslut*: what is
/// done again and again.
fn is_habit(s: &Sentence, from: usize, at: usize, form: Form) -> bool {
    let present = matches!(form, Form::Present | Form::Passive);
    let usual = || (from..at).chain(at + 1..(at + 3).min(s.len())).any(|i| s.is_of(i, &HABITS));
    present && (s.is(from, WHENEVER) || usual())
}

/// *om det bifalls av minst hälften*, *avgift, som fastställs av årsmötet*: a rule for what may come.
fn is_condition(s: &Sentence, from: usize, at: usize, form: Form, context: Context) -> bool {
    let stated = at > 1 && s.is(at - 1, IT_OR_THEY) && s.is(at - 2, OM);
    // *Beviljas bidraget måste kassan ses över.*
    let then = || (at + 2..(at + 6).min(s.len())).find(|&i| s.is_of(i, &MODALS));
    let opens = at == from
        && then()
            .is_some_and(|modal| !(at + 1..modal).any(|i| s.is(i, ATT) || s.is(i, SOM) || s.gap(i) != ' '));
    form == Form::Passive && (stated || opens || at > 0 && !context.meeting() && s.is(at - 1, SOM))
}

/// Whether a member is who proposes, by the party beside the name or by the word for one.
fn is_members(s: &Sentence, from: usize, at: usize, context: Context) -> bool {
    let after = at + 1..(at + 6).min(if context.meeting() { at } else { s.len() });
    let from = (from..at).rev().find(|&i| s.is(i, CONTRASTS)).map_or(from, |joint| joint + 1);
    let near = || (from..at).chain(after.clone());
    let party = |i: usize| s.gap(i) == '(' && s.word(i).len() <= 4 && walk::is_capitalised(s.word(i));
    // *Motionären föreslog att …*
    if (from..at)
        .any(|i| MOVERS_ALONE.has(s.word(i)) && s.gap(i) == ' ' || i == from && MOVERS_ALONE.has(s.word(i)))
    {
        return !(from..at).any(|i| s.words[i].body);
    }
    // *I motion 7 av Per Ek hemställs att …*
    if s.is(from, IN) && s.is(from + 1, MOTION_NOUN) && s.form(at) == Some(Form::Passive) {
        return true;
    }
    // *En motion från byn föreslog att …*
    if s.is(from + 1, MOTION_NOUN) && s.is(from, A_SINGLE) && at <= from + 6 {
        return true;
    }
    // *Motion 3 föreslog att …*
    if s.is(from, MOTION_NOUN) && has_digits(s, from + 1..from + 2) && at <= from + 3 {
        return true;
    }
    // *Socialdemokraterna föreslog avslag*
    let parties = from.max(at.saturating_sub(4))..at;
    if s.form(at) == Some(Form::Past)
        && super::voices::party(s, from, at).is_some_and(|i| parties.contains(&i))
    {
        return !(from..at).any(|i| s.words[i].body);
    }
    // *Ledamot Holm föreslog att …*: behind the title her name alone.
    let own = |i: usize| i < at && s.words[i + 1].person && s.form(at) == Some(Form::Past);
    let titled = |i: usize| s.word(i).to_lowercase().ends_with(MEMBER_END) && (!context.meeting() || own(i));
    near().any(|i| s.words[i].person)
        && near().any(|i| i > from && party(i) && s.words[i - 1].person || titled(i))
        && !(from..at).any(|i| s.words[i].body)
}

/// *en policy antagen av fullmäktige den 3 maj 2009*: who, and when.
pub(super) fn is_signed(s: &Sentence, at: usize) -> bool {
    let body = (at + 2..(at + 5).min(s.len())).any(|i| s.words[i].body);
    s.is(at + 1, AV) && body && has_digits(s, at + 3..at + 10)
}

pub(super) fn has_digits(s: &Sentence, words: std::ops::Range<usize>) -> bool {
    words.into_iter().any(|i| s.word(i).starts_with(|c: char| c.is_ascii_digit()))
}

/// *Utskottets hemställan bifölls, Dessa propositioner bordlades*: the short passives of a record's
/// proceedings; speeches have longer ones about other things.
fn proceeding(s: &Sentence, head: &Head, weight: Weight) -> bool {
    // *§ 1 Justerades protokollet*
    let opens = (0..2).any(|i| s.is_of(i, &CHAMBER_OPENS));
    let settled = head.kind == DecisionKind::Adopt && weight == Weight::Body && s.len() <= 8;
    (weight == Weight::Sure || settled)
        && (head.form == Form::PassivePast || head.form == Form::Participle && head.tense == Tense::Perfect)
        && (head.kind != DecisionKind::Reject || head.subject.is_some())
        && (opens || s.len() <= 30)
        && (0..s.len().min(60)).any(|i| s.is_of(i, &CHAMBER_MATTERS))
}

/// Whether the verb counts, as the table has it.
fn accepted(
    s: &Sentence,
    from: usize,
    head: &Head,
    weight: Weight,
    we: bool,
    context: Context,
) -> Option<SourceLine> {
    let named = |words: std::ops::Range<usize>| words.into_iter().any(|i| s.words[i].person);
    // *Beslut fattades om att ge styrelsen i uppdrag …* is told as any decision is.
    let taken = matches!(head.act, Act::Phrase(lemmas::REACH | lemmas::TAKE)) && weight == Weight::Body;
    let kind = if taken && head.kind != DecisionKind::Reject { DecisionKind::Adopt } else { head.kind };
    let mut facts = Facts::of(Some(kind), weight, head.act, head.form, context);
    let moves = matches!(head.kind, DecisionKind::Move | DecisionKind::Reserve);
    // *Som sakkunniga förordnades den 4 februari 2020 kansliråd Anna Holm*: a day may stand before the name.
    let dated = head.kind == DecisionKind::Elect && has_digits(s, head.at + 1..head.at + 7);
    // *Som experter förordnades samma dag chefsjuristen Anna Holm …*
    let named_as = head.kind == DecisionKind::Elect && head.form.is_passive() && s.is(from, SOM);
    // *Fyra medlemmar utsågs att ingå i nämnden: Anna Holm, Per Ek*
    let joins = head.kind == DecisionKind::Elect && head.form.is_passive() && s.is(head.at + 1, ATT);
    let reach = if dated || named_as || joins { 12 } else { 4 };
    let person = named(from..head.at) || named(head.at..(head.at + reach).min(s.len()));
    let group = head.kind == DecisionKind::Elect && head.form.is_told() && chooses_group(s, head.at)
        // *Det blev omval på alla poster.*
        || head.act == Act::Phrase(lemmas::BECOME) && s.is(head.at + 1, RENEWALS);
    // *Med anledning av ovan yrkar Miljöpartiet att …*, *Därför yrkar jag*
    let mover = moves
        && ((from..head.at).any(|i| is_mover(s.word(i)))
            || (head.at + 1..(head.at + 3).min(s.len()))
                .any(|i| is_mover(s.word(i)) || context.is_open() && s.is(i, WE_I_OR_ONE)));
    facts.person = (person || group || mover).into();
    // *Brf Kvarnen har yrkat att …*: a party of the case.
    // *PTS bestrider bifall till överklagandet.*
    let short = || {
        head.act == Act::Kind(DecisionKind::Move)
            && head.at <= from + 3
            && walk::is_capitalised(s.word(from))
            && head.form.is_active()
    };
    let party = head.kind == DecisionKind::Move
        && context.is_open()
        && head.at > from
        && (firm(s, from, head.at).is_some() || short());
    // *fattade en majoritet av partierna beslut om*
    let most = head.form.is_told() && (head.at + 1..head.at + 3).any(|i| s.is_of(i, &MOST_OF));
    // *Bidrag utgår till Anna Holm med 2 000 kronor.*
    if head.act == Act::Kind(DecisionKind::Postpone) && head.kind == DecisionKind::Adopt {
        facts.person = Maybe::No;
    }
    // *beslutar att välja Anna Holm*, whose subject was lost with its line
    if head.at == from && head.act == Act::Decide && context.meeting() {
        facts.person = Maybe::No;
    }
    // *Det blev ja till bron.*
    let became = head.act == Act::Phrase(lemmas::BECOME);
    facts.subject = (we || party || most || became || head.subject.is_some()).into();
    let may_tell = head.form.is_told() || head.form == Form::Passive && head.kind == DecisionKind::Elect;
    facts.announced = (may_tell && announced(s, from, head.at)).into();
    facts.single = is_single(s, from, head, weight, context).into();
    let tallied = || (head.at..head.at + 3).any(|i| s.is_of(i, &TALLIES));
    facts.matter = (weight == Weight::Matter && (names_matter(s, from, head.at) || tallied())).into();
    // *Talmannen förklarade vald till suppleant Anna Holm*
    let declares = head.kind == DecisionKind::Elect
        && head.form == Form::Past
        && (from..head.at).any(|i| s.is_of(i, &CHAIR));
    facts.chamber = (declares || head.subject.is_some_and(|i| s.is(i, CHAMBER_NAMES))).into();
    facts.proceeding = (context.is_record() && proceeding(s, head, weight)).into();
    let reach = if head.kind == DecisionKind::Elect { 1 } else { 3 };
    let opens = head.form == Form::Participle && head.at <= from + reach;
    let dated = || has_digits(s, head.at + 1..head.at + 12);
    let written = s.is(head.at + 1, BY_RULE)
        || (s.is_of(head.at + 1, &WRITTEN_BY) && dated())
        || head.at <= from + 1 && has_digits(s, head.at + 1..head.at + 3);
    let became =
        head.form == Form::Participle && (head.at.saturating_sub(6)..head.at).any(|i| s.is(i, BECAME));
    facts.written = (opens && written || became || is_signed(s, head.at)).into();
    let (counts, line) = counts(&facts);
    (counts == Maybe::Yes).then_some(line)
}

/// Whether the sentence shows one deed, where its tense could as well give a rule: *Nämnden avslår ansökan*,
/// *Nämnden beslutar att …*; not *Nämnden beslutar om taxor*, *Nämnden ska avslå …*.
fn is_single(s: &Sentence, from: usize, head: &Head, weight: Weight, context: Context) -> bool {
    // *Elevrådet beslutar att de ska …*: what is decided says nothing of how.
    let att = (head.at + 1..head.at + 3).find(|&i| head.act == Act::Decide && s.is(i, ATT));
    let to = att.map_or(head.at + 4, |att| att + 1).min(s.len());
    let sure = match head.act {
        Act::Decide => {
            (head.at + 1..to).any(|i| s.is(i, ATT) || s.form(i) == Some(Form::Infinitive))
                || head.at + 1 == s.len()
        }
        _ => weight == Weight::Sure || head.subject.is_some_and(|i| s.is(i, RIKSDAG)),
    };
    if head.kind == DecisionKind::Elect && head.form.is_passive() {
        // *Beslutas att Per Ek justerar protokollet.*
        if head.act == Act::Decide {
            return s.is(head.at + 1, ATT);
        }
        // *Till kassör väljs Anna Holm*; *Väljs på ett år* is a rule.
        // *Dessutom väljs 9 ombud*: how many, and nobody.
        return head.at > from
            && !has_digits(s, head.at + 1..head.at + 2)
            && !s.is(head.at - 1, SOME)
            && !(from.max(head.at.saturating_sub(12))..to).any(|i| s.is_of(i, &GENERAL));
    }
    let general = head.kind != DecisionKind::Reject
        && (from.max(head.at.saturating_sub(12))..to).any(|i| s.is_of(i, &GENERAL));
    if !head.form.is_active() {
        // *Härmed överlämnas …*, *Överklagandet avslås.*
        let here =
            (from..head.at).any(|i| s.is(i, HEREBY_ALONE) || (s.is_of(i, &CONCLUDING) && !context.is_news()));
        // *Efter diskussion beslutas att ge stödet till föreningen.*
        let done = head.act == Act::Decide && s.is_of(from, &SET_IN_TIME) && s.is(head.at + 1, ATT);
        let court = matches!(
            head.kind,
            DecisionKind::Reject | DecisionKind::Refer | DecisionKind::Adopt | DecisionKind::Postpone
        );
        return here
            || done
            || ((weight == Weight::Sure
                || matches!(head.kind, DecisionKind::Postpone | DecisionKind::Refer)
                    && names_matter(s, from, head.at))
                && court
                && s.len() <= 24
                && !general
                && !s.is_of(from, &SUBORDINATORS));
    }
    sure && !general && !s.is(from, OM) && !s.is_of(from, &SUBORDINATORS)
}

/// *Ärendet blev återremitterat*: the supine behind *blev* is a participle; so is the past that opens *Beslutade av nämnden den 3
/// maj 2023*, under the name of rules.
fn as_participle(s: &Sentence, from: usize, at: usize, verb: &Verb, context: Context) -> Verb {
    let became = || (from.max(at.saturating_sub(3))..at).any(|i| s.is(i, BECAME));
    let dated = || {
        let rules = context.kind == DocumentKind::Policy;
        // (Not *Föreskrifter om bojar;⏎beslutade den 3 maj*: it tells which rules these are.)
        let field = s.word(at).starts_with(char::is_uppercase);
        rules && field && at == from && s.is_of(at + 1, &WRITTEN_BY) && has_digits(s, at + 2..at + 9)
    };
    let participle = match verb.form {
        Form::Supine => became(),
        Form::Past => dated(),
        _ => false,
    };
    Verb { form: if participle { Form::Participle } else { verb.form }, ..*verb }
}

/// A matter stands before the verb: *Frågan parkeras*.
pub(super) fn names_matter(s: &Sentence, from: usize, at: usize) -> bool {
    (from.max(at.saturating_sub(8))..(at + 3).min(s.len())).any(|i| is_matter(s.word(i)))
}

/// *Frågan, ärendet, dagordningspunkten*.
fn is_matter(word: &str) -> bool {
    MATTERS.iter().any(|end| walk::ends_with_word(word, end))
}
