//! Duties: who is charged with what, and by which day.

use super::content::is_infinitive;
use super::context::Context;
use super::draft::Draft;
use super::heads::Head;
use super::verbs::{Act, Form};
use super::words::Sentence;
use crate::document::rule::rule;
use crate::document::{Date, DecisionKind, DocumentKind, Modifier, Span};
use crate::lexicon::sets::decisions::{
    AFTER_CHARGED, ANSWERS, BARE_CHARGE, BARE_PASSIVES, BEFORE_CHARGE, BEFORE_CHARGED, CHARGED_AGAIN, HANDED,
    HOLD, IN_CHARGE, INQUIRER, INQUIRER_LEADS, INQUIRERS, NEGATIONS, NO_TASK, NOT_CHARGED, PLACE,
    RECURRING_DUTY, STATES, SUBORDINATORS, TASKS, THE_CHARGE, THE_CHARGES, TIME_UNITS,
};
use crate::lexicon::sets::function_words::{
    AIMS, ATT, ATT_APART, ATT_OR_OM, AV, DAY_LEADS, DEN, OCH, OM, PARTICLES, PRONOUNS, SENAST, SHALL, SOM,
    TO_WHOM,
};
use crate::lexicon::sets::lemmas;
use crate::text::walk;
use memchr::memmem::Finder;
use std::sync::LazyLock;

rule! {
    /// What someone charged is to do (*Utredaren ska*), or a duty with a day to answer by.
    pub(super) DUTY = "decision.duty";
    finds "# Uppdrag om vatten\n\n⟦Uppdraget ska redovisas senast den 31 mars 2024.⟧\n" = "assign";
    passes "# Policy för vatten\n\nStyrelsen ska verka för rent vatten.\n";
}

rule! {
    /// A single task that a meeting gives with *ska*.
    pub(super) TASK = "decision.task";
    finds "Mötesanteckningar\n\n§ 4 Lokaler\n\n⟦Anna Holm ska kontakta kommunen om lokalen.⟧\n" = "assign";
    passes "Mötesanteckningar\n\n§ 4 Lokaler\n\nLokalen ska vara ljus och ha stora fönster.\n";
}

/// What someone is to do, told by *ska*; `known` tells who is charged elsewhere in the text.
pub(super) fn read(s: &Sentence, known: &[String], context: Context) -> Option<Draft> {
    if context.kind == DocumentKind::Policy || context.is_record() {
        return None;
    }
    let sent = context.is_news() || context.is_statement();
    let charged = sent.then(|| charged(s, known)).flatten();
    let duty = match charged {
        // *Ska* stands beside who is charged.
        Some((first, last)) => [last + 1, first.saturating_sub(1)].into_iter().find(|&i| s.is(i, SHALL)),
        None => match answer_by(s) {
            Some(answers) => Some(answers),
            None if context.meeting() && (context.is_notes() || !context.is_background()) => {
                return task(s, context);
            }
            None => return None,
        },
    };
    // A notice that calls a meeting gives its own days: *Motioner ska vara inne senast …*
    let kind = if context.settles() { context.cast(DecisionKind::Assign) } else { DecisionKind::Assign };
    let mut draft = Draft::new(s.span, kind, &DUTY);
    if let Some(duty) = duty {
        draft = draft.at(s.words[duty].span);
    }
    let who = charged.or_else(|| who_answers(s));
    draft.assignee = who.map(|(a, b)| written(s, s.between(a, b)));
    Some(draft)
}

/// A task given in a meeting: *Anna ska kontakta kommunen*, *Röstlängd ska upprättas*.
fn task(s: &Sentence, context: Context) -> Option<Draft> {
    let duty = (1..s.len().min(9)).find(|&i| s.is(i, SHALL))?;
    let clear = |i: usize| {
        !s.is_of(i, &SUBORDINATORS) && !s.is_of(i, &NO_TASK) && !matches!(s.gap(i), ',' | ':' | ';')
    };
    if super::edges::line_end(s, duty) > 40
        || s.is(0, OM)
        || !(0..duty).all(|i| (i == 0 || clear(i)) && !s.is_of(i, &NO_TASK))
    {
        return None;
    }
    let person = s.words[0].person || (s.words[0].given && duty <= 3);
    // *LKF ska undersöka saken.*
    let body = (0..duty).any(|i| s.words[i].body) || duty == 1 && super::body::is_letters(s.word(0));
    let does = (duty + 1..(duty + 6).min(s.len())).find(|&i| {
        let word = s.word(i);
        s.is_of(i, &TASKS)
            || (person && is_infinitive(word) && !s.is_of(i, &STATES))
            || (!body && word.strip_suffix('s').is_some_and(|active| TASKS.has(active)) && is_whole(s, i))
            || (s.is(i, HOLD) && s.is(i + 1, PLACE))
    })?;
    // *Uppdraget ska redovisas skyndsamt* tells how a task is answered for that was given beside it.
    if (0..duty.min(3)).any(|i| s.is(i, THE_CHARGES)) && s.is_of(does, &ANSWERS) {
        return None;
    }
    // *ska varje år göra …* is no task.
    if (duty + 1..s.len()).any(|i| s.is_of(i, &NO_TASK) && (i < does || s.is(i, RECURRING_DUTY)))
        || (!person && !body && !s.word(does).ends_with('s') && !is_meeting_day(s, does))
    {
        return None;
    }
    let end = super::edges::line_end(s, does);
    let span = if end == s.len() { s.span } else { s.between(0, end - 1) };
    let mut draft = Draft::new(span, context.cast(DecisionKind::Assign), &TASK).at(s.words[duty].span);
    draft.assignee = (person || body).then(|| written(s, s.between(0, duty - 1)));
    Some(draft)
}

/// *ska tas fram, ses över*; not *hänsyn ska tas*, *yrkandet ska ses som en helhet*.
fn is_whole(s: &Sentence, at: usize) -> bool {
    !s.is(at, BARE_PASSIVES) || s.is(at + 1, PARTICLES)
}

/// *Justeringen ska äga rum den 29 januari*.
fn is_meeting_day(s: &Sentence, at: usize) -> bool {
    s.is(at, HOLD) && (at..at + 6).any(|i| s.word(i).starts_with(|c: char| c.is_ascii_digit()))
}

/// Who is charged by an assigning clause that begins at word `from`.
pub(super) fn assignee(s: &Sentence, from: usize, head: &Head) -> Option<Span> {
    let span = who_is_charged(s, from, head)?;
    // *får därför nämnden i uppdrag*
    let first = s.words.iter().position(|word| word.span.start == span.start)?;
    let named = (first..s.len())
        .find(|&i| !s.is_of(i, &BEFORE_CHARGED))
        .map_or(span.start, |i| s.words[i].span.start);
    (named < span.end).then(|| Span::new(named as usize, span.end as usize))
}

/// The same with the small words before it.
fn who_is_charged(s: &Sentence, from: usize, head: &Head) -> Option<Span> {
    let at = head.at;
    let passive = head.form.is_passive();
    let left = || charged_before(s, from, at);
    match head.act {
        Act::Phrase(lemmas::GET) => {
            let first = (at + 1..at + 4).find(|&i| !s.is_of(i, &BEFORE_CHARGED)).unwrap_or(at + 1);
            match (at + 1..at + 6).find(|&i| s.phrase_at(i, IN_CHARGE) || s.is(i, THE_CHARGE)) {
                // *I dag får Skolverket i uppdrag att …*, *Nu får också nämnden i uppdrag att …*
                Some(end) if end > first && (first > at + 1 || walk::is_capitalised(s.word(first))) => {
                    Some(s.between(first, before_small(s, first + 1, end) - 1))
                }
                _ => left(),
            }
        }
        Act::Phrase(lemmas::GIVE) => {
            let end = s
                .phrase_within(at + 1, 24, IN_CHARGE)
                .or_else(|| s.find_within(at + 1, 24, BARE_CHARGE))
                .or_else(|| s.find_within(at + 1, 24, THE_CHARGE))?;
            // *Därför ger regeringen Skolverket i uppdrag*
            let start = head.subject.filter(|&b| b > at).map_or(at + 1, |b| super::body::extent(s, b).1 + 1);
            let start = past_day(s, start);
            let charged = before_small(s, start, end);
            if charged > start {
                return Some(s.between(start, charged - 1));
            }
            // *gav i uppdrag åt nämnden att …*
            let Some(aim) = (end + 1..end + 4).find(|&i| s.is(i, TO_WHOM)) else {
                // *Nämnden ges därför i uppdrag att …*
                return passive.then(left)?;
            };
            let stop = (aim + 1..(aim + 30).min(s.len())).find(|&i| s.is(i, ATT))?;
            (stop > aim + 1).then(|| s.between(aim + 1, stop - 1))
        }
        act if act.tells_charge() => {
            let att = s.find_within(at + 1, 5, ATT)?;
            let duty = (att + 2..(att + 8).min(s.len())).find(|&i| s.is(i, SHALL))?;
            // *Uppdraget till länsstyrelserna innebär att de …*
            let pronoun = s.is(att + 1, PRONOUNS);
            (!pronoun).then(|| s.between(att + 1, duty - 1))
        }
        Act::Phrase(lemmas::ASK) => {
            let end = (at + 1..(at + 8).min(s.len()))
                .find(|&i| s.is(i, ATT_OR_OM) || s.form(i) == Some(Form::Infinitive))?;
            (end > at + 1).then(|| s.between(at + 1, end - 1))
        }
        Act::Phrase(_) => left(),
        _ if passive && !s.is(at + 1, TO_WHOM) => left(),
        _ => {
            // *uppdrar åt nämnden att*, *ålägger styrelsen att*
            let aim = (at + 1..(at + 12).min(s.len())).find(|&i| s.is(i, AIMS))?;
            let start = if s.is(aim, ATT) { at } else { aim };
            let end = (start + 1..(start + 30).min(s.len())).find(|&i| s.is(i, ATT) || s.gap(i) == ':');
            let end = end.unwrap_or(s.len());
            (end > start + 1).then(|| s.between(start + 1, end - 1))
        }
    }
}

/// Before the small words between who is charged and *uppdrag*: *Skolverket nu i uppdrag*, *Skolverket ett nytt uppdrag*.
fn before_small(s: &Sentence, from: usize, end: usize) -> usize {
    (from..end).rev().find(|&i| !s.is_of(i, &BEFORE_CHARGE)).map_or(from, |last| last + 1)
}

/// Past a day between verb and object: *gav den 18 december 2023 nämnden i uppdrag*.
fn past_day(s: &Sentence, at: usize) -> usize {
    let digits = |i: usize| s.word(i).starts_with(|c: char| c.is_ascii_digit());
    if !(s.is(at, DEN) && digits(at + 1)) {
        return at;
    }
    at + if digits(at + 3) { 4 } else { 3 }
}

/// The assigning word inside *beslutar att ge nämnden i uppdrag att …*, as a head of its own.
pub(super) fn inner(s: &Sentence, head: &Head) -> Option<Head> {
    let to = (head.at + 40).min(s.len());
    (head.at + 1..to).find_map(|at| {
        let verb = s.words[at].verb?;
        assigns(s, at).then_some(Head { at, act: verb.act, form: verb.form, subject: None, ..*head })
    })
}

/// Whether the word at `at` assigns, perhaps in a phrase: *uppdrar*, *ger … i uppdrag*.
pub(super) fn assigns(s: &Sentence, at: usize) -> bool {
    s.words.get(at).and_then(|word| word.verb).is_some_and(|verb| match verb.act {
        Act::Kind(kind) => kind == DecisionKind::Assign,
        Act::Phrase(lemma) => matches!(lemma, lemmas::GIVE | lemmas::GET) && verb.phrase_at(s, at).is_some(),
        Act::Decide => false,
    })
}

/// An assignee as written, on one line, its bracket closed.
pub(super) fn written(s: &Sentence, span: Span) -> String {
    let mut name = walk::one_line(span.of(s.text));
    if name.matches('(').count() > name.matches(')').count() {
        name.push(')');
    }
    name
}

/// The one charged, before the verb: the words back to a mark or a verb, without what precedes them.
fn charged_before(s: &Sentence, from: usize, at: usize) -> Option<Span> {
    // *…nämnden som får i uppdrag*
    if at > from && s.is(at - 1, SOM) {
        let body = (from.saturating_sub(8)..at).rev().find(|&i| s.words[i].body)?;
        let (first, last) = super::body::extent(s, body);
        return Some(s.between(first, last));
    }
    let joined = at > from && s.is(at - 1, OCH);
    let mut end = at;
    while end > from && s.is_of(end - 1, &AFTER_CHARGED) {
        end -= 1;
    }
    let mut start = from;
    for i in (from..end).rev() {
        if s.words[i].verb.is_some_and(|v| !matches!(v.form, Form::Noun)) {
            start = i + 1;
            break;
        }
        if s.gap(i) == ';' || s.gap(i) == ':' {
            start = i;
            break;
        }
    }
    // *Nina Wiklander (Wikom) föredrar ärendet och uppdras att …*: the name that the sentence opens with.
    let span = match (start..end).find(|&i| s.words[i].person) {
        Some(first) if start == from && joined => {
            let last =
                (first..end).take_while(|&i| s.words[i].person || s.is(i, OCH)).last().unwrap_or(first);
            s.between(first, last)
        }
        _ if end > start => s.between(start, end - 1),
        _ => return None,
    };
    (span.len() < 160).then_some(span)
}

/// A duty with a day to answer by: *Uppdraget ska redovisas senast den 31 mars*. The word of the duty.
fn answer_by(s: &Sentence) -> Option<usize> {
    if let Some(answers) = answered_on(s) {
        return Some(answers);
    }
    let senast = || (0..s.len()).filter(|&i| s.is(i, SENAST)).take(4);
    senast().next()?;
    let answers = (0..s.len()).find(|&i| s.is_of(i, &ANSWERS))?;
    let bound =
        (0..s.len()).any(|i| s.is(i, SHALL)) || (s.word(answers).ends_with('s') && !s.is(answers, HANDED));
    let day = senast().any(|by| {
        (by + 1..(by + 6).min(s.len()))
            .any(|i| s.word(i).starts_with(|c: char| c.is_ascii_digit()) && !s.is_of(i + 1, &TIME_UNITS))
    });
    (bound && day).then_some(answers)
}

/// *Uppdraget ska redovisas den 31 mars*, *Uppdraget kommer att slutredovisas i maj 2024*: the task and its day.
fn answered_on(s: &Sentence) -> Option<usize> {
    let task = (0..s.len().min(3)).find(|&i| s.is(i, THE_CHARGES))?;
    let answers =
        (task + 1..s.len().min(task + 16)).find(|&i| s.is_of(i, &ANSWERS) && s.word(i).ends_with('s'))?;
    let digits = |i: usize| s.word(i).starts_with(|c: char| c.is_ascii_digit());
    // *Uppdraget ska samordnas och redovisas av länsstyrelsen.*
    let whose = s.is(answers + 1, AV) && (0..answers).any(|i| s.is(i, SHALL));
    let day = whose
        || (answers + 1..s.len().min(answers + 10)).any(|i| s.is(i, DAY_LEADS) && (i + 1..i + 3).any(digits));
    (day && !(0..answers).any(|i| s.is_of(i, &NEGATIONS))).then_some(answers)
}

/// Who answers, where a body or someone named *ska redovisa*: word indices (first, last).
fn who_answers(s: &Sentence) -> Option<(usize, usize)> {
    let duty = (0..s.len().min(40)).find(|&i| s.is(i, SHALL))?;
    // *Senast den 4 maj ska MSB lämna …*
    let after = duty + 1;
    if walk::is_capitalised(s.word(after)) {
        let last = (after..(after + 8).min(s.len())).take_while(|&i| !is_infinitive(s.word(i))).last()?;
        return Some((after, last));
    }
    let active =
        (duty + 1..(duty + 4).min(s.len())).any(|i| is_infinitive(s.word(i)) && s.is_of(i, &ANSWERS));
    let thing = s.is_of(0, &NOT_CHARGED);
    (active && duty > 0 && !thing && !s.is(0, SENAST)).then(|| (0, duty - 1))
}

/// The duty of someone charged elsewhere in the text: *Utredaren ska …*. First word and last word of who.
fn charged(s: &Sentence, known: &[String]) -> Option<(usize, usize)> {
    let duty = (0..s.len().min(30)).find(|&i| s.is(i, SHALL))?;
    let names = |i: usize| {
        let word = s.word(i);
        // *Myndigheten ska även …*, once someone is charged
        let again = || !known.is_empty() && s.is_of(i, &CHARGED_AGAIN);
        s.is(i, INQUIRER) || known.iter().any(|k| k == word) || again()
    };
    if duty > 0 && (0..duty).any(|i| s.gap(i) == ',' && i > 0) {
        return None;
    }
    // *Utredaren ska*, *En särskild utredare ska*
    if duty > 0 && names(0) && duty <= 6 {
        return Some((0, duty - 1));
    }
    if duty > 1 && s.is(duty - 1, INQUIRERS) && s.is(0, INQUIRER_LEADS) {
        return Some((0, duty - 1));
    }
    // *Tillsammans med Socialstyrelsen ska IVO …*
    let after = duty + 1;
    let follows = names(after)
        && (s.word(after + 1).starts_with(char::is_lowercase)
            && (is_infinitive(s.word(after + 1)) || s.len() > after + 2));
    follows.then_some((after, after))
}

/// Words by which an assignee can be named again: the first word of its name and its letters.
pub(super) fn names_of(assignee: &str) -> impl Iterator<Item = String> + '_ {
    let words = assignee.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut first = true;
    words.filter_map(move |word| {
        let take = (first && walk::is_capitalised(word) && word.len() > 5) || walk::is_all_caps(word);
        first = false;
        take.then(|| word.to_string())
    })
}

/// The first day in `span` that is told as the last one: *senast den 31 mars*.
pub(super) fn last_day(dates: &[Date], span: Span) -> Option<String> {
    let from = dates.partition_point(|d| d.span.start < span.start);
    let mut days = dates[from..].iter().take_while(|d| d.span.start < span.end);
    let by = days.find(|d| d.modifier == Some(Modifier::By) && d.value.len() >= 7)?;
    Some(by.value.clone())
}

/// The first day named in `span`, as a day to answer by.
pub(super) fn deadline(dates: &[Date], span: Span, text: &str) -> Option<String> {
    static CLAUSE: LazyLock<Finder> = LazyLock::new(|| Finder::new(ATT_APART));
    let from = dates.partition_point(|d| d.span.start < span.start);
    let days = || {
        dates[from..]
            .iter()
            .take_while(|d| d.span.start < span.end)
            .filter(|d| !matches!(d.modifier, Some(Modifier::From | Modifier::After)))
            .filter(|d| d.value.len() >= 7 && !d.value.starts_with('T') && !d.value.contains('/'))
    };
    days().next()?;
    let by = days().find(|d| d.modifier == Some(Modifier::By)).or_else(|| {
        // Before *att* stands the day of the assignment, not the day to answer by.
        let att = CLAUSE.find(span.of(text).as_bytes()).map_or(span.start, |at| span.start + at as u32);
        days().find(|d| d.span.start >= att)
    });
    by.map(|d| d.value.clone())
}
