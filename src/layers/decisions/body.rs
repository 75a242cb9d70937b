//! Who decides by the deciding clause itself: its subject, its agent, the meeting it names.

use super::bodies::meeting;
use super::edges;
use super::verbs::Act;
use super::words::{Sentence, is_owned, owns};
use crate::layers::structure::nominative;
use crate::lexicon::sets::body_names::MEETING_DEFINITE;
use crate::lexicon::sets::decisions::{
    ARTICLES, BARE_CHARGE, BROUGHT, CHAMBERS, CLUBS_AND_FIRMS, COUNTY, COURT_ENDS, GENITIVES, LEADING_AWAY,
    LETTER_ENDINGS, LOCAL_COURTS, MEETING_ENDS, MEETINGS_OF, MOST_OF, MUNICIPAL, NAMES_ALONE, NEXT_MEETINGS,
    NO_NAMES, OWN_ENDS, OWNERS, PROPOSERS, REGION, REGIONS,
};
use crate::lexicon::sets::function_words::{
    ADOPTED_AT, AT_MEETING, AV, FOR, FOR_OR_IN, IN, OCH, PA, PART_OF, RELATIVES, SUBJECT_STOPS, WE_OR_I,
};
use crate::text::walk;

/// The body whose name holds the word `at`, as word indices (first, last).
pub(super) fn extent(sentence: &Sentence, at: usize) -> (usize, usize) {
    // *Antagen av: Nämnden⏎Datum: …* ends its name with its line.
    // *Beslutad av: Styrelsen⏎Beslutsdatum: …*: a field begins on the next line.
    let field = |i: usize| sentence.gap(i + 1) == ':';
    let ended =
        |i: usize| edges::breaks_before(sentence, i) && (edges::is_short_line(sentence, i) || field(i));
    let capital = |i: usize| walk::is_capitalised(sentence.word(i)) && sentence.gap(i) == ' ' && !ended(i);
    let (mut first, mut last) = (at, at);
    // *TR:n*
    if is_ending(sentence, at + 1) {
        return (at, at + 1);
    }
    // EU-kommissionen; Inköps- och upphandlingsnämnden.
    if first > 0 && sentence.gap(first) == '-' {
        first -= 1;
    } else if first > 1 && sentence.is(first - 1, OCH) && sentence.gap(first - 1) == '-' {
        first -= 2;
    }
    // Kommunstyrelsens arbetsutskott; Krokoms kommun.
    if first > 0 && sentence.gap(first) == ' ' {
        let before = sentence.word(first - 1);
        let owner = before.ends_with('s') && (walk::is_capitalised(before) || is_body_genitive(before))
            // *Föreningens styrelse*
            || is_owned(sentence.word(at)) && owns(before);
        // Högsta domstolen, Tekniska nämnden, Norra hälso- och sjukvårdsnämnden.
        let alone = first == 1 || sentence.gap(first - 1) == ' ' && !sentence.words[first - 1].person;
        let named =
            alone && before.len() > 4 && before.ends_with('a') && !sentence.is_of(first - 1, &NO_NAMES);
        // Malmö tingsrätt, Svea hovrätt.
        let court = walk::is_capitalised(before) && sentence.is_of(at, &LOCAL_COURTS);
        // Umeå kommun, Malmö stad; Hammarby IF.
        let local = walk::is_capitalised(before)
            && (sentence.is(at, MUNICIPAL) || CLUBS_AND_FIRMS.contains(&sentence.word(at)));
        if owner || court || local || (walk::is_capitalised(before) && named) {
            first -= 1;
        }
    }
    // Region Västra Götaland.
    if sentence.word(at) == REGION {
        while capital(last + 1) && sentence.words[last + 1].verb.is_none() && !sentence.words[last + 1].person
        {
            last += 1;
        }
        return (first, last);
    }
    // Nämnden för Teknik; Länsstyrelsen i Skåne; Räddningstjänsten Storgöteborg.
    let next = last + 1;
    if sentence.is(next, FOR_OR_IN) && sentence.gap(next) == ' ' && capital(next + 1) {
        last = next + 1;
        let joined = |i: usize| sentence.is(i, OCH) && capital(i + 1) && sentence.is(next, FOR);
        // *Nämnden för Gymnasium & arbetsmarknad*
        while joined(last + 1) || sentence.gap(last + 1) == '&' {
            last += if sentence.gap(last + 1) == '&' { 1 } else { 2 };
        }
        // *Nämnden för Kultur & fritid*
        let joined = |i: usize| {
            let words = sentence.words.get(i - 1).zip(sentence.words.get(i));
            words.and_then(|(a, b)| sentence.text.get(a.span.end as usize..b.span.start as usize))
                == Some(" & ")
        };
        while joined(last + 1)
            || capital(last + 1) && sentence.words.get(last + 1).is_none_or(|w| w.verb.is_none())
        {
            last += 1;
        }
        // *Förbundsstyrelsen för Byarnas vattenförbund*: what a genitive for the first word belongs to.
        let owned = |i: usize| {
            let whose = sentence.word(i - 1).ends_with('s')
                && (sentence.word(i).len() > 3 || walk::is_all_caps(sentence.word(i)));
            whose
                && sentence.gap(i) == ' '
                && sentence.words[i].verb.is_none()
                && !edges::is_finite(sentence, i)
        };
        while sentence.is(next, FOR) && last < next + 4 && owned(last + 1) {
            last += 1;
        }
        // *Länsstyrelsen i Dalarnas län*, *Omsorgsnämnden i Ekby kommun*
        if sentence.is(next, IN) && sentence.is(last + 1, COUNTY) && sentence.gap(last + 1) == ' ' {
            last += 1;
        }
    } else if capital(next)
        && !owns_matter(sentence, next)
        && !sentence.is(at, NAMES_ALONE)
        && !COURT_ENDS.iter().any(|court| sentence.word(at).ends_with(court))
        && !sentence.words.get(next).is_some_and(|w| w.person || w.body || w.verb.is_some())
    {
        last = next;
        // *Trafikverket Region Väst*
        if sentence.is(next, REGIONS) && capital(next + 1) {
            last = next + 1;
        }
    }
    (first, last)
}

/// *avslog kommunfullmäktige Lindpartiets motion*: whose the matter behind it is.
fn owns_matter(sentence: &Sentence, i: usize) -> bool {
    sentence.word(i).ends_with('s')
        && sentence.gap(i + 1) == ' '
        && BROUGHT.iter().any(|end| sentence.word(i + 1).ends_with(end))
}

/// The *n* of *TR:n*.
fn is_ending(sentence: &Sentence, i: usize) -> bool {
    i > 0
        && sentence.gap(i) == ':'
        && sentence.is_of(i, &LETTER_ENDINGS)
        && sentence.words[i].span.start == sentence.words[i - 1].span.end + 1
}

fn is_body_genitive(word: &str) -> bool {
    OWNERS.iter().any(|end| word.ends_with(end))
}

/// Whether the body word at `at` can be a subject.
fn can_be_subject(sentence: &Sentence, at: usize) -> bool {
    let (first, _) = extent(sentence, at);
    if sentence.gap(first) == '(' {
        return false;
    }
    let before = first.checked_sub(1);
    // *En majoritet av årsmötet röstade för …*
    let most = before.is_some_and(|b| b > 0 && sentence.is(b, PART_OF) && sentence.is_of(b - 1, &MOST_OF));
    // *Vi i styrelsen har beslutat …*
    let ours = before.is_some_and(|b| b > 0 && sentence.is(b, IN) && sentence.is(b - 1, WE_OR_I));
    most || ours
        || !before.is_some_and(|b| {
            sentence.is_of(b, &LEADING_AWAY)
                || (sentence.is_of(b, &ARTICLES) && b > 0 && sentence.is_of(b - 1, &LEADING_AWAY))
        })
}

/// The subject of the finite verb at `verb` in the same clause, no further back than a comma or `from`.
pub(super) fn near(sentence: &Sentence, from: usize, verb: usize) -> Option<usize> {
    for i in (from.max(verb.saturating_sub(30))..verb).rev() {
        if sentence.words[i].body && can_be_subject(sentence, i) {
            return Some(i);
        }
        if i + 1 == verb && deciding_letters(sentence, i, verb) {
            return Some(i);
        }
        if matches!(sentence.gap(i), ',' | ';' | ':') && !is_ending(sentence, i) {
            break;
        }
    }
    None
}

/// A body by its letters right before the verb of deciding: *IVO beslutade*, *UN har beslutat*.
fn deciding_letters(sentence: &Sentence, i: usize, verb: usize) -> bool {
    let decides = |i: usize| {
        sentence.words.get(i).and_then(|w| w.verb).is_some_and(|v| v.act == Act::Decide && v.form.is_active())
    };
    is_letters(sentence.word(i))
        && sentence.gap(i) != '('
        && sentence.gap(verb) == ' '
        && (decides(verb) || decides(verb + 1))
        && can_be_subject(sentence, i)
}

/// *IVO, UN*: from two to five capitals.
pub(super) fn is_letters(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The subject of the finite verb at `verb`, looked for back to the word `from`.
pub(super) fn subject(sentence: &Sentence, from: usize, verb: usize) -> Option<usize> {
    let start = from.max(verb.saturating_sub(30));
    let back = (start..verb).rev().take_while(|&i| sentence.gap(i + 1) != ';');
    back.into_iter().find(|&i| sentence.words[i].body && can_be_subject(sentence, i))
}

/// The subject right after a finite verb: *Den 3 maj beslutade nämnden …*.
pub(super) fn inverted(sentence: &Sentence, verb: usize) -> Option<usize> {
    let to = (verb + 6).min(sentence.len());
    // *Därför ger vi nämnden i uppdrag …*: the subject is another.
    if sentence.is(verb + 1, WE_OR_I) {
        return None;
    }
    for i in verb + 1..to {
        if i > verb + 1 && matches!(sentence.gap(i), ',' | ':' | ';') {
            return None;
        }
        if sentence.words[i].body {
            return can_be_subject(sentence, i).then_some(i);
        }
        // *beslutade kultur- och fritidsnämnden att …*
        let halves =
            sentence.is(i, OCH) && i > 0 && sentence.between(i - 1, i).of(sentence.text).contains('-');
        if sentence.is(i, SUBJECT_STOPS) && !halves {
            return None;
        }
    }
    None
}

/// The officer right before a finite verb, who proposes as a body does: *Ordföranden föreslog*, *Rösträknarna föreslår*.
pub(super) fn officer_near(sentence: &Sentence, from: usize, verb: usize) -> Option<usize> {
    let near = (from.max(verb.saturating_sub(6))..verb)
        .rev()
        .take_while(|&i| sentence.gap(i + 1) == ' ')
        .skip_while(|&i| sentence.words[i].person);
    near.take(3).find(|&i| is_officer(sentence.word(i)))
}

/// The body after *av* before a passive verb: *som av mötet godkändes*.
pub(super) fn agent_before(sentence: &Sentence, from: usize, verb: usize) -> Option<usize> {
    (from + 1..verb).find(|&i| sentence.words[i].body && sentence.is(i - 1, AV))
}

/// *Ordföranden, rösträknarna*.
pub(super) fn is_officer(word: &str) -> bool {
    PROPOSERS.iter().any(|end| walk::ends_with_word(word, end))
}

/// The letters after *av* by which a body is called: *godkända av SSR 2017*.
fn agent_letters(sentence: &Sentence, verb: usize) -> Option<usize> {
    let at = verb + 2;
    let letters =
        sentence.words.get(at).is_some_and(|_| sentence.word(at).len() > 2 && is_letters(sentence.word(at)));
    (letters && sentence.is(verb + 1, AV)).then_some(at)
}

/// The body after *av*: *antogs av kommunfullmäktige*; not that of *i enlighet med vad som av revisorn tillstyrkts*.
pub(super) fn agent(sentence: &Sentence, verb: usize) -> Option<usize> {
    let to = (verb + 14).min(sentence.len());
    let named = (verb + 1..to).take_while(|&i| !sentence.is(i, RELATIVES)).find(|&i| {
        sentence.words[i].body && {
            let (first, _) = extent(sentence, i);
            // *avsätts för avrop av nämnden*: who does what the money is for.
            let of_noun = first > verb + 3 && sentence.is(first - 3, FOR)
                // *anmäls på uppdrag av stiftelsens styrelse*
                || first > verb + 3 && sentence.is(first - 2, BARE_CHARGE) && sentence.is(first - 3, PA);
            first > verb && sentence.is(first - 1, AV) && !of_noun
        }
    });
    named.or_else(|| agent_letters(sentence, verb))
}

/// The name of the body at word `at`.
pub(super) fn name(sentence: &Sentence, at: usize) -> String {
    let (first, last) = extent(sentence, at);
    nominative(sentence.between(first, last).of(sentence.text))
}

/// The same, of an officer with the person's name: *Ordföranden Anna Holm*.
pub(super) fn whole_name(sentence: &Sentence, at: usize, verb: usize) -> String {
    let people = (at + 1..verb).take_while(|&i| sentence.words[i].person).count();
    if people > 0 && !sentence.words[at].body {
        return sentence.between(at, at + people).of(sentence.text).to_string();
    }
    name(sentence, at)
}

/// *Stämman, Årsmötet, Byarådet*: what decides where its minutes speak.
pub(super) fn is_meeting(name: &str) -> bool {
    let lower = name.to_lowercase();
    OWN_ENDS.iter().any(|end| lower.ends_with(end))
}

/// The body whose matter something is: *reserverade sig mot fullmäktiges beslut*, *har haft regeringens uppdrag*.
pub(super) fn owner(sentence: &Sentence, from: usize, to: usize, nouns: &[&str]) -> Option<String> {
    let at = (from + 1..to.min(sentence.len())).find(|&i| sentence.is(i, nouns))?;
    let whose = sentence.word(at - 1);
    let lower = whose.to_lowercase();
    GENITIVES.iter().any(|end| lower.ends_with(end)).then(|| nominative(whose))
}

/// The meeting at which something was done: *på stämman beslutades*, *vid årsmötet fattades beslut*, *på föreningens
/// ordinarie årsmöte valdes*, *vid nämndmötet*.
pub(super) fn place(sentence: &Sentence, from: usize, to: usize) -> Option<String> {
    (from..to.min(sentence.len())).filter(|&i| sentence.is(i, AT_MEETING)).find_map(|at| {
        let near = (at + 1..(at + 5).min(sentence.len()))
            .take_while(|&i| i == at + 1 || sentence.gap(i) == ' ')
            .take_while(|&i| sentence.words[i].verb.is_none() && !sentence.is(i, AT_MEETING));
        let mut near = near.filter(|&i| !sentence.is_of(i, &NEXT_MEETINGS));
        near.find_map(|i| met_at(sentence, i, i == at + 1))
    })
}

/// Who meets by the word for their meeting at `i`.
fn met_at(sentence: &Sentence, i: usize, beside: bool) -> Option<String> {
    let word = sentence.word(i);
    let lower = word.to_lowercase();
    // *fullmäktigemötet, nämndsammanträdet*
    let of_body = MEETINGS_OF.iter().filter_map(|row| row.split_once(' '));
    let called = of_body.filter_map(|(begin, name)| Some((lower.find(begin)?, begin, name)));
    let mut named = called.filter_map(|(at, begin, name)| {
        let rest = &lower[at + begin.len()..];
        MEETING_ENDS.contains(&rest).then(|| nominative(&format!("{}{name}", &lower[..at])))
    });
    if let Some(named) = named.next() {
        return Some(named);
    }
    if sentence.words[i].body && (is_meeting(word) || is_chamber(word)) && (beside || !is_plain(word)) {
        return Some(name(sentence, i));
    }
    // *vid kommunstyrelsens sammanträde*
    let meets = |i: usize| MEETING_ENDS.iter().any(|end| sentence.word(i).to_lowercase().ends_with(end));
    if beside && is_body_genitive(&lower) && sentence.gap(i + 1) == ' ' && meets(i + 1) {
        return Some(nominative(word));
    }
    meeting(word)
}

/// *Mötet* alone, which need not be the meeting that decides.
fn is_plain(word: &str) -> bool {
    walk::same_word(word, MEETING_DEFINITE)
}

/// *Kommunfullmäktige*, a chamber that is named as its meeting is.
fn is_chamber(word: &str) -> bool {
    let lower = word.to_lowercase();
    CHAMBERS.iter().any(|end| lower.ends_with(end))
}

/// The same by an indefinite word: *Antagna vid ordinarie årsmöte 2004* is the *Årsmötet*'s.
pub(super) fn dated_place(sentence: &Sentence, from: usize) -> Option<String> {
    let at = (from..(from + 2).min(sentence.len())).find(|&i| sentence.is(i, ADOPTED_AT))?;
    (at + 1..(at + 4).min(sentence.len())).find_map(|i| meeting(sentence.word(i)))
}
